"""A design of a community weekly: the hosted pages that a chain of newspapers shares, of 2012."""

from __future__ import annotations

from datetime import datetime
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper, Version
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Whimbrel"]

_SERVICES = (
    ("obituaries", "逝者", "Obituaries"),
    ("classifieds", "分類廣告", "Classifieds"),
    ("photosales", "照片訂印", "Photo Sales"),
    ("calendar", "社區活動", "Calendar"),
    ("directory", "商店名錄", "Business Directory"),
)
_STRIP = (
    ("eedition", "電子報", "E-Edition"),
    ("subscribe", "訂閱", "Subscribe"),
    ("placead", "刊登廣告", "Place an Ad"),
    ("submit", "投稿", "Submit News"),
    ("contact", "聯絡我們", "Contact Us"),
)
_GONE = (
    ("周陳玉蘭", "Margaret E. Dahl", 91),
    ("馮國棟", "Leonard “Bud” Hasek", 78),
    ("羅黃秀珍", "Rosalie Pruitt", 84),
)
_ADS = (
    ("招聘", "Help Wanted", "夜班廚師，有經驗", "Night baker, will train"),
    ("出租", "For Rent", "兩房，近市集，可養貓", "2 BR near the square, cats OK"),
    ("求售", "For Sale", "舊鋼琴一座，自行搬運", "Upright piano, you haul"),
    ("舊物", "Garage Sales", "周六早上七時起", "Saturday 7 a.m. to noon"),
)
_SISTERS = (
    ("湖濱社區報", "Lakeshore Shopper"),
    ("谷地農訊", "Valley Farm Journal"),
    ("東區生活報", "Union County Record"),
)
_FORM = (("name", "姓名（必填）", "Your Name (required)"), ("email", "電郵（不會公開）", "E-mail (not published)"))


