"""Designs built on scaffolds that anybody may take: utility words for classes, a mounted application, a town weekly's component."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Mounted", "Notices", "Swatch"]


class Swatch(Freehand):
    """2022: nothing but utility classes, the same ones for text, boxes and lists: a face beside the name, a letter to subscribe to between paragraphs."""

    name = "swatch"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Its colour, and where its box stands."""
        self.hue = choose(rng, "red", "emerald", "sky", "amber")
        self.at = 2 + int(rng.random() * 3)
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a} 報道", "{a}、{b} 報道", placed="{a} {p}報道"))
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``8 Mar 2022, 9:05 pm``; ``2022年3月8日 21:05``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}, {clock(t, 'am', 'pm')}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar that sticks, a dark foot, a notice above all."""
        items = self.menu(
            page.paper,
            '<a href="{url}" class="px-3 py-2 text-sm font-medium text-slate-700 hover:text-slate-900">{name}</a>',
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" class="h-full scroll-smooth antialiased">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} – {esc(page.paper.name)}</title>\n{page.head}</head>\n<body class="flex min-h-full flex-col bg-white">\n<div class="bg-{self.hue}-600 px-6 py-2 text-center text-sm text-white">{self.word("本周末系統維護，網站可能短暫中斷。", "Maintenance this weekend: the site may be away for a while.")}</div>\n<header class="sticky top-0 z-50 border-b border-slate-200 bg-white/90 backdrop-blur"><div class="mx-auto flex max-w-7xl items-center justify-between px-4"><a href="/" class="text-2xl font-black tracking-tight">{esc(page.paper.name)}</a><nav class="hidden md:flex">{items}</nav><a href="/subscribe" class="rounded-full bg-{self.hue}-600 px-4 py-1.5 text-sm font-semibold text-white">{self.word("支持我們", "Support us")}</a></div></header>\n'
            f'{page.main}\n<footer class="mt-auto bg-slate-900 py-12 text-slate-300"><div class="mx-auto max-w-7xl px-4 text-sm"><p>{esc(page.paper.rights)}</p><div class="mt-4 flex gap-6"><a href="/about" class="hover:text-white">{self.word("關於", "About")}</a></div></div></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What cards on other sites want."""
        return f'<meta property="og:site_name" content="{attr(copy.paper.name)}"><meta property="og:title" content="{attr(copy.version.title)}"><meta name="twitter:card" content="summary_large_image">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Utility classes on every block."""
        if block.kind == "p":
            return f'<p class="mt-6 text-lg leading-8 text-slate-700">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<h2 class="mt-10 text-2xl font-bold tracking-tight">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<p class="mt-6 text-sm italic text-slate-500">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f'<blockquote class="mt-6 border-l-4 border-{self.hue}-500 pl-4 text-xl">{spans(block.spans)}</blockquote>'
        return f'<div class="mt-6">{super().block(copy, block)}</div>'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A rounded figure."""
        credit = (
            f'<span class="ml-2 text-xs uppercase text-slate-400">{esc(picture.credit)}</span>'
            if picture.credit
            else ""
        )
        return f'<figure class="my-8"><img class="w-full rounded-xl object-cover" src="{self.source(copy, picture)}" alt="{attr(picture.caption)}"><figcaption class="mt-3 flex text-sm text-slate-500"><span>{esc(picture.caption)}</span>{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """A pill, headline, face and facts, text with a box, chips, who wrote it, ranks at the side."""
        pieces = self.blocks(copy)
        pieces.insert(
            min(self.at, len(pieces)),
            f'<div class="mt-6 rounded-2xl bg-slate-50 p-6"><h3 class="text-lg font-bold">{copy.say("《{letter}》電子報", "{letter}, our newsletter")}</h3><p class="mt-2 text-lg text-slate-700">{copy.say("每逢周五早上，編輯選出一周最值得讀的報道，寄到你的信箱。", "Every Friday morning the editors pick what is worth your weekend and mail it to you.")}</p><form class="mt-4 flex gap-2"><input type="email" class="flex-1 rounded-lg border" placeholder="you@mail.example"><button class="rounded-lg bg-{self.hue}-600 px-4 text-white">{copy.say("訂閱", "Sign up")}</button></form></div>',
        )
        minutes = max(1, sum(len(b.text) for b in copy.version.blocks) // self.word_pace)
        changed = copy.changed(f'<span aria-hidden="true">·</span><span>{copy.say("更新於", "Updated")} {{}}</span>')
        by = copy.signed('<p class="text-sm font-semibold text-slate-900">{}</p>')
        about = copy.signed(
            f'<section class="mt-12 flex gap-4 rounded-2xl border p-6"><img class="h-16 w-16 rounded-full" src="/face.png" alt=""><div><h3 class="font-bold">{{}}</h3><p class="mt-1 text-sm text-slate-600">{copy.say("《{name}》編採團隊成員。有線索？請以加密電郵聯絡。", "On the staff of {name}. Got a tip? Write to us, encrypted if you like.")}</p></div></section>'
        )
        ranks = copy.others(
            f'<li class="flex gap-4 py-4"><span class="text-3xl font-black text-{self.hue}-200">•</span><div><a href="{{url}}" class="font-semibold leading-6">{{title}}</a><p class="mt-1 text-xs text-slate-500">{{section}} · {{day}}</p></div></li>',
            5,
        )
        return (
            f'<main class="mx-auto w-full max-w-7xl px-4 py-10 lg:grid lg:grid-cols-12 lg:gap-12"><article class="lg:col-span-8"><a href="{copy.section_url}" class="inline-flex rounded-full bg-{self.hue}-100 px-3 py-1 text-xs font-semibold text-{self.hue}-700">{copy.section}</a><h1 class="mt-4 text-4xl font-extrabold tracking-tight">{copy.title}</h1><div class="mt-6 flex items-center gap-3"><img class="h-10 w-10 rounded-full" src="/face.png" alt=""><div>{by}<div class="flex flex-wrap gap-2 text-xs text-slate-500"><time>{copy.day}</time>{changed}<span aria-hidden="true">·</span><span>{copy.say(f"閱讀時間 {minutes} 分鐘", f"{minutes} min read")}</span></div></div></div>\n'
            f'<div class="mt-8">\n{chr(10).join(pieces)}\n</div>\n<div class="mt-10 flex flex-wrap gap-2">{copy.tags("<a href=`{url}` class=`rounded-full border px-3 py-1 text-sm text-slate-600`>{tag}</a>")}</div><div class="mt-6 flex gap-4 text-sm text-slate-500"><button>{copy.say("複製連結", "Copy link")}</button><button>{copy.say("分享", "Share")} {copy.salt % 311}</button></div>\n{about}</article>\n<aside class="mt-12 hidden lg:col-span-4 lg:mt-0 lg:block"><h2 class="text-lg font-bold">{copy.say("本周熱讀", "Popular this week")}</h2><ol class="divide-y">{ranks}</ol></aside></main>'
        )

    @property
    def word_pace(self) -> int:
        """Letters that one reads in a minute."""
        return 1100 if self.english else 400

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid."""
        rows = "".join(
            f'<div class="flex flex-col gap-2"><span class="text-xs font-semibold text-{self.hue}-700">{esc(c.section)}</span><a href="{attr(c.url)}" class="text-xl font-bold">{esc(c.title)}</a><p class="text-slate-600">{esc(c.summary)}…</p><time class="text-xs text-slate-500">{self.day(c.published)}</time></div>\n'
            for c in cards
        )
        more = f'<a href="{attr(older)}" class="mt-8 inline-block rounded-lg border px-4 py-2">{self.word("載入更多", "Load more")}</a>' if older else ""  # fmt: skip
        return f'<main class="mx-auto w-full max-w-7xl px-4 py-10"><h1 class="text-3xl font-black">{esc(heading)}</h1><div class="mt-8 grid gap-8 md:grid-cols-3">{rows}</div>{more}</main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A narrow column."""
        return f'<main class="mx-auto max-w-2xl px-4 py-16"><h1 class="text-4xl font-extrabold">{esc(heading)}</h1>{"".join(f"<p class=`mt-6 text-lg leading-8`>{esc(p)}</p>".replace("`", chr(34)) for p in paragraphs)}</main>'


