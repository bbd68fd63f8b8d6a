"""The wiring: the one place where rooms meet.

``rescue`` is the whole road; the others are its parts, for the commands. Each
stage is a module here, named for what it does; none of them does what a room should.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from backissue import audit as auditing
from backissue import disk
from backissue.model import Finding
from backissue.pipeline import building, cutting, extracting, filing, gathering, joining, learning, surveying
from backissue.pipeline.building import new, search, serve, site, verify
from backissue.pipeline.paper import Run
from backissue.pipeline.report import Rescue
from backissue.run import Engine, Folder, Progress, Silent, inline

__all__ = ["Rescue", "audit", "extract", "new", "rescue", "search", "serve", "site", "verify"]


def rescue(
    to: Path,
    sources: Sequence[Path],
    *,
    hosts: tuple[str, ...] = (),
    timezone: str | None = None,
    engine: Engine = inline,
    progress: Progress | None = None,
) -> Rescue:
    """Bring a paper back into the folder ``to``: from evidence to the site; returns the report.

    ``timezone`` (IANA) is what bare times mean where no outlet.toml says so.
    Safe to run again, after a change or a death. Raises BadInstruction before
    anything is changed, BrokenWorld when disk or another run stands in the way.
    """
    run = Run(Folder.make(to), engine, progress or Silent())
    with disk.locked(run.folder.path):
        learning.check(run.folder)  # a wrong key is told before hours of work
        findings = gathering.bring(run, sources)
        return _from_captures(run, hosts, timezone, findings)


def extract(folder: Path, *, engine: Engine = inline, progress: Progress | None = None) -> Rescue:
    """Make the records of the paper in ``folder`` again from the captures held; what is unchanged is not done again."""
    run = Run(Folder.existing(folder), engine, progress or Silent())
    with disk.locked(run.folder.path):
        return _from_captures(run, (), None, [])


def audit(folder: Path, *, page: Path | None = None, progress: Progress | None = None) -> auditing.Report:
    """Check the law, and everything else that can be checked, of the paper in ``folder``.

    ``page`` names a file for the report as one page of HTML.
    """
    return building.audited(Folder.existing(folder), progress or Silent(), page=page)


def _from_captures(run: Run, hosts: tuple[str, ...], timezone: str | None, findings: list[Finding]) -> Rescue:
    listed = gathering.gather(run)
    resolved = gathering.resolve(run, listed)
    surveyed = surveying.survey(run, resolved)
    census = learning.census(run, surveyed)
    learned = learning.learned(run, census, surveyed, hosts, timezone)
    cut = cutting.cut(run, surveyed, surveying.lines(run, surveyed), learned.outlet)
    extracted = extracting.extract(run, cut, extracting.Knowledge(learned.outlet, census, run.folder.path))
    joined = joining.join(run, extracted)
    filing.file(run, extracted, joined, listed, [*findings, *learned.findings])
    report = building.audited(run.folder, run.progress, learned.outlet)
    built = building.build(run.folder, None, run.progress, learned.outlet)
    return Rescue(run.folder, learned, report, built)
