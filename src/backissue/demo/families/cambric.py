"""A design to judge by: a non-profit local newsroom of 2016 on a free theme for such newsrooms."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Billhook(Freehand):
    """2016: a theme for non-profit newsrooms: top term, headline, a byline in one heading with day and hour, a row of sharing that sticks, hero or inset pictures with modules' captions, a newsletter module within the text, filed-under list, who wrote as a card with a portrait, republishing terms."""

    name = "billhook"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether the card of the writer is shown, where the letter module stands, how it signs."""
        self.card = rng.random() < 0.6
        self.letter = 2 + int(rng.random() * 3)
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("採訪：{a}", "採訪：{a}、{b}", role="採訪"))
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2016 9:05 pm``; ``2016年3月8日 21:05``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t.year} {clock(t, 'am', 'pm')}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A global bar, the masthead, a bar of menus, content and widgets, boilerplate for donors."""
        paper = page.paper
        menu = self.menu(paper, '<li class="menu-item menu-item-type-taxonomy"><a href="{url}">{name}</a></li>', "\n")
        return (
            f'<!DOCTYPE html>\n<html class="no-js" lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1.0">\n<title>{esc(page.title)} | {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/wp-content/themes/newsroom/css/style.min.css?ver=0.5.5">\n</head>\n<body class="{"post-template-default single single-post normal" if page.is_story else "archive"}">\n<div id="top"></div>\n<div class="global-nav-bg"><div class="global-nav"><nav id="top-nav" class="span12"><a class="visuallyhidden" href="#main">{self.word("跳到內容", "Skip to content")}</a><div class="top-menu-last"><a class="donate-link" href="/donate"><i class="icon-heart"></i>{self.word("捐款", "Donate Now")}</a></div></nav></div></div>\n'
            f'<div id="page" class="hfeed clearfix">\n<div id="site-header"><header id="main-header" class="clearfix"><h2 class="siteName"><a itemprop="url" href="/">{esc(paper.name)}</a></h2></header></div>\n<nav id="main-nav" class="navbar clearfix"><div class="navbar-inner"><ul class="nav">\n{menu}\n</ul></div></nav>\n<div id="main" class="row-fluid clearfix">\n{page.main}\n</div>\n</div>\n'
            f'<div class="footer-bg clearfix"><footer id="site-footer"><div id="supplementary" class="row-fluid _4col"><aside class="widget widget-1"><h3 class="widgettitle">{self.word("關於本站", "About this site")}</h3><p>{self.word("非牟利地區新聞編輯室。", "A non-profit local newsroom.")} <a href="/about">{self.word("更多", "More")}</a></p></aside></div><div id="boilerplate"><p class="footer-credit">{esc(paper.rights)}</p><p class="back-to-top"><a href="#top">{self.word("回頁首", "Back to top")} &uarr;</a></p></div></footer></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What plugins say."""
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:description" content="{attr(copy.lead)}">\n<meta property="og:type" content="article">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's tags; notes in a box."""
        if block.kind == "note":
            return f'<p class="correction"><em>{spans(block.spans)}</em></p>'
        if block.kind == "embed":
            return f'<p><span class="embed-youtube"><iframe class="youtube-player" src="{attr(block.url)}" allowfullscreen="true"></iframe></span></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image module."""
        credit = f'<p class="wp-media-credit">{esc(picture.credit)}</p>' if picture.credit else ""
        return f'<div class="module image right half" style="max-width:336px"><img class="size-medium" src="{self.source(copy, picture)}" alt="" width="336">{credit}<p class="wp-caption-text">{esc(picture.caption)}</p></div>'

    def story(self, copy: Copy) -> str:
        """Top term, headline, byline heading, sharing, text with the module, terms, card, republish, next, widgets."""
        pieces = self.blocks(copy)
        if len(pieces) > self.letter:
            pieces.insert(self.letter, f'<aside class="module type-pull-quote newsletter-signup"><h3>{copy.say("訂閱《{letter}》", "Get {letter}")}</h3><p>{copy.say("每周一次，直達信箱。", "Once a week, in your inbox.")}</p><form><input type="email"><input type="submit" class="btn" value="{copy.say("訂閱", "Subscribe")}"></form></aside>')  # fmt: skip
        by = copy.signed(
            '<span class="by-author"><span class="author vcard" itemprop="author">{}</span></span><span class="sep"> | </span>'
        )
        changed = copy.changed(f'<p class="last-updated">{copy.say("最後更新：", "Last updated: ")}{{}}</p>')
        words = copy.tags("<li class=`post-tag-link`><a href=`{url}`>{tag}</a></li>")
        words = f'<h5 class="tag-list">{copy.say("標籤：", "Read more about:")}</h5><ul>{words}</ul>' if words else ""
        card = "".join(
            f'<div class="author-box row-fluid author vcard clearfix"><img class="avatar" src="/avatars/{k}.jpg" width="96" alt=""><h3 class="widgettitle">{copy.say("關於作者", "About the author")}</h3><p>{copy.say("在本站報道地區議會。", "Covers the council for this site.")}</p></div>\n'
            for k in range(1 if self.card and copy.said.people else 0)
        )
        recent = copy.others("<li><a href=`{url}`>{title}</a></li>", 4)
        return (
            f'<div id="content" class="span8" role="main">\n<article id="post-{copy.article.id}" class="hnews item post type-post hentry clearfix">\n<header>\n<h5 class="top-tag"><a class="post-category-link" href="{copy.section_url}">{copy.section}</a></h5>\n<h1 class="entry-title" itemprop="headline">{copy.title}</h1>\n<h5 class="byline">{by}<time class="entry-date updated dtstamp pubdate">{copy.day}</time></h5>\n<div class="post-social clearfix"><span class="facebook"><a href="#">{copy.say("分享", "Share")}</a></span><span class="print"><a href="#">{copy.say("列印", "Print")}</a></span></div>\n</header>\n'
            f'<section class="entry-content clearfix" itemprop="articleBody">\n{chr(10).join(pieces)}\n</section>\n<footer class="post-meta bottom-meta">{words}{changed}</footer>\n</article>\n{card}<div class="republish module"><h3>{copy.say("轉載本文", "Republish this story")}</h3><p>{copy.say("可按共享創意條款轉載。", "You may republish under a Creative Commons licence.")}</p></div>\n</div>\n<aside id="sidebar" class="span4"><div class="widget-area"><aside class="widget"><h3 class="widgettitle">{copy.say("最新", "Recent Posts")}</h3><ul>{recent}</ul></aside></div></aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Posts in a river."""
        rows = "\n".join(f'<article class="post type-post hentry clearfix"><h5 class="top-tag">{esc(c.section)}</h5><h2 class="entry-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><h5 class="byline">{esc(c.author)} | <time>{self.day(c.published)}</time></h5><div class="entry-content"><p>{esc(c.summary)}</p></div></article>' for c in cards)  # fmt: skip
        more = (
            f'\n<nav id="nav-below" class="pager post-nav"><div class="next"><a href="{attr(older)}">{self.word("載入更多", "Load more posts")}</a></div></nav>'
            if older
            else ""
        )
        return f'<div id="content" class="span8 stories" role="main"><header class="category-background"><h1 class="page-title">{esc(heading)}</h1></header>\n{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div id="content" class="span12"><article class="page type-page"><h1 class="entry-title">{esc(heading)}</h1><section class="entry-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</section></article></div>'


DESIGNS: tuple[type[Freehand], ...] = (Billhook,)
ADDRESSES: dict[str, Form] = {"slug-at-root/": Form(lambda _p, a, _v: f"/{a.published:%Y}/{ascii_slug(a)}-{a.id}/")}
