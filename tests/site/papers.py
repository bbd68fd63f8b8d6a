"""Small papers made by code, as archives on disk: every kind of thing the site must show, nobody's text but ours."""

from __future__ import annotations

import hashlib
import random
import struct
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from backissue.archive import front, ledger, names
from backissue.archive.archive import Archive
from backissue.model import (
    Author,
    Embed,
    Fate,
    FateKind,
    Finding,
    Image,
    Note,
    Origin,
    Outlet,
    PageRule,
    Record,
    Revision,
    Source,
    Witness,
)

HKT = timezone(timedelta(hours=8))
OUTLET = Outlet(
    name="晨霧報",
    hosts=("morningmist.example", "www.morningmist.example"),
    timezone="Asia/Hong_Kong",
    language="zh-Hant-HK",
    closed=date(2022, 1, 4),
    rights="© 晨霧報",
    pages=(PageRule("article", "/article/{id}/**"),),
)

_SECTIONS = ("港聞", "經濟", "副刊", "體育", "評論", "English")
_PEOPLE = ("林一舟", "何晴", "周樹", "陳水明", "馬小雲")
_DESKS = ("晨霧報港聞組", "資料組")
_TAGS = ("渡輪", "雨季", "圖書館", "街市", "夜校", "燈塔", "C++", "a/b", "CON", "樹", "ferry", "Ferry")
_WORDS = (
    "清晨",
    "街市",
    "渡輪",
    "碼頭",
    "老人",
    "學生",
    "燈塔",
    "雨水",
    "書店",
    "潮汐",
    "巷口",
    "木匠",
    "山坡",
    "茶樓",
    "郵差",
)
_VERBS = ("看見", "走過", "談起", "修好", "記得", "等候", "畫下", "問起", "送走", "守住")


def picture(seed: int) -> bytes:
    """A small true PNG, one colour."""
    rgb = hashlib.sha256(str(seed).encode()).digest()[:3]
    rows = b"".join(b"\0" + rgb * 48 for _ in range(32))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 32, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def sentence(rng: random.Random) -> str:
    words = [rng.choice(_WORDS) + rng.choice(_VERBS) + rng.choice(_WORDS) for _ in range(rng.randint(1, 3))]
    return "，".join(words) + "。"


def record(number: int, seed: int = 0, *, held: Image | None = None) -> Record:
    """An article like the others of its paper, from its number alone."""
    rng = random.Random(f"{seed} {number}")
    day = date(2018, 1, 3) + timedelta(days=number * 3 + rng.randint(0, 2))
    when = datetime(day.year, day.month, day.day, rng.randint(6, 22), rng.randint(0, 59), tzinfo=HKT)
    english = number % 11 == 10
    title = sentence(rng).rstrip("。").replace("，", " ")
    paragraphs = ["".join(sentence(rng) for _ in range(rng.randint(3, 7))) for _ in range(rng.randint(3, 6))]
    if english:
        title = f"The ferry that came back late, number {number}"
        paragraphs = ["The ferry left the pier in the rain. " * 6, "Nobody on the quay was surprised. " * 5]
    images: tuple[Image, ...] = ()
    if held:
        paragraphs.insert(1, f'![{rng.choice(_WORDS)}的早晨]({names.media_link(held.file or "")} "{_PEOPLE[0]}攝")')
        images = (held,)
    if number % 5 == 0:
        paragraphs.insert(2, f"![{rng.choice(_WORDS)}舊照](https://www.morningmist.example/img/{number}.jpg)")
        images = (*images, Image(f"https://www.morningmist.example/img/{number}.jpg"))
    if number % 7 == 0:
        paragraphs += [
            "## 來龍去脈",
            "| 年份 | 班次 |\n| --- | ---: |\n| 2018 | 12 |\n| 2019 | 9 |",
            "> " + sentence(rng),
        ]
        paragraphs += [
            f"前文見[上一篇](https://www.morningmist.example/article/{number - 1}/x)，詳見[外站](https://elsewhere.example/a)。"
        ]
        paragraphs += ["註解在後。[^1]", "[^1]: 這是註。"]
    address = f"https://www.morningmist.example/article/{number}/{rng.choice(_WORDS)}"
    tags = tuple(rng.sample(_TAGS, 3))
    return Record(
        id=str(number),
        title=title,
        date=day.isoformat(),
        last_updated=None,
        author=_PEOPLE[number % 5],
        category=_SECTIONS[5] if english else _SECTIONS[number % 5],
        tags=(*tags, "海港"),
        url=f"https://web.archive.org/web/20220103040506/{address}",
        original_url=address,
        published=when if number % 3 else day,
        updated=when + timedelta(hours=3) if number % 4 == 0 and number % 3 else None,
        language="en" if english else "zh-Hant-HK",
        publisher=OUTLET.name,
        rights=OUTLET.rights,
        authors=(Author(_PEOPLE[number % 5], role="記者"), *((Author(_DESKS[0], "desk"),) if number % 6 == 0 else ())),
        editor_tags=tags,
        embeds=(Embed("https://video.example/v/1", "YouTube", "碼頭之夜"),) if number % 9 == 0 else (),
        images=images,
        notes=(Note("correction", "上文班次有誤，應為九班。"), Note("editor", "本文為連載之一。"))
        if number % 13 == 0
        else (),
        republished_from=Origin("潮聲週刊", "https://tidings.example/a/13") if number % 13 == 0 else None,
        source=Source(
            "warc",
            datetime(2022, 1, 3, 4, 5, 6, tzinfo=UTC),
            "captures/0123456789abcdef.warc.gz",
            1234 + number,
            "AB" * 16,
        ),
        evidence={"title": "ld: headline"},
        removed=("subscription-footer",),
        findings=("media.not-held",) if number % 5 == 0 else (),
        body="\n\n".join(paragraphs),
    )


