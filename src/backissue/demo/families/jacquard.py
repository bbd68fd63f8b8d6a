"""Designs of ``held_out``: a free city weekly of 2000, a diocese's paper of 2006."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Bassoon", "Clarinet"]


class Bassoon(Freehand):
    """2000: a free city weekly that lies in bars and record shops: capitals for tags, a coloured rail of contents, the rubric and the issue's day on one line, the writer under the headline, paragraphs that nobody closes."""

    name = "bassoon"
    tagged = False

    def draw(self, rng: Random) -> None:
        """The rail's colour, the letters, where the writer's line stands, how it signs."""
        self.rail, self.ink = choose(rng, ("#FFCC00", "#990033"), ("#99CCCC", "#003366"), ("#CCCC99", "#663300"))
        self.face = choose(rng, "georgia, times new roman, times, serif", "verdana, arial, sans-serif")
        self.swapped = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("文◎{a}", "文◎{a}、{b}", photo="文◎{a}　攝影◎{b}", desk="整理◎{o}", agency="稿源◎{o}", role="文"),
            Hand("撰文／{a}", "撰文／{a}、{b}", placed="撰文／{a}（{p}）", photo="撰文／{a}　攝影／{b}", desk="{o}", role="撰文", roles=("撰文", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("by {a}", "by {a} and {b}", desk="by {o}", agency="from {o}"),
            Hand("By {a}", "By {a} & {b}", agency="{o}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2000``; ``2000年3月8日``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """A logo on colour, the rail, the middle, a line of links in brackets."""
        contents = self.menu(page.paper, f'<A HREF=`{{url}}`><FONT FACE="arial, helvetica" SIZE="2" COLOR="{self.ink}"><B>{{name}}</B></FONT></A><BR>\n')  # fmt: skip
        extras = "".join(
            f'<A HREF="/{at}/"><FONT FACE="arial, helvetica" SIZE="1" COLOR="#000000">{self.word(zh, en)}</FONT></A><BR>\n'
            for at, zh, en in (("clubs", "現場演出", "Club listings"), ("film", "電影時刻", "Film times"), ("eats", "食評", "Restaurant finder"), ("personals", "交友", "Personals"), ("horoscope", "星座", "Horoscope"), ("comix", "漫畫", "Comix"))
        )  # fmt: skip
        foot = " ] [ ".join(
            f'<A HREF="/{at}">{self.word(zh, en)}</A>'
            for at, zh, en in (("", "首頁", "Home"), ("search.html", "搜尋", "Search"), ("backissues/", "過期", "Back issues"), ("mediakit/", "廣告", "Media kit"), ("masthead.html", "誰在做", "Who we are"))
        )  # fmt: skip
        return (
            f'<HTML>\n<HEAD>\n<TITLE>{esc(page.paper.name)} | {esc(page.title)}</TITLE>\n{heads(page.charset, old=True)}\n</HEAD>\n<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LINK="{self.ink}" VLINK="#666666" LEFTMARGIN="0" TOPMARGIN="0" MARGINWIDTH="0" MARGINHEIGHT="0">\n'
            f'<TABLE WIDTH="620" BORDER="0" CELLSPACING="0" CELLPADDING="0">\n<TR BGCOLOR="{self.ink}"><TD COLSPAN="3"><A HREF="/"><IMG SRC="/gifs/flag.gif" WIDTH="300" HEIGHT="58" BORDER="0" ALT="{attr(page.paper.name)}"></A><IMG SRC="/gifs/free.gif" WIDTH="90" HEIGHT="58" ALT="{self.word("逢周三免費派發", "Free every Wednesday")}"></TD></TR>\n'
            f'<TR VALIGN="TOP"><TD WIDTH="130" BGCOLOR="{self.rail}"><TABLE BORDER="0" CELLPADDING="8"><TR><TD><FONT FACE="arial, helvetica" SIZE="1">{self.word("本周目錄", "THIS WEEK")}</FONT><BR>\n{contents}<HR NOSHADE SIZE="1">\n{extras}<HR NOSHADE SIZE="1">\n<FORM METHOD="GET" ACTION="/cgi-bin/htsearch"><INPUT NAME="words" SIZE="8"><BR><INPUT TYPE="SUBMIT" VALUE="{self.word("找", "Dig")}"></FORM><A HREF="/cgi-bin/ads/go?7"><IMG SRC="/ads/cdshop.gif" WIDTH="110" HEIGHT="180" BORDER="0" ALT="{self.word("二手唱片", "Used CDs, Elm St.")}"></A></TD></TR></TABLE></TD>\n'
            f'<TD WIDTH="15">&nbsp;</TD><TD WIDTH="475"><BR>\n{page.main}\n</TD></TR>\n<TR><TD COLSPAN="3" ALIGN="CENTER"><HR SIZE="1" NOSHADE><FONT FACE="arial, helvetica" SIZE="1">[ {foot} ]<BR>{esc(page.paper.rights)}. {self.word("保留一切權利。", "All rights reserved, so there.")} <A HREF="mailto:letters@{page.paper.host}">letters@{page.paper.host}</A></FONT></TD></TR>\n</TABLE>\n</BODY>\n</HTML>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs opened and left open; bold lines between."""
        if block.kind == "p":
            return f"<P>{spans(block.spans)}"
        if block.kind == "h":
            return f'<P><FONT FACE="arial, helvetica" COLOR="{self.ink}"><B>{spans(block.spans)}</B></FONT>'
        if block.kind == "note":
            return f"<P><I>{spans(block.spans)}</I>"
        if block.kind == "quote":
            return f"<BLOCKQUOTE>{spans(block.spans)}</BLOCKQUOTE>"
        if block.kind in {"ul", "ol"}:
            tag = block.kind.upper()
            return f"<{tag}>\n" + "".join(f"<LI>{esc(i)}\n" for i in block.items) + f"</{tag}>"
        if block.kind == "table":
            rows = "".join("<TR>" + "".join(f"<TD>{esc(c)}</TD>" for c in row) + "</TR>\n" for row in block.rows)
            return f'<P><TABLE BORDER="1" CELLPADDING="4" BGCOLOR="#EEEEEE">\n{rows}</TABLE>'
        if block.kind == "embed":
            return f'<P><IFRAME SRC="{attr(block.url)}" WIDTH="320" HEIGHT="240" FRAMEBORDER="0"></IFRAME>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A photo with the taker's name in small letters above its words."""
        credit = f'<FONT FACE="arial, helvetica" SIZE="1" COLOR="#666666">{esc(picture.credit)}</FONT><BR>' if picture.credit else ""  # fmt: skip
        return f'<TABLE WIDTH="230" BORDER="0" CELLPADDING="5" ALIGN="{"RIGHT" if picture.number % 2 else "LEFT"}"><TR><TD><IMG SRC="{self.source(copy, picture)}" WIDTH="220" HEIGHT="160" BORDER="0" ALT=""><BR>{credit}<FONT FACE="arial, helvetica" SIZE="2"><I>{esc(picture.caption)}</I></FONT></TD></TR></TABLE>'

    def story(self, copy: Copy) -> str:
        """Rubric and day, headline, writer, text, what to do with it, the rest of the issue, the personals' call."""
        left = f'<A HREF="{copy.section_url}"><FONT COLOR="{self.ink}"><B>{copy.section}</B></FONT></A>'
        top = f"{copy.day} &#183; {left}" if self.swapped else f"{left} &#183; {copy.day}"
        by = copy.signed('<FONT FACE="arial, helvetica" SIZE="2"><B>{}</B></FONT>\n')
        rest = copy.others("<TR VALIGN=`TOP`><TD><FONT SIZE=`2` FACE=`arial, helvetica`><B>{section}</B></FONT></TD><TD><FONT SIZE=`2` FACE=`arial, helvetica`><A HREF=`{url}`>{title}</A></FONT></TD></TR>\n", 4)  # fmt: skip
        return (
            f'<FONT FACE="arial, helvetica" SIZE="2">{top}</FONT>\n<HR SIZE="3" NOSHADE COLOR="{self.ink}">\n<FONT FACE="{self.face}" SIZE="6">{copy.title}</FONT><BR>\n{by}<FONT FACE="{self.face}" SIZE="3">\n{chr(10).join(self.blocks(copy))}\n</FONT><BR CLEAR="ALL">\n'
            f'<P ALIGN="RIGHT"><FONT FACE="arial, helvetica" SIZE="1"><A HREF="mailto:letters@{copy.paper.host}?subject=Letter">{copy.say("有話要說？寫信來", "Got something to say? Write us a letter")}</A> | <A HREF="/talk/">{copy.say("上留言板", "Talk it over on the boards")}</A></FONT>\n'
            f'<TABLE WIDTH="100%" BORDER="0" CELLPADDING="3" BGCOLOR="{self.rail}"><TR><TD COLSPAN="2"><FONT FACE="arial, helvetica" SIZE="2"><B>{copy.say("同期還有", "Also in this issue")}</B></FONT></TD></TR>\n{rest}</TABLE>\n<P><CENTER><A HREF="/personals/"><IMG SRC="/ads/heart.gif" WIDTH="400" HEIGHT="60" BORDER="0" ALT="{copy.say("交友廣告，首二十字免費", "Personals: first twenty words free")}"></A></CENTER>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines, writers, openings, the issue's day."""
        rows = "".join(
            f'<P><FONT FACE="{self.face}" SIZE="4"><A HREF="{attr(c.url)}">{esc(c.title)}</A></FONT><BR><FONT FACE="arial, helvetica" SIZE="2">{esc(c.summary)}... {f"<I>{esc(c.author)}</I>" if c.author else ""} ({self.day(c.published)})</FONT>\n'
            for c in cards
        )
        more = f'<P ALIGN="RIGHT"><A HREF="{attr(older)}"><FONT FACE="arial, helvetica" SIZE="2"><B>{self.word("翻舊帳", "Older stuff")} &gt;</B></FONT></A>\n' if older else ""  # fmt: skip
        return f'<FONT FACE="arial, helvetica" SIZE="5" COLOR="{self.ink}"><B>{esc(heading)}</B></FONT>\n<HR SIZE="3" NOSHADE COLOR="{self.ink}">\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A heading and paragraphs."""
        return f'<FONT FACE="arial, helvetica" SIZE="5" COLOR="{self.ink}"><B>{esc(heading)}</B></FONT>\n<HR SIZE="3" NOSHADE COLOR="{self.ink}">\n<FONT FACE="{self.face}" SIZE="3">{"".join(f"<P>{esc(p)}" for p in paragraphs)}</FONT>'


class Clarinet(Freehand):
    """2006: a diocese's paper in a groupware's database: the article's facts as labelled rows below its headline, rich text in fonts and broken lines inside a form, when the document was last changed at its foot, views that open and shut at the left."""

    name = "clarinet"
    tagged = False
    stamped = True

    def draw(self, rng: Random) -> None:
        """Colours, the order of the rows, how lines break, how it signs."""
        self.deep, self.light = choose(rng, ("#660066", "#F3ECF5"), ("#7A1F1F", "#F7F0E4"), ("#1F4E3D", "#ECF3EE"))
        self.writer_first = rng.random() < 0.5
        self.justified = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", photo="{a}（文）、{b}（圖）", roles=("文", "圖")),
            Hand("採訪：{a}", "採訪：{a}、{b}", placed="採訪：{a}（{p}）", photo="採訪：{a}　攝影：{b}", role="採訪", roles=("採訪", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("{a}", "{a}; {b}", placed="{a}, {p}"))

    def day(self, t: datetime) -> str:
        """``08 Mar 2006``; ``2006年03月08日``."""
        return f"{t:%d} {MONTHS[t.month - 1][:3]} {t.year}" if self.english else f"{t:%Y年%m月%d日}"

    def stamp(self, t: datetime) -> str:
        """``09 Mar 2006 17:12``; ``2006年03月09日 17:12``."""
        return f"{self.day(t)} {t:%H:%M}"

    def _font(self, words: str, size: int = 2, colour: str = "") -> str:
        ink = f' color="{colour}"' if colour else ""
        return f'<font size="{size}"{ink} face="Verdana">{words}</font>'

    def frame(self, page: Shell) -> str:
        """An arms' banner, the views with twisties, the form, today's saint, a foot."""
        views = self.menu(page.paper, f'<img src="/icons/collapse.gif" border="0" height="16" width="16" alt="">{self._font("<a href=`{url}`>{name}</a>", 1)}<br>\n')  # fmt: skip
        links = "".join(
            f'<img src="/icons/ecblank.gif" border="0" height="16" width="16" alt="">{self._font(f"""<a href="/paper/web.nsf/pages/{at}">{self.word(zh, en)}</a>""", 1)}<br>\n'
            for at, zh, en in (("bishop", "主教的話", "From the Bishop"), ("parishes", "堂區名錄", "Parish directory"), ("massTimes", "彌撒時間", "Mass times"), ("children", "兒童園地", "Children’s page"), ("subs", "訂閱報紙", "Subscriptions"), ("classified", "小廣告", "Classifieds"))
        )  # fmt: skip
        return (
            f'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">\n<html>\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}</title>\n{page.head}<script language="JavaScript" type="text/javascript">\n<!-- \nfunction _doClick(v, o, t, h) {{ return false; }}\n// -->\n</script>\n</head>\n<body text="#000000" bgcolor="#FFFFFF" link="{self.deep}" alink="#FF0000" vlink="{self.deep}">\n\n<form action="">\n'
            f'<table width="770" border="0" cellspacing="0" cellpadding="0"><tr valign="top"><td width="100%" bgcolor="{self.deep}" colspan="3"><img src="/paper/web.nsf/arms.gif?OpenImageResource" width="60" height="64" align="left" alt=""><b>{self._font(esc(page.paper.name), 5, "#FFFFFF")}</b><br>{self._font(self.word("教區之報，始於1946年", "The paper of the diocese since 1946"), 1, "#FFFFFF")}</td></tr>\n'
            f'<tr valign="top"><td width="160" bgcolor="{self.light}"><br>\n{self._font("<b><a href=`/`>".replace("`", chr(34)) + self.word("本期", "This week") + "</a></b>", 1)}<br>\n{views}<br>\n{links}<br>\n<input name="Query" value="" size="12"><input type="button" onclick="return _doClick()" value="{self.word("搜尋", "Search")}"></td>\n'
            f'<td width="470">\n{page.main}\n</td>\n<td width="140"><br><table border="1" cellpadding="4" bordercolor="{self.deep}" width="100%"><tr><td>{self._font("<b>" + self.word("今日聖人", "Saint of the day") + "</b>", 1)}<br>{self._font(self.word("聖若望，司鐸。為教師祈禱。", "St John, priest. Pray for all teachers."), 1)}</td></tr><tr><td>{self._font("<b>" + self.word("朝聖團", "Pilgrimages") + "</b>", 1)}<br>{self._font(self.word("十月聖地十日，查詢請電堂區辦事處。", "Ten days in October with Fr Brennan. Ring the parish office."), 1)}</td></tr></table></td></tr>\n'
            f'<tr><td colspan="3" align="center"><hr width="100%" size="2" align="left">{self._font(esc(page.paper.rights) + " " + self.word("教區傳播處出版", "Published by the diocesan office for communications"), 1)}<br>{self._font(self.word("投稿及來信請寄編輯部", "Letters to the editor, please, with your name and parish"), 1)}</td></tr></table>\n</form>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Rich text: every run in a font, two breaks after it."""
        if block.kind == "p":
            words = self._font(spans(block.spans))
            return f'<div align="justify">{words}</div><br>' if self.justified else f"{words}<br>\n<br>"
        if block.kind == "h":
            return f"<b>{self._font(spans(block.spans), 2, self.deep)}</b><br>\n<br>"
        if block.kind == "note":
            return f"<i>{self._font(spans(block.spans))}</i><br>\n<br>"
        if block.kind == "quote":
            return f"<ul>{self._font(spans(block.spans))}</ul>"
        if block.kind in {"ul", "ol"}:
            kind = ' type="disc"' if block.kind == "ul" else ""
            items = "".join(f"\n<li>{self._font(esc(i))}</li>" for i in block.items)
            return f"<{block.kind}{kind}>{items}</{block.kind}>"
        if block.kind == "table":
            rows = "".join('<tr valign="top">' + "".join(f'<td width="33%">{self._font(esc(c))}</td>' for c in row) + "</tr>\n" for row in block.rows)  # fmt: skip
            return f'<table width="100%" border="1">\n{rows}</table>\n<br>'
        if block.kind == "embed":
            return f'<iframe src="{attr(block.url)}" width="425" height="350" frameborder="0"></iframe><br>\n<br>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture in the middle of a table of one cell, its words in bold."""
        credit = f"<br>{self._font(esc(picture.credit), 1, '#808080')}" if picture.credit else ""
        return f'<div align="center"><table border="0" width="320"><tr><td><img src="{self.source(copy, picture)}" width="320" height="220" alt=""><br><b>{self._font(esc(picture.caption), 1)}</b>{credit}</td></tr></table></div><br>'

    def _row(self, label: str, words: str) -> str:
        return f'<tr valign="top"><td width="80" bgcolor="{self.light}">{self._font(f"<b>{label}</b>", 1)}</td><td width="390">{self._font(words, 1)}</td></tr>\n'

    def story(self, copy: Copy) -> str:
        """Headline, rows of facts, rich text, when it was changed, where else to go."""
        by = self._row(copy.say("作者", "Writer"), copy.by) if copy.said.author else ""
        day = self._row(copy.say("見報日期", "Published"), copy.day)
        where = self._row(copy.say("欄目", "Category"), f'<a href="{copy.section_url}">{copy.section}</a>')
        rows = by + day + where if self.writer_first else where + day + by
        changed = copy.changed(self._font(copy.say("文件最後修改：", "Document last modified: ") + "{}", 1) + "<br>\n")
        near = copy.others(f'<img src=`/icons/vwicn005.gif` border=`0` height=`11` width=`13` alt=``>{self._font("<a href=`{url}`>{title}</a>", 1)}<br>\n'.replace('"', "`"), 4)  # fmt: skip
        return (
            f'<br><b>{self._font(copy.title, 4, self.deep)}</b><br>\n<br>\n<table width="470" border="0" cellspacing="1" cellpadding="3">\n{rows}</table>\n<br>\n{chr(10).join(self.blocks(copy))}\n<br>\n<hr width="100%" size="1" align="left">\n{changed}'
            f'{self._font(f"""<a href="javascript:history.back()">{copy.say("返回", "Back")}</a> | <a href="/paper/web.nsf/print">{copy.say("列印", "Print this page")}</a> | <a href="/paper/web.nsf/tell">{copy.say("告訴教友", "Tell a friend")}</a>""", 1)}<br>\n<br>\n<b>{self._font(copy.say("本周其他消息", "Other news this week"), 1)}</b><br>\n{near}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A view: day and headline in two columns."""
        rows = "".join(
            f'<tr valign="top"><td nowrap>{self._font(self.day(c.published), 1)}</td><td>{self._font(f"""<a href="{attr(c.url)}">{esc(c.title)}</a>""")}</td></tr>\n'
            for c in cards
        )
        more = f'<table border="0"><tr><td>{self._font(f"""<a href="{attr(older)}">{self.word("下頁", "Next")} &gt;&gt;</a>""", 1)}</td></tr></table>\n' if older else ""  # fmt: skip
        return f'<br><b>{self._font(esc(heading), 4, self.deep)}</b><br>\n<table border="0" cellpadding="2" cellspacing="0">\n<tr><th align="left">{self._font(self.word("日期", "Date"), 1)}</th><th align="left">{self._font(self.word("標題", "Headline"), 1)}</th></tr>\n{rows}</table>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of rich text."""
        words = "".join(f"{self._font(esc(p))}<br>\n<br>\n" for p in paragraphs)
        return f"<br><b>{self._font(esc(heading), 4)}</b><br>\n<br>\n{words}"


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Bassoon, Clarinet)
ADDRESSES: dict[str, Form] = {
    "issues/day/section_id.html": Form(lambda p, a, _v: f"/issues/{a.published:%Y-%m-%d}/{_part(p, a)}_{a.id}.html"),
    "article.asp?art_id&sec": Form(lambda p, a, _v: f"/article.asp?art_id={a.id}&sec={_part(p, a)}"),
}
