"""A design to judge by: the page that a news application of 2019 shares."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc
from backissue.demo.paper import Card
from backissue.demo.stories import Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Dibber(Freehand):
    """2019: an application's share page: title, one line with source and hour, the text, who edited it at the end, how many read, an offer of the application above and below."""

    name = "dibber"
    timed = True
    tagged = False

    def draw(self, rng: Random) -> None:
        """Whether the hour comes first, how it signs."""
        self.first = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a} {b}"), Hand("{a} 文", "{a}、{b} 文", role="文"))
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("{a}", "{a} & {b}"))

    def day(self, t: datetime) -> str:
        """``2019-03-08 21:05``."""
        return f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar to open the application, the page."""
        menu = self.menu(page.paper, '<a class="ch" href="{url}">{name}</a>')
        return f'<!DOCTYPE html><html lang="{self.language}"><head>{heads(page.charset)}<meta name="viewport" content="width=device-width"><title>{esc(page.title)}-{esc(page.paper.name)}</title><link href="/h5/share.css" rel="stylesheet"></head>\n<body><div class="openbar"><img src="/h5/icon.png" alt=""><a class="name" href="/">{esc(page.paper.name)}</a><a class="open" href="app://open">{self.word("打開", "Open")}</a></div>\n<div class="chs">{menu}</div>\n{page.main}\n<div class="bottombar"><a href="app://open">{self.word("打開應用，看更多", "Open the app for more")}</a></div><p class="own">{esc(page.paper.rights)} <a href="/about">{self.word("關於", "About")}</a></p></body></html>\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A paragraph with a picture, one with its words."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        return f'<p class="pimg"><img data-src="{self.source(copy, picture)}" src="{self.source(copy, picture)}" alt=""></p><p class="img-desc">{esc(picture.caption)}<span class="img-credit">{credit}</span></p>'

    def story(self, copy: Copy) -> str:
        """Title, line, text, editor, reads, others."""
        who = copy.signed('<span class="author">{}</span>')
        line = " ".join(
            filter(
                None,
                (f'<span class="time">{copy.day}</span>', who)
                if self.first
                else (who, f'<span class="time">{copy.day}</span>'),
            )
        )
        more = copy.others("<div class=`rec`><a href=`{url}`>{title}</a><span>{section}</span></div>", 4)
        return f'<div id="share"><h1 id="title">{copy.title}</h1><div class="info"><a class="chan" href="{copy.section_url}">{copy.section}</a> {line}</div>\n<div id="content">\n{chr(10).join(self.blocks(copy))}\n</div>\n<p class="ed">{copy.say("責任編輯：夜班", "Editor: night desk")}</p><p class="reads">{copy.say("閱讀", "Reads")} {copy.article.index * 97 % 9000}</p></div>\n<div class="recs"><h2>{copy.say("推薦閱讀", "Recommended")}</h2>{more}</div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows."""
        rows = "".join(
            f'<div class="rec"><a href="{attr(c.url)}">{esc(c.title)}</a><span>{esc(c.section)}</span><em>{self.day(c.published)}</em></div>\n'
            for c in cards
        )
        return f"<h1>{esc(heading)}</h1>{rows}" + (
            f'<a class="more" href="{attr(older)}">{self.word("更多", "More")}</a>' if older else ""
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div id="share"><h1 id="title">{esc(heading)}</h1><div id="content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Dibber,)
ADDRESSES: dict[str, Form] = {"h5/detail?docid": Form(lambda _p, a, _v: f"/h5/detail.html?docid={a.id}&from=share")}
