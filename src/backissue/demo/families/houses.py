"""Designs by the houses that had them: a daily's digital edition, a metered local paper, a morning paper."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Edition", "Metered", "Morning"]


class Edition(Freehand):
    """2012: the printed paper put online: the day and the page's number above, the page's other stories at the left, lines above and below the headline."""

    name = "edition"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Which words introduce the writer."""
        self.hand = choose(
            rng,
            Hand("本報記者 {a}", "本報記者 {a} {b}", role="本報記者", placed="本報駐{p}記者 {a}"),
            Hand("■記者 {a}", "■記者 {a}、{b}", role="記者"),
            Hand("□ {a}", "□ {a} {b}"),
        )
        self.hand_en = Hand("By our reporter {a}", "By our reporters {a} and {b}", role=None)
        self.wide = rng.random() < 0.5
        self.letter = choose(rng, "A", "B", "")

    def day(self, t: datetime) -> str:
        """``2012年03月08日　星期四``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t:%d}, {t.year}"
        return f"{t.year}年{t:%m}月{t:%d}日{'　' if self.wide else ' '}星期{DAYS_ZH[t.weekday()]}"

    def frame(self, page: Shell) -> str:
        """A reader's bar of buttons."""
        suffix = "" if page.is_story else f"-{esc(page.paper.name)}"
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epaper="http://epaper.example/ns">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}{suffix}</title>\n{page.head}<style>.bmname{{font-size:14px}} .zoom{{zoom:1}}</style>\n</head>\n<body onload="initPage()" style="margin:0">\n<div class="head"><a href="/"><img src="/tplimg/logo.gif" alt="{attr(page.paper.name)}" /></a><span class="sub">{self.word("數字報紙", "Digital edition")}</span><span class="chn">{self.menu(page.paper, "<a href=`{url}`>{name}</a>", "&nbsp;")}</span></div>\n'
            f'{page.main}\n<div class="foot"><p>{esc(page.paper.rights)}</p><p><a href="/about">{self.word("關於我們", "About us")}</a> | {self.word("建議使用 1024×768 解析度瀏覽", "Best viewed at 1024×768")}</p></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs begin with wide spaces; headings are bold paragraphs."""
        pad = self.word("　　", "&nbsp;&nbsp;&nbsp;")
        if block.kind in {"p", "note"}:
            return f"<P>{pad}{spans(block.spans)}</P>"
        if block.kind == "h":
            return f"<P>{pad}<STRONG>{spans(block.spans)}</STRONG></P>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table of picture and words."""
        credit = f"&nbsp;&nbsp;{esc(picture.credit)}" if picture.credit else ""
        return f'<TABLE border="0" align="center" class="cpic"><TR><TD><IMG src="{self.source(copy, picture)}" /></TD></TR><TR><TD class="pictext">{esc(picture.caption)}{credit}</TD></TR></TABLE>'

    def story(self, copy: Copy) -> str:
        """The page at the left, the story at the right."""
        number = f"{self.letter}{1 + sum(map(ord, copy.article.section)) % 8:02d}"
        page = copy.say(f"第{number}版：", f"Page {number}: ")
        mine = f'<li class="on"><a href="{attr(copy.url)}">{copy.title}</a></li>'
        figures = [b for b in copy.version.blocks if b.kind == "figure"]
        rest = tuple(b for b in copy.version.blocks if b.kind != "figure")
        above = "\n".join(self.blocks(copy, tuple(figures)))
        by = copy.signed('<div class="zz">{}</div>')
        return (
            f'<div class="bar"><span class="rq">{copy.day}</span> <span class="bm"><strong>{page}<a href="{copy.section_url}">{copy.section}</a></strong></span> <a href="#prev">{copy.say("上一版", "Previous page")}</a> <a href="#next">{copy.say("下一版", "Next page")}</a> <a href="#pdf"><img src="/tplimg/pdf.gif" alt="" />PDF</a> <a href="/calendar">{copy.say("往期回顧", "Past issues")}</a></div>\n'
            f'<table width="1000" align="center"><tr><td id="leftside" valign="top" width="330"><img src="/tplimg/page{copy.article.index % 30}.jpg" usemap="#pagepicmap" alt="" /><h3>{copy.say("本版標題導航", "On this page")}</h3><ul class="titlelist">{copy.others("<li><a href=`{url}`>{title}</a></li>", 2)}{mine}{copy.others("<li><a href=`{url}`>{title}</a></li>", 2, skip=2)}</ul></td>\n'
            f'<td id="rightside" valign="top"><div class="tools"><a href="javascript:fontZoom(16)">{copy.say("放大＋", "Larger +")}</a> <a href="javascript:fontZoom(12)">{copy.say("縮小－", "Smaller −")}</a> <a href="javascript:fontZoom(14)">{copy.say("默認", "Default")}○</a></div>\n<div class="yt"></div><div class="bt">{copy.title}</div><div class="ft"></div>{by}\n<div class="tp">{above}</div>\n<div id="ozoom" class="zoom"><!--enpcontent-->\n{chr(10).join(self.blocks(copy, rest))}\n<!--/enpcontent--></div>\n'
            f'<div class="pn">{copy.others("<a href=`{url}`>" + copy.say("上一篇", "Previous") + "</a>", 1)} <a href="#up">{copy.say("返回頂部", "Top")}</a></div></td></tr></table>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Titles under the days that had them."""
        out, last = [f'<div class="bar"><strong>{esc(heading)}</strong></div><div class="issue">'], ""
        for c in cards:
            if self.day(c.published) != last:
                last = self.day(c.published)
                out.append(f'<h4 class="rq">{last}</h4>')
            out.append(f'<div class="item">· <a href="{attr(c.url)}">{esc(c.title)}</a></div>')
        out.append("</div>" + (f'<a href="{attr(older)}">{self.word("更早", "Earlier")}</a>' if older else ""))
        return "\n".join(out)

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A plain cell."""
        return f'<table width="1000" align="center"><tr><td class="static"><h2>{esc(heading)}</h2>{"".join(f"<P>{esc(p)}</P>" for p in paragraphs)}</td></tr></table>'


class Metered(Freehand):
    """2016: a local paper's bought system with a meter: every paragraph in a wrapper that a wall could hide, boxes between them, an address to write to."""

    name = "metered"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Free paragraphs, and the writer's title."""
        self.free = 2 + int(rng.random() * 3)
        title = choose(rng, "Staff Writer", "Staff Reporter", "For the paper")
        self.hand_en = Hand(
            f"By {{a}} {title}",
            f"By {{a}} and {{b}} {title}s" if title.startswith("Staff") else "By {a} and {b}",
            desk="{o}",
            agency="From {o}",
        )
        self.hand = choose(
            rng,
            Hand("記者{a}", "記者{a}、{b}", placed="記者{a}／{p}報導", role="記者"),
            Hand(
                "採訪．撰文　{a}",
                "採訪．撰文　{a}、{b}",
                role="採訪．撰文",
                photo="採訪．撰文　{a}　攝影　{b}",
                roles=("採訪．撰文", "攝影"),
            ),
        )
        self.broken = rng.random() < 0.4
        self.mail = rng.random() < 0.6

    def day(self, t: datetime) -> str:
        """``Mar 8, 2016``; ``2016-03-08``."""
        return f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year}" if self.english else f"{t:%Y-%m-%d}"

    def stamp(self, t: datetime) -> str:
        """With the hour."""
        return f"{self.day(t)} {clock(t, 'am', 'pm')}" if self.english else f"{self.day(t)} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """Regions in regions."""
        items = self.menu(
            page.paper,
            '<li class="tnt-section{on}"><a href="{url}" class="tnt-section-name">{name}</a></li>',
            now=page.section,
            current=" active",
        )
        crumb = f" | {esc(page.section)}" if page.section else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language[:2]}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)}{crumb} | {page.paper.host}</title>\n{page.head}</head>\n<body class="app-editorial asset-article block-free">\n<div class="tncms-region-ads"><div class="tnt-ads" data-pos="leaderboard"></div></div>\n<div id="site-navbar-container"><nav class="navbar"><a class="navbar-brand" href="/">{esc(page.paper.name)}</a><ul class="nav navbar-nav">{items}</ul></nav><div class="weather"><span class="tnt-weather-temp">{11 + len(page.title) % 19}°</span> {self.word("多雲", "Partly cloudy")}</div></div>\n'
            f'<div id="main-page-container" class="container">{page.main}</div>\n<footer id="site-footer-container"><div class="footer-links"><a href="/about">{self.word("聯絡我們", "Contact us")}</a> <a href="/subscribe">{self.word("訂閱", "Subscribe")}</a></div><div class="copyright">{esc(page.paper.rights)} {self.word("版權所有", "All rights reserved.")}</div></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data, in some papers cut in its middle by the template that made it."""
        t = copy.article.published
        data = {
            "@context": "http://schema.org",
            "@type": "NewsArticle",
            "headline": copy.version.title,
            "datePublished": t.replace(second=0).isoformat(),
            "publisher": {"@type": "Organization", "name": copy.paper.name},
        }
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        if self.broken:
            words = words[:-1] + ', "description": "' + copy.lead[:20].replace('"', "'") + "\n" + '", }'
        return f'<script type="application/ld+json">{words}</script>\n<meta name="twitter:card" content="summary" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:section" content="{attr(copy.article.section)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Bare blocks; what wraps them is the wall's affair."""
        if block.kind == "quote":
            return f'<blockquote class="pullquote-none"><p>{spans(block.spans)}</p></blockquote>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An inline asset with its words and who took it."""
        credit = f'<span class="tnt-byline" itemprop="author">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="inline-asset inline-image layout-horizontal"><figure class="photo"><div class="image"><img class="img-responsive lazyload" src="{self.source(copy, picture)}" alt=""></div><figcaption class="caption"><span class="caption-text">{esc(picture.caption)}</span><span class="credit">{credit}</span></figcaption></figure></div>'

    def story(self, copy: Copy) -> str:
        """Masthead of the asset, the walled text with its boxes, about the writer, tags, more."""
        t = copy.article.published
        who = "".join(
            f'<li><a class="tnt-email" href="mailto:{hashlib.md5(copy.by.encode(), usedforsecurity=False).hexdigest()[:5]}@{copy.paper.host}">{hashlib.md5(copy.by.encode(), usedforsecurity=False).hexdigest()[:5]}@{copy.paper.host}</a></li>'
            for _ in range(1)
            if self.mail and copy.by
        )
        by = copy.signed('<li><span itemprop="author" class="tnt-byline">{}</span></li>')
        changed = copy.changed(
            f'<li class="text-muted">{copy.say("更新", "Updated")} <time class="tnt-date asset-date">{{}}</time></li>'
        )
        out = []
        for n, piece in enumerate(self.blocks(copy)):
            out.append(f'<div class="{"subscriber-preview" if n < self.free else "subscriber-only"}">{piece}</div>')
            if n == 1:
                out.append(
                    '<div class="tncms-region-ads hidden-print" id="tncms-region-article_instory_top"><div class="tnt-ads" data-pos="fixed-big-ad-top"></div></div>'
                )
            if n == self.free - 1:
                out.append(
                    f'<div class="subscriber-hide wall"><h4>{copy.say("本月免費篇數已剩一篇", "You have one free story left this month")}</h4><p>{copy.say("訂閱《{name}》，首月一元。", "Support local news: the first month of {name} is 99 cents.")} <a href="/subscribe">{copy.say("查看方案", "See offers")}</a></p></div>'
                )
            if n == self.free + 1 and copy.related:
                out.append(
                    f'<div class="inline-asset inline-article layout-vertical relcontent"><h3 class="block-title">{copy.say("相關報導", "More information")}</h3>{copy.others("<div class=`card-headline`><h3 class=`tnt-headline`><a href=`{url}`>{title}</a></h3></div><div class=`card-lead`><p>{lead}…</p></div>", 1)}</div>'
                )
        about = copy.signed(
            f'<div class="asset-tagline"><span class="tnt-bio">{copy.say("聯絡本報編輯部，請電內線二〇四。", "Reach the newsroom at extension 204 or on the third floor.")}</span></div>'
        )
        remarks = copy.remarks(
            '<div class="c-item"><strong>{who}</strong> <time>{when}</time><div class="c-body">{what}</div></div>', 4
        )
        return (
            f'<article class="asset" id="asset-{hashlib.sha1(copy.article.id.encode(), usedforsecurity=False).hexdigest()[:8]}"><div id="asset-above"><ol class="breadcrumb"><li><a href="/">{copy.say("首頁", "Home")}</a></li><li><a href="{copy.section_url}">{copy.section}</a></li></ol></div>\n<header class="asset-header"><h1 class="headline"><span itemprop="headline">{copy.title}</span></h1><div class="meta"><ul class="list-inline">{by}{who}<li class="hidden-print"><time class="tnt-date asset-date text-muted" datetime="{t.replace(second=0).isoformat()}">{copy.day}</time></li>{changed}<li class="comment-count"><a href="#comments">{copy.salt % 9} {copy.say("則留言", "comments")}</a></li></ul></div></header>\n'
            f'<div class="social-share-links"><a href="#f">Facebook</a> <a href="#t">Twitter</a> <a href="#s">SMS</a></div>\n<div class="asset-content"><div itemprop="articleBody" class="asset-body">\n{chr(10).join(out)}\n</div></div>\n{about}<div class="asset-tags"><h4>{copy.say("標籤", "Tags")}</h4><ul class="list-inline">{copy.tags("<li><a href=`{url}`>{tag}</a></li>")}</ul></div></article>\n'
            f'<aside class="col-md-4"><section class="block most-popular"><h3>{copy.say("熱門", "Most Popular")}</h3>{copy.others("<article class=`tnt-asset-type-article`><h3 class=`tnt-headline`><a href=`{url}`>{title}</a></h3><time class=`tnt-date`>{day}</time></article>", 4)}</section></aside><div id="comments"><h3>{copy.say("歡迎加入討論。", "Welcome to the discussion.")}</h3>{remarks}</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Cards with leads."""
        rows = "".join(
            f'<article class="card summary tnt-section-x"><div class="card-label-section">{esc(c.section)}</div><div class="card-headline"><h3 class="tnt-headline"><a class="tnt-asset-link" href="{attr(c.url)}">{esc(c.title)}</a></h3></div><div class="card-meta"><span class="tnt-byline">{esc(c.author)}</span><time class="tnt-date asset-date" datetime="{c.published.isoformat()}">{self.day(c.published)}</time></div><div class="card-lead"><p>{esc(c.summary)}…</p></div></article>\n'
            for c in cards
        )
        more = (
            f'<ul class="pager"><li class="next"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></li></ul>'
            if older
            else ""
        )
        return f'<div class="index-list"><h1>{esc(heading)}</h1>{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page asset."""
        return (
            f'<div class="page-content"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'
        )


class Morning(Freehand):
    """2013: a morning paper in the manner of the east: the hour as 5時00分, all pictures in a gallery below the text, the signature closing it, ranks at the right."""

    name = "morning"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The hour's form, and the mark of stories for members."""
        self.mark = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("文・{a}", "文・{a}、{b}", role="文", photo="文・{a}　寫真・{b}", roles=("文", "寫真")),
            Hand("{p}＝{a}", "{a}、{b}"),
        )
        if "{p}" in self.hand.one:
            self.hand = Hand("{a}", "{a}、{b}", placed="{p}＝{a}")

    def day(self, t: datetime) -> str:
        """``2013年3月8日5時00分``; ``March 8, 2013 at 05:00``."""
        return (
            f"{MONTHS[t.month - 1]} {t.day}, {t.year} at {t:%H:%M}"
            if self.english
            else f"{t.year}年{t.month}月{t.day}日{t.hour}時{t:%M}分"
        )

    def frame(self, page: Shell) -> str:
        """Head, global navigation, main, foot."""
        items = self.menu(
            page.paper,
            '<li{on}><a href="{url}"><span>{name}</span></a></li>',
            now=page.section,
            current=' class="Here"',
        )
        colon = self.word("：", ": ")
        where = f"{colon}{esc(page.paper.name)}"
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" id="UA">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)}{where}</title>\n{page.head}</head>\n<body class="{"Digital" if self.mark else "Free"}">\n<div id="HeaderOuter"><div id="Header"><p class="Logo"><a href="/">{esc(page.paper.name)}</a></p><ul id="GlobalNav">{items}</ul></div></div>\n'
            f'<div id="Contents">{page.main}</div>\n<div id="FooterOuter"><ul><li><a href="/about">{self.word("關於本報", "About this paper")}</a></li><li><a href="/subscribe">{self.word("訂閱", "Subscribe")}</a></li></ul><p class="Copyright">{esc(page.paper.rights)}. No reproduction or republication without written permission.</p></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Keywords that are the paper's and not the story's."""
        names = ",".join((copy.paper.name, copy.article.section, self.word("新聞,速報", "news,breaking")))
        return f'<meta name="keywords" content="{attr(names)}">\n<meta name="description" content="{attr(copy.lead)}…" id="MetaDescription">\n<meta name="article_id" content="{copy.article.id}">\n<meta name="pubdate" content="{copy.article.published.astimezone(UTC):%Y-%m-%dT%H:%M:00Z}">\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An item of the gallery."""
        credit = (
            f"＝{esc(picture.credit)}"
            if picture.credit and not self.english
            else f" ({esc(picture.credit)})"
            if picture.credit
            else ""
        )
        return f'<li><p class="ImageBox"><a href="/photo/{picture.number % 99999}"><img src="{self.source(copy, picture)}" alt="" width="150"></a></p><p class="Cap">{esc(picture.caption)}{credit}</p></li>'

    def story(self, copy: Copy) -> str:
        """Breadcrumb, title, hour, text, signature, gallery, keywords, ranking."""
        figures = tuple(b for b in copy.version.blocks if b.kind == "figure")
        rest = tuple(b for b in copy.version.blocks if b.kind != "figure")
        gallery = (
            f'<div class="PhotoList"><h3>{copy.say("寫真・圖版", "Photos")}</h3><ul class="Thum">{"".join(self.blocks(copy, figures))}</ul></div>'
            if figures
            else ""
        )
        lock = (
            f'<span class="KeyIcon">{copy.say("會員限定", "Members")}</span>'
            if self.mark and copy.article.index % 3 == 0
            else ""
        )
        changed = copy.changed(f'<span class="Update">{copy.say("更新：", "Updated: ")}{{}}</span>')
        sign = copy.signed('<p class="Sign">{}</p>')
        return (
            f'<div id="TopicPath"><ul><li><a href="/">{copy.say("首頁", "Top")}</a></li><li><a href="{copy.section_url}">{copy.section}</a></li><li>{copy.say("記事", "Article")}</li></ul></div>\n<div id="Main"><div class="ArticleTitle"><div class="Title">{lock}<h1>{copy.title}</h1><div class="LastUpdated">{copy.day}{changed}</div></div></div>\n'
            f'<div class="ArticleBody"><div class="ArticleText">\n{chr(10).join(self.blocks(copy, rest))}\n{sign}</div>\n{gallery}</div>\n<div class="KeywordLink"><h3>{copy.say("關鍵詞", "Keywords")}</h3><ul>{copy.tags("<li><a href=`{url}`>{tag}</a></li>")}</ul></div>\n<div class="SnsTool"><ul><li>{copy.say("列印", "Print")}</li><li>{copy.say("郵寄", "Mail")}</li></ul></div></div>\n'
            f'<div id="Sub"><div class="Ranking"><h2>{copy.say("點閱排行", "Access ranking")}</h2><ol>{copy.others("<li><a href=`{url}`><em>{title}</em></a></li>", 5)}</ol></div><div class="Mod"><h2>{copy.say("編輯推薦", "Picks")}</h2>{copy.others("<dl><dt><a href=`{url}`>{title}</a></dt><dd>{lead}… <span class=`Time`>({day})</span></dd></dl>", 3)}</div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Titles with month and day in brackets."""
        rows = "".join(
            f'<li><a href="{attr(c.url)}">{esc(c.title)}<span class="Time">({c.published.month}/{c.published.day})</span></a></li>\n'
            for c in cards
        )
        more = (
            f'<p class="Next"><a href="{attr(older)}">{self.word("過去的記事", "Older articles")}</a></p>'
            if older
            else ""
        )
        return f'<div id="Main"><div class="SectionHead"><h1>{esc(heading)}</h1></div><ul class="List">{rows}</ul>{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A guide page."""
        return f'<div id="Main"><div class="Guide"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'
