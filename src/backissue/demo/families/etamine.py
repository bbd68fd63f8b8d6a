"""A design to judge by: a national daily of 2013 whose pages tell the first and the last hour in full."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Chisel(Freehand):
    """2013: a big daily's own system: reporter and bureau in capitals over two stamps with weekdays, an ad box that floats, paragraphs in one division with the related links pushed between, a strip of key words, comments by a service."""

    name = "chisel"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """What the stamps are called, how it signs."""
        self.first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", placed="{a}（{p}）"),
            Hand("本報記者　{a}", "本報記者　{a}、{b}", role="本報記者"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("Reported by {a}", "Reported by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``Fri, Mar 08 2013. 09:05 PM``; ``2013年3月8日（星期五）21:05``."""
        if self.english:
            return f"{DAYS[t.weekday()][:3]}, {MONTHS[t.month - 1][:3]} {t.day:02d} {t.year}. {t.hour % 12 or 12:02d}:{t:%M} {'AM' if t.hour < 12 else 'PM'}"
        return f"{t.year}年{t.month}月{t.day}日（星期{DAYS_ZH[t.weekday()]}）{t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """Ticker, masthead with ears, two navs, three columns, a fat foot."""
        paper = page.paper
        menu = self.menu(paper, '<li><a href="{url}" class="nv">{name}</a></li>')
        return f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} - {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/css/daily.css">\n</head>\n<body>\n<div class="tickr"><b>{self.word("股市", "Markets")}</b> 18,204.11 <span class="up">+0.4%</span></div>\n<div class="mastx"><div class="ear"><img src="/ads/ear1.gif" alt=""></div><a class="nameplate" href="/">{esc(paper.name)}</a><div class="ear"><img src="/ads/ear2.gif" alt=""></div></div>\n<ul class="nav1">{menu}</ul>\n<ul class="nav2"><li><a href="/epaper">{self.word("電子報", "E-paper")}</a></li><li><a href="/photos">{self.word("圖輯", "Photos")}</a></li><li><a href="/jobs">{self.word("求職", "Jobs")}</a></li></ul>\n<div class="body3">\n{page.main}\n</div>\n<div class="fat"><ul>{menu}</ul><p>{esc(paper.rights)} <a href="/about">{self.word("關於本報", "About us")}</a> <a href="/grievance">{self.word("投訴", "Grievances")}</a></p></div>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """Names for crawlers."""
        return f'<meta name="description" content="{attr(copy.lead)}">\n<meta name="news_keywords" content="{attr(", ".join(copy.said.tags or ()))}">\n<link rel="canonical" href="{attr(copy.url)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Plain, headings bold in a paragraph."""
        if block.kind == "h":
            return f"<p><b>{spans(block.spans)}</b></p>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box with the words on grey."""
        credit = f'<div class="pix-by">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="pix"><img src="{self.source(copy, picture)}" alt="" width="550"><div class="pix-words">{esc(picture.caption)}</div>{credit}</div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, reporter, stamps, text with links among it, key words, comments, column."""
        pieces = self.blocks(copy)
        if len(pieces) > 4:
            pieces.insert(
                3,
                f'<div class="seealso"><h6>{copy.say("另見", "See also")}</h6>{copy.others("<p><a href=`{url}`>{title}</a></p>", 2, skip=1)}</div>',
            )
        by = copy.signed('<div class="rep">{}</div>\n')
        word = copy.say("首次發布", "First Published") if self.first else copy.say("發布", "Published")
        changed = copy.changed(f' <span class="st2">{copy.say("最後更新", "Last Updated")}: {{}}</span>')
        keys = copy.tags("<a href=`{url}`>{tag}</a>", ", ")
        keys = f'<div class="keys"><b>{copy.say("關鍵詞", "Key words")}:</b> {keys}</div>\n' if keys else ""
        top = copy.others("<li><a href=`{url}`>{title}</a></li>", 5)
        return f'<div class="c1"><div class="cr"><a href="/">{copy.say("首頁", "Home")}</a> &raquo; <a href="{copy.section_url}">{copy.section}</a></div>\n<h1 class="hl">{copy.title}</h1>\n{by}<div class="stamps"><span class="st1">{word}: {copy.day}</span>{changed}</div>\n<div class="soc"><a href="#">{copy.say("分享", "Share")}</a> <a href="#">{copy.say("電郵", "Email")}</a> <a href="#">A+</a> <a href="#">A-</a></div>\n<div class="sttext">\n<div class="adfl"><img src="/ads/250.gif" alt=""></div>\n{chr(10).join(pieces)}\n</div>\n{keys}<div id="disq"><noscript>{copy.say("請開啟腳本以閱讀留言", "Enable scripts to read comments")}</noscript></div></div>\n<div class="c2"><h4>{copy.say("最多人讀", "Most read")}</h4><ol>{top}</ol></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with stamps."""
        rows = "\n".join(
            f'<div class="hlrow"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><span class="st1">{self.day(c.published)}</span><p>{esc(c.summary)}</p></div>'
            for c in cards
        )
        more = f'\n<a class="mor" href="{attr(older)}">{self.word("更多新聞", "More stories")}</a>' if older else ""
        return f'<div class="c1"><h1 class="sec">{esc(heading)}</h1>\n{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div class="c1"><h1 class="hl">{esc(heading)}</h1><div class="sttext">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Chisel,)
ADDRESSES: dict[str, Form] = {
    "section/story-slug-id.html": Form(
        lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/story-{ascii_slug(a)}-{a.id}.html"
    )
}
