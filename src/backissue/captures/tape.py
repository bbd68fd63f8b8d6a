"""Bytes of an evidence file, unpacked in order: plain, or gzip or zstd member by member.

Every member is followed to its very end, so that a truncation, a wrong checksum
or an unpacking bomb always shows as ``trouble`` and never passes for the end of
the file. Knows nothing of records. Holds about 200 kB at any time, whatever the file.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import zstandard

__all__ = ["LIMITS", "Limits", "Slice", "Tape"]

GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
_DICTIONARY = b"\x5d\x2a\x4d\x18"  # https://iipc.github.io/warc-specifications/specifications/warc-zstd/
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]|\x28\xb5\x2f\xfd")
_NOTHING = re.compile(rb"(?!)")
_CHUNK = 1 << 16
_WINDOW = 1 << 27  # what zstd itself allows without being asked: 128 MB


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on what is unpacked. A member or body may grow to ``free`` bytes whatever its ratio.

    ``ratio``: gzip cannot pass 1,032; HTML packs 4 to 12 times, and 250 was
    seen only on generated tables. ``body``: the largest body handed out, bytes.
    """

    free: int = 1 << 25
    ratio: int = 250
    body: int = 1 << 26
    members: int = 10_000  # of a WACZ

    def burst(self, packed: int, unpacked: int) -> bool:
        """Whether ``unpacked`` bytes out of ``packed`` are a bomb."""
        return unpacked > self.free and unpacked > self.ratio * max(packed, 1)


LIMITS = Limits()


class Slice:
    """A part of a file that reads as if it were one; ``owned``: the file is closed with it."""

    def __init__(self, file: BinaryIO, start: int, size: int, *, owned: bool = False) -> None:
        self._file, self._start, self.size, self._at, self.owned = file, start, size, 0, owned

    def close(self) -> None:
        """Close the file, if it is the slice's own."""
        if self.owned:
            self._file.close()

    def __del__(self) -> None:
        self.close()

    def keeping(self) -> Slice:
        """The same, owning the file from now on."""
        self.owned = True
        return self

    def read(self, n: int = -1) -> bytes:
        """Up to ``n`` bytes."""
        left = self.size - self._at
        n = left if n < 0 else min(n, left)
        if n <= 0:
            return b""
        self._file.seek(self._start + self._at)
        data = self._file.read(n)
        self._at += len(data)
        return data

    def seek(self, to: int) -> int:
        """Go to an absolute offset of the part."""
        self._at = to
        return to


class _Source(Protocol):
    def read(self, n: int = -1, /) -> bytes: ...
    def seek(self, to: int, /) -> int: ...


