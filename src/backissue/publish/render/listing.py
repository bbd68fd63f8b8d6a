"""A page that lists articles, as HTML: title, where it belongs, neighbours, and groups of items.

By hand for the same reason as ``article.py``: a paper with 15,000 tags has 15,000
of these. What is passed as ``str`` is escaped here, what is passed as ``Markup`` is safe.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from backissue.publish.render.escaping import escape, safe
from backissue.publish.render.words import Words

__all__ = ["Group", "Listing"]


@dataclass(slots=True)
class Group:
    """Some articles under one heading; ``kind`` is the list's class."""

    items: Markup
    heading: Markup | str = ""
    href: str = ""
    id: str = ""
    count: str = ""
    kind: str = "list"

    def html(self, root: str, language: str) -> str:
        """The section element."""
        head = ""
        if self.heading:
            inner = f'<a href="{root}{self.href}">{safe(self.heading)}</a>' if self.href else safe(self.heading)
            n = f' <span class="n">{self.count}</span>' if self.count else ""
            head = f"<h2>{inner}{n}</h2>"
        mark = f' id="{self.id}"' if self.id else ""
        return f'<section class="group"{mark}>{head}<ul class="{self.kind}" lang="{language}">{safe(self.items)}</ul></section>\n'


@dataclass(slots=True)
class Listing:
    """What stands in ``main``. ``turn`` are the pages before and after, as words and address; ``feed`` an Atom feed."""

    root: str
    language: str
    heading: Markup | str
    groups: Sequence[Group]
    heading_language: str = ""
    crumbs: Sequence[tuple[Markup | str, str]] = ()
    total: int | None = None
    span: str = ""
    feed: str = ""
    note: Markup | str = ""
    aliases: Sequence[str] = ()
    turn: Sequence[tuple[str, str] | None] = ()
    extra: Markup = field(default_factory=Markup)

    def html(self, w: Words) -> str:
        """The whole of it."""
        root, lang = self.root, escape(self.language)
        crumbs = " › ".join([f'<a href="{root}{href}">{safe(text)}</a>' for text, href in self.crumbs])
        made = ['<header class="title">', f'<p class="crumbs">{crumbs}</p>' if crumbs else ""]
        speech = f' lang="{escape(self.heading_language)}"' if self.heading_language else ""
        made.append(f"<h1{speech}>{safe(self.heading)}</h1>")
        total = safe(w.count(self.total)) if self.total is not None else ""
        span = f' <span class="span">{escape(self.span)}</span>' if self.span else ""
        feed = f' <a class="feed" href="{self.feed}">{w.raw.feed}</a>' if self.feed else ""
        if total or span or feed:
            made.append(f'<p class="sum">{total}{span}{feed}</p>')
        if self.note:
            made.append(f'<p class="note">{safe(self.note)}</p>')
        if self.aliases:
            tags = " ".join([f'<span class="tag">{escape(a)}</span>' for a in self.aliases])
            made.append(f'<p class="note">{w.raw.aliases} <span lang="{lang}">{tags}</span></p>')
        made.append("</header>\n")
        if any(self.turn):
            made.append(f'<nav class="turn" aria-label="{w.plain("turn")}" data-w-label="turn">')
            for one, kind, rel, form in (
                (self.turn[0], "before", "prev", '<span class="way">‹</span> {}'),
                (self.turn[1], "after", "next", '{} <span class="way">›</span>'),
            ):
                if one:
                    words = form.format(escape(one[0]))
                    made.append(f'<a class="{kind}" rel="{rel}" href="{root}{one[1]}">{words}</a>')
            made.append("</nav>\n")
        made.append(safe(self.extra))
        made += [group.html(root, lang) for group in self.groups]
        return "".join(made)
