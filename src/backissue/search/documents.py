"""A record as the search sees it: one text in zones, and what it is sorted, counted and shown by.

The zones are title, body with captions, byline, section, tags and dates, in this order, each ended by
a line feed, so that no phrase reaches from one into the next. It refuses to clean anything: the text
is the reader's, character for character; folding happens beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from backissue.model import Record
from backissue.text.markdown import plain

__all__ = ["Document", "document"]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Document:
    """One article for the index.

    ``path`` is its file relative to ``archive/`` and the key by which it is replaced; ``day`` is a
    date, or None; ``text`` begins with the title and its line feed, ``body`` is where the body's zone
    ends.
    """

    path: str
    id: str
    title: str
    date: str
    url: str
    text: str
    body: int
    day: dt.date | None = None
    section: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kind: str = "article"


def document(record: Record, path: str) -> Document:
    """What the index keeps of ``record``, whose file is ``path`` below ``archive/``."""
    title = _line(record.title or "")
    body = plain(record.body)
    captions = [_line(c) for image in record.images for c in (image.caption, image.credit) if c and c not in body]
    byline = _line(record.author or "")
    authors = tuple(dict.fromkeys(_line(a.name) for a in record.authors if a.name)) or ((byline,) if byline else ())
    tags = tuple(dict.fromkeys(filter(None, map(_line, record.tags or ()))))
    section = _line(record.category or "")
    shown = record.date or (record.published.isoformat()[:10] if record.published else "")
    main = "\n".join([title, body, *captions]) + "\n"
    rest: Iterable[str] = (byline, *(a for a in authors if a not in byline), section, *tags, shown)
    return Document(
        path=path,
        id=record.id,
        title=title,
        date=shown,
        url=record.url or record.canonical_url or record.original_url or "",
        text=main + "\n".join(filter(None, rest)) + "\n",
        body=len(main),
        day=_day(record),
        section=section,
        authors=authors,
        tags=tags,
        kind=record.kind,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _day(record: Record) -> dt.date | None:
    when = record.published
    if isinstance(when, dt.datetime):
        return when.date()
    if when is not None:
        return when
    if found := _DAY.match(record.date or ""):
        try:
            return dt.date(*map(int, found.groups()))
        except ValueError:
            return None
    return None
