"""Designs of two server scripts: a city daily's tables filled by a script of 2001, a broadcaster's small paper on a tag server of 2003."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Halibut", "Plaice"]


class Plaice(Freehand):
    """2001: a city daily's tables filled by a script from what the presses had: every paragraph in a font of its own, the day under the writer, a change in the last line of the story's cell."""

    name = "plaice"
    tagged = False
    stamped = True

    def draw(self, rng: Random) -> None:
        """Its fonts and colours, what its left column sells, how it signs."""
        self.face = choose(rng, "Times New Roman, Times, serif", "Georgia, Times, serif", "Verdana, Arial, Helvetica")
        self.ink = choose(rng, "#003366", "#660000", "#334400")
        self.pale = choose(rng, "#EEEEDD", "#DDE6EE", "#F0E8D8")
        self.sells = rng.random() < 0.6
        self.hand = choose(
            rng,
            Hand("【本報記者{a}報導】", "【本報記者{a}、{b}報導】", placed="【本報記者{a}　{p}報導】", desk="【{o}】", agency="【{o}電】", role="本報記者"),
            Hand("{a}／報導", "{a}、{b}／報導", photo="{a}／報導　{b}／攝影", role="報導", roles=("報導", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}, Staff Writer", "By {a} and {b}, Staff Writers", role="Staff Writer"),
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}", desk="From the {o}", agency="From {o}"),
        )

    def day(self, t: datetime) -> str:
        """``Thursday, March 8, 2001``; ``2001年3月8日 星期四``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]}"

    def stamp(self, t: datetime) -> str:
        """``11:42 p.m. on March 8, 2001``; ``2001年3月8日23時42分`` with digits and a colon."""
        if self.english:
            return f"{clock(t, 'a.m.', 'p.m.')} on {MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def font(self, inner: str, size: int = 2, more: str = "") -> str:
        """Words in the paper's sans."""
        return f'<font face="Arial, Helvetica, sans-serif" size="{size}"{more}>{inner}</font>'

    def text(self, inner: str) -> str:
        """Words in the paper's text face."""
        return f'<font face="{self.face}" size="3">{inner}</font>'

    def frame(self, page: Shell) -> str:
        """Masthead, a left column of sections and offers, the story's cell, a footer."""
        items = self.menu(
            page.paper,
            f'<tr><td bgcolor="{{on}}"><img src="/images/dot.gif" width="9" height="9" alt="*"> <a href="{{url}}">{self.font("{name}", 2, f" color=`{self.ink}`")}</a></td></tr>\n',
            now=page.section,
            current="#FFFFFF",
        ).replace('bgcolor=""', f'bgcolor="{self.pale}"')
        goods = "".join(
            f'<p><a href="/cgi-bin/go.pl?{key}"><img src="/images/ads/{key}.gif" width="120" height="60" border="0" alt="{self.word(zh, en)}"></a></p>\n'
            for key, zh, en in (
                ("homes", "買屋租屋", "Homes and rentals"),
                ("autos", "中古車", "Used cars"),
                ("jobs", "求職求才", "Help wanted"),
            )
        )
        strip = ' <font color="#FFFFFF">|</font> '.join(
            f'<a href="{url}"><font color="#FFFFFF">{self.word(zh, en)}</font></a>'
            for url, zh, en in (
                ("/", "首頁", "Front page"),
                ("/weather.html", "天氣", "Weather"),
                ("/cgi-bin/search.pl", "搜尋舊聞", "Search the archive"),
                ("/subscribe", "訂報", "Home delivery"),
            )
        )
        rights = self.word("版權所有，請勿轉載。", "All rights reserved.")
        foot = (
            f'{esc(page.paper.rights)}. {rights} <a href="/about">{self.word("關於本報", "About this newspaper")}</a>'
        )
        offers = goods if self.sells else f"<p>{self.font(self.word('分類廣告請電報社，上午九時至下午五時。', 'To place a classified, call the front desk, 9 to 5.'), 1)}</p>\n"  # fmt: skip
        return (
            f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">\n<html>\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.paper.name)}: {esc(page.title)}</title>\n<script language="JavaScript">\n<!--\nfunction pop(u) {{ window.open(u, "pop", "width=420,height=340,scrollbars=yes"); }}\n//-->\n</script>\n</head>\n'
            f'<body bgcolor="#FFFFFF" text="#000000" link="{self.ink}" vlink="#666666" topmargin="0" leftmargin="0" marginwidth="0" marginheight="0">\n<table width="750" border="0" cellspacing="0" cellpadding="0">\n<tr><td width="150" bgcolor="{self.ink}"><a href="/"><img src="/images/flag.gif" width="150" height="60" border="0" alt="{attr(page.paper.name)}"></a></td><td width="600" align="right" bgcolor="{self.ink}"><a href="/cgi-bin/go.pl?top"><img src="/images/ads/top468.gif" width="468" height="60" border="0" alt="{self.word("請點選贊助商", "Please visit our sponsor")}"></a></td></tr>\n'
            f'<tr><td colspan="2" bgcolor="#000000">{self.font(strip, 1)}</td></tr>\n'
            f'<tr><td width="150" valign="top" bgcolor="{self.pale}">\n<table width="150" border="0" cellspacing="0" cellpadding="3">\n{items}</table>\n{offers}<form action="/cgi-bin/search.pl" method="get">{self.font(self.word("找新聞", "Find a story"), 1)}<br><input type="text" name="words" size="10"><input type="submit" value="Go"></form>\n</td>\n<td width="600" valign="top"><table width="100%" border="0" cellspacing="0" cellpadding="10"><tr><td>\n{page.main}\n</td></tr></table></td></tr>\n'
            f'<tr><td colspan="2" align="center"><hr size="1" width="98%" noshade>{self.font(foot, 1)}</td></tr>\n</table>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """A font for every block."""
        if block.kind == "p":
            return f"<p>{self.text(spans(block.spans))}</p>"
        if block.kind == "h":
            return f"<p>{self.font(f'<b>{spans(block.spans)}</b>', 3, f' color={chr(34)}{self.ink}{chr(34)}')}</p>"
        if block.kind == "note":
            return f"<p>{self.font(f'<i>{spans(block.spans)}</i>')}</p>"
        if block.kind == "quote":
            return f"<blockquote>{self.text(spans(block.spans))}</blockquote>"
        if block.kind in {"ul", "ol"}:
            rows = "".join(f"<li>{self.text(esc(item))}</li>\n" for item in block.items)
            return f"<{block.kind}>\n{rows}</{block.kind}>"
        if block.kind == "table":
            head, *rest = block.rows
            top = "".join(f'<td bgcolor="{self.pale}">{self.font(f"<b>{esc(c)}</b>")}</td>' for c in head)
            rows = "".join(f"<tr>{''.join(f'<td>{self.font(esc(c))}</td>' for c in row)}</tr>\n" for row in rest)
            return f'<table border="1" cellspacing="0" cellpadding="4" bordercolor="#999999">\n<tr>{top}</tr>\n{rows}</table>'  # fmt: skip
        if block.kind == "embed":
            return f'<p align="center"><iframe src="{attr(block.url)}" width="320" height="260" frameborder="0" scrolling="no"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table at the right, the credit above the words."""
        credit = f'<div align="right">{self.font(esc(picture.credit), 1, " color=`#666666`".replace("`", chr(34)))}</div>' if picture.credit else ""  # fmt: skip
        return f'<table align="right" width="230" border="0" cellspacing="0" cellpadding="5"><tr><td><img src="{self.source(copy, picture)}" width="220" height="148" border="1" alt="">{credit}{self.font(esc(picture.caption), 1)}</td></tr></table>'

    def story(self, copy: Copy) -> str:
        """Section, headline, writer, day, text, tools, others, a change."""
        by = copy.signed(f"{self.font('<b>{}</b>')}<br>\n")
        others = copy.others(f'<tr><td valign="top">&#149;</td><td><a href="{{url}}">{self.font("{title}")}</a></td></tr>\n', 5)  # fmt: skip
        also = f"<b>{copy.say('其他新聞', 'Also in the paper')}</b>"
        back = f'<a href="{copy.section_url}">&lt;&lt; {copy.say("回新聞列表", "Back to the list of stories")}</a>'
        more = f'<table width="100%" border="0" cellspacing="0" cellpadding="3" bgcolor="{self.pale}">\n<tr><td colspan="2">{self.font(also)}</td></tr>\n{others}</table>\n' if others else ""  # fmt: skip
        tools = f"<a href=`javascript:pop('/cgi-bin/mail.pl?{copy.article.id}')`>{copy.say('轉寄這則新聞', 'E-mail this story')}</a> | <a href=`/cgi-bin/print.pl?{copy.article.id}`>{copy.say('列印', 'Printer version')}</a> | <a href=`mailto:letters@{copy.paper.host}`>{copy.say('寫信給編輯', 'Write to the editor')}</a>".replace("`", '"')  # fmt: skip
        changed = copy.changed(f"<p>{self.font(copy.say('本頁最後修改時間：', 'This page was last changed at ') + '{}' + copy.say('', '.'), 1)}</p>\n")  # fmt: skip
        return (
            f'{self.font(f"<b>{copy.section}</b>", 2, " color=`#990000`".replace("`", chr(34)))}<br>\n<font face="{self.face}" size="5"><b>{copy.title}</b></font>\n<p>{by}{self.font(copy.say("刊出日期：", "Published ") + copy.day, 1)}</p>\n'
            f'{chr(10).join(self.blocks(copy))}\n<br clear="all">\n<p align="center">{self.font(tools, 1)}</p>\n{more}{changed}<p>{self.font(back, 1)}</p>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with their first words, a spacer between."""
        rows = "".join(
            f'<tr><td><a href="{attr(c.url)}"><font face="{self.face}" size="4"><b>{esc(c.title)}</b></font></a><br>\n{self.font(esc(c.summary) + "...")}<br>{self.font(f"{self.day(c.published)} - {esc(c.section)}", 1)}</td></tr>\n<tr><td><img src="/images/clear.gif" width="1" height="8" alt=""></td></tr>\n'
            for c in cards
        )
        more = f'<p align="right"><a href="{attr(older)}">{self.font(self.word("較舊的新聞 &gt;&gt;", "Older stories &gt;&gt;"))}</a></p>' if older else ""  # fmt: skip
        return f'<font face="{self.face}" size="5" color="{self.ink}"><b>{esc(heading)}</b></font>\n<hr size="1" noshade>\n<table width="100%" border="0" cellspacing="0" cellpadding="2">\n{rows}</table>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A heading and paragraphs in the text face."""
        words = "\n".join(f"<p>{self.text(esc(p))}</p>" for p in paragraphs)
        return f'<font face="{self.face}" size="5"><b>{esc(heading)}</b></font>\n{words}'


class Halibut(Freehand):
    """2003: a small paper on a tag server: both hours in the line over the headline, paragraphs as the server's function parts them, a box of others that floats, the signature at the right below the text."""

    name = "halibut"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the box stands, its question of the week, how it signs."""
        self.at = choose(rng, 1, 2)
        self.polls = rng.random() < 0.5
        self.skin = choose(rng, "harbor", "brick", "slate")
        self.hand = choose(
            rng,
            Hand("採寫：{a}", "採寫：{a}、{b}", photo="採寫：{a}　攝影：{b}", desk="{o}整理", agency="資料來源：{o}", role="採寫", roles=("採寫", "攝影")),
            Hand("（{a}）", "（{a}、{b}）", placed="（{a}，{p}）", desk="（{o}）", agency="（{o}）"),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("Reported by {a}", "Reported by {a} and {b}", placed="Reported by {a}, {p}", agency="Source: {o}"),
            Hand("-- {a}", "-- {a} and {b}", desk="-- {o}", agency="-- {o}"),
        )

    def day(self, t: datetime) -> str:
        """``Saturday, March 08, 2003 9:05 AM``; ``2003/03/08 09:05``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day:02d}, {t.year} {clock(t)}"
        return f"{t:%Y/%m/%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A strip of weather, tabs, the wide cell, a narrow one at the right with the week's services."""
        tabs = self.menu(
            page.paper,
            '<td class="{on}tab" nowrap><a href="{url}" class="tablink">{name}</a></td><td class="gap"></td>',
            now=page.section,
            current="hot",
        )
        poll = (
            f'<form action="/index.cfm?fuseaction=poll.vote" method="post"><table class="box" width="160"><tr><td class="boxtop">{self.word("本周一問", "Question of the week")}</td></tr><tr><td class="small">{self.word("你坐渡輪上班嗎？", "Do you take the ferry to work?")}<br><input type="radio" name="a" value="1">{self.word("是", "Yes")}<br><input type="radio" name="a" value="0">{self.word("否", "No")}<br><input type="submit" value="{self.word("投票", "Vote")}"></td></tr></table></form>'
            if self.polls
            else f'<table class="box" width="160"><tr><td class="boxtop">{self.word("電郵快訊", "E-mail headlines")}</td></tr><tr><td class="small">{self.word("每朝九點寄到你的信箱。", "In your inbox at nine each morning.")} <a href="/subscribe">{self.word("登記", "Sign up")}</a></td></tr></table>'
        )
        services = "".join(
            f'<tr><td class="small"><a href="/index.cfm?fuseaction={key}.home">{self.word(zh, en)}</a></td></tr>\n'
            for key, zh, en in (
                ("events", "活動日曆", "Calendar of events"),
                ("obits", "訃聞", "Obituaries"),
                ("lotto", "六合彩結果", "Lottery numbers"),
                ("traffic", "道路消息", "Traffic cameras"),
            )
        )
        return (
            f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n\n\n\n<html>\n<head>\n\t{heads(page.charset, old=True)}\n\t<title>{esc(page.title)} - {esc(page.paper.name)} Online</title>\n\t{page.head}<link rel="stylesheet" type="text/css" href="/css/{self.skin}.css">\n\t<style type="text/css">.box {{border: 1px solid #999}} .boxtop {{background: #036; color: #fff}} .hottab {{background: #fff}} .tab {{background: #cde}} .headline {{font: bold 22px Arial}} .small {{font-size: 11px}} .storytext {{font: 14px/20px Arial}}</style>\n</head>\n\n'
            f'<body class="{self.skin}">\n<table width="780" align="center" cellpadding="0" cellspacing="0" border="0">\n<tr><td><a href="/index.cfm"><img src="/art/{self.skin}/nameplate.gif" width="300" height="70" border="0" alt="{attr(page.paper.name)}"></a></td><td align="right" class="small"><img src="/art/wx/pcloudy.gif" width="40" height="30" alt=""> 22&deg;C {self.word("多雲間晴", "Partly cloudy")} <a href="/index.cfm?fuseaction=weather.home">{self.word("五日預報", "5-day forecast")}</a></td></tr>\n'
            f'<tr><td colspan="2"><table cellpadding="4" cellspacing="0" border="0"><tr>{tabs}</tr></table></td></tr>\n<tr><td colspan="2"><table width="780" cellpadding="8" cellspacing="0" border="0"><tr><td width="604" valign="top">\n\n{page.main}\n\n</td><td width="176" valign="top">\n<a href="/index.cfm?fuseaction=ad.click&amp;z=7"><img src="/art/ads/sky7.gif" width="160" height="300" border="0" alt="{self.word("廣告", "Advertisement")}"></a><br><br>\n{poll}<br>\n<table class="box" width="160"><tr><td class="boxtop">{self.word("服務", "Services")}</td></tr>\n{services}</table>\n</td></tr></table></td></tr>\n'
            f'<tr><td colspan="2" class="small" align="center"><a href="/about">{self.word("關於我們", "About us")}</a> &middot; <a href="/index.cfm?fuseaction=help.privacy">{self.word("私隱政策", "Privacy policy")}</a> &middot; <a href="/index.cfm?fuseaction=help.advertise">{self.word("刊登廣告", "Advertise")}</a><br>{esc(page.paper.rights)}</td></tr>\n</table>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """What the typist's box held, as it is."""
        if block.kind == "p":
            return spans(block.spans)
        if block.kind == "h":
            return f'<span class="subhead"><b>{spans(block.spans)}</b></span>'
        if block.kind == "note":
            return f'<span class="small"><i>{spans(block.spans)}</i></span>'
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        if block.kind in {"ul", "ol"}:
            rows = "\n".join(f"<li>{esc(item)}" for item in block.items)
            return f"<{block.kind}>\n{rows}\n</{block.kind}>"
        if block.kind == "table":
            head, *rest = block.rows
            top = "".join(f'<th class="boxtop">{esc(c)}</th>' for c in head)
            rows = "".join(f"<tr>{''.join(f'<td>{esc(c)}</td>' for c in row)}</tr>\n" for row in rest)
            return f'<table class="box" cellpadding="4" cellspacing="0">\n<tr>{top}</tr>\n{rows}</table>'
        if block.kind == "embed":
            return (
                f'<center><iframe src="{attr(block.url)}" width="400" height="320" frameborder="0"></iframe></center>'
            )
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box in the middle, words and credit in one cell each."""
        credit = f'<tr><td align="right" class="photoby">{esc(picture.credit)}</td></tr>' if picture.credit else ""
        return f'<table class="photo" width="300" align="center" cellpadding="2"><tr><td><img src="{self.source(copy, picture)}" width="300" border="0" alt="{attr(picture.caption)}"></td></tr>{credit}<tr><td class="cutline">{esc(picture.caption)}</td></tr></table>'

    def story(self, copy: Copy) -> str:
        """Path, hours, headline, text with a box, signature, where to search on, what readers sent."""
        pieces = self.blocks(copy)
        rows = copy.others('<tr><td class="small"><a href="{url}">{title}</a></td></tr>\n', 3)
        if rows:
            box = f'<table class="box" width="190" align="right" cellpadding="4"><tr><td class="boxtop">{copy.say("延伸閱讀", "See also")}</td></tr>\n{rows}</table>'
            at = min(self.at, len(pieces))
            pieces[at:at] = [box]
        changed = copy.changed(f" | {copy.say('更新：', 'Updated: ')}{{}}")
        tags = copy.tags('<a href="/index.cfm?fuseaction=search.go&amp;q={tag}">{tag}</a>', " | ")
        remarks = copy.remarks('<tr><td class="small"><b>{who}</b> ({when})</td></tr>\n<tr><td>{what}</td></tr>\n')
        letters = f'<table class="box" width="100%" cellpadding="4"><tr><td class="boxtop">{copy.say("讀者回應", "Reader feedback")}</td></tr>\n{remarks}<tr><td class="small"><a href="/index.cfm?fuseaction=feedback.add&amp;id={copy.article.id}">{copy.say("我要回應", "Add your comment")}</a></td></tr></table>'
        more = copy.others('<li><a href="{url}">{title}</a> <span class="small">{section}</span>\n', 4, skip=2)
        latest = f'<p class="subhead"><b>{copy.say("最新消息", "Latest headlines")}</b>\n<ul>\n{more}</ul>\n' if more else ""  # fmt: skip
        return (
            f'<span class="small"><a href="/index.cfm">{copy.say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {copy.say("全文", "Full story")}</span><br><br>\n<span class="small">{copy.say("發表：", "Posted: ")}{copy.day}{changed}</span><br>\n<span class="headline">{copy.title}</span><br><br>\n'
            f'<span class="storytext">\n{f"{chr(13)}{chr(10)}<P>{chr(13)}{chr(10)}".join(pieces)}\n<P>\n</span>\n{copy.signed("<div align=right class=signed><i>{}</i></div>")}\n<br clear="all"><table width="100%" class="small"><tr><td><a href="/index.cfm?fuseaction=news.mail&amp;id={copy.article.id}"><img src="/art/mail.gif" border="0" width="16" height="12" alt=""> {copy.say("寄給朋友", "Mail to a friend")}</a></td><td><a href="/index.cfm?fuseaction=news.print&amp;id={copy.article.id}"><img src="/art/print.gif" border="0" width="16" height="12" alt=""> {copy.say("列印版", "Print this story")}</a></td></tr></table>\n'
            f"<p>{copy.say('找更多關於：', 'Search for more on: ')}{tags}</p>\n{letters}\n{latest}"
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows of two colours."""
        rows = "".join(
            f'<tr bgcolor="{"#FFFFFF" if n % 2 else "#EEF3F7"}"><td valign="top" class="small" nowrap>{c.published:%m/%d/%Y}</td><td><a href="{attr(c.url)}"><b>{esc(c.title)}</b></a><br>{esc(c.summary)}... <span class="small">[{esc(c.section)}]</span></td></tr>\n'
            for n, c in enumerate(cards)
        )
        more = f'<p align="center"><a href="{attr(older)}">[{self.word("下一頁", "Next 20")}]</a></p>' if older else ""
        return f'<span class="headline">{esc(heading)}</span><br>\n<table width="100%" cellpadding="5" cellspacing="0" border="0">\n{rows}</table>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A headline and text as the function parts it."""
        return f'<span class="headline">{esc(heading)}</span><br><br>\n<span class="storytext">\n{"<P>".join(esc(p) + chr(10) for p in paragraphs)}</span>'


DESIGNS: tuple[type[Freehand], ...] = (Plaice, Halibut)
ADDRESSES: dict[str, Form] = {
    "cgi-bin/story.pl?edition&story": Form(lambda _p, a, _v: f"/cgi-bin/story.pl?edition={a.published:%Y%m%d}&story={a.id}"),
    "index.cfm?fuseaction&id": Form(lambda _p, a, _v: f"/index.cfm?fuseaction=news.fullstory&id={a.id}"),
}  # fmt: skip
