"""A portal's or daily's own JSP system of about 2005: tables and divs, font-size buttons, counters, crumbs."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]
_SCRIPT = '<script type="text/javascript" src="/js/common.js"></script>\n<script type="text/javascript">\n<!--\nvar fs = {"s":"13px","m":"15px","l":"19px"};\nfunction setSize(k) { document.getElementById("news_text").style.fontSize = fs[k]; setCookie("fontsize", k, 30); }\nfunction popup(u) { window.open(u, "pop", "width=640,height=480,scrollbars=yes,resizable=yes"); }\n//-->\n</script>'


class Pochard(Freehand):
    """About 2005: a house-made JSP system, XHTML in name: a bar of tabs, channels at the left, a table of three columns, the day and font sizes in a bar under the headline, pictures in floated tables, keywords, previous and next, related news, mood poll, remarks, a digit counter."""

    name = "pochard"
    timed = True
    stamped = True

    def draw(self, rng: Random) -> None:
        """Where the signature stands, how it signs, how paragraphs are parted, how days are written."""
        self.place = choose(rng, "bar", "open", "bar", "end")
        self.broken = rng.random() < 0.45  # paragraphs parted by empty lines rather than in elements
        self.iso = rng.random() < 0.5
        self.labelled = rng.random() < 0.5
        self.spot = choose(rng, "left", "right", "center")
        self.hand = choose(
            rng,
            Hand(
                "記者{a}／報導",
                "記者{a}、{b}／連線報導",
                "記者{a}／{p}報導",
                "記者{a}／文　{b}／攝影",
                "{o}／報導",
                "{o}",
                "記者",
                ("文", "攝影"),
            ),
            Hand(
                "本報記者 {a}",
                "本報記者 {a} {b}",
                "本報記者 {a} {p}報道",
                "本報記者 {a} 文 {b} 圖",
                role="記者",
                roles=("文", "圖"),
            ),
            Hand(
                "{a}／特稿",
                "{a}、{b}／特稿",
                "{a}／{p}",
                "文字：{a}　照片：{b}",
                agency="{o}外電",
                roles=("文字", "照片"),
            ),
        )
        self.hand_en = choose(
            rng,
            Hand(
                "By {a}, Staff Reporter",
                "By {a} and {b}, Staff Reporters",
                "By {a}, Staff Reporter, in {p}",
                role="Staff Reporter",
            ),
            Hand("{a} / Staff writer", "{a} and {b} / Staff writers", "{a} / Staff writer, {p}", role="Staff writer"),
            Hand("BY {a}", "BY {a} & {b}", desk="BY {o}", agency="{o} report"),
        )

    def day(self, t: datetime) -> str:
        """``2005/04/05 06:40`` or ``2005年04月05日 06:40``; ``2005/04/05 06:40`` or ``05 Apr 2005, 06:40``."""
        long = (
            f"{t.day:02d} {MONTHS[t.month - 1][:3]} {t.year}, {t:%H:%M}"
            if self.english
            else f"{t.year}年{t:%m}月{t:%d}日 {t:%H:%M}"
        )
        return f"{t:%Y/%m/%d %H:%M}" if self.iso else long

    def stamp(self, t: datetime) -> str:
        """``2005-04-05 06:40``, as the base keeps it."""
        return f"{t:%Y-%m-%d %H:%M}"

    def machine(self, copy: Copy) -> str:
        """Keywords; the description and the author, in the frame, are the site's."""
        words = ",".join((*(copy.said.tags or ()), copy.article.section, copy.paper.name))
        return f'<meta name="keywords" content="{attr(words)}" />'

    def frame(self, page: Shell) -> str:
        """Top links, logo and banner, tabs, the channels at the left, three columns, a foot with a counter."""
        paper, w, name = page.paper, self.word, esc(page.paper.name)
        tabs = self.menu(
            paper,
            '<td class="tab{on}"><a href="{url}">{name}</a></td>',
            '<td class="tab_line"><img src="/images/tab_l.gif" width="1" height="22" alt="" /></td>',
            now=page.section,
            current="_on",
        )
        left = self.menu(paper, '<tr><td class="ch_item">&raquo; <a href="{url}">{name}</a></td></tr>\n')
        title = f"{esc(page.title)} - {esc(page.section)} - {name}" if page.is_story else f"{name} - {esc(page.title)}"
        about = w(
            f"{name}提供最新即時消息、專題及讀者服務。",
            f"{name} online: breaking news, features and services for readers.",
        )
        digits = "".join(
            f'<img src="/counter/d{c}.gif" width="9" height="14" alt="{c}" />'
            for c in f"{sum(map(ord, page.title)) * 211 % 900000 + 4100000}"
        )
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
{heads(page.charset, old=True)}
<title>{title}</title>
<meta name="description" content="{about}" /><meta name="author" content="{name}{w("網路部", " Web Team")}" />
{page.head}
<link href="/css/main.css" rel="stylesheet" type="text/css" />{_SCRIPT}
</head><body leftmargin="0" topmargin="0" marginwidth="0" marginheight="0">
<a name="top" id="top"></a><div id="top_link"><a href="javascript:setHome()">{w("設為首頁", "Make us your home page")}</a> | <a href="javascript:addFav()">{w("收藏本站", "Bookmark")}</a> | <a href="/member/login.jsp">{w("會員登入", "Member login")}</a> | <a href="/rss/index.jsp"><img src="/images/rss.gif" alt="RSS" border="0" /></a></div>
<table id="header" width="950" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td width="210"><a href="/"><img src="/images/logo.gif" alt="{name}" width="200" height="60" border="0" /></a></td><td align="right"><div id="ad_top"><iframe src="/adserv/show.jsp?pos=top728" width="728" height="90" frameborder="0" scrolling="no"></iframe></div></td></tr></table>
<table id="tabs" width="950" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td class="tab"><a href="/">{w("首頁", "Home")}</a></td>{tabs}<td align="right" class="today"><script type="text/javascript">writeToday();</script></td></tr></table>
<form id="search_bar" action="/search/result.jsp" method="get">{w("新聞查詢", "Search news")} <input type="text" name="kw" size="16" class="ipt" /> <select name="range"><option value="7">{w("一周內", "Past week")}</option><option value="30">{w("一個月內", "Past month")}</option></select> <input type="image" src="/images/btn_go.gif" alt="go" /></form>
<table id="content_main" width="950" border="0" align="center" cellpadding="0" cellspacing="0"><tr>
<td id="content_left" width="130" valign="top"><table width="100%" class="ch_menu"><tr><td class="ch_head">{w("新聞分類", "Channels")}</td></tr>
{left}</table><div class="ad_120"><a href="/adserv/click.jsp?id=31" target="_blank"><img src="/adimg/120x240_31.gif" width="120" height="240" border="0" alt="{w("廣告", "Advertisement")}" /></a></div></td>
{page.main}
</tr></table>
<div id="footer"><a href="/about">{w("關於我們", "About us")}</a> | <a href="/service/ad.jsp">{w("廣告刊登", "Advertise")}</a> | <a href="/service/privacy.jsp">{w("隱私權聲明", "Privacy")}</a> | <a href="/service/mail.jsp">{w("客服信箱", "Contact")}</a><br />{esc(paper.rights)} {w("版權所有，未經同意請勿轉載", "All rights reserved.")}<br />{w("累計瀏覽人次", "Visitors")} {digits}<br />{w("建議使用 1024×768 解析度瀏覽", "Best viewed at 1024×768")}</div>
</body></html>
"""

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs in elements or parted by empty lines; boxed quotes; a bordered table; a player of its time."""
        text, indent = spans(block.spans), self.word("　　", "")
        if block.kind == "p":
            return f"{indent}{text}<br /><br />" if self.broken else f"<p>{indent}{text}</p>"
        if block.kind == "h":
            return (
                f'<strong class="sub_title">{text}</strong><br />'
                if self.broken
                else f'<h4 class="sub_title">{text}</h4>'
            )
        if block.kind == "quote":
            return f'<blockquote class="box_quote"><font color="#336699">{text}</font></blockquote>'
        if block.kind == "note":
            return f'<p class="ps"><font color="#666666" size="2">{text}</font></p>'
        if block.kind == "table":
            rows = (
                "".join(
                    f'<td align="center">{"<b>" if not at else ""}{esc(c)}{"</b>" if not at else ""}</td>' for c in row
                )
                for at, row in enumerate(block.rows)
            )
            return (
                '<table class="data" width="90%" border="1" align="center" cellpadding="3" cellspacing="0" bordercolor="#CCCCCC">\n'
                + "".join(
                    f"<tr{' bgcolor=`#EFEFEF`' if not at else ''}>{row}</tr>\n".replace("`", '"')
                    for at, row in enumerate(rows)
                )
                + "</table>"
            )
        if block.kind == "embed":
            return f'<div class="player" align="center"><object width="425" height="350"><param name="movie" value="{attr(block.url)}" /><param name="wmode" value="transparent" /><embed src="{attr(block.url)}" type="application/x-shockwave-flash" wmode="transparent" width="425" height="350"></embed></object></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A small table set beside the text, a glass to enlarge, the words in its second row."""
        credit = f' <span class="pic_src">({esc(picture.credit)})</span>' if picture.credit else ""
        wide = "400" if self.spot == "center" else "240"
        return f'<table class="pic_box" width="{wide}" border="0" align="{self.spot}" cellpadding="4" cellspacing="0">\n<tr><td align="center"><a href="javascript:popup(\'/photo/big.jsp?p={picture.number}\')"><img src="{self.source(copy, picture)}" width="{wide}" border="0" alt="{copy.title.replace(chr(34), "&quot;")}" /></a></td></tr>\n<tr><td class="pic_txt">{esc(picture.caption)}{credit}</td></tr>\n</table>'

    def story(self, copy: Copy) -> str:
        """Crumbs, headline, the bar, the text, what the system sets below, the right column."""
        say, art = copy.say, copy.article
        by = copy.linked('<a href="/search/author.jsp?q={0}">{0}</a>') if self.place == "bar" else copy.by
        views = f"{(art.index * 7919 + copy.salt // 1440) % 46000 + 37:,}"
        bar_by = (
            f'<td class="info_src">{say("來源：", "Source: ") if self.labelled else ""}<span id="reporter">{by}</span></td>'
            if by and self.place == "bar"
            else ""
        )
        opening = (
            (f'<span class="reporter">{by}</span><br /><br />\n' if self.broken else f'<p class="reporter">{by}</p>\n')
            if by and self.place == "open"
            else ""
        )
        ending = f'\n<div class="reporter" align="right">{by}</div>' if by and self.place == "end" else ""
        day = f'<td class="info_date">{say("上稿時間：", "Posted: ") if self.labelled else ""}<span id="news_date">{copy.day}</span></td>'
        changed = copy.changed(f'<div class="last_upd">{say("最後更新：", "Last updated: ")}{{}}</div>\n')
        tools = f'<a href="javascript:popup(\'/news/print.jsp?sn={art.id}\')"><img src="/images/ico_print.gif" border="0" alt="" />{say("友善列印", "Printer-friendly")}</a> <a href="javascript:popup(\'/news/forward.jsp?sn={art.id}\')"><img src="/images/ico_mail.gif" border="0" alt="" />{say("轉寄", "E-mail this")}</a> <a href="#reply"><img src="/images/ico_talk.gif" border="0" alt="" />{say("回應", "Discuss")}</a>'
        tags = copy.tags('<a href="{url}" class="kw">{tag}</a>', self.word("、", ", "))
        near = copy.others(
            f"<td width=`50%`>{say('下一則：', 'Next: ')}<a href=`{{url}}`>{{title}}</a></td>", 1, skip=2
        )
        last = copy.others(
            f"<td width=`50%`>{say('上一則：', 'Previous: ')}<a href=`{{url}}`>{{title}}</a></td>", 1, skip=3
        )
        moods = "".join(
            f'<td align="center"><input type="radio" name="mood" value="{n}" /><br />{m}<br /><span class="mood_n">{(art.index * 13 + n * 29) % 61}</span></td>'
            for n, m in enumerate(self.word("實用 感動 生氣 無聊", "Useful Moving Annoying Boring").split())
        )
        said = copy.remarks(
            '<tr><td class="re_who" width="110">{who}<br /><span class="re_time">{when}</span></td><td class="re_txt">{what}</td></tr>\n'
        )
        return f"""<td id="content_center" valign="top">
<div id="marquee"><marquee scrollamount="3" onmouseover="this.stop()" onmouseout="this.start()">{copy.others("<a href=`{url}`>{title}</a>", 2, " &nbsp; ", skip=1)}</marquee></div>
<div id="path">{say("目前位置：", "You are here: ")}<a href="/">{say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {say("新聞內容", "Story")}</div>
<!-- news begin --><div id="news_head"><span class="news_title">{copy.title}</span></div>
<table id="news_info" width="100%" border="0" cellpadding="2" cellspacing="0"><tr>{day}{bar_by}<td class="info_font" align="right">{say("字級：", "Text size: ")}<a href="javascript:setSize('s')">{say("小", "S")}</a> <a href="javascript:setSize('m')">{say("中", "M")}</a> <a href="javascript:setSize('l')">{say("大", "L")}</a></td></tr></table>
{changed}<div id="news_tool">{tools} <span class="hits">{say("點閱：", "Views: ")}{views}</span></div>
<div id="news_text" class="font_m">
{opening}{chr(10).join(self.blocks(copy))}{ending}
</div><!-- news end -->
<div class="kw_line">{say("關鍵字：", "Keywords: ")}{tags}</div>
<div id="ad_mid"><script type="text/javascript">showAd("mid468", "{copy.part}");</script></div>
<table id="prev_next" width="100%" border="0" cellpadding="3" cellspacing="0"><tr>{last}{near}</tr></table>
<div class="blk_head">{say("相關新聞", "Related stories")}</div>
<table id="relate" width="100%" border="0" cellpadding="2" cellspacing="0">{copy.others("<tr><td>·<a href=`{url}`>{title}</a> <span class=`gray`>({day})</span></td></tr>", 2 + art.index % 2)}</table>
<form id="mood" action="/vote/mood.jsp" method="post"><input type="hidden" name="sn" value="{art.id}" /><table width="100%" class="mood_box"><tr><td colspan="4">{say("看完這則新聞，你覺得：", "After reading this, you find it:")}</td></tr><tr>{moods}</tr></table></form>
<a name="reply" id="reply"></a><div class="blk_head">{say("網友回應", "Readers respond")}</div>
<table id="re_list" width="100%" border="0" cellpadding="4" cellspacing="1">{said}<tr><td colspan="2" class="re_form"><a href="/member/login.jsp?back=reply">{say("登入會員後發言", "Log in to post")}</a> {say("回應內容不代表本網立場", "Opinions are those of their authors, not of this site.")}</td></tr></table><div align="right" class="gotop"><a href="#top"><img src="/images/top.gif" border="0" alt="TOP" /></a></div></td>
<td id="content_right" width="200" valign="top">
<div class="r_box"><div class="r_head">{say("熱門點閱", "Most viewed")}</div><ol class="hot">{copy.others("<li><a href=`{url}`>{title}</a></li>", 4)}</ol></div>
<form class="r_box" action="/epaper/subscribe.jsp" method="post"><div class="r_head">{say("訂閱《{letter}》電子報", "Subscribe to {letter}")}</div><input type="text" name="mail" size="14" value="your@mail" /> <input type="submit" value="{say("訂閱", "OK")}" /></form>
<div class="r_box ad"><iframe src="/adserv/show.jsp?pos=r200&amp;ch={copy.part}" width="200" height="200" frameborder="0" scrolling="no"></iframe></div></td>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows of a table, a line for pages."""
        rows = "\n".join(
            f'<tr{" class=`alt`".replace("`", chr(34)) if at % 2 else ""}><td class="l_cat">[{esc(c.section)}]</td><td><a href="{attr(c.url)}" class="l_title">{esc(c.title)}</a><div class="l_sum">{esc(c.summary)}...</div></td><td class="l_date" nowrap="nowrap">{self.day(c.published)}</td></tr>'
            for at, c in enumerate(cards)
        )
        more = (
            f'\n<div class="pager"><a href="{attr(older)}">{self.word("下一頁", "Next page")} &gt;&gt;</a></div>'
            if older
            else ""
        )
        return f'<td id="content_center" valign="top" colspan="2">\n<div id="path"><a href="/">{self.word("首頁", "Home")}</a> &gt; {esc(heading)}</div>\n<table id="news_list" width="100%" border="0" cellpadding="4" cellspacing="0">\n{rows}\n</table>{more}\n</td>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page of the service pages."""
        return f'<td id="content_center" valign="top" colspan="2">\n<div id="news_head"><span class="news_title">{esc(heading)}</span></div>\n<div id="service_text">{"<br /><br />".join(map(esc, paragraphs))}</div>\n</td>'


DESIGNS: tuple[type[Freehand], ...] = (Pochard,)
ADDRESSES: dict[str, Form] = {
    "newsdetail.jsp?ch&sn": Form(
        lambda p, a, _v: f"/news/newsdetail.jsp?ch={p.sections.get(a.section, 'news')}&sn={a.id}"
    )
}
