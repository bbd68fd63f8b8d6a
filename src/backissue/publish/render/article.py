"""An article's page as HTML: its head, its text, and what stands below.

Written by hand and not as a template, because there are 50,000 of them and a
template engine costs more than all the rest. The frame around them is a template
like every other page's. Everything archived is escaped here, where it enters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from backissue.publish.render.escaping import escape, escape_text, word
from backissue.publish.render.words import Words

__all__ = ["Foot", "Head", "Meta", "Surroundings", "Turn", "aside", "signature"]

_DETACHED = 'rel="noopener noreferrer nofollow"'


@lru_cache(1 << 12)
def signature(href: str, name: str, role: str, place: str) -> str:
    """One name as printed over an article, leading to its page; ``role`` and ``place`` may be empty."""
    more = "".join([f' <span class="role">{escape(m)}</span>' for m in (role, place) if m])
    return f'<a href="{href}" rel="author">{escape(name)}</a>{more} '


@dataclass(slots=True)
class Head:
    """What stands over the text. Times come as ISO and in words."""

    title: str
    root: str
    section: str = ""
    section_href: str = ""
    labels: Sequence[str] = ()
    hidden: bool = False
    signatures: str = ""
    published: tuple[str, str] = ("", "")
    updated: tuple[str, str] = ("", "")
    between: tuple[str, str] = ("", "")
    former: Sequence[str] = ()
    changes: str = ""
    versions: int = 0

    def html(self, w: Words) -> str:
        """The header element."""
        kicker = f'<a href="{self.root}{self.section_href}">{word(self.section)}</a>' if self.section else ""
        kicker += "".join([f" <span>{word(label)}</span>" for label in self.labels])
        hidden = f'<span lang="{w.language}">{w.raw.byline_hidden}</span> ' if self.hidden else ""
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
            f'<p class="byline">{hidden}{self.signatures}<span class="when" lang="{w.language}">{when}</span></p>\n{below}</header>\n'
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


class Foot:
    """Below an article: where it comes from, and how to cite it. Made once for many articles, in the words of ``w``."""

    def __init__(self, w: Words) -> None:
        raw = w.raw
        self._raw = raw
        self._terms: dict[str, str] = {}
        self._top = f'<section class="source">\n<details class="provenance" open><summary><h2>{raw.provenance}</h2></summary>\n<dl>\n'
        self._leave = f'<details class="leave"><summary>{raw.see_capture}</summary><p>{raw.warning}</p><p><a href="'
        self._go = f'" rel="noopener noreferrer nofollow external">{raw.go_on}: '
        self._cite = f'</details>\n<details class="cite"><summary><h2>{raw.cite}</h2></summary>\n'

    def html(
        self, facts: Sequence[tuple[str, str, str]], capture: str, archive: str, citations: Sequence[tuple[str, str]]
    ) -> str:
        """The section. ``facts`` are a word of the catalogue, safe HTML, and attributes of its element."""
        terms, made = self._terms, self._top
        for fact, value, kind in facts:
            if value:
                term = terms.get(fact)
                if term is None:
                    term = terms[fact] = f"<dt>{self._raw.get(fact)}</dt><dd"
                made += f"{term}{kind}>{value}</dd>\n"
        made += "</dl>\n"
        if capture:
            made += f"{self._leave}{escape(capture)}{self._go}{word(archive)}</a></p></details>\n"
        cites = [
            f'<h3>{name}</h3><pre tabindex="0"><code>{escape_text(text)}</code></pre>\n' for name, text in citations
        ]
        return f"{made}{self._cite}{''.join(cites)}</details>\n</section>\n"


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
        said, here = escape(self.description), escape(self.here)
        made = f'<meta name="description" content="{said}">\n' if said else ""
        made += '<meta property="og:type" content="article">\n'
        if self.title:
            made += f'<meta property="og:title" content="{escape(self.title)}">\n'
        made += f'<meta property="og:site_name" content="{word(self.paper)}">\n'
        if said:
            made += f'<meta property="og:description" content="{said}">\n'
        if self.published:
            made += f'<meta property="article:published_time" content="{self.published}">\n'
        if self.updated:
            made += f'<meta property="article:modified_time" content="{self.updated}">\n'
        if self.section:
            made += f'<meta property="article:section" content="{word(self.section)}">\n'
        if here:
            made += f'<meta property="og:url" content="{here}">\n'
        if self.image:
            made += f'<meta property="og:image" content="{escape(self.image)}">\n'
        if here:
            made += f'<link rel="canonical" href="{here}">\n'
        for rel, href in self.relations:
            made += f'<link rel="{rel}" href="{escape(href)}">\n'
        return f'{made}<script type="application/ld+json">{self.data}</script>\n'


@dataclass(slots=True)
class Turn:
    """A neighbour: where, and its title."""

    href: str
    title: str
    language: str


@dataclass(slots=True)
class Surroundings:
    """What stands between an article's text and its foot, and changes with its neighbours. ``related`` is HTML already."""

    related: str = ""
    tags: Sequence[tuple[str, str]] = ()
    aliases: Sequence[str] = ()
    before: Turn | None = None
    after: Turn | None = None

    def html(self, w: Words, paper_language: str) -> str:
        """Tags, the article's end, the way on, related articles."""
        tags = ""
        if self.tags or self.aliases:
            own = " ".join(
                [
                    f'<a href="{href}" rel="tag">{word(tag)}</a>' if href else f'<span class="tag">{word(tag)}</span>'
                    for tag, href in self.tags
                ]
            )
            more = "".join([f' <span class="tag alias">{word(tag)}</span>' for tag in self.aliases])
            tags = f'<p class="tags"><span lang="{w.language}">{w.raw.tags}</span> {own}{more}</p>\n'
        turn = ""
        if self.before or self.after:
            turn = f'<nav class="turn" aria-label="{w.plain("turn")}" data-w-label="turn">'
            if self.before:
                turn += _turn("before", "prev", w.raw.previous, self.before, w.raw.untitled)
            if self.after:
                turn += _turn("after", "next", w.raw.next, self.after, w.raw.untitled)
            turn += "</nav>\n"
        related = ""
        if self.related:
            related = f'<section class="related"><h2>{w.raw.related}</h2><ul class="list" lang="{word(paper_language)}">{self.related}</ul></section>\n'
        return f"{tags}</article>\n{turn}{related}"


def _turn(kind: str, rel: str, way: str, to: Turn, untitled: str) -> str:
    return (
        f'<a class="{kind}" rel="{rel}" href="{to.href}"><span class="way">{way}</span> '
        f'<span lang="{word(to.language)}">{escape(to.title) or untitled}</span></a>'
    )
