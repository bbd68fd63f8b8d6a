"""When: a date from printed words, and the words that the record keeps of it.

Of several dates in one line the one is taken that its words say is meant. The
words kept are ISO in the outlet's zone, no more precise than what was printed.
Refuses dates later than the capture.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from backissue.text import dates
from backissue.text.tree import Element

__all__ = ["Stamp", "at_the_clock", "is_change", "local", "read_stamp", "stamp_of", "to_the_minute"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ](\d\d:\d\d(:\d\d(?:\.\d{3,6})?)?)(?:[+-]\d\d:?\d\d|Z)?")
_DAY = timedelta(days=1)
_CHANGED = re.compile(r"(?i)更新|修訂|修订|修改|改動|改动|最後|最后|updated|revised|modified|changed|edited")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?(?![:\d])")
_DAY_ALONE = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)? ?(?:Z|UTC|[+-]\d\d:?\d\d)?")
"""How systems state a day without an hour, Jekyll and Hugo those of every page: ``2019-05-01 00:00:00 +0000``."""
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
    if (
        "00:00" in words
        and (day := _DAY_ALONE.fullmatch(words))
        and (only := dates.parse_date(day[1], zone, latest=latest))
    ):
        return stamp_of(only, zone)
    if stamp := _iso(words, zone, latest):
        return stamp
    found = dates.find_dates(words[:400], zone, order=order, latest=latest)
    if not found:
        value = dates.parse_date(words, zone, order=order, latest=latest)
        return stamp_of(value, zone) if value else None
    chosen = next((f for f in found if f.updated == updating), found[0])
    seconds = bool(_SECONDS.search(words[chosen.start : chosen.end]))
    return stamp_of(chosen.value, zone, seconds=seconds)


def is_change(words: str, *, zone: tzinfo | None, order: str = "", latest: datetime) -> bool:
    """Whether every date in ``words`` is told to be that of a change: ``更新時間：2005年9月10日``."""
    if not _CHANGED.search(words):  # as nearly all
        return False
    found = dates.find_dates(words[:400], zone, order=order, latest=latest)
    return bool(found) and all(f.updated for f in found)


def to_the_minute(stamp: Stamp, element: Element | None, read: Callable[[str], Stamp | None]) -> Stamp:
    """The hour that an element states to machines where it prints a day alone, if it is of that day; else ``stamp``.

    Themes print ``2007 年 6 月 25 日`` in a ``time`` whose ``datetime`` has the minute (HTML, 4.5.14); microdata has it in
    ``content``. Midnight is how a day alone is stated.
    """
    if element is None or isinstance(stamp.value, datetime):
        return stamp
    stated = [element, *element.select("time[datetime], [itemprop][content]")[:3]]
    for words in (e.attr(name) for e in stated for name in ("datetime", "content")):
        if words and ":" in words and not _MIDNIGHT.search(words) and (exact := read(words)):
            return exact if dates.day_of(exact.value) == stamp.value else stamp
    return stamp


def at_the_clock(stamp: Stamp, words: str, zone: tzinfo | None, latest: datetime) -> Stamp:
    """The time of day that words away from the day say; ``stamp`` itself where it has its time, or they say none that can be."""
    if isinstance(stamp.value, datetime):
        return stamp
    value = dates.on_the_clock(stamp.value, words, zone)
    if value is None or value > latest + _DAY:
        return stamp
    return stamp_of(value, zone, seconds=bool(_SECONDS.search(words)))


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
