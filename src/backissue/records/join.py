"""Brings the revisions of one article together, across buckets, on light fingerprints.

An article may have been published under several ids. They are one where the
paper's own addresses say so (a slug's ``-N`` names the live revision), or where
the text is nearly the same and the title or the date agrees. A weekly column
under one title, a translation and a correction printed as an article of its own
have other texts, and stay articles of their own. Refuses to hold texts: an
article costs well under 1 kB here.
"""

from __future__ import annotations

import hashlib
import itertools
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from backissue.model import Finding
from backissue.records import findings as codes
from backissue.records.drafts import Light
from backissue.records.findings import finding
from backissue.records.likeness import SIZE, held, shared
from backissue.text.fold import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Cluster", "Clusters", "join", "order", "source_of"]

SAME_DAY = 0.6
"""Likeness (Jaccard) that makes one article of two with the same title or day; measured on revisions whose last
paragraph or correction was added (.7 and more) and on columns of one author (.1 and less)."""

HELD = 0.85
"""How much of the shorter text must lie in the longer, where the day is the same and neither is twice the other."""

MOSTLY = 0.75
"""How much of the shorter text must lie in the longer, where the day is the very same and the title is not, neither being
twice the other: what SAME_DAY asks of texts of one length. Articles of one series, made to one pattern, share .47 at most
in a real paper; a report that was given a new heading and grew by a third shared .89."""

ANY_DAY = 0.9
"""Likeness where the title is the same and the days are far apart or unknown: the same text, printed again."""

POINTED = 0.25
"""How much must be shared where the paper's own pointer says that it is one article: live reports grow."""

NEAR_DAYS = 3
_AT_ONCE = 1 << 13  # probes whose pairs are looked at together: some 4 MB at worst
_PROBES = 8  # of a sketch's smallest hashes; two texts with likeness .6 share one of them in 999 cases of 1,000
_NO_HASH = 0xFFFFFFFF
_NONE = frozenset([_NO_HASH])
_CROWD, _NEIGHBOURS = (
    64,
    8,
)  # texts that share a hash: beyond, it is boilerplate, and only neighbours in the list are compared
_JUDGED = 1 << 10  # pairs whose sketches are compared at once


@dataclass(frozen=True, slots=True)
class Cluster:
    """One article: its lowest id, and the ids of all its revisions, oldest first (the article's own among them)."""

    id: str
    members: tuple[str, ...]


@dataclass(slots=True)
class Clusters:
    """Articles of more than one revision, by id, and the trouble found. An id that is in none is an article alone."""

    clusters: dict[str, Cluster] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    of: dict[str, str] = field(default_factory=dict)

    def article(self, id_: str) -> str:
        """The article that the revision ``id_`` belongs to: its own id where it is alone."""
        return self.of.get(id_, id_)


def join(lights: Iterable[Light]) -> Clusters:
    """Which ids are one article. Any order of ``lights`` gives the same answer; they are read once, and not kept."""
    table = _Table(lights)
    groups = _Groups(len(table))
    out = Clusters()
    _by_pointer(table, groups, out)
    for a, b in table.same_articles():
        groups.unite(a, b)
    members: dict[int, list[int]] = {}
    for i in range(len(table)):
        if groups.root(i) != i:
            members.setdefault(groups.root(i), []).append(i)
    for first, rest in sorted(members.items()):
        ids = tuple(table.ids[i] for i in (first, *rest))
        out.clusters[ids[0]] = Cluster(ids[0], ids)
        out.of.update(dict.fromkeys(ids, ids[0]))
    out.findings.sort(key=lambda f: (order(f.subject), f.sentence))
    return out


def order(id_: str) -> tuple[int, int, str]:
    """How ids are ordered: numbers by size, the rest by letters, after them."""
    return (0, int(id_), id_) if id_.isdecimal() and len(id_) < 19 else (1, 0, id_)


def newest(lights: Sequence[Light]) -> Light:
    """The revision whose text the article shows: the newest that is complete, and not a shred of the longest."""
    longest = max(light.length for light in lights)
    whole = [light for light in lights if light.complete and light.length * 2 >= longest]
    return max(whole or lights, key=lambda light: (order(light.id), light.when.timestamp() if light.when else 0.0))


def source_of(lights: Sequence[Light]) -> Light:
    """The revision that the record is made of: of those with the newest text and title, the one with the lowest id."""
    shown = newest(lights)
    same = [
        light
        for light in lights
        if (light.digest, light.title, light.complete) == (shown.digest, shown.title, shown.complete)
    ]
    lowest = min(order(light.id) for light in same)
    return newest([light for light in same if order(light.id) == lowest])


class _Groups:
    """Disjoint sets of indices; a group's root is its lowest index."""

    def __init__(self, size: int) -> None:
        self.parent = array("l", range(size))

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def unite(self, a: int, b: int) -> None:
        a, b = sorted((self.root(a), self.root(b)))
        self.parent[b] = a


