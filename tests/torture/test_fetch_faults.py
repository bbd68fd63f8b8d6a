"""Five thousand captures through every fault: the full form of what ``make test`` tries with 1,200."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.captures.test_fetching import test_thousands_of_captures_through_every_fault as thousands


@pytest.mark.skipif(not os.environ.get("TORTURE"), reason="make torture runs it; make test has the small form")
def test_five_thousand_captures_through_every_fault(tmp_path: Path) -> None:
    thousands(tmp_path)
