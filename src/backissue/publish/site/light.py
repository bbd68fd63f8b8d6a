"""What the site keeps in mind of every article while it builds: a few hundred bytes each.

Listings, feeds, neighbours and related articles are made from lights alone; an
article's text is in memory only while its own page is made. Lights of the last
build are kept in ``work/``, so that an unchanged record need not be read again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from sys import intern
from typing import Any
from zlib import adler32, crc32

from backissue import urls
from backissue.model import Author, Record
from backissue.publish.render import body

__all__ = [
    "Light",
    "address_key",
    "authors_of",
    "day_of",
    "digest_of",
    "key_of",
    "light_of",
    "one_line",
    "parse",
    "plain_address",
    "readable",
    "row",
]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PREFIX = re.compile(r"^(?:https?:)?(?://[^/]+)?/web/\d{1,14}[a-z_]*/", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_WIDTH = 12


@dataclass(slots=True)
class Light:
    """One record as listings see it.

    ``path`` is the page below the site; ``day`` is ISO or empty; ``when`` what
    it is sorted by. ``digest`` changes whenever the record does. ``addresses``
    are keys of the URLs it had (``address_key``); ``links`` those of the paper's
    own pages that its text links to; ``keys`` are other ids
    of the article, and marks of its address keys. ``mark`` changes with what a
    list says of the article, ``shape`` with where it stands, what it is filed
    under, its addresses and its links.
    """

    path: str
    id: str
    kind: str
    title: str
    day: str
    when: str
    section: str
    authors: list[str]
    kinds: list[str]
    tags: list[str]
    aliases: list[str]
    excerpt: str
    image: str
    language: str
    revisions: int
    digest: str
    addresses: list[str]
    links: list[str]
    keys: list[str]
    mark: str = ""
    shape: str = ""

    @property
    def order(self) -> tuple[str, str, str]:
        """Chronological, undated first; articles of one moment by their number."""
        return (self.when, self.id.zfill(_WIDTH), self.path)


_ROW = attrgetter(*Light.__slots__)
_SHAPE = attrgetter(
    *("path", "id", "kind", "day", "when", "section", "authors", "kinds", "tags", "aliases", "revisions"),
    *("addresses", "links", "keys"),
)


def light_of(record: Record, path: str, links: Iterable[str], excerpt: str) -> Light:
    """The light of ``record``, whose page is ``path``; its digest is left empty."""
    day = day_of(record)
    iso = when = day.isoformat() if day else ""
    if day:
        stamp: object = record.published
        if stamp is None:
            stamp = record.updated
        if isinstance(stamp, datetime) and stamp.date() == day:
            when = stamp.isoformat()
    authors = authors_of(record)
    tags = _each(record.editor_tags or record.tags or ())
    own = set(tags)
    aliases = [t for t in _each(record.tags or ()) if t not in own] if record.editor_tags else []
    image = next((i.file for i in record.images if i.file and body.MEDIA.match(i.file)), "")
    addresses = {u for u in (record.original_url, record.canonical_url) if u}
    keys = [r.id for r in record.revisions if r.id and r.id != record.id]
    title, section, language = one_line(record.title or ""), intern(one_line(record.category or "")), record.language
    names = [intern(a.name) for a in authors]
    said = (path, title, when, section, language or "", *names)
    light = Light(
        path=path,
        id=record.id,
        kind=intern(record.kind),
        title=title,
        day=iso,
        when=when,
        section=section,
        authors=names,
        kinds=[intern(a.kind) for a in authors],
        tags=[intern(t) for t in tags],
        aliases=[intern(t) for t in aliases],
        excerpt=excerpt,
        image=image,
        language=intern(language or ""),
        revisions=0
        if record.byline == "hidden" or not record.revisions
        else sum(1 for r in record.revisions if not r.same_text),
        digest="",
        addresses=sorted({address_key(u) for u in addresses}),
        links=sorted(set(links)) if links else [],
        keys=[*dict.fromkeys(keys), *sorted({digest_of(urls.key(u)) for u in addresses})],
        mark=hashlib.blake2b("\0".join(said).encode("utf-8", "replace"), digest_size=8).hexdigest(),
    )
    light.shape = hashlib.blake2b(repr(_SHAPE(light)).encode("utf-8", "replace"), digest_size=8).hexdigest()
    return light


def day_of(record: Record) -> date | None:
    """The day an article appeared, in the paper's own zone; ``None`` if nobody knows.

    An article that is only known to have been updated stands under that day.
    """
    for said in (record.published, record.updated):
        if isinstance(said, datetime):
            return said.date()
        if said is not None:
            return said
    for printed in (record.date, record.last_updated):
        found = _DAY.match(printed or "")
        if found:
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                continue
    return None


def authors_of(record: Record) -> list[Author]:
    """Who signed it: names told apart, or the byline as printed; nobody where it is hidden."""
    if record.byline == "hidden":
        return []
    named = [a for a in record.authors if a.name.strip()] if record.authors else []
    if not named and record.author and record.author.strip():
        named = [Author(one_line(record.author))]
    seen: dict[str, Author] = {}
    for author in named:
        seen.setdefault(one_line(author.name), author)
    return [Author(name, a.kind, a.role, a.place) for name, a in seen.items()]


def address_key(url: str) -> str:
    """A short key of an address, the same for every way the paper wrote it; scripts compute it too.

    An archive's prefix, scheme, ``www.``, port, fragment, a last slash and the
    letter case of what stands before the path are nothing; percent-encoding is
    undone in the script and here alike (bytes that are no UTF-8 stay encoded).

    >>> address_key("https://www.paper.example/a/1/") == address_key(
    ...     "//web.archive.org/web/2020/http://paper.example/a/1"
    ... )
    True
    """
    return key_of(plain_address(url))


def key_of(text: str) -> str:
    """CRC-32 and Adler-32 of the text in UTF-8, 16 hex digits: not for secrets, but any language has both."""
    raw = text.encode("utf-8", "surrogatepass")
    return f"{crc32(raw):08x}{adler32(raw):08x}"


def plain_address(url: str) -> str:
    """The address without what ``address_key`` ignores: ``paper.example/a/1``."""
    bare = _SCHEME.sub("", _PREFIX.sub("", url.strip(), count=1)).lstrip("/").partition("#")[0]
    host, slash, rest = bare.partition("/")
    host = host.lower().partition(":")[0].removeprefix("www.")
    if "%" in rest:
        rest = readable(rest)
    return (host + slash + rest).rstrip("/")


_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def readable(text: str) -> str:
    """A URL with its percent-encoding undone where that gives text; bytes that are no UTF-8 stay encoded."""

    def one(match: re.Match[str]) -> str:
        try:
            return bytes.fromhex(match[0].replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            return match[0].upper()

    return _ESCAPES.sub(one, text) if "%" in text else text


def digest_of(*parts: str) -> str:
    """A short hash of some texts, for telling whether anything changed."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def row(light: Light) -> list[Any]:
    """The light as a row of JSON."""
    return list(_ROW(light))


def parse(values: list[Any]) -> Light:
    """A light from its row."""
    light = Light(*values)
    light.section = intern(light.section)
    light.kind = intern(light.kind)
    light.language = intern(light.language)
    light.authors = list(map(intern, light.authors))
    light.kinds = list(map(intern, light.kinds))
    light.tags = list(map(intern, light.tags))
    light.aliases = list(map(intern, light.aliases))
    return light


def one_line(text: str) -> str:
    """Text without control characters and line breaks."""
    return (text if text.isprintable() else _CONTROL.sub(" ", text)).strip()


def _each(tags: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(t for t in map(one_line, tags) if t))
