"""Designs of the second decade: a blog engine's theme, a page for phones, utilities, modules, elements, microdata.

Each is a layout with its own order of things; ``used`` draws their recipes.
"""

from __future__ import annotations

import json

from backissue.demo.families.layout import LINK, Layout, Sheet
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Paper
from backissue.demo.stories import Block, Picture

__all__ = ["Elements", "Itemised", "Modules", "Phone", "Tailored", "Theme"]


class Theme(Layout):
    """A blog engine's stock theme: post classes, entry header and footer, sharing inside the text, widgets, comments."""

    body_open = '<body class="single single-post single-format-standard wp-embed-responsive">'

    def top(self, paper: Paper) -> str:
        """Site branding and the primary menu."""
        items = self.menu(paper, '<li class="menu-item"><a href="{url}">{name}</a></li>', "")
        return f'<div id="page" class="hfeed site"><header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">{esc(paper.name)}</a></p><nav id="site-navigation"><ul class="menu">{items}</ul></nav></header>'

    def foot(self, paper: Paper) -> str:
        """The colophon."""
        return f'<footer id="colophon" class="site-footer"><div class="site-info">{esc(paper.rights)} <a href="/about">{self.word("關於", "About")}</a></div></footer></div>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A captioned attachment."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        url = attr(sheet.paper.picture_url(sheet.article, picture))
        return f'<figure id="attachment_{picture.number % 9999}" class="wp-caption aligncenter"><a href="{url}"><img class="size-large" src="{url}" alt=""></a><figcaption class="wp-caption-text">{esc(picture.caption)}{credit}</figcaption></figure>'

    def main(self, sheet: Sheet) -> str:
        """One post, its navigation, comments and widgets."""
        when = sheet.article.published.replace(second=0).isoformat()
        update = sheet.updated(f'<span class="updated">{self.recipe.update_label} {{}}</span>')
        author = (
            f'<span class="byline"><span class="author vcard">{sheet.byline(_author)}</span></span>'
            if sheet.printed.author
            else ""
        )
        return (
            f'<div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-{sheet.article.id}" class="post-{sheet.article.id} post type-post status-publish format-standard hentry">\n'
            f'<header class="entry-header"><h1 class="entry-title">{sheet.title}</h1><div class="entry-meta"><span class="posted-on"><a href="{attr(sheet.around.url)}" rel="bookmark"><time class="entry-date published" datetime="{when}">{sheet.date}</time></a></span> {update} {author}</div></header>\n'
            f'<div class="entry-content">\n{chr(10).join(self.blocks(sheet))}\n<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{sheet.say("分享此文：", "Share this:")}</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li></ul></div>\n'
            f'<div id="jp-relatedposts" class="jp-relatedposts"><h3>{sheet.say("相關文章", "Related")}</h3></div></div>\n'
            f'<footer class="entry-footer"><span class="cat-links"><a href="{sheet.section_url}" rel="category tag">{esc(sheet.article.section)}</a></span> <span class="tags-links">{sheet.tags(LINK, ", ")}</span></footer></article>\n'
            f'<nav class="navigation post-navigation">{sheet.noise("neighbours")}</nav>\n<div id="comments" class="comments-area">{sheet.noise("comments")}</div></main></div>\n<aside id="secondary" class="widget-area">{sheet.noise("popular", "letter-form")}</aside>'
        )


