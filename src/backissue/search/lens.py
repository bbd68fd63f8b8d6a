"""Where a phrase stands in one article, told from the index alone.

Nothing is folded and nothing scanned, except for a single character, whose places the index does not keep:
there a pattern of all the characters that fold to it is looked for, no further than asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from backissue.search.finding import Found
from backissue.search.query import Phrase
from backissue.search.snippets import Span
from backissue.text.fold_table import FROM, TO

__all__ = ["Lens"]


class Lens:
    """Finds the places of ``phrase`` in articles of the segment where ``found`` was found."""

    def __init__(self, phrase: Phrase, found: Found) -> None:
        self._size = len(phrase.text)
        self._pattern = _variants(phrase.text) if found.positions is None else None
        self._view = memoryview(b"") if found.positions is None else memoryview(found.positions.data)

    def first(self, text: str, start: int, low: int, high: int) -> Span | None:
        """The first place in an article's ``text[low:high]``; the article begins at position ``start``."""
        if self._pattern is not None:
            met = self._pattern.search(text, low, high)
            return met and met.span()
        view = self._view
        row = bisect_left(view, start + low)
        if row < len(view) and (at := view[row] - start) < high:
            return at, at + self._size
        return None

    def places(self, text: str, start: int, low: int, high: int) -> list[Span]:
        """All places that begin in an article's ``text[low:high]``, ascending."""
        if self._pattern is not None:
            return [met.span() for met in self._pattern.finditer(text, low, high)]
        view, size = self._view, self._size
        row, end, stop = bisect_left(view, start + low), len(view), start + high
        out = []
        while row < end and (at := view[row]) < stop:
            out.append((at - start, at - start + size))
            row += 1
        return out


@lru_cache(maxsize=256)
def _variants(c: str) -> re.Pattern[str]:
    """A pattern for every character that folds to ``c``."""
    some = [c]
    at = TO.find(c)
    while at >= 0:
        some.append(FROM[at])
        at = TO.find(c, at + 1)
    return re.compile(f"[{re.escape(''.join(some))}]")
