"""One WARC or ARC record: its header as fields, then its block in chunks.

Forgives what is broken in the wild and says so in ``faults``. Does not
interpret the block: that is for ``http`` and ``walk``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from backissue.captures import http
from backissue.captures.tape import Tape

__all__ = [
    "CAPTURES",
    "HUNT",
    "START",
    "Reading",
    "chunks",
    "hasher",
    "read_record",
    "same_digest",
    "sha1_of",
    "when_of",
]

CAPTURES = frozenset({"response", "revisit", "resource", "conversion"})
START = re.compile(rb"[Ww][Aa][Rr][Cc]/|[a-z][a-z0-9+.-]*:[^\r\n]* \S+ \d{8,18} \S+ -?\w+\r?\n")
HUNT = re.compile(rb"(?:^|\n)([Ww][Aa][Rr][Cc]/[01]\.\d|https?://[^\r\n]* [\d.:a-f]+ \d{8,18} \S+ -?\w+\r?\n)")
_ARC = re.compile(rb"([a-z][a-z0-9+.-]*:[^\r\n]*?) (\S+) (\d{8,18}) ([^\r\n]*?) ?(-?\w+)\r?\n")
_ARC2 = re.compile(
    rb"([a-z][a-z0-9+.-]*:[^\r\n]*) (\S+) (\d{8,18}) (\S+) (\d{3}|-) (\S+) (\S+) (\d+) (\S+) (-?\w+)\r?\n"
)
_ARC_AHEAD = re.compile(rb"\nhttps?://[^\r\n]{1,2000} [\d.:a-f]+ \d{14} \S{1,200} \d+\r?\n")
_HEADER_END = re.compile(rb"\n\r*\n|\r\r(?![\r\n])")
_LINE_END = re.compile(rb"\n")
_VERSIONS = frozenset({b"WARC/1.0", b"WARC/1.1", b"WARC/0.17", b"WARC/0.18"})
_TYPES = frozenset({"warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"})
_HEADER_LIMIT = 1 << 18
_LINE_LIMIT = 1 << 16
_CHUNK = 1 << 16
_DOUBT = 1 << 22  # bytes kept in memory while it is unclear whether a block ran over the next record
_PATIENCE = 1 << 27  # bytes read twice before a length is no longer given the benefit of the doubt
_CLUEWEB = re.compile(r"([12]\d{3})-\d\d-([0-3]\d\d)(?=T)")  # ClueWeb09 wrote the day of the year, 2008-10-294
_WHEN = re.compile(
    r"(\d{4})(?:-?(\d\d))?(?:-?(\d\d))?(?:[Tt ]?(\d\d))?(?::?(\d\d))?(?::?(\d\d))?(?:[.,]\d+)?\s*(?:[Zz]|([+-])(\d\d):?(\d\d))?"
)


@dataclass(slots=True)
class Reading:
    """One record while it is read: its fields, then its block in chunks."""

    version: str
    headers: tuple[tuple[str, str], ...]
    type: str
    uri: str | None
    when: datetime | None
    length: int | None
    arc_type: str | None = None
    faults: list[str] = field(default_factory=list)
    begins: tuple[int, int] = (0, 0)
    size: int = 0
    short: bool = False

    def header(self, name: str) -> str | None:
        """The first named field, in any case, or None."""
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), None)


def read_record(tape: Tape) -> Reading | None:
    """The header of the record that begins here, or None (little consumed) if it cannot be read."""
    begins = tape.mark()
    reading: Reading | None
    if tape.peek(5).upper() == b"WARC/":
        raw = tape.through(_HEADER_END, _HEADER_LIMIT)
        while raw is None and tape.join(START):
            raw = tape.through(_HEADER_END, _HEADER_LIMIT)
        reading = _warc(raw) if raw else None
    else:
        raw = tape.through(_LINE_END, _LINE_LIMIT)
        reading = _arc(raw) if raw else None
    if reading:
        reading.begins = begins
    return reading


def chunks(tape: Tape, reading: Reading) -> Iterator[bytes]:
    """The block of a record whose header was read; adds to ``size``, ``short`` and ``faults`` on the way.

    Where the block seems to run over another record's header, the bytes from
    there are held back until what follows the block proves the length right;
    if it does not, the block ends there and the tape goes back.
    """
    if reading.length is None:
        yield from _until_next(tape, reading)
        return
    warc = reading.version.startswith("WARC")
    left, tail = reading.length, b"\n"
    doubt: tuple[int, int] | None = None  # where on the tape another header stands
    held: list[bytes] = []
    holding = False
    while left > 0:
        chunk = tape.take(min(left, _CHUNK))
        if not chunk:
            if tape.join(START):
                continue
            reading.short = True
            break
        left -= len(chunk)
        if holding:
            held.append(chunk)
            if len(held) * _CHUNK > _DOUBT:
                holding = False
                yield from _give(reading, held)
            continue
        if doubt is None:
            seam = tail + chunk
            hit = seam.find(b"\nWARC/1.") if warc else _found_at(_ARC_AHEAD.search(seam))
            if hit >= 0:
                cut = max(hit + 1 - len(tail), 0)
                doubt = (tape.offset, tape.inner - len(chunk) + cut)
                held, holding = [chunk[cut:]], True
                chunk = chunk[:cut]
                if tape.reread > _PATIENCE:
                    left = 0
                    reading.short = True
            tail = seam[-7:] if warc else seam[-2500:]
        reading.size += len(chunk)
        yield chunk
    if doubt is None:
        return
    if not reading.short and _in_step(tape):
        yield from _give(reading, held)
        return
    # Its length is wrong: line ends were rewritten, often, and every block shrank.
    reading.faults.append("length")
    reading.short = False
    if holding and tape.offset == doubt[0]:
        tape.put_back(b"".join(held))
    else:
        tape.reread += reading.size
        tape.go(*doubt)


def _give(reading: Reading, held: list[bytes]) -> Iterator[bytes]:
    for chunk in held:
        reading.size += len(chunk)
        yield chunk
    held.clear()


def _until_next(tape: Tape, reading: Reading) -> Iterator[bytes]:
    """A block without a length: all that comes before the next record, or the member's end."""
    reading.faults.append("length")
    while True:
        ahead = tape.peek(_CHUNK)
        stop = HUNT.search(ahead)
        chunk = tape.take(stop.start(1) if stop else len(ahead) - 4096 * (len(ahead) == _CHUNK))
        reading.size += len(chunk)
        if chunk:
            yield chunk
        if stop or not chunk:
            return


