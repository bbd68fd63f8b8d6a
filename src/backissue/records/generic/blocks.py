# ruff: noqa: SIM905, FURB136, PLR0917  (word lists read better as words; min() costs more than a row here may; nor are keywords free)
"""A page as a list of blocks: runs of text, with the boxes that hold them.

One pass over the tree, in document order; what later chooses the body or
finds a field looks at these lists and not at the tree again. Judges nothing:
what is body is told in :mod:`.scoring`.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import accumulate, chain, compress
from operator import not_
from typing import Any, Final

from turbohtml import Document, Element, Node, NodeIterator, Text

from backissue.records.generic.vocabulary import NAMED, PLACES, bits_of

__all__ = ["Block", "Box", "Layout", "lay_out"]

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
SILENT: Final = frozenset(
    "script style noscript template svg button select option textarea input canvas map area head nav dialog iframe video audio object embed "
    "link meta title base param source track frame frameset noframes datalist math".split()
)
"""Elements whose text is not the article's, wherever they stand."""
NARROW: Final = re.compile(r"[^\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""What is no character of Chinese, Japanese or Korean; in a text of theirs there are fewer to find than of the others."""
WIDE_WEIGHT: Final = 2.5
"""One character of Chinese, Japanese or Korean says as much as this many Latin ones."""
PROSE: Final = 60
"""A block with as many characters outside links, and less than half of it linked, reads like prose."""
_BOX, _PLAIN, _LINK, _HEAVY, _MUTE = range(5)
_WAYS: Final = (
    dict.fromkeys(INLINE, _PLAIN) | dict.fromkeys(SILENT, _MUTE) | {"a": _LINK, "b": _HEAVY, "strong": _HEAVY}
)
"""How an element changes what is known of the text in it; all others are boxes."""


class Box:
    """A block-level element: from its ``first`` block to its ``last``.

    All else is filled in by :meth:`Layout.know` when it is asked for, for most
    boxes of a page never are: what its whole content adds up to (characters,
    linked characters, blocks, blocks of prose and the weight of those), its
    depth and its names.
    """

    __slots__ = (
        "bits",
        "blocks",
        "branch",
        "chars",
        "climb",
        "depth",
        "first",
        "last",
        "linked",
        "mass",
        "name",
        "node",
        "path",
        "prose",
        "steps",
        "tag",
        "up",
        "value",
    )

    depth: float
    """As all that the forests are asked of."""
    chars: int
    linked: int
    mass: int
    prose: int
    blocks: int
    bits: int
    """The kinds that its own class and id speak of."""
    path: int
    """Its own kinds and those of all above it."""
    value: float
    """What :func:`.scoring.box_of` makes of the prose in it."""
    climb: float
    """How many boxes above the article's box the nearest box is that holds both; see :mod:`.scoring`."""
    steps: float
    """How many boxes this one lies below that one."""
    branch: Box | None
    """The box right below that one in which this one lies; None for such a box itself, for a box that held itself
    would keep the whole tree until Python looks for such circles: a tenth of the time goes by filling new memory."""

    node: Node
    tag: str
    up: Box | None
    first: int
    last: int
    name: str | None
    """Its class and id, once it is known."""


class Block:
    """A run of text in one box: spaces folded, a single ``<br>`` as a line end, two of them as the block's.

    ``linked`` and ``bold`` count its characters inside links and bold type;
    ``texts`` are its text nodes; ``weight`` is what one of its characters says.
    """

    __slots__ = ("at", "bold", "box", "chars", "linked", "mass", "text", "texts", "weight")

    box: Box
    text: str
    texts: list[Node]
    at: int
    chars: int
    linked: int
    bold: int
    weight: float
    mass: int
    """What it weighs as prose; 0 for what does not read like prose."""

    @property
    def nodes(self) -> list[Node]:
        """The children of the box that hold this text, in order, each once."""
        out: list[Node] = []
        for node in self.texts:
            while (up := node.parent) is not None and up is not self.box.node:
                node = up
            if not out or out[-1] is not node:
                out.append(node)
        return out


class Layout:
    """The blocks of a page in order; its boxes, every box after the one that holds it.

    ``named`` are those stated to be the body, ``prose`` the blocks that read like
    prose, ``total`` the characters of all.
    """

    __slots__ = (
        "_chars",
        "_kinds",
        "_linked",
        "_mass",
        "_prose",
        "blocks",
        "boxes",
        "known",
        "named",
        "prose",
        "total",
    )

    def __init__(self, blocks: list[Block], boxes: list[Box], named: Set[Node]) -> None:
        self.blocks = blocks
        self.boxes = boxes
        self.named = named
        self.prose = [b for b in blocks if b.mass]
        self.known: list[Box] = []
        """The boxes that were asked for, every box after the one that holds it."""
        self._kinds: dict[str, int] = {}
        self._chars = list(accumulate([b.chars for b in blocks], initial=0))
        self._linked = list(accumulate([b.linked for b in blocks], initial=0))
        self._mass = list(accumulate([b.mass for b in blocks], initial=0))
        self._prose = list(accumulate([b.mass > 0 for b in blocks], initial=0))
        self.total = self._chars[-1]
        for x in reversed(boxes):
            if (up := x.up) is not None and up.last < x.last:
                up.last = x.last

    @property
    def mass(self) -> int:
        """The weight of all prose."""
        return self._mass[-1]

    def know(self, box: Box) -> None:
        """Sum up a box and read its names, and those of all above it.

        Names of a box with more than nine tenths of all characters speak of the
        whole page, and say nothing.
        """
        new: list[Box] = []
        up: Box | None = box
        while up is not None and up.name is None:
            new.append(up)
            up = up.up
        path, depth = (up.path, up.depth) if up is not None else (0, -1.0)
        kinds, chars, linked, mass, prose = self._kinds, self._chars, self._linked, self._mass, self._prose
        whole = 0.9 * self.total
        for x in reversed(new):
            node = x.node
            first, last = x.first, x.last + 1
            x.chars = chars[last] - chars[first]
            x.linked = linked[last] - linked[first]
            x.mass = mass[last] - mass[first]
            x.prose = prose[last] - prose[first]
            x.blocks = last - first
            x.value = 0.0
            depth += 1.0
            x.depth = depth
            names = ""
            if type(node) is Element:
                names = node.attr("class") or ""
                if ident := node.attr("id"):
                    names = f"{names} #{ident}"
            x.name = names
            bits = 0
            if x.chars <= whole:
                bits = PLACES.get(x.tag, 0)
                if names:
                    own = kinds.get(names)
                    if own is None:
                        own = kinds[names] = bits_of(names)
                    bits |= own
                if node in self.named:
                    bits |= NAMED
            x.bits = bits
            path |= bits
            x.path = path
            self.known.append(x)


def lay_out(document: Document | Element, hidden: Set[Node] = frozenset(), named: Set[Node] = frozenset()) -> Layout:
    """The layout of a page; what lies in ``hidden`` is passed over."""
    blocks: list[Block] = []
    boxes: list[Box] = []
    root = document.find("body") or document
    box = _box(root, "body", None, 0)
    boxes.append(box)
    # What is known of an element: its box, whether in a link, whether bold; None for the silent.
    known: dict[Node, tuple[Box, bool, bool] | None] = {root: (box, False, False), _END: _STOP}
    ask, ways = known.get, _WAYS.get
    words: list[str] = []
    texts: list[Node] = []
    linked = bold = at = 0
    node: Any
    parent: Any  # an element, up to the root, which is known
    spaced = broken = False
    breaks = root.select("br")
    after = _after_breaks(breaks) if breaks else {}
    # Three texts in four are white space between tags: they are told and passed over without a step of Python's own.
    said = list(root.strings)
    empty = list(map(str.isspace, said))
    shown = compress(zip(NodeIterator(root, _TEXTS), said, chain((False,), empty), strict=False), map(not_, empty))
    for node, data, gap in chain(shown, _LAST):
        if gap:
            spaced = True
        parent = node.parent
        here = ask(parent, _NEW)
        if here is _NEW:
            # Up to the nearest element that is known, and down again.
            new = [parent]
            while (here := ask(parent := parent.parent, _NEW)) is _NEW:
                new.append(parent)
            while new:
                element = new.pop()
                if here is not None:
                    way = ways(tag := element.tag, _BOX)
                    if way == _BOX:
                        if hidden and element in hidden:
                            here = None
                        else:
                            this, link, _ = here
                            this = _box(element, tag, this, at + 1 if words else at)
                            boxes.append(this)
                            here = (this, link, False)
                    elif way == _LINK:
                        here = (here[0], True, here[2])
                    elif way == _HEAVY:
                        here = (here[0], here[1], True)
                    elif way == _MUTE:
                        here = None
                known[element] = here
        if here is None:
            continue
        this, link, heavy = here
        if this is not box or (after and after.get(node) == 2):
            if words:
                blocks.append(_block(box, words, texts, at, linked, bold, broken=broken))
                box.last = at
                at += 1
                linked = bold = 0
                broken = False
            box = this
            words = [data]
            texts = [node]
        else:
            if after and node in after:
                words.append("\n")
                broken = True
            elif spaced:
                words.append(" ")
            words.append(data)
            texts.append(node)
        spaced = False
        if link:
            linked += len(data)
        if heavy:
            bold += len(data)
    return Layout(blocks, boxes, named)


def _box(node: Node, tag: str, up: Box | None, first: int) -> Box:
    """A box of nothing yet; made so, it costs less than half of what it does through ``__init__``."""
    box = Box()
    box.node = node
    box.tag = tag
    box.up = up
    box.first = first
    box.last = first - 1
    box.name = None
    return box


def _block(box: Box, words: list[str], texts: list[Node], at: int, linked: int, bold: int, *, broken: bool) -> Block:
    """The block of these words, ``broken`` by line ends or not; made as :func:`_box` makes its own."""
    text = words[0] if len(words) == 1 else "".join(words)
    if broken:
        text = "".join([w if w == "\n" else w.replace("\n", " ") for w in words])
        text = "\n".join([" ".join(line.split()) for line in text.split("\n")]).strip()
    elif text.isprintable() and "  " not in text:  # most are, and no other space is printable
        text = text.strip(" ")
    else:
        text = " ".join(text.split())
    weight = 1.0
    if not text.isascii():
        start = text[:60:4]
        if not start.isascii() and max(start) > "\u303f" and len(NARROW.findall(start)) < 0.7 * len(start):
            weight = WIDE_WEIGHT
    chars = len(text)
    linked = linked if linked < chars else chars
    block = Block()
    block.box = box
    block.text = text
    block.texts = texts
    block.at = at
    block.chars = chars
    block.linked = linked
    block.bold = bold if bold < chars else chars
    block.weight = weight
    free = (chars - linked) * weight
    block.mass = int(free) if free > PROSE and linked < 0.5 * chars else 0
    return block


def _after_breaks(breaks: list[Element]) -> dict[Node, int]:
    """The text nodes that come right after one ``<br>``, or after two or more (2)."""
    after: dict[Node, int] = {}
    second: set[Node] = set()
    for br in breaks:
        node: Node | None = br
        while node is not None:
            follower = node.next_sibling
            while type(follower) is Text and follower.data.isspace():
                follower = follower.next_sibling
            if follower is not None:
                if type(follower) is Element and follower.tag in INLINE:
                    inside = next(
                        (t for t in NodeIterator(follower, _TEXTS) if type(t) is Text and not t.data.isspace()), None
                    )
                    if inside is None:
                        node = follower
                        continue
                    follower = inside
                if type(follower) is Text:
                    after[follower] = 2 if br in second else 1
                elif type(follower) is Element and follower.tag == "br":
                    second.add(follower)
                break
            node = node.parent
            if type(node) is not Element or node.tag not in INLINE:
                break
    return after


_NEW: Final = (_box(Text(""), "", None, 0), False, False)
"""Stands for what is not known yet; as None stands for silent."""
_END: Final = Element("p", None, [Text("")])
_STOP: Final = (_box(_END, "", None, 0), False, False)
_LAST: Final = ((_END.children[0], ".", False),)
"""A last text in a box of its own, so that the walk ends the block before it."""
_TEXTS: Final = 4
"""What to show, as the DOM standard numbers kinds of nodes."""
