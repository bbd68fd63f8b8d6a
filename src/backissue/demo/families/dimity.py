"""A design: a citizens' outlet on a home-made PHP framework."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_FIVE = ("facebook", "twitter", "line", "whatsapp", "envelope")
_GRID = ' border="1" cellpadding="1" class="table table-bordered"'


class Dipper(Freehand):
    """2015: a citizens' outlet: panels and wells of a bought grid, text as the editor's box left it, a call for money amid the text, the writer's card above or below, raw database times, the reader count."""

    name = "dipper"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """Whether crumbs or a label tell the section, where the writer's card stands, how writers sign."""
        self.crumbs = rng.random() < 0.6
        self.card_below = rng.random() < 0.4
        self.dotted = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("公民記者：{a}", "公民記者：{a}、{b}", "公民記者：{a}（{p}）", "撰文：{a} ∕ 攝影：{b}", "{o}", "轉載：{o}", "公民記者", ("撰文", "攝影")),
            Hand("作者 {a}", "作者 {a}、{b}", photo="文字 {a} 影像 {b}", agency="來源 {o}", role="作者", roles=("文字", "影像")),
            Hand("{a}", "{a} × {b}", photo="{a}（採訪）、{b}（攝）", roles=("採訪", "攝")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("Citizen reporter: {a}", "Citizen reporters: {a}, {b}", "Citizen reporter: {a} ({p})", agency="Republished from {o}"),
            Hand("Contributed by {a}", "Contributed by {a} & {b}", agency="Source: {o}"),
            Hand("{a}", "{a} / {b}"),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``2016.03.08 | 21:05`` or ``2016/3/8 (二) 21:05``; in English ``8-Mar-2016 21:05``."""
        if self.english:
            return f"{t.day}-{t:%b-%Y %H:%M}"
        return (
            f"{t:%Y.%m.%d | %H:%M}"
            if self.dotted
            else f"{t.year}/{t.month}/{t.day} ({'一二三四五六日'[t.weekday()]}) {t:%H:%M}"
        )

    def stamp(self, t: datetime) -> str:
        """As the database has it."""
        return f"{t:%Y-%m-%d %H:%M:%S}"

    def machine(self, copy: Copy) -> str:
        """What the social network asked for; the author is always the site."""
        picture = next((b.picture for b in copy.version.blocks if b.picture), None)
        image = self.source(copy, picture) if picture else "/assets/img/og_default.png"
        return f'<meta property="og:type" content="article" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:url" content="{attr(copy.url)}" />\n<meta property="og:image" content="{image}" />\n<meta property="og:description" content="{attr(copy.lead)}" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n<meta property="fb:app_id" content="1450000000000{len(copy.paper.name)}" />\n<meta name="author" content="{attr(copy.paper.name)}" />\n'

    def frame(self, page: Shell) -> str:
        """Navbar, a row of eight and four columns, a footer with the licence."""
        paper, w = page.paper, self.word
        menu = self.menu(
            paper, '<li class="{on}"><a href="{url}">{name}</a></li>', "\n", now=page.section, current="active"
        )
        root = "/assets"
        head = f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{esc(page.title)} - {esc(paper.name)}</title>\n{page.head}<link href="{root}/bootstrap/css/bootstrap.min.css" rel="stylesheet">\n<link href="{root}/css/site.css?v=27" rel="stylesheet">\n<!--[if lt IE 9]><script src="{root}/js/html5shiv.min.js"></script><![endif]-->\n</head>\n'
        top = f'<body>\n<div id="fb-root"></div>\n<nav class="navbar navbar-default navbar-static-top" role="navigation"><div class="container">\n<div class="navbar-header"><button type="button" class="navbar-toggle collapsed" data-toggle="collapse" data-target="#mainnav"><span class="sr-only">{w("展開選單", "Toggle navigation")}</span><span class="icon-bar"></span><span class="icon-bar"></span></button><a class="navbar-brand" href="/"><img src="{root}/img/logo.png" alt="{attr(paper.name)}"></a></div>\n<div class="collapse navbar-collapse" id="mainnav"><ul class="nav navbar-nav">\n{menu}\n</ul>\n<ul class="nav navbar-nav navbar-right hidden-sm"><li><a href="/index.php/member/login"><span class="glyphicon glyphicon-log-in"></span> {w("登入", "Sign in")}</a></li><li><a href="/index.php/member/submit">{w("我要投稿", "Send us a story")}</a></li></ul></div>\n</div></nav>\n'
        side = f'<div class="col-md-4 sidebar">\n<form class="input-group" action="/index.php/search" method="get"><input type="text" class="form-control" name="kw" placeholder="{w("站內搜尋", "Search this site")}"><span class="input-group-btn"><button class="btn btn-default" type="submit"><span class="glyphicon glyphicon-search"></span></button></span></form>\n<div class="panel panel-danger"><div class="panel-heading">{w("每月一百元，撐起獨立報導", "A hundred a month keeps us independent")}</div><div class="panel-body"><div class="progress"><div class="progress-bar progress-bar-striped" role="progressbar" style="width: 62%;">62%</div></div><a class="btn btn-danger btn-block" href="/index.php/donate">{w("定期捐款", "Become a supporter")}</a></div></div>\n<div class="ad-300 text-center"><!-- 300x250 --><ins class="adsbygoogle" data-ad-slot="5520"></ins></div>\n<div class="fb-page" data-href="https://www.facebook.com/{attr(paper.host)}" data-hide-cover="false"></div>\n<div class="panel panel-default"><div class="panel-heading">{w("電子報", "Newsletter")}</div><div class="panel-body"><form action="/index.php/epaper/add" method="post"><input type="hidden" name="csrf_token" value=""><input class="form-control input-sm" type="email" name="email" placeholder="you@example.com"><button class="btn btn-default btn-sm">{w("訂閱", "Sign up")}</button></form></div></div>\n</div>\n'
        foot = f'<footer class="footer"><div class="container"><div class="row"><div class="col-sm-8"><ul class="list-inline"><li><a href="/index.php/about">{w("關於我們", "About us")}</a></li><li><a href="/index.php/about/rules">{w("投稿須知", "Contributors’ rules")}</a></li><li><a href="/index.php/about/accounts">{w("財務公開", "Our accounts")}</a></li></ul><p class="text-muted">{esc(paper.rights)}</p></div><div class="col-sm-4 text-right"><img src="{root}/img/by-nc-nd.png" alt="CC BY-NC-ND"></div></div></div></footer>\n<a href="#" class="back-to-top hidden-print"><i class="glyphicon glyphicon-chevron-up"></i></a>\n<script src="{root}/js/jquery-1.11.3.min.js"></script>\n<script src="{root}/bootstrap/js/bootstrap.min.js"></script>\n</body>\n</html>\n'
        return f'{head}{top}<div class="container main-container">\n<div class="row">\n<div class="col-md-8">\n{page.main}\n</div>\n{side}</div>\n</div>\n{foot}'

    def block(self, copy: Copy, block: Block) -> str:
        """As the rich text box wrote it."""
        if block.kind == "p":
            return f'<p style="text-align:justify">{spans(block.spans)}</p>'
        if block.kind == "h":
            return f'<p><span style="font-size:20px"><span style="color:#b22222"><strong>{spans(block.spans)}</strong></span></span></p>'
        if block.kind == "note":
            return f'<p><span style="font-size:14px"><em>{spans(block.spans)}</em></span></p>'
        if block.kind == "quote":
            return f'<blockquote class="pull">\n<p>{spans(block.spans)}</p>\n</blockquote>'
        if block.kind == "table":
            return f'<div class="table-responsive">{table(block.rows, _GRID)}</div>'
        if block.kind == "embed":
            return f'<div class="embed-responsive embed-responsive-16by9"><iframe class="embed-responsive-item" src="{attr(block.url)}" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture in a thumbnail box, the credit small and grey behind the caption."""
        credit = f' <small class="text-muted">{esc(picture.credit)}</small>' if picture.credit else ""
        return f'<div class="thumbnail content-img"><img alt="" class="img-responsive center-block" src="{self.source(copy, picture)}" /><div class="caption"><p>{esc(picture.caption)}{credit}</p></div></div>'

    def story(self, copy: Copy) -> str:
        """Crumbs or label, headline, times and counts, the writer's card, text with a plea in it, labels, neighbours, remarks."""
        say, n = copy.say, copy.article.index
        where = (
            f'<ol class="breadcrumb"><li><a href="/"><span class="glyphicon glyphicon-home"></span></a></li><li class="active"><a href="{copy.section_url}">{copy.section}</a></li></ol>\n'
            if self.crumbs
            else f'<p class="cat-row"><a class="label label-primary" href="{copy.section_url}">{copy.section}</a></p>\n'
        )
        who = copy.linked('<a href="/index.php/writer/?name={0}">{0}</a>')
        card = (
            f'<div class="media well well-sm writer"><div class="media-left"><img class="media-object img-circle" width="48" src="/upload/avatar/{n % 40}.jpg" alt=""></div><div class="media-body"><div class="media-heading">{who}</div><a class="btn btn-xs btn-default" href="/index.php/writer/follow"><span class="glyphicon glyphicon-plus"></span> {say("追蹤", "Follow")}</a></div></div>\n'
            if who
            else ""
        )
        changed = copy.changed(
            '<li class="text-muted"><span>' + say("最後修訂", "Last edited") + "</span> <span>{}</span></li>"
        )
        share = "".join(
            f'<a class="btn btn-sm btn-{s}" href="/index.php/share/{s}/{copy.article.id}"><i class="fa fa-{s}"></i></a>'
            for s in _FIVE
        )
        rows = self.blocks(copy)
        plea = f'<div class="alert alert-warning plea" role="alert"><button type="button" class="close" data-dismiss="alert">&times;</button>{say("{name}沒有財團支持，每篇報導都靠讀者小額贊助。", "{name} has no tycoon behind it. Every report is paid for by readers.")} <a class="alert-link" href="/index.php/donate">{say("立即支持", "Chip in")}</a></div>'
        if len(rows) > 4:
            rows.insert(3, plea)
        body = "\n\n".join(rows)
        tags = copy.tags('<a class="label label-default" href="{url}">{tag}</a>', "\n")
        tags = f'<div class="tag-box"><span class="glyphicon glyphicon-tags"></span>\n{tags}\n</div>\n' if tags else ""
        mood = "".join(
            f'<div class="col-xs-3"><a class="btn btn-default btn-block vote" data-v="{i}">{m} <span class="badge">{n * (7 - i) % 23}</span></a></div>'
            for i, m in enumerate((say("贊同", "Agree"), say("憤怒", "Angry"), say("難過", "Sad"), say("無感", "Meh")))
        )
        more = copy.others(
            '<div class="col-sm-4 col-xs-6"><a class="thumbnail" href="{url}"><img src="/assets/img/blank.gif" alt=""><span class="rel-title">{title}</span></a></div>',
            3,
            "\n",
        )
        remarks = copy.remarks(
            '<li class="media"><div class="media-body"><h5 class="media-heading">{who} <small>{when}</small></h5><p>{what}</p><a class="small" href="#reply">+{n}</a></div></li>\n'
        )
        remarks = (
            f'<ul class="media-list">\n{remarks}</ul>'
            if remarks
            else f'<p class="text-muted">{say("還沒有人發言，搶頭香吧", "Nobody has spoken up yet")}</p>'
        )
        return (
            f'{where}<div class="article-wrap" data-aid="{copy.article.id}">\n<div class="page-header"><h2 class="article-title">{copy.title}</h2></div>\n'
            f'<ul class="list-inline article-info"><li><span class="glyphicon glyphicon-time"></span> <span>{copy.day}</span></li>{changed}<li><span class="glyphicon glyphicon-eye-open"></span> {n * 137 % 9000 + 211} {say("人次", "views")}</li></ul>\n'
            f'{"" if self.card_below else card}<div class="btn-group share-row hidden-print">{share}</div>\n<div class="fb-like" data-href="{attr(copy.url)}" data-layout="button_count"></div>\n'
            f'<div class="article-content clearfix" id="content">\n{body}\n</div>\n{card if self.card_below else ""}{tags}'
            f'<div class="panel panel-default mood"><div class="panel-heading">{say("看完這篇，你覺得……", "How does this leave you?")}</div><div class="panel-body"><div class="row">{mood}</div></div></div>\n'
            f'<p class="small text-muted disclaimer">{say("本站文章由作者自負文責，不代表{name}立場。", "Views are the contributor’s own and not those of {name}.")} <a href="/index.php/report/{copy.article.id}">{say("檢舉", "Report")}</a></p>\n</div>\n'
            f'<h4 class="block-title">{say("延伸閱讀", "Read on")}</h4>\n<div class="row related">\n{more}\n</div>\n'
            f'<div class="panel panel-default" id="reply"><div class="panel-heading">{say("網友回應", "Comments")}</div><div class="panel-body">\n{remarks}\n<textarea class="form-control" rows="3" placeholder="{say("請先登入", "Sign in first")}" disabled></textarea></div></div>'
            f'<ul class="pager">{copy.others("<li class=`previous`><a href=`{url}`>&laquo; {title}</a></li>", 1, skip=3)}</ul>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list of media rows, a pager."""
        rows = "\n".join(
            f'<div class="media list-item"><div class="media-left hidden-xs"><a href="{attr(c.url)}"><img class="media-object" width="160" src="/assets/img/blank.gif" alt=""></a></div><div class="media-body"><h4 class="media-heading"><a href="{attr(c.url)}">{esc(c.title)}</a></h4><p class="text-muted small">{esc(c.author)} <span class="pull-right">{self.day(c.published)}</span></p><p>{esc(c.summary)}…</p></div></div>'
            for c in cards
        )
        pager = (
            f'\n<ul class="pager"><li class="next"><a href="{attr(older)}">{self.word("較舊文章", "Earlier")} &raquo;</a></li></ul>'
            if older
            else ""
        )
        return f'<h3 class="page-header">{esc(heading)}</h3>\n{rows}{pager}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A panel."""
        return f'<div class="panel panel-default"><div class="panel-heading"><h3 class="panel-title">{esc(heading)}</h3></div><div class="panel-body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Dipper,)
ADDRESSES: dict[str, Form] = {"index.php/reader/view/id": Form(lambda _p, a, _v: f"/index.php/reader/view/{a.id}")}
