"""Bytes set aside on a temporary file between the two passes of a build, so that memory holds none of them.

What is put lies in a few long writes and is read back piece by piece. The file has no name;
it is gone with the build, however that ends.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from types import TracebackType

__all__ = ["Spool"]

_AT_ONCE = 1 << 20
"""Bytes gathered before they are written: one call of the system for a hundred articles."""


class Spool:
    """Pieces of bytes by where they begin; a context manager. Raises OSError where the disk is full."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115  (closed by __exit__)
        self._waiting: list[bytes] = []
        self._written = self._end = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def put(self, piece: bytes) -> tuple[int, int]:
        """Keep ``piece``; returns where it begins and how long it is."""
        start = self._end
        self._waiting.append(piece)
        self._end = start + len(piece)
        if self._end - self._written >= _AT_ONCE:
            self._write()
        return start, len(piece)

    def get(self, start: int, size: int) -> bytes:
        """The piece that begins at ``start``, ``size`` bytes long."""
        if start + size > self._written:
            self._write()
        return os.pread(self._file.fileno(), size, start)

    def _write(self) -> None:
        left = memoryview(b"".join(self._waiting))
        self._waiting.clear()
        while left:
            left = left[self._file.write(left) :]
        self._written = self._end
