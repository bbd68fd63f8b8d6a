"""One light look: verdicts on a page's own merits, what it says of others, and fingerprints."""

import json
import time
from datetime import UTC, datetime

import pytest

from backissue import urls
from backissue.model import Capture, PageKind
from backissue.pages import from_json, hamming, survey, to_json

WHEN = datetime(2021, 8, 5, 4, 3, 29, tzinfo=UTC)
PARAGRAPH = "市政府昨日公布年度預算，預計下一個財政年度的開支會較去年增加百分之三，主要用於修葺舊區的道路和渠道。"
MENU = "".join(f'<li><a href="/section/{i}">第{i}版</a></li>' for i in range(9))


def capture(url="https://paper.example/article/38092/x", status=200, mimetype="text/html") -> Capture:
    return Capture(url, urls.key(url), WHEN, status, mimetype, listing="test#1")


def article(n=6, title="預算案公布", extra="") -> str:
    body = "".join(f"<p>{i}{PARAGRAPH}</p>" for i in range(n))
    return (
        f'<html lang="zh-Hant"><head><title>{title} | 日報</title></head><body><ul class="menu">{MENU}</ul>'
        f'<div class="main"><h1>{title}</h1><span class="date">2021-02-11 12:46</span><div class="body">{body}</div>'
        f"{extra}</div></body></html>"
    )


def listing(cards=12) -> str:
    body = "".join(
        f'<div class="card"><a href="/article/{i}"><img src="/{i}.jpg"></a><h3><a href="/article/{i}">第{i}號頭條新聞標題</a></h3>'
        f"<p>{PARAGRAPH[:30]}</p><span>記者陳大文</span><span>11.02.21</span></div>"
        for i in range(cards)
    )
    return f"<title>政治 | 日報</title><body><ul>{MENU}</ul><div class='list'>{body}</div>"


def page(words, title="") -> str:
    return f"<html><head><title>{title}</title></head><body><div><p>{words}</p></div></body></html>"


def test_an_article_is_an_article_and_tells_its_title_language_and_date():
    found = survey(capture(), article())
    assert found.verdict.kind is PageKind.ARTICLE
    assert (found.title, found.headline, found.language) == ("預算案公布 | 日報", "預算案公布", "zh-Hant")
    assert found.dates == ("2021-02-11 12:46",)
    assert found.chars > 250


@pytest.mark.parametrize(
    "row",
    [
        '<DT><A HREF="/article/{n}"><B>第{n}號頭條新聞標題</B></A>\n<DD>{words} ... <FONT SIZE=-1>({day})</FONT><P>\n',
        '<a href="/article/{n}">第{n}號頭條新聞標題</a><br>{words}<br>{day}<br><br>',
        '<h3><a href="/article/{n}">第{n}號頭條新聞標題</a></h3><p>{words}</p><p>{day}</p>',
    ],
)
def test_dates_behind_links_make_a_listing_though_no_card_has_a_box(row):
    rows = "".join(row.format(n=n, words=PARAGRAPH, day=f"2015年12月{n + 1}日") for n in range(12))
    found = survey(
        capture("https://paper.example/old.html"), f"<title>舊文</title><body><ul>{MENU}</ul><dl>{rows}</dl>"
    )
    assert found.verdict.kind is PageKind.LISTING
    cards = {m.url: m.date for m in found.mentions if m.kind == "card"}
    assert cards == {f"https://paper.example/article/{n}": f"2015年12月{n + 1}日" for n in range(12)}


def test_headlines_with_their_day_before_them_are_a_listing():
    rows = "".join(
        f'<li><span>12-{n:02} 15:22</span>·<a href="/article/{n}">第{n}號頭條新聞，標題{PARAGRAPH[n : n + 16]}</a></li>'
        for n in range(1, 25)
    )
    found = survey(
        capture("https://paper.example/old.html"), f"<title>舊文</title><body><ul>{MENU}</ul><ul>{rows}</ul>"
    )
    assert found.verdict.kind is PageKind.LISTING


def test_a_cards_label_is_no_byline():
    card = '<div class="card"><h3><a href="/article/9">另一號頭條新聞標題</a></h3><span>相關報道</span><span>11.02.21</span></div>'
    found = survey(capture(), article(extra=card))
    assert [m.byline for m in found.mentions if m.url.endswith("/9")] == [None]


