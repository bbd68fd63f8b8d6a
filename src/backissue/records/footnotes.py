"""Footnotes: the short marks of a text that lead to a line further down.

Refuses links that lead upwards or out of the body: those are ways back, and contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from backissue.text.tree import Element, Node

__all__ = ["Footnotes", "find", "is_mark", "ways_back"]

_MARK = re.compile(r"[\[\(（【]?\s*(?:註|注)?\s*[\d０-９一二三四五六七八九十*†‡]{1,4}\s*[\]\)）】]?")
_BODIES = ("li", "p", "dd", "div")
_LONGEST_WAY_BACK = 6


@dataclass(slots=True)
class Footnotes:
    """``numbers`` by the ids that marks lead to, in order of the marks; ``bodies`` are the elements that say them."""

    numbers: dict[str, str] = field(default_factory=dict)
    bodies: dict[Element, str] = field(default_factory=dict)


def is_mark(link: Element) -> bool:
    """Whether a link's words are no more than a footnote's mark: ``[1]``, ``註三``, ``*``."""
    return _MARK.fullmatch(link.text.strip()) is not None


def find(roots: Iterable[Node]) -> Footnotes:
    """The footnotes of a body: each short mark that leads to a later element of it."""
    notes = Footnotes()
    elements = [root for root in roots if isinstance(root, Element)]
    marks = [a for root in elements for a in root.select('a[href*="#"]') if is_mark(a)]
    if not marks:
        return notes
    order: dict[Element, int] = {}
    named: dict[str, Element] = {}
    for root in elements:
        for node in root.descendants:
            if isinstance(node, Element):
                order[node] = len(order)
                for key in (node.attr("id"), node.attr("name")):
                    if key:
                        named.setdefault(key, node)
    for mark in marks:
        name = (mark.attr("href") or "").rpartition("#")[2]
        target = named.get(name)
        if target is None or order[target] <= order[mark] or name in notes.numbers:
            continue
        body = target if target.tag in _BODIES else target.closest("li, p, dd")
        if body is None or body not in order or order[body] <= order[mark]:
            continue
        notes.numbers[name] = notes.bodies[body] = str(len(notes.numbers) + 1)
    return notes


def ways_back(body: Element) -> list[Element]:
    """The links of a footnote that lead back to its mark: they are no words of it."""
    return [a for a in body.select('a[href*="#"]') if len(a.text.strip()) <= _LONGEST_WAY_BACK]
