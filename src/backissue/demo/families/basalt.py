"""Held-out designs of engines that readers pay or volunteers keep: a members' journal with cards among its paragraphs, a portal of portlets and a calendar."""

from __future__ import annotations

import json
from calendar import monthcalendar
from datetime import UTC, datetime, timedelta
from random import Random

from backissue.demo.families.freehand import MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Marzipan", "Trellis"]


class Marzipan(Freehand):
    """2021: a journal for members: other stories as cards among the paragraphs, an offer in the middle, hours and the last change for machines alone."""

    name = "marzipan"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether an excerpt stands under the headline, where cards stand, how days read."""
        self.excerpt = rng.random() < 0.5
        self.at = 1 + int(rng.random() * 3)
        self.short = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a}, {b}"), Hand("{a}", "{a}、{b}"))
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``Mar 8, 2021`` or ``08 Mar 2021``; ``2021年3月8日`` or ``2021.03.08``."""
        if self.english:
            month = MONTHS[t.month - 1][:3]
            return f"{t:%d} {month} {t.year}" if self.short else f"{month} {t.day}, {t.year}"
        return f"{t:%Y.%m.%d}" if self.short else f"{t.year}年{t.month}月{t.day}日"

    def stamp(self, t: datetime) -> str:
        """As machines are told: ``2021-03-08T14:20:00+08:00``."""
        return t.replace(second=0, microsecond=0).isoformat()

    def frame(self, page: Shell) -> str:
        """A head with a button, a foot with an address to give."""
        items = self.menu(page.paper, '<li class="nav-section"><a href="{url}">{name}</a></li>')
        kind = "post-template" if page.is_story else "tag-template"
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language[:2]}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)}</title>\n{page.head}<link rel="alternate" type="application/rss+xml" href="/rss/">\n<style>:root{{--ghost-accent-color:#15171A;}}</style>\n</head>\n<body class="{kind} is-head-left-logo has-sans-body">\n<div class="viewport"><header id="gh-head" class="gh-head outer"><div class="gh-head-inner inner"><a class="gh-head-logo" href="/">{esc(page.paper.name)}</a><nav class="gh-head-menu"><ul class="nav">{items}</ul></nav><div class="gh-head-actions"><a class="gh-head-link" data-portal="signin">{self.word("登入", "Sign in")}</a><a class="gh-head-button" href="/subscribe" data-portal="signup">{self.word("訂閱", "Subscribe")}</a></div></div></header>\n'
            f'<div class="site-content">{page.main}</div>\n<footer class="site-footer outer"><div class="inner"><section class="copyright"><a href="/">{esc(page.paper.name)}</a> {esc(page.paper.rights)}</section><nav class="site-footer-nav"><a href="/about">{self.word("關於", "About")}</a></nav><div class="gh-powered-by">Powered by an engine</div></div></footer></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Open Graph and linked data, with hours."""
        moment = copy.article.published.replace(second=0, microsecond=0).isoformat()
        names = [p.name for p in copy.said.people or ()] if copy.said.author else []
        data: dict[str, object] = {
            "@context": "https://schema.org", "@type": "Article",
            "publisher": {"@type": "Organization", "name": copy.paper.name, "url": f"https://{copy.paper.home}/"},
            "headline": copy.version.title, "url": copy.url, "datePublished": moment,
            "keywords": ", ".join((copy.article.section, *(copy.said.tags or ()))), "description": copy.lead,
        }  # fmt: skip
        if names:
            data["author"] = {"@type": "Person", "name": names[0], "sameAs": []}
        if len(names) > 1:
            data["contributor"] = [{"@type": "Person", "name": n} for n in names[1:]]
        changed = copy.changed('<meta property="article:modified_time" content="{}">\n')
        if copy.said.updated:
            data["dateModified"] = copy.said.updated
        words = json.dumps(data, ensure_ascii=False, indent=4).replace("</", "<\\/")
        topics = "".join(f'<meta property="article:tag" content="{attr(t)}">\n' for t in copy.said.tags or ())
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="article:published_time" content="{moment}">\n{changed}{topics}<script type="application/ld+json">\n{words}\n</script>\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A card with a picture."""
        credit = (
            f"（{esc(picture.credit)}）"
            if picture.credit and not self.english
            else f" ({esc(picture.credit)})"
            if picture.credit
            else ""
        )
        return f'<figure class="kg-card kg-image-card kg-width-wide kg-card-hascaption"><img src="{self.source(copy, picture)}" class="kg-image" alt="" loading="lazy" width="2000" height="1333"><figcaption><span style="white-space: pre-wrap;">{esc(picture.caption)}{credit}</span></figcaption></figure>'

    def block(self, copy: Copy, block: Block) -> str:
        """Headings have names, quotes no paragraphs."""
        if block.kind == "h":
            return f'<h2 id="h{len(block.text)}">{spans(block.spans)}</h2>'
        if block.kind == "quote":
            return f'<blockquote class="kg-blockquote-alt">{spans(block.spans)}</blockquote>'
        if block.kind == "embed":
            return f'<figure class="kg-card kg-embed-card"><iframe width="200" height="113" src="{attr(block.url)}" frameborder="0" allowfullscreen></iframe></figure>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Section, headline, excerpt, names and day, picture, text with cards, topics, an offer, what to read next."""
        blocks = copy.version.blocks
        hero = ""
        if blocks and blocks[0].picture:
            pic = blocks[0].picture
            credit = f" <em>{esc(pic.credit)}</em>" if pic.credit else ""
            hero = f'<figure class="article-image"><img src="{self.source(copy, pic)}" alt="" sizes="92vw"><figcaption>{esc(pic.caption)}{credit}</figcaption></figure>'
            blocks = blocks[1:]
        pieces = self.blocks(copy, blocks)
        card = f'<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="{{url}}"><div class="kg-bookmark-content"><div class="kg-bookmark-title">{{title}}</div><div class="kg-bookmark-description">{{lead}}…</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="/favicon.ico" alt=""><span class="kg-bookmark-author">{esc(copy.paper.name)}</span><span class="kg-bookmark-publisher">{{by}}</span></div></div><div class="kg-bookmark-thumbnail"><img src="/t.jpg" alt=""></div></a></figure>'
        pieces.insert(min(self.at + 1, len(pieces)), copy.others(card, 1))
        offer = f'<div class="kg-card kg-signup-card kg-width-regular"><div class="kg-signup-card-content"><h2 class="kg-signup-card-heading">{copy.say("每周一封《{letter}》", "{letter}, once a week")}</h2><p class="kg-signup-card-subheading">{copy.say("編輯部挑選的五篇報道，送到你的信箱。", "Five stories picked by the editors, in your inbox.")}</p><form data-members-form="signup"><input type="email"><button><span>{copy.say("訂閱", "Subscribe")}</span></button></form><p class="kg-signup-card-disclaimer">{copy.say("不會有垃圾郵件，隨時可以取消。", "No spam. Unsubscribe anytime.")}</p></div></div>'
        pieces.insert(min(self.at + 4, len(pieces)), offer)
        minutes = 1 + sum(len(b.text) for b in copy.version.blocks) // (900 if self.english else 350)
        by = copy.linked('<a href="/author/">{}</a>')
        who = f'<h4 class="author-name">{by}</h4>' if by else ""
        excerpt = f'<p class="article-excerpt">{esc(copy.lead[:42])}…</p>' if self.excerpt else ""
        following = "".join(
            f'<article class="post-card post"><div class="post-card-content"><a class="post-card-content-link" href="{attr(c.url)}"><header class="post-card-header"><div class="post-card-tags"><span class="post-card-primary-tag">{esc(c.section)}</span></div><h2 class="post-card-title">{esc(c.title)}</h2></header><div class="post-card-excerpt">{esc(c.summary)}</div></a><footer class="post-card-meta"><time class="post-card-meta-date" datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></footer></div></article>'
            for c in copy.related[1:4]
        )
        return (
            f'<main id="site-main" class="site-main"><article class="article post no-image"><header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="{copy.section_url}">{copy.section}</a></span></div><h1 class="article-title">{copy.title}</h1>{excerpt}<div class="article-byline"><section class="article-byline-content"><ul class="author-list"><li class="author-list-item"><span class="author-avatar"><svg></svg></span></li></ul><div class="article-byline-meta">{who}<div class="byline-meta-content"><time class="byline-meta-date" datetime="{copy.article.published:%Y-%m-%d}">{copy.day}</time><span class="byline-reading-time"><span class="bull">&bull;</span> {minutes} {copy.say("分鐘", "min read")}</span></div></div></section></div>{hero}</header>\n'
            f'<section class="gh-content gh-canvas">\n{chr(10).join(pieces)}\n</section>\n<div class="article-tag-list">{copy.tags("<a href=`{url}`>{tag}</a>", " ")}</div><section class="article-comments gh-canvas"><div class="gh-comments-head"><h3>{copy.say("會員討論", "Member discussion")}</h3></div></section></article></main>\n<section class="footer-cta outer"><h2 class="footer-cta-title">{copy.say("訂閱《{name}》", "Sign up for more like this.")}</h2><a class="footer-cta-button"><div>{copy.say("你的電郵", "Enter your email")}</div><span>{copy.say("訂閱", "Subscribe")}</span></a></section>\n<aside class="read-more-wrap outer"><div class="read-more inner">{following}</div></aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A feed."""
        rows = "".join(
            f'<article class="post-card post"><a class="post-card-image-link" href="{attr(c.url)}"><img class="post-card-image" src="/t.jpg" alt=""></a><div class="post-card-content"><a class="post-card-content-link" href="{attr(c.url)}"><header class="post-card-header"><div class="post-card-tags"><span class="post-card-primary-tag">{esc(c.section)}</span></div><h2 class="post-card-title">{esc(c.title)}</h2></header><div class="post-card-excerpt">{esc(c.summary)}</div></a><footer class="post-card-meta"><span class="post-card-byline">{esc(c.author)}</span><time class="post-card-meta-date" datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></footer></div></article>\n'
            for c in cards
        )
        more = (
            f'<nav class="pagination"><a class="older-posts" href="{attr(older)}">{self.word("較早文章", "Older Posts")} <span aria-hidden="true">&rarr;</span></a></nav>'
            if older
            else ""
        )
        return f'<main id="site-main" class="site-main outer"><div class="inner posts"><section class="post-card post-card-large"><h1 class="post-card-title">{esc(heading)}</h1></section><div class="post-feed">{rows}</div>{more}</div></main>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the engine."""
        return f'<main id="site-main" class="site-main"><article class="article page"><header class="article-header gh-canvas"><h1 class="article-title">{esc(heading)}</h1></header><section class="gh-content gh-canvas">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</section></article></main>'


class Trellis(Freehand):
    """2009: a portal kept by volunteers: three columns of one table, the line of facts and the readers' lines in the same classes, a calendar, captions in definition lists."""

    name = "trellis"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The order of the facts, the words of the stamp, and whose portlets stand where."""
        self.who_first = rng.random() < 0.6
        self.dashes = rng.random() < 0.5
        self.calendar_left = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a}", "{a}，{b}"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("{a}", "{a}, {b}", placed="{a} in {p}"))

    def day(self, t: datetime) -> str:
        """``2009-03-08 09:05``; in English also ``Mar 08, 2009 09:05 AM``."""
        if self.english and not self.dashes:
            return (
                f"{MONTHS[t.month - 1][:3]} {t:%d, %Y} {t.hour % 12 or 12:02d}:{t:%M} {'AM' if t.hour < 12 else 'PM'}"
            )
        return f"{t:%Y-%m-%d %H:%M}" if self.dashes else f"{t:%Y/%m/%d %H:%M}"

    def portlet(self, kind: str, heading: str, items: str) -> str:
        """A box of a side column: a definition list."""
        return f'<dl class="portlet portlet{kind}"><dt class="portletHeader"><span class="portletTopLeft"></span><span>{heading}</span><span class="portletTopRight"></span></dt>{items}<dd class="portletFooter"><span class="portletBotomLeft"></span></dd></dl>\n'

    def frame(self, page: Shell) -> str:
        """Skip links, search, tabs, a table of columns, the colophon; the right column is the page's."""
        tabs = self.menu(
            page.paper,
            '<li class="{on}"><a href="{url}" title="">{name}</a></li>',
            now=page.section,
            current="selected",
        )
        tree = self.menu(
            page.paper,
            '<dd class="portletItem odd"><div class="navTreeItem {on}"><a href="{url}" class="state-published">{name}</a></div></dd>',
            now=page.section,
            current="navTreeCurrentItem",
        )
        left = self.portlet("NavigationTree", self.word("瀏覽", "Navigation"), tree)
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<base href="http://{page.paper.home}/" />\n<title>{esc(page.title)} &#8212; {esc(page.paper.name)}</title>\n{page.head}<style type="text/css"><!-- @import url(/portal_css/base.css); --></style>\n</head>\n<body class="section-{"news" if page.is_story else "front"} template-{"newsitem_view" if page.is_story else "folder_summary_view"}" dir="ltr">\n<div id="visual-portal-wrapper"><div id="portal-top"><div id="portal-header"><p class="hiddenStructure"><a accesskey="2" href="#documentContent">{self.word("跳至內容", "Skip to content.")}</a></p><div id="portal-searchbox"><form action="/search"><input name="SearchableText" type="text" /><input class="searchButton" type="submit" value="{self.word("搜尋", "Search")}" /></form></div><a id="portal-logo" href="/">{esc(page.paper.name)}</a><ul id="portal-globalnav"><li class="plain"><a href="/">{self.word("首頁", "Home")}</a></li>{tabs}</ul></div><div id="portal-personaltools-wrapper"><ul id="portal-personaltools"><li><a href="/login_form">{self.word("登入", "Log in")}</a></li></ul></div></div>\n'
            f'<table id="portal-columns"><tbody><tr><td id="portal-column-one"><div class="visualPadding">{left}</div></td>\n{page.main}</tr></tbody></table>\n<div id="portal-footer"><p>{esc(page.paper.rights)}</p></div><div id="portal-colophon"><ul><li><a href="/about">{self.word("關於本站", "About this site")}</a></li><li>{self.word("符合無障礙標準", "Section 508")}</li></ul></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A description, and what kind of document it is."""
        return f'<meta content="{attr(copy.lead)}" name="description" /><meta content="text/html" name="DC.format" /><meta content="News Item" name="DC.type" />\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A definition list with a picture for a term."""
        credit = f" — {esc(picture.credit)}" if picture.credit else ""
        return f'<dl class="image-inline captioned" style="width:400px"><dt><img src="{self.source(copy, picture)}" alt="" height="266" width="400" /></dt><dd class="image-caption" style="width:400px">{esc(picture.caption)}{credit}</dd></dl>'

    def calendar(self, copy: Copy) -> str:
        """The month in which one looks, its days in a table."""
        now = datetime.fromtimestamp(copy.salt * 60, UTC).astimezone(copy.paper.zone)
        month = MONTHS[now.month - 1] if self.english else MONTHS_ZH[now.month - 1]
        rows = "".join(
            "<tr>"
            + "".join(f'<td class="{"todaynoevent" if d == now.day else ""}">{d or ""}</td>' for d in week)
            + "</tr>"
            for week in monthcalendar(now.year, now.month)
        )
        soon = now + timedelta(days=4)
        event = f'<dd class="portletItem even"><a class="tile" href="/events/walk">{copy.say("街坊散步團", "A walk with neighbours")}</a> <span class="portletItemDetails">{self.day(soon.replace(hour=14, minute=30))}</span></dd>'
        return (
            f'<div class="portlet portletCalendar"><h5 class="hiddenStructure">{copy.say("日曆", "Calendar")}</h5><table class="ploneCalendar" summary="calendar"><thead><tr><th colspan="7"><a href="#prev">«</a> <span>{month} {now.year}</span> <a href="#next">»</a></th></tr></thead><tbody>{rows}</tbody></table></div>'
            + self.portlet("Events", copy.say("活動", "Events"), event)
        )

    def story(self, copy: Copy) -> str:
        """Path, headline, line of facts, text, topics, actions, readers; news and the calendar at the right."""
        by = (
            f'<span class="documentAuthor">{copy.say("作者", "by")} {copy.linked("<a href=`/author/x`>{}</a>".replace("`", chr(34)))}</span>'
            if copy.by
            else ""
        )
        when = f'<span class="documentPublished"><span>{copy.say("發布於", "published")}</span> {copy.day}</span>'
        changed = copy.changed(
            f', <span class="documentModified"><span>{copy.say("最後修改", "last modified")}</span> {{}}</span>'
        )
        facts = [f"{when}{changed}", by]
        line = " — ".join(f for f in (facts[::-1] if self.who_first else facts) if f)
        topics = copy.tags('<span class="link-category"><a href="{url}" rel="tag">{tag}</a></span>', ", ")
        remarks = copy.remarks(
            '<div class="comment"><h3><a name="c{n}"></a>Re: '
            + copy.title.replace("{", "{{").replace("}", "}}")
            + '</h3><div class="documentByLine">'
            + copy.say("由", "Posted by")
            + ' <span class="documentAuthor">{who}</span> '
            + copy.say("發表於", "at")
            + ' <span class="documentModified">{when}</span></div><div class="commentBody"><p>{what}</p></div></div>'
        )
        news = copy.others(
            '<dd class="portletItem odd"><a href="{url}" class="tile">{title}<span class="portletItemDetails">{day}</span></a></dd>',
            5,
        )
        boxes = [self.portlet("News", copy.say("最新消息", "News"), news), self.calendar(copy)]
        return (
            f'<td id="portal-column-content"><div id="content"><div id="portal-breadcrumbs"><span id="breadcrumbs-you-are-here">{copy.say("您在這裡：", "You are here:")}</span> <a href="/">{copy.say("首頁", "Home")}</a> <span class="breadcrumbSeparator">→</span> <span dir="ltr"><a href="{copy.section_url}">{copy.section}</a> <span class="breadcrumbSeparator">→</span></span> <span dir="ltr">{copy.title}</span></div>\n<div class="documentContent" id="region-content"><a name="documentContent"></a><h1 id="parent-fieldname-title" class="documentFirstHeading kssattr-atfieldname-title">{copy.title}</h1>\n<div class="documentByLine" id="plone-document-byline">{line}</div>\n'
            f'<div class="newsImageContainer"></div><div id="parent-fieldname-text" class="plain kssattr-templateId-newsitem_view">\n{chr(10).join(self.blocks(copy))}\n</div>\n<div id="category" class="documentByLine">{copy.say("歸檔於：", "filed under:")} {topics}</div>\n<div class="documentActions"><ul><li id="document-action-sendto"><a href="/sendto_form">{copy.say("寄出這篇", "Send this")}</a></li><li id="document-action-print"><a href="javascript:this.print();">{copy.say("列印這篇", "Print this")}</a></li></ul></div>\n<div class="discussion">{remarks}<form><input class="standalone" type="submit" value="{copy.say("加入意見", "Add comment")}" /></form></div></div></div></td>\n'
            f'<td id="portal-column-two"><div class="visualPadding">{"".join(boxes[::-1] if self.calendar_left else boxes)}</div></td>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Tiles with a line of facts each."""
        rows = "".join(
            f'<div class="tileItem visualIEFloatFix vevent"><h2 class="tileHeadline"><a href="{attr(c.url)}" class="summary url">{esc(c.title)}</a></h2><div class="documentByLine">{self.word("作者", "by")} <span class="documentAuthor">{esc(c.author)}</span> — <span class="documentModified">{self.day(c.published)}</span></div><p class="tileBody"><span class="description">{esc(c.summary)}…</span></p><p class="tileFooter"><a href="{attr(c.url)}">{self.word("閱讀全文…", "Read More…")}</a></p></div>\n'
            for c in cards
        )
        more = (
            f'<div class="listingBar"><span class="next"><a href="{attr(older)}">{self.word("下一頁", "Next items")} »</a></span></div>'
            if older
            else ""
        )
        return f'<td id="portal-column-content"><div id="content"><h1 class="documentFirstHeading">{esc(heading)}</h1>{rows}{more}</div></td>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A document."""
        return f'<td id="portal-column-content"><div id="content"><h1 class="documentFirstHeading">{esc(heading)}</h1><div id="parent-fieldname-text" class="plain">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></td>'
