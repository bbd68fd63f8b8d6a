"""Capture lines out of evidence files: bring a file in, index it, resolve what only points elsewhere.

Stores no outside path or name. Opens no payload and judges none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from backissue import disk, urls
from backissue.captures.listing import from_line, to_line
from backissue.captures.record import when_of
from backissue.captures.tape import LIMITS, Limits
from backissue.captures.walk import Damage, Found, is_capture, walk
from backissue.model import BadInstruction, BrokenWorld, Capture, Finding, Place, Severity

__all__ = ["bring", "capture_of", "finding_of", "holds_records", "index", "resolve"]

_ENDINGS = (".warc.gz", ".warc.zst", ".warc", ".arc.gz", ".arc", ".wacz")
_NOTES = frozenset({"version", "header-line", "segment"})


def holds_records(path: Path) -> bool:
    """Whether at least one record can be read from the file at ``path``."""
    return any(isinstance(thing, Found) for thing in walk(path))


def bring(source: Path, captures: Path) -> str:
    """Link or copy an evidence file into ``captures``; returns its name there, ``<16 hex of its SHA-256>.<ending>``.

    Safe to run again. Raises BadInstruction if ``source`` is no readable file.
    """
    try:
        whole = source.resolve(strict=True)
        if not whole.is_file():
            raise BadInstruction(f"{source} is no file", "Name a WARC, ARC or WACZ file, or a folder of them.")
        digest = disk.sha256(whole)
        with whole.open("rb") as file:
            magic = file.read(4)
    except FileNotFoundError:
        raise BadInstruction(f"there is no file {source}", "Check its spelling.") from None
    except OSError as error:
        raise BadInstruction(
            f"cannot read {source}: {error.strerror or error}", "Choose a file you may read."
        ) from error
    name = f"{digest[:16]}{_ending(source.name, magic)}"
    target = captures / name
    if not target.exists():
        disk.link(whole, target)
    elif target.stat().st_size != whole.stat().st_size:
        raise BrokenWorld(f"{target} is not what its name says", "Something changed it: remove it and run this again.")
    return name


def index(captures: Path, file: str, limits: Limits = LIMITS) -> Iterator[Capture | Finding]:
    """Every capture of ``captures/file``, in file order, and a finding for every damage.

    Revisits come with ``refers`` and without ``payload``: ``resolve`` finds it.
    """
    for thing in walk(captures / file, file, limits):
        if isinstance(thing, Damage):
            yield finding_of(thing)
        elif is_capture(thing):
            yield capture_of(thing)


def capture_of(found: Found) -> Capture:
    """The capture that a record is; ``is_capture`` must hold."""
    if found.uri is None or found.when is None:
        raise ValueError(f"{found.place} is no capture")
    revisit = found.type == "revisit"
    refers = None
    if revisit:
        when = when_of(found.header("WARC-Refers-To-Date") or "")
        uri = (found.header("WARC-Refers-To-Target-URI") or "").strip("<> ")
        refers = f"{when:%Y%m%d%H%M%S} {uri}" if when and uri else None
    return Capture(
        url=found.uri,
        key=urls.key(found.uri),
        when=found.when,
        status=found.status,
        mimetype=found.mimetype,
        digest=found.digest,
        place=found.place,
        payload=None if revisit else found.place,
        location=found.location,
        revisit=revisit,
        refers=refers,
    )


def finding_of(damage: Damage) -> Finding:
    """A damage as a finding: an error if a record was lost by it."""
    severity = Severity.NOTE if damage.kind in _NOTES else Severity.WARNING if damage.held else Severity.ERROR
    return Finding(
        f"warc.{damage.kind}",
        str(damage.place),
        damage.sentence,
        severity,
        {"file": damage.place.file, "offset": damage.place.offset, "held": damage.held},
    )


def resolve(captures: Iterable[Capture], scratch: Path) -> Iterator[Capture]:
    """The same captures, each revisit with the place of the payload it repeats; revisits come last.

    Looked for under what the revisit refers to (URL and time), then by digest
    under its own key, the latest before it first, then by digest anywhere. One
    that is found nowhere keeps ``payload`` None. ``scratch`` is a file to work
    in, removed at the end; memory does not grow with the captures.
    """
    scratch.unlink(missing_ok=True)
    scratch.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(scratch, isolation_level=None)) as db:
        db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
            "CREATE TABLE held (key TEXT, stamp TEXT, digest TEXT, file TEXT, offset INTEGER, length INTEGER, part TEXT);"
            "CREATE TABLE revisit (line TEXT, listing TEXT);"
        )
        for capture in captures:
            if capture.revisit and capture.payload is None:
                db.execute("INSERT INTO revisit VALUES (?, ?)", (to_line(capture), capture.listing))
                continue
            if capture.place and not capture.revisit:
                p = capture.place
                row = (capture.key, capture.timestamp, capture.digest, p.file, p.offset, p.length, p.part)
                db.execute("INSERT INTO held VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            yield capture
        db.execute("CREATE INDEX by_key ON held (key, stamp)")
        db.execute("CREATE INDEX by_digest ON held (digest, key, stamp)")
        for line, listing in db.execute("SELECT line, listing FROM revisit ORDER BY rowid"):
            capture = from_line(line, listing)
            yield replace(capture, payload=_payload(db, capture))
    scratch.unlink(missing_ok=True)


_COLUMNS = "SELECT file, offset, length, part FROM held WHERE "


def _payload(db: sqlite3.Connection, capture: Capture) -> Place | None:
    questions: list[tuple[str, tuple[str | None, ...]]] = []
    if capture.refers:
        stamp, _, url = capture.refers.partition(" ")
        questions.append(("key = ? AND stamp = ? ORDER BY digest = ? DESC", (urls.key(url), stamp, capture.digest)))
    if capture.digest:
        same = (capture.digest, capture.key, capture.timestamp)
        questions.append(("digest = ? AND key = ? AND stamp <= ? ORDER BY stamp DESC", same))
        questions.append(("digest = ? AND key = ? AND stamp > ? ORDER BY stamp", same))
        questions.append(("digest = ? ORDER BY stamp, file, offset", (capture.digest,)))
    for where, values in questions:
        row = db.execute(f"{_COLUMNS}{where} LIMIT 1", values).fetchone()
        if row:
            return Place(*row)
    return None


def _ending(name: str, magic: bytes) -> str:
    lower = name.lower()
    for ending in _ENDINGS:
        if lower.endswith(ending):
            return ending
    if magic[:2] == b"\x1f\x8b":
        return ".warc.gz"
    if magic == b"PK\x03\x04":
        return ".wacz"
    return ".warc.zst" if magic == b"\x28\xb5\x2f\xfd" or magic[1:] == b"\x2a\x4d\x18" else ".warc"
