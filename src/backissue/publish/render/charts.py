"""Small drawings: the paper's months as bars, a month as a calendar. Plain SVG and tables, no script."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape

__all__ = ["bars", "found_by_month", "month_table"]

_HIGH = 64
_WIDE = 8


def bars(held: Mapping[str, int], known: Mapping[str, int], label: str) -> str:
    """Bars of articles a month from the first month to the last; behind each, paler, how many are known of.

    Keys are ``2021-02``. The drawing is hidden from screen readers, which get ``label``.
    """
    months = sorted({m for m in (*held, *known) if m[:4] > "1000"})
    if not months:
        return ""
    span = _range(months[0], months[-1])
    if len(span) > 1200:
        span = months
    most = max(max(held.get(m, 0), known.get(m, 0)) for m in span)
    drawn, years = [], []
    for at, month in enumerate(span):
        x = at * _WIDE
        all_known, there = known.get(month, 0), held.get(month, 0)
        for n, kind in ((all_known, "known"), (there, "held")):
            if n and (kind == "held" or n > there):
                high = max(1, round(n * _HIGH / most))
                drawn.append(
                    f'<rect class="{kind}" x="{x + 1}" y="{_HIGH - high}" width="{_WIDE - 2}" height="{high}"><title>{month}: {there}</title></rect>'
                )
        if month.endswith("-01") or at == 0:
            years.append(
                f'<line x1="{x}" x2="{x}" y1="0" y2="{_HIGH + 4}"/><text x="{x + 3}" y="{_HIGH + 13}">{month[:4]}</text>'
            )
    wide = len(span) * _WIDE + 24
    return (
        f'<svg class="bars" viewBox="0 0 {wide} {_HIGH + 18}" preserveAspectRatio="xMinYMid meet" role="img" aria-label="{escape(label)}">'
        f"{''.join(years)}{''.join(drawn)}</svg>"
    )


_BAND = 8


def found_by_month(
    months: Sequence[tuple[str, int, int, int]], label: str, say: Callable[[str, int, int, int], str]
) -> str:
    """What a search found each month; below it a band of what is known of the month, dark as far as it is held.

    ``months`` are month (``2021-02``), found, held, expected; ``say`` puts one into words. assets/search.js
    draws the same.
    """
    given = {m[0]: m for m in months if m[0][:4] > "1000"}
    if not given:
        return ""
    span = _range(min(given), max(given))
    span = sorted(given) if len(span) > 1200 else span
    most = max(1, *(m[1] for m in given.values()))
    drawn, years = [], []
    for at, month in enumerate(span):
        x = at * _WIDE
        if month.endswith("-01") or at == 0:
            years.append(
                f'<line x1="{x}" x2="{x}" y1="0" y2="{_HIGH + 4}"/><text x="{x + 3}" y="{_HIGH + 13}">{month[:4]}</text>'
            )
        if month not in given:
            continue
        _, found, held, expected = given[month]
        top = _HIGH - _BAND - 2
        high = max(1, round(found * top / most)) if found else 0
        there = round(held * _BAND / expected) if expected else 0
        drawn.append(
            f'<rect class="held" x="{x + 1}" y="{top - high}" width="{_WIDE - 2}" height="{high}"/>'
            f'<rect class="known" x="{x + 1}" y="{_HIGH - _BAND}" width="{_WIDE - 2}" height="{_BAND}"/>'
            f'<rect class="there" x="{x + 1}" y="{_HIGH - there}" width="{_WIDE - 2}" height="{there}"/>'
            f'<rect class="all" x="{x}" y="0" width="{_WIDE}" height="{_HIGH}"><title>{escape(say(month, found, held, expected))}</title></rect>'
        )
    wide = len(span) * _WIDE + 24
    return (
        f'<svg class="bars spread" viewBox="0 0 {wide} {_HIGH + 18}" preserveAspectRatio="xMinYMid meet" role="img" aria-label="{escape(label)}">'
        f"{''.join(years)}{''.join(drawn)}</svg>"
    )


def month_table(
    year: int,
    month: int,
    *,
    counts: Mapping[str, int],
    href: Callable[[str], str],
    caption: str,
    weekdays: str,
    say: Callable[[int], str],
) -> str:
    """A month as a table; a day with articles is a link, darker the more there are.

    Rows are weeks, Monday first; without ``weekdays``, seven days from the first on, of no year.
    ``counts`` are by ISO day; ``href`` gives a day's page, ``say(n)`` how many in words.
    """
    most = max(counts.values(), default=1)
    rows = []
    first = calendar.MONDAY if weekdays else date(year, month, 1).weekday()
    for week in calendar.Calendar(first).monthdatescalendar(year, month):
        cells = []
        for day in week:
            n = counts.get(day.isoformat(), 0) if day.month == month else 0
            if day.month != month:
                cells.append("<td></td>")
            elif n:
                shade = min(4, 1 + (n - 1) * 4 // most)
                cells.append(
                    f'<td><a class="d{shade}" href="{href(day.isoformat())}" title="{escape(say(n))}">{day.day}</a></td>'
                )
            else:
                cells.append(f"<td>{day.day}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    heads = "".join(f'<th scope="col" data-d="{n}">{escape(d)}</th>' for n, d in enumerate(weekdays))
    head = f"<thead><tr>{heads}</tr></thead>" if heads else ""
    return f'<table class="month"><caption>{caption}</caption>{head}<tbody>{"".join(rows)}</tbody></table>'


def _range(first: str, last: str) -> list[str]:
    found: list[str] = []
    at = date(int(first[:4]), int(first[5:7]), 1)
    end = date(int(last[:4]), int(last[5:7]), 1)
    while at <= end and len(found) <= 1200:
        found.append(f"{at:%Y-%m}" if at.year > 999 else f"{at.year:04d}-{at.month:02d}")
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
    return found
