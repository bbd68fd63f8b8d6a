"""The design of an independent online newspaper of 2021, an app rendered on a server, its classes hashes or utilities."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_UTILITY = {
    "bar": "sticky top-0 z-50 bg-white border-b border-gray-200", "row": "flex items-center justify-between max-w-screen-lg mx-auto px-4 h-14", "nav": "hidden md:flex space-x-6 text-sm", "link": "hover:text-red-700", "give": "rounded-full bg-red-700 text-white text-xs px-4 py-2",
    "wrap": "max-w-screen-lg mx-auto px-4 md:grid md:grid-cols-12 md:gap-8", "col": "md:col-span-8", "rail": "md:col-span-4 mt-10 md:mt-0", "pill": "inline-block text-xs font-semibold text-red-700 mb-3", "headline": "text-2xl md:text-4xl font-bold leading-snug", "meta": "flex flex-wrap items-center text-sm text-gray-500 mt-4", "by": "mr-3 text-gray-900", "small": "text-xs text-gray-400", "face": "w-8 h-8 rounded-full bg-gray-200 mr-2",
    "share": "hidden md:flex space-x-2 ml-auto", "thumb": "flex md:hidden fixed bottom-0 inset-x-0 bg-white justify-around py-3", "icon": "w-5 h-5 fill-current", "body": "mt-8 text-lg leading-loose", "para": "mb-6", "sub": "text-xl font-bold mt-10 mb-4", "pull": "border-l-4 border-red-700 pl-5 my-8 text-xl", "list": "list-outside pl-6 mb-6", "sheet": "w-full text-sm text-left", "scroll": "overflow-x-auto mb-6", "note": "text-sm italic text-gray-500 mb-6",
    "shot": "my-8 -mx-4 md:mx-0", "frame": "relative block overflow-hidden", "credit": "absolute bottom-0 right-0 bg-black bg-opacity-50 text-white text-xs px-2", "caption": "text-sm text-gray-500 mt-2 px-4 md:px-0", "film": "relative w-full my-8", "box": "bg-gray-100 rounded p-6 my-8 text-base", "slot": "flex justify-center my-6 text-xs text-gray-300", "hashes": "flex flex-wrap my-8", "hash": "bg-gray-100 rounded px-3 py-1 mr-2 mb-2 text-sm", "grid": "grid grid-cols-1 md:grid-cols-3 gap-6", "card": "block group", "cardTitle": "font-semibold leading-snug group-hover:underline", "foot": "bg-gray-900 text-gray-300 text-sm mt-16 p-8",
}  # fmt: skip
_ICONS = {"Facebook": "M14 9h3V5h-3a4 4 0 0 0-4 4v2H7v4h3v7h4v-7h3l1-4h-4z", "Twitter": "M22 5.9a8 8 0 0 1-2.3.6z", "Telegram": "M2 12l18-8-3 16-6-4-3 3-1-5z"}  # fmt: skip


def _packed(thing: object) -> str:
    """JSON for a script's inside."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


