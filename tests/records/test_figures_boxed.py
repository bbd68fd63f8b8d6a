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
        f'<div class="k1"><img src="/blank.gif" data-src="/p/1.jpg"><noscript>{PICTURE}</noscript><div class="k3">碼頭的清晨（受訪者提供）</div></div>',
        f'<div class="k1">{PICTURE}<div class="k3">碼頭的清晨（受訪者提供）</div></div>' * 2,
    ],
    ids=["hashed-boxes", "own-elements", "shown-by-a-script", "twice-in-a-row"],
)
def test_words_in_a_pictures_box_are_its_caption_and_its_credit(box):
    found = body_of(box)
    assert [(i.caption, i.credit) for i in found.images] == [("碼頭的清晨", "受訪者提供")]
    assert found.markdown.count("碼頭的清晨") == 1
    assert "第二段在這裡" in found.markdown


@pytest.mark.parametrize("count", ["1/2", "（2／12）", "[ 3 / 4 ]"])
def test_which_of_how_many_pictures_it_is_is_neither_caption_nor_credit(count):
    photo = f'<figure><a href="/p/1.jpg">{PICTURE}<span class="count">{count}</span></a><figcaption>碼頭的清晨</figcaption></figure>'
    found = body_of(photo)
    assert [(i.caption, i.credit) for i in found.images] == [("碼頭的清晨", None)]
    assert count not in found.plain


def test_a_pictures_number_in_an_element_of_its_own_is_no_part_of_the_caption():
    photo = (
        f'<ul><li>{PICTURE}<div class="caption"><span class="num">1.</span><p class="t">碼頭的清晨</p></div></li></ul>'
    )
    assert [i.caption for i in body_of(photo).images] == ["碼頭的清晨"]


def test_a_short_story_with_a_picture_is_no_caption():
    document = tree.parse(f"<body><div id=text><div>{PICTURE}</div><div>東堤昨日下雨，渡輪停航。</div></div>")
    found = convert([document.select_one("#text")], base="https://paper.example/a/1")
    assert "東堤昨日下雨" in found.plain
    assert found.images[0].caption is None


@pytest.mark.parametrize(
    "box",
    [
        "<table><tr><td><img src=/a.jpg><br><small>碼頭的清晨。</small></td><td><img src=/b.jpg><br><small>街市的黃昏。</small></td></tr></table>",
        "<div><img src=/a.jpg><br><small>碼頭的清晨。</small></div><div class=wp-caption><img src=/b.jpg><p class=wp-caption-text>街市的黃昏。</p></div>",
    ],
)
def test_the_next_pictures_box_is_not_the_caption_of_the_one_before(box):
    found = convert(tree.parse(f"<main><p>昨日的消息。</p>{box}</main>").select("main"), base="https://paper.example/7")
    assert [(i.url[-5:], i.caption, i.credit) for i in found.images] == [
        ("a.jpg", "碼頭的清晨。", None),
        ("b.jpg", "街市的黃昏。", None),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "<li><p class=ImageBox><a href=/photo/1><img src=/a.jpg></a></p><p class=Cap>碼頭的清晨。（資料圖片）</p></li>",
        "<li><img src=/a.jpg><p>碼頭的清晨。（資料圖片）</p></li>",
    ],
)
def test_an_item_of_a_gallery_is_a_picture_with_its_caption(item):
    found = convert(
        tree.parse(f"<main><p>昨日的消息。</p><ul>{item}{item.replace('/a.', '/b.')}</ul></main>").select("main"),
        base="https://paper.example/7",
    )
    assert [(i.url[-5:], i.caption, i.credit) for i in found.images] == [
        ("a.jpg", "碼頭的清晨。", "資料圖片"),
        ("b.jpg", "碼頭的清晨。", "資料圖片"),
    ]
    assert "- " not in found.markdown


def test_codes_for_telephones_are_no_pictures_of_the_article():
    assert (
        convert(
            tree.parse("<main><p>文</p><img src=/qr/1003.png><img src=/i/qrcode-7.png></main>").select("main"),
            base="https://paper.example/7",
        ).images
        == ()
    )


@pytest.mark.parametrize(
    "lead",
    [
        '<ul class="lead"><li><img src="/p/1.jpg"><p>碼頭的清晨。</p><small>受訪者提供</small></li></ul>',
        '<div class="lead"><p><b>附件：<tt>1.jpg</tt></b><br><img src="/p/1.jpg"><br><em>說明:</em> 碼頭的清晨。<br><em>來源:</em> 受訪者提供</p></div>',
        '<table class="lead"><tr><td><img src="/p/1.jpg"></td></tr><tr><td>碼頭的清晨。</td></tr><tr><td>受訪者提供</td></tr></table>',
    ],
    ids=["gallery", "attachment", "table"],
)
def test_of_two_lines_below_a_picture_beside_the_text_the_second_says_who_took_it(lead):
    document = tree.parse(f"<body>{lead}<div id=text><p>第一段在這裡。</p></div>")
    found = convert(
        [document.select_one("#text")], base="https://paper.example/a/1", lead=[document.select_one(".lead")]
    )
    assert [(i.caption, i.credit) for i in found.images] == [("碼頭的清晨。", "受訪者提供")]
    assert found.markdown.endswith("第一段在這裡。")
