"""Two texts compared word by word: what was added and what was taken away.

Chinese is compared by character, other scripts by word; paragraphs are aligned
first, so that a long article costs what its changes cost. Texts too different or
too long to compare in a moment are shown as one removed and one added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import escape

__all__ = ["compare", "paragraphs"]

_TOKEN = re.compile(r"[A-Za-z0-9\u00c0-\u024f'’]+|\s+|.", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MOST = 4_000_000
"""Tokens of one side times tokens of the other: above it a comparison takes more than a second or two."""


def paragraphs(markdown: str) -> list[str]:
    """The text's paragraphs, links and pictures as their words."""
    plain = _LINK.sub(r"\1", _PICTURE.sub(r"\1", markdown))
    return [p for part in re.split(r"\n\s*\n", plain) if (p := " ".join(part.split()))]


def compare(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The paragraphs of both as safe HTML, with ``ins`` and ``del`` around what differs."""
    if len(old) * len(new) > _MOST:
        yield from _whole(old, "del")
        yield from _whole(new, "ins")
        return
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (f"<p>{escape(p)}</p>" for p in new[c:d])
        elif what == "replace" and b - a == d - c:
            yield from (f"<p>{_words(x, y)}</p>" for x, y in zip(old[a:b], new[c:d], strict=True))
        elif what == "replace":
            yield f"<p>{_words(' '.join(old[a:b]), ' '.join(new[c:d]))}</p>"
        else:
            yield from _whole(old[a:b], "del")
            yield from _whole(new[c:d], "ins")


def _whole(texts: Sequence[str], mark: str) -> Iterator[str]:
    yield from (f"<p><{mark}>{escape(p)}</{mark}></p>" for p in texts)


def _words(old: str, new: str) -> str:
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    made = [escape("".join(a[:start]))]
    if len(left) * len(right) > _MOST:
        made += [_mark("del", left), _mark("ins", right)]
    else:
        for what, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            if what == "equal":
                made.append(escape("".join(left[i:j])))
            else:
                made += [_mark("del", left[i:j]), _mark("ins", right[k:m])]
    made.append(escape("".join(a[len(a) - end :])))
    return "".join(made)


def _mark(name: str, tokens: Sequence[str]) -> str:
    return f"<{name}>{escape(''.join(tokens))}</{name}>" if tokens else ""
