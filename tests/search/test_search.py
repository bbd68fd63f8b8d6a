"""What a search finds: exactly what a scan of the folded text finds, ranked, counted and shown."""

from __future__ import annotations

import contextlib
import random
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backissue.model import BadInstruction, Image, Record
from backissue.search import Document, Index, build_from, document, open_index
from backissue.search.grams import WORD, classes, is_word
from backissue.search.query import parse
from backissue.text.fold import fold


@pytest.fixture(scope="session")
def documents(records: list[Record]) -> list[Document]:
    return [document(record, f"articles/{record.id}.md") for record in records]


@pytest.fixture(scope="session")
def index(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = tmp_path_factory.mktemp("index")
    build_from(documents, path)
    return open_index(path)


def ids(index: Index, query: str) -> set[str]:
    results = index.query(query, limit=None)
    found = [hit.id for hit in results.hits]
    assert len(found) == len(set(found)) == results.total
    return set(found)


def scan(documents: list[Document], pattern: str) -> set[str]:
    return {d.id for d in documents if re.search(pattern, fold(d.text))}


def one(title: str = "", body: str = "", **fields: object) -> Document:
    return document(Record(id="1", title=title, body=body, **fields), "articles/1.md")  # type: ignore[arg-type]


def small(tmp_path: Path, *documents: Document) -> Index:
    build_from(documents, tmp_path)
    return open_index(tmp_path)


def test_five_hundred_queries_find_exactly_what_a_scan_finds(index: Index, documents: list[Document]) -> None:
    dice = random.Random(1)
    simplify = str.maketrans(
        "這為個們說國時於會對裏過發無麼經當與學進種將還見從臺灣羣眾線體",
        "这为个们说国时于会对里过发无么经当与学进种将还见从台湾群众线体",
    )
    asked = 0
    while asked < 500:
        text = dice.choice(documents).text
        size = dice.randint(1, 6)
        at = dice.randrange(len(text) - size)
        query = text[at : at + size]
        if re.search(r"[\n\"“”]", query) or not query.strip():
            continue
        if asked % 3 == 1:
            query = query.translate(simplify)
        elif asked % 3 == 2:
            query = fold(query).upper()
        assert ids(index, f'"{query}"') == scan(documents, re.escape(fold(query))), query
        asked += 1


def test_many_threads_may_ask_one_index_at_once(index: Index) -> None:
    asked = ["臺灣", "2019年", "protest", "的", "人 我"]
    alone = [index.query(query) for query in asked]
    with ThreadPoolExecutor(8) as threads:
        every = list(threads.map(lambda _: [index.query(query) for query in asked], range(24)))
    assert all(one == alone for one in every)


def test_one_phrase_is_shown_by_its_short_way_as_by_the_long_one(index: Index, documents: list[Document]) -> None:
    dice = random.Random(2)
    for _ in range(150):
        text = dice.choice(documents).text
        at = dice.randrange(len(text) - 5)
        query = re.sub(r'[\n"“”]', "，", text[at : at + dice.randint(2, 5)])
        short = index.query(f'"{query}"', limit=40).hits
        long = index.query(f'"{query}" OR "沒有任何文章這樣說過"', limit=40).hits  # two phrases go the long way
        assert [hit._replace(score=0) for hit in short] == [hit._replace(score=0) for hit in long], query


@pytest.mark.parametrize(
    "words", ["臺灣", "app", "２０１９年", "Hong Kong", "眾 2019年 AbC", "a AND b", "NOT 人", "人 OR 我"]
)
def test_bare_words_are_read_alike_by_the_short_way_and_the_long_one(words: str) -> None:
    assert parse(words) == parse(f" {words} ")  # a blank at an end is for the long way


def test_whoever_builds_and_whoever_asks_tell_words_alike() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x11000), *range(0x1F300, 0x20100)]))
    told = classes(np.frombuffer(every.encode("utf-32-le"), np.uint32)) == WORD
    assert [c for c, word in zip(every, told.tolist(), strict=True) if is_word(c) != word] == []


@pytest.mark.parametrize(
    "query", ["臺灣", "台湾", "2019年", "年2", "眾說", "羣", "众", "g20峰", "app是", "人COVID-19", "，", "圖的說明"]
)
def test_a_bare_word_with_chinese_in_it_is_found_anywhere(index: Index, documents: list[Document], query: str) -> None:
    assert ids(index, query) == scan(documents, re.escape(fold(query)))


