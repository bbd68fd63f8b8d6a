"""A design to judge by: a law weekly of 2007, whose facts stand in a table below the text."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Anvil(Freehand):
    """2007: a trade's weekly: headline and text first, the facts in a table with heads below them, a box of decided cases, a subscriber's line, pictures in a column."""

    name = "anvil"

    def draw(self, rng: Random) -> None:
        """The order of rows, how it signs."""
        self.order = choose(rng, "rdst", "drst", "srdt")
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("本刊記者 {a}", "本刊記者 {a}、{b}", role="本刊記者"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("{a}", "{a}; {b}"))

    def day(self, t: datetime) -> str:
        """``8th March 2007``; ``2007年3月8日``."""
        ending = "th" if 10 < t.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(t.day % 10, "th")
        return f"{t.day}{ending} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """A crest, a bar, two columns."""
        menu = self.menu(page.paper, '<td><a href="{url}">{name}</a></td>')
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<html lang="{self.language}"><head>{heads(page.charset, old=True)}<title>{esc(page.title)} - {esc(page.paper.name)}</title><link rel="stylesheet" href="/lw.css"></head>\n<body>\n<div id="crest"><a href="/"><img src="/crest.gif" alt="{attr(page.paper.name)}"></a></div>\n<table id="bar"><tr>{menu}</tr></table>\n<div id="cols">\n{page.main}\n<div id="cases"><h4>{self.word("本周判例", "Cases this week")}</h4><ul><li>{self.word("租務上訴第十二號", "Tenancy Appeal No. 12")}</li><li>{self.word("海事第三號", "Admiralty No. 3")}</li></ul></div>\n</div>\n<div id="base">{esc(page.paper.rights)} <a href="/about">{self.word("關於本刊", "About us")}</a> {self.word("訂戶請登入", "Subscribers, please log in")}</div>\n</body></html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Headings are numbered by a style, the rest is plain."""
        return f'<h5 class="side">{spans(block.spans)}</h5>' if block.kind == "h" else super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A plate."""
        credit = f'<p class="plate-by">{esc(picture.credit)}</p>' if picture.credit else ""
        return f'<div class="plate"><img src="{self.source(copy, picture)}" alt=""><p class="plate-cap">{esc(picture.caption)}</p>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """Headline, text, table, others."""
        tags = copy.tags("<a href=`{url}`>{tag}</a>", "; ")
        rows = {
            "r": copy.signed(f"<tr><th>{copy.say('撰稿', 'Reporter')}</th><td>{{}}</td></tr>"),
            "d": f"<tr><th>{copy.say('日期', 'Date')}</th><td>{copy.day}</td></tr>",
            "s": f'<tr><th>{copy.say("欄目", "Section")}</th><td><a href="{copy.section_url}">{copy.section}</a></td></tr>',
            "t": f"<tr><th>{copy.say('關鍵詞', 'Keywords')}</th><td>{tags}</td></tr>" if tags else "",
        }
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 4)
        return f'<div id="report"><h2>{copy.title}</h2>\n<div id="rtext">\n{chr(10).join(self.blocks(copy))}\n</div>\n<table id="particulars">{"".join(rows[k] for k in self.order)}</table>\n<h4>{copy.say("另見", "See also")}</h4><ul class="see">{more}</ul></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Entries of an index."""
        rows = "\n".join(
            f'<p class="entry"><a href="{attr(c.url)}">{esc(c.title)}</a><br><span>{self.day(c.published)}</span> {esc(c.summary)}</p>'
            for c in cards
        )
        return (
            f'<div id="report"><h2>{esc(heading)}</h2>{rows}'
            + (f'<p><a href="{attr(older)}">{self.word("往期", "Earlier")}</a></p>' if older else "")
            + "</div>"
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A notice."""
        return f'<div id="report"><h2>{esc(heading)}</h2><div id="rtext">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Anvil,)
ADDRESSES: dict[str, Form] = {"reports/year/id.asp": Form(lambda _p, a, _v: f"/reports/{a.published.year}/{a.id}.asp")}
