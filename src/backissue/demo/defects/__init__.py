"""Everything that goes wrong in the wild, each by its name in one small function.

``@defect("name", every=40, at=7)`` registers a function of a scene; it is called for every
40th article, from the 7th on, and bends the scene's shots. The order is that of the families and, within one, of the file:
what is wrong with bytes first, then with addresses, then other pages under the address, then loss.
To add one, write it in the file of its family; tests ask that each shows at 300 articles.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from backissue.demo.scenes import Scene

__all__ = ["DEFECTS", "FAMILIES", "Defect", "apply", "defect", "every"]


@dataclass(frozen=True, slots=True)
class Defect:
    """A named trouble: which articles have it, and what it does to their scenes."""

    name: str
    every: int
    at: int
    bend: Callable[[Scene], None]


FAMILIES = ("bodies", "repeats", "addresses", "answers", "losses")  # the order in which they bend

DEFECTS: list[Defect] = []


def defect(name: str, *, every: int, at: int) -> Callable[[Callable[[Scene], None]], Callable[[Scene], None]]:
    """Registers a defect for articles ``at``, ``at + every``, …"""

    def add(bend: Callable[[Scene], None]) -> Callable[[Scene], None]:
        DEFECTS.append(Defect(name, every, at, bend))
        return bend

    return add


@cache
def every() -> list[Defect]:
    """All defects, in the order in which they bend."""
    for family in FAMILIES:
        import_module(f"{__name__}.{family}")
    return sorted(DEFECTS, key=lambda d: FAMILIES.index(d.bend.__module__.rpartition(".")[2]))


def apply(scene: Scene) -> list[str]:
    """Bends a scene by every defect that is its due, and returns their names."""
    met = []
    for each in every():
        if scene.article.index % each.every == each.at % each.every:
            each.bend(scene)
            met.append(each.name)
    return met
