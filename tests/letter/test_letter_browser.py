"""The letter in a real browser, narrow and wide, light and dark: nothing leaves it, nothing spills, everyone can read it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import weeklies
from test_browser import AXE

from backissue.publish.letter import kept
from backissue.publish.letter.compose import Choice
from backissue.publish.letter.html import fit, to_html
from backissue.publish.letter.week import Week
from backissue.publish.site import Settings, build

pytestmark = pytest.mark.needs("chromium")

Composer = Callable[..., Any]
LIGHTS = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def letter_page(weekly: Path, composed: Composer, tmp_path: Path) -> Path:
    made = composed(weekly, note="**編者**的話\n\n- 一\n- 二\n\n> 引文\n\n[此處](https://b.example/)").letter
    (tmp_path / "letter.html").write_text(to_html(fit(made), mail=False), encoding="utf-8")
    return tmp_path / "letter.html"


def shades(page: Any) -> list[int]:
    """How light the paper and the ink of the headline are, 0 to 255."""
    told = page.evaluate(
        "[getComputedStyle(document.querySelector('.paper')).backgroundColor, getComputedStyle(document.querySelector('h1')).color]"
    )
    return [max(int(n) for n in one.split("(")[1].rstrip(")").split(",")[:3]) for one in told]


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("width", [320, 1200])
def test_the_letter_fits_its_window_and_follows_the_readers_light(
    browser: Any, letter_page: Path, width: int, light: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=light)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(letter_page.as_uri())
    assert asked == [letter_page.as_uri()], "it asks for itself and nothing else"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    column = page.evaluate("document.querySelector('.paper').getBoundingClientRect().width")
    assert column == min(width, 600)
    paper, ink = shades(page)
    assert (paper > 240 and ink < 60) if light == "light" else (paper < 40 and ink > 200)
    assert (
        "渡輪" not in page.locator("body > div").first.inner_text() or not page.locator("body > div").first.is_visible()
    )
    sizes = page.evaluate(
        "[...document.querySelectorAll('p,h2,h3,li')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 13
    context.close()


@pytest.mark.needs("node_modules/axe-core/axe.min.js")
@pytest.mark.parametrize("light", LIGHTS)
def test_axe_finds_no_violation_in_the_mail(browser: Any, letter_page: Path, light: str) -> None:
    context = browser.new_context(color_scheme=light)
    page = context.new_page()
    page.goto(letter_page.as_uri())
    page.add_script_tag(path=str(AXE))
    violations = page.evaluate("axe.run().then(r => r.violations)")
    context.close()
    assert [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in violations] == []


@pytest.mark.needs("node_modules/axe-core/axe.min.js")
def test_axe_finds_no_violation_on_the_sites_letter_pages_and_nothing_leaves_them(
    browser: Any, weekly: Path, tmp_path: Path
) -> None:
    shutil.copytree(weekly, tmp_path / "paper")
    for week, choice in ((Week(2021, 6), Choice(note="**一**")), (Week(2021, 7), Choice(language="en"))):
        kept.keep(tmp_path / "paper", week, choice, weeklies.at(2000), None)
    build(tmp_path / "paper", tmp_path / "site", outlet=weeklies.OUTLET, settings=Settings(search=False))
    found = []
    for light in LIGHTS:
        context = browser.new_context(color_scheme=light, bypass_csp=True, viewport={"width": 320, "height": 900})
        page = context.new_page()
        left: list[str] = []
        page.on("request", lambda r, left=left: None if r.url.startswith("file:") else left.append(r.url))
        for name in ("letters/index.html", "letters/2021-W06/index.html", "letters/2021-W07/index.html"):
            page.goto((tmp_path / "site" / name).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == 320, name
            page.add_script_tag(path=str(AXE))
            violations = page.evaluate("axe.run().then(r => r.violations)")
            found += [(name, light, v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in violations]
        assert left == []
        context.close()
    assert found == []
