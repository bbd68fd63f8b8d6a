"""A capture opened: its payload with transfer and content encodings undone, checked, and capped.

What is wrong with a payload is a finding beside it; only what cannot be had at
all raises ``Unreadable``. Decodes no text: that is for pages.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import io
import os
import re
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import zstandard

from backissue.captures import http, wacz
from backissue.captures.record import Reading, chunks, hasher, read_record, same_digest
from backissue.captures.tape import LIMITS, Limits, Slice, Tape
from backissue.model import Backissue, Capture, Finding, Place, Severity

__all__ = ["Payload", "Unreadable", "decode", "open_capture"]

_CHUNK = 1 << 16
_SPOOLED = 1 << 20  # a place deeper than this in a packed member is read from an unpacked copy
_SIZE_LINE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")


class Unreadable(Backissue):
    """A capture that cannot be opened; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.sentence)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Payload:
    """The bytes of a capture. ``body`` is decoded; ``raw`` is as served, but for chunking.

    ``truncated``: its end is missing. ``digest`` is the base32 SHA-1 of the
    stored payload. ``headers`` are HTTP's (a resource has none).
    """

    body: bytes
    raw: bytes
    status: int | None
    headers: tuple[tuple[str, str], ...]
    content_type: str | None
    digest: str
    truncated: bool = False
    findings: tuple[Finding, ...] = ()

    def header(self, name: str) -> str | None:
        """The first HTTP header called ``name``, in any case, or None."""
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), None)


def open_capture(captures: Path, capture: Capture, limits: Limits = LIMITS) -> Payload:
    """The payload of ``capture`` out of the files in ``captures``.

    A revisit gives the payload it repeats (``resolve`` must have found it).
    Undone: chunking, and the encodings gzip, br, zstd and deflate, stacked or
    not. Raises Unreadable.
    """
    told: list[Finding] = []

    def tell(code: str, sentence: str, severity: Severity = Severity.WARNING) -> Finding:
        told.append(Finding(f"capture.{code}", capture.ref, sentence, severity))
        return told[-1]

    if capture.payload is None:
        what = "repeats a payload that is in none of the files" if capture.revisit else "was listed but never fetched"
        raise Unreadable(tell("no-payload", f"The capture {what}.", Severity.ERROR))
    try:
        reading, block, cut = _read(captures, capture.payload, limits)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise Unreadable(tell("unreadable", f"The record cannot be read: {error}.", Severity.ERROR)) from error
    if reading is None:
        raise Unreadable(tell("unreadable", "No record is where the listing says.", Severity.ERROR))
    declared = reading.header("Content-Type") or reading.arc_type
    speaks_http = reading.arc_type is not None or "http" in (reading.header("Content-Type") or "http")
    head = http.head(block) if speaks_http else None
    stored = block[head.size :] if head else block
    truncated = reading.short
    if cut:
        truncated = True
        tell("too-large", f"Only the first {limits.body:,} bytes were read.")
    if reading.header("WARC-Truncated"):
        truncated = True
        tell("truncated", f"The crawler cut the answer short ({reading.header('WARC-Truncated')}).")
    raw = stored
    if head and any("chunked" in value.lower() for value in head.all("Transfer-Encoding")):
        raw, whole = _unchunk(stored)
        if whole is None:
            tell("chunks", "The answer says it is chunked and is not; it was taken as it stands.", Severity.NOTE)
        elif not whole:
            truncated = True
            tell("truncated", "The last chunks of the answer are missing or broken.")
    elif head and (length := head.get("Content-Length") or "").isdigit() and int(length) > len(raw):
        truncated = True
        tell("truncated", f"The answer has {len(raw):,} of {int(length):,} bytes.")
    digest = base64.b32encode(hashlib.sha1(stored, usedforsecurity=False).digest()).decode("ascii")
    body = raw
    for encoding in reversed(_encodings(head)):
        body, trouble = decode(body, encoding, limits)
        if trouble == "wrong":
            tell(
                "encoding",
                f"The answer says it is packed with {encoding} and is not; it was taken as it stands.",
                Severity.NOTE,
            )
        elif trouble == "cut":
            truncated = True
            tell("truncated", f"The answer's {encoding} ends before its end.")
        elif trouble == "bomb":
            truncated = True
            tell("too-large", f"The answer unpacks to more than {limits.body:,} bytes; the rest was left.")
        elif trouble == "unknown":
            tell("encoding", f"The answer's encoding {encoding!r} is unknown; it was taken as it stands.")
    if body[:3] == b"\x1f\x8b\x08" and _is_text(head.get("Content-Type") if head else declared):
        body, trouble = decode(body, "gzip", limits)
        if trouble != "wrong":
            tell("encoding", "The answer was packed with gzip without saying so; it was unpacked.", Severity.NOTE)
    proven = _proven(reading, capture, (stored, raw, body))
    if proven and reading.header("WARC-Payload-Digest"):
        # Crawlers that unpack what they store leave the old headers; the digest shows that nothing is wrong.
        told[:] = [finding for finding in told if finding.severity is not Severity.NOTE]
    if not truncated and not proven:
        tell(
            "digest",
            "The payload does not have the digest it was stored with: something in it changed.",
            Severity.ERROR,
        )
    return Payload(
        body=body,
        raw=raw,
        status=capture.status if capture.status is not None else head.status if head else None,
        headers=head.headers if head else (),
        content_type=head.get("Content-Type") if head else declared,
        digest=digest,
        truncated=truncated,
        findings=tuple(told),
    )


