"""A design of a press group's portal: one responsive page for desks and telephones, as of 2016."""

from __future__ import annotations

import json
import re
from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Siskin"]

_CSS = """
* { box-sizing: border-box; } body { margin: 0; padding-bottom: 52px; background: #f2f2f2; color: #222; font: 16px/1.6 "Helvetica Neue", Arial, "PingFang TC", "Microsoft JhengHei", sans-serif; } a { color: inherit; text-decoration: none; } img { max-width: 100%; border: 0; vertical-align: middle; } ul, ol { margin: 0; padding: 0; list-style: none; } h1, h2, h3, h4 { line-height: 1.35; }
.app-bar { display: flex; align-items: center; padding: 6px 10px; background: #fff; font-size: 12px; } .app-bar a { margin-left: auto; color: ACCENT; } .top-bar { position: sticky; top: 0; z-index: 9; display: flex; align-items: center; height: 52px; padding: 0 12px; background: ACCENT; color: #fff; } .top-logo { flex: 1; font-size: 24px; font-weight: bold; text-align: center; } .top-button { width: 36px; border: 0; background: none; color: #fff; font-size: 20px; }
.drawer { position: fixed; top: 0; left: -290px; z-index: 20; width: 280px; height: 100%; overflow-y: auto; background: #2b2b2b; color: #ddd; } .drawer li a { display: block; padding: 9px 18px; border-bottom: 1px solid #3a3a3a; } .chan-nav, .chan-user { display: none; } .hot-strip { overflow-x: auto; white-space: nowrap; padding: 6px 12px; background: #fff; font-size: 13px; border-bottom: 1px solid #ddd; } .hot-strip a { margin-left: 12px; } .hot-name { color: ACCENT; font-weight: bold; }
.ad-top { margin: 10px auto; max-width: 970px; min-height: 60px; background: #e6e6e6; color: #aaa; text-align: center; font-size: 11px; } .wrap { max-width: 1080px; margin: 0 auto; } .main-col { background: #fff; padding: 14px; } .rail-box { margin: 12px 0; padding: 12px 14px; background: #fff; } .rail-name, .tail-name { margin: 0 0 8px; padding-left: 8px; border-left: 4px solid ACCENT; font-size: 17px; }
.crumb { color: #888; font-size: 12px; } .chan-chip { display: inline-block; padding: 1px 8px; background: ACCENT; color: #fff; font-size: 12px; } .story-name { margin: 8px 0 10px; font-size: 27px; } .stamp-list { padding-left: 4px; border-left: 2px solid #ddd; color: #777; font-size: 13px; } .stamp { position: relative; padding-left: 12px; } .stamp-dot { position: absolute; left: -9px; top: 7px; width: 8px; height: 8px; border-radius: 50%; background: #bbb; } .stamp-new .stamp-dot { background: ACCENT; }
.writer { margin: 8px 0; color: #555; font-size: 14px; } .writer a { color: ACCENT; } .share-row { display: flex; margin: 10px 0; } .share-row a { margin-right: 6px; padding: 2px 10px; background: #3b5998; color: #fff; font-size: 12px; border-radius: 2px; } .share-row .share-chat { background: #2db742; } .share-row .share-plain { background: #999; } .story-text { font-size: 18px; line-height: 1.85; } .story-text a { color: #06c; } .sub-head { margin: 22px 0 8px; font-size: 20px; } .ed-note { padding: 8px 12px; background: #f6f6f6; color: #666; font-size: 15px; } .said { margin: 18px 0; padding: 4px 16px; border-left: 4px solid ACCENT; color: #555; } .story-text ul, .story-text ol { margin: 0 0 16px 24px; list-style: disc; } .table-wrap { overflow-x: auto; } .table-wrap table { width: 100%; border-collapse: collapse; font-size: 15px; } .table-wrap th, .table-wrap td { padding: 5px 8px; border: 1px solid #ddd; text-align: left; } .clip { position: relative; height: 0; padding-top: 56.25%; margin-bottom: 16px; } .clip iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100%; border: 0; }
.photo { margin: 16px -14px; } .photo-open { position: relative; display: block; min-height: 120px; background: #eee; } .photo-img { width: 100%; } .photo-count { position: absolute; right: 8px; bottom: 8px; padding: 0 8px; background: rgba(0,0,0,0.6); color: #fff; font-size: 12px; } .photo-cap { padding: 6px 14px 0; color: #777; font-size: 14px; line-height: 1.5; } .photo-by { color: #aaa; } .slides { display: flex; overflow-x: auto; } .slides .photo { flex: 0 0 92%; margin-right: 8px; } .story-text .more-box { margin: 18px 0; padding: 10px 14px; border: 1px solid #ddd; border-left: 4px solid ACCENT; list-style: none; font-size: 15px; } .more-box li { margin: 4px 0; list-style: none; } .more-box ul { margin: 0; } .more-name { color: ACCENT; font-weight: bold; } .mid-ad { margin: 16px auto; width: 300px; height: 250px; background: #eee; color: #aaa; text-align: center; font-size: 11px; } .story-text .app-call { margin: 16px 0; padding: 10px; background: #fff6e0; font-size: 14px; text-align: center; }
.reel { display: flex; overflow-x: auto; margin: 12px 0; } .reel-shot { flex: 0 0 120px; height: 80px; margin-right: 6px; background: #ddd; } .tag-row { margin: 14px 0; } .tag-row a { display: inline-block; margin: 0 6px 6px 0; padding: 1px 10px; border: 1px solid #ccc; border-radius: 12px; color: #555; font-size: 13px; } .person { display: flex; margin: 14px 0; padding: 10px; background: #f7f7f7; font-size: 14px; } .person-face { width: 48px; height: 48px; margin-right: 10px; border-radius: 50%; background: #ccc; } .tail { margin-top: 20px; } .tail-list { display: flex; flex-wrap: wrap; } .tail-card { width: 50%; padding: 4px; font-size: 15px; } .tail-card img, .card-shot { display: block; width: 100%; height: 90px; background: #ddd; } .talk-item { padding: 8px 0; border-bottom: 1px solid #eee; font-size: 14px; } .talk-item small { color: #999; } .next-row { display: flex; margin-top: 16px; font-size: 14px; } .next-row a { flex: 1; padding: 8px; border: 1px solid #ddd; } .print-only { display: none; }
.live-list li { display: flex; padding: 6px 0; border-bottom: 1px dotted #ccc; font-size: 14px; } .live-list time { flex: 0 0 88px; color: ACCENT; font-weight: bold; } .rank-list { counter-reset: r; } .rank-list li { counter-increment: r; padding: 6px 0; font-size: 14px; } .rank-list li:before { content: counter(r); display: inline-block; width: 20px; margin-right: 8px; background: ACCENT; color: #fff; text-align: center; } .list-name { margin: 0 0 10px; font-size: 22px; border-bottom: 2px solid ACCENT; } .feed-day { margin: 12px 0 4px; padding: 2px 10px; background: #eee; font-size: 13px; } .feed-item { display: flex; padding: 8px 0; border-bottom: 1px solid #eee; } .feed-time { flex: 0 0 60px; color: ACCENT; font-weight: bold; } .feed-chan { color: #999; font-size: 12px; } .feed-title { margin: 0; font-size: 17px; } .feed-text { margin: 2px 0; color: #777; font-size: 14px; } .card { display: flex; padding: 10px 0; border-bottom: 1px solid #eee; } .card-shot { flex: 0 0 130px; margin-right: 12px; } .card-time { color: #999; font-size: 12px; } .load-more { display: block; margin: 14px auto; padding: 8px; width: 240px; border: 1px solid ACCENT; color: ACCENT; text-align: center; }
.foot { margin-top: 16px; padding: 18px 14px; background: #2b2b2b; color: #aaa; font-size: 12px; } .foot-row li { display: inline; } .foot-row a { margin-right: 12px; } .tab-bar { position: fixed; bottom: 0; left: 0; z-index: 9; display: flex; width: 100%; height: 48px; background: #fff; border-top: 1px solid #ccc; } .tab-bar a { flex: 1; padding-top: 14px; text-align: center; font-size: 12px; } @media (min-width: 980px) { body { padding: 0; } .app-bar, .tab-bar { display: none; } .top-bar { position: static; height: 70px; padding: 0 calc(50% - 540px); } .top-logo { text-align: left; font-size: 32px; } .top-menu { display: none; } .chan-user { display: block; font-size: 12px; } .chan-user a { margin-left: 10px; } .chan-nav { display: block; background: #333; color: #fff; } .chan-nav ul { display: flex; max-width: 1080px; margin: 0 auto; } .chan-nav a { display: block; padding: 9px 14px; font-size: 15px; } .chan-now a { background: ACCENT; } .hot-strip { padding: 6px calc(50% - 540px); } .wrap { display: flex; align-items: flex-start; } .main-col { flex: 1; min-width: 0; padding: 20px 26px; } .rail { flex: 0 0 316px; margin-left: 16px; } .rail-box:first-child { margin-top: 0; } .photo { margin: 16px 0; } .photo-cap { padding: 6px 0 0; } .story-name { font-size: 32px; } .tail-card { width: 25%; } .foot-row { max-width: 1080px; margin: 0 auto 8px; } }
@media print { .top-bar, .drawer, .chan-nav, .hot-strip, .rail, .tab-bar, .foot { display: none; } .print-only { display: block; } }
"""


