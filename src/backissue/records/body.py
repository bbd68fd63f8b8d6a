"""An article's body as Markdown, from the nodes that hold it.

The heading that repeats the title goes, levels begin at ``##``, a rule or
break at either end goes, everything from a cut's line on goes. Refuses to
choose the nodes; that is the outlet's work, or the generic extractor's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from backissue import urls
from backissue.model import Embed, Image, Note, Origin
from backissue.outlets import patterns
from backissue.records import captions, characters, figures, live, notes, tables
from backissue.records.blocks import Block, joined
from backissue.records.walk import Walker
from backissue.text import markdown
from backissue.text.tree import Element, Node

__all__ = ["Body", "convert"]

_NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Body:
    """A body: its Markdown, that as roughly plain text, what it shows, what was taken out (rules as written), and what is odd about it.

    ``odd`` counts control, zero-width, direction, private-use and lost
    characters; ``shielded`` e-mail addresses that the page no longer holds;
    ``too_deep`` places that were kept as plain text; ``slow`` patterns.
    """

    markdown: str = ""
    plain: str = ""
    images: tuple[Image, ...] = ()
    embeds: tuple[Embed, ...] = ()
    notes: tuple[Note, ...] = ()
    origin: Origin | None = None
    entries: int | None = None
    removed: list[str] = field(default_factory=list)
    odd: Counter[str] = field(default_factory=Counter)
    shielded: int = 0
    too_deep: int = 0
    slow: list[str] = field(default_factory=list)


def convert(
    nodes: Sequence[Node],
    *,
    base: str,
    title: str | None = None,
    signed: str | None = None,
    drop: Sequence[str] = (),
    cut: Sequence[patterns.Pattern] = (),
    clean: Sequence[patterns.Pattern] = (),
    lead: Sequence[Node] = (),
    given: Collection[Element] = (),
) -> Body:
    """``nodes`` as a Body, without ``title`` and ``signed`` (the byline) above its text. ``base`` is the page's address, ``drop`` selectors within the nodes and ``lead``, ``cut`` and ``clean``
    patterns on the text's lines, ``lead`` boxes of pictures that stand before or behind the text, unless they stand in it too, ``given`` elements that gave a field and are no text.
    """
    body = Body()
    drops = _dropped([*nodes, *lead], drop, body).union(given)
    raw = nodes[0].text if len(nodes) == 1 else "".join([node.text for node in nodes])
    signs, odd = characters.signs(raw)
    if odd:
        characters.count(raw, body.odd)
    walker = Walker(base, drops, odd=odd)
    if not lead:
        walker.expect(signs)
    walker.find_notes(nodes)
    blocks = walker.blocks(nodes)
    blocks = _without_title(blocks, title, signed)
    blocks = _cut(blocks, cut, body)
    if clean:
        blocks, body.plain = (
            _without_title(_cleaned(blocks, clean, body), title, signed),
            "",
        )  # a masthead may stand above it
    if lead:
        _put_lead(walker, lead, nodes, blocks)
    blocks = captions.captioned(blocks)
    _trim(blocks)
    blocks, entries = live.entries(blocks)
    body.entries = entries or None
    body.notes, body.origin = notes.notes(blocks), notes.origin(blocks)
    pictures = [block.figure for block in blocks if block.figure is not None]
    for figure in pictures:
        figures.settle(figure)
    levels = {level: min(i + 2, 6) for i, level in enumerate(sorted({b.level for b in blocks if b.kind == "h"}))}
    body.markdown = joined(blocks, levels)
    body.plain = body.plain or markdown.rough(body.markdown)
    body.images = tuple([Image(f.url, caption=f.caption or None, credit=f.credit or None) for f in pictures])
    body.embeds = _kept_embeds(walker.embeds, body.markdown)
    body.shielded, body.too_deep = walker.shielded, walker.too_deep
    return body


def _dropped(nodes: Sequence[Node], selectors: Iterable[str], body: Body) -> frozenset[Element]:
    """What the selectors match inside ``nodes``; says which of them found something."""
    found: set[Element] = set()
    for selector in selectors:
        matched: list[Element] = []
        for node in nodes:
            if isinstance(node, Element):
                matched += node.select(selector)
        if matched:
            found.update(matched)
            body.removed.append(f"drop {selector}")
    return frozenset(found)


def _put_lead(walker: Walker, lead: Sequence[Node], nodes: Sequence[Node], blocks: list[Block]) -> None:
    """Put the pictures of ``lead`` before the blocks, or after them where it stands behind the text."""
    shown = {b.figure.url for b in blocks if b.figure is not None}
    boxed = captions.captioned(walker.blocks(lead))
    starts = [i for i, b in enumerate(boxed) if b.figure is not None]
    for start, end in pairwise([*starts, len(boxed)]):
        tables.settle_caption(boxed[start:end])  # what stands below a picture in its box is said of it
    found = [b for b in boxed if b.figure is not None or b.embed is not None]
    at = len(blocks) if nodes and nodes[-1] in lead[0].preceding else 0
    blocks[at:at] = [b for b in found if b.figure is None or b.figure.url not in shown]


def _without_title(blocks: list[Block], title: str | None, signed: str | None) -> list[Block]:
    """Blocks without the heading or the bold line that repeats the title, a line that repeats the byline, and an ``h1``, before any text."""
    wanted, byline = _letters(title or ""), _letters(signed or "")
    out: list[Block] = []
    for i, block in enumerate(blocks):
        bold = block.kind == "p" and block.text.startswith("**") and block.text.endswith("**")
        if bold and wanted and _letters(markdown.rough(block.text)) == wanted:
            continue
        if (
            byline
            and block.kind == "p"
            and len(block.text) <= _SIGNED
            and _letters(markdown.rough(block.text)) == byline
        ):
            continue
        if block.kind == "h":
            said = _letters(markdown.rough(block.text))
            if (wanted and said == wanted) or block.level == 1:
                continue
        if block.kind in _TEXT:
            return out + blocks[i:]
        out.append(block)
    return out


_SIGNED = 120
"""Characters: no byline's line is longer."""
_TEXT = frozenset(("p", "list", "quote", "table", "h"))


