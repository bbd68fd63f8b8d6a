"""Designs by the engines that wrote them: a portal system's tables, a weblog's day, a forum's portal."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Boards", "Pane", "Trackback"]


class Pane(Freehand):
    """2006: a portal system's component in one table after another, the stamp of the last change below the text."""

    name = "pane"
    tagged = False
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Its own long date or a plain one, and a suffix of template classes."""
        self.long = rng.random() < 0.5
        self.sfx = choose(rng, "", "_news", "-hilite")
        self.name_first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("作者 {a}", "作者 {a}、{b}"),
            Hand("撰文 {a}", "撰文 {a}、{b}", role="撰文"),
            Hand("{a}", "{a}、{b}"),
        )
        self.hand_en = Hand(
            "Written by {a}", "Written by {a} and {b}", desk="Written by {o}", agency="Contributed by {o}"
        )

    def day(self, t: datetime) -> str:
        """``週四, 05 三月 2009 10:23``, or plain."""
        if not self.long:
            return f"{t:%Y-%m-%d %H:%M}"
        if self.english:
            return f"{DAYS[t.weekday()]}, {t:%d} {MONTHS[t.month - 1]} {t:%Y %H:%M}"
        return f"週{DAYS_ZH[t.weekday()]}, {t:%d} {MONTHS_ZH[t.month - 1]} {t:%Y %H:%M}"

    def frame(self, page: Shell) -> str:
        """Modules at the left, the component in the middle."""
        names = (
            f"{esc(page.paper.name)} - {esc(page.title)}"
            if self.name_first
            else f"{esc(page.title)} - {esc(page.paper.name)}"
        )
        where = (
            f'<span class="breadcrumbs pathway"><a href="/" class="pathway">{self.word("首頁", "Home")}</a> <img src="/images/arrow.png" alt="arrow"> {esc(page.section)}</span>'
            if page.section
            else ""
        )
        items = self.menu(
            page.paper,
            '<tr><td><a href="{url}" class="mainlevel{on}">{name}</a></td></tr>',
            now=page.section,
            current="_active",
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
            f'<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{names}</title>\n<meta name="description" content="{attr(page.paper.english)}" />\n<meta name="Generator" content="Portal Site Manager" />\n{page.head}</head>\n<body id="page_bg">\n'
            f'<div align="center"><table width="900" cellpadding="0" cellspacing="0"><tr><td colspan="3" class="header"><h1 class="sitename"><a href="/">{esc(page.paper.name)}</a></h1></td></tr><tr><td colspan="3">{where}</td></tr>\n<tr><td class="leftcol" valign="top">'
            f'<table cellpadding="0" cellspacing="0" class="moduletable"><tr><th valign="top">{self.word("主選單", "Main Menu")}</th></tr><tr><td><table width="100%">{items}</table></td></tr></table>\n'
            f'<table class="moduletable"><tr><th>{self.word("登入", "Login Form")}</th></tr><tr><td><form action="/login" method="post"><label>{self.word("帳號", "Username")}<br /><input name="username" class="inputbox" /></label><input type="submit" class="button" value="{self.word("登入", "Login")}" /></form></td></tr></table>'
            f'<table class="moduletable"><tr><th>{self.word("誰在線上", "Who’s Online")}</th></tr><tr><td>{self.word("目前有 ", "We have ")}{3 + len(page.title) % 40}{self.word(" 位訪客在線上", " guests online")}</td></tr></table></td>\n'
            f'<td class="mainbody" valign="top">{page.main}</td></tr><tr><td colspan="3" class="footer"><div>{esc(page.paper.rights)} <a href="/about">{self.word("關於", "About")}</a></div></td></tr></table></div>\n</body>\n</html>\n'
        )

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A floating box with a caption."""
        credit = f"<br /><i>{esc(picture.credit)}</i>" if picture.credit else ""
        return f'<div class="mosimage" style="border-width:1px;float:left;width:240px"><img src="{self.source(copy, picture)}" width="240" alt="" title="" border="0" /><div class="mosimage_caption" style="text-align:center">{esc(picture.caption)}{credit}</div></div>'

    def story(self, copy: Copy) -> str:
        """The heading with its buttons, then section, writer, day, text and stamp, each in a row of its own."""
        s = self.sfx
        by = copy.signed(
            '<tr><td width="70%" align="left" valign="top" colspan="2"><span class="small">{}</span>&nbsp;&nbsp;</td></tr>\n'
        )
        changed = copy.changed(
            f'<tr><td colspan="2" align="left" class="modifydate">{copy.say("最近更新", "Last Updated")} ( {{}} )</td></tr>\n'
        )
        return (
            f'<table class="contentpaneopen{s}"><tr><td class="contentheading{s}" width="100%">{copy.title}</td><td align="right" class="buttonheading"><a href="{attr(copy.url)}&amp;format=pdf" title="PDF"><img src="/images/pdf_button.png" alt="PDF" /></a></td><td class="buttonheading"><a href="#" onclick="window.print()"><img src="/images/printButton.png" alt="{copy.say("列印", "Print")}" /></a></td></tr></table>\n'
            f'<table class="contentpaneopen{s}"><tr><td><span><a href="{copy.section_url}">{copy.section}</a></span></td></tr>\n{by}<tr><td valign="top" colspan="2" class="createdate">{copy.day}</td></tr>\n<tr><td valign="top" colspan="2">\n{chr(10).join(self.blocks(copy))}\n</td></tr>\n{changed}</table>\n'
            f'<span class="article_seperator">&nbsp;</span>\n<table align="center" class="pagenav"><tr><th class="pagenav_prev">{copy.others("<a href=`{url}`>&lt; {title}</a>", 1)}</th></tr></table>\n<div class="back_button"><a href="javascript:history.go(-1)">[ {copy.say("返回", "Back")} ]</a></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A table of titles with authors and hits."""
        rows = "".join(
            f'<tr class="sectiontableentry{1 + n % 2}"><td width="45%">{self.day(c.published)}</td><td><a href="{attr(c.url)}">{esc(c.title)}</a></td><td>{esc(c.author)}</td><td align="center">{17 + 31 * n}</td></tr>\n'
            for n, c in enumerate(cards)
        )
        more = (
            f'<div class="pagenavbar"><a href="{attr(older)}" class="pagenav">{self.word("下一頁", "Next")} &gt;</a></div>'
            if older
            else ""
        )
        return f'<div class="componentheading">{esc(heading)}</div>\n<table width="100%" class="category"><tr><td class="sectiontableheader">{self.word("日期", "Date")}</td><td class="sectiontableheader">{self.word("標題", "Item Title")}</td><td class="sectiontableheader">{self.word("作者", "Author")}</td><td class="sectiontableheader">{self.word("點擊", "Hits")}</td></tr>\n{rows}</table>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static item."""
        return f'<table class="contentpaneopen"><tr><td class="contentheading">{esc(heading)}</td></tr></table><table class="contentpaneopen"><tr><td valign="top" colspan="2">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</td></tr></table>'


class Trackback(Freehand):
    """2004: a weblog engine: the day above the headline, the text in two halves with an anchor between, who posted it at what hour below."""

    name = "trackback"

    def draw(self, rng: Random) -> None:
        """Words of the footer, and which heading."""
        self.level = choose(rng, "h3", "h2")
        self.dots = rng.random() < 0.5
        self.split = 2 + int(rng.random() * 2)

    def day(self, t: datetime) -> str:
        """``2005年03月08日`` or ``2005.03.08``; ``March 08, 2005``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t:%d}, {t.year}"
        return f"{t:%Y.%m.%d}" if self.dots else f"{t:%Y}年{t:%m}月{t:%d}日"

    def frame(self, page: Shell) -> str:
        """A banner, the content, a column of links."""
        items = self.menu(page.paper, '<li><a href="{url}">{name}</a></li>')
        names = f"{esc(page.paper.name)}: {esc(page.title)}"
        side = f'<div id="beta"><div id="beta-inner"><h2>{self.word("分類", "Categories")}</h2><ul>{items}</ul><h2>{self.word("搜尋", "Search")}</h2><form action="/search"><input name="q" /></form><p class="powered">Powered by a weblog engine 2.661</p></div></div>'
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{names}</title>\n<link rel="alternate" type="application/rss+xml" title="RSS" href="/rss.xml" />\n{page.head}</head>\n<body>\n<div id="container"><div id="banner"><h1><a href="/" accesskey="1">{esc(page.paper.name)}</a></h1><span class="description">{esc(page.paper.english)}</span></div>\n'
            f'<div id="center"><div class="content">\n{page.main}\n</div></div>\n{side}\n<p id="rights">{esc(page.paper.rights)} <a href="/about">{self.word("關於", "About")}</a></p></div>\n</body>\n</html>\n'
        )

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture and small words in one paragraph."""
        credit = f" [{esc(picture.credit)}]" if picture.credit else ""
        return f'<p class="pic"><img alt="{attr(picture.caption)}" src="{self.source(copy, picture)}" width="400" /><br /><small>{esc(picture.caption)}{credit}</small></p>'

    def story(self, copy: Copy) -> str:
        """Neighbours, day, headline, two halves, footer, trackbacks, comments."""
        pieces = self.blocks(copy)
        first, more = pieces[: self.split], pieces[self.split :]
        at = clock(copy.article.published, "AM", "PM")
        by = copy.linked('<a href="/about">{}</a>')
        posted = (
            (copy.say("由 ", "Posted by ") + f'<span class="poster">{by}</span>' + copy.say(" 發表於 ", " at "))
            if by
            else copy.say("發表於 ", "Posted at ")
        )
        remarks = copy.remarks(
            '<div class="comment"><p>{what}</p><p class="posted">'
            + copy.say("發表者：{{who}}", "Posted by: {{who}}")
            + " | {when}</p></div>"
        )
        return (
            f'<p align="right">{copy.others("<a href=`{url}`>&laquo; {title}</a>", 1)} | <a href="/">{copy.say("首頁", "Main")}</a></p>\n<h2 class="date">{copy.day}</h2>\n<{self.level} class="headline" id="a{copy.article.id}">{copy.title}</{self.level}>\n'
            f'{chr(10).join(first)}\n<a id="more"></a>\n{chr(10).join(more)}\n<p class="posted">{posted}{at} | <a href="{copy.section_url}">{copy.section}</a> | {copy.say("關鍵字", "Keywords")}: {copy.tags("<a href=`{url}` rel=`tag`>{tag}</a>", ", ")}</p>\n'
            f'<h2 id="trackbacks">{copy.say("引用", "Trackback Pings")}</h2><p class="techstuff">{copy.say("引用此文的網址：", "TrackBack URL for this entry:")}<br />http://{copy.paper.home}/cgi-bin/tb.cgi/{copy.article.id}</p>\n<h2 id="comments">{copy.say("迴響", "Comments")}</h2>\n{remarks}\n'
            f'<h2>{copy.say("發表迴響", "Post a comment")}</h2><form method="post" action="/cgi-bin/c.cgi"><p><label>{copy.say("名字", "Name")}: <input name="author" /></label></p><textarea name="text"></textarea><input type="submit" value="{copy.say("送出", "Post")}" /></form>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Entries cut short under their days."""
        out = [f'<h2 class="archive-title">{esc(heading)}</h2>']
        out += [
            f'<h2 class="date">{self.day(c.published)}</h2>\n<h3 class="headline"><a href="{attr(c.url)}">{esc(c.title)}</a></h3>\n<p>{esc(c.summary)}……</p>\n<p class="extended"><a href="{attr(c.url)}#more">{self.word("繼續閱讀", "Continue reading")}</a></p><p class="posted">{self.word("由 ", "Posted by ")}{esc(c.author)} {self.word("發表於 ", "at ")}{clock(c.published)}</p>'
            for c in cards
        ]
        if older:
            out.append(f'<p><a href="{attr(older)}">{self.word("較早的文章", "Older entries")}</a></p>')
        return "\n".join(out)

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Plain."""
        return f"<h3>{esc(heading)}</h3>\n" + "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)


class Boards(Freehand):
    """2011: the portal of a forum engine: who put it online beside who wrote it, a digest above the text, lines broken by hand, votes below."""

    name = "boards"
    tagged = False
    timed = True

    def draw(self, rng: Random) -> None:
        """Who puts things online, and whether a digest stands above."""
        self.clerk = choose(rng, "admin", "webmaster", "newsdesk")
        self.digest = rng.random() < 0.6
        self.hand = choose(
            rng,
            Hand("原作者: {a}", "原作者: {a}、{b}", desk="原作者: {o}", agency="來自: {o}"),
            Hand("作者: {a}", "作者: {a} {b}", desk="作者: {o}", agency="作者: {o}"),
        )
        self.hand_en = Hand(
            "Original author: {a}", "Original author: {a}, {b}", desk="Original author: {o}", agency="From: {o}"
        )

    def day(self, t: datetime) -> str:
        """``2012-3-8 09:05``: no zeros before months and days."""
        return f"{t.year}-{t.month}-{t.day} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """The forum's bars around it."""
        items = self.menu(
            page.paper,
            '<li{on}><a href="{url}" hidefocus="true">{name}</a></li>',
            now=page.section,
            current=' class="a"',
        )
        suffix = (
            f" - {esc(page.section)} - {esc(page.paper.name)} - Powered by Boards!"
            if page.section
            else f" - {esc(page.paper.name)} - Powered by Boards!"
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}{suffix}</title>\n{page.head}<script type="text/javascript">var STYLEID = "1", cookiepre = "uz_", discuz_uid = "0";</script>\n</head>\n<body id="nv_portal" class="pg_view">\n<div id="append_parent"></div>\n<div id="toptb" class="cl"><div class="wp"><div class="z"><a href="javascript:;">{self.word("設為首頁", "Set as homepage")}</a><a href="javascript:;">{self.word("收藏本站", "Bookmark")}</a></div></div></div>\n'
            f'<div id="hd"><div class="wp"><h2><a href="/">{esc(page.paper.name)}</a></h2><div id="um"><form><span>{self.word("用戶名", "Username")}</span><input name="username" /><span>{self.word("密碼", "Password")}</span><input name="password" /><a href="/reg">{self.word("立即註冊", "Register now")}</a></form></div><div id="nv"><ul>{items}</ul></div></div></div>\n<div id="wp" class="wp">\n{page.main}\n</div>\n'
            f'<div id="ft" class="wp cl"><p>{esc(page.paper.rights)}</p><p class="xs0">GMT+8, <a href="/about">{self.word("關於本站", "About")}</a></p></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Lines by hand: two wide spaces, two breaks."""
        pad = self.word("　　", "")
        if block.kind in {"p", "note"}:
            return f"{pad}{spans(block.spans)}<br /><br />"
        if block.kind == "h":
            return f'<div align="left"><font size="3"><strong>{spans(block.spans)}</strong></font></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A centred link to the attachment."""
        credit = (
            f"（{esc(picture.credit)}）"
            if picture.credit and not self.english
            else f" ({esc(picture.credit)})"
            if picture.credit
            else ""
        )
        src = self.source(copy, picture)
        return f'<div align="center"><a href="{src}" target="_blank"><img src="{src}" id="aimg_{picture.number % 9973}" /></a></div><div align="center"><font color="#808080">{esc(picture.caption)}{credit}</font></div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, the line of facts, the digest, the text in a cell, votes, neighbours, remarks."""
        pipe = '<span class="pipe">|</span>'
        facts = [
            copy.day, f'{copy.say("發佈者", "Publisher")}: <a href="/space-uid-1.html">{self.clerk}</a>',
            f'{copy.say("查看", "Views")}: <em id="_viewnum">{copy.salt % 8999}</em>', f'{copy.say("評論", "Comments")}: {copy.salt % 7}', copy.by,
        ]  # fmt: skip
        digest = (
            f'<div class="s"><div><strong>{copy.say("摘要", "Summary")}</strong>: {esc(copy.lead)} ...</div></div>'
            if self.digest
            else ""
        )
        moods = "".join(
            f'<td><a href="#c{n}"><img src="/static/image/click/{n}.gif" alt="" /><br />{w}</a></td>'
            for n, w in enumerate(copy.say("路過,雷人,握手,鮮花,雞蛋", "Passing,Awful,Handshake,Flower,Egg").split(","))
        )
        remarks = copy.remarks(
            '<dl class="ptm pbm cl"><dt class="mbm"><a class="xi2 xw1" href="/space.html">{who}</a> <span class="xg1 xw0">{when}</span></dt><dd>{what}</dd></dl>'
        )
        return (
            f'<div id="pt" class="bm cl"><div class="z"><a href="/" class="nvhm" title="{copy.say("首頁", "Home")}">{esc(copy.paper.name)}</a> <em>&rsaquo;</em> <a href="/portal.php">{copy.say("門戶", "Portal")}</a> <em>&rsaquo;</em> <a href="{copy.section_url}">{copy.section}</a> <em>&rsaquo;</em> {copy.say("查看內容", "View")}</div></div>\n'
            f'<div id="ct" class="ct2 wp cl"><div class="mn"><div class="bm vw"><div class="h hm"><h1 class="ph">{copy.title}</h1><p class="xg1">{pipe.join(f for f in facts if f)}</p></div>\n{digest}\n<div class="d"><table cellpadding="0" cellspacing="0" class="vwtb"><tr><td id="article_content">\n{chr(10).join(self.blocks(copy))}\n</td></tr></table>\n'
            f'<div id="click_div"><table class="atd"><tr>{moods}</tr></table></div></div>\n<div class="o cl bm_c"><a href="#" class="oshr">{copy.say("收藏", "Favorite")}</a><a href="#" class="oshr oivt">{copy.say("邀請", "Invite")}</a></div><div class="pren pbm cl">{copy.others("<em>" + copy.say("上一篇", "Previous") + "：<a href=`{url}`>{title}</a></em>", 1)}</div></div>\n'
            f'<div id="related_article" class="bm"><div class="bm_h cl"><h3>{copy.say("相關閱讀", "Related")}</h3></div><ul class="xl xl2 cl">{copy.others("<li>&bull; <a href=`{url}`>{title}</a></li>", 4, skip=1)}</ul></div>\n<div id="comment" class="bm"><div class="bm_h"><h3>{copy.say("最新評論", "Latest comments")}</h3></div><div id="comment_ul">{remarks}</div></div></div>\n'
            f'<div class="sd pph"><div class="bm"><div class="bm_h cl"><h2>{copy.say("相關分類", "Categories")}</h2></div><ul class="xl">{self.menu(copy.paper, "<li>&bull; <a href=`{url}`>{name}</a></li>")}</ul></div></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Bold titles with openings."""
        rows = "".join(
            f'<dl class="bbda cl"><dt class="xs2"><a href="{attr(c.url)}" target="_blank" class="xi2">{esc(c.title)}</a></dt><dd class="xs2 cl">{esc(c.summary)} ...</dd><dd><label>{self.word("分類", "Category")}: {esc(c.section)}</label> <span class="xg1"> {self.day(c.published)}</span></dd></dl>\n'
            for c in cards
        )
        more = (
            f'<div class="pgs cl"><div class="pg"><a href="{attr(older)}" class="nxt">{self.word("下一頁", "Next")}</a></div></div>'
            if older
            else ""
        )
        return f'<div id="ct" class="ct2 wp cl"><div class="mn"><div class="bm"><div class="bm_h cl"><h1 class="xs2">{esc(heading)}</h1></div><div class="bm_c xld">{rows}</div></div>{more}</div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A box."""
        return f'<div id="ct" class="wp cl"><div class="mn"><div class="bm bw0"><h1 class="mt">{esc(heading)}</h1>{"<br />".join(esc(p) for p in paragraphs)}</div></div></div>'
