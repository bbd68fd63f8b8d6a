"""One paper, and the letter of its fullest week, for all tests that only look."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "site"))
sys.path.insert(0, str(Path(__file__).parent))

import weeklies

from backissue.publish.letter.compose import Choice, Composed, compose
from backissue.publish.letter.index import open_index
from backissue.publish.letter.making import Made, Wish, make
from backissue.publish.letter.week import Week
from backissue.publish.site.stock import Stock

NOW = datetime(2026, 2, 9, 3, tzinfo=UTC)
WEEK = Week(2021, 6)
SITE = "https://archive.example/mist/"


@pytest.fixture(scope="session")
def weekly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper that nobody may change."""
    return weeklies.paper(tmp_path_factory.mktemp("weekly"))


@pytest.fixture
def own_paper(weekly: Path, tmp_path: Path) -> Path:
    """The same paper, to change as one likes."""
    shutil.copytree(weekly, tmp_path / "paper")
    return tmp_path / "paper"


Composer = Callable[..., Composed]


@pytest.fixture
def composed() -> Composer:
    """Composes the letter of a paper: ``composed(folder, week, site=…, **choice)``."""

    def it(folder: Path, week: Week = WEEK, *, site: str = SITE, **choice: object) -> Composed:
        stock = Stock(folder)
        with open_index(stock, weeklies.OUTLET) as index:
            return compose(stock, index, week, Choice(**choice), outlet=weeklies.OUTLET, site=site)  # type: ignore[arg-type]

    return it


Maker = Callable[..., Made]


@pytest.fixture
def made(tmp_path: Path) -> Maker:
    """Makes the letter of a paper into a folder: ``made(folder, week=…, …)``."""

    def it(folder: Path, week: Week | None = WEEK, *, out: Path | None = None, **wish: object) -> Made:
        return make(folder, out or tmp_path / "out", Wish(week, **wish), outlet=weeklies.OUTLET, now=NOW)  # type: ignore[arg-type]

    return it


@pytest.fixture
def valid_epub() -> Callable[[Path], None]:
    """Asks epubcheck about a book; says what it says where there is anything to say."""

    def check(path: Path) -> None:
        jar = shutil.which("epubcheck") or ""
        run = subprocess.run(
            ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(Path(jar).resolve()), str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr[-3000:]
        assert "0 fatals / 0 errors / 0 warnings" in run.stdout + run.stderr, (run.stdout + run.stderr)[-3000:]

    return check
