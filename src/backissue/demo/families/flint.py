"""Held-out designs that are hard to read: an island's tabloid with marks for captions, a mailing list's archive in fixed letters, an application where all boxes look alike."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Bobbin", "Kettle", "Tambourine"]


class Tambourine(Freehand):
    """2019: an island's tabloid: the writer is the text's first paragraph, captions are bold paragraphs under a mark, links and warnings stand in the text; machines are told that the paper wrote it."""

    name = "tambourine"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The mark of captions and that of links."""
        self.mark = choose(rng, "▲", "▲▼", "△")
        self.arrow = choose(rng, "►", "➤", "★")
        self.word_for = choose(rng, "報導", "報道")
        self.hand = Hand(
            f"記者{{a}}／{self.word_for}",
            f"記者{{a}}、{{b}}／{self.word_for}",
            placed=f"記者{{a}}／{{p}}{self.word_for}",
            photo="文／{a}　攝影／{b}",
            roles=("文", "攝影"),
            desk="{o}／整理" + self.word_for,
            agency="{o}／整理" + self.word_for,
            role="記者",
        )
        self.hand_en = Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}", desk="By {o}", agency="By {o}")

    def day(self, t: datetime) -> str:
        """``2019年03月08日 09:05``; ``March 08, 2019 09:05``."""
        return f"{MONTHS[t.month - 1]} {t:%d, %Y %H:%M}" if self.english else f"{t:%Y年%m月%d日 %H:%M}"

    def frame(self, page: Shell) -> str:
        """A head that floats, a bar of hot words, a foot."""
        items = self.menu(page.paper, '<li class="btn menu_n"><a href="{url}">{name}</a></li>')
        channel = f"{esc(page.section)}{self.word('新聞', ' News')} | " if page.section else ""
        hot = "".join(
            f'<a href="/search?q={w}">{w}</a>'
            for w in self.word("颱風,漲價,電車,貓", "Typhoon,Prices,Trams,Cats").split(",")
        )
        return (
            f'<!doctype html>\n<html lang="{self.language}" prefix="og:http://ogp.me/ns#">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width, user-scalable=no">\n<title>{esc(page.title)} | {channel}{esc(page.paper.name)}</title>\n{page.head}</head>\n<body id="news" class="news-page">\n<div class="wrapper_box"><div class="wrapper"><header class="header_box"><div class="header_inner"><a class="logo" href="/">{esc(page.paper.name)}</a><ul class="menu_list">{items}</ul></div><div class="subject_hot"><b>{self.word("熱門：", "Hot: ")}</b>{hot}</div></header>\n'
            f'<div class="container_box"><div class="container">{page.main}</div></div>\n<footer class="footer_box"><p>{esc(page.paper.rights)} {self.word("版權所有，非經授權，不許轉載", "All rights reserved")}</p><a href="/about">{self.word("關於我們", "About us")}</a> <a href="/subscribe">{self.word("訂閱快報", "Newsletter")}</a></footer></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data that calls the paper the author of all, and words for search."""
        moment = copy.article.published.replace(second=0, microsecond=0).isoformat()
        data: dict[str, object] = {
            "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": copy.url, "headline": copy.version.title, "datePublished": moment,
            "author": {"@type": "Organization", "name": copy.paper.name}, "publisher": {"@type": "Organization", "name": copy.paper.name}, "description": copy.lead,
        }  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<meta name="news_keywords" content="{attr(",".join(copy.said.tags or ()))}"/>\n<meta property="article:author" content="{attr(copy.paper.name)}"/>\n<script type="application/ld+json">{words}</script>\n'

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A paragraph with a picture, then a bold one with a mark."""
        label = copy.say("圖／", "Photo / ") if picture.credit else ""
        credit = (
            f"（{label}{esc(picture.credit)}）"
            if picture.credit and not self.english
            else f" ({esc(picture.credit)})"
            if picture.credit
            else ""
        )
        return f'<p><img src="{self.source(copy, picture)}" alt="{attr(picture.caption)}" width="600" height="450"></p>\n<p><strong>{self.mark}{esc(picture.caption)}{credit}</strong></p>'

    def block(self, copy: Copy, block: Block) -> str:
        """Headings are bold and coloured, quotes too."""
        if block.kind == "h":
            return f'<p><span style="color:#B22222;"><strong>{spans(block.spans)}</strong></span></p>'
        if block.kind == "embed":
            return f'<p><iframe allowfullscreen src="{attr(block.url)}" width="560" height="315"></iframe></p>'
        return super().block(copy, block)

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, hour, buttons, the story with all that is put into it, words, counts, the hot ones."""
        pieces = self.blocks(copy)
        link = f"<p><strong>{self.arrow}<a href=`{{url}}` target=`_blank`>{{title}}</a></strong></p>"
        pieces.insert(min(4, len(pieces)), copy.others(link, 1))
        pieces.insert(
            min(3, len(pieces)),
            f'<div class="ad_in_news"><p class="ad_txt">{copy.say("[廣告]請繼續往下閱讀...", "[Ad] The story continues below...")}</p><div id="ad-{copy.salt % 99}"></div></div>',
        )
        top = copy.signed("<p>{}</p>")
        more = copy.others(link, 2, skip=1)
        tail = (
            f'<p><span style="color:#0000cd;"><strong>{copy.say("更多相關新聞", "More on this")}</strong></span></p>{more}'
            if more
            else ""
        )
        warning = f"<p><strong>{copy.say('※本報提醒：轉載圖文須先取得同意。', 'Please ask before you copy our words or pictures.')}</strong></p>"
        changed = copy.changed(f'<span class="fix">{copy.say("最後更新：", "Last updated: ")}{{}}</span>')
        hot = "".join(
            f'<div class="piece clearfix"><em class="no">{n + 1}</em><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><span class="date">{c.published:%m/%d %H:%M}</span></div>'
            for n, c in enumerate(copy.related[:5])
        )
        app = copy.say("下載應用程式，快訊不漏接", "Get the app and miss nothing")
        return (
            f'<div class="r1"><div class="c1"><div class="part_menu_1 clearfix"><a href="/">{copy.say("首頁", "Home")}</a>&gt;<a href="{copy.section_url}">{copy.section}</a>&gt;<span>{copy.say("內文", "Story")}</span></div>\n<article><div class="subject_article"><header><h1 class="title" itemprop="headline">{copy.title}</h1></header><div class="subject_date clearfix"><time class="date" itemprop="datePublished">{copy.day}</time>{changed}<div class="fb-like" data-n="{copy.salt % 3000}"></div><a class="btn_app" href="/app">{app}</a></div>\n<div class="story" itemprop="articleBody">\n<div class="et_social"><a href="#f">FB</a><a href="#l">LINE</a></div>\n{top}\n{chr(10).join(pieces)}\n{tail}\n{warning}\n</div>\n'
            f'<div class="part_tags_1 clearfix"><strong>{copy.say("關鍵字：", "Keywords: ")}</strong>{copy.tags("<a href=`{url}` target=`_blank`>{tag}</a>")}</div></div></article>\n<div class="block block_2"><h2 class="block_title">{copy.say("你可能也想看", "You may also like")}</h2>{copy.others("<div class=`piece`><h3><a href=`{url}`>{title}</a></h3><p class=`summary`>{lead}…</p></div>", 3)}</div></div>\n'
            f'<div class="c2"><div class="block block_1 hot-news"><h2>{copy.say("熱門新聞", "Hot news")}</h2>{hot}</div><div class="block"><h2>{copy.say("網友回應", "Readers")}</h2>{copy.remarks("<div class=fb-c><b>{who}</b><p>{what}</p><i>{when}</i></div>")}</div></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Hours, sections and headlines, a line each."""
        rows = "".join(
            f'<h3><span class="date">{c.published:%Y/%m/%d %H:%M}</span><em class="tag c7">{esc(c.section)}</em><a target="_blank" href="{attr(c.url)}">{esc(c.title)}</a></h3>\n'
            for c in cards
        )
        more = (
            f'<div class="menu_page"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></div>' if older else ""
        )
        return f'<div class="r1"><div class="c1"><div class="block_title"><h2>{esc(heading)}</h2></div><div class="part_list_2">{rows}</div>{more}</div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of words."""
        return f'<div class="r1"><div class="c1"><h1 class="title">{esc(heading)}</h1><div class="rules">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></div>'


class Bobbin(Freehand):
    """1999: the archive of the mailing list by which the paper came: facts as a letter's headers, the text in fixed letters between a banner and a signature, pictures as attachments."""

    name = "bobbin"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The names of headers, the rule of dashes, whether a sponsor stands in the letters."""
        self.topic = choose(rng, ("Topic", "版面"), ("Section", "欄目"))
        self.rule = choose(rng, "-", "=", "~") * (30 + int(rng.random() * 30))
        self.sponsored = rng.random() < 0.6
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("{a}", "{a}, {b}"))
        self.hand_en = Hand("{a}", "{a} and {b}")

    def day(self, t: datetime) -> str:
        """``Thu, 08 Mar 2001 09:05 +0800``, as letters have it in any tongue."""
        return f"{DAYS[t.weekday()][:3]}, {t:%d} {MONTHS[t.month - 1][:3]} {t.year} {t:%H:%M %z}"

    def frame(self, page: Shell) -> str:
        """Comments for its own program, and an address."""
        return f'<!-- archive-from-mail 2.5 -->\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML//EN">\n<HTML>\n<HEAD>\n{heads(page.charset, old=True)}\n<TITLE>{esc(page.title)}</TITLE>\n{page.head}</HEAD>\n<BODY BGCOLOR="#FFFFFF" TEXT="#000000">\n<!--X-Body-Begin-->\n{page.main}\n<HR>\n<!--X-Menu-->\n<P>{self.menu(page.paper, "[<A HREF=`{url}`>{name}</A>]", " ")}</P>\n<ADDRESS><A HREF="/">{esc(page.paper.name)}</A> | {esc(page.paper.rights)} | <A HREF="/about">{self.word("關於本刊", "About this list")}</A></ADDRESS>\n</BODY>\n</HTML>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Lines as somebody typed them."""
        if block.kind == "h":
            return f"{spans(block.spans)}\n{self.rule[:20]}"
        if block.kind == "note":
            return f"<I>{spans(block.spans)}</I>"
        if block.kind == "quote":
            return f"&gt; {spans(block.spans)}"
        if block.kind in {"ul", "ol"}:
            return "\n".join(
                f"  {f'{n}.' if block.kind == 'ol' else '*'} {esc(item)}" for n, item in enumerate(block.items, 1)
            )
        if block.kind == "table":
            return "\n".join(" | ".join(esc(c) for c in row) for row in block.rows)
        if block.kind == "embed":
            return f'<A HREF="{attr(block.url)}">{esc(block.url)}</A>'
        return super().block(copy, block) if block.picture else spans(block.spans)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An attachment with its description."""
        credit = f"<BR><EM>{copy.say('來源', 'Source')}:</EM> {esc(picture.credit)}" if picture.credit else ""
        return f'<P><STRONG>{copy.say("附件", "Attachment")}: <TT>img{picture.number % 99999:05d}.{picture.suffix}</TT></STRONG><BR>\n<IMG SRC="{self.source(copy, picture)}"><BR>\n<EM>{copy.say("說明", "Description")}:</EM> {esc(picture.caption)}{credit}</P>'

    def story(self, copy: Copy) -> str:
        """Ways to other letters, subject, headers, the letter, attachments, answers."""
        nav = f'[<A HREF="/">{copy.say("日期目錄", "Date Index")}</A>]{copy.others("[<A HREF=`{url}`>" + copy.say("上一封", "Date Prev") + "</A>]", 1)}{copy.others("[<A HREF=`{url}`>" + copy.say("下一封", "Date Next") + "</A>]", 1, skip=1)}'
        figures = tuple(b for b in copy.version.blocks if b.picture)
        rest = [self.block(copy, b) for b in copy.version.blocks if not b.picture]
        rest.insert(
            0,
            f"{esc(copy.paper.name)}  {copy.say('讀者郵件版', 'the edition by mail')}\n{copy.say('請勿直接回信', 'Please do not reply to this letter')}\n{self.rule}",
        )
        if self.sponsored:
            rest.insert(
                min(3, len(rest)),
                f"{self.rule}\n{copy.say('本期由街坊書店贊助，買書可用電話留言。', 'This letter is sponsored by the corner bookshop; order by telephone.')}\n{self.rule}",
            )
        rest.append(
            f"-- \n{esc(copy.paper.name)}  http://{copy.paper.home}/\n{copy.say('訂閱或退訂', 'To join or leave')}: list-request@{copy.paper.host}\n{copy.say('歡迎轉寄，請保留全文。', 'Pass this letter on, but whole.')}"
        )
        header = "<LI><EM>{}</EM>: {}</LI>\n"
        rows = header.format(copy.say("收件者", "To"), f"{esc(copy.paper.letter)} &lt;list@{copy.paper.host}&gt;")
        rows += header.format(copy.say("主旨", "Subject"), copy.title)
        rows += header.format(copy.say("寄件者", "From"), f"{copy.by} &lt;desk@{copy.paper.host}&gt;".strip())
        rows += header.format(copy.say("日期", "Date"), copy.day)
        rows += copy.changed(header.format(copy.say("修訂", "Revised"), "{}"))
        rows += header.format(copy.say(self.topic[1], self.topic[0]), copy.section)
        rows += header.format(copy.say("關鍵字", "Keywords"), copy.tags("{tag}", ", "))
        rows += f"<LI><EM>Message-id</EM>: &lt;{hashlib.md5(copy.article.id.encode(), usedforsecurity=False).hexdigest()[:12]}.{copy.article.id}@{copy.paper.host}&gt;</LI>\n"
        answers = copy.remarks(
            "<LI><STRONG>Re: "
            + copy.title.replace("{", "{{").replace("}", "}}")
            + "</STRONG><UL><LI><EM>From:</EM> {who}, {when}</LI><LI>{what}</LI></UL></LI>\n"
        )
        body = "\n\n".join(rest)
        return (
            f"<HR>{nav}\n<H1>{copy.title}</H1>\n<HR>\n<!--X-Head-of-Message-->\n<UL>\n{rows}</UL>\n<!--X-Head-of-Message-End-->\n<HR>\n<!--X-Body-of-Message-->\n<PRE>\n{body}\n</PRE>\n{chr(10).join(self.blocks(copy, figures))}\n<!--X-Body-of-Message-End-->\n<HR>\n<!--X-Follow-Ups-->\n<UL><LI><STRONG>{copy.say('回信', 'Follow-Ups')}</STRONG>:<UL>\n{answers}</UL></LI></UL>\n"
            f"<UL>{copy.others('<LI>' + copy.say('前信', 'Prev by Date') + ': <STRONG><A HREF=`{url}`>{title}</A></STRONG></LI>', 1)}{copy.others('<LI>' + copy.say('後信', 'Next by Date') + ': <STRONG><A HREF=`{url}`>{title}</A></STRONG></LI>', 1, skip=1)}</UL>"
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Letters under the days they came."""
        out, last = [f"<H1>{esc(heading)}</H1>\n<HR>"], ""
        for c in cards:
            if f"{c.published:%Y%m%d}" != last:
                out.append("</UL>" if last else "")
                last = f"{c.published:%Y%m%d}"
                out.append(f"<P><STRONG>{self.day(c.published)[:-12]}</STRONG></P>\n<UL>")
            out.append(
                f'<LI><STRONG><A NAME="{c.id}" HREF="{attr(c.url)}">{esc(c.title)}</A></STRONG>, <EM>{esc(c.author)}</EM>, <TT>{c.published:%H:%M}</TT></LI>'
            )
        out.append("</UL>" if last else "")
        if older:
            out.append(f'<HR>[<A HREF="{attr(older)}">{self.word("更早", "Earlier letters")}</A>]')
        return "\n".join(out)

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A letter without headers."""
        return f"<H1>{esc(heading)}</H1>\n<HR>\n<PRE>\n" + "\n\n".join(esc(p) for p in paragraphs) + "\n</PRE>"


class Kettle(Freehand):
    """2023: an application rendered on a server: text, offers, links and readers all in the same boxes of the same names; how long ago beside the day; hidden words before captions."""

    name = "kettle"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The hashes of its styles, the writer's post, where boxes stand."""
        seed = f"{rng.random()}"
        self.names = {
            role: "ssrcss-"
            + hashlib.sha1((seed + role).encode(), usedforsecurity=False).hexdigest()[:7]
            + f"-{part} e{hashlib.sha1((role + seed).encode(), usedforsecurity=False).hexdigest()[:6]}{n}"
            for n, (role, part) in enumerate(
                {"box": "Wrapper", "in": "Container", "p": "Paragraph", "a": "InlineLink", "b": "BoldText", "h": "Heading", "t": "Text", "row": "Stack", "vh": "VisuallyHidden", "li": "Item", "grid": "Grid"}.items()
            )
        }  # fmt: skip
        self.post = choose(
            rng, ("Senior reporter", "資深記者"), ("Reporting team", "採訪組"), ("Local news", "地方新聞")
        )
        self.at = 2 + int(rng.random() * 3)
        self.hand_en = Hand("By {a}", "By {a} & {b}", placed="By {a} in {p}", desk="By {o}", agency="By {o}")
        self.hand = choose(
            rng,
            Hand("採訪／{a}", "採訪／{a}、{b}", role="採訪", desk="{o}", agency="{o}"),
            Hand("{a}", "{a}、{b}", placed="{a} 發自{p}"),
        )

    def c(self, role: str) -> str:
        """A class attribute."""
        return f'class="{self.names[role]}"'

    def box(self, inner: str) -> str:
        """What everything stands in."""
        return f"<div {self.c('box')}><div {self.c('in')}>{inner}</div></div>"

    def para(self, inner: str) -> str:
        """A paragraph, whatever it says."""
        return self.box(f"<p {self.c('p')}>{inner}</p>")

    def day(self, t: datetime) -> str:
        """``8 March 2023, 09:05``; ``2023年3月8日 09:05``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1]} {t.year}, {t:%H:%M}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A root, the state it wakes up with, bars of links."""
        items = self.menu(page.paper, f"<li {self.c('li')}><a {self.c('a')} href=`{{url}}`>{{name}}</a></li>")
        state = json.dumps({"props": {"site": page.paper.english, "locale": self.language}, "page": "/[...id]", "buildId": self.names["box"][7:14]})  # fmt: skip
        return (
            f'<!DOCTYPE html><html lang="{self.language[:2]}" class="no-js"><head>{heads(page.charset)}<meta name="viewport" content="width=device-width"/><title>{esc(page.title)} - {esc(page.paper.name)}</title>{page.head}<style data-emotion="css">.{self.names["box"].split()[0]}{{max-width:36rem}}</style></head><body><div id="root" data-reactroot=""><header {self.c("box")}><a {self.c("a")} href="/"><span {self.c("vh")}>{esc(page.paper.name)} {self.word("首頁", "Homepage")}</span></a><nav><ul {self.c("row")}>{items}</ul></nav></header>\n'
            f'{page.main}\n<footer {self.c("box")}><ul {self.c("row")}><li {self.c("li")}><a {self.c("a")} href="/about">{self.word("關於我們", "About us")}</a></li><li {self.c("li")}><a {self.c("a")} href="/subscribe">{self.word("電子報", "Newsletters")}</a></li></ul><p {self.c("p")}>{esc(page.paper.rights)}</p></footer></div><script id="__STATE__" type="application/json">{state}</script></body></html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """A box each."""
        if block.kind == "p":
            return self.para(spans(block.spans))
        if block.kind == "note":
            return self.para(f"<i>{spans(block.spans)}</i>")
        if block.kind == "h":
            return self.box(f"<h2 {self.c('h')}>{spans(block.spans)}</h2>")
        if block.kind == "quote":
            return self.box(f"<blockquote {self.c('b')}><p {self.c('p')}>{spans(block.spans)}</p></blockquote>")
        if block.kind in {"ul", "ol"}:
            items = "".join(f"<li {self.c('li')}>{esc(i)}</li>" for i in block.items)
            return self.box(f"<{block.kind} {self.c('row')} role=`list`>{items}</{block.kind}>".replace("`", '"'))
        inner = super().block(copy, block)
        return inner if block.picture else self.box(inner)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """Hidden words before source and caption."""
        credit = (
            f"<span {self.c('t')}><span {self.c('vh')}>{copy.say('圖片來源，', 'Image source, ')}</span>{esc(picture.credit)}</span>"
            if picture.credit
            else ""
        )
        return f'<figure {self.c("box")}><div {self.c("in")}><span {self.c("grid")}><picture><source srcset="data:,"/><img alt="" loading="lazy" src="{self.source(copy, picture)}" width="976"/></picture></span>{credit}</div><figcaption {self.c("in")}><span {self.c("vh")}>{copy.say("圖片說明，", "Image caption, ")}</span><div {self.c("p")}>{esc(picture.caption)}</div></figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Ticker, headline, day, writer, contents, text with boxes like it, topics, readers, more."""
        heads_ = [b.text for b in copy.version.blocks if b.kind == "h"]
        pieces = self.blocks(copy)
        link = f"<a {self.c('a')} href=`{{url}}`>{{title}}</a>"
        read = copy.others(link, 1)
        if read:
            read = self.para(f"<b {self.c('b')}>{copy.say('延伸閱讀：', 'Read more: ')}</b>{read}")
        letter = self.para(
            f"<b {self.c('b')}>{copy.say('每朝一信', 'In your inbox')}</b> {copy.say('《{letter}》由編輯執筆，', '{letter} is written by our editors. ')}<a {self.c('a')} href='/subscribe'>{copy.say('按此登記', 'Sign up here')}</a>"
        )
        pieces.insert(min(self.at + 4, len(pieces)), self.para(copy.say("廣告", "Advertisement")))
        pieces.insert(min(self.at + 2, len(pieces)), letter)
        pieces.insert(min(self.at, len(pieces)), read)
        pieces.append(
            self.para(
                f"<i>{copy.say('你有消息想告訴我們？', 'Do you know more? ')}</i> <a {self.c('a')} href='mailto:tips@{copy.paper.host}'>tips@{copy.paper.host}</a>"
            )
        )
        if len(heads_) > 1:
            contents = "".join(f"<li {self.c('li')}><a {self.c('a')} href='#s'>{esc(h)}</a></li>" for h in heads_)
            contents = self.box(
                f"<p {self.c('p')}><b {self.c('b')}>{copy.say('本文內容', 'In this story')}</b></p><ul {self.c('row')}>{contents}</ul>"
            )
        else:
            contents = ""
        ticker = copy.others(f"<li {self.c('li')}>{link}</li>", 2, skip=2)
        by = copy.signed(
            f"<span {self.c('b')}>{{}}</span><span {self.c('t')}>{self.post[0 if self.english else 1]}</span>"
        )
        changed = copy.changed(f"<span {self.c('t')}>{copy.say('更新於 ', 'Updated ')}{{}}</span>")
        section = f"<a {self.c('a')} href='{copy.section_url}'>{copy.section}</a>"
        topics = copy.tags(f"<li {self.c('li')}><a {self.c('a')} href=`{{url}}`>{{tag}}</a></li>")
        remarks = copy.remarks(
            f"<div {self.c('box')}><div {self.c('in')}><span {self.c('b')}>{{who}}</span><span {self.c('t')}>{{when}}</span><p {self.c('p')}>{{what}}</p></div></div>"
        )
        more = copy.others(
            f"<div {self.c('box')}><div {self.c('in')}><h2 {self.c('h')}>{link}</h2><p {self.c('p')}>{{lead}}…</p><span {self.c('t')}>{{day}}</span><span {self.c('t')}>{{section}}</span></div></div>",
            4,
        )
        return (
            f"<div {self.c('box')}><span {self.c('b')}>{copy.say('最新', 'Latest')}</span><ul {self.c('row')}>{ticker}</ul></div>\n<main id='main-content'><article {self.c('grid')}><div {self.c('box')}>{section}</div><div {self.c('box')}><h1 {self.c('h')} tabindex='-1'>{copy.title}</h1></div><div {self.c('box')}><div {self.c('row')}><span {self.c('t')}>{copy.day}</span><span {self.c('t')}>{copy.ago()}</span>{changed}</div></div><div {self.c('box')}><div {self.c('row')}>{by}</div></div>{contents}\n"
            f"{chr(10).join(pieces)}\n<section {self.c('box')}><h2 {self.c('h')}>{copy.say('相關主題', 'Related topics')}</h2><ul {self.c('row')}>{topics}</ul></section></article>\n<section {self.c('box')}><h2 {self.c('h')}>{copy.say('讀者怎樣說', 'What readers say')}</h2>{remarks}</section><section {self.c('box')}><h2 {self.c('h')}>{copy.say('更多報道', 'More stories')}</h2>{more}</section></main>"
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Promos without days."""
        rows = "".join(
            f'<div {self.c("box")}><div {self.c("in")}><h2 {self.c("h")}><a {self.c("a")} href="{attr(c.url)}">{esc(c.title)}</a></h2><p {self.c("p")}>{esc(c.summary)}…</p><span {self.c("t")}>{esc(c.section)}</span></div></div>\n'
            for c in cards
        )
        more = f'<a {self.c("a")} href="{attr(older)}">{self.word("下一頁", "Next page")}</a>' if older else ""
        return f"<main id='main-content'><h1 {self.c('h')}>{esc(heading)}</h1><div {self.c('grid')}>{rows}</div>{more}</main>"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """Paragraphs in boxes."""
        return f"<main id='main-content'><h1 {self.c('h')}>{esc(heading)}</h1>{''.join(self.para(esc(p)) for p in paragraphs)}</main>"
