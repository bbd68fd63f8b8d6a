"""The site in a real browser, opened from disk: reading, searching, settings, accessibility, and that nothing leaves."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile
import pytest
from test_hostile import COUNT, WHERE, batched

from backissue.publish.serve import serving

pytestmark = pytest.mark.needs("chromium")

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


class Reader:
    """A browser window that notes every request, message and error."""

    def __init__(self, context: Any, site: Path) -> None:
        self.page = context.new_page()
        self.site = site
        self.left: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else self.left.append(r.url))
        self.page.on("pageerror", lambda e: self.said.append(str(e)))
        self.page.on("console", lambda m: self.said.append(m.text) if m.type == "error" else None)
        self.page.on("dialog", lambda d: (self.said.append(f"dialog {d.message}"), d.dismiss()))

    def open(self, name: str) -> Any:
        file, _, query = name.partition("?")
        self.page.goto((self.site / file).as_uri() + (f"?{query}" if query else ""))
        return self.page


@pytest.fixture
def reader(browser: Any, site: Path) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="en-GB")
    window = Reader(context, site)
    yield window
    context.close()
    assert window.left == [], "a request left the site"
    assert window.said == [], "the page complained"


def article(site: Path, stem: str) -> str:
    (found,) = (site / "articles").rglob(f"{stem}.html")
    return found.relative_to(site).as_posix()


def until(page: Any, expression: str, arg: object = None) -> None:
    """Wait until a page's expression is true. Asked from outside: waiting inside the page takes eval, which its policy forbids."""
    end = time.monotonic() + 30
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(50)


def test_a_page_opened_from_disk_has_its_style_and_its_pictures(reader: Reader, site: Path) -> None:
    page = reader.open(article(site, "8"))
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1216px"
    assert page.evaluate("document.querySelector('figure img').scrollIntoView(); 1")
    until(page, "document.querySelector('figure img').naturalWidth === 48")


def test_searching_finds_marks_and_leads_to_the_article(reader: Reader) -> None:
    page = reader.open("search.html")
    page.fill("#q", "無日期")
    page.press("#q", "Enter")
    page.wait_for_selector("#results li")
    assert page.locator("#results mark").first.inner_text() == "無日期"
    page.locator("#results a").first.click()
    expect(page.locator("h1")).to_have_text("無日期的一篇")


def test_a_search_tells_its_months_and_what_to_narrow_it_by(reader: Reader) -> None:
    page = reader.open("search.html?q=渡輪")
    page.wait_for_selector("#results li")
    assert page.locator("#months svg rect.held").count() > 1
    assert "存" in page.locator("#months rect.all title").first.text_content()
    section = page.locator("details[data-kind=section] a").first
    section.wait_for()
    name, before = section.inner_text(), page.locator("#status").inner_text()
    page.locator("details[data-kind=tag] summary").click()
    page.locator("details[data-kind=tag] a").first.wait_for()
    section.click()
    until(page, "before => document.querySelector('#status').textContent !== before", arg=before)
    assert page.input_value("#q") == f'渡輪 section:"{name}"'
    page.wait_for_selector("#results li")
    assert set(page.locator("#results .by .s").all_inner_texts()) == {name}


def test_a_search_in_the_other_script_finds_the_same(reader: Reader) -> None:
    page = reader.open("search.html?q=无日期")
    page.wait_for_selector("#results li")
    assert "無日期的一篇" in page.locator("#results").inner_text()


def test_the_front_page_sends_its_words_to_the_search(reader: Reader) -> None:
    page = reader.open("index.html")
    page.fill("#q", "渡輪")
    page.press("#q", "Enter")
    page.wait_for_selector("#results li")
    assert page.input_value("#q") == "渡輪"


def test_settings_change_light_size_script_and_language_and_are_kept(reader: Reader, site: Path) -> None:
    page = reader.open(article(site, "1"))
    before = page.locator("article h1").inner_text()
    page.click(".tools summary")
    page.check("input[name=backissue-theme][value=dark]")
    page.check("input[name=backissue-size][value=huge]")
    page.check("input[name=backissue-script][value=hans]")
    page.check("input[name=backissue-language][value=en]")
    until(page, "document.documentElement.lang === 'en'")
    page.reload()
    until(page, "document.documentElement.lang === 'en'")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "21.6px"
    assert "Where this comes from" in page.locator(".provenance summary").first.inner_text()
    until(page, "!document.querySelector('article').innerText.includes('記')")
    assert len(page.locator("article h1").inner_text()) == len(before)
    page.click(".tools summary")
    page.check("input[name=backissue-script][value='']")
    assert page.locator("article h1").inner_text() == before, "what was printed comes back"


def test_keys_turn_pages_and_find_the_search(reader: Reader, site: Path) -> None:
    page = reader.open(article(site, "5"))
    page.keyboard.press("j")
    page.wait_for_url("**/6.html")
    page.keyboard.press("k")
    page.wait_for_url("**/5.html")
    page.keyboard.press("/")
    page.wait_for_url("**/search.html")
    until(page, "document.activeElement.id === 'q'")
    page.keyboard.type("j")
    assert page.input_value("#q") == "j", "a key typed into a field is text"


