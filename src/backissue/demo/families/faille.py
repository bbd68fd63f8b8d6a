"""A design: a national daily's site of the middle two-thousands, all boxes and columns."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Fieldfare(Freehand):
    """2006: a national daily out of a portal server: XHTML in three columns, sections at the left, tools in tabs, an advertisement that cuts the text, an inset of related stories, most read, a poll, readers' say, a long foot."""

    name = "fieldfare"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """Where the day and the tools stand, how it signs."""
        self.day_first = rng.random() < 0.4
        self.tools_twice = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("記者{a}報導", "記者{a}、{b}／綜合報導", placed="記者{a}／{p}報導", photo="記者{a}／文　{b}／攝影", desk="{o}／整理", agency="{o}電", role="記者"),
            Hand("本報記者 {a}", "本報記者 {a} {b}", placed="本報記者 {a}（發自{p}）", agency="據{o}", role="本報記者"),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("From {a}", "From {a} and {b}", placed="From {a} in {p}", agency="From {o}"),
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"),
            Hand("{a}", "{a} and {b}", placed="{a}, {p}", agency="{o} and agencies"),
        )

    def day(self, t: datetime) -> str:
        """``Wednesday 8 March 2006 21.05``; ``2006年03月08日（三）21時05分``."""
        if self.english:
            return f"{DAYS[t.weekday()]} {t.day} {MONTHS[t.month - 1]} {t.year} {t:%H.%M}"
        return f"{t:%Y}年{t:%m}月{t:%d}日（{DAYS_ZH[t.weekday()]}）{t:%H}時{t:%M}分"

    def stamp(self, t: datetime) -> str:
        """``9:05pm, Mar 8 2006``; ``2006/03/08 21:05``."""
        if self.english:
            return f"{clock(t, 'am', 'pm').replace(' ', '')}, {MONTHS[t.month - 1][:3]} {t.day} {t.year}"
        return f"{t:%Y/%m/%d %H:%M}"

    def machine(self, copy: Copy) -> str:
        """The portal's own names; the writer is always the paper."""
        return f'<meta name="Description" content="{attr(copy.lead)}" />\n<meta name="Author" content="{attr(copy.paper.name)}" />\n<meta name="vgn.oid" content="{str(copy.article.id).zfill(32)}" />\n<meta name="vgn.channel" content="{copy.part}" />\n<meta name="robots" content="noodp, noarchive" />\n'

    def frame(self, page: Shell) -> str:
        """Leaderboard, masthead, tabs, sections at the left, a foot of links."""
        paper, w = page.paper, self.word
        nav = self.menu(paper, '<li{on}><a href="{url}">{name}</a></li>\n', now=page.section, current=' class="navOn"')
        tabs = self.menu(paper, '<a href="{url}"><span>{name}</span></a>', " ")
        coded = (
            f'<meta http-equiv="Content-Type" content="text/html; charset={page.charset}" />\n' if page.charset else ""
        )
        name = esc(paper.name)
        kind = "pgArticle" if page.is_story else "pgIndex"
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">
<head>
{coded}<title>{esc(page.title)} - {w("新聞網", "Online")} - {name}</title>{page.head}<link rel="stylesheet" type="text/css" href="/vgn/css/core.css" media="screen" />
<link rel="alternate" type="application/rss+xml" title="RSS" href="/rss/all.xml" />
<script type="text/javascript" src="/vgn/js/sitewide.js"></script></head>
<body class="{kind}">
<div id="adLeader"><span class="adLabel">{w("廣告", "Advertisement")}</span><script type="text/javascript">/*<![CDATA[*/ adSlot('728x90', 1); /*]]>*/</script></div>
<div id="shell"><div id="masthead"><a id="skip" href="#mainCol">{w("跳至內文", "Skip to content")}</a><a href="/"><img src="/vgn/img/masthead.gif" width="340" height="48" alt="{attr(paper.name)}" /></a>
<form id="topSearch" action="/search.do" method="get"><fieldset><input type="text" name="q" size="18" /><label><input type="radio" name="src" value="site" checked="checked" />{w("本站", "This site")}</label><label><input type="radio" name="src" value="web" />{w("全網", "Web")}</label><input type="image" src="/vgn/img/go.gif" alt="{w("搜尋", "Go")}" /></fieldset></form>
<div id="tabBar"><a href="/" class="tabHome"><span>{w("首頁", "Home")}</span></a> {tabs}</div></div>
<div id="columns"><div id="leftNav"><ul class="navMain">{nav}</ul><h5>{w("服務", "Services")}</h5><ul class="navSub"><li><a href="/weather/">{w("天氣", "Weather")}</a></li><li><a href="/crossword/">{w("數獨與填字", "Crossword &amp; sudoku")}</a></li><li><a href="/classified/">{w("分類廣告", "Jobs, cars, property")}</a></li><li><a href="/mobile/">{w("手機版", "On your mobile")}</a></li><li><a href="/subscribe/">{w("訂閱報紙", "Subscribe to the paper")}</a></li></ul>
<div class="navPromo"><a href="/digital/"><img src="/vgn/img/promo_edition.gif" width="120" height="60" alt="{w("電子報紙", "Digital edition")}" /></a></div></div>
{page.main}</div>
<div id="footer"><p class="footLinks"><a href="/about">{w("關於我們", "About us")}</a> | <a href="/contact">{w("聯絡", "Contact us")}</a> | <a href="/advertise">{w("廣告刊登", "Advertise with us")}</a> | <a href="/terms">{w("使用條款", "Terms and conditions")}</a> | <a href="/privacy">{w("私隱", "Privacy policy")}</a> | <a href="#masthead">{w("回頁頂", "Back to top")}</a></p><p class="legal">{esc(paper.rights)}</p></div></div>
<script type="text/javascript">/*<![CDATA[*/ hitCount("{kind}"); /*]]>*/</script></body></html>"""

    def block(self, copy: Copy, block: Block) -> str:
        """Crossheads, extracts, Flash players, striped tables."""
        text = spans(block.spans).replace("<strong>", "<b>").replace("</strong>", "</b>")
        if block.kind == "h":
            return f'<h4 class="crosshead">{text}</h4>'
        if block.kind == "quote":
            return f'<div class="extract"><div class="extractIn"><p>{text}</p></div></div>'
        if block.kind == "note":
            return f'<p class="endNote"><i>{text}</i></p>'
        if block.kind == "embed":
            url = attr(block.url)
            return f'<div class="player"><object type="application/x-shockwave-flash" width="425" height="350" data="{url}"><param name="movie" value="{url}" /><embed src="{url}" width="425" height="350"></embed></object></div>'
        if block.kind == "table":
            rows = "\n".join(
                f'<tr class="{"hd" if n == 0 else "odd" if n % 2 else "even"}">{"".join(f"<td>{esc(c)}</td>" for c in row)}</tr>'
                for n, row in enumerate(block.rows)
            )
            return f'<table class="factFile" cellspacing="0" cellpadding="3" border="0" width="100%">\n{rows}\n</table>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box: the credit small over the caption."""
        credit = f'<div class="imgCredit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="imgBox" style="width:385px"><img src="{self.source(copy, picture)}" width="385" alt="{attr(picture.caption)}" border="0" />{credit}<div class="imgCaption">{esc(picture.caption)}</div></div>'

    def tools(self, copy: Copy, place: str) -> str:
        """Print, send, sizes, bookmarks of the time."""
        say, n, url = copy.say, copy.article.id, attr(copy.url)
        return f'<div class="tools {place}"><ul><li class="tPrint"><a href="/print/{n}" rel="nofollow">{say("友善列印", "Print this")}</a></li><li class="tMail"><a href="/mailto.do?oid={n}" rel="nofollow">{say("轉寄好友", "E-mail to a friend")}</a></li><li class="tSize">{say("字級", "Text size")} <a href="#" onclick="setSize(-1);return false">A-</a> <a href="#" onclick="setSize(1);return false">A+</a></li><li class="tBook"><a href="http://bookmark.example/add?u={url}">{say("加入書籤", "Bookmark")}</a> <a href="http://dig.example/submit?u={url}">{say("推一下", "Dig it")}</a></li></ul></div>\n'

    def story(self, copy: Copy) -> str:
        """The main column with its head, cut text and boxes, then the right column."""
        say, index = copy.say, copy.article.index
        by = copy.signed('<div class="byline">{}</div>\n')
        day = f'<div class="dateLine">{copy.day}</div>\n'
        top = f"{day}<h1>{copy.title}</h1>\n{by}" if self.day_first else f"<h1>{copy.title}</h1>\n{by}{day}"
        stamp = copy.changed(f'<div class="revised"><em>{say("最後更新：", "Last updated")}</em> {{}}</div>\n')
        blocks = self.blocks(copy)
        links = copy.others("<li><a href=`{url}`>{title}</a></li>", 3)
        inset = f'<div class="inset"><h3>{say("相關連結", "Related links")}</h3><ul>{links}</ul></div>' if links else ""
        mpu = f'<div class="mpu"><p class="adLabel">{say("文章於廣告後繼續", "Article continues")}</p><script type="text/javascript">/*<![CDATA[*/ adSlot("300x250", 2); /*]]>*/</script><hr /></div>'
        body = "\n".join((*blocks[:1], inset, *blocks[1:3], mpu, *blocks[3:]))
        tags = copy.tags("<li><a href=`{url}`>{tag}</a></li>")
        tags = (
            f'<div class="box topics"><h3>{say("更多相關主題", "More on these topics")}</h3><ul>{tags}</ul></div>\n'
            if tags
            else ""
        )
        said = copy.remarks('<div class="sayItem"><p>{what}</p><p class="sayWho">{who}, {when}</p></div>\n')
        says = f'<div class="haveYourSay"><h3>{say("讀者有話說", "Have your say")}</h3>\n{said}<p><a href="/say.do?oid={copy.article.id}">{say("發表意見", "Send us your view")}</a></p></div>'
        read = copy.others("<li><a href=`{url}`>{title}</a></li>", 4)
        now = datetime.fromtimestamp(copy.salt * 60, UTC) + timedelta(hours=8 * (not self.english))
        today = self.word(
            f"今日 {now.month}月{now.day}日", f"{DAYS[now.weekday()][:3]} {now.day} {MONTHS[now.month - 1][:3]}"
        )
        poll = (
            say("你滿意市內的公共交通嗎？", "Are the trains getting better?")
            if index % 2
            else say("應否禁止食肆吸煙？", "Should smoking in restaurants be banned?")
        )
        return f"""<div id="mainCol">
<div id="trail">{say("現在位置：", "You are here:")} <a href="/">{say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a></div>
<div id="articleHead">{top}{stamp}</div>
{self.tools(copy, "toolsTop")}<div id="articleText" class="size2">{body}</div>
{self.tools(copy, "toolsEnd") if self.tools_twice else ""}{says}</div>
<div id="rightCol"><div class="box todayBox"><span class="todayIs">{today}</span> <span class="temp">{12 + index % 17}&deg;C</span> <a href="/weather/">{say("五天預報", "Five-day forecast")}</a></div>
{tags}<div class="box mostRead"><div class="boxTabs"><a href="#" class="on">{say("最多閱讀", "Most read")}</a><a href="#">{say("最多轉寄", "Most e-mailed")}</a></div><ol>{read}</ol></div>
<div class="box poll"><h3>{say("網上投票", "Today's vote")}</h3><form action="/vote.do" method="post"><p>{poll}</p><p><input type="radio" name="v" value="1" />{say("是", "Yes")} <input type="radio" name="v" value="0" />{say("否", "No")} <input type="submit" value="{say("投票", "Vote")}" /></p></form></div>
<div class="box letter"><h3>{copy.say("{letter}", "{letter}")}</h3><p>{say("每朝頭條，送到閣下郵箱。", "The morning's headlines in your inbox.")}</p><form action="/register.do" method="post"><p><input type="text" name="email" size="14" /><input type="submit" value="{say("登記", "Sign up")}" /></p></form></div>
<div class="adSky"><span class="adLabel">{say("廣告", "Advertisement")}</span></div></div>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """An index: a lead with its words, the others under it."""
        rows = "\n".join(
            f'<div class="{"puff" if n else "puff lead"}"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="puffDate">{self.day(c.published)}</div><p>{esc(c.summary)}</p></div>'
            for n, c in enumerate(cards)
        )
        more = (
            f'\n<div class="pager"><a href="{attr(older)}">{self.word("較早新聞", "Earlier stories")} &raquo;</a></div>'
            if older
            else ""
        )
        return f'<div id="mainCol" class="wide"><h1 class="indexHead">{esc(heading)}</h1>\n{rows}{more}\n</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the house."""
        return f'<div id="mainCol" class="wide"><div id="articleHead"><h1>{esc(heading)}</h1></div><div id="articleText">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Fieldfare,)
ADDRESSES: dict[str, Form] = {
    "vgn/part/story/0,,id,00.html": Form(
        lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/story/0,,{a.id},00.html"
    )
}
