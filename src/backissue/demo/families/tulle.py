"""A design of ``held_out``: a Chinese online outlet on scripts of its own, of 2013."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Chub(Freehand):
    """2013: an online outlet on its founder's own scripts: the section as a coloured label before the headline, who and when on two sides of one bar, the last change to the second and the topics in the strip that closes the text."""

    name = "chub"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the call for donations stands, whether others stand in the text, how it signs."""
        self.give = rng.random() < 0.6
        self.inside = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("撰文：{a}", "撰文：{a}、{b}", photo="撰文：{a}　攝影：{b}", desk="編輯：{o}", agency="來源：{o}", role="撰文", roles=("撰文", "攝影")),
            Hand("{a}", "{a}、{b}", placed="{a}（{p}）", photo="{a}（文）、{b}（攝影）", agency="轉載自{o}"),
            Hand("特約記者{a}", "特約記者{a}、{b}", placed="特約記者{a}　{p}專訪", role="特約記者"),
        )  # fmt: skip
        self.hand_en = choose(rng, Hand("by {a}", "by {a} & {b}"), Hand("{a}", "{a} / {b}", agency="via {o}"))

    def day(self, t: datetime) -> str:
        """``8 Mar 2013 | 09:05``; ``2013/3/8 — 9:05``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year} | {t:%H:%M}"
        return f"{t.year}/{t.month}/{t.day} — {t.hour}:{t:%M}"

    def stamp(self, t: datetime) -> str:
        """``2013-03-09 17:12:44``, as the database has it."""
        return f"{t:%Y-%m-%d %H:%M:%S}"

    def frame(self, page: Shell) -> str:
        """A strip to follow, a wordmark with a saying, a menu that sticks, two columns, a dark foot."""
        menu = self.menu(page.paper, '<a class="nv{on}" href="{url}">{name}</a>', now=page.section, current=" nv-here")
        follow = "".join(
            f'<a href="/go/{k}" target="_blank" title="{name}"><img src="/images/ico_{k}.png" width="20" height="20" alt="{name}"></a>'
            for k, name in (("fb", "Facebook"), ("tw", "Twitter"), ("yt", "YouTube"), ("rss", "RSS"))
        )
        about = "".join(
            f'<a href="/{k}.php">{self.word(zh, en)}</a>'
            for k, zh, en in (("about", "關於我們", "About us"), ("donate", "捐款支持", "Donate"), ("submit", "投稿", "Write for us"), ("ad", "廣告", "Advertise"))
        )  # fmt: skip
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}" xmlns:fb="http://ogp.me/ns/fb#">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}<link href="/css/style.css?v=20130618" rel="stylesheet">\n<!--[if lt IE 9]><script src="/js/html5shiv.js"></script><![endif]-->\n<script src="/js/jquery-1.9.1.min.js"></script>\n<script src="/js/site.js?v=7"></script>\n</head>\n<body>\n<div id="fb-root"></div>\n'
            f'<div class="topstrip"><div class="w960"><span class="slogan">{self.word("不靠財團，只靠讀者", "No tycoons, only readers")}</span><span class="follow">{follow}</span><form class="sbox" action="/search.php"><input name="kw" placeholder="{self.word("搜尋文章", "Search")}"><button>{self.word("搜", "Go")}</button></form></div></div>\n'
            f'<header class="w960 mast"><a class="wordmark" href="/">{esc(page.paper.name)}</a><a class="bnr" href="/go/ad?z=1" target="_blank"><img src="/upload/bnr/468x60.jpg" width="468" height="60" alt=""></a></header>\n<div id="stick"><nav class="w960"><a class="nv" href="/">{self.word("首頁", "Home")}</a>{menu}<a class="nv nv-r" href="/video.php">{self.word("影片", "Video")}</a></nav></div>\n<div class="w960 cf">\n{page.main}\n</div>\n'
            f'<footer class="dark"><div class="w960"><p class="ft-links">{about}</p><p>{esc(page.paper.rights)} {self.word("文章不代表本網立場。歡迎轉載，請註明出處。", "Views are those of the writers. Please credit us when you reprint.")}</p></div></footer>\n<a id="gotop" href="#">&#9650;</a>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a social network asked for."""
        return f'<meta name="description" content="{attr(copy.lead)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:description" content="{attr(copy.lead)}">\n<meta property="og:image" content="http://{copy.paper.home}/images/share.png">\n<meta property="fb:app_id" content="{213000000000 + len(copy.paper.host)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What an editor in the browser leaves: small headings, tables with borders and widths, films in a paragraph."""
        if block.kind == "h":
            return f"<h4>{spans(block.spans)}</h4>"
        if block.kind == "quote":
            return f"<blockquote>\n<p>{spans(block.spans)}</p>\n</blockquote>"
        if block.kind == "table":
            rows = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>\n" for row in block.rows)
            return f'<table border="1" cellpadding="1" cellspacing="1" style="width: 580px;">\n<tbody>\n{rows}</tbody>\n</table>'
        if block.kind == "embed":
            return f'<p><iframe allowfullscreen="" frameborder="0" height="340" src="{attr(block.url)}" width="600"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture on grey, its words and whose it is in two lines."""
        credit = f"<i>{esc(picture.credit)}</i>" if picture.credit else ""
        return f'<div class="pic"><a class="lightbox" href="{self.source(copy, picture)}"><img src="{self.source(copy, picture)}" alt="" width="600"></a><div class="pic-t"><b>{esc(picture.caption)}</b>{credit}</div></div>'

    def _end(self, copy: Copy) -> str:
        """The strip that closes the text: topics and the last change."""
        topics = copy.tags('#<a href="{url}">{tag}</a>', " ")
        topics = f'<span class="end-k">{topics}</span>' if topics else ""
        changed = copy.changed(f'<span class="end-m">{copy.say("最後修改", "Last edited")}: {{}}</span>')
        return f'<div class="endbar">{topics}{changed}</div>\n'

    def _side(self, copy: Copy) -> str:
        """Ranks by day and week, a letter box, a network's box."""
        day = copy.others("<li><a href=`{url}`>{title}</a></li>", 4)
        week = copy.others("<li><a href=`{url}`>{title}</a></li>", 4, skip=2)
        fresh = copy.others("<div class=`sd-new`><a href=`{url}`><img src=`/upload/thumb/s.jpg` width=`80` height=`60` alt=``></a><a href=`{url}`>{title}</a><span>{section}</span></div>", 3, skip=1)  # fmt: skip
        return f'<aside class="colR">\n<div class="sd"><ul class="tabs"><li class="on">{copy.say("今日熱門", "Today")}</li><li>{copy.say("本周熱門", "This week")}</li></ul><ol class="tabc">{day}</ol><ol class="tabc" style="display:none">{week}</ol></div>\n<div class="sd"><div class="fb-like-box" data-href="https://social.example/{copy.paper.host}" data-width="300" data-show-faces="true"></div></div>\n<div class="sd"><h3>{copy.say("最新文章", "Latest")}</h3>{fresh}</div>\n<div class="sd sd-ad"><a href="/go/ad?z=4" target="_blank"><img src="/upload/bnr/300x250.jpg" width="300" height="250" alt=""></a></div>\n</aside>'

    def story(self, copy: Copy) -> str:
        """Label and headline, a bar with two sides, shares, text with a box in it, closing strip, call, what to read next, remarks, side column."""
        pieces = self.blocks(copy)
        if self.inside and len(pieces) > 4:
            pieces.insert(3, f'<div class="also"><span>{copy.say("延伸閱讀", "Also read")}</span>{copy.others("<a href=`{url}`>{title}</a>", 2, skip=3)}</div>')  # fmt: skip
        by = copy.linked('<a href="/author.php">{}</a>')
        by = f'<div class="bar-l">{by}</div>' if by else ""
        views = 300 + copy.article.index * 37 % 9000
        give = (
            f'<div class="give"><p>{copy.say("獨立媒體要靠你。每月一百元，讓我們寫下去。", "Independent media needs you. A hundred a month keeps us writing.")}</p><a class="btn" href="/donate.php">{copy.say("立即支持", "Support us")}</a></div>\n'
            if self.give
            else ""
        )
        more = copy.others("<li><a href=`{url}`><img src=`/upload/thumb/m.jpg` width=`140` height=`90` alt=``><span>{title}</span></a></li>", 4)  # fmt: skip
        said = copy.remarks('<li class="rp" id="rp{n}"><b>{who}</b> <small>{when}</small><p>{what}</p><a href="#reply" class="rp-a">+{n}</a></li>\n')  # fmt: skip
        return (
            f'<section class="colL">\n<div class="ttl"><a class="cat cat-{copy.part}" href="{copy.section_url}">{copy.section}</a><h1>{copy.title}</h1></div>\n<div class="bar cf">{by}<div class="bar-r"><time>{copy.day}</time> <span class="hit">{copy.say("人氣", "Views")} {views}</span></div></div>\n<div class="sns"><div class="fb-like" data-href="{attr(copy.url)}" data-layout="button_count"></div><a class="sns-w" href="/go/weibo">{copy.say("微博", "Weibo")}</a><a class="sns-p" href="/go/plurk">Plurk</a><a class="sns-e" href="/go/mail">{copy.say("電郵", "E-mail")}</a></div>\n'
            f'<div class="txt" id="txt">\n{chr(10).join(pieces)}\n</div>\n{self._end(copy)}{give}<div class="nextup"><h3>{copy.say("你可能有興趣", "You may like")}</h3><ul class="cf">{more}</ul></div>\n<div class="rps"><h3>{copy.say("回應", "Replies")}</h3><ul>\n{said}</ul><textarea name="rp" rows="3"></textarea><button>{copy.say("送出", "Post")}</button></div>\n</section>\n{self._side(copy)}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Thumbnails, labels, headlines, who and when."""
        rows = "".join(
            f'<div class="row cf"><a class="row-i" href="{attr(c.url)}"><img src="/upload/thumb/l.jpg" width="200" height="130" alt=""></a><div class="row-t"><span class="cat">{esc(c.section)}</span><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="row-m">{esc(c.author)} <time>{self.day(c.published)}</time></p><p>{esc(c.summary)}……</p></div></div>\n'
            for c in cards
        )
        more = f'<div class="pgs"><b>1</b><a href="{attr(older)}">{self.word("下一頁", "Next page")}</a></div>\n' if older else ""  # fmt: skip
        return f'<section class="colL"><h1 class="lst">{esc(heading)}</h1>\n{rows}{more}</section>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of text."""
        return f'<section class="colL one"><h1 class="lst">{esc(heading)}</h1><div class="txt">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></section>'


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Chub,)
ADDRESSES: dict[str, Form] = {
    "read.php?c&a": Form(lambda p, a, _v: f"/read.php?c={_part(p, a)}&a={a.id}"),
}
