"""The archive of one paper: the one reader and writer of ``archive/``.

Reading obeys people's decisions, so that what is withdrawn or hidden today is
gone from everything built today, whatever the files still say. Writing goes
through a transaction a shard (see ``transaction.py``) and one ``finish``.
Refuses to overwrite or remove what a person edited, unless it is withdrawn.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from backissue import disk
from backissue.archive import decisions as decisions_
from backissue.archive import front, ledger, manifest, names
from backissue.archive.decisions import Decisions
from backissue.archive.findings import FINDINGS
from backissue.archive.ledger import Withdrawal
from backissue.archive.manifest import Hashed
from backissue.archive.transaction import Transaction
from backissue.model import Fate, Finding, Record, Witness

LEFT_OVER = "archive"
"""The shard of findings that ``finish`` makes."""

_ATTRIBUTES = b"* -text\n"
_RECORDS = ("articles", "pages")
_BELOW = ("articles/", "pages/")
_PROVEN = 16
_CHUNK = 1 << 16
"""Bytes read at once: nearly every record is shorter."""
_MEDIA = re.compile(r"media/[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]+")


class Archive:
    """The archive below the paper's folder ``folder``, which also holds ``decisions.toml`` and ``captures/``.

    Nothing is made on disk until something is written. ``decisions`` may be
    given; otherwise they are read from the folder (BadInstruction on a mistake).
    With ``remember`` the records that are written are kept in memory, for ``look``.
    """

    def __init__(self, folder: Path, decisions: Decisions | None = None, *, remember: bool = False) -> None:
        self.folder = folder
        self.path = folder / "archive"
        self.decisions = decisions_.read(folder / "decisions.toml") if decisions is None else decisions
        self._known: dict[str, list[str]] | None = None
        self._written: dict[str, str] = {}  # SHA-256 by name of what was written here
        self._remember = remember
        self._lately: dict[str, Record] = {}  # by name, those of them that are records, if they are to be remembered
        self._checked: dict[str, str] = {}  # SHA-256 by name of what ``look`` read

    # Reading

    def files(self, kind: str | None = None) -> Iterator[str]:
        """Record files relative to ``archive/``, in the order of their names; of one kind, or articles then pages."""
        for folder, its in zip(_RECORDS, ("article", "page"), strict=True):
            if kind in (None, its):
                for name in manifest.walk(self.path / folder):
                    if name.endswith(".md"):
                        yield f"{folder}/{name}"

    def records(self, kind: str | None = None) -> Iterator[Record]:
        """Every record that can be read and is not withdrawn, under people's decisions; ``troubles`` has the rest."""
        for name in self.files(kind):
            record = self.open(name)
            if isinstance(record, Record):
                yield record

    def troubles(self) -> Iterator[Finding]:
        """A finding for each record file that cannot be read."""
        for name in self.files():
            record = self.open(name)
            if isinstance(record, Finding):
                yield record

    def open(self, name: str) -> Record | Finding | None:
        """The record in one file (relative to ``archive/``) under people's decisions; None if withdrawn or not there."""
        record = self.raw(name)
        return self.decisions.apply(record) if isinstance(record, Record) else record

    def raw(self, name: str) -> Record | Finding | None:
        """The record as it stands in the file, decisions aside; a finding if it cannot be read; None if not there."""
        return self._text_and_record(name)[1]

    def look(self, name: str) -> tuple[Record | Finding | None, bool]:
        """What ``raw`` gives, and whether the file is sealed, at one reading; ``verify`` need not read it again.

        A file that has the very bytes which this object wrote as a record is not parsed, but for one in sixteen: there
        it is proven that what is read is what was written, and if it ever is not, nothing is taken for granted any more.
        """
        data = self._bytes_of(name)
        if data is None:
            return None, False
        digest = self._checked[name] = hashlib.sha256(data).hexdigest()
        known = self._lately.get(name)
        if known is None or self._written.get(name) != digest:
            text, found = self._parsed(name, data)
            return found, front.sealed(text)
        if len(self._checked) % _PROVEN == 0:
            text, found = self._parsed(name, data)
            if found != known or not front.sealed(text):
                self._lately.clear()
            return found, front.sealed(text)
        return known, True

    def _text_and_record(self, name: str) -> tuple[str, Record | Finding | None]:
        data = self._bytes_of(name)
        return ("", None) if data is None else self._parsed(name, data)

    def _bytes_of(self, name: str) -> bytes | None:
        try:
            return _whole(f"{self.path}/{name}")
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _parsed(self, name: str, data: bytes) -> tuple[str, Record | Finding]:
        text = ""
        try:
            text = data.decode("utf-8")
            return text, front.loads(text, name.rpartition("/")[2].removesuffix(".md"))
        except UnicodeDecodeError as error:
            return "", FINDINGS["record.unreadable"].about(name, f"{name} is not UTF-8 (byte {error.start}).")
        except front.Unreadable as error:
            return text, FINDINGS["record.unreadable"].about(name, f"{name} cannot be read: {error}.")

    def read(self, identity: str) -> Record | None:
        """The record of this id, if it is held and not withdrawn."""
        wanted = f"{names.file_name(identity)}.md"
        for name in self._paths(wanted):
            record = self.open(name)
            if isinstance(record, Record) and record.id == identity:
                return record
        return None

    def path_of(self, record: Record) -> str:
        """Where the record's file belongs, relative to ``archive/``."""
        return names.record_path(record)

    def sealed(self, name: str) -> bool:
        """True if the file is as a machine wrote it."""
        try:
            return front.sealed((self.path / name).read_bytes().decode("utf-8"))
        except (FileNotFoundError, UnicodeDecodeError):
            return False

    def fates(self) -> Iterator[Fate]:
        """What became of every capture."""
        return ledger.read(self.path, ledger.FATES, Fate)

    def witnesses(self) -> Iterator[Witness]:
        """Every word that an article existed."""
        return ledger.read(self.path, ledger.WITNESSES, Witness)

    def withdrawn(self) -> Iterator[Withdrawal]:
        """Articles that were left out by decision."""
        return ledger.read(self.path, ledger.WITHDRAWN, Withdrawal)

    def findings(self) -> Iterator[Finding]:
        """Everything found on the way here."""
        return ledger.read(self.path, ledger.FINDINGS, Finding)

    def verify(self, hashed: Mapping[str, Hashed] | None = None) -> Iterator[Finding]:
        """What is not as it was written: files of the archive and of the evidence, and a run that died.

        Every file is read and hashed, but for those that ``look`` has, and for evidence (by name, ``captures/…``) that
        the caller hashed himself and that has the same size and time of change as then.
        """
        if self.unfinished:
            yield FINDINGS["archive.unfinished"].about("archive")
        yield from manifest.verify(self.folder, self._checked, hashed or {})

    @property
    def unfinished(self) -> bool:
        """True if a run has begun to write and has not finished."""
        return (self.path / manifest.UNFINISHED).is_dir()

    # Writing

    def recover(self) -> int:
        """Remove the temporary files of a run that died; returns how many. Call before writing."""
        return disk.sweep(self.path) if self.unfinished else 0

    def transaction(self, shard: str) -> Transaction:
        """A shard's records, fates, witnesses and findings, to be written together: ``with archive.transaction(…)``."""
        return Transaction(self, ledger.shard_name(shard))

    def store_media(self, data: bytes, mimetype: str | None = None) -> str:
        """Keep media under their digest; returns the file's name relative to ``archive/``, for ``Image.file``.

        ``finish`` removes what no record's ``images`` speak of.
        """
        name = names.media_path(data, mimetype)
        path = self.path / name
        if not (path.is_file() and path.stat().st_size == len(data)):
            self.begin()  # no intent: the name is the digest, and finish removes what no record speaks of
            disk.write(path, data)
        return name

    def begin(self) -> None:
        """Say on disk that the archive is being written."""
        disk.make_folder(self.path / manifest.UNFINISHED)

    def intend(self, shard: str, write: Collection[str], remove: Collection[str]) -> None:
        """Write down what is about to be written and removed, added to what a dead run may have intended."""
        path = self.path / manifest.UNFINISHED / f"{shard}.json"
        before = _intent(path)
        intent = {
            "remove": sorted({*before["remove"], *remove}),
            "write": sorted({*before["write"], *write}),
        }
        disk.write(path, json.dumps(intent, ensure_ascii=False, indent=0).encode() + b"\n")

    def finish(self, shards: Collection[str] | None = None, evidence: Mapping[str, str] | None = None) -> list[Finding]:
        """Make the archive whole after its transactions: superseded files out, manifests written, intents gone.

        ``shards`` names all shards of this paper; files of others are removed.
        ``evidence`` gives SHA-256 by name (``captures/…``) of evidence that this
        run wrote itself, such as a listing made anew; other evidence keeps the
        digest it had when it was first seen. Quick if nothing was written since
        the last time. Safe to run again.
        """
        gone = self._other_shards(shards) if shards is not None else []
        known = manifest.read(self.path / manifest.EVIDENCE)
        evidence = {name: digest for name, digest in (evidence or {}).items() if known.get(name) != digest}
        evidence |= self._new_evidence(known.keys() | evidence.keys())
        if not (gone or evidence or self.unfinished or not (self.path / manifest.NAME).is_file()):
            return []
        self.begin()
        disk.sweep(self.path)
        self.intend("finish", [manifest.EVIDENCE, ".gitattributes"], gone)
        for name in gone:
            disk.remove(self.path / name)
        found = self._supersede()
        files = {self.path / ".gitattributes": _ATTRIBUTES}
        if found or (self.path / ledger.path(ledger.FINDINGS, LEFT_OVER)).exists():
            files[self.path / ledger.path(ledger.FINDINGS, LEFT_OVER)] = ledger.lines(found)
        if evidence or (self.folder / "captures").is_dir():
            files[self.path / manifest.EVIDENCE] = manifest.dumps(known | evidence)
        disk.write_all({path: data for path, data in files.items() if _bytes(path) != data})
        self._write_manifest()
        self._known = None
        unfinished = self.path / manifest.UNFINISHED
        for path in sorted(unfinished.iterdir()):
            disk.remove(path)
        unfinished.rmdir()
        return found

    # Below here: how

    def _other_shards(self, shards: Collection[str]) -> list[str]:
        ours = {*shards, LEFT_OVER}
        return [
            ledger.path(folder, shard)
            for folder in ledger.FOLDERS
            for shard in ledger.shards(self.path, folder)
            if shard not in ours
        ]

    def _new_evidence(self, known: Collection[str]) -> dict[str, str]:
        captures = self.folder / "captures"
        new = (name for name in manifest.walk(captures) if f"captures/{name}" not in known)
        return {f"captures/{name}": disk.sha256(captures / name) for name in new if not name.endswith(disk.TEMPORARY)}

    def _supersede(self) -> list[Finding]:
        """Remove files that no shard holds any more, unless a person edited them."""
        held = set(ledger.held(self.path))
        found = []
        gone = []
        for folder in (*_RECORDS, "revisions", "media"):
            for name in manifest.walk(self.path / folder):
                name = f"{folder}/{name}"
                if name in held or (folder == "media" and not _MEDIA.fullmatch(name)):
                    continue
                if folder == "media" or self.sealed(name):
                    gone.append(name)
                else:
                    found.append(FINDINGS["record.left-over"].about(name))
        if gone:
            self.intend("finish", [], gone)
        for name in gone:
            disk.remove(self.path / name)
        for folder in (*_RECORDS, "revisions", "media"):
            _remove_empty(self.path / folder)
        return found

    def _write_manifest(self) -> None:
        """Digests of what was written anew; the rest keep theirs, so that a byte that flipped since still shows."""
        known = manifest.read(self.path / manifest.NAME)
        for path in sorted((self.path / manifest.UNFINISHED).glob("*.json")):
            for name in (intent := _intent(path))["write"] + intent["remove"]:
                known.pop(name, None)
        digests = {
            name: known.get(name) or self._written.get(name) or disk.sha256(f"{self.path}/{name}")
            for name in manifest.walk(self.path, (manifest.NAME, manifest.UNFINISHED))
        }
        data = manifest.dumps(digests)
        if _bytes(self.path / manifest.NAME) != data:
            disk.write(self.path / manifest.NAME, data)

    def _paths(self, file: str) -> list[str]:
        """Record files of this file name, wherever they lie."""
        if self._known is None:
            self._known = {}
            for name in self.files():
                self._known.setdefault(name.rpartition("/")[2], []).append(name)
        return self._known.get(file, [])

    def noted(self, written: Mapping[str, bytes], records: Mapping[str, Record], removed: Iterable[str]) -> None:
        """Take note of files that a transaction wrote, of the records among them, and of those that it removed."""
        for name in removed:
            self._written.pop(name, None)
            self._lately.pop(name, None)
        for name, data in written.items():
            self._written[name] = hashlib.sha256(data).hexdigest()
            self._lately.pop(name, None)
            if self._remember and name in records:
                self._lately[name] = records[name]
        if self._known is None:
            return
        for name in removed:
            if name in (there := self._known.get(name.rpartition("/")[2], [])):
                there.remove(name)
        for name in written:
            if name.startswith(_BELOW):
                there = self._known.setdefault(name.rpartition("/")[2], [])
                if name not in there:
                    there.append(name)

    def older(self, identity: str) -> list[str]:
        """Files of older texts of the record of this id, relative to ``archive/``."""
        folder = f"revisions/{names.file_name(identity)}"
        return [f"{folder}/{name}" for name in manifest.walk(self.path / folder)]

    def siblings(self, record: Record) -> list[str]:
        """Files that hold, or may hold, another version of this record, relative to ``archive/``."""
        return list(self._paths(f"{names.file_name(record.id)}.md"))


def _whole(path: str) -> bytes:
    """A file's bytes, by three calls of the system instead of the seven behind ``open``: a paper has 50,000 records."""
    there = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        pieces = [os.read(there, _CHUNK)]
        while len(pieces[-1]) == _CHUNK:
            pieces.append(os.read(there, _CHUNK))
    finally:
        os.close(there)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _intent(path: Path) -> dict[str, list[str]]:
    try:
        found = json.loads(path.read_bytes())
        return {"write": list(found["write"]), "remove": list(found["remove"])}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {"write": [], "remove": []}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _remove_empty(folder: Path) -> None:
    """Remove folders without files, deepest first."""
    for below, _, files in os.walk(folder, topdown=False):
        if not files and not os.listdir(below):  # noqa: PTH208  (os.walk gives strings)
            Path(below).rmdir()
