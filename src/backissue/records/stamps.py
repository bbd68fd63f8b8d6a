"""When: a date from printed words, and the words that the record keeps of it.

Of several dates in one line the one is taken that its words say is meant. The
words kept are ISO in the outlet's zone, no more precise than what was printed.
Refuses dates later than the capture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from backissue.text import dates

__all__ = ["Stamp", "local", "read_stamp", "stamp_of"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ](\d\d:\d\d(:\d\d(?:\.\d{3,6})?)?)(?:[+-]\d\d:?\d\d|Z)?")
_DAY = timedelta(days=1)
_SECONDS = re.compile(r"\d[:：]\d{2}[:：]\d{2}|秒")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found: its value, a time in the outlet's zone; and its words (``2021-02-11 12:46:29``)."""

    value: date | datetime
    words: str


def read_stamp(
    words: str, *, zone: tzinfo | None, order: str = "", latest: datetime, updating: bool = False
) -> Stamp | None:
    """The date that ``words`` are about, not after ``latest``; ``updating`` asks for the one that an update's word names."""
    if stamp := _iso(words, zone, latest):
        return stamp
    found = dates.find_dates(words[:400], zone, order=order, latest=latest)
    if not found:
        value = dates.parse_date(words, zone, order=order, latest=latest)
        return stamp_of(value, zone) if value else None
    chosen = next((f for f in found if f.updated == updating), found[0])
    seconds = bool(_SECONDS.search(words[chosen.start : chosen.end]))
    return stamp_of(chosen.value, zone, seconds=seconds)


def stamp_of(value: date | datetime, zone: tzinfo | None, *, seconds: bool = True) -> Stamp:
    """A value with the words for it; ``seconds`` says whether they were printed."""
    value = local(value, zone)
    if not isinstance(value, datetime):
        return Stamp(value, value.isoformat())
    return Stamp(value, value.replace(tzinfo=None).isoformat(" ", "seconds" if seconds else "minutes"))


def local(value: date | datetime, zone: tzinfo | None) -> date | datetime:
    """A time in ``zone``; a day as it is."""
    return value.astimezone(zone) if zone and isinstance(value, datetime) else value


def _iso(words: str, zone: tzinfo | None, latest: datetime) -> Stamp | None:
    """The commonest form, read in a hundredth of the time."""
    plain = _ISO.fullmatch(words)
    if plain is None:
        return None
    try:
        value = datetime.fromisoformat(words)
    except ValueError:
        return None
    if value.tzinfo is None:
        if zone is None:
            return None
        value = value.replace(tzinfo=zone)
    if value.year < dates.EARLIEST or value > latest + _DAY:
        return None
    return stamp_of(value, zone, seconds=plain[2] is not None)
