"""The windows of time that a listing is asked for in: years, and months or days where a year is too much at once.

Knows no server and no file.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

__all__ = ["Window", "runs"]


@dataclass(frozen=True, slots=True)
class Window:
    """What is asked for at once: ``span`` is empty (all), or digits of a time (2016, 201603, 20160314), or ``page7``.

    ``resume`` and ``edge``: where to begin, for a part of what broke off there.
    """

    span: str = ""
    resume: str | None = None
    edge: tuple[str, ...] = ()

    @property
    def time(self) -> str:
        """The digits of a time, as a server takes them; empty for all of it."""
        return self.span if self.span.isdigit() else ""

    @property
    def page(self) -> int | None:
        """The page's number, if this is one."""
        return int(self.span[4:]) if self.span.startswith("page") else None

    def parts(self, years: range) -> list[Window]:
        """Narrower windows that are the same together; none for a day or a page."""
        spans: list[str] = []
        if self.span == "":
            spans = [str(year) for year in years]
        elif len(self.time) == 4:
            spans = [f"{self.span}{month:02d}" for month in range(1, 13)]
        elif len(self.time) == 6:
            days = calendar.monthrange(int(self.span[:4]), int(self.span[4:]))[1]
            spans = [f"{self.span}{day:02d}" for day in range(1, days + 1)]
        return [replace(self, span=span) for span in spans]

    def follows(self, other: Window) -> bool:
        """Whether this is the window just after ``other``, of the same width and with the same beginning."""
        same = len(self.time) == len(other.time) > 0 and self.resume == other.resume
        return same and _ordinal(self.time) == _ordinal(other.time) + 1


def runs(windows: Iterable[Window]) -> list[list[Window]]:
    """Windows that follow one another, together."""
    every: list[list[Window]] = []
    for window in windows:
        if every and window.follows(every[-1][-1]):
            every[-1].append(window)
        else:
            every.append([window])
    return every


def _ordinal(time: str) -> int:
    if len(time) == 8:
        return date(int(time[:4]), int(time[4:6]), int(time[6:])).toordinal()
    return int(time[:4]) * 12 + int(time[4:]) if len(time) == 6 else int(time)
