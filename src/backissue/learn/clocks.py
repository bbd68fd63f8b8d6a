"""The time of day where it stands apart from the day: weblogs print the day above the headline, the hour below the text.

A place is believed where nearly every page has one time there, the times differ, none is later than its capture, and none is
the moment of the capture, which is a clock on the wall. Refuses the times of changes and of what readers wrote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo

from backissue.learn.fields import Learned, look
from backissue.learn.selectors import candidates, plainness
from backissue.learn.specimen import Specimen
from backissue.text import tree
from backissue.text.dates import on_the_clock
from backissue.text.tree import Element, Text

__all__ = ["learn"]

_FEWEST = 4  # pages; of fewer, a time that varies is no proof
_WORDS = 140  # characters: a line of facts is no longer
_CLOCK = re.compile(r"\d\s*[:：時时點点]\s?\d\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
_CHANGED = re.compile(r"更新|修[改訂订]|updat|modif|revis|edit", re.IGNORECASE)
_WALL = 20  # minutes from the capture's time of day: a clock on the wall
_SLACK = timedelta(hours=1)


def learn(specimens: Sequence[Specimen], days: Sequence[date | None], tz: tzinfo) -> Learned:
    """The pick of the time of day; ``days`` are those printed without one (None elsewhere), ``tz`` is the paper's zone."""
    bare = [(s, day) for s, day in zip(specimens, days, strict=True) if day is not None]
    if len(bare) < max(_FEWEST, 0.3 * len(specimens)):
        return Learned()
    counted: Counter[str] = Counter()
    for s, _ in bare:
        counted.update({selector for element in _timed(s) for selector in candidates(element)})
    often = [(selector, n) for selector, n in counted.items() if n >= 0.8 * len(bare)]
    for selector, _ in sorted(often, key=lambda item: (-item[1], plainness(item[0]), item[0]))[:60]:
        times = [(when, s.pick.when) for s, day in bare if (when := _time(s, selector, day, tz))]
        if len(times) >= 0.9 * len(bare) and _believed(times):
            evidence = f"a time of day on {len(times)} of {len(bare)} pages that print the day without one"
            return Learned([selector], evidence)
    return Learned()


def _believed(times: Sequence[tuple[datetime, datetime]]) -> bool:
    """Whether times, each with that of its capture, differ from page to page, and neither outrun the captures nor keep step with them."""
    minutes = Counter((when.hour, when.minute) for when, _ in times)
    most = minutes.most_common(1)[0][1]
    late = sum(when > captured + _SLACK for when, captured in times)
    wall = sum(_apart(when, captured.astimezone(when.tzinfo)) <= _WALL for when, captured in times)
    return most <= max(1, 0.3 * len(times)) and late <= 0.02 * len(times) and wall <= 0.25 * len(times)


def _apart(a: datetime, b: datetime) -> int:
    """How many minutes apart two times of day are, around the clock."""
    minutes = abs(a.hour * 60 + a.minute - b.hour * 60 - b.minute)
    return min(minutes, 24 * 60 - minutes)


def _time(s: Specimen, selector: str, day: date, tz: tzinfo) -> datetime | None:
    words = look(s, "clock", selector)
    return on_the_clock(day, words[0], tz) if words and len(words[0]) <= _WORDS else None


def _timed(s: Specimen) -> Iterator[Element]:
    """The small elements beside the text that may print a time of day, which nothing calls a change."""
    for text, elements in s.small.items():
        if len(text) > _WORDS or not _CLOCK.search(text) or _CHANGED.search(text):
            continue
        for element in elements[:2]:
            within = s.body is not None and (element == s.body or s.body in element.ancestors)
            if not within and element.tag != "title" and element.closest("nav, li") is None and not _called(element):
                yield element


def _called(element: Element) -> bool:
    """Whether what stands right before an element calls it a change."""
    before = element.previous_sibling
    while isinstance(before, Text) and not before.data.strip():
        before = before.previous_sibling
    words = tree.clean(before.text) if isinstance(before, (Element, Text)) else ""
    return len(words) <= 24 and _CHANGED.search(words) is not None
