"""Designs of ``held_out``: a regional daily's bought system of 2010, a magazine on a free publishing system of 2012."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Char", "Grayling"]

_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


class Char(Freehand):
    """2010: a regional daily on a system sold to its whole trade: section over the headline, two hours under the writer, a box and an advert among the paragraphs, topics for machines alone."""

    name = "char"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """The order of writer and hours, the vendor's prefix, how it signs."""
        self.hours_first = rng.random() < 0.4
        self.px = choose(rng, "vst", "nx", "cdp")
        self.box = 2 + int(rng.random() * 2)
        self.hand = choose(
            rng,
            Hand("本報記者 {a}", "本報記者 {a}、{b}", placed="本報記者 {a}｜{p}", role="本報記者", agency="{o}報道"),
            Hand("採訪／{a}", "採訪／{a}、{b}", photo="採訪／{a}　攝影／{b}", role="採訪", roles=("採訪", "攝影")),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", placed="By {a} in {p}", desk="By the {o}"),
            Hand("By {a}", "By {a} and {b}", desk="Compiled by the {o}", agency="From {o}"),
        )

    def day(self, t: datetime) -> str:
        """``Sept. 8, 2010, at 5:12 p.m.``; ``2010年9月8日 下午5:12``."""
        hour = f"{t.hour % 12 or 12}:{t:%M}"
        if self.english:
            return f"{_SHORT[t.month - 1]} {t.day}, {t.year}, at {hour} {'a.m.' if t.hour < 12 else 'p.m.'}"
        return f"{t.year}年{t.month}月{t.day}日 {'上午' if t.hour < 12 else '下午'}{hour}"

    def frame(self, page: Shell) -> str:
        """Classified links, flag with weather and search, tabs, the story's well, a rail of jobs and deals, a foot of columns."""
        px = self.px
        tabs = self.menu(page.paper, '<li{on}><a href="{url}"><span>{name}</span></a></li>\n', now=page.section, current=' class="selected"')  # fmt: skip
        jobs = "".join(
            f"<li><a href='/jobs/{n}'>{self.word(zh, en)}</a><em>{self.word(where, place)}</em></li>"
            for n, zh, where, en, place in (
                (31, "夜班護士", "聖安養院", "Registered nurse, nights", "St. Anne's Home"),
                (47, "貨車司機", "大通運輸", "CDL driver, regional", "Dalton Freight"),
                (52, "市場推廣助理", "合作信用社", "Marketing assistant", "Co-op Credit Union"),
            )
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:og="http://opengraphprotocol.org/schema/">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" type="text/css" href="/{px}/css/global.css" media="all" />\n<link rel="stylesheet" type="text/css" href="/{px}/css/print.css" media="print" />\n<script type="text/javascript" src="/{px}/js/jquery-1.4.2.min.js"></script>\n<script type="text/javascript">var {px}_site = {{zone: "{"story" if page.is_story else "index"}", tile: 1}};</script>\n</head>\n'
            f'<body class="{px}Page"><div id="{px}Verticals"><a href="/jobs">{self.word("求職", "Jobs")}</a> <a href="/autos">{self.word("汽車", "Autos")}</a> <a href="/homes">{self.word("置業", "Homes")}</a> <a href="/classifieds">{self.word("分類小廣告", "Classifieds")}</a> <a href="/obituaries">{self.word("告別", "Obituaries")}</a> <span class="{px}Account"><a href="/users/login">{self.word("登入", "Log in")}</a> | <a href="/subscribe">{self.word("訂報", "Subscribe")}</a> | <a href="/eedition">{self.word("電子版", "e-Edition")}</a></span></div>\n'
            f'<div id="{px}Flag"><a href="/"><img src="/{px}/img/flag.png" width="420" height="64" alt="{attr(page.paper.name)}" /></a><div class="{px}Weather"><img src="/{px}/img/wx/34.gif" alt="" /> <b>61&deg;</b> {self.word("大致晴朗", "Mostly sunny")} <a href="/weather">{self.word("五日預報", "5-day forecast")}</a></div><form action="/search" method="get"><input type="text" name="q" size="22" /> <label><input type="radio" name="t" value="site" checked="checked" /> {self.word("本站", "Site")}</label> <label><input type="radio" name="t" value="biz" /> {self.word("商戶", "Businesses")}</label> <input type="submit" value="{self.word("查找", "Search")}" /></form></div>\n'
            f'<ul id="{px}Tabs"><li><a href="/"><span>{self.word("首頁", "Home")}</span></a></li>\n{tabs}</ul>\n<div id="{px}Leader"><script type="text/javascript">dfp("leaderboard");</script></div>\n<div id="{px}Grid">\n<div id="{px}Well">\n{page.main}\n</div>\n'
            f'<div id="{px}Rail"><div class="adRect"><script type="text/javascript">dfp("rect300");</script></div><div class="railBox"><h3>{self.word("精選職位", "Top Jobs")}</h3><ul class="topJobs">{jobs}</ul><p><a href="/jobs">{self.word("查看所有職位", "See all jobs")} &raquo;</a></p></div><div class="railBox"><h3>{self.word("今日特價", "Deal of the Day")}</h3><p>{self.word("十五元享三十元晚餐：河畔餐館", "$15 for $30 worth of dinner at Riverside Grill")} <a href="/deals">{self.word("立即下單", "Buy now")}</a></p></div><div class="railBox"><h3>{self.word("新聞電郵", "E-mail Alerts")}</h3><p>{self.word("突發新聞直送你的信箱。", "Breaking news in your inbox.")} <a href="/alerts">{self.word("登記", "Sign up")}</a></p></div></div>\n</div>\n'
            f'<div id="{px}Foot"><dl><dt>{self.word("服務", "Services")}</dt><dd><a href="/contact">{self.word("聯絡我們", "Contact us")}</a></dd><dd><a href="/about">{self.word("關於本報", "About us")}</a></dd><dd><a href="/delivery">{self.word("暫停派報", "Vacation hold")}</a></dd></dl><dl><dt>{self.word("廣告", "Advertising")}</dt><dd><a href="/mediakit">{self.word("價目", "Media kit")}</a></dd><dd><a href="/classifieds/place">{self.word("刊登小廣告", "Place an ad")}</a></dd></dl><p class="legal">{esc(page.paper.rights)} <a href="/terms">{self.word("使用條款", "Terms of use")}</a> | <a href="/privacy">{self.word("私隱政策", "Privacy policy")}</a></p></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Topics, an opening, what a shared link shows."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{attr(", ".join(copy.said.tags or ()))}" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:type" content="article" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the newsroom's own program sends over."""
        if block.kind == "h":
            return f'<p class="subhed"><b>{spans(block.spans)}</b></p>'
        if block.kind == "quote":
            return f'<div class="pullQuote"><span>{spans(block.spans)}</span></div>'
        if block.kind == "note":
            return f'<p class="correx"><i>{spans(block.spans)}</i></p>'
        if block.kind == "table":
            return table(block.rows, ' class="agate" cellspacing="0" cellpadding="3"')
        if block.kind == "embed":
            return f'<div class="storyVideo"><iframe src="{attr(block.url)}" width="480" height="295" frameborder="0"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A box at the right: who took it, what it shows, a call to buy it."""
        credit = f'<p class="photog">{esc(picture.credit)}</p>' if picture.credit else ""
        return f'<div class="storyPhoto"><a href="/photos/{picture.number % 99999}"><img src="{self.source(copy, picture)}" width="300" alt="" /></a>{credit}<p class="cutline">{esc(picture.caption)}</p><p class="reprint"><a href="/store/{picture.number % 99999}">{copy.say("訂印此照片", "Buy this photo")}</a></p></div>'

    def story(self, copy: Copy) -> str:
        """Section, headline, writer, hours, tools, text with a box and an advert, how to reach the desk, neighbours, remarks, what is most read."""
        pieces = self.blocks(copy)
        near = copy.others('<li><a href="{url}">{title}</a></li>', 2, skip=2)
        if near and len(pieces) > self.box + 1:
            pieces.insert(self.box, f'<div class="storyInset"><h5>{copy.say("相關報道", "RELATED STORIES")}</h5><ul>{near}</ul></div>')  # fmt: skip
        if len(pieces) > self.box + 4:
            pieces.insert(self.box + 3, f'<div class="storyAd"><small>{copy.say("廣告", "Story continues below advertisement")}</small><script type="text/javascript">dfp("instory");</script></div>')  # fmt: skip
        by = copy.signed('<p class="storyByline">{}</p>\n')
        changed = copy.changed(f'<br />\n<span class="modified">{copy.say("更新：", "Last modified")} {{}}</span>')
        hours = f'<p class="storyStamp"><span class="posted">{copy.say("刊登：", "Posted")} {copy.day}</span>{changed}</p>\n'
        tools = f'<ul class="storyTools"><li><a href="/print/{copy.article.id}" rel="nofollow">{copy.say("列印", "Print this")}</a></li><li><a href="/email/{copy.article.id}" rel="nofollow">{copy.say("電郵", "E-mail this")}</a></li><li><a href="#reaction">{copy.say("留言", "Comments")}</a></li><li class="sizer">{copy.say("字體", "Text size")} <a href="#">A</a> <a href="#">A</a> <a href="#">A</a></li><li><a href="http://digg.example/submit">Digg</a></li><li><a href="http://social.example/share">Facebook</a></li></ul>\n'
        remarks = copy.remarks('<li><cite>{who}</cite><span class="when">{when}</span><div>{what}</div><a class="flag" href="#">' + copy.say("檢舉", "Report abuse") + "</a></li>\n")  # fmt: skip
        read = copy.others("<li><a href=`{url}`>{title}</a></li>", 5)
        return (
            f'<div class="storyPackage">\n<h4 class="storyKicker"><a href="{copy.section_url}">{copy.section}</a></h4>\n<h1 class="storyHed">{copy.title}</h1>\n{hours + by if self.hours_first else by + hours}{tools}<div class="storyText">\n{chr(10).join(pieces)}\n</div>\n'
            f'<div class="storyFoot"><p>{copy.say("有消息提供？請致電編輯部 5550-2200 或電郵", "Have a tip? Call the newsroom at 555-0120 or write to")} <a href="mailto:news@{copy.paper.host}">news@{copy.paper.host}</a></p></div>\n{tools}</div>\n<div class="mostBox"><ul class="mostTabs"><li class="on">{copy.say("最多人讀", "Most read")}</li><li>{copy.say("最多人寄", "Most e-mailed")}</li><li>{copy.say("最多留言", "Most commented")}</li></ul><ol>{read}</ol></div>\n'
            f'<div id="reaction"><h3>{copy.say("讀者反應", "Reader reaction")}</h3><p class="rules">{copy.say("請文明發言。違規留言會被移走。", "Keep it civil. Comments that break the rules will be removed.")} <a href="/rules">{copy.say("守則", "Guidelines")}</a></p><ul>{remarks}</ul><p><a href="/users/login">{copy.say("登入後留言", "Log in to comment")}</a></p></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines with hours and openings."""
        rows = "".join(
            f'<div class="headlineItem"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><span class="posted">{self.day(c.published)}</span><p>{esc(c.summary)}... <a class="full" href="{attr(c.url)}">{self.word("全文", "Full story")}</a></p></div>\n'
            for c in cards
        )
        more = f'<p class="olderLink"><a href="{attr(older)}">{self.word("較早的新聞", "Older headlines")} &raquo;</a></p>' if older else ""  # fmt: skip
        return f'<div class="indexPackage"><h1 class="indexHed">{esc(heading)}</h1>\n{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A plain page of the business office."""
        return f'<div class="staticPackage"><h1 class="staticHed">{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


class Grayling(Freehand):
    """2012: a magazine on a free publishing system of attributes: day and department in one sentence, an opening apart, embedded objects, terms below the text, no change anywhere."""

    name = "grayling"

    def draw(self, rng: Random) -> None:
        """Where the writer stands, which side the menu, how it signs."""
        self.at_end = rng.random() < 0.4
        self.cols = choose(rng, "nosidemenu extrainfo", "sidemenu extrainfo", "nosidemenu subtreeextrainfo")
        self.side = choose(rng, "right", "center")
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", photo="{a}（文）　{b}（攝影）", roles=("文", "攝影"), agency="轉載自{o}"),
            Hand("撰文　{a}", "撰文　{a}、{b}", role="撰文"),
        )
        self.hand_en = choose(
            rng, Hand("{a}", "{a}, {b}", desk="The {o}"), Hand("Text: {a}", "Text: {a}, {b}", role="Text")
        )

    def day(self, t: datetime) -> str:
        """``8 March 2012``; ``2012年3月8日``."""
        return f"{t.day} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def bordered(self, inside: str) -> str:
        """The system's box with eight corners."""
        return f'<div class="border-box">\n<div class="border-tl"><div class="border-tr"><div class="border-tc"></div></div></div>\n<div class="border-ml"><div class="border-mr"><div class="border-mc float-break">\n{inside}\n</div></div></div>\n<div class="border-bl"><div class="border-br"><div class="border-bc"></div></div></div>\n</div>\n'

    def frame(self, page: Shell) -> str:
        """Header with links and search, top menu, main area, information at the side, a footer."""
        items = self.menu(page.paper, '<li class="{on}"><div><a href="{url}"><span>{name}</span></a></div></li>\n', now=page.section, current="selected")  # fmt: skip
        issue = self.bordered(
            f'<div class="attribute-header"><h2>{self.word("本期封面", "The current issue")}</h2></div><a href="/issue"><img src="/var/mag/storage/images/cover_medium.jpg" alt="{self.word("封面", "Cover")}" /></a><p>{self.word("報攤、書店有售，每本四十元。", "At newsstands and good bookshops.")}</p><p><a href="/shop/subscription">{self.word("訂閱一年", "Subscribe for a year")}</a></p>'
        )
        mailing = self.bordered(
            f'<div class="attribute-header"><h2>{self.word("電子報", "Newsletter")}</h2></div><form action="/newsletter/subscribe" method="post"><input type="text" name="Subscription_Email" class="halfbox" /><input type="submit" class="button" value="{self.word("訂閱", "Subscribe")}" /></form>'
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">\n<head>\n<title>{esc(page.title)} / {esc(page.paper.name)}</title>\n{heads(page.charset, old=True)}\n<meta name="copyright" content="{attr(page.paper.name)}" />\n{page.head}<meta name="MSSmartTagsPreventParsing" content="TRUE" />\n<meta name="generator" content="eZ Publish" />\n<link rel="Home" href="/" title="{attr(page.paper.name)}" />\n<link rel="stylesheet" type="text/css" href="/design/mag/stylesheets/pagelayout.css" />\n</head>\n'
            f'<body>\n<div id="page" class="{self.cols}">\n<div id="header"><div id="usermenu"><div id="links"><ul><li><a href="/user/login">{self.word("登入", "Log in")}</a></li><li><a href="/content/view/sitemap/2">{self.word("網站地圖", "Site map")}</a></li><li><a href="/rss/feed/all">RSS</a></li></ul></div></div>\n<div id="logo"><a href="/" title="{attr(page.paper.name)}"><img src="/var/mag/storage/images/design/logo.png" alt="{attr(page.paper.name)}" width="260" height="70" /></a></div>\n<div id="searchbox"><form action="/content/search"><label for="searchtext" class="hide">{self.word("查找文字：", "Search text:")}</label><input id="searchtext" name="SearchText" type="text" value="" size="12" /><input id="searchbutton" class="button" type="submit" value="{self.word("查找", "Search")}" /></form></div>\n<p class="hide"><a href="#main">{self.word("跳至主要內容", "Skip to main content")}</a></p></div>\n<hr class="hide" />\n'
            f'<div id="topmenu"><div id="topmenu-design"><h3 class="hide">{self.word("選單", "Top menu")}</h3><ul>\n{items}</ul></div></div>\n<hr class="hide" />\n<div id="columns-position"><div id="columns" class="float-break">\n<div id="main-position"><div id="main" class="float-break"><div class="overflow-fix">\n{page.main}\n</div></div></div>\n'
            f'<div id="extrainfo-position"><div id="extrainfo"><div class="overflow-fix">\n{issue}{mailing}</div></div></div>\n</div></div>\n<hr class="hide" />\n<div id="footer"><address>{esc(page.paper.rights)} <a href="/about">{self.word("關於本刊", "About the magazine")}</a> <a href="/contact">{self.word("聯絡編輯部", "Contact the editors")}</a><br />{self.word("本站採用", "Powered by")} <a href="http://ez.no">eZ Publish</a></address></div>\n</div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """What the system's own markup becomes."""
        if block.kind == "h":
            return f'<a name="eztoc{copy.article.id}"></a><h2>{spans(block.spans)}</h2>'
        if block.kind == "quote":
            return f'<div class="object-{self.side}"><div class="quote"><p>{spans(block.spans)}</p></div></div>'
        if block.kind == "note":
            return f'<div class="factbox"><div class="factbox-content"><p>{spans(block.spans)}</p></div></div>'
        if block.kind == "table":
            return table(block.rows, ' class="renderedtable" border="0" cellpadding="2" cellspacing="0" width="100%"')
        if block.kind == "embed":
            return f'<div class="object-center"><div class="content-view-embed"><div class="class-video"><iframe src="{attr(block.url)}" width="520" height="320" frameborder="0"></iframe></div></div></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """An object of the class of images."""
        credit = f'<div class="attribute-photographer"><p>{esc(picture.credit)}</p></div>' if picture.credit else ""
        return f'<div class="object-center"><div class="content-view-embed"><div class="class-image"><div class="attribute-image"><img src="{self.source(copy, picture)}" width="520" height="347" style="border: 0px;" alt="" title="" /></div><div class="attribute-caption"><p>{esc(picture.caption)}</p></div>{credit}</div></div></div>'

    def story(self, copy: Copy) -> str:
        """Path, headline, a sentence of day and department, opening, text, writer, terms, ways to pass it on, others of the issue."""
        blocks = copy.version.blocks
        hero = short = ""
        if blocks[0].picture:
            hero, blocks = f"{self.block(copy, blocks[0])}\n", blocks[1:]
        if blocks and blocks[0].kind == "p":
            short, blocks = f'<div class="attribute-short">\n{self.block(copy, blocks[0])}\n</div>\n', blocks[1:]
        t = copy.article.published
        by = copy.linked('<a href="/contributors">{}</a>')
        by = f'<p class="author">{by}</p>\n' if by else ""
        top, end = ("", f'<div class="attribute-author">{by}</div>\n' if by else "") if self.at_end else (by, "")
        filed = f'<span class="date">{copy.day}</span>'
        link = f'<a href="{copy.section_url}">{copy.section}</a>'
        number = (t.year - 1998) * 12 + t.month
        sentence = (
            f"Published on {filed} in {link} (issue {number})" if self.english else f"{filed}刊於{link}（第{number}期）"
        )
        others = copy.others(
            '<div class="content-view-line"><div class="class-article float-break"><h2><a href="{url}">{title}</a></h2><div class="attribute-short"><p>{lead}…</p></div></div></div>\n',
            3,
        )
        main = self.bordered(
            f'<div class="content-view-full">\n<div class="class-article">\n<div class="attribute-header">\n<h1>{copy.title}</h1>\n</div>\n<div class="attribute-byline">\n{top}<p class="published">{sentence}</p>\n</div>\n{hero}{short}<div class="attribute-long">\n{chr(10).join(self.blocks(copy, blocks))}\n</div>\n{end}'
            f'<div class="attribute-tags"><p>{copy.say("關鍵字", "Keywords")}: {copy.tags("<a href=`{url}` rel=`tag`>{tag}</a>", ", ")}</p></div>\n<div class="attribute-tipafriend"><p><a href="/content/tipafriend/{copy.article.id}">{copy.say("轉寄給朋友", "Tip a friend")}</a> <a href="/layout/set/print/content/view/full/{copy.article.id}">{copy.say("列印版", "Printable version")}</a></p></div>\n</div>\n</div>'
        )
        also = self.bordered(f'<div class="attribute-header"><h2>{copy.say("同一欄目", "From the same department")}</h2></div>\n{others}')  # fmt: skip
        return (
            f'<div id="path"><p><a href="/">{copy.say("首頁", "Home")}</a> <span class="path-separator">/</span> <a href="{copy.section_url}">{copy.section}</a> <span class="path-separator">/</span> <span class="path-text">{copy.title}</span></p></div>\n{main}'
            f'<div class="attribute-comments"><h1>{copy.say("讀者回應", "Comments")}</h1><div class="message-warning"><p>{copy.say("登入後方可回應。", "Log in or create a user account to comment.")}</p></div></div>\n{also if others else ""}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Lines of articles."""
        rows = "".join(
            f'<div class="content-view-line"><div class="class-article float-break"><h2><a href="{attr(c.url)}">{esc(c.title)}</a></h2><div class="attribute-byline"><p>{", ".join(filter(None, (self.day(c.published), esc(c.author))))}</p></div><div class="attribute-short"><p>{esc(c.summary)}…</p></div><div class="attribute-link"><p><a href="{attr(c.url)}">{self.word("閱讀全文", "Read more")}</a></p></div></div></div>\n<div class="separator"></div>\n'
            for c in cards
        )
        pager = f'<div class="pagenavigator"><p><span class="pages"><span class="current">1</span></span> <span class="next"><a href="{attr(older)}"><span class="text">{self.word("下一頁", "Next")}&nbsp;&raquo;</span></a></span></p></div>' if older else ""  # fmt: skip
        return self.bordered(
            f'<div class="content-view-full"><div class="class-folder"><div class="attribute-header"><h1>{esc(heading)}</h1></div>\n<div class="content-view-children">\n{rows}</div>\n{pager}</div></div>'
        )

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """An object of the class of pages."""
        return self.bordered(
            f'<div class="content-view-full"><div class="class-documentation-page"><div class="attribute-header"><h1>{esc(heading)}</h1></div><div class="attribute-body">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></div>'
        )


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Char, Grayling)
ADDRESSES: dict[str, Form] = {
    "section/ci_id": Form(lambda p, a, _v: f"/{_part(p, a)}/ci_{a.id}"),
    "magazine/number/Section/Slug": Form(lambda p, a, _v: f"/magazine/no.-{(a.published.year - 1998) * 12 + a.published.month}/{_part(p, a).title()}/{ascii_slug(a).capitalize()}", has_id=False),
}  # fmt: skip
