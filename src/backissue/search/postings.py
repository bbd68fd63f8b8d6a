"""Sorted lists of numbers, written small and read fast: the heart of the index.

A list is kept as gaps in one, two or three bytes each, whichever is smallest for that list as a whole;
a gap too wide for its bytes is preceded by escapes (all bits set: "go on this far, nothing is here").
So a list is read by one cumulative sum, with no loop. The first number stands in the directory, and a
list of one number (half of all) takes no more than that.
It refuses lists that are not strictly ascending; it does not check.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["Directory", "Lists", "Writer"]

U8 = NDArray[np.uint8]
U32 = NDArray[np.uint32]
U64 = NDArray[np.uint64]
_TYPES = (np.dtype(np.uint8), np.dtype("<u2"))


@dataclass(frozen=True, slots=True)
class Directory:
    """Columns that say where each list is, sorted by ``keys``.

    ``first`` is a list's first number, ``offset`` the byte its gaps begin at, ``size`` four times the
    number of gaps and escapes, plus the codec: 0, 1, 2 for one, two, three bytes.
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
        costs = np.empty((3, len(heads)), np.int64)
        for codec in range(3):
            costs[codec] = (np.add.reduceat(gaps // _escape(codec), heads) + counts) * (codec + 1)
        codecs = np.argmin(costs, axis=0)
        sizes = costs[codecs, np.arange(len(heads))] // (codecs + 1)
        offset = np.zeros(len(heads), np.uint32)
        tails = np.ones(len(numbers), bool)
        tails[heads] = False
        of_gap = np.repeat(codecs, counts + 1)
        for codec in (1, 2, 0):
            mine = codecs == codec
            at = self._out.tell()
            if codec == 1 and at % 2:
                self._out.write(b"\0")
                at += 1
            lengths = sizes[mine] * (codec + 1)
            offset[mine] = at - self._origin + np.cumsum(lengths) - lengths
            self._out.write(_encode(gaps[tails & (of_gap == codec)], codec))
        self._columns.append((keys[heads], numbers[heads], offset, (sizes * 4 + codecs).astype(np.uint32)))

    def directory(self) -> Directory:
        """Where all lists written so far are."""
        if not self._columns:
            none = np.zeros(0, np.uint32)
            return Directory(none, none, none, none)
        return Directory(*(np.concatenate(column) for column in zip(*self._columns, strict=True)))


class Lists:
    """Reads lists back; ``blob`` is the bytes from the writer's origin on."""

    def __init__(self, directory: Directory, blob: memoryview) -> None:
        self.directory, self._blob = directory, blob

    def find(self, key: int) -> int:
        """The row of ``key``, or -1."""
        keys = self.directory.keys
        row = int(keys.searchsorted(np.uint32(key)))
        return row if row < len(keys) and int(keys[row]) == key else -1

    def weight(self, row: int) -> int:
        """About how many numbers the list in ``row`` has: what reading it costs. 0 for row -1."""
        return 0 if row < 0 else int(self.directory.size[row] >> 2) + 1

    def read(self, row: int) -> U32:
        """The list in ``row``; empty for row -1."""
        if row < 0:
            return np.zeros(0, np.uint32)
        size, offset = int(self.directory.size[row]), int(self.directory.offset[row])
        count, codec = size >> 2, size & 3
        gaps = _decode(self._blob, offset, count, codec)
        escapes = gaps == _escape(codec)
        numbers = np.empty(count + 1, np.uint32)
        numbers[0] = self.directory.first[row]
        numbers[1:] = gaps
        np.cumsum(numbers, out=numbers)
        if count and escapes.any():
            keep = np.ones(count + 1, bool)
            keep[1:] = ~escapes
            return numbers[keep]
        return numbers

    def __iter__(self) -> Iterator[tuple[int, U32]]:
        for row, key in enumerate(self.directory.keys.tolist()):
            yield key, self.read(row)


def _escape(codec: int) -> int:
    return int((1 << (8 * (codec + 1))) - 1)


def _encode(gaps: U32, codec: int) -> bytes:
    escape = _escape(codec)
    wide = gaps // escape
    if wide.any():
        out = np.full(len(gaps) + int(wide.sum()), escape, np.uint32)
        out[np.cumsum(wide + 1) - 1] = gaps % escape
        gaps = out
    if codec < 2:
        return gaps.astype(_TYPES[codec]).tobytes()
    return gaps.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def _decode(blob: memoryview, offset: int, count: int, codec: int) -> U32 | U8:
    if codec < 2:
        return np.frombuffer(blob, _TYPES[codec], count, offset)  # type: ignore[return-value]
    b = np.frombuffer(blob, np.uint8, count * 3, offset).reshape(-1, 3).astype(np.uint32)
    gaps: U32 = b[:, 0] | b[:, 1] << np.uint32(8) | b[:, 2] << np.uint32(16)
    return gaps
