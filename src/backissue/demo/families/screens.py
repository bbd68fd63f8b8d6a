"""Designs of the second ten, pages made for screens: a magazine theme, a railed tabloid, a static export, an endless page, a columnist's page.

Each is a layout with its own order of things; ``second`` draws their recipes.
"""

from __future__ import annotations

import json

from backissue.demo.families.layout import LINK, Layout, Sheet
from backissue.demo.html import attr, esc
from backissue.demo.paper import Paper
from backissue.demo.stories import Picture

__all__ = ["Columnist", "Endless", "Exported", "Magnate", "Railed"]


class Magnate(Layout):
    """A magazine theme of 2016 with a plugin that tells machines what it guesses: the clerk as author, a shortened headline."""

    body_open = '<body class="post-template-default single single-post td-full-layout" itemscope itemtype="https://schema.org/WebPage">'

    def top(self, paper: Paper) -> str:
        """Header with a mobile menu twice."""
        items = self.menu(paper, '<li class="menu-item"><a href="{url}">{name}</a></li>', "")
        return f'<div id="td-mobile-nav"><ul class="td-mobile-main-menu">{items}</ul></div><div id="td-outer-wrap"><header class="td-header-wrap"><a class="td-main-logo" href="/">{esc(paper.name)}</a><ul class="sf-menu">{items}</ul></header>'

    def foot(self, paper: Paper) -> str:
        """Sub footer."""
        return f'<div class="td-sub-footer-container"><div class="td-sub-footer-copy">{esc(paper.rights)}</div><ul class="td-subfooter-menu"><li><a href="/about">{self.word("關於我們", "About us")}</a></li></ul></div></div>'

    def more_head(self, sheet: Sheet) -> str:
        """What the plugin says."""
        data = {
            "@context": "https://schema.org", "@type": "Article", "headline": sheet.version.title[:8], "author": {"@type": "Person", "name": "admin"},
            "publisher": {"@type": "Organization", "name": sheet.paper.name}, "mainEntityOfPage": sheet.around.url,
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<script type="application/ld+json">{words}</script>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A figure with a caption."""
        credit = f' <span class="td-photo-credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="wp-block-image size-large"><img class="wp-image-{picture.number % 997}" src="{attr(sheet.paper.picture_url(sheet.article, picture))}" alt=""><figcaption>{esc(picture.caption)}{credit}</figcaption></figure>'

    def main(self, sheet: Sheet) -> str:
        """Crumbs, categories as labels, headline, facts, shares, text with a block within, tags, author's box, related."""
        by = f'<div class="td-post-author-name">{sheet.byline()}</div>' if sheet.printed.author else ""
        update = sheet.updated(f'<span class="td-post-upd">{self.recipe.update_label} {{}}</span>')
        pieces = self.blocks(sheet)
        inner = "".join(
            f'<div class="td_module_6"><h3 class="entry-title td-module-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><span class="td-post-date">{self.stamp(c)}</span></div>'
            for c in sheet.around.related[:2]
        )
        pieces.insert(
            len(pieces) // 2,
            f'<div class="td_block_wrap td_block_9 td_with_ajax_pagination"><h4 class="block-title"><span>{sheet.say("延伸閱讀", "More on this")}</span></h4>{inner}</div>',
        )
        tags = sheet.tags('<li><a href="{url}">{tag}</a></li>')
        return (
            f'<div class="td-main-content-wrap"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="/">{sheet.say("首頁", "Home")}</a></span> <i class="td-icon-right"></i> <span><a class="entry-crumb" href="{sheet.section_url}">{esc(sheet.article.section)}</a></span></div></div>\n'
            f'<div class="td-pb-row"><div class="td-pb-span8 td-main-content"><article id="post-{sheet.article.id}" class="post type-post"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="{sheet.section_url}">{esc(sheet.article.section)}</a></li></ul>\n'
            f'<header class="td-post-title"><h1 class="entry-title">{sheet.title}</h1><div class="td-module-meta-info">{by}<span class="td-post-date"><time class="entry-date updated td-module-date">{sheet.date}</time></span>{update}<div class="td-post-views"><i class="td-icon-views"></i><span>{sheet.around.salt % 4001}</span></div></div></header></div>\n'
            f'<div class="td-post-sharing">{sheet.noise("share")}</div><div class="td-post-content tagdiv-type">\n{chr(10).join(pieces)}\n</div>\n<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>{sheet.say("標籤", "TAGS")}</span></li>{tags}</ul></div>\n'
            f'<div class="author-box-wrap">{sheet.noise("author-box")}</div></footer></article>{sheet.noise("related-cards", "comments")}</div>\n<div class="td-pb-span4 td-main-sidebar">{sheet.noise("popular", "letter-form")}</div></div></div>'
        )


class Railed(Layout):
    """A tabloid whose rail of teasers comes first in the source and is larger than the story; the first picture stands above the text."""

    def top(self, paper: Paper) -> str:
        """A loud masthead."""
        return f'<div class="masthead-wrap"><div class="mol-logo"><a href="/">{esc(paper.name)}</a></div><nav class="nav-primary">{self.menu(paper, join="")}</nav></div>'

    def foot(self, paper: Paper) -> str:
        """Nothing much."""
        return f'<div class="page-foot"><span class="copyright">{esc(paper.rights)}</span><a href="/about">{self.word("聯絡我們", "Contact")}</a></div>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """Split captions."""
        credit = f'<p class="imageCredit">{esc(picture.credit)}</p>' if picture.credit else ""
        return f'<div class="artSplitter"><div class="image-wrap"><img class="blkBorder" data-src="{attr(sheet.paper.picture_url(sheet.article, picture))}" src="/i/blank.gif"></div><p class="imageCaption">{esc(picture.caption)}</p>{credit}</div>'

    def main(self, sheet: Sheet) -> str:
        """The rail, then the story."""
        rail = "".join(
            f'<div class="puff"><a href="{attr(c.url)}"><img src="/thumb/{n}.jpg" alt=""><strong>{esc(c.title)}</strong></a><p>{esc(c.summary)}…</p><span class="age">{self.stamp(c)}</span></div>'
            for n, c in enumerate((*sheet.around.related, *sheet.around.related[:2]))
        )
        by = (
            f'<p class="author-section">{sheet.byline(lambda name: f"<b>{name}</b>")}</p>'
            if sheet.printed.author
            else ""
        )
        update = sheet.updated(f' | <span class="article-timestamp-updated">{self.recipe.update_label}: {{}}</span>')
        pieces = self.blocks(sheet)
        words = sheet.say("分享此文", "Share this article")
        pieces.insert(
            min(2, len(pieces)),
            f'<div class="shareArticles"><h3>{words}</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li></ul></div>',
        )
        return (
            f'<div id="content"><div class="beta" role="complementary"><h3>{sheet.say("不要錯過", "DON’T MISS")}</h3>{rail}{sheet.noise("app")}</div>\n<div class="alpha"><div class="articleWide cleared" data-section="{attr(sheet.article.section)}"><span class="channel-flag">{esc(sheet.article.section)}</span><h2>{sheet.title}</h2>\n{by}\n'
            f'<p class="byline-section"><span class="article-timestamp-published">{self.recipe.date_label}{sheet.date}</span>{update}</p>\n<div itemprop="articleBody">\n{chr(10).join(pieces)}\n</div>\n<div class="tagcloud-inline">{sheet.say("更多關於：", "Read more: ")}{sheet.tags(LINK, " ")}</div>{sheet.noise("comments")}</div></div></div>'
        )


class Exported(Layout):
    """A site exported to plain files from a generator's stock theme with microformats."""

    html_open = '<html lang="und">'

    def top(self, paper: Paper) -> str:
        """Site header."""
        items = self.menu(paper, '<a class="page-link" href="{url}">{name}</a>', "")
        return f'<header class="site-header" role="banner"><div class="wrapper"><a class="site-title" rel="author" href="/">{esc(paper.name)}</a><nav class="site-nav"><div class="trigger">{items}</div></nav></div></header>'

    def foot(self, paper: Paper) -> str:
        """Site footer."""
        return f'<footer class="site-footer h-card"><div class="wrapper"><p class="rss-subscribe"><a href="/about">{self.word("關於", "about")}</a></p><p>{esc(paper.rights)}</p></div></footer>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A picture and a line in italics."""
        credit = f" ({esc(picture.credit)})" if picture.credit else ""
        return f'<p class="photo"><img src="{attr(sheet.paper.picture_url(sheet.article, picture))}" alt="{attr(picture.caption)}" /><em>{esc(picture.caption)}{credit}</em></p>'

    def main(self, sheet: Sheet) -> str:
        """One entry."""
        by = f' • <span class="post-author p-author h-card">{sheet.byline()}</span>' if sheet.printed.author else ""
        update = sheet.updated(
            f' <span class="meta-label">{self.recipe.update_label}:</span> <span class="dt-updated">{{}}</span>'
        )
        tags = sheet.tags('<a class="p-category" href="{url}">#{tag}</a>', " ")
        return (
            f'<main class="page-content" aria-label="Content"><div class="wrapper"><article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">{sheet.title}</h1><p class="post-meta"><time class="dt-published">{sheet.date}</time>{by}{update} • <a class="post-section" href="{sheet.section_url}">{esc(sheet.article.section)}</a></p></header>\n'
            f'<div class="post-content e-content">\n{chr(10).join(self.blocks(sheet))}\n</div><p class="post-tags">{tags}</p><a class="u-url" href="{attr(sheet.around.url)}" hidden></a></article>\n<div class="pager">{sheet.noise("neighbours")}</div></div></main>'
        )


class Endless(Layout):
    """A page that goes on: below the story stand the openings of the next ones, in sections just like the first."""

    body_open = '<body class="reader"><div id="stream">'

    def foot(self, paper: Paper) -> str:
        """The end of the stream."""
        return (
            f'</div><div class="stream-end"><a href="/about">{self.word("關於", "About")}</a> {esc(paper.rights)}</div>'
        )

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A lazy picture in a ratio box."""
        credit = f'<span class="stream-photo__credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="stream-photo"><div class="ratio" style="padding-top:62%"><img class="lazy" data-src="{attr(sheet.paper.picture_url(sheet.article, picture))}" alt=""></div><figcaption class="stream-photo__caption">{esc(picture.caption)} {credit}</figcaption></figure>'

    def main(self, sheet: Sheet) -> str:
        """The story, then three more begun."""
        by = f'<div class="stream-item__author">{sheet.byline()}</div>' if sheet.printed.author else ""
        update = sheet.updated(f'<div class="stream-item__updated">{self.recipe.update_label} {{}}</div>')
        more = "".join(
            f'<section class="stream-item stream-item--next" data-url="{attr(c.url)}"><h1 class="stream-item__title"><a href="{attr(c.url)}">{esc(c.title)}</a></h1><div class="stream-item__author">{esc(c.author)}</div><div class="stream-item__time">{self.stamp(c)}</div><div class="stream-item__text"><p>{esc(c.summary)}…</p></div></section>'
            for c in sheet.around.related[:3]
        )
        return (
            f'<section class="stream-item stream-item--current" data-id="{sheet.article.id}"><div class="stream-item__kicker">{esc(sheet.article.section)}</div><h1 class="stream-item__title">{sheet.title}</h1>\n{by}<div class="stream-item__time">{sheet.date}</div>{update}\n'
            f'<div class="stream-item__text">\n{chr(10).join(self.blocks(sheet))}\n</div><div class="stream-item__tags">{sheet.tags(LINK, "、")}</div>{sheet.noise("share")}</section>\n{more}'
        )


class Columnist(Layout):
    """A page of opinion in two languages' frame: the writer's head and name in a box beside the headline, the day in both calendars."""

    def top(self, paper: Paper) -> str:
        """Two names, two menus."""
        items = self.menu(paper, '<li><a href="{url}">{name}</a></li>', "")
        return f'<div id="mast"><h2><a href="/">{esc(paper.name)}</a> <small lang="en">{esc(paper.english)}</small></h2><div class="lang"><a href="/?lang=zh">中文</a> <a href="/?lang=en">English</a></div><ul class="menu-zh">{items}</ul></div>'

    def foot(self, paper: Paper) -> str:
        """Rights in both languages."""
        return f'<div id="base"><p>{esc(paper.rights)} All rights reserved.</p><a href="/about">{self.word("關於我們", "About us")}</a></div>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A definition list: the picture is the term, its words the definition."""
        credit = f'<dd class="by">{esc(picture.credit)}</dd>' if picture.credit else ""
        return f'<dl class="pic"><dt><img src="{attr(sheet.paper.picture_url(sheet.article, picture))}"></dt><dd class="words">{esc(picture.caption)}</dd>{credit}</dl>'

    def main(self, sheet: Sheet) -> str:
        """The writer's box, the headline, the text in the middle column, others' columns at both sides."""
        who = (
            f'<div class="writer"><img src="/heads/{sheet.article.index % 12}.png" alt=""><span class="writer-name">{sheet.byline()}</span></div>'
            if sheet.printed.author
            else ""
        )
        left = "".join(
            f'<li><a href="{attr(c.url)}">{esc(c.title)}</a><br><i>{esc(c.author)}</i></li>'
            for c in sheet.around.related[:4]
        )
        return (
            f'<div id="three"><div id="left"><h4>{sheet.say("其他專欄", "Other columns")}</h4><ul>{left}</ul></div>\n<div id="middle"><div class="shelf"><a href="{sheet.section_url}">{esc(sheet.article.section)}</a></div>{who}<h1 class="headline">{sheet.title}</h1><div class="dateline">{sheet.date} <span class="alt">({sheet.article.published:%a})</span></div>\n'
            f'<div class="words-of-column">\n{chr(10).join(self.blocks(sheet))}\n{sheet.noise("signup-line")}</div><div class="topics">{sheet.say("話題", "Topics")}: {sheet.tags(LINK, ", ")}</div></div>\n<div id="right">{sheet.noise("letter-form", "popular")}</div></div>'
        )
