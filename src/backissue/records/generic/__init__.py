"""The generic extractor: an article from a page whose template nobody knows.

One parse, one walk: :mod:`.blocks` lays the page out, :mod:`.scoring` tells
body from template, :mod:`.statements`, :mod:`.titles`, :mod:`.days`,
:mod:`.credits` and :mod:`.subjects` find the fields.
Nothing is remembered from one page to the next, and no site is known by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from turbohtml import Document, Element, Node

from backissue.model import Author, Finding
from backissue.records.generic.blocks import SILENT, Block, Layout, lay_out
from backissue.records.generic.credits import authors_of
from backissue.records.generic.days import date_of, stated_days
from backissue.records.generic.scoring import Hints, body_of
from backissue.records.generic.statements import Statements, plain, state
from backissue.records.generic.subjects import language_of, subjects_of
from backissue.records.generic.titles import title_of
from backissue.text.dates import zone
from backissue.urls import host as host_of

__all__ = ["Generic", "hints_of", "read"]


@dataclass(frozen=True)
class Generic:
    """What one page gives, and the evidence for each field.

    ``body_nodes`` are the nodes of the tree that hold the body, in order, and
    ``text`` the same as plain lines; where a page holds its text only in JSON-LD
    there is text without nodes. ``author_printed`` is the byline's own words,
    where one was read off the page. Times have a zone, else a day stands alone.
    ``labels`` are what a Chinese headline has in 【】.
    """

    title: str | None
    authors: tuple[Author, ...]
    author_printed: str | None
    published: date | datetime | None
    updated: date | datetime | None
    section: str | None
    tags: tuple[str, ...]
    labels: tuple[str, ...]
    language: str | None
    lead_image: str | None
    body_nodes: tuple[Node, ...]
    text: str
    evidence: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


def read(
    document: Document,
    url: str,
    *,
    captured: datetime | None = None,
    timezone: str | None = None,
    spend: bool = False,
) -> Generic:
    """The article of a parsed page; never fails on what a page holds.

    ``url`` may be empty. ``captured`` bounds every date; ``timezone`` (an IANA
    name) is what bare times mean. Trouble comes as findings about ``url``:
    ``body.none``, ``body.stated-only``, ``body.small-part``. The tree is left as
    it is, unless the caller gives it away with ``spend``: then what shows no text
    is cut out of it first, which saves a tenth of the time.
    """
    said = state(document)
    host = host_of(url) if url else ""
    title, title_from = title_of(document, said, host)
    tz = zone(timezone)
    stated_day = stated_days(document, said, url=url, tz=tz, latest=captured)
    if spend:
        for element in document.iter_elements(_WORDY):
            element.decompose()
        document.remove(UNSHOWN)
    layout, hints = hints_of(document, said, url, title, hidden=set() if spend else None)
    stated = hints.stated
    chosen = body_of(layout, hints)
    text = "\n".join([b.text for b in chosen])
    findings: list[Finding] = []
    if len(stated) > 300 and len(text) < 0.3 * len(stated):
        findings.append(
            Finding(
                "body.stated-only",
                url,
                "The page shows less of its text than it states in JSON-LD; the text is from there.",
            )
        )
        text, chosen = stated, []
    elif not text:
        findings.append(Finding("body.none", url, "No text on the page reads like an article."))
    elif layout.mass > PLENTY and len(text) < layout.mass // 8:
        findings.append(
            Finding(
                "body.small-part",
                url,
                "Only a small part of a long page reads like one article.",
                evidence={"characters": len(text)},
            )
        )
    span = (chosen[0].at, chosen[-1].at) if chosen else (-1, -1)
    published, updated, date_from = date_of(document, stated_day, layout, url=url, tz=tz, latest=captured, span=span)
    authors, printed, author_from = authors_of(document, said, layout, host=host, span=span, title=title)
    section, tags = subjects_of(said)
    evidence = {
        "title": title_from,
        "published": date_from,
        "authors": author_from,
        "body": "blocks" if chosen else "json-ld" if text else "",
    }
    return Generic(
        title=title,
        authors=authors,
        author_printed=printed,
        published=published,
        updated=updated,
        section=section,
        tags=tags,
        labels=tuple(_LABEL.findall(title)) if title and "【" in title else (),
        language=language_of(document, said),
        lead_image=said.say("og:image", "og:image:url", "twitter:image", "twitter:image:src"),
        body_nodes=tuple(_nodes(chosen)),
        text=text,
        evidence={field: where for field, where in evidence.items() if where},
        findings=tuple(findings),
    )


def hints_of(
    document: Document, said: Statements, url: str, title: str | None = None, hidden: Set[Element] | None = None
) -> tuple[Layout, Hints]:
    """The layout of a page, and what else is known of it when its body is looked for."""
    if title is None:
        title, _ = title_of(document, said, host_of(url) if url else "")
    stated = next((words for value in said.ld("articleBody") if (words := plain(value))), "")
    summary = " ".join(
        [plain(value) for value in said.ld("description")]
        + said.meta.get("og:description", [])
        + said.meta.get("description", [])
    )
    layout = lay_out(
        document, _hidden(document) if hidden is None else hidden, set(document.select("[itemprop~=articleBody]"))
    )
    return layout, Hints(title or "", stated, summary)


PLENTY: Final = 20_000
"""Characters of prose from which on a page that gives little of it is worth a look."""
_LABEL = re.compile(r"【([^】]{1,20})】")


def _nodes(chosen: list[Block]) -> Iterator[Node]:
    """The nodes of the chosen blocks: a box whole where all it holds was chosen as one block, else its own children."""
    last: Node | None = None
    for block in chosen:
        whole = block.box.first == block.box.last and block.box.up is not None
        for node in [block.box.node] if whole else block.nodes:
            if node is not last:
                yield node
            last = node


_STREAMED: Final = '[id^="S:"]'
"""``<div hidden id="S:0">``: there React streams what its script then shows."""
_WORDY: Final = SILENT - frozenset(
    ("area", "base", "embed", "frame", "head", "input", "link", "meta", "param", "source", "track")
)
"""Silent elements that may hold text in a body. Cut out one by one: a selector that names them all takes four times as long."""
UNSHOWN: Final = (
    f'[hidden]:not({_STREAMED}),[style*="display:none"]:not({_STREAMED}),[style*="display: none"]:not({_STREAMED}),'
    "footer:not(article footer,main footer,blockquote footer),"
    "li:has(> a:only-child):not(article li,main li,p ~ ul li,p ~ ol li)"
)
"""What is not shown, and what is never the article: the site's own footer, and menus, which are links in lists after no paragraph.

Of the sets' blocks the footers are a tenth and hold one in five thousand of the body's characters, the menus a fifth and one in a thousand.
"""


def _hidden(document: Document) -> set[Element]:
    """Elements that are cut out of a tree that may be spent, and passed over in one that may not."""
    return set(document.select(UNSHOWN))
