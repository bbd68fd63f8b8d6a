"""Search without a server: complete, proven on the text, and working from a folder opened in a browser."""

from __future__ import annotations

import base64
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backissue.model import Record
from backissue.search import Document, Index, build_from, document, open_index
from backissue.search.refreshing import refresh_static
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
    for number in range(manifest["shards"]):
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
        before = ""
        for term, titled, others in zip(names.split("\n") if names else (), found[::2], found[1::2], strict=True):
            assert before < term
            assert shard_of(term, manifest["shards"]) == number
            before = term
            yield term, titled, others


def shard_of(term: str, shards: int) -> int:
    """The shard of a term, as docs/static-search.md says."""
    h = 2166136261
    for c in term[:5] if term.startswith("\x01") else term:
        h = ((h ^ ord(c)) * 16777619) % 2**32
    h = ((h ^ h >> 15) * 0x2C1B3C6D) % 2**32
    return (h ^ h >> 12) % shards


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
            for term in (f"\x01{word[0]}", *(f"\x03{word[0][:size]}" for size in range(1, min(3, len(word[0])) + 1))):
                places.setdefault(term, []).append(word.start())
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
        "臺灣", "台湾 2019年", "protest", "prot*", "prote*", "p*", "co*", "covid-1*", "covid-19", "Hong Kong", '"rote"', '"年20"', "a", "app OR g20", "台灣 -眾",
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


def files(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@pytest.mark.parametrize("texts", [1, 7])
def test_one_article_changed_costs_its_own_terms_and_gives_the_bytes_of_a_fresh_build(
    documents: list[Document], tmp_path: Path, texts: int
) -> None:
    def link(d: Document) -> str:
        return f"a/{d.id}.html"

    build_static(documents, tmp_path / "search", link, texts=texts)
    before = files(tmp_path / "search")
    dice = random.Random(5)
    now = list(documents)
    for number in dice.sample(range(len(now)), 3):
        d = now[number]
        body = d.text[len(d.title) + 1 : d.body]
        title = f"{d.title[:-1]}龘"  # a character that nobody used
        text = f"{title}\n{body[: len(body) // 2]} Zugzwang 群峰\n"
        now[number] = replace(d, title=title, text=text + d.text[d.body :], body=len(text))
        assert refresh_static({number: now[number]}, tmp_path / "search", link)
    after = files(tmp_path / "search")
    build_static(now, tmp_path / "fresh", link, texts=texts)
    assert after == files(tmp_path / "fresh")
    assert refresh_static(dict(enumerate(documents)), tmp_path / "search", link)  # and all the way back
    assert files(tmp_path / "search") == before


def test_what_moves_other_articles_is_built_anew(documents: list[Document], tmp_path: Path) -> None:
    def link(d: Document) -> str:
        return f"a/{d.id}.html"

    build_static(documents, tmp_path / "search", link)
    before = files(tmp_path / "search")
    d = documents[5]
    for other in (replace(d, day=date(1999, 1, 1)), replace(d, section="別版"), replace(d, tags=("別籤",))):
        assert not refresh_static({5: other}, tmp_path / "search", link)
    assert not refresh_static({len(documents): d}, tmp_path / "search", link)
    assert not refresh_static({5: d}, tmp_path / "search", link, expected={"2019-01": 7})
    assert not refresh_static({5: d}, tmp_path / "elsewhere", link)
    (tmp_path / "search" / "t" / "0" / "5.js").unlink()
    assert not refresh_static({5: d}, tmp_path / "search", link)
    assert {**files(tmp_path / "search"), "t/0/5.js": before["t/0/5.js"]} == before


@pytest.mark.needs("chromium")
def test_months_and_facets_count_what_may_be_found(page: Any, documents: list[Document]) -> None:
    counted = page.evaluate("""async () => {
      const found = await Backissue.search('台湾');
      return [found.exact, found.months(), await found.facet('section'), await found.facet('author'), await found.facet('tag')];
    }""")
    held = [d for d in documents if "台湾" in fold(d.text)]
    exact, months, *facets = counted
    assert exact
    for one in months:
        assert one["found"] == sum(d.day is not None and d.day.isoformat().startswith(one["month"]) for d in held)
        assert one["held"] == sum(d.day is not None and d.day.isoformat().startswith(one["month"]) for d in documents)
    assert sum(one["held"] for one in months) == sum(d.day is not None for d in documents)
    for rows, names in zip(facets, (lambda d: [d.section], lambda d: d.authors, lambda d: d.tags), strict=True):
        true = Counter(name for d in held for name in names(d))
        assert {row["name"]: row["count"] for row in rows} == true
        assert [row["count"] for row in rows] == sorted(true.values(), reverse=True)


@pytest.mark.needs("chromium")
def test_months_expected_are_told_though_nothing_of_them_is_held(
    browser: Any, documents: list[Document], tmp_path: Path
) -> None:
    build_static(documents, tmp_path / "search", lambda d: f"{d.id}.html", expected={"2015-05": 9, "2017-01": 1})
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    months = page.evaluate("async () => (await Backissue.search('台湾')).months()")
    assert months[0] == {"month": "2015-05", "found": 0, "held": 0, "expected": 9}
    assert all(one["expected"] == one["held"] for one in months[1:])
    oldest = page.evaluate(
        "async () => (await Backissue.search('台湾', {limit: 400, budget: 500, sort: 'oldest'})).hits"
    )
    days = [hit["day"] or "9999" for hit in oldest]
    assert days == sorted(days)
    page.close()
