# ruff: noqa: SIM905  (word lists read better as words)
"""What a page says of itself: JSON-LD and meta elements, as flat lists of statements.

Reads only; which statement to believe is decided in the modules of the fields. Broken
JSON is mended where the break is a raw line end or a trailing comma, and is
otherwise left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from turbohtml import Document

__all__ = ["Statements", "state"]

ARTICLES: Final = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle "
    "reviewnewsarticle askpublicnewsarticle blogposting liveblogposting scholarlyarticle medicalscholarlyarticle "
    "techarticle report satiricalarticle advertisercontentarticle socialmediaposting discussionforumposting "
    "review recipe howto medicalwebpage".split()
)
PAGES: Final = frozenset("webpage itempage collectionpage aboutpage videoobject podcastepisode creativework".split())
# JSON-LD of one page above this many characters is not news but a product feed or an attack.
LONGEST: Final = 3_000_000
DEEPEST: Final = 40

_JSON: Final = json.JSONDecoder(strict=False)
_TAG = re.compile(r"<[^>]+>")
_COMMENT = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_TRAILING = re.compile(r",(\s*[}\]])")


@dataclass(slots=True)
class Statements:
    """``article`` are the JSON-LD nodes of article types, best first, ``page`` those of page types;
    ``people`` maps ``@id`` to a node's name; ``meta`` lists name (lower case) to values in document order.
    """

    article: list[Mapping[str, Any]] = field(default_factory=list)
    page: list[Mapping[str, Any]] = field(default_factory=list)
    nodes: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    meta: dict[str, list[str]] = field(default_factory=dict)
    broken: int = 0

    def say(self, *names: str) -> str | None:
        """The first non-empty value of the first of these meta names."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return None

    def ld(self, key: str) -> Iterator[Any]:
        """Every value that article nodes, then page nodes, give under ``key``."""
        for node in self.article:
            if node.get(key):
                yield node[key]
        for node in self.page:
            if node.get(key):
                yield node[key]


def state(document: Document) -> Statements:
    """Everything the page states about itself in machine-readable form."""
    said = Statements()
    for element in document.select("meta[content]"):
        attr = element.attr
        name = attr("property") or attr("name") or attr("itemprop") or attr("http-equiv")
        if name and (value := (attr("content") or "").strip()):
            said.meta.setdefault(name.strip().lower(), []).append(value)
    for element in document.select('script[type*="ld+json" i]'):
        raw = element.text
        if not raw or len(raw) > LONGEST:
            continue
        try:
            found = _JSON.decode(raw)
        except (ValueError, RecursionError):
            try:
                found = _JSON.decode(_TRAILING.sub(r"\1", _COMMENT.sub("", raw).rstrip().rstrip(";")))
            except (ValueError, RecursionError):
                said.broken += 1
                continue
        _gather(found, said, 0)
    return said


def _gather(value: Any, said: Statements, depth: int) -> None:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            _gather(item, said, depth + 1)
        return
    if not isinstance(value, dict):
        return
    kinds = value.get("@type")
    if isinstance(kinds, str):
        kinds = [kinds]
    if isinstance(kinds, list):
        names = {k.rsplit("/", 1)[-1].lower() for k in kinds if isinstance(k, str)}
        if names & ARTICLES:
            said.article.append(value)
        elif names & PAGES:
            said.page.append(value)
    ident = value.get("@id")
    if isinstance(ident, str) and len(value) > 1:
        said.nodes.setdefault(ident, value)
    for key in (
        "@graph",
        "mainEntity",
        "mainEntityOfPage",
        "hasPart",
        "author",
        "isPartOf",
        "itemReviewed",
        "associatedMedia",
    ):
        inner = value.get(key)
        if isinstance(inner, (dict, list)):
            _gather(inner, said, depth + 1)


def plain(value: Any) -> str:
    """A JSON-LD value as one line of text, entities and tags undone; '' for what is no text."""
    if isinstance(value, list):
        value = next((v for v in value if v), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if not isinstance(value, str):
        return ""
    if "&" in value:
        value = html.unescape(value)
        if "&" in value:
            value = html.unescape(value)
    if "<" in value:
        value = _TAG.sub("", value)
    return " ".join(value.split())
