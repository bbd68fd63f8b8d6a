"""How alike two texts are, told from a small sketch of each.

A sketch is the 48 smallest 32-bit hashes of the text's shingles (four
characters, letters and digits only), so that Jaccard's index of two texts, and
how much of one lies in the other, can be told without the texts, within about
seven parts in a hundred. Digits count: two lottery results are two articles.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SIZE", "Sketch", "Trace", "contained", "held", "jaccard", "shared", "sketch", "trace"]

SIZE = 48
_SHINGLE = 4
_LONGEST = 200_000  # characters; later ones of a giant text are not looked at


@dataclass(frozen=True, slots=True)
class Sketch:
    """``low`` are the smallest hashes, ascending, 8 hex digits each; ``count`` is about how many shingles there are."""

    low: str = ""
    count: int = 0

    @property
    def values(self) -> list[int]:
        """The hashes as numbers."""
        return list(struct.unpack(f">{len(self.low) // 8}I", bytes.fromhex(self.low)))


@dataclass(frozen=True, slots=True)
class Trace:
    """What a text leaves behind: its sketch, a digest of its letters and digits (24 hex), and how many those are."""

    sketch: Sketch
    digest: str
    length: int


def trace(text: str) -> Trace:
    """The trace of ``text``; case, white space, punctuation and Markdown's marks play no part."""
    codes = _words(text)
    if not len(codes):
        return Trace(Sketch(), "", 0)
    digest = hashlib.blake2b(codes.tobytes(), digest_size=12).hexdigest()
    return Trace(_sketch(codes), digest, len(codes))


def sketch(text: str) -> Sketch:
    """The sketch of ``text``; empty for a text without letters."""
    return trace(text).sketch


def jaccard(a: Sketch, b: Sketch) -> float:
    """The share of shingles that both have, of those that either has; 0 where one is empty."""
    return shared(frozenset(a.values), frozenset(b.values))


def shared(left: frozenset[int], right: frozenset[int]) -> float:
    """``jaccard`` of two sketches' hashes."""
    both = left & right
    if not both:
        return 0.0
    union = sorted(left | right)[:SIZE]
    return sum(value <= union[-1] for value in both) / len(union)


def contained(a: Sketch, b: Sketch) -> float:
    """How much of the shorter text lies in the longer, from 0 to 1."""
    return held(jaccard(a, b), a.count, b.count)


def held(likeness: float, a: int, b: int) -> float:
    """How much of the shorter of two texts of so many shingles lies in the longer, if they are so alike."""
    less = min(a, b)
    return min(1.0, likeness / (1 + likeness) * (a + b) / less) if less else 0.0


def _words(text: str) -> NDArray[np.uint16]:
    """The letters and digits of ``text`` as UTF-16 units, those that have one in lower case.

    Both halves of what lies above U+FFFF count as letters: rare Han characters do, and so do emoji.
    """
    import numpy as np  # hashing a text four characters at a time is a millisecond in numpy, thirty without

    units = np.frombuffer(text[:_LONGEST].encode("utf-16-le", "surrogatepass"), dtype="<u2")
    words = _folded().take(units)
    kept: NDArray[np.uint16] = words[words != 0].astype("<u2", copy=False)
    return kept


@cache
def _folded() -> NDArray[np.uint16]:
    """For each UTF-16 unit its lower case where it is a letter or digit, itself where it is half of one, else 0."""
    import numpy as np

    def folded(code: int) -> int:
        char = chr(code)
        low = char.lower()
        return ord(low) if char.isalnum() and len(low) == 1 else 0

    table = np.arange(0x10000, dtype=np.uint16)  # Han, hangul and halves are what they are; the rest is asked for
    for start, end in ((0, 0x3400), (0x4DC0, 0x4E00), (0xA000, 0xAC00), (0xD7A4, 0xD800), (0xE000, 0x10000)):
        table[start:end] = [folded(code) for code in range(start, end)]
    return table


def _sketch(codes: NDArray[np.uint16]) -> Sketch:
    """The smallest hashes of all runs of four code points, in 32-bit arithmetic that any machine repeats."""
    import numpy as np

    wide = codes.astype(np.uint32)
    if wide.size < _SHINGLE:
        wide = np.pad(wide, (0, _SHINGLE - wide.size))
    size = wide.size - _SHINGLE + 1
    factors, first_shift, second_shift, spread = _numbers()
    mixed = wide[:size] * factors[0]
    for i in range(1, _SHINGLE):
        mixed += wide[i : i + size] * factors[i]
    mixed ^= mixed >> first_shift
    mixed *= spread
    mixed ^= mixed >> second_shift
    below = 2**32 * 3 * SIZE // size  # three times as many hashes lie below it, give or take; sorting all takes longer
    low = sorted(set(mixed[mixed < np.uint32(below)].tolist()))[:SIZE] if below < 2**32 else []
    if len(low) < SIZE:  # few of them, or the same over and over
        low = np.unique(mixed)[:SIZE].tolist()
    count = (SIZE - 1) * 2**32 // (low[-1] + 1) if len(low) == SIZE else len(low)
    return Sketch(struct.pack(f">{len(low)}I", *low).hex(), min(count, size))


@cache
def _numbers() -> tuple[list[np.uint32], np.uint32, np.uint32, np.uint32]:
    """What hashing multiplies and shifts by, as numpy wants it: making each anew takes as long as using it."""
    import numpy as np

    return [np.uint32(factor) for factor in _ODD], np.uint32(15), np.uint32(13), np.uint32(0x85EBCA6B)


# Odd multipliers without a pattern: murmur3's and xxhash's constants.
_ODD = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
