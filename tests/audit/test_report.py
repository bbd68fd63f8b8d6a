"""The report: one page that asks nothing of any other place, in two languages, with tables that are safe to open."""

from __future__ import annotations

import base64
import csv
import html.parser
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from test_damage import change

from backissue.archive import front
from backissue.archive.findings import FINDINGS as ARCHIVE
from backissue.audit import FINDINGS, tables, write_report
from backissue.audit.chinese import CHINESE
from backissue.audit.facts import Month
from backissue.audit.missing import words_of
from backissue.audit.plot import plot

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def troubled(paper: Path) -> Path:
    """The paper with trouble of many kinds, a hostile title among them."""
    change(paper, 20, title="Temporarily Offline", body="")
    change(paper, 21, title="<script>alert(1)</script>=cmd|' /C calc'!A0")
    change(paper, 22, published=None, date=None)
    change(paper, 30, body=lambda r: f"{r.body}\n\n見[舊聞](https://paper.example/article/71717)。")
    change(paper, 31, former_titles=('=HYPERLINK("https://evil.example")', "舊題"))
    for n in (60, 61):
        next((paper / "archive/articles").rglob(f"{n}.md")).unlink()
    return paper


class Collector(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def page(folder: Path) -> tuple[str, list[tuple[str, dict[str, str | None]]]]:
    write_report(folder, folder / "audit.html")
    text = (folder / "audit.html").read_text(encoding="utf-8")
    collector = Collector()
    collector.feed(text)
    return text, collector.tags


def test_every_example_is_one_click_from_its_record(troubled: Path) -> None:
    _, tags = page(troubled)
    links = [a["href"] for tag, a in tags if tag == "a" and a.get("href")]
    files = [link for link in links if link.startswith("archive/")]
    assert len(files) > 5
    assert all((troubled / link).is_file() for link in files)
    anchors = {link[1:] for link in links if link.startswith("#")}
    assert anchors <= {a.get("id") for _, a in tags}


def test_the_page_asks_nothing_of_any_other_place_and_nothing_in_it_runs(troubled: Path) -> None:
    text, tags = page(troubled)
    assert not {"script", "iframe", "img", "link", "object", "embed", "form"} & {tag for tag, _ in tags}
    assert not [a for _, a in tags if any(name.startswith("on") or name == "src" for name in a)]
    assert "url(http" not in text
    assert "<script>alert" not in text
    assert [a["href"] for tag, a in tags if tag == "a" and (a.get("href") or "").startswith(("http", "//"))] == []


def test_the_page_says_the_same_in_both_languages(troubled: Path) -> None:
    text, _ = page(troubled)
    assert text.count('class="en" lang="en"') == text.count('class="zh" lang="zh-Hant"') > 60
    assert "Every kind of trouble" in text
    assert "各種問題" in text
    assert '<html lang="zh-Hant">' in text


def test_every_code_of_this_room_and_the_archives_is_said_in_chinese_too() -> None:
    assert {*FINDINGS, *ARCHIVE} <= set(CHINESE)
    for sentence, remedy in CHINESE.values():
        assert re.search(r"[\u4e00-\u9fff]", sentence)
        assert re.search(r"[\u4e00-\u9fff]", remedy)


def test_the_same_archive_gives_the_same_page_wherever_it_lies(troubled: Path, tmp_path: Path) -> None:
    first, _ = page(troubled)
    elsewhere = Path(shutil.copytree(troubled, tmp_path / "home" / "operator" / "elsewhere"))
    second, _ = page(elsewhere)
    assert first == second
    assert "operator" not in second
    assert str(tmp_path) not in second


def test_tables_hold_everything_and_no_cell_is_a_formula(troubled: Path) -> None:
    text, tags = page(troubled)
    missing = list(csv.DictReader(io.StringIO((troubled / "missing.csv").read_text("utf-8-sig"))))
    assert {row["id"]: row["known by"] for row in missing} == {
        "400": "witness", "60": "witness", "61": "witness", "71717": "link",
    }  # fmt: skip
    changed = list(csv.DictReader(io.StringIO((troubled / "changes.csv").read_text("utf-8-sig"))))
    assert {row["before"] for row in changed if row["what changed"] == "title"} == {
        "'=HYPERLINK(\"https://evil.example\")", "舊題", "渡輪第七日（舊題）",
    }  # fmt: skip
    carried = {a["download"]: a["href"] for tag, a in tags if tag == "a" and "download" in a}
    for name, address in carried.items():
        assert base64.b64decode(address.partition("base64,")[2]) == (troubled / name).read_bytes()
    assert text


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\n=1", "|x"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(value: str) -> None:
    assert tables.cell(value).startswith("'")
    assert tables.cell("a=b") == "a=b"
    assert "\n" not in tables.cell("a\nb")


def test_the_plot_has_every_month_and_its_bars_reach_the_numbers() -> None:
    months = [Month(f"2020-{m:02}", 10 * m, m % 2, 0) for m in range(1, 13)]
    drawn = plot(months)
    assert [bar.month for bar in drawn.bars] == months
    assert drawn.top == 150
    assert [number for _, number in drawn.grid] == [0, 50, 100, 150]
    for bar in drawn.bars:
        assert bar.held[1] == pytest.approx(240 * bar.month.held / 150)
        assert bar.missing[0] + bar.missing[1] == pytest.approx(bar.held[0])
    assert plot([]) is None
    assert plot([Month("2020-01", 0, 0, 1)]).top == 1


def test_an_honest_archive_has_a_quiet_report(pristine: Path, tmp_path: Path) -> None:
    report = write_report(pristine, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text()
    assert report.law
    assert "Everything is accounted for." in text
    assert front.loads((pristine / "archive/articles/2020/03/5.md").read_text()).title in text or report.clean is False


@pytest.mark.needs("chromium", "node_modules/axe-core")
@pytest.mark.parametrize(
    ("width", "language", "scheme"), [(1280, "en", "light"), (390, "zh", "light"), (390, "en", "dark")]
)
def test_a_browser_opens_it_without_error_request_or_barrier(
    troubled: Path, width: int, language: str, scheme: str
) -> None:
    from playwright.sync_api import sync_playwright

    page(troubled)
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        try:
            tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
            asked: list[str] = []
            errors: list[str] = []
            tab.on("request", lambda request: asked.append(request.url))
            tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            tab.on("pageerror", lambda error: errors.append(str(error)))
            tab.goto((troubled / "audit.html").as_uri())
            tab.locator(f"label[for=tongue-{language}]").click()
            shown = tab.locator("#next .en" if language == "en" else "#next .zh")
            assert shown.is_visible()
            hidden = tab.locator("#next .zh" if language == "en" else "#next .en")
            assert not hidden.is_visible()
            for summary in tab.locator("details > summary").all():
                summary.click()
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
            tab.add_script_tag(content=AXE.read_text())
            told = tab.evaluate(
                "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations))"
            )
            violations = [(v["id"], v["nodes"][0]["html"][:120]) for v in json.loads(told)]
            assert violations == []
            assert errors == []
            assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        finally:
            browser.close()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://paper.example/2021/the-ferry-is-back.html", "the ferry is back"),
        ("https://paper.example/article/1/%E6%B8%A1%E8%BC%AA-%E5%BE%A9%E8%88%AA%E4%BA%86", "渡輪 復航了"),
        ("https://paper.example/article/1/%EF%BF%BD%EF%BF%BD", None),
        ("https://paper.example/article/38092", None),
        ("https://paper.example/", None),
    ],
)
def test_an_address_tells_what_a_lost_article_was_called(url: str, words: str | None) -> None:
    assert words_of(url) == words


