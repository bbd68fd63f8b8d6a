"""fetch: what a plan wants, one capture after the other, into WARC files that nothing can break.

Asks for original bytes, believes only what the outlet said (Memento), records
the time that was served, proves the digest, and passes to the next candidate
when one is bad. A killed run goes on where it was, and asks for nothing twice.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import FileIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from backissue import disk, urls
from backissue.captures import cdx
from backissue.captures.addresses import Forbidden
from backissue.captures.client import Answer, Client, Exhausted
from backissue.captures.manners import Wait
from backissue.captures.opening import decode
from backissue.captures.planning import Job, Plan
from backissue.captures.writing import OPEN, ROLL, Group, Kept, Writer, kept_in
from backissue.model import Capture, Finding, PageKind, Severity, Verdict

__all__ = ["Fetched", "Filled", "Judge", "fetch", "settle"]

Judge = Callable[[bytes, Capture], Verdict]
"""Decoded bytes and their capture (``when`` is the time served) to what they are."""

_BAD = frozenset({PageKind.ERROR, PageKind.FAREWELL, PageKind.OUTAGE, PageKind.PARKED, PageKind.EMPTY})
_HOPS = 5
_OURS = frozenset(
    {
        "memento-datetime",
        "link",
        "content-location",
        "transfer-encoding",
        "content-length",
        "connection",
        "keep-alive",
        "server-timing",
        "x-app-server",
        "x-ts",
        "x-tr",
        "x-cache-key",
        "x-page-cache",
        "x-location",
        "x-na",
        "x-nid",
        "x-rl",
        "x-archive-src",
        "x-archive-screenname",
    }
)
_ORIG = "x-archive-orig-"


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
    source: cdx.Source,
    client: Client,
    *,
    software: str,
    agent: str,
    judge: Judge | None = None,
    roll: int = ROLL,
) -> Iterator[Fetched | Filled | Finding | Wait]:
    """Fetch what ``plan`` wants from ``source`` into the paper's ``folder``.

    Yields progress, the files that became complete (the last at the end), and
    findings. Raises BrokenWorld if archive or disk fail; what came in is kept.
    """
    with _Fetch(folder, source, client, software, agent, judge, roll) as work:
        for done, job in enumerate(plan.jobs):
            yield from work.job(job, done, len(plan.jobs))
        name = work.writer.finish()
        if name:
            work.note({"file": name})
            yield Filled(name)


def settle(captures: Path, software: str = "backissue") -> str | None:
    """Finish the WARC that a dead run left open; returns its name, or None if there was none."""
    if not (captures / OPEN).exists():
        return None
    with Writer(captures, software) as writer:
        writer.recover()
        return writer.finish()


@dataclass(slots=True)
class _Fetch:
    folder: Path
    source: cdx.Source
    client: Client
    software: str
    agent: str
    judge: Judge | None
    roll: int
    writer: Writer = field(init=False)
    outcomes: dict[str, str] = field(default_factory=dict)  # "stamp key" as asked -> outcome
    served: set[str] = field(default_factory=set)  # "stamp key" as served
    payloads: dict[str, tuple[str, str]] = field(default_factory=dict)  # digest -> URL and stamp first held
    _filled: str = ""
    _journal: FileIO | None = None

    def __enter__(self) -> _Fetch:
        captures = self.folder / "captures"
        self.writer = Writer(captures, self.software, roll=self.roll)
        known: set[str] = set()
        same: dict[str, str] = {}
        waiting: list[Kept] = []
        for entry in _entries(self._path):
            if "file" in entry:
                # What was kept is believed only with the file that holds it; of the open one, the file itself tells.
                if (captures / str(entry["file"])).exists():
                    known.add(str(entry["file"]))
                    for kept in waiting:
                        self._keep(kept)
                waiting = []
            elif "kept" in entry:
                waiting.append(Kept(**entry["kept"]))
            elif entry.get("outcome") == "gone":
                self.outcomes[str(entry["asked"])] = "gone"
            elif entry.get("outcome") in ("same", "bad"):
                same[str(entry["asked"])] = str(entry["served"])
        for path in sorted(captures.glob("*.warc.gz")):
            if path.name not in known:
                for kept in kept_in(path):
                    self._keep(kept)
                self.note({"file": path.name})
        for kept in self.writer.recover():
            self._keep(kept)
            self.note({"kept": asdict(kept)})
        self.outcomes.update((asked, self.outcomes[served]) for asked, served in same.items() if served in self.served)
        return self

    def __exit__(self, *_: object) -> None:
        self.writer.close()
        if self._journal is not None:
            self._journal.close()

    @property
    def _path(self) -> Path:
        return self.folder / "work" / "fetch" / "journal.jsonl"

    def note(self, entry: dict[str, object]) -> None:
        """A line of the journal: a help to memory, made anew from the WARC files where it is lost."""
        if self._journal is None:
            disk.make_folder(self._path.parent)
            self._journal = self._path.open("ab", buffering=0)
        self._journal.write(json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace") + b"\n")

    def job(self, job: Job, done: int, jobs: int) -> Iterator[Fetched | Filled | Finding]:
        """Candidates in order until enough are good."""
        good = sum(self.outcomes.get(_name(c)) in ("held", "same") for c in job.candidates)
        failed = False
        for capture in job.candidates:
            if good >= job.wanted:
                return
            if _name(capture) in self.outcomes:
                continue
            outcome, kept, served, findings = self._one(capture, job.kind)
            yield from findings
            if outcome != "failed":
                self.outcomes[_name(capture)] = outcome
                if kept is None:
                    self.note({"asked": _name(capture), "outcome": outcome, "served": served})
            failed = failed or outcome == "failed"
            good += outcome in ("held", "same")
            if kept is not None and self._filled:
                name, self._filled = self._filled, ""
                self.note({"file": name})
                yield Filled(name)
            yield Fetched(done, jobs, capture, outcome, kept)
        if good == 0 and not any(self.outcomes.get(_name(c)) == "bad" for c in job.candidates):
            sentence = (
                "No capture of it could be had: the archive failed each time; run fetch again."
                if failed
                else "No capture of it could be had: the archive plays none of them back."
            )
            severity = Severity.WARNING if failed else Severity.ERROR
            yield Finding(
                "fetch.failed" if failed else "fetch.gone",
                job.key,
                sentence,
                severity,
                {"candidates": len(job.candidates)},
            )

    def _one(self, capture: Capture, kind: str) -> tuple[str, Kept | None, str, list[Finding]]:
        """The outcome, what was kept, "stamp key" as served, and findings."""
        findings: list[Finding] = []

        def tell(code: str, sentence: str, severity: Severity = Severity.WARNING) -> None:
            findings.append(Finding(f"fetch.{code}", _name(capture), sentence, severity, {"url": capture.url}))

        for attempt in (1, 2):
            try:
                answer, url, address = self._play(capture)
            except Exhausted as error:
                tell("unanswered", f"The archive did not give it: {error}.")
                return "failed", None, "", findings
            except Forbidden as error:
                tell("elsewhere", f"The archive sends us where nobody asked to go: {error}.", Severity.ERROR)
                return "gone", None, "", findings
            except _NotThere as error:
                tell("not-there", f"The archive does not play it back: {error}.", Severity.NOTE)
                return "gone", None, "", findings
            served = _served(answer)
            body, headers, proven = _payload(answer, capture.digest, self.source)
            if proven or served != capture.timestamp or capture.digest is None or attempt == 2:
                break
        if not served:
            tell("no-time", f"The archive gave no time for it: {answer.get('Memento-Datetime')!r}.")
            return "failed", None, "", findings
        if served == capture.timestamp and not proven and capture.digest:
            if not body:
                # pywb plays back some revisits as nothing; what they repeat is listed under its own time.
                tell("nothing", "The archive plays back nothing where its index says there is something, asked twice.")
                return "gone", None, "", findings
            tell("digest", "What the archive plays back does not have the digest that its index says, asked twice.")
        if answer.short:
            tell("short", "The archive holds only a part of it, and gives the same part every time.")
        named = f"{served} {urls.key(url)}"
        if served != capture.timestamp:
            tell("served", f"Asked for {capture.timestamp}, the archive served {served}.", Severity.NOTE)
            if named in self.served:
                return "bad" if self.outcomes.get(named) == "bad" else "same", None, named, findings
        digest = _sha1(body)
        group = Group(
            url=url,
            asked=capture.timestamp,
            served=served,
            address=address,
            agent=self.agent.partition(" (")[0],
            status=answer.status,
            reason=answer.reason,
            headers=headers,
            body=body,
            digest=digest,
            when=self.client.manners.clock(),
            same_as=self.payloads.get(digest) if body else None,
        )
        verdict = self._verdict(capture, kind, group)
        bad = str(verdict.kind) if verdict and verdict.kind in _BAD else ""
        notes = (
            ("status-served", str(answer.status)),
            ("archive-src", answer.get("x-archive-src") or ""),
            ("listed-digest", capture.digest or ""),
            ("verdict", bad),
        )
        self._filled = self.writer.write(replace(group, notes=tuple(note for note in notes if note[1]))) or ""
        kept = Kept(urls.key(url), capture.timestamp, served, digest, url, group.same_as is not None, bad)
        self.note({"kept": asdict(kept)})
        self._keep(kept)
        return "bad" if bad else "held", kept, named, findings

    def _play(self, capture: Capture) -> tuple[Answer, str, str]:
        """The memento, the URL it is of, and the address that gave it; the archive's own redirects are followed."""
        url, stamp = capture.url, capture.timestamp
        seen: set[str] = set()
        while len(seen) < _HOPS:
            address = self.source.address(stamp, url)
            if address in seen:
                raise _NotThere("its redirects go in a circle")
            seen.add(address)
            answer = self.client.ask(address, "playback", _speaks, digest=capture.digest)
            if answer.is_capture:
                return answer, url, address
            location = answer.get("Location")
            if not (300 <= answer.status < 400 and location):
                raise _NotThere(f"it answers {answer.status}")
            target = urljoin(address, location)
            self.client.check(target)
            found = self.source.played(target)
            if found is None or urls.key(found[1]) != capture.key:
                raise _NotThere(f"it sends us to {target} instead")
            stamp, url = found
        raise _NotThere(f"more than {_HOPS} redirects")

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

    def _keep(self, kept: Kept) -> None:
        outcome = "bad" if kept.verdict else "held"
        # What was served instead of something else need not be asked for under its own time.
        self.outcomes[f"{kept.asked} {kept.key}"] = self.outcomes[f"{kept.served} {kept.key}"] = outcome
        self.served.add(f"{kept.served} {kept.key}")
        if kept.digest and not kept.revisit:
            self.payloads.setdefault(kept.digest, (kept.url, kept.served))


