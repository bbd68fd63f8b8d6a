"""The index, opened: asks every segment, ranks what they find, counts it and shows it.

An index is a folder: segments, and ``index.json``, which names the segments that count and the articles
in them that no longer do. It is read without locks: what an open index has mapped stays whole, whatever
another process builds. It refuses to write.
"""

from __future__ import annotations

import json
import math
import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backissue.model import BadInstruction, BrokenWorld
from backissue.search.documents import Document
from backissue.search.finding import Found, find
from backissue.search.hits import Hit, shown
from backissue.search.query import All, And, Between, Name, Node, Not, Or, Phrase, parse
from backissue.search.segment import LAYOUT, NAMES, Segment
from backissue.text.fold import fold

__all__ = ["MANIFEST", "Hit", "Index", "Month", "Results", "open_index"]

MANIFEST = "index.json"

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the paper (``2019-06``): articles found, held, and known to have existed."""

    month: str
    found: int
    held: int
    expected: int


@dataclass(frozen=True, slots=True)
class Results:
    """What a search gave: how many in all, the hits asked for, and counts if they were asked for."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    histogram: tuple[Month, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """JSON values, for ``--json`` and the server."""
        return {
            "total": self.total,
            "hits": [hit._asdict() for hit in self.hits],
            "facets": dict(self.facets),
            "histogram": [asdict(month) for month in self.histogram],
        }


def open_index(path: Path) -> Index:
    """The index in folder ``path``. Raises BrokenWorld where there is none of this version."""
    for _ in range(20):
        try:
            return Index(path)
        except FileNotFoundError as error:
            # a builder may have replaced a segment between our reading the manifest and opening it
            missing = error
            if not (path / MANIFEST).exists():
                break
    raise BrokenWorld(f"no search index in {path}", "It is built by the next search, or by rescue.") from missing


class Index:
    """An open index; safe to use from several threads. ``open_index`` makes one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with (path / MANIFEST).open("rb") as file:
            self._stamp = _stamp(os.fstat(file.fileno()))
            manifest = json.load(file)
        if manifest.get("layout") != LAYOUT:
            raise BrokenWorld(f"the search index in {path} is of another version", "Delete it: it is built again.")
        self._expected: dict[str, int] = manifest.get("expected", {})
        self._parts = [_Part(Segment(path / s["file"]), s["dead"]) for s in manifest["segments"]]
        recent = [p.recent for p in self._parts if p.segment.count]
        # how much being recent can count, and a little more, for scores are rounded
        self._spread = float(max(map(np.max, recent)) - min(map(np.min, recent))) + 1e-3 if recent else 0.0

    @property
    def expected(self) -> Mapping[str, int]:
        """How many articles each month is known to have had, as whoever built the index was told."""
        return self._expected

    @property
    def count(self) -> int:
        """Articles that can be found."""
        return sum(part.count for part in self._parts)

    def documents(self, paths: Collection[str] | None = None) -> Iterator[Document]:
        """Every article as it was put in, or those of ``paths``, the newest first, undated ones last."""
        for path, part, number in self._ordered():
            if paths is None or path in paths:
                yield part.segment.document(number)

    def paths(self) -> list[str]:
        """The file of every article, in the order of ``documents``."""
        return [path for path, _, _ in self._ordered()]

    def _ordered(self) -> list[tuple[str, _Part, int]]:
        every = []
        for part in self._parts:
            days, paths = part.day.tolist(), part.segment.paths
            every += [(-days[n], paths[n], part, n) for n in np.flatnonzero(part.alive).tolist()]
        every.sort(key=lambda one: one[:2])
        return [(path, part, n) for _, path, part, n in every]

    def replaced(self) -> bool:
        """Whether another index has taken this one's place; open it again then."""
        try:
            return _stamp(os.stat(self.path / MANIFEST)) != self._stamp  # noqa: PTH116
        except FileNotFoundError:
            return True

    def query(
        self, text: str, *, limit: int | None = 20, sort: str = "relevance", facets: int = 0, offset: int = 0
    ) -> Results:
        """Articles that ``text`` asks for (see ``query.py`` for its language).

        ``sort`` is ``relevance``, ``newest`` (or ``date``) or ``oldest``; ``limit`` None is all. ``facets`` is how many
        sections, authors and tags to count; above 0 the histogram is made too. Raises BadInstruction.
        """
        if sort not in ("relevance", "newest", "oldest", "date"):
            raise BadInstruction(f"cannot sort by {sort!r}", "Sort by relevance, newest or oldest.")
        if offset < 0 or (limit is not None and limit < 0):
            raise BadInstruction("limit and offset count from 0")
        tree = parse(text)
        phrases = tuple(dict.fromkeys(_phrases(tree)))
        answers = [_Answer(part, tree, phrases) for part in self._parts]
        total = sum(len(answer.articles) for answer in answers)
        order = self._ranked(answers, phrases, sort, None if limit is None else offset + limit)[offset:]
        hits = _shown(answers, order, phrases)
        if not facets:
            return Results(total, hits)
        return Results(total, hits, _facets(answers, facets), self._histogram(answers))

    def _ranked(
        self, answers: Sequence[_Answer], phrases: Sequence[Phrase], sort: str, most: int | None
    ) -> list[tuple[int, int, float]]:
        """(part, article, score) of the first ``most``, best first."""
        scores = _joined(_scores(answers, phrases))
        if sort == "relevance":
            # newest first among equals: a day counts as a millionth
            near = _best(scores, most, self._spread)
            if len(answers) == 1:
                key = scores.take(near) + answers[0].part.recent.take(answers[0].articles.take(near))
            else:
                key = (scores + _joined([a.part.recent.take(a.articles) for a in answers])).take(near)
        else:
            key = _joined([a.part.day.take(a.articles) for a in answers])
            if sort == "oldest":
                key = np.where(key == 0, -np.inf, -key)
            near = _best(key, most)
            key = key.take(near)
        chosen = near.take((-key).argsort(kind="stable")[:most])
        found = scores.take(chosen).astype(float).round(4).tolist()
        if len(answers) == 1:
            return [(0, n, score) for n, score in zip(answers[0].articles.take(chosen).tolist(), found, strict=True)]
        ends = np.cumsum([len(a.articles) for a in answers])
        out = []
        for i, score in zip(chosen.tolist(), found, strict=True):
            part = int(np.searchsorted(ends, i, "right"))
            number = answers[part].articles[i - (int(ends[part - 1]) if part else 0)]
            out.append((part, int(number), score))
        return out

    def _histogram(self, answers: Sequence[_Answer]) -> tuple[Month, ...]:
        held: Counter[int] = Counter()
        found: Counter[int] = Counter()
        for answer in answers:
            for counter, months in (
                (held, answer.part.months[answer.part.alive]),
                (found, answer.part.months[answer.articles]),
            ):
                counts = np.bincount(months) if len(months) else np.zeros(0, int)
                for month in np.flatnonzero(counts).tolist():
                    counter[month] += int(counts[month])
        expected = {month: count for name, count in self._expected.items() if (month := _month_number(name))}
        known = sorted({*held, *expected} - {0})
        return tuple(
            Month(f"{m // 12:04d}-{m % 12 + 1:02d}", found[m], held[m], max(expected.get(m, 0), held[m])) for m in known
        )


