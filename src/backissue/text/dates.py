"""Dates as newspapers print them, and as pages state them to machines.

``find_dates`` gives every date in a text, ``parse_date`` the one a string is
about. Read are ISO and its neighbours, RFC 2822, month names of a dozen
languages, numbers in either order, Chinese, Japanese and Korean forms with
Chinese numerals and the era years of the Republic, Reiwa and Heisei. Refuses
to pad: a month or a year alone is no date, and a time without a zone stays a
day unless a zone is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["Found", "day_of", "day_of_print", "find_dates", "on_the_clock", "parse_date", "zone"]

EARLIEST: Final = 1600
"""No newspaper is older; earlier years are zero values of databases."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: ``value`` is a day, or a time with a zone; ``updated`` when an update stamp's word stands by.

    ``start`` and ``end`` are offsets into the text. ``sure`` is False where day
    and month might be the other way round.
    """

    value: date | datetime
    start: int
    end: int
    updated: bool = False
    sure: bool = True


_MONTHS: Final[dict[str, int]] = {}
for _number, _names in enumerate(
    (
        "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari tammikuuta ocak stycznia sty января янв januára ledna ianuarie januára",
        "february feb februar feber février fevrier févr fevr febrero fevereiro fev febbraio febbr februari helmikuuta şubat subat lutego lut февраля фев února februarie",
        "march mar märz maerz mrz mär mars marzo março marco maart mrt marts maaliskuuta mart marca marz марта мар března martie",
        "april apr avril avr abril abr aprile huhtikuuta nisan kwietnia kwi апреля апр dubna aprilie",
        "may mai mayo maio maggio mag mei maj toukokuuta mayıs mayis maja мая května",
        "june jun juni juin junio junho giugno giu kesäkuuta haziran czerwca cze июня июн června iunie",
        "july jul juli juillet juil julio julho luglio lug heinäkuuta temmuz lipca lip июля июл července iulie",
        "august aug août aout agosto ago augustus augusti elokuuta ağustos agustos sierpnia sie августа авг srpna",
        "september sep sept septembre septiembre setiembre setembro set settembre sett septembris syyskuuta eylül eylul września wrz сентября сен сент září septembrie",
        "october oct oktober okt octobre octubre outubro out ottobre ott lokakuuta ekim października paź октября окт října octombrie",
        "november nov novembre noviembre novembro marraskuuta kasım kasim listopada lis ноября ноя нояб listopadu noiembrie",
        "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre desember des joulukuuta aralık aralik grudnia gru декабря дек prosince decembrie",
    ),
    1,
):
    for _name in _names.split():
        _MONTHS.setdefault(_name, _number)
for _number, _name in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1):
    # 十二月 7, 2005; 07 6月 2007: American and British forms with their names translated
    _MONTHS.update((f"{n}月", _number) for n in (_name, str(_number), f"{_number:02}"))

_ZONES: Final[dict[str, int]] = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180,
    "sast": 120, "cat": 120, "msk": 180, "trt": 180, "hkt": 480, "cst+8": 480, "sgt": 480, "myt": 480, "pht": 480, "awst": 480,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "et": -300, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "hst": -600, "brt": -180, "art": -180,
}  # fmt: skip
"""Minutes east of Greenwich; CST and IST are left out, for each names three zones."""

_DIGITS: Final = {
    c: i
    for i, s in enumerate(
        ("〇零○Ｏ０", "一壹元", "二貳贰兩", "三叁參", "四肆", "五伍", "六陸陆", "七柒", "八捌", "九玖")
    )
    for c in s
}
_NUM = r"[〇零○Ｏ一二三四五六七八九十廿卅]"
_WIDE: Final = tuple(zip("０１２３４５６７８９：／．－", "0123456789:/.-", strict=True))

_WEEKDAY = r"(?:\s*[(（](?:(?:星期|週|周|礼拜|禮拜)?[一二三四五六日天月火水木金土월화수목금토일](?:曜日?|요일)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?)[)）]|\s*[,，、]?\s*(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]|,?\s+(?:(?:Mon|Fri|Sun)(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|rsday)?|Sat(?:urday)?)\b)?"
"""The day of the week, in brackets or as a word, between a date and its time."""
_TIME = (
    r"(?P<half>上午|下午|中午|早上|凌晨|晚上|晚间|晚間|午前|午後|오전|오후|傍晚)?\s*"
    r"(?P<h>[01]?\d|2[0-4])\s*(?:[:：]|[.h時时點点시](?=\s?\d{2}(?!\d)))\s?(?P<mi>[0-5]\d)(?:\s*[:：分분]\s?(?P<s>[0-5]\d)?秒?(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?:Uhr|分|Hrs?))?(?:\s?(?P<ap>[ap]\.?m\.?)(?![a-z])|\s?(?P<late>上午|下午|凌晨|晚上|午前|午後)(?!\w))?"
    r"(?:\s?[(（]?(?P<z>Z|[+\-−]\d{2}:?\d{2}|(?:UTC|GMT)\s?[+\-−]\d{1,2}(?::?\d{2})?|[A-Z]{2,4}T?|(?:[A-Z][a-z]+ )?MESZ?)(?![A-Za-z]))?"
)
"""A time of day, its half before or behind it."""
_CLOCK = (
    r"(?:\s*(?:,?\s*at\b|[T,，|｜·•‧\-–—/(（@]|\.(?=\s)|um|à|a las|às|alle|ore|kl\.?|klo|o|saat|المحدثة)?\s*"
    + _TIME
    + r")?"
)

_ISO = re.compile(
    r"(?<!\d)(?P<y>1[6-9]\d\d|20\d\d)(?P<p>[-/.])(?P<m>\d{1,2})(?P=p)(?P<d>\d{1,2})(?!\d|[-/.]\d)" + _WEEKDAY + _CLOCK,
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<h>\d\d):(?P<mi>\d\d)(?::(?P<s>\d\d))?(?:[.,]\d+)?(?P<z>Z|[+-]\d\d:?\d\d)?)?$"
)
"""What most machines write; tried first, at a tenth of the price."""
_COMPACT = re.compile(
    r"(?<![\d.])(?P<y>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:T?(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)(?P<s>[0-5]\d)?(?P<z>Z)?)?(?!\d)"
)
_HAN = re.compile(
    rf"(?:(?P<era>民國|民国|令和|平成|昭和|中華民國)\s*)?(?<!\d)(?P<y>\d{{1,4}}|{_NUM}{{1,4}}|元)\s*[年년]\s*(?P<m>\d{{1,2}}|{_NUM}{{1,2}})\s*[月월]\s*"
    rf"(?P<d>\d{{1,2}}|{_NUM}{{1,3}})\s*[日號号일]?(?:\s*[,，]?\s*[(（]?(?:星期|週|周|礼拜|禮拜)?[一二三四五六日月火水木金土월화수목금토일]?(?:曜日?)?[)）]?)?"
    + _CLOCK,
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"(?<![\w.])(?:(?P<d>[0-3]?\d)(?!\d)(?:\.|st|nd|rd|th|er|º|ª|o)?(?:\s+|-|/)?(?:de |of |d[’'])?\s*(?P<m>(?!(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b)[^\W\d_]{3,12}|[一二三四五六七八九十]月|(?:0?[1-9]|1[0-2])月)\.?,?(?:\s+|-|/)(?:del? |d[’'])?\s*(?P<y>\d{4}|[’']?\d\d(?!\d|[:.h]\d|\s*[ap]\.?m))"
    r"|(?P<m2>[^\W\d_]{3,12}|[一二三四五六七八九十]月|(?<!\d)(?:0?[1-9]|1[0-2])月)\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?(?:\s+|,)(?P<y2>\d{4}))(?!\d)"
    + _WEEKDAY
    + _CLOCK,
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?<![\d/.\-,])(?<!\d:)(?P<a>\d{1,2})\s?(?P<p>[./-])\s?(?P<b>\d{1,2})\s?(?P=p)\s?(?P<y>\d{4}|\d{2})(?!\d|[./-]\d)"
    + _WEEKDAY
    + _CLOCK,
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(rf"(?<![\w:.,/\-–−+$€£¥%])(?<!\d\s){_TIME}(?![\w:%/])", re.IGNORECASE)
_SPAN = re.compile(r"\d\s*[-–—−~至]\s*\d")
_DIGIT = re.compile(r"[\d年]")
_MONTHLY = re.compile(r"[A-Za-z\u0400-\u04ff]|月[\s/-]+\d")
"""Every month's name has such a letter, or a number behind it; a text without one need not be searched for names."""
_YEARISH = re.compile(r"\d{4}|年|\d\s?[./-]\s?\d|[a-z]\s\d\d\b|[’']\d\d\b")
"""What every date has somewhere; looked for first, for most lines of a page hold none."""
_UPDATED = re.compile(
    r"(?:updated?|last (?:modified|edited|update)|modified|revised|amended|aktualisiert|letzte[sr]? (?:update|änderung)|mis à jour|actualizado|actualizada|atualizado|aggiornat[oa]|bijgewerkt|"
    r"oppdatert|uppdaterad|opdateret|güncelleme|zaktualizowano|更新|修訂|修订|修改|改動|改动|編修|编修|最後編輯|最后编辑|수정)[^\d\n]{0,24}$",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(
    r"(?<!\d)(?<!\d[:.])"
    + _TIME
    + r"(?:\s*[,，、|｜·•‧–—-])?(?:\s+on)?(?:\s*(?:(?:Mon|Tue|Wednes|Thu(?:rs?)?|Fri|Satur|Sun)(?:s?day)?|Wed|Sat)\.?,?)?\s*$",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:：時时點点시]")
_FARTHEST = 36
"""Characters from a clock's beginning to its day: `` 12:31 p.m. GMT, on Wednesday, ``."""
_UPDATED_AFTER = re.compile(
    r"\s{0,2}(?:更新|修訂|修订|修改|改動|改动|수정|updated|revised)(?!\s{0,2}[:：於于]?\s{0,2}\d)"
)
"""The word behind a date, unless it is the word before the next."""


@lru_cache(maxsize=64)
def zone(name: str | None) -> tzinfo | None:
    """The zone of an IANA name; None for no name or an unknown one."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def day_of(value: date | datetime) -> date:
    """The calendar day as printed: a time's own day in its own zone."""
    return value.date() if isinstance(value, datetime) else value


def day_of_print(printed: str) -> str:
    """The ISO day that a feed or a listing printed; empty where day and month may be the other way round."""
    return next((day_of(found.value).isoformat() for found in find_dates(printed) if found.sure), "")


def parse_date(
    text: str, tz: tzinfo | None = None, *, order: str = "", latest: datetime | None = None
) -> date | datetime | None:
    """The one date that ``text`` is about, else None.

    A number of ten or thirteen digits is a Unix time. The first date that is
    not after ``latest`` counts; bare times mean ``tz``, and without one are
    dropped, leaving the day. ``order`` is ``dmy`` or ``mdy`` for numbers.
    """
    text = text.strip()
    if m := _STAMP.match(text):
        value: date | datetime | None = _build(int(m["y"]), int(m["m"]), int(m["d"]), m, tz)
        if value is None or (latest is not None and day_of(value) > (latest + timedelta(days=1)).date()):
            return None
        return value
    if text.isdigit() and len(text) in (10, 13) and text[0] == "1":
        stamp = datetime.fromtimestamp(int(text) / (1000 if len(text) == 13 else 1), UTC)
        return stamp if latest is None or stamp <= latest + timedelta(days=1) else None
    for found in find_dates(text[:400], tz, order=order, latest=latest):
        return found.value
    return None


def find_dates(text: str, tz: tzinfo | None = None, *, order: str = "", latest: datetime | None = None) -> list[Found]:
    """Every date in ``text``, in order of place, overlapping readings dropped.

    Bare times mean ``tz``; without it only their day is kept. ``order`` is
    ``dmy`` or ``mdy`` and decides numbers like 03/04/2021, which otherwise are
    read day first and marked unsure. Dates more than a day after ``latest``
    (the time of the capture) are left out: clocks differ, calendars do not.
    """
    if not _DIGIT.search(text) or not _YEARISH.search(text):
        return []
    flat = text
    if not text.isascii():
        for wide, narrow in _WIDE:  # a table would be asked for every character
            flat = flat.replace(wide, narrow)
    limit = (latest + timedelta(days=1)).date() if latest is not None else None
    out: list[Found] = []
    taken: list[tuple[int, int]] = []
    for start, end, value, sure in _readings(flat, tz, order):
        if limit is not None and day_of(value) > limit:
            continue
        if any(start < e and end > s for s, e in taken):
            continue
        taken.append((start, end))
        updated = bool(_UPDATED.search(flat[max(0, start - 40) : start]) or _UPDATED_AFTER.match(flat, end))
        out.append(Found(value, start, end, updated, sure))
    out.sort(key=lambda found: found.start)
    return [_with_earlier_clock(found, out[i - 1].end if i else 0, flat, tz) for i, found in enumerate(out)]


def _with_earlier_clock(found: Found, since: int, text: str, tz: tzinfo | None) -> Found:
    """A day with the time that stands right before it: ``12:31, 8 February 2013``; as it is, where there is none."""
    if (
        tz is None
        or isinstance(found.value, datetime)
        or not _COLON.search(text[max(since, found.start - _FARTHEST) : found.start])
    ):
        return found
    at = max(since, found.start - _FARTHEST)
    clock = _CLOCK_BEFORE.search(text[at : found.start])
    if clock is None or not _COLON.search(clock[0]):  # 3.27 may be a price
        return found
    value = _build(found.value.year, found.value.month, found.value.day, clock, tz)
    if not isinstance(value, datetime):
        return found
    start = at + clock.start()
    updated = found.updated or bool(_UPDATED.search(text[max(0, start - 40) : start]))
    return Found(value, start, found.end, updated, found.sure)


def on_the_clock(day: date, words: str, tz: tzinfo | None) -> datetime | None:
    """The time on ``day``, in ``tz`` unless they name a zone, that words say which hold one time of day and no date.

    ``於 19:10``, ``Posted at 3:27 PM``. None for several times or a span of them, for numbers that may be prices or scores (``3.27``), and
    where no zone is known.
    """
    if not _DIGIT.search(words) or _SPAN.search(words) or find_dates(words):
        return None
    found = [m for m in _TIME_ALONE.finditer(words) if set(m[0]) & set(":：時时點点시") or m["ap"] or m["half"]]
    value = _build(day.year, day.month, day.day, found[0], tz) if len(found) == 1 else None
    return value if isinstance(value, datetime) else None


def _readings(text: str, tz: tzinfo | None, order: str) -> Iterator[tuple[int, int, date | datetime, bool]]:
    """Start, end, value and sureness of each reading, the surest forms first."""
    if "年" in text or "년" in text:
        for m in _HAN.finditer(text):
            year = _year(m["y"], m["era"])
            month, day = _han(m["m"]), _han(m["d"])
            if year and (value := _build(year, month, day, m, tz)):
                yield m.start(), m.end(), value, True
    for m in _ISO.finditer(text):
        if value := _build(int(m["y"]), int(m["m"]), int(m["d"]), m, tz):
            yield m.start(), m.end(), value, True
    for m in _WORDS.finditer(text) if _MONTHLY.search(text) else ():
        month = _MONTHS.get((m["m"] or m["m2"]).lower(), 0)
        if month and (value := _build(_short(m["y"] or m["y2"]), month, int(m["d"] or m["d2"]), m, tz)):
            yield m.start(), m.end(), value, True
    for m in _NUMBERS.finditer(text):
        a, b, year = int(m["a"]), int(m["b"]), _short(m["y"])
        sure = True
        if a > 12:
            day, month = a, b
        elif b > 12 or (order == "mdy" and m["p"] != "."):
            month, day = a, b
        else:
            day, month = a, b
            sure = a == b or m["p"] == "." or order == "dmy"
        if value := _build(year, month, day, m, tz):
            yield m.start(), m.end(), value, sure
    for m in _COMPACT.finditer(text):
        if value := _build(int(m["y"]), int(m["m"]), int(m["d"]), m, tz):
            yield m.start(), m.end(), value, True


def _build(year: int, month: int, day: int, m: re.Match[str], tz: tzinfo | None) -> date | datetime | None:
    """A day, or a time if a clock and a zone are known; None for impossible and zero-valued dates."""
    try:
        whole = date(year, month, day)
    except ValueError:
        return None
    if year < EARLIEST or (year, month, day) == (1970, 1, 1):
        return None
    groups = m.groupdict()
    if not groups.get("h"):
        return whole
    hour, minute, second = int(groups["h"]), int(groups["mi"] or 0), int(groups.get("s") or 0)
    half, ap = groups.get("half") or groups.get("late"), (groups.get("ap") or "").lower()
    if ((half in ("下午", "晚上", "晚间", "晚間", "午後", "오후", "傍晚") or ap.startswith("p")) and hour < 12) or (
        half == "中午" and hour < 3
    ):
        hour += 12
    elif (half in ("上午", "凌晨", "午前", "오전") or ap.startswith("a")) and hour == 12:
        hour = 0
    if hour > 23:
        return whole
    offset = _offset(groups.get("z"))
    where = offset if offset is not None else tz
    if where is None:
        return whole
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=where)
    except ValueError:
        return whole


