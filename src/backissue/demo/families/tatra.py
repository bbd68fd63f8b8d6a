"""Designs of three newsrooms: a component's items of 2011, a broadsheet's own system of 2016, a city paper's hand-written server pages of 2008."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Mullet", "Sprat", "Turbot"]


class Sprat(Freehand):
    """2011: a free system with a component for items: day above, writer below the headline, tools for letters and votes, hits and the last change under the text, the latest of the same hand."""

    name = "sprat"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Which of the component's parts are switched on."""
        self.votes = rng.random() < 0.6
        self.latest = rng.random() < 0.6
        self.split = rng.random() < 0.5
        self.suffix = choose(rng, "", " _news", " groupPrimary")
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("本報記者 {a}", "本報記者 {a}、{b}", role="本報記者"))
        self.hand_en = choose(rng, Hand("{a}", "{a} & {b}"), Hand("{a}", "{a} and {b}", placed="{a} in {p}"))

    def day(self, t: datetime) -> str:
        """``Tuesday, 08 March 2011 09:05``; ``2011年3月08日(星期二) 09:05``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {t:%d} {MONTHS[t.month - 1]} {t.year} {t:%H:%M}"
        return f"{t.year}年{t.month}月{t:%d}日(星期{DAYS_ZH[t.weekday()]}) {t:%H:%M}"

    def module(self, kind: str, title: str, inside: str) -> str:
        """A module in a template's wrappers."""
        return f'<div class="module{kind}"><div><div><div><h3>{title}</h3>\n{inside}</div></div></div></div>\n'

    def frame(self, page: Shell) -> str:
        """A template of positions: top, menu, left, component, right, bottom."""
        items = self.menu(
            page.paper, '<li class="item{on}"><a href="{url}"><span>{name}</span></a></li>', now=page.section, current=" active"
        )  # fmt: skip
        login = self.module(
            "_menu",
            self.word("會員登入", "Login Form"),
            f'<form action="/index.php" method="post" name="login" id="form-login"><fieldset class="input"><p id="form-login-username"><label for="modlgn_username">{self.word("帳號", "Username")}</label><br /><input id="modlgn_username" type="text" name="username" class="inputbox" size="18" /></p><p id="form-login-password"><label for="modlgn_passwd">{self.word("密碼", "Password")}</label><br /><input id="modlgn_passwd" type="password" name="passwd" class="inputbox" size="18" /></p><input type="submit" name="Submit" class="button" value="{self.word("登入", "Login")}" /></fieldset></form>',
        )
        online = self.module(
            "",
            self.word("線上人數", "Who's Online"),
            self.word("目前有 14 位訪客在線上", "We have 14 guests online"),
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language.lower()}" lang="{self.language.lower()}">\n<head>\n<base href="http://{page.paper.home}/" />\n{heads(page.charset, old=True)}\n<meta name="robots" content="index, follow" />\n{page.head}<meta name="generator" content="Joomla! 1.5 - Open Source Content Management" />\n<title>{esc(page.title)}</title>\n<link rel="stylesheet" href="/components/com_k2/css/k2.css" type="text/css" />\n<script type="text/javascript" src="/media/system/js/mootools.js"></script>\n</head>\n'
            f'<body id="page_bg" class="w-wide f-smaller">\n<a name="up" id="up"></a>\n<div class="center"><div id="wrapper">\n<div id="header"><div id="logo"><a href="/index.php"><img src="/templates/paper_pure/images/logo.png" alt="{attr(page.paper.name)}" /></a></div><div id="newsflash">{self.word("歡迎光臨本報網站", "Welcome to our site")}</div></div>\n<div id="tabarea"><div id="pillmenu"><ul id="mainlevel-nav" class="menu"><li class="item1"><a href="/index.php"><span>{self.word("首頁", "Home")}</span></a></li>{items}</ul></div></div>\n<div id="search"><form action="/index.php" method="post"><div class="search"><input name="searchword" id="mod_search_searchword" maxlength="20" class="inputbox" type="text" size="20" value="{self.word("搜尋…", "search...")}" /></div></form></div>\n'
            f'<div id="whitebox"><table class="nopad" width="100%"><tr valign="top"><td id="leftcolumn">{login}{online}</td><td id="maincolumn"><div id="pathway"></div>\n{page.main}\n</td></tr></table></div>\n<div id="footer"><div class="copyright">{esc(page.paper.rights)} <a href="/index.php?option=com_content&amp;view=article&amp;id=1">{self.word("關於本報", "About us")}</a></div><p id="power_by">{self.word("本站採用", "Powered by")} <a href="http://www.joomla.org">Joomla!</a></p></div>\n</div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Key words are the topics; the author is told too."""
        who = f'<meta name="author" content="{attr(copy.said.author)}" />\n' if copy.said.author else ""
        return f'<meta name="keywords" content="{attr(", ".join(copy.said.tags or ()))}" />\n<meta name="title" content="{attr(copy.version.title)}" />\n{who}<meta name="description" content="{attr(copy.lead)}..." />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the editor writes."""
        if block.kind == "p":
            return f'<p style="text-align: justify;">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f"<h4>{spans(block.spans)}</h4>"
        if block.kind == "quote":
            return f'<blockquote>\n<p style="text-align: justify;">{spans(block.spans)}</p>\n</blockquote>'
        if block.kind == "note":
            return f'<p style="text-align: justify;"><em>{spans(block.spans)}</em></p>'
        if block.kind == "table":
            return table(block.rows, ' border="1" style="width: 100%;"')
        if block.kind == "embed":
            return f'<div class="avPlayerWrapper avVideo"><div class="avPlayerContainer"><iframe src="{attr(block.url)}" width="600" height="450" frameborder="0"></iframe></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """The item's image block, or the same within the text."""
        credit = f'\n<span class="itemImageCredits">{esc(picture.credit)}</span>' if picture.credit else ""
        source = self.source(copy, picture)
        return f'<div class="itemImageBlock"><span class="itemImage"><a class="modal" rel="{{handler: \'image\'}}" href="{source}" title="{copy.say("點選放大", "Click to preview image")}"><img src="{source}" alt="" style="width:400px; height:auto;" /></a></span>\n<span class="itemImageMainCaption">{esc(picture.caption)}</span>{credit}\n<div class="clr"></div></div>'

    def story(self, copy: Copy) -> str:
        """An item with all of its parts."""
        blocks = copy.version.blocks
        hero = ""
        if blocks[0].picture:
            hero, blocks = f"{self.block(copy, blocks[0])}\n", blocks[1:]
        pieces = self.blocks(copy, blocks)
        at = next((n for n, b in enumerate(blocks, 1) if b.kind == "p"), 1)
        if self.split:
            text = f'<div class="itemIntroText">\n{chr(10).join(pieces[:at])}\n</div>\n<div class="itemFullText">\n{chr(10).join(pieces[at:])}\n</div>'
        else:
            text = f'<div class="itemFullText">\n{chr(10).join(pieces)}\n</div>'
        by = copy.signed(
            f'<span class="itemAuthor">{copy.say("作者：", "Written by ")}<a href="/index.php?option=com_k2&amp;view=itemlist&amp;task=user">{{}}</a></span>\n'
        )
        votes = (
            f'<div class="itemRatingBlock"><span>{copy.say("評分", "Rate this item")}</span><div class="itemRatingForm"><ul class="itemRatingList"><li class="itemCurrentRating" style="width:80%;"></li><li><a href="#" class="one-star">1</a></li><li><a href="#" class="two-stars">2</a></li><li><a href="#" class="three-stars">3</a></li><li><a href="#" class="four-stars">4</a></li><li><a href="#" class="five-stars">5</a></li></ul><div class="itemRatingLog">({copy.salt % 17} {copy.say("票", "votes")})</div></div></div>\n'
            if self.votes
            else ""
        )
        changed = copy.changed(
            f'<span class="itemDateModified">{copy.say("最後修改於", "Last modified on")} {{}}</span>\n'
        )
        latest = (
            f'<div class="itemAuthorLatest"><h3>{copy.say("同一作者的最新文章", "Latest from this author")}</h3><ul>{copy.others("<li class=even><a href=`{url}`>{title}</a></li>", 3)}</ul></div>\n'
            if self.latest and copy.by
            else ""
        )
        related = copy.others(
            '<li class="even"><a class="itemRelTitle" href="{url}">{title}</a><div class="itemRelCat">{section}</div></li>', 3, skip=3
        )  # fmt: skip
        near = copy.others(
            f'<span class="itemNavigationTitle">{copy.say("本分類更多文章：", "More in this category:")}</span> <a class="itemPrevious" href="{{url}}">&laquo; {{title}}</a>',
            1,
        )
        return (
            f'<span id="startOfPageId{copy.article.id}"></span>\n<div id="k2Container" class="itemView{self.suffix}">\n<div class="itemHeader"><span class="itemDateCreated">{copy.day}</span>\n<h2 class="itemTitle">{copy.title}</h2>\n{by}</div>\n'
            f'<div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">{copy.say("字體大小", "font size")}</span> <a href="#" id="fontDecrease"><span>{copy.say("縮小", "decrease font size")}</span></a> <a href="#" id="fontIncrease"><span>{copy.say("放大", "increase font size")}</span></a></li><li><a class="itemPrintLink" rel="nofollow" href="?tmpl=component&amp;print=1"><span>{copy.say("列印", "Print")}</span></a></li><li><a class="itemEmailLink" rel="nofollow" href="/index.php?option=com_mailto"><span>{copy.say("電子郵件", "E-mail")}</span></a></li></ul><div class="clr"></div></div>\n{votes}'
            f'<div class="itemBody">\n{hero}{text}\n<div class="clr"></div>\n<div class="itemContentFooter"><span class="itemHits">{copy.say("已閱讀", "Read")} <b>{copy.salt % 2713}</b> {copy.say("次", "times")}</span>\n{changed}<div class="clr"></div></div>\n</div>\n'
            f'<div class="itemLinks"><div class="itemCategory"><span>{copy.say("發表於", "Published in")}</span> <a href="{copy.section_url}">{copy.section}</a></div>\n<div class="itemTagsBlock"><span>{copy.say("標籤", "Tagged under")}</span><ul class="itemTags">{copy.tags("<li><a href=`{url}`>{tag}</a></li>")}</ul><div class="clr"></div></div></div>\n<div class="itemSocialSharing"><div class="itemTwitterButton"><a href="http://twitter.com/share" class="twitter-share-button">Tweet</a></div></div>\n{latest}<div class="itemRelated"><h3>{copy.say("相關項目（依標籤）", "Related items (by tag)")}</h3><ul>{related}</ul></div>\n<div class="itemNavigation">{near}</div>\n<div class="itemBackToTop"><a class="k2Anchor" href="#startOfPageId{copy.article.id}">{copy.say("回到頂端", "back to top")}</a></div>\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A category of items."""
        rows = "".join(
            f'<div class="itemContainer" style="width:100.0%;"><div class="catItemView groupLeading"><div class="catItemHeader"><span class="catItemDateCreated">{self.day(c.published)}</span><h3 class="catItemTitle"><a href="{attr(c.url)}">{esc(c.title)}</a></h3></div><div class="catItemBody"><div class="catItemIntroText"><p>{esc(c.summary)}...</p></div></div><div class="catItemReadMore"><a class="k2ReadMore" href="{attr(c.url)}">{self.word("繼續閱讀…", "Read more...")}</a></div></div></div>\n'
            for c in cards
        )
        pager = (
            f'<div class="k2Pagination"><span>{self.word("開始", "Start")}</span> <span>1</span> <a href="{attr(older)}" title="{self.word("下一頁", "Next")}">2</a><div class="clr"></div>{self.word("第 1 頁", "Page 1")}</div>'
            if older
            else ""
        )
        return f'<div id="k2Container" class="itemListView"><div class="itemListCategoriesBlock"><div class="itemListCategory"><h2>{esc(heading)}</h2></div></div><div class="itemList"><div id="itemListLeading">{rows}</div></div>{pager}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """The system's own article, not the component's."""
        return f'<div class="componentheading">{esc(heading)}</div><table class="contentpaneopen"><tr><td valign="top">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</td></tr></table>'


