"""The generic extractor: an article from a page whose template nobody knows.

One parse, one walk: :mod:`.blocks` lays the page out, :mod:`.scoring` tells
body from template, :mod:`.statements` and :mod:`.fields` find the fields.
Nothing is remembered from one page to the next, and no site is known by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from turbohtml import Document, Element, Node

from backissue.model import Author, Finding
from backissue.records.generic.blocks import lay_out
from backissue.records.generic.fields import authors_of, date_of, title_of
from backissue.records.generic.scoring import Hints, body_of
from backissue.records.generic.statements import plain, state
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
    title, title_from = title_of(document, said, host)
    stated = next((words for value in said.ld("articleBody") if (words := plain(value))), "")
    summary = " ".join([plain(value) for value in said.ld("description")] + said.meta.get("og:description", []) + said.meta.get("description", []))
    named = set(document.select("[itemprop~=articleBody]"))
    layout = lay_out(document, _hidden(document), named)
    chosen = body_of(layout, Hints(title or "", stated, summary))
    span = (chosen[0].at, chosen[-1].at) if chosen else (-1, -1)
    published, updated, date_from = date_of(document, said, layout, url, zone(timezone), captured, span)
    authors, printed, author_from = authors_of(document, said, layout, host, span, title)
    return Generic(
        title, authors, printed, published, updated,
        tuple(n for b in chosen for n in b.nodes), "\n".join(b.text for b in chosen),
        {k: v for k, v in (("title", title_from), ("published", date_from), ("authors", author_from)) if v},
    )  # fmt: skip


def _hidden(document: Document) -> set[Element]:
    """Elements not shown, but for ``<div hidden id="S:0">``: there React streams what its script then shows."""
    found = document.select('[hidden],[style*="display:none"],[style*="display: none"]')
    return {element for element in found if not (element.attr("id") or "").startswith("S:")}
