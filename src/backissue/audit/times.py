"""Times that contradict: each other, the capture, the paper's life, or the run of the ids."""

from __future__ import annotations

import statistics
from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from backissue.audit.books import Books, Held
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "time.undated",
        Severity.WARNING,
        "Nothing says when this article was published.",
        "Look at its neighbours by id, or correct it in decisions.toml.",
    ),
    FindingKind(
        "time.two-dates",
        Severity.WARNING,
        "The date as printed and the date concluded from the page are not the same day.",
        "Look at the page; correct the field in decisions.toml.",
    ),
    FindingKind(
        "time.updated-before-published",
        Severity.WARNING,
        "The article was changed before it was published, by its own dates.",
        "Look at the page; correct the field in decisions.toml.",
    ),
    FindingKind(
        "time.captured-before-published",
        Severity.WARNING,
        "The article was captured more than a day before the date it bears.",
        "Look at the page: the date may be that of something else on it.",
    ),
    FindingKind(
        "time.after-closing",
        Severity.WARNING,
        "The article bears a date after the paper closed.",
        "Look at the page: it may be a page about the paper's end, or of whoever took its address.",
    ),
    FindingKind(
        "time.out-of-place",
        Severity.WARNING,
        "The date lies months from those of the articles with the ids before and after.",
        "Look at the page; correct the field in decisions.toml.",
    ),
)

_SLACK = timedelta(days=1)
"""Bare times on pages and UTC differ by up to 14 hours; that is no contradiction."""
_AROUND = 3
_AGREE = 30
_FAR = 60
"""Days: of articles in a run of ids, three before and three after lie within 30 of each other, one lies 60 off."""


def look(books: Books, held: Held) -> Iterator[Finding]:
    """What one record's own times say."""
    record = held.record
    if record.kind == "page":
        return
    published, updated = record.published, record.updated
    if published is None:
        if record.published_between is None:
            yield FINDINGS["time.undated"].about(record.id, file=held.path)
        return
    day = _day(published)
    by_decision = (record.evidence.get("published") or "").startswith("decision")
    printed = _printed(record.date)
    if printed and printed != day and not by_decision:
        yield FINDINGS["time.two-dates"].about(record.id, printed=printed.isoformat(), published=day.isoformat())
    if updated is not None and _before(updated, published):
        yield FINDINGS["time.updated-before-published"].about(
            record.id, published=published.isoformat(), updated=updated.isoformat()
        )
    when = record.source.when if record.source else None
    if when and day > (when.astimezone(UTC) + _SLACK).date():
        yield FINDINGS["time.captured-before-published"].about(
            record.id, published=day.isoformat(), captured=when.isoformat()
        )
    closed = books.outlet.closed if books.outlet else None
    if closed and day > closed + _SLACK:
        yield FINDINGS["time.after-closing"].about(record.id, published=day.isoformat(), closed=closed.isoformat())


def check(books: Books) -> Iterator[Finding]:
    """Records whose date does not fit between those of their neighbours by id."""
    question = """
        SELECT id, day FROM record WHERE kind = 'article' AND day IS NOT NULL AND id GLOB '[0-9]*'
        AND id NOT GLOB '*[^0-9]*' AND length(id) < 16 ORDER BY CAST(id AS INTEGER)
    """
    window: deque[tuple[str, int]] = deque(maxlen=2 * _AROUND + 1)
    for identity, day in books.rows(question):
        window.append((identity, date.fromisoformat(day).toordinal()))
        if len(window) < 2 * _AROUND + 1:
            continue
        middle = window[_AROUND]
        others = [d for n, (_, d) in enumerate(window) if n != _AROUND]
        typical = statistics.median_low(others)
        if max(others) - min(others) <= _AGREE and abs(middle[1] - typical) > _FAR:
            near = date.fromordinal(typical).isoformat()
            yield FINDINGS["time.out-of-place"].about(
                middle[0], published=date.fromordinal(middle[1]).isoformat(), neighbours=near
            )


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _printed(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text and len(text) == 10 else None
    except ValueError:
        return None


def _before(one: date | datetime, other: date | datetime) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return _day(one) < _day(other)