class Turbot(Freehand):
    """2016: a broadsheet's own system: everything in components of a page builder, stories to read next as boxes between the paragraphs, hours behind a bullet, data for machines by the book."""

    name = "turbot"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where boxes stand, and what the paper calls its writers."""
        self.at = 2 + int(rng.random() * 2)
        self.again = rng.random() < 0.5
        self.trade = choose(rng, None, ("記者", "Reporter"), ("特派員", "Correspondent"))
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a}報道", "{a}、{b}報道"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``8 March 2016 • 9:05am``; ``2016年3月8日 • 上午9:05``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1]} {t.year} • {clock(t, 'am', 'pm').replace(' ', '')}"
        return f"{t.year}年{t.month}月{t.day}日 • {'上午' if t.hour < 12 else '下午'}{t.hour % 12 or 12}:{t:%M}"

    def frame(self, page: Shell) -> str:
        """A strip for adverts, a masthead, a bar that sticks, the page, a footer of sections."""
        items = self.menu(
            page.paper,
            '<li class="header-nav__item{on}"><a class="header-nav__link" href="{url}">{name}</a></li>',
            now=page.section,
            current=" header-nav__item--active",
        )
        foot = self.menu(page.paper, '<li class="site-footer__item"><a href="{url}">{name}</a></li>')
        return (
            f'<!DOCTYPE html>\n<html class="no-js" lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1"/>\n<title>{esc(page.title)}</title>\n{page.head}<link rel="stylesheet" href="/etc/designs/core/clientlibs/core.min.css" type="text/css"/>\n<link rel="apple-touch-icon" href="/etc/designs/core/icons/152.png"/>\n</head>\n'
            f'<body class="{"article-page" if page.is_story else "section-page"} core-page" data-tmg-analytics="">\n<div class="ad-banner" data-slot="leaderboard"></div>\n<header class="site-header component"><div class="site-header__inner"><button class="site-header__menu">{self.word("選單", "Menu")}</button><a class="site-header__logo" href="/"><span>{esc(page.paper.name)}</span></a><div class="site-header__account"><a href="/login">{self.word("登入", "Log in")}</a> <a class="button" href="/subscribe">{self.word("免費試閱一個月", "Start free trial")}</a></div></div><nav class="header-nav"><ul class="header-nav__list">{items}</ul></nav></header>\n'
            f'<main class="page-content" role="main">\n{page.main}\n</main>\n<footer class="site-footer"><a class="site-footer__top" href="#">{self.word("回到頂部", "Back to top")}</a><p class="site-footer__follow">{self.word("追蹤我們：", "Follow us on:")} <a href="#">Facebook</a> <a href="#">Instagram</a> <a href="#">Twitter</a></p><ul class="site-footer__list">{foot}<li><a href="/about">{self.word("關於我們", "About us")}</a></li><li><a href="/terms">{self.word("條款及細則", "Terms and Conditions")}</a></li></ul><p class="site-footer__copy">{esc(page.paper.rights)}</p></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data, Open Graph, a card."""
        t = copy.article.published.replace(second=0, microsecond=0)
        people = [p.name for p in copy.said.people or ()] if copy.said.author else []
        kind = "Person" if copy.article.byline.form not in {"desk", "agency"} else "Organization"
        data: dict[str, object] = {
            "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": {"@type": "WebPage", "@id": copy.url},
            "headline": copy.version.title, "articleSection": copy.article.section, "datePublished": t.isoformat(),
            "dateModified": (copy.said.changed or t).isoformat(), "author": [{"@type": kind, "name": n} for n in people],
            "publisher": {"@type": "Organization", "name": copy.paper.name, "logo": {"@type": "ImageObject", "url": f"http://{copy.paper.home}/etc/logo.png", "width": 600, "height": 60}},
            "description": copy.lead,
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<link rel="canonical" href="{attr(copy.url)}"/>\n<meta name="keywords" content="{attr(",".join(copy.said.tags or ()))}"/>\n<meta property="og:type" content="article"/>\n<meta property="og:title" content="{attr(copy.version.title)}"/>\n<meta property="og:site_name" content="{attr(copy.paper.name)}"/>\n<meta property="article:published_time" content="{t.isoformat()}"/>\n<meta name="twitter:card" content="summary_large_image"/>\n<script type="application/ld+json">{words}</script>\n'

    def part(self, kind: str, inside: str) -> str:
        """A component within the article's body."""
        return f'<div class="article-body-{kind} component">{inside}</div>'

    def block(self, copy: Copy, block: Block) -> str:
        """A component for each block that is no running text."""
        if block.kind == "h":
            return f"<h2>{spans(block.spans)}</h2>"
        if block.kind == "quote":
            return self.part("quote", f'<blockquote class="quote"><span class="quote__icon">&ldquo;</span><p class="quote__content">{spans(block.spans)}</p></blockquote>')  # fmt: skip
        if block.kind == "note":
            return f"<p><i>{spans(block.spans)}</i></p>"
        if block.kind == "table":
            return self.part("table", table(block.rows, ' class="table__content"'))
        if block.kind == "embed":
            return self.part("video", f'<div class="video-player"><iframe src="{attr(block.url)}" allowfullscreen></iframe></div>')  # fmt: skip
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image component with caption and credit."""
        credit = f'<span class="figure__credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return self.part("image", f'<figure class="figure"><div class="lazy-image figure__image"><img src="{self.source(copy, picture)}" class="responsive" alt="{attr(picture.caption)}"/></div><figcaption class="figure__caption"><span class="figure__caption-text">{esc(picture.caption)}</span> {credit}</figcaption></figure>')  # fmt: skip

    def story(self, copy: Copy) -> str:
        """Kicker, headline, lead picture, line of facts, body of runs and components, topics, what others read."""
        blocks = copy.version.blocks
        lead = ""
        if blocks[0].picture:
            lead, blocks = f'<div class="lead-asset">{self.block(copy, blocks[0])}</div>\n', blocks[1:]
        boxes = {
            self.at: copy.others(
                f'<aside class="teaser component"><a class="teaser__link" href="{{url}}"><span class="teaser__kicker">{copy.say("延伸閱讀", "Read more")}</span><h4 class="teaser__headline">{{title}}</h4></a></aside>',
                1,
            ),
            self.at
            + 3: f'<div class="newsletter-promo component"><h4>{copy.say("早上簡報", "The morning briefing")}</h4><p>{copy.say("每天七時，把要聞送到你的信箱。", "The front page in your inbox at seven, every day.")}</p><a class="button" href="/newsletters">{copy.say("免費登記", "Sign up free")}</a></div>',
            self.at + 5: copy.others(
                '<aside class="teaser component"><a class="teaser__link" href="{url}"><h4 class="teaser__headline">{title}</h4><p class="teaser__text">{lead}…</p></a></aside>',
                1,
                skip=1,
            )
            if self.again
            else "",
        }
        pieces: list[str] = []
        for n, block in enumerate(blocks):
            if boxes.get(n):
                pieces.append(boxes[n])
            piece = self.block(copy, block)
            pieces.append(
                piece if piece.startswith("<div") else f'<div class="article-body-text component"><div class="component-content">{piece}</div></div>'
            )  # fmt: skip
        linked = copy.linked('<a href="/authors/staff/" class="byline__author-name" rel="author">{}</a>')
        trade = (
            f'<span class="byline__title">, {copy.say(*self.trade)}</span>'
            if self.trade and copy.article.byline.form in {"reporter", "column"}
            else ""
        )
        by = f'<div class="byline"><span class="byline__names">{linked}</span>{trade}</div>\n' if copy.by else ""
        t = copy.article.published.replace(second=0, microsecond=0)
        changed = copy.changed(
            f'<p class="article-date__update">{copy.say("更新：", "Updated ")}<time datetime="{(copy.said.changed or t).isoformat()}">{{}}</time></p>'
        )
        topics = copy.tags("<li class=`topics__item`><a class=`topics__link` href=`{url}`>{tag}</a></li>")
        viewed = copy.others(
            '<li class="most-viewed__item"><a href="{url}"><h5>{title}</h5></a> <span class="most-viewed__date">{day}</span></li>', 5
        )  # fmt: skip
        return (
            f'<div class="breadcrumb"><a href="/">{copy.say("主頁", "Home")}</a><span>&rsaquo;</span><a href="{copy.section_url}">{copy.section}</a></div>\n<article class="article" itemscope itemtype="http://schema.org/NewsArticle">\n<header class="article__header"><h1 class="headline__heading" itemprop="headline name">{copy.title}</h1>\n<ul class="share-bar"><li><a>Facebook</a></li><li><a>Twitter</a></li><li><a>WhatsApp</a></li><li><a>{copy.say("電郵", "Email")}</a></li></ul></header>\n'
            f'{lead}<div class="article__meta">{by}<div class="article-date"><p class="article-date__text"><time itemprop="datePublished" datetime="{t.isoformat()}">{copy.day}</time></p>{changed}</div></div>\n<div class="article__body" itemprop="articleBody">\n{chr(10).join(pieces)}\n</div>\n<div class="topics component"><h3 class="topics__heading">{copy.say("相關主題", "Related Topics")}</h3><ul class="topics__list">{topics}</ul></div>\n<div class="comments-toggle"><a class="button" href="#comments">{copy.say("顯示留言", "Show comments")}</a></div>\n</article>\n'
            f'<aside class="sidebar"><div class="advert" data-slot="mpu">{copy.say("廣告", "Advertisement")}</div><div class="most-viewed"><h3>{copy.say("最多人看", "Most Viewed")}</h3><ol>{viewed}</ol></div></aside>\n<section class="sponsored"><h3>{copy.say("網上推介", "More from the web")}</h3><a href="http://ads.example/a">{copy.say("這部助聽器小得看不見", "The hearing aid that nobody can see")}</a> <span>{copy.say("贊助", "Sponsored")}</span><a href="http://ads.example/b">{copy.say("六十歲以上的汽車保險，你付多了嗎？", "Over 60? Your car insurance may cost too much")}</a> <span>{copy.say("贊助", "Sponsored")}</span></section>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Packages of teasers."""
        rows = "".join(
            f'<li class="package__item"><article class="card"><div class="card__kicker">{esc(c.section)}</div><h3 class="card__heading"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="card__text">{esc(c.summary)}…</p><div class="card__meta">{self.day(c.published)}</div></article></li>\n'
            for c in cards
        )
        more = f'<a class="button pagination__next" href="{attr(older)}">{self.word("更多報道", "More stories")}</a>' if older else ""  # fmt: skip
        return f'<h1 class="section-title">{esc(heading)}</h1><section class="package"><ul class="package__list">{rows}</ul>{more}</section>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of one text component."""
        return f'<article class="article"><header class="article__header"><h1 class="headline__heading">{esc(heading)}</h1></header><div class="article__body"><div class="article-body-text component">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></article>'


class Mullet(Freehand):
    """2008: a city paper's own pages from a server script: tables with borders of pictures, the reporter and the place they write from in a line by the day, paragraphs behind two wide spaces, others in lists with dots."""

    name = "mullet"
    tagged = False
    timed = True

    def draw(self, rng: Random) -> None:
        """Colours, and the words of the line."""
        self.colour = choose(rng, "#CC0000", "#003399", "#336600")
        self.wide = choose(rng, "900", "780", "950")
        self.clocked = choose(rng, "{t:%Y/%m/%d %H:%M}", "{t:%Y-%m-%d %H:%M}")
        word = choose(rng, "報導", "報道")
        self.hand = Hand(f"記者{{a}}／綜合{word}", f"記者{{a}}、{{b}}／連線{word}", placed=f"記者{{a}}／{{p}}{word}", photo="文：記者{a}　圖：記者{b}", role="記者", roles=("文", "圖"), desk="{o}", agency="{o}")  # fmt: skip
        self.hand_en = Hand("By {a}, Staff Reporter", "By {a} and {b}, Staff Reporters", placed="By {a}, Staff Reporter in {p}", role="Staff Reporter")  # fmt: skip

    def day(self, t: datetime) -> str:
        """``2008/03/08 09:05`` or ``2008-03-08 09:05``."""
        return self.clocked.format(t=t)

    def box(self, title: str, inside: str) -> str:
        """A box with a coloured bar."""
        return f'<table width="180" border="0" cellspacing="1" cellpadding="3" bgcolor="#CCCCCC"><tr><td bgcolor="{self.colour}"><font color="#FFFFFF"><b>{title}</b></font></td></tr><tr><td bgcolor="#FFFFFF" class="s12">{inside}</td></tr></table>\n<img src="/images/spacer.gif" width="1" height="8"><br>\n'

    def frame(self, page: Shell) -> str:
        """A banner, a bar of channels, a line that moves, three cells, a foot."""
        items = self.menu(
            page.paper, '<td align="center" class="nav"><a href="{url}">{name}</a></td>', '<td><font color="#FFFFFF">|</font></td>'
        )  # fmt: skip
        left = self.box(
            self.word("本報服務", "Services"),
            f'．<a href="/subscribe.php">{self.word("線上訂報", "Subscribe online")}</a><br>．<a href="/ad.php">{self.word("分類廣告", "Classified ads")}</a><br>．<a href="/weather.php">{self.word("氣象", "Weather")}</a><br>．<a href="/lotto.php">{self.word("發票對獎", "Lottery")}</a>',
        )
        return (
            f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">\n<html>\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.paper.name)}{self.word(" 新聞網", " Online")} - {esc(page.title)}</title>\n{page.head}<link href="/css/main.css" rel="stylesheet" type="text/css">\n<script language="JavaScript" src="/js/func.js"></script>\n</head>\n<body leftmargin="0" topmargin="0" marginwidth="0" marginheight="0" background="/images/bg.gif">\n'
            f'<table width="{self.wide}" border="0" align="center" cellpadding="0" cellspacing="0" bgcolor="#FFFFFF">\n<tr><td width="220"><a href="/"><img src="/images/logo.gif" width="210" height="70" border="0" alt="{attr(page.paper.name)}"></a></td><td align="right"><a href="http://ads.example/1"><img src="/adimg/468x60.gif" width="468" height="60" border="0"></a></td></tr>\n<tr><td colspan="2" bgcolor="{self.colour}"><table width="100%" border="0" cellspacing="0" cellpadding="4"><tr>{items}</tr></table></td></tr>\n<tr><td colspan="2" bgcolor="#F5F5F5"><marquee scrollamount="3" onmouseover="this.stop()" onmouseout="this.start()">{self.word("本報誠徵地方特約記者，意者請洽編輯部。", "We look for local correspondents. Call the desk.")}</marquee></td></tr>\n</table>\n'
            f'<table width="{self.wide}" border="0" align="center" cellpadding="4" cellspacing="0" bgcolor="#FFFFFF"><tr><td width="190" valign="top">{left}</td>\n<td valign="top">\n{page.main}\n</td></tr></table>\n<table width="{self.wide}" border="0" align="center" cellpadding="6" bgcolor="#EEEEEE"><tr><td align="center" class="s12"><a href="/about">{self.word("關於本報", "About us")}</a> | <a href="/contact.php">{self.word("讀者投書", "Letters")}</a> | <a href="/privacy.php">{self.word("隱私權聲明", "Privacy")}</a><br>{esc(page.paper.rights)} {self.word("版權所有 請勿任意轉載", "All rights reserved")}<br>{self.word("建議使用 IE 6.0 以上，1024×768 瀏覽", "Best viewed with IE 6.0 at 1024 by 768")}</td></tr></table>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A headline and nothing else."""
        return f'<meta name="description" content="{attr(copy.version.title)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Lines behind wide spaces, and breaks."""
        pad = self.word("　　", "")
        if block.kind == "p":
            return f"{pad}{spans(block.spans)}<br><br>"
        if block.kind == "h":
            return f'<font color="{self.colour}"><b>{spans(block.spans)}</b></font><br><br>'
        if block.kind == "quote":
            return f'<table width="90%" align="center" cellpadding="8" bgcolor="#FFFFEE"><tr><td class="f15">{spans(block.spans)}</td></tr></table><br>'
        if block.kind == "note":
            return f'{pad}<font color="#666666">{spans(block.spans)}</font><br><br>'
        if block.kind == "table":
            return table(block.rows, ' width="90%" border="1" align="center" cellpadding="3" cellspacing="0" bordercolor="#999999"') + "<br>"  # fmt: skip
        if block.kind == "embed":
            return f'<center><iframe src="{attr(block.url)}" width="425" height="350" frameborder="0"></iframe></center><br>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table at the right, its words in small letters."""
        credit = f"（{esc(picture.credit)}）" if picture.credit and not self.english else f" ({esc(picture.credit)})" if picture.credit else ""  # fmt: skip
        return f'<table width="260" border="0" align="right" cellpadding="4" cellspacing="0"><tr><td><a href="javascript:openpic(\'{picture.number}\')"><img src="{self.source(copy, picture)}" width="250" border="1"></a></td></tr><tr><td class="s12"><font color="#666666">▲{esc(picture.caption)}{credit}</font></td></tr></table>'

    def story(self, copy: Copy) -> str:
        """Path, headline, the line of facts, letters' sizes, text, related news, a form to send it."""
        who = f'<td class="s12">{copy.by}</td>' if copy.by else "<td></td>"
        near = copy.others(
            '<tr><td class="s12">‧<a href="{url}">{title}</a> <font color="#999999">({day})</font></td></tr>', 5
        )
        near = (
            f'<table width="100%" border="0" cellpadding="3" cellspacing="0"><tr><td background="/images/dot.gif"><b>{copy.say("相關新聞", "Related news")}</b></td></tr>{near}</table>\n'
            if near
            else ""
        )
        return (
            f'<table width="100%" border="0" cellpadding="3" cellspacing="0">\n<tr><td colspan="2" class="s12"><img src="/images/arrow.gif" width="9" height="9"> <a href="/">{copy.say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a></td></tr>\n<tr><td colspan="2" class="t20"><b>{copy.title}</b></td></tr>\n<tr>{who}<td align="right" class="s12"><font color="#999999">{copy.day}</font></td></tr>\n<tr><td colspan="2" align="right" class="s12">{copy.say("字級：", "Size: ")}<a href="javascript:fs(13)">{copy.say("小", "S")}</a> <a href="javascript:fs(15)">{copy.say("中", "M")}</a> <a href="javascript:fs(18)">{copy.say("大", "L")}</a>　<a href="/print.php?n={copy.article.id}" target="_blank">{copy.say("列印", "Print")}</a>　<a href="/send.php?n={copy.article.id}">{copy.say("轉寄好友", "Send to a friend")}</a></td></tr>\n'
            f'<tr><td colspan="2" id="newstext" class="f15">\n{chr(10).join(self.blocks(copy))}\n</td></tr>\n<tr><td colspan="2" align="center"><script type="text/javascript" src="http://ads.example/show.js"></script></td></tr>\n</table>\n{near}<table width="100%" border="0" cellpadding="3"><tr><td align="center" class="s12"><a href="javascript:history.go(-1)">{copy.say("【回上一頁】", "[Back]")}</a> <a href="#">{copy.say("【回頁首】", "[Top]")}</a></td></tr></table>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows with dots and days."""
        rows = "".join(
            f'<tr bgcolor="{"#FFFFFF" if n % 2 else "#F7F7F7"}"><td class="f15">‧<a href="{attr(c.url)}">{esc(c.title)}</a></td><td width="110" align="right" class="s12">{c.published:%m/%d %H:%M}</td></tr>\n'
            for n, c in enumerate(cards)
        )
        more = f'<tr><td colspan="2" align="center" class="s12">{self.word("第 1 頁", "Page 1")}　<a href="{attr(older)}">{self.word("下一頁", "Next")}</a></td></tr>' if older else ""  # fmt: skip
        return f'<table width="100%" border="0" cellpadding="4" cellspacing="0"><tr><td colspan="2" bgcolor="{self.colour}"><font color="#FFFFFF"><b>{esc(heading)}</b></font></td></tr>{rows}{more}</table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Headline and lines."""
        return f'<table width="100%" border="0" cellpadding="3"><tr><td class="t20"><b>{esc(heading)}</b></td></tr><tr><td class="f15">{"<br><br>".join(esc(p) for p in paragraphs)}</td></tr></table>'
