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
    return compiled(table["prose"]), compiled(table["block"])


def compiled(trees: Sequence[Any]) -> Forest:
    """One function that adds up what the trees say of a row."""
    source = "lambda f: " + " + ".join(_expression(tree) for tree in trees)
    forest: Forest = eval(compile(source, "<forest>", "eval"), {"__builtins__": {}})  # noqa: S307  (numbers of our own table only, see _expression)
    return forest


def _expression(tree: Any) -> str:
    """A tree as a conditional expression of numbers; anything but numbers fails here."""
    if isinstance(tree, (int, float)):
        return repr(float(tree))
    feature, threshold, left, right = tree
    return f"({_expression(left)} if f[{int(feature)}] <= {float(threshold)!r} else {_expression(right)})"