class _Table:
    """The lights as columns, in the order of their ids: some 300 bytes an article."""

    def __init__(self, lights: Iterable[Light]) -> None:
        ids: list[str] = []
        days, lengths, counts, titles, digests = array("i"), array("l"), array("l"), array("Q"), array("Q")
        sketches = array("I")  # SIZE places each, those beyond the sketch's end left at the highest number
        pointers: dict[int, str] = {}
        for i, light in enumerate(lights):
            ids.append(light.id)
            days.append(_ordinal(light.day))
            lengths.append(light.length)
            counts.append(light.sketch.count)
            titles.append(_hash(fold(light.title)) if light.title else 0)
            digests.append(_hash(light.digest) if light.digest else 0)
            values = light.sketch.values[:SIZE]
            sketches.extend(values)
            sketches.extend([_NO_HASH] * (SIZE - len(values)))
            if light.pointer and light.pointer != light.id:
                pointers[i] = light.pointer
        self.rank = array("l", sorted(range(len(ids)), key=lambda i: order(ids[i])))
        self.ids = [ids[i] for i in self.rank]
        self.days, self.lengths, self.counts = days, lengths, counts
        self.titles, self.digests, self.sketches = titles, digests, sketches
        self.pointers = {rank: pointers[i] for rank, i in enumerate(self.rank) if i in pointers}

    def __len__(self) -> int:
        return len(self.ids)

    def day(self, i: int) -> int:
        """The article's day as a number, 0 where it has none."""
        return self.days[self.rank[i]]

    def length(self, i: int) -> int:
        """Letters and digits of its text."""
        return self.lengths[self.rank[i]]

    def same_title(self, a: int, b: int) -> bool:
        """Whether both have the same title but for width, case and script."""
        title = self.titles[self.rank[a]]
        return title != 0 and title == self.titles[self.rank[b]]

    def same_text(self, a: int, b: int) -> bool:
        """Whether both have the same letters and digits."""
        digest = self.digests[self.rank[a]]
        return digest != 0 and digest == self.digests[self.rank[b]]

    def alike(self, a: int, b: int) -> float:
        """Jaccard's index of two texts."""
        return shared(self._hashes(a), self._hashes(b))

    def contained(self, a: int, b: int, likeness: float) -> float:
        """How much of the shorter text lies in the longer, if they are so alike."""
        return held(likeness, self.counts[self.rank[a]], self.counts[self.rank[b]])

    def _hashes(self, i: int) -> frozenset[int]:
        at = self.rank[i]
        return frozenset(self.sketches[at * SIZE : (at + 1) * SIZE]) - _NONE

    def same_articles(self) -> Iterator[tuple[int, int]]:
        """Pairs with nearly the same text, and the same title or day; each perhaps more than once."""
        import numpy as np  # pair by pair in Python, an archive of 20,000 articles took a minute

        if not self.ids:
            return
        order = np.array(self.rank, dtype=np.int64)
        sketches = np.frombuffer(self.sketches, dtype=np.uint32).reshape(-1, SIZE)
        columns = _Columns(
            order,
            sketches,
            days=np.array(self.days, dtype=np.int64)[order],
            lengths=np.array(self.lengths, dtype=np.int64)[order],
            counts=np.array(self.counts, dtype=np.int64)[order],
            titles=np.array(self.titles, dtype=np.uint64)[order],
            digests=np.array(self.digests, dtype=np.uint64)[order],
        )
        ranked = sketches[order, :_PROBES].astype(np.uint64)  # a hash above, whose it is below; sorted in place
        ranked <<= np.uint64(32)
        ranked |= np.arange(len(order), dtype=np.uint64)[:, np.newaxis]
        ranked = ranked.ravel()
        ranked.sort()
        ranked = ranked[: np.searchsorted(ranked, np.uint64(_NO_HASH << 32))]
        start = 0
        while start < len(ranked):  # whole groups of one hash, many at once
            last = ranked[min(start + _AT_ONCE, len(ranked)) - 1] | np.uint64(0xFFFFFFFF)
            end = int(np.searchsorted(ranked, last, side="right"))
            group = ranked[start:end]
            yield from columns.same(*_pairs((group >> np.uint64(32)).astype(np.uint32), group & np.uint64(0xFFFFFFFF)))
            start = end


