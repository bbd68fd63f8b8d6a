"""Held-out designs, the lighter ones: a generator's still pages, a broadcaster's local story, a page of widgets for telephones."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Haversack", "Lanyard", "Thimble"]


class Thimble(Freehand):
    """2017: what a generator of still pages writes: an entry with two dates by the day, topics, neighbours, no section anywhere."""

    name = "thimble"
    category = False
    stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """How days read, and on which side of the name they stand."""
        self.form = choose(rng, 0, 1)
        self.name_first = rng.random() < 0.4
        self.dot = choose(rng, " • ", " · ", " / ")
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("作者：{a}", "作者：{a}、{b}", desk="作者：{o}", agency="作者：{o}"),
        )
        self.hand_en = choose(
            rng, Hand("{a}", "{a} and {b}"), Hand("by {a}", "by {a} & {b}", desk="by {o}", agency="by {o}")
        )

    def day(self, t: datetime) -> str:
        """``Mar 8, 2017`` or ``8 March 2017``; ``2017-03-08`` or ``2017年3月8日``."""
        if self.english:
            return (
                f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year}"
                if self.form
                else f"{t.day} {MONTHS[t.month - 1]} {t.year}"
            )
        return f"{t:%Y-%m-%d}" if self.form else f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """A title, a row of links, a line at the foot."""
        items = self.menu(page.paper, '<a class="nav-item" href="{url}">{name}</a>\n')
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="Generator 0.30.2" />\n<title>{esc(page.title)} &middot; {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/css/main.min.1f0c.css">\n<link rel="alternate" type="application/rss+xml" href="/index.xml">\n</head>\n<body>\n<header class="masthead"><p class="masthead-title"><a href="/">{esc(page.paper.name)}</a></p><nav class="site-nav">{items}</nav></header>\n'
            f'<main class="wrapper">\n{page.main}\n</main>\n<footer class="colophon"><small>{esc(page.paper.rights)} · <a href="/about">{self.word("關於", "About")}</a> · <a href="/index.xml">RSS</a></small></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A description."""
        return (
            f'<meta name="description" content="{attr(copy.lead)}">\n<link rel="canonical" href="{attr(copy.url)}">\n'
        )

    def picture(self, copy: Copy, picture: Picture) -> str:
        """What a short code writes."""
        credit = f" <cite>{esc(picture.credit)}</cite>" if picture.credit else ""
        return f'<figure>\n  <img src="{self.source(copy, picture)}" alt="{attr(picture.caption)}"/> <figcaption>\n    <p>{esc(picture.caption)}{credit}</p>\n  </figcaption>\n</figure>'

    def story(self, copy: Copy) -> str:
        """Headline, day and name, text, topics, the day of the last change, neighbours, a notice."""
        when = f'<time class="dt-published" datetime="{copy.article.published:%Y-%m-%d}">{copy.day}</time>'
        who = copy.signed('<span class="p-author h-card">{}</span>')
        line = self.dot.join(part for part in ((who, when) if self.name_first else (when, who)) if part)
        changed = copy.changed(
            f'<p class="lastmod">{copy.say("最後修改於 ", "Last modified on ")}<time class="dt-updated">{{}}</time></p>'
        )
        older = copy.others('<a class="prev" rel="prev" href="{url}">← {title}</a>', 1)
        newer = copy.others('<a class="next" rel="next" href="{url}">{title} →</a>', 1, skip=1)
        return (
            f'<article class="h-entry">\n<header class="post-header"><h1 class="p-name">{copy.title}</h1>\n<p class="post-meta">{line}</p></header>\n<div class="e-content">\n{chr(10).join(self.blocks(copy))}\n</div>\n<footer class="post-footer"><ul class="post-tags">{copy.tags("<li><a rel=`tag` href=`{url}`>{tag}</a></li>")}</ul>{changed}</footer>\n</article>\n'
            f'<nav class="neighbours">{older} {newer}</nav>\n<div id="disqus_thread"></div><noscript>{copy.say("請開啟 JavaScript 以閱讀留言。", "Please enable JavaScript to view the comments.")}</noscript>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Days and headlines, year by year."""
        out, year = [f"<h1>{esc(heading)}</h1>"], 0
        for c in cards:
            if c.published.year != year:
                out.append(f"{'</ul>' if year else ''}<h2>{c.published.year}</h2>\n<ul class='post-list'>")
                year = c.published.year
            out.append(
                f'<li><span class="post-day">{c.published:%m-%d}</span> <a href="{attr(c.url)}">{esc(c.title)}</a></li>'
            )
        out.append("</ul>" if year else "")
        if older:
            out.append(f'<p class="pagination"><a href="{attr(older)}">{self.word("較舊", "Older")}</a></p>')
        return "\n".join(out)

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page with the same text."""
        return f'<article class="page"><h1>{esc(heading)}</h1><div class="e-content">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></article>'


class Lanyard(Freehand):
    """2011: a public broadcaster's local story: day, headline, writer, shares, text and boxes all children of one element; days of the others in capitals."""

    name = "lanyard"
    tagged = False
    stamped = True

    def draw(self, rng: Random) -> None:
        """The writer's post, and where the box of links stands."""
        self.post = choose(rng, ("Reporter", "記者"), ("Correspondent", "特派員"), ("Producer", "編導"))
        self.at = 2 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}"),
            Hand("文：{a}", "文：{a}、{b}", role="文", photo="文：{a}　攝：{b}", roles=("文", "攝")),
        )
        self.hand_en = Hand("By {a}", "By {a} and {b}", desk="{o}", agency="{o}")

    def day(self, t: datetime) -> str:
        """``8 March 2011``; ``2011年3月8日``."""
        return f"{t.day} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def stamp(self, t: datetime) -> str:
        """``14:20, 8 March 2011``; ``2011年3月8日 14:20``."""
        return f"{t:%H:%M}, {self.day(t)}" if self.english else f"{self.day(t)} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """Bars of the house and of the service, and what everyone reads at the right."""
        items = self.menu(
            page.paper, '<li class="{on}"><a href="{url}">{name}</a></li>', now=page.section, current="selected"
        )
        index = f'<h2 class="index-heading">{esc(page.section)}</h2>' if page.section else ""
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.paper.name)} - {esc(page.title)}</title>\n{page.head}</head>\n<!--[if lte IE 6]><body class="news ie"><![endif]-->\n<body class="news">\n<div id="blq-container"><div id="blq-acc"><ul id="blq-acc-links"><li><a href="#main-content">{self.word("跳到內容", "Skip to content")}</a></li><li><a href="/help">{self.word("無障礙說明", "Accessibility Help")}</a></li></ul></div>\n<div id="header"><div class="brand"><a href="/">{esc(page.paper.name)}</a></div>{index}<ul class="nav">{items}</ul></div>\n'
            f'<div id="main-content" class="layout-block">{page.main}</div>\n<div id="blq-foot"><ul><li><a href="/about">{self.word("關於我們", "About us")}</a></li><li><a href="/subscribe">{self.word("訂閱", "Newsletters")}</a></li></ul><p class="blq-legal">{esc(page.paper.rights)} {self.word("外部網站的內容與本台無關。", "The service is not responsible for the content of external sites.")}</p></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Headline and section."""
        return f'<meta name="Headline" content="{attr(copy.version.title)}" />\n<meta name="Section" content="{attr(copy.article.section)}" />\n<meta name="contentFlavor" content="STORY" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Headings are spans."""
        if block.kind == "h":
            return f'<span class="cross-head">{spans(block.spans)}</span>'
        if block.kind == "embed":
            return f'<div class="videoInStoryB"><div class="emp"><iframe src="{attr(block.url)}" width="448" height="252"></iframe></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box as wide as its picture."""
        credit = f' <em class="source">{esc(picture.credit)}</em>' if picture.credit else ""
        return f'<div class="caption full-width"><img src="{self.source(copy, picture)}" width="464" height="261" alt="" /><span style="width:464px;">{esc(picture.caption)}{credit}</span></div>'

    def story(self, copy: Copy) -> str:
        """One element for all of it, and a column."""
        pieces = self.blocks(copy)
        first = next((n for n, b in enumerate(copy.version.blocks) if b.kind == "p"), 0)
        pieces[first] = pieces[first].replace("<p>", '<p class="introduction" id="story_continues_1">', 1)
        links = copy.others('<li><a class="story" href="{url}">{title}</a></li>', 2)
        if links:
            pieces.insert(
                min(self.at, len(pieces)),
                f'<div class="story-feature related narrow"><a class="hidden" href="#story_continues_2">{copy.say("繼續閱讀正文", "Continue reading the main story")}</a><h2>{copy.say("相關報道", "Related Stories")}</h2><ul class="related-links-list">{links}</ul></div>',
            )
        changed = copy.changed(
            f' <span class="time-text">{copy.say("最後更新於 ", "Last updated at ")}</span><span class="time">{{}}</span>'
        )
        by = copy.signed('<span class="byline-name">{}</span>')
        title = self.post[0 if self.english else 1]
        if by:
            by = f'<span class="byline">{by}<span class="byline-title">{title}, {esc(copy.paper.name)}</span></span>'
        share = f'<ul class="page-bookmark-links"><li>{copy.say("分享", "Share")}</li><li><a href="#f">Facebook</a></li><li><a href="#t">Twitter</a></li><li><a href="#p">{copy.say("列印", "Print")}</a></li></ul>'
        also = "".join(
            f'<li><a class="story" href="{attr(c.url)}"><span>{esc(c.title)}</span></a> <span class="timestamp">{c.published.day:02d} {MONTHS[c.published.month - 1][:3].upper()} {c.published:%y}</span>, <span class="section">{esc(c.section).upper()}</span></li>'
            for c in copy.related[1:4]
        )
        popular = copy.others('<li><a class="story" href="{url}"><span class="n">•</span> {title}</a></li>', 5)
        return (
            f'<div class="layout-block-a"><div class="story-body">\n<span class="story-date"><span class="date">{copy.day}</span>{changed}</span>\n{share}\n<h1 class="story-header">{copy.title}</h1>\n{by}\n{chr(10).join(pieces)}\n{share}\n</div>\n<div class="story-related"><h2>{copy.say("更多關於此事", "More on This Story")}</h2><h3>{copy.say("相關報道", "Related Stories")}</h3><ul class="see-also">{also}</ul></div></div>\n'
            f'<div class="layout-block-b"><div class="hyper-depth"><h2>{copy.say("頭條", "Top Stories")}</h2><ul>{copy.others("<li><h3><a class=`story` href=`{url}`>{title}</a></h3><p>{lead}…</p></li>", 2, skip=2)}</ul></div><div id="most-popular"><h2>{copy.say("最受歡迎", "Most Popular")}</h2><h3>{copy.say("閱讀", "Read")}</h3><ol>{popular}</ol></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """One story large, the others small; no days."""
        out = [f'<div class="layout-block-a"><h1 class="index-title">{esc(heading)}</h1>']
        for at, c in enumerate(cards):
            if at == 0:
                out.append(
                    f'<div id="top-story"><h2 class="top-story-header"><a class="story" href="{attr(c.url)}">{esc(c.title)}</a></h2><p>{esc(c.summary)}…</p></div><ul class="stories">'
                )
            else:
                out.append(
                    f'<li><h3 class="secondary-story-header"><a class="story" href="{attr(c.url)}">{esc(c.title)}</a></h3>{f"<p>{esc(c.summary)}…</p>" if at < 4 else ""}</li>'
                )
        out.append("</ul></div>")
        if older:
            out.append(f'<a class="older" href="{attr(older)}">{self.word("更早的報道", "Earlier stories")}</a>')
        return "\n".join(out)

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of help."""
        return f'<div class="layout-block-a"><div class="help-body"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Haversack(Freehand):
    """2012: a page of widgets for telephones: the section is the bar's heading, the story's is the second, pictures to swipe before the text."""

    name = "haversack"
    tagged = False
    timed = True

    def draw(self, rng: Random) -> None:
        """Order of the day's parts, and the buttons' colour."""
        self.order = choose(rng, "ymd", "dmy")
        self.swatch = choose(rng, "a", "b", "e")
        self.hand = choose(
            rng,
            Hand("記者：{a}", "記者：{a}、{b}", role="記者"),
            Hand("撰文：{a}", "撰文：{a}、{b}", role="撰文", photo="撰文：{a} 攝影：{b}", roles=("撰文", "攝影")),
        )
        self.hand_en = Hand("Text: {a}", "Text: {a}, {b}", role=None)

    def day(self, t: datetime) -> str:
        """``2012-03-08 09:05`` or ``08/03/2012 09:05``."""
        return f"{t:%d/%m/%Y %H:%M}" if self.order == "dmy" else f"{t:%Y-%m-%d %H:%M}"

    def button(self, url: str, words: str, icon: str) -> str:
        """A button as the widgets' script has dressed it."""
        return f'<a href="{url}" data-role="button" data-icon="{icon}" class="ui-btn ui-shadow ui-btn-corner-all ui-btn-up-{self.swatch}"><span class="ui-btn-inner"><span class="ui-btn-text">{words}</span><span class="ui-icon ui-icon-{icon}">&nbsp;</span></span></a>'

    def frame(self, page: Shell) -> str:
        """Header bar, content, footer bar."""
        items = self.menu(
            page.paper, '<li data-theme="c" class="ui-li"><a href="{url}" class="ui-link-inherit">{name}</a></li>'
        )
        bar = esc(page.section) if page.is_story else esc(page.title)
        return (
            f'<!DOCTYPE html>\n<html class="ui-mobile">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, minimum-scale=1, maximum-scale=1" />\n<meta name="format-detection" content="telephone=no" />\n<title>{esc(page.paper.name)}</title>\n{page.head}</head>\n<body class="ui-mobile-viewport">\n<div data-role="page" data-theme="c" class="ui-page ui-body-c ui-page-active" tabindex="0">\n<div data-role="header" data-theme="{self.swatch}" class="ui-header ui-bar-{self.swatch}" role="banner">{self.button("/", self.word("首頁", "Home"), "home")}<h1 class="ui-title" role="heading" aria-level="1">{bar}</h1>{self.button("#menu", self.word("目錄", "Menu"), "grid")}</div>\n'
            f'<div data-role="content" class="ui-content" role="main">\n{page.main}\n</div>\n<div data-role="collapsible" id="menu" class="ui-collapsible"><h4>{self.word("所有版面", "All sections")}</h4><ul data-role="listview">{items}</ul></div>\n<div data-role="footer" class="ui-footer ui-bar-{self.swatch}" role="contentinfo"><h4 class="ui-title">{esc(page.paper.rights)}</h4><a href="/about">{self.word("關於", "About")}</a> <a href="/?desktop=1">{self.word("完整版", "Full site")}</a></div>\n</div>\n<div class="ui-loader ui-body-a"><h1>loading</h1></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Every paragraph a box."""
        if block.kind == "p":
            return f'<div class="para">{spans(block.spans)}</div>'
        if block.kind == "note":
            return f'<div class="para"><i>{spans(block.spans)}</i></div>'
        if block.kind == "h":
            return f'<div class="para sub"><b>{spans(block.spans)}</b></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture to swipe."""
        credit = f"<small>{esc(picture.credit)}</small>" if picture.credit else ""
        return f'<li class="slide"><img src="{self.source(copy, picture)}" width="100%" /><p>{esc(picture.caption)}</p>{credit}</li>'

    def story(self, copy: Copy) -> str:
        """Headline, facts, pictures, size of letters, text, buttons, what readers say."""
        slides = [b for b in copy.version.blocks if b.picture]
        rest = tuple(b for b in copy.version.blocks if not b.picture)
        pictures = f'<ul class="swipe">{"".join(self.blocks(copy, tuple(slides)))}</ul>\n' if slides else ""
        by = copy.signed("<br />{}")
        sizes = "".join(
            f'<a href="#" data-role="button" data-inline="true" class="ui-btn ui-btn-inline"><span class="ui-btn-text">{w}</span></a>'
            for w in copy.say("小,中,大", "S,M,L").split(",")
        )
        remarks = copy.remarks(
            '<li class="ui-li ui-li-static"><p class="ui-li-aside ui-li-desc">{when}</p><h3 class="ui-li-heading">{who}</h3><p class="ui-li-desc">{what}</p></li>'
        )
        before = copy.related[0].url if copy.related else "/"
        return (
            f'<h2 class="headline">{copy.title}</h2>\n<p class="info">{copy.day}{by}</p>\n{pictures}<div data-role="controlgroup" data-type="horizontal" class="ui-corner-all ui-controlgroup">{sizes}</div>\n<div id="txt" class="size-m">\n{chr(10).join(self.blocks(copy, rest))}\n</div>\n<div class="banner"><img src="/ad/{copy.salt % 9}.gif" width="320" height="50" alt="" /></div>\n'
            f'<div class="ui-grid-a"><div class="ui-block-a">{self.button(attr(before), copy.say("上一則", "Previous"), "arrow-l")}</div><div class="ui-block-b">{self.button("#", copy.say("電郵給朋友", "E-mail this"), "forward")}</div></div>\n<div data-role="collapsible" class="ui-collapsible"><h3 class="ui-collapsible-heading">{copy.say("讀者回應", "Readers say")}</h3><ul data-role="listview" class="ui-listview">{remarks}</ul></div>\n'
            f'<ul data-role="listview" data-inset="true" class="ui-listview ui-listview-inset"><li data-role="list-divider" class="ui-li ui-li-divider">{copy.say("其他新聞", "More news")}</li>{copy.others("<li class=`ui-li ui-btn`><a href=`{url}` class=`ui-link-inherit`>{title}</a></li>", 4)}</ul>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list to touch, with the hour beside."""
        rows = "".join(
            f'<li class="ui-li ui-btn ui-li-has-thumb"><a href="{attr(c.url)}" class="ui-link-inherit"><img src="/t/{c.id}.jpg" class="ui-li-thumb" alt="" /><p class="ui-li-aside ui-li-desc">{self.day(c.published)}</p><h3 class="ui-li-heading">{esc(c.title)}</h3><p class="ui-li-desc">{esc(c.summary)}</p></a></li>\n'
            for c in cards
        )
        more = self.button(attr(older), self.word("更多", "More"), "plus") if older else ""
        return f'<ul data-role="listview" data-split-icon="gear" class="ui-listview"><li data-role="list-divider" class="ui-li ui-li-divider">{esc(heading)}</li>{rows}</ul>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Boxes."""
        return f'<h2 class="headline">{esc(heading)}</h2><div id="txt">{"".join(f"<div class=para>{esc(p)}</div>" for p in paragraphs)}</div>'