def _offset(printed: str | None) -> tzinfo | None:
    if not printed:
        return None
    name = printed.strip().lower().rsplit(" ", 1)[-1].replace("−", "-")
    if name in _ZONES:
        minutes = _ZONES[name]
    else:
        m = re.fullmatch(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?", name)
        if not m:
            return None
        minutes = int(m[2]) * 60 + int(m[3] or 0)
        minutes = -minutes if m[1] == "-" else minutes
    if abs(minutes) > 14 * 60:
        return None
    return UTC if minutes == 0 else timezone(timedelta(minutes=minutes))


def _short(year: str) -> int:
    """A year of two digits is of this century up to 69, as POSIX has it."""
    number = int(year.lstrip("’'"))
    if number >= 100:
        return number
    return 2000 + number if number < 70 else 1900 + number


def _year(printed: str, era: str | None) -> int | None:
    number = int(printed) if printed.isdigit() else _han(printed)
    if era:
        return number + {"令": 2018, "平": 1988, "昭": 1925}.get(era[0], 1911)
    if 1000 <= number <= 2999:
        return number
    if printed.isdigit() and len(printed) == 2:
        return _short(printed)
    return None


def _han(printed: str) -> int:
    """Chinese numerals of years (二零二一), months and days (十二, 廿一, 三十一); 0 for nonsense."""
    if printed.isdigit():
        return int(printed)
    if printed == "元":
        return 1
    if len(printed) == 4 and not set(printed) & set("十廿卅"):
        return int("".join(str(_DIGITS.get(c, 0)) for c in printed))
    number = 0
    for c in printed.replace("廿", "二十").replace("卅", "三十"):
        if c == "十":
            number = (number or 1) * 10
        else:
            number += _DIGITS.get(c, 0)
    return number
