"""A page as a list of blocks: runs of text with the boxes that hold them.

One walk over the tree, in document order; everything that later chooses the
body or finds a field looks at these lists and not at the tree again. Judges
nothing: what is body is decided in :mod:`.scoring`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from turbohtml import Document, Element, Node, Text

from backissue.records.generic.vocabulary import PLACES, bits_of

__all__ = ["Block", "Box", "Layout", "lay_out"]

# Deeper than any page people wrote; what lies below comes as one block.
DEEPEST: Final = 300

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr center-text".split()
)
SILENT: Final = frozenset(
    "script style noscript template svg button select option textarea input canvas map area head nav dialog "
    "link meta title base param source track frame frameset noframes datalist".split()
)
MEDIA: Final = frozenset("img iframe video audio object embed amp-img picture".split())

_SPACES = re.compile(r"\s+")


class Box:
    """A block-level element, and what its whole content adds up to.

    ``bits`` is the vocabulary of its own class and id, ``path`` of itself and
    all above it; ``chars`` and ``linked`` count characters of text and of link
    text inside; ``mass`` counts characters in blocks that read like prose.
    """

    __slots__ = ("bits", "blocks", "chars", "depth", "linked", "mass", "name", "node", "path", "prose", "tag", "up")

    def __init__(self, node: Node, tag: str, up: Box | None, bits: int, name: str) -> None:
        self.node = node
        self.tag = tag
        self.up = up
        self.bits = bits
        self.path = bits | up.path if up is not None else bits
        self.depth: int = up.depth + 1 if up is not None else 0
        self.name = name
        self.chars = 0
        self.linked = 0
        self.mass = 0
        self.prose = 0
        self.blocks = 0


class Block:
    """A run of text within one box: ``text`` has its spaces folded, line breaks of ``<br>`` kept.

    ``nodes`` are the children of the box that make it up, ``linked`` the
    characters inside links; a block without text holds an image or an embed.
    """

    __slots__ = ("at", "bold", "box", "chars", "linked", "nodes", "text")

    def __init__(self, box: Box, text: str, linked: int, nodes: list[Node], at: int, bold: int) -> None:
        self.box = box
        self.text = text
        self.chars = len(text)
        self.linked = linked
        self.nodes = nodes
        self.at = at
        self.bold = bold


class Layout:
    """The blocks of a page in order, all boxes, and the media blocks apart."""

    __slots__ = ("blocks", "boxes", "media")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.media: list[Block] = []


def lay_out(document: Document | Element, hidden: frozenset[Node] | set[Node] = frozenset(), body: set[Node] | frozenset[Node] = frozenset()) -> Layout:
    """The layout of a page; boxes in ``hidden`` are passed over, those in ``body`` are marked as named body."""
    layout = Layout()
    blocks, boxes = layout.blocks, layout.boxes
    texts: list[str] = []
    nodes: list[Node] = []
    linked = bold = 0
    seen: dict[str, int] = {}

    def flush(box: Box) -> None:
        nonlocal linked, bold
        if texts:
            raw = "".join(texts)
            text = "\n".join([" ".join(line.split()) for line in raw.split("\n")]).strip() if "\n" in raw else " ".join(raw.split())
            texts.clear()
            if text:
                block = Block(box, text, min(linked, len(text)), nodes.copy(), len(blocks), bold)
                blocks.append(block)
        nodes.clear()
        linked = bold = 0

    def walk(node: Node, box: Box, depth: int, link: int, strong: int, top: bool) -> None:
        nonlocal linked, bold
        for kid in node.children:
            kind = type(kid)
            if kind is Text:
                data = kid.data
                if data.isspace():
                    if texts:
                        texts.append(" ")
                else:
                    if "\n" in data:
                        data = _SPACES.sub(" ", data)
                    texts.append(data)
                    if link:
                        linked += len(data)
                    if strong:
                        bold += len(data)
                    if top:
                        nodes.append(kid)
            elif kind is Element:
                tag = kid.tag
                if tag in INLINE:
                    if top:
                        nodes.append(kid)
                    walk(kid, box, depth + 1, link or tag == "a", strong or tag in _STRONG, False)
                elif tag == "br":
                    if texts and texts[-1] == "\n":
                        flush(box)
                    elif texts:
                        if texts[-1] == " ":
                            texts.pop()
                            if texts and texts[-1] == "\n":
                                flush(box)
                                continue
                        texts.append("\n")
                elif tag in SILENT:
                    continue
                elif tag in MEDIA:
                    if top:
                        nodes.append(kid)
                    layout.media.append(Block(box, "", 0, [kid], len(blocks), 0))
                elif kid in hidden:
                    continue
                else:
                    flush(box)
                    names = kid.attr("class") or ""
                    ident = kid.attr("id")
                    if ident:
                        names = f"{names} #{ident}"
                    if names:
                        bits = seen.get(names)
                        if bits is None:
                            bits = seen[names] = bits_of(names)
                    else:
                        bits = 0
                    bits |= PLACES.get(tag, 0)
                    if kid in body:
                        bits |= 1
                    inner = Box(kid, tag, box, bits, names)
                    boxes.append(inner)
                    if depth > DEEPEST:
                        texts.append(kid.text)
                        nodes.append(kid)
                    else:
                        walk(kid, inner, depth + 1, link, strong, True)
                    flush(inner)
    root = document.find("body") or document
    first = Box(root, "body", None, 0, "")
    boxes.append(first)
    walk(root, first, 0, 0, 0, True)
    flush(first)
    return layout


_STRONG: Final = frozenset(("b", "strong", "h1", "h2"))
