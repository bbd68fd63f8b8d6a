"""list: every line a CDX server has of a target, checkpointed, confirmed and reconciled.

Each window of time becomes one listing under ``captures/listings/``, written
once it is whole. A killed run goes on at the last slice. What only one of two
listings knows is a finding, and is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from backissue import disk
from backissue.captures import cdx
from backissue.captures.client import Answer, Client, Exhausted
from backissue.captures.listing import ENDING, from_line, read_listing, write_lines
from backissue.model import BadInstruction, BrokenWorld, Finding, Severity

__all__ = ["Listed", "list_source"]

LIMIT = 10_000
_FIRST_YEAR = 1996  # the Wayback Machine's own first
_EDGE = 3  # slices in a row that may bring nothing new before the server is called a loop


@dataclass(frozen=True, slots=True)
class Listed:
    """Progress of list: a window of ``windows`` is done, with ``lines`` in all; ``name`` of its listing, or empty."""

    done: int
    windows: int
    lines: int
    name: str = ""


def list_source(
    source: cdx.Source,
    targets: Sequence[str],
    folder: Path,
    client: Client,
    *,
    this_year: int,
    limit: int = LIMIT,
    second_witness: bool = True,
) -> Iterator[Listed | Finding]:
    """Everything ``source`` lists of ``targets`` (hosts, prefixes, URLs), into the paper's ``folder``.

    What is there already is not asked for again: remove ``work/list`` and the
    listing to list anew. Raises BrokenWorld if the archive fails, or lists
    nothing at all twice; an excluded site is a finding.
    """
    source = _dialect(source, targets, client)
    for text in targets:
        target = cdx.target_of(text)
        yield from _Gathering(source, target, folder, client, this_year, limit).run(second_witness=second_witness)


class _Excluded(Exception):  # noqa: N818
    pass


@dataclass(slots=True)
class _Gathering:
    source: cdx.Source
    target: cdx.Target
    folder: Path
    client: Client
    this_year: int
    limit: int

    def run(self, *, second_witness: bool) -> Iterator[Listed | Finding]:
        windows = self._windows()
        lines, empty = 0, []
        for done, window in enumerate(windows, 1):
            try:
                count, name, findings = self._window(window)
            except _Excluded:
                yield Finding(
                    "list.excluded",
                    self.target.url,
                    f"{self.source.name} has excluded {self.target.url}: it says nothing of it, whatever it holds.",
                    Severity.ERROR,
                )
                return
            yield from findings
            lines += count
            if count == 0:
                empty.append(window)
            yield Listed(done, len(windows), lines, name)
        for window in _runs(empty):
            # An outage can look like an empty list: emptiness is believed when it is said twice.
            found = self._ask(window, None, 1)
            if found.rows or found.resume:
                for one in empty:
                    if window[0] <= one[0] <= window[1]:
                        self._forget(one)
                        count, name, findings = self._window(one)
                        lines += count
                        yield from findings
                        yield Listed(len(windows), len(windows), lines, name)
        if lines == 0:
            raise BrokenWorld(
                f"{self.source.name} lists nothing of {self.target.url}, asked twice",
                "Check the host's spelling; if it is right, the archive may be out of order: try again later.",
            )
        if second_witness and self.source.dialect == "wayback":
            yield from self._second(windows)

    def _windows(self) -> list[tuple[str, str]]:
        if self.source.dialect == "pywb" or self.target.kind == "exact":
            return [("", "")]
        return [(str(year), str(year)) for year in range(_FIRST_YEAR, self.this_year + 1)]

    def _name(self, window: tuple[str, str]) -> str:
        asked = hashlib.sha256(f"{self.source.cdx} {self.target.kind} {self.target.url}".encode()).hexdigest()[:12]
        return f"{asked}-{window[0] or 'all'}"

    def _path(self, window: tuple[str, str]) -> Path:
        return self.folder / "captures" / "listings" / f"{self._name(window)}{ENDING}"

    def _state(self, window: tuple[str, str]) -> Path:
        return self.folder / "work" / "list" / f"{self._name(window)}.json"

    def _forget(self, window: tuple[str, str]) -> None:
        disk.remove(self._state(window))

    def _window(self, window: tuple[str, str]) -> tuple[int, str, list[Finding]]:
        """Lines of one window, the listing's name, and what went wrong on the way."""
        state_path = self._state(window)
        state = _read_state(state_path)
        if state.get("done") and (state.get("lines") == 0 or self._path(window).exists()):
            return int(state["lines"]), self._name(window) if state["lines"] else "", []
        findings: list[Finding] = []
        gathered = state_path.with_suffix(".lines")
        disk.make_folder(gathered.parent)
        size = int(state.get("bytes", 0))
        if size and (not gathered.exists() or gathered.stat().st_size < size):
            state, size = {}, 0
        resume: str | None = state.get("resume")
        edge: set[str] = set(state.get("edge", []))
        seen_keys: set[str] = set(state.get("keys", []))
        with gathered.open("r+b" if gathered.exists() else "w+b") as out:
            out.truncate(size)
            out.seek(size)
            barren = 0
            while True:
                found = self._ask(window, resume, self.limit)
                fresh = []
                for row in found.rows:
                    line = row.line(self.source.name)
                    if line not in edge:
                        fresh.append(line)
                        # Only rows of one key and time can come twice, at a slice's edge or in the index itself.
                        edge = {kept for kept in edge if kept.split(" {", 1)[0] == line.split(" {", 1)[0]} | {line}
                disk.step("before append", gathered)
                out.write("".join(f"{line}\n" for line in fresh).encode("utf-8", "replace"))
                out.flush()
                os.fsync(out.fileno())
                disk.step("after append", gathered)
                size = out.tell()
                if found.resume is None:
                    break
                barren = 0 if fresh else barren + 1
                following = cdx.resume_at(found.rows[-1]) if found.rows else found.resume
                if following == resume or (not fresh and found.rows):
                    following = cdx.after(found.rows[-1]) if found.rows else found.resume
                if (following in seen_keys and not fresh) or barren > _EDGE:
                    sentence = f"{self.source.name} goes in circles at {following}: what comes after is not listed."
                    findings.append(
                        Finding("list.loop", self.target.url, sentence, Severity.ERROR, {"window": list(window)})
                    )
                    break
                seen_keys.add(following)
                resume = following
                kept = {"resume": resume, "bytes": size, "edge": sorted(edge), "keys": sorted(seen_keys)[-100:]}
                disk.write(state_path, json.dumps(kept).encode())
        count = self._finish(window, gathered)
        disk.write(state_path, json.dumps({"done": True, "lines": count}).encode())
        disk.remove(gathered)
        return count, self._name(window) if count else "", findings

    def _finish(self, window: tuple[str, str], gathered: Path) -> int:
        if gathered.stat().st_size == 0:
            return 0
        with gathered.open(encoding="utf-8", newline="\n") as lines:
            asked = {
                "source": self.source.cdx,
                "url": self.target.url,
                "matchType": self.target.kind,
                "from": window[0],
                "to": window[1],
            }
            return write_lines(
                self.folder / "captures", self._name(window), (line.rstrip("\n") for line in lines), asked
            )

    def _ask(self, window: tuple[str, str], resume: str | None, limit: int) -> cdx.Slice:
        address = cdx.query(
            self.source,
            self.target,
            since=window[0],
            until=window[1],
            resume=resume,
            limit=0 if self.source.dialect == "pywb" and limit == self.limit else limit,
        )
        return cdx.parse(self.source, self._answer(address).body)

    def _answer(self, address: str) -> Answer:
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
            answer = self.client.ask(address, "listing", accept)
        except Exhausted as error:
            raise BrokenWorld(
                f"{self.source.name} does not list: {error}", "Run this again later: it goes on where it stopped."
            ) from error
        if answer.status == 403:
            raise _Excluded
        return answer if answer.status == 200 else replace(answer, body=b"")

    def _second(self, windows: list[tuple[str, str]]) -> Iterator[Listed | Finding]:
        """The paged listing reads an older index: what it alone knows was lost on the way."""
        extra = ("paged", "")
        if _read_state(self._state(extra)).get("done"):
            return
        try:
            pages = int(self._count_pages())
        except (ValueError, BrokenWorld):
            return
        known: set[bytes] = set()
        for window in windows:
            path = self._path(window)
            if path.exists():
                known.update(_names(path))
        missing: list[str] = []
        for page in range(pages):
            address = cdx.query(self.source, self.target, page=page)
            for row in cdx.parse(self.source, self._answer(address).body).rows:
                line = row.line(self.source.name)
                if _name_of(line) not in known:
                    known.add(_name_of(line))
                    missing.append(line)
        if missing:
            write_lines(
                self.folder / "captures",
                self._name(extra),
                missing,
                {"source": self.source.cdx, "url": self.target.url, "matchType": self.target.kind, "pages": pages},
            )
            sentence = f"{len(missing):,} captures are in the paged listing of {self.source.name} and not in the listing by years; they were added."
            yield Finding("list.disagree", self.target.url, sentence, Severity.NOTE, {"lines": len(missing)})
            yield Listed(len(windows), len(windows), len(known), self._name(extra))
        disk.write(self._state(extra), json.dumps({"done": True, "lines": len(missing)}).encode())

    def _count_pages(self) -> str:
        address = cdx.query(self.source, self.target, count_pages=True)
        try:
            answer = self.client.ask(address, "listing", lambda a: a.status == 200 and a.body.strip().isdigit())
        except Exhausted:
            return ""
        return answer.body.decode("ascii").strip()


