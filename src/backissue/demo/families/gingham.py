"""Designs of small places: a weekly's pages written by hand in 2000, a student paper's hired system of 2008, a county chain's site of 2011."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Catshead", "Codlin", "Costard"]


class Costard(Freehand):
    """2000: a small town's weekly, its tags typed by hand in capitals: a bar with section and day, rules between everything, a counter and a guest book."""

    name = "costard"
    tagged = False

    def draw(self, rng: Random) -> None:
        """Colours, rules and how it signs."""
        self.colour = choose(rng, "#003366", "#660000", "#004000")
        self.paper_colour = choose(rng, "#FFFFFF", "#FFFFF0")
        self.rule = choose(
            rng, '<HR WIDTH="60%" SIZE=1 NOSHADE>', "<HR>", '<IMG SRC="/gifs/line.gif" WIDTH=400 HEIGHT=3>'
        )
        self.hand = choose(
            rng,
            Hand("本報記者　{a}", "本報記者　{a}、{b}", placed="本報記者　{a}　{p}", role="本報記者"),
            Hand("{a}　撰", "{a}、{b}　撰", role="撰"),
        )
        self.hand_en = choose(
            rng, Hand("By {a}", "By {a} and {b}"), Hand("by {a}", "by {a} and {b}", desk="by the {o}")
        )

    def day(self, t: datetime) -> str:
        """``Thursday, March 8, 2001``; ``2001年3月8日（星期四）``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日（星期{DAYS_ZH[t.weekday()]}）"

    def frame(self, page: Shell) -> str:
        """A banner, a row of brackets, two cells, a foot with a counter."""
        row = self.menu(page.paper, '[ <A HREF="{url}">{name}</A> ]', "\n")
        ads = "".join(
            f'<P><CENTER><A HREF="/ads/{name}.htm"><IMG SRC="/ads/{name}.gif" ALT="{self.word(zh, en)}" WIDTH=120 HEIGHT=60 BORDER=0></A></CENTER>\n'
            for name, zh, en in (("feed", "合興米舖", "Hobbs Feed & Seed"), ("bank", "鄉民儲蓄社", "First Farmers Bank"), ("tyres", "順利輪胎", "Ray's Tire & Lube"))
        )  # fmt: skip
        return (
            f'<HTML>\n<HEAD>\n<TITLE>{esc(page.paper.name)}: {esc(page.title)}</TITLE>\n{heads(page.charset, old=True)}\n<META NAME="GENERATOR" CONTENT="Mozilla/4.7 [en] (Win98; I) [Netscape]">\n{page.head}</HEAD>\n'
            f'<BODY BGCOLOR="{self.paper_colour}" TEXT="#000000" LINK="{self.colour}" VLINK="#666666">\n<CENTER><A HREF="/"><IMG SRC="/gifs/flag.gif" ALT="{attr(page.paper.name)}" WIDTH=500 HEIGHT=80 BORDER=0></A><BR>\n<FONT SIZE=-1><I>{self.word("每逢星期四出版，本鎮唯一的報紙", "Published every Thursday - The only newspaper in the world that cares about this town")}</I></FONT></CENTER>\n<CENTER><FONT SIZE=-1>{row}</FONT></CENTER>\n<HR>\n'
            f'<TABLE BORDER=0 WIDTH="100%" CELLPADDING=6>\n<TR>\n<TD WIDTH=130 VALIGN=TOP BGCOLOR="#EEEEEE"><FONT SIZE=-1><B>{self.word("本鎮天氣", "Weather")}</B><BR>{self.word("今晚：有霧，最低 3 度", "Tonight: Fog, low 38")}\n<P><B>{self.word("小啟", "Classifieds")}</B><BR><A HREF="/class/sale.htm">{self.word("出讓", "For sale")}</A><BR><A HREF="/class/help.htm">{self.word("聘請", "Help wanted")}</A><BR><A HREF="/class/auct.htm">{self.word("拍賣", "Auctions")}</A>\n{ads}</FONT></TD>\n<TD VALIGN=TOP>\n{page.main}\n</TD>\n</TR>\n</TABLE>\n<HR>\n'
            f'<CENTER><FONT SIZE=-1><A HREF="/">{self.word("回首頁", "Front page")}</A> | <A HREF="/about">{self.word("關於我們", "About us")}</A> | <A HREF="/guest.htm">{self.word("留言簿", "Sign our guest book")}</A> | <A HREF="mailto:editor@{page.paper.host}">{self.word("寫信給編輯", "E-mail the editor")}</A>\n<P>{esc(page.paper.rights)}<BR>{self.word("你是第", "You are visitor number")} <IMG SRC="/cgi-bin/counter.cgi?df=front" ALT="012467"> {self.word("位訪客", "")}</FONT></CENTER>\n</BODY>\n</HTML>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs that nobody ends; headings are bold lines."""
        if block.kind == "p":
            return f"<P>{spans(block.spans)}"
        if block.kind == "h":
            return f"<P><B>{spans(block.spans)}</B>"
        if block.kind == "note":
            return f"<P><I>{spans(block.spans)}</I>"
        if block.kind == "quote":
            return f"<BLOCKQUOTE><I>{spans(block.spans)}</I></BLOCKQUOTE>"
        if block.kind in {"ul", "ol"}:
            tag = block.kind.upper()
            return f"<{tag}>\n" + "".join(f"<LI>{esc(i)}\n" for i in block.items) + f"</{tag}>"
        if block.kind == "table":
            head, *rows = block.rows
            cells = "".join(f'<TH BGCOLOR="#CCCCCC">{esc(c)}' for c in head)
            body = "".join("<TR>" + "".join(f"<TD>{esc(c)}" for c in row) + "\n" for row in rows)
            return f"<P><CENTER><TABLE BORDER=1 CELLPADDING=4>\n<TR>{cells}\n{body}</TABLE></CENTER>"
        if block.kind == "embed":
            return f'<P><CENTER><IFRAME SRC="{attr(block.url)}" WIDTH=320 HEIGHT=260></IFRAME></CENTER>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table with a border, at the left or the right."""
        side = "LEFT" if picture.number % 2 else "RIGHT"
        credit = f'<BR><FONT SIZE=1 COLOR="#666666">{esc(picture.credit)}</FONT>' if picture.credit else ""
        return f'<TABLE ALIGN={side} WIDTH=220 BORDER=1 CELLSPACING=4 CELLPADDING=4><TR><TD><IMG SRC="{self.source(copy, picture)}" WIDTH=208 HEIGHT=140 ALT="[photo]"><BR><FONT SIZE=2><B>{esc(picture.caption)}</B></FONT>{credit}</TD></TR></TABLE>'

    def story(self, copy: Copy) -> str:
        """The bar, headline, writer, text, rules, the week's other stories, ways back."""
        by = copy.signed("<P><B>{}</B>\n")
        others = copy.others('<LI><A HREF="{url}">{title}</A>\n', 5)
        also = (
            f"<P><B>{copy.say('本周還有：', 'Also in this week’s paper:')}</B>\n<UL>\n{others}</UL>\n" if others else ""
        )
        return (
            f'<TABLE BORDER=0 WIDTH="100%" CELLPADDING=3 BGCOLOR="{self.colour}"><TR><TD><FONT COLOR="#FFFFFF" FACE="Arial,Helvetica"><B>{copy.section}</B></FONT></TD><TD ALIGN=RIGHT><FONT COLOR="#FFFFFF" FACE="Arial,Helvetica" SIZE=-1>{copy.day}</FONT></TD></TR></TABLE>\n'
            f"<H2 ALIGN=CENTER>{copy.title}</H2>\n{by}{chr(10).join(self.blocks(copy))}\n<BR CLEAR=ALL>\n<CENTER>{self.rule}</CENTER>\n{also}"
            f'<P><FONT SIZE=-1>{copy.say("對這則新聞有話想說？", "Have something to say about this story?")} <A HREF="mailto:letters@{copy.paper.host}">{copy.say("寄信給「讀者來函」", "Send us a letter to the editor.")}</A>\n<P><A HREF="{copy.section_url}"><IMG SRC="/gifs/back.gif" ALT="[{copy.say("返回", "Back")}]" BORDER=0></A> {copy.say("回本欄", "Back to the section page")}</FONT>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Terms and what they mean."""
        rows = "".join(
            f'<DT><A HREF="{attr(c.url)}"><B>{esc(c.title)}</B></A>\n<DD>{esc(c.summary)} ... <FONT SIZE=-1>({self.day(c.published)})</FONT><P>\n'
            for c in cards
        )
        more = f'<P><A HREF="{attr(older)}">{self.word("前幾期", "Past issues")}</A>' if older else ""
        return f"<H2>{esc(heading)}</H2>\n<DL>\n{rows}</DL>\n{self.rule}\n{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A heading and what follows."""
        return f"<H2 ALIGN=CENTER>{esc(heading)}</H2>\n" + "\n".join(f"<P>{esc(p)}" for p in paragraphs)


class Codlin(Freehand):
    """2008: a student paper on a system that a company lends to campuses: issue date and section in one line, the last change below the text, a poll beside it."""

    name = "codlin"
    tagged = False
    stamped = True

    def draw(self, rng: Random) -> None:
        """Where the poll stands, and how it signs."""
        self.poll_first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("文：{a}", "文：{a}、{b}", role="文", photo="文：{a}　圖：{b}", roles=("文", "圖")),
            Hand("學生記者 {a}", "學生記者 {a}、{b}", role="學生記者"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By: {a}", "By: {a} and {b}", desk="By: {o}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2008``; ``2008年3月8日``."""
        return f"{MONTHS[t.month - 1]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def stamp(self, t: datetime) -> str:
        """``March 9, 2008 at 5:12 PM``; ``2008年3月9日 17:12``."""
        if self.english:
            return f"{self.day(t)} at {t.hour % 12 or 12}:{t:%M} {'AM' if t.hour < 12 else 'PM'}"
        return f"{self.day(t)} {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """An advertisement over everything, sections at the left, a poll and most popular at the right."""
        items = self.menu(
            page.paper, '<li{on}><a href="{url}">{name}</a></li>\n', now=page.section, current=' id="navcurrent"'
        )
        poll = f'<div class="cpbox" id="poll"><h5>{self.word("本周投票", "Weekly Poll")}</h5><form action="/poll" method="post"><p>{self.word("圖書館應否通宵開放？", "Should the library stay open all night?")}</p><label><input type="radio" name="v" /> {self.word("應該", "Yes")}</label><br /><label><input type="radio" name="v" /> {self.word("不應該", "No")}</label><br /><label><input type="radio" name="v" /> {self.word("我只在那裡睡覺", "I only sleep there")}</label><br /><input type="submit" value="{self.word("投票", "Vote")}" /></form></div>\n'
        mail = f'<div class="cpbox" id="emailedition"><h5>{self.word("電郵版", "E-mail Edition")}</h5><p>{self.word("登記收取每期內容。", "Get each issue in your inbox. Register now!")}</p><input type="text" name="email" size="14" /></div>\n'
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{heads(page.charset, old=True)}\n{page.head}<link rel="stylesheet" type="text/css" href="/sites/style/paper.css" />\n</head>\n<body>\n<div id="cpnetworkbar"><a href="/network">{self.word("校園媒體聯網", "College Network")}</a> <a href="/register">{self.word("登記", "Register")}</a> | <a href="/login">{self.word("登入", "Log in")}</a></div>\n<div id="leaderboard"><script type="text/javascript">document.write(ad("728x90"));</script></div>\n'
            f'<div id="nameplate"><a href="/"><img src="/sites/img/nameplate.gif" alt="{attr(page.paper.name)}" /></a></div>\n<table id="pagegrid" cellspacing="0" cellpadding="0"><tr>\n<td id="leftrail" valign="top"><ul id="sectionnav">\n<li><a href="/">{self.word("首頁", "Home")}</a></li>\n{items}<li><a href="/archive">{self.word("過往各期", "Archives")}</a></li>\n<li><a href="/about">{self.word("關於我們", "About Us")}</a></li>\n</ul>\n<form action="/search"><input name="q" size="10" /><input type="submit" value="{self.word("搜尋", "Search")}" /></form></td>\n'
            f'<td id="mainwell" valign="top">\n{page.main}\n</td>\n<td id="rightrail" valign="top">\n{poll + mail if self.poll_first else mail + poll}<div id="skyscraper"><script type="text/javascript">document.write(ad("160x600"));</script></div></td>\n</tr></table>\n<div id="cpfooter"><a href="/terms">{self.word("使用條款", "Terms of Use")}</a> | <a href="/privacy">{self.word("私隱", "Privacy Policy")}</a> | <a href="/advertise">{self.word("廣告", "Advertise")}</a><br />{esc(page.paper.rights)}</div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs with their heading's and their quotation's own tags."""
        if block.kind == "h":
            return f'<h4 class="subhead">{spans(block.spans)}</h4>'
        if block.kind == "quote":
            return f'<p class="pulled"><em>{spans(block.spans)}</em></p>'
        if block.kind == "note":
            return f'<p class="editorsnote"><em>{spans(block.spans)}</em></p>'
        if block.kind == "embed":
            return f'<div class="cpmedia"><iframe src="{attr(block.url)}" width="425" height="344" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box: who took it above what it shows."""
        credit = f'<div class="mediacredit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="articleimage"><a href="#" onclick="openImage({picture.number % 9999});return false;"><img src="{self.source(copy, picture)}" width="250" alt="" /></a>{credit}<div class="mediacaption">{esc(picture.caption)}</div><div class="mediazoom"><a href="#">{copy.say("放大圖片", "[Click to enlarge]")}</a></div></div>'

    def story(self, copy: Copy) -> str:
        """Headline, writer, the issue's line, tools, text, last change, page, remarks, the section's others, what is most read."""
        by = copy.linked('<a href="/profile">{}</a>')
        by = f'<div id="articlebyline">{by}</div>\n' if by else ""
        changed = copy.changed(f'<div id="lastupdate">{copy.say("最後更新：", "Last Update:")} {{}}</div>\n')
        remarks = copy.remarks(
            '<div class="viewercomment"><h6>{who}</h6><div class="posted">'
            + copy.say("發表於 {{when}}", "posted {{when}}")
            + "</div><p>{what}</p></div>\n"
        )
        popular = copy.others("<li><a href=`{url}`>{title}</a></li>", 5)
        return (
            f'<div id="article">\n<div id="articleheadline"><h2>{copy.title}</h2></div>\n{by}<div id="articleissue"><strong>{copy.say("期號日期：", "Issue date:")}</strong> {copy.day} <strong>{copy.say("版面：", "Section:")}</strong> <a href="{copy.section_url}">{copy.section}</a></div>\n'
            f'<ul id="articletools"><li><a href="/print/{copy.article.id}">{copy.say("列印", "Print")}</a></li><li><a href="/email/{copy.article.id}">{copy.say("電郵", "Email")}</a></li><li><a href="/digg">Digg</a></li><li><a href="/facebook">Facebook</a></li></ul>\n<div id="articlebody">\n{chr(10).join(self.blocks(copy))}\n</div>\n{changed}<div id="articlepages">{copy.say("第 1 頁，共 1 頁", "Page 1 of 1")}</div>\n</div>\n'
            f'<div id="viewercomments"><h4>{copy.say("讀者意見", "Viewer Comments")}</h4>\n{remarks}<p><a href="/comment">{copy.say("發表意見", "Post a comment")}</a></p></div>\n<div id="sectionmore"><h4>{copy.say("同版其他文章", "More in this section")}</h4><ol>{popular}</ol></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headline, writer and day, opening."""
        rows = "".join(
            f'<div class="headlineblock"><h4 class="headline"><a href="{attr(c.url)}">{esc(c.title)}</a></h4><div class="smallbyline">{esc(c.author)}</div><div class="smallissue">{self.word("期號日期：", "Issue date:")} {self.day(c.published)}</div><p class="abstract">{esc(c.summary)}… <a href="{attr(c.url)}">{self.word("閱讀全文", "Read full story")}</a></p></div>\n'
            for c in cards
        )
        more = (
            f'<p id="previousissue"><a href="{attr(older)}">&laquo; {self.word("上一期", "Previous issue")}</a></p>'
            if older
            else ""
        )
        return f'<h3 id="sectiontitle">{esc(heading)}</h3>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page."""
        return f'<div id="staticpage"><h2>{esc(heading)}</h2>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


class Catshead(Freehand):
    """2011: a chain's county weekly: the byline, the paper, an hour behind an at sign and the last update, each in its box; no section but in the menu of all."""

    name = "catshead"
    category = tagged = False
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the box of jobs stands, and how it signs."""
        self.jobs = 2 + int(rng.random() * 3)
        self.hand = choose(
            rng,
            Hand("{a}報道", "{a}、{b}報道"),
            Hand("{a}／本報", "{a}、{b}／本報", placed="{a}／{p}"),
        )
        self.hand_en = choose(
            rng, Hand("By {a}", "By {a} and {b}"), Hand("By {a}", "By {a} and {b}", desk="{o} reports")
        )

    def day(self, t: datetime) -> str:
        """``Mar 08, 2011 @ 09:05 AM``; ``2011年03月08日 @ 09:05``."""
        if self.english:
            return f"{MONTHS[t.month - 1][:3]} {t:%d, %Y @ %I:%M} {'AM' if t.hour < 12 else 'PM'}"
        return f"{t:%Y年%m月%d日 @ %H:%M}"

    def frame(self, page: Shell) -> str:
        """Shops and towns above, a wide column and a narrow one."""
        items = self.menu(page.paper, '<li class="nav_item"><a href="{url}"><span>{name}</span></a></li>')
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} - {esc(page.paper.name)}</title>\n{page.head}<link rel="alternate" type="application/rss+xml" href="/rss" />\n</head>\n<body id="{"story" if page.is_story else "front"}">\n<div id="gh_top_bar"><span class="site_links"><a href="/jobs">{self.word("職位", "Jobs")}</a> <a href="/homes">{self.word("樓房", "Homes")}</a> <a href="/wheels">{self.word("汽車", "Wheels")}</a> <a href="/deals">{self.word("優惠", "Daily Deals")}</a></span><span class="user_links"><a href="/login">{self.word("登入", "Login")}</a> | <a href="/about">{self.word("關於我們", "About us")}</a></span></div>\n'
            f'<div id="masthead_wrap"><a href="/" class="mast"><img src="/Global/images/mast.png" alt="{attr(page.paper.name)}" /></a><div class="today_weather">{self.word("晴，夜間轉涼", "Sunny, turning cooler tonight")} 61&deg;</div></div>\n<ul id="top_nav">{items}</ul>\n<div id="content_wrap">\n<div id="content_left">\n{page.main}\n</div>\n<div id="content_right"><div class="rail_box"><h3>{self.word("商戶搜尋", "Find a local business")}</h3><form action="/yellow"><input name="what" /><input type="submit" value="{self.word("找", "Go")}" /></form></div><div class="rail_box"><h3>{self.word("今日熱議", "Most commented")}</h3><p>{self.word("登入後可看。", "Log in to see what your neighbors talk about.")}</p></div></div>\n</div>\n'
            f'<div id="gh_footer"><p>{esc(page.paper.rights)}. {self.word("部分權利保留。", "Some Rights Reserved.")}</p><p><a href="/terms">{self.word("使用條款", "Terms of use")}</a> | <a href="/policy">{self.word("私隱政策", "Privacy policy")}</a> | <a href="/contact">{self.word("聯絡我們", "Contact us")}</a></p></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A description, and what a social network asked for that year."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:type" content="article" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Few classes."""
        if block.kind == "h":
            return f"<h5>{spans(block.spans)}</h5>"
        if block.kind == "quote":
            return f'<blockquote class="big_quote">{spans(block.spans)}</blockquote>'
        if block.kind == "embed":
            return f'<div class="embed_code"><iframe title="video" width="480" height="300" src="{attr(block.url)}" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A photo with its credit over its cutline, and a shop."""
        credit = f'<div class="photo_credit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="story_photo"><img src="{self.source(copy, picture)}" alt="" width="300" />{credit}<div class="cutline">{esc(picture.caption)}</div><a class="buy_photo" href="/photos/buy">{copy.say("購買此照片", "Purchase this photo")}</a></div>'

    def story(self, copy: Copy) -> str:
        """Headline, four boxes of facts, tools, text with a box of jobs, rights, others, remarks."""
        pieces = self.blocks(copy)
        pieces.insert(
            min(self.jobs, len(pieces)),
            f'<div class="inline_box top_jobs"><h4>{copy.say("熱門職位", "Top Jobs")}</h4><ul><li><a href="/jobs/1">{copy.say("護士（夜班）", "Registered nurse, nights")}</a></li><li><a href="/jobs/2">{copy.say("貨車司機", "CDL driver")}</a></li></ul><a href="/jobs">{copy.say("更多職位", "View all jobs")} &raquo;</a></div>',
        )
        by = copy.signed('<div class="byline_name">{}</div>\n')
        changed = copy.changed(f'<div class="byline_updated">{copy.say("最後更新 ", "Last update ")}{{}}</div>\n')
        remarks = copy.remarks(
            '<li class="user_comment"><span class="comment_user">{who}</span> <span class="comment_time">{when}</span><div class="comment_words">{what}</div><a href="#">'
            + copy.say("檢舉", "Report abuse")
            + "</a></li>\n"
        )
        return (
            f'<div class="story_view">\n<h1 class="h_large">{copy.title}</h1>\n<div class="byline_wrap">\n{by}<div class="byline_paper">{esc(copy.paper.name)}</div>\n<div class="byline_posted">{copy.say("發布於 ", "Posted ")}{copy.day}</div>\n{changed}</div>\n'
            f'<ul class="story_tools"><li>{copy.say("字體", "Text size")} <a href="#">A</a> <a href="#">A</a> <a href="#">A</a></li><li><a href="/print">{copy.say("列印", "Print this article")}</a></li><li><a href="/email">{copy.say("電郵", "Email this article")}</a></li><li><iframe src="http://www.social.example/plugins/like?href={attr(copy.url)}" width="90" height="20"></iframe></li></ul>\n'
            f'<div class="story_copy">\n{chr(10).join(pieces)}\n</div>\n<p class="story_rights">{copy.say("版權屬《{name}》，部分權利保留", "Copyright {name}. Some rights reserved")}</p>\n</div>\n<div class="story_related"><h3>{copy.say("本地新聞", "More local news")}</h3><ul>{copy.others("<li><a href=`{url}`>{title}</a> <em>{day}</em></li>", 4)}</ul></div>\n'
            f'<div id="story_comments"><h3>{copy.say("讀者意見", "Comments")}</h3><p class="loading">{copy.say("意見載入中……", "Loading commenting interface...")}</p><ul>{remarks}</ul></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines, times, openings."""
        rows = "".join(
            f'<div class="list_story"><h2 class="h_small"><a href="{attr(c.url)}">{esc(c.title)}</a></h2><span class="list_posted">{self.day(c.published)}</span><p>{esc(c.summary)}... <a class="more" href="{attr(c.url)}">{self.word("詳情", "More")} &raquo;</a></p></div>\n'
            for c in cards
        )
        more = (
            f'<div class="list_pages"><a href="{attr(older)}">{self.word("更早", "Earlier stories")}</a></div>'
            if older
            else ""
        )
        return f'<h1 class="h_section">{esc(heading)}</h1>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A story without boxes."""
        return f'<div class="story_view"><h1 class="h_large">{esc(heading)}</h1><div class="story_copy">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'
