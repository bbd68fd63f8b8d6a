"""A design to judge by: a mid-sized daily of 2011 on its press group’s system."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc
from backissue.demo.paper import Card
from backissue.demo.stories import Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Ferrule(Freehand):
    """2011: a press group's system: kicker, headline and a deck of stamps in one line parted by a bar, byline in capitals of a style, a rail of video within the story, a line on how to reach the writer at its end."""

    name = "ferrule"
    timed = stamped = True
    tagged = False

    def draw(self, rng: Random) -> None:
        """How many stamps, how it signs."""
        self.reach = rng.random() < 0.6
        self.hand = choose(rng, Hand("記者　{a}", "記者　{a}　{b}", role="記者"), Hand("{a}", "{a}　{b}"))
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``Mar. 8, 2011 9:05 p.m.``; ``2011-3-8 21:05``."""
        return (
            f"{MONTHS[t.month - 1][:3]}. {t.day}, {t.year} {clock(t, 'a.m.', 'p.m.')}"
            if self.english
            else f"{t.year}-{t.month}-{t.day} {t:%H:%M}"
        )

    def frame(self, page: Shell) -> str:
        """Header, tabs, three columns."""
        menu = self.menu(page.paper, '<li class="tab"><a href="{url}">{name}</a></li>')
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head>{heads(page.charset, old=True)}<title>{esc(page.title)} | {esc(page.paper.name)}</title></head>\n<body class="story"><div id="hdr"><a href="/">{esc(page.paper.name)}</a> <span class="wx">{self.word("攝氏二十度", "68°")}</span></div><ul id="tabs">{menu}</ul>\n<div id="page3">\n{page.main}\n</div>\n<div id="ftr"><p>{esc(page.paper.rights)} <a href="/about">{self.word("關於", "About")}</a></p></div></body></html>\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """Art."""
        credit = f'<div class="artcredit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="artbox"><img src="{self.source(copy, picture)}" width="300" alt="" />{credit}<div class="artcaption">{esc(picture.caption)}</div></div>'

    def story(self, copy: Copy) -> str:
        """Kicker, headline, stamps, byline, text with a rail, line, rail."""
        pieces = self.blocks(copy)
        if len(pieces) > 3:
            pieces.insert(
                2,
                f'<div class="vidrail"><h6>{copy.say("影片", "Video")}</h6><a href="/video/1"><img src="/v.jpg" alt="" /></a></div>',
            )
        changed = copy.changed(
            f' <span class="bar">|</span> <span class="upd">{copy.say("更新", "Updated")}: {{}}</span>'
        )
        by = copy.signed('<h4 class="byl">{}</h4>\n')
        reach = (
            f'<p class="reach">{copy.say("聯絡記者，請電新聞部。", "Contact the newsroom by telephone or mail.")}</p>\n'
            if self.reach
            else ""
        )
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 5)
        return f'<div id="c1"><h6 class="kick"><a href="{copy.section_url}">{copy.section}</a></h6><h2 class="hed">{copy.title}</h2>\n<p class="stampline"><span class="pub">{copy.say("發布", "Published")}: {copy.day}</span>{changed}</p>\n{by}<div class="storytxt">\n{chr(10).join(pieces)}\n{reach}</div></div>\n<div id="c3"><h6>{copy.say("熱門", "Most viewed")}</h6><ol>{more}</ol></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Heads."""
        rows = "".join(
            f'<div class="hedrow"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="stampline">{self.day(c.published)}</p><p>{esc(c.summary)}</p></div>\n'
            for c in cards
        )
        return (
            f'<div id="c1"><h2 class="hed">{esc(heading)}</h2>{rows}'
            + (f'<a class="nx" href="{attr(older)}">{self.word("下頁", "Next")}</a>' if older else "")
            + "</div>"
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div id="c1"><h2 class="hed">{esc(heading)}</h2><div class="storytxt">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Ferrule,)
ADDRESSES: dict[str, Form] = {
    "ssf/section/id/story.html": Form(lambda p, a, _v: f"/ssf/{p.sections.get(a.section, 'news')}/{a.id}/story.html")
}
