"""Designs of three content systems as they came: a weblog engine's stock theme of 2012, a rented site builder of 2021, a news site of fields in wrappers of 2013."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Bream", "Dace", "Gudgeon"]


class Bream(Freehand):
    """2012: a weblog engine's yearly theme as it came: a microformat's classes, one sentence above the text and one below it, neighbours, widgets at the right."""

    name = "bream"
    timed = True

    def draw(self, rng: Random) -> None:
        """Its widgets, whether writers stand above the text or in the sentence below it alone, how wide pictures are."""
        self.above = rng.random() < 0.6
        self.width = choose(rng, 300, 584, 610)
        self.align = "alignleft" if self.width == 300 else "aligncenter"
        self.widgets = choose(
            rng, ("search", "recent", "archives"), ("recent", "remarks", "meta"), ("search", "topics", "recent", "meta")
        )
        self.bio = rng.random() < 0.4
        self.hand = Hand("{a}", "{a}、{b}")
        self.hand_en = Hand("{a}", "{a} and {b}")

    def day(self, t: datetime) -> str:
        """``March 8, 2012``; ``2012 年 03 月 08 日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t:%Y 年 %m 月 %d 日}"

    def widget(self, kind: str, title: str, inside: str) -> str:
        """One box of the side column."""
        return (
            f'<aside id="{kind}-2" class="widget widget_{kind}"><h3 class="widget-title">{title}</h3>{inside}</aside>\n'
        )

    def side(self, page: Shell) -> str:
        """The column of widgets."""
        months = "".join(
            f'<li><a href="/{page.paper.closed.year - n}/01/">{MONTHS[0] + " " if self.english else ""}{page.paper.closed.year - n}{"" if self.english else " 年 1 月"}</a></li>'
            for n in range(3)
        )
        boxes = {
            "search": '<aside id="search-2" class="widget widget_search"><form method="get" id="searchform" action="/"><label for="s" class="assistive-text">{0}</label><input type="text" class="field" name="s" id="s" placeholder="{0}" /><input type="submit" class="submit" name="submit" id="searchsubmit" value="{0}" /></form></aside>\n'.format(
                self.word("搜尋", "Search")
            ),
            "recent": self.widget(
                "categories",
                self.word("分類", "Categories"),
                f"<ul>{self.menu(page.paper, '<li><a href=`{url}`>{name}</a></li>')}</ul>",
            ),
            "archives": self.widget("archive", self.word("彙整", "Archives"), f"<ul>{months}</ul>"),
            "remarks": self.widget(
                "recent-comments",
                self.word("近期迴響", "Recent Comments"),
                f'<ul id="recentcomments"><li class="recentcomments">{self.word("老街坊 在", "Tess on")} <a href="/about">{self.word("關於本報", "About")}</a></li></ul>',
            ),
            "topics": self.widget(
                "text",
                self.word("電子報", "Newsletter"),
                f'<div class="textwidget"><p>{self.word("每周一封，留下電郵。", "One mail a week. Leave your address.")}</p></div>',
            ),
            "meta": self.widget(
                "meta",
                self.word("其他操作", "Meta"),
                f'<ul><li><a href="/wp-login.php">{self.word("登入", "Log in")}</a></li><li><a href="/feed/">{self.word("文章 RSS", "Entries RSS")}</a></li><li><a href="/comments/feed/">{self.word("迴響 RSS", "Comments RSS")}</a></li></ul>',
            ),
        }
        return "".join(boxes[kind] for kind in self.widgets)

    def frame(self, page: Shell) -> str:
        """A header with a picture, a bar of categories, content and widgets."""
        items = self.menu(
            page.paper,
            '<li class="menu-item menu-item-type-taxonomy{on}"><a href="{url}">{name}</a></li>',
            now=page.section,
            current=" current-post-ancestor",
        )
        kind = (
            "single single-post singular two-column right-sidebar" if page.is_story else "archive category two-column"
        )
        return (
            f'<!DOCTYPE html>\n<!--[if IE 6]>\n<html id="ie6" dir="ltr" lang="{self.language}">\n<![endif]-->\n<!--[if !(IE 6) | !(IE 7) | !(IE 8)  ]><!-->\n<html dir="ltr" lang="{self.language}">\n<!--<![endif]-->\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width" />\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n<link rel="profile" href="http://gmpg.org/xfn/11" />\n<link rel="stylesheet" type="text/css" media="all" href="/wp-content/themes/twentyeleven/style.css" />\n<link rel="pingback" href="/xmlrpc.php" />\n{page.head}<meta name="generator" content="WordPress 3.3.1" />\n</head>\n'
            f'<body class="{kind}">\n<div id="page" class="hfeed">\n<header id="branding" role="banner">\n<hgroup><div id="site-title"><span><a href="/" title="{attr(page.paper.name)}" rel="home">{esc(page.paper.name)}</a></span></div><div id="site-description">{self.word("街坊的報紙", "News from around the corner")}</div></hgroup>\n<a href="/"><img src="/wp-content/themes/twentyeleven/images/headers/shore.jpg" width="1000" height="288" alt="" /></a>\n'
            f'<nav id="access" role="navigation"><h3 class="assistive-text">{self.word("主選單", "Main menu")}</h3><div class="skip-link"><a class="assistive-text" href="#content">{self.word("跳到主內容", "Skip to primary content")}</a></div><div class="menu-main-container"><ul id="menu-main" class="menu"><li class="menu-item"><a href="/">{self.word("首頁", "Home")}</a></li>{items}<li class="menu-item"><a href="/about">{self.word("關於", "About")}</a></li></ul></div></nav>\n</header>\n'
            f'<div id="main">\n<div id="primary"><div id="content" role="main">\n{page.main}\n</div></div>\n<div id="secondary" class="widget-area" role="complementary">\n{self.side(page)}</div>\n</div>\n<footer id="colophon" role="contentinfo"><div id="site-generator">{esc(page.paper.rights)} <a href="http://wordpress.org/" rel="generator">{self.word("本站採用 WordPress 建置", "Proudly powered by WordPress")}</a></div></footer>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """The feed of comments and the short address."""
        return f'<link rel="alternate" type="application/rss+xml" title="{attr(copy.paper.name)} &raquo; {attr(copy.version.title)}" href="{attr(copy.url)}feed/" />\n<link rel="canonical" href="{attr(copy.url)}" />\n<link rel="shortlink" href="/?p={copy.article.id}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the editor leaves: bold lines for headings, red for corrections."""
        if block.kind == "h":
            return f"<h2>{spans(block.spans)}</h2>"
        if block.kind == "note":
            return f'<p><em><span style="color: #ff0000;">{spans(block.spans)}</span></em></p>'
        if block.kind == "table":
            return table(block.rows, ' border="0" cellspacing="0" cellpadding="0"')
        if block.kind == "embed":
            return f'<p><iframe width="584" height="329" src="{attr(block.url)}" frameborder="0" allowfullscreen></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A captioned attachment."""
        number = picture.number % 9000
        credit = f" ({esc(picture.credit)})" if picture.credit else ""
        source = self.source(copy, picture)
        return f'<div id="attachment_{number}" class="wp-caption {self.align}" style="width: {self.width + 10}px"><a href="{source}"><img class="size-medium wp-image-{number}" title="{number}" src="{source}" alt="" width="{self.width}" height="{self.width * 2 // 3}" /></a><p class="wp-caption-text">{esc(picture.caption)}{credit}</p></div>'

    def story(self, copy: Copy) -> str:
        """Neighbours, headline, a sentence, text with buttons after it, a sentence, the writer, remarks."""
        t = copy.article.published
        who = '<span class="author vcard"><a class="url fn n" href="/author/editor/" rel="author">{}</a></span>'
        stamp = f'<a href="{attr(copy.url)}" title="{clock(t, "am", "pm") if self.english else format(t, "%H:%M")}" rel="bookmark"><time class="entry-date" datetime="{t.replace(second=0, microsecond=0).isoformat()}" pubdate>{copy.day}</time></a>'
        by = (
            copy.signed(f'<span class="by-author"> <span class="sep"> {copy.say("作者：", "by")} </span> {who}</span>')
            if self.above
            else ""
        )
        tagged = copy.tags('<a href="{url}" rel="tag">{tag}</a>', copy.say("、", ", "))
        filed = f'<a href="{copy.section_url}" rel="category tag">{copy.section}</a>'
        signed = copy.signed('<a href="/author/editor/">{}</a>')
        if self.english:
            below = f"This entry was posted in {filed} and tagged {tagged}{f' by {signed}' if signed else ''}. Bookmark the <a href=`{attr(copy.url)}` rel=`bookmark`>permalink</a>."
        else:
            below = f"本篇發表於 {filed}，並標籤為 {tagged}{f'。作者：{signed}' if signed else ''}。將<a href=`{attr(copy.url)}` rel=`bookmark`>永久鏈結</a>加入書籤。"
        near = copy.others(
            f'<span class="nav-previous"><a href="{{url}}" rel="prev"><span class="meta-nav">&larr;</span> {copy.say("上一篇", "Previous")}</a></span>',
            1,
        )
        shares = f'<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social sd-social-icon-text sd-sharing"><h3 class="sd-title">{copy.say("分享此文：", "Share this:")}</h3><div class="sd-content"><ul><li class="share-twitter"><a rel="nofollow" href="{attr(copy.url)}?share=twitter"><span>Twitter</span></a></li><li class="share-facebook"><a rel="nofollow" href="{attr(copy.url)}?share=facebook"><span>Facebook</span></a></li></ul></div></div></div>'
        life = (
            f'<div id="author-info"><div id="author-avatar"><img alt="" src="/avatar/68.png" class="avatar avatar-68 photo" height="68" width="68" /></div><div id="author-description"><h2>{copy.say("關於 ", "About ")}{copy.by}</h2>{copy.say("《{name}》撰稿人。", "Writes for {name}.")}<div id="author-link"><a href="/author/editor/" rel="author">{copy.say("檢視所有文章", "View all posts")} <span class="meta-nav">&rarr;</span></a></div></div></div>'
            if self.bio and copy.by and copy.article.byline.form not in {"desk", "agency", "pair"}
            else ""
        )
        remarks = copy.remarks(
            f'<li class="comment even thread-even depth-1" id="li-comment-{{n}}"><div class="comment"><div class="comment-meta"><div class="comment-author vcard"><span class="fn">{{who}}</span> {copy.say("於", "on")} <a href="#comment-{{n}}">{{when}}</a> <span class="says">{copy.say("說道：", "said:")}</span></div></div><div class="comment-content"><p>{{what}}</p></div></div></li>\n'
        )
        return (
            f'<nav id="nav-single"><h3 class="assistive-text">{copy.say("文章導覽", "Post navigation")}</h3>{near}</nav>\n<article id="post-{copy.article.id}" class="post-{copy.article.id} post type-post status-publish format-standard hentry">\n<header class="entry-header"><h1 class="entry-title">{copy.title}</h1>\n<div class="entry-meta"><span class="sep">{copy.say("發表於", "Posted on")} </span>{stamp}{by}</div></header>\n'
            f'<div class="entry-content">\n{chr(10).join(self.blocks(copy))}\n{shares}</div>\n<footer class="entry-meta">{below.replace("`", chr(34))}{life}</footer>\n</article>\n<div id="comments">{f"<ol class=commentlist>{remarks}</ol>" if remarks else ""}<div id="respond"><h3 id="reply-title">{copy.say("發表迴響", "Leave a Reply")}</h3><form action="/wp-comments-post.php" method="post" id="commentform"><p class="comment-notes">{copy.say("電子郵件位址不會被公開。", "Your email address will not be published.")}</p><textarea id="comment" name="comment" cols="45" rows="8"></textarea></form></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Entries with their openings."""
        rows = "".join(
            f'<article id="post-{c.id}" class="post-{c.id} post type-post status-publish format-standard hentry"><header class="entry-header"><h1 class="entry-title"><a href="{attr(c.url)}" rel="bookmark">{esc(c.title)}</a></h1><div class="entry-meta"><span class="sep">{self.word("發表於", "Posted on")} </span><time class="entry-date" datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></div></header><div class="entry-summary"><p>{esc(c.summary)} [&hellip;]</p></div></article>\n'
            for c in cards
        )
        more = (
            f'<nav id="nav-below"><div class="nav-previous"><a href="{attr(older)}"><span class="meta-nav">&larr;</span> {self.word("較舊文章", "Older posts")}</a></div></nav>'
            if older
            else ""
        )
        return f'<header class="page-header"><h1 class="page-title">{self.word("分類彙整：", "Category Archives: ")}<span>{esc(heading)}</span></h1></header>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page is an entry without a sentence."""
        return f'<article id="post-2" class="post-2 page type-page status-publish hentry"><header class="entry-header"><h1 class="entry-title">{esc(heading)}</h1></header><div class="entry-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></article>'


class Dace(Freehand):
    """2021: a rented builder's magazine page: text in runs of blocks within rows and columns, a category and a day beside one another, hours and the last change for machines alone."""

    name = "dace"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the letter's form stands, how the day reads, whether a profile closes the page."""
        self.at = 3 + int(rng.random() * 3)
        self.short = rng.random() < 0.5
        self.profile = rng.random() < 0.5
        self.theme = choose(rng, "white", "bright-inverse", "light")
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("文／{a}", "文／{a}、{b}", role="文"))
        self.hand_en = Hand("{a}", "{a} and {b}")

    def day(self, t: datetime) -> str:
        """``Mar 8, 2021`` or ``8 Mar 2021``; ``2021年3月8日``."""
        if self.english:
            month = MONTHS[t.month - 1][:3]
            return f"{month} {t.day}, {t.year}" if self.short else f"{t.day} {month} {t.year}"
        return f"{t.year}年{t.month}月{t.day}日"

    def stamp(self, t: datetime) -> str:
        """As machines are told: ``2021-03-08T17:12:31+0800``."""
        return f"{t:%Y-%m-%dT%H:%M:%S%z}"

    def frame(self, page: Shell) -> str:
        """A line to close, a bar, one section of the page, a footer of blocks."""
        items = self.menu(
            page.paper,
            '<div class="header-nav-item header-nav-item--collection{on}"><a href="{url}" data-animation-role="header-element">{name}</a></div>',
            now=page.section,
            current=" header-nav-item--active",
        )
        head = f'<div class="header-announcement-bar-wrapper"><div class="sqs-announcement-bar-dropzone"><div class="sqs-announcement-bar"><p class="sqs-announcement-bar-text">{self.word("《{0}》需要讀者支持。立即加入", "{0} is paid for by its readers. Join us")}</p></div></div></div>'.format(
            esc(page.paper.letter)
        )
        return (
            f'<!doctype html>\n<html xmlns:og="http://opengraphprotocol.org/schema/" lang="{self.language}">\n<head>\n<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<!-- This is Squarespace. -->\n{heads(page.charset)}\n<title>{esc(page.title)} &mdash; {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/versioned-site-css/site.css">\n</head>\n'
            f'<body id="{"item" if page.is_story else "collection"}-60a1" class="primary-button-style-solid tweak-blog-basic-grid-list-show-primary-meta sqs-seven-one {"view-item" if page.is_story else "view-list"}" tabindex="-1">\n<div id="siteWrapper" class="clearfix site-wrapper">\n<header data-test="header" id="header" class="{self.theme} header theme-col--primary">{head}<div class="header-inner container--fluid"><div class="header-title-nav-wrapper"><div class="header-title-text"><a id="site-title" href="/" data-animation-role="header-element">{esc(page.paper.name)}</a></div><div class="header-nav"><nav class="header-nav-wrapper"><div class="header-nav-list">{items}</div></nav></div></div><div class="header-actions"><a class="btn btn--border theme-btn--primary-inverse" href="/subscribe">{self.word("訂閱", "Subscribe")}</a></div></div></header>\n'
            f'<main id="page" class="container" role="main"><article class="sections" id="sections" data-page-sections="60a1"><section data-test="page-section" class="page-section content-collection full-bleed-section collection-type-blog {self.theme}"><div class="content-wrapper"><div class="content">\n{page.main}\n</div></div></section></article></main>\n'
            f'<footer class="sections" id="footer-sections"><section class="page-section"><div class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-4 span-4"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><p>{esc(page.paper.rights)}</p></div></div></div><div class="col sqs-col-8 span-8"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><p><a href="/about">{self.word("關於我們", "About")}</a> / <a href="/contact">{self.word("聯絡", "Contact")}</a> / <a href="/privacy">{self.word("私隱", "Privacy")}</a></p></div></div></div></div></div></section></footer>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Properties in empty tags, and the same as linked data."""
        moment = self.stamp(copy.article.published.replace(second=0, microsecond=0))
        changed = copy.said.updated or moment
        data: dict[str, object] = {
            "url": copy.url, "datePublished": moment, "dateModified": changed, "headline": copy.version.title,
            "author": copy.said.author or copy.paper.name, "publisher": {"name": copy.paper.name, "@type": "Organization"},
            "@context": "http://schema.org", "@type": "Article",
        }  # fmt: skip
        if not copy.said.author:
            del data["author"]
        words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        who = f'<meta itemprop="author" content="{attr(copy.said.author)}"/>' if copy.said.author else ""
        return f'<link rel="canonical" href="{attr(copy.url)}"/>\n<meta property="og:site_name" content="{attr(copy.paper.name)}"/>\n<meta property="og:title" content="{attr(copy.version.title)} — {attr(copy.paper.name)}"/>\n<meta property="og:type" content="article"/>\n<meta itemprop="headline" content="{attr(copy.version.title)}"/><meta itemprop="datePublished" content="{moment}"/><meta itemprop="dateModified" content="{changed}"/>{who}<meta itemprop="publisher" content="{attr(copy.paper.name)}"/>\n<script type="application/ld+json">{words}</script>\n'

    def run(self, inner: str) -> str:
        """A block of text that holds a run of paragraphs."""
        return f'<div class="sqs-block html-block sqs-block-html" data-block-type="2"><div class="sqs-block-content"><div class="sqs-html-content">\n{inner}\n</div></div></div>'

    def block(self, copy: Copy, block: Block) -> str:
        """Text keeps its white space by style; tables and frames are code."""
        if block.kind == "p":
            return f'<p class="" style="white-space:pre-wrap;">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<h3 style="white-space:pre-wrap;">{spans(block.spans)}</h3>'
        if block.kind == "note":
            return f'<p class="sqsrte-small" style="white-space:pre-wrap;"><em>{spans(block.spans)}</em></p>'
        if block.kind in {"ul", "ol"}:
            return f"<{block.kind} data-rte-list='default'>{''.join(f'<li><p style=`white-space:pre-wrap;`>{esc(i)}</p></li>' for i in block.items)}</{block.kind}>".replace("`", '"')  # fmt: skip
        if block.kind == "quote":
            return f'<div class="sqs-block quote-block sqs-block-quote" data-block-type="31"><div class="sqs-block-content"><figure class="block-animation-none"><blockquote data-animation-role="quote"><span>&#8220;</span>{spans(block.spans)}<span>&#8221;</span></blockquote></figure></div></div>'
        if block.kind == "table":
            return f'<div class="sqs-block code-block sqs-block-code" data-block-type="23"><div class="sqs-block-content">{table(block.rows)}</div></div>'
        if block.kind == "embed":
            return f'<div class="sqs-block video-block sqs-block-video" data-block-type="32"><div class="sqs-block-content"><div class="embed-block-wrapper"><iframe src="{attr(block.url)}" allowfullscreen scrolling="no"></iframe></div></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture that a script sizes, a caption of rich text."""
        credit = (
            f'<p style="white-space:pre-wrap;" class="sqsrte-small">{esc(picture.credit)}</p>' if picture.credit else ""
        )
        source = self.source(copy, picture)
        return f'<div class="sqs-block image-block sqs-block-image" data-block-type="5"><div class="sqs-block-content"><figure class="sqs-block-image-figure intrinsic"><div class="image-block-wrapper"><noscript><img src="{source}" alt="" /></noscript><img class="thumb-image" data-src="{source}" data-image="{source}" data-image-dimensions="2500x1667" data-load="false" alt="" /></div><figcaption class="image-caption-wrapper"><div class="image-caption"><p style="white-space:pre-wrap;">{esc(picture.caption)}</p>{credit}</div></figcaption></figure></div></div>'

    def story(self, copy: Copy) -> str:
        """Category and day, headline, writer, blocks with a form among them, topics, the writer, neighbours."""
        out: list[str] = []
        run: list[str] = []
        for at, block in enumerate(copy.version.blocks):
            if block.kind in {"quote", "table", "embed", "figure"}:
                out += [self.run("\n".join(run))] if run else []
                out.append(self.block(copy, block))
                run = []
            else:
                run.append(self.block(copy, block))
            if at == self.at:
                out += [self.run("\n".join(run))] if run else []
                run = []
                out.append(
                    f'<div class="sqs-block newsletter-block sqs-block-newsletter" data-block-type="51"><div class="sqs-block-content"><div class="newsletter-form-wrapper"><form class="newsletter-form" method="POST"><header class="newsletter-form-header"><h2 class="newsletter-form-header-title">{copy.say("訂閱《{letter}》", "Get {letter}")}</h2><div class="newsletter-form-header-description"><p>{copy.say("每周五寄到你的信箱。", "In your inbox every Friday.")}</p></div></header><input class="newsletter-form-field-element" type="email" placeholder="Email" /><button class="newsletter-form-button" type="submit">{copy.say("訂閱", "Sign Up")}</button><div class="newsletter-form-footnote"><p>{copy.say("我們尊重你的私隱。", "We respect your privacy.")}</p></div></form></div></div></div>'
                )
        out += [self.run("\n".join(run))] if run else []
        by = copy.signed(
            f'<div class="blog-meta-item blog-meta-item--author"><span>{copy.say("", "Written By ")}</span><a href="/?author=60a1" class="blog-author-name">{{}}</a></div>'
        )
        profile = (
            f'<div class="blog-item-author-profile-wrapper"><div class="author-profile"><div class="author-avatar"></div><span class="author-name">{copy.by}</span><div class="author-bio"><p>{copy.say("現居海邊，替《{name}》採訪。", "Lives by the sea and reports for {name}.")}</p></div></div></div>'
            if self.profile and copy.by and copy.article.byline.form in {"reporter", "column"}
            else ""
        )
        near = copy.others(
            '<a href="{url}" class="item-pagination-link"><div class="item-pagination-prev-next"><h2 class="item-pagination-title">{title}</h2></div></a>',
            2,
        )
        return (
            f'<div class="blog-item-wrapper" data-content-field="main-content"><article class="h-entry entry blog-item" id="article-60a{copy.article.id}"><div class="blog-item-inner-wrapper"><div class="blog-item-top-wrapper"><div class="blog-item-meta-wrapper"><div class="blog-meta-item blog-meta-item--categories"><span class="blog-item-category-wrapper"><a href="{copy.section_url}" class="blog-categories">{copy.section}</a></span></div><div class="blog-meta-item blog-meta-item--date"><time class="dt-published blog-meta-date" pubdate data-content-field="published-on">{copy.day}</time></div></div>\n<div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" data-content-field="title">{copy.title}</h1></div>{by}</div>\n'
            f'<div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12" data-type="item" id="item-60a{copy.article.id}"><div class="row sqs-row"><div class="col sqs-col-12 span-12">\n{chr(10).join(out)}\n</div></div></div></div>\n<div class="blog-meta-item blog-meta-item--tags">{copy.tags("<span class=`blog-item-tag-wrapper`><a href=`{url}` class=`blog-item-tag`>{tag}</a></span>", " ")}</div>\n<div class="blog-item-share"><span>{copy.say("分享", "Share")}</span></div></div>{profile}</div></article></div>\n'
            f'<section id="itemPagination" class="item-pagination item-pagination--prev-next" data-collection-type="blog-basic-grid">{near}</section>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid of covers."""
        rows = "".join(
            f'<article class="blog-basic-grid--container entry blog-item is-loaded"><a href="{attr(c.url)}" class="image-wrapper"></a><div class="blog-basic-grid--text"><div class="blog-meta-section"><span class="blog-meta-primary"><span class="blog-categories-list"><span class="blog-categories">{esc(c.section)}</span></span><time class="blog-date" pubdate>{self.day(c.published)}</time></span></div><h1 class="blog-title"><a href="{attr(c.url)}" data-no-animation>{esc(c.title)}</a></h1><div class="blog-excerpt"><div class="blog-excerpt-wrapper"><p>{esc(c.summary)}</p></div></div><a class="blog-more-link" href="{attr(c.url)}">{self.word("閱讀全文", "Read More")}</a></div></article>\n'
            for c in cards
        )
        more = f'<div class="older"><a href="{attr(older)}" rel="next">{self.word("較早的文章", "Older Posts")}</a></div>' if older else ""  # fmt: skip
        return f'<h2 class="list-heading">{esc(heading)}</h2><div class="blog-basic-grid collection-content-wrapper">{rows}</div><nav class="blog-list-pagination">{more}</nav>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of one text block."""
        text = "".join(f'<p style="white-space:pre-wrap;">{esc(p)}</p>' for p in paragraphs)
        return f'<div class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-12 span-12">{self.run(f"<h1>{esc(heading)}</h1>{text}")}</div></div></div>'


class Gudgeon(Freehand):
    """2013: a news site on a content system of fields: each fact in wrappers with a label of its own, terms as lists, blocks in regions around it."""

    name = "gudgeon"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """What labels say, whether the first pictures are a field of their own."""
        self.above = rng.random() < 0.5
        self.label = choose(rng, ("作者", "By"), ("記者", "Reporter"), ("撰文", "Author"))
        self.region = choose(rng, "sidebar-second", "sidebar-first")
        self.hand = Hand("{a}", "{a}、{b}")
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``Friday, March 8, 2013 - 09:05``; ``週五, 2013-03-08 09:05``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year} - {t:%H:%M}"
        return f"週{DAYS_ZH[t.weekday()]}, {t:%Y-%m-%d %H:%M}"

    def field(self, name: str, kind: str, inside: str, label: str = "") -> str:
        """One field in its wrappers, with or without a label in its line."""
        return (
            f'<div class="field field-name-{name} field-type-{kind} field-label-{"inline clearfix" if label else "hidden"}">'
            + (f'<div class="field-label">{label}:&nbsp;</div>' if label else "")
            + f'<div class="field-items"><div class="field-item even">{inside}</div></div></div>\n'
        )

    def pane(self, delta: str, title: str, inside: str) -> str:
        """One block of a region."""
        return f'<div id="block-views-{delta}" class="block block-views contextual-links-region"><h2 class="block-title">{title}</h2><div class="content"><div class="view view-{delta} view-display-id-block"><div class="view-content">{inside}</div></div></div></div>\n'

    def frame(self, page: Shell) -> str:
        """Header region, main menu, content, a side region, four columns of a footer."""
        items = self.menu(
            page.paper,
            '<li class="leaf{on}"><a href="{url}" title="">{name}</a></li>',
            now=page.section,
            current=" active-trail",
        )
        poll = self.pane(
            "poll_recent",
            self.word("投票", "Poll"),
            f"<p>{self.word('你每周讀報幾天？', 'On how many days a week do you read us?')}</p><div class=form-item><label>{self.word('每天', 'Every day')}</label></div><div class=form-item><label>{self.word('周末', 'At weekends')}</label></div>",
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" version="XHTML+RDFa 1.0" dir="ltr">\n<head profile="http://www.w3.org/1999/xhtml/vocab">\n{heads(page.charset, old=True)}\n<meta name="Generator" content="Drupal 7 (http://drupal.org)" />\n{page.head}<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n<style type="text/css" media="all">@import url("/modules/system/system.base.css");</style>\n</head>\n'
            f'<body class="html not-front not-logged-in one-sidebar {self.region} {"page-node page-node- node-type-story" if page.is_story else "page-taxonomy page-taxonomy-term"}">\n<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">{self.word("移至主內容", "Skip to main content")}</a></div>\n<div id="page-wrapper"><div id="page">\n<div id="header"><div class="section clearfix"><a href="/" title="{self.word("首頁", "Home")}" rel="home" id="logo"><img src="/sites/default/files/logo.png" alt="{attr(page.paper.name)}" /></a><div id="name-and-slogan"><div id="site-name"><strong><a href="/" rel="home"><span>{esc(page.paper.name)}</span></a></strong></div></div><div class="region region-header"><div id="block-search-form" class="block block-search"><form action="/search" method="post"><h2 class="element-invisible">{self.word("搜尋表單", "Search form")}</h2><input type="text" name="search_block_form" size="15" /></form></div></div></div></div>\n'
            f'<div id="navigation"><div class="section"><h2 class="element-invisible">{self.word("主選單", "Main menu")}</h2><ul id="main-menu" class="links inline clearfix">{items}</ul></div></div>\n<div id="main-wrapper"><div id="main" class="clearfix"><div id="content" class="column"><div class="section"><a id="main-content"></a>\n{page.main}\n</div></div>\n'
            f'<div id="{self.region}" class="column sidebar"><div class="section"><div class="region region-{self.region}">{poll}<div id="block-block-5" class="block block-block"><div class="content"><a href="/subscribe"><img src="/sites/default/files/house-ad-300x250.jpg" alt="{self.word("訂閱本報", "Subscribe")}" /></a></div></div></div></div></div>\n</div></div>\n'
            f'<div id="footer-wrapper"><div class="section"><div id="footer-columns" class="clearfix"><div class="region region-footer-firstcolumn"><ul class="menu"><li class="first leaf"><a href="/about">{self.word("關於我們", "About us")}</a></li><li class="leaf"><a href="/contact">{self.word("聯絡我們", "Contact")}</a></li><li class="last leaf"><a href="/advertise">{self.word("刊登廣告", "Advertise")}</a></li></ul></div></div><div id="footer"><p>{esc(page.paper.rights)}</p></div></div></div>\n</div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Node, canonical and the short link."""
        return f'<link rel="canonical" href="{attr(copy.url)}" />\n<link rel="shortlink" href="/node/{copy.article.id}" />\n<meta name="description" content="{attr(copy.lead)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the rich text editor leaves."""
        if block.kind == "p":
            return f"<p>{spans(block.spans)}</p>"
        if block.kind == "h":
            return f"<h3><strong>{spans(block.spans)}</strong></h3>"
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        if block.kind == "table":
            return table(block.rows, ' border="1" cellpadding="1" cellspacing="1" style="width: 500px; "')
        if block.kind == "embed":
            return f'<div class="media_embed" height="315px" width="560px"><iframe allowfullscreen="" frameborder="0" height="315px" src="{attr(block.url)}" width="560px"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A file of the media module with fields of its own."""
        credit = self.field("field-file-credit", "text", esc(picture.credit)) if picture.credit else ""
        return f'<div class="media media-element-container media-default"><div id="file-{picture.number}" class="file file-image file-image-jpeg"><div class="content"><img height="320" width="480" class="media-element file-default" src="{self.source(copy, picture)}" alt="" title="" />{self.field("field-file-caption", "text-long", esc(picture.caption))}{credit}</div></div></div>'

    def story(self, copy: Copy) -> str:
        """Path, headline, tabs of links, fields in order, links of the node, views below it."""
        blocks = copy.version.blocks
        first = ""
        if self.above and blocks[0].picture:
            first, blocks = self.field("field-image", "image", self.block(copy, blocks[0])), blocks[1:]
        text = "\n".join(self.blocks(copy, blocks))
        facts = (self.field("field-writer", "text", copy.by, copy.say(*self.label)) if copy.by else "") + self.field(
            "post-date", "ds", copy.day, copy.say("發表", "Posted")
        )
        changed = copy.changed(self.field("changed-date", "ds", "{}", copy.say("最後更新", "Last updated")))
        terms = f'<div class="field field-name-field-topics field-type-taxonomy-term-reference field-label-above"><div class="field-label">{copy.say("標籤", "Tags")}:&nbsp;</div><div class="field-items">{copy.tags("<div class=`field-item even`><a href=`{url}` typeof=`skos:Concept` property=`rdfs:label skos:prefLabel` datatype=``>{tag}</a></div>")}</div></div>\n'
        rows = copy.others(
            '<div class="views-row views-row-odd"><div class="views-field views-field-title"><span class="field-content"><a href="{url}">{title}</a></span></div><div class="views-field views-field-created"><span class="field-content">{day}</span></div></div>',
            4,
        )
        said = copy.remarks(
            f'<div class="comment clearfix"><div class="attribution"><div class="submitted"><p class="commenter-name"><span class="username" xml:lang="" typeof="sioc:UserAccount" property="foaf:name">{{who}}</span></p><p class="comment-time">{{when}}</p></div></div><div class="comment-text"><div class="content"><div class="field field-name-comment-body field-type-text-long field-label-hidden"><div class="field-items"><div class="field-item even"><p>{{what}}</p></div></div></div></div><ul class="links inline"><li class="comment-reply first last"><a href="/comment/reply/{copy.article.id}/{{n}}">{copy.say("回覆", "reply")}</a></li></ul></div></div>\n'
        )
        remarks = f'<div id="comments" class="comment-wrapper"><h2 class="title">{copy.say("回應", "Comments")}</h2>{said}</div>' if said else ""  # fmt: skip
        return (
            f'<div id="breadcrumb"><h2 class="element-invisible">{copy.say("您在這裡", "You are here")}</h2><div class="breadcrumb"><a href="/">{copy.say("首頁", "Home")}</a> » <a href="{copy.section_url}">{copy.section}</a></div></div>\n<h1 class="title" id="page-title">{copy.title}</h1>\n<div class="tabs"></div>\n<div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content">\n<div id="node-{copy.article.id}" class="node node-story node-promoted view-mode-full clearfix"><div class="content clearfix">\n'
            f'{facts}{changed}{first}<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">\n{text}\n</div></div></div>\n{self.field("field-section", "taxonomy-term-reference", f"<a href={chr(34)}{copy.section_url}{chr(34)}>{copy.section}</a>", copy.say("版面", "Section"))}{terms}</div>\n<div class="link-wrapper"><ul class="links inline"><li class="print_html first"><a href="/print/{copy.article.id}" rel="nofollow">{copy.say("友善列印", "Printer-friendly version")}</a></li><li class="print_mail"><a href="/printmail/{copy.article.id}" rel="nofollow">{copy.say("轉寄", "Send by email")}</a></li><li class="statistics_counter last"><span>{copy.salt % 4093} {copy.say("次瀏覽", "reads")}</span></li></ul></div>\n{remarks}</div>\n</div></div>\n'
            f"{self.pane('related', copy.say('同版新聞', 'More in this section'), rows)}</div>"
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers of nodes."""
        rows = "".join(
            f'<div id="node-{c.id}" class="node node-story node-teaser clearfix"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="content clearfix">{self.field("post-date", "ds", self.day(c.published))}{self.field("body", "text-with-summary", f"<p>{esc(c.summary)}</p>")}</div><ul class="links inline"><li class="node-readmore first last"><a href="{attr(c.url)}" rel="tag" title="{attr(c.title)}">{self.word("閱讀更多", "Read more")}</a></li></ul></div>\n'
            for c in cards
        )
        pager = (
            f'<div class="item-list"><ul class="pager"><li class="pager-current first">1</li><li class="pager-next"><a title="{self.word("到下一頁", "Go to next page")}" href="{attr(older)}">{self.word("下一頁 ›", "next ›")}</a></li></ul></div>'
            if older
            else ""
        )
        return f'<h1 class="title" id="page-title">{esc(heading)}</h1><div class="region region-content"><div id="block-system-main" class="block block-system">{rows}{pager}</div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page node."""
        return f'<h1 class="title" id="page-title">{esc(heading)}</h1><div id="node-1" class="node node-page clearfix"><div class="content">{self.field("body", "text-with-summary", "".join(f"<p>{esc(p)}</p>" for p in paragraphs))}</div></div>'
