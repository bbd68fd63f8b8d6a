"""Tables: which of them hold data, and which only hold the page together.

Refuses to make a pipe table of what a pipe table cannot hold: nested tables,
and cells with paragraphs, become text in reading order.
"""

from __future__ import annotations

from collections.abc import Sequence

from backissue.records.blocks import Block
from backissue.text import markdown
from backissue.text.tree import Element

__all__ = ["rows_of", "settle_caption"]

_LONGEST_CELL = 400
_MOST_ROWS = 2000
_MOST_COLUMNS = 60


def rows_of(node: Element, drops: frozenset[Element]) -> tuple[Element | None, list[list[Element | None]], bool] | None:
    """Caption, rows of cells (None pads what spans) and whether the first row is a header; None for layout."""
    if node.attr("role") in ("presentation", "none") or node.select_one("table"):
        return None
    caption: Element | None = None
    rows: list[list[Element | None]] = []
    header = False
    for line in _lines(node):
        if line.tag == "caption":
            caption = line
            continue
        if line in drops:
            continue
        cells: list[Element | None] = []
        tags = set()
        for child in line.children:
            if not isinstance(child, Element) or child.tag not in ("td", "th") or child in drops:
                continue
            cells.append(child)
            tags.add(child.tag)
            span = child.attr("colspan") or "1"
            cells.extend([None] * (min(int(span), _MOST_COLUMNS) - 1 if span.isdecimal() else 0))
        if not cells:
            continue
        parent = line.parent
        if not rows:
            header = tags == {"th"} or (isinstance(parent, Element) and parent.tag == "thead")
        rows.append(cells)
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or width < 2 or width > _MOST_COLUMNS or len(rows) > _MOST_ROWS:
        return None
    for row in rows:
        for cell in row:
            if cell is not None and (len(cell.text) > _LONGEST_CELL or len(cell.select("p, div, li")) > 3):
                return None
    return caption, rows, header


def _lines(node: Element) -> list[Element]:
    """The rows of a table, and its caption, in order."""
    out: list[Element] = []
    for child in node.children:
        if not isinstance(child, Element):
            continue
        if child.tag in ("tbody", "thead", "tfoot"):
            out += [row for row in child.children if isinstance(row, Element) and row.tag == "tr"]
        elif child.tag in ("tr", "caption"):
            out.append(child)
    return out


def settle_caption(blocks: Sequence[Block]) -> bool:
    """Whether blocks of a table or an item are one picture and a line or two below it, as old pages and galleries had them.

    The first line is its caption then, the second says who took it.
    """
    figure, below = (blocks[0].figure if blocks else None), blocks[1:]
    if figure is None or figure.settled or not 1 <= len(below) <= 2:
        return False
    if any(b.kind != "p" or "\n" in b.text or "](" in b.text for b in below):
        return False
    if any(len(b.text) > most for b, most in zip(below, (_LONGEST_LINE, _LONGEST_CREDIT), strict=False)):
        return False
    figure.caption, figure.settled = markdown.plain(below[0].text), True
    if len(below) == 2:
        figure.credit = markdown.plain(below[1].text)
    return True


_LONGEST_LINE, _LONGEST_CREDIT = 160, 64
