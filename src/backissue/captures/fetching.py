"""fetch: what a plan wants, one capture after the other, into WARC files that nothing can break.

Each capture is asked of the archive that listed it. Records the time that was
served, and passes to the next candidate when one is bad. A killed run goes on
where it was, and asks for nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from backissue import urls
from backissue.captures.addresses import Forbidden
from backissue.captures.client import Exhausted
from backissue.captures.journal import Journal
from backissue.captures.listing import Offer
from backissue.captures.manners import Wait
from backissue.captures.opening import decode
from backissue.captures.planning import Job, Plan
from backissue.captures.playback import Lender, Memento, NotThere, Same, cut_out, name_of, play, sha1
from backissue.captures.writing import OPEN, ROLL, Group, Kept, Writer
from backissue.model import BrokenWorld, Capture, Finding, PageKind, Severity, Verdict

__all__ = ["Fetched", "Filled", "Judge", "fetch", "missing", "settle"]

Judge = Callable[[bytes, Capture], Verdict]
"""Decoded bytes and their capture (``when`` is the time served) to what they are."""

_BAD = frozenset({PageKind.ERROR, PageKind.FAREWELL, PageKind.OUTAGE, PageKind.PARKED, PageKind.EMPTY})
_GOOD = ("held", "same")


@dataclass(frozen=True, slots=True)
class Fetched:
    """Progress: one capture came in (``kept``), or ``outcome`` says why not. ``done`` of ``jobs``."""

    done: int
    jobs: int
    capture: Capture
    outcome: str  # held | bad | same | gone | failed
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A WARC file is complete, under ``captures/`` by this name, and can be indexed."""

    name: str


def fetch(
    plan: Plan,
    folder: Path,
    lenders: Sequence[Lender],
    *,
    software: str,
    agent: str,
    judge: Judge | None = None,
    roll: int = ROLL,
) -> Iterator[Fetched | Filled | Finding | Wait]:
    """Fetch what ``plan`` wants from ``lenders`` into the paper's ``folder``.

    An Offer is asked of the archive that listed it, a capture of unknown
    origin of the first; what is of none of them is passed over. Yields
    progress, the files that became complete (the last at the end), and
    findings. An archive that fails is left out from then on. Raises
    BrokenWorld if the last of them or the disk fails; what came in is kept.
    """
    with _Fetch(folder, tuple(lenders), software, agent, judge, roll) as work:
        for done, job in enumerate(plan.jobs):
            yield from work.job(job, done, len(plan.jobs))
        name = work.writer.finish()
        if name:
            work.journal.note_file(name)
            yield Filled(name)


def missing(plan: Plan, folder: Path) -> Plan:
    """The jobs of ``plan`` for which the paper's ``folder`` does not hold enough yet; asks nobody, writes nothing."""
    journal = Journal(folder)
    journal.load(looking=True)
    jobs = []
    for job in plan.jobs:
        good = _good(job, journal)
        left = tuple(c for c in job.candidates if c.digest not in good and journal.outcome(c) is None)
        wanted = job.wanted - len(good)
        if left and wanted > 0:
            jobs.append(replace(job, candidates=left, wanted=wanted))
    return Plan(tuple(jobs), plan.skipped)


def settle(captures: Path, software: str = "backissue") -> str | None:
    """Finish the WARC that a dead run left open; returns its name, or None if there was none."""
    if not (captures / OPEN).exists():
        return None
    with Writer(captures, software) as writer:
        writer.recover()
        return writer.finish()


def _good(job: Job, journal: Journal) -> set[str]:
    """What is held of a job already: the digests, or the names where a line gives none."""
    return {c.digest or name_of(c) for c in job.candidates if journal.outcome(c) in _GOOD}


