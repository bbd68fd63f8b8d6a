"""Where a file lies below ``archive/``, from what is in it and nothing else.

Refuses names that some file system would change, fold or reserve: an id is a
file's name only if it is plain, and otherwise a hash stands for it.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date

from backissue.model import Record

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
# Windows keeps these for devices, with any ending and in any folder.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
# What browsers need to show a picture they get from a file server that knows nothing else.
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/jpg": "jpg",
    "image/pjpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/x-icon": "ico",
    "image/tiff": "tif",
    "image/svg+xml": "svg",
    "audio/mpeg": "mp3",
    "video/mp4": "mp4",
    "application/pdf": "pdf",
}
_MAGIC = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"%PDF-", "pdf"),
    (b"BM", "bmp"),
)


def file_name(identity: str) -> str:
    """The id if it may be a file's name everywhere, else ``x-`` and 40 hex digits of its SHA-256."""
    if _PLAIN.fullmatch(identity) and identity not in _DEVICES:
        return identity
    return f"x-{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"


def record_path(record: Record) -> str:
    """The record's file, relative to ``archive/``: by year and month of publication in the outlet's zone."""
    name = f"{file_name(record.id)}.md"
    if record.kind == "page":
        return f"pages/{name}"
    day: date | None = record.published
    return f"articles/{day.year:04}/{day.month:02}/{name}" if day else f"articles/0000/00/{name}"


def revision_path(identity: str, label: str) -> str:
    """An older text's file, relative to ``archive/``; ``label`` is the revision's id, or its 14-digit timestamp."""
    return f"revisions/{file_name(identity)}/{file_name(label)}.md"


def media_path(data: bytes, mimetype: str | None) -> str:
    """Where media lie, relative to ``archive/``: by their digest, with an ending told by their first bytes or type."""
    digest = hashlib.sha256(data).hexdigest()
    return f"media/{digest[:2]}/{digest}.{_ending(data, mimetype)}"


def media_link(file: str, kind: str = "article") -> str:
    """``file`` (relative to ``archive/``) as a record of this kind links to it."""
    return ("../" if kind == "page" else "../../../") + file


def _ending(data: bytes, mimetype: str | None) -> str:
    for magic, ending in _MAGIC:
        if data.startswith(magic):
            return ending
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return "avif"
    return _ENDINGS.get((mimetype or "").partition(";")[0].strip().lower(), "bin")
