"""When an undated article came out: between the days of its neighbours in the order of ids.

An id is given when an article is begun, so the order of ids is nearly that of
days. Refuses to name a day, and to reach across a gap of ids or of weeks.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from datetime import date
from statistics import median_low

__all__ = ["Interval", "intervals"]

from dataclasses import dataclass

_NEAR = 200
"""Ids between an article and the neighbours that may speak for it."""
_SPAN = 31
"""Days: an interval wider than this says nothing."""
_SIDE = 3


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, both possible, and the ids that say so."""

    first: date
    last: date
    before: str
    after: str


def intervals(dated: Mapping[int, date], undated: list[int]) -> dict[int, Interval]:
    """For each of ``undated`` the days between its nearest dated neighbours, where they agree.

    Three neighbours on each side are asked; one that lies far from the other two is not believed.
    """
    order = sorted(dated)
    out = {}
    for number in undated:
        at = bisect.bisect_left(order, number)
        before = [n for n in order[max(at - _SIDE, 0) : at] if number - n <= _NEAR]
        after = [n for n in order[at : at + _SIDE] if n != number and n - number <= _NEAR]
        if not before or not after:
            continue
        low, high = _believed(before[::-1], dated), _believed(after, dated)
        first, last = sorted((dated[low], dated[high]))
        if (last - first).days <= _SPAN:
            out[number] = Interval(first, last, str(low), str(high))
    return out


def _believed(near: list[int], dated: Mapping[int, date]) -> int:
    """The nearest whose day is within a week of the middle one of the three."""
    middle = median_low([dated[n].toordinal() for n in near])
    return next(n for n in near if abs(dated[n].toordinal() - middle) <= 7 or len(near) == 1)