class _Part:
    """A segment and which of its articles are alive."""

    def __init__(self, segment: Segment, dead: Sequence[int]) -> None:
        self.segment = segment
        self.alive = np.ones(segment.count, bool)
        self.alive[list(dead)] = False
        self.whole = not dead
        self.count = segment.count - len(dead)
        self.day = segment.day.astype(np.int64)
        self.recent = self.day * 1e-6
        average = np.float32(max(1.0, float(segment.length.mean()))) if segment.count else np.float32(1)
        self.heavy = np.float32(1.2) * (
            np.float32(0.25) + np.float32(0.75) * segment.length.astype(np.float32) / average
        )

    @cached_property
    def months(self) -> NDArray[np.int64]:
        """Each article's month, in months since the year 0; 0 for undated ones."""
        epoch = 719163  # the ordinal of 1970-01-01
        months = (self.day - epoch).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
        return np.where(self.day == 0, 0, months)

    @cached_property
    def folded_names(self) -> dict[str, list[str]]:
        """The segment's names, folded."""
        return {kind: [fold(name) for name in names] for kind, (names, _, _) in self.segment.names.items()}

    def named(self, name: Name) -> Mask:
        """Articles whose section, author or tag is or holds what is asked."""
        mask = np.zeros(self.segment.count, bool)
        wanted = np.array(
            [n == name.text if name.whole else name.text in n for n in self.folded_names[name.kind]], bool
        )
        if wanted.any():
            _, of, is_ = self.segment.names[name.kind]
            mask[of[wanted[is_]]] = True
        return mask


class _Answer:
    """What one segment says to a query."""

    def __init__(self, part: _Part, tree: Node, phrases: Sequence[Phrase]) -> None:
        self.part = part
        self.found: dict[Phrase, Found] = {}
        if isinstance(tree, Phrase):
            articles = self._find(tree).articles
            self.articles = articles if part.whole else articles[part.alive[articles]]
        else:
            self.articles = np.flatnonzero(self._mask(tree) & part.alive).astype(np.uint32)
        if len(self.articles):
            for phrase in phrases:  # those that evaluation had no need to look for
                self._find(phrase)

    def _find(self, phrase: Phrase) -> Found:
        if phrase not in self.found:
            self.found[phrase] = find(self.part.segment, phrase)
        return self.found[phrase]

    def _mask(self, node: Node) -> Mask:
        match node:
            case All():
                return np.ones(self.part.segment.count, bool)
            case Phrase():
                mask = np.zeros(self.part.segment.count, bool)
                mask[self._find(node).articles] = True
                return mask
            case Name():
                return self.part.named(node)
            case Between(first, end):
                return (self.part.day >= first) & (self.part.day < end)
            case Not(of):
                return ~self._mask(of)
            case And(of):
                mask = self._mask(of[0])
                for other in of[1:]:
                    if not mask.any():
                        break
                    mask &= self._mask(other)
                return mask
            case Or(of):
                mask = self._mask(of[0])
                for other in of[1:]:
                    mask |= self._mask(other)
                return mask


