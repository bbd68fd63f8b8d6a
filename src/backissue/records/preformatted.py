"""Prose in ``<pre>``, as letters and the first pages of papers have it: the lines of plain text as blocks.

An empty line parts paragraphs, ``>`` quotes, ``-`` and ``1.`` list, a row of signs below a line makes it a heading and
alone is a rule. Refuses listings of programs, which stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from backissue.records.blocks import Block
from backissue.text import markdown
from backissue.text.markdown import BREAK
from backissue.text.tree import Element

__all__ = ["blocks", "is_prose"]

_RULE = re.compile(r"^(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,}|－{3,}|＝{3,}|─{3,}|—{4,})$")
_QUOTE = re.compile(r"^\\?>\s?")
_ITEM = re.compile(r"^(?:(\d{1,2})\\?[.)]|\\?[-*+•·])\s+(?=\S)")
_SENTENCE = re.compile(r"^(?:\S+ +){7,}\S*[.!?][\"')”’]*$|[a-z]{2}[.!?] +[A-Z][a-z]* [a-z]", re.MULTILINE)
_CODE = re.compile(r"[;{}\\]\s*$", re.MULTILINE)
_ENDS = re.compile(r"[。！？!?.」』”]$")


def is_prose(node: Element) -> bool:
    """Whether a ``<pre>`` holds what people read: words of another script than ASCII, or sentences and no lines of a program."""
    if node.select_one("code, samp, kbd") is not None:
        return False
    words = node.text
    if not words.isascii():
        return True
    lines = sum(1 for line in words.split("\n") if line.strip())
    return _SENTENCE.search(words) is not None and len(_CODE.findall(words)) <= 0.05 * lines


def blocks(text: str) -> list[Block]:
    """The blocks of lines of inline Markdown, ``BREAK`` between them."""
    out: list[Block] = []
    lines = [line.strip(" \t\r\n\u3000") for line in text.split(BREAK)]
    indents = [line[:1] in " \t\u3000" for line in text.split(BREAK)]
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end] and _kind(lines[end]) == _kind(lines[at]):
            if end > at and indents[end] and lines[at] and not indents[at] and _kind(lines[at]) == "p":
                break  # an indent begins a paragraph
            end += 1
        if not lines[at]:
            at += 1
            continue
        run, kind = lines[at:end], _kind(lines[at])
        boxed = at > 0 and _kind(lines[at - 1]) == "rule"
        if kind == "rule":
            out.append(Block("rule", "---"))
        elif kind == "quote":
            out.append(Block("quote", markdown.quote("\n\n".join(_paragraphs([_QUOTE.sub("", x) for x in run])))))
        elif kind == "list":
            out.append(_list(run))
        elif end < len(lines) and len(run) == 1 and not boxed and _underlines(lines[end], run[0]):
            out.append(Block("h", run[0], level=2))
            end += 1
        else:
            out += [Block("p", words) for words in _paragraphs(run)]
        at = end
    return out


def _kind(line: str) -> str:
    if _RULE.match(line.replace("\\", "")):
        return "rule"
    return "quote" if _QUOTE.match(line) else "list" if _ITEM.match(line) else "p"


def _paragraphs(lines: Sequence[str]) -> list[str]:
    return markdown.paragraphs(BREAK.join(lines))


def _list(run: Sequence[str]) -> Block:
    ordered = (first := _ITEM.match(run[0])) is not None and first[1] is not None
    items = []
    for line in run:
        number = found[1] if (found := _ITEM.match(line)) else None
        items.append(markdown.indent(markdown.paragraph(_ITEM.sub("", line)), f"{number or 1}." if ordered else "-"))
    return Block("list", "\n".join(items), ordered=ordered)


def _underlines(rule: str, line: str) -> bool:
    """Whether a row of signs is as long as the line above it, which is no sentence."""
    rule = rule.replace("\\", "")
    if not _RULE.match(rule) or _ENDS.search(line):
        return False
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
    return 0.5 * wide <= len(rule) <= wide + 4 or len(rule) == len(line)
