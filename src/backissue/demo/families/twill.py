"""Designs of those who hire their presses: a neighbourhood's site of 2020 on a service for small shops, a letter of 2023 that is a paper."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Bramley", "Quarrender"]


class Quarrender(Freehand):
    """2020: a neighbourhood's site on a service for small shops: the text is blocks in columns in rows, day and writer in one line, the last change for machines alone."""

    name = "quarrender"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether the line stands below the headline, and how it signs."""
        self.below = rng.random() < 0.6
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("文：{a}", "文：{a}、{b}", role="文"))
        self.hand_en = choose(
            rng, Hand("{a}", "{a} and {b}"), Hand("Written By {a}", "Written By {a} and {b}", desk="Written By {o}")
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2020``; ``2020年3月8日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def stamp(self, t: datetime) -> str:
        """As machines are told: ``2020-03-09T17:12:44+0800``."""
        return f"{t:%Y-%m-%dT%H:%M:%S%z}"

    def frame(self, page: Shell) -> str:
        """A header with a mobile one, the page's content, footer blocks."""
        items = self.menu(page.paper, '<a href="{url}" class="Header-nav-item">{name}</a>', "\n")
        kind = "view-item" if page.is_story else "view-list"
        return (
            f'<!doctype html>\n<html xmlns:og="http://opengraphprotocol.org/schema/" lang="{self.language}">\n<head>\n<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width,initial-scale=1">\n<base href="">\n<title>{esc(page.title)} &mdash; {esc(page.paper.name)}</title>\n{page.head}<script data-name="static-context">Static = window.Static || {{}};</script>\n</head>\n'
            f'<body class="header-layout-nav-left tweak-footer-layout-columns collection-type-blog {kind}">\n<div class="Site" data-nc-base="header" data-controller="AncillaryLayout">\n<div class="sqs-announcement-bar-dropzone"><p>{self.word("街坊市集改期至本月最後一個星期六。", "The street market moves to the last Saturday of the month.")}</p></div>\n<header class="Header Header--top"><div class="Header-inner"><div class="Header-branding"><a href="/" class="Header-branding-title">{esc(page.paper.name)}</a></div><nav class="Header-nav"><div class="Header-nav-inner">{items}\n<a href="/about" class="Header-nav-item">{self.word("關於", "About")}</a><a href="/support" class="Header-nav-item">{self.word("支持我們", "Support")}</a></div></nav></div></header>\n'
            f'<main class="Main Main--blog-{"item" if page.is_story else "list"}"><section class="Main-content" data-content-field="main-content">\n{page.main}\n</section></main>\n<footer class="Footer" role="contentinfo"><div class="Footer-inner"><div class="sqs-layout sqs-grid-12 columns-12" data-type="block-field"><div class="row sqs-row"><div class="col sqs-col-6 span-6"><div class="sqs-block newsletter-block sqs-block-newsletter"><div class="sqs-block-content"><h2 class="newsletter-form-header-title">{self.word("街坊通訊", "The block letter")}</h2><p>{self.word("每星期一封。", "One e-mail a week about your block.")}</p><form class="newsletter-form"><input type="email" placeholder="{self.word("電郵地址", "Email Address")}"><button>{self.word("登記", "Sign Up")}</button></form></div></div></div>'
            f'<div class="col sqs-col-6 span-6"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><p>{esc(page.paper.rights)}</p><p>{self.word("由義工編採。", "Reported and edited by volunteers.")}</p></div></div></div></div></div></div></footer>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What the service tells machines on its own."""
        moment = f"{copy.article.published.replace(second=0):%Y-%m-%dT%H:%M:%S%z}"
        names = ", ".join(p.name for p in copy.said.people or ()) if copy.said.author else copy.paper.name
        data = {
            "url": copy.url, "name": copy.version.title, "headline": copy.version.title, "datePublished": moment, "author": names,
            **({"dateModified": copy.said.updated} if copy.said.updated else {}),
            "publisher": {"name": copy.paper.name, "logo": None, "@context": "http://schema.org", "@type": "Organization"},
            "@context": "http://schema.org", "@type": "Article",
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        site = json.dumps({"url": f"https://{copy.paper.home}", "name": copy.paper.name, "@context": "http://schema.org", "@type": "WebSite"}, ensure_ascii=False)  # fmt: skip
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:title" content="{attr(copy.version.title)} &mdash; {attr(copy.paper.name)}">\n<meta property="og:type" content="article">\n<meta itemprop="name" content="{attr(copy.version.title)} — {attr(copy.paper.name)}">\n<meta itemprop="url" content="{attr(copy.url)}">\n<script type="application/ld+json">{site}</script><script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What stands inside a block of prose, or a block of its own."""
        if block.kind == "p":
            return f'<p class="" style="white-space:pre-wrap;">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<h3 style="white-space:pre-wrap;">{spans(block.spans)}</h3>'
        if block.kind == "note":
            return f'<p class="sqsrte-small" style="white-space:pre-wrap;"><em>{spans(block.spans)}</em></p>'
        if block.kind in {"ul", "ol"}:
            items = "".join(f'<li><p class="" style="white-space:pre-wrap;">{esc(i)}</p></li>' for i in block.items)
            return f'<{block.kind} data-rte-list="default">{items}</{block.kind}>'
        if block.kind == "quote":
            return f'<div class="sqs-block quote-block sqs-block-quote" data-block-type="31"><div class="sqs-block-content"><figure class="block-animation-none"><blockquote data-animation-role="quote">{spans(block.spans)}</blockquote></figure></div></div>'
        if block.kind == "table":
            return f'<div class="sqs-block code-block sqs-block-code" data-block-type="23"><div class="sqs-block-content">{table(block.rows)}</div></div>'
        if block.kind == "embed":
            return f'<div class="sqs-block video-block sqs-block-video" data-block-type="32"><div class="sqs-block-content"><div class="intrinsic"><div class="embed-block-wrapper"><iframe src="{attr(block.url)}" allowfullscreen></iframe></div></div></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A block of an image, without a script's help and with it."""
        credit = f" <em>{esc(picture.credit)}</em>" if picture.credit else ""
        return f'<div class="sqs-block image-block sqs-block-image" data-block-type="5" id="block-{picture.number:x}"><div class="sqs-block-content"><div class="image-block-outer-wrapper layout-caption-below design-layout-inline"><figure class="sqs-block-image-figure intrinsic"><div class="image-block-wrapper"><noscript><img src="{self.source(copy, picture)}" alt=""></noscript><img class="thumb-image" data-src="{self.source(copy, picture)}" data-image-dimensions="1500x1000" data-load="false" alt=""></div><figcaption class="image-caption-wrapper"><div class="image-caption"><p class="" style="white-space:pre-wrap;">{esc(picture.caption)}{credit}</p></div></figcaption></figure></div></div></div>'

    def _rows(self, copy: Copy) -> str:
        """The text: prose gathered into blocks, a picture beside prose where its number says so."""
        cells: list[str] = []
        prose: list[str] = []

        def close() -> None:
            if prose:
                cells.append(
                    f'<div class="sqs-block html-block sqs-block-html" data-block-type="2"><div class="sqs-block-content">{"".join(prose)}</div></div>'
                )
                prose.clear()

        for block in copy.version.blocks:
            piece = self.block(copy, block)
            if block.kind in {"p", "h", "note", "ul", "ol"}:
                prose.append(piece)
                continue
            close()
            cells.append(piece)
        close()
        cells.insert(
            1,
            '<div class="sqs-block horizontalrule-block sqs-block-horizontalrule" data-block-type="47"><div class="sqs-block-content"><hr></div></div>',
        )
        return "\n".join(cells)

    def story(self, copy: Copy) -> str:
        """Line, headline, rows of blocks, topics, shares, remarks, the piece before and the piece after."""
        by = copy.linked('<a href="/?author=5e61">{}</a>')
        by = f'<span class="Blog-meta-item Blog-meta-item--author">{by}</span>\n' if by else ""
        line = f'<div class="Blog-meta BlogItem-meta"><time class="Blog-meta-item Blog-meta-item--date" datetime="{copy.article.published:%Y-%m-%d}">{copy.day}</time>\n{by}<span class="Blog-meta-item Blog-meta-item--categories"><a href="{copy.section_url}" class="Blog-meta-item-category">{copy.section}</a></span></div>\n'
        title = f'<h1 class="BlogItem-title" data-content-field="title">{copy.title}</h1>\n'
        head = title + line if self.below else line + title
        topics = copy.tags('<a href="{url}" class="Blog-meta-item-tag">{tag}</a>', ", ")
        topics = (
            f'<div class="BlogItem-tags"><span class="Blog-meta-item--tags">{copy.say("標籤：", "Tagged:")} {topics}</span></div>\n'
            if topics
            else ""
        )
        remarks = copy.remarks(
            '<div class="comment"><div class="comment-header"><span class="author-name">{who}</span> <span class="date">{when}</span> <span class="likes">{n} '
            + copy.say("讚", "Likes")
            + '</span></div><div class="comment-body"><p>{what}</p></div></div>\n'
        )
        near = copy.others(
            '<a href="{url}" class="BlogItem-pagination-link"><div class="BlogItem-pagination-link-content"><h2 class="BlogItem-pagination-link-title">{title}</h2></div></a>\n',
            2,
        )
        return (
            f'<article id="article-{int(copy.article.id):024x}" class="BlogItem hentry category-{copy.part} post-type-text" data-item-id="{int(copy.article.id):024x}">\n{head}<div class="sqs-layout sqs-grid-12 columns-12" data-layout-label="Post Body" data-type="item"><div class="row sqs-row"><div class="col sqs-col-12 span-12">\n{self._rows(copy)}\n</div></div></div>\n{topics}<div class="BlogItem-share"><div class="Share sqs-share-buttons"><div class="Share-buttons"><a class="Share-buttons-item" href="/share"><span>Facebook</span><span class="Share-buttons-item-count">{copy.salt % 37}</span></a><span class="sqs-simple-like"><span class="like-count">{copy.salt % 19} {copy.say("讚", "Likes")}</span></span></div></div></div>\n'
            f'<section class="BlogItem-comments"><div class="squarespace-comments"><h3 class="comment-title">{copy.say("留言", "Comments")}</h3>\n{remarks}<div class="new-comment-area"><textarea placeholder="{copy.say("寫留言……", "Comment…")}"></textarea><input type="button" value="{copy.say("發表", "Post Comment…")}"></div></div></section>\n</article>\n<nav class="BlogItem-pagination clear">\n{near}</nav>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list with thumbnails and excerpts."""
        rows = "".join(
            f'<article class="BlogList-item hentry post-type-text"><div class="Blog-meta BlogList-item-meta"><time class="Blog-meta-item Blog-meta-item--date" datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></div><a href="{attr(c.url)}" class="BlogList-item-title" data-content-field="title">{esc(c.title)}</a><div class="BlogList-item-excerpt"><p>{esc(c.summary)}…</p></div><a href="{attr(c.url)}" class="BlogList-item-readmore"><span>{self.word("閱讀全文", "Read More")}</span></a></article>\n'
            for c in cards
        )
        more = (
            f'<nav class="BlogList-pagination"><a href="{attr(older)}" class="BlogList-pagination-link"><span class="BlogList-pagination-link-label">{self.word("較早", "Older Posts")}</span></a></nav>'
            if older
            else ""
        )
        return f'<div class="BlogList"><h1 class="BlogList-filter">{esc(heading)}</h1>\n{rows}</div>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of one block."""
        return f'<div class="sqs-layout sqs-grid-12 columns-12" data-type="page"><div class="row sqs-row"><div class="col sqs-col-12 span-12"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></div></div></div>'


class Bramley(Freehand):
    """2023: a paper that is a letter: headline, faces and a day, calls to subscribe among the paragraphs and thanks at the text's end, the hour for machines alone."""

    name = "bramley"
    category = tagged = False
    timed = True

    def draw(self, rng: Random) -> None:
        """Where the calls stand, and how days read."""
        self.call = 2 + int(rng.random() * 3)
        self.thanks = rng.random() < 0.7
        self.hand = choose(rng, Hand("{a}", "{a}與{b}"), Hand("{a}", "{a}、{b}"))
        self.hand_en = Hand("{a}", "{a} and {b}")

    def day(self, t: datetime) -> str:
        """``Mar 08, 2023``; ``2023年3月08日``."""
        return f"{MONTHS[t.month - 1][:3]} {t:%d}, {t.year}" if self.english else f"{t.year}年{t.month}月{t:%d}日"

    def frame(self, page: Shell) -> str:
        """A bar with buttons, the page, a foot in small print."""
        items = self.menu(page.paper, '<a class="menu-item pencraft" href="{url}">{name}</a>')
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language[:2]}">\n<head>\n{heads(page.charset)}\n<title data-rh="true">{esc(page.title)}</title>\n<meta data-rh="true" name="theme-color" content="#ffffff">\n<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1, user-scalable=0, viewport-fit=cover">\n{page.head}<style>:root{{--color-accent:#c0392b;--print_on_web_bg_color:#ffffff}}</style>\n</head>\n<body class="">\n<div id="entry"><div id="main" class="main typography use-theme-bg"><div class="pencraft pc-display-contents reset"><div class="main-menu"><div class="pencraft topbar"><a href="/" class="logo-title">{esc(page.paper.name)}</a><div class="buttons-container"><button class="button signup-button">{self.word("訂閱", "Subscribe")}</button><button class="button sign-in-link">{self.word("登入", "Sign in")}</button></div></div><div class="nav-row">{items}</div></div></div>\n'
            f'{page.main}\n</div><div class="footer-wrap publication-footer"><div class="container"><div class="footer-terms"><span>{esc(page.paper.rights)}</span><span> &#8729; </span><a href="/privacy">{self.word("私隱", "Privacy")}</a><span> &#8729; </span><a href="/tos">{self.word("條款", "Terms")}</a><span> &#8729; </span><a href="/about">{self.word("關於", "About")}</a></div><div class="footer-slogan">{self.word("好文章的家", "The home for good writing")}</div></div></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data with an hour, and what a shared link shows."""
        data: dict[str, object] = {
            "@context": "https://schema.org", "@type": "NewsArticle", "url": copy.url, "mainEntityOfPage": copy.url, "headline": copy.version.title,
            "description": copy.lead, "image": [], "datePublished": copy.article.published.replace(second=0, microsecond=0).isoformat(),
            "isAccessibleForFree": True, "publisher": {"@type": "Organization", "name": copy.paper.name, "url": f"https://{copy.paper.home}"},
        }  # fmt: skip
        if copy.said.author:
            data["author"] = [{"@type": "Person", "name": p.name, "url": "/profile"} for p in copy.said.people or ()]
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta data-rh="true" property="og:type" content="article">\n<meta data-rh="true" property="og:title" content="{attr(copy.version.title)}">\n<meta data-rh="true" name="description" content="{attr(copy.lead)}">\n<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Prose plain, quotes and pictures in containers."""
        if block.kind == "h":
            return f'<h3 class="header-anchor-post">{spans(block.spans)}<div class="header-anchor-parent"><div class="header-anchor" id="h-{len(block.text)}"></div></div></h3>'
        if block.kind == "quote":
            return f'<div class="pullquote"><p>{spans(block.spans)}</p></div>'
        if block.kind in {"ul", "ol"}:
            return f"<{block.kind}>" + "".join(f"<li><p>{esc(i)}</p></li>" for i in block.items) + f"</{block.kind}>"
        if block.kind == "table":
            return f'<div class="datawrap">{table(block.rows)}</div>'
        if block.kind == "embed":
            return f'<div class="video-wrap" data-component-name="VideoToDOM"><div class="video-inner"><iframe src="{attr(block.url)}" frameborder="0" loading="lazy" allowfullscreen="true" width="728" height="409"></iframe></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A captioned image in its container."""
        credit = ""
        if picture.credit:
            credit = f" ({esc(picture.credit)})" if self.english else f"（{esc(picture.credit)}）"
        return f'<div class="captioned-image-container"><figure><a class="image-link image2 is-viewable-img" target="_blank" href="{self.source(copy, picture)}" data-component-name="Image2ToDOM"><div class="image2-inset"><picture><source type="image/webp" srcset="{self.source(copy, picture)} 1456w" sizes="100vw"><img src="{self.source(copy, picture)}" width="1456" height="971" class="sizing-normal" alt="" loading="lazy"></picture></div></a><figcaption class="image-caption">{esc(picture.caption)}{credit}</figcaption></figure></div>'

    def story(self, copy: Copy) -> str:
        """Headline, faces and day, counts, text with calls, counts again, remarks, the pieces around."""
        pieces = self.blocks(copy)
        call = f'<div class="subscription-widget-wrap" data-component-name="SubscribeWidgetToDOM"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">{copy.say("《{name}》靠讀者支持。想收到新文章並支持我們的工作，請成為免費或付費訂戶。", "{name} is a reader-supported publication. To receive new posts and support our work, consider becoming a free or paid subscriber.")}</p></div><form class="subscription-widget-subscribe"><input type="email" class="email-input" placeholder="{copy.say("輸入電郵……", "Type your email…")}"><input type="submit" class="button primary" value="{copy.say("訂閱", "Subscribe")}"></form></div></div>'
        if len(pieces) > self.call:
            pieces.insert(self.call, call)
        if self.thanks:
            pieces.append(
                f'<div class="digest-line"><p>{copy.say("多謝閱讀《{name}》！本文公開，歡迎轉寄。", "Thanks for reading {name}! This post is public so feel free to share it.")}</p></div><p class="button-wrapper" data-component-name="ButtonCreateButton"><a class="button primary" href="/share"><span>{copy.say("分享", "Share")}</span></a></p>'
            )
        by = copy.linked('<a class="pencraft pc-reset decoration-hover" href="/profile">{}</a>')
        by = f'<div class="pencraft pc-reset byline-names">{by}</div>' if by else ""
        likes = copy.salt % 83
        counts = f'<div class="pencraft post-ufi"><a class="post-ufi-button has-label"><div class="label">{likes}</div></a><a class="post-ufi-button post-ufi-comment-button" href="/comments"><div class="label">{likes % 9}</div></a><a class="post-ufi-button no-icon"><div class="label">{copy.say("分享", "Share")}</div></a></div>'
        remarks = copy.remarks(
            '<div class="comment"><div class="comment-content"><div class="comment-meta"><span class="name">{who}</span> <span class="when">{when}</span></div><div class="comment-body"><p><span>{what}</span></p></div><div class="comment-actions"><a>'
            + copy.say("回覆", "Reply")
            + "</a></div></div></div>\n"
        )
        near = copy.others(
            "<div class=`post-preview portable-archive`><a class=`post-preview-title` href=`{url}`>{title}</a><div class=`post-preview-description`>{lead}</div><div class=`post-preview-meta`>{day} &bull; {by}</div></div>\n",
            3,
        )
        return (
            f'<div class="single-post-container"><div class="container"><div class="single-post"><div class="pencraft"><article class="typography newsletter-post post">\n<div class="post-header" role="region"><h1 class="post-title published" dir="auto">{copy.title}</h1><div class="byline-wrapper"><div class="pencraft facepile"><img class="profile-img" src="/f.jpg" alt=""></div><div class="pencraft byline-column">{by}<div class="pencraft pc-reset meta-day">{copy.day}</div></div></div>{counts}</div>\n'
            f'<div class="visibility-check"></div><div><div class="available-content"><div dir="auto" class="body markup">\n{chr(10).join(pieces)}\n</div></div></div>\n<div class="post-footer">{counts}</div></article></div></div></div>\n<div class="container"><div class="comments-page"><h4>{copy.say("本文討論", "Discussion about this post")}</h4><div class="comment-list">{remarks}</div></div>\n<div class="portable-archive-list"><div class="portable-archive-tabs"><a>{copy.say("熱門", "Top")}</a><a>{copy.say("最新", "Latest")}</a></div>{near}</div>\n'
            f'<div class="subscribe-footer"><h3>{copy.say("想看更多？", "Ready for more?")}</h3><form><input type="email"><button class="button">{copy.say("訂閱", "Subscribe")}</button></form></div></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """An archive of previews."""
        rows = "".join(
            f'<div role="article" class="pencraft post-preview-card"><div class="pencraft post-preview-content"><a class="pencraft preview-title" href="{attr(c.url)}">{esc(c.title)}</a><div class="preview-sub">{esc(c.summary)}</div><div class="preview-meta"><time datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time> &bull; <span class="preview-names">{esc(c.author)}</span></div></div></div>\n'
            for c in cards
        )
        more = (
            f'<a class="button more-posts" href="{attr(older)}">{self.word("更多文章", "See more posts")}</a>'
            if older
            else ""
        )
        return f'<div class="archive-page container"><h1 class="archive-heading">{esc(heading)}</h1>\n<div class="portable-archive-list">{rows}</div>{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """The page about the letter."""
        return f'<div class="container about-page"><h1 class="page-title">{esc(heading)}</h1><div class="body markup">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'
