"""Death at any moment of list and fetch: nothing lost, nothing twice, every WARC file valid at once.

A seeded sample here; every point and a thousand real kills with TORTURE=1.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.captures.dying import run
from tests.captures.front import Clock, Front, paper

from backissue import captures
from backissue.captures import Damage, Found, walk
from backissue.captures.writing import OPEN

TORTURE = bool(os.environ.get("TORTURE"))
SECONDS = 60.0


def state(folder: Path) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """What the listings and the closed WARC files hold; every closed file must be whole."""
    listed: Counter[tuple[str, str]] = Counter()
    for path in captures.listings(folder / "captures"):
        listed.update((c.key, c.timestamp) for c in captures.read_listing(path))
    held: Counter[tuple[str, str]] = Counter()
    for path in (folder / "captures").glob("*.warc.gz"):
        things = list(walk(path))
        assert [t for t in things if isinstance(t, Damage)] == [], path.name
        assert sum(isinstance(t, Found) and t.type == "metadata" for t in things) >= 1
        held.update(
            (captures.capture_of(t).key, captures.capture_of(t).timestamp)
            for t in things
            if isinstance(t, Found) and captures.is_capture(t) and t.type != "metadata"
        )
    return listed, held


def assert_as_undisturbed(folder: Path, wanted: tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]) -> None:
    listed, held = state(folder)
    assert listed == wanted[0]
    assert held == wanted[1]
    assert not (folder / "captures" / OPEN).exists()
    assert [*folder.rglob("*.part"), *folder.rglob("*.lines")] == []


@pytest.fixture(scope="module")
def front() -> object:
    with Front(paper(14, seed=4)[:40], Clock()) as made:
        yield made


@pytest.fixture(scope="module")
def undisturbed(
    front: Front, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[str], tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]]:
    folder = tmp_path_factory.mktemp("whole")
    steps = run(front.base, folder)
    assert steps
    return steps, state(folder)


def test_death_at_a_step_costs_nothing(front: Front, undisturbed: tuple[list[str], object], tmp_path: Path) -> None:
    steps, wanted = undisturbed
    assert {"before append", "after append", "after fsync", "after rename", "before rename"} <= set(steps)
    points = list(range(1, len(steps) + 1))
    if not TORTURE:
        random.Random(5).shuffle(points)
    started, tried = time.monotonic(), 0
    for point in points:
        if not TORTURE and time.monotonic() - started > SECONDS / 2:
            break
        folder = tmp_path / str(point)
        folder.mkdir()
        assert run(front.base, folder, die_at=point) is None
        state(folder)
        before = len(front.log)
        assert run(front.base, folder) is not None
        assert_as_undisturbed(folder, wanted)  # type: ignore[arg-type]
        asked = Counter(path for _, kind, path, _ in front.log[before:] if kind == "playback")
        assert not asked or max(asked.values()) == 1
        tried += 1
    print(f"{tried} of {len(steps)} steps")
    assert tried >= (len(steps) if TORTURE else 5)


def test_a_real_kill_costs_nothing(front: Front, undisturbed: tuple[list[str], object], tmp_path: Path) -> None:
    chance, kills, started, n = random.Random(6), 0, time.monotonic(), 0
    while kills < (1000 if TORTURE else 8) and (TORTURE or time.monotonic() - started < SECONDS / 2):
        n += 1
        folder = tmp_path / str(n)
        folder.mkdir()
        deaths = 0
        while run(front.base, folder, kill_after=chance.uniform(0.01, 0.6)) is None and deaths < 6:
            state(folder)
            deaths += 1
        kills += deaths
        assert run(front.base, folder) is not None
        assert_as_undisturbed(folder, undisturbed[1])  # type: ignore[arg-type]
    print(f"{kills} kills")
    assert kills >= 4


def test_after_a_death_only_what_is_missing_is_asked_for(
    front: Front, undisturbed: tuple[list[str], object], tmp_path: Path
) -> None:
    steps, _ = undisturbed
    late = [n for n, what in enumerate(steps, 1) if what == "after append"][-2]
    assert run(front.base, tmp_path, die_at=late) is None
    before = len(front.log)
    assert run(front.base, tmp_path) is not None
    assert len(front.log) - before <= 4


def test_a_second_death_forgets_nothing_that_the_first_left_unwritten(
    front: Front, undisturbed: tuple[list[str], object], tmp_path: Path
) -> None:
    """A file has its name, its last capture's line in the journal was never written; two runs on, nobody asks for it."""
    assert run(front.base, tmp_path) is not None
    journal = tmp_path / "work" / "fetch" / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    filled = next(n for n, line in enumerate(lines) if b'"file"' in line)
    journal.write_bytes(b"".join([*lines[: filled - 1], *lines[filled + 1 :]]))
    before = len(front.log)
    for _ in range(2):
        assert run(front.base, tmp_path) is not None
    assert [path for _, kind, path, _ in front.log[before:] if kind == "playback"] == []
    assert_as_undisturbed(tmp_path, undisturbed[1])  # type: ignore[arg-type]
