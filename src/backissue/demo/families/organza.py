"""Designs of ``held_out``: an online outlet of 2013 on pages that its own programmer wrote for a script server."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Lamprey"]


class Lamprey(Freehand):
    """2013: an online outlet's own script: names spelt by first letters of syllables, a row of facts that says who wrote or who sent it, the last change and the topics below the text, faces for moods."""

    name = "lamprey"
    timed = stamped = True

    _MOODS = (
        ("感動", "Moved"),
        ("生氣", "Angry"),
        ("搞笑", "Amused"),
        ("難過", "Sad"),
        ("新奇", "Curious"),
        ("路過", "Passing by"),
    )

    def draw(self, rng: Random) -> None:
        """The order of the facts, the sign before headlines in lists, how it signs, where the moods stand."""
        self.hour_last = rng.random() < 0.5
        self.sign = choose(rng, "·", "■", "▪")
        self.brackets = rng.random() < 0.5
        self.moods_first = rng.random() < 0.5
        self.hand = choose(
            rng,
            Hand("{a}", "{a} {b}", photo="文/{a} 圖/{b}", roles=("文", "圖")),
            Hand(
                "本網記者 {a}",
                "本網記者 {a} {b}",
                placed="本網記者 {a} {p}報道",
                photo="文/{a} 攝/{b}",
                role="本網記者",
                roles=("文", "攝"),
            ),
        )
        self.hand_en = choose(rng, Hand("{a}", "{a}, {b}"), Hand("{a}", "{a} / {b}", placed="{a}, {p}"))

    def day(self, t: datetime) -> str:
        """``2013-03-08 09:05``."""
        return f"{t:%Y-%m-%d %H:%M}"

    def stamp(self, t: datetime) -> str:
        """``2013-03-09 14:05:22``."""
        return f"{t:%Y-%m-%d %H:%M:%S}"

    def box(self, title: str, inside: str, more: str = "") -> str:
        """A box of the side column."""
        return f'<div class="ybk{more}"><div class="ybt"><h2>{title}</h2></div>\n{inside}</div>\n'

    def frame(self, page: Shell) -> str:
        """A bar for members, a banner, two rows of channels, a scrolling line, a foot of permits and friends."""
        items = self.menu(
            page.paper, '<li{on}><a href="{url}">{name}</a></li>', now=page.section, current=' class="dq"'
        )
        friends = "".join(
            f'<a href="http://{host}.example/" target="_blank">{self.word(zh, en)}</a> '
            for host, zh, en in (
                ("wanbao", "海灣晚報網", "Bay Evening"),
                ("luntan", "老街論壇", "Old Street Forum"),
                ("tianqi", "天氣在線", "Weather Online"),
                ("zhaopin", "同城招聘", "City Jobs"),
            )
        )
        style = "body{font:12px/1.5 SimSun,Arial;margin:0}.k{width:960px;margin:0 auto;overflow:hidden}.z{float:left;width:640px}.y{float:right;width:300px}.zw{font-size:14px;line-height:26px}.bt{text-align:center;font-size:22px}.xx{text-align:center;color:#888}"
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<meta http-equiv="X-UA-Compatible" content="IE=EmulateIE7" />\n<title>{esc(page.title)}-{esc(page.paper.name)}</title>\n{page.head}<link href="/css/zy.css?v=20130415" rel="stylesheet" type="text/css" />\n<style type="text/css">{style}</style>\n<script type="text/javascript" src="/js/gg.js"></script>\n</head>\n'
            f'<body>\n<div class="dl"><div class="k"><form action="/user.php?do=login" method="post">{self.word("用戶名", "Name")} <input name="u" size="8" /> {self.word("密碼", "Password")} <input type="password" name="p" size="8" /> <input type="submit" value="{self.word("登錄", "Sign in")}" /> <a href="/user.php?do=reg">{self.word("免費開戶", "Join free")}</a></form><span class="yb"><a href="http://weibo.example/{esc(page.paper.host.split(".", maxsplit=1)[0])}">{self.word("官方微博", "Our microblog")}</a> | <a href="/m/">{self.word("手機版", "Mobile")}</a> | <a href="javascript:void(0)" onclick="jrsc()">{self.word("加入收藏", "Bookmark us")}</a></span></div></div>\n'
            f'<div class="k tb"><a href="/"><img src="/images/logo2013.gif" width="210" height="60" alt="{attr(page.paper.name)}" /></a><script type="text/javascript">gg(1);</script></div>\n<div class="k dh"><ul><li><a href="/">{self.word("首頁", "Home")}</a></li>{items}</ul><p><a href="/zt/">{self.word("專題", "Specials")}</a> <a href="/tp/">{self.word("圖片", "Pictures")}</a> <a href="/bl/">{self.word("爆料", "Tip-offs")}</a> <a href="/bbs/">{self.word("論壇", "Forum")}</a></p></div>\n'
            f'<div class="k gd"><marquee scrollamount="3">{self.word("本網面向社會公開收集新聞線索，一經採用即付稿酬，熱線 5550-8110", "We pay for news tips that we use. Hot line 555-0181")}</marquee></div>\n{page.main}\n'
            f'<div class="k yl"><b>{self.word("友情連結：", "Friends: ")}</b>{friends}</div>\n<div class="k db"><p><a href="/about">{self.word("關於我們", "About us")}</a> - <a href="/lx.php">{self.word("聯絡方式", "Contact")}</a> - <a href="/gg.php">{self.word("廣告刊例", "Rates")}</a> - <a href="/flsm.php">{self.word("法律聲明", "Legal notice")}</a> - <a href="/tougao.php">{self.word("在線投稿", "Send us a story")}</a></p><p>{esc(page.paper.rights)} {self.word("未經書面授權，不得轉載", "No copying or mirroring without written consent")}</p><p>{self.word("互聯網新聞信息服務許可證 第0000號", "News service permit no. 0000")}　{self.word("違法和不良信息舉報電話：5550-8111", "Report harmful content: 555-0182")}</p></div>\n<script type="text/javascript" src="http://tongji.example/h.js"></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """An opening."""
        return f'<meta name="description" content="{attr(copy.lead)}" />\n'

    def block(self, copy: Copy, block: Block) -> str:
        """What the desk's editor box leaves: wide spaces, bold lines, tables with a border."""
        pad = "" if self.english or copy.article.language == "en" else "　　"
        if block.kind == "p":
            return f"<p>{pad}{spans(block.spans)}</p>"
        if block.kind == "h":
            return f'<p>{pad}<strong><span style="color:#b00;">{spans(block.spans)}</span></strong></p>'
        if block.kind == "quote":
            return f'<div class="yy">{spans(block.spans)}</div>'
        if block.kind == "note":
            return f'<p class="gz">{pad}{spans(block.spans)}</p>'
        if block.kind == "table":
            rows = "\n".join(f"<tr>{''.join(f'<td>{esc(c)}</td>' for c in row)}</tr>" for row in block.rows)
            return f'<table class="bg" border="1" bordercolor="#cccccc" cellspacing="0" cellpadding="4" align="center">\n<tbody>\n{rows}\n</tbody>\n</table>'
        if block.kind == "embed":
            return f'<p align="center"><iframe src="{attr(block.url)}" width="480" height="400" frameborder="0" scrolling="no"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A picture in the middle, its line below it in another colour."""
        credit = f"　{esc(picture.credit)}" if picture.credit else ""
        url = self.source(copy, picture)
        return f'<div class="tp" align="center"><a href="{url}" target="_blank"><img src="{url}" border="0" alt="" /></a><div class="tz" style="color:#336699;">{esc(picture.caption)}{credit}</div></div>'

    def mood(self, copy: Copy) -> str:
        """Six faces and how many chose each."""
        faces = "".join(
            f'<td><span>{(copy.salt // 7 + n * 13) % 41}</span><br /><img src="/images/xq/{n}.gif" /><br /><input type="radio" name="xq" /><br />{copy.say(*words)}</td>'
            for n, words in enumerate(self._MOODS, 1)
        )
        return f'<div class="xq"><h4>{copy.say("看完這篇新聞你的心情是：", "How does this story make you feel?")}</h4><table width="100%"><tr align="center">{faces}</tr></table></div>\n'

    def story(self, copy: Copy) -> str:
        """Place, headline, facts, text, last change, topics, neighbours, moods, related, remarks; ranks and a special at the side."""
        label = {"desk": copy.say("供稿：", "Filed by: "), "agency": copy.say("來源：", "Source: ")}.get(copy.article.byline.form, copy.say("作者：", "Author: "))  # fmt: skip
        who = copy.signed(f'<span class="zz">{label}{{}}</span>')
        hour = f'<span class="sj">{copy.day}</span>'
        hits = f'<span class="dj">{copy.say("點擊：", "Clicks: ")}<em id="djs">{100 + copy.salt % 8999}</em></span>'
        facts = "&nbsp;&nbsp;".join(f for f in ((who, hits, hour) if self.hour_last else (hour, who, hits)) if f)
        changed = copy.changed(f'<div class="xg">{copy.say("本文最後修改於", "This page was last changed on")} {{}}</div>\n')  # fmt: skip
        near = "".join(
            f'<li>{word}<a href="{attr(c.url)}">{esc(c.title)}</a></li>'
            for word, c in zip(
                (copy.say("上一條：", "Previous: "), copy.say("下一條：", "Next: ")), copy.related, strict=False
            )
        )
        kin = copy.others(f"<li>{self.sign}<a href=`{{url}}` target=`_blank`>{{title}}</a></li>", 4)
        said = copy.remarks(
            f'<div class="plt"><b>{{who}}</b> {copy.say("於", "on")} {{when}} {copy.say("說：", "said:")}<p>{{what}}</p><a href="#">{copy.say("頂", "Up")}[{{n}}]</a></div>\n'
        )
        said = said or f'<div class="plw">{copy.say("暫無評論，快來說兩句！", "No comments yet. Be the first!")}</div>'
        rank = copy.others("<li><a href=`{url}` title=`{title}`>{title}</a></li>", 5)
        seen = copy.others("<dd><a href=`{url}`>{title}</a></dd>", 3, skip=2)
        moods = self.mood(copy)
        special = f'<p><a href="/zt/jc/">{copy.say("舊城改造十年記", "Ten years of pulling down the old town")}</a></p>'
        related = f'<div class="xgyd"><h4>{copy.say("相關閱讀", "Related reading")}</h4><ul>{kin}</ul></div>\n' if kin else ""  # fmt: skip
        share = f'<div class="fxd">{copy.say("分享到", "Share to")} <a href="#">{copy.say("新浪微博", "Weibo")}</a> <a href="#">{copy.say("QQ空間", "Qzone")}</a> <a href="#">{copy.say("人人網", "Renren")}</a> <a href="#">{copy.say("豆瓣", "Douban")}</a></div>\n'
        return (
            f'<div class="k"><div class="z">\n<div class="wz">{copy.say("當前位置：", "You are at: ")}<a href="/">{copy.say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {copy.say("瀏覽文章", "Reading")}</div>\n<h1 class="bt">{copy.title}</h1>\n<div class="xx">{facts}</div>\n<div class="gjt"><a href="javascript:zh(16)">{copy.say("大", "L")}</a> <a href="javascript:zh(14)">{copy.say("中", "M")}</a> <a href="javascript:zh(12)">{copy.say("小", "S")}</a> <a href="javascript:window.print()">{copy.say("打印", "Print")}</a> <a href="#pl">{copy.say("我要評論", "Comment")}</a></div>\n'
            f'<div class="zw" id="zw">\n<div class="hzh" style="float:left;"><script type="text/javascript">gg(5);</script></div>\n{chr(10).join(self.blocks(copy))}\n</div>\n{changed}<div class="bq">{copy.say("標籤：", "Labels: ")}{copy.tags("<a href=`{url}`>{tag}</a>", " | ")}</div>\n{share}<ul class="sx">{near}</ul>\n{moods + related if self.moods_first else related + moods}'
            f'<div class="pl" id="pl"><h4>{copy.say("網友評論", "Comments")}</h4>\n{said}<form action="/pl.php?id={copy.article.id}" method="post"><textarea name="nr" rows="4" cols="70"></textarea><br />{copy.say("驗證碼", "Code")} <input name="yzm" size="4" /><img src="/yzm.php" /> <input type="submit" value="{copy.say("提交", "Send")}" /></form><p>{copy.say("請遵守國家有關法律法規，文明發言。", "Please obey the law and mind your manners.")}</p></div>\n</div>\n'
            f'<div class="y">\n<script type="text/javascript">gg(3);</script>\n{self.box(copy.say("24小時點擊排行", "Most clicked in 24 hours"), f"<ol>{rank}</ol>")}{self.box(copy.say("編輯精選", "Editors like"), f"<dl>{seen}</dl>")}{self.box(copy.say("專題", "Specials"), special, " zt")}</div></div>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """One line for each, a dotted rule after every fifth."""
        left, right = ("[", "]") if self.brackets else ("", "")
        rows = "".join(
            f'<li><span class="sj">{left}{c.published:%m-%d %H:%M}{right}</span>{self.sign}<a href="{attr(c.url)}" target="_blank">{esc(c.title)}</a></li>\n{"<li class=fg></li>" if n % 5 == 0 else ""}'
            for n, c in enumerate(cards, 1)
        )
        pager = f'<div class="fy"><a href="#">{self.word("首頁", "First")}</a> <b>1</b> <a href="{attr(older)}">{self.word("下一頁", "Next")}</a></div>' if older else ""  # fmt: skip
        return f'<div class="k"><div class="z"><div class="wz">{self.word("當前位置：", "You are at: ")}<a href="/">{self.word("首頁", "Home")}</a> &gt; {esc(heading)}</div>\n<h2 class="lbt">{esc(heading)}</h2>\n<ul class="lb">\n{rows}</ul>\n{pager}</div></div>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A page in the width of a story."""
        return f'<div class="k"><div class="dy"><h1 class="dbt">{esc(heading)}</h1>\n<div class="dnr">{"".join(f"<p>{esc(p)}</p>" for p in paragraphs)}</div></div></div>'


DESIGNS: tuple[type[Freehand], ...] = (Lamprey,)
ADDRESSES: dict[str, Form] = {"read-id-1.html": Form(lambda _p, a, _v: f"/read-{a.id}-1.html")}
