"""A design to judge by: a suburb’s paper of 2014 on a framework of themes."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc
from backissue.demo.paper import Card
from backissue.demo.stories import Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Jig(Freehand):
    """2014: a framework's theme: one line with day and name above the text, one with what it is filed under and tagged with below, an opt-in box after the entry, adjacent entries, primary sidebar, three footer widgets."""

    name = "jig"

    def draw(self, rng: Random) -> None:
        """What parts the line, how it signs."""
        self.mark = choose(rng, " by ", " · ", " // ")
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("採訪 {a}", "採訪 {a}、{b}", role="採訪"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("{a}", "{a} & {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2014``; ``2014 年 3 月 8 日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year} 年 {t.month} 月 {t.day} 日"

    def frame(self, page: Shell) -> str:
        """Site container."""
        menu = self.menu(
            page.paper, '<li class="menu-item"><a href="{url}"><span itemprop="name">{name}</span></a></li>'
        )
        return f'<!DOCTYPE html>\n<html lang="{self.language}"><head>{heads(page.charset)}<title>{esc(page.title)} - {esc(page.paper.name)}</title></head>\n<body class="single content-sidebar nolayout" itemscope itemtype="http://schema.org/WebPage"><div class="site-container"><header class="site-header"><div class="wrap"><p class="site-title"><a href="/">{esc(page.paper.name)}</a></p></div></header><nav class="nav-primary"><div class="wrap"><ul class="menu genesis-nav-menu">{menu}</ul></div></nav>\n<div class="site-inner"><div class="content-sidebar-wrap"><main class="content">\n{page.main}\n</main><aside class="sidebar sidebar-primary"><section class="widget"><h4 class="widget-title">{self.word("本周活動", "This week")}</h4><p>{self.word("周六跳蚤市場", "Flea market on Saturday")}</p></section></aside></div></div>\n<footer class="site-footer"><div class="wrap"><p>{esc(page.paper.rights)} <a href="/about">{self.word("關於", "About")}</a></p></div></footer></div></body></html>\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A caption's figure."""
        credit = f" <small>{esc(picture.credit)}</small>" if picture.credit else ""
        return f'<figure class="wp-caption alignright" style="width: 300px"><img src="{self.source(copy, picture)}" alt="" width="300"><figcaption class="wp-caption-text">{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Entry."""
        mark = self.mark if self.english or self.mark != " by " else " 作者 "
        by = copy.signed(f'{mark}<span class="entry-author"><span class="entry-author-name">{{}}</span></span>')
        tags = copy.tags('<a href="{url}" rel="tag">{tag}</a>', ", ")
        tags = f' <span class="entry-tags">{copy.say("標籤：", "Tagged With: ")}{tags}</span>' if tags else ""
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 3)
        return f'<article class="post-{copy.article.id} post entry"><header class="entry-header"><h1 class="entry-title">{copy.title}</h1>\n<p class="entry-meta"><time class="entry-time">{copy.day}</time>{by} <span class="entry-comments-link"><a href="#respond">{copy.say("發表留言", "Leave a Comment")}</a></span></p></header>\n<div class="entry-content">\n{chr(10).join(self.blocks(copy))}\n</div>\n<footer class="entry-footer"><p class="entry-meta"><span class="entry-categories">{copy.say("分類：", "Filed Under: ")}<a href="{copy.section_url}" rel="category tag">{copy.section}</a></span>{tags}</p></footer></article>\n<div class="after-entry widget-area"><section class="enews-widget"><h4>{copy.say("訂閱通訊", "Get our letter")}</h4><form><input type="email"><input type="submit" value="{copy.say("訂閱", "Go")}"></form></section></div><ul class="adjacent">{more}</ul>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Entries."""
        rows = "".join(
            f'<article class="entry"><h2 class="entry-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="entry-meta"><time>{self.day(c.published)}</time></p><div class="entry-content"><p>{esc(c.summary)}</p></div></article>\n'
            for c in cards
        )
        return f'<div class="archive-description"><h1 class="archive-title">{esc(heading)}</h1></div>{rows}' + (
            f'<div class="archive-pagination"><a href="{attr(older)}">{self.word("較舊", "Older Posts")}</a></div>'
            if older
            else ""
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<article class="page entry"><h1 class="entry-title">{esc(heading)}</h1><div class="entry-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></article>'


DESIGNS: tuple[type[Freehand], ...] = (Jig,)
ADDRESSES: dict[str, Form] = {
    "archives/section/id": Form(lambda p, a, _v: f"/archives/{p.sections.get(a.section, 'news')}/{a.id}/")
}
