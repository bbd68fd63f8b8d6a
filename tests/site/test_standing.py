"""A site after a few edits: it is what a whole build makes, at the cost of what was edited."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import papers
import pytest
from test_site import page_of, stamps, tree

from backissue.archive import Archive, names
from backissue.model import Record
from backissue.publish.site import Settings, build, light, stock

SETTINGS = Settings(search=False, url="https://paper.example/", one_page=9, feeds_from=3)


def read(folder: Path, number: int) -> Record:
    record = Archive(folder).read(str(number))
    assert record is not None
    return record


def say_more(record: Record, dice: random.Random) -> Record:
    return replace(
        record, title=f"{record.title}{dice.randint(0, 99)}", body=f"{record.body}\n\n<b>{dice.random()}</b>"
    )


EDITS: dict[str, Callable[[Record, random.Random], Record]] = {
    "text": say_more,
    "picture": lambda r, _: replace(r, images=()),
    "tag": lambda r, dice: replace(r, editor_tags=(*r.editor_tags[1:], f"新{dice.randint(0, 3)}")),
    "author": lambda r, _: replace(r, authors=r.authors[:0], author="新來的人"),
    "day": lambda r, dice: replace(r, published=papers.record(dice.randint(0, 24)).published),
    "link": lambda r, dice: replace(
        r, body=f"{r.body}\n\n[前文](https://www.morningmist.example/article/{dice.randint(0, 24)}/x)"
    ),
    "address": lambda r, _: replace(r, canonical_url=f"{r.original_url}?new=1"),
    "former title": lambda r, _: replace(r, former_titles=("舊題",)),
    "language": lambda r, _: replace(r, language="ja"),
}


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_the_site_is_what_a_whole_build_makes(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    folder, out = papers.paper(tmp_path / "p", 24), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    for turn in range(6):
        for _ in range(dice.randint(1, 3)):
            kind = "text" if dice.random() < 0.5 else dice.choice(sorted(EDITS))
            record = read(folder, dice.randrange(1, 24))
            path = folder / "archive" / names.record_path(record)
            papers.put(folder, EDITS[kind](record, dice))
            if names.record_path(read(folder, int(record.id))) != names.record_path(record):
                path.unlink()
        if turn == 3:
            papers.put(folder, papers.record(60))
        if turn == 5:
            (folder / "decisions.toml").write_text(
                '[[hide_byline]]\narticle = "9"\ndate = 2024-01-01\n', encoding="utf-8"
            )
        build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
        fresh = tmp_path / f"fresh-{turn}"
        build(folder, fresh, outlet=papers.OUTLET, settings=SETTINGS)
        assert tree(out) == tree(fresh), turn


def test_an_edited_text_costs_a_reading_of_its_record_and_of_the_lights_of_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = papers.paper(tmp_path / "p", 200), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    before = stamps(out)
    record = read(folder, 77)
    papers.put(folder, say_more(record, random.Random(1)))
    calls: Counter[str] = Counter()
    parse, reading = light.parse, stock.Stock.read
    monkeypatch.setattr(light, "parse", lambda row: calls.update(["light"]) or parse(row))
    monkeypatch.setattr(stock.Stock, "read", lambda self, path: calls.update(["record"]) or reading(self, path))
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    written = {name for name, when in stamps(out).items() if when != before.get(name)}
    articles = {name for name in written if name.startswith("articles/")}
    assert page_of(out, "77").relative_to(out).as_posix() in articles
    assert calls["record"] <= len(articles) + 1
    assert calls["light"] < 200, "not the whole paper"


def test_a_page_that_somebody_touched_or_removed_is_made_good_after_an_edit_too(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 20), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    for touch in (lambda p: p.unlink(), lambda p: p.write_text("torn", encoding="utf-8")):
        touch(page_of(out, "3"))
        papers.put(folder, say_more(read(folder, 15), random.Random(2)))
        build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
        build(folder, tmp_path / "fresh", outlet=papers.OUTLET, settings=SETTINGS)
        assert tree(out) == tree(tmp_path / "fresh")


@pytest.mark.parametrize("harm", ["torn", "gone", "short"])
def test_lights_that_were_harmed_are_read_again_from_the_records(tmp_path: Path, harm: str) -> None:
    folder, out = papers.paper(tmp_path / "p", 20), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    kept = min((folder / "work" / "site-stamps" / "lights").glob("*.json"))
    raw = kept.read_bytes()
    if harm == "gone":
        kept.unlink()
    else:
        kept.write_bytes(raw.replace("何晴".encode(), "何情".encode()) if harm == "torn" else raw[: len(raw) // 2])
    papers.put(folder, say_more(read(folder, 15), random.Random(3)))
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    build(folder, tmp_path / "fresh", outlet=papers.OUTLET, settings=SETTINGS)
    assert tree(out) == tree(tmp_path / "fresh")


def test_a_letter_that_is_taken_back_leaves_the_site_whatever_was_edited(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 20), tmp_path / "out"
    for week in ("2018-W05", "2018-W06"):
        home = folder / "letters" / week
        home.mkdir(parents=True)
        (home / "letter.toml").write_text("published = 2026-02-08\n", encoding="utf-8")
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    assert (out / "letters" / "2018-W05" / "index.html").is_file()
    for path in sorted((folder / "letters" / "2018-W05").iterdir()):
        path.unlink()
    (folder / "letters" / "2018-W05").rmdir()
    papers.put(folder, say_more(read(folder, 15), random.Random(4)))
    build(folder, out, outlet=papers.OUTLET, settings=SETTINGS)
    assert not (out / "letters" / "2018-W05").exists()
    build(folder, tmp_path / "fresh", outlet=papers.OUTLET, settings=SETTINGS)
    assert tree(out) == tree(tmp_path / "fresh")
