"""A design to judge by: a free daily of 2013 whose pages were made for a portal's partners."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Cinch(Freehand):
    """2013: a free daily made for a portal's partners: a provider's logo and name, a day with its hour and a change beside it, pictures in a carousel with numbers, the byline in the text's first line or below it, keywords in a sentence, stock quotes and weather at the right."""

    name = "cinch"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the byline stands, how it signs, whether the change comes first."""
        self.under = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}╱{p}".replace("╱{p}", ""), "{a}、{b}", placed="{a}╱{p}報導"),
            Hand("（記者{a}）", "（記者{a}、{b}）", placed="（記者{a}{p}報導）".replace("{p}", "／{p}"), desk="（{o}）", agency="（{o}）", role="記者"),
            Hand("編採／{a}", "編採／{a}、{b}", photo="編採／{a}　攝影／{b}", role="編採", roles=("編採", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", agency="{o}", desk="{o}"),
            Hand("{a}", "{a} and {b}"),
            Hand("{a} | Staff", "{a} and {b} | Staff", desk="{o}", agency="{o}"),
        )

    def day(self, t: datetime) -> str:
        """``March 8, 2013 9:05 pm``; ``2013/03/08 21:05``."""
        return (
            f"{MONTHS[t.month - 1]} {t.day}, {t.year} {clock(t, 'am', 'pm')}" if self.english else f"{t:%Y/%m/%d %H:%M}"
        )

    def frame(self, page: Shell) -> str:
        """The portal's bar, tabs, the page with its rail, a foot."""
        name, word = esc(page.paper.name), self.word
        tabs = self.menu(
            page.paper,
            '<li class="yui3-tab{on}"><a href="{url}"><em>{name}</em></a></li>',
            now=page.section,
            current=" selected",
        )
        return f'<!DOCTYPE html>\n<html lang="{self.language}" class="ua-wk">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} - {name}</title>\n{page.head}<link rel="stylesheet" href="/combo/1.css">\n</head>\n<body id="{"story" if page.is_story else "index"}">\n<div class="uh"><a class="uh-home" href="http://portal.example/">{word("入口首頁", "Portal home")}</a> <a href="http://mail.portal.example/">{word("信箱", "Mail")}</a> <form class="uh-search"><input name="p"></form></div>\n<div class="hd"><a class="logo" href="/"><img src="/img/logo.png" alt="{name}"></a></div>\n<ul class="yui3-tabs">{tabs}</ul>\n<div class="yog-grid">\n<div class="yog-col main">\n{page.main}\n</div>\n<div class="yog-col rail"><div class="yom-mod weather"><h3>{word("天氣", "Weather")}</h3><p>21&deg;C - 27&deg;C</p></div><div class="yom-mod quotes"><h3>{word("行情", "Markets")}</h3><table><tr><td>HSI</td><td>22,015.33</td><td>+0.4%</td></tr></table></div><div class="yom-mod ad">{word("廣告", "Advertisement")}</div></div>\n</div>\n<div class="ft"><p>{esc(page.paper.rights)}</p><p><a href="/about">{word("關於我們", "About us")}</a> | <a href="http://portal.example/terms">{word("服務條款", "Terms of service")}</a></p></div>\n</body>\n</html>\n'

    def machine(self, copy: Copy) -> str:
        """Words for search engines, no author."""
        return f'<meta name="description" content="{attr(copy.lead)}">\n<meta name="news_keywords" content="{attr(",".join(copy.said.tags or ()))}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs, bold headings, framed quotes."""
        if block.kind == "h":
            return f"<p><strong>{spans(block.spans)}</strong></p>"
        if block.kind == "quote":
            return f'<div class="yom-quote"><p>{spans(block.spans)}</p></div>'
        if block.kind == "table":
            return table(block.rows, ' class="yom-table"')
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An item of a carousel."""
        number = 1 + [b.picture for b in copy.version.blocks if b.picture].index(picture)
        credit = f'<cite class="provider">{esc(picture.credit)}</cite>' if picture.credit else ""
        return f'<li class="photo-item"><a href="#photo-{number}"><img class="lzbg" src="{self.source(copy, picture)}" width="630" alt=""></a><div class="cap"><span class="num">{number}.</span><p class="caption-text">{esc(picture.caption)}</p>{credit}</div></li>'

    def story(self, copy: Copy) -> str:
        """Headline, provider, days, carousel, text, keywords, more."""
        made = list(zip(copy.version.blocks, self.blocks(copy), strict=True))
        shots = "".join(html for block, html in made if block.picture)
        shots = f'<div class="yom-carousel"><ul>{shots}</ul></div>\n' if shots else ""
        text = "\n".join(html for block, html in made if not block.picture)
        by = copy.signed('<p class="first">{}</p>\n') if not self.under else ""
        under = copy.signed('<div class="byline vcard"><span class="fn">{}</span></div>\n') if self.under else ""
        changed = copy.changed(
            f' <span class="sep">|</span> <abbr class="upd">{copy.say("更新", "Updated")} {{}}</abbr>'
        )
        tags = copy.tags('<a href="{url}">{tag}</a>', copy.say("、", ", "))
        tags = f'<p class="kw">{copy.say("更多關於：", "More on: ")}{tags}</p>\n' if tags else ""
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 5)
        remarks = copy.remarks(
            '<li class="ugccmt-comment"><p class="ugccmt-user-cont"><a class="user-name">{who}</a> <abbr>{when}</abbr></p><blockquote class="ugccmt-commenttext">{what}</blockquote></li>'
        )
        return f'<div class="yom-art-hd"><h1 class="headline">{copy.title}</h1><a class="yom-art-cat" href="{copy.section_url}">{copy.section}</a></div>\n<div class="yom-byline"><img class="logo" src="/img/prov.gif" alt=""><span class="provider org">{esc(copy.paper.name)}</span> <abbr class="pub">{copy.day}</abbr>{changed}</div>\n{under}<div class="yom-share"><a href="#fb">{copy.say("推薦", "Recommend")} {copy.article.index % 90}</a> <a href="#tw">Tweet</a></div>\n{shots}<div class="yom-art-content"><div class="bd">\n{by}{text}\n</div></div>\n{tags}<div class="yom-mod related"><h3>{copy.say("相關新聞", "Related content")}</h3><ul>{more}</ul></div>\n<div class="ugccmt"><h3>{copy.say("則回應", "Comments")}</h3><ul>{remarks}</ul></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows."""
        rows = "\n".join(f'<li class="list-story"><h4><a href="{attr(c.url)}">{esc(c.title)}</a></h4><cite>{self.day(c.published)}</cite><p>{esc(c.summary)}</p></li>' for c in cards)  # fmt: skip
        more = f'\n<div class="pg"><a href="{attr(older)}">{self.word("下頁", "Next")}</a></div>' if older else ""
        return f'<h2 class="list-hd">{esc(heading)}</h2>\n<ul class="list">\n{rows}\n</ul>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<h1 class="headline">{esc(heading)}</h1><div class="yom-art-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Cinch,)
ADDRESSES: dict[str, Form] = {
    "news/slug-000000id.html": Form(lambda _p, a, _v: f"/news/{ascii_slug(a)}-{int(a.id):09d}.html")
}