def _dialect(source: cdx.Source, targets: Sequence[str], client: Client) -> cdx.Source:
    """The source with its dialect: told by the first letter of one answer."""
    if source.dialect:
        return source
    if not targets:
        raise BadInstruction("nothing is asked for", "Name a host: --host news.example")
    asked = cdx.query(replace(source, dialect="pywb"), cdx.target_of(targets[0]), limit=1)
    try:
        answer = client.ask(asked, "listing", lambda a: a.status in (200, 404))
    except Exhausted as error:
        raise BrokenWorld(f"{source.name} does not list: {error}", "Run this again later.") from error
    return replace(source, dialect="wayback" if answer.body.lstrip()[:1] == b"[" else "pywb")


def _runs(windows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    runs: list[tuple[str, str]] = []
    for since, until in windows:
        if runs and runs[-1][1].isdigit() and since.isdigit() and int(since) == int(runs[-1][1]) + 1:
            runs[-1] = (runs[-1][0], until)
        else:
            runs.append((since, until))
    return runs


def _read_state(path: Path) -> dict[str, Any]:
    try:
        state = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _name_of(line: str) -> bytes:
    capture = from_line(line)
    return hashlib.blake2b(f"{capture.key} {capture.timestamp}".encode(), digest_size=8).digest()


def _names(path: Path) -> Iterator[bytes]:

    for capture in read_listing(path):
        yield hashlib.blake2b(f"{capture.key} {capture.timestamp}".encode(), digest_size=8).digest()
