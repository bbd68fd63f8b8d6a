"""Designs by the platforms that rendered them: a publishing platform's grafs, an editor's spans."""

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

__all__ = ["Graf", "Hydrated"]


class Graf(Freehand):
    """2017: a publishing platform: the headline is the text's first graf, the writer and how long it takes to read below it, applause at the end."""

    name = "graf"
    category = True

    def draw(self, rng: Random) -> None:
        """The words between day and reading time."""
        self.short = rng.random() < 0.5
        self.hand = choose(
            rng, Hand("{a}", "{a}、{b}"), Hand("文｜{a}", "文｜{a}、{b}", role="文", photo="文｜{a}　攝影｜{b}")
        )

    def day(self, t: datetime) -> str:
        """``Mar 8, 2017``; ``2017年3月8日``."""
        if self.english:
            return f"{MONTHS[t.month - 1][:3] if self.short else MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """Surfaces and a bar that floats."""
        items = self.menu(
            page.paper, '<li class="metabar-navItem"><a class="link link--darken" href="{url}">{name}</a></li>'
        )
        return (
            f'<!DOCTYPE html><html xmlns:cc="http://creativecommons.org/ns#"><head prefix="og: http://ogp.me/ns#">{heads(page.charset)}<title>{esc(page.title)} – {esc(page.paper.name)}</title>{page.head}</head><body itemscope class="postShowScreen browser-other os-other is-withMagicUnderlines is-noJs"><main role="main"><div class="site-main surface-container" id="container"><div class="surface" id="prerendered"><div class="metabar u-clearfix"><a href="/" class="siteNav-logo">{esc(page.paper.name)}</a><ul class="metabar-nav">{items}</ul><a class="button button--chromeless" href="/subscribe">{self.word("登入", "Sign in")}</a></div>\n'
            f'{page.main}\n</div></div></main><div class="surface-foot"><span>{esc(page.paper.rights)}</span> <a href="/about">{self.word("關於", "About")}</a></div></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Titles for cards, with the paper's name behind them."""
        return f'<link rel="canonical" href="{attr(copy.url)}"><meta name="title" content="{attr(copy.version.title)} – {attr(copy.paper.name)}"><meta property="og:title" content="{attr(copy.version.title)}"><meta property="og:description" content="{attr(copy.lead)}">'

    def _id(self, copy: Copy, n: int) -> str:
        return hashlib.sha1(f"{copy.article.id}/{n}".encode(), usedforsecurity=False).hexdigest()[:4]

    def block(self, copy: Copy, block: Block) -> str:
        """Grafs, each with a name that means nothing."""
        n = self._id(copy, len(block.text) + len(block.url) + (block.picture.number if block.picture else 0))
        if block.kind == "p":
            return f'<p name="{n}" id="{n}" class="graf graf--p graf-after--p">{spans(block.spans)}</p>'
        if block.kind == "note":
            return f'<p name="{n}" id="{n}" class="graf graf--p graf-after--p graf--trailing"><em class="markup--em markup--p-em">{spans(block.spans)}</em></p>'
        if block.kind == "h":
            return f'<h4 name="{n}" id="{n}" class="graf graf--h4 graf-after--p">{spans(block.spans)}</h4>'
        if block.kind == "quote":
            return f'<blockquote name="{n}" id="{n}" class="graf graf--pullquote graf-after--p">{spans(block.spans)}</blockquote>'
        if block.kind in {"ul", "ol"}:
            return (
                f'<{block.kind} class="postList">'
                + "".join(f'<li name="{n}" class="graf graf--li">{esc(i)}</li>' for i in block.items)
                + f"</{block.kind}>"
            )
        if block.kind == "embed":
            return f'<figure name="{n}" id="{n}" class="graf graf--figure graf--iframe"><div class="aspectRatioPlaceholder is-locked"><div class="iframeContainer"><iframe width="700" height="393" src="{attr(block.url)}" frameborder="0"></iframe></div></div></figure>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure that keeps its place while it loads."""
        credit = f" {copy.say('圖：', 'Photo: ')}{esc(picture.credit)}" if picture.credit else ""
        src = self.source(copy, picture)
        return f'<figure class="graf graf--figure graf-after--p"><div class="aspectRatioPlaceholder is-locked" style="max-width:700px"><div class="aspectRatioPlaceholder-fill" style="padding-bottom:66.7%"></div><div class="progressiveMedia js-progressiveMedia"><img class="progressiveMedia-image js-progressiveMedia-image" data-src="{src}"><noscript class="js-progressiveMedia-inner"><img class="progressiveMedia-noscript" src="{src}"></noscript></div></div><figcaption class="imageCaption">{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """The writer, then sections of grafs, tags, applause, the collection, more to read."""
        minutes = 1 + sum(len(b.text) for b in copy.version.blocks) // (900 if self.english else 350)
        who = copy.signed(
            '<div class="postMetaInline-authorLockup"><a class="ds-link ds-link--styleSubtle" data-action="show-user-card">{}</a> <span class="followState"><button class="button button--smallest">'
            + copy.say("追蹤", "Follow")
            + "</button></span></div>"
        )
        pieces = self.blocks(copy)
        half = (len(pieces) + 1) // 2
        part = '<section name="{n}" class="section section--body"><div class="section-divider"><hr class="section-divider"></div><div class="section-content"><div class="section-inner sectionLayout--insetColumn">{text}</div></div></section>'
        head = f'<h1 name="{self._id(copy, 0)}" class="graf graf--h3 graf--leading graf--title">{copy.title}</h1><div class="uiScale uiScale-ui--small postMetaInline">{who}<div class="ui-caption"><time>{copy.day}</time><span class="middotDivider u-fontSize12"></span><span class="readingTime" title="{minutes} min read"></span>{minutes} {copy.say("分鐘閱讀", "min read")}</div></div>'
        more = copy.others(
            '<div class="streamItem"><a href="{url}"><h3 class="graf graf--h3">{title}</h3><p class="graf graf--p">{lead}…</p></a><div class="postMetaInline"><a>{by}</a><time>{day}</time></div></div>',
            3,
        )
        return (
            f'<article class="postArticle postArticle--full" lang="{self.language[:2]}"><header class="container u-maxWidth740"><a class="u-kicker" href="{copy.section_url}">{copy.section}</a></header><div class="postArticle-content js-postField js-notesSource">\n{part.format(n=self._id(copy, 1), text=head + chr(10) + chr(10).join(pieces[:half]))}\n{part.format(n=self._id(copy, 2), text=chr(10).join(pieces[half:]))}\n</div>\n'
            f'<footer class="u-paddingTop10"><ul class="tags tags--postTags tags--borderless">{copy.tags("<li><a class=`link u-baseColor--link` href=`{url}`>{tag}</a></li>")}</ul><div class="postActions"><button class="clapButton">{copy.salt % 513}</button><span class="u-xs-hide">{copy.say("如果喜歡這篇文章，請按住拍手。", "If you liked this, hold to applaud.")}</span></div></footer></article>\n'
            f'<div class="collectionCard"><h3><a href="/">{esc(copy.paper.name)}</a></h3><p>{copy.say("{name}，每天一則城市的故事。", "{name}: one story of the city a day.")}</p></div><div class="js-readNext"><h4>{copy.say("接著讀", "Read this next")}</h4>{more}</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A stream."""
        rows = "".join(
            f'<div class="postArticle postItem"><a href="{attr(c.url)}"><h3 class="graf graf--h3 graf--title">{esc(c.title)}</h3></a><p class="graf graf--p graf--trailing">{esc(c.summary)}…</p><div class="postMetaInline"><span class="ds-link">{esc(c.author)}</span><time>{self.day(c.published)}</time></div></div>\n'
            for c in cards
        )
        more = (
            f'<a class="button button--older" href="{attr(older)}">{self.word("更早", "Earlier")}</a>' if older else ""
        )
        return f'<h1 class="heading-title">{esc(heading)}</h1><div class="js-postStream">{rows}</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of grafs."""
        return f'<article class="pageArticle"><h1 class="graf graf--title">{esc(heading)}</h1>{"".join(f"<p class=graf>{esc(p)}</p>" for p in paragraphs)}</article>'


class Hydrated(Freehand):
    """2021: an application's page rendered once on a server: an editor's spans in every paragraph, hashed names, and a day that only says how long ago; the address has the day."""

    name = "hydrated"

    def draw(self, rng: Random) -> None:
        """The hashes."""
        self.seed = f"{rng.random()}"
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("記者 {a}", "記者 {a}、{b}", role="記者"),
            Hand("撰稿：{a}", "撰稿：{a}、{b}", role="撰稿"),
        )

    def c(self, role: str) -> str:
        """A name for a role."""
        code = hashlib.sha1((self.seed + role).encode(), usedforsecurity=False).hexdigest()
        return f'class="_{code[:4]}{code[4:6].upper()} _{code[8:12]}"'

    def day(self, t: datetime) -> str:
        """As in the address: the page itself never says it."""
        return f"{t:%Y/%m/%d}"

    def frame(self, page: Shell) -> str:
        """A root, a portal, a script."""
        items = self.menu(page.paper, "<a " + self.c("nav") + ' href="{url}">{name}</a>')
        data = json.dumps(
            {
                "page": "/[...path]",
                "buildId": hashlib.sha1(self.seed.encode(), usedforsecurity=False).hexdigest()[:12],
                "runtimeConfig": {"api": f"https://api.{page.paper.host}/v2"},
                "isFallback": False,
            }
        )
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head>{heads(page.charset)}<meta name="viewport" content="width=device-width"/><title>{esc(page.title)} | {esc(page.paper.name)}</title>{page.head}<link rel="preload" href="/_next/static/css/{self.seed[2:10]}.css" as="style"/></head><body><div id="__next"><div {self.c("shell")}><div {self.c("bar")}><a href="/" aria-label="{attr(page.paper.name)}"><svg width="24" height="24"><path d="M0 0h24v24z"></path></svg></a>{items}</div>\n{page.main}\n'
            f'<div {self.c("base")}><div>{esc(page.paper.rights)}</div><a href="/about">{self.word("關於", "About")}</a></div></div></div><div id="portal-root"></div><script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Open Graph without anything that helps."""
        return f'<meta property="og:site_name" content="{attr(copy.paper.name)}"/><meta property="og:title" content="{attr(copy.version.title)}"/><meta property="og:url" content="{attr(copy.url)}"/>'

    def block(self, copy: Copy, block: Block) -> str:
        """An editor's blocks: offsets and spans."""
        if block.kind in {"p", "h", "note", "quote"}:
            inner = "".join(
                f'<span data-offset-key="k-{n}-0"><span data-text="true">{esc(s)}</span></span>' if isinstance(s, str)
                else f'<a href="{attr(s[2])}" target="_blank"><span data-offset-key="k-{n}-0"><span data-text="true">{esc(s[1])}</span></span></a>' if s[0] == "a"
                else f'<span data-offset-key="k-{n}-0" style="font-weight:bold"><span data-text="true">{esc(s[1])}</span></span>'
                for n, s in enumerate(block.spans)
            )  # fmt: skip
            tag = {"h": "h2", "quote": "blockquote"}.get(block.kind, "div")
            return f'<{tag} {self.c(block.kind)} data-block="true" data-editor="e1"><div class="public-DraftStyleDefault-block public-DraftStyleDefault-ltr">{inner}</div></{tag}>'
        if block.kind == "table":
            return f"<div {self.c('table')}>{table(block.rows)}</div>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An atomic block."""
        credit = f"<span {self.c('credit')}>{esc(picture.credit)}</span>" if picture.credit else ""
        return f'<figure data-block="true" data-editor="e1" contenteditable="false"><div {self.c("img")}><img src="{self.source(copy, picture)}" alt="{attr(picture.caption)}" loading="lazy" decoding="async"/></div><div {self.c("cap")}>{esc(picture.caption)}</div>{credit}</figure>'

    def story(self, copy: Copy) -> str:
        """Two columns, the narrow one with the facts first."""
        who = copy.signed(
            f'<div {self.c("who")}><img src="/_next/image?u=face{copy.article.index % 8}" alt=""/><div {self.c("by")}>{{}}</div></div>'
        )
        pieces = self.blocks(copy)
        pieces.insert(
            min(3, len(pieces)),
            f'<div {self.c("slot")}><div id="dfp-{copy.salt % 9}">{copy.say("廣告", "Advertisement")}</div></div>',
        )
        more = copy.others(
            f'<a {self.c("row")} href="{{url}}"><div {self.c("rowt")}>{{title}}</div><div {self.c("rowd")}>{{section}}</div></a>',
            5,
        )
        return (
            f'<div {self.c("grid")}><div {self.c("rail")}><button aria-label="share"><svg></svg></button><button aria-label="save"><svg></svg><span>{copy.say("收藏", "Save")}</span></button></div><div {self.c("main")}><div {self.c("top")}><a {self.c("sec")} href="{copy.section_url}">{copy.section}</a><h1 {self.c("h1")}>{copy.title}</h1><div {self.c("meta")}>{who}<span {self.c("ago")}>{copy.ago()}</span></div></div>\n'
            f'<div class="DraftEditor-root"><div class="DraftEditor-editorContainer"><div data-contents="true">\n{chr(10).join(pieces)}\n</div></div></div>\n<div {self.c("chips")}>{copy.tags("<a " + self.c("chip") + " href=`{url}`>#{tag}</a>")}</div></div><div {self.c("side")}><div {self.c("sideh")}>{copy.say("為你推薦", "For you")}</div>{more}</div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows without days."""
        rows = "".join(
            f'<a {self.c("row")} href="{attr(c.url)}"><div {self.c("rowt")}>{esc(c.title)}</div><div {self.c("rowd")}>{esc(c.section)}</div><div {self.c("rows")}>{esc(c.summary)}…</div></a>\n'
            for c in cards
        )
        more = f'<a {self.c("more")} href="{attr(older)}">{self.word("載入更多", "Load more")}</a>' if older else ""
        return f"<div {self.c('list')}><div {self.c('listh')}>{esc(heading)}</div>{rows}</div>{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Boxes."""
        return f"<div {self.c('main')}><h1 {self.c('h1')}>{esc(heading)}</h1>{''.join('<div ' + self.c('p') + f'>{esc(p)}</div>' for p in paragraphs)}</div>"
