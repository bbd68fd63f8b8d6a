"""learn: the census of all surveys, and the outlet: as people wrote it, or as it was learned.

A learned ``outlet.toml`` is learned again while no person has touched it: its
digest stands in ``work/``. Touched, it is theirs.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from backissue import captures, disk, jsonlines, learn, outlets, pages
from backissue.model import Capture, Finding, Outlet, Place, Receipt, Task
from backissue.pages import Census
from backissue.pipeline.findings import NO_ZONE
from backissue.pipeline.paper import Run, Unreadable, guard
from backissue.pipeline.surveying import lines
from backissue.run import Folder, Overrun, fingerprint


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


def written(folder: Folder) -> Outlet | None:
    """The outlet that stands in ``outlet.toml``, whoever wrote it; None if there is none."""
    return outlets.load(folder.outlet) if folder.outlet.is_file() else None


def learned(
    run: Run, counted: Census, surveyed: list[Receipt], hosts: tuple[str, ...], timezone: str | None
) -> Learned:
    """The outlet that people wrote in ``outlet.toml``; or, where they did not, the one that the captures show.

    ``hosts`` and ``timezone`` are what the user said, for learning.
    """
    found = outlets.hooks(run.folder.path)
    findings: tuple[Finding, ...] = (found,) if isinstance(found, Finding) else ()
    if run.folder.outlet.is_file() and not is_ours(run.folder):
        return Learned(outlets.load(run.folder.outlet), counted, by_hand=True, findings=findings)
    digests = (digest for done in surveyed for _, digest in done.outputs)
    task = run.task("learn", "all", timezone or "", *hosts, "", *digests)
    done = run.receipts.find(task)
    if done is None:
        done = _learn(run, task, counted, surveyed, hosts, timezone)
    if done.counts["zone_assumed"]:
        findings += (NO_ZONE.about("outlet.toml"),)
    return Learned(outlets.load(run.folder.outlet), counted, by_hand=False, findings=findings)


def _learn(  # noqa: PLR0917  (a stage and what the user said)
    run: Run, task: Task, counted: Census, surveyed: list[Receipt], hosts: tuple[str, ...], timezone: str | None
) -> Receipt:
    with run.progress.stage("learning the paper", None):
        surveys = (line.survey for line in lines(run, surveyed) if line.survey)
        open_page = functools.partial(open_guarded, run.folder.captures)
        lesson = learn.outlet(surveys, counted, open_page, hosts=hosts, timezone=timezone)
    text = lesson.toml.encode()
    disk.write(mark(run.folder), f"{hashlib.sha256(text).hexdigest()}\n".encode())  # first: what follows is ours
    digest = disk.write(run.folder.outlet, text)
    counts = {"zone_assumed": int(lesson.zone_assumed), "opened": lesson.opened}
    done = Receipt(task.stage, task.bucket, task.fingerprint, ((run.folder.outlet.name, digest),), counts)
    run.receipts.keep(done)
    return done


def mark(folder: Folder) -> Path:
    """Where the digest of a learned ``outlet.toml`` stands."""
    return folder.work / "outlet.toml.sha256"


def is_ours(folder: Folder) -> bool:
    """Whether ``outlet.toml`` is still as it was learned."""
    kept = mark(folder)
    return kept.is_file() and kept.read_text().strip() == disk.sha256(folder.outlet)


def open_guarded(captures_folder: Path, ref: str) -> str | None:
    """The HTML of the capture at ``ref``, opened in the guard; None if it cannot be had."""
    try:
        return guard().call(functools.partial(_open_page, captures_folder), ref)
    except Overrun:
        return None  # survey said so of the same page, as a finding


def _open_page(folder: Path, ref: str) -> str | None:
    """The HTML of the capture that lies at ``ref``, its archive's rewriting undone; None if it cannot be had."""
    where, _, offset = ref.rpartition("@")
    file, _, part = where.partition("!")
    place = Place(file, int(offset), None, part)
    capture = Capture("", "", datetime.fromtimestamp(0, UTC), place=place, payload=place)
    try:
        payload = captures.open_capture(folder, capture)
    except Unreadable:
        return None
    return pages.unrewrite(pages.decode(payload.body, payload.content_type).text)
