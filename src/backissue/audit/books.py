"""The books that the checks are done on: evidence, ledger and records, side by side in one scratch database.

What was captured is counted by a walk of our own over every file in
``captures/``; what became of it is read from the ledger; what is held, from the
records. Nothing is written below the paper's folder, and memory does not grow
with the paper: the scratch is SQLite's own temporary file.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from functools import cached_property
from pathlib import Path
from typing import Any

from backissue import captures, outlets, urls
from backissue.archive import Archive, Hashed, manifest
from backissue.archive import decisions as decisions_
from backissue.audit import words
from backissue.model import BrokenWorld, Capture, Finding, Outlet, Record, Severity

_TABLES = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000; PRAGMA temp_store=FILE;
CREATE TABLE capture (ref TEXT PRIMARY KEY, url TEXT, key TEXT, akey TEXT, kind TEXT, stamp TEXT, status INTEGER,
  mime TEXT, held INTEGER, listed INTEGER, file TEXT, part TEXT, offset INTEGER, length INTEGER, digest TEXT, type TEXT,
  place TEXT) WITHOUT ROWID;
CREATE TABLE line (key TEXT, stamp TEXT, ref TEXT, PRIMARY KEY (key, stamp, ref)) WITHOUT ROWID;
CREATE TABLE fate (capture TEXT, url TEXT, kind TEXT, subject TEXT, reason TEXT);
CREATE TABLE witness (key TEXT, kind TEXT, seen_in TEXT, stamp TEXT, url TEXT, title TEXT, date TEXT, byline TEXT);
CREATE TABLE record (id TEXT, path TEXT, kind TEXT, title TEXT, day TEXT, ref TEXT, url TEXT, sealed INTEGER,
  chars INTEGER, body TEXT, digest TEXT, former INTEGER);
CREATE TABLE edge (digest BLOB, id TEXT, text TEXT);
CREATE TABLE inside (key TEXT, id TEXT, url TEXT);
CREATE TABLE probe (id TEXT, runs TEXT);
CREATE TABLE name (key TEXT, id TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE withdrawn (id TEXT PRIMARY KEY, day TEXT) WITHOUT ROWID;
CREATE TABLE listing (file TEXT);
CREATE TABLE damage (code TEXT, subject TEXT);
CREATE TABLE finding (code TEXT, subject TEXT, sentence TEXT, severity TEXT, evidence TEXT, told INTEGER);
BEGIN;
"""
_INDEXES = """
CREATE INDEX capture_key ON capture (key, stamp);
CREATE INDEX capture_akey ON capture (akey);
CREATE INDEX capture_place ON capture (place);
CREATE INDEX fate_capture ON fate (capture);
CREATE INDEX fate_subject ON fate (subject);
CREATE INDEX witness_key ON witness (key);
CREATE INDEX witness_seen ON witness (seen_in);
CREATE INDEX record_id ON record (id);
CREATE INDEX record_body ON record (body);
CREATE INDEX name_id ON name (id);
CREATE INDEX finding_subject ON finding (subject);
CREATE INDEX finding_code ON finding (code);
"""
_BATCH = 2000


@dataclass(frozen=True)
class Held:
    """A record file as the checks see it. ``record`` is under people's decisions."""

    path: str
    record: Record
    sealed: bool

    @cached_property
    def links(self) -> tuple[tuple[bool, str], ...]:
        """Whether it is a picture, and the target, of each link of the text."""
        return tuple(words.links(self.record.body))

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """The text's paragraphs and other blocks."""
        return tuple(words.blocks(self.record.body))