@dataclass(frozen=True, slots=True)
class _Columns:
    """What pairs of articles are judged by: a column each, in the order of the ids; sketches by their place in the table."""

    place: NDArray[np.int64]
    sketches: NDArray[np.uint32]
    days: NDArray[np.int64]
    lengths: NDArray[np.int64]
    counts: NDArray[np.int64]
    titles: NDArray[np.uint64]
    digests: NDArray[np.uint64]

    def same(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
        """Those pairs of ``a`` and ``b`` that are one article."""
        import numpy as np

        same_title = (self.titles[a] != 0) & (self.titles[a] == self.titles[b])
        apart = np.abs(self.days[a] - self.days[b])
        near = (self.days[a] != 0) & (self.days[b] != 0) & (apart <= NEAR_DAYS)
        kept = np.flatnonzero(same_title | near)
        each = np.unique(a[kept] << 32 | b[kept], return_index=True)[1]  # most pairs come several times
        kept = kept[each]
        for at in range(0, len(kept), _JUDGED):
            some = kept[at : at + _JUDGED]
            one = self._judged(a[some], b[some], same_title[some], near[some], apart[some] == 0)
            yield from zip(a[some][one].tolist(), b[some][one].tolist(), strict=True)

    def _judged(
        self,
        a: NDArray[np.int64],
        b: NDArray[np.int64],
        same_title: NDArray[np.bool_],
        near: NDArray[np.bool_],
        same_day: NDArray[np.bool_],
    ) -> NDArray[np.bool_]:
        """For each pair whether it is one article."""
        import numpy as np

        same_text = (self.digests[a] != 0) & (self.digests[a] == self.digests[b])
        likeness = _alike(self.sketches[self.place[a]], self.sketches[self.place[b]])
        less = np.minimum(self.counts[a], self.counts[b])
        share = likeness / (1 + likeness) * (self.counts[a] + self.counts[b]) / np.maximum(less, 1)
        share = np.where(less > 0, np.minimum(share, 1.0), 0.0)
        shorter, longer = np.minimum(self.lengths[a], self.lengths[b]), np.maximum(self.lengths[a], self.lengths[b])
        mostly = (shorter * 2 >= longer) & ((same_title & (share >= HELD)) | (same_day & (share >= MOSTLY)))
        one: NDArray[np.bool_] = same_text | np.where(near, (likeness >= SAME_DAY) | mostly, likeness >= ANY_DAY)
        return one


def _pairs(hashes: NDArray[np.uint32], which: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of those that share a hash: all of a small group, only neighbours of a crowd."""
    import numpy as np

    none = np.empty(0, np.int64)
    if len(hashes) < 2:
        return none, none
    first = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    many = np.diff(np.append(first, len(hashes)))
    size = np.repeat(many, many)
    left, right = [], []
    for reach in range(1, min(int(size.max()), _CROWD)):
        met = hashes[reach:] == hashes[:-reach]
        if reach > _NEIGHBOURS:
            met &= size[reach:] <= _CROWD
        at = np.flatnonzero(met)
        left.append(which[at])
        right.append(which[at + reach])
    if not left:
        return none, none
    return np.concatenate(left).astype(np.int64), np.concatenate(right).astype(np.int64)


def _alike(a: NDArray[np.uint32], b: NDArray[np.uint32]) -> NDArray[np.float64]:
    """``jaccard`` of the sketches in the rows of ``a`` and ``b``."""
    import numpy as np

    merged = np.sort(np.concatenate((a, b), axis=1), axis=1)
    real = merged != _NO_HASH
    both = np.zeros_like(real)
    both[:, 1:] = (merged[:, 1:] == merged[:, :-1]) & real[:, 1:]  # a sketch has no hash twice
    place = np.cumsum(real & ~both, axis=1)  # among the hashes of the union
    union = np.minimum(place[:, -1], SIZE)
    told: NDArray[np.float64] = (both & (place <= SIZE)).sum(axis=1) / np.maximum(union, 1)
    return told


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big") | 1


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal() if day else 0
    except ValueError:
        return 0


def _by_pointer(table: _Table, groups: _Groups, out: Clusters) -> None:
    """Unite what the paper's own addresses unite: the one pointed to, and all that point to one id."""
    where = {id_: i for i, id_ in enumerate(table.ids)} if table.pointers else {}
    pointing: dict[str, list[int]] = {}
    for i, live in table.pointers.items():
        pointing.setdefault(live, []).append(i)
    for live, group in pointing.items():
        if live in where:
            group = sorted({*group, where[live]})
        for a, b in itertools.combinations(group[:_CROWD], 2):
            if groups.root(a) == groups.root(b):
                continue
            if _pointed(table, a, b):
                groups.unite(a, b)
            elif live in (table.ids[a], table.ids[b]):
                first, second = table.ids[a], table.ids[b]
                said = f"The addresses of {first} and {second} make them one article; their texts do not."
                out.findings.append(finding(codes.POINTER_DOUBTED, first, said, other=second, live=live))


def _pointed(table: _Table, a: int, b: int) -> bool:
    if table.same_title(a, b) or not (table.length(a) or table.length(b)):
        return True
    return table.contained(a, b, table.alike(a, b)) >= POINTED
