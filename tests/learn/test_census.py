"""The census: one text under many addresses, and the frames of pages; and what judges make of it."""

import itertools
import json
from datetime import UTC, date, datetime, timedelta

import pytest

from backissue import urls
from backissue.learn import Census, census
from backissue.model import Capture, Outlet, PageKind, PageRule
from backissue.pages import judge, pick, survey
from backissue.pages.company import identity, shape

START = datetime(2019, 1, 1, tzinfo=UTC)
OUTLET = Outlet(
    "日報",
    ("paper.example",),
    "Asia/Hong_Kong",
    closed=date(2022, 1, 4),
    pages=(PageRule("article", "/article/{id}/**"), PageRule("page", "/about/**"), PageRule("listing", "/section/**")),
)
WORDS = [
    "預算",
    "委員會",
    "渠道",
    "海港",
    "市民",
    "議案",
    "學校",
    "醫院",
    "天氣",
    "電車",
    "街市",
    "漁民",
    "農地",
    "工人",
    "圖書館",
    "公園",
    "橋樑",
    "山徑",
    "選舉",
    "法庭",
]
_serial = itertools.count()


def story(number: int) -> str:
    """A text of its own for each number."""
    parts = [
        f"<p>關於{WORDS[number % 20]}與{WORDS[number // 20 % 20]}的第{chr(0x4E00 + number)}次討論，{chr(0x5E00 + number)}委員說{WORDS[(number * 7 + i) % 20]}要修葺{chr(0x6000 + number * 3 + i)}。</p>"
        for i in range(8)
    ]
    return page(f"第{chr(0x4E00 + number)}號新聞", "".join(parts))


def page(title: str, body: str) -> str:
    return f'<html><head><title>{title}</title></head><body><div class="wrap"><h1 class="t">{title}</h1><div class="b">{body}</div></div></body></html>'


FAREWELL = page(
    "日報謹啟", "<p>本報同人謹此向多年來一路同行的朋友致意，網站內容自即日起不再提供，各項款項將按序退回。</p>"
)
SPOKEN = page("日報告別 感謝讀者", "<p>日報今日停止運作，感謝各位讀者。</p>")


def seen(url, html, days=0, status=200, *, truncated=False, rewritten=False):
    c = Capture(url, urls.key(url), START + timedelta(days=days), status, "text/html", listing=f"l#{next(_serial)}")
    return c, survey(c, html, truncated=truncated, rewritten=rewritten)


def address(n, slug="x") -> str:
    return f"https://www.paper.example/article/{30000 + n}/{slug}"


def surveys(pairs):
    return [s for _, s in pairs]


def test_a_text_under_many_addresses_that_showed_others_before_is_no_article():
    before = [seen(address(n), story(n)) for n in range(30)]
    after = [seen(address(n), FAREWELL, 1200) for n in range(0, 30, 5)]
    known = census(surveys(before + after))
    assert {judge(s, known, OUTLET).kind for _, s in after} == {PageKind.FAREWELL}
    assert {judge(s, known, OUTLET).kind for _, s in before} == {PageKind.ARTICLE}


def test_it_is_none_either_without_an_outlet_or_a_word_that_tells():
    before = [seen(address(n), story(n)) for n in range(30)]
    after = [seen(address(n), FAREWELL, 1200) for n in range(0, 30, 5)]
    known = census(surveys(before + after))
    assert {judge(s, known).kind for _, s in after} == {PageKind.ERROR}


def test_words_and_two_addresses_are_enough():
    pairs = [seen(address(n), story(n)) for n in range(5)] + [seen(address(n), SPOKEN, 1200) for n in (7, 8)]
    known = census(surveys(pairs))
    assert [judge(s, known, OUTLET).kind for _, s in pairs[5:]] == [PageKind.FAREWELL] * 2


def test_a_farewell_that_says_a_little_less_than_its_crowd_is_one_though_it_stands_alone():
    long = SPOKEN.replace("</p>", "</p><p>" + "風雨總會過去，記憶由各人保管，請各自珍重，後會有期。" * 12 + "</p>")
    before = [seen(address(n), story(n)) for n in range(12)]
    after = [seen(address(n), long, 1200) for n in range(9)]
    shorter = seen(address(11), SPOKEN, 1200)
    known = census(surveys([*before, *after, shorter]))
    assert judge(shorter[1], known, OUTLET).kind is PageKind.FAREWELL
    assert {judge(s, known, OUTLET).kind for _, s in before} == {PageKind.ARTICLE}


