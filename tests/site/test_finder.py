"""The search of a built site after a change: only what changed is written, and nothing is as it was not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import papers
from test_site import stamps, tree

from backissue.publish.site import build
from backissue.search import open_index


def test_one_changed_article_touches_its_text_and_the_shards_of_its_words(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 40), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET)
    before = stamps(out / "search")
    record = papers.record(13)
    papers.put(folder, replace(record, body=f"{record.body}\n\n鑫"))
    build(folder, out, outlet=papers.OUTLET)
    touched = {name for name, when in stamps(out / "search").items() if when != before.get(name)}
    assert len([name for name in touched if name.startswith("t/")]) == 1
    assert len([name for name in touched if name.startswith("g/")]) <= 1
    build(folder, tmp_path / "fresh", outlet=papers.OUTLET)
    assert tree(out) == tree(tmp_path / "fresh")


def test_a_search_that_somebody_touched_is_written_anew(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 12), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET)
    whole = tree(out)
    (out / "search" / "t" / "0" / "3.js").write_text("torn", encoding="utf-8")
    papers.put(folder, replace(papers.record(5), title="另一個標題"))
    build(folder, out, outlet=papers.OUTLET)
    papers.put(folder, papers.record(5))
    build(folder, out, outlet=papers.OUTLET)
    assert tree(out) == whole


def test_the_index_learns_how_many_articles_each_month_is_known_to_have_had(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 40), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET)
    found = open_index(folder / "work" / "index").query("", facets=3)
    lost = {one.month: one.expected - one.held for one in found.histogram if one.expected > one.held}
    assert lost, "the paper of these tests has lost articles with a date"
    assert '"expected":{"' in (out / "search" / "manifest.js").read_text(encoding="utf-8")
