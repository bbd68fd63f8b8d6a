"""adopt: another's Markdown archive becomes ours. Evidence first, then what all of it says together, then file by file.

What follows (join, file, audit) is the road that captures take. Refuses a
folder that holds captures of another kind: which text is an article's best is
then a question for people.
"""

from __future__ import annotations

import functools
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from backissue import adopt, audit, disk, jsonlines, outlets, urls
from backissue.adopt import Foreign, Note, Opened, Profile, Reader, Settings
from backissue.adopt.findings import FINDINGS
from backissue.adopt.template import Template
from backissue.archive import Archive, Hashed, manifest
from backissue.model import BadInstruction, Fate, FateKind, Receipt, Task, Witness
from backissue.pipeline import filing, joining
from backissue.pipeline.extracting import Bundle, Settled
from backissue.pipeline.findings import failed
from backissue.pipeline.media import MediaIndex
from backissue.pipeline.paper import Run, receipt
from backissue.pipeline.shelf import ROOM, Shelf
from backissue.run import Engine, Folder, Progress, Silent, inline
from backissue.text import dates

__all__ = ["Adoption", "adopt_archive", "settings_of"]

BUCKET = 500
"""Files in a bucket."""

_OPENED = 4000
"""Bytes of an opened file beside its text, measured."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands in the ledger for the time of a file that says none."""
_LEFT_OUT = frozenset({".git", ".hg", ".svn", ".lock", ".DS_Store"})
_PROSE = (".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".txt")


@dataclass(frozen=True, slots=True)
class Adoption:
    """What was adopted: files with front matter, and what each of them is; and the audit's report on all."""

    folder: Folder
    read: int
    articles: int
    revisions: int
    non_articles: int
    findings: dict[str, int]
    audit: audit.Report

    def as_json(self) -> dict[str, Any]:
        """What ``backissue adopt --json`` prints."""
        return {
            "read": self.read,
            "articles": self.articles,
            "revisions": self.revisions,
            "non_articles": self.non_articles,
            "findings": self.findings,
        }

    def summary(self) -> str:
        """A few lines that a person would send to a friend."""
        return "\n".join(
            (
                f"\n{self.read:,} files hold {self.articles:,} articles; {self.revisions:,} are revisions of them.",
                f"{self.non_articles:,} are no articles.",
                self.audit.summary(),
                f"The archive: {self.folder.archive}",
                f"Next: backissue audit --html report.html -C {self.folder.path}",
            )
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """What reading knows beside the file and its note."""

    profile: Profile
    reader: Reader
    looked: _Looked


@dataclass(slots=True)
class _Looked:
    """What the look over all files leaves in memory for reading: opened files by path, each taken once; notes by bucket."""

    opened: dict[str, Opened] = field(default_factory=dict)
    notes: dict[str, tuple[Note, ...]] = field(default_factory=dict)
    room: int = ROOM

    def keep(self, path: str, one: Opened) -> None:
        """Keep an opened file, if there is room."""
        self.room -= _OPENED + 2 * sum(map(len, one.text.blocks))
        if self.room > 0:
            self.opened[path] = one


def adopt_archive(
    source: Path,
    to: Path,
    *,
    timezone: str | None = None,
    publisher: str | None = None,
    rights: str | None = None,
    profile: str | None = None,
    engine: Engine = inline,
    progress: Progress | None = None,
) -> Adoption:
    """Take the archive in ``source`` into the paper's folder ``to``; returns what it held.

    ``timezone`` (IANA), ``publisher`` and ``rights`` come from outlet.toml where
    not given, and from nowhere else. Safe to run again, after a change or a
    death. Raises BadInstruction before anything is changed, BrokenWorld when
    disk or another run stands in the way.
    """
    if not source.is_dir():
        raise BadInstruction(f"there is no folder {source}", "Name the folder of the archive to adopt.")
    if timezone is not None and dates.zone(timezone) is None:
        raise BadInstruction(f"there is no time zone {timezone!r}", "Give an IANA name, such as Asia/Hong_Kong.")
    if profile is not None:
        adopt.choose(profile, ())
    run = Run(Folder.make(to), engine, progress or Silent())
    outlet = outlets.load(run.folder.outlet) if run.folder.outlet.is_file() else None
    settings = Settings(
        timezone or (outlet.timezone if outlet else None),
        publisher or (outlet.name if outlet else None) or None,
        rights or (outlet.rights if outlet else None),
        outlet.language if outlet else None,
    )
    with disk.locked(run.folder.path):
        _alone(run.folder)
        files, brought, hashed = _bring(run, source)
        left = _Looked()
        looked = _look(run, files, profile, left)
        said = f"{jsonlines.dumps(settings)}\n".encode()
        if not (before := settings_of(run.folder)).is_file() or before.read_bytes() != said:
            disk.write(before, said)
        shelf = Shelf(run.folder)
        extracted = _read(run, looked, settings, shelf, left)
        joined = joining.join(run, extracted, shelf)
        archive = Archive(run.folder.path, remember=shelf.whole)
        filing.file(run, extracted, joined, [], [], shelf=shelf, brought=brought, archive=archive)
        left.opened.clear()
        shelf.clear()
        with run.progress.stage("auditing", None):
            kept = run.folder.work / "audit.json"
            report = audit.audit(run.folder.path, outlet, remembered=kept, archive=archive, hashed=hashed)
    counts: Counter[str] = Counter()
    for done in extracted:
        counts.update(done.counts)
    revisions = joined.counts["joined"]
    return Adoption(
        run.folder,
        counts["articles"] + counts["non_articles"],
        counts["articles"] - revisions,
        revisions,
        counts["non_articles"],
        dict(report.findings),
        report,
    )


def settings_of(folder: Folder) -> Path:
    """The file that remembers with what the archive was adopted, for ``repair``; disposable."""
    return folder.work / "adopt" / "settings.json"


def _alone(folder: Folder) -> None:
    if folder.captures.is_dir():
        others = sorted(p.name for p in folder.captures.iterdir() if p.name != "adopted" and not p.name.startswith("."))
        if others:
            raise BadInstruction(
                f"{folder.path} holds captures already ({others[0]})", "Adopt the archive into a folder of its own."
            )


def _bring(run: Run, source: Path) -> tuple[list[tuple[str, str]], dict[str, str], dict[str, Hashed]]:
    """Every file of ``source`` kept below ``captures/adopted``: names and SHA-256, in order.

    And by name (``captures/adopted/…``) the digests of those that were not kept before, and all that was hashed with the
    size and time it had.
    """
    adopted = run.folder.captures / "adopted"
    here = os.path.realpath(source)
    ours = os.path.relpath(os.path.realpath(run.folder.path), here)
    found: list[tuple[str, str]] = []
    wanted: list[tuple[Path, Path]] = []
    fresh: dict[str, str] = {}
    hashed: dict[str, Hashed] = {}
    with run.progress.stage("keeping files as they came", None) as advance:
        for name in manifest.walk(source):
            path = f"{source}/{name}"  # a path's text: Paths would cost as much as the hashing
            if not _LEFT_OUT.isdisjoint(name.split("/")) or name == ours or name.startswith(f"{ours}/"):
                continue
            before = os.lstat(path)
            if stat.S_ISLNK(before.st_mode):
                continue
            digest = disk.sha256(path)
            kept = f"{adopted}/{name}"
            if not os.path.isfile(kept):  # noqa: PTH113
                wanted.append((source / name, adopted / name))
                fresh[f"captures/adopted/{name}"] = digest
            elif not os.path.samefile(kept, path) and disk.sha256(kept) != digest:  # noqa: PTH121
                raise BadInstruction(
                    f"{name} is not as it was when it was adopted",
                    "Evidence is never changed: adopt into a new folder.",
                )
            found.append((name, digest))
            hashed[f"captures/adopted/{name}"] = Hashed(digest, before.st_size, before.st_mtime_ns)
            advance(1)
        if not found:
            raise BadInstruction(f"{source} holds no file", "Name the folder of the archive to adopt.")
        disk.link_all(wanted)
    known = {name for name, _ in found}
    # brought by an earlier run, from a folder that has lost them since
    lost = [n for n in manifest.walk(adopted) if n not in known and not n.endswith(disk.TEMPORARY)]
    files = sorted([*found, *((name, disk.sha256(adopted / name)) for name in lost)])
    return files, fresh, hashed


def _look(run: Run, files: Sequence[tuple[str, str]], profile: str | None, left: _Looked) -> Receipt:
    """The one look over all files: ``work/adopt/template.json``, then notes, a file a bucket.

    What was opened and noted stays in ``left``, as far as there is room: reading comes next.
    """
    digest = hashlib.sha256("".join(f"{name}\0{sha}\n" for name, sha in files).encode("utf-8", "surrogatepass"))
    task = run.task("adopt-look", "all", digest.hexdigest(), profile or "")
    if done := run.receipts.find(task):
        return done
    adopted = run.folder.captures / "adopted"
    chosen = adopt.choose(profile, _keys(adopted, files))
    with run.progress.stage("looking at all files", len(files)) as advance:
        keep = left.keep if run.engine is inline else None
        known = adopt.survey(_opened(adopted, files, chosen, advance), keep)
    written = {run.folder.work / "adopt" / "template.json": f"{jsonlines.dumps(known.template)}\n".encode()}
    for number, start in enumerate(range(0, len(known.notes), BUCKET)):
        path = run.folder.work / "adopt" / f"{number:05d}.notes.jsonl"
        written[path] = jsonlines.text(notes := known.notes[start : start + BUCKET])
        if keep:
            left.notes[path.relative_to(run.folder.path).as_posix()] = notes
    done = receipt(run.folder, task, written, looked=len(files))
    done = Receipt(
        done.stage, done.bucket, done.fingerprint, (*done.outputs, (f"captures/adopted/{files[0][0]}", chosen.name))
    )
    run.receipts.keep(done)
    return done


def _keys(adopted: Path, files: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """The keys of some files, spread over all."""
    prose = [name for name, _ in files if name.lower().endswith(_PROSE)]
    for name in prose[:: max(1, len(prose) // 100)]:
        opened = adopt.open_file((adopted / name).read_bytes(), name, None)
        if opened:
            yield list(opened.fields)


def _opened(
    adopted: Path, files: Sequence[tuple[str, str]], profile: Profile, advance: Any
) -> Iterator[tuple[str, str, Foreign | None]]:
    for name, digest in files:
        prose = name.lower().endswith(_PROSE)
        yield name, digest, adopt.open_file(_bytes(f"{adopted}/{name}"), name, profile) if prose else None
        advance(1)


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  (half the cost, twice for every file)
        return file.read()


def _read(run: Run, looked: Receipt, settings: Settings, shelf: Shelf, left: _Looked) -> list[Receipt]:
    """A task a bucket. What it found stays on the shelf; where it is carried out elsewhere, or is too much, it is written."""
    template, *notes, (_, profile) = looked.outputs
    said = jsonlines.dumps(settings)
    tasks = [
        run.task(
            "adopt-read",
            Path(name).name.partition(".")[0],
            template[1],
            digest,
            profile,
            said,
            inputs=(name, template[0]),
        )
        for name, digest in notes
    ]
    index = run.folder.work / "media.sqlite"
    if not index.exists():
        media = MediaIndex(index, fresh=True)
        media.finish()
        media.close()
    bucket = functools.partial(_bucket, run.folder, adopt.PROFILES[profile], settings, left)
    inputs = {f"work/adopt/{task.bucket}": task.inputs for task in tasks}
    shelf.again = lambda stem: bucket(inputs[stem])[0]
    work = functools.partial(_read_bucket, run.folder, bucket, shelf if run.engine is inline else None)
    return run.perform("reading articles", tasks, work)


def _read_bucket(
    folder: Folder, bucket: Callable[[tuple[str, ...]], tuple[Settled, int]], shelf: Shelf | None, task: Task
) -> Receipt:
    out, none = bucket(task.inputs)
    files: dict[Path, bytes] = {}
    if shelf is None or not shelf.keep(f"work/adopt/{task.bucket}", out):
        where = folder.work / "adopt"
        files = {
            where / f"{task.bucket}.bundles.jsonl": jsonlines.text(out.bundles),
            where / f"{task.bucket}.fates.jsonl": jsonlines.text(out.fates),
            where / f"{task.bucket}.witnesses.jsonl": jsonlines.text(out.witnesses),
            where / f"{task.bucket}.findings.jsonl": jsonlines.text(out.findings),
        }
    return receipt(folder, task, files, articles=len(out.bundles), non_articles=none)


def _bucket(
    folder: Folder, profile: Profile, settings: Settings, left: _Looked, inputs: tuple[str, ...]
) -> tuple[Settled, int]:
    """What became of the files of a bucket, and how many have front matter and are no articles."""
    notes, template = inputs
    reader = Reader(jsonlines.loads(Template, (folder.path / template).read_bytes()), settings)
    known = _Known(profile, reader, left)
    out = Settled()
    noted = left.notes.pop(notes, None) or jsonlines.read(Note, folder.path / notes)
    none = sum([_settle(folder, note, known, out) for note in noted])
    return out, none


def _settle(folder: Folder, note: Note, known: _Known, out: Settled) -> int:
    """What becomes of one file; 1 if it has front matter and is no article."""
    ref = f"adopted/{note.path}"
    if not note.id:
        picture = note.path.lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"))
        kind, why = (FateKind.MEDIA, "a picture") if picture else (FateKind.FOREIGN, "it has no front matter")
        out.fates.append(Fate(ref, "", _NEVER, kind, None, why))
        return 0
    opened = known.looked.opened.pop(note.path, None)
    if opened is None:
        found = adopt.open_file(_bytes(f"{folder.captures}/{ref}"), note.path, known.profile)
        assert found is not None, "the look over all files had it open"
        opened = adopt.cleaned(found)
    foreign = opened.foreign
    url = foreign.text("original_url") or ""
    if note.not_article:
        trouble = FINDINGS["adopted.not-an-article"].about(
            note.id, file=note.path, why=note.not_article, what=note.what, url=url
        )
        if not note.held_elsewhere:
            out.witnesses.append(Witness(note.id, "link", ref, _said(foreign), url or None, _title_in(url)))
    else:
        try:
            draft = known.reader.read(opened, note)
        except Exception as error:  # noqa: BLE001  (one file must not end the work; it becomes a finding)
            told = failed(note.id, error)
            trouble = FINDINGS["adopted.unreadable"].about(note.id, file=note.path, **told.evidence)
        else:
            out.bundles.append(Bundle(draft))
            out.findings += draft.findings
            out.fates.append(Fate(ref, url, draft.light.when or _NEVER, FateKind.SOURCE, note.id))
            return 0
    out.findings.append(trouble)
    out.fates.append(Fate(ref, url, _said(foreign), FateKind.FINDING, note.id, trouble.code))
    return 1


def _said(foreign: Foreign) -> datetime:
    """When the file says that its capture was made."""
    return adopt.stamped(urls.timestamp_of(foreign.text("url") or "")) or _NEVER


def _title_in(url: str) -> str | None:
    """What the last part of an address says of the title, if its letters were not lost."""
    words = unquote(url.rstrip("/").rpartition("/")[2]).replace("-", " ").strip()
    return words if len(words) > 3 and "\ufffd" not in words and not words.isdecimal() and "." not in words else None
