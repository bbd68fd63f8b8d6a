"""extract: bucket by bucket, the best capture of each article becomes a draft, and every capture gets a fate.

Works on one bucket alone: all captures and all witnesses of an article lie in
it. Writes drafts, fates, witnesses and findings under ``work/``; nothing in ``archive/``.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from backissue import captures, jsonlines, outlets, pages, records, urls
from backissue.model import (
    BadInstruction,
    Capture,
    Fate,
    FateKind,
    Finding,
    Outlet,
    Page,
    PageKind,
    Receipt,
    Task,
    Verdict,
    Witness,
)
from backissue.pages import Census
from backissue.pipeline.findings import BAD, NO_TEXT, NOT_FETCHED, OVERRUN, REDIRECT, UNKNOWN, failed
from backissue.pipeline.media import is_picture
from backissue.pipeline.paper import Line, Run, Unreadable, guard, receipt
from backissue.run import Folder, Overrun

READ_AT_MOST = 12
"""Distinct texts read of one address: revisions over time are few; a text that differs in every capture is no revision."""

WITNESSES_AT_MOST = 12
"""Distinct witnesses kept of one article: enough to know it by; an index page may have named it a thousand times."""

_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What extraction knows beside the page."""

    outlet: Outlet
    census: Census
    folder: Path


@dataclass(frozen=True, slots=True)
class Bundle:
    """One article as extraction leaves it: the draft of the best capture, and drafts of other texts of its address."""

    main: records.Draft
    others: tuple[records.Draft, ...] = ()


@dataclass(slots=True)
class Settled:
    """What became of one key's captures, or of a bucket's."""

    bundles: list[Bundle] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def fate(self, capture: Capture, kind: FateKind, subject: str | None = None, reason: str | None = None) -> None:
        """Write down what became of a capture."""
        self.fates.append(Fate(capture.ref, capture.url, capture.when, kind, subject, reason))

    def trouble(self, capture: Capture, finding: Finding, subject: str | None = None) -> None:
        """The capture is the subject of a finding."""
        self.findings.append(finding)
        self.fate(capture, FateKind.FINDING, subject, finding.code)

    def take(self, other: Settled) -> None:
        """Add another key's results."""
        self.bundles += other.bundles
        self.fates += other.fates
        self.witnesses += other.witnesses
        self.findings += other.findings


Reader = Callable[[Line, Verdict], "records.Draft | Finding"]


def extract(run: Run, cut: Receipt, knowledge: Knowledge) -> list[Receipt]:
    """A task for each bucket that ``cut`` wrote; outputs are bundles, fates, witnesses, findings."""
    known = (knowledge.outlet.fingerprint, _hooks_digest(knowledge.folder), jsonlines.dumps(knowledge.census))
    digests = dict(cut.outputs)
    tasks = []
    for number in range(cut.counts["buckets"]):
        names = [f"work/cut/{number:05d}.jsonl", f"work/cut/{number:05d}.witnesses.jsonl"]
        there = tuple(name for name in names if name in digests)
        if there:
            tasks.append(run.task("extract", f"{number:05d}", *known, *(digests[n] for n in there), inputs=there))
    work = functools.partial(_extract, run.folder, knowledge)
    return run.perform("reading articles", tasks, work)


def settle(lines: Sequence[Line], knowledge: Knowledge, read: Reader) -> Settled:
    """The fates of all captures of one key, and the article it holds, if any."""
    out = Settled()
    candidates: list[tuple[Line, Verdict]] = []
    only_listed: list[Capture] = []
    for line in lines:
        out.findings += line.findings
        fate = _plain_fate(line, knowledge.outlet)
        if fate is not None:
            out.fate(line.capture, *fate)
        elif line.survey is None:
            only_listed.append(line.capture)
        else:
            candidates.append((line, pages.judge(line.survey, knowledge.census, knowledge.outlet)))
    if not candidates and not only_listed:
        return out
    every = (*(line.capture for line, _ in candidates), *only_listed)
    kinds = {outlets.classify(knowledge.outlet, capture.url)[0] for capture in every}
    named = "article" in kinds or "page" in kinds
    ruled = any(rule.kind == "article" for rule in knowledge.outlet.pages)
    good = [
        (line, verdict)
        for line, verdict in candidates
        if verdict.kind in (PageKind.ARTICLE, PageKind.PAGE) and (named or not ruled)
    ]
    subject = _hold(good, knowledge, read, out) if good else None
    held = {fate.capture for fate in out.fates}
    for line, verdict in candidates:
        if line.capture.ref not in held:
            _settle_rest(line, verdict, subject, knowledge.outlet, out, named="article" in kinds)
    for capture in only_listed:
        _settle_listed(capture, subject, knowledge.outlet, out, named="article" in kinds)
    return out