def test_links_amid_sentences_that_name_days_are_no_list():
    line = "".join(
        f'<a href="/article/{n}">第{n}次修訂的條文</a>在2015年12月{n + 1}日生效，{PARAGRAPH}' for n in range(3)
    )
    found = survey(capture(), article(extra=f"<p>{line}</p>"))
    assert found.verdict.kind is PageKind.ARTICLE
    assert not [m for m in found.mentions if m.kind == "card"]


def test_a_listing_gives_its_cards_with_title_date_and_byline():
    found = survey(capture("https://paper.example/politics"), listing())
    assert found.verdict.kind is PageKind.LISTING
    cards = [m for m in found.mentions if m.kind == "card"]
    assert len(cards) == 12
    first = cards[0]
    assert (first.url, first.title) == ("https://paper.example/article/0", "第0號頭條新聞標題")
    assert (first.date, first.byline) == ("11.02.21", "記者陳大文")


def test_a_card_that_is_one_link_around_everything_is_read_too():
    card = '<a href="/article/7"><div><div>海港議案三讀通過</div><div>11.02.21</div></div></a>'
    (found,) = survey(capture("https://paper.example/x"), f"<div>{card}</div>").mentions
    assert (found.title, found.date, found.kind) == ("海港議案三讀通過", "11.02.21", "card")


def test_witnesses_are_the_papers_own_pages_with_the_archives_prefix_undone():
    html = (
        '<p><a href="/web/20210805040329/https://paper.example/article/1">一</a><a href="https://m.paper.example/2">二</a>'
        '<a href="https://other.example/3">三</a><a href="#top">四</a><a href="/a.jpg">五</a></p>'
    )
    found = survey(capture(), html)
    assert [w.url for w in found.witnesses] == ["https://paper.example/article/1", "https://m.paper.example/2"]
    assert found.witnesses[0].key == "example,paper)/article/1"
    assert found.witnesses[0].seen_in == "test#1"


@pytest.mark.parametrize(
    ("status", "kind"), [(404, "error"), (503, "error"), (429, "error"), (301, "redirect"), (302, "redirect")]
)
def test_the_archived_status_decides(status, kind):
    assert survey(capture(status=status), article()).verdict.kind == kind


@pytest.mark.parametrize(
    ("title", "words", "kind"),
    [
        (
            "Internet Archive: Temporarily Offline",
            "Internet Archive services are temporarily offline. Please check back.",
            "outage",
        ),
        ("Wayback Machine", "The Wayback Machine has not archived that URL.", "outage"),
        ("paper.example", "The domain paper.example is for sale. Inquire about this domain.", "parked"),
        ("", "此域名正在出售，請與我們聯絡。", "parked"),
        ("日報告別 感謝讀者", "本報今日停止運作。", "farewell"),
        ("Goodbye", "After twelve years we have ceased publication. Thank you for reading.", "farewell"),
        ("日報", "各位讀者：本報將於今日起停運，感謝各位讀者多年支持。", "farewell"),
        ("404 Not Found", "nginx", "error"),
        ("日報", "抱歉，您訪問的頁面不存在。", "error"),
        ("Error", "Error establishing a database connection", "error"),
        ("502 Bad Gateway", "", "error"),
        ("登入", "請先登入方可繼續閱讀。", "error"),
        ("", "", "empty"),
    ],
)
def test_short_pages_say_what_they_are(title, words, kind):
    assert survey(capture(), page(words, title)).verdict.kind == kind


@pytest.mark.parametrize(
    "title",
    [
        "報館今日停運 員工發表告別書",
        "Internet Archive temporarily offline after attack",
        "域名出售風波：市民投訴",
        "404航班仍未找到",
    ],
)
def test_an_article_about_such_things_is_an_article(title):
    assert survey(capture(), article(title=title)).verdict.kind is PageKind.ARTICLE


def test_the_front_page_is_a_listing_even_with_long_texts():
    assert survey(capture("https://paper.example/"), article(20)).verdict.kind is PageKind.LISTING


@pytest.mark.parametrize(
    "html",
    [
        '<meta http-equiv="refresh" content="0; url=https://paper.example/new">',
        "<script>window.location.href = 'https://paper.example/new'</script><p>Loading</p>",
        '<script>location.replace("/new")</script>',
    ],
)
def test_pages_that_only_send_one_on_are_redirects(html):
    found = survey(capture(), html)
    assert (found.verdict.kind, found.redirect) == (PageKind.REDIRECT, "https://paper.example/new")


