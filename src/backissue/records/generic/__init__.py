"""The generic extractor: an article from a page whose template nobody knows.

One parse, one walk: :mod:`.blocks` lays the page out, :mod:`.scoring` tells
body from template, :mod:`.statements` and :mod:`.fields` find the fields.
Nothing is remembered from one page to the next, and no site is known by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from turbohtml import Document, Node

from backissue.model import Author, Finding
from backissue.records.generic.blocks import lay_out
from backissue.records.generic.fields import authors_of, date_of, title_of
from backissue.records.generic.scoring import body_of
from backissue.records.generic.statements import state
from backissue.text.dates import zone
from backissue.urls import host as host_of

__all__ = ["Generic", "read"]


@dataclass(frozen=True)
class Generic:
    """What one page gives. ``text`` is the body as plain lines, ``body_nodes`` the nodes of the tree it came from, in order."""

    title: str | None
    authors: tuple[Author, ...]
    author_printed: str | None
    published: date | datetime | None
    updated: date | datetime | None
    body_nodes: tuple[Node, ...]
    text: str
    evidence: dict[str, str]
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    labels: tuple[str, ...] = ()
    lead_image: str | None = None
    findings: tuple[Finding, ...] = ()


def read(document: Document, url: str, *, captured: datetime | None = None, timezone: str | None = None) -> Generic:
    """The article of a parsed page; never fails on what a page holds."""
    said = state(document)
    host = host_of(url) if url else ""
    hidden = set(document.select('[hidden],[style*="display:none"],[style*="display: none"]'))
    named = set(document.select("[itemprop~=articleBody]"))
    layout = lay_out(document, hidden, named)
    title, title_from = title_of(document, said, host)
    chosen = body_of(layout, title or "", said)
    span = (chosen[0].at, chosen[-1].at) if chosen else (-1, -1)
    published, updated, date_from = date_of(document, said, layout, url, zone(timezone), captured, span)
    authors, printed, author_from = authors_of(document, said, layout, host, span, title)
    return Generic(
        title, authors, printed, published, updated,
        tuple(n for b in chosen for n in b.nodes), "\n".join(b.text for b in chosen),
        {k: v for k, v in (("title", title_from), ("published", date_from), ("authors", author_from)) if v},
    )  # fmt: skip
