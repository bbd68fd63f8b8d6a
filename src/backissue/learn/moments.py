"""When articles came out and were changed: which picks say so, and in what order day and month stand.

What machines are told, the address, and the dates that listings print beside the same
article are witnesses to each other. Refuses to say in what zone; that is ``zones``'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from backissue.learn import changes, clocks
from backissue.learn.fields import Learned, look, looker
from backissue.learn.labels import Labels
from backissue.learn.selectors import candidates
from backissue.learn.specimen import Specimen, commonest
from backissue.records import characters
from backissue.records.stamps import local
from backissue.text import tree
from backissue.text.dates import day_of, find_dates, parse_date, zone
from backissue.text.tree import Element

__all__ = ["Moments", "date_elements", "learn", "only_date", "order_of", "witnesses"]

_MAYBE = re.compile(r"\d[-/.年]\s?\d|\d\s(?:19|20)\d\d|\d,\s?(?:19|20)\d\d|(?:19|20)\d\d|年.{1,3}月|\d月\d")
_SHORT = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d{2})(?!\d)")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)")


_SOME = 0.7
_BARE = 32  # characters; a date with its weekday and time is no longer


@dataclass
class Moments:
    """Picks for both dates and for a time of day that stands apart, the order of day and month (``dmy``, ``mdy`` or empty) as a form, and what was seen of zones."""

    published: Learned = field(default_factory=Learned)
    updated: Learned = field(default_factory=Learned)
    clock: Learned = field(default_factory=Learned)
    form: str = ""


@dataclass
class _Way:
    pick: str
    values: list[date | datetime | None]
    hinted: bool
    length: float = 0.0
    mixed: bool = False  # some of its dates are called changes, others are not
    silent: bool = False  # and the word for it stands beside the place, not in it
    worded: bool = (
        False  # the page's words call it a change, and not its names alone: WordPress calls any day ``updated``
    )
    alike: bool = False  # the same words stand before each of its dates, and one stands on a page

    @property
    def coverage(self) -> float:
        return sum(v is not None for v in self.values) / max(1, len(self.values))

    @property
    def timed(self) -> float:
        there = [v for v in self.values if v is not None]
        return sum(isinstance(v, datetime) for v in there) / max(1, len(there))


def order_of(texts: Iterable[str]) -> str:
    """A form such as ``DD/MM/YYYY`` where numbers above twelve betray the order of day and month; else empty.

    Between dots the day is always first, so that those tell nothing of what stands between strokes.
    """
    first: Counter[str] = Counter()
    marks: Counter[tuple[str, int]] = Counter()
    seen = [found for text in texts for found in _SHORT.findall(text)]
    for a, mark, b, year in [found for found in seen if found[1] != "."] or seen:
        marks[mark, len(year)] += 1
        if int(a) > 12 >= int(b):
            first["DD"] += 1
        elif int(b) > 12 >= int(a):
            first["MM"] += 1
    if not first:
        return ""
    (mark, digits), _ = commonest(marks, 1)[0]
    lead = commonest(first, 1)[0][0]
    rest = "MM" if lead == "DD" else "DD"
    return mark.join((lead, rest, "YYYY" if digits == 4 else "YY"))


def learn(specimens: Sequence[Specimen], timezone: str, form: str, labels: Labels | None = None) -> Moments:
    """The dates' picks for pages of one era, bare times meaning ``timezone`` (an IANA name)."""
    order = "" if not form else "dmy" if form.startswith("D") else "mdy"
    tz = zone(timezone)
    evidence = [witnesses(s, order) for s in specimens]
    ways = _ways(specimens, timezone, order, labels)
    out = Moments(form=form)
    main = _published(ways, evidence, specimens)
    if main is None:
        return out
    agreeing = [
        way
        for way in ways
        if way is main or (not way.hinted and not way.mixed and _agrees(way, main, evidence, specimens))
    ]
    agreeing.sort(
        key=lambda w: (-round(w.coverage, 1), -round(w.timed, 1), _machine(w.pick), -w.coverage, len(w.pick), w.pick)
    )
    out.published.picks = _diverse(agreeing)
    judged = sum(1 for e in evidence if e)
    right = sum(1 for v, e in zip(main.values, evidence, strict=True) if v is not None and day_of(v) in e)
    out.published.evidence = f"on {main.coverage:.0%} of {len(specimens)} pages; address, listings or machines say the same day on {right} of {judged}"
    if tz is not None:
        out.clock = clocks.learn(
            specimens, [None if v is None or isinstance(v, datetime) else v for v in main.values], tz
        )
    later = _updated(ways, main, tz is not None)
    if later:
        out.updated.picks = [_to_the_minute(specimens, pick, tz) for pick in later]
        out.updated.evidence = "never before the day it came out, and named or placed as a change"
    return out


