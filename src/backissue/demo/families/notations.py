"""Designs that carry a notation for machines in their own tags: scopes and properties, triples, a light page's elements."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Accelerated", "Scopes", "Triples"]


class Scopes(Freehand):
    """2014: a page without one class: properties in the tags tell what is what, the others below carry the same ones."""

    name = "scopes"
    timed = True

    def draw(self, rng: Random) -> None:
        """How it signs and whether section and topics share a line."""
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("採訪：{a}", "採訪：{a}、{b}", role="採訪", photo="採訪：{a}　攝影：{b}", roles=("採訪", "攝影")),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"))
        self.dots = rng.random() < 0.5

    def day(self, t: datetime) -> str:
        """``8 March 2014``; ``2014年3月8日`` or ``2014.03.08``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1]} {t.year}"
        return f"{t:%Y.%m.%d}" if self.dots else f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """A header, a nav, a foot; who publishes is said in the foot."""
        items = self.menu(page.paper, '<li><a itemprop="url" href="{url}"><span itemprop="name">{name}</span></a></li>')
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} ‹ {esc(page.paper.name)}</title>\n{page.head}</head>\n<body itemscope itemtype="https://schema.org/WebPage">\n<header><p><a href="/">{esc(page.paper.name)}</a></p><nav itemscope itemtype="https://schema.org/SiteNavigationElement"><ul>{items}</ul></nav></header>\n'
            f'{page.main}\n<footer itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><p itemprop="name">{esc(page.paper.name)}</p><p>{esc(page.paper.rights)}</p><p><a href="/about">{self.word("關於我們", "About us")}</a></p></footer>\n</body>\n</html>\n'
        )

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An object of its own within the text."""
        credit = (
            f' <small itemprop="copyrightHolder">{self.word("圖：", "")}{esc(picture.credit)}</small>'
            if picture.credit
            else ""
        )
        return f'<figure itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="{self.source(copy, picture)}" alt=""><figcaption><span itemprop="caption">{esc(picture.caption)}</span>{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, facts, text, section and topics, others, remarks."""
        by = copy.signed(
            '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{}</span></span> · '
        )
        others = copy.others(
            "<li itemscope itemtype=`https://schema.org/NewsArticle`><a itemprop=`url` href=`{url}`><b itemprop=`headline`>{title}</b></a> <time itemprop=`datePublished`>{day}</time><p itemprop=`description`>{lead}…</p></li>",
            4,
        )
        remarks = copy.remarks(
            '<li itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="creator">{who}</b> <time itemprop="dateCreated">{when}</time><p itemprop="text">{what}</p></li>'
        )
        t = copy.article.published.replace(second=0, microsecond=0)
        return (
            f'<main>\n<nav itemprop="breadcrumb"><a href="/">{copy.say("首頁", "Home")}</a> / <a href="{copy.section_url}">{copy.section}</a></nav>\n<article itemscope itemtype="https://schema.org/NewsArticle">\n<h1 itemprop="headline">{copy.title}</h1>\n<p>{by}<time itemprop="datePublished" content="{t.isoformat()}">{copy.day}</time> · <a href="#say">{copy.salt % 40} {copy.say("則回應", "responses")}</a></p>\n'
            f'<div itemprop="articleBody">\n{chr(10).join(self.blocks(copy))}\n</div>\n<p>{copy.say("欄目", "Section")} <a href="{copy.section_url}" itemprop="articleSection">{copy.section}</a> {copy.say("話題", "Topics")} {copy.tags("<a href=`{url}` itemprop=`keywords`>{tag}</a>", ", ")}</p>\n</article>\n'
            f'<section><h2>{copy.say("另外幾則", "Also in the news")}</h2><ul>{others}</ul></section>\n<section id="say"><h2>{copy.say("回應", "Responses")}</h2><ol>{remarks}</ol><form><textarea></textarea><button>{copy.say("送出", "Send")}</button></form></section>\n</main>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list of items."""
        rows = "".join(
            f'<li itemprop="itemListElement" itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline"><a itemprop="url" href="{attr(c.url)}">{esc(c.title)}</a></h2><p><time itemprop="datePublished">{self.day(c.published)}</time> <span itemprop="articleSection">{esc(c.section)}</span></p><p itemprop="description">{esc(c.summary)}…</p></li>\n'
            for c in cards
        )
        more = f'<p><a rel="next" href="{attr(older)}">{self.word("較早", "Earlier")}</a></p>' if older else ""
        return f'<main><h1>{esc(heading)}</h1><ol itemscope itemtype="https://schema.org/ItemList">{rows}</ol>{more}</main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Words."""
        return f'<main><h1 itemprop="name">{esc(heading)}</h1><div itemprop="mainContentOfPage">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></main>'


class Triples(Freehand):
    """2011: a content system's nodes with triples in their attributes: who submitted it and when in one sentence, terms below their labels."""

    name = "triples"
    timed = True

    def draw(self, rng: Random) -> None:
        """The number of its theme, and what the sentence says."""
        self.theme = 100 + int(rng.random() * 800)
        self.posted = choose(rng, ("發表於", "Submitted on"), ("刊登時間", "Posted"))
        self.hand = Hand("{a}", "{a}、{b}")
        self.hand_en = Hand("{a}", "{a} & {b}")

    def day(self, t: datetime) -> str:
        """``Mon, 03/08/2011 - 09:05``; ``週一, 2011/03/08 - 09:05``."""
        if self.english:
            return f"{DAYS[t.weekday()][:3]}, {t:%m/%d/%Y - %H:%M}"
        return f"週{'一二三四五六日'[t.weekday()]}, {t:%Y/%m/%d - %H:%M}"

    def frame(self, page: Shell) -> str:
        """Regions, a page title outside the node, blocks at the left."""
        items = self.menu(
            page.paper, '<li class="leaf menu-{on}"><a href="{url}" title="">{name}</a></li>', current="x"
        )
        kind = "page-node node-type-story" if page.is_story else "page-taxonomy"
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" version="XHTML+RDFa 1.0" dir="ltr" xmlns:dc="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:sioc="http://rdfs.org/sioc/ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}<style type="text/css" media="all">@import url("/sites/all/themes/t{self.theme}/style.css");</style>\n</head>\n<body class="html not-front not-logged-in one-sidebar sidebar-first {kind}">\n<div id="skip-link"><a href="#main-content" class="element-invisible">{self.word("跳到主要內容", "Skip to main content")}</a></div>\n<div id="page-wrapper"><div id="page"><div id="header"><div class="section clearfix"><div id="name-and-slogan"><div id="site-name"><strong><a href="/" rel="home"><span>{esc(page.paper.name)}</span></a></strong></div><div id="site-slogan">{esc(page.paper.english)}</div></div></div></div>\n<div id="main-wrapper"><div id="main" class="clearfix"><div id="content" class="column"><div class="section">{page.main}</div></div>\n'
            f'<div id="sidebar-first" class="column sidebar"><div class="section"><div id="block-menu" class="block block-menu"><h2>{self.word("版面", "Sections")}</h2><div class="content"><ul class="menu">{items}</ul></div></div><div id="block-user-login" class="block block-user"><h2>{self.word("使用者登入", "User login")}</h2><form><label>{self.word("使用者名稱", "Username")} <span class="form-required">*</span></label><input type="text" /><label>{self.word("密碼", "Password")}</label><input type="password" /></form></div></div></div></div></div>\n<div id="footer"><div class="section"><p>{esc(page.paper.rights)}</p><p><a href="/about">{self.word("關於", "About")}</a></p></div></div></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Where the node lives."""
        return f'<link rel="shortlink" href="/node/{copy.article.id}" />\n<meta about="{attr(copy.url)}" property="sioc:num_replies" content="{copy.salt % 9}" datatype="xsd:integer" />\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box that floats, its words in two divisions."""
        credit = f'<div class="image-credit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="image-insert image-right" rel="og:image rdfs:seeAlso" resource="{self.source(copy, picture)}"><img typeof="foaf:Image" src="{self.source(copy, picture)}" width="480" height="320" alt="" /><div class="image-caption">{esc(picture.caption)}</div>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """The title, then the node: sentence, section, text, terms, links; remarks below."""

        def field(name: str, label: str, inner: str) -> str:
            return f'<div class="field field-name-field-{name} field-type-taxonomy-term-reference field-label-above"><div class="field-label">{label}:&nbsp;</div><div class="field-items">{inner}</div></div>'

        t = copy.article.published.replace(second=0, microsecond=0)
        by = copy.signed(
            f'<span class="username" xml:lang="" about="/user/{copy.article.index % 23 + 3}" typeof="sioc:UserAccount" property="foaf:name">{{}}</span> '
        )
        terms = copy.tags(
            "<div class=`field-item`><a href=`{url}` typeof=`skos:Concept` property=`rdfs:label skos:prefLabel`>{tag}</a></div>"
        )
        section = f'<div class="field-item even" rel="dc:subject"><a href="{copy.section_url}" typeof="skos:Concept" property="rdfs:label">{copy.section}</a></div>'
        remarks = copy.remarks(
            '<div class="comment comment-by-anonymous clearfix" typeof="sioc:Post sioct:Comment"><div class="submitted"><span property="dc:date dc:created">{when}</span> — <span rel="sioc:has_creator"><span class="username">{who}</span></span></div><div class="content"><div class="field field-name-comment-body"><p>{what}</p></div></div></div>'
        )
        others = copy.others('<li><span class="field-content"><a href="{url}">{title}</a></span></li>', 4)
        return (
            f'<div class="breadcrumb"><a href="/">{copy.say("首頁", "Home")}</a></div><a id="main-content"></a><h1 class="title" id="page-title">{copy.title}</h1>\n<div class="tabs"></div><div class="region region-content"><div id="node-{copy.article.id}" class="node node-story node-promoted clearfix" about="/node/{copy.article.id}" typeof="sioc:Item foaf:Document"><span property="dc:title" content="{attr(copy.version.title)}" class="rdf-meta element-hidden"></span>\n<div class="meta submitted">{by}<span property="dc:date dc:created" content="{t.isoformat()}" datatype="xsd:dateTime" rel="sioc:has_creator">{copy.say(*self.posted)} {copy.day}</span></div>\n'
            f'<div class="content clearfix">{field("section", copy.say("版面", "Section"), section)}<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">\n{chr(10).join(self.blocks(copy))}\n</div></div></div>{field("tags", copy.say("標籤", "Tags"), terms)}</div>\n<div class="link-wrapper"><ul class="links inline"><li class="statistics_counter first"><span>{copy.salt % 4000} {copy.say("次瀏覽", "reads")}</span></li><li class="print_html"><a href="/print/{copy.article.id}">{copy.say("列印版", "Printer-friendly version")}</a></li><li class="comment_forbidden last"><span><a href="/user/login">{copy.say("登入", "Log in")}</a>{copy.say("以發表回應", " to post comments")}</span></li></ul></div>\n'
            f'<div id="comments" class="comment-wrapper"><h2 class="title">{copy.say("回應", "Comments")}</h2>{remarks}</div></div></div><div class="block block-views"><h2>{copy.say("近期內容", "Recent content")}</h2><div class="item-list"><ul>{others}</ul></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers of nodes."""
        rows = "".join(
            f'<div class="node node-story node-teaser clearfix" typeof="sioc:Item foaf:Document"><h2 property="dc:title"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="meta submitted"><span class="username">{esc(c.author)}</span> {self.day(c.published)}</div><div class="content"><p>{esc(c.summary)}…</p></div><ul class="links inline"><li class="node-readmore"><a href="{attr(c.url)}">{self.word("閱讀更多", "Read more")}</a></li></ul></div>\n'
            for c in cards
        )
        more = f'<ul class="pager"><li class="pager-next"><a href="{attr(older)}">{self.word("下一頁 ›", "next ›")}</a></li></ul>' if older else ""  # fmt: skip
        return f'<h1 class="title" id="page-title">{esc(heading)}</h1><div class="region region-content">{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A node of another type."""
        return f'<h1 class="title" id="page-title">{esc(heading)}</h1><div class="node node-page clearfix"><div class="field field-name-body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Accelerated(Freehand):
    """2018: the light page for phones: elements of a light page's own, hashes for topics, markers of advertisements within the text, the next article under this one."""

    name = "accelerated"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where it shows what is paid for."""
        self.at = 1 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("撰文：{a}", "撰文：{a} {b}", role="撰文", photo="撰文：{a} 攝影：{b}", roles=("撰文", "攝影")),
            Hand("記者{a}", "記者{a}、{b}", role="記者", placed="記者{a}／{p}"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("By {a}", "By {a}, {b}"))

    def day(self, t: datetime) -> str:
        """``Mar 8, 2018 9:05 AM``; ``2018-03-08 09:05``."""
        return f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year} {clock(t)}" if self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar, a side menu and a foot that leads to the full page."""
        items = self.menu(page.paper, '<li class="s-i"><a href="{url}">{name}</a></li>')
        return (
            f'<!doctype html><html amp lang="{self.language[:2]}"><head>{heads(page.charset)}<script async src="https://cdn.example/v0.js"></script><title>{esc(page.title)}</title><meta name="viewport" content="width=device-width,minimum-scale=1">{page.head}<style amp-boilerplate>body{{animation:-amp-start 8s steps(1,end) 0s 1 normal both}}</style><style amp-custom>.hd{{height:48px}}</style></head><body><amp-sidebar id="sb" layout="nodisplay" side="left"><ul>{items}</ul></amp-sidebar><div class="hd"><button on="tap:sb.toggle" aria-label="menu">☰</button><a class="lg" href="/"><amp-img src="/logo.svg" width="140" height="30" alt="{attr(page.paper.name)}"></amp-img></a></div>\n'
            f'{page.main}\n<div class="ft"><p>{esc(page.paper.rights)}</p><p><a href="/about">{self.word("關於我們", "About us")}</a> <a href="/">{self.word("完整網站", "Full site")}</a></p></div><amp-user-notification id="ck" layout="nodisplay">{self.word("本網站使用 Cookie，繼續瀏覽即表示同意。", "This site uses cookies. By going on you agree to that.")}<button on="tap:ck.dismiss">{self.word("同意", "Accept")}</button></amp-user-notification></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A graph's title with a suffix; the data is the company's alone."""
        data = {"@context": "http://schema.org", "@type": "NewsMediaOrganization", "name": copy.paper.name, "alternateName": copy.paper.english, "foundingDate": copy.paper.first.isoformat(), "url": f"https://{copy.paper.home}/"}  # fmt: skip
        return f'<link rel="canonical" href="{attr(copy.url)}"><meta property="og:title" content="{attr(copy.version.title)} | {attr(copy.paper.name)}"><meta property="og:description" content="{attr(copy.lead)}"><script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A light picture and its words."""
        credit = f"{self.word('（', ' (')}{esc(picture.credit)}{self.word('）', ')')}" if picture.credit else ""
        return f'<div class="ph"><amp-img src="{self.source(copy, picture)}" width="640" height="427" layout="responsive"></amp-img><p class="cp">{esc(picture.caption)}{credit}</p></div>'

    def block(self, copy: Copy, block: Block) -> str:
        """Video in a light frame, quotes in a box."""
        if block.kind == "embed":
            return f'<amp-iframe width="560" height="315" layout="responsive" sandbox="allow-scripts" src="{attr(block.url)}"><amp-img layout="fill" src="/wait.png" placeholder></amp-iframe>'
        if block.kind == "quote":
            return f'<div class="qt">{spans(block.spans)}</div>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Headline, picture, writer, two days, text with what is paid for, hashes, others, the next one."""
        blocks = copy.version.blocks
        top = ""
        if blocks and blocks[0].picture:
            top, blocks = self.picture(copy, blocks[0].picture), blocks[1:]
        pieces = self.blocks(copy, blocks)
        paid = f'<div class="ad-w"><span class="ad-l">{copy.say("廣告", "Advertisement")}</span><amp-ad width="300" height="250" type="doubleclick" data-slot="/{copy.salt % 900}/amp"></amp-ad><span class="ad-l">{copy.say("廣告下還有內文", "Story continues below")}</span></div>'
        for at in (self.at, self.at + 4):
            if at < len(pieces):
                pieces.insert(at, paid)
        changed = copy.changed(f'<div class="dt">{copy.say("最後更新：", "Updated: ")}{{}}</div>')
        rail = copy.others(
            '<div class="sl"><a href="{url}"><amp-img src="/t.jpg" width="120" height="80"></amp-img><span>{title}</span></a></div>',
            3,
        )
        next_ = copy.others(
            '<div class="nx"><h2>{title}</h2><p>{day}</p><p>{lead}…</p><a href="{url}">' + copy.say("讀下去", "Keep reading") + "</a></div>",
            1,
            skip=3,
        )  # fmt: skip
        return (
            f'<article class="ar"><a class="ch" href="{copy.section_url}">{copy.section}</a><h1>{copy.title}</h1>{top}<div class="mt">{copy.signed("<div class=by>{}</div>")}<div class="dt">{copy.say("發布：", "Posted: ")}{copy.day}</div>{changed}</div><amp-social-share type="facebook" width="40" height="32"></amp-social-share>\n'
            f'<div class="bd">\n{chr(10).join(pieces)}\n</div><p class="tg">{copy.tags("<a href=`{url}`>#{tag}</a>", " ")}</p></article>\n<h3 class="rh">{copy.say("更多報道", "More on this")}</h3><amp-carousel height="180" layout="fixed-height">{rail}</amp-carousel>\n<amp-next-page><h3>{copy.say("下一篇", "Up next")}</h3>{next_}</amp-next-page>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows with small pictures."""
        rows = "".join(
            f'<div class="rw"><a href="{attr(c.url)}"><h2>{esc(c.title)}</h2></a><span class="dt">{self.day(c.published)}</span> <span class="ch">{esc(c.section)}</span></div>\n'
            for c in cards
        )
        more = f'<a class="mr" href="{attr(older)}">{self.word("更多", "More")}</a>' if older else ""
        return f'<div class="ls"><h1>{esc(heading)}</h1>{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A light page of words."""
        return f'<article class="st"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</article>'
