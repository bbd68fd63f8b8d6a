"""Designs with a past: a portal's channel of numbered classes and broken lines, a paper whose facts follow the text and whose data for machines is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Channels", "Verso"]


class Channels(Freehand):
    """2004: a big portal's channel: classes that are numbers, lines broken by hand, an advertisement's table within the text, editor and rights at its end, topics in the head alone."""

    name = "channels"
    timed = True

    def draw(self, rng: Random) -> None:
        """Its numbers, and where the advertisement floats."""
        self.n = 10 + int(rng.random() * 80)
        self.at = 1 + int(rng.random() * 2)
        self.editors = choose(rng, ("南木", "小舟", "阿榮"), ("石頭", "林夕兒", "老夏"), ("白露", "方丈", "十一"))
        self.hand = choose(
            rng, Hand("{a}", "{a} {b}"), Hand("記者 {a}", "記者 {a} {b}", role="記者"), Hand("本報記者{a}", "本報記者{a} {b}", role="本報記者")
        )  # fmt: skip
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``2004年03月08日09:05``; ``2004/03/08 09:05``."""
        return f"{t:%Y/%m/%d %H:%M}" if self.english else f"{t:%Y年%m月%d日%H:%M}"

    def frame(self, page: Shell) -> str:
        """A portal's links on top and at the foot, a ticker."""
        items = self.menu(page.paper, f'<a href="{{url}}" class="a{self.n}">{{name}}</a>', " | ")
        portal = self.word(
            "首頁 新聞 體育 財經 科技 郵箱 論壇 短信", "Home News Sports Money Tech Mail Forum SMS"
        ).split()
        links = " ".join(f'<a href="/" target="_blank" class="a{self.n + 1}">{w}</a>' for w in portal)
        return (
            f'<html>\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}_{self.word("新聞中心", "News Center")}_{esc(page.paper.name)}</title>\n{page.head}<style type="text/css">\n.f{self.n}{{font-size:14.9px;line-height:164%}} .p{self.n + 2}{{color:#666}}\n</style>\n</head>\n<body bgcolor="#ffffff" topmargin="5">\n<center><table width="760" border="0" cellpadding="0" cellspacing="0"><tr><td class="p{self.n + 2}" align="right">{links}</td></tr></table>\n<table width="760"><tr><td width="150"><a href="/"><img src="/i/lg.gif" alt="{attr(page.paper.name)}" border="0"></a></td><td><iframe src="http://ads.example/b468.html" width="468" height="60" frameborder="0" scrolling="no"></iframe></td></tr></table>\n<table width="760" bgcolor="#eef3f7"><tr><td class="f{self.n + 3}">{items}</td></tr></table>\n'
            f'{page.main}\n<hr width="760" size="1"><table width="760"><tr><td align="center" class="p{self.n + 2}">{links}<br>{esc(page.paper.rights)} {self.word("版權所有", "All Rights Reserved")} <a href="/about">{self.word("網站簡介", "About")}</a></td></tr></table></center>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Words for search engines: topics, then what every page has."""
        same = self.word("新聞中心,滾動新聞", "news center,breaking news")
        return f'<meta name="keywords" content="{attr(",".join((*(copy.said.tags or ()), copy.paper.name, same)))}">\n<meta name="description" content="{attr(copy.version.title)}">\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table in the middle."""
        credit = f"<br>{self.word('圖片來源：', '')}{esc(picture.credit)}" if picture.credit else ""
        return f'<table align="center" class="t{self.n + 4}"><tr><td align="center"><img src="{self.source(copy, picture)}" border="1"></td></tr><tr><td align="center" class="f{self.n + 5}">{esc(picture.caption)}{credit}</td></tr></table>'

    def block(self, copy: Copy, block: Block) -> str:
        """Lines, two breaks after each."""
        pad = self.word("　　", "")
        if block.kind == "p":
            return f"{pad}{spans(block.spans)}<br><br>"
        if block.kind == "h":
            return f"{pad}<b>{spans(block.spans)}</b><br><br>"
        if block.kind == "note":
            return f'{pad}<font color="#666666"><i>{spans(block.spans)}</i></font><br><br>'
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        if block.kind == "table":
            return table(block.rows, ' border="1" align="center"') + "<br>"
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Trail, headline, one line of facts, text among tables, what else there is."""
        n = self.n
        pieces = self.blocks(copy)
        pieces.insert(
            min(self.at, len(pieces)),
            f'<table border="0" align="left" cellpadding="6"><tr><td class="p{n + 2}" align="center">{copy.say("廣告", "Advertisement")}<br><iframe src="http://ads.example/pip.html" width="300" height="250" frameborder="0" scrolling="no"></iframe><br><a href="http://ads.example/go" target="_blank">{copy.say("鈴聲圖片任你下，每條只要一元", "Ring tones and pictures, one dollar each")}</a></td></tr></table>',
        )
        editor = self.editors[int(copy.article.id) % 3]
        writer = copy.signed(copy.say("　作者：", " Writer: ") + "{}")
        channel = copy.say("新聞中心", "News Center")
        others = copy.others("<tr><td class=`f0`>·<a href=`{url}` target=`_blank`>{title}</a> ({day})</td></tr>", 4)
        hot = copy.others("<li><a href=`{url}` target=`_blank`>{title}</a></li>", 5)
        sizes = copy.say("【字號 大 中 小】【打印】【關閉】", "[Larger] [Smaller] [Print] [Close]")
        return (
            f'<table width="760"><tr><td class="f{n + 3}"><a href="/">{copy.say("首頁", "Home")}</a> &gt; <a href="/">{channel}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {copy.say("正文", "Story")}</td></tr></table>\n<table width="760"><tr><td width="560" valign="top"><table width="540"><tr><td align="center" class="f{n + 6}"><font color="#05006c"><b>{copy.title}</b></font></td></tr><tr><td align="center" class="p{n + 2}">http://{copy.paper.home} {copy.day} {esc(copy.paper.name)}{writer}</td></tr></table>\n'
            f'<table width="540"><tr><td class="f{n}" id="art{n}"><!-- {n} begin -->\n{chr(10).join(pieces)}\n<div align="right">({copy.say("責任編輯：", "Desk editor: ")}{self.word(editor, "KT")})</div>\n{copy.say("　　聲明：《{name}》原創內容，轉載請註明出處，違者必究。", "Notice: this is an original work of {name}; name the source when you quote it.")}<br>\n<!-- {n} end --></td></tr></table>\n'
            f'<table width="540"><tr><td align="right" class="p{n + 2}">{sizes} <a href="/c?i={copy.article.id}">{copy.say("我要評論", "Comment")}({copy.salt % 600})</a></td></tr></table><table width="540" bgcolor="#f5f5f5"><tr><td class="f{n + 3}"><b>{copy.say("相關新聞", "Related news")}</b></td></tr>{others}</table></td><td width="190" valign="top" class="f{n + 5}"><b>{copy.say("點擊排行", "Top clicks")}</b><ul>{hot}</ul></td></tr></table>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rolling news."""
        rows = "".join(
            f'<tr><td class="f{self.n}">·[{esc(c.section)}] <a href="{attr(c.url)}" target="_blank">{esc(c.title)}</a> <font class="p{self.n + 2}">({c.published:%m/%d %H:%M})</font></td></tr>\n'
            for c in cards
        )
        more = f'<tr><td align="center"><a href="{attr(older)}">{self.word("下一頁", "Next page")}</a></td></tr>' if older else ""  # fmt: skip
        return f'<table width="760"><tr><td class="f{self.n + 6}"><b>{esc(heading)}</b></td></tr>{rows}{more}</table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Lines."""
        return f'<table width="760"><tr><td class="f{self.n + 6}"><b>{esc(heading)}</b></td></tr><tr><td class="f{self.n}">{"<br><br>".join(esc(p) for p in paragraphs)}</td></tr></table>'


class Verso(Freehand):
    """2012: the paper's name is the first heading, today's date and a box of popular pieces come before the story, its facts after the text; data for machines is the site's, and wrong."""

    name = "verso"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """How its facts are joined, and where it asks for money."""
        self.rule = choose(rng, "｜", " / ", " • ")
        self.at = 2 + int(rng.random() * 2)
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("文：{a}", "文：{a}、{b}", role="文", photo="文：{a} 圖：{b}", roles=("文", "圖")))  # fmt: skip
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("by {a}", "by {a} and {b}", placed="by {a}, {p}"))  # fmt: skip

    def day(self, t: datetime) -> str:
        """``March 8, 2012, 21:05``; ``2012-3-8 21:05``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}, {t:%H:%M}" if self.english else f"{t.year}-{t.month}-{t.day} {t:%H:%M}"  # fmt: skip

    def frame(self, page: Shell) -> str:
        """The name, a lit word in the menu, a foot with addresses."""
        items = self.menu(
            page.paper,
            '<li{on}><a href="{url}">{name}</a></li>',
            now=page.section,
            current=' class="here"',
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.paper.name)}</title>\n{page.head}</head>\n<body id="{"single" if page.is_story else "list"}">\n<div id="hd"><h1><a href="/">{esc(page.paper.name)}</a></h1><ul id="nav">{items}</ul></div>\n<div id="bd">{page.main}</div>\n'
            f'<div id="ft"><p>{esc(page.paper.rights)}. {self.word("地址：鯉灣東堤街一號四樓", "1 East Dyke Street, fourth floor")}</p><p><a href="/about">{self.word("關於本報", "About us")}</a> <a href="/subscribe">{self.word("會員", "Membership")}</a></p></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """The name before the title; and data that a plugin made for every page alike."""
        data = {"@context": "http://schema.org", "@type": "NewsArticle", "headline": copy.paper.name, "datePublished": copy.paper.first.isoformat(), "author": {"@type": "Person", "name": "admin"}, "articleSection": "Uncategorized"}  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<meta property="og:title" content="【{attr(copy.paper.name)}】{attr(copy.version.title)}" />\n<meta name="author" content="admin" />\n<script type="application/ld+json">{words}</script>\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A list's item: the picture, then words in brackets."""
        credit = f" [{esc(picture.credit)}]" if picture.credit else ""
        return f'<dl class="pix"><dt><img src="{self.source(copy, picture)}" alt="" /></dt><dd>{esc(picture.caption)}{credit}</dd></dl>'

    def block(self, copy: Copy, block: Block) -> str:
        """Divisions for paragraphs."""
        if block.kind == "p":
            return f'<div class="para">{spans(block.spans)}</div>'
        if block.kind == "h":
            return f'<div class="para"><strong>{spans(block.spans)}</strong></div>'
        if block.kind == "note":
            return f'<div class="para"><em>{spans(block.spans)}</em></div>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Today, what runs over the page, popular pieces, headline, text, facts, topics, hot words, remarks."""
        now = datetime.fromtimestamp(copy.salt * 60, UTC).astimezone(copy.paper.zone)
        today = (
            f"{DAYS[now.weekday()]}, {MONTHS[now.month - 1]} {now.day}, {now.year}"
            if self.english
            else f"{now.year}年{now.month}月{now.day}日 星期{DAYS_ZH[now.weekday()]}"
        )
        pieces = self.blocks(copy)
        if len(pieces) > self.at + 1:
            pieces.insert(
                self.at,
                f'<div class="para pay">{copy.say("你正在免費閱讀。會員每月一杯咖啡的錢，讓記者留在現場。", "You are reading for free. For the price of a coffee a month, members keep reporters on the ground.")} <a href="/subscribe">{copy.say("加入會員", "Join")}</a></div>',
            )
        read = copy.others('<div class="para">» <a href="{url}">{title}</a></div>', 1, skip=1)
        if read and len(pieces) > self.at + 3:
            pieces.insert(self.at + 3, read)
        popular = copy.others(
            '<div class="hentry mini"><h3 class="entry-title"><a href="{url}">{title}</a></h3><div class="para">{lead}…</div><p class="info">{by} {day}</p></div>',
            3,
        )
        ticker = copy.others("<li>{day} <a href=`{url}`>{title}</a></li>", 3, skip=2)
        changed = copy.changed(f"{self.rule}{copy.say('修訂', 'revised')} {{}}")
        by = copy.signed(f'<span class="who">{{}}</span>{self.rule}')
        hot = "".join(
            f'<a href="/tag/{w}">{w}</a>{self.word("，", ", ")}'
            for w in self.word("天氣 彩票 招聘 樓市", "weather lottery jobs housing").split()
        )
        remarks = copy.remarks('<li><p>{what}</p><p class="info">{who} {when}</p></li>', 4)
        return (
            f'<div id="today">{today}　{copy.say("氣溫", "Now")} {9 + copy.salt % 22}°C</div><ul id="run">{ticker}</ul>\n<div id="pop"><h2>{copy.say("今日話題", "Talk of the town")}</h2>{popular}</div>\n<div class="hentry"><h3 class="entry-title">{copy.title}</h3><div class="entry-content">\n{chr(10).join(pieces)}\n'
            f'<p class="info">{by}<span class="when">{copy.day}</span> {copy.say("刊登", "posted")}{changed}</p></div>\n<p class="words">{copy.say("本文：", "This story: ")}{copy.tags("<a href=`{url}`>{tag}</a>", self.word("，", ", "))}</p><p class="words">{copy.say("大家在找：", "People look for: ")}{hot}</p></div>\n'
            f'<div id="re"><h2>{copy.say("讀者來函", "Letters")} ({copy.salt % 12})</h2><ol>{remarks}</ol></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Minis."""
        rows = "".join(
            f'<div class="hentry mini"><h3 class="entry-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><div class="para">{esc(c.summary)}…</div><p class="info">{esc(c.author)} {self.day(c.published)}</p></div>\n'
            for c in cards
        )
        more = f'<p class="pg"><a href="{attr(older)}">{self.word("較舊", "Older")}</a></p>' if older else ""
        return f"<h2>{esc(heading)}</h2>{rows}{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A heading and divisions."""
        return f"<h2>{esc(heading)}</h2>{''.join(f'<div class=`para`>{esc(p)}</div>'.replace('`', chr(34)) for p in paragraphs)}"
