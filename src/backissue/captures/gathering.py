"""list: every line a CDX server has of a target, checkpointed, confirmed and reconciled.

Each window of time becomes one listing under ``captures/listings/``, written
once it is whole; a window too wide for the server is asked for in parts. A
killed run goes on at the last slice. What only one of two listings knows is a
finding, and is kept.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from backissue import disk, jsonlines
from backissue.captures import cdx, reconciling
from backissue.captures.client import TRIES, Answer, Client, Exhausted
from backissue.captures.listing import from_line
from backissue.captures.shelf import Shelf, read_state
from backissue.captures.windows import Window, runs
from backissue.model import BadInstruction, BrokenWorld, Finding, Severity

__all__ = ["Listed", "Standing", "list_source"]

LIMIT = 10_000
_FIRST_YEAR = 1996  # the Wayback Machine's own first
_EDGE = 3  # slices in a row that may bring nothing new before the server is called a loop
_PATIENCE = 4  # tries of a window that can be asked for in parts instead


@dataclass(frozen=True, slots=True)
class Listed:
    """Progress of list: a window of ``windows`` is done, with ``lines`` in all; ``name`` of its listing, or empty."""

    done: int
    windows: int
    lines: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A target was listed to its end before, ``when`` (None if not known): nobody is asked. It has ``lines``."""

    target: str
    lines: int
    when: datetime | None


def list_source(
    source: cdx.Source,
    targets: Sequence[str],
    folder: Path,
    client: Client,
    *,
    this_year: int,
    limit: int = LIMIT,
    second_witness: bool = True,
    again: bool = False,
) -> Iterator[Listed | Standing | Finding]:
    """Everything ``source`` lists of ``targets`` (hosts, prefixes, URLs), into the paper's ``folder``.

    What is there already is not asked for again, unless ``again``: then a new
    listing is made beside the old one, and what only one of them knows is a
    finding. Raises BrokenWorld if the archive fails, or lists nothing at all
    twice; an excluded site is a finding, and so is a target without captures
    beside others that have some.
    """
    for left in (folder / "work" / "list", folder / "captures" / "listings"):
        disk.sweep(left)
    source = _dialect(source, targets, folder, client)
    barren: list[str] = []
    for text in dict.fromkeys(targets):
        target = cdx.target_of(text)
        gathering = _Gathering(source, target, client, this_year, limit, Shelf(folder, source, target))
        if not (yield from gathering.run(second_witness=second_witness, again=again)):
            barren.append(gathering.target.url)
    barren = list(dict.fromkeys(barren))
    if barren and len(barren) == len({cdx.target_of(text).url for text in targets}):
        raise BrokenWorld(
            f"{source.name} lists nothing of {', '.join(barren)}, asked twice",
            "Check the host's spelling; if it is right, the archive may be out of order: try again later.",
        )
    for url in barren:
        sentence = f"{source.name} lists nothing of {url}, asked twice."
        yield Finding("list.empty", url, sentence, Severity.WARNING)


class _Excluded(Exception):  # noqa: N818
    pass


class _TooWide(Exception):  # noqa: N818
    """The server does not answer for a window; it may for parts of it."""