def decode(data: bytes, encoding: str, limits: Limits = LIMITS) -> tuple[bytes, str | None]:
    """``data`` unpacked; and None, or what is wrong.

    ``wrong``: it is not packed so (comes back as it stands). ``cut``: what
    could be had of it. ``bomb``: what the limits allow. ``unknown``: no such encoding.
    """
    if encoding in ("identity", "none", ""):
        return data, None
    unpackers: dict[str, tuple[Callable[[bytes, Limits], _Unpacked], ...]] = {
        "gzip": (_inflate(31), _inflate(15)),
        "deflate": (_inflate(15), _inflate(-15), _inflate(31)),
        "br": (_unbrotli,),
        "zstd": (_unzstd,),
    }
    known = unpackers.get(encoding)
    if known is None:
        return data, "unknown"
    if not data:
        return data, None
    best = _Unpacked(b"", "wrong")
    for unpack in known:
        done = unpack(data, limits)
        if done.trouble is None:
            return done.data, None
        if len(done.data) > len(best.data):
            best = done
    return (best.data, best.trouble) if best.data else (data, "wrong")


@dataclass(frozen=True, slots=True)
class _Unpacked:
    data: bytes
    trouble: str | None


def _over(limits: Limits, packed: int, unpacked: int) -> bool:
    return unpacked > limits.body or limits.burst(packed, unpacked)


def _inflate(wbits: int) -> Callable[[bytes, Limits], _Unpacked]:
    def unpack(data: bytes, limits: Limits) -> _Unpacked:
        out: list[bytes] = []
        size, rest = 0, data
        while True:
            inflate = zlib.decompressobj(wbits)
            try:
                while not inflate.eof:
                    piece = inflate.decompress(rest, _CHUNK)
                    rest = inflate.unconsumed_tail
                    if not piece and not inflate.eof and not rest:
                        return _Unpacked(b"".join(out), "cut" if size else "wrong")
                    out.append(piece)
                    size += len(piece)
                    if _over(limits, len(data), size):
                        return _Unpacked(b"".join(out), "bomb")
            except zlib.error:
                return _Unpacked(b"".join(out), "cut" if size else "wrong")
            rest = inflate.unused_data
            if wbits != 31 or rest[:3] != b"\x1f\x8b\x08":  # what follows the last member is not the page's
                return _Unpacked(b"".join(out), None)

    return unpack


def _unbrotli(data: bytes, limits: Limits) -> _Unpacked:
    unpack = brotli.Decompressor()
    out: list[bytes] = []
    size, rest = 0, data
    try:
        while True:
            piece = unpack.process(rest, output_buffer_limit=_CHUNK)
            rest = b""
            out.append(piece)
            size += len(piece)
            if _over(limits, len(data), size):
                return _Unpacked(b"".join(out), "bomb")
            if unpack.is_finished():
                return _Unpacked(b"".join(out), None)
            if not piece and unpack.can_accept_more_data():
                return _Unpacked(b"".join(out), "cut" if size else "wrong")
    except brotli.error:
        return _Unpacked(b"".join(out), "cut" if size else "wrong")


def _unzstd(data: bytes, limits: Limits) -> _Unpacked:
    out: list[bytes] = []
    size = 0
    if data[:4] != b"\x28\xb5\x2f\xfd":
        return _Unpacked(b"", "wrong")
    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(data, read_across_frames=True)
    try:
        while piece := reader.read(_CHUNK):
            out.append(piece)
            size += len(piece)
            if _over(limits, len(data), size):
                return _Unpacked(b"".join(out), "bomb")
    except zstandard.ZstdError:
        return _Unpacked(b"".join(out), "cut" if size else "wrong")
    whole = Tape(io.BytesIO(data), len(data), limits)
    whole.go(0)
    while whole.take(_CHUNK):
        pass
    return _Unpacked(b"".join(out), "cut" if whole.trouble else None)


