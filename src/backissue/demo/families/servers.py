"""Designs of the second ten, pages that servers wrote: ASP tables, a content system's nodes, a portal's page, a print view, a light page.

Each is a layout with its own order of things; ``second`` draws their recipes.
"""

from __future__ import annotations

from datetime import timedelta

from backissue.demo.families.forms import print_date
from backissue.demo.families.layout import LINK, Layout, Sheet
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Paper
from backissue.demo.stories import Block, Picture

__all__ = ["Asp", "Light", "Node", "Portal", "PrintView"]


class Asp(Layout):
    """A bought news system of 2004: bordered tables, one line with author, source, hits and time under the headline."""

    body_open = '<body leftmargin="0" topmargin="0" onmousemove="HideMenu()">'

    def top(self, paper: Paper) -> str:
        """A banner, and channels in a coloured row."""
        return (
            f'<table width="760" border="0" align="center" cellpadding="0" cellspacing="0" class="top_tdbgall"><tr><td class="top_Announce"><a href="/">{esc(paper.name)}</a></td></tr>'
            f'<tr><td class="top_Channel">{self.menu(paper, join="&nbsp;|&nbsp;")}</td></tr></table>'
        )

    def foot(self, paper: Paper) -> str:
        """A last table."""
        return f'<table width="760" align="center" class="Bottom"><tr><td class="Bottom_Copyright">{esc(paper.rights)}<br><a href="/about">{self.word("關於本站", "About this site")}</a></td></tr></table>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A centred picture, and its words below in a centred line."""
        credit = f"（{esc(picture.credit)}）" if picture.credit and not self.recipe.language.startswith("en") else ""
        credit = credit or (f" ({esc(picture.credit)})" if picture.credit else "")
        url = attr(sheet.paper.picture_url(sheet.article, picture))
        return f'<div align="center"><img src="{url}" onload="resizepic(this)" border="0"><br><font color="#666666">{esc(picture.caption)}{credit}</font></div>'

    def main(self, sheet: Sheet) -> str:
        """Where one is, the headline, the line of facts, the text, and two neighbours."""
        facts = [
            sheet.byline() if sheet.printed.author else "",
            f"{sheet.say('來源', 'From')}：{esc(sheet.paper.name)}"
            if not self.recipe.language.startswith("en")
            else "",
            f"{sheet.say('點擊數', 'Hits')}：{sheet.around.salt % 7919}",
            f"{self.recipe.date_label}{sheet.date}",
            sheet.updated(f"{self.recipe.update_label}：{{}}"),
        ]
        return (
            f'<table width="760" border="0" align="center" class="center_tdbgall"><tr><td width="180" class="left_tdbgall" valign="top"><table class="left_title"><tr><td>{sheet.say("熱門文章", "Hot")}</td></tr></table>{sheet.noise("popular")}</td>\n'
            f'<td width="570" valign="top"><table width="100%" class="main_title_575"><tr><td>{sheet.say("您現在的位置：", "You are here: ")}<a class="LinkPath" href="/">{esc(sheet.paper.name)}</a> &gt;&gt; <a class="LinkPath" href="{sheet.section_url}">{esc(sheet.article.section)}</a> &gt;&gt; {sheet.say("正文", "Story")}</td></tr></table>\n'
            f'<table width="100%" class="border"><tr><td height="40" class="main_ArticleTitle" align="center">{sheet.title}</td></tr>\n<tr><td class="main_tdbg_575 info" align="center">{"&nbsp;&nbsp;".join(f for f in facts if f)}</td></tr>\n'
            f'<tr><td class="main_tdbg_575" id="fontzoom" height="200" valign="top">{chr(10).join(self.blocks(sheet))}</td></tr>\n'
            f'<tr><td class="main_tdbg_575" align="right">{sheet.noise("tools")}</td></tr></table>\n{sheet.noise("neighbours")}</td></tr></table>'
        )


