"""A subscribers' paper of about 2020 whose pages a JavaScript framework renders on its server."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha1
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_HANDS = (  # the system's own label, then how the newsroom signs
    ("作者", "Written by", Hand("{a}", "{a}、{b}", placed="{a}（{p}）", photo="{a} 文　{b} 攝影"), Hand("{a}", "{a}, {b}", placed="{a} in {p}")),
    ("", "", Hand("文｜{a}", "文｜{a} {b}", photo="文｜{a} 攝影｜{b}", desk="編輯｜{o}", agency="電訊｜{o}", role="文"), Hand("Reporting by {a}", "Reporting by {a} and {b}", placed="Reporting by {a} in {p}", desk="By {o}", agency="Via {o}")),
    ("", "", Hand("本報記者 {a}", "本報記者 {a} {b}", placed="本報記者 {a} {p}報道", role="本報記者"), Hand("Staff reporter {a}", "Staff reporters {a} and {b}", placed="Staff reporter {a}, {p}", role="Staff reporter")),
)  # fmt: skip


def _script(data: object) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


class Gadwall(Freehand):
    """2018–2023: server-rendered components: hashed classes (modules, styled or scoped), test ids, JSON-LD, a lead picture, a text cut by advertisements, a letter's sign-up, a stack and a gate; author cards, topics, comments and a data island below."""

    name = "gadwall"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The stack that it runs on, the build's hashes, how it signs and dates, what stands where."""
        self.kind = choose(rng, "modules", "styled", "scoped")
        self.build = f"{int(rng.random() * 2**40):x}"
        self.label, self.label_en, self.hand, self.hand_en = choose(rng, *_HANDS)
        self.crumbed, self.spelled = (
            rng.random() < 0.5,
            rng.random() < 0.5,
        )  # the section in a trail; the longer form of dates
        self.below, self.lazy = (
            rng.random() < 0.3,
            rng.random() < 0.4,
        )  # the last change under the text; pictures by script
        self.house = rng.random() < 0.4  # machines are told that the paper wrote it
        self.gate, self.letter_at = choose(rng, 2, 3, 4), choose(rng, 1, 5, 6)

    def c(self, part: str, what: str) -> str:
        """The class attribute of a component's element as this build wrote it."""
        digest = sha1(f"{self.build}/{part}/{what}".encode(), usedforsecurity=False).digest()
        scope = sha1(f"{self.build}/{part}".encode(), usedforsecurity=False).hexdigest()[:8]
        short = b64encode(digest, b"xQ").decode()
        if self.kind == "modules":
            return f'class="{part}_{what}__{short[:5]}"'
        if self.kind == "styled":
            return f'class="sc-{scope[:6]}-{digest[0] % 9} {"".join(x for x in short if x.isalpha())[:6]}"'
        return f'data-v-{scope} class="{part.lower()}__{what}"'

    def day(self, t: datetime) -> str:
        """``Mon 8 Mar 2021 21.05``, ``9:05 p.m. · Mar 8, 2021``; ``2021.03.08（一）21:05``, ``2021年3月8日 星期一 下午9:05``."""
        month, weekday, noon = MONTHS[t.month - 1][:3], t.weekday(), "上午" if t.hour < 12 else "下午"
        if self.english:
            return (
                f"{clock(t, 'a.m.', 'p.m.')} · {month} {t.day}, {t.year}"
                if self.spelled
                else f"{DAYS[weekday][:3]} {t.day} {month} {t.year} {t:%H.%M}"
            )
        return (
            f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[weekday]} {noon}{t.hour % 12 or 12}:{t:%M}"
            if self.spelled
            else f"{t:%Y.%m.%d}（{DAYS_ZH[weekday]}）{t:%H:%M}"
        )

    def iso(self, t: datetime) -> str:
        """A moment for machines: UTC, as the framework's dates write themselves."""
        return f"{t.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"

    def frame(self, page: Shell) -> str:
        """Skip link, bar with logo and subscription, sections, the page, newsletter footer, cookie notice, the data island."""
        paper, c, w = page.paper, self.c, self.word
        menu = self.menu(
            paper,
            f'<li {c("Nav", "item")}><a href="{{url}}" {c("Nav", "link")}{{on}}>{{name}}</a></li>',
            now=page.section,
            current=' aria-current="true"',
        )
        foot = "".join(
            f'<li><a href="/{url}" {c("Footer", "link")}>{words}</a></li>'
            for url, words in (
                ("about", w("關於我們", "About us")),
                ("masthead", w("編採團隊", "Masthead")),
                ("corrections", w("更正", "Corrections")),
                ("jobs", w("加入我們", "Careers")),
                ("privacy", w("私隱政策", "Privacy notice")),
                ("gift", w("送閱讀給朋友", "Gift subscriptions")),
            )
        )
        react = self.kind != "scoped"
        state = {
            "title": page.title,
            "isArticle": page.is_story,
            "userStatus": "anonymous",
            "flags": {"meter": 3, "comments": page.is_story},
        }
        island = (
            f'<script id="__NEXT_DATA__" type="application/json">{_script({"props": {"pageProps": state}, "page": "/[section]/stories/[slug]" if page.is_story else "/[...path]", "buildId": self.build})}</script>\n<script src="/_next/static/chunks/main-{self.build[:6]}.js" async=""></script>'
            if react
            else f'<script>window.__NUXT__={_script({"layout": "default", "data": [state], "serverRendered": True})};</script><script src="/_nuxt/{self.build[:7]}.js" defer></script>'
        )
        opened, closed, css = (
            ('<div id="__next">', "</div>", "/_next/static/css")
            if react
            else (
                '<div data-server-rendered="true" id="__nuxt"><!----><div id="__layout">',
                "</div></div>",
                "/_nuxt/css",
            )
        )
        return f"""<!DOCTYPE html>
<html lang="{self.language}"><head>{heads(page.charset)}<meta name="viewport" content="width=device-width, initial-scale=1"><title>{esc(page.title)} - {esc(paper.name)}</title>{page.head}<link rel="preload" href="{css}/{self.build[:8]}.css" as="style"><link rel="stylesheet" href="{css}/{self.build[:8]}.css"><link rel="manifest" href="/site.webmanifest"></head>
<body>{opened}<a href="#main" {c("SkipLink", "root")}>{w("跳到主要內容", "Skip to content")}</a><header {c("TopBar", "root")} data-testid="top-bar" role="banner"><button type="button" {c("TopBar", "burger")} aria-expanded="false"><span {c("TopBar", "srOnly")}>{w("開啟選單", "Open menu")}</span><svg width="24" height="24" aria-hidden="true"><path d="M3 6h18M3 12h18M3 18h18"></path></svg></button><a href="/" {c("TopBar", "logo")} aria-label="{attr(paper.name)}"><svg viewBox="0 0 180 30"><title>{esc(paper.name)}</title></svg></a><a href="/account" {c("TopBar", "login")}>{w("登入", "Log in")}</a><a href="/subscribe?src=topbar" {c("Button", "primary")} data-testid="subscribe-cta">{w("訂閱", "Subscribe")}</a></header>
<nav {c("Nav", "root")} aria-label="{w("欄目", "Sections")}"><ul {c("Nav", "list")}>{menu}</ul></nav><div {c("AdSlot", "leaderboard")} data-testid="ad-top" data-ad-unit="/7/{page.paper.sections.get(page.section, "home")}/top"></div>
<main id="main" {c("Layout", "main")}>{page.main}</main>
<footer {c("Footer", "root")} data-testid="footer"><ul {c("Footer", "links")}>{foot}</ul><div {c("Footer", "apps")}><a href="/app/ios">iOS</a><a href="/app/android">Android</a><a href="/rss.xml">RSS</a></div><small {c("Footer", "legal")}>{esc(paper.rights)} {w("版權所有", "All rights reserved")}</small></footer><div {c("Consent", "banner")} role="dialog" data-testid="cookie-banner"><p>{w("本網站使用 Cookie 改善你的閱讀體驗。", "We use cookies to keep you signed in and to count readers.")}</p><button type="button">{w("接受", "Accept all")}</button><button type="button">{w("管理設定", "Manage choices")}</button></div>{closed}
{island}</body></html>
"""

    def machine(self, copy: Copy) -> str:
        """Open Graph and a NewsArticle behind a meter, whose author may be the house."""
        a, url, title = copy.article, attr(copy.url), copy.version.title
        published, changed = self.iso(a.published), self.iso(copy.version.updated or a.published)
        house = {"@type": "Organization", "name": copy.paper.name}
        people = [
            {"@type": "Person" if p.kind == "person" else "Organization", "name": p.name}
            for p in copy.said.people or ()
        ]
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "mainEntityOfPage": copy.url,
            "headline": title,
            "description": copy.lead,
            "datePublished": published,
            "dateModified": changed,
            "author": house if self.house or not people else people,
            "publisher": house,
            "articleSection": a.section,
            "keywords": list(a.tags),
            "isAccessibleForFree": False,
            "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": "[data-gated]"},
        }
        return f'<link rel="canonical" href="{url}"><meta name="description" content="{attr(copy.lead)}"><meta property="og:type" content="article"><meta property="og:title" content="{attr(title)}"><meta property="og:url" content="{url}"><meta property="article:published_time" content="{published}"><meta property="article:content_tier" content="metered"><meta name="twitter:card" content="summary_large_image"><script type="application/ld+json">{_script(data)}</script>'

    def block(self, copy: Copy, block: Block) -> str:
        """Each kind of block is a component of its own."""
        c, kind, inner = self.c, block.kind, spans(block.spans)
        plain = {
            "p": f'<p {c("Paragraph", "text")} data-testid="paragraph">{inner}</p>',
            "h": f"<h2 {c('Subhead', 'text')}>{inner}</h2>",
            "quote": f'<figure {c("Pullquote", "root")} data-testid="pullquote"><svg aria-hidden="true" width="20" height="16"></svg><blockquote {c("Pullquote", "words")}>{inner}</blockquote></figure>',
            "note": f'<div {c("Notice", "root")} role="note" data-testid="correction"><p>{inner}</p></div>',
            "embed": f'<div {c("Embed", "ratio")} data-testid="video-embed"><iframe src="{attr(block.url)}" title="{attr(block.title)}" loading="lazy" allowfullscreen=""></iframe></div>',
        }
        if kind in {"ul", "ol"}:
            return (
                f"<{kind} {c('List', kind)}>"
                + "".join(f"<li {c('List', 'item')}><span>{esc(i)}</span></li>" for i in block.items)
                + f"</{kind}>"
            )
        if kind == "table":
            body = "".join(
                f'<tr><th scope="row">{esc(r[0])}</th>{"".join(f"<td>{esc(x)}</td>" for x in r[1:])}</tr>'
                for r in block.rows[1:]
            )
            return f"""<div {c("DataTable", "scroller")} role="region" tabindex="0"><table {c("DataTable", "table")}><thead><tr>{"".join(f'<th scope="col">{esc(x)}</th>' for x in block.rows[0])}</tr></thead><tbody>{body}</tbody></table></div>"""
        return plain.get(kind) or super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A responsive picture with its sizes, or a blank one that a script fills, with the caption and the credit apart."""
        c, src = self.c, self.source(copy, picture)
        image = f'<img alt="{attr(picture.caption)}" sizes="100vw" srcset="{src}?w=640 640w, {src}?w=1280 1280w" src="{src}" decoding="async" {c("Picture", "img")}>'
        blank = f'<span {c("Picture", "holder")}><img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" decoding="async" data-nimg="intrinsic"><noscript>{image}</noscript></span>'
        credit = (
            f'<span {c("Picture", "credit")} data-testid="credit">{esc(picture.credit)}</span>'
            if picture.credit
            else ""
        )
        return f'<figure {c("Picture", "root")} data-testid="figure">{blank if self.lazy else f"<picture>{image}</picture>"}<figcaption {c("Picture", "caption")}><span data-testid="caption">{esc(picture.caption)}</span> {credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Section, headline, who and when, the lead picture, the text in two parts with what cuts it, and all that follows."""
        c, say, a = self.c, copy.say, copy.article
        section = f'<a href="{copy.section_url}" {c("Kicker", "link")} data-testid="section">{copy.section}</a>'
        kicker = (
            f'<nav {c("Crumbs", "root")} aria-label="breadcrumb"><ol><li><a href="/">{say("主頁", "Home")}</a></li><li>{section}</li></ol></nav>'
            if self.crumbed
            else f"<div {c('Kicker', 'root')}>{section}</div>"
        )
        label = f"<span {c('Byline', 'label')}>{say(self.label, self.label_en)}</span> " if self.label else ""
        by = (
            f'<div {c("Byline", "root")} data-testid="byline">{label}<span {c("Byline", "names")}>{names}</span></div>'
            if (names := copy.linked(f'<a rel="author" {c("Byline", "name")} href="/profile/{{0}}">{{0}}</a>'))
            else ""
        )
        stamp = copy.changed(
            f'<div {c("Dateline", "updated")}><span>{say("最後更新", "Updated")}</span> <time datetime="{self.iso(copy.version.updated or a.published)}" data-testid="updated">{{}}</time></div>'
        )
        lead = len(blocks := copy.version.blocks) > 1 and blocks[0].kind == "figure"
        texts = self.blocks(copy, blocks[lead:])
        letter = f'<aside {c("Signup", "card")} data-testid="newsletter-module"><h3>{say("訂閱電郵通訊《{letter}》", "Get {letter} in your inbox")}</h3><p>{say("每周一封，由編輯室寄給你。", "One letter a week from our newsroom, free.")}</p><form><input type="email" placeholder="{say("電郵地址", "Email address")}"><button type="submit">{say("登記", "Sign up")}</button></form></aside>'
        stack = (
            f'<aside {c("Stack", "root")} data-testid="read-more"><h4>{say("延伸閱讀", "Read more")}</h4><ul>{also}</ul></aside>'
            if (
                also := copy.others(
                    f"<li {c('Stack', 'item')}><a href=`{{url}}`><span {c('Stack', 'title')}>{{title}}</span></a></li>",
                    2,
                )
            )
            else ""
        )
        parts = [
            t
            + f'<div {c("AdSlot", "inline")} data-testid="ad-inline"><span>{say("廣告", "Advertisement")}</span></div>'
            if i % 4 == 2 and i + 1 < len(texts) and blocks[i + lead].kind != "h"
            else t
            for i, t in enumerate(texts)
        ]
        for at, module in ((self.letter_at, letter), (4 - self.letter_at % 2, stack)):
            if at < len(parts) and blocks[at + lead - 1].kind != "h":
                parts[at] = f"{module}\n{parts[at]}"
        cut = self.gate + (len(parts) > self.gate and blocks[self.gate - 1 + lead].kind == "h")
        shown, kept = ("\n".join(p) for p in (parts[:cut], parts[cut:]))
        kept = (
            f'<div {c("Gate", "root")} data-testid="paywall-prompt"><p><strong>{say(f"你本月還可免費閱讀 {2 + a.index % 3} 篇文章", f"You have {2 + a.index % 3} free articles left this month.")}</strong></p><p>{say("成為訂戶，支持{name}的採訪。", "Subscribe to {name} for unlimited reading. Cancel any time.")}</p><a href="/subscribe?src=gate" {c("Button", "primary")}>{say("查看方案", "See plans")}</a> <a href="/account">{say("已是訂戶？登入", "Already a subscriber? Log in")}</a></div>'
            f'<section {c("Body", "part")} data-gated="true">{kept}</section>'
            if kept
            else ""
        )
        length = f"{1 + sum(len(b.text) for b in blocks) // (900 if self.english else 350)}{'' if self.kind == 'scoped' else '<!-- -->'} {say('分鐘閱讀', 'min read')}"
        tags = (
            f'<div {c("Topics", "root")} data-testid="topics"><h4>{say("相關主題", "Topics")}</h4><ul>{items}</ul></div>'
            if (items := copy.tags(f"<li><a href=`{{url}}` {c('Topics', 'chip')}>{{tag}}</a></li>"))
            else ""
        )
        return f"""<article {c("Article", "root")} data-testid="article" data-id="{a.id}"><header {c("Header", "root")}>{kicker}<h1 {c("Header", "headline")} data-testid="headline">{copy.title}</h1>{by}<div {c("Dateline", "root")}><time datetime="{self.iso(a.published)}" data-testid="published">{copy.day}</time><span {c("Dateline", "length")}>{length}</span>{"" if self.below else stamp}</div><ul {c("Share", "bar")} data-testid="share-bar">{"".join(f'<li><button type="button" {c("Share", "button")} data-network="{n}" aria-label="{n}"><svg width="18" height="18"></svg></button></li>' for n in ("facebook", "twitter", "whatsapp", "email"))}<li><button type="button" {c("Share", "save")}>{say("收藏", "Save")}</button></li></ul></header>
{self.block(copy, blocks[0]) if lead else ""}<div {c("Body", "root")} data-testid="article-body"><section {c("Body", "part")}>{shown}</section>{kept}</div>
{stamp if self.below else ""}{tags}{"".join(f'<div {c("AuthorCard", "root")} data-testid="author-card"><span {c("AuthorCard", "face")} aria-hidden="true"></span><h5>{esc(p.name)}</h5><p>{say("{name}記者，跑線與來稿請寄編輯部。", "Writes for {name}. Send tips through the newsroom’s inbox.")}</p><button type="button">{say("關注", "Follow")}</button></div>' for p in copy.said.people or () if p.kind == "person")}</article><section {c("Comments", "root")} data-testid="comments"><h2>{say("讀者留言", "Join the conversation")}</h2><ol>{copy.remarks(f'<li {c("Comments", "item")}><b>{{who}}</b> <time>{{when}}</time><p>{{what}}</p><button type="button">{say("喜歡", "Like")} <span>{{n}}</span></button></li>')}</ol><button type="button">{say("登入後留言", "Log in to comment")}</button></section><section {c("Rail", "root")} data-testid="more-in-section"><h2>{say("更多報道", "More from {name}")}</h2>{copy.others(f'<article {c("Card", "root")} data-testid="card"><span {c("Card", "kicker")}>{{section}}</span><h3><a href=`{{url}}`>{{title}}</a></h3><time datetime=`{{day}}`>{{day}}</time></article>', 3, skip=1)}</section><aside {c("MostRead", "root")} data-testid="most-read"><h2>{say("最多人閱讀", "Most read")}</h2><ol>{copy.others("<li " + c("MostRead", "item") + "><a href=`{url}`>{title}</a></li>", 4)}</ol></aside>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid of cards and a button that is a link for those without scripts."""
        c, w = self.c, self.word
        rows = "\n".join(
            f'<li {c("Grid", "cell")}><article {c("Card", "root")} data-testid="card"><span {c("Card", "kicker")}>{esc(x.section)}</span><h2 {c("Card", "title")}><a href="{attr(x.url)}">{esc(x.title)}</a></h2><p {c("Card", "summary")}>{esc(x.summary)}</p><time datetime="{self.iso(x.published)}">{self.day(x.published)}</time></article></li>'
            for x in cards
        )
        more = (
            f'<a {c("Button", "more")} data-testid="load-more" rel="next" href="{attr(older)}">{w("載入更多", "Load more stories")}</a>'
            if older
            else ""
        )
        return f"<h1 {c('Grid', 'heading')}>{esc(heading)}</h1>\n<ul {c('Grid', 'root')}>\n{rows}\n</ul>{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the house's."""
        return f"""<div {self.c("Static", "root")} data-testid="static-page"><h1>{esc(heading)}</h1>{"".join("<p " + self.c("Paragraph", "text") + ">" + esc(p) + "</p>" for p in paragraphs)}</div>"""


DESIGNS: tuple[type[Freehand], ...] = (Gadwall,)
ADDRESSES: dict[str, Form] = {
    "section/stories/slug_id": Form(
        lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/stories/{ascii_slug(a)}_{a.id}"
    )
}
