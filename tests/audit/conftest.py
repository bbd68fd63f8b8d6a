"""A small paper whose every capture and article is accounted for: what the checks must find nothing wrong with."""

from __future__ import annotations

import dataclasses
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backissue import captures, outlets, urls
from backissue.archive import Archive
from backissue.model import (
    Author,
    Capture,
    Fate,
    FateKind,
    Finding,
    Image,
    Outlet,
    Record,
    Revision,
    Severity,
    Source,
    Witness,
)

SITE = "https://paper.example"
BEGAN = datetime(2020, 3, 2, 1, 0, 0, tzinfo=UTC)
OUTLET = """
name = "島報"
hosts = ["paper.example"]
timezone = "Asia/Hong_Kong"
language = "zh-Hant-HK"

[[page]]
kind = "article"
match = "/article/{id}"

[[page]]
kind = "listing"
match = "/"
"""
ARTICLES = 100
SENTENCES = (
    "渡輪服務今日恢復正常，",
    "居民表示歡迎。",
    "當局預料人流會在週末回升，",
    "並呼籲市民預早出門。",
    "島上的小店也重新開業，",
    "街坊笑說終於等到這一天。",
)


def text_of(n: int) -> str:
    """Several paragraphs, different for every article."""
    first = f"第{n}日，{''.join(SENTENCES[(n * k + k) % 6] for k in range(1, 5))}第{n}號碼頭人流暢順。"
    return "\n\n".join([first, f"渡輪公司發言人說，第{n}班船於清晨開出，{SENTENCES[n % 6]}全程約{n + 20}分鐘。"])


def warc_record(
    url: str, when: datetime, body: bytes, *, mime: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """A response record, uncompressed."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {when:%Y-%m-%dT%H:%M:%SZ}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{zlib.crc32(f'{url} {when}'.encode()):012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def html_of(n: int) -> bytes:
    paragraphs = "".join(f"<p>{p}</p>" for p in text_of(n).split("\n\n"))
    return f"<html><head><title>第{n}篇</title></head><body><h1>渡輪第{n}日</h1>{paragraphs}</body></html>".encode()


PICTURE = b"\xff\xd8\xff\xe0" + b"picture" * 20


def build(folder: Path) -> Path:
    """Write the paper: 99 articles over three months, one of them lost, one withdrawn."""
    (folder / "captures").mkdir(parents=True)
    (folder / "outlet.toml").write_text(OUTLET, encoding="utf-8")
    (folder / "decisions.toml").write_text('[[withdraw]]\narticle = "99"\ndate = 2026-11-22\n', encoding="utf-8")
    records = []
    cards = "".join(f'<li><a href="/article/{n}">渡輪第{n}日</a></li>' for n in [*range(1, ARTICLES), 400])
    records.append((f"{SITE}/", BEGAN + timedelta(days=200), f"<html><ul>{cards}</ul></html>".encode(), "text/html"))
    for n in range(1, ARTICLES):
        when = BEGAN + timedelta(days=100, minutes=n)
        records.append((f"{SITE}/article/{n}", when, html_of(n), "text/html; charset=utf-8"))
        if n % 2:
            records.append((f"{SITE}/article/{n}", when + timedelta(days=9), html_of(n), "text/html; charset=utf-8"))
    records.append((f"{SITE}/a.jpg", BEGAN + timedelta(days=100), PICTURE, "image/jpeg"))
    records.append(("https://other.example/x", BEGAN + timedelta(days=100), b"<p>x</p>", "text/html"))
    records.append((f"{SITE}/article/400", BEGAN + timedelta(days=700), b"<p>Goodbye, dear readers.</p>", "text/html"))
    warc = folder / "captures" / "0123456789abcdef.warc"
    warc.write_bytes(b"".join(warc_record(u, w, b, mime=m) for u, w, b, m in records))
    file(folder)
    return folder


def file(folder: Path) -> None:
    """Fill the archive from the evidence, as an honest run would."""
    outlet = outlets.load(folder / "outlet.toml")
    name = "0123456789abcdef.warc"
    lines = [c for c in captures.index(folder / "captures", name) if isinstance(c, Capture)]
    captures.write_listing(folder / "captures", name, lines, {"file": name})
    archive = Archive(folder)
    archive.recover()
    by_key: dict[str, list[Capture]] = {}
    for line in lines:
        by_key.setdefault(outlets.article_key(outlet, line.url), []).append(line)
    front = lines[0]
    for shard in range(4):
        with archive.transaction(f"{shard:02}") as t:
            for key, those in by_key.items():
                if sum(key.encode()) % 4 != shard:
                    continue
                fill(archive, t, outlet, key, those, front)
    archive.finish([f"{shard:02}" for shard in range(4)])


def fill(archive: Archive, t: object, outlet: Outlet, key: str, those: list[Capture], front: Capture) -> None:
    def fate(capture: Capture, kind: FateKind, subject: str | None = None, reason: str | None = None) -> None:
        t.fate(Fate(capture.ref, capture.url, capture.when, kind, subject, reason))

    kind, _ = outlets.classify(outlet, those[0].url)
    if kind == "article":
        t.witness(Witness(key, "card", front.ref, front.when, those[0].url, f"渡輪第{key}日"))
    if those[0] is front:
        fate(front, FateKind.WITNESS)
    elif (those[0].mimetype or "").startswith("image/"):
        fate(those[0], FateKind.MEDIA)
    elif urls.host(those[0].url) != "paper.example":
        fate(those[0], FateKind.FOREIGN)
    elif key == "400":
        fate(those[0], FateKind.FINDING, None, "page.farewell")
        t.finding(
            Finding("page.farewell", those[0].ref, "A farewell page under an article's address.", Severity.WARNING)
        )
    else:
        fate(those[0], FateKind.SOURCE, key)
        for other in those[1:]:
            fate(other, FateKind.ALTERNATE, key, "same text, later")
        record = record_of(archive, int(key), those[0])
        if key == "7":
            older = dataclasses.replace(record, title="渡輪第七日（舊題）", body="舊文。")
            name = t.revise(key, "20200401000000", older)
            revision = Revision(when=those[0].when, title=older.title, file=name)
            record = dataclasses.replace(record, revisions=(revision,), former_titles=("渡輪第七日（舊題）",))
        t.put(record)


def record_of(archive: Archive, n: int, capture: Capture) -> Record:
    """The right record of article ``n``."""
    day = (BEGAN + timedelta(days=0.8 * n)).date()
    record = Record(
        id=str(n),
        title=f"渡輪第{n}日",
        date=day.isoformat(),
        author="記者何小島",
        category="港聞",
        tags=("渡輪",),
        url=f"https://web.archive.org/web/{capture.timestamp}/{capture.url}",
        original_url=capture.url,
        published=day,
        language="zh-Hant-HK",
        publisher="島報",
        authors=(Author("何小島", role="記者"),),
        source=Source("warc", capture.when, f"captures/{capture.place.file}", capture.place.offset, capture.digest),
        evidence={"title": "page"},
        body=text_of(n),
    )
    if n == 5:
        picture = archive.store_media(PICTURE, "image/jpeg")
        image = Image(f"{SITE}/a.jpg", picture, picture[9:73], "碼頭")
        record = dataclasses.replace(record, images=(image,), body=f"{record.body}\n\n![碼頭](../../../{picture})")
    return record


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper, not to be touched."""
    return build(tmp_path_factory.mktemp("paper") / "paper")


@pytest.fixture
def paper(pristine: Path, tmp_path: Path) -> Path:
    """A copy of the paper, to be damaged."""
    import shutil

    return Path(shutil.copytree(pristine, tmp_path / "paper"))
