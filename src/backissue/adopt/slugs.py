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
from urllib.parse import unquote, unquote_to_bytes

__all__ = ["LOST", "Slugs", "mask", "mask_of"]

LOST = "\ufffd"
_ESCAPED_LOST = re.compile(r"%EF%BF%BD", re.IGNORECASE)
_BEYOND = re.compile("[^\x00-\x7f]")


def mask(path: str) -> str:
    """A ruined, percent-encoded path with each lost byte as U+FFFD."""
    return unquote_to_bytes(_ESCAPED_LOST.sub("%80", path)).decode("ascii", "replace")


def mask_of(text: str) -> str:
    """What is left of a slug when every byte beyond ASCII is lost."""
    return text if text.isascii() else _BEYOND.sub(lambda m: LOST * len(m.group().encode()), text)


@dataclass(slots=True)
class Slugs:
    """What becomes of each character: ``kept``, ``-`` or dropped, by the votes of clean addresses."""

    votes: dict[str, Counter[str]] = field(default_factory=dict)
    tags: dict[str, Counter[str]] = field(default_factory=dict)
    learned: int = 0

    def learn(self, title: str, slug: str) -> None:
        """Take note of a title and the slug that a clean address has for it, if the one can have become the other."""
        steps = _aligned(title.strip(), slug.strip("-"))
        if steps is None:
            return
        self.learned += 1
        for char, became in steps:
            self.votes.setdefault(char, Counter())[became] += 1

    def of_title(self, title: str) -> str:
        """The slug of a title."""
        out = []
        for char in title.strip():
            votes = self.votes.get(char)
            became = votes.most_common(1)[0][0] if votes else _usual(char)
            out.append("-" if became == "-" else char.lower() if became else "")
        return re.sub("-{2,}", "-", "".join(out)).strip("-")

    def fits(self, title: str, ruined: str) -> bool:
        """Whether the title's slug has exactly this mask, hyphens at the ends aside."""
        return bool(ruined.strip("-")) and mask_of(self.of_title(title)) == ruined.strip("-")


def of_tag(tag: str) -> str:
    """A tag as slugs have it: small letters, spaces as low lines, hyphens dropped (which part one tag from the next)."""
    return re.sub(r"[\s\u3000]+", "_", re.sub(r"[-/?#%.,'\"()]", "", tag.strip().lower()))


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


def readable(path: str) -> str:
    """A clean percent-encoded path as people read it; what would change its meaning stays encoded."""
    text = unquote(path, errors="strict")
    return re.sub(
        r"[\x00-\x20\x7f-\xa0%?#\u2028\u2029\u3000]", lambda m: "".join(f"%{b:02X}" for b in m.group().encode()), text
    )


def _aligned(title: str, slug: str) -> list[tuple[str, str]] | None:
    """What each character of the title became; None if the slug cannot have come of it."""
    steps: list[tuple[str, str]] = []
    at = 0
    for char in title:
        here = slug[at : at + 1]
        if here == char.lower() or here == char:
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
