"""What words say that a date is a change: those of the trade, and those that stand before some pages' second date, whatever they are (``本頁重新製作日期：``).

Whether a date behind them is a change the days will tell; that is ``moments``'s.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC

from backissue.learn.specimen import commonest
from backissue.text import tree
from backissue.text.dates import find_dates
from backissue.text.tree import Element, Text

__all__ = ["MOST", "WORDS", "behind", "called", "heads", "pattern_of"]

WORDS = re.compile(
    r"modif|updat|revis|edited|lastmod|更新|修改|修訂|修订|最後|最后|last[-_ ]?(?:mod|upd|edit|chang)", re.IGNORECASE
)
"""Finds a word of change, in a name or in print."""

MOST = 0.7
"""The share of pages that say when they were changed, at most: what all say is when the articles came out."""
_FEWEST = 4  # pages
_NAMED = 4  # letters
_LONGEST = 24  # characters
_NEARLY_ALL = 0.8
_WEEKDAY = re.compile(
    r"(?:\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:星期|[週周])[一二三四五六日])[,，.]?\s*$",
    re.IGNORECASE,
)


def heads(pages: Sequence[Sequence[Element]]) -> dict[str, str]:
    """The words before a date and nothing behind it that some pages have, once, and most have not; with a pattern for the date.

    ``pages`` are the elements that hold a date, of each page. Where other words stand before the dates of elements that look
    the same, they are readers' names.
    """
    on: Counter[str] = Counter()
    twice: set[str] = set()
    alike: dict[str, Counter[str]] = defaultdict(Counter)
    for elements in pages:
        here: Counter[str] = Counter()
        for words, element in {tree.clean(e.text): e for e in elements}.items():
            found = find_dates(words, UTC)
            head = words[: found[0].start] if len(found) == 1 and found[0].end >= len(words) - 1 else ""
            head = _WEEKDAY.sub("", head).strip()
            if any(map(str.isalpha, head)):
                alike[_looks(element)][head] += 1
            if sum(map(str.isalpha, head)) >= _NAMED and len(head) <= _LONGEST:
                here[head] += 1
        on.update(set(here))
        twice.update(head for head, n in here.items() if n > 1)
    others = {head for seen in alike.values() for head, n in seen.items() if n < _NEARLY_ALL * seen.total()}
    some = [head for head, n in commonest(on) if _FEWEST <= n <= MOST * len(pages) and head not in twice | others]
    return {head: f"^{behind(head)}" for head in some}


def _looks(element: Element) -> str:
    """The tags and attributes of an element and of the one around it."""
    around = element.parent
    return " ".join(f"{e.tag} {sorted(e.attrs.items())}" for e in (element, around) if isinstance(e, Element))


def behind(head: str) -> str:
    """A pattern for what stands behind these words, a day of the week at their end left out."""
    words = r"\s+".join(map(re.escape, _WEEKDAY.sub("", head).split()))
    return rf"{words}\s*(\S.*)$"


def pattern_of(words: str) -> str | None:
    """A pattern for the date that these words call a change: behind another date, or in a line that begins so; None for others.

    The same place has other dates on other pages.
    """
    found = find_dates(words, UTC)
    if len(found) == 1 and found[0].start <= _LONGEST and WORDS.search(words[: found[0].start]):
        return f"^{behind(words[: found[0].start])}"
    if len(found) < 2 or not found[-1].updated or found[0].updated:
        return None
    last = next(f for f in found if f.updated)
    before = words[max(0, last.start - _LONGEST) : last.start]
    named = WORDS.search(before)
    return behind(before[named.start() :]) if named else None


def called(element: Element) -> bool:
    """Whether the words right before an element call what it holds a change: ``<span>最後更新於</span><span>…</span>``."""
    before = element.previous_sibling
    while isinstance(before, Text) and not before.data.strip():
        before = before.previous_sibling
    words = tree.clean(before.text) if isinstance(before, (Element, Text)) else ""
    return len(words) <= _LONGEST and _ENDS_SO.search(words) is not None and not find_dates(words, UTC)


_ENDS_SO = re.compile(
    r"(?:更新|修[改訂订]|編輯|编辑|updated|modified|revised|edited|changed)(?:時間|时间|日期|[於于]|\s+(?:on|at))?\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""The word of a change right before a day; a headline may have it anywhere."""
