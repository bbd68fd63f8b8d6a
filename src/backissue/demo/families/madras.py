"""A design to judge by: an independent outlet of 2021 that readers pay for, rendered by a server and woken up in the browser."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Spokeshave(Freehand):
    """2021: a compiler's scoped classes: one grid, the section as an eyebrow, headline, faces and names with the day under them, paragraphs with anchors, an offer for members among them, corrections' box, topics, the page's state in a script."""

    name = "spokeshave"
    timed = True

    def draw(self, rng: Random) -> None:
        """The scope's hash, where the offer stands, how many minutes are told, how it signs."""
        self.scope = f"svelte-{choose(rng, '1x9k2ab', 'q7mz04', '1hd8v3c', 'uub5tr')}"
        self.offer = 2 + int(rng.random() * 4)
        self.minutes = rng.random() < 0.6
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("文：{a}", "文：{a}、{b}", photo="文：{a}　攝影：{b}", roles=("文", "攝影")),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``8 March 2021, 21:05``; ``2021年3月8日 21:05``."""
        return (
            f"{t.day} {MONTHS[t.month - 1]} {t.year}, {t:%H:%M}"
            if self.english
            else f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"
        )

    def frame(self, page: Shell) -> str:
        """A skip link, a header with a drawer, the grid, a foot with what the outlet is."""
        paper, s = page.paper, self.scope
        menu = self.menu(paper, f'<li class="{s}"><a class="{s}" sveltekit:prefetch href="{{url}}">{{name}}</a></li>')
        state = json.dumps({"page": {"host": paper.host, "path": "/"}, "session": {"user": None}}, ensure_ascii=False)
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1" />\n<title>{esc(page.title)} – {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/_app/assets/start-3f1c.css">\n<link rel="modulepreload" href="/_app/start-9be2.js">\n</head>\n<body>\n<div id="svelte"><a class="skip {s}" href="#main">{self.word("跳到正文", "Skip to content")}</a>\n<header class="{s}"><button class="drawer {s}" aria-expanded="false">{self.word("選單", "Menu")}</button><a class="word {s}" href="/">{esc(paper.name)}</a><a class="join {s}" href="/join">{self.word("加入會員", "Join")}</a></header>\n<nav class="{s}" hidden><ul class="{s}">{menu}</ul></nav>\n<main id="main" class="{s}">\n{page.main}\n</main>\n'
            f'<footer class="{s}"><p class="what {s}">{self.word("由讀者支持的獨立媒體，沒有廣告，沒有財團。", "Independent, paid for by readers. No adverts, no owners.")}</p><ul class="{s}"><li><a href="/about">{self.word("關於", "About")}</a></li><li><a href="/ethics">{self.word("守則", "Ethics")}</a></li><li><a href="/corrections">{self.word("更正", "Corrections")}</a></li></ul><small class="{s}">{esc(paper.rights)}</small></footer></div>\n<script type="application/json" data-type="svelte-data">{state}</script>\n<script type="module" data-hydrate="1k2j">import {{ start }} from "/_app/start-9be2.js"; start({{ target: document.querySelector("#svelte") }});</script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data with names, day and section."""
        data = {
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": copy.version.title,
            "datePublished": copy.article.published.replace(second=0, microsecond=0).isoformat(),
            "author": [{"@type": "Person", "name": p.name} for p in copy.said.people or ()],
            "articleSection": copy.article.section, "isAccessibleForFree": True,
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<link rel="canonical" href="{attr(copy.url)}" />\n<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Components for every kind, each with the scope."""
        s = self.scope
        if block.kind == "p":
            return f'<p class="{s}">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<h2 class="{s}">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<div class="amend {s}"><p class="{s}"><em>{spans(block.spans)}</em></p></div>'
        if block.kind == "quote":
            return f'<blockquote class="{s}"><p class="{s}">{spans(block.spans)}</p></blockquote>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure with sources for widths."""
        s, src = self.scope, self.source(copy, picture)
        credit = f'<cite class="{s}">{esc(picture.credit)}</cite>' if picture.credit else ""
        return f'<figure class="{s}"><picture><source srcset="{src}?w=1200 1200w, {src}?w=600 600w" type="image/webp"><img class="{s}" src="{src}" alt="" loading="lazy"></picture><figcaption class="{s}"><span class="{s}">{esc(picture.caption)}</span>{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Eyebrow, headline, faces, day, text with the offer, topics, next pieces, letter."""
        s = self.scope
        pieces = self.blocks(copy)
        if len(pieces) > self.offer:
            pieces.insert(self.offer, f'<aside class="offer {s}"><h3 class="{s}">{copy.say("我們靠你撐下去", "We run on readers")}</h3><p class="{s}">{copy.say("每月八十元，讓獨立報道繼續。", "Eight a month keeps this going.")}</p><a class="button {s}" href="/join">{copy.say("支持", "Support us")}</a></aside>')  # fmt: skip
        by = copy.signed(
            f'<div class="names {s}"><img class="face {s}" src="/faces/n.webp" alt="" width="40"><span class="{s}">{{}}</span></div>'
        )
        minutes = f' <span class="mins {s}">{copy.say(f"閱讀約 {2 + copy.article.index % 7} 分鐘", f"{2 + copy.article.index % 7} min read")}</span>' if self.minutes else ""  # fmt: skip
        topics = copy.tags(f"<li class=`{s}`><a class=`{s}` href=`{{url}}`>{{tag}}</a></li>")
        topics = (
            f'<section class="topics {s}"><h2 class="{s}">{copy.say("主題", "Topics")}</h2><ul class="{s}">{topics}</ul></section>\n'
            if topics
            else ""
        )
        more = copy.others(
            f"<li class=`{s}`><a class=`{s}` href=`{{url}}`><h3 class=`{s}`>{{title}}</h3><p class=`{s}`>{{lead}}</p></a></li>",
            3,
        )
        return (
            f'<article class="{s}">\n<a class="eyebrow {s}" href="{copy.section_url}">{copy.section}</a>\n<h1 class="{s}">{copy.title}</h1>\n{by}\n<div class="line {s}"><time class="{s}" datetime="{copy.article.published.replace(second=0, microsecond=0).isoformat()}">{copy.day}</time>{minutes}<button class="copy {s}">{copy.say("複製連結", "Copy link")}</button></div>\n<div class="prose {s}">\n{chr(10).join(pieces)}\n</div>\n{topics}</article>\n'
            f'<section class="next {s}"><h2 class="{s}">{copy.say("接着讀", "Read next")}</h2><ul class="{s}">{more}</ul></section>\n<section class="letter {s}"><h2 class="{s}">{copy.say("電郵通訊", "Newsletter")}</h2><form class="{s}"><input type="email" placeholder="you@mail.example"><button class="{s}">{copy.say("訂閱", "Subscribe")}</button></form></section>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid of pieces."""
        s = self.scope
        rows = "\n".join(f'<li class="tile {s}"><a class="{s}" href="{attr(c.url)}"><span class="eyebrow {s}">{esc(c.section)}</span><h2 class="{s}">{esc(c.title)}</h2><p class="{s}">{esc(c.summary)}</p></a><p class="by {s}">{esc(c.author)} · <time class="{s}" datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></p></li>' for c in cards)  # fmt: skip
        more = f'\n<a class="older {s}" href="{attr(older)}">{self.word("更早", "Older")}</a>' if older else ""
        return f'<h1 class="{s}">{esc(heading)}</h1>\n<ul class="tiles {s}">\n{rows}\n</ul>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the outlet's."""
        s = self.scope
        return f'<article class="{s}"><h1 class="{s}">{esc(heading)}</h1><div class="prose {s}">{"".join(f"<p class={chr(34)}{s}{chr(34)}>{esc(p)}</p>" for p in paragraphs)}</div></article>'


DESIGNS: tuple[type[Freehand], ...] = (Spokeshave,)
ADDRESSES: dict[str, Form] = {
    "yyyy/section/slug-": Form(
        lambda p, a, _v: f"/{a.published:%Y}/{p.sections.get(a.section, 'news')}/{ascii_slug(a)}", has_id=False
    )
}
