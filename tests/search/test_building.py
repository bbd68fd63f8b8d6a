"""The index follows the archive: one article changed costs one article, and no death or crowd breaks it."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from backissue import disk
from backissue.archive import Archive
from backissue.model import BrokenWorld, Record
from backissue.search import Built, Document, build, build_from, open_index, ready, stale
from backissue.search.index import MANIFEST

Put = Callable[[Path, Record], Path]


def held(path: Path, query: str = "") -> set[str]:
    return {hit.id for hit in open_index(path).query(query, limit=None).hits}


def touch_later(file: Path) -> None:
    """Give a file a time that differs, however coarse the file system's clock is."""
    stat = file.stat()
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns + 10**9))


def test_a_missing_index_is_built_and_then_left_alone(paper: Archive, tmp_path: Path) -> None:
    path = tmp_path / "work" / "index"
    assert stale(paper, path)
    told: list[tuple[int, int]] = []
    assert build(paper, path, lambda done, todo: told.append((done, todo))) == Built(60, 0, 60)
    assert told[-1] == (60, 60)
    assert not stale(paper, path)
    before = (path / MANIFEST).stat().st_mtime_ns
    assert build(paper, path) == Built(0, 0, 60)
    assert (path / MANIFEST).stat().st_mtime_ns == before
    shutil.rmtree(path)
    assert ready(tmp_path, path).count == 60


def test_one_article_changed_costs_one_article(paper: Archive, tmp_path: Path, put: Put, records: list[Record]) -> None:
    path = tmp_path / "index"
    build(paper, path)
    old = open_index(path)
    file = put(tmp_path, records[3])
    file.write_text(file.read_text(encoding="utf-8") + "\n獨一無二的補記\n", encoding="utf-8", newline="")
    touch_later(file)
    assert stale(paper, path)
    assert build(paper, path) == Built(1, 0, 60)
    assert held(path, "獨一無二的补记") == {records[3].id}
    assert old.query("獨一無二的補記").total == 0
    assert old.replaced()
    assert len(held(path)) == 60


def test_articles_added_and_removed_are_found_and_not_found(
    paper: Archive, tmp_path: Path, put: Put, records: list[Record]
) -> None:
    path = tmp_path / "index"
    build(paper, path)
    put(tmp_path, records[100])
    (paper.path / paper.path_of(records[0])).unlink()
    assert build(paper, path) == Built(1, 1, 60)
    assert held(path) == {r.id for r in [*records[1:60], records[100]]}


def test_many_small_changes_leave_few_segments(paper: Archive, tmp_path: Path, put: Put, records: list[Record]) -> None:
    path = tmp_path / "index"
    build(paper, path)
    for number in range(60, 100):
        put(tmp_path, records[number])
        if number % 3 == 0:
            (paper.path / paper.path_of(records[number - 50])).unlink(missing_ok=True)
        build(paper, path)
    assert held(path) == {path.stem for path in paper.path.rglob("*.md")}
    assert len(list(path.glob("*.segment"))) < 10
    for word in ("臺灣", "2019年", "protest"):
        fresh = tmp_path / "fresh"
        build(paper, fresh)
        assert held(path, word) == held(fresh, word)
        shutil.rmtree(fresh)


