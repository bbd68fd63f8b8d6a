"""A design of a city's alternative weekly: an open-source publishing system of 2011 under a bought magazine theme that the paper bent to its own ways."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from random import Random
from urllib.parse import quote

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Wryneck"]

_DIARY = (
    ("六", "舊碼頭露天音樂會", "Sat", "Night market and brass band, Old Pier"),
    ("日", "二手黑膠交換日", "Sun", "Record swap at the Union Hall"),
    ("二", "獨立短片放映", "Tue", "Short films in the laundry, free"),
)


class Wryneck(Freehand):
    """2011: an alternative weekly's bought magazine theme: three columns of widgets, one of three heads over the story, the section's other pieces set into the text, letters asked for at its end, tags, neighbours and readers below."""

    name = "wryneck"

    def draw(self, rng: Random) -> None:
        """The head's order, the dates, the prefix of the theme's names, colours, whether changes and writers are told, how it signs."""
        self.head = choose(rng, "stacked", "line", "topped")
        self.form = int(rng.random() * 3)
        self.timed = self.form != 0
        self.stamped = rng.random() < 0.6
        self.boxed = rng.random() < 0.5
        self.k = choose(rng, "", "mag-", "wk_")
        self.ink = choose(rng, "#b5121b", "#0b6e7f", "#d4560a")
        self.inset, self.advert = 1 + int(rng.random() * 2), 4 + int(rng.random() * 2)
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", placed="{a}（{p}報導）", photo="{a}（文）　{b}（攝影）"),
            Hand("特約記者 {a}", "特約記者 {a}、{b}", photo="文：{a}　攝影：{b}", role="特約記者"),
            Hand("撰文 {a}", "撰文 {a}、{b}", photo="撰文 {a}　攝影 {b}", role="撰文", roles=("撰文", "攝影")),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", desk="By {o}", agency="{o}"),
            Hand("by {a}", "by {a} with {b}", placed="by {a} in {p}", desk="by {o}", agency="by {o}"),
            Hand("{a}", "{a} and {b}"),
        )

    def day(self, t: datetime) -> str:
        """``Thursday, July 14, 2011``, ``July 14th, 2011 at 9:05 pm``, ``14 July 2011, 9:05 pm``; ``2011 年 07 月 14 日 9:05 下午``."""
        month = MONTHS[t.month - 1]
        if self.english:
            ending = "th" if 10 < t.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(t.day % 10, "th")
            return (
                f"{DAYS[t.weekday()]}, {month} {t.day}, {t.year}",
                f"{month} {t.day}{ending}, {t.year} at {clock(t, 'am', 'pm')}",
                f"{t.day} {month} {t.year}, {clock(t, 'am', 'pm')}",
            )[self.form]
        return (
            f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]}",
            f"{t:%Y 年 %m 月 %d 日} {clock(t, '上午', '下午')}",
            f"{t:%Y/%m/%d %H:%M}",
        )[self.form]

    def stamp(self, t: datetime) -> str:
        """The same with its hour always."""
        if self.form:
            return self.day(t)
        return (
            f"{MONTHS[t.month - 1]} {t.day}, {t.year} {clock(t, 'am', 'pm')}"
            if self.english
            else f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"
        )

    def _widget(self, kind: str, heading: str, inside: str) -> str:
        """A box of a side bar."""
        title = f'<h4 class="widgettitle"><span>{heading}</span></h4>\n' if heading else ""
        return f'<div id="{kind}" class="widget widget_{re.sub("-[0-9]+$", "", kind)}">{title}{inside}</div>\n'

    def _style(self) -> str:
        """The theme's sheet as far as pages need it."""
        k = self.k
        return (
            f"body{{margin:0;background:#e4e1da url(/wp-content/themes/broadside/i/paper.png);font:13px/20px Arial,Helvetica,sans-serif;color:#222}}a{{color:{self.ink};text-decoration:none}}ul,ol{{padding-left:18px}}#{k}wrap{{width:980px;margin:0 auto;background:#fff;padding:0 10px}}#{k}strip{{background:#222;color:#aaa;font-size:11px;padding:4px 10px}}#{k}strip a{{color:#ddd;margin-right:10px}}#{k}brand{{height:100px;overflow:hidden}}#{k}brand h2{{float:left;font:bold 54px/100px Georgia,serif;margin:0}}#{k}brand h2 a{{color:#111}}#{k}brand .banner{{float:right;margin:20px 0}}"
            f".sf-menu{{list-style:none;margin:0;padding:0;background:{self.ink};overflow:hidden}}.sf-menu li{{float:left;padding:8px 12px;font-weight:bold;text-transform:uppercase;font-size:12px}}.sf-menu li.current-cat{{background:#111}}.sf-menu a{{color:#fff}}#{k}second{{background:#222}}#{k}second a{{color:#ccc;font-weight:normal}}.{k}middle{{float:left;width:500px;padding:14px 14px 14px 0}}.{k}rail{{float:left;width:140px;padding:14px 10px;border-left:1px dotted #999;font-size:12px;line-height:16px}}#{k}side{{float:right;width:300px;padding:14px 0}}#{k}bottom{{clear:both;background:#222;color:#aaa;padding:14px}}#{k}bottom a{{color:#fff}}"
            f".widget{{margin-bottom:18px}}.widgettitle{{background:#111;color:#fff;margin:0 0 8px;padding:4px 8px;font-size:12px;text-transform:uppercase}}.{k}headline{{font:bold 32px/36px Georgia,serif;margin:4px 0 8px}}.{k}rubric{{text-transform:uppercase;font-weight:bold;font-size:11px}}.{k}signed{{font-weight:bold;margin:2px 0}}.{k}line,.{k}filed{{color:#777;font-size:11px;border-bottom:1px solid #ddd;padding-bottom:6px}}.{k}text{{font:15px/23px Georgia,serif;overflow:hidden}}.{k}inset{{float:left;width:160px;margin:4px 14px 8px 0;border-top:4px solid {self.ink};background:#f4f1ea;padding:6px 8px;font:12px/16px Arial}}.{k}photo{{margin:0 0 12px}}.{k}photo.alignright{{float:right;width:240px;margin-left:12px}}.{k}photo img{{max-width:100%}}.{k}credit{{font-size:10px;text-align:right;color:#888;font-family:Arial}}.{k}cutline{{font:italic 12px/16px Arial;color:#555}}.{k}teaser{{border-bottom:1px dotted #999;padding:10px 0;overflow:hidden}}.{k}teaser h3{{font:bold 19px/23px Georgia,serif;margin:2px 0}}.{k}lead h3{{font-size:28px;line-height:32px}}.{k}small{{color:#777;font-size:11px}}.sociable li{{display:inline;margin-right:8px}}.sociable{{padding:0}}.{k}talk{{padding:0;list-style:none}}.{k}talk li{{border:1px solid #ddd;padding:8px;margin-bottom:8px}}"
        )

    def frame(self, page: Shell) -> str:
        """A strip of links, the nameplate beside a banner, two bars, the columns, the broad side bar, a foot of widgets."""
        k, word, name = self.k, self.word, esc(page.paper.name)
        bar = self.menu(
            page.paper, '<li class="cat-item{on}"><a href="{url}">{name}</a></li>\n', now=page.section, current=" current-cat"
        )  # fmt: skip
        second = "".join(
            f'<li class="menu-item"><a href="/{at}/">{word(zh, en)}</a></li>\n'
            for at, zh, en in (("calendar", "本周活動", "Calendar"), ("eat", "吃喝", "Eat + Drink"), ("film-times", "電影時刻", "Film Times"), ("best-of", "讀者票選", "Best Of"), ("blogs", "部落格", "Blogs"), ("personals", "徵友", "Personals"), ("classifieds", "分類廣告", "Classifieds"))
        )  # fmt: skip
        diary = "".join(
            f'<li><b>{word(f"周{zd}", ed)}</b> <a href="/calendar/{at + 311}/">{word(zh, en)}</a></li>\n'
            for at, (zd, zh, ed, en) in enumerate(_DIARY)
        )
        side = (
            self._widget("search-3", "", f'<form id="searchform" method="get" action="/"><input type="text" name="s" id="s" size="24" /> <input type="submit" value="{word("搜索", "Search")}" /></form>')
            + self._widget("text-6", "", f'<div class="textwidget"><a href="/go/ad-12/"><img src="/wp-content/uploads/ads/mpu-brewery.jpg" width="300" height="250" alt="{word("廣告", "Advertisement")}" /></a></div>')
            + self._widget("text-9", word("本期周刊", "This Week’s Issue"), f'<div class="textwidget"><a href="/this-week/"><img src="/wp-content/uploads/covers/current.jpg" width="120" height="150" alt="{word("封面", "Cover")}" /></a><p><a href="/this-week/">{word("翻閱電子版", "Flip through the digital edition")}</a><br /><a href="/where-to-find-us/">{word("哪裡可以免費索取", "Find a free copy near you")}</a></p></div>')
            + self._widget("events-2", word("推薦活動", "Critics’ Picks"), f'<ul>\n{diary}</ul><p><a href="/calendar/submit/">{word("提交活動", "Submit an event")}</a></p>')
            + self._widget("newsletter-2", esc(page.paper.letter), f'<p>{word("每周四寄到你的信箱。", "In your inbox every Thursday.")}</p><form action="/subscribe/" method="post"><input type="text" name="email" size="22" value="{word("電子郵件", "you@wherever")}" /> <input type="submit" value="{word("訂閱", "Sign up")}" /></form>')
            + self._widget("facebook-like-2", word("在臉書找我們", "Find Us on Facebook"), f'<iframe src="http://www.facebook.com/plugins/likebox.php?href={quote(page.paper.home)}&amp;width=300&amp;connections=10" scrolling="no" frameborder="0" width="300" height="180"></iframe>')
            + self._widget("polls-2", word("本周一問", "Street Poll"), f'<p><strong>{word("你會騎單車上班嗎？", "Would you bike to work?")}</strong></p><form action="/" method="post"><p><input type="radio" name="poll" /> {word("會", "Already do")}<br /><input type="radio" name="poll" /> {word("下雨天不會", "Not in the rain")}<br /><input type="submit" value="{word("投票", "Vote")}" /> <a href="#poll">{word("看結果", "View Results")}</a></p></form>')
        )  # fmt: skip
        foot = " | ".join(
            f'<a href="/{at}/">{word(zh, en)}</a>'
            for at, zh, en in (("about", "關於本報", "About Us"), ("staff", "編輯部", "Staff"), ("advertise", "刊登廣告", "Advertise"), ("submissions", "投稿須知", "Writers’ Guidelines"), ("privacy-policy", "私隱政策", "Privacy Policy"))
        )  # fmt: skip
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" dir="ltr" lang="{self.language}">\n<head profile="http://gmpg.org/xfn/11">\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} | {name}</title>\n<link rel="stylesheet" type="text/css" href="/wp-content/themes/broadside/style.css" media="screen" />\n<link rel="alternate" type="application/rss+xml" title="{name} RSS" href="/feed/" />\n<link rel="pingback" href="/xmlrpc.php" />\n<style type="text/css">{self._style()}</style>\n<script type="text/javascript" src="/wp-includes/js/jquery/jquery.js?ver=1.6.1"></script>\n{page.head}<meta name="generator" content="WordPress 3.2.1" />\n</head>\n<body class="{"single single-post" if page.is_story else "archive"}">\n'
            f'<div id="{k}strip"><a href="/where-to-find-us/">{word("取閱地點", "Find a Copy")}</a><a href="/advertise/">{word("刊登廣告", "Advertise With Us")}</a><a href="/archives/">{word("過期周刊", "Back Issues")}</a><a href="/feed/">RSS</a><a href="http://twitter.com/">Twitter</a><a href="/wp-login.php">{word("登入", "Log in")}</a></div>\n<div id="{k}wrap">\n<div id="{k}brand"><h2><a href="/" title="{name}">{name}</a></h2><div class="banner"><a href="/go/ad-4/"><img src="/wp-content/uploads/ads/468-vinyl.gif" width="468" height="60" alt="{word("廣告", "Advertisement")}" /></a></div></div>\n'
            f'<ul id="{k}first" class="sf-menu">\n<li class="home"><a href="/">{word("首頁", "Home")}</a></li>\n{bar}</ul>\n<ul id="{k}second" class="sf-menu">\n{second}</ul>\n<div id="{k}columns">\n{page.main}\n<div id="{k}side">\n{side}</div>\n</div>\n'
            f'<div id="{k}bottom"><p>{foot}</p><p>{esc(page.paper.rights)}{word("　版權所有。", ". All rights reserved.")} {word("本站使用 WordPress 建置，佈景主題", "Powered by WordPress. Theme:")} <a href="http://themes.example/broadside/" rel="nofollow">Broadside</a></p></div>\n</div>\n</body>\n</html>\n'
        )

    def _columns(self, main: str, popular: str = "") -> str:
        """The middle column and the narrow bar of widgets beside it."""
        k, word = self.k, self.word
        rail = (
            self._widget("popular-2", word("最多人看", "Most Read"), f"<ol>\n{popular}</ol>") if popular else ""
        ) + self._widget(
            "links-2", word("部落格", "Our Blogs"), f'<ul class="blogroll"><li><a href="/blogs/feedback/">{word("回授", "Feedback")}</a></li><li><a href="/blogs/city-desk/">{word("街角", "Sidewalk")}</a></li><li><a href="/blogs/the-fork/">{word("路邊攤", "The Fork")}</a></li></ul>'
        ) + self._widget(
            "text-4", "", f'<div class="textwidget"><a href="/go/ad-7/"><img src="/wp-content/uploads/ads/sky-guitars.jpg" width="120" height="600" alt="{word("廣告", "Advertisement")}" /></a></div>'
        )  # fmt: skip
        return f'<div class="{k}middle">\n{main}\n</div>\n<div class="{k}rail">\n{rail}</div>'

    def machine(self, copy: Copy) -> str:
        """What a search plugin and a sharing plugin put into the head."""
        words = ",".join((copy.article.section, *(copy.said.tags or ())))
        return (
            f'<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{attr(words.lower())}" />\n<link rel="canonical" href="{attr(copy.url)}" />\n'
            f'<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:type" content="article" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """As the editor's window writes it."""
        if block.kind == "h":
            return f"<h4>{spans(block.spans)}</h4>"
        if block.kind == "table":
            return table(block.rows, ' border="0" cellspacing="0" cellpadding="4"')
        if block.kind == "embed":
            return f'<p><iframe src="{attr(block.url)}" frameborder="0" width="480" height="295"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture, *, wide: bool = False) -> str:
        """A frame that floats or fills the column: the photo, who took it, what it shows."""
        k, size = self.k, (500, 333) if wide else (240, 160)
        credit = f'<div class="{k}credit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div class="{k}photo {"featured" if wide else "alignright"}"><a href="{self.source(copy, picture)}" rel="lightbox"><img src="{self.source(copy, picture)}" width="{size[0]}" height="{size[1]}" alt="" /></a>{credit}<div class="{k}cutline">{esc(picture.caption)}</div></div>'

    def _above(self, copy: Copy, talked: str) -> str:
        """Section, headline, writer, day and count of remarks in one of three orders."""
        k = self.k
        by = re.sub(
            "\1(.*?)\2",
            lambda m: f'<a href="/author/{quote(unescape(m[1]).lower().replace(" ", "-"))}/" rel="author">{m[1]}</a>',
            copy.linked("\1{}\2"),
        )
        section = f'<a href="{copy.section_url}" rel="category tag">{copy.section}</a>'
        title = f'<h1 class="{k}headline entry-title">{copy.title}</h1>\n'
        count = f'<a href="#respond">{talked}</a>'
        if self.head == "line":
            signed = f'<span class="author vcard">{by}</span> &nbsp;|&nbsp; ' if by else ""
            return f'{title}<p class="{k}line">{signed}<span class="date">{copy.day}</span> &nbsp;|&nbsp; {section} &nbsp;|&nbsp; {count}</p>\n'
        signed = f'<p class="{k}signed">{by}</p>\n' if by else ""
        if self.head == "stacked":
            return f'<div class="{k}rubric">{section}</div>\n{title}{signed}<p class="{k}filed"><span class="date">{copy.day}</span> &bull; {count}</p>\n'
        return f'<div class="{k}rubric">{section} <span class="date">{copy.day}</span></div>\n{title}{signed}<p class="{k}filed">{count} &bull; <a href="#" onclick="window.print();return false;">{copy.say("列印", "Print")}</a></p>\n'

    def story(self, copy: Copy) -> str:
        """The head, shares, the first photo if it opens the story, the text with a box and an advert, a call for letters, tags, the writer, neighbours, readers."""
        k, article = self.k, copy.article
        blocks = copy.version.blocks
        opening = ""
        if blocks[0].picture:
            opening, blocks = self.picture(copy, blocks[0].picture, wide=True) + "\n", blocks[1:]
        pieces = self.blocks(copy, blocks)
        links = copy.others("<li><a href=`{url}`>{title}</a></li>\n", 2)
        pieces.insert(_gap(pieces, self.advert), f'<div class="{k}midad" align="center"><a href="/go/ad-15/"><img src="/wp-content/uploads/ads/300-bikeshop.gif" width="300" height="100" alt="{copy.say("廣告", "Advertisement")}" /></a></div>')  # fmt: skip
        if links:
            pieces.insert(_gap(pieces, self.inset), f'<div class="{k}inset"><strong>{copy.say("延伸閱讀", "More stories")}</strong><ul>\n{links}</ul></div>')  # fmt: skip
        remarks = copy.remarks(
            '<li class="comment"><img class="avatar" src="/wp-content/themes/broadside/i/mystery.png" width="32" height="32" alt="" /> <cite class="fn">{who}</cite> <span class="'
            + k
            + 'small">{when}</span><p>{what}</p></li>\n'
        )
        many = remarks.count("<li ")
        talked = copy.say(f"{many or '沒有'} 則回應" if many else "沒有回應", f"{many or 'No'} Comment{'' if many == 1 else 's'}")  # fmt: skip
        people = copy.said.people or ()
        box = ""
        if self.boxed and article.byline.form in {"reporter", "column"} and people:
            who = esc(people[0].name)
            box = f'<div class="{k}aboutwriter"><img class="avatar" src="/wp-content/themes/broadside/i/mystery.png" width="60" height="60" alt="" /><h4>{copy.say("關於作者", "About the Author")}</h4><p>{who}{copy.say("為本報撰稿。給作者來信，或看看其他文章。", " writes for the paper. Send a tip, a record or a complaint.")}</p></div>\n'
        changed = copy.changed(
            f'<p class="{k}small {k}revised">{copy.say("本文最後更新於 ", "This story was last updated ")}{{}}</p>\n'
        )
        shares = "".join(f'<li><a href="/share/?{s.lower()}={article.id}" rel="nofollow">{s}</a></li>' for s in ("Facebook", "Twitter", "Digg", "Reddit", "StumbleUpon"))  # fmt: skip
        more = copy.others(f"<li><a href=`{{url}}`>{{title}}</a> <span class=`{k}small`>{{section}}</span></li>\n", 3, skip=1)  # fmt: skip
        before = copy.others("<div class=`alignleft`>&laquo; <a href=`{url}` rel=`prev`>{title}</a></div>", 1, skip=3)
        return self._columns(
            f'<div class="{k}crumbs {k}small"><a href="/">{copy.say("首頁", "Home")}</a> &raquo; <a href="{copy.section_url}">{copy.section}</a> &raquo; {copy.title}</div>\n<div id="post-{article.id}" class="post-{article.id} post type-post hentry category-{copy.part}">\n{self._above(copy, talked)}'
            f'<div class="{k}buttons"><iframe src="http://www.facebook.com/plugins/like.php?href={quote(copy.url)}&amp;layout=button_count" scrolling="no" frameborder="0" width="90" height="21"></iframe> <a href="http://twitter.com/share" class="twitter-share-button" data-count="horizontal">Tweet</a></div>\n{opening}<div class="{k}text entry-content">\n{chr(10).join(pieces)}\n'
            f'<p class="{k}lettersto"><em>{copy.say("對本文有話要說？來信：", "Got something to say about this story? Write to ")}<a href="mailto:letters@{copy.paper.host}">letters@{copy.paper.host}</a></em></p>\n</div>\n{changed}<p class="{k}terms">{copy.say("標籤：", "Tags: ")}{copy.tags("<a href=`{url}` rel=`tag`>{tag}</a>", ", ")}</p>\n<ul class="sociable"><li>{copy.say("分享：", "Share and Enjoy:")}</li>{shares}</ul>\n</div>\n{box}'
            + (f'<div class="{k}likewise"><h3>{copy.say("你可能也想看", "You Might Also Like")}</h3>\n<ul>\n{more}</ul></div>\n' if more else "")
            + f'<div class="{k}neighbours">{before}</div>\n<div id="comments"><h3>{talked}</h3>\n<ol class="{k}talk">\n{remarks}</ol></div>\n<div id="respond"><h3>{copy.say("發表回應", "Leave a Reply")}</h3><form action="/wp-comments-post.php" method="post" id="commentform"><p><input type="text" name="author" size="22" /> <label>{copy.say("姓名（必填）", "Name (required)")}</label></p><p><input type="text" name="email" size="22" /> <label>{copy.say("電子郵件（不會公開）", "Mail (will not be published)")}</label></p><p><textarea name="comment" cols="50" rows="6"></textarea></p><p><input type="submit" value="{copy.say("送出", "Submit Comment")}" /></p></form></div>',
            copy.others("<li><a href=`{url}`>{title}</a></li>\n", 4),
        )  # fmt: skip

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A section's pieces one below the other, the first one larger; a pager."""
        k = self.k
        join = ("、", self.word("、", " and "))
        rows = "".join(
            f'<div class="{k}teaser{f" {k}lead" if not at else ""}"><div class="{k}rubric">{esc(c.section)}</div><h3><a href="{attr(c.url)}" rel="bookmark">{esc(c.title)}</a></h3><div class="{k}small">{f"{esc(c.author.replace(*join))} &bull; " if c.author else ""}{self.day(c.published)}</div><p>{esc(c.summary)} [&#8230;] <a class="{k}more" href="{attr(c.url)}">{self.word("閱讀全文", "Read more")} &rarr;</a></p></div>\n'
            for at, c in enumerate(cards)
        )
        pager = (
            f'<div class="wp-pagenavi"><span class="current">1</span> <a href="{attr(older)}" class="nextpostslink">{self.word("較舊文章", "Older Entries")} &raquo;</a></div>'
            if older
            else ""
        )
        return self._columns(
            f'<h2 class="{k}archivetitle">{self.word("分類彙整：", "Archive for ")}<span>{esc(heading)}</span></h2>\n{rows}{pager}'
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page."""
        words = "\n".join(f"<p>{esc(p)}</p>" for p in paragraphs)
        return self._columns(
            f'<div class="page type-page hentry"><h1 class="{self.k}headline entry-title">{esc(heading)}</h1>\n<div class="{self.k}text entry-content">\n{words}\n</div></div>'
        )


def _gap(pieces: list[str], at: int) -> int:
    """Where something may stand between the pieces, never below a heading."""
    at = min(at, len(pieces))
    return at + 1 if pieces[at - 1].startswith("<h4>") else at


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Wryneck,)
ADDRESSES: dict[str, Form] = {
    "year/section/id": Form(lambda p, a, _v: f"/{a.published:%Y}/{_part(p, a)}/{a.id}/"),
    "section/post-id": Form(lambda p, a, _v: f"/{_part(p, a)}/post-{a.id}/"),
}
