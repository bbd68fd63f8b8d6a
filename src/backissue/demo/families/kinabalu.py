"""Designs of the market place: a town paper on a front-end kit's example page of 2015, a portal's news channel of 2010."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Carp", "Herring"]


class Herring(Freehand):
    """2015: a town paper on a front-end kit: the example page's writer under the headline, small icons before hours, rules between, labels for topics, panels at the right, remarks as media."""

    name = "herring"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The bar's colour, which panels stand at the right, whether the day stands before the writer."""
        self.inverse = rng.random() < 0.6
        self.panel = choose(rng, "panel-default", "panel-primary", "panel-info")
        self.lead = rng.random() < 0.5
        self.columns = choose(rng, ("col-md-8", "col-md-4"), ("col-sm-9", "col-sm-3"))
        self.hand = choose(rng, Hand("{a}", "{a}、{b}"), Hand("記者 {a}", "記者 {a}、{b}", role="記者"))
        self.hand_en = choose(rng, Hand("by {a}", "by {a} and {b}"), Hand("{a}", "{a} and {b}"))

    def day(self, t: datetime) -> str:
        """``March 8, 2015 at 9:05 AM``; ``2015/3/8 09:05``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t.year} at {clock(t)}"
        return f"{t.year}/{t.month}/{t.day} {t:%H:%M}"

    def box(self, icon: str, title: str, inside: str) -> str:
        """A panel with an icon."""
        return f'<div class="panel {self.panel}"><div class="panel-heading"><h3 class="panel-title"><i class="glyphicon glyphicon-{icon}"></i> {title}</h3></div>{inside}</div>\n'

    def frame(self, page: Shell) -> str:
        """A bar that folds, a container of two columns, a footer."""
        items = self.menu(page.paper, '<li{on}><a href="{url}">{name}</a></li>', now=page.section, current=' class="active"')  # fmt: skip
        ask = '<div class="well well-sm"><form class="input-group" action="/search"><input type="text" class="form-control" name="q"><span class="input-group-btn"><button class="btn btn-default" type="submit"><span class="glyphicon glyphicon-search"></span></button></span></form></div>\n'
        mail = self.box(
            "envelope",
            self.word("電子報", "Newsletter"),
            f'<div class="panel-body"><p>{self.word("每周五寄出《{0}》。", "{0}, every Friday.").format(esc(page.paper.letter))}</p><input type="email" class="form-control" placeholder="Email"><button class="btn btn-primary btn-block">{self.word("訂閱", "Subscribe")}</button></div>',
        )
        page_like = self.box("thumbs-up", self.word("粉絲專頁", "Like us"), '<div class="panel-body"><div class="fb-page" data-href="https://social.example/page"></div></div>')  # fmt: skip
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{esc(page.title)} :: {esc(page.paper.name)}</title>\n{page.head}<link href="/assets/css/bootstrap.min.css" rel="stylesheet">\n<link href="/assets/css/custom.css" rel="stylesheet">\n<!--[if lt IE 9]>\n<script src="/assets/js/html5shiv.min.js"></script>\n<![endif]-->\n</head>\n<body>\n'
            f'<nav class="navbar {"navbar-inverse" if self.inverse else "navbar-default"} navbar-fixed-top" role="navigation"><div class="container"><div class="navbar-header"><button type="button" class="navbar-toggle" data-toggle="collapse" data-target="#main-nav"><span class="sr-only">{self.word("切換選單", "Toggle navigation")}</span><span class="icon-bar"></span><span class="icon-bar"></span></button><a class="navbar-brand" href="/">{esc(page.paper.name)}</a></div><div class="collapse navbar-collapse" id="main-nav"><ul class="nav navbar-nav">{items}</ul><ul class="nav navbar-nav navbar-right"><li><a href="/about"><span class="glyphicon glyphicon-info-sign"></span> {self.word("關於", "About")}</a></li></ul></div></div></nav>\n'
            f'<div class="container"><div class="row"><div class="{self.columns[0]}">\n{page.main}\n</div>\n<div class="{self.columns[1]}">\n{ask}{mail}{page_like}</div></div>\n<hr>\n<footer><div class="row"><div class="col-lg-12"><p class="text-muted">{esc(page.paper.rights)}</p></div></div></footer></div>\n<script src="/assets/js/jquery.min.js"></script><script src="/assets/js/bootstrap.min.js"></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What sharing needs."""
        return f'<meta name="description" content="{attr(copy.lead)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:type" content="article">\n<meta property="og:url" content="{attr(copy.url)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The kit's classes on what has some."""
        if block.kind == "table":
            return f'<div class="table-responsive">{table(block.rows, " class=`table table-bordered table-condensed`".replace("`", chr(34)))}</div>'
        if block.kind == "note":
            return f'<div class="alert alert-warning" role="alert">{spans(block.spans)}</div>'
        if block.kind == "embed":
            return f'<div class="embed-responsive embed-responsive-16by9"><iframe class="embed-responsive-item" src="{attr(block.url)}"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A thumbnail with a caption."""
        credit = f' <small class="text-muted"><span class="glyphicon glyphicon-camera"></span> {esc(picture.credit)}</small>' if picture.credit else ""  # fmt: skip
        return f'<div class="thumbnail"><img class="img-responsive" src="{self.source(copy, picture)}" alt=""><div class="caption">{esc(picture.caption)}{credit}</div></div>'

    def story(self, copy: Copy) -> str:
        """Path, headline, writer, hours, rule, text, topics, alert to share, panel of others, remarks."""
        opened = False
        pieces: list[str] = []
        for block in copy.version.blocks:
            if self.lead and not opened and block.kind == "p":
                pieces.append(f'<p class="lead">{spans(block.spans)}</p>')
                opened = True
            else:
                pieces.append(self.block(copy, block))
        by = copy.signed('<p class="byline"><span class="glyphicon glyphicon-user"></span> {}</p>\n')
        changed = copy.changed(f' &nbsp; <span class="glyphicon glyphicon-refresh"></span> {copy.say("更新：", "Updated ")}{{}}')  # fmt: skip
        tags = copy.tags("<a href=`{url}`><span class=`label label-info`>{tag}</span></a>", " ")
        others = copy.others(
            '<a href="{url}" class="list-group-item">{title} <span class="badge">{section}</span></a>', 5
        )
        near = copy.others(
            f'<li class="previous"><a href="{{url}}">&larr; {copy.say("上一則", "Older")}</a></li>', 1, skip=4
        )
        said = copy.remarks(
            '<div class="media"><a class="pull-left" href="#"><img class="media-object" src="/assets/img/64x64.png" alt=""></a><div class="media-body"><h4 class="media-heading">{who} <small>{when}</small></h4>{what}</div></div>\n'
        )
        return (
            f'<ol class="breadcrumb"><li><a href="/">{copy.say("首頁", "Home")}</a></li><li><a href="{copy.section_url}">{copy.section}</a></li><li class="active">{copy.say("內文", "Story")}</li></ol>\n<h1>{copy.title}</h1>\n{by}<hr>\n<p class="stamps"><span class="glyphicon glyphicon-time"></span> {copy.say("發布：", "Posted on ")}{copy.day}{changed}</p>\n<hr>\n<div class="post-content">\n{chr(10).join(pieces)}\n</div>\n'
            f'<p class="post-tags"><span class="glyphicon glyphicon-tags"></span> {tags}</p>\n<div class="btn-group btn-group-sm"><a class="btn btn-default" href="#"><i class="glyphicon glyphicon-share-alt"></i> {copy.say("分享", "Share")}</a><a class="btn btn-default" href="javascript:window.print()"><i class="glyphicon glyphicon-print"></i> {copy.say("列印", "Print")}</a></div>\n<ul class="pager">{near}</ul>\n'
            f'{self.box("list", copy.say("更多新聞", "More news"), f"<div class=list-group>{others}</div>")}<div class="well"><h4>{copy.say("留言", "Leave a Comment:")}</h4><form role="form"><div class="form-group"><textarea class="form-control" rows="3"></textarea></div><button type="submit" class="btn btn-primary">{copy.say("送出", "Submit")}</button></form></div>\n<hr>\n{said}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with hours and a button."""
        rows = "".join(
            f'<h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><p><span class="glyphicon glyphicon-time"></span> {self.day(c.published)} <span class="label label-default">{esc(c.section)}</span></p><p>{esc(c.summary)}…</p><a class="btn btn-primary btn-sm" href="{attr(c.url)}">{self.word("全文", "Read More")} <span class="glyphicon glyphicon-chevron-right"></span></a><hr>\n'
            for c in cards
        )
        more = f'<ul class="pager"><li class="next"><a href="{attr(older)}">{self.word("更早", "Older")} &rarr;</a></li></ul>' if older else ""  # fmt: skip
        return f'<h1 class="page-header">{esc(heading)} <small>{self.word("最新", "latest")}</small></h1>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A headline under a rule."""
        return f'<h1 class="page-header">{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}'


class Carp(Freehand):
    """2010: a portal's news channel: day, source and writer in one line with dots, how many take part, an editor in brackets at the text's end, numbers of pages, a bar of key words, ranks by day and week."""

    name = "carp"
    timed = True

    def draw(self, rng: Random) -> None:
        """The prefix of its names, the order of the line, who edits."""
        self.px = choose(rng, "art", "main", "cont")
        self.first = rng.random() < 0.5
        self.editors = choose(rng, ("海帆", "Lin"), ("曉冬", "Dong"), ("NF014", "NF014"))
        self.hand = choose(rng, Hand("{a}", "{a} {b}"), Hand("{a}", "{a}、{b}"))
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``2010年03月08日 09:05``; ``2010-03-08 09:05``."""
        return f"{t:%Y-%m-%d %H:%M}" if self.english else f"{t:%Y年%m月%d日 %H:%M}"

    def frame(self, page: Shell) -> str:
        """A portal's bar, a channel's bar, a search, two columns, a foot of links."""
        items = self.menu(page.paper, '<li{on}><a href="{url}">{name}</a></li>', "<li>|</li>", now=page.section, current=' class="cur"')  # fmt: skip
        bar = "".join(
            f'<a href="/">{w}</a>'
            for w in self.word(
                "新聞 財經 體育 娛樂 汽車 房產 教育 博客 視頻",
                "News Money Sport Showbiz Cars Homes Schools Blogs Video",
            ).split()
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}_{self.word("新聞頻道", "News")}_{esc(page.paper.name)}</title>\n{page.head}<link href="/css/2010/{self.px}.css" rel="stylesheet" type="text/css" />\n</head>\n<body>\n<div class="topbar"><div class="wrap"><div class="fl">{bar}</div><div class="fr"><a href="/login.do">{self.word("登錄", "Sign in")}</a> <a href="/reg.do">{self.word("註冊", "Register")}</a></div></div></div>\n'
            f'<div class="wrap header"><h2 class="logo"><a href="/">{esc(page.paper.name)}</a></h2><div class="sobox"><form action="/so" target="_blank"><select name="t"><option>{self.word("新聞", "News")}</option><option>{self.word("圖片", "Pictures")}</option></select><input type="text" name="k" class="sotxt" /><input type="submit" value="{self.word("搜索", "Go")}" class="sobtn" /></form></div></div>\n<div class="wrap nav"><ul class="clearfix">{items}</ul></div>\n<div class="wrap ad950"><script type="text/javascript" src="http://ads.example/950.js"></script></div>\n'
            f'{page.main}\n<div class="wrap footer"><p><a href="/about">{self.word("關於我們", "About us")}</a>┊<a href="/ad.html">{self.word("廣告服務", "Advertise")}</a>┊<a href="/job.html">{self.word("招聘信息", "Jobs")}</a>┊<a href="/map.html">{self.word("網站地圖", "Site map")}</a>┊<a href="/help.html">{self.word("意見反饋", "Feedback")}</a></p><p>{esc(page.paper.rights)} All Rights Reserved</p></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Topics and an opening."""
        return f'<meta name="keywords" content="{attr(",".join(copy.said.tags or ()))}" />\n<meta name="description" content="{attr(copy.lead)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs behind two wide spaces."""
        pad = self.word("　　", "")
        if block.kind == "p":
            return f"<p>{pad}{spans(block.spans)}</p>"
        if block.kind == "h":
            return f"<p>{pad}<strong>{spans(block.spans)}</strong></p>"
        if block.kind == "quote":
            return f'<p style="font-family:KaiTi_GB2312, KaiTi;">{pad}{spans(block.spans)}</p>'
        if block.kind == "note":
            return f'<p style="color:#c00;">{pad}{spans(block.spans)}</p>'
        if block.kind == "table":
            return table(block.rows, ' class="tb" border="1" cellspacing="0" align="center"')
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture and its words, both in the middle."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        return f'<div class="img_wrapper" style="text-align:center;"><img src="{self.source(copy, picture)}" alt="{attr(picture.caption)}" title="{attr(picture.caption)}" /><br /><span class="img_descr">{esc(picture.caption)}{credit}</span></div>'

    def story(self, copy: Copy) -> str:
        """Path, headline, a line of facts, text, editor, page numbers, key words, shares, related, ranks."""
        date = f'<span class="pub_date">{copy.day}</span>'
        source = f'<span class="source">{copy.say("來源：", "Source: ")}<a href="/">{esc(copy.paper.name)}</a></span>'
        writer = copy.signed(f'<span class="auth">{copy.say("作者：", "By: ")}{{}}</span>')
        facts = "　".join(f for f in ((date, source, writer) if self.first else (source, writer, date)) if f)
        joined = 3 + copy.salt % 977
        editor = self.word(*self.editors)
        near = copy.others('<li><a href="{url}" target="_blank">{title}</a><span>({day})</span></li>', 4)
        day = copy.others('<li><em>{section}</em><a href="{url}" title="{title}">{title}</a></li>', 5)
        week = copy.others('<li><em>{section}</em><a href="{url}" title="{title}">{title}</a></li>', 5, skip=1)
        tags = copy.tags("<a href=`{url}` target=`_blank`>{tag}</a>", " ")
        return (
            f'<div class="wrap clearfix"><div class="blkLeft">\n<div class="path"><a href="/">{copy.say("新聞頻道", "News")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {copy.say("正文", "Text")}</div>\n<div class="blkContainer"><h1 id="{self.px}Title">{copy.title}</h1>\n<div class="{self.px}Info">{facts}　<a href="#comment" class="red">{copy.say("我有話說", "Have your say")}</a>(<span class="f_red">{joined}</span>{copy.say("人參與", " took part")})</div>\n<div class="tools">{copy.say("字號：", "Type: ")}<a href="#">{copy.say("大", "L")}</a> <a href="#">{copy.say("中", "M")}</a> <a href="#">{copy.say("小", "S")}</a>　<a href="#">{copy.say("打印", "Print")}</a>　<a href="#">{copy.say("收藏", "Keep")}</a></div>\n'
            f'<div class="blkContainerSblkCon" id="{self.px}ibody">\n{chr(10).join(self.blocks(copy))}\n<p class="editor" align="right">({copy.say("責任編輯：", "Editor: ")}{esc(editor)})</p>\n</div>\n<div class="pages"><span>{copy.say("共1頁", "1 page")}</span> <span class="gray">{copy.say("上一頁", "Previous")}</span> <b>[1]</b> <span class="gray">{copy.say("下一頁", "Next")}</span></div>\n<div class="kw">{copy.say("關鍵字：", "Key words: ")}{tags}</div>\n<div class="fx">{copy.say("分享到：", "Share: ")}<a href="#">{copy.say("微博", "Microblog")}</a> <a href="#">{copy.say("開心網", "Friends")}</a> <a href="#">{copy.say("人人網", "Classmates")}</a> <a href="#">QQ</a></div>\n'
            f'<div class="xgxw"><h3>{copy.say("相關報道", "Related reports")}</h3><ul>{near}</ul></div>\n<div class="pl" id="comment"><h3>{copy.say("網友評論", "Comments")}</h3><form action="/comment.do"><textarea rows="4" cols="60"></textarea><label><input type="checkbox" /> {copy.say("匿名發表", "Post without a name")}</label><input type="submit" value="{copy.say("發布", "Post")}" /></form><p class="gray">{copy.say("網友評論僅代表其個人看法，不代表本站立場。", "Comments are those of their writers.")}</p></div>\n</div></div>\n'
            f'<div class="blkRight"><div class="ad300"><script type="text/javascript" src="http://ads.example/300.js"></script></div><div class="ph"><h3><span class="on">{copy.say("日排行", "Today")}</span><span>{copy.say("周排行", "This week")}</span></h3><ol>{day}</ol><ol style="display:none">{week}</ol></div></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Lines in fives with hours in brackets."""
        rows = "".join(
            f'<li>·<a href="{attr(c.url)}" target="_blank">{esc(c.title)}</a> <span class="gray">({self.day(c.published)})</span></li>\n{"</ul><ul class=list_009>" if n % 5 == 0 else ""}'
            for n, c in enumerate(cards, 1)
        )
        more = f'<div class="pagebox"><span class="pagebox_num_nonce">1</span> <span class="pagebox_next"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></span></div>' if older else ""  # fmt: skip
        return f'<div class="wrap clearfix"><div class="blkLeft"><div class="listBlk"><h2>{esc(heading)}</h2><ul class="list_009">{rows}</ul>{more}</div></div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A headline and a text."""
        return f'<div class="wrap clearfix"><div class="blkContainer"><h1 id="{self.px}Title">{esc(heading)}</h1><div class="blkContainerSblkCon">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></div>'
