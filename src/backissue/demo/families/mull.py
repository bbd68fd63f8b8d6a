"""A regional title of a newspaper chain, on the system that all the chain's titles share."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]

_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_GONE = ("Agnes Harlow", "Tobias Venn", "Ruth Ferrar", "Leland Moss", "Ines Carrow", "Walter Pym", "Dora Quill")
_GONE_ZH = ("周阿銀", "林添福", "許玉葉", "李水木", "王罔市", "蔡來春", "郭金龍")


class Lapwing(Freehand):
    """2012: a chain's regional title: crumbs, story tools, byline with role and e-mails beside it, posted and updated, hNews or microdata, a rail of trending, obituaries and classifieds."""

    name = "lapwing"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """Which vocabulary machines get, how dates are written, where tools and tags stand, how it signs."""
        self.micro = rng.random() < 0.5
        self.long = rng.random() < 0.5
        self.newest = rng.random() < 0.35  # the stamp stands before the hour of posting
        self.twice = rng.random() < 0.6  # tools below the text too
        self.above = rng.random() < 0.4  # tags above the text
        self.hand = choose(
            rng,
            Hand("記者{a}／綜合報導", "記者{a}、{b}／綜合報導", placed="記者{a}／{p}報導", photo="{a}／文　{b}／攝影", desk="{o}／整理", agency="{o}／外電", role="記者"),
            Hand("〔記者{a}報導〕", "〔記者{a}、{b}聯合報導〕", placed="〔記者{a}{p}報導〕", photo="〔記者{a}報導　{b}攝〕", desk="〔{o}〕", agency="〔{o}電〕", role="記者", roles=("記者", "攝")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("By {a}, Staff Writer", "By {a} and {b}, Staff Writers", placed="By {a}, Staff Writer, {p}", desk="{o} staff report", agency="From {o}", role="Staff Writer"),
            Hand("BY {a} | STAFF REPORTER", "BY {a} AND {b} | STAFF REPORTERS", placed="BY {a} | STAFF REPORTER, {p}", desk="{o}", agency="{o}", role="STAFF REPORTER"),
            Hand("{a}, Regional Reporter", "{a} and {b}, Regional Reporters", placed="{a}, Regional Reporter, {p}", desk="Staff report, {o}", agency="Via {o}", role="Regional Reporter"),
        )  # fmt: skip

    def day(self, t: datetime) -> str:
        """``2:22 a.m. Tuesday, March 18, 2014`` or ``Sept. 3, 2014 | 2:22 PM EDT``; ``2014年3月18日 星期二 上午2:22`` or ``2014/03/18 02:22``."""
        if not self.english:
            return f"{t.year}年{t.month}月{t.day}日 星期{DAYS_ZH[t.weekday()]} {'上午' if t.hour < 12 else '下午'}{clock(t, '', '').strip()}" if self.long else f"{t:%Y/%m/%d %H:%M}"  # fmt: skip
        return f"{clock(t, 'a.m.', 'p.m.')} {DAYS[t.weekday()]}, {MONTHS[t.month - 1]} {t.day}, {t.year}" if self.long else f"{_SHORT[t.month - 1]} {t.day}, {t.year} | {clock(t)} {t:%Z}"  # fmt: skip

    def frame(self, page: Shell) -> str:
        """The chain's bar, the marketplace, the nameplate, sections, the page, the chain's foot."""
        paper, w = page.paper, self.word
        nav = self.menu(paper, '<li class="nmcms-nav-Item nmcms-nav-Item_level1{on}"><a href="{url}"><span>{name}</span></a></li>\n', now=page.section, current=" nmcms-nav-Item_selected")  # fmt: skip
        foot = self.menu(paper, '<li><a href="{url}">{name}</a></li>')
        market = "".join(f'<li class="nmcms-market-Tab nmcms-market-Tab_{k}"><a href="http://{k}.{attr(paper.host)}/" rel="nofollow">{w(zh, en)}</a></li>' for k, zh, en in (("jobs", "求職", "Jobs"), ("autos", "汽車", "Cars"), ("homes", "房屋", "Homes"), ("obits", "追思", "Obituaries"), ("classifieds", "分類廣告", "Classifieds"), ("shop", "優惠", "Daily Deal")))  # fmt: skip
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:og="http://ogp.me/ns#" xmlns:fb="http://www.facebook.com/2008/fbml" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} | {esc(page.section) + " | " if page.section else ""}{esc(paper.name)}</title>\n{page.head}<meta name="generator" content="Northmark Newsroom Suite 6.4.2 (build 20817)" />\n<link rel="stylesheet" type="text/css" href="/nmcms-static/6.4.2/css/global.min.css" />\n<link rel="stylesheet" type="text/css" href="/nmcms-static/site/{len(paper.host):04d}/skin.css" />\n<link rel="alternate" type="application/rss+xml" href="/rss/all.xml" />\n<script type="text/javascript">var NMCMS = {{"site": "{paper.host}", "pageType": "{"story" if page.is_story else "front"}", "meter": 10}};</script>\n</head>\n<body id="nmcms-page-Body" class="nmcms-page-{"assetStory" if page.is_story else "sectionFront"} nmcms-skin-regional3 yui-skin-sam">\n<div id="fb-root"></div>\n'
            f'<div class="nmcms-chain-Bar clearfix"><span class="nmcms-chain-Bar_owner">{w("北標報業集團成員", "A Northmark Media newspaper")}</span><ul class="nmcms-market-Tabs">{market}</ul><ul class="nmcms-user-Links"><li><a href="/login?return=1">{w("會員登入", "Log In")}</a></li><li><a href="/subscribe">{w("訂報", "Subscribe")}</a></li><li><a href="/e-edition">{w("電子報紙", "e-Edition")}</a></li></ul></div>\n<div class="nmcms-ad-Slot nmcms-ad-Slot_leaderboard" id="ad-pos-Top728x90"><!-- 728x90 --></div>\n'
            f'<div class="nmcms-mast-Nameplate"><a href="/" title="{attr(paper.name)}"><img src="/nmcms-static/site/nameplate.png" alt="{attr(paper.name)}" width="420" height="62" /></a><div class="nmcms-mast-Weather"><a href="/weather"><img src="/nmcms-static/wx/34.gif" alt="" /> 19&deg; {w("五日天氣", "5-day forecast")}</a></div><form class="nmcms-search-Form" action="/search" method="get"><input type="text" name="q" /><select name="t"><option>{w("本站", "Site")}</option><option>{w("店家", "Businesses")}</option><option>{w("資料庫", "Archives")}</option></select></form></div>\n<ul class="nmcms-nav-Primary clearfix">\n<li class="nmcms-nav-Item nmcms-nav-Item_home"><a href="/">{w("首頁", "Home")}</a></li>\n{nav}</ul>\n<div id="nmcms-layout-Content" class="nmcms-layout-TwoColumn300 clearfix">\n{page.main}\n</div>\n'
            f'<div class="nmcms-foot-Sitemap clearfix"><div class="nmcms-foot-Column"><h5>{w("版面", "Sections")}</h5><ul>{foot}</ul></div><div class="nmcms-foot-Column"><h5>{w("服務", "Services")}</h5><ul><li><a href="/advertise">{w("刊登廣告", "Advertise with us")}</a></li><li><a href="/vacation-stop">{w("暫停送報", "Vacation stop")}</a></li><li><a href="/reprints">{w("重印授權", "Reprints &amp; permissions")}</a></li></ul></div><div class="nmcms-foot-Column"><h5>{w("集團各報", "Our network")}</h5><ul><li><a href="http://valley.northmark.example/">{w("谷地報", "The Valley Register")}</a></li><li><a href="http://point.northmark.example/">{w("岬角晚報", "Point Evening Mail")}</a></li><li><a href="http://northmark.example/">{w("北標報業", "Northmark Media")}</a></li></ul></div></div>\n<div class="nmcms-foot-Legal">{esc(paper.rights)} <a href="/about">{w("關於本報", "About")}</a> | <a href="/terms">{w("使用條款", "Terms of Service")}</a> | <a href="/privacy">{w("隱私權", "Privacy Policy")}</a></div>\n<script type="text/javascript" src="/nmcms-static/6.4.2/js/story-tools.min.js"></script>\n<noscript><img src="http://metrics.northmark.example/b/ss/1/H.22.1--NS/0" width="1" height="1" alt="" /></noscript>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a shared link shows, the hours in Greenwich's time, keywords, variables for counting."""
        went = f"{copy.article.published.astimezone(UTC):%Y-%m-%dT%H:%M:00Z}"
        edited = f'<meta property="article:modified_time" content="{copy.version.updated.astimezone(UTC):%Y-%m-%dT%H:%M:00Z}" />\n' if copy.version.updated else ""  # fmt: skip
        return f'<link rel="canonical" href="{attr(copy.url)}" />\n<meta name="description" content="{attr(copy.lead)}" />\n<meta name="news_keywords" content="{attr(", ".join(copy.said.tags or ()))}" />\n<meta property="og:type" content="article" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:url" content="{attr(copy.url)}" />\n<meta property="og:site_name" content="{attr(copy.paper.name)}" />\n<meta property="article:published_time" content="{went}" />\n{edited}<meta property="article:author" content="{attr(copy.paper.name)}" />\n<script type="text/javascript">var s_prop = {{"prop1": "{copy.part}", "prop4": "story", "prop16": "nmcms:{copy.article.id}"}};</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """The suite's wrappers: plain paragraphs, modules for what is not a paragraph."""
        if block.kind == "h":
            return f'<p class="nmcms-story-Subhead"><strong>{spans(block.spans)}</strong></p>'
        if block.kind in {"note", "quote"}:
            tag, part = ("div", "Correction") if block.kind == "note" else ("blockquote", "BlockQuote")
            return f'<{tag} class="nmcms-story-{part}"><p>{spans(block.spans)}</p></{tag}>'
        if block.kind == "table":
            return f'<div class="nmcms-asset-DataTable nmcms-asset-Inline_full">{table(block.rows, " border=`0` cellpadding=`4` class=`nmcms-table-Striped`".replace("`", chr(34)))}</div>'
        if block.kind == "embed":
            return f'<div class="nmcms-asset-Video nmcms-asset-Inline_full"><iframe src="{attr(block.url)}" width="620" height="349" frameborder="0" scrolling="no"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A photograph with its credit above the cutline, and an offer to sell prints."""
        prop = ' itemprop="image"' if self.micro else ' class="photo"'
        credit = f'<div class="nmcms-asset-Photo_credit">{esc(picture.credit)}</div>' if picture.credit else ""
        return f'<div id="nmcms-asset-{picture.number}" class="nmcms-asset-Photo nmcms-asset-Inline_full">\n<a class="nmcms-asset-Photo_enlarge" href="/photos/enlarge?id={picture.number}"><img{prop} src="{self.source(copy, picture)}" width="620" alt="" /></a>\n{credit}<div class="nmcms-asset-Photo_cutline">{esc(picture.caption)}</div>\n<div class="nmcms-asset-Photo_buy"><a href="http://photostore.northmark.example/?img={picture.number}" rel="nofollow">{copy.say("照片加洗", "Buy this photo")}</a></div></div>'

    def mails(self, copy: Copy) -> list[str]:
        """Where the writers read their post: initial and surname, or the newsroom's box; agencies have none."""
        boxes = []
        for person in copy.said.people or ():
            local = f"{person.name[0]}{person.name.split()[-1]}".lower() if person.name.isascii() else "newsroom"
            box = f"{local if person.kind == 'person' else 'newsroom'}@{copy.paper.host}"
            boxes += [box] if person.kind != "organisation" and box not in boxes else []
        return boxes

    def tools(self, copy: Copy, where: str) -> str:
        """The bar of story tools."""
        n = copy.article.index * 7 % 41
        items = "".join(f'<li class="nmcms-storyTools-Item nmcms-storyTools-Item_{k}"><a href="{to}"><span>{copy.say(zh, en)}</span></a></li>' for k, to, zh, en in (("comment", "#nmcms-comments", f"留言（{n}）", f"Comments ({n})"), ("recommend", "#", f"收藏 {n % 9}", f"Recommend {n % 9}"), ("facebook", "/share/facebook", "臉書", "Facebook"), ("twitter", "/share/twitter", "推特", "Tweet"), ("email", f"/email?id={copy.article.id}", "轉寄", "E-mail"), ("print", f"/print?id={copy.article.id}", "列印", "Print"), ("font", "#smaller", "A−", "A−"), ("font", "#larger", "A+", "A+")))  # fmt: skip
        return f'<ul class="nmcms-storyTools-Bar nmcms-storyTools-Bar_{where} clearfix">{items}</ul>\n'

    def rail(self, copy: Copy) -> str:
        """Trending, obituaries, classifieds, the weekly letter, the sister papers."""
        at, gone = copy.article.index, _GONE if self.english else _GONE_ZH
        hot = "".join(f'<li class="nmcms-trending-Item"><span class="nmcms-trending-Item_rank">{n}</span> <a href="{attr(c.url)}">{esc(c.title)}</a></li>\n' for n, c in enumerate(copy.related[:4], 1))  # fmt: skip
        obits = "".join(f'<li><a href="/obituaries/{at + k}">{gone[(at + k * 2) % 7]}</a>{copy.say("，", ", ")}{71 + (at * 5 + k * 11) % 26}</li>' for k in range(3))  # fmt: skip
        ads = "".join(f"<li>{copy.say(zh, en)}</li>" for zh, en in (("招倉管夜班，意者請洽本報分類組", "WAREHOUSE nights, bring boots. Reply to box 214"), ("售二手掀背車，里程低，可議", "HATCHBACK one owner, low miles, runs fine"), ("雅房出租，近車站，免中介", "ROOM to let near depot, no agents")))  # fmt: skip
        return f'<div class="nmcms-layout-Region nmcms-layout-Region_rail300">\n<div class="nmcms-ad-Slot nmcms-ad-Slot_rect" id="ad-pos-Right1"><span>{copy.say("廣告", "ADVERTISEMENT")}</span></div>\n<div class="nmcms-trending-Widget"><ul class="nmcms-trending-Tabs"><li class="on">{copy.say("點閱排行", "Trending Now")}</li><li>{copy.say("回應最多", "Most Commented")}</li></ul><ol>\n{hot}</ol></div>\n<div class="nmcms-obits-Module"><h4><a href="/obituaries">{copy.say("今日追思", "Today’s Obituaries")}</a></h4><ul>{obits}</ul><a href="/obituaries/place">{copy.say("刊登追思啟事", "Place a notice")}</a></div>\n<div class="nmcms-classified-Module"><h4>{copy.say("分類精選", "Top Classifieds")}</h4><ul>{ads}</ul><a href="/classifieds/place-ad">{copy.say("刊登分類廣告", "Place an ad")}</a></div>\n<div class="nmcms-newsletter-Module"><h4>{copy.say("訂閱電子報：{letter}", "Newsletter: {letter}")}</h4><form action="/newsletters" method="post"><input type="text" name="email" /><input type="submit" value="{copy.say("訂閱", "Sign up")}" /></form></div>\n</div>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, who with e-mails, hours, tools, text with its insets, topics, the shirttail, remarks, the rail."""
        m = self.micro
        names = copy.linked('<span itemprop="name">{}</span>' if m else '<span class="fn">{}</span>')
        by = f'<div class="nmcms-story-Byline{"" if m else " byline author vcard"}"{" itemprop=`author` itemscope=`itemscope` itemtype=`http://schema.org/Person`".replace("`", chr(34)) if m else ""}>{names}</div>\n' if names else ""  # fmt: skip
        boxes = "".join(f'<a class="nmcms-story-BylineMail" href="mailto:{attr(b)}">{esc(b)}</a> ' for b in self.mails(copy) if names)  # fmt: skip
        boxes = f'<div class="nmcms-story-Contact">{boxes}</div>\n' if boxes else ""
        iso = copy.article.published.replace(second=0, microsecond=0).isoformat()
        went = f'<span class="nmcms-story-Posted"{f" itemprop={chr(34)}datePublished{chr(34)} content={chr(34)}{iso}{chr(34)}" if m else ""}>{copy.say("發布：", "Posted: ")}{copy.day if m else f"<abbr class={chr(34)}published{chr(34)} title={chr(34)}{iso}{chr(34)}>{copy.day}</abbr>"}</span>'  # fmt: skip
        edited = copy.changed(
            f'<span class="nmcms-story-Updated{"" if m else " updated"}">{copy.say("更新：", "Updated: ")}{{}}</span>'
        )
        hours = " &nbsp;|&nbsp; ".join(filter(None, (edited, went) if self.newest else (went, edited)))
        tags = copy.tags("<li><a rel=`tag` href=`{url}`>{tag}</a></li>")
        tags = f'<div class="nmcms-story-Topics"><strong>{copy.say("相關主題", "Topics")}</strong><ul>{tags}</ul></div>\n' if tags else ""  # fmt: skip
        pieces = self.blocks(copy)
        more = copy.others("<li><a href=`{url}`>{title}</a></li>", 2, skip=2)
        at = 3 + copy.article.index % 2
        if len(pieces) > at and more:
            gallery = f'<div class="nmcms-related-Gallery"><a href="/gallery/{copy.article.id}"><img src="/nmcms-static/img/gallery.png" alt="" /> {copy.say("圖輯", "Photo gallery")} ({4 + copy.article.index % 17})</a></div>' if copy.article.index % 3 == 0 else ""  # fmt: skip
            pieces.insert(at, f'<div class="nmcms-related-Inset nmcms-related-Inset_left"><h5>{copy.say("相關報導", "Related")}</h5><ul>{more}</ul>{gallery}</div>')  # fmt: skip
        if len(pieces) > 7:
            pieces.insert(7, f'<div class="nmcms-ad-Slot nmcms-ad-Slot_inStory" id="ad-pos-Middle1"><span>{copy.say("廣告，請繼續往下閱讀", "Story continues below advertisement")}</span></div>')  # fmt: skip
        body = "\n".join(pieces)
        remarks = copy.remarks('<li class="nmcms-comment-Item"><div class="nmcms-comment-Meta"><strong>{who}</strong> <span>{when}</span></div><div class="nmcms-comment-Text">{what}</div><a href="#report">+{n}</a></li>\n', 4)  # fmt: skip
        shop = copy.others("<li><a href=`{url}`>{title}</a> <small>({section})</small></li>", 3, skip=1)
        item = ' itemscope="itemscope" itemtype="http://schema.org/NewsArticle"' if m else ""
        source = f'<meta itemprop="articleSection" content="{copy.section}" />' if m else f'<span class="source-org vcard" style="display:none"><span class="org fn">{esc(copy.paper.name)}</span></span><a rel="item-license" href="/terms"></a>'  # fmt: skip
        return (
            f'<div class="nmcms-layout-Region nmcms-layout-Region_main620">\n<div class="nmcms-breadcrumb-Trail"><a href="/">{copy.say("首頁", "Home")}</a> &raquo; <a href="{copy.section_url}">{copy.section}</a></div>\n<div id="nmcms-asset-{copy.article.id}" class="nmcms-story-Asset{"" if m else " hnews hentry item"}"{item}>\n{source}\n<h1 class="nmcms-story-Headline{"" if m else " entry-title"}"{" itemprop=" + chr(34) + "headline" + chr(34) if m else ""}>{copy.title}</h1>\n{by}{boxes}<div class="nmcms-story-Timestamp">{hours}</div>\n{self.tools(copy, "top")}{tags if self.above else ""}'
            f'<div class="nmcms-story-Body{"" if m else " entry-content"}"{" itemprop=" + chr(34) + "articleBody" + chr(34) if m else ""}>\n{body}\n</div>\n<div class="nmcms-story-Shirttail">{copy.say("有新聞線索？請來電本報讀者專線。", "Have a tip? Call the reader line or drop by the front counter.")}</div>\n{"" if self.above else tags}{self.tools(copy, "bottom") if self.twice else ""}</div>\n<div class="nmcms-recirc-Module"><h4>{copy.say("《{name}》其他新聞", "More from {name}")}</h4><ul>{shop}</ul></div>\n<div id="nmcms-comments" class="nmcms-comment-Module"><h4>{copy.say("讀者回應", "Reader Comments")}</h4><p class="nmcms-comment-Policy">{copy.say("留言不代表本報立場，惡言者一律不登。", "Comments are the views of those who post them. Keep it civil; we remove abuse.")}</p><ol>{remarks}</ol><a href="/login">{copy.say("登入後回應", "Log in to comment")}</a></div>\n</div>\n{self.rail(copy)}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A section front's list of headlines."""
        rows = "\n".join(f'<div class="nmcms-headlineList-Item"><h3 class="nmcms-headlineList-Item_head"><a href="{attr(c.url)}">{esc(c.title)}</a></h3><div class="nmcms-headlineList-Item_time">{self.day(c.published)}</div><p class="nmcms-headlineList-Item_brief">{esc(c.summary)}... <a href="{attr(c.url)}">{self.word("全文", "Full story")}</a></p></div>' for c in cards)  # fmt: skip
        more = f'\n<div class="nmcms-pager"><a href="{attr(older)}">{self.word("較早新聞 &raquo;", "Older stories &raquo;")}</a></div>' if older else ""  # fmt: skip
        return f'<div class="nmcms-layout-Region nmcms-layout-Region_main620"><h2 class="nmcms-section-Title">{esc(heading)}</h2>\n{rows}{more}</div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page of the suite."""
        return f'<div class="nmcms-layout-Region nmcms-layout-Region_main620"><div class="nmcms-static-Page"><h1 class="nmcms-static-Page_title">{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Lapwing,)
ADDRESSES: dict[str, Form] = {
    "story/section/date/slug/id": Form(lambda p, a, _v: f"/story/{p.sections.get(a.section, 'news')}/{a.published:%Y/%m/%d}/{ascii_slug(a)}/{a.id}/"),
}  # fmt: skip
