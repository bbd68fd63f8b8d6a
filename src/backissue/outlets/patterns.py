"""Regular expressions that cannot hang a run.

Outlets bring patterns written by hand or drawn up by a machine, and pages
bring text made by anyone; together they may take forever. Here every search
has a time limit. Refuses to be clever: a pattern that runs out of time has
found nothing, and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import regex

__all__ = ["LIMIT", "Pattern", "SlowPattern", "compiled", "search", "without"]

Pattern = regex.Pattern[str]

LIMIT = 0.25
"""Seconds one search may take. Honest patterns on a page's text take under a millisecond."""


class SlowPattern(Exception):  # noqa: N818  (news, not an error: callers make it a finding)
    """A pattern that ran out of time; ``pattern`` is its text."""

    def __init__(self, pattern: str) -> None:
        super().__init__(f"the pattern {pattern!r} took longer than {LIMIT} s")
        self.pattern = pattern


@lru_cache(maxsize=4096)
def compiled(pattern: str, flags: int = 0) -> Pattern:
    """``pattern`` ready to use; raises ``regex.error`` where it is no pattern."""
    return regex.compile(pattern, flags)


def search(pattern: Pattern, text: str) -> regex.Match[str] | None:
    """The first match in ``text``, or None; raises SlowPattern when time runs out."""
    try:
        return pattern.search(text, timeout=LIMIT)
    except TimeoutError:
        raise SlowPattern(pattern.pattern) from None


def without(pattern: Pattern, text: str, note: Callable[[str], None] | None = None) -> str:
    """``text`` with every match taken out; unchanged when time runs out, after ``note`` was told."""
    try:
        return pattern.sub("", text, timeout=LIMIT)
    except TimeoutError:
        if note:
            note(pattern.pattern)
        return text
