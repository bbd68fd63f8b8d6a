"""Papers made by code for letters: one week full of everything a letter must show, and its neighbours. Nobody's text but ours."""

from __future__ import annotations

import hashlib
import math
import random
import struct
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from backissue.archive import front, ledger, names
from backissue.archive.archive import Archive
from backissue.model import Author, Finding, Image, Outlet, PageRule, Record, Revision, Source, Witness

HKT = timezone(timedelta(hours=8))
OUTLET = Outlet(
    name="晨霧報",
    hosts=("morningmist.example", "www.morningmist.example"),
    timezone="Asia/Hong_Kong",
    language="zh-Hant-HK",
    closed=date(2022, 1, 4),
    rights="© 晨霧報",
    sections=("要聞", "經濟", "副刊"),
    pages=(PageRule("article", "/article/{id}/**"),),
)
MONDAY = date(2021, 2, 8)
_SECTIONS = ("要聞", "經濟", "副刊", "體育", "評論")
_PEOPLE = ("林一舟", "何晴", "周樹", "陳水明", "馬小雲")
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
)
_VERBS = ("看見", "走過", "談起", "修好", "記得", "等候", "畫下", "問起", "送走", "守住")


def picture(seed: int, wide: int = 480, high: int = 320) -> bytes:
    """A true PNG: hills under a sky, in colours of its own."""
    dice = random.Random(seed)
    sky, land = [dice.randint(120, 220) for _ in "rgb"], [dice.randint(30, 110) for _ in "rgb"]
    rows = bytearray()
    bends = [(dice.uniform(0.5, 3), dice.uniform(0, 6), dice.uniform(0.05, 0.2)) for _ in range(3)]
    for y in range(high):
        rows.append(0)
        for x in range(wide):
            edge = high * (0.55 + sum(h * math.sin(x / wide * 6 * f + p) for f, p, h in bends) / 2)
            rows += bytes(land if y > edge else [min(255, c + y * 60 // high) for c in sky])

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b"")


def sentence(dice: random.Random) -> str:
    return (
        "，".join(dice.choice(_WORDS) + dice.choice(_VERBS) + dice.choice(_WORDS) for _ in range(dice.randint(1, 3)))
        + "。"
    )


def record(number: int, when: datetime, **more: object) -> Record:
    """An article like the others of its paper, from its number and time."""
    dice = random.Random(number)
    title = sentence(dice).rstrip("。").replace("，", " ")
    body = "\n\n".join("".join(sentence(dice) for _ in range(dice.randint(3, 7))) for _ in range(3 + number % 4))
    address = f"https://www.morningmist.example/article/{number}/{dice.choice(_WORDS)}"
    made = Record(
        id=str(number),
        title=title,
        date=when.date().isoformat(),
        author=_PEOPLE[number % 5],
        category=_SECTIONS[number % 5],
        tags=("海港",),
        url=f"https://web.archive.org/web/20220103040506/{address}",
        original_url=address,
        published=when,
        language="zh-Hant-HK",
        publisher=OUTLET.name,
        authors=(Author(_PEOPLE[number % 5], role="記者"),),
        source=Source("warc", datetime(2022, 1, 3, 4, 5, 6, tzinfo=UTC), "captures/0123456789abcdef.warc.gz", number),
        body=body,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def put(folder: Path, *records: Record) -> None:
    """Write records as files of the archive in ``folder``."""
    for one in records:
        path = folder / "archive" / names.record_path(one)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front.dumps(one), encoding="utf-8")


def at(day: int, hour: int = 9) -> datetime:
    """A time of the specimen week: day 0 is its Monday; others lie around it."""
    return datetime(MONDAY.year, MONDAY.month, MONDAY.day, hour, tzinfo=HKT) + timedelta(days=day)


def paper(folder: Path, articles: int = 18, *, pictures: bool = True) -> Path:
    """A paper with ``articles`` (from 13) in 2021-W06, one in the weeks before and after, and every kind of trouble.

    100 to 99 + articles stand in the week. 103 is linked to by three, 104 by two; 105 breaks off;
    106 has its byline hidden by decision and 107 is withdrawn; 108 is in English; 109 has a lost picture;
    110 is the longest. 7777 is lost, 7778 too, and nobody knows when 7779 came out.
    """
    made = [record(100 + n, at(n % 7, 8 + n % 12)) for n in range(articles)]
    link = "前文見[此處](https://www.morningmist.example/article/{}/old-slug)。"
    for source, target in ((1, 103), (2, 103), (5, 103), (1, 104), (12, 104)):
        made[source] = replace(made[source], body=f"{made[source].body}\n\n{link.format(target)}")
    made[5] = replace(made[5], findings=("body.truncated",))
    made[8] = replace(
        made[8],
        title="The ferry that came back late",
        category="English",
        language="en",
        body="The ferry left the pier in the rain. Nobody on the quay was surprised. " * 4,
    )
    lost = "https://www.morningmist.example/p/lost.jpg"
    made[9] = replace(made[9], body=f"![舊照]({lost})\n\n{made[9].body}", images=(Image(lost),))
    made[10] = replace(made[10], body="\n\n".join(sentence(random.Random(n)) * 4 for n in range(30)))
    archive = Archive(folder)
    for n in (0, 3, 4, 11) if pictures else ():
        data = picture(n)
        held = Image(
            f"https://www.morningmist.example/p/{n}.png",
            archive.store_media(data, "image/png"),
            hashlib.sha256(data).hexdigest(),
            "碼頭的早晨",
        )
        figure = f'![碼頭的早晨]({names.media_link(held.file or "")} "{_PEOPLE[n % 5]}攝")'
        made[n] = replace(made[n], body=f"{figure}\n\n{made[n].body}", images=(held,))
    made.append(record(90, at(-1, 23), body=link.format(103)))
    made.append(record(190, at(7, 0)))
    made.append(
        replace(record(95, at(3)), published=None, date=None, published_between=(date(2021, 2, 9), date(2021, 2, 12)))
    )
    made[2] = replace(made[2], revisions=(Revision("9002", same_text=True),))
    put(folder, *made)
    (folder / "decisions.toml").write_text(
        '[[hide_byline]]\narticle = "106"\ndate = 2026-01-01\n\n[[withdraw]]\narticle = "107"\ndate = 2026-01-01\n',
        encoding="utf-8",
    )
    seen = datetime(2021, 5, 5, tzinfo=UTC)
    base = "https://www.morningmist.example/article"
    witnesses = [
        Witness("7777", "card", "0.warc.gz@99", seen, f"{base}/7777/x", "失落的一篇", "2021-02-10", "何晴"),
        Witness("7778", "feed", "0.warc.gz@99", seen, f"{base}/7778/x", None, "Sun, 14 Feb 2021 23:30:00 +0800"),
        Witness("7779", "link", "0.warc.gz@120", seen, f"{base}/7779/x", "日期不明的一篇"),
        Witness("103", "card", "0.warc.gz@99", seen, f"{base}/103/x", "不是失落", "2021-02-11"),
        Witness("107", "card", "0.warc.gz@99", seen, f"{base}/107/x", "撤下的一篇", "2021-02-11"),
    ]
    finding = Finding("article.missing", "7777", "The paper published this article, and it is not held.")
    for kind, lines in ((ledger.WITNESSES, witnesses), (ledger.FINDINGS, [finding])):
        path = folder / "archive" / ledger.path(kind, "made")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(ledger.lines(lines))
    return folder
