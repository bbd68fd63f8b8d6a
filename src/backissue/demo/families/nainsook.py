"""A design to judge by: a village paper of 2001, written by hand in a plain editor."""

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


class Burnisher(Freehand):
    """2001: a village paper by hand: no class at all, rules between the parts, a line of page and day in italics, the headline in the middle, who wrote at the right, pictures in the middle with their words below, a guestbook and a counter."""

    name = "burnisher"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Where the signature stands, how it signs."""
        self.end = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("本刊記者：{a}", "本刊記者：{a}、{b}", role="記者"),
            Hand("{a}　撰", "{a}、{b}　撰", role="撰"),
            Hand("文：{a}", "文：{a}、{b}", photo="文：{a}　圖：{b}", role="文", roles=("文", "圖")),
        )
        self.hand_en = choose(
            rng,
            Hand("by {a}", "by {a} and {b}"),
            Hand("{a}", "{a} and {b}"),
            Hand("by {a}", "by {a} & {b}", placed="by {a}, in {p}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8th, 2001``; ``二〇〇一年三月八日``."""
        if self.english:
            ending = "th" if 10 < t.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(t.day % 10, "th")
            return f"{MONTHS[t.month - 1]} {t.day}{ending}, {t.year}"
        digits = "〇一二三四五六七八九"
        tens = ("", "十", "二十", "三十")
        return f"{''.join(digits[int(c)] for c in str(t.year))}年{tens[t.month // 10]}{digits[t.month % 10] if t.month % 10 else ''}月{tens[t.day // 10]}{digits[t.day % 10] if t.day % 10 else ''}日"

    def frame(self, page: Shell) -> str:
        """A name in the middle, links, the page, a counter."""
        name, word = esc(page.paper.name), self.word
        links = self.menu(page.paper, '<a href="{url}">{name}</a>', " | ")
        return f'<html>\n<head>\n{heads(page.charset, old=True)}\n<title>{name}: {esc(page.title)}</title>\n<meta name="GENERATOR" content="Notepad">\n</head>\n<body bgcolor="#fffff0" text="#000000">\n<center><img src="/gif/banner.gif" alt="{name}"><br>\n<small>[ {links} ]</small></center>\n<hr>\n{page.main}\n<hr>\n<center><small><a href="/index.html">{word("回首頁", "Home")}</a> - <a href="/guestbook.html">{word("留言簿", "Guestbook")}</a> - <a href="/about.html">{word("關於本刊", "About us")}</a><br>{esc(page.paper.rights)}<br>{word("你是第", "You are visitor no.")} <img src="/cgi-bin/counter.gif"></small></center>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs that are never closed."""
        if block.kind == "p":
            return f"<p>{spans(block.spans)}"
        if block.kind == "h":
            return f"<p><b><u>{spans(block.spans)}</u></b>"
        if block.kind == "quote":
            return f"<dl><dd><i>{spans(block.spans)}</i></dl>"
        if block.kind == "note":
            return f"<p><small>{spans(block.spans)}</small>"
        if block.kind == "table":
            rows = "".join(f"<tr>{''.join(f'<td>{esc(c)}' for c in row)}" for row in block.rows)
            return f"<table border=1>{rows}</table>"
        if block.kind == "embed":
            return f'<p><embed src="{attr(block.url)}" width="320" height="240">'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """In the middle, its words below."""
        credit = f" ({esc(picture.credit)})" if picture.credit else ""
        return f'<p align="center"><img src="{self.source(copy, picture)}" border="1"><br><small>{esc(picture.caption)}{credit}</small></p>'

    def story(self, copy: Copy) -> str:
        """The line, the headline, who wrote, the text, other pieces."""
        by = copy.signed('<p align="right">{}</p>\n')
        text = "\n".join(self.blocks(copy))
        more = copy.others("<li><a href=`{url}`>{title}</a>", 4)
        talk = copy.remarks("<p><b>{who}</b>: {what} <small>({when})</small>")
        return f'<p><i><a href="{copy.section_url}">{copy.section}</a>, {copy.day}</i></p>\n<h2 align="center">{copy.title}</h2>\n{"" if self.end else by}{text}\n{by if self.end else ""}<hr width="50%">\n<h4>{copy.say("本期其他", "Also in these pages")}</h4>\n<ul>{more}</ul>\n<h4>{copy.say("讀者留言", "From the guestbook")}</h4>\n{talk}'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list with days."""
        rows = "\n".join(f'<li><a href="{attr(c.url)}">{esc(c.title)}</a> ({self.day(c.published)})<br>{esc(c.summary)}' for c in cards)  # fmt: skip
        more = f'\n<p><a href="{attr(older)}">{self.word("更早的", "Earlier")}</a>' if older else ""
        return f'<h2 align="center">{esc(heading)}</h2>\n<ul>\n{rows}\n</ul>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<h2 align="center">{esc(heading)}</h2>{"".join(f"<p>{esc(p)}" for p in paragraphs)}'


DESIGNS: tuple[type[Freehand], ...] = (Burnisher,)
ADDRESSES: dict[str, Form] = {
    "yymm/sec-id.html": Form(lambda p, a, _v: f"/{a.published:%y%m}/{p.sections.get(a.section, 'news')[:3]}{a.id}.html")
}
