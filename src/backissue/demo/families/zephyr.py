"""A design: a bought magazine theme on a blog engine, with its plugins."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_AD = '<div class="ad-spot ad-spot-{n}"><span class="ad-title">{word}</span><a href="http://ads.example/go/{n}" rel="nofollow" target="_blank"><img src="/wp-content/uploads/banner-{n}.gif" width="{w}" height="{h}" alt=""></a></div>'


class Puffin(Freehand):
    """2014: a bought magazine theme, half translated: ticker, crumbs, badge and meta line, a lead picture above the text, an advertisement and a see-also within it, sharing and related plugins inside the text's own element, author box, neighbours, remarks; the account that machines are told is not who signed."""

    name = "puffin"
    timed = True  # in the time element alone
    stamped = True

    def draw(self, rng: Random) -> None:
        """The theme's options: where badge, meta line, stamp and tags stand, whom the box is about, how it dates and signs."""
        self.badge, self.under, self.foot = rng.random() < 0.6, rng.random() < 0.7, rng.random() < 0.5
        self.tail, self.house, self.see = rng.random() < 0.5, rng.random() < 0.35, rng.random() < 0.6
        self.dated = int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("由 {a}", "由 {a} 和 {b}", desk="由 {o}", agency="由 {o}"),
            Hand("作者: {a}", "作者: {a}, {b}", photo="作者: {a} / 攝影: {b}", desk="作者: {o}", agency="來源: {o}", role="作者", roles=("作者", "攝影")),
            Hand("記者 {a}", "記者 {a} & {b}", placed="{p}記者 {a}", photo="記者 {a} & 攝影記者 {b}", role="記者", roles=("記者", "攝影記者")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("by {a}", "by {a} & {b}", desk="by {o}", agency="by {o}"),
            Hand("Posted by {a}", "Posted by {a}, {b}", desk="Posted by {o}", agency="Posted by {o}"),
            Hand("{a}", "{a} and {b}", placed="{a} in {p}", agency="via {o}"),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Mar 08, 2014``, ``8 March, 2014``, ``Mar 8 2014``; ``三月 8, 2014``, as an untranslated setting has it, ``2014-03-08``, ``08/三月/2014``."""
        month = (MONTHS if self.english else MONTHS_ZH)[t.month - 1]
        if self.english:
            return (f"{month[:3]} {t:%d}, {t.year}", f"{t.day} {month}, {t.year}", f"{month[:3]} {t.day} {t.year}")[
                self.dated
            ]
        return (f"{month} {t.day}, {t.year}", f"{t:%Y-%m-%d}", f"{t:%d}/{month}/{t.year}")[self.dated]

    def stamp(self, t: datetime) -> str:
        """The day's form and the hour, as the plugin joins them."""
        return f"{self.day(t)} @ {clock(t, 'am', 'pm')}" if self.english else f"{self.day(t)} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """Top bar, logo and banner, menu, what it holds and the widgets, a footer of three columns."""
        p, w = page.paper, self.word
        menu = self.menu(
            p,
            '<li class="menu-item menu-item-type-taxonomy{on}"><a href="{url}">{name}</a></li>',
            now=page.section,
            current=" current-post-ancestor",
        )
        kind = "single single-post single-format-standard" if page.is_story else "archive"
        poll = f'<aside class="widget widget_polls"><h4 class="widget-title"><span>{w("投票", "Poll")}</span></h4><form class="poll-form"><p>{w("你多久看一次本網站？", "How often do you visit us?")}</p><ul><li><input type="radio" name="p1"> <label>{w("每天", "Daily")}</label></li><li><input type="radio" name="p1"> <label>{w("有空才看", "Now and then")}</label></li></ul><input type="button" value="Vote"></form></aside>'
        social = "".join(
            f'<a class="soc soc-{s}" href="#" title="{s.title()}"><i class="fa fa-{s}"></i></a>'
            for s in ("facebook", "twitter", "rss")
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" prefix="og: http://ogp.me/ns#">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{esc(page.title)} - {esc(p.name)}</title>\n<link rel="pingback" href="/xmlrpc.php">\n<link rel="alternate" type="application/rss+xml" title="{attr(p.name)} &raquo; Feed" href="/feed/">\n{page.head}'
            f'<link rel="stylesheet" id="puffin-style-css" href="/wp-content/themes/puffin/style.css?ver=3.2.1" media="all">\n<meta name="generator" content="WordPress 4.1">\n</head>\n<body class="{kind} puffin-boxed sidebar-right">\n<div id="page" class="pf-wrap">\n<div class="top-nav"><ul id="menu-top" class="menu"><li><a href="/about/">{w("關於我們", "About")}</a></li><li><a href="/advertise/">{w("廣告查詢", "Advertise")}</a></li><li><a href="/wp-login.php">{w("登入", "Log in")}</a></li></ul><div class="social-icons">{social}</div></div>\n'
            f'<header id="masthead"><div class="logo"><a href="/" rel="home"><img src="/wp-content/uploads/logo.png" alt="{attr(p.name)}"></a></div>{_AD.format(n=1, word="", w=728, h=90)}</header>\n<nav id="main-nav"><ul id="menu-main" class="menu"><li class="menu-item menu-item-home"><a href="/">{w("首頁", "Home")}</a></li>{menu}</ul><form class="search-form" action="/" method="get"><input type="text" name="s" placeholder="Search..."></form></nav>\n'
            f'<div id="main-content" class="container">\n{page.main}\n<div id="sidebar" role="complementary">\n{_AD.format(n=3, word=w("廣告", "- Advertisement -"), w=300, h=250)}\n{poll}\n<aside class="widget widget_text"><h4 class="widget-title"><span>{w("追蹤我們", "Stay connected")}</span></h4><div class="textwidget counters"><b>{len(p.host) * 211:,}</b> Fans <b>{len(p.host) * 57:,}</b> Followers</div></aside>\n</div>\n</div>\n'
            f'<footer id="footer"><div class="footer-col"><h4>{w("分類", "Categories")}</h4><ul>{menu}</ul></div><div class="footer-col"><h4>{esc(p.letter)}</h4><p>{w("每周寄到你的信箱。", "Once a week in your inbox.")}</p></div></footer>\n<div class="copyright">{esc(p.rights)}. All Rights Reserved. | {w("佈景主題", "Theme")}: Puffin Pro</div>\n<a id="back-to-top" href="#page"><i class="fa fa-angle-up"></i></a>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What the search plugin writes: hours in universal time, the account's own page for an author."""
        a, home = copy.article, "/".join(copy.url.split("/")[:3])
        meta = {"og:type": "article", "og:title": f"{copy.version.title} - {copy.paper.name}", "og:description": f"{copy.lead} [...]", "og:url": copy.url, "og:site_name": copy.paper.name,
                "article:publisher": f"{home}/author/webmaster/", "article:section": a.section, "article:published_time": self._utc(a.published), "article:modified_time": self._utc(copy.version.updated or a.published)}  # fmt: skip
        rows = "\n".join(f'<meta property="{k}" content="{attr(v)}">' for k, v in meta.items())
        return (
            f'<link rel="canonical" href="{attr(copy.url)}">\n<link rel="shortlink" href="{home}/?p={a.id}">\n{rows}\n'
        )

    @staticmethod
    def _utc(t: datetime) -> str:
        return f"{t.astimezone(UTC):%Y-%m-%dT%H:%M}:00+00:00"

    def block(self, copy: Copy, block: Block) -> str:
        """The visual editor's tags, a table plugin's, the theme's own boxes."""
        if block.kind == "p":
            return f'<p style="text-align: {self.word("justify", "left")};">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f"<h3><strong>{spans(block.spans)}</strong></h3>"
        if block.kind == "quote":
            return f'<blockquote class="pf-pull pull-center"><p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "note":
            return f'<div class="pf-box pf-box-info"><div class="pf-box-inner"><i class="fa fa-info-circle"></i> {spans(block.spans)}</div></div>'
        if block.kind == "table":

            def row(at: int, cells: tuple[str, ...], tag: str) -> str:
                inside = "".join(f'<{tag} class="column-{n}">{esc(c)}</{tag}>' for n, c in enumerate(cells, 1))
                return f'<tr class="row-{at} {"even" if at % 2 == 0 else "odd"}">{inside}</tr>\n'

            return f'<table id="tablepress-{copy.article.index % 40 + 1}" class="tablepress">\n<thead>\n{row(1, block.rows[0], "th")}</thead>\n<tbody class="row-hover">\n{"".join(row(at, cells, "td") for at, cells in enumerate(block.rows[1:], 2))}</tbody>\n</table>'
        if block.kind == "embed":
            return f'<div class="fluid-width-video-wrapper" style="padding-top: 56.25%;"><iframe src="{attr(block.url)}" frameborder="0" allowfullscreen="allowfullscreen"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A captioned attachment."""
        src, n = self.source(copy, picture), picture.number % 90000
        credit = f" <small>{esc(picture.credit)}</small>" if picture.credit else ""
        return f'<div id="attachment_{n}" style="width: 650px" class="wp-caption aligncenter"><a href="{src}" rel="lightbox"><img class="size-large wp-image-{n}" src="{src}" alt="" width="640" height="427"></a><p class="wp-caption-text">{esc(picture.caption)}{credit}</p></div>'

    def story(self, copy: Copy) -> str:
        """Ticker, crumbs, head, lead picture, text with the plugins' leavings, box, neighbours, related, remarks."""
        a, w, url = copy.article, self.word, attr(copy.url)
        blocks, lead = copy.version.blocks, ""
        if blocks[0].picture:
            first, blocks = blocks[0].picture, blocks[1:]
            credit = f'<span class="thumb-credit">{esc(first.credit)}</span>' if first.credit else ""
            lead = f'<div class="single-post-thumb"><img width="660" height="330" src="{self.source(copy, first)}" class="attachment-slider wp-post-image" alt=""><div class="single-post-caption">{esc(first.caption)}</div>{credit}</div>\n'
        body = self.blocks(copy, blocks)
        if self.see and len(body) > 5 and blocks[3].kind == "p":
            body.insert(
                4,
                copy.others(
                    "<div class=`irp-wrap`><a href=`{url}` target=`_blank`><span class=`irp-cta`>"
                    + w("延伸閱讀", "See also")
                    + "</span>&nbsp; <span class=`irp-title`>{title}</span></a></div>",
                    1,
                    skip=a.index % 3,
                ),
            )
        if len(body) > 3 and blocks[1].kind == "p":
            body.insert(
                2,
                f'<div class="code-block code-block-1" style="margin: 8px auto; clear: both;">{_AD.format(n=2, word=w("廣告", "Advertisement"), w=336, h=280)}</div>',
            )
        badge = f'<span class="post-cats"><a class="cat-badge" href="{copy.section_url}" rel="category tag">{copy.section}</a></span>'
        signed = copy.linked(f'<a href="/?author={a.index % 7 + 2}" title="" rel="author">{{}}</a>')
        signed = f'<span class="post-meta-author"><i class="fa fa-user"></i>{signed}</span>\n' if signed else ""
        remarks = copy.remarks(
            '<li class="comment depth-1"><div class="comment-avatar"><img src="/wp-content/avatars/mystery.png" width="60" alt=""></div><div class="author-comment"><cite class="fn">{who}</cite><span class="comment-meta">{when}</span></div><div class="comment-content"><p>{what}</p></div><a class="comment-reply-link" href="#respond">Reply</a></li>\n'
        )
        count = remarks.count("<li ")
        meta = f'<p class="post-meta">\n{signed}<span class="post-date"><i class="fa fa-clock-o"></i><time class="entry-date updated" datetime="{a.published:%Y-%m-%dT%H:%M}:00{a.published.isoformat()[-6:]}">{copy.day}</time></span>\n{"" if self.badge else badge + chr(10)}<span class="post-comments"><a href="{url}#comments">{w(f"{count} 則留言", f"{count} Comments")}</a></span>\n<span class="post-views"><i class="fa fa-eye"></i>{a.index * 37 % 4800 + 12:,} {w("次瀏覽", "Views")}</span>\n</p>\n'
        title = f'<h1 class="name post-title entry-title"><span itemprop="name">{copy.title}</span></h1>\n'
        head = f"{badge + chr(10) if self.badge else ''}{title + meta if self.under else meta + title}"
        stamp = copy.changed(
            '<p class="post-modified-info">' + w("最後更新於 ", "Last updated on ") + "<span>{}</span></p>\n"
        )
        tags = copy.tags("<a href=`{url}` rel=`tag`>{tag}</a>", " ")
        tags = f'<p class="post-tag">{w("標籤", "Tags")} {tags}</p>\n' if tags else ""
        share = "".join(
            f'<li class="share-{s.lower()}"><a rel="nofollow" class="share-icon" href="{url}?share={s.lower()}&amp;nb=1"><span>{s}</span></a></li>'
            for s in ("Facebook", "Twitter", w("LINE", "Pinterest"), "Email")
        )
        sharing = f'<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{w("分享此文：", "Share this:")}</h3><div class="sd-content"><ul>{share}<li class="share-end"></li></ul></div></div>\n<div class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>{w("相關", "Related")}</em></h3>{copy.others("<p class=`jp-relatedposts-post`><a href=`{url}`>{title}</a> <time>{day}</time></p>", 2)}</div>\n'
        who = (
            [copy.say("{name} 編輯室", "{name} Web Team")]
            if self.house
            else [esc(x.name) for x in copy.said.people or ()]
        )
        bio = copy.say(
            "在{name}寫字的人。歡迎來信報料。", "Writes for {name}. Tips and corrections are always welcome."
        )
        box = "".join(
            f'<div class="author-bio"><div class="author-avatar"><img src="/wp-content/avatars/{n}.jpg" width="90" height="90" alt=""></div><div class="author-description"><h4>{x}</h4><p>{bio}</p><a href="#" class="author-web">{w("網站", "Website")}</a></div></div>'
            for n, x in enumerate(who)
        )
        box = (
            f'<section id="author-box"><div class="block-head"><h3>{w("關於我們", "About us") if self.house else w("關於作者", "About the author")}</h3></div>{box}</section>\n'
            if box
            else ""
        )
        near = f'<div class="post-navigation"><div class="post-previous">{copy.others("<a href=`{url}` rel=`prev`><span>Previous</span> {title}</a>", 1, skip=1)}</div><div class="post-next">{copy.others("<a href=`{url}` rel=`next`><span>Next</span> {title}</a>", 1, skip=2)}</div></div>\n'
        related = f'<section id="related_posts"><div class="block-head"><h3>{w("你可能也喜歡", "You might also like")}</h3><a href="{copy.section_url}">More</a></div>{copy.others("<div class=`related-item`><div class=`post-thumbnail`><a href=`{url}`><img src=`/wp-content/themes/puffin/images/blank-310x165.png` alt=``></a></div><h4><a href=`{url}` rel=`bookmark`>{title}</a></h4><p class=`post-meta`><span class=`pf-date`>{day}</span></p></div>", 3)}</section>\n'
        form = f'<div id="respond"><h3 id="reply-title">{w("發表迴響", "Leave a Reply")}</h3><form action="/wp-comments-post.php" method="post"><p class="comment-notes">{w("你的電子郵件不會被公開。必要欄位標記為 *", "Your email stays with us. Required fields have a *")}</p><textarea name="comment"></textarea><input name="author"><input name="email"><input type="submit" value="{w("發表迴響", "Post Comment")}"></form></div>'
        letter = f'<div class="mc4wp-form"><p><strong>{copy.say("訂閱{letter}", "Subscribe to {letter}")}</strong></p><input type="email" placeholder="{w("電郵地址", "Your email")}"><input type="submit" value="{w("訂閱", "Sign up")}"></div>\n'
        hidden = f'<div style="display:none" itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="webmaster"></div><meta itemprop="interactionCount" content="UserComments:{count}">\n'
        return (
            f'<div class="breaking-news"><span class="breaking-title">{w("熱門話題", "Trending now")}</span><ul>{copy.others("<li><a href=`{url}`>{title}</a></li>", 3)}</ul></div>\n<div class="content">\n<div id="crumbs"><a href="/">{w("首頁", "Home")}</a> <span class="delimiter">/</span> <a href="{copy.section_url}">{copy.section}</a> <span class="delimiter">/</span> <span class="current">{copy.title}</span></div>\n'
            f'<article id="the-post" class="post-listing post-{a.id} post type-post status-publish format-standard hentry category-{copy.part}" itemscope itemtype="http://schema.org/Article">\n<div class="post-inner">\n{head}{lead}<div class="share-post share-top"><span class="share-text">Share</span><ul class="flat-social">{share}</ul></div>\n<div class="clear"></div>\n'
            f'<div class="entry" itemprop="articleBody">\n{"" if self.tail else stamp}' + "\n".join(body) + f'\n{stamp if self.tail else ""}{"" if self.foot else tags}{letter}{sharing}</div>\n{hidden}</div>\n</article>\n{tags if self.foot else ""}{box}{near}{related}'
            f'<div id="comments"><h3 id="comments-title">{w(f"{count} 則留言", f"{count} comments")}</h3><ol class="commentlist">{remarks}</ol>{form}</div>\n</div>'
        )  # fmt: skip

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The archive as the theme's list of boxes."""
        rows = "\n".join(
            f'<article class="item-list"><div class="post-thumbnail"><a href="{attr(c.url)}"><img src="/wp-content/themes/puffin/images/blank-310x165.png" alt=""></a></div><h2 class="post-box-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="post-meta"><span class="post-date">{self.day(c.published)}</span> <span class="post-cats">{esc(c.section)}</span></p><div class="entry"><p>{esc(c.summary)} &hellip;</p><a class="more-link" href="{attr(c.url)}">{self.word("繼續閱讀", "Read More")} &raquo;</a></div></article>'
            for c in cards
        )
        more = (
            f'\n<div class="pagination"><span class="current">1</span><a href="{attr(older)}" class="page">2</a><a href="{attr(older)}" class="nextpostslink">&raquo;</a></div>'
            if older
            else ""
        )
        return f'<div class="content">\n<div class="page-head"><h1 class="page-title">{esc(heading)}</h1></div>\n<div class="post-listing archive-box">\n{rows}\n</div>{more}\n</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the engine."""
        return f'<div class="content">\n<article class="post-listing page type-page hentry"><div class="post-inner"><h1 class="name post-title entry-title">{esc(heading)}</h1><div class="entry">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></article>\n</div>'


DESIGNS: tuple[type[Freehand], ...] = (Puffin,)
ADDRESSES: dict[str, Form] = {
    "archives/part/id": Form(lambda p, a, _v: f"/archives/{p.sections.get(a.section, 'news')}/{a.id}")
}
