"""Designs of county papers: a bought news theme on a weblog engine of 2012, a group's responsive pages rendered by its server of 2018."""

from __future__ import annotations

import json
from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans, table
from backissue.demo.paper import Article, Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Bleak", "Zander"]


class Bleak(Freehand):
    """2012: a county paper on a weblog engine with a bought news theme: where one is, one line of facts under the headline, shares and other stories put into the text's box by plugins, tabs and friends' links at the right."""

    name = "bleak"
    timed = True

    def draw(self, rng: Random) -> None:
        """The order of the facts, where topics stand, how it signs."""
        self.facts = choose(rng, "when-by-in", "by-when-in", "in-when-by")
        self.topics_above = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("記者 {a}", "記者 {a}、{b}", placed="記者 {a}／{p}", role="記者"),
            Hand("{a}", "{a}、{b}", photo="文／{a} 攝影／{b}"),
        )
        self.hand_en = Hand("{a}", "{a} and {b}")

    def day(self, t: datetime) -> str:
        """``March 8, 2012 9:05 PM``; ``2012年3月8日 21:05``."""
        if self.english:
            return f"{MONTHS[t.month - 1]} {t.day}, {t.year} {clock(t)}"
        return f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar of pages, a head with an advertisement, a bar of categories, a ticker, content and sidebar, links of friends."""
        items = self.menu(
            page.paper,
            '<li class="menu-item menu-item-type-taxonomy{on}"><a href="{url}">{name}</a></li>\n',
            now=page.section,
            current=" current-post-ancestor",
        )
        hot = "".join(
            f'<li><a href="/special/{at}">{self.word(zh, en)}</a></li>\n'
            for at, zh, en in (("flower", "花季賞花專頁", "Blossom season special"), ("market", "夜市地圖", "Night market map"), ("school", "校園小記者", "Young reporters"))
        )  # fmt: skip
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" dir="ltr" lang="{page.paper.language}">\n<head profile="http://gmpg.org/xfn/11">\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n<meta name="generator" content="WordPress 3.3.1" />\n{page.head}<link rel="stylesheet" type="text/css" media="screen" href="/wp-content/themes/newsday/style.css" />\n<link rel="alternate" type="application/rss+xml" title="{attr(page.paper.name)} RSS" href="/feed" />\n<link rel="pingback" href="/xmlrpc.php" />\n<style type="text/css">#wrap {{ width: 970px; margin: 0 auto; font: 14px/1.7 "微軟正黑體", Arial, sans-serif; }} .tnav li, .cnav li {{ display: inline; margin-right: 12px; }} .cnav {{ background: #b00; padding: 6px; }} .cnav a {{ color: #fff; }} #cont {{ float: left; width: 640px; }} #sdbr {{ float: right; width: 300px; }} #ft, .alist {{ clear: both; }} .thumb {{ float: left; margin: 0 12px 12px 0; }} .pmeta, .pos {{ color: #888; font-size: 12px; }}</style>\n</head>\n<body class="{"single single-post" if page.is_story else "archive"}">\n<div id="wrap">\n'
            f'<ul class="tnav"><li class="page_item"><a href="/about">{self.word("關於我們", "About")}</a></li><li class="page_item"><a href="/contribute">{self.word("我要投稿", "Contribute")}</a></li><li class="page_item"><a href="/ads">{self.word("廣告刊登", "Advertise")}</a></li></ul>\n<div id="hd"><div class="logo"><a href="/" title="{attr(page.paper.name)}"><img src="/wp-content/themes/newsday/images/logo.png" alt="{attr(page.paper.name)}" /></a></div><div class="ad468"><a href="/ads"><img src="/wp-content/uploads/ad468.jpg" alt="" /></a></div></div>\n'
            f'<ul class="cnav"><li class="menu-item"><a href="/">{self.word("首頁", "Home")}</a></li>\n{items}</ul>\n<div class="tick"><b>{self.word("快訊", "Breaking")}</b> <marquee scrollamount="3">{self.word("本報徵求社區通訊員，歡迎來信報名。", "We are looking for correspondents in every township. Write to us!")}</marquee></div>\n'
            f'<div id="cont">\n{page.main}\n</div>\n<div id="sdbr"><div class="wdgt" id="search-2"><form method="get" action="/"><input type="text" name="s" value="" /><input type="submit" value="{self.word("搜尋", "Search")}" /></form></div>\n<div class="wdgt" id="ad300"><a href="/ads"><img src="/wp-content/uploads/ad300.gif" alt="" /></a></div>\n<div class="wdgt tabs"><h3>{self.word("本站專題", "Specials")}</h3><ul>\n{hot}</ul></div>\n<div class="wdgt"><h3>{self.word("電子報", "Newsletter")}</h3><p>{self.word("輸入電郵，每周一次。", "One letter a week. Leave your e-mail.")}</p><input type="text" name="mail" /></div>\n<div class="wdgt"><h3>{self.word("友情連結", "Blogroll")}</h3><ul class="xoxo blogroll"><li><a href="http://farmers.example/">{self.word("農會", "Farmers’ co-op")}</a></li><li><a href="http://library.example/">{self.word("鄉立圖書館", "Township library")}</a></li></ul></div>\n</div>\n'
            f'<div id="ft"><p>{esc(page.paper.rights)} {self.word("版權所有", "All rights reserved")} | <a href="/wp-login.php">{self.word("登入", "Log in")}</a> | {self.word("本站採用", "Proudly powered by")} WordPress | <a href="#wrap">{self.word("回頂端", "Back to top")} ↑</a></p></div>\n</div>\n<script type="text/javascript" src="/wp-includes/js/jquery/jquery.js?ver=1.7.1"></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """What a plugin for search engines wrote."""
        words = ",".join(copy.said.tags or ())
        return f'<!-- All in One SEO Pack 1.6.14 -->\n<meta name="description" content="{attr(copy.lead)}" />\n<meta name="keywords" content="{attr(words)}" />\n<link rel="canonical" href="{attr(copy.url)}" />\n<!-- /all in one seo pack -->\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the editor of that time made."""
        if block.kind == "h":
            return f'<p><span style="color: #b00000;"><strong>{spans(block.spans)}</strong></span></p>'
        if block.kind == "note":
            return f'<p><span style="font-size: small;">{spans(block.spans)}</span></p>'
        if block.kind == "table":
            return table(block.rows, ' class="easy-table" border="1"')
        if block.kind == "embed":
            return f'<p style="text-align: center;"><iframe src="{attr(block.url)}" frameborder="0" width="560" height="315"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A photo in the middle, what it shows below it behind a mark, who took it in brackets."""
        credit = f"（{esc(picture.credit)}）" if picture.credit else ""
        return f'<div class="imgc" style="text-align: center;"><a href="{self.source(copy, picture)}" rel="lightbox[{copy.article.id}]"><img class="aligncenter size-large wp-image-{picture.number % 99999}" src="{self.source(copy, picture)}" alt="" width="600" height="400" /></a><br /><span class="imgt">{esc(picture.caption)}{credit}</span></div>'

    def story(self, copy: Copy) -> str:
        """Where one is, headline, facts, text with what plugins add, topics, neighbours, remarks, a form."""
        by = copy.linked('<a href="/author/desk" rel="author">{}</a>')
        facts = {
            "when": f'<span class="date">{copy.day}</span>',
            "by": f'<span class="auth">{copy.say("作者：", "By ")}{by}</span>' if by else "",
            "in": f'<span class="cate">{copy.say("分類：", "Filed under: ")}<a href="{copy.section_url}" rel="category tag">{copy.section}</a></span>',
        }
        line = " | ".join(facts[part] for part in self.facts.split("-") if facts[part])
        topics = copy.tags('<a href="{url}" rel="tag">{tag}</a>', ", ")
        topics = f'<div class="ptag">{copy.say("標籤：", "Tags: ")}{topics}</div>\n' if topics else ""
        remarks = copy.remarks(
            '<li class="comment depth-1"><div class="cmt-hd"><img src="/avatar/{n}.png" class="avatar avatar-40" alt="" width="40" height="40" /><cite class="fn">{who}</cite> '
            + copy.say("說道：", "says:")
            + '</div><div class="cmt-when">{when}</div><p>{what}</p><div class="reply"><a href="#respond">'
            + copy.say("回覆", "Reply")
            + "</a></div></li>\n"
        )
        more = copy.others("<li><a href=`{url}` rel=`bookmark`>{title}</a></li>\n", 4)
        more = (
            f'<h3 class="related_post_title">{copy.say("相關文章", "Related posts")}</h3>\n<ul class="related_post">{more}</ul>\n'
            if more
            else ""
        )
        share = f'<div class="jiathis_style"><span class="jiathis_txt">{copy.say("分享到：", "Share to: ")}</span><a class="jiathis_button_fb">Facebook</a> <a class="jiathis_button_twitter">Twitter</a> <a class="jiathis_button_plurk">{copy.say("噗浪", "Plurk")}</a> <a class="jiathis_button_tsina">{copy.say("新浪微博", "Weibo")}</a></div>\n'
        beside = copy.others("<p class=`nav-prev`>&laquo; <a href=`{url}` rel=`prev`>{title}</a></p>\n", 1, skip=4)
        views = 40 + int(copy.article.id) * 37 % 2900
        return (
            f'<div class="pos">{copy.say("您的位置：", "You are here: ")}<a href="/">{copy.say("首頁", "Home")}</a> &raquo; <a href="{copy.section_url}">{copy.section}</a> &raquo; {copy.say("正文", "Article")}</div>\n<div class="post type-post hentry category-{copy.part}" id="post-{copy.article.id}">\n<h2 class="ptitle">{copy.title}</h2>\n<div class="pmeta">{line} | <span class="view">{copy.say(f"瀏覽：{views} 次", f"{views} views")}</span></div>\n{topics if self.topics_above else ""}'
            f'<div class="entry">\n{chr(10).join(self.blocks(copy))}\n{share}{more}</div>\n<div class="pcopy">{copy.say("除註明轉載外，本站文章均為《{name}》所有，轉載請附上連結。", "Unless stated otherwise, all articles belong to {name}. Please link to us.")}</div>\n{"" if self.topics_above else topics}</div>\n{beside}'
            f'<div id="comments"><h3>{copy.say("讀者回應", "Comments")}</h3>\n<ol class="cmtlist">\n{remarks}</ol>\n<div id="respond"><h3>{copy.say("發表回應", "Leave a Reply")}</h3><form action="/wp-comments-post.php" method="post"><p><input type="text" name="author" /> {copy.say("名字（必填）", "Name (required)")}</p><p><input type="text" name="email" /> {copy.say("電郵（不會公開）", "Mail (will not be published)")}</p><p><textarea name="comment" cols="50" rows="6"></textarea></p><p><input type="submit" value="{copy.say("送出", "Submit Comment")}" /></p></form></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A thumbnail, a headline, a line of facts, an opening, a button."""
        rows = "".join(
            f'<div class="alist"><div class="thumb"><img src="/wp-content/themes/newsday/timthumb.php?src={c.id}.jpg&amp;w=120" width="120" height="80" alt="" /></div><h2><a href="{attr(c.url)}" rel="bookmark">{esc(c.title)}</a></h2><div class="pmeta">{self.day(c.published)} | {esc(c.section)}</div><div class="exc"><p>{esc(c.summary)} [...]</p></div><a class="more-link" href="{attr(c.url)}">{self.word("閱讀全文", "Read more")} &raquo;</a></div>\n'
            for c in cards
        )
        more = (
            f'<div class="pagenavi"><span class="current">1</span> <a href="{attr(older)}" class="nextpostslink">{self.word("下一頁", "Next")} &raquo;</a></div>'
            if older
            else ""
        )
        return f'<div class="pos">{self.word("您的位置：", "You are here: ")}<a href="/">{self.word("首頁", "Home")}</a> &raquo; {esc(heading)}</div>\n<h1 class="arch">{esc(heading)}</h1>\n{rows}{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the engine's."""
        return f'<div class="page type-page hentry"><h2 class="ptitle">{esc(heading)}</h2>\n<div class="entry">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Zander(Freehand):
    """2018: a county paper in its group's responsive pages: a line of published and updated with hours before days, an offer of letters and a story to read more among the paragraphs, topics and a grid of others below, data for machines by the book."""

    name = "zander"
    timed = stamped = True

    def draw(self, rng: Random) -> None:
        """Where the facts stand, where the boxes stand within the text, how it signs."""
        self.dates_first = rng.random() < 0.4
        self.letter = 3 + int(rng.random() * 3)
        self.reading = 1 + int(rng.random() * 2)
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", photo="{a}（文）、{b}（攝影）"),
            Hand("記者{a}／報導", "記者{a}、{b}／報導", placed="記者{a}／{p}報導", role="記者"),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a} and {b}"), Hand("By {a}", "By {a} and {b}", desk="{o}"))

    def day(self, t: datetime) -> str:
        """``21:05 08 March 2018``; ``2018/03/08 21:05``."""
        return f"{t:%H:%M %d} {MONTHS[t.month - 1]} {t.year}" if self.english else f"{t:%Y/%m/%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A notice on cookies, a bar with a menu to open, sections, the page, a foot of columns."""
        nav = self.menu(
            page.paper,
            '<li class="site-nav__item{on}"><a href="{url}">{name}</a></li>\n',
            now=page.section,
            current=" is-active",
        )
        foot = "".join(
            f'<li><a href="/{at}">{self.word(zh, en)}</a></li>'
            for at, zh, en in (("about", "關於我們", "About us"), ("contact", "聯絡我們", "Contact us"), ("advertise", "廣告刊登", "Advertise with us"), ("complaints", "投訴與更正", "Complaints and corrections"), ("cookies", "Cookie 政策", "Cookie policy"))
        )  # fmt: skip
        return (
            f'<!doctype html>\n<html class="no-js" lang="{page.paper.language}">\n<head>\n{heads(page.charset)}\n<meta http-equiv="x-ua-compatible" content="ie=edge">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{esc(page.title)} | {esc(page.paper.name)}</title>\n{page.head}<link rel="stylesheet" href="/assets/css/main.min.css?v=4.18.2">\n<link rel="apple-touch-icon" href="/assets/img/touch.png">\n<style>body {{ margin: 0; font: 17px/1.55 Georgia, serif; }} .wrap {{ max-width: 1080px; margin: 0 auto; padding: 0 12px; }} .site-nav__list {{ display: flex; flex-wrap: wrap; list-style: none; padding: 0; }} .site-nav__item {{ margin-right: 18px; }} .cols {{ display: flex; }} .cols__main {{ flex: 2; min-width: 0; }} .cols__side {{ flex: 1; margin-left: 24px; font-size: 14px; }} img {{ max-width: 100%; }} figure {{ margin: 16px 0; }} .story__dates, figcaption {{ font-size: 13px; color: #666; }} .crumbs li, .share li {{ display: inline-block; margin-right: 12px; }} .crumbs, .share, .teasers, .grid ul {{ list-style: none; padding: 0; }} .teaser {{ border-top: 1px solid #ddd; }} .teaser__title {{ font-size: 20px; margin: 0; }} .teaser__link img {{ float: left; margin: 0 12px 8px 0; }} .teaser {{ clear: both; padding: 10px 0; }} .signup {{ background: #eef; padding: 12px; }} .visually-hidden {{ position: absolute; left: -9999px; }}</style>\n<script>document.documentElement.className = "js";</script>\n</head>\n<body data-page="{"story" if page.is_story else "index"}">\n'
            f'<a class="visually-hidden" href="#main">{self.word("跳到主要內容", "Skip to main content")}</a>\n<div class="cookie-bar" role="alert"><p>{self.word("本站使用 Cookie 改善你的閱讀經驗。", "We use cookies to give you the best experience on our site.")} <a href="/cookies">{self.word("了解更多", "Find out more")}</a></p><button type="button">{self.word("知道了", "OK, got it")}</button></div>\n'
            f'<header class="site-head"><div class="wrap"><button class="site-head__burger" aria-expanded="false">{self.word("選單", "Menu")}</button> <a class="site-head__logo" href="/"><img src="/assets/img/logo.svg" alt="{attr(page.paper.name)}" height="48"></a> <a class="site-head__epaper" href="/e-edition">{self.word("電子版報紙", "Read our e-edition")}</a> <a href="/account">{self.word("我的帳戶", "My account")}</a></div>\n<nav class="site-nav" aria-label="{self.word("主選單", "Main")}"><div class="wrap"><ul class="site-nav__list">\n<li class="site-nav__item"><a href="/">{self.word("首頁", "Home")}</a></li>\n{nav}</ul></div></nav></header>\n'
            f'<div class="slot slot--billboard" data-slot="billboard"></div>\n<main id="main" class="wrap">\n{page.main}\n</main>\n'
            f'<footer class="site-foot"><div class="wrap"><ul class="site-foot__links">{foot}</ul><p class="site-foot__social"><a href="https://social.example/f">{self.word("臉書", "Facebook")}</a> <a href="https://social.example/t">{self.word("推特", "Twitter")}</a></p><p class="site-foot__legal">{esc(page.paper.rights)}</p></div></footer>\n<script src="/assets/js/main.min.js?v=4.18.2" async></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Linked data with hours, and what shared links show."""
        start = copy.article.published.replace(second=0, microsecond=0).isoformat()
        end = (copy.version.updated or copy.article.published).replace(second=0, microsecond=0).isoformat()
        data: dict[str, object] = {
            "@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": {"@type": "WebPage", "@id": copy.url}, "headline": copy.version.title,
            "description": copy.lead, "datePublished": start, "dateModified": end, "articleSection": copy.article.section, "keywords": list(copy.said.tags or ()),
            "publisher": {"@type": "Organization", "name": copy.paper.name, "logo": {"@type": "ImageObject", "url": f"https://{copy.paper.home}/assets/img/logo-600.png"}},
        }  # fmt: skip
        if copy.said.author:
            data["author"] = [{"@type": "Person" if p.kind == "person" else "Organization", "name": p.name} for p in copy.said.people or ()]  # fmt: skip
        words = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
        return f'<meta name="description" content="{attr(copy.lead)}">\n<link rel="canonical" href="{attr(copy.url)}">\n<meta property="og:type" content="article">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:url" content="{attr(copy.url)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta name="twitter:card" content="summary_large_image">\n<script type="application/ld+json">{words}</script>\n'

    def block(self, copy: Copy, block: Block) -> str:
        """Plain prose; what moves or is wide stands in frames."""
        if block.kind == "h":
            return f"<h2>{spans(block.spans)}</h2>"
        if block.kind == "quote":
            return f'<blockquote class="story-quote"><p>{spans(block.spans)}</p></blockquote>'
        if block.kind == "table":
            return f'<div class="scroll-x">{table(block.rows)}</div>'
        if block.kind == "embed":
            return f'<div class="frame frame--16x9"><iframe src="{attr(block.url)}" width="640" height="360" frameborder="0" allowfullscreen></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A figure for screens of all sizes."""
        at = self.source(copy, picture)
        credit = f' <span class="shot__by">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<figure class="shot"><picture><source media="(min-width: 700px)" srcset="{at}?w=960 1x, {at}?w=1920 2x"><img src="{at}" alt="{attr(picture.caption)}" width="640" height="420"></picture><figcaption class="shot__text">{esc(picture.caption)}{credit}</figcaption></figure>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, facts, shares, text with boxes, topics, an appeal, remarks; beside it the most read, below it others."""
        pieces = self.blocks(copy)
        reading = copy.others("<a href=`{url}`>{title}</a>", 1)
        boxes = [
            (self.letter, f'<aside class="signup"><h3 class="signup__head">{copy.say("每天早上，送到你的信箱", "The day’s news in your inbox")}</h3><form action="/newsletters" method="post"><label>{copy.say("電郵", "Email")} <input type="email" name="email"></label> <button>{copy.say("訂閱", "Sign up")}</button></form><p><small>{copy.say("隨時可以取消。", "You can unsubscribe at any time.")}</small></p></aside>'),
            (self.reading + 1, f'<div class="slot slot--mpu" data-slot="mpu1"><span>{copy.say("廣告", "Advertisement")}</span></div>'),
            *([(self.reading, f'<p class="read-on"><strong>{copy.say("延伸閱讀：", "Read more:")}</strong> {reading}</p>')] if reading else []),
        ]  # fmt: skip
        for at, box in boxes:
            pieces.insert(min(at, len(pieces)), box)
        by = copy.linked('<a href="/author/profile" rel="author">{}</a>')
        by = f'<p class="story__by">{by}</p>\n' if by else ""
        changed = copy.changed(
            f' <span class="story__sep">|</span> {copy.say("更新：", "UPDATED: ")}<span class="story__when">{{}}</span>'
        )
        dates = f'<p class="story__dates">{copy.say("發布：", "PUBLISHED: ")}<time class="story__when" datetime="{copy.article.published.replace(second=0, microsecond=0).isoformat()}">{copy.day}</time>{changed}</p>\n'
        topics = copy.tags('<li class="topics__item"><a href="{url}">{tag}</a></li>')
        topics = (
            f'<div class="topics"><h2 class="topics__head">{copy.say("主題", "Topics")}</h2><ul>{topics}</ul></div>\n'
            if topics
            else ""
        )
        remarks = copy.remarks(
            '<article class="reply" id="reply-{n}"><header><b class="reply__who">{who}</b> <time>{when}</time></header><p>{what}</p><footer><button>'
            + copy.say("回覆", "Reply")
            + "</button> <button>+{n}</button></footer></article>\n"
        )
        most = copy.others("<li><a href=`{url}`>{title}</a></li>\n", 4)
        most = f'<h2>{copy.say("最多人看", "Most read")}</h2><ol class="ranks">\n{most}</ol>' if most else ""
        grid = copy.others("<li class=`grid__cell`><a href=`{url}`><img src=`/assets/img/blank.gif` data-src=`/thumb.jpg` alt=``><h3>{title}</h3></a><p>{lead}…</p></li>\n", 3, skip=1)  # fmt: skip
        share = f'<ul class="share"><li><a href="https://social.example/share?u={attr(copy.url)}">{copy.say("分享", "Share")}</a></li><li><a href="https://chat.example/send?u={attr(copy.url)}">WhatsApp</a></li><li><a href="mailto:?body={attr(copy.url)}">{copy.say("電郵", "Email")}</a></li></ul>\n'
        return (
            f'<ol class="crumbs"><li><a href="/">{copy.say("首頁", "Home")}</a></li><li><a href="{copy.section_url}">{copy.section}</a></li></ol>\n<div class="cols"><div class="cols__main">\n<article class="story">\n<header class="story__head"><h1 class="story__title">{copy.title}</h1>\n{dates + by if self.dates_first else by + dates}</header>\n{share}'
            f'<div class="story__text">\n{chr(10).join(pieces)}\n</div>\n{topics}<div class="appeal"><p>{copy.say("如果你覺得這篇報導有用，請考慮支持《{name}》。", "If you value stories like this one, please consider supporting the {name}.")} <a href="/support">{copy.say("支持我們", "Support us")}</a></p></div>\n</article>\n<section class="replies"><h2>{copy.say("讀者留言", "Comments")}</h2>\n{remarks}<p><a href="/account">{copy.say("登入後留言", "Log in to comment")}</a></p></section>\n</div>\n'
            f'<aside class="cols__side"><div class="slot" data-slot="mpu2"></div>{most}</aside></div>\n'
            + (
                f'<section class="grid"><h2>{copy.say("更多本地新聞", "More local news")}</h2><ul>\n{grid}</ul></section>'
                if grid
                else ""
            )
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Teasers with a picture to come, a section, a headline, an hour, an opening."""
        rows = "".join(
            f'<li class="teaser"><a class="teaser__link" href="{attr(c.url)}"><img src="/assets/img/blank.gif" data-src="/thumb/{c.id}.jpg" alt="" width="120" height="80"><h2 class="teaser__title">{esc(c.title)}</h2></a><p class="teaser__meta"><span>{esc(c.section)}</span> <time datetime="{c.published:%Y-%m-%d}">{self.day(c.published)}</time></p><p class="teaser__lead">{esc(c.summary)}…</p></li>\n'
            for c in cards
        )
        more = (
            f'<nav class="pages"><a rel="next" href="{attr(older)}">{self.word("下一頁", "Next page")}</a></nav>'
            if older
            else ""
        )
        return f'<h1 class="index__title">{esc(heading)}</h1>\n<ul class="teasers">\n{rows}</ul>\n{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A static page."""
        return f'<div class="plain"><h1 class="plain__title">{esc(heading)}</h1>{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div>'


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


DESIGNS: tuple[type[Freehand], ...] = (Bleak, Zander)
ADDRESSES: dict[str, Form] = {
    "section/id.html": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.id}.html"),
    "local/section/slug.html": Form(lambda p, a, _v: f"/local/{_part(p, a)}/{ascii_slug(a)}.html", has_id=False),
}  # fmt: skip
