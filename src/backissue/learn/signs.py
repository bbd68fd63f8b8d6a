"""What tells that words or an element are a byline, or are none: names of classes, what stands before, buttons within.

Refuses to choose; that is ``bylines``'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from backissue.learn.fields import letters
from backissue.learn.guards import LEAD
from backissue.learn.labels import BYLINE
from backissue.text import tree
from backissue.text.bylines import parse_byline
from backissue.text.tree import Element, Text

__all__ = ["asks", "hints", "introduced", "leads_nobody", "short", "signs_whole"]

_HINT = re.compile(
    r"(?:^|[^a-z])(?:by|byline|author|authors|writer|reporter|rep|journalist|contributor|credit|source|signed|signature)(?:$|[^a-z])",
    re.IGNORECASE,
)
_EDITS = re.compile(r"(?:^|[^a-z])editor(?:$|[^a-z ][^ ]*$)", re.IGNORECASE)
_ENDS_SO = re.compile(r"(?<=[a-z])(?:Author|Byline|Reporter|Writer)s?(?:$|[^A-Za-z])")
_INTRODUCES = re.compile(
    r"(?:^|[\s|｜·•,，/／>»])(?:由|文|圖文|图文|作者|原作者|撰文|記者|记者|採訪|采访|[張张][貼贴]者|[發发][佈布表文]者|投稿者|(?:[a-z]+ )?by|from|author)\s*[:：]?\s*$",
    re.IGNORECASE,
)


def hints(names: str) -> bool:
    """Whether names speak of a byline: ``byline``, ``lblReporter``; ``editor`` of the element itself, for texts are made in editors."""
    return any(hint.search(names) is not None for hint in (_HINT, _ENDS_SO, _EDITS))


def signs_whole(words: str, names: Sequence[str]) -> bool:
    """Whether words are a byline of these very people and nobody else: their roles and places are part of it, be they long."""
    people = parse_byline(words) if len(words) <= _LINE and not _COUNTED.search(words) else ()
    return len(people) == len(names) and all(letters(a.name) in names for a in people)


_LINE = 80  # characters
_COUNTED = re.compile(r"\d|[|｜].*[|｜]")


def asks(element: Element, common: frozenset[str]) -> bool:
    """Whether an element holds a button or a link that says the same on most pages (``追蹤``, ``Follow``), or ends with such a title."""
    words = tree.clean(element.text)
    return any(
        e != element
        and (said := tree.clean(e.text)) != words
        and said in common
        and (e.tag in _BUTTONS or words.endswith(said))
        for e in element.iter_elements((*_BUTTONS, "span", "em", "small"))
    )


_BUTTONS = ("a", "button")


def short(words: str) -> bool:
    """Whether words are no longer than bylines are, with a role and a place."""
    return len(words) <= (70 if words.isascii() else 40)


def leads_nobody(words: str) -> bool:
    """Whether words are a byline's label alone, for the name stands beside it, or end with another label."""
    lead = LEAD.match(words)
    if words.rstrip().endswith((":", "：")):
        return True
    return lead is not None and not any(map(str.isalpha, words[lead.end() :]))


def introduced(element: Element) -> bool:
    """Whether the text or the cell right before an element says that a name follows: ``由``, ``posted by``."""
    before = element.previous_sibling
    cell = element.closest("td, dd")
    if cell is not None and len(cell.text) <= len(element.text) + 2:
        head = cell.previous_sibling
        while isinstance(head, Text):
            head = head.previous_sibling
        if isinstance(head, Element) and BYLINE.fullmatch(tree.clean(head.text).rstrip(" :：")):
            return True
    if not isinstance(before, Text):
        return False
    return _INTRODUCES.search(before.data.rstrip()) is not None
