"""A design to judge by: a neighbourhood paper of 2012 on a service for short posts."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Hammer(Freehand):
    """2012: a short-post service's theme: headline and text in one post, who sent it in the text's opening line, the hour as a permalink below, hashes, a count of notes and who liked it, an avatar and what the blog is at the left."""

    name = "hammer"
    timed = True
    category = True

    def draw(self, rng: Random) -> None:
        """Where the signature stands, how it signs."""
        self.ends = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("文：{a}", "文：{a}、{b}", photo="文：{a}　圖：{b}", role="文", roles=("文", "圖")),
            Hand("撰文／{a}", "撰文／{a}、{b}", role="撰文"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("Words: {a}", "Words: {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2012 at 9:05pm``; ``2012年3月8日 21:05``."""
        return (
            f"{MONTHS[t.month - 1]} {t.day}, {t.year} at {clock(t, 'am', 'pm').replace(' ', '')}"
            if self.english
            else f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"
        )

    def frame(self, page: Shell) -> str:
        """A left column that stays, the posts, a line of the service."""
        paper = page.paper
        menu = self.menu(paper, '<li><a href="{url}">{name}</a></li>')
        return f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} | {esc(paper.name)}</title>\n<meta name="color:Background" content="#eeeeee">\n<link rel="stylesheet" href="/static/theme.css">\n</head>\n<body class="permalink-page">\n<div id="left-pane"><img class="portrait" src="/avatar_128.png" alt=""><h1 class="blog-title"><a href="/">{esc(paper.name)}</a></h1><p class="description">{self.word("街坊寫給街坊。", "By neighbours, for neighbours.")}</p><ul class="pages">{menu}<li><a href="/ask">{self.word("留言給我們", "Ask us anything")}</a></li><li><a href="/about">{self.word("關於", "About")}</a></li></ul><form class="search" action="/search"><input name="q"></form></div>\n<div id="posts">\n{page.main}\n</div>\n<div id="bottom">{esc(paper.rights)} <a href="http://theme.example">{self.word("主題", "Theme")}: Plain</a></div>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The post's tags."""
        if block.kind == "h":
            return f"<p><b>{spans(block.spans)}</b></p>"
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An inline picture and small words."""
        credit = f" ({esc(picture.credit)})" if picture.credit else ""
        return f'<figure class="tmblr-full"><img src="{self.source(copy, picture)}" alt=""><figcaption>{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """The post, its line, its hashes, its notes."""
        by = copy.signed('<p class="sig"><i>{}</i></p>\n')
        body = "\n".join(self.blocks(copy))
        body = f"{body}\n{by}" if self.ends else f"{by}{body}"
        tags = copy.tags('<a class="tag" href="{url}">#{tag}</a>', " ")
        tags = f'<div class="tags">{tags}</div>\n' if tags else ""
        notes = copy.remarks(
            '<li class="note"><span class="action"><b>{who}</b> {when}</span><blockquote><span>{what}</span></blockquote></li>'
        )
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 3)
        return f'<div class="post text" id="post-{copy.article.id}">\n<div class="filed"><a href="{copy.section_url}">{copy.section}</a></div>\n<h2 class="title">{copy.title}</h2>\n<div class="caption-body">\n{body}\n</div>\n{tags}<div class="meta"><a class="permalink" href="{attr(copy.url)}">{copy.day}</a> <span class="note-count">{copy.article.index * 3 % 50} {copy.say("則迴響", "notes")}</span></div>\n<ol class="notes">{notes}</ol>\n</div>\n<ul class="also">{more}</ul>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Posts."""
        rows = "\n".join(
            f'<div class="post text"><h2 class="title"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p>{esc(c.summary)}</p><div class="meta"><a class="permalink" href="{attr(c.url)}">{self.day(c.published)}</a></div></div>'
            for c in cards
        )
        more = (
            f'\n<div id="pagination"><a href="{attr(older)}">{self.word("下一頁", "Older")}</a></div>' if older else ""
        )
        return f'<h3 class="tagged">{esc(heading)}</h3>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div class="post text"><h2 class="title">{esc(heading)}</h2><div class="caption-body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Hammer,)
ADDRESSES: dict[str, Form] = {"post/id/slug": Form(lambda _p, a, _v: f"/post/{a.id}/{ascii_slug(a)}")}