class Mounted(Freehand):
    """2020: an application mounted in a page: scope attributes everywhere, empty comments, hot words on top, the writer's other pieces and the next piece below."""

    name = "mounted"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The scopes of its components."""
        self.seed = f"{rng.random()}"
        self.hand = choose(
            rng,
            Hand("{a}", "{a} {b}"),
            Hand("文 {a}", "文 {a} {b}", role="文", photo="文 {a} 攝影 {b}"),
            Hand("責任記者 {a}", "責任記者 {a}、{b}", role="責任記者"),
        )
        self.hand_en = choose(rng, Hand("by {a}", "by {a} and {b}"), Hand("{a}", "{a} & {b}", placed="{a}, {p}"))

    def v(self, part: str) -> str:
        """A component's scope."""
        return f"data-v-{hashlib.md5((self.seed + part).encode(), usedforsecurity=False).hexdigest()[:8]}"

    def day(self, t: datetime) -> str:
        """``Monday 8 March 2020, 09:05``; ``2020/03/08（日）09:05``."""
        if self.english:
            return f"{DAYS[t.weekday()]} {t.day} {MONTHS[t.month - 1]} {t.year}, {t:%H:%M}"
        return f"{t:%Y/%m/%d}（{DAYS_ZH[t.weekday()]}）{t:%H:%M}"

    def stamp(self, t: datetime) -> str:
        """``09:05, 8 March``: without the weekday."""
        return f"{t.day} {MONTHS[t.month - 1]} {t.year}, {t:%H:%M}" if self.english else f"{t:%Y/%m/%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A layout of components and the state behind it."""
        s = self.v("shell")
        items = self.menu(page.paper, f'<li {s} class="app-nav__item"><a {s} href="{{url}}">{{name}}</a></li>')
        hot = "".join(
            f'<a {s} href="/tag/{w}">{w}</a>'
            for w in self.word("颱風,加薪,世界盃,疫情", "Storm watch,Pay,World Cup,Travel").split(",")
        )
        state = f"window.__NUXT__=(function(a,b,c){{return{{layout:a,data:[{{lang:b}}],error:c,serverRendered:true}}}}({json.dumps('default')},{json.dumps(self.language)},null));"
        return (
            f'<!doctype html>\n<html data-n-head-ssr lang="{self.language}" data-n-head="%7B%22lang%22:%7B%7D%7D">\n<head>{heads(page.charset)}<title>{esc(page.title)}｜{esc(page.paper.name)}</title>{page.head}</head>\n<body>\n<div data-server-rendered="true" id="__nuxt"><!----><div id="__layout"><div {s} class="app"><header {s} class="app-bar"><a {s} href="/" class="app-bar__logo nuxt-link-active">{esc(page.paper.name)}</a><ul {s} class="app-nav">{items}</ul><div {s} class="app-hot"><span {s}>{self.word("熱搜", "Hot")}</span>{hot}</div><!----></header>\n'
            f'{page.main}\n<!----><footer {s} class="app-foot"><div {s}>{esc(page.paper.rights)}</div><a {s} href="/about">{self.word("關於我們", "About us")}</a></footer></div></div></div><script>{state}</script><script src="/_nuxt/2d1f.js" defer></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Title and description by hashed ids; the name of the house before the title."""
        return f'<meta data-n-head="ssr" data-hid="og:title" property="og:title" content="{attr(copy.paper.name)}｜{attr(copy.version.title)}"><meta data-n-head="ssr" data-hid="description" name="description" content="{attr(copy.lead)}">'

    def block(self, copy: Copy, block: Block) -> str:
        """A division for each, whatever it holds."""
        b = self.v("block")
        inner = f"<p>{spans(block.spans)}</p>" if block.kind == "p" else super().block(copy, block)
        return f'<div {b} class="block block--{block.kind}">{inner}<!----></div>'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture with a lens."""
        b = self.v("block")
        credit = f"<em {b}>{self.word('圖｜', '')}{esc(picture.credit)}</em>" if picture.credit else ""
        return f'<div {b} class="pic"><img {b} src="{self.source(copy, picture)}"><i {b} class="pic__zoom"></i><div {b} class="pic__text">{esc(picture.caption)}<!---->{credit}</div></div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, facts, text, topics, the writer and more of theirs, the next piece."""
        s, c = self.v("story"), self.v("card")
        changed = copy.changed(
            f'<span {s} class="story-meta__edit">{copy.say("最後編輯", "Last edited")} <span {s}>{{}}</span></span>'
        )
        by = copy.signed(f'<div {s} class="story-meta__who">{{}}</div>')
        more = copy.others(f"<li {c}><a {c} href=`{{url}}`>{{title}}</a><span {c}>{{day}}</span></li>", 2)
        who = copy.signed(
            f'<section {c} class="who-card"><div {c} class="who-card__name">{{}}</div><p {c}>{copy.say("為《{name}》跑新聞，喜歡在現場等到最後。", "Reports for {name} and stays to the end.")}</p><h4 {c}>{copy.say("這位作者還寫了", "More from this writer")}</h4><ul {c}>{more}</ul></section>'
        )
        following = copy.others(
            f"<section {c} class=`follow`><div {c} class=`follow__sec`>{{section}}</div><h2 {c}>{{title}}</h2><div {c} class=`story-meta`>{{by}}　{{day}}</div><div {c} class=`block block--p`><p>{{lead}}……</p></div><a {c} href=`{{url}}` class=`follow__go`>"
            + copy.say("展開全文", "Open the whole story")
            + "</a></section>",
            1,
            skip=2,
        )
        return (
            f'<main {s} class="story"><nav {s} class="crumb"><a {s} href="/">{copy.say("首頁", "Home")}</a><span {s}>/</span><a {s} href="{copy.section_url}">{copy.section}</a><span {s}>/</span><span {s}>{copy.say("內文", "Story")}</span></nav><h1 {s} class="story__title">{copy.title}</h1><div {s} class="story-meta">{by}<div {s} class="story-meta__when">{copy.day}</div>{changed}<span {s} class="story-meta__seen">{copy.salt % 9000} {copy.say("人看過", "views")}</span></div>\n'
            f'<div {s} class="story__body">\n{chr(10).join(self.blocks(copy))}\n</div><div {s} class="story__tags"><span {s}>{copy.say("本文標籤", "In this story")}</span>{copy.tags(f"<a {s} href=`{{url}}` class=`tag`>{{tag}}</a>")}</div>\n{who}<!---->\n<div {c} class="follow-wrap"><p {c}>{copy.say("接著讀", "Next story")}</p>{following}</div></main>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A stream of cards."""
        c = self.v("card")
        rows = "".join(
            f'<section {c} class="card"><a {c} href="{attr(x.url)}"><h3 {c} class="card__title">{esc(x.title)}</h3></a><p {c}>{esc(x.summary)}…</p><span {c} class="card__when">{self.day(x.published)}</span></section>\n'
            for x in cards
        )
        more = f'<a {c} href="{attr(older)}" class="more">{self.word("看更多", "More")}</a>' if older else ""
        return f'<main {c} class="stream"><h1 {c}>{esc(heading)}</h1>{rows}{more}</main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page."""
        s = self.v("static")
        return f'<main {s} class="static"><h1 {s}>{esc(heading)}</h1>{"".join(f"<p {s}>{esc(p)}</p>" for p in paragraphs)}</main>'


class Notices(Freehand):
    """2013: a town's weekly with a free system's component: facts in a definition list, the town's calendar and opening hours at the right."""

    name = "notices"
    stamped = True

    def draw(self, rng: Random) -> None:
        """Whether facts stand above or below the text."""
        self.below = rng.random() < 0.35
        self.hand = Hand("{a}", "{a}、{b}")
        self.hand_en = Hand("{a}", "{a} and {b}")

    def day(self, t: datetime) -> str:
        """``08 March 2013``; ``2013-03-08``."""
        return f"{t:%d} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t:%Y-%m-%d}"

    def stamp(self, t: datetime) -> str:
        """``Friday, 08 March 2013 09:05``; ``2013-03-08, 星期五 09:05``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {self.day(t)} {t:%H:%M}"
        return f"{t:%Y-%m-%d}, 星期{DAYS_ZH[t.weekday()]} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A free template: header, menu, component, modules."""
        items = self.menu(
            page.paper,
            '<li class="item-10{on}"><a href="{url}">{name}</a></li>',
            now=page.section,
            current=" current active",
        )
        rows = "".join(
            f"<li>{d}</li>"
            for d in self.word(
                "圖書館：星期二至日 09:00–20:00|垃圾回收：星期一、四|街市休市：每月第一個星期三",
                "Library: Tue–Sun 09:00–20:00|Bins: Monday and Thursday|Market closed: first Wednesday",
            ).split("|")
        )
        return (
            f'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" dir="ltr">\n<head>\n{heads(page.charset)}\n{page.head}<meta name="generator" content="Free CMS - Open Source Content Management" />\n<title>{esc(page.title)}</title>\n</head>\n<body class="site com_content view-{"article" if page.is_story else "category"} no-layout no-task itemid-101"><div class="body"><div class="container"><header class="header"><div class="header-inner clearfix"><a class="brand pull-left" href="/"><h1 class="site-title">{esc(page.paper.name)}</h1></a><form class="form-inline"><input type="search" placeholder="{self.word("搜尋……", "Search ...")}" /></form></div></header><nav class="navigation"><ul class="nav menu nav-pills mod-list">{items}</ul></nav><div class="row-fluid"><main id="content" class="span9">\n'
            f'{page.main}\n</main><div id="aside" class="span3"><div class="well"><h3 class="page-header">{self.word("本鎮資訊", "Around town")}</h3><ul class="newsflash">{rows}</ul></div><div class="well"><h3 class="page-header">{self.word("誰在線上", "Online now")}</h3><p>{self.word("目前有 12 位訪客在線上", "We have 12 guests and no members online")}</p></div></div></div></div></div>\n<footer class="footer"><div class="container"><hr /><p class="pull-right"><a href="#top" id="back-top">{self.word("回到頂端", "Back to Top")}</a></p><p>{esc(page.paper.rights)} <a href="/about">{self.word("關於本刊", "About us")}</a></p></div></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """An author for machines, if anybody signed."""
        return (f'<meta name="author" content="{attr(copy.said.author)}" />\n' if copy.said.author else "") + f'<meta name="description" content="{attr(copy.paper.name)}" />\n'  # fmt: skip

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A paragraph with the picture, and another in small letters."""
        credit = f" / {esc(picture.credit)}" if picture.credit else ""
        return f'<p style="text-align: center;"><img src="{self.source(copy, picture)}" border="0" style="max-width: 100%;" /></p>\n<p style="text-align: center;"><span style="font-size: 8pt;">{esc(picture.caption)}{credit}</span></p>'

    def story(self, copy: Copy) -> str:
        """Headline, icons, facts, text, topics, a pager; some papers have the facts below."""
        by = copy.signed(f'<dd class="createdby">{copy.say("作者：", "Written by ")}<span>{{}}</span></dd>')
        changed = copy.changed(
            f'<dd class="modified"><span class="icon-calendar"></span> {copy.say("最近更新：", "Last Updated: ")}{{}}</dd>'
        )
        facts = f'<dl class="article-info muted"><dt class="article-info-term">{copy.say("詳細內容", "Details")}</dt>{by}<dd class="category-name">{copy.say("分類：", "Category: ")}<a href="{copy.section_url}">{copy.section}</a></dd><dd class="published"><span class="icon-calendar"></span> {copy.say("發佈：", "Published: ")}{copy.day}</dd>{changed}<dd class="hits"><span class="icon-eye-open"></span> {copy.say("點擊數：", "Hits: ")}{copy.salt % 5000}</dd></dl>'
        pager = copy.others("<li class=`previous`><a href=`{url}` rel=`prev` title=`{title}`>" + copy.say("上一篇", "Prev") + "</a></li>", 1)  # fmt: skip
        rating = (
            f'<div class="content_rating"><p>{copy.say("評分：", "User Rating: ")}{1 + copy.salt % 5} / 5</p></div>'
        )
        tags = copy.tags(
            "<li class=`tag-{tag}` itemprop=`keywords`><a href=`{url}` class=`label label-info`>{tag}</a></li>"
        )
        seen = copy.others("<li><a href=`{url}`><span>{title}</span></a></li>", 4)
        return (
            f'<div id="system-message-container"></div><div class="item-page"><div class="page-header"><h2>{copy.title}</h2></div><div class="icons"><a href="#" rel="nofollow">{copy.say("列印", "Print")}</a> <a href="#" rel="nofollow">{copy.say("電子郵件", "Email")}</a></div>\n{"" if self.below else facts}{rating}<div class="article-body">\n{chr(10).join(self.blocks(copy))}\n</div>\n'
            f'{facts if self.below else ""}<ul class="tags inline">{tags}</ul><ul class="pager pagenav">{pager}</ul></div><div class="moduletable"><h3>{copy.say("最新消息", "Latest items")}</h3><ul class="latestnews mod-list">{seen}</ul></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A table of titles."""
        rows = "".join(
            f'<tr class="cat-list-row{n % 2}"><td class="list-title"><a href="{attr(c.url)}">{esc(c.title)}</a></td><td class="list-date small">{self.day(c.published)}</td><td class="list-author">{esc(c.author)}</td></tr>\n'
            for n, c in enumerate(cards)
        )
        more = f'<div class="pagination"><ul><li class="pagination-next"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></li></ul></div>' if older else ""  # fmt: skip
        return f'<div class="category-list"><div class="page-header"><h2>{esc(heading)}</h2></div><table class="category table table-striped"><tbody>{rows}</tbody></table>{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """An item without facts."""
        return f'<div class="item-page"><div class="page-header"><h2>{esc(heading)}</h2></div>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'
