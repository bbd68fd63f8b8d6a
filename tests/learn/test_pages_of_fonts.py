"""Pages of tables and fonts: a form around everything, facts in rows, headline, change and text in one cell without names."""

from datetime import timedelta

from learn.motions import COUNT, day, head, name, read, section, words

MENU = '<a href="/politics">政治</a><br><a href="/economy">經濟</a><br><a href="/society">社會</a><br>'
PATHS = {"政治": "/politics", "經濟": "/economy", "社會": "/society"}


def text(n):
    return "\n\n".join(words(n, i) for i in range(4))


def link(n):
    return f'<a href="/{section(n)}">{section(n)}</a>'


def one_font(n):
    """The text a font around paragraphs that nothing ends, so that a parser puts the last behind it."""
    body = "".join(f"<P>{words(n, i)}\n" for i in range(4))
    return (
        f"<html><head><title>日報 | {head(n)}</title></head><body><table><tr><td>{MENU}</td><td width=475><br>"
        f'<font face=arial size=2><a href="{PATHS[section(n)]}">{section(n)}</a> · {day(n):%Y年%-m月%-d日}</font><hr size=3>'
        f"<font face=times size=6>{head(n)}</font><br><font face=arial size=2><b>文◎{name(n)}</b></font>"
        f'<font face=times size=3>{body}</font><br clear=all><p align=right><font size=1><a href="mailto:a@paper.example">寫信來</a></font>'
        "</td></tr></table></body></html>"
    )


def one_form(n):
    """All of the page within a form; the text a ``div`` each, so that the first font of the cell is now the change, now the foot."""
    rows = (("作者", name(n)), ("見報日期", f"{day(n):%Y年%m月%d日}"), ("欄目", link(n)))
    facts = "".join(
        f"<tr><td width=80><font size=1><b>{k}</b></font></td><td width=390><font size=1>{v}</font></td></tr>"
        for k, v in rows
    )
    body = "".join(f"<div align=justify><font size=2>{words(n, i)}</font></div><br>" for i in range(4))
    changed = (
        f"<font size=1>文件最後修改：{day(n) + timedelta(days=2, hours=3):%Y年%m月%d日 %H:%M}</font><br>"
        if n % 3
        else ""
    )
    others = "".join(
        f'<font size=1><a href="/article/{30000 + m}">{head(m)}</a></font><br>' for m in range(n + 1, n + 4)
    )
    return (
        f'<html><head><title>{head(n)}</title></head><body><form action=""><table><tr><td width=160>{MENU}</td><td width=470><br>'
        f"<b><font size=4>{head(n)}</font></b><br><table width=470>{facts}</table><br>{body}<br><hr size=1>{changed}"
        f'<font size=1><a href="javascript:history.back()">返回</a> | <a href="/print">列印</a></font><br><br>'
        f"<b><font size=1>本周其他消息</font></b><br>{others}</td></tr></table></form></body></html>"
    )


def test_a_paragraph_that_parsers_put_behind_its_font_is_text():
    made = read(one_font)
    assert [r.body for r in made] == [text(n) for n in range(COUNT)]
    assert [r.title for r in made] == [head(n) for n in range(COUNT)]
    assert [r.author for r in made] == [f"文◎{name(n)}" for n in range(COUNT)]
    assert [[a.name for a in r.authors] for r in made] == [[name(n)] for n in range(COUNT)]
    assert [r.category for r in made] == [section(n) for n in range(COUNT)]


def test_facts_within_a_form_around_the_whole_page_are_read_and_its_foot_is_cut_on_every_page():
    made = read(one_form)
    assert [r.author for r in made] == [name(n) for n in range(COUNT)]
    assert [r.body for r in made] == [text(n) for n in range(COUNT)]
    changes = [f"{day(n) + timedelta(days=2, hours=3):%Y-%m-%d %H:%M}" if n % 3 else None for n in range(COUNT)]
    assert [r.last_updated for r in made] == changes


def test_a_place_alone_finds_no_cell_of_a_table_in_the_text():
    def made_of(n):
        table = "<table><tr><td>區</td><td>宗數</td></tr><tr><td>上</td><td>3</td></tr></table>" if n in (5, 9) else ""
        facts = f"<table><tr><td></td><td>{name(n)}</td></tr><tr><td></td><td>{day(n):%Y-%m-%d}</td></tr></table>"
        body = "".join(f"<p>{words(n, i)}</p>" for i in range(4))
        return f"<html><head><title>{head(n)}</title></head><body><h1>{head(n)}</h1>{facts}<div id=t>{body}{table}</div></body></html>"

    assert [r.author for r in read(made_of)] == [name(n) for n in range(COUNT)]