class Siskin(Freehand):
    """2016: a Chinese press group's portal on its own system, one page for desks and telephones: a list of stamps with dots under the headline, numbered photos that open a gallery, boxes of others among the paragraphs, a stream of the hour and a rank at the right, a drawer and a bar of tabs for thumbs."""

    name = "siskin"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """How classes are spelt, a colour, which stamp is on top and in what form, how and where it signs, what stands among the paragraphs."""
        self.spelling = choose(rng, "prefix", "camel", "element")
        self.accent = choose(rng, "#c8102e", "#00539b", "#e8590c", "#007a53")
        self.form = choose(rng, "dots", "words", "dashes")
        self.newest_first = rng.random() < 0.5
        self.posted = choose(rng, ("發佈", "Posted"), ("上載", "Published"), ("首發", "First posted"))
        self.place = choose(rng, "above", "beside", "below")
        self.between = choose(rng, (2, 4, 7), (1, 3, 5), (3, 5, 6))
        self.carded = rng.random() < 0.5
        self.lazy = rng.random() < 0.35
        self.data = rng.random() < 0.5
        self.stream = rng.random() < 0.5
        self.bar = choose(rng, "｜", " | ", " - ")
        self.label, self.hand = choose(
            rng,
            (("撰文：", "來源："), Hand("{a}", "{a}、{b}")),
            (("", ""), Hand("{a} 報道", "{a}、{b} 報道", placed="{a} {p}報道", photo="{a} 報道　{b} 攝影", roles=("報道", "攝影"))),
            (("", ""), Hand("記者{a}", "記者{a}、{b}", placed="記者{a}（{p}）", photo="記者{a}　攝影{b}", role="記者", roles=("記者", "攝影"))),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}"),
            Hand("{a}", "{a}, {b}"),
            Hand("By {a}", "By {a}, {b}", desk="By {o}"),
        )

    def day(self, t: datetime) -> str:
        """``2016.03.08 21:05``, ``2016年3月8日（二） 21:05``, ``8 Mar 2016, 21:05`` and the like."""
        if self.form == "words":
            if self.english:
                return f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year} {clock(t, 'am', 'pm')}"
            return f"{t.year}年{t.month}月{t.day}日（{DAYS_ZH[t.weekday()]}） {t:%H:%M}"
        if self.english and self.form == "dashes":
            return f"{t.day} {MONTHS[t.month - 1][:3]} {t.year}, {t:%H:%M}"
        return f"{t:%Y.%m.%d %H:%M}" if self.form == "dots" else f"{t:%Y-%m-%d %H:%M}"

    def spelt(self, name: str) -> str:
        """A class's name in the paper's spelling."""
        first, *rest = name.split("-")
        if self.spelling == "camel":
            return first + "".join(part.capitalize() for part in rest)
        if self.spelling == "element":
            return f"{first}__{'-'.join(rest)}" if rest else first
        return f"gp-{name}"

    def frame(self, page: Shell) -> str:
        """A bar for the application, a red bar, channels, a drawer, what is hot, the columns, the group's foot, tabs for thumbs."""
        channels = self.menu(
            page.paper, "<li{on}><a href=`{url}`>{name}</a></li>\n", now=page.section, current=' class="chan-now"'
        )
        ends = f'<li><a href="/video">{self.word("影片", "Video")}</a></li>\n<li><a href="/gallery">{self.word("圖輯", "Photos")}</a></li>\n'
        starts = f'<li><a href="/">{self.word("首頁", "Home")}</a></li>\n<li><a href="/realtime">{self.word("即時", "Latest")}</a></li>\n'
        hot = "".join(
            f'<a href="/topic/{at}">{self.word(zh, en)}</a>'
            for at, zh, en in (("weekend", "周末好去處", "Weekend outings"), ("typhoon", "風季專題", "Storm season"), ("homes", "置業入門", "First home"), ("run", "城市長跑", "City run"))
        )  # fmt: skip
        group = "".join(
            f'<li><a href="/group/{at}">{self.word(zh, en)}</a></li>\n'
            for at, zh, en in (("weekly", "生活周刊", "Life Weekly"), ("finance", "財經網", "Money"), ("edu", "教育網", "Learning"), ("jobs", "求職網", "Jobs"), ("epaper", "電子報", "E-paper"))
        )  # fmt: skip
        foot = "".join(
            f'<a href="/{at}">{self.word(zh, en)}</a>'
            for at, zh, en in (("about", "關於我們", "About us"), ("contact", "聯絡我們", "Contact"), ("advertise", "廣告查詢", "Advertise"), ("terms", "使用條款", "Terms of use"), ("privacy", "私隱政策", "Privacy"), ("report", "報料", "Send us news"))
        )  # fmt: skip
        title = self.bar.join(esc(t) for t in (page.title, page.section, page.paper.name) if t)
        css = re.sub(r"\.([a-z][a-z-]*)", lambda m: f".{self.spelt(m[1])}", _CSS).replace("ACCENT", self.accent)
        name = esc(page.paper.name)
        html = (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n{heads(page.charset)}\n<meta http-equiv="X-UA-Compatible" content="IE=edge">\n<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">\n<title>{title}</title>\n{page.head}<link rel="apple-touch-icon" href="/assets/touch-icon.png">\n<meta name="theme-color" content="{self.accent}">\n<style>{css}</style>\n<script async src="/assets/gpt.js"></script>\n</head>\n<body class="page {"page-story" if page.is_story else "page-list"}">\n'
            f'<div class="app-bar"><span>{self.word("下載應用程式，新聞快人一步", "Get the news first with our app")}</span><a href="/app">{self.word("開啟", "Open")}</a></div>\n<header class="top-bar"><button class="top-button top-menu" type="button" data-open="drawer">&#9776;</button><div class="top-logo"><a href="/">{name}</a></div><div class="chan-user"><a href="/member/login">{self.word("登入", "Log in")}</a><a href="/member/join">{self.word("加入會員", "Join")}</a><a href="/epaper">{self.word("電子報", "E-paper")}</a></div><button class="top-button" type="button" data-open="search">&#8981;</button></header>\n'
            f'<nav class="drawer" id="drawer"><form action="/search" method="get"><input type="search" name="q" placeholder="{self.word("搜索新聞", "Search news")}"></form>\n<ul>\n{starts}{channels}{ends}</ul>\n<p class="drawer-name">{self.word("集團網站", "Our sites")}</p>\n<ul>\n{group}</ul>\n<p class="drawer-name"><a href="/member/login">{self.word("會員登入", "Member log in")}</a></p></nav>\n'
            f'<nav class="chan-nav"><ul>\n{starts}{channels}{ends}</ul></nav>\n<div class="hot-strip"><span class="hot-name">{self.word("熱話", "Trending")}</span>{hot}</div>\n<div class="ad-top" id="div-gpt-ad-top"><span>{self.word("廣告", "Advertisement")}</span></div>\n<div class="wrap">\n{page.main}\n</div>\n'
            f'<footer class="foot"><ul class="foot-row">{group}</ul><div class="foot-row">{foot}</div><div class="foot-row"><a href="https://www.facebook.com/">Facebook</a><a href="https://www.youtube.com/">YouTube</a><a href="https://www.instagram.com/">Instagram</a><a href="/rss">RSS</a></div><div class="foot-row">{esc(page.paper.rights)} {self.word("版權所有，不得轉載", "All rights reserved")}</div></footer>\n'
            f'<nav class="tab-bar"><a href="/">{self.word("首頁", "Home")}</a><a href="/realtime">{self.word("即時", "Latest")}</a><a href="/video">{self.word("影片", "Video")}</a><a href="/member">{self.word("我的", "Me")}</a></nav>\n<script src="/assets/jquery.min.js"></script>\n<script src="/assets/portal.js"></script>\n</body>\n</html>\n'
        )
        return re.sub(r' class="([^"<>]+)"', lambda m: f' class="{" ".join(map(self.spelt, m[1].split()))}"', html)

    def machine(self, copy: Copy) -> str:
        """For networks; on some papers a graph besides."""
        zone = copy.paper.zone
        posted = copy.article.published.astimezone(zone).replace(second=0, microsecond=0).isoformat()
        updated = copy.version.updated if copy.said.updated else None
        changed = updated.astimezone(zone).replace(second=0, microsecond=0).isoformat() if updated else ""
        image = next((copy.paper.picture_url(copy.article, b.picture) for b in copy.version.blocks if b.picture), "")
        facts = {
            "og:type": "article", "og:site_name": copy.paper.name, "og:title": copy.version.title, "og:url": copy.url,
            "og:description": copy.lead, "og:image": image, "article:section": copy.article.section,
            "article:published_time": posted, "article:modified_time": changed,
        }  # fmt: skip
        out = f'<meta name="description" content="{attr(copy.lead)}">\n<link rel="canonical" href="{attr(copy.url)}">\n'
        out += "".join(f'<meta property="{k}" content="{attr(v)}">\n' for k, v in facts.items() if v)
        if self.data:
            graph: dict[str, object] = {
                "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": copy.url, "headline": copy.version.title,
                "datePublished": posted, "dateModified": changed or posted, "publisher": {"@type": "Organization", "name": copy.paper.name},
            }  # fmt: skip
            text = json.dumps(graph, ensure_ascii=False).replace("<", "\\u003c")
            out += f'<script type="application/ld+json">{text}</script>\n'
        return out

    def block(self, copy: Copy, block: Block) -> str:
        """Plain paragraphs, classes for all else."""
        if block.kind == "h":
            return f'<h2 class="sub-head">{spans(block.spans)}</h2>'
        if block.kind == "note":
            return f'<p class="ed-note">{spans(block.spans)}</p>'
        if block.kind == "quote":
            return f'<blockquote class="said">{spans(block.spans)}</blockquote>'
        if block.kind == "table":
            return f'<div class="table-wrap">{super().block(copy, block)}</div>'
        if block.kind == "embed":
            return f'<div class="clip"><iframe src="{attr(block.url)}" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A photo that opens the gallery, numbered where there are more; some papers load it when it comes into sight."""
        source = self.source(copy, picture)
        shots = [b.picture.number for b in copy.version.blocks if b.picture]
        count = (
            f'<span class="photo-count">{shots.index(picture.number) + 1}/{len(shots)}</span>' if len(shots) > 1 else ""
        )
        img = f'<img class="photo-img" src="{source}" alt="">'
        if self.lazy:
            img = f'<img class="photo-img lazy" src="/assets/blank.gif" data-original="{source}" alt=""><noscript>{img}</noscript>'
        credit = f' <span class="photo-by">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="photo"><a class="photo-open" href="{source}" data-gallery="{copy.article.id}">{img}{count}</a><figcaption class="photo-cap">{esc(picture.caption)}{credit}</figcaption></figure>'

    def stamps(self, copy: Copy) -> str:
        """The hours as a line of time, the last change first or last."""
        first = f'<li class="stamp"><i class="stamp-dot"></i><span class="stamp-name">{copy.say(*self.posted)}</span> <time>{copy.day}</time></li>\n'
        last = copy.changed(
            f'<li class="stamp stamp-new"><i class="stamp-dot"></i><span class="stamp-name">{copy.say("更新", "Updated")}</span> <time>{{}}</time></li>\n'
        )
        return f'<ul class="stamp-list">\n{last + first if self.newest_first else first + last}</ul>\n'

    def writer(self, copy: Copy) -> str:
        """Who wrote it; nothing where nobody signed."""
        if not copy.by:
            return ""
        label = ""
        if not copy.article.language.startswith("en"):
            label = copy.say(self.label[copy.article.byline.form == "agency"], "")
        linked = copy.by if copy.article.byline.form == "agency" else copy.linked('<a href="/writer">{}</a>')
        return f'<div class="writer">{label}<span class="writer-name">{linked}</span></div>\n'

    def text(self, copy: Copy) -> str:
        """The blocks, and after some paragraphs a box of others, an advertisement, a call."""
        link = '<li><a href="{url}">{title}</a></li>'
        first, second = copy.others(link, 2), copy.others(link, 1, skip=2)
        boxes = dict(
            zip(
                self.between,
                (
                    f'<div class="more-box"><span class="more-name">{copy.say("相關新聞", "Related")}</span><ul>{first}</ul></div>' if first else "",
                    f'<div class="mid-ad" id="div-gpt-ad-mid"><span>{copy.say("廣告", "Advertisement")}</span></div>',
                    f'<div class="more-box"><span class="more-name">{copy.say("更多報道", "Read more")}</span><ul>{second}</ul></div>' if second
                    else f'<p class="app-call">{copy.say("下載《{name}》應用程式，即時接收新聞", "Download the {name} app for news alerts")}</p>',
                ),
                strict=True,
            )
        )  # fmt: skip
        out: list[str] = []
        seen, reeled = 0, False
        blocks = copy.version.blocks
        for at, block in enumerate(blocks):
            out.append(self.block(copy, block))
            follows = at + 1 < len(blocks) and blocks[at + 1].kind == "figure"
            if block.kind == "figure" and follows and not reeled:
                out.insert(-1, '<div class="slides">')
                reeled = True
            elif reeled and not follows:
                out.append("</div>")
                reeled = False
            seen += block.kind == "p"
            if block.kind == "p" and at + 1 < len(blocks) and boxes.get(seen):
                out.append(boxes.pop(seen))
        return "\n".join(out)

    def rail(self, live: str, rank: str) -> str:
        """The right column: the stream, the rank, what the group sells."""
        stream = f'<section class="rail-box"><h4 class="rail-name">{self.word("即時新聞", "Live feed")}</h4><ul class="live-list">\n{live}</ul></section>\n'
        ranks = f'<section class="rail-box"><h4 class="rail-name">{self.word("今日最熱", "Hot today")}</h4><ol class="rank-list">\n{rank}</ol></section>\n'
        return (
            f'<aside class="rail">\n{stream if live else ""}<div class="mid-ad" id="div-gpt-ad-side"><span>{self.word("廣告", "Advertisement")}</span></div>\n{ranks if rank else ""}'
            f'<section class="rail-box"><h4 class="rail-name">{self.word("電子通訊", "Newsletter")}</h4><form action="/edm" method="post"><input type="email" name="m" placeholder="{self.word("你的電郵", "Your e-mail")}"> <button type="submit">{self.word("訂閱", "Sign up")}</button></form></section>\n</aside>'
        )

    def story(self, copy: Copy) -> str:
        """The channel, headline, hours, shares, text with its boxes, gallery, topics, writer's card, others, remarks; the rail."""
        writer = self.writer(copy)
        head = writer + self.stamps(copy) if self.place == "above" else self.stamps(copy)
        head += writer if self.place == "beside" else ""
        foot = writer if self.place == "below" else ""
        pictures = [b.picture for b in copy.version.blocks if b.picture]
        shots = "".join(f'<img class="reel-shot" src="/thumb/120x80/{p.number}.jpg" alt="">' for p in pictures)
        reel = f'<div class="reel">{shots}</div>\n' if len(pictures) > 1 else ""
        topics = copy.tags("<a href=`{url}`>{tag}</a>")
        tags = f'<div class="tag-row">{topics}</div>\n' if topics else ""
        cards = copy.others(
            '<div class="tail-card"><a href="{url}"><img src="/assets/card.png" alt=""><span>{title}</span></a></div>\n'
        )
        tail = f'<section class="tail"><h4 class="tail-name">{copy.say("你可能感興趣", "You may also like")}</h4><div class="tail-list">\n{cards}</div></section>\n'
        remarks = copy.remarks('<div class="talk-item"><b>{who}</b> <small>{when}</small><div>{what}</div></div>\n')
        turns = copy.others(
            f'<a href="{{url}}" rel="prev">{copy.say("上一則：", "Previous: ")}{{title}}</a>', 1, skip=1
        ) + copy.others(f'<a href="{{url}}" rel="next">{copy.say("下一則：", "Next: ")}{{title}}</a>', 1, skip=2)
        card = ""
        if self.carded and self.place != "below" and copy.article.byline.form in {"reporter", "column"} and copy.by:
            name = esc((copy.said.people or copy.article.byline.people)[0].name)
            card = f'<div class="person"><img class="person-face" src="/assets/face.png" alt=""><div><b>{name}</b><br><a href="/writer">{copy.say("看更多文章", "More stories")}</a></div></div>\n'
        live = "".join(
            f'<li><time>{c.published:%m/%d %H:%M}</time><a href="{attr(c.url)}">{esc(c.title)}</a></li>\n'
            for c in copy.related
        )
        share = f'<div class="share-row"><a href="/share/fb">Facebook</a><a class="share-chat" href="/share/wa">WhatsApp</a><a class="share-chat" href="/share/wc">{copy.say("微信", "WeChat")}</a><a class="share-plain" href="/share/copy">{copy.say("取得連結", "Copy link")}</a><a class="share-plain" href="javascript:window.print()">{copy.say("列印", "Print")}</a></div>\n'
        return (
            f'<main class="main-col">\n<article class="story">\n<div class="crumb"><a href="/">{copy.say("首頁", "Home")}</a> &rsaquo; <a href="{copy.section_url}">{copy.section}</a></div>\n<h1 class="story-name">{copy.title}</h1>\n{head}{share}'
            f'<div class="story-text" id="story">\n{self.text(copy)}\n</div>\n{foot}{reel}{tags}{card}<p class="print-only">{copy.say("本文網址：", "This page: ")}{esc(copy.url)}</p>\n</article>\n'
            f'<div class="share-row"><a href="/like">{copy.say("關注專頁", "Like our page")}</a></div>\n{f"""<div class="next-row">{turns}</div>""" if turns else ""}\n{tail if cards else ""}<section class="tail talk"><h4 class="tail-name">{copy.say("網民留言", "Comments")}</h4>\n{remarks}<p><a href="/member/login">{copy.say("登入後留言", "Log in to comment")}</a></p></section>\n</main>\n'
            + self.rail(live, copy.others('<li><a href="{url}">{title}</a></li>\n', 3))
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A stream of hours under days, or cards with a picture and the whole stamp."""
        rows, last = [], ""
        for c in cards:
            link = f'<h3 class="feed-title"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="feed-text">{esc(c.summary)}…</p>'
            if not self.stream:
                rows.append(f'<li class="card"><a class="card-shot" href="{attr(c.url)}"></a><div class="card-text"><span class="feed-chan">{esc(c.section)}</span>{link}<span class="card-time">{self.day(c.published)}</span></div></li>\n')  # fmt: skip
                continue
            day = self.day(c.published).rsplit(" ", 2 if self.day(c.published).endswith("m") else 1)[0].rstrip(",")
            rows.append(f'<li class="feed-day">{day}</li>\n' if day != last else "")
            rows.append(f'<li class="feed-item"><time class="feed-time">{c.published:%H:%M}</time><div class="feed-body"><span class="feed-chan">{esc(c.section)}</span>{link}</div></li>\n')  # fmt: skip
            last = day
        more = f'<a class="load-more" href="{attr(older)}">{self.word("載入更多", "Load more")}</a>\n' if older else ""
        rank = "".join(f'<li><a href="{attr(c.url)}">{esc(c.title)}</a></li>\n' for c in cards[1:4])
        return (
            f'<main class="main-col">\n<h1 class="list-name">{esc(heading)}</h1>\n<ul class="{"feed" if self.stream else "card-list"}">\n{"".join(rows)}</ul>\n{more}</main>\n'
            + self.rail("", rank)
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A plain page in the same columns."""
        return (
            f'<main class="main-col">\n<h1 class="list-name">{esc(heading)}</h1>\n<div class="story-text plain">\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}\n</div>\n</main>\n'
            + self.rail("", "")
        )


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Siskin,)
ADDRESSES: dict[str, Form] = {
    "realtime/section/day/id": Form(lambda p, a, _v: f"/realtime/{_part(p, a)}/{a.published:%Y%m%d}/{a.id}/"),
    "portal/story/section/id": Form(lambda p, a, _v: f"/portal/{_part(p, a)}/story/{a.id}"),
}  # fmt: skip