class Whimbrel(Freehand):
    """2012: a community weekly in its chain's hosted pages: bars to print and send above and below the story, photos with a link to buy them, the departed, small ads and a poll at the sides, neighbours' remarks with a form below."""

    name = "whimbrel"
    timed = True

    def draw(self, rng: Random) -> None:
        """The skin's way with class names, its colours, how days are written and where they stand, how lines are parted, what is printed at all, and how it signs."""
        self.joined = rng.random() < 0.5
        self.dark, self.pale = choose(
            rng, ("#7a1f1f", "#f4ece2"), ("#1f4a7a", "#e8eef4"), ("#2e5a33", "#edf2e6"), ("#3b3b5c", "#eeeef3")
        )
        self.short = rng.random() < 0.5
        self.above = rng.random() < 0.5
        self.broken = rng.random() < 0.4
        self.lead = rng.random() < 0.5
        self.stamped = rng.random() < 0.6
        self.tagged = rng.random() < 0.5
        self.advert = 2 + int(rng.random() * 2)
        self.hand = choose(
            rng,
            Hand("社區記者 {a}", "社區記者 {a}、{b}", placed="社區記者 {a}／{p}", photo="{a} 文　{b} 圖", role="社區記者", roles=("文", "圖")),
            Hand("本報記者{a}", "本報記者{a}、{b}", placed="本報記者{a} {p}報導", role="本報記者"),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", placed="By {a}, {p}", agency="By {o}"),
            Hand("by {a}, Staff Reporter", "by {a} and {b}, Staff Reporters", role="Staff Reporter"),
        )

    def cls(self, words: str) -> str:
        """A class name in the skin's way: ``storyDate`` or ``story_date``."""
        first, *rest = words.split()
        return first + "".join(w.capitalize() for w in rest) if self.joined else words.replace(" ", "_")

    def date(self, t: datetime) -> str:
        """The day alone, as listings print it: ``March 12, 2014``; ``2014年3月12日``."""
        return self.word(f"{t.year}年{t.month}月{t.day}日", f"{MONTHS[t.month - 1]} {t.day}, {t.year}")

    def stamp(self, t: datetime) -> str:
        """``Mar 12, 2014 4:05 PM``, ``Wednesday, March 12, 2014 4:05 PM``; ``2014/3/12 下午 04:05``, ``2014年3月12日 星期三 16:05``."""
        if self.short:
            half = f"{'上午' if t.hour < 12 else '下午'} {t:%I:%M}"
            return self.word(
                f"{t.year}/{t.month}/{t.day} {half}", f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year} {clock(t)}"
            )
        day = self.date(t)
        return self.word(f"{day} 星期{DAYS_ZH[t.weekday()]} {t:%H:%M}", f"{DAYS[t.weekday()]}, {day} {clock(t)}")

    def day(self, t: datetime) -> str:
        """As the stamp."""
        return self.stamp(t)

    def _style(self) -> str:
        """The skin's sheet, as far as it stands in the page."""
        c = self.cls
        return (
            f"body {{ margin: 0; background: #ddd; font: 13px Arial, Helvetica, sans-serif; }} a {{ color: {self.dark}; text-decoration: none; }} #{c('page wrap')} {{ width: 984px; margin: 0 auto; background: #fff; padding: 0 8px; }} "
            f"#{c('top strip')} {{ background: {self.dark}; color: #fff; padding: 4px 8px; margin-bottom: 6px; font-size: 11px; text-align: right; }} #{c('top strip')} a {{ color: #fff; }} #{c('name plate')} {{ height: 92px; overflow: hidden; }} .{c('name text')} {{ font: bold 40px Georgia, serif; line-height: 90px; }} #{c('name plate')} form {{ float: right; margin-top: 34px; }} "
            f"ul.{c('main nav')} {{ list-style: none; margin: 0 0 8px; padding: 0; background: {self.dark}; overflow: hidden; }} ul.{c('main nav')} li {{ float: left; padding: 7px 8px; }} ul.{c('main nav')} a {{ color: #fff; font-weight: bold; font-size: 12px; }} li.{c('nav on')} {{ background: #222; }} "
            f"#{c('left rail')} {{ float: left; width: 160px; }} #{c('centre stage')} {{ float: left; width: 484px; padding: 0 14px; }} #{c('right rail')} {{ float: right; width: 300px; }} .{c('widget')} {{ border: 1px solid #ccc; margin: 0 0 10px; padding: 0 8px 8px; background: {self.pale}; }} .{c('widget head')} {{ background: {self.dark}; color: #fff; font-weight: bold; margin: 0 -8px 6px; padding: 4px 8px; }} .{c('widget')} ul {{ margin: 0; padding-left: 16px; }} .{c('ad space')} {{ text-align: center; color: #999; font-size: 10px; margin: 0 0 10px; }} "
            f".{c('tool bar')} {{ border: solid #ccc; border-width: 1px 0; padding: 4px 0; font-size: 11px; margin: 6px 0; }} .{c('story head')} {{ font: bold 26px Georgia, serif; margin: 8px 0 4px; }} .{c('story date')}, .{c('story updated')} {{ color: #666; font-size: 11px; }} .{c('story by')} {{ font-weight: bold; margin: 6px 0; }} .{c('story text')} {{ font: 15px/1.5 Georgia, serif; margin-top: 8px; }} table.{c('photo box')} {{ font: 11px Arial, sans-serif; background: {self.pale}; margin: 0 0 8px 8px; }} .{c('photo credit')} {{ color: #777; text-align: right; }} .{c('path bar')} {{ font-size: 11px; }} .{c('remark')} {{ border-top: 1px solid #ccc; padding: 6px 0; }} .{c('keywords')} {{ font-size: 12px; margin: 8px 0; }} .{c('list item')} td {{ border-bottom: 1px dotted #aaa; padding: 8px 0; }} .{c('list date')} {{ color: #666; font-size: 11px; }} .{c('list pages')} {{ padding: 10px 0; text-align: right; }} #{c('page foot')} {{ clear: both; border-top: 3px solid {self.dark}; padding: 8px 0 20px; text-align: center; font-size: 11px; color: #555; }}"
        )

    def _widget(self, head: str, inside: str) -> str:
        """A box of a rail."""
        return f'<div class="{self.cls("widget")}">\n<div class="{self.cls("widget head")}">{head}</div>\n{inside}\n</div>\n'

    def _advert(self, width: int, height: int, words: str = "") -> str:
        """A place for an advertisement."""
        return f'<div class="{self.cls("ad space")}">{words or self.word("廣告", "Advertisement")}<br /><a href="/adserve/click.asp?z={width}{height}"><img src="/adserve/{width}x{height}.jpg" width="{width}" height="{height}" border="0" alt="" /></a></div>\n'

    def _rails(self) -> tuple[str, str]:
        """What stands at the left and at the right of every page."""
        poll = "".join(
            f'<label><input type="radio" name="PollAnswer" value="{at}" /> {self.word(zh, en)}</label><br />\n'
            for at, (zh, en) in enumerate((("應該", "Yes"), ("不應該", "No"), ("沒有意見", "No opinion")), 1)
        )
        gone = "".join(
            f'<li><a href="/obituaries/{at}">{self.word(f"{zh}，享年 {age}", f"{en}, {age}")}</a></li>\n'
            for at, (zh, en, age) in enumerate(_GONE, 1)
        )
        small = "".join(
            f'<p><a href="/classifieds/{at}"><b>{self.word(zh, en)}</b></a> {self.word(zh2, en2)}</p>\n'
            for at, (zh, en, zh2, en2) in enumerate(_ADS, 1)
        )
        services = "".join(f'<li><a href="/{at}">{self.word(zh, en)}</a></li>\n' for at, zh, en in _SERVICES)
        left = (
            self._widget(self.word("社區服務", "Community"), f"<ul>\n{services}</ul>")
            + self._widget(
                self.word("本周投票", "Weekly Poll"),
                f'<form action="/poll.asp" method="post"><p>{self.word("周六市集應否留在大街？", "Should the Saturday market stay on Main Street?")}</p>\n{poll}<input type="submit" value="{self.word("投票", "Vote")}" /> <a href="/poll.asp?results=1">{self.word("看結果", "View results")}</a></form>',
            )
            + self._advert(160, 600)
        )
        right = (
            self._advert(300, 250)
            + self._widget(
                self.word("近日逝者", "Recent Obituaries"),
                f'<ul>\n{gone}</ul><a href="/obituaries">{self.word("全部逝者名單", "All obituaries")} &raquo;</a>',
            )
            + self._widget(
                self.word("分類廣告", "Classifieds"),
                f'{small}<form action="/classifieds/search.asp" method="get"><input type="text" name="kw" size="18" /> <input type="submit" value="{self.word("找廣告", "Find")}" /></form>',
            )
            + self._widget(
                self.word("照片訂印", "Photo Sales"),
                f'<a href="/photosales"><img src="/clientimages/photosales.jpg" width="120" height="80" border="0" alt="" /></a><br />{self.word("本報所攝照片，均可訂印。", "Order prints of photos our staff has taken.")} <a href="/photosales">{self.word("打開相簿", "Browse galleries")}</a>',
            )
            + f'<div class="fb-like-box" data-href="https://www.facebook.com/" data-width="300"></div>\n{self._advert(300, 100)}'
        )
        return left, right

    def frame(self, page: Shell) -> str:
        """A strip, the nameplate with a search, a bar of sections, three columns, sister papers, rights."""
        c = self.cls
        name = esc(page.paper.name)
        strip = " | ".join(f'<a href="/{at}">{self.word(zh, en)}</a>' for at, zh, en in _STRIP)
        menu = self.menu(
            page.paper, "<li{on}><a href=`{url}`>{name}</a></li>\n", now=page.section, current=f' class="{c("nav on")}"'
        )
        more = "".join(f'<li><a href="/{at}">{self.word(zh, en)}</a></li>\n' for at, zh, en in _SERVICES[:3])
        sisters = " &bull; ".join(f'<a href="/sister/{n}">{self.word(*both)}</a>' for n, both in enumerate(_SISTERS, 1))
        left, right = self._rails()
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:fb="http://ogp.me/ns/fb#">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} | {name}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/skins/weekly/site.css?v=4.2" />\n<style type="text/css">{self._style()}</style>\n<script type="text/javascript" src="/scripts/jquery-1.7.1.min.js"></script>\n<script type="text/javascript">var _gaq = _gaq || []; _gaq.push(["_setAccount", "UA-1184220-7"]); _gaq.push(["_trackPageview"]);</script>\n</head>\n<body>\n<div id="fb-root"></div>\n<div id="{c("page wrap")}">\n'
            f'<div id="{c("top strip")}">{strip} | <a href="/login.asp">{self.word("登入", "Log In")}</a></div>\n{self._advert(728, 90)}<div id="{c("name plate")}">\n<form action="/search.asp" method="get"><input type="text" name="Keywords" size="20" /> <input type="submit" value="{self.word("搜索", "Search")}" /> <a href="/advsearch.asp">{self.word("高級搜索", "Advanced Search")}</a></form>\n<a class="{c("name text")}" href="/">{name}</a>\n</div>\n'
            f'<ul class="{c("main nav")}">\n<li><a href="/">{self.word("首頁", "Home")}</a></li>\n{menu}{more}</ul>\n<div id="{c("left rail")}">\n{left}</div>\n<div id="{c("centre stage")}">\n{page.main}\n</div>\n<div id="{c("right rail")}">\n{right}</div>\n'
            f'<div id="{c("page foot")}">\n<p><a href="/">{self.word("首頁", "Home")}</a> | {strip} | <a href="/privacy">{self.word("私隱聲明", "Privacy Policy")}</a> | <a href="/terms">{self.word("使用條款", "Terms of Service")}</a></p>\n<p>{self.word("集團其他報紙：", "Our other newspapers: ")}{sisters}</p>\n<p>{esc(page.paper.rights)} {self.word("版權所有，未經同意不得轉載。", "All rights reserved. No reproduction without consent.")}<br />{self.word("網站系統由鄉里報業網提供", "Powered by Hometown Web Press, hosted publishing for community newspapers")}</p>\n</div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a sharing reader needs, and no more."""
        photo = next((b.picture for b in copy.version.blocks if b.picture), None)
        image = f'<meta property="og:image" content="{self.source(copy, photo)}" />\n' if photo else ""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta property="og:type" content="article" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n{image}'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs, or lines that two breaks part; the rest as the editor of the pages makes it."""
        start, end = ("", "<br /><br />") if self.broken else ("<p>", "</p>")
        if block.kind == "p":
            return f"{start}{spans(block.spans)}{end}"
        if block.kind == "h":
            return f"{start}<b>{spans(block.spans)}</b>{end}"
        if block.kind == "note":
            return f"{start}<i>{spans(block.spans)}</i>{end}"
        if block.kind == "quote":
            return f'<blockquote class="{self.cls("pull text")}">{spans(block.spans)}</blockquote>'
        if block.kind == "table":
            rows = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>\n" for row in block.rows)
            return f'<table class="{self.cls("text table")}" border="1" cellspacing="0" cellpadding="4" width="100%">\n{rows}</table>'
        if block.kind == "embed":
            return f'<div class="{self.cls("video box")}"><iframe src="{attr(block.url)}" width="480" height="290" frameborder="0" allowfullscreen="allowfullscreen"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture, *, wide: bool = False) -> str:
        """A table for one photo: who took it, what it shows, where one buys it."""
        c = self.cls
        credit = f'<tr><td class="{c("photo credit")}">{esc(picture.credit)}</td></tr>\n' if picture.credit else ""
        width, place = (470, "center") if wide else (230, "right")
        return (
            f'<table class="{c("photo box")}" width="{width + 10}" border="0" cellspacing="0" cellpadding="4" align="{place}">\n<tr><td><a href="{self.source(copy, picture)}" rel="lightbox"><img src="{self.source(copy, picture)}" width="{width}" border="0" alt="" /></a></td></tr>\n{credit}<tr><td class="{c("photo caption")}">{esc(picture.caption)}</td></tr>\n'
            f'<tr><td class="{c("photo buy")}"><a href="/photosales/order.asp?p={picture.number}">{copy.say("訂印這張照片", "Purchase this photo")}</a></td></tr>\n</table>\n'
        )

    def _tools(self, copy: Copy, remarks: int) -> str:
        """The bar to print, send and speak."""
        at = copy.article.id
        said = f" ({remarks})" if remarks else ""
        return (
            f'<div class="{self.cls("tool bar")}"><img src="/skins/icons/print.gif" alt="" /> <a href="/print.asp?ArticleID={at}" rel="nofollow">{copy.say("列印本文", "Print this article")}</a> &bull; <img src="/skins/icons/email.gif" alt="" /> <a href="/email.asp?ArticleID={at}&amp;s={attr(quote(copy.version.title))}" rel="nofollow">{copy.say("電郵本文", "E-mail this article")}</a> &bull; '
            f'<a href="#{self.cls("remark form")}">{copy.say("發表意見", "Comment")}{said}</a> &bull; {copy.say("字級", "Text size")} <a href="javascript:textSize(-1)">A-</a> <a href="javascript:textSize(1)">A+</a></div>\n'
        )

    def story(self, copy: Copy) -> str:
        """The path, the bar, the hour, headline and writer in the skin's order, photo and text, key words, the bar again, related stories, remarks and their form."""
        c = self.cls
        blocks = copy.version.blocks
        first = next((b for b in blocks if b.picture), None) if self.lead else None
        lead = self.picture(copy, first.picture, wide=True) if first and first.picture else ""
        pieces = self.blocks(copy, tuple(b for b in blocks if b is not first))
        below = copy.say("內文續在廣告之後", "Story continues below advertisement")
        if len(pieces) > self.advert:
            pieces.insert(self.advert, self._advert(300, 250, below))
        changed = copy.changed(
            f' <span class="{c("story updated")}">({copy.say("最後更新：", "Last updated: ")}{{}})</span>'
        )
        when = f'<div><span class="{c("story date")}">{copy.day}</span>{changed}</div>\n'
        head = f'<h1 class="{c("story head")}">{copy.title}</h1>\n'
        by = copy.signed(f'<div class="{c("story by")}">{{}}</div>\n')
        top = when + head + by if self.above else head + by + when
        remarks = copy.remarks(
            f'<div class="{c("remark")}"><div>{copy.say("發表時間：", "Posted: ")}{{when}}<br />{copy.say("留言者：", "Comment by: ")}<b>{{who}}</b></div><p>{{what}}</p></div>\n'
        )
        words = ", ".join(
            f'<a href="/search.asp?Keywords={attr(quote(tag))}">{esc(tag)}</a>' for tag in copy.said.tags or ()
        )
        keys = f'<div class="{c("keywords")}">{copy.say("關鍵字：", "Keywords: ")}{words}</div>\n' if words else ""
        others = copy.others("<li><a href=`{url}`>{title}</a></li>\n")
        related = self._widget(copy.say("其他新聞", "More Stories"), f"<ul>\n{others}</ul>") if others else ""
        fields = "".join(
            f'<p>{copy.say(zh, en)}<br /><input type="text" name="{at}" size="32" /></p>\n' for at, zh, en in _FORM
        )
        tools = self._tools(copy, remarks.count(f'"{c("remark")}"'))
        offer = copy.say(
            "{name}每周送到府上，全年五十二期。", "Get {name} in your mailbox every week, 52 issues a year."
        )
        return (
            f'<div class="{c("path bar")}"><a href="/">{copy.say("首頁", "Home")}</a> : <a href="{copy.section_url}">{copy.section}</a></div>\n{tools}{top}{lead}<div class="{c("story text")}" id="{c("story text")}">\n{chr(10).join(pieces)}\n</div>\n<br clear="all" />\n{keys}'
            f'<div class="addthis_toolbox addthis_default_style"><a class="addthis_button_facebook_like"></a> <a class="addthis_button_tweet"></a> <a class="addthis_button_google_plusone"></a> <a class="addthis_counter addthis_pill_style"></a></div>\n<script type="text/javascript" src="http://s7.addthis.com/js/250/addthis_widget.js#pubid=hwpress"></script>\n{tools}'
            f'<div class="{c("house ad")}"><b>{offer}</b> <a href="/subscribe">{copy.say("立即訂閱", "Start a subscription")}</a></div>\n<br />\n{related}'
            f'<div id="{c("remark list")}"><h3>{copy.say("讀者意見", "Reader Comments")}</h3>\n{remarks}<form id="{c("remark form")}" action="/comment.asp" method="post"><input type="hidden" name="ArticleID" value="{copy.article.id}" />\n<p><b>{copy.say("發表意見", "Submit a Comment")}</b><br />{copy.say("意見經編輯審閱後刊出，請勿作人身攻擊。", "Comments appear once an editor has approved them. Please keep it neighborly.")}</p>\n{fields}<p>{copy.say("意見", "Your Comment")}<br /><textarea name="comment" rows="5" cols="44"></textarea></p>\n<p><input type="submit" value="{copy.say("送出", "Submit")}" /></p></form></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows of a table: headline, day, some words, a link to the whole."""
        c = self.cls
        rows = "".join(
            f'<tr class="{c("list item")}"><td><a class="{c("list head")}" href="{attr(card.url)}"><b>{esc(card.title)}</b></a><br /><span class="{c("list date")}">{self.date(card.published)}</span><br />{esc(card.summary)}... <a href="{attr(card.url)}">{self.word("全文", "Full Story")}</a></td></tr>\n'
            for card in cards
        )
        more = (
            f'<div class="{c("list pages")}"><a href="{attr(older)}">{self.word("下一頁", "Next Page")} &raquo;</a></div>\n'
            if older
            else ""
        )
        return f'<div class="{c("path bar")}"><a href="/">{self.word("首頁", "Home")}</a> : {esc(heading)}</div>\n<h1 class="{c("story head")}">{esc(heading)}</h1>\n<table class="{c("list table")}" width="100%" border="0" cellspacing="0" cellpadding="0">\n{rows}</table>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page that the office keeps."""
        words = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return f'<div class="{self.cls("path bar")}"><a href="/">{self.word("首頁", "Home")}</a> : {esc(heading)}</div>\n<h1 class="{self.cls("story head")}">{esc(heading)}</h1>\n<div class="{self.cls("office text")}">\n{words}\n</div>'


def _main(paper: Paper, article: Article, _version: Version) -> str:
    number = 1 + list(paper.sections).index(article.section) if article.section in paper.sections else 1
    return f"/main.asp?SectionID={number}&SubSectionID={number * 10 + 1}&ArticleID={article.id}"


DESIGNS: tuple[type[Freehand], ...] = (Whimbrel,)
ADDRESSES: dict[str, Form] = {
    "main.asp?SectionID&SubSectionID&ArticleID": Form(_main),
    "stories/slug,id": Form(lambda _p, a, _v: f"/stories/{ascii_slug(a)},{a.id}"),
}
