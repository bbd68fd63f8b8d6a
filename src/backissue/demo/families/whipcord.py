"""A design: a daily's first web site, tables within tables."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

FACE = 'FACE="Verdana, Arial, Helvetica"'


def gap(width: int, height: int) -> str:
    """A transparent dot, pulled to size."""
    return f'<IMG SRC="/images/spacer.gif" WIDTH={width} HEIGHT={height} BORDER=0 ALT="">'


class Petrel(Freehand):
    """2000: a daily's first site: tables within tables held open by clear dots, FONT for everything, upper-case templates around lower-case text, a bar of section and day, rails of polls and promotions, a guestbook and a hit counter."""

    name = "petrel"
    tagged = False
    stamped = True

    def draw(self, rng: Random) -> None:
        """Where the byline and the day stand, how paragraphs part, the house colour, the signatures."""
        self.place = choose(rng, "under", "under", "lead", "foot")
        self.barred, self.breaks, self.worded = (rng.random() < share for share in (0.6, 0.6, 0.5))
        self.ink, self.pale = choose(rng, ("#003366", "#DDE6EE"), ("#660000", "#EEE6D6"), ("#006633", "#E4EEDD"))
        self.hand = choose(rng,
            Hand("【記者{a}報導】", "【記者{a}、{b}報導】", "【記者{a}／{p}報導】", "【記者{a}報導．{b}攝影】", "【{o}】", "【{o}電】", role="記者", roles=("記者", "攝影")),
            Hand("■本報記者 {a}", "■本報記者 {a} {b}", "■本報記者 {a}（{p}）", "■{a}文 {b}攝影", "■{o}", "■{o}", role="本報記者"),
            Hand("{a}報導", "{a}、{b}報導", "{a}／{p}報導", "{a}報導．攝影{b}", role="報導", roles=("報導", "攝影")))  # fmt: skip
        self.hand_en = choose(rng,
            Hand("By {a}, Staff Reporter", "By {a} and {b}, Staff Reporters", "By {a}, Staff Reporter, {p}", desk="From {o}", agency="{o}", role="Staff Reporter"),
            Hand("{a} reports", "{a} and {b} report", "{a} reports from {p}", desk="{o}", agency="from {o}"),
            Hand("by {a}", "by {a} & {b}", "by {a} / {p}", desk="by {o}", agency="via {o}"))  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Fri., Mar 07, 2003``, ``Friday 7 March 2003``; ``2003/03/07 星期五``, ``2003 年 3 月 7 日（五）``."""
        if self.english:
            name, month = DAYS[t.weekday()], MONTHS[t.month - 1]
            return (
                f"{name} {t.day} {month} {t.year}" if self.worded else f"{name[:3]}., {month[:3]} {t.day:02d}, {t.year}"
            )
        name = DAYS_ZH[t.weekday()]
        return f"{t.year} 年 {t.month} 月 {t.day} 日（{name}）" if self.worded else f"{t:%Y/%m/%d} 星期{name}"

    def stamp(self, t: datetime) -> str:
        """``7-Mar-2003 21:05``; ``2003/03/07 21:05``."""
        return f"{t.day}-{MONTHS[t.month - 1][:3]}-{t:%Y %H:%M}" if self.english else f"{t:%Y/%m/%d %H:%M}"

    def font(self, size: int, words: str, more: str = "") -> str:
        """Words in the house face."""
        return f"<FONT {FACE} SIZE={size}{more}>{words}</FONT>"

    def box(self, heading: str, inside: str) -> str:
        """A framed box of the rail: a table for the line, a table for what is within."""
        return f'<TABLE WIDTH=160 BORDER=0 CELLSPACING=0 CELLPADDING=1 BGCOLOR="{self.ink}"><TR><TD>&nbsp;{self.font(1, f"<B>{heading}</B>", " COLOR=#FFFFFF")}</TD></TR>\n<TR><TD><TABLE WIDTH="100%" BORDER=0 CELLSPACING=0 CELLPADDING=5 BGCOLOR="#FFFFFF"><TR><TD>{self.font(1, inside)}</TD></TR></TABLE></TD></TR></TABLE>\n{gap(160, 8)}<BR>\n'

    def machine(self, copy: Copy) -> str:
        """What directories and search engines of the time read."""
        return f'<META NAME="description" CONTENT="{attr(copy.lead)}">\n<META NAME="keywords" CONTENT="{copy.say("{name}, 報紙, 新聞, 本地, ", "{name}, newspaper, news, local, ")}{copy.part}">\n<META NAME="author" CONTENT="webmaster@{attr(copy.paper.host)}">\n'

    def frame(self, page: Shell) -> str:
        """A flag with a banner, buttons down the left, what it holds, and small print with a counter."""
        paper, word = page.paper, self.word
        menu = self.menu(paper, f'<TR><TD BGCOLOR="{{on}}">{gap(8, 18)}<A HREF="{{url}}"><FONT {FACE} SIZE=2 COLOR="{self.ink}"><B>{{name}}</B></FONT></A></TD></TR>\n', now=page.section, current="#FFFFCC").replace(' BGCOLOR=""', "")  # fmt: skip
        foot = self.menu(paper, '<A HREF="{url}">{name}</A>', " | ")
        more = " &#183; ".join(f'<A HREF="/{to}">{what}</A>' for to, what in (("classified/", word("分類廣告", "Classifieds")), ("subscribe.html", word("訂報", "Subscribe")), ("guestbook.cgi", word("留言板", "Guestbook")), ("weather/", word("天氣", "Weather")), ("sitemap.html", word("網站地圖", "Site map"))))  # fmt: skip
        title = f"{esc(paper.name)} - {esc(page.section)} - {esc(page.title)}" if page.is_story else f"{esc(paper.name)} - {esc(page.title)}"  # fmt: skip
        return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD>
{heads(page.charset, old=True)}<TITLE>{title}</TITLE>
{page.head}<SCRIPT LANGUAGE="JavaScript" SRC="/js/rollover.js"></SCRIPT>
<STYLE TYPE="text/css"><!-- A:hover {{ color: #CC0000 }} .story {{ line-height: 150% }} --></STYLE></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LINK="{self.ink}" VLINK="#666699" TOPMARGIN=0 LEFTMARGIN=0 MARGINWIDTH=0 MARGINHEIGHT=0 onLoad="preload()"><A NAME="top"></A>
<TABLE WIDTH=760 BORDER=0 CELLSPACING=0 CELLPADDING=0><TR><TD WIDTH=280><A HREF="/"><IMG SRC="/images/flag.gif" WIDTH=280 HEIGHT=60 BORDER=0 ALT="{attr(paper.name)}"></A></TD><TD WIDTH=480 ALIGN=RIGHT><A HREF="/cgi-bin/adclick?pos=top"><IMG SRC="/cgi-bin/ad?pos=top" WIDTH=468 HEIGHT=60 BORDER=0 ALT="{word("請按這裡", "Click here")}"></A></TD></TR><TR><TD COLSPAN=2 BGCOLOR="{self.ink}">{gap(760, 3)}</TD></TR><TR><TD COLSPAN=2 ALIGN=CENTER BGCOLOR="{self.pale}">{self.font(1, more)}</TD></TR></TABLE>
<TABLE WIDTH=760 BORDER=0 CELLSPACING=0 CELLPADDING=0><TR VALIGN=TOP><TD WIDTH=120 BGCOLOR="{self.pale}"><TABLE WIDTH=120 BORDER=0 CELLSPACING=1 CELLPADDING=1><TR><TD>{gap(8, 18)}<A HREF="/">{self.font(2, f"<B>{word('首頁', 'Front page')}</B>", f' COLOR="{self.ink}"')}</A></TD></TR>
{menu}<TR><TD><HR SIZE=1 NOSHADE>{self.font(1, word("網路特輯", "ONLINE EXTRAS"), ' COLOR="#666666"')}</TD></TR><TR><TD>{self.font(1, f'<A HREF="/letter.html">{esc(paper.letter)}</A><BR><A HREF="/cards/">{word("電子賀卡", "E-postcards")}</A><BR><A HREF="/tv.html">{word("電視節目表", "TV grid")}</A><BR><A HREF="/lotto.html">{word("開獎號碼", "Lottery")}</A>')}</TD></TR>
<TR><TD><FORM ACTION="/cgi-bin/search.pl" METHOD=GET>{self.font(1, word("找舊報", "Search back issues"))}<BR><INPUT NAME=q SIZE=9><INPUT TYPE=IMAGE SRC="/images/go.gif" BORDER=0 ALT="{word("找", "Go")}"></FORM></TD></TR></TABLE></TD><TD WIDTH=10>{gap(10, 1)}</TD><TD WIDTH=630>{gap(630, 8)}<BR>
{page.main}
</TD></TR></TABLE><TABLE WIDTH=760 BORDER=0 CELLSPACING=0 CELLPADDING=4><TR><TD ALIGN=CENTER><HR SIZE=1 NOSHADE WIDTH="90%">{self.font(1, f'{foot}<BR>{esc(paper.rights)} {word("版權所有，請勿轉載", "All rights reserved.")}<BR><A HREF="mailto:webmaster@{attr(paper.host)}">{word("請寫信給站長", "Mail the webmaster")}</A><BR>{word("建議以 800 x 600 解析度、四版以上瀏覽器觀看", "This site looks its best at 800 x 600 in a version 4 browser or later")}')}<BR>{word("您是第", "Visitor no.")} <IMG SRC="/cgi-bin/count.cgi?df=main.dat" ALT="{word("計數器", "counter")}"> {word("位訪客", "")}</TD></TR></TABLE></BODY></HTML>
"""

    def block(self, copy: Copy, block: Block) -> str:
        """Text as the newsroom's converter left it: lower case, breaks or lone P tags, bold lines for headings."""
        start, end = ("", "<br><br>") if self.breaks else ("<p>", "")
        words = spans(block.spans).replace("<strong>", "<b>").replace("</strong>", "</b>")
        inside = {"p": f"{'' if self.english or copy.article.language == 'en' else '　　'}{words}", "h": f'<font size="3" color="{self.ink}"><b>{words}</b></font>', "note": f'<font size="1"><i>{words}</i></font>'}  # fmt: skip
        if block.kind in inside:
            return (
                f"{'<hr size=1 width=120 align=left>' if block.kind == 'note' else ''}{start}{inside[block.kind]}{end}"
            )
        if block.kind == "quote":
            return f'<table width="90%" border="0" align="center" cellpadding="6"><tr><td width="4" bgcolor="{self.ink}">{gap(4, 1)}</td><td><font size="3"><i>{words}</i></font></td></tr></table><br>'
        if block.kind in {"ul", "ol"}:
            return f"<{block.kind}>\n" + "\n".join(f"<li>{esc(i)}" for i in block.items) + f"\n</{block.kind}>"
        if block.kind == "table":
            top, *rows = ("".join(f'<td nowrap><font size="2">{esc(c)}</font></td>' for c in row) for row in block.rows)
            return f'<table border="1" cellspacing="0" cellpadding="3" align="center">\n<tr bgcolor="{self.pale}">{top}</tr>\n{"".join(f"<tr>{row}</tr>" for row in rows)}</table><br>'
        if block.kind == "embed":
            return f'<center><object width="320" height="240"><param name="movie" value="{attr(block.url)}"><embed src="{attr(block.url)}" width="320" height="240" autostart="false"></object></center>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A little table at the text's right, credit first, small, then the words under the picture."""
        credit = f"<TR><TD ALIGN=RIGHT>{self.font(1, esc(picture.credit), ' COLOR=#666666')}</TD></TR>\n" if picture.credit else ""  # fmt: skip
        return f'<TABLE WIDTH=210 BORDER=0 CELLSPACING=0 CELLPADDING=2 ALIGN=RIGHT>\n<TR><TD ROWSPAN=3 WIDTH=8>{gap(8, 1)}</TD><TD><A HREF="javascript:enlarge(\'{picture.number}\')"><IMG SRC="{self.source(copy, picture)}" WIDTH=200 BORDER=1 ALT="{copy.say("按圖放大", "Click to enlarge")}"></A></TD></TR>\n{credit}<TR><TD>{self.font(1, f"<B>{esc(picture.caption)}</B>")}</TD></TR>\n</TABLE>'

    def story(self, copy: Copy) -> str:
        """Bar, headline, signature, text with an advertisement let in, tools; at its right the rail."""
        say, n = copy.say, copy.article.index
        right = self.font(
            1, copy.day if self.barred else f'<A HREF="/archive.html">{say("過去七天", "Past 7 days")}</A>'
        )
        by = copy.signed(f"<FONT {FACE} SIZE=2 COLOR={self.ink}><B>{{}}</B></FONT>")
        under = [x for x in (by * (self.place == "under"), "" if self.barred else self.font(1, copy.day, ' COLOR="#666666"')) if x]  # fmt: skip
        body = self.blocks(copy)
        if len(body) > 4:
            body.insert(3, f'<!-- ad island -->\n<TABLE ALIGN=LEFT BORDER=0 CELLSPACING=0 CELLPADDING=4><TR><TD ALIGN=CENTER>{self.font(1, say("廣　告", "ADVERTISEMENT"), " COLOR=#999999")}<BR><A HREF="/cgi-bin/adclick?pos=island{n % 4}"><IMG SRC="/cgi-bin/ad?pos=island{n % 4}" WIDTH=125 HEIGHT=125 BORDER=0></A></TD></TR></TABLE>')  # fmt: skip
        lead = f"{by}{'<br>' if self.breaks else ''}\n" if by and self.place == "lead" else ""
        foot = f"<DIV ALIGN=RIGHT>{by}</DIV>\n" if by and self.place == "foot" else ""
        stamp = copy.changed(self.font(1, f"<I>{say('本頁修改：', 'Page revised: ')}{{}}</I>") + "<BR>\n")
        tools = " ".join(f'<IMG SRC="/images/{i}.gif" WIDTH=12 HEIGHT=12 ALT=""><A HREF="{to}?id={copy.article.id}">{w}</A>&nbsp;' for i, to, w in (("mail", "/cgi-bin/mailit.pl", say("寄給朋友", "E-mail this to a friend")), ("print", "/cgi-bin/print.pl", say("列印版", "Printer version")), ("pen", "/letters.html", say("讀者投書", "Write to the editor"))))  # fmt: skip
        said = copy.remarks("<TR><TD><FONT SIZE=1>{n}. <B>{who}</B> ({when})<BR>{what}</FONT></TD></TR>\n")
        said = f'<TABLE WIDTH=450 BORDER=0 CELLPADDING=3 BGCOLOR="#F4F4F4"><TR><TD>{self.font(2, "<B>" + say("讀者留言板", "From the message board") + "</B>")}</TD></TR>\n{said}</TABLE>\n' if said else ""  # fmt: skip
        turn = copy.others(f'<A HREF="{{url}}">{say("下一則", "Next story")}: {{title}}</A>', 1, skip=n % 3)
        now = datetime.fromtimestamp(copy.salt * 60, UTC).astimezone(copy.paper.zone)
        ask = (say("您會用網路看報嗎？", "Do you read us on paper too?"), say("市區停車該收費嗎？", "Should downtown parking cost more?"))[n % 2]  # fmt: skip
        rail = (self.box(say("相關新聞", "ALSO IN THE NEWS"), copy.others("&#149; <A HREF=`{url}`>{title}</A><BR>\n", 3))
            + self.box(say("今日天氣", "WEATHER"), f'<IMG SRC="/images/wx{n % 5}.gif" WIDTH=32 HEIGHT=32 ALIGN=LEFT ALT="">{self.day(now)}<BR>{14 + n % 12}&#176;C')
            + self.box(say("線上民調", "QUICK VOTE"), f'<FORM ACTION="/cgi-bin/poll.pl" METHOD=POST>{ask}<BR><INPUT TYPE=RADIO NAME=v VALUE=1>{say("會", "Yes")} <INPUT TYPE=RADIO NAME=v VALUE=2>{say("不會", "No")}<BR><INPUT TYPE=SUBMIT VALUE="{say("投票", "Vote")}"></FORM>')
            + self.box(say("電子報", "NEWS BY E-MAIL"), f'<FORM ACTION="/cgi-bin/join.pl">{say("免費訂閱《{letter}》", "Get {letter} free:")}<BR><INPUT NAME=email SIZE=12 VALUE="you@"></FORM>'))  # fmt: skip
        return f"""<TABLE WIDTH=630 BORDER=0 CELLSPACING=0 CELLPADDING=0><TR VALIGN=TOP><TD WIDTH=450>
