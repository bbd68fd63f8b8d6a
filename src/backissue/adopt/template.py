"""What is template in the texts of an archive, told by recurrence: footers, authors' boxes, lists of related articles.

A block that closes (or opens) many articles of different titles and different
beginnings is part of none of them. An author's box is known by its frame, a
picture whose caption is the bold line below it, once that frame recurs with
different names. No wording of any paper is known here. Refuses to judge by
revisions of one article, which share all their blocks.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from backissue.text.fold import fold

__all__ = ["Cut", "Tally", "Template", "cut"]

TAIL = 14
HEAD = 2
"""Blocks looked at from the end and the beginning of a text."""
PARTED = 3
"""Articles whose part below a rule a block must close, to be a footer: the rule itself says that the article ended."""
OFTEN = 6
SHARE = 0.005
"""Articles (and share of all) that a block must close or open where no rule parts it from the text."""
_LETTERS = 12
_ENOUGH = re.compile(rf"(?:[\W_]*[^\W_]){{{_LETTERS}}}")
_RULE = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_BOX_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)\s]*/)[^/)\s]*(?:\s+\"[^\"]*\")?\)")
_BOLD = re.compile(r"\*\*(.+)\*\*")
_ONLY_LINKS = re.compile(r"(?:(?:[-*+] |#{1,6} |\d+[.)] )?\**\[[^\]]+\]\([^)\s]+\)\**[ \t]*(?:\n|$))+")
_ASKS = re.compile(
    r"訂戶|订户|訂閱|订阅|月費|贊助|赞助|捐款|subscri|donat|newsletter|abonn|suscr|購読|구독", re.IGNORECASE
)


@dataclass(slots=True)
class Cut:
    """A text's own blocks, what was taken from it by name, and the name that an author's box gave."""

    blocks: list[str]
    removed: list[str] = field(default_factory=list)
    boxed: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """Digests of blocks that are template, with what they are; and where the pictures of authors' boxes lie."""

    parted: Mapping[str, str] = field(default_factory=dict)
    bare: Mapping[str, str] = field(default_factory=dict)
    boxes: tuple[str, ...] = ()


class Tally:
    """Counts blocks at the edges of texts, one text of each title and of each beginning."""

    def __init__(self) -> None:
        self._titles: set[int] = set()
        self._firsts: set[int] = set()
        self._parted: Counter[bytes] = Counter()
        self._bare: Counter[bytes] = Counter()
        self._boxes: dict[str, set[str]] = {}
        self._asking: dict[bytes, str] = {}
        self._texts = 0

    def add(self, title: str, blocks: Sequence[str]) -> None:
        """Take note of a text, if neither its title nor its first paragraph has been seen."""
        first = next((block for block in blocks if not block.startswith("![") and len(block) > 20), "")
        if not first or hash(first) in self._firsts:
            return
        known = hash(fold(title)), hash(first)
        if known[0] in self._titles:
            return
        self._titles.add(known[0])
        self._firsts.add(known[1])
        self._texts += 1
        tail = list(blocks[-TAIL:])
        seen = set()
        parted = False
        for block in tail:
            if _is_rule(block):
                parted = True
                continue
            seen.add((block, parted))
        for block, below in seen:
            key = _digest(block)
            if below:
                self._parted[key] += 1
            elif _counts(block):
                self._bare[key] += 1
            self._name(key, block)
        for block in {block for block in blocks[:HEAD] if _counts(block) and (block, False) not in seen}:
            self._bare[_digest(block)] += 1
            self._name(_digest(block), block)
        for folder, name in _boxes(tail):
            self._boxes.setdefault(folder, set()).add(name)

    def _name(self, key: bytes, block: str) -> None:
        if key not in self._asking and self._parted[key] + self._bare[key] == 2:
            self._asking[key] = (
                "subscription-footer"
                if _ASKS.search(block)
                else "related"
                if _ONLY_LINKS.fullmatch(block)
                else "footer"
            )

    def template(self) -> Template:
        """What recurs often enough."""
        often = max(OFTEN, int(SHARE * self._texts))
        names = self._asking
        parted = {
            key.hex(): names.get(key, "footer")
            for key, times in self._parted.items()
            if times + self._bare[key] >= PARTED
        }
        bare = {
            key.hex(): names.get(key, "footer")
            for key, times in self._bare.items()
            if times + self._parted[key] >= often
        }
        boxes = tuple(sorted(folder for folder, who in self._boxes.items() if len(who) >= PARTED))
        return Template(dict(sorted(parted.items())), dict(sorted(bare.items())), boxes)


