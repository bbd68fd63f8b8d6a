"""Files hurt on purpose, for tests: a cut end, a flipped byte, a torn gzip member, a lost record.

The demo's own files are whole; a test copies one and hurts the copy. Nothing here guesses where records lie
but by gzip's own members. It refuses to hurt a file in place: the whole one stays.
"""

from __future__ import annotations

import zlib
from pathlib import Path

__all__ = ["cut", "drop_member", "flip", "members", "tear_member"]


def members(data: bytes) -> list[tuple[int, int]]:
    """Offset and length of each gzip member."""
    found = []
    at = 0
    while at < len(data):
        stream = zlib.decompressobj(31)
        stream.decompress(data[at:])
        length = len(data) - at - len(stream.unused_data)
        found.append((at, length))
        at += length
    return found


def cut(source: Path, to: Path, keep: int) -> Path:
    """A copy of the first ``keep`` bytes (from the end, if negative)."""
    to.write_bytes(source.read_bytes()[:keep])
    return to


def flip(source: Path, to: Path, offset: int, mask: int = 0x01) -> Path:
    """A copy with bits of one byte flipped."""
    data = bytearray(source.read_bytes())
    data[offset] ^= mask
    to.write_bytes(data)
    return to


def tear_member(source: Path, to: Path, number: int) -> tuple[int, Path]:
    """A copy whose gzip member ``number`` has sixteen bytes of its middle zeroed; its offset, and the copy."""
    data = bytearray(source.read_bytes())
    start, length = members(bytes(data))[number]
    middle = start + length // 2
    data[middle : middle + 16] = bytes(16)
    to.write_bytes(data)
    return start, to


def drop_member(source: Path, to: Path, number: int) -> Path:
    """A copy without gzip member ``number``: a record gone with no trace but the count."""
    data = source.read_bytes()
    start, length = members(data)[number]
    to.write_bytes(data[:start] + data[start + length :])
    return to
