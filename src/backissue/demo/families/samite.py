"""A free daily's web portal in Hong Kong, about 2013: built in the house on CodeIgniter, with channels, hot lists and slides."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import DAYS, DAYS_ZH, MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Pintail(Freehand):
    """2013: XHTML of the house's PHP: a channel bar, crumbs, a headline over a tool row with font sizes, pictures in a slide or floated, text in paragraphs or line breaks, ranks of hot news at the right."""

    name = "pintail"
    stamped = True

    def draw(self, rng: Random) -> None:
        """Slides or not, breaks or paragraphs, where the signature stands, how days and names are written."""
        self.slides = rng.random() < 0.5
        self.breaks = rng.random() < 0.45
        self.ends = rng.random() < 0.6
        self.labelled = not self.ends and rng.random() < 0.5
        self.dots, self.day_first = rng.random() < 0.5, rng.random() < 0.5  # the latter: over the headline
        if self.labelled:
            self.hand = Hand("{a}", "{a} {b}", photo="{a}（文）、{b}（攝影）")
            self.hand_en = Hand("{a}", "{a}, {b}")
            return
        self.hand = choose(
            rng,
            Hand("採訪︰{a}", "採訪︰{a} {b}", placed="採訪︰{a}（{p}）", photo="採訪︰{a} 攝影︰{b}", agency="綜合{o}", role="採訪", roles=("採訪", "攝影")),
            Hand("本報記者{a}", "本報記者{a}、{b}", placed="本報記者{a} {p}報道", photo="本報記者{a} 攝影：{b}", agency="{o}電", role="記者", roles=("記者", "攝影")),
            Hand("{a} 報道", "{a} {b} 報道", placed="{a} {p}報道", photo="{a} 報道 {b} 攝", role="報道", roles=("報道", "攝")),
        )  # fmt: skip
        self.hand_en = choose(
            rng,
            Hand("Reporter: {a}", "Reporters: {a}, {b}", placed="Reporter: {a} ({p})", role="Reporter"),
            Hand(
                "Reporting by {a}",
                "Reporting by {a} & {b}",
                placed="Reporting by {a} in {p}",
                agency="Compiled from {o}",
            ),
        )

    def day(self, t: datetime) -> str:
        """``2013-04-05 (五)`` or ``2013.04.05 星期五``; ``05-Apr-2013 (Fri)`` or ``Fri 05.Apr.2013``."""
        if self.english:
            month, name = MONTHS[t.month - 1][:3], DAYS[t.weekday()][:3]
            return f"{name} {t:%d}.{month}.{t:%Y}" if self.dots else f"{t:%d}-{month}-{t:%Y} ({name})"
        name = DAYS_ZH[t.weekday()]
        return f"{t:%Y.%m.%d} 星期{name}" if self.dots else f"{t:%Y-%m-%d} ({name})"

    def stamp(self, t: datetime) -> str:
        """As the database has it, without seconds."""
        return f"{t:%Y/%m/%d %H:%M}"

    def machine(self, copy: Copy) -> str:
        """What a share box wants, keywords, and no word of days or writers."""
        lead, keys = attr(copy.lead), attr(",".join((*(copy.said.tags or ()), copy.paper.name)))
        shot = next((b.picture for b in copy.version.blocks if b.picture), None)
        image = self.source(copy, shot) if shot else f"http://{copy.paper.home}/assets/images/fb_share.jpg"
        return f'<meta name="keywords" content="{keys}" />\n<meta name="description" content="{lead}" />\n<meta property="og:type" content="website" />\n<meta property="og:title" content="{attr(copy.version.title)}" />\n<meta property="og:url" content="{attr(copy.url)}" />\n<meta property="og:image" content="{image}" />\n<meta property="og:description" content="{lead}" />\n<meta property="fb:app_id" content="270{len(copy.paper.name)}41880{len(copy.paper.host)}" />\n<link rel="image_src" href="{image}" />\n'

    def frame(self, page: Shell) -> str:
        """The top strip, the logo with its banner, the channel bar, the page, the legal lines."""
        paper, w = page.paper, self.word
        channels = self.menu(paper, '<li class="ch{on}"><a href="{url}"><span>{name}</span></a></li>\n', now=page.section, current=" current")  # fmt: skip
        return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:fb="http://ogp.me/ns/fb#"><head>
{heads(page.charset, old=True)}
<title>{esc(page.title)}{" - " + esc(page.section) if page.is_story else ""} - {esc(paper.name)}</title>
{page.head}<link rel="stylesheet" type="text/css" href="/assets/css/portal.css?v=20130618" />
<script type="text/javascript" src="/assets/js/jquery-1.7.2.min.js"></script>
<script type="text/javascript" src="/assets/js/jquery.bxslider.min.js"></script>
<script type="text/javascript">var base_url = "http://{paper.home}/"; var site_url = base_url + "index.php/";</script>
</head>
<body class="inner {"detail" if page.is_story else "list"}"><div id="fb-root"></div>
<div id="topStrip"><div class="w980 clearfix"><ul class="fl"><li><a href="/index.php/epaper">{w("揭頁版", "e-Paper")}</a></li><li><a href="/index.php/app">iPhone / Android</a></li><li><a href="/index.php/pickup">{w("派發地點", "Where to pick up")}</a></li></ul><div class="weather fr"><img src="/assets/images/wx/62.png" alt="" /><span id="wxTemp">--</span>&deg;C <span id="wxHum">--</span>% <a class="lnkMember" href="/index.php/member/login">{w("會員登入", "Member login")}</a></div></div></div>
<div id="header" class="w980 clearfix"><a id="logo" href="/"><img src="/assets/images/logo.png" alt="{attr(paper.name)}" /></a><div id="ad_superbanner" class="ad"><script type="text/javascript">GA_googleFillSlot("Inner_Super_728x90");</script></div></div>
<div id="channelBar"><ul class="w980 clearfix"><li class="ch home"><a href="/"><span>{w("主頁", "Home")}</span></a></li>
{channels}<li class="ch sub"><a href="/index.php/game"><span>{w("著數", "Freebies")}</span></a></li></ul><form id="frmSearch" method="get" action="/index.php/search"><input type="text" name="keyword" value="" /><input type="submit" value="{w("搜尋", "Go")}" /></form></div>
<div id="container" class="w980 clearfix">
{page.main}</div>
<div id="footer"><p class="lnk"><a href="/index.php/about">{w("關於我們", "About us")}</a> | <a href="/index.php/adrate">{w("廣告查詢", "Advertise")}</a> | <a href="/index.php/job">{w("加入我們", "Careers")}</a> | <a href="/index.php/privacy">{w("私隱政策聲明", "Privacy policy")}</a> | <a href="/index.php/terms">{w("免責條款", "Disclaimer")}</a></p><p class="copy">{esc(paper.rights)} {w("版權所有 不得轉載", "All rights reserved.")}</p></div>
<a id="goTop" href="#">{w("返回頁頂", "Top")}</a><script type="text/javascript" src="/assets/js/portal.js"></script>
</body></html>
<!-- {"0." + str(1000 + len(page.main) % 8999)}s / 3.{len(page.title) % 90:02d}MB -->
"""

    def block(self, copy: Copy, block: Block) -> str:
        """The house editor's markup."""
        if block.kind == "p" and self.breaks:
            return f"{spans(block.spans)}<br />\n<br />"
        if block.kind == "h":
            return f'<span class="subTitle"><b>{spans(block.spans)}</b></span><br />' if self.breaks else f'<h4 class="subTitle">{spans(block.spans)}</h4>'  # fmt: skip
        if block.kind == "quote":
            return f'<div class="quoteBox"><blockquote>{spans(block.spans)}</blockquote></div>'
        if block.kind == "note":
            return f'<div class="remark"><em>{spans(block.spans)}</em></div>'
        if block.kind == "table":
            rows = (
                "".join(f"<t{'d' if n else 'h'}>{esc(c)}</t{'d' if n else 'h'}>" for c in row)
                for n, row in enumerate(block.rows)
            )
            return (
                '<table class="infoTbl" width="100%" border="0" cellspacing="1" cellpadding="4"><tbody>\n'
                + "".join(f"<tr>{r}</tr>\n" for r in rows)
                + "</tbody></table>"
            )
        if block.kind == "embed":
            return f'<div class="videoBox" align="center"><iframe src="{attr(block.url)}" width="600" height="338" frameborder="0" scrolling="no"></iframe></div>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A slide, or a box in the text with a glass that enlarges it."""
        source, words = self.source(copy, picture), esc(picture.caption)
        credit = f'<span class="photoBy">{esc(picture.credit)}</span>' if picture.credit else ""
        if self.slides:
            return f'<li><img src="{source}" alt="" /><div class="slideTxt"><p>{words}</p>{credit}</div></li>'
        return f'<div class="photoBox"><a class="fancybox" rel="news" href="{source}"><img src="{source}" width="300" border="0" alt="" /><i class="icoZoom"></i></a><div class="photoTxt">{words}{credit and "<br />" + credit}</div></div>'

    def story(self, copy: Copy) -> str:
        """The left: crumbs, headline, tools, slide, text, keywords, neighbours. The right: ranks, a poll, a box of the network."""
        say, n, blocks = copy.say, copy.article.index, copy.version.blocks
        shots = [b for b in blocks if b.picture] if self.slides else []
        slide = '<div class="slideWrap"><ul class="bxslider">\n' + "\n".join(self.blocks(copy, tuple(shots))) + '\n</ul><div id="bxPager"></div></div>\n' if shots else ""  # fmt: skip
        body = self.blocks(copy, tuple(b for b in blocks if b not in shots))
        body.insert(min(3, len(body) - 1), f'<div class="ad adInRead"><span>{say("廣告", "Advertisement")}</span><script type="text/javascript">GA_googleFillSlot("Inner_LREC_300x250");</script></div>')  # fmt: skip
        by = copy.signed(
            f'<span class="reporter">{self.word("<label>作者</label> ", "<label>Author</label> ") if self.labelled else ""}{{}}</span>'
        )
        body += [by if self.breaks else f'<p class="alignR">{by}</p>'] if self.ends and by else []
        over, under = (f'<div class="newsDate">{copy.day}</div>\n', "")[:: 1 if self.day_first else -1]
        changed = copy.changed(f'<div class="lastUpd">{say("更新時間", "Updated")} <span>{{}}</span></div>\n')
        tags = copy.tags("<li><a href=`{url}`>{tag}</a></li>")
        tags = f'<div class="keyword clearfix"><span>{say("關鍵字", "Keywords")}</span><ul>{tags}</ul></div>\n' if tags else ""  # fmt: skip
        link = attr(copy.url)
        share = f'<div class="shareBar"><div class="fb-like" data-href="{link}" data-layout="button_count"></div><a class="icoFb" href="http://www.facebook.com/sharer.php?u={link}">Facebook</a><a class="icoWb" href="#">{say("微博", "Weibo")}</a><a class="icoWa" href="whatsapp://send?text={link}">WhatsApp</a><a class="icoMail" href="/index.php/mailto/{copy.article.id}">{say("轉寄", "E-mail")}</a><a class="icoPrint" href="javascript:window.print();">{say("列印", "Print")}</a></div>\n'
        before, after = copy.others("<a href=`{url}`>{title}</a>", 1), copy.others("<a href=`{url}`>{title}</a>", 1, skip=1)  # fmt: skip
        hot = copy.others("<li><a href=`{url}`><em></em>{title}</a></li>\n", 4)
        more = copy.others("<li><a href=`{url}` title=`{title}`><span class=`cat`>[{section}]</span> {title}</a></li>\n", 2, skip=2)  # fmt: skip
        poll = (
            f'<div class="sideBox poll"><h3>{say("今日投票", "Poll of the day")}</h3><p>{say("你每日幾點起身？", "When do you get up?")}</p><form action="/index.php/poll/vote" method="post"><label><input type="radio" name="o" value="1" />{say("七點前", "Before seven")}</label><label><input type="radio" name="o" value="2" />{say("七點後", "After seven")}</label><input type="submit" value="{say("投票", "Vote")}" /></form></div>\n'
            if n % 3
            else ""
        )
        return f"""<div id="leftCol"><div class="crumb"><a href="/">{say("主頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {say("內文", "Story")}</div>
<div class="newsHead">{over}<h1 class="newsTitle">{copy.title}</h1>
{under}{by + chr(10) if by and not self.ends else ""}{changed}<div class="toolRow clearfix"><span class="views">{say("瀏覽", "Views")} {n * 137 % 9000 + 58}</span><span class="fontSize">{say("字型", "Text")} <a href="javascript:setFont('s');" class="fs">{say("小", "S")}</a><a href="javascript:setFont('m');" class="fm on">{say("中", "M")}</a><a href="javascript:setFont('l');" class="fl">{say("大", "L")}</a></span></div></div>
{share}{slide}<div id="newsContent" class="fontM clearfix">
{chr(10).join(body)}</div>
{tags}<div class="prevNext clearfix"><div class="prev">{say("上一則", "Previous")} {before}</div><div class="next">{say("下一則", "Next")} {after}</div></div>
<div class="alsoRead"><h3>{say("其他新聞", "More news")}</h3><ul>{more}</ul></div>
<div class="fb-comments" data-href="{link}" data-num-posts="5" data-width="640"></div></div>
<div id="rightCol"><div class="ad"><script type="text/javascript">GA_googleFillSlot("Inner_Right_300x250");</script></div>
<div class="sideBox hotNews"><h3>{say("熱門新聞", "Hot news")}</h3><ul class="tabs"><li class="on">{say("今日", "Today")}</li><li>{say("昨日", "Yesterday")}</li><li>{say("一周", "7 days")}</li></ul><ol>{hot}</ol></div>
{poll}<div class="sideBox"><a href="/index.php/epaper"><img src="/assets/images/epaper_cover.jpg" alt="" />{say("今日頭版 免費揭頁", "Flip today’s front page, free")}</a></div><div class="fb-like-box" data-width="300" data-show-faces="true"></div></div>"""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A channel's rows, CodeIgniter's pages under them."""
        rows = "\n".join(f'<li class="clearfix"><a class="tit" href="{attr(c.url)}">{esc(c.title)}</a><span class="dt">{self.day(c.published)}</span><p>{esc(c.summary)}... <a class="more" href="{attr(c.url)}">{self.word("詳細", "more")}</a></p></li>' for c in cards)  # fmt: skip
        more = (
            f'<div class="pagination"><strong>1</strong>&nbsp;<a href="{attr(older)}">&gt;</a></div>' if older else ""
        )
        return f'<div id="leftCol"><h2 class="chTitle">{esc(heading)}</h2>\n<ul class="newsList">\n{rows}\n</ul>\n{more}</div>\n<div id="rightCol"><div class="ad"></div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """One of the footer's pages."""
        return f'<div class="staticPage"><h2 class="chTitle">{esc(heading)}</h2><div class="txt">{"<br /><br />".join(map(esc, paragraphs))}</div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Pintail,)
ADDRESSES: dict[str, Form] = {"index.php/daily/detail/day/id": Form(lambda _p, a, _v: f"/index.php/daily/detail/{a.published:%Y%m%d}/{a.id}")}  # fmt: skip