class _NotThere(Exception):  # noqa: N818
    pass


def _speaks(answer: Answer) -> bool:
    """Whether an answer means something: a capture, a way to one, or a plain no. An outage page with status 200 does not."""
    if answer.is_capture:
        return True
    if 300 <= answer.status < 400:
        return answer.get("Location") is not None
    return answer.status in (400, 403, 404, 410, 451)


def _served(answer: Answer) -> str | None:
    try:
        when = parsedate_to_datetime(answer.get("Memento-Datetime") or "")
    except (ValueError, TypeError):
        return None
    return f"{(when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC):%Y%m%d%H%M%S}"


def _payload(answer: Answer, digest: str | None, source: cdx.Source) -> tuple[bytes, tuple[tuple[str, str], ...], bool]:
    """The original payload and headers, and whether they have the digest that the index says.

    Archives pack what they send, or unpack what they stored; the digest tells which.
    """
    body = answer.body
    packing = (answer.get("Content-Encoding") or "").strip().lower().removeprefix("x-")
    packed = bool(packing and packing != "identity")
    proven = _sha1(body) == digest
    if packed and not proven:
        unpacked, trouble = decode(body, packing)
        if trouble is None and (_sha1(unpacked) == digest or answer.get(f"{_ORIG}content-encoding") is None):
            proven = _sha1(unpacked) == digest
            if proven or answer.get(f"{_ORIG}content-type") is not None:
                body, packed = unpacked, False
    orig = [(name[len(_ORIG) :], value) for name, value in answer.headers if name.lower().startswith(_ORIG)]
    if orig:
        kept = [
            (name, value) for name, value in orig if name.lower() not in _OURS and name.lower() != "content-encoding"
        ]
        said = {name.lower() for name, _ in kept}
        kept += [
            (name, value)
            for name, value in answer.headers
            if name.lower() in ("content-type", "location") and name.lower() not in said
        ]
    else:
        kept = [
            (name, value)
            for name, value in answer.headers
            if name.lower() not in _OURS and name.lower() != "content-encoding"
        ]
    if packed:
        kept.append(("Content-Encoding", packing))
    kept = [
        (name, _outlets_own(value, answer.url, source) if name.lower() == "location" else value) for name, value in kept
    ]
    # A capture cut short in the archive stays known as one: by the length that the outlet promised.
    promised = answer.get(f"{_ORIG}content-length") or (None if orig else answer.get("Content-Length")) or ""
    whole = promised.isdigit() and int(promised) > len(body) and len(body) == len(answer.body)
    kept.append(("Content-Length", promised if whole else str(len(body))))
    return body, tuple(kept), proven


def _outlets_own(location: str, address: str, source: cdx.Source) -> str:
    """A captured redirect's target as the outlet wrote it: archives put their own address before it."""
    found = source.played(urljoin(address, location))
    return found[1] if found else location


def _sha1(data: bytes) -> str:
    return base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii")


def _name(capture: Capture) -> str:
    return f"{capture.timestamp} {capture.key}"


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.open("rb")
    except OSError:
        return
    with lines:
        for line in lines:
            try:
                entry = json.loads(line)
            except ValueError:
                continue  # the last line of a dead run
            if isinstance(entry, dict):
                yield entry
