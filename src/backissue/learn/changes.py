"""Words that stand before some pages' second date, whatever they are: ``本頁重新製作日期：``, ``Page regenerated on``.

Whether a date behind them is a change the days will tell; that is ``moments``'s. Refuses to know words of change.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC

from backissue.learn.specimen import commonest
from backissue.text import tree
from backissue.text.dates import find_dates
from backissue.text.tree import Element

__all__ = ["MOST", "behind", "heads"]

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
