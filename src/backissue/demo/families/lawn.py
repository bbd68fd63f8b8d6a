"""A design to judge by: a commuter paper's application of 2015, its pages taken as the browser had built them."""

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


class Burin(Freehand):
    """2015: an application's view as a snapshot service kept it: scopes, bindings and repeated items with comments between, toolbar and side sheet of a material kit, headline and facts as list items with secondary lines, chips for topics."""

    name = "burin"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Whether facts are one line or two, how chips stand, how it signs."""
        self.lines = rng.random() < 0.5
        self.above = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", photo="{a}（文）、{b}（圖）", roles=("文", "圖")),
            Hand("記者 {a}", "記者 {a}、{b}", placed="記者 {a} {p}報道", role="記者"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"))

    def day(self, t: datetime) -> str:
        """``Mar 8, 2015 21:05``; ``2015/03/08 21:05``."""
        return f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year} {t:%H:%M}" if self.english else f"{t:%Y/%m/%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A toolbar, a side sheet, the view, the foot."""
        paper = page.paper
        menu = self.menu(
            paper,
            '<md-list-item class="md-1-line ng-scope" ng-repeat="c in vm.channels"><a class="md-no-style md-button" href="{url}"><span class="ng-binding">{name}</span></a></md-list-item><!-- end ngRepeat: c in vm.channels -->',
        )
        return (
            f'<!DOCTYPE html><html class="ng-scope" ng-app="paper" lang="{self.language}"><head>{heads(page.charset)}<base href="/"><title class="ng-binding">{esc(page.title)} - {esc(paper.name)}</title>{page.head}<meta name="fragment" content="!"><link rel="stylesheet" href="/bower/angular-material.min.css"></head>\n<body layout="column" class="ng-scope layout-column">\n<md-toolbar class="_md md-hue-2"><div class="md-toolbar-tools"><button class="md-icon-button md-button" aria-label="menu"><md-icon class="material-icons">menu</md-icon></button><h2 flex class="flex"><a href="/" class="ng-binding">{esc(paper.name)}</a></h2><button class="md-button">{self.word("登入", "Sign in")}</button></div></md-toolbar>\n'
            f'<md-sidenav class="md-sidenav-left _md md-closed" tabindex="-1"><md-list><!-- ngRepeat: c in vm.channels -->{menu}</md-list></md-sidenav>\n<md-content flex class="_md flex"><!-- ngView: --><div ng-view="" class="ng-scope">\n{page.main}\n</div></md-content>\n<footer class="app-foot"><span class="ng-binding">{esc(paper.rights)}</span> <a href="/about">{self.word("關於", "About")}</a> <a href="/feedback">{self.word("意見", "Feedback")}</a></footer>\n</body></html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """A switch's cases, one for every kind."""
        if block.kind == "p":
            return f'<div class="blk ng-scope" ng-switch-when="text"><p class="ng-binding" ng-bind-html="b.html">{spans(block.spans)}</p></div><!-- end ngRepeat: b in a.blocks -->'
        if block.kind == "h":
            return f'<div class="blk ng-scope" ng-switch-when="head"><h3 class="md-title ng-binding">{spans(block.spans)}</h3></div><!-- end ngRepeat: b in a.blocks -->'
        if block.kind == "quote":
            return f'<div class="blk ng-scope" ng-switch-when="quote"><blockquote class="ng-binding">{spans(block.spans)}</blockquote></div>'
        return f'<div class="blk ng-scope">{super().block(copy, block)}</div>'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A card with media."""
        credit = f'<span class="md-caption ng-binding">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<md-card class="_md shot"><img class="md-card-image" ng-src="{self.source(copy, picture)}" src="{self.source(copy, picture)}" alt=""><md-card-content class="shot-caption"><span class="ng-binding">{esc(picture.caption)}</span>{credit}</md-card-content></md-card>'

    def story(self, copy: Copy) -> str:
        """Subheader, headline, facts, chips, text, actions, related cards."""
        chips = copy.tags(
            "<md-chip class=`ng-scope`><div class=`md-chip-content`><a class=`ng-binding` href=`{url}`>{tag}</a></div></md-chip>"
        )
        chips = f'<md-chips-wrap class="md-chips md-readonly">{chips}</md-chips-wrap>\n' if chips else ""
        by = copy.signed('<{0} class="md-subhead who ng-binding">{{}}</{0}>'.format("p" if self.lines else "span"))
        when = f'<{"p" if self.lines else "span"} class="md-caption when"><md-icon class="material-icons">schedule</md-icon><span class="ng-binding">{copy.day}</span></{"p" if self.lines else "span"}>'
        changed = copy.changed(
            f'<span class="md-caption edit ng-scope" ng-if="a.modified">{copy.say("更新於 ", "Updated ")}<span class="ng-binding">{{}}</span></span>'
        )
        more = copy.others("<md-card class=`_md ng-scope` ng-repeat=`r in vm.related`><a href=`{url}`><md-card-title><md-card-title-text><span class=`md-subhead ng-binding`>{title}</span></md-card-title-text></md-card-title></a></md-card><!-- end ngRepeat: r in vm.related -->", 3)  # fmt: skip
        return (
            f'<article class="view-article ng-scope" ng-controller="ArticleCtrl as vm">\n<div class="md-subheader"><a class="chan ng-binding" href="{copy.section_url}">{copy.section}</a></div>\n<h1 class="md-display-1 ng-binding">{copy.title}</h1>\n<div class="facts" layout="row">{by} {when} {changed}</div>\n{chips if self.above else ""}<md-divider></md-divider>\n<div class="blocks" ng-switch="b.type"><!-- ngRepeat: b in a.blocks -->{"".join(self.blocks(copy))}</div>\n{"" if self.above else chips}<div class="acts" layout="row"><button class="md-button">{copy.say("讚好", "Like")} {copy.article.index * 7 % 90}</button><button class="md-button">{copy.say("收藏", "Save")}</button><button class="md-button">{copy.say("分享", "Share")}</button></div>\n</article>\n'
            f'<section class="rel ng-scope"><h2 class="md-title">{copy.say("你可能也想看", "You may also like")}</h2><!-- ngRepeat: r in vm.related -->{more}</section>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list of three lines."""
        rows = "".join(f'<md-list-item class="md-3-line md-long-text ng-scope" ng-repeat="a in vm.items"><div class="md-list-item-text"><h3 class="ng-binding"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><h4 class="ng-binding">{esc(c.section)} · {self.day(c.published)}</h4><p class="ng-binding">{esc(c.summary)}</p></div></md-list-item><!-- end ngRepeat: a in vm.items -->' for c in cards)  # fmt: skip
        more = f'<a class="md-button md-raised" href="{attr(older)}">{self.word("更多", "More")}</a>' if older else ""
        return f'<h1 class="md-headline ng-binding">{esc(heading)}</h1><md-list class="_md"><!-- ngRepeat: a in vm.items -->{rows}</md-list>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static view."""
        return f'<article class="view-page"><h1 class="md-headline">{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</article>'


DESIGNS: tuple[type[Freehand], ...] = (Burin,)
ADDRESSES: dict[str, Form] = {"a/section/id": Form(lambda p, a, _v: f"/a/{p.sections.get(a.section, 'news')}/{a.id}")}