def _unchunk(data: bytes) -> tuple[bytes, bool | None]:
    """Chunks joined; and whether they were whole, or None if there are none (RFC 9112, 7.1)."""
    out: list[bytes] = []
    at = 0
    while True:
        found = _SIZE_LINE.match(data, at)
        if not found:
            return (b"".join(out), False) if out else (data, None)
        size = int(found[1], 16)
        if size == 0:
            return b"".join(out), True
        piece = data[found.end() : found.end() + size]
        after = data[found.end() + size : found.end() + size + 2]
        if len(piece) == size and after[:1] not in (b"\r", b"\n") and not out:
            return data, None
        out.append(piece)
        if len(piece) < size:
            # One short chunk and nothing else: a page whose first line happens to be a number.
            return (data, None) if len(out) == 1 and (not piece or size > len(data) * 16) else (b"".join(out), False)
        at = found.end() + size + (2 if after == b"\r\n" else 1 if after[:1] in (b"\r", b"\n") else 0)


def _encodings(head: http.Head | None) -> list[str]:
    if not head:
        return []
    listed = ",".join(head.all("Content-Encoding")).lower().split(",")
    names = [name.strip().strip("\"'") for name in listed]
    return [name.removeprefix("x-") for name in names if name and name not in ("utf-8", "utf8", "8bit", "binary")]


def _is_text(content_type: str | None) -> bool:
    kind = (content_type or "").lower()
    return kind.startswith("text/") or "html" in kind or "xml" in kind or "json" in kind


def _proven(reading: Reading, capture: Capture, forms: tuple[bytes, ...]) -> bool:
    """Whether the payload has its digest. Crawlers disagree on which bytes: as sent, unchunked, or unpacked."""
    wanted, hashed = hasher(reading.header("WARC-Payload-Digest") or f"sha1:{capture.digest or ''}")
    if hashed is None:
        return True
    for data in forms:
        again = hashed.copy()
        again.update(data)
        if same_digest(again, wanted):
            return True
    return False


def _read(captures: Path, place: Place, limits: Limits) -> tuple[Reading | None, bytes, bool]:
    """The record at ``place``, its block, and whether the block was cut at the limit."""
    part, inner = place.part, 0
    if part.rpartition("+")[2].isdigit() and not wacz.is_warc(part):
        part, _, deep = part.rpartition("+")
        inner = int(deep)
    path = captures / place.file
    with path.open("rb") as file:
        stamp = path.stat().st_mtime_ns
        source = _member(str(path), stamp, part, limits, os.getpid()) if part else Slice(file, 0, file.seek(0, 2))
        if inner > _SPOOLED:
            source = _unpacked(str(path), stamp, part, place.offset, limits, os.getpid())
        tape = Tape(source, source.size, limits)
        if inner > _SPOOLED:
            tape.go(inner)
        else:
            tape.go_to(place.offset, inner)
        tape.skip_blank()
        reading = read_record(tape)
        if reading is None:
            return None, b"", False
        block: list[bytes] = []
        for chunk in chunks(tape, reading):
            block.append(chunk)
            if reading.size > limits.body:
                return reading, b"".join(block)[: limits.body], True
        return reading, b"".join(block), False


@functools.lru_cache(maxsize=4)
def _member(path: str, _mtime: int, part: str, limits: Limits, _pid: int) -> Slice:
    # Kept open for the next capture of the same member; a forked worker opens its own.
    return wacz.member(Path(path), part, limits)


@functools.lru_cache(maxsize=2)
def _unpacked(path: str, _mtime: int, part: str, offset: int, limits: Limits, _pid: int) -> Slice:
    """A packed member that holds many records, unpacked to a nameless file: reading by place must not cost the whole."""
    spool = tempfile.TemporaryFile()  # noqa: SIM115  (the slice owns it)
    with Path(path).open("rb") as file:
        source = wacz.member(Path(path), part, limits) if part else Slice(file, 0, file.seek(0, 2))
        tape = Tape(source, source.size, limits)
        tape.go_to(offset, 0)
        while data := tape.take(_CHUNK):
            spool.write(data)
    return Slice(spool, 0, spool.tell(), owned=True)
