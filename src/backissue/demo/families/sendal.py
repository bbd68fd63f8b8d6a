"""A student newspaper of 2010-2019 on a school-news provider's WordPress theme."""

from __future__ import annotations

import re
from datetime import datetime
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, MONTHS_ZH, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_ROLE = Hand("{a}, Staff Writer", "{a}, Staff Writer, and {b}, Staff Writer", role="Staff Writer")
_BY = Hand("by {a}, Reporter", "by {a} and {b}, Reporters", placed="by {a}, Reporter in {p}", desk="by {o}", agency="from {o}", role="Reporter")  # fmt: skip
_BAR = Hand("{a} | Contributing Writer", "{a} & {b} | Contributing Writers", agency="Courtesy of {o}", role="Contributing Writer")  # fmt: skip
_ROLE_ZH = Hand("{a}，學生記者", "{a}，學生記者；{b}，學生記者", photo="{a}，學生記者；{b}，攝影編輯", role="學生記者", roles=("學生記者", "攝影編輯"))  # fmt: skip
_BY_ZH = Hand("校園記者 {a}", "校園記者 {a}、{b}", placed="校園記者 {a}（{p}採訪）", photo="校園記者 {a}　攝影記者 {b}", agency="{o}供稿", role="校園記者", roles=("校園記者", "攝影記者"))  # fmt: skip
_BAR_ZH = Hand("採訪撰稿｜{a}", "採訪撰稿｜{a}、{b}", photo="採訪撰稿｜{a}　影像｜{b}", role="採訪撰稿", roles=("採訪撰稿", "影像"))  # fmt: skip
_BIOS = (
    ("高二學生，第二年加入編輯室。不寫稿的時候多半在游泳隊。", "A junior in a second year on staff, found at swim practice when not chasing a quote."),
    ("高三學生，喜歡老照片和學校後門的豆漿。", "A senior who likes old photographs, long bus rides and short headlines."),
    ("今年第一次採訪，最怕打電話，最喜歡校對。", "New to the newsroom this year. Fears phone calls, loves copy night."),
    ("辯論社社長，放學後在樂團打鼓。", "Runs the debate club and drums in a band nobody has heard of yet."),
)  # fmt: skip
_POLLS = (
    (("午餐時間應不應該延長？", "應該", "不應該", "我都在趕作業"), ("Should lunch be ten minutes longer?", "Yes", "No", "I spend it on homework")),
    (("你怎樣上學？", "走路", "公車", "家人接送"), ("How do you get to school?", "On foot", "By bus", "I get a ride")),
    (("校慶最期待哪一項？", "舞會", "球賽", "放假一天"), ("Best part of spirit week?", "The dance", "The game", "The day off")),
)  # fmt: skip


