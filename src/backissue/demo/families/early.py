"""Designs of the first decade: tables and fonts, server-made lists, three columns, a lead set apart.

Each is a layout with its own order of things; ``used`` draws their recipes.
"""

from __future__ import annotations

from backissue.demo.families.layout import LINK, Layout, Sheet
from backissue.demo.html import attr, esc, spans
from backissue.demo.paper import Paper
from backissue.demo.stories import Block, Picture

__all__ = ["Columns", "Defined", "Fonts", "Standfirst"]

_SPACER = '<img src="/images/spacer.gif" width="1" height="8" border="0">'


class Fonts(Layout):
    """Three columns in a table, sizes and colours in ``<font>``, lines broken by hand, not one class name."""

    body_open = '<body bgcolor="#FFFFFF" text="#000000" link="#003399" topmargin="0" leftmargin="0">'

    def top(self, paper: Paper) -> str:
        """A logo and a bar of links."""
        return (
            f'<table width="780" border="0" cellspacing="0" cellpadding="0" align="center"><tr><td bgcolor="#003366"><font color="#FFFFFF" size="6"><b>{esc(paper.name)}</b></font></td></tr>'
            f'<tr><td bgcolor="#CCCCCC"><font size="2">{self.menu(paper)}</font></td></tr></table>'
        )

    def foot(self, paper: Paper) -> str:
        """Rights in small letters."""
        return f'<center><font size="1" color="#999999">{esc(paper.rights)}<br><a href="/about">{self.word("關於本報", "About us")}</a></font></center>'

    def block(self, sheet: Sheet, block: Block) -> str:
        """Paragraphs and headings end with two breaks; the rest as ever."""
        lead = self.word("　　", "")
        if block.kind in {"p", "note"}:
            return f"{lead}{spans(block.spans)}<br><br>"
        if block.kind == "h":
            return f'<font color="#990000"><b>{spans(block.spans)}</b></font><br><br>'
        return super().block(sheet, block)

    def picture(self, sheet: Sheet, picture: Picture) -> str:
        """A table of two rows, floated to the right."""
        credit = f"<br><i>{esc(picture.credit)}</i>" if picture.credit else ""
        return (
            f'<table width="220" border="0" align="right" cellpadding="4"><tr><td><img src="{attr(sheet.paper.picture_url(sheet.article, picture))}" width="212" border="1"></td></tr>'
            f'<tr><td bgcolor="#EEEEEE"><font size="1">{esc(picture.caption)}{credit}</font></td></tr></table>'
        )

    def main(self, sheet: Sheet) -> str:
        """The menu at the left, the story in the middle, the latest at the right."""
        latest = "<br>".join(
            f'<img src="/images/dot.gif"> <a href="{attr(c.url)}"><font size="2">{esc(c.title)}</font></a>'
            for c in sheet.around.related
        )
        by = f'<font size="2" color="#666666">{sheet.byline()}</font><br>' if sheet.printed.author else ""
        when = f'<font size="2" color="#666666">{sheet.date}</font>'
        story = (
            f'<font size="2"><a href="/">{sheet.say("首頁", "Home")}</a> &gt; <a href="{sheet.section_url}">{esc(sheet.article.section)}</a></font><br>{_SPACER}<br>\n'
            f'<font size="5" color="#000066"><b>{sheet.title}</b></font><br>\n{by}{when}<hr size="1" noshade>\n'
            f'<font size="3" style="line-height:150%">{chr(10).join(self.blocks(sheet))}</font>\n<hr size="1" noshade>\n'
            f'<font size="2">[<a href="javascript:window.print()">{sheet.say("列印", "Print")}</a>] [<a href="javascript:history.back()">{sheet.say("返回", "Back")}</a>]</font>'
        )
        left = self.menu(sheet.paper, '<tr><td><a href="{url}"><font size="2">{name}</font></a></td></tr>', "")
        return (
            f'<table width="780" border="0" cellspacing="0" cellpadding="0" align="center"><tr valign="top">\n<td width="110" bgcolor="#F0F0F0"><table width="100%">{left}</table></td>\n'
            f'<td width="500"><table width="100%" cellpadding="8"><tr><td>\n{story}\n</td></tr></table></td>\n<td width="170" bgcolor="#FFFFEE"><font size="3"><b>{sheet.say("最新消息", "Latest")}</b></font><br>{latest}</td>\n</tr></table>'
        )


