"""Sorting more numbers than memory should hold: sorted batches set aside in a file, then merged.

It refuses to cut between numbers that share their upper half, which is where writers keep their keys.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["Runs"]

U64 = NDArray[np.uint64]
_MERGE = 1 << 22
"""Numbers in a merged piece, about: 32 MB, and as much again while it is sorted."""


@dataclass
class Runs:
    """Sorted batches set aside in a file, to be merged by ranges of keys."""

    file: BinaryIO
    runs: list[tuple[int, int]] = field(default_factory=list)

    def put(self, values: U64) -> None:
        """Set a batch aside; sorts it in place."""
        values.sort()
        self.file.seek(0, 2)
        self.runs.append((self.file.tell(), len(values)))
        self.file.write(values.data)

    def merged(self) -> Iterator[U64]:
        """All values in order, a few million at a time, never cutting between values of one key (upper half)."""
        if not sum(size for _, size in self.runs):
            return
        self.file.flush()
        kept = [run for run in self.runs if run[1]]
        # mapped for looking up a number here and there; read where all is wanted, for pages mapped count as memory
        runs = [np.memmap(self.file, np.uint64, "r", offset=offset, shape=(size,)) for offset, size in kept]
        total = sum(len(run) for run in runs)
        sample = np.sort(np.concatenate([run[:: max(1, _MERGE // 256)] for run in runs]))
        parts = max(1, total // _MERGE)
        cuts = np.unique(sample[np.linspace(0, len(sample) - 1, parts + 1).astype(int)[1:-1]] >> np.uint64(32))
        begins = [0] * len(runs)
        for cut in [*(cuts << np.uint64(32)).tolist(), None]:
            ends = [len(run) if cut is None else int(np.searchsorted(run, np.uint64(cut))) for run in runs]
            piece = np.concatenate([self._read(o, a, b) for (o, _), a, b in zip(kept, begins, ends, strict=True)])
            begins = ends
            piece.sort()
            if len(piece):
                yield piece

    def _read(self, offset: int, begin: int, end: int) -> U64:
        data = os.pread(self.file.fileno(), (end - begin) * 8, offset + begin * 8)
        return np.frombuffer(data, np.uint64)
