"""Sorted lists of numbers, written small and read fast: the heart of the index.

A list is kept as gaps of one to six half bytes each, whichever is smallest for that list as a whole; a
gap too wide for them is preceded by escapes (all bits set: "go on this far, nothing is here"). So a list
is read by one cumulative sum, with no loop. The first number stands in the directory, and a
list of one number (half of all) takes no more than that.
It refuses lists that are not strictly ascending; it does not check.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["Directory", "Lists", "Writer"]

U32 = NDArray[np.uint32]
_WIDTHS = (1, 2, 3, 4, 5, 6)
"""Half bytes of a gap. With whole bytes alone the index of 50,000 articles was .15 of the text larger."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Columns that say where each list is, sorted by ``keys``.

    ``first`` is a list's first number, ``offset`` the byte its gaps begin at, ``size`` eight times the
    number of gaps and escapes, plus how many half bytes each has.
    """

    keys: U32
    first: U32
    offset: U32
    size: U32


class Writer:
    """Writes lists, a batch of them at a time, to the end of ``out``; offsets count from ``origin``."""

    def __init__(self, out: BinaryIO, origin: int) -> None:
        self._out, self._origin = out, origin
        self._columns: list[tuple[U32, U32, U32, U32]] = []

    def add(self, keys: U32, numbers: U32) -> None:
        """Lists given flat: ``numbers[i]`` belongs to ``keys[i]``; sorted by key, then by number, no key seen before."""
        if not len(keys):
            return
        heads = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
        gaps = np.zeros(len(numbers), np.uint32)
        gaps[1:] = numbers[1:] - numbers[:-1]
        gaps[heads] = 0
        counts = np.diff(np.append(heads, len(keys))) - 1
        sizes = np.stack(
            [np.add.reduceat((gaps // np.uint32(_escape(w))).astype(np.int64), heads) + counts for w in _WIDTHS]
        )
        costs = (sizes * np.array(_WIDTHS)[:, None] + 1) // 2
        best = np.argmin(costs, axis=0)
        size, cost = (table[best, np.arange(len(heads))] for table in (sizes, costs))
        offset = np.zeros(len(heads), np.uint32)
        tails = np.ones(len(numbers), bool)
        tails[heads] = False
        of_gap = np.repeat(best, counts + 1)
        for codec, width in enumerate(_WIDTHS):
            mine = best == codec
            if not mine.any():
                continue
            lengths = cost[mine]
            offset[mine] = self._out.tell() - self._origin + np.cumsum(lengths) - lengths
            self._out.write(_encode(gaps[tails & (of_gap == codec)], size[mine], counts[mine], width))
        widths = np.array(_WIDTHS)[best]
        self._columns.append((keys[heads], numbers[heads], offset, (size * 8 + widths).astype(np.uint32)))

    def directory(self) -> Directory:
        """Where all lists written so far are."""
        if not self._columns:
            none = np.zeros(0, np.uint32)
            return Directory(none, none, none, none)
        return Directory(*(np.concatenate(column) for column in zip(*self._columns, strict=True)))


class Lists:
    """Reads lists back; ``blob`` is the bytes from the writer's origin on, with eight more behind the last list."""

    def __init__(self, directory: Directory, blob: memoryview) -> None:
        self.directory, self._blob = directory, blob
        # one number at a time is read from a view in a tenth of the time it takes from an array
        self._keys, self._first = directory.keys.data, directory.first.data
        self._offset, self._size = directory.offset.data, directory.size.data

    def find(self, key: int) -> int:
        """The row of ``key``, or -1."""
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else -1

    def weight(self, row: int) -> int:
        """About how many numbers the list in ``row`` has: what reading it costs. 0 for row -1."""
        return 0 if row < 0 else (self._size[row] >> 3) + 1

    def read(self, row: int) -> U32:
        """The list in ``row``; empty for row -1."""
        if row < 0:
            return np.zeros(0, np.uint32)
        size = self._size[row]
        count, width = size >> 3, size & 7
        numbers = np.empty(count + 1, np.uint32)
        numbers[0] = self._first[row]
        if not count:
            return numbers
        gaps = _decode(self._blob, self._offset[row], count, width)
        numbers[1:] = gaps
        np.add.accumulate(numbers, out=numbers)
        if np.maximum.reduce(gaps) == (escape := _escape(width)):
            keep = np.ones(count + 1, bool)
            np.not_equal(gaps, escape, out=keep[1:])
            return numbers[keep]
        return numbers

    def __iter__(self) -> Iterator[tuple[int, U32]]:
        for row, key in enumerate(self.directory.keys.tolist()):
            yield key, self.read(row)


def _escape(width: int) -> int:
    return (1 << (4 * width)) - 1


def _encode(gaps: U32, sizes: NDArray[np.int64], counts: NDArray[np.int64], width: int) -> bytes:
    """Lists of ``counts`` gaps, flat, as bytes: ``sizes`` half-byte groups each, a list ending on a whole byte."""
    escape = np.uint32(_escape(width))
    wide = (gaps // escape).astype(np.int64)
    room = sizes + (sizes & 1 if width % 2 else 0)
    starts = np.cumsum(room) - room
    ends = np.cumsum(wide + 1)
    shift = np.repeat(starts - (np.cumsum(sizes) - sizes), counts)
    values = np.full(int(room.sum()), escape, np.uint32)
    values[ends - 1 + shift] = gaps % escape
    if width % 2 == 0:
        return values.astype("<u4").view(np.uint8).reshape(-1, 4)[:, : width // 2].tobytes()
    # two odd groups make whole bytes: the first in the lower bits
    both = values[::2].astype(np.uint64) | values[1::2].astype(np.uint64) << np.uint64(4 * width)
    raw = both.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :width]
    if not (sizes & 1).any():
        return raw.tobytes()
    # the filler of a list of odd size is cut off to the byte
    keep = np.ones(raw.shape, bool)
    keep[(starts + room)[sizes % 2 == 1] // 2 - 1, (width + 1) // 2 :] = False
    return raw[keep].tobytes()


_PAIRED: dict[int, np.dtype[Any]] = {1: np.dtype("u1"), 3: np.dtype("<u4"), 5: np.dtype("<u8")}
"""What two groups of an odd number of half bytes are read as, and some of what follows them."""


def _decode(blob: memoryview, offset: int, count: int, width: int) -> NDArray[Any]:
    if width == 2:
        return np.frombuffer(blob, np.uint8, count, offset)
    if width == 4:
        return np.frombuffer(blob, np.dtype("<u2"), count, offset)
    if width == 6:
        threes: U32 = np.ndarray(count, "<u4", blob, offset, (3,)).astype(np.uint32)
        threes &= 0xFFFFFF
        return threes
    pairs = (count + 1) // 2
    two = np.ndarray(pairs, _PAIRED[width], blob, offset, (width,)).copy()
    gaps = np.empty(pairs * 2, np.uint8 if width == 1 else np.uint32)
    np.bitwise_and(two, _escape(width), out=gaps[::2])
    two >>= 4 * width
    np.bitwise_and(two, _escape(width), out=gaps[1::2])
    return gaps[:count]
