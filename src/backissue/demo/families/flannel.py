"""A design to judge by: a regional daily of 2006 whose news come out of a small script that its pages include."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Bradawl(Freehand):
    """2006: a script's template between an include for the top and one for the foot: floats with ids, the headline in a bar, a line with face, writer, section, day and how many wrote back below it, short and full text in two boxes."""

    name = "bradawl"
    timed = True
    tagged = False

    def draw(self, rng: Random) -> None:
        """Whether short text stands apart, which order the line has, how it signs."""
        self.apart = rng.random() < 0.5
        self.day_first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand(
                "記者{a}",
                "記者{a}、{b}",
                placed="記者{a}／{p}報導",
                photo="記者{a}報導　{b}攝",
                role="記者",
                roles=("記者", "攝"),
            ),
            Hand("{a}", "{a} {b}"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} & {b}", placed="By {a} in {p}"))

    def day(self, t: datetime) -> str:
        """``08 Mar 2006 at 9:05 PM``; ``2006-03-08 21:05``."""
        return f"{t:%d} {MONTHS[t.month - 1][:3]} {t.year} at {clock(t)}" if self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """Header, a bar of tabs, left menu by float, the middle, the right with the archive by date, the foot."""
        paper = page.paper
        tabs = self.menu(
            paper, '<li{on}><a href="{url}"><span>{name}</span></a></li>', now=page.section, current=' id="current"'
        )
        months = "".join(f'<option value="{m}">{self.word(f"{m} 月", MONTHS[m - 1])}</option>' for m in range(1, 13))
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(paper.name)} - {esc(page.title)}</title>\n<link rel="stylesheet" type="text/css" href="/css/main.css" />\n<link rel="alternate" type="application/rss+xml" title="RSS" href="/rss.php" />\n</head>\n<body>\n<div id="wrapper">\n'
            f'<div id="head"><div id="logo"><a href="/"><img src="/img/logo.jpg" alt="{attr(paper.name)}" /></a></div><div id="adtop"><a href="/ads/click.php?id=3"><img src="/ads/468.gif" alt="" width="468" height="60" /></a></div></div>\n<div id="tabs"><ul>{tabs}</ul></div>\n'
            f'<div id="leftcol"><div class="menubox"><h4>{self.word("服務", "Services")}</h4><ul><li><a href="/weather.php">{self.word("天氣", "Weather")}</a></li><li><a href="/lotto.php">{self.word("開獎號碼", "Lotto")}</a></li><li><a href="/tv.php">{self.word("電視節目", "TV tonight")}</a></li></ul></div><div class="menubox"><h4>{self.word("民意調查", "Poll")}</h4><form action="/poll.php" method="post"><p>{self.word("你每日看幾份報？", "How many papers do you read a day?")}</p><input type="radio" name="v" value="1" />{self.word("一份", "One")}<br /><input type="radio" name="v" value="2" />{self.word("兩份以上", "Two or more")}<br /><input type="submit" value="{self.word("投票", "Vote")}" /></form></div></div>\n'
            f'<div id="midcol">\n{page.main}\n</div>\n<div id="rightcol"><div class="menubox"><h4>{self.word("舊聞查詢", "Archive")}</h4><form action="/archive.php"><select name="m">{months}</select> <input type="submit" value="{self.word("查", "Go")}" /></form></div><div class="menubox"><a href="/subscribe.php"><img src="/img/subs.gif" alt="{self.word("訂報專線", "Subscribe")}" /></a></div></div>\n<div id="foot">{esc(paper.rights)} | <a href="/contact.php">{self.word("聯絡我們", "Contact us")}</a> | <a href="/terms.php">{self.word("使用條款", "Terms")}</a></div>\n</div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """The script's own codes made into tags."""
        if block.kind == "h":
            return f'<div class="subtit">{spans(block.spans)}</div>'
        if block.kind == "quote":
            return f'<div class="quotebox">{spans(block.spans)}</div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box that floats, its words in a smaller one."""
        credit = f' <span class="foto">({esc(picture.credit)})</span>' if picture.credit else ""
        return f'<div class="imgbox" style="float:right;width:210px"><a href="javascript:popup(\'{self.source(copy, picture)}\')"><img src="{self.source(copy, picture)}" width="200" alt="" /></a><div class="imgcaption">{esc(picture.caption)}{credit}</div></div>'

    def story(self, copy: Copy) -> str:
        """A bar with the headline, the line, short text, full text, tools, other news, remarks."""
        pieces = self.blocks(copy)
        short = f'<div class="short_story">{pieces[0]}</div>\n' if self.apart else ""
        rest = "\n".join(pieces[1:] if self.apart else pieces)
        filed = f'<a href="{copy.section_url}">{copy.section}</a>'
        facts = [copy.signed('<span class="avtor">{}</span>'), filed, f"<em>{copy.day}</em>"]
        if self.day_first:
            facts = [facts[2], facts[1], facts[0]]
        line = " | ".join(
            filter(None, (*facts, f'<a href="#komm">{copy.say("回應", "Comments")} ({copy.article.index % 9})</a>'))
        )
        more = copy.others("<div class=`mininews`><a href=`{url}`>{title}</a> <span>{day}</span></div>\n", 5)
        said = copy.remarks('<div class="kommbox"><strong>{who}</strong> #{n} <em>{when}</em><div>{what}</div></div>\n')
        return (
            f'<div class="newstitle"><h2>{copy.title}</h2></div>\n<div class="newsinfo"><img src="/img/face.gif" alt="" width="14" /> {line}</div>\n<div class="newsbody">\n{short}<div class="full_story">{rest}</div>\n</div>\n<div class="newstools"><a href="/print.php?id={copy.article.id}">{copy.say("列印", "Print")}</a> <a href="/send.php?id={copy.article.id}">{copy.say("寄給朋友", "Send to a friend")}</a> <a href="#">{copy.say("字級", "Text size")}</a></div>\n'
            f'<div class="blocktitle">{copy.say("其他新聞", "Other news")}</div>\n{more}<a name="komm"></a><div class="blocktitle">{copy.say("讀者回應", "Reader comments")}</div>\n{said}<form method="post" action="/komm.php"><input name="name" /> <textarea name="text"></textarea><input type="submit" /></form>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Bars with short text, as on the front page."""
        rows = "\n".join(f'<div class="newstitle"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3></div><div class="newsinfo">{esc(c.section)} | <em>{self.day(c.published)}</em></div><div class="short_story">{esc(c.summary)} <a href="{attr(c.url)}">{self.word("詳全文", "Read more")} &raquo;</a></div>' for c in cards)  # fmt: skip
        more = (
            f'\n<div class="prevnext"><a href="{attr(older)}">&laquo; {self.word("前一頁", "Previous")}</a></div>'
            if older
            else ""
        )
        return f'<div class="blocktitle">{esc(heading)}</div>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the site's own."""
        return (
            f'<div class="blocktitle">{esc(heading)}</div>\n<div class="newsbody">'
            + "".join(f"<p>{esc(p)}</p>" for p in paragraphs)
            + "</div>"
        )


DESIGNS: tuple[type[Freehand], ...] = (Bradawl,)
ADDRESSES: dict[str, Form] = {
    "shownews.php?subaction": Form(lambda _p, a, _v: f"/shownews.php?subaction=showfull&id={a.id}"),
    "dd-mm-yyyy/slug.html": Form(lambda _p, a, _v: f"/{a.published:%d-%m-%Y}/{ascii_slug(a)}.html", has_id=False),
}
