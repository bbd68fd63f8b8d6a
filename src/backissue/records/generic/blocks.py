# ruff: noqa: SIM905  (word lists read better as words)
"""A page as a list of blocks: runs of text, with the boxes that hold them.

One pass over the tree, in document order; what later chooses the body or
finds a field looks at these lists and not at the tree again. Judges nothing:
what is body is told in :mod:`.scoring`.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Final

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
_BOX, _PLAIN, _LINK, _HEAVY, _MUTE = range(5)
_WAYS: Final = (
    dict.fromkeys(INLINE, _PLAIN) | dict.fromkeys(SILENT, _MUTE) | {"a": _LINK, "b": _HEAVY, "strong": _HEAVY}
)
"""How an element changes what is known of the text in it; all others are boxes."""


class Box:
    """A block-level element, and what its whole content adds up to.

    Sums (characters, linked characters, blocks, blocks of prose and their
    characters) are filled in by :mod:`.scoring`; names are read when
    :meth:`know` is called, for most boxes of a page are never asked.
    """

    __slots__ = (
        "bits",
        "blocks",
        "branch",
        "chars",
        "climb",
        "depth",
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

    bits: int
    """The kinds that its own class and id speak of."""
    path: int
    """Its own kinds and those of all above it."""
    value: float
    """What :func:`.scoring.box_of` makes of the prose in it."""
    climb: int
    """How many boxes above the article's box the nearest box is that holds both; see :mod:`.scoring`."""
    steps: int
    """How many boxes this one lies below that one."""
    branch: Box
    """The box right below that one in which this one lies."""

    def __init__(self, node: Node, tag: str, up: Box | None) -> None:
        self.node = node
        self.tag = tag
        self.up = up
        self.depth: int = up.depth + 1 if up is not None else 0
        self.name: str | None = None
        self.chars = self.linked = self.mass = self.prose = self.blocks = 0

    def know(self, kinds: dict[str, int], named: Set[Node], wide: float) -> None:
        """Read the names of this box and of those above it; ``kinds`` remembers names for the page.

        Names of a box with more than ``wide`` characters speak of the whole page, and say nothing.
        """
        chain: list[Box] = []
        box: Box | None = self
        while box is not None and box.name is None:
            chain.append(box)
            box = box.up
        path = box.path if box is not None else 0
        for box in reversed(chain):
            node = box.node
            names = node.attr("class") or "" if type(node) is Element else ""
            ident = node.attr("id") if type(node) is Element else None
            if ident:
                names = f"{names} #{ident}"
            bits = PLACES.get(box.tag, 0)
            if names:
                own = kinds.get(names)
                if own is None:
                    own = kinds[names] = bits_of(names)
                bits |= own
            if node in named:
                bits |= NAMED
            box.name = names
            if box.chars > wide:
                bits = 0
            box.bits = bits
            path |= bits
            box.path = path


class Block:
    """A run of text in one box: spaces folded, a single ``<br>`` as a line end, two of them as the block's.

    ``linked`` and ``bold`` count its characters inside links and bold type;
    ``texts`` are its text nodes; ``weight`` is what one of its characters says,
    see :mod:`.scoring`.
    """

    __slots__ = ("at", "bold", "box", "chars", "linked", "text", "texts", "weight")

    def __init__(self, box: Box, text: str, texts: list[Node], at: int, *, linked: int, bold: int) -> None:
        self.box = box
        self.text = text
        self.chars = chars = len(text)
        self.linked = min(chars, linked)
        self.texts = texts
        self.at = at
        self.weight = 1.0
        self.bold = min(chars, bold)

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
    """The blocks of a page in order; its boxes, every box after the one that holds it; ``named`` are those stated to be the body."""

    __slots__ = ("blocks", "boxes", "named")

    def __init__(self, named: Set[Node] = frozenset()) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.named = named


def lay_out(
    document: Document | Element,
    hidden: Set[Node] = frozenset(),
    named: Set[Node] = frozenset(),
) -> Layout:
    """The layout of a page; what lies in ``hidden`` is passed over."""
    layout = Layout(named)
    blocks, boxes = layout.blocks, layout.boxes
    root = document.find("body") or document
    first = Box(root, "body", None)
    boxes.append(first)
    # What is known of an element: its box, whether in a link, whether bold; None for the silent.
    known: dict[Node, tuple[Box, bool, bool] | None] = {root: (first, False, False)}

    def learn(element: Node, depth: int = 0) -> tuple[Box, bool, bool] | None:
        up = element.parent
        here = ask(up, _NEW)  # type: ignore[arg-type]
        if here is _NEW:
            here = learn(up, depth + 1) if depth < _DEEPEST else climb(up)  # type: ignore[arg-type]
        if here is not None:
            tag = element.tag  # type: ignore[attr-defined]
            way = ways(tag, _BOX)
            if way == _BOX:
                if hidden and element in hidden:
                    here = None
                else:
                    box = Box(element, tag, here[0])
                    boxes.append(box)
                    here = (box, here[1], False)
            elif way == _LINK:
                here = (here[0], True, here[2])
            elif way == _HEAVY:
                here = (here[0], here[1], True)
            elif way == _MUTE:
                here = None
        known[element] = here
        return here

    def climb(element: Node) -> tuple[Box, bool, bool] | None:
        chain = [element]
        while (up := chain[-1].parent) is not None and up not in known:
            chain.append(up)
        here = None
        for link in reversed(chain):
            here = learn(link)
        return here

    ask = known.get
    ways = _WAYS.get
    box: Box | None = None
    words: list[str] = []
    texts: list[Node] = []
    linked = bold = 0
    spaced = broken = False
    runs: list[tuple[Box | None, list[str], list[Node], int, int, bool]] = []
    breaks = root.select("br")
    after = _after_breaks(breaks) if breaks else {}
    for node, data in zip(NodeIterator(root, _TEXTS), root.strings, strict=True):
        if data.isspace():
            spaced = True
            continue
        parent: Node = node.parent  # type: ignore[assignment]
        here = ask(parent, _NEW)
        if here is _NEW:
            here = learn(parent)
        if here is None:
            continue
        if here[0] is not box or (after and after.get(node) == 2):
            if words:
                runs.append((box, words, texts, linked, bold, broken))
                linked = bold = 0
                broken = False
            box = here[0]
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
        if here[1]:
            linked += len(data)
        if here[2]:
            bold += len(data)
    if words:
        runs.append((box, words, texts, linked, bold, broken))
    for box, words, texts, linked, bold, broken in runs:
        if broken:
            text = "".join([w if w == "\n" else w.replace("\n", " ") for w in words])
            text = "\n".join([" ".join(line.split()) for line in text.split("\n")]).strip()
        else:
            text = " ".join((words[0] if len(words) == 1 else "".join(words)).split())
        if text:
            blocks.append(Block(box, text, texts, len(blocks), linked=linked, bold=bold))  # type: ignore[arg-type]
    return layout


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


_NEW: Final = (Box(Text(""), "", None), False, False)
"""Stands for what is not known yet; as None stands for silent."""
_DEEPEST: Final = 150
"""How far the walk recurses before it climbs step by step: a page may nest deeper than Python calls."""
_TEXTS: Final = 4
"""What to show, as the DOM standard numbers kinds of nodes."""
