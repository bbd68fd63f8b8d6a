"""The few words of an article that are shown for a search.

It refuses to add marks: a snippet comes with the spans of what was searched, and whoever shows it marks
them as its medium does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["AFTER", "BEFORE", "Snippet", "Span", "cut", "merged"]

Span = tuple[int, int]
"""Character offsets, the end exclusive."""

BEFORE, AFTER = 32, 96
"""Characters shown before and after the beginning of what was found, about."""


class Snippet(NamedTuple):
    """``shown`` is ``text[start:end]`` with spaces for line feeds, between ellipses where more text stands."""

    shown: str
    start: int
    end: int

    def spans(self, places: Iterable[Span], base: int = 0) -> tuple[Span, ...]:
        """Spans of the text, counted from ``base`` before it, as spans of what is shown; those not wholly shown are left out."""
        start, end = self.start + base, self.end + base
        shift = start - self.shown.startswith("…")
        whole = [(a - shift, b - shift) for a, b in places if a >= start and b <= end]
        return tuple(merged(whole) if len(whole) > 1 else whole)


def cut(text: str, found: Span, low: int, high: int) -> Snippet:
    """What to show of ``text[low:high]`` around ``found``; begins and ends with a sentence or a word if one is near.

    ``text`` may be a window, without what stands far before and after: then ``low`` may be negative, ``high`` beyond its end.
    """
    at, stop = found
    start, end = at - BEFORE, max(stop, at + AFTER)
    if start <= low:
        start = low
    else:
        near = text[start - 1 : at]
        mark = max(near.rfind("。"), near.rfind("！"), near.rfind("？"), near.rfind("\n"))
        if mark >= 0:
            start += mark
        elif _within_word(text, start):
            space = text.find(" ", start, at)
            start = space + 1 if space >= 0 else start
    if end >= high:
        end = high
    elif _within_word(text, end):
        end = max(text.rfind(" ", stop, end), stop)
    shown = text[start:end]
    bare = shown.strip()
    if len(bare) < len(shown):
        start += len(shown) - len(shown.lstrip())
        end = start + len(bare)
    more = end < high and (high > len(text) or text[end : end + 1].strip() or text[end:high].strip())
    bare = bare.replace("\n", " ")
    return Snippet(f"{'…' if start > low else ''}{bare}{'…' if more else ''}", start, end)


def _within_word(text: str, at: int) -> bool:
    two = text[at - 1 : at + 1]
    return two.isascii() and two.isalnum()


def merged(places: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    out: list[Span] = []
    for start, end in sorted(places):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