def test_an_article_that_reloads_itself_is_no_redirect():
    html = article().replace("<head>", '<head><meta http-equiv="refresh" content="300">')
    assert survey(capture(), html).verdict.kind is PageKind.ARTICLE


RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>日報</title>
<item><title><![CDATA[甲 & 乙]]></title><link>https://paper.example/article/1</link><pubDate>Thu, 11 Feb 2021 12:46:29 +0800</pubDate>
<dc:creator>陳大文</dc:creator></item><item><title>A &amp; B</title><link>https://paper.example/article/2</link></item></channel></rss>"""
ATOM = '<feed xmlns="x"><entry><title>t</title><link href="https://paper.example/a?x=1&amp;y=2"/><updated>2021-02-11</updated></entry></feed>'
MAP = "<?xml version='1.0'?><urlset><url><loc>https://paper.example/article/9</loc><lastmod>2021-01-01</lastmod></url></urlset>"


def test_feeds_and_sitemaps_are_known_by_their_root_and_give_entries():
    found = survey(capture("https://paper.example/rss", mimetype="text/xml"), RSS)
    assert found.verdict.kind is PageKind.FEED
    first, second = found.mentions
    assert (first.title, first.date, first.byline) == ("甲 & 乙", "Thu, 11 Feb 2021 12:46:29 +0800", "陳大文")
    assert (second.title, second.url, second.kind) == ("A & B", "https://paper.example/article/2", "feed")
    (entry,) = survey(capture(mimetype="text/html"), ATOM).mentions
    assert (entry.url, entry.date) == ("https://paper.example/a?x=1&y=2", "2021-02-11")
    (place,) = survey(capture(), MAP).mentions
    assert (place.url, place.date) == ("https://paper.example/article/9", None)


def test_a_feed_cut_off_in_the_middle_gives_what_it_has():
    assert [m.url for m in survey(capture(), RSS[: RSS.index("</item>")]).mentions] == [
        "https://paper.example/article/1"
    ]


@pytest.mark.parametrize(
    "body", ['{"a": "<p>text</p>"}', 'callback({"html": "<div>x</div>"})', "plain words " * 100, "var a = '<p>';"]
)
def test_data_and_scripts_served_as_html_are_no_pages(body):
    assert survey(capture(), body).verdict.kind is PageKind.UNKNOWN


def test_one_text_has_one_digest_whatever_day_the_menu_shows():
    a = survey(capture(), article(extra="<p>今日 2021-08-05</p>"))
    b = survey(capture("https://paper.example/b"), article(extra="<p>今日 2021-09-06</p>"))
    assert a.text_digest == b.text_digest
    assert a.text_digest != survey(capture(), article(title="另一題目")).text_digest
    assert hamming(a.simhash, b.simhash) <= 3


def test_pages_of_one_template_have_near_skeletons_and_others_do_not():
    plain = survey(capture(), article())
    rich = survey(capture(), article(12, extra='<figure class="pic"><img src="/a.jpg"></figure>'))
    other = survey(capture(), listing())
    assert hamming(int(plain.template, 16), int(rich.template, 16)) <= 10
    assert hamming(int(plain.template, 16), int(other.template, 16)) > 10


@pytest.mark.parametrize("html", [article(), listing(), RSS, "", page("x")])
def test_a_survey_comes_back_from_json_the_same(html):
    found = survey(capture(), html, truncated=True, rewritten=True)
    assert from_json(json.loads(json.dumps(to_json(found)))) == found


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 256 + PARAGRAPH,
        f"<p>{PARAGRAPH}</p>" * 40_000,
        "<a " + " ".join(f"x{i}=1" for i in range(20_000)) + ">",
        "<p>" + "字" * 10_000_000,
        "".join(f'<a href="/{i}">x{i}</a>' for i in range(50_000)),
        "".join(f'<div><a href="/{i}"><p>x{i}</p></a>' for i in range(20_000)),
        "<item>" * 50_000,
        '<a href="' + "/" * 100_000 + '">x</a>' * 50,
    ],
)
def test_hostile_pages_are_surveyed_within_seconds(html):
    start = time.process_time()
    survey(capture(), html)
    assert time.process_time() - start < 4
