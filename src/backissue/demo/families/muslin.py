"""Designs of two engines: a press group's channel pages of 2008 from a publishing server, a weekly kept with a small weblog engine of 2006."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import MONTHS, Copy, Freehand, Hand, Shell, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card, Paper
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS", "Brill", "Sole"]


class Brill(Freehand):
    """2008: a press group's channel page from a publishing server: the facts once more in a comment, hour and source below the headline, writer and editor in brackets at the end, topics in the head alone."""

    name = "brill"
    timed = True
    hand = Hand("{a}", "{a} {b}", placed="{a} 發自{p}")
    hand_en = Hand("{a}", "{a}, {b}")

    def draw(self, rng: Random) -> None:
        """How hours are written, where the box of pictures stands, the editor, what the rights say."""
        self.han = rng.random() < 0.5
        self.photos = rng.random() < 0.6
        self.square = rng.random() < 0.6
        self.editor = choose(rng, ("何澄", "He Cheng"), ("梁若海", "Liang Ruohai"), ("小魚", "Xiao Yu"))
        self.hue = choose(rng, "#0a4a9a", "#a01010", "#1a6a3a")

    def day(self, t: datetime) -> str:
        """``2008年03月08日 09:05`` or ``2008-03-08 09:05``; ``2008-03-08 09:05`` in English."""
        return f"{t:%Y年%m月%d日 %H:%M}" if self.han and not self.english else f"{t:%Y-%m-%d %H:%M}"

    def frame(self, page: Shell) -> str:
        """A bar to sign in, two rows of channels, a search, what it holds, links of the group."""
        channels = self.menu(page.paper, '<a href="{url}" target="_blank">{name}</a>', " | ")
        services = " | ".join(
            f'<a href="/{key}/" target="_blank">{self.word(zh, en)}</a>'
            for key, zh, en in (
                ("bbs", "論壇", "Forum"),
                ("blog", "博客", "Blogs"),
                ("video", "視頻", "Video"),
                ("house", "房產", "Property"),
                ("auto", "汽車", "Motoring"),
                ("epaper", "數字報", "E-paper"),
            )
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.title)}-{esc(page.paper.name)}{self.word("網", " Online")}</title>\n{page.head}<link href="/res/css/content2008.css" rel="stylesheet" type="text/css" />\n<style type="text/css">body,td{{font-size:12px;line-height:20px}} a{{color:#000;text-decoration:none}} .hd td{{border-bottom:2px solid {self.hue}}} .bt{{font-size:22px;font-weight:bold;line-height:40px;color:{self.hue}}} .zw{{font-size:14px;line-height:26px}} .zw p{{margin:14px 0}} .lm{{background:{self.hue};color:#fff;font-weight:bold;padding-left:8px}} .hzh{{border:1px solid #ccc;margin:0 12px 8px 0}}</style>\n</head>\n<body>\n'
            f'<table width="950" border="0" align="center" cellpadding="0" cellspacing="0" bgcolor="#f4f4f4"><tr><td><form action="http://passport.{page.paper.host}/login" method="post" style="margin:0">{self.word("用戶名", "User")} <input name="u" type="text" size="8" /> {self.word("密碼", "Password")} <input name="p" type="password" size="8" /> <input type="submit" value="{self.word("登錄", "Sign in")}" /></form></td><td align="right"><a href="javascript:void(0)" onclick="this.style.behavior=\'url(#default#homepage)\'">{self.word("設為首頁", "Make this my homepage")}</a> <a href="javascript:window.external.AddFavorite(document.URL,document.title)">{self.word("加入收藏", "Bookmark")}</a></td></tr></table>\n'
            f'<table class="hd" width="950" border="0" align="center" cellpadding="4" cellspacing="0"><tr><td rowspan="2" width="190"><a href="/"><img src="/res/img/logo_s.gif" width="180" height="54" border="0" alt="{attr(page.paper.name)}" /></a></td><td>{channels}</td></tr><tr><td>{services}</td></tr></table>\n'
            f'{page.main}\n<table width="950" border="0" align="center" cellpadding="0" cellspacing="0" style="border-top:2px solid {self.hue}"><tr><td height="60" align="center"><a href="/about">{self.word("關於我們", "About us")}</a> - <a href="/ad/">{self.word("廣告服務", "Advertising")}</a> - <a href="/job/">{self.word("招聘", "Careers")}</a> - <a href="/law/">{self.word("法律聲明", "Legal notice")}</a> - <a href="/map/">{self.word("網站地圖", "Site map")}</a><br />{esc(page.paper.rights)} {self.word("增值電信業務經營許可證 B2-0000000", "Licence B2-0000000")}</td></tr></table>\n<script type="text/javascript" src="/res/js/stat.js"></script>\n</body>\n</html>\n'
        )

    def machine(self, copy: Copy) -> str:
        """The topics, the opening, and the publishing server's own comment."""
        topics = attr(",".join(copy.said.tags or ()))
        moment = copy.article.published
        return (
            f'<meta name="keywords" content="{topics}" />\n<meta name="description" content="{attr(copy.lead)}" />\n'
            f"<!--enpproperty <articleid>{copy.article.id}</articleid><date>{moment:%Y-%m-%d %H:%M}:00:0</date><author>{copy.by}</author><title>{copy.title}</title><keyword>{esc(topics)}</keyword><subtitle></subtitle><introtitle></introtitle><siteid>2</siteid><nodeid>{1000 + len(copy.part)}</nodeid><nodename>{copy.section}</nodename><nodesearchname></nodesearchname>/enpproperty-->\n"
        )

    def block(self, copy: Copy, block: Block) -> str:
        """Paragraphs behind two wide spaces; what the desk pasted has bold and blue."""
        wide = "" if self.english else "　　"
        if block.kind == "p":
            return f"<p>{wide}{spans(block.spans)}</p>"
        if block.kind == "h":
            return f"<p>{wide}<strong>{spans(block.spans)}</strong></p>"
        if block.kind == "note":
            return f'<p>{wide}<span style="color:#666">{spans(block.spans)}</span></p>'
        if block.kind == "quote":
            return f'<blockquote style="font-family:KaiTi_GB2312">{spans(block.spans)}</blockquote>'
        if block.kind == "table":
            rows = "\n".join(
                f"<tr>{''.join(f'<td align={chr(34)}center{chr(34)}>{esc(c)}</td>' for c in row)}</tr>"
                for row in block.rows
            )
            return f'<table border="1" align="center" cellpadding="3" cellspacing="0" style="border-collapse:collapse"><tbody>\n{rows}\n</tbody></table>'
        if block.kind == "embed":
            return f'<p align="center"><iframe src="{attr(block.url)}" width="480" height="400" frameborder="0" scrolling="no"></iframe></p>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table in the middle: picture, then words with the credit behind them."""
        credit = f"{copy.say('　', ' ')}{esc(picture.credit)}" if picture.credit else ""
        return f'<table border="0" align="center" cellpadding="0" cellspacing="0"><tr><td align="center"><img src="{self.source(copy, picture)}" border="0" alt="" style="border:#000 1px solid" /></td></tr><tr><td align="center" style="color:#00f">{esc(picture.caption)}{credit}</td></tr></table>'

    def source_line(self, copy: Copy) -> str:
        """Where it comes from: an agency's copy names it, other signed copy the paper."""
        if copy.article.byline.form == "agency":
            return f"&nbsp;&nbsp;{copy.say('來源：', 'Source: ')}{copy.by}"
        return f"&nbsp;&nbsp;{copy.say('來源：', 'Source: ')}{esc(copy.paper.name)}" if copy.by else ""

    def side(self, copy: Copy) -> str:
        """The narrow column: pictures and what was read most."""
        shots = copy.others(
            '<td align="center"><a href="{url}"><img src="/res/img/pic.jpg" width="120" height="90" border="0" alt="" /><br />{title}</a></td>',
            2,
        )
        box = f'<table width="270" border="0" cellpadding="3" cellspacing="0"><tr><td colspan="2" class="lm">{copy.say("圖片新聞", "In pictures")}</td></tr><tr>{shots}</tr></table>\n' if self.photos and shots else ""  # fmt: skip
        ranks = copy.others('<tr><td>·<a href="{url}" target="_blank">{title}</a></td></tr>\n', 6)
        return f'{box}<table width="270" border="0" cellpadding="3" cellspacing="0"><tr><td class="lm">{copy.say("24小時排行", "Most read in 24 hours")}</td></tr>\n{ranks}</table>'

    def story(self, copy: Copy) -> str:
        """Path, headline, hour and source, text round an advertisement, those who made it, related stories, rights, a form."""
        signed = copy.by if copy.article.byline.form != "agency" else ""
        writer = f"{copy.say('作者：', 'Author: ')}{signed}{copy.say('　', '; ')}" if signed else ""
        editor = f"{copy.say('編輯：', 'Editor: ')}{esc(self.word(*self.editor))}"
        advert = f'<table class="hzh" width="300" height="250" align="left" cellpadding="0" cellspacing="0"><tr><td align="center"><script type="text/javascript" src="/ad/hzh{copy.salt % 7}.js"></script>{copy.say("廣告", "Advertisement")}</td></tr></table>\n' if self.square else ""  # fmt: skip
        rows = copy.others('<li><a href="{url}" target="_blank">{title}</a> ({day})</li>\n', 5, skip=1)
        related = f'<div style="border:1px dashed #ccc;padding:6px"><strong>{copy.say("相關報道", "Related stories")}</strong>\n<ul>\n{rows}</ul></div>\n' if rows else ""  # fmt: skip
        return (
            f'<table width="950" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td width="660" valign="top">\n<table width="100%" border="0" cellpadding="4" cellspacing="0"><tr><td bgcolor="#eeeeee">{copy.say("您所在的位置：", "You are here: ")}<a href="/">{copy.say("首頁", "Home")}</a> &gt; <a href="{copy.section_url}">{copy.section}</a> &gt; {copy.say("正文", "Text")}</td></tr></table>\n'
            f'<table width="96%" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td align="center" class="bt">{copy.title}</td></tr>\n<tr><td align="center" height="30" style="border-bottom:1px solid #ccc">{copy.day}{self.source_line(copy)}&nbsp;&nbsp;<a href="#pl">{copy.say("我來說兩句", "Have your say")}</a> <span id="pls">({copy.salt % 61})</span></td></tr>\n'
            f'<tr><td class="zw" id="zoom">\n{advert}<!--enpcontent-->{chr(10).join(self.blocks(copy))}<!--/enpcontent-->\n</td></tr>\n<tr><td align="right">[{writer}{editor}]</td></tr></table>\n'
            f'{related}<p>{copy.say("【大 中 小】【打印】【關閉窗口】", "[A A A] [Print] [Close window]")}</p>\n<p style="color:#888">{copy.say("凡註明“來源：{name}”的作品，版權均屬本網，轉載請註明出處。", "All works marked “Source: {name}” belong to this site; reprints must say so.")}</p>\n'
            f'<a name="pl"></a><form action="/comment/post.php" method="post"><input type="hidden" name="aid" value="{copy.article.id}" />{copy.say("網友昵稱", "Nickname")} <input name="nick" type="text" size="10" value="{copy.say("網友", "Guest")}" /><br /><textarea name="t" cols="60" rows="5"></textarea><br /><input type="submit" value="{copy.say("發表評論", "Post")}" /> {copy.say("評論只代表網友個人觀點。", "Comments are readers’ own.")}</form>\n</td><td width="10"></td><td width="280" valign="top">\n{self.side(copy)}\n</td></tr></table>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Lines with dots, a gap behind each fifth, hours at the right."""
        rows = "".join(
            f'<tr><td>·<a href="{attr(c.url)}" target="_blank">{esc(c.title)}</a></td><td align="right" style="color:#999">({c.published:%m-%d %H:%M})</td></tr>\n{"<tr><td height=8 colspan=2></td></tr>" if n % 5 == 0 else ""}'
            for n, c in enumerate(cards, 1)
        )
        more = f'<tr><td colspan="2" align="center"><b>1</b> <a href="{attr(older)}">2</a> <a href="{attr(older)}">{self.word("下一頁", "Next")}</a></td></tr>' if older else ""  # fmt: skip
        return f'<table width="950" border="0" align="center" cellpadding="3" cellspacing="0" style="font-size:14px"><tr><td colspan="2" class="lm">{esc(heading)}</td></tr>\n{rows}{more}</table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A headline in the middle and paragraphs."""
        wide = "" if self.english else "　　"
        words = "\n".join(f"<p>{wide}{esc(p)}</p>" for p in paragraphs)
        return f'<table width="950" border="0" align="center" cellpadding="10" cellspacing="0"><tr><td align="center" class="bt">{esc(heading)}</td></tr><tr><td class="zw">\n{words}\n</td></tr></table>'


class Sole(Freehand):
    """2006: a weekly kept with a small weblog engine: nothing but headline and text above, a sentence below that says who wrote it and when and where it is filed, an amendment in italics between the two."""

    name = "sole"
    timed = stamped = True
    hand = Hand("{a}", "{a}與{b}", photo="{a}（文）{b}（圖）", roles=("文", "圖"))
    hand_en = Hand("{a}", "{a} & {b}")

    def draw(self, rng: Random) -> None:
        """Its columns, whom it links to, whether the number of the week is told."""
        self.left = rng.random() < 0.5
        self.numbered = rng.random() < 0.7
        self.dotted = rng.random() < 0.5
        self.paint = choose(rng, ("#f7f3e8", "#933"), ("#fff", "#267"), ("#eef1ee", "#463"))

    def day(self, t: datetime) -> str:
        """``8 March 2006, 09:05``; ``2006年3月8日 09:05`` or ``2006.3.8 09:05``."""
        if self.english:
            return f"{t.day} {MONTHS[t.month - 1]} {t.year}, {t:%H:%M}"
        return f"{t.year}.{t.month}.{t.day} {t:%H:%M}" if self.dotted else f"{t.year}年{t.month}月{t.day}日 {t:%H:%M}"

    def column(self, paper: Paper) -> str:
        """The side column: what it is, a search, sections, friends, badges."""
        friends = "".join(
            f'<li><a href="http://{host}.example/" rel="friend">{self.word(zh, en)}</a></li>\n'
            for host, zh, en in (
                ("slowtrain", "慢車", "The Slow Train"),
                ("rooftops", "屋頂觀察", "Rooftop Notes"),
                ("inkstone", "硯邊", "Inkstone"),
            )
        )
        items = self.menu(paper, '<li><a href="{url}">{name}</a></li>\n')
        return (
            f'<div id="sidebar">\n<p class="hello">{self.word("一份不趕時間的周報，逢星期四更新。", "A weekly in no hurry. New on Thursdays.")} <a href="/about">{self.word("關於", "About")}</a></p>\n<form method="get" action="/"><p><input type="text" name="q" size="15" /> <input type="submit" value="{self.word("找", "Find")}" /></p></form>\n<h4>{self.word("欄目", "Departments")}</h4>\n<ul>\n{items}</ul>\n'
            f'<h4>{self.word("隔壁", "Neighbours")}</h4>\n<ul class="linklist">\n{friends}</ul>\n<p><a href="/rss/"><img src="/images/badge-rss.png" width="80" height="15" alt="RSS" /></a> <a href="/atom/"><img src="/images/badge-atom.png" width="80" height="15" alt="Atom" /></a><br /><a href="http://creativecommons.example/by-nc/"><img src="/images/badge-cc.png" width="80" height="15" alt="Some rights reserved" /></a></p>\n</div>\n'
        )

    def frame(self, page: Shell) -> str:
        """A head of words, two columns, a line below."""
        ground, ink = self.paint
        side, other = ("left", "right") if self.left else ("right", "left")
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{self.language}" lang="{self.language}">\n<head>\n{heads(page.charset, old=True)}\n<title>{esc(page.paper.name)}: {esc(page.title)}</title>\n<link rel="home" href="/" />\n<link rel="alternate" type="application/rss+xml" title="RSS feed" href="/rss/" />\n{page.head}<style type="text/css" media="screen">\nbody {{ background: {ground}; font: 13px/1.6 Georgia, serif; margin: 0 }}\n#container {{ width: 760px; margin: 0 auto }}\n#head h1 a {{ color: {ink}; text-decoration: none; font-weight: normal }}\n#sidebar {{ float: {side}; width: 190px; font-size: 11px }}\n#content {{ float: {other}; width: 530px }}\n#foot {{ clear: both; border-top: 1px dotted {ink}; font-size: 11px }}\n.small {{ color: #777; font-size: 11px }}\n.plate {{ text-align: center }}\n</style>\n</head>\n'
            f'<body id="{"article" if page.is_story else "list"}">\n<div id="container">\n<div id="head"><h1><a href="/" accesskey="1">{esc(page.paper.name)}</a></h1></div>\n<div id="content">\n{page.main}\n</div>\n{self.column(page.paper)}<div id="foot"><p>{esc(page.paper.rights)}. <a href="http://validator.example/check/referer">XHTML</a>, <a href="http://jigsaw.example/css/">CSS</a>. {self.word("本站用一個小小的網誌程式寫成。", "Kept with a very small weblog engine.")} <a href="#head">{self.word("回到頂端", "Top")}</a></p></div>\n</div>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """What the engine's shorthand makes of a typist's lines."""
        if block.kind == "h":
            return f"\t<h4>{spans(block.spans)}</h4>"
        if block.kind == "p":
            return f"\t<p>{spans(block.spans)}</p>"
        if block.kind == "embed":
            return f'\t<p><iframe src="{attr(block.url)}" width="425" height="350" frameborder="0"></iframe></p>'
        if block.kind == "note":
            return f'\t<p class="erratum">{spans(block.spans)}</p>'
        if block.kind == "table":
            rows = "".join(f"\t\t<tr>\n{''.join(f'			<td>{esc(c)}</td>{chr(10)}' for c in row)}\t\t</tr>\n" for row in block.rows)  # fmt: skip
            return f"\t<table>\n{rows}\t</table>"
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A plate with small words."""
        credit = f"<br />{esc(picture.credit)}" if picture.credit else ""
        return f'\t<div class="plate"><img src="{self.source(copy, picture)}" alt="" width="480" /><p class="small">{esc(picture.caption)}{credit}</p></div>'

    def sentence(self, copy: Copy) -> str:
        """Who wrote it, when, and where it is filed."""
        day, section = copy.day, f'<a href="{copy.section_url}" rel="category">{copy.section}</a>'
        if copy.article.byline.form == "agency":
            return copy.say("{{0}}供稿，{{1}} 刊於「{{2}}」", "Supplied by {{0}}, {{1}}, in {{2}}").format(copy.by, day, section)  # fmt: skip
        if copy.by:
            return copy.say("{{0}}寫於 {{1}}，收在「{{2}}」", "Written by {{0}}, {{1}}, and filed under {{2}}").format(copy.by, day, section)  # fmt: skip
        return copy.say("{{1}} 刊於「{{2}}」", "Posted {{1}} and filed under {{2}}").format("", day, section)

    def story(self, copy: Copy) -> str:
        """Headline, text, an amendment, the sentence, topics, the way on, remarks."""
        number = copy.article.published.toordinal() // 7 - 104_000
        issue = f'<p class="small">{copy.say(f"第 {number} 期", f"Number {number}")}</p>\n' if self.numbered else ""
        changed = copy.changed(f'<p class="small"><em>{copy.say("修訂於 ", "Amended ")}{{}}</em></p>\n')
        tags = copy.tags('<a href="{url}" rel="tag">{tag}</a>', ", ")
        topics = f" {copy.say('主題：', 'Subjects: ')}{tags}" if tags else ""
        way = copy.others('<p class="way">&#8592; <a href="{url}" rel="prev">{title}</a></p>\n', 1)
        remarks = copy.remarks('<li id="c{n}"><p class="small"><strong>{who}</strong>, {when} <a href="#c{n}">#</a></p>\n<p>{what}</p></li>\n')  # fmt: skip
        heard = f'<ol class="comments">\n{remarks}</ol>\n' if remarks else f'<p class="small">{copy.say("還沒有人說話。", "Nobody has said anything yet.")}</p>\n'  # fmt: skip
        return (
            f'{issue}<h2 class="entry"><a href="{attr(copy.url)}" rel="bookmark" title="{copy.say("固定網址", "Permanent link")}">{copy.title}</a></h2>\n<div class="entrytext">\n{chr(10).join(self.blocks(copy))}\n</div>\n{changed}<p class="small posted">{self.sentence(copy)}{copy.say("。", ".")}{topics}</p>\n{way}'
            f'<h3 id="comment">{copy.say("留言", "Comments")}</h3>\n{heard}<form method="post" action="#cpreview"><p><label for="name">{copy.say("名字", "Name")}</label><br /><input type="text" id="name" name="name" /><br /><label for="mail">{copy.say("電郵（不會公開）", "E-mail (never shown)")}</label><br /><input type="text" id="mail" name="mail" /><br /><textarea name="message" cols="40" rows="8"></textarea><br /><input type="submit" name="preview" value="{copy.say("預覽", "Preview")}" /> <a href="/help/shorthand">{copy.say("語法說明", "Shorthand help")}</a></p></form>'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Headlines, their first words, who and when."""
        rows = "".join(
            f'<h2 class="entry"><a href="{attr(c.url)}" rel="bookmark">{esc(c.title)}</a></h2>\n<p>{esc(c.summary)} <a href="{attr(c.url)}">{self.word("往下讀", "Read on")}</a></p>\n<p class="small">{esc(c.author)} {self.day(c.published)}</p>\n'
            for c in cards
        )
        more = f'<p class="way"><a href="{attr(older)}" rel="prev">&#8592; {self.word("更早", "Earlier")}</a></p>' if older else ""  # fmt: skip
        return f"<h3>{esc(heading)}</h3>\n{rows}{more}"

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A headline and text, without a sentence."""
        words = "\n".join(f"\t<p>{esc(p)}</p>" for p in paragraphs)
        return f'<h2 class="entry">{esc(heading)}</h2>\n<div class="entrytext">\n{words}\n</div>'


DESIGNS: tuple[type[Freehand], ...] = (Brill, Sole)
ADDRESSES: dict[str, Form] = {
    "section/system/y/m/d/padded.shtml": Form(lambda p, a, _v: f"/{p.sections.get(a.section, 'news')}/system/{a.published:%Y/%m/%d}/{int(a.id):09d}.shtml"),
    "weekly/number/slug": Form(lambda _p, a, _v: f"/weekly/{a.published.toordinal() // 7 - 104_000}/{ascii_slug(a)}", has_id=False),
}  # fmt: skip
