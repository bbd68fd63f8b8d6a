"""The tree wrapper: what shows, what breaks a line, and what must not break it."""

import time

import pytest

from backissue.model import BadInstruction
from backissue.text import tree


def test_text_joins_what_is_shown_and_keeps_blocks_apart():
    page = tree.parse("<title>no</title><p>one<b> two</b></p><div>three<br>four<script>no</script></div>")
    assert tree.own_lines(page) == ["one two", "three", "four"]
    assert tree.text(page) == "one two three four"


def test_hidden_elements_show_nothing():
    page = tree.parse('<p hidden>a</p><p style="color:red; display: none">b</p><noscript>c</noscript><p>d</p>')
    assert tree.own_lines(page) == ["d"]


def test_zero_width_marks_do_not_become_spaces():
    assert tree.clean("中\u200b文\u3000 字\ufeff") == "中文 字"


@pytest.mark.parametrize("html", ["a\0b", "\ud800 x \udfff", "", "<" * 50, "\x00"])
def test_no_string_breaks_the_parser_and_all_text_can_be_written(html):
    tree.text(tree.parse(html)).encode()


@pytest.mark.parametrize("html", ["<p>" + "x" * 10_000_000, "<div>" * 100_000 + "x", "<p>y" * 40_000])
def test_monstrous_pages_take_no_monstrous_time(html):
    start = time.process_time()
    assert tree.own_lines(tree.parse(html))
    assert time.process_time() - start < 2


def test_a_wrong_selector_is_named():
    with pytest.raises(BadInstruction, match="div\\["):
        tree.select(tree.parse("<p>"), "div[")


def test_blocks_within_a_tables_cell_are_lines_of_their_own():
    page = tree.parse(
        "<table><tr><td>選單</td><td><h2>颱風襲港</h2><p>第一段 有空格。</p><div>第二段<br><br>第三段</div></td></tr></table><p>頁尾</p>"
    )
    assert tree.lines(page) == ["選單", "颱風襲港", "第一段 有空格。", "第二段", "第三段", "頁尾"]
