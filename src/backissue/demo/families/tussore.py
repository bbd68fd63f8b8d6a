"""A students' and neighbours' paper of about 2010 on a publishing system that somebody set up on rented space."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_SITE = "/index.php/site"


class Reeve(Freehand):
    """2010: a weblog system's stock template, hardly touched: a line of who posted it where and when, over the text or under it with the day as a heading; trackbacks, remarks and a form; a calendar, months, counts of everything at the side."""

    name = "reeve"
    timed = stamped = True
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """Whether the day is a heading and the rest a line at the foot, what the side shows, how people sign up and sign."""
        self.split, self.linking, self.rdf, self.calendar, self.flash = (
            rng.random() < p for p in (0.5, 0.6, 0.6, 0.7, 0.4)
        )
        self.head = choose(rng, "h4", "h5", "strong")
        self.dot = choose(rng, " &#8226; ", " | ", " :: ")
        self.hand = choose(rng, Hand("{a}", "{a}、{b}", photo="{a}（文）、{b}（相）", roles=("文", "相")), Hand("學生記者 {a}", "學生記者 {a}、{b}", placed="學生記者 {a}（{p}）", role="學生記者"), Hand("{a}", "{a} 及 {b}", placed="{a} @ {p}", agency="轉載自{o}"))  # fmt: skip
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}", placed="{a}, {p}"), Hand("{a}, Staff Reporter", "{a} & {b}, Staff Reporters", role="Staff Reporter"), Hand("{a}", "{a} + {b}", agency="{o} (reprinted)"))  # fmt: skip

    def hour(self, t: datetime) -> str:
        """``09:05 PM``; ``下午 09:05``."""
        figures = f"{t.hour % 12 or 12:02d}:{t.minute:02d}"
        return self.word(f"{('上午', '下午')[t.hour // 12]} {figures}", f"{figures} {('AM', 'PM')[t.hour // 12]}")

    def day(self, t: datetime) -> str:
        """``Thursday, March 08, 2012`` as a heading, ``08 March 2012, 09:05 PM`` in a line; in Chinese likewise."""
        month = MONTHS[t.month - 1]
        if self.split:
            return self.word(f"{t.year} 年 {t.month:02d} 月 {t.day:02d} 日（{DAYS_ZH[t.weekday()]}）", f"{DAYS[t.weekday()]}, {month} {t.day:02d}, {t.year}")  # fmt: skip
        return self.word(
            f"{t.year}年{t.month:02d}月{t.day:02d}日 {self.hour(t)}", f"{t.day:02d} {month} {t.year}, {self.hour(t)}"
        )

    def stamp(self, t: datetime) -> str:
        """``9 Mar 2012``; ``2012.3.9``."""
        return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}" if self.english else f"{t.year}.{t.month}.{t.day}"

    def months(self, paper: Paper) -> str:
        """The latest months of the archive."""
        last, first = (d.year * 12 + d.month - 1 for d in (paper.closed, paper.first))
        form = self.word("{y} 年 {m} 月", "{name} {y}")
        rows = ((m, form.format(y=m // 12, m=m % 12 + 1, name=MONTHS[m % 12])) for m in range(last, max(first, last - 10) - 1, -1))  # fmt: skip
        return "\n".join(
            f'<li><a href="{_SITE}/{m // 12}/{m % 12 + 1:02d}/">{name}</a> ({4 + m * 7 % 23})</li>' for m, name in rows
        )

    def frame(self, page: Shell) -> str:
        """A banner, the middle, one column of archives and links at the left, what the system is at the foot."""
        paper, word = page.paper, self.word
        charset = (
            f'<meta http-equiv="Content-Type" content="text/html; charset={page.charset}" />\n' if page.charset else ""
        )
        title = esc(paper.name if page.title == paper.name else f"{paper.name} :: {page.title}")
        sections = self.menu(
            paper, '<li{on}><a href="{url}">{name}</a></li>', "\n", now=page.section, current=" class='here'"
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">\n<head>\n<title>{title}</title>\n{charset}<link rel="stylesheet" type="text/css" media="all" href="/index.php?css=weblog/site_css" />\n<link rel="alternate" type="application/atom+xml" title="Atom" href="{_SITE}/atom/" />\n<link rel="alternate" type="application/rss+xml" title="RSS" href="{_SITE}/rss_2.0/" />\n</head>\n<body>\n<div id="wrap">\n'
            f'<div id="banner"><h1><a href="/">{esc(paper.name)}</a></h1><div class="tagline">{word("學生與街坊自辦，逢有空出版", "Made by students and neighbours, whenever there is time")}</div></div>\n<div id="member-bar">{word("會員", "Members")}: <a href="/index.php/member/login/">{word("登入", "Login")}</a> | <a href="/index.php/member/register/">{word("註冊", "Register")}</a> | <a href="/index.php/member/memberlist/">{word("會員名單", "Member List")}</a></div>\n{page.main}\n'
            f'<div id="links" class="side">\n<h2 class="sidetitle">{word("欄目", "Categories")}</h2>\n<ul>\n{sections}\n</ul>\n<h2 class="sidetitle">{word("搜尋", "Search")}</h2>\n<form method="post" action="/index.php?ACT=19"><p><input type="text" name="keywords" size="16" class="input" /> <input type="submit" value="{word("找", "Go")}" class="submit" /><br /><a href="/index.php/search/">{word("進階搜尋", "Advanced Search")}</a></p></form>\n'
            f'<h2 class="sidetitle">{word("每月彙整", "Monthly Archives")}</h2>\n<ul>\n{self.months(paper)}\n<li><a href="{_SITE}/archives/">{word("全部彙整", "Complete Archives")}</a></li>\n</ul>\n<h2 class="sidetitle">{word("本報", "The paper")}</h2>\n<ul><li><a href="{_SITE}/about/">{word("關於", "About")}</a></li><li><a href="{_SITE}/staff/">{word("編輯部", "Masthead")}</a></li><li><a href="{_SITE}/print/">{word("印刷版 (PDF)", "Print edition (PDF)")}</a></li><li><a href="{_SITE}/join/">{word("入夥", "Join us")}</a></li></ul>\n'
            f'<h2 class="sidetitle">{word("聯播", "Syndicate")}</h2>\n<p><a href="{_SITE}/rss_2.0/"><img src="/images/feed.gif" width="80" height="15" alt="RSS 2.0" /></a><br /><a href="{_SITE}/atom/">Atom</a></p>\n</div>\n<div class="spacer">&nbsp;</div>\n<div id="footer">{esc(paper.rights)} &nbsp; {word("文責由作者自負。", "Opinions are those of whoever signs them.")} {word("系統", "Powered by")} <a href="http://engine.example/">ExpressionEngine</a></div>\n</div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """What the system's formatting buttons made."""
        kind = block.kind
        if kind == "h":
            words = spans(block.spans)
            return (
                f"<p><strong>{words}</strong></p>" if self.head == "strong" else f"<{self.head}>{words}</{self.head}>"
            )
        if kind == "quote":
            return f'<blockquote class="pulled">\n<p>{spans(block.spans)}</p>\n</blockquote>'
        if kind == "note":
            return f'<p class="ednote"><small>{spans(block.spans)}</small></p>'
        if kind == "table":
            first, *rest = ["".join(f"<td>{esc(c)}</td>" for c in row) for row in block.rows]
            body = "\n".join(f'<tr class="{("odd", "even")[n % 2]}">{row}</tr>' for n, row in enumerate(rest))
            return f'<table border="1" cellpadding="4" cellspacing="0" class="figures">\n<tr>{first.replace("td>", "th>")}</tr>\n{body}\n</table>'
        if kind == "embed":
            url = attr(block.url)
            movie = f'<object width="425" height="344"><param name="movie" value="{url}"></param><embed src="{url}" type="application/x-shockwave-flash" width="425" height="344"></embed></object>'
            return (
                f"<p>{movie}</p>"
                if self.flash
                else f'<p><iframe src="{url}" width="480" height="300" frameborder="0"></iframe></p>'
            )
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An uploaded file in a box at the right, the words below it."""
        credit = f'<br />\n<span class="shot-by">{esc(picture.credit)}</span>' if picture.credit else ""
        source = self.source(copy, picture)
        return f'<div class="imgbox" style="float:right; width:252px; margin:0 0 12px 14px;"><a href="{source}" onclick="window.open(this.href,\'big\',\'width=800,height=600\');return false;"><img src="{source}" border="0" width="250" alt="image" /></a>\n<p class="cutline">{esc(picture.caption)}{credit}</p></div>'

    def side(self, copy: Copy) -> str:
        """The right column: the month's calendar, recent entries, and the system's counts of everything."""
        t, n, say = copy.article.published, copy.article.index, copy.say
        empty, days = monthrange(t.year, t.month)
        boxes = ["&nbsp;"] * empty + [
            f'<a href="{_SITE}/{t:%Y/%m/%d}/">{d}</a>' if d == t.day else f"{d}" for d in range(1, days + 1)
        ]
        weeks = "\n".join(
            "<tr>" + "".join(f"<td>{b}</td>" for b in boxes[w : w + 7]) + "</tr>" for w in range(0, len(boxes), 7)
        )
        names = "".join(f"<th>{d if not self.english else d[0]}</th>" for d in (DAYS if self.english else DAYS_ZH))
        month = say(f"{t.year} 年 {t.month} 月", f"{MONTHS[t.month - 1]} {t.year}")
        grid = f'<table class="calendarBG" cellspacing="1" summary="calendar">\n<tr><th colspan="7">&lt;&lt; {month} &gt;&gt;</th></tr>\n<tr>{names}</tr>\n{weeks}\n</table>\n' if self.calendar else ""  # fmt: skip
        recent = copy.others("<li><a href=`{url}`>{title}</a></li>", 4, "\n")
        return f'<div id="stats" class="side">\n{grid}<h2 class="sidetitle">{say("最近文章", "Most recent entries")}</h2>\n<ul>\n{recent}\n</ul>\n<h2 class="sidetitle">{say("統計", "Statistics")}</h2>\n<p class="stats">{say("本頁瀏覽次數", "This page has been viewed")}: {211 + n * 37 % 1900}<br />{say("文章總數", "Total Entries")}: {300 + n}<br />{say("留言總數", "Total Comments")}: {700 + n * 3}<br />{say("引用總數", "Total Trackbacks")}: {n % 40}<br />{say("會員", "Total Members")}: {96 + n % 60}<br />{say("現時在線訪客", "Guests currently online")}: {1 + n % 9}<br />{say("頁面產生時間（秒）", "Seconds to render this page")}: 0.{2100 + n * 53 % 5000}</p>\n</div>'

    def track(self, copy: Copy) -> str:
        """The address for trackbacks, those who used it, and the hidden lines that told other systems of it."""
        article: Article = copy.article
        ping = f"http://{copy.paper.home}/index.php/trackback/{article.id}/"
        told = f'<!--\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<rdf:Description rdf:about="{attr(copy.url)}" trackback:ping="{ping}" dc:title="{attr(copy.version.title.replace("--", "-"))}" dc:identifier="{attr(copy.url)}" dc:subject="{copy.section}" dc:date="{article.published:%Y-%m-%d %H:%M:00}" />\n</rdf:RDF>\n-->\n' if self.rdf else ""  # fmt: skip
        came = copy.others("<div class=`ping`><b><a href=`{url}` rel=`nofollow`>{title}</a></b><br />{lead} [&#8230;]<br /><span class=`small`>{section}</span></div>", article.index % 2, skip=2)  # fmt: skip
        none = "" if came else f'<p class="small">{copy.say("這篇文章暫時沒有引用。", "No trackbacks yet.")}</p>\n'
        return f'{told}<h3 class="under" id="trackbacks">{copy.say("引用", "Trackbacks")}</h3>\n<p class="small">{copy.say("引用網址", "Trackback address for this entry")}: <code>{ping}</code></p>\n{none}{came}'

    def story(self, copy: Copy) -> str:
        """Next and previous, the entry and its line, trackbacks, remarks, the form."""
        article, say, url, track = copy.article, copy.say, attr(copy.url), self.track(copy)
        remarks = copy.remarks('<div class="comment"><p>{what}</p>\n<div class="posted">' + say("發言", "Posted by") + " {who} &nbsp;<span>{when}</span></div></div>\n", 4)  # fmt: skip
        names = copy.linked('<a href="/index.php/member/memberlist/">{}</a>') if self.linking else copy.by
        who = f'{say("發表者：", "Posted by ")}<span class="author">{names}</span>' if names else say("", "Posted")
        where = f'{say("欄目：", "in ")}<a href="{copy.section_url}" rel="category">{copy.section}</a>'
        heard, tracked = remarks.count('="comment"'), track.count('="ping"')
        links = self.dot.join((f'<a href="{url}#comments">{say("留言", "Comments")} ({heard})</a>', f'<a href="{url}#trackbacks">{say("引用", "Trackbacks")} ({tracked})</a>', f'<a href="{url}" rel="bookmark">{say("永久連結", "Permalink")}</a>', f'<a href="{_SITE}/tell/{article.id}/">{say("寄給朋友", "Tell a friend")}</a>'))  # fmt: skip
        heading = f'<h2 class="title" id="e{article.id}">{copy.title}</h2>'
        text, top, foot = "\n\n".join(self.blocks(copy)), heading, links
        if self.split:
            top, foot = f'<h2 class="date">{copy.day}</h2>\n{top}', f'{who} {where} {say("時間：", "at ")}{self.hour(article.published)}{self.dot}{links}'  # fmt: skip
        else:
            top += (
                f'\n<div class="posted">{who} {where} {say("時間：", "on ")}<span class="when">{copy.day}</span></div>'
            )
        tags = copy.tags("<a href=`{url}` rel=`tag`>{tag}</a>", ", ")
        tags = f'<p class="filed">{say("標籤", "Tags")}: {tags}</p>\n' if tags else ""
        edited = copy.changed(f'<p class="edited">({say("最後修改：", "Last edited ")}{{}})</p>\n')
        turn = copy.others(f"<p>{say('下一篇', 'Next entry')}: <a href=`{{url}}`>{{title}}</a></p>\n", 1, skip=3) + copy.others(f"<p>{say('上一篇', 'Previous entry')}: <a href=`{{url}}`>{{title}}</a></p>\n", 1, skip=article.index % 3)  # fmt: skip
        fields = "".join(f'<p>{label}:<br /><input type="text" name="{key}" size="40" class="input" /></p>\n' for key, label in (("name", say("名字", "Name")), ("email", say("電郵", "Email")), ("location", say("地區", "Location")), ("url", "URL")))  # fmt: skip
        nobody = "" if heard else f'<p class="small">{say("未有留言。", "Nobody has commented so far.")}</p>\n'
        return (
            f'<div id="content">\n<div class="turn">{turn}</div>\n<div class="entry">\n{top}\n<div class="entry-text">\n{text}\n</div>\n<div class="spacer">&nbsp;</div>\n{edited}{tags}<div class="posted">{foot}</div>\n</div>\n{track}\n<h3 class="under" id="comments">{say("留言", "Comments")}</h3>\n{nobody}{remarks}'
            f'<form id="comment_form" method="post" action="/index.php?ACT=1">\n{fields}<p><textarea name="comment" cols="50" rows="10"></textarea></p>\n<p><label><input type="checkbox" name="save_info" value="yes" /> {say("記住我的資料", "Remember my details")}</label><br /><label><input type="checkbox" name="notify_me" value="yes" /> {say("有新留言時通知我", "Mail me when others reply")}</label></p>\n<p>{say("請輸入圖中文字：", "Type the word in the picture:")}<br /><img src="/images/captchas/{article.id}.jpg" width="140" height="30" alt="" /><br /><input type="text" name="captcha" size="20" /></p>\n<p><input type="submit" value="{say("送出", "Submit")}" /> <input type="submit" name="preview" value="{say("預覽", "Preview")}" /></p>\n</form>\n<p class="back"><a href="/">&lt;&lt; {say("回首頁", "Back to main")}</a></p>\n</div>\n{self.side(copy)}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Entries in short."""
        form = f'<div class="entry"><h2 class="title"><a href="{{url}}">{{title}}</a></h2>\n<p>{{lead}}&#8230; <a href="{{url}}">{self.word("全文", "Full entry")}</a></p>\n<div class="posted">{{section}}{self.dot}{{day}}</div></div>'
        rows = "\n".join(form.format(url=attr(c.url), title=esc(c.title), lead=esc(c.summary), section=esc(c.section), day=self.day(c.published)) for c in cards)  # fmt: skip
        more = f'\n<div class="paginate"><a href="{attr(older)}">{self.word("較舊文章", "Older entries")} &gt;</a></div>' if older else ""  # fmt: skip
        return f'<div id="content">\n<h2 class="sidetitle">{esc(heading)}</h2>\n{rows}{more}\n</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page that is no entry."""
        return f'<div id="content">\n<div class="entry"><h2 class="title">{esc(heading)}</h2>\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}\n</div>\n</div>'


DESIGNS: tuple[type[Freehand], ...] = (Reeve,)
ADDRESSES: dict[str, Form] = {"site/permalink/id": Form(lambda _p, a, _v: f"{_SITE}/permalink/{a.id}/")}
