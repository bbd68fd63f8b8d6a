"""Designs of two houses: a regional daily on a group's hired system of 2011, a fortnightly magazine on a free content management of 2009."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Roach(Freehand):
    """2011: a regional daily of a large group: who wrote it, where it is filed and when it last changed stand in a narrow rail beside the text, the hour under the headline."""

    name = "roach"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the advertisement breaks the text, which call stands below it, how it signs."""
        self.break_at = 2 + int(rng.random() * 2)
        self.poll = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("記者 {a}", "記者 {a}、{b}", placed="記者 {a} {p}報道", role="記者"),
            Hand("{a}", "{a}、{b}", photo="文：{a}　攝影：{b}"),
        )
        self.hand_en = choose(
            rng,
            Hand("{a}", "{a} and {b}", placed="{a}, {p}"),
            Hand("{a}", "{a}, {b}", desk="{o} report"),
        )

    def day(self, t: datetime) -> str:
        """``9:05 AM, Mar. 8, 2011``; ``2011年3月8日 上午9:05``."""
        if self.english:
            month = MONTHS[t.month - 1]
            short = month if len(month) < 5 else f"{month[:4] if month == 'September' else month[:3]}."
            return f"{t.hour % 12 or 12}:{t:%M} {'AM' if t.hour < 12 else 'PM'}, {short} {t.day}, {t.year}"
        return f"{t.year}年{t.month}月{t.day}日 {'上午' if t.hour < 12 else '下午'}{t.hour % 12 or 12}:{t:%M}"

    def frame(self, page: Shell) -> str:
        """The group's bar of small advertisements, masthead with weather, tabs, the page, three columns of links."""
        tabs = self.menu(
            page.paper, '<li class="pg-tab{on}"><a href="{url}">{name}</a></li>', now=page.section, current=" pg-tab-on"
        )
        market = "".join(
            f'<li><a href="/{k}">{self.word(zh, en)}</a></li>'
            for k, zh, en in (("jobs", "求職", "Jobs"), ("cars", "汽車", "Cars"), ("homes", "樓盤", "Homes"), ("rentals", "租屋", "Apartments"), ("shopping", "購物", "Shopping"), ("classifieds", "分類廣告", "Classifieds"))
        )  # fmt: skip
        service = "".join(
            f'<li><a href="/{k}">{self.word(zh, en)}</a></li>'
            for k, zh, en in (("subscribe", "訂閱", "Subscribe"), ("vacation", "暫停派報", "Vacation stop"), ("ebook", "電子報", "E-Newspaper"), ("contact", "聯絡我們", "Contact us"), ("letters", "讀者投書", "Send a letter"))
        )  # fmt: skip
        rights = self.word("使用本網站即表示同意服務條款及私隱政策。", "Use of this site signifies your agreement to the Terms of Service and Privacy Policy.")  # fmt: skip
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} | {esc(page.paper.name)} | {esc(page.paper.home)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/odygci/p4/css/main.css" />\n<script type="text/javascript" src="/odygci/p4/js/core.js"></script>\n</head>\n<body id="{"pgArticle" if page.is_story else "pgFront"}">\n'
            f'<div id="pg-market"><ul>{market}</ul><form action="/search" method="get"><input type="text" name="q" value="" /><input type="submit" value="{self.word("搜尋", "Search")}" /></form></div>\n<div id="pg-mast"><a href="/"><img src="/graphics/mast.gif" width="380" height="72" alt="{attr(page.paper.name)}" /></a><div id="pg-wx"><span class="wx-temp">{self.word("24°C", "61&deg;F")}</span> <a href="/weather">{self.word("十日天氣預測", "10-day forecast")}</a></div><div id="pg-login"><a href="/login">{self.word("登入", "Log in")}</a> <a href="/signup">{self.word("成為會員", "Become a member")}</a></div></div>\n'
            f'<ul id="pg-tabs"><li class="pg-tab"><a href="/">{self.word("首頁", "Home")}</a></li>{tabs}</ul>\n<div id="pg-lead"><img src="/adimg/728x90.gif" width="728" height="90" alt="{self.word("廣告", "Advertisement")}" /></div>\n<div id="pg-wrap">\n{page.main}\n</div>\n<div id="pg-foot"><div class="ft-col"><h5>{self.word("新聞", "News")}</h5><ul>{tabs}</ul></div><div class="ft-col"><h5>{self.word("分類廣告", "Classifieds")}</h5><ul>{market}</ul></div><div class="ft-col"><h5>{self.word("讀者服務", "Customer Service")}</h5><ul>{service}</ul></div><p class="ft-legal">{esc(page.paper.rights)} {rights}</p></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """An opening, and what a social network asked for."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:url" content="{attr(copy.url)}" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Cross-heads in bold paragraphs, pulled quotes, fact boxes."""
        if block.kind == "h":
            return f'<p class="art-crosshead"><b>{spans(block.spans)}</b></p>'
        if block.kind == "quote":
            return f'<blockquote class="art-pull"><p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "table":
            return (
                f'<div class="art-data">{table(block.rows, chr(32) + "cellspacing=" + chr(34) + "0" + chr(34))}</div>'
            )
        if block.kind == "embed":
            return f'<div class="art-player"><iframe src="{attr(block.url)}" width="490" height="300" frameborder="0" scrolling="no"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A photo, its words, whose it is, a way to buy it."""
        credit = f'<span class="ph-credit">{esc(picture.credit)}</span>' if picture.credit else ""
        wide = 490 if picture.number % 3 else 240
        return f'<div class="ph ph-{wide}"><img src="{self.source(copy, picture)}" width="{wide}" alt="" /><div class="ph-cut"><span class="ph-words">{esc(picture.caption)}</span>{credit}<a class="ph-buy" href="/buyphoto/{picture.number}">{copy.say("購買照片", "Purchase Image")}</a></div></div>'

    def _rail(self, copy: Copy) -> str:
        """The narrow column beside the text."""
        by = copy.linked("<strong>{}</strong>")
        by = (
            f'<div class="rl-box"><h6>{copy.say("撰稿", "Written by")}</h6><p class="rl-by">{by}</p></div>\n'
            if by
            else ""
        )
        changed = copy.changed(f'<div class="rl-box"><h6>{copy.say("最後更新", "Last updated")}</h6><p class="rl-time">{{}}</p></div>\n')  # fmt: skip
        topics = copy.tags('<li><a href="{url}">{tag}</a></li>')
        topics = f'<div class="rl-box"><h6>{copy.say("話題", "Topics")}</h6><ul class="rl-topics">{topics}</ul></div>\n' if topics else ""  # fmt: skip
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 3)
        return f'<div id="art-rail">\n{by}<div class="rl-box"><h6>{copy.say("分類", "Filed under")}</h6><p class="rl-filed"><a href="{copy.section_url}">{copy.section}</a></p></div>\n{topics}{changed}<div class="rl-box rl-more"><h6>{copy.say("相關連結", "Related links")}</h6><ul>{more}</ul></div>\n</div>\n'

    def story(self, copy: Copy) -> str:
        """Headline, hour and tools, rail and text with an advertisement, remarks, a column of deals and ranks."""
        pieces = self.blocks(copy)
        advert = f'<div class="art-ad"><span>{copy.say("廣告", "Advertisement")}</span><img src="/adimg/300x250.gif" width="300" height="250" alt="" /></div>'
        if len(pieces) > self.break_at:
            pieces.insert(self.break_at, advert)
        said = copy.remarks('<div class="cm-post"><span class="cm-user">{who}</span> <span class="cm-when">{when}</span><div class="cm-words">{what}</div><a href="#report">&#9873;</a></div>\n')  # fmt: skip
        poll = (
            f'<div class="sd-box"><h4>{copy.say("今日投票", "Today’s poll")}</h4><p>{copy.say("你會去看今年的巡遊嗎？", "Will you go to the parade this year?")}</p><p><input type="radio" name="v" /> {copy.say("會", "Yes")} <input type="radio" name="v" /> {copy.say("不會", "No")}</p><input type="button" value="{copy.say("投票", "Vote")}" /></div>\n'
            if self.poll
            else ""
        )
        ranks = copy.others("<li><a href=`{url}`>{title}</a></li>", 5)
        return (
            f'<div id="pg-main">\n<h1 class="art-head">{copy.title}</h1>\n<div class="art-line"><span class="art-when">{copy.day}</span> | <a href="#comments">{copy.say("留言", "Comments")}</a></div>\n<div class="art-tools"><a href="/recommend">{copy.say("推薦", "Recommend")}</a> <a href="/tweet">Twitter</a> <a href="/facebook">Facebook</a> <a href="/print">{copy.say("列印", "Print")}</a> <a href="#">A</a> <a href="#">A</a></div>\n{self._rail(copy)}<div id="art-text">\n{chr(10).join(pieces)}\n</div>\n'
            f'<div id="comments"><h4>{copy.say("參與討論", "Join the discussion")}</h4><p class="cm-rules">{copy.say("留言者須對其言論負責，請保持禮貌。", "You share in the community, so please keep your comments civil.")}</p>\n{said}</div>\n</div>\n<div id="pg-side">\n<div class="sd-box sd-deal"><h4>{copy.say("今日優惠", "Deal of the day")}</h4><p>{copy.say("晚餐券半價，只限今天", "Half off dinner for two, today only")}</p></div>\n{poll}<div class="sd-box"><h4>{copy.say("最多人看", "Most Viewed")}</h4><ol>{ranks}</ol></div>\n<div class="sd-box"><h4>{copy.say("照片集", "Photo Galleries")}</h4><p><a href="/photos/1">{copy.say("周末街拍", "Weekend on the square")}</a></p></div>\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with their hours, openings."""
        rows = "".join(
            f'<div class="fr-item"><h3><a href="{attr(c.url)}">{esc(c.title)}</a></h3><span class="fr-when">{self.day(c.published)}</span><p>{esc(c.summary)}&#8230; <a class="fr-full" href="{attr(c.url)}">{self.word("全文", "Full story")}</a></p></div>\n'
            for c in cards
        )
        more = f'<p class="fr-more"><a href="{attr(older)}">{self.word("更早的新聞", "More headlines")} &#187;</a></p>' if older else ""  # fmt: skip
        return f'<div id="pg-main">\n<h2 class="fr-head">{esc(heading)}</h2>\n{rows}{more}</div>\n<div id="pg-side"><div class="sd-box sd-deal"><h4>{self.word("今日優惠", "Deal of the day")}</h4><p>{self.word("晚餐券半價，只限今天", "Half off dinner for two, today only")}</p></div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page for customers."""
        return f'<div id="pg-main" class="cs-page">\n<h2 class="fr-head">{esc(heading)}</h2>\n{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}\n</div>'


class Rudd(Freehand):
    """2009: a fortnightly magazine on a free content management: content elements with numbers, a rubric and a day above the headline, who wrote and who photographed below the text, no hour and no change anywhere."""

    name = "rudd"

    def draw(self, rng: Random) -> None:
        """Whether the terms stand before the writers, where the issue's box stands, how it signs."""
        self.terms_first = rng.random() < 0.5
        self.issue_left = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("文：{a}", "文：{a}、{b}", photo="文：{a}｜圖：{b}", desk="整理：{o}", agency="稿源：{o}", role="文", roles=("文", "圖")),
            Hand("{a} 撰", "{a}、{b} 撰", placed="{a} 撰於{p}", photo="{a} 撰　{b} 攝", desk="{o}", agency="{o} 稿", role="撰", roles=("撰", "攝")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("Text: {a}", "Text: {a}, {b}", desk="Compiled by {o}", agency="Source: {o}", role="Text"),
            Hand("{a}", "{a} and {b}", placed="{a}, writing from {p}"),
        )

    def day(self, t: datetime) -> str:
        """``Thursday, 8 March 2009``; ``2009.03.08（週日）``."""
        if self.english:
            return f"{DAYS[t.weekday()]}, {t.day} {MONTHS[t.month - 1]} {t.year}"
        return f"{t:%Y.%m.%d}（週{DAYS_ZH[t.weekday()]}）"

    def frame(self, page: Shell) -> str:
        """A head of links in two rows, crumbs, a column of content elements, a foot."""
        menu = self.menu(
            page.paper,
            '<li class="{on}"><a href="{url}" title="{name}" onfocus="blurLink(this);">{name}</a></li>',
            now=page.section,
            current="act",
        )
        meta = "".join(
            f'<a href="/{k}">{self.word(zh, en)}</a> | '
            for k, zh, en in (("abo", "訂閱", "Subscriptions"), ("media", "廣告刊例", "Advertising rates"), ("archive", "過刊", "Back issues"), ("imprint", "版權頁", "Imprint"))
        )  # fmt: skip
        here = f" &gt; <span>{esc(page.title)}</span>" if page.is_story else ""
        events = "".join(
            f'<dt>{day}</dt><dd><a href="/agenda/{n}">{self.word(zh, en)}</a></dd>'
            for n, day, zh, en in ((1, "14.", "讀者沙龍", "Readers’ salon"), (2, "19.", "紀錄片放映", "Documentary night"), (3, "27.", "舊書市集", "Second-hand book fair"))
        )  # fmt: skip
        left = (
            f'<div id="left"><div id="c31" class="csc-default"><div class="csc-header csc-header-n1"><h4>{self.word("活動", "Agenda")}</h4></div><dl class="agenda">{events}</dl></div>\n'
            f'<div id="c34" class="csc-default"><div class="csc-header"><h4>{self.word("通訊", "Newsletter")}</h4></div><form action="/newsletter" method="post"><p class="bodytext">{self.word("每兩周一封，隨時可退。", "Every other week; leave whenever you like.")}</p><input type="text" name="email" size="14" /><input type="submit" value="OK" /></form></div></div>\n'
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language[:2]}" lang="{self.language[:2]}">\n<head>\n{heads(page.charset, old=True)}\n<link rel="stylesheet" type="text/css" href="/typo/temp/stylesheet_b5d2a1.css" />\n<title>{esc(page.paper.name)}: {esc(page.title)}</title>\n{page.head}<script type="text/javascript" src="/typo/temp/javascript_93077b.js"></script>\n</head>\n<body>\n<div id="page">\n<div id="metanav">{meta}<a href="/sitemap">{self.word("網站地圖", "Sitemap")}</a></div>\n'
            f'<div id="logo"><a href="/"><img src="/fileadmin/tpl/logo.gif" width="310" height="64" alt="{attr(page.paper.name)}" border="0" /></a></div>\n<ul id="mainnav">{menu}</ul>\n<div id="rootline">{self.word("你在這裡", "You are here")}: <a href="/">{self.word("首頁", "Start")}</a>{here}</div>\n{left}<div id="content">\n<!--TYPO_SEARCH_begin-->\n{page.main}\n<!--TYPO_SEARCH_end-->\n</div>\n'
            f'<div id="footer"><p>{esc(page.paper.rights)} | <a href="/imprint">{self.word("版權頁", "Imprint")}</a> | <a href="#page">{self.word("回頁首", "Top")}</a></p></div>\n</div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """An opening, as every page has it."""
        return f'<meta name="generator" content="a free content management" />\n<meta name="description" content="{attr(copy.lead)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Every paragraph with the class that the editor gives; quotations indented, films in a container."""
        if block.kind == "p":
            return f'<p class="bodytext">{spans(block.spans)}</p>'
        if block.kind == "note":
            return f'<p class="bodytext"><i>{spans(block.spans)}</i></p>'
        if block.kind == "quote":
            return f'<blockquote style="margin-left:40px;"><p class="bodytext">{spans(block.spans)}</p></blockquote>'
        if block.kind == "table":
            return table(block.rows, ' class="contenttable" summary=""')
        if block.kind == "embed":
            return f'<div class="tx-film"><iframe src="{attr(block.url)}" width="460" height="284" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An image that opens larger, its caption, whose it is."""
        credit = f' <span class="csc-copyright">{esc(picture.credit)}</span>' if picture.credit else ""
        place = "center-above" if picture.number % 2 else "intext-right"
        width = 460 if picture.number % 2 else 220
        return f'<div class="csc-textpic csc-textpic-{place}"><div class="csc-textpic-imagewrap"><a href="/index.php?eID=cm_showpic&amp;n={picture.number}" onclick="openPic(this.href); return false;"><img src="{self.source(copy, picture)}" width="{width}" border="0" alt="" /></a></div><div class="csc-textpic-caption" style="width:{width}px;">{esc(picture.caption)}{credit}</div></div>'

    def _elements(self, copy: Copy) -> str:
        """The text in content elements, each begun by a heading of its own but the first."""
        number = 40 + 7 * copy.article.index
        out = f'<div id="c{number}" class="csc-default">\n'
        for block in copy.version.blocks:
            if block.kind == "h":
                number += 1
                out += f'</div>\n<div id="c{number}" class="csc-default">\n<div class="csc-header"><h2>{spans(block.spans)}</h2></div>\n'
            else:
                out += self.block(copy, block) + "\n"
        return out + "</div>\n"

    def story(self, copy: Copy) -> str:
        """Rubric and day, headline, the issue's box, elements, who made it, terms, ways to pass it on, letters, neighbours."""
        issue = f'<div class="tx-issue" style="float:{"left" if self.issue_left else "right"};"><h4>{copy.say("本期內容", "In this issue")}</h4><ul>{copy.others("<li><a href=`{url}` title=`{title}`>{title}</a></li>", 4)}</ul><p><a href="/abo">{copy.say("訂閱一年二十四期", "Twenty-four issues a year")}</a></p></div>\n'
        by = copy.signed('<div class="mag-single-author">{}</div>\n')
        terms = copy.tags('<a href="{url}">{tag}</a>', ", ")
        terms = f'<div class="mag-single-terms">{copy.say("關鍵詞", "Keywords")}: {terms}</div>\n' if terms else ""
        below = terms + by if self.terms_first else by + terms
        said = copy.remarks('<div class="tx-letters-entry"><p class="tx-letters-by">{who}, {when}</p><p>{what}</p></div>\n', 2)  # fmt: skip
        letters = f'<div class="tx-letters"><h3>{copy.say("讀者來信", "Letters")}</h3>\n{said}<p><a href="/letters">{copy.say("寫信給編輯部", "Write to the editors")}</a></p></div>\n'
        around = copy.others("<a href=`{url}`>{title}</a>", 2, " | ", skip=4)
        return (
            f'<div class="mag-single">\n<div class="mag-single-top"><span class="mag-single-rubric"><a href="{copy.section_url}">{copy.section}</a></span> <span class="mag-single-date">{copy.day}</span></div>\n<h1>{copy.title}</h1>\n{issue}{self._elements(copy)}{below}'
            f'<div class="mag-single-links"><a href="/print">{copy.say("列印版", "Print version")}</a> <a href="/tipafriend">{copy.say("轉寄朋友", "Tip a friend")}</a> <a href="/bookmark">{copy.say("加入書籤", "Bookmark")}</a></div>\n{letters}<div class="mag-single-more">{copy.say("還可以讀", "Read on")}: {around}</div>\n<div class="mag-single-back"><a href="{copy.section_url}">&lt;&lt; {copy.say("返回", "Back to")} {copy.section}</a></div>\n</div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rubric and day, headline, opening, a link to go on."""
        rows = "".join(
            f'<div class="mag-list-item"><div class="mag-list-date">{esc(c.section)} {self.day(c.published)}</div><h2><a href="{attr(c.url)}" title="{attr(c.title)}">{esc(c.title)}</a></h2><p class="bodytext">{esc(c.summary)}... <a href="{attr(c.url)}">[{self.word("繼續", "more")}]</a></p><hr class="cl" /></div>\n'
            for c in cards
        )
        more = f'<div class="mag-browse"><span class="act">1</span> <a href="{attr(older)}">{self.word("下一頁", "Next")} &gt;</a></div>\n' if older else ""  # fmt: skip
        return f'<div class="csc-default"><div class="csc-header csc-header-n1"><h1>{esc(heading)}</h1></div>\n<div class="mag-list">\n{rows}{more}</div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """One element of text."""
        words = "".join(f'<p class="bodytext">{esc(p)}</p>' for p in paragraphs)
        return f'<div id="c12" class="csc-default"><div class="csc-header csc-header-n1"><h1>{esc(heading)}</h1></div>{words}</div>'


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Roach, Rudd)
ADDRESSES: dict[str, Form] = {
    "article/day/SECTION/number/Slug": Form(lambda p, a, _v: f"/article/{a.published:%Y%m%d}/{_part(p, a).upper()}/{a.published:%m%d%H%M}{int(a.id) % 100:02d}/{ascii_slug(a).title()}", has_id=False),
    "nc/magazine/section/detail/id/slug": Form(lambda p, a, _v: f"/nc/magazine/{_part(p, a)}/detail/{a.id}/{ascii_slug(a)[:-5]}/"),
}  # fmt: skip
