"""pywb as fixtures."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pywb import programs

Serve = Callable[[Path, list[Path]], contextlib.AbstractContextManager[str]]


@pytest.fixture(scope="session")
def pywb_programs() -> Path:
    """The folder of pywb's programs."""
    return programs.pywb_programs()


@pytest.fixture(scope="session")
def pywb(pywb_programs: Path) -> Serve:
    """``with pywb(folder, warcs) as base``: pywb over those files, its collection at ``{base}/web/``."""
    return functools.partial(programs.serving, pywb_programs)
