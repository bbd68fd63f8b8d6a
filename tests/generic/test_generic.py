"""The generic extractor on small pages of our own."""

import gc
from datetime import UTC, date, datetime

import pytest

from backissue.bench import extract
from backissue.records.generic import read
from backissue.text.tree import parse

PROSE = [
    "The ferry company said on Monday that the last boat to the outer island would leave at nine, an hour earlier than before.",
    "Residents, who had asked for a later crossing since the spring, called the decision a surprise and promised to write to the council.",
    "“We were never asked,” said one of them, waiting on the pier with two bags of rice and a folded bicycle.",
    "A spokesman said the change would be reviewed after the typhoon season, and that fares would stay as they are until then.",
]
HAN = [
    "渡輪公司星期一表示，前往離島的尾班船將於晚上九時開出，比以往提早一小時，新安排下月生效。",
    "多名居民對決定感到意外，指自春天起一直要求加開夜船，並表示會聯署去信地區議會，要求公司收回決定。",
    "「從來沒有人問過我們。」一名在碼頭等船的居民說，他手上提着兩袋米和一架摺疊單車，神情無奈。",
]


def page(body="", *, head="", title="Last ferry leaves earlier", before="", after=""):
    menu = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(8))
    cards = "".join(
        f'<div class="card"><a href="/r{i}"><h3>Another story number {i}</h3></a><p>A teaser about something else entirely, cut off…</p></div>'
        for i in range(4)
    )
    return f"""<html lang="en-GB"><head><title>{title} | The Harbour Post</title>{head}</head><body>
    <nav><ul>{menu}</ul></nav>{before}<article><h1>{title}</h1>{body}</article>
    <aside class="related-stories"><h2>More stories</h2>{cards}</aside>{after}
    <footer><p>© The Harbour Post. All rights reserved. Contact us for more information about reprints.</p></footer></body></html>"""


def paragraphs(texts):
    return '<div class="story-body">' + "".join(f"<p>{t}</p>" for t in texts) + "</div>"


def test_the_body_is_the_article_and_nothing_of_the_template():
    found = extract(page(paragraphs(PROSE)), "")
    assert found["text"].split("\n") == PROSE


def test_the_body_nodes_hold_the_text_in_order():
    found = read(parse(page(paragraphs(PROSE))), "")
    assert [node.text for node in found.body_nodes] == PROSE


def test_a_chinese_page_is_read_as_well():
    html = page(f'<div class="content">{"".join(f"<p>{t}</p>" for t in HAN)}</div>', title="尾班渡輪提早開出")
    assert extract(html, "")["text"].split("\n") == HAN


def test_paragraphs_made_of_double_breaks_are_lines():
    html = page("<div id='content'>" + "<br><br>".join(HAN) + "</div>", title="尾班渡輪提早開出")
    assert extract(html, "")["text"].split("\n") == HAN


def test_the_sites_name_is_no_part_of_the_title():
    head = '<meta property="og:title" content="Last ferry leaves earlier - The Harbour Post"><meta property="og:site_name" content="The Harbour Post">'
    assert extract(page(paragraphs(PROSE), head=head), "")["title"] == "Last ferry leaves earlier"


def test_labels_of_a_headline_are_read_off_it():
    found = read(parse(page(paragraphs(HAN), title="【離島交通】尾班渡輪提早開出")), "")
    assert found.labels == ("離島交通",)
    assert found.title == "【離島交通】尾班渡輪提早開出"


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Last ferry leaves earlier",
"datePublished": "2021-02-11T12:46:29+08:00", "dateModified": "2021-02-12T08:00:00+08:00", "author": [{"@type": "Person", "name": "Ada Lam"}, {"@type": "Person", "name": "Ben Chow"}],
"articleSection": "Transport", "keywords": ["ferry", "islands"],}</script>"""


def test_fields_come_from_json_ld_even_with_a_trailing_comma():
    found = read(parse(page(paragraphs(PROSE), head=JSON_LD)), "")
    assert [a.name for a in found.authors] == ["Ada Lam", "Ben Chow"]
    assert found.published is not None
    assert found.published.isoformat() == "2021-02-11T12:46:29+08:00"
    assert found.updated is not None
    assert found.updated.isoformat() == "2021-02-12T08:00:00+08:00"
    assert (found.section, found.tags, found.language) == ("Transport", ("ferry", "islands"), "en-GB")
    assert found.evidence["published"] == "json-ld"


def test_a_stated_date_after_the_capture_is_not_believed():
    found = read(parse(page(paragraphs(PROSE), head=JSON_LD)), "", captured=datetime(2020, 1, 1, tzinfo=UTC))
    assert found.published is None


def test_a_bare_printed_time_means_the_zone_that_was_given():
    html = page('<p class="date">2021-02-11 12:46</p>' + paragraphs(PROSE))
    assert read(parse(html), "").published == date(2021, 2, 11)
    timed = read(parse(html), "", timezone="Asia/Hong_Kong").published
    assert isinstance(timed, datetime)
    assert timed.isoformat() == "2021-02-11T12:46:00+08:00"


def test_an_update_stamp_is_the_date_only_where_there_is_no_other():
    stamp = page('<p class="date">2005-04-05 06:40更新</p>' + paragraphs(HAN), title="尾班渡輪提早開出")
    both = page(
        '<p class="date">發佈 2005-04-01</p><p>2005-04-05 06:40更新</p>' + paragraphs(HAN), title="尾班渡輪提早開出"
    )
    assert extract(stamp, "")["date"] == "2005-04-05"
    assert extract(both, "")["date"] == "2005-04-01"


def test_the_date_in_the_address_serves_where_nothing_else_does():
    assert extract(page(paragraphs(PROSE)), "https://example.org/2021/02/11/ferry.html")["date"] == "2021-02-11"
    assert extract(page(paragraphs(PROSE)), "https://example.org/2021/ferry.html")["date"] is None


@pytest.mark.parametrize("said", ["createTime = '2013-07-19 03:00'", 'ct = "1374174000"'])
def test_the_day_that_a_script_would_have_shown_is_read_from_it(said):
    html = page(paragraphs(HAN) + f"<script>var {said};</script>", title="尾班渡輪提早開出")
    assert extract(html, "")["date"] in ("2013-07-19", "2013-07-18")
    assert (
        extract(html.replace("</body>", "<script>var createTime = '2014-01-01';</script></body>"), "")["date"] is None
    )


def test_the_reporter_is_the_author_and_the_editor_only_where_nobody_wrote():
    wrote = page(
        "<p>記者王小明／離島報導</p>" + paragraphs(HAN) + "<p>（責任編輯：李四）</p>", title="尾班渡輪提早開出"
    )
    edited = page(paragraphs(HAN) + "<p>（責任編輯：李四）</p>", title="尾班渡輪提早開出")
    assert extract(wrote, "")["authors"] == ["王小明"]
    assert extract(edited, "")["authors"] == ["李四"]


def test_a_byline_on_the_page_is_believed_before_a_page_that_names_only_itself():
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Last ferry leaves earlier", "author": {"@type": "Organization", "name": "The Harbour Post"}, "publisher": {"name": "The Harbour Post"}}</script>"""
    html = page('<div class="byline">By Ada Lam</div>' + paragraphs(PROSE), head=head)
    found = read(parse(html), "")
    assert [a.name for a in found.authors] == ["Ada Lam"]
    assert found.author_printed == "By Ada Lam"
    assert [a.name for a in read(parse(page(paragraphs(PROSE), head=head)), "").authors] == ["The Harbour Post"]


