"""The audit as a page: what every room can find wrong, told by the room that checks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from backissue import audit
from backissue.model import FindingKind
from backissue.pages import findings as of_pages
from backissue.pipeline import findings as of_the_road
from backissue.records import findings as of_records
from backissue.run import Folder, Progress, Silent

HOME = "report/index.html"
"""Where the page goes unless told otherwise: below the paper's folder, to be kept beside a README."""


def report(folder: Path, to: Path | None = None, *, progress: Progress | None = None) -> tuple[audit.Report, Path]:
    """Audit the paper in ``folder`` and write the page, with its tables beside it; returns the report and the page's path."""
    paper = Folder.existing(folder)
    page = to or paper.path / HOME
    kinds: Mapping[str, FindingKind] = {**of_pages.FINDINGS, **of_records.FINDINGS, **of_the_road.FINDINGS}
    with (progress or Silent()).stage("auditing", None):
        return audit.write_report(paper.path, page, kinds=kinds), page