def test_a_withdrawn_article_and_a_hidden_byline_are_gone_from_the_page(troubled: Path) -> None:
    change(troubled, 24, body=lambda r: f"{r.body}\n\n何小島，本報記者，著有《離島三十年》及《碼頭》。")
    for n in range(25, 33):
        change(troubled, n, body=lambda r: f"{r.body}\n\n何小島，本報記者，著有《離島三十年》及《碼頭》。")
    shown, _ = page(troubled)
    assert "何小島" in shown
    assert "渡輪第7日" in shown
    decided = (troubled / "decisions.toml").read_text()
    decided += '\n[[withdraw]]\narticle = "7"\ndate = 2026-11-22\n'
    decided += "".join(f'\n[[hide_byline]]\narticle = "{n}"\ndate = 2026-11-22\n' for n in range(24, 33))
    (troubled / "decisions.toml").write_text(decided)
    with (troubled / "archive/findings/00.jsonl").open("a") as out:
        out.write(
            '{"code":"capture.error","evidence":{"url":"https://paper.example/article/7"},"sentence":"E.","subject":"x"}\n'
        )
        out.write('{"code":"capture.error","sentence":"E.","subject":"7"}\n')
    hidden, _ = page(troubled)
    assert "capture.error" in hidden
    assert "渡輪第7日" not in hidden
    assert "渡輪第七日（舊題）" not in hidden
    assert "article/7<" not in hidden
    assert "何小島" not in hidden
    assert "渡輪第七日" not in (troubled / "changes.csv").read_text("utf-8-sig")
