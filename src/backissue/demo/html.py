"""HTML by hand: escaping, and the blocks every design writes alike unless it has its own way."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from .stories import Block, Picture, Span

__all__ = ["attr", "esc", "spans", "table", "write"]


def esc(text: str) -> str:
    """Text for between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attr(text: str) -> str:
    """Text for a double-quoted attribute."""
    return escape(text, quote=True)


def spans(parts: tuple[Span, ...]) -> str:
    """Running text with its links and bold words."""
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(esc(part))
        elif part[0] == "a":
            out.append(f'<a href="{attr(part[2])}">{esc(part[1])}</a>')
        else:
            out.append(f"<strong>{esc(part[1])}</strong>")
    return "".join(out)


def table(rows: tuple[tuple[str, ...], ...], more: str = "") -> str:
    """A table with a head row."""
    head = "".join(f"<th>{esc(c)}</th>" for c in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>\n" for row in rows[1:])
    return f"<table{more}>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


def write(block: Block, figure: Callable[[Picture], str], *, p: str = "p", h: str = "h3", note: str = "") -> str:
    """One block; ``p`` and ``h`` are the opening tags' insides (``p class="x"``), ``note`` a note's class attribute."""
    kind = block.kind
    if kind == "p":
        return f"<{p}>{spans(block.spans)}</{p.split(maxsplit=1)[0]}>"
    if kind == "h":
        return f"<{h}>{spans(block.spans)}</{h.split(maxsplit=1)[0]}>"
    if kind == "note":
        return f"<p{note}><em>{spans(block.spans)}</em></p>"
    if kind == "quote":
        return f"<blockquote><p>{spans(block.spans)}</p></blockquote>"
    if kind in {"ul", "ol"}:
        return f"<{kind}>\n" + "".join(f"<li>{esc(i)}</li>\n" for i in block.items) + f"</{kind}>"
    if kind == "table":
        return table(block.rows)
    if kind == "embed":
        return f'<div class="video"><iframe width="560" height="315" src="{attr(block.url)}" allowfullscreen></iframe></div>'
    assert block.picture is not None
    return figure(block.picture)
