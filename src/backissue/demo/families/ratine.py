"""A design: a local weekly on the system of the chain that owns it."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Redpoll(Freehand):
    """About 2013: a chain's weekly in XHTML with news microformats: the chain's bar, crumbs, tools for type and printing, the day above or below the byline with the stamp beside it, boxes floated into the text, credits above cutlines with prints for sale, and a closing line that tells section, day and topics once more."""

    name = "redpoll"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """Which side of the ocean, whether the day goes before the byline, whether names are links, how it signs."""
        self.british = rng.random() < 0.5
        self.day_first = rng.random() < 0.5
        self.name_form = choose(
            rng, '<span class="fn">{0}</span>', '<a class="fn" rel="author" href="/search/?l=25&amp;by={0}">{0}</a>'
        )
        self.hand = choose(
            rng,
            Hand("本報記者 {a}", "本報記者 {a}、{b}", placed="本報記者 {a}（{p}）", photo="採訪：{a}　拍攝：{b}", agency="供稿：{o}", role="記者", roles=("採訪", "拍攝")),
            Hand("{a}　採訪報道", "{a}、{b}　採訪報道", photo="{a}　採訪報道　{b}　攝影", role="採訪報道", roles=("採訪報道", "攝影")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}, Staff Writer", "By {a} and {b}, Staff Writers", placed="By {a}, Staff Writer, {p}", agency="From {o}", role="Staff Writer"),
            Hand("{a} | Reporter", "{a} & {b} | Reporters", placed="{a} | Reporter | {p}", role="Reporter"),
            Hand("Report by {a}", "Report by {a} and {b}", placed="Report by {a} in {p}", desk="Report by {o}"),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Friday, March 8, 2013 9:05 pm``; ``21:05 Friday 08 March 2013``; ``2013年3月8日 星期五 下午 9:05``."""
        if not self.english:
            return f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]} {'上午' if t.hour < 12 else '下午'} {t.hour % 12 or 12}:{t:%M}"
        if self.british:
            return f"{t:%H:%M} {DAYS[t.weekday()]} {t.day:02d} {MONTHS[t.month - 1]} {t.year}"
        return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year} {clock(t, 'am', 'pm')}"

    def stamp(self, t: datetime) -> str:
        """``7:11 am, Sat Mar 9, 2013``; ``07:11 Sat 09 Mar 2013``; ``上午 7:11，2013年3月9日``."""
        if not self.english:
            return f"{'上午' if t.hour < 12 else '下午'} {t.hour % 12 or 12}:{t:%M}，{t.year}年{t.month}月{t.day}日"
        day, month = DAYS[t.weekday()][:3], MONTHS[t.month - 1][:3]
        if self.british:
            return f"{t:%H:%M} {day} {t.day:02d} {month} {t.year}"
        return f"{clock(t, 'am', 'pm')}, {day} {month} {t.day}, {t.year}"

    def local(self, chinese: str, american: str, british: str) -> str:
        """A word that differs on the two sides of the ocean."""
        return self.word(chinese, british if self.british else american)

    def machine(self, copy: Copy) -> str:
        """Open Graph, keywords, and the paper itself as the author."""
        words = ", ".join(esc(t).replace('"', "&quot;") for t in copy.said.tags or ())
        return f'<link rel="canonical" href="{attr(copy.url)}" />\n<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{words}" />\n<meta name="author" content="{attr(copy.paper.name)}" />\n<meta property="og:type" content="article" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:url" content="{attr(copy.url)}" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />'

    def frame(self, page: Shell) -> str:
        """The chain's bar, the flag, tabs, two columns of which the right one sells, the chain's foot."""
        w, paper = self.word, page.paper
        tabs = self.menu(
            paper,
            '<li class="nav-tab{on}"><a href="{url}"><span>{name}</span></a></li>',
            now=page.section,
            current=" nav-tab-on",
        )
        notices = self.local("訃聞", "Obituaries", "Family Notices")
        bar = " ".join(f'<li><a href="http://{sub}.{paper.host}/">{text}</a></li>' for sub, text in (("jobs", w("招聘", "Jobs")), ("homes", self.local("樓盤", "Homes", "Property")), ("cars", self.local("汽車", "Wheels", "Motors")), ("classifieds", w("分類廣告", "Classifieds")), ("notices", notices)))  # fmt: skip
        poll = "".join(f'<li><input type="radio" name="choice" id="c{n}" value="{n}" /><label for="c{n}">{text}</label></li>' for n, text in enumerate((w("應該", "Yes"), w("不應該", "No"), w("沒有意見", "No opinion"))))  # fmt: skip
        rail = f'<div class="mod mod-ad"><div class="ad-label">{w("廣告", "Advertisement")}</div><div id="ad-rail-300x250"></div></div>\n<div class="mod mod-eedition"><h4 class="mod-head">{w("本周電子版", "This week’s e-edition")}</h4><a href="/eedition/"><img src="/content/eedition/front_thumb.jpg" width="140" height="182" alt="{w("頭版", "Front page")}" /></a><p><a href="/subscribe/">{w("訂閱印刷版", "Subscribe to the print edition")}</a></p></div>\n<div class="mod mod-poll"><h4 class="mod-head">{w("讀者投票", "Reader poll")}</h4><form action="/polls/vote" method="post"><p class="poll-q">{self.local("街市應否延長營業至九時？", "Should the town keep its Saturday parking meters?", "Should high street parking be free on Saturdays?")}</p><ul>{poll}</ul><input type="submit" value="{w("投票", "Vote")}" /> <a href="/polls/">{w("看結果", "View results")}</a></form></div>\n<div class="mod mod-mail"><h4 class="mod-head">{w("電郵快訊", "Headlines by email")}</h4><form action="/newsletter/"><input type="text" name="email" value="{w("你的電郵", "Your email address")}" /><input type="submit" value="{w("登記", "Sign up")}" /></form></div>\n<div class="mod mod-dir"><h4 class="mod-head">{self.local("本地商戶", "Business Directory", "Local Traders")}</h4><ul><li><a href="/places/plumbers/">{w("水喉", "Plumbers")}</a></li><li><a href="/places/florists/">{w("花店", "Florists")}</a></li><li><a href="/places/dentists/">{w("牙醫", "Dentists")}</a></li></ul></div>'
        foot = f'<li><a href="/about/">{w("關於本報", "About us")}</a></li><li><a href="/contact/">{w("聯絡", "Contact us")}</a></li><li><a href="/ratecard/">{w("刊登廣告", "Advertise")}</a></li><li><a href="/letters/">{w("讀者來函", "Send a letter")}</a></li><li><a href="/privacy/">{w("私隱", "Privacy")}</a></li>'
        flag = f'<div id="flag"><a href="/"><img src="/content/flag.png" width="420" height="70" alt="{attr(paper.name)}" /></a><div id="flag-weather"><span class="temp">{w("12°C", "12°C" if self.british else "54°")}</span> <span class="sky">{w("有雲", "Partly cloudy")}</span> <a href="/weather/">{w("七日天氣", "7-day forecast")}</a></div><form id="flag-search" action="/search/"><input type="text" name="q" /><input type="submit" value="{w("搜尋", "Search")}" /></form></div>'
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(paper.name)}{": " + esc(page.section) if page.section else ""}</title>\n{page.head}\n<link rel="stylesheet" type="text/css" href="/shared/css/chain-base.css?v=41" />\n<link rel="stylesheet" type="text/css" href="/content/css/local.css" />\n<script type="text/javascript" src="/shared/js/adslots.js"></script>\n</head>\n<body class="{"pg-asset" if page.is_story else "pg-section"}">\n<div id="network-bar"><span class="net-name">{self.local("鄰里報業", "A Community Weeklies paper", "Part of the County Weeklies group")}</span><ul>{bar}</ul><span class="net-user"><a href="/user/login/">{self.local("登入", "Log in", "Sign in")}</a> | <a href="/user/signup/">{w("註冊", "Register")}</a></span></div>\n<div id="ad-leader" class="ad"></div>\n{flag}\n<ul id="nav-tabs"><li class="nav-tab"><a href="/"><span>{w("首頁", "Home")}</span></a></li>{tabs}</ul>\n<div id="page-wrap" class="clearfix">\n<div id="col-main">\n{page.main}\n</div>\n<div id="col-rail">\n{rail}\n</div>\n</div>\n<div id="page-foot"><ul class="foot-links">{foot}</ul><p class="legal">{esc(paper.rights)}. {w("版權所有，未經許可不得轉載。", "All rights reserved. Ask us before you reprint, rewrite or broadcast anything here.")}</p><p class="powered">{w("網站系統：鄰里報業數碼部", "Site run by our group’s digital desk")}</p></div>\n</body>\n</html>\n'  # fmt: skip

    def block(self, copy: Copy, block: Block) -> str:
        """What the newsroom's editor made of each key."""
        if block.kind == "h":
            return f'<p class="crosshead"><strong>{spans(block.spans)}</strong></p>'
        if block.kind == "quote":
            return f'<blockquote class="pulled"><div class="pulled-text">{spans(block.spans)}</div></blockquote>'
        if block.kind == "note":
            return f'<p class="endnote"><i>{spans(block.spans)}</i></p>'
        if block.kind == "table":
            agate = table(block.rows, ' class="agate" border="0" cellspacing="0" cellpadding="3"')
            return f'<div class="agate-wrap">{agate}</div>'
        if block.kind == "embed":
            return f'<div class="asset-embed"><iframe src="{attr(block.url)}" width="480" height="270" frameborder="0" scrolling="no"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """The print, its credit at the right above its cutline, and a shop."""
        source = self.source(copy, picture)
        credit = f'<span class="photo-credit">{esc(picture.credit)}</span>\n' if picture.credit else ""
        return f'<div class="asset-photo" id="photo-{picture.number}">\n<a class="enlarge" href="{source}"><img src="{source}" width="480" alt="" /></a>\n{credit}<div class="cutline">{esc(picture.caption)}</div>\n<a class="buy-print" href="/photos/order?id={picture.number}">{copy.say("訂購照片", "Buy this photo")}</a>\n</div>'

    def inset(self, copy: Copy) -> str:
        """The box floated into the text: other stories, and an advertisement."""
        linked = copy.others('<li><a href="{url}">{title}</a></li>', 2, skip=2)
        return f'<div class="inset-left">\n<div class="inset-box"><h6>{copy.say("相關報道", "More on this")}</h6><ul>{linked}</ul></div>\n<div class="ad ad-inset"><span class="ad-label">{copy.say("廣告", "Advertisement")}</span></div>\n</div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, tools, lines of signature and time, text, the closing line, the boxes below, the discussion."""
        say, number = copy.say, copy.article.index
        by = (
            f'<p class="byline"><span class="author vcard">{copy.linked(self.name_form)}</span></p>\n'
            if copy.by
            else ""
        )
        changed = copy.changed(f' <span class="revised"><em>{say("修訂：", "Updated: ")}</em>{{}}</span>')
        posted = self.local("刊登：", "Posted: ", "Published: ")
        when = f'<p class="timeline"><em>{posted}</em><span class="published" title="{copy.article.published.isoformat(timespec="minutes")}">{copy.day}</span>{changed}</p>\n'
        crumbs = f'<div class="crumbs"><a href="/">{say("首頁", "Home")}</a> &raquo; <a href="{copy.section_url}">{copy.section}</a> &raquo; <span>{self.local("報道", "Story", "Article")}</span></div>\n'
        tools = f'<ul class="asset-tools"><li class="t-print"><a href="{attr(copy.url)}?mode=print" rel="nofollow">{say("列印", "Print")}</a></li><li class="t-mail"><a href="/email/?id={copy.article.id}" rel="nofollow">{say("電郵", "Email")}</a></li><li class="t-size">{say("字體：", "Font size:")} <a href="#" class="sz-1">{say("正常", "Default")}</a> <a href="#" class="sz-2">{say("加大", "Larger")}</a></li><li class="t-talk"><a href="#discussion">{say("留言", "Comments")} ({number * 7 % 19})</a></li><li class="t-rec">{number * 13 % 140} {say("人推介", "recommend this")}</li></ul>\n'  # fmt: skip
        texts = self.blocks(copy)
        body = "\n".join((*texts[:2], self.inset(copy), *texts[2:]))
        topics = copy.tags("<a rel=`tag` href=`{url}`>{tag}</a>", ", ")
        topics = (
            f' <span class="divide">|</span> <span class="topics">{self.local("標籤：", "Topics: ", "Tags: ")}{topics}</span>'
            if topics
            else ""
        )
        filed = f'{self.local("刊於", "Filed in ", "In ")}<a href="{copy.section_url}" class="filed-section">{copy.section}</a>{self.local("，", " on ", ", ")}<span class="filed-day">{copy.day}</span>{say("。", ".")}{topics}'
        source = f'<p class="source-line">&copy; {copy.article.published.year} <span class="source-org vcard"><span class="org fn">{esc(copy.paper.name)}</span></span>. {say("有消息？請電編輯部 5550-1420，或電郵 news@" + copy.paper.host, "Got a story? Ring the newsroom on 555-0142 or write to news@" + copy.paper.host)}</p>'
        read = copy.others('<li><span class="when">{day}</span> <a href="{url}">{title}</a></li>', 4)
        talk = copy.others('<li><a href="{url}#discussion">{title}</a></li>', 2, skip=1)
        remarks = copy.remarks('<li class="remark" id="remark-{n}"><div class="remark-head"><span class="remark-who">{who}</span> <span class="remark-posted">{when}</span></div><div class="remark-text">{what}</div><div class="remark-act"><a href="#r">' + say("舉報", "Report") + '</a> <a href="#u">+{n}</a></div></li>')  # fmt: skip
        rules = "".join(f"<li>{r}</li>" for r in (say("請勿講粗口。", "Mind your language."), self.local("請對鄰居客氣。", "Be civil to your neighbors.", "Be civil to your neighbours."), say("不得登廣告。", "No selling.")))  # fmt: skip
        around = f'<div class="pager-asset"><a class="prev" href="{attr(copy.related[0].url)}">&laquo; {say("上一篇", "Previous story")}</a> <a class="next" href="{attr(copy.related[-1].url)}">{say("下一篇", "Next story")} &raquo;</a></div>\n' if copy.related else ""  # fmt: skip
        below = f'<div class="mod mod-popular"><ul class="tab-heads"><li><a href="#pop-read">{self.local("最多人看", "Most Popular", "Most read")}</a></li><li><a href="#pop-talk">{say("最多留言", "Most commented")}</a></li></ul><ol id="pop-read">{read}</ol><ol id="pop-talk">{talk}</ol></div>'
        return f'{crumbs}<div id="asset-{copy.article.id}" class="hnews hentry item">\n<h1 class="entry-title">{copy.title}</h1>\n{when + by if self.day_first else by + when}{tools}<div class="entry-content" id="asset-text">\n{body}\n</div>\n<div class="asset-foot">\n{source}\n<p class="filed">{filed}</p>\n</div>\n</div>\n<div class="share-row"><a href="/share/f">Facebook</a> <a href="/share/t">Twitter</a> <a href="/share/d">Digg</a> <a href="/share/s">StumbleUpon</a></div>\n{around}{below}\n<div id="discussion"><h4>{self.local("街坊論壇", "Join the conversation", "Have your say")}</h4><ol class="house-rules">{rules}</ol><ul class="remarks">{remarks}</ul><p class="login-first">{say("請先登入再留言。", "You need to be signed in to comment.")}</p></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A section's front: the first story large, the others in a list."""
        rows = "\n".join(
            f'<div class="index-item{" index-lead" if n == 0 else ""}"><h3 class="index-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="index-time">{self.day(c.published)}</p><p class="index-intro">{esc(c.summary)}… <a class="more" href="{attr(c.url)}">{self.word("全文", "Read more")}</a></p></div>'
            for n, c in enumerate(cards)
        )
        more = (
            f'\n<div class="index-pages"><a href="{attr(older)}">{self.word("較早報道", "Earlier stories")} &raquo;</a></div>'
            if older
            else ""
        )
        return f'<h2 class="section-head">{esc(heading)}</h2>\n<div class="index-list">\n{rows}\n</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A standing page."""
        texts = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return f'<div class="crumbs"><a href="/">{self.word("首頁", "Home")}</a></div>\n<div class="static-page"><h1>{esc(heading)}</h1>\n{texts}\n</div>'


DESIGNS: tuple[type[Freehand], ...] = (Redpoll,)
ADDRESSES: dict[str, Form] = {
    "section/local/story_id.html": Form(
        lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/local/story_{a.id}.html"
    )
}