@dataclass(slots=True)
class _Fetch:
    folder: Path
    lenders: tuple[Lender, ...]
    software: str
    agent: str
    judge: Judge | None
    roll: int
    writer: Writer = field(init=False)
    journal: Journal = field(init=False)
    _filled: str = ""
    _fallen: set[str] = field(default_factory=set)  # CDX servers of archives that failed in this run

    def __enter__(self) -> _Fetch:
        self.writer = Writer(self.folder / "captures", self.software, roll=self.roll)
        self.journal = Journal(self.folder)
        self.journal.load()
        self.journal.recovered(self.writer.recover())
        return self

    def __exit__(self, *_: object) -> None:
        self.writer.close()
        self.journal.close()

    def job(self, job: Job, done: int, jobs: int) -> Iterator[Fetched | Filled | Finding]:
        """Candidates in order until enough are good."""
        good = _good(job, self.journal)
        failed = asked = False
        for capture in job.candidates:
            if len(good) >= job.wanted:
                return
            lender = self._lender(capture)
            if lender is None or self.journal.outcome(capture) is not None or capture.digest in good:
                continue
            asked = True
            try:
                outcome, kept, findings = self._one(lender, capture, job.kind)
            except BrokenWorld as error:
                self._fallen.add(lender.source.cdx)
                if len(self._fallen) == len(self.lenders):
                    raise
                failed = True
                sentence = f"{lender.source.name} failed, and was asked for nothing more: {error}."
                yield Finding("fetch.lost-archive", lender.source.name, sentence, Severity.ERROR)
                continue
            yield from findings
            failed = failed or outcome == "failed"
            if outcome in _GOOD:
                good.add((kept and kept.digest) or name_of(capture))
            if kept is not None and self._filled:
                name, self._filled = self._filled, ""
                self.journal.note_file(name)
                yield Filled(name)
            yield Fetched(done, jobs, capture, outcome, kept)
        had = [self.journal.outcome(capture) for capture in job.candidates]
        fallen = any(isinstance(c, Offer) and c.source in self._fallen for c in job.candidates)
        if not good and "bad" not in had and (asked or fallen or "gone" in had):
            failed = failed or fallen
            sentence = (
                "No capture of it could be had: the archive failed each time; run fetch again."
                if failed
                else "No capture of it could be had: the archive plays none of them back."
            )
            severity = Severity.WARNING if failed else Severity.ERROR
            code = "fetch.failed" if failed else "fetch.gone"
            yield Finding(code, job.key, sentence, severity, {"candidates": len(job.candidates)})

    def _lender(self, capture: Capture) -> Lender | None:
        if not isinstance(capture, Offer):
            return self.lenders[0]
        if capture.source in self._fallen:
            return None
        return next((lender for lender in self.lenders if lender.source.cdx == capture.source), None)

    def _one(self, lender: Lender, capture: Capture, kind: str) -> tuple[str, Kept | None, list[Finding]]:
        """The outcome, what was kept, and findings; what became of it is in the journal."""
        findings: list[Finding] = []

        def tell(code: str, sentence: str, severity: Severity = Severity.WARNING) -> None:
            findings.append(Finding(f"fetch.{code}", name_of(capture), sentence, severity, {"url": capture.url}))

        try:
            had = self._had(lender, capture)
            if isinstance(had, Memento) and capture.digest and not had.proven and had.served == capture.timestamp:
                had = self._had(lender, capture)  # a fault on the way is no fault of the archive's
        except Exhausted as error:
            tell("unanswered", f"The archive did not give it: {error}.")
            return "failed", None, findings
        except Forbidden as error:
            tell("elsewhere", f"The archive sends us where nobody asked to go: {error}.", Severity.ERROR)
            return self._gone(capture, findings)
        except NotThere as error:
            tell("not-there", f"The archive does not play it back: {error}.", Severity.NOTE)
            return self._gone(capture, findings)
        if isinstance(had, Same):
            tell("served", f"Asked for {capture.timestamp}, the archive served {had.named[:14]}.", Severity.NOTE)
            return self._same(capture, had.named, findings)
        if not had.served:
            tell("no-time", f"The archive gave no time for it: {had.said!r}.")
            return "failed", None, findings
        if had.served == capture.timestamp and not had.proven and capture.digest:
            if not had.body:
                # pywb plays back some revisits as nothing; what they repeat is listed under its own time.
                tell("nothing", "The archive plays back nothing where its index says there is something, asked twice.")
                return self._gone(capture, findings)
            tell("digest", "What the archive plays back does not have the digest that its index says, asked twice.")
        if had.short:
            tell("short", "The archive holds only a part of it, and gives the same part every time.")
        if had.served != capture.timestamp:
            tell("served", f"Asked for {capture.timestamp}, the archive served {had.served}.", Severity.NOTE)
            named = f"{had.served} {urls.key(had.url)}"
            if named in self.journal.served:
                return self._same(capture, named, findings)
        kept = self._keep(lender, capture, kind, had, had.served)
        return "bad" if kept.verdict else "held", kept, findings

    def _had(self, lender: Lender, capture: Capture) -> Memento | Same:
        if isinstance(capture, Offer) and lender.records is not None:
            return cut_out(lender, capture, self.folder / "work" / "fetch" / "record.warc.gz")
        return play(lender, capture, self.journal.served)

    def _gone(self, capture: Capture, findings: list[Finding]) -> tuple[str, None, list[Finding]]:
        self.journal.came_to(capture, "gone", "")
        return "gone", None, findings

    def _same(self, capture: Capture, named: str, findings: list[Finding]) -> tuple[str, None, list[Finding]]:
        outcome = "bad" if self.journal.served.get(named) == "bad" else "same"
        self.journal.came_to(capture, outcome, named)
        return outcome, None, findings

    def _keep(self, lender: Lender, capture: Capture, kind: str, had: Memento, served: str) -> Kept:
        digest = sha1(had.body)
        source = capture.source if isinstance(capture, Offer) else ""
        group = Group(
            url=had.url,
            asked=capture.timestamp,
            served=served,
            address=had.address,
            agent=self.agent.partition(" (")[0],
            status=had.status,
            reason=had.reason,
            headers=had.headers,
            body=had.body,
            digest=digest,
            when=lender.client.manners.clock(),
            same_as=self.journal.payloads.get(digest) if had.body else None,
            source=source,
            span=had.span,
            truncated=had.truncated,
        )
        verdict = self._verdict(capture, kind, group)
        bad = str(verdict.kind) if verdict and verdict.kind in _BAD else ""
        notes = (
            ("status-served", str(had.status)),
            ("archive-src", had.src),
            ("range", had.span),
            ("listed-digest", capture.digest or ""),
            ("verdict", bad),
        )
        self._filled = self.writer.write(replace(group, notes=tuple(note for note in notes if note[1]))) or ""
        revisit = group.same_as is not None
        kept = Kept(urls.key(had.url), capture.timestamp, served, digest, had.url, revisit, bad, source)
        self.journal.keep(kept)
        return kept

    def _verdict(self, capture: Capture, kind: str, group: Group) -> Verdict | None:
        if group.status >= 400:
            return Verdict(PageKind.ERROR, f"status {group.status}")
        if kind == "media" or self.judge is None or group.status != 200:
            return None
        said = {name.lower(): value for name, value in group.headers}
        body = group.body
        if "content-encoding" in said:
            body, _ = decode(body, said["content-encoding"])
        when = datetime.strptime(group.served, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        mime = said.get("content-type", "").partition(";")[0].strip().lower() or None
        return self.judge(body, replace(capture, url=group.url, when=when, status=group.status, mimetype=mime))