def _agrees(way: _Way, main: _Way, evidence: Sequence[set[date]], specimens: Sequence[Specimen]) -> bool:
    """Whether a way says the main one's days; where it only fills gaps, what other witnesses say, or that it is nothing but a day."""
    both = [(v, m) for v, m in zip(way.values, main.values, strict=True) if v is not None and m is not None]
    if both:
        return sum(day_of(v) == day_of(m) for v, m in both) >= 0.95 * len(both)
    judged = [day_of(v) in e for v, e in zip(way.values, evidence, strict=True) if v is not None and e]
    if judged:
        return all(judged)
    there = [(s, day_of(v)) for v, s in zip(way.values, specimens, strict=True) if v is not None]
    fresh = sum(abs((s.pick.when.date() - day).days) <= 1 for s, day in there)
    return way.length <= _BARE and fresh <= 0.5 * len(there)


def _machine(pick: str) -> int:
    return 0 if not pick.startswith(("ld:", "meta:")) else 1 if pick.startswith("meta:") else 2


def _diverse(ways: Sequence[_Way]) -> list[str]:
    """At most three picks: the best shown, the best told to machines, and one more that fills a gap."""
    out: list[_Way] = []
    have: set[int] = set()
    for way in ways:
        fresh = {i for i, v in enumerate(way.values) if v is not None} - have
        if not out or (fresh and len(out) < 3) or (len(out) < 2 and _machine(way.pick) != _machine(out[0].pick)):
            out.append(way)
            have |= fresh
    return [way.pick for way in out]


def witnesses(s: Specimen, order: str = "") -> set[date]:
    """Days on which the article came out as others say: the address, cards, machines; ``order`` is that of day and month."""
    days: set[date] = set()
    for found in _URL_DAY.finditer(s.pick.url):
        try:
            days.add(date(int(found[1]), int(found[2]), int(found[3])))
        except ValueError:
            continue
    for card in s.cards:
        if card.date and (value := parse_date(card.date, UTC, order=order, latest=s.pick.when + timedelta(days=1))):
            days.add(day_of(value))
    for pick in ("ld: datePublished", "meta: article:published_time"):
        for words in look(s, "published", pick)[:1]:
            if (value := parse_date(words, UTC)) is not None:
                days.add(day_of(value))
    return days


def _ways(specimens: Sequence[Specimen], timezone: str, order: str, labels: Labels | None) -> list[_Way]:
    """Every pick that gives dates on a fair share of the pages, with what it gives."""
    metas: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    called_so: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    heads = changes.heads([date_elements(s) for s in specimens])
    placed: Counter[str] = Counter()
    for s in specimens:
        for name, said in s.said.meta.items():
            if (
                len(said[0]) <= 60
                and _MAYBE.search(said[0])
                and not name.startswith(("og:image", "viewport", "description"))
            ):
                metas[name] += 1
        here: set[str] = set()  # of a page once: remarks have many dates
        for element in date_elements(s):
            found = candidates(element)
            here.update(found)
            words = tree.clean(element.text)
            pattern = next((p for h, p in heads.items() if words.startswith(h)), None)
            placed.update(f"{c} -> {pattern}" for c in found[:12] if pattern and s.document.select_one(c) == element)
            if changes.WORDS.search(element.text):
                changed.update({*found, *candidates(element, beside=True)})
                words = characters.printed(element)
                if pattern := changes.pattern_of(words):
                    finding = [c for c in found if s.document.select_one(c) == element]
                    labelled.update(f"{selector} -> {pattern}" for selector in finding[:12])
            elif changes.called(element):
                called_so.update(found)
        shown.update(here)
    least = max(2, 0.04 * len(specimens))
    picks = ["ld: datePublished", "ld: dateCreated", "ld: dateModified"]
    picks += [f"meta: {name}" for name, n in commonest(metas, 20) if n >= least]
    picks += [
        selector for selector, n in sorted(shown.items(), key=lambda p: (-p[1], len(p[0]), p[0]))[:140] if n >= least
    ]
    for counted, most in ((changed, 80), (called_so, 40)):
        picks += [
            s
            for s, n in sorted(counted.items(), key=lambda p: (-p[1], len(p[0]), p[0]))[:most]
            if s not in picks and n >= (2 if len(specimens) >= _MANY else 1)
        ]
    picks += [pick for pick, n in commonest(labelled, 40) if n >= (2 if len(specimens) >= _MANY else 1)]
    placed.update({f"text: {pattern}": _FEW for pattern in heads.values()})  # where a row's place shifts
    picks += [pick for pick, n in commonest(placed, 24) if n >= _FEW and pick not in labelled]
    named = {*labelled, *(labels.picks("updated") if labels else ())}
    picks += [*(labels.picks("published") if labels else ()), *(labels.picks("updated") if labels else ())]
    tz = zone(timezone)
    out = []
    for pick in picks:
        values: list[date | datetime | None] = []
        called = length = beside = 0
        for s in specimens:
            value, label, size = _read(s, pick, tz, order)
            values.append(value and local(value, tz))
            called += label > 0
            beside += label > 1
            length += size
        there = sum(v is not None for v in values)
        if there < least and not (len(specimens) < _MANY and 0 < there == called):
            continue  # of a small paper one change may be all there is, if it is called so
        mixed = 0 < called < there
        hinted = pick in named or changes.WORDS.search(pick.partition(" -> ")[0]) is not None or called >= 0.8 * there
        worded = pick in named or called >= 0.8 * there
        alike = pick in placed and pick not in named
        out.append(_Way(pick, values, hinted, length / there, mixed, mixed and beside > 0, worded, alike))
    return out


