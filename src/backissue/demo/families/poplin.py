"""Designs of trades and of readers abroad: a trade paper of 2005, an overseas daily of 2010, a monthly of 2013."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Biffin", "Pearmain", "Russet"]


class Biffin(Freehand):
    """2005: a trade's weekly: author, hour and topics as labels under the headline, suppliers' papers and jobs round the text, a box of links that floats."""

    name = "biffin"
    timed = True

    def draw(self, rng: Random) -> None:
        """Where the box floats, whether topics come first, how it signs."""
        self.box = 1 + int(rng.random() * 3)
        self.topics_first = rng.random() < 0.4
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a}", "{a} / {b}", placed="{a}（{p}）"))
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("{a}", "{a}, {b}", placed="{a} in {p}"))

    def day(self, t: datetime) -> str:
        """``09:05 08 Mar 2005``; ``2005-03-08 09:05``."""
        return f"{t:%H:%M %d} {MONTHS[t.month - 1][:3]} {t.year}" if self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A banner, tabs, a narrow column, the story, a column of suppliers."""
        tabs = self.menu(
            page.paper, '<td class="tab{on}"><a href="{url}">{name}</a></td>', now=page.section, current="On"
        )
        papers = "".join(
            f'<li><a href="/whitepapers/{n}.pdf">{self.word(zh, en)}</a> (PDF)</li>'
            for n, zh, en in ((11, "倉儲成本的五個誤區", "Five myths about warehouse costs"), (12, "選供應商前要問的事", "What to ask before you pick a supplier"))
        )  # fmt: skip
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html>\n<head>\n<title>{esc(page.title)} | {esc(page.section or self.word("新聞", "News"))} | {esc(page.paper.name)}</title>\n{heads(page.charset, old=True)}\n{page.head}<link rel="stylesheet" href="/css/main.css" type="text/css" />\n<script type="text/javascript" src="/js/popup.js"></script>\n</head>\n<body>\n<div id="bannerTop"><img src="/ads/468x60.gif" width="468" height="60" alt="{self.word("廣告", "Advertisement")}" /></div>\n'
            f'<div id="mast"><a href="/index.cfm"><img src="/images/mast.gif" alt="{attr(page.paper.name)}" border="0" /></a> <span class="strap">{self.word("業界每周必讀", "The weekly for the trade since 1911")}</span></div>\n<table class="tabs" cellpadding="0" cellspacing="1"><tr>{tabs}</tr></table>\n'
            f'<table width="770" cellpadding="0" cellspacing="0" id="body3"><tr valign="top">\n<td width="130" class="colNav"><p class="navHead">{self.word("服務", "Services")}</p><a href="/subscribe">{self.word("訂閱周刊", "Subscribe to the magazine")}</a><br /><a href="/jobs">{self.word("招聘", "Jobs")}</a><br /><a href="/directory">{self.word("供應商名錄", "Suppliers’ directory")}</a><br /><a href="/events">{self.word("展會", "Events diary")}</a><br /><a href="/about">{self.word("關於我們", "About us")}</a></td>\n<td width="470" class="colStory">\n{page.main}\n</td>\n'
            f'<td width="170" class="colRight"><div class="rbox"><p class="rboxHead">{self.word("白皮書", "White papers")}</p><ul>{papers}</ul></div><div class="rbox"><p class="rboxHead">{self.word("本周職位", "Jobs of the week")}</p><p><a href="/jobs/701">{self.word("採購經理", "Purchasing manager")}</a><br />&pound;32,000</p></div></td>\n</tr></table>\n<div id="foot">{esc(page.paper.rights)} | <a href="/privacy.cfm">{self.word("私隱", "Privacy")}</a> | <a href="/contact.cfm">{self.word("聯絡", "Contact")}</a></div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Cross-heads, and a table as a trade prints it."""
        if block.kind == "h":
            return f'<p class="xhead"><strong>{spans(block.spans)}</strong></p>'
        if block.kind == "quote":
            return f'<div class="quoteBox"><p>{spans(block.spans)}</p></div>'
        if block.kind == "note":
            return f'<p class="correction">{spans(block.spans)}</p>'
        if block.kind == "table":
            return table(block.rows, ' class="data" border="1" cellspacing="0" cellpadding="3"')
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A cell, with what it shows in the next row."""
        credit = f' <span class="pcredit">[{esc(picture.credit)}]</span>' if picture.credit else ""
        return f'<table class="pic" align="{"left" if picture.number % 3 else "center"}" cellpadding="0" cellspacing="0" width="240"><tr><td><img src="{self.source(copy, picture)}" width="240" alt="{attr(picture.caption)}" /></td></tr><tr><td class="pcap">{esc(picture.caption)}{credit}</td></tr></table>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, labels, text with a floating box, tools, related stories with days, an address for news."""
        pieces = self.blocks(copy)
        links = copy.others('<a href="{url}">{title}</a>', 3, "<br />\n")
        if links:
            pieces.insert(
                min(self.box, len(pieces)),
                f'<div class="boxRight"><p class="boxHead">{copy.say("延伸閱讀", "Background")}</p>{links}</div>',
            )
        by = copy.signed(f"<b>{copy.say('作者：', 'Author:')}</b> {{}}<br />\n")
        topics = copy.tags('<a href="{url}">{tag}</a>', " | ")
        topics = f"<b>{copy.say('主題：', 'Topics:')}</b> {topics}<br />\n" if topics else ""
        posted = f"<b>{copy.say('發布：', 'Posted:')}</b> {copy.day}<br />\n"
        labels = topics + by + posted if self.topics_first else by + posted + topics
        rows = copy.others('<tr><td class="relDate">{day}</td><td><a href="{url}">{title}</a></td></tr>\n', 4, skip=1)
        return (
            f'<p class="crumbs"><a href="/index.cfm">{copy.say("首頁", "Home")}</a> &raquo; <a href="{copy.section_url}">{copy.section}</a> &raquo; {copy.say("新聞", "News story")}</p>\n<h1 class="storyTitle">{copy.title}</h1>\n<p class="labels">{labels}</p>\n'
            f'<div class="storyText">\n{chr(10).join(pieces)}\n</div>\n<p class="storyTools"><a href="javascript:popup(\'/print.cfm?id={copy.article.id}\')">{copy.say("列印版", "Print friendly version")}</a> | <a href="/send.cfm?id={copy.article.id}">{copy.say("寄給同事", "Send to a colleague")}</a> | <a href="/alerts.cfm">{copy.say("訂閱電郵快訊", "Sign up for e-mail alerts")}</a></p>\n'
            f'<table class="related" width="100%"><tr><td colspan="2" class="relHead">{copy.say("相關新聞", "Related stories")}</td></tr>\n{rows}</table>\n<p class="newsdesk">{copy.say("有消息？請電郵至", "Got a story? E-mail")} <a href="mailto:news@{copy.paper.host}">news@{copy.paper.host}</a></p>\n<p class="sponsored">{copy.say("贊助連結：", "Sponsored links:")} <a href="/go/1">{copy.say("叉車租賃", "Fork-lift hire")}</a> <a href="/go/2">{copy.say("商業保險報價", "Business insurance quotes")}</a></p>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A table of headlines and openings."""
        rows = "".join(
            f'<tr><td class="hdDate">{self.day(c.published)}</td><td><a class="hd" href="{attr(c.url)}">{esc(c.title)}</a><br /><span class="hdText">{esc(c.summary)}...</span></td></tr>\n'
            for c in cards
        )
        more = (
            f'<p class="next"><a href="{attr(older)}">{self.word("更多舊聞", "Older headlines")} &raquo;</a></p>'
            if older
            else ""
        )
        return f'<h1 class="sectionTitle">{esc(heading)}</h1>\n<table class="headlines" cellpadding="4">\n{rows}</table>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page without labels."""
        return f'<h1 class="storyTitle">{esc(heading)}</h1>\n<div class="storyText">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


class Pearmain(Freehand):
    """2010: a daily for readers abroad: an American day with its hour on every page, counts of readers beside it, rates of exchange and rooms to let around the story."""

    name = "pearmain"
    timed = True

    def draw(self, rng: Random) -> None:
        """Which side the rates stand on, and how it signs."""
        self.rates_left = rng.random() < 0.5
        tail = choose(rng, "報導", "報道")
        self.hand = choose(
            rng,
            Hand(
                f"本報記者{{a}}{tail}",
                f"本報記者{{a}}、{{b}}{tail}",
                placed=f"本報記者{{a}} {{p}}{tail}",
                role="本報記者",
            ),
            Hand(f"記者{{a}}／{tail}", f"記者{{a}}、{{b}}／{tail}", placed=f"記者{{a}}／{{p}}{tail}", role="記者"),
        )
        self.hand_en = Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}")

    def day(self, t: datetime) -> str:
        """``March 08, 2010 09:05 AM``, whatever the language."""
        return f"{MONTHS[t.month - 1]} {t:%d, %Y %I:%M} {'AM' if t.hour < 12 else 'PM'}"

    def frame(self, page: Shell) -> str:
        """Editions, channels, the story between two columns."""
        items = self.menu(page.paper, '<li><a href="{url}">{name}</a></li>')
        towns = "".join(
            f'<a href="/edition/{k}">{self.word(zh, en)}</a>'
            for k, zh, en in (("ny", "紐約", "New York"), ("la", "洛杉磯", "Los Angeles"), ("sf", "舊金山", "San Francisco"), ("va", "溫哥華", "Vancouver"))
        )  # fmt: skip
        rates = f'<div class="widget rates"><h4>{self.word("今日匯率", "Exchange rates")}</h4><table><tr><td>USD/CNY</td><td>6.8268</td></tr><tr><td>USD/TWD</td><td>31.92</td></tr><tr><td>USD/HKD</td><td>7.7611</td></tr></table></div>\n'
        rooms = f'<div class="widget classified"><h4>{self.word("分類廣告", "Classifieds")}</h4><ul><li><a href="/ad/201">{self.word("雅房分租，近地鐵，包水電", "Room to let near the subway, utilities included")}</a></li><li><a href="/ad/202">{self.word("餐館請炒鍋、企台", "Restaurant seeks cook and waiters")}</a></li><li><a href="/ad/203">{self.word("代辦簽證機票", "Visas and air tickets arranged")}</a></li></ul></div>\n'
        first, second = (rates, rooms) if self.rates_left else (rooms, rates)
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.paper.name)} - {esc(page.title)}</title>\n{page.head}<link href="/stylesheets/application.css" media="screen" rel="stylesheet" type="text/css" />\n</head>\n<body>\n<div id="main_frame">\n<div id="edition_bar">{towns}<span class="epaper"><a href="/epaper">{self.word("看電子報", "E-paper")}</a></span></div>\n<div id="logo_row"><a href="/" id="logo">{esc(page.paper.name)}</a><div id="call">{self.word("訂報專線", "Subscriptions")} 1-800-555-0137</div></div>\n<ul id="channel_menu">{items}</ul>\n'
            f'<div id="col_a">{first}</div>\n<div id="col_b">\n{page.main}\n</div>\n<div id="col_c">{second}<div class="widget banner"><img src="/banners/lawyer.jpg" width="160" height="240" alt="{self.word("移民律師", "Immigration attorneys")}" /></div></div>\n<div id="bottom_row"><a href="/about">{self.word("關於我們", "About us")}</a> - <a href="/contact">{self.word("聯絡我們", "Contact us")}</a> - <a href="/ad">{self.word("廣告刊登", "Place an ad")}</a><br />{esc(page.paper.rights)}</div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Topics and an opening."""
        words = f'<meta name="keywords" content="{attr(", ".join(copy.said.tags))}" />\n' if copy.said.tags else ""
        return f'{words}<meta name="description" content="{attr(copy.lead)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Headings in brown."""
        if block.kind == "h":
            return f'<p><span class="subtitle" style="color: #993300;"><strong>{spans(block.spans)}</strong></span></p>'
        if block.kind == "quote":
            return f"<blockquote>{spans(block.spans)}</blockquote>"
        if block.kind == "table":
            return table(block.rows, ' border="1" cellpadding="2" style="width: 100%;"')
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A photo, its words, its source in brackets."""
        credit = f"（{esc(picture.credit)}）" if picture.credit and not self.english else f" ({esc(picture.credit)})" if picture.credit else ""  # fmt: skip
        return f'<div class="photo_block"><a href="/view/full_photo/{picture.number}"><img src="{self.source(copy, picture)}" alt="slideshow" width="320" /></a><div class="photo_words">{esc(picture.caption)}{credit}</div><div class="photo_more"><a href="/gallery">{copy.say("更多照片", "view slideshow")}</a></div></div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, writer, a line of hour and counts, text, votes, remarks, what others read."""
        seen = 40 + (copy.salt // 60 + int(copy.article.id) * 7) % 2400
        by = copy.signed('<div class="full_byline">{}</div>\n')
        remarks = copy.remarks("<dt>{who} <em>{when}</em></dt><dd>{what}</dd>\n")
        return (
            f'<div id="path"><a href="/">{esc(copy.paper.name)}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {copy.say("全文", "Full story")}</div>\n<div id="full_news">\n<div class="full_title">{copy.title}</div>\n{by}<div class="full_info"><span class="full_date">{copy.day}</span> | {seen} {copy.say("觀看次數", "views")} | <a href="#comments">{copy.say("評論", "comments")}</a> | <a href="/recommend">{copy.say("推薦", "recommend")}</a> | <a href="/mail">{copy.say("電郵給朋友", "email to a friend")}</a> | <a href="/print">{copy.say("列印", "print")}</a></div>\n'
            f'<div class="full_text">\n{chr(10).join(self.blocks(copy))}\n</div>\n<div class="vote">{copy.say("這則新聞對你：", "This story is:")} <label><input type="radio" name="r" />{copy.say("有用", "useful")}</label> <label><input type="radio" name="r" />{copy.say("感動", "moving")}</label> <label><input type="radio" name="r" />{copy.say("無聊", "dull")}</label></div>\n</div>\n'
            f'<div id="comments"><h4>{copy.say("評論", "Comments")}</h4><dl>{remarks}</dl><p>{copy.say("發表評論請先註冊。網友言論不代表本報立場。", "Please register to comment. Remarks are not the views of this paper.")}</p></div>\n<div id="also_read"><h4>{copy.say("看這則新聞的人也看了", "Readers of this story also read")}</h4>{copy.others("<div class=`also`><a href=`{url}`>{title}</a> <small>{section}</small></div>", 5)}</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headline, hour, opening."""
        rows = "".join(
            f'<div class="brief"><div class="brief_title"><a href="{attr(c.url)}">{esc(c.title)}</a></div><div class="brief_info">{self.day(c.published)}</div><div class="brief_text">{esc(c.summary)}...<a href="{attr(c.url)}">{self.word("看全文", "full story")}</a></div></div>\n'
            for c in cards
        )
        more = (
            f'<div class="pages"><a href="{attr(older)}">{self.word("下一頁", "next")} &gt;&gt;</a></div>'
            if older
            else ""
        )
        return f'<div id="channel_title">{esc(heading)}</div>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the paper."""
        return f'<div id="about_page"><div class="full_title">{esc(heading)}</div><div class="full_text">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Russet(Freehand):
    """2013: a monthly's essays: rubric and headline over a rule, the text cut into sections by its headings, plates with captions, a note on the writer, the issue's others."""

    name = "russet"
    tagged = False

    def draw(self, rng: Random) -> None:
        """The order of the head's lines, and how it signs."""
        self.day_first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a} 文", "{a}、{b} 文", role="文", photo="{a} 文｜{b} 攝影", roles=("文", "攝影")),
            Hand("撰文 {a}", "撰文 {a} {b}", role="撰文", photo="撰文 {a} 攝影 {b}", roles=("撰文", "攝影")),
        )
        self.hand_en = choose(
            rng,
            Hand("by {a}", "by {a} & {b}", desk="by the {o}"),
            Hand("Words by {a}", "Words by {a} and {b}", role="Words"),
        )

    def day(self, t: datetime) -> str:
        """``8 March 2013``; ``2013年3月8日``."""
        return f"{t.day} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def frame(self, page: Shell) -> str:
        """A wordmark, a shelf of issues, small print."""
        items = self.menu(page.paper, '<a href="{url}"{on}>{name}</a>', "\n", now=page.section, current=' class="here"')
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} — {esc(page.paper.name)}</title>\n<meta name="viewport" content="width=device-width">\n{page.head}<link rel="stylesheet" href="/assets/mag.css">\n</head>\n<body class="{"essay" if page.is_story else "shelf"}">\n<header role="banner" class="masthead"><a class="wordmark" href="/">{esc(page.paper.name)}</a><nav role="navigation" class="departments">{items}</nav><a class="buy" href="/subscribe">{self.word("訂一年", "A year for $36")}</a></header>\n'
            f'<div class="leaf">\n{page.main}\n</div>\n<footer role="contentinfo" class="colophon"><p>{self.word("每月一日出版。獨立發行，不收贊助。", "Published on the first of the month. Independent since its first issue.")}</p><p><a href="/about">{self.word("關於本刊", "About")}</a> <a href="/stockists">{self.word("寄售點", "Stockists")}</a> <a href="/submissions">{self.word("投稿", "Submissions")}</a></p><small>{esc(page.paper.rights)}</small></footer>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a shared link shows."""
        return f'<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:description" content="{attr(copy.lead)}">\n<meta property="article:section" content="{attr(copy.article.section)}">\n<link rel="canonical" href="{attr(copy.url)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Quotes stand aside, notes are small."""
        if block.kind == "h":
            return f'<h2 class="crosshead">{spans(block.spans)}</h2>'
        if block.kind == "quote":
            return f'<blockquote class="extract"><p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "note":
            return f'<p class="erratum"><em>{spans(block.spans)}</em></p>'
        if block.kind == "table":
            return f'<div class="tabular">{table(block.rows)}</div>'
        if block.kind == "embed":
            return f'<div class="motion"><iframe src="{attr(block.url)}" width="640" height="360"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A plate."""
        credit = f' <i class="plate-by">{esc(picture.credit)}</i>' if picture.credit else ""
        return f'<div class="plate"><img src="{self.source(copy, picture)}" alt=""><p class="plate-legend">{esc(picture.caption)}{credit}</p></div>'

    def story(self, copy: Copy) -> str:
        """Rubric, headline, writer and day, sections, a note, a letter box, the issue's others."""
        parts: list[list[str]] = [[]]
        for block in copy.version.blocks:
            if block.kind == "h" and parts[-1]:
                parts.append([])
            parts[-1].append(self.block(copy, block))
        text = "\n".join(f'<section class="part">\n{chr(10).join(part)}\n</section>' for part in parts)
        by = copy.linked('<a rel="author" href="/contributors">{}</a>')
        by = f'<p class="writer">{by}</p>' if by else ""
        day = f'<p class="dated"><time datetime="{copy.article.published:%Y-%m-%d}">{copy.day}</time></p>'
        people = [p.name for p in copy.said.people or () if p.kind == "person"] if copy.said.author else []
        about = ""
        if people and copy.article.byline.form in {"reporter", "pair", "photo", "column"}:
            about = f'<aside class="about-writer"><p><b>{esc(people[0])}</b>{copy.say("，為本刊撰稿多年，現居海邊小鎮。", " writes for this magazine and lives in a small town by the sea.")}</p></aside>\n'
        others = copy.others(
            "<li><span class=`r`>{section}</span> <a href=`{url}`>{title}</a><span class=`w`>{by}</span></li>\n", 4
        )
        return (
            f'<article class="piece">\n<header class="piece-head"><p class="rubric"><a href="{copy.section_url}">{copy.section}</a></p>\n<h1>{copy.title}</h1>\n{day + by if self.day_first else by + day}</header>\n<div class="piece-text">\n{text}\n</div>\n{about}</article>\n'
            f'<aside class="letterbox"><h3>{copy.say("讀者來信", "Write to us")}</h3><p>{copy.say("對本文有話要說？短信（三百字內）或會刊於下期。", "Letters of fewer than 300 words may be printed in the next issue.")}</p></aside>\n<nav class="issue-list"><h3>{copy.say("同期文章", "Also in the magazine")}</h3><ul>{others}</ul></nav>\n<aside class="offer"><p>{copy.say("喜歡這篇文章？每月收到紙本。", "Enjoyed this? Have the paper edition sent to your door.")} <a href="/subscribe">{copy.say("訂閱", "Subscribe")}</a></p></aside>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A contents page."""
        rows = "".join(
            f'<li class="contents-row"><a class="contents-title" href="{attr(c.url)}">{esc(c.title)}</a> <span class="contents-by">{esc(c.author)}</span><p class="contents-text">{esc(c.summary)}…</p><span class="contents-day">{self.day(c.published)}</span></li>\n'
            for c in cards
        )
        more = (
            f'<p class="back-numbers"><a href="{attr(older)}">{self.word("過往文章", "Back numbers")}</a></p>'
            if older
            else ""
        )
        return f'<h1 class="shelf-name">{esc(heading)}</h1>\n<ul class="contents">\n{rows}</ul>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of small print."""
        return f'<article class="notice"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</article>'