class Defined(Layout):
    """A server's page: what there is to know stands in a definition list under the headline, term by term."""

    body_open = '<body class="newsdetail">'

    def main(self, sheet: Sheet) -> str:
        """Headline, list, text, and the neighbours."""
        pairs = [
            (sheet.say("版面", "Section"), f'<a href="{sheet.section_url}">{esc(sheet.article.section)}</a>'),
            (sheet.say("作者", "Author"), sheet.byline() if sheet.printed.author else ""),
            (sheet.say("日期", "Date"), sheet.date),
            (sheet.say("更新", "Updated"), sheet.updated("{}")),
            (sheet.say("標籤", "Keywords"), sheet.tags(LINK, sheet.say("、", ", "))),
            (sheet.say("點擊", "Hits"), str(sheet.around.salt % 8999)),
        ]
        facts = "\n".join(f"<dt>{term}</dt><dd>{what}</dd>" for term, what in pairs if what)
        return (
            f'<div id="mainArea">\n<h2>{sheet.title}</h2>\n<dl class="facts">\n{facts}\n</dl>\n<div id="zoom">\n{chr(10).join(self.blocks(sheet))}\n{sheet.noise("rights")}\n</div>\n'
            f'{sheet.noise("neighbours")}\n</div>\n<div id="subArea">{sheet.noise("popular")}</div>'
        )


class Columns(Layout):
    """Two side columns, and the day only in the bar above the masthead, as a printed paper has it."""

    def main(self, sheet: Sheet) -> str:
        """The bar, the left column, the story, the right column."""
        by = f'<div class="rptr">{sheet.byline()}</div>' if sheet.printed.author else ""
        links = "".join(f'<li><a href="{attr(c.url)}">{esc(c.title)}</a></li>' for c in sheet.around.related)
        return (
            f'<div id="issuebar"><span class="issue">{sheet.date}</span> <span class="wx">{sheet.say("天氣：多雲", "Weather: cloudy")}</span></div>\n<div id="cols">\n'
            f'<div id="colL"><h4>{sheet.say("今日要聞", "Today")}</h4><ul>{links}</ul>{sheet.noise("advert")}</div>\n'
            f'<div id="colM"><h6>{esc(sheet.article.section)}</h6>\n<h1>{sheet.title}</h1>\n{by}\n<div class="copy">\n{chr(10).join(self.blocks(sheet))}\n</div>\n'
            f'<div class="kw">{sheet.tags(LINK, " ")}</div></div>\n'
            f'<div id="colR">{sheet.noise("letter-form", "popular", "related-cards")}</div>\n</div>'
        )


class Standfirst(Layout):
    """The first paragraph stands large above picture and text, outside of the text's element; the byline ends it all."""

    def main(self, sheet: Sheet) -> str:
        """Section, headline, lead, then the text; who wrote it and when below."""
        blocks = sheet.version.blocks
        at = next((n for n, b in enumerate(blocks) if b.kind == "p"), 0)
        first, rest = "", blocks
        if blocks and at == 0 and blocks[0].kind == "p":
            first, rest = f'<div class="standfirst">{spans(blocks[0].spans)}</div>', blocks[1:]
        by = f'<p class="signed">{sheet.byline()}</p>' if sheet.printed.author else ""
        update = sheet.updated(f'<span class="rev">{self.recipe.update_label} {{}}</span>')
        return (
            f'<div id="sheet"><div class="flag"><a href="{sheet.section_url}">{esc(sheet.article.section)}</a></div>\n<h1 class="hed">{sheet.title}</h1>\n{first}\n{sheet.noise("share")}\n'
            f'<div class="runningtext">\n{chr(10).join(self.blocks(sheet, rest))}\n</div>\n<div class="colophon">{by}\n<span class="filed">{self.recipe.date_label}{sheet.date}</span> {update}</div>\n'
            f'<ul class="topics">{sheet.tags(f"<li>{LINK}</li>")}</ul></div>\n{sheet.noise("related", "signup")}'
        )
