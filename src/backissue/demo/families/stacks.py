"""Designs by the stacks that served them: paragraphs as entities of their own, a publisher's platform with promos between the paragraphs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from random import Random

from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Entities", "Promos"]


class Entities(Freehand):
    """2021: a content system whose text is a row of entities: prose here, a quote there, pictures as media, an article that is spoken of; facts below in blocks of a layout."""

    name = "entities"
    stamped = True

    def draw(self, rng: Random) -> None:
        """How many blocks share an entity, and where the facts stand."""
        self.run = 2 + int(rng.random() * 3)
        self.facts_first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("採訪 {a}", "採訪 {a}、{b}", role="採訪", photo="採訪 {a}　攝影 {b}", roles=("採訪", "攝影")),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("by {a}", "by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``Tue, 03/08/2021``, month first; ``2021-03-08（一）``."""
        return (
            f"{DAYS[t.weekday()][:3]}, {t:%m/%d/%Y}"
            if self.english
            else f"{t:%Y-%m-%d}（{'一二三四五六日'[t.weekday()]}）"
        )

    def stamp(self, t: datetime) -> str:
        """``Tue, 03/08/2021 - 09:05``."""
        return f"{self.day(t)} - {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """Regions of a theme."""
        items = self.menu(
            page.paper,
            '<li class="menu-item{on}"><a href="{url}" data-drupal-link-system-path="taxonomy/term">{name}</a></li>',
            now=page.section,
            current=" menu-item--active-trail",
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" dir="ltr">\n<head>\n{heads(page.charset)}\n<meta name="Generator" content="CMS 9" />\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}</head>\n<body class="{"path-node page-node-type-story" if page.is_story else "path-taxonomy"}">\n<a href="#main-content" class="visually-hidden focusable skip-link">{self.word("移至主內容", "Skip to main content")}</a>\n<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container"><header role="banner"><div class="region region-header"><div id="block-branding" class="block block-system"><div class="site-name"><a href="/" rel="home">{esc(page.paper.name)}</a></div></div><nav role="navigation" id="block-main-menu"><ul class="menu">{items}</ul></nav></div></header>\n'
            f'<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content">{page.main}</div></div></main>\n<footer role="contentinfo"><div class="region region-footer"><div class="block"><p>{esc(page.paper.rights)}</p><a href="/about">{self.word("關於", "About")}</a></div></div></footer></div></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Tables in a wrapper that scrolls."""
        if block.kind == "table":
            return f'<div class="table-responsive">{table(block.rows)}</div>'
        if block.kind == "note":
            return f'<p class="correction"><em>{spans(block.spans)}</em></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A media entity with its fields."""
        credit = (
            f'<div class="field field--name-field-credit field--type-string field__item">{esc(picture.credit)}</div>'
            if picture.credit
            else ""
        )
        return f'<div class="media media--type-image media--view-mode-full"><div class="field field--name-field-media-image field__item"><img loading="lazy" src="{self.source(copy, picture)}" typeof="foaf:Image" /></div><div class="field field--name-field-caption field--type-text-long field__item"><p>{esc(picture.caption)}</p></div>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """Layout blocks: title, facts, entities, terms."""

        def field(kind: str, inner: str) -> str:
            return f'<div class="paragraph paragraph--type--{kind} paragraph--view-mode--default">{inner}</div>'

        def text(pieces: list[str]) -> str:
            return field(
                "text",
                '<div class="clearfix text-formatted field field--name-field-text field--type-text-long field--label-hidden field__item">'
                + "\n".join(pieces)
                + "</div>",
            )

        out: list[str] = []
        prose: list[str] = []
        for block in copy.version.blocks:
            piece = self.block(copy, block)
            if block.kind in {"figure", "quote", "embed"}:
                if prose:
                    out.append(text(prose))
                    prose = []
                out.append(field({"figure": "image", "quote": "quote"}.get(block.kind, "embed"), piece))
            else:
                prose.append(piece)
                if len(prose) >= self.run and block.kind != "h":
                    out.append(text(prose))
                    prose = []
        if prose:
            out.append(text(prose))
        spoken = copy.others(
            '<article class="node node--type-story node--view-mode-mini"><h3><a href="{url}" rel="bookmark"><span>{title}</span></a></h3><div class="field--name-field-lead"><p>{lead}…</p></div></article>',
            1,
        )
        if spoken and len(out) > 2:
            out.insert(
                len(out) - 1,
                field("related", f'<div class="field__label">{copy.say("同場加映", "See also")}</div>{spoken}'),
            )
        pause = (
            '<div class="paragraph paragraph--type--donate"><div class="field__item"><p><strong>'
            + copy.say("你的每一分錢都用在採訪上。", "Every cent you give goes into reporting.")
            + "</strong></p><p>"
            + copy.say("《{name}》靠讀者贊助，不設付費牆。", "{name} is paid for by its readers and has no wall.")
            + '</p><a class="button" href="/subscribe">'
            + copy.say("贊助", "Give")
            + "</a></div></div>"
        )
        out.insert(min(2, len(out)), pause)
        changed = copy.changed(
            f'<div class="block block-layout-builder block-field-blocknodestorychanged"><span class="label">{copy.say("最後修訂", "Last revised")}</span> <span>{{}}</span></div>'
        )
        by = copy.signed(
            '<div class="block block-layout-builder block-field-blocknodestoryfield-authors"><div class="field field--name-field-authors field__items"><div class="field__item">{}</div></div></div>'
        )
        facts = f'<div class="layout__region layout__region--facts">{by}<div class="block block-layout-builder block-extra-field"><span class="field field--name-created">{copy.day}</span></div>{changed}</div>'
        head = f'<div class="layout layout--onecol"><div class="layout__region layout__region--content"><div class="block block-layout-builder block-field-blocknodestorytitle"><h1><span class="field field--name-title field--type-string field--label-hidden">{copy.title}</span></h1></div></div></div>'
        body = (
            '<div class="layout layout--twocol-section"><div class="layout__region layout__region--first"><div class="block block-layout-builder"><div class="field field--name-field-content field--type-entity-reference-revisions field__items">\n'
            + "\n".join(f'<div class="field__item">{piece}</div>' for piece in out)
            + "\n</div></div></div>"
        )
        terms = f'<div class="layout__region layout__region--second"><div class="field field--name-field-section field--label-inline"><div class="field__label">{copy.say("欄目", "Section")}</div><div class="field__item"><a href="{copy.section_url}" hreflang="x">{copy.section}</a></div></div><div class="field field--name-field-topics field--label-inline"><div class="field__label">{copy.say("議題", "Topics")}</div><div class="field__items">{copy.tags("<div class=`field__item`><a href=`{url}` hreflang=`x`>{tag}</a></div>")}</div></div></div></div>'
        views = copy.others(
            '<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="{url}" hreflang="x">{title}</a></span></div><div class="views-field views-field-created"><span class="field-content">{day}</span></div></div>',
            4,
        )
        inner = f"{facts}\n{body}" if self.facts_first else f"{body}\n{facts}"
        return (
            f'<div data-drupal-messages-fallback class="hidden"></div><div class="block block-system block-system-main-block"><article role="article" class="node node--type-story node--view-mode-full">\n{head}\n{inner}\n{terms}\n</article></div>\n'
            f'<div class="views-element-container block block-views"><h2>{copy.say("最新", "Latest")}</h2><div class="view view-latest"><div class="view-content">{views}</div></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A view of teasers."""
        rows = "".join(
            f'<div class="views-row"><article class="node node--type-story node--view-mode-teaser"><h2><a href="{attr(c.url)}" rel="bookmark"><span class="field field--name-title">{esc(c.title)}</span></a></h2><span class="field field--name-created">{self.day(c.published)}</span><div class="field--name-field-lead"><p>{esc(c.summary)}…</p></div></article></div>\n'
            for c in cards
        )
        more = (
            f'<nav class="pager"><ul class="pager__items"><li class="pager__item pager__item--next"><a href="{attr(older)}" rel="next">›</a></li></ul></nav>'
            if older
            else ""
        )
        return f'<div class="block block-core block-page-title-block"><h1>{esc(heading)}</h1></div><div class="views-element-container">{rows}</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A basic page."""
        return f'<div class="block-page-title-block"><h1><span class="field field--name-title">{esc(heading)}</span></h1></div><article class="node node--type-page"><div class="text-formatted field field--name-body field__item">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></article>'


class Promos(Freehand):
    """2022: a publisher's platform: rendered chains of boxes, a.m. and zones in the stamps, brackets that lead elsewhere among the paragraphs, data for machines by the book."""

    name = "promos"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Which machines are told what."""
        self.book = rng.random() < 0.6
        self.caps = rng.random() < 0.5
        self.hand_en = Hand("By {a}", "By {a} and {b}", desk="By {o}", agency="By {o}")
        self.hand = choose(
            rng, Hand("記者 {a}", "記者 {a}、{b}", role="記者"), Hand("編採｜{a}", "編採｜{a}、{b}", role="編採")
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2022 at 9:05 a.m. EST``; ``2022年3月8日 上午9:05 HKT``."""
        hour = t.hour % 12 or 12
        if self.english:
            return (
                f"{MONTHS[t.month - 1]} {t.day}, {t.year} at {hour}:{t:%M} {'a.m.' if t.hour < 12 else 'p.m.'} {t:%Z}"
            )
        return f"{t.year}年{t.month}月{t.day}日 {'上午' if t.hour < 12 else '下午'}{hour}:{t:%M}"

    def frame(self, page: Shell) -> str:
        """Stacks in grids."""
        items = self.menu(
            page.paper, '<li class="c-stack b-links-bar__item"><a class="c-link" href="{url}">{name}</a></li>'
        )
        return (
            f'<!DOCTYPE html><html lang="{self.language[:2]}"><head>{heads(page.charset)}<title>{esc(page.title)} | {esc(page.paper.name)}</title>{page.head}<script>window.Fusion=window.Fusion||{{}};Fusion.arcSite="main";Fusion.globalContent={{}};</script></head><body><noscript>{self.word("請開啟 JavaScript。", "Please enable JavaScript.")}</noscript><div id="fusion-app" class="b-application"><div class="c-stack b-right-rail"><header class="c-stack b-header-nav-chain"><a class="c-link" href="/"><img class="c-image" alt="{attr(page.paper.name)}" src="/pf/logo.svg"/></a><ul class="c-stack b-links-bar">{items}</ul></header>\n'
            f'{page.main}\n<footer class="c-stack b-footer"><p class="c-paragraph">{esc(page.paper.rights)}</p><a class="c-link" href="/about">{self.word("關於", "About")}</a></footer></div></div></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """By the book, or by half of it."""
        t = copy.article.published.replace(second=0)
        names = [p.name for p in copy.said.people or ()]
        out = f'<link rel="canonical" href="{attr(copy.url)}"/><meta property="og:title" content="{attr(copy.version.title)}"/><meta property="article:section" content="{attr(copy.article.section)}"/>'
        if self.book:
            data = {
                "@context": "https://schema.org", "@type": "NewsArticle", "headline": copy.version.title[:110], "url": copy.url, "datePublished": f"{t.astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}",
                "author": [{"@type": "Person", "name": n} for n in names], "articleSection": copy.article.section, "keywords": list(copy.said.tags or ()),
            }  # fmt: skip
            words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
            out += f'<script type="application/ld+json" data-schema="NewsArticle">{words}</script>'
        return out

    def block(self, copy: Copy, block: Block) -> str:
        """Classes on each."""
        names = {"p": "c-paragraph", "h": "c-heading", "note": "c-paragraph b-article-body__correction"}
        if block.kind in names:
            tag = "h2" if block.kind == "h" else "p"
            return f'<{tag} class="{names[block.kind]}">{spans(block.spans)}</{tag}>'
        if block.kind == "quote":
            return f'<blockquote class="c-quote b-quote"><p class="c-paragraph">{spans(block.spans)}</p></blockquote>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A media item."""
        credit = (
            f'<span class="c-attribution">{copy.say("（", "(")}{esc(picture.credit)}{copy.say("）", ")")}</span>'
            if picture.credit
            else ""
        )
        return f'<figure class="c-media-item"><picture class="c-responsive-image"><img data-chromatic="ignore" alt="" class="c-image" src="{self.source(copy, picture)}" width="800"/></picture><figcaption class="c-media-item__fig-caption"><span class="c-media-item__caption">{esc(picture.caption)}</span>{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Overline, headline, writer, days, shares, body with brackets, topics, rail."""
        pieces = self.blocks(copy)
        link = copy.others("<a class=`c-link` href=`{url}`>{title}</a>", 1)
        if link:
            pieces.insert(
                min(3, len(pieces)),
                f'<p class="c-paragraph b-article-body__interstitial">{copy.say("[ 延伸：", "[ Read: ")}{link} ]</p>',
            )
        second = copy.others("<a class=`c-link` href=`{url}`>{title}</a>", 1, skip=1)
        if second:
            pieces.insert(
                min(7, len(pieces)),
                f'<p class="c-paragraph b-article-body__interstitial">{copy.say("[ 延伸：", "[ More: ")}{second} ]</p>',
            )
        pieces.insert(
            min(2, len(pieces)),
            f'<div class="c-stack b-ads-block"><div id="arcad_{copy.salt % 50}">{copy.say("廣告", "ADVERTISEMENT")}</div></div>',
        )
        changed = copy.changed(
            f'<span class="b-date__updated">{copy.say("更新於 ", "Updated ")}<time class="c-date">{{}}</time></span>'
        )
        by = copy.linked('<a class="c-link" href="/author/">{}</a>')
        by = f'<div class="c-attribution b-byline"><span class="b-byline__names">{by}</span></div>' if by else ""
        rail = copy.others(
            '<article class="b-results-list__item"><a class="c-link" href="{url}"><h2 class="c-heading">{title}</h2></a><time class="c-date">{day}</time></article>',
            5,
        )
        extra = copy.others(
            '<article class="b-small-promo"><h2 class="c-heading"><a class="c-link" href="{url}">{title}</a></h2><p class="c-paragraph">{lead}…</p></article>',
            2,
        )
        return (
            f'<section class="c-stack b-right-rail__main"><a class="c-overline b-overline" href="{copy.section_url}">{copy.section}</a><h1 class="b-headline">{copy.title}</h1>{by}<div class="c-stack b-date">{copy.say("", "")}<time class="c-date" datetime="{copy.article.published.replace(second=0).astimezone(UTC):%Y-%m-%dT%H:%M:00.000Z}">{copy.day}</time>{changed}</div><div class="c-stack b-share-bar"><button class="c-button">Facebook</button><button class="c-button">E-mail</button></div>\n'
            f'<article class="b-article-body">\n{chr(10).join(pieces)}\n</article>\n<div class="c-stack b-tags"><h4 class="c-heading">{copy.say("主題", "Topics")}</h4>{copy.tags("<a class=`c-pill` href=`{url}`>{tag}</a>")}</div><div class="b-author-bio">{copy.signed("<p class=c-paragraph>" + copy.say("追蹤本報記者，接收通知。", "Follow our reporters for alerts.") + "</p>")}</div><section class="b-promos"><h3 class="c-heading">{copy.say("你可能錯過", "In case you missed it")}</h3>{extra}</section></section>\n<aside class="c-stack b-right-rail__rail"><h2 class="c-heading">{copy.say("最多人看", "Most read")}</h2>{rail}</aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A results list."""
        rows = "".join(
            f'<article class="b-results-list__item"><span class="c-overline">{esc(c.section)}</span><h2 class="c-heading"><a class="c-link" href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="c-paragraph">{esc(c.summary)}…</p><div class="c-attribution"><span>{esc(c.author)}</span> <time class="c-date" datetime="{c.published.astimezone(UTC):%Y-%m-%dT%H:%M:00.000Z}">{c.published:%Y-%m-%d}</time></div></article>\n'
            for c in cards
        )
        more = f'<a class="c-button" href="{attr(older)}">{self.word("更多", "See more")}</a>' if older else ""
        return f'<section class="c-stack b-right-rail__main"><h1 class="c-heading">{esc(heading)}</h1><div class="c-stack b-results-list">{rows}</div>{more}</section>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<section class="c-stack b-right-rail__main"><h1 class="b-headline">{esc(heading)}</h1>{"".join(f"<p class=c-paragraph>{esc(p)}</p>" for p in paragraphs)}</section>'