@pytest.mark.parametrize(
    "word",
    ["protest", "app", "PROTEST", "g20", "5g", "a", "abc", "covid-19", "e.g", "naïve", "don't", "kong", "absent"],
)
def test_a_bare_latin_word_is_found_as_a_whole_word(index: Index, documents: list[Document], word: str) -> None:
    assert ids(index, word) == scan(documents, rf"(?<![^\W\u2e80-\uffff]){re.escape(fold(word))}(?![^\W\u2e80-\uffff])")


@pytest.mark.parametrize("word", ["prot", "app", "a", "covid-1", "20", "k"])
def test_a_star_asks_for_words_that_begin_so(index: Index, documents: list[Document], word: str) -> None:
    assert ids(index, f"{word}*") == scan(documents, rf"(?<![^\W\u2e80-\uffff]){re.escape(word)}")


def test_words_side_by_side_must_all_be_there(index: Index, documents: list[Document]) -> None:
    dice = random.Random(2)
    for _ in range(60):
        a, b, c = ("".join(dice.choices("的一是不了人在有我他這為中大年台", k=dice.randint(1, 2))) for _ in range(3))
        in_a, in_b, in_c = (scan(documents, re.escape(fold(x))) for x in (a, b, c))
        everything = {d.id for d in documents}
        assert ids(index, f"{a} {b} {c}") == ids(index, f"{a} AND {b} AND {c}") == in_a & in_b & in_c
        assert ids(index, f"{a} OR {b}") == in_a | in_b
        assert ids(index, f"{a} -{b}") == ids(index, f"{a} NOT {b}") == in_a - in_b
        assert ids(index, f"({a} OR {b}) NOT ({b} {c})") == (in_a | in_b) - (in_b & in_c)
        assert ids(index, f"{a} OR {b} {c}") == in_a | (in_b & in_c)
        assert ids(index, f"NOT {a}") == everything - in_a


def test_fields_ask_names_and_dates(index: Index, documents: list[Document]) -> None:
    assert ids(index, "section:众闻") == {d.id for d in documents if d.section == "眾聞"}
    assert ids(index, "tag:灣") == {d.id for d in documents if "台灣" in d.tags}
    assert ids(index, 'tag:"台灣"') == ids(index, "tag:臺湾") == {d.id for d in documents if "台灣" in d.tags}
    assert ids(index, 'tag:"灣"') == set()
    assert ids(index, 'tag:"hong kong"') == {d.id for d in documents if "Hong Kong" in d.tags}
    assert ids(index, "author:一大") == {d.id for d in documents if "一大文" in d.authors}
    low, high = date(2018, 3, 1), date(2019, 1, 1)
    assert ids(index, "after:2018-03 before:2019") == {d.id for d in documents if d.day and low <= d.day < high}
    assert ids(index, "after:2018-03-01 -after:2019-1-1") == ids(index, "after:2018-03 before:2019")
    assert ids(index, "before:2017-01-01") == set()


def test_nothing_is_found_across_the_zones_of_an_article(tmp_path: Path) -> None:
    index = small(tmp_path, one("甲乙", "丙丁\n\n戊己", author="庚", tags=("辛", "壬")))
    assert ids(index, "甲乙 丙丁 戊己 庚 辛 壬") == {"1"}
    for across in ("乙丙", "丁戊", "己庚", "辛壬"):
        assert ids(index, across) == set()


def test_captions_are_found_and_addresses_are_not(tmp_path: Path) -> None:
    body = "文。[連結](https://secret.test/x)\n\n![攝影說明](https://img.test/a.jpg)"
    index = small(tmp_path, one("題", body, images=(Image("u", caption="另一說明", credit="法新社"),)))
    assert ids(index, "攝影說明 另一說明 法新社 連結") == {"1"}
    assert ids(index, "secret") == ids(index, "img") == set()


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '"甲',
        '甲"',
        "((((",
        "))))",
        "() OR",
        "AND",
        "OR OR OR",
        "NOT",
        "-",
        "--",
        "*",
        "**",
        ".*",
        "[a-z]+",
        "\\",
        "a\x00b",
        "\x00",
        "(" * 5000,
        "甲" * 10_000,
        "ab " * 150,
        "a" * 10_000,
        "author:",
        'tag:""',
        "\ud800",
        "😀",
        "😀甲",
        "%s%n",
        "' OR 1=1 --",
        "＂甲＂",
        "（甲）",
        '-"',
        "NOT NOT 甲",
        "foo:bar",
        "https://a.b/c?d=e#f",
    ],
)
def test_a_hostile_query_is_answered(index: Index, query: str) -> None:
    assert index.query(query, facets=3).total >= 0


