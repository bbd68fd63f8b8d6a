"""Finds a phrase in one segment: which articles, how often, and where.

A phrase is covered by as few lists as will do: words whole, pairs at every second character and wherever
a word meets something else. Positions are moved back to the phrase's beginning and met, shortest list
first; what remains is exact. A few that remain are sooner proven on the text than met with long lists. It
refuses to rank; ``index.py`` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backissue.search.grams import is_word
from backissue.search.query import Phrase
from backissue.search.segment import CHUNK, Segment
from backissue.text.fold import fold

__all__ = ["Found", "find"]

U32 = NDArray[np.uint32]
_NONE = np.zeros(0, np.uint32)


@dataclass(frozen=True, slots=True)
class Found:
    """Articles of a segment that hold a phrase, ascending.

    ``times``: how often (capped), one count for each article; ``in_title``: whether its title holds it;
    ``positions``: every place, ascending, or None where they are not kept (a single character) or would be too
    many to sort (part of a word).
    """

    articles: U32
    times: NDArray[np.float32]
    in_title: NDArray[np.bool_]
    positions: U32 | None


class _Need(NamedTuple):
    """A list that the phrase needs ``offset`` characters after its beginning."""

    cost: int
    offset: int
    row: int
    word: bool


def find(segment: Segment, phrase: Phrase) -> Found:
    """Where ``phrase`` stands in ``segment``."""
    text = phrase.text
    if len(text) == 1 and not (is_word(text) and (phrase.first or phrase.last)):
        return _single(segment, text)
    if not (phrase.first and phrase.last) and all(map(is_word, text)):
        return _part_of_words(segment, phrase)
    positions = _places(segment, phrase)
    if not len(positions):
        return _nothing(positions)
    owners = segment.owners(positions)
    edges = np.ones(len(owners) + 1, bool)  # where an article's positions begin, and where the last one's end
    np.not_equal(owners[1:], owners[:-1], out=edges[1:-1])
    ends = edges.nonzero()[0]
    begins = ends[:-1]
    articles = owners.take(begins)
    times = (ends[1:] - begins).astype(np.float32)
    in_title = positions.take(begins) < segment.title_end.take(articles)
    return Found(articles, times, in_title, positions)


def _nothing(positions: U32 | None) -> Found:
    return Found(_NONE, np.zeros(0, np.float32), np.zeros(0, bool), positions)


_TIMES = np.tile(np.float32(2) ** np.arange(8, dtype=np.float32), 2)
_TITLED = np.arange(16) > 7


def _single(segment: Segment, c: str) -> Found:
    row = segment.single(c)
    if row < 0:
        return _nothing(None)
    weights = segment.single_weights(row)
    return Found(segment.singles.read(row), _TIMES.take(weights), _TITLED.take(weights), None)


def _part_of_words(segment: Segment, phrase: Phrase) -> Found:
    """Articles with words that hold the phrase. It may be in most words of most articles: counted, not sorted."""
    rows = segment.words_like(phrase.text, prefix=phrase.first, suffix=phrase.last)
    positions = np.concatenate([_NONE, *(segment.words.read(row) + np.uint32(into) for row, into in rows)])
    owners = segment.owners(positions)
    times = np.bincount(owners, minlength=segment.count).astype(np.float32)
    titled = np.zeros(segment.count, bool)
    titled[owners[positions < segment.title_end[owners]]] = True
    articles = np.flatnonzero(times).astype(np.uint32)
    return Found(articles, times[articles], titled[articles], None)


def _places(segment: Segment, phrase: Phrase) -> U32:
    """Every position at which the phrase begins."""
    plan = _plan(segment, phrase)
    if plan is None:
        return _NONE
    needs, ends = plan
    needs.sort()
    left = sum([need.cost for need in needs])
    positions: U32 | None = None
    for need in needs:
        if positions is not None and len(positions) * _READING < left:
            return _proven(segment, phrase, positions)
        lists = segment.words if need.word else segment.pairs
        positions = _meet(positions, lists.read(need.row), need.offset)
        left -= need.cost
        if not len(positions):
            return _NONE
    for offset, rows in ends:
        positions = _meet(positions, _union(segment, rows), offset)
        if not len(positions):
            return _NONE
    return _NONE if positions is None else positions


_READING = 8_000
"""Numbers of a list that are read and met in the time it takes to prove one place on the text (some 15 µs)."""


def _proven(segment: Segment, phrase: Phrase, positions: U32) -> U32:
    """Those few of ``positions`` where the text says the phrase: cheaper than the long lists that would say it, too."""
    size = len(phrase.text)
    good = []
    for position, article in zip(positions.tolist(), segment.owners(positions).tolist(), strict=True):
        at = position - int(segment.start[article])
        low = max(0, at - 1)
        first = low // CHUNK
        around = segment.text(article, first, (at + size) // CHUNK + 1)[low - first * CHUNK :][: at - low + size + 1]
        folded = fold(around)
        end = at - low + size
        if (
            folded[at - low : end] == phrase.text
            and not (phrase.first and at > low and is_word(folded[0]))
            and not (phrase.last and is_word(folded[end : end + 1]))
        ):
            good.append(position)
    return np.array(good, np.uint32)


def _meet(positions: U32 | None, numbers: U32, offset: int) -> U32:
    """The beginnings in ``positions`` that have one of ``numbers`` ``offset`` further on."""
    if positions is None:
        return numbers[numbers.searchsorted(np.uint32(offset)) :] - np.uint32(offset) if offset else numbers
    if not len(numbers):
        return _NONE
    if len(positions) > len(numbers):
        if offset:
            numbers = numbers[numbers.searchsorted(np.uint32(offset)) :] - np.uint32(offset)
        return _both(numbers, positions, numbers)
    return _both(positions, numbers, positions + np.uint32(offset) if offset else positions)


def _both(few: U32, many: U32, moved: U32) -> U32:
    """Those of ``few`` that, ``moved``, are among ``many``."""
    met: U32 = few[many.take(many.searchsorted(moved), mode="clip") == moved]
    return met


def _union(segment: Segment, rows: list[tuple[int, int]]) -> U32:
    """Where a part of a word begins, over all the words that hold it."""
    lists = [segment.words.read(row) + np.uint32(into) for row, into in rows]
    if not lists:
        return _NONE
    return np.unique(np.concatenate(lists)) if len(lists) > 1 else lists[0]


def _plan(segment: Segment, phrase: Phrase) -> tuple[list[_Need], list[tuple[int, list[tuple[int, int]]]]] | None:
    """The lists needed, and for words that are only part of a word the rows to unite; None if one is missing."""
    text = phrase.text
    kinds = [is_word(c) for c in text]
    needs: list[_Need] = []
    ends: list[tuple[int, list[tuple[int, int]]]] = []
    covered = 0  # pairs cover all characters before this one
    at = 0
    while at < len(text):
        end = at + 1
        while kinds[at] and end < len(text) and kinds[end]:
            end += 1
        if kinds[at]:
            prefix, suffix = at > 0 or phrase.first, end < len(text) or phrase.last
            word = text[at:end]
            if prefix and suffix:
                row = segment.word(word)
                if row < 0:
                    return None
                needs.append(_Need(segment.words.weight(row), at, row, word=True))
            elif len(word) > 1 or len(text) == 1:  # one letter at an edge: the pair with its neighbour says it
                rows = segment.words_like(word, prefix=prefix, suffix=suffix)
                if not rows:
                    return None
                ends.append((at, rows))
        if end < len(text):
            # the pair of this character and the next: needed where a word meets something else, and
            # otherwise for every second character, or at the phrase's end
            meets_word = kinds[at] or kinds[end]
            if meets_word or covered <= at or end == len(text) - 1:
                row = segment.pair(text[end - 1 : end + 1])
                if row < 0:
                    return None
                needs.append(_Need(segment.pairs.weight(row), end - 1, row, word=False))
                covered = end + 1
        at = end
    return needs, ends
