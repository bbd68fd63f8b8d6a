"""An audit that is remembered is the same as one that is done, and is done again when anything changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_damage import change, files

from backissue.audit import audit, auditing, memory
from backissue.model import Finding


def test_a_remembered_report_equals_the_one_that_was_made(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(paper, 20, title="Temporarily Offline", body="")
    kept = paper / "work" / "audit.json"
    made = audit(paper, remembered=kept)
    monkeypatch.setattr(auditing, "audited", None)  # a second audit would fail
    again = audit(paper, remembered=kept)
    assert again == made
    assert isinstance(again.examples["record.not-an-article"][0], Finding)


@pytest.mark.parametrize(
    "name", ["outlet.toml", "decisions.toml", "archive/articles/2020/03/5.md", "captures/new.warc"]
)
def test_a_change_of_any_file_is_seen(paper: Path, name: str) -> None:
    before = memory.state(paper, None)
    assert memory.state(paper, None) == before
    with (paper / name).open("a") as out:
        out.write("\n")
    assert memory.state(paper, None) != before


def test_a_damaged_memory_is_no_memory(paper: Path) -> None:
    kept = paper / "work" / "audit.json"
    made = audit(paper, remembered=kept)
    kept.write_text("{")
    assert audit(paper, remembered=kept) == made


def test_what_the_archive_says_itself_is_not_said_again(paper: Path) -> None:
    change(paper, 20, published=None, date=None)
    assert "time.undated" in audit(paper).findings
    with next((paper / "archive/findings").iterdir()).open("a") as out:
        out.write('{"code":"field.date-missing","sentence":"None.","subject":"20"}\n')
    report = audit(paper)
    assert "field.date-missing" in report.findings
    assert "time.undated" not in report.findings
    assert files(paper)
