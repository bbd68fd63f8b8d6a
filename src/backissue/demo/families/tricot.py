"""A design to judge by: a volunteers’ paper of 2021 made by a generator of still pages."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Ladle(Freehand):
    """2021: a generator's popular theme: breadcrumbs with angles, the headline, one line with day, minutes and name parted by dots, a table of contents that folds, headings with anchors, tags as a list, a pager and round buttons, the generator's line."""

    name = "ladle"
    category = True

    def draw(self, rng: Random) -> None:
        """Whether contents are shown, how it signs."""
        self.contents = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a}", "{a}與{b}"))
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("{a}", "{a} & {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2021``; ``2021-03-08``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t:%Y-%m-%d}"

    def frame(self, page: Shell) -> str:
        """Header, main, footer."""
        menu = self.menu(page.paper, '<li><a href="{url}" title="{name}"><span>{name}</span></a></li>')
        return f'<!DOCTYPE html>\n<html lang="{self.language}" dir="auto"><head>{heads(page.charset)}<title>{esc(page.title)} | {esc(page.paper.name)}</title><meta name="generator" content="Still 0.80"></head>\n<body id="top"><header class="header"><nav class="nav"><div class="logo"><a href="/" accesskey="h">{esc(page.paper.name)}</a><button id="theme-toggle"></button></div><ul id="menu">{menu}</ul></nav></header>\n<main class="main">\n{page.main}\n</main>\n<footer class="footer"><span>{esc(page.paper.rights)}</span> <span><a href="/about">{self.word("關於", "About")}</a></span> <span>Powered by Still</span></footer></body></html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Anchored headings."""
        return (
            f'<h2 id="h">{spans(block.spans)}<a hidden class="anchor" aria-hidden="true" href="#h">#</a></h2>'
            if block.kind == "h"
            else super().block(copy, block)
        )

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure."""
        credit = f"<h4>{esc(picture.credit)}</h4>" if picture.credit else ""
        return f'<figure class="align-center"><img loading="lazy" src="{self.source(copy, picture)}" alt=""/><figcaption><p>{esc(picture.caption)}</p>{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Post."""
        by = copy.signed("&nbsp;·&nbsp;{}")
        minutes = copy.say(f"{3 + copy.article.index % 5} 分鐘", f"{3 + copy.article.index % 5} min")
        toc = (
            f'<div class="toc"><details><summary accesskey="c"><span class="details">{copy.say("目錄", "Table of Contents")}</span></summary><ul><li><a href="#h">{copy.say("正文", "Story")}</a></li></ul></details></div>\n'
            if self.contents
            else ""
        )
        tags = copy.tags("<li><a href=`{url}`>{tag}</a></li>")
        tags = f'<ul class="post-tags">{tags}</ul>\n' if tags else ""
        prev = copy.others(
            "<a class=`prev` href=`{url}`><span class=`title`>« Prev</span><br><span>{title}</span></a>", 1
        )
        return f'<article class="post-single"><header class="post-header"><div class="breadcrumbs"><a href="/">{copy.say("主頁", "Home")}</a>&nbsp;»&nbsp;<a href="{copy.section_url}">{copy.section}</a></div><h1 class="post-title">{copy.title}</h1><div class="post-meta"><span>{copy.day}</span>&nbsp;·&nbsp;{minutes}{by}</div></header>\n{toc}<div class="post-content">\n{chr(10).join(self.blocks(copy))}\n</div>\n<footer class="post-footer">{tags}<nav class="paginav">{prev}</nav><div class="share-buttons"><a href="#">share</a></div></footer></article>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Entries."""
        rows = "".join(
            f'<article class="post-entry"><header class="entry-header"><h2>{esc(c.title)}</h2></header><div class="entry-content"><p>{esc(c.summary)}</p></div><footer class="entry-footer">{self.day(c.published)}</footer><a class="entry-link" aria-label="post link" href="{attr(c.url)}">{esc(c.title)}</a></article>\n'
            for c in cards
        )
        return f'<header class="page-header"><h1>{esc(heading)}</h1></header>{rows}' + (
            f'<footer class="page-footer"><nav class="pagination"><a class="next" href="{attr(older)}">{self.word("下一頁", "Next")} »</a></nav></footer>'
            if older
            else ""
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<article class="post-single"><header class="post-header"><h1 class="post-title">{esc(heading)}</h1></header><div class="post-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></article>'


DESIGNS: tuple[type[Freehand], ...] = (Ladle,)
ADDRESSES: dict[str, Form] = {
    "posts/id-slug/": Form(lambda _p, a, _v: f"/posts/{a.published:%Y}/{a.id}-{ascii_slug(a)}/")
}