class Node(Layout):
    """A content system's node: wrappers in wrappers, fields with labels, who submitted it and when."""

    body_open = '<body class="html not-front not-logged-in one-sidebar page-node node-type-article">'

    def top(self, paper: Paper) -> str:
        """Skip link, header region, main menu."""
        items = self.menu(paper, '<li class="leaf"><a href="{url}">{name}</a></li>', "")
        return f'<div id="skip-link"><a href="#main-content" class="element-invisible">{self.word("移至主內容", "Skip to main content")}</a></div><div id="page-wrapper"><div id="header"><div id="name-and-slogan"><strong><a href="/" rel="home">{esc(paper.name)}</a></strong></div><ul id="main-menu" class="links inline">{items}</ul></div>'

    def foot(self, paper: Paper) -> str:
        """Footer region."""
        return f'<div id="footer-wrapper"><div class="region region-footer"><div id="block-block-3" class="block"><p>{esc(paper.rights)} <a href="/about">{self.word("關於", "About")}</a></p></div></div></div></div>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """An image field with its title below."""
        credit = f'<div class="field-credit">{esc(picture.credit)}</div>' if picture.credit else ""
        url = attr(sheet.paper.picture_url(sheet.article, picture))
        return f'<div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img typeof="foaf:Image" src="{url}" alt=""></div></div><blockquote class="image-field-caption">{esc(picture.caption)}</blockquote>{credit}</div>'

    def main(self, sheet: Sheet) -> str:
        """Breadcrumb, title, node with its fields, sidebar of blocks."""
        by = sheet.byline(lambda name: f'<span class="username" typeof="sioc:UserAccount">{name}</span>')
        submitted = " ".join(
            piece
            for piece in (
                f'<span class="author">{by}</span>' if sheet.printed.author else "",
                f'<span property="dc:date" class="date">{self.recipe.date_label}{sheet.date}</span>',
            )
            if piece
        )
        update = sheet.updated(
            f'<div class="field field-name-changed"><div class="field-label">{self.recipe.update_label}:&nbsp;</div><div class="field-item">{{}}</div></div>'
        )
        tags = sheet.tags(
            '<div class="field-item even"><a href="{url}" typeof="skos:Concept" datatype="">{tag}</a></div>'
        )
        more = "".join(
            f'<div class="views-row"><span class="field-content"><a href="{attr(c.url)}">{esc(c.title)}</a></span></div>'
            for c in sheet.around.related[:4]
        )
        return (
            f'<div id="main-wrapper"><div class="breadcrumb"><a href="/">{sheet.say("首頁", "Home")}</a> » <a href="{sheet.section_url}">{esc(sheet.article.section)}</a></div>\n<div id="content" class="column"><a id="main-content"></a><h1 class="title" id="page-title">{sheet.title}</h1>\n'
            f'<div class="region region-content"><div id="block-system-main" class="block"><div class="content"><div id="node-{sheet.article.id}" class="node node-article node-promoted clearfix"><div class="meta submitted">{submitted}</div>\n'
            f'<div class="content clearfix"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">\n{chr(10).join(self.blocks(sheet))}\n</div></div></div>\n{update}'
            f'<div class="field field-name-field-tags clearfix"><h3 class="field-label">{sheet.say("標籤：", "Tags: ")}</h3><div class="links">{tags}</div></div></div>\n<ul class="links inline"><li class="print"><a href="/print/{sheet.article.id}">{sheet.say("友善列印", "Printer-friendly version")}</a></li></ul></div></div></div></div></div>\n'
            f'<div id="sidebar-second" class="column sidebar"><div class="block block-views"><h2>{sheet.say("最新文章", "Recent content")}</h2><div class="view-content">{more}</div></div>{sheet.noise("letter-form")}</div></div>'
        )


