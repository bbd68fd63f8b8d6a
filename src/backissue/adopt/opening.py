"""One file of a foreign archive, opened: its fields under our names, and its text in the right code page.

Knows one file and nothing of the others. Refuses files without front matter:
they are kept, and are no records.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from backissue.adopt import garbled, markup, matter
from backissue.adopt.profiles import Profile
from backissue.adopt.shields import plain_mail

__all__ = ["Foreign", "Opened", "cleaned", "open_file"]

_NUMBER = re.compile(r"(\d+)\D*$")
_DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.+)")
_SIGNED = b"\xef\xbe"
"""What every sign-extended byte of 80 to BF begins with, in UTF-8: looked for many times as fast as in letters."""
_TEXTUAL = ("title", "author", "category")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A foreign record. ``fields`` are under our names, to the letter; ``body`` has LF line ends.

    ``names`` are what its id may be, best first. ``refused`` says why its front
    matter is no YAML. ``codec`` names the wrong code page that was undone,
    ``signs`` the runs of sign-extended bytes that were.
    """

    path: str
    fields: Mapping[str, Any]
    body: str
    names: tuple[str, ...]
    refused: str = ""
    lost: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    codec: str = ""
    signs: tuple[tuple[str, str], ...] = ()

    def text(self, field: str) -> str | None:
        """A field as text: a list's first item; None if it is absent or no text."""
        value = self.fields.get(field)
        if isinstance(value, list):
            value = next((item for item in value if isinstance(item, str)), None)
        if isinstance(value, dict):
            value = value.get("name")
        return value if isinstance(value, str) else None

    def texts(self, field: str) -> tuple[str, ...] | None:
        """A field as several texts; None if it is absent."""
        value = self.fields.get(field)
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        if isinstance(value, list):
            return tuple(item for item in value if isinstance(item, str))
        return None


@dataclass(frozen=True, slots=True)
class Opened:
    """A foreign record whose text was made Markdown of ours. ``foreign`` has no body any more.

    ``stamps`` counts the 14 digits of a web archive's prefixes that were undone.
    """

    foreign: Foreign
    text: markup.Text
    stamps: Counter[str]


def cleaned(foreign: Foreign) -> Opened:
    """The record with its text cleaned: the dearest part of reading, which learning needs as well."""
    body, stamps = markup.plain_addresses(plain_mail(foreign.body) if "mail" in foreign.body else foreign.body)
    return Opened(replace(foreign, body=""), markup.clean(body), stamps)


def open_file(data: bytes, path: str, profile: Profile | None) -> Foreign | None:
    """The record in ``data``; None if it has no front matter. Without ``profile`` keys stay as they are.

    Bytes that are no UTF-8 are read as U+FFFD.
    """
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = matter.split(text)
    if parts is None:
        return None
    fence, front, body = parts
    read = matter.parse(fence, front)
    if profile is None:
        return Foreign(path, read.fields, body, (), read.refused, read.lost)
    fields, unknown = _ours(read.fields, profile)
    names, day = _names(path, fields, profile)
    if day and not fields.get("date"):
        fields["date"] = day
    codec = ""
    signs: tuple[tuple[str, str], ...] = ()
    if not text.isascii():
        codec = garbled.codec_of(body, str(fields.get("title") or ""))
        if codec:
            body = garbled.undone(body, codec)
            fields |= {k: garbled.undone(v, codec) for k, v in fields.items() if k in _TEXTUAL and isinstance(v, str)}
            if tags := fields.get("tags"):
                fields["tags"] = [garbled.undone(tag, codec) for tag in tags if isinstance(tag, str)]
        if codec or _SIGNED in data:
            body, signs = garbled.signs_undone(body)
    return Foreign(path, fields, body, names, read.refused, read.lost, unknown, codec, signs)


def _ours(fields: Mapping[str, Any], profile: Profile) -> tuple[dict[str, Any], tuple[str, ...]]:
    out: dict[str, Any] = {}
    used = set()
    for ours, theirs in profile.keys.items():
        for key in theirs:
            if key in fields and ours not in out:
                out[ours] = fields[key]
                used.add(key)
    return out, tuple(sorted(key for key in fields if key not in used and key not in profile.ignored))


def _names(path: str, fields: Mapping[str, Any], profile: Profile) -> tuple[tuple[str, ...], str]:
    """What the record may be called, best first: its id, its file's number, its file's name, its path; and a day in the name."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    if stem in ("index", "_index", "README"):
        stem = folder.rpartition("/")[2] or stem
    day = ""
    if profile.dated and (found := _DATED.fullmatch(stem)):
        day, stem = found[1], found[2]
    names = []
    if isinstance(given := fields.get("id"), str) and given.strip():
        names.append(given.strip())
    if not profile.dated and (number := _NUMBER.search(stem)) and len(number[1]) >= 2:
        names.append(number[1].lstrip("0") or "0")
    names += [stem.lower(), path]
    return tuple(names), day
