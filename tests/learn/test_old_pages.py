"""Pages as systems of old made them: the paper's name first, facts in the text's element, cards and comments below."""

from datetime import UTC, datetime, timedelta

import pytest

from backissue import learn, outlets, records, urls
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey
from backissue.pages.company import identity

START = datetime(2009, 3, 20, 4, tzinfo=UTC)
NAMES = ["陳大文", "李小明", "黃志強", "何詠琪", "張秀英"]
SECTIONS = {"政治": "politics", "經濟": "economy", "社會": "society"}
MENU = (
    '<div id="menu">'
    + "".join(f'<a href="/category/{p}">{n}</a> ' for n, p in SECTIONS.items())
    + '<a href="/about">關於</a></div>'
)


def head(n):
    return f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}號議案今日三讀通過"


def words(n, i):
    return (
        f"議員{chr(0x6000 + 13 * n + 40 * i)}在會上說，撥款牽涉{chr(0x5200 + 19 * n + 7 * i)}區的渠務，居民等了多年。"
    )


def slug(n):
    return f"motion-{chr(97 + n % 26)}{chr(97 + n // 26)}-read-{1000 + 7 * n:x}"


def page(n):
    section = list(SECTIONS)[n % 3]
    text = "".join(f"<p>{words(n, i)}</p>" for i in range(4))
    card = (
        f'<div class="puff"><h3>相關報道</h3><h3><a href="/{slug(n + 1)}">{head(n + 1)}</a></h3><p>{words(n + 1, 0)}…</p></div>'
        if n % 2
        else ""
    )
    tags = "、".join(f'<a href="/tag/{t}" rel="tag">{t}</a>' for t in (f"{chr(0x5400 + n % 5)}政", "議會")[: 1 + n % 2])
    facts = (
        f'<p class="posted">由 <span class="poster">{NAMES[n % 5]}</span> 發表於 8:{10 + n % 40} PM | <a href="/category/{SECTIONS[section]}" rel="tag">{section}</a>'
        f" | 關鍵字: {tags}</p>"
    )
    comment = (
        f'<div class="comment"><p>{chr(0x5900 + 3 * n)}{chr(0x5A00 + 5 * n)}，這樣不行，我們要再等多少年。</p></div>'
        if n % 3
        else ""
    )
    return (
        f'<html lang="zh-Hant-HK"><head><title>日日新聞: {head(n)}</title></head><body><h1><a href="/">日日新聞</a></h1>{MENU}'
        f'<div class="content"><h2 class="date">2009.01.{n % 28 + 1:02}</h2><h2 class="headline">{head(n)}</h2>'
        f'{text}{card}{facts}<h2 id="comments">迴響</h2>{comment}</div><div id="foot">© 日日新聞</div></body></html>'
    )


@pytest.fixture(scope="module")
def paper():
    captures = {}

    def put(url, html, days):
        capture = Capture(
            url, urls.key(url), START + timedelta(days=days), 200, "text/html", listing=f"l#{len(captures)}"
        )
        captures[capture.ref] = (capture, html)

    for n in range(36):
        put(f"https://paper.example/{slug(n)}", page(n), n)
    about = "<p>本報由一群記者與讀者集資創辦，不設股東，來信請寄編輯部，我們每封都看，也都會回覆。</p>"
    put(
        "https://paper.example/about",
        f"<html><head><title>日日新聞: 關於</title></head><body>{MENU}<div>{about}</div></body></html>",
        50,
    )
    seen = [survey(c, html) for c, html in captures.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: captures[ref][1], timezone="Asia/Hong_Kong")
    return captures, lesson


def test_every_article_is_read_right(paper):
    captures, lesson = paper
    for n, (capture, html) in enumerate(list(captures.values())[:36]):
        record = records.read(Page(capture, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        assert record.title == head(n)
        assert record.author == NAMES[n % 5]
        assert record.date == f"2009-01-{n % 28 + 1:02}"
        assert record.category == list(SECTIONS)[n % 3]
        assert record.tags == (f"{chr(0x5400 + n % 5)}政", "議會")[: 1 + n % 2]
        assert record.body == "\n\n".join(words(n, i) for i in range(4))


def test_slugs_below_the_root_leave_the_papers_own_pages_alone(paper):
    _, lesson = paper
    assert lesson.outlet.name == "日日新聞"
    assert outlets.classify(lesson.outlet, f"https://paper.example/{slug(99)}") == ("article", slug(99))
    assert outlets.classify(lesson.outlet, "https://paper.example/about")[0] == "page"
    assert outlets.classify(lesson.outlet, "https://paper.example/robots.txt")[0] == "unknown"


def test_a_papers_own_number_before_the_day_names_no_article():
    one, other = (urls.key(f"https://paper.example/html/2013-08/12/nw.D110000_20130812_{n}-A01.htm") for n in (1, 2))
    assert identity(one) != identity(other)
    assert identity(urls.key("https://paper.example/t20190322_1234567.html")).endswith(")1234567")


def test_a_short_article_with_many_cards_is_no_listing():
    cards = "".join(
        f'<li><h3><a href="/{slug(n)}">{head(n)}</a></h3><time>2009-01-{n:02}</time></li>' for n in range(1, 9)
    )
    url = f"https://paper.example/{slug(40)}"
    capture = Capture(url, urls.key(url), START, 200, "text/html", listing="l#1")
    text = "".join(f"<p>{words(40, i)}</p>" for i in range(6))
    html = f"<html><head><title>{head(40)} · 日日新聞</title></head><body>{MENU}<h1>{head(40)}</h1><div>{text}</div><ul>{cards}</ul></body></html>"
    assert survey(capture, html).verdict.kind is PageKind.ARTICLE
    section = (
        f"<html><head><title>政治 · 日日新聞</title></head><body>{MENU}<h1>政治</h1><ul>{cards}</ul></body></html>"
    )
    assert survey(capture, section).verdict.kind is PageKind.LISTING