class Portal(Layout):
    """A portal's story page: path, headline, time and source, indented text, the editor's line, keywords."""

    def top(self, paper: Paper) -> str:
        """A thin bar of channels."""
        return f'<div class="sinahead"><div class="hd_nav">{self.menu(paper)}</div><h2 class="logo"><a href="/">{esc(paper.name)}</a></h2></div>'

    def foot(self, paper: Paper) -> str:
        """Many small links."""
        return f'<div class="footer"><a href="/about">{self.word("簡介", "About")}</a> ┊ <a href="/subscribe">{self.word("訂閱", "Subscribe")}</a><p>{esc(paper.rights)}</p></div>'

    def block(self, sheet: Sheet, block: Block) -> str:
        """Paragraphs begin with two wide spaces."""
        if block.kind in {"p", "note"}:
            return f"<p>{self.word('　　', '')}{spans(block.spans)}</p>"
        if block.kind == "h":
            return f"<p><strong>{self.word('　　', '')}{spans(block.spans)}</strong></p>"
        return super().block(sheet, block)

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A wrapped picture with a description."""
        credit = f" {esc(picture.credit)}" if picture.credit else ""
        return f'<div class="img_wrapper"><img src="{attr(sheet.paper.picture_url(sheet.article, picture))}" alt="{attr(picture.caption)}"><span class="img_descr">{esc(picture.caption)}{credit}</span></div>'

    def main(self, sheet: Sheet) -> str:
        """Path, story, editor, keywords, and a column of lists."""
        by = f'<span id="author_ename">{sheet.byline()}</span>' if sheet.printed.author else ""
        keys = sheet.tags(LINK, " ")
        editor = f'<p class="article-editor">（{"責任編輯：" if not self.recipe.language.startswith("en") else "Editor: "}{("SN0" if sheet.article.index % 2 else "NF0") + str(10 + sheet.article.index % 60)}）</p>'
        lists = "".join(
            f'<li><a href="{attr(c.url)}" target="_blank">{esc(c.title)}</a><span class="time">{self.stamp(c)}</span></li>'
            for c in sheet.around.related
        )
        return (
            f'<div class="wrap" id="wrapOuter"><div class="page-header"><div class="bread"><a href="/">{sheet.say("新聞中心", "News")}</a> &gt; <a href="{sheet.section_url}">{esc(sheet.article.section)}</a> &gt; <span>{sheet.say("正文", "Text")}</span></div>\n<h1 id="artibodyTitle">{sheet.title}</h1></div>\n'
            f'<div class="page-info"><span class="time-source" id="navtimeSource">{self.recipe.date_label}{sheet.date} <span id="media_name">{esc(sheet.paper.name)}</span></span> {by} <a class="cmt" href="#comment">{sheet.say("我有話說", "Comment")}({sheet.around.salt % 311})</a></div>\n'
            f'<div class="page-content clearfix"><div class="left"><div class="article article_16" id="artibody">\n{chr(10).join(self.blocks(sheet))}\n{editor}</div>\n<div class="article-info"><p class="art_keywords"><span class="art_keywords_tt">{sheet.say("關鍵字：", "Keywords: ")}</span>{keys}</p></div>{sheet.noise("share", "comments")}</div>\n'
            f'<div class="right"><div class="blk"><h3>{sheet.say("相關閱讀", "See also")}</h3><ul class="list">{lists}</ul></div></div></div></div>'
        )


class PrintView(Layout):
    """A page made for printing: address above, the day it was printed below, nothing else but the story."""

    html_open = '<html class="print">'
    body_open = '<body onload="window.print()">'

    def top(self, paper: Paper) -> str:
        """The masthead as an image would be, and a rule."""
        return f'<div class="masthead-print"><b>{esc(paper.name)}</b> — {self.word("列印版", "Print edition")} <span class="noprint">{self.menu(paper)}</span></div><hr>'

    def foot(self, paper: Paper) -> str:
        """Rights."""
        return f'<hr><address>{esc(paper.rights)} <a href="/about">{self.word("關於我們", "About us")}</a></address>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A picture and its words in smaller letters."""
        credit = f"<br><em>{esc(picture.credit)}</em>" if picture.credit else ""
        return f'<div class="ph"><img src="{attr(sheet.paper.picture_url(sheet.article, picture))}"><br><small>{esc(picture.caption)}{credit}</small></div>'

    def main(self, sheet: Sheet) -> str:
        """Headline, section and day, byline, text."""
        printed = print_date(
            "slashes" if not self.recipe.language.startswith("en") else "en",
            sheet.article.published + timedelta(days=3 + sheet.around.salt % 200),
        )
        by = f'<p class="pv-by">{sheet.byline()}</p>' if sheet.printed.author else ""
        return (
            f'<div id="printbody"><p class="pv-meta">{esc(sheet.article.section)} | {sheet.date}{sheet.updated(f" | {self.recipe.update_label} {{}}")}</p>\n<h2 class="pv-title">{sheet.title}</h2>\n{by}\n'
            f'<div class="pv-text">\n{chr(10).join(self.blocks(sheet))}\n</div>\n</div>\n<p class="pv-foot">{sheet.say("原文網址：", "Original address: ")}{esc(sheet.around.url)}<br>{sheet.say("列印日期：", "Printed on ")}{printed}</p>'
        )


class Light(Layout):
    """A light page for slow lines: a handful of bare tags, not one name."""

    def top(self, paper: Paper) -> str:
        """One line."""
        return f'<p><a href="/">{esc(paper.name)}</a> ({self.word("輕量版", "lite")}) | {self.menu(paper)}</p><hr>'

    def foot(self, paper: Paper) -> str:
        """One line."""
        return f'<hr><p><a href="/about">{self.word("關於", "About")}</a> | {esc(paper.rights)}</p>'

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A picture with a caption in a figure without names."""
        credit = f" / {esc(picture.credit)}" if picture.credit else ""
        return f'<figure><img src="{attr(sheet.paper.picture_url(sheet.article, picture))}" width="320"><figcaption>{esc(picture.caption)}{credit}</figcaption></figure>'

    def main(self, sheet: Sheet) -> str:
        """Section, headline, byline and day, text, more."""
        by = f"{sheet.byline()}<br>" if sheet.printed.author else ""
        more = "".join(f'<li><a href="{attr(c.url)}">{esc(c.title)}</a>' for c in sheet.around.related[:3])
        return (
            f'<p><a href="{sheet.section_url}">{esc(sheet.article.section)}</a></p>\n<h1>{sheet.title}</h1>\n<p>{by}{sheet.date}</p>\n{chr(10).join(self.blocks(sheet))}\n'
            f"<hr><h4>{sheet.say('更多', 'More')}</h4><ul>{more}</ul>"
        )
