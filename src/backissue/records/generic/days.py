"""When an article was published and updated, from what the page states to machines, else prints near its body.

Refuses to fill in: a date that no one states or prints is None, and so is one
after the capture; an update stamp is a date of publication only where there is
no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from turbohtml import Document

from backissue.records.generic.blocks import Layout
from backissue.records.generic.statements import LONGEST, Statements, plain
from backissue.text.dates import day_of, find_dates, parse_date

__all__ = ["Stated", "date_of", "stated_days"]

_DATE_META: Final = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "date_published",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish_date", "publish-date", "pubdate", "published_time", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc.terms.date", "dcterms.issued", "citation_publication_date", "article.published", "rnews:datepublished",
    "originalpublicationdate", "article_date_original", "displaydate", "datecreated", "article.created", "firstcreatedtime", "apub:time", "bt:pubdate", "_pubtime", "createtime", "creationdate", "date", "releasedate",
)  # fmt: skip
_UPDATE_META: Final = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
)
_URL_DATE = re.compile(
    r"(?<!\d)(20[0-2]\d|19[89]\d)[/\-_.]?(0[1-9]|1[0-2])[/\-_.]?(0[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)(20[0-2]\d|19[89]\d)/(\d{1,2})/(\d{1,2})(?=/)"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states to machines of its days, and the evidence; ``order`` is how it writes numbers."""

    published: date | datetime | None
    updated: date | datetime | None
    evidence: str
    order: str


def stated_days(
    document: Document, said: Statements, *, url: str, tz: tzinfo | None, latest: datetime | None
) -> Stated:
    """When the article was published and updated, as JSON-LD, meta, microdata and the page's own script have it."""
    order = _order(said, url)

    def read(value: Any) -> date | datetime | None:
        words = plain(value) if not isinstance(value, int) else str(value)
        return parse_date(words, tz, order=order, latest=latest) if words else None

    def published() -> tuple[date | datetime | None, str]:
        for node in said.article:
            for key in ("datePublished", "dateCreated", "uploadDate"):
                if node.get(key) and (d := read(node[key])):
                    return d, "json-ld"
        for name in _DATE_META:
            for value in said.meta.get(name, ()):
                if d := read(value):
                    return d, f"meta {name}"
        for node in said.page:
            for key in ("datePublished", "dateCreated", "uploadDate"):
                if node.get(key) and (d := read(node[key])):
                    return d, "json-ld page"
        element = document.select_one("[itemprop=datePublished],[property*=datePublished]")
        if element is not None and (d := read(element.attr("datetime") or element.attr("content") or element.text)):
            return d, "microdata"
        found = _in_state(document, read)
        return found, "page state" if found else ""

    updated = next((d for v in said.ld("dateModified") if (d := read(v))), None)
    if updated is None:
        updated = next((d for n in _UPDATE_META for v in said.meta.get(n, ()) if (d := read(v))), None)
    day, evidence = published()
    return Stated(day, updated, evidence, order)


def date_of(
    document: Document,
    stated: Stated,
    layout: Layout,
    *,
    url: str,
    tz: tzinfo | None,
    latest: datetime | None,
    span: tuple[int, int],
) -> tuple[date | datetime | None, date | datetime | None, str]:
    """When the article was published and updated, and the evidence: what is stated, else printed.

    ``span`` are the indexes of the first and last block of the body.
    """
    updated, order = stated.updated, stated.order
    if stated.published is not None:
        return stated.published, updated, stated.evidence
    printed, stamp = _printed(layout, tz, order, latest, span)
    first = document.select_one("article time[datetime], main time[datetime], time[datetime]")
    if first is not None and (words := plain(first.attr("datetime"))):
        d = parse_date(words, tz, order=order, latest=latest)
        if d:
            return d, updated or stamp, "time"
    if printed is not None:
        return printed, updated or stamp, "printed"
    if m := _URL_DATE.search(unquote(urlsplit(url).path)):
        d = parse_date("-".join(x for x in m.groups() if x), tz, latest=latest)
        if d:
            return d, updated, "url"
    if stamp is not None:
        return stamp, stamp, "printed update"
    return updated, updated, "json-ld update" if updated else ""


