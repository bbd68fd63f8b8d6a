"""Designs of ``held_out``: a business daily of 2014."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Dulcimer"]


class Dulcimer(Freehand):
    """2014: a business daily behind a meter, on rows and columns of a grid: quotes of the exchanges on top, the section over the headline, writer and place with two hours in one line, companies and topics in the story's left margin, a wall's notice below."""

    name = "dulcimer"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The paper's tint, where the topics stand, what breaks the text, how it signs."""
        self.tint = choose(rng, "#fdf3e7", "#eef4f7", "#ffffff")
        self.topics_last = rng.random() < 0.5
        self.break_at = 2 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("本報記者 {a}", "本報記者 {a}、{b}", placed="本報記者 {a} {p}報道", photo="本報記者 {a}　攝影 {b}", role="本報記者", roles=("本報記者", "攝影")),
            Hand("{a}", "{a}、{b}", placed="{a} {p}", photo="{a}（文）　{b}（圖）", agency="綜合{o}", roles=("文", "圖")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}", agency="{o}"),
            Hand("{a}", "{a} and {b}", placed="{a}, {p}", desk="{o}"),
        )

    def day(self, t: datetime) -> str:
        """``8 March 2014, 9:05pm``; ``2014年3月8日 21:05``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1]} {t.year}, {clock(t, 'am', 'pm').replace(' ', '')}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """Quotes, sign-in, the masthead, a bar of sections, a row, a foot in four columns."""
        bar = self.menu(page.paper, '<dd class="item{on}"><a href="{url}">{name}</a></dd>', now=page.section, current=" active")  # fmt: skip
        quotes = "".join(
            f'<li><a href="/markets/{at}">{name}</a> <b class="{way}">{value}</b></li>'
            for at, name, way, value in (("index", self.word("綜合指數", "Composite"), "up", "18,402 +0.6%"), ("gold", self.word("金價", "Gold"), "down", "1,288.4 -0.2%"), ("oil", self.word("油價", "Crude"), "up", "104.71 +1.1%"), ("fx", self.word("歐元", "Euro"), "down", "1.3711 -0.1%"))
        )  # fmt: skip
        columns = "".join(
            f'<div class="large-3 columns"><h6>{self.word(zh, en)}</h6><ul class="no-bullet">{"".join(f"""<li><a href="/{at}">{self.word(z, e)}</a></li>""" for at, z, e in rows)}</ul></div>'
            for zh, en, rows in (
                ("服務", "Services", (("subscribe", "訂閱", "Subscribe"), ("epaper", "電子報", "E-paper"), ("alerts", "電郵提示", "E-mail alerts"))),
                ("工具", "Tools", (("portfolio", "投資組合", "Portfolio"), ("currency", "匯率換算", "Currency converter"))),
                ("公司", "Company", (("about", "關於我們", "About us"), ("careers", "招聘", "Careers"), ("conferences", "論壇活動", "Conferences"))),
                ("條款", "Legal", (("terms", "使用條款", "Terms"), ("privacy", "私隱", "Privacy and cookies"))),
            )
        )  # fmt: skip
        style = f"body{{margin:0;font:15px/1.55 Georgia,serif;background:{self.tint};color:#222}}.row{{max-width:62em;margin:0 auto;overflow:hidden}}.columns{{float:left;box-sizing:border-box;padding:0 .9em}}.large-2{{width:17%}}.large-3{{width:25%}}.large-4{{width:33%}}.large-6{{width:50%}}.large-8{{width:67%}}.large-10{{width:83%}}.large-12{{width:100%}}.no-bullet,.quotes ul{{list-style:none;margin:0;padding:0;font:12px Arial}}.quotes li,.sub-nav dd{{display:inline-block;margin:0 1em 0 0}}.sub-nav{{border:solid #222;border-width:1px 0;margin:0;font:bold 13px Arial}}.dateline,.cap,.meta-col{{font:12px Arial;color:#666}}h1{{font-size:30px;line-height:1.15;margin:.2em 0}}.panel{{background:#222;color:#fff;padding:1em}}.kick{{font:bold 12px Arial;color:#a00}}.closing{{border-top:3px double;margin-top:2em}}figure{{margin:0 0 1em}}img{{max-width:100%}}"
        return (
            f'<!DOCTYPE html>\n<!--[if IE 8]><html class="no-js lt-ie9" lang="{self.language}"><![endif]-->\n<!--[if gt IE 8]><!--><html class="no-js" lang="{self.language}"><!--<![endif]-->\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width">\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/assets/css/foundation.min.css">\n<style>{style}</style>\n<script src="/assets/js/vendor/custom.modernizr.js"></script>\n</head>\n<body>\n'
            f'<div class="row quotes"><div class="large-8 columns"><ul>{quotes}</ul></div><div class="large-4 columns"><ul><li><a href="/signin">{self.word("登入", "Sign in")}</a></li><li><a href="/register">{self.word("免費登記", "Register")}</a></li><li><a href="/subscribe"><strong>{self.word("訂閱", "Subscribe")}</strong></a></li></ul></div></div>\n'
            f'<div class="row masthead"><div class="large-8 columns"><a href="/" class="logo"><img src="/assets/img/logo.png" alt="{attr(page.paper.name)}" height="48"></a></div><div class="large-4 columns"><form action="/search"><input type="search" name="query" placeholder="{self.word("新聞、公司、代號", "News, companies, symbols")}"></form></div></div>\n<div class="row"><div class="large-12 columns"><dl class="sub-nav"><dd class="item"><a href="/">{self.word("首頁", "Home")}</a></dd>{bar}</dl></div></div>\n'
            f'<div class="row body-row">\n{page.main}\n</div>\n<div class="row closing">{columns}<div class="large-12 columns"><p class="dateline">{esc(page.paper.rights)} {self.word("行情延遲至少十五分鐘，只供參考。", "Quotes are delayed by at least 15 minutes and are for information only.")}</p></div></div>\n<script src="/assets/js/foundation.min.js"></script><script>$(document).foundation();</script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """An opening, what a network asks for, the hours and the section."""
        changed = f'<meta property="article:modified_time" content="{copy.version.updated.isoformat()}">\n' if copy.version.updated else ""  # fmt: skip
        return f'<meta name="description" content="{attr(copy.lead)}">\n<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:url" content="{attr(copy.url)}">\n<meta property="article:published_time" content="{copy.article.published.isoformat()}">\n{changed}<meta property="article:section" content="{copy.section}">\n<meta name="twitter:card" content="summary">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Plain paragraphs, small headings, figures of a market in a scrolling box."""
        if block.kind == "h":
            return f'<h5 class="xhead">{spans(block.spans)}</h5>'
        if block.kind == "note":
            return f'<p class="endnote"><em>{spans(block.spans)}</em></p>'
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        if block.kind == "table":
            first, *rest = block.rows
            rows = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>" for row in rest)
            return f'<div class="datatable"><table><thead><tr>{"".join(f"""<th scope="col">{esc(c)}</th>""" for c in first)}</tr></thead><tbody>{rows}</tbody></table></div>'
        if block.kind == "embed":
            return f'<div class="flex-video widescreen"><iframe src="{attr(block.url)}" width="560" height="315" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure over the measure, its line and whose it is."""
        credit = f' <span class="cr">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="th"><img src="{self.source(copy, picture)}" alt="{attr(picture.caption)}"><figcaption class="cap">{esc(picture.caption)}{credit}</figcaption></figure>'

    def _margin(self, copy: Copy) -> str:
        """The story's left margin: ways to share, topics, linked stories."""
        topics = copy.tags('<li><a href="{url}">{tag}</a></li>')
        topics = f'<h6>{copy.say("本文題目", "In this story")}</h6><ul class="no-bullet topics">{topics}</ul>\n' if topics else ""  # fmt: skip
        near = f'<h6>{copy.say("相關報道", "Related")}</h6><ul class="no-bullet">{copy.others("<li><a href=`{url}`>{title}</a></li>", 3)}</ul>\n'
        share = f'<ul class="no-bullet tools"><li><a href="/share/t">Twitter</a></li><li><a href="/share/li">LinkedIn</a></li><li><a href="/share/mail">{copy.say("電郵", "E-mail")}</a></li><li><a href="?print=1">{copy.say("列印", "Print")}</a></li><li><a href="/reprints">{copy.say("轉載授權", "Reprints")}</a></li></ul>\n'
        return share + (near + topics if self.topics_last else topics + near)

    def story(self, copy: Copy) -> str:
        """Section, headline, one line of facts, margin and text, the wall's notice; most read and markets at the right."""
        pieces = self.blocks(copy)
        if len(pieces) > self.break_at + 1:
            pieces.insert(self.break_at, f'<div class="mpu"><small>{copy.say("廣告", "Advertisement")}</small><div id="div-gpt-ad-2"></div></div>')  # fmt: skip
        by = copy.linked('<a href="/journalists">{}</a>')
        by = f'<span class="byline">{by}</span> | ' if by else ""
        stamp = copy.version.updated.isoformat() if copy.version.updated else ""
        changed = copy.changed(f' | {copy.say("更新於 ", "Updated ")}<time datetime="{stamp}">{{}}</time>')
        return (
            f'<div class="large-8 columns">\n<p class="kick"><a href="{copy.section_url}">{copy.section}</a></p>\n<h1>{copy.title}</h1>\n<p class="dateline">{by}<time datetime="{copy.article.published.isoformat()}">{copy.day}</time>{changed}</p>\n'
            f'<div class="row"><div class="large-3 columns meta-col">\n{self._margin(copy)}</div><div class="large-9 columns copytext" style="width:75%">\n{chr(10).join(pieces)}\n</div></div>\n<div class="panel callout"><h4>{copy.say("本月你還可免費閱讀七篇文章", "You have 7 free articles left this month")}</h4><p>{copy.say("訂閱首四周只需十元，所有裝置可用。", "Subscribe and get four weeks for $1, on every device.")}</p><a class="button" href="/subscribe">{copy.say("看看計劃", "See the offers")}</a></div>\n<div id="disqus_thread"></div>\n</div>\n'
            f'<div class="large-4 columns">\n<h6>{copy.say("最多人讀", "Most read")}</h6>\n<ol class="popular">{copy.others("<li><a href=`{url}`>{title}</a></li>", 5)}</ol>\n<h6>{copy.say("市場一覽", "Markets at a glance")}</h6>\n<table class="mkt"><tr><td>{copy.say("綜合指數", "Composite")}</td><td>18,402</td><td>+0.6%</td></tr><tr><td>{copy.say("地產分類", "Property")}</td><td>29,110</td><td>-0.3%</td></tr></table>\n<h6>{copy.say("論壇", "Conference")}</h6><p class="cap">{copy.say("亞太財資論壇，五月，名額有限。", "Treasury Forum in May: early birds save 20%.")}</p>\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A thumbnail, a headline, an opening and the hour."""
        rows = "".join(
            f'<div class="row teaser"><div class="large-3 columns"><a href="{attr(c.url)}"><img src="/assets/img/t/{c.id}.jpg" alt="" width="140" height="80"></a></div><div class="large-9 columns" style="width:75%"><h4><a href="{attr(c.url)}">{esc(c.title)}</a></h4><p>{esc(c.summary)}...</p><p class="dateline"><time datetime="{c.published.isoformat()}">{self.day(c.published)}</time></p></div></div>\n'
            for c in cards
        )
        more = f'<ul class="pagination"><li class="current"><a href="">1</a></li><li><a href="{attr(older)}">{self.word("下一頁", "Next")} &raquo;</a></li></ul>' if older else ""  # fmt: skip
        return f'<div class="large-8 columns">\n<h2 class="kick">{esc(heading)}</h2>\n{rows}{more}</div>\n<div class="large-4 columns"><div class="panel"><h4>{self.word("每朝財經電郵", "The Morning Brief")}</h4><p>{self.word("開市前送到你的信箱。", "In your inbox before the bell.")}</p></div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A text over the row."""
        return f'<div class="large-8 columns static">\n<h2>{esc(heading)}</h2>\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}\n</div>'


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Dulcimer,)
ADDRESSES: dict[str, Form] = {
    "news/section/id/slug.html": Form(lambda p, a, _v: f"/news/{_part(p, a)}/{a.id}/{ascii_slug(a)[:-5]}.html"),
    "section/year/month/slug-day": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y/%m}/{ascii_slug(a)}-{a.published:%d}", has_id=False),
}  # fmt: skip
