"""list and fetch: the paper's captures out of a web archive, into evidence.

First every line the archive has; then a spread over all the years, from which
the paper is learned; then, knowing its addresses, the best captures of each
article, every page that can witness, and at last the pictures that records show.
"""

from __future__ import annotations

import functools
import hashlib
import sqlite3
import time
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from backissue import __version__, captures, jsonlines, pages, urls
from backissue.model import BadInstruction, BrokenWorld, Capture, CardRule, Finding, Outlet, Receipt, Verdict
from backissue.pages import Census
from backissue.pipeline import gathering, surveying
from backissue.pipeline.extracting import Bundle
from backissue.pipeline.findings import SOURCE_UNREADABLE
from backissue.pipeline.paper import Run

FIRST_LOOK = 200
"""Articles fetched before the paper is learned: enough for every template that has a share of it."""

RECORDS = 2.0
"""Requests a second to Common Crawl's data host. It publishes no limit; who went quicker was shut out for a day."""

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

    A CDX server's address needs ``hosts``; a bare host, or a paper's address,
    means what the Wayback Machine has of it. Raises BadInstruction for an
    address that is neither.
    """
    if paper := paper_of(source):
        return Online(captures.source_of(captures.ARCHIVE), tuple(dict.fromkeys((paper, *hosts))))
    if source.startswith(_SCHEMES):
        archive = captures.source_of(source)
        if not hosts:
            raise BadInstruction(f"{source} is a web archive; whose captures?", "Name the paper's host with --host.")
        return Online(archive, tuple(hosts))
    bare = f"http://{source}"
    if not Path(source).exists() and _is_address(bare):
        raise BadInstruction(
            f"{source} is no file and no paper's host", f"If it is a CDX server, write {bare} in full."
        )
    return None


_SCHEMES = ("http://", "https://")


def paper_of(source: str) -> str | None:
    """The paper's host, if ``source`` names one: bare, or as the address of its front page."""
    bare = source.removeprefix("https://").removeprefix("http://").rstrip("/")
    if "/" in bare or "." not in bare.strip(".") or not urls.is_web(f"http://{bare}"):
        return None
    if bare == source.rstrip("/") and (Path(source).exists() or source.endswith((*gathering.ENDINGS, *_PACKED))):
        return None
    return None if captures.is_near(f"http://{bare}") else bare


_PACKED = (".gz", ".zst", ".zip")


def _is_address(url: str) -> bool:
    """Whether something without a scheme was meant as a server's address: a port, or a path that CDX servers have."""
    try:
        _, host, _ = captures.origin(url)
    except BadInstruction:
        return False
    path = url.split("/", 3)[-1].rstrip("/")
    return captures.is_near(url) or ("." in host and path.endswith(("/cdx", "-index")))


def check(archives: Iterable[Online]) -> None:
    """BadInstruction where an archive must know whom to write to, and does not."""
    if any(not captures.is_near(archive.source.cdx) and not archive.contact for archive in archives):
        raise BadInstruction(
            "a web archive wants to know whom to write to when something goes wrong",
            "Give a role address with --contact: it is sent to the archive, and to nobody else.",
        )


@dataclass(slots=True)
class Tally:
    """What collecting came to, in captures, requests and seconds."""

    lines: dict[str, int] = field(default_factory=dict)
    """How many lines each archive has listed, in all."""
    fresh: int = 0
    """Windows of listings that came in this time; 0 if every listing stood already."""
    came: Counter[str] = field(default_factory=Counter)
    """Captures by what came of asking: held, bad, same, gone, failed."""
    planned: int = 0
    requests: int = 0
    seconds: float = 0.0
    waits: int = 0
    waited: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        return {
            "listed": dict(self.lines),
            "planned": self.planned,
            **{outcome: self.came[outcome] for outcome in OUTCOMES},
            "requests": self.requests,
            "seconds": round(self.seconds, 1),
            "waits": self.waits,
            "waited": round(self.waited, 1),
        }

    def summary(self) -> str:
        """A few lines that a person would send to a friend."""
        told = [f"Listed: {count:,} lines by {name}." for name, count in self.lines.items()]
        if self.planned or self.came:
            outcomes = ", ".join(f"{self.came[o]:,} {OUTCOMES[o]}" for o in OUTCOMES if self.came[o])
            told.append(f"Fetched: {outcomes or 'nothing that was not held already'}.")
        if self.requests:
            pace = self.requests / self.seconds if self.seconds else 0.0
            rest = f", {span_of(self.waited)} of it told to wait or trying again ({self.waits:,} times)"
            told.append(
                f"Asked: {self.requests:,} request{'s' if self.requests != 1 else ''} in {span_of(self.seconds)}, "
                f"{pace:.1f} a second{rest if self.waits else ''}."
            )
        return "\n".join(told)


