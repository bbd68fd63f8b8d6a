"""Live blogs: entries that begin with a time, each kept in its place, the time as its heading.

Works on an article's blocks, whatever the page was made of. Three entries with words of their own make a
live blog; a time that a sentence begins with is none. Refuses to put entries in another order.
"""

from __future__ import annotations

import re

from backissue.records.blocks import Block

__all__ = ["ENOUGH", "entries", "is_time"]

ENOUGH = 3
"""Entries that make a live blog: two times are a paragraph's and its update's."""

_LONGEST = 48  # characters of a line that is nothing but a time, with a day and a zone
_LEAST = 12  # characters that entries say on average; a timetable says less
_HALF = r"(?:(?:上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|晚間|晚间|午前|午後|오전|오후)\s*)"
_AFTER = r"(?:\s?(?:[ap]\.?m\b\.?|Uhr\b))"
_DAY = (
    r"(?:(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:日|号|號)?[\s,，]+|\d{1,2}月\d{1,2}日"
    r"|(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?,? (?:at )?)"
)
_TIME = (
    rf"{_DAY}?(?:{_HALF}\d{{1,2}}\s?[:：時时点點]\s?(?:\d\d(?:[:：]\d\d)?(?:分)?|[半整])?|\d{{1,2}}[:：h]\d\d(?:[:：]\d\d)?{_AFTER}?|\d{{1,2}}時\d\d分|\d{{1,2}}时\d\d分"
    rf"|\d{{1,2}}\.\d\d{_AFTER}|\d{{1,2}}{_AFTER})(?:\s?\(?(?:UTC|GMT|BST|HKT|CET|CEST|E[SD]?T|P[SD]?T|JST|KST|[+-]\d\d:?\d\d)\)?)?"
)
_LEAD = r"(?:(?:更新|發佈|發布|发布|時間|时间|Posted|Updated|Published|At)(?: at)?\s*[:：]?\s*)?"
_ALONE = re.compile(rf"[*_\[【(（<]*{_LEAD}({_TIME})[*_\]】)）>:：|｜]*(?:\s*更新)?", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:\*\*\[?({_TIME})\]?[:：]?\*\*[\s:：|｜–—-]*|[\[【]({_TIME})[\]】]\s*|({_TIME})(?:\s*[|｜]\s*|\s+[–—-]\s+|\s*\\\n\s*|\u3000+))(?=\S)",
    re.IGNORECASE,
)
_FIRST = frozenset("*_[【(（<0123456789上下凌清早中傍晚午오更發发時时PUAJFMSOND")
_ITEM = re.compile(r"^(?:[-*] |\d+[.)] )", re.MULTILINE)
_INDENT = re.compile(r"^ {1,4}", re.MULTILINE)


def entries(blocks: list[Block]) -> tuple[list[Block], int]:
    """The blocks with each entry's time as its heading (beside the entry's own, if it has one), and how many entries
    there are; the same blocks and 0 where the text is no live blog.
    """
    if sum([b.text[:1] in _FIRST for b in blocks]) < ENOUGH and "list" not in [b.kind for b in blocks]:
        return blocks, 0
    if sum([_may_begin(b) for b in blocks]) < ENOUGH and not any(b.kind == "list" for b in blocks):
        return blocks, 0
    opened = _listed(blocks)
    starts = [i for i, block in enumerate(opened) if _may_begin(block) and _time(block)]
    if len(starts) < ENOUGH:
        return blocks, 0
    said = [
        sum(len(b.text) for b in opened[i + 1 : j]) for i, j in zip(starts, [*starts[1:], len(opened)], strict=True)
    ]
    rest = [len(opened[i].text) - len(_time(opened[i])) for i in starts]
    words = [a + b for a, b in zip(said, rest, strict=True)]
    if sum(n >= _LEAST // 2 for n in words) < 0.9 * len(words) - 1 or sum(words) < _LEAST * len(words):
        return blocks, 0
    return _headed(opened, starts), len(starts)


def is_time(words: str) -> bool:
    """Whether words are a time of day, with or without a day, and nothing else."""
    return len(words) <= _LONGEST and _ALONE.fullmatch(words.strip()) is not None


def _may_begin(block: Block) -> bool:
    return block.kind in ("p", "h") and block.text[:1] in _FIRST


def _time(block: Block) -> str:
    """The time that a block is or begins with, as printed; empty for other blocks."""
    text = block.text
    if len(text) <= _LONGEST and (alone := _ALONE.fullmatch(text)):
        return alone[1]
    found = _BEFORE.match(text) if block.kind == "p" else re.match(_TIME, text)
    return next(filter(None, found.groups()), found[0]) if found else ""


def _headed(blocks: list[Block], starts: list[int]) -> list[Block]:
    """The blocks, a heading for each of ``starts``; the entry's own heading beside a time becomes one with it."""
    own = [b.level for i in starts for b in blocks[max(0, i - 1) : i + 2] if b.kind == "h"]
    level = min(own) if own else min([b.level for b in blocks if b.kind == "h"], default=2)
    after = sum(blocks[i - 1].kind == "h" for i in starts if i) > sum(
        b.kind == "h" for i in starts for b in blocks[i + 1 : i + 2]
    )
    at = frozenset(starts)
    out: list[Block] = []
    joined = False
    for i, block in enumerate(blocks):
        if joined:  # the entry's heading went into the time's
            joined = False
            continue
        if i not in at or block.kind == "h":
            out.append(block)
            continue
        time = _time(block)
        rest = "" if _ALONE.fullmatch(block.text) else block.text[_BEFORE.match(block.text).end() :]  # type: ignore[union-attr]
        if after and not rest and out and out[-1].kind == "h" and i - 1 not in at:
            out[-1] = Block("h", f"{out[-1].text} · {time}", out[-1].level)
            continue
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if not rest and not after and following is not None and following.kind == "h" and i + 1 not in at:
            out.append(Block("h", f"{time} · {following.text}", following.level))
            joined = True
            continue
        out.append(Block("h", time, level))
        if rest:
            out.append(Block("p", rest))
    return out


def _listed(blocks: list[Block]) -> list[Block]:
    """The blocks, lists opened whose items all begin with a time that stands in a line of its own."""
    out: list[Block] = []
    for block in blocks:
        parts = _items(block) if block.kind == "list" and "\n" in block.text else []
        if parts and all(_time(part[0]) for part in parts):
            out += [each for part in parts for each in part]
        else:
            out.append(block)
    return out


def _items(block: Block) -> list[list[Block]]:
    """A list's items, each as its blocks; none where an item is one line."""
    marks = [m.start() for m in _ITEM.finditer(block.text)]
    if len(marks) < ENOUGH:
        return []
    items = [block.text[a:b].strip("\n") for a, b in zip(marks, [*marks[1:], len(block.text)], strict=True)]
    out = []
    for item in items:
        first, _, rest = _ITEM.sub("", item, count=1).partition("\n\n")
        if not rest.strip():
            return []
        out.append([Block("p", first), *(Block("p", part) for part in _INDENT.sub("", rest).split("\n\n"))])
    return out
