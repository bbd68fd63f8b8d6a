"""Designs that site builders and frameworks wrote: a drag-and-drop builder's wrappers, a binder's doubled boxes, an application's attributes."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Bindings", "Ricos", "Universal"]


class Ricos(Freehand):
    """2020: a drag-and-drop builder: every paragraph in spans of spans with an empty letter of no width, hooks for names, a day for the update."""

    name = "ricos"
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """The hashes of its style sheets."""
        self.seed = f"{rng.random()}"
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("撰文 / {a}", "撰文 / {a}、{b}", role="撰文", photo="撰文 / {a}　攝影 / {b}", roles=("撰文", "攝影")),
        )

    def day(self, t: datetime) -> str:
        """``Mar 8, 2020``; ``2020年3月8日``."""
        return f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def key(self, role: str) -> str:
        """What a bundler calls a role."""
        code = hashlib.sha1((self.seed + role).encode(), usedforsecurity=False).hexdigest()
        return f"{code[:5]} s__{code[5:11]}"

    def frame(self, page: Shell) -> str:
        """A mesh of components."""
        items = self.menu(
            page.paper,
            '<li data-testid="linkElement"><a class="_1lRal" href="{url}"><div class="_10Ry3"><p class="L5u5X">{name}</p></div></a></li>',
        )
        return (
            f'<!DOCTYPE html><html lang="{self.language[:2]}"><head>{heads(page.charset)}<title>{esc(page.title)}</title>{page.head}<style data-url="main">:root{{--one-unit:1vw;--site-width:980px}}#comp-a1{{left:0;grid-area:1/1/2/2}}</style></head><body class=""><div id="SITE_CONTAINER"><div id="main_MF"><div id="masterPage" class="mesh-layout"><header class="xU8fqS SITE_HEADER wixui-header"><div id="comp-a1" class="KcpHeO"><h2 class="font_2" style="font-size:38px"><span><a href="/">{esc(page.paper.name)}</a></span></h2></div><nav id="comp-a2"><ul class="_3I1X1">{items}</ul></nav></header>\n'
            f'<main id="PAGES_CONTAINER"><div id="SITE_PAGES"><div id="Containerpx01"><div id="comp-b7" class="TPASection_b7"><div data-hook="main-app-wrapper">\n{page.main}\n</div></div></div></div></main>\n<footer class="SITE_FOOTER"><div id="comp-z1"><p class="font_9"><span>{esc(page.paper.rights)}</span></p><p class="font_9"><a href="/about">{self.word("關於我們", "About us")}</a></p></div></footer></div></div></div></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Open Graph; nothing of days."""
        return f'<link rel="canonical" href="{attr(copy.url)}"/><meta property="og:title" content="{attr(copy.version.title)}"/><meta property="og:description" content="{attr(copy.lead)}"/><meta property="og:site_name" content="{attr(copy.paper.english)}"/><meta property="og:type" content="article"/>'

    def block(self, copy: Copy, block: Block) -> str:
        """A viewer for every block."""
        n = hashlib.sha1((block.text + block.url).encode(), usedforsecurity=False).hexdigest()[:5]
        words = f'<span class="{self.key("span")}"><span style="color:#111;font-family:avenir">{spans(block.spans)}</span></span>'
        if block.kind == "p":
            return f'<p id="viewer-{n}" class="{self.key("p")}">{words}</p>\n<div data-hook="rcv-block-{n}"></div>'
        if block.kind == "note":
            return f'<p id="viewer-{n}" class="{self.key("p")}"><em>{words}</em></p>\n<div data-hook="rcv-block-{n}"></div>'
        if block.kind == "h":
            return f'<h3 id="viewer-{n}" class="{self.key("h")}">{words}</h3>'
        if block.kind == "quote":
            return f'<blockquote id="viewer-{n}" class="{self.key("q")}">{words}</blockquote>'
        if block.kind in {"ul", "ol"}:
            return (
                f'<{block.kind} class="{self.key("l")}">'
                + "".join(f'<li class="{self.key("li")}" aria-level="1"><p>{esc(i)}</p></li>' for i in block.items)
                + f"</{block.kind}>"
            )
        if block.kind == "table":
            return f'<div class="tableWrapper" data-hook="table">{table(block.rows)}</div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure in three containers."""
        credit = f" / {esc(picture.credit)}" if picture.credit else ""
        return f'<div type="image" id="viewer-{picture.number % 99991}" class="{self.key("img")}"><div class="{self.key("wrap")}" role="button"><figure data-hook="imageViewer"><div class="{self.key("ratio")}"><wow-image><img src="{self.source(copy, picture)}" alt="" data-hook="gallery-item-image-img"></wow-image></div><figcaption class="{self.key("cap")}" data-hook="image-viewer-caption"><span>{esc(picture.caption)}{credit}</span></figcaption></figure></div></div>'

    def story(self, copy: Copy) -> str:
        """Categories, who and when and how long, headline, update, viewer, tags, counters, recent posts."""
        minutes = 1 + sum(len(b.text) for b in copy.version.blocks) // (900 if self.english else 350)
        who = copy.signed(
            '<li class="post-metadata__writer"><span class="avatar-image" role="img"></span><span class="tQ0Q1A user-name" data-hook="user-name" title="">{}</span></li>'
        )
        changed = copy.changed(
            f'<div class="post-update" data-hook="post-update"><p>{copy.say("已更新：", "Updated: ")}<span data-hook="time-ago">{{}}</span></p></div>'
        )
        recent = copy.others(
            '<article class="gallery-item" data-hook="recent-post-list-item"><a href="{url}"><h2 class="post-title">{title}</h2></a><div data-hook="post-stats"><span>12</span><span>0</span></div></article>',
            3,
        )
        nothing = '<p class="empty"><span class="wixGuard">\u200b</span></p>'
        pieces = self.blocks(copy)
        pieces.insert(len(pieces) // 2, nothing)
        return (
            f'<div class="blog-post-page"><div class="category-bar" data-hook="category-menu">{self.menu(copy.paper, "<a href=`{url}`>{name}</a>")}</div><article class="post-page__article" data-hook="post"><div class="post-header"><ul class="post-metadata" data-hook="post-metadata">{who}<li><span title="{copy.day}" class="post-metadata__date time-ago" data-hook="time-ago">{copy.day}</span></li><li><span class="post-metadata__readTime" data-hook="time-to-read">{minutes} {copy.say("分鐘", "min read")}</span></li></ul><button aria-label="more"><svg></svg></button></div>\n'
            f'<div class="post-title-wrap"><h1 data-hook="post-title" class="{self.key("t")}"><span class="post-title__text blog-post-title-font"><span>{copy.title}</span></span></h1></div>{changed}\n<section data-hook="post-description"><div data-rce-version="9.1" class="{self.key("rich")}"><div dir="ltr" class="{self.key("inner")}">\n{chr(10).join(pieces)}\n</div></div></section>\n'
            f'<nav aria-label="tags"><ul class="tag-list" data-hook="tags">{copy.tags("<li><a data-hook=`tag` href=`{url}`>{tag}</a></li>")}</ul></nav><div class="post-footer"><ul class="social"><li>f</li><li>t</li></ul><ul class="category-label-list" data-hook="category-label-list"><li><a href="{copy.section_url}">{copy.section}</a></li></ul><div data-hook="views">{copy.salt % 401} {copy.say("次瀏覽", "views")}</div><div data-hook="comments">{copy.salt % 5} {copy.say("則留言", "comments")}</div></div></article>\n'
            f'<div class="recent"><h2 data-hook="recent-posts-title">{copy.say("最新文章", "Recent Posts")}</h2><a href="/">{copy.say("查看全部", "See All")}</a>{recent}</div><div data-hook="comments-box"><p>{copy.say("撰寫留言……", "Write a comment...")}</p></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A gallery of posts."""
        rows = "".join(
            f'<article class="post-list-item" data-hook="post-list-item"><ul class="post-metadata"><li><span data-hook="user-name">{esc(c.author)}</span></li><li><span class="time-ago" data-hook="time-ago">{self.day(c.published)}</span></li></ul><a class="O16KGI" href="{attr(c.url)}"><div data-hook="post-title"><h2><p>{esc(c.title)}</p></h2></div></a><div data-hook="post-description">{esc(c.summary)}…</div></article>\n'
            for c in cards
        )
        more = f'<nav data-hook="pagination"><a rel="next" href="{attr(older)}">&gt;</a></nav>' if older else ""
        return f'<div class="feed-page"><h1 data-hook="feed-title">{esc(heading)}</h1>{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Text boxes."""
        return f'<div class="wixui-rich-text"><h1 class="font_0"><span>{esc(heading)}</span></h1></div>' + "".join(
            f'<div class="wixui-rich-text"><p class="font_8"><span>{esc(p)}</span></p></div>' for p in paragraphs
        )


class Bindings(Freehand):
    """2019: a visual builder's collection page: headline and facts twice, for wide and narrow screens, and boxes with dummy words that a rule hides."""

    name = "bindings"

    def draw(self, rng: Random) -> None:
        """How it writes days and names."""
        self.form = choose(rng, 0, 1)
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("文字｜{a}", "文字｜{a}、{b}", role="文字", photo="文字｜{a}　攝影｜{b}", roles=("文字", "攝影")),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("Words by {a}", "Words by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``8.3.2019`` or ``March 8, 2019``; ``2019.3.8``."""
        if self.english:
            return (
                f"{MONTHS[t.month - 1]} {t.day}, {t.year}"
                if self.form
                else f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}"
            )
        return f"{t.year}.{t.month}.{t.day}" if self.form else f"{t.year}/{t.month}/{t.day}"

    def frame(self, page: Shell) -> str:
        """A navigation bar and numbered blocks."""
        items = self.menu(page.paper, '<a href="{url}" class="nav-link w-nav-link">{name}</a>')
        return (
            f'<!DOCTYPE html><!-- Last Published: Tue --><html data-wf-domain="{page.paper.home}" data-wf-page="5f1c"><head>{heads(page.charset)}<title>{esc(page.title)} — {esc(page.paper.name)}</title>{page.head}<script>!function(o,c){{var n=c.documentElement;n.className+=" w-mod-js"}}(window,document);</script></head><body class="body-2"><div data-collapse="medium" class="navbar w-nav"><div class="container w-container"><a href="/" class="brand w-nav-brand"><div class="text-block-4">{esc(page.paper.name)}</div></a><nav role="navigation" class="w-nav-menu">{items}</nav><div class="menu-button w-nav-button"><div class="w-icon-nav-menu"></div></div></div></div>\n'
            f'{page.main}\n<div class="section-footer"><div class="w-container"><div class="text-block-9">{esc(page.paper.rights)}</div><a href="/about" class="link-3">{self.word("關於", "About")}</a></div></div></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A title and a description."""
        return f'<meta content="{attr(copy.lead)}" name="description"/><meta content="{attr(copy.version.title)}" property="og:title"/><meta content="{attr(copy.version.title)}" property="twitter:title"/>'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure of the rich text."""
        credit = (
            f"（{esc(picture.credit)}）"
            if picture.credit and not self.english
            else f" ({esc(picture.credit)})"
            if picture.credit
            else ""
        )
        return f'<figure class="w-richtext-figure-type-image w-richtext-align-center" style="max-width:1200px"><div><img src="{self.source(copy, picture)}" loading="lazy"/></div><figcaption>{esc(picture.caption)}{credit}</figcaption></figure>'

    def block(self, copy: Copy, block: Block) -> str:
        """Quotes without paragraphs, video in a figure, an empty letter before headings."""
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        if block.kind == "embed":
            return f'<figure class="w-richtext-figure-type-video w-richtext-align-fullwidth" data-rt-type="video"><div><iframe allowfullscreen="true" frameborder="0" scrolling="no" src="{attr(block.url)}"></iframe></div></figure>'
        if block.kind == "h":
            return f"<h3>\u200d{spans(block.spans)}</h3>"
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """A hero for wide screens, a hero for narrow ones, text, hidden dummies, a list of others."""
        by = copy.signed('<div class="text-block-12">{}</div>')
        hero = f'<div class="div-block-7"><a href="{copy.section_url}" class="category-tag">{copy.section}</a><h1 class="heading-15">{copy.title}</h1><div class="div-block-8">{by}<div class="text-block-13">{copy.day}</div></div></div>'
        narrow = f'<div class="div-block-7-mobile"><h1 class="heading-15-small">{copy.title}</h1><div class="div-block-8 small">{copy.signed("<div class=text-block-12-small>{}</div>")}<div class="text-block-13-small">{copy.day}</div></div></div>'
        dummy = '<div class="w-condition-invisible"><div class="text-block-21">This is some text inside of a div block.</div><h4 class="heading-8">Heading</h4><p class="paragraph-3">Lorem ipsum dolor sit amet, consectetur adipiscing elit. Suspendisse varius enim in eros elementum tristique.</p></div>'
        others = copy.others(
            '<div role="listitem" class="collection-item w-dyn-item"><a href="{url}" class="link-block-2 w-inline-block"><div class="text-block-17">{title}</div><div class="text-block-18">{section}</div></a></div>',
            3,
        )
        return (
            f'<div class="section-hero w-hidden-small w-hidden-tiny">{hero}</div>\n<div class="section-hero w-hidden-main w-hidden-medium">{narrow}</div>\n{dummy}\n<div class="section-4"><div class="w-container"><div class="rich-text-block w-richtext">\n{chr(10).join(self.blocks(copy))}\n<p>\u200d</p></div>\n'
            f'<div class="w-dyn-list"><div role="list" class="tag-row w-dyn-items">{copy.tags("<div role=`listitem` class=`w-dyn-item`><a href=`{url}` class=`chip`>{tag}</a></div>")}</div></div><div class="w-dyn-empty w-condition-invisible"><div>No items found.</div></div>\n<div class="form-block w-form"><form><label class="field-label">{copy.say("訂閱《{letter}》", "Get {letter}")}</label><input type="email" class="w-input"/><input type="submit" value="{copy.say("送出", "Submit")}" class="w-button"/></form><div class="w-form-done"><div>{copy.say("謝謝！已收到你的登記。", "Thank you! Your submission has been received!")}</div></div><div class="w-form-fail"><div>{copy.say("抱歉，送出時出了點問題。", "Oops! Something went wrong while submitting the form.")}</div></div></div></div></div>\n'
            f'<div class="section-9"><h2 class="heading-16">{copy.say("更多", "More stories")}</h2><div class="w-dyn-list"><div role="list" class="w-dyn-items">{others}</div></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A collection list."""
        rows = "".join(
            f'<div role="listitem" class="w-dyn-item"><a href="{attr(c.url)}" class="link-block w-inline-block"><h3 class="heading-5">{esc(c.title)}</h3><div class="text-block-6">{self.day(c.published)}</div><p class="paragraph-2">{esc(c.summary)}…</p></a></div>\n'
            for c in cards
        )
        more = (
            f'<div role="navigation" class="w-pagination-wrapper"><a href="{attr(older)}" class="w-pagination-next"><div>{self.word("下一頁", "Next")}</div></a></div>'
            if older
            else ""
        )
        return f'<div class="section-2"><h1 class="heading-3">{esc(heading)}</h1><div class="w-dyn-list"><div role="list" class="w-dyn-items">{rows}</div>{more}</div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A section of text."""
        return f'<div class="section-6"><h1 class="heading-11">{esc(heading)}</h1><div class="rich-text-block-2 w-richtext">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Universal(Freehand):
    """2018: an application rendered by its server: no classes but attributes, elements of its own, topics before the text, the section told to machines alone."""

    name = "universal"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The number of its components."""
        self.n = 11 + int(rng.random() * 80)
        self.hand = choose(rng, Hand("{a} 記者", "{a}、{b} 記者", role="記者"), Hand("{a}", "{a}、{b}"))
        self.hand_en = Hand("{a}", "{a}, {b}")

    def c(self, at: int = 0) -> str:
        """An attribute of a component."""
        return f'_ngcontent-sc{self.n + at}=""'

    def day(self, t: datetime) -> str:
        """``2018.03.08 09:05``."""
        return f"{t:%d.%m.%Y %H:%M}" if self.english else f"{t:%Y.%m.%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A root element and the state that the application wakes up with."""
        items = self.menu(
            page.paper, f'<li {self.c()}><a {self.c()} routerlinkactive="on" href="{{url}}">{{name}}</a></li>'
        )
        state = json.dumps({"site": page.paper.english, "lang": self.language}).replace('"', "&q;")
        return (
            f'<!DOCTYPE html><html lang="{self.language[:2]}"><head>{heads(page.charset)}<title>{esc(page.paper.name)} :: {esc(page.title)}</title><base href="/">{page.head}<style ng-transition="app">nav[_ngcontent-sc{self.n}]{{display:flex}}</style></head><body><app-root _nghost-sc{self.n - 1}="" ng-version="7.2.1"><app-header {self.c(-1)} _nghost-sc{self.n}=""><header {self.c()}><a {self.c()} href="/"><span {self.c()}>{esc(page.paper.name)}</span></a><nav {self.c()}><ul {self.c()}>{items}</ul></nav></header></app-header><router-outlet></router-outlet>\n'
            f'{page.main}\n<app-footer {self.c(-1)}><footer {self.c(9)}><p {self.c(9)}>{esc(page.paper.rights)}</p><a {self.c(9)} href="/about">{self.word("關於", "About")}</a></footer></app-footer></app-root><script id="app-state" type="application/json">{state}</script></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Where the page hangs: a list of crumbs, and nothing else."""
        section = attr(copy.section_url)
        data = {
            "@context": "https://schema.org", "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "item": {"@id": f"https://{copy.paper.home}/", "name": copy.paper.name}},
                {"@type": "ListItem", "position": 2, "item": {"@id": f"https://{copy.paper.home}{section}", "name": copy.article.section}},
            ],
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<script type="application/ld+json">{words}</script><meta property="article:section" content="{attr(copy.article.section)}">'

    def block(self, copy: Copy, block: Block) -> str:
        """Every block wrapped by a switch."""
        inner = super().block(copy, block)
        return f"<app-block {self.c(3)}><!---->{inner}<!----></app-block>"

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An element with a picture and two lines."""
        credit = f"<small {self.c(5)}>{esc(picture.credit)}</small>" if picture.credit else ""
        return f'<app-media {self.c(4)} _nghost-sc{self.n + 5}=""><picture {self.c(5)}><source srcset="data:,"><img {self.c(5)} src="{self.source(copy, picture)}"></picture><span {self.c(5)}>{esc(picture.caption)}</span>{credit}</app-media>'

    def story(self, copy: Copy) -> str:
        """Topics, headline, days with their labels, writer, text, what the reader felt, others."""
        changed = copy.changed(
            f"<li {self.c(2)}><b {self.c(2)}>{copy.say('修訂', 'Revised')}</b> <time {self.c(2)}>{{}}</time></li>"
        )
        who = copy.signed(
            f"<app-reporter {self.c(2)}><a {self.c(6)} href='/reporter/{copy.article.index % 31}'>{{}}</a><button {self.c(6)}>{copy.say('訂閱此記者', 'Follow')}</button></app-reporter>"
        )
        topics = copy.tags(f"<a {self.c(2)} href=`{{url}}`>#{{tag}}</a>", " ")
        felt = "".join(
            f"<button {self.c(7)}>{w} <i {self.c(7)}>{(copy.salt + n * 37) % 90}</i></button>"
            for n, w in enumerate(copy.say("有用,感動,憤怒,難過,期待", "Useful,Moved,Angry,Sad,More please").split(","))
        )
        more = copy.others(
            f"<app-teaser {self.c(8)}><a {self.c(8)} href=`{{url}}`><h4 {self.c(8)}>{{title}}</h4><p {self.c(8)}>{{lead}}</p><time {self.c(8)}>{{day}}</time></a></app-teaser>",
            5,
        )
        return (
            f'<app-article-page {self.c(-1)} _nghost-sc{self.n + 1}=""><app-article {self.c(1)} _nghost-sc{self.n + 2}=""><article {self.c(2)}><p {self.c(2)}>{topics}</p><h3 {self.c(2)}>{copy.title}</h3><ul {self.c(2)}><li {self.c(2)}><b {self.c(2)}>{copy.say("輸入", "Entered")}</b> <time {self.c(2)}>{copy.day}</time></li>{changed}</ul>{who}\n'
            f'<app-body {self.c(2)} _nghost-sc{self.n + 3}="">\n{chr(10).join(self.blocks(copy))}\n</app-body></article><app-feelings {self.c(1)}>{felt}</app-feelings></app-article><aside {self.c(1)}><h5 {self.c(1)}>{copy.say("此刻多人閱讀", "Trending now")}</h5>{more}</aside></app-article-page>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers."""
        rows = "".join(
            f"<app-teaser {self.c(8)}><a {self.c(8)} href='{attr(c.url)}'><h4 {self.c(8)}>{esc(c.title)}</h4><p {self.c(8)}>{esc(c.summary)}</p><time {self.c(8)}>{self.day(c.published)}</time></a></app-teaser>\n"
            for c in cards
        )
        more = f"<a {self.c()} href='{attr(older)}'>{self.word('更多', 'More')}</a>" if older else ""
        return f"<app-list {self.c(-1)}><h2 {self.c()}>{esc(heading)}</h2>{rows}{more}</app-list>"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of words."""
        return f"<app-static {self.c(-1)}><h2 {self.c()}>{esc(heading)}</h2>{''.join(f'<p {self.c()}>{esc(p)}</p>' for p in paragraphs)}</app-static>"
