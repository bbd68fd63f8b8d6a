"""An article's page as HTML: its head, its text, and what stands below.

Written by hand and not as a template, because there are 50,000 of them and a
template engine costs more than all the rest. The frame around them is a template
like every other page's. Everything archived is escaped here, where it enters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backissue.publish.render.escaping import escape
from backissue.publish.render.words import Words

__all__ = ["Byline", "Foot", "Head", "Meta", "Page", "Turn", "aside"]

_DETACHED = 'rel="noopener noreferrer nofollow"'


@dataclass(slots=True)
class Byline:
    """One name as printed over an article, and its page."""

    name: str
    href: str
    more: tuple[str, ...] = ()


@dataclass(slots=True)
class Head:
    """What stands over the text. Times come as ISO and in words."""

    title: str
    root: str
    section: str = ""
    section_href: str = ""
    labels: Sequence[str] = ()
    hidden: bool = False
    authors: Sequence[Byline] = ()
    published: tuple[str, str] = ("", "")
    updated: tuple[str, str] = ("", "")
    between: tuple[str, str] = ("", "")
    former: Sequence[str] = ()
    changes: str = ""
    versions: int = 0

    def html(self, w: Words) -> str:
        """The header element."""
        kicker = f'<a href="{self.root}{self.section_href}">{escape(self.section)}</a>' if self.section else ""
        kicker += "".join([f" <span>{escape(label)}</span>" for label in self.labels])
        names = f'<span lang="{w.language}">{w.raw.byline_hidden}</span> ' if self.hidden else ""
        for one in self.authors:
            more = "".join([f' <span class="role">{escape(m)}</span>' for m in one.more])
            names += f'<a href="{self.root}{one.href}" rel="author">{escape(one.name)}</a>{more} '
        if self.published[0]:
            when = f'<time datetime="{self.published[0]}">{self.published[1]}</time>'
        elif self.between[0]:
            when = str(w.put("between", first=self.between[0], last=self.between[1]))
        else:
            when = w.raw.undated
        if self.updated[0]:
            when += f' <span class="updated">{w.raw.updated} <time datetime="{self.updated[0]}">{self.updated[1]}</time></span>'
        below = ""
        if self.former:
            titles = " ".join([f"<q>{escape(t)}</q>" for t in self.former])
            below = f'<p class="former"><span lang="{w.language}">{w.raw.formerly}</span> {titles}</p>\n'
        if self.changes:
            below += f'<p class="changes" lang="{w.language}"><a href="{self.root}{self.changes}">{w.put("revision_link", n=self.versions)}</a></p>\n'
        return (
            '<header class="head">\n'
            + (f'<p class="kicker">{kicker}</p>\n' if kicker else "")
            + f"<h1>{escape(self.title) or w.raw.untitled}</h1>\n"
            f'<p class="byline">{names}<span class="when" lang="{w.language}">{when}</span></p>\n{below}</header>\n'
        )


def aside(w: Words, embeds: Sequence[tuple[str, str, str]], mentions: Sequence[tuple[str, str, str, bool]]) -> str:
    """What the page showed of other hosts: (platform, words, href), and posts it speaks of: (…, whether held)."""
    if not embeds and not mentions:
        return ""
    made = '<aside class="embeds">'
    if embeds:
        rows = "".join([f"<li>{_role(p)}{_out(href, words)}</li>" for p, words, href in embeds])
        made += f'<h2 lang="{w.language}">{w.raw.embeds}</h2><ul>{rows}</ul>'
    if mentions:
        rows = "".join(
            [
                f"<li>{_role(p)}{_out(href, words)}{'' if held else _not_held(w)}</li>"
                for p, words, href, held in mentions
            ]
        )
        made += f'<h2 lang="{w.language}">{w.raw.mentions}</h2><ul>{rows}</ul>'
    return f"{made}</aside>\n"


def _role(text: str) -> str:
    return f'<span class="role">{escape(text)}</span> ' if text else ""


def _not_held(w: Words) -> str:
    return f' <span class="role" lang="{w.language}">{w.raw.not_held}</span>'


def _out(href: str, words: str) -> str:
    return f'<a href="{escape(href)}" {_DETACHED}>{escape(words)}</a>' if href else escape(words)


@dataclass(slots=True)
class Foot:
    """Where an article comes from, and how to cite it. ``facts`` are word, value, and the class or language of the value."""

    facts: Sequence[tuple[str, str, str]]
    capture: str
    archive: str
    citations: Sequence[tuple[str, str]]

    def html(self, w: Words) -> str:
        """The section below an article."""
        told = "".join(
            [f"<dt>{w.raw.get(word)}</dt><dd{kind}>{value}</dd>\n" for word, value, kind in self.facts if value]
        )
        leave = ""
        if self.capture:
            leave = (
                f'<details class="leave"><summary>{w.raw.see_capture}</summary><p>{w.raw.warning}</p>'
                f'<p><a href="{escape(self.capture)}" rel="noopener noreferrer nofollow external">{w.raw.go_on}: {escape(self.archive)}</a></p></details>\n'
            )
        cites = "".join(
            [f'<h3>{name}</h3><pre tabindex="0"><code>{escape(text)}</code></pre>\n' for name, text in self.citations]
        )
        return (
            f'<section class="source">\n<details class="provenance" open><summary><h2>{w.raw.provenance}</h2></summary>\n<dl>\n{told}</dl>\n{leave}</details>\n'
            f'<details class="cite"><summary><h2>{w.raw.cite}</h2></summary>\n{cites}</details>\n</section>\n'
        )


@dataclass(slots=True)
class Meta:
    """What an article's ``head`` says to machines; ``here`` is its whole address, ``image`` a picture's, if known."""

    title: str
    paper: str
    description: str = ""
    published: str = ""
    updated: str = ""
    section: str = ""
    here: str = ""
    image: str = ""
    relations: Sequence[tuple[str, str]] = ()
    data: str = ""

    def html(self) -> str:
        """The elements, one a line."""
        named = (
            ("og:title", self.title),
            ("og:site_name", self.paper),
            ("og:description", self.description),
            ("article:published_time", self.published),
            ("article:modified_time", self.updated),
            ("article:section", self.section),
            ("og:url", self.here),
            ("og:image", self.image),
        )
        made = f'<meta name="description" content="{escape(self.description)}">\n' if self.description else ""
        made += '<meta property="og:type" content="article">\n'
        made += "".join([f'<meta property="{k}" content="{escape(v)}">\n' for k, v in named if v])
        if self.here:
            made += f'<link rel="canonical" href="{escape(self.here)}">\n'
        made += "".join([f'<link rel="{rel}" href="{escape(href)}">\n' for rel, href in self.relations])
        return f'{made}<script type="application/ld+json">{self.data}</script>\n'


@dataclass(slots=True)
class Turn:
    """A neighbour: where, and its title."""

    href: str
    title: str
    language: str


@dataclass(slots=True)
class Page:
    """An article between its neighbours. ``text``, ``related`` and ``foot`` are HTML already."""

    language: str
    text: str
    foot: str
    related: str = ""
    tags: Sequence[tuple[str, str]] = ()
    aliases: Sequence[str] = ()
    before: Turn | None = None
    after: Turn | None = None

    def html(self, w: Words, paper_language: str) -> str:
        """What stands in ``main``."""
        tags = ""
        if self.tags or self.aliases:
            own = " ".join(
                [
                    f'<a href="{href}" rel="tag">{escape(tag)}</a>'
                    if href
                    else f'<span class="tag">{escape(tag)}</span>'
                    for tag, href in self.tags
                ]
            )
            more = "".join([f' <span class="tag alias">{escape(tag)}</span>' for tag in self.aliases])
            tags = f'<p class="tags"><span lang="{w.language}">{w.raw.tags}</span> {own}{more}</p>\n'
        turn = ""
        if self.before or self.after:
            turn = f'<nav class="turn" aria-label="{w.plain("turn")}" data-w-label="turn">'
            for one, kind, rel, word in (
                (self.before, "before", "prev", w.previous),
                (self.after, "after", "next", w.next),
            ):
                if one:
                    turn += (
                        f'<a class="{kind}" rel="{rel}" href="{one.href}"><span class="way">{word}</span> '
                        f'<span lang="{escape(one.language)}">{escape(one.title) or w.raw.untitled}</span></a>'
                    )
            turn += "</nav>\n"
        related = ""
        if self.related:
            related = f'<section class="related"><h2>{w.raw.related}</h2><ul class="list" lang="{escape(paper_language)}">{self.related}</ul></section>\n'
        return f'<article lang="{escape(self.language)}">\n{self.text}{tags}</article>\n{turn}{related}{self.foot}'
