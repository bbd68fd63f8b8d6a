"""Lines for a terminal: text wrapped by the columns it takes, where Chinese takes two a character.

A line may end after any wide character, but none begins with a mark that closes
and none ends with one that opens (the common part of CLREQ and JIS X 4051). A
word is broken only if it is longer than a line, an address never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

__all__ = ["COLUMNS", "width", "wrap"]

COLUMNS = 72
"""RFC 3676 asks for no more than 78 columns; 72 leaves room for a quotation's marks."""

_NO_START = frozenset(
    "、。，．：；？！）］｝〕〉》」』】〗〙’”…‥—～·‧％℃,.:;?!)]}%々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NO_END = frozenset("（［｛〔〈《「『【〖〘‘“([{$￥＄£#＃@")
_PART = re.compile(r"\s+|[^\s\u1100-\u11ff\u2e80-\uffdc\U0001f000-\U0003ffff]+|.", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def width(text: str) -> int:
    """Columns that ``text`` takes in a terminal."""
    return cell_len(text)


def wrap(text: str, columns: int = COLUMNS, indent: str = "", first: str | None = None) -> str:
    """``text`` as lines of at most ``columns``, each behind ``indent``; the first behind ``first`` if that is given.

    Runs of white space are one space.
    """
    lines: list[str] = []
    line, taken, room, gap = "", 0, columns - width(indent if first is None else first), 0
    for piece in _pieces(" ".join(text.split())):
        if piece == " ":
            gap = 1 if line else 0
            continue
        size = width(piece)
        if line and taken + gap + size > room:
            lines.append(line)
            line, taken, gap, room = "", 0, 0, columns - width(indent)
        while size > room and not line and not _ADDRESS.match(piece):
            cut = _cut(piece, room)
            lines.append(piece[:cut])
            piece, room = piece[cut:], columns - width(indent)
            size = width(piece)
        line += " " * gap + piece
        taken, gap = taken + gap + size, 0
    if line or not lines:
        lines.append(line)
    starts = [indent if first is None else first, *([indent] * (len(lines) - 1))]
    return "\n".join(start + line for start, line in zip(starts, lines, strict=True))


def _pieces(text: str) -> Iterator[str]:
    """Spaces, and what may not be parted: words, and wide characters with the marks that cling to them."""
    held = ""
    for part in _PART.findall(text):
        if part.isspace():
            if held:
                yield held
            held = ""
            yield " "
        elif held and (part[0] in _NO_START or held[-1] in _NO_END or (not _wide(part[0]) and not _wide(held[-1]))):
            held += part
        else:
            if held:
                yield held
            held = part
    if held:
        yield held


def _wide(character: str) -> bool:
    return width(character) > 1


def _cut(piece: str, room: int) -> int:
    """How many characters fit into ``room`` columns, one at least."""
    taken = 0
    for at, character in enumerate(piece):
        taken += width(character)
        if taken > room and at:
            return at
    return len(piece)
