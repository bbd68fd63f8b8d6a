"""Looks where a pick says, and brings what stands there.

One Looker a page: the document, its address under the outlet's rules, and what
it states of itself are looked at once. Refuses to interpret: what comes back is
words as printed, white space collapsed, and which pick gave them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from backissue.outlets import addresses, patterns, picks
from backissue.records.characters import odd, printed, scrub
from backissue.records.generic import statements
from backissue.text import tree
from backissue.text.markdown import squeeze
from backissue.text.tree import Document, Element, Text

__all__ = ["Looker", "Picked", "in_a_row"]

_OTHERS = 12
_MANY = frozenset({"tags", "editor_tags", "labels", "byline", "notes"})
_LISTED = frozenset({"tags", "editor_tags"})
_LISTS = re.compile(r"\s*[、，,;；|｜]\s*|\s+(?=[#＃])")
_TAG = re.compile(r"<[^>]+>")
_NAMED = re.compile(r"[.#\[]")
_PARTED = re.compile(r"\s*[,，、;；|｜]\s*")


def in_a_row(found: Sequence[Element]) -> list[Element]:
    """The first of what a selector finds, and those of the rest that stand right behind it, with nothing but white space between."""
    row = list(found[:1])
    for element in found[1:]:
        before = element.previous_sibling
        while isinstance(before, Text) and not before.data.strip():
            before = before.previous_sibling
        if before != row[-1]:
            break
        row.append(element)
    return row


@dataclass(frozen=True, slots=True)
class Picked:
    """What a pick gave: the words, in order, and the pick as written."""

    values: tuple[str, ...]
    pick: str
    element: Element | None = None

    @property
    def text(self) -> str:
        """The words as one line; several of them (two names in two elements) set apart by 、 or a comma."""
        if len(self.values) == 1:
            return self.values[0]
        return ("、" if any(not v.isascii() for v in self.values) else ", ").join(self.values)


class Looker:
    """A page that can be asked by picks."""

    def __init__(
        self,
        document: Document,
        html: str,
        url: str,
        names: Mapping[str, str],
        slow: Callable[[str], None] = lambda _pattern: None,
    ) -> None:
        self.document = document
        self.html = html
        self.url = url
        self.names = names
        self.slow = slow
        self._said: statements.Statements | None = None
        self._text: str | None = None

    @property
    def said(self) -> statements.Statements:
        """What the page states of itself, read once."""
        if self._said is None:
            self._said = statements.state(self.document)
        return self._said

    def first(self, field: str, ways: Sequence[str], clean: Sequence[patterns.Pattern] = ()) -> Picked | None:
        """The first pick that answers, its words cleaned; None where none does."""
        for text in ways:
            pick = picks.parse(text)
            values, element = self._look(pick, many=field in _MANY)
            if field in _LISTED and len(values) == 1 and pick.kind in ("css", "text") and not _is_link(element):
                values = self._parts(values[0], pick.pattern, element)
                pick = picks.Pick(pick.kind, pick.what, pick.text, pick.attribute)
            cleaned = tuple(v for value in values if (v := self._clean(value, pick.pattern, clean)))
            if cleaned:
                return Picked(_once(cleaned) if field in _MANY else cleaned[:1], text, element)
            if element is not None and field == "lead":
                return Picked((), text, element)
        return None

    def others(self, way: str, clean: Sequence[patterns.Pattern] = ()) -> Iterator[Picked]:
        """What the elements behind the first one say that a pick by CSS finds, in order."""
        pick = picks.parse(way)
        for element in self.document.select(pick.what)[1:_OTHERS] if pick.kind == "css" else ():
            words = (element.attr(pick.attribute) or "") if pick.attribute else printed(element)
            if words := self._clean(words, pick.pattern, clean):
                yield Picked((words,), way, element)

    def row(self, way: str) -> list[Element]:
        """The element that a pick by CSS finds, and those it finds right behind: each picture may have a box of its own."""
        pick = picks.parse(way)
        return in_a_row(self.document.select(pick.what)) if pick.kind == "css" else []

    def _look(self, pick: picks.Pick, *, many: bool) -> tuple[list[str], Element | None]:
        match pick.kind:
            case "css":
                return self._css(pick, many=many)
            case "ld":
                return self._ld(pick.what, many=many), None
            case "meta":
                return self._meta(pick.what, many=many), None
            case "link":
                found = self.document.select_one(f'link[rel~="{pick.what}" i][href]')
                return [found.attr("href") or ""] if found else [], None
            case "url":
                words = addresses.fill(pick.what, self.names) or ""
                return words.split("-") if many else [words], None
            case "html":
                return [self.html], None
        if self._text is None:
            body = self.document.select_one("body")
            self._text = "\n".join(tree.own_lines(body)) if body is not None else ""
        return [self._text], None

    def _css(self, pick: picks.Pick, *, many: bool) -> tuple[list[str], Element | None]:
        found = self.document.select(pick.what) if many else [self.document.select_one(pick.what)]
        if len(found) > 1 and not _NAMED.search(pick.what):  # a place alone: cells of other tables have it, too
            found = [e for e in found if e is not None and _row(e) == _row(found[0])]
        values = []
        first = None
        for element in found:
            if element is None:
                continue
            first = first or element
            values.append((element.attr(pick.attribute) or "") if pick.attribute else printed(element))
        return values, first

    def _ld(self, path: str, *, many: bool) -> list[str]:
        keys = path.split(".")
        nodes: Iterable[Any] = [*self.said.article, *self.said.page]
        for node in nodes:
            values: list[Any] = [node]
            for key in keys:
                values = [v.get(key) for v in _flat(values) if isinstance(v, Mapping)]
            words = [_words(v) for v in _flat(values) if v not in (None, "")]
            if any(words):
                return _PARTED.split(words[0]) if many and len(words) == 1 and keys[0] != "author" else words
        return []

    def _meta(self, name: str, *, many: bool) -> list[str]:
        values = self.said.meta.get(name.lower(), [])
        return _PARTED.split(values[0]) if many and len(values) == 1 else list(values)

    def _parts(self, value: str, pattern: patterns.Pattern | None, element: Element | None) -> list[str]:
        """The words of one line that lists several: ``標籤：甲、乙``, ``#A #B``; where it is nothing but links, those."""
        words = self._clean(value, pattern, ())
        links = [printed(a) for a in element.iter_elements("a")] if element is not None else []
        if len(links) > 1 and words.split() == " ".join(links).split():
            return links
        return [part for part in _LISTS.split(words) if part]

    def _clean(self, value: str, pattern: patterns.Pattern | None, clean: Sequence[patterns.Pattern]) -> str:
        if pattern is not None:
            try:
                found = patterns.search(pattern, value)
            except patterns.SlowPattern as news:
                self.slow(news.pattern)
                return ""
            if found is None:
                return ""
            value = (found[1] if found.re.groups else found[0]) or ""
        value = squeeze(value).strip(" \u3000")
        if odd(value):
            value = scrub(value)
        for each in clean:
            value = patterns.without(each, value, self.slow).strip(" \u3000")
        return value


def _row(element: Element | None) -> object:
    """What an element stands in with those of its list: the parent of its parent."""
    return element.parent.parent if element is not None and element.parent is not None else None


def _is_link(element: Element | None) -> bool:
    return element is not None and element.tag == "a"


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    """A list that the page prints twice (above and below), once; what is repeated within it stays as printed."""
    half, odd = divmod(len(values), 2)
    return values[:half] if not odd and values[:half] == values[half:] else values


def _flat(values: Iterable[Any]) -> list[Any]:
    """Values with lists among them opened."""
    out: list[Any] = []
    for value in values:
        if isinstance(value, list):
            out.extend(value)
        else:
            out.append(value)
    return out


def _words(value: Any) -> str:
    """A JSON-LD value as printed words: a person's name, a text with its entities and tags undone."""
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name") or value.get("@id") or value.get("url") or ""
    if isinstance(value, (int, float)):
        return str(value)
    if not isinstance(value, str):
        return ""
    if "&" in value:
        value = unescape(value)
    return _TAG.sub("", value) if "<" in value else value
