"""A design to judge by: an evening paper of 2003 from a mainframe of stories."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Caliper(Freehand):
    """2003: a system that pours stories into one cell: the day in a black bar on top, headline in bold with the section's name in brackets before it elsewhere, the signature as the first line of the text, lines parted by double breaks, pictures in the middle with small words."""

    name = "caliper"
    tagged = False

    def draw(self, rng: Random) -> None:
        """The bar's colour, how it signs."""
        self.colour = choose(rng, "#000000", "#990000", "#003300")
        self.hand = choose(
            rng,
            Hand("【記者{a}／報導】", "【記者{a}、{b}／報導】", desk="【{o}】", agency="【{o}】", role="記者"),
            Hand("記者{a}／專訪", "記者{a}、{b}／專訪", role="記者"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("By {a}, Staff Reporter", "By {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``MONDAY MARCH 8 2003``'s day in mixed case; ``2003/03/08``."""
        return (
            f"{DAYS[t.weekday()]} {MONTHS[t.month - 1]} {t.day} {t.year}"
            if self.english
            else f"{t:%Y/%m/%d}（{DAYS_ZH[t.weekday()]}）"
        )

    def frame(self, page: Shell) -> str:
        """Two tables and a foot."""
        menu = self.menu(page.paper, '<a href="{url}"><font color="#FFFFFF" size="2">{name}</font></a>', "&nbsp;&nbsp;")
        return f'<HTML><HEAD>{heads(page.charset, old=True)}<TITLE>{esc(page.paper.name)} - {esc(page.title)}</TITLE></HEAD>\n<BODY TOPMARGIN="0" BGCOLOR="#FFFFFF">\n<TABLE WIDTH="760" CELLPADDING="3"><TR><TD><A HREF="/"><IMG SRC="/i/ev.gif" BORDER="0" ALT="{attr(page.paper.name)}"></A></TD></TR><TR><TD BGCOLOR="{self.colour}">{menu}</TD></TR></TABLE>\n{page.main}\n<HR WIDTH="760" ALIGN="left"><FONT SIZE="1">{esc(page.paper.rights)} <A HREF="/about.htm">{self.word("關於晚報", "About the paper")}</A></FONT>\n</BODY></HTML>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Lines."""
        if block.kind == "p":
            return f"{spans(block.spans)}<BR><BR>"
        if block.kind == "h":
            return f"<B>{spans(block.spans)}</B><BR><BR>"
        if block.kind == "note":
            return f"<I>{spans(block.spans)}</I><BR><BR>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """In the middle."""
        credit = f"（{esc(picture.credit)}）" if picture.credit else ""
        return f'<CENTER><IMG SRC="{self.source(copy, picture)}" WIDTH="300" ALT=""><BR><FONT SIZE="1" COLOR="#666666">{esc(picture.caption)}{credit}</FONT></CENTER><BR>'

    def story(self, copy: Copy) -> str:
        """The bar, the headline, the cell."""
        by = copy.signed("<B>{}</B><BR><BR>\n")
        more = copy.others("<LI><A HREF=`{url}`>{title}</A>", 4)
        return f'<TABLE WIDTH="760" CELLPADDING="4"><TR><TD BGCOLOR="{self.colour}" COLSPAN="2"><FONT COLOR="#FFFFFF" SIZE="2">{copy.day}</FONT></TD></TR>\n<TR VALIGN="top"><TD WIDTH="560"><FONT SIZE="2"><A HREF="{copy.section_url}">{copy.section}</A></FONT><BR>\n<FONT SIZE="5"><B>{copy.title}</B></FONT></TD><TD WIDTH="200" ROWSPAN="2" BGCOLOR="#EEEEEE"><FONT SIZE="2"><B>{copy.say("今晚還有", "Also tonight")}</B><UL>{more}</UL></FONT></TD></TR>\n<TR VALIGN="top"><TD CLASS="pour">{by}{chr(10).join(self.blocks(copy))}</TD></TR></TABLE>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Lines."""
        rows = "\n".join(
            f'<LI><A HREF="{attr(c.url)}">{esc(c.title)}</A> <FONT SIZE="1">{c.published:%Y/%m/%d}</FONT><BR>{esc(c.summary)}'
            for c in cards
        )
        return f'<FONT SIZE="5"><B>{esc(heading)}</B></FONT><UL>{rows}</UL>' + (
            f'<A HREF="{attr(older)}">{self.word("昨日", "Yesterday")}</A>' if older else ""
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<FONT SIZE="5"><B>{esc(heading)}</B></FONT><BR><BR>{"".join(f"{esc(p)}<BR><BR>" for p in paragraphs)}'


DESIGNS: tuple[type[Freehand], ...] = (Caliper,)
ADDRESSES: dict[str, Form] = {"ev/yyyymmdd/id.htm": Form(lambda _p, a, _v: f"/ev/{a.published:%Y%m%d}/{a.id}.htm")}
