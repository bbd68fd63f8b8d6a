"""Designs of regional dailies: a chain's shared tables of 2001, a hired content management of 2007."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Burbot", "Ruffe"]


class Burbot(Freehand):
    """2001: a regional daily in a chain's shared tables: a section's bar, when it was put on the web above the headline, when it was last modified below the text, the story in one cell of broken lines."""

    name = "burbot"
    tagged = False
    stamped = True

    def draw(self, rng: Random) -> None:
        """Two colours, what stands between paragraphs, and how it signs."""
        self.dark, self.pale = choose(rng, ("#336699", "#dde6ee"), ("#990000", "#f3e6d8"), ("#006633", "#e4eee0"))
        self.between = choose(rng, "<br><br>", "\n<p>")
        self.hand = choose(
            rng,
            Hand("記者{a}／報導", "記者{a}、{b}／報導", placed="記者{a}／{p}報導", role="記者"),
            Hand("本報記者 {a}", "本報記者 {a}、{b}", photo="文：{a}　圖：{b}", role="本報記者", roles=("文", "圖")),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}, Staff Writer", "By {a} and {b}, Staff Writers", role="Staff Writer"),
            Hand("By {a}", "By {a} and {b}", desk="From {o}", agency="{o}"),
        )

    def day(self, t: datetime) -> str:
        """``Thursday, March 8, 2001``; ``2001年3月8日 星期四``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]}"

    def stamp(self, t: datetime) -> str:
        """``5:12 p.m. on Friday, March 9, 2001``; ``2001年3月9日 17:12``."""
        if self.english:
            return f"{clock(t, 'a.m.', 'p.m.')} on {self.day(t)}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A banner, the nameplate, a bar, three cells, a foot."""
        rows = self.menu(
            page.paper,
            f'<tr><td bgcolor="{self.pale}"><font face="verdana,arial,helvetica" size="1">&nbsp;<a href=`{{url}}`>{{name}}</a></font></td></tr>\n',
        )
        services = "".join(
            f'<tr><td><font face="verdana,arial,helvetica" size="1">&nbsp;<a href="/{at}/">{self.word(zh, en)}</a></font></td></tr>\n'
            for at, zh, en in (("obits", "訃聞", "Obituaries"), ("classifieds", "分類廣告", "Classifieds"), ("weather", "天氣", "Weather"), ("tv", "電視節目表", "TV listings"), ("forums", "討論區", "Forums"), ("about", "關於我們", "About us"))
        )  # fmt: skip
        return (
            f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">\n<html>\n<head>\n<title>{esc(page.paper.name)}{self.word("：", " : ")}{esc(page.title)}</title>\n{heads(page.charset, old=True)}\n{page.head}<style type="text/css"><!-- a {{ color: {self.dark}; }} --></style>\n</head>\n'
            f'<body bgcolor="#ffffff" topmargin="4" marginheight="4" link="{self.dark}">\n<table width="750" border="0" cellspacing="0" cellpadding="0" align="center">\n<tr><td align="center" colspan="3"><a href="/adclick"><img src="/ads/468x60.gif" width="468" height="60" border="0" alt="{self.word("廣告", "Click here to visit our sponsor")}"></a></td></tr>\n'
            f'<tr><td colspan="3"><a href="/"><img src="/images/nameplate.gif" width="420" height="62" border="0" alt="{attr(page.paper.name)}"></a></td></tr>\n<tr><td colspan="3" bgcolor="{self.dark}" height="20"><font face="verdana,arial,helvetica" size="1" color="#ffffff">&nbsp;<a href="/"><font color="#ffffff">{self.word("首頁", "Home")}</font></a> | <a href="/subscribe/"><font color="#ffffff">{self.word("訂閱報紙", "Subscribe")}</font></a> | <a href="/advertise/"><font color="#ffffff">{self.word("刊登廣告", "Advertise")}</font></a> | <a href="/contact/"><font color="#ffffff">{self.word("聯絡我們", "Contact us")}</font></a> | <a href="/sitemap/"><font color="#ffffff">{self.word("網站地圖", "Site map")}</font></a></font></td></tr>\n'
            f'<tr valign="top">\n<td width="125"><table width="120" border="0" cellspacing="1" cellpadding="2">\n{rows}<tr><td bgcolor="{self.dark}"><font face="verdana,arial,helvetica" size="1" color="#ffffff"><b>&nbsp;{self.word("服務", "Services")}</b></font></td></tr>\n{services}<tr><td><form action="/cgi-bin/search.pl" method="get"><font face="verdana,arial,helvetica" size="1">{self.word("搜尋舊聞", "Search archives")}</font><br><input type="text" name="terms" size="9"><input type="submit" value="Go"></form></td></tr>\n</table></td>\n'
            f'<td width="485">\n{page.main}\n</td>\n<td width="140" align="center"><table width="130" border="0" cellspacing="0" cellpadding="3"><tr><td bgcolor="{self.dark}"><font face="verdana,arial,helvetica" size="1" color="#ffffff"><b>{self.word("網上特輯", "Online specials")}</b></font></td></tr><tr><td bgcolor="{self.pale}"><font face="verdana,arial,helvetica" size="1"><a href="/specials/guide/">{self.word("遊客指南", "Visitors guide")}</a><br><a href="/specials/photos/">{self.word("圖片廊", "Photo gallery")}</a><br><a href="/specials/prep/">{self.word("校際球賽", "Prep football")}</a></font></td></tr></table><br>\n<a href="/adclick?2"><img src="/ads/120x90.gif" width="120" height="90" border="0" alt="{self.word("車行廣告", "Rivers Ford-Mercury")}"></a><br><br><a href="/adclick?3"><img src="/ads/120x90b.gif" width="120" height="90" border="0" alt="{self.word("家具廣告", "Colony Furniture")}"></a></td>\n</tr>\n'
            f'<tr><td colspan="3" align="center"><hr size="1" noshade width="90%"><font face="verdana,arial,helvetica" size="1">{esc(page.paper.rights)}. {self.word("版權所有，未經書面同意不得轉載。", "All rights reserved.")} <a href="/privacy/">{self.word("私隱政策", "Read our privacy policy")}</a>.<br>{self.word("意見或問題，請", "Comments or questions? ")}<a href="mailto:webmaster@{page.paper.host}">{self.word("來信", "Contact the webmaster")}</a></font></td></tr>\n</table>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Lines with what stands between them; no tag is a paragraph's own."""
        if block.kind == "p":
            return f"{spans(block.spans)}{self.between}"
        if block.kind == "h":
            return f'<font face="arial,helvetica" size="3"><b>{spans(block.spans)}</b></font>{self.between}'
        if block.kind == "note":
            return f"<i>{spans(block.spans)}</i>{self.between}"
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        if block.kind in {"ul", "ol"}:
            return f"<{block.kind}>" + "".join(f"<li>{esc(i)}\n" for i in block.items) + f"</{block.kind}>"
        if block.kind == "table":
            rows = "".join(
                f'<tr{f""" bgcolor="{self.pale}" """ if not at else ""}>' + "".join(f'<td><font face="arial,helvetica" size="2">{esc(c)}</font></td>' for c in row) + "</tr>\n"
                for at, row in enumerate(block.rows)
            )  # fmt: skip
            return f'<table border="1" cellspacing="0" cellpadding="3" width="96%">\n{rows}</table><br>'
        if block.kind == "embed":
            return f'<center><iframe src="{attr(block.url)}" width="320" height="260" frameborder="0"></iframe></center><br>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table at the right: the photo, who took it, what it shows."""
        credit = (
            f'<tr><td align="right"><font face="arial,helvetica" size="1">{esc(picture.credit)}</font></td></tr>'
            if picture.credit
            else ""
        )
        return f'<table width="210" border="0" cellspacing="0" cellpadding="4" align="right"><tr><td><img src="{self.source(copy, picture)}" width="200" height="140" border="1" alt=""></td></tr>{credit}<tr><td><font face="arial,helvetica" size="1"><b>{esc(picture.caption)}</b></font></td></tr></table>\n'

    def story(self, copy: Copy) -> str:
        """The section's bar, the day, headline, writer, links beside the text, the text, the stamp, tools."""
        by = copy.signed('<font face="arial,helvetica" size="2"><b>{}</b></font><br><br>\n')
        changed = copy.changed(
            f'<font face="arial,helvetica" size="1"><i>{copy.say("本文最後修改：", "This article last modified at ")}{{}}</i></font><br>\n'
        )
        links = copy.others('<li><a href="{url}">{title}</a>\n', 3)
        box = (
            f'<table width="160" border="0" cellspacing="0" cellpadding="4" align="right" bgcolor="{self.pale}"><tr><td><font face="arial,helvetica" size="1"><b>{copy.say("相關連結", "Related stories")}</b><ul>{links}</ul></font></td></tr></table>\n'
            if links
            else ""
        )
        return (
            f'<table width="100%" border="0" cellspacing="0" cellpadding="2"><tr><td bgcolor="{self.dark}"><font face="arial,helvetica" size="4" color="#ffffff"><b>&nbsp;{copy.section}</b></font></td></tr></table>\n'
            f'<table width="100%" border="0" cellspacing="0" cellpadding="6"><tr><td>\n<font face="arial,helvetica" size="1" color="#666666">{copy.say("上網日期：", "Web posted ")}{copy.day}</font><br>\n<font face="times new roman,times" size="5"><b>{copy.title}</b></font><br><br>\n{by}{box}<!-- begin text -->\n{chr(10).join(self.blocks(copy))}\n<!-- end text -->\n<br clear="all">{changed}'
            f'<hr size="1" noshade><font face="verdana,arial,helvetica" size="1"><a href="/cgi-bin/mailstory.pl?{copy.article.id}"><img src="/images/mail.gif" width="16" height="12" border="0" alt=""> {copy.say("把這則新聞寄給朋友", "E-mail this story to a friend")}</a> &nbsp; <a href="/cgi-bin/print.pl?{copy.article.id}"><img src="/images/printer.gif" width="16" height="14" border="0" alt=""> {copy.say("列印版", "Printer-friendly version")}</a> &nbsp; <a href="{copy.section_url}">{copy.say("回上一層", "Back to section front")}</a></font>\n</td></tr></table>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with a square before them, a line of the story, the day in brackets."""
        rows = "".join(
            f'<tr valign="top"><td width="12"><img src="/images/square.gif" width="7" height="7" alt="*"></td><td><font face="arial,helvetica" size="2"><a href="{attr(c.url)}"><b>{esc(c.title)}</b></a><br>{esc(c.summary)}...</font> <font face="arial,helvetica" size="1" color="#666666">[{self.day(c.published)}]</font></td></tr>\n'
            for c in cards
        )
        more = (
            f'<tr><td></td><td align="right"><font face="arial,helvetica" size="2"><a href="{attr(older)}">{self.word("更早的新聞", "Earlier stories")} &gt;&gt;</a></font></td></tr>\n'
            if older
            else ""
        )
        return f'<table width="100%" border="0" cellspacing="0" cellpadding="2"><tr><td bgcolor="{self.dark}"><font face="arial,helvetica" size="4" color="#ffffff"><b>&nbsp;{esc(heading)}</b></font></td></tr></table>\n<table width="100%" border="0" cellspacing="0" cellpadding="4">\n{rows}{more}</table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A bar and lines."""
        words = "<br><br>\n".join(esc(p) for p in paragraphs)
        return f'<table width="100%" border="0" cellspacing="0" cellpadding="6"><tr><td><font face="times new roman,times" size="5"><b>{esc(heading)}</b></font><br><br>\n{words}</td></tr></table>'


class Ruffe(Freehand):
    """2007: a regional paper on a hired content management, columns by style sheet: when the article was launched and when it was last updated under the writer, a box of tools, most viewed and most e-mailed at the right."""

    name = "ruffe"
    tagged = False
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the tools float, where the advertisement stands, how it signs."""
        self.side = choose(rng, "left", "right")
        self.advert = 2 + int(rng.random() * 3)
        self.zoned = rng.random() < 0.6
        self.hand = choose(
            rng,
            Hand("記者 {a} 報導", "記者 {a}、{b} 報導", placed="記者 {a} {p}報導", desk="{o} 報導", role="記者"),
            Hand("{a}／報導", "{a}、{b}／報導", placed="{a}／{p}報導", photo="{a}／文　{b}／攝影"),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}, Staff Writer", "By {a} and {b}, Staff Writers", role="Staff Writer"),
            Hand("By {a}", "By {a} and {b}", desk="By {o}", agency="By {o}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2007 09:05 PM EST``; ``2007年03月08日 21:05``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t:%Y %I:%M} {'AM' if t.hour < 12 else 'PM'}{f' {t:%Z}' if self.zoned else ''}"
        return f"{t:%Y年%m月%d日 %H:%M}"

    def frame(self, page: Shell) -> str:
        """A leaderboard, the masthead, tabs, two columns, a foot in columns."""
        tabs = self.menu(
            page.paper, '<li{on}><a href="{url}">{name}</a></li>\n', now=page.section, current=' class="tabOn"'
        )
        ads = "".join(
            f'<li><a href="/{at}"><strong>{self.word(zh, en)}</strong></a> <span>{self.word(zh2, en2)}</span></li>\n'
            for at, zh, en, zh2, en2 in (("jobs", "求職", "Jobs", "本周二百個新職位", "Search local openings"), ("cars", "汽車", "Autos", "新車與二手車", "New and used"), ("homes", "房地產", "Real Estate", "周日開放日", "Open houses Sunday"), ("rentals", "租屋", "Rentals", "找下一個家", "Find your next place"))
        )  # fmt: skip
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/portlet/layout/css/site.css" />\n<style type="text/css">#siteWrapper {{ width: 960px; margin: 0 auto; font: 13px Arial, sans-serif; }} #mainColumn {{ float: left; width: 620px; }} #sideColumn {{ float: right; width: 310px; }} #navTabs li {{ display: inline; padding: 4px 8px; background: #ddd; }} #siteFooter {{ clear: both; }} .articleTitle, #sectionHeader {{ font: bold 22px Georgia, serif; margin: 8px 0; }} .articleByline, .leadHeadline a {{ font-weight: bold; }} .articleDate {{ color: #666; font-size: 11px; }} .headlineItem, .leadHeadline {{ margin: 0 0 10px; }} .articleTools {{ float: {self.side}; width: 130px; border: 1px solid #ccc; margin: 0 8px 8px 8px; }}</style>\n<script type="text/javascript" src="/portlet/js/omniture.js"></script>\n</head>\n<body>\n<div id="siteWrapper">\n'
            f'<div id="adTop"><script type="text/javascript">if (window.OAS_AD) OAS_AD("Top");</script></div>\n<div id="masthead"><a href="/"><img src="/portlet/img/logo.jpg" alt="{attr(page.paper.name)}" width="380" height="70" /></a><div id="loginBar"><a href="/register">{self.word("註冊", "Register")}</a> | <a href="/login">{self.word("登入", "Sign In")}</a> | <a href="/rss"><img src="/portlet/img/xml.gif" alt="RSS" /></a> | <a href="/homedelivery">{self.word("訂報", "Home Delivery")}</a></div>\n<form id="siteSearch" action="/search" method="get"><input type="text" name="q" /> <input type="submit" value="{self.word("搜尋", "Search")}" /> <label><input type="radio" name="w" checked="checked" /> {self.word("本站", "Site")}</label> <label><input type="radio" name="w" /> {self.word("網路", "Web")}</label></form></div>\n'
            f'<ul id="navTabs">\n<li><a href="/">{self.word("首頁", "Home")}</a></li>\n{tabs}<li><a href="/classifieds">{self.word("分類廣告", "Classifieds")}</a></li>\n</ul>\n<div id="weatherStrip"><img src="/portlet/img/wx/34.gif" alt="" /> {self.word("多雲，高溫 24 度", "Partly cloudy. High 67F, low 52F.")} <a href="/weather">{self.word("五日預報", "5-day forecast")}</a></div>\n'
            f'<div id="mainColumn">\n{page.main}\n</div>\n<div id="sideColumn">\n<div class="sideBox" id="marketplace"><h4>{self.word("市集", "Marketplace")}</h4><ul>\n{ads}</ul></div>\n<div class="adBox"><span>{self.word("廣告", "Advertisement")}</span><script type="text/javascript">if (window.OAS_AD) OAS_AD("Right1");</script></div>\n<div class="sideBox" id="blogRoll"><h4>{self.word("本報部落格", "Our Blogs")}</h4><ul><li><a href="/blogs/dugout">{self.word("板凳席", "The Dugout")}</a></li><li><a href="/blogs/table">{self.word("餐桌上", "Table Talk")}</a></li></ul></div>\n</div>\n'
            f'<div id="siteFooter"><p><a href="/about">{self.word("關於本報", "About Us")}</a> | <a href="/contact">{self.word("聯絡編輯部", "Contact the Newsroom")}</a> | <a href="/corrections">{self.word("更正", "Corrections")}</a> | <a href="/terms">{self.word("使用條款", "Terms of Use")}</a> | <a href="/privacy">{self.word("私隱政策", "Privacy Policy")}</a></p><p>{esc(page.paper.rights)}</p></div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A description and no more."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta name="robots" content="noarchive" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs as typed; headings are bold paragraphs; an own class for quotations."""
        if block.kind == "h":
            return f"<p><strong>{spans(block.spans)}</strong></p>"
        if block.kind == "quote":
            return f'<blockquote class="articleQuote">{spans(block.spans)}</blockquote>'
        if block.kind == "table":
            rows = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>\n" for row in block.rows)
            return f'<table class="articleTable" border="1" cellpadding="4" cellspacing="0"><tbody>\n{rows}</tbody></table>'
        if block.kind == "embed":
            return f'<div class="articleVideo"><iframe src="{attr(block.url)}" width="425" height="350" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box of its own, who took it in brackets behind what it shows."""
        credit = f' <span class="articleImageCredit">({esc(picture.credit)})</span>' if picture.credit else ""
        return f'<div class="articleImageBox"><a href="javascript:popImage({picture.number % 9999})"><img src="{self.source(copy, picture)}" width="300" alt="" /></a><br /><span class="articleImageCaption">{esc(picture.caption)}</span>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """Where one is, headline, writer, two hours, tools, text with an advertisement, shares, lists of the most read, a forum."""
        pieces = self.blocks(copy)
        pieces.insert(
            min(self.advert, len(pieces)),
            f'<div class="articleAd"><span>{copy.say("廣告", "Advertisement")}</span><br /><a href="/adclick"><img src="/ads/300x250.gif" alt="" /></a></div>',
        )
        by = copy.signed('<div class="articleByline">{}</div>\n')
        changed = copy.changed(
            f'<div class="articleDate">{copy.say("最後更新：", "Article Last Updated: ")}{{}}</div>\n'
        )
        remarks = copy.remarks(
            '<div class="forumPost"><div class="forumHead"><b>{who}</b> {when}</div><div class="forumBody">{what}</div></div>\n',
            2,
        )
        viewed = copy.others("<li><a href=`{url}`>{title}</a></li>\n", 3)
        mailed = copy.others("<li><a href=`{url}`>{title}</a></li>\n", 3, skip=1)
        most = (
            f'<div id="mostBox"><h5>{copy.say("最多瀏覽", "Most Viewed")}</h5><ol>\n{viewed}</ol><h5>{copy.say("最多轉寄", "Most E-Mailed")}</h5><ol>\n{mailed}</ol></div>\n'
            if viewed
            else ""
        )
        tools = f'<div class="articleTools"><h6>{copy.say("文章工具", "Article Tools")}</h6><ul><li><a href="/email/{copy.article.id}">{copy.say("轉寄", "E-mail")}</a></li><li><a href="/print/{copy.article.id}">{copy.say("列印", "Print")}</a></li><li><a href="/reprints">{copy.say("索取重印", "Reprints")}</a></li><li>{copy.say("字級", "Text size")}: <a href="#">A-</a> <a href="#">A+</a></li></ul><div class="toolsSponsor">{copy.say("贊助：河岸儲蓄銀行", "Sponsored by Riverbank Savings")}</div></div>\n'
        return (
            f'<div id="breadCrumb"><a href="/">{copy.say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a></div>\n<div id="articleViewer">\n<div class="articleTitle">{copy.title}</div>\n{by}<div class="articleDate">{copy.say("上載時間：", "Article Launched: ")}{copy.day}</div>\n{changed}{tools}'
            f'<div id="articleBody" class="articleBody">\n{chr(10).join(pieces)}\n</div>\n<div class="articleShare">{copy.say("分享", "Share")}: <a href="/share?delicious">del.icio.us</a> <a href="/share?digg">Digg</a> <a href="/share?reddit">Reddit</a> <a href="/share?newsvine">Newsvine</a> <a href="/share?yahoo">Yahoo! MyWeb</a></div>\n</div>\n{most}'
            f'<div id="articleForum"><h5>{copy.say("讀者論壇", "Reader Forum")}</h5>\n{remarks}<p>{copy.say("本報對論壇內容概不負責。", "The newspaper is not responsible for what readers post here.")} <a href="/forum/{copy.article.id}">{copy.say("加入討論", "Join the discussion")}</a></p></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The first with more words, the rest as headlines with hours."""
        rows = "".join(
            f'<div class="{"leadHeadline" if not at else "headlineItem"}"><a href="{attr(c.url)}">{esc(c.title)}</a> <span class="headlineTime">{self.day(c.published)}</span><div class="headlineAbstract">{esc(c.summary)}...</div></div>\n'
            for at, c in enumerate(cards)
        )
        more = (
            f'<div class="moreHeadlines"><a href="{attr(older)}">{self.word("更多新聞", "More Headlines")} &raquo;</a></div>'
            if older
            else ""
        )
        return f'<div id="breadCrumb"><a href="/">{self.word("首頁", "Home")}</a> &gt; {esc(heading)}</div>\n<div id="sectionHeader">{esc(heading)}</div>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A content page."""
        return f'<div id="contentPage"><div class="pageTitle">{esc(heading)}</div>\n<div class="pageText">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Burbot, Ruffe)
ADDRESSES: dict[str, Form] = {
    "articles/day/section/section-id.txt": Form(lambda p, a, _v: f"/articles/{a.published:%Y/%m/%d}/{_part(p, a)}/{_part(p, a)}{a.id}.txt"),
    "apps/article?aid": Form(lambda p, a, _v: f"/apps/pbcs.dll/article?AID=/{a.published:%Y%m%d}/{_part(p, a).upper()}/{a.id}"),
}  # fmt: skip
