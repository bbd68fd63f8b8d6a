"""Pages as a word processor makes them, sections that look like tags, and articles amid more cards than text."""

import re
from datetime import UTC, datetime, timedelta

from backissue import learn, pages, records, urls
from backissue.learn.filing import filing
from backissue.model import Capture, Page, PageKind, Verdict
from backissue.outlets import patterns
from backissue.text import tree

START = datetime(2019, 3, 20, 4, tzinfo=UTC)
NAMES = ["陳大文", "李小明", "黃志強", "何詠琪", "張秀英"]
SECTIONS = {"政治": "/politics", "經濟": "/economy", "社會": "/society"}
WORDS = ["渡輪", "房屋", "議會", "體育", "醫療", "教育"]
COUNT = 24


def day(n):
    return START - timedelta(days=1) + timedelta(days=n)


def section(n):
    return list(SECTIONS)[n % 3]


def head(n):
    return f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 11 * n)}號議案今日三讀通過"


def prose(n, i):
    return (
        f"議員{chr(0x6000 + 13 * n + 40 * i)}在會上說，撥款牽涉{chr(0x5200 + 19 * n + 7 * i)}區的渠務，居民等了多年。"
    )


def url(n):
    return f"https://paper.example/article/{30000 + n}"


def listing(word, path):
    cards = "".join(
        f'<li><a href="{url(n)}">{head(n)}</a> <span>{day(n):%Y-%m-%d}</span></li>'
        for n in range(COUNT)
        if word in ("", section(n))
    )
    return f"https://paper.example{path}", f"<html><title>{word}日報</title><body><ul>{cards}</ul></body></html>"


def learned(made, others=()):
    """What is learned of the articles that ``made`` gives by number, and of other pages, each an address and its HTML."""
    held = {}
    for at, (where, html) in enumerate([*((url(n), made(n)) for n in range(COUNT)), *others]):
        c = Capture(where, urls.key(where), START + timedelta(days=at), 200, "text/html", listing=f"l#{at}")
        held[c.ref] = (c, html)
    seen = [pages.survey(c, html) for c, html in held.values()]
    lesson = learn.outlet(seen, learn.census(seen), lambda ref: held[ref][1], timezone="Asia/Hong_Kong")
    articles = [
        records.read(Page(c, html, "utf-8", "", Verdict(PageKind.ARTICLE)), lesson.outlet).record
        for c, html in list(held.values())[:COUNT]
    ]
    return lesson, articles


