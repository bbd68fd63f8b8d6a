"""WARC 1.1 written as captures come in, so that a death at any moment loses nothing and leaves nothing broken.

Captures are appended as whole groups (request, response or revisit, metadata;
one gzip member each) to ``captures/fetching.warc.gz.open``. What a dead run left
of it is taken up again, cut back to its last whole group. When full or done it
becomes ``<16 hex of its SHA-256>.warc.gz``, which never changes again.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from backissue import disk, urls
from backissue.captures.client import ENCODINGS
from backissue.captures.walk import Found, walk

__all__ = ["OPEN", "Group", "Kept", "Writer", "kept_in"]

OPEN = "fetching.warc.gz.open"
ROLL = 1 << 30  # bytes; the size web archives themselves roll at
_SYNC_EVERY = 64  # groups; a dying process loses none, a dying machine at most these, which are fetched again
_SYNC_SECONDS = 2.0
_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


@dataclass(frozen=True, slots=True)
class Group:
    """One capture to write. ``asked`` and ``served`` are 14 digits; ``digest`` is the body's base32 SHA-1, ``same_as`` (URL, 14 digits) of an equal payload.

    ``source`` is the CDX server that listed it; ``span`` the Range that was
    asked for, if one was; ``truncated`` why the crawler cut it short, if it did.
    """

    url: str
    asked: str
    served: str
    address: str
    agent: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    digest: str
    when: float
    notes: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, str] | None = None
    source: str = ""
    span: str = ""
    truncated: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A capture that is held: its key, the times asked for and served, its digest, its URL; the CDX server that listed it."""

    key: str
    asked: str
    served: str
    digest: str
    url: str
    revisit: bool
    verdict: str = ""
    source: str = ""


class Writer:
    """The one WARC that is being written. Use as a context manager: leaving it makes everything durable."""

    def __init__(self, captures: Path, software: str, *, roll: int = ROLL) -> None:
        self._captures, self._software, self._roll = captures, software, roll
        self._path = captures / OPEN
        self._out: BinaryIO | None = None
        self._waiting, self._synced = 0, time.monotonic()
        self._groups = 0

    def recover(self) -> list[Kept]:
        """What a dead run left in the open file, cut back to its last whole group."""
        if not self._path.exists():
            return []
        kept, sound = _groups(self._path)
        self._groups = len(kept)
        if sound < self._path.stat().st_size:
            disk.step("before truncate", self._path)
            with self._path.open("r+b") as out:
                out.truncate(sound)
                os.fsync(out.fileno())
            disk.step("after truncate", self._path)
        return kept

    def write(self, group: Group) -> str | None:
        """Append a capture; returns the name of the file that this one filled, if it did."""
        out = self._open(group.when)
        data = _packed(group)
        disk.step("before append", self._path)
        out.write(data)
        out.flush()
        disk.step("after append", self._path)
        self._waiting += 1
        self._groups += 1
        if self._waiting >= _SYNC_EVERY or time.monotonic() - self._synced > _SYNC_SECONDS:
            self.sync()
        return self.finish() if out.tell() >= self._roll else None

    def sync(self) -> None:
        """Make what was written durable."""
        if self._out:
            os.fsync(self._out.fileno())
            disk.step("after fsync", self._path)
        self._waiting, self._synced = 0, time.monotonic()

    def finish(self) -> str | None:
        """Close the open file under the name it keeps, and return that; None if there is none."""
        self.close()
        if not self._path.exists():
            return None
        if not self._groups:
            disk.remove(self._path)
            return None
        name = f"{disk.sha256(self._path)[:16]}.warc.gz"
        disk.rename(self._path, self._captures / name)
        self._groups = 0
        return name

    def close(self) -> None:
        """Make durable and close, to go on another time."""
        if self._out:
            self.sync()
            self._out.close()
            self._out = None

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self, when: float) -> BinaryIO:
        if self._out is None:
            disk.make_folder(self._captures)
            fresh = not self._path.exists() or self._path.stat().st_size == 0
            self._out = self._path.open("ab")
            if fresh:
                disk.step("before append", self._path)
                self._out.write(_warcinfo(self._software, when))
                self._out.flush()
                disk.step("after append", self._path)
        return self._out


def kept_in(path: Path) -> list[Kept]:
    """The captures of a file written here; empty for any other."""
    return _groups(path)[0]


