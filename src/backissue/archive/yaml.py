"""One line of YAML for one value, and back: the dialect of our front matter.

What is written here, YAML 1.1 and 1.2 readers understand alike: a string is
plain only if no reader could take it for anything else. What is read may come
from a person's editor: all of YAML but aliases, anchors, tags and more than
one document; depth and size are capped, so that a file of 200 bytes cannot
become a gigabyte. Refuses to guess types: a plain ``yes`` or ``2021-02-11``
comes back as those letters, and only ``null``, ``true`` and ``false`` differ.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import yaml

from backissue.model import Backissue

DEPTH = 16
"""Deepest nesting that is read; a record of ours nests three."""
SIZE = 4 << 20
"""Longest front matter that is read, in characters; the longest seen in the wild has 9,000."""

# What no YAML stream may hold raw, or what a reader may treat as a line's end.
_SPECIAL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_SPECIALS = re.compile(f"[{_SPECIAL}]")
_FIRST = rf"[A-Za-z_/(\u00a1-\U0010ffff](?<![{_SPECIAL}\s])"
_BEGINS = re.compile(_FIRST)
_FLOWS = re.compile(r"[,\[\]{}:?]")
_TIME = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{6})?(?:Z|[+-]\d\d:\d\d))?"
_STAMP = re.compile(_TIME)
# YAML 1.1's words for truth, nothing and numbers, in any case: quoted when they are strings.
_WORD = re.compile(r"y|yes|n|no|on|off|true|false|null|none|nan|inf|infinity", re.IGNORECASE)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_CONSTANTS: dict[str, bool | None] = {"null": None, "true": True, "false": False}

_TOKEN = re.compile(
    rf"(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<comma>, )|(?P<key>[a-z_][a-z0-9_]*): "
    rf"|(?P<single>'(?:[^'{_SPECIAL}]|'')*')"
    rf'|(?P<double>"(?:[^"\\{_SPECIAL}]|\\["\\/bfnrt]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{{4}})*")'
    rf"|(?P<stamp>{_TIME}|0|[1-9]\d{{0,17}})(?=[,\]}}])|(?P<plain>{_FIRST}[^{_SPECIAL},\[\]{{}}:?]*(?<!\s))(?=[,\]}}])"
)

# What nearly every line of ours is: one quoted word, or a flat collection of words without commas in quotes. A collection
# is split at its commas, and left to the tokens if a piece is no such word: a tenth of the cost of looking for tokens.
_QUOTED = re.compile(rf"'(?:[^'{_SPECIAL}]|'')*'")
_ATOM = re.compile(rf"{_FIRST}[^{_SPECIAL},\[\]{{}}:?]*(?<!\s)|'[^'{_SPECIAL},\[\]{{}}]*'|{_TIME}|0|[1-9]\d{{0,17}}")
_KEY = re.compile("[a-z_][a-z0-9_]*")


class Unreadable(Backissue):
    """Text that is not front matter, or more of it than is read."""


class _NotOurs(Exception):  # noqa: N818  (never leaves this module)
    """Perhaps YAML, but not as written here: read it the slow way."""


def scalar(text: str, *, flow: bool = False) -> str:
    """``text`` as YAML on one line, quoted only where some reader would need it."""
    return _short(text, flow=flow) if len(text) < _OFTEN else _scalar(text, flow=flow)


def _scalar(text: str, *, flow: bool) -> str:
    if _plain(text) and not _WORD.fullmatch(text) and not (flow and _FLOWS.search(text)):
        return text
    if not _SPECIALS.search(text):
        return "'" + text.replace("'", "''") + "'"
    quoted = json.dumps(text, ensure_ascii=False)
    return _SPECIALS.sub(lambda m: f"\\u{ord(m.group()):04x}", quoted)


_OFTEN = 40
"""Characters below which a string is likely to come again: names, tags, codes."""
_short = functools.lru_cache(maxsize=4096)(_scalar)


def _plain(text: str) -> bool:
    """Whether ``text`` may stand outside a collection as it is, words of YAML aside."""
    return bool(
        _BEGINS.match(text)
        and not _SPECIALS.search(text)
        and ": " not in text
        and " #" not in text
        and text[-1] != ":"
        and not text[-1].isspace()
    )


def stamp(when: date | datetime) -> str:
    """A date, or a time with its zone, as YAML's own type, to be read by any reader: ``Z`` for UTC."""
    if not isinstance(when, datetime):
        return when.isoformat()
    offset = when.utcoffset()
    assert offset is not None, "a time without a zone cannot get into a record"
    if offset.total_seconds() % 60:  # local mean time: YAML knows no seconds in a zone
        from datetime import UTC

        when = when.astimezone(UTC)
        offset = when.utcoffset()
    text = when.isoformat()
    return text[:-6] + "Z" if not offset else text


def dump(value: object, *, flow: bool = False) -> str:
    """A value as YAML on one line: strings, truth, None, dates, sequences and mappings of these."""
    if isinstance(value, str):
        return scalar(value, flow=flow)
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join([dump(v, flow=True) for v in value]) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return stamp(value)
    if isinstance(value, (dict, Mapping)):
        return "{" + ", ".join([f"{scalar(k, flow=True)}: {dump(v, flow=True)}" for k, v in value.items()]) + "}"
    if isinstance(value, Sequence):
        return dump(tuple(value))
    raise TypeError(f"no YAML for {type(value).__name__}")


