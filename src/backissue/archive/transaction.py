"""One shard's part of the archive, written together: intent, files, ledger.

Everything is gathered first and compared with what is there, so that a second
run writes nothing. A run that dies leaves the intent, from which the manifest
learns what may have changed; running the shard again ends in the same bytes.
Refuses to overwrite a file whose seal is broken.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING

from backissue import disk, urls
from backissue.archive import decisions, front, ledger, names
from backissue.archive.findings import FINDINGS
from backissue.archive.ledger import Withdrawal
from backissue.model import Fate, Finding, Record, Witness

if TYPE_CHECKING:
    from backissue.archive.archive import Archive


class Outcome(StrEnum):
    """What became of a record that was put."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # a person edited the file: it stays
    WITHDRAWN = "withdrawn"


class Transaction:
    """Gathers a shard's records, revisions, fates, witnesses and findings; writes them when the block ends well.

    After an exception within the block nothing has been written. ``outcomes``
    gives, by id, what became of each record once it has ended.
    """

    def __init__(self, archive: Archive, shard: str) -> None:
        self._archive = archive
        self._shard = shard
        self._records: dict[str, Record] = {}
        self._older: dict[str, dict[str, Record]] = {}
        self._fates: list[Fate] = []
        self._witnesses: list[Witness] = []
        self._findings: list[Finding] = []
        self._elsewhere: list[Record] = []
        self._placed: dict[str, Record] = {}  # by the name of its file
        self.outcomes: dict[str, Outcome] = {}

    def __enter__(self) -> Transaction:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._commit()

    def put(self, record: Record) -> None:
        """A record of this shard; the same id twice is a mistake of the caller (ValueError)."""
        if record.id in self._records:
            raise ValueError(f"record {record.id!r} is put twice")
        self._records[record.id] = record

    def revise(self, identity: str, label: str, older: Record) -> str:
        """An older text of record ``identity``; returns its file relative to ``archive/``, for ``Revision.file``.

        ``label`` is the revision's own id, or its 14-digit timestamp.
        """
        name = names.revision_path(identity, label)
        self._older.setdefault(identity, {})[name] = older
        return name

    def cover(self, record: Record) -> None:
        """A record of another shard: if a decision is about it, this shard's lines say no more than that shard's."""
        self._elsewhere.append(record)

    def fate(self, fate: Fate) -> None:
        """What became of one capture of this shard."""
        self._fates.append(fate)

    def witness(self, witness: Witness) -> None:
        """Word of an article whose key falls into this shard."""
        self._witnesses.append(witness)

    def finding(self, finding: Finding) -> None:
        """Trouble found on the way."""
        self._findings.append(finding)

    def _commit(self) -> None:
        files: dict[str, bytes] = {}
        held: set[str] = set()
        remove: set[str] = set()
        veil = _Veil()
        for record in self._elsewhere:
            decision = self._archive.decisions.of(record)
            if decision and decision.withdrawn:
                veil.withdraw(record)
            elif decision and decision.hidden:
                veil.hide(record)
        withdrawn = []
        for identity, record in self._records.items():
            decision = self._archive.decisions.of(record)
            if decision and decision.withdrawn:
                veil.withdraw(record)
                withdrawn.append(Withdrawal(identity, decision.withdrawn))
                remove.update(self._archive.siblings(record))
                remove.update(self._archive.older(record.id))
                self.outcomes[identity] = Outcome.WITHDRAWN
                continue
            if decision and decision.hidden:
                veil.hide(record)
            self._place(decisions.obey(decision, record) or record if decision else record, files, held)
            for name, older in self._older.get(identity, {}).items():
                if decision and decision.hidden:
                    older = decisions.hide(older, decisions.known_names(record))
                files[name], _, _ = front.written(older)
                held.add(name)
                held.update(image.file for image in older.images if image.file)
        shard = {
            ledger.FATES: ledger.lines(map(veil.fate, self._fates)),
            ledger.WITNESSES: ledger.lines(map(veil.witness, self._witnesses)),
            ledger.WITHDRAWN: ledger.lines(withdrawn),
            ledger.HELD: "".join(f"{name}\n" for name in sorted(held)).encode(),
            ledger.FINDINGS: ledger.lines(f for f in map(veil.finding, self._findings) if f),
        }
        for folder, data in shard.items():
            if data:
                files[ledger.path(folder, self._shard)] = data
            else:
                remove.add(ledger.path(folder, self._shard))
        self._write(files, remove)

    def _place(self, record: Record, files: dict[str, bytes], held: set[str]) -> None:
        """Decide where the record goes, or that a person's file stays in its stead."""
        data, record, dirty = front.written(record)
        if dirty:
            code = FINDINGS["text.controls"]
            self._findings.append(code.about(record.id))
            if code.code not in record.findings:
                data, record, _ = front.written(dataclasses.replace(record, findings=(*record.findings, code.code)))
        if record.byline == "hidden":
            whole = self._records[record.id]
            left = [name for name in sorted(decisions.known_names(whole)) if name in record.body]
            if left:
                self._findings.append(FINDINGS["byline.left-in-text"].about(record.id))
        held.update(image.file for image in record.images if image.file)
        target = names.record_path(record)
        edited = [name for name in self._archive.siblings(record) if not self._archive.sealed(name)]
        if edited:
            self.outcomes[record.id] = Outcome.KEPT
            held.update(edited)
            self._findings.extend(FINDINGS["record.edited"].about(record.id, file=name) for name in edited)
            for name in edited:
                person = self._archive.raw(name)
                if isinstance(person, Record):
                    held.update(image.file for image in person.images if image.file)
                    if record.byline == "hidden" and person.byline != "hidden":
                        self._findings.append(FINDINGS["byline.left-in-text"].about(record.id, file=name))
            if len(edited) > 1:
                self._findings.append(FINDINGS["record.two-files"].about(record.id, files=edited))
            return
        held.add(target)
        self._placed[target] = record
        files[target] = data
        self.outcomes[record.id] = Outcome.WRITTEN

    def _write(self, files: Mapping[str, bytes], remove: set[str]) -> None:
        root = self._archive.path
        fresh: dict[str, bytes] = {}
        for name, data in files.items():
            try:
                with open(f"{root}/{name}", "rb") as file:  # noqa: PTH123  (a third of the cost, for every record)
                    there = file.read()
            except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
                there = None
            if there == data:
                continue
            if name.startswith("revisions/") and there is not None and not self._archive.sealed(name):
                continue  # a person's hand is in an older text
            fresh[name] = data
        gone = sorted(name for name in remove if (root / name).is_file())
        for identity, outcome in self.outcomes.items():
            if outcome is Outcome.WRITTEN and names.record_path(self._records[identity]) not in fresh:
                self.outcomes[identity] = Outcome.UNCHANGED
        if not fresh and not gone:
            return
        self._archive.begin()
        # a person's file is not written, but from here on the manifest has what it is now
        edited = (
            n for i, o in self.outcomes.items() if o is Outcome.KEPT for n in self._archive.siblings(self._records[i])
        )
        self._archive.intend(self._shard, {*fresh, *edited}, gone)
        disk.write_all({root / name: data for name, data in fresh.items()})
        for name in gone:
            disk.remove(root / name)
        self._archive.noted(fresh, self._placed, gone)


