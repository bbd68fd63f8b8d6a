"""A caption is what stands with a picture in a box of its own, whatever the box is made of."""

import pytest

from backissue.records.body import convert
from backissue.text import tree

PICTURE = '<img src="https://paper.example/p/1.jpg">'


def body_of(inner: str):
    document = tree.parse(
        f"<body><div id=text><p>第一段在這裡，說了一件事。</p>{inner}<p>第二段在這裡，說了另一件事。</p></div>"
    )
    return convert([document.select_one("#text")], base="https://paper.example/a/1")


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="k1"><div class="k2">{PICTURE}</div><div class="k3">碼頭的清晨</div><div class="k4">受訪者提供</div></div>',
        f'<x-photo>{PICTURE}<span slot="caption">碼頭的清晨</span><span slot="credit">受訪者提供</span></x-photo>',
    ],
    ids=["hashed-boxes", "own-elements"],
)
def test_words_in_a_pictures_box_are_its_caption_and_its_credit(box):
    found = body_of(box)
    assert [(i.caption, i.credit) for i in found.images] == [("碼頭的清晨", "受訪者提供")]
    assert found.markdown.count("碼頭的清晨") == 1
    assert "第二段在這裡" in found.markdown


def test_a_short_story_with_a_picture_is_no_caption():
    document = tree.parse(f"<body><div id=text><div>{PICTURE}</div><div>東堤昨日下雨，渡輪停航。</div></div>")
    found = convert([document.select_one("#text")], base="https://paper.example/a/1")
    assert "東堤昨日下雨" in found.plain
    assert found.images[0].caption is None
