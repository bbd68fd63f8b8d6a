"""A local weekly on a volunteer-run content system of 2008 to 2012: components, modules, positions."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper, Version
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


_ALIASES = (
    Hand("{a}", "{a}、{b}", placed="{a}（{p}）", photo="{a}（文）　{b}（圖）", roles=("文", "圖")),
    Hand(
        "記者{a}", "記者{a}、{b}", placed="記者{a}／{p}", photo="{a}撰文, {b}攝影", role="記者", roles=("撰文", "攝影")
    ),
)
_TYPED = (
    Hand(
        "【記者{a}報導】",
        "【記者{a}、{b}報導】",
        placed="【記者{a}{p}報導】",
        photo="【{a}撰稿 {b}攝影】",
        desk="【{o}】",
        agency="【{o}電】",
        role="記者",
        roles=("撰稿", "攝影"),
    ),
    Hand(
        "撰稿 {a}",
        "撰稿 {a}　{b}",
        placed="撰稿 {a}　發自{p}",
        photo="撰稿 {a}　攝影 {b}",
        role="撰稿",
        roles=("撰稿", "攝影"),
    ),
)
_ALIASES_EN = (Hand(two="{a} & {b}", placed="{a}, {p}"), Hand(two="{a}, {b}"))
_TYPED_EN = (
    Hand("by {a}", "by {a} with {b}", placed="by {a} at {p}", desk="from the {o}", agency="({o})"),
    Hand("Story by {a}", "Story by {a} and {b}", placed="Story by {a} from {p}"),
)
_NOTE = '<p class="info"><span class="typo-icon">{}</span></p>'
_PASTED = {
    "p": '<p class="MsoNormal" style="margin: 0cm 0cm 10pt;"><span style="font-size: 10pt; line-height: 115%;">{}</span></p>',
    "h": '<h4 class="MsoNormal"><span style="color: #800000;">{}</span></h4>',
    "quote": '<blockquote dir="ltr" style="margin-right: 0px;"><p style="text-align: justify;"><em>{}</em></p></blockquote>',
    "note": _NOTE,
}
_BUTTONS = {
    "p": '<p style="text-align: justify;">{}</p>',
    "h": '<p>&nbsp;</p>\n<h3 style="text-align: left;"><span style="text-decoration: underline;">{}</span></h3>',
    "quote": '<div class="bubble1"><div><span class="quote-open">&nbsp;</span>{}</div></div>',
    "note": _NOTE,
}


class Avocet(Freehand):
    """2009: a weekly on Joomla 1.5: contentpaneopen tables (or a bought news template's divs), Written by, createdate, modifydate, hits, stars, an account's name in the meta, a column of modules."""

    name = "avocet"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """Stock tables or a bought template, who signs where, how days are set, from what the text was pasted."""
        self.tabled = rng.random() < 0.55
        self.theme = choose(rng, "rhuk_estuary", "ja_broadsheet", "gk_kiosk")
        self.place = choose(rng, "alias", "alias", "start", "end")  # the system's author alias, or typed into the text
        self.pasted = rng.random() < 0.4
        self.comma = rng.random() < 0.5
        self.poll = rng.random() < 0.6
        self.inset = 2 + int(rng.random() * 3)
        alias = self.place == "alias"
        self.hand = choose(rng, *(_ALIASES if alias else _TYPED))
        self.hand_en = choose(rng, *(_ALIASES_EN if alias else _TYPED_EN))

    def day(self, t: datetime) -> str:
        """``Thursday, 12 March 2009 14:05``; ``週四, 12 三月 2009 14:05``, as the language packs had it."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {t.day:02d} {MONTHS[t.month - 1]} {t.year} {t:%H:%M}"
        week = DAYS_ZH[t.weekday()]
        if self.comma:
            return f"週{week}, {t.day:02d} {MONTHS_ZH[t.month - 1]} {t.year} {t:%H:%M}"
        return f"{t.year}年 {t:%m}月 {t:%d}日 星期{week} {t:%H:%M}"

    def module(self, title: str, inside: str, suffix: str = "") -> str:
        """One module in a position, in a table or in the template's rounded boxes."""
        if self.tabled:
            return f'<table cellpadding="0" cellspacing="0" class="moduletable{suffix}">\n<tr><th valign="top">{title}</th></tr>\n<tr><td>\n{inside}\n</td></tr>\n</table>\n'
        return f'<div class="module{suffix}"><div><div><div>\n<h3><span>{title}</span></h3>\n{inside}\n</div></div></div></div>\n'

    def frame(self, page: Shell) -> str:
        """The template's index: top, pillmenu, pathway, left, component, right, footer."""
        paper, word, theme = page.paper, self.word, f"/templates/{self.theme}"
        section = page.section if page.is_story else ""
        menu = self.menu(
            paper,
            "<li class=`item{on}`><a href=`{url}`><span>{name}</span></a></li>",
            "\n",
            now=section,
            current=" active",
        )
        arrow = f' <img src="{theme}/images/arrow.png" alt="" /> '
        way = arrow.join(
            filter(None, (f'<a href="/" class="pathway">{word("首頁", "Home")}</a>', esc(section), esc(page.title)))
        )
        login = f'<form action="/index.php" method="post" name="login" id="form-login"><fieldset class="input"><p><label for="modlgn_username">{word("帳號", "Username")}</label><br /><input id="modlgn_username" type="text" name="username" class="inputbox" size="18" /></p><p><label for="modlgn_passwd">{word("密碼", "Password")}</label><br /><input id="modlgn_passwd" type="password" name="passwd" class="inputbox" size="18" /></p><input type="submit" class="button" value="{word("登入", "Login")}" /></fieldset><ul><li><a href="/component/user/reset">{word("忘記密碼？", "Forgot your password?")}</a></li></ul></form>'
        choices = word(
            "每天|一星期一次|只看分類廣告|第一次", "Every day|Once a week|Only for the classifieds|First time"
        ).split("|")
        votes = "".join(
            f'<tr><td class="sectiontableentry{n % 2 + 1}"><input type="radio" name="voteid" id="voteid{n}" value="{n}" /></td><td class="sectiontableentry{n % 2 + 1}"><label for="voteid{n}">{c}</label></td></tr>'
            for n, c in enumerate(choices)
        )
        poll = f'<form action="/index.php" method="post" name="form2"><table width="95%" border="0" class="poll"><thead><tr><td style="font-weight: bold;">{word("你多久上一次本報網站？", "How often do you visit us on the web?")}</td></tr></thead><tr><td><table class="pollstableborder">{votes}</table></td></tr></table><input type="submit" name="task_button" class="button" value="{word("投票", "Vote")}" /></form>'
        ads = f'<div class="bannergroup"><div class="banneritem"><a href="/component/banners/click/4" target="_blank"><img src="/images/banners/tyres_180.gif" alt="Banner" /></a></div><div class="bannerfooter">{word("刊登廣告請洽業務部", "Your shop here? Ring the ad desk")}</div></div>'
        online = word(
            f"目前有 {len(page.title) % 19 + 2} 位訪客在線上", f"There are {len(page.title) % 19 + 2} guests here now"
        )
        cloak = f'<script type="text/javascript">\n<!--\nvar prefix = "ma" + "il" + "to"; var addy = "desk" + "&#64;" + "{paper.host}"; document.write("<a href=\'" + prefix + ":" + addy + "\'>" + addy + "</a>");\n//-->\n</script><noscript>{word("地址已對機器人隱藏，請開啟 JavaScript", "Address hidden from robots, switch on JavaScript")}</noscript>'
        left = self.module(word("主選單", "Main Menu"), f'<ul class="menu">{menu}</ul>', "_menu") + self.module(
            word("會員登入", "Member Login"), login
        )
        right = (
            self.module(word("贊助", "Sponsors"), ads, "_text")
            + (self.module(word("網上投票", "Polls"), poll) if self.poll else "")
            + self.module(word("誰在線上", "Who's Online"), online)
        )
        main = f'<a name="mainbody"></a>\n{page.main}'
        if self.tabled:
            middle = f'<div id="leftcolumn">\n{left}</div>\n<div id="maincolumn">\n<table class="nopad">\n<tr valign="top">\n<td>\n{main}\n</td>\n<td class="greyline">&nbsp;</td>\n<td width="170">\n{right}</td>\n</tr>\n</table>\n</div>'
        else:
            middle = f'<div id="ja-mainbody" class="clearfix"><div id="ja-content">\n{main}\n</div>\n<div id="ja-colwrap">\n{left}{right}</div></div>'
        title = esc(page.title) if self.comma else f"{esc(page.title)} - {esc(paper.name)}"
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language.lower()}" lang="{self.language.lower()}">\n<head>\n{heads(page.charset, old=True)}\n<meta name="robots" content="index, follow" />\n{page.head}<meta name="description" content="{attr(paper.name)} - {word("每周四出版", "every Thursday")}" />\n<meta name="generator" content="Joomla! 1.5 - Open Source Content Management" />\n<title>{title}</title>\n<link href="{theme}/favicon.ico" rel="shortcut icon" type="image/x-icon" />\n<script type="text/javascript" src="/media/system/js/mootools.js"></script>\n<script type="text/javascript" src="/media/system/js/caption.js"></script>\n<link rel="stylesheet" href="/templates/system/css/general.css" type="text/css" />\n<link rel="stylesheet" href="{theme}/css/template.css" type="text/css" />\n</head>\n<body id="page_bg" class="color_blue bg_blue width_fmax">\n<a name="up" id="up"></a>\n<div id="wrapper">\n<div id="header"><div id="logo"><a href="/"><img src="{theme}/images/mw_logo.png" alt="{attr(paper.name)}" /></a></div><div id="newsflash">{word("分類廣告截稿：每周二下午五時", "Classifieds close Tuesdays at five")}</div></div>\n<div id="search"><form action="/index.php" method="post"><div class="search"><input name="searchword" class="inputbox" type="text" size="20" value="{word("搜尋", "search")}..." /></div><input type="hidden" name="option" value="com_search" /></form></div>\n<div id="pathway"><span class="breadcrumbs pathway">\n{way}\n</span></div>\n{middle}\n<div id="footer"><p class="syndicate"><a href="/index.php?format=feed&amp;type=rss"><img src="/images/M_images/livemarks.png" alt="feed-image" /> <span>{word("訂閱消息來源", "Feed Entries")}</span></a></p><p>{esc(paper.rights)} {word("編輯部", "Newsroom")}: {cloak}</p><p id="power_by"><a href="http://validator.example/check/referer">XHTML</a> &amp; <a href="http://css.example/">CSS</a>.</p></div>\n</div>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """Keywords, the title, and as author the account that put it in: never who wrote it."""
        account = copy.say("網站管理員", "Administrator") if copy.article.index % 3 else copy.say("編輯二", "editor2")
        return f'<base href="{attr(copy.url)}" />\n<meta name="keywords" content="{attr(", ".join(copy.said.tags or ()))}" />\n<meta name="title" content="{attr(copy.version.title)}" />\n<meta name="author" content="{account}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the editor's box made of it: pasted from a word processor, or justified by a button."""
        kind, text = block.kind, spans(block.spans)
        forms = _PASTED if self.pasted else _BUTTONS
        if kind in forms:
            return forms[kind].format(text)
        if kind in {"ul", "ol"}:
            return (
                f'<{kind} class="arrow">\n'
                + "".join(f'<li><span style="font-size: 10pt;">{esc(i)}</span></li>\n' for i in block.items)
                + f"</{kind}>"
            )
        if kind == "table":
            rows = (
                ("".join(f'<td valign="top">{"<strong>" * (not n)}{esc(c)}{"</strong>" * (not n)}</td>' for c in row))
                for n, row in enumerate(block.rows)
            )
            return (
                '<table border="1" cellspacing="0" cellpadding="4" align="center">\n<tbody>\n'
                + "".join(f"<tr>{r}</tr>\n" for r in rows)
                + "</tbody>\n</table>"
            )
        if kind == "embed":
            return f'<div class="avPlayerWrapper avVideo"><div style="width:400px;" class="avPlayerContainer"><div class="avPlayerBlock"><iframe src="{attr(block.url)}" width="400" height="300" frameborder="0" scrolling="no"></iframe></div></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image plugin's box, its caption below, floated."""
        if self.pasted:
            credit = f'<br /><span class="small">{esc(picture.credit)}</span>' if picture.credit else ""
            return f'<div class="mosimage" style="border-width: 1px; float: right; width: 300px;"><img src="{self.source(copy, picture)}" width="300" hspace="6" alt="Image" title="Image" border="0" /><div class="mosimage_caption" style="text-align: center;">{esc(picture.caption)}{credit}</div></div>'
        credit = f" [{copy.say('圖', 'Photo')}: {esc(picture.credit)}]" if picture.credit else ""
        return f'<div class="img_caption left" style="float: left; width: 320px;"><img class="caption" src="{self.source(copy, picture)}" border="0" width="320" alt="{picture.number}" align="left" /><p class="img_caption">{esc(picture.caption)}{credit}</p></div>'

    def story(self, copy: Copy) -> str:
        """The article view: heading and icons, who and when, the text, its change; stars, related items, remarks."""
        say, at, url = copy.say, copy.article.index, attr(copy.url)
        icons = [
            f'<a href="{url}?{q}" title="{w}" rel="nofollow"><img src="/images/M_images/{i}.png" alt="{w}" /></a>'
            for i, q, w in (
                ("pdf_button", "format=pdf", "PDF"),
                ("printButton", "tmpl=component&amp;print=1&amp;page=", say("列印", "Print")),
                ("emailButton", "task=emailform", say("電子郵件", "E-mail")),
            )
        ]
        body = self.blocks(copy)
        if len(body) > self.inset + 2 and at % 4:
            body.insert(
                self.inset,
                f'<div class="moduletable_inset"><span class="ad-label">{say("廣告", "Advertisement")}</span><a href="/component/banners/click/{at % 7 + 1}"><img src="/images/banners/inset{at % 7 + 1}.gif" alt="" /></a></div>',
            )
        first = (
            copy.signed('<p><span style="font-size: 8pt;"><strong>{}</strong></span></p>')
            if self.place == "start"
            else ""
        )
        last = copy.signed('<p style="text-align: right;"><em>{}</em></p>') if self.place == "end" else ""
        text = "\n".join(filter(None, (first, *body, last)))
        by = copy.signed(f"{say('作者', 'Written by')} {{}}") if self.place == "alias" else ""
        filed = f'<a href="{copy.section_url}">{copy.section}</a>'
        changed = copy.changed(say("最近更新在", "Last Updated on") + " {}")
        hits = f"{say('點擊數', 'Hits')}: {at * 37 % 1900 + 61}"
        if self.tabled:
            cells = "\n".join(f'<td align="right" width="100%" class="buttonheading">{i}</td>' for i in icons)
            by = (
                f'<tr>\n<td width="70%" valign="top" colspan="2"><span class="small">{by}</span>&nbsp;&nbsp;</td>\n</tr>\n'
                if by
                else ""
            )
            changed = f'<tr>\n<td class="modifydate">{changed}</td>\n</tr>\n' if changed else ""
            page = f'<div class="componentheading">{copy.section}</div>\n<table class="contentpaneopen">\n<tr>\n<td class="contentheading" width="100%">{copy.title}</td>\n{cells}\n</tr>\n</table>\n<table class="contentpaneopen">\n<tr>\n<td><span>{filed}</span></td>\n</tr>\n{by}<tr>\n<td valign="top" colspan="2" class="createdate">{copy.day}</td>\n</tr>\n<tr>\n<td valign="top" colspan="2">\n{text}\n</td>\n</tr>\n{changed}<tr>\n<td class="small">{hits}</td>\n</tr>\n</table>\n<span class="article_separator">&nbsp;</span>\n'
        else:
            by = f'<span class="createby">{by}</span>\n' if by else ""
            changed = f'<span class="modifydate">{changed}</span>\n' if changed else ""
            page = f'<h2 class="contentheading clearfix"><a href="{url}" class="contentpagetitle">{copy.title}</a></h2>\n<div class="article-tools clearfix">\n<div class="article-meta">\n<span class="createdate">{copy.day}</span>\n{by}<span class="article-section">{filed}</span>\n{changed}<span class="hits">{hits}</span>\n</div>\n<div class="buttonheading">{"".join(icons)}<span class="fontsize"><a href="#" onclick="switchFontSize(1);return false;">A+</a> <a href="#" onclick="switchFontSize(-1);return false;">A-</a></span></div>\n</div>\n<div class="article-content">\n{text}\n</div>\n<span class="article_separator">&nbsp;</span>\n'
        stars = at * 7 % 6
        shine = "".join(
            f'<img src="/images/M_images/rating_star{"" if n < stars else "_blank"}.png" alt="" align="top" />'
            for n in range(5)
        )
        radios = "".join(f'<input type="radio" name="user_rating" value="{n}" />' for n in range(1, 6))
        vote = f'<form method="post" action="{url}"><span class="content_rating">{say("讀者評分", "User Rating")}: {shine}&nbsp;/&nbsp;{at * 3 % 23 if stars else 0}</span><br /><span class="content_vote">{say("差", "Poor")} {radios} {say("好", "Best")}&nbsp;<input class="button" type="submit" name="submit_vote" value="{say("評分", "Rate")}" /></span></form>\n'
        tags = copy.tags("<li><a href=`{url}` rel=`tag` title=`{tag}`>{tag}</a></li>", " ")
        tags = f'<div class="tag">{say("標籤", "Tags")}: <ul class="tag">{tags}</ul></div>\n' if tags else ""
        share = (
            f'<div class="socialbuttons">{say("轉貼到", "Pass it on")}: '
            + " ".join(
                f'<a href="http://{s}.example/submit?u={url}" target="_blank" rel="nofollow"><img src="/plugins/content/bookmarks/{s}.png" alt="{s}" /></a>'
                for s in ("diggit", "plurb", "delish")
            )
            + "</div>\n"
        )
        more = copy.others("<li><a href=`{url}`>({day}) - {title}</a></li>", 3, "\n")
        more = (
            self.module(say("相關文章", "Related Items"), f'<ul class="relateditems">\n{more}\n</ul>') if more else ""
        )
        before, after = (
            copy.others("<a href=`{url}`>" + w + "</a>", 1, skip=n)
            for n, w in ((0, say("< 前一篇", "< Prev")), (1, say("後一篇 >", "Next >")))
        )
        turn = f'<table align="center" class="pagenav"><tr><th class="pagenav_prev">{before}</th><td width="50">&nbsp;</td><th class="pagenav_next">{after}</th></tr></table>\n'
        said = copy.remarks(
            '<div class="even"><div class="rbox"><div class="comment-box"><a class="comment-anchor" href="#comment-{n}">#{n}</a> <span class="comment-author">{who}</span> <span class="comment-date">{when}</span><div class="comment-body">{what}</div></div></div></div>\n'
        )
        said = (
            f'<h4>{say("讀者留言", "Comments")}</h4>\n<div id="comments-list" class="comments-list">\n{said}</div>\n'
            if said
            else ""
        )
        said = f'<div id="jc"><div id="comments">{said}</div><p class="showform"><a href="#addcomments">{say("我要留言", "Add comment")}</a></p></div>\n'
        return page + (vote + tags + share if self.tabled else tags + vote) + turn + more + said

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A category's table, rows of two colours."""
        names = "".join(
            f'<td class="sectiontableheader">{w}</td>'
            for w in ("#", self.word("文章標題", "Article Title"), self.word("日期", "Date"))
        )
        rows = "\n".join(
            f'<tr class="sectiontableentry{n % 2 + 1}"><td align="right">{n + 1}</td><td><a href="{attr(c.url)}">{esc(c.title)}</a></td><td nowrap="nowrap">{self.day(c.published)}</td></tr>'
            for n, c in enumerate(cards)
        )
        more = (
            f'\n<div class="sectiontablefooter"><span class="pagination"><span>&laquo;</span><strong><span>1</span></strong><a href="{attr(older)}" title="{self.word("下一頁", "Next")}">{self.word("下一頁", "Next")}</a></span></div>'
            if older
            else ""
        )
        return f'<div class="componentheading">{esc(heading)}</div>\n<table width="100%" border="0" cellspacing="0" cellpadding="0" class="category">\n<tr>{names}</tr>\n{rows}\n</table>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """An uncategorised article."""
        text = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return f'<table class="contentpaneopen">\n<tr>\n<td class="contentheading" width="100%">{esc(heading)}</td>\n</tr>\n</table>\n<table class="contentpaneopen">\n<tr>\n<td valign="top" colspan="2">\n{text}\n</td>\n</tr>\n</table>'


def _routed(paper: Paper, article: Article, _version: Version) -> str:
    """``/index.php/city/34-city/1043-ferry-bridge``: the category by number and word, then the article."""
    part = paper.sections.get(article.section, "news")
    return f"/index.php/{part}/{31 + [*paper.sections.values(), part].index(part)}-{part}/{article.id}-{ascii_slug(article)}"


DESIGNS: tuple[type[Freehand], ...] = (Avocet,)
ADDRESSES: dict[str, Form] = {"index.php/part/cat-part/id-slug": Form(_routed)}
