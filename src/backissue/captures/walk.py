"""A strict walk over one WARC, ARC or WACZ file: every record that can be had, and every damage.

Follows WARC 1.0 and 1.1 (ISO 28500) and the ARC of 1996, forgives how they are
broken in the wild, and never forgives in silence: what was lost, or taken in
spite of a fault, is a ``Damage`` with its offset. Writes nothing; holds no body.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from backissue import urls
from backissue.captures import http
from backissue.captures.record import CAPTURES, HUNT, START, Reading, chunks, hasher, read_record, same_digest, sha1_of
from backissue.captures.tape import LIMITS, Limits, Tape
from backissue.model import Place

__all__ = ["Damage", "Found", "is_capture", "walk", "walk_tape"]

_HEAD_LIMIT = 1 << 16

_SENTENCES = {
    "truncated": "The file ends in the middle of a record.",
    "crc": "The stored checksum of these bytes is wrong: something in them changed.",
    "data": "These packed bytes cannot be unpacked any further.",
    "bomb": "These bytes unpack to far more than any page; they were left packed.",
    "empty": "The file is empty.",
    "garbage": "Bytes here belong to no record.",
    "no-record": "The file holds no WARC or ARC record.",
    "header": "The record's header cannot be read.",
    "header-line": "A line of the record's header is no field and was left out.",
    "version": "The record names a version of WARC that does not exist; it was read as 1.0.",
    "type": "The record does not say what it is, or says something unheard of.",
    "length": "The record's length is missing or wrong; its true end was searched for.",
    "date": "The record's date is missing or no date.",
    "uri": "The record does not say which URL it is of.",
    "digest": "The record's bytes do not have the digest that its header says: something in them changed.",
    "segment": "The record is one part of several; the parts are not joined.",
}


@dataclass(frozen=True, slots=True)
class Damage:
    """Something wrong at ``place``. ``held``: the record it speaks of was given all the same."""

    place: Place
    kind: str
    sentence: str
    held: bool = False

    @property
    def offset(self) -> int:
        """Where in the file (or in the part of it) the damage was met."""
        return self.place.offset


@dataclass(frozen=True, slots=True)
class Found:
    """One record. ``when`` is UTC to the second; ``digest`` the payload's base32 SHA-1 without prefix.

    ``whole`` is False where its end is missing or untrustworthy. ``length``
    counts the block's bytes, unpacked.
    """

    place: Place
    type: str
    uri: str | None
    when: datetime | None
    headers: tuple[tuple[str, str], ...]
    length: int
    status: int | None = None
    mimetype: str | None = None
    digest: str | None = None
    location: str | None = None
    whole: bool = True

    def header(self, name: str) -> str | None:
        """The first named field of the record's header, in any case, or None."""
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), None)


def is_capture(found: Found) -> bool:
    """Whether a record is a capture of the web: an answer, with a web address and a time."""
    return found.type in CAPTURES and found.when is not None and found.uri is not None and urls.is_web(found.uri)


def walk(path: Path, name: str | None = None, limits: Limits = LIMITS) -> Iterator[Found | Damage]:
    """Every record of the file at ``path``, in order, and every damage where it was met.

    ``name`` is what places call the file (default: its own name). Raises
    OSError if the file cannot be read at all.
    """
    name = path.name if name is None else name
    with path.open("rb") as file:
        size = file.seek(0, 2)
        if size == 0:
            yield Damage(Place(name, 0), "empty", _SENTENCES["empty"])
            return
        file.seek(0)
        if file.read(4) in (b"PK\x03\x04", b"PK\x05\x06"):
            from backissue.captures import wacz

            yield from wacz.walk(file, name, limits)
        else:
            yield from walk_tape(Tape(file, size, limits), name)