def _found_at(found: re.Match[bytes] | None) -> int:
    return found.start() if found else -1


def _in_step(tape: Tape) -> bool:
    """Whether what follows is another record, or nothing."""
    ahead = tape.peek(_LINE_LIMIT).lstrip(b"\r\n")
    return not ahead or START.match(ahead) is not None


def sha1_of(value: str | None) -> str | None:
    """The base32 SHA-1 of ``sha1:…`` written in base32, hex or base64, or None."""
    if not value:
        return None
    algorithm, colon, digest = value.strip().partition(":")
    if colon and algorithm.lower().replace("-", "") != "sha1":
        return None
    digest = digest if colon else algorithm
    if re.fullmatch(r"[A-Za-z2-7]{32}", digest):
        return digest.upper()
    try:
        raw = binascii.unhexlify(digest) if len(digest) == 40 else base64.b64decode(digest, validate=True)
    except ValueError:
        return None
    return base64.b32encode(raw).decode("ascii") if len(raw) == 20 else None


def _warc(raw: bytes) -> Reading:
    lines = re.split(rb"\r*\n|\r", raw.strip(b"\r\n"))
    version = lines[0].strip().upper()
    headers, odd = http.fields(lines[1:])
    faults = ["version"] if version not in _VERSIONS else []
    named: dict[str, str] = {}
    for key, value in headers:
        named.setdefault(key.lower(), value)
    if odd:
        faults.append("header-line")
    kind = named.get("warc-type", "").lower()
    if kind not in _TYPES:
        faults.append("type")
    when = when_of(named.get("warc-date", ""))
    if when is None:
        faults.append("date")
    uri = named.get("warc-target-uri", "").strip("<> \t") or None
    if uri is None and kind in CAPTURES:
        faults.append("uri")
    declared = named.get("content-length", "")
    length = int(declared) if re.fullmatch(r"\d{1,18}", declared) else None
    if kind == "continuation" or (kind in CAPTURES and named.get("warc-segment-number")):
        faults.append("segment")
    return Reading(version.decode("latin-1"), headers, kind or "unknown", uri, when, length, faults=faults)


def _arc(raw: bytes) -> Reading | None:
    found = _ARC2.fullmatch(raw) or _ARC.fullmatch(raw)
    if not found:
        return None
    uri, address, stamp, kind = (http.text(found[i]) for i in range(1, 5))
    declared = found[found.re.groups]
    length = int(declared) if declared.isdigit() else None
    when = when_of(stamp[:14])
    pairs = (("URL", uri), ("IP-address", address), ("Archive-date", stamp), ("Content-type", kind))
    described = uri.startswith("filedesc:")
    return Reading(
        "ARC/1",
        pairs,
        "warcinfo" if described else "response",
        uri,
        when,
        length,
        arc_type=kind,
        faults=[] if when else ["date"],
    )


def when_of(text: str) -> datetime | None:
    """A WARC or ARC date as UTC to the second (fractions cut), or None if it is none."""
    text = text.strip()
    clueweb = _CLUEWEB.match(text)
    if clueweb:
        text = (
            f"{date.fromordinal(date(int(clueweb[1]), 1, 1).toordinal() + int(clueweb[2]) - 1)}{text[clueweb.end() :]}"
        )
    found = _WHEN.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(found[i] or (1 if i < 4 else 0)) for i in range(1, 7))
    try:
        when = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None
    if found[7]:
        away = timedelta(hours=int(found[8]), minutes=int(found[9]))
        try:
            when = when - away if found[7] == "+" else when + away
        except OverflowError:
            return None
    return when


def hasher(value: str | None) -> tuple[str, hashlib._Hash | None]:
    """The digest that ``algorithm:digest`` promises, and a hash to prove it with (None if the algorithm is unknown)."""
    algorithm, _, digest = (value or "").strip().partition(":")
    make: dict[str, Callable[[], hashlib._Hash]] = {
        "sha1": lambda: hashlib.sha1(usedforsecurity=False),
        "sha256": hashlib.sha256,
        "sha512": hashlib.sha512,
        "md5": lambda: hashlib.md5(usedforsecurity=False),
    }
    maker = make.get(algorithm.lower().replace("-", ""))
    return digest, maker() if maker and digest else None


def same_digest(hashed: hashlib._Hash, wanted: str) -> bool:
    """Whether a hash is ``wanted``, written in hex, base32 or base64."""
    raw, wanted = hashed.digest(), wanted.strip()
    base32 = base64.b32encode(raw).decode("ascii").rstrip("=")
    return (
        wanted.lower() == raw.hex()
        or wanted.upper().rstrip("=") == base32
        or wanted.rstrip("=") == base64.b64encode(raw).decode("ascii").rstrip("=")
    )
