"""Designs by the engines that wrote them, with more tags than words: a wiki, a theme of blocks."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Blocks", "Wiki"]


class Wiki(Freehand):
    """2009: a newspaper kept as a wiki: the day in bold as the text's first line, links to edit at headings, categories at the foot hold section and topics."""

    name = "wiki"
    stamped = True

    def draw(self, rng: Random) -> None:
        """Whether the writer is named above or below the text."""
        self.below = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("撰文：{a}", "撰文：{a}、{b}", photo="撰文：{a}　圖片：{b}", roles=("撰文", "圖片")),
            Hand("記者 {a}", "記者 {a}、{b}", role="記者"),
        )
        self.hand_en = Hand("By {a}", "By {a} and {b}", desk="By {o}", agency="By {o}")
        self.toc = rng.random() < 0.5

    def day(self, t: datetime) -> str:
        """``2009年3月8日，星期日``; ``Sunday, March 8, 2009``."""
        return (
            f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year}"
            if self.english
            else f"{t.year}年{t.month}月{t.day}日，星期{DAYS_ZH[t.weekday()]}"
        )

    def stamp(self, t: datetime) -> str:
        """``2009年3月8日 (日) 09:05``."""
        return (
            f"{t.day} {MONTHS[t.month - 1]} {t.year}, at {t:%H:%M}"
            if self.english
            else f"{t.year}年{t.month}月{t.day}日 ({DAYS_ZH[t.weekday()]}) {t:%H:%M}"
        )

    def frame(self, page: Shell) -> str:
        """Content first, navigation after it, as the skin has it."""
        items = self.menu(page.paper, '<li class="n-{name}"><a href="{url}">{name}</a></li>')
        tabs = "".join(
            f'<li><a href="#{n}">{w}</a></li>'
            for n, w in enumerate(self.word("條目 討論 編輯 歷史", "Article Talk Edit History").split())
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" dir="ltr">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n<meta name="keywords" content="{attr(page.title)},{attr(page.paper.name)}" />\n{page.head}</head>\n<body class="mediawiki ltr ns-0 ns-subject skin-monobook">\n<div id="globalWrapper"><div id="column-content"><div id="content"><a id="top"></a>\n<div id="siteNotice"><div class="notice">{self.word("本報徵求志願編輯，請到茶館報到。", "Volunteer editors wanted: sign in at the water cooler.")}</div></div>\n'
            f'<h1 id="firstHeading" class="firstHeading">{esc(page.title)}</h1>\n<div id="bodyContent"><h3 id="siteSub">{self.word("出自", "From ")}{esc(page.paper.name)}</h3><div id="contentSub"></div><div id="jump-to-nav">{self.word("跳到：", "Jump to: ")}<a href="#column-one">{self.word("導航", "navigation")}</a></div>\n{page.main}\n<div class="visualClear"></div></div></div></div>\n'
            f'<div id="column-one"><div id="p-cactions" class="portlet"><ul>{tabs}</ul></div><div class="portlet" id="p-navigation"><h5>{self.word("導航", "Navigation")}</h5><div class="pBody"><ul><li><a href="/">{esc(page.paper.name)}</a></li>{items}</ul></div></div></div>\n<div id="footer"><ul id="f-list"><li id="copyright">{esc(page.paper.rights)}</li><li id="about"><a href="/about">{self.word("關於", "About")}</a></li></ul></div></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Headings have a link to edit them; tables the engine's class."""
        if block.kind == "h":
            return f'<h2><span class="editsection">[<a href="{attr(copy.url)}?action=edit">{copy.say("編輯", "edit")}</a>]</span> <span class="mw-headline">{spans(block.spans)}</span></h2>'
        if block.kind == "table":
            return table(block.rows, ' class="wikitable sortable"')
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A thumb in a thumb in a thumb."""
        credit = f"<br /><small>{esc(picture.credit)}</small>" if picture.credit else ""
        src = self.source(copy, picture)
        return f'<div class="thumb tright"><div class="thumbinner" style="width:302px;"><a href="{src}" class="image"><img alt="" src="{src}" width="300" class="thumbimage" /></a> <div class="thumbcaption"><div class="magnify"><a href="{src}" class="internal" title="{copy.say("放大", "Enlarge")}"><img src="/skins/magnify-clip.png" width="15" alt="" /></a></div>{esc(picture.caption)}{credit}</div></div></div>'

    def story(self, copy: Copy) -> str:
        """The day, the text, where it comes from, categories, and when the page was last changed."""
        by = copy.signed('<p class="byline"><i>{}</i></p>')
        pieces = self.blocks(copy)
        titles = [b.text for b in copy.version.blocks if b.kind == "h"]
        if self.toc and len(titles) > 1:
            lines = "".join(
                f'<li class="toclevel-1"><a href="#h{n}"><span class="tocnumber">{n}</span> <span class="toctext">{esc(t)}</span></a></li>'
                for n, t in enumerate(titles, 1)
            )
            pieces.insert(
                1,
                f'<table id="toc" class="toc"><tr><td><div id="toctitle"><h2>{copy.say("目錄", "Contents")}</h2></div><ul>{lines}</ul></td></tr></table>',
            )
        changed = copy.changed(
            f'<p id="lastmod">{copy.say("本頁最後修改於 ", "This page was last modified on ")}{{}}{copy.say("。", ".")}</p>'
        )
        kinds = f'<a href="{copy.section_url}" title="Category:{copy.section}">{copy.section}</a>'
        topics = copy.tags('<a href="{url}">{tag}</a>', " | ")
        return (
            f'<p><b>{copy.day}</b></p>\n{"" if self.below else by}\n{chr(10).join(pieces)}\n{by if self.below else ""}\n<h2><span class="mw-headline">{copy.say("分享本文", "Have an opinion on this story?")}</span></h2><p class="opinion"><a href="#talk">{copy.say("到留言頁寫下你的看法", "Post your thoughts on the talk page")}</a></p>\n'
            f'<div class="relatedwiki"><b>{copy.say("相關新聞", "Related news")}</b><ul>{copy.others("<li>“<a href=`{url}`>{title}</a>” — {day}</li>", 2)}</ul></div>\n'
            f'<div id="catlinks" class="catlinks"><div id="mw-normal-catlinks"><a href="/Special:Categories">{copy.say("欄目", "Section")}</a>: {kinds}</div><div id="mw-topic-catlinks"><a href="/Special:Topics">{copy.say("主題", "Topics")}</a>: {topics}</div></div>\n{changed}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:  # noqa: ARG002  (the frame has it)
        """A dynamic list."""
        rows = "".join(
            f'<li>{c.published.month}月{c.published.day}日：<a href="{attr(c.url)}" title="{attr(c.title)}">{esc(c.title)}</a></li>'
            if not self.english
            else f'<li>{c.published.day} {MONTHS[c.published.month - 1]} {c.published.year}: <a href="{attr(c.url)}">{esc(c.title)}</a></li>'
            for c in cards
        )
        more = f'<p>(<a href="{attr(older)}">{self.word("下一頁", "next page")}</a>)</p>' if older else ""
        return f'<div class="dpl"><ul>{rows}</ul></div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:  # noqa: ARG002  (the frame has it)
        """Plain text."""
        return "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)


class Blocks(Freehand):
    """2022: a theme made of blocks: no header apart, other posts in a loop with the very same classes, the writer with a life story at the end."""

    name = "blocks"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the letter's box stands, and what machines hear."""
        self.box_at = rng.random()
        self.graph = rng.random() < 0.5
        self.sep = choose(rng, " – ", " — ", " · ")
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("文：{a}", "文：{a}、{b}", photo="文：{a}　圖：{b}", role="文", roles=("文", "圖")),
        )
        self.slashes = rng.random() < 0.5

    def day(self, t: datetime) -> str:
        """``2022 年 3 月 8 日`` with the spaces of its time."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}/{t.month:02d}/{t.day:02d}" if self.slashes else f"{t.year} 年 {t.month} 月 {t.day} 日"

    def stamp(self, t: datetime) -> str:
        """The same, with the hour."""
        return f"{self.day(t)} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """Template parts around it."""
        items = self.menu(
            page.paper,
            '<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content" href="{url}"><span class="wp-block-navigation-item__label">{name}</span></a></li>',
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1" />\n<title>{esc(page.title)}{self.sep}{esc(page.paper.name)}</title>\n{page.head}<style id="global-styles-inline-css">body{{--wp--preset--color--black:#000;--wp--preset--gradient--dusk:linear-gradient(90deg,#222,#555)}}</style>\n</head>\n<body class="{"post-template-default single single-post" if page.is_story else "archive"} wp-embed-responsive">\n<a class="skip-link screen-reader-text" href="#wp--skip-link--target">{self.word("跳至主要內容", "Skip to content")}</a>\n<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group alignwide is-layout-flex"><p class="wp-block-site-title"><a href="/" rel="home">{esc(page.paper.name)}</a></p><nav class="wp-block-navigation"><ul class="wp-block-navigation__container">{items}</ul></nav></div></header>\n'
            f'{page.main}\n<footer class="wp-block-template-part"><div class="wp-block-group"><p class="has-small-font-size">{esc(page.paper.rights)}</p><p><a href="/about">{self.word("關於", "About")}</a></p></div></footer></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A canonical link and, in half of the papers, Open Graph."""
        out = f'<link rel="canonical" href="{attr(copy.url)}" />\n'
        if self.graph:
            out += f'<meta property="og:title" content="{attr(copy.version.title)}{self.sep}{attr(copy.paper.name)}" />\n<meta property="og:type" content="article" />\n<meta property="og:description" content="{attr(copy.lead)} […]" />\n'
        return out

    def block(self, copy: Copy, block: Block) -> str:
        """Every block has the name of its kind."""
        if block.kind == "h":
            return f'<h2 class="wp-block-heading">{spans(block.spans)}</h2>'
        if block.kind == "quote":
            return f'<blockquote class="wp-block-quote is-layout-flow"><p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "table":
            return f'<figure class="wp-block-table is-style-stripes">{table(block.rows)}</figure>'
        if block.kind == "embed":
            return f'<figure class="wp-block-embed is-type-video is-provider-video"><div class="wp-block-embed__wrapper"><iframe title="video" width="500" height="281" src="{attr(block.url)}" frameborder="0" allowfullscreen></iframe></div></figure>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A block, its caption, its credit within."""
        credit = f" <em>{esc(picture.credit)}</em>" if picture.credit else ""
        return f'<figure class="wp-block-image size-large"><img decoding="async" loading="lazy" src="{self.source(copy, picture)}" alt="" class="wp-image-{picture.number % 9999}" /><figcaption class="wp-element-caption">{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Title, picture-less meta row, content with two boxes within, terms, writer, remarks, the loop."""
        t = copy.article.published
        pieces = self.blocks(copy)
        box = (
            f'<div class="wp-block-group has-background has-pale-cyan-blue-background-color is-layout-constrained"><h3 class="wp-block-heading">{copy.say("別錯過任何報道", "Never miss a story")}</h3><p class="has-small-font-size">{copy.say("每周一封《{letter}》，直送你的信箱。", "One {letter} a week, straight to your inbox.")}</p>'
            f'<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/subscribe">{copy.say("訂閱", "Subscribe")}</a></div></div></div>'
        )
        pieces.insert(1 + int(self.box_at * max(1, len(pieces) - 1)), box)
        if len(pieces) > 6:
            pieces.insert(
                5,
                f'<ul class="wp-block-latest-posts__list wp-block-latest-posts">{copy.others("<li><a class=`wp-block-latest-posts__post-title` href=`{url}`>{title}</a></li>", 2)}</ul>',
            )
        changed = copy.changed(
            f'<div class="wp-block-group is-layout-flex"><p>{copy.say("更新：", "Updated: ")}</p><div class="wp-block-post-date__modified-date wp-block-post-date">{{}}</div></div>'
        )
        life = copy.say("《{name}》記者。曾任教師，養兩隻貓。", "Writes for {name}. A former teacher with two cats.")
        who = copy.signed(
            f'<div class="wp-block-post-author"><div class="wp-block-post-author__avatar"><img src="/a/{copy.article.index % 9}.jpg" alt="" /></div><div class="wp-block-post-author__content"><p class="wp-block-post-author__name">{{}}</p><p class="wp-block-post-author__bio">{life}</p></div></div>'
        )
        loop = copy.others(
            '<li class="wp-block-post post type-post"><h3 class="wp-block-post-title"><a href="{url}">{title}</a></h3><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{lead}…</p></div><div class="wp-block-post-date"><time datetime="{day}T08:00:00+00:00">{day}</time></div></li>',
            3,
        )
        remarks = copy.remarks(
            '<li class="comment"><div class="wp-block-comment-author-name">{who}</div><div class="wp-block-comment-date">{when}</div><div class="wp-block-comment-content"><p>{what}</p></div></li>'
        )
        return (
            f'<main id="wp--skip-link--target" class="wp-block-group is-layout-flow"><div class="wp-block-group has-global-padding is-layout-constrained"><h1 class="wp-block-post-title has-x-large-font-size">{copy.title}</h1>\n<div class="wp-block-template-part"><div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time datetime="{t.replace(second=0).isoformat()}">{copy.day}</time></div><div class="taxonomy-category wp-block-post-terms"><a href="{copy.section_url}" rel="tag">{copy.section}</a></div>{changed}</div></div></div>\n'
            f'<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">\n{chr(10).join(pieces)}\n</div>\n<div class="wp-block-group"><div class="taxonomy-post_tag wp-block-post-terms"><span class="wp-block-post-terms__prefix">{copy.say("標籤：", "Tags: ")}</span>{copy.tags("<a href=`{url}` rel=`tag`>{tag}</a>", "<span class=`wp-block-post-terms__separator`>, </span>")}</div></div>\n{who}\n'
            f'<div class="wp-block-comments"><h2 class="wp-block-comments-title">{copy.say("迴響", "Responses")}</h2><ol class="wp-block-comment-template">{remarks}</ol></div>\n<div class="wp-block-query alignwide"><h2 class="wp-block-heading">{copy.say("更多文章", "More posts")}</h2><ul class="wp-block-post-template is-flex-container columns-3">{loop}</ul></div></main>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The query loop."""
        rows = "".join(
            f'<li class="wp-block-post post type-post"><h2 class="wp-block-post-title"><a href="{attr(c.url)}" target="_self">{esc(c.title)}</a></h2><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{esc(c.summary)}…</p></div><div class="wp-block-post-date"><time datetime="{c.published.isoformat()}">{self.day(c.published)}</time></div></li>\n'
            for c in cards
        )
        more = (
            f'<nav class="wp-block-query-pagination"><a href="{attr(older)}" class="wp-block-query-pagination-next">{self.word("下一頁", "Next Page")}</a></nav>'
            if older
            else ""
        )
        return f'<main class="wp-block-group"><h1 class="wp-block-query-title">{esc(heading)}</h1><div class="wp-block-query"><ul class="wp-block-post-template">{rows}</ul>{more}</div></main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of paragraphs."""
        return f'<main class="wp-block-group"><h1 class="wp-block-post-title">{esc(heading)}</h1><div class="entry-content wp-block-post-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></main>'