class Tape:
    """Unpacked bytes in order, aware of where each member begins and ends.

    ``offset`` is where the current member begins in the file; ``inner`` how
    many unpacked bytes of it were consumed; ``end`` where it ended, once that
    is known; ``trouble`` why it ended badly (truncated, crc, data, bomb).
    A plain file is one member. ``reread`` counts bytes that were gone through twice.
    """

    def __init__(self, file: _Source, size: int, limits: Limits = LIMITS) -> None:
        self._file, self.size, self.limits = file, size, limits
        self.packed = False
        self.offset = 0
        self.end: int | None = None
        self.trouble: str | None = None
        self.reread = 0
        self._dictionary: zstandard.ZstdCompressionDict | None = None
        self._buffer, self._pos, self._before = b"", 0, 0
        self._joins: list[tuple[int, int]] = []
        self._unpacker: _Gzip | _Zstd | None = None

    @property
    def inner(self) -> int:
        """Unpacked bytes of this member consumed so far."""
        return self._before + self._pos

    def go(self, offset: int, inner: int = 0) -> str:
        """Begin at the member at ``offset``, ``inner`` unpacked bytes into it; returns gzip, zstd or plain."""
        self.offset, self.end, self.trouble = offset, None, None
        self._buffer, self._pos, self._before = b"", 0, 0
        self._joins = []
        self._file.seek(offset)
        magic = self._file.read(4)
        while _SKIPPABLE.fullmatch(magic):
            length = int.from_bytes(self._file.read(4), "little")
            if magic == _DICTIONARY:
                self._learn(self._file.read(min(length, _WINDOW)))
            offset += 8 + length
            self.offset = offset
            self._file.seek(offset)
            magic = self._file.read(4)
        self._file.seek(offset)
        if magic.startswith(GZIP):
            kind, self._unpacker = "gzip", _Gzip(self, offset)
        elif magic == ZSTD:
            kind, self._unpacker = "zstd", _Zstd(self, offset, self._dictionary)
        else:
            kind, self._unpacker = "plain", None
        self.packed = kind != "plain"
        while inner > 0:
            gone = len(self.take(inner))
            if not gone and not self.join(_NOTHING):
                break
            inner -= gone
        return kind

    def go_to(self, offset: int, inner: int) -> str:
        """As ``go``, for a place in the midst of a file: a dictionary at its beginning is learned first."""
        if offset and self.read_at(0, 4) == _DICTIONARY:
            self.go(0)
        return self.go(offset, inner)

    def mark(self) -> tuple[int, int]:
        """Where the next byte lies: its member's offset, and how deep in it. Counts begin anew at that member."""
        while self._joins and self._joins[0][0] <= self.inner:
            depth, self.offset = self._joins.pop(0)
            self._before -= depth
            self._joins = [(deeper - depth, offset) for deeper, offset in self._joins]
        return self.offset, self.inner

    def join(self, starts: re.Pattern[bytes]) -> bool:
        """At a member's end, go on in the next as if it were the same, unless ``starts`` says that a record begins there.

        Block-wise packers (bgzip) cut records anywhere.
        """
        if self.trouble or not self.packed or self.end is None or self.end >= self.size:
            return False
        following = Tape(self._file, self.size, self.limits)
        following._dictionary = self._dictionary
        kind = following.go(self.end)
        ahead = following.peek(_CHUNK)
        if kind == "plain" or not ahead or starts.match(ahead.lstrip(b"\r\n")):
            return False
        self._joins.append((self.inner + len(self._buffer) - self._pos, self.end))
        self._buffer, self._before, self._pos = self._buffer[self._pos :] + ahead, self.inner, 0
        self.end, self.trouble, self._unpacker = following.end, following.trouble, following._unpacker
        return True

    def put_back(self, data: bytes) -> None:
        """Un-consume ``data``, which was the last taken."""
        inner = self.inner
        self._buffer, self._pos = data + self._buffer[self._pos :], 0
        self._before = inner - len(data)
        self.reread += len(data)

    def take(self, n: int) -> bytes:
        """Consume up to ``n`` bytes; empty only at the member's end."""
        if self._pos >= len(self._buffer) and not self._more():
            return b""
        data = self._buffer[self._pos : self._pos + n]
        self._pos += len(data)
        return data

    def peek(self, n: int) -> bytes:
        """Up to ``n`` bytes, not consumed; fewer only at the member's end."""
        while len(self._buffer) - self._pos < n and self._more():
            pass
        return self._buffer[self._pos : self._pos + n]

    def through(self, pattern: re.Pattern[bytes], limit: int) -> bytes | None:
        """Consume through the first match of ``pattern``, or None (nothing consumed) if not within ``limit``."""
        size = 4096
        while True:
            ahead = self.peek(size)
            found = pattern.search(ahead)
            if found:
                self._pos += found.end()
                return ahead[: found.end()]
            if len(ahead) < size or size >= limit:
                return None
            size *= 4

    def hunt(self, pattern: re.Pattern[bytes]) -> bool:
        """Consume up to the start of ``pattern``'s group 1; False if the member ends first."""
        while True:
            ahead = self.peek(_CHUNK)
            found = pattern.search(ahead)
            if found:
                self._pos += found.start(1)
                return True
            if len(ahead) < _CHUNK:
                self._pos += len(ahead)
                return False
            # Keep a tail that may hold the beginning of a match.
            self._pos += len(ahead) - 4096

    def skip_blank(self) -> bool:
        """Consume line ends; False if the member ends with them."""
        while True:
            if self._pos >= len(self._buffer) and not self._more():
                return False
            rest = self._buffer[self._pos : self._pos + 64].lstrip(b"\r\n")
            self._pos += min(64, len(self._buffer) - self._pos) - len(rest)
            if rest:
                return True

    def next_member(self, start: int) -> tuple[int | None, int]:
        """Where the next gzip or zstd member begins at or after ``start``, and how many non-zero bytes lie before it."""
        odd, at = 0, start
        tail = b""
        while at < self.size:
            self._file.seek(at)
            block = self._file.read(1 << 20)
            if not block:
                break
            window = tail + block
            base = at - len(tail)
            found = _MEMBER.search(window)
            while found and not self._opens(base + found.start()):
                found = _MEMBER.search(window, found.start() + 1)
            if found:
                odd += len(window[len(tail) : found.start()].strip(b"\0")) if found.start() >= len(tail) else 0
                return base + found.start(), odd
            odd += len(block.strip(b"\0"))
            at += len(block)
            tail = window[-3:]
        return None, odd

    def read_at(self, offset: int, n: int) -> bytes:
        """Stored bytes as they stand; the tape's own position is lost."""
        self._file.seek(offset)
        return self._file.read(n)

    def _opens(self, offset: int) -> bool:
        """Whether something unpacks at ``offset``: chance finds of a magic do not."""
        probe = Tape(self._file, self.size, self.limits)
        probe._dictionary = self._dictionary
        probe.go(offset)
        return bool(probe.peek(1)) and (probe.trouble is None or len(probe.peek(512)) >= 16)

    def _more(self) -> bool:
        if self.end is not None or self.trouble:
            return False
        if self._unpacker:
            data = self._unpacker.more()
            self.end, self.trouble = self._unpacker.end, self._unpacker.trouble
        else:
            data = self._plain()
        if not data:
            return False
        self._before += self._pos
        self._buffer = self._buffer[self._pos :] + data if self._pos < len(self._buffer) else data
        self._pos = 0
        return True

    def _plain(self) -> bytes:
        data = self._file.read(_CHUNK)
        if not data:
            self.end = self.size
        return data

    def _learn(self, stored: bytes) -> None:
        if stored.startswith(ZSTD):
            try:
                stored = zstandard.ZstdDecompressor().decompress(stored, max_output_size=1 << 26)
            except zstandard.ZstdError:
                return  # the frames that need it will say so
        self._dictionary = zstandard.ZstdCompressionDict(stored)


