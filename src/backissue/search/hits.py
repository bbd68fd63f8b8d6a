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

from backissue.search.finding import Found
from backissue.search.grams import LONGEST_WORD
from backissue.search.query import Phrase
from backissue.search.segment import CHUNK, Card, Segment
from backissue.search.snippets import AFTER, BEFORE, Span, cut, merged
from backissue.text.fold_table import FROM, TO

__all__ = ["Hit", "shown"]


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
    starts = segment.start.take([number for number, _ in chosen])
    lenses: list[_Listed | _Pattern] = []
    for phrase in phrases:
        positions = found[phrase].positions
        if positions is None:
            lenses.append(_Pattern(segment, _variants(phrase)))
        else:
            rows: list[int] = positions.searchsorted(starts).tolist()
            lenses.append(_Listed(positions.data, rows, len(phrase.text)))
    return [
        _hit(segment, lenses, number, score, at, start)
        for at, ((number, score), start) in enumerate(zip(chosen, starts.tolist(), strict=True))
    ]


def _hit(  # noqa: PLR0917  (one caller's one sentence)
    segment: Segment, lenses: Sequence[_Listed | _Pattern], number: int, score: float, at: int, start: int
) -> Hit:
    card = segment.card(number)
    size, body = len(card.title), card.body
    low = min(size + 1, body)
    place: Span | None = None
    titled: list[Span] = []
    every: list[tuple[_Listed | _Pattern, int]] = []
    for lens in lenses:  # the snippet is of the first phrase that stands in the body
        mark = lens.title(card, number, at, start, titled)
        if place is None:
            place = lens.first(card, number, mark, start, low, body)
        every.append((lens, mark))
    around = place or (low, low)
    first = max(low, around[0] - BEFORE - 1) // CHUNK
    end = min(body, max(around[0] + AFTER, around[1]) + 2)
    text = card.opening if end <= CHUNK else segment.text(number, first, (end - 1) // CHUNK + 1, card.opening)
    base = first * CHUNK if end > CHUNK else 0
    snippet = cut(text, (around[0] - base, around[1] - base), low - base, body - base)
    marked: list[Span] = []
    if place is not None:
        a, b = snippet.start + base, snippet.end + base
        for lens, mark in every:
            lens.within(text, base, mark, start, a, b, marked)
    return Hit(
        card.id,
        card.title,
        card.date,
        card.url,
        snippet.shown,
        score,
        snippet.spans(marked, base),
        tuple(merged(titled)) if titled else (),
        card.path,
        card.section,
        card.authors,
        card.kind,
    )


class _Listed:
    """Tells places from their list. ``rows`` say where in it each hit's article begins."""

    def __init__(self, view: memoryview, rows: list[int], size: int) -> None:
        self._view, self._rows, self._size = view, rows, size

    def title(self, card: Card, number: int, at: int, start: int, out: list[Span]) -> int:  # noqa: ARG002
        """Put the places in the title into ``out``; returns the row of the first place after it."""
        row, view, end = self._rows[at], self._view, start + len(card.title)
        while row < len(view) and (place := view[row]) < end:
            out.append((place - start, place - start + self._size))
            row += 1
        return row

    def first(self, card: Card, number: int, row: int, start: int, low: int, high: int) -> Span | None:  # noqa: ARG002, PLR0917
        """The first place in the body, from ``low`` to ``high``."""
        view = self._view
        while row < len(view) and (place := view[row] - start) < high:
            if place >= low:
                return place, place + self._size
            row += 1
        return None

    def within(self, text: str, base: int, row: int, start: int, a: int, b: int, out: list[Span]) -> None:  # noqa: ARG002, PLR0917
        """Put the places that begin from ``a`` to ``b`` into ``out``."""
        view = self._view
        while row < len(view) and (place := view[row] - start) < b:
            if place >= a:
                out.append((place, place + self._size))
            row += 1


class _Pattern:
    """Tells places from the text, by a pattern."""

    def __init__(self, segment: Segment, pattern: re.Pattern[str]) -> None:
        self._segment, self._pattern = segment, pattern

    def title(self, card: Card, number: int, at: int, start: int, out: list[Span]) -> int:  # noqa: ARG002
        """As ``_Listed.title``; the row says nothing."""
        out.extend(met.span() for met in self._pattern.finditer(card.title))
        return 0

    def first(self, card: Card, number: int, row: int, start: int, low: int, high: int) -> Span | None:  # noqa: ARG002, PLR0917
        """As ``_Listed.first``."""
        text, chunk = card.opening, 1
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

    def within(self, text: str, base: int, row: int, start: int, a: int, b: int, out: list[Span]) -> None:  # noqa: ARG002, PLR0917
        """As ``_Listed.within``."""
        out.extend((met.start() + base, met.end() + base) for met in self._pattern.finditer(text, a - base, b - base))


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
