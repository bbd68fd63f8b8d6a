"""The articles sorted onto shelves: days, sections, authors, tags; and each one's relations.

Works on places in one chronological list of lights, so that a shelf costs a few
bytes an article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from backissue.publish.site.light import Light

__all__ = ["Shelf", "Shelves", "kin", "sort_onto_shelves"]


@dataclass(slots=True)
class Shelf:
    """The articles under one section, author or tag, in order of time; ``aliases`` are other words filed with a tag."""

    name: str
    members: list[int] = field(default_factory=list)
    kind: str = ""
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Shelves:
    """Every shelf there is. ``days`` are ISO days in order; ``undated`` has no day."""

    days: dict[str, list[int]]
    undated: list[int]
    sections: dict[str, Shelf]
    authors: dict[str, Shelf]
    tags: dict[str, Shelf]
    alias_of: dict[str, str]

    def months(self) -> dict[str, list[str]]:
        """``2021-02`` to its days."""
        found: dict[str, list[str]] = defaultdict(list)
        for day in self.days:
            found[day[:7]].append(day)
        return dict(found)


def sort_onto_shelves(lights: Sequence[Light]) -> Shelves:
    """Shelves of ``lights``, which stand in order of time."""
    days: dict[str, list[int]] = {}
    undated: list[int] = []
    sections: dict[str, Shelf] = {}
    authors: dict[str, Shelf] = {}
    tags: dict[str, Shelf] = {}
    company: dict[str, Counter[str]] = defaultdict(Counter)
    for at, light in enumerate(lights):
        if light.day:
            days.setdefault(light.day, []).append(at)
        else:
            undated.append(at)
        if light.section:
            _put(sections, light.section, at)
        for name, kind in zip(light.authors, light.kinds, strict=True):
            _put(authors, name, at, kind)
        for tag in light.tags:
            _put(tags, tag, at)
        for alias in light.aliases:
            company[alias].update(light.tags)
    alias_of: dict[str, str] = {}
    for alias in sorted(company):
        if alias in tags or not company[alias]:
            continue
        main = min(company[alias].items(), key=lambda pair: (-pair[1], pair[0]))[0]
        alias_of[alias] = main
        tags[main].aliases.append(alias)
    return Shelves(dict(sorted(days.items())), undated, sections, authors, tags, alias_of)


def _put(shelves: dict[str, Shelf], name: str, at: int, kind: str = "") -> None:
    shelf = shelves.get(name)
    if shelf is None:
        shelf = shelves[name] = Shelf(name, kind=kind)
    shelf.members.append(at)


_TOO_COMMON = 2000
_REACH = 2
_KEPT = 4
_MASK = (1 << 24) - 1
"""Room for the place of an article: sixteen million of them."""


def kin(lights: Sequence[Light], tags: Iterable[Shelf]) -> list[tuple[int, ...]]:
    """For each article up to four others that share its rarest tags, nearest in time first among equals.

    Only the two neighbours on either side on each tag's shelf are looked at:
    one changed article moves its neighbours' relations and no others.
    """
    scores: list[dict[int, int] | None] = [None] * len(lights)
    for shelf in tags:
        n = len(shelf.members)
        if not 1 < n <= _TOO_COMMON:
            continue
        weight = int(1_000_000 / (1 + n**0.5))
        members = shelf.members
        for place, at in enumerate(members):
            mine = scores[at]
            if mine is None:
                mine = scores[at] = {}
            for other in members[max(0, place - _REACH) : place + _REACH + 1]:
                mine[other] = mine.get(other, 0) + weight
    found: list[tuple[int, ...]] = []
    for at, mine in enumerate(scores):
        if not mine:
            found.append(())
            continue
        mine.pop(at, None)
        # one number each, so that sorting compares nothing but numbers: score, nearness, place
        ranked = sorted([(score << 48) | (_MASK - abs(other - at)) << 24 | other for other, score in mine.items()])
        found.append(tuple([one & _MASK for one in ranked[: -_KEPT - 1 : -1]]))
    return found
