"""The beginning of an article, as it stands under its headline: its first paragraph, cut where a sentence ends.

A first paragraph that is no more than a place or a name takes the next one with
it. Headings, pictures, tables and quotations are no beginning.
"""

from __future__ import annotations

import re

from backissue.publish.render.body import plain

__all__ = ["beginning"]

_BLOCKS = re.compile(r"\n\s*\n")
_NOT_TEXT = ("#", "![", "|", ">", "```", "[^", "---", "***")
_STOPS = "。！？!?…"
_CLOSERS = "」』）〉》】”’)\"'"
_ENOUGH = 0.3
"""A beginning shorter than this part of the room goes on with the next paragraph: swept .2 to .6 on a made paper, read by eye."""


def beginning(markdown: str, room: int) -> str:
    """At most ``room`` characters of text (and a closing mark or two), without marks of Markdown, on one line."""
    text = ""
    for block in _BLOCKS.split(markdown[: room * 12]):
        block = block.strip()
        if not block or block.startswith(_NOT_TEXT):
            continue
        more = plain(block, len(block) + 1)
        text += (" " if text and text[-1].isascii() else "") + more
        if len(text) >= room * _ENOUGH:
            break
    if len(text) <= room:
        return text
    for at in range(room, int(room * 0.5), -1):
        ends = text[at - 1] in _STOPS or (text[at - 1] == "." and text[at : at + 1].isspace())
        if ends:
            while at < len(text) and text[at] in _CLOSERS:
                at += 1
            return text[:at]
    cut = text[:room]
    if cut[-1].isascii() and text[room].isascii() and " " in cut[room // 2 :]:
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ，、；：,;:") + "…"
