"""The design of a city's online daily of 2018, drawn for telephones first and stretched for desks."""

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

__all__ = ["ADDRESSES", "DESIGNS"]

_STYLE = "body{margin:0;padding:0 0 56px;font-family:PingFang TC,Noto Sans TC,Heiti TC,sans-serif;font-size:18px;line-height:1.7;background:#eee}a{color:#222;text-decoration:none}.mhd{position:sticky;top:0;background:#00529b;color:#fff;display:flex;justify-content:space-between;padding:10px 14px}.mhd a{color:#fff}.mtabs{display:flex;overflow-x:auto;background:#fff;gap:18px;padding:8px 14px;white-space:nowrap}.mtabs .is-on{color:#00529b;border-bottom:2px solid}.mview{max-width:640px;margin:8px auto;background:#fff;padding:14px}.mcrumb,.mfacts,.mcard__sub{font-size:13px;color:#777}.mcard{display:flex;border-bottom:1px solid #ddd;padding:12px 0;justify-content:space-between}.mhash{background:#eef4fa;border-radius:12px;padding:2px 10px;margin:0 6px 6px 0;font-size:14px}.mslot{background:#f4f4f4;text-align:center;font-size:11px;height:250px}.mread{border-left:4px solid #00529b;padding-left:10px}.mshot img{width:100%;min-height:180px;background:#ddd}.mshot__txt{font-size:14px;color:#666}.mbar{position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:space-around;background:#fff;border-top:1px solid #ccc;font-size:12px}"


