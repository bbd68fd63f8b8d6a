"""What a crawl met at an article's address: shots, each of one page as it was then, not yet bytes.

A scene is one article and all its shots; defects bend the scene, and only at the end is
each shot made into the answer a server sent. It refuses to know files: that is ``making``.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random

from .html import esc
from .paper import Article, Card, Paper, Printed, Version
from .warc import Answer

__all__ = ["GOOD", "Scene", "Shot", "answer", "stage"]

GOOD = frozenset({"article", "rewritten"})  # what a whole record can come from


@dataclass(slots=True)
class Shot:
    """One capture to be: ``what`` it is in truth, and how the server dressed it.

    ``what``: article, older-text, rewritten, truncated, farewell, outage, parked, error, redirect,
    revisit, listing, feed, page, media, style, foreign. ``why`` names the defect, if one made it.
    """

    url: str
    when: datetime
    what: str
    version: Version | None = None
    html: str | None = None
    body: bytes | None = None
    status: int = 200
    mime: str = "text/html"
    declared: str | None = "utf-8"  # the header's charset
    meta: str | None = "utf-8"  # the page's own word
    encoding: str = "utf-8"  # what the bytes are
    coding: str | None = None  # gzip, br, deflate, zstd
    chunked: bool = False
    keep: float | None = None  # the share of the paragraphs that arrived; the next is cut in its middle
    warc_truncated: str | None = None
    location: str | None = None
    headers: list[tuple[str, str]] = field(default_factory=list)
    wrap: Callable[[str], str] | None = None  # what an archive did to the HTML
    repeats: Shot | None = None  # what a revisit repeats
    why: list[str] = field(default_factory=list)
    file: str | None = None  # a kind of file it must lie in
    article: str | None = None
    payload: tuple[str, datetime, str] | None = None  # URL, time, digest, once made


@dataclass(slots=True)
class Scene:
    """One article, its shots, and what defects decided about it."""

    paper: Paper
    article: Article
    rng: Random
    shots: list[Shot]
    related: tuple[Card, ...] = ()
    lost: str | None = None  # why it cannot be had
    unlisted: bool = False
    partial: bool = False  # a part of its text can be had

    @property
    def good(self) -> list[Shot]:
        """The shots a whole record can come from, in time order."""
        return [s for s in self.shots if s.what in GOOD and s.version is self.article.final]

    def later(self, low: int, high: int) -> datetime:
        """A moment ``low`` to ``high`` days after the paper closed."""
        closed = self.paper.closed
        base = datetime(closed.year, closed.month, closed.day, 4, tzinfo=self.paper.zone)
        return base + timedelta(days=low + self.rng.random() * (high - low), seconds=int(self.rng.random() * 60))

    @property
    def url(self) -> str:
        """The address of the first text, as links had it when it ran."""
        return self.paper.url(self.article, self.article.versions[0], self.paper.era(self.article.published))


def encoded(text: str, encoding: str) -> bytes:
    """``text`` as a server of its time would send it; what the encoding lacks as character references.

    Big5 has a full-width solidus at A1FE, where servers wrote it and browsers read it
    (https://encoding.spec.whatwg.org/big5.html); Python's codec writes A241, which browsers read as U+2215.
    """
    if encoding.startswith("big5"):
        return b"\xa1\xfe".join(part.encode(encoding, "xmlcharrefreplace") for part in text.split("／"))
    return text.encode(encoding, "xmlcharrefreplace")


def stage(paper: Paper, article: Article, rng: Random, related: tuple[Card, ...]) -> Scene:
    """The scene before anything goes wrong: each text of the article captured once to three times while it stood."""
    closed = datetime(paper.closed.year, paper.closed.month, paper.closed.day, tzinfo=paper.zone)
    shots: list[Shot] = []
    for at, version in enumerate(article.versions):
        following = article.versions[at + 1] if at + 1 < len(article.versions) else None
        own_id = version.id != article.id
        end = following.since if following and following.id == version.id else closed
        span = max((end - version.since).total_seconds() - 3600, 1800.0)
        for turn in range(1 + int(rng.random() * 2.6)):
            # the first capture soon after publication, the others anywhere in the paper's life
            share = rng.random() ** 3 * 0.05 if turn == 0 else rng.random()
            when = (version.since + timedelta(seconds=int(1200 + share * span))).replace(microsecond=0)
            era = paper.era(when)
            shown = paper.url(replace(article, id=version.id) if own_id else article, version, era)
            if not any(s.url == shown and s.when == when for s in shots):
                what = "article" if version is article.final else "older-text"
                shots.append(Shot(shown, when, what, version=version, article=article.id))
    return Scene(paper, article, rng, sorted(shots, key=lambda s: s.when), related)


def printed(paper: Paper, article: Article, shot: Shot) -> Printed:
    """What the page in this shot prints of the article's fields."""
    assert shot.version is not None
    return paper.era(shot.when).look.printed(paper, article, shot.version)


def _squeeze(body: bytes, coding: str | None) -> bytes:
    if coding == "gzip":
        return gzip.compress(body, 6, mtime=0)
    if coding == "deflate":
        return zlib.compress(body, 6)
    if coding == "br":
        import brotli  # type: ignore[import-untyped]

        return bytes(brotli.compress(body, quality=4))
    if coding == "zstd":
        import zstandard

        return zstandard.ZstdCompressor(level=3).compress(body)
    return body


def _within(body: bytes, shot: Shot) -> int:
    """Where to cut so that the text is lost from the middle of a paragraph on."""
    if shot.keep is None or shot.version is None:
        return len(body)
    texts = [b.spans[0] for b in shot.version.blocks if b.kind == "p" and isinstance(b.spans[0], str)]
    text = texts[min(len(texts) - 1, max(1, int(len(texts) * shot.keep)))]
    words = encoded(esc(text), shot.encoding)
    at = body.rfind(words)
    if at < 0:
        raise ValueError(f"the page at {shot.url} does not have its own text: {text!r}")
    return at + len(words) // 2


def chunks(body: bytes, size: int = 2048) -> bytes:
    """A body in the chunked transfer coding of RFC 9112."""
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def answer(scene: Scene | None, paper: Paper, shot: Shot) -> Answer:
    """The bytes a server sent for this shot."""
    cut = 0
    if shot.body is None:
        html = shot.html
        if html is None and shot.version is not None and scene is not None:
            look = paper.era(shot.when).look
            salt = int(shot.when.timestamp()) // 60
            html = look.article(paper, scene.article, shot.version, charset=shot.meta, related=scene.related, salt=salt)
        if shot.wrap and html:
            html = shot.wrap(html)
        body = encoded(html or "", shot.encoding)
        cut = _within(body, shot)
    else:
        body = shot.body
    body = _squeeze(body, shot.coding)
    full = len(body)
    if shot.chunked:
        body = chunks(body)
    if shot.keep is not None:
        body = body[:cut] if shot.coding is None else body[: int(len(body) * shot.keep)]
    kind = f"{shot.mime}; charset={shot.declared}" if shot.declared and shot.mime.startswith("text/") else shot.mime
    headers = [
        ("Date", format_datetime(shot.when.astimezone(UTC), usegmt=True)),
        ("Server", "nginx"),
        ("Content-Type", kind),
    ]
    if shot.coding:
        headers.append(("Content-Encoding", shot.coding))
    headers.append(("Transfer-Encoding", "chunked") if shot.chunked else ("Content-Length", str(full)))
    if shot.location:
        headers.append(("Location", shot.location))
    headers += shot.headers
    made = Answer(shot.url, shot.when, shot.status, headers, body, truncated=shot.warc_truncated)
    if shot.repeats is not None:
        if shot.repeats.payload is None:
            raise ValueError(f"what {shot.url} repeats has not been written")
        made.revisit_of = shot.repeats.payload
    return made