@pytest.mark.parametrize("query", ["after:garbage", "before:2019-13", "after:2019-02-30", "a " * 300, "after:99999"])
def test_what_cannot_be_meant_is_refused_with_a_hint(index: Index, query: str) -> None:
    with pytest.raises(BadInstruction) as refused:
        index.query(query)
    assert refused.value.hint


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_any_text_at_all_may_be_searched(index: Index, text: str) -> None:
    with contextlib.suppress(BadInstruction):
        assert len(index.query(text, limit=3).hits) <= 3


def test_highlights_are_exactly_what_was_asked(index: Index) -> None:
    for query, wanted in {
        "台灣": "台湾",
        "众": "众",
        "2019年": "2019年",
        "protest": "protest",
        '"carrie lam"': "carrie lam",
    }.items():
        marked = 0
        for hit in index.query(query, limit=None).hits:
            for text, spans in ((hit.snippet, hit.highlights), (hit.title, hit.title_highlights)):
                for start, end in spans:
                    assert fold(text)[start:end].replace(wanted, "") == ""
                    marked += 1
        assert marked


def test_a_snippet_shows_the_first_place_in_the_body(tmp_path: Path) -> None:
    index = small(tmp_path, one("目標在題", "前" * 300 + "。這裏有目標，\n\n還有目標" + "後" * 300))
    (hit,) = index.query("目标").hits
    assert hit.snippet.startswith("…這裏有目標， 還有目標後")
    assert hit.snippet.endswith("…")
    assert [hit.snippet[a:b] for a, b in hit.highlights] == ["目標", "目標"]
    assert hit.title_highlights == ((0, 2),)


def test_sorting_and_paging_give_every_article_once(index: Index, documents: list[Document]) -> None:
    newest = [hit.date for hit in index.query("的", sort="newest", limit=None).hits]
    dated = [d for d in newest if d]
    assert dated == sorted(dated, reverse=True)
    assert all(newest[: len(dated)])
    oldest = [hit.date for hit in index.query("的", sort="oldest", limit=None).hits]
    assert [d for d in oldest if d] == sorted(dated)
    for sort in ("relevance", "newest", "oldest"):
        whole = [hit.id for hit in index.query("的", sort=sort, limit=None).hits]
        pages = [
            hit.id for at in range(0, len(whole), 7) for hit in index.query("的", sort=sort, limit=7, offset=at).hits
        ]
        assert pages == whole
    with pytest.raises(BadInstruction):
        index.query("的", sort="size")


def test_a_title_and_a_rare_word_count_more(tmp_path: Path) -> None:
    filler = [Document(f"{n}", f"{n}", "甲", "", "", "甲\n常見的字\n", 7) for n in range(20)]
    about = Document("t", "t", "常見罕有", "", "", "常見罕有\n別的字\n", 9)
    within = Document("b", "b", "乙", "", "", "乙\n常見的字，罕有\n", 10)
    index = small(tmp_path, *filler, within, about)
    assert [hit.id for hit in index.query("罕有").hits] == ["t", "b"]
    assert {hit.id for hit in index.query("罕有 OR 常見", limit=2).hits} == {"t", "b"}


def test_facets_and_histogram_count_everything_found(index: Index, documents: list[Document]) -> None:
    results = index.query("台灣", limit=1, facets=50)
    found = [d for d in documents if "台湾" in fold(d.text)]
    assert dict(results.facets["section"]) == Counter(d.section for d in found)
    assert dict(results.facets["author"]) == Counter(a for d in found for a in d.authors)
    assert dict(results.facets["tag"]) == Counter(t for d in found for t in d.tags)
    months = Counter(d.day.isoformat()[:7] for d in found if d.day)
    held = Counter(d.day.isoformat()[:7] for d in documents if d.day)
    assert {m.month: m.found for m in results.histogram if m.found} == months
    assert {m.month: m.held for m in results.histogram} == held


def test_an_empty_query_is_everything(index: Index, documents: list[Document]) -> None:
    assert index.query("").total == index.query("  ").total == index.count == len(documents)
    assert index.query("", limit=0).hits == ()


def test_results_become_json(index: Index) -> None:
    hit = index.query("台灣", limit=1).to_json()["hits"][0]
    assert {"id", "title", "date", "url", "snippet", "highlights"} <= set(hit)


def test_an_empty_paper_can_be_asked(tmp_path: Path) -> None:
    index = small(tmp_path)
    assert index.query("甲", facets=3).total == index.query("").total == 0


def test_texts_of_astral_and_broken_characters_are_found(tmp_path: Path) -> None:
    index = small(tmp_path, one("𠮷野家", "表情😀與𝐀\ufffd\ufffd，\ue000字\x07後"))
    for query in ("𠮷", "𠮷野", "😀與a", "\ufffd，", "\ue000字", "後"):
        assert ids(index, query) == {"1"}, query
