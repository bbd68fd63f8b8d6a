"""Brings the revisions of one article together, across buckets, on light fingerprints.

An article may have been published under several ids. They are one where the
paper's own addresses say so (a slug's ``-N`` names the live revision), or where
the text is nearly the same and the title or the date agrees. A weekly column
under one title, a translation and a correction printed as an article of its own
have other texts, and stay articles of their own. Refuses to hold texts: an
article costs well under 1 kB here.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from backissue.model import Finding
from backissue.records import findings as codes
from backissue.records.drafts import Light
from backissue.records.findings import finding
from backissue.records.likeness import contained, jaccard
from backissue.text.fold import fold

__all__ = ["Cluster", "Clusters", "join", "newest", "order"]

SAME_DAY = 0.6
"""Likeness (Jaccard) that makes one article of two with the same title or day; measured on revisions whose last
paragraph or correction was added (.7 and more) and on columns of one author (.1 and less)."""

HELD = 0.85
"""How much of the shorter text must lie in the longer, where the day is the same and neither is twice the other."""

ANY_DAY = 0.9
"""Likeness where the title is the same and the days are far apart or unknown: the same text, printed again."""

POINTED = 0.25
"""How much must be shared where the paper's own pointer says that it is one article: live reports grow."""

NEAR_DAYS = 3
_PROBES = 8  # of a sketch's smallest hashes; two texts with likeness .6 share one of them in 999 cases of 1,000
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
    """Which ids are one article. Any order of ``lights`` gives the same answer."""
    table = sorted(lights, key=lambda light: order(light.id))
    groups = _Groups(len(table))
    out = Clusters()
    _by_pointer(table, groups, out)
    for a, b in _candidates(table):
        if groups.root(a) != groups.root(b) and _same_article(table[a], table[b]):
            groups.unite(a, b)
    members: dict[int, list[int]] = {}
    for i in range(len(table)):
        if groups.root(i) != i:
            members.setdefault(groups.root(i), []).append(i)
    for first, rest in sorted(members.items()):
        ids = tuple(table[i].id for i in (first, *rest))
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


def _by_pointer(table: Sequence[Light], groups: _Groups, out: Clusters) -> None:
    """Unite what the paper's own addresses unite: the one pointed to, and all that point to one id."""
    where = {light.id: i for i, light in enumerate(table)}
    pointing: dict[str, list[int]] = {}
    for i, light in enumerate(table):
        if light.pointer and light.pointer != light.id:
            pointing.setdefault(light.pointer, []).append(i)
    for live, group in pointing.items():
        if live in where:
            group = sorted({*group, where[live]})
        for a, b in itertools.combinations(group, 2):
            if groups.root(a) == groups.root(b):
                continue
            if _pointed(table[a], table[b]):
                groups.unite(a, b)
            elif table[a].id == live or table[b].id == live:
                said = f"The address of {table[a].id} and {table[b].id} makes them one article; their texts do not."
                out.findings.append(finding(codes.POINTER_DOUBTED, table[a].id, said, other=table[b].id, live=live))


def _pointed(a: Light, b: Light) -> bool:
    if a.title and fold(a.title) == fold(b.title):
        return True
    return contained(a.sketch, b.sketch) >= POINTED or (not a.length and not b.length)


def _candidates(table: Sequence[Light]) -> Iterator[tuple[int, int]]:
    """Pairs that share one of their smallest hashes, or title and day; each pair perhaps more than once."""
    probes = array("Q")
    for i, light in enumerate(table):
        for at in range(0, min(len(light.sketch.low), 8 * _PROBES), 8):
            probes.append(int(light.sketch.low[at : at + 8], 16) << 32 | i)
    ranked = array("Q", sorted(probes))
    del probes
    start = 0
    while start < len(ranked):
        end = start + 1
        while end < len(ranked) and ranked[end] >> 32 == ranked[start] >> 32:
            end += 1
        group = [value & 0xFFFFFFFF for value in ranked[start:end]]
        reach = len(group) if len(group) <= _CROWD else 8
        for at, a in enumerate(group):
            for b in group[at + 1 : at + 1 + reach]:
                yield a, b
        start = end


def _same_article(a: Light, b: Light) -> bool:
    """Nearly the same text, with the same title or day."""
    same_title = bool(a.title) and fold(a.title) == fold(b.title)
    apart = _days_apart(a.day, b.day)
    if not same_title and apart is None:
        return False
    if a.digest and a.digest == b.digest:
        return same_title or (apart is not None and apart <= NEAR_DAYS)
    if apart is not None and apart <= NEAR_DAYS:
        if jaccard(a.sketch, b.sketch) >= SAME_DAY:
            return True
        shorter, longer = sorted((a.length, b.length))
        return same_title and shorter * 2 >= longer and contained(a.sketch, b.sketch) >= HELD
    return same_title and jaccard(a.sketch, b.sketch) >= ANY_DAY


def _days_apart(a: str, b: str) -> int | None:
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return None
