"""What every test may ask for: the real material, outside programs, and a folder of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--strict-programs",
        action="store_true",
        help="a proof whose outside program is missing fails instead of being skipped",
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            here = (Path(__file__).parent / program).exists() if "/" in program else shutil.which(program)
            if here:
                continue
            told = f"needs {program}, which is not here (debian.txt and tests/package.json name what to install)"
            if item.config.getoption("--strict-programs"):
                pytest.fail(told, pytrace=False)
            pytest.skip(told)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real material that nobody here wrote, named by BACKISSUE_DATA; never copied in."""
    folder = os.environ.get("BACKISSUE_DATA")
    if not folder:
        pytest.skip("BACKISSUE_DATA names no folder of real material")
    path = Path(folder)
    if not path.is_dir():
        pytest.fail(f"BACKISSUE_DATA names {folder}, which is no folder", pytrace=False)
    return path


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The whole of a real Markdown archive, named by BACKISSUE_CORPUS."""
    folder = os.environ.get("BACKISSUE_CORPUS")
    if not folder:
        pytest.skip("BACKISSUE_CORPUS names no whole archive")
    return Path(folder)
