"""Designs of a town's site put together from widgets in 2019, and of an investigating outlet of 2023 made into still files."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Loach", "Smelt"]


class Smelt(Freehand):
    """2019: a town's site drawn with a page builder: every fact a widget in a column in a section, the text too, the last change below it."""

    name = "smelt"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The template's numbers, where section and writer stand, which side the column of widgets is on, how it signs."""
        self.seed = int(rng.random() * 0xFFFFFF)
        self.pill = rng.random() < 0.6
        self.writer_first = rng.random() < 0.5
        self.side_left = rng.random() < 0.3
        self.offer = 1 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("文／{a}", "文／{a}、{b}", photo="文／{a} 圖／{b}", role="文", roles=("文", "圖")),
            Hand("記者{a}報導", "記者{a}、{b}報導", placed="記者{a}／{p}報導", role="記者"),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}", desk="By {o}", agency="By {o}"),
            Hand("{a}", "{a}, {b}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2019``; ``2019年3月8日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def hour(self, t: datetime) -> str:
        """``9:05 am``; ``上午9:05``."""
        return (
            clock(t, "am", "pm") if self.english else f"{'上午' if t.hour < 12 else '下午'}{t.hour % 12 or 12}:{t:%M}"
        )

    def stamp(self, t: datetime) -> str:
        """Day and hour in one."""
        return f"{self.day(t)} {self.hour(t)}"

    def _id(self, role: str) -> str:
        """Seven digits that a widget is known by, the same on all pages."""
        return hashlib.sha1(f"{self.seed}/{role}".encode(), usedforsecurity=False).hexdigest()[:7]

    def widget(self, kind: str, inner: str, role: str = "") -> str:
        """A widget in its container."""
        code = self._id(role or kind)
        return f'<div class="elementor-element elementor-element-{code} elementor-widget elementor-widget-{kind}" data-id="{code}" data-element_type="widget" data-widget_type="{kind}.default"><div class="elementor-widget-container">\n{inner}\n</div></div>\n'

    def section(self, *columns: tuple[int, str], role: str) -> str:
        """A section of columns, each with its width in hundredths."""
        code = self._id(role)
        cells = "".join(
            f'<div class="elementor-column elementor-col-{width} elementor-top-column elementor-element elementor-element-{self._id(f"{role}/{at}")}" data-element_type="column"><div class="elementor-widget-wrap elementor-element-populated">\n{inner}</div></div>\n'
            for at, (width, inner) in enumerate(columns)
        )
        return f'<section class="elementor-section elementor-top-section elementor-element elementor-element-{code} elementor-section-boxed elementor-section-height-default" data-id="{code}" data-element_type="section"><div class="elementor-container elementor-column-gap-default">\n{cells}</div></section>\n'

    def frame(self, page: Shell) -> str:
        """A header's template with its menu twice, the page's, a footer's, a window that opens by itself."""
        items = self.menu(
            page.paper,
            '<li class="menu-item menu-item-type-taxonomy"><a href="{url}" class="elementor-item{on}">{name}</a></li>',
            now=page.section,
            current=" elementor-item-active",
        )
        about = (
            f'<li class="menu-item"><a href="/about" class="elementor-item">{self.word("關於我們", "About")}</a></li>'
        )
        menus = f'<nav class="elementor-nav-menu--main elementor-nav-menu__container elementor-nav-menu--layout-horizontal"><ul class="elementor-nav-menu">{items}{about}</ul></nav>\n<div class="elementor-menu-toggle" role="button" aria-label="{self.word("選單", "Menu Toggle")}"><i class="eicon-menu-bar" aria-hidden="true"></i></div>\n<nav class="elementor-nav-menu--dropdown elementor-nav-menu__container" aria-hidden="true"><ul class="elementor-nav-menu">{items}{about}</ul></nav>'
        top = self.section(
            (30, self.widget("heading", f'<h2 class="elementor-heading-title elementor-size-large"><a href="/">{esc(page.paper.name)}</a></h2>', "name")),
            (70, self.widget("nav-menu", menus) + self.widget("search-form", f'<form class="elementor-search-form" role="search" action="/"><input placeholder="{self.word("查找……", "Search...")}" class="elementor-search-form__input" type="search" name="s"></form>')),
            role="top",
        )  # fmt: skip
        contact = f'<ul class="elementor-icon-list-items"><li class="elementor-icon-list-item"><span class="elementor-icon-list-icon"><i class="fas fa-envelope"></i></span><span class="elementor-icon-list-text">news@{page.paper.host}</span></li><li class="elementor-icon-list-item"><span class="elementor-icon-list-icon"><i class="fas fa-bullhorn"></i></span><span class="elementor-icon-list-text"><a href="/advertise">{self.word("刊登廣告", "Advertise with us")}</a></span></li></ul>'
        foot = self.section(
            (50, self.widget("text-editor", f'<p>{self.word("我們是本區居民自己辦的新聞網。", "Independent news for our town, by people who live here.")}</p><p>{esc(page.paper.rights)}</p>', "imprint")),
            (50, self.widget("icon-list", contact, "contact") + self.widget("social-icons", '<div class="elementor-social-icons-wrapper"><a class="elementor-icon elementor-social-icon elementor-social-icon-facebook-f" href="https://social.example/page"><span class="elementor-screen-only">Facebook-f</span><i class="fab fa-facebook-f"></i></a></div>')),
            role="foot",
        )  # fmt: skip
        letter = f"<p>{self.word('每個早上，區內的事。', 'The town in your inbox, every morning.')}</p>"
        window = self.widget("heading", f'<h3 class="elementor-heading-title elementor-size-default">{self.word("別漏掉", "Before you go")}</h3>', "go") + self.widget("text-editor", letter, "letter")  # fmt: skip
        kind = "single single-post elementor-page" if page.is_story else "archive"
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1.0, viewport-fit=cover">\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" id="elementor-frontend-css" href="/wp-content/plugins/elementor/assets/css/frontend.min.css?ver=2.7.5" media="all">\n<style>.elementor-container{{display:flex;max-width:1140px;margin:0 auto}}.elementor-col-66{{width:66%}}.elementor-col-33{{width:33%}}.elementor-col-30{{width:30%}}.elementor-col-70{{width:70%}}.elementor-col-50{{width:50%}}.elementor-col-100{{width:100%}}.elementor-widget-wrap{{padding:10px}}.elementor-nav-menu,.elementor-inline-items{{display:flex;flex-wrap:wrap;list-style:none;padding:0;gap:14px}}.elementor-nav-menu--dropdown,.elementor-location-popup,.elementor-screen-only{{display:none}}body{{font-family:Roboto,sans-serif;margin:0}}img{{max-width:100%}}</style>\n</head>\n'
            f'<body class="{kind} wp-custom-logo elementor-default elementor-kit-9">\n<div data-elementor-type="header" data-elementor-id="31" class="elementor elementor-31 elementor-location-header">\n{top}</div>\n{page.main}\n<div data-elementor-type="footer" data-elementor-id="44" class="elementor elementor-44 elementor-location-footer">\n{foot}</div>\n'
            f'<div data-elementor-type="popup" data-elementor-id="602" class="elementor elementor-602 elementor-location-popup">\n{self.section((100, window), role="window")}</div>\n<script src="/wp-content/plugins/elementor-pro/assets/js/frontend.min.js?ver=2.6.5"></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a plugin for searching tells: hours in universal time, the writer on a card."""
        t = copy.article.published.replace(second=0, microsecond=0).astimezone(UTC)
        changed = copy.said.changed.astimezone(UTC).isoformat() if isinstance(copy.said.changed, datetime) else ""
        changed = f'<meta property="article:modified_time" content="{changed}">\n' if changed else ""
        names = ", ".join(p.name for p in copy.said.people or ())
        by = f'<meta name="twitter:label1" content="{copy.say("作者", "Written by")}">\n<meta name="twitter:data1" content="{attr(names)}">\n' if copy.said.author else ""  # fmt: skip
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)} - {attr(copy.paper.name)}">\n<meta property="og:description" content="{attr(copy.lead)} [&hellip;]">\n<meta property="og:url" content="{attr(copy.url)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="article:published_time" content="{t.isoformat()}">\n{changed}<meta name="twitter:card" content="summary_large_image">\n{by}'

    def block(self, copy: Copy, block: Block) -> str:
        """Prose as it is typed; everything else a widget."""
        if block.kind == "h":
            return self.widget("heading", f'<h2 class="elementor-heading-title elementor-size-default">{spans(block.spans)}</h2>', "crosshead")  # fmt: skip
        if block.kind == "quote":
            return self.widget("blockquote", f'<blockquote class="elementor-blockquote"><p class="elementor-blockquote__content">{spans(block.spans)}</p></blockquote>')  # fmt: skip
        if block.kind == "note":
            return f'<p><span style="font-size: 14px;"><em>{spans(block.spans)}</em></span></p>'
        if block.kind == "ul":
            mark = '<span class="elementor-icon-list-icon"><i aria-hidden="true" class="fas fa-check"></i></span>'
            items = "".join(f'<li class="elementor-icon-list-item">{mark}<span class="elementor-icon-list-text">{esc(i)}</span></li>\n' for i in block.items)  # fmt: skip
            return self.widget("icon-list", f'<ul class="elementor-icon-list-items">\n{items}</ul>', "points")
        if block.kind == "table":
            return self.widget("html", table(block.rows), "figures")
        if block.kind == "embed":
            return self.widget("video", f'<div class="elementor-wrapper elementor-fit-aspect-ratio elementor-open-inline"><iframe class="elementor-video-iframe" allowfullscreen title="video" src="{attr(block.url)}"></iframe></div>')  # fmt: skip
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture's widget, which opens large."""
        credit = f" ({esc(picture.credit)})" if picture.credit and self.english else f"（{esc(picture.credit)}）" if picture.credit else ""  # fmt: skip
        source = self.source(copy, picture)
        return self.widget("image", f'<div class="elementor-image"><figure class="wp-caption"><a href="{source}" data-elementor-open-lightbox="yes"><img width="1024" height="683" src="{source}" class="attachment-large size-large" alt=""></a><figcaption class="widget-image-caption wp-caption-text">{esc(picture.caption)}{credit}</figcaption></figure></div>', f"image{picture.number % 9}")  # fmt: skip

    def _text(self, copy: Copy) -> str:
        """The text as its writer put it together: editors of prose, and widgets between them; somewhere a shop's offer."""
        out: list[str] = []
        prose: list[str] = []

        def close() -> None:
            if prose:
                out.append(self.widget("text-editor", f'<div class="elementor-text-editor elementor-clearfix">{"".join(prose)}</div>', f"prose{len(out)}"))  # fmt: skip
                prose.clear()

        for block in copy.version.blocks:
            if block.kind in {"p", "note", "ol"}:
                prose.append(self.block(copy, block))
                continue
            close()
            out.append(self.block(copy, block))
        close()
        shop = f'<div class="elementor-image"><a href="/go/hardware"><img src="/wp-content/uploads/hardware-300x250.jpg" alt="{copy.say("五金店廣告", "Hardware store ad")}"></a></div>'
        out.insert(min(self.offer, len(out)), self.widget("image", shop, "shop"))
        return self.section((100, "".join(out)), role="post")

    def story(self, copy: Copy) -> str:
        """Section, headline, a list of facts, shares, the text, last change, topics, writer, neighbours, remarks, a column of widgets."""
        t = copy.article.published

        def item(kind: str, icon: str, words: str, more: str = "") -> str:
            return f'<li class="elementor-icon-list-item elementor-repeater-item-{self._id(kind)} elementor-inline-item"{more}><span class="elementor-icon-list-icon"><i aria-hidden="true" class="{icon}"></i></span><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-{kind}">{words}</span></li>\n'

        terms = f'<span class="elementor-post-info__terms-list"><a href="{copy.section_url}" class="elementor-post-info__terms-list-item">{copy.section}</a></span>'
        by = item("author", "far fa-user-circle", copy.by) if copy.by else ""
        when = item("date", "fas fa-calendar", copy.day) + item("time", "far fa-clock", self.hour(t))
        facts = by + when if self.writer_first else when + by
        facts += item("comments", "far fa-comment-dots", copy.say("留言", "Comments"))
        pill = ""
        if self.pill:
            pill = self.widget("post-info", f'<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-inline-item">{terms}</li></ul>', "pill")  # fmt: skip
        else:
            facts += item("terms", "fas fa-folder-open", terms)
        title = self.widget("theme-post-title", f'<h1 class="elementor-heading-title elementor-size-default">{copy.title}</h1>')  # fmt: skip
        info = self.widget("post-info", f'<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info">\n{facts}</ul>', "facts")  # fmt: skip
        buttons = "".join(
            f'<div class="elementor-grid-item"><div class="elementor-share-btn elementor-share-btn_{n.lower()}"><span class="elementor-share-btn__icon"><i class="fab fa-{n.lower()}"></i></span><div class="elementor-share-btn__text"><span class="elementor-share-btn__title">{n}</span></div></div></div>'
            for n in ("Facebook", "Twitter", "Email")
        )
        share = self.widget("share-buttons", f'<div class="elementor-grid">{buttons}</div>')
        text = f'<div data-elementor-type="wp-post" data-elementor-id="{copy.article.id}" class="elementor elementor-{copy.article.id}">\n{self._text(copy)}</div>'
        changed = copy.changed(f"<p><em>{copy.say('最後更新：', 'Last updated on ')}{{}}</em></p>")
        changed = self.widget("text-editor", changed, "changed") if changed else ""
        topics = copy.tags('<a href="{url}" class="elementor-post-info__terms-list-item">{tag}</a>', ", ")
        topics = (
            self.widget("post-info", f'<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-inline-item" itemprop="about"><span class="elementor-post-info__item-prefix">{copy.say("標籤", "Tagged")}</span> <span class="elementor-post-info__terms-list">{topics}</span></li></ul>', "topics")
            if topics
            else ""
        )  # fmt: skip
        box = ""
        if copy.by and copy.said.people and copy.article.byline.form in {"reporter", "column"}:
            name = esc(copy.said.people[0].name)
            box = self.widget("author-box", f'<div class="elementor-author-box"><div class="elementor-author-box__avatar"><img src="/avatar.jpg" alt="{name}"></div><div class="elementor-author-box__text"><h4 class="elementor-author-box__name">{name}</h4><div class="elementor-author-box__bio">{copy.say("住在本區十五年，喜歡跑步，也喜歡去開會。", "has lived in town for fifteen years, runs, and goes to meetings so you do not have to.")}</div></div></div>')  # fmt: skip
        links = copy.others('<div class="elementor-post-navigation__link"><a href="{url}" rel="prev"><span class="post-navigation__prev--label">' + copy.say("上一篇", "Previous") + '</span> <span class="post-navigation__prev--title">{title}</span></a></div>', 1)  # fmt: skip
        near = self.widget("post-navigation", f'<div class="elementor-post-navigation">{links}</div>')
        remarks = copy.remarks('<li class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">{who}</b> <time>{when}</time></footer><div class="comment-content"><p>{what}</p></div></article></li>\n')  # fmt: skip
        talk = self.widget("post-comments", f'<section id="comments" class="comments-area"><h3 class="title-comments">{copy.say("留言", "Responses")}</h3><ol class="comment-list">\n{remarks}</ol><p class="comment-form-comment"><label>{copy.say("你的話", "Leave a Reply")}</label><textarea name="comment"></textarea></p></section>')  # fmt: skip
        cards = copy.others(
            '<article class="elementor-post elementor-grid-item"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="{url}">{title}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{day}</span></div></div></article>\n',
            4,
        )
        recent = self.widget("heading", f'<h4 class="elementor-heading-title elementor-size-default">{copy.say("最新消息", "Latest News")}</h4>', "latest") + self.widget("posts", f'<div class="elementor-posts-container elementor-posts elementor-grid">{cards}</div>', "recent")  # fmt: skip
        give = self.widget("call-to-action", f'<div class="elementor-cta"><div class="elementor-cta__content"><h2 class="elementor-cta__title">{copy.say("支持地方新聞", "Support local news")}</h2><div class="elementor-cta__description">{copy.say("每月小額捐助，《{name}》就能留在本區。", "A few dollars a month keeps {name} in town.")}</div><a class="elementor-cta__button elementor-button" href="/donate">{copy.say("我要支持", "Chip in")}</a></div></div>')  # fmt: skip
        main = (
            pill + title + info + share + self.widget("theme-post-content", text) + changed + topics + box + near + talk
        )
        columns = [(66, main), (33, give + recent)]
        kinds = f"post-{copy.article.id} post type-post status-publish format-standard hentry category-{copy.part}"
        return f'<div data-elementor-type="single" data-elementor-id="77" class="elementor elementor-77 elementor-location-single {kinds}">\n{self.section(*(reversed(columns) if self.side_left else columns), role="single")}</div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid of posts under the archive's title."""
        rows = "".join(
            f'<article class="elementor-post elementor-grid-item post type-post"><div class="elementor-post__card"><a class="elementor-post__thumbnail__link" href="{attr(c.url)}"><div class="elementor-post__thumbnail"><img src="/thumb.jpg" alt=""></div></a><div class="elementor-post__badge">{esc(c.section)}</div><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><div class="elementor-post__excerpt"><p>{esc(c.summary)}...</p></div><a class="elementor-post__read-more" href="{attr(c.url)}">{self.word("閱讀全文", "Read More")} »</a></div><div class="elementor-post__meta-data"><span class="elementor-post-author">{esc(c.author)}</span><span class="elementor-post-date">{self.day(c.published)}</span></div></div></article>\n'
            for c in cards
        )
        more = f'<nav class="elementor-pagination" role="navigation"><a class="page-numbers next" href="{attr(older)}">{self.word("下一頁", "Next")} »</a></nav>' if older else ""  # fmt: skip
        top = self.widget("theme-archive-title", f'<h1 class="elementor-heading-title elementor-size-default">{esc(heading)}</h1>')  # fmt: skip
        grid = self.widget("archive-posts", f'<div class="elementor-posts-container elementor-posts elementor-posts--skin-cards elementor-grid">{rows}</div>{more}')  # fmt: skip
        return f'<div data-elementor-type="archive" data-elementor-id="80" class="elementor elementor-80 elementor-location-archive">\n{self.section((100, top + grid), role="archive")}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of two widgets."""
        inner = self.widget("heading", f'<h1 class="elementor-heading-title elementor-size-xl">{esc(heading)}</h1>', "own") + self.widget("text-editor", "".join(f"<p>{esc(p)}</p>" for p in paragraphs), "owntext")  # fmt: skip
        return f'<div data-elementor-type="wp-page" data-elementor-id="12" class="elementor elementor-12">\n{self.section((100, inner), role="page")}</div>'


class Loach(Freehand):
    """2023: an investigating outlet's still files: hashed names for all, contents and calls for tips around the text, a day and no change."""

    name = "loach"

    def draw(self, rng: Random) -> None:
        """The build's hashes, whether contents stand above the text, where calls stand, how it signs."""
        self.build = int(rng.random() * 10**9)
        self.styled = rng.random() < 0.5
        self.contents = rng.random() < 0.6
        self.call = 2 + int(rng.random() * 3)
        self.date_first = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("撰文｜{a}", "撰文｜{a}、{b}", photo="撰文｜{a}　攝影｜{b}", role="撰文", roles=("撰文", "攝影")),
            Hand("{a}", "{a}、{b}"),
        )
        self.hand_en = choose(
            rng, Hand("By {a}", "By {a} and {b}", desk="By {o}"), Hand("{a}", "{a} & {b}", placed="{a} in {p}")
        )

    def c(self, role: str) -> str:
        """A class whose name the build made up."""
        digest = hashlib.sha1(f"{self.build}/{role}".encode(), usedforsecurity=False).digest()
        letters = "".join("abcdefghijklmnopqrstuvwxyz0123456789"[b % 36] for b in digest)
        if self.styled:
            return f'class="sc-{letters[:6]}-{digest[7] % 4} {letters[8:14].translate({ord(d): "k" for d in "0123456789"})}"'
        return f'class="css-{letters[:7]} e{letters[8:14]}{digest[9] % 7}"'

    def day(self, t: datetime) -> str:
        """``8 March 2023``; ``2023.03.08``."""
        return f"{t.day} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t:%Y.%m.%d}"

    def frame(self, page: Shell) -> str:
        """A generator's wrappers, a header, the page, a letter, a footer."""
        items = self.menu(
            page.paper, f'<li {self.c("nav item")}><a {self.c("nav link")} href="{{url}}">{{name}}</a></li>'
        )
        sheet = f'<style {"data-styled" if self.styled else "data-emotion"}="true">body{{margin:0;font-family:Georgia,serif;line-height:1.6}}main{{max-width:720px;margin:0 auto;padding:0 16px}}main img{{max-width:100%}}aside{{background:#f3f0e8;padding:4px 16px}}header{{display:flex;flex-wrap:wrap;gap:16px;align-items:center}}article>header{{display:block}}nav ul{{display:flex;gap:16px;list-style:none}}</style>'
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head>{heads(page.charset)}<meta http-equiv="x-ua-compatible" content="ie=edge"/><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"/><meta name="generator" content="Gatsby 5.6.0"/>{sheet}<title data-gatsby-head="true">{esc(page.title)} | {esc(page.paper.name)}</title>{page.head}<link rel="sitemap" type="application/xml" href="/sitemap-index.xml"/><link as="script" rel="preload" href="/webpack-runtime-6f0c.js"/></head>'
            f'<body><div id="___gatsby"><div style="outline:none" tabindex="-1" id="gatsby-focus-wrapper"><div {self.c("bar")}><p {self.c("bar text")}>{self.word("我們不接廣告，也不接政府的錢。", "No advertisers. No government money. Just readers.")} <a {self.c("bar link")} href="/donate">{self.word("捐款", "Donate")}</a></p></div><header {self.c("header")}><a {self.c("logo")} href="/"><svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true"><path d="M4 4h32v32H4z"></path></svg><span {self.c("logo text")}>{esc(page.paper.name)}</span></a><nav {self.c("nav")}><ul {self.c("nav list")}>{items}</ul></nav><a {self.c("tip")} href="/tips">{self.word("爆料", "Send a tip")}</a></header>\n'
            f'<main {self.c("main")}>{page.main}</main>\n<section {self.c("letter")}><h2 {self.c("letter title")}>{self.word("調查出爐，第一個知道", "Be first to read our investigations")}</h2><form {self.c("form")}><input type="email" name="email" placeholder="{self.word("電郵", "you@mail.example")}" {self.c("input")}/><button type="submit" {self.c("button")}>{self.word("訂閱", "Sign up")}</button></form></section><footer {self.c("footer")}><ul {self.c("footer list")}><li><a href="/about">{self.word("關於我們", "About us")}</a></li><li><a href="/impact">{self.word("成果", "Our impact")}</a></li><li><a href="/funders">{self.word("誰資助我們", "Who funds us")}</a></li></ul><p {self.c("footer text")}>{esc(page.paper.rights)}</p></footer></div><div id="gatsby-announcer" style="position:absolute;top:0;width:1px;height:1px;overflow:hidden" aria-live="assertive" aria-atomic="true"></div></div><script id="gatsby-script-loader">/*<![CDATA[*/window.pagePath="/";/*]]>*/</script></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data by the day."""
        data: dict[str, object] = {
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": copy.version.title, "datePublished": f"{copy.article.published:%Y-%m-%d}",
            "articleSection": copy.article.section, "keywords": list(copy.said.tags or ()), "isAccessibleForFree": True, "mainEntityOfPage": copy.url,
            "publisher": {"@type": "NewsMediaOrganization", "name": copy.paper.name},
        }  # fmt: skip
        if copy.said.author:
            kinds = {"person": "Person"}
            data["author"] = [{"@type": kinds.get(p.kind, "Organization"), "name": p.name} for p in copy.said.people or ()]  # fmt: skip
        words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        return f'<meta data-gatsby-head="true" name="description" content="{attr(copy.lead)}"/><meta data-gatsby-head="true" property="og:title" content="{attr(copy.version.title)}"/><meta data-gatsby-head="true" property="og:type" content="article"/><link data-gatsby-head="true" rel="canonical" href="{attr(copy.url)}"/><script data-gatsby-head="true" type="application/ld+json">{words}</script>'

    def block(self, copy: Copy, block: Block) -> str:
        """Each in a component of hashed name; headings with a link to themselves."""
        if block.kind == "p":
            return f"<p {self.c('text')}>{spans(block.spans)}</p>"
        if block.kind == "h":
            return f'<h2 id="{self._anchor(block)}" {self.c("crosshead")}><a href="#{self._anchor(block)}" aria-hidden="true" tabindex="-1"><svg width="16" height="16" viewBox="0 0 16 16"><path d="M4 9h1v1H4z"></path></svg></a>{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f"<p {self.c('note')}><em>{spans(block.spans)}</em></p>"
        if block.kind == "quote":
            return f"<figure {self.c('quote')}><blockquote {self.c('quote text')}>{spans(block.spans)}</blockquote></figure>"
        if block.kind in {"ul", "ol"}:
            items = "".join(f"<li {self.c('list item')}><p {self.c('text')}>{esc(i)}</p></li>" for i in block.items)
            return f"<{block.kind} {self.c('list')}>{items}</{block.kind}>"
        if block.kind == "table":
            return f'<div {self.c("scroller")} tabindex="0">{table(block.rows, " " + self.c("table"))}</div>'
        if block.kind == "embed":
            return f'<div {self.c("embed")}><div style="padding-top:56.25%"><iframe src="{attr(block.url)}" loading="lazy" allowfullscreen=""></iframe></div></div>'
        return super().block(copy, block)

    def _anchor(self, block: Block) -> str:
        """What a heading is linked by."""
        return f"s-{hashlib.sha1(block.text.encode(), usedforsecurity=False).hexdigest()[:6]}"

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A blurred stand-in, the picture when a script comes, the picture without one."""
        source = self.source(copy, picture)
        credit = f"<span {self.c('credit')}>{esc(picture.credit)}</span>" if picture.credit else ""
        return f'<figure {self.c("figure")}><div data-gatsby-image-wrapper="" class="gatsby-image-wrapper gatsby-image-wrapper-constrained"><img aria-hidden="true" data-placeholder-image="" decoding="async" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt=""/><img data-gatsby-image-ssr="" data-main-image="" decoding="async" loading="lazy" data-src="{source}" alt="{attr(picture.caption)}"/><noscript><img data-main-image="" loading="lazy" src="{source}" alt="{attr(picture.caption)}"/></noscript></div><figcaption {self.c("caption")}><span {self.c("caption text")}>{esc(picture.caption)}</span> {credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Section, headline, writers and a day, contents, text with calls between, topics, a licence, three more."""
        blocks = copy.version.blocks
        pieces = self.blocks(copy, blocks)
        tip = f'<aside {self.c("call")}><h3 {self.c("call title")}>{copy.say("你知道內情嗎？", "Do you know something about this?")}</h3><p {self.c("text")}>{copy.say("我們的記者讀每一封信，並保護每一個來源。", "Our reporters read every message and protect every source.")}</p><a {self.c("button")} href="/tips">{copy.say("安全地聯絡我們", "Contact us securely")}</a></aside>'
        give = f'<aside {self.c("give")}><p {self.c("give text")}>{copy.say("這篇調查由《{name}》的讀者資助。", "This investigation was paid for by readers of {name}.")} <a {self.c("link")} href="/donate">{copy.say("成為其中一人", "Become one of them")}</a></p></aside>'
        pieces.insert(min(self.call, len(pieces)), give)
        pieces.append(tip)
        headings = [b for b in blocks if b.kind == "h"]
        contents = ""
        if self.contents and len(headings) > 1:
            items = "".join(f'<li><a {self.c("link")} href="#{self._anchor(b)}">{spans(b.spans)}</a></li>' for b in headings)  # fmt: skip
            contents = f'<nav {self.c("contents")} aria-label="{copy.say("目錄", "Contents")}"><p {self.c("contents title")}>{copy.say("本文目錄", "In this story")}</p><ol {self.c("contents list")}>{items}</ol></nav>'
        names = copy.linked(f'<a {self.c("link")} href="/people">{{}}</a>')
        by = f"<p {self.c('writers')}>{names}</p>" if names else ""
        when = f'<p {self.c("when")}><time dateTime="{copy.article.published:%Y-%m-%d}">{copy.day}</time></p>'
        words = sum(len(b.text.split()) * 2 if self.english else len(b.text) for b in blocks)
        length = f"<span {self.c('length')}>{1 + words // 500} {copy.say('分鐘', 'min read')}</span>"
        item = self.c("topic")
        topics = copy.tags(f"<a {item} href=`{{url}}`>{{tag}}</a>", " ")
        topics = f'<div {self.c("topics")}><span {self.c("topics label")}>{copy.say("相關主題", "Filed under")}</span> {topics}</div>' if topics else ""  # fmt: skip
        cards = copy.others(f'<li {self.c("card")}><p {self.c("card kicker")}>{{section}}</p><h3 {self.c("card title")}><a href="{{url}}">{{title}}</a></h3><p {self.c("card by")}>{{by}}</p></li>', 3)  # fmt: skip
        licence = f'<div {self.c("licence")}><button type="button" {self.c("button")}>{copy.say("轉載這篇報道", "Republish this story")}</button><p {self.c("licence text")}>{copy.say("寫明出處與連結，歡迎免費轉載。", "Free to republish with credit and a link under our Creative Commons licence.")}</p></div>'
        return (
            f'<article {self.c("article")}><header {self.c("head")}><a {self.c("kicker")} href="{copy.section_url}">{copy.section}</a><h1 {self.c("title")}>{copy.title}</h1><div {self.c("facts")}>{when + by if self.date_first else by + when}{length}</div><div {self.c("shares")}><a aria-label="Twitter" href="/share/t"></a><a aria-label="Facebook" href="/share/f"></a><button type="button">{copy.say("分享連結", "Copy link")}</button></div></header>{contents}\n'
            f"<div {self.c('body')}>{''.join(pieces)}</div>\n{topics}{licence}</article>\n<section {self.c('more')}><h2 {self.c('more title')}>{copy.say('更多調查', 'More investigations')}</h2><ul {self.c('more list')}>{cards}</ul></section>"
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Cards one below the other."""
        rows = "".join(
            f'<article {self.c("item")}><p {self.c("card kicker")}>{esc(c.section)}</p><h2 {self.c("item title")}><a {self.c("link")} href="{attr(c.url)}">{esc(c.title)}</a></h2><p {self.c("item text")}>{esc(c.summary)}…</p><p {self.c("item facts")}><span {self.c("card by")}>{esc(c.author)}</span> <time dateTime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></p></article>'
            for c in cards
        )
        more = f'<a {self.c("next")} rel="next" href="{attr(older)}">{self.word("更早的報道", "Older stories")} →</a>' if older else ""  # fmt: skip
        return f"<h1 {self.c('list title')}>{esc(heading)}</h1><div {self.c('items')}>{rows}</div>{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page from a file of prose."""
        text = "".join(f"<p {self.c('text')}>{esc(p)}</p>" for p in paragraphs)
        return f"<div {self.c('page')}><h1 {self.c('page title')}>{esc(heading)}</h1><div {self.c('body')}>{text}</div></div>"


DESIGNS: tuple[type[Freehand], ...] = (Smelt, Loach)
ADDRESSES: dict[str, Form] = {
    "local-news/slug-id-post": Form(lambda _p, a, _v: f"/local-news/{ascii_slug(a)}-{a.id}/"),
    "investigations/year/slug": Form(lambda _p, a, _v: f"/investigations/{a.published:%Y}/{ascii_slug(a)}/", has_id=False),
}  # fmt: skip
