"""A design: a Chinese-language daily's web edition on its own ASP.NET pages, about 2010."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_ID = "ctl00_cphMain_"
_STATE = "/wEPDwUKLTc2MDE1OTkwMg9kFgJmD2QWAgIDD2QWBAIBDxYCHgRUZXh0BQzmlrDogZ7lhaflrrlkAgcPDxYCHgdWaXNpYmxlaGRkZAq3"


class Dunnock(Freehand):
    """2010: a daily's in-house ASP.NET site: one form around everything, tables for columns, labels with the server's names, the reporter in lenticular brackets at the text's opening."""

    name = "dunnock"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """Where the reporter stands, whether the editor's box gives paragraphs or line breaks, how the day is told."""
        self.place = choose(rng, "line", "line", "info") if self.english else choose(rng, "line", "lead", "bare")
        self.broken = rng.random() < 0.4
        self.indent = "　　" if self.broken and not self.english and rng.random() < 0.6 else ""
        self.above = rng.random() < 0.35
        self.republic = self.language.endswith("TW") and rng.random() < 0.4
        self.flash = rng.random() < 0.3
        self.hand = choose(
            rng,
            Hand("〔記者{a}／報導〕", "〔記者{a}、{b}／綜合報導〕", "〔記者{a}／{p}報導〕", "〔{a}／撰稿　{b}／拍攝〕", "〔{o}／綜合報導〕", "〔{o}／外電報導〕", "記者", ("撰稿", "拍攝")),
            Hand("【本報記者{a}訊】", "【本報記者{a}、{b}訊】", "【本報記者{a}{p}訊】", "【採訪：{a}；攝影：{b}】", "【本報{o}訊】", "【據{o}電】", "本報記者", ("採訪", "攝影")),
            Hand("（{a}／專題報導）", "（{a}、{b}／聯合採訪）", "（{a}／{p}專訊）", "（{a}／採訪　攝影／{b}）", "（{o}／編譯整理）", "（{o}）", None, ("採訪", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a} / Staff reporter", "By {a} and {b} / Staff reporters", "By {a} / Staff reporter in {p}", "Text by {a} / Photos by {b}", "{o} / Staff writers", "{o}", "Staff reporter", ("Text", "Photos")),
            Hand("{a}, staff writer", "{a} and {b}, staff writers", "{a}, staff writer in {p}", "{a} (words) and {b} (pictures)", "{o} report", "{o}, via wire", "staff writer", ("words", "pictures")),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``2011/3/8 下午 09:05``, the server's own; ``民國100年3月8日　星期二　21:05``; ``Tuesday, March 08, 2011 9:05 PM``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t:%d, %Y} {clock(t)}"
        if self.republic:
            return f"民國{t.year - 1911}年{t.month}月{t.day}日　星期{DAYS_ZH[t.weekday()]}　{t:%H:%M}"
        return f"{t.year}/{t.month}/{t.day} {'上午' if t.hour < 12 else '下午'} {t.hour % 12 or 12:02d}:{t:%M}"

    def stamp(self, t: datetime) -> str:
        """With seconds, as the table of the data has it."""
        return f"{t:%Y/%m/%d %H:%M:%S}"

    def frame(self, page: Shell) -> str:
        """The form, the top with its tabs, two columns, the foot."""
        paper, w = page.paper, self.word
        menu = self.menu(paper, '<td class="tab{on}"><a href="{url}">{name}</a></td>', now=page.section, current="_on")
        trail = " - ".join(esc(x) for x in (page.title, page.section, paper.name) if x)
        foot = self.menu(paper, '<a href="{url}">{name}</a>', " ｜ ")
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="ctl00_Head1">{heads(page.charset, old=True)}<title>
	{trail}
</title>{page.head}<link href="/App_Themes/News/main.css" rel="stylesheet" type="text/css" /><script src="/js/jquery-1.4.2.min.js" type="text/javascript"></script></head><body><form name="aspnetForm" method="post" action="" id="aspnetForm">
<div><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{_STATE}" /></div>
<div id="topbar"><span class="fl"><a href="#" onclick="return setHome(this);">{w("設為首頁", "Set as homepage")}</a> ｜ <a href="/rss.aspx">RSS</a> ｜ <a href="/Member/Login.aspx">{w("會員登入", "Log in")}</a></span><span class="fr"><input name="ctl00$txtKey" type="text" id="ctl00_txtKey" class="key" /><input type="submit" name="ctl00$btnSearch" value="{w("站內搜尋", "Search")}" id="ctl00_btnSearch" /></span></div>
<table id="masthead" width="970" border="0" cellspacing="0" cellpadding="0" align="center"><tr><td width="230"><h1 id="logo"><a href="/" title="{attr(paper.name)}">{esc(paper.name)}</a></h1></td><td width="740" align="right"><div class="ad728"><script type="text/javascript" src="/ad/show.ashx?zone=top728"></script></div></td></tr></table>
<table id="tabs" width="970" border="0" cellspacing="0" cellpadding="0" align="center"><tr>{menu}</tr></table>
<div id="ticker"><b>{w("快訊", "Flash")}</b><marquee scrollamount="3" onmouseover="this.stop();" onmouseout="this.start();"><a href="/epaper.aspx">{w(f"免費訂閱「{esc(paper.letter)}」電子報，天天送到信箱", f"Get {esc(paper.letter)} in your mailbox, free")}</a>　<a href="/mobile.aspx">{w("手機版全新上線", "Our mobile edition is here")}</a></marquee></div>
<table id="wrap" width="970" border="0" cellspacing="0" cellpadding="0" align="center"><tr><td id="colMain" width="650" valign="top">
{page.main}
</td><td id="colSide" width="300" valign="top"><div class="ad300"><iframe src="/ad/300x250.htm" width="300" height="250" scrolling="no" frameborder="0"></iframe></div>
<div class="box poll"><h3>{w("今日民調", "Today's poll")}</h3><p>{w("您每天花多少時間看報？", "How long do you read a paper each day?")}</p><table class="opt" id="ctl00_rblPoll"><tr><td><input type="radio" name="ctl00$rblPoll" value="1" /><label>{w("半小時以內", "Under half an hour")}</label></td></tr><tr><td><input type="radio" name="ctl00$rblPoll" value="2" /><label>{w("一小時以上", "Over an hour")}</label></td></tr></table><a href="javascript:__doPostBack('ctl00$lbVote','')">{w("投票", "Vote")}</a> <a href="/Poll.aspx">{w("看結果", "Results")}</a></div>
<div class="box fans"><h3>{w("加入粉絲團", "Find us")}</h3><iframe src="//social.example/plugins/likebox?w=300" width="300" height="180" scrolling="no" frameborder="0"></iframe></div>
</td></tr></table><div id="foot"><p>{foot}</p><p><a href="/about.aspx">{w("關於我們", "About us")}</a> ｜ <a href="/ad.aspx">{w("廣告刊登", "Advertise")}</a> ｜ <a href="/privacy.aspx">{w("隱私權聲明", "Privacy")}</a></p><p>{esc(paper.rights)} {w("版權所有，未經許可不得轉載", "All rights reserved.")}　{w("建議使用 IE7.0 以上，解析度 1024×768 瀏覽", "Best viewed with IE 7.0 or later at 1024 x 768")}</p></div>
</form></body></html>
"""

    def machine(self, copy: Copy) -> str:
        """Search words, a description, the paper as author of everything, a card for sharing."""
        words, paper = attr(",".join((copy.article.section, *copy.article.tags))), attr(copy.paper.name)
        return f'<meta name="keywords" content="{words},{paper}" /><meta name="description" content="{attr(copy.lead)}" /><meta name="author" content="{paper}" /><meta property="og:title" content="{attr(copy.version.title)} | {paper}" /><meta property="og:image" content="/images/fb_logo.jpg" /><meta property="og:type" content="article" />'

    def para(self, inner: str) -> str:
        """A paragraph, or what two line breaks end."""
        return f"{self.indent}{inner}<br /><br />" if self.broken else f"<p>{inner}</p>"

    def block(self, copy: Copy, block: Block) -> str:
        """What the editor's box makes of it."""
        words = spans(block.spans)
        if block.kind == "p":
            return self.para(words)
        if block.kind == "h":
            old = f'<font color="#990000"><b>{words}</b></font><br />'
            return old if self.broken else f'<h4 class="subhead">{words}</h4>'
        if block.kind in {"note", "quote"}:
            return (
                f'<div class="erratum">{words}</div>'
                if block.kind == "note"
                else f'<blockquote class="pull">{words}</blockquote>'
            )
        if block.kind == "table":
            rows = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>" for row in block.rows[1:])
            head = "".join(f'<td bgcolor="#eeeeee"><b>{esc(c)}</b></td>' for c in block.rows[0])
            return f'<table class="chart" width="96%" border="1" cellspacing="0" cellpadding="4" bordercolor="#cccccc"><tr>{head}</tr>{rows}</table>'
        if block.kind == "embed" and self.flash:
            return f'<div class="vod"><object type="application/x-shockwave-flash" data="{attr(block.url)}" width="480" height="385"><param name="movie" value="{attr(block.url)}" /><param name="wmode" value="transparent" /></object></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table of two rows: what opens large, and its words."""
        src = self.source(copy, picture)
        credit = f'<span class="shot">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<table class="photo" width="300" border="0" cellspacing="0" cellpadding="3" align="right"><tr><td><a href="{src}" rel="lightbox" title="{self.word("點圖放大", "Click to enlarge")}"><img src="{src}" width="294" border="0" alt="" /></a></td></tr><tr><td class="cap"><div>{esc(picture.caption)}</div>{credit}</td></tr></table>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, the line of tools, the text, what follows it."""
        say, n = copy.say, copy.article.index
        named = self.place == "line" and all(p.kind == "person" for p in copy.said.people or ())
        by = copy.linked('<a class="rpt" href="javascript:findRpt(\'{0}\');">{0}</a>') if named else copy.by
        opening = {"lead": f"<b>{by}</b>", "bare": by}.get(self.place, "") if by else ""
        text = self.blocks(copy)
        first = next((at for at, b in enumerate(copy.version.blocks) if b.kind == "p"), None)
        if opening and first is not None:
            text[first] = self.para(opening + spans(copy.version.blocks[first].spans))
        body = "\n".join(text)
        line = f'<div class="reporter">{by}</div>\n' if by and self.place == "line" else ""
        info = f'<span id="{_ID}lblReporter">{by}</span>　' if by and self.place == "info" else ""
        head = f'<div class="story_title"><span id="{_ID}lblTitle">{copy.title}</span></div>\n'
        tools = f'<table class="story_info" width="100%"><tr><td>{info}<span id="{_ID}lblDate" class="date">{copy.day}</span></td><td align="right">{say("字級", "Size")} <a href="javascript:fs(13);">{say("小", "S")}</a> <a href="javascript:fs(15);">{say("中", "M")}</a> <a href="javascript:fs(18);">{say("大", "L")}</a> <a href="/Print.aspx?NewsID={copy.article.id}" target="_blank">{say("友善列印", "Print")}</a> <a href="/Forward.aspx?NewsID={copy.article.id}">{say("轉寄", "E-mail")}</a></td></tr></table>\n'
        keys = copy.tags('<a href="{url}">{tag}</a>', "、" if not self.english else ", ")
        keys = f'<div class="keyword">{say("關鍵字：", "Keywords: ")}{keys}</div>\n' if keys else ""
        stamp = copy.changed(
            f'<div class="lastmod">{say("最後更新", "Last modified")} <span id="{_ID}lblMod">{{}}</span></div>\n'
        )
        near = "".join(
            copy.others(f'<td width="50%">{word} <a href="{{url}}">{{title}}</a></td>', 1, skip=at)
            for at, word in ((0, say("上一則", "Previous")), (3, say("下一則", "Next")))
        )
        posts = copy.remarks(
            '<tr><td class="no">{n}</td><td><b>{who}</b>　<span class="gray">{when}</span><br />{what}</td></tr>'
        )
        return f"""<div id="path">{say("您的位置：", "You are here: ")}<a href="/">{say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {say("新聞內容", "Story")}</div>
{tools + head if self.above else head + tools}{line}<div id="story"><span id="{_ID}lblContent">
{body}
</span></div>
{stamp}<div class="push"><a href="javascript:void(0);" class="p1">{say("推到噗浪", "Plurk this")}</a> <a href="javascript:void(0);" class="p2">{say("分享到臉書", "Share on Facebook")}</a> <a href="javascript:void(0);" class="p3">{say("加入書籤", "Bookmark")}</a>　<span class="hit">{say("點閱", "Hits")} {n * 137 % 9000 + 61}</span> <span class="hit">{say("推薦", "Liked")} {n * 7 % 58}</span></div>
{keys}<div class="adtext"><script type="text/javascript" src="/ad/show.ashx?zone=text468"></script></div>
<div class="relate"><div class="bar">{say("看過這則新聞的人也看了", "Readers of this story also read")}</div><ul>{copy.others('<li>‧<a href="{url}">{title}</a> <span class="gray">({day})</span></li>', 3)}</ul></div>
<table class="updown" width="100%"><tr>{near}</tr></table>
<div id="response"><div class="bar">{say("網友回應", "Readers respond")}</div><table width="100%">{posts}</table><textarea name="ctl00$cphMain$txtSay" rows="3" cols="60"></textarea><p class="rule">{say("留言不代表本報立場，涉及人身攻擊者將逕行刪除。", "Remarks are not the views of this paper; personal attacks will be removed.")}</p></div>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid the server bound to data, with its pager."""
        row = (
            f'<tr><td class="dt">{c.published:%m/%d}</td><td class="hl">[{esc(c.section)}] <a href="{attr(c.url)}">{esc(c.title)}</a><div class="brief">{esc(c.summary)}…</div></td></tr>' for c in cards)  # fmt: skip
        pager = (
            f'<tr class="pager"><td colspan="2"><a href="{attr(older)}">{self.word("下一頁", "Next page")}</a></td></tr>'
            if older
            else ""
        )
        return f'<div class="bar">{esc(heading)}</div>\n<table id="{_ID}gvNews" width="100%" cellspacing="0" border="0">{"".join(row)}{pager}</table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page about the house."""
        return f'<div class="bar">{esc(heading)}</div><div class="static">{"<br /><br />".join(map(esc, paragraphs))}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Dunnock,)
ADDRESSES: dict[str, Form] = {"Content.aspx?Date&NewsID": Form(lambda _p, a, _v: f"/News/Content.aspx?Date={a.published:%Y%m%d}&NewsID={a.id}")}  # fmt: skip
