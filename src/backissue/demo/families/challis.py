"""A regional daily of about 2011 on an enterprise portal system: three table columns, portlets, content elements, document actions."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Jackdaw(Freehand):
    """2011: a regional daily on a portal system: navigation and portlets in table columns at both sides, a line under the headline for who and when, text in content elements split at the headings, pictures at the left in definition lists, send, print and PDF, keywords, a discussion."""

    name = "jackdaw"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether the system labels who signs, where who and when stand, where the section, the actions and a box of links do."""
        self.labelled = rng.random() < 0.5
        self.above = rng.random() < 0.4  # the day above the headline, in the news plugin's own line
        self.foot = rng.random() < 0.4  # who signed below the text
        self.kicker = rng.random() < 0.5
        self.actions_above = rng.random() < 0.5
        self.summary = rng.random() < 0.5  # the first paragraph is the item's description
        self.boxed = 2 + int(rng.random() * 4)
        self.dates = int(rng.random() * 3)
        if self.labelled:
            self.hand = choose(rng, Hand("{a}", "{a}、{b}", placed="{a}（{p}）", photo="{a}（文）、{b}（圖）", roles=("文", "圖")), Hand("{a}", "{a}／{b}", photo="{a}（採訪）／{b}（攝影）", roles=("採訪", "攝影")))  # fmt: skip
            self.hand_en = choose(rng, Hand("{a}", "{a} and {b}", placed="{a}, {p}", photo="{a} (text), {b} (pictures)", roles=("text", "pictures")), Hand("{a}", "{a} / {b}", placed="{a} ({p})"))  # fmt: skip
        else:
            self.hand = choose(rng, Hand("本報記者 {a}", "本報記者 {a}、{b}", placed="本報記者 {a} 發自{p}", role="記者"), Hand("{a} 採訪", "{a}、{b} 採訪", placed="{a} {p}採訪", photo="{a} 採訪　{b} 攝", agency="據{o}", role="採訪", roles=("採訪", "攝")))  # fmt: skip
            self.hand_en = choose(rng, Hand("From our reporter {a}", "From our reporters {a} and {b}", placed="From our reporter {a}, {p}", agency="From {o}", role="reporter"), Hand("{a} reports", "{a} and {b} report", placed="{a} reports from {p}", photo="{a} reports, {b} took the pictures"))  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Thursday, 08. March 2012, 21:05``, ``Mar 08, 2012 09:05 PM``, ``08 March 2012 | 21.05 h``; ``2012年03月08日（四） 21:05``, ``2012.03.08 21:05``, ``2012年3月8日 21時05分``."""
        month, clocked = MONTHS[t.month - 1], clock(t).zfill(8)
        if self.english:
            return (f"{DAYS[t.weekday()]}, {t.day:02d}. {month} {t.year}, {t:%H:%M}", f"{month[:3]} {t.day:02d}, {t.year} {clocked}", f"{t.day:02d} {month} {t.year} | {t:%H.%M} h")[self.dates]  # fmt: skip
        return (f"{t.year}年{t.month:02d}月{t.day:02d}日（{DAYS_ZH[t.weekday()]}） {t:%H:%M}", f"{t.year}.{t.month:02d}.{t.day:02d} {t:%H:%M}", f"{t.year}年{t.month}月{t.day}日 {t.hour}時{t.minute:02d}分")[self.dates]  # fmt: skip

    def portlet(self, kind: str, head: str, rows: str, foot: str = "") -> str:
        """A box of a column."""
        foot = f'<dd class="portletFooter">{foot}<span class="portletBottomLeft"></span></dd>\n' if foot else ""
        return f'<div class="portletWrapper">\n<dl class="portlet portlet{kind}">\n<dt class="portletHeader"><span class="portletTopLeft"></span>{head}<span class="portletTopRight"></span></dt>\n{rows}\n{foot}</dl>\n</div>'

    def frame(self, page: Shell) -> str:
        """Skip links, what the portal has on top, a table of three columns, a foot."""
        paper, word = page.paper, self.word
        tabs = self.menu(paper, '<li class="{on}"><a href="{url}">{name}</a></li>', "\n", now=page.section, current="selected").replace('class=""', 'class="plain"')  # fmt: skip
        tree = self.menu(paper, '<li class="navTreeItem visualNoMarker{on}"><div><a href="{url}" class="state-published">{name}</a></div></li>', "\n", now=page.section, current=" navTreeCurrentNode")  # fmt: skip
        left = self.portlet("NavigationTree", word("導覽", "Navigation"), f'<dd class="portletItem lastItem"><ul class="portletNavigationTree navTreeLevel0">\n{tree}\n</ul></dd>')  # fmt: skip
        login = self.portlet("Login", word("登入", "Log in"), f'<dd class="portletItem odd"><form action="/login_form" method="post"><div class="field"><label for="__ac_name">{word("用戶名稱", "Login name")}</label><br /><input type="text" size="15" name="__ac_name" id="__ac_name" /></div><div class="formControls"><input class="context" type="submit" value="{word("登入", "Log in")}" /></div></form></dd>', f'<a href="/mail_password_form">{word("忘記密碼？", "Forgot your password?")}</a>')  # fmt: skip
        paper_box = self.portlet("Static", word("電子報", "E-paper"), f'<dd class="portletItem odd"><a href="/epaper"><img src="/++resource++epaper-cover.png" width="140" height="190" alt="{word("今日頭版", "Today’s front page")}" /></a></dd><dd class="portletItem even"><a href="/subscribe">{word("試閱兩星期", "Two weeks on trial")}</a></dd>')  # fmt: skip
        letter = self.portlet("Newsletter", esc(paper.letter), f'<dd class="portletItem odd"><p>{word("逢星期五寄到閣下信箱。", "In your mailbox every Friday.")}</p><form action="/newsletter/subscribe"><input name="email" size="18" /><input class="searchButton" type="submit" value="{word("訂閱", "Order")}" /></form></dd>')  # fmt: skip
        sky = f'<div class="tx-macinabanners-pi1 skyscraper"><span class="ad-label">{word("廣告", "Advertisement")}</span><a href="/banner/click?zone=4"><img src="/uploads/banners/sky_160x600.gif" width="160" height="600" alt="" /></a></div>'
        head = (
            f'<meta http-equiv="Content-Type" content="text/html; charset={page.charset}" />\n' if page.charset else ""
        )
        search = word("搜尋網站", "Search Site")
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">\n<head>\n{head}<title>{esc(page.title)} — {esc(paper.name)}</title>\n{page.head}<meta name="generator" content="Portalwerk 4.1 Enterprise" />\n<link rel="stylesheet" type="text/css" media="screen" href="/portal_css/base-cachekey3107.css" />\n<link rel="stylesheet" type="text/css" media="print" href="/portal_css/print-cachekey0091.css" />\n<link rel="alternate" type="application/rss+xml" title="RSS" href="/aktuell/RSS" />\n<script type="text/javascript" src="/portal_javascripts/ploneScripts-cachekey5520.js"></script>\n</head>\n'
            f'<body class="section-{"story template-newsitem_view" if page.is_story else "folder template-folder_view"}" dir="ltr">\n<div id="visual-portal-wrapper">\n<div id="portal-top">\n<div id="portal-header">\n<p class="hiddenStructure"><a accesskey="2" href="#documentContent">{word("跳到內容", "Skip to content.")}</a> | <a accesskey="6" href="#portlet-navigation-tree">{word("跳到導覽", "Skip to navigation")}</a></p>\n<ul id="portal-siteactions"><li id="siteaction-sitemap"><a href="/sitemap">{word("網站地圖", "Site Map")}</a></li><li id="siteaction-accessibility"><a href="/accessibility-info">{word("無障礙", "Accessibility")}</a></li><li id="siteaction-contact"><a href="/contact-info">{word("聯絡", "Contact")}</a></li></ul>\n<div id="portal-searchbox"><form name="searchform" action="/search"><label class="hiddenStructure" for="searchGadget">{search}</label><input name="SearchableText" type="text" size="18" title="{search}" id="searchGadget" /><input class="searchButton" type="submit" value="{word("搜尋", "Search")}" /></form></div>\n<a id="portal-logo" accesskey="1" href="/"><img src="/logo.png" alt="{attr(paper.name)}" height="56" width="310" /></a>\n<ul id="portal-globalnav">\n<li id="portaltab-index_html" class="plain"><a href="/">{word("首頁", "Home")}</a></li>\n{tabs}\n</ul>\n</div>\n<ul id="portal-personaltools"><li><a href="/login_form">{word("登入", "Log in")}</a></li><li><a href="/join_form">{word("註冊", "Register")}</a></li></ul>\n</div>\n<div class="visualClear"><!-- --></div>\n'
            f'<table id="portal-columns">\n<tbody>\n<tr>\n<td id="portal-column-one"><div class="visualPadding">\n{left}\n{login}\n</div></td>\n<td id="portal-column-content">\n<!--TYPO3SEARCH_begin-->\n{page.main}\n<!--TYPO3SEARCH_end-->\n</td>\n<td id="portal-column-two"><div class="visualPadding">\n{paper_box}\n{sky}\n{letter}\n</div></td>\n</tr>\n</tbody>\n</table>\n'
            f'<div id="portal-footer"><p>{esc(paper.rights)} <span>·</span> <a href="/about">{word("關於本報", "About us")}</a> <span>·</span> <a href="/imprint">{word("版權說明", "Imprint")}</a> <span>·</span> <a href="/advertise">{word("廣告價目", "Media data")}</a></p></div>\n<div id="portal-colophon"><ul><li><a href="http://portalwerk.example">Portalwerk CMS</a></li><li>XHTML</li><li>CSS</li></ul></div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What the system itself knows: its user, who is nobody's name, and days."""
        article = copy.article
        return f'<meta name="DC.type" content="News Item" />\n<meta name="DC.creator" content="webdesk{article.index % 4 + 1}" />\n<meta name="DC.date.created" content="{article.published.isoformat(timespec="seconds")}" />\n<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{copy.tags("{tag}", ", ").replace(chr(34), "&quot;")}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The text as the rich text rendering writes it."""
        kind, text = block.kind, spans(block.spans)
        if kind == "p":
            return f'<p class="bodytext">{text}</p>'
        if kind == "h":
            return f'<div class="csc-header csc-header-n{copy.version.blocks.index(block) + 1}"><h2>{text}</h2></div>'
        if kind == "quote":
            return f'<blockquote class="pullquote"><p class="bodytext">{text}</p></blockquote>'
        if kind == "note":
            return f'<p class="bodytext discreet">{text}</p>'
        if kind in {"ul", "ol"}:
            rows = "".join(f'<li class="{("odd", "even")[n % 2]}">{esc(i)}</li>' for n, i in enumerate(block.items))
            return f'<{kind} class="csc-bulletlist csc-bulletlist-0">{rows}</{kind}>'
        if kind == "table":
            rows = "\n".join(f'<tr class="{("tr-even", "tr-odd")[n % 2]} tr-{n}">' + "".join(f'<td class="td-{m}"><p>{esc(c)}</p></td>' for m, c in enumerate(row)) + "</tr>" for n, row in enumerate(block.rows[1:]))  # fmt: skip
            head = "".join(f'<th class="td-{m}" scope="col">{esc(c)}</th>' for m, c in enumerate(block.rows[0]))
            return f'<table class="contenttable contenttable-2" cellspacing="0">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
        if kind == "embed":
            return f'<div class="csc-mediaelement"><iframe width="460" height="259" frameborder="0" scrolling="no" src="{attr(block.url)}"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A list of one term: the picture at the left, below it what it shows and whose it is."""
        source = self.source(copy, picture)
        credit = f'\n<dd class="image-credit discreet">{esc(picture.credit)}</dd>' if picture.credit else ""
        return f'<dl class="image-left captioned" style="width:240px;">\n<dt><a rel="lightbox" href="{source}" title="{copy.say("放大", "Enlarge")}"><img src="{source}" alt="" width="240" /></a></dt>\n<dd class="image-caption" style="width:240px;">{esc(picture.caption)}</dd>{credit}\n</dl>'

    def story(self, copy: Copy) -> str:
        """Crumbs, the headline and its line, the item in content elements, keywords, actions, discussion."""
        number, url = copy.article.index, attr(copy.url)
        where = f'<div id="portal-breadcrumbs"><span id="breadcrumbs-you-are-here">{copy.say("所在位置：", "You are here:")}</span> <a href="/">{copy.say("首頁", "Home")}</a> <span class="breadcrumbSeparator">→</span> <span dir="ltr"><a href="{copy.section_url}">{copy.section}</a> <span class="breadcrumbSeparator">→</span></span> <span dir="ltr">{copy.title}</span></div>'
        tools = f'<div class="documentActions">\n<h5 class="hiddenStructure">{copy.say("文件操作", "Document Actions")}</h5>\n<ul>\n<li id="document-action-sendto"><a href="{url}#sendto_form">{copy.say("寄給朋友", "Send this")}</a></li>\n<li id="document-action-print"><a href="javascript:this.print();">{copy.say("列印", "Print this")}</a></li>\n<li id="document-action-pdf"><a href="/download_as_pdf?uid={9000 + number}">PDF</a></li>\n<li id="document-action-textsize"><a href="#" class="small">A-</a> <a href="#" class="large">A+</a></li>\n</ul>\n</div>\n'
        author, label = copy.linked('<span class="fn">{}</span>'), copy.say("作者：", "by ") if self.labelled else ""
        sep = "" if self.foot or (self.above and not copy.said.updated) else " —"
        author = f'<span class="documentAuthor">{label}{author}{sep}</span>\n' if author else ""
        day = f'<span class="documentPublished">{"" if self.above else copy.say("刊登於 ", "published ")}{copy.day}</span>'
        changed = copy.changed(f'<span class="documentModified">{copy.say("最後修改 ", "last modified ")}{{}}</span>\n')
        line = (
            ("" if self.foot else author)
            + ("" if self.above else f"{day}{copy.say('，', ',') if changed else ''}\n")
            + changed
        )
        line = f'<div class="documentByLine" id="plone-document-byline">\n{line}</div>\n' if line else ""
        blocks, top = list(copy.version.blocks), []
        while self.summary and len(blocks) > 1 and blocks[0].kind == "figure":
            top.append(f'<div class="newsImageContainer">{self.block(copy, blocks.pop(0))}</div>\n')
        if self.summary and blocks[0].kind == "p":
            top.append(f'<p class="documentDescription">{spans(blocks.pop(0).spans)}</p>\n')
        links = copy.others("<li><a class=`internal-link` href=`{url}`>{title}</a></li>", 2)
        box = f'<div class="news-single-related-box"><h4>{copy.say("同一話題", "On the same subject")}</h4><ul>{links}</ul></div>'
        parts: list[str] = []
        for at, block in enumerate(blocks):
            if not at or block.kind == "h":
                parts.append(f'{"</div>" if at else ""}\n<div id="c{number * 7 + at + 1200}" class="csc-default">')
            if at == self.boxed and block.kind == "p" and links and number % 3:
                parts.append(box)
            parts.append(self.block(copy, block))
        text = "\n".join(parts) + ("\n</div>" if parts else "")
        signed = f'<div class="news-single-author">{author.strip()}</div>\n' if self.foot and author else ""
        kicker = (
            f'<p class="news-single-kicker"><a href="{copy.section_url}">{copy.section}</a></p>\n'
            if self.kicker
            else ""
        )
        filed = (
            ""
            if self.kicker
            else f'<div class="news-single-category">{copy.say("欄目：", "Section: ")}<a href="{copy.section_url}">{copy.section}</a></div>\n'
        )
        tags = copy.tags('<a href="{url}" class="link-category" rel="nofollow tag">{tag}</a>', '<span class="separator">, </span>')  # fmt: skip
        tags = (
            f'<div class="documentByLine" id="category"><span>{copy.say("關鍵詞：", "Filed under:")}</span> <span id="category-list">{tags}</span></div>\n'
            if tags
            else ""
        )
        said = copy.remarks(f'<div class="comment odd level-0"><h5>{copy.say("回應", "Reply")} {{n}}</h5><div class="documentByLine">{copy.say("發表者", "Posted by")} <span>{{who}}</span> {copy.say("於", "at")} {{when}}</div><div class="commentBody"><p>{{what}}</p></div></div>\n')  # fmt: skip
        more = copy.others("<dd class=`portletItem odd`><a class=`contenttype-news-item` href=`{url}`>{title}</a> <span class=`portletItemDetails`>{day}</span></dd>", 4, "\n")  # fmt: skip
        more = self.portlet("News", copy.say("最新消息", "News"), more, f'<a href="/news">{copy.say("更多…", "More news…")}</a>') if more else ""  # fmt: skip
        bar = copy.others("<span class=`previous`><a href=`{url}`>« {title}</a></span>", 1, skip=2) + copy.others("<span class=`next`><a href=`{url}`>{title} »</a></span>", 1, skip=3)  # fmt: skip
        return (
            f'{where}\n<div id="region-content" class="documentContent"><a name="documentContent"></a>\n<div id="content" class="news-single-item">\n{tools if self.actions_above else ""}{f"<div class={chr(34)}news-single-timedata{chr(34)}>{day}</div>{chr(10)}" if self.above else ""}{kicker}<h1 id="parent-fieldname-title" class="documentFirstHeading">{copy.title}</h1>\n{line}{"".join(top)}'
            f'<div class="news-single-content plain" id="parent-fieldname-text">{text}\n</div>\n{signed}<div class="visualClear"><!-- --></div>\n{filed}<div id="viewlet-below-content-body">\n{tags}</div>\n{"" if self.actions_above else tools}<div class="listingBar">{bar}</div>\n<div class="news-single-backlink"><a href="{copy.section_url}">&lt;- {copy.say("返回列表", "Back to overview")}</a></div>\n</div>\n'
            f'<div class="discussion" id="commenting">\n{said}<form action="{url}/discussion_reply_form"><input class="standalone" type="submit" value="{copy.say("發表回應", "Add comment")}" /></form>\n</div>\n{more}\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A folder's summary view."""
        rows = "\n".join(f'<div class="tileItem visualIEFloatFix"><span class="documentByLine">{self.day(c.published)}</span><h2 class="tileHeadline"><a href="{attr(c.url)}" class="summary url">{esc(c.title)}</a></h2><p class="tileBody"><span class="description">{esc(c.summary)}</span></p><p class="tileFooter"><a href="{attr(c.url)}">{self.word("全文…", "Read More…")}</a></p></div>' for c in cards)  # fmt: skip
        more = (
            f'\n<div class="listingBar"><span class="next"><a href="{attr(older)}">{self.word("較早的項目", "Next items")} »</a></span></div>'
            if older
            else ""
        )
        return f'<div id="region-content" class="documentContent"><h1 class="documentFirstHeading">{esc(heading)}</h1>\n{rows}{more}\n</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A plain document."""
        text = "".join(f'<p class="bodytext">{esc(p)}</p>\n' for p in paragraphs)
        return f'<div id="region-content" class="documentContent"><h1 class="documentFirstHeading">{esc(heading)}</h1>\n<div class="csc-default">{text}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Jackdaw,)
ADDRESSES: dict[str, Form] = {"portal/detail/slug-id": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/detail/{ascii_slug(a)}-{a.id}.html")}  # fmt: skip
