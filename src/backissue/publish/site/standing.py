"""What the last whole build knew of the paper's order, so that a build after a few edits touches what they touch.

An edit that leaves an article's *shape* as it was (where it stands, under what it is
filed, what it links to) moves nothing else: every other page is what it was. All
this lies in the site's stamp. It refuses to guess: whatever is not the same as
then, but for the text of a few articles, asks for a build that looks at everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backissue.publish.site.shelves import Shelf, Shelves

__all__ = ["MOST", "Standing", "changed_of"]

MOST = 300
"""So many edits at once cost nearly as much as looking at everything."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The order of one finished build.

    ``mark`` is of everything but records. ``files`` are all record files, in the order of their names, each
    with its signature, and ``passed`` those among them that gave no record. ``articles`` are in order of time, then
    come the paper's ``own`` pages; ``shapes`` and ``digests`` are of both. ``kin`` and ``inward`` (an address to its
    page) are by the place of an article, ``expected`` is how many articles months
    that lost some are known to have had, ``lost`` how many are known and not held.
    """

    mark: str
    files: dict[str, str]
    passed: list[str]
    articles: list[str]
    own: list[str]
    shapes: list[str]
    digests: list[str]
    shelves: Shelves
    kin: Sequence[Sequence[int]]
    inward: dict[int, dict[str, str]]
    expected: dict[str, int]
    lost: int

    def as_json(self) -> dict[str, Any]:
        """All of it in JSON's own types."""
        shelves: dict[str, Any] = {name: getattr(self.shelves, name) for name in Shelves.__slots__}
        for name in _SHELVES:
            shelves[name] = {key: [s.kind, s.members, s.aliases] for key, s in shelves[name].items()}
        return {**{name: getattr(self, name) for name in self.__slots__}, "shelves": shelves}

    @classmethod
    def of(cls, raw: object) -> Standing | None:
        """The standing in ``raw``; None where it is none."""
        if not isinstance(raw, dict):
            return None
        try:
            shelves = dict(raw["shelves"])
            for name in _SHELVES:
                rows = shelves[name].items()
                shelves[name] = {key: Shelf(key, members, kind, aliases) for key, (kind, members, aliases) in rows}
            inward = {int(at): own for at, own in raw["inward"].items()}
            return cls(**{**raw, "shelves": Shelves(**shelves), "inward": inward})
        except (TypeError, ValueError, KeyError, AttributeError):
            return None


_SHELVES = ("sections", "authors", "tags")


def changed_of(standing: Standing, listed: Mapping[str, str]) -> list[str] | None:
    """The articles whose files changed since; None where a file came, went or gave no record, or too many changed."""
    if listed.keys() != standing.files.keys():
        return None
    changed = [path for path, signature in standing.files.items() if listed[path] != signature]
    return changed if len(changed) <= MOST and not {*standing.passed, *standing.own} & {*changed} else None
