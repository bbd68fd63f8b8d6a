"""A rescue that dies anywhere, and is run again, ends in the same bytes.

`make test` dies at points drawn by a seed for up to a minute; `make torture`
(TORTURE=1) at every point, and a thousand times by `kill -9` at random moments.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from backissue import demo, pipeline
from torture.crash import DEATH, copied, end_group, in_child, moments, temporary, tree

TORTURE = bool(os.environ.get("TORTURE"))
SECONDS = 60
KILLS = 1000 if TORTURE else 6
PARTS = 16 if TORTURE else 1
"""So that several processes can share the torture."""


@pytest.fixture(scope="module")
def lost(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lost")
    demo.make(folder, articles=40, seed=1)
    return folder


def begin(paper):
    paper.mkdir(parents=True)
    (paper / "outlet.toml").write_text(demo.OUTLET_TOML)


def rescue(paper, lost):
    return lambda: pipeline.rescue(paper, [lost / "warcs"])


@pytest.fixture(scope="module")
def undisturbed(lost, tmp_path_factory):
    """The archive of a run that nothing disturbed, and how many steps it took."""
    paper = tmp_path_factory.mktemp("undisturbed") / "paper"
    begin(paper)
    code, steps = in_child(rescue(paper, lost))
    assert code == 0
    assert steps > 500
    return tree(paper / "archive"), tree(paper / "work" / "site"), steps


def same(paper, undisturbed):
    archive, site, _ = undisturbed
    assert tree(paper / "archive") == archive
    assert tree(paper / "work" / "site") == site
    assert temporary(paper) == []


@pytest.mark.skipif(TORTURE, reason="every moment is tried instead")
def test_a_death_at_any_step_is_mended_by_the_next_run(lost, undisturbed, tmp_path):
    steps = undisturbed[2]
    points = list(range(1, steps + 1))
    random.Random(7).shuffle(points)
    end = time.monotonic() + SECONDS
    died = 0
    for point in points:
        if time.monotonic() > end:
            break
        paper = tmp_path / str(point)
        begin(paper)
        code, _ = in_child(rescue(paper, lost), die_at=point)
        assert code == DEATH, f"no death at step {point} of {steps}"
        mended(paper, lost, undisturbed, point)
        died += 1
    assert died >= 3


def mended(paper, lost, undisturbed, point):
    """The next run ends, with the same bytes."""
    code, _ = in_child(rescue(paper, lost))
    assert code == 0, f"the run after a death at step {point} failed"
    same(paper, undisturbed)
    shutil.rmtree(paper)


@pytest.mark.skipif(not TORTURE, reason="takes an hour: make torture")
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_a_death_leaves_behind_is_mended_by_the_next_run(lost, undisturbed, tmp_path, part):
    """Every state that the folder is ever in, hence every step that a run may die at."""
    paper = tmp_path / "paper"
    begin(paper)
    tried = 0
    for number, point in enumerate(moments(rescue(paper, lost), paper)):
        if number % PARTS != part:
            continue
        mended(copied(paper, tmp_path / f"died-{point}"), lost, undisturbed, point)
        tried += 1
    same(paper, undisturbed)
    print(f"part {part}: {tried} of {number + 1} moments in {undisturbed[2]} steps")
    assert tried > undisturbed[2] // PARTS // 10


def test_kill_9_at_random_moments_is_mended_by_the_next_run(lost, undisturbed, tmp_path):
    """The paper is killed again and again, then run to the end; a thousand deaths in all."""
    chance = random.Random(11)
    command = [sys.executable, "-m", "backissue", "rescue", str(lost / "warcs"), "--to"]
    deaths = 0
    while deaths < KILLS:
        paper = tmp_path / f"paper-{deaths}"
        begin(paper)
        for _ in range(8):
            run = subprocess.Popen(
                [*command, str(paper)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            try:
                run.wait(timeout=0.3 + 3 * chance.random())
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
                deaths += 1
            end_group(run.pid)
        ended = subprocess.run([*command, str(paper)], capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
        same(paper, undisturbed)
        shutil.rmtree(paper)
    print(f"{deaths} kills")
