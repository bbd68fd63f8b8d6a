"""A design to judge by: an alternative weekly of 2011 on a publishing system of channels and entries."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Gimlet(Freehand):
    """2011: an alternative weekly: a flag over the headline with the column it ran in, a deck of who and the issue's date between two hairlines, a big first letter, keywords and letters to the editor below, listings and ads for concerts at the right."""

    name = "gimlet"

    def draw(self, rng: Random) -> None:
        """How the deck is ordered, whether the first letter is big, where keywords stand, how it signs."""
        self.when_first = rng.random() < 0.5
        self.big = rng.random() < 0.5
        self.words_above = rng.random() < 0.3
        self.hand = choose(
            rng,
            Hand("撰文：{a}", "撰文：{a}、{b}", photo="撰文：{a}　攝影：{b}", role="撰文", roles=("撰文", "攝影")),
            Hand("文｜{a}", "文｜{a}、{b}", photo="文｜{a}　圖｜{b}", role="文", roles=("文", "圖")),
        )
        self.hand_en = choose(rng, Hand("by {a}", "by {a} and {b}"), Hand("By {a}", "By {a} & {b}"))

    def day(self, t: datetime) -> str:
        """``March 08, 2011``; ``2011.03.08``."""
        return f"{MONTHS[t.month - 1]} {t.day:02d}, {t.year}" if self.english else f"{t:%Y.%m.%d}"

    def frame(self, page: Shell) -> str:
        """A leaderboard, the masthead with the issue's cover, a menu with two rows, content and rail."""
        paper = page.paper
        menu = self.menu(paper, '<li class="nav-{name}"><a href="{url}">{name}</a></li>', "\n")
        best = "".join(f"<li>{w}</li>" for w in (self.word("周五：碼頭演唱", "Fri: Songs on the pier"), self.word("周六：短片之夜", "Sat: Short films"), self.word("周日：舊物市集", "Sun: Flea market")))  # fmt: skip
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} :: {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/themes/site_themes/weekly/screen.css" type="text/css" media="screen, projection" />\n</head>\n<body id="{"entry" if page.is_story else "index"}">\n<div id="leaderboard"><a href="/ads/r/22"><img src="/images/ads/gig-728.jpg" width="728" height="90" alt="" /></a></div>\n<div id="page">\n'
            f'<div id="masthead"><a id="flag" href="/">{esc(paper.name)}</a><div id="thisweek"><a href="/issue"><img src="/images/covers/this.jpg" width="70" alt="{self.word("本期封面", "This week’s cover")}" /></a><p>{self.word("每周四免費派發", "Free every Thursday")}</p></div></div>\n<ul id="nav">\n{menu}\n</ul>\n<ul id="subnav"><li><a href="/calendar">{self.word("活動", "Calendar")}</a></li><li><a href="/eat">{self.word("搵食", "Eat")}</a></li><li><a href="/adult">{self.word("分類廣告", "Classifieds")}</a></li></ul>\n'
            f'<div id="columns">\n{page.main}\n<div id="rail"><div class="module"><h4>{self.word("本周好去處", "Best bets")}</h4><ul>{best}</ul></div><div class="module ad"><img src="/images/ads/records-300.jpg" width="300" height="250" alt="" /></div><div class="module"><h4>{self.word("電郵周報", "The weekly e-mail")}</h4><form action="/?ACT=12" method="post"><input type="text" name="email" /><input type="submit" value="{self.word("訂閱", "Sign up")}" /></form></div></div>\n</div>\n'
            f'<div id="colophon"><p>{esc(paper.rights)} {self.word("轉載請先查詢。", "Ask before you reprint.")}</p><p><a href="/about">{self.word("關於", "About")}</a> <a href="/staff">{self.word("職員", "Staff")}</a> <a href="/distribution">{self.word("派發點", "Where to find us")}</a></p></div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A description and a picture for sharing."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta property="og:image" content="http://{copy.paper.home}/images/fb.png" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Subheads in a paragraph's bold, pull quotes, films in a box."""
        if block.kind == "h":
            return f'<p class="subhead"><strong>{spans(block.spans)}</strong></p>'
        if block.kind == "embed":
            return f'<div class="videobox"><object width="480" height="295"><param name="movie" value="{attr(block.url)}" /><embed src="{attr(block.url)}" type="application/x-shockwave-flash" width="480" height="295"></embed></object></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box with credit above its words, as the print layout has it."""
        credit = f'<span class="photocredit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="art"><img src="{self.source(copy, picture)}" alt="" width="480" />{credit}<span class="cutline">{esc(picture.caption)}</span></div>'

    def story(self, copy: Copy) -> str:
        """Flag, headline, deck, text, tools, keywords, more of the column, letters."""
        who = copy.signed('<span class="who">{}</span>')
        when = f'<span class="when">{copy.day}</span>'
        deck = " <span>&#9830;</span> ".join(filter(None, (when, who) if self.when_first else (who, when)))
        pieces = self.blocks(copy)
        if self.big and pieces and pieces[0].startswith("<p>"):
            pieces[0] = f'<p class="dropcap">{pieces[0][3:]}'
        words = copy.tags("<a href=`{url}`>{tag}</a>", ", ")
        words = f'<p id="keywords">{copy.say("關鍵字", "Keywords")}: {words}</p>\n' if words else ""
        more = copy.others("<dt><a href=`{url}`>{title}</a></dt><dd>{lead}</dd>", 3)
        said = copy.remarks('<div class="letter"><p>{what}</p><p class="letter-by">&mdash; {who}, {when}</p></div>\n')
        return (
            f'<div id="content">\n<p class="flag"><a href="{copy.section_url}">{copy.section}</a></p>\n<h1>{copy.title}</h1>\n<div class="deck">{deck}</div>\n{words if self.words_above else ""}<div class="tools"><a href="/print/{copy.article.id}">{copy.say("列印版", "Print")}</a> <a href="/tell/{copy.article.id}">{copy.say("轉寄", "E-mail")}</a> <a class="fb" href="http://social.example/share?u={attr(copy.url)}">{copy.say("分享", "Share")}</a></div>\n<div id="copy">\n'
            + "\n".join(pieces)
            + f'\n</div>\n{"" if self.words_above else words}<div id="more"><h3>{copy.say("同欄文章", "More from this section")}</h3><dl>{more}</dl></div>\n<div id="letters"><h3>{copy.say("讀者來信", "Letters")}</h3>\n{said}<p><a href="/letters">{copy.say("寫信給編輯", "Write to the editor")}</a></p></div>\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Entries with flag, headline, deck and a summary."""
        rows = "\n".join(f'<div class="entry"><p class="flag">{esc(c.section)}</p><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="deck"><span class="who">{esc(c.author)}</span> <span>&#9830;</span> <span class="when">{self.day(c.published)}</span></div><p>{esc(c.summary)}</p></div>' for c in cards)  # fmt: skip
        more = (
            f'\n<p class="paginate"><a href="{attr(older)}">{self.word("較舊", "Older")} &rsaquo;</a></p>'
            if older
            else ""
        )
        return f'<div id="content"><h1 class="section">{esc(heading)}</h1>\n{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page."""
        return f'<div id="content"><h1>{esc(heading)}</h1><div id="copy">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Gimlet,)
ADDRESSES: dict[str, Form] = {
    "weekly/comments/slug": Form(
        lambda _p, a, _v: f"/weekly/comments/{ascii_slug(a).replace('-', '_')}/", has_id=False
    ),
    "section/article/id": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/article-{a.id}/"),
}