def test_an_articles_revisions_under_four_ids_stay_articles():
    pairs = [seen(address(n), story(1)) for n in (92, 93, 94, 97)] + [seen(address(n), story(n)) for n in range(2, 9)]
    known = census(surveys(pairs))
    assert {judge(s, known, OUTLET).kind for _, s in pairs} == {PageKind.ARTICLE}


def test_one_article_under_twenty_spellings_of_its_address_stays_one():
    pairs = [seen(address(5, "%EF%BF%BD" * n), story(1)) for n in range(20)]
    known = census(surveys(pairs))
    assert known.groups == ()
    assert {judge(s, known, OUTLET).kind for _, s in pairs} == {PageKind.ARTICLE}


def test_a_crowd_that_differs_in_a_date_and_a_counter_is_still_a_crowd():
    def varied(n):
        return FAREWELL.replace("即日", f"202{n % 3}年{n % 12 + 1}月即日").replace(
            "朋友", "朋友" if n % 2 else "朋友們"
        )

    pairs = [seen(address(n), varied(n), 1200 + n) for n in range(40)]
    known = census(surveys(pairs))
    assert {judge(s, known, OUTLET).kind for _, s in pairs} == {PageKind.FAREWELL}


def test_short_notices_that_share_a_form_but_not_their_titles_stay_articles():
    def notice(n):
        return page(
            f"{WORDS[n % 20]}{WORDS[n // 20]}通告",
            f"<p>本處將於下週檢修{WORDS[n % 20]}{WORDS[n // 20]}，敬請留意，不便之處，謹此致歉。</p>",
        )

    pairs = [seen(address(n), notice(n)) for n in range(60)]
    known = census(surveys(pairs))
    assert {judge(s, known, OUTLET).kind for _, s in pairs} == {PageKind.ARTICLE}


def test_photo_stories_without_text_of_their_own_stay_articles():
    footer = "<p>本網站所有內容之版權屬本報所有，未經書面同意不得轉載，違者必究，敬請各位讀者注意。</p>"
    pairs = [
        seen(address(n), page(f"圖輯：{WORDS[n % 20]}{chr(0x4E00 + n)}", f"<img src=/{n}.jpg>{footer}"))
        for n in range(30)
    ]
    known = census(surveys(pairs))
    assert {judge(s, known, OUTLET).kind for _, s in pairs} == {PageKind.ARTICLE}


def test_a_short_article_that_takes_leave_in_the_papers_own_frame_is_an_article():
    pairs = [seen(address(n), story(n)) for n in range(8)] + [
        seen(address(9), page("專欄告別 感謝讀者", "<p>專欄就此停刊。</p>"))
    ]
    known = census(surveys(pairs))
    assert judge(pairs[-1][1], known, OUTLET).kind is PageKind.ARTICLE
    bare = seen(address(10), "<title>日報告別 感謝讀者</title><p>日報就此停刊。</p>", 1200)[1]
    assert judge(bare, known, OUTLET).kind is PageKind.FAREWELL


def test_a_farewell_at_its_own_address_is_a_page_of_the_outlet():
    _, about = seen("https://paper.example/about/farewell", SPOKEN)
    assert judge(about, census([about]), OUTLET).kind is PageKind.PAGE


def test_an_archived_error_is_an_error_whatever_the_address():
    _, gone = seen(address(1), story(1), status=404)
    assert judge(gone, census([gone]), OUTLET).kind is PageKind.ERROR


def test_a_listing_repeated_under_many_addresses_is_no_error():
    cards = "".join(
        f'<div><h3><a href="{address(n)}">第{n}號標題文字</a></h3><span>11.02.21</span></div>' for n in range(20)
    )
    pairs = [seen(f"https://paper.example/section/{n}", page("政治", cards)) for n in range(20)]
    known = census(surveys(pairs))
    assert {judge(s, known, OUTLET).kind for _, s in pairs} == {PageKind.LISTING}


