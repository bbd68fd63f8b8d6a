"""A design to judge by: a founder-less collective of 2022 that publishes from a shared notebook."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Trowel(Freehand):
    """2022: a shared notebook made public: hashed blocks, a table of properties under the headline with a name and a value in each row, callouts with an emoji, toggles, a gallery of the others, the notebook's badge."""

    name = "trowel"
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """The order of properties, whether a callout opens, how it signs."""
        self.order = choose(rng, "asct", "sact", "ctas")
        self.callout = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("{a}（文）", "{a}、{b}（文）", photo="{a}（文）、{b}（圖）", role="文", roles=("文", "圖")),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2022``; ``2022年3月8日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """A bar of breadcrumbs, the page, the badge."""
        paper = page.paper
        menu = self.menu(
            paper,
            '<a class="notion-link notion-collection-card" href="{url}"><span class="notion-page-title-text">{name}</span></a>',
        )
        return f'<!DOCTYPE html><html lang="{self.language}" class="notion-html"><head>{heads(page.charset)}<meta name="viewport" content="width=device-width,initial-scale=1"><title>{esc(page.title)} | {esc(paper.name)}</title><link rel="stylesheet" href="/_next/static/css/3f7e.css"></head>\n<body class="notion-body light-mode"><div id="__next"><div class="notion notion-app"><div class="notion-viewport"></div><div class="notion-frame">\n<header class="notion-topbar"><a class="notion-breadcrumb-item" href="/">{esc(paper.name)}</a><nav class="topnav">{menu}</nav></header>\n<div class="notion-page-scroller"><div class="notion-page-cover-wrapper"></div><main class="notion-page notion-full-width">\n{page.main}\n</main></div>\n<footer class="nfoot">{esc(paper.rights)} <a href="/about">{self.word("我們是誰", "Who we are")}</a></footer></div></div></div></body></html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Blocks of a notebook."""
        if block.kind == "p":
            return f'<div class="notion-text">{spans(block.spans)}</div>'
        if block.kind == "h":
            return f'<h3 class="notion-h notion-h2"><span><div class="notion-header-anchor"></div><span class="notion-h-title">{spans(block.spans)}</span></span></h3>'
        if block.kind == "note":
            return f'<div class="notion-text"><em>{spans(block.spans)}</em></div>'
        if block.kind == "quote":
            return f'<blockquote class="notion-quote"><div>{spans(block.spans)}</div></blockquote>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An asset with its caption."""
        credit = f" <i>{esc(picture.credit)}</i>" if picture.credit else ""
        return f'<figure class="notion-asset-wrapper notion-asset-wrapper-image"><div style="width:100%"><img src="{self.source(copy, picture)}" alt="notion image" loading="lazy"></div><figcaption class="notion-asset-caption">{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Title, properties, callout, blocks, gallery."""

        def row(name: str, value: str) -> str:
            return (
                f'<div class="notion-collection-row-property"><div class="notion-collection-column-title"><div class="notion-collection-column-title-body">{name}</div></div><div class="notion-collection-row-value">{value}</div></div>\n'
                if value
                else ""
            )

        tags = copy.tags(
            '<span class="notion-property notion-property-multi_select-item"><a href="{url}">{tag}</a></span>'
        )
        rows = {
            "a": row(
                copy.say("作者", "Author"), copy.signed('<span class="notion-property notion-property-text">{}</span>')
            ),
            "s": row(
                copy.say("欄目", "Section"),
                f'<span class="notion-property notion-property-select"><a href="{copy.section_url}">{copy.section}</a></span>',
            ),
            "c": row(
                copy.say("發布日期", "Published"),
                f'<span class="notion-property notion-property-date">{copy.day}</span>',
            )
            + row(
                copy.say("最後編輯", "Last edited"),
                copy.changed('<span class="notion-property notion-property-date">{}</span>'),
            ),
            "t": row(copy.say("標籤", "Tags"), tags),
        }
        callout = (
            f'<div class="notion-callout notion-gray_background_co"><div class="notion-page-icon-inline"><span>💡</span></div><div class="notion-callout-text">{copy.say("我們沒有辦公室，只有讀者。", "We have no office, only readers.")}</div></div>\n'
            if self.callout
            else ""
        )
        more = copy.others(
            "<a class=`notion-collection-card notion-collection-card-size-medium` href=`{url}`><div class=`notion-collection-card-body`><span class=`notion-page-title-text`>{title}</span></div></a>",
            3,
        )
        return f'<h1 class="notion-title">{copy.title}</h1>\n<div class="notion-collection-row"><div class="notion-collection-row-body">\n{"".join(rows[k] for k in self.order)}</div></div>\n<div class="notion-page-content"><article class="notion-page-content-inner">\n{callout}{chr(10).join(self.blocks(copy))}\n</article></div>\n<div class="notion-gallery"><div class="notion-gallery-grid">{more}</div></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A gallery."""
        rows = "\n".join(
            f'<a class="notion-collection-card" href="{attr(c.url)}"><div class="notion-collection-card-property"><span class="notion-page-title-text">{esc(c.title)}</span></div><div class="notion-collection-card-property">{esc(c.section)}</div><div class="notion-collection-card-property">{self.day(c.published)}</div></a>'
            for c in cards
        )
        more = (
            f'\n<a class="notion-load-more" href="{attr(older)}">{self.word("載入更多", "Load more")}</a>'
            if older
            else ""
        )
        return f'<h1 class="notion-title">{esc(heading)}</h1><div class="notion-gallery-grid">\n{rows}\n</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the notebook."""
        return f'<h1 class="notion-title">{esc(heading)}</h1><div class="notion-page-content">{"".join(f"<div class={chr(34)}notion-text{chr(34)}>{esc(p)}</div>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Trowel,)
ADDRESSES: dict[str, Form] = {"slug-id-root": Form(lambda _p, a, _v: f"/{ascii_slug(a)}-{a.id}")}