def words_of(n):
    return [WORDS[n % 6], WORDS[(n + 1 + n // 6 % 3) % 6]]


def tagged(n, box):
    text = "".join(f"<p>{prose(n, i)}</p>" for i in range(4))
    return (
        f'<html lang="zh-Hant-HK"><title>{head(n)}</title><body><h1>{head(n)}</h1><p class="day">{day(n):%Y-%m-%d}</p>'
        f'<div class="tags">{box}</div><div class="text">{text}</div></body></html>'
    )


def test_one_link_a_page_to_one_of_a_few_listings_is_the_section_whatever_its_box_is_called():
    def album(n):
        return tagged(n, f'收錄於 <a href="{SECTIONS[section(n)]}"><b>#{section(n)}</b><i>{n + 20}篇</i></a>')

    _, made = learned(album, [listing(*item) for item in SECTIONS.items()])
    assert [r.category for r in made] == [section(n) for n in range(COUNT)]
    assert not any(r.tags for r in made)


def test_hashed_links_of_which_a_page_has_several_stay_tags():
    def hashed(n):
        return tagged(n, " ".join(f'<a href="/topic/{w}">#{w}</a>' for w in words_of(n)))

    _, made = learned(hashed, [listing(*item) for item in SECTIONS.items()])
    assert [list(r.tags or ()) for r in made] == [words_of(n) for n in range(COUNT)]


def test_of_few_pages_only_the_menus_own_addresses_show_that_a_lone_link_is_the_section():
    class Pick:
        url = url(1)

    class Specimen:
        pick = Pick()

    box = tree.parse('<div><a href="/politics">#政治 12篇</a></div>').select_one("div")
    assert not filing([Specimen()], [box], {}).words
    assert filing([Specimen()], [box], {"政治": urls.key("https://paper.example/politics")}).words.keys() == {"政治"}


def test_the_head_of_a_printed_page_tells_the_section_and_hides_no_headline():
    def word(n):
        notice = "<p class=P><b>舊書高價收買</b></p>" if n % 2 else ""
        text = "".join(f"<p class=P>{prose(n, i)}</p>" for i in range(4))
        note = f"<p class=P><i>更正：{prose(n, 9)}</i></p>" if n % 12 == 0 else ""
        return (
            f'<html lang="zh-Hant-HK"><title>日報</title><body><div class=S><p class=P><span style="font-size:28pt"><b>日報</b></span></p>'
            f'<p class=P><span style="font-size:9pt">第 3 卷 – {day(n).year}年{day(n).month}月{day(n).day}日 – {section(n)}版</span></p>{notice}'
            f'<p class=P><span style="font-size:20pt"><b>{head(n)}</b></span></p><p class=P><i>記者 {NAMES[n % 5]}</i></p>{text}{note}'
            f"</div></body></html>"
        )

    fronts = [listing(*item) for item in SECTIONS.items()]
    later = [(f"https://paper.example/article/{40000 + n}", _later(n)) for n in range(COUNT)]
    _, made = learned(word, [*fronts, *later])
    assert [r.category for r in made] == [section(n) for n in range(COUNT)]
    assert [r.title for r in made] == [head(n) for n in range(COUNT)]
    assert [r.author for r in made] == [f"記者 {NAMES[n % 5]}" for n in range(COUNT)]
    assert not any(head(n) in r.body or "日報" in r.body for n, r in enumerate(made))
    assert all(prose(n, 9) in r.body for n, r in enumerate(made) if n % 12 == 0)


def _later(n):
    """A page of a later design, with a menu."""
    menu = "".join(f'<li><a href="{path}">{word}</a></li>' for word, path in SECTIONS.items())
    text = "".join(f"<p>{prose(n + 200, i)}</p>" for i in range(4))
    return (
        f'<html lang="zh-Hant-HK"><title>{head(n + 200)} | 日報</title><body><ul class="menu">{menu}</ul><h1>{head(n + 200)}</h1>'
        f'<p class="day">{day(n):%Y-%m-%d}</p><main class="story">{text}</main></body></html>'
    )


def test_an_article_amid_more_dated_cards_than_text_is_learned_from_where_its_address_is_an_articles():
    def crowded(n):
        cards = "".join(
            f'<div class="item"><a href="{url(m)}">{head(m)}</a><span>{day(m):%Y-%m-%d}</span></div>'
            for m in range(COUNT)
            if m != n
        )
        return (
            f'<html lang="zh-Hant-HK"><title>{head(n)}</title><body><div class="news">{cards}</div><h2 class="head">{head(n)}</h2>'
            f'<p class="by">{NAMES[n % 5]} 報道</p><div class="stx"><p>{prose(n, 0)}</p><p>{prose(n, 1)}</p></div></body></html>'
        )

    def plain(n):
        return tagged(n, "")

    lesson, made = learned(lambda n: crowded(n) if n % 2 else plain(n))
    assert {era.body for era in lesson.outlet.eras} == {".stx", ".text"}
    assert [r.title for r in made] == [head(n) for n in range(COUNT)]
    assert all(prose(n, 0) in r.body for n, r in enumerate(made))


def test_a_word_processors_list_is_a_list_without_the_marks_that_it_says_to_ignore():
    items = "".join(
        f"<p style='margin-left:.5in;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{n}.<span>&nbsp; </span></span>{w}</p>"
        for n, w in enumerate(WORDS, 1)
    )
    document = tree.parse(f"<div>{items}<p>完</p></div>")
    body = records.body.convert([document.select_one("div")], base=url(1))
    assert re.findall(r"^- (\S+)$", body.markdown, re.MULTILINE) == WORDS


def test_stars_between_spaces_are_a_line_that_a_cut_may_name():
    document = tree.parse("<div><p>文。</p><p>* * *</p><p>廣告</p></div>")
    body = records.body.convert(
        [document.select_one("div")], base=url(1), cut=[patterns.compiled(r"^\*\s+\*\s+\*$", re.MULTILINE)]
    )
    assert body.plain.strip() == "文。"
