"""A design to judge by: an entertainment paper of 2013 on a magazine theme with calendar leaves."""

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


class Auger(Freehand):
    """2013: a calendar leaf beside the headline, its day, month and year in boxes of their own; facts as a list with icons, a slider on top, a card of the writer below, a row of like buttons, popular and recent in tabs."""

    name = "auger"
    category = True

    def draw(self, rng: Random) -> None:
        """Whether months are words, where the leaf stands, how it signs."""
        self.left = rng.random() < 0.5
        self.card = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("文／{a}", "文／{a}、{b}", role="文"))
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("by {a}", "by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``08 Mar 2013``; ``2013年 3月 8日``: as the leaf reads."""
        return (
            f"{t.day:02d} {MONTHS[t.month - 1][:3]} {t.year}" if self.english else f"{t.year}年 {t.month}月 {t.day}日"
        )

    def _leaf(self, t: datetime) -> str:
        """The leaf, whose words are those of the day."""
        parts = self.day(t).split(" ")
        names = ("day", "month", "year") if self.english else ("year", "month", "day")
        return (
            '<div class="leaf">'
            + " ".join(f'<span class="leaf-{n}">{p}</span>' for n, p in zip(names, parts, strict=True))
            + "</div>"
        )

    def frame(self, page: Shell) -> str:
        """Top nav, logo with an ad, mega menu, news in brief, content and sidebar, four boxes."""
        paper = page.paper
        menu = self.menu(paper, '<li><a href="{url}">{name}<em class="desc"></em></a></li>')
        return (
            f'<!DOCTYPE html>\n<!--[if IE 8]><html class="ie8"><![endif]-->\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} &#8211; {esc(paper.name)}</title>\n<link rel="stylesheet" href="/wp-content/themes/gossip/style.css">\n</head>\n<body class="full-width">\n<div id="topbar"><ul class="social-top"><li><a class="s-f" href="#">F</a></li><li><a class="s-t" href="#">T</a></li></ul><span class="brief">{self.word("熱話：明星夜跑團", "Talk: the stars who run at night")}</span></div>\n<div id="boxed">\n<div class="logo-row"><a class="logo" href="/"><img src="/logo.png" alt="{attr(paper.name)}"></a><div class="ad-728"><img src="/banners/728.gif" alt=""></div></div>\n<ul class="mega">{menu}</ul>\n<div class="cols">\n<div class="col-main">\n{page.main}\n</div>\n'
            f'<div class="col-side"><div class="wdg"><form class="newsl"><input placeholder="Email"><input type="submit" value="{self.word("訂閱", "Subscribe")}"></form></div><div class="wdg ad-300"><img src="/banners/300.gif" alt=""></div></div>\n</div>\n<div class="bottom"><div class="b4"><h4>{self.word("關於", "About")}</h4><p><a href="/about">{self.word("本刊簡介", "Who we are")}</a></p></div><div class="b4 copy">{esc(paper.rights)}</div></div>\n</div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's tags, headings with a bar."""
        if block.kind == "h":
            return f'<h4 class="bar-title"><span>{spans(block.spans)}</span></h4>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A captioned frame."""
        credit = f'<span class="ph">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="wp-caption aligncenter" style="width:610px"><img src="{self.source(copy, picture)}" alt="" width="600"><p class="wp-caption-text">{esc(picture.caption)}{credit}</p></div>'

    def story(self, copy: Copy) -> str:
        """Leaf, headline, list, text, tags, likes, card, tabs, remarks."""
        leaf = self._leaf(copy.article.published)
        by = copy.signed('<li class="i-user">{}</li>')
        facts = f'<ul class="facts">{by}<li class="i-folder"><a href="{copy.section_url}">{copy.section}</a></li><li class="i-talk"><a href="#talk">{copy.article.index % 12} {copy.say("則留言", "comments")}</a></li></ul>'
        tags = copy.tags('<a href="{url}" rel="tag">{tag}</a>', " ")
        tags = f'<div class="tagrow"><i class="i-tags"></i> {tags}</div>\n' if tags else ""
        card = (
            f'<div class="about-writer"><img src="/ava/1.png" alt="" width="70"><h5>{copy.say("作者簡介", "About the author")}</h5><p>{copy.say("娛樂版特約作者，愛跑步。", "Writes about stars, runs at night.")}</p></div>\n'
            if self.card and copy.said.people
            else ""
        )
        pop = copy.others("<li><img src=`/thumb.jpg` alt=``><a href=`{url}`>{title}</a> <em>{day}</em></li>", 3)
        said = copy.remarks(
            '<li class="talk-item"><cite>{who}</cite> <span>{when}</span><div class="talk-text"><p>{what}</p></div></li>'
        )
        top = (
            f'{leaf}<h1 class="post-t">{copy.title}</h1>'
            if self.left
            else f'<h1 class="post-t">{copy.title}</h1>{leaf}'
        )
        return f'<div class="slider"><ul><li><img src="/slides/1.jpg" alt=""></li></ul></div>\n<div class="single-post">\n<div class="post-top">{top}</div>\n{facts}\n<div class="post-text">\n{chr(10).join(self.blocks(copy))}\n</div>\n{tags}<div class="likes"><span class="like-f"></span><span class="like-g"></span></div>\n{card}</div>\n<div class="tabs"><ul class="tab-heads"><li>{copy.say("熱門", "Popular")}</li><li>{copy.say("最新", "Recent")}</li></ul><ul class="tab-1">{pop}</ul></div>\n<h3 id="talk">{copy.say("留言", "Comments")}</h3><ol class="talk">{said}</ol>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Leaves and summaries."""
        rows = "\n".join(
            f'<div class="b-post">{self._leaf(c.published)}<h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><ul class="facts"><li class="i-user">{esc(c.author)}</li><li class="i-folder">{esc(c.section)}</li></ul><p>{esc(c.summary)}</p></div>'
            for c in cards
        )
        more = f'\n<div class="pagi"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></div>' if older else ""
        return f'<h3 class="arch">{esc(heading)}</h3>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<div class="single-page"><h1 class="post-t">{esc(heading)}</h1><div class="post-text">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Auger,)
ADDRESSES: dict[str, Form] = {"gossip/id": Form(lambda _p, a, _v: f"/gossip/{a.published:%y/%m}/{a.id}")}