OUTCOMES = {
    "held": "captures came in",
    "bad": "more showed an error or a farewell (the next best was tried)",
    "same": "were served as another that is held",
    "gone": "are listed and not played back",
    "failed": "failed each time (run this again)",
}
"""What can come of asking for a capture, and how the summary says it."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What `fetch` did: the plan, what of it was ``missing`` before, the ``rate`` allowed (requests a second), and the tally."""

    plan: captures.Plan
    missing: captures.Plan
    rate: float
    tally: Tally
    findings: tuple[Finding, ...] = ()


class Collector:
    """Archives being collected from; close it when done."""

    def __init__(self, run: Run, archives: Sequence[Online]) -> None:
        self._run = run
        self._archives = archives
        self._clients: dict[tuple[str, str, int], captures.Client] = {}
        self._began = time.monotonic()
        self.tally = Tally()
        check(archives)
        self._lenders = [
            captures.Lender(
                archive.source,
                self._client(archive, archive.source.cdx),
                self._client(archive, archive.source.records) if archive.source.records else None,
            )
            for archive in archives
        ]
        self.rate = min((lender.records or lender.client).manners.rates["playback"] for lender in self._lenders)

    def __enter__(self) -> Collector:
        return self

    def __exit__(self, *_: object) -> None:
        for client in self._clients.values():
            client.close()

    def _client(self, archive: Online, base: str) -> captures.Client:
        """One client a host, whatever it is asked for: its limits are one."""
        whose = captures.origin(base)
        if whose in self._clients:
            return self._clients[whose]
        name = hashlib.sha256(" ".join(map(str, whose)).encode()).hexdigest()[:12]
        manners = captures.Manners(self._run.folder.work / "manners" / f"{name}.json", time.time, time.sleep)
        manners.tell = self._waiting
        if captures.is_near(base):  # no firewall says no there: it is merely not running
            manners.refusal = (1.0, 2.0)
        elif base == archive.source.records:
            manners.rates["playback"] = RECORDS
        if archive.rate is not None:
            manners.rates = {"listing": archive.rate, "playback": archive.rate}
            manners.ramp = False
        self._clients[whose] = captures.Client(base, manners, agent=archive.agent, proxy=archive.proxy)
        return self._clients[whose]

    def gather(self, *, again: bool = False) -> list[Finding]:
        """Every line the archives have of the targets, as listings; what went wrong.

        ``again``: anew, where a listing was finished before. One archive that
        fails is a finding if another does not.
        """
        found: list[Finding] = []
        broken: list[BrokenWorld] = []
        for archive, lender in zip(self._archives, self._lenders, strict=True):
            try:
                found += self._list(archive, lender, again=again)
            except BrokenWorld as error:
                broken.append(error)
                if len(broken) == len(self._archives):
                    raise
                found.append(SOURCE_UNREADABLE.about(archive.source.name, f"{error}; the others were listed."))
                self._run.progress.say(f"passed over {archive.source.name}: {error}")
        groups: dict[str, list[Path]] = {}
        for archive in self._archives:
            if paths := list(_listings(self._run, (archive.source.cdx,))):
                groups[archive.source.name if archive.source.name not in groups else archive.source.cdx] = paths
                self.tally.lines[archive.source.name] = sum(
                    int(captures.query_of(path).get("lines", 0)) for path in paths
                )
        excluded = next((f for f in found if f.code == "list.excluded"), None)
        if excluded and not groups and not gathering.evidence(self._run.folder):
            raise BadInstruction(excluded.sentence.rstrip("."), "Look in another web archive, or for somebody's files.")
        if len(groups) > 1:
            subject = ", ".join(dict.fromkeys(self._archives[0].targets))
            difference = captures.differ(groups, subject, captures.by_page, noun="pages")
            if difference:
                found.append(difference)
                self._run.progress.say(difference.sentence)
        self._count()
        return found

    def _list(self, archive: Online, lender: captures.Lender, *, again: bool) -> Iterator[Finding]:
        progress = self._run.progress
        with progress.stage(f"listing at {archive.source.name}", None) as advance:
            told = captures.list_source(
                archive.source,
                archive.targets,
                self._run.folder.path,
                lender.client,
                this_year=datetime.now(UTC).year,
                again=again,
            )
            for event in told:
                if isinstance(event, Finding):
                    yield event
                elif isinstance(event, captures.Standing):
                    progress.say(_age(archive.source.name, event))
                else:
                    self.tally.fresh += 1
                    advance(1)
                    left = f"{event.windows - event.done} to ask for" if event.windows > event.done else ""
                    progress.note(f"{event.lines:,} lines" + (f", {left}" if left else ""))

    def fetch(self, plan: captures.Plan) -> list[Finding]:
        """What the plan wants and is not yet held, as WARC files in ``captures/``; what went wrong."""
        found: list[Finding] = []
        self.tally.planned += plan.requests
        names = ", ".join(dict.fromkeys(archive.source.name for archive in self._archives))
        left = captures.missing(plan, self._run.folder.path).requests
        with self._run.progress.stage(f"fetching from {names}", left) as advance:
            told = captures.fetch(
                plan,
                self._run.folder.path,
                self._lenders,
                software=SOFTWARE,
                agent=self._archives[0].agent,
                judge=functools.partial(judge, cards=surveying.cards_of(self._run.folder)),
            )
            pace = _Pace()
            for event in told:
                if isinstance(event, Finding):
                    found.append(event)
                elif isinstance(event, captures.Fetched):
                    self.tally.came[event.outcome] += 1
                    if event.outcome in ("held", "same") and left:
                        advance(1)
                        left -= 1
                    self._run.progress.note(pace.told(self._requests(), left, self.tally.came))
            advance(left)
        self._count()
        return found

    def _requests(self) -> int:
        return sum(client.requests for client in self._clients.values())

    def _count(self) -> None:
        self.tally.requests = self._requests()
        self.tally.waits = sum(client.manners.waits for client in self._clients.values())
        self.tally.waited = sum(client.manners.waited for client in self._clients.values())
        self.tally.seconds = time.monotonic() - self._began

    def _waiting(self, wait: captures.Wait) -> None:
        self._run.progress.note(wait.why, wait.seconds)


