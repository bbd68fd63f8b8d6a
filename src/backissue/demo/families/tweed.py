"""A design to judge by: the digital edition of a printed daily of 2010, page by page."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Drawknife(Freehand):
    """2010: a printed daily's edition: the issue's day in the head, the page's letter and name over the story, kicker apart from the headline, the reporter's line below, columns in a cell, where it goes on, the page's other stories with their places on it."""

    name = "drawknife"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Whether a guide to the page stands above, how paragraphs are parted, how it signs."""
        self.wide = rng.random() < 0.5
        self.letter = choose(rng, "A", "B", "")
        self.hand = choose(
            rng,
            Hand("本報記者　{a}", "本報記者　{a}、{b}", photo="文：{a}　攝：{b}", role="本報記者", roles=("文", "攝")),
            Hand("【{a}　報道】", "【{a}、{b}　報道】", desk="【{o}】", agency="【{o}】"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``Monday, 8 March 2010``; ``2010年3月8日 星期一``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {t.day} {MONTHS[t.month - 1]} {t.year}"
        return f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]}"

    def frame(self, page: Shell) -> str:
        """A masthead as on paper, a strip of pages, the sheet, what the company says."""
        paper = page.paper
        strip = self.menu(paper, '<a class="pg" href="{url}">{name}</a>', " ")
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}-{esc(paper.name)}{self.word("電子版", " e-edition")}</title>\n<link href="/skin/edition.css" rel="stylesheet" type="text/css" />\n<script type="text/javascript" src="/skin/edition.js"></script>\n</head>\n<body onload="init()">\n<div id="sheet">\n<div id="mast"><h2><a href="/">{esc(paper.name)}</a></h2><span class="ed">{self.word("電子版", "e-edition")}</span><div class="mtools"><a href="/calendar.html">{self.word("按日期查閱", "By date")}</a> <a href="/search.html">{self.word("檢索", "Search")}</a> <a href="/subs.html">{self.word("訂閱", "Subscribe")}</a></div></div>\n<div id="strip">{strip}</div>\n{page.main}\n'
            f'<div id="base"><p>{esc(paper.rights)}</p><p>{self.word("本報所有文字及圖片未經許可不得轉載。建議用 1024×768 瀏覽。", "No part may be reproduced without permission. Best viewed at 1024×768.")} <a href="/about.html">{self.word("關於本報", "About the paper")}</a></p></div>\n</div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs with wide spaces, headings as a paragraph in a class of the compositor's."""
        if block.kind == "p":
            return f'<p class="zw">{"" if self.english else "　　"}{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<p class="xbt">{spans(block.spans)}</p>'
        if block.kind == "note":
            return f'<p class="zw"><em>{spans(block.spans)}</em></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """Pictures in the sheet's frame, words below with a triangle."""
        credit = f"（{esc(picture.credit)}）" if picture.credit else ""
        return f'<div class="tp"><img src="{self.source(copy, picture)}" alt="" /><p class="tpsm">▲{esc(picture.caption)}{credit}</p></div>'

    def story(self, copy: Copy) -> str:
        """The page's name and day, headline, reporter, columns, next on the page."""
        n = 1 + copy.article.index % 16
        place = f'<div id="where"><span class="bh">{self.letter}{n:02d}</span> <a class="bm" href="{copy.section_url}">{copy.section}</a> <span class="rq">{copy.day}</span></div>\n'
        guide = copy.others("<li><a href=`{url}`>{title}</a></li>\n", 5)
        guide = f'<div id="guide"><h4>{copy.say("本版導讀", "On this page")}</h4><map name="pm"></map><img src="/pages/{n:02d}_s.jpg" usemap="#pm" alt="" /><ol>\n{guide}</ol></div>\n'
        by = copy.signed('<p class="jz">{}</p>\n')
        turn = f'<div id="turn"><a href="/prev.html">{copy.say("上一篇", "Previous story")}</a> <a href="/next.html">{copy.say("下一篇", "Next story")}</a> <a href="javascript:zoom(1)">{copy.say("放大", "Larger")}</a> <a href="javascript:zoom(-1)">{copy.say("縮小", "Smaller")}</a></div>\n'
        body = f'<div id="zoom">\n{chr(10).join(self.blocks(copy))}\n</div>\n'
        columns = (
            f'<td id="rd" valign="top">\n{turn}<h1 class="bt">{copy.title}</h1>\n{by}{body}{turn}</td>'
            if self.wide
            else f'<td id="rd" valign="top">\n<h1 class="bt">{copy.title}</h1>\n{by}{body}{turn}</td>'
        )
        return f'{place}<table id="two" width="100%"><tr><td id="ld" width="300" valign="top">\n{guide}</td>\n{columns}\n</tr></table>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A page's stories, numbered."""
        rows = "\n".join(
            f'<li><a href="{attr(c.url)}">{esc(c.title)}</a> <span class="rq">{c.published:%Y-%m-%d}</span></li>'
            for c in cards
        )
        more = f'\n<p class="older"><a href="{attr(older)}">{self.word("往期", "Past issues")}</a></p>' if older else ""
        return f'<div id="where"><span class="bm">{esc(heading)}</span></div>\n<ol class="toc">\n{rows}\n</ol>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A notice."""
        return (
            f'<h1 class="bt">{esc(heading)}</h1>\n<div id="zoom">'
            + "".join(f'<p class="zw">{esc(p)}</p>' for p in paragraphs)
            + "</div>"
        )


DESIGNS: tuple[type[Freehand], ...] = (Drawknife,)
ADDRESSES: dict[str, Form] = {
    "edition/yyyy-mm/dd/node-id": Form(
        lambda _p, a, _v: f"/edition/{a.published:%Y-%m/%d}/A{1 + a.index % 16:02d}/{a.id}.html"
    ),
}