@dataclass(slots=True)
class _Gathering:
    source: cdx.Source
    target: cdx.Target
    client: Client
    this_year: int
    limit: int
    shelf: Shelf
    findings: list[Finding] = field(default_factory=list)
    split: list[str] = field(default_factory=list)

    def run(self, *, second_witness: bool, again: bool) -> Generator[Listed | Standing | Finding, None, bool]:
        """Returns whether there is anything: lines, or the archive's word that it will not say."""
        marker = read_state(self.shelf.marker)
        self.shelf.generation = max(int(marker.get("generation", 1)), self.shelf.latest())
        if marker.get("done") and (not marker.get("lines") or self.shelf.present()):
            if not again:
                yield Standing(self.target.url, int(marker["lines"]), self.shelf.when())
                self.findings = [jsonlines.restore(Finding, raw) for raw in marker.get("findings", [])]
                yield from self.findings
                return True
            self.shelf.generation += 1
        elif again and not marker and self.shelf.listings():
            self.shelf.generation += 1
        begun = {"generation": self.shelf.generation, "dialect": self.source.dialect}
        disk.write(self.shelf.marker, json.dumps(begun).encode())
        try:
            lines, whole = yield from self._walk()
        except _Excluded:
            yield Finding(
                "list.excluded",
                self.target.url,
                f"{self.source.name} has excluded {self.target.url}: it says nothing of it, whatever it holds.",
                Severity.ERROR,
            )
            return True
        if lines and second_witness and self.source.dialect == "wayback":
            whole = (yield from self._second()) and whole
        if lines and self.shelf.generation > 1:
            yield from self._against_older()
        if lines and whole:
            told = [jsonlines.plain(finding) for finding in self.findings]
            done = {**begun, "done": True, "lines": lines, "findings": told}
            disk.write(self.shelf.marker, json.dumps(done).encode())
        return lines > 0

    def _walk(self) -> Generator[Listed | Finding, None, tuple[int, bool]]:
        """Every window, the narrow ones where the wide ones fail; returns the lines, and whether all were answered."""
        todo = deque(self._windows())
        done = lines = failed = 0
        whole = True
        empty: list[Window] = []
        tried: list[str] = []  # windows split since the last answer
        while todo:
            window = todo.popleft()
            parts = window.parts(self._years)
            state = read_state(self.shelf.state(window.span)) or self.shelf.broken_off(window.span)
            if not state.get("split"):
                try:
                    count, name = yield from self._window(window, patience=_PATIENCE if parts else None)
                except _TooWide as error:
                    if not parts:
                        failed += 1
                        if failed > 1:
                            for span in tried:  # no window was too wide: the archive is out of order
                                disk.remove(self.shelf.state(span))
                            raise BrokenWorld(
                                f"{self.source.name} does not list: {error}",
                                "Run this again later: it goes on where it stopped.",
                            ) from error
                        whole = False
                        sentence = f"{self.source.name} did not answer for {window.span}: {error}."
                        yield self._tell("list.unanswered", sentence, Severity.ERROR, window=window.span)
                        continue
                    state = self._cut_off(window, str(error))
                    tried.append(window.span)
                else:
                    tried.clear()
                    failed, done, lines = 0, done + 1, lines + count
                    if count == 0 and not read_state(self.shelf.state(window.span)).get("sure"):
                        empty.append(window)
                    yield Listed(done, done + len(todo), lines, name)
            if state.get("split"):
                disk.remove(self.shelf.state(window.span).with_suffix(".lines"))
                lines += int(state.get("lines", 0))
                self.split.append(window.span)
                begin = replace(window, resume=state.get("resume"), edge=tuple(state.get("edge", ())))
                todo.extendleft(reversed(begin.parts(self._years)))
        if self.split:
            sentence = f"{self.source.name} was asked in narrower windows where it did not answer for wide ones."
            yield self._tell("list.split", sentence, Severity.NOTE, windows=[span or "all" for span in self.split])
        more, sure = yield from self._confirm(empty)
        return lines + more, whole and sure

    def _confirm(self, empty: list[Window]) -> Generator[Listed | Finding, None, tuple[int, bool]]:
        """An outage can look like an empty list: emptiness is believed when it is said twice. Returns lines found after all, and whether all is sure."""
        lines, sure = 0, True
        for run in runs(empty):
            try:
                found = self._ask(run[0], run[0].resume, 1, until=run[-1].time)
            except _TooWide:
                found = cdx.Slice((), "as if", 0)  # nobody said so twice: each is asked for again
            for window in run:
                if found.rows or found.resume:
                    disk.remove(self.shelf.state(window.span))
                    try:
                        count, name = yield from self._window(window)
                    except _TooWide as error:
                        sure = False
                        sentence = f"{self.source.name} did not confirm that it has nothing for {window.span}: {error}."
                        yield self._tell("list.unanswered", sentence, Severity.ERROR, window=window.span)
                        continue
                    lines += count
                    if count:
                        yield Listed(1, 1, lines, name)
                if not self.shelf.path(window.span).exists():
                    disk.write(
                        self.shelf.state(window.span), json.dumps({"done": True, "lines": 0, "sure": True}).encode()
                    )
        return lines, sure

    @property
    def _years(self) -> range:
        return range(_FIRST_YEAR, self.this_year + 1)

    def _windows(self) -> list[Window]:
        if self.source.paged:
            pages = self._count_pages()
            if pages is None:
                raise BrokenWorld(
                    f"{self.source.name} does not say how many pages it lists",
                    "Run this again later: it goes on where it stopped.",
                )
            return [Window(f"page{page}") for page in range(max(1, pages))]
        if self.source.dialect == "pywb" or self.target.kind == "exact":
            return [Window()]
        return Window().parts(self._years)

    def _window(self, window: Window, *, patience: int | None = None) -> Generator[Finding, None, tuple[int, str]]:
        """Yields what went wrong on the way; returns the lines of one window, and the listing's name."""
        state_path = self.shelf.state(window.span)
        state = read_state(state_path)
        path = self.shelf.path(window.span)
        gathered = state_path.with_suffix(".lines")
        whole = self.shelf.whole(window.span)  # whatever became of work/
        if whole is None and state.get("done") and (state.get("lines") == 0 or path.exists()):
            whole = int(state["lines"])
        if whole is not None:
            disk.remove(gathered)
            return whole, self.shelf.name(window.span) if whole else ""
        disk.make_folder(gathered.parent)
        size = int(state.get("bytes", 0))
        if size and (not gathered.exists() or gathered.stat().st_size < size):
            state, size = {}, 0
        resume: str | None = state.get("resume", window.resume)
        edge: set[str] = set(state.get("edge", window.edge))
        seen_keys: set[str] = set(state.get("keys", []))
        with gathered.open("r+b" if gathered.exists() else "w+b") as out:
            out.truncate(size)
            out.seek(size)
            barren = 0
            while True:
                found = self._ask(window, resume, self.limit, patience=patience)
                fresh = []
                for row in found.rows:
                    line = row.line(self.source.name)
                    if line not in edge:
                        fresh.append(line)
                        # Only rows of one key and time can come twice, at a slice's edge or in the index itself.
                        edge = {kept for kept in edge if kept.split(" {", 1)[0] == line.split(" {", 1)[0]} | {line}
                size = _append(out, gathered, fresh)
                if found.resume is None:
                    break
                barren = 0 if fresh else barren + 1
                following = cdx.resume_at(found.rows[-1]) if found.rows else found.resume
                if following == resume or (not fresh and found.rows):
                    following = cdx.after(found.rows[-1]) if found.rows else found.resume
                if (following in seen_keys and not fresh) or barren > _EDGE:
                    sentence = f"{self.source.name} goes in circles at {following}: what comes after is not listed."
                    yield self._tell("list.loop", sentence, Severity.ERROR, window=[window.span, window.span])
                    break
                seen_keys.add(following)
                resume = following
                kept = {"resume": resume, "bytes": size, "edge": sorted(edge), "keys": sorted(seen_keys)[-100:]}
                disk.write(state_path, json.dumps(kept).encode())
        count = self.shelf.finish(window.span, gathered, self.client.manners.clock())
        disk.write(state_path, json.dumps({"done": True, "lines": count}).encode())
        disk.remove(gathered)
        return count, self.shelf.name(window.span) if count else ""

    def _cut_off(self, window: Window, why: str) -> dict[str, Any]:
        """What came of a window before it broke off becomes its listing; the state that says so."""
        state_path = self.shelf.state(window.span)
        state = read_state(state_path)
        gathered = state_path.with_suffix(".lines")
        resume, edge = state.get("resume", window.resume), state.get("edge", list(window.edge))
        with gathered.open("r+b") as out:
            out.truncate(int(state.get("bytes", 0)))
        count = self.shelf.finish(
            window.span, gathered, self.client.manners.clock(), broke_off=why, resume=resume, edge=edge
        )
        split = {"split": True, "lines": count, "resume": resume, "edge": edge, "why": why}
        disk.write(state_path, json.dumps(split).encode())
        disk.remove(gathered)
        return split

    def _ask(
        self, window: Window, resume: str | None, limit: int, *, until: str = "", patience: int | None = None
    ) -> cdx.Slice:
        address = cdx.query(
            self.source,
            self.target,
            since=window.time,
            until=until or window.time,
            resume=resume,
            limit=0 if self.source.dialect == "pywb" and limit == self.limit else limit,
            page=window.page,
        )
        return cdx.parse(self.source, self._answer(address, patience).body)

    def _answer(self, address: str, patience: int | None = None) -> Answer:
        def accept(answer: Answer) -> bool:
            if (
                answer.status == 403
                and "accesscontrol" in (answer.get("X-Archive-Wayback-Runtime-Error") or "").lower()
            ):
                return True
            if answer.status == 404 and self.source.dialect == "pywb":
                return True
            if answer.status != 200:
                return False
            found = cdx.parse(self.source, answer.body)
            return found.odd == 0 or len(found.rows) > 10 * found.odd

        try:
            answer = self.client.ask(address, "listing", accept, patience=patience or TRIES)
        except Exhausted as error:
            if error.wide:
                raise _TooWide(str(error)) from error
            raise BrokenWorld(
                f"{self.source.name} does not list: {error}", "Run this again later: it goes on where it stopped."
            ) from error
        if answer.status == 403:
            raise _Excluded
        return answer if answer.status == 200 else replace(answer, body=b"")

    def _second(self) -> Generator[Listed | Finding, None, bool]:
        """The paged listing reads an older index: what it alone knows was lost on the way. Returns whether it was had."""
        state_path = self.shelf.state("paged")
        state = read_state(state_path)
        if not state.get("done"):
            pages = int(state["pages"]) if "pages" in state else self._count_pages()
            if pages is None:
                yield self._unwitnessed("its pages could not be counted")
                return False
            first = [path for path in self.shelf.present() if path != self.shelf.path("paged")]
            known = reconciling.names(first)
            gathered = state_path.with_suffix(".lines")
            disk.make_folder(gathered.parent)
            with gathered.open("r+b" if gathered.exists() else "w+b") as out:
                out.truncate(int(state.get("bytes", 0)))
                out.seek(0)
                more = {tuple(line.split(" ", 2)[:2]) for line in out.read().decode("utf-8").splitlines()}
                for page in range(int(state.get("page", 0)), pages):
                    address = cdx.query(self.source, self.target, page=page)
                    try:
                        rows = cdx.parse(self.source, self._answer(address).body).rows
                    except (_TooWide, BrokenWorld) as error:
                        yield self._unwitnessed(str(error))
                        return False
                    lines = [row.line(self.source.name) for row in rows]
                    fresh = []
                    for line in lines:
                        name = tuple(line.split(" ", 2)[:2])
                        if name not in more and not reconciling.known(known, from_line(line)):
                            more.add(name)
                            fresh.append(line)
                    size = _append(out, gathered, fresh)
                    disk.write(state_path, json.dumps({"pages": pages, "page": page + 1, "bytes": size}).encode())
            count = self.shelf.finish("paged", gathered, self.client.manners.clock(), pages=pages)
            state = {"done": True, "lines": count}
            disk.write(state_path, json.dumps(state).encode())
        disk.remove(state_path.with_suffix(".lines"))
        if state["lines"]:
            count = int(state["lines"])
            sentence = f"{count:,} captures are in the paged listing of {self.source.name} and not in the listing by years; they were added."
            yield self._tell("list.disagree", sentence, Severity.NOTE, lines=count)
            yield Listed(1, 1, count, self.shelf.name("paged"))
        return True

    def _unwitnessed(self, why: str) -> Finding:
        sentence = f"The paged listing of {self.source.name}, a second witness, was not to be had: {why}."
        return self._tell("list.unanswered", sentence, Severity.WARNING, window="paged")

    def _count_pages(self) -> int | None:
        """How many pages the listing has in blocks of the index; None if the server does not say."""
        address = cdx.query(self.source, self.target, count_pages=True)
        try:
            answer = self.client.ask(
                address, "listing", lambda a: a.status == 404 or (a.status == 200 and cdx.pages_in(a.body) is not None)
            )
        except Exhausted:
            return None
        return cdx.pages_in(answer.body) if answer.status == 200 else 0

    def _against_older(self) -> Iterator[Finding]:
        """The new listing against all older ones."""
        new = self.shelf.present()
        old = [path for path in self.shelf.listings() if path not in new]
        if old:
            groups = {"the older listing": old, "the new one": new}
            found = reconciling.differ(
                groups, self.target.url, reconciling.by_capture, what=f"{self.source.name} was listed again. "
            )
            if found:
                self.findings.append(found)
                yield found

    def _tell(self, code: str, sentence: str, severity: Severity, **evidence: Any) -> Finding:
        finding = Finding(code, self.target.url, sentence, severity, evidence)
        self.findings.append(finding)
        return finding


def _append(out: BinaryIO, path: Path, lines: list[str]) -> int:
    """Add lines durably; the size of the file then."""
    disk.step("before append", path)
    out.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
    out.flush()
    os.fsync(out.fileno())
    disk.step("after append", path)
    return out.tell()


def _dialect(source: cdx.Source, targets: Sequence[str], folder: Path, client: Client) -> cdx.Source:
    """The source with its dialect: told by the first letter of one answer, and remembered."""
    if not targets:
        raise BadInstruction("nothing is asked for", "Name a host: --host news.example")
    if source.dialect:
        return source
    marker = Shelf(folder, source, cdx.target_of(targets[0])).marker
    if known := read_state(marker).get("dialect"):
        return replace(source, dialect=str(known))
    asked = cdx.query(replace(source, dialect="pywb"), cdx.target_of(targets[0]), limit=1)
    try:
        answer = client.ask(asked, "listing", lambda a: a.status in (200, 404))
    except Exhausted as error:
        raise BrokenWorld(f"{source.name} does not list: {error}", "Run this again later.") from error
    return replace(source, dialect="wayback" if answer.body.lstrip()[:1] == b"[" else "pywb")