def test_the_census_counts_frames_with_the_shapes_of_their_addresses():
    other = '<html><body><table class="old"><tr class="r"><td class="c">{}</td></tr></table><div id="foot"></div></body></html>'
    pairs = [seen(address(n), story(n)) for n in range(8)]
    pairs += [seen(f"https://paper.example/2004/05/{n:02}.html", other.format(story(50 + n)[80:])) for n in range(4)]
    known = census(surveys(pairs))
    assert [t.captures for t in known.templates] == [8, 4]
    assert known.templates[0].shapes == (("/article/#/x", 8),)
    assert known.templates[1].shapes == (("/#/#/#.html", 4),)


def test_order_makes_no_difference_and_json_brings_it_back():
    pairs = [seen(address(n), story(n)) for n in range(9)] + [seen(address(n), FAREWELL, 1200) for n in range(5)]
    known = census(surveys(pairs))
    assert census(reversed(surveys(pairs))) == known
    assert Census.from_json(json.loads(json.dumps(known.to_json()))) == known


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("com,paper)/article/38092/%ef%bf%bd", "com,paper)38092"),
        ("com,paper)/amp/article/38092", "com,paper)38092"),
        ("com,paper)/2021/02/11/a-slug", "com,paper)/2021/02/11/a-slug"),
        ("com,paper)/news.php?id=7", "com,paper)/news.php?id=7"),
        ("com,paper)/story/20210211-1234.htm", "com,paper)/story/20210211-1234.htm"),
        ("com,paper)/a?utm_source=x", "com,paper)/a"),
    ],
)
def test_spellings_of_one_address_have_one_identity(key, expected):
    assert identity(key) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("com,paper)/article/38092/%e5%8f%b0", "/article/#/*"),
        ("com,paper)/2021/02/11/a-long-slug-here.html", "/#/#/#/*.html"),
        ("com,paper)/news.php?id=7&lang=zh", "/news.php?id&lang"),
        ("com,paper)/", "/"),
    ],
)
def test_addresses_have_shapes(key, expected):
    assert shape(key) == expected


def test_the_newest_complete_text_is_picked_and_the_rest_have_reasons():
    whole = story(3)
    shorter = whole.replace("<p>", "<!--", 1).replace("</p>", "-->", 1)
    half = whole[: len(whole) // 2]
    pairs = {
        "old": seen(address(3), whole, 10),
        "new": seen(address(3), shorter, 400),
        "cut": seen(address(3), half, 500, truncated=True),
        "late": seen(address(3), whole, 1300),
        "gone": seen(address(3), whole, 600, status=404),
        "bye": seen(address(3), SPOKEN, 1400),
        "rewritten": seen(address(3), whole, 450, rewritten=True),
    }
    known = census(surveys(pairs.values()))
    candidates = [(c, s, judge(s, known, OUTLET)) for c, s in pairs.values()]
    picked = pick(candidates, OUTLET)
    named = {c.ref: name for name, (c, _) in pairs.items()}
    assert [named[c.ref] for c in picked.order] == ["new", "old", "rewritten", "late", "cut", "bye", "gone"]
    reasons = {named[ref]: why for ref, why in picked.reasons}
    assert reasons["old"] == "it is older than the one taken"
    assert reasons["rewritten"] == "an archive had rewritten it"
    assert reasons["late"] == "it was taken after the outlet had closed"
    assert reasons["cut"] == "its body is cut off"
    assert reasons["gone"].startswith("it is no article: served with status 404")
    assert "farewell" in reasons["bye"] or "leave" in reasons["bye"]


def test_a_text_much_shorter_than_another_capture_of_it_is_not_complete():
    whole, stub = story(3), page("第七號新聞", "<p>載入中，請稍候，內容將於片刻之後在此處顯示出來。</p>")
    candidates = [(*seen(address(3), whole, 10), None), (*seen(address(3), stub, 400), None)]
    known = census(s for _, s, _ in candidates)
    picked = pick([(c, s, judge(s, known, OUTLET)) for c, s, _ in candidates], OUTLET)
    assert picked.best == candidates[0][0]
    assert picked.reasons[0][1].startswith("its text is shorter")


def test_nothing_to_pick_from_gives_nothing():
    assert pick([]).best is None