def expect(what: Any) -> Any:
    """Playwright's assertions, which wait for a page that a click has asked for."""
    from playwright.sync_api import expect as waiting

    return waiting(what)


def test_a_calendar_leads_to_a_day_and_a_day_to_an_article(reader: Reader) -> None:
    page = reader.open("2018/index.html")
    page.locator("table.month td a").first.click()
    page.wait_for_url("**/2018/01/**")
    page.locator(".cards a").first.click()
    page.wait_for_url("**/articles/2018/01/**")


def test_what_changed_is_shown_word_by_word(reader: Reader, site: Path) -> None:
    page = reader.open(article(site, "3"))
    page.click(".changes a")
    page.locator("del").nth(1).wait_for()
    assert "舊文多一段" in page.locator("del").last.inner_text()
    assert page.locator("ins").count() >= 1


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.morningmist.example/article/8/whatever-slug",
        "http://web.archive.org/web/20200101000000/https://www.morningmist.example/article/8/",
        "morningmist.example/article/8/old-slug?from=home",
        "//WWW.MorningMist.example:443/article/8/x#top",
    ],
)
def test_a_dead_link_leads_to_its_article(reader: Reader, pasted: str) -> None:
    page = reader.open("old/index.html")
    page.fill("#address", pasted)
    page.press("#address", "Enter")
    page.wait_for_url("**/articles/2018/01/8.html")


def test_a_dead_link_of_a_lost_article_says_so_and_an_unknown_one_too(reader: Reader) -> None:
    page = reader.open("old/index.html")
    page.evaluate("new Promise(r => backissueReader.words(r))")
    page.fill("#address", "https://www.morningmist.example/article/7777/x")
    page.press("#address", "Enter")
    page.wait_for_selector("#found a")
    assert page.get_attribute("#found a", "href") == "../lost/7777.html"
    page.fill("#address", "https://elsewhere.example/")
    page.press("#address", "Enter")
    until(page, "document.getElementById('found').textContent.includes('不在本站')")


def test_addresses_have_the_same_key_in_the_script_and_in_the_builder(reader: Reader) -> None:
    from backissue.publish.site.light import address_key

    tricky = [
        "https://www.morningmist.example/article/8/%E6%B8%AF%E8%81%9E/%EF%BF%BD%ff%e6", "HTTP://a.b:8080//x//y/?q=1#z", "/web/20200101id_/http://www.a.b/臺灣/",
        "//user:pw@a.b/x", "https://a.b", "a.b/%", "https://a.b/%E6%B8", "https://a.b/𠮷野家", "  https://a.b/x  ", "https://web.archive.org/web/2020*/http://a.b/",
    ]  # fmt: skip
    page = reader.open("old/index.html")
    assert page.evaluate("all => all.map(u => backissueOld.key(backissueOld.plain(u)))", tricky) == [
        address_key(u) for u in tricky
    ]


