"""Designs of the southern ports: a form server's labels of 2006, a broadsheet whose web page remembers the printed one."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import datetime, timedelta
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table, write
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Dotterel", "Dunlin"]


class Dotterel(Freehand):
    """2006: a form server's page: every field a label with a number for a name, the text one label of lines, all pictures in a list above it, day and hour as the server's culture writes them."""

    name = "dotterel"
    timed = True

    def draw(self, rng: Random) -> None:
        """The server's culture, its holder's name, how lines are parted."""
        self.culture = choose(rng, "tw", "cn")
        self.holder = choose(rng, "ctl00_ContentPlaceHolder1_", "ctl00_cphMain_", "ctl00_MainContent_")
        self.indent = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("{a}／文", "{a}、{b}／文", photo="{a}／文　{b}／攝影", role="文"),
        )
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``3/8/2006 9:05:00 AM``; ``2006/3/8 上午 09:05:00`` or ``2006-3-8 9:05:00``; the form has no seconds."""
        if self.english:
            return f"{t.month}/{t.day}/{t.year} {t.hour % 12 or 12}:{t:%M}:00 {'AM' if t.hour < 12 else 'PM'}"
        if self.culture == "tw":
            return f"{t.year}/{t.month}/{t.day} {'上午' if t.hour < 12 else '下午'} {t.hour % 12 or 12:02d}:{t:%M}:00"
        return f"{t.year}-{t.month}-{t.day} {t.hour}:{t:%M}:00"

    def label(self, name: str, inner: str, style: str = "") -> str:
        """One of the server's labels."""
        return (
            f'<span id="{self.holder}{name}"{f" style=`{style}`".replace("`", chr(34)) if style else ""}>{inner}</span>'
        )

    def frame(self, page: Shell) -> str:
        """A form around everything, with its state."""
        digest = hashlib.sha512(page.title.encode()).digest()
        state = base64.b64encode(digest * 6).decode()
        items = self.menu(
            page.paper,
            '<td><a class="ctl00_Menu1_1 {on}" href="{url}">{name}</a></td>',
            now=page.section,
            current="ctl00_Menu1_9",
        )
        return (
            f'\n\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n\n<html xmlns="http://www.w3.org/1999/xhtml" >\n<head>{heads(page.charset, old=True)}<title>\n\t{esc(page.paper.name)}\n</title>{page.head}<link href="App_Themes/Default/StyleSheet.css" type="text/css" rel="stylesheet" /></head>\n'
            f'<body>\n    <form name="aspnetForm" method="post" action="Detail.aspx" id="aspnetForm">\n<div>\n<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />\n<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK{state}" />\n</div>\n\n<script type="text/javascript">\n<!--\nvar theForm = document.forms[\'aspnetForm\'];\nfunction __doPostBack(eventTarget, eventArgument) {{ theForm.submit(); }}\n// -->\n</script>\n'
            f'    <table width="960" align="center" cellpadding="0" cellspacing="0">\n    <tr><td><a href="/"><img id="ctl00_imgLogo" src="images/logo.gif" alt="{attr(page.paper.name)}" style="border-width:0px;" /></a></td><td align="right"><a id="ctl00_AdRotator1" href="/ad"><img alt="{self.word("吉舖招租", "Shop to let")}" src="ads/02.gif" style="border-width:0px;" /></a></td></tr>\n    <tr><td colspan="2"><table id="ctl00_Menu1"><tr>{items}</tr></table></td></tr>\n    <tr><td colspan="2" valign="top">\n{page.main}\n    </td></tr>\n'
            f'    <tr><td colspan="2" align="center"><span id="ctl00_lblCopyright">{esc(page.paper.rights)}</span> <a href="/about">{self.word("關於我們", "About us")}</a> <a href="/subscribe">{self.word("訂閱", "Subscribe")}</a></td></tr></table>\n<div>\n<input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="/wEWAwK{state[:60]}" />\n</div></form>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Lines: what the typist's box held."""
        if block.kind == "p":
            return spans(block.spans)
        if block.kind == "h":
            return f"<b>{spans(block.spans)}</b>"
        if block.kind == "quote":
            return f'<font color="#003366">{spans(block.spans)}</font>'
        if block.kind == "note":
            return f'<font size="2">{spans(block.spans)}</font>'
        if block.kind in {"ul", "ol"}:
            return "<br />\n".join(
                f"({n}) {esc(item)}" if block.kind == "ol" else f"‧{esc(item)}" for n, item in enumerate(block.items, 1)
            )
        if block.kind == "table":
            return table(block.rows, ' border="1" cellspacing="0"')
        return write(block, lambda p: self.picture(copy, p))

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A cell of the list."""
        at = f"dlPhoto_ctl{picture.number % 90:02d}_"
        credit = "<br />" + self.label(f"{at}lblPhotoBy", esc(picture.credit), "color:Gray;") if picture.credit else ""
        return f'<td align="center"><img id="{self.holder}{at}imgPhoto" src="{self.source(copy, picture)}" style="width:250px;border-width:0px;" /><br />{self.label(f"{at}lblCaption", esc(picture.caption))}{credit}</td>'

    def story(self, copy: Copy) -> str:
        """A table of labels, the list of pictures, the label of lines, key words, a grid of others."""
        texts = [self.block(copy, b) for b in copy.version.blocks if b.kind != "figure"]
        pictures = "".join(f"<tr>\n{self.block_picture(copy, b)}\n</tr>" for b in copy.version.blocks if b.picture)
        pictures = (
            f'<table id="{self.holder}dlPhoto" cellspacing="0" align="Right" border="0" style="border-collapse:collapse;">{pictures}</table>\n'
            if pictures
            else ""
        )
        text = f"　　{'<br />　　'.join(texts)}" if self.indent and not self.english else "<br /><br />\n".join(texts)
        by = f"{copy.say('作者：', 'Author: ')}{self.label('lblAuthor', copy.by)}&nbsp;&nbsp;" if copy.by else ""
        rows = copy.others('<tr>\n<td>{day}</td><td><a href="{url}">{title}</a></td>\n</tr>', 4)
        grid = (
            f'<table cellspacing="0" rules="all" border="1" id="{self.holder}gvRelated" style="border-collapse:collapse;"><tr><th scope="col">{copy.say("日期", "Date")}</th><th scope="col">{copy.say("相關標題", "Related")}</th></tr>{rows}</table>'
            if rows
            else ""
        )
        return (
            f'<table width="100%" border="0" cellpadding="5">\n<tr><td>{copy.say("你現在的位置", "You are in")}：{self.label("lblColumn", copy.section)}</td><td align="right">{copy.say("瀏覽人次", "Hits")}：{self.label("lblHits", str(copy.salt % 8191))}</td></tr>\n<tr><td colspan="2" align="center">{self.label("lblTitle", copy.title, "color:#003366;font-size:X-Large;font-weight:bold;")}</td></tr>\n'
            f'<tr><td colspan="2" align="center" bgcolor="#EEEEEE">{by}{copy.say("日期：", "Date: ")}{self.label("lblDate", copy.day)}&nbsp;&nbsp;<a id="{self.holder}lbPrint" href="javascript:__doPostBack(\'lbPrint\',\'\')">{copy.say("友善列印", "Print")}</a> <a id="{self.holder}lbMail" href="javascript:__doPostBack(\'lbMail\',\'\')">{copy.say("轉寄", "E-mail")}</a></td></tr>\n'
            f'<tr><td colspan="2">{pictures}{self.label("lblContent", text, "font-size:Medium;")}</td></tr>\n<tr><td colspan="2">{copy.say("關鍵字：", "Keywords: ")}{self.label("lblKeyword", copy.tags("{tag}", copy.say("、", ", ")))}</td></tr>\n<tr><td colspan="2"><hr />{grid}</td></tr>\n<tr><td colspan="2" align="right"><a href="javascript:history.back()">{copy.say("回上頁", "Back")}</a></td></tr>\n</table>'
        )

    def block_picture(self, copy: Copy, block: Block) -> str:
        """The cell of a block that holds a picture."""
        assert block.picture is not None
        return self.picture(copy, block.picture)

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid with sections, headlines and days."""
        rows = "".join(
            f'<tr>\n<td>{esc(c.section)}</td><td><a id="{self.holder}gvList_ctl{n:02d}_hlTitle" href="{attr(c.url)}">{esc(c.title)}</a></td><td>{c.published:%Y/%m/%d}</td>\n</tr>'
            for n, c in enumerate(cards, 2)
        )
        pager = f'<tr><td colspan="3"><span>1</span> <a href="{attr(older)}">2</a></td></tr>' if older else ""
        head = "".join(
            f'<th scope="col">{self.word(zh, en)}</th>'
            for zh, en in (("類別", "Column"), ("標題", "Title"), ("日期", "Date"))
        )
        return f'{self.label("lblList", esc(heading), "font-size:Large;")}\n<table cellspacing="0" rules="all" border="1" id="{self.holder}gvList"><tr>{head}</tr>{rows}{pager}</table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Two labels."""
        return f"{self.label('lblTitle', esc(heading), 'font-size:X-Large;')}<br />{self.label('lblContent', '<br /><br />'.join(esc(p) for p in paragraphs))}"


class Dunlin(Freehand):
    """2015: a port's broadsheet: the first picture above the text, the writer's card below it, a line that tells the printed day and the printed headline, offers between the paragraphs."""

    name = "dunlin"
    timed = stamped = True

    _BRANDS = (
        ("三個理由，現在就換一部新冷氣", "Three reasons to change your air-conditioner now"),
        ("退休以後，錢從哪裡來？專家這樣說", "Where the money comes from after 65: experts explain"),
        ("一家四口的海邊周末，只要這個價錢", "An island weekend for four at this price"),
    )

    def draw(self, rng: Random) -> None:
        """Which offers it makes, how it signs."""
        self.letter = rng.random() < 0.6
        self.rail = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("報道／{a}", "報道／{a}、{b}", photo="報道／{a}　攝影／{b}", role="報道", roles=("報道", "攝影")),
            Hand("{a}", "{a}、{b}"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} and {b}", placed="By {a} In {p}"))

    def day(self, t: datetime) -> str:
        """``Mar 8, 2015, 5:00 am HKT``; ``2015年3月8日 上午5:00``."""
        if self.english:
            return f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year}, {clock(t, 'am', 'pm')} {t:%Z}"
        return f"{t.year}年{t.month}月{t.day}日 {'上午' if t.hour < 12 else '下午'}{t.hour % 12 or 12}:{t:%M}"

    def frame(self, page: Shell) -> str:
        """A bar, a large menu, columns, a footer of links."""
        items = self.menu(
            page.paper,
            '<li class="leaf"><a href="{url}"{on}><span class="nav-label">{name}</span></a></li>',
            now=page.section,
            current=' class="active-trail"',
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" dir="ltr">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)}{f", {esc(page.section)}" if page.section else ""} - {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/sites/all/themes/broad/css/style.css" />\n</head>\n<body class="html not-front no-sidebars {"node-type-article" if page.is_story else "page-taxonomy"}">\n<div id="skip-link"><a href="#main-content">{self.word("跳至主要內容", "Skip to main content")}</a></div>\n'
            f'<div class="navbar navbar-default"><div class="container"><a class="navbar-brand" href="/">{esc(page.paper.name)}</a><ul class="user-nav"><li><a href="/login">{self.word("登入", "Log in")}</a></li><li><a href="/subscribe">{self.word("訂閱", "Subscribe")}</a></li><li><a href="/epaper">{self.word("電子報紙", "E-paper")}</a></li></ul><ul class="menu nav">{items}</ul></div></div>\n<div class="container"><div class="main-container" id="main-content">\n{page.main}\n</div></div>\n'
            f'<footer class="footer"><p>{esc(page.paper.rights)}</p><p><a href="/about">{self.word("關於我們", "About us")}</a> | <a href="/terms">{self.word("條款", "Terms &amp; Conditions")}</a></p></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A plain datum: headline, days, publisher; the writer is the paper's."""
        t = copy.article.published.replace(second=0, microsecond=0)
        changed = copy.said.changed
        data = {
            "@context": "http://schema.org", "@type": "NewsArticle", "headline": copy.version.title, "url": copy.url, "datePublished": t.isoformat(),
            "dateModified": (changed or t).isoformat(), "articleSection": copy.article.section,
            "publisher": {"@type": "Organization", "name": copy.paper.name},
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<link rel="canonical" href="{attr(copy.url)}" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:description" content="{attr(copy.lead)}" />\n<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Headings are small, quotes have a class."""
        if block.kind == "h":
            return f"<h4>{spans(block.spans)}</h4>"
        if block.kind == "quote":
            return f'<blockquote class="pull-quote">{spans(block.spans)}</blockquote>'
        if block.kind == "note":
            return f'<p class="correction"><strong><em>{spans(block.spans)}</em></strong></p>'
        if block.kind == "table":
            return table(block.rows, ' class="table table-striped"')
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure whose credit is in capitals' class."""
        credit = (
            f'<span class="media-credit">{copy.say("圖：", "PHOTO: ")}{esc(picture.credit)}</span>'
            if picture.credit
            else ""
        )
        return f'<figure class="group-story-media"><picture><source srcset="{self.source(copy, picture)}" media="(min-width: 992px)"><img class="img-responsive" src="{self.source(copy, picture)}" title="{attr(picture.caption)}" alt="{attr(picture.caption)}"></picture><figcaption class="caption-text"><span class="media-caption">{esc(picture.caption)}</span> {credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Path, headline, first picture, card, days, text with offers, the printed page, topics, brands, what else there is."""
        blocks = copy.version.blocks
        hero = ""
        if blocks[0].picture:
            hero, blocks = f'<div class="hero">{self.block(copy, blocks[0])}</div>\n', blocks[1:]
        pieces = self.blocks(copy, blocks)
        other = copy.others(
            f'<div class="related-story-headline"><strong>{copy.say("相關新聞：", "RELATED STORY: ")}</strong><a href="{{url}}">{{title}}</a></div>',
            1,
        )
        if other:
            pieces.insert(min(2, len(pieces)), other)
        if self.letter:
            pieces.insert(
                min(5, len(pieces)),
                f'<div class="newsletter-inline"><h5>{copy.say("早上七時的頭條", "The news at seven")}</h5><p>{copy.say("登記《{letter}》，每天一封。", "Sign up for {letter}, one mail a day.")}</p><p><small>{copy.say("登記即表示你同意使用條款。", "By signing up, you agree to our terms.")}</small></p></div>',
            )
        pieces.insert(
            min(7, len(pieces)),
            f'<div class="ads" id="dfp-ad-midarticle"><span>{copy.say("廣告", "Advertisement")}</span></div>',
        )
        t = copy.article.published + timedelta(days=1)
        printed = f"{MONTHS[t.month - 1]} {t:%d, %Y}" if self.english else f"{t:%Y年%m月%d日}"
        short = (
            " ".join(copy.version.title.split()[:5])
            if self.english
            else copy.version.title.replace("【", "").replace("】", "")[:9]
        )
        paper = copy.say(
            f"本文刊於{printed}《{{name}}》印刷版，題為「{short}」。",
            f"A version of this article appeared in the print edition of {{name}} on {printed}, with the headline '{short}'.",
        )
        by = copy.linked('<a href="/authors/">{}</a>')
        card = (
            f'<div class="group-info"><div class="author-picture"></div><div class="author-field author-name">{by}</div><div class="author-follow"><a>{copy.say("關注", "Follow")}</a></div></div>'
            if by
            else ""
        )
        changed = copy.changed(
            f'<div class="story-changeddate"><span class="lbl">{copy.say("更新", "Updated")}</span> {{}}</div>'
        )
        brand = self._BRANDS[copy.article.index % len(self._BRANDS)]
        rail = copy.others(
            '<li class="row"><a href="{url}"><span class="story-headline">{title}</span></a> <time>{day}</time></li>', 5
        )
        return (
            f'<ol class="breadcrumb"><li><a href="/">{copy.say("主頁", "Home")}</a></li><li><a href="{copy.section_url}">{copy.section}</a></li></ol>\n<div class="node node-article"><h1 class="headline node-title">{copy.title}</h1>\n{hero}<div class="row"><div class="col-md-3">{card}<div class="story-postdate"><span class="lbl">{copy.say("發布", "Published")}</span> {copy.day}</div>{changed}<ul class="share"><li>Facebook</li><li>Twitter</li><li>{copy.say("電郵", "Email")}</li></ul></div>\n'
            f'<div class="col-md-9"><div class="field field-name-body" itemprop="articleBody">\n{chr(10).join(pieces)}\n</div>\n<div class="print-edition"><p>{paper} <a href="/epaper">{copy.say("電子報紙", "Print Edition")}</a> | <a href="/subscribe">{copy.say("訂閱", "Subscribe")}</a></p></div>\n<div class="story-keywords"><span>{copy.say("主題：", "Topics: ")}</span><ul>{copy.tags("<li><a href=`{url}`>{tag}</a></li>")}</ul></div></div></div></div>\n'
            f'<div class="brand-inc"><h3>{copy.say("商業內容", "Branded Content")}</h3><article class="node-brand"><h4><a href="/brand/{copy.article.index % 3}">{copy.say(*brand)}</a></h4><p>{copy.say("特約", "Paid post")}</p></article></div>\n<div class="{"pane-rail" if self.rail else "pane-foot"}"><h3>{copy.say("更多報道", "More stories")}</h3><ul>{rail}</ul></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows with days below the headline."""
        rows = "".join(
            f'<div class="views-row"><span class="story-headline"><a href="{attr(c.url)}">{esc(c.title)}</a></span><div class="story-summary">{esc(c.summary)}...</div><div class="node-postdate">{self.day(c.published)}</div></div>\n'
            for c in cards
        )
        more = (
            f'<ul class="pager"><li class="pager-next"><a href="{attr(older)}">{self.word("下一頁", "next ›")}</a></li></ul>'
            if older
            else ""
        )
        return f'<div class="view-articles"><h1 class="page-header">{esc(heading)}</h1>{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A node without days."""
        return f'<div class="node node-page"><h1 class="headline node-title">{esc(heading)}</h1><div class="field field-name-body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'