class Grebe(Freehand):
    """School-news provider's theme: filed-under line, story credits with roles, a lead photo with credit over caption, profile boxes of the writers, a carousel of more stories, poll, fund drive and sponsors at the side."""

    name = "grebe"
    stamp_timed = False

    def draw(self, rng: Random) -> None:
        """How stories are credited, where the section and the lead photo stand, how text was pasted."""
        self.label, self.hand, self.hand_en = choose(rng, (True, _ROLE_ZH, _ROLE), (False, _BY_ZH, _BY), (False, _BAR_ZH, _BAR))  # fmt: skip
        self.above = rng.random() < 0.5  # the section over the headline, else under the byline
        self.wide = rng.random() < 0.5  # a lead photo over the credits
        self.pasted = rng.random() < 0.4  # text pasted from a shared document
        self.stamped = rng.random() < 0.4
        self.local = rng.random() < 0.5  # dates in the language's own order
        self.carousel_first = rng.random() < 0.3

    def day(self, t: datetime) -> str:
        """``March 8, 2012``; ``2012 年 3 月 8 日`` or, as an install without a date setting has it, ``三月 8, 2012``."""
        if self.english or not self.local:
            return f"{(MONTHS if self.english else MONTHS_ZH)[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year} 年 {t.month} 月 {t.day} 日"

    def machine(self, copy: Copy) -> str:
        """A plug-in's few tags, with the site's name for author's."""
        return f'<link rel="canonical" href="{attr(copy.url)}" />\n<meta property="og:type" content="article" />\n<meta property="og:title" content="{attr(copy.version.title)} &#8211; {attr(copy.paper.name)}" />\n<meta property="og:description" content="{attr(copy.lead)} [&hellip;]" />\n<meta name="twitter:card" content="summary_large_image" />\n'

    def frame(self, page: Shell) -> str:
        """Header, bars, a wide column and the widgets at its right."""
        paper, w = page.paper, self.word
        menu = self.menu(paper, '<li class="menu-item menu-item-object-category{on}"><a href="{url}">{name}</a></li>', "\n", now=page.section, current=" current-post-ancestor")  # fmt: skip
        seed, raised = (n := sum(map(ord, page.title))), 150 + n % 40 * 25
        question, *answers = _POLLS[seed % 3][1 if self.english else 0]
        choices = "".join(f'<li><input type="radio" id="poll-answer-{n}" name="poll_{seed % 3 + 4}" value="{n}" /> <label for="poll-answer-{n}">{esc(a)}</label></li>' for n, a in enumerate(answers, 1))  # fmt: skip
        ad = f'<div class="sidebar-ad"><span>{w("贊助商", "Our sponsors")}</span><a href="/advertise"><img src="/wp-content/uploads/ads/{seed % 5}.gif" width="300" height="250" alt="" /></a></div>'
        side = f'<div id="sidebar" class="sidebar-right">\n<div class="widgetwrap donatewidget"><div class="titlewrap300"><h2>{w("支持學生媒體", "Support student journalism")}</h2></div><div class="widgetbody"><div class="thermo"><div class="thermofill" style="height:{raised // 13}%"></div></div><p class="amount">${raised}</p><p class="goal">${1200}</p><p>{w("您的捐款會用來添置相機和支付網站年費。", "Gifts from readers buy our cameras and pay for a year of this site.")}</p><a class="donatebutton" href="/donate">{w("捐款", "Give")}</a></div></div>\n<div class="widgetwrap pollwidget"><div class="titlewrap300"><h2>{w("投票", "Poll")}</h2></div><form class="wp-polls-form" action="/" method="post"><p><strong>{question}</strong></p><ul class="wp-polls-ul">{choices}</ul><input type="button" value="{w("投票", "Vote")}" /> <a href="#ViewPollResults">{w("看結果", "See results")}</a></form></div>\n{ad}\n<div class="widgetwrap scorewidget"><h2>{w("球賽比分", "Scoreboard")}</h2><table class="scores"><tr><td>{w("女子排球", "Girls volleyball")}</td><td>{seed % 3}</td><td>3</td></tr><tr><td>{w("男子足球", "Boys soccer")}</td><td>{seed % 4}</td><td>1</td></tr></table></div>\n</div>'
        return f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<title>{esc(paper.name)} | {esc(page.title)}</title>\n{page.head}<link rel="stylesheet" href="/wp-content/themes/inkwell-pro/style.css" type="text/css" media="screen" />\n<script src="/wp-includes/js/jquery/jquery.js"></script>\n</head>\n<body class="{"single single-post" if page.is_story else "archive"} innerbackground">\n<div id="upperwrap"><div id="upperbar"><ul class="topnav"><li><a href="/about">{w("關於本刊", "About")}</a></li><li><a href="/staff">{w("編採團隊", "Staff")}</a></li><li><a href="/submit">{w("投稿", "Letter to the Editor")}</a></li></ul><form id="searchform" method="get" action="/"><input type="text" name="s" placeholder="{w("搜索", "Search")}" /></form></div></div>\n<div id="wrap">\n<div id="header"><a href="/"><img src="/wp-content/uploads/header.png" alt="{attr(paper.name)}" width="980" /></a><p class="mobile-title">{esc(paper.name)}</p><p class="slogan">{w("學生採訪，學生編輯。", "The student news site, reported and edited by students")}</p></div>\n<div id="navbar"><ul class="sf-menu"><li class="menu-item"><a href="/">{w("首頁", "Home")}</a></li>\n{menu}</ul></div>\n<div id="content">\n<div id="contentleft">\n{page.main}\n</div>\n{side}\n</div>\n<div id="footer"><p class="footerleft">{esc(paper.rights)} &bull; {w("版型", "School site theme")}: <a href="http://inkwell.example">Inkwell Pro</a> &bull; <a href="/wp-login.php">{w("登入", "Log in")}</a></p><div class="scroll-top"><a href="#upperwrap">{w("回到最上面", "Back to top")}</a></div></div>\n</div>\n</body>\n</html>\n'

    def run(self, inner: str) -> str:
        """Words as the editor's box kept them."""
        return f'<span style="font-weight: 400;">{inner}</span>' if self.pasted else inner

    def block(self, copy: Copy, block: Block) -> str:
        """The editor's tags."""
        words = spans(block.spans)
        if block.kind == "p":
            return f"<p>{self.run(words)}</p>"
        if block.kind == "h":
            return f"<h4><strong>{words}</strong></h4>"
        if block.kind == "quote":
            return f'<div class="pullquote shadow background-gray"><blockquote class="pullquotetext">{words}</blockquote></div>'
        if block.kind == "note":
            return f'<div class="infobox correction"><p><em>{words}</em></p></div>'
        if block.kind in {"ul", "ol"}:
            items = "\n".join(f'<li{" style=`font-weight: 400;`".replace("`", chr(34)) if self.pasted else ""}>{self.run(esc(i))}</li>' for i in block.items)  # fmt: skip
            return f"<{block.kind}>\n{items}\n</{block.kind}>"
        if block.kind == "table":
            rows = "\n".join("<tr>" + "".join(f'<td width="200">{f"<b>{esc(c)}</b>" if not at else esc(c)}</td>' for c in row) + "</tr>" for at, row in enumerate(block.rows))  # fmt: skip
            return f'<table class="story-table" border="1" cellpadding="4">\n<tbody>\n{rows}\n</tbody>\n</table>'
        if block.kind == "embed":
            return f'<div class="videowrap"><div class="fluid-width-video-wrapper"><iframe src="{attr(block.url)}" width="620" height="349" frameborder="0" allowfullscreen="allowfullscreen"></iframe></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A captioned picture within the text: its credit over its caption."""
        credit = f'<p class="photocredit">{esc(picture.credit)}</p>' if picture.credit else ""
        return f'<div id="attachment_{picture.number % 90000}" class="wp-caption aligncenter" style="width: 475px"><a class="modal-photo" href="{self.source(copy, picture)}"><img class="size-large wp-image-{picture.number % 90000}" src="{self.source(copy, picture)}" alt="" width="475" /></a>{credit}<p class="wp-caption-text">{esc(picture.caption)}</p></div>'

    def lead(self, copy: Copy, picture: Picture) -> str:
        """The story's main photo."""
        credit = f'<p class="photocredit">{esc(picture.credit)}</p>\n' if picture.credit else ""
        return f'<div class="photowrap storyphoto"><img src="{self.source(copy, picture)}" class="catboxphoto feature-image" alt="" />\n{credit}<p class="photocaption">{esc(picture.caption)}</p></div>\n'

    def story(self, copy: Copy) -> str:
        """The story page's column."""
        say, number = copy.say, copy.article.id
        first = copy.version.blocks[0].picture
        photo = self.lead(copy, first) if first else ""
        rest = copy.version.blocks[1:] if first else copy.version.blocks
        body = self.blocks(copy, rest)
        at = next((n + 1 for n, b in enumerate(rest) if n > 2 and b.kind == "p" and n + 2 < len(rest)), 0)
        if at and copy.article.index % 3 == 0:
            body.insert(at, f'<div class="storyad"><p class="adlabel">{say("廣告，下文繼續", "Advertisement. Story continues below.")}</p><a href="/advertise"><img src="/wp-content/uploads/ads/pizza.jpg" alt="" /></a></div>')  # fmt: skip
        elif at and copy.article.index % 3 == 1:
            body.insert(at, copy.others(f'<div class="relatedstories alignleft"><h5>{say("相關報導", "Related")}</h5><a href="{{url}}">{{title}}</a></div>', 1, skip=3))  # fmt: skip
        by = copy.linked('<a href="/staff/?writer={0}" class="creditline">{0}</a>')
        by = re.sub(r'writer=([^"]+)"', lambda m: f'writer={quote(m[1])}"', by)
        label = f'<span class="storyby">{say("作者：", "Story by")}</span> ' if self.label else ""
        by = f'<p class="storycredit">{label}<span class="storybyline">{by}</span></p>\n' if by else ""
        changed = copy.changed(f'<p class="storyupdated">{say("更新於", "Updated")} {{}}</p>\n')
        section = f'<a href="{copy.section_url}" rel="category tag">{copy.section}</a>'
        over, under = (f'<p class="storycat">{section}</p>\n', "") if self.above else ("", f'<p class="filedunder">{say("分類：", "Filed under")} {section}</p>\n')  # fmt: skip
        share = f'<ul class="storyshare"><li><a class="share-fb" href="https://facebook.example/sharer?u={attr(quote(copy.url))}">{say("分享", "Share")}</a></li><li><a href="https://twitter.example/share">{say("推特", "Tweet")}</a></li><li><a href="mailto:?subject=story">{say("轉寄", "Email")}</a></li><li><a href="javascript:window.print()">{say("打印", "Print")}</a></li></ul>\n'
        boxes = "".join(
            f'<div class="profilebox"><div class="profilephoto"><img src="/wp-content/uploads/staff/{sum(map(ord, p.name)) % 60}.jpg" alt="" /></div><p class="profilename"><a href="/staff/?writer={quote(p.name)}">{esc(p.name)}</a>{say("，", ", ") + esc(p.role) if p.role else ""}</p><p class="profilebio">{say(*_BIOS[sum(map(ord, p.name)) % 4])}</p></div>\n'
            for p in copy.said.people or ()
            if p.kind == "person"
        )
        tags = f'<p class="storytags">{say("標籤：", "Tags:")} {copy.tags("<a href=`{url}` rel=`tag`>{tag}</a>", ", ")}</p>\n' if copy.said.tags else ""  # fmt: skip
        slides = copy.others('<li class="slide"><a href="{url}"><img src="/wp-content/themes/inkwell-pro/images/thumb.png" alt="" /></a><a class="slidehead" href="{url}">{title}</a></li>', 4)  # fmt: skip
        slides = f'<div class="storycarousel"><h3>{say("更多{name}報導", "More stories from {name}")}</h3><a class="flex-prev" href="#">{say("往左", "Navigate Left")}</a><ul class="slides">{slides}</ul><a class="flex-next" href="#">{say("往右", "Navigate Right")}</a></div>\n'
        said = copy.remarks('<li class="comment" id="comment-{n}"><cite class="fn">{who}</cite> {when:.10}<p>{what}</p></li>')  # fmt: skip
        comments = f'<div id="comments"><h3>{say("留言", "Comments")}</h3><p class="policy">{say("留言由編輯審核後刊出，請勿人身攻擊。", "Editors read every comment before it runs. Keep it kind and sign your name.")}</p><ol class="commentlist">{said}</ol><form action="/wp-comments-post.php" method="post"><textarea name="comment"></textarea><input type="hidden" name="comment_post_ID" value="{number}" /><input type="submit" value="{say("送出", "Submit")}" /></form></div>'
        front, back = (slides, "") if self.carousel_first else ("", slides)
        signed = f'{by}<p class="storydate">{copy.day}</p>\n{changed}{under}'
        top = f"{photo}{signed}{share}" if self.wide else f"{signed}{share}{photo}"
        return f'{front}<div class="postarea" id="post-{number}">\n{over}<h1 class="storyheadline">{copy.title}</h1>\n{top}<div class="storycontent">\n{chr(10).join(body)}\n</div>\n{tags}{boxes}</div>\n{back}{comments}'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A category page."""
        rows = "\n".join(
            f'<div class="categorypreview"><a href="{attr(c.url)}"><h2 class="searchheadline">{esc(c.title)}</h2></a><p class="categorydate">{esc(c.author)} &bull; {self.day(c.published)}</p><p>{esc(c.summary)}&hellip; <a class="readmore" href="{attr(c.url)}">{self.word("閱讀全文", "Read story")} &raquo;</a></p></div>'
            for c in cards
        )
        more = f'\n<div class="pagenav"><a href="{attr(older)}">{self.word("較舊的報導", "Older stories")}</a></div>' if older else ""  # fmt: skip
        return f'<div class="titlewrap610"><h1 class="categoryname">{esc(heading)}</h1></div>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page such as About."""
        return f'<div class="postarea page"><h1 class="storyheadline">{esc(heading)}</h1><div class="storycontent">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Grebe,)
ADDRESSES: dict[str, Form] = {"id/section/slug": Form(lambda p, a, _v: f"/{a.id}/{p.sections.get(a.section, 'news')}/{ascii_slug(a)}/")}  # fmt: skip