class Phone(Layout):
    """A page for phones: styles in one sheet, pictures and embeds as components, a menu that slides in, adverts within."""

    html_open = "<html amp>"
    paragraph = 'p class="amp-p"'

    def head(self, paper: Paper) -> str:
        """The runtime and the styles."""
        rules = "".join(f".c{n}{{margin:{n}px}}" for n in range(120))
        return f'<script async src="https://cdn.{paper.host}/v0.js"></script><style amp-custom>{rules}</style>'

    def top(self, paper: Paper) -> str:
        """A bar, and the menu beside it."""
        items = self.menu(paper, '<li><a href="{url}">{name}</a></li>', "")
        return f'<header class="amp-bar"><a href="/">{esc(paper.name)}</a></header><amp-sidebar id="nav" layout="nodisplay"><ul>{items}</ul></amp-sidebar>'

    def block(self, sheet: Sheet, block: Block) -> str:
        """Embeds are components, too."""
        if block.kind == "embed":
            return f'<amp-iframe width="560" height="315" layout="responsive" src="{attr(block.url)}"></amp-iframe>'
        return super().block(sheet, block)

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A picture as a component with a caption."""
        credit = f' <span class="amp-credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="amp-fig"><amp-img src="{attr(sheet.paper.picture_url(sheet.article, picture))}" width="800" height="500" layout="responsive"></amp-img><figcaption>{esc(picture.caption)}{credit}</figcaption></figure>'

    def main(self, sheet: Sheet) -> str:
        """One story with an advert in its middle."""
        pieces = self.blocks(sheet)
        pieces.insert(
            (len(pieces) + 1) // 2,
            f'<amp-ad width="300" height="250" type="slot"><div placeholder>{sheet.say("廣告", "Advertisement")}</div></amp-ad>',
        )
        by = f'<div class="amp-by">{sheet.byline()}</div>' if sheet.printed.author else ""
        update = sheet.updated(f'<div class="amp-upd">{self.recipe.update_label} {{}}</div>')
        more = "".join(
            f'<a class="amp-more" href="{attr(c.url)}"><div>{esc(c.title)}</div></a>' for c in sheet.around.related[:3]
        )
        return (
            f'<article class="amp-wp"><div class="amp-sec">{esc(sheet.article.section)}</div><h1 class="amp-h">{sheet.title}</h1>{by}<div class="amp-dt">{sheet.date}</div>{update}\n'
            f"{chr(10).join(pieces)}\n</article>\n<amp-social-share type=email></amp-social-share>\n<section>{more}</section>"
        )


class Tailored(Layout):
    """Utilities on every element, each paragraph's own among them; header, text and tags are brothers of one flat column."""

    html_open = '<html class="h-full scroll-smooth antialiased">'
    body_open = '<body class="flex min-h-full flex-col bg-white text-slate-900">'
    paragraph = 'p class="mb-5 text-lg leading-8 md:text-xl"'

    def top(self, paper: Paper) -> str:
        """A sticky bar."""
        items = self.menu(paper, '<a class="px-3 text-sm hover:underline" href="{url}">{name}</a>', "")
        return f'<nav class="sticky top-0 z-50 flex h-14 items-center"><a class="text-xl font-black" href="/">{esc(paper.name)}</a>{items}</nav>'

    def foot(self, paper: Paper) -> str:
        """A dark foot."""
        return f'<footer class="mt-auto bg-slate-900 p-8 text-sm text-white"><p>{esc(paper.rights)}</p></footer>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A picture by utilities."""
        credit = f'<span class="ml-2 text-slate-400">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="-mx-4 mb-6 md:mx-0"><img class="w-full rounded" loading="lazy" src="{attr(sheet.paper.picture_url(sheet.article, picture))}"><figcaption class="mt-2 text-sm text-slate-500">{esc(picture.caption)}{credit}</figcaption></figure>'

    def main(self, sheet: Sheet) -> str:
        """Everything in one column, with a call among the paragraphs."""
        pieces = self.blocks(sheet)
        words = sheet.say("想收到更多報道？訂閱《{letter}》。", "Want more? Sign up for {letter}.")
        call = f'<div class="my-8 rounded-lg bg-amber-50 p-4 text-center"><p class="font-bold">{words}</p></div>'
        pieces.insert(len(pieces) * 2 // 3, call)
        by = f'<span class="font-medium">{sheet.byline()}</span>' if sheet.printed.author else "<span></span>"
        update = sheet.updated(f'<span class="text-slate-400">{self.recipe.update_label} {{}}</span>')
        tags = sheet.tags('<a class="mr-2 rounded-full bg-slate-100 px-3 py-1 text-sm" href="{url}">#{tag}</a>')
        return (
            f'<main class="mx-auto w-full max-w-[720px] px-4 py-10"><a class="text-sm font-bold uppercase text-red-600" href="{sheet.section_url}">{esc(sheet.article.section)}</a>\n<h1 class="mt-2 text-3xl font-black leading-tight md:text-5xl">{sheet.title}</h1>\n'
            f'<div class="my-6 flex items-center justify-between text-sm text-slate-500">{by}<span>{sheet.date}</span>{update}</div>\n{chr(10).join(pieces)}\n<div class="mt-10">{tags}</div></main>\n'
            f'<div class="mx-auto grid w-full max-w-[1100px] gap-6 md:grid-cols-3">{sheet.noise("related-cards")}</div>'
        )


class Modules(Layout):
    """Hashed modules, the meta in a column beside the text, every paragraph in a box, the page's data in a script."""

    body_open = '<body><div id="__app">'

    def foot(self, paper: Paper) -> str:
        """The foot, and the end of the application."""
        return f'<footer class="Footer_wrap__mQ3x1"><span>{esc(paper.rights)}</span></footer></div>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """Boxes in boxes."""
        credit = f'<div class="Photo_by__1Yt0q">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="Photo_root__f8Zk2"><div class="Photo_ratio__0aKe9"><img alt="" src="{attr(sheet.paper.picture_url(sheet.article, picture))}"></div><div class="Photo_text__Tt7_b">{esc(picture.caption)}</div>{credit}</div>'

    def block(self, sheet: Sheet, block: Block) -> str:
        """Every block in a box of its own."""
        if block.kind == "p":
            return f'<div class="Block_root__Qe91a Block_text__9dSa2"><div>{spans(block.spans)}</div></div>'
        return f'<div class="Block_root__Qe91a">{super().block(sheet, block)}</div>'

    def more_head(self, sheet: Sheet) -> str:
        """The page's data once more, for the application, with its neighbours' titles among them."""
        data = {
            "page": "/story",
            "props": {"id": sheet.article.id, "more": [{"title": c.title, "url": c.url} for c in sheet.around.related]},
        }
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<script id="__DATA__" type="application/json">{words}</script>'

    def main(self, sheet: Sheet) -> str:
        """Headline across, then a column of facts beside a column of text."""
        by = f'<div class="Meta_who__k2J0d">{sheet.byline()}</div>' if sheet.printed.author else ""
        update = sheet.updated(f'<div class="Meta_upd__a77Xc">{self.recipe.update_label} {{}}</div>')
        tags = sheet.tags('<a class="Chip_root__Z0e1f" href="{url}">{tag}</a>')
        return (
            f'<div class="Page_grid__2bVx8"><div class="Hero_root__7ySd1"><div class="Hero_title__Nn31k">{sheet.title}</div></div>\n<div class="Page_side__h1Gg0"><a class="Meta_sec__Yw2p5" href="{sheet.section_url}">{esc(sheet.article.section)}</a>{by}<div class="Meta_when__dD30z">{sheet.date}</div>{update}{tags}</div>\n'
            f'<div class="Page_main__x0Plw">\n{chr(10).join(self.blocks(sheet))}\n<div class="Promo_root__e5Fz4">{sheet.noise("app")}</div></div>\n<div class="Rail_root__8uTr6">{sheet.noise("popular")}</div></div>\n{sheet.noise("comments")}'
        )


class Elements(Layout):
    """Elements of the paper's own making, with hyphens in their names, and hardly a class."""

    def top(self, paper: Paper) -> str:
        """A masthead element."""
        return f'<x-masthead><a href="/">{esc(paper.name)}</a><x-menu>{self.menu(paper, join="")}</x-menu></x-masthead>'

    def foot(self, paper: Paper) -> str:
        """An imprint element."""
        return f"<x-imprint>{esc(paper.rights)}</x-imprint>"

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A picture element with two slots."""
        credit = f'<span slot="credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<x-photo><img src="{attr(sheet.paper.picture_url(sheet.article, picture))}"><span slot="caption">{esc(picture.caption)}</span>{credit}</x-photo>'

    def main(self, sheet: Sheet) -> str:
        """An article element with its slots."""
        by = f"<x-byline>{sheet.byline()}</x-byline>" if sheet.printed.author else ""
        update = sheet.updated(f"<x-updated>{self.recipe.update_label} {{}}</x-updated>")
        more = "".join(
            f'<x-teaser><a href="{attr(c.url)}">{esc(c.title)}</a><p>{esc(c.summary)}…</p></x-teaser>'
            for c in sheet.around.related[:4]
        )
        return (
            f"<x-page><x-article><x-section>{esc(sheet.article.section)}</x-section><x-headline><h1>{sheet.title}</h1></x-headline>\n<x-meta>{by}<x-date>{sheet.date}</x-date>{update}</x-meta>\n"
            f"<x-body>\n{chr(10).join(self.blocks(sheet))}\n<x-promo>{sheet.noise('signup')}</x-promo></x-body>\n<x-tags>{sheet.tags(LINK)}</x-tags></x-article>\n<x-more>{more}</x-more></x-page>"
        )


class Itemised(Layout):
    """Microdata and nothing else for machines; the teasers below are items of the same type with titles and dates."""

    html_open = '<html itemscope itemtype="https://schema.org/WebPage">'

    def main(self, sheet: Sheet) -> str:
        """One item, and other items after it."""
        when = sheet.article.published.replace(second=0).isoformat()
        who = '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{}</span></span>'
        by = f'<p class="by">{sheet.byline(who.format)}</p>' if sheet.printed.author else ""
        tags = sheet.tags('<a itemprop="keywords" href="{url}">{tag}</a>', " ")
        more = "".join(
            f'<div itemscope itemtype="https://schema.org/NewsArticle"><a itemprop="url" href="{attr(c.url)}"><h3 itemprop="headline">{esc(c.title)}</h3></a><time itemprop="datePublished" datetime="{c.published:%Y-%m-%d}">{self.stamp(c)}</time><p itemprop="description">{esc(c.summary)}…</p></div>'
            for c in sheet.around.related[:3]
        )
        return (
            f'<section itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="articleSection">{esc(sheet.article.section)}</span><h1 itemprop="headline">{sheet.title}</h1>\n{by}<p><time itemprop="datePublished" datetime="{when}">{self.recipe.date_label}{sheet.date}</time></p>\n'
            f'<div itemprop="articleBody">\n{chr(10).join(self.blocks(sheet))}\n</div>\n<p>{tags}</p></section>\n<aside>{more}</aside>\n{sheet.noise("letter-form")}'
        )


def _author(name: str) -> str:
    """A name that leads to its author's page."""
    return f'<a class="url fn n" href="/author/{len(name)}/">{name}</a>'
