"""A design to judge by: a news site of 2015 with data for machines in every tag."""

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


class Bellows(Freehand):
    """2015: attributes in every tag: a definition list of dates in the header, a writer's block with face and handle at the top of the story's own element, paragraphs with numbers, a live strip above."""

    name = "bellows"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether the writer's block stands within the text, how it signs."""
        self.within = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("報道：{a}", "報道：{a}、{b}", role="報道"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``21:05, 8 March 2015``; ``2015年3月8日 21時05分``."""
        return (
            f"{t:%H:%M}, {t.day} {MONTHS[t.month - 1]} {t.year}"
            if self.english
            else f"{t.year}年{t.month}月{t.day}日 {t:%H}時{t:%M}分"
        )

    def frame(self, page: Shell) -> str:
        """A live strip, a header, the page, the foot."""
        menu = self.menu(page.paper, '<li role="menuitem"><a href="{url}">{name}</a></li>')
        return f'<!doctype html>\n<html lang="{self.language}" itemscope itemtype="http://schema.org/WebPage"><head>{heads(page.charset)}<title itemprop="name">{esc(page.title)} · {esc(page.paper.name)}</title>{page.head}</head>\n<body>\n<div class="livestrip" data-live="1">{self.word("直播：立會會議", "Live: the council sits")}</div>\n<header role="banner"><a class="mark" href="/" rel="home">{esc(page.paper.name)}</a><ul role="menubar">{menu}</ul></header>\n<div role="main">\n{page.main}\n</div>\n<footer role="contentinfo"><small>{esc(page.paper.rights)}</small> <a href="/about">{self.word("關於我們", "About")}</a></footer>\n</body></html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Numbered paragraphs."""
        return (
            f'<p data-par="1" class="par">{spans(block.spans)}</p>' if block.kind == "p" else super().block(copy, block)
        )

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image object."""
        credit = f'<span itemprop="copyrightHolder">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure itemprop="associatedMedia" itemscope itemtype="http://schema.org/ImageObject"><img itemprop="url" src="{self.source(copy, picture)}" alt=""><figcaption><span itemprop="description">{esc(picture.caption)}</span> {credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Header, block of the writer, text, topics, others."""
        writer = copy.signed(
            '<div class="writer-block"><img class="writer-face" src="/f.png" alt=""><span class="writer-name" itemprop="author">{}</span> <a class="writer-handle" href="https://social.example/desk">@desk</a></div>\n'
        )
        changed = copy.changed(f'<dt>{copy.say("修訂", "Revised")}</dt><dd itemprop="dateModified">{{}}</dd>')
        tags = copy.tags('<a rel="tag" href="{url}">{tag}</a>', " ")
        tags = f'<p class="topicline">{tags}</p>\n' if tags else ""
        more = copy.others(
            "<article class=`mini` itemscope><h3><a href=`{url}`>{title}</a></h3><p>{section}</p></article>", 3
        )
        return f'<article itemscope itemtype="http://schema.org/NewsArticle">\n<header><p class="over"><a href="{copy.section_url}" itemprop="articleSection">{copy.section}</a></p><h1 itemprop="headline">{copy.title}</h1>\n<dl class="whenlist"><dt>{copy.say("刊出", "Published")}</dt><dd itemprop="datePublished">{copy.day}</dd>{changed}</dl></header>\n{"" if self.within else writer}<div itemprop="articleBody">\n{writer if self.within else ""}{chr(10).join(self.blocks(copy))}\n</div>\n{tags}</article>\n<section class="minis"><h2>{copy.say("更多", "More")}</h2>{more}</section>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Minis."""
        rows = "\n".join(
            f'<article class="mini"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p>{esc(c.section)}</p><p>{self.day(c.published)}</p><p>{esc(c.summary)}</p></article>'
            for c in cards
        )
        return f"<h1>{esc(heading)}</h1>{rows}" + (
            f'<a rel="next" href="{attr(older)}">{self.word("下頁", "Next")}</a>' if older else ""
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f"<article><h1>{esc(heading)}</h1>{''.join(f'<p>{esc(p)}</p>' for p in paragraphs)}</article>"


DESIGNS: tuple[type[Freehand], ...] = (Bellows,)
ADDRESSES: dict[str, Form] = {"n/base/slug": Form(lambda _p, a, _v: f"/n/{ascii_slug(a)}-n{a.id}")}
