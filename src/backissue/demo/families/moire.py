"""A design of a weekly that lives by its letter, 2021, on a hosted service that mails each post and keeps it on the web."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_DECKS = (("這個星期我們在看的一件事，慢慢說。", "One thing we kept looking at this week, told slowly."), ("寄給訂閱讀者的長信，現在開放全文。", "Sent to subscribers first; now open to everybody."), ("數字背後的人，以及還沒有答案的問題。", "The people behind the figures, and a question still open."), ("先讀這篇，再讀周末的其他消息。", "Start here, then read the rest of the weekend."))  # fmt: skip
_SHARES = (("twitter", "https://twitter.com/share?url="), ("facebook", "https://www.facebook.com/sharer.php?u="), ("linkedin", "https://www.linkedin.com/shareArticle?mini=true&url="))  # fmt: skip


def _slug(name: str) -> str:
    """A name as an address or an anchor has it."""
    return quote(re.sub(r"[\s，。：、？！,.:?!'’“”]+", "-", name.lower()).strip("-"))


def _sources(copy: Copy) -> list[tuple[str, str]]:
    """The links of the text in order, each with its words."""
    return [(s[2], s[1]) for b in copy.version.blocks for s in b.spans if not isinstance(s, str) and s[0] == "a"]


class Shoveler(Freehand):
    """2021: a mailed weekly on a hosted publishing service: kicker with the issue's number, a deck, avatars, minutes to read, cards in the text (picture, sign-up, bookmark, button), the links again as footnotes, previous and next; some papers list accounts as authors, others type who wrote it into the post."""

    name = "shoveler"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Who signs where, how days are written, where the kicker, the day and the sign-up box stand."""
        self.typed, self.last, self.alt, self.letters = (rng.random() < share for share in (0.55, 0.4, 0.4, 0.5))
        self.label = choose(rng, ("", ""), ("作者 ", "Written by "), ("撰文 ", "Published by "))
        self.dated, self.wide = choose(rng, "kicker", "meta", "meta"), choose(rng, "", " kg-width-wide")
        self.days, self.ask = choose(rng, 0, 1, 2), choose(rng, 2, 3, 4)
        self.hand = self.hand_en = Hand("{a}", "{a}, {b}")
        if self.typed:
            self.hand = choose(
                rng,
                Hand("採訪、撰稿／{a}", "採訪、撰稿／{a}、{b}", placed="採訪、撰稿／{a}（{p}）", photo="撰稿／{a}　影像／{b}", desk="整理／{o}", agency="供稿／{o}", role="採訪、撰稿", roles=("撰稿", "影像")),
                Hand("這一期由{a}執筆", "這一期由{a}與{b}執筆", placed="這一期由{a}在{p}執筆", photo="這一期由{a}執筆、{b}攝影", desk="這一期由{o}整理", agency="這一期轉載自{o}", role="執筆", roles=("執筆", "攝影")),
                Hand("{a} 寫自本期編輯部", "{a} × {b}", placed="{a} 寫自{p}", photo="{a} 文 × {b} 攝", roles=("文", "攝")),
            )  # fmt: skip
            self.hand_en = choose(
                rng,
                Hand("Story by {a}", "Story by {a} & {b}", placed="Story by {a}, {p}", desk="Compiled by the {o}", agency="Syndicated from {o}"),
                Hand("{a} reports", "{a} and {b} report", placed="{a} reports from {p}", desk="From the {o}", agency="{o} reports"),
                Hand("This week’s letter is by {a}", "This week’s letter is by {a} and {b}", placed="This week’s letter is by {a} in {p}", desk="This week’s letter is by the {o}", agency="This week’s letter comes from {o}"),
            )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``08 Mar 2021``, ``Mar 8, 2021``, ``8 March 2021``; ``2021 年 3 月 8 日``, ``08 3月 2021``, ``2021.03.08``."""
        month = MONTHS[t.month - 1]
        if self.english:
            return (f"{t.day:02d} {month[:3]} {t.year}", f"{month[:3]} {t.day}, {t.year}", f"{t.day} {month} {t.year}")[self.days]  # fmt: skip
        return (f"{t.year} 年 {t.month} 月 {t.day} 日", f"{t.day:02d} {t.month}月 {t.year}", f"{t:%Y.%m.%d}")[self.days]

    def stamp(self, t: datetime) -> str:
        """The day and the hour."""
        return f"{self.day(t)}, {t:%H:%M}" if self.english else f"{self.day(t)} {t:%H:%M}"

    def machine(self, copy: Copy) -> str:
        """What the service says unasked; its author is the account that posted, which need not be who signs."""
        url, at = attr(copy.url), f"{copy.article.published.astimezone(UTC):%Y-%m-%dT%H:%M}:00.000Z"
        names = [copy.paper.name] if self.typed else [p.name for p in copy.said.people or ()] or [copy.paper.name]
        people = [{"@type": "Person", "name": n, "url": f"/author/{_slug(n)}/", "sameAs": []} for n in names]
        told = {"@context": "https://schema.org", "@type": "Article", "publisher": {"@type": "Organization", "name": copy.paper.name, "logo": {"@type": "ImageObject", "url": "/favicon.ico", "width": 48, "height": 48}}, "author": people[0], **({"contributor": people[1:]} if people[1:] else {}), "headline": copy.version.title, "url": copy.url, "datePublished": at, "keywords": ", ".join((copy.article.section, *copy.article.tags)), "description": copy.lead, "mainEntityOfPage": copy.url}  # fmt: skip
        ld = json.dumps(told, ensure_ascii=False, indent=4).replace("<", "\\u003c")
        tags = copy.tags('<meta property="article:tag" content="{tag}">\n')
        return f'<link rel="canonical" href="{url}">\n<meta name="description" content="{attr(copy.lead)}">\n<meta name="referrer" content="no-referrer-when-downgrade">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:url" content="{url}">\n<meta property="article:published_time" content="{at}">\n{tags}<meta name="twitter:card" content="summary_large_image">\n<meta name="twitter:label1" content="Written by">\n<meta name="twitter:data1" content="{attr(", ".join(names))}">\n<meta name="twitter:label2" content="Filed under">\n<meta name="twitter:data2" content="{attr(copy.article.section)}">\n<script type="application/ld+json">\n{ld}\n</script>\n'

    def frame(self, page: Shell) -> str:
        """The head bar with its two buttons, the post, the foot with the letter's own box."""
        paper = page.paper
        menu = self.menu(paper, '<li class="nav-item{on}"><a href="{url}">{name}</a></li>', "\n", now=page.section, current=" nav-current")  # fmt: skip
        kind = f"post-template tag-{paper.sections.get(page.section, 'news')} tag-hash-newsletter" if page.is_story else "paged archive-template"  # fmt: skip
        about, sign_in, join = self.word("關於這份信", "About"), self.word("登入", "Sign in"), self.word("訂閱", "Subscribe")  # fmt: skip
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)}</title>\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<meta name="HandheldFriendly" content="True">\n<meta name="viewport" content="width=device-width, initial-scale=1.0">\n<link rel="stylesheet" href="/assets/built/screen.css?v=4f1c9a7d20">\n{page.head}<meta name="generator" content="Ghost 4.22">\n<link rel="alternate" type="application/rss+xml" title="{attr(paper.name)}" href="/rss/">\n<script defer src="/public/cards.min.js?v=4f1c9a7d20"></script>\n<link rel="stylesheet" href="/public/cards.min.css?v=4f1c9a7d20">\n<style>.kg-fn[data-fn]::after{{content:attr(data-fn);font-size:.6em;vertical-align:super}}</style>\n</head>\n<body class="{kind} is-head-left-logo has-sans-body">\n'
            f'<div class="viewport">\n<header id="gh-head" class="gh-head outer">\n<nav class="gh-head-inner inner">\n<div class="gh-head-brand"><a class="gh-head-logo no-image" href="/">{esc(paper.name)}</a><button class="gh-search gh-icon-btn" aria-label="Search this site" data-ghost-search></button><button class="gh-burger" aria-label="Main Menu"></button></div>\n<div class="gh-head-menu"><ul class="nav">\n{menu}\n<li><a href="/about/">{about}</a></li></ul></div>\n<div class="gh-head-actions"><a class="gh-head-link" href="#/portal/signin" data-portal="signin">{sign_in}</a><a class="gh-head-button" href="#/portal/signup" data-portal="signup">{join}</a></div>\n</nav>\n</header>\n<div class="site-content">\n{page.main}\n</div>\n'
            f'<footer class="site-footer outer">\n<div class="footer-cta"><h2 class="footer-cta-title">{self.word("每周六早上，一封信。", "A letter, every Saturday morning.")}</h2><a class="footer-cta-button" href="#/portal" data-portal><span class="footer-cta-button-text">{self.word("輸入電郵地址", "Enter your email")}</span><span class="gh-btn">{join}</span></a></div>\n<div class="inner"><section class="copyright"><a href="/">{esc(paper.name)}</a> {esc(paper.rights)}</section><nav class="site-footer-nav"><ul class="nav"><li><a href="/privacy/">{self.word("私隱", "Privacy")}</a></li><li><a href="/contact/">{self.word("聯絡", "Contact")}</a></li></ul></nav><div class="gh-powered-by"><a href="https://ghost.org/" target="_blank" rel="noopener">Powered by Ghost</a></div></div>\n</footer>\n</div>\n<script src="/assets/built/casper.js?v=4f1c9a7d20"></script>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's cards; the stylesheet hangs a footnote's number on each link."""
        kind, said = block.kind, spans(block.spans)
        if kind == "p":
            for at, (url, _) in enumerate(_sources(copy), 1):
                said = said.replace(f'<a href="{attr(url)}">', f'<a class="kg-fn" data-fn="{at}" href="{attr(url)}">')
            return f"<p>{said}</p>"
        if kind == "h":
            return f'<h2 id="{_slug(block.text)}">{said}</h2>'
        if kind == "quote":
            return (
                f'<blockquote class="kg-blockquote-alt">{said}</blockquote>'
                if self.alt
                else f"<blockquote>{said}</blockquote>"
            )
        if kind == "note":
            return f'<div class="kg-card kg-callout-card kg-callout-card-grey"><div class="kg-callout-text"><em>{said}</em></div></div>'
        if kind == "table":
            first, *rest = (tuple(map(esc, row)) for row in block.rows)
            rows = "".join(f"  <tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in rest)
            return f'<!--kg-card-begin: html-->\n<div class="table-wrap"><table>\n  <tr><th>{"</th><th>".join(first)}</th></tr>\n{rows}</table></div>\n<!--kg-card-end: html-->'
        if kind == "embed":
            return f'<figure class="kg-card kg-embed-card"><iframe width="200" height="113" src="{attr(block.url)}" frameborder="0" allow="encrypted-media; picture-in-picture" allowfullscreen title="{attr(block.title)}"></iframe></figure>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture, kind: str = "", image: str = "kg-image") -> str:
        """An image card, or the post's own picture; the credit in slanted words behind the caption."""
        kind = kind or f"kg-card kg-image-card{self.wide} kg-card-hascaption"
        at = self.source(copy, picture)
        alt = attr(picture.caption) if picture.number % 3 == 0 else ""
        credit = f" <em>{esc(picture.credit)}</em>" if picture.credit else ""
        return f'<figure class="{kind}"><img src="{at}" class="{image}" alt="{alt}" loading="lazy" width="1600" height="{900 + picture.number % 300}" srcset="{at}?w=600 600w, {at} 1600w" sizes="(min-width: 720px) 720px"><figcaption><span>{esc(picture.caption)}</span>{credit}</figcaption></figure>'

    def body(self, copy: Copy, blocks: tuple[Block, ...]) -> str:
        """The text with the boxes that an editor drops between paragraphs."""
        out, seen = [], 0
        box = f'<div class="kg-card kg-signup-card kg-width-regular" data-lexical-signup-form><div class="kg-signup-card-content"><div class="kg-signup-card-text"><h2 class="kg-signup-card-heading">{copy.say("訂閱《{letter}》", "Sign up for {letter}")}</h2><p class="kg-signup-card-subheading">{copy.say("免費，隨時可以退訂。", "Free. Leave whenever you like.")}</p><form class="kg-signup-card-form" data-members-form="signup"><input class="kg-signup-card-input" type="email" placeholder="{copy.say("你的電郵", "Your email")}" required><button class="kg-signup-card-button" type="submit">{copy.say("訂閱", "Subscribe")}</button></form><p class="kg-signup-card-disclaimer">{copy.say("請到信箱確認訂閱。", "Now check your inbox to confirm.")}</p></div></div></div>'
        mark = copy.others('<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="{url}"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{title}</div><div class="kg-bookmark-description">{lead}…</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="/favicon.ico" alt=""><span class="kg-bookmark-author">' + esc(copy.paper.name) + "</span></div></div></a></figure>", 1, skip=2)  # fmt: skip
        for block in blocks:
            seen += block.kind == "p"
            out.append(self.block(copy, block))
            if block.kind == "p" and (seen == self.ask or (seen == self.ask + 3 and copy.article.index % 3 == 0)):
                out.append(box if seen == self.ask else mark)
        return "\n".join(out)

    def story(self, copy: Copy) -> str:
        """Header, feature image, text, footnotes, the button, who wrote it, previous and next."""
        art, index, blocks = copy.article, copy.article.index, copy.version.blocks
        size = sum(len(b.text.split()) if art.language.startswith("en") else len(b.text) for b in blocks)
        mins = max(1, round(size / (230 if art.language.startswith("en") else 350)))
        no = (art.published.date() - copy.paper.first).days // 7 + 1
        time = f'<time class="byline-meta-date" datetime="{art.published:%Y-%m-%d}">{copy.day}</time>'
        kicker = f'<div class="gh-article-kicker"><a class="gh-article-tag" href="{copy.section_url}">{copy.section}</a> <span class="gh-article-issue">{copy.say(f"{{letter}}　第 {no} 期", f"{{letter}} No. {no}")}</span>{f" &bull; {time}" if self.dated == "kicker" else ""}</div>'
        people = [] if self.typed else [p.name for p in copy.said.people or ()]
        faces = "".join(f'<li class="author-list-item"><a class="author-avatar" href="/author/{_slug(n)}/"><img class="author-profile-image" src="/content/images/size/w100/avatar-{len(n) * 7 % 40}.png" alt="{attr(n)}"></a></li>' for n in people) or f'<li class="author-list-item"><a class="author-avatar" href="/about/"><img class="author-profile-image" src="/content/images/size/w100/icon.png" alt="{attr(copy.paper.name)}"></a></li>'  # fmt: skip
        names = re.sub("\1(.*?)\1", lambda m: f'<a href="/author/{_slug(m[1])}/">{m[1]}</a>', copy.linked("\1{}\1"))
        listed = f'<h4 class="author-name">{f"<span>{copy.say(*self.label)}</span>" if self.label[0] else ""}{names}</h4>\n' if people else ""  # fmt: skip
        when = f"{time} &bull; " if self.dated == "meta" else ""
        meta = f'<div class="article-byline-content"><ul class="author-list">{faces}</ul><div class="article-byline-meta">\n{listed}<div class="byline-meta-content">{when}<span class="byline-reading-time">{copy.say(f"閱讀需時 {mins} 分鐘", f"{mins} min read")}</span></div></div></div>'
        top = ""
        if blocks[0].picture:
            top, blocks = self.picture(copy, blocks[0].picture, "article-image", "gh-feature-image") + "\n", blocks[1:]
        audio = f'<div class="kg-card kg-audio-card"><div class="kg-audio-player-container"><audio src="/content/media/{art.id}.mp3" preload="metadata"></audio><div class="kg-audio-title">{copy.say("收聽這封信", "Listen to this letter")}</div><div class="kg-audio-player"><span class="kg-audio-current-time">0:00</span><div class="kg-audio-time">/<span class="kg-audio-duration">{mins}:{index * 7 % 60:02d}</span></div><button class="kg-audio-playback-rate">1&#215;</button></div></div></div>\n' if index % 5 == 1 else ""  # fmt: skip
        sign = copy.signed('<p class="post-credit"><em>{}</em></p>') if self.typed else ""
        text = "\n".join((self.body(copy, blocks), sign) if self.last else (sign, self.body(copy, blocks)))
        notes = "".join(f'<li id="fn{n}"><p>{esc(w)}: <a href="{attr(u)}" rel="nofollow">{esc(u)}</a></p></li>' for n, (u, w) in enumerate(_sources(copy), 1))  # fmt: skip
        press = f'<div class="kg-card kg-button-card kg-align-center"><a href="{attr(copy.url)}?action=share" class="kg-btn kg-btn-accent">{copy.say("分享這篇文章", "Share this post")}</a></div>'
        edited = copy.changed(f'<p class="gh-article-edited"><small>{copy.say("寄出後曾修訂：", "Edited since it was sent: ")}<time>{{}}</time></small></p>\n')  # fmt: skip
        tags = copy.tags('<a class="gh-post-tag" href="{url}/">{tag}</a>', "\n")
        share = "".join(f'<a class="gh-share-link" href="{attr(to + quote(copy.url, safe=""))}" target="_blank" aria-label="{k}"><i class="icon icon-{k}"></i></a>' for k, to in _SHARES)  # fmt: skip
        boxes = "".join(f'<div class="author-card"><div class="author-card-name"><a href="/author/{_slug(n)}/">{esc(n)}</a></div><div class="author-card-content">{copy.say("《{letter}》供稿人。", "Contributes to {letter}.")}</div></div>' for n in people)  # fmt: skip
        said = copy.remarks('<div class="comment" id="c{n}"><div class="comment-head"><b>{who}</b> <span>{when}</span></div><div class="comment-body"><p>{what}</p></div></div>') if self.letters else ""  # fmt: skip
        talk = f'<section class="article-comments gh-canvas"><h3>{copy.say("會員回信", "Member discussion")}</h3>{said or copy.say("成為會員即可留言。", "Become a member to start commenting.")}</section>\n'
        near = "".join(copy.others(f'<a class="gh-nav-{k}" href=`{{url}}`><span class="gh-nav-label">{w}</span> <span class="gh-nav-title">{{title}}</span></a>', 1, skip=n) for n, (k, w) in enumerate((("previous", copy.say("上一封", "Previous issue")), ("next", copy.say("下一封", "Next issue")))))  # fmt: skip
        feed = copy.others('<article class="post-card post"><a class="post-card-content-link" href="{url}"><h2 class="post-card-title">{title}</h2></a><div class="post-card-excerpt">{lead}</div></article>', 2, "\n", skip=2)  # fmt: skip
        return f'<main id="site-main" class="site-main">\n<article class="article post tag-{copy.part} tag-hash-newsletter">\n<header class="article-header gh-canvas">\n{kicker}\n<h1 class="article-title">{copy.title}</h1>\n<p class="gh-article-excerpt">{copy.say(*_DECKS[index % len(_DECKS)])}</p>\n{meta}\n{top}</header>\n<section class="gh-content gh-canvas">\n{audio}{text}\n{notes and f"<section class=footnotes><ol>{notes}</ol></section>"}\n{press}\n</section>\n<footer class="article-footer gh-canvas">\n{edited}<div class="gh-post-tags">{tags}</div>\n<div class="gh-share">{share}<a class="gh-share-link copy" href="{attr(copy.url)}">{copy.say("取得連結", "Copy link")}</a></div>\n{boxes}\n</footer>\n</article>\n<nav class="gh-navigation gh-canvas">{near}</nav>\n{talk}</main>\n<aside class="read-more-wrap outer"><h3>{copy.say("還可以讀", "You might also like")}</h3><div class="read-more inner">\n{feed}\n</div></aside>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The feed."""
        rows = "\n".join(f'<article class="post-card post"><div class="post-card-content"><a class="post-card-content-link" href="{attr(c.url)}"><header class="post-card-header"><div class="post-card-tags"><span class="post-card-primary-tag">{esc(c.section)}</span></div><h2 class="post-card-title">{esc(c.title)}</h2></header><div class="post-card-excerpt">{esc(c.summary)}</div></a><footer class="post-card-meta"><time class="post-card-meta-date" datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></footer></div></article>' for c in cards)  # fmt: skip
        more = f'\n<nav class="pagination"><a class="older-posts" href="{attr(older)}">{self.word("較舊文章", "Older posts")} <span aria-hidden="true">&rarr;</span></a></nav>' if older else ""  # fmt: skip
        return f'<main id="site-main" class="site-main outer">\n<header class="post-card post-card-large"><h1 class="post-card-title">{esc(heading)}</h1></header>\n<div class="post-feed inner">\n{rows}\n</div>{more}\n</main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<main id="site-main" class="site-main">\n<article class="article page"><header class="article-header gh-canvas"><h1 class="article-title">{esc(heading)}</h1></header>\n<section class="gh-content gh-canvas">\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}\n</section></article>\n</main>'


DESIGNS: tuple[type[Freehand], ...] = (Shoveler,)
ADDRESSES: dict[str, Form] = {"p/slug-id/": Form(lambda _p, a, _v: f"/p/{ascii_slug(a)}-{a.id}/")}
