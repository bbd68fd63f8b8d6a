"""The design of an online daily that was made for telephones first."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Vendace"]


class Vendace(Freehand):
    """2018: an online daily made for telephones first: a strip of channels, two hours in a line, a story to tap among the paragraphs, marks of the hash for topics, what all read below."""

    name = "vendace"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether a cover stands above the headline, how often stories break the text, what comes first in the line, how it signs."""
        self.cover = rng.random() < 0.6
        self.every = choose(rng, 2, 3)
        self.writer_first = rng.random() < 0.5
        self.bar = choose(rng, "#d0021b", "#0a7d8c", "#1b1b1b")
        self.hand = choose(
            rng,
            Hand("撰文：{a}", "撰文：{a} {b}", photo="撰文：{a} 攝影：{b}", role="撰文", roles=("撰文", "攝影")),
            Hand("{a}", "{a} {b}", placed="{a}（{p}）"),
            Hand("記者 {a}", "記者 {a}、{b}", placed="{p}記者 {a}", role="記者"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} / {b}"), Hand("Text: {a}", "Text: {a}, {b}"))

    def day(self, t: datetime) -> str:
        """``08 Mar 2018 09:05``; ``2018/03/08 09:05``."""
        return f"{t:%d} {MONTHS[t.month - 1][:3]} {t:%Y %H:%M}" if self.english else f"{t:%Y/%m/%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar that stays, channels to push aside, a drawer, the page, tabs at the bottom as an application has them."""
        strip = self.menu(
            page.paper,
            '<a class="c-strip__item{on}" href="{url}">{name}</a>',
            "\n",
            now=page.section,
            current=" is-on",
        )
        drawer = self.menu(page.paper, '<li><a href="{url}">{name}</a></li>')
        rules = f"body{{margin:0;font:17px/1.7 -apple-system,'PingFang HK',sans-serif;color:#222}}.c-bar{{background:{self.bar};color:#fff;padding:12px 16px;display:flex;justify-content:space-between}}.c-bar a{{color:#fff;font-weight:700}}.c-strip{{display:flex;overflow-x:auto;white-space:nowrap;gap:16px;padding:10px 16px;border-bottom:1px solid #ddd}}.c-drawer{{display:none}}.l-page{{max-width:680px;margin:0 auto;padding:0 16px 64px}}.l-page img{{width:100%}}.c-meta{{font-size:14px;color:#777}}.c-inlink,.c-inread,.c-getapp{{background:#f4f4f4;padding:12px;margin:16px 0;display:block}}.c-tabs{{position:fixed;bottom:0;left:0;right:0;background:#fff;border-top:1px solid #ddd;display:flex;justify-content:space-around;padding:8px}}"
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" class="no-js">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">\n<meta name="apple-itunes-app" content="app-id=1000000000">\n<meta name="theme-color" content="{self.bar}">\n<title>{esc(page.title)}{f"｜{esc(page.section)}" if page.is_story and not self.english else ""}｜{esc(page.paper.name)}</title>\n{page.head}<style>{rules}</style>\n<script async src="https://ads.example/tag/gpt.js"></script>\n</head>\n<body data-page="{"article" if page.is_story else "channel"}">\n'
            f'<div class="c-smartapp js-smartapp" hidden><span>{self.word("用應用程式看，更快更省流量", "Faster in the app")}</span><button>{self.word("打開", "Open")}</button></div>\n<header class="c-bar js-sticky"><button class="c-bar__burger" aria-label="{self.word("選單", "Menu")}">≡</button><a class="c-bar__logo" href="/">{esc(page.paper.name)}</a><button class="c-bar__find" aria-label="{self.word("查找", "Search")}">⌕</button></header>\n<div class="c-strip js-swipe">\n<a class="c-strip__item" href="/">{self.word("即時", "Now")}</a>\n{strip}\n<a class="c-strip__item" href="/video">{self.word("影片", "Video")}</a></div>\n'
            f'<div class="c-drawer"><ul>{drawer}<li><a href="/about">{self.word("關於我們", "About us")}</a></li><li><a href="/login">{self.word("登入", "Log in")}</a></li></ul><p class="c-drawer__rights">{esc(page.paper.rights)}</p></div>\n<div class="c-slot c-slot--top" id="div-gpt-top"><span>{self.word("廣告", "Ad")}</span></div>\n<div class="l-page">\n{page.main}\n</div>\n'
            f'<nav class="c-tabs"><a href="/">{self.word("主頁", "Home")}</a><a href="/hot">{self.word("熱門", "Hot")}</a><a href="/follow">{self.word("關注", "Following")}</a><a href="/me">{self.word("我的", "Me")}</a></nav>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Cards for sharing, key words, and what the counters are fed."""
        tags = copy.said.tags or ()
        words = f'<meta name="keywords" content="{attr(",".join(tags))}">\n' if tags else ""
        layer = {
            "pageType": "article", "articleId": copy.article.id, "channel": copy.article.section, "title": copy.version.title,
            "publishTime": f"{copy.article.published:%Y-%m-%d %H:%M}", "tags": list(tags), "author": [p.name for p in copy.said.people or ()] if copy.said.author else [],
        }  # fmt: skip
        script = json.dumps(layer, ensure_ascii=False).replace("</", "<\\/")
        return f'{words}<meta name="description" content="{attr(copy.lead)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:description" content="{attr(copy.lead)}">\n<meta property="og:type" content="article">\n<meta property="og:url" content="{attr(copy.url)}">\n<meta property="fb:app_id" content="100000000000000">\n<script>window.dataLayer=window.dataLayer||[];dataLayer.push({script});</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Plain prose; what is not prose in a component."""
        if block.kind == "h":
            return f'<h3 class="c-body__sub">{spans(block.spans)}</h3>'
        if block.kind == "note":
            return f'<p class="c-body__note">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f'<blockquote class="c-pull"><span class="c-pull__mark" aria-hidden="true"></span><p class="c-pull__text">{spans(block.spans)}</p></blockquote>'
        if block.kind == "table":
            return f'<div class="c-xscroll js-swipe">{table(block.rows, " border=`0`".replace("`", chr(34)))}</div>'
        if block.kind == "embed":
            return f'<div class="c-ratio c-ratio--16x9"><iframe data-lazy="1" src="{attr(block.url)}" frameborder="0" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture that opens all pictures, its words, who took it."""
        source = self.source(copy, picture)
        credit = f'<span class="c-photo__by">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="c-photo js-gallery" data-pid="{picture.number}"><div class="c-photo__box"><img class="lazyload" src="{source}" data-full="{source}" alt="{attr(picture.caption)}"><i class="c-photo__zoom"></i></div><figcaption class="c-photo__cap">{esc(picture.caption)}{credit}</figcaption></figure>'

    def _text(self, copy: Copy, blocks: tuple[Block, ...]) -> str:
        """The text; after every few paragraphs a story to tap, then an advertisement's hole, by turns."""
        out: list[str] = []
        read = 0
        breaks = 0
        for block in blocks:
            out.append(self.block(copy, block))
            read += block.kind == "p"
            if block.kind != "p" or read % self.every:
                continue
            card = copy.others('<a class="c-inlink" href="{url}"><span class="c-inlink__label">' + copy.say("相關報道", "Related") + '</span><strong class="c-inlink__ttl">{title}</strong></a>', 1, skip=breaks // 2)  # fmt: skip
            hole = f'<div class="c-inread" id="div-gpt-inread-{breaks}"><span>{copy.say("廣告．內文未完", "Story continues below")}</span></div>'
            if breaks < 4:
                out.append(hole if breaks % 2 else card)
            breaks += 1
        return "\n".join(out)

    def story(self, copy: Copy) -> str:
        """Cover, crumbs, headline, a line of hours and writer, tools, text, application, topics, faces, rankings, remarks."""
        blocks = copy.version.blocks
        cover = ""
        if self.cover and blocks and blocks[0].picture:
            cover = f'<div class="c-cover">{self.picture(copy, blocks[0].picture)}</div>\n'
            blocks = blocks[1:]
        t = copy.article.published.replace(second=0, microsecond=0)
        by = copy.linked('<a class="c-meta__who" href="/author">{}</a>')
        by = f'<div class="c-meta__by">{by}</div>\n' if by else ""
        changed = copy.said.changed
        later = f'<time class="c-meta__time" datetime="{changed.isoformat()}">{copy.say("更新：", "Updated: ")}{copy.said.updated}</time>' if changed else ""  # fmt: skip
        when = f'<div class="c-meta__times"><time class="c-meta__time" datetime="{t.isoformat()}">{copy.say("出版：", "Published: ")}{copy.day}</time> {later}</div>\n'
        topics = copy.tags('<a class="c-hash" href="{url}">#{tag}</a>', "\n")
        topics = f'<div class="c-hashes">\n{topics}\n</div>\n' if topics else ""
        faces = "".join(
            f'<button class="c-face" data-face="{n}"><i></i>{copy.say(zh, en)} <b>{(copy.salt + n * int(copy.article.id)) % 83}</b></button>'
            for n, (zh, en) in enumerate(
                (("支持", "Like"), ("感動", "Moved"), ("擔心", "Worried"), ("生氣", "Angry")), 1
            )
        )
        ranks = copy.others('<li class="c-rank__row"><a href="{url}">{title}</a></li>\n', 5)
        next_up = copy.others('<a class="c-flow__card" href="{url}"><span class="c-flow__ch">{section}</span><h4 class="c-flow__ttl">{title}</h4><p class="c-flow__txt">{lead}</p><span class="c-flow__day">{day}</span></a>\n', 3, skip=1)  # fmt: skip
        remarks = copy.remarks('<div class="c-say"><span class="c-say__who">{who}</span><p class="c-say__what">{what}</p><span class="c-say__when">{when}</span><button>+{n}</button></div>\n')  # fmt: skip
        app = f'<p class="c-getapp">{copy.say("下載《{name}》應用程式，突發消息即時送到手機。", "Get the {name} app for alerts on your phone.")} <a href="/app">{copy.say("立即安裝", "Install")}</a></p>'
        return (
            f'<article class="c-art" data-id="{copy.article.id}">\n{cover}<div class="c-crumb"><a href="/">{copy.say("主頁", "Home")}</a> <a href="{copy.section_url}">{copy.section}</a></div>\n<h1 class="c-art__ttl">{copy.title}</h1>\n<div class="c-meta">\n{by + when if self.writer_first else when + by}</div>\n<div class="c-tools"><button data-size="-1">A-</button><button data-size="1">A+</button><a href="/share/fb">Facebook</a><a href="/share/wa">WhatsApp</a><button>{copy.say("收藏", "Save")}</button></div>\n'
            f'<div class="c-body js-body">\n{self._text(copy, blocks)}\n{app}\n</div>\n{topics}<div class="c-faces"><p>{copy.say("看完這篇，你覺得", "How did this make you feel?")}</p>{faces}</div>\n</article>\n<section class="c-rank"><h2>{copy.say("全日最多人看", "Most read today")}</h2><ol>\n{ranks}</ol></section>\n'
            f'<section class="c-says"><h2>{copy.say("網友留言", "Comments")}</h2>\n{remarks}<a class="c-says__go" href="/login">{copy.say("登入後留言", "Log in to comment")}</a></section>\n<section class="c-flow js-infinite"><h2>{copy.say("為你挑選", "For you")}</h2>\n{next_up}</section>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A large card, then small ones."""
        rows = "".join(
            f'<a class="c-card{"" if at else " c-card--big"}" href="{attr(c.url)}"><div class="c-card__pic"><img class="lazyload" src="/blank.gif" data-src="/t/{c.id}.jpg" alt=""></div><div class="c-card__txt"><h3 class="c-card__ttl">{esc(c.title)}</h3><div class="c-card__info"><span>{esc(c.section)}</span> <time datetime="{c.published.replace(second=0, microsecond=0).isoformat()}">{self.day(c.published)}</time></div></div></a>\n'
            for at, c in enumerate(cards)
        )
        more = f'<a class="c-loadmore js-infinite" href="{attr(older)}">{self.word("載入更多", "Load more")}</a>' if older else ""  # fmt: skip
        return f'<h1 class="c-channel">{esc(heading)}</h1>\n<div class="c-cards">\n{rows}</div>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of plain words."""
        return f'<div class="c-static"><h1 class="c-static__ttl">{esc(heading)}</h1>\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Vendace,)
ADDRESSES: dict[str, Form] = {
    "channel/id/day-title": Form(
        lambda p, a, v: (
            f"/{p.sections.get(a.section, 'news')}/{a.id}/{a.published:%Y%m%d}-{quote(v.title.replace(' ', '-'))}"
        ),
        slugged=True,
    ),
}
