"""Capture lines as CDXJ: a key, a 14-digit time, and what else is known as JSON, one line each.

Listings are evidence: written once, the same bytes for the same lines, with
the query that gave them on top. Whatever a server said stays in its line; what
of it we understand becomes a ``Capture``.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from backissue import disk, urls
from backissue.model import BrokenWorld, Capture, Place

__all__ = [
    "Offer",
    "from_line",
    "listings",
    "query_of",
    "read_listing",
    "read_offers",
    "to_line",
    "write_lines",
    "write_listing",
]

Line = TypeVar("Line")

ENDING = ".cdxj.gz"
_META = "!meta "
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Offer(Capture):
    """A capture that a web archive offers: ``source`` is the address of the CDX server that listed it.

    ``record`` is where the archive says its record lies: a file of the
    archive's, offset and length; None where the line does not say.
    """

    source: str = ""
    record: Place | None = None


def write_listing(captures: Path, name: str, lines: Iterable[Capture], query: Mapping[str, Any]) -> int:
    """Write ``captures/listings/<name>.cdxj.gz`` durably; returns how many lines it has."""
    return write_lines(captures, name, map(to_line, lines), query)


def write_lines(captures: Path, name: str, lines: Iterable[str], query: Mapping[str, Any]) -> int:
    """The same for lines that are CDXJ already (no line ends)."""
    count = 0
    with (
        disk.replacing(captures / "listings" / f"{name}{ENDING}") as out,
        gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=6, mtime=0) as packed,
    ):
        packed.write(f"{_META}{_json(query)}\n".encode())
        for line in lines:
            packed.write(f"{line}\n".encode("utf-8", "replace"))
            count += 1
    return count


def listings(captures: Path) -> list[Path]:
    """Every listing, in the order of names."""
    return sorted((captures / "listings").glob(f"*{ENDING}"))


def read_listing(path: Path) -> Iterator[Capture]:
    """The captures of one listing, each with ``listing`` as ``<file>#<line>`` (the first is 1).

    Raises BrokenWorld if the file or a line of it cannot be read.
    """
    return _read(path, from_line)


def read_offers(path: Path) -> Iterator[Offer]:
    """The same for a listing that a web archive gave: each capture with whom to ask for it."""
    source = str(query_of(path).get("source", ""))
    return _read(path, lambda line, listing: _offer(line, listing, source))


def _read(path: Path, parse: Callable[[str, str], Line]) -> Iterator[Line]:
    number = 0
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                if number == 0 and line.startswith(_META):
                    continue
                number += 1
                yield parse(line[:_LONGEST], f"{path.name}#{number}")
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise BrokenWorld(
            f"the listing {path} cannot be read past line {number}: {error}",
            "Bring it back from a copy; or remove it and run this again, to list anew.",
        ) from error


def query_of(path: Path) -> dict[str, Any]:
    """The query that gave a listing; empty if it does not say."""
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            first = lines.readline(_LONGEST)
        query = json.loads(first.removeprefix(_META)) if first.startswith(_META) else {}
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise BrokenWorld(f"the listing {path} cannot be read: {error}", "Bring it back from a copy.") from error
    return query if isinstance(query, dict) else {}


def to_line(capture: Capture) -> str:
    """A capture as a CDXJ line, without line end."""
    said: dict[str, Any] = {"url": capture.url}
    if capture.mimetype or capture.revisit:
        said["mime"] = capture.mimetype or "warc/revisit"
    if capture.status is not None:
        said["status"] = str(capture.status)
    if capture.digest:
        said["digest"] = capture.digest
    if capture.location:
        said["redirect"] = capture.location
    if capture.revisit:
        said["revisit"] = True
        if capture.refers:
            said["refers"] = capture.refers
    if capture.size is not None and not capture.place:
        said["length"] = str(capture.size)
    if capture.place:
        said["filename"] = capture.place.file
        said["offset"] = str(capture.place.offset)
        if capture.place.length is not None:
            said["length"] = str(capture.place.length)
        if capture.place.part:
            said["part"] = capture.place.part
    return f"{capture.key} {capture.timestamp} {_json(said)}"


def from_line(line: str, listing: str = "") -> Capture:
    """A CDXJ line as a capture. Raises ValueError, KeyError or TypeError if it is none.

    The key is made anew from the URL, so that lines of any server agree. A
    place is taken only from lines of our own (a server's ``filename`` is a
    file of the server's).
    """
    fields, said = _fields(line, listing)
    if "filename" in said and "source" not in said:
        place = _place(said)
        fields |= {"place": place, "payload": None if fields["revisit"] else place, "size": None}
    return Capture(**fields)


def _offer(line: str, listing: str, source: str) -> Offer:
    fields, said = _fields(line, listing)
    there = all(str(said.get(name, "")).isdigit() for name in ("offset", "length")) and "filename" in said
    return Offer(**fields, source=source, record=_place(said) if there else None)


def _place(said: Mapping[str, Any]) -> Place:
    length = said.get("length")
    return Place(str(said["filename"]), int(said["offset"]), int(length) if length else None, said.get("part", ""))


def _fields(line: str, listing: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a Capture that lies nowhere yet, and all that the line says."""
    key, stamp, said_raw = line.rstrip("\r\n").split(" ", 2)
    said = json.loads(said_raw)
    url = str(said["url"])
    mime = said.get("mime")
    status = str(said.get("status", "-"))
    fields = {
        "url": url,
        "key": urls.key(url) or key,
        "when": datetime(*_clock(stamp), tzinfo=UTC),  # type: ignore[misc, arg-type]
        "status": int(status) if re.fullmatch(r"\d{3}", status) else None,
        "mimetype": None if mime in (None, "-", "unk", "warc/revisit") else str(mime).lower(),
        "digest": said.get("digest") if said.get("digest") not in ("-", "") else None,
        "listing": listing,
        "location": said.get("redirect"),
        "revisit": bool(said.get("revisit")) or mime == "warc/revisit",
        "refers": said.get("refers"),
        "size": int(said["length"]) if str(said.get("length", "-")).isdigit() else None,
    }
    return fields, said


def _clock(stamp: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d{14}", stamp):
        raise ValueError(f"no time of 14 digits: {stamp!r}")
    return (int(stamp[:4]), *(int(stamp[i : i + 2]) for i in range(4, 14, 2)))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
