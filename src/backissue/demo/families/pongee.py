"""A design to judge by: a district paper of 2009 on a free weblog service."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc
from backissue.demo.paper import Card
from backissue.demo.stories import Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Hasp(Freehand):
    """2009: a free service's template: the day as a heading over the post, headline, text, a footer's line with who posted it and the hour, labels, remarks with faces, a profile and an archive that folds at the right."""

    name = "hasp"
    timed = True
    category = False

    def draw(self, rng: Random) -> None:
        """How labels are called, how it signs."""
        self.quick = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("記者 {a}", "記者 {a}、{b}", role="記者"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("{a}", "{a}, {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2009``; ``2009年3月8日``: the heading; the hour stands below."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """Nav bar, header, main, sidebar, footer."""
        menu = self.menu(page.paper, '<li><a dir="ltr" href="{url}">{name}</a></li>')
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head>{heads(page.charset, old=True)}<title>{esc(page.paper.name)}: {esc(page.title)}</title></head>\n<body><div class="navbar section" id="navbar"></div><div id="outer-wrapper"><div id="header-wrapper"><div class="titlewrapper"><h1 class="title"><a href="/">{esc(page.paper.name)}</a></h1></div><p class="description">{self.word("本區的事，本區人寫", "The district, by the district")}</p></div>\n<div id="main-wrapper">\n{page.main}\n</div>\n<div id="sidebar-wrapper"><div class="widget Label"><h2>{self.word("分類", "Sections")}</h2><ul>{menu}</ul></div><div class="widget Profile"><h2>{self.word("關於我們", "About us")}</h2><a href="/about">{self.word("檢視簡介", "View profile")}</a></div></div><div id="footer-wrapper">{esc(page.paper.rights)}</div></div></body></html>\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """The editor's table."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        return f'<table class="tr-caption-container" align="center" cellpadding="0"><tbody><tr><td style="text-align:center"><a href="{self.source(copy, picture)}"><img border="0" src="{self.source(copy, picture)}" width="320" alt="" /></a></td></tr><tr><td class="tr-caption" style="text-align:center">{esc(picture.caption)}{credit}</td></tr></tbody></table>'

    def story(self, copy: Copy) -> str:
        """Date header, post, footer, remarks."""
        hour = clock(copy.article.published) if self.english else f"{copy.article.published:%H:%M}"
        by = copy.signed(
            f'<span class="post-author vcard">{copy.say("張貼者：", "Posted by ")}<span class="fn">{{}}</span></span> '
        )
        stamp = f'<span class="post-timestamp">{copy.say("於", "at")} <a class="timestamp-link" href="{attr(copy.url)}" rel="bookmark">{hour}</a></span>'
        labels = copy.tags('<a href="{url}" rel="tag">{tag}</a>', ", ")
        labels = f'<span class="post-labels">{copy.say("標籤：", "Labels: ")}{labels}</span>' if labels else ""
        said = copy.remarks(
            '<dt class="comment-author">{who}</dt><dd class="comment-body"><p>{what}</p></dd><dd class="comment-footer"><span class="comment-timestamp">{when}</span></dd>'
        )
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 4)
        return f'<div class="date-outer"><h2 class="date-header">{copy.day}</h2><div class="post hentry"><a name="{copy.article.id}"></a><h3 class="post-title entry-title">{copy.title}</h3>\n<div class="post-body entry-content">\n{chr(10).join(self.blocks(copy))}\n<div style="clear: both;"></div></div>\n<div class="post-footer"><p class="post-footer-line post-footer-line-1">{by}{stamp}</p><p class="post-footer-line post-footer-line-2">{labels}</p></div></div></div>\n<div id="comments"><h4>{copy.say("留言", "Comments")}</h4><dl id="comments-block">{said}</dl></div><div class="pops"><h2>{copy.say("熱門文章", "Popular posts")}</h2><ul>{more}</ul></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Posts by day."""
        rows = "".join(
            f'<h2 class="date-header">{self.day(c.published)}</h2><div class="post hentry"><h3 class="post-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><div class="post-body"><p>{esc(c.summary)}</p></div></div>\n'
            for c in cards
        )
        return f'<div class="status-msg-body">{esc(heading)}</div>{rows}' + (
            f'<div class="blog-pager"><a href="{attr(older)}">{self.word("較舊的文章", "Older Posts")}</a></div>'
            if older
            else ""
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div class="post hentry"><h3 class="post-title">{esc(heading)}</h3><div class="post-body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Hasp,)
ADDRESSES: dict[str, Form] = {
    "y/m/slug_nn.html": Form(
        lambda _p, a, _v: f"/{a.published:%Y/%m}/{ascii_slug(a)}_{a.published:%d}.html", has_id=False
    )
}
