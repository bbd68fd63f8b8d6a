"""An article's page opened for learning: its tree, its lines with the blocks they stand in, and what others say of it.

Read once, asked many times. Refuses to know anything about the rest of the paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from backissue.learn.gather import Pick
from backissue.model import Era
from backissue.pages.mentions import Mention
from backissue.records import figures
from backissue.records.beside import said
from backissue.records.generic.statements import Statements, state
from backissue.text import tree
from backissue.text.tree import BLOCK, Document, Element, Node, Text

__all__ = [
    "Line",
    "Specimen",
    "beside_picture",
    "boilerplate",
    "commonest",
    "era_of",
    "in_form",
    "inside",
    "masked",
    "says_who_took",
]

Item = TypeVar("Item")
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[。！？!?.…」』”）)]\s*$")
_SMALL = 240


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a reader sees it, the block it stands in, how many of its characters lie in links, and the least element that holds it."""

    text: str
    block: Element
    linked: int
    holder: Element

    @property
    def runs(self) -> bool:
        """Whether it is running text and no link."""
        n = len(self.text)
        if self.linked > 0.5 * n:
            return False
        if self.text.isascii():
            return n >= 50 or (n >= 20 and _ENDS.search(self.text) is not None)
        return n >= 22 or (n >= 8 and _ENDS.search(self.text) is not None)


@dataclass(eq=False)
class Specimen:
    """One opened page."""

    pick: Pick
    html: str
    document: Document
    cards: list[Mention] = field(default_factory=list)
    listed: frozenset[str] = frozenset()  # the keys of the listings that name it
    body: Element | None = None
    mass: Counter[Element] = field(default_factory=Counter)

    @cached_property
    def said(self) -> Statements:
        """What the page states of itself to machines."""
        return state(self.document)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the page, in order."""
        return _lines(self.document)

    @cached_property
    def small(self) -> dict[str, list[Element]]:
        """Elements with little text, by that text."""
        out: dict[str, list[Element]] = {}
        body = self.document.select_one("body")
        for element in body.iter_elements() if body is not None else ():
            if element.tag in _NO_TEXT:
                continue
            words = element.text
            if len(words) <= _SMALL and (words := tree.clean(words)):
                out.setdefault(words, []).append(element)
        return out

    @cached_property
    def title(self) -> str:
        """The text of ``<title>``."""
        found = self.document.select_one("title")
        return tree.clean(found.text) if found is not None else ""


_NO_TEXT = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "select", "option", "textarea"))


def masked(words: str) -> str:
    """A line for comparison: no white space, every number as one ``#``, small letters."""
    return _DIGITS.sub("#", "".join(words.split())).casefold()


def boilerplate(specimens: Sequence[Specimen], share: float = 0.15) -> frozenset[str]:
    """Masked lines that stand on several pages: the template's words, not an article's."""
    seen: Counter[str] = Counter()
    of_article: dict[str, set[str]] = {}
    for specimen in specimens:  # an article captured in two designs has its words but once
        of_article.setdefault(specimen.pick.identity, set()).update(masked(line.text) for line in specimen.lines)
    for words in of_article.values():
        seen.update(words)
    least = max(2 if len(of_article) < 12 else 3, share * len(of_article))
    return frozenset(words for words, count in seen.items() if count >= least)


def commonest(counted: Counter[Item], most: int | None = None) -> list[tuple[Item, int]]:
    """What was counted most with its counts, the most first; what is as common by its words, so that the same paper is learned alike each time."""
    return sorted(counted.items(), key=lambda item: (-item[1], str(item[0])))[:most]


def era_of(s: Specimen, eras: Sequence[Era]) -> Era | None:
    """The first era whose mark or text a page has; None where it fits none."""
    return next((era for era in eras if s.document.select_one(era.has or era.body or "body") is not None), None)


def inside(element: Element, roots: Iterable[Element]) -> bool:
    """Whether ``element`` is one of ``roots`` or below one."""
    wanted = set(roots)
    return element in wanted or any(above in wanted for above in element.ancestors)


def in_form(element: Element) -> bool:
    """Whether an element stands in a form to fill in; not one around the whole page, as some servers write it."""
    form = element.closest("form")
    if form is None:
        return False
    around = isinstance(form.parent, Element) and form.parent.tag == "body"
    return len(form.text) <= (_SMALL if around else _FORM)


_FORM = 1000
"""Characters: no search, poll or sign-up has more."""


def beside_picture(element: Element) -> Element | None:
    """The picture that stands in the box around an element, in the box around that, or in its ``figure``; None where none does."""
    above = element.parent.parent if isinstance(element.parent, Element) else None
    for at in (element.parent, above, element.closest("figure")):
        if isinstance(at, Element) and len(at.text) <= _BOX and (found := at.select_one("img, amp-img")) is not None:
            return found
    return None


_BOX = 400
"""Characters: more than a picture's caption and credit are not in its box."""


def says_who_took(element: Element) -> bool:
    """Whether an element says who took the picture beside it, as its words or its name tell: credits recur and are no junk."""
    if len(element.text) > _CREDIT or not (figures.is_credit(tree.clean(element.text)) or said(element)[1]):
        return False
    return beside_picture(element) is not None


_CREDIT = 80
"""Characters: no credit is longer."""


def _lines(document: Document) -> list[Line]:
    root = document.select_one("body")
    if root is None:
        return []
    out: list[Line] = []
    parts: list[str] = []
    linked = depth = 0
    blocks: list[Element] = [root]
    inner: list[Element] = []  # inline elements open within the block
    inner_of: list[list[Element]] = []  # and those open around each open block
    held: list[Element] | None = None  # those around all of the line so far

    def end() -> None:
        nonlocal linked, held
        words = tree.clean("".join(parts))
        if words:
            out.append(Line(words, blocks[-1], min(linked, len(words)), held[-1] if held else blocks[-1]))
        parts.clear()
        linked = 0
        held = None

    stack: list[Node | str] = list(reversed(root.children))
    while stack:
        here = stack.pop()
        if isinstance(here, str):
            if here == "block":
                end()
                blocks.pop()
                inner = inner_of.pop()
            else:
                inner = inner[:-1]
                depth -= here == "link"
        elif type(here) is Text:
            # in preformatted text lines are as they stand
            data = here.data.split("\n") if blocks[-1].tag == "pre" else [here.data]
            for i, words in enumerate(data):
                if i:
                    end()
                parts.append(words)
                if words.strip():
                    held = list(inner) if held is None else [e for e in held if e in inner]
                if depth:
                    linked += len(words.strip())
        elif type(here) is Element:
            if tree.hidden(here):
                continue
            if here.tag == "br":
                end()
                continue
            if here.tag in BLOCK:
                end()
                blocks.append(here)
                inner_of.append(inner)
                inner = []
                stack.append("block")
            else:
                depth += here.tag == "a"
                stack.append("link" if here.tag == "a" else "inline")
                inner = [*inner, here]
            stack.extend(reversed(here.children))
    end()
    return out
