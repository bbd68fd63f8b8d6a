"""Holes in the run of ids, and weeks in which the paper seems to have published far less than around them."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from datetime import date, timedelta

from backissue.audit.books import Books
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "ids.gap",
        Severity.NOTE,
        "Ids are missing within a run that is otherwise dense: articles may have stood there.",
        "Ask a web archive for these addresses; an id may also have been a draft that never appeared.",
    ),
    FindingKind(
        "week.thin",
        Severity.NOTE,
        "Far fewer articles are held of this week than of the weeks around it.",
        "Look for captures of the paper's listings of that week.",
    ),
)

_RUN = 8
_DENSE = 0.75
_WIDEST = 200
"""A gap is told if the 8 ids before it and the 8 after it are three quarters of their runs, and it is no wider than 200."""
_WEEKS = 4
_USUAL = 5
_THIN = 1 / 3


def check(books: Books) -> Iterator[Finding]:
    """Gaps by their first id, thin weeks by their ISO week."""
    yield from _gaps(books)
    yield from _weeks(books)


def _gaps(books: Books) -> Iterator[Finding]:
    question = """
        SELECT DISTINCT CAST(key AS INTEGER) FROM (SELECT key FROM name UNION SELECT key FROM expected)
        WHERE key GLOB '[0-9]*' AND key NOT GLOB '*[^0-9]*' AND length(key) < 16 ORDER BY 1
    """
    ids = [row[0] for row in books.rows(question)]
    reach = int(_RUN / _DENSE)
    for n in range(_RUN, len(ids) - _RUN + 1):
        first, last = ids[n - 1] + 1, ids[n] - 1
        if first > last or last - first >= _WIDEST:
            continue
        if ids[n - 1] - ids[n - _RUN] < reach and ids[n + _RUN - 1] - ids[n] < reach:
            many = last - first + 1
            yield FINDINGS["ids.gap"].about(str(first), first=first, last=last, ids=many)


def _weeks(books: Books) -> Iterator[Finding]:
    counts: dict[date, int] = {}
    question = "SELECT day, count(*) FROM record WHERE kind = 'article' AND day IS NOT NULL GROUP BY day"
    for day, count in books.rows(question):
        when = date.fromisoformat(day)
        monday = when - timedelta(days=when.weekday())
        counts[monday] = counts.get(monday, 0) + count
    if not counts:
        return
    week = timedelta(days=7)
    for number in range(1, (max(counts) - min(counts)) // week):
        monday = min(counts) + number * week
        around = [counts.get(monday + k * week, 0) for k in range(-_WEEKS, _WEEKS + 1) if k]
        usual = statistics.median(around)
        held = counts.get(monday, 0)
        if usual >= _USUAL and held <= usual * _THIN:
            year, iso, _ = monday.isocalendar()
            yield FINDINGS["week.thin"].about(f"{year}-W{iso:02}", monday=monday.isoformat(), held=held, usual=usual)