<TABLE WIDTH=450 BORDER=0 CELLSPACING=0 CELLPADDING=3 BGCOLOR="{self.pale}"><TR><TD>{self.font(1, f'<A HREF="{copy.section_url}"><B>{copy.section}</B></A>')}</TD><TD ALIGN=RIGHT>{right}</TD></TR></TABLE>{gap(1, 10)}<BR><!-- begin head -->
<FONT FACE="Times New Roman, Times" SIZE=5><B>{copy.title}</B></FONT><BR>{gap(1, 4)}<BR>
{"<BR>".join(under)}{"<BR>" if under else ""}<HR SIZE=1 NOSHADE><!-- begin text -->
<FONT FACE="Times New Roman, Times" SIZE=3 CLASS="story">
{lead}{chr(10).join(body)}
</FONT><!-- end text -->{foot}<BR CLEAR=ALL>
{stamp}<TABLE WIDTH=450 BORDER=0 CELLSPACING=0 CELLPADDING=4><TR><TD BGCOLOR="{self.pale}">{self.font(1, tools)}</TD></TR></TABLE>
{said}{self.font(1, turn)}<BR>{self.font(1, f'<A HREF="#top">{say("回最上面", "Back to top")}</A>')}</TD><TD WIDTH=20>{gap(20, 1)}</TD><TD WIDTH=160>
{rail}</TD></TR></TABLE>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """An index: a bullet picture, a headline, a line, the day."""
        rows = "\n".join(f'<TR VALIGN=TOP><TD WIDTH=14><IMG SRC="/images/bullet.gif" WIDTH=10 HEIGHT=10 ALT="*"></TD><TD><A HREF="{attr(c.url)}">{self.font(3, f"<B>{esc(c.title)}</B>")}</A><BR>{self.font(2, esc(c.summary) + "...")} {self.font(1, self.day(c.published), " COLOR=#666666")}<BR>{gap(1, 6)}</TD></TR>' for c in cards)  # fmt: skip
        more = f'\n<P ALIGN=RIGHT><A HREF="{attr(older)}">{self.font(2, self.word("更早的新聞 &gt;&gt;", "Earlier stories &gt;&gt;"))}</A>' if older else ""  # fmt: skip
        return f'<TABLE WIDTH=630 BORDER=0 CELLSPACING=0 CELLPADDING=2>\n<TR><TD COLSPAN=2 BGCOLOR="{self.ink}">{self.font(3, f"<B>{esc(heading)}</B>", " COLOR=#FFFFFF")}</TD></TR>\n{rows}\n</TABLE>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page that someone made by hand."""
        return f'<CENTER><FONT FACE="Times New Roman, Times" SIZE=5><B>{esc(heading)}</B></FONT></CENTER>\n<HR SIZE=1 NOSHADE>\n{self.font(2, chr(10).join(f"<P>{esc(p)}" for p in paragraphs))}'


DESIGNS: tuple[type[Freehand], ...] = (Petrel,)
ADDRESSES: dict[str, Form] = {"stories/mmddyy/sec_id.shtml": Form(lambda p, a, _v: f"/stories/{a.published:%m%d%y}/{p.sections.get(a.section, 'news')[:3]}_{a.id}.shtml")}  # fmt: skip