def _plain_fate(line: Line, outlet: Outlet) -> tuple[FateKind, str | None, str | None] | None:
    """The fate of a capture that needs no judging, or None."""
    capture = line.capture
    if is_picture(capture):
        return FateKind.MEDIA, None, "picture"
    if not outlets.is_ours(outlet, capture.url):
        return FateKind.FOREIGN, None, urls.host(capture.url)
    if line.survey is not None or capture.place is None:
        return None
    if line.findings:
        return FateKind.FINDING, None, line.findings[0].code
    return FateKind.MEDIA, None, "asset"


def _hold(good: Sequence[tuple[Line, Verdict]], knowledge: Knowledge, read: Reader, out: Settled) -> str | None:
    """Read the candidates, best first; the article's id, or None if none of them holds one."""
    by_ref = {line.capture.ref: (line, verdict) for line, verdict in good}
    surveyed = [(line.capture, line.survey, verdict) for line, verdict in good if line.survey is not None]
    picked = pages.pick(surveyed, knowledge.outlet)
    reasons = dict(picked.reasons)
    texts: dict[str, str | None] = {}  # text digest of a survey -> id of the draft it gave, None if it gave none
    drafts: list[tuple[Capture, records.Draft]] = []
    waiting: list[tuple[Capture, str]] = []
    # A revisit says when its text was still there; its own bytes are another capture's, which is the source if it is ours.
    for capture in sorted(picked.order, key=lambda capture: capture.revisit):
        line, verdict = by_ref[capture.ref]
        assert line.survey is not None
        digest = line.survey.text_digest
        if digest in texts or len(texts) >= READ_AT_MOST:
            waiting.append((capture, digest))
            continue
        draft = read(line, verdict)
        if isinstance(draft, Finding):
            texts[digest] = None
            out.trouble(capture, draft)
            continue
        texts[digest] = draft.record.id
        drafts.append((capture, draft))
    if not drafts:
        for capture, _ in waiting:
            out.trouble(capture, NO_TEXT.about(capture.ref, url=capture.url))
        return None
    (source, main), *rest = drafts
    out.fate(source, FateKind.SOURCE, main.record.id)
    others: dict[str, records.Draft] = {}
    for capture, draft in rest:
        if draft.light.digest != main.light.digest and draft.light.digest not in others:
            others[draft.light.digest] = draft
            reason = "it shows another text of the same address, kept as a revision"
        else:
            reason = reasons.get(capture.ref, "it shows the same text as the one taken")
        out.fate(capture, FateKind.ALTERNATE, main.record.id, reason)
    for capture, _ in waiting:
        out.fate(capture, FateKind.ALTERNATE, main.record.id, reasons.get(capture.ref))
    out.findings += main.findings
    out.witnesses += main.witnesses
    out.bundles.append(Bundle(main, tuple(others.values())))
    return main.record.id


def _settle_listed(capture: Capture, subject: str | None, outlet: Outlet, out: Settled, *, named: bool) -> None:
    """The fate of a capture that an archive's listing names and that was never fetched."""
    if subject is not None:
        out.fate(capture, FateKind.ALTERNATE, subject, "it was listed, and not fetched: another capture was taken")
        return
    if named and capture.status not in _GONE:
        key = outlets.article_key(outlet, capture.url)
        out.witnesses.append(Witness(key, "cdx", capture.ref, capture.when, capture.url))
    out.trouble(capture, NOT_FETCHED.about(capture.ref, url=capture.url))


def _settle_rest(
    line: Line, verdict: Verdict, subject: str | None, outlet: Outlet, out: Settled, *, named: bool
) -> None:
    """The fate of a page that gave no record."""
    capture, survey = line.capture, line.survey
    assert survey is not None
    if named and not (capture.status in _GONE or verdict.kind in (PageKind.PARKED, PageKind.REDIRECT)):
        key = outlets.article_key(outlet, capture.url)
        out.witnesses.append(Witness(key, "cdx", capture.ref, capture.when, capture.url))
    if subject is not None and verdict.kind in (PageKind.LISTING, PageKind.FEED, PageKind.UNKNOWN):
        told = f"This capture is no article ({verdict.why}), though others of its address are."
        out.trouble(capture, UNKNOWN.about(capture.ref, told, url=capture.url), subject)
    elif verdict.kind in (PageKind.LISTING, PageKind.FEED) or (survey.mentions and verdict.kind is PageKind.UNKNOWN):
        out.fate(capture, FateKind.WITNESS, None, verdict.kind.value)
    elif verdict.kind is PageKind.REDIRECT and subject is not None:
        out.fate(capture, FateKind.ALTERNATE, subject, f"it is a redirect: {verdict.why}")
    elif verdict.kind is PageKind.REDIRECT:
        _redirect(line, outlet, out)
    elif verdict.kind in BAD:
        told = f"This capture is no article: {verdict.why}."
        out.trouble(capture, BAD[verdict.kind].about(capture.ref, told, url=capture.url), subject)
    else:
        told = f"What this page is could not be told: {verdict.why or 'nothing speaks for an article'}."
        out.trouble(capture, UNKNOWN.about(capture.ref, told, url=capture.url))


