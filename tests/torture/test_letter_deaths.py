"""A sending that dies anywhere, and is run again, reaches nobody twice, and its sum holds.

A thousand readers. `make test` dies at steps drawn by a seed for half a minute; `make
torture` at every step before and after every journal line and every word to the mail
server, for every reader, and two hundred times by `kill -9` at random moments.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from backissue import disk
from backissue.publish.letter import sending
from backissue.publish.letter.journal import Fate
from letters_post.post import Place, Taken, a_letter, mailserver, pace
from torture.crash import DEATH, in_child

TORTURE = bool(os.environ.get("TORTURE"))
READERS = 1000
SECONDS = 20
KILLS = 200 if TORTURE else 6
READER = (
    "before MAIL", "after MAIL", "before RCPT", "after RCPT",
    "before line before", "after line before", "after fsync before",
    "before DATA", "after DATA", "before text", "after text", "before answer", "after answer",
    "before line after", "after line after", "after fsync after",
)  # fmt: skip
"""The steps of one reader's letter, in their order."""
WRITTEN = READER.index("after line before")
"""From here on the line before stands in the journal."""


@pytest.fixture(autouse=True)
def _fsync_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here as everywhere: deaths are by the thousand."""
    monkeypatch.setattr(os, "fsync", lambda _fd: None)


def sends(place: Place, letter: str = "w06"):
    return lambda: place.send(a_letter(letter))


def filled(root: Path, port: int, readers: int = READERS) -> Place:
    place = Place(root, port)
    place.fill(f"reader-{n}@example.net" for n in range(readers))
    return place


def looked_at(place: Place, letter: str = "w06") -> sending.Report:
    with place.book() as book:
        report = sending.preview(book, place.folder, a_letter(letter), place.settings)
    said = report.as_json()
    assert said["eligible"] == sum(said[fate.value] for fate in Fate)
    return report


def check(place: Place, server: Taken, before: int, eligible: int, letter: str = "w06") -> sending.Report:
    """Run to the end; nobody got two, everybody has a fate, and whoever is missing is listed."""
    report = place.send(a_letter(letter))
    said, taken = report.as_json(), server.to[before:]
    assert len(taken) == len(set(taken)), "somebody got two"
    assert said["eligible"] == eligible == said["sent"] + said["doubtful"]
    assert said["sent"] <= len(taken) <= said["sent"] + said["doubtful"]
    with place.book() as book:
        missing = {p.id for p in book.readers if p.address not in set(taken)}
    assert missing <= set(report.doubtful), "somebody was lost without a word"
    return report


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The steps of an undisturbed run over three readers."""
    root = tmp_path_factory.mktemp("steps")
    with mailserver(root) as server, pytest.MonkeyPatch.context() as patch:
        place, said = filled(root, server.port, 3), []
        patch.setattr(disk, "step", lambda what, _path: said.append(what))
        place.send(a_letter("w06"))
    first = said.index("before MAIL")
    assert said[first : first + 48] == [*READER] * 3
    return said


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Taken]:
    with mailserver(tmp_path) as server:
        yield server


def again_from(steps: list[str]) -> int:
    """How many steps come before the first reader's in a run that is not the first."""
    first = steps[: steps.index("before MAIL")]
    return sum(what in ("before connect", "after connect") for what in first)


def test_a_death_at_every_step_of_a_whole_run_reaches_nobody_twice(
    steps: list[str], server: Taken, tmp_path: Path
) -> None:
    for at in range(1, len(steps) + 1):
        root = tmp_path / str(at)
        place, before = filled(root, server.port, 3), len(server.to)
        code, _ = in_child(sends(place), die_at=at)
        assert code == DEATH, f"no death at step {at}, {steps[at - 1]}"
        looked_at(place)
        check(place, server, before, 3)


@pytest.mark.parametrize("kind", range(len(READER)), ids=lambda k: READER[k].replace(" ", "-"))
def test_a_death_at_this_step_of_every_readers_letter_reaches_nobody_twice(
    kind: int, steps: list[str], server: Taken, tmp_path: Path
) -> None:
    if not TORTURE:
        pytest.skip("make torture runs it: a thousand deaths")
    place = filled(tmp_path, server.port)
    base, deaths = again_from(steps), 0
    before = len(server.to)
    assert in_child(sends(place), die_at=_steps_until(steps, "after line plan"))[0] == DEATH
    # where the reader will be tried again, the next run finishes them and dies at the one after
    at = base + kind + 1 + (0 if kind >= WRITTEN else len(READER))
    with place.book() as book:  # opened once: what a run goes on from is the journal
        said = place.settings
        job = lambda: sending.send(book, place.folder, a_letter("w06"), said, pace())  # noqa: E731
        while True:
            code, _ = in_child(job, die_at=at)
            if code == 0:
                break
            assert code == DEATH
            deaths += 1
            if deaths % 50 == 0:
                report = sending.preview(book, place.folder, a_letter("w06"), said)
                assert sum(report.counts.values()) == report.eligible == READERS
    report = check(place, server, before, READERS)
    print(f"{READER[kind]}: {deaths} deaths; {report.summary()}")
    assert deaths >= READERS - 2


def _steps_until(steps: list[str], what: str) -> int:
    return steps.index(what) + 1


def test_a_death_at_steps_drawn_by_lot_reaches_nobody_twice(steps: list[str], server: Taken, tmp_path: Path) -> None:
    chance, end, deaths = random.Random(7), time.monotonic() + SECONDS, 0
    place = filled(tmp_path, server.port)
    while time.monotonic() < end:
        code, _ = in_child(sends(place), die_at=chance.randint(1, 3 * len(READER)))
        if code == 0:
            break
        assert code == DEATH
        deaths += 1
        if deaths % 20 == 0:
            looked_at(place)
    report = check(place, server, 0, READERS)
    print(f"{deaths} deaths; {report.summary()}")
    assert deaths > 20
    assert report.counts[Fate.DOUBTFUL] > 3


def test_kill_9_at_random_moments_reaches_nobody_twice(server: Taken, tmp_path: Path) -> None:
    chance, kills, letters = random.Random(11), 0, 0
    place = filled(tmp_path, server.port)
    while kills < KILLS:
        letters += 1
        name, before = f"w{letters:02}", len(server.to)
        for _ in range(40):
            kills += _killed(place, name, chance.uniform(0.02, 0.4))
            if kills >= KILLS:
                break
            looked_at(place, name)
        report = check(place, server, before, READERS, name)
        print(f"{kills} kills so far; {report.summary()}")
    assert kills >= KILLS


def _killed(place: Place, letter: str, after: float) -> bool:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with place.book() as book:
                sending.send(book, place.folder, a_letter(letter), place.settings, pace())
            code = 0
        finally:
            os._exit(code)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