_STATE = re.compile(
    r""""(?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|firstPublished\w*|pubDate)\\?"\s*:\s*\\?"([^"\\]{8,40})\\?\""""
)

_SET = re.compile(
    r"""(?:c(?<!\wc)(?:reate_?[Tt]ime|t)|p(?<!\wp)ub(?:(?:lish)?_?[Tt]ime|_?[Dd]ate))\s*=\s*["'](1\d{9}|(?:19|20)\d\d-\d\d?-\d\d?[^"']{0,20})["']"""
)
"""A variable that a script shows as the day, as pages of messengers do.

Its first letter is looked for before the word's beginning is: so written, a script is searched in a tenth of the time.
"""


def _in_state(document: Document, read: Callable[[Any], date | datetime | None]) -> date | datetime | None:
    """The date of publication in the state or variables that a page's own script renders from, if all agree on one day."""
    values: set[date] = set()
    first: date | datetime | None = None
    for script in document.select("script:not([src])"):
        raw = script.text
        for pattern in (_STATE, _SET) if any(word in raw for word in ("ublish", "pub", "reate", "ct =")) else ():
            for m in pattern.finditer(raw[:LONGEST]):
                if d := read(m[1]):
                    first = first or d
                    values.add(day_of(d))
    return first if len(values) == 1 else None


def _order(said: Statements, url: str) -> str:
    """Day or month first, by the language and country the page gives itself."""
    locale = (said.say("og:locale", "content-language", "language") or "").replace("_", "-").lower()
    if locale in ("en-us", "en") or (
        not locale and urlsplit(url).netloc.endswith((".com", ".org", ".net", ".gov", ".edu"))
    ):
        return "mdy"
    return "dmy" if locale else ""


_FIRST_PRINTED = re.compile(r"(?:originally|first) (?:published|posted|appeared)|首次?發佈|首发", re.IGNORECASE)
_DATE_WORD = re.compile(
    r"publish|posted|veröffentlicht|publié|发布|發布|发表|發表|时间|時間|日期|来源|來源|date", re.IGNORECASE
)


def _printed(
    layout: Layout, tz: tzinfo | None, order: str, latest: datetime | None, span: tuple[int, int]
) -> tuple[date | datetime | None, date | datetime | None]:
    """The date printed nearest above the body, else right below or within its ends; and the update stamp."""
    first, last = span
    if first < 0:
        first, last = 0, len(layout.blocks)
    # Above the headline, mastheads print the day of the visit.
    headline = next((x.first for x in layout.boxes if x.tag == "h1"), -1)
    best: tuple[float, date | datetime] | None = None
    stamp: date | datetime | None = None
    blocks = layout.blocks
    around = list(range(max(0, first - 25), min(len(blocks), first + 7))) + list(
        range(max(first + 4, last - 3), min(len(blocks), last + 6))
    )
    short = [at for at in around if blocks[at].chars <= 160]
    for at in short + [at for at in around if blocks[at].chars > 160]:
        block = blocks[at]
        text = block.text
        if block.chars > 160:
            if best is not None and best[0] < 20:
                break
            if block.chars > 400:
                text = text[:160] + "\n" + text[-160:]
        for found in find_dates(text, tz, order=order, latest=latest):
            if found.updated:
                stamp = stamp or found.value
            if at <= first:
                cost = first - at
            elif at <= first + 6 and block.chars < 60:
                cost = 8 + at - first
            else:
                cost = 30 + abs(at - last)
            cost += 10 if at < headline else 0
            cost += 8 if found.updated else 0
            cost += 25 if block.chars > 160 else 0
            cost += 10 if block.linked > 0.7 * block.chars else 0
            cost -= 6 if isinstance(found.value, datetime) else 0
            cost -= 4 if _DATE_WORD.search(text) else 0
            cost -= 60 if _FIRST_PRINTED.search(text, max(0, found.start - 60), found.start) else 0
            if best is None or cost < best[0]:
                best = (cost, found.value)
    return (best[1] if best else None), stamp
