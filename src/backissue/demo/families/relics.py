"""Designs of the plainest kinds: a city paper's tables of 2001 with today's date on top, a page made for reading at once."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Instant", "Tables"]


class Tables(Freehand):
    """2001: a city paper's tables: the day on which one looks stands on top, the story's day in small letters below the text, the section only where the menu is lit."""

    name = "tables"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Slashes by month or by words."""
        self.slashes = rng.random() < 0.5
        self.hand = choose(rng, Hand("本報記者{a}", "本報記者{a}、{b}", role="本報記者"), Hand("{a}", "{a}、{b}"))
        self.hand_en = Hand("By {a}", "By {a} and {b}", placed="By {a}, {p} Bureau")
        self.colour = choose(rng, "#990000", "#003399", "#336633")

    def day(self, t: datetime) -> str:
        """``03/08/2001``, month first; ``2001/03/08`` or ``8/3/2001``."""
        if self.english:
            return f"{t:%m/%d/%Y}" if self.slashes else f"{MONTHS[t.month - 1][:3]}. {t.day}, {t.year}"
        return f"{t.year}/{t.month}/{t.day}" if self.slashes else f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """A banner and a lit menu; the rest is the page's."""
        lit = f'bgcolor="{self.colour}"'
        items = self.menu(
            page.paper,
            '<TR><TD {on} HEIGHT="20">&nbsp;<A HREF="{url}"><FONT FACE="Arial" SIZE="-1">{name}</FONT></A></TD></TR>',
            now=page.section,
            current=lit,
        )
        return (
            f'<HTML>\n<HEAD>\n{heads(page.charset, old=True)}\n<TITLE>{esc(page.paper.name)}</TITLE>\n{page.head}<SCRIPT LANGUAGE="JavaScript">\n<!--\nfunction openWin(u) {{ window.open(u, "w", "width=400,height=300"); }}\n//-->\n</SCRIPT>\n</HEAD>\n<BODY BGCOLOR="#FFFFFF" LINK="{self.colour}" MARGINWIDTH="0" TOPMARGIN="0">\n<TABLE WIDTH="750" BORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD COLSPAN="3"><A HREF="/"><IMG SRC="/gifs/mast.gif" ALT="{attr(page.paper.name)}" WIDTH="750" HEIGHT="60" BORDER="0"></A></TD></TR>\n<TR><TD WIDTH="130" VALIGN="top" BGCOLOR="#EEEEEE"><TABLE WIDTH="100%">{items}</TABLE><BR><FORM ACTION="/search"><INPUT NAME="q" SIZE="10"><INPUT TYPE="submit" VALUE="{self.word("搜尋", "Go")}"></FORM></TD>\n'
            f'<TD WIDTH="10"><IMG SRC="/gifs/clear.gif" WIDTH="10" HEIGHT="1"></TD><TD VALIGN="top">{page.main}</TD></TR>\n<TR><TD COLSPAN="3" ALIGN="center"><HR SIZE="1" NOSHADE><FONT SIZE="-2">{esc(page.paper.rights)} | <A HREF="/about">{self.word("關於本報", "About us")}</A> | <A HREF="/subscribe">{self.word("訂報", "Subscribe")}</A></FONT></TD></TR></TABLE>\n</BODY>\n</HTML>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs that nobody closes."""
        if block.kind == "p":
            return f"<P>{spans(block.spans)}"
        if block.kind == "h":
            return f"<P><B>{spans(block.spans)}</B>"
        if block.kind == "note":
            return f"<P><I>{spans(block.spans)}</I>"
        if block.kind == "quote":
            return f"<BLOCKQUOTE>{spans(block.spans)}</BLOCKQUOTE>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table at the right."""
        credit = (
            f'<TR><TD ALIGN="right"><FONT FACE="Arial" SIZE="-2">{esc(picture.credit)}</FONT></TD></TR>'
            if picture.credit
            else ""
        )
        return f'<TABLE ALIGN="right" WIDTH="210" BORDER="0" CELLPADDING="4"><TR><TD><IMG SRC="{self.source(copy, picture)}" WIDTH="200" BORDER="1"></TD></TR>{credit}<TR><TD><FONT FACE="Arial" SIZE="-2"><B>{esc(picture.caption)}</B></FONT></TD></TR></TABLE>'

    def story(self, copy: Copy) -> str:
        """Today, weather, headline, writer, text, the story's own day, more headlines."""
        now = datetime.fromtimestamp(copy.salt * 60, UTC).astimezone(copy.paper.zone)
        today = (
            f"{DAYS[now.weekday()]}, {MONTHS[now.month - 1]} {now.day}, {now.year}"
            if self.english
            else f"今天是{now.year}年{now.month}月{now.day}日 星期{DAYS_ZH[now.weekday()]}"
        )
        by = copy.signed('<FONT FACE="Arial" SIZE="-1"><B>{}</B></FONT><BR>')
        return (
            f'<TABLE WIDTH="600"><TR><TD><FONT FACE="Arial" SIZE="-2">{today}</FONT></TD><TD ALIGN="right"><FONT FACE="Arial" SIZE="-2">{copy.say("氣溫", "Temp.")} {8 + copy.salt % 23}&deg;</FONT></TD></TR></TABLE>\n<FONT SIZE="+2" FACE="Times" COLOR="{self.colour}"><B>{copy.title}</B></FONT><BR>\n{by}\n'
            f'{chr(10).join(self.blocks(copy))}\n<P><FONT FACE="Arial" SIZE="-2">{copy.say("刊登日期：", "Published: ")}{copy.day}</FONT>\n<P><TABLE BORDER="1" CELLPADDING="4" BGCOLOR="#FFFFCC"><TR><TD><FONT FACE="Arial" SIZE="-1"><B>{copy.say("其他新聞", "More headlines")}</B><BR>{copy.others("&#149; <A HREF=`{url}`>{title}</A><BR>", 4)}</FONT></TD></TR></TABLE>\n<P><A HREF="javascript:openWin(1)"><FONT FACE="Arial" SIZE="-1">{copy.say("把這篇文章寄給朋友", "E-mail this story to a friend")}</FONT></A>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with openings."""
        rows = "".join(
            f'<P><A HREF="{attr(c.url)}"><FONT SIZE="+1"><B>{esc(c.title)}</B></FONT></A><BR>\n<FONT SIZE="-1">{esc(c.summary)}...</FONT> <FONT SIZE="-2">({self.day(c.published)})</FONT>\n'
            for c in cards
        )
        more = f'<P><A HREF="{attr(older)}">{self.word("舊聞", "Older stories")}</A>' if older else ""
        return f'<FONT SIZE="+2" COLOR="{self.colour}"><B>{esc(heading)}</B></FONT><HR SIZE="1">\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A headline and paragraphs."""
        return f'<FONT SIZE="+2"><B>{esc(heading)}</B></FONT>\n' + "\n".join(f"<P>{esc(p)}" for p in paragraphs)


class Instant(Freehand):
    """2019: a page made for reading at once: headline and facts stand above the text and once more within it, no section, no topics, nothing around."""

    name = "instant"
    category = False
    tagged = False

    def draw(self, rng: Random) -> None:
        """What stands between two names."""
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a}", "{a} {b}"), Hand("{a}", "{a}，{b}"))

    def day(self, t: datetime) -> str:
        """``March 08, 2019``, in any tongue."""
        return f"{MONTHS[t.month - 1]} {t:%d, %Y}"

    def frame(self, page: Shell) -> str:
        """Nearly nothing."""
        return f'<!DOCTYPE html>\n<html>\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} – {esc(page.paper.name)}</title>\n{page.head}</head>\n<body>\n<div class="rd_page_wrap"><div class="rd_page">\n{page.main}\n</div></div>\n<nav class="rd_index">{self.menu(page.paper, "<a href=`{url}`>{name}</a>", " ")} <a href="/">{esc(page.paper.name)}</a> <a href="/about">{self.word("關於", "About")}</a></nav>\n<div class="rd_popup hidden"><h2>{self.word("你確定嗎？", "Are you sure?")}</h2><button>OK</button></div>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """Facts for previews."""
        return f'<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:description" content="">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="article:published_time" content="{copy.article.published:%Y-%m-%d}">\n<meta property="article:author" content="{attr(copy.said.author or "")}">\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure in a wrapper."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        return f'<figure><div class="figure_wrapper"><img src="{self.source(copy, picture)}"></div><figcaption dir="auto">{esc(picture.caption)}{credit}</figcaption></figure>'

    def block(self, copy: Copy, block: Block) -> str:
        """Quotes are asides; a direction for every paragraph."""
        if block.kind == "p":
            return f'<p dir="auto">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f"<aside>{spans(block.spans)}</aside>"
        if block.kind == "h":
            return f'<h4 dir="auto">{spans(block.spans)}</h4>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Header, then an editor's copy of it with the text below, then buttons."""
        who = copy.signed('<a rel="author">{}</a>')
        return (
            f'<main class="rd_article"><header class="rd_article_header" dir="auto"><h1>{copy.title}</h1><address>{who}<time>{copy.day}</time></address></header>\n<article id="_ed_copy" class="rd_article_content"><h1>{copy.title}<br></h1><address>{copy.signed("{}")}<br></address>{chr(10).join(self.blocks(copy))}</article>\n<div id="_ed_hint" class="ed_hint"></div>\n'
            f'<aside class="rd_article_buttons"><button id="_edit_button">{copy.say("編輯", "Edit")}</button><span id="_error_msg"></span></aside></main>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list."""
        rows = "".join(
            f'<li><a href="{attr(c.url)}">{esc(c.title)}</a> <time>{self.day(c.published)}</time></li>\n' for c in cards
        )
        more = f'<p><a href="{attr(older)}">{self.word("更早", "Earlier")}</a></p>' if older else ""
        return f"<main><h1>{esc(heading)}</h1><ol>{rows}</ol>{more}</main>"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Words."""
        return (
            f'<main class="rd_article"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</main>'
        )
