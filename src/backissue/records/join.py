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

from backissue.model import Finding
from backissue.records import findings as codes
from backissue.records.drafts import Light
from backissue.records.findings import finding
from backissue.records.likeness import SIZE, held, shared
from backissue.text.fold import fold

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
_REMEMBERED = 1 << 18  # pairs found to be two articles: most pairs come several times
_PROBES = 8  # of a sketch's smallest hashes; two texts with likeness .6 share one of them in 999 cases of 1,000
_NO_HASH = 0xFFFFFFFF
_NONE = frozenset([_NO_HASH])
_LATELY = 2000  # sketches remembered as sets: candidates come in order of their hashes, the same ones again and again
_CROWD = 64  # texts that share a hash: beyond, it is boilerplate, and only neighbours in the list are compared


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
    refused: set[tuple[int, int]] = set()
    for a, b in table.candidates():
        if groups.root(a) == groups.root(b) or (a, b) in refused:
            continue
        if _same_article(table, a, b):
            groups.unite(a, b)
        elif len(refused) < _REMEMBERED:
            refused.add((a, b))
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
        self._lately: dict[int, frozenset[int]] = {}

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
        found = self._lately.get(i)
        if found is None:
            if len(self._lately) >= _LATELY:
                self._lately.clear()
            at = self.rank[i]
            found = frozenset(self.sketches[at * SIZE : (at + 1) * SIZE]) - _NONE
            self._lately[i] = found
        return found

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs that share one of their smallest hashes; each pair perhaps more than once."""
        import numpy as np  # a list of Python's numbers would be five times as large

        if not self.ids:
            return
        order = np.array(self.rank, dtype=np.int64)
        low = np.frombuffer(self.sketches, dtype=np.uint32).reshape(-1, SIZE)[order, :_PROBES].astype(np.uint64)
        which = np.repeat(np.arange(len(order), dtype=np.uint64), _PROBES)
        probes = low.ravel()
        ranked = np.sort((probes << np.uint64(32) | which)[probes != _NO_HASH])
        hashes = ranked >> np.uint64(32)
        edges = np.flatnonzero(hashes[1:] != hashes[:-1]) + 1
        for start, end in itertools.pairwise([0, *map(int, edges), len(ranked)]):
            if end - start < 2:
                continue
            group = [int(value) & 0xFFFFFFFF for value in ranked[start:end]]
            reach = len(group) if len(group) <= _CROWD else 8
            for at, a in enumerate(group):
                for b in group[at + 1 : at + 1 + reach]:
                    yield a, b


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


def _same_article(table: _Table, a: int, b: int) -> bool:
    """Nearly the same text, with the same title or day."""
    same_title = table.same_title(a, b)
    dated = bool(table.day(a) and table.day(b))
    near = dated and abs(table.day(a) - table.day(b)) <= NEAR_DAYS
    if not (same_title or near):
        return False
    if table.same_text(a, b):
        return True
    likeness = table.alike(a, b)
    if not near:
        return likeness >= ANY_DAY
    if likeness >= SAME_DAY:
        return True
    shorter, longer = sorted((table.length(a), table.length(b)))
    if shorter * 2 < longer:
        return False
    share = table.contained(a, b, likeness)
    return (same_title and share >= HELD) or (table.day(a) == table.day(b) and share >= MOSTLY)
