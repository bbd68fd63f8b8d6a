"""A design: a neighbourhood paper kept by volunteers on Drupal."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Gannet(Freehand):
    """2011: a neighbourhood paper on Drupal 6 or 7: everything a field with a label or a block in a region, the system's long date with the hour, its links row (reads, log in to comment, print, e-mail), stars, terms, remarks with a subject."""

    name = "gannet"
    timed = True
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """Which Drupal; whether it signs in the submitted line or in a field; the field's label."""
        self.six = rng.random() < 0.45
        self.filed = rng.random() < 0.4
        self.foot = rng.random() < 0.3  # the byline field below the body
        zh, en = (
            ("由 ", "Submitted by ")
            if self.filed
            else choose(rng, ("撰稿: ", "Story by: "), ("作者: ", "Author: "), ("供稿：", "Reported by: "))
        )
        self.labels = (zh, en)
        role, photo = (None, "") if self.filed else (zh.strip(" :："), zh + "{a} 攝影: {b}")
        self.hand = Hand(
            zh + "{a}",
            zh + ("{a} 和 {b}" if self.filed else "{a}, {b}"),
            photo=photo,
            desk=zh + "{o}",
            agency=zh + "{o}",
            role=role,
            roles=(role or "文", "攝影"),
        )
        self.hand_en = Hand(
            en + "{a}", en + ("{a} and {b}" if self.filed else "{a}, {b}"), desk=en + "{o}", agency=en + "{o}"
        )

    def day(self, t: datetime) -> str:
        """The system's long form: ``Tuesday, March 12, 2013 - 14:22``; ``星期二, 三月 12, 2013 - 14:22``."""
        week, month = (DAYS, MONTHS) if self.english else (DAYS_ZH, MONTHS_ZH)
        return f"{self.word('星期', '')}{week[t.weekday()]}, {month[t.month - 1]} {t.day}, {t.year} - {t:%H:%M}"

    def stamp(self, t: datetime) -> str:
        """``13 Mar 2013``; ``2013/03/13``."""
        return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}" if self.english else f"{t:%Y/%m/%d}"

    def field(self, name: str, kind: str, items: list[str], label: str = "", more: str = "") -> str:
        """A field as CCK or as Drupal 7 has it; nothing where it is empty."""
        if not items:
            return ""
        odd = ("odd", "even") if self.six else ("even", "odd")
        if self.six:
            label = label and f'<div class="field-label-inline-first">{label}</div>'
            rows = "".join(
                f'<div class="field-item {odd[n % 2]}">{"" if n else label}{x}</div>' for n, x in enumerate(items)
            )
            return f'<div class="field field-type-{kind} field-field-{name}">\n<div class="field-items">\n{rows}</div>\n</div>\n'
        rows = "".join(f'<div class="field-item {odd[n % 2]}"{more}>{x}</div>' for n, x in enumerate(items))
        shown = "inline clearfix" if label else "hidden"
        label = label and f'<div class="field-label">{label}</div>'
        return f'<div class="field field-name-field-{name} field-type-{kind} field-label-{shown}">{label}<div class="field-items">{rows}</div></div>\n'

    def side(self, module: str, delta: str, heading: str, inside: str) -> str:
        """A block of a region."""
        title = f'\n<h2 class="title">{heading}</h2>' if heading else ""
        return f'<div id="block-{module}-{delta}" class="{"clear-block block" if self.six else "block"} block-{module}">{title}\n<div class="content">{inside}</div>\n</div>\n'

    def frame(self, page: Shell) -> str:
        """Header, breadcrumb, the content region, a sidebar of blocks, the footer's block."""
        paper, w, name = page.paper, self.word, esc(page.paper.name)
        menu = self.menu(
            paper,
            '<li class="leaf{on}"><a href="{url}" title="">{name}</a></li>',
            now=page.section,
            current=" active-trail",
        )
        charset = (
            f'<meta http-equiv="Content-Type" content="text/html; charset={page.charset}" />\n' if page.charset else ""
        )
        kind = (
            '"-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"'
            if self.six
            else '"-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd"'
        )
        space = (
            ""
            if self.six
            else ' version="XHTML+RDFa 1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:sioc="http://rdfs.org/sioc/ns#"'
        )
        body = f"{'' if self.six else 'html '}not-front not-logged-in {'page-node node-type-story' if page.is_story else 'page-taxonomy'} {'sidebar-right' if self.six else 'one-sidebar sidebar-second'}"
        login = f'<form action="/node?destination=node" method="post" id="user-login-form"><div><label for="edit-name">{w("使用者名稱", "Username")}: <span class="form-required" title="{w("此欄位為必填。", "This field is required.")}">*</span></label><input type="text" maxlength="60" name="name" id="edit-name" size="15" /><label for="edit-pass">{w("密碼", "Password")}: <span class="form-required">*</span></label><input type="password" name="pass" id="edit-pass" size="15" /><input type="submit" value="{w("登入", "Log in")}" class="form-submit" /><div class="item-list"><ul><li class="first"><a href="/user/register">{w("建立新帳號", "Create new account")}</a></li><li class="last"><a href="/user/password">{w("索取新密碼", "Request new password")}</a></li></ul></div></div></form>'
        poll = f'<div class="poll"><div class="title">{w("垃圾站該不該搬到球場後面？", "Should the recycling point move behind the ball court?")}</div><div class="text">{w("應該", "Yes")}</div><div class="bar"><div style="width: 61%;" class="foreground"></div></div><div class="percent">61%</div><div class="text">{w("不應該", "No")}</div><div class="bar"><div style="width: 39%;" class="foreground"></div></div><div class="percent">39%</div><div class="total">{w("總票數", "Total votes")}: 84</div></div>'
        letter = f'<p>{w("訂閱", "Stay informed on our neighbourhood with")} {esc(paper.letter)}</p><form action="/newsletter" method="post"><input type="text" name="mail" size="20" class="form-text required" /><input type="submit" value="{w("訂閱", "Subscribe")}" class="form-submit" /></form>'
        events = f'<div class="item-list"><ul><li class="first">{w("街坊茶聚（社區中心二樓）", "Tea with neighbours (community hall, upstairs)")} <span class="calendar_tooltips">{w("逢週六", "every Saturday")}</span></li><li class="last">{w("舊書交換", "Book swap")} <span class="calendar_tooltips">{w("每月首個週日", "first Sundays")}</span></li></ul></div><div class="more-link"><a href="/event">{w("更多", "more")}</a></div>'
        right = (
            self.side("user", "0" if self.six else "login", w("使用者登入", "User login"), login)
            + self.side("event", "1", w("近期活動", "Upcoming events"), events)
            + self.side("poll", "recent", w("投票", "Poll"), poll)
            + self.side("simplenews", "3", w("電子報", "Newsletter"), letter)
            + self.side(
                "block",
                "7",
                "",
                f'<p class="rtecenter"><a href="/advertise"><img src="/sites/default/files/ads/{w("noodle-shop", "hardware-store")}.gif" width="180" height="150" alt="{w("廣告", "Advertisement")}" /></a></p>',
            )
        )
        profile = "" if self.six else ' profile="http://www.w3.org/1999/xhtml/vocab"'
        foot = self.side(
            "system",
            "powered-by" if not self.six else "0",
            "",
            f'<p>{esc(paper.rights)}</p><span>{w("本站採用", "Powered by")} <a href="http://drupal.org">Drupal</a></span>',
        )
        return f'<!DOCTYPE html PUBLIC {kind}>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}" dir="ltr"{space}>\n<head{profile}>\n{charset}{page.head}<title>{esc(page.title)} | {name}</title>\n<link rel="shortcut icon" href="/misc/favicon.ico" type="image/x-icon" />\n<style type="text/css" media="all">@import url("/modules/system/system.base.css?m4k2qz");</style>\n<script type="text/javascript" src="/misc/jquery.js?m4k2qz"></script>\n<script type="text/javascript">\n<!--//--><![CDATA[//><!--\njQuery.extend(Drupal.settings, {{"basePath":"\\/"}});\n//--><!]]>\n</script>\n</head>\n<body class="{body}">\n<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">{w("移至主內容", "Skip to main content")}</a></div>\n<div id="page-wrapper"><div id="page">\n<div id="header"><div class="section clearfix"><a href="/" title="{w("首頁", "Home")}" rel="home" id="logo"><img src="/sites/default/files/logo_0.png" alt="{w("首頁", "Home")}" /></a><div id="name-and-slogan"><div id="site-name"><strong><a href="/" rel="home"><span>{name}</span></a></strong></div><div id="site-slogan">{w("左鄰右里，自己的事自己寫", "The news from your side of the street")}</div></div></div></div>\n<div id="navigation"><ul class="{"links primary-links" if self.six else "menu clearfix"}">{menu}<li class="leaf"><a href="/contact">{w("聯絡我們", "Contact")}</a></li><li class="last leaf"><a href="/node/add/story">{w("投稿", "Submit a story")}</a></li></ul></div>\n<div id="main-wrapper"><div id="main" class="clearfix">\n<div id="content" class="column"><div class="section">\n<a id="main-content"></a>\n{page.main}\n</div></div>\n<div id="sidebar-{"right" if self.six else "second"}" class="column sidebar"><div class="{"section" if self.six else "region region-sidebar-second"}">\n{right}</div></div>\n</div></div>\n<div id="footer"><div class="region region-footer">{foot}</div></div>\n</div></div>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """Drupal 6: the words for search engines; Drupal 7: addresses and the generator."""
        if self.six:
            return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{copy.tags("{tag}", ",")}" />\n'
        return f'<link rel="canonical" href="{attr(copy.url)}" />\n<link rel="shortlink" href="/node/{copy.article.id}" />\n<meta name="Generator" content="Drupal 7 (http://drupal.org)" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the site's rich text editor left."""
        kind, text = block.kind, spans(block.spans)
        forms = {
            "p": ('<p class="rtejustify">{}</p>', "<p>{}</p>"),
            "h": ("<p><strong><u>{}</u></strong></p>", "<h4>{}</h4>"),
            "quote": ('<p class="rteindent1"><em>{}</em></p>', "<blockquote><p>{}</p></blockquote>"),
            "note": ('<p class="rteright"><span style="font-size: smaller;">{}</span></p>', "<p><small>{}</small></p>"),
        }
        if kind in forms:
            return forms[kind][not self.six].format(text)
        if kind == "table":
            rows = ["".join(f"<td>{esc(c)}</td>" for c in row) for row in block.rows[1:]]
            body = "\n".join(f'<tr class="{("odd", "even")[n % 2]}">{row} </tr>' for n, row in enumerate(rows))
            return f'<table class="sticky-enabled">\n<thead><tr>{"".join(f"<th>{esc(c)}</th>" for c in block.rows[0])} </tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>'
        if kind == "embed":
            url = attr(block.url)
            if self.six:
                return f'<div class="emvideo emvideo-video"><object width="425" height="350" data="{url}"><param name="movie" value="{url}" /><param name="wmode" value="transparent" /><embed src="{url}" width="425" height="350" /></object></div>'
            return f'<div class="media media-element-container media-default"><iframe class="media-video-player" width="480" height="300" src="{url}" frameborder="0" allowfullscreen="allowfullscreen"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image set into the text, its caption a span or a row beneath."""
        src, caption, credit = self.source(copy, picture), esc(picture.caption), esc(picture.credit or "")
        if self.six:
            credit = credit and f'<br /><span class="photo-by">{credit}</span>'
            return f'<p class="rtecenter"><span class="inline inline-center"><a href="{src}" rel="lightbox[node]"><img src="{src}" alt="" title="" class="image image-preview" width="400" height="300" /></a><span class="caption" style="width: 398px;">{caption}{credit}</span></span></p>'
        credit = credit and f'<div class="field-file-credit">{credit}</div>'
        return f'<div class="image-caption-container" style="width: 480px;"><a href="{src}" class="colorbox"><img typeof="foaf:Image" class="image-style-large" src="{src}" width="480" height="320" alt="" /></a><blockquote class="image-field-caption"><p>{caption}</p></blockquote>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """Breadcrumb, title, the node with its fields, terms and links, neighbours, remarks."""
        say, art, w, n = copy.say, copy.article, self.word, copy.article.index
        who = copy.linked(
            '<span class="username" xml:lang="" typeof="sioc:UserAccount" property="foaf:name" datatype="">{}</span>'
            if not self.six
            else '<a href="/user" title="' + say("檢視使用者資訊", "View user profile.") + '">{}</a>'
        )
        by, when, colon = "", copy.day, w("：", ": ")
        if self.filed:
            on = "{} on {}" if art.language.startswith("en") else "{} 在 {} 發表"
            when = on.format(who, when) if who else f"{w('發表於', 'Posted on')} {when}"
        elif who:
            label = self.labels[art.language.startswith("en")]
            by = self.field("byline", "text", [copy.by[len(label) :]], label)
        created = f' property="dc:date dc:created" content="{art.published.replace(microsecond=0).isoformat()}" datatype="xsd:dateTime"'
        submitted = (
            f'<div class="meta"><span class="submitted">{when}</span></div>\n'
            if self.six
            else f'<div class="meta submitted"><span{created}>{when}</span></div>\n'
        )
        filed = self.field(
            "section",
            "content-taxonomy" if self.six else "taxonomy-term-reference",
            [f'<a href="{copy.section_url}">{copy.section}</a>'],
            w("版面", "Section") + colon,
        )
        text = "\n".join(self.blocks(copy))
        body = (
            f"{text}\n"
            if self.six
            else self.field("body", "text-with-summary", [text], more=' property="content:encoded"').replace(
                "field-name-field-body", "field-name-body"
            )
        )
        if self.six:
            tags = copy.tags('<li class="taxonomy_term"><a href="{url}" rel="tag" title="">{tag}</a></li>', "\n")
            tags = tags and f'<div class="terms terms-inline"><ul class="links inline">{tags}</ul></div>\n'
        else:
            tags = self.field(
                "tags",
                "taxonomy-term-reference",
                copy.tags(
                    '<a href="{url}" typeof="skos:Concept" property="rdfs:label skos:prefLabel">{tag}</a>', "\0"
                ).split("\0")
                if copy.said.tags
                else [],
                w("標籤", "Tags") + colon,
            )
        changed = copy.changed(
            f'<div class="last-changed"><em>{w("最後修改", "Page last edited")}{colon}{{}}</em></div>\n'
        )
        stars = (
            f'<div class="fivestar-static-form-item"><div class="form-item"><label>{say("平均評分", "Average")}: </label><div class="fivestar-widget-static fivestar-widget-static-vote fivestar-widget-static-5 clear-block"><div class="star star-1 star-odd star-first"><span class="on">{1 + n % 5}</span></div></div><div class="description"><div class="fivestar-summary">{say("平均", "Average")}: <span>{1 + n % 5}</span> (<span>{1 + n * 3 % 17}</span> {say("票", "votes")})</div></div></div></div>\n'
            if n % 3
            else ""
        )
        links = f'<ul class="links inline"><li class="comment_forbidden first"><span><a href="/user/login?destination=comment">{say("登入", "Log in")}</a>{say("或", " or ")}<a href="/user/register">{say("註冊", "register")}</a>{say("以發表回應", " to post comments")}</span></li><li class="print_html"><a href="/print/{art.id}" class="print-page" rel="nofollow">{say("友善列印", "Printer-friendly version")}</a></li><li class="print_mail"><a href="/printmail/{art.id}" rel="nofollow">{say("轉寄朋友", "Send to friend")}</a></li><li class="statistics_counter last"><span>{40 + n * 37 % 900} {say("次點閱", "reads")}</span></li></ul>'
        share = f'<div class="service-links"><div class="service-label">{say("推薦到", "Bookmark/Search this post with")}</div><ul class="links"><li class="service-links-delicious first"><a href="/go/delicious" rel="nofollow"><img src="/sites/all/modules/service_links/images/delicious.png" alt="Delicious" /> Delicious</a></li><li class="service-links-plurk"><a href="/go/plurk" rel="nofollow">{w("噗浪", "Digg")}</a></li><li class="service-links-facebook last"><a href="/go/facebook" rel="nofollow">Facebook</a></li></ul></div>\n'
        remarks = copy.remarks(
            '<div class="comment comment-by-anonymous clearfix"><h3><a href="#comment-{n}" class="permalink" rel="bookmark">{what}</a></h3><div class="submitted">'
            + say("由", "Posted by")
            + ' <span class="username">{who}</span> '
            + say("(未驗證)", "(not verified)")
            + ' | {when}</div><div class="content"><p>{what}</p></div></div>\n'
        )
        remarks = (
            remarks
            and f'<div id="comments" class="comment-wrapper"><h2 class="title">{say("回應", "Comments")}</h2>\n{remarks}</div>\n'
        )
        near = copy.others(
            '<li class="views-row"><span class="views-field-title"><a href="{url}">{title}</a></span> <span class="views-field-created">{day}</span></li>',
            3,
        )
        pager = copy.others('<li class="previous"><a href="{url}">‹ {title}</a></li>', 1, skip=3)
        node = (
            f"{submitted}{filed}{'' if self.foot else by}"
            f'<div class="content clearfix">\n{body}</div>\n'
            f"{by if self.foot else ''}{changed}{tags}{stars}{share}"
        )
        about = "" if self.six else f' about="{attr(copy.url)}" typeof="sioc:Item foaf:Document"'
        meta = (
            ""
            if self.six
            else f'<span property="dc:title" content="{attr(copy.version.title)}" class="rdf-meta element-hidden"></span>\n'
        )
        return f'<div class="breadcrumb"><a href="/">{say("首頁", "Home")}</a> » <a href="{copy.section_url}">{copy.section}</a></div>\n<h1 class="title" id="page-title">{copy.title}</h1>\n<div class="tabs"></div>\n<div id="node-{art.id}" class="node node-{"type-" if self.six else ""}story node-promoted{"" if self.six else " view-mode-full clearfix"}"{about}>\n{meta}{node}<div class="link-wrapper">{links}</div>\n</div>\n<ul class="custom-pager">{pager}</ul>\n{self.side("views", "similar-block_1", say("相關內容", "Similar entries"), f"<ul>{near}</ul>")}{remarks}'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers, a pager, the feed's icon."""
        rows = "\n".join(
            f'<div class="node node-story node-teaser clearfix"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="meta submitted"><span>{self.day(c.published)}</span></div><div class="content"><p>{esc(c.summary)}</p></div><ul class="links inline"><li class="node-readmore first last"><a href="{attr(c.url)}" rel="tag">{self.word("閱讀全文", "Read more")}</a></li></ul></div>'
            for c in cards
        )
        more = (
            f'\n<h2 class="element-invisible">{self.word("頁面", "Pages")}</h2><div class="item-list"><ul class="pager"><li class="pager-current first">1</li><li class="pager-next last"><a href="{attr(older)}">{self.word("下一頁", "next")} ›</a></li></ul></div>'
            if older
            else ""
        )
        return f'<h1 class="title" id="page-title">{esc(heading)}</h1>\n{rows}{more}\n<a href="/rss.xml" class="feed-icon"><img src="/misc/feed.png" width="16" height="16" alt="RSS" /></a>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A node of the type "page"."""
        return f'<h1 class="title" id="page-title">{esc(heading)}</h1>\n<div class="node node-page clearfix"><div class="content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Gannet,)
ADDRESSES: dict[str, Form] = {"story/nid/alias": Form(lambda _p, a, _v: f"/story/{a.id}/{ascii_slug(a)}")}