def test_everything_can_be_read_without_a_script(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, words in (
        ("index.html", "晨霧報"),
        (article(site, "8"), "渡輪"),
        ("search.html", "JavaScript"),
        ("old/index.html", "old-addresses.tsv"),
    ):
        page.goto((site / name).as_uri())
        assert words in page.locator("main").inner_text()
        assert not page.locator(".tools").is_visible()
    context.close()


KINDS = {
    "front": "index.html", "years": "years/index.html", "year": "2018/index.html", "month": "2018/02/index.html", "today": "today/index.html",
    "sections": "sections/index.html", "authors": "authors/index.html", "tags": "tags/index.html", "lost": "lost/index.html", "lost one": "lost/7777.html",
    "old": "old/index.html", "search": "search.html?q=渡輪", "about": "about.html", "own page": "pages/about-us.html", "undated": "undated/index.html",
}  # fmt: skip


@pytest.mark.needs("node_modules/axe-core/axe.min.js")
@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_no_violation_on_any_kind_of_page(browser: Any, site: Path, light: str) -> None:
    context = browser.new_context(color_scheme=light, bypass_csp=True)
    page = context.new_page()
    one_of = {
        folder: next(p for p in sorted((site / folder).glob("*.html")) if p.name != "index.html")
        for folder in ("sections", "authors", "tags", "today", "2018/02")
    }
    pages = [*KINDS.values(), *(p.relative_to(site).as_posix() for p in one_of.values())]
    pages += [article(site, stem) for stem in ("3", "6", "10", "14", "20")]
    pages.append(next(p for p in sorted((site / "changes").rglob("*.html"))).relative_to(site).as_posix())
    found = []
    for name in pages:
        file, _, query = name.partition("?")
        page.goto((site / file).as_uri() + (f"?{query}" if query else ""))
        if query:
            page.wait_for_selector("#results li")
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        page.wait_for_timeout(50)
        page.add_script_tag(path=str(AXE))
        violations = page.evaluate("axe.run().then(r => r.violations)")
        found += [(name, v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in violations]
    context.close()
    assert found == []


@pytest.mark.needs("node_modules/axe-core/axe.min.js")
@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_no_violation_on_pages_that_only_the_server_makes(
    browser: Any, paper: Path, site: Path, light: str
) -> None:
    report = {"law": True, "captures": {"source": 40, "alternate": 3}, "articles": {"held": 40}}
    found = []
    with serving(paper, site, audit=lambda: report) as server:
        threading.Thread(target=server.run, daemon=True).start()
        context = browser.new_context(color_scheme=light, bypass_csp=True)
        page = context.new_page()
        for name, heading in (
            ("audit.html", "審計"),
            ("nowhere.html", "沒有這一頁"),
            ("search.html?q=渡輪", "搜尋"),
            ("search.html?q=%22", "搜尋"),
        ):
            page.goto(server.url + name)
            expect(page.locator("h1")).to_have_text(heading)
            assert page.locator("[aria-current=page]").count() == (heading == "搜尋")
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            page.wait_for_selector(".panel fieldset >> nth=3")
            page.add_script_tag(path=str(AXE))
            violations = page.evaluate("axe.run().then(r => r.violations)")
            found += [(name, v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in violations]
        context.close()
    assert found == []


def test_this_day_through_the_years_leads_to_articles(reader: Reader) -> None:
    page = reader.open("today/index.html")
    page.locator(".month td a").first.click()
    page.locator(".group h2").first.wait_for()
    title = page.locator(".list li a").first.inner_text()
    page.locator(".list li a").first.click()
    page.wait_for_url(lambda url: "/today/" not in url)
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("shelf", ["sections", "authors", "tags"])
def test_a_shelf_is_reached_from_its_index_and_leads_to_articles_and_back(reader: Reader, shelf: str) -> None:
    page = reader.open(f"{shelf}/index.html")
    name = page.locator(".terms a").first.inner_text()
    page.locator(".terms a").first.click()
    expect(page.locator("h1")).to_have_text(name)
    page.locator(".list li a").first.click()
    page.wait_for_selector("article")
    leads = page.locator("article .kicker a, article .byline a, article .tags a", has_text=name)
    leads.first.click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_lost_articles_page_says_what_is_known_and_how(reader: Reader) -> None:
    page = reader.open("lost/index.html")
    page.locator(".list a").first.click()
    expect(page.locator("h1")).to_have_text("失落的一篇")
    assert "morningmist.example/article/7777" in page.locator("dl").inner_text()
    assert page.locator(".seen li").count() == 2


def test_the_whole_interface_changes_its_language_months_and_days_too(reader: Reader) -> None:
    page = reader.open("2018/02/index.html")
    page.click(".tools summary")
    page.get_by_label("English").check()
    until(page, "document.documentElement.lang === 'en'")
    expect(page.locator("h1")).to_have_text("February 2018")
    assert page.locator("table.month th").all_inner_texts() == list("MTWTFSS")
    assert page.locator(".foot").inner_text().count("4 January 2022") == 1
    page.get_by_label("简体中文").check()
    until(page, "document.documentElement.lang === 'zh-Hans'")
    expect(page.locator("h1")).to_have_text("2018年2月")
    assert "".join(page.locator("table.month th").all_inner_texts()) == "一二三四五六日"
    page.goto((reader.site / "search.html").as_uri())
    until(page, "document.documentElement.lang === 'zh-Hans'")
    assert page.locator("select[name=sort] option").all_inner_texts() == ["最相关", "由新到旧", "由旧到新"]
    page.goto((reader.site / "today/index.html").as_uri())
    assert page.locator("table.month th").count() == 0
    assert page.locator("table.month").first.locator("tr").first.locator("td").all_inner_texts() == list("1234567")


@pytest.mark.parametrize("width", [390, 1200])
def test_no_kind_of_page_is_wider_than_its_window(browser: Any, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for name in (*KINDS.values(), *(article(site, stem) for stem in ("3", "14", "20"))):
        page.goto((site / name.partition("?")[0]).as_uri())
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    context.close()
    assert wide == []


def test_three_hundred_hostile_pages_run_nothing_and_ask_nobody(browser: Any, tmp_path: Path) -> None:
    import papers
    from test_hostile import attacked

    from backissue.publish.site import Settings, build

    tricks = hostile.strings(COUNT)
    spread = [own for at, own in enumerate(batched(tricks, len(WHERE))) if at % 3 == 0][:300]
    papers.put(tmp_path, *(attacked(n, own) for n, own in enumerate(spread, 1)))
    build(tmp_path, tmp_path / "out", settings=Settings(search=False))
    context = browser.new_context()
    window = Reader(context, tmp_path / "out")
    pages = sorted((tmp_path / "out" / "articles").rglob("*.html"))
    assert len(pages) == 300
    for path in pages:
        page = window.open(path.relative_to(tmp_path / "out").as_posix())
        assert page.evaluate("[window.ran, document.title === 'ran', document.querySelectorAll('script').length]") == [
            None,
            False,
            2,
        ], path
    context.close()
    assert window.left == []
    assert [s for s in window.said if "dialog" in s or "is not defined" in s] == []
