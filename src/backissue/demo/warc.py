"""Web archive files written by the standard, and by nothing but the standard library.

WARC 1.0 and 1.1 (ISO 28500), one gzip member or one zstd frame a record, or plain; ARC 1.0;
WACZ 1.1.1 in ``wacz.py``. It refuses clocks and random identifiers: the same records give the same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

__all__ = ["Answer", "ArcWriter", "WarcWriter", "iso", "sha1", "stamp"]

_REVISIT = {
    "1.0": "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
    "1.1": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
}


def sha1(data: bytes) -> str:
    """The base32 SHA-1 of web archives, without a prefix."""
    number = int.from_bytes(hashlib.sha1(data, usedforsecurity=False).digest(), "big")
    return "".join([_PAIRS[number >> shift & 1023] for shift in range(150, -1, -10)])


# two letters for each ten bits: base64.b32encode takes ten times as long, twice for every record
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_PAIRS = [a + b for a in _LETTERS for b in _LETTERS]


@dataclass(slots=True)
class Answer:
    """One HTTP answer as captured: status line, headers in order, and the body as it came over the wire."""

    url: str
    when: datetime
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    revisit_of: tuple[str, datetime, str] | None = None  # URL, time and payload digest of what it repeats
    truncated: str | None = None  # WARC-Truncated: length, time, disconnect
    extra: dict[str, str] = field(default_factory=dict)

    def head(self) -> bytes:
        """Status line and headers, up to and with the empty line."""
        reason = _REASONS.get(self.status, "Unknown")
        lines = [f"HTTP/1.1 {self.status} {reason}", *(f"{name}: {value}" for name, value in self.headers)]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")

    @property
    def timestamp(self) -> str:
        """14 digits, UTC."""
        return stamp(self.when)


_REASONS = {
    200: "OK", 301: "Moved Permanently", 302: "Found", 404: "Not Found",
    429: "Too Many Requests", 500: "Internal Server Error", 503: "Service Unavailable",
}  # fmt: skip


def stamp(when: datetime) -> str:
    """The 14 digits of web archives, UTC (strftime takes ten times as long)."""
    return when.astimezone(UTC).isoformat()[:19].translate(_DIGITS)


_DIGITS = str.maketrans("", "", "-:T")


def iso(when: datetime) -> str:
    """``2016-05-03T08:15:00Z``."""
    return when.astimezone(UTC).isoformat()[:19] + "Z"


class WarcWriter:
    """Writes records to one file; ``pack`` is gzip, zstd or plain.

    ``offset`` is where the next record begins; record ids come from the file's name and a counter.
    """

    def __init__(self, path: Path, *, version: str = "1.0", pack: str = "gzip", level: int = 6) -> None:
        self.path = path
        self.version = version
        self.pack = pack
        self.level = level
        self.count = 0
        self.offset = 0
        self.file: BinaryIO = path.open("wb")
        self._zstd = None
        if pack == "zstd":
            import zstandard

            self._zstd = zstandard.ZstdCompressor(level=3)

    def close(self) -> None:
        """Closes the file."""
        self.file.close()

    def record_id(self) -> str:
        """The next record's identifier, a UUID made from the file's name and the count."""
        digest = hashlib.md5(f"{self.path.name}#{self.count}".encode(), usedforsecurity=False).hexdigest()
        return f"<urn:uuid:{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-a{digest[17:20]}-{digest[20:]}>"

    def record(self, kind: str, when: datetime, block: bytes, headers: list[tuple[str, str]]) -> tuple[int, int, str]:
        """Writes one record and returns its offset, its stored length and its id."""
        name = self.record_id()
        lines = [f"WARC/{self.version}", f"WARC-Type: {kind}", f"WARC-Record-ID: {name}", f"WARC-Date: {iso(when)}"]
        lines += [f"{key}: {value}" for key, value in headers]
        lines += [f"WARC-Block-Digest: sha1:{sha1(block)}", f"Content-Length: {len(block)}"]
        data = ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8") + block + b"\r\n\r\n"
        if self.pack == "gzip":
            # a window of 8 kB halves the cost of a small record: most of it is the setting up
            squeeze = zlib.compressobj(self.level, zlib.DEFLATED, 29)
            data = squeeze.compress(data) + squeeze.flush()
        elif self._zstd is not None:
            data = self._zstd.compress(data)
        start = self.offset
        self.file.write(data)
        self.offset += len(data)
        self.count += 1
        return start, len(data), name

    def warcinfo(self, when: datetime, fields: dict[str, str]) -> None:
        """The record that opens a file and says which robot wrote it."""
        block = "".join(f"{key}: {value}\r\n" for key, value in fields.items()).encode()
        self.record(
            "warcinfo", when, block, [("WARC-Filename", self.path.name), ("Content-Type", "application/warc-fields")]
        )

    def answer(self, answer: Answer, *, request: bool = False, metadata: bool = False) -> tuple[int, int]:
        """Writes a response (or revisit) record, and its request and metadata records if asked; offset and length."""
        headers = [("WARC-Target-URI", answer.url)]
        kind, body = "response", answer.body
        if answer.revisit_of:
            kind, body = "revisit", b""
            url, when, digest = answer.revisit_of
            headers += [("WARC-Profile", _REVISIT[self.version]), ("WARC-Payload-Digest", f"sha1:{digest}")]
            headers += [("WARC-Refers-To-Target-URI", url), ("WARC-Refers-To-Date", iso(when))]
        else:
            headers += [("WARC-Payload-Digest", f"sha1:{sha1(body)}")]
        if answer.truncated:
            headers.append(("WARC-Truncated", answer.truncated))
        headers += [("WARC-IP-Address", "192.0.2.17"), *answer.extra.items()]
        headers.append(("Content-Type", "application/http; msgtype=response"))
        start, length, name = self.record(kind, answer.when, answer.head() + body, headers)
        if request:
            host, _, path = answer.url.split("://", 1)[1].partition("/")
            ask = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: a-robot/1.0\r\nAccept: */*\r\n\r\n".encode()
            more = [("WARC-Target-URI", answer.url), ("WARC-Concurrent-To", name)]
            self.record("request", answer.when, ask, [*more, ("Content-Type", "application/http; msgtype=request")])
        if metadata:
            more = [("WARC-Target-URI", answer.url), ("WARC-Concurrent-To", name)]
            block = b"via: seed\r\nhopsFromSeed: L\r\nfetchTimeMs: 212\r\n"
            self.record("metadata", answer.when, block, [*more, ("Content-Type", "application/warc-fields")])
        return start, length


class ArcWriter:
    """Writes ARC 1.0, one gzip member a record: what crawls before 2009 left, and some later ones."""

    def __init__(self, path: Path, when: datetime) -> None:
        self.path = path
        self.offset = 0
        self.file: BinaryIO = path.open("wb")
        fields = b"URL IP-address Archive-date Content-type Archive-length\n"
        block = b"1 0 backissue-demo\n" + fields
        name = path.name.removesuffix(".gz")
        self._put(f"filedesc://{name} 0.0.0.0 {stamp(when)} text/plain {len(block)}\n".encode() + block + b"\n")

    def _put(self, data: bytes) -> tuple[int, int]:
        squeeze = zlib.compressobj(6, zlib.DEFLATED, 31)
        packed = squeeze.compress(data) + squeeze.flush()
        start = self.offset
        self.file.write(packed)
        self.offset += len(packed)
        return start, len(packed)

    def answer(self, answer: Answer) -> tuple[int, int]:
        """Writes one answer; ARC knows no revisits, so what repeats another is refused."""
        if answer.revisit_of:
            raise ValueError("an ARC file cannot hold a revisit")
        block = answer.head() + answer.body
        kind = next((v for k, v in answer.headers if k.lower() == "content-type"), "no-type").split(";")[0].strip()
        line = f"{answer.url} 192.0.2.17 {answer.timestamp} {kind} {len(block)}\n"
        return self._put(line.encode("ascii") + block + b"\n")

    def close(self) -> None:
        """Closes the file."""
        self.file.close()