def walk_tape(tape: Tape, name: str, part: str = "", *, searching: bool = False) -> Iterator[Found | Damage]:
    """The records and damages of one tape; ``part`` names a WACZ's member.

    ``searching``: the file is a wreck that may hold packed members anywhere.
    """

    def place(offset: int, inner: int = 0, end: int | None = None) -> Place:
        if not tape.packed:
            return Place(name, offset + inner, None if end is None else end - offset - inner, part)
        length = None if end is None or inner else end - offset
        return Place(name, offset, length, f"{part}+{inner}" if inner else part)

    def damage(kind: str, where: Place, held: bool = False, more: str = "") -> Damage:  # noqa: FBT001, FBT002
        return Damage(where, kind, _SENTENCES[kind] + more, held)

    first = tape.next_member(0)[0] if searching else 0
    if first is None:
        return
    packed = tape.go(first) != "plain"
    records = told = 0
    fresh = True  # at the very start of a member
    while True:
        if not tape.skip_blank():
            if tape.trouble:
                told += 1
                yield damage(tape.trouble, place(tape.offset), records > 0 and not fresh)
            if not packed:
                break
            after = tape.offset + 1 if tape.trouble or tape.end is None else tape.end
            start, odd = tape.next_member(after)
            if odd and not tape.trouble:
                told += 1
                yield damage("garbage", Place(name, after, None, part), more=f" ({odd:,} bytes)")
            if start is None:
                break
            tape.go(start)
            fresh = True
            continue
        begins = tape.mark()
        if not START.match(tape.peek(_HEAD_LIMIT if tape.peek(5).upper() != b"WARC/" else 5)):
            at = place(*begins)
            hit = tape.hunt(HUNT)
            told += 1
            if records == 0 and not hit and not packed:
                yield damage("no-record", Place(name, 0, None, part))
                return
            gone = tape.inner - begins[1] if tape.offset == begins[0] else 0
            yield damage("garbage", at, more=f" ({gone:,} bytes)")
            fresh = False
            continue
        reading = read_record(tape)
        if reading is None:
            told += 1
            yield damage(
                "truncated" if not packed and tape.end is not None else tape.trouble or "header", place(*begins)
            )
            fresh = False
            tape.take(5)
            tape.hunt(HUNT)
            continue
        found = _follow(tape, reading, partial(place, *begins))
        records += 1
        fresh = False
        for kind in reading.faults:
            yield damage(kind, found.place, held=True)
        yield found
    if not records and not told:
        yield damage("no-record", Place(name, 0, None, part))


def _follow(tape: Tape, reading: Reading, place: Callable[[int | None], Place]) -> Found:
    """Read a record's block to its end, and whatever blank follows it."""
    wanted, block_hash = hasher(reading.header("WARC-Block-Digest"))
    declared = reading.header("Content-Type")
    speaks_http = reading.arc_type is not None or "http" in (declared or "application/http")
    digest = sha1_of(reading.header("WARC-Payload-Digest"))
    hashing = digest is None and reading.type in CAPTURES and reading.type != "revisit"
    payload_hash = hashlib.sha1(usedforsecurity=False)
    answer: http.Head | None = None
    first, opened = b"", False

    def begin() -> http.Head | None:
        head = http.head(first) if speaks_http else None
        if hashing:
            payload_hash.update(first[head.size if head else 0 :])
        return head

    for chunk in chunks(tape, reading):
        if block_hash:
            block_hash.update(chunk)
        if opened:
            if hashing:
                payload_hash.update(chunk)
            continue
        first += chunk
        if len(first) >= _HEAD_LIMIT:
            opened, answer = True, begin()
    if not opened:
        answer = begin()
    tape.skip_blank()
    faults = reading.faults
    if reading.short and not tape.trouble:
        faults.append("length" if tape.packed else "truncated")
    if block_hash and not reading.short and "length" not in faults and not same_digest(block_hash, wanted):
        faults.append("digest")
    if hashing:
        digest = base64.b32encode(payload_hash.digest()).decode("ascii")
    kind = reading.type
    if reading.arc_type is not None and kind != "warcinfo":
        kind = "response" if answer else "resource"
    if answer:
        declared = answer.get("Content-Type")
    elif reading.arc_type is not None:
        declared = reading.arc_type
    elif speaks_http and kind in CAPTURES:
        declared = None
    return Found(
        place=place(tape.end if tape.packed else tape.offset + tape.inner),
        type=kind,
        uri=reading.uri,
        when=reading.when,
        headers=reading.headers,
        length=reading.size,
        status=answer.status if answer else None,
        mimetype=(declared or "").partition(";")[0].strip().lower() or None,
        digest=digest,
        location=answer.get("Location") if answer and 300 <= (answer.status or 0) < 400 else None,
        whole=not (reading.short or tape.trouble or "length" in faults or "digest" in faults),
    )
