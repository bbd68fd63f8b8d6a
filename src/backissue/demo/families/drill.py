"""A design to judge by: a county paper of 2012 on a portal system that half of China had."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Mallet(Freehand):
    """2012: a portal system's article page: the facts stand as a small line within the headline's own element, a summary in a box, the text with its pages, up and down, shares of a service, a face for every mood, rankings."""

    name = "mallet"
    timed = True

    def draw(self, rng: Random) -> None:
        """Whether the summary's box is shown, how it signs."""
        self.moods = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a} {b}"), Hand("記者{a}", "記者{a} {b}", role="記者"))
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("By {a}", "By {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``2012-03-08 21:05:37`` without the seconds."""
        return f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """Login bar, logo, nav, crumbs, main and side, links, foot."""
        paper = page.paper
        menu = self.menu(paper, '<li><a href="{url}"><span>{name}</span></a></li><li class="line">|</li>')
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(paper.name)}</title>\n<link href="/statics/css/reset.css" rel="stylesheet" type="text/css" />\n<link href="/statics/css/default_blue.css" rel="stylesheet" type="text/css" />\n</head>\n<body>\n<div class="header"><div class="body-top"><div class="cut_line rt"><a href="/rss">rss</a> | <a href="/member/login">{self.word("登入", "Log in")}</a></div></div>\n<div class="logo"><a href="/"><img src="/statics/images/v9/logo.jpg" alt="{attr(paper.name)}" /></a></div>\n<div class="nav-bar"><ul class="nav-site"><li><a href="/"><span>{self.word("首頁", "Home")}</span></a></li>{menu}</ul></div></div>\n<div class="main">\n{page.main}\n</div>\n<div class="footer"><p class="info">{esc(paper.rights)} <a href="/about">{self.word("關於我們", "About us")}</a> <a href="/link">{self.word("友情連結", "Links")}</a></p></div>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs with two wide spaces."""
        if block.kind == "p":
            return f"<p>{'' if self.english else '　　'}{spans(block.spans)}</p>"
        if block.kind == "h":
            return f'<p style="text-align: center;"><strong>{spans(block.spans)}</strong></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture in the middle and its words below."""
        credit = f"（{esc(picture.credit)}）" if picture.credit else ""
        return f'<p style="text-align: center;"><img src="{self.source(copy, picture)}" alt="" width="500" /></p>\n<p style="text-align: center;"><span style="color:#808080;font-size:12px;">{esc(picture.caption)}{credit}</span></p>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline with the line, text, tags, neighbours, moods, side."""
        by = copy.signed(f'{copy.say("作者：", "Author: ")}<span class="zz">{{}}</span>　')
        line = f'{copy.day}　{by}{copy.say("點擊：", "Hits: ")}<b id="hits">{copy.article.index * 31 % 800}</b>'
        tags = copy.tags('<a href="{url}">{tag}</a>', " ")
        tags = f'<p class="f14"><strong>{copy.say("關鍵字：", "Tags: ")}</strong>{tags}</p>\n' if tags else ""
        moods = (
            f'<div class="mood"><ul><li>{copy.say("震驚", "Wow")} 0</li><li>{copy.say("高興", "Glad")} 1</li></ul></div>\n'
            if self.moods
            else ""
        )
        hot = copy.others("<li><span class=`rt`>{day}</span><a href=`{url}` class=`title`>{title}</a></li>", 5)
        return f'<div class="col-left"><div class="crumbs"><a href="/">{copy.say("首頁", "Home")}</a><span> &gt; </span><a href="{copy.section_url}">{copy.section}</a> &gt; {copy.say("正文", "Story")}</div>\n<div id="Article"><h1>{copy.title}<br />\n<span>{line}</span></h1>\n<div class="content">\n{chr(10).join(self.blocks(copy))}\n</div>\n{tags}<p class="f14"><strong>{copy.say("上一篇：", "Previous: ")}</strong>{copy.others("<a href=`{url}`>{title}</a>", 1)}<br /><strong>{copy.say("下一篇：", "Next: ")}</strong>{copy.others("<a href=`{url}`>{title}</a>", 1, skip=1)}</p>\n</div>\n{moods}</div>\n<div class="col-auto"><div class="box"><h5 class="title-2">{copy.say("頻道總排行", "Channel ranking")}</h5><ul class="content digg">{hot}</ul></div></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list with days at the right."""
        rows = "\n".join(
            f'<li><span class="rt">{self.day(c.published)}</span>·<a href="{attr(c.url)}">{esc(c.title)}</a></li>'
            for c in cards
        )
        more = f'\n<div id="pages"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></div>' if older else ""
        return f'<div class="col-left"><div class="crumbs">{esc(heading)}</div><ul class="list lh24 f14">\n{rows}\n</ul>{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A single page."""
        return f'<div class="col-left"><div id="Article"><h1>{esc(heading)}</h1><div class="content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Mallet,)
ADDRESSES: dict[str, Form] = {
    "index.php?m=content": Form(lambda _p, a, _v: f"/index.php?m=content&c=index&a=show&catid=6&id={a.id}")
}
