"""How dates and bylines are printed: every form by its name, and what can be concluded from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from backissue.demo.paper import Article, Person

__all__ = ["BYLINES", "DATES", "has_time", "print_byline", "print_date"]

_DIGITS = "零一二三四五六七八九"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _numeral(number: int) -> str:
    """1 to 31 in Chinese: 十二, 二十一."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _year(number: int, zero: str = "零") -> str:
    return "".join(zero if d == "0" else _DIGITS[int(d)] for d in str(number))


def _clock12(t: datetime) -> str:
    return f"{t.hour % 12 or 12}:{t.minute:02d}"


DATES: dict[str, Callable[[datetime], str]] = {
    "iso": lambda t: f"{t:%Y-%m-%d}",
    "iso-time": lambda t: f"{t:%Y-%m-%d %H:%M}",
    "iso-seconds": lambda t: f"{t:%Y-%m-%d %H:%M:%S}",
    "slashes": lambda t: f"{t:%Y/%m/%d}",
    "slashes-time": lambda t: f"{t:%Y/%m/%d %H:%M}",
    "dots": lambda t: f"{t:%Y.%m.%d}",
    "dmy": lambda t: f"{t:%d/%m/%Y}",
    "dmy-time": lambda t: f"{t:%d/%m/%Y %H:%M}",
    "dmy-dots": lambda t: f"{t:%d.%m.%Y}",
    "dd.mm.yy": lambda t: f"{t:%d.%m.%y}",
    "dd.mm.yy-time": lambda t: f"{t:%d.%m.%y} | {t:%H:%M}",
    "han": lambda t: f"{t.year}年{t.month}月{t.day}日",
    "han-time": lambda t: f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}",
    "han-week": lambda t: f"{t.year}年{t.month}月{t.day}日　星期{'一二三四五六日'[t.weekday()]}",
    "han-noon": lambda t: f"{t.year}年{t.month}月{t.day}日 {'上午' if t.hour < 12 else '下午'}{_clock12(t)}",
    "numerals": lambda t: f"{_year(t.year)}年{_numeral(t.month)}月{_numeral(t.day)}日",
    "numerals-o": lambda t: f"{_year(t.year, '〇')}年{_numeral(t.month)}月{_numeral(t.day)}日",
    "en": lambda t: f"{_MONTHS[t.month - 1]} {t.day}, {t.year}",
    "en-short": lambda t: f"{_MONTHS[t.month - 1][:3]} {t.day}, {t.year} {_clock12(t)} {'AM' if t.hour < 12 else 'PM'}",
    "en-british": lambda t: f"{t.day} {_MONTHS[t.month - 1]} {t.year}",
    "en-week": lambda t: f"{_DAYS[t.weekday()]}, {t.day} {_MONTHS[t.month - 1]} {t.year}, {t:%H:%M}",
}
_TIMED = {
    "iso-time",
    "iso-seconds",
    "slashes-time",
    "dmy-time",
    "dd.mm.yy-time",
    "han-time",
    "han-noon",
    "en-short",
    "en-week",
}


def has_time(form: str) -> bool:
    """Whether a form says the time of day, to the minute at least."""
    return form in _TIMED


def print_date(form: str, when: datetime) -> str:
    """The date in that form; ``when`` in the paper's own time."""
    return DATES[form](when)


# each: (one reporter with a place, one without, two reporters); {a} {b} names, {p} place
BYLINES: dict[str, tuple[str, str, str]] = {
    "slash": ("記者{a}／{p}報道", "記者{a}", "記者{a}、{b}"),
    "bracket": ("【記者{a}／{p}報道】", "【記者{a}】", "【記者{a}、{b}】"),
    "colon": ("記者：{a}（{p}）", "記者：{a}", "記者：{a}、{b}"),
    "text": ("文：{a}", "文：{a}", "文：{a}、{b}"),
    "wrote": ("撰文：{a}", "撰文：{a}", "撰文：{a}、{b}"),
    "wrote-bracket": ("【撰文：{a}】", "【撰文：{a}】", "【撰文：{a}、{b}】"),
    "author": ("作者：{a}", "作者：{a}", "作者：{a}、{b}"),
    "space": ("記者 {a}", "記者 {a}", "記者 {a}、{b}"),
    "name": ("{a}", "{a}", "{a}、{b}"),
    "by": ("By {a} in {p}", "By {a}", "By {a} and {b}"),
    "by-name": ("{a}", "{a}", "{a}, {b}"),
    "by-plain": ("By {a}", "By {a}", "By {a} and {b}"),
    "written": ("Written by {a}", "Written by {a}", "Written by {a} and {b}"),
}
_ROLE = {"slash": "記者", "bracket": "記者", "colon": "記者", "space": "記者"}
_BY = {"text": "文", "wrote": "撰文", "wrote-bracket": "撰文", "author": "作者"}
_PLACE = {"slash", "bracket", "colon", "by"}


def print_byline(form: str, article: Article) -> tuple[str | None, tuple[Person, ...]]:
    """The byline as printed, and the people whom it names with the role and place that it tells."""
    people = article.byline.people
    if not people:
        return None, ()
    names = [p.name for p in people]
    kind = article.byline.form
    english = article.language.startswith("en")
    if english and form not in {"by", "by-name", "by-plain", "written"}:
        form = "by-plain"
    if kind in {"desk", "agency"}:
        lead = ("Source: " if english else "轉載自：") if kind == "agency" else ""
        return lead + names[0], people
    if kind == "photo" and form in {"text", "wrote"}:
        lead = "文" if form == "text" else "撰文"
        return f"{lead}：{names[0]}　攝影：{names[1]}", (Person(names[0], role=lead), Person(names[1], role="攝影"))
    placed, alone, both = BYLINES[form]
    role = _ROLE.get(form)
    if kind == "pair":
        role = role or _BY.get(form)  # behind a word that says "by", two writers have that for a role
        return both.format(a=names[0], b=names[1]), tuple(Person(n, role=role) for n in names)
    place = people[0].place if form in _PLACE and kind == "reporter" else None
    words = (placed if place else alone).format(a=names[0], p=place)
    return words, (Person(names[0], role=role, place=place),)
