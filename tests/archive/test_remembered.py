"""An archive remembers what it wrote, and takes nothing for granted that is not so on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from backissue.archive import Archive, front
from backissue.model import Record


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path, remember=True)
    with archive.transaction("a") as shard:
        for n in range(40):
            shard.put(Record(id=str(n), title=f"Story {n}", body=f"Text {n}."))
    archive.finish()
    return archive


def test_what_is_read_again_is_what_was_written(archive: Archive) -> None:
    fresh = Archive(archive.folder)
    names = list(archive.files())
    assert [archive.look(name) for name in names] == [fresh.look(name) for name in names]
    assert len(names) == 40


def test_a_file_that_is_not_as_it_was_written_is_read_for_what_it_is(archive: Archive) -> None:
    name = next(iter(archive.files()))
    path = archive.path / name
    path.write_text(path.read_text().replace("Text", "Lies"))
    found, sealed = archive.look(name)
    assert isinstance(found, Record)
    assert found.body.startswith("Lies")
    assert not sealed
    assert [f.code for f in archive.verify()] == ["record.edited"]


def test_one_in_sixteen_is_proven_and_one_lie_ends_all_trust(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = front.loads
    monkeypatch.setattr(front, "loads", lambda *given: replace(honest(*given), title="misread"))
    read = [archive.look(name)[0] for name in archive.files()]
    titles = [record.title == "misread" for record in read if isinstance(record, Record)]
    assert titles == [False] * 15 + [True] * 25
