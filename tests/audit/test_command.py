"""``backissue audit`` as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backissue.cli import run


def test_the_json_is_the_law_and_nothing_else_on_standard_output(
    pristine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["audit", "-C", str(pristine), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["captures", "articles", "findings", "law"]
    assert list(told["captures"]) == ["listed", "source", "alternate", "witness", "media", "foreign", "finding"]
    assert list(told["articles"]) == ["expected", "held", "withdrawn", "missing"]
    assert told["law"] is True


def test_strict_ends_with_1_where_there_is_an_error(pristine: Path) -> None:
    assert run(["audit", "-C", str(pristine), "--strict"]) == 1  # one article is missing


def test_the_page_goes_into_the_papers_folder_or_where_it_is_told(paper: Path, tmp_path: Path) -> None:
    assert run(["audit", "-C", str(paper), "--html"]) == 0
    assert "島報" in (paper / "report" / "index.html").read_text()
    assert 'href="../archive/articles/' in (paper / "report" / "index.html").read_text()
    assert run(["audit", "-C", str(paper), "--html", str(paper / "AUDIT.html")]) == 0
    assert 'href="archive/articles/' in (paper / "AUDIT.html").read_text()
    assert (paper / "missing.csv").is_file()
