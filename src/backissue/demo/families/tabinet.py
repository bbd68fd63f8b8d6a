"""A regional daily's site about the year 2001, as the print department's pagination system poured it out each night."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture, Span

__all__ = ["ADDRESSES", "DESIGNS"]

_BARE = 'BORDER="0" CELLPADDING="0" CELLSPACING="0"'
_FIGURES = "○一二三四五六七八九"
_COUNTS = tuple(tens + ones for tens in ("", "十", "二十", "三十") for ones in ("", *_FIGURES[1:]))


def _gap(high: int, wide: int = 1) -> str:
    """A transparent picture that keeps a distance."""
    return f'<IMG SRC="/images/spacer.gif" WIDTH="{wide}" HEIGHT="{high}" BORDER="0" ALT="">'


class Wigeon(Freehand):
    """2001: the print system's nightly export: tables in tables, font tags in capitals, spacers, the printed page's number beside the section, no word to machines; links that still aim at frames taken out long ago."""

    name = "wigeon"
    stamped = True
    tagged = stamp_timed = False

    def draw(self, rng: Random) -> None:
        """Colours, how paragraphs part, how days are set, where the writer signs and how, what else was bolted on."""
        self.dark, self.pale = choose(
            rng, ("#003366", "#E6EEF7"), ("#990000", "#F7EFE2"), ("#336633", "#EEF3E6"), ("#333366", "#EEEEEE")
        )
        self.breaks, self.foot, self.mail, self.titled, self.poll, self.forum = (
            rng.random() < p for p in (0.6, 0.3, 0.3, 0.4, 0.5, 0.4)
        )
        taiwan = self.language.endswith("TW")
        self.set = choose(rng, "era" if taiwan else "week", "set", "week")
        self.face = self.word(
            "宋体" if self.language.startswith("zh-Hans") else "新細明體,細明體",
            choose(rng, "Verdana, Arial, Helvetica", "Times New Roman, Times, serif"),
        )
        told = "報導" if taiwan else "報道"
        self.hand, self.label = choose(
            rng,
            (
                Hand(
                    f"本報記者{{a}}{told}",
                    f"本報記者{{a}}、{{b}}聯合{told}",
                    placed=f"本報記者{{a}}{{p}}{told}",
                    photo=f"本報記者{{a}}{told}　{{b}}攝影",
                    agency="{o}電",
                    role="記者",
                    roles=("記者", "攝影"),
                ),
                "",
            ),
            (
                Hand(
                    "記者　{a}",
                    "記者　{a}　{b}",
                    placed="本報{p}記者　{a}",
                    photo="記者　{a}　攝影　{b}",
                    agency="{o}專電",
                    role="記者",
                    roles=("記者", "攝影"),
                ),
                "◎",
            ),
            (
                Hand(
                    "{a}", "{a}　{b}", placed="{a}（寄自{p}）", photo="{a}（撰稿）　{b}（攝影）", roles=("撰稿", "攝影")
                ),
                "作者：",
            ),
        )
        self.hand_en = choose(
            rng,
            Hand(
                "By {a}, Staff Writer",
                "By {a} and {b}, Staff Writers",
                placed="By {a}, Staff Writer, {p}",
                role="Staff Writer",
            ),
            Hand("by {a}", "by {a} and {b}", placed="by {a} at {p}", desk="from the {o}", agency="from {o}"),
            Hand("{a} reports", "{a} and {b} report", placed="{a} reports from {p}"),
        )
        self.label = self.word(self.label, "")

    def day(self, t: datetime) -> str:
        """``Saturday, March 8, 2003`` or ``Saturday 8th March 2003``; ``二○○三年三月八日``, ``民國92年3月8日`` or with the weekday."""
        if self.english:
            end = "th" if t.day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(t.day % 10, "th")
            return (
                f"{DAYS[t.weekday()]} {t.day}{end} {MONTHS[t.month - 1]} {t.year}"
                if self.set == "set"
                else f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year}"
            )
        if self.set == "set":
            return f"{''.join(_FIGURES[int(c)] for c in str(t.year))}年{_COUNTS[t.month]}月{_COUNTS[t.day]}日"
        year = f"民國{t.year - 1911}" if self.set == "era" else f"{t.year}"
        return f"{year}年{t.month}月{t.day}日　星期{DAYS_ZH[t.weekday()]}"

    def stamp(self, t: datetime) -> str:
        """The day on which the export ran again: ``09-Mar-2003``; ``2003/03/09``."""
        return f"{t.day:02d}-{MONTHS[t.month - 1][:3]}-{t.year}" if self.english else f"{t:%Y/%m/%d}"

    def font(self, text: str, size: int = 2, colour: str = "") -> str:
        """What every cell needs again, since a table forgets its surroundings."""
        return f'<FONT FACE="{self.face}" SIZE="{size}"' + (f' COLOR="{colour}"' if colour else "") + f">{text}</FONT>"

    def box(self, heading: str, inside: str) -> str:
        """A box of the right column: a table within a table, so that it has an edge."""
        return f'<TABLE WIDTH="150" {_BARE} BGCOLOR="{self.dark}"><TR><TD><TABLE WIDTH="100%" BORDER="0" CELLPADDING="4" CELLSPACING="1">\n<TR><TD ALIGN="CENTER">{self.font("<B>" + heading + "</B>", 2, "#FFFFFF")}</TD></TR>\n<TR><TD BGCOLOR="{self.pale}">{self.font(inside, 1)}</TD></TR>\n</TABLE></TD></TR></TABLE>\n{_gap(8)}<BR>\n'

    def frame(self, page: Shell) -> str:
        """The nameplate with a banner, the rail, what the page is for, boxes, a foot with the counter."""
        paper, word = page.paper, self.word
        charset = (
            f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={page.charset}">\n' if page.charset else ""
        )
        title = page.title if self.titled or not page.is_story else word("電子版", "Online Edition")
        row = f'<TR><TD WIDTH="14" VALIGN="TOP"><IMG SRC="/images/dot{{on}}.gif" WIDTH="9" HEIGHT="9" VSPACE="4"></TD><TD>{self.font("<A HREF=`{url}` TARGET=`_top`>{name}</A>")}</TD></TR>\n<TR><TD COLSPAN="2" BACKGROUND="/images/dotline.gif">{_gap(3)}</TD></TR>\n'
        extra = "<BR>\n".join(
            f'<A HREF="/{to}.htm" TARGET="_top">{name}</A>'
            for to, name in (
                ("classified", word("分類廣告", "Classifieds")),
                ("obits", word("啟事", "Death Notices")),
                ("weather", word("天氣預報", "Weather")),
                ("letters", word("讀者投書", "Letters to the Editor")),
                ("subscribe", word("訂閱印刷版", "Home Delivery")),
            )
        )
        search = f'<FORM ACTION="/cgi-bin/search.pl" METHOD="GET"><INPUT TYPE="TEXT" NAME="q" SIZE="10"><BR><INPUT TYPE="SUBMIT" VALUE="{word("舊報檢索", "Search")}"></FORM>'
        poll = (
            self.box(
                word("網上投票", "Web Poll"),
                f'<FORM ACTION="/cgi-bin/vote.cgi" METHOD="POST">{word("你今日有看報紙嗎？", "Do you read the paper on the bus?")}<BR>\n<INPUT TYPE="RADIO" NAME="v" VALUE="1">{word("有", "Yes")}<BR>\n<INPUT TYPE="RADIO" NAME="v" VALUE="2">{word("只看網上", "Only on line")}<BR>\n<INPUT TYPE="SUBMIT" VALUE="{word("投票", "Vote")}"> <A HREF="/cgi-bin/vote.cgi?show">{word("結果", "Results")}</A></FORM>',
            )
            if self.poll
            else ""
        )
        letter = self.box(
            esc(paper.letter),
            f'{word("每周寄到您的電子信箱，免費。", "In your e-mail every week, free of charge.")}<BR><FORM ACTION="/cgi-bin/mlist.pl" METHOD="POST"><INPUT NAME="email" SIZE="12"> <INPUT TYPE="IMAGE" SRC="/images/go.gif" BORDER="0"></FORM>',
        )
        small = " | ".join(
            f'<A HREF="{to}">{name}</A>'
            for to, name in (
                ("/", word("回首頁", "Front Page")),
                ("/about.htm", word("關於本報", "About Us")),
                (f"mailto:webmaster@{paper.host}", word("網站管理員", "Webmaster")),
                ("/adrates.htm", word("廣告價目", "Ad Rates")),
            )
        )
        foot = f"{small}<BR>{esc(paper.rights)}{word('　', '. ')}{word('版權所有，未經本報同意不得轉載', 'All rights reserved. No part may be reproduced without permission.')}<BR>{word('建議以 IE 5.0 以上瀏覽器，800x600 解析度觀看', 'Best viewed at 800 x 600 with version 4 browsers or later')}"
        return (
            f'<HTML>\n<HEAD>\n{charset}<TITLE>{esc(paper.name)} - {esc(title)}</TITLE>\n<SCRIPT LANGUAGE="JavaScript">\n<!--\nif (top.frames.length > 0) top.location = self.location;\nfunction printIt() {{ if (window.print) window.print(); }}\n//-->\n</SCRIPT>\n</HEAD>\n<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LINK="{self.dark}" VLINK="#666666" TOPMARGIN="0" LEFTMARGIN="0" MARGINWIDTH="0" MARGINHEIGHT="0">\n<CENTER>\n'
            f'<TABLE WIDTH="760" {_BARE}>\n<TR><TD WIDTH="280"><A HREF="/" TARGET="_top"><IMG SRC="/images/nameplate.gif" WIDTH="270" HEIGHT="60" BORDER="0" ALT="{attr(paper.name)}"></A></TD>\n<TD WIDTH="480" ALIGN="RIGHT"><A HREF="/cgi-bin/adclick.pl?b=17"><IMG SRC="/ads/468x60_17.gif" WIDTH="468" HEIGHT="60" BORDER="0"></A></TD></TR>\n<TR><TD COLSPAN="2" BGCOLOR="{self.dark}">{_gap(4)}</TD></TR>\n</TABLE>\n'
            f'<TABLE WIDTH="760" {_BARE}><TR>\n<TD WIDTH="130" VALIGN="TOP" BGCOLOR="{self.pale}">\n<TABLE WIDTH="126" BORDER="0" CELLPADDING="2" CELLSPACING="0">\n{self.menu(paper, row, now=page.section, current="_on")}</TABLE>\n{_gap(10)}<BR>\n{self.font(extra, 1)}\n{search}\n</TD>\n<TD WIDTH="10">{_gap(1, 10)}</TD>\n<TD WIDTH="460" VALIGN="TOP">\n{page.main}\n</TD>\n<TD WIDTH="10">{_gap(1, 10)}</TD>\n'
            f'<TD WIDTH="150" VALIGN="TOP">{_gap(8)}<BR>\n{letter}{poll}<A HREF="/cgi-bin/adclick.pl?b=42"><IMG SRC="/ads/tower_42.gif" WIDTH="150" HEIGHT="300" BORDER="0"></A>\n</TD></TR></TABLE>\n<HR WIDTH="760" SIZE="1" NOSHADE>\n{self.font(foot, 1)}<BR>\n<IMG SRC="/cgi-bin/counter.cgi?df={paper.host}.dat&amp;dd=B" WIDTH="90" HEIGHT="20">\n</CENTER>\n</BODY>\n</HTML>\n'
        )

    def run(self, parts: tuple[Span, ...]) -> str:
        """Running text in the export's capitals."""
        return (
            spans(parts)
            .replace("<strong>", "<B>")
            .replace("</strong>", "</B>")
            .replace('<a href="', '<A TARGET="_blank" HREF="')
            .replace("</a>", "</A>")
        )

    def line(self, text: str) -> str:
        """A paragraph: indented and broken off twice, or opened and never closed."""
        return f"{self.word('　　', '&nbsp;&nbsp;&nbsp;')}{text}<BR><BR>" if self.breaks else f"<P>{text}"

    def block(self, copy: Copy, block: Block) -> str:
        """The export's few tags, most left open."""
        if block.kind in {"p", "note"}:
            return self.line(f"<I>{self.run(block.spans)}</I>" if block.kind == "note" else self.run(block.spans))
        if block.kind == "h":
            return f'{"" if self.breaks else "<P>"}<FONT COLOR="{self.dark}"><B>{self.run(block.spans)}</B></FONT>{"<BR>" if self.breaks else ""}'
        if block.kind == "quote":
            return f'<BLOCKQUOTE><FONT COLOR="#666666" SIZE="4"><I>{self.run(block.spans)}</I></FONT></BLOCKQUOTE>'
        if block.kind in {"ul", "ol"}:
            return (
                f"<{block.kind.upper()}>\n"
                + "\n".join(f"<LI>{esc(i)}" for i in block.items)
                + f"\n</{block.kind.upper()}>"
            )
        if block.kind == "table":
            rows = ""
            for at, row in enumerate(block.rows):
                cells = "".join(f"<TD>{self.font(esc(c) if at else '<B>' + esc(c) + '</B>')}</TD>" for c in row)
                rows += f"<TR{'' if at else ' BGCOLOR=' + self.pale}>{cells}</TR>\n"
            return (
                f'<CENTER><TABLE BORDER="1" CELLPADDING="3" CELLSPACING="0" WIDTH="80%">\n{rows}</TABLE></CENTER><BR>'
            )
        if block.kind == "embed":
            return f'<CENTER><OBJECT WIDTH="320" HEIGHT="260"><PARAM NAME="src" VALUE="{attr(block.url)}"><PARAM NAME="autostart" VALUE="false"><EMBED SRC="{attr(block.url)}" WIDTH="320" HEIGHT="260" AUTOSTART="false"></EMBED></OBJECT></CENTER><BR>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A small table that text flows around: the picture, its credit at the right, its caption below."""
        credit = (
            f'<TR><TD ALIGN="RIGHT">{self.font(esc(picture.credit), 1, "#999999")}</TD></TR>\n'
            if picture.credit
            else ""
        )
        return f'<TABLE ALIGN="{"RIGHT" if picture.number % 2 else "LEFT"}" WIDTH="200" BORDER="0" CELLPADDING="3" CELLSPACING="0">\n<TR><TD><IMG SRC="{self.source(copy, picture)}" WIDTH="200" BORDER="1"></TD></TR>\n{credit}<TR><TD BGCOLOR="{self.pale}">{self.font(esc(picture.caption), 1)}</TD></TR>\n</TABLE>'

    def story(self, copy: Copy) -> str:
        """The bar of section and page, headline, day, text, who wrote it, the tools, the same page's other stories."""
        host, number = copy.paper.host, copy.article.id
        by = copy.by and self.label + (
            copy.linked(f'<A HREF="mailto:newsroom@{host}">{{}}</A>') if self.mail else copy.by
        )
        leaf = f"{'ABCD'[copy.article.index % 4]}{1 + copy.article.index % 12}"
        filed = (
            f'<B>&nbsp;<A HREF="{copy.section_url}" TARGET="_top"><FONT COLOR="#FFFFFF">{copy.section}</FONT></A></B>'
        )
        bar = f'<TR BGCOLOR="{self.dark}"><TD>{self.font(filed)}</TD><TD ALIGN="RIGHT"><FONT COLOR="#FFFFFF" SIZE="1">{copy.say("第 " + leaf + " 版", "Page " + leaf)}&nbsp;</FONT></TD></TR>'
        top = f'<TR><TD COLSPAN="2">{self.font("<B>" + by + "</B>")}</TD></TR>\n' if by and not self.foot else ""
        end = (
            f'<TR><TD COLSPAN="2" ALIGN="RIGHT">{self.font("<I>" + by + "</I>")}<BR>{_gap(6)}</TD></TR>\n'
            if by and self.foot
            else ""
        )
        again = copy.changed(
            f'<TR><TD COLSPAN="2">{self.font(copy.say("本頁重新製作日期：", "Page regenerated ") + "{}", 1)}</TD></TR>\n'
        )
        tools = f'[<A HREF="javascript:printIt()">{copy.say("列印本文", "Print this")}</A>] [<A HREF="/cgi-bin/mailto.pl?n={number}">{copy.say("轉寄朋友", "E-mail to a friend")}</A>] [<A HREF="javascript:history.back()">{copy.say("回上頁", "Back")}</A>] [<A HREF="#top">{copy.say("回頁首", "Top")}</A>]&nbsp;&nbsp;{copy.say("點閱", "Read")} {copy.salt % 4000 + 12} {copy.say("次", "times")}'
        same = copy.others(
            '<IMG SRC="/images/dot.gif" WIDTH="9" HEIGHT="9"> <A HREF=`{url}` TARGET=`_top`>{title}</A> <FONT SIZE="1" COLOR="#999999">({day})</FONT><BR>\n',
            4,
        )
        also = self.font(f"<B>{copy.say('本版其他新聞', 'Also on this page')}</B><BR>\n{same}")
        turn = " ".join(
            copy.others(
                f'<A HREF=`{{url}}` TARGET="_top"><IMG SRC="/images/{way}.gif" BORDER="0" ALT="{word}"></A>', 1, skip=at
            )
            for at, (way, word) in enumerate(
                (("prev", copy.say("上一則", "Previous")), ("next", copy.say("下一則", "Next")))
            )
        )
        said = (
            copy.remarks(
                f'<TR><TD BGCOLOR="{self.pale}"><FONT SIZE="1"><B>{{who}}</B> {{when}}</FONT></TD></TR>\n<TR><TD><FONT SIZE="2">{{what}}</FONT></TD></TR>\n'
            )
            if self.forum
            else ""
        )
        board = self.font(
            f'<B>{copy.say("讀者留言板", "Reader Forum")}</B> [<A HREF="/cgi-bin/forum.pl?t={number}">{copy.say("我要發言", "Post a message")}</A>]'
        )
        forum = (
            f'\n<TABLE WIDTH="460" BORDER="0" CELLPADDING="2" CELLSPACING="0">\n<TR><TD>{board}</TD></TR>\n{said}</TABLE>'
            if self.forum
            else ""
        )
        body, title = "\n".join(self.blocks(copy)), self.font(f"<B>{copy.title}</B>", 5, self.dark)
        return (
            f'<A NAME="top"></A>{_gap(8)}<BR>\n<TABLE WIDTH="460" BORDER="0" CELLPADDING="2" CELLSPACING="0">\n{bar}\n<TR><TD COLSPAN="2">{_gap(8)}</TD></TR>\n<!-- HEAD -->\n<TR><TD COLSPAN="2">{title}</TD></TR>\n<TR><TD COLSPAN="2">{self.font(copy.day, 1)}</TD></TR>\n{top}<TR><TD COLSPAN="2" BACKGROUND="/images/dotline.gif">{_gap(3)}</TD></TR>\n'
            f'<!-- TEXT n={number} pg={leaf} -->\n<TR><TD COLSPAN="2" VALIGN="TOP"><FONT FACE="{self.face}" SIZE="3">\n{body}\n</FONT></TD></TR>\n<!-- /TEXT -->\n{end}{again}<TR><TD COLSPAN="2" ALIGN="CENTER" BGCOLOR="{self.pale}">{self.font(tools, 1)}</TD></TR>\n</TABLE>\n<CENTER>{turn}</CENTER>\n{also}{forum}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines in rows of two tints."""
        rows = ""
        for at, c in enumerate(cards):
            head = self.font(f'<A HREF="{attr(c.url)}" TARGET="_top"><B>{esc(c.title)}</B></A>')
            rows += f'<TR BGCOLOR="{"#FFFFFF" if at % 2 else self.pale}"><TD VALIGN="TOP"><IMG SRC="/images/dot.gif" WIDTH="9" HEIGHT="9" VSPACE="4"></TD><TD>{head}<BR>{self.font(self.day(c.published), 1)}<BR>{self.font(esc(c.summary) + "...")}</TD></TR>\n'
        more = (
            f'<P ALIGN="RIGHT"><A HREF="{attr(older)}" TARGET="_top">{self.word("較早新聞", "Earlier stories")} &gt;&gt;</A>'
            if older
            else ""
        )
        return f'{_gap(8)}<BR>{self.font("<B>" + esc(heading) + "</B>", 4)}\n<TABLE WIDTH="460" BORDER="0" CELLPADDING="4" CELLSPACING="0">\n{rows}</TABLE>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page typed by hand."""
        return (
            f'{_gap(8)}<BR>{self.font("<B>" + esc(heading) + "</B>", 5)}\n<HR SIZE="1" NOSHADE>\n<FONT FACE="{self.face}" SIZE="3">\n'
            + "\n".join(self.line(esc(p)) for p in paragraphs)
            + "\n</FONT>"
        )


DESIGNS: tuple[type[Freehand], ...] = (Wigeon,)
ADDRESSES: dict[str, Form] = {
    "daily/year/monthday/n_id.htm": Form(lambda _p, a, _v: f"/daily/{a.published:%Y}/{a.published:%m%d}/n_{a.id}.htm")
}
