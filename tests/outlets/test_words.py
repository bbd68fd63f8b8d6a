"""What docs/outlet.md says is true of the reader."""

import re
from pathlib import Path

import pytest

from backissue import outlets
from backissue.outlets import picks
from backissue.outlets.cards import Card, read_cards
from backissue.outlets.schema import TABLES
from backissue.text import tree

PAGE = (Path(__file__).parents[2] / "docs/outlet.md").read_text("utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
NEWS = outlets.parse(BLOCKS[1])


def test_every_outlet_in_the_words_can_be_read():
    assert [outlets.parse(block).name for block in BLOCKS] == ["海旁報", "眾新聞"]


@pytest.mark.parametrize(
    "name", [*picks.FIELDS, *(k for t in TABLES.values() for k in t if k not in ("note", "sections"))]
)
def test_every_key_and_field_is_in_the_words(name):
    assert re.search(rf"\b{name}\b", PAGE), name


def test_the_worked_example_knows_an_article_by_its_address():
    found = outlets.read(NEWS, "https://www.hkcnews.com/article/38092/台灣-美台關係-眾新聞中國組-38097/x")
    assert (found.kind, found.id, found.names["live"]) == ("article", "38092", "38097")
    assert found.names["tags"] == "台灣-美台關係-眾新聞中國組"
    assert outlets.classify(NEWS, "https://hkcnews.com/article/38092") == ("article", "38092")


def test_the_worked_example_reads_the_cards_of_a_listing():
    html = """<div class=article-block-body><a href="/web/20210805040329/https://www.hkcnews.com/article/1/a-2/b">
    <div class=line>題目</div><div class=line>11.02.21</div></a></div><div class=article-block-body><a>無</a></div>"""
    (card,) = read_cards(tree.parse(html), NEWS.cards, "https://www.hkcnews.com/")
    assert card == Card("https://www.hkcnews.com/article/1/a-2/b", "題目", "11.02.21")