class _Veil:
    """Takes from the ledger what would say of a withdrawn article what it was, and of a hidden byline whose."""

    def __init__(self) -> None:
        self._withdrawn: set[str] = set()
        self._hidden: dict[str, set[str]] = {}

    def withdraw(self, record: Record) -> None:
        self._withdrawn |= _keys(record)

    def hide(self, record: Record) -> None:
        found = decisions.known_names(record)
        for key in _keys(record):
            self._hidden.setdefault(key, set()).update(found)

    def fate(self, fate: Fate) -> Fate:
        if not self._withdrawn:
            return fate
        if fate.subject in self._withdrawn or urls.key(fate.url) in self._withdrawn:
            return dataclasses.replace(fate, url="", reason=None)
        return fate

    def witness(self, witness: Witness) -> Witness:
        if witness.key in self._withdrawn:
            return dataclasses.replace(witness, url=None, title=None, date=None, byline=None)
        if witness.key in self._hidden:
            return dataclasses.replace(witness, byline=None)
        return witness

    def finding(self, finding: Finding) -> Finding | None:
        if finding.subject in self._withdrawn:
            return None
        for name in self._hidden.get(finding.subject, ()):
            if name in finding.sentence or name in str(finding.evidence):
                return dataclasses.replace(finding, sentence="", evidence={})
        return finding


def _keys(record: Record) -> set[str]:
    """What the ledger may call this record: its ids, and the keys of its addresses."""
    found = {record.id, *(r.id for r in record.revisions if r.id)}
    return found | {urls.key(url) for url in (record.canonical_url, record.original_url) if url}
