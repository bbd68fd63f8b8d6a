"""A city's daily of about 2011 on Drupal 7: fields, Views, blocks, and for some papers Panels."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_XML = ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:sioc="http://rdfs.org/sioc/ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"'


def _field(name: str, kind: str, inside: str, label: str = "", more: str = "") -> str:
    """A field as the system's own template wraps it; ``label`` stands inline before it."""
    said = f'<div class="field-label">{label}:&nbsp;</div>' if label else ""
    return f'<div class="field field-name-{name} field-type-{kind} field-label-{"inline clearfix" if label else "hidden"}">{said}<div class="field-items"><div class="field-item even"{more}>{inside}</div></div></div>\n'


class Pratincole(Freehand):
    """2011: a content system's daily: the page's title above the node, fields each in three wrappers, the submitted line or a byline's field, terms, links for print and mail, remarks of the not verified, blocks of views at the right."""

    name = "pratincole"
    timed = stamped = category = tagged = True

    def draw(self, rng: Random) -> None:
        """Panels or blocks, RDF or none, the medium or the long date, what names the writer, where the section stands, what stands around."""
        self.panels, self.rdf, self.long, self.bolds = (rng.random() < share for share in (0.4, 0.55, 0.5, 0.4))
        self.kicker, self.floats, self.foot = (rng.random() < 0.5 for _ in range(3))  # foot: the stamp below the text
        self.signs = choose(rng, "submitted", "byline", "byline", "author")
        self.extras = rng.sample(("poll", "online", "letter", "ad"), 3)
        self.hand, self.hand_en = Hand("{a}", "{a}, {b}"), Hand("{a}", "{a} & {b}")
        told = "報導" if self.language.endswith("TW") else "報道"
        if self.signs == "byline":
            self.hand = choose(rng,
                Hand(f"【本報記者{{a}}{told}】", f"【本報記者{{a}}、{{b}}聯合{told}】", placed=f"【本報記者{{a}}{{p}}{told}】", photo="【{a}撰文　{b}攝影】", desk="【{o}】", agency="【{o}電】", role="記者", roles=("撰文", "攝影")),
                Hand("{a}（記者）", "{a}、{b}（記者）", placed="{a}（{p}記者）", photo="{a}（文字）；{b}（照片）", agency="{o}供稿", role="記者", roles=("文字", "照片")),
            )  # fmt: skip
            self.hand_en = choose(rng,
                Hand("By {a}, Staff Writer", "By {a} and {b}, Staff Writers", placed="By {a}, Staff Writer, {p}", desk="By {o}", role="Staff Writer"),
                Hand("{a}, Correspondent", "{a} & {b}, Correspondents", placed="{a}, {p} Correspondent", agency="from {o}", role="Correspondent"),
            )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Thursday, March 8, 2012 - 21:05`` or ``Thu, 2012-03-08 21:05``, and the same half translated."""
        at = t.weekday()
        if self.long:
            day, month = (
                (DAYS[at], MONTHS[t.month - 1]) if self.english else (f"星期{DAYS_ZH[at]}", MONTHS_ZH[t.month - 1])
            )
            return f"{day}, {month} {t.day}, {t.year} - {t:%H:%M}"
        return f"{DAYS[at][:3] if self.english else DAYS_ZH[at]}, {t:%Y-%m-%d %H:%M}"

    def stamp(self, t: datetime) -> str:
        """The short form."""
        return f"{t:%Y-%m-%d %H:%M}"

    def box(self, module: str, title: str, inside: str) -> str:
        """A block, or a pane in papers of panels."""
        if self.panels:
            return f'<div class="panel-pane pane-block pane-{module}"><h2 class="pane-title">{title}</h2><div class="pane-content">\n{inside}\n</div></div><div class="panel-separator"></div>\n'
        return f'<div id="block-{module}" class="block block-{module.split("-", maxsplit=1)[0]}"><h2 class="title">{title}</h2><div class="content">\n{inside}\n</div></div>\n'

    def columns(self, title: str, main: str, side: str) -> str:
        """The page's title, the content's region, the second sidebar."""
        if self.panels:
            return f'<div class="panel-display panel-2col-bricks clearfix" id="mini-panel-node_view">\n<div class="panel-col-first panel-panel"><div class="inside"><div class="panel-pane pane-page-title"><div class="pane-content"><h1>{title}</h1></div></div>\n<div class="panel-pane pane-node-content"><div class="pane-content">\n{main}\n</div></div></div></div>\n<div class="panel-col-last panel-panel"><div class="inside">{side}</div></div>\n</div>'
        return f'<div id="content" class="column"><div class="section"><a id="main-content"></a>\n<h1 class="title" id="page-title">{title}</h1>\n<div class="tabs"></div>\n<div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content">\n{main}\n</div></div></div></div></div>\n<div id="sidebar-second" class="column sidebar"><div class="section"><div class="region region-sidebar-second">{side}</div></div></div>'

    def frame(self, page: Shell) -> str:
        """The system's document around header, menu, crumb, main and footer."""
        paper, w = page.paper, self.word
        tongue = "-".join(self.language.lower().split("-")[:2])
        menu = self.menu(
            paper,
            '<li class="leaf{on}"><a href="{url}">{name}</a></li>',
            "\n",
            now=page.section,
            current=" active-trail",
        )
        here = (
            f' » <a href="{attr(paper.section_path.format(part=paper.sections.get(page.section, "news")))}">{esc(page.section)}</a>'
            if page.is_story
            else ""
        )
        kind = "page-node node-type-article" if page.is_story else "page-taxonomy page-views"
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{tongue}" version="XHTML+RDFa 1.0" dir="ltr"{_XML if self.rdf else ""}>\n<head profile="http://www.w3.org/1999/xhtml/vocab">\n{heads(page.charset, old=True)}\n<link rel="shortcut icon" href="/sites/default/files/favicon.ico" type="image/vnd.microsoft.icon" />\n{page.head}<meta name="generator" content="Drupal 7 (http://drupal.org)" />\n<title>{esc(page.title)} | {esc(paper.name)}</title>\n<style type="text/css" media="all">@import url("/modules/system/system.base.css?m1x0p7");\n@import url("/sites/all/modules/views/css/views.css?m1x0p7");</style>\n<script type="text/javascript" src="/misc/drupal.js?m1x0p7"></script>\n</head>\n<body class="html not-front not-logged-in one-sidebar sidebar-second {kind} i18n-{tongue}">\n<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">{w("移至主內容", "Skip to main content")}</a></div>\n<div id="page-wrapper"><div id="page">\n<div id="header"><div class="section clearfix"><a href="/" title="{w("首頁", "Home")}" rel="home" id="logo"><img src="/sites/default/files/logo_0.png" alt="{w("首頁", "Home")}" /></a><div id="name-and-slogan"><div id="site-name"><strong><a href="/" rel="home"><span>{esc(paper.name)}</span></a></strong></div></div>\n<form action="/search/node" method="post" id="search-block-form"><div class="form-item form-type-textfield"><label class="element-invisible">{w("搜尋", "Search")}</label><input type="text" name="search_block_form" size="15" maxlength="128" class="form-text" /></div><input type="submit" value="{w("搜尋", "Search")}" class="form-submit" /></form></div></div>\n<div id="navigation"><ul class="menu nice-menu nice-menu-down">\n<li class="first leaf"><a href="/">{w("首頁", "Home")}</a></li>\n{menu}\n</ul></div>\n<div id="breadcrumb"><h2 class="element-invisible">{w("您在這裡", "You are here")}</h2><div class="breadcrumb"><a href="/">{w("首頁", "Home")}</a>{here}</div></div>\n<div id="main-wrapper"><div id="main" class="clearfix">\n{page.main}\n</div></div>\n<div id="footer"><div class="region region-footer"><ul class="menu"><li class="first leaf"><a href="/contact">{w("聯絡本報", "Contact")}</a></li><li class="leaf"><a href="/advertise">{w("刊登廣告", "Advertise with us")}</a></li><li class="last leaf"><a href="/rss.xml" class="feed-icon">RSS</a></li></ul><p>{esc(paper.rights)}</p></div></div>\n</div></div>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """The node's own address; with RDF, title and count; else a description."""
        node = f"/node/{copy.article.id}"
        more = f'<meta about="{node}" property="sioc:num_replies" content="{copy.article.index % 4}" datatype="xsd:integer" />\n<meta content="{attr(copy.version.title)}" about="{node}" property="dc:title" />\n' if self.rdf else f'<meta name="description" content="{attr(copy.lead)}" />\n'  # fmt: skip
        return f'<link rel="canonical" href="{attr(copy.url)}" />\n<link rel="shortlink" href="{node}" />\n{more}'

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's box and the input filters."""
        if block.kind == "note" or (block.kind == "h" and self.bolds):
            return '<p class="{0}"><{1}>{2}</{1}></p>'.format(
                *(("rteindent1", "em") if block.kind == "note" else ("rteleft", "strong")), spans(block.spans)
            )
        if block.kind == "table":
            head = "".join(f"<th>{esc(c)}</th>" for c in block.rows[0])
            rows = "\n".join(
                f'<tr class="{"even" if n % 2 else "odd"}">{"".join(f"<td>{esc(c)}</td>" for c in row)}</tr>'
                for n, row in enumerate(block.rows[1:])
            )
            return (
                f'<table class="sticky-enabled">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
            )
        if block.kind == "embed":
            return f'<div class="embedded-video"><div class="player"><iframe width="480" height="295" src="{attr(block.url)}" frameborder="0"></iframe></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """The caption filter's spans."""
        credit = f'<span class="image-credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="image-caption-container" style="width: 460px;"><img typeof="foaf:Image" class="caption imagecache-story_wide" src="{self.source(copy, picture)}" width="460" alt="" /><div class="image-caption">{esc(picture.caption)}</div>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """The node: submitted line, fields, terms, links, remarks; then the sidebar."""
        a, say, rdf = copy.article, copy.say, self.rdf
        who = copy.linked(
            '<span class="username" property="foaf:name" datatype="">{}</span>'
            if rdf
            else '<span class="username">{}</span>'
        )
        when = (
            f'<span property="dc:date dc:created" content="{a.published.replace(second=0, microsecond=0).isoformat()}" datatype="xsd:dateTime">{copy.day}</span>'
            if rdf
            else f'<span class="date">{copy.day}</span>'
        )
        if self.signs == "submitted":
            by = (
                say("由 ", "Submitted by ") + who + say(" 於 ", " on ") + when + say(" 發表", "")
                if who
                else say("發表於 ", "Submitted on ") + when
            )
            top = f'<div class="meta submitted">{by}</div>\n'
        else:
            top = (
                _field(f"field-{self.signs}", "text", who, say("作者", "Author") if self.signs == "author" else "")
                if who
                else ""
            ) + _field("post-date", "ds", when, say("刊登時間", "Published"))
        filed = _field(
            "field-section",
            "taxonomy-term-reference",
            f'<a href="{copy.section_url}">{copy.section}</a>',
            "" if self.kicker else say("版面", "Section"),
        )
        stamp = copy.changed(_field("changed-date", "ds", "{}", say("最後更新", "Last updated")))
        blocks = copy.version.blocks
        lead = _field("field-image", "image", self.block(copy, blocks[0])) if blocks[0].picture else ""
        body = _field(
            "body",
            "text-with-summary",
            "\n".join(self.blocks(copy, blocks[1:] if lead else blocks)) + "\n",
            more=' property="content:encoded"' if rdf else "",
        )
        beside = copy.others('<div class="field-item"><a href=`{url}`>{title}</a></div>', 2, skip=2)
        beside = (
            f'<div class="field field-name-field-related field-type-node-reference field-label-above"><div class="field-label">{say("相關新聞", "Related")}:&nbsp;</div><div class="field-items">{beside}</div></div>\n'
            if beside
            else ""
        )
        tags = copy.tags(
            f'<li class="taxonomy-term-reference"{" rel=`dc:subject`" if rdf else ""}><a href="{{url}}">{{tag}}</a></li>'
        )
        tags = (
            f'<div class="field field-name-field-tags field-type-taxonomy-term-reference field-label-above clearfix"><h3 class="field-label">{say("標籤", "Tags")}: </h3><ul class="links inline">{tags}</ul></div>\n'
            if tags
            else ""
        )
        tools = "".join(
            f'<li class="{c}"><a href="/{to}" rel="nofollow">{word}</a></li>'
            for c, to, word in (
                (
                    "comment_forbidden first",
                    f"user/login?destination=node/{a.id}",
                    say("登入或註冊後發表回應", "Log in or register to post comments"),
                ),
                ("print_html", f"print/{a.id}", say("友善列印", "Printer-friendly version")),
                ("print_mail", f"printmail/{a.id}", say("轉寄友人", "Send to friend")),
            )
        )
        tools += f'<li class="statistics_counter last"><span>{say(f"閱讀 {a.index * 37 % 911 + 12} 次", f"{a.index * 37 % 911 + 12} reads")}</span></li>'
        share = (
            '<div class="service-links"><ul class="links">'
            + "".join(
                f'<li><a href="#" class="service-links-{s.lower()}" rel="nofollow"><img src="/sites/all/modules/service_links/images/{s.lower()}.png" alt="{s}" /></a></li>'
                for s in ("Facebook", "Twitter", "Plurk", "Digg")
            )
            + "</ul></div>\n"
        )
        size = f'<div class="textsize"><a href="/textsize/decrease" title="{say("縮小", "Decrease")}">A-</a> <a href="/textsize/increase" title="{say("放大", "Increase")}">A+</a></div>\n'
        said = copy.remarks(
            f'<a id="comment-{{n}}"></a><div class="comment comment-by-anonymous clearfix"><div class="submitted">{say("由", "Submitted by")} <span class="username">{{who}} ({say("未驗證", "not verified")})</span> {say("於", "on")} {{when}}</div><div class="content"><div class="field field-name-comment-body field-type-text-long field-label-hidden"><p>{{what}}</p></div></div><ul class="links inline"><li class="comment-reply first last"><a href="/comment/reply/{a.id}/{{n}}">{say("回覆", "reply")}</a></li></ul></div>\n'
        )
        said = (
            said
            and f'<div id="comments" class="comment-wrapper"><h2 class="title">{say("回應", "Comments")}</h2>\n{said}</div>\n'
        )
        main = f'<div id="node-{a.id}" class="node node-article node-promoted view-mode-full clearfix"{f" about=`/node/{a.id}` typeof=`sioc:Item foaf:Document`".replace("`", chr(34)) if rdf else ""}>\n{filed if self.kicker else ""}{top}{"" if self.foot else stamp}{share if self.floats else size}<div class="content clearfix">\n{lead}{beside if self.floats else ""}{body}{stamp if self.foot else ""}{"" if self.kicker else filed}{tags.replace("`", chr(34))}{"" if self.floats else beside}</div>\n<div class="link-wrapper"><ul class="links inline">{tools}</ul></div>\n{size if self.floats else share}{said}</div>'
        return self.columns(copy.title, main, self.side(copy))

    def side(self, copy: Copy) -> str:
        """The right: a view of what is read, and three more blocks."""
        say, yes, total = copy.say, 31 + copy.article.index * 7 % 40, 120 + copy.article.index * 13 % 700
        bars = "".join(
            f'<div class="text">{t}</div><div class="bar"><div style="width: {p}%;" class="foreground"></div></div><div class="percent">{p}%</div>'
            for t, p in ((say("會", "Yes"), yes), (say("不會", "No"), 100 - yes))
        )
        rows = copy.others(
            '<li class="views-row"><span class="views-field views-field-title"><span class="field-content"><a href=`{url}`>{title}</a></span></span></li>\n',
            4,
        )
        boxes = {
            "poll": lambda: self.box("poll-recent", say("民意調查", "Poll"), f'<div class="poll"><div class="title">{say("你今年會搭渡輪上班嗎？", "Will you take the ferry to work this year?")}</div>{bars}<div class="total">{say(f"總票數: {total}", f"Total votes: {total}")}</div></div>'),
            "online": lambda: self.box("user-online", say("誰在線上", "Who's online"), f'<p>{say(f"目前有 0 個使用者和 {copy.salt % 83 + 4} 個訪客在線上。", f"There are currently 0 users and {copy.salt % 83 + 4} guests online.")}</p>'),
            "letter": lambda: self.box("simplenews-14", say("電子報", "Newsletter"), f'<p>{say("訂閱《{letter}》", "Stay informed with {letter}.")}</p><form action="/newsletter" method="post"><label>{say("電子郵件", "E-mail")} <span class="form-required">*</span></label><input type="text" name="mail" size="20" class="form-text required" /><input type="submit" value="{say("訂閱", "Subscribe")}" class="form-submit" /></form>'),
            "ad": lambda: self.box("ad-7", say("廣告", "Advertisement"), '<div class="advertisement group-tids-7" id="group-id-tids-7"><a href="/ad/redirect/81/t7" rel="nofollow"><img src="/sites/default/files/ads/300x250_3.gif" width="300" height="250" alt="" /></a></div>'),
        }  # fmt: skip
        return self.box(
            "views-popular-block_1",
            say("熱門文章", "Popular content"),
            f'<div class="view view-popular view-id-popular view-display-id-block_1"><div class="view-content">\n<div class="item-list"><ul>{rows}</ul></div>\n</div></div>',
        ) + "".join(boxes[e]() for e in self.extras)

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A term's page: teasers and the mini pager."""
        rows = "\n".join(
            f'<div class="views-row views-row-{n} {"views-row-odd" if n % 2 else "views-row-even"}"><div id="node-{c.id}" class="node node-article node-teaser clearfix"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="meta submitted"><span class="date">{self.day(c.published)}</span></div><div class="content">{_field("body", "text-with-summary", f"<p>{esc(c.summary)}</p>")}</div><ul class="links inline"><li class="node-readmore first last"><a href="{attr(c.url)}" rel="tag">{self.word("閱讀全文", "Read more")}</a></li></ul></div></div>'
            for n, c in enumerate(cards, 1)
        )
        more = (
            f'\n<div class="item-list"><ul class="pager"><li class="pager-current first">1</li><li class="pager-next last"><a href="{attr(older)}">{self.word("下一頁 ›", "next ›")}</a></li></ul></div>'
            if older
            else ""
        )
        return self.columns(
            esc(heading),
            f'<div class="view view-taxonomy-term view-id-taxonomy_term view-display-id-page"><div class="view-content">\n{rows}\n</div>{more}</div>',
            self.box(
                "user-login",
                self.word("使用者登入", "User login"),
                f'<a href="/user/password">{self.word("索取新密碼", "Request new password")}</a>',
            ),
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A basic page."""
        text = _field("body", "text-with-summary", "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs))
        return self.columns(
            esc(heading), f'<div class="node node-page clearfix"><div class="content">{text}</div></div>', ""
        )


DESIGNS: tuple[type[Freehand], ...] = (Pratincole,)
ADDRESSES: dict[str, Form] = {"city/node/id": Form(lambda _p, a, _v: f"/node/{a.id}")}
