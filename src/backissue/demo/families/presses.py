"""Designs by the presses that ran them: an agency's content management with facts in the head, an island's daily, a shire's website."""

from __future__ import annotations

import hashlib
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Bureau", "Reporter", "Shire"]


class Bureau(Freehand):
    """2010: an official agency's content management: writer, topics and channel stand in the head alone, the visible line has the source and the size of letters."""

    name = "bureau"
    timed = True

    def draw(self, rng: Random) -> None:
        """Its pinyin names."""
        self.box = choose(rng, "xl_con", "zw_nr", "wz_content")
        self.title_box = choose(rng, "bt", "wzbt", "xlbt")
        self.join = choose(rng, ";", ",")
        self.hand = Hand("{a}", "{a}、{b}")
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``2010年03月08日 09:05``."""
        return f"{t:%Y-%m-%d %H:%M}" if self.english else f"{t:%Y年%m月%d日 %H:%M}"

    def frame(self, page: Shell) -> str:
        """A wide banner, a channel bar, a footer with an address."""
        items = self.menu(page.paper, '<td width="80" class="dh"><a href="{url}">{name}</a></td>')
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}_{esc(page.paper.name)}</title>\n<meta name="SiteName" content="{attr(page.paper.name)}" />\n{page.head}<link href="/css/xl.css" rel="stylesheet" type="text/css" />\n</head>\n<body>\n<div class="top_bg"><img src="/images/banner.jpg" width="1000" height="180" alt="{attr(page.paper.name)}" /></div>\n<table width="1000" align="center"><tr>{items}</tr></table>\n'
            f'<div class="main w1000">{page.main}</div>\n<div class="foot"><p>{self.word("主辦單位：", "Published by ")}{esc(page.paper.name)}</p><p>{esc(page.paper.rights)}</p><p><a href="/about">{self.word("網站介紹", "About")}</a></p></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """All facts by name."""
        rows = {
            "ArticleTitle": copy.version.title, "PubDate": f"{copy.article.published:%Y-%m-%d %H:%M}", "ContentSource": copy.paper.name, "Author": copy.said.author or "",
            "ColumnName": copy.article.section, "Keywords": self.join.join(copy.said.tags or ()), "Description": copy.lead,
        }  # fmt: skip
        return "".join(f'<meta name="{k}" content="{attr(v)}" />\n' for k, v in rows.items())

    def block(self, copy: Copy, block: Block) -> str:
        """What an office program pasted: styles on every paragraph."""
        pad = self.word("&nbsp;&nbsp;&nbsp;&nbsp;", "")
        if block.kind in {"p", "note"}:
            return f'<p style="text-align: justify; line-height: 2em"><span style="font-size: 16px">{pad}{spans(block.spans)}</span></p>'
        if block.kind == "h":
            return f'<p style="line-height: 2em"><span style="font-size: 16px"><strong>{pad}{spans(block.spans)}</strong></span></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A centred paragraph, then another with the words."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        return f'<p align="center"><img src="{self.source(copy, picture)}" oldsrc="W0{picture.number}.jpg" /></p>\n<p align="center"><span style="font-size: 12px; color: #004276">{esc(picture.caption)}{credit}</span></p>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, the line, the editor's box, buttons."""
        crumbs = f'{copy.say("當前位置：", "Location: ")}<a href="/" class="CurrChnlCls">{copy.say("首頁", "Home")}</a>&gt;<a href="{copy.section_url}" class="CurrChnlCls">{copy.section}</a>'
        sizes = copy.say("【字體：<大 中 小>】", "Font size: <L M S>")
        return (
            f'<div class="dqwz">{crumbs}</div>\n<div class="xl_box"><div class="{self.title_box}">{copy.title}</div>\n<div class="fbsj">{copy.say("發布時間：", "Released: ")}{copy.day}&nbsp;&nbsp;{copy.say("來源：", "Source: ")}{esc(copy.paper.name)}&nbsp;&nbsp;{sizes}</div>\n<div class="{self.box}" id="Zoom"><div class="WCM_Editor"><style type="text/css">\n.WCM_Editor P{{line-height:1.5;font-family:SimSun;font-size:12pt;}}.WCM_Editor DIV{{line-height:1.5;}}\n</style>\n'
            f'{chr(10).join(self.blocks(copy))}\n</div></div>\n<div class="fj"></div><div class="ewm"><img src="/qr/{copy.article.id}.png" alt="" /><span>{copy.say("掃一掃在手機打開當前頁", "Scan to open this page on a phone")}</span></div><div class="an"><a href="javascript:window.print()">{copy.say("打印本頁", "Print")}</a> <a href="javascript:window.close()">{copy.say("關閉窗口", "Close")}</a></div></div>\n'
            f'<div class="xgwd"><h4>{copy.say("相關文檔", "Related documents")}</h4>{copy.others("<p>· <a href=`{url}`>{title}</a> <em>[{day}]</em></p>", 4)}</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list with days at the right."""
        rows = "".join(
            f'<li><span class="sj">{c.published:%Y-%m-%d}</span><a href="{attr(c.url)}" target="_blank" title="{attr(c.title)}">{esc(c.title)}</a></li>\n'
            for c in cards
        )
        more = f'<div class="fy"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></div>' if older else ""
        return f'<div class="lm_tit">{esc(heading)}</div><ul class="gl_list">{rows}</ul>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A box."""
        return f'<div class="xl_box"><div class="{self.title_box}">{esc(heading)}</div><div class="{self.box}">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Reporter(Freehand):
    """2017: an island's daily: the writer in brackets at the head of the first paragraph, lines that sell the application among the paragraphs, pictures in spans."""

    name = "reporter"
    timed = True

    def draw(self, rng: Random) -> None:
        """Kind of brackets."""
        left, right = choose(rng, ("〔", "〕"), ("（", "）"), ("［", "］"))
        tail = choose(rng, "報導", "報道")
        self.hand = Hand(
            f"{left}記者{{a}}／{tail}{right}",
            f"{left}記者{{a}}、{{b}}／{tail}{right}",
            placed=f"{left}記者{{a}}／{{p}}{tail}{right}",
            desk=f"{left}{{o}}{right}",
            agency=f"{left}{{o}}／綜合{tail}{right}",
            role="記者",
        )
        self.hand_en = Hand("[By {a}]", "[By {a} and {b}]", placed="[By {a} in {p}]", desk="[{o}]", agency="[{o}]")
        self.sell = rng.random() < 0.7

    def day(self, t: datetime) -> str:
        """``2017/03/08 09:05``."""
        return f"{t:%Y/%m/%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """Channels above, channels below."""
        items = self.menu(page.paper, '<li><a href="{url}" data-b="ch">{name}</a></li>')
        return (
            f'<!doctype html><html lang="{self.language}"><head>{heads(page.charset)}<title>{esc(page.title)} - {esc(page.section) or self.word("列表", "List")} - {esc(page.paper.name)}</title>{page.head}</head><body class="bd news"><header class="isl-head"><div class="channel" data-b="t"><a class="logo" href="/">{esc(page.paper.name)}</a><ul class="ch">{items}</ul></div></header><div class="content" data-page="{"content" if page.is_story else "list"}">\n'
            f'{page.main}\n</div><footer><ul class="ch">{items}</ul><p>{esc(page.paper.rights)} {self.word("版權所有 不得轉載", "All rights reserved")}</p><a href="/about">{self.word("關於我們", "About us")}</a></footer></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A graph of words: topics, section."""
        return f'<meta property="og:title" content="{attr(copy.version.title)} - {attr(copy.article.section)} - {attr(copy.paper.name)}"><meta property="og:description" content="{attr(copy.lead)}"><meta name="keywords" content="{attr(",".join((*(copy.said.tags or ()), copy.paper.name)))}">'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """Spans within spans."""
        credit = (
            f"（{esc(picture.credit)}）"
            if picture.credit and not self.english
            else f" ({esc(picture.credit)})"
            if picture.credit
            else ""
        )
        return f'<span class="fig fig-c"><span class="fig-i"><img alt="{attr(picture.caption)}" src="{self.source(copy, picture)}" title="{attr(picture.caption)}"></span><span class="fig-t">{esc(picture.caption)}{credit}</span></span>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, hour, text with the writer in it, what is sold, topics, others."""
        out: list[str] = []
        signed = False
        for block in copy.version.blocks:
            piece = self.block(copy, block)
            if block.kind == "p" and not signed and copy.by:
                piece = piece.replace("<p>", f'<p><span class="author-line">{copy.by}</span>', 1)
                signed = True
            out.append(piece)
        if self.sell:
            out.insert(
                min(3, len(out)),
                f'<p class="go-on">{copy.say("全文未完，請往下讀", "The story goes on below")}</p>',
            )
            out.append(
                f'<p class="app-sell">{copy.say("口袋裡的早報：裝了應用程式，快訊先到你手上", "The morning paper in your pocket: our app has the news first")} <a href="/app">{copy.say("立即安裝", "Install it")}</a>　<a href="/rule">{copy.say("使用說明", "How it works")}</a></p>'
            )
        others = copy.others('<a href="{url}" class="ink"><div class="tit">{title}</div></a>', 4)
        return (
            f'<section class="breadcrumbs pad"><a href="/">{copy.say("首頁", "Home")}</a><a href="{copy.section_url}">{copy.section}</a></section><section class="sheet article" data-b="story"><h1>{copy.title}</h1><div class="function pad"><span class="time">{copy.day}</span><span class="fb-like" data-n="{copy.salt % 777}"></span></div>\n'
            f'<div class="text pad ink" data-b="text">\n{chr(10).join(out)}\n</div>\n<div class="keyword pad ink" data-b="keys">{copy.say("關鍵字", "Keywords")}{copy.tags("<a href=`{url}`>{tag}</a>")}</div></section>\n<section class="sheet listphoto" data-b="more"><h3>{copy.say("相關新聞", "Related")}</h3>{others}</section><aside class="right"><div class="hot" data-b="hot"><b>{copy.say("熱門新訊", "Hot")}</b>{copy.others("<li><a href=`{url}`><p>{title}</p></a><span class=`time`>{day}</span></li>", 5)}</div></aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Titles with hours."""
        rows = "".join(
            f'<li><a href="{attr(c.url)}" class="tit"><span class="time">{c.published:%Y/%m/%d %H:%M}</span><h3 class="title">{esc(c.title)}</h3></a></li>\n'
            for c in cards
        )
        more = f'<a class="p_next" href="{attr(older)}">{self.word("下一頁", "Next")}</a>' if older else ""
        return f'<section class="breadcrumbs"><a href="/">{self.word("首頁", "Home")}</a><span>{esc(heading)}</span></section><div class="sheet pad" data-b="list"><ul class="list">{rows}</ul>{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A white box."""
        return f'<div class="sheet"><h1>{esc(heading)}</h1><div class="text">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Shire(Freehand):
    """2016: one of a chain's local sites: hours before days, a handle and a title beside the name, boxes to read more and a form within the text."""

    name = "shire"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where boxes stand, and who writes."""
        self.at = 2 + int(rng.random() * 2)
        self.title = choose(rng, ("Reporter", "記者"), ("News editor", "採訪主任"), ("Community reporter", "社區記者"))
        self.hand_en = Hand("By {a}", "By {a} & {b}", desk="By {o}", agency="By {o}")
        self.hand = Hand("文：{a}", "文：{a}、{b}", role="文", photo="文：{a}　圖：{b}", roles=("文", "圖"))

    def day(self, t: datetime) -> str:
        """``09:05, 8 MAR 2016``."""
        return (
            f"{t:%H:%M}, {t.day} {MONTHS[t.month - 1][:3].upper()} {t.year}"
            if self.english
            else f"{t:%H:%M}，{t.year}年{t.month}月{t.day}日"
        )

    def frame(self, page: Shell) -> str:
        """A header with the place, a foot with the rules."""
        items = self.menu(
            page.paper, '<li class="{on}"><a href="{url}">{name}</a></li>', now=page.section, current="active"
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language[:2]}" class="no-js">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{page.head}</head>\n<body class="{"article-type-news" if page.is_story else "channel"}">\n<div class="cookie-notice"><p>{self.word("我們使用 Cookie。", "We use cookies to give you the best experience.")}</p><button>{self.word("好", "Got it")}</button></div>\n<header><div class="header-content"><a class="icon" href="/">{esc(page.paper.name)}</a><nav class="primary"><ul>{items}</ul></nav><a class="sign-in" href="/subscribe">{self.word("登記", "Sign up")}</a></div></header>\n'
            f'{page.main}\n<footer><nav><ul><li><a href="/about">{self.word("關於我們", "About Us")}</a></li><li>{self.word("投訴", "How to Complain")}</li><li>{self.word("更正", "Corrections and Clarifications")}</li></ul></nav><div class="branding">{esc(page.paper.rights)}</div></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What social sites ask for."""
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:type" content="article">\n<meta name="parsely-section" content="{attr(copy.article.section)}">\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure, its words and who owns it."""
        credit = (
            f'<span class="caption-credit">({copy.say("圖片：", "Image: ")}{esc(picture.credit)})</span>'
            if picture.credit
            else ""
        )
        return f'<figure class="in-article-image"><div class="img-container"><img class="lazyload" data-src="{self.source(copy, picture)}" alt=""></div><figcaption><span class="caption-title">{esc(picture.caption)}</span> {credit}</figcaption></figure>'

    def block(self, copy: Copy, block: Block) -> str:
        """Quotes in a box of their own."""
        if block.kind == "quote":
            return f'<div class="quote-wrap"><blockquote class="block-quote"><span>{spans(block.spans)}</span></blockquote></div>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Lead picture above the facts, lead paragraph apart, boxes between, topics, most read."""
        blocks = copy.version.blocks
        hero = ""
        if blocks and blocks[0].picture:
            hero, blocks = f'<div class="lead-content__hero">{self.picture(copy, blocks[0].picture)}</div>', blocks[1:]
        pieces = self.blocks(copy, blocks)
        more = f'<div class="read-more-links"><h3>{copy.say("延伸閱讀", "Read More")}</h3><ul>{copy.others("<li><a href=`{url}`>{title}</a></li>", 3)}</ul></div>'
        letter = f'<div class="newsletter-in-article"><h3>{copy.say("免費訂閱《{letter}》", "Get {letter} straight to your inbox")}</h3><form><input type="email" placeholder="@"><button>{copy.say("訂閱", "Subscribe")}</button></form><p class="privacy">{copy.say("你可隨時退訂。", "You can unsubscribe at any time. See our privacy notice.")}</p></div>'
        pieces.insert(min(self.at, len(pieces)), letter)
        pieces.insert(min(self.at + 3, len(pieces)), more)
        handle = hashlib.md5(copy.by.encode(), usedforsecurity=False).hexdigest()[:6]
        title = self.title[0 if self.english else 1]
        by = copy.signed(
            f'<div class="author-information-container"><span class="author-label">{{}}</span><span class="handle">@{handle}</span><span class="job">{title}</span></div>'
        )
        changed = copy.changed(
            f'<li><span>{copy.say("更新", "UPDATED")}</span><time class="date-updated">{{}}</time></li>'
        )
        remarks = copy.remarks('<div class="vf3-comment"><b>{who}</b> <span>{when}</span><p>{what}</p></div>')
        return (
            f'<main class="content-column"><article class="article-main channel-{copy.part}"><div class="breadcrumbs"><a href="/">{copy.say("首頁", "Home")}</a> <a href="{copy.section_url}">{copy.section}</a></div><h1 class="section-theme-background-indicator">{copy.title}</h1>\n{hero}<div class="byline">{by}<ul class="time-info"><li><time class="date-published">{copy.day}</time></li>{changed}</ul></div>\n<div class="social-sites"><button>f</button><button>t</button><a href="#comments">{copy.salt % 23} {copy.say("留言", "Comments")}</a></div>\n'
            f'<div class="article-wrapper"><div class="article-body">\n{chr(10).join(pieces)}\n</div></div>\n<div class="tag-list"><span>{copy.say("追蹤", "Follow")}</span><ul>{copy.tags("<li><a href=`{url}`>{tag}</a></li>")}</ul></div><div id="comments">{remarks}</div></article></main>\n'
            f'<aside class="sidebar"><div class="teaser-list"><h2>{copy.say("最多人讀", "Most Read")}</h2>{copy.others("<div class=`teaser`><strong><a href=`{url}`>{title}</a></strong><div class=`description`>{lead}…</div></div>", 4)}</div></aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers without days."""
        rows = "".join(
            f'<div class="teaser" data-element="teaser"><a class="label" href="#">{esc(c.section)}</a><strong><a class="headline" href="{attr(c.url)}">{esc(c.title)}</a></strong><div class="description">{esc(c.summary)}…</div></div>\n'
            for c in cards
        )
        more = f'<a class="show-more" href="{attr(older)}">{self.word("更多", "Show more")}</a>' if older else ""
        return f'<main class="content-column"><h1 class="topic-name">{esc(heading)}</h1>{rows}{more}</main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of rules."""
        return f'<main class="content-column"><h1>{esc(heading)}</h1><div class="static-body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></main>'