def load(text: str) -> dict[str, Any]:
    """The mapping that ``text`` holds; values are str, bool, None, lists and dicts of these.

    Lines as written by ``dump`` are read 10 times faster than other YAML; the
    answer is the same. Raises Unreadable, with the line, for anything else.
    """
    if len(text) > SIZE:
        raise Unreadable(f"front matter of {len(text)} characters is longer than the {SIZE} that are read")
    try:
        return _quick(text)
    except _NotOurs:
        return _full(text)


def _quick(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in text.split("\n"):
        key, colon, value = line.partition(": ")
        if not colon:
            if not line:
                continue
            raise _NotOurs
        if key in found or not (key.isidentifier() and key.isascii()):
            raise _NotOurs
        found[key] = _value(value)
    if text and not found:
        raise _NotOurs
    return found


def _value(text: str) -> Any:
    match text[:1]:
        case "'" if _QUOTED.fullmatch(text):
            return text[1:-1].replace("''", "'")
        case "[" | "{" if (flat := _flat(text)) is not None:
            return flat
        case "'" | '"' | "[" | "{":
            tokens = _tokens(text)
            value = _node(next(tokens, ("", "")), tokens, 0)
            if next(tokens, None) is not None:
                raise _NotOurs
            return value
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _plain(text) or _STAMP.fullmatch(text):
        return text
    raise _NotOurs


def _flat(text: str) -> Any:
    """A list of words, a mapping of words, or a list of those; None if it is anything else."""
    if " #" in text:
        return None
    if text.startswith("[{") and text.endswith("}]"):
        found = [_pairs(item) for item in text[2:-2].split("}, {")]
        return None if None in found else found
    if text[-1] == "}" and text[0] == "{":
        return _pairs(text[1:-1])
    if text[-1] == "]" and text[0] == "[":
        items = text[1:-1].split(", ")
        return [_atom(item) for item in items] if all(map(_ATOM.fullmatch, items)) else None
    return None


def _pairs(text: str) -> dict[str, Any] | None:
    pairs: dict[str, Any] = {}
    for item in text.split(", "):
        key, _, value = item.partition(": ")
        if key in pairs or key in _CONSTANTS or not _KEY.fullmatch(key) or not _ATOM.fullmatch(value):
            return None
        pairs[key] = _atom(value)
    return pairs


def _atom(text: str) -> str | bool | None:
    return text[1:-1] if text[0] == "'" else _CONSTANTS.get(text, text)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(text)
    while at < end:
        m = _TOKEN.match(text, at)
        if not m or not m.lastgroup or (m.lastgroup == "plain" and " #" in m["plain"]):
            raise _NotOurs
        yield m.lastgroup, m[m.lastgroup]
        at = m.end()


def _node(token: tuple[str, str], tokens: Iterator[tuple[str, str]], depth: int) -> Any:
    kind, text = token
    if kind == "single":
        return text[1:-1].replace("''", "'")
    if kind == "plain":
        return _CONSTANTS.get(text, text)
    if kind == "double":
        return json.loads(text)
    if kind == "stamp":
        return text
    if kind != "open" or depth > DEPTH:
        raise _NotOurs
    close = "]" if text == "[" else "}"
    items: list[Any] = []
    pairs: dict[str, Any] = {}
    token = next(tokens, ("", ""))
    if token == ("close", close):
        return items if text == "[" else pairs
    while True:
        if text == "[":
            items.append(_node(token, tokens, depth + 1))
        else:
            kind, key = token
            if kind != "key" or key in pairs or key in _CONSTANTS:
                raise _NotOurs
            pairs[key] = _node(next(tokens, ("", "")), tokens, depth + 1)
        after = next(tokens, ("", ""))
        if after == ("close", close):
            return items if text == "[" else pairs
        if after[0] != "comma":
            raise _NotOurs
        token = next(tokens, ("", ""))


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _full(text: str) -> dict[str, Any]:
    """Any YAML that is one plain mapping, from the parser's events, which need no recursion."""
    root: list[Any] = []
    stack: list[list[Any]] = [root]  # mappings are gathered as flat lists of keys and values
    documents = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            where = f"line {event.start_mark.line + 1}" if event.start_mark else "an unknown line"
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Unreadable(f"front matter has a YAML alias or anchor ({where}), which is not read")
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Unreadable(f"front matter has more than one YAML document ({where})")
            elif isinstance(event, yaml.ScalarEvent):
                if event.tag not in (None, "!"):
                    raise Unreadable(f"front matter has a YAML tag ({where}), which is not read")
                stack[-1].append(_resolve(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                if event.tag not in (None, "!"):
                    raise Unreadable(f"front matter has a YAML tag ({where}), which is not read")
                if len(stack) > DEPTH:
                    raise Unreadable(f"front matter nests deeper than {DEPTH} ({where})")
                stack.append([])
            elif isinstance(event, yaml.SequenceEndEvent):
                done = stack.pop()
                stack[-1].append(done)
            elif isinstance(event, yaml.MappingEndEvent):
                flat = stack.pop()
                stack[-1].append({_name(k): v for k, v in zip(flat[::2], flat[1::2], strict=True)})
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        raise Unreadable(f"front matter is no YAML: {where}{getattr(error, 'problem', None) or error}") from error
    value = root[0] if root else {}
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Unreadable("front matter is not a mapping of keys to values")
    return value


def _resolve(event: yaml.ScalarEvent) -> str | bool | None:
    value: str = event.value
    if event.implicit[0]:
        if value in _NULLS:
            return None
        if value in ("true", "false"):
            return value == "true"
    return value


def _name(key: object) -> str:
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool):
        return dump(key)
    raise Unreadable("front matter has a key that is a list or a mapping")