def test_a_decision_is_obeyed_at_the_cost_of_its_article(paper: Archive, tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "index"
    build(paper, path)
    who = records[5].authors[0].name
    (tmp_path / "decisions.toml").write_text(
        f'[[withdraw]]\narticle = "{records[4].id}"\ndate = 2024-01-01\n\n'
        f'[[hide_byline]]\narticle = "{records[5].id}"\ndate = 2024-01-01\n',
        encoding="utf-8",
    )
    decided = Archive(tmp_path)
    assert stale(decided, path)
    assert build(decided, path) == Built(1, 1, 59)
    assert records[4].id not in held(path)
    assert records[5].id not in held(path, f'author:"{who}"')
    (tmp_path / "decisions.toml").unlink()
    assert build(tmp_path, path).read == 2
    assert records[5].id in held(path, f'author:"{who}"')


def test_a_file_that_cannot_be_read_is_passed_over(paper: Archive, tmp_path: Path) -> None:
    (paper.path / "articles" / "broken.md").write_bytes(b"---\ntitle: [\n---\n\xff")
    assert build(paper, tmp_path / "index").total == 60
    assert not stale(paper, tmp_path / "index")


def test_an_index_of_another_version_or_with_a_part_missing_is_stale(paper: Archive, tmp_path: Path) -> None:
    path = tmp_path / "index"
    build(paper, path)
    manifest = (path / MANIFEST).read_bytes()
    for broken in (manifest.replace(b'"layout": ', b'"layout": 9'), b"{", b"[]"):
        (path / MANIFEST).write_bytes(broken)
        assert stale(paper, path)
        assert build(paper, path).total == 60
    for damage in (b"", b"short", next(path.glob("*.segment")).read_bytes()[:-9]):
        next(path.glob("*.segment")).write_bytes(damage)
        assert stale(paper, path)
        with pytest.raises(BrokenWorld):
            open_index(path)
        assert ready(paper, path).count == 60
    next(path.glob("*.segment")).unlink()
    with pytest.raises(BrokenWorld):
        open_index(path)
    assert ready(paper, path).count == 60


def test_there_is_no_index_to_open_where_none_was_built(tmp_path: Path) -> None:
    with pytest.raises(BrokenWorld):
        open_index(tmp_path)


def test_dying_at_any_step_leaves_the_old_index_or_the_new(
    paper: Archive, tmp_path: Path, put: Put, records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "index"
    build(paper, path)
    before = held(path)
    put(tmp_path, records[100])
    after = before | {records[100].id}
    steps = 0

    class Dead(BaseException):
        """Like a kill: nothing that handles errors handles it."""

    def die_at(wanted: int) -> bool:
        nonlocal steps
        steps = 0

        def step(what: str, file: Path) -> None:
            nonlocal steps
            steps += 1
            if steps == wanted:
                raise Dead

        monkeypatch.setattr(disk, "step", step)
        try:
            build(paper, path)
        except Dead:
            return True
        finally:
            monkeypatch.undo()
        return False

    deaths = 0
    kept = tmp_path / "kept"
    shutil.copytree(path, kept)
    while die_at(deaths + 1):
        deaths += 1
        assert held(path) in (before, after)
        build(paper, path)
        assert held(path) == after
        assert not list(path.glob("*.part"))
        shutil.rmtree(path)
        shutil.copytree(kept, path)
    assert deaths > 10


def _build(folder: Path, path: Path) -> None:
    build(folder, path)


def test_builders_in_two_processes_take_turns(paper: Archive, tmp_path: Path) -> None:
    path = tmp_path / "index"
    context = multiprocessing.get_context("spawn")
    crowd = [context.Process(target=_build, args=(tmp_path, path)) for _ in range(3)]
    for process in crowd:
        process.start()
    for process in crowd:
        process.join()
    assert [process.exitcode for process in crowd] == [0, 0, 0]
    assert len(held(path)) == 60
    assert len(list(path.glob("*.segment"))) == 1


def test_months_expected_show_beside_months_held(paper: Archive, tmp_path: Path) -> None:
    path = tmp_path / "index"
    build(paper, path, expected={"2016-12": 7, "2017-01": 1000})
    months = {m.month: m for m in open_index(path).query("", facets=1).histogram}
    assert (months["2016-12"].held, months["2016-12"].expected) == (0, 7)
    assert months["2017-01"].expected == 1000
    build(paper, path)
    assert open_index(path).query("", facets=1).histogram[0].expected == 7


def test_an_index_may_be_made_of_documents_alone(tmp_path: Path) -> None:
    document = Document("a", "1", "題", "", "", "題\n文\n", 4)
    assert build_from([document], tmp_path) == Built(1, 0, 1)
    assert build_from([document, document], tmp_path).total == 2
