"""Markdown says what was printed, renders as it was shown, and reads back as plain text."""

import html
import re

import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backissue.text import markdown
from backissue.text.markdown import BREAK, EM, EM_END, STRONG, STRONG_END

LETTERS = st.text(
    st.sampled_from("ab中文「」（），。*_`[]()<>&#!-+=|~\\:.1 \u3000\"'{}$^/")
    | st.characters(min_codepoint=33, max_codepoint=0x9FFF, exclude_categories=["Cc", "Cs", "Cn"]),
    max_size=24,
)


def rendered(text: str) -> str:
    return pyromark.html(text, options=markdown.OPTIONS).strip()


def words(text: str) -> str:
    """What a reader sees of rendered Markdown."""
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br ?/?>\n?", "\n", rendered(text)))).strip()


def settled(text: str) -> str:
    return markdown.squeeze(text).strip()


@settings(max_examples=600, deadline=None)
@given(LETTERS)
def test_any_text_comes_back_as_it_was_printed(text):
    written = markdown.paragraph(markdown.escape(markdown.squeeze(text)))
    assert words(written) == settled(text)
    assert rendered(written).startswith("<p>") or not settled(text)
    assert markdown.plain(written) == settled(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(LETTERS, min_size=2, max_size=4))
def test_lines_broken_hard_come_back_line_by_line(texts):
    lines = [s for s in map(settled, texts) if s]
    written = markdown.paragraph(BREAK.join(map(markdown.escape, lines)))
    assert words(written).split("\n") == (lines or [""])


@settings(max_examples=600, deadline=None)
@given(LETTERS, LETTERS, LETTERS, st.sampled_from([(STRONG, STRONG_END), (EM, EM_END)]))
def test_emphasis_never_shows_its_marks(before, inside, after, marks):
    pieces = [markdown.escape(markdown.squeeze(t)) for t in (before, inside, after)]
    written = markdown.paragraph(f"{pieces[0]}{marks[0]}{pieces[1]}{marks[1]}{pieces[2]}")
    said = settled(markdown.squeeze(before) + markdown.squeeze(inside) + markdown.squeeze(after))
    assert re.sub(r"\s", "", words(written)) == re.sub(r"\s", "", said)


@settings(max_examples=400, deadline=None)
@given(LETTERS, st.text(st.sampled_from("abc/%()<>&; \\*_#?=中"), max_size=16))
def test_a_link_leads_where_it_led(text, path):
    url = f"https://a.example/{path}"
    shown = settled(text) or "x"
    written = markdown.paragraph(markdown.link(markdown.escape(shown, linked=True), url))
    found = re.fullmatch(r'<p><a href="([^"]*)">(.*)</a></p>', rendered(written), re.DOTALL)
    assert found, written
    assert html.unescape(found[2]) == shown


@settings(max_examples=300, deadline=None)
@given(LETTERS, LETTERS)
def test_a_figure_keeps_its_caption_and_credit(caption, credit):
    caption, credit = settled(caption), settled(credit)
    out = rendered(markdown.image(caption, "https://a.example/b c.jpg", credit or None))
    found = re.fullmatch(r'<p><img src="https://a.example/b%20c.jpg" alt="([^"]*)"(?: title="([^"]*)")? /></p>', out)
    assert found, out
    assert html.unescape(found[1]) == caption
    assert html.unescape(found[2] or "") == credit


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(LETTERS, min_size=2, max_size=2), min_size=1, max_size=3))
def test_a_table_keeps_its_cells(rows):
    cells = [[settled(c) for c in row] for row in rows]
    written = markdown.table([[markdown.escape(c) for c in row] for row in cells], header=True)
    found = re.findall(r"<t[hd]>(.*?)</t[hd]>", rendered(written), re.DOTALL)
    assert [html.unescape(re.sub("<[^>]+>", "", c)) for c in found] == [c for row in cells for c in row]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"前{STRONG}「重點」{STRONG_END}後", "前「<strong>重點</strong>」後"),
        (f"前{STRONG}重點{STRONG_END}後", "前<strong>重點</strong>後"),
        (f"前{STRONG} 重點 {STRONG_END}後", "前 <strong>重點</strong> 後"),
        (f"{STRONG}一{STRONG_END}{STRONG}二{STRONG_END}三", "<strong>一二</strong>三"),
        (f"{STRONG}（一）開始：{STRONG_END}內文", "<strong>（一）開始</strong>：內文"),
        (f"{STRONG}{STRONG_END}空", "空"),
        (f"{STRONG} {STRONG_END}空", "空"),
        (f"{EM}斜{EM_END}，{STRONG}粗{STRONG_END}", "<em>斜</em>，<strong>粗</strong>"),
        (f"{STRONG}粗{EM}又斜{EM_END}粗{STRONG_END}", "<strong>粗<em>又斜</em>粗</strong>"),
        (f"{STRONG}未關", "<strong>未關</strong>"),
        (f"多關{STRONG_END}了", "多關了"),
    ],
)
def test_emphasis_renders_around_chinese_punctuation(text, shown):
    assert rendered(markdown.paragraph(text)) == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    "text", ["【專訪】某人", "10~20及30~40", "甲_乙_丙", "5 * 3 = 15", "[註]", "A&B", "1.5倍", "#標籤", "3 < 5"]
)
def test_what_means_nothing_to_markdown_stays_as_printed(text):
    assert markdown.paragraph(markdown.escape(text)) == text


def test_line_ends_in_chinese_text_leave_no_space():
    assert markdown.squeeze("第一行\n  第二行\r\n（三）") == "第一行第二行（三）"
    assert markdown.squeeze("one\n  two") == "one two"


def test_two_breaks_or_an_indent_part_paragraphs():
    assert markdown.paragraphs(f"一{BREAK}二{BREAK} {BREAK}三{BREAK}　　四") == ["一\\\n二", "三", "四"]


def test_headings_have_no_emphasis_and_no_breaks():
    assert markdown.heading(f"{STRONG}小題{STRONG_END}{BREAK}C #", 2) == "## 小題 C \\#"
    assert markdown.heading(" ", 2) == ""


def test_code_gets_as_many_ticks_as_it_needs():
    assert markdown.code("a`b") == "``a`b``"
    assert markdown.fence("```\nx") == "````\n```\nx\n````"


def test_pictures_are_turned_to_their_files_and_links_are_not():
    text = '![a \\[b\\]](https://a.example/p.jpg "c")\n\n[p](https://a.example/p.jpg)\n\n![](https://a.example/p.jpg2)'
    assert markdown.retarget(text, "https://a.example/p.jpg", "../media/x.jpg") == (
        '![a \\[b\\]](../media/x.jpg "c")\n\n[p](https://a.example/p.jpg)\n\n![](https://a.example/p.jpg2)'
    )


def test_plain_text_has_a_line_for_each_thing_said():
    text = "## 題\n\n段[連](https://a.example/)**粗**\\\n行\n\n- 甲\n  - 乙\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n![圖說](https://a.example/x.jpg)\n\n註[^1]\n\n[^1]: 註文\n\n> 引"
    assert markdown.plain(text) == "題\n段連粗\n行\n甲\n乙\na\tb\n1\t2\n圖說\n註\n註文\n引"
