"""A metropolitan newspaper's own site of 2015, built in house: blocks and elements, a kicker, a standfirst, faces beside names, two hours, lists of what others read."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table, write
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_SHARES = (("facebook", "分享到 Facebook", "Share on Facebook"), ("twitter", "分享到 Twitter", "Share on Twitter"), ("email", "電郵給朋友", "Send by email"), ("print", "列印", "Print"))  # fmt: skip
_TABLE = ' class="data-table" data-sortable="false"'


class Phalarope(Freehand):
    """2015: a big-city newspaper's house system: kicker, headline and standfirst, a byline with faces, published and updated hours, share bars, packages and pulled sentences in the text, topics at the foot, ranked lists in a rail."""

    name = "phalarope"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where byline and hours stand, how both are written, whether a lead is repeated as standfirst, what interrupts the text."""
        self.column = rng.random() < 0.45  # byline and hours in a column beside the text, not in the header
        self.deck = rng.random() < 0.55
        self.long = rng.random() < 0.5
        self.pulls = rng.random() < 0.5
        self.offer = 2 + int(rng.random() * 3)
        self.block_name = choose(rng, "story", "article", "content")
        self.hand = choose(rng,
            Hand("記者{a}", "記者{a}、{b}", placed="記者{a}／{p}報導", photo="{a}／文　{b}／圖", role="記者", roles=("文", "圖")),
            Hand("採訪．{a}", "採訪．{a}　{b}", photo="採訪．{a}　攝影．{b}", agency="據{o}消息", role="採訪", roles=("採訪", "攝影")),
            Hand("{a}", "{a}　{b}", placed="{a}（{p}）", photo="{a}（文）　{b}（圖）", roles=("文", "圖"), desk="{o}整理"),
        )  # fmt: skip
        whole = Hand("Report by {a}", "Report by {a} and {b}", placed="Report by {a}, {p}", agency="{o} and staff")
        bare = Hand("{a}", "{a} & {b}", placed="{a} – {p}", agency="Via {o}")
        self.hand_en = choose(rng, whole, bare, Hand("{a}", "{a} and {b}", placed="{a} in {p}"))

    def day(self, t: datetime) -> str:
        """``Thursday 8 March 2018 21.05 GMT`` or ``8 March 2018 • 9:05pm``; ``2018年3月8日 星期四 下午9:05`` or ``2018/03/08（四）21:05``."""
        if self.english:
            month = MONTHS[t.month - 1]
            return f"{DAYS[t.weekday()]} {t.day} {month} {t.year} {t:%H.%M} {t.tzname()}" if self.long else f"{t.day} {month} {t.year} • {clock(t, 'am', 'pm').replace(' ', '')}"  # fmt: skip
        noon, week = f"{'上午' if t.hour < 12 else '下午'}{clock(t, '', '').strip()}", DAYS_ZH[t.weekday()]
        return f"{t.year}年{t.month}月{t.day}日 星期{week} {noon}" if self.long else f"{t:%Y/%m/%d}（{week}）{t:%H:%M}"

    def stamp(self, t: datetime) -> str:
        """The same with short names and no weekday: ``9 Mar 2018 10.15 GMT``; ``2018/03/09 10:15``."""
        hour = f"{t:%H.%M} {t.tzname()}" if self.long else clock(t, "am", "pm").replace(" ", "")
        return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year} {hour}" if self.english else f"{t:%Y/%m/%d %H:%M}"

    def machine(self, copy: Copy) -> str:
        """Cards for networks and linked data in universal time; the house, not the writer, is the author there, and the section is its part of the address."""
        published = copy.article.published.replace(second=0, microsecond=0).astimezone(UTC)
        changed = copy.said.changed.astimezone(UTC) if isinstance(copy.said.changed, datetime) else published
        house = {"@type": "NewsMediaOrganization", "name": copy.paper.name, "logo": {"@type": "ImageObject", "url": "/assets/logo-600x60.png", "width": 600, "height": 60}}  # fmt: skip
        data = {
            "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": {"@type": "WebPage", "@id": copy.url},
            "headline": re.sub("^【.*?】", "", copy.version.title)[:100], "description": copy.lead, "articleSection": copy.part, "isAccessibleForFree": True,
            "datePublished": f"{published:%Y-%m-%dT%H:%M:%S}.000Z", "dateModified": f"{changed:%Y-%m-%dT%H:%M:%S}.000Z", "author": {"@type": "Organization", "name": copy.paper.name}, "publisher": house,
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<link rel="amphtml" href="{attr(copy.url)}?amp=1">\n<meta name="description" content="{attr(copy.lead)}">\n<meta name="news_keywords" content="{attr(", ".join((copy.said.tags or ())[:2]))}">\n<meta property="og:type" content="article">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:title" content="{attr(copy.version.title)} | {attr(copy.paper.name)}">\n<meta property="article:published_time" content="{published:%Y-%m-%dT%H:%M:%SZ}">\n<meta property="article:section" content="{copy.part}">\n<meta name="twitter:card" content="summary_large_image">\n<script type="application/ld+json">{words}</script>\n'

    def frame(self, page: Shell) -> str:
        """A notice, the masthead with its account links, a bar of sections, the page, a deep footer."""
        paper = page.paper
        bar = self.menu(paper, '<li class="pillars__item{on}"><a class="pillars__link" href="{url}" data-link-name="nav : {name}">{name}</a></li>', now=page.section, current=" pillars__item--current")  # fmt: skip
        foot = self.menu(paper, '<li class="colophon__item"><a href="{url}">{name}</a></li>')
        own = "".join(f'<li class="colophon__item"><a href="/info/{to}">{self.word(zh, en)}</a></li>' for to, zh, en in (("about", "關於本報", "About us"), ("contact", "聯絡編輯部", "Contact the newsroom"), ("corrections", "更正與澄清", "Corrections"), ("advertise", "廣告查詢", "Advertise with us"), ("terms", "使用條款", "Terms of use")))  # fmt: skip
        return f'<!DOCTYPE html>\n<html lang="{self.language}" class="no-js is-not-modern">\n<head>\n{heads(page.charset)}\n<title>{esc(" | ".join(filter(None, (page.title, page.section, paper.name))))}</title>\n<meta name="viewport" content="width=device-width, initial-scale=1">\n{page.head}<link rel="stylesheet" href="/assets/css/head.{"story" if page.is_story else "facia"}.css">\n<script>document.documentElement.className=document.documentElement.className.replace("no-js","js");window.house={{"config":{{"page":{{"isStory":{str(page.is_story).lower()}}}}}}};</script>\n</head>\n<body class="page page--{"story" if page.is_story else "front"}">\n<a class="u-skip" href="#maincontent">{self.word("跳至主要內容", "Skip to main content")}</a>\n<div class="site-message js-site-message"><p class="site-message__copy">{self.word("本網站使用 Cookie。繼續瀏覽即表示你同意我們的政策。", "We use cookies on this site. By continuing to browse you agree to our policy.")}</p><button class="site-message__close">×</button></div>\n<div class="ad-slot ad-slot--top-banner" id="dfp-ad--top-above-nav"></div>\n<header class="masthead" role="banner">\n<div class="masthead__tools"><a class="masthead__tool" href="/signin">{self.word("登入", "Sign in")}</a> <a class="masthead__tool masthead__tool--cta" href="/subscribe">{self.word("訂閱報紙", "Subscribe")}</a> <a class="masthead__tool" href="/search">{self.word("搜索", "Search")}</a></div>\n<a class="masthead__logo" href="/"><span class="u-h">{esc(paper.name)}</span></a>\n<nav class="pillars"><ul class="pillars__list">{bar}</ul></nav>\n</header>\n<div id="maincontent" class="l-page" role="main">\n{page.main}\n</div>\n<footer class="colophon" role="contentinfo"><ul class="colophon__list">{foot}</ul><ul class="colophon__list colophon__list--own">{own}</ul><a class="colophon__top" href="#top">{self.word("回到上面", "Back to top")}</a><p class="colophon__legal">{esc(paper.rights)} {self.word("版權所有，不得轉載。", "All rights reserved.")}</p></footer>\n<script async src="/assets/js/boot.js"></script>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The house's elements."""
        b = self.block_name
        if block.kind == "quote":
            return f'<blockquote class="quoted"><p class="quoted__text">{spans(block.spans)}</p></blockquote>'
        if block.kind == "note":
            return f'<p class="{b}__footnote">{spans(block.spans)}</p>'
        if block.kind == "table":
            return f'<div class="element element--table">{table(block.rows, _TABLE)}</div>'
        if block.kind == "embed":
            return f'<figure class="element element--video" data-component="video-embed"><div class="u-responsive-ratio u-responsive-ratio--hd"><iframe src="{attr(block.url)}" title="{attr(block.title)}" frameborder="0" allowfullscreen></iframe></div></figure>'
        return write(block, lambda p: self.picture(copy, p), p=f'p class="{b}__para"', h=f'h2 class="{b}__crosshead"')

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture in two widths; the first large, more than one counted as a gallery's."""
        shots = [b.picture.number for b in copy.version.blocks if b.picture]
        at, source = shots.index(picture.number), self.source(copy, picture)
        count = f'<a class="figure__count" href="#gallery" data-index="{at + 1}"><i class="i i-camera"></i></a>' if len(shots) > 1 else ""  # fmt: skip
        credit = f' <span class="figure__credit" itemprop="copyrightHolder">{esc(picture.credit)}</span>' if picture.credit else ""  # fmt: skip
        return f'<figure class="figure figure--{"inline" if at else "showcase"}" itemprop="image" itemscope itemtype="http://schema.org/ImageObject" id="img-{at + 1}"><div class="figure__frame"><picture><source media="(max-width: 480px)" srcset="{source}?w=480"><img class="figure__img" itemprop="contentUrl" src="{source}" alt=""></picture>{count}</div><figcaption class="figure__caption"><span class="figure__text" itemprop="description">{esc(picture.caption)}</span>{credit}</figcaption></figure>'

    def text(self, copy: Copy) -> str:
        """The text; in longer pieces a package of other stories, an advertisement and, in some papers, a sentence pulled out of a later paragraph."""
        pieces = self.blocks(copy)
        if len(pieces) > self.offer + 3:
            later = [b.text for b in copy.version.blocks[self.offer + 1 :] if b.kind == "p"]
            pulled = re.split(r"(?<=[。！？])|(?<=[.!?])\s", later[-1])[0] if later and self.pulls and copy.article.index % 3 == 0 else ""  # fmt: skip
            rows = copy.others("<li class=`rich-link__item`><a class=`rich-link__link` href=`{url}`>{title}</a></li>", 2, skip=1)  # fmt: skip
            pieces.insert(self.offer + 2, f'<div class="ad-slot ad-slot--inline" id="dfp-ad--inline1" aria-hidden="true"><div class="ad-slot__label">{copy.say("廣告", "Advertisement")}</div></div>')  # fmt: skip
            if pulled:
                pieces.insert(self.offer + 1, f'<aside class="pullquote" aria-hidden="true"><i class="i i-quote"></i><p class="pullquote__text">{esc(pulled)}</p></aside>')  # fmt: skip
            if rows:
                pieces.insert(self.offer, f'<aside class="element rich-link" data-component="rich-link"><h3 class="rich-link__title">{copy.say("相關報道", "Read more")}</h3><ul class="rich-link__list">{rows}</ul></aside>')  # fmt: skip
        return "\n".join(pieces)

    def share(self, copy: Copy, place: str, count: int) -> str:
        """A share bar, and how many have remarked."""
        rows = "".join(f'<li class="share__item share__item--{to}"><a class="share__action" href="/share/{to}?id={copy.article.id}"><span class="u-h">{copy.say(zh, en)}</span><i class="i i-{to}"></i></a></li>' for to, zh, en in _SHARES)  # fmt: skip
        return f'<div class="share share--{place}"><ul class="share__list u-unstyled">{rows}</ul><a class="share__comments" href="#comments"><span class="share__n">{count}</span> {copy.say("則留言", "comments")}</a></div>'

    def story(self, copy: Copy) -> str:
        """Kicker, headline, standfirst, faces and names, hours, shares, text, topics, who wrote it, remarks; a rail of ranked lists."""
        b, people = self.block_name, copy.said.people or ()
        remarks = copy.remarks('<li class="d-comment"><div class="d-comment__meta"><span class="d-comment__author">{who}</span> <time class="d-comment__time">{when}</time></div><div class="d-comment__body"><p>{what}</p></div><div class="d-comment__recommend">{n} <i class="i i-up"></i></div></li>\n')  # fmt: skip
        count = remarks.count("<li") + copy.article.index * 13 % 70
        lead = (copy.lead if " " not in copy.lead else copy.lead.rsplit(" ", 1)[0]).rstrip("，。、；：,.;: ")
        deck = f'<div class="{b}__standfirst" data-component="standfirst"><p>{esc(lead)}{self.word("……", "…")}</p></div>\n' if self.deck and lead else ""  # fmt: skip
        linked = re.sub(r'href="/by/([^"]*)"', lambda m: f'href="/by/{quote(m[1].lower().replace(" ", "-"))}"', copy.linked('<a class="byline__name" rel="author" href="/by/{0}">{0}</a>'))  # fmt: skip
        faces = "".join(f'<img class="byline__avatar" src="/assets/faces/{sum(map(ord, p.name)) % 900}.png" width="60" height="60" alt="">' for p in people if p.kind == "person")  # fmt: skip
        by = f'<div class="byline{" byline--faces" if faces else ""}">{faces}<p class="byline__text" data-component="meta-byline">{linked}</p></div>\n' if copy.by else ""  # fmt: skip
        changed = copy.changed(
            f'<p class="dateline__row dateline__row--modified">{copy.say("最後更新", "Last modified")} <time class="dateline__time js-lm">{{}}</time></p>'
        )
        hours = f'<div class="dateline"><p class="dateline__row"><span class="dateline__label">{copy.say("刊出", "First published")}</span> <time class="dateline__time" itemprop="datePublished" datetime="{copy.article.published:%Y-%m-%dT%H:%M%z}">{copy.day}</time></p>{changed}</div>\n'
        meta = f'<div class="{b}__meta">\n{by}{hours}{self.share(copy, "top", count)}\n</div>\n'
        shots = [f'<li class="gallery__item"><img src="{self.source(copy, x.picture)}?w=120" alt=""></li>' for x in copy.version.blocks if x.picture]  # fmt: skip
        strip = f'<div class="gallery" id="gallery"><h3 class="gallery__title">{copy.say("圖輯", "In pictures")} <span class="gallery__total">({len(shots)})</span></h3><ol class="gallery__strip">{"".join(shots)}</ol></div>\n' if len(shots) > 1 else ""  # fmt: skip
        tags = copy.tags("<li class=`topics__item`><a class=`topics__link` href=`{url}` rel=`tag`>{tag}</a></li>")
        topics = f'<div class="topics"><h3 class="topics__heading">{copy.say("話題", "Topics")}</h3><ul class="topics__list">{tags}</ul></div>\n' if tags else ""  # fmt: skip
        writer = next((p for p in people if p.kind == "person"), None)
        bio = f'<div class="bio"><p class="bio__text">{copy.say("在本報還寫過甚麼？", "Also in this newspaper:")} <a class="bio__more" href="/by/{quote(writer.name.lower().replace(" ", "-"))}">{esc(writer.name)}</a></p><button class="bio__follow">+ {copy.say("關注", "Follow")}</button></div>\n' if writer else ""  # fmt: skip
        letter = f'<form class="signup" action="/newsletters" method="post"><h3 class="signup__title">{copy.say("{letter}：每天早上寄到你的信箱", "{letter}: in your inbox every morning")}</h3><input class="signup__input" type="email" name="email"><button class="signup__go">{copy.say("免費訂閱", "Sign up")}</button></form>\n'
        ranked = copy.others("<li class=`popular__item`><a class=`popular__link` href=`{url}`>{title}</a></li>", 4)
        onward = copy.others("<li class=`fc-item`><div class=`fc-item__kicker`>{section}</div><a class=`fc-item__link` href=`{url}`><h4 class=`fc-item__title`>{title}</h4></a></li>", 3)  # fmt: skip
        return f'<div class="l-main">\n<article class="{b} {b}--news" id="{b}-{copy.article.id}" itemscope itemtype="http://schema.org/NewsArticle">\n<header class="{b}__header">\n<div class="{b}__kicker"><a class="{b}__section" href="{copy.section_url}">{copy.section}</a></div>\n<h1 class="{b}__headline" itemprop="headline">{copy.title}</h1>\n{deck}{"" if self.column else meta}</header>\n<div class="{b}__columns">\n{meta if self.column else ""}<div class="{b}__body js-{b}-body" itemprop="articleBody">\n{self.text(copy)}\n</div>\n</div>\n{strip}{topics}{bio}{self.share(copy, "foot", count)}\n</article>\n{letter}<section class="onward"><h3 class="onward__heading">{copy.say("同版新聞", "More on this story")}</h3><ul class="onward__list">{onward}</ul></section>\n<section class="discussion" id="comments"><h3 class="discussion__heading">{copy.say("留言", "Comments")} <span class="discussion__n">({count})</span></h3><p class="discussion__signin"><a href="/signin?return=comments">{copy.say("登入會員", "Sign in or register")}</a>{copy.say("以參與討論", " to join the discussion")}</p><ul class="d-thread">{remarks}</ul></section>\n</div>\n<aside class="l-rail"><div class="ad-slot ad-slot--mpu" id="dfp-ad--right"><div class="ad-slot__label">{copy.say("廣告", "Advertisement")}</div></div><div class="popular"><ul class="popular__tabs"><li class="popular__tab is-active">{copy.say("最多人讀", "Most read")}</li><li class="popular__tab">{copy.say("最多人分享", "Most shared")}</li></ul><ol class="popular__list">{ranked}</ol></div></aside>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A front of containers."""
        rows = "\n".join(f'<li class="fc-item fc-item--list"><a class="fc-item__link" href="{attr(c.url)}"><h2 class="fc-item__title">{esc(c.title)}</h2></a><p class="fc-item__standfirst">{esc(c.summary)}</p><div class="fc-item__meta"><span class="fc-item__section">{esc(c.section)}</span> <time class="fc-item__time">{self.day(c.published)}</time></div></li>' for c in cards)  # fmt: skip
        more = f'<div class="pagination"><a class="pagination__next" rel="next" href="{attr(older)}">{self.word("較早的新聞", "Earlier stories")}</a></div>' if older else ""  # fmt: skip
        return f'<section class="fc-container"><header class="fc-container__header"><h1 class="fc-container__title">{esc(heading)}</h1></header>\n<ul class="fc-container__list u-unstyled">\n{rows}\n</ul>\n{more}</section>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the paper's information desk."""
        return f'<div class="info-page"><h1 class="info-page__headline">{esc(heading)}</h1><div class="info-page__body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Phalarope,)
ADDRESSES: dict[str, Form] = {"section/slug-id.html": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/{ascii_slug(a)}-{a.id}.html")}  # fmt: skip