def only_date(words: str) -> bool:
    """Whether a line is a date, and a word or two of what was done then."""
    return any(found.start <= _HEAD and len(words) - found.end <= _TAIL for found in find_dates(words[:120], UTC))


_HEAD = 24
_TAIL = 12
"""Characters before and behind a date of which nothing else is told than what was done then."""


def date_elements(s: Specimen) -> list[Element]:
    """The small elements of a page that show a date, its menus and its foot left out."""
    out: list[Element] = []
    for text, elements in s.small.items():
        if len(text) > 120 or not _MAYBE.search(text) or not find_dates(text, UTC):
            continue
        for element in elements[:4]:
            if element.closest("a, nav, title") is not None:
                continue
            if (foot := element.closest("footer")) is not None and foot.closest("article") is None:
                continue  # the page's foot; an article's own says when it was changed
            if (
                s.body is not None
                and (element == s.body or s.body in element.ancestors)
                and len(text) > (90 if changes.WORDS.search(text) else 40)
            ):
                continue
            out.append(element)
            if len(out) >= 40:
                return out
    return out


def _read(s: Specimen, pick: str, tz: tzinfo | None, order: str) -> tuple[date | datetime | None, int, int]:
    """What a pick gives as a date, whether its words (1) or what stands before them (2) call it a change, and how long they are."""
    values = look(s, "published", pick)
    if not values or len(values[0]) > 160:
        return None, 0, 0
    words = values[0]
    latest = s.pick.when + timedelta(hours=1)
    found = find_dates(words, tz, order=order, latest=latest)
    if not found:
        value = parse_date(words, tz, order=order, latest=latest)
        return value, 0, len(words) if value else 0
    if len(found) > 1:
        fitting = [f for f in found if not f.updated] or found
        return fitting[0].value, 0, len(words)
    if found[0].updated or changes.WORDS.search(words):
        for words in (other.text for other in looker(s).others(pick)):  # as the reader looks on
            if (later := find_dates(words, tz, order=order, latest=latest)) and not changes.WORDS.search(words):
                return later[0].value, 0, len(words)
        return found[0].value, 1, len(words)
    return found[0].value, 2 if _called_before(s, pick) else 0, len(words)


def _called_before(s: Specimen, pick: str) -> bool:
    """Whether what stands right before a pick's element calls it a change: ``<span>最後更新於</span><span>…</span>``."""
    if pick.startswith(("ld:", "meta:", "text:", "url:")) or " -> " in pick or " @" in pick:
        return False
    element = s.document.select_one(pick)
    return element is not None and changes.called(element)


def _published(ways: Sequence[_Way], evidence: Sequence[set[date]], specimens: Sequence[Specimen]) -> _Way | None:
    """The way that witnesses bear out best."""
    best: tuple[float, float, int, _Way] | None = None
    for way in ways:
        if way.hinted:
            continue
        there = [(v, e, s) for v, e, s in zip(way.values, evidence, specimens, strict=True) if v is not None]
        judged = [(v, e) for v, e, _ in there if e]
        right = sum(any(abs((day_of(v) - d).days) <= 0 for d in e) for v, e in judged)
        near = sum(any(abs((day_of(v) - d).days) <= 1 for d in e) for v, e in judged)
        share = (right + 0.5 * (near - right)) / len(judged) if judged else 0.5
        days = Counter(day_of(v) for v, _, _ in there)
        fresh = sum(abs((s.pick.when.date() - day_of(v)).days) <= 1 for v, _, s in there) / len(there)
        if len(there) >= 6 and days.most_common(1)[0][1] > 0.7 * len(there):
            continue
        if not judged and fresh > 0.8:
            continue  # the clock of the page, not the article's day
        score = (
            share * (0.4 + 0.6 * way.coverage) - 0.1 * way.mixed - 0.02 * way.silent
        )  # a last place may hold the change
        key = (round(score, 2), round(way.timed, 1) - 0.01 * round(way.length / 8), -_machine(way.pick), way)
        if best is None or key[:3] > best[:3]:
            best = key
    return best[3] if best and best[0] >= 0.25 else None


