"""The wiring: the one place where rooms meet.

``rescue`` is the whole road; the others are its parts, for the commands. Each
stage is a module here, named for what it does; none of them does what a room should.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from backissue import audit as auditing
from backissue import disk
from backissue.captures import missing
from backissue.model import BadInstruction, Finding, Receipt
from backissue.pipeline import (
    building,
    collecting,
    cutting,
    extracting,
    filing,
    gathering,
    joining,
    learning,
    surveying,
)
from backissue.pipeline.building import new, search, serve, site, verify
from backissue.pipeline.collecting import FIRST_LOOK, Collected, Collector, Online, Tally, online, paper_of, span_of
from backissue.pipeline.learning import Learned
from backissue.pipeline.paper import Run
from backissue.pipeline.report import Rescue
from backissue.run import Engine, Folder, Progress, Silent, inline

__all__ = [
    "Collected",
    "Online",
    "Rescue",
    "Tally",
    "audit",
    "collect",
    "extract",
    "fetch",
    "list_captures",
    "new",
    "online",
    "paper_of",
    "rescue",
    "search",
    "serve",
    "site",
    "span_of",
    "verify",
]


def rescue(
    to: Path,
    sources: Sequence[Path] = (),
    *,
    archives: Sequence[Online] = (),
    sample: int | None = None,
    hosts: tuple[str, ...] = (),
    timezone: str | None = None,
    engine: Engine = inline,
    progress: Progress | None = None,
) -> Rescue:
    """Bring a paper back into the folder ``to``: from evidence to the site; returns the report.

    Evidence is files (``sources``), or what is fetched from ``archives``: all
    that is worth having, or ``sample`` articles spread over the years.
    ``timezone`` (IANA) is what bare times mean where no outlet.toml says so.
    Safe to run again, after a change or a death. Raises BadInstruction before
    anything is changed, BrokenWorld when disk, network or another run stands in the way.
    """
    collecting.check(archives)
    run = Run(Folder.make(to), engine, progress or Silent())
    _refuse_adopted(run.folder)
    with disk.locked(run.folder.path):
        learning.check(run.folder)  # a wrong key is told before hours of work
        findings = gathering.bring(run, sources) if sources or not archives else []
        tally = None
        if archives:
            tally, told = collect(run, archives, sample, hosts, timezone)
            findings += told
        return _published(run, hosts, timezone, findings, tally)


def collect(
    run: Run, archives: Sequence[Online], sample: int | None, hosts: tuple[str, ...], timezone: str | None
) -> tuple[Tally, list[Finding]]:
    """List and fetch; what it came to, and what went wrong on the way. The folder must be locked."""
    with Collector(run, archives) as collector:
        findings = collector.gather()
        plan = collecting.plan(run, None, archives, hosts=hosts)
        findings += collector.fetch(plan.sample(min(sample or FIRST_LOOK, FIRST_LOOK)))
        drafts = _drafts(run, hosts, timezone)
        plan = collecting.plan(run, drafts.learned.outlet, archives, hosts=hosts)
        findings += collector.fetch(plan.sample(sample) if sample else plan)
        drafts = _drafts(run, hosts, timezone)
        wanted = collecting.pictures_wanted(run, drafts.extracted)
        pictures = collecting.plan(run, drafts.learned.outlet, archives, wanted, hosts=hosts, only_media=True)
        findings += collector.fetch(pictures)
        return collector.tally, findings


def list_captures(
    folder: Path, archives: Sequence[Online], *, again: bool = False, progress: Progress | None = None
) -> tuple[Tally, list[Finding]]:
    """List what ``archives`` have of the paper; what it came to, and what went wrong.

    ``again``: where a listing was finished before, a new one is made beside it.
    """
    collecting.check(archives)
    run = Run(Folder.make(folder), progress=progress or Silent())
    with disk.locked(run.folder.path), Collector(run, archives) as collector:
        findings = collector.gather(again=again)
        return collector.tally, findings


def fetch(
    folder: Path,
    archives: Sequence[Online],
    *,
    sample: int | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Collected:
    """List, plan, and fetch what the plan wants (nothing if ``dry_run``)."""
    collecting.check(archives)
    run = Run(Folder.make(folder), progress=progress or Silent())
    with disk.locked(run.folder.path), Collector(run, archives) as collector:
        findings = collector.gather()
        plan = collecting.plan(run, learning.written(run.folder), archives)
        plan = plan.sample(sample) if sample else plan
        left = missing(plan, run.folder.path)
        if not dry_run:
            findings += collector.fetch(plan)
        return Collected(plan, left, collector.rate, collector.tally, tuple(findings))


def extract(folder: Path, *, engine: Engine = inline, progress: Progress | None = None) -> Rescue:
    """Make the records of the paper in ``folder`` again from the captures held; what is unchanged is not done again."""
    run = Run(Folder.existing(folder), engine, progress or Silent())
    _refuse_adopted(run.folder)
    with disk.locked(run.folder.path):
        return _published(run, (), None, [])


def audit(folder: Path, *, page: Path | None = None, progress: Progress | None = None) -> auditing.Report:
    """Check the law, and everything else that can be checked, of the paper in ``folder``.

    ``page`` names a file for the report as one page of HTML.
    """
    return building.audited(Folder.existing(folder), progress or Silent(), page=page)


@dataclass(frozen=True, slots=True)
class _Drafts:
    """Everything up to the drafts of articles; nothing of the archive is written yet."""

    learned: Learned
    listed: list[Receipt]
    extracted: list[Receipt]


def _drafts(run: Run, hosts: tuple[str, ...], timezone: str | None) -> _Drafts:
    listed = gathering.gather(run)
    surveyed = surveying.survey(run, gathering.resolve(run, collecting.listed))
    census = learning.census(run, surveyed)
    learned = learning.learned(run, census, surveyed, hosts, timezone)
    cut = cutting.cut(run, surveyed, surveying.lines(run, surveyed), learned.outlet)
    extracted = extracting.extract(run, cut, extracting.Knowledge(learned.outlet, census, run.folder.path))
    return _Drafts(learned, listed, extracted)


def _refuse_adopted(folder: Folder) -> None:
    """Filing makes the archive what the captures say: an adopted one would go. Nothing precious is removed unasked."""
    if (folder.captures / "adopted").is_dir():
        raise BadInstruction(
            f"{folder.path} holds an adopted archive",
            "Rescue into a folder of its own: what is adopted and what is rescued are not yet filed together.",
        )


def _published(
    run: Run, hosts: tuple[str, ...], timezone: str | None, findings: list[Finding], tally: Tally | None = None
) -> Rescue:
    drafts = _drafts(run, hosts, timezone)
    joined = joining.join(run, drafts.extracted)
    filing.file(run, drafts.extracted, joined, drafts.listed, [*findings, *drafts.learned.findings])
    report = building.audited(run.folder, run.progress, drafts.learned.outlet)
    built = building.build(run.folder, None, run.progress, drafts.learned.outlet)
    return Rescue(run.folder, drafts.learned, report, built, tally)