def put(folder: Path, *records: Record) -> None:
    """Write records as files of the archive in ``folder``."""
    for one in records:
        path = folder / "archive" / names.record_path(one)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front.dumps(one), encoding="utf-8")


def paper(folder: Path, articles: int = 40, seed: int = 0) -> Path:
    """A paper's folder with ``articles`` articles, pictures, a revision, an own page, an undated and a lost article."""
    archive = Archive(folder)
    made = []
    for number in range(1, articles + 1):
        held = None
        if number % 4 == 0:
            data = picture(number)
            held = Image(
                f"https://www.morningmist.example/p/{number}.png",
                archive.store_media(data, "image/png"),
                hashlib.sha256(data).hexdigest(),
                "碼頭",
            )
        made.append(record(number, seed, held=held))
    older = replace(
        made[2],
        id="9003",
        title=f"{made[2].title}（更正）",
        body=made[2].body.replace("。", "，", 1) + "\n\n舊文多一段。",
    )
    made[2] = replace(
        made[2],
        former_titles=(older.title or "",),
        revisions=(
            Revision("9003", datetime(2021, 1, 1, tzinfo=UTC), older.title, file=names.revision_path("3", "9003")),
            Revision("9004", same_text=True),
        ),
    )
    if articles > 5:
        made[5] = replace(made[5], byline="hidden", author="", authors=())
    put(folder, *made)
    path = folder / "archive" / names.revision_path("3", "9003")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(front.dumps(older), encoding="utf-8")
    put(
        folder,
        replace(
            made[0],
            id="undated",
            published=None,
            date=None,
            updated=None,
            last_updated=None,
            original_url=None,
            url=None,
            source=None,
            title="無日期的一篇",
        ),
    )
    put(
        folder,
        replace(
            made[0],
            id="about-us",
            kind="page",
            title="關於晨霧報",
            body="我們是一張小報。",
            images=(),
            category=None,
            tags=None,
            editor_tags=(),
        ),
    )
    seen = datetime(2021, 5, 5, tzinfo=UTC)
    witnesses = [
        Witness(
            "7777",
            "card",
            "0123456789abcdef.warc.gz@99",
            seen,
            "https://www.morningmist.example/article/7777/x",
            "失落的一篇",
            "2021-05-04",
            "何晴",
        ),
        Witness("7777", "link", "0123456789abcdef.warc.gz@120", seen, "https://www.morningmist.example/article/7777/x"),
        Witness(
            "3", "card", "0123456789abcdef.warc.gz@99", seen, "https://www.morningmist.example/article/3/x", "不是失落"
        ),
    ]
    fates = [
        Fate(
            f"0123456789abcdef.warc.gz@{one.source.offset}",
            f"http://morningmist.example/article/{one.id}/old-slug?from=home",
            seen,
            FateKind.SOURCE,
            one.id,
        )
        for one in made
        if one.source
    ]
    finding = Finding("article.outage-page", "7777", "Only the archive's outage page was captured under this address.")
    for kind, lines in ((ledger.WITNESSES, witnesses), (ledger.FATES, fates), (ledger.FINDINGS, [finding])):
        path = folder / "archive" / ledger.path(kind, "made")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(ledger.lines(lines))
    return folder
