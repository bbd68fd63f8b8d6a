"""A design to judge by: a regional paper of 2005 of which mostly the pages for print were taken."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Rasp(Freehand):
    """2005: a page for print: the paper's name, a rule, the story's head in three sizes, where it came from, the text in one serif cell, an address of the page and a day of printing below."""

    name = "rasp"
    timed = True
    tagged = False

    def draw(self, rng: Random) -> None:
        """Whether the section stands in brackets, how it signs."""
        self.square = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("本報記者 {a}", "本報記者 {a}、{b}", role="本報記者"),
            Hand("記者 {a}／綜合報導", "記者 {a}、{b}／綜合報導", role="記者"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("BY {a}", "BY {a} AND {b}"))

    def day(self, t: datetime) -> str:
        """``Posted: Mar 8, 2005, 9:05 pm``'s day; ``2005/03/08 21:05``."""
        return (
            f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year}, {clock(t, 'am', 'pm')}"
            if self.english
            else f"{t:%Y/%m/%d %H:%M}"
        )

    def frame(self, page: Shell) -> str:
        """Hardly anything: a logo, a bar of links, the sheet, a foot."""
        paper = page.paper
        menu = self.menu(paper, '<a href="{url}">{name}</a>', " | ")
        return f'<html><head>{heads(page.charset, old=True)}<title>{esc(paper.name)}: {esc(page.title)}</title>\n<style>body{{font-family:Georgia,serif;margin:20px}}.hd{{font-size:22px;font-weight:bold}}.sub{{font-size:11px}}</style></head>\n<body bgcolor="white" onload="if(self.print)window.status=\'\'">\n<table width="620" border="0"><tr><td><a href="/"><img src="/images/print_logo.gif" alt="{attr(paper.name)}" border="0"></a></td><td align="right" class="sub"><a href="javascript:window.print()">{self.word("列印此頁", "Print this page")}</a> <a href="javascript:window.close()">{self.word("關閉視窗", "Close window")}</a></td></tr></table>\n<hr width="620" align="left" size="1">\n{page.main}\n<hr width="620" align="left" size="1">\n<div class="sub">{menu}<br>{esc(paper.rights)} <a href="/about.html">{self.word("關於本報", "About us")}</a></div>\n</body></html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Plain paragraphs, headings in bold."""
        if block.kind == "h":
            return f"<p><b>{spans(block.spans)}</b></p>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A small table."""
        credit = f"<br><i>{esc(picture.credit)}</i>" if picture.credit else ""
        return f'<table width="300" align="right" cellpadding="4"><tr><td><img src="{self.source(copy, picture)}" width="290" border="1" alt=""></td></tr><tr><td class="sub">{esc(picture.caption)}{credit}</td></tr></table>'

    def story(self, copy: Copy) -> str:
        """Section, head, by, when, text, address."""
        part = f"[{copy.section}]" if self.square else copy.section
        by = copy.signed('<div class="by">{}</div>\n')
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 3)
        return f'<table width="620"><tr><td>\n<div class="sub"><a href="{copy.section_url}">{part}</a></div>\n<div class="hd">{copy.title}</div>\n{by}<div class="sub">{copy.say("刊登時間", "Posted")}: {copy.day}</div>\n<br>\n<div class="tx">\n{chr(10).join(self.blocks(copy))}\n</div>\n</td></tr></table>\n<p class="sub">{copy.say("原文網址", "Find this story at")}: {esc(copy.url)}</p>\n<ul class="sub">{more}</ul>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list for print."""
        rows = "\n".join(
            f'<div class="it"><a href="{attr(c.url)}">{esc(c.title)}</a> <span class="sub">{self.day(c.published)}</span><br><span class="sub">{esc(c.summary)}</span></div>'
            for c in cards
        )
        more = f'\n<div class="sub"><a href="{attr(older)}">{self.word("更多", "More")}</a></div>' if older else ""
        return f'<div class="hd">{esc(heading)}</div>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page for print."""
        return f'<div class="hd">{esc(heading)}</div><div class="tx">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Rasp,)
ADDRESSES: dict[str, Form] = {"print/?story": Form(lambda _p, a, _v: f"/print/index.php?story={a.id}&mode=print")}
