"""Designs of the counties and of a broadcaster: a group's system of 2008, a broadcaster's tables of 2004, a weekly typed in an office program."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Coot", "Plover", "Smew"]


class Plover(Freehand):
    """2008: a group of county papers: the day above the text, the hour of the last change below, and how many words the printed story has."""

    name = "plover"
    tagged = False
    stamped = True

    def draw(self, rng: Random) -> None:
        """The opening's dress, and how it signs."""
        self.opening = choose(rng, '<p class="intro"><b>{}</b></p>', '<p class="intro">{}</p>', "<p>{}</p>")
        self.hand = choose(
            rng,
            Hand("本報記者{a}", "本報記者{a}、{b}", placed="本報記者{a} {p}報道", role="本報記者"),
            Hand("{a}", "{a}、{b}"),
        )
        self.hand_en = choose(
            rng, Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"), Hand("by {a}", "by {a} and {b}")
        )

    def day(self, t: datetime) -> str:
        """``08 March 2008``; ``2008年03月08日``."""
        return f"{t:%d} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t:%Y年%m月%d日}"

    def stamp(self, t: datetime) -> str:
        """``08 March 2008 5:12 PM``; ``2008年03月08日 17:12``."""
        return f"{self.day(t)} {clock(t) if self.english else format(t, '%H:%M')}"

    def frame(self, page: Shell) -> str:
        """Sister sites, weather, channels, a column of what is for sale."""
        items = self.menu(
            page.paper, '<li{on}><a href="{url}">{name}</a></li>', now=page.section, current=' class="selected"'
        )
        sold = "".join(
            f'<li><a href="/{part}">{self.word(zh, en)}</a></li>'
            for part, zh, en in (
                ("jobs", "招聘", "Jobs Today"),
                ("motors", "二手車", "Motors Today"),
                ("property", "房屋", "Property Today"),
                ("notices", "啟事", "Family Notices"),
            )
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/core/css/reset.css" />\n</head>\n'
            f'<body>\n<div id="ds-wrapper">\n<div id="ds-logo"><a href="/"><img src="/webimage/logo.gif" alt="{attr(page.paper.name)}" /></a></div>\n<div id="ds-weather">{self.word("今日天氣", "Weather")} <b>{self.word("多雲", "Cloudy")}</b> 8&deg;C</div>\n<ul id="ds-classifieds">{sold}</ul>\n<ul id="ds-mainnav">{items}</ul>\n'
            f'<div id="ds-main">\n<div id="ds-firstcolumn">\n{page.main}\n</div>\n<div id="ds-secondcolumn"><h4>{self.word("讀者照片", "Your pictures")}</h4><p>{self.word("把你的照片寄給我們，每周選登。", "Send us your pictures: the best are printed every week.")}</p><h4>{self.word("訂報", "Subscribe")}</h4><p><a href="/subscribe">{self.word("每日送到府上", "Have it delivered every day")}</a></p></div>\n</div>\n'
            f'<div id="ds-footer"><p>{esc(page.paper.rights)}</p><p><a href="/about">{self.word("關於我們", "About us")}</a> | <a href="/contact">{self.word("聯絡編輯部", "Contact the newsdesk")}</a> | <a href="/terms">{self.word("使用條款", "Terms")}</a></p></div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A description, and words that are the same everywhere."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{attr(copy.paper.name)}, news, sport, jobs, property, cars" />\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box that floats."""
        credit = (
            f'<span class="photocredit">{copy.say("圖：", "Picture: ")}{esc(picture.credit)}</span>'
            if picture.credit
            else ""
        )
        return f'<div class="ds-articleimage"><a href="javascript:enlarge(\'{picture.number}\')"><img src="{self.source(copy, picture)}" width="280" alt="{attr(picture.caption)}" /></a><p class="caption">{esc(picture.caption)}</p>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """Path, tools, headline, day, writer, text with an advert, count of words, list of facts, remarks."""
        pieces: list[str] = []
        opened = False
        for block in copy.version.blocks:
            if block.kind == "p" and not opened:
                pieces.append(self.opening.format(spans(block.spans)))
                opened = True
            else:
                pieces.append(self.block(copy, block))
        pieces.insert(
            min(3, len(pieces)),
            f'<div id="ds-mpu"><span>{copy.say("廣告", "Advertisement")}</span><script type="text/javascript">OAS_AD("x40");</script></div>',
        )
        texts = [b.text for b in copy.version.blocks]
        count = sum(len(t.split()) if self.english else len(t) for t in texts)
        full = copy.say(
            f"全文共 {count} 字，刊於《{{name}}》。",
            f"The full article contains {count} words and appears in {{name}} newspaper.",
        )
        changed = copy.changed(f"<li><span>{copy.say('最後更新：', 'Last Updated:')}</span> {{}}</li>\n")
        remarks = copy.remarks(
            '<li><span class="num">{n}</span> <b>{who},</b> {when}<p>{what}</p><a href="#">'
            + copy.say("舉報", "Report Unsuitable")
            + "</a></li>\n"
        )
        return (
            f'<div id="ds-breadcrumb"><a href="/">{copy.say("主頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a></div>\n<ul class="ds-tools"><li>{copy.say("列印", "Print this page")}</li><li>{copy.say("電郵", "Email this page")}</li><li>{copy.say("收藏", "Bookmark")}</li></ul>\n'
            f'<div class="ds-article">\n<h2>{copy.title}</h2>\n<p class="ds-pubdate"><strong>{copy.say("刊登日期：", "Published Date:")}</strong> {copy.day}</p>\n{copy.signed("<p class=ds-byline>{}</p>")}\n<div class="ds-text">\n{chr(10).join(pieces)}\n<p class="ds-wordcount">{full}</p>\n<p class="ds-pager">{copy.say("第 1 頁，共 1 頁", "Page 1 of 1")}</p>\n</div>\n'
            f'<ul class="ds-facts">{changed}<li><span>{copy.say("來源：", "Source:")}</span> {esc(copy.paper.name)}</li>\n<li><span>{copy.say("地區：", "Location:")}</span> {copy.say("本區", "Local")}</li></ul>\n</div>\n'
            f'<div class="ds-related"><h3>{copy.say("同欄新聞", "More from this section")}</h3><ul>{copy.others("<li><a href=`{url}`>{title}</a></li>", 5)}</ul></div>\n<div id="ds-comments"><h3>{copy.say("讀者留言", "Comments")}</h3><p>{copy.say("留言前請先登入。", "You need to sign in to comment.")}</p><ol>{remarks}</ol></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with openings, days in brackets."""
        rows = "".join(
            f'<div class="ds-teaser"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p>{esc(c.summary)}... <a href="{attr(c.url)}">{self.word("全文", "Full Story")}</a></p><p class="date">({self.day(c.published)})</p></div>\n'
            for c in cards
        )
        more = (
            f'<p class="ds-more"><a href="{attr(older)}">{self.word("更早的新聞", "Older stories")}</a></p>'
            if older
            else ""
        )
        return f'<h1 class="ds-section">{esc(heading)}</h1>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A story without facts."""
        return f'<div class="ds-article"><h2>{esc(heading)}</h2><div class="ds-text">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Smew(Freehand):
    """2004: a broadcaster's tables: the day with its hour above the headline, the writer in a box, an opening in bold, boxes that float within the text."""

    name = "smew"
    tagged = False
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the box of links floats, and how it signs."""
        self.float = 2 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("記者 {a}", "記者 {a}、{b}", role="記者"),
            Hand("撰稿：{a}", "撰稿：{a}、{b}", role="撰稿"),
        )
        self.hand_en = Hand("By {a}", "By {a} and {b}")

    def day(self, t: datetime) -> str:
        """``Monday, 8 March, 2004, 09:05 GMT``; ``2004年3月8日 星期一 09:05``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {t.day} {MONTHS[t.month - 1]}, {t.year}, {t:%H:%M} {t:%Z}"
        return f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar, a column of sections, the story's cell."""
        items = self.menu(
            page.paper,
            '<tr><td class="{on}"><a href="{url}" class="index">{name}</a></td></tr>',
            now=page.section,
            current="lhsb",
        )
        path = "".join(f"{esc(part)} | " for part in (page.section,) if part)
        return (
            f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">\n<html>\n<head>\n<title>{esc(page.paper.name)} | {path}{esc(page.title)}</title>\n{heads(page.charset, old=True)}\n{page.head}<link rel="stylesheet" href="/nol/shared/css/news_r5.css" type="text/css">\n</head>\n<body bgcolor="#FFFFFF" marginheight="0" marginwidth="0" leftmargin="0" topmargin="0">\n'
            f'<table width="100%" border="0" cellspacing="0" cellpadding="0" class="toolbar"><tr><td><a href="/">{esc(page.paper.name)}</a></td><td>{self.word("影音 | 電台 | 天氣", "TV | RADIO | WEATHER")}</td><td><form action="/search"><input name="q" size="12"></form></td></tr></table>\n<a name="top"></a>\n<table width="800" border="0" cellspacing="0" cellpadding="0"><tr><td width="140" valign="top" bgcolor="#DDDDDD"><table border="0">{items}</table><div class="lhs"><b>{self.word("服務", "SERVICES")}</b><br><a href="/subscribe">{self.word("電郵新聞", "E-mail news")}</a><br><a href="/about">{self.word("關於我們", "About us")}</a></div></td>\n'
            f'<td width="10"></td><td width="650" valign="top">\n{page.main}\n</td></tr></table>\n<table width="800"><tr><td align="center"><a href="#top">^^ {self.word("回頁首", "Back to top")}</a><br><font size="1">{esc(page.paper.rights)}</font></td></tr></table>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Facts by the house's own names."""
        t = copy.article.published
        return f'<meta name="Headline" content="{attr(copy.version.title)}">\n<meta name="OriginalPublicationDate" content="{t:%Y/%m/%d %H:%M}:00">\n<meta name="UKFS_URL" content="/1/hi/{copy.part}/{copy.article.id}.stm">\n<meta name="Section" content="{attr(copy.article.section)}">\n<meta name="Description" content="{attr(copy.lead)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Bold lines for headings, a table for what somebody said."""
        if block.kind == "p":
            return f"<p>\n{spans(block.spans)}\n</p>"
        if block.kind == "h":
            return f"<p>\n<b>{spans(block.spans)}</b>\n</p>"
        if block.kind == "note":
            return f"<p>\n<i>{spans(block.spans)}</i>\n</p>"
        if block.kind == "quote":
            return f'<!-- S IINC --><table cellspacing="0" border="0" width="231" align="right" cellpadding="0"><tr><td width="5"><img src="/nol/shared/img/t.gif" width="5" height="1"></td><td class="fact"><div class="mva"><img src="/nol/shared/img/start_quote_rb.gif" width="24" height="13" alt=""> <b>{spans(block.spans)}</b> <img src="/nol/shared/img/end_quote_rb.gif" width="23" height="13" alt=""></div></td></tr></table><!-- E IINC -->'
        if block.kind == "table":
            return f'<div class="mvb">{super().block(copy, block)}</div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table at the right."""
        credit = (
            f'<div class="cpr">{copy.say("圖片：", "Image: ")}{esc(picture.credit)}</div>' if picture.credit else ""
        )
        return f'<!-- S IIMA --><table border="0" cellspacing="0" align="right" width="203" cellpadding="0"><tr><td><div><img src="{self.source(copy, picture)}" width="203" height="152" alt="" border="0"><div class="cap">{esc(picture.caption)}</div>{credit}</div></td></tr></table><!-- E IIMA -->'

    def story(self, copy: Copy) -> str:
        """The banner of the section, the day, tools, headline, writer, text, tools again, columns of others."""
        pieces: list[str] = []
        opened = False
        for block in copy.version.blocks:
            if block.kind == "p" and not opened:
                pieces.append(f"<!-- S SF --><p>\n<b>{spans(block.spans)}</b>\n</p><!-- E SF -->")
                opened = True
            else:
                pieces.append(self.block(copy, block))
        links = copy.others('<div class="o">&#149; <a class="bodl" href="{url}">{title}</a></div>', 2)
        if links:
            pieces.insert(
                min(self.float, len(pieces)),
                f'<!-- S IBOX --><table cellspacing="0" border="0" width="208" align="right" cellpadding="0"><tr><td class="fact"><div class="sih">{copy.say("另見", "SEE ALSO")}</div><div class="bo">{links}</div></td></tr></table><!-- E IBOX -->',
            )
        tools = f'<a href="/mail/{copy.article.id}">{copy.say("電郵給朋友", "E-mail this to a friend")}</a>&nbsp;&nbsp;<a href="/print/{copy.article.id}">{copy.say("可列印版", "Printable version")}</a>'
        who = copy.signed(
            f'<!-- S IBYL --><table width="416" cellspacing="0"><tr><td valign="bottom"><div class="mvb"><span class="byl">{{}}</span><br><span class="byd">{esc(copy.paper.name)}</span></div></td></tr></table><div class="mvb"><img src="/nol/shared/img/999999.gif" width="416" height="1" alt=""></div><!-- E IBYL -->\n'
        )
        changed = copy.changed(f"<br>{copy.say('最後更新：', 'Last Updated:')} <b>{{}}</b>")
        more = copy.others(
            '<div class="mva"><a href="{url}"><b>{title}</b></a><br><font size="1">{day} | {section}</font></div>', 5
        )
        return (
            f'<table width="629" class="sect"><tr><td bgcolor="#990000"><font color="#FFFFFF" size="4"><b>{copy.section}</b></font></td></tr></table>\n<table width="629" border="0"><tr><td><font size="1">{copy.say("發表：", "Published:")} <b>{copy.day}</b>{changed}</font></td><td align="right"><font size="1">{tools}</font></td></tr></table>\n'
            f'<table width="629" border="0" cellspacing="0" cellpadding="0"><tr><td width="416" valign="top"><div class="mxb"><div class="sh">{copy.title}</div></div>\n<font size="2">\n<!-- S BO -->\n{who}{chr(10).join(pieces)}\n<!-- E BO -->\n</font>\n<br clear="all"><div class="mvb"><font size="1">{tools}</font></div></td><td width="10"></td>\n'
            f'<td width="203" valign="top"><div class="rhs"><div class="sih">{copy.say("本欄頭條", "TOP STORIES NOW")}</div>{more}</div><div class="rhs"><div class="sih">{copy.say("請你發言", "HAVE YOUR SAY")}</div><a href="/talk">{copy.say("渡輪應該加班嗎？", "Should the ferries run later?")}</a></div></td></tr></table>\n<div class="disc"><font size="1">{copy.say("{name}對外部網站的內容恕不保證", "{name} is not responsible for the content of external internet sites")}</font></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The first large, the others in rows."""
        rows = "".join(
            f'<tr><td valign="top"><a href="{attr(c.url)}"><b>{esc(c.title)}</b></a><br><font size="2">{esc(c.summary)}...</font><br><font size="1">{c.published:%d/%m/%Y} | {esc(c.section)}</font></td></tr>\n'
            for c in cards
        )
        more = (
            f'<div class="mvb"><a href="{attr(older)}">{self.word("更早", "Earlier stories")} &gt;&gt;</a></div>'
            if older
            else ""
        )
        return f'<div class="mxb"><div class="sh">{esc(heading)}</div></div>\n<table width="629" cellpadding="4">{rows}</table>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Words in the story's cell."""
        return f'<div class="mxb"><div class="sh">{esc(heading)}</div></div>\n<font size="2">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</font>'


class Coot(Freehand):
    """2002: a weekly typed in an office program and saved for the web: every line a paragraph of the same kind, the issue's line on top, small adverts typed among it all."""

    name = "coot"
    tagged = False

    _SOLD = (
        ("永和街旺舖出租，請面洽。電話 5550-1182", "FOR RENT: two rooms above the bakery, no dogs. 555-0118"),
        ("鋼琴調音，資深師傅上門服務。電話 5550-7310", "PIANO TUNING, forty years of it. Ask for Walt, 555-0173"),
        ("本報招請派報員，請親到編輯部", "WANTED: carriers for the weekly paper. Apply at our office."),
        ("舊書舊報，高價收買。電話 5550-2046", "OLD BOOKS BOUGHT for cash, we collect. 555-0146"),
    )

    def draw(self, rng: Random) -> None:
        """Sizes in points, the first line's indent, the dash of its issue line."""
        self.big = choose(rng, "18.0pt", "20.0pt", "16.0pt")
        self.small = choose(rng, "9.0pt", "10.0pt")
        self.dash = choose(rng, " – ", "　　", " · ")
        self.face = choose(rng, "Garamond", "Book Antiqua", "Times New Roman")
        self.founded = 1961 + int(rng.random() * 30)
        self.hand = choose(
            rng,
            Hand("文／{a}", "文／{a}、{b}", photo="文／{a}　圖／{b}", role="文", roles=("文", "圖")),
            Hand("{a}", "{a}　{b}"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2002``; ``2002年3月8日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def line(self, inner: str, style: str = "", more: str = "") -> str:
        """One paragraph as that program writes every one; ``style`` of its letters, ``more`` of its tag."""
        span = f"<span style='{style}'>{inner}<o:p></o:p></span>" if style else f"{inner}<o:p></o:p>"
        return f"<p class=MsoNormal{more}>{span}</p>"

    def empty(self) -> str:
        """A line with nothing on it."""
        return "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"

    def frame(self, page: Shell) -> str:
        """The program's head, the paper's name in large letters, one section of a document."""
        properties = f"<!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n  <o:Author>User</o:Author>\n  <o:Template>Normal</o:Template>\n  <o:Company>{esc(page.paper.english)}</o:Company>\n  <o:Version>10.2625</o:Version>\n </o:DocumentProperties>\n</xml><![endif]-->"
        style = f'<style>\n<!--\n /* Style Definitions */\n p.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{{mso-style-parent:""; margin:0in; font-size:12.0pt; font-family:"{self.face}";}}\np.MsoCaption\n\t{{mso-style-next:Normal; font-weight:bold;}}\n@page Section1\n\t{{size:8.5in 11.0in; margin:1.0in 1.25in;}}\ndiv.Section1\n\t{{page:Section1;}}\n-->\n</style>'
        charset = (
            f'<meta http-equiv=Content-Type content="text/html; charset={page.charset}">\n' if page.charset else ""
        )
        name = self.line(f"<b>{esc(page.paper.name)}</b>", f'font-size:28.0pt;font-family:"{self.face}"', " align=center style='text-align:center'")  # fmt: skip
        foot = self.line(
            f'{esc(page.paper.rights)} <a href="/">{self.word("回首頁", "Front page")}</a> <a href="/about">{self.word("關於本報", "About us")}</a>',
            f"font-size:{self.small}",
            " align=center style='text-align:center;border:none;border-top:solid windowtext .5pt'",
        )
        return (
            f'<html xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:w="urn:schemas-microsoft-com:office:word"\nxmlns="http://www.w3.org/TR/REC-html40">\n\n<head>\n{charset}<meta name=ProgId content=Word.Document>\n<meta name=Generator content="Microsoft Word 10">\n<meta name=Originator content="Microsoft Word 10">\n<title>{esc(page.paper.name)}</title>\n{properties}\n{style}\n</head>\n\n'
            f"<body lang=EN-US link=blue vlink=purple style='tab-interval:.5in'>\n\n<div class=Section1>\n\n{name}\n\n{page.main}\n\n{self.empty()}\n\n{foot}\n\n</div>\n\n</body>\n\n</html>\n"
        )

    def block(self, copy: Copy, block: Block) -> str:
        """All are paragraphs; lists are paragraphs with a sign before them."""
        if block.kind == "p":
            return self.line(spans(block.spans), "", " style='text-indent:.25in'")
        if block.kind == "h":
            return self.line(f"<b>{spans(block.spans)}</b>")
        if block.kind == "note":
            return self.line(f"<i>{spans(block.spans)}</i>")
        if block.kind == "quote":
            return self.line(spans(block.spans), "", " style='margin-left:.5in;margin-right:.5in'")
        if block.kind in {"ul", "ol"}:
            return "\n\n".join(
                f"<p class=MsoNormal style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>{f'{n}.' if block.kind == 'ol' else '·'}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>{esc(item)}<o:p></o:p></p>"
                for n, item in enumerate(block.items, 1)
            )
        if block.kind == "table":
            rows = "".join(
                " <tr>\n"
                + "".join(f"  <td width=140 valign=top>\n  {self.line(esc(cell))}\n  </td>\n" for cell in row)
                + " </tr>\n"
                for row in block.rows
            )
            return f"<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>\n{rows}</table>"
        if block.kind == "embed":
            return f"<p class=MsoNormal align=center style='text-align:center'><embed src=\"{attr(block.url)}\" width=320 height=240><o:p></o:p></p>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """Twice told: once for the program, once for browsers; then its line."""
        url = self.source(copy, picture)
        left, right = (" (", ")") if self.english else ("（", "）")
        credit = f"{left}{esc(picture.credit)}{right}" if picture.credit else ""
        return (
            f'<p class=MsoNormal align=center style=\'text-align:center\'><!--[if gte vml 1]><v:shape id="_x0000_i{picture.number % 9999}" type="#_x0000_t75" style=\'width:300pt;height:200pt\'><v:imagedata o:title="scan"/></v:shape><![endif]--><![if !vml]><img width=400 height=267 src="{url}" v:shapes="_x0000_i{picture.number % 9999}"><![endif]><o:p></o:p></p>\n\n'
            f"<p class=MsoCaption align=center style='text-align:center'>{esc(picture.caption)}{credit}<o:p></o:p></p>"
        )

    def story(self, copy: Copy) -> str:
        """The issue's line, an advert, headline, writer, text, stars, another advert, the week's other stories."""
        t = copy.article.published
        volume = t.year - self.founded
        number = 1 + (t.timetuple().tm_yday - 1) // 7
        issue = (
            f"Vol. {volume}, No. {number}{self.dash}{DAYS[t.weekday()]}, {copy.day}{self.dash}{copy.section}"
            if self.english
            else copy.say(
                f"第{volume}卷第{number}期{self.dash}{copy.day}　星期{DAYS_ZH[t.weekday()]}{self.dash}{copy.article.section}版",
                "",
            )
        )
        first, second = (
            self.line(
                f"<b>{copy.say(*self._SOLD[(copy.article.index + step) % len(self._SOLD)])}</b>",
                f"font-size:{self.small}",
                " align=center style='text-align:center;border:solid windowtext .5pt;padding:1.0pt 4.0pt'",
            )
            for step in (0, 1)
        )
        others = copy.others(f"{self.line('<a href=`{url}`>{title}</a>', f'font-size:{self.small}')}\n\n", 4)
        parts = [
            self.line(issue, f"font-size:{self.small}", " align=center style='text-align:center;border-bottom:solid windowtext .75pt'"),
            *([first] if copy.article.index % 2 else []),
            self.empty(),
            self.line(f"<b>{copy.title}</b>", f"font-size:{self.big}"),
            *([self.line(f"<i>{copy.by}</i>")] if copy.by else []),
            self.empty(),
            *self.blocks(copy),
            self.empty(),
            self.line("* * *", "", " align=center style='text-align:center'"),
            second,
            self.line(f"<b>{copy.say('本期其他文章', 'Also in this issue')}</b>", f"font-size:{self.small}"),
            others,
        ]  # fmt: skip
        return "\n\n".join(parts)

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Lines of links with their days."""
        rows = "\n\n".join(
            self.line(
                f'<a href="{attr(c.url)}">{esc(c.title)}</a> ........ {esc(c.section)}, {self.day(c.published)}',
            )
            for c in cards
        )
        more = self.line(f'<a href="{attr(older)}">{self.word("較早各期", "Earlier issues")}</a>') if older else ""
        return f"{self.line(f'<b>{esc(heading)}</b>', f'font-size:{self.big}')}\n\n{self.empty()}\n\n{rows}\n\n{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Lines."""
        return "\n\n".join(
            (
                self.line(f"<b>{esc(heading)}</b>", f"font-size:{self.big}"),
                *(self.line(esc(p), "", " style='text-indent:.25in'") for p in paragraphs),
            )
        )
