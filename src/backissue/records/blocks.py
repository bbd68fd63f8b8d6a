"""The blocks a body is made of, between the tree and Markdown.

A block knows its Markdown late: headings wait for their level, figures for
their caption. Refuses to know HTML.
"""

from __future__ import annotations

from dataclasses import dataclass

from backissue.model import Embed
from backissue.records.figures import Figure
from backissue.text import markdown

__all__ = ["Block", "Piece", "blocks_of", "joined", "merged"]


@dataclass(slots=True, eq=False)
class Block:
    """One block: ``kind`` is p, h, list, quote, table, code, rule, figure, embed or note.

    ``text`` is its Markdown (of a heading: inline, without ``#``); ``level`` is
    a heading's as printed; ``ordered`` tells a list's kind.
    """

    kind: str
    text: str = ""
    level: int = 0
    ordered: bool = False
    figure: Figure | None = None
    embed: Embed | None = None

    def written(self, levels: dict[int, int] | None = None) -> str:
        """Its Markdown; ``levels`` maps printed levels of headings to ours, and without it a heading is bold."""
        if self.figure is not None:
            return markdown.image(self.figure.caption, self.figure.url, self.figure.credit or None)
        if self.kind == "h":
            if levels is None:
                return markdown.paragraph(f"{markdown.STRONG}{self.text}{markdown.STRONG_END}")
            return markdown.heading(self.text, levels[self.level])
        return self.text


Piece = str | Block
"""A piece of a line: escaped text with marks, or a block that stood inside it."""


def blocks_of(pieces: list[Piece]) -> list[Block]:
    """Pieces as blocks: each run of text is a paragraph, two breaks or a break and an indent begin another."""
    out: list[Block] = []
    if len(pieces) == 1 and type(pieces[0]) is Block:
        return [pieces[0]]
    try:
        _paragraphs("".join(pieces), out)  # type: ignore[arg-type]  # a block refuses; most pieces are text alone
        return out
    except TypeError:
        pass
    run: list[str] = []
    for piece in pieces:
        if type(piece) is str:
            run.append(piece)
            continue
        if run:
            _paragraphs("".join(run), out)
            run = []
        out.append(piece)  # type: ignore[arg-type]
    if run:
        _paragraphs("".join(run), out)
    return out


def _paragraphs(text: str, out: list[Block]) -> None:
    if text == " ":
        return
    if markdown.BREAK in text:
        out.extend(Block("p", part) for part in markdown.paragraphs(text))
    elif words := markdown.paragraph(text):
        out.append(Block("p", words))


_LATE = frozenset(("h", "figure"))


def joined(blocks: list[Block], levels: dict[int, int] | None = None) -> str:
    """Blocks as Markdown, a blank line between them; lists that follow each other stay two."""
    if sum([block.kind == "list" for block in blocks]) < 2:  # as in most articles
        written = [b.written(levels) if b.kind in _LATE else b.text for b in blocks]
        return "\n\n".join([text for text in written if text])
    out: list[str] = []
    last: Block | None = None
    other = False
    for block in blocks:
        text = block.written(levels) if block.kind in _LATE else block.text
        if not text:
            continue
        if block.kind == "list" and last is not None and last.kind == "list" and last.ordered == block.ordered:
            other = not other
            if other:
                text = markdown.other_markers(text)
        else:
            other = False
        out.append(text)
        last = block
    return "\n\n".join(out)


def merged(pieces: list[Piece]) -> list[Piece]:
    """Pieces with neighbouring text joined."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        else:
            out.append(piece)
    return out
