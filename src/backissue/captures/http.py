"""The head of a captured HTTP answer, read as leniently as browsers do.

Knows no sockets and no bodies: those are ``opening``'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Head", "fields", "head", "text"]

_BLANK = re.compile(rb"\r*\n\r*\n")
_STATUS = re.compile(rb"[A-Za-z]{2,8}(?:/[\d.]+)?[ \t]+(\d{3})(?!\d)")
_LINES = re.compile(rb"\r*\n")


@dataclass(frozen=True, slots=True)
class Head:
    """Status line and headers; ``size`` is where the body begins, ``status`` None if unreadable."""

    status: int | None
    headers: tuple[tuple[str, str], ...]
    size: int

    def get(self, name: str) -> str | None:
        """The first header called ``name`` (any case), or None."""
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), None)

    def all(self, name: str) -> list[str]:
        """Every header called ``name``, in order."""
        name = name.lower()
        return [value for key, value in self.headers if key.lower() == name]


def head(block: bytes) -> Head | None:
    """The head at the beginning of ``block``, or None if it is no HTTP answer.

    Bare line feeds, a missing reason, missing colons and folded lines are
    taken; a head that never ends is one whose body is empty.
    """
    if not block[:5].upper().startswith((b"HTTP/", b"HTTP ", b"ICY ")):
        return None
    end = _BLANK.search(block)
    size = end.end() if end else len(block)
    first, *rest = _LINES.split(block[: end.start() if end else len(block)])
    status = _STATUS.match(first)
    return Head(int(status[1]) if status else None, fields(rest)[0], size)


def fields(lines: list[bytes]) -> tuple[tuple[tuple[str, str], ...], int]:
    """``Name: value`` lines as pairs, folded lines joined; and how many lines were neither."""
    pairs: list[tuple[str, str]] = []
    odd = 0
    for line in lines:
        if line[:1] in (b" ", b"\t"):
            if pairs:
                name, value = pairs[-1]
                pairs[-1] = (name, f"{value} {text(line.strip())}".strip())
            elif line.strip():
                odd += 1
            continue
        raw, colon, value_raw = line.partition(b":")
        if colon and raw.strip():
            pairs.append((text(raw.strip()), text(value_raw.strip())))
        elif line.strip():
            odd += 1
    return tuple(pairs), odd


def text(raw: bytes) -> str:
    """Header bytes as text: UTF-8, else Latin-1, which holds anything."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
