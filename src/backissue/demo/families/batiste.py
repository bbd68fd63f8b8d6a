"""A design: a student newspaper on a hosted college-media platform."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Chough(Freehand):
    """2010: a student paper on a campus network's host: XHTML of nested holders, the network's bar on top, tools with font sizes, the first day without an hour and the change's with one, text parted by breaks or paragraphs, films as objects, a staff box, members' remarks, a poll and classifieds at the right."""

    name = "chough"
    category = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """How the text is parted, where the tags stand, how it signs."""
        self.broken = rng.random() < 0.4
        self.tags_aside = rng.random() < 0.5
        self.wide = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("學生記者 {a}", "學生記者 {a}、{b}", placed="學生記者 {a} {p}報導", photo="學生記者 {a} | 攝影 {b}", role="學生記者", roles=("學生記者", "攝影")),
            Hand("{a}／採訪報導", "{a}、{b}／採訪報導", photo="{a}／採訪報導 {b}／攝影報導", desk="{o}／整理", role="採訪報導", roles=("採訪報導", "攝影報導")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}, Staff Writer", "By {a} and {b}, Staff Writers", photo="By {a}, Staff Writer, and {b}, Photographer", desk="By {o}", role="Staff Writer", roles=("Staff Writer", "Photographer")),
            Hand("{a} | Contributing Reporter", "{a} & {b} | Contributing Reporters", placed="{a} | Contributing Reporter, {p}", role="Contributing Reporter"),
            Hand("by {a}", "by {a} and {b}", photo="words by {a}; photography by {b}", desk="from the {o}", roles=("words", "photography")),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``Tuesday, March 8, 2011``; ``2011.03.08（二）``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t:%Y.%m.%d}（{DAYS_ZH[t.weekday()]}）"

    def stamp(self, t: datetime) -> str:
        """The same with hours of twenty-four."""
        return f"{self.day(t)} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """The network's bar, a flag, tabs, two columns, the host's line."""
        paper, word = page.paper, self.word
        tabs = self.menu(paper, '<li class="navItem{on}"><a href="{url}"><span>{name}</span></a></li>', now=page.section, current=" navItemOn")  # fmt: skip
        foot = self.menu(paper, '<a href="{url}">{name}</a>', " &#183; ")
        spots = enumerate(word("圖書館 學餐 宿舍 操場邊", "Library Cafeteria Dorm Nowhere").split())
        poll = "".join(f'<li><input type="radio" name="pollAnswer" id="pa{n}" value="{n}" /><label for="pa{n}">{a}</label></li>' for n, a in spots)  # fmt: skip
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}">
<head>
{heads(page.charset, old=True)}
<title>{esc(page.title)} - {esc(page.section + " - " if page.is_story else "")}{esc(paper.name)}</title>
{page.head}<link rel="stylesheet" type="text/css" href="/static/campus/skin3.css" />
<link rel="alternate" type="application/rss+xml" title="RSS" href="/feed.rss" />
<script type="text/javascript">function fontSize(n) {{ document.getElementById("bodyCopy").style.fontSize = n + "px"; }}</script>
</head>
<body id="{"articlePage" if page.is_story else "indexPage"}">
<div id="networkBar"><div class="inner"><a href="http://quadwire.example/">{word("校園刊物聯播網", "Quadwire Campus Media")}</a> | <a href="/login">{word("登入", "Log In")}</a> | <a href="/register">{word("註冊會員", "Become a Member")}</a> | <a href="/submit">{word("讀者投書", "Submit a Letter")}</a></div></div>
<div id="leaderboard" class="adUnit"><span>{word("廣告", "Advertisement")}</span><img src="/ads/728x90_textbooks.gif" width="728" height="90" alt="" /></div>
<div id="outer">
<div id="flag"><a href="/"><img src="/static/flag.gif" alt="{attr(paper.name)}" /></a><p class="motto">{word("學生辦報・每週出刊", "Written by students, for students")}</p><form action="/search" method="get"><input type="text" name="q" size="18" /><input type="submit" value="{word("搜尋", "Search")}" /></form></div>
<ul id="mainNav"><li class="navItem"><a href="/"><span>{word("首頁", "Home")}</span></a></li>{tabs}</ul>
<div id="columns">
<div id="colMain">
{page.main}
</div>
<div id="colRail">
<div class="railBox adUnit"><img src="/ads/300x250_apartments.gif" width="300" height="250" alt="" /></div>
<div class="railBox"><h4>{word("本週民調", "Reader Poll")}</h4><form action="/poll" method="post"><p>{word("期末考你在哪裡讀書？", "Where do you study for finals?")}</p><ul>{poll}</ul><input type="submit" value="{word("投票", "Vote")}" /> <a href="/poll/results">{word("看結果", "View Results")}</a></form></div>
<div class="railBox"><h4>{word("電子報", "Email Edition")}</h4><form action="/subscribe" method="post"><label>{word("每期寄到你的信箱", "Get each issue in your inbox")}</label><input type="text" name="email" /><input type="submit" value="OK" /></form></div>
<div class="railBox"><h4>{word("分類小啟", "Classifieds")}</h4><ul><li><a href="/classifieds/housing">{word("租屋", "Housing")}</a> (14)</li><li><a href="/classifieds/books">{word("二手課本", "Used Books")}</a> (37)</li><li><a href="/classifieds/jobs">{word("工讀", "Part-time Jobs")}</a> (6)</li></ul></div>
</div>
<br class="clear" />
</div>
<div id="footer"><p>{foot}</p><p><a href="/about">{word("關於本報", "About Us")}</a> | <a href="/advertise">{word("刊登廣告", "Advertise")}</a> | <a href="/staff">{word("編輯群", "Staff")}</a> | <a href="/privacy">{word("隱私", "Privacy")}</a></p><p class="copyright">{esc(paper.rights)}</p><p class="host">{word("由校園刊物聯播網提供主機", "Powered by Quadwire Campus Media")}</p></div>
</div>
</body>
</html>
"""

    def machine(self, copy: Copy) -> str:
        """A few words for those who share."""
        return f'<meta name="title" content="{attr(copy.version.title)}" />\n<meta name="description" content="{attr(copy.lead)}" />\n<meta name="medium" content="news" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Breaks or paragraphs; bold lines for headings; films as objects."""
        text = spans(block.spans)
        if block.kind == "p":
            return f"{text}<br />\n<br />" if self.broken else f"<p>{text}</p>"
        if block.kind == "h":
            return f"<strong>{text}</strong><br />\n<br />" if self.broken else f'<h5 class="crosshead">{text}</h5>'
        if block.kind == "note":
            return f'<p class="edNote"><em>{text}</em></p>'
        if block.kind == "quote":
            return f'<blockquote class="said">{text}</blockquote>'
        if block.kind == "table":
            rows = "\n".join("<tr>" + "".join(f"<td><b>{esc(c)}</b></td>" if n == 0 else f"<td>{esc(c)}</td>" for c in row) + "</tr>" for n, row in enumerate(block.rows))  # fmt: skip
            return f'<table border="1" cellpadding="4" cellspacing="0" width="100%"><tbody>\n{rows}\n</tbody></table>'
        if block.kind == "embed":
            return f'<object width="425" height="344"><param name="movie" value="{attr(block.url)}" /><param name="allowFullScreen" value="true" /><embed src="{attr(block.url)}" type="application/x-shockwave-flash" width="425" height="344"></embed></object>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A holder at the right or as wide as the text; the credit above the caption."""
        credit = f'<p class="mediaCredit">{esc(picture.credit)}</p>' if picture.credit else ""
        side = "mediaWide" if self.wide else "mediaRight"
        return f'<div class="mediaHolder {side}"><a href="{self.source(copy, picture)}" rel="lightbox"><img src="{self.source(copy, picture)}" alt="" border="0" /></a>{credit}<p class="mediaCaption">{esc(picture.caption)}</p></div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, signature, days, tools, text, staff, kin, remarks."""
        say, number = copy.say, copy.article.index
        body = "\n".join(self.blocks(copy))
        tags = copy.tags('<a href="{url}">{tag}</a>', ", ")
        tags = f'<p class="keywords"><b>{say("關鍵字：", "Filed under:")}</b> {tags}</p>\n' if tags else ""
        by = f'<h3 class="byline">{copy.linked("<a href=`/search?type=author`>{}</a>".replace("`", chr(34)))}</h3>\n' if copy.by else ""  # fmt: skip
        changed = copy.changed(f'<p class="dates"><span>{say("更新：", "Updated:")}</span> {{}}</p>\n')
        staff = "".join(f"<li><b>{esc(p.name)}</b> <a href=\"/staff/contact\">{say('寫信', 'E-mail')}</a></li>" for p in copy.said.people or ())  # fmt: skip
        staff = f'<ul class="staffBox">{staff}</ul>\n' if staff else ""
        said = copy.remarks('<div class="comment"><p class="commenter"><strong>{who}</strong><br />{when}</p><div class="commentText">{what}</div><a class="flag" href="#">!</a></div>\n')  # fmt: skip
        count = said.count('class="comment"')
        told = say(f"{count} 則回應", f"{count} comment{'s' * (count > 1)} on this article") if count else say("還沒有人回應，搶頭香！", "Be the first to comment on this article!")  # fmt: skip
        return f"""<div id="crumbs"><a href="/">{say("首頁", "Home")}</a> &gt; <a class="cat" href="{copy.section_url}">{copy.section}</a></div>
<div id="article" class="story{copy.article.id}">
<h1>{copy.title}</h1>
{by}<p class="dates"><span>{say("出刊：", "Published:")}</span> {copy.day}</p>
{changed}<div class="articleTools"><ul><li><a href="javascript:window.print()">{say("列印", "Print")}</a></li><li><a href="/email/{copy.article.id}">{say("轉寄", "Email")}</a></li><li><a href="http://share.example/?u={attr(copy.url)}">{say("分享", "Share")}</a></li><li>{say("字級", "Text size")} <a href="javascript:fontSize(12)">A</a> <a href="javascript:fontSize(15)">A</a> <a href="javascript:fontSize(18)">A</a></li><li>{say("瀏覽", "Views")}: {37 + number * 29 % 900}</li></ul>
{tags if self.tags_aside else ""}</div>
<div id="bodyCopy">
{body}
</div>
{"" if self.tags_aside else tags}{staff}<div class="recommended"><h4>{say("你可能也想看", "Recommended: Articles that may interest you")}</h4><ul>{copy.others("<li><a href=`{url}`>{title}</a></li>", 3)}</ul></div>
<div id="comments"><h4>{told}</h4>
{said}<p class="logIn"><a href="/login">{say("登入", "Log in")}</a>{say("後才能留言", " to be able to post comments.")}</p></div>
</div>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines, days and opening words."""
        full = self.word("全文", "More")
        rows = "\n".join(f'<div class="indexItem"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p class="dates">{self.day(c.published)}</p><p>{esc(c.summary)} <a class="more" href="{attr(c.url)}">{full} &raquo;</a></p></div>' for c in cards)  # fmt: skip
        more = f'\n<p class="archiveLink"><a href="{attr(older)}">{self.word("前期文章", "Older stories")}</a></p>' if older else ""  # fmt: skip
        return f'<div id="crumbs"><a href="/">{self.word("首頁", "Home")}</a> &gt; {esc(heading)}</div>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A plain page."""
        return f'<div id="staticPage"><h1>{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Chough,)
ADDRESSES: dict[str, Form] = {"section/words-1.id": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/{ascii_slug(a)}-1.{a.id}")}  # fmt: skip
