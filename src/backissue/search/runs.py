"""Sorting more numbers than memory should hold: sorted batches set aside in a file, then merged.

It refuses to cut between numbers that share their upper half, which is where writers keep their keys.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["Runs"]

U64 = NDArray[np.uint64]
_MERGE = 1 << 21
"""Numbers in a merged piece, about: 16 MB, and what is made of them."""

_SAMPLE = 1 << 13


@dataclass
class _Run:
    """A sorted batch in a file. Read, never mapped: pages mapped would count as memory."""

    fd: int
    offset: int
    size: int

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, at: int) -> int:
        return int.from_bytes(os.pread(self.fd, 8, self.offset + at * 8), "little")

    def read(self, begin: int, end: int) -> U64:
        data = os.pread(self.fd, (end - begin) * 8, self.offset + begin * 8)
        return np.frombuffer(data, np.dtype("<u8"))


@dataclass
class Runs:
    """Sorted batches set aside in ``file``, which several may share, to be merged by ranges of keys."""

    file: BinaryIO
    _runs: list[_Run] = field(default_factory=list)
    _samples: list[U64] = field(default_factory=list)

    def put(self, values: U64) -> None:
        """Set a batch aside; sorts it in place."""
        if not len(values):
            return
        values.sort()
        self.file.seek(0, 2)
        self._runs.append(_Run(self.file.fileno(), self.file.tell(), len(values)))
        self._samples.append(values[::_SAMPLE].copy())
        self.file.write(values.astype("<u8", copy=False).data)

    def merged(self) -> Iterator[U64]:
        """All values in order, some millions at a time, never cutting between values of one key (upper half)."""
        if not self._runs:
            return
        self.file.flush()
        total = sum(map(len, self._runs))
        sample = np.sort(np.concatenate(self._samples))
        parts = max(1, total // _MERGE)
        cuts = np.unique(sample[np.linspace(0, len(sample) - 1, parts + 1).astype(int)[1:-1]] >> np.uint64(32))
        begins = [0] * len(self._runs)
        for cut in [*(cuts << np.uint64(32)).tolist(), None]:
            ends = [len(run) if cut is None else bisect_left(run, cut) for run in self._runs]
            piece = np.concatenate([run.read(a, b) for run, a, b in zip(self._runs, begins, ends, strict=True)])
            begins = ends
            piece.sort()
            if len(piece):
                yield piece
