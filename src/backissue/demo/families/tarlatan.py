"""A neighbourhood newspaper kept as a folder of Markdown files, built by a static-site generator, 2015 to 2022."""

from __future__ import annotations

import json
import re
from datetime import datetime
from random import Random
from zlib import crc32

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


def _anchor(text: str) -> str:
    """The id that a generator makes of a heading."""
    return re.sub(r"\W+", "-", text.lower()).strip("-") or "section"


class Hoopoe(Freehand):
    """2015 to 2022: static pages from Markdown: a post header with time, minutes of reading, categories and tags, figures by shortcode, corrections as footnotes, older and newer, a footer that says what built it."""

    name = "hoopoe"
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """Which generator, where the signature and the taxonomies stand, how days are written."""
        self.hugo = rng.random() < 0.5
        self.timed = rng.random() < 0.5  # days from file names have no hour; front matter may
        self.place = choose(rng, "meta", "line", "end")
        label = choose(rng, "", self.word("作者：", "Author: "), self.word("發佈：", "Posted by "))
        bare = rng.random() < 0.5  # a label goes before bare names alone
        self.label = label if bare else ""
        self.low = rng.random() < 0.6  # tags under the text
        self.toc = rng.random() < 0.4
        self.dates = choose(rng, 0, 1, 2)
        self.hand = (
            Hand("{a}", "{a}、{b}", placed="{a}（{p}）", photo="{a} 文／{b} 攝", roles=("文", "攝"))
            if bare
            else choose(
                rng,
                Hand("採訪 {a}", "採訪 {a} {b}", photo="採訪 {a} · 拍攝 {b}", role="採訪", roles=("採訪", "拍攝")),
                Hand("{a}報道", "{a}、{b}報道", placed="{a}{p}報道", desk="{o}整理", agency="{o}電"),
            )
        )
        self.hand_en = (
            Hand("{a}", "{a} & {b}", placed="{a} ({p})", photo="{a} (words), {b} (pictures)", roles=("words", "pictures"))
            if bare
            else Hand("Reported by {a}", "Reported by {a} and {b}", placed="Reported by {a} from {p}", desk="Compiled by {o}", agency="via {o}")
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``08 Mar 2016``, ``Tue, Mar 8, 2016``, ``2016-03-08``; ``2016/03/08``, ``2016 年 3 月 8 日``."""
        if self.dates == 2:
            return f"{t:%Y-%m-%d}"
        month = MONTHS[t.month - 1][:3]
        if self.dates:
            return f"{t.day:02d} {month} {t.year}" if self.english else f"{t:%Y/%m/%d}"
        return (
            f"{DAYS[t.weekday()][:3]}, {month} {t.day}, {t.year}" if self.english else f"{t.year} 年 {t.month} 月 {t.day} 日"
        )  # fmt: skip

    def iso(self, t: datetime) -> str:
        """What machines are told: midnight where the file's name is all that gives the day."""
        return (t if self.timed else t.replace(hour=0, minute=0, second=0, microsecond=0)).isoformat(timespec="seconds")

    def machine(self, copy: Copy) -> str:
        """One generator's plug-in speaks of the site's author; the other's partial has cards and no author."""
        home, title, lead, at = f"https://{copy.paper.home}", attr(copy.version.title), attr(copy.lead), self.iso(copy.article.published)  # fmt: skip
        og = f'<meta property="og:title" content="{title}" />\n<meta name="description" content="{lead}" />\n<meta property="og:description" content="{lead}" />\n<meta property="og:type" content="article" />\n<meta property="article:published_time" content="{at}" />'
        if self.hugo:
            return f'{og}\n<meta property="article:section" content="post" />\n<meta name="twitter:card" content="summary" />'
        facts = {"@context": "https://schema.org", "@type": "BlogPosting", "headline": copy.version.title, "datePublished": at, "author": {"@type": "Organization", "name": copy.paper.name}, "publisher": {"@type": "Organization", "name": copy.paper.name, "logo": {"@type": "ImageObject", "url": f"{home}/assets/images/logo.png"}}}  # fmt: skip
        told = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        return f'<!-- SEO plugin -->\n{og}\n<meta name="author" content="{attr(copy.paper.name)}" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n<script type="application/ld+json">\n{told}</script>\n<!-- End SEO plugin -->'

    def frame(self, page: Shell) -> str:
        """A bar with a menu behind a checkbox, the main column, a footer of three short columns."""
        paper = page.paper
        now = page.section if page.is_story else ""
        menu = self.menu(paper, '<a class="page-link{on}" href="{url}">{name}</a>\n', now=now, current=" active")
        made = '<meta name="generator" content="Hugo 0.68.3" />' if self.hugo else '<meta name="generator" content="Jekyll v3.9.0" />'  # fmt: skip
        engine = "Hugo" if self.hugo else "Jekyll"
        build = f"{crc32(paper.name.encode()):08x}"[:7]
        return f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{esc(page.title)} {"·" if self.hugo else "|"} {esc(paper.name)}</title>\n{made}\n{page.head}\n<link rel="stylesheet" href="/assets/{"css/main.min." + build if self.hugo else "main"}.css">\n<link type="application/{"rss" if self.hugo else "atom"}+xml" rel="alternate" href="/{"index" if self.hugo else "feed"}.xml" title="{attr(paper.name)}" />\n</head>\n<body class="{"single" if page.is_story else "list"}">\n<a class="skip-link" href="#content">{self.word("跳到內文", "Skip to content")}</a>\n<header class="site-header" role="banner"><div class="wrapper">\n<a class="site-title" rel="home" href="/">{esc(paper.name)}</a>\n<nav class="site-nav"><input type="checkbox" id="nav-toggle"><label for="nav-toggle">{self.word("選單", "Menu")}</label>\n<div class="nav-links">\n{menu}<a class="page-link" href="/about/">{self.word("關於我們", "About")}</a>\n</div></nav>\n</div></header>\n<main class="page-content" id="content" aria-label="Content"><div class="wrapper">\n{page.main}\n</div></main>\n<footer class="site-footer"><div class="wrapper footer-cols">\n<ul class="contact-list"><li>{esc(paper.name)}</li><li><a href="mailto:desk@{attr(paper.host)}">desk@{esc(paper.host)}</a></li></ul>\n<ul class="social-list"><li><a href="https://git.example/{build}/site"><svg class="svg-icon"><use href="/assets/icons.svg#git"></use></svg> <span class="username">{self.word("原始檔", "Source")}</span></a></li><li><a href="/feed.xml">RSS</a></li></ul>\n<p class="copyright">{esc(paper.rights)}<br>{self.word(f"以 {engine} 產生，版本 <code>{build}</code>。", f"Built with {engine} from <code>{build}</code>.")}</p>\n</div></footer>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What Markdown makes of it; notes are left to the foot."""
        kind = block.kind
        if kind == "h":
            mark = _anchor(block.text)
            more = (
                ""
                if self.hugo
                else f'<a class="header-link" href="#{attr(mark)}" aria-hidden="true"><i class="fa fa-link"></i></a>'
            )
            return f'<h2 id="{attr(mark)}">{spans(block.spans)}{more}</h2>'
        if kind == "quote":
            return f"<blockquote>\n  <p>{spans(block.spans)}</p>\n</blockquote>"
        if kind == "table" and not self.hugo:
            head, *rows = ("".join(f'<{"td" if n else "th"} style="text-align: {"right" if at else "left"}">{esc(c)}</{"td" if n else "th"}>' for at, c in enumerate(r)) for n, r in enumerate(block.rows))  # fmt: skip
            return f"<table>\n  <thead>\n    <tr>{head}</tr>\n  </thead>\n  <tbody>\n" + "".join(f"    <tr>{r}</tr>\n" for r in rows) + "  </tbody>\n</table>"  # fmt: skip
        if kind == "embed":
            style = (
                ' style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;"'
                if self.hugo
                else ' class="embed-responsive"'
            )
            return f'<div{style}>\n  <iframe src="{attr(block.url)}" title="Video" loading="lazy" allowfullscreen></iframe>\n</div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """The shortcode's figure: the credit is its ``attr``; the include's: the credit is small."""
        source, words, credit = self.source(copy, picture), esc(picture.caption), esc(picture.credit or "")
        if self.hugo:
            return f'<figure>\n    <img src="{source}"\n         alt="{attr(picture.caption)}"/> <figcaption>\n            <p>{words}</p>{f"<p class={chr(34)}attr{chr(34)}>{credit}</p>" if credit else ""}\n        </figcaption>\n</figure>'
        small = f' <small class="credit">{credit}</small>' if credit else ""
        return f'<figure class="align-center">\n  <a href="{source}" class="image-popup"><img src="{source}" alt="" /></a>\n  <figcaption>{words}{small}</figcaption>\n</figure>'

    def story(self, copy: Copy) -> str:
        """Header, contents where there are headings, text, notes at the foot, taxonomies, neighbours, remarks."""
        blocks = copy.version.blocks
        text = "".join(b.text for b in blocks)
        minutes = 1 + (len(text.split()) // 213 if self.english else len(text) // 500)
        notes = [b for b in blocks if b.kind == "note"]
        body = "\n\n".join(self.blocks(copy, tuple(b for b in blocks if b.kind != "note")))
        back = "".join(f'<li id="fn:{n}" role="doc-endnote">\n<p>{spans(b.spans)} <a href="#fnref:{n}" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n</li>\n' for n, b in enumerate(notes, 1))  # fmt: skip
        foot = (
            f'\n<{"section" if self.hugo else "div"} class="footnotes" role="doc-endnotes">\n{"<hr>" if self.hugo else ""}<ol>\n{back}</ol>\n</{"section" if self.hugo else "div"}>'
            if notes
            else ""
        )
        refs = "".join(f'<sup id="fnref:{n}" role="doc-noteref"><a href="#fn:{n}" class="footnote">{n}</a></sup>' for n in range(1, len(notes) + 1))  # fmt: skip
        notice = (
            f'\n<p class="notice notice--info">{copy.say("本文刊出後有更正，見註", "This post was corrected after it went up, see note")} {refs}</p>'
            if refs
            else ""
        )
        contents = "".join(
            f'<li><a href="#{attr(_anchor(b.text))}">{esc(b.text)}</a></li>' for b in blocks if b.kind == "h"
        )
        contents = (
            f'\n<nav id="TableOfContents" class="toc"><p class="toc-title">{copy.say("目錄", "On this page")}</p><ul>{contents}</ul></nav>'
            if contents and self.toc
            else ""
        )
        named = copy.linked('<a href="/authors/" rel="author">{}</a>') if self.hugo else copy.by
        by = (
            f'<span class="post-author p-author">{self.label and f"<span class={chr(34)}label{chr(34)}>{self.label}</span>"}<span class="author-name">{named}</span></span>'
            if copy.by
            else ""
        )
        meta = [f'<time class="dt-published" datetime="{self.iso(copy.article.published)}">{copy.day}</time>']
        meta += [by] if by and self.place == "meta" else []
        meta += [
            f'<span class="reading-time" title="{copy.say("估計閱讀時間", "Estimated read time")}">{copy.say(f"閱讀約 {minutes} 分鐘", f"{minutes} min read")}</span>'
        ]
        line = f'\n<p class="byline">{by}</p>' if by and self.place == "line" else ""
        end = f'\n<p class="post-signature">{by}</p>' if by and self.place == "end" else ""
        stamp = copy.changed(
            f'\n<p class="page__date"><strong>{copy.say("更新：", "Updated:")}</strong> <time class="dt-modified">{{}}</time></p>'
        )
        filed = f'<div class="post-categories">{copy.say("分類：", "Categories: ")}<a class="category" href="{copy.section_url}" rel="category">{copy.section}</a></div>'
        tags = copy.tags('<li><a href="{url}" class="p-category" rel="tag">{tag}</a></li>')
        tags = f'\n<ul class="post-tags" aria-label="{copy.say("標籤", "Tags")}">{tags}</ul>' if tags else ""
        older = copy.others(
            f'<a class="pager older" rel="prev" href="{{url}}">&larr; {copy.say("較舊", "Older")}<span>{{title}}</span></a>',
            1,
        )
        newer = copy.others(
            f'<a class="pager newer" rel="next" href="{{url}}">{copy.say("較新", "Newer")} &rarr;<span>{{title}}</span></a>',
            1,
            skip=1,
        )
        also = copy.others('<li><a href="{url}">{title}</a> <small>{day}</small></li>\n', 2, skip=2)
        fix = f'<p class="edit-link"><a href="https://git.example/edit/content/{copy.article.published:%Y-%m-%d}-{ascii_slug(copy.article)}.md">{copy.say("發現錯處？到原始檔提出修改", "Spotted a mistake? Suggest an edit to this file")}</a></p>'
        said = (
            copy.remarks(
                '<article class="comment"><h4>{who}</h4><p class="comment-date">{when}</p><p>{what}</p></article>\n'
            )
            if self.hugo
            else f'<div id="comments-thread"></div><noscript>{copy.say("請啟用 JavaScript 以閱讀留言。", "Please turn on JavaScript to read the comments.")}</noscript>'
        )
        return f'<article class="post h-entry">\n<header class="post-header">\n{"" if self.low else filed}\n<h1 class="post-title p-name">{copy.title}</h1>{line}\n<p class="post-meta">{" &middot; ".join(meta)}</p>{"" if self.low else tags}{notice}\n</header>{contents}\n<div class="post-content e-content">\n{body}\n{foot}\n</div>{end}\n<footer class="post-footer">\n{filed + tags if self.low else ""}{stamp}\n{fix}\n</footer>\n</article>\n<nav class="pagination">{older}{newer}</nav>\n<aside class="related"><h3>{copy.say("延伸閱讀", "See also")}</h3><ul>\n{also}</ul></aside>\n<section class="comments">{said}</section>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The generator's list of posts with their openings, and the pager."""
        rows = "\n".join(f'<li><span class="post-meta">{self.day(c.published)}</span>\n<h3><a class="post-link" href="{attr(c.url)}">{esc(c.title)}</a></h3>\n<p class="excerpt">{esc(c.summary)}</p></li>' for c in cards)  # fmt: skip
        more = (
            f'<a class="pager older" href="{attr(older)}">&larr; {self.word("較舊文章", "Older posts")}</a>'
            if older
            else f'<span class="pager disabled">{self.word("較舊文章", "Older posts")}</span>'
        )
        return f'<h1 class="page-heading">{esc(heading)}</h1>\n<ul class="post-list">\n{rows}\n</ul>\n<nav class="pagination">{more}<span class="pager disabled">{self.word("較新文章", "Newer posts")} &rarr;</span></nav>\n<p class="rss-subscribe"><a href="/feed.xml">{self.word("以 RSS 訂閱", "Subscribe via RSS")}</a></p>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page from a file of its own."""
        return f'<article class="post"><header class="post-header"><h1 class="post-title">{esc(heading)}</h1></header>\n<div class="post-content">\n' + "\n\n".join(f"<p>{esc(p)}</p>" for p in paragraphs) + "\n</div></article>"  # fmt: skip


DESIGNS: tuple[type[Freehand], ...] = (Hoopoe,)
ADDRESSES: dict[str, Form] = {"part/year/month/day/slug.html": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/{a.published:%Y/%m/%d}/{ascii_slug(a)}.html", has_id=False)}  # fmt: skip
