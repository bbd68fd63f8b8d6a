"""A design of the crowd-funded outlets of the late 2010s: hand-written PHP on Bootstrap, asking readers for money at every turn."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Sanderling(Freehand):
    """2014-2021: an independent outlet's own PHP and Bootstrap 3: an app bar, a navbar with "join us", a cover above or under the headline, a row of byline, day and stamp, pictures that wait for scrolling, reports named in the text, an appeal at its end."""

    name = "sanderling"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """How it signs and dates, where the cover and the section stand, what machines are told."""
        self.report = told = "報導" if self.language.endswith("TW") else "報道"
        self.cover = choose(rng, "over", "under", "body")
        self.crumbs = rng.random() < 0.5
        self.dotted = rng.random() < 0.5
        self.learned = rng.random() < 0.5
        self.local = rng.random() < 0.4
        self.bare = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("文字：{a}", "文字：{a}、{b}", f"文字：{{a}}（{{p}}{told}）", "文字：{a}　攝影：{b}", role="文字", roles=("文字", "攝影")),
            Hand("採訪．撰文 | {a}", "採訪．撰文 | {a}、{b}", photo="採訪．撰文 | {a}　攝影 | {b}", role="採訪．撰文", roles=("採訪．撰文", "攝影")),
            Hand("{a}", "{a}、{b}", f"{{a}} {{p}}{told}", "{a}（文）、{b}（圖）", agency="{o}電", roles=("文", "圖")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("by {a}", "by {a} & {b}", "by {a} in {p}", agency="by {o}"),
            Hand("{a}", "{a}, {b}", "{a}, {p}"),
            Hand("Text by {a}", "Text by {a} and {b}", agency="Via {o}"),
        )

    def day(self, t: datetime) -> str:
        """``2019.06.12 18:24``, ``2019/6/12（三）18:24``; ``12 Jun 2019, 18:24``, ``Jun 12, 2019 · 18:24``."""
        month = MONTHS[t.month - 1][:3]
        if self.dotted:
            return f"{t.day} {month} {t.year}, {t:%H:%M}" if self.english else f"{t:%Y.%m.%d %H:%M}"
        if self.english:
            return f"{month} {t.day}, {t.year} · {t:%H:%M}"
        return f"{t.year}/{t.month}/{t.day}（{DAYS_ZH[t.weekday()]}）{t:%H:%M}"

    def stamp(self, t: datetime) -> str:
        """Always digits: ``2019-06-12 21:03``."""
        return f"{t:%Y-%m-%d %H:%M}"

    def machine(self, copy: Copy) -> str:
        """For sharing; for search engines the outlet itself is the author."""
        paper, article = copy.paper, copy.article
        name, lead = attr(paper.name), attr(copy.lead)
        shot = next((b.picture for b in copy.version.blocks if b.picture), None)
        image = self.source(copy, shot) if shot else "/assets/img/og-default.png"
        out = f'<meta name="description" content="{lead}">\n<meta property="fb:app_id" content="15802296{len(paper.host)}4471">\n<meta property="og:type" content="article">\n<meta property="og:site_name" content="{name}">\n<meta property="og:title" content="{attr(copy.version.title)} | {name}">\n<meta property="og:description" content="{lead}">\n<meta property="og:image" content="{image}">\n<meta property="og:url" content="{attr(copy.url)}">\n<meta name="twitter:card" content="summary_large_image">\n'
        if self.learned:
            firm = {"@type": "Organization", "name": paper.name}
            when = article.published.replace(microsecond=0, second=0).isoformat()
            said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": copy.version.title, "datePublished": when, "author": firm, "publisher": firm}  # fmt: skip
            out += f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script>\n'
        return out

    def frame(self, page: Shell) -> str:
        """The app's bar, the navbar, two columns, a dark foot, a drawer for givers."""
        paper, say = page.paper, self.word
        name = esc(paper.name)
        top = self.menu(paper, '<li class="{on}"><a href="{url}">{name}</a></li>', now=page.section, current="active")
        low = self.menu(paper, '<a href="{url}">{name}</a>', " ")
        rail = f'<div class="rail-box rail-join"><h5>{say("成為月費會員", "Become a monthly member")}</h5><p>{say("沒有財團，只有你。每月 50 元起，讓獨立新聞走下去。", "No tycoon behind us, just you. From 50 a month.")}</p><a class="btn btn-block btn-danger" href="/member/join.php?from=rail">{say("立即加入", "Join now")}</a></div>\n<div class="rail-box"><div class="fb-page" data-href="https://social.example/{attr(paper.host)}" data-small-header="true"></div></div>\n<div class="rail-box rail-mail"><h5>{esc(paper.letter)}</h5><form action="/newsletter.php" method="post"><div class="input-group"><input class="form-control" type="email" name="email" placeholder="{say("你的電郵", "Your email")}"><span class="input-group-btn"><button class="btn btn-default">{say("訂閱", "Sign up")}</button></span></div></form></div>\n<div class="ad-unit ad-300x250"><small>{say("廣告", "Advertisement")}</small><div id="dfp-rail-1"></div></div>'
        return f'<!DOCTYPE html>\n<html lang="{self.language}" prefix="og: http://ogp.me/ns#">\n<head>\n{heads(page.charset)}\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="apple-itunes-app" content="app-id=98{len(paper.name)}204417">\n<title>{esc(page.title)} | {name}</title>\n{page.head}<link rel="stylesheet" href="/assets/css/bootstrap.min.css">\n<link rel="stylesheet" href="/assets/css/site.css?v=3.2.1">\n<script>window.dataLayer=window.dataLayer||[];dataLayer.push({{"pageType":"{"article" if page.is_story else "list"}","member":0}});</script>\n</head>\n<body class="{"pg-article" if page.is_story else "pg-list"}">\n<div id="fb-root"></div>\n<div class="appbar visible-xs"><button type="button" class="close" aria-label="Close">&times;</button><img src="/assets/img/app-icon.png" width="40" alt=""><span class="appbar-txt"><b>{name} App</b><small>{say("即時推送，隨時閱讀", "Alerts as it happens")}</small></span><a class="btn btn-xs btn-primary" href="/app.php">{say("開啟", "OPEN")}</a></div>\n<nav class="navbar navbar-default navbar-fixed-top"><div class="container">\n<div class="navbar-header"><button type="button" class="navbar-toggle collapsed" data-toggle="collapse" data-target="#nav-main"><span class="icon-bar"></span><span class="icon-bar"></span><span class="icon-bar"></span></button><a class="navbar-brand" href="/"><img src="/assets/img/logo.svg" alt="{attr(paper.name)}"></a></div>\n<div class="collapse navbar-collapse" id="nav-main"><ul class="nav navbar-nav">{top}</ul>\n<ul class="nav navbar-nav navbar-right"><li><a href="/search.php"><i class="fa fa-search"></i></a></li><li><a href="/member/login.php">{say("登入", "Log in")}</a></li><li><a class="btn-support" href="/support.php">{say("支持我們", "Support us")}</a></li></ul></div>\n</div></nav>\n<div class="container site-wrap"><div class="row">\n<div class="col-md-8 col-main">\n{page.main}\n</div>\n<div class="col-md-4 col-rail hidden-sm hidden-xs">\n{rail}\n</div>\n</div></div>\n<footer class="site-foot"><div class="container"><div class="foot-nav">{low}</div><div class="foot-nav"><a href="/about">{say("關於我們", "About us")}</a> <a href="/finance.php">{say("財政報告", "Our accounts")}</a> <a href="/tips.php">{say("報料", "Tip us off")}</a> <a href="/privacy.php">{say("私隱政策", "Privacy")}</a></div><p class="copyright">{esc(paper.rights)} {say("版權所有，轉載請註明出處。", "All rights reserved.")}</p></div></footer>\n<div class="support-drawer" id="drawer" style="display:none"><a class="drawer-x" href="#">{say("下次再說", "Maybe later")}</a><p>{say("你本月已讀了多篇文章。請考慮支持我們。", "You have read several stories this month. Please consider giving.")}</p><a class="btn btn-danger" href="/support.php?from=drawer">{say("我要支持", "I will")}</a></div>\n<a href="#" class="back-top"><i class="fa fa-angle-up"></i></a>\n<script src="/assets/js/jquery.min.js"></script>\n<script src="/assets/js/bootstrap.min.js"></script>\n<script>$(function(){{$("img.lazy").lazyload({{threshold:300,effect:"fadeIn"}});}});</script>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Bootstrap's ways; an editor's note in a well of its own."""
        if block.kind == "h":
            return f'<h4 class="subhead"><span>{spans(block.spans)}</span></h4>'
        if block.kind == "quote":
            return f'<blockquote class="pullquote"><i class="fa fa-quote-left"></i>\n<p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "note":
            return f'<div class="well well-sm ed-note"><p>{spans(block.spans)}</p></div>'
        if block.kind == "table":
            return '<div class="table-responsive">' + table(block.rows, ' class="table table-bordered"') + "</div>"
        if block.kind == "embed":
            return f'<div class="embed-responsive embed-responsive-16by9"><iframe class="embed-responsive-item" src="{attr(block.url)}" frameborder="0" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A grey pixel until it is scrolled to; under it the words."""
        source = self.source(copy, picture)
        plain = "" if self.bare else f'<noscript><img src="{source}" class="img-responsive"></noscript>'
        credit = f' <span class="photo-by">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<div class="photo-wrap"><a class="zoom" data-gallery="story" href="{source}"><img class="lazy img-responsive" src="data:image/gif;base64,R0lGODlhAQABAIAAAMzMzAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==" data-original="{source}" alt=""></a>{plain}<div class="photo-txt"><span class="photo-cap">{esc(picture.caption)}</span>{credit}</div></div>'

    def text(self, copy: Copy, blocks: tuple[Block, ...]) -> str:
        """The text, an advertisement after its second paragraph, reports of ours after its fourth."""
        out, seen, odd = [], 0, copy.article.index % 3
        for block in blocks:
            out.append(self.block(copy, block))
            seen += block.kind == "p"
            if block.kind == "p" and seen == 2:
                out.append(f'<div class="ad-unit ad-inread"><small>{copy.say("廣告", "Advertisement")}</small><div id="dfp-inread"></div></div>')  # fmt: skip
            if block.kind == "p" and seen == 4 and odd and copy.related:
                rows = copy.others('<li><a href="{url}?utm_source=inline">{title}</a></li>', odd)
                out.append(f'<div class="inline-related"><b>{copy.say(f"相關{self.report}", "Read more")}</b><ul>{rows}</ul></div>')  # fmt: skip
        return "\n".join(out)

    def story(self, copy: Copy) -> str:
        """The cover and the head, tools, the text, the appeal, labels, who wrote it, what readers say, what else."""
        say, blocks, n = copy.say, copy.version.blocks, copy.article.index
        cover = ""
        if self.cover != "body" and blocks and blocks[0].picture:
            cover, blocks = f'<div class="story-cover">{self.picture(copy, blocks[0].picture)}</div>\n', blocks[1:]
        over, under = (cover, "") if self.cover == "over" else ("", cover)
        link = f'<a href="{copy.section_url}">{copy.section}</a>'
        path = f'<ol class="breadcrumb"><li><a href="/">{say("首頁", "Home")}</a></li><li class="active">{link}</li></ol>\n' if self.crumbs else f'<span class="label label-section">{link}</span>\n'  # fmt: skip
        by = copy.linked('<a class="author-name" href="/author.php?name={0}">{0}</a>')
        by = f'<div class="info-author"><i class="fa fa-pencil"></i> <span>{by}</span></div>\n' if by else ""
        stamp = copy.changed(f'<span class="info-upd">{say("最後更新：", "Last updated: ")}<em>{{}}</em></span>')
        info = f'<div class="story-info clearfix">\n{by}<div class="info-time"><span class="info-pub"><i class="fa fa-clock-o"></i> {copy.day}</span>{stamp}</div>\n</div>\n'
        share = f'<a class="btn-sh sh-fb" data-net="fb" href="#"><i class="fa fa-facebook"></i> <span class="count">{n * 37 % 1900}</span></a><a class="btn-sh sh-wa visible-xs-inline" href="#">WhatsApp</a><a class="btn-sh sh-tg" href="#">Telegram</a><a class="btn-sh sh-cp" href="#" data-clipboard-text="{attr(copy.url)}">{say("複製連結", "Copy link")}</a>'
        tools = f'<div class="story-tools">{share}<span class="pull-right"><a href="#" class="fs-s">A-</a> <a href="#" class="fs-l">A+</a> <a href="/member/login.php"><i class="fa fa-bookmark-o"></i> {say("收藏", "Save")}</a></span></div>\n'
        views = f'<p class="disclaimer">{say("文章純屬作者個人意見，不代表{name}立場。", "The views are the writer’s own, not those of {name}.")}</p>\n' if copy.article.column else ""  # fmt: skip
        appeal = f'<div class="panel panel-default support-box"><div class="panel-body"><h4>{say("撐起獨立媒體，由你開始", "Independent news starts with you")}</h4><p>{say("{name}不設收費牆，營運全賴讀者捐助。若你認同我們的工作，請以月費或單次捐款支持。", "{name} has no paywall and lives on its readers’ gifts. If our work matters to you, give monthly or once.")}</p><a class="btn btn-danger" href="/support.php?plan=monthly">{say("每月支持", "Monthly")}</a> <a class="btn btn-default" href="/support.php?plan=once">{say("單次捐款", "Once")}</a></div></div>\n'
        tags = copy.tags('<li><a href="{url}">{tag}</a></li>')
        tags = f'<ul class="list-inline story-tags">{tags}</ul>\n' if tags else ""
        who = next((p for p in copy.said.people or () if p.kind == "person"), None) if copy.said.author else None
        box = f'<div class="media author-box"><div class="media-left"><img class="img-circle lazy" data-original="/assets/avatar/{n % 40}.jpg" alt=""></div><div class="media-body"><b>{esc(who.name)}</b> <a class="btn btn-xs btn-default" href="#">{say("追蹤", "Follow")}</a></div></div>\n' if who and (copy.article.column or n % 4 == 0) else ""  # fmt: skip
        rows = copy.remarks('<div class="media cmt"><div class="media-body"><h6>{who} <small>{when}</small></h6><p>{what}</p><a href="#"><i class="fa fa-thumbs-o-up"></i> {n}</a></div></div>') if self.local else ""  # fmt: skip
        talk = f'<div class="story-talk"><h5>{say("讀者留言", "Comments")}</h5>{rows}<a class="btn btn-default btn-sm" href="/member/login.php">{say("登入後留言", "Log in to comment")}</a></div>\n' if self.local else f'<div class="fb-comments" data-href="{attr(copy.url)}" data-numposts="5" data-width="100%"></div>\n'  # fmt: skip
        tile = '<div class="col-sm-4 tile"><a href="{url}"><span class="tile-pic lazy"></span><h5>{title}</h5></a><small>{section}</small></div>'
        more = f'<div class="story-more"><h4>{say("你可能有興趣", "You may also like")}</h4><div class="row">{copy.others(tile, 3, skip=1)}</div></div>'
        return f'{path}<article class="story" data-aid="{copy.article.id}">\n{over}<h1 class="story-title">{copy.title}</h1>\n{info}{tools}{under}<div class="story-body" id="storyBody">\n{self.text(copy, blocks)}\n</div>\n{views}</article>\n{appeal}{tags}{box}{talk}{more}'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Media objects and a button for more."""
        rows = "\n".join(
            f'<div class="media list-item"><div class="media-left"><a href="{attr(c.url)}"><span class="thumb lazy"></span></a></div><div class="media-body"><h3 class="media-heading"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="hidden-xs">{esc(c.summary)}…</p><small>{esc(c.section)} · {self.day(c.published)}</small></div></div>'
            for c in cards
        )
        more = f'\n<a class="btn btn-default btn-block load-more" href="{attr(older)}">{self.word("載入更多", "Load more")}</a>' if older else ""  # fmt: skip
        return f'<h1 class="list-title">{esc(heading)}</h1>\n<div class="list-wrap">\n{rows}\n</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page in a panel."""
        return f'<div class="static-page"><div class="page-header"><h1>{esc(heading)}</h1></div>\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Sanderling,)
ADDRESSES: dict[str, Form] = {"section/read/id/slug": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/read/{a.id}/{ascii_slug(a)}")}  # fmt: skip
