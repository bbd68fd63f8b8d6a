"""Designs of the continent: a weekly's own system of 2016, a publishing system of free software, an association's content management."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Godwit", "Knot", "Turnstone"]


class Godwit(Freehand):
    """2016: a weekly's own system: the section is the headline's kicker and stands within its tag, one line has writer, one day, change and remarks."""

    name = "godwit"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """How it signs, what it calls a change, where the letter is offered."""
        self.offer = 2 + int(rng.random() * 3)
        self.agency = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("文：{a}", "文：{a}、{b}", role="文", photo="文：{a}　攝影：{b}", roles=("文", "攝影")),
            Hand("{a}", "{a}、{b}"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``8 March 2016, 9:05 am``; ``2016年3月8日，9:05``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1]} {t.year}, {clock(t, 'am', 'pm')}"
        return f"{t.year}年{t.month}月{t.day}日，{t.hour}:{t:%M}"

    def frame(self, page: Shell) -> str:
        """A header that sticks, a navigation in items, a footer of links."""
        items = self.menu(
            page.paper,
            '<li class="nav__ressorts-item" data-feature-dropdown="true"><a class="nav__ressorts-link{on}" href="{url}"><span>{name}</span></a></li>',
            now=page.section,
            current=" nav__ressorts-link--current",
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" class="no-js" prefix="og: http://ogp.me/ns#">\n<head>\n{heads(page.charset)}\n<title>{f"{esc(page.section)}: " if page.section else ""}{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/static/css/screen.css">\n</head>\n<body data-page-type="{"article" if page.is_story else "centerpage"}" data-is-hp="false">\n<div class="page"><div class="page__content">\n'
            f'<header class="header"><div class="header__brand"><a href="/" itemprop="publisher"><span>{esc(page.paper.name)}</span></a></div><nav class="nav" role="navigation"><ul class="nav__ressorts">{items}</ul><div class="nav__login"><a href="/login">{self.word("登入", "Sign in")}</a></div></nav></header>\n<main class="main main--article" id="main">\n{page.main}\n</main>\n'
            f'<footer class="footer" role="contentinfo"><div class="footer__publisher">{esc(page.paper.rights)}</div><ul class="footer-links__list"><li><a href="/about">{self.word("版權資料", "Imprint")}</a></li><li><a href="/privacy">{self.word("私隱", "Privacy")}</a></li><li><a href="#main">{self.word("回到頁首", "To the top")}</a></li></ul></footer>\n</div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Open Graph, a canonical address."""
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta name="description" content="{attr(copy.lead)}…">\n<meta name="keywords" content="{attr(", ".join((copy.article.section, *(copy.said.tags or ()))))}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.article.section)}: {attr(copy.version.title)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Every block an item of the article."""
        if block.kind == "p":
            return f'<p class="paragraph article__item">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<h2 class="article__subheading article__item">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<p class="paragraph article__item"><em>{spans(block.spans)}</em></p>'
        if block.kind == "quote":
            return f'<blockquote class="quote article__item"><div class="quote__text">{spans(block.spans)}</div></blockquote>'
        if block.kind in {"ul", "ol"}:
            return (
                f'<{block.kind} class="list article__item">'
                + "".join(f'<li class="list__item">{esc(i)}</li>' for i in block.items)
                + f"</{block.kind}>"
            )
        if block.kind == "table":
            return f'<div class="article__item raw">{table(block.rows)}</div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure with a media container."""
        credit = (
            f'<span class="figure__copyright" itemprop="copyrightHolder">© <span itemprop="name">{esc(picture.credit)}</span></span>'
            if picture.credit
            else ""
        )
        return f'<figure class="article__item article__item--wide figure" itemprop="associatedMedia" itemscope itemtype="http://schema.org/ImageObject"><div class="figure__media-container"><img class="figure__media" src="{self.source(copy, picture)}" alt=""></div><figcaption class="figure__caption"><span class="figure__text" itemprop="caption">{esc(picture.caption)}</span> {credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Kicker and headline in one tag, byline, the line of facts, items with what is offered between, topics, remarks, others."""
        pieces = self.blocks(copy)
        pieces.insert(
            min(self.offer, len(pieces)),
            f'<aside class="newsletter-signup article__item"><div class="newsletter-signup__heading">{copy.say("電子報：《{letter}》", "Newsletter: {letter}")}</div><p class="newsletter-signup__text">{copy.say("逢周五寄到你的信箱。", "In your inbox every Friday.")}</p><form><input type="email" placeholder="{copy.say("電郵地址", "E-mail address")}"><button>{copy.say("登記", "Sign up")}</button></form></aside>',
        )
        pieces.insert(
            min(self.offer + 3, len(pieces)),
            f'<div id="iqadtile{self.offer}" class="ad ad-desktop"><div class="ad__label">{copy.say("廣告", "Advertisement")}</div></div>',
        )
        by = copy.linked('<a itemprop="url" href="/authors/"><span itemprop="name">{}</span></a>')
        by = (
            f'<div class="byline" itemprop="author" itemscope itemtype="http://schema.org/Person">{by}</div>'
            if by
            else ""
        )
        changed = copy.changed(
            f' / {copy.say("更新於", "Updated")} <time class="metadata__date" itemprop="dateModified">{{}}</time>'
        )
        count = copy.salt % 190
        source = (
            f'<span class="metadata__source">{copy.say("來源：", "Source: ")}{esc(copy.paper.name)}</span> '
            if self.agency
            else ""
        )
        remarks = copy.remarks(
            '<article class="comment"><div class="comment-meta"><a class="comment-meta__name" href="/profile/{n}">{who}</a> <a class="comment-meta__date" href="#cid-{n}">#{n} — {when}</a></div><div class="comment__body"><p>{what}</p></div><div class="comment__reactions"><a>'
            + copy.say("回覆", "Reply")
            + "</a></div></article>\n"
        )
        return (
            f'<article class="article js-article" itemscope itemtype="http://schema.org/Article"><header class="article__header"><h1 class="article-heading" itemprop="headline"><span class="article-heading__kicker">{copy.section}</span><span class="visually-hidden">: </span><span class="article-heading__title">{copy.title}</span></h1>\n{by}<div class="metadata"><time class="metadata__date" itemprop="datePublished" datetime="{copy.article.published.replace(second=0, microsecond=0).isoformat()}">{copy.day}</time>{changed} {source}<a class="metadata__commentcount" href="#comments">{count} {copy.say("則回應", "comments")}</a></div></header>\n'
            f'<div class="article-body article-body--article" itemprop="articleBody"><section class="article-page">\n{chr(10).join(pieces)}\n</section></div>\n<div class="article-pagination"><a class="article-pagination__link" href="/">{copy.say("返回首頁", "Front page")}</a></div>\n'
            f'<nav class="article-tags"><h2 class="article-tags__title">{copy.say("主題", "Keywords")}</h2><ul class="article-tags__list">{copy.tags("<li><a href=`{url}` class=`article-tags__link` rel=`tag`>{tag}</a></li>")}</ul></nav>\n<aside class="article-social"><a>Facebook</a> <a>Twitter</a> <a>{copy.say("電郵", "Mail")}</a></aside></article>\n'
            f'<section class="comment-section" id="comments"><div class="comment-section__headline">{count} {copy.say("則回應", "comments")}</div>{remarks}</section>\n<aside class="nextread">{copy.others("<article class=`teaser`><h3><a href=`{url}`><span class=`teaser__kicker`>{section}</span> <span class=`teaser__title`>{title}</span></a></h3><p>{lead}…</p></article>", 2)}</aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers with kickers."""
        rows = "".join(
            f'<article class="newsteaser"><h2 class="newsteaser__heading"><a href="{attr(c.url)}"><span class="newsteaser__kicker">{esc(c.section)}</span><span class="visually-hidden">: </span><span class="newsteaser__title">{esc(c.title)}</span></a></h2><p class="newsteaser__text">{esc(c.summary)}… <span class="newsteaser__byline">{esc(c.author)}</span></p><time datetime="{c.published:%Y-%m-%dT%H:%M}">{c.published:%d.%m.%Y}</time></article>\n'
            for c in cards
        )
        more = f'<a class="pager__button" href="{attr(older)}">{self.word("下一頁", "Next page")}</a>' if older else ""
        return f'<div class="cp-region"><h1 class="cp-title">{esc(heading)}</h1>{rows}</div><div class="pager">{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Items."""
        return f'<article class="article"><h1 class="article-heading"><span class="article-heading__title">{esc(heading)}</span></h1>{"".join(f"<p class=`paragraph article__item`>{esc(p)}</p>".replace("`", chr(34)) for p in paragraphs)}</article>'


class Knot(Freehand):
    """2006: a publishing system of free software: small letters say day and writer, an opening apart, pictures as lists of terms, a forum in which the headline comes again."""

    name = "knot"
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """Whether the opening stands apart, and where the day stands."""
        self.apart = rng.random() < 0.6
        self.hand = Hand("{a}", "{a}、{b}")
        self.hand_en = Hand("{a}", "{a}, {b}")
        self.bullet = choose(rng, "puce.gif", "puce_prive.gif")

    def day(self, t: datetime) -> str:
        """``Tuesday 8 March 2006``; ``2006年3月8日星期二``."""
        if self.english:
            return f"{DAYS[t.weekday()]} {t.day} {MONTHS[t.month - 1]} {t.year}"
        return f"{t.year}年{t.month}月{t.day}日星期{DAYS_ZH[t.weekday()]}"

    def frame(self, page: Shell) -> str:
        """A page of four boxes."""
        items = self.menu(
            page.paper, '<li><a href="{url}"{on}>{name}</a></li>\n', now=page.section, current=' class="on"'
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}" dir="ltr">\n<head>\n<title>{esc(page.title)} - [{esc(page.paper.name)}]</title>\n{heads(page.charset, old=True)}\n{page.head}<link rel="alternate" type="application/rss+xml" title="{self.word("整站聯播", "Syndicate the whole site")}" href="/rss.xml" />\n<link rel="stylesheet" href="/spip_style.css" type="text/css" media="all" />\n</head>\n'
            f'<body class="{"page_article" if page.is_story else "page_rubrique"}">\n<div id="page">\n<div id="entete"><a href="/" title="{self.word("首頁", "Home")}"><span class="nom_site">{esc(page.paper.name)}</span></a>\n<div class="formulaire_recherche"><form action="/search" method="get"><label for="recherche">{self.word("搜索：", "Search:")}</label> <input type="text" id="recherche" name="recherche" /></form></div></div>\n'
            f'{page.main}\n<div id="navigation"><div class="rubriques"><h2 class="menu-titre">{self.word("欄目", "Sections")}</h2><ul>{items}</ul></div></div>\n<div id="pied"><a href="/plan">{self.word("網站地圖", "Site Map")}</a> | <a href="/about">{self.word("關於", "About")}</a> | <a href="/ecrire/">{self.word("私人空間", "Private area")}</a> | <a href="/rss.xml">RSS</a><br />{esc(page.paper.rights)}</div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A description."""
        return f'<meta name="description" content="{attr(copy.lead)} (...)" />\n<meta name="generator" content="SPIP 1.9" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The system's class on everything."""
        if block.kind == "p":
            return f'<p class="spip">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<h3 class="spip">{spans(block.spans)}</h3>'
        if block.kind == "quote":
            return f'<blockquote class="spip"><p class="spip">{spans(block.spans)}</p></blockquote>'
        if block.kind == "ul":
            return '<p class="spip">' + "\n<br />".join(
                f'<img class="puce" src="/dist/images/{self.bullet}" width="8" height="11" alt="-" border="0" />&nbsp;{esc(i)}'
                for i in block.items
            ) + "</p>"  # fmt: skip
        if block.kind == "ol":
            return '<ol class="spip">' + "".join(f'<li class="spip">{esc(i)}</li>' for i in block.items) + "</ol>"
        if block.kind == "table":
            return table(block.rows, ' class="spip"')
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A list of terms."""
        credit = f'\n<dd class="spip_doc_descriptif">{esc(picture.credit)}</dd>' if picture.credit else ""
        kind = "JPEG" if picture.suffix == "jpg" else "PNG"
        return f'<dl class="spip_document_{picture.number % 9999} spip_documents spip_documents_center">\n<dt><img src="{self.source(copy, picture)}" width="400" height="266" alt="{kind}" title="{kind} - {40 + picture.number % 60} ko" /></dt>\n<dt class="spip_doc_titre"><strong>{esc(picture.caption)}</strong></dt>{credit}\n</dl>'

    def story(self, copy: Copy) -> str:
        """Path, headline, small letters, opening, text, postscript, key words, forum, the section's other articles."""
        blocks = copy.version.blocks
        note = tuple(b for b in blocks if b.kind == "note")
        text = tuple(b for b in blocks if b.kind != "note")
        opening = ""
        if self.apart and text[0].kind == "p":
            opening = f'<div class="chapo">{self.block(copy, text[0])}</div>\n'
            text = text[1:]
        after = "".join(f'<p class="spip"><em>{spans(b.spans)}</em></p>' for b in note)
        after = f'<div class="ps"><h2>{copy.say("附記", "P.S.")}</h2>{after}</div>\n' if after else ""
        by = copy.linked('<a class="spip_in" href="/auteurs">{}</a>')
        by = copy.say("，作者：", ", by ") + by if by else ""
        changed = copy.changed(f"<br />{copy.say('最後修改：', 'Last modified: ')}{{}}")
        posted = copy.remarks(
            f'<li><div class="forum-fil"><div class="forum-titre"><a href="#forum{{n}}">&gt; {copy.title}</a></div><small>{{when}}, {copy.say("作者", "by")} {{who}}</small><div class="forum-texte"><p class="spip">{{what}}</p></div><p class="forum-repondre">[<a href="/forum">{copy.say("回覆此留言", "Reply to this message")}</a>]</p></div></li>\n'
        )
        keys = copy.tags('<li><a href="{url}" rel="tag">{tag}</a></li>\n')
        keys = (
            f'<div class="mots"><h2 class="menu-titre">{copy.say("關鍵字", "Keywords")}</h2><ul>{keys}</ul></div>'
            if keys
            else ""
        )
        return (
            f'<div id="hierarchie"><a href="/">{copy.say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; <b>{copy.title}</b></div>\n<div id="conteneur"><div id="contenu">\n<div class="cartouche"><h1 class="titre-article">{copy.title}</h1>\n<p><small>{copy.day}{by}{changed}</small></p>\n<p class="outils"><a href="/print">{copy.say("列印版", "Printable version")}</a></p></div>\n'
            f'{opening}<div class="texte">\n{chr(10).join(self.block(copy, b) for b in text)}\n</div>\n{after}<p class="repondre"><a href="/forum?id={copy.article.id}" rel="nofollow">{copy.say("回應這篇文章", "Reply to this article")}</a></p>\n<a name="forum"></a><h2>{copy.say("討論", "Forum")}</h2><ul class="forum">{posted}</ul>\n</div></div>\n'
            f'<div id="extras"><div class="breves"><h2 class="menu-titre">{copy.say("同一欄目", "In the same section")}</h2><ul>{copy.others("<li><a href=`{url}`>{title}</a></li>", 5)}</ul></div>{keys}</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with day, writer and opening."""
        rows = "".join(
            f'<li><h3 class="titre"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><small>{self.day(c.published)}{self.word("，作者：", ", by ")}{esc(c.author)}</small><div class="introduction">{esc(c.summary)} (...)</div></li>\n'
            for c in cards
        )
        more = (
            f'<p class="pagination"><a href="{attr(older)}">{self.word("更早", "older")} &gt;</a></p>' if older else ""
        )
        return f'<div id="conteneur"><div id="contenu"><div class="cartouche"><h1 class="titre-rubrique">{esc(heading)}</h1></div><div class="liste-articles"><ul>{rows}</ul>{more}</div></div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """An article without small letters."""
        return f'<div id="conteneur"><div id="contenu"><div class="cartouche"><h1 class="titre-article">{esc(heading)}</h1></div><div class="texte">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></div>'


class Turnstone(Freehand):
    """2007: an association's paper on a content management with portlets: one line below the headline says by whom, when, when again, and under what it is filed."""

    name = "turnstone"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The columns' order and how it signs."""
        self.right = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("{a}（文）", "{a}、{b}（文）", role="文", photo="{a}（文） {b}（攝影）", roles=("文", "攝影")),
        )
        self.hand_en = Hand("{a}", "{a} and {b}")

    def day(self, t: datetime) -> str:
        """``Mar 08, 2007 09:05 AM``; ``2007年03月08日 09時05分``."""
        if self.english:
            return f"{MONTHS[t.month - 1][:3]} {t:%d, %Y %I:%M} {'AM' if t.hour < 12 else 'PM'}"
        return f"{t:%Y年%m月%d日 %H時%M分}"

    def frame(self, page: Shell) -> str:
        """Tabs, a table of columns, portlets."""
        tabs = self.menu(
            page.paper,
            '<li class="{on}"><a href="{url}" accesskey="">{name}</a></li>',
            now=page.section,
            current="selected",
        )
        tree = self.menu(
            page.paper,
            '<li class="navTreeItem visualNoMarker"><div><a class="state-published visualIconPadding" href="{url}"><span>{name}</span></a></div></li>',
        )
        left = f'<td id="portal-column-one"><div class="visualPadding"><dl class="portlet portletNavigationTree"><dt class="portletHeader"><a class="tile" href="/sitemap">{self.word("導覽", "Navigation")}</a></dt><dd class="portletItem lastItem"><ul class="portletNavigationTree navTreeLevel0">{tree}</ul></dd></dl><dl class="portlet" id="portlet-login"><dt class="portletHeader">{self.word("登入", "Log in")}</dt><dd class="portletItem"><label>{self.word("用戶", "Login Name")}</label><input name="__ac_name" size="10" /></dd></dl></div></td>\n'
        body = f'<td id="portal-column-content"><div class="documentEditable"><div class="documentContent" id="region-content"><a name="documentContent"></a>\n{page.main}\n</div></div></td>\n'
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} &mdash; {esc(page.paper.name)}</title>\n{page.head}<link rel="search" href="/search_form" />\n<meta name="generator" content="Plone - http://plone.org" />\n</head>\n<body class="section-news template-newsitem_view" dir="ltr">\n<div id="visual-portal-wrapper">\n'
            f'<div id="portal-top"><div id="portal-header"><p class="hiddenStructure"><a accesskey="2" href="#documentContent">{self.word("跳到內容", "Skip to content.")}</a> | <a accesskey="6" href="#portlet-navigation-tree">{self.word("跳到導覽", "Skip to navigation")}</a></p><div id="portal-skinswitcher"></div><h1 id="portal-logo"><a href="/" accesskey="1">{esc(page.paper.name)}</a></h1><h5 class="hiddenStructure">{self.word("分類", "Sections")}</h5><ul id="portal-globalnav">{tabs}</ul></div></div>\n'
            f'<table id="portal-columns"><tbody><tr>\n{body + left if self.right else left + body}</tr></tbody></table>\n<div id="portal-footer"><p>{esc(page.paper.rights)}</p></div><div id="portal-colophon"><ul><li><a href="/about">{self.word("關於本站", "About")}</a></li><li><a href="/accessibility-info">{self.word("無障礙", "Accessibility")}</a></li></ul></div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What the system calls Dublin Core."""
        t = copy.article.published
        return f'<meta content="{attr(", ".join(copy.said.tags or ()))}" name="keywords" />\n<meta content="News Item" name="DC.type" />\n<meta content="text/html" name="DC.format" />\n<meta content="{t:%Y-%m-%d %H:%M}:00" name="DC.date.created" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's classes."""
        if block.kind == "table":
            return table(block.rows, ' class="plain"')
        if block.kind == "quote":
            return f'<p class="pullquote">{spans(block.spans)}</p>'
        if block.kind == "note":
            return f'<p class="discreet">{spans(block.spans)}</p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A captioned image: a list of terms; the credit is typed into the caption's field."""
        credit = f" [{esc(picture.credit)}]" if picture.credit else ""
        return f'<dl class="image-right captioned" style="width:300px">\n<dt><a rel="lightbox" href="{self.source(copy, picture)}/image_view_fullscreen"><img src="{self.source(copy, picture)}" alt="" title="" height="200" width="300" /></a></dt>\n<dd class="image-caption" style="width:300px">{esc(picture.caption)}{credit}</dd>\n</dl>'

    def story(self, copy: Copy) -> str:
        """Path, headline, the line, text, actions, discussion, a portlet of news."""
        by = copy.linked('<span class="documentAuthor"><a href="/author">{}</a></span>')
        by = f"{copy.say('作者 ', 'by ')}{by} &mdash; " if by else ""
        changed = copy.changed(
            f', {copy.say("最後修改於 ", "last modified ")}<span class="documentModified">{{}}</span>'
        )
        filed = copy.tags('<span class="link-category"><a href="{url}" rel="nofollow">{tag}</a></span>', ", ")
        filed = (
            f'<span class="documentFiled"> &mdash; {copy.say("歸檔於：", "filed under: ")}{filed}</span>'
            if filed
            else ""
        )
        remarks = copy.remarks(
            '<div class="comment"><h3>Re:</h3><div class="documentByLine">'
            + copy.say("{{who}} 張貼於 {{when}}", "Posted by {{who}} at {{when}}")
            + '</div><div class="commentBody"><p>{what}</p></div></div>\n'
        )
        return (
            f'<div id="portal-breadcrumbs"><span id="breadcrumbs-you-are-here">{copy.say("你在這裡：", "You are here:")}</span> <a href="/">{copy.say("首頁", "Home")}</a> <span class="breadcrumbSeparator">&rarr;</span> <a href="{copy.section_url}">{copy.section}</a> <span class="breadcrumbSeparator">&rarr;</span> <span>{copy.title}</span></div>\n<h1 class="documentFirstHeading"><span>{copy.title}</span></h1>\n'
            f'<div class="documentByLine" id="plone-document-byline">{by}<span class="documentPublished">{copy.say("發布於 ", "published ")}{copy.day}</span>{changed}{filed}</div>\n<div class="stx">\n{chr(10).join(self.blocks(copy))}\n</div>\n<div class="visualClear"></div>\n'
            f'<div class="documentActions"><h5 class="hiddenStructure">{copy.say("文件動作", "Document Actions")}</h5><ul><li id="document-action-sendto"><a href="/sendto_form">{copy.say("寄給朋友", "Send this")}</a></li><li id="document-action-print"><a href="javascript:this.print();">{copy.say("列印", "Print this")}</a></li></ul></div>\n<div class="discussion">{remarks}</div>\n'
            f'<dl class="portlet portletNews"><dt class="portletHeader"><a href="/news">{copy.say("新聞", "News")}</a></dt>{copy.others("<dd class=`portletItem odd`><a class=`tile` href=`{url}`>{title} <span class=`portletItemDetails`>{day}</span></a></dd>", 5)}<dd class="portletFooter"><a href="/news">{copy.say("更多新聞……", "More news…")}</a></dd></dl>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A folder's summary view."""
        rows = "".join(
            f'<div class="tileItem visualIEFloatFix"><h2 class="tileHeadline"><a class="summary url" href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="documentByLine">{self.word("作者 ", "by ")}<span class="documentAuthor">{esc(c.author)}</span> &mdash; {self.day(c.published)}</div><p class="tileBody"><span class="description">{esc(c.summary)}…</span></p><p class="tileFooter"><a href="{attr(c.url)}">{self.word("全文……", "Read More…")}</a></p></div>\n'
            for c in cards
        )
        more = (
            f'<div class="listingBar"><span class="next"><a href="{attr(older)}">{self.word("下 40 則", "Next 40 items")} &raquo;</a></span></div>'
            if older
            else ""
        )
        return f'<h1 class="documentFirstHeading">{esc(heading)}</h1>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<h1 class="documentFirstHeading"><span>{esc(heading)}</span></h1><div class="stx">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'
