"""A free city weekly of 2009-2015 on a small vendor's system for alternative weeklies."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_AP = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


class Garganey(Freehand):
    """2009-2015: a city weekly's vendor system: crumb of the section, headline, linked byline, "Published" line, a box of story tools, pullquotes that say again what the text says, credit above caption, keywords, latest in the section, related stories, numbered readers' comments, advertisements by position."""

    name = "garganey"

    def draw(self, rng: Random) -> None:
        """How it signs and dates, on which side the tools stand, whether the byline comes before the day."""
        self.tools_below = rng.random() < 0.4
        self.day_first = rng.random() < 0.3
        self.weekday = rng.random() < 0.5
        self.pulls = rng.random() < 0.7
        self.hand = choose(
            rng,
            Hand(
                "{a} 撰", "{a}、{b} 合撰", placed="{a} 撰於{p}", photo="{a} 撰　{b} 攝", role="撰", roles=("撰", "攝")
            ),
            Hand("採訪：{a}", "採訪：{a}、{b}", photo="採訪：{a}／攝影：{b}", role="採訪", roles=("採訪", "攝影")),
        )
        self.hand_en = choose(
            rng,
            Hand("by {a}", "by {a} and {b}", placed="by {a} in {p}", desk="by {o}"),
            Hand("{a}", "{a} & {b}", photo="Story by {a}, photos by {b}", roles=("Story", "photos")),
        )

    def day(self, t: datetime) -> str:
        """``Thursday, Oct. 13, 2011`` or ``Oct. 13, 2011``; ``2011.10.13（星期四）`` or ``2011.10.13``."""
        if self.english:
            return f"{DAYS[t.weekday()] + ', ' if self.weekday else ''}{_AP[t.month - 1]} {t.day}, {t.year}"
        return f"{t.year}.{t.month:02d}.{t.day:02d}{f'（星期{DAYS_ZH[t.weekday()]}）' if self.weekday else ''}"

    def ad(self, place: str) -> str:
        """An advertisement's position."""
        return f'<div class="adSlot" id="ad_{place}"><span class="adLabel">{self.word("廣告", "Advertisement")}</span><a href="/clicks/{place}" target="_blank"><img src="/adimages/{place}.gif" alt=""></a></div>'

    def machine(self, copy: Copy) -> str:
        """What a social network is told; the author's tag is the paper's own."""
        return f'<meta name="author" content="{attr(copy.paper.name)}">\n<meta name="description" content="{attr(copy.lead)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:type" content="article">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<link rel="canonical" href="{attr(copy.url)}">\n'

    def frame(self, page: Shell) -> str:
        """A leaderboard, a masthead, tabs, two columns, a footer of the company."""
        paper, w = page.paper, self.word
        menu = self.menu(
            paper,
            '<li class="navItem{on}"><a href="{url}"><span>{name}</span></a></li>',
            now=page.section,
            current=" navCurrent",
        )
        foot = self.menu(paper, '<a href="{url}">{name}</a>', " | ")
        issue = f'<div class="sideBlock" id="thisIssue"><h4>{w("本期封面", "This Week&rsquo;s Issue")}</h4><a href="/issues/current"><img src="/images/cover_thumb.jpg" alt="{w("封面", "Cover")}"></a><ul><li><a href="/issues">{w("過往各期", "Back issues")}</a></li><li><a href="/racks">{w("派發地點", "Find a copy near you")}</a></li></ul></div>'
        letter = f'<div class="sideBlock" id="newsletter"><h4>{w("電子報", "Get our e-mail")}</h4><form action="/newsletter" method="post"><input type="text" name="email" value="{w("電郵地址", "your e-mail")}"><input type="submit" value="{w("訂閱", "Sign up")}"></form></div>'
        find = f'<div class="sideBlock" id="finder"><h4>{w("今晚去哪裡", "Find an Event")}</h4><form action="/events"><select name="when"><option>{w("今晚", "Tonight")}</option><option>{w("這個周末", "This weekend")}</option></select><select name="what"><option>{w("音樂", "Live music")}</option><option>{w("戲劇", "Theater")}</option></select><input type="submit" value="{w("搜尋", "Go")}"></form></div>'
        return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}{f" | {esc(page.section)}" if page.section else ""} | {esc(paper.name)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/css/weekly.css">\n<script type="text/javascript" src="/js/weekly-core.js"></script>\n</head>\n<body class="{"storyPage" if page.is_story else "indexPage"}">\n<div id="pageWrap">\n{self.ad("leaderboard")}\n<div id="masthead"><a id="logo" href="/"><img src="/images/logo.png" alt="{attr(paper.name)}"></a><div id="userBar"><a href="/login">{w("登入", "Log in")}</a> / <a href="/register">{w("成為會員", "Create account")}</a></div><form id="siteSearch" action="/search"><input type="text" name="keywords"><input type="submit" value="{w("搜尋", "Search")}"></form></div>\n<ul id="mainNav"><li class="navItem"><a href="/"><span>{w("首頁", "Home")}</span></a></li>{menu}<li class="navItem"><a href="/classifieds"><span>{w("分類廣告", "Classifieds")}</span></a></li></ul>\n<div id="columns">\n<div id="colMain">\n{page.main}\n</div>\n<div id="colSide">\n{self.ad("rectangle")}\n{find}\n{issue}\n{letter}\n{self.ad("skyscraper")}\n</div>\n</div>\n<div id="foot"><p>{foot}</p><p><a href="/about">{w("關於我們", "About us")}</a> | <a href="/advertise">{w("刊登廣告", "Advertise")}</a> | <a href="/jobs">{w("招聘", "Work here")}</a></p><p class="legal">{esc(paper.rights)}</p><p class="vendor">{w("網站系統：", "Website powered by ")}<a href="http://vendor.example/">Racksheet</a></p></div>\n</div>\n</body>\n</html>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The text's own tags; notes are set under a rule, videos in a box."""
        if block.kind == "h":
            return f'<p class="subhed"><strong>{spans(block.spans)}</strong></p>'
        if block.kind == "note":
            return f'<hr class="endRule">\n<p class="endNote"><em>{spans(block.spans)}</em></p>'
        if block.kind == "quote":
            return f'<blockquote class="extract">{spans(block.spans)}</blockquote>'
        if block.kind == "table":
            rows = "\n".join(
                f"<tr>{''.join(f'<td><b>{esc(c)}</b></td>' if not n else f'<td>{esc(c)}</td>' for c in row)}</tr>"
                for n, row in enumerate(block.rows)
            )
            return f'<table class="storyTable" border="0" cellpadding="4" cellspacing="0"><tbody>\n{rows}\n</tbody></table>'
        if block.kind == "embed":
            return f'<div class="embedBox"><iframe src="{attr(block.url)}" width="480" height="300" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box: an enlarging link, then a list of credit and caption."""
        src = self.source(copy, picture)
        credit = f'<li class="mediaCredit">{esc(picture.credit)}</li>' if picture.credit else ""
        return f'<div class="mediaBox mediaCenter" style="width: 500px"><a class="enlarge" rel="storyMedia" href="{src}"><img src="{src}" width="500" alt=""></a><ul>{credit}<li class="mediaCaption">{esc(picture.caption)}</li></ul></div>'

    def pulled(self, copy: Copy) -> str:
        """The pullquote: the first sentence of a later paragraph, once more and larger."""
        later = [b.text for b in copy.version.blocks if b.kind == "p"][3:]
        if not self.pulls or len(later) < 2 or copy.article.index % 3 == 0:
            return ""
        stop = ". " if self.english else "。"
        text = later[copy.article.index % len(later)]
        for left, right in (("「", "」"), ("“", "”")):  # what somebody said is pulled without who said it
            if left in text and right in text:
                text = text.split(left, 1)[1].split(right, 1)[0]
        sentence = text.split(stop)[0].rstrip(".。")
        stop = "" if sentence[-1:] in "？！?!" else stop
        return f'<div class="pullquote pullRight"><span class="pullText">{esc(sentence)}{stop.strip()}</span></div>'

    def story(self, copy: Copy) -> str:
        """Crumb, headline, byline, day, tools, text, keywords, lists, comments."""
        say, at = copy.say, copy.article.index
        parts = self.blocks(copy)
        if pull := self.pulled(copy):
            parts.insert(min(2, len(parts)), pull)
        if at % 2 and len(parts) > 6:
            parts.insert(5, self.ad("inline"))
        who = copy.linked('<a href="/archives?author={0}">{0}</a>')
        by = f'<p class="byline">{who}</p>\n' if who else ""
        day = f'<p class="pubDate"><span class="label">{say("刊於", "Published")}</span> {copy.day}</p>\n'
        remarks = copy.remarks(
            '<li class="comment" id="c{n}"><p class="commentText">{what}</p><p class="commentMeta"><span class="likes">{n}</span> <a href="/users/{n}">{who}</a> <span class="when">{when}</span></p></li>\n',
            4,
        )
        count = remarks.count('class="comment"')
        said = (
            f'<p class="showing">{say(f"顯示第 1 至 {count} 則，共 {count} 則", f"Showing 1-{count} of {count}")}</p>\n<ul class="commentList">\n{remarks}</ul>\n'
            if count
            else ""
        )
        tools = f'<div id="storyTools"><h5>{say("文章工具", "Story Tools")}</h5><ul><li class="tEmail"><a href="/email?id={copy.article.id}">{say("電郵", "E-mail")}</a></li><li class="tPrint"><a href="/print?id={copy.article.id}">{say("列印", "Print")}</a></li><li class="tFave"><a href="/favorite?id={copy.article.id}">{say("收藏", "Favorite")}</a></li><li class="tSize">{say("字體", "Text size")}: <a href="#">A</a> <a href="#">A+</a></li><li class="tTalk"><a href="#comments">{say(f"回應（{count}）", f"Comments ({count})")}</a></li><li class="tShare"><a href="#">Facebook</a> <a href="#">Twitter</a></li></ul></div>\n'
        names = (
            [p.name for p in copy.said.people or ()][:1] if copy.article.byline.form not in {"desk", "agency"} else []
        )
        more = "".join(
            f'<p class="moreBy"><a href="/archives?author={attr(n)}">{say("更多文章：", "More by ")}{esc(n)}</a> &raquo;</p>\n'
            for n in names
        )
        keys = copy.tags('<a href="{url}" rel="tag">{tag}</a>', ", ")
        keys = f'<p class="keywords"><strong>{say("關鍵詞：", "Tags: ")}</strong>{keys}</p>\n' if keys else ""
        latest = copy.others(
            "<li><a href=`{url}`>{title}</a> <span class=`teaser`>{lead}</span> <span class=`teaserDate`>{day}</span></li>\n",
            2,
        )
        kin = copy.others("<li><h6><a href=`{url}`>{title}</a></h6><p>{section}</p></li>\n", 2, skip=2)
        latest = (
            f'<div class="storyList" id="latestIn"><h4>{say("最新：", "Latest in ")}{copy.section}</h4><ul>\n{latest}</ul></div>\n'
            if latest
            else ""
        )
        kin = (
            f'<div class="storyList" id="relatedStories"><h4>{say("相關文章", "Related Stories")}</h4><ul>\n{kin}</ul></div>\n'
            if kin
            else ""
        )
        top, low = ("", tools) if self.tools_below else (tools, "")
        return f'<div class="crumb"><a href="{copy.section_url}">{copy.section}</a> &raquo;</div>\n<div id="storyHead">\n<h1 class="headline">{copy.title}</h1>\n{day + by if self.day_first else by + day}</div>\n{top}<div id="storyBody">\n{chr(10).join(parts)}\n</div>\n{low}{keys}{more}{latest}{kin}<div id="comments"><a name="comments"></a><h4>{say("讀者回應", "Comments")}</h4>\n{said}<form class="addComment" action="/comment" method="post"><label>{say("登入後發表回應", "Log in to add a comment")}</label><textarea name="text" rows="5" cols="40"></textarea><input type="submit" value="{say("送出", "Post")}"></form></div>'

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """An index of a section."""
        rows = "\n".join(
            f'<div class="indexItem"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><p class="deck">{esc(c.summary)}</p><p class="indexMeta">{esc(c.author)} <span>{self.day(c.published)}</span></p></div>'
            for c in cards
        )
        more = (
            f'\n<div class="pager"><a href="{attr(older)}">{self.word("較早的文章", "Older stories")} &raquo;</a></div>'
            if older
            else ""
        )
        return f'<h2 class="indexHead">{esc(heading)}</h2>\n<div class="index">\n{rows}\n</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the house."""
        return f'<h2 class="indexHead">{esc(heading)}</h2>\n<div class="housePage">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


DESIGNS: tuple[type[Freehand], ...] = (Garganey,)
ADDRESSES: dict[str, Form] = {
    "weekly/slug/content/id": Form(lambda _p, a, _v: f"/weekly/{ascii_slug(a)}/Content/{a.id}")
}
