"""A design: a digital-first news site on a CMS of components."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Hobby(Freehand):
    """2017: components with BEM names, amp- elements: kicker, headline and dek-less head, byline and two clocks in one row, shares at two places, cards among the paragraphs, topic chips, who wrote it, a carousel of more."""

    name = "hobby"
    timed = True
    stamped = True
    category = True

    def draw(self, rng: Random) -> None:
        """Where the section and the byline row stand, how it signs."""
        self.filed_below = rng.random() < 0.4  # the section beside the topics instead of above the headline
        self.row_first = rng.random() < 0.35  # the shares under the headline come before the byline row
        self.hand = choose(
            rng,
            Hand("{a} 報導", "{a} 與 {b} 報導", placed="{a} {p}報導", photo="{a} 報導｜{b} 影像", desk="{o} 整理", agency="{o} 供稿", role="報導", roles=("報導", "影像")),
            Hand("{a}", "{a} × {b}", photo="{a} × {b}"),
            Hand("記者 {a}", "記者 {a}、{b}", placed="記者 {a} 發自{p}", desk="{o}", role="記者"),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} & {b}", photo="Story by {a} | Photos by {b}", desk="By {o}", agency="Via {o}", roles=("Story", "Photos")),
            Hand("{a}", "{a} + {b}", placed="{a} in {p}"),
            Hand("by {a}", "by {a} and {b}", placed="by {a}, reporting from {p}", desk="by {o}", agency="from {o}"),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Wed, Mar 8 2017, 9:05pm``; ``2017.3.8（三）21:05``."""
        if self.english:
            return f"{DAYS[t.weekday()][:3]}, {MONTHS[t.month - 1][:3]} {t.day} {t.year}, {clock(t, 'am', 'pm').replace(' ', '')}"
        return f"{t.year}.{t.month}.{t.day}（{DAYS_ZH[t.weekday()]}）{t:%H:%M}"

    def stamp(self, t: datetime) -> str:
        """The same without the weekday."""
        return f"{MONTHS[t.month - 1][:3]} {t.day} {t.year}, {clock(t, 'am', 'pm').replace(' ', '')}" if self.english else f"{t.year}.{t.month}.{t.day} {t:%H:%M}"  # fmt: skip

    def machine(self, copy: Copy) -> str:
        """Cards for the networks, and a record: times in UTC, the section by its part."""
        paper, article = copy.paper, copy.article
        base = f"https://{paper.host}"
        utc = f"{article.published.astimezone(UTC):%Y-%m-%dT%H:%M}:00.000Z"
        last = f"{(copy.version.updated or article.published).astimezone(UTC):%Y-%m-%dT%H:%M}:00.000Z"
        record = {
            "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": copy.url, "headline": copy.version.title[:110],
            "datePublished": utc, "dateModified": last, "articleSection": copy.part, "description": copy.lead,
            "author": [{"@type": "Person", "name": p.name} for p in copy.said.people or ()] or {"@type": "Organization", "name": paper.name},
            "publisher": {"@type": "Organization", "name": paper.name, "logo": {"@type": "ImageObject", "url": f"{base}/static/logo-amp.png", "width": 600, "height": 60}},
        }  # fmt: skip
        told = json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta name="description" content="{attr(copy.lead)}">\n<meta property="og:type" content="article">\n<meta property="og:site_name" content="{attr(paper.name)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:url" content="{attr(copy.url)}">\n<meta property="article:published_time" content="{utc}">\n<meta name="twitter:card" content="summary_large_image">\n<script type="application/ld+json">{told}</script>\n'

    def frame(self, page: Shell) -> str:
        """A sticky bar, a drawer, the page, a footer with the letter."""
        paper, w = page.paper, self.word
        now = page.section if page.is_story else ""
        bar = self.menu(paper, '<li class="site-nav__item{on}"><a class="site-nav__link" href="{url}">{name}</a></li>', now=now, current=" site-nav__item--active")  # fmt: skip
        drawer = self.menu(paper, '<a class="drawer__link" href="{url}">{name}</a>')
        kind = "article" if page.is_story else "river"
        return f'<!doctype html>\n<html amp lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} - {esc(paper.name)}</title>\n<meta name="viewport" content="width=device-width,minimum-scale=1">\n{page.head}<style amp-custom>.l-wrap{{max-width:64rem;margin:0 auto}}.body__p{{line-height:1.7}}.chip{{border-radius:2px}}</style>\n</head>\n<body class="t-{kind}" data-template="{kind}@3">\n<a class="u-skip" href="#main">{w("跳至內容", "Skip to content")}</a>\n<header class="site-header site-header--sticky"><button class="site-header__toggle" on="tap:drawer.toggle" aria-label="{w("選單", "Menu")}"><span class="icon icon--bars"></span></button><a class="site-header__logo" href="/">{esc(paper.name)}</a><nav class="site-nav"><ul class="site-nav__list">{bar}</ul></nav><a class="btn btn--small btn--support" href="/support">{w("支持我們", "Support us")}</a></header>\n<amp-sidebar id="drawer" class="drawer" layout="nodisplay" side="left">{drawer}<a class="drawer__link drawer__link--minor" href="/about">{w("關於我們", "About")}</a></amp-sidebar>\n<main id="main" class="l-wrap">\n{page.main}\n</main>\n<footer class="site-footer"><form class="newsletter newsletter--footer" method="get" action="/letter" target="_top"><label class="newsletter__label">{esc(paper.letter)}</label><input class="newsletter__input" type="email" name="e" placeholder="{w("電郵地址", "you@example.com")}"><button class="btn">{w("訂閱", "Sign me up")}</button></form><ul class="site-footer__links"><li><a href="/privacy">{w("私隱政策", "Privacy")}</a></li><li><a href="/ethics">{w("編採守則", "Ethics statement")}</a></li><li><a href="/tips">{w("報料", "Send a tip")}</a></li></ul><p class="site-footer__legal">{esc(paper.rights)}</p></footer>\n<amp-analytics type="custom"></amp-analytics>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Each block a component."""
        kind = block.kind
        if kind == "p":
            return f'<p class="body__p">{spans(block.spans)}</p>'
        if kind == "h":
            return f'<h2 class="body__h body__h--2"><span class="body__h-text">{spans(block.spans)}</span></h2>'
        if kind == "quote":
            return f'<blockquote class="body__quote quote"><p class="quote__text">{spans(block.spans)}</p></blockquote>'
        if kind in {"ul", "ol"}:
            items = "".join(f'<li class="list__item">{esc(i)}</li>' for i in block.items)
            return f'<{kind} class="body__list list list--{kind}">{items}</{kind}>'
        if kind == "table":
            more = ' class="data-table__table"'
            return f'<div class="body__embed data-table" tabindex="0">{table(block.rows, more)}</div>'
        if kind == "embed":
            return f'<div class="body__embed embed embed--video"><amp-iframe width="16" height="9" layout="responsive" sandbox="allow-scripts allow-same-origin" src="{attr(block.url)}"><span class="embed__placeholder" placeholder></span></amp-iframe></div>'
        if kind == "note":
            return f'<p class="body__p body__p--note"><em>{spans(block.spans)}</em></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A responsive picture, its caption and credit in two elements."""
        src = self.source(copy, picture)
        credit = f'<cite class="figure__credit">{esc(picture.credit)}</cite>' if picture.credit else ""
        return f'<figure class="body__figure figure figure--wide"><div class="figure__frame"><amp-img src="{src}" width="1200" height="800" layout="responsive" alt=""><noscript><img src="{src}" alt=""></noscript></amp-img></div><figcaption class="figure__meta"><span class="figure__caption">{esc(picture.caption)}</span>{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """The article, its cards, its topics, its people, more."""
        say, article, said = copy.say, copy.article, copy.said
        utc = f"{article.published.astimezone(UTC):%Y-%m-%dT%H:%M}:00Z"
        link = f'<a class="{{}}" href="{copy.section_url}">{copy.section}</a>'
        top = "" if self.filed_below else f'<div class="article__kicker">{link.format("kicker")}</div>\n'
        filed = f'<div class="article__filed"><span class="article__filed-label">{say("分類", "Filed under")}</span> {link.format("article__filed-link")}</div>\n' if self.filed_below else ""  # fmt: skip
        by = copy.linked('<a class="byline__name" href="/authors" rel="author">{}</a>')
        by = f'<div class="byline">{by}</div>' if by else ""
        changed = copy.changed(f'<span class="dateline__updated"><span class="dateline__label">{say("更新", "Updated")}</span> <span class="dateline__time">{{}}</span></span>')  # fmt: skip
        minutes = 1 + sum(len(b.text) for b in copy.version.blocks) // (1200 if self.english else 400)
        row = f'<div class="article__meta">{by}<div class="dateline"><time class="dateline__time" datetime="{utc}">{copy.day}</time>{changed}</div><span class="readtime">{minutes} {say("分鐘閱讀", "min read")}</span></div>\n'
        share = "".join(f'<amp-social-share class="share__btn share__btn--{n}" type="{n}" width="36" height="36" aria-label="{n}"></amp-social-share>' for n in ("facebook", "twitter", "whatsapp", "email"))  # fmt: skip
        shares = f'<div class="share share--{{}}">{share}<span class="share__count">{article.index * 37 % 900 + 12} {say("次分享", "shares")}</span></div>\n'
        head = shares.format("top") + row if self.row_first else row + shares.format("top")
        parts = self.blocks(copy)
        ad = f'<aside class="ad ad--inline"><span class="ad__label">{say("廣告", "Advertisement")}</span><amp-ad width="300" height="250" type="doubleclick" data-slot="/news/inline-1"></amp-ad></aside>'
        also = copy.others('<a class="inset__link" href="{url}">{title}</a>', 1, skip=article.index % 3)
        inset = f'<aside class="inset inset--related"><span class="inset__label">{say("延伸閱讀", "Read next")}</span>{also}</aside>'
        box = f'<aside class="newsletter newsletter--inline"><h4 class="newsletter__title">{say("{letter}", "{letter}")}</h4><p class="newsletter__pitch">{say("每週一封，五分鐘看完。", "One email a week. Five minutes, tops.")}</p><a class="btn btn--primary" href="/letter">{say("免費訂閱", "Subscribe free")}</a></aside>'
        for at, extra in ((7, box), (4, inset if also else ""), (2, ad)):
            if len(parts) > at and extra:
                parts.insert(at, extra)
        body = "\n".join(parts)
        tags = copy.tags('<li class="chips__item"><a class="chip" href="{url}">{tag}</a></li>')
        tags = f'<ul class="article__topics chips">{tags}</ul>\n' if tags else ""
        bios = "".join(f'<div class="bio"><span class="bio__avatar" aria-hidden="true"></span><div class="bio__text"><a class="bio__name" href="/authors">{esc(p.name)}</a><p class="bio__about">{say("為{name}撰稿。", "Writes for {name}.")}</p></div></div>' for p in said.people or () if p.kind == "person")  # fmt: skip
        bios = f'<section class="article__bios">{bios}</section>\n' if bios else ""
        asks = f'<div class="reaction"><p class="reaction__title">{say("看完有甚麼感覺？", "How does this story make you feel?")}</p>' + "".join(f'<button class="reaction__btn">{e} <span class="reaction__n">{(article.index + i) * 11 % 60}</span></button>' for i, e in enumerate(("👏", "😮", "😡"))) + "</div>\n"  # fmt: skip
        said_by = copy.remarks('<li class="comment"><span class="comment__author">{who}</span> <span class="comment__age">{when}</span><div class="comment__text">{what}</div><button class="comment__like">+{n}</button></li>')  # fmt: skip
        comments = f'<section class="comments" id="comments"><h3 class="comments__title">{say("留言", "Join the conversation")}</h3><ol class="comments__list">{said_by}</ol></section>\n'
        more = copy.others('<a class="card card--mini" href="{url}"><span class="card__kicker">{section}</span><span class="card__title">{title}</span></a>', 4)  # fmt: skip
        return f'<article class="article article--standard" data-id="{article.id}">\n<header class="article__header">\n{top}<h1 class="article__headline">{copy.title}</h1>\n{head}</header>\n<div class="article__body body" data-track="body">\n{body}\n</div>\n<footer class="article__footer">\n{filed}{tags}{shares.format("bottom")}{bios}{asks}</footer>\n</article>\n{comments}<section class="recirc"><h3 class="recirc__title">{say("{name}更多報導", "More from {name}")}</h3><amp-carousel class="recirc__track" height="220" layout="fixed-height">{more}</amp-carousel></section>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A river of cards."""
        rows = "\n".join(f'<div class="river__item"><article class="card card--river"><h2 class="card__title"><a class="card__link" href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="card__dek">{esc(c.summary)}</p><time class="card__time">{self.day(c.published)}</time></article></div>' for c in cards)  # fmt: skip
        more = (
            f'\n<a class="btn btn--more" href="{attr(older)}">{self.word("載入更多", "More stories")}</a>'
            if older
            else ""
        )
        return f'<section class="river"><h1 class="river__title">{esc(heading)}</h1>\n{rows}{more}\n</section>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page."""
        return f'<div class="static-page"><h1 class="static-page__title">{esc(heading)}</h1><div class="static-page__body body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Hobby,)
ADDRESSES: dict[str, Form] = {
    "hobby/y/m/d/id/slug": Form(lambda _p, a, _v: f"/{a.published.year}/{a.published.month}/{a.published.day}/{a.id}/{ascii_slug(a)}")
}  # fmt: skip
