"""Where corrections, editor's notes and the name of who published first stand outside the text, if anywhere.

Known by their labels, as ``records.notes`` knows them. Within the text they need no pick.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from backissue.learn.fields import Learned, apart
from backissue.learn.selectors import plainness, simple
from backissue.learn.specimen import Line, Specimen, inside
from backissue.records.notes import notes_of, origin_of
from backissue.text import tree
from backissue.text.tree import Element

__all__ = ["notes", "origin"]


def notes(specimens: Sequence[Specimen], body: str) -> Learned:
    """A pick for corrections and editor's notes that stand outside of ``body``, the era's selector of the text."""
    return _learned(specimens, body, lambda words: bool(notes_of(words, labelled=True)))


def origin(specimens: Sequence[Specimen], body: str) -> Learned:
    """A pick for the line outside of the text that says who published an article first."""
    return _learned(specimens, body, lambda words: origin_of(words) is not None)


def _learned(specimens: Sequence[Specimen], body: str, fits: Callable[[str], bool]) -> Learned:
    found: Counter[str] = Counter()
    for s in specimens:
        roots = s.document.select(body)[:10]
        here = [line.block for line in s.lines if _may_be(line) and fits(line.text) and not inside(line.block, roots)]
        above = [e.parent for e in here if isinstance(e.parent, Element) and len(e.parent.text) <= 2 * len(e.text)]
        found.update({selector for e in (*here, *above) if not apart(e) for selector in simple(e)[:4]})
        boxed = [(e, e.parent) for e in here if isinstance(e.parent, Element) and not apart(e)]
        found.update({f"{name} > {e.tag}" for e, box in boxed for name in simple(box)[:2]})  # below a heading: P.S.
    for selector, n in sorted(found.items(), key=lambda item: (-item[1], plainness(item[0]), item[0])):
        if n < 2:
            break
        if not any(mark in selector for mark in ".#["):
            continue
        values = [tree.clean(e.text) for s in specimens for e in s.document.select(selector)[:4]]
        if all(map(fits, values)) and len(set(values)) > 1:
            return Learned([selector], f"says so of its article on {n} of {len(specimens)} pages")
    return Learned()


def _may_be(line: Line) -> bool:
    return 6 <= len(line.text) <= 600 and line.linked < 0.6 * len(line.text)
