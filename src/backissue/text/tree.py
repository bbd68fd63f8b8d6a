"""The page as a tree: what every room needs to read HTML, over turbohtml.

``parse`` gives a turbohtml ``Document``; read it with turbohtml's own words
(``children``, ``descendants``, ``iter_elements``, ``attr``) where that reads well. Here is only
what all rooms must do alike: which elements show nothing, which break a line, how
white space falls. Refuses to guess which part of a page is the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Comment, Document, Element, Node, PlainText, SelectorSyntaxError, Text
from turbohtml import parse as _parse

from backissue.model import BadInstruction

__all__ = [
    "BLOCK",
    "HIDDEN",
    "NO_DISPLAY",
    "Comment",
    "Document",
    "Element",
    "Node",
    "Text",
    "classes",
    "clean",
    "first",
    "hidden",
    "lines",
    "own_lines",
    "parse",
    "select",
    "text",
    "visible",
]

_SILENT = (
    "applet area base canvas datalist head link map math meta noembed noframes noscript object option script select"
    " style svg template textarea title"
)
_BREAKING = (
    "address article aside audio blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ol p pre search section"
    " summary table tbody td tfoot th thead tr ul video"
)

HIDDEN = frozenset(_SILENT.split())
"""Elements whose text a reader does not see in place."""

BLOCK = frozenset(_BREAKING.split())
"""Elements that begin and end a line."""

_NO_WIDTH = re.compile(r"[\u200b\u2060\ufeff]")
NO_DISPLAY = re.compile(r"display\s*:\s*none|mso-list\s*:\s*ignore", re.IGNORECASE)
"""Finds in a ``style`` that the element is not shown."""
_PLAIN = PlainText(layout="strict", bullet="", table_cell_separator="\n")


def parse(html: str, *, decoded: bool = False) -> Document:
    """The document of ``html``; never fails.

    NUL is what HTML makes of it, lone surrogates become U+FFFD (they could not be
    written out again), and scripts count as absent, so that ``noscript`` has elements.
    ``decoded`` says that the text comes from bytes and so has no such surrogates, which
    saves a tenth of the cost.
    """
    try:
        if not decoded:
            html.encode("utf-16-le")  # refuses what UTF-8 refuses, at a third of the cost
    except UnicodeEncodeError:
        html = html.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _parse(html, positions=False)


def clean(words: str) -> str:
    """``words`` with every run of white space as one space, none at the ends, and no U+200B, U+2060 or U+FEFF."""
    if not words.isascii() and _NO_WIDTH.search(words):
        words = _NO_WIDTH.sub("", words)
    return " ".join(words.split())


def hidden(element: Element) -> bool:
    """Whether a reader is not shown this element: by its tag, ``hidden``, or its own ``style``."""
    if element.tag in HIDDEN:
        return True
    attrs = element.attrs
    if not attrs:
        return False
    style = element.attr("style")
    return "hidden" in attrs or (style is not None and NO_DISPLAY.search(style) is not None)


def visible(node: Node) -> Iterator[Node]:
    """Every element and text below ``node`` that a reader is shown, in document order; without recursion."""
    stack: list[Node] = list(reversed(node.children))
    while stack:
        here = stack.pop()
        kind = type(here)
        if kind is Element:
            if hidden(here):  # type: ignore[arg-type]
                continue
            yield here
            stack.extend(reversed(here.children))
        elif kind is Text:
            yield here


def text(node: Node) -> str:
    """The visible text of ``node`` in one line, white space collapsed; words of two blocks never touch."""
    return " ".join(own_lines(node))


def own_lines(node: Node) -> list[str]:
    """The visible text of ``node``, one entry a line as blocks and ``<br>`` break it, none of them empty."""
    out: list[str] = []
    line: list[str] = []

    def end() -> None:
        if line:
            words = clean("".join(line))
            line.clear()
            if words:
                out.append(words)

    stack: list[Node | None] = [node]
    while stack:
        here = stack.pop()
        if here is None:
            end()
        elif type(here) is Text:
            line.append(here.data)
        elif type(here) is Element:
            if here is not node and hidden(here):
                continue
            if here.tag in BLOCK:
                end()
                stack.append(None)
            stack.extend(reversed(here.children))
        elif here is node:
            stack.extend(reversed(here.children))
    end()
    return out


def lines(node: Node) -> list[str]:
    """Like ``own_lines`` but ten times faster and blind to ``hidden``: for digests and counts, not for records."""
    whole = node.to_text(_PLAIN)
    if not whole.isascii() and _NO_WIDTH.search(whole):
        whole = _NO_WIDTH.sub("", whole)
    # Inner white space is collapsed already, so that two spaces part the blocks of a table's cell: pages of old are one cell.
    return [line for raw in whole.replace("  ", "\n").split("\n") if (line := raw.strip())]


def classes(element: Element) -> tuple[str, ...]:
    """The element's class names as written."""
    return tuple((element.attr("class") or "").split())


def select(node: Node, selector: str) -> list[Element]:
    """All matches of a CSS ``selector`` below ``node``, in document order; a wrong selector is a BadInstruction."""
    try:
        return node.select(selector)
    except SelectorSyntaxError as error:
        raise BadInstruction(
            f"the selector {selector!r} is wrong: {error}", "Selectors are CSS, as in a browser."
        ) from None


def first(node: Node, selector: str) -> Element | None:
    """The first match of ``selector`` below ``node``, or None; a wrong selector is a BadInstruction."""
    try:
        return node.select_one(selector)
    except SelectorSyntaxError as error:
        raise BadInstruction(
            f"the selector {selector!r} is wrong: {error}", "Selectors are CSS, as in a browser."
        ) from None
