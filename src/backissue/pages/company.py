"""What the whole capture set says of a page that the page alone cannot: one body under many addresses is no article.

A Census is a small frozen value, made once from all surveys (in ``learn``),
written as JSON, and read here by whoever judges a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from backissue import jsonlines
from backissue.pages.digests import hamming
from backissue.pages.survey import Survey

__all__ = ["NEAR", "SAME_FRAME", "Census", "Group", "Template", "identity", "shape"]

NEAR = 3
"""Bits in which two texts of the same title may differ and still be one: a date, a counter, a quotation of the day."""

SAME_FRAME = 10
"""Bits in which the skeletons of one template differ: a page with pictures and one without, in a large frame."""


@dataclass(frozen=True, slots=True)
class Group:
    """One text seen under several addresses.

    ``addresses`` counts what is left of them when spellings of one id are one;
    ``changed`` counts those that showed a text of their own at another time, which
    an article never does for long. ``kinds`` are the first opinions with their counts.
    """

    digest: str
    simhash: int
    title: str
    addresses: int
    captures: int
    changed: int
    first: datetime
    last: datetime
    chars: int = 0
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """One frame of pages: its skeleton, how many captures have it, the commonest shapes of their addresses, and opinions."""

    skeleton: str
    captures: int
    shapes: tuple[tuple[str, int], ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True)
class Census:
    """What the surveys say together. Small: at most a few thousand groups and a few hundred templates."""

    captures: int = 0
    addresses: int = 0
    groups: tuple[Group, ...] = ()
    templates: tuple[Template, ...] = ()
    hosts: tuple[tuple[str, int], ...] = ()

    @cached_property
    def _by_digest(self) -> dict[str, Group]:
        return {group.digest: group for group in self.groups}

    @cached_property
    def _by_title(self) -> dict[str, list[Group]]:
        out: dict[str, list[Group]] = {}
        for group in self.groups:
            out.setdefault(group.title, []).append(group)
        return out

    def company(self, survey: Survey) -> Group | None:
        """The group whose text this page shows, or nearly so under the same title; None if it stands alone."""
        if found := self._by_digest.get(survey.text_digest):
            return found
        if not survey.simhash:
            return None
        near = [g for g in self._by_title.get(fold(survey.title), ()) if hamming(g.simhash, survey.simhash) <= NEAR]
        return max(near, key=lambda g: g.addresses, default=None)

    def titled_as_a_crowd(self, survey: Survey) -> bool:
        """Whether another text of this title took the places of several articles, at the time of this page or before."""
        return any(
            g.addresses >= 3 and 2 * g.changed >= g.addresses and g.first <= survey.when
            for g in self._by_title.get(fold(survey.title), ())
        )

    def in_an_articles_frame(self, survey: Survey) -> bool:
        """Whether the page has the frame of pages that are nearly all articles (five at least)."""
        if not survey.template:
            return False
        value = int(survey.template, 16)
        for template in self.templates:
            if hamming(int(template.skeleton, 16), value) <= SAME_FRAME:
                articles = dict(template.kinds).get("article", 0)
                return articles >= 5 and articles >= 0.8 * template.captures
        return False

    def to_json(self) -> dict[str, Any]:
        """The census as what JSON holds."""
        plain: dict[str, Any] = jsonlines.plain(self)
        return plain

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Census:
        """The census that ``to_json`` wrote."""
        return jsonlines.restore(cls, raw)


_NUMBER = re.compile(r"\d+")
_LONG_NUMBER = re.compile(
    r"(?<![\d%])\d{5,}(?!\d)(?!\w{0,12}[._-](?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))"
)
_DAY = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?")
_SPACE_AND_DIGITS = re.compile(r"[\s\d]+")
_KNOWN_LAST = re.compile(r"\.(?:s?html?|php|aspx?|jsp|cgi|do)$")


def fold(title: str | None) -> str:
    """A title for comparison: no white space, no digits, small letters."""
    return _SPACE_AND_DIGITS.sub("", title or "").casefold()[:200]


def identity(key: str) -> str:
    """What is left of a URL key when spellings of one article's address are one: host and longest number, else the path.

    ``/article/38092/any-slug`` and ``/amp/article/38092`` are one; the query is left out
    unless it holds the only number. A number before a day (``nw.D110000_20110608_2-03.htm``) is the paper's own.
    """
    host, _, path = key.partition(")")
    path, _, query = path.partition("?")
    numbers = [n for n in _LONG_NUMBER.findall(path) if not _DAY.fullmatch(n)]
    if numbers:
        return f"{host}){max(numbers, key=len)}"
    if query and _NUMBER.search(query):
        return key
    return f"{host}){path}"


def shape(key: str) -> str:
    """The shape of a URL key's path: digits as ``#``, a segment of words as ``*``; at most six segments.

    >>> shape("com,paper)/news/2021/02/11/a-long-slug-12.html")
    '/news/#/#/#/*.html'
    """
    path, _, query = key.partition(")")[2].partition("?")
    segments = []
    for segment in path.strip("/").split("/")[:6]:
        ending = _KNOWN_LAST.search(segment)
        name = segment[: ending.start()] if ending else segment
        if _NUMBER.fullmatch(name):
            name = "#"
        elif "%" in name:
            name = "*"
        elif _NUMBER.search(name) and len(name) - sum(map(len, _NUMBER.findall(name))) <= 10 and name.isascii():
            name = _NUMBER.sub("#", name)
        elif len(name) > 24 or name.count("-") + name.count("_") >= 2 or not name.isascii():
            name = "*"
        segments.append(name + (ending.group() if ending else ""))
    names = sorted(part.partition("=")[0] for part in query.split("&")) if query else []
    return "/" + "/".join(segments) + (f"?{'&'.join(names)}" if names else "")