class Nase(Freehand):
    """2018: a city's online daily for telephones: tabs on top and at the foot, crumbs with the section, both hours in one line below who wrote it, hashes at the end."""

    name = "nase"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """How pieces are signed, after how many paragraphs others are offered, what is asked below the text."""
        self.offer = 2 + int(rng.random() * 3)
        self.moods = rng.random() < 0.5
        self.swipe = rng.random() < 0.6
        self.hand = choose(
            rng,
            Hand("記者：{a}", "記者：{a}、{b}", photo="記者：{a}　攝影：{b}", role="記者", roles=("記者", "攝影")),
            Hand("{a}", "{a}，{b}", placed="{a}（發自{p}）", agency="外電：{o}"),
            Hand("{a} 報道", "{a}、{b} 報道", placed="{a} {p}報道"),
        )
        self.hand_en = choose(
            rng,
            Hand("{a}", "{a}, {b}", placed="{a} in {p}"),
            Hand("Reporter: {a}", "Reporters: {a} & {b}", agency="Wire: {o}"),
        )

    def day(self, t: datetime) -> str:
        """``8 Mar, 2018, 21:05``; ``2018-03-08 21:05``."""
        return f"{t.day} {MONTHS[t.month - 1][:3]}, {t.year}, {t:%H:%M}" if self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar that stays, tabs to swipe, the view, a foot, a bar of icons."""
        paper = page.paper
        tabs = self.menu(paper, '<a class="mtabs__i{on}" href="{url}" data-ga="tab">{name}</a>', "\n", now=page.section, current=" is-on")  # fmt: skip
        rows = self.menu(paper, '<li><a href="{url}">{name}</a></li>')
        icons = "\n".join(f'<a class="mbar__i" href="{to}"><i class="ico ico-{kind}"></i><span>{word}</span></a>' for to, kind, word in (("/", "home", self.word("主頁", "Home")), ("/latest", "flash", self.word("即時", "Latest")), ("/video", "play", self.word("影片", "Video")), ("/account", "me", self.word("我的", "Me"))))  # fmt: skip
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">\n<meta name="format-detection" content="telephone=no">\n<meta name="apple-itunes-app" content="app-id=900000{len(paper.host)}">\n<title>{esc(page.title)}｜{esc(paper.name)}</title>\n{page.head}<link rel="manifest" href="/manifest.json">\n<style>{_STYLE}</style>\n</head>\n<body class="m-{"story" if page.is_story else "channel"}">\n'
            f'<div class="mapp"><img class="mapp__ico" src="/i/app.png" width="32" alt=""><span>{self.word("用 App 看更快更順", "Faster in the app")}</span><a class="mapp__get" href="/app">{self.word("下載", "Get")}</a><button class="mapp__x" aria-label="close">×</button></div>\n<header class="mhd"><button class="mhd__menu" data-open="drawer">☰</button><a class="mhd__logo" href="/">{esc(paper.name)}</a><a class="mhd__find" href="/search">{self.word("搜尋", "Search")}</a></header>\n<nav class="mtabs">\n{tabs}\n</nav>\n<div class="mdrawer" hidden><ul>{rows}</ul></div>\n{page.main}\n'
            f'<footer class="mft mview"><p><a href="/about">{self.word("關於我們", "About us")}</a>　<a href="/tips">{self.word("報料", "Tips")}</a>　<a href="/jobs">{self.word("加入我們", "Jobs")}</a>　<a href="/privacy">{self.word("私隱政策", "Privacy policy")}</a></p><p>{esc(paper.rights)}</p></footer>\n<nav class="mbar">\n{icons}\n</nav>\n<script src="/js/m.min.js" async></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data with both hours, keywords, what a shared link shows."""
        published = copy.article.published.replace(second=0, microsecond=0).isoformat()
        changed = copy.said.changed.isoformat() if copy.said.changed else published
        data = {
            "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": copy.url, "headline": copy.version.title,
            "datePublished": published, "dateModified": changed, "articleSection": copy.article.section,
            "publisher": {"@type": "Organization", "name": copy.paper.name, "logo": {"@type": "ImageObject", "url": "/i/logo.png"}},
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta name="description" content="{attr(copy.lead)}">\n<meta name="keywords" content="{attr(",".join(copy.said.tags or ()))}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:url" content="{attr(copy.url)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Plain tags with the telephone's small wrappers."""
        if block.kind == "h":
            return f'<h2 class="mtxt__sub">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<p class="mtxt__ps">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f'<div class="mquote"><i class="ico ico-quote"></i><p>{spans(block.spans)}</p></div>'
        if block.kind == "table":
            return f'<div class="mswipe" tabindex="0">{table(block.rows)}</div>'
        if block.kind == "embed":
            return f'<div class="mvideo"><iframe src="{attr(block.url)}" width="100%" height="210" frameborder="0" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture that loads late and opens large."""
        credit = f"（{esc(picture.credit)}）" if picture.credit else ""
        source = self.source(copy, picture)
        return f'<div class="mshot" data-zoom="{picture.number}"><img class="mlazy" src="/i/blank.gif" data-src="{source}" alt=""><noscript><img src="{source}" alt=""></noscript><div class="mshot__txt">{esc(picture.caption)}{credit}</div></div>'

    def card(self, card: Card) -> str:
        """Another piece: headline, section and hour, a small picture."""
        return f'<a class="mcard" href="{attr(card.url)}"><div class="mcard__l"><div class="mcard__t">{esc(card.title)}</div><div class="mcard__sub"><span>{esc(card.section)}</span> <span>{card.published:%m-%d %H:%M}</span></div></div><img class="mcard__r mlazy" src="/i/blank.gif" data-src="/thumb/{card.id}.jpg" width="96" height="64" alt=""></a>\n'

    def text(self, copy: Copy) -> str:
        """The text, with a place for an advertisement and offers to read on among its paragraphs."""
        pieces = self.blocks(copy)
        if len(pieces) > self.offer + 2:
            rows = copy.others("<li><a href=`{url}`>{title}</a></li>", 2, skip=3)
            pieces.insert(
                self.offer + 1,
                f'<div class="mread"><b>{copy.say("延伸閱讀", "Read more")}</b><ul>{rows}</ul></div>' if rows else "",
            )
            pieces.insert(
                self.offer,
                f'<div class="mslot" id="div-gpt-ad-{copy.salt}-1"><span>{copy.say("廣告", "Advertisement")}</span></div>',
            )
        return "\n".join(pieces)

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, who, both hours, tools, text, hashes, what one feels, the hot ones, remarks, the next piece."""
        crumbs = f'<div class="mcrumb"><a href="/">{copy.say("主頁", "Home")}</a> › <a href="{copy.section_url}">{copy.section}</a></div>'
        by = copy.signed('<div class="mfacts mfacts--who">{}</div>\n')
        changed = copy.changed(f'<span class="mfacts__e">{copy.say("更新：", "Updated: ")}<time>{{}}</time></span>')
        hours = f'<div class="mfacts"><span class="mfacts__s">{copy.say("發布：", "Published: ")}<time>{copy.day}</time></span> {changed}</div>'
        views = 300 + copy.salt % 9000
        tools = f'<div class="mtools"><button data-size="up">A+</button><button data-size="down">A-</button><a class="mtools__wa" href="/go/whatsapp">WhatsApp</a><a class="mtools__fb" href="/go/facebook">Facebook</a><button data-copy="url">{copy.say("複製連結", "Copy link")}</button><span class="mtools__n">{views:,} {copy.say("次瀏覽", "views")}</span></div>'
        hashes = copy.tags("<a class=`mhash` href=`{url}`>#{tag}</a>")
        hashes = f'<div class="mhashes">{hashes}</div>\n' if hashes else ""
        moods = ""
        if self.moods:
            words = zip(("讚", "心", "嬲", "喊"), ("Like", "Love", "Angry", "Sad"), strict=True)
            faces = "".join(f"<button>{copy.say(zh, en)} <em>{copy.salt // (at + 3) % 70}</em></button>" for at, (zh, en) in enumerate(words))  # fmt: skip
            moods = f'<div class="mmoods"><div>{copy.say("看完有何感覺？", "How do you feel about this?")}</div>{faces}</div>\n'
        tip = f'<div class="mtip">{copy.say("有料爆？WhatsApp 報料熱線，或電郵編輯部。", "Got a story? Message our hotline or e-mail the newsroom.")}</div>\n'
        hot = "".join(f'<li><span class="mrank__n">{at}</span><a href="{attr(c.url)}">{esc(c.title)}</a></li>' for at, c in enumerate(copy.related[:4], 1))  # fmt: skip
        remarks = copy.remarks('<div class="mcmt"><div class="mcmt__u">{who}<span>{when}</span></div><div class="mcmt__t">{what}</div><div class="mcmt__a">▲ {n}</div></div>\n')  # fmt: skip
        swipe = f'<section class="mview mswiper"><h4>{copy.say("為你推薦", "For you")}</h4>{"".join(map(self.card, copy.related[1:4]))}</section>\n' if self.swipe else ""  # fmt: skip
        following = copy.others("<a class=`mnext__a` href=`{url}`>{title}</a>", 1)
        return (
            f'<main class="mview" id="story-{copy.article.id}" data-channel="{copy.part}">\n{crumbs}\n<h1 class="mtitle">{copy.title}</h1>\n{by}{hours}\n{tools}\n<div class="mtxt">\n{self.text(copy)}\n</div>\n{hashes}{moods}{tip}</main>\n'
            f'<section class="mview mrank"><h4>{copy.say("熱門", "Trending")}</h4><ol>{hot}</ol></section>\n{swipe}<section class="mview mcmts"><h4>{copy.say("留言", "Comments")}</h4>\n{remarks}<input class="mcmts__in" placeholder="{copy.say("登入後留言", "Log in to comment")}"></section>\n<div class="mnext mview"><span>{copy.say("下一則", "Up next")}</span>{following}</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A stream of cards that a button prolongs."""
        more = f'<a class="mmore" href="{attr(older)}" data-load="next">{self.word("載入更多", "Load more")}</a>' if older else ""  # fmt: skip
        return f'<main class="mview mstream"><h1 class="mtitle">{esc(heading)}</h1>\n{"".join(map(self.card, cards))}{more}</main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page in the same view."""
        return f'<main class="mview mabout"><h1 class="mtitle">{esc(heading)}</h1><div class="mtxt">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></main>'


DESIGNS: tuple[type[Freehand], ...] = (Nase,)
ADDRESSES: dict[str, Form] = {
    "sectionname/id/title": Form(lambda _p, a, v: f"/{quote(a.section)}/{a.id}/{quote(v.title.replace(' ', '-'))}", slugged=True),
}  # fmt: skip
