"""The plot: what the paper published against what is held, month by month, as numbers for an SVG.

Heights are in a box 1000 wide and 240 high, stretched to the page by the
browser; labels are text beside it, so that they stay readable on a telephone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backissue.audit.facts import Month

WIDTH, HEIGHT = 1000.0, 240.0
_FEWEST = 12
"""Months for which there is always room: the bars of a paper of one season are not walls."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A month's bar: x and width, then y and height of each part from the bottom up."""

    month: Month
    x: float
    width: float
    held: tuple[float, float]
    missing: tuple[float, float]
    perhaps: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars, the lines of the grid (share of the height from the top, number), and the years (share of the width, year)."""

    bars: tuple[Bar, ...]
    grid: tuple[tuple[float, int], ...]
    years: tuple[tuple[float, str], ...]
    top: int


def plot(months: Sequence[Month]) -> Plot | None:
    """The plot of these months; None if there is none."""
    if not months:
        return None
    step = _step(max(m.held + m.missing + m.perhaps for m in months))
    top = step * -(-max(m.held + m.missing + m.perhaps for m in months) // step)
    slots = max(len(months), _FEWEST)
    slot = WIDTH / slots
    gap = min(2.0, slot * 0.18)
    scale = HEIGHT / top
    bars = []
    for n, month in enumerate(months):
        held, missing, perhaps = month.held * scale, month.missing * scale, month.perhaps * scale
        parts = (
            (HEIGHT - held, held),
            (HEIGHT - held - missing, missing),
            (HEIGHT - held - missing - perhaps, perhaps),
        )
        bars.append(Bar(month, n * slot + gap / 2, slot - gap, *parts))
    grid = tuple((1 - k * step / top, k * step) for k in range(top // step + 1))
    starts = [n for n, m in enumerate(months) if m.name.endswith("-01") or n == 0]
    years = [(n / slots, months[n].name[:4]) for n in starts]
    if len(years) > 1 and years[1][0] - years[0][0] < 0.05:
        years = years[1:]
    every = -(-len(years) // 12)
    return Plot(tuple(bars), grid, tuple(years[::every]), top)


def _step(largest: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50… that cuts the axis into five at most."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if largest <= 5 * step:
                return step
        power *= 10
