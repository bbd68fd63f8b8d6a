"""The demo paper, dead and rescued: made once for all tests of a run, copied by those that hurt it."""

from __future__ import annotations

import fcntl
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from backissue import demo, pipeline


@dataclass(frozen=True)
class Rescued:
    """``lost`` holds warcs/ and truth.jsonl, ``paper`` the rescued paper's folder."""

    lost: Path
    paper: Path

    @property
    def truth(self) -> Path:
        return self.lost / "truth.jsonl"


def make(folder: Path, articles: int, seed: int = 1) -> Rescued:
    lost, paper = folder / "lost", folder / "paper"
    demo.make(lost, articles=articles, seed=seed)
    paper.mkdir(parents=True)
    (paper / "outlet.toml").write_text(demo.OUTLET_TOML)
    pipeline.rescue(paper, [lost / "warcs"])
    return Rescued(lost, paper)


def once(tmp_path_factory: pytest.TempPathFactory, name: str, articles: int) -> Rescued:
    """One rescue for all worker processes of this run of pytest."""
    root = tmp_path_factory.getbasetemp()
    if root.name.startswith("popen-"):
        root = root.parent
    folder = root / name
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder, articles)
            (folder / "done").touch()
    return Rescued(folder / "lost", folder / "paper")


@pytest.fixture(scope="session")
def rescued(tmp_path_factory) -> Rescued:
    """300 articles; read only."""
    return once(tmp_path_factory, "demo-300", 300)


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Rescued:
    """40 articles; read only."""
    return once(tmp_path_factory, "demo-40", 40)


@pytest.fixture
def hurt(small, tmp_path) -> Path:
    """A copy of the small paper that a test may damage."""
    paper = tmp_path / "paper"
    shutil.copytree(small.paper, paper)
    return paper
