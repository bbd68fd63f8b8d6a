"""The letters' pages in a real browser: without a script, at phone and desk width, by day and by night."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import post
import pytest
from post import Place

from backissue.publish.serve_letters import Letters
from backissue.subscribers.rolls import State

pytestmark = pytest.mark.needs("chromium")

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, str]]:
    toml = post.TOML + '[[support]]\nname = "Where supporters pay"\nurl = "https://pay.example.org/"\n'
    place = Place(tmp_path_factory.mktemp("post"), 25, toml)
    with Letters(place.folder) as server:
        threading.Thread(target=server.run, daemon=True).start()
        yield place, server.url


def test_somebody_without_scripts_signs_up_confirms_and_leaves(browser: Any, place: tuple[Place, str]) -> None:
    place, url = place
    context = browser.new_context(java_script_enabled=False, locale="en-GB", viewport={"width": 320, "height": 700})
    page, asked = context.new_page(), []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(url)
    page.get_by_label("E-mail address").fill("jo@example.org")
    page.get_by_role("button", name="Subscribe").click()
    assert page.locator("h1").inner_text() == "Look into your mail"
    with place.book() as book:
        person = book.readers.find("jo@example.org")
        yes, no = book.readers.token("confirm", person), book.readers.token("unsubscribe", person)
    page.goto(f"{url}confirm/{yes}")
    with place.book() as book:
        assert book.readers.find("jo@example.org").state is State.PENDING
    page.get_by_role("button", name="Yes, send me the letter").click()
    assert page.locator("h1").inner_text() == "Thank you"
    with place.book() as book:
        assert book.readers.find("jo@example.org").state is State.ACTIVE
    page.goto(f"{url}unsubscribe/{no}")
    page.get_by_role("link", name="繁體中文").click()
    page.get_by_role("button", name="退訂").click()
    assert page.locator("h1").inner_text() == "已經收到"
    with place.book() as book:
        assert book.readers.find("jo@example.org") is None
    assert context.cookies() == []
    assert all(r.startswith(url) for r in asked)
    context.close()


def test_the_browser_itself_stops_what_is_no_address(browser: Any, place: tuple[Place, str]) -> None:
    place, url = place
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(url)
    page.get_by_label("E-mail address").fill("not an address")
    page.get_by_role("button", name="Subscribe").click()
    assert page.locator("h1").inner_text() == "Get the letter"
    assert list((place.folder / "events").iterdir()) == []
    context.close()


@pytest.mark.needs("node_modules/axe-core")
@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("light", ["light", "dark"])
def test_every_page_is_accessible_quiet_and_fits(
    browser: Any, place: tuple[Place, str], width: int, light: str
) -> None:
    _, url = place
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=light, bypass_csp=True)
    page, said = context.new_page(), []
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: said.append(str(e)))

    def look() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html)))")
        assert found == []

    for language in ("zh-Hant", "en"):
        for path in ("", "confirm/" + "A" * 22, "unsubscribe/" + "A" * 22):
            page.goto(f"{url}{path}?lang={language}")
            look()
    page.get_by_role("button").click()
    look()
    page.goto(f"{url}?lang=en")
    page.evaluate("document.querySelector('form').noValidate = true")
    page.get_by_label("E-mail address").fill("not an address")
    page.get_by_role("button").click()
    assert page.get_by_role("alert").is_visible()
    look()
    assert [s for s in said if "400" not in s] == []
    context.close()