def _updated(ways: Sequence[_Way], main: _Way, zoned: bool) -> list[str]:  # noqa: ARG001, FBT001
    """Ways that are never before the main one and are named, labelled or placed as a change."""
    shown: list[tuple[bool, bool, float, bool, float, int, int, str]] = []
    alone: set[str] = set()
    machine: list[tuple[float, str]] = []
    for way in ways:
        both = [(v, m) for v, m in zip(way.values, main.values, strict=True) if v is not None and m is not None]
        if way is main or not both:
            continue
        after = sum(day_of(v) >= day_of(m) for v, m in both) / len(both)
        differs = sum(_differ(v, m) for v, m in both) / len(both)
        placed = way.alike and way.coverage <= changes.MOST * main.coverage and differs >= _LATER
        if after < 0.98 or not (way.hinted or (placed and len(both) >= _FEW)):
            continue
        if _machine(way.pick):
            machine.append((differs, way.pick))
        elif (
            differs > 0 or way.coverage <= _SOME * main.coverage
        ):  # only what was changed says so, be it of the same day
            named = any(mark in way.pick.partition(" -> ")[0] for mark in ".#[")  # a neighbour may be missing
            covers = round(way.coverage, 1)
            # A box around both dates may tell the hour of the other; best is a place that is named for it.
            own = 0 if " -> " in way.pick else 2 if changes.WORDS.search(way.pick.rpartition(" ")[2]) else 1
            shown.append((way.worded, not way.mixed, covers, named, way.coverage, own, -len(way.pick), way.pick))
            if len(both) == 1:
                alone.add(way.pick)
    if any(
        differs >= _TOLD_LATER for differs, _ in machine
    ):  # one page's words are less than what all pages tell machines
        shown = [way for way in shown if way[-1] not in alone]
    if shown:
        # The change that is shown is the one readers knew; what machines are told is often a build's date.
        shown.sort(reverse=True)
        picks = [shown[0][-1]]
        best = next(w for w in ways if w.pick == picks[0])
        for differs, pick in machine:
            way = next(w for w in ways if w.pick == pick)
            only = [i for i, v in enumerate(way.values) if v is not None and best.values[i] is None]
            if differs > 0.5 and len(only) <= 0.05 * len(way.values):
                picks.append(pick)
        return picks
    return [pick for differs, pick in sorted(machine, reverse=True) if differs >= _TOLD_LATER]


def _to_the_minute(specimens: Sequence[Specimen], pick: str, tz: tzinfo | None) -> str:
    """The pick without its seconds where all it tells are ``:00``: that paper's clock has minutes, its system wrote the rest.

    Only where the offset told is the paper's own, for it goes with them.
    """
    if " -> " in pick:
        return pick
    told = [v for s in specimens for v in look(s, "updated", pick)[:1]]
    if not pick.startswith(("ld:", "meta:", "text:", "url:")) and " @" not in pick:  # a day that is stated in full
        for within in (f"{pick} @datetime", f"{pick} time @datetime"):
            stated = [v for s in specimens for v in look(s, "updated", within)[:1]]
            if len(stated) == len(told) and all(_ISO_MINUTE.fullmatch(v) for v in stated):
                pick, told = within, stated
                break
    found = [_ISO_MINUTE.fullmatch(v) for v in told]
    if tz is None or len(told) < _TOLD or not all(found):
        return pick
    for words in told:
        when = datetime.fromisoformat(words)
        if when.tzinfo is not None and when.utcoffset() != when.astimezone(tz).utcoffset():
            return pick
    return rf"{pick} -> ^(\d{{4}}-\d\d-\d\d[T ]\d\d:\d\d):00"


_ISO_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:00(?:[+-]\d\d:?\d\d|Z)?")
_FEW = 4
_MANY = 30  # pages
_TOLD_LATER = 0.02  # the share of days told to machines that differ from the day it came out
_TOLD = 2  # times with no seconds: that both happen to be so is one chance in 3,600
_LATER = 0.05
"""The share of dates, each with the same words of their own, that differ from the day it came out: what stands on few pages is a change."""


def _differ(a: date | datetime, b: date | datetime) -> bool:
    if isinstance(a, datetime) and isinstance(b, datetime):
        return abs((a - b).total_seconds()) >= 60
    return day_of(a) != day_of(b)
