"""A design to judge by: an island newsletter of 2013 on a builder for small sites."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Grommet(Freehand):
    """2013: a small builder's blog: title, a day and a count of remarks on two sides, text with spans of the editor, pictures in wrappers with a caption's line, categories and archive at the right, badges of the builder."""

    name = "grommet"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Where the signature stands, how it signs."""
        self.below = rng.random() < 0.5
        self.hand = choose(
            rng, Hand("文：{a}", "文：{a}、{b}", role="文"), Hand("撰文 {a}", "撰文 {a}、{b}", role="撰文")
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("Story by {a}", "Story by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``03/08/2013``; ``2013/3/8``."""
        return f"{t:%d}/{t:%m}/{t.year}" if self.english else f"{t.year}/{t.month}/{t.day}"

    def frame(self, page: Shell) -> str:
        """Wrapper, nav, banner, two columns."""
        menu = self.menu(
            page.paper, '<li class="wsite-menu-item-wrap"><a class="wsite-menu-item" href="{url}">{name}</a></li>'
        )
        side = self.menu(page.paper, '<a class="blog-link" href="{url}">{name}</a><br>')
        return f'<!DOCTYPE html>\n<html lang="{self.language}"><head>{heads(page.charset)}<title>{esc(page.title)} - {esc(page.paper.name)}</title><link rel="stylesheet" href="/files/main_style.css"></head>\n<body class="wsite-theme-light wsite-page-blog"><div id="wrapper"><span class="wsite-logo"><a href="/"><span id="wsite-title">{esc(page.paper.name)}</span></a></span><ul class="wsite-menu-default">{menu}</ul><div id="banner"></div>\n<table id="blogTable"><tr><td valign="top">\n{page.main}\n</td><td class="blog-sidebar-separator"></td><td valign="top" class="blog-sidebar"><h2 class="wsite-content-title">{self.word("分類", "Categories")}</h2><p class="blog-category-list">{side}</p></td></tr></table>\n<div id="footer">{esc(page.paper.rights)} <a href="/about.html">{self.word("關於", "About")}</a></div></div></body></html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's divisions."""
        if block.kind == "p":
            return f'<div class="paragraph" style="text-align:left;"><span>{spans(block.spans)}</span><br></div>'
        if block.kind == "h":
            return f'<h2 class="wsite-content-title" style="text-align:left;">{spans(block.spans)}<br></h2>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A wrapper."""
        credit = f" ({esc(picture.credit)})" if picture.credit else ""
        return f'<div><div class="wsite-image wsite-image-border-none" style="text-align:center"><a><img src="{self.source(copy, picture)}" alt="" style="width:auto;max-width:100%"></a><div style="display:block;font-size:90%">{esc(picture.caption)}{credit}</div></div></div>'

    def story(self, copy: Copy) -> str:
        """Post."""
        by = copy.signed('<div class="paragraph"><em>{}</em></div>\n')
        body = chr(10).join(self.blocks(copy))
        more = copy.others("<p class=`also`><a href=`{url}`>{title}</a></p>", 3)
        said = copy.remarks(
            '<div class="blogCommentWrap"><div class="blogCommentAuthor">{who}</div><div class="blogCommentDate">{when}</div><div class="blogCommentText"><p>{what}</p></div></div>'
        )
        return f'<div id="blog-post-{copy.article.id}" class="blog-post"><div class="blog-header"><h2 class="blog-title"><a class="blog-title-link" href="{attr(copy.url)}">{copy.title}</a></h2><p class="blog-date"><span class="date-text">{copy.day}</span></p><p class="blog-comments"><a href="#comments">{copy.article.index % 5} {copy.say("則留言", "Comments")}</a></p></div>\n<p class="filed"><a href="{copy.section_url}">{copy.section}</a></p>\n<div class="blog-content">\n{"" if self.below else by}{body}\n{by if self.below else ""}</div>\n<div class="blog-social"><a href="#">Like</a></div></div>\n<div id="commentArea">{said}</div>{more}'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Posts."""
        rows = "".join(
            f'<div class="blog-post"><h2 class="blog-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="blog-date">{self.day(c.published)}</p><div class="paragraph">{esc(c.summary)}</div></div>\n'
            for c in cards
        )
        return f'<h2 class="arch">{esc(heading)}</h2>{rows}' + (
            f'<div class="blog-page-nav"><a href="{attr(older)}">{self.word("較舊", "Previous")}</a></div>'
            if older
            else ""
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<h2 class="wsite-content-title">{esc(heading)}</h2>{"".join(f"<div class={chr(34)}paragraph{chr(34)}>{esc(p)}</div>" for p in paragraphs)}'


DESIGNS: tuple[type[Freehand], ...] = (Grommet,)
ADDRESSES: dict[str, Form] = {
    "1/post/y/m/slug.html": Form(lambda _p, a, _v: f"/1/post/{a.published:%Y/%m}/{ascii_slug(a)}.html", has_id=False)
}
