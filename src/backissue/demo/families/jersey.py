"""A design to judge by: a local title of 2010 in the shared site of a group that owns two hundred."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Scythe(Freehand):
    """2010: a group's shared local site: hour before day in the first line, writer with a title and a mail address' link, a photo column, paragraphs bare in one division, comments with votes, notices of the group, a list of nearby titles."""

    name = "scythe"
    timed = stamped = True
    tagged = False

    def draw(self, rng: Random) -> None:
        """Whether the writer's line comes before the day's, how it signs."""
        self.by_first = rng.random() < 0.5
        self.hand = choose(rng, Hand("記者 {a}", "記者 {a}、{b}", role="記者"), Hand("{a}　報道", "{a}、{b}　報道"))
        self.hand_en = choose(
            rng, Hand("By {a}", "By {a} and {b}"), Hand("{a}, Chief Reporter", "{a} and {b}", role="Chief Reporter")
        )

    def day(self, t: datetime) -> str:
        """``9:05pm Monday 8th March 2010``; ``2010年3月8日 晚上9:05``."""
        if self.english:
            ending = "th" if 10 < t.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(t.day % 10, "th")
            return f"{clock(t, 'am', 'pm').replace(' ', '')} {DAYS[t.weekday()]} {t.day}{ending} {MONTHS[t.month - 1]} {t.year}"
        return f"{t.year}年{t.month}月{t.day}日 {'上午' if t.hour < 12 else '下午'}{t.hour % 12 or 12}:{t:%M}"

    def frame(self, page: Shell) -> str:
        """The group's bar, the title's banner, tabs, three columns, regulators' notice."""
        paper = page.paper
        menu = self.menu(paper, '<li><a href="{url}" title="{name}">{name}</a></li>')
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} (From {esc(paper.name)})</title>\n<link rel="stylesheet" type="text/css" href="/resources/css/default.css" />\n</head>\n<body>\n<div id="nq_net"><a href="http://jobs.group.example/">{self.word("求職", "Jobs")}</a> <a href="http://homes.group.example/">{self.word("置業", "Homes")}</a> <a href="http://cars.group.example/">{self.word("汽車", "Cars")}</a></div>\n<div id="nq_banner"><a href="/"><img src="/resources/images/masthead.gif" alt="{attr(paper.name)}" /></a></div>\n<ul id="nq_tabs">{menu}</ul>\n<div id="nq_cols">\n{page.main}\n<div id="nq_right"><div class="mpu"><img src="/ads/mpu.gif" alt="" /></div><h3>{self.word("鄰近報章", "Nearby titles")}</h3><ul><li><a href="http://east.group.example/">{self.word("東區報", "East Gazette")}</a></li></ul></div>\n</div>\n<div id="nq_foot"><p>{esc(paper.rights)} <a href="/about/">{self.word("關於本報", "About us")}</a></p><p>{self.word("本報遵守業界守則。", "We adhere to the editors’ code of practice.")}</p></div>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Bare tags."""
        if block.kind == "h":
            return f"<h4>{spans(block.spans)}</h4>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture with buy-a-photo below."""
        credit = f' <span class="nq_pby">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="nq_photo"><img src="{self.source(copy, picture)}" alt="" width="460" /><div class="nq_photocap">{esc(picture.caption)}{credit}</div><a class="nq_buy" href="/buyphotos">{self.word("購買相片", "Buy this photo")} &raquo;</a></div>'

    def story(self, copy: Copy) -> str:
        """Headline, lines, text, tools, comments, related."""
        by = copy.signed('<p class="nq_by"><a href="/contact">{}</a></p>\n')
        changed = copy.changed(f' <span class="nq_upd">({copy.say("更新", "updated")} {{}})</span>')
        when = f'<p class="nq_when">{copy.day}{changed}</p>\n'
        said = copy.remarks(
            '<div class="nq_comment"><p class="nq_cwho">{who} {copy} {when}</p><p>{what}</p><p class="nq_cscore">{n}</p></div>\n'.replace(
                "{copy}", copy.say("說：", "says...")
            )
        )
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 4)
        return f'<div id="nq_main"><p class="nq_crumb"><a href="/">{copy.say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a></p>\n<h1>{copy.title}</h1>\n{by if self.by_first else when}{when if self.by_first else by}<div id="nq_story">\n{chr(10).join(self.blocks(copy))}\n</div>\n<ul class="nq_tools"><li><a href="#">{copy.say("列印", "Print")}</a></li><li><a href="#">{copy.say("電郵", "Email")}</a></li><li><a href="#comments">{copy.say("留言", "Comments")} ({copy.article.index % 7})</a></li></ul>\n<h3>{copy.say("更多新聞", "More stories")}</h3><ul class="nq_more">{more}</ul>\n<a name="comments"></a><h3>{copy.say("讀者留言", "Comments")}</h3>\n{said}</div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers."""
        rows = "\n".join(
            f'<div class="nq_teaser"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="nq_when">{self.day(c.published)}</p><p>{esc(c.summary)}</p></div>'
            for c in cards
        )
        more = f'\n<p class="nq_pages"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></p>' if older else ""
        return f'<div id="nq_main"><h1>{esc(heading)}</h1>\n{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div id="nq_main"><h1>{esc(heading)}</h1><div id="nq_story">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Scythe,)
ADDRESSES: dict[str, Form] = {"news/id.slug/": Form(lambda _p, a, _v: f"/news/{a.id}.{ascii_slug(a)}/")}