def cut(blocks: Sequence[str], template: Template) -> Cut:
    """The text without what the template says is none of it, from the end, then from the beginning."""
    out = Cut(list(blocks))
    while _cut_part(out, template) or _cut_last(out, template):
        pass
    while out.blocks and _is_rule(out.blocks[-1]):
        out.blocks.pop()
    for _ in range(HEAD):
        if len(out.blocks) > 1 and (name := _known(out.blocks[0], template.bare)) and _counts(out.blocks[0]):
            out.removed.append(name)
            del out.blocks[0]
    out.removed = list(dict.fromkeys(reversed(out.removed)))
    return out


def _cut_part(out: Cut, template: Template) -> bool:
    """Take the part below the last rule, if all of it is template."""
    start = next(
        (i for i in range(len(out.blocks) - 1, max(len(out.blocks) - TAIL - 1, -1), -1) if _is_rule(out.blocks[i])),
        None,
    )
    if start is None:
        return False
    part = out.blocks[start + 1 :]
    if not part:
        del out.blocks[start:]
        return True
    names = [_known(block, template.parted) or _known(block, template.bare) for block in part]
    box = next(iter(_boxes([*part])), None)
    if box and box[0] in template.boxes and _is_box(part):
        out.boxed = out.boxed or box[1]
        out.removed.append("author-box")
    elif all(names):
        out.removed += ["author-box" if box else name for name in reversed(names)]
        out.boxed = out.boxed or (box[1] if box else "")
    else:
        return False
    del out.blocks[start:]
    return True


def _cut_last(out: Cut, template: Template) -> bool:
    """Take the last block, if it closes many articles; a heading of links with them."""
    if len(out.blocks) < 2:
        return False
    last = out.blocks[-1]
    if _counts(last) and (name := _known(last, template.bare)):
        out.removed.append(name)
        out.blocks.pop()
        return True
    links = len(out.blocks)
    while links > 1 and "](" in out.blocks[links - 1] and _ONLY_LINKS.fullmatch(out.blocks[links - 1]):
        links -= 1
    if 0 < links < len(out.blocks) and (
        name := _known(out.blocks[links - 1], template.bare) or _known(out.blocks[links - 1], template.parted)
    ):
        out.removed.append("related" if name == "footer" else name)
        del out.blocks[links - 1 :]
        return True
    return False


def _is_box(part: Sequence[str]) -> bool:
    """A picture, its bold line, and a few paragraphs of who that is."""
    return (
        len(part) <= 6
        and bool(_BOX_PICTURE.fullmatch(part[0]))
        and bool(_BOLD.fullmatch(part[1] if len(part) > 1 else ""))
    )


def _boxes(blocks: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The folder of the picture and the name, for each picture whose caption is the bold line below it."""
    for picture, line in itertools.pairwise(blocks):
        if picture.startswith("![") and line.startswith("**"):
            found, bold = _BOX_PICTURE.fullmatch(picture), _BOLD.fullmatch(line)
            if found and bold and fold(found[1]) == fold(bold[1]):
                yield found[2], bold[1]


def _is_rule(block: str) -> bool:
    return block[:1] in "-*_" and _RULE.fullmatch(block) is not None


def _counts(block: str) -> bool:
    """Whether a block is long enough not to recur by chance, and no picture."""
    return len(block) >= _LETTERS and not block.startswith("![") and _ENOUGH.match(block, 0, 200) is not None


def _known(block: str, digests: Mapping[str, str]) -> str:
    return digests.get(_digest(block).hex(), "")


@lru_cache(maxsize=8192)
def _digest(block: str) -> bytes:
    return hashlib.blake2b("".join(block.split()).encode("utf-8", "replace"), digest_size=12).digest()
