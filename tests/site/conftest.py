"""One paper and its site for all tests of the site that only look."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import papers

from backissue.publish.site import Settings, build


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers.paper(tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="session")
def site(paper: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "out"
    build(paper, out, outlet=papers.OUTLET, settings=Settings(url="https://archive.example/mist/"))
    return out
