"""The week of a letter: an ISO 8601 week, Monday to Sunday, in the paper's own zone.

Refuses weeks that no calendar has. It reads no clock: whoever asks for "this
week, so many years ago" says what time it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backissue.model import BadInstruction
from backissue.publish.render.words import long_date, month_name

__all__ = ["Week", "weeks_of"]

_WEEK = re.compile(r"(\d{4})-?W(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week by its ISO year and number: the year to which its Thursday belongs.

    >>> str(Week.parse("2021-W06")), Week.parse("2021-W06").first
    ('2021-W06', datetime.date(2021, 2, 8))
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9998:
            raise BadInstruction(f"there is no year {self.year}", "Write a week like 2021-W06.")
        if not 1 <= self.number <= weeks_of(self.year):
            last = weeks_of(self.year)
            hint = f"The last week of {self.year} is {self.year}-W{last}; then comes {self.year + 1}-W01."
            raise BadInstruction(f"{self.year} has no week {self.number}: it has {last}", hint)

    @classmethod
    def parse(cls, text: str) -> Week:
        """The week in ``2021-W06``. Raises BadInstruction, also for week 53 of a year that has 52."""
        found = _WEEK.fullmatch(text.strip().upper())
        if not found:
            raise BadInstruction(f"{text!r} is no week", "Write it like 2021-W06 (ISO 8601).")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Week:
        """The week in which ``day`` lies; 1 January may lie in the last week of the year before."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def on(cls, text: str) -> Week:
        """The week of a day as people write it, ``2021-02-14``. Raises BadInstruction for 29 February of a common year."""
        try:
            return cls.of(date.fromisoformat(text.strip()))
        except ValueError as error:
            raise BadInstruction(f"{text!r} is no day: {error}", "Write it like 2021-02-14.") from None

    @classmethod
    def years_ago(cls, years: int, now: datetime, zone: str | None) -> Week:
        """The week of this number, ``years`` ISO years before the week in which ``now`` lies in ``zone`` (IANA; UTC if None).

        Weeks are counted, not days, so that 29 February needs no rule: its
        week has a number like any other. In week 53 of a year, a year without
        one answers with its last week, 52, which holds most of the same days of
        the calendar; the week before it gave that one, too.
        """
        if now.tzinfo is None:
            raise ValueError(f"a time without a zone: {now!r}")
        this = cls.of(now.astimezone(ZoneInfo(zone or "UTC")).date())
        if years < 0 or this.year - years < 1:
            raise BadInstruction(f"{years} years ago is no time a newspaper came out", "Say 1 or more.")
        year = this.year - years
        return cls(year, min(this.number, weeks_of(year)))

    @property
    def first(self) -> date:
        """Its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=6)

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"

    def span(self, language: str) -> str:
        """From day to day, as a reader of ``language`` (of the interface) writes it.

        >>> Week.parse("2021-W06").span("en"), Week.parse("2020-W53").span("zh-Hant")
        ('8–14 February 2021', '2020年12月28日至2021年1月3日')
        """
        first, last = self.first, self.last
        if language != "en":
            until = (
                long_date(last, language)
                if last.year != first.year
                else f"{last.month}月{last.day}日"
                if last.month != first.month
                else f"{last.day}日"
            )
            return f"{long_date(first, language)}至{until}"
        if first.year != last.year:
            return f"{long_date(first, 'en')} – {long_date(last, 'en')}"
        if first.month != last.month:
            return f"{first.day} {month_name(first.month, 'en')} – {long_date(last, 'en')}"
        return f"{first.day}–{long_date(last, 'en')}"


def weeks_of(year: int) -> int:
    """How many weeks an ISO year has, 52 or 53: 28 December always lies in the last.

    >>> weeks_of(2020), weeks_of(2021)
    (53, 52)
    """
    return date(year, 12, 28).isocalendar()[1]
