"""A local news site that somebody put together on a commercial site builder, 2014 to 2022."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha1
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


def _hex(*of: object, size: int = 24) -> str:
    return sha1("/".join(map(str, of)).encode(), usedforsecurity=False).hexdigest()[:size]


def _block(kind: str, number: int, key: str, inside: str, more: str = "") -> str:
    """One block of the builder's grid."""
    return f'<div class="sqs-block {kind}-block sqs-block-{kind}"{more} data-block-type="{number}" id="block-{key}"><div class="sqs-block-content">\n{inside}\n</div></div>'


def _row(*cells: str) -> str:
    """One row: a cell takes all twelve columns, or five and seven."""
    widths = (12,) if len(cells) == 1 else (5, 7)
    columns = "".join(f'<div class="col sqs-col-{w} span-{w}">{c}</div>' for w, c in zip(widths, cells, strict=True))
    return f'<div class="row sqs-row">{columns}</div>'


class Merlin(Freehand):
    """2014-2022: a site builder's blog template: the text cut into blocks of a twelve-column grid, late pictures with a noscript twin, summary blocks of other stories; who signed is either the item's account or what an editor typed as a text block."""

    name = "merlin"
    category = True
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """Typed byline or the item's own, what the head tells, the template's places."""
        self.typed = rng.random() < 0.5
        self.timed = rng.random() < 0.6  # the head's microdata have the hour, the page never
        self.tagged = rng.random() < 0.75
        self.above = rng.random() < 0.4
        self.fresh = rng.random() < 0.5  # the editor types the update on top, else at the end
        self.late = rng.random() < 0.5  # a video stays in an attribute until wanted
        self.split = rng.random() < 0.4
        self.form = int(rng.random() * 3)
        self.p = choose(rng, "<p>", '<p class="" style="white-space:pre-wrap;">', '<p class="sqsrte-text">')
        if self.typed:
            self.hand = choose(
                rng,
                Hand("採訪｜{a}", "採訪｜{a} × {b}", "採訪｜{a}（{p}）", "採訪｜{a}　攝影｜{b}", "整理｜{o}", "轉載自{o}", "採訪", ("採訪", "攝影")),
                Hand("{a} 記者", "{a}、{b} 記者", "{a} 記者．{p}", "{a} 記者；{b} 拍攝", "{o}", "消息：{o}", "記者", ("記者", "拍攝")),
            )  # fmt: skip
            self.hand_en = choose(
                rng,
                Hand("By {a}, Staff Writer", "By {a} & {b}, Staff Writers", desk="From the {o}", agency="{o} wire report", role="Staff Writer"),
                Hand("Reported by {a}", "Reported by {a} with {b}", "Reported by {a} in {p}", desk="{o} staff", agency="Courtesy of {o}"),
                Hand("BY {a} | CORRESPONDENT", "BY {a} + {b} | CORRESPONDENTS", "BY {a} | {p} CORRESPONDENT", desk="{o}", agency="Via {o}", role="CORRESPONDENT"),
            )  # fmt: skip
        else:
            self.hand = choose(rng, Hand(two="{a}, {b}", photo="{a}, {b}（圖）", roles=("", "圖")), Hand(two="{a} 及 {b}", photo="{a} / 攝：{b}", roles=("", "攝")))  # fmt: skip
            self.hand_en = choose(rng, Hand(two="{a}, {b}"), Hand(two="{a} and {b}", placed="{a} ({p})"))

    def day(self, t: datetime) -> str:
        """``Mar 8, 2016``, ``Tuesday 8 March 2016``, ``8 Mar 2016``; as the builder's half-translated dates have it, ``3月 8, 2016``, ``8 三月 2016``."""
        month = MONTHS[t.month - 1]
        return (
            (f"{month[:3]} {t.day}, {t.year}", f"{DAYS[t.weekday()]} {t.day} {month} {t.year}", f"{t.day} {month[:3]} {t.year}")
            if self.english
            else (f"{t.month}月 {t.day}, {t.year}", f"{t.day} {MONTHS_ZH[t.month - 1]} {t.year}", f"{t.year}.{t.month:02d}.{t.day:02d}")
        )[self.form]  # fmt: skip

    def machine(self, copy: Copy) -> str:
        """Cards for others' walls; the item's microdata, whose author is the account that pressed the button."""
        title, lead, site = attr(copy.version.title), attr(copy.lead), attr(copy.paper.name)
        first = next((b.picture for b in copy.version.blocks if b.picture), None)
        image = f'<meta property="og:image" content="{self.source(copy, first)}?format=1500w"/>\n' if first else ""
        out = f'<link rel="canonical" href="{attr(copy.url)}"/>\n<meta property="og:site_name" content="{site}"/>\n<meta property="og:title" content="{title} &mdash; {site}"/>\n<meta property="og:url" content="{attr(copy.url)}"/>\n<meta property="og:type" content="article"/>\n<meta property="og:description" content="{lead}"/>\n{image}<meta name="twitter:card" content="summary"/>\n<meta name="twitter:title" content="{title}"/>'
        if self.timed:
            account = site if self.typed or not copy.by else copy.by
            out += f'\n<meta itemprop="name" content="{title} — {site}"/>\n<meta itemprop="headline" content="{title}"/>\n<meta itemprop="datePublished" content="{copy.article.published:%Y-%m-%dT%H:%M:00%z}"/>\n<meta itemprop="author" content="{account}"/>\n<meta itemprop="publisher" content="{site}"/>'
        return out

    def frame(self, page: Shell) -> str:
        """A bar of announcements, a header of wrappers, the canvas, a footer of blocks."""
        paper, key = page.paper, _hex(page.paper.host, page.title)
        name = esc(paper.name)
        thing = ' itemscope itemtype="http://schema.org/Thing"' if self.timed else ""
        menu = self.menu(paper, '<li class="page-collection{on}"><a href="{url}">{name}</a></li>\n', now=page.section, current=" active-link")  # fmt: skip
        kind = "view-item collection-type-blog" if page.is_story else "view-list collection-type-blog"
        bar = self.word("支持本地新聞，每月一杯咖啡的價錢。", "Local news takes local money. Chip in today.")
        form = f'<div class="newsletter-form-wrapper newsletter-form-wrapper--layoutFloat"><form class="newsletter-form" data-form-id="{key}" autocomplete="on" method="POST"><header class="newsletter-form-header"><h2 class="newsletter-form-header-title">{esc(paper.letter)}</h2></header><div class="newsletter-form-fields-wrapper form-fields"><input class="newsletter-form-field-element field-element" name="email" type="email" placeholder="{self.word("電郵地址", "Email Address")}"/></div><button class="newsletter-form-button sqs-system-button" type="submit">{self.word("送出", "Sign Up")}</button><div class="newsletter-form-footnote"><p>{self.word("我們尊重你的私隱。", "We respect your privacy.")}</p></div></form></div>'
        foot = f"<p>{esc(paper.rights)}</p><p>{self.word('歡迎來信', 'Write to us')}: desk@{paper.host}</p>"
        return f'<!doctype html>\n<html{thing} lang="{self.language}">\n<head>\n<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<base href="">\n{heads(page.charset)}\n<title>{esc(page.title)} &mdash; {name}</title>\n{page.head}\n<link rel="stylesheet" href="/universal/site.css?{key[:8]}"/>\n<script data-name="static-context">Static = window.Static || {{}}; Static.CONTEXT = {{"websiteId":"{_hex(paper.host)}","templateVersion":"7","showAnnouncementBar":true,"cartEnabled":false}};</script>\n</head>\n<body id="{"item" if page.is_story else "collection"}-{key}" class="header-layout-split nav-style-underline sidebar-position-none {kind} homepage-false mobile-style-available has-announcement" data-controller="SiteLoader">\n<div class="sqs-announcement-bar-dropzone"><div class="sqs-announcement-bar"><a class="sqs-announcement-bar-url" href="/donate"></a><div class="sqs-announcement-bar-text-inner"><p>{bar}</p></div><span class="sqs-announcement-bar-close"></span></div></div>\n<div id="siteWrapper" class="clearfix"><div class="site-inner-wrapper">\n<header id="header" class="site-header" data-nc-group="top"><div class="wrapper"><div class="title-logo-wrapper" data-nc-container="top-left"><h1 class="site-title" data-content-field="site-title"><a href="/">{name}</a></h1></div><nav class="main-nav" data-content-field="navigation-mainNav"><div class="nav-wrapper"><ul class="cf">\n{menu}<li class="folder-collection folder"><div class="folder-toggle" data-href="/more">{self.word("更多", "More")}</div><div class="subnav"><ul><li><a href="/about-us">{self.word("我們是誰", "Who We Are")}</a></li><li><a href="/donate">{self.word("贊助", "Donate")}</a></li><li><a href="/submit-a-tip">{self.word("報料", "Send a Tip")}</a></li></ul></div></li></ul></div></nav><div class="sqs-cart-dropzone"></div></div></header>\n<main id="page" role="main"><div id="content" class="main-content" data-content-field="main-content" data-collection-id="{_hex(paper.host, "news")}">\n{page.main}\n</div></main>\n<footer id="footer" class="site-footer"><div class="sqs-layout sqs-grid-12 columns-12" data-layout-label="Footer Content" data-type="block-field" id="footerBlocksTop">{_row(_block("newsletter", 51, _hex(paper.host, "letter", size=20), form))}{_row(_block("html", 2, _hex(paper.host, "foot", size=20), foot))}</div><a class="badge" href="https://builder.example/">{self.word("以網站積木製作", "Made with Sitebricks")}</a></footer>\n</div></div>\n<script src="/universal/common.js" defer></script>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What stands inside a block; text blocks share theirs."""
        kind, p = block.kind, self.p
        if kind == "h":
            return f"<h2{p[2:-1]}>{spans(block.spans)}</h2>"
        if kind == "p":
            return f"{p}{spans(block.spans)}</p>"
        if kind == "note":
            return f'<p class="sqsrte-small"><em>{spans(block.spans)}</em></p>'
        if kind == "quote":
            return f'<figure class="block-animation-none"><blockquote data-animation-role="quote" data-animation-override>{spans(block.spans)}</blockquote></figure>'
        if kind in {"ul", "ol"}:
            return (
                f'<{kind} data-rte-list="default">{"".join(f"<li>{p}{esc(i)}</p></li>" for i in block.items)}</{kind}>'
            )
        if kind == "table":
            return table(block.rows, ' class="tg" width="100%"')
        if kind == "embed":
            player = (
                f'<iframe src="{attr(block.url)}" width="854" height="480" frameborder="0" allowfullscreen></iframe>'
            )
            inside = f' data-html="{attr(player)}" data-provider-name=""></div>' if self.late else f">{player}</div>"
            return f'<div class="intrinsic" style="max-width:100%"><div class="embed-block-wrapper embed-padding" style="padding-bottom:56.2%;"><div class="sqs-video-wrapper"{inside}</div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure within four wrappers; its picture twice, once for those without scripts."""
        source = self.source(copy, picture)
        alt = f"{picture.number}.{picture.suffix}"
        credit = f" <em>{esc(picture.credit)}</em>" if picture.credit else ""
        return f'<div class="image-block-outer-wrapper layout-caption-below design-layout-inline"><figure class="sqs-block-image-figure intrinsic" style="max-width:2500px;"><div class="image-block-wrapper" data-animation-role="image"><div class="sqs-image-shape-container-element has-aspect-ratio" style="position:relative;padding-bottom:66.6%;overflow:hidden;"><noscript><img src="{source}" alt="{alt}"/></noscript><img class="thumb-image" data-src="{source}" data-image="{source}" data-image-dimensions="2500x1667" data-image-focal-point="0.5,0.5" data-load="false" data-image-id="{_hex(source)}" data-type="image" alt="{alt}"/></div></div>\n<figcaption class="image-caption-wrapper"><div class="image-caption"><p>{esc(picture.caption)}{credit}</p></div></figcaption></figure></div>'

    def rows(self, copy: Copy, top: str, end: str) -> str:
        """The text on the grid: runs of text in one block, everything else in its own; ``top`` and ``end`` are what an editor typed around it."""
        kinds = {"quote": ("quote", 31), "table": ("code", 23), "embed": ("video", 32), "figure": ("image", 5)}
        groups: list[tuple[str, int, list[str]]] = [("html", 2, [top])] if top else []
        for b in copy.version.blocks:
            kind, number = ("image", 5) if b.picture else kinds.get(b.kind, ("html", 2))
            if kind != "html" or not groups or groups[-1][0] != "html" or groups[-1][2] == [top]:
                groups.append((kind, number, []))
            groups[-1][2].append(self.block(copy, b))
        groups += [("html", 2, [end])] if end else []
        rows, held = [], ""
        for at, (kind, number, inside) in enumerate(groups):
            key = f"yui_3_17_2_1_{1400000000 + int(copy.article.id) * 977}{at:03d}_{_hex(copy.article.id, at, size=5)}"
            made = _block(kind, number, key, "\n".join(inside))
            if not held and self.split and kind == "image" and at + 1 < len(groups) and groups[at + 1][0] == "html":
                held = made
                continue
            rows.append(_row(held, made) if held else _row(made))
            held = ""
        return "\n".join(rows)

    def story(self, copy: Copy) -> str:
        """The item: its header, its grid, what the template hangs below, then summary blocks."""
        art, say = copy.article, copy.say
        item = _hex(copy.paper.host, art.id)
        fresh = copy.changed(f'<p class="sqsrte-small"><strong>{say("更新於", "Updated")}</strong> {{}}</p>')
        typed = copy.signed('<h4 class="byline-line"><strong>{}</strong></h4>') if self.typed else ""
        top, end = (typed + fresh, "") if self.fresh else (typed, fresh)
        author = (
            ""
            if self.typed or not copy.by
            else f'<span class="entry-author"><span class="label">{say("撰文", "Written By")}</span> <span class="author-name">{copy.linked(f"""<a href="/news?author={item}" rel="author">{{}}</a>""")}</span></span>'
        )
        time = f'<time class="dt-published published" datetime="{art.published:%Y-%m-%d}">{copy.day}</time>'
        filed = f'<span class="entry-category"><a href="{copy.section_url}" class="blog-item-category" rel="tag">{copy.section}</a></span>'
        meta = f'<div class="entry-meta" data-content-field="meta">{time}{author and f"""<span class="delimiter">·</span>{author}"""}</div>'
        title = f'<h1 class="entry-title p-name" data-content-field="title">{copy.title}</h1>'
        head = f"{meta}\n{title}\n{filed}" if self.above else f"{filed}\n{title}\n{meta}"
        tags = copy.tags('<a href="{url}" class="p-category" rel="tag">{tag}</a>', ", ")
        tags = (
            f'<div class="tags-cats"><span class="tags-title">{say("標籤", "Tagged")}</span> {tags}</div>\n'
            if tags
            else ""
        )
        box = (
            f'<div class="author-bio"><div class="author-avatar content-fill"><img data-src="/avatar/{item[:6]}" alt=""/></div><div class="author-info"><h3>{esc(art.byline.people[0].name)}</h3><p>{say("為{name}寫稿。", "Writes for {name}.")}</p></div></div>\n'
            if author and art.byline.people[0].kind == "person" and art.index % 2
            else ""
        )
        remarks = copy.remarks(
            '<div class="comment" id="comment-{n}"><div class="comment-header"><span class="author">{who}</span> <span class="date">{when}</span> <span class="likes">{n}</span></div><div class="comment-body"><p>{what}</p></div><div class="comment-btns"><a class="reply-btn">↩</a></div></div>\n'
        )
        item_form = '<div class="summary-item summary-item-record-type-text sqs-gallery-design-autogrid-slide"><div class="summary-thumbnail-outer-container"><a href="{url}" class="summary-thumbnail-container"><div class="summary-thumbnail img-wrapper" data-animation-role="image"></div></a></div><div class="summary-content"><div class="summary-metadata-container summary-metadata-container--above-title"><div class="summary-metadata summary-metadata--primary"><span class="summary-metadata-item summary-metadata-item--cats">{section}</span><time class="summary-metadata-item summary-metadata-item--date" datetime="{day}">{day}</time></div></div><div class="summary-title"><a href="{url}" class="summary-title-link">{title}</a></div><div class="summary-excerpt"><p>{lead}</p></div></div></div>\n'
        summary = _block(
            "summary-v2",
            55,
            _hex(item, "sum", size=20),
            f'<div class="summary-block-wrapper summary-block-collection-type-blog-single-column summary-block-show-author-false" id="summary-{item[:8]}"><div class="summary-heading"><span class="summary-heading-text">{say("近日報道", "Around Town")}</span></div><div class="summary-item-list-container sqs-gallery-container"><div class="summary-item-list sqs-gallery sqs-gallery-design-autogrid">\n{copy.others(item_form, 3)}</div></div></div>',
        )
        ad = (
            f'\n{_row(_block("code", 23, _hex(item, "ad", size=20), f"""<div class="sponsor-slot"><small>{say("贊助商", "Our Sponsors")}</small><a href="/sponsors"><img data-src="/s/sponsor-{art.index % 5}.png" alt=""/></a></div>"""))}'
            if art.index % 3 == 0
            else ""
        )
        share = f'<div class="article-action-wrapper"><span class="sqs-simple-like" data-item-id="{item}" data-like-count="{art.index * 7 % 41}"><span class="like-icon"></span><span class="like-count">{art.index * 7 % 41} {say("個讚", "Likes")}</span></span><span class="squarespace-social-share" data-system-data-id="{item}" data-full-url="{attr(copy.url)}">{say("分享", "Share")}</span></div>'
        pager = copy.others(
            '<a class="item-pagination-link" href="{url}"><div class="item-pagination-title">{title}</div></a>',
            2,
            skip=1,
        )
        return f'<article class="h-entry entry hentry post-type-text" id="article-{item}" data-item-id="{item}">\n<header class="entry-header">{head}</header>\n<div class="entry-content e-content" data-content-field="main-content"><div class="sqs-layout sqs-grid-12 columns-12" data-layout-label="Post Body" data-type="item" id="item-{item}">\n{self.rows(copy, top, end)}\n</div></div>\n<footer class="entry-footer">\n{tags}{share}\n{box}</footer>\n</article>\n<section class="item-pagination item-pagination--prev-next" data-collection-type="blog">{pager}</section>\n<div class="sqs-layout sqs-grid-12 columns-12" data-type="block-field" id="postFooterBlocks">{_row(summary)}{ad}</div>\n<section class="comments-wrapper"><div class="squarespace-comments" id="comments-{item}"><div class="comments-header"><h2>{say("讀者意見", "Comments")} <span class="comment-count">({remarks.count("comment-body")})</span></h2><div class="sorting">{say("最新在前", "Newest First")}</div></div><div class="comment-list">\n{remarks}</div></div></section>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The blog collection's list."""
        rows = "\n".join(f'<article class="h-entry entry hentry" data-item-id="{_hex(c.url)}"><div class="excerpt-thumb"><a href="{attr(c.url)}"></a></div><h2 class="entry-title p-name"><a class="u-url" href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="entry-meta"><time class="dt-published" datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></div><div class="entry-excerpt p-summary"><p>{esc(c.summary)}</p></div><a class="entry-more-link" href="{attr(c.url)}">{self.word("全文", "Read More")}</a></article>' for c in cards)  # fmt: skip
        more = (
            f'\n<nav class="blog-list-pagination"><div class="older"><a href="{attr(older)}" rel="next">{self.word("較舊", "Older Posts")}</a></div></nav>'
            if older
            else ""
        )
        return f'<div class="category-filter-title"><h1>{esc(heading)}</h1></div>\n<div class="blog-list" data-layout="stacked">\n{rows}\n</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of one text block."""
        text = f"<h1>{esc(heading)}</h1>" + "".join(f"{self.p}{esc(p)}</p>" for p in paragraphs)
        return f'<div class="sqs-layout sqs-grid-12 columns-12" data-type="page" id="page-{_hex(heading)}">{_row(_block("html", 2, _hex(heading, size=20), text))}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Merlin,)
ADDRESSES: dict[str, Form] = {"newsfeed/y/m/d/words": Form(lambda _p, a, _v: f"/newsfeed/{a.published.year}/{a.published.month}/{a.published.day}/{ascii_slug(a)}", has_id=False)}  # fmt: skip
