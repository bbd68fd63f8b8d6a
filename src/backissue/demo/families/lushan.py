"""Designs eighteen years apart: an article system on a script server of 2004, and an application of hashed modules of 2022."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Perch", "Tench"]


class Tench(Freehand):
    """2004: a bought article system on a script server: writer, source, hits and day in one cell, the piece before and the piece after below the text, hot and recommended pieces in boxes, remarks by strangers."""

    name = "tench"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Its skin, and whether it stands on double spaces."""
        self.skin = choose(rng, ("#0066CC", "#E1F4EE"), ("#CC3300", "#FFF7E6"), ("#5A7EDC", "#EDF1FB"))
        self.indent = rng.random() < 0.7
        self.hand = choose(rng, Hand("{a}", "{a} {b}"), Hand("{a}", "{a}、{b}"))
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``Monday, March 08, 2004``; ``2004-3-8``: as the server's function writes them."""
        return (
            f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t:%d}, {t.year}"
            if self.english
            else f"{t.year}-{t.month}-{t.day}"
        )

    def bar(self, title: str, more: str = "") -> str:
        """The head of a box."""
        return f'<tr><td background="/Skin/1/title_bg.gif" bgcolor="{self.skin[0]}" height="24" class="title_left"><font color="#FFFFFF"><b>{title}</b></font>{more}</td></tr>'

    def frame(self, page: Shell) -> str:
        """Top bar with the hour's greeting, banner, channels, two columns, links of friends."""
        items = self.menu(page.paper, '&nbsp;<a class="Channel" href="{url}">{name}</a>&nbsp;', "|")
        return (
            f'<html>\n<head>\n<title>{esc(page.paper.name)}--{esc(page.title)}</title>\n{heads(page.charset, old=True)}\n{page.head}<link href="/Skin/DefaultSkin.css" rel="stylesheet" type="text/css">\n<script language="JavaScript" type="text/JavaScript" src="/JS/menu.js"></script>\n</head>\n<body bgcolor="#FFFFFF" text="#000000" topmargin="0" leftmargin="0">\n<div id="menuDiv" style="Z-INDEX: 1000; VISIBILITY: hidden; WIDTH: 1px; POSITION: absolute; HEIGHT: 1px"></div>\n'
            f'<table width="760" align="center" border="0" cellspacing="0" cellpadding="0" class="top_tdbgall"><tr><td class="top_top">&nbsp;{self.word("您好，歡迎光臨！", "Welcome!")}</td><td align="right"><a href="#" onclick="this.style.behavior=\'url(#default#homepage)\'">{self.word("設為首頁", "Make this your home page")}</a> | <a href="javascript:window.external.addFavorite(location.href)">{self.word("加入收藏", "Add to favorites")}</a> | <a href="mailto:webmaster@{page.paper.host}">{self.word("聯絡站長", "Webmaster")}</a></td></tr><tr><td width="190" height="70"><a href="/index.asp"><img src="/images/logo.gif" width="180" height="60" border="0" alt="{attr(page.paper.name)}"></a></td><td align="center"><object classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000" width="480" height="60"><param name="movie" value="/AD/banner.swf"><embed src="/AD/banner.swf" width="480" height="60"></embed></object></td></tr></table>\n<table width="760" align="center" border="0" cellspacing="0" cellpadding="0"><tr><td class="top_nav_menu" bgcolor="{self.skin[1]}" height="26">&nbsp;<a class="Channel" href="/index.asp">{self.word("首頁", "Home")}</a>&nbsp;|{items}</td></tr></table>\n'
            f'{page.main}\n<table width="760" align="center" border="0" cellspacing="1" bgcolor="{self.skin[0]}"><tr bgcolor="#FFFFFF"><td align="center" class="Bottom">| <a href="/about">{self.word("關於本站", "About this site")}</a> | <a href="/FriendSite.asp">{self.word("友情連結", "Links")}</a> | <a href="/Copyright.asp">{self.word("版權申明", "Copyright")}</a> |<br>{esc(page.paper.rights)} {self.word("頁面執行時間：78.13 毫秒", "This page took 78.13 ms")}</td></tr></table>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """What was pasted into the editor."""
        pad = "&nbsp;&nbsp;&nbsp; " if self.indent else ""
        if block.kind == "p":
            return f"<P>{pad}{spans(block.spans)}</P>"
        if block.kind == "h":
            return f"<P>{pad}<STRONG>{spans(block.spans)}</STRONG></P>"
        if block.kind == "quote":
            return f'<BLOCKQUOTE dir=ltr style="MARGIN-RIGHT: 0px"><P><FONT face="Arial">{spans(block.spans)}</FONT></P></BLOCKQUOTE>'
        if block.kind == "note":
            return f"<P>{pad}<FONT color=#ff0000>{spans(block.spans)}</FONT></P>"
        if block.kind in {"ul", "ol"}:
            return f"<{block.kind.upper()}>{''.join(f'<LI>{esc(i)}' for i in block.items)}</{block.kind.upper()}>"
        if block.kind == "table":
            return table(block.rows, " cellSpacing=0 cellPadding=2 width=400 align=center border=1")
        if block.kind == "embed":
            return f'<P align=center><IFRAME src="{attr(block.url)}" width=425 height=344 frameBorder=0></IFRAME></P>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture that the wheel enlarges; the words below it in the middle."""
        credit = f" ({esc(picture.credit)})" if picture.credit else ""
        return f'<P align=center><IMG src="{self.source(copy, picture)}" border=0 onmousewheel="return bbimg(this)" onload="javascript:if(this.width>screen.width-333)this.width=screen.width-333"></P>\n<P align=center><FONT size=2>{esc(picture.caption)}{credit}</FONT></P>'

    def story(self, copy: Copy) -> str:
        """Where you are, headline, facts, text, desk, neighbours, orders in brackets, boxes, remarks."""
        facts = [
            copy.signed(f"{copy.say('作者：', 'Author: ')}{{}}"),
            copy.say("文章來源：{name}", "Source: {name}"),
            f"{copy.say('點擊數：', 'Hits: ')}<script language=javascript src=/Article/GetHits.asp?ArticleID={copy.article.id}></script>",
            f"{copy.say('發表日期：', 'Posted: ')}{copy.day}",
        ]
        near = copy.others(f'<li>{copy.say("上一篇文章：", "Previous: ")}<a class="LinkPrevArticle" href="{{url}}" title="{{title}}">{{title}}</a></li>', 1) + copy.others(f'<li>{copy.say("下一篇文章：", "Next: ")}<a class="LinkNextArticle" href="{{url}}" title="{{title}}">{{title}}</a></li>', 1, skip=1)  # fmt: skip
        hot = copy.others('<a class="LinkHotArticle" href="{url}">{title}</a><br>', 4)
        good = copy.others(
            f'<a class="LinkEliteArticle" href="{{url}}">{{title}}</a> [{copy.say("推薦", "pick")}]<br>', 3, skip=2
        )
        kin = copy.others("<tr><td>·<a href=`{url}`>{title}</a> [{day}]</td></tr>", 4)
        kin = kin or f"<tr><td>{copy.say('沒有相關文章', 'None')}</td></tr>"
        said = copy.remarks(
            f'<tr><td class="comment">{copy.say("評論人：", "From: ")}{{who}} {copy.say("打分：", "Mark: ")}5 {{when}}</td></tr><tr><td>·{{what}}</td></tr>'
        )
        said = said or f"<tr><td>{copy.say('沒有任何評論', 'None yet')}</td></tr>"
        return (
            f'<table width="760" align="center" border="0" cellspacing="0" cellpadding="0"><tr><td class="main_announce" height="25">&nbsp;{copy.say("您現在的位置：", "You are here: ")} <a href="/">{copy.say("{name}", "{name}")}</a> &gt;&gt; <a href="{copy.section_url}">{copy.section}</a> &gt;&gt; {copy.say("正文", "Article")}</td></tr></table>\n<table width="760" align="center" border="0" cellspacing="0" cellpadding="4" class="border2"><tr><td class="main_ArticleTitle" height="50" align="center" colspan="2"><b><font size="5">{copy.title}</font></b></td></tr>\n<tr align="center" bgcolor="{self.skin[1]}"><td colspan="2">{"&nbsp;&nbsp;".join(f for f in facts if f)}</td></tr>\n'
            f'<tr><td colspan="2" class="main_tdbg_760" id="fontzoom" valign="top" height="200">\n{chr(10).join(self.blocks(copy))}\n</td></tr>\n<tr><td align="right" colspan="2" class="Article_tdbgall">{copy.say("文章錄入：admin　　責任編輯：admin", "Typed by admin; edited by admin")}&nbsp;</td></tr>\n<tr><td colspan="2"><ul>{near}</ul></td></tr>\n<tr><td align="right" colspan="2">{copy.say("【發表評論】【加入收藏】【告訴好友】【列印此文】【關閉窗口】", "[Comment] [Bookmark] [Tell a friend] [Print] [Close]")}</td></tr></table>\n'
            f'<table width="760" align="center" border="0" cellspacing="0"><tr><td width="33%" valign="top"><table width="100%">{self.bar(copy.say("最新熱點", "Hot"))}<tr><td>{hot}</td></tr></table></td><td width="33%" valign="top"><table width="100%">{self.bar(copy.say("最新推薦", "Recommended"))}<tr><td>{good}</td></tr></table></td><td valign="top"><table width="100%">{self.bar(copy.say("相關文章", "On the same subject"))}{kin}</table></td></tr></table>\n<table width="760" align="center" border="0">{self.bar(copy.say("網友評論", "Remarks"), copy.say("（只顯示最新10條。評論內容只代表網友觀點，與本站立場無關！）", " (the latest ten; they are not the opinions of this site)"))}{said}</table>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines in one column with days in brackets."""
        rows = "".join(
            f'<tr><td width="10">·</td><td class="listbg"><a class="listA" href="{attr(c.url)}" title="{attr(c.title)}">{esc(c.title)}</a></td><td align="right" class="listbg">({c.published.year}-{c.published.month}-{c.published.day})</td></tr>\n'
            for c in cards
        )
        pager = f'<tr><td colspan="3" align="center">{self.word("首頁 上一頁", "First Previous")} <a href="{attr(older)}">{self.word("下一頁", "Next")}</a> {self.word("頁次：1 轉到：", "Page: 1")}<select name="page" size="1"><option value="1" selected>1</option></select></td></tr>' if older else ""  # fmt: skip
        return f'<table width="760" align="center" border="0">{self.bar(esc(heading))}<tr><td><table width="100%" border="0" cellpadding="2" cellspacing="0">{rows}{pager}</table></td></tr></table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A headline and a cell."""
        return f'<table width="760" align="center" border="0" cellpadding="4" class="border2"><tr><td align="center" class="main_ArticleTitle"><b>{esc(heading)}</b></td></tr><tr><td class="main_tdbg_760">{"".join(f"<P>{esc(p)}</P>" for p in paragraphs)}</td></tr></table>'


class Perch(Freehand):
    """2022: an application rendered on a server: modules with hashed names, two hours under the headline, a face, a bar to listen, what is next in cards, the page's properties in a script at its end."""

    name = "perch"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The hashes, whether one may listen, where the pictures come from."""
        letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        self.hashes = {
            name: "".join(choose(rng, *letters) for _ in range(5))
            for name in ("Layout", "Header", "Article", "Byline", "Body", "Figure", "Card", "Promo", "Footer", "Tag")
        }
        self.listen = rng.random() < 0.5
        self.optimised = rng.random() < 0.5
        self.at = 2 + int(rng.random() * 4)
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a} 報導", "{a}、{b} 報導"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} & {b}"))

    def c(self, module: str, part: str) -> str:
        """A class attribute as the bundler writes it: ``class="Byline_name__x3kQz"``."""
        return f'class="{module}_{part}__{self.hashes[module]}"'

    def day(self, t: datetime) -> str:
        """``8 Mar 2022, 09:05``; ``2022年3月8日 09:05``."""
        return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}, {t:%H:%M}" if self.english else f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"  # fmt: skip

    def frame(self, page: Shell) -> str:
        """Preloads, a root, a header, the page, a footer, properties."""
        items = self.menu(
            page.paper, f'<li {self.c("Header", "item")}><a{{on}} href="{{url}}">{{name}}</a></li>', now=page.section, current=' aria-current="page"'
        )  # fmt: skip
        data = "" if page.is_story else '<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{}},"page":"/[section]","query":{},"buildId":"q8Zk1","isFallback":false,"gsp":true}</script>\n'  # fmt: skip
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head>{heads(page.charset)}<meta name="viewport" content="width=device-width"/><title>{esc(page.title)} | {esc(page.paper.name)}</title>{page.head}<meta name="next-head-count" content="9"/><link rel="preload" href="/_next/static/css/5f1c3e0a9b.css" as="style"/><link rel="stylesheet" href="/_next/static/css/5f1c3e0a9b.css" data-n-g=""/><noscript data-n-css=""></noscript><script defer="" nomodule="" src="/_next/static/chunks/polyfills-5cd94c89d3.js"></script><script src="/_next/static/chunks/main-2e3c9.js" defer=""></script></head>\n'
            f'<body><div id="__next" data-reactroot=""><div {self.c("Layout", "root")}><a {self.c("Layout", "skip")} href="#content">{self.word("跳到內容", "Skip to content")}</a><header {self.c("Header", "header")}><a {self.c("Header", "logo")} aria-label="{attr(page.paper.name)}" href="/"><svg width="24" height="24" viewBox="0 0 24 24"></svg><span>{esc(page.paper.name)}</span></a><nav {self.c("Header", "nav")}><ul>{items}</ul></nav><div {self.c("Header", "actions")}><button type="button" aria-label="{self.word("搜尋", "Search")}"><svg width="24" height="24" viewBox="0 0 24 24"></svg></button><a {self.c("Header", "cta")} href="/subscribe">{self.word("支持我們", "Support us")}</a></div></header>\n'
            f'<main id="content" {self.c("Layout", "main")}>{page.main}</main>\n<footer {self.c("Footer", "footer")}><div {self.c("Footer", "links")}><a href="/about">{self.word("關於我們", "About")}</a><a href="/careers">{self.word("加入我們", "Careers")}</a><a href="/privacy">{self.word("私隱政策", "Privacy")}</a></div><p {self.c("Footer", "legal")}>{esc(page.paper.rights)}</p></footer></div></div>{data}</body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Open Graph with hours."""
        t = copy.article.published.replace(second=0, microsecond=0)
        changed = f'<meta property="article:modified_time" content="{copy.said.changed.isoformat()}"/>' if copy.said.changed else ""  # fmt: skip
        return f'<link rel="canonical" href="{attr(copy.url)}"/><meta property="og:title" content="{attr(copy.version.title)}"/><meta property="og:description" content="{attr(copy.lead)}"/><meta property="og:type" content="article"/><meta property="article:published_time" content="{t.isoformat()}"/>{changed}<meta name="twitter:card" content="summary_large_image"/>'

    def block(self, copy: Copy, block: Block) -> str:
        """Each kind a module's part."""
        if block.kind == "p":
            return f"<p {self.c('Body', 'paragraph')}>{spans(block.spans)}</p>"
        if block.kind == "h":
            return f"<h2 {self.c('Body', 'heading')}>{spans(block.spans)}</h2>"
        if block.kind == "quote":
            return f"<blockquote {self.c('Body', 'quote')}><p>{spans(block.spans)}</p></blockquote>"
        if block.kind == "note":
            return f"<p {self.c('Body', 'note')}><em>{spans(block.spans)}</em></p>"
        if block.kind in {"ul", "ol"}:
            return f"<{block.kind} {self.c('Body', 'list')}>{''.join(f'<li>{esc(i)}</li>' for i in block.items)}</{block.kind}>"
        if block.kind == "table":
            return f"<div {self.c('Body', 'scroll')}>{table(block.rows, ' ' + self.c('Body', 'table'))}</div>"
        if block.kind == "embed":
            return f'<div {self.c("Body", "embed")}><iframe src="{attr(block.url)}" loading="lazy" allowfullscreen=""></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture that the framework places, with its spans."""
        source = self.source(copy, picture)
        image = (
            f'<span style="box-sizing:border-box;display:inline-block;overflow:hidden;position:relative"><img alt="{attr(picture.caption)}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" decoding="async" data-nimg="responsive"/><noscript><img alt="{attr(picture.caption)}" src="{source}" decoding="async" data-nimg="responsive" loading="lazy"/></noscript></span>'
            if self.optimised
            else f'<img alt="{attr(picture.caption)}" src="{source}" width="1200" height="800" loading="lazy"/>'
        )
        credit = f"<cite {self.c('Figure', 'credit')}>{esc(picture.credit)}</cite>" if picture.credit else ""
        return f"<figure {self.c('Figure', 'figure')}>{image}<figcaption {self.c('Figure', 'caption')}>{esc(picture.caption)} {credit}</figcaption></figure>"

    def story(self, copy: Copy) -> str:
        """Section, headline, writer and hours, tools, text with an offer, topics, cards, properties."""
        t = copy.article.published.replace(second=0, microsecond=0)
        changed_at = copy.said.changed
        pieces = self.blocks(copy)
        pieces.insert(
            min(self.at, len(pieces)),
            f'<aside {self.c("Promo", "promo")}><h3 {self.c("Promo", "title")}>{copy.say("你讀的每一篇，都由讀者付錢", "Every story here is paid for by readers")}</h3><p>{copy.say("每月一杯咖啡，讓《{name}》寫下去。", "The price of a coffee a month keeps {name} going.")}</p><a {self.c("Promo", "button")} href="/subscribe">{copy.say("成為會員", "Become a member")}</a></aside>',
        )
        by = copy.linked("<a href=/authors>{}</a>")
        writer = f"<div {self.c('Byline', 'author')}><div {self.c('Byline', 'avatar')}></div><span {self.c('Byline', 'name')}>{by}</span></div>" if by else ""  # fmt: skip
        changed = (
            f'<span {self.c("Byline", "updated")}>{copy.say("更新於 ", "Updated ")}<time dateTime="{changed_at.isoformat()}">{copy.said.updated}</time></span>'
            if changed_at
            else ""
        )
        words = sum(len(b.text.split()) * 2 if self.english else len(b.text) for b in copy.version.blocks)
        listen = (
            f'<div {self.c("Article", "listen")}><button type="button">{copy.say("聽這篇文章", "Listen to this story")}</button><span>{1 + words // 400} {copy.say("分鐘", "min")}</span></div>'
            if self.listen
            else ""
        )
        cards = copy.others(
            f'<li {self.c("Card", "card")}><a {self.c("Card", "link")} href="{{url}}"><span {self.c("Card", "section")}>{{section}}</span><h3 {self.c("Card", "title")}>{{title}}</h3></a><p {self.c("Card", "meta")}>{{day}}</p></li>',
            4,
        )
        item = self.c("Tag", "item")
        tags = copy.tags(f"<li {item}><a href=`{{url}}`>{{tag}}</a></li>")
        props = {
            "props": {"pageProps": {"article": {
                "id": copy.article.id, "title": copy.version.title, "publishedAt": t.isoformat(),
                "updatedAt": changed_at.isoformat() if changed_at else None, "section": {"name": copy.article.section, "slug": copy.part},
                "authors": [{"name": p.name} for p in copy.said.people or ()] if copy.said.author else [],
                "tags": [{"name": tag} for tag in copy.said.tags or ()], "bodyId": f"b{copy.article.id}",
            }}, "__N_SSG": True},
            "page": "/story/[slug]", "query": {"slug": copy.article.id}, "buildId": "q8Zk1", "isFallback": False, "gsp": True,
        }  # fmt: skip
        script = json.dumps(props, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        return (
            f'<article {self.c("Article", "article")}><header {self.c("Article", "header")}><a {self.c("Article", "section")} href="{copy.section_url}">{copy.section}</a><h1 {self.c("Article", "title")}>{copy.title}</h1><div {self.c("Byline", "byline")}>{writer}<div {self.c("Byline", "dates")}><span {self.c("Byline", "published")}>{copy.say("發布於 ", "Published ")}<time dateTime="{t.isoformat()}">{copy.day}</time></span>{changed}</div></div><div {self.c("Article", "tools")}><button type="button">{copy.say("分享", "Share")}</button><button type="button">{copy.say("收藏", "Save")}</button></div>{listen}</header>\n'
            f'<div {self.c("Body", "body")}>{"".join(pieces)}</div>\n<ul {self.c("Tag", "list")}>{tags}</ul></article>\n<section {self.c("Card", "grid")}><h2>{copy.say("接著讀", "Read next")}</h2><ul>{cards}</ul></section>\n<script id="__NEXT_DATA__" type="application/json">{script}</script>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid of cards."""
        rows = "".join(
            f'<li {self.c("Card", "card")}><a {self.c("Card", "link")} href="{attr(c.url)}"><h3 {self.c("Card", "title")}>{esc(c.title)}</h3></a><p {self.c("Card", "summary")}>{esc(c.summary)}…</p><p {self.c("Card", "meta")}><time dateTime="{c.published.replace(second=0, microsecond=0).isoformat()}">{self.day(c.published)}</time></p></li>'
            for c in cards
        )
        more = f'<a {self.c("Card", "more")} href="{attr(older)}">{self.word("載入更多", "Load more")}</a>' if older else ""  # fmt: skip
        return f"<h1 {self.c('Layout', 'heading')}>{esc(heading)}</h1><ul {self.c('Card', 'list')}>{rows}</ul>{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page."""
        mark = self.c("Body", "paragraph")
        text = "".join(f"<p {mark}>{esc(p)}</p>" for p in paragraphs)
        return f"<article {self.c('Article', 'static')}><h1 {self.c('Article', 'title')}>{esc(heading)}</h1><div {self.c('Body', 'body')}>{text}</div></article>"
