"""A design to judge by: a radio station's newsroom on the web, about 2012."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Spudger(Freehand):
    """2012: a station's newsroom: a player that stays, a box of facts at the right of the text with who, when and where filed, a slideshow of the pictures above it, a transcript's look, programmes and frequencies around."""

    name = "spudger"
    timed = True

    def draw(self, rng: Random) -> None:
        """Which facts come first, how it signs."""
        self.first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("記者 {a}", "記者 {a}、{b}", placed="記者 {a} {p}報道", role="記者"),
            Hand("{a}", "{a}、{b}", photo="{a}（文）　{b}（攝影）"),
            Hand("採訪：{a}", "採訪：{a}、{b}", photo="採訪：{a}　攝影：{b}", role="採訪", roles=("採訪", "攝影")),
        )
        self.hand_en = choose(
            rng,
            Hand("{a}", "{a} and {b}"),
            Hand("By {a}", "By {a} and {b}"),
            Hand("Reported by {a}", "Reported by {a} and {b}"),
        )

    def day(self, t: datetime) -> str:
        """``Thu 8 March 2012, 9:05 PM``; ``2012-03-08 (四) 21:05``."""
        if self.english:
            return f"{DAYS[t.weekday()][:3]} {t.day} {MONTHS[t.month - 1]} {t.year}, {clock(t)}"
        return f"{t:%Y-%m-%d} ({'一二三四五六日'[t.weekday()]}) {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """The station's head with its player, the page, programmes at the right, a foot."""
        name, word = esc(page.paper.name), self.word
        nav = self.menu(page.paper, '<li class="{on}"><a href="{url}">{name}</a></li>', now=page.section, current="sel")
        shows = "".join(f'<li><a href="/show/{n}"><b>{n + 6}:00</b> {word(zh, en)}</a></li>' for n, (zh, en) in enumerate((("早晨全城", "Morning, city"), ("午間新聞", "News at noon"), ("傍晚時事", "Drive home"))))  # fmt: skip
        return f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} :: {name}</title>\n<link rel="stylesheet" href="/c/main.css">\n</head>\n<body>\n<div id="player"><span class="onair">{word("直播中", "On air")}</span> <a href="/listen">{word("收聽", "Listen live")}</a> FM 97.8</div>\n<div id="hd"><a id="brand" href="/">{name}</a><ul id="nav">{nav}</ul></div>\n<div id="cols">\n<div id="c1">\n{page.main}\n</div>\n<div id="c2"><div class="widget"><h5>{word("今日節目", "On today")}</h5><ul>{shows}</ul></div><div class="widget"><h5>{word("聽眾熱線", "Phone in")}</h5><p>2345 6789</p></div></div>\n</div>\n<div id="ft"><p>{esc(page.paper.rights)}</p><p><a href="/about">{word("關於本台", "About the station")}</a></p></div>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs in divs, headings in bold, quotes with who speaks."""
        if block.kind == "p":
            return f'<div class="para">{spans(block.spans)}</div>'
        if block.kind == "h":
            return f'<div class="para"><strong class="sub">{spans(block.spans)}</strong></div>'
        if block.kind == "quote":
            return f'<blockquote class="clip"><span class="mark">&#9835;</span> {spans(block.spans)}</blockquote>'
        if block.kind == "note":
            return f'<div class="para small"><i>{spans(block.spans)}</i></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A slide."""
        credit = f'<span class="by">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<li class="slide"><img src="{self.source(copy, picture)}" width="620" alt=""><div class="legend"><span class="txt">{esc(picture.caption)}</span>{credit}</div></li>'

    def story(self, copy: Copy) -> str:
        """Slides, headline, facts, text."""
        made = list(zip(copy.version.blocks, self.blocks(copy), strict=True))
        slides = "".join(html for block, html in made if block.picture)
        slides = f'<ul class="slides">{slides}</ul>\n' if slides else ""
        text = "\n".join(html for block, html in made if not block.picture)
        by = copy.signed(f'<dt>{copy.say("報道", "Reporter")}</dt><dd class="who">{{}}</dd>')
        when = f'<dt>{copy.say("時間", "Aired")}</dt><dd class="when">{copy.day}</dd>'
        tags = copy.tags('<a href="{url}">{tag}</a>', " / ")
        tags = f'<dt>{copy.say("話題", "Topics")}</dt><dd class="topics">{tags}</dd>' if tags else ""
        desk = (
            f'<dt>{copy.say("欄目", "Desk")}</dt><dd class="desk"><a href="{copy.section_url}">{copy.section}</a></dd>'
        )
        facts = f"{by}{when}{desk}{tags}" if self.first else f"{when}{desk}{by}{tags}"
        more = copy.others("<li><a href=`{url}`>{title}</a> <small>{day}</small></li>", 4)
        remarks = copy.remarks('<div class="call"><b>{who}</b><p>{what}</p><small>{when}</small></div>')
        return f'{slides}<h1>{copy.title}</h1>\n<div class="bar"><a href="#mp3">&#9654; {copy.say("收聽這則", "Hear this story")} (1:{copy.article.index % 50 + 10})</a> <a href="#" onclick="print()">{copy.say("列印", "Print")}</a></div>\n<div class="body"><dl class="facts">{facts}</dl>\n{text}\n</div>\n<div class="more"><h5>{copy.say("更多", "More")}</h5><ul>{more}</ul></div>\n<div class="calls"><h5>{copy.say("聽眾留言", "Listeners say")}</h5>{remarks}</div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows with the hour."""
        rows = "\n".join(f'<div class="row"><span class="when">{self.day(c.published)}</span><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><div>{esc(c.summary)}</div></div>' for c in cards)  # fmt: skip
        more = f'\n<a class="next" href="{attr(older)}">{self.word("更早", "Earlier")}</a>' if older else ""
        return f'<h2 class="deskname">{esc(heading)}</h2>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<h1>{esc(heading)}</h1><div class="body">{"".join(f"<div class=para>{esc(p)}</div>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Spudger,)
ADDRESSES: dict[str, Form] = {"newsroom?item": Form(lambda _p, a, _v: f"/newsroom?item={a.id}")}