def test_a_name_in_what_plays_by_itself_is_no_byline_and_hides_none():
    players = '<div class="autoplay">By Eve Moss</div>' * 20
    html = page(players + '<p class="AUTHOR">By Ada Lam</p>' + paragraphs(PROSE))
    found = read(parse(html), "")
    assert [a.name for a in found.authors] == ["Ada Lam"]
    assert found.evidence["authors"] == "byline"


def test_of_a_line_of_facts_the_byline_is_what_names_the_authors():
    html = page('<p class="byline">By Ada Lam — published on 3 May 2009 — filed under: harbour</p>' + paragraphs(PROSE))
    assert read(parse(html), "").author_printed == "By Ada Lam"


def test_text_that_the_page_holds_only_in_json_ld_is_given_with_a_finding():
    body = " ".join(PROSE)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Last ferry leaves earlier", "articleBody": "{body}"}}</script>'
    found = read(parse(page("<div id='app'></div>", head=head)), "https://example.org/a")
    assert found.text == body
    assert [f.code for f in found.findings] == ["body.stated-only"]
    assert found.body_nodes == ()


def test_a_page_without_text_is_a_finding():
    found = read(parse("<html><body><img src=x></body></html>"), "https://example.org/a")
    assert found.text == ""
    assert [(f.code, f.subject) for f in found.findings] == [("body.none", "https://example.org/a")]


def test_what_react_streams_into_a_hidden_element_is_shown():
    html = f'<html><body><div id="app"></div><div hidden id="S:0"><article><h1>Ferry</h1>{paragraphs(PROSE)}</article></div></body></html>'
    assert PROSE[0] in extract(html, "")["text"]
    assert PROSE[0] not in extract(html.replace('id="S:0"', ""), "")["text"]


def test_a_tree_that_is_given_away_is_read_as_one_that_is_kept():
    html = page(
        f"{paragraphs(PROSE)}<p hidden>Seen by nobody, and long enough to be taken for a line of the story that stands above it here.</p>"
        "<noscript><p>Switch scripts on to read the comments that follow, all of them, in the order they came in.</p></noscript>",
        head=JSON_LD,
        after='<time datetime="2021-02-13">13 February</time>',
    )
    kept, given = read(parse(html), ""), read(parse(html), "", spend=True)
    assert given.text == kept.text
    assert (given.title, given.authors, given.published, given.evidence) == (
        kept.title,
        kept.authors,
        kept.published,
        kept.evidence,
    )


def test_nothing_of_a_page_stays_in_memory_once_it_is_read():
    html = page(paragraphs(PROSE), head=JSON_LD)
    extract(html, "")
    gc.collect()
    extract(html, "")
    assert gc.collect() == 0  # circles would keep the tree until they are looked for


def test_two_calls_on_one_page_give_the_same_and_leave_the_tree_alone():
    html = page(paragraphs(PROSE), head=JSON_LD)
    document = parse(html)
    before = document.html
    assert read(document, "").text == read(document, "").text
    assert document.html == before
    assert extract(html, "") == extract(html, "")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "   ",
        "plain words",
        "<",
        "<html></html>",
        "\x00",
        "<p>" * 3000,
        "<b>" * 3000 + "x",
        "<body>" + "<div>" * 5000 + "deep words",
    ],
)
def test_what_is_hardly_a_page_does_not_fail(html):
    assert set(extract(html, "")) == {"text", "title", "authors", "date"}
