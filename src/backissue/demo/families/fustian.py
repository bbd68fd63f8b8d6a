"""A design to judge by: a city magazine of 2018 whose articles are built of matrix blocks."""

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


class Pliers(Freehand):
    """2018: a matrix of blocks: every run of paragraphs a section of its own with wrappers, pictures and quotations as sections between, a hero with eyebrow, headline and one line of name and day, colophon with the last change and topics."""

    name = "pliers"
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """How many paragraphs a section takes, how it signs."""
        self.run = 2 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("{a}", "{a}與{b}"),
            Hand("文字：{a}", "文字：{a}、{b}", photo="文字：{a}　攝影：{b}", role="文字", roles=("文字", "攝影")),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} & {b}"), Hand("Words by {a}", "Words by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``8 Mar 2018``; ``2018.3.8``."""
        return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}" if self.english else f"{t.year}.{t.month}.{t.day}"

    def frame(self, page: Shell) -> str:
        """A header with two parts, main, a colophon of the house."""
        paper = page.paper
        menu = self.menu(paper, '<li class="o-nav__item"><a class="o-nav__link" href="{url}">{name}</a></li>')
        return f'<!doctype html>\n<html class="no-js" lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{esc(page.title)} — {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/dist/app.8f2c.css">\n</head>\n<body class="t-entry">\n<header class="o-head"><a class="o-head__mark" href="/">{esc(paper.name)}</a><button class="o-head__burger">☰</button><nav class="o-nav"><ul>{menu}</ul></nav></header>\n<main class="o-main">\n{page.main}\n</main>\n<footer class="o-foot"><p>{self.word("我們在舊倉庫印這本雜誌。", "Made in an old warehouse.")}</p><p>{esc(paper.rights)} <a href="/about">{self.word("關於", "About")}</a></p></footer>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """For sharing."""
        return f'<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:type" content="article">\n<meta name="description" content="{attr(copy.lead)}">\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure of the matrix."""
        credit = f'<span class="m-image__credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<section class="m-image"><div class="l-wrap l-wrap--wide"><figure><img src="{self.source(copy, picture)}" alt=""><figcaption><span class="m-image__caption">{esc(picture.caption)}</span>{credit}</figcaption></figure></div></section>'

    def block(self, copy: Copy, block: Block) -> str:
        """Text as it comes; the rest in sections."""
        if block.kind == "quote":
            return f'<section class="m-quote"><div class="l-wrap"><blockquote><p>{spans(block.spans)}</p></blockquote></div></section>'
        if block.kind == "embed":
            return f'<section class="m-embed"><div class="l-wrap"><iframe src="{attr(block.url)}"></iframe></div></section>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Hero, sections, colophon, letter, next."""
        out: list[str] = []
        run: list[str] = []
        for piece in [*self.blocks(copy), ""]:
            if run and (not piece or piece.startswith("<section") or len(run) >= self.run + 2):
                out.append(
                    f'<section class="m-text"><div class="l-wrap"><div class="s-rte">\n{chr(10).join(run)}\n</div></div></section>'
                )
                run = []
            if piece.startswith("<section"):
                out.append(piece)
            elif piece:
                run.append(piece)
        by = copy.signed('<span class="c-hero__by">{}</span> ')
        changed = copy.changed(f'<p class="c-colophon__upd">{copy.say("最後修訂", "Last revised")} {{}}</p>')
        tags = copy.tags('<li><a href="{url}">{tag}</a></li>')
        tags = f'<ul class="c-colophon__topics">{tags}</ul>' if tags else ""
        more = copy.others(
            "<li class=`c-next__item`><a href=`{url}`><h4>{title}</h4></a><span>{section}</span></li>", 3
        )
        return f'<article>\n<header class="c-hero"><a class="c-hero__eyebrow" href="{copy.section_url}">{copy.section}</a><h1 class="c-hero__title">{copy.title}</h1><p class="c-hero__line">{by}<time class="c-hero__day">{copy.day}</time></p></header>\n<div class="matrix">\n{chr(10).join(out)}\n</div>\n<aside class="c-colophon">{changed}{tags}</aside>\n</article>\n<section class="c-letter"><h3>{copy.say("每月一信", "A letter a month")}</h3><form><input type="email"><button>{copy.say("訂閱", "Sign up")}</button></form></section>\n<section class="c-next"><h3>{copy.say("再讀一篇", "One more")}</h3><ul>{more}</ul></section>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A grid."""
        rows = "\n".join(
            f'<li class="c-card"><a href="{attr(c.url)}"><h2 class="c-card__title">{esc(c.title)}</h2></a><p class="c-card__meta">{esc(c.section)}, <time>{self.day(c.published)}</time></p><p>{esc(c.summary)}</p></li>'
            for c in cards
        )
        more = f'\n<a class="c-more" href="{attr(older)}">{self.word("更早的", "Earlier")}</a>' if older else ""
        return f'<h1 class="c-index">{esc(heading)}</h1><ul class="c-grid">\n{rows}\n</ul>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<article><header class="c-hero"><h1 class="c-hero__title">{esc(heading)}</h1></header><section class="m-text"><div class="s-rte">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></section></article>'


DESIGNS: tuple[type[Freehand], ...] = (Pliers,)
ADDRESSES: dict[str, Form] = {"stories/slug-id-": Form(lambda _p, a, _v: f"/stories/{a.id}/{ascii_slug(a)}")}
