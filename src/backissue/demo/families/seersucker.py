"""A design to judge by: a community weekly of 2012 in a portal framework that a chain hosts for many papers."""

from __future__ import annotations

from datetime import datetime
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Copy, Freehand, Hand, Shell, clock, heads
from backissue.demo.families.recipe import choose
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Card
from backissue.demo.stories import Block, Picture

__all__ = ["ADDRESSES", "DESIGNS"]


class Froe(Freehand):
    """2012: a chain's portal framework: panes and containers with module numbers, a form around everything, the headline in a container's title, who and when in the first row of a table, the last change in its last, mail and print as pictures, obituaries and photo sales at the sides."""

    name = "froe"
    timed = stamped = True
    tagged = False

    def draw(self, rng: Random) -> None:
        """Module numbers, whether a summary opens the text, how it signs."""
        self.module = 370 + int(rng.random() * 4000)
        self.summary = rng.random() < 0.4
        self.hand = choose(
            rng,
            Hand("{a}", "{a}、{b}", placed="{a}／{p}"),
            Hand("特派記者 {a}", "特派記者 {a}、{b}", role="特派記者"),
        )
        self.hand_en = choose(
            rng,
            Hand("By {a}", "By {a} and {b}", placed="By {a}"),
            Hand("{a}, Staff Writer", "{a} and {b}", role="Staff Writer"),
        )

    def day(self, t: datetime) -> str:
        """``3/8/2012 9:05 PM``; ``2012/3/8 下午 9:05``."""
        if self.english:
            return f"{t.month}/{t.day}/{t.year} {clock(t)}"
        return f"{t.year}/{t.month}/{t.day} {'上午' if t.hour < 12 else '下午'} {t.hour % 12 or 12}:{t:%M}"

    def stamp(self, t: datetime) -> str:
        """``March 9, 2012``; as the day."""
        return self.day(t)

    def frame(self, page: Shell) -> str:
        """A skin: logo pane, a menu of rollovers, three panes, a foot pane."""
        paper, m = page.paper, self.module
        menu = self.menu(
            paper,
            '<td class="main_dnnmenu_rootitem" onclick="location.href=\'{url}\'"><a class="rootlink" href="{url}"><span>&nbsp;{name}&nbsp;</span></a></td>',
        )
        sales = "".join(
            f'<a href="/photosales/{n}"><img src="/Portals/0/thumbs/{n}.jpg" width="60" height="60" alt="" /></a>'
            for n in (11, 12, 13)
        )
        return (
            f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html lang="{self.language}">\n<head id="Head">\n{heads(page.charset, old=True)}\n<title>{esc(page.title)} > {esc(paper.name)}</title>\n<link id="_Portals__default_" rel="stylesheet" type="text/css" href="/Portals/_default/default.css" />\n</head>\n<body id="Body">\n<form name="Form" method="post" action="/Default.aspx?tabid={m}" id="Form" enctype="multipart/form-data">\n<div><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY{m}ODQ0" /></div>\n'
            f'<table class="pagemaster" border="0" cellspacing="0" cellpadding="0"><tr><td valign="top">\n<table class="skinmaster" width="990" align="center"><tr><td id="dnn_ControlPanel" class="contentpane"></td></tr>\n<tr><td class="skinheader"><a id="dnn_dnnLOGO_hypLogo" href="/"><img id="dnn_dnnLOGO_imgLogo" src="/Portals/0/logo.png" alt="{attr(paper.name)}" /></a></td></tr>\n<tr><td class="skingradient"><table><tr>{menu}</tr></table></td></tr>\n'
            f'<tr><td valign="top"><table width="100%"><tr>\n<td id="dnn_LeftPane" class="leftpane" valign="top"><a name="{m + 3}"></a><table class="containermaster_gray"><tr><td class="containerrow1"><span id="dnn_ctr{m + 3}_dnnTITLE_lblTitle" class="Head">{self.word("訃聞", "Obituaries")}</span></td></tr><tr><td id="dnn_ctr{m + 3}_ContentPane"><ul class="Normal"><li><a href="/obituaries">{self.word("刊登訃聞", "Place a notice")}</a></li></ul></td></tr></table></td>\n'
            f'<td id="dnn_ContentPane" class="contentpane" valign="top">\n{page.main}\n</td>\n<td id="dnn_RightPane" class="rightpane" valign="top"><table class="containermaster_gray"><tr><td class="containerrow1"><span class="Head">{self.word("相片選購", "Photo sales")}</span></td></tr><tr><td>{sales}</td></tr></table><table class="containermaster_gray"><tr><td class="containerrow1"><span class="Head">{self.word("分類廣告", "Classifieds")}</span></td></tr><tr><td class="Normal"><a href="/classifieds">{self.word("出租 · 求職 · 車輛", "Rentals · Jobs · Autos")}</a></td></tr></table></td>\n</tr></table></td></tr>\n'
            f'<tr><td class="skinfooter"><span id="dnn_dnnCOPYRIGHT_lblCopyright" class="SkinObject">{esc(paper.rights)}</span> <a id="dnn_dnnTERMS_hypTerms" class="SkinObject" href="/terms.aspx">{self.word("使用條款", "Terms Of Use")}</a> <a class="SkinObject" href="/about.aspx">{self.word("關於本報", "About Us")}</a></td></tr>\n</table></td></tr></table>\n</form>\n</body>\n</html>\n'
        )

    def block(self, copy: Copy, block: Block) -> str:
        """What the rich text box leaves."""
        if block.kind == "h":
            return f"<p><strong>{spans(block.spans)}</strong></p>"
        if block.kind == "table":
            rows = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>\n" for row in block.rows)
            return f'<table cellspacing="0" cellpadding="4" border="1" style="width: 100%;">\n<tbody>\n{rows}</tbody>\n</table>'
        return super().block(copy, block)

    def picture(self, copy: Copy, picture: Picture) -> str:
        """A table that floats to the right."""
        credit = f'<br /><span class="photoby">{esc(picture.credit)}</span>' if picture.credit else ""
        return f'<table class="imgtable" align="right" width="250"><tbody><tr><td><img src="{self.source(copy, picture)}" width="240" alt="" /></td></tr><tr><td class="photocap">{esc(picture.caption)}{credit}</td></tr></tbody></table>'

    def story(self, copy: Copy) -> str:
        """Container's title, a table of rows: who and when, tools, text, filed under, last change, other articles, answers."""
        m = self.module
        pieces = self.blocks(copy)
        summary = f'<div class="ArticleSummary">{pieces[0]}</div>' if self.summary and pieces else ""
        rest = "\n".join(pieces[1:] if summary else pieces)
        by = copy.signed(f'<span id="dnn_ctr{m}_ViewArticle_lblAuthor" class="SubHead">{{}}</span><br />')
        changed = copy.changed(
            f'<tr><td class="Normal"><i>{copy.say("最後更新：", "Last modified: ")}{{}}</i></td></tr>\n'
        )
        more = copy.others(
            "<tr><td><img src=`/images/bullet.gif` alt=`` /></td><td class=`Normal`><a href=`{url}`>{title}</a></td></tr>",
            4,
        )
        said = copy.remarks(
            '<table class="cmt"><tr><td class="NormalBold">{who}</td><td class="Normal">{when}</td></tr><tr><td colspan="2" class="Normal">{what}</td></tr></table>\n'
        )
        return (
            f'<a name="{m}"></a>\n<table class="containermaster_blue" cellspacing="0"><tr><td class="containerrow1_blue"><h1><span id="dnn_ctr{m}_dnnTITLE_lblTitle" class="Head">{copy.title}</span></h1></td></tr>\n<tr><td id="dnn_ctr{m}_ContentPane" class="DNNAlignleft"><div id="dnn_ctr{m}_ModuleContent">\n<table width="100%">\n<tr><td class="Normal">{by}<span id="dnn_ctr{m}_ViewArticle_lblDate">{copy.day}</span></td></tr>\n'
            f'<tr><td><a href="/Print.aspx?id={copy.article.id}"><img src="/images/print.gif" alt="{copy.say("列印", "Print")}" /></a> <a href="/Mail.aspx?id={copy.article.id}"><img src="/images/mail.gif" alt="{copy.say("電郵", "E-mail")}" /></a></td></tr>\n<tr><td class="Normal" id="dnn_ctr{m}_ViewArticle_lblArticle">{summary}<div class="ArticleText">\n{rest}\n</div></td></tr>\n'
            f'<tr><td class="Normal">{copy.say("分類：", "Posted in: ")}<a class="CommandButton" href="{copy.section_url}">{copy.section}</a></td></tr>\n{changed}</table>\n</div></td></tr></table>\n<table class="containermaster_gray"><tr><td class="containerrow1"><span class="Head">{copy.say("更多文章", "More Articles")}</span></td></tr><tr><td><table>{more}</table></td></tr></table>\n<span class="Head">{copy.say("讀者意見", "Comments")}</span>\n{said}'
        )

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """Rows of a data list."""
        rows = "\n".join(f'<tr><td class="Normal"><a class="Head" href="{attr(c.url)}">{esc(c.title)}</a><br />{esc(c.author)} {self.day(c.published)}<br />{esc(c.summary)} <a class="CommandButton" href="{attr(c.url)}">{self.word("詳情…", "read more ...")}</a></td></tr>' for c in cards)  # fmt: skip
        more = (
            f'<tr><td><a class="CommandButton" href="{attr(older)}">{self.word("下一頁", "Next Page")}</a></td></tr>'
            if older
            else ""
        )
        return f'<span class="Head">{esc(heading)}</span>\n<table id="dnn_ctr{self.module}_List" width="100%">\n{rows}\n{more}</table>'

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """A text module."""
        return (
            f'<span class="Head">{esc(heading)}</span>\n<div class="Normal">'
            + "".join(f"<p>{esc(p)}</p>" for p in paragraphs)
            + "</div>"
        )


DESIGNS: tuple[type[Freehand], ...] = (Froe,)
ADDRESSES: dict[str, Form] = {
    "section/tabid/ArticleView": Form(
        lambda p, a, _v: (
            f"/{p.sections.get(a.section, 'news')}/tabid/58/articleType/ArticleView/articleId/{a.id}/Default.aspx"
        )
    ),
}
