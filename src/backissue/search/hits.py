"""What is shown of the articles found: title, snippet, and where in them stands what was asked.

Places come from the lists; of an article's text only the chunk around the first place is read, nothing is
folded and nothing scanned. A single character or a part of words has no places in the lists: there a
pattern of all that folds to it is looked for, chunk by chunk, no further than the first that has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backissue.search.finding import Found
from backissue.search.grams import LONGEST_WORD
from backissue.search.query import Phrase
from backissue.search.segment import CHUNK, ITEM, Segment
from backissue.search.snippets import AFTER, BEFORE, Span, cut, merged
from backissue.text.fold_table import FROM, TO

__all__ = ["Hit", "shown"]

U32 = NDArray[np.uint32]


class Hit(NamedTuple):
    """One article found.

    ``highlights`` are spans of ``snippet``, ``title_highlights`` of ``title``: character offsets, ends
    exclusive. ``path`` is its file below ``archive/``.
    """

    id: str
    title: str
    date: str
    url: str
    snippet: str
    score: float
    highlights: tuple[Span, ...] = ()
    title_highlights: tuple[Span, ...] = ()
    path: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    kind: str = "article"


def shown(
    segment: Segment, chosen: Sequence[tuple[int, float]], phrases: Sequence[Phrase], found: Mapping[Phrase, Found]
) -> list[Hit]:
    """Hits for articles of ``segment``, given by number and score, as ``phrases`` were found in them."""
    if not chosen:
        return []
    numbers = [number for number, _ in chosen]
    starts = segment.start.take(numbers)
    after = segment.title_end.take(numbers) + np.uint32(1)  # where the bodies begin
    if len(phrases) == 1 and (positions := found[phrases[0]].positions) is not None:
        return _of_one(segment, chosen, positions, starts, after, len(phrases[0].text))
    lenses: list[_Listed | _Pattern] = []
    for phrase in phrases:
        positions = found[phrase].positions
        if positions is None:
            lenses.append(_Pattern(segment, _variants(phrase)))
        else:
            lenses.append(_Listed(positions, starts, after, len(phrase.text)))
    return [
        _hit(segment, lenses, number, score, at, start)
        for at, ((number, score), start) in enumerate(zip(chosen, starts.tolist(), strict=True))
    ]


def _of_one(  # noqa: PLR0917  (one caller's one sentence)
    segment: Segment, chosen: Sequence[tuple[int, float]], positions: U32, starts: U32, after: U32, size: int
) -> list[Hit]:
    """What ``_hit`` makes of the places of one phrase, as most queries are: without a lens, in half the time."""
    view, count, made = positions.data, len(positions), []
    titles, bodies = positions.searchsorted(starts).tolist(), positions.searchsorted(after).tolist()
    for (number, score), start, row, bodied in zip(chosen, starts.tolist(), titles, bodies, strict=True):
        path, id_, title, day, url, section, authors, kind, length = segment.head(number)
        body = int(length)
        low = min(len(title) + 1, body)
        titled = [(at - start, at - start + size) for at in view[row:bodied]] if row < bodied else ()
        place = view[bodied] - start if bodied < count else body
        begin, stop = (place, place + size) if place < body else (low, low)
        base, text = _around(segment, number, begin, stop, low, body)
        shown, first, last = cut(text, (begin - base, stop - base), low - base, body - base)
        marked = []
        if place < body:
            first += base
            last += base - size
            shift = first - shown.startswith("…")
            while place <= last:
                if place >= first:
                    marked.append((place - shift, place - shift + size))
                bodied += 1
                if bodied == count:
                    break
                place = view[bodied] - start
        made.append(
            Hit(
                id_,
                title,
                day,
                url,
                shown,
                score,
                tuple(merged(marked) if len(marked) > 1 else marked),
                tuple(merged(titled)) if titled else (),
                path,
                section,
                tuple(authors.split(ITEM)) if authors else (),
                kind,
            )
        )
    return made


def _hit(  # noqa: PLR0917  (one caller's one sentence)
    segment: Segment, lenses: Sequence[_Listed | _Pattern], number: int, score: float, at: int, start: int
) -> Hit:
    path, id_, title, day, url, section, authors, kind, length = segment.head(number)
    body = int(length)
    low = min(len(title) + 1, body)
    place: Span | None = None
    titled: list[Span] = []
    for lens in lenses:  # the snippet is of the first phrase that stands in the body
        titled += lens.title(title, at, start)
        if place is None:
            place = lens.first(number, at, start, low, body)
    begin, stop = place or (low, low)
    base, text = _around(segment, number, begin, stop, low, body)
    snippet = cut(text, (begin - base, stop - base), low - base, body - base)
    marked: list[Span] = []
    if place is not None:
        for lens in lenses:
            marked += lens.within(text, base, at, start, snippet.start + base, snippet.end + base)
    return Hit(
        id_,
        title,
        day,
        url,
        snippet.shown,
        score,
        snippet.spans(marked, base) if marked else (),
        tuple(merged(titled)) if titled else (),
        path,
        section,
        tuple(authors.split(ITEM)) if authors else (),
        kind,
    )


def _around(segment: Segment, number: int, begin: int, stop: int, low: int, high: int) -> tuple[int, str]:  # noqa: PLR0917
    """As much of an article's text as a snippet of the place from ``begin`` to ``stop`` can show, and where that begins.

    ``low`` and ``high`` are where the body begins and ends.
    """
    first = max(low, begin - BEFORE - 1) // CHUNK
    last = min(high, max(stop, begin + AFTER) + 2) // CHUNK
    return first * CHUNK, segment.text(number, first, last + 1)


class _Listed:
    """Tells places from their list: ``starts`` are where each hit's article begins, ``after`` where its body does."""

    def __init__(self, positions: U32, starts: U32, after: U32, size: int) -> None:
        self._view, self._size = positions.data, size
        self._count = len(positions)
        self._titles: list[int] = positions.searchsorted(starts).tolist()
        self._bodies: list[int] = positions.searchsorted(after).tolist()

    def title(self, title: str, at: int, start: int) -> list[Span]:  # noqa: ARG002
        """Places in the title of hit number ``at``, whose article begins at ``start``."""
        rows = range(self._titles[at], self._bodies[at])
        return [(self._view[row] - start, self._view[row] - start + self._size) for row in rows] if rows else []

    def first(self, number: int, at: int, start: int, low: int, high: int) -> Span | None:  # noqa: ARG002
        """The first place in the body, from ``low`` to ``high``."""
        row = self._bodies[at]
        if row < self._count and (place := self._view[row] - start) < high:
            return place, place + self._size
        return None

    def within(self, text: str, base: int, at: int, start: int, a: int, b: int) -> list[Span]:  # noqa: ARG002, PLR0917
        """Places that begin from ``a`` to ``b``."""
        row, view, size = self._bodies[at], self._view, self._size
        out = []
        while row < self._count and (place := view[row] - start) < b:
            if place >= a:
                out.append((place, place + size))
            row += 1
        return out


class _Pattern:
    """Tells places from the text, by a pattern."""

    def __init__(self, segment: Segment, pattern: re.Pattern[str]) -> None:
        self._segment, self._pattern = segment, pattern

    def title(self, title: str, at: int, start: int) -> list[Span]:  # noqa: ARG002
        """As ``_Listed.title``."""
        return [met.span() for met in self._pattern.finditer(title)]

    def first(self, number: int, at: int, start: int, low: int, high: int) -> Span | None:  # noqa: ARG002
        """As ``_Listed.first``."""
        text, chunk = self._segment.text(number, 0, 1), 1
        while True:
            met = self._pattern.search(text, low, high)
            whole = len(text) >= high
            if met and (met.end() < len(text) or whole):  # what ends with the chunk may be part of a longer word
                return met.span()
            if whole:
                return None
            low = max(low, len(text) - 2 * LONGEST_WORD)
            text += self._segment.text(number, chunk, chunk + 1)
            chunk += 1

    def within(self, text: str, base: int, at: int, start: int, a: int, b: int) -> list[Span]:  # noqa: ARG002, PLR0917
        """As ``_Listed.within``."""
        return [(met.start() + base, met.end() + base) for met in self._pattern.finditer(text, a - base, b - base)]


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
