"""Numbers within a part of an address: ``story-1234``, ``1234-any-slug``, ``t20210211_1234``, ``world1003``.

Gives patterns with ``{id}`` for the parts of many addresses at once. Refuses numbers that are fewer than the parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from backissue.learn.specimen import commonest

__all__ = ["DIGITS", "ENOUGH", "number_at_end", "number_within", "quoted"]

DIGITS = re.compile(r"\d+")
_DATED_ID = re.compile(r"(\D*)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])([-_.])([0-9]{2,})((?:[-_.].*)?)")
ENOUGH = 3  # addresses that show a form


def quoted(text: str) -> str:
    """Literal text for a pattern: braces, which patterns have for names, stand for anything."""
    return text.replace("{", "*").replace("}", "*")


def number_within(values: Sequence[str]) -> str:
    """A pattern with ``{id}`` for segments such as ``story-1234``, ``1234-any-slug``, ``t20210211_1234``; empty if none."""
    distinct = len(set(values))
    if distinct < ENOUGH:
        return ""
    dated = [_DATED_ID.fullmatch(v) for v in values]
    if all(dated):
        parts = {(m[1], m[2]) for m in dated if m}
        numbers = {m[3] for m in dated if m}
        if len(parts) == 1 and len(numbers) >= 0.95 * distinct:
            (lead, mark) = parts.pop()
            rest = "" if all(not m[4] for m in dated if m) else "*"
            return f"{quoted(lead)}*{mark}{{id:[0-9]+}}{rest}"
    leads = Counter(DIGITS.split(v, maxsplit=1)[0] for v in values)
    lead, n = commonest(leads, 1)[0]
    if n == len(values):
        rests = [v[len(lead) :] for v in values]
        first = [DIGITS.match(r) for r in rests]
        if all(first):
            numbers = {m.group() for m in first if m}
            tails = {r[m.end() :] for r, m in zip(rests, first, strict=True) if m}
            if len(numbers) >= 0.95 * distinct and min(map(len, numbers)) >= 2:
                if tails == {""}:
                    return f"{quoted(lead)}{{id:[0-9]+}}" if lead else "{id:[0-9]+}"
                return f"{quoted(lead)}{{id:[0-9]+}}{quoted(next(iter(tails))) if len(tails) == 1 else '*'}"
    return number_at_end(values)


def number_at_end(values: Sequence[str]) -> str:
    """A pattern with ``{id}`` for values that end in a number of their own: ``world1003``, ``/20130719/CULTURE/1001``; empty if none.

    Of many, a few may end otherwise: a listing beside the articles (``list_1``).
    """
    ends = [_AT_END.search(v) for v in values]
    if len(values) >= _MANY and sum(map(bool, ends)) >= _NEARLY_ALL * len(values):
        values = [v for v, m in zip(values, ends, strict=True) if m]
        ends = [m for m in ends if m]
    numbers = {m[2] for m in ends if m}
    marks = {m[1] for m in ends if m}
    if all(ends) and len(numbers) >= 0.95 * len(set(values)) and len(marks) == 1 and "" not in values:
        return f"*{next(iter(marks))}{{id:[0-9]+}}" if marks != {""} else "*{id:(?<![0-9])[0-9]{3,}}"
    return ""


_MANY = 40
_NEARLY_ALL = 0.96
_AT_END = re.compile(r"([-_./]|(?<=[a-z]))([0-9]{3,})$")
