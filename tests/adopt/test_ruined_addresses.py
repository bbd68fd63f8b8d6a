"""Lost letters of addresses, bylines, and dates told by neighbours."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import unquote

import pytest

from backissue.adopt.addresses import Addresses
from backissue.adopt.between import intervals
from backissue.adopt.slugs import mask_of
from backissue.adopt.who import authors_of, byline_in
from backissue.model import Author

HOST = "https://paper.example/article"
WORDS = ["東灣", "西灣", "南山", "北角嘴", "石塘", "沙田圍", "青嶼", "大澳口"]


def learned(*more):
    addresses = Addresses()
    for n in range(60):
        title = f"{WORDS[n % 8]}第{n}次集會　街坊要求重開碼頭"
        addresses.add(
            str(1000 + n),
            title,
            (WORDS[n % 8], "交通"),
            f"{HOST}/{1000 + n}/{WORDS[n % 8]}-交通-{1000 + n}/{title.replace('　', '-')}",
        )
    for row in more:
        addresses.add(*row)
    addresses.learn()
    return addresses


def lost(path):
    return mask_of(path).replace("\ufffd", "%EF%BF%BD")


def test_a_title_and_tags_prove_a_ruined_address():
    url = f"{HOST}/2000/{lost('石塘咀-交通-2000')}/{lost('石塘水浸-居民擔心')}"
    found = learned(("2000", "石塘水浸　居民擔心", ("石塘咀", "交通"), url)).repair("2000")
    assert found.url == f"{HOST}/2000/石塘咀-交通-2000/石塘水浸-居民擔心"
    assert found.how == "title and tags + byte mask"


def test_a_revisions_clean_address_proves_a_ruined_one():
    url = f"{HOST}/2000/{lost('石塘-交通-2001')}/{lost('石塘水浸')}"
    clean = f"{HOST}/2001/石塘-交通-2001/石塘水浸"
    found = learned(("2000", "石塘水退", ("石塘", "臺塘"), url), ("2001", "石塘水浸", ("石塘", "交通"), clean)).repair(
        "2000"
    )
    assert found.url == f"{HOST}/2000/石塘-交通-2001/石塘水浸"
    assert found.how == "revision 2001 + byte mask"


def test_a_link_in_another_articles_text_proves_a_ruined_address():
    addresses = learned()
    url = f"{HOST}/2000/{lost('石塘-交通-2000')}/{lost('石塘水浸')}"
    addresses.add("2000", "石塘有水", ("石塘", "臺塘", "交通"), url)
    addresses.link("1001", "https://www.paper.example/article/2000/石塘-交通-2000/石塘水浸")
    addresses.link("1002", f"{HOST}/2000/石塘咀-交通-2000/石塘大水浸")
    addresses.link("1003", "https://other.example/article/2000/石塘-交通-2000/沙田水浸")
    addresses.learn()
    found = addresses.repair("2000")
    assert found.url == f"{HOST}/2000/石塘-交通-2000/石塘水浸"
    assert found.how == "link in 1001 + byte mask"


def test_tags_of_one_length_are_candidates_and_never_chosen_among():
    url = f"{HOST}/2000/{lost('石塘-2000')}/{lost('石塘水浸')}"
    found = learned(("2000", "石塘水浸", ("石塘", "梅窩"), url)).repair("2000")
    assert "石塘水浸" in found.url
    assert "%EF%BF%BD" in found.url
    assert {unquote(c.split("/")[5]) for c in found.candidates} == {"石塘-2000", "梅窩-2000"}


def test_a_title_of_another_length_proves_nothing():
    url = f"{HOST}/2000/{lost('石塘咀-2000')}/{lost('石塘水浸')}"
    assert learned(("2000", "石塘大水浸", ("石塘咀",), url)).repair("2000").url is None


def test_the_slug_tells_the_editors_tags_from_the_sites_aliases():
    url = f"{HOST}/2000/石塘-2000/石塘水浸"
    assert learned(("2000", "石塘水浸", ("石塘", "石塘咀", "Shek Tong"), url)).editor_tags("2000", None) == (
        ("石塘",),
        "slug",
    )


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("記者陳小明", [Author("陳小明", role="記者")]),
        ("實習記者李大文", [Author("李大文", role="實習記者")]),
        ("記者陳小明、李大文", [Author("陳小明", role="記者"), Author("李大文", role="記者")]),
        ("台灣特派員黃一心", [Author("黃一心", role="特派員", place="台灣")]),
        ("小報中國組", [Author("小報中國組", kind="desk")]),
        ("小報記者", [Author("小報記者", kind="desk")]),
        ("山城裏的貓", [Author("山城裏的貓")]),
        ("", []),
    ],
)
def test_roles_and_desks_are_told_from_names(printed, authors):
    assert list(authors_of(printed, (), "").authors) == authors


def test_the_byline_in_the_text_is_the_true_one():
    who = authors_of("讀者來論", byline_in(("文章的開首。", "【撰文：小貓】")), "")
    assert who.authors == (Author("小貓", role="撰文"),)
    assert who.how == "text"


def test_an_undated_article_came_out_between_its_neighbours_and_never_on_a_day_of_our_choosing():
    days = {n: date(2020, 1, 1) + timedelta(days=n // 10) for n in range(1000, 1200)}
    missing = [1004, 1099, 1100]
    found = intervals({n: d for n, d in days.items() if n not in missing}, [*missing, 5000])
    assert set(found) == set(missing)
    for n in missing:
        assert found[n].first <= days[n] <= found[n].last
        assert (found[n].last - found[n].first).days <= 1


def test_a_neighbour_far_from_its_own_neighbours_is_not_believed():
    days = {n: date(2020, 1, 1) for n in range(1000, 1010)} | {1004: date(2017, 5, 5)}
    assert intervals(days, [1005])[1005].first == date(2020, 1, 1)