def _joined(columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Columns of all segments as one."""
    return columns[0] if len(columns) == 1 else np.concatenate([np.zeros(0), *columns])


_BLOCK = 64


def _best(values: NDArray[Any], most: int | None, spread: float = 0.0) -> NDArray[np.intp]:
    """Where the ``most`` largest stand, ascending, and some more: all that are no more than ``spread`` below the least of them.

    The ``most`` largest of the maxima of blocks are values, too: the least of them is a bound that one pass finds.
    """
    if most is None or most >= len(values):
        return np.arange(len(values))
    if not most:
        return np.zeros(0, np.intp)
    some = values
    if len(values) >= 2 * _BLOCK * most:
        some = values[: len(values) // _BLOCK * _BLOCK].reshape(-1, _BLOCK).max(axis=1)
    edge = np.partition(some, len(some) - most)[len(some) - most]
    return np.flatnonzero(values >= edge - values.dtype.type(spread))


def _scores(answers: Sequence[_Answer], phrases: Sequence[Phrase]) -> list[NDArray[np.float32]]:
    """How well each answer's articles answer: rarer, oftener, in a shorter text and in the title counts more.

    BM25 (k1 1.2, b .75) over phrases, and for a phrase in the title its rarity once more.
    """
    held = sum(answer.part.count for answer in answers)
    rarity = {
        phrase: math.log1p(
            (held + 0.5) / (0.5 + sum([len(a.found[phrase].articles) for a in answers if phrase in a.found]))
        )
        for phrase in phrases
    }
    out = []
    for answer in answers:
        if len(phrases) == 1 and phrases[0] in answer.found and _same(answer, phrases[0]):
            out.append(_score(answer, phrases[0], rarity[phrases[0]]))  # all that was found, in the same order
            continue
        scores = np.zeros(answer.part.segment.count, np.float32)
        if len(answer.articles):
            for phrase in phrases:
                scores[answer.found[phrase].articles] += _score(answer, phrase, rarity[phrase])
        out.append(scores[answer.articles])
    return out


def _same(answer: _Answer, phrase: Phrase) -> bool:
    """Whether what the segment answers is all that it holds of the phrase."""
    return answer.articles is answer.found[phrase].articles


def _score(answer: _Answer, phrase: Phrase, rarity: float) -> NDArray[np.float32]:
    """What one phrase adds to the score of each article that holds it."""
    found = answer.found[phrase]
    score = answer.part.heavy.take(found.articles)
    score += found.times
    np.divide(found.times, score, out=score)
    score *= np.float32(2.2 * rarity)
    score += found.in_title * np.float32(rarity)
    return score


def _facets(answers: Sequence[_Answer], most: int) -> dict[str, tuple[tuple[str, int], ...]]:
    """The commonest names among all articles found, with their counts."""
    out = {}
    for kind in NAMES:
        counted: Counter[str] = Counter()
        for answer in answers:
            if not len(answer.articles):
                continue
            names, of, is_ = answer.part.segment.names[kind]
            if len(answer.articles) * 64 < len(of):  # few articles: look each one up
                low, high = np.searchsorted(of, answer.articles), np.searchsorted(of, answer.articles, "right")
                rows = np.repeat(low - np.concatenate(([0], np.cumsum(high - low)[:-1])), high - low)
                met = is_[rows + np.arange(len(rows))]
            else:
                mask = np.zeros(answer.part.segment.count, bool)
                mask[answer.articles] = True
                met = is_[mask[of]]
            counts = np.bincount(met, minlength=len(names))
            best = np.argsort(-counts, kind="stable")[: most if len(answers) == 1 else None]
            counted.update({names[i]: int(counts[i]) for i in best.tolist() if counts[i]})
        out[kind] = tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most])
    return out


def _shown(
    answers: Sequence[_Answer], order: Sequence[tuple[int, int, float]], phrases: Sequence[Phrase]
) -> tuple[Hit, ...]:
    """Hits for (part, article, score), in this order."""
    made: list[Iterator[Hit]] = []
    for at, answer in enumerate(answers):
        chosen = [(number, score) for part, number, score in order if part == at]
        hits = shown(answer.part.segment, chosen, phrases, answer.found)
        if len(answers) == 1:
            return tuple(hits)
        made.append(iter(hits))
    return tuple(next(made[part]) for part, _, _ in order)


def _phrases(node: Node) -> list[Phrase]:
    """What should be marked and ranked by: phrases that are not negated, in the order written."""
    match node:
        case Phrase():
            return [node]
        case And(of) | Or(of):
            return [phrase for part in of for phrase in _phrases(part)]
        case _:
            return []


def _month_number(name: str) -> int:
    year, _, month = name.partition("-")
    return int(year) * 12 + int(month) - 1 if year.isdecimal() and month.isdecimal() else 0


def _stamp(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_mtime_ns, stat.st_size
