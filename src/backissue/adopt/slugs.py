"""How this paper made slugs of titles and tags, learned from its clean addresses; and ruined ones proven against it.

An address whose every byte beyond ASCII became U+FFFD is a mask: its ASCII
characters stand where they stood, and every run of lost bytes has its length. A
candidate slug that has exactly this mask is proven; several that have it are
candidates. Refuses to learn from a handful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = ["LOST", "Slugs", "mask", "mask_of", "unquoted"]

LOST = "\ufffd"
_ESCAPED_LOST = re.compile(r"%EF%BF%BD", re.IGNORECASE)
_ESCAPES = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")
_HYPHENS = re.compile("-{2,}")
_DROPPED = re.compile(r"[-/?#%.,'\"()]")
_SPACES = re.compile(r"[\s\u3000]+")


def mask(path: str) -> str:
    """A ruined, percent-encoded path with each lost byte as U+FFFD."""
    plain = path.replace("%EF%BF%BD", LOST)
    if LOST not in path and "%" not in plain and plain.replace(LOST, "").isascii():
        return plain
    return unquoted(_ESCAPED_LOST.sub("%80", path)).decode("ascii", "replace")


def unquoted(path: str) -> bytes:
    """What ``unquote_to_bytes`` gives, many times as fast where escapes stand in runs, as those of Chinese slugs do."""
    return _ESCAPES.sub(lambda m: bytes.fromhex(m[0].replace(b"%", b"").decode()), path.encode())


def mask_of(text: str) -> str:
    """What is left of a slug when every byte beyond ASCII is lost."""
    return text if text.isascii() else text.encode().decode("ascii", "replace")


class _Becomes(dict[int, str]):
    """What each character becomes, told when it is first asked for."""

    def __init__(self, votes: dict[str, Counter[str]]) -> None:
        self.votes = votes

    def __missing__(self, code: int) -> str:
        char = chr(code)
        votes = self.votes.get(char)
        became = votes.most_common(1)[0][0] if votes else _usual(char)
        self[code] = told = "-" if became == "-" else char if became else ""
        return told


@dataclass(slots=True)
class Slugs:
    """What becomes of each character: ``kept``, ``-`` or dropped, by the votes of clean addresses."""

    votes: dict[str, Counter[str]] = field(default_factory=dict)
    learned: int = 0
    _table: _Becomes = field(init=False)

    def __post_init__(self) -> None:
        self._table = _Becomes(self.votes)

    def learn(self, title: str, slug: str) -> None:
        """Take note of a title and the slug that a clean address has for it, if the one can have become the other."""
        steps = _aligned(title.strip(), slug.strip("-"))
        if steps is None:
            return
        self.learned += 1
        self._table.clear()
        for char, became in steps:
            self.votes.setdefault(char, Counter())[became] += 1

    def of_title(self, title: str) -> str:
        """The slug of a title."""
        out = title.strip().lower().translate(self._table)
        return _HYPHENS.sub("-", out).strip("-")

    def fits(self, title: str, ruined: str) -> bool:
        """Whether the title's slug has exactly this mask, hyphens at the ends aside."""
        return bool(ruined.strip("-")) and mask_of(self.of_title(title)) == ruined.strip("-")


@lru_cache(maxsize=16384)
def of_tag(tag: str) -> str:
    """A tag as slugs have it: small letters, spaces as low lines, hyphens dropped (which part one tag from the next)."""
    return _SPACES.sub("_", _DROPPED.sub("", tag.strip().lower()))


def tag_runs(parts: list[str], tags: Iterable[str], known: Counter[str], never: Counter[str]) -> list[tuple[str, ...]]:
    """For each ruined part of a slug of tags, the tags that have its mask, those proven to be an editor's before others.

    Where some are known from clean slugs and others were there and never taken, only the known stay.
    """
    by_mask: dict[str, list[str]] = {}
    for tag in dict.fromkeys(tags):
        by_mask.setdefault(mask_of(of_tag(tag)), []).append(tag)
    out = []
    for part in parts:
        fitting = by_mask.get(part, [])
        if len(fitting) > 1:
            proven = [tag for tag in fitting if known[of_tag(tag)] >= 2]
            others = [tag for tag in fitting if tag not in proven]
            if len(proven) == 1 and all(never[of_tag(tag)] >= 3 and not known[of_tag(tag)] for tag in others):
                fitting = proven
        out.append(tuple(fitting))
    return out


def _aligned(title: str, slug: str) -> list[tuple[str, str]] | None:
    """What each character of the title became; None if the slug cannot have come of it."""
    steps: list[tuple[str, str]] = []
    at = 0
    for char in title.lower():
        here = slug[at : at + 1]
        if here.lower() == char:
            steps.append((char, "-" if char == "-" else "kept"))
            at += 1
        elif _letter(char):
            return None
        elif here == "-":
            steps.append((char, "-"))
            at += 1
        elif slug[at - 1 : at] == "-" and char.isspace():
            steps.append((char, "-"))  # a run of them became one
        else:
            steps.append((char, ""))
    return steps if at >= len(slug) else None


def _letter(char: str) -> bool:
    return char.isalnum()


def _usual(char: str) -> str:
    if char.isspace():
        return "-"
    if char.isalnum() or not char.isascii():
        return "kept"
    return ""
