"""Sentence parts expanded into sentences: ``[a|b]`` chooses, ``{name}`` asks the cast, ``{3-9}`` draws a number.

Compiled once, expanded often: an article costs some tenths of a millisecond. It refuses
unbalanced brackets, so that a slip in the prose shows when the module loads, not in print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random

__all__ = ["Cast", "expand"]

_Node = str | tuple[str, object, object]
_TOKEN = re.compile(r"([\[\]|])|\{(\d+)-(\d+)\}|\{([a-z_]+[0-9]?)\}")


class Cast(dict[str, str]):
    """The people and places of one story: each name is drawn when first spoken of, then kept.

    ``makers`` maps a name (without a trailing digit) to a function of the random source.
    """

    def __init__(self, rng: Random, makers: Mapping[str, Callable[[Random], str]], **given: str) -> None:
        super().__init__(**given)
        self.rng = rng
        self.makers = makers

    def __missing__(self, name: str) -> str:
        make = self.makers[name.rstrip("0123456789")]
        value = make(self.rng)
        for _ in range(4):  # place and place2 should differ
            if value not in self.values():
                break
            value = make(self.rng)
        self[name] = value
        return value


def _parse(
    tokens: list[tuple[str, str]], at: int, depth: int
) -> tuple[tuple[_Node, ...], list[tuple[_Node, ...]], int]:
    here: list[_Node] = []
    done: list[tuple[_Node, ...]] = []
    while at < len(tokens):
        kind, value = tokens[at]
        if kind == "open":
            last, before, at = _parse(tokens, at + 1, depth + 1)
            here.append(("alt", (*before, last), len(before) + 1))
        elif kind == "close" and depth:
            return tuple(here), done, at + 1
        elif kind == "bar" and depth:
            done.append(tuple(here))
            here = []
            at += 1
        elif kind == "number":
            low, high = value.split("-")
            here.append(("number", int(low), int(high) - int(low) + 1))
            at += 1
        elif kind == "slot":
            here.append(("slot", value, None))
            at += 1
        elif kind == "close":
            raise ValueError("a ] closes nothing")
        else:
            here.append(value)
            at += 1
    if depth:
        raise ValueError("a [ is never closed")
    return tuple(here), done, at


@cache
def _compile(text: str) -> tuple[_Node, ...]:
    tokens: list[tuple[str, str]] = []
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() > at:
            tokens.append(("text", text[at : found.start()]))
        at = found.end()
        if found[1]:
            tokens.append(({"[": "open", "]": "close", "|": "bar"}[found[1]], found[1]))
        elif found[2]:
            tokens.append(("number", f"{found[2]}-{found[3]}"))
        else:
            tokens.append(("slot", found[4]))
    if at < len(text):
        tokens.append(("text", text[at:]))
    try:
        return _parse(tokens, 0, 0)[0]
    except ValueError as trouble:
        raise ValueError(f"{trouble}: {text!r}") from None


def _write(nodes: Sequence[_Node], cast: Cast, out: list[str]) -> None:
    rng = cast.rng
    for node in nodes:
        if isinstance(node, str):
            out.append(node)
            continue
        kind, value, more = node
        if kind == "slot":
            out.append(cast[value])  # type: ignore[index]
        elif kind == "number":
            out.append(str(value + int(rng.random() * more)))  # type: ignore[operator]
        else:
            _write(value[int(rng.random() * more)], cast, out)  # type: ignore[index, operator]


def expand(text: str, cast: Cast) -> str:
    """The sentence, its choices made and its names filled in from the cast."""
    out: list[str] = []
    _write(_compile(text), cast, out)
    return "".join(out)
