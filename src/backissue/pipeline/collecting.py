"""list and fetch: the paper's captures out of a web archive, into evidence.

First every line the archive has; then a spread over all the years, from which
the paper is learned; then, knowing its addresses, the best captures of each
article, every page that can witness, and at last the pictures that records show.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from backissue import __version__, captures, jsonlines, pages, urls
from backissue.model import BadInstruction, Capture, Finding, Outlet, Receipt, Verdict
from backissue.pages import Census
from backissue.pipeline.extracting import Bundle
from backissue.pipeline.paper import Run

FIRST_LOOK = 200
"""Articles fetched before the paper is learned: enough for every template that has a share of it."""

SOFTWARE = f"backissue/{__version__}"


@dataclass(frozen=True, slots=True)
class Online:
    """A web archive to collect from, and how. ``rate`` is in requests a second, the archive's own limit if None.

    ``contact`` is what the archive is told of the operator; nobody else ever sees it.
    """

    source: captures.Source
    targets: tuple[str, ...]
    contact: str | None = None
    rate: float | None = None
    proxy: str | None = None

    @property
    def agent(self) -> str:
        """How we present ourselves to the archive."""
        return captures.user_agent(__version__, self.contact)


def online(source: str, hosts: Sequence[str]) -> Online | None:
    """The web archive that ``source`` names, or None if it names files.

    A CDX server's address needs ``hosts``; a bare host means what the Wayback Machine has of it.
    """
    if source.startswith(("http://", "https://")):
        if not hosts:
            raise BadInstruction(f"{source} is a web archive; whose captures?", "Name the paper's host with --host.")
        return Online(captures.source_of(source), tuple(hosts))
    if Path(source).exists() or "/" in source.rstrip("/") or not urls.is_web(f"http://{source}") or "." not in source:
        return None
    if source.endswith((".gz", ".warc", ".arc", ".wacz", ".zst")):
        return None
    return Online(captures.source_of(captures.ARCHIVE), (source, *hosts))


class Collector:
    """One archive being collected from; close it when done."""

    def __init__(self, run: Run, archive: Online) -> None:
        self._run = run
        self._archive = archive
        limits = {} if archive.rate is None else {"listing": archive.rate, "playback": archive.rate}
        manners = captures.Manners(run.folder.work / "manners.json", time.time, time.sleep, tell=self._waiting)
        if captures.is_near(archive.source.cdx):  # no firewall says no there: it is merely not running
            manners.refusal = (1.0, 2.0)
        if limits:
            manners.rates = limits
            manners.ramp = False
        self.client = captures.Client(archive.source.cdx, manners, agent=archive.agent, proxy=archive.proxy)
        if not self.client.private and not archive.contact:
            raise BadInstruction(
                "a web archive wants to know whom to write to when something goes wrong",
                "Give a role address with --contact: it is sent to the archive, and to nobody else.",
            )
        self.rate = manners.rates["playback"]

    def __enter__(self) -> Collector:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def gather(self) -> list[Finding]:
        """Every line the archive has of the targets, as listings; what went wrong."""
        found: list[Finding] = []
        progress = self._run.progress
        with progress.stage(f"listing at {self._archive.source.name}", None) as advance:
            told = captures.list_source(
                self._archive.source,
                self._archive.targets,
                self._run.folder.path,
                self.client,
                this_year=datetime.now(UTC).year,
            )
            for event in told:
                if isinstance(event, Finding):
                    found.append(event)
                else:
                    advance(1)
        return found

    def fetch(self, plan: captures.Plan) -> list[Finding]:
        """What the plan wants and is not yet held, as WARC files in ``captures/``; what went wrong."""
        found: list[Finding] = []
        with self._run.progress.stage(f"fetching from {self._archive.source.name}", len(plan.jobs)) as advance:
            before = 0
            told = captures.fetch(
                plan,
                self._run.folder.path,
                self._archive.source,
                self.client,
                software=SOFTWARE,
                agent=self._archive.agent,
                judge=judge,
            )
            for event in told:
                if isinstance(event, Finding):
                    found.append(event)
                elif isinstance(event, captures.Fetched):
                    advance(event.done - before)
                    before = event.done
        return found

    def _waiting(self, wait: captures.Wait) -> None:
        if wait.seconds >= 5:
            self._run.progress.say(f"waiting {wait.seconds:.0f} s: {wait.why}")


def plan(
    run: Run, outlet: Outlet | None, hosts: Iterable[str], media: Collection[str] = (), *, only_media: bool = False
) -> captures.Plan:
    """What is to be fetched, from every line that a web archive listed."""
    made = captures.make_plan(remote(run), outlet, hosts=tuple(hosts), media=media)
    if only_media:
        return captures.Plan(tuple(job for job in made.jobs if job.kind == "media"), made.skipped)
    return made


def pictures_wanted(run: Run, extracted: list[Receipt]) -> set[str]:
    """The keys of the pictures that drafts show."""
    wanted: set[str] = set()
    for done in extracted:
        for bundle in jsonlines.read(Bundle, run.folder.path / done.outputs[0][0]):
            for draft in (bundle.main, *bundle.others):
                wanted.update(urls.key(image.url) for image in draft.record.images)
    return wanted


def listed(run: Run) -> Iterator[Capture]:
    """Every capture once: those held in files, then those that only a web archive's listing names.

    A listed line whose capture is held, by key and time, is that capture.
    """
    scratch = run.folder.work / "listed.sqlite"
    scratch.unlink(missing_ok=True)
    scratch.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(scratch, isolation_level=None)) as db:
        db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4000; BEGIN;"
            "CREATE TABLE seen (key TEXT, stamp TEXT, PRIMARY KEY (key, stamp)) WITHOUT ROWID;"
        )
        paths = captures.listings(run.folder.captures)
        remote = [path for path in paths if "file" not in captures.query_of(path)]
        for path in paths:
            if path in remote:
                continue
            for capture in captures.read_listing(path):
                if remote:
                    db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (capture.key, capture.timestamp))
                yield capture
        for path in remote:
            for capture in captures.read_listing(path):
                if db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (capture.key, capture.timestamp)).rowcount:
                    yield capture
    scratch.unlink(missing_ok=True)


def remote(run: Run) -> Iterator[Capture]:
    """Every line that web archives listed, as often as they did."""
    for path in captures.listings(run.folder.captures):
        if "file" not in captures.query_of(path):
            yield from captures.read_listing(path)


def judge(body: bytes, capture: Capture) -> Verdict:
    """What a fetched body seems to be, on its own merits; whether another capture is to be tried hangs on it."""
    decoded = pages.decode(body, capture.mimetype, capture.ref)
    surveyed = pages.survey(capture, pages.unrewrite(decoded.text, capture))
    return pages.judge(surveyed, Census())
