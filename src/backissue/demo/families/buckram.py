"""A design to judge by: a town paper of 2014 on a free content management with a bought template."""

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


class Awl(Freehand):
    """2014: a bought template's sentence of facts: who wrote it, when and where it is posted in one small line, icons for print and mail in a list, an aside of positions, a pager of neighbours, tags in a line with commas."""

    name = "awl"
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """Whether hits stand below, whether the first paragraph leads, how it signs."""
        self.hits = rng.random() < 0.5
        self.lead = rng.random() < 0.5
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("記者{a}", "記者{a}、{b}", role="記者"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("{a}", "{a} & {b}", desk="the {o}"))

    def day(self, t: datetime) -> str:
        """``08 March 2014``; ``2014年03月08日``."""
        return (
            f"{t.day:02d} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t.year}年{t.month:02d}月{t.day:02d}日"
        )

    def frame(self, page: Shell) -> str:
        """Toolbar, header with a banner position, menu, main grid with an aside, bottom positions, footer."""
        paper = page.paper
        menu = self.menu(paper, '<li class="level1 item"><a href="{url}" class="level1"><span>{name}</span></a></li>')
        return (
            f'<!DOCTYPE HTML>\n<html lang="{self.language}" dir="ltr" data-config=\'{{"twitter":0}}\'>\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} - {esc(paper.name)}</title>\n<link rel="stylesheet" href="/templates/yoo_town/css/theme.css">\n</head>\n<body class="tm-sidebar-b-right tm-isblog">\n<div class="tm-toolbar uk-clearfix uk-hidden-small"><div class="uk-float-right"><div class="uk-panel"><a href="/contact">{self.word("聯絡", "Contact")}</a></div></div></div>\n<div class="uk-container uk-container-center"><div class="tm-headerbar uk-clearfix"><a class="tm-logo" href="/">{esc(paper.name)}</a></div>\n<nav class="tm-navbar uk-navbar"><ul class="uk-navbar-nav uk-hidden-small">{menu}</ul></nav>\n<div class="tm-middle uk-grid" data-uk-grid-match>\n<div class="tm-main uk-width-medium-3-4"><main class="tm-content">\n{page.main}\n</main></div>\n'
            f'<aside class="tm-sidebar-b uk-width-medium-1-4"><div class="uk-panel uk-panel-box"><h3 class="uk-panel-title">{self.word("今日天氣", "Weather")}</h3><p>{self.word("多雲，北風三至四級", "Cloudy, northerly breeze")}</p></div><div class="uk-panel"><h3 class="uk-panel-title">{self.word("登入", "Log in")}</h3><form class="uk-form" method="post"><input type="text" name="username"><input type="password" name="password"><button class="uk-button">{self.word("登入", "Log in")}</button></form></div></aside>\n</div>\n<footer class="tm-footer"><a class="tm-totop-scroller" href="#"></a><div class="uk-panel">{esc(paper.rights)} <a href="/about">{self.word("關於我們", "About us")}</a></div></footer></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """An editor's tags."""
        if block.kind == "h":
            return f"<h3>{spans(block.spans)}</h3>"
        if block.kind == "embed":
            return f'<div class="avPlayerWrapper avVideo"><iframe src="{attr(block.url)}" width="500" height="300" allowfullscreen title="player"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture with a title bar of a plug-in's."""
        credit = f' <small class="jce_credit">{esc(picture.credit)}</small>' if picture.credit else ""
        return f'<div class="jce_caption" style="width:400px;display:inline-block"><img src="{self.source(copy, picture)}" alt="" width="400"><div style="text-align:center;clear:both">{esc(picture.caption)}{credit}</div></div>'

    def story(self, copy: Copy) -> str:
        """Headline, the sentence, icons, text, tags, hits, neighbours, the line of the change, related."""
        filed = f'<a href="{copy.section_url}">{copy.section}</a>'
        if copy.said.author:
            line = copy.say("由 {{}} 撰寫，{{}}。發表於{{}}", "Written by {{}} on {{}}. Posted in {{}}").format(
                copy.by, copy.day, filed
            )
        else:
            line = copy.say("撰寫於 {{}}。發表於{{}}", "Written on {{}}. Posted in {{}}").format(copy.day, filed)
        pieces = self.blocks(copy)
        if self.lead and pieces and pieces[0].startswith("<p>"):
            pieces[0] = f'<p class="uk-text-large">{pieces[0][3:]}'
        tags = copy.tags('<a href="{url}">{tag}</a>', ", ")
        tags = f"<p>{copy.say('標籤', 'Tags')}: {tags}</p>\n" if tags else ""
        hits = (
            f'<p class="uk-article-meta">{copy.say("點擊數", "Hits")}: {120 + copy.article.index * 13}</p>\n'
            if self.hits
            else ""
        )
        changed = copy.changed(
            f'<p class="uk-article-meta">{copy.say("最後更新於 {{}}", "Last updated on {{}}")}</p>\n'
        )
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 4)
        return f'<article class="uk-article" data-permalink="{attr(copy.url)}">\n<h1 class="uk-article-title">{copy.title}</h1>\n<p class="uk-article-meta">{line}</p>\n<ul class="uk-subnav"><li><a href="#" title="{copy.say("列印", "Print")}"><i class="uk-icon-print"></i></a></li><li><a href="#" title="{copy.say("電郵", "Email")}"><i class="uk-icon-envelope-o"></i></a></li></ul>\n<div>\n{chr(10).join(pieces)}\n</div>\n{tags}{hits}{changed}<ul class="uk-pagination"><li class="uk-pagination-previous"><a href="#">{copy.say("上一篇", "Prev")}</a></li><li class="uk-pagination-next"><a href="#">{copy.say("下一篇", "Next")}</a></li></ul>\n</article>\n<div class="uk-panel uk-panel-header"><h3 class="uk-panel-title">{copy.say("最新消息", "Latest news")}</h3><ul class="uk-list uk-list-line">{more}</ul></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A blog's leading articles."""
        rows = "\n".join(
            f'<article class="uk-article"><h1 class="uk-article-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h1><p class="uk-article-meta">{self.day(c.published)}</p><p>{esc(c.summary)}</p><p><a href="{attr(c.url)}">{self.word("閱讀更多", "Continue Reading")}</a></p></article>'
            for c in cards
        )
        more = (
            f'\n<ul class="uk-pagination"><li><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></li></ul>'
            if older
            else ""
        )
        return f'<h1 class="uk-h3">{esc(heading)}</h1>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page."""
        return f'<article class="uk-article"><h1 class="uk-article-title">{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</article>'


DESIGNS: tuple[type[Freehand], ...] = (Awl,)
ADDRESSES: dict[str, Form] = {
    "section/id-slug-": Form(lambda p, a, _v: f"/index.php/{p.sections.get(a.section, 'news')}/{a.id}-{ascii_slug(a)}")
}
