"""Foreign front matter, read kindly: YAML, what YAML refuses, TOML and JSON.

What most archives write (one key a line, lists with dashes) is read directly;
other YAML by the archive room's reader; and what that refuses, line by line,
so that one bad character costs one line at most. Values are text, truth, None,
lists and mappings; nothing is resolved to a type.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backissue.archive import yaml

__all__ = ["Matter", "parse", "split"]

_FENCES = {"---": "\n---", "+++": "\n+++"}
_SIMPLE = re.compile(
    r'([A-Za-z_][\w-]*):[ \t]*(?:"([^"\\]*)"|\'([^\'\\]*)\'|([A-Za-z\u3400-\u9fff][^\n:#"\'\[\]{},&*!|>%@`]*?))?[ \t]*'
)
_ITEM = re.compile(r'[ \t]*- +(?:"([^"\\]*)"|([A-Za-z\u3400-\u9fff][^\n:#"\'\[\]{},&*!|>%@`]*?))[ \t]*')
_PLAIN_WORDS = frozenset(["null", "true", "false", "Null", "NULL", "True", "False", "TRUE", "FALSE"])
# What YAML 1.1 (its C0 and C1 controls, lone surrogates and noncharacters) does not let into a stream.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_KEY = re.compile(r"([A-Za-z_][\w -]{0,60}?)[ \t]*:(?:[ \t]+(.*)|)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Matter:
    """Front matter as a mapping. ``refused`` says why YAML would not have it, or is empty; ``lost`` are lines not understood."""

    fields: Mapping[str, Any]
    refused: str = ""
    lost: tuple[str, ...] = ()


def split(text: str) -> tuple[str, str, str] | None:
    """The fence (``---``, ``+++`` or ``{``), the front matter and the rest; None where there is none."""
    start = text[:3]
    if start in _FENCES and text[3:4] in ("\n", " ", "\t"):
        at = text.find("\n") + 1
        if text[3:at].strip():
            return None
        end = text.find(_FENCES[start], at - 1)
        while end >= 0 and text[end + 4 : end + 5] not in ("", "\n", " "):
            end = text.find(_FENCES[start], end + 1)
        if end < 0:
            return None
        line_end = text.find("\n", end + 1)
        return start, text[at : max(end, at)], text[line_end + 1 :] if line_end >= 0 else ""
    if start[:1] == "{":
        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            return None
        return "{", text[:end], text[end:]
    return None


def parse(fence: str, text: str) -> Matter:
    """The mapping in front matter that ``split`` found. Never fails: what cannot be read is in ``lost``."""
    if fence == "{":
        found = json.loads(text)
        return Matter(_texts(found)) if isinstance(found, dict) else Matter({}, lost=(text[:200],))
    if fence == "+++":
        try:
            return Matter(_texts(tomllib.loads(text)))
        except tomllib.TOMLDecodeError as error:
            return Matter({}, f"no TOML: {error}", tuple(text.split("\n")))
    bad = _REFUSED.search(text)
    if (fields := _simply(text)) is not None:
        return Matter(fields, f"it has the character U+{ord(bad.group()):04X}" if bad else "")
    if bad is None:
        try:
            return Matter(yaml.load(text))
        except yaml.Unreadable as error:
            return _by_line(text, str(error))
    return _by_line(text, f"it has the character U+{ord(bad.group()):04X}")


def _simply(text: str) -> dict[str, Any] | None:
    """One key a line and lists with dashes, quoted without escapes or plain words; None where there is anything else."""
    fields: dict[str, Any] = {}
    items: list[Any] | None = None
    for line in text.split("\n"):
        if line[:1] in (" ", "-", "\t"):
            found = _ITEM.fullmatch(line)
            if items is None or not found:
                return None
            value = found[1] if found[1] is not None else found[2]
            if found[1] is None and value in _PLAIN_WORDS:
                return None
            items.append(value)
            continue
        if not line:
            continue
        found = _SIMPLE.fullmatch(line)
        if not found or found[1] in fields:
            return None
        key, double, single, plain = found.groups()
        if double is None and single is None and plain is None:
            items = fields[key] = []
            continue
        if plain in _PLAIN_WORDS:
            return None
        items = None
        fields[key] = double if double is not None else single if single is not None else plain
    return {key: value if value != [] else None for key, value in fields.items()}


def _by_line(text: str, why: str) -> Matter:
    """Every key whose line can be made sense of."""
    fields: dict[str, Any] = {}
    lost = []
    last = ""
    for line in text.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item = line.lstrip()
        if item.startswith("- ") and last:
            held = fields[last]
            if not isinstance(held, list):
                held = fields[last] = [] if held is None else [held]
            held.append(_value(item[2:]))
            continue
        found = _KEY.match(line)
        if found and found[1] not in fields:
            last = found[1].rstrip()
            fields[last] = _value(found[2] or "")
        elif last and line[:1] in " \t" and isinstance(fields[last], str):
            fields[last] = f"{fields[last]} {line.strip()}".strip()
        else:
            lost.append(line)
    return Matter(fields, why, tuple(lost))


def _value(text: str) -> Any:
    text = text.strip()
    try:
        return yaml.load(f"v: {text}")["v"]
    except (yaml.Unreadable, KeyError):
        pass
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        inner = text[1:-1]
        return inner.replace('\\"', '"').replace("\\\\", "\\") if text[0] == '"' else inner.replace("''", "'")
    if text.startswith("[") and text.endswith("]"):
        return [part.strip().strip("\"'") for part in text[1:-1].split(",") if part.strip()]
    return text.lstrip("\"'") or None


def _texts(value: Any) -> Any:
    """Numbers and times as the text that stands for them."""
    if isinstance(value, dict):
        return {str(key): _texts(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_texts(held) for held in value]
    if value is None or isinstance(value, (bool, str)):
        return value
    return value.isoformat(" ") if hasattr(value, "hour") else str(value)
