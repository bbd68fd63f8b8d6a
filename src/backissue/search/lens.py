"""Where a phrase stands in one article, told from the index alone.

Nothing is folded and nothing scanned, except for a single character or a part of words, whose places are not
kept: there a pattern of all that folds to it is looked for, no further than asked.
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
        self._pattern = _variants(phrase) if found.positions is None else None
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


# a letter or digit of a script that spaces its words, as grams.is_word has it
_WORD = r"[^\W_\u0e00-\u109f\u1100-\u1dff\u2000-\U0010ffff]"


@lru_cache(maxsize=256)
def _variants(phrase: Phrase) -> re.Pattern[str]:
    """A pattern for all that folds to the phrase."""
    classes = []
    for c in phrase.text:
        some = [c]
        at = TO.find(c)
        while at >= 0:
            some.append(FROM[at])
            at = TO.find(c, at + 1)
        classes.append(f"[{re.escape(''.join(some))}]")
    before, after = f"(?<!{_WORD})" if phrase.first else "", f"(?!{_WORD})" if phrase.last else ""
    return re.compile(before + "".join(classes) + after)
