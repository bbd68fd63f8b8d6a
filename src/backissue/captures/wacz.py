"""WACZ files: a zip of WARC files, walked member by member without unpacking anything to disk by name.

Stored members (what the standard asks for) are read in place. Deflated ones
are unpacked to a nameless temporary file, within limits. A zip whose directory
is lost is still searched for records: they lie in it as they are.
"""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from backissue.captures.tape import Limits, Slice, Tape
from backissue.captures.walk import Damage, Found, walk_tape
from backissue.model import Place

__all__ = ["is_warc", "member", "walk"]

_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")


def is_warc(name: str) -> bool:
    """Whether a member's name says that it holds records."""
    return name.lower().endswith(_ENDINGS)


def walk(file: BinaryIO, name: str, limits: Limits) -> Iterator[Found | Damage]:
    """Every record of every WARC member; a damage for a member that cannot be read, or a zip that is none."""
    size = file.seek(0, 2)
    try:
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if is_warc(info.filename)]
            count = len(archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        yield Damage(
            Place(name, 0), "zip", f"The WACZ's directory cannot be read ({error}); it was searched for records."
        )
        yield from walk_tape(Tape(file, size, limits), name, searching=True)
        return
    if count > limits.members:
        yield Damage(
            Place(name, 0), "bomb", f"The WACZ holds {count:,} members; only {limits.members:,} are looked at."
        )
        members = members[: limits.members]
    if not members:
        yield Damage(Place(name, 0), "no-record", "The WACZ holds no WARC file.")
    covered = 0
    for info in sorted(members, key=lambda member: member.header_offset):
        where = Place(name, 0, None, info.filename)
        if info.header_offset < covered:
            yield Damage(where, "bomb", "This member of the WACZ overlaps another; it was left alone.")
            continue
        covered = info.header_offset + info.compress_size
        try:
            part, sound = _open(file, info, limits)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            zlib.error,
            EOFError,
        ) as error:
            yield Damage(where, "zip", f"This member of the WACZ cannot be read: {error}.")
            continue
        with closing(part):
            if not sound:
                yield Damage(
                    where, "crc", "The zip's checksum of this member is wrong: something in it changed.", held=True
                )
            if part.size == 0:
                yield Damage(where, "empty", "This member of the WACZ is empty.")
                continue
            yield from walk_tape(Tape(part, part.size, limits), name, info.filename)


def member(path: Path, name: str, limits: Limits) -> Slice:
    """One member as a file of its own; raises KeyError or what zipfile raises."""
    file = path.open("rb")
    try:
        with zipfile.ZipFile(file) as archive:
            info = archive.getinfo(name)
        part, _ = _open(file, info, limits, check=False)
    except BaseException:
        file.close()
        raise
    if part.owned:
        file.close()
        return part
    return part.keeping()


def _open(file: BinaryIO, info: zipfile.ZipInfo, limits: Limits, *, check: bool = True) -> tuple[Slice, bool]:
    if info.flag_bits & 1:
        raise zipfile.BadZipFile("it is encrypted")
    if info.compress_type == zipfile.ZIP_STORED:
        file.seek(info.header_offset)
        head = file.read(30)
        if head[:4] != b"PK\x03\x04":
            raise zipfile.BadZipFile("its header is not where the directory says")
        start = info.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        part = Slice(file, start, info.compress_size)
        crc = info.CRC
        if check:
            crc = 0
            while data := part.read(1 << 20):
                crc = zlib.crc32(data, crc)
            part.seek(0)
        return part, crc == info.CRC
    if limits.burst(info.compress_size, info.file_size):
        raise zipfile.BadZipFile(f"it unpacks from {info.compress_size:,} to {info.file_size:,} bytes")
    spool: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as its reader)
    sound, length = True, 0
    with zipfile.ZipFile(file) as archive, archive.open(info) as packed:
        try:
            while data := packed.read(1 << 20):
                length += len(data)
                if limits.burst(info.compress_size, length):
                    spool.close()
                    raise zipfile.BadZipFile("it unpacks to more than it says")
                spool.write(data)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            if not length or spool.closed:
                spool.close()
                raise
            sound = False
    return Slice(spool, 0, length, owned=True), sound
