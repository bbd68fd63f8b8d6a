"""A design to judge by: the responsive portal of a Chinese-language group's daily, of 2015."""

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


class Mattock(Freehand):
    """2015: a group's portal: instant news with publication and change in one bar of icons, an introduction in its own box, pictures as a gallery's figures, a related piece between paragraphs, the signature at the text's end, hashes below."""

    name = "mattock"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether the first paragraph is an introduction, after which paragraph a related piece stands, how it signs."""
        self.intro = rng.random() < 0.5
        self.after = 2 + int(rng.random() * 3)
        self.large = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("記者：{a}", "記者：{a}、{b}", photo="記者：{a}　攝影：{b}", role="記者", roles=("記者", "攝影")),
            Hand("{a}報道", "{a}、{b}報道"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("Reported by {a}", "Reported by {a} and {b}"))

    def day(self, t: datetime) -> str:
        """``08 Mar 2015 21:05``; ``2015-03-08 21:05``."""
        return f"{t:%d} {MONTHS[t.month - 1][:3]} {t.year} {t:%H:%M}" if self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A black bar, the brand, a menu that folds, three columns that fall below one another."""
        paper = page.paper
        menu = self.menu(
            paper, '<li class="menu-item{on}"><a href="{url}">{name}</a></li>', now=page.section, current=" current"
        )
        sites = "".join(
            f"<a href='http://{k}.group.example/'>{w}</a>"
            for k, w in (
                ("mag", self.word("周刊", "Weekly")),
                ("edu", self.word("教育", "Education")),
                ("racing", self.word("馬經", "Racing")),
            )
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{esc(page.title)} - {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/assets/css/portal.css?20150301">\n</head>\n<body class="portal">\n<div class="group-bar"><div class="container">{sites}<a class="login" href="/member/login">{self.word("會員登入", "Log in")}</a></div></div>\n'
            f'<header class="brand"><div class="container"><button class="navbar-toggle"><span></span><span></span></button><a class="brand-logo" href="/"><img src="/assets/img/brand.svg" alt="{attr(paper.name)}"></a><div class="brand-ad"><ins data-zone="1"></ins></div></div></header>\n<div class="main-menu"><ul class="container">{menu}</ul></div>\n<div class="ticker"><strong>{self.word("快訊", "Flash")}</strong><marquee>{self.word("天文台：今晚漸轉多雲", "Observatory: cloudier tonight")}</marquee></div>\n<div class="container page-body">\n{page.main}\n</div>\n'
            f'<footer class="page-foot"><div class="container"><ul class="foot-links"><li><a href="/about">{self.word("關於我們", "About us")}</a></li><li><a href="/privacy">{self.word("私隱政策", "Privacy")}</a></li><li><a href="/adv">{self.word("廣告查詢", "Advertise")}</a></li></ul><p class="foot-copy">{esc(paper.rights)}</p></div></footer>\n<script src="/assets/js/portal.min.js"></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a network shares, and the two hours."""
        published = copy.article.published.replace(second=0, microsecond=0).isoformat()
        return f'<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:description" content="{attr(copy.lead)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="article:published_time" content="{published}">\n<meta property="article:section" content="{attr(copy.article.section)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's paragraphs, headings in bold paragraphs of a class, notes in a box."""
        if block.kind == "h":
            return f'<p class="para-head">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f'<blockquote class="pull"><i class="icon-quote"></i>{spans(block.spans)}</blockquote>'
        if block.kind == "embed":
            return f'<div class="embed-responsive"><iframe src="{attr(block.url)}" frameborder="0" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A gallery's figure."""
        credit = f'<span class="gallery-by">（{esc(picture.credit)}）</span>' if picture.credit else ""
        return f'<figure class="gallery-item"><a href="{self.source(copy, picture)}" data-lightbox="story"><img class="img-fluid lazy" src="/assets/img/grey.png" data-src="{self.source(copy, picture)}" alt=""></a><figcaption class="gallery-cap">{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Where one is, headline, bar, introduction, text with a related piece, signature, hashes, sharing, next pieces, ranks."""
        pieces = self.blocks(copy)
        intro = ""
        if self.intro and len(pieces) > 2:
            intro, pieces = f'<div class="story-intro">{pieces[0]}</div>\n', pieces[1:]
        if len(pieces) > self.after + 1:
            pieces.insert(self.after, f'<div class="inline-rel"><span class="inline-rel-tag">{copy.say("相關新聞", "Related")}</span>{copy.others("<a href=`{url}`>{title}</a>", 1, skip=1)}</div>')  # fmt: skip
        by = copy.signed('<p class="story-sign">{}</p>')
        changed = copy.changed(
            f'<span class="bar-upd"><i class="icon-refresh"></i>{copy.say("更新時間：", "Updated: ")}{{}}</span>'
        )
        hashes = copy.tags("<a class=`hash` href=`{url}`>#{tag}</a>", " ")
        hashes = f'<div class="story-hash">{hashes}</div>\n' if hashes else ""
        more = copy.others("<div class=`col-sm-4 more-card`><a href=`{url}`><img src=`/assets/img/grey.png` alt=``><h4>{title}</h4></a><small>{day}</small></div>", 3)  # fmt: skip
        rank = copy.others("<li><a href=`{url}`>{title}</a></li>", 4, skip=1)
        return (
            f'<div class="row">\n<article class="col-md-8 story{" fs-l" if self.large else ""}">\n<ol class="where"><li><a href="/">{copy.say("主頁", "Home")}</a></li><li><a href="{copy.section_url}">{copy.section}</a></li></ol>\n<h1 class="story-title">{copy.title}</h1>\n<div class="bar"><span class="bar-pub"><i class="icon-clock"></i>{copy.say("發布時間：", "Published: ")}{copy.day}</span> {changed}</div>\n<div class="share-row"><button data-net="f">{copy.say("分享", "Share")}</button><button data-net="w">WhatsApp</button><button class="fs">{copy.say("字體", "Text")} +</button></div>\n'
            f'{intro}<div class="story-body">\n{chr(10).join(pieces)}\n{by}\n</div>\n{hashes}<div class="app-call">{copy.say("下載程式，新聞即時到手", "Get the app, get it first")} <a href="/app">{copy.say("下載", "Download")}</a></div>\n<div class="more"><h3>{copy.say("更多新聞", "More news")}</h3><div class="row">{more}</div></div>\n</article>\n<aside class="col-md-4"><div class="rank"><h3>{copy.say("熱門排行", "Most read")}</h3><ol>{rank}</ol></div><ins data-zone="5"></ins></aside>\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A stream with hours."""
        rows = "\n".join(f'<div class="stream-item"><a class="stream-img" href="{attr(c.url)}"><img src="/assets/img/grey.png" alt=""></a><div class="stream-text"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="stream-meta"><span>{esc(c.section)}</span> <span>{self.day(c.published)}</span></p><p>{esc(c.summary)}</p></div></div>' for c in cards)  # fmt: skip
        more = f'\n<a class="btn-more" href="{attr(older)}">{self.word("載入更多", "Load more")}</a>' if older else ""
        return f'<h1 class="stream-head">{esc(heading)}</h1>\n<div class="stream">\n{rows}{more}\n</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the group's."""
        return f'<div class="plain-page"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Mattock,)
ADDRESSES: dict[str, Form] = {
    "instant/yyyymmdd/section/id": Form(
        lambda p, a, _v: f"/instant/{a.published:%Y%m%d}/{p.sections.get(a.section, 'news')}/{a.id}"
    ),
}
