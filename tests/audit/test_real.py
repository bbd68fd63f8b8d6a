"""Audit against a part of a real archive, as its makers left it: what it truly holds, by eye."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from backissue.archive import Archive, front
from backissue.audit import audited
from backissue.model import Fate, FateKind, Finding, Outlet, PageRule, Record, Source

WHEN = datetime(2022, 1, 1, tzinfo=UTC)
OUTLET = Outlet(
    "x", ("paper.example",), "Asia/Hong_Kong", "zh-Hant-HK", pages=(PageRule("article", "/article/{id}/**"),)
)


@pytest.fixture(scope="module")
def found(
    data: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Record], dict[str, dict[str, Finding]]]:
    """The records of the sample, as they came, and audit's findings by code and subject."""
    folder = tmp_path_factory.mktemp("real")
    archive = Archive(folder)
    records = {}
    with archive.transaction("all") as t:
        for path in sorted((data / "citizen_news_sample" / "articles").glob("*/*.md")):
            name = f"adopted/{path.name}"
            copy = folder / "captures" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            identity = path.stem.partition("_")[2]
            try:
                record = front.loads(path.read_text(encoding="utf-8"), identity)
            except front.Unreadable as error:
                t.fate(Fate(name, "", WHEN, FateKind.FINDING))
                t.finding(Finding("adopt.unreadable", name, str(error)))
                continue
            day = date.fromisoformat(record.date) if record.date else None
            source = Source("adopted", None, f"captures/{name}")
            records[identity] = dataclasses.replace(
                record, id=identity, published=day, language="zh-Hant", source=source
            )
            t.put(records[identity])
            t.fate(Fate(name, "", WHEN, FateKind.SOURCE, identity))
    archive.finish(["all"])
    told: dict[str, dict[str, Finding]] = {}
    with audited(folder, OUTLET) as (books, report):
        for finding in books.findings():
            told.setdefault(finding.code, {})[finding.subject] = finding
    assert report.law
    return records, told


def test_every_file_that_holds_no_article_is_named_and_no_article_is_accused(
    found: tuple[dict[str, Record], dict[str, dict[str, Finding]]],
) -> None:
    records, told = found
    accused = {
        subject for code in ("record.not-an-article", "record.same-as-others", "record.empty") for subject in told[code]
    }
    # By eye: what has no text at all, whatever its title; the archive's outage pages and the farewell have none either.
    truth = {identity for identity, record in records.items() if not record.body.strip()}
    assert {identity for identity, record in records.items() if record.title == "Temporarily Offline"} <= truth
    assert accused == truth
    assert len(truth) > 150


def test_misread_records_are_named_and_an_authors_own_brackets_are_not(
    found: tuple[dict[str, Record], dict[str, dict[str, Finding]]],
) -> None:
    records, told = found
    assert set(told["letters.garbled"]) == {"174", "43693"}
    assert "｢" in "".join(record.body for record in records.values())


def test_what_the_makers_left_in_the_texts_is_named(
    found: tuple[dict[str, Record], dict[str, dict[str, Finding]]],
) -> None:
    records, told = found
    footer = {identity for identity, r in records.items() if "月費訂戶" in r.body[-600:]}
    assert len(footer & set(told["boilerplate.left"])) >= 0.85 * len(footer)
    relative = {identity for identity, r in records.items() if "](/web/" in r.body}
    assert relative <= set(told["link.through-archive"])
    lost = {i for i, r in records.items() if "%EF%BF%BD" in (r.original_url or "")}
    assert set(told["address.ruined"]) == lost


def test_the_capture_that_was_served_is_told_from_the_one_that_was_asked_for(
    found: tuple[dict[str, Record], dict[str, dict[str, Finding]]],
) -> None:
    _, told = found
    assert set(told["provenance.other-time"]) == {"20971"}


def test_words_of_every_record_stand_in_the_file_it_came_from(
    found: tuple[dict[str, Record], dict[str, dict[str, Finding]]],
) -> None:
    assert "record.not-in-source" not in found[1]
