"""Pages of tables and fonts whose ``<title>`` is the paper's name alone: what listings say of an article finds its places."""

from datetime import UTC, datetime, timedelta

import pytest

from backissue import learn, records, urls
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.pages import survey

START = datetime(2009, 3, 20, 4, tzinfo=UTC)
NAMES = ["陳大文", "李小明", "黃志強", "何詠琪", "張秀英"]
SECTIONS = {"政治": "politics", "經濟": "economy", "社會": "society"}
COUNT = 24


def head(n):
    return f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}號議案今日三讀通過"


def words(n, i):
    return (
        f"議員{chr(0x6000 + 13 * n + 40 * i)}在會上說，撥款牽涉{chr(0x5200 + 19 * n + 7 * i)}區的渠務，居民等了多年。"
    )


def address(n):
    return f"https://paper.example/article/{30000 + n}"


def frame(lit, inner):
    menu = "".join(
        f'<tr><td{" bgcolor=#336699" if name == lit else ""} height=20>&nbsp;<a href="/{path}"><font size=2>{name}</font></a></td></tr>'
        for name, path in SECTIONS.items()
    )
    return (
        f"<html><head><title>日日新聞</title></head><body><table><tr><td width=120 valign=top><table>{menu}</table></td>"
        f'<td valign=top>{inner}</td></tr></table><p><a href="/about">關於</a></p></body></html>'
    )


def article(n):
    by = f"<font size=2>文：{NAMES[n % 5]}</font><br>" if n % 4 else ""
    text = "".join(f"<p>{words(n, i)}</p>" for i in range(4))
    day = datetime(2009, 1, 3) + timedelta(days=n)
    return frame(
        list(SECTIONS)[n % 3],
        f'<font size="+2" color=#336699><b>{head(n)}</b></font><br>{by}{text}<p><font size=1>{day:%Y-%m-%d}</font></p>',
    )


def listing(section):
    cards = "".join(
        f'<p><a href="{address(n)}"><b>{head(n)}</b></a><br>{datetime(2009, 1, 3) + timedelta(days=n):%Y-%m-%d}<br>{words(n, 0)}</p>'
        for n in range(COUNT)
        if list(SECTIONS)[n % 3] == section
    )
    return frame(section, cards)


@pytest.fixture(scope="module")
def paper():
    pages = {}

    def put(url, html, days):
        capture = Capture(url, urls.key(url), START + timedelta(days=days), 200, "text/html", listing=f"l#{len(pages)}")
        pages[capture.ref] = (capture, html)

    for n in range(COUNT):
        put(address(n), article(n), n)
    for name, path in SECTIONS.items():
        put(f"https://paper.example/{path}", listing(name), 60)
    seen = [survey(c, html) for c, html in pages.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: pages[ref][1], timezone="Asia/Hong_Kong")
    drafts = [
        records.read(Page(c, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet)
        for c, html in list(pages.values())[:COUNT]
    ]
    return [draft.record for draft in drafts]


def test_the_headline_stands_where_the_cards_title_does_though_title_tells_the_papers_name(paper):
    assert [record.title for record in paper] == [head(n) for n in range(COUNT)]


def test_the_section_is_the_menus_word_that_is_lit_where_that_sections_listing_names_the_article(paper):
    assert [record.category for record in paper] == [list(SECTIONS)[n % 3] for n in range(COUNT)]


def test_a_headline_in_bold_is_no_line_of_the_text(paper):
    assert [record.body for record in paper] == ["\n\n".join(words(n, i) for i in range(4)) for n in range(COUNT)]
