"""Writes an outlet as an ``outlet.toml`` that a person can read and correct.

Reading back what is written gives the same outlet. ``comments`` carry the
evidence, each above the line it speaks of. Refuses to keep comments of a file
that is there already: a person's file is not ours to rewrite.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from backissue.model import Outlet

__all__ = ["dumps", "toml"]

_WIDE = 110
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def dumps(outlet: Outlet, comments: Mapping[str, Sequence[str]] | None = None) -> str:
    """``outlet`` as TOML. ``comments`` name a place (``""`` the top, ``timezone``, ``page.0``, ``picks.title``,
    ``era.1``, ``era.1.body``, ``end``) and give the lines to write there, without ``#``.
    """
    said = comments or {}
    out: list[str] = []

    def note(place: str) -> None:
        out.extend(f"# {line}".rstrip() for text in said.get(place, ()) for line in text.splitlines() or [""])

    def put(place: str, key: str, value: Any) -> None:
        if value is None or value in ((), {}):
            return
        note(place)
        out.append(f"{key} = {toml(value)}")

    note("")
    if out:
        out.append("")
    put("name", "name", outlet.name)
    put("hosts", "hosts", outlet.hosts)
    for key in ("language", "timezone", "closed", "rights", "dates", "sections", "places", "drop", "cut"):
        put(key, key, getattr(outlet, key))
    for kind, tables, keys in (
        ("page", outlet.pages, ("kind", "match", "id")),
        ("card", outlet.cards, ("block", "link", "title", "date", "byline")),
    ):
        for i, table in enumerate(tables):
            out.append("")
            note(f"{kind}.{i}")
            out.append(f"[[{kind}]]")
            for key in keys:
                held = getattr(table, key)
                put(f"{kind}.{i}.{key}", key, None if key == "id" and held == "{id}" else held)
    for name, table in (("picks", outlet.picks), ("clean", outlet.clean)):
        if table:
            out.append("")
            note(name)
            out.append(f"[{name}]")
            for key, value in table.items():
                put(f"{name}.{key}", key, value)
    for i, era in enumerate(outlet.eras):
        out.append("")
        note(f"era.{i}")
        out.append("[[era]]")
        put(f"era.{i}.note", "note", era.note or None)
        for key in ("has", "body", "drop", "cut"):
            put(f"era.{i}.{key}", key, getattr(era, key))
        for name, table in (("picks", era.picks), ("clean", era.clean)):
            if table:
                note(f"era.{i}.{name}")
                out.append(f"[era.{name}]")
                for key, value in table.items():
                    put(f"era.{i}.{name}.{key}", key, value)
    if said.get("end"):
        out.append("")
        note("end")
    return "\n".join(out) + "\n"


def toml(held: Any) -> str:
    """A TOML value: text, numbers, dates, lists, and mappings as inline tables."""
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, Mapping):
        return "{ " + ", ".join(f"{_key(k)} = {toml(v)}" for k, v in held.items()) + " }" if held else "{}"
    if isinstance(held, str):
        return _text(held)
    if isinstance(held, (list, tuple)):
        one = f"[{', '.join(toml(v) for v in held)}]"
        return one if len(one) <= _WIDE else "[\n" + "".join(f"  {toml(v)},\n" for v in held) + "]"
    return held.isoformat() if isinstance(held, date) else str(held)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(value: str) -> str:
    """A basic string; a literal one where backslashes or quotes would make it hard to read."""
    if ("\\" in value or '"' in value) and "'" not in value and all(c >= " " and c != "\x7f" for c in value):
        return f"'{value}'"
    return (
        '"' + "".join(_ESCAPES.get(c) or (c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}") for c in value) + '"'
    )
