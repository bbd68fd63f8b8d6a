"""Two small forests of decision trees, as a table of numbers and the code to ask them.

The table, ``forest.json``, holds nested ``[feature, threshold, left, right]``
with log odds at the leaves; ``benchmarks/fit.py`` made it and says from what.
Asked through arrays a tree costs half a microsecond, through one compiled
expression a tenth of that, so each forest is compiled once, at first use.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["compiled", "forests"]

Forest = Callable[[Sequence[float]], float]


@cache
def forests() -> tuple[Forest, Forest]:
    """The forest for blocks of prose and the one for blocks around the body; each maps a row of features to log odds."""
    table = json.loads(resources.files(__package__).joinpath("forest.json").read_text("ascii"))
    return compiled(**table["prose"]), compiled(**table["block"])


def compiled(features: int, head: int, sure: float, trees: Sequence[Any]) -> Forest:
    """A function that adds up what the trees say of a row of so many ``features``.

    The first ``head`` trees were fitted to take long steps: where they alone
    come to more than ``sure``, either way, the others are not asked.
    """
    names = ", ".join(f"f{i}" for i in range(features))
    first = _function(names, trees[:head])
    rest = _function(names, trees[head:])

    def forest(row: Sequence[float]) -> float:
        odds = first(*row)
        return odds if odds > sure or odds < -sure else odds + rest(*row)

    return forest


def _function(names: str, trees: Sequence[Any]) -> Callable[..., float]:
    source = f"lambda {names}: " + (" + ".join(_expression(tree) for tree in trees) or "0.0")
    function: Callable[..., float] = eval(compile(source, "<forest>", "eval"), {"__builtins__": {}})  # noqa: S307  (numbers of our own table only, see _expression)
    return function


def _expression(tree: Any) -> str:
    """A tree as a conditional expression of numbers; anything but numbers fails here."""
    if isinstance(tree, (int, float)):
        return repr(float(tree))
    feature, threshold, left, right = tree
    return f"({_expression(left)} if f{int(feature)} <= {float(threshold)!r} else {_expression(right)})"
