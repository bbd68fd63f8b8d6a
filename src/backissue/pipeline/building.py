"""What is made from the archive: the audit, the site, and the small commands around them."""

from __future__ import annotations

import contextlib
import webbrowser
from pathlib import Path

from backissue import audit, disk, outlets
from backissue import search as searching
from backissue.adopt.findings import FINDINGS as ADOPTED
from backissue.archive import Archive
from backissue.model import BadInstruction, Finding, Outlet
from backissue.pages import FINDINGS as PAGES
from backissue.pipeline import learning
from backissue.pipeline.findings import FINDINGS as OURS
from backissue.publish import site as sites
from backissue.publish.serve import serving
from backissue.records import FINDINGS as RECORDS
from backissue.run import Folder, Progress, Silent


def audited(folder: Folder, progress: Progress, outlet: Outlet | None = None, page: Path | None = None) -> audit.Report:
    """The audit's report on a paper; written as a page to ``page``, too, if that is named."""
    with progress.stage("auditing", None):
        if page is None:
            return audit.audit(folder.path, outlet)
        return audit.write_report(folder.path, page, outlet, kinds={**RECORDS, **PAGES, **ADOPTED, **OURS})


def build(folder: Folder, out: Path | None, progress: Progress, outlet: Outlet | None = None) -> sites.SiteReport:
    """The site, built into ``out`` or ``work/site``."""
    with progress.stage("building the site", None):
        return sites.build(folder.path, out or folder.site, outlet=outlet or learning.written(folder))


def site(folder: Path, out: Path | None = None, *, progress: Progress | None = None) -> sites.SiteReport:
    """Build the site of the paper in ``folder``; only what changed is written."""
    paper = Folder.existing(folder)
    with disk.locked(paper.path):
        return build(paper, out, progress or Silent())


def search(
    folder: Path, query: str, *, limit: int = 20, sort: str = "relevance", progress: Progress | None = None
) -> searching.Results:
    """What the archive of the paper in ``folder`` holds for ``query``; the index is built first if need be.

    A shell takes quotation marks away; pass them on for a phrase. Raises
    BadInstruction for a query that cannot be read.
    """
    paper = Folder.existing(folder)
    with (progress or Silent()).stage("indexing", None):
        index = searching.ready(Archive(paper.path), paper.work / "index")
    return index.query(query, limit=limit, sort=sort)


def verify(folder: Path, *, progress: Progress | None = None) -> list[Finding]:
    """Every file of archive and evidence that is not as it was written."""
    paper = Folder.existing(folder)
    with (progress or Silent()).stage("checking digests", None):
        return list(Archive(paper.path).verify())


def new(folder: Path, *, name: str, hosts: tuple[str, ...], timezone: str) -> Path:
    """Write ``outlet.toml`` with what is known; returns its path. Never overwrites one."""
    paper = Folder.make(folder)
    if paper.outlet.exists():
        raise BadInstruction(f"{paper.outlet} is there already", "Edit it, or name another folder.")
    outlet = Outlet(name=name, hosts=hosts, timezone=timezone)
    text = outlets.dumps(outlet)
    outlets.parse(text, str(paper.outlet))  # a wrong zone is told now
    disk.write(paper.outlet, text.encode())
    return paper.outlet


def serve(folder: Path, *, port: int, browser: bool, progress: Progress | None = None) -> None:
    """Serve the paper in ``folder`` on this machine until interrupted; builds its site first."""
    paper, progress = Folder.existing(folder), progress or Silent()
    with disk.locked(paper.path):
        build(paper, None, progress)
    with serving(paper.path, paper.site, port=port, audit=lambda: audit.audit(paper.path).as_json()) as server:
        progress.say(f"Reading at {server.url} on this machine only; Ctrl-C ends it.")
        if browser:
            webbrowser.open(server.url)
        with contextlib.suppress(KeyboardInterrupt):
            server.run()
