"""Words that stand before some pages' second date, whatever they are: ``本頁重新製作日期：``, ``Page regenerated on``.

Whether a date behind them is a change the days will tell; that is ``moments``'s. Refuses to know words of change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC

from backissue.learn.specimen import commonest
from backissue.text.dates import find_dates

__all__ = ["MOST", "behind", "heads"]

MOST = 0.7
"""The share of pages that say when they were changed, at most: what all say is when the articles came out."""
_FEWEST = 4  # pages
_NAMED = 4  # letters
_LONGEST = 24  # characters
_WEEKDAY = re.compile(
    r"(?:\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:星期|[週周])[一二三四五六日])[,，.]?\s*$",
    re.IGNORECASE,
)


def heads(pages: Sequence[Collection[str]]) -> dict[str, str]:
    """The words before a date and nothing behind it that some pages have, once, and most have not; with a pattern for the date.

    ``pages`` are the texts that hold a date, of each page.
    """
    on: Counter[str] = Counter()
    twice: set[str] = set()
    for texts in pages:
        here: Counter[str] = Counter()
        for words in texts:
            found = find_dates(words, UTC)
            head = words[: found[0].start] if len(found) == 1 and found[0].end >= len(words) - 1 else ""
            if sum(map(str.isalpha, head)) >= _NAMED and len(head) <= _LONGEST:
                here[head] += 1
        on.update(set(here))
        twice.update(head for head, n in here.items() if n > 1)
    some = [head for head, n in commonest(on) if _FEWEST <= n <= MOST * len(pages) and head not in twice]
    return {head: f"^{behind(head)}" for head in some}


def behind(head: str) -> str:
    """A pattern for what stands behind these words, a day of the week at their end left out."""
    words = r"\s+".join(map(re.escape, _WEEKDAY.sub("", head).split()))
    return rf"{words}\s*(\S.*)$"
