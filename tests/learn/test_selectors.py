"""A cell without a name of its own is found by the row above it."""

from backissue.learn.selectors import candidates
from backissue.text import tree


def test_a_cell_is_named_by_the_headline_above_it():
    page = tree.parse(
        "<table><tr><td class=small>首頁</td></tr><tr><td class=headline>消息</td></tr>"
        "<tr><td class=small>記者陳大文</td><td class=small>2012-07-24</td></tr></table>"
    )
    byline = page.select("td")[2]
    found = [s for s in candidates(byline, beside=True) if page.select_one(s) == byline]
    assert "tr:has(.headline) + tr > td:nth-of-type(1)" in found
