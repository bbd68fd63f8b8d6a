"""Two small forests of decision trees, as a table of numbers and the code to ask them.

The table, ``forest.json``, holds nested ``[feature, threshold, left, right]``
with log odds at the leaves; ``benchmarks/fit.py`` made it and says from what.
Asked through arrays a tree costs half a microsecond, as compiled code a tenth
of that, so each forest is compiled once, at first use. Rows should hold floats
only: a whole number beside a threshold costs a third more.
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
    source = (
        f"def forest(row):\n"
        f"    {names}, = row\n"
        f"    odds = {_sum(trees[:head])}\n"
        f"    return odds if odds > {float(sure)!r} or odds < {-float(sure)!r} else odds + ({_sum(trees[head:])})\n"
    )
    made: dict[str, Forest] = {}
    exec(compile(source, "<forest>", "exec"), {"__builtins__": {}}, made)  # noqa: S102  (numbers of our own table only, see _expression)
    return made["forest"]


def _sum(trees: Sequence[Any]) -> str:
    return " + ".join(map(_expression, trees)) or "0.0"


def _expression(tree: Any) -> str:
    """A tree as a conditional expression of numbers; anything but numbers fails here."""
    if isinstance(tree, (int, float)):
        return repr(float(tree))
    feature, threshold, left, right = tree
    return f"({_expression(left)} if f{int(feature)} <= {float(threshold)!r} else {_expression(right)})"