class Books:
    """One paper's books. ``outlet`` may be None where no rules are known: fewer questions can be asked then."""

    def __init__(
        self,
        folder: Path,
        outlet: Outlet | None,
        archive: Archive | None = None,
        hashed: Mapping[str, Hashed] | None = None,
    ) -> None:
        self.folder = folder
        self.outlet = outlet
        self.archive = archive or Archive(folder)
        self.hashed = hashed or {}  # evidence by name, as whoever asks for the audit has just hashed it
        self.db = sqlite3.connect("", isolation_level=None)  # "": a temporary file that SQLite removes itself
        self.db.executescript(_TABLES)
        self._told: list[tuple[object, ...]] = []
        self._rows: dict[str, list[tuple[object, ...]]] = {}
        self.publishers: Counter[str] = Counter()  # what the records call their paper, and their languages
        self.languages: Counter[str] = Counter()
        self.hidden: set[str] = set()  # ids of records whose byline is hidden: nothing of their text is to be shown

    def close(self) -> None:
        """Let go of the scratch."""
        self.db.close()

    def rows(self, question: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Answers to a question in SQL."""
        self._enter()
        yield from self.db.execute(question, values)

    def number(self, question: str, *values: object) -> int:
        """The one number that answers a question in SQL."""
        self._enter()
        return int(self.db.execute(question, values).fetchone()[0])

    def tell(self, finding: Finding, *, told: bool = False) -> None:
        """Enter a finding; ``told`` if the archive's own findings have it already."""
        row = (
            finding.code,
            finding.subject,
            finding.sentence,
            finding.severity.value,
            json.dumps(finding.evidence, ensure_ascii=False, sort_keys=True, default=str) if finding.evidence else "{}",
            int(told),
        )
        self._told.append(row)
        if len(self._told) >= _BATCH:
            self._enter()

    def enter(self, table: str, row: tuple[object, ...]) -> None:
        """Keep a row for a table of the books."""
        rows = self._rows.setdefault(table, [])
        rows.append(row)
        if len(rows) >= _BATCH:
            self._enter()

    def _enter(self) -> None:
        """Findings and rows on their way into the database."""
        told, self._told = self._told, []
        self._insert("finding", "", 6, told)
        kept, self._rows = self._rows, {}
        for table, rows in kept.items():
            self._insert(table, "", len(rows[0]), rows)

    def forget(self, code: str, other: str) -> None:
        """Take back findings of ``code`` about subjects of which the archive's own findings tell ``other``."""
        self._enter()
        question = "DELETE FROM finding WHERE code = ? AND NOT told AND subject IN (SELECT subject FROM finding WHERE told AND code = ?)"
        self.db.execute(question, (code, other))

    def forget_told(self, code: str) -> None:
        """Take back the archive's own findings of ``code`` about subjects of which an audit's say more."""
        self._enter()
        question = "DELETE FROM finding WHERE code = ?1 AND told AND subject IN (SELECT subject FROM finding WHERE NOT told AND code = ?1)"
        self.db.execute(question, (code,))

    def findings(self, code: str | None = None, limit: int = -1) -> Iterator[Finding]:
        """Findings entered so far, of one code or all, in order of code and subject."""
        question = (
            "SELECT code, subject, sentence, severity, evidence FROM finding WHERE coalesce(?1, code) = code "
            "ORDER BY code, subject, sentence LIMIT ?2"
        )
        self._enter()
        for c, subject, sentence, severity, evidence in self.db.execute(question, (code, limit)):
            yield Finding(c, subject, sentence, Severity(severity), json.loads(evidence))

    # Filling

    def fill(self, look: Iterable[Look] = (), say: Callable[[str], None] | None = None) -> None:
        """Read everything once; each of ``look`` sees every record as it passes, and says what it finds."""
        say = say or (lambda _: None)
        say("walking over the evidence")
        self._evidence()
        say("reading the ledger")
        self._ledger()
        say("reading the records")
        self._records(list(look))
        self.db.executescript(_INDEXES)
        self._names()

    def _evidence(self) -> None:
        folder = self.folder / "captures"
        if not folder.is_dir():
            return
        for path in sorted(p for p in folder.iterdir() if p.is_file()):
            if path.name.startswith(".") or path.name.endswith(".part"):
                continue
            self._insert("capture", "OR IGNORE", 17, self._walked(path))
        self._listings(folder)
        adopted = folder / "adopted"
        rows = (
            (ref, None, None, None, "adopted", None, None, None, 1, 1, ref, None, None, None, None, "adopted", ref)
            for ref in (f"adopted/{name}" for name in manifest.walk(adopted))
        )
        self._insert("capture", "OR IGNORE", 17, rows)

    def _walked(self, path: Path) -> Iterator[tuple[object, ...]]:
        try:
            for thing in captures.walk(path):
                if isinstance(thing, captures.Damage):
                    told = captures.finding_of(thing)
                    self.db.execute("INSERT INTO damage VALUES (?,?)", (told.code, told.subject))
                elif captures.is_capture(thing):
                    yield self._row(captures.capture_of(thing), held=True)
        except OSError as error:
            raise BrokenWorld(
                f"cannot read {path}: {error.strerror or error}", "Mend that and run this again."
            ) from error

    def _row(self, capture: Capture, *, held: bool) -> tuple[object, ...]:
        kind, akey = "unknown", None
        if self.outlet:
            kind, _ = outlets.classify(self.outlet, capture.url)
        akey = outlets.article_key(self.outlet, capture.url)
        place = capture.place
        return (
            capture.ref,
            capture.url,
            capture.key,
            akey,
            kind,
            capture.timestamp,
            capture.status,
            capture.mimetype,
            int(held),
            0 if held else 1,
            place.file if place else None,
            place.part if place else None,
            place.offset if place else None,
            place.length if place else None,
            capture.digest,
            "revisit" if capture.revisit else "capture",
            f"{place.file}@{place.offset}" if place else None,
        )

    def _listings(self, folder: Path) -> None:
        """Lines of listings: those of held records are ticked off; others are captures that were never fetched."""
        self.db.execute("CREATE INDEX temporary_key ON capture (key, stamp)")
        for path in captures.listings(folder):
            try:
                source = captures.query_of(path).get("file")
                self.db.execute("INSERT INTO listing VALUES (?)", (str(source) if source else None,))
                for capture in captures.read_listing(path):
                    self._line(capture)
            except BrokenWorld as error:
                self.tell(Finding("listing.unreadable", f"listings/{path.name}", str(error), Severity.ERROR))
        self.db.execute("DROP INDEX temporary_key")

    def _line(self, capture: Capture) -> None:
        if capture.place:
            done = self.db.execute("UPDATE capture SET listed = 1 WHERE ref = ?", (capture.ref,))
            if not done.rowcount:
                sentence = "A listing names a record that is not in the evidence."
                self.tell(
                    Finding("listing.no-record", capture.ref, sentence, Severity.ERROR, {"line": capture.listing})
                )
            return
        moment = (capture.key, capture.timestamp)
        if self.db.execute("SELECT 1 FROM capture WHERE key = ? AND stamp = ? AND held", moment).fetchone():
            return
        first = self.db.execute("SELECT ref FROM line WHERE key = ? AND stamp = ? LIMIT 1", moment).fetchone()
        self.db.execute("INSERT OR IGNORE INTO line VALUES (?,?,?)", (*moment, capture.listing))
        if not first:
            self._insert("capture", "OR IGNORE", 17, [self._row(capture, held=False)])

    def _ledger(self) -> None:
        stamp = "%Y%m%d%H%M%S"
        try:
            self._insert(
                "fate", "", 5, ((f.capture, f.url, f.kind.value, f.subject, f.reason) for f in self.archive.fates())
            )
            self._insert(
                "witness",
                "",
                8,
                (
                    (w.key, w.kind, w.seen_in, w.when.astimezone(UTC).strftime(stamp), w.url, w.title, w.date, w.byline)
                    for w in self.archive.witnesses()
                ),
            )
            self._insert("withdrawn", "OR IGNORE", 2, ((w.id, w.date.isoformat()) for w in self.archive.withdrawn()))
            for finding in self.archive.findings():
                self.tell(finding, told=True)
        except ValueError as error:
            self.tell(
                Finding("ledger.unreadable", "archive/ledger", f"The ledger cannot be read: {error}.", Severity.ERROR)
            )

    def _records(self, look: list[Look]) -> None:
        rows: list[tuple[object, ...]] = []
        named: list[tuple[str, str]] = []
        for path in self.archive.files():
            try:
                raw, sealed = self.archive.look(path)
            except OSError as error:
                raise BrokenWorld(
                    f"cannot read {path}: {error.strerror or error}", "Mend that and run this again."
                ) from error
            if isinstance(raw, Finding):
                self.tell(raw)
                continue
            if raw is None:
                continue
            decision = self.archive.decisions.of(raw)
            if decision and decision.withdrawn:
                day = decision.withdrawn.isoformat()
                self.db.execute("INSERT OR IGNORE INTO withdrawn VALUES (?,?)", (raw.id, day))
                self.db.executemany("INSERT OR IGNORE INTO name VALUES (?,?)", [(k, raw.id) for k in self._keys(raw)])
                self.tell(
                    Finding(
                        "decision.not-yet-done", raw.id, "A withdrawn article is still in the archive.", Severity.ERROR
                    )
                )
                continue
            record = (decisions_.obey(decision, raw) if decision else raw) or raw
            held = Held(path, record, sealed)
            if record.byline == "hidden":
                self.hidden.add(record.id)
            self.publishers[record.publisher or ""] += 1
            self.languages[record.language or ""] += 1
            rows.append(self._record_row(held))
            named += [(key, record.id) for key in self._keys(record)]
            for question in look:
                for finding in question(self, held):
                    self.tell(finding)
            if len(rows) >= _BATCH:
                self._insert("record", "", 12, rows)
                self._insert("name", "OR IGNORE", 2, named)
                rows, named = [], []
        self._insert("record", "", 12, rows)
        self._insert("name", "OR IGNORE", 2, named)

    def _record_row(self, held: Held) -> tuple[object, ...]:
        record = held.record
        day = record.published
        text = "".join(record.body.split())
        return (
            record.id,
            held.path,
            record.kind,
            record.title,
            f"{day.year:04}-{day.month:02}-{day.day:02}" if day else None,
            source_ref(record),
            record.original_url,
            int(held.sealed),
            len(text),
            hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() if text else "",
            record.source.digest if record.source else None,
            int(bool(record.former_titles or any(not r.same_text for r in record.revisions))),
        )

    def _keys(self, record: Record) -> set[str]:
        """Every key under which a witness may speak of this record."""
        found = {record.id, *(r.id for r in record.revisions if r.id)}
        for url in (record.original_url, record.canonical_url):
            if url:
                found.add(urls.key(url))
                if self.outlet:
                    found.add(outlets.article_key(self.outlet, url))
        return {key for key in found if key}

    def _names(self) -> None:
        """A capture that is a record's source or alternate lends the record its key."""
        self.db.execute(
            "INSERT OR IGNORE INTO name SELECT c.akey, f.subject FROM fate f JOIN capture c ON c.ref = f.capture "
            "WHERE f.kind IN ('source', 'alternate') AND f.subject IS NOT NULL AND c.akey IS NOT NULL"
        )
        self.db.execute("INSERT OR IGNORE INTO name SELECT id, id FROM withdrawn")

    def _insert(self, table: str, how: str, width: int, rows: Iterable[tuple[object, ...]]) -> None:
        marks = ",".join("?" * width)
        question = f"INSERT {how} INTO {table} VALUES ({marks})"  # noqa: S608  (names from this file only)
        every = iter(rows)
        while batch := list(itertools.islice(every, _BATCH)):
            self.db.execute("SAVEPOINT batch")
            try:
                self.db.executemany(question, batch)
            except UnicodeEncodeError:  # a lone surrogate somewhere: the batch once more, each value looked at
                self.db.execute("ROLLBACK TO batch")
                self.db.executemany(question, (tuple(map(_storable, row)) for row in batch))
            self.db.execute("RELEASE batch")


Look = Callable[[Books, Held], Iterable[Finding]]
"""A check of one record, as it is read."""


def source_ref(record: Record) -> str | None:
    """The place that a record says its body came from, as ``capture.place`` has it: no member of a WACZ is named."""
    source = record.source
    if source is None or source.file is None:
        return None
    file = source.file.removeprefix("captures/").partition("!")[0]
    return file if source.offset is None else f"{file}@{source.offset}"


def _storable(value: object) -> object:
    """SQLite's text is UTF-8: a lone surrogate becomes a question mark."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "replace").decode()
    return value