def _groups(path: Path) -> tuple[list[Kept], int]:
    """The whole groups of a file, and where the last of them ends."""
    kept: list[Kept] = []
    sound = 0
    capture: Found | None = None
    for thing in walk(path):
        if not isinstance(thing, Found) or not thing.whole or thing.place.length is None:
            break
        end = thing.place.offset + thing.place.length
        if thing.type == "warcinfo":
            sound = end
        elif thing.type in ("response", "revisit"):
            capture = thing
        elif thing.type == "metadata" and capture is not None and capture.uri and capture.when:
            asked = thing.header("Backissue-Asked")
            if asked:
                served = f"{capture.when:%Y%m%d%H%M%S}"
                revisit = capture.type == "revisit"
                verdict, source = (thing.header(f"Backissue-{name}") or "" for name in ("Verdict", "Source"))
                key, digest = urls.key(capture.uri), capture.digest or ""
                kept.append(Kept(key, asked, served, digest, capture.uri, revisit, verdict, source))
            sound, capture = end, None
    return kept, sound


def _packed(group: Group) -> bytes:
    served = datetime.strptime(group.served, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    named = f"{group.served} {group.url}"
    answer_id, request_id, metadata_id = (_id(f"{kind} {named}") for kind in ("answer", "request", "metadata"))
    head = f"HTTP/1.1 {group.status} {_one_line(group.reason)}\r\n"
    head += "".join(f"{_one_line(name)}: {_one_line(value)}\r\n" for name, value in group.headers) + "\r\n"
    fetched = datetime.fromtimestamp(group.when, UTC)
    fields = [
        ("WARC-Type", "revisit" if group.same_as else "response"),
        ("WARC-Record-ID", answer_id),
        ("WARC-Target-URI", group.url),
        ("WARC-Date", _iso(served)),
        ("WARC-Payload-Digest", f"sha1:{group.digest}"),
    ]
    if group.truncated:
        fields.append(("WARC-Truncated", group.truncated))
    block = head.encode("utf-8")
    if group.same_as:
        uri, stamp = group.same_as
        fields.append(("WARC-Profile", _IDENTICAL))
        fields.append(("WARC-Refers-To-Target-URI", uri))
        fields.append(("WARC-Refers-To-Date", _iso(datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC))))
    else:
        block += group.body
    answer = _record([*fields, ("Content-Type", "application/http; msgtype=response")], block)
    path = "/" + group.address.split("/", 3)[-1]
    host = group.address.split("/", 3)[2]
    asked = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {_one_line(group.agent)}\r\n"
    asked += f"Range: {group.span}\r\n\r\n" if group.span else f"Accept-Encoding: {ENCODINGS}\r\n\r\n"
    request = _record(
        [
            ("WARC-Type", "request"),
            ("WARC-Record-ID", request_id),
            ("WARC-Target-URI", group.address),
            ("WARC-Date", _iso(fetched)),
            ("WARC-Concurrent-To", answer_id),
            ("Content-Type", "application/http; msgtype=request"),
        ],
        asked.encode("utf-8"),
    )
    notes = (("via", group.address), ("asked", group.asked), ("served", group.served), *group.notes)
    verdict = dict(group.notes).get("verdict")
    metadata = _record(
        [
            ("WARC-Type", "metadata"),
            ("WARC-Record-ID", metadata_id),
            ("WARC-Target-URI", group.url),
            ("WARC-Date", _iso(fetched)),
            ("WARC-Concurrent-To", answer_id),
            ("Backissue-Asked", group.asked),
            *([("Backissue-Verdict", verdict)] if verdict else []),
            *([("Backissue-Source", group.source)] if group.source else []),
            ("Content-Type", "application/warc-fields"),
        ],
        "".join(f"{name}: {_one_line(value)}\r\n" for name, value in notes).encode("utf-8"),
    )
    return request + answer + metadata


def _warcinfo(software: str, when: float) -> bytes:
    made = _iso(datetime.fromtimestamp(when, UTC))
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    fields = [("WARC-Type", "warcinfo"), ("WARC-Record-ID", _id(f"warcinfo {made}")), ("WARC-Date", made)]
    return _record([*fields, ("Content-Type", "application/warc-fields")], block)


def _record(fields: Sequence[tuple[str, str]], block: bytes) -> bytes:
    said = [*fields, ("WARC-Block-Digest", _sha1(block)), ("Content-Length", str(len(block)))]
    header = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in said)
    return gzip.compress(
        f"WARC/1.1\r\n{header}\r\n".encode("utf-8", "replace") + block + b"\r\n\r\n", compresslevel=6, mtime=0
    )


def _iso(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _id(named: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, named)}>"


def _sha1(data: bytes) -> str:
    return f"sha1:{base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode('ascii')}"


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
