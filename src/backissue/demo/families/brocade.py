"""Designs of papers that others' tools assembled: a town's site of 2021 put together in a page builder, an investigative outlet's still pages of 2022."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha1
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_BUILT = ".elementor-container{display:flex;max-width:1140px;margin:auto;flex-wrap:wrap}.elementor-col-66{width:64%}.elementor-col-33{width:33%;padding-left:3%}.elementor-col-100{width:100%}body{font-family:Roboto,sans-serif;color:#333}.elementor-icon-list-items,.elementor-nav-menu,.elementor-share-buttons--row{display:flex;gap:1em;list-style:none;padding:0;flex-wrap:wrap}.elementor-widget img{max-width:100%}.elementor-location-header .elementor-section,.elementor-location-footer{background:#0b3954;color:#fff;padding:1em}.elementor-location-header a,.elementor-location-footer a{color:#fff}.elementor-posts-container{display:grid;grid-template-columns:repeat(2,1fr);gap:1.5em}.elementor-col-33 .elementor-posts-container{grid-template-columns:1fr}.elementor-author-box{background:#f4f4f4;padding:1em;display:flex;gap:1em}"


def _mark(word: str) -> str:
    """Seven hexadecimal digits that a tool would give to the thing of that name."""
    return sha1(word.encode(), usedforsecurity=False).hexdigest()[:7]


class Orfe(Freehand):
    """2021: a town's news site put together in a page builder: every fact is a widget in a column in a section, the hour apart from the day, the last change below the text."""

    name = "orfe"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The kit's number, how the line of facts signs, where the section stands."""
        self.kit = 5 + int(rng.random() * 90)
        self.aside = rng.random() < 0.7
        self.terms = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("記者 {a}", "記者 {a}、{b}", placed="記者 {a}（{p}）", agency="來源：{o}", role="記者"),
            Hand("作者：{a}", "作者：{a}、{b}", desk="作者：{o}", agency="作者：{o}"),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} & {b}", placed="By {a}, {p}", desk="By {o}", agency="Source: {o}"),
            Hand("{a}", "{a} and {b}", desk="{o}", agency="{o}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2021``; ``2021 年 3 月 8 日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year} 年 {t.month} 月 {t.day} 日"

    def hour(self, t: datetime) -> str:
        """``9:05 pm``; ``下午 9:05``."""
        return (
            clock(t, "am", "pm") if self.english else f"{'上午' if t.hour < 12 else '下午'} {t.hour % 12 or 12}:{t:%M}"
        )

    def stamp(self, t: datetime) -> str:
        """Day and hour: ``March 9, 2021 5:12 pm``."""
        return f"{self.day(t)} {self.hour(t)}"

    def widget(self, kind: str, inner: str, role: str = "") -> str:
        """What the builder wraps around anything."""
        mark = _mark(f"{self.kit}/{kind}/{role}")
        return f'<div class="elementor-element elementor-element-{mark} elementor-widget elementor-widget-{kind}" data-id="{mark}" data-element_type="widget" data-widget_type="{kind}.default">\n<div class="elementor-widget-container">\n{inner}\n</div>\n</div>\n'

    def section(self, role: str, *columns: tuple[int, str]) -> str:
        """A section of columns, each of so many hundredths."""
        inside = "".join(
            f'<div class="elementor-column elementor-col-{width} elementor-top-column elementor-element elementor-element-{_mark(f"{self.kit}{role}{at}")}" data-id="{_mark(f"{self.kit}{role}{at}")}" data-element_type="column">\n<div class="elementor-widget-wrap elementor-element-populated">\n{inner}</div>\n</div>\n'
            for at, (width, inner) in enumerate(columns)
        )
        mark = _mark(f"{self.kit}{role}")
        return f'<section class="elementor-section elementor-top-section elementor-element elementor-element-{mark} elementor-section-boxed elementor-section-height-default" data-id="{mark}" data-element_type="section">\n<div class="elementor-container elementor-column-gap-default">\n{inside}</div>\n</section>\n'

    def heading(self, words: str, tag: str = "h4") -> str:
        """The builder's heading."""
        return self.widget(
            "heading", f'<{tag} class="elementor-heading-title elementor-size-default">{words}</{tag}>', words
        )

    def frame(self, page: Shell) -> str:
        """The builder's header and footer around what another template of it holds."""
        items = self.menu(page.paper, '<li class="menu-item menu-item-type-taxonomy menu-item-object-category{on}"><a href="{url}" class="elementor-item">{name}</a></li>', "\n", now=page.section, current=" current-post-ancestor")  # fmt: skip
        name = esc(page.paper.name)
        head = self.section(
            "top",
            (33, self.widget("theme-site-title", f'<h2 class="elementor-heading-title elementor-size-default"><a href="/">{name}</a></h2>')),
            (66, self.widget("nav-menu", f'<nav class="elementor-nav-menu--main elementor-nav-menu__container elementor-nav-menu--layout-horizontal"><ul id="menu-1-{_mark("menu")}" class="elementor-nav-menu">{items}</ul></nav><div class="elementor-menu-toggle" role="button" tabindex="0" aria-label="Menu Toggle"><i class="eicon-menu-bar" aria-hidden="true"></i></div>')),
        )  # fmt: skip
        about = f'<p>{self.word("本地人寫本地事。有消息想告訴我們？", "Local news by local people. Got a tip for us?")} <a href="/contact">{self.word("聯絡編輯", "Contact the newsroom")}</a></p>'
        icons = "".join(f'<span class="elementor-grid-item"><a class="elementor-icon elementor-social-icon elementor-social-icon-{n}" href="/go/{n}"><span class="elementor-screen-only">{n.split("-")[0].title()}</span><i class="fab fa-{n}"></i></a></span>' for n in ("facebook-f", "twitter", "instagram"))  # fmt: skip
        foot = self.section("foot", (33, self.heading(name) + self.widget("text-editor", about)), (66, self.widget("social-icons", f'<div class="elementor-social-icons-wrapper elementor-grid">{icons}</div>') + self.widget("text-editor", f"<p>{esc(page.paper.rights)} · {self.word('版權所有', 'All Rights Reserved')}</p>", "rights")))  # fmt: skip
        kind = (
            "post-template-default single single-post single-format-standard" if page.is_story else "archive category"
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n\t{heads(page.charset)}\n\t<meta name="viewport" content="width=device-width, initial-scale=1">\n\t<link rel="profile" href="https://gmpg.org/xfn/11">\n\t<title>{esc(page.title)} - {name}</title>\n{page.head}<link rel="stylesheet" id="hello-elementor-css" href="/wp-content/themes/hello-elementor/style.min.css?ver=2.4.1" media="all">\n<style id="elementor-frontend-inline-css">{_BUILT}</style>\n</head>\n'
            f'<body class="{kind} wp-custom-logo elementor-default elementor-kit-{self.kit} elementor-page-{self.kit + 31}">\n<a class="skip-link screen-reader-text" href="#content">{self.word("跳至主要內容", "Skip to content")}</a>\n<div data-elementor-type="header" data-elementor-id="{self.kit + 7}" class="elementor elementor-{self.kit + 7} elementor-location-header">\n{head}</div>\n{page.main}\n'
            f'<div data-elementor-type="footer" data-elementor-id="{self.kit + 12}" class="elementor elementor-{self.kit + 12} elementor-location-footer">\n{foot}</div>\n<div data-elementor-type="popup" data-elementor-id="{self.kit + 40}" class="elementor elementor-location-popup" style="display:none"><p>{self.word("喜歡我們的報道？登記每日電郵。", "Like what you read? Get our daily email.")}</p></div>\n<script src="/wp-content/plugins/elementor/assets/js/frontend.min.js?ver=3.4.8" id="elementor-frontend-js"></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a plugin for search engines writes, hours in the world's time."""
        published = copy.article.published.replace(second=0, microsecond=0).astimezone(UTC).isoformat()
        page = f"https://{copy.paper.home}/"
        people = " and ".join(p.name for p in copy.said.people or ()) or copy.paper.name
        graph = {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "@id": f"{page}#website", "url": page, "name": copy.paper.name, "inLanguage": self.language},
                {"@type": "WebPage", "@id": f"{copy.url}#webpage", "url": copy.url, "name": f"{copy.version.title} - {copy.paper.name}", "isPartOf": {"@id": f"{page}#website"}, "datePublished": published, "inLanguage": self.language},
                {"@type": "BreadcrumbList", "@id": f"{copy.url}#breadcrumb", "itemListElement": [{"@type": "ListItem", "position": 1, "name": self.word("首頁", "Home"), "item": page}, {"@type": "ListItem", "position": 2, "name": copy.version.title}]},
            ],
        }  # fmt: skip
        words = json.dumps(graph, ensure_ascii=False).replace("</", "<\\/")
        written = f'\t<meta name="twitter:label1" content="{self.word("作者", "Written by")}">\n\t<meta name="twitter:data1" content="{attr(people)}">\n'
        return f'\t<meta name="description" content="{attr(copy.lead)}">\n\t<link rel="canonical" href="{attr(copy.url)}">\n\t<meta property="og:type" content="article">\n\t<meta property="og:title" content="{attr(copy.version.title)} - {attr(copy.paper.name)}">\n\t<meta property="og:site_name" content="{attr(copy.paper.name)}">\n\t<meta property="article:published_time" content="{published}">\n\t<meta name="twitter:card" content="summary_large_image">\n{written}\t<script type="application/ld+json" class="yoast-schema-graph">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What an editor of blocks leaves within the builder's content."""
        if block.kind == "h":
            return f'<h2 id="h-{_mark(block.text)}">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<p class="has-small-font-size"><em>{spans(block.spans)}</em></p>'
        if block.kind == "quote":
            return f'<blockquote class="wp-block-quote"><p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "table":
            return f'<figure class="wp-block-table">{table(block.rows)}</figure>'
        if block.kind == "embed":
            return f'<figure class="wp-block-embed is-type-video wp-embed-aspect-16-9 wp-has-aspect-ratio"><div class="wp-block-embed__wrapper">\n<iframe src="{attr(block.url)}" width="640" height="360" allowfullscreen></iframe>\n</div></figure>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A block of an image."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        return f'<figure class="wp-block-image size-large"><img loading="lazy" width="1024" height="683" src="{self.source(copy, picture)}" alt="" class="wp-image-{picture.number}"><figcaption>{esc(picture.caption)}{credit}</figcaption></figure>'

    def posts(self, cards: tuple[Card, ...], role: str, more: str = "") -> str:
        """The builder's list of posts."""
        items = "\n".join(
            f'<article class="elementor-post elementor-grid-item post-{c.id} post type-post status-publish format-standard hentry"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{self.day(c.published)}</span></div><div class="elementor-post__excerpt"><p>{esc(c.summary)}</p></div><a class="elementor-post__read-more" href="{attr(c.url)}">{self.word("閱讀全文 »", "Read More »")}</a></div></article>'
            for c in cards
        )
        return self.widget("posts", f'<div class="elementor-posts-container elementor-posts elementor-posts--skin-classic elementor-grid">\n{items}\n</div>{more}', role)  # fmt: skip

    def facts(self, copy: Copy) -> str:
        """The list of icons: who, when, at what hour."""
        item = '<li class="elementor-icon-list-item elementor-repeater-item-{0} elementor-inline-item"><span class="elementor-icon-list-icon"><i aria-hidden="true" class="far fa-{1}"></i></span><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-{2}">{3}</span></li>'
        by = copy.linked('<a href="/author/staff/">{}</a>')
        rows = [item.format(_mark("who"), "user-circle", "author", by)] if by else []
        rows.append(item.format(_mark("day"), "calendar-alt", "date", copy.day))
        rows.append(item.format(_mark("hour"), "clock", "time", self.hour(copy.article.published)))
        return self.widget("post-info", f'<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info">{"".join(rows)}</ul>')  # fmt: skip

    def story(self, copy: Copy) -> str:
        """A section for the headline, one for text and side column, one for what else there is."""
        blocks = copy.version.blocks
        pieces = self.blocks(copy)
        if len(pieces) > 4:
            pieces.insert(3, f'<div class="advads-content" id="advads-{copy.salt % 9999}"><p style="font-size:11px;text-align:center">{copy.say("廣告", "Advertisement")}</p><a href="/go/ad" rel="nofollow"><img src="/wp-content/uploads/banner.jpg" alt=""></a></div>')  # fmt: skip
        info = '<span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-terms">{0}<span class="elementor-post-info__terms-list">{1}</span></span>'
        topic = f'<a href="{copy.section_url}" class="elementor-post-info__terms-list-item">{copy.section}</a>'
        above = self.widget("post-info", info.format("", topic), "terms")
        title = self.widget("theme-post-title", f'<h1 class="elementor-heading-title elementor-size-default">{copy.title}</h1>')  # fmt: skip
        share = "".join(f'<div class="elementor-grid-item"><div class="elementor-share-btn elementor-share-btn_{n}" tabindex="0" aria-label="Share on {n}"><span class="elementor-share-btn__icon"><i class="fab fa-{n}"></i></span><span class="elementor-share-btn__title">{n.title()}</span></div></div>' for n in ("facebook", "twitter", "whatsapp", "email"))  # fmt: skip
        share = self.widget("share-buttons", f'<div class="elementor-grid elementor-share-buttons--row">{share}</div>')
        text = self.widget("theme-post-content", "\n\n".join(pieces))
        changed = copy.changed(f"<p><small>{copy.say('最後更新：', 'Last updated: ')}{{}}</small></p>")
        changed = self.widget("text-editor", changed, "changed") if changed else ""
        tags = copy.tags('<a href="{url}" class="elementor-post-info__terms-list-item">{tag}</a>', ", ")
        tags = self.widget("post-info", info.format(f'<span class="elementor-post-info__item-prefix">{copy.say("標籤：", "Tags: ")}</span>', tags), "tags") if tags else ""  # fmt: skip
        box = "".join(f'<div class="elementor-author-box"><div class="elementor-author-box__avatar"><img src="/avatar.png" alt=""></div><div class="elementor-author-box__text"><h4 class="elementor-author-box__name">{esc(p.name)}</h4><div class="elementor-author-box__bio">{copy.say("為《{name}》採訪本區新聞。", "Covers the neighborhoods for {name}.")}</div></div></div>' for p in (copy.said.people or ())[:1] if p.kind == "person")  # fmt: skip
        box = self.widget("author-box", box) if box else ""
        near = [f'<div class="elementor-post-navigation__{way} elementor-post-navigation__link"><a href="{attr(c.url)}" rel="{way}"><span class="elementor-post-navigation__link__{way}"><span class="post-navigation__{way}--label">{label}</span><span class="post-navigation__{way}--title">{esc(c.title)}</span></span></a></div>' for way, label, c in zip(("prev", "next"), (copy.say("上一篇", "Previous"), copy.say("下一篇", "Next")), copy.related, strict=False)]  # fmt: skip
        nav = self.widget("post-navigation", f'<div class="elementor-post-navigation">{"".join(near)}</div>')
        remarks = copy.remarks('<li class="comment even thread-even depth-1"><article class="comment-body"><footer class="comment-meta"><b class="fn">{who}</b> <time>{when}</time></footer><div class="comment-content"><p>{what}</p></div></article></li>\n')  # fmt: skip
        remarks = self.widget("post-comments", f'<section id="comments" class="comments-area"><ol class="comment-list">{remarks}</ol><div id="respond" class="comment-respond"><h2 class="comment-reply-title">{copy.say("發佈留言", "Leave a Reply")}</h2><form><textarea name="comment"></textarea><input type="submit" value="{copy.say("發佈留言", "Post Comment")}"></form></div></section>')  # fmt: skip
        letter = self.widget("form", f'<form class="elementor-form" method="post" name="Newsletter"><div class="elementor-field-group"><input type="email" class="elementor-field" placeholder="{copy.say("電郵", "Email")}"><button type="submit" class="elementor-button"><span class="elementor-button-text">{copy.say("訂閱《{letter}》", "Get {letter}")}</span></button></div></form>')  # fmt: skip
        lately = self.heading(copy.say("最新消息", "Latest News")) + self.posts(copy.related[2:5], "lately") + letter
        body = text + changed + tags + share + box + nav
        below = self.heading(copy.say("你可能也想看", "You might also like"), "h3") + self.posts(copy.related[:2], "more") + remarks  # fmt: skip
        whole = self.section("text", (66, body), (33, lately)) if self.aside else self.section("text", (100, body))
        head = above + title + self.facts(copy) if self.terms else title + self.facts(copy) + above
        n = self.kit + 31
        return f'<div data-elementor-type="single-post" data-elementor-id="{n}" class="elementor elementor-{n} elementor-location-single post-{copy.article.id} post type-post status-publish format-standard {"has-post-thumbnail " if blocks[0].picture else ""}hentry category-{copy.part}" id="content">\n{self.section("head", (100, head))}{whole}{self.section("below", (100, below))}</div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The builder's archive."""
        more = f'<nav class="elementor-pagination" aria-label="Pagination"><span class="page-numbers current">1</span> <a class="page-numbers next" href="{attr(older)}">{self.word("下一頁", "Next")} &raquo;</a></nav>' if older else ""  # fmt: skip
        title = self.widget("theme-archive-title", f'<h1 class="elementor-heading-title elementor-size-default">{esc(heading)}</h1>')  # fmt: skip
        return f'<div data-elementor-type="archive" data-elementor-id="{self.kit + 50}" class="elementor elementor-{self.kit + 50} elementor-location-archive">\n{self.section("archive", (100, title + self.posts(cards, "archive", more)))}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of a heading and a text."""
        text = self.widget("text-editor", "".join(f"<p>{esc(p)}</p>" for p in paragraphs), "own")
        return f'<div data-elementor-type="wp-page" data-elementor-id="{self.kit + 60}" class="elementor elementor-{self.kit + 60}">\n{self.section("page", (100, self.heading(esc(heading), "h1") + text))}</div>'


class Barbel(Freehand):
    """2022: an investigative outlet's pages, generated once and still: names are hashes, every element a component, the first picture above the text, no change told."""

    name = "barbel"

    def draw(self, rng: Random) -> None:
        """The build's hash, how pieces are signed, where the call for help stands."""
        self.build = f"{int(rng.random() * 1e6)}"
        self.call = 2 + int(rng.random() * 3)
        self.minutes = rng.random() < 0.6
        self.hand = choose(
            rng,
            Hand("文字／{a}", "文字／{a}、{b}", photo="文字／{a} 攝影／{b}", role="文字", roles=("文字", "攝影")),
            Hand("{a}", "{a} {b}", desk="{o}", agency="{o}"),
        )
        self.hand_en = choose(
            rng, Hand("by {a}", "by {a} and {b}", desk="by {o}", agency="by {o}"), Hand("{a}", "{a}, {b}")
        )

    def day(self, t: datetime) -> str:
        """``8 March 2022``; ``2022.3.8``."""
        return f"{t.day} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t.year}.{t.month}.{t.day}"

    def c(self, role: str) -> str:
        """A component's two names, of which neither says anything."""
        digest = sha1(f"{self.build}/{role}".encode(), usedforsecurity=False).digest()
        letters = "".join("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[b % 52] for b in digest[:11])
        return f'class="sc-{letters[:5]}{digest[11] % 10} {letters[5:]}"'

    def style(self) -> str:
        """The style that the components brought along."""

        def rule(role: str, words: str) -> str:
            return f".{self.c(role)[:-1].rsplit(' ', 1)[1]}{{{words}}}"

        return (
            "*{box-sizing:border-box}body{margin:0;font-family:Georgia,serif;color:#111;background:#fffdf8;line-height:1.6}a{color:inherit}"
            + rule("bar", "display:flex;justify-content:space-between;padding:18px 32px;border-bottom:3px solid #111")
            + rule("nav", "display:flex;gap:20px;font-family:Inter,sans-serif;font-size:14px")
            + rule("head", "max-width:880px;margin:48px auto 24px;text-align:center")
            + rule("column", "max-width:680px;margin:0 auto;padding:0 16px")
            + rule(
                "grid", "display:grid;grid-template-columns:repeat(3,1fr);gap:28px;max-width:1100px;margin:24px auto"
            )
            + rule("plea", "background:#ffe94d;padding:20px;margin:28px 0;font-family:Inter,sans-serif")
            + rule("shares", "display:flex;gap:12px;justify-content:center;list-style:none;padding:0")
            + rule("tile", "text-decoration:none")
            + rule("more", "max-width:1100px;margin:48px auto")
            + rule("pager", "text-align:center")
            + rule("foot", "background:#111;color:#fff;padding:40px 32px;margin-top:60px")
            + rule("kicker", "text-transform:uppercase;letter-spacing:.1em;font-size:13px;color:#c20")
        )

    def frame(self, page: Shell) -> str:
        """The generator's wrappers, a bar, what it holds, a dark foot."""
        items = self.menu(page.paper, "<a " + self.c("link").replace('"', "`") + ' href="{url}">{name}</a>')
        name = esc(page.paper.name)
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head>{heads(page.charset)}<meta http-equiv="x-ua-compatible" content="ie=edge"/><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"/><meta name="generator" content="Gatsby 4.9.3"/><style data-styled="" data-styled-version="5.3.3">{self.style()}</style><title data-react-helmet="true">{esc(page.title)} | {name}</title>{page.head}<link as="script" rel="preload" href="/webpack-runtime-{_mark(self.build)}.js"/></head>'
            f'<body><div id="___gatsby"><div style="outline:none" tabindex="-1" id="gatsby-focus-wrapper"><div {self.c("root")}><header {self.c("bar")}><a aria-label="{name}" href="/"><strong>{name}</strong></a><nav {self.c("nav")}>{items}<a {self.c("link")} href="/about">{self.word("關於我們", "About")}</a><a {self.c("give")} href="/donate">{self.word("捐助", "Donate")}</a></nav></header>{page.main}'
            f'<footer {self.c("foot")}><div {self.c("footgrid")}><div><h3>{self.word("訂閱電子報", "Our newsletter")}</h3><p>{self.word("新調查刊出時，第一時間通知你。", "Hear from us when a new investigation is out.")}</p><form><input type="email" {self.c("input")} placeholder="you@example.com"/><button {self.c("button")} type="submit">{self.word("訂閱", "Sign up")}</button></form></div><ul><li><a href="/ethics">{self.word("編採守則", "Editorial standards")}</a></li><li><a href="/funders">{self.word("誰資助我們", "Who funds us")}</a></li><li><a href="/tips">{self.word("安全爆料", "Send us a tip securely")}</a></li></ul></div><p><small>{esc(page.paper.rights)}</small></p></footer></div></div><div id="gatsby-announcer" style="position:absolute;top:0;width:1px;height:1px;padding:0;overflow:hidden;clip:rect(0, 0, 0, 0);white-space:nowrap;border:0" aria-live="assertive" aria-atomic="true"></div></div>'
            f'<script id="gatsby-chunk-mapping">window.___chunkMapping={{"app":["/app-{_mark(self.build + "app")}.js"]}};</script></body></html>'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data with a day, and what a shared link shows."""
        data: dict[str, object] = {
            "@context": "https://schema.org", "@type": "Article", "mainEntityOfPage": copy.url, "headline": copy.version.title,
            "datePublished": f"{copy.article.published:%Y-%m-%d}", "articleSection": copy.article.section,
            "publisher": {"@type": "NewsMediaOrganization", "name": copy.paper.name},
        }  # fmt: skip
        if copy.said.author:
            data["author"] = [
                {"@type": "Person" if p.kind == "person" else "Organization", "name": p.name}
                for p in copy.said.people or ()
            ]
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<link data-react-helmet="true" rel="canonical" href="{attr(copy.url)}"/><meta data-react-helmet="true" name="description" content="{attr(copy.lead)}"/><meta data-react-helmet="true" property="og:title" content="{attr(copy.version.title)}"/><meta data-react-helmet="true" property="og:type" content="article"/><script data-react-helmet="true" type="application/ld+json">{words}</script>'

    def block(self, copy: Copy, block: Block) -> str:
        """A component for each kind of a document's node."""
        if block.kind == "p":
            return f"<p {self.c('text')}>{spans(block.spans)}</p>"
        if block.kind == "h":
            return f"<h2 {self.c('subhead')}>{spans(block.spans)}</h2>"
        if block.kind == "note":
            return f"<p {self.c('note')}><i>{spans(block.spans)}</i></p>"
        if block.kind == "quote":
            return f"<blockquote {self.c('quote')}><p {self.c('text')}>{spans(block.spans)}</p></blockquote>"
        if block.kind in {"ul", "ol"}:
            items = "".join(f"<li {self.c('item')}><p {self.c('text')}>{esc(i)}</p></li>" for i in block.items)
            return f"<{block.kind} {self.c('list')}>{items}</{block.kind}>"
        if block.kind == "table":
            return f"<div {self.c('scroll')}>{table(block.rows, ' ' + self.c('table'))}</div>"
        if block.kind == "embed":
            return f'<div {self.c("ratio")} style="position:relative;padding-top:56.25%"><iframe src="{attr(block.url)}" loading="lazy" title="embed" style="position:absolute;inset:0;width:100%;height:100%;border:0" allowfullscreen=""></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture, role: str = "figure") -> str:
        """The generator's picture: a blurred one before, the true one without scripts too."""
        source = self.source(copy, picture)
        credit = f"<span {self.c('credit')}>{esc(picture.credit)}</span>" if picture.credit else ""
        return f'<figure {self.c(role)}><div data-gatsby-image-wrapper="" class="gatsby-image-wrapper gatsby-image-wrapper-constrained"><div style="max-width:1600px;display:block"><img alt="" role="presentation" aria-hidden="true" src="data:image/svg+xml;charset=utf-8,%3Csvg height=&#x27;1067&#x27; width=&#x27;1600&#x27; xmlns=&#x27;http://www.w3.org/2000/svg&#x27; version=&#x27;1.1&#x27;%3E%3C/svg%3E" style="max-width:100%;display:block;position:static"/></div><noscript><picture><source type="image/webp" srcset="{source} 1600w" sizes="(min-width: 1600px) 1600px, 100vw"/><img data-gatsby-image-ssr="" data-main-image="" style="opacity:0" sizes="(min-width: 1600px) 1600px, 100vw" decoding="async" loading="lazy" src="{source}" alt=""/></picture></noscript></div><figcaption {self.c("caption")}>{esc(picture.caption)} {credit}</figcaption></figure>'

    def tile(self, card: Card) -> str:
        """Another story, as the grids have it."""
        return f'<a {self.c("tile")} href="{attr(card.url)}"><div {self.c("tilebox")}><span {self.c("kicker")}>{esc(card.section)}</span><h3 {self.c("tiletitle")}>{esc(card.title)}</h3><p {self.c("text")}>{esc(card.summary)}</p><span {self.c("small")}>{self.day(card.published)}</span></div></a>'

    def story(self, copy: Copy) -> str:
        """Kicker, headline, who and when, the opening picture, the column with a plea in it, writers, licence, more."""
        blocks = copy.version.blocks
        hero = ""
        if blocks[0].picture:
            hero, blocks = self.picture(copy, blocks[0].picture, "hero"), blocks[1:]
        pieces = self.blocks(copy, blocks)
        plea = f'<aside {self.c("plea")}><p {self.c("pleatext")}><strong>{copy.say("調查報導需要時間。", "Investigations take time.")}</strong> {copy.say("《{name}》不收廣告，全靠讀者。", "{name} takes no advertising and depends on readers like you.")}</p><a {self.c("give")} href="/donate">{copy.say("支持我們", "Support our work")}</a></aside>'
        if len(pieces) > self.call:
            pieces.insert(self.call, plea)
        by = copy.linked(f'<a {self.c("writer")} href="/people">{{}}</a>')
        by = f"<div {self.c('by')}>{by}</div>" if by else ""
        length = sum(len(b.text) for b in copy.version.blocks) // (1100 if self.english else 400) + 1
        read = f'<span {self.c("small")}>{copy.say(f"· 閱讀時間 {length} 分鐘", f"· {length} min read")}</span>' if self.minutes else ""  # fmt: skip
        topics = copy.tags(f"<li {self.c('topic')}><a href=`{{url}}`>{{tag}}</a></li>")
        topics = f'<div {self.c("topics")}><span {self.c("small")}>{copy.say("議題", "Topics")}</span><ul>{topics}</ul></div>' if topics else ""  # fmt: skip
        lives = "".join(
            f'<div {self.c("life")}><img alt="" src="/static/{_mark(p.name)}.jpg"/><div><strong>{esc(p.name)}</strong><p {self.c("small")}>{copy.say("任職《{name}》。", "On the staff of {name}.")}</p></div></div>'
            for p in copy.said.people or ()
            if p.kind == "person"
        )
        licence = f"<div {self.c('box')}><h4 {self.c('boxtitle')}>{copy.say('轉載本文', 'Republish this story')}</h4><p {self.c('small')}>{copy.say('本站文章可按創用 CC 條款免費轉載，請註明出處。', 'You may republish our articles free of charge under a Creative Commons licence; please credit us.')}</p><button {self.c('button')}>{copy.say('複製網頁碼', 'Copy HTML')}</button></div>"
        tip = f'<div {self.c("box")}><h4 {self.c("boxtitle")}>{copy.say("你知道更多？", "Do you know more?")}</h4><p {self.c("small")}>{copy.say("可用加密方式聯絡我們的記者。", "Contact our reporters over an encrypted line.")} <a href="/tips">{copy.say("怎樣做", "Here is how")}</a></p></div>'
        more = "".join(self.tile(c) for c in copy.related[:3])
        share = "".join(f'<li><a {self.c("share")} href="/go/{n.lower()}" aria-label="{n}"><svg width="18" height="18" viewBox="0 0 18 18"><path d="M1 1h16v16H1z"></path></svg></a></li>' for n in ("Facebook", "Twitter", "Email"))  # fmt: skip
        return (
            f'<main {self.c("main")}><article><div {self.c("head")}><a {self.c("kicker")} href="{copy.section_url}">{copy.section}</a><h1 {self.c("title")}>{copy.title}</h1>{by}<div {self.c("line")}><span {self.c("small")}>{copy.say("刊出", "Published")} <span>{copy.day}</span></span> {read}</div><ul {self.c("shares")}>{share}</ul></div>{hero}'
            f"<div {self.c('column')}>{''.join(pieces)}</div><div {self.c('column')}>{topics}{lives}{tip}{licence}</div></article><section {self.c('more')}><h2 {self.c('moretitle')}>{copy.say('更多調查', 'More investigations')}</h2><div {self.c('grid')}>{more}</div></section></main>"
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid of tiles under a large heading."""
        more = f'<a {self.c("button")} href="{attr(older)}">{self.word("較早的報導", "Older stories")}</a>' if older else ""  # fmt: skip
        return f"<main {self.c('main')}><div {self.c('head')}><h1 {self.c('title')}>{esc(heading)}</h1></div><div {self.c('grid')}>{''.join(map(self.tile, cards))}</div><div {self.c('pager')}>{more}</div></main>"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page in the same column as the stories."""
        text = "".join(f"<p {self.c('text')}>{esc(p)}</p>" for p in paragraphs)
        return f"<main {self.c('main')}><div {self.c('head')}><h1 {self.c('title')}>{esc(heading)}</h1></div><div {self.c('column')}>{text}</div></main>"


DESIGNS: tuple[type[Freehand], ...] = (Orfe, Barbel)
ADDRESSES: dict[str, Form] = {
    "section/slug/postid": Form(
        lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/{ascii_slug(a)[:-5]}/{a.id}/",
    ),
    "inquiries/year/slug": Form(lambda _p, a, _v: f"/inquiries/{a.published.year}/{ascii_slug(a)}/", has_id=False),
}  # fmt: skip
