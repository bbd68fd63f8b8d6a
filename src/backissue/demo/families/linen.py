"""A design to judge by: a monthly turned daily in 2019, on a publishing service with a magazine's look."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Planer(Freehand):
    """2019: a publishing service's theme: the section as the first tag over the headline, an excerpt, a card of who wrote with minutes to read, cards of pictures, members' calls, a bar that floats with the headline again."""

    name = "planer"

    def draw(self, rng: Random) -> None:
        """Where the writers stand, whether machines are told them, how it signs."""
        self.below = rng.random() < 0.5
        self.told = rng.random() < 0.6
        self.hand = choose(
            rng,
            Hand("{a}", "{a}，{b}"),
            Hand("{a} 報道", "{a}、{b} 報道", placed="{a} 於{p}報道"),
            Hand("文：{a}", "文：{a}、{b}", photo="文：{a}　圖：{b}", role="文", roles=("文", "圖")),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"))

    def day(self, t: datetime) -> str:
        """``8 Mar 2019``; ``2019 年 3 月 8 日``."""
        return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}" if self.english else f"{t.year} 年 {t.month} 月 {t.day} 日"

    def frame(self, page: Shell) -> str:
        """The cover or a thin head, the page, a foot."""
        name, word = esc(page.paper.name), self.word
        nav = self.menu(page.paper, '<li class="nav-item"><a href="{url}">{name}</a></li>')
        return f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)}</title>\n<meta name="viewport" content="width=device-width, initial-scale=1.0">\n{page.head}<link rel="stylesheet" href="/assets/built/screen.css?v=9f1c2a">\n</head>\n<body class="{"post-template" if page.is_story else "tag-template"}">\n<div class="site-wrapper">\n<header class="site-header"><div class="outer site-nav-main"><nav class="site-nav"><a class="site-nav-logo" href="/">{name}</a><ul class="nav">{nav}<li class="nav-item"><a href="/about">{word("關於", "About")}</a></li></ul><a class="subscribe-button" href="#subscribe">{word("訂閱", "Subscribe")}</a></nav></div></header>\n{page.main}\n<footer class="site-footer outer"><div class="inner"><section class="copyright">{esc(page.paper.rights)}</section><nav class="site-footer-nav"><a href="/">{word("最新", "Latest Posts")}</a><a href="/privacy">{word("私隱", "Privacy")}</a></nav></div></footer>\n</div>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """Linked data with or without who wrote."""
        data = {"@context": "https://schema.org", "@type": "Article", "headline": copy.version.title, "url": copy.url, "keywords": ", ".join(copy.said.tags or ()), "publisher": {"@type": "Organization", "name": copy.paper.name}}  # fmt: skip
        if self.told:
            data["author"] = {"@type": "Person", "name": copy.paper.name}
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:type" content="article">\n<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Cards of several kinds."""
        if block.kind == "h":
            return f'<h2 id="part-{len(block.text)}">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<div class="kg-card kg-callout-card"><div class="kg-callout-text">{spans(block.spans)}</div></div>'
        if block.kind == "table":
            return f"<!--kg-card-begin: html-->{table(block.rows)}<!--kg-card-end: html-->"
        if block.kind == "embed":
            return f'<figure class="kg-card kg-embed-card"><iframe src="{attr(block.url)}" width="480" height="270"></iframe></figure>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A card with its words in one caption."""
        source = self.source(copy, picture)
        credit = f"<em> {esc(picture.credit)}</em>" if picture.credit else ""
        return f'<figure class="kg-card kg-image-card kg-width-wide kg-card-hascaption"><img src="{source}" class="kg-image" alt srcset="{source} 1000w" sizes="(min-width: 1200px) 1200px"><figcaption>{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """The article, its card of writers, its calls, what to read next."""
        who = copy.signed('<h4 class="author-name">{}</h4>')
        minutes = 2 + copy.article.index % 7
        card = f'<div class="post-full-byline"><section class="post-full-byline-content"><ul class="author-list"><li class="author-list-item"><span class="author-avatar"></span></li></ul>{who}<div class="byline-meta-content"><time class="byline-meta-date">{copy.day}</time><span class="byline-reading-time"><span class="bull">&bull;</span> {minutes} {copy.say("分鐘閱讀", "min read")}</span></div></section></div>\n'
        tags = copy.tags('<a class="post-tag" href="{url}">{tag}</a>', "\n")
        more = copy.others(
            "<article class=`post-card post tag-x`><a class=`post-card-content-link` href=`{url}`><header><div class=`post-card-primary-tag`>{section}</div><h2 class=`post-card-title`>{title}</h2></header><section class=`post-card-excerpt`><p>{lead}</p></section></a></article>",
            3,
        )
        body = "\n".join(self.blocks(copy))
        return f'<main id="site-main" class="site-main outer"><div class="inner">\n<article class="post-full post">\n<header class="post-full-header"><section class="post-full-tags"><a href="{copy.section_url}">{copy.section}</a></section><h1 class="post-full-title">{copy.title}</h1>\n{"" if self.below else card}</header>\n<section class="post-full-content"><div class="post-content load-external-scripts">\n{body}\n</div></section>\n{card if self.below else ""}<section class="post-tags">{tags}</section>\n<section class="subscribe-form"><h3 class="subscribe-form-title">{copy.say("訂閱{name}", "Subscribe to {name}")}</h3><p>{copy.say("最新文章直送你的信箱", "Get the latest posts delivered right to your inbox")}</p><form><input placeholder="youremail@example.com"><button>{copy.say("訂閱", "Subscribe")}</button></form></section>\n</article>\n</div></main>\n<aside class="read-next outer"><div class="inner"><div class="read-next-feed">{more}</div></div></aside>\n<div class="floating-header"><div class="floating-header-title">{copy.title}</div><div class="floating-header-share"><a href="https://twitter.com/share">Tweet</a></div></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A feed of cards."""
        rows = "\n".join(f'<article class="post-card post"><a class="post-card-content-link" href="{attr(c.url)}"><h2 class="post-card-title">{esc(c.title)}</h2><p>{esc(c.summary)}</p></a><footer class="post-card-meta"><time>{self.day(c.published)}</time></footer></article>' for c in cards)  # fmt: skip
        more = f'\n<nav class="pagination"><a class="older-posts" href="{attr(older)}">{self.word("較早", "Older Posts")}</a></nav>' if older else ""  # fmt: skip
        return f'<main class="site-main outer"><h1 class="site-title">{esc(heading)}</h1><div class="post-feed">\n{rows}\n</div>{more}</main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<main class="site-main outer"><article class="post-full page"><h1 class="post-full-title">{esc(heading)}</h1><div class="post-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></article></main>'


DESIGNS: tuple[type[Freehand], ...] = (Planer,)
ADDRESSES: dict[str, Form] = {"slug-id/ at the root": Form(lambda _p, a, _v: f"/{ascii_slug(a)}-{a.id}/")}
