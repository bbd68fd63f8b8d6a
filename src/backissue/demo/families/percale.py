"""A design to judge by: a regional daily of 2009 on a content engine that serves a country's press."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Penknife(Freehand):
    """2009: a content engine's widgets: a lead-in under the headline, publication and change as terms of a list, writer at the right of the picture's row, fact boxes that float, tags as related subjects, an ad between every few paragraphs."""

    name = "penknife"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the list of hours stands, after how many paragraphs the ad, how it signs."""
        self.below = rng.random() < 0.5
        self.ad = 2 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", placed="{a}（{p}）"),
            Hand("撰文 {a}", "撰文 {a}、{b}", photo="撰文 {a}　攝影 {b}", role="撰文", roles=("撰文", "攝影")),
        )
        self.hand_en = choose(
            rng,
            Hand("{a}", "{a} and {b}", placed="{a}, {p}"),
            Hand("Text: {a}", "Text: {a} and {b}", photo="Text: {a} Photo: {b}", roles=("Text", "Photo")),
        )

    def day(self, t: datetime) -> str:
        """``08.03.2009 21:05``; ``2009.03.08 21:05``."""
        return f"{t:%d.%m.%Y %H:%M}" if self.english else f"{t:%Y.%m.%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A skyscraper, top bar, banner, menu, the row of columns, a sitemap for a foot."""
        paper = page.paper
        menu = self.menu(
            paper, '<li class="{on}"><a href="{url}"><span>{name}</span></a></li>', now=page.section, current="selected"
        )
        sites = self.menu(paper, '<li><a href="{url}">{name}</a></li>')
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(page.section or self.word("新聞", "News"))} - {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/skins/publication/regional/gfx/skin.css" />\n</head>\n<body class="area_main">\n<div id="skyscraper"><script type="text/javascript">ad("sky");</script></div>\n<div id="pageContainer">\n<div id="topBar"><span id="clock"></span> <a href="/rss">RSS</a> <a href="/mobil">{self.word("手機版", "Mobile")}</a></div>\n<div id="header"><a href="/"><img src="/skins/publication/regional/gfx/logo.png" alt="{attr(paper.name)}" /></a></div>\n<div id="navigation"><ul>{menu}</ul></div>\n<div id="bodyContainer">\n{page.main}\n</div>\n'
            f'<div id="footer"><ul class="sitemap">{sites}</ul><p>{esc(paper.rights)} {self.word("總編輯室電郵", "Newsroom")}: <a href="mailto:desk@{paper.host}">desk@{paper.host}</a> <a href="/about">{self.word("關於", "About us")}</a></p></div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Names of the engine's."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{attr(", ".join((copy.paper.name, *(copy.said.tags or ()))))}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The engine's fields."""
        if block.kind == "h":
            return f'<h3 class="bodyHeading">{spans(block.spans)}</h3>'
        if block.kind == "ul":
            return f'<div class="factBox"><ul>{"".join(f"<li>{esc(i)}</li>" for i in block.items)}</ul></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A teaser's picture with credit first, then its words."""
        credit = f'<p class="byline">{esc(picture.credit)}</p>' if picture.credit else ""
        return f'<div class="articlePicture w380"><img src="{self.source(copy, picture)}" alt="" />{credit}<p class="caption">{esc(picture.caption)}</p></div>'

    def story(self, copy: Copy) -> str:
        """Headline, hours, writer, text with ads, subjects, tools, remarks, column of lists."""
        pieces = self.blocks(copy)
        if len(pieces) > self.ad:
            pieces.insert(
                self.ad,
                f'<div class="articleAd"><span>{copy.say("廣告", "Advertisement")}</span><script type="text/javascript">ad("board");</script></div>',
            )
        changed = copy.changed(f"<dt>{copy.say('更新', 'Updated')}</dt><dd>{{}}</dd>")
        hours = f'<dl class="dates"><dt>{copy.say("發布", "Published")}</dt><dd>{copy.day}</dd>{changed}</dl>\n'
        by = copy.signed('<div class="authorBox"><p class="author">{}</p></div>\n')
        subjects = copy.tags("<li><a href=`{url}`>{tag}</a></li>")
        subjects = (
            f'<div class="subjects"><h4>{copy.say("相關主題", "Related subjects")}</h4><ul>{subjects}</ul></div>\n'
            if subjects
            else ""
        )
        latest = copy.others("<li><span class=`time`>{day}</span> <a href=`{url}`>{title}</a></li>", 4)
        read = copy.others("<li><a href=`{url}`>{title}</a></li>", 4, skip=2)
        said = copy.remarks(
            '<div class="comment"><h5>{who}</h5><span class="commentDate">{when}</span><p>{what}</p></div>\n'
        )
        return (
            f'<div id="mainColumn"><div class="article" id="article-{copy.article.id}">\n<p class="sectionHeader"><a href="{copy.section_url}">{copy.section}</a></p>\n<h1>{copy.title}</h1>\n{"" if self.below else hours}{by}<div class="articleTools"><a href="#">{copy.say("列印", "Print")}</a> <a href="#">{copy.say("推薦", "Tip a friend")}</a></div>\n<div class="bodyText">\n'
            + "\n".join(pieces)
            + f'\n</div>\n{hours if self.below else ""}{subjects}</div>\n<div class="comments"><h4>{copy.say("讀者留言", "Readers say")}</h4>\n{said}</div></div>\n<div id="rightColumn"><div class="list latest"><h4>{copy.say("最新", "Latest")}</h4><ul>{latest}</ul></div><div class="list mostRead"><h4>{copy.say("最多人看", "Most read")}</h4><ol>{read}</ol></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers."""
        rows = "\n".join(f'<div class="teaser"><p class="supertitle">{esc(c.section)}</p><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="leadtext">{esc(c.summary)} <span class="time">{self.day(c.published)}</span></p></div>' for c in cards)  # fmt: skip
        more = f'\n<p class="pager"><a href="{attr(older)}">{self.word("更早新聞", "Earlier")}</a></p>' if older else ""
        return f'<div id="mainColumn"><h1>{esc(heading)}</h1>\n{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """An information page."""
        return f'<div id="mainColumn"><h1>{esc(heading)}</h1><div class="bodyText">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Penknife,)
ADDRESSES: dict[str, Form] = {
    "section/slug-1.id": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/{ascii_slug(a)}-1.{a.id}"),
}
