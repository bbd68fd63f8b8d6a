"""A run of list and fetch in a process of its own, that dies where it is told: at a step of a write, or at a moment."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

from tests.captures.front import Clock

from backissue import captures, disk


def work(base: str, folder: Path, die_at: int | None, steps: list[str] | None = None) -> None:
    """list and fetch; dies at step number ``die_at``. ``steps`` collects the steps passed."""
    count = 0

    def step(what: str, path: Path) -> None:
        nonlocal count
        count += 1
        if steps is not None:
            steps.append(what)
        if count == die_at:
            os._exit(9)

    disk.step = step
    clock = Clock()
    manners = captures.Manners(folder / "work" / "manners.json", clock.time, clock.sleep)
    client = captures.Client(base, manners, agent="t")
    source = captures.source_of(f"{base}/cdx/search/cdx")
    for _ in captures.list_source(source, ["news.example"], folder, client, this_year=2021, limit=15):
        pass
    lines = (c for path in captures.listings(folder / "captures") for c in captures.read_listing(path))
    for _ in captures.fetch(
        captures.make_plan(lines), folder, [captures.Lender(source, client)], software="t", agent="t", roll=9000
    ):
        pass
    client.close()


def _child(base: str, folder: Path, die_at: int | None, out: object) -> None:
    steps: list[str] = []
    work(base, folder, die_at, steps)
    out.put(steps)  # type: ignore[attr-defined]


def run(base: str, folder: Path, die_at: int | None = None, kill_after: float | None = None) -> list[str] | None:
    """The steps of a run that came to its end, or None if it died."""
    context = multiprocessing.get_context("fork")
    out = context.Queue()
    child = context.Process(target=_child, args=(base, folder, die_at, out))
    child.start()
    if kill_after is not None:
        time.sleep(kill_after)
        if child.is_alive() and child.pid:
            os.kill(child.pid, signal.SIGKILL)
    child.join(60)
    assert not child.is_alive()
    died = child.exitcode != 0
    steps = None if died else out.get(timeout=5)
    out.close()
    out.join_thread()
    child.close()
    return steps