def _letters(text: str) -> str:
    return _NOT_A_LETTER.sub("", text).casefold()


def _cut(blocks: list[Block], cuts: Sequence[patterns.Pattern], body: Body) -> list[Block]:
    """Blocks up to the first line that a cut matches."""
    if not cuts:
        return blocks
    shown = [block for block in blocks if block.kind != "figure"]
    text = markdown.rough("\n".join([b.text if b.kind == "p" else _unquoted(b.text) for b in shown])).replace(
        _HARD, "\n"
    )
    first, by = len(text) + 1, ""
    for pattern in cuts:
        try:
            found = patterns.search(pattern, text)
        except patterns.SlowPattern:
            body.slow.append(pattern.pattern)
            continue
        if found and found.start() < first:
            first, by = found.start(), pattern.pattern
    body.plain = text[:first]
    if not by:
        return blocks
    body.removed.append(f"cut {by}")
    at = text.count("\n", 0, first)  # the line, first of the text, then of its block
    for block in shown:
        if at <= (ends := block.text.count("\n")):
            break
        at -= ends + 1
    kept = blocks[: blocks.index(block)]
    if at and block.kind != "table" and (left := "\n".join(block.text.split("\n")[:at]).rstrip("\\\n >")):
        kept.append(Block(block.kind, left, block.level, block.ordered))
    return kept


def _unquoted(text: str) -> str:
    """A block's lines without a quotation's marks."""
    if text[:1] != ">" and "\n>" not in text:
        return text
    return "\n".join([line.lstrip("> ") if line[:1] == ">" else line for line in text.split("\n")])


def _cleaned(blocks: list[Block], clean: Sequence[patterns.Pattern], body: Body) -> list[Block]:
    """Blocks without what the patterns match in their text; one that is left empty goes."""
    out: list[Block] = []
    for block in blocks:
        text = block.text
        if block.figure is None and block.kind != "code":
            for pattern in clean:
                shorter = _without(pattern, text, body)
                if shorter == text and block.kind != "table" and (words := markdown.rough(text)) != text:
                    shorter = _without_lines(pattern, text, words, body)
                if shorter != text and f"clean {pattern.pattern}" not in body.removed:
                    body.removed.append(f"clean {pattern.pattern}")
                text = shorter
            if not text.strip():
                continue
            if text != block.text:
                block = Block(block.kind, text.strip(" \u3000\n"), block.level, block.ordered, None, block.embed)
        out.append(block)
    return out


def _without(pattern: patterns.Pattern, text: str, body: Body) -> str:
    """``text`` without what the pattern matches: in each of the lines that hard breaks part, else in the whole."""
    lines = text.split(_HARD)
    if len(lines) > 1:
        shorter = [patterns.without(pattern, line, body.slow.append) for line in lines]
        if shorter != lines:
            return _HARD.join(line for line in shorter if line.strip())
    return patterns.without(pattern, text, body.slow.append)


_HARD = "\\\n"


def _without_lines(pattern: patterns.Pattern, text: str, words: str, body: Body) -> str:
    """``text`` without the lines of which the pattern leaves nothing, read as ``words``, without bold, links and escapes."""
    lines, said = text.split("\n"), words.replace(_HARD, "\n").split("\n")
    if len(lines) != len(said) or patterns.without(pattern, words, body.slow.append) == words:
        return text
    kept = [
        line
        for line, plain in zip(lines, said, strict=True)
        if not plain.strip() or patterns.without(pattern, plain, body.slow.append).strip()
    ]
    return text if len(kept) == len(lines) else "\n".join(kept).rstrip("\\\n ")


def _trim(blocks: list[Block]) -> None:
    """Take rules and headings with nothing below off the end, rules off the start, and a rule below another, in place."""
    for i in range(len(blocks) - 1, 0, -1):
        if blocks[i].kind == blocks[i - 1].kind == "rule":
            del blocks[i]
    while blocks and blocks[-1].kind in ("rule", "h"):
        blocks.pop()
    while blocks and blocks[0].kind == "rule":
        blocks.pop(0)


def _kept_embeds(embeds: Iterable[Embed], text: str) -> tuple[Embed, ...]:
    """Those whose link is still in the text, each once."""
    out: dict[str, Embed] = {}
    for embed in embeds:
        if markdown.target(embed.url) in text:
            out.setdefault(urls.key(embed.url), embed)
    return tuple(out.values())
