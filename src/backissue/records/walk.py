"""One walk over a page's nodes, and the blocks of an article come out.

Every element a reader was shown is read; what is nested too deep to be honest
is kept as plain text. Emphasis never spans blocks, a link around blocks becomes
a link in each. Refuses raw HTML, forms' controls, scripts and styles.

It is one recursion over one state, which is why it is longer than 450 lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from backissue.model import Embed
from backissue.records import beside, characters, embeds, figures, footnotes, links, preformatted, tables
from backissue.records.blocks import Block, Piece, blocks_of, joined, merged
from backissue.records.footnotes import Footnotes
from backissue.records.links import Links
from backissue.text import markdown
from backissue.text.markdown import BREAK, EM, EM_END, STRONG, STRONG_END
from backissue.text.tree import NO_DISPLAY, Element, Node, Text, hidden

__all__ = ["Walker"]

_DEEPEST = 120  # honest pages stay below 60; each level costs three frames of Python's thousand

_SKIPPED = frozenset(
    (
        "script", "style", "template", "head", "title", "meta", "link", "base", "button", "input", "select", "textarea",
        "option", "datalist", "nav", "svg", "math", "map", "area", "canvas", "noframes", "param", "track", "source", "rp",
        "dialog", "progress", "meter", "amp-ad", "amp-analytics", "amp-pixel",
    )
)  # fmt: skip
_CONTAINERS = frozenset(
    (
        "p", "div", "section", "article", "main", "header", "footer", "center", "address", "details", "summary", "fieldset",
        "hgroup", "form", "aside", "dd", "dir", "body", "html", "figcaption", "caption", "legend", "li", "tr", "td", "th",
        "tbody", "thead", "tfoot", "search",
    )
)  # fmt: skip
_SPACES = frozenset((" ", "\n", "\t", "\r", "\f", "\xa0", BREAK))
_CAREFUL = frozenset((" ", "(", "[", ":", ""))  # a text that begins so may join badly with the one before it
_WATCHED = _SPACES | _CAREFUL
_MARKED = re.compile("[\x01-\x06]")
_TOUCHING = frozenset(("*", STRONG, STRONG_END, EM, EM_END))
# What the trade calls a short heading between paragraphs, in class names
_CROSSHEAD = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?:cross|sub|x)-?head(?:ing)?|sub-?title|inter-?title|intertitre|ladillo|zwischentitel|小標題?)(?:$|[\s_-])"
)
_LONGEST_CROSSHEAD = 60
_CROSSHEAD_LEVEL = 3
_SHOWN = frozenset(("object", "noscript"))  # hidden by their tags elsewhere; here they may hold a picture or a film

_FUSSY = characters.any_of(markdown.FUSSY)


class Walker:
    """Reads nodes into blocks. ``drops`` are left out."""

    def __init__(self, base: str, drops: frozenset[Element] = frozenset(), *, odd: bool = False) -> None:
        self.base = base
        self.drops = drops
        self.odd = odd  # the page has odd characters, so that every text must be scrubbed
        self._links = Links(base)
        self.embeds: list[Embed] = []
        self.shielded = 0
        self.blank_pictures = 0
        self.too_deep = 0
        self._notes = Footnotes()
        self._depth = 0
        self._marked = 0  # how many emphases are around
        self._fussy: Callable[[str], object] | None = _FUSSY  # None where no text will be
        self._linked = False
        self._figure: figures.Figure | None = None  # the last figure, until text follows it
        self._pictured: Element | None = None  # the element of that figure's picture
        self._roots: frozenset[Node] = frozenset()
        self._waiting = ""  # a caption that came before its picture

    # What callers use

    def expect(self, signs: Sequence[str]) -> None:
        """Learn which of Markdown's ``FUSSY`` signs the nodes have at all: no other will be looked for in each text."""
        self._fussy = characters.any_of(signs)

    def find_notes(self, roots: Iterable[Node]) -> None:
        """Learn which links are footnotes, and which elements say them."""
        self._notes = footnotes.find(roots)

    def blocks(self, nodes: Iterable[Node]) -> list[Block]:
        """The blocks of ``nodes``, in order."""
        pieces: list[Piece] = []
        nodes = list(nodes)
        self._roots |= frozenset(nodes)
        for node in nodes:
            if isinstance(node, Element):
                handler = _HANDLERS.get(node.tag)
                if handler is not None and node not in self._notes.bodies:
                    handler(self, node, pieces)
                else:
                    self._pieces_of_container(node, pieces)
            elif isinstance(node, Text):
                self._text(node.data, pieces)
        return blocks_of(pieces)

    def line(self, node: Element) -> str:
        """The inline Markdown of ``node`` in one line, blocks within it set apart by a space."""
        pieces: list[Piece] = []
        self._children(node, pieces)
        return " ".join(
            filter(
                None, (p.written().replace("\n", " ") if isinstance(p, Block) else p.strip() for p in merged(pieces))
            )
        )

    # Nodes

    def _children(self, node: Node, out: list[Piece]) -> None:
        if self._depth > _DEEPEST:
            self.too_deep += 1
            self._text(characters.printed(node), out)
            return
        self._depth += 1
        fussy, odd = self._fussy, self.odd
        for child in node.children:
            kind = type(child)
            if kind is Text:
                data = child.data  # type: ignore[attr-defined]
                if not odd and (first := data[:1]) in _WATCHED and first in _SPACES and data.isspace():
                    if out and type(out[-1]) is str and out[-1][-1:] not in _SPACES:
                        out.append(" ")
                elif odd or (first in _CAREFUL and out) or (fussy is not None and fussy(data)):
                    self._text(data, out)
                else:  # as nearly every text is
                    self._figure = None
                    out.append(data)
            elif kind is Element and not (child.tag == "p" and self._bare_paragraph(child, out)):  # type: ignore[arg-type, attr-defined]
                self._element(child, out)  # type: ignore[arg-type]
        self._depth -= 1

    def _bare_paragraph(self, node: Element, out: list[Piece]) -> bool:
        """Write a ``<p>`` without attributes, as most are, by a shorter way; False where another must be taken."""
        if self._figure is not None or self._notes.bodies or node.attrs or (self.drops and node in self.drops):
            return False
        children = node.children
        if len(children) == 1 and type(text := children[0]) is Text and not self.odd:
            data = text.data
            if self._fussy is None or not self._fussy(data):
                if words := markdown.bare(data):
                    out.append(Block("p", words))
                return True
        inner: list[Piece] = []
        self._children(node, inner)
        if inner:
            out.extend(blocks_of(inner))
        return True

    def _sole_text(self, node: Node) -> str:
        """The text of a node that holds nothing else, and of which nothing need be thought; empty for others."""
        children = node.children
        if len(children) != 1 or type(text := children[0]) is not Text or self.odd:
            return ""
        data = text.data
        return "" if data.isspace() or (self._fussy is not None and self._fussy(data)) else data

    def _text(self, data: str, out: list[Piece]) -> None:
        if self.odd and characters.odd(data):
            data = characters.scrub(data)
        fussy = self._fussy is not None and self._fussy(data)
        words = markdown.squeeze(data) if fussy else data
        if words in ("", " "):
            if words and out and isinstance(out[-1], str) and not out[-1].endswith((" ", BREAK)):
                out.append(" ")
            return
        self._figure = None
        last = out[-1] if out else None
        if type(last) is str:
            if words[0] == " " and last[-1:] in (" ", BREAK):
                words = words[1:]
            if words[0] in "([:" and last[-1:] == "]":
                out.append("\\")
        out.append(markdown.escape(words, linked=self._linked) if fussy else words)

    def _element(self, node: Element, out: list[Piece]) -> None:
        tag = node.tag
        if tag in _SKIPPED or (self.drops and node in self.drops):
            return
        handler = _HANDLERS.get(tag)
        if (attrs := node.attrs) and tag not in _SHOWN and (_unseen(attrs) if handler is not None else hidden(node)):
            return
        if handler is not None:
            handler(self, node, out)
        elif attrs and "class" in attrs and _CROSSHEAD.search(node.attr("class") or "") and self._crosshead(node, out):
            return
        elif tag in _CONTAINERS:
            self._container(node, out)
        elif tag in embeds.EMBEDDING:
            self._embed(node, out)
        else:
            if self._figure is not None and self._caption(node):
                return
            if node.attr("data-cfemail"):
                self._shield(node, out)
                return
            self._children(node, out)

    def _container(self, node: Element, out: list[Piece]) -> None:
        if self._figure is not None or node.tag == "figcaption":
            if self._caption(node):
                return
        elif node.tag == "div" and node.attrs and (post := embeds.of_quote(node, self.base)):
            self._post(node, post, out)
            return
        self._pieces_of_container(node, out)

    def _pieces_of_container(self, node: Element, out: list[Piece]) -> None:
        if self._notes.bodies and node in self._notes.bodies:
            self._note(node, out)
            return
        inner: list[Piece] = []
        self._children(node, inner)
        if inner:
            blocks = blocks_of(inner)
            if len(blocks) == 1 and blocks[0].kind == "p" and _ITEM.search(node.attr("style") or ""):
                item = markdown.indent(blocks[0].text, "-")
                while out and isinstance(out[-1], str) and not out[-1].strip():
                    out.pop()
                if out and isinstance(before := out[-1], Block) and before.kind == "list":
                    item = f"{before.text}\n{item}"
                    out.pop()
                blocks = [Block("list", item)]
            out.extend(blocks)

    def _caption(self, node: Element) -> bool:
        """Take ``node`` as caption or credit of the picture before it, where its tag or class says so, or else its place."""
        if not any(beside.said(node)) and not (
            beside.is_boxed_with(node, self._figure, self._pictured, self._roots)
            or beside.looks_like_caption(node, self._figure)
        ):
            return False
        if beside.has_picture(node):
            return False
        if self._figure is None:
            self._waiting = self._words(node)
            return node.tag == "figcaption"
        return beside.take(self._figure, node, self._words)

    def _words(self, node: Element) -> str:
        words = characters.printed(node, self.drops)
        return characters.scrub(words) if self.odd else words

    # Inline elements

    def _break(self, _node: Element, out: list[Piece]) -> None:
        out.append(BREAK)

    def _strong(self, node: Element, out: list[Piece]) -> None:
        self._emphasis(node, out, STRONG, STRONG_END)

    def _em(self, node: Element, out: list[Piece]) -> None:
        self._emphasis(node, out, EM, EM_END)

    def _emphasis(self, node: Element, out: list[Piece], start: str, end: str) -> None:
        if self._figure is not None and self._caption(node):
            return
        if words := self._sole_text(node):
            self._figure = None
            last = out[-1] if out else ""
            if (
                start == STRONG
                and not self._marked
                and type(last) is str
                and last[-1:] not in _TOUCHING
                and words[0].isalnum()
                and words[-1].isalnum()
            ):
                out.append(f"**{words}**")  # letters on both sides of the marks: nothing to think about
                return
            inner: list[Piece] = [words]
        else:
            inner = []
            self._marked += 1
            self._children(node, inner)
            self._marked -= 1
        if out and type(out[-1]) is str and out[-1][-2:] == "**" == out[-1][:2] and len(out[-1]) > 4:
            out[-1] = f"{STRONG}{out[-1][2:-2]}{STRONG_END}"  # what touches another emphasis needs thought after all
        if len(inner) == 1 and type(inner[0]) is str and not self._marked and start == STRONG:
            words, last = inner[0], out[-1] if out else ""
            lettered = words[:1].isalnum() and words[-1:].isalnum()
            if lettered and type(last) is str and last[-1:] not in _TOUCHING and not _MARKED.search(words):
                out.append(f"**{words}**")  # letters on both sides of the marks: nothing to think about
                return
        out.extend(f"{start}{p}{end}" if isinstance(p, str) and p.strip() else p for p in merged(inner))

    def _struck(self, node: Element, out: list[Piece]) -> None:
        inner: list[Piece] = []
        self._children(node, inner)
        for piece in merged(inner):
            if isinstance(piece, str) and piece[:1].isalnum() and piece[-1:].isalnum() and BREAK not in piece:
                piece = f"~~{piece}~~"
            out.append(piece)

    def _link(self, node: Element, out: list[Piece]) -> None:
        href = node.attr("href") or ""
        if self._figure is not None and any(beside.said(node)) and self._caption(node):
            return
        if self._own_link(node, href, out):
            return
        href = href.strip()
        if (shield := characters.unshield(node)) or (
            href and "/email-protection" in href and node.attr("data-cfemail")
        ):
            out.append(markdown.escape(shield) if shield else "")
            return
        if href.startswith("#") or "#" in href:
            name = href.rpartition("#")[2]
            if name in self._notes.numbers and footnotes.is_mark(node):
                out.append(f"[^{self._notes.numbers[name]}]")
                return
        url = "" if not href or href.startswith("#") or self._linked else self._links.url(href)
        if not url:
            self._children(node, out)
            return
        inner: list[Piece] = []
        if words := self._sole_text(node):
            self._figure = None
            inner.append(words)
        else:
            self._linked = True
            self._children(node, inner)
            self._linked = False
        if len(inner) == 1 and type(inner[0]) is str:
            last = out[-1] if out else ""
            bare = not self._marked and type(last) is str and last[-1:] != "!"
            out.append(links.written(inner[0], url, "[" if bare else markdown.LINK))
            return
        out.extend(links.written(p, url) if isinstance(p, str) else p for p in merged(inner))

    def _own_link(self, node: Element, href: str, out: list[Piece]) -> bool:
        """Write a link whose address and words need no thought, as most are, by a shorter way; False where they do."""
        if self._linked or self._marked or not (url := self._links.own(href)):
            return False
        words = self._sole_text(node)
        if not words or words[0] in " \u3000" or words[-1] in " \u3000" or node.attr("data-cfemail"):
            return False
        self._figure = None
        last = out[-1] if out else ""
        out.append(f"{'[' if type(last) is str and last[-1:] != '!' else markdown.LINK}{words}]({url})")
        return True

    def _shield(self, node: Element, out: list[Piece]) -> None:
        address = characters.unshield(node)
        if address is None:
            self.shielded += 1
            self._children(node, out)
        else:
            out.append(markdown.escape(address))

    def _code(self, node: Element, out: list[Piece]) -> None:
        if words := markdown.code(node.text):
            out.append(words)

    def _quoted(self, node: Element, out: list[Piece]) -> None:
        out.append("“")
        self._children(node, out)
        out.append("”")

    # Blocks

    def _heading(self, node: Element, out: list[Piece]) -> None:
        if words := self._sole_text(node):
            self._figure = None
            out.append(Block("h", words.strip(" 　"), level=int(node.tag[1])))
            return
        inner: list[Piece] = []
        self._children(node, inner)
        for piece in merged(inner):
            if isinstance(piece, Block):
                out.append(piece)
            elif words := _plain_heading(piece.strip(links.LINE_EDGE)):
                out.append(Block("h", words, level=int(node.tag[1])))

    def _crosshead(self, node: Element, out: list[Piece]) -> bool:
        """Write a line between paragraphs as a heading, as its class calls it; False where it is no such line."""
        words = node.text.strip()
        if not 0 < len(words) <= _LONGEST_CROSSHEAD or words[-1] in "。.！!" or node.select_one("p, img, a, br"):
            return False
        self._figure = None
        out.append(Block("h", _plain_heading(self.line(node)), level=_CROSSHEAD_LEVEL))
        return True

    def _list(self, node: Element, out: list[Piece]) -> None:
        if self._notes.numbers and (bodies := [c for c in node.children if c in self._notes.bodies]):
            for body in bodies:
                self._note(body, out)  # type: ignore[arg-type]
            return
        if self._figure is not None and (called := beside.listed(node)) and all(map(self._caption, called)):
            return
        ordered = node.tag == "ol"
        start = node.attr("start") or "1"
        number = int(start) if start.isdecimal() and len(start) < 9 else 1
        items: list[str] = []
        loose = False
        for child in node.children:
            if not isinstance(child, Element):
                continue
            if child.tag in ("ul", "ol", "menu") and items:  # a list put straight into a list, as old pages did
                nested: list[Piece] = []
                self._list(child, nested)
                items[-1] += "\n" + markdown.indent(joined(blocks_of(nested)), " " * (1 + ordered))
                continue
            if child in self.drops or (child.attrs and hidden(child)) or child.tag in _SKIPPED:
                continue
            inner: list[Piece] = []
            self._children(child, inner)
            blocks = blocks_of(inner)
            if not blocks:
                continue
            if blocks[0].figure is not None and (len(blocks) == 1 or tables.settle_caption(blocks)):
                out.append(blocks[0])  # a gallery
                continue
            loose = loose or len([b for b in blocks if b.kind != "list"]) > 1
            text = joined(blocks) if loose else "\n".join(b.written() for b in blocks)
            items.append(markdown.indent(text, f"{number}." if ordered else "-"))
            number += 1
        if items:
            out.append(Block("list", ("\n\n" if loose else "\n").join(items), ordered=ordered))

    def _term(self, node: Element, out: list[Piece]) -> None:
        inner: list[Piece] = []
        self._emphasis(node, inner, STRONG, STRONG_END)
        out.extend(blocks_of(inner))

    def _quote(self, node: Element, out: list[Piece]) -> None:
        if self._figure is not None and figures.CAPTION.search(node.attr("class") or "") and self._caption(node):
            return
        if post := embeds.of_quote(node, self.base):
            self._post(node, post, out)
            return
        inner: list[Piece] = []
        self._children(node, inner)
        if text := joined(blocks_of(inner)):
            out.append(Block("quote", markdown.quote(text)))

    def _post(self, node: Element, post: Embed, out: list[Piece]) -> None:
        """A quoted post: its words as a quotation, then its address."""
        inner: list[Piece] = []
        self._children(node, inner)
        if text := joined(blocks_of(inner)):
            out.append(Block("quote", markdown.quote(text)))
        self._put_embed(post, out)

    def _pre(self, node: Element, out: list[Piece]) -> None:
        if not preformatted.is_prose(node):
            words = characters.scrub(node.text) if self.odd else node.text
            if words.strip():
                out.append(Block("code", markdown.fence(words)))
            return
        inner: list[Piece] = []
        self._lines(node, inner)
        for piece in merged(inner):
            out.extend([piece] if isinstance(piece, Block) else preformatted.blocks(piece))

    def _lines(self, node: Element, out: list[Piece]) -> None:
        """The inline Markdown of preformatted text: lines are as they stand."""
        for child in node.children:
            if isinstance(child, Text):
                for i, line in enumerate(child.data.split("\n")):
                    if i:
                        out.append(BREAK)
                    if line.strip():
                        self._text(line, out)
            elif isinstance(child, Element):
                if "\n" in child.text and child.tag not in ("a", *_SKIPPED) and child not in self.drops:
                    self._lines(child, out)
                else:
                    self._element(child, out)

    def _rule(self, _node: Element, out: list[Piece]) -> None:
        self._figure = None
        out.append(Block("rule", "---"))

    def _table(self, node: Element, out: list[Piece]) -> None:
        found = tables.rows_of(node, self.drops)
        if found is None:  # a table that only lays out the page: its cells, one after another
            inner: list[Piece] = []
            self._children(node, inner)
            blocks = blocks_of(inner)
            out.extend(blocks[:1] if tables.settle_caption(blocks) else blocks)
            return
        caption, rows, header = found
        if caption is not None:
            self._pieces_of_container(caption, out)
        cells = [[self.line(cell) if cell is not None else "" for cell in row] for row in rows]
        if any(any(row) for row in cells):
            out.append(Block("table", markdown.table(cells, header=header)))

    def _picture(self, node: Element, out: list[Piece]) -> None:
        if words := figures.picture_words(node):
            out.append(words)
            return
        figure = figures.of_image(node, self._links.url)
        if figure is None:
            self.blank_pictures += 1
            return
        if self._figure is not None and self._figure.url == figure.url:
            self._pictured = node  # shown again: what stands beside it says the same
            return
        if self._waiting:
            figure.caption, figure.settled, self._waiting = self._waiting, True, ""
        elif self.odd:
            figure.caption = characters.scrub(figure.caption)
        out.append(Block("figure", figure=figure))
        self._figure, self._pictured = figure, node

    def _figure_element(self, node: Element, out: list[Piece]) -> None:
        """A figure: what it holds, and its caption with the picture; another thing's caption is a paragraph."""
        self._figure = None
        inner: list[Piece] = []
        self._children(node, inner)
        blocks = blocks_of(inner)
        if self._waiting:
            blocks.append(Block("p", markdown.paragraph(markdown.escape(self._waiting))))
            self._waiting = ""
        out.extend(blocks)
        self._figure = None

    def _noscript(self, node: Element, out: list[Piece]) -> None:
        """Only what it holds for readers without scripts: the picture that a script would have shown."""
        if self._figure is None:
            for picture in node.select("img"):
                self._picture(picture, out)

    def _embed(self, node: Element, out: list[Piece]) -> None:
        if embed := embeds.of_element(node, self.base):
            self._put_embed(embed, out)
        elif node.tag == "object":
            self._children(node, out)

    def _put_embed(self, embed: Embed, out: list[Piece]) -> None:
        self.embeds.append(embed)
        text = f"<{markdown.target(embed.url)}>"
        out.append(Block("embed", text, embed=embed))
        self._figure = None

    def _note(self, node: Element, out: list[Piece]) -> None:
        """The words of a footnote, without the way back to its mark."""
        number = self._notes.bodies.pop(node)
        kept, self.drops = self.drops, self.drops | frozenset(footnotes.ways_back(node))
        inner: list[Piece] = []
        self._children(node, inner)
        self.drops = kept
        text = re.sub(r"^[\s.、:：]+", "", joined(blocks_of(inner)))
        if text:
            out.append(
                Block("note", markdown.indent(text, f"[^{number}]:").replace("\n" + " " * (len(number) + 5), "\n    "))
            )


