"""A design to judge by: a young city paper of 2016 on a service where sites are put together from blocks."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Lathe(Freehand):
    """2016: a service for sites of blocks: every run of text a block with a number, pictures cropped by a script and told again without one, who wrote and where it is filed below the headline or at the foot, a pager of two."""

    name = "lathe"

    def draw(self, rng: Random) -> None:
        """Where the facts stand, how many paragraphs a block has, how it signs."""
        self.foot = rng.random() < 0.5
        self.run = 2 + int(rng.random() * 4)
        self.long = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("文・{a}", "文・{a}、{b}", photo="文・{a}　攝影・{b}", role="文", roles=("文", "攝影")),
            Hand("{a}", "{a}、{b}", placed="{a}／{p}"),
            Hand("報道：{a}", "報道：{a}、{b}", role="報道"),
        )
        self.hand_en = choose(
            rng,
            Hand("{a}", "{a} & {b}"),
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"),
            Hand("Written by {a}", "Written by {a} and {b}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2016`` or ``Mar 8, 2016``; ``2016年3月8日``."""
        if not self.english:
            return f"{t.year}年{t.month}月{t.day}日"
        month = MONTHS[t.month - 1]
        return f"{month if self.long else month[:3]} {t.day}, {t.year}"

    def frame(self, page: Shell) -> str:
        """A banner with the menu below, the page, a foot of blocks."""
        name, word = esc(page.paper.name), self.word
        items = self.menu(page.paper, '<div class="collection{on}"><a href="{url}">{name}</a></div>\n', now=page.section if not page.is_story else "", current=" active")  # fmt: skip
        social = "".join(f'<a href="http://{host}.com/" class="sqs-svg-icon--wrapper {host}"><div><svg class="sqs-svg-icon--social"></svg></div></a>' for host in ("facebook", "twitter", "instagram"))  # fmt: skip
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} &mdash; {name}</title>\n<meta name="viewport" content="initial-scale=1">\n{page.head}<link rel="stylesheet" href="/assets/site.css">\n</head>\n<body class="{"collection-type-blog view-item" if page.is_story else "view-list"} has-banner-image">\n'
            f'<div id="canvasWrapper"><div id="canvas">\n<header id="header" class="clear"><div id="upper-logo"><h1 class="logo" data-shrink-original-size="40"><a href="/">{name}</a></h1><div class="logo-subtitle">{word("一座城，每一天", "One city, every day")}</div></div>\n<nav id="topNav" class="main-nav">\n{items}<div class="page"><a href="/about">{word("關於", "About")}</a></div>\n</nav></header>\n'
            f'<div class="page-divider"></div>\n<section id="page"><div class="main-content">\n{page.main}\n</div></section>\n<footer id="footer" class="clear"><div class="sqs-layout"><div class="sqs-block html-block"><div class="sqs-block-content"><p style="text-align:center">{esc(page.paper.rights)}</p></div></div><div class="sqs-block newsletter-block"><header class="newsletter-form-header"><h2>{word("訂閱電郵", "Subscribe")}</h2><p>{word("留下電郵，每周一封。", "Sign up to hear from us once a week.")}</p></header><form><input placeholder="{word("電郵", "Email Address")}"></form></div><div class="sqs-block socialaccountlinks-v2-block">{social}</div></div></footer>\n</div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a shared link shows, and the day."""
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:type" content="article">\n<meta itemprop="name" content="{attr(copy.version.title)} — {attr(copy.paper.name)}">\n<meta itemprop="url" content="{attr(copy.url)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Plain tags inside blocks; quotes, tables and frames are blocks of their own."""
        if block.kind == "h":
            return f"<h3>{spans(block.spans)}</h3>"
        if block.kind == "note":
            return f'<p class="sqsrte-small"><em>{spans(block.spans)}</em></p>'
        if block.kind == "quote":
            return f'<figure class="sqs-quote"><blockquote><span>“</span>{spans(block.spans)}<span>”</span></blockquote></figure>'
        if block.kind == "table":
            return table(block.rows, ' class="code-table"')
        if block.kind == "embed":
            return f'<div class="intrinsic"><div class="embed-block-wrapper" style="padding-bottom:56.2%"><iframe src="{attr(block.url)}" allowfullscreen></iframe></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure that a script fills, its twin for those without, a caption of one paragraph or two."""
        source = self.source(copy, picture)
        credit = f"<p><em>{esc(picture.credit)}</em></p>" if picture.credit else ""
        return f'<figure class="sqs-block-image-figure intrinsic"><div class="image-block-wrapper has-aspect-ratio"><noscript><img src="{source}" alt=""></noscript><img class="thumb-image" data-src="{source}" data-image="{source}" data-image-dimensions="1200x800" alt=""></div><figcaption class="image-caption-wrapper"><div class="image-caption"><p>{esc(picture.caption)}</p>{credit}</div></figcaption></figure>'

    def _flow(self, copy: Copy) -> str:
        """The text, some paragraphs to a block."""
        out: list[str] = []
        run: list[str] = []

        def close() -> None:
            if run:
                out.append(f'<div class="sqs-block html-block sqs-block-html" data-block-type="2" id="block-{copy.article.index:x}{len(out):02d}"><div class="sqs-block-content">{"".join(run)}</div></div>')  # fmt: skip
                run.clear()

        for block, html in zip(copy.version.blocks, self.blocks(copy), strict=True):
            if block.kind in {"figure", "quote", "table", "embed"}:
                close()
                kind = {"figure": "image", "quote": "quote", "table": "code", "embed": "embed"}[block.kind]
                out.append(f'<div class="sqs-block {kind}-block sqs-block-{kind}" data-block-type="5"><div class="sqs-block-content">{html}</div></div>')  # fmt: skip
            else:
                run.append(html)
                if len(run) >= self.run:
                    close()
        close()
        return "\n".join(out)

    def story(self, copy: Copy) -> str:
        """The entry, its facts, its pager."""
        by = copy.signed('<span class="entry-author">{}</span>')
        facts = f'<div class="entry-meta"><span class="entry-date"><time class="published">{copy.day}</time></span>{by}<span class="entry-category"><a href="{copy.section_url}">{copy.section}</a></span></div>\n'
        tags = copy.tags('<a href="{url}" rel="tag">{tag}</a>', ", ")
        tags = (
            f'<div class="tags"><span class="tags-label">{copy.say("標籤", "Tagged")}</span> {tags}</div>\n'
            if tags
            else ""
        )
        near = copy.others("{url}\t{title}\n", 2).splitlines()
        pager = "".join(f'<a class="{side}-item" href="{row.split(chr(9))[0]}"><span class="pager-label">{label}</span><span class="pager-title">{row.split(chr(9))[1]}</span></a>' for side, label, row in zip(("prev", "next"), (copy.say("上一則", "Older"), copy.say("下一則", "Newer")), near, strict=False))  # fmt: skip
        remarks = copy.remarks('<div class="comment"><div class="comment-header"><span class="author">{who}</span> <span class="date">{when}</span></div><div class="comment-body"><p>{what}</p></div></div>')  # fmt: skip
        likes = f'<div class="squarespace-social-buttons inline-style"><span class="like-count">{copy.article.index * 7 % 40} {copy.say("人喜歡", "Likes")}</span> <a href="#share">{copy.say("分享", "Share")}</a></div>\n'
        head = "" if self.foot else facts
        return f'<article class="hentry category author-staff post-type-text" id="article-{copy.article.index:06x}">\n<h1 class="entry-title" data-content-field="title">{copy.title}</h1>\n{head}<div class="entry-content sqs-layout sqs-grid-12 columns-12" data-layout-label="Post Body"><div class="row sqs-row"><div class="col sqs-col-12 span-12">\n{self._flow(copy)}\n</div></div></div>\n{facts if self.foot else ""}{tags}{likes}</article>\n<nav class="pagination-item">{pager}</nav>\n<div class="comments-content"><h3>{copy.say("留言", "Comments")}</h3>{remarks}</div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Summaries with a thumbnail's place."""
        rows = "\n".join(
            f'<article class="summary-item"><div class="summary-thumbnail-container"><a href="{attr(c.url)}"><img data-src="/assets/blank.png" alt=""></a></div><div class="summary-content"><time class="summary-metadata-item--date">{self.day(c.published)}</time><div class="summary-title"><a class="summary-title-link" href="{attr(c.url)}">{esc(c.title)}</a></div><div class="summary-excerpt"><p>{esc(c.summary)}</p></div></div></article>'
            for c in cards
        )
        more = f'\n<nav class="pagination"><div class="older"><a href="{attr(older)}">{self.word("更早", "Older")}</a></div></nav>' if older else ""  # fmt: skip
        return f'<h2 class="category-title">{esc(heading)}</h2>\n<div class="summary-item-list">\n{rows}\n</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of one block."""
        return f'<div class="sqs-block html-block"><div class="sqs-block-content"><h2>{esc(heading)}</h2>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Lathe,)
ADDRESSES: dict[str, Form] = {
    "blog/y/m/d/words": Form(
        lambda _p, a, _v: f"/blog/{a.published.year}/{a.published.month}/{a.published.day}/{ascii_slug(a)}",
        has_id=False,
    )
}
