"""A design to judge by: the printed edition of a daily of 2007 put on the web page by page."""

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


class Router(Freehand):
    """2007: a daily's printed pages on the web: a strip with the day and the page, the page's other pieces at the left, headline with the desk's bar, the byline in bold where the text begins or ends, pictures in a column of their own, no machine is told a thing."""

    name = "router"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Where the byline stands, how many pictures are inset, how it signs."""
        self.last = rng.random() < 0.4
        self.column = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("【本報記者{a}報道】", "【本報記者{a}、{b}報道】", placed="【本報記者{a}{p}報道】", desk="【{o}】", agency="【{o}電】", role="記者"),
            Hand("■記者：{a}", "■記者：{a}、{b}", photo="■記者：{a}　攝影：{b}", role="記者", roles=("記者", "攝影")),
            Hand("撰文：{a}", "撰文：{a} {b}", photo="撰文：{a}　攝影：{b}", role="撰文", roles=("撰文", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", placed="By {a}, {p}"),
            Hand("{a}", "{a} and {b}"),
            Hand("{a} reports", "{a} and {b} report"),
        )

    def day(self, t: datetime) -> str:
        """``Thursday, 8 March 2007``; ``2007年3月8日(星期四)``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {t.day} {MONTHS[t.month - 1]} {t.year}"
        return f"{t.year}年{t.month}月{t.day}日(星期{DAYS_ZH[t.weekday()]})"

    def frame(self, page: Shell) -> str:
        """The nameplate with its buttons, the page, a line of rights."""
        name, word = esc(page.paper.name), self.word
        tabs = self.menu(page.paper, '<li><a href="{url}"><span>{name}</span></a></li>')
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{name} - {esc(page.title)}</title>\n<link href="/css/epaper.css" rel="stylesheet" type="text/css" />\n<script type="text/javascript" src="/js/swf.js"></script>\n</head>\n<body>\n'
            f'<div id="topBar"><a href="/subscribe">{word("訂閱印刷版", "Take the paper")}</a>｜<a href="/adrates">{word("廣告價目", "Advertising rates")}</a>｜<a href="/login">{word("會員登入", "Sign in")}</a></div>\n<div id="plate"><a href="/"><img src="/img/plate.gif" width="320" height="70" alt="{name}" /></a><div id="skyscraper"><object width="468" height="60"><param name="movie" value="/swf/top.swf" /></object></div></div>\n<ul id="tabs">{tabs}</ul>\n'
            f'<div id="main">\n{page.main}\n</div>\n<div id="foot">{esc(page.paper.rights)}<br />{word("本網站內容未經許可不得轉載", "Not to be reprinted without leave")}｜<a href="/about">{word("關於本報", "About us")}</a></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Bare paragraphs, headings in a box, tables with a border."""
        if block.kind == "h":
            return f'<div class="midTitle">{spans(block.spans)}</div>'
        if block.kind == "note":
            return f'<p class="amend">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f'<div class="pull">{spans(block.spans)}</div>'
        if block.kind == "table":
            rows = "".join(f"<tr>{''.join(f'<td>{esc(c)}</td>' for c in row)}</tr>" for row in block.rows)
            return f'<table class="chart" border="1" cellspacing="0">{rows}</table>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box with a link to the large one."""
        credit = f'<div class="shooter">{esc(picture.credit)}</div>' if picture.credit else ""
        source = self.source(copy, picture)
        return f'<div class="newsPic"><a href="javascript:enlarge(\'{source}\')"><img src="{source}" width="200" alt="" /></a><div class="picWords">{esc(picture.caption)}</div>{credit}<a class="zoom" href="javascript:enlarge(\'{source}\')">{copy.say("放大", "Enlarge")}</a></div>'

    def story(self, copy: Copy) -> str:
        """The strip, the page's pieces, the piece."""
        by = copy.signed('<p class="signed"><strong>{}</strong></p>\n')
        made = list(zip(copy.version.blocks, self.blocks(copy), strict=True))
        shots = "\n".join(html for block, html in made if block.picture and self.column)
        text = "\n".join(html for block, html in made if not (block.picture and self.column))
        text = f"{text}\n{by}" if self.last else f"{by}{text}"
        beside = copy.others("<li><a href=`{url}`>{title}</a></li>", 6)
        number = f"{'ABC'[copy.article.index % 3]}{copy.article.index * 5 % 28 + 1:02d}"
        remarks = copy.remarks("<dt>{who}（{when}）</dt><dd>{what}</dd>")
        side = f'<div id="shots">\n{shots}\n</div>\n' if shots else ""
        return (
            f'<div id="strip"><span class="issueDay">{copy.day}</span><span class="pageNo">{copy.say("版次", "Page")} {number}</span><span class="pageName"><a href="{copy.section_url}">{copy.section}</a></span><span class="turn"><a href="/page?n=-1">{copy.say("上一版", "Previous page")}</a> <a href="/page?n=1">{copy.say("下一版", "Next page")}</a></span></div>\n'
            f'<div id="pageList"><h4>{copy.say("本版其他", "Also on this page")}</h4><ol>{beside}</ol><div class="thumb"><img src="/pages/{number}s.jpg" width="120" alt="{number}" /></div></div>\n'
            f'<div id="piece">\n<h2>{copy.title}</h2>\n<div class="tools"><a href="javascript:print()">{copy.say("列印", "Print")}</a> <a href="/mail?id={copy.article.id}">{copy.say("轉寄", "Send")}</a> <a href="javascript:size(1)">{copy.say("大字", "Larger")}</a></div>\n{side}<div id="words">\n{text}\n</div>\n<div class="vote">{copy.say("這則新聞有用嗎？", "Was this piece useful?")} <a href="/vote?y=1">{copy.say("有", "Yes")}</a> <a href="/vote?y=0">{copy.say("沒有", "No")}</a></div>\n</div>\n<div id="talk"><h4>{copy.say("讀者回應", "What readers say")}</h4><dl>{remarks}</dl></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The pieces of a page, one below the other."""
        rows = "\n".join(
            f'<li><span class="when">{self.day(c.published)}</span> <a href="{attr(c.url)}">{esc(c.title)}</a><p>{esc(c.summary)}</p></li>'
            for c in cards
        )
        more = (
            f'\n<div class="turn"><a href="{attr(older)}">{self.word("往日", "Earlier days")}</a></div>'
            if older
            else ""
        )
        return f'<h3 class="pageHead">{esc(heading)}</h3>\n<ul class="pieces">\n{rows}\n</ul>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of its own."""
        return f'<div id="piece"><h2>{esc(heading)}</h2><div id="words">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Router,)
ADDRESSES: dict[str, Form] = {
    "epaper/ymd/page/id": Form(lambda _p, a, _v: f"/epaper/{a.published:%Y%m%d}/{'ABC'[a.index % 3]}/{a.id}.html")
}
