"""A design to judge by: a village paper of 2008 laid out in a page program for home computers."""

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


class Sickle(Freehand):
    """2008: a page program's boxes with positions and paragraph styles by number: headline, day, writer and text each in a text box, pictures as boxes with a caption's box, a counter at the foot, the program's badge."""

    name = "sickle"
    tagged = False
    stamped = False

    def draw(self, rng: Random) -> None:
        """The numbers of styles, how it signs."""
        self.base = 1 + int(rng.random() * 6)
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("特約記者　{a}", "特約記者　{a}、{b}", role="特約記者"))
        self.hand_en = choose(rng, Hand("by {a}", "by {a} and {b}"), Hand("By {a}", "By {a} & {b}"))

    def day(self, t: datetime) -> str:
        """``Saturday, 8 March 2008``; ``2008年3月8日 星期六``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {t.day} {MONTHS[t.month - 1]} {t.year}"
        return f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]}"

    def _box(self, number: int, inner: str, top: int, height: int) -> str:
        """A text box of the program."""
        return f'<div id="id{number}" style="height: {height}px; left: 36px; position: absolute; top: {top}px; width: 628px; z-index: 1; " class="style_SkipStroke_{number % 3}"><div class="text-content graphic_textbox_layout_style_default_External_628_{height}"><div class="graphic_textbox_layout_style_default">{inner}</div></div></div>\n'

    def frame(self, page: Shell) -> str:
        """The body's layers: nav, header, body, footer."""
        paper = page.paper
        menu = self.menu(paper, '<li class="noncurrentPage"><a href="{url}">{name}</a></li>')
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<meta name="Generator" content="Page Program 2.0.4" />\n<title>{esc(page.title)}</title>\n<link rel="stylesheet" type="text/css" media="screen,print" href="Story_files/Story.css" />\n</head>\n<body style="background: #fff; margin: 0pt; " onload="onPageLoad();">\n<div style="text-align: center; "><div style="margin: 0px auto; position: relative; text-align: left; width: 700px; " id="body_content">\n<div style="margin-left: 0px; position: relative; width: 700px; z-index: 0; " id="nav_layer"><div class="tinyText nameplate"><a href="/">{esc(paper.name)}</a></div><ul class="navbar-list">{menu}</ul></div>\n<div style="height: 0px; position: relative; width: 700px; z-index: 10; " id="header_layer"></div>\n<div style="position: relative; width: 700px; z-index: 5; " id="body_layer">\n{page.main}\n</div>\n<div style="height: 150px; position: relative; width: 700px; z-index: 15; " id="footer_layer"><div class="paragraph_style_9">{esc(paper.rights)}</div><a href="/about"><span>{self.word("關於", "About")}</span></a> <img src="Story_files/badge.png" alt="{self.word("以蘋果製作", "Made on a home computer")}" /> <span class="counter">004{self.base}12</span></div>\n</div></div>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs in styles by number."""
        n = self.base
        if block.kind == "p":
            return f'<p style="padding-top: 0pt; " class="paragraph_style_{n}">{spans(block.spans)}<br /></p>'
        if block.kind == "h":
            return f'<p class="paragraph_style_{n + 1}"><span class="style_2">{spans(block.spans)}</span><br /></p>'
        if block.kind == "note":
            return f'<p class="paragraph_style_{n}"><em>{spans(block.spans)}</em><br /></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image box and a caption's."""
        credit = f' <span class="style_5">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="tinyText inline-block"><img src="{self.source(copy, picture)}" alt="" style="border: none; height: 240px; width: 320px; " /><p class="Caption">{esc(picture.caption)}{credit}</p></div>'

    def story(self, copy: Copy) -> str:
        """Boxes one below another."""
        n = self.base
        by = f'<p class="paragraph_style_{n + 4}">{copy.by}<br /></p>' if copy.by else ""
        more = copy.others("<p class=`paragraph_style_8`><a href=`{url}`>{title}</a><br /></p>", 3)
        return (
            self._box(
                1,
                f'<p class="paragraph_style_{n + 2}"><a href="{copy.section_url}">{copy.section}</a><br /></p>',
                20,
                24,
            )
            + self._box(2, f'<p class="Title">{copy.title}</p>', 44, 60)
            + self._box(3, f'<p class="paragraph_style_{n + 3}">{copy.day}<br /></p>{by}', 104, 40)
            + self._box(4, "\n".join(self.blocks(copy)), 150, 900)
            + self._box(
                5, f'<p class="paragraph_style_7">{copy.say("其他文章", "Other pages")}<br /></p>{more}', 1060, 120
            )
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A blog summary of the program."""
        rows = "\n".join(
            f'<div class="summary-entry"><div class="summary-date">{self.day(c.published)}</div><div class="summary-title"><a href="{attr(c.url)}">{esc(c.title)}</a></div><div class="summary-excerpt">{esc(c.summary)}</div></div>'
            for c in cards
        )
        more = f'\n<p><a href="{attr(older)}">{self.word("較早", "Archive")}</a></p>' if older else ""
        return (
            self._box(1, f'<p class="Title">{esc(heading)}</p>', 20, 60)
            + f'<div class="summary">\n{rows}{more}\n</div>'
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of boxes."""
        return self._box(1, f'<p class="Title">{esc(heading)}</p>', 20, 60) + self._box(
            2, "".join(f'<p class="paragraph_style_{self.base}">{esc(p)}<br /></p>' for p in paragraphs), 90, 400
        )


DESIGNS: tuple[type[Freehand], ...] = (Sickle,)
ADDRESSES: dict[str, Form] = {
    "Site/Entries/y/m/d_id.html": Form(
        lambda _p, a, _v: f"/Site/Entries/{a.published.year}/{a.published.month}/{a.published.day}_{a.id}.html"
    )
}
