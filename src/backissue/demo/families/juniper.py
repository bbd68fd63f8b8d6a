"""Held-out designs of bought systems: a form server's numbered controls, a newspaper theme with its facts hidden in empty tags."""

from __future__ import annotations

import base64
import hashlib
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Gherkin", "Spindle"]


class Spindle(Freehand):
    """2007: a server of forms: every fact in a control with a path for a name, the text in one span broken by hand, pictures in a list of rows below it."""

    name = "spindle"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """What the controls are called, and the culture of the server."""
        self.place = choose(rng, "ctl00_cphMain_", "ctl00_ContentPlaceHolder1_", "ctl00_MainContent_")
        self.view = choose(rng, "fvNews_", "FormView1_", "dtlArticle_ctl00_")
        self.american = rng.random() < 0.5
        self.noon = rng.random() < 0.5
        self.lines = choose(rng, "<BR><BR>", "<br /><br />\r\n", "<br>\n<br>\n")
        self.hand = choose(
            rng,
            Hand("記者{a}", "記者{a}、{b}", role="記者", placed="{p}記者{a}"),
            Hand("{a}", "{a}、{b}"),
            Hand("{a}", "{a} {b}"),
        )
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """As the server's culture has it: ``3/8/2007 9:05 AM``, ``08/03/2007 09:05``; ``2007/3/8 上午 09:05``, ``2007/3/8 09:05``."""
        if self.english:
            return f"{t.month}/{t.day}/{t.year} {clock(t)}" if self.american else f"{t:%d/%m/%Y %H:%M}"
        if self.noon:
            return f"{t.year}/{t.month}/{t.day} {'上午' if t.hour < 12 else '下午'} {t.hour % 12 or 12:02d}:{t:%M}"
        return f"{t.year}/{t.month}/{t.day} {t:%H:%M}"

    def label(self, name: str, words: str) -> str:
        """A label control of the view."""
        return f'<span id="{self.place}{self.view}{name}">{words}</span>'

    def frame(self, page: Shell) -> str:
        """One form around everything, and what it remembers."""
        state = base64.b64encode(hashlib.sha512(page.title.encode()).digest() * 3).decode()
        items = self.menu(
            page.paper,
            '<td id="ctl00_mnuTopn0" onmouseover="Menu_HoverStatic(this)"><table cellpadding="0" cellspacing="0" border="0"><tr><td style="white-space:nowrap;"><a class="ctl00_mnuTop_1" href="{url}">{name}</a></td></tr></table></td>',
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" >\n<head id="ctl00_Head1">{heads(page.charset, old=True)}<title>\r\n\t{esc(page.paper.name)} &gt; {esc(page.title)}\r\n</title>{page.head}<link href="/App_Themes/Default/StyleSheet.css" type="text/css" rel="stylesheet" /></head>\n<body>\n<form name="aspnetForm" method="post" action="NewsView.aspx" id="aspnetForm">\n<div><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK{state}" /></div>\n<script type="text/javascript">\n<!--\nfunction __doPostBack(eventTarget, eventArgument) {{ theForm.submit(); }}\n// -->\n</script>\n'
            f'<table id="frame" width="960" align="center" cellspacing="0"><tr><td colspan="2"><a id="ctl00_hlHome" href="/"><img src="/images/top.jpg" alt="{attr(page.paper.name)}" style="border-width:0px;" /></a></td></tr><tr><td colspan="2"><table id="ctl00_mnuTop" class="ctl00_mnuTop_2" cellpadding="0" cellspacing="0" border="0"><tr>{items}</tr></table></td></tr>\n<tr>{page.main}</tr>\n<tr><td colspan="2" align="center"><span id="ctl00_lblCopyright">{esc(page.paper.rights)}</span> <a id="ctl00_hlAbout" href="/about">{self.word("關於本報", "About this paper")}</a> <span id="ctl00_lblOnline">{self.word("線上人數：", "Readers online: ")}{3 + len(page.title)}</span></td></tr></table>\n'
            f'<div><input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="/wEWBg{state[:40]}" /></div></form>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Breaks, bold words, and what an editor's box made of the rest."""
        if block.kind == "p":
            return f"{spans(block.spans)}{self.lines}"
        if block.kind == "h":
            return f"<B>{spans(block.spans)}</B>{self.lines}"
        if block.kind == "note":
            return f'<FONT color="#666666"><I>{spans(block.spans)}</I></FONT>{self.lines}'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A row of the list of pictures."""
        n = f"{self.place}dlPhoto_ctl{picture.number % 90:02d}_"
        credit = f'<br /><span id="{n}lblPhotoBy">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<tr><td><img id="{n}imgPhoto" src="{self.source(copy, picture)}" style="width:320px;border-width:0px;" /><br /><span id="{n}lblCaption">{esc(picture.caption)}</span>{credit}</td></tr>'

    def story(self, copy: Copy) -> str:
        """Path, headline, facts, text, pictures, topics, a grid of others; a poll and the most read at the right."""
        p = self.place
        figures = tuple(b for b in copy.version.blocks if b.picture)
        rest = tuple(b for b in copy.version.blocks if not b.picture)
        photos = (
            f'<table id="{p}dlPhoto" cellspacing="0" border="0" align="center" style="border-collapse:collapse;">{"".join(self.blocks(copy, figures))}</table>'
            if figures
            else ""
        )
        path = f'<span id="{p}SiteMapPath1"><a href="#{p}SiteMapPath1_SkipLink"><img alt="{copy.say("跳過導覽連結", "Skip Navigation Links")}" src="/WebResource.axd" width="0" height="0" style="border-width:0px;" /></a><span><a href="/">{copy.say("首頁", "Home")}</a></span><span> &gt; </span><span><a href="{copy.section_url}">{copy.section}</a></span><span> &gt; </span><span>{copy.say("新聞內容", "Story")}</span><a id="{p}SiteMapPath1_SkipLink"></a></span>'
        by = copy.signed(f"{copy.say('作者：', 'Author: ')}{self.label('lblAuthor', '{}')}&nbsp;&nbsp;")
        changed = copy.changed(f"<br />{copy.say('最後修改：', 'Last modified: ')}{self.label('lblModifyTime', '{}')}")
        topics = copy.tags(f"<a id=`{p}hlKeyword` href=`{{url}}`>{{tag}}</a>", "&nbsp;|&nbsp;")
        others = copy.others(
            '<tr><td style="width:90px;">{day}</td><td><a href="{url}" target="_blank">{title}</a></td></tr>', 4
        )
        popular = "".join(
            f'<tr><td><span id="{p}dlHot_ctl{n:02d}_lblNo">{n + 1}</span>. <a id="{p}dlHot_ctl{n:02d}_hlTitle" href="{attr(c.url)}">{esc(c.title)}</a> (<span id="{p}dlHot_ctl{n:02d}_lblHits">{(copy.salt + 97 * n) % 4000}</span>)</td></tr>'
            for n, c in enumerate(copy.related[:5])
        )
        poll = "".join(
            f'<tr><td><input id="{p}rblVote_{n}" type="radio" name="vote" value="{n}" /><label for="{p}rblVote_{n}">{w}</label></td></tr>'
            for n, w in enumerate(copy.say("同意,不同意,無意見", "Agree,Disagree,No opinion").split(","))
        )
        return (
            f'<td valign="top" width="680">{path}\n<table cellspacing="0" border="0" id="{p}{self.view}" style="border-collapse:collapse;"><tr><td colspan="2">\n<h3>{self.label("lblTitle", copy.title)}</h3>\n<div class="info">{copy.say("發布時間：", "Posted: ")}{self.label("lblPostTime", copy.day)}&nbsp;&nbsp;{by}{copy.say("瀏覽次數：", "Hits: ")}{self.label("lblHits", str(copy.salt % 7919))}{changed}</div><hr />\n'
            f'<span id="{p}{self.view}lblContent" class="content">{"".join(self.blocks(copy, rest))}</span>\n</td></tr></table>\n{photos}\n<div class="kw">{copy.say("關鍵字：", "Keywords: ")}{topics}</div>\n<input type="submit" name="btnPrint" value="{copy.say("友善列印", "Printer friendly")}" /> <input type="submit" name="btnMail" value="{copy.say("轉寄朋友", "Mail to a friend")}" /> <a id="{p}lbtnBack" href="javascript:__doPostBack(\'back\',\'\')">{copy.say("回上一頁", "Back")}</a>\n'
            f'<div class="rel"><b>{copy.say("相關新聞", "Related news")}</b><table class="grid" cellspacing="0" rules="all" border="1" id="{p}gvRelated"><tr><th scope="col">{copy.say("日期", "Date")}</th><th scope="col">{copy.say("標題", "Title")}</th></tr>{others}</table></div></td>\n'
            f'<td valign="top" width="260"><div class="box"><b>{copy.say("熱門新聞", "Most viewed")}</b><table id="{p}dlHot">{popular}</table></div><div class="box"><b>{copy.say("本周投票", "Poll of the week")}</b><p>{copy.say("你認為碼頭應否保留？", "Should the pier be kept?")}</p><table id="{p}rblVote">{poll}</table></div></td>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid with a pager."""
        rows = "".join(
            f'<tr class="{"alt" if n % 2 else "row"}"><td>{n + 1}</td><td><a id="{self.place}gvList_ctl{n + 2:02d}_hlTitle" href="{attr(c.url)}">{esc(c.title)}</a></td><td>{esc(c.section)}</td><td>{esc(c.author)}</td><td align="right">{self.day(c.published)}</td></tr>\n'
            for n, c in enumerate(cards)
        )
        names = self.word("編號,標題,分類,作者,發布時間", "No.,Title,Section,Author,Posted").split(",")
        more = f'<a href="{attr(older)}">{self.word("下一頁", "Next page")}</a>' if older else ""
        pager = f'<tr class="pager"><td colspan="5"><table border="0"><tr><td><span>1</span></td><td><a href="javascript:__doPostBack(\'gv\',\'Page$2\')">2</a></td><td>{more}</td></tr></table></td></tr>'
        return f'<td colspan="2"><h3><span id="{self.place}lblClass">{esc(heading)}</span></h3><table class="grid" cellspacing="0" rules="all" border="1" id="{self.place}gvList"><tr>{"".join(f"<th scope=col>{n}</th>" for n in names)}</tr>\n{rows}{pager}</table></td>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Another view of one label."""
        return f'<td colspan="2"><h3><span id="{self.place}lblHead">{esc(heading)}</span></h3><span id="{self.place}lblBody">{self.lines.join(esc(p) for p in paragraphs)}</span></td>'


class Gherkin(Freehand):
    """2016: a newspaper theme from a market of themes: section as a ribbon, counters, adverts between paragraphs, machine's facts in empty tags after the text, a box for the writer."""

    name = "gherkin"
    timed = True

    def draw(self, rng: Random) -> None:
        """Which module its lists use, and where the first picture stands."""
        self.module = choose(rng, 6, 10, 16)
        self.lifted = rng.random() < 0.6
        self.spaced = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("{a}", "{a} 及 {b}"),
            Hand("{a} 報道", "{a}、{b} 報道", desk="{o}", agency="{o}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2016``; ``2016-03-08`` or ``2016 年 3 月 8 日``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year} 年 {t.month} 月 {t.day} 日" if self.spaced else f"{t:%Y-%m-%d}"

    def frame(self, page: Shell) -> str:
        """A top bar, a mega menu, a sub-footer."""
        items = self.menu(
            page.paper,
            '<li class="menu-item menu-item-type-taxonomy menu-item-object-category td-menu-item{on}"><a href="{url}">{name}</a></li>',
            now=page.section,
            current=" current-post-ancestor current-menu-parent",
        )
        return (
            f'<!doctype html >\n<!--[if IE 8]><html class="ie8" lang="{self.language}"><![endif]-->\n<!--[if !(IE)]><!--> <html lang="{self.language}"> <!--<![endif]-->\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}<link rel="pingback" href="/xmlrpc.php" />\n<script>var tdBlocksArray = []; var td_ajax_url="/wp-admin/admin-ajax.php";</script>\n</head>\n<body class="{"single single-post" if page.is_story else "archive category"} td-full-layout" itemscope="itemscope" itemtype="http://schema.org/WebPage">\n<div class="td-menu-background"></div><div id="td-mobile-nav"><div class="td-mobile-content"><ul class="td-mobile-main-menu">{items}</ul></div></div>\n<div class="td-search-wrap-mob"><form><input type="text" name="s" /></form></div>\n<div id="td-outer-wrap"><div class="td-header-wrap"><div class="td-header-top-menu"><div class="td-weather-top-widget"><span class="td-big-degrees">{12 + len(page.title) % 17}</span><span class="td-weather-city">{self.word("鯉灣", "Lei Wan")}</span></div></div><div class="td-main-menu-logo"><a class="td-main-logo" href="/">{esc(page.paper.name)}</a></div><ul id="menu-main" class="sf-menu">{items}</ul></div>\n'
            f'<div class="td-main-content-wrap td-container-wrap"><div class="td-container"><div class="td-crumb-container">{page.main}</div></div></div>\n<div class="td-footer-wrapper"><div class="footer-text-wrap">{self.word("我們是一份由讀者支持的報紙。", "We are a newspaper kept by its readers.")} <a href="/about">{self.word("關於我們", "About us")}</a></div></div><div class="td-sub-footer-container"><div class="td-sub-footer-copy">{esc(page.paper.rights)}</div></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What social sites ask for, without days."""
        return f'<meta property="og:type" content="article" /><meta property="og:title" content="{attr(copy.version.title)}" /><meta property="og:site_name" content="{attr(copy.paper.name)}" /><meta name="twitter:card" content="summary_large_image" />\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """The engine's caption box."""
        credit = (
            f"（{esc(picture.credit)}）"
            if picture.credit and not self.english
            else f" ({esc(picture.credit)})"
            if picture.credit
            else ""
        )
        n = picture.number % 9941
        return f'<div id="attachment_{n}" style="width: 706px" class="wp-caption aligncenter"><a href="{self.source(copy, picture)}"><img class="size-large wp-image-{n}" src="{self.source(copy, picture)}" alt="" width="696" /></a><p class="wp-caption-text">{esc(picture.caption)}{credit}</p></div>'

    def small(self, card: Card, *, dated: bool = True, by: bool = False) -> str:
        """A module of the theme's lists."""
        who = (
            f'<span class="td-post-author-name"><a href="/author/">{esc(card.author)}</a> <span>-</span> </span>'
            if by
            else ""
        )
        when = (
            f'<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{card.published:%Y-%m-%d}">{self.day(card.published)}</time></span>'
            if dated
            else ""
        )
        return f'<div class="td_module_{self.module} td_module_wrap td-animation-stack"><div class="td-module-thumb"><a href="{attr(card.url)}" rel="bookmark"><img class="entry-thumb" src="/wp-content/t.png" alt="" /></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="{attr(card.url)}" rel="bookmark">{esc(card.title)}</a></h3><div class="td-module-meta-info">{who}{when}</div></div></div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, ribbon, headline, facts, shares, text, sources, topics, shares, neighbours, writer, related, comments; latest at the right."""
        blocks = copy.version.blocks
        hero = ""
        if self.lifted and blocks and blocks[0].picture:
            pic = blocks[0].picture
            credit = f" {esc(pic.credit)}" if pic.credit else ""
            hero = f'<div class="td-post-featured-image"><figure><a href="{self.source(copy, pic)}" class="td-modal-image"><img class="entry-thumb" src="{self.source(copy, pic)}" alt="" /></a><figcaption class="wp-caption-text">{esc(pic.caption)}{credit}</figcaption></figure></div>'
            blocks = blocks[1:]
        pieces = self.blocks(copy, blocks)
        ad = f'<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- {copy.say("廣告", "Advertisement")} -</span><div class="td-visible-desktop"><img src="/ad/{copy.salt % 7}.png" alt="" /></div></div>'
        pieces.insert(min(2, len(pieces)), ad)
        pieces.insert(min(6, len(pieces)), ad)
        by = copy.linked('<a href="/author/">{}</a>')
        who = (
            f'<div class="td-post-author-name"><div class="td-author-by">{copy.say("作者", "By")}</div> {by}<div class="td-author-line"> - </div> </div>'
            if by
            else ""
        )
        share = f'<div class="td-post-sharing td-post-sharing-top"><span class="td-social-but-text">{copy.say("分享", "Share")}</span><a class="td-social-facebook" href="#">Facebook</a><a class="td-social-twitter" href="#">Twitter</a></div>'
        moment = copy.article.published.replace(second=0)
        names = ", ".join(p.name for p in copy.said.people or ())
        person = (
            f'<span class="td-page-meta" itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="{attr(names)}"></span>'
            if by
            else ""
        )
        metas = f'{person}<meta itemprop="datePublished" content="{moment.isoformat()}"><meta itemscope itemprop="mainEntityOfPage" itemType="https://schema.org/WebPage" itemid="{attr(copy.url)}"/><span class="td-page-meta" itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="{attr(copy.paper.name)}"></span><meta itemprop="headline " content="{attr(copy.version.title)}">'
        life = copy.say("記者，關心街坊與街道。", "Writes about streets and those who live in them.")
        box = (
            f'<div class="author-box-wrap"><a href="/author/"><img class="avatar" src="/a.png" width="96" alt="" /></a><div class="desc"><div class="td-author-name vcard author"><span class="fn">{by}</span></div><div class="td-author-url"><a href="/">http://{copy.paper.home}</a></div><div class="td-author-description">{life}</div></div></div>'
            if by
            else ""
        )
        remarks = copy.remarks(
            '<li class="comment"><article><footer><img class="avatar" src="/g.png" alt="" /><cite>{who}</cite> <a class="comment-link" href="#c{n}"><time pubdate="1">{when}</time></a></footer><div class="comment-content"><p>{what}</p></div><div class="comment-meta">'
            + copy.say("回應", "Reply")
            + "</div></article></li>"
        )
        related = "".join(self.small(c, dated=False) for c in copy.related[1:4])
        latest = "".join(self.small(c) for c in copy.related[:4])
        return (
            f'<div class="entry-crumbs"><span><a class="entry-crumb" href="/">{copy.say("首頁", "Home")}</a></span> <i class="td-icon-right"></i> <span><a class="entry-crumb" href="{copy.section_url}">{copy.section}</a></span> <i class="td-icon-right"></i> <span class="td-bred-no-url-last">{copy.title}</span></div>\n<div class="td-pb-span8 td-main-content" role="main"><div class="td-ss-main-content">\n<article id="post-{copy.article.id}" class="post-{copy.article.id} post type-post format-standard hentry" itemscope itemtype="https://schema.org/Article">\n<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="{copy.section_url}">{copy.section}</a></li></ul><header class="td-post-title"><h1 class="entry-title">{copy.title}</h1><div class="td-module-meta-info">{who}<span class="td-post-date"><time class="entry-date updated td-module-date">{copy.day}</time></span><div class="td-post-comments"><a href="#respond"><i class="td-icon-comments"></i>{copy.salt % 4}</a></div><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views">{copy.salt % 3001}</span></div></div></header></div>\n{share}\n'
            f'<div class="td-post-content">{hero}\n{chr(10).join(pieces)}\n</div>\n<footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>{copy.say("標籤", "TAGS")}</span></li>{copy.tags("<li><a href=`{url}`>{tag}</a></li>")}</ul></div>{share}<div class="td-block-row td-post-next-prev"><div class="td-post-next-prev-content"><span>{copy.say("上一篇文章", "Previous article")}</span>{copy.others("<a href=`{url}`>{title}</a>", 1)}</div></div>{box}{metas}</footer>\n</article>\n'
            f'<div class="td_block_wrap td_block_related_posts"><h4 class="td-related-title"><a class="td-related-left">{copy.say("相關文章", "RELATED ARTICLES")}</a><a class="td-related-right">{copy.say("作者其他文章", "MORE FROM AUTHOR")}</a></h4>{related}</div>\n<div class="comments" id="comments"><div class="td-comments-title-wrap"><h4>{copy.say("留言", "COMMENTS")}</h4></div><ol class="comment-list">{remarks}</ol><div id="respond"><h3>{copy.say("發表回應", "LEAVE A REPLY")}</h3></div></div></div></div>\n'
            f'<div class="td-pb-span4 td-main-sidebar" role="complementary"><aside class="td_block_template_1 widget"><h4 class="block-title"><span>{copy.say("最新文章", "LATEST")}</span></h4>{latest}</aside><aside class="widget widget_tag_cloud"><h4>{copy.say("訂閱《{letter}》", "Get {letter}")}</h4><form><input type="email" /></form></aside></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Modules with openings."""
        rows = "".join(
            self.small(c, by=True).replace(
                "</div></div></div>", f'</div><div class="td-excerpt">{esc(c.summary)}...</div></div></div>\n'
            )
            for c in cards
        )
        more = (
            f'<div class="page-nav td-pb-padding-side"><a href="{attr(older)}"><i class="td-icon-menu-right"></i></a></div>'
            if older
            else ""
        )
        return f'<div class="td-category-header"><h1 class="entry-title td-page-title">{esc(heading)}</h1></div><div class="td-ss-main-content">{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the engine."""
        return f'<div class="td-page-header"><h1 class="entry-title td-page-title">{esc(heading)}</h1></div><div class="td-page-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'
