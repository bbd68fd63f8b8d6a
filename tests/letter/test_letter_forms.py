"""HTML for mail and plain text: one letter in two forms, both whole, both harmless."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from rich.cells import cell_len

from backissue.model import BadInstruction
from backissue.publish.letter.html import MOST, fit, to_html
from backissue.publish.letter.letter import Item, Letter, Lost, Missing, Section
from backissue.publish.letter.mail import UNSUBSCRIBE
from backissue.publish.letter.text import to_text
from backissue.publish.letter.week import Week
from backissue.publish.letter.wrap import COLUMNS, wrap

Composer = Callable[..., Any]

ELEMENTS = frozenset((
    "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "p", "h1", "h2", "h3", "span",
    "a", "ul", "ol", "li", "blockquote", "strong", "em", "del", "br", "hr", "code", "pre", "img",
))  # fmt: skip
ATTRIBUTES = frozenset((
    "lang", "charset", "name", "content", "style", "class", "role", "width", "height", "cellpadding", "cellspacing",
    "border", "align", "href", "aria-label", "alt", "src", "rel",
))  # fmt: skip


def troubles(page: str) -> list[str]:
    """What no mail of ours may hold."""
    found = []
    for element in lxml.html.document_fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag not in ELEMENTS:
            found.append(f"element {element.tag}")
            continue
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES:
                found.append(f"{element.tag}[{name}]")
            if name == "href" and not re.match(r"https?://|mailto:|\{\{unsubscribe\}\}\Z", value):
                found.append(f"leads to {value}")
            if name in ("style", "class") and re.search(r"url\(|expression|@import|javascript", value):
                found.append(f"style {value}")
        if element.tag == "style" and re.search(r"url\(|@import|http", element.text or ""):
            found.append("style loads")
    return found


def big(articles: int, sections: int = 5, lost: int = 0, title: str = "題目" * 20, lead: str = "句子。" * 40) -> Letter:
    items = [
        Item(str(n), f"articles/2021/02/{n}", title, "某人", lead=lead, link=f"https://a.example/{n}")
        for n in range(articles)
    ]
    rooms = tuple(Section(f"版{r}", tuple(items[r::sections])) for r in range(sections))
    gone = tuple(Lost("失落" * 20, path=f"lost/{n}", link=f"https://a.example/lost/{n}") for n in range(lost))
    return Letter(Week(2021, 6), "晨霧報", "zh-Hant", "zh-Hant-HK", "題", "前言", sections=rooms, missing=Missing(gone), held=articles, site="https://a.example/")  # fmt: skip


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_the_html_loads_nothing_and_holds_only_what_mail_may(weekly: Path, composed: Composer, language: str) -> None:
    letter = composed(weekly, language=language, note="**一**\n\n- 二\n\n> [三](https://b.example/)").letter
    page = to_html(fit(letter))
    assert troubles(page) == []
    tree = lxml.html.document_fromstring(page)
    assert tree.get("lang") == language
    assert tree.xpath("//meta/@charset") == ["utf-8"]
    assert tree.xpath("//img") == []
    assert "prefers-color-scheme: dark" in page
    assert tree.xpath("//table[not(@role='presentation')]") == []
    levels = [int(e.tag[1]) for e in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1


def test_both_forms_say_who_compiled_it_what_is_missing_and_every_article(weekly: Path, composed: Composer) -> None:
    letter = composed(weekly).letter
    page = " ".join(lxml.html.document_fromstring(to_html(letter)).text_content().split())
    text = re.sub(r"\s+", "", to_text(letter))
    for said in (
        "由檔案整理者編成，並非報社所出。",
        "本報已於2022年1月4日停刊。",
        "2021年2月8日至14日",
        "失落的一篇",
        "一篇的正文不全",
        "一幅圖片沒有存下",
        "正文不全",
        "署名應要求隱去",
        *(item.title for item in letter.items),
        *(item.lead for item in letter.items if item.lead),
    ):
        assert re.sub(r"\s+", "", said) in re.sub(r"\s+", "", page), said
        assert re.sub(r"\s+", "", said) in text, said


def test_only_mail_has_a_place_to_unsubscribe(weekly: Path, composed: Composer) -> None:
    letter = composed(weekly).letter
    for form in (to_html, to_text):
        assert form(letter).count(UNSUBSCRIBE) == 1
        assert UNSUBSCRIBE not in form(letter, mail=False)


def test_without_a_site_the_letter_says_where_headlines_lead(weekly: Path, composed: Composer) -> None:
    letter = composed(weekly, site="").letter
    for form in (to_html(letter), to_text(letter).replace("\n", "")):
        assert "檔案館會知道你的網絡位址" in form
        assert "morningmist.example" not in re.sub(r"https://web\.archive\.org/web/\d{14}/\S+", "", form)


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;{{ 7*7 }}{% raw %}{{unsubscribe}}"


def test_hostile_words_are_words_in_every_place() -> None:
    item = Item(
        "1", "articles/2021/02/1", HOSTILE, HOSTILE, lead=HOSTILE, link="https://a.example/1", language='en"><b>'
    )
    letter = Letter(
        Week(2021, 6), HOSTILE, "en", "zh-Hant", HOSTILE, HOSTILE, lead=item,
        sections=(Section(HOSTILE, (item,), 2),), note=f"{HOSTILE}\n\n[x](javascript:alert(1)) <iframe src=//evil.example>",
        missing=Missing((Lost(HOSTILE, HOSTILE, path="lost/1", link="https://a.example/2"),)), held=1, rights=HOSTILE,
        site="https://a.example/",
    )  # fmt: skip
    assert troubles(to_html(letter)) == []
    tree = lxml.html.document_fromstring(to_html(letter))
    assert HOSTILE in tree.xpath("string(//h1)")
    assert tree.xpath("//img | //script | //b | //iframe") == []


def test_a_long_letter_fits_into_a_hundred_kilobytes_and_counts_what_it_leaves_out() -> None:
    for letter in (big(400), big(2000, 3), big(300, 150), big(30, 2, lost=3000), big(190, 6, title="題" * 160)):
        small = fit(letter)
        page = to_html(small)
        assert len(page.encode()) <= MOST
        assert len(list(small.items)) + small.trimmed == len(list(letter.items))
        if small.trimmed:
            for one in small.sections:
                if one.more:
                    assert (f"還有 {one.more} 篇" if one.more > 1 else "還有一篇") in page
        lost = len(letter.missing.lost)
        assert len(small.missing.lost) + small.missing.untold == lost
        if lost:
            assert f"另有 {lost} 篇" in page
            assert f"還有 {small.missing.untold} 篇" in page


def test_a_short_letter_is_left_alone_and_a_longer_one_loses_only_beginnings() -> None:
    assert fit(big(10)) == big(10)
    small = fit(big(40, 4))
    assert small.trimmed == 0
    assert sum(1 for item in small.items if item.lead) == 12


def test_a_note_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(BadInstruction, match="no room"):
        fit(replace(big(5), note="<" * 39_000))


def test_every_line_of_plain_text_keeps_to_its_columns_but_addresses(weekly: Path, composed: Composer) -> None:
    for language in ("zh-Hant", "en"):
        for site in ("", "https://archive.example/mist/"):
            letter = composed(weekly, site=site, language=language, note="很長的一句話" * 40).letter
            for line in to_text(letter).split("\n"):
                assert cell_len(line) <= COLUMNS or re.fullmatch(r"(?:\[\d+\] )?https?://\S+", line), line
                assert line == line.rstrip()


def test_long_addresses_stand_at_the_end_under_their_numbers(weekly: Path, composed: Composer) -> None:
    letter = composed(weekly, site="").letter
    text = to_text(letter)
    for number, item in enumerate(letter.items, 1):
        assert f"[{number}]" in text
        assert f"\n[{number}] {item.link}\n" in text


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("渡輪停航", 4, ["渡輪", "停航"]),
        ("渡輪，停航。", 6, ["渡輪，", "停航。"]),
        ("渡輪，停航。", 4, ["渡", "輪，", "停", "航。"]),
        ("他說「走」了", 6, ["他說", "「走」", "了"]),
        ("the ferry left", 9, ["the ferry", "left"]),
        ("乘 ferry 到 pier。", 10, ["乘 ferry", "到 pier。"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("https://a.example/x", 6, ["https://a.example/x"]),
        ("", 6, [""]),
        ("a\n\n b\t c", 20, ["a b c"]),
    ],
)
def test_lines_break_where_chinese_and_english_lines_may(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns).split("\n") == lines


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    text = "「渡輪」，（停航）。他說：「走吧！」《書》、『詩』……然後（笑）。" * 9
    for columns in range(8, 40):
        made = wrap(text, columns).split("\n")
        assert "".join(made) == text
        assert not any(line[0] in "，。、！）」』》…：" or line[-1] in "（「『《" for line in made)
        assert all(cell_len(line) <= columns for line in made)
