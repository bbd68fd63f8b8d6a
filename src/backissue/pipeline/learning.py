"""learn: the census of all surveys, and the outlet: as people wrote it, or as it was learned.

A learned ``outlet.toml`` is learned again while no person has touched it: its
digest stands in ``work/``. Touched, it is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from backissue import disk, jsonlines, learn, outlets
from backissue.model import Finding, Outlet, Receipt
from backissue.pages import Census
from backissue.pipeline.findings import NO_ZONE
from backissue.pipeline.paper import Run
from backissue.pipeline.surveying import lines
from backissue.run import Folder, fingerprint


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of the paper before extraction. ``by_hand``: people wrote its outlet."""

    outlet: Outlet
    census: Census
    by_hand: bool
    findings: tuple[Finding, ...] = ()


def check(folder: Folder) -> None:
    """Raise BadInstruction now for an ``outlet.toml`` or ``outlet.py`` that cannot be used later."""
    if folder.outlet.is_file():
        outlets.load(folder.outlet)
        outlets.hooks(folder.path)


def census(run: Run, surveyed: list[Receipt]) -> Census:
    """The census of every survey; made once for the same surveys."""
    digests = fingerprint(*(digest for done in surveyed for _, digest in done.outputs))
    task = run.task("census", "all", digests)
    path = run.folder.work / "census.json"
    if run.receipts.find(task):
        return jsonlines.loads(Census, path.read_bytes())
    with run.progress.stage("counting", None):
        counted = learn.census(line.survey for line in lines(run, surveyed) if line.survey)
    data = f"{jsonlines.dumps(counted)}\n".encode("utf-8", "replace")
    digest = disk.write(path, data)
    name = path.relative_to(run.folder.path).as_posix()
    run.receipts.keep(Receipt(task.stage, task.bucket, task.fingerprint, ((name, digest),)))
    return jsonlines.loads(Census, data)


def learned(run: Run, counted: Census, hosts: tuple[str, ...], timezone: str | None) -> Learned:
    """The outlet of ``outlet.toml``; or the least that can be said, from the hosts that hold articles."""
    found = outlets.hooks(run.folder.path)
    findings: tuple[Finding, ...] = (found,) if isinstance(found, Finding) else ()
    if run.folder.outlet.is_file():
        return Learned(outlets.load(run.folder.outlet), counted, by_hand=True, findings=findings)
    ours = hosts or tuple(host for host, _ in counted.hosts[:1])
    if timezone is None:
        findings += (NO_ZONE.about("outlet.toml"),)
    bare = Outlet(name=ours[0] if ours else "", hosts=ours, timezone=timezone or "UTC")
    return Learned(replace(bare, fingerprint=outlets.fingerprint(bare)), counted, by_hand=False, findings=findings)
