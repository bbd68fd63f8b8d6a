"""What the checks need to know of a record's text: its blocks, its links, its words without markup. Roughly, and fast."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.)*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+\"[^\"]*\")?\s*\)|<(https?://[^\s<>]+)>"
)
_TARGET = re.compile(r"\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+\"[^\"]*\")?\s*\)")
_BARE = re.compile(r"<(https?://[^\s<>]+)>")
_MARKS = re.compile(r"[*_`~\\#>|]+")
_FENCE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)


def blocks(body: str) -> list[str]:
    """Paragraphs, headings and other blocks: what empty lines part."""
    return [block for part in re.split(r"\n\s*\n", body) if (block := part.strip())]


def links(body: str) -> Iterator[tuple[bool, str]]:
    """Whether it is a picture, and the target, of each link."""
    if "](" not in body and "<http" not in body:
        return
    for m in _TARGET.finditer(body):  # begins with letters that are looked for many times as fast as LINK
        opens = body.rfind("[", 0, m.start())
        while opens > 0 and body[opens - 1] == "\\":
            opens = body.rfind("[", 0, opens)
        if opens >= 0:
            yield body[opens - 1 : opens] == "!", m[1]
    if "<http" in body:
        for m in _BARE.finditer(body):
            yield False, m[1]


def bare(text: str) -> str:
    """``text`` without Markdown's marks and the targets of links."""
    if "[" in text or "<" in text:
        text = LINK.sub(lambda m: "" if m[1] else m[2] or m[4] or "", text)
    return _MARKS.sub("", text).strip()


def without_code(body: str) -> str:
    """``body`` without what is quoted as code."""
    return _FENCE.sub("", body) if "`" in body else body


def letters(text: str) -> str:
    """Only letters and digits of ``text``."""
    return re.sub(r"[\W_]+", "", text)