class _Pace:
    """How quick fetching is just now, in words."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque(maxlen=200)

    def told(self, requests: int, left: int, came: Counter[str]) -> str:
        now = time.monotonic()
        while self._seen and now - self._seen[0][0] > 30:
            self._seen.popleft()
        self._seen.append((now, requests))
        past, then = self._seen[0]
        rate = (requests - then) / (now - past) if now > past else 0.0
        told = f"{rate:.1f} a second, {left:,} left" + (f" ({span_of(left / rate)})" if rate and left else "")
        return told + "".join(f", {came[what]:,} {what}" for what in ("bad", "gone", "failed") if came[what])


def span_of(seconds: float) -> str:
    """A time in words, as exact as one cares for: ``40 s``, ``12 min``, ``3.5 hours``."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 100 * 60 else f"{seconds / 3600:,.1f} hours"


def _age(name: str, standing: captures.Standing) -> str:
    if standing.when is None:
        return f"{standing.target} was listed at {name} before ({standing.lines:,} lines); nobody was asked."
    days = (datetime.now(UTC) - standing.when).days
    age = "today" if days < 1 else "yesterday" if days == 1 else f"{days:,} days ago"
    return (
        f"{standing.target} was listed at {name} {age} ({standing.when:%Y-%m-%d}, {standing.lines:,} lines); "
        "`backissue list --again` asks for a new listing."
    )


def plan(
    run: Run,
    outlet: Outlet | None,
    archives: Sequence[Online],
    media: Collection[str] = (),
    *,
    hosts: Iterable[str] = (),
    only_media: bool = False,
) -> captures.Plan:
    """What is to be fetched from ``archives``, by every line that a web archive listed.

    Lines of archives that are not asked now take part, too: what is held of
    them need not be had again elsewhere. ``hosts`` are the paper's own beside
    those asked for.
    """
    asked = [archive.source.cdx for archive in archives]
    ours = {*hosts, *(target for archive in archives for target in archive.targets)}
    made = captures.make_plan(remote(run, asked), outlet, hosts=ours, media=media)
    jobs = [
        job for job in made.jobs if any(isinstance(c, captures.Offer) and c.source in asked for c in job.candidates)
    ]
    if only_media:
        jobs = [job for job in jobs if job.kind == "media"]
    return captures.Plan(tuple(jobs), made.skipped)


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


def remote(run: Run, first: Sequence[str] = ()) -> Iterator[captures.Offer]:
    """Every line that web archives listed, as often as they did; those of the CDX servers ``first`` before the others."""
    for path in _listings(run, first):
        yield from captures.read_offers(path)
    for path in captures.listings(run.folder.captures):
        query = captures.query_of(path)
        if "file" not in query and query.get("source") not in first:
            yield from captures.read_offers(path)


def _listings(run: Run, sources: Sequence[str]) -> Iterator[Path]:
    """The listings of CDX servers, in the order of these."""
    whose = {path: captures.query_of(path).get("source") for path in captures.listings(run.folder.captures)}
    for source in sources:
        yield from (path for path, listed in whose.items() if listed == source)


def judge(body: bytes, capture: Capture, cards: Sequence[CardRule] = ()) -> Verdict:
    """What a fetched body seems to be, on its own merits; whether another capture is to be tried hangs on it."""
    decoded = pages.decode(body, capture.mimetype, capture.ref)
    surveyed = pages.survey(capture, pages.unrewrite(decoded.text, capture), cards=cards)
    return pages.judge(surveyed, Census())
