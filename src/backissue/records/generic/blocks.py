"""A page as a list of blocks: runs of text, with the boxes that hold them.

One pass over the tree, in document order; what later chooses the body or
finds a field looks at these lists and not at the tree again. Judges nothing:
what is body is told in :mod:`.scoring`.
"""

from __future__ import annotations

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
_BOLD: Final = frozenset(("b", "strong"))


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
        "inner",
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

    def __init__(self, node: Node, tag: str, up: Box | None) -> None:
        self.node = node
        self.tag = tag
        self.up = up
        self.depth: int = up.depth + 1 if up is not None else 0
        self.name: str | None = None
        self.chars = self.linked = self.mass = self.prose = self.blocks = 0

    def know(self, kinds: dict[str, int], named: frozenset[Node] | set[Node], wide: float) -> None:
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
    ``texts`` are its text nodes.
    """

    __slots__ = ("at", "bold", "box", "chars", "linked", "text", "texts")

    def __init__(self, box: Box, text: str, linked: int, texts: list[Node], at: int, bold: int) -> None:
        self.box = box
        self.text = text
        self.chars = chars = len(text)
        self.linked = linked if linked < chars else chars
        self.texts = texts
        self.at = at
        self.bold = bold if bold < chars else chars

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

    def __init__(self, named: frozenset[Node] | set[Node] = frozenset()) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.named = named


def lay_out(
    document: Document | Element,
    hidden: set[Node] | frozenset[Node] = frozenset(),
    named: set[Node] | frozenset[Node] = frozenset(),
) -> Layout:
    """The layout of a page; what lies in ``hidden`` is passed over."""
    layout = Layout(named)
    blocks, boxes = layout.blocks, layout.boxes
    root = document.find("body") or document
    first = Box(root, "body", None)
    boxes.append(first)
    # What is known of an element: its box, whether in a link, whether bold; None for the silent.
    known: dict[Node, tuple[Box, bool, bool] | None] = {root: (first, False, False)}

    def learn(element: Node) -> tuple[Box, bool, bool] | None:
        chain = [element]
        up = element.parent
        while up is not None and up not in known:
            chain.append(up)
            up = up.parent
        here = known[up] if up is not None else None
        for element in reversed(chain):
            if here is not None:
                tag = element.tag  # type: ignore[attr-defined]
                if tag in INLINE:
                    if tag == "a":
                        here = (here[0], True, here[2])
                    elif tag in _BOLD:
                        here = (here[0], here[1], True)
                elif tag in SILENT or element in hidden:
                    here = None
                else:
                    box = Box(element, tag, here[0])
                    boxes.append(box)
                    here = (box, here[1], False)
            known[element] = here
        return here

    def end() -> None:
        text = "".join(words)
        text = (
            "\n".join([" ".join(line.split()) for line in text.split("\n")]).strip()
            if broken
            else " ".join(text.split())
        )
        if text:
            blocks.append(Block(box, text, linked, texts, len(blocks), bold))  # type: ignore[arg-type]

    breaks = set(root.select("br"))
    kind = Text
    box: Box | None = None
    words: list[str] = []
    texts: list[Node] = []
    linked = bold = 0
    spaced = broken = False
    for node in NodeIterator(root, _TEXTS_AND_ELEMENTS if breaks else _TEXTS):
        if type(node) is not kind:
            if node in breaks and words:
                parent = node.parent
                here = known[parent] if parent in known else learn(parent)  # type: ignore[arg-type]
                if here is None or here[0] is not box:
                    continue
                if words[-1] == "\n":
                    end()
                    words, texts = [], []
                    linked = bold = 0
                    broken = False
                else:
                    words.append("\n")
                    spaced = False
                    broken = True
            continue
        data = node.data
        if data.isspace():
            spaced = True
            continue
        parent = node.parent
        here = known[parent] if parent in known else learn(parent)  # type: ignore[arg-type]
        if here is None:
            continue
        if here[0] is not box:
            if words:
                end()
                words, texts = [], []
                linked = bold = 0
                broken = False
            box = here[0]
        elif spaced:
            words.append(" ")
        spaced = False
        if "\n" in data:
            data = data.replace("\n", " ")
        words.append(data)
        texts.append(node)
        if here[1]:
            linked += len(data)
        if here[2]:
            bold += len(data)
    if words:
        end()
    return layout


_TEXTS: Final = 4
_TEXTS_AND_ELEMENTS: Final = 5
"""What to show, as the DOM standard numbers kinds of nodes."""