class Fulmar(Freehand):
    """2021: an independent daily as an app rendered on its server: no class means anything, machine words lie in a script at the end, members are asked for money amid the text."""

    name = "fulmar"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """How classes are made, where picture and signature stand, how the hour is written, who may remark."""
        self.seed = f"{rng.random():.9f}"
        self.style = choose(rng, "utility", "styled", "module", "emotion")
        self.bleed, self.ends, self.dots, self.lazy, self.talk, self.plain = (rng.random() < 0.4 for _ in range(6))
        self.asks = 2 + int(rng.random() * 3)
        self.hand = choose(rng, Hand("採訪 {a}", "採訪 {a}、{b}", placed="採訪 {a}｜{p}", photo="採訪 {a}｜影像 {b}", agency="來源 {o}", role="採訪", roles=("採訪", "影像")), Hand("{a}", "{a} & {b}", agency="{o}／編譯"), Hand("特約記者 {a}", "特約記者 {a}、{b}", photo="特約記者 {a}　攝影記者 {b}", desk="編輯 {o}", role="特約記者", roles=("特約記者", "攝影記者")))  # fmt: skip
        self.hand_en = choose(rng, Hand("by {a}", "by {a} and {b}", placed="by {a} in {p}", desk="by {o}", agency="via {o}"), Hand("{a}", "{a} & {b}", placed="{a} | {p}"), Hand("Reported by {a}", "Reported by {a} with {b}", agency="Supplied by {o}"))  # fmt: skip

    def k(self, key: str) -> str:
        """The class attribute of one part, as its bundler wrote it."""
        drawn = hashlib.sha1(f"{self.seed}/{key}".encode(), usedforsecurity=False).digest()
        word = "".join(_LETTERS[b % len(_LETTERS)] for b in drawn[:12])
        made = {"utility": _UTILITY.get(key, "relative"), "styled": f"sc-{word[:6]}-{drawn[12] % 9} {word[6:]}", "module": f"{'Story' if key in _UTILITY else 'Ui'}_{key}__{word[:5]}", "emotion": f"css-{word[:7].lower()}"}  # fmt: skip
        return f' class="{made[self.style]}"'

    def day(self, t: datetime) -> str:
        """``Mon 8 March 2021 · 21:05`` or ``8 March 2021 21:05``; ``2021.3.8｜21:05`` or ``2021年3月8日 · 21:05``."""
        if self.english:
            return f"{f'{DAYS[t.weekday()][:3]} ' if self.dots else ''}{t.day} {MONTHS[t.month - 1]} {t.year}{' ·' if self.dots else ''} {t:%H:%M}"
        return f"{t.year}.{t.month}.{t.day}｜{t:%H:%M}" if self.dots else f"{t.year}年{t.month}月{t.day}日 · {t:%H:%M}"

    def machine(self, copy: Copy) -> str:
        """Cards for other sites, and a word for search engines that names the paper and not the writer."""
        utc = f"{copy.article.published.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"
        known = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": copy.version.title, "datePublished": utc, "author": {"@type": "Organization", "name": copy.paper.name}, "mainEntityOfPage": copy.url}  # fmt: skip
        told = "" if self.plain else f'<script type="application/ld+json">{_packed(known)}</script>'  # fmt: skip
        return f'<meta name="description" content="{attr(copy.lead)}…"/><meta property="og:type" content="article"/><meta property="og:title" content="{attr(copy.version.title)}"/><meta property="og:url" content="{attr(copy.url)}"/><meta property="og:image" content="https://{copy.paper.home}/_next/image?url=%2Fog%2F{copy.article.id}.png&amp;w=1200&amp;q=75"/><meta property="article:published_time" content="{utc}"/><meta name="twitter:card" content="summary_large_image"/>{told}'

    def frame(self, page: Shell) -> str:
        """One line of markup: a bar, the page, a foot, a word on cookies, then what the app wakes up with."""
        k, w, paper, (main, _, state) = self.k, self.word, page.paper, page.main.partition("\f")
        build = hashlib.sha1(self.seed.encode(), usedforsecurity=False).hexdigest()
        route = "/story/[id]/[slug]" if page.is_story else "/[...path]"
        props = _packed({"props": {"pageProps": json.loads(state or "{}"), "__N_SSG": True}, "page": route, "query": {}, "buildId": build[:21], "isFallback": False, "locale": self.language})  # fmt: skip
        menu = self.menu(paper, f'<a{k("link")} href="{{url}}"{{on}}>{{name}}</a>', now=page.section, current=' aria-current="true"')  # fmt: skip
        small = "".join(f"<a{k('link')} href='/{to}'>{word}</a>".replace("'", '"') for to, word in (("about", w("我們是誰", "Who we are")), ("funding", w("財務公開", "How we are funded")), ("standards", w("編採守則", "Editorial standards")), ("leak", w("安全投件", "Send us a leak"))))  # fmt: skip
        return (
            f'<!DOCTYPE html><html lang="{self.language}"><head>{heads(page.charset).replace("charset", "charSet")}<meta name="viewport" content="width=device-width, initial-scale=1"/><title>{esc(page.title)} – {esc(paper.name)}</title>{page.head}<meta name="next-head-count" content="{3 + page.head.count("<meta")}"/><link rel="preload" href="/_next/static/css/{build[:20]}.css" as="style"/><link rel="stylesheet" href="/_next/static/css/{build[:20]}.css" data-n-g=""/><noscript data-n-css=""></noscript><script defer="" nomodule="" src="/_next/static/chunks/polyfills-{build[20:40]}.js"></script><script src="/_next/static/chunks/main-{build[8:28]}.js" defer=""></script></head><body><div id="__next">'
            f'<header{k("bar")}><div{k("row")}><button type="button" aria-label="{w("選單", "Menu")}"{k("burger")}><svg{k("icon")} viewBox="0 0 24 24"><path d="M3 6h18M3 12h18M3 18h18"></path></svg></button><a{k("logo")} href="/"><img src="/static/logo.svg" alt="{attr(paper.name)}" width="120" height="28"/></a><nav{k("nav")}>{menu}</nav><div><a{k("link")} href="/login">{w("登入", "Log in")}</a><a{k("give")} href="/join">{w("成為月費會員", "Become a member")}</a></div></div></header>{main}'
            f'<footer{k("foot")}><div>{small}</div><div{k("small")}>{esc(paper.rights)}</div></footer><div role="dialog" aria-live="polite"{k("consent")}><span>{w("本站使用 Cookie 以維持登入狀態及統計流量。", "We use cookies to keep you logged in and to count visits.")}</span><button type="button">{w("明白", "Got it")}</button></div></div><script id="__NEXT_DATA__" type="application/json">{props}</script></body></html>'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """One block, each of its own component."""
        k, text, kind = self.k, spans(block.spans), block.kind
        if kind in {"p", "note", "h"}:
            tag, part = {"p": ("p", "para"), "note": ("p", "note"), "h": ("h2", "sub")}[kind]
            return f"<{tag}{k(part)}>{text}</{tag}>"
        if kind == "quote":
            return f'<blockquote{k("pull")}><svg{k("icon")} viewBox="0 0 24 24" aria-hidden="true"><path d="M6 17h3l2-4V7H5v6h3z"></path></svg><div>{text}</div></blockquote>'
        if kind in {"ul", "ol"}:
            return f"<{kind}{k('list')}>{''.join(f'<li><span>{esc(i)}</span></li>' for i in block.items)}</{kind}>"
        if kind == "table":
            return f"<div{k('scroll')}>" + table(block.rows, k("sheet")).replace("\n", "") + "</div>"
        if kind == "embed":
            return f'<div{k("film")} style="padding-top:56.25%"><iframe src="{attr(block.url)}" title="{attr(block.title)}" frameBorder="0" loading="lazy" allow="fullscreen" style="position:absolute;top:0;left:0;width:100%;height:100%"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture that waits to be scrolled to, its credit laid upon it, its caption below."""
        k, src = self.k, self.source(copy, picture)
        sizes = f"/_next/image?url={quote(copy.paper.picture_url(copy.article, picture), safe='')}&amp;w="
        real = f'<img alt="{attr(picture.caption)}" srcSet="{sizes}750&amp;q=75 1x, {sizes}1920&amp;q=75 2x" src="{src}" decoding="async" data-nimg="responsive"/>'
        if self.lazy:
            real = f'<img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" decoding="async" data-nimg="responsive"/><noscript>{real}</noscript>'
        credit = f"<span{k('credit')}>{esc(picture.credit)}</span>" if picture.credit else ""
        return f"<figure{k('shot')}><div{k('frame')}>{real}{credit}</div><figcaption{k('caption')}>{esc(picture.caption)}</figcaption></figure>"

    def story(self, copy: Copy) -> str:
        """Head, text with what is asked amid it, hashes, applause, who wrote it, others; the state of the app after a form feed."""
        k, say, article, claps = self.k, copy.say, copy.article, int(copy.article.id) * 7 % 480
        blocks = list(copy.version.blocks)
        hero = self.block(copy, blocks.pop(0)) if blocks and blocks[0].kind == "figure" else ""
        body = self.blocks(copy, tuple(blocks))
        slot = f'<div{k("slot")} data-slot="{{}}"><span>{say("廣告", "Advertisement")}</span></div>'
        ask = f'<div{k("box")}><div>{say("沒有財團，只有你。", "No owners but readers.")}</div><div>{say("每月一杯咖啡的價錢，和{name}一同追問。", "For the price of a coffee a month, {name} keeps asking.")}</div><a{k("give")} href="/join?from=inread">{say("月付 100 元", "Give $10 a month")}</a><button type="button">{say("以後再說", "Maybe later")}</button></div>'
        also = copy.others(f"<a{k('link')} href=`{{url}}`>{{title}}</a>", 1, skip=article.index % 4)
        also = f"<div{k('box')}><div>{say('同場加映', 'More on this')}</div>{also}</div>"
        for at, piece in ((self.asks + 4, slot.format("in-read")), (self.asks + 2, also), (self.asks, ask)):
            if at < len(body):  # never between a heading and its text
                body.insert(at + (blocks[at - 1].kind == "h"), piece)
        icons = "".join(f'<button type="button" aria-label="{site}"><svg{k("icon")} viewBox="0 0 24 24"><path d="{d}"></path></svg></button>' for site, d in _ICONS.items())  # fmt: skip
        by = (
            copy.signed(f"<div{k('by')}>")
            and f"<div{k('by')}>" + copy.linked(f'<a{k("link")} href="/writer/{{0}}">{{0}}</a>') + "</div>"
        )
        utc = f"{article.published.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"
        changed = copy.changed(f"<div{k('small')}>{say('最後更新', 'Last edited')}<!-- --> <!-- -->{{}}</div>")
        minutes = max(1, sum(len(b.text) for b in blocks) // (900 if self.english else 350))
        read = f"<div{k('small')}>{minutes}<!-- --> <!-- -->{say('分鐘閱讀', 'min read')}</div>"
        face = f'<span{k("face")} aria-hidden="true"></span>' if by else ""
        meta = f'<div{k("meta")}>{"" if self.ends else face + by}<time dateTime="{utc}">{copy.day}</time>{changed}{read}<div{k("share")}>{icons}<button type="button">{say("收藏", "Save")}</button></div></div>'
        last = f"<div{k('meta')}>{face}{by}</div>" if self.ends and by else ""
        who = [p for p in copy.said.people or () if by and p.kind == "person"]
        about = "".join(f'<div{k("box")}><span{k("face")}></span><div>{esc(p.name)}</div><div{k("small")}>{say("在{name}寫過", "Has written")} <!-- -->{2 + len(p.name) * int(article.id) % 97}<!-- --> {say("篇報導", "stories for {name}")}</div><button type="button">{say("關注", "Follow")}</button></div>' for p in who)  # fmt: skip
        hashes = copy.tags(f"<a{k('hash')} href=`{{url}}`>#<!-- -->{{tag}}</a>")
        said = copy.remarks(f"<li{k('remark')}><span{k('face')}></span><div><b>{{who}}</b><span{k('small')}>{{when}}</span></div><div>{{what}}</div><button{k('clap')}>👏 <!-- -->{{n}}</button></li>")  # fmt: skip
        talk = f'<section{k("talk")}><h3>{say("會員留言", "Members say")}</h3><ul>{said}</ul><div{k("small")}>{say("登入後即可留言", "Log in to reply")}</div></section>' if self.talk else f'<a{k("link")} href="mailto:letters@{copy.paper.host}?subject={article.id}">{say("對本文有話想說？寫信給編輯", "Something to say? Write to the editors")}</a>'  # fmt: skip
        card = (
            f"<a{k('card')} href=`{{url}}`><div{k('small')}>{{section}}</div><div{k('cardTitle')}>{{title}}</div></a>"
        )
        state = {"story": {"id": int(article.id), "title": copy.version.title, "section": {"slug": copy.part}, "publishedAt": utc, "claps": claps, "blocks": [{"key": f"{copy.article.index * 31 + n:05x}", "type": {"p": "unstyled", "h": "header-two"}.get(b.kind, "atomic"), "text": b.text} for n, b in enumerate(copy.version.blocks) if b.kind in {"p", "h", "embed", "figure"}]}, "me": None}  # fmt: skip
        head = f'<a{k("pill")} href="{copy.section_url}">{copy.section}</a><h1{k("headline")}>{copy.title}</h1>{meta}'
        return (
            f'<div{k("progress")} style="width:0%"></div><main{k("wrap")}><article{k("col")}>{hero + head if self.bleed else head + hero}<button type="button"{k("listen")}>▶ <!-- -->{say("收聽本文", "Listen to this story")}</button><div{k("body")}>{"".join(body)}</div>{last}<div{k("hashes")}>{hashes}</div><div{k("applause")}><button type="button" aria-label="{say("拍手", "Clap")}">👏</button><span>{claps}</span></div>{about}{talk}</article>'
            f'<aside{k("rail")}>{slot.format("rail")}<div{k("box")}><h3>{esc(copy.paper.letter)}</h3><form><input type="email" placeholder="{say("你的電郵", "Your email")}"/><button type="submit">{say("免費訂閱", "Subscribe, free")}</button></form></div><h3>{say("多人在讀", "Being read now")}</h3><ol>{copy.others(f"<li>{card}</li>", 3)}</ol></aside></main>'
            f"<section{k('next')}><h3>{say('下一篇', 'Up next')}</h3><div{k('grid')}>{copy.others(card, 3, skip=1)}</div></section><div{k('thumb')}>{icons}<span>👏 <!-- -->{claps}</span></div>"
            "\f" + _packed(state)
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid of cards and a button that is a link without scripts."""
        k = self.k
        rows = "".join(f'<a{k("card")} href="{attr(c.url)}"><div{k("frame")}><div{k("blank")}></div></div><div{k("cardTitle")}>{esc(c.title)}</div><div>{esc(c.summary)}…</div><div{k("small")}><span>{esc(c.section)}</span><span>{self.day(c.published)}</span></div></a>' for c in cards)  # fmt: skip
        more = f'<a{k("give")} href="{attr(older)}">{self.word("載入更多", "Load more")}</a>' if older else ""
        return f"<main{k('list-page')}><h1{k('sub')}>{esc(heading)}</h1><div{k('grid')}>{rows}</div>{more}</main>"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the paper's own."""
        k, text = self.k, "".join(f"<p{self.k('para')}>{esc(p)}</p>" for p in paragraphs)
        return f"<main{k('wrap')}><h1{k('headline')}>{esc(heading)}</h1><div{k('body')}>{text}</div></main>"


DESIGNS: tuple[type[Freehand], ...] = (Fulmar,)
ADDRESSES: dict[str, Form] = {"story/id/en-slug": Form(lambda _p, a, _v: f"/story/{a.id}/{ascii_slug(a)}")}