def _plain_heading(words: str) -> str:
    """A heading's words without the bold type around all of them, which says nothing of a heading."""
    for start, end in ((STRONG, STRONG_END), ("**", "**")):
        inner = words[len(start) : -len(end)]
        if words.startswith(start) and words.endswith(end) and inner and start not in inner and end not in inner:
            return inner.strip()
    return words


_HANDLERS: dict[str, Callable[[Walker, Element, list[Piece]], None]] = {
    "br": Walker._break,
    "b": Walker._strong,
    "strong": Walker._strong,
    "i": Walker._em,
    "em": Walker._em,
    "cite": Walker._em,
    "del": Walker._struck,
    "s": Walker._struck,
    "strike": Walker._struck,
    "a": Walker._link,
    "code": Walker._code,
    "kbd": Walker._code,
    "samp": Walker._code,
    "q": Walker._quoted,
    "h1": Walker._heading,
    "h2": Walker._heading,
    "h3": Walker._heading,
    "h4": Walker._heading,
    "h5": Walker._heading,
    "h6": Walker._heading,
    "ul": Walker._list,
    "ol": Walker._list,
    "menu": Walker._list,
    "dt": Walker._term,
    "blockquote": Walker._quote,
    "pre": Walker._pre,
    "xmp": Walker._pre,
    "hr": Walker._rule,
    "table": Walker._table,
    "img": Walker._picture,
    "amp-img": Walker._picture,
    "figure": Walker._figure_element,
    "noscript": Walker._noscript,
}


_ITEM = re.compile(r"\bmso-list:\s*l\d")
"""A paragraph that a word processor wrote as a list's item, its mark in a span of which it says ``mso-list:Ignore``."""


def _unseen(attrs: Mapping[str, str | list[str] | None]) -> bool:
    """Whether attributes hide an element that is otherwise shown."""
    return "hidden" in attrs or ("style" in attrs and NO_DISPLAY.search(str(attrs["style"])) is not None)
