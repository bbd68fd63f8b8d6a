"""Designs of ``held_out``: a business daily of 2014, a free commuters' tabloid of 2020."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Dulcimer", "Euphonium"]


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


class Euphonium(Freehand):
    """2020: a free commuters' tabloid on its publisher's set of atoms, molecules and organisms: a live bar on top, chips for section and topics, a headline over the lead picture's width, the writer beside a round picture, links to other stories and a letter's form between the paragraphs, data for machines in the head."""

    name = "euphonium"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """What stands in the text and where, whether chips end the text, how it signs."""
        self.letter_at = 3 + int(rng.random() * 3)
        self.more_at = 1 + int(rng.random() * 2)
        self.live = rng.random() < 0.6
        self.accent = choose(rng, "#e4002b", "#0057b8", "#00843d")
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", photo="文字／{a}　攝影／{b}", agency="{o}", roles=("文字", "攝影")),
            Hand("記者 {a}", "記者 {a}、{b}", placed="記者 {a}／{p}", photo="文：{a}　圖：{b}", role="記者", roles=("文", "圖")),
        )  # fmt: skip
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} and {b}", desk="{o}", agency="{o}"))  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Sunday 8 Mar 2020 9:05 pm``; ``2020.03.08 21:05``."""
        if self.english:
            return f"{DAYS[t.weekday()]} {t.day} {MONTHS[t.month - 1][:3]} {t.year} {clock(t, 'am', 'pm')}"
        return f"{t:%Y.%m.%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A notice of cookies, the header organism, a live bar, the page, a foot of groups."""
        items = self.menu(page.paper, '<li class="m-nav__item{on}"><a class="a-link a-link--nav" href="{url}">{name}</a></li>', now=page.section, current=" is-current")  # fmt: skip
        live = (
            f'<div class="m-livebar"><span class="a-badge a-badge--live">{self.word("直播", "LIVE")}</span> <a class="a-link" href="/live/today">{self.word("交通消息：東線延誤十分鐘", "Travel: ten-minute delays on the eastern line")}</a></div>\n'
            if self.live
            else ""
        )
        style = f"*{{box-sizing:border-box}}body{{margin:0;font:17px/1.6 system-ui,sans-serif;color:#161616}}a{{color:inherit}}.o-header{{background:{self.accent};color:#fff;padding:10px 20px}}.m-nav{{display:flex;gap:18px;list-style:none;margin:8px 0 0;padding:0;font-weight:700;font-size:15px}}.m-nav a{{text-decoration:none}}.m-livebar{{background:#161616;color:#fff;padding:6px 20px;font-size:14px}}.t-page{{display:grid;grid-template-columns:minmax(0,640px) 300px;gap:40px;max-width:980px;margin:20px auto}}.a-headline--xl{{font-size:38px;line-height:1.1;margin:8px 0}}.a-chip{{display:inline-block;border:2px solid {self.accent};padding:0 8px;font-size:13px;font-weight:700;text-decoration:none}}.m-credit{{display:flex;gap:12px;align-items:center;font-size:14px}}.a-avatar{{width:44px;height:44px;border-radius:50%;background:#ddd}}.m-inlinelink,.m-signup{{border-left:4px solid {self.accent};padding:8px 14px;margin:18px 0;background:#f4f4f4;font-size:15px}}.m-media{{margin:18px 0}}.m-media img{{width:100%;min-height:180px;background:#e8e8e8}}.m-media__text{{font-size:13px;color:#666}}.m-card{{display:flex;gap:14px;border-top:1px solid #ddd;padding:12px 0}}.m-sharebar{{list-style:none;display:flex;gap:14px;padding:0;font-size:14px}}.o-footer{{background:#f4f4f4;padding:20px;font-size:14px}}.m-consent{{font-size:13px;padding:6px 20px;background:#fff7cc}}.a-table{{border-collapse:collapse}}.a-table td,.a-table th{{border-bottom:1px solid #ccc;padding:4px 10px;text-align:left}}"
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}<link rel="preload" href="/static/fonts/tabloid-bold.woff2" as="font" crossorigin>\n<style>{style}</style>\n<link rel="manifest" href="/site.webmanifest">\n</head>\n<body class="t-{"story" if page.is_story else "index"}">\n<div class="m-consent" role="dialog"><span>{self.word("本網站使用 Cookie。", "We use cookies to keep this paper free.")}</span> <button type="button">{self.word("同意", "OK")}</button> <a href="/cookies">{self.word("設定", "Manage")}</a></div>\n'
            f'<header class="o-header" role="banner"><a class="a-logo" href="/"><svg width="420" height="36" role="img"><text x="0" y="28" font-size="28" font-weight="900" fill="#fff">{esc(page.paper.name)}</text></svg></a><nav aria-label="{self.word("主選單", "Main")}"><ul class="m-nav">{items}<li class="m-nav__item"><a class="a-link a-link--nav" href="/puzzles">{self.word("遊戲", "Puzzles")}</a></li></ul></nav></header>\n{live}<main class="t-page" id="main">\n{page.main}\n</main>\n'
            f'<footer class="o-footer"><ul class="m-nav"><li><a href="/app">{self.word("下載應用程式", "Get the app")}</a></li><li><a href="/e-edition">{self.word("電子版", "E-edition")}</a></li><li><a href="/advertise">{self.word("廣告查詢", "Advertise")}</a></li><li><a href="/competitions/terms">{self.word("比賽條款", "Competition rules")}</a></li></ul><p class="a-small">{esc(page.paper.rights)} · {self.word("每個工作天在車站免費取閱", "Free at stations every working day")}</p></footer>\n<script src="/static/js/runtime.8c1f.js" defer></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """An opening, what networks ask for, the article as linked data."""
        data: dict[str, object] = {
            "@context": "https://schema.org", "@type": "NewsArticle", "mainEntityOfPage": copy.url, "headline": copy.version.title,
            "datePublished": copy.article.published.isoformat(),
            "articleSection": copy.article.section, "publisher": {"@type": "Organization", "name": copy.paper.name},
        }  # fmt: skip
        if copy.version.updated:
            data["dateModified"] = copy.version.updated.isoformat()
        if copy.said.people:
            data["author"] = [{"@type": "Person" if p.kind == "person" else "Organization", "name": p.name} for p in copy.said.people]  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<meta name="description" content="{attr(copy.lead)}">\n<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:type" content="article">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Every element an atom with its class."""
        if block.kind == "p":
            return f'<p class="a-text">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<h2 class="a-headline a-headline--s">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<p class="a-text a-text--note">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f'<blockquote class="m-quote"><p class="a-text">{spans(block.spans)}</p></blockquote>'
        if block.kind in {"ul", "ol"}:
            return f'<{block.kind} class="a-list">{"".join(f"<li>{esc(i)}</li>" for i in block.items)}</{block.kind}>'
        if block.kind == "table":
            return table(block.rows, ' class="a-table"')
        if block.kind == "embed":
            return f'<div class="m-embed" data-consent="video"><iframe src="{attr(block.url)}" width="100%" height="340" loading="lazy" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture in two sizes, its text and whose it is in brackets."""
        credit = f' <span class="m-media__owner">({esc(picture.credit)})</span>' if picture.credit else ""
        url = self.source(copy, picture)
        return f'<figure class="m-media"><picture><source media="(min-width:600px)" srcset="{url}"><img src="{url}" alt="" loading="lazy"></picture><figcaption class="m-media__text">{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Chip, headline, credit with hours, share bar, text with links and a form in it, chips, remarks; the latest and a game at the side."""
        pieces = self.blocks(copy)
        if len(pieces) > self.letter_at:
            pieces.insert(self.letter_at, f'<form class="m-signup" action="/newsletters"><strong>{copy.say("通勤路上讀這封信", "The commute, in your inbox")}</strong><p>{copy.say("每朝七時，五則要聞。", "Five stories at seven every morning.")}</p><input type="email" name="email"> <button>{copy.say("登記", "Sign up")}</button></form>')  # fmt: skip
        if len(pieces) > self.more_at + 1 and len(copy.related) > 4:
            pieces.insert(self.more_at, f'<aside class="m-inlinelink"><span class="a-badge">{copy.say("還有", "MORE")}</span> {copy.others("<a href=`{url}`>{title}</a>", 1, skip=4)}</aside>')  # fmt: skip
        by = copy.signed('<span class="a-avatar" aria-hidden="true"></span><span class="m-credit__name">{}</span>')
        changed = copy.changed(f' <span class="m-credit__edit">{copy.say("更新", "Updated")} {{}}</span>')
        chips = copy.tags('<li><a class="a-chip" href="{url}">{tag}</a></li>')
        chips = f'<ul class="m-sharebar m-chips" aria-label="{copy.say("話題", "Topics")}">{chips}</ul>\n' if chips else ""  # fmt: skip
        said = copy.remarks('<li class="m-remark"><b>{who}</b> <small>{when}</small><p>{what}</p><button type="button">+{n}</button></li>')  # fmt: skip
        latest = copy.others("<div class=`m-card`><a class=`a-link` href=`{url}`>{title}</a></div>\n", 4)
        return (
            f'<article class="o-story">\n<header class="o-story__top"><a class="a-chip a-chip--section" href="{copy.section_url}">{copy.section}</a>\n<h1 class="a-headline a-headline--xl">{copy.title}</h1>\n<div class="m-credit">{by}<span class="m-credit__when">{copy.day}{changed}</span></div>\n<ul class="m-sharebar"><li><a href="#wa">WhatsApp</a></li><li><a href="#fb">Facebook</a></li><li><a href="#tw">Twitter</a></li><li><a href="#remarks">{copy.say("留言", "Comments")}</a></li></ul></header>\n'
            f'<div class="o-story__text">\n{chr(10).join(pieces)}\n</div>\n{chips}<section class="o-remarks" id="remarks"><h2 class="a-headline a-headline--m">{copy.say("你怎樣看？", "What do you think?")}</h2><ul class="a-plain">{said}</ul><a href="/login">{copy.say("登入後留言", "Log in to comment")}</a></section>\n</article>\n'
            f'<aside class="o-side"><h2 class="a-headline a-headline--m">{copy.say("最新", "Latest")}</h2>\n{latest}<div class="m-slot" data-slot="side-1"><small>{copy.say("廣告", "Advertisement")}</small></div>\n<div class="m-inlinelink"><strong>{copy.say("今日數獨", "Today’s sudoku")}</strong><br><a href="/puzzles/sudoku">{copy.say("下車前解得完嗎？", "Can you finish before your stop?")}</a></div></aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Cards with a picture, a chip, a headline and the hour."""
        rows = "".join(
            f'<div class="m-card"><img src="/static/t/{c.id}.jpg" width="120" height="80" alt="" loading="lazy"><div><span class="a-chip">{esc(c.section)}</span><h3 class="a-headline a-headline--s"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><span class="m-card__when">{self.day(c.published)}</span></div></div>\n'
            for c in cards
        )
        more = f'<a class="a-button" href="{attr(older)}">{self.word("載入更多", "Show more")}</a>' if older else ""
        return f'<section class="o-index"><h1 class="a-headline a-headline--m">{esc(heading)}</h1>\n{rows}{more}</section>\n<aside class="o-side"><div class="m-slot" data-slot="side-1"></div></aside>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A plain page."""
        return f'<section class="o-page"><h1 class="a-headline a-headline--m">{esc(heading)}</h1>{"".join(f"""<p class="a-text">{esc(p)}</p>""" for p in paragraphs)}</section>'


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Dulcimer, Euphonium)
ADDRESSES: dict[str, Form] = {
    "news/section/id/slug.html": Form(lambda p, a, _v: f"/news/{_part(p, a)}/{a.id}/{ascii_slug(a)[:-5]}.html"),
    "section/year/month/slug-day": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y/%m}/{ascii_slug(a)}-{a.published:%d}", has_id=False),
}  # fmt: skip
