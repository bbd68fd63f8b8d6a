"""Search without a server: complete, proven on the text, and working from a folder opened in a browser."""

from __future__ import annotations

import base64
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backissue.model import Record
from backissue.search import Document, Index, build_from, document, open_index
from backissue.search.static import Static, build_static, newest_first
from backissue.text.fold import fold

PAGE = """<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>搜尋</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<script src="search/client.js"></script></head><body></body></html>"""


@pytest.fixture(scope="module")
def documents(records: list[Record]) -> list[Document]:
    some = [document(record, f"articles/{record.id}.md") for record in records]
    return sorted(some, key=lambda d: (d.day is None, -(d.day.toordinal() if d.day else 0), d.path))


@pytest.fixture(scope="module")
def site(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    build_static(documents, folder / "search", lambda d: f"a/{d.id}.html")
    return folder


def given(file: Path) -> Any:
    text = file.read_text(encoding="utf-8")
    assert text.startswith("Backissue.take(")
    return json.loads(f"[{text[len('Backissue.take(') :].strip()[:-1]}]")[1]


def lists(folder: Path) -> Iterator[tuple[str, set[int], set[int]]]:
    """Every term and its two lists, read as docs/static-search.md says and not as the builder does."""
    manifest = given(folder / "manifest.js")
    starts = manifest["starts"].split("\n")
    before = ""
    for number, start in enumerate(starts):
        names, counts, packed = given(folder / "g" / str(number // 500) / f"{number}.js")
        bits = "".join(f"{byte:08b}" for byte in base64.b64decode(packed))
        at = 0
        found: list[set[int]] = []
        for count in counts:
            numbers, last = set(), -1
            mean = manifest["count"] * 69 // (count * 100) if count else 0
            k = mean.bit_length() - 1 if mean else 0
            for _ in range(count):
                stop = bits.index("1", at)
                rest = int(bits[stop + 1 : stop + 1 + k] or "0", 2)
                last += ((stop - at) << k) + rest + 1
                at = stop + 1 + k
                numbers.add(last)
            found.append(numbers)
        terms = names.split("\n")
        assert terms[0] == start
        for term, titled, others in zip(terms, found[::2], found[1::2], strict=True):
            assert before < term
            before = term
            yield term, titled, others


def test_the_lists_hold_every_word_character_and_pair_of_every_article(site: Path, documents: list[Document]) -> None:
    read = {term: (titled, others) for term, titled, others in lists(site / "search")}
    expected: dict[str, tuple[set[int], set[int]]] = {}
    for number, d in enumerate(documents):
        text = fold(d.text)
        title = len(d.title)
        places: dict[str, list[int]] = {}
        for run in re.finditer(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]+", text):
            for at in range(run.start(), run.end()):
                places.setdefault(text[at], []).append(at)
                if at + 1 < run.end():
                    places.setdefault(text[at : at + 2], []).append(at)
        for word in re.finditer(r"[^\W_\u0e00-\uffff]+", text):
            places.setdefault(f"\x01{word[0]}", []).append(word.start())
        for term, at in places.items():
            expected.setdefault(term, (set(), set()))[0 if at[0] < title else 1].add(number)
        for name in [f"s{d.section}", *(f"a{a}" for a in d.authors), *(f"t{t}" for t in d.tags)]:
            expected.setdefault(fold(f"\x02{name}"), (set(), set()))[1].add(number)
    assert read.keys() == expected.keys()
    assert read == expected


def test_the_same_articles_give_the_same_bytes(site: Path, documents: list[Document], tmp_path: Path) -> None:
    built = build_static(documents, tmp_path / "search", lambda d: f"a/{d.id}.html")
    files = {
        f.relative_to(tmp_path / "search"): f.read_bytes() for f in (tmp_path / "search").rglob("*") if f.is_file()
    }
    again = {f.relative_to(site / "search"): f.read_bytes() for f in (site / "search").rglob("*") if f.is_file()}
    assert files == again
    assert built == Static(
        len(documents),
        len(files),
        sum(len(data) for name, data in files.items() if name.parts[0] != "t"),
        sum(len(data) for name, data in files.items() if name.parts[0] == "t"),
    )


def test_an_index_gives_its_articles_the_newest_first(documents: list[Document], tmp_path: Path) -> None:
    build_from(sorted(documents, key=lambda d: d.id), tmp_path)
    assert list(newest_first(open_index(tmp_path))) == documents


def test_an_empty_paper_has_a_search_too(tmp_path: Path) -> None:
    assert build_static([], tmp_path / "search", lambda d: "").articles == 0


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Any, site: Path) -> Iterator[Any]:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    yield page
    page.close()


ALL = """async ([query, budget]) => {
  const found = [];
  let upTo = null, exact = null;
  for (let from = 0; from !== null; ) {
    const part = await Backissue.search(query, {limit: 500, from, budget});
    found.push(...part.hits.map((hit) => hit.id));
    upTo = upTo === null ? part.upTo : upTo;
    exact = part.exact;
    from = part.next;
  }
  return {found, upTo, exact};
}"""


@pytest.fixture(scope="module")
def index(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = tmp_path_factory.mktemp("index")
    build_from(documents, path)
    return open_index(path)


@pytest.mark.needs("chromium")
def test_the_browser_finds_exactly_what_a_scan_finds(page: Any, documents: list[Document]) -> None:
    dice = random.Random(3)
    asked = 0
    while asked < 150:
        text = dice.choice(documents).text
        size = dice.randint(1, 6)
        at = dice.randrange(len(text) - size)
        query = text[at : at + size]
        if re.search(r"[\n\"“”]", query) or not query.strip():
            continue
        if asked % 3 == 1:
            query = fold(query)
        answer = page.evaluate(ALL, [f'"{query}"', 1000])
        assert set(answer["found"]) == {d.id for d in documents if fold(query) in fold(d.text)}, query
        assert answer["upTo"] >= len(answer["found"])
        assert answer["exact"]
        asked += 1


@pytest.mark.needs("chromium")
def test_the_browser_and_the_index_agree(page: Any, index: Index) -> None:
    queries = [
        "臺灣", "台湾 2019年", "protest", "prot*", "covid-19", "Hong Kong", '"rote"', '"年20"', "a", "app OR g20", "台灣 -眾",
        "(年 OR 的) NOT 了", "NOT 的", "after:2019 台", "before:2018-03-10 after:2017-02", 'section:"眾聞"', 'tag:"台灣" 年',
        'author:"一大文"', "don't", "naïve", "e.g", "年*", "", "不存在的話", "的 是 不 人", '"a', "((台灣", "-", "*", "abc年",
    ]  # fmt: skip
    for query in queries:
        answer = page.evaluate(ALL, [query, 1000])
        assert set(answer["found"]) == {hit.id for hit in index.query(query, limit=None).hits}, query
        assert len(answer["found"]) == len(set(answer["found"]))


@pytest.mark.needs("chromium")
def test_what_the_browser_shows_is_exact(page: Any, documents: list[Document]) -> None:
    by_id = {d.id: d for d in documents}
    result = page.evaluate("() => Backissue.search('台湾', {limit: 10})")
    assert len(result["hits"]) == 10
    assert result["upTo"] == sum("台湾" in fold(d.text) for d in documents)
    titled = ["台湾" in fold(hit["title"]) for hit in result["hits"]]
    assert titled == sorted(titled, reverse=True)
    for hit in result["hits"]:
        assert hit["title"] == by_id[hit["id"]].title
        assert hit["path"] == f"a/{hit['id']}.html"
        for text, spans in ((hit["snippet"], hit["highlights"]), (hit["title"], hit["titleHighlights"])):
            for start, end in spans:
                assert fold(text)[start:end].replace("台湾", "") == ""
    newest = page.evaluate("() => Backissue.search('台湾', {limit: 10, sort: 'newest'})")["hits"]
    assert [hit["day"] for hit in newest] == sorted((hit["day"] for hit in newest), reverse=True)


@pytest.mark.needs("chromium")
def test_one_call_reads_no_more_texts_than_its_budget(page: Any, documents: list[Document]) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    query = "的是不人"  # pairs that are everywhere, side by side nowhere or nearly
    part = page.evaluate("(q) => Backissue.search(q, {limit: 500, budget: 1})", query)
    assert part["upTo"] >= len(part["hits"])
    assert sum("/t/" in url for url in loaded) == 1
    assert part["next"] == 1
    assert not part["exact"]
    assert set(page.evaluate(ALL, [query, 7])["found"]) == {d.id for d in documents if query in fold(d.text)}


@pytest.mark.needs("chromium")
def test_offsets_survive_characters_of_two_units(browser: Any, tmp_path: Path) -> None:
    d = document(Record(id="1", title="𠮷題", body="前" * 50 + "😀𝐀𝐁字與臺灣" + "後" * 200), "articles/1.md")
    build_static([d], tmp_path / "search", lambda _: "1.html")
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    for query, shown in {"台湾": "臺灣", '"AB字"': "𝐀𝐁字", "😀": "😀"}.items():
        marked = page.evaluate(
            "async (q) => (await Backissue.search(q)).hits[0].highlights"
            ".length && (await Backissue.search(q)).hits.map(h => h.highlights.map(s => h.snippet.slice(...s)))[0]",
            query,
        )
        assert marked == [shown]
    page.close()


@pytest.mark.needs("chromium")
def test_a_date_that_is_none_and_a_file_that_is_missing_are_refused(browser: Any, tmp_path: Path) -> None:
    build_static([document(Record(id="1", title="題"), "a.md")], tmp_path / "search", lambda _: "1.html")
    (tmp_path / "search" / "t" / "0" / "0.js").unlink()
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    refused = "(q) => Backissue.search(q).then(() => 'found', (error) => error.message)"
    assert "after: wants a date" in page.evaluate(refused, "after:garbage")
    assert "could not load" in page.evaluate(refused, "題")
    page.close()
