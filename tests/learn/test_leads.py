"""Pictures beside the text: learned where they are the article's, left where they are the template's or lead away."""

from datetime import UTC, datetime

import pytest

from backissue.learn.gather import Pick
from backissue.learn.leads import lead, ornaments
from backissue.learn.specimen import Specimen
from backissue.text import tree

TEXT = "<p>渡輪今早恢復班次，碼頭外排了長長的人龍，職員在閘口派發時間表。</p>"


def specimens(page, count=12):
    out = []
    for n in range(count):
        html = f"<html><head><title>第{n}條消息</title></head><body>{page(n)}</body></html>"
        url = f"http://paper.example/news/{n}"
        pick = Pick(f"r{n}", f"id{n}", f"example,paper)/news/{n}", url, datetime(2010, 1, 1, tzinfo=UTC))
        out.append(Specimen(pick, html, tree.parse(html)))
    return out


def picture(n, more=""):
    return f'<div class="shot"><img src="/p/{n}.jpg"{more}><p class="pictext">第{n}張圖片的說明。</p></div>'


@pytest.mark.parametrize(
    "page",
    [
        lambda n: f'<h1>消息{n}</h1>{picture(n)}<div class="text">{TEXT}</div>',
        lambda n: f'<h1>消息{n}</h1><div class="text">{TEXT}</div>{picture(n) if n % 2 else ""}',
        lambda n: (
            f'<div class="text">{TEXT}</div><div class="shot"><a href="/photo/{n}"><img src="/p/{n}.jpg"></a></div>'
        ),
        lambda n: f'<img src="/page/{n}.jpg" usemap="#p">{picture(n)}<div class="text">{TEXT}</div>',
        lambda n: f'<div class="text">{TEXT}</div>{picture(n)}\n{picture(n + 50) if n % 2 else ""}',
    ],
)
def test_the_box_of_the_articles_own_pictures_is_learned(page):
    assert lead(specimens(page), ".text").picks == [".shot"]


@pytest.mark.parametrize(
    "page",
    [
        lambda n: f'<div class="text">{TEXT}{picture(n)}</div>',
        lambda n: f'<div class="text">{TEXT}</div><div class="shot"><img src="/face{n % 3}.jpg">某君</div>',
        lambda n: (
            f'<div class="text">{TEXT}</div><div class="shot"><a href="/news/{n + 1}"><img src="/p/{n}.jpg"></a></div>'
        ),
        lambda n: (
            f'<div class="text">{TEXT}</div><div class="shot"><img src="/p/{n}.jpg"><a href="/news/{n}9">另一條消息{n}的標題在這裡</a></div>'
        ),
        lambda n: (
            f'<div class="text">{TEXT}</div><a href="http://shop.example/"><img class="shot" src="/ad/{n}.jpg"></a>'
        ),
        lambda n: f'<nav><div class="shot"><img src="/p/{n}.jpg"></div></nav><div class="text">{TEXT}</div>',
        lambda n: (
            f'<div class="text">{TEXT}</div><div class="sponsor-slot"><a href="/s"><img src="/s/{n}.png"></a></div>'
        ),
    ],
)
def test_pictures_within_the_text_portraits_cards_and_advertisements_are_not(page):
    assert lead(specimens(page), ".text").picks == []


def test_a_picture_in_many_articles_text_is_dropped_and_their_own_are_kept():
    pages = specimens(lambda n: f'<div class="text">{TEXT}<img src="/skin/quote.gif"><img src="/p/{n}.jpg"></div>')
    assert list(ornaments(pages, ".text")) == ['img[src*="/quote.gif"]']


def test_a_picture_on_one_page_is_the_articles_if_it_has_a_caption_and_else_an_advertisement():
    def with_picture(words):
        shot = f'<div class="shot"><img src="/p/7.jpg">{words}</div>'
        return lambda n: f'<h1>消息{n}</h1>{shot if n == 7 else ""}<div class="text">{TEXT}</div>'

    told = with_picture('<p class="photo-caption">碼頭外的人龍。</p>')
    assert lead(specimens(told), ".text").picks == [".shot"]
    assert lead(specimens(with_picture("<p>一年一度大減價</p>")), ".text").picks == []