def _redirect(line: Line, outlet: Outlet, out: Settled) -> None:
    """A redirect whose own address holds nothing: word of the article it leads to, or a finding."""
    capture = line.capture
    target = capture.location or (line.survey.redirect if line.survey else None)
    target = urls.original(target, capture.url) if target else None
    if target and outlets.classify(outlet, target)[0] == "article":
        out.witnesses.append(Witness(outlets.article_key(outlet, target), "link", capture.ref, capture.when, target))
        out.fate(capture, FateKind.WITNESS, None, "redirect")
        return
    out.trouble(capture, REDIRECT.about(capture.ref, to=target))


def _extract(folder: Folder, knowledge: Knowledge, task: Task) -> Receipt:
    out = Settled()
    look = functools.partial(_read, folder.captures, knowledge)
    for name in task.inputs:
        if name.endswith(".witnesses.jsonl"):
            out.witnesses.extend(_distinct(jsonlines.read(Witness, folder.path / name)))
            continue
        lines = sorted(
            jsonlines.read(Line, folder.path / name),
            key=lambda line: (
                outlets.article_key(knowledge.outlet, line.capture.url), line.capture.timestamp, line.capture.ref,
            ),
        )  # fmt: skip
        for _, group in itertools.groupby(lines, lambda line: outlets.article_key(knowledge.outlet, line.capture.url)):
            out.take(settle(list(group), knowledge, functools.partial(_guarded, look)))
    where = folder.work / "extract"
    return receipt(
        folder,
        task,
        {
            where / f"{task.bucket}.bundles.jsonl": jsonlines.text(out.bundles),
            where / f"{task.bucket}.fates.jsonl": jsonlines.text(out.fates),
            where / f"{task.bucket}.witnesses.jsonl": jsonlines.text(out.witnesses),
            where / f"{task.bucket}.findings.jsonl": jsonlines.text(out.findings),
        },
        captures=len(out.fates),
        articles=len(out.bundles),
    )


def _distinct(witnesses: Iterable[Witness]) -> Iterator[Witness]:
    """For each article what different witnesses say of it, each by its earliest, a dozen at most."""
    best: dict[tuple[str, str, str | None, str | None, str | None], Witness] = {}
    for witness in witnesses:
        said = (witness.key, witness.kind, witness.title, witness.date, witness.byline)
        known = best.get(said)
        if known is None or (witness.when, witness.seen_in) < (known.when, known.seen_in):
            best[said] = witness
    counted: dict[str, int] = {}
    for said in sorted(best, key=lambda s: (s[0], best[s].when, best[s].seen_in, *(x or "" for x in s[1:]))):
        counted[said[0]] = counted.get(said[0], 0) + 1
        if counted[said[0]] <= WITNESSES_AT_MOST:
            yield best[said]


def _guarded(
    look: Callable[[tuple[Line, Verdict]], records.Draft | Finding], line: Line, verdict: Verdict
) -> records.Draft | Finding:
    try:
        return guard().call(look, (line, verdict))
    except Overrun as overrun:
        return OVERRUN.about(line.capture.ref, limit=overrun.kind)


def _read(folder: Path, knowledge: Knowledge, asked: tuple[Line, Verdict]) -> records.Draft | Finding:
    """One capture opened, decoded and read as an article; a finding if it holds none."""
    line, verdict = asked
    capture = line.capture
    try:
        payload = captures.open_capture(folder, capture)
        decoded = pages.decode(payload.body, payload.content_type, capture.ref)
        html = pages.unrewrite(decoded.text, capture)
        page = Page(capture, html, decoded.encoding, decoded.how, verdict, truncated=payload.truncated)
        draft = records.read(page, knowledge.outlet, _hooks(knowledge.folder))
    except Unreadable as trouble:
        return trouble.finding
    except BadInstruction:
        raise
    except Exception as error:  # noqa: BLE001  (one page must not end the work; it becomes a finding)
        return failed(capture.ref, error)
    if not draft.record.body.strip():
        return NO_TEXT.about(capture.ref, url=capture.url)
    return draft


@functools.cache
def _hooks(folder: Path) -> outlets.Hooks:
    found = outlets.hooks(folder)
    return found if isinstance(found, outlets.Hooks) else outlets.Hooks()


def _hooks_digest(folder: Path) -> str:
    return _hooks(folder).digest
