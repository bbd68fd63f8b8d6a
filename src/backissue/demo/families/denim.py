"""A design to judge by: a small paper's pages of 2000, made in a page editor with borders that all pages share."""

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


class Adze(Freehand):
    """2000: a page editor's shared borders: a navigation bar made by a robot, a horizontal line that is a picture, who wrote it and the day in one paragraph in the middle, a stamp of the last edit at the foot."""

    name = "adze"
    stamped = True
    stamp_timed = False
    tagged = False

    def draw(self, rng: Random) -> None:
        """Whether the line says the weekday, how it signs, whether small capitals open the text."""
        self.weekday = rng.random() < 0.5
        self.theme = choose(rng, ("#FFFFCC", "#663300"), ("#FFFFFF", "#000080"), ("#E6E6FA", "#4B0082"))
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", photo="{a}／文　{b}／攝影"),
            Hand("本報記者{a}", "本報記者{a}、{b}", placed="本報記者{a}　{p}報導", role="本報記者"),
        )
        self.hand_en = choose(rng, Hand("By {a}", "By {a} and {b}"), Hand("by {a}, staff writer", "by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``Friday, March 8, 2000``; ``2000年3月8日　星期五``."""
        if self.english:
            return f"{DAYS[t.weekday()] + ', ' if self.weekday else ''}{MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日" + (f"　星期{DAYS_ZH[t.weekday()]}" if self.weekday else "")

    def stamp(self, t: datetime) -> str:
        """``03/09/00``; ``2000/03/09``."""
        return f"{t:%m/%d/%Y}" if self.english else f"{t:%Y/%m/%d}"

    def frame(self, page: Shell) -> str:
        """A top border with a banner, a left border with the bar of links, a bottom border with who minds the pages."""
        paper, (ground, ink) = page.paper, self.theme
        bar = self.menu(paper, '[&nbsp;<a href="{url}">{name}</a>&nbsp;]<br>')
        return (
            f'<html>\n\n<head>\n{heads(page.charset, old=True)}\n<meta name="GENERATOR" content="Page Editor 4.0">\n<title>{esc(page.title)}</title>\n<meta name="Theme" content="bars 011">\n</head>\n\n<body bgcolor="{ground}" text="#000000" link="{ink}" background="_themes/bars/back.gif">\n'
            f'<!--bot bot="TopBorder"--><table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td>\n<p align="center"><font size="6" color="{ink}"><strong><img src="_derived/banner.gif" width="600" height="60" border="0" alt="{attr(paper.name)}"></strong></font><br>\n<nobr>[&nbsp;<a href="/">{self.word("首頁", "Home")}</a>&nbsp;]</nobr> <nobr>[&nbsp;<a href="/guest.htm">{self.word("留言簿", "Guest Book")}</a>&nbsp;]</nobr> <nobr>[&nbsp;<a href="/ads.htm">{self.word("廣告價目", "Ad Rates")}</a>&nbsp;]</nobr></p>\n</td></tr></table>\n'
            f'<table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td valign="top" width="1%"><p>{bar}</p>\n<p>&nbsp;</p>\n<p><a href="http://weather.example/"><img src="images/weather.gif" width="88" height="31" border="0" alt="{self.word("天氣", "Weather")}"></a></p>\n</td><td valign="top" width="24"></td><td valign="top">\n{page.main}\n</td></tr></table>\n'
            f'<table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td>\n<p><img src="_themes/bars/rule.gif" width="600" height="10" alt=""></p>\n<h5>{self.word("本網站如有問題或意見，請寄信至", "Send mail to")} <a href="mailto:webmaster@{paper.host}">webmaster@{paper.host}</a> {self.word("。", "with questions or comments about this web site.")}<br>\n{esc(paper.rights)}</h5>\n</td></tr></table>\n</body>\n\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """What the editor writes: bold centred headings, indented quotations, bordered tables."""
        if block.kind == "h":
            return f'<p align="center"><strong><font color="{self.theme[1]}">{spans(block.spans)}</font></strong></p>'
        if block.kind == "quote":
            return f"<blockquote>\n  <p><em>{spans(block.spans)}</em></p>\n</blockquote>"
        if block.kind == "table":
            rows = "\n".join("  <tr>\n" + "\n".join(f'    <td width="{100 // len(row)}%">{esc(c)}</td>' for c in row) + "\n  </tr>" for row in block.rows)  # fmt: skip
            return f'<table border="1" width="100%">\n{rows}\n</table>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table in the middle, the picture over its words in italics."""
        credit = f"<br>\n    <small>{esc(picture.credit)}</small>" if picture.credit else ""
        return f'<div align="center"><center>\n<table border="0" cellpadding="2" width="280">\n  <tr>\n    <td><img src="{self.source(copy, picture)}" width="270" height="190" alt=""></td>\n  </tr>\n  <tr>\n    <td><em>{esc(picture.caption)}</em>{credit}</td>\n  </tr>\n</table>\n</center></div>'

    def story(self, copy: Copy) -> str:
        """Section, headline, one line in the middle, the rule, the text, back to the list, the stamp."""
        line = "<br>\n".join(filter(None, (copy.by, copy.day)))
        changed = copy.changed(
            f'<p><font size="1">{copy.say("本頁最後編修於", "This page was last edited on")} {{}}</font></p>'
        )
        more = copy.others("  <li><a href=`{url}`>{title}</a></li>\n", 4)
        return (
            f'<h3><a href="{copy.section_url}">{copy.section}</a></h3>\n\n<h1 align="center"><font color="{self.theme[1]}">{copy.title}</font></h1>\n\n<p align="center">{line}</p>\n\n<p align="center"><img src="_themes/bars/rule.gif" width="600" height="10" alt=""></p>\n\n'
            + "\n\n".join(self.blocks(copy))
            + f'\n\n<hr>\n\n<p><strong>{copy.say("本期其他新聞", "Also in this issue")}</strong></p>\n\n<ul>\n{more}</ul>\n\n<p align="center"><a href="#top">{copy.say("回頁首", "Back to top")}</a></p>\n{changed}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Lines with a bullet that is a picture."""
        rows = "\n".join(f'<p><img src="_themes/bars/bullet.gif" width="12" height="12" alt="*"> <a href="{attr(c.url)}">{esc(c.title)}</a> <small>({self.day(c.published)})</small><br>\n{esc(c.summary)}</p>' for c in cards)  # fmt: skip
        more = (
            f'\n<p align="right"><a href="{attr(older)}">{self.word("過期新聞", "Older stories")}</a></p>'
            if older
            else ""
        )
        return f'<h1 align="center">{esc(heading)}</h1>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of paragraphs."""
        return f'<h1 align="center">{esc(heading)}</h1>\n' + "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)


DESIGNS: tuple[type[Freehand], ...] = (Adze,)
ADDRESSES: dict[str, Form] = {"news/yymm/n_id.htm": Form(lambda _p, a, _v: f"/news/{a.published:%y%m}/n_{a.id}.htm")}
