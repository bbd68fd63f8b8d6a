"""Designs of the two shores: an island's news of clicks, and a mainland paper that lives on an account of a messenger."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["Bittern", "Egret"]


class Bittern(Freehand):
    """2016: an island's news of clicks: the signature is the text's first paragraph, captions are bold paragraphs with a triangle, links to others stand as bold paragraphs too."""

    name = "bittern"
    timed = True

    def draw(self, rng: Random) -> None:
        """Its triangle, its arrow, which app it sells, how agencies are named."""
        self.mark = choose(rng, "▲", "▼", "△")
        self.arrow = choose(rng, "►", "→", "➤")
        self.again = rng.random() < 0.5
        tail = choose(rng, "綜合報導", "整理")
        if self.language == "zh-Hans-CN":
            tail = "综合报道"
        self.hand = Hand(
            "記者{a}／報導",
            "記者{a}、{b}／報導",
            placed="記者{a}／{p}報導",
            photo="文／{a}　攝影／{b}",
            desk=f"{{o}}／{tail}",
            agency=f"{{o}}／{tail}",
            role="記者",
        )
        self.hand_en = Hand(
            "By {a}",
            "By {a} and {b}",
            placed="By {a} / {p}",
            desk="{o} / Compiled",
            agency="{o} / Compiled",
        )

    def day(self, t: datetime) -> str:
        """``2016年03月08日 09:05``; ``March 08, 2016 9:05 AM``."""
        return f"{MONTHS[t.month - 1]} {t:%d, %Y} {clock(t)}" if self.english else f"{t:%Y年%m月%d日 %H:%M}"

    def frame(self, page: Shell) -> str:
        """Bars, a rail of ranks, a footer with a hotline."""
        items = self.menu(
            page.paper, '<li><a href="{url}" class="{on}">{name}</a></li>', now=page.section, current="current"
        )
        return (
            f'<!doctype html>\n<html lang="{self.language}" prefix="og:http://ogp.me/ns#" itemscope="itemscope" itemtype="http://schema.org/NewsArticle">\n<head>\n{heads(page.charset)}\n<title>{esc(page.title)} | {f"{esc(page.paper.name)}{esc(page.section)}" if page.section else esc(page.paper.name)} | {esc(page.paper.name)}</title>\n{page.head}<script>var googletag = googletag || {{}}; googletag.cmd = googletag.cmd || [];</script>\n</head>\n<body id="news" class="{"news-page" if page.is_story else "list-page"}">\n'
            f'<div class="wrapper_box"><div class="wrapper"><div class="top_banner"><div class="gpt" id="all_top">{self.word("廣告", "AD")}</div></div><div class="header_box"><a class="logo" href="/" title="{attr(page.paper.name)}">{esc(page.paper.name)}</a><div class="nav_1"><ul>{items}</ul></div></div>\n'
            f'<div class="container_box"><div class="r1 clearfix"><div class="c1">\n{page.main}\n</div></div></div>\n<div class="footer_box"><p>{esc(page.paper.rights)}　{self.word("服務專線：5550-8800", "Hotline: 5550-8800")}</p><p><a href="/about">{self.word("關於我們", "About us")}</a> <a href="/ads">{self.word("廣告刊登", "Advertise")}</a></p></div></div></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """Facts in the head: section, topics, hour."""
        t = copy.article.published.replace(second=0, microsecond=0)
        return f'<meta name="description" content="{attr(copy.lead)}">\n<meta name="news_keywords" content="{attr(",".join(copy.said.tags or ()))}">\n<meta itemprop="articleSection" name="section" content="{attr(copy.article.section)}">\n<meta name="pubdate" itemprop="datePublished" content="{t.isoformat()}">\n<meta name="source" itemprop="author" content="{attr(copy.paper.name)}">\n<meta property="og:title" content="{attr(copy.version.title)} | {attr(copy.paper.name)}{attr(copy.article.section)} | {attr(copy.paper.name)}">\n'

    def block(self, copy: Copy, block: Block) -> str:
        """All are paragraphs; headings bold."""
        if block.kind == "h":
            return f"<p><strong>{spans(block.spans)}</strong></p>"
        if block.kind == "quote":
            return f'<blockquote class="quote">{spans(block.spans)}</blockquote>'
        if block.kind == "note":
            return f'<p><span style="color:#ff0000;">{spans(block.spans)}</span></p>'
        if block.kind == "embed":
            return f'<p><iframe allowfullscreen="" frameborder="0" height="360" src="{attr(block.url)}" width="640"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A paragraph, then a bold one that begins with a triangle."""
        label = copy.say("圖／", "Photo: ")
        credit = (
            f"（{label}{esc(picture.credit)}）"
            if picture.credit and not self.english
            else f" ({label}{esc(picture.credit)})"
            if picture.credit
            else ""
        )
        return f'<p><img alt="{self.mark}{attr(picture.caption)}" src="{self.source(copy, picture)}" style="width: 600px; height: 400px;" /></p>\n<p><strong>{self.mark}{esc(picture.caption)}{credit}</strong></p>'

    def story(self, copy: Copy) -> str:
        """Path, headline, hour, text with everything in it, topics, what others read, ranks."""
        pieces = [*copy.signed("<p>{}</p>").splitlines(), *self.blocks(copy)]
        read = copy.others(f'<p><a href="{{url}}"><strong>{self.arrow}{{title}}</strong></a></p>', 1)
        if read and copy.article.index % 3:
            pieces.insert(min(4, len(pieces)), read)
        pieces.insert(
            min(6, len(pieces)),
            '<div class="ad_in_news"><div id="ad_readmore" class="gpt"></div></div>\n<p>&nbsp;</p>',
        )
        if self.again:
            liked = copy.others(f'<p><a href="{{url}}"><strong>{self.arrow}{{title}}</strong></a></p>', 2, "\n", skip=1)
            pieces.append(f"<p><strong>{copy.say('【其他人也看了】', '[ Others also read ]')}</strong></p>\n{liked}")
        pieces.append(
            f'<p><strong>{self.arrow}{copy.say("下載《{name}》APP，重大新聞不漏接", "Get the {name} app and miss nothing")}</strong> <a href="/app">{copy.say("點我", "Tap here")}</a></p>'
        )
        rank = copy.others(
            '<div class="piece clearfix"><em>{section}</em><h3><a href="{url}" title="{title}">{title}</a></h3></div>',
            5,
        )
        return (
            f'<div class="part_menu_5 clearfix"><a href="/">{copy.say("首頁", "Home")}</a> <strong>&gt;</strong> <a href="{copy.section_url}">{copy.section}</a></div>\n<article><div class="subject_article"><header><h1 class="title" itemprop="headline">{copy.title}</h1></header>\n<div class="subject_news"><div class="social_1"><a class="fb">{copy.say("分享", "Share")}</a><a class="line">LINE</a></div><time class="date">{copy.day}</time></div>\n'
            f'<div class="story" itemprop="articleBody">\n{chr(10).join(pieces)}\n</div>\n<div class="part_tags_1">{copy.say("關鍵字：", "Keywords: ")}{copy.tags("<a href=`{url}` target=`_blank`><strong>{tag}</strong></a>", " ")}</div>\n<div class="copyright">{copy.say("※本文版權所有，非經授權，不得轉載。", "All rights reserved; not to be reproduced without permission.")}</div></div></article>\n'
            f'<div class="part_list_3"><h2>{copy.say("熱門新聞", "Hot now")}</h2>{rank}</div>\n<div class="part_comment"><h2>{copy.say("讀者迴響", "Readers say")}</h2><div class="fb-comments" data-width="100%"></div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A list with hours and sections."""
        rows = "".join(
            f'<h3><span class="date">{c.published:%Y/%m/%d %H:%M}</span><em class="tag">{esc(c.section)}</em><a target="_blank" href="{attr(c.url)}">{esc(c.title)}</a></h3>\n'
            for c in cards
        )
        more = f'<div class="page"><a href="{attr(older)}">{self.word("下一頁", "Next")}</a></div>' if older else ""
        return f'<div class="block_title"><h2>{esc(heading)}</h2></div><div class="part_list_2">{rows}</div>{more}'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A story without hour."""
        return f'<div class="subject_article"><h1 class="title">{esc(heading)}</h1><div class="story">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div>'


class Egret(Freehand):
    """2021: an account of a messenger: sections in sections of an editor's templates, pictures that load late, a call to follow above and below the text, the day set by a script alone."""

    name = "egret"
    tagged = False
    timed = True

    def draw(self, rng: Random) -> None:
        """Its template: depth, colour, letters."""
        self.depth = 1 + int(rng.random() * 3)
        self.colour = choose(rng, "#c7254e", "rgb(0, 122, 170)", "#3f3f3f")
        self.size = choose(rng, "15px", "16px", "17px")
        self.code = choose(rng, "createTime", "publish_time")
        self.original = rng.random() < 0.6
        self.hand = choose(rng, Hand("{a}", "{a} {b}"), Hand("記者 {a}", "記者 {a} {b}", role="記者"))
        self.hand_en = Hand("{a}", "{a}, {b}")

    def day(self, t: datetime) -> str:
        """``2021-03-08 09:05``, in any tongue."""
        return f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """The messenger's viewer; the account has no menu."""
        return (
            f'<!DOCTYPE html>\n<html class="">\n<head>\n{heads(page.charset)}\n<meta name="viewport" content="width=device-width,initial-scale=1.0,maximum-scale=1.0,user-scalable=0,viewport-fit=cover">\n<title>{esc(page.title) if page.is_story else esc(page.paper.name)}</title>\n{page.head}<style>.rich_media_area_primary{{padding:20px 16px 12px;background-color:#fafafa}}.weui-hidden{{display:none}}</style>\n</head>\n'
            f'<body id="activity-detail" class="zh_CN wx_wap_page mm_appmsg appmsg_skin_default">\n<div id="js_article" class="rich_media"><div id="js_top_ad_area" class="top_banner"></div><div class="rich_media_inner">\n{page.main}\n</div></div>\n'
            f'<div class="weui-dialog weui-hidden"><div class="weui-dialog__bd">{self.word("即將打開「網頁」", "About to open a page")}</div><div class="weui-dialog__ft"><a>{self.word("取消", "Cancel")}</a><a>{self.word("允許", "Allow")}</a></div></div>\n<div class="qr_code_pc_outer"><div class="qr_code_pc"><p>{self.word("掃一掃", "Scan")}<br>{self.word("關注該公眾號", "to follow this account")}</p></div></div>\n<div class="account_foot"><a href="/">{esc(page.paper.name)}</a> <a href="/about">{self.word("公眾號主體", "Who runs this account")}</a></div>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """A headline for sharing."""
        return f'<meta name="description" content="{attr(copy.lead)}">\n<meta property="og:title" content="{attr(copy.version.title)}">\n<meta property="og:site_name" content="{attr(copy.paper.name)}">\n<meta property="og:type" content="article">\n'

    def dress(self, inner: str) -> str:
        """A paragraph within the template's sections."""
        words = f'<p style="margin: 0px 8px;line-height: 1.75em;letter-spacing: 1.5px;"><span style="font-size: {self.size};color: rgb(63, 63, 63);">{inner}</span></p>'
        return f"{'<section data-role=`paragraph` style=`box-sizing: border-box;`>' * self.depth}{words}{'</section>' * self.depth}".replace(
            "`", '"'
        )

    def small(self, inner: str) -> str:
        """A centred line in small grey letters: captions and the account's own words are alike."""
        return f'<p style="text-align: center;"><span style="font-size: 12px;color: rgb(136, 136, 136);">{inner}</span></p>'

    def block(self, copy: Copy, block: Block) -> str:
        """Each in the template's dress."""
        if block.kind == "p":
            return self.dress(spans(block.spans))
        if block.kind == "note":
            return self.dress(f"<em>{spans(block.spans)}</em>")
        if block.kind == "h":
            return f'<section style="text-align: center;margin: 10px auto;"><section style="display: inline-block;padding: 0 10px;border-bottom: 2px solid {self.colour};"><p><strong data-brushtype="text">{spans(block.spans)}</strong></p></section></section>'
        if block.kind == "quote":
            return f'<blockquote class="js_blockquote_wrap"><section class="js_blockquote_digest"><p>{spans(block.spans)}</p></section></blockquote>'
        if block.kind in {"ul", "ol"}:
            return f'<{block.kind} class="list-paddingleft-2">{"".join(f"<li><p><span>{esc(i)}</span></p></li>" for i in block.items)}</{block.kind}>'
        if block.kind == "table":
            rows = "".join(
                f"<tr>{''.join(f'<td width=`{99 // len(row)}%`><section><span>{esc(cell)}</span></section></td>' for cell in row)}</tr>"
                for row in block.rows
            ).replace("`", '"')
            return f"<table><tbody>{rows}</tbody></table>"
        if block.kind == "embed":
            return f'<p><iframe class="video_iframe rich_pages" data-vidtype="2" allowfullscreen="" frameborder="0" data-src="{attr(block.url)}"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture without a source until a script gives it one, and a small line."""
        credit = f"　{esc(picture.credit)}" if picture.credit else ""
        return f'<p style="text-align: center;"><img class="rich_pages wxw-img" data-galleryid="" data-ratio="0.667" data-s="300,640" data-src="{self.source(copy, picture)}" data-type="{"jpeg" if picture.suffix == "jpg" else "png"}" data-w="1080" style=""></p>\n{self.small(f"{esc(picture.caption)}{credit}")}'

    def story(self, copy: Copy) -> str:
        """Headline, a line of facts without the day, the album, content with calls, tools, a script with the day."""
        name = esc(copy.paper.name)
        original = (
            f'<span id="copyright_logo" class="rich_media_meta icon_appmsg_tag appmsg_title_tag">{copy.say("原創", "Original")}</span>'
            if self.original and copy.article.byline.form not in {"agency", "none"}
            else ""
        )
        by = copy.signed('<span class="rich_media_meta rich_media_meta_text"> {} </span>')
        account = f'<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">{name}</a><div id="js_profile_qrcode" class="profile_container" style="display:none;"><div class="profile_inner"><strong class="profile_nickname">{name}</strong><img class="profile_avatar" data-src="" alt=""><p class="profile_meta"><label class="profile_meta_label">{copy.say("功能說明", "About")}</label><span class="profile_meta_value">{copy.say("《{name}》公眾號，每日推送。", "The account of {name}, every day.")}</span></p></div></div></span>'
        pieces: list[str] = []
        for piece in self.blocks(copy):
            pieces += [piece, "<p><br></p>"]
        call = f'<section style="text-align: center;"><section style="display: inline-block;background: {self.colour};border-radius: 12px;"><p style="color: #fff;">{copy.say("點擊上方名稱　關注我們", "Tap the blue name above to follow us")}</p></section></section>'
        end = "\n".join((
            self.small("- END -"),
            self.small(copy.say("來源｜{name}", "Source: {name}")),
            self.small(copy.say("編輯｜新媒體中心　校對｜夜班", "Edited by the new media centre")),
            '<p style="text-align: center;"><img class="rich_pages" data-src="/mmbiz/follow.gif" data-type="gif"></p>',
            self.small(copy.say("長按二維碼關注，點個「在看」再走", "Hold the code to follow us, and press Wow before you go")),
        ))  # fmt: skip
        read = copy.others(
            '<p><a href="{url}" target="_blank" tab="innerlink" data-linktype="2"><span style="font-size: 14px;">{title}</span></a></p>',
            2,
        )
        back = (
            f'<section><p style="text-align: center;"><strong>{copy.say("往期回顧", "Earlier posts")}</strong></p>{read}</section>'
            if read
            else ""
        )
        return (
            f'<div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner"><div id="img-content" class="rich_media_wrp">\n<h1 class="rich_media_title" id="activity-name">\n{copy.title}\n</h1>\n<div id="meta_content" class="rich_media_meta_list">{original}{by}{account}<em id="publish_time" class="rich_media_meta rich_media_meta_text"></em></div>\n'
            f'<div id="js_tags" class="article-tag__list"><span class="article-tag-card__title">{copy.say("收錄於專輯", "Collected in")}</span><a class="article-tag__item-wrp" href="{copy.section_url}"><span class="article-tag__item">#{copy.section}</span><span class="article-tag__item-num">{12 + copy.salt % 90}{copy.say("篇", " posts")}</span></a></div>\n'
            f'<div class="rich_media_content" id="js_content" style="visibility: hidden;">\n{call}\n{chr(10).join(pieces)}\n{end}\n{back}\n</div>\n<div class="rich_media_tool" id="js_toobar3"><a class="media_tool_meta meta_primary" href="/">{copy.say("閱讀原文", "Read more")}</a><span id="js_read_area3">{copy.say("閱讀", "Reads")} <span id="readNum3">{copy.salt % 9973}</span></span></div>\n</div></div></div>\n'
            f'<script nonce="{copy.salt % 99991}" type="text/javascript">\nvar biz = "MzA5" || "";\nvar nickname = "{attr(copy.paper.name)}";\nvar {self.code} = \'{copy.day}\';\nvar item_show_type = "0";\ndocument.getElementById("publish_time").innerText = {self.code};\n</script>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """The album: cards with their days in words."""
        rows = "".join(
            f'<li class="album__list-item"><a href="{attr(c.url)}"><div class="album__item-content"><div class="album__item-title"><span class="album__item-title-wrp">{esc(c.title)}</span></div><div class="album__item-info"><span>{self.date_words(c.published)}</span></div></div></a></li>\n'
            for c in cards
        )
        more = f'<a class="album__more" href="{attr(older)}">{self.word("更早的內容", "Earlier")}</a>' if older else ""
        return f'<div class="album"><div class="album__author-name">{esc(heading)}</div><ul class="album__list">{rows}</ul>{more}</div>'

    def date_words(self, t: datetime) -> str:
        """``Mar 8, 2021``; ``2021年3月8日``."""
        return f"{MONTHS[t.month - 1][:3]} {t.day}, {t.year}" if self.english else f"{t.year}年{t.month}月{t.day}日"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A post without facts."""
        return f'<div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title">{esc(heading)}</h1><div class="rich_media_content">{"".join(self.dress(esc(p)) for p in paragraphs)}</div></div>'
