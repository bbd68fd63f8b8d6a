"""A nonprofit investigative newsroom of 2013 to 2021 on Django and Wagtail, its texts streams of blocks."""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import md5
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_AP = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_RICH = {"p", "h", "ul", "ol", "note"}


class Kestrel(Freehand):
    """2016: long reads as a stream of blocks: kicker, headline, deck, contributors' line, runs of rich text broken by a letter's box, a call for money, a pull quote and a story to read next; who else worked on it, a licence to republish and the reporters' lives below."""

    name = "kestrel"
    timed = True  # in the head only
    stamped = True

    def draw(self, rng: Random) -> None:
        """Decks, where the names stand, what the hands are called."""
        self.decked = rng.random() < 0.6
        self.under = rng.random() < 0.5  # names under the opening picture
        self.microdata = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("採訪・撰稿　{a}", "採訪・撰稿　{a}　{b}", placed="採訪・撰稿　{a}（{p}）", photo="採訪・撰稿　{a}　影像　{b}", role="採訪・撰稿", roles=("採訪・撰稿", "影像")),
            Hand("調查記者{a}", "調查記者{a}與{b}", placed="調查記者{a}發自{p}", photo="調查記者{a}，攝影記者{b}", agency="{o}供稿", role="調查記者", roles=("調查記者", "攝影記者")),
            Hand("{a}", "{a}＋{b}", photo="{a}（文字）＋{b}（攝影）", desk="{o}專案小組", roles=("文字", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("Story by {a}", "Story by {a} and {b}", placed="Story by {a}, reporting from {p}", desk="Story by the {o}", agency="Story by {o}"),
            Hand("{a}, Staff Reporter", "{a} and {b}, Staff Reporters", placed="{a}, Staff Reporter, {p}", agency="{o}, publishing partner", role="Staff Reporter"),
            Hand("by {a}", "by {a} with {b}", placed="by {a} in {p}", desk="by the {o}", agency="by {o}"),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Sept. 3, 2019``; ``2019/9/3``."""
        return f"{_AP[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year}/{t.month}/{t.day}"

    def stamp(self, t: datetime) -> str:
        """``Sept. 4, 2019, 3:05 p.m. EDT``; ``2019/9/4 15:05``."""
        if not self.english:
            return f"{self.day(t)} {t:%H:%M}"
        minute = f":{t.minute:02d}" if t.minute else ""
        return f"{self.day(t)}, {t.hour % 12 or 12}{minute} {'a.m.' if t.hour < 12 else 'p.m.'} {t:%Z}"

    def machine(self, copy: Copy) -> str:
        """Cards for other people's sites, and linked data in which the newsroom is the author of everything."""
        paper, name = copy.paper, copy.paper.name
        moment = copy.article.published.replace(second=0, microsecond=0).isoformat()
        org = {"@type": "NGO", "name": name, "url": f"https://{paper.home}/"}
        data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": copy.version.title, "url": copy.url, "datePublished": moment, "author": org, "publisher": org, "isAccessibleForFree": True}  # fmt: skip
        linked = "" if self.microdata else f'\n<script type="application/ld+json">{json.dumps(data, ensure_ascii=False).replace("<", chr(92) + "u003c")}</script>'  # fmt: skip
        return f'<link rel="canonical" href="{attr(copy.url)}">\n<meta name="description" content="{attr(copy.lead)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:site_name" content="{attr(name)}">\n<meta property="article:published_time" content="{moment}">\n<meta property="article:section" content="{attr(copy.article.section)}">\n<meta name="twitter:card" content="summary_large_image">{linked}\n'

    def frame(self, page: Shell) -> str:
        """A bar that asks for money, the wordmark, sections behind a button; who pays for it all at the foot."""
        paper, word = page.paper, self.word
        menu = self.menu(paper, '<li class="primary-nav__item{on}"><a href="{url}">{name}</a></li>\n', now=page.section, current=" is-active")  # fmt: skip
        kind = "article" if page.is_story else "standard-index"
        return f'<!DOCTYPE html>\n<html class="no-js" lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} — {esc(paper.name)}</title>\n<meta name="viewport" content="width=device-width, initial-scale=1">\n{page.head}<link rel="stylesheet" href="/static/CACHE/css/output.3f1c92ab07de.css">\n</head>\n<body class="template-{kind}-page">\n<a class="skip-link" href="#content">{word("跳到主要內容", "Skip to content")}</a>\n<div class="appeal-bar" data-appeal="spring"><p>{word("沒有廣告，沒有老闆，只有讀者。", "No owners, no advertisers. Readers pay for this.")} <a href="/donate/?src=bar">{word("捐款", "Donate")}</a></p><button class="appeal-bar__close" type="button">×</button></div>\n<header class="site-header" role="banner"><a class="wordmark" href="/">{esc(paper.name)}</a><p class="wordmark__sub">{word("非營利調查報導", "Nonprofit investigative reporting")}</p>\n<button class="nav-toggle" aria-controls="primary-nav">{word("選單", "Menu")}</button>\n<nav id="primary-nav" class="primary-nav"><ul>\n{menu}<li class="primary-nav__item primary-nav__item--tips"><a href="/tips/">{word("提供線索", "Send a tip")}</a></li></ul></nav>\n<form action="/search/" method="get" role="search"><input type="search" name="query" placeholder="{word("搜尋", "Search")}"></form></header>\n<main id="content">\n{page.main}\n</main>\n<footer class="site-footer"><div class="site-footer__funders"><h2>{word("我們的錢從哪裡來", "Who funds us")}</h2><p>{word("個人捐款與公益基金會。支持者不參與編輯決定。", "Individual givers and foundations. None of them sees a story before you do.")}</p></div>\n<ul class="site-footer__links"><li><a href="/about/">{word("關於我們", "About")}</a></li><li><a href="/ethics/">{word("編採守則", "Code of ethics")}</a></li><li><a href="/impact/">{word("影響", "Impact")}</a></li><li><a href="/corrections/">{word("更正", "Corrections")}</a></li></ul>\n<p class="site-footer__legal">{esc(paper.rights)}. {word("登記公益團體。", "A 501(c)(3) organization.")}</p></footer>\n<script src="/static/CACHE/js/output.77ad0e4b91c2.js"></script>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the editor's buttons make."""
        if block.kind == "h":
            return f"<h2>{spans(block.spans)}</h2>"
        if block.kind == "note":
            return f"<p><i>{spans(block.spans)}</i></p>"
        if block.kind == "quote":
            return f'<div class="block-quotation"><blockquote class="quotation"><p class="quotation__text">{spans(block.spans)}</p></blockquote></div>'
        if block.kind == "table":
            first, *rest = block.rows
            head = "".join(f'<th scope="col">{esc(c)}</th>' for c in first)
            rows = "\n".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>" for row in rest)
            return f'<div class="block-table"><table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>'
        if block.kind == "embed":
            return f'<div class="block-embed"><div class="responsive-object" style="padding-bottom: 56.25%;"><iframe width="480" height="270" src="{attr(block.url)}" frameborder="0" allowfullscreen></iframe></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A rendition of the library's picture."""
        credit = f'\n<span class="captioned__credit">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="block-captioned_image"><figure class="captioned captioned--wide"><img alt="" src="{self.source(copy, picture)}" width="1140" height="760"><figcaption><span class="captioned__text">{esc(picture.caption)}</span>{credit}</figcaption></figure></div>'

    def token(self, copy: Copy) -> str:
        """The hidden field that forms have."""
        return f'<input type="hidden" name="csrfmiddlewaretoken" value="{md5(copy.article.id.encode(), usedforsecurity=False).hexdigest()}">'

    def stream(self, copy: Copy, blocks: tuple[Block, ...]) -> str:
        """Runs of rich text, and what the newsroom puts between them after so many blocks."""
        at = copy.article.index
        texts = [b.text for b in blocks if b.kind == "p"]
        pulled = texts[len(texts) // 2] if texts else ""
        pulled = pulled.split("。")[0] if "。" in pulled else pulled.split(". ")[0].rstrip(".")
        calls = {
            2: f'<aside class="block-newsletter_signup"><h4>{copy.say("訂閱《{letter}》", "Get {letter}")}</h4><p>{copy.say("新的調查一刊出，我們就寫信給你。", "Our investigations, in your inbox the day they run.")}</p><form action="/newsletter/subscribe/" method="post">{self.token(copy)}<input type="email" name="email" placeholder="you@mail.example"><button>{copy.say("訂閱", "Sign me up")}</button></form></aside>',
            4: f'<aside class="block-pull_quote pull-quote pull-quote--{"left" if at % 4 else "right"}" aria-hidden="true"><p>{esc(pulled)}</p></aside>' if at % 2 and len(texts) > 4 else "",
            6: f'<aside class="block-donate_call"><p><b>{copy.say("這篇報導花了我們好幾個月。", "Stories like this one take months.")}</b> {copy.say("每月一點支持，調查就能走下去。", "Chip in and {name} can keep digging.")}</p><a class="button button--give" href="/donate/?src=inline">{copy.say("成為月捐人", "Give monthly")}</a></aside>',
            8: copy.others('<aside class="block-related_link"><span>' + copy.say("延伸閱讀", "Read next") + "</span> <a href=`{url}`>{title}</a></aside>", 1, skip=at % 3),
        }  # fmt: skip
        out: list[str] = []
        run: list[str] = []
        for n, block in enumerate(blocks, 1):
            rich = block.kind in _RICH
            if rich:
                run.append(self.block(copy, block))
            call = calls.get(n, "") if n < len(blocks) and block.kind != "h" else ""
            if run and (call or not rich or n == len(blocks)):
                text = "\n".join(run)
                out.append(f'<div class="block-paragraph"><div class="rich-text">{text}</div></div>')
                run = []
            out += [x for x in ("" if rich else self.block(copy, block), call) if x]
        return "\n".join(out)

    def story(self, copy: Copy) -> str:
        """The head, the opening picture, the stream, the small print."""
        art, say, blocks = copy.article, copy.say, copy.version.blocks
        opening = blocks[0].picture if blocks and blocks[0].kind == "figure" else None
        hero = f'<div class="article__lead-art">{self.picture(copy, opening)}</div>\n' if opening else ""

        def md(prop: str) -> str:
            return f' itemprop="{prop}"' if self.microdata else ""

        names = copy.linked('<a class="contributors__name" href="/people/" rel="author">{}</a>')
        names = f'<p class="contributors">{names}</p>\n' if names else ""
        line = f'<div class="article__meta">\n{names}<time class="article__date" datetime="{art.published:%Y-%m-%d}"{md("datePublished")}>{copy.day}</time>\n<ul class="share-tools"><li><a href="https://social.example/share">{say("分享", "Share")}</a></li><li><a href="mailto:?subject={art.id}">{say("電郵", "Email")}</a></li><li><a href="#republish">{say("轉載", "Republish")}</a></li></ul>\n</div>\n'
        decks = (
            say("文件、帳目和當事人的說法，拼出一件沒有人負責的事。", "Records, ledgers and interviews show how it happened, and who looked away."),
            say("我們讀完了所有紀錄，問題比官方承認的要早。", "{name} read the files. The trouble began long before anyone admitted it."),
            say("代價由最少說話的人承擔。", "The people with the least say paid the price."),
        )  # fmt: skip
        deck = f'<p class="article__deck">{decks[art.index % 3]}</p>\n' if self.decked else ""
        series = f'<div class="series-banner"><a href="/series/">{say("專題系列", "A continuing series")}</a> <span>{say(f"第 {art.index % 5 + 1} 篇", f"Part {art.index % 5 + 1}")}</span></div>\n' if art.index % 3 == 0 else ""  # fmt: skip
        updated = copy.changed(f'<p class="article__update"><strong>{say("更新：", "Updated")}</strong> <time>{{}}</time></p>\n')  # fmt: skip
        signed = copy.signed("<p>{}, " + esc(copy.paper.name) + "</p>")
        paste = f'<h1>{copy.title}</h1>{signed}<p>{say("本文原刊於 {name}。", "This story was originally published by {name}.")}</p><p><a href="{attr(copy.url)}">{esc(copy.url)}</a></p>'
        lives = "".join(
            f'<div class="bio"><img class="bio__portrait" src="/media/images/portrait.2e16d0ba.fill-120x120.jpg" alt=""><h3>{esc(p.name)}</h3><p>{say("{name}記者。", "Reports for {name}.")} <a href="/tips/">{say("加密聯絡", "Reach out securely")}</a></p></div>\n'
            for p in copy.said.people or ()
            if p.kind == "person"
        )
        helped = (
            say("資料分析、查核與設計：本報資料小組。", "Data analysis, fact-checking and design by the {name} data team."),
            say("本專案獲公益調查基金資助，基金未參與編採。", "This project was supported by a reporting grant; the funder had no part in the editing."),
        )[art.index % 2]  # fmt: skip
        more = copy.others(
            '<li class="teaser"><span class="teaser__kicker">{section}</span><a href=`{url}`>{title}</a></li>\n', 3
        )
        return f'<article class="article article--longform"{" itemscope itemtype=`https://schema.org/NewsArticle`".replace("`", chr(34)) if self.microdata else ""}>\n<header class="article__header">\n{series}<p class="article__kicker"><a href="{copy.section_url}"{md("articleSection")}>{copy.section}</a></p>\n<h1 class="article__title"{md("headline")}>{copy.title}</h1>\n{deck}{"" if self.under else line}</header>\n{hero}{line if self.under else ""}{updated}<div class="article__body"{md("articleBody")}>\n{self.stream(copy, blocks[1:] if opening else blocks)}\n</div>\n<div class="article__credits"><p>{helped}</p></div>\n<div class="article__topics"><h4>{say("議題", "Filed under")}</h4><ul>{copy.tags("<li><a href=`{url}`>{tag}</a></li>")}</ul></div>\n{lives}<section id="republish" class="republish"><h4>{say("免費轉載這篇報導", "Republish this story for free")}</h4><p>{say("依創用CC授權：請註明作者與出處，不得改寫或出售。", "Creative Commons: credit us, link to us, do not edit the text or sell it.")}</p><textarea readonly rows="6">{esc(paste)}</textarea><button class="js-copy">{say("複製", "Copy HTML")}</button></section>\n</article>\n<aside class="more-stories"><h2>{say("更多調查", "More investigations")}</h2><ul>\n{more}</ul></aside>\n<section class="discussion"><h2>{say("讀者回應", "Discussion")}</h2><div id="comment-thread" data-identifier="article-{art.id}"></div><noscript>{say("請啟用 JavaScript 以閱讀回應。", "Please enable JavaScript to view the comments.")}</noscript></section>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers, and a page's way on."""
        rows = "\n".join(
            f'<li class="teaser teaser--wide"><p class="teaser__kicker">{esc(c.section)}</p><h2 class="teaser__title"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="teaser__deck">{esc(c.summary)}</p><time>{self.day(c.published)}</time></li>'
            for c in cards
        )
        more = f'\n<nav class="pagination"><a rel="next" href="{attr(older)}">{self.word("較早的報導", "Earlier stories")}</a></nav>' if older else ""  # fmt: skip
        return f'<h1 class="index__title">{esc(heading)}</h1>\n<ol class="teasers">\n{rows}\n</ol>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A standard page."""
        text = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return f'<h1 class="standard__title">{esc(heading)}</h1>\n<div class="block-paragraph"><div class="rich-text">{text}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Kestrel,)
ADDRESSES: dict[str, Form] = {
    "stories/year/mon/day/slug": Form(lambda _p, a, _v: f"/stories/{a.published:%Y}/{MONTHS[a.published.month - 1][:3].lower()}/{a.published:%d}/{ascii_slug(a)}/", has_id=False)
}  # fmt: skip