class _Gzip:
    # Holds no tape: a circle would keep closed files' buffers until the collector comes.
    def __init__(self, tape: Tape, offset: int) -> None:
        self.end: int | None = None
        self.trouble: str | None = None
        self._file, self._limits, self._offset = tape._file, tape.limits, offset
        self._inflate = zlib.decompressobj(31)
        self._waiting = b""
        self._read = offset
        self._out = 0

    def more(self) -> bytes:
        while True:
            if not self._waiting:
                self._waiting = self._file.read(_CHUNK >> 1)
                if not self._waiting:
                    data = b"" if self._inflate.eof else self._inflate.decompress(b"", _CHUNK)
                    if not data:
                        self.trouble = "truncated"
                    return data
                self._read += len(self._waiting)
            try:
                data = self._inflate.decompress(self._waiting, _CHUNK)
            except zlib.error as error:
                self.trouble = "crc" if "check" in str(error) else "data"
                return self._last_words()
            if self._inflate.eof:
                self.end = self._read - len(self._inflate.unused_data)
                return data
            self._waiting = self._inflate.unconsumed_tail
            self._out += len(data)
            if self._limits.burst(self._read - self._offset, self._out):
                self.trouble = "bomb"
                return b""
            if data:
                return data

    def _last_words(self) -> bytes:
        """What can be had up to the very byte that is wrong: zlib throws away a whole chunk with it."""
        inflate, out, kept = zlib.decompressobj(31), 0, []
        self._file.seek(self._offset)
        left = self._read - self._offset - len(self._waiting)
        try:
            while left > 0:
                data = inflate.decompress(self._file.read(min(4096, left)))
                left -= 4096
                out += len(data)
                kept.append(data[len(data) - max(0, min(len(data), out - self._out)) :])
            for byte in self._waiting:  # each is kept before the next can fail
                kept.append(inflate.decompress(bytes((byte,))))  # noqa: PERF401
        except zlib.error:
            pass
        return b"".join(kept)


class _Zstd:
    def __init__(self, tape: Tape, offset: int, dictionary: zstandard.ZstdCompressionDict | None) -> None:
        self.end: int | None = None
        self.trouble: str | None = None
        self._limits, self._offset = tape.limits, offset
        self._end, self._trouble = _zstd_frame(tape, offset)
        part = Slice(tape._file, offset, self._end - offset)  # type: ignore[arg-type]
        unpack = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=_WINDOW)
        self._reader = unpack.stream_reader(part, read_size=_CHUNK >> 2)  # type: ignore[arg-type]
        self._out = 0

    def more(self) -> bytes:
        try:
            data = self._reader.read(_CHUNK)
        except zstandard.ZstdError as error:
            self.trouble = "crc" if "checksum" in str(error) else "data"
            return b""
        if not data:
            self.trouble = self._trouble
            if not self._trouble:
                self.end = self._end
            return b""
        self._out += len(data)
        if self._limits.burst(self._end - self._offset, self._out):
            self.trouble = "bomb"
            return b""
        return data


def _zstd_frame(tape: Tape, offset: int) -> tuple[int, str | None]:
    """Where the frame at ``offset`` ends, by its block headers (RFC 8878, 3.1.1), without unpacking it."""
    head = tape.read_at(offset, 18)
    if len(head) < 6:
        return tape.size, "truncated"
    flags = head[4]
    single = flags >> 5 & 1
    at = offset + 5 + (not single) + (0, 1, 2, 4)[flags & 3] + ((1 if single else 0), 2, 4, 8)[flags >> 6]
    while True:
        head = tape.read_at(at, 3)
        if len(head) < 3:
            return tape.size, "truncated"
        block = int.from_bytes(head, "little")
        kind, size = block >> 1 & 3, block >> 3
        if kind == 3 or size > 1 << 17:
            return at, "data"
        at += 3 + (1 if kind == 1 else size)
        if at > tape.size:
            return tape.size, "truncated"
        if block & 1:
            at += 4 * (flags >> 2 & 1)
            return (at, None) if at <= tape.size else (tape.size, "truncated")
