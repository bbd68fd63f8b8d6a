"""Documentation that is made from the code is up to date, and what it says of files is true."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import docs  # noqa: E402


@pytest.mark.parametrize("name", docs.PAGES)
def test_a_page_made_from_the_code_is_up_to_date(name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == docs.PAGES[name](), "run: make docs"


PAGES = [
    ROOT / "README.md",
    ROOT / "README.zh-Hant.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_in_the_words_leads_somewhere(page):
    for target in re.findall(
        r"\]\((?!https?:|#|mailto:)([^)#]+)", re.sub(r"```.*?```|`[^`]*`", "", page.read_text(), flags=re.DOTALL)
    ):
        assert (page.parent / target).exists(), f"{page.name}: {target}"
