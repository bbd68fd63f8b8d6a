"""Builds the index and keeps it true: what changed in the archive since is all that is read again.

A change writes one small segment beside the large one and marks what it replaces as dead; segments of a
size are merged now and then, so there are never many. Every file is written whole before ``index.json``
names it, so a killed build leaves the index as it was. Builders take turns; readers wait for nobody.
It refuses to touch the archive. Deleted, the index is built again.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backissue import disk
from backissue.archive import Archive, file_name
from backissue.model import BrokenWorld, Record
from backissue.search.documents import Document, document
from backissue.search.index import MANIFEST, Index, open_index
from backissue.search.segment import LAYOUT, Segment
from backissue.search.writing import write_segment

__all__ = ["Built", "build", "build_from", "ready", "stale"]

Progress = Callable[[int, int], None]
"""Called with articles done and articles to do."""

_TIER = 4
"""Segments are of a tier if their sizes are within 4 times; the fourth of a tier merges them. 4 keeps below 12 segments at 50,000 articles."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: articles read anew, articles that left, and how many can be found now."""

    read: int
    left: int
    total: int


def ready(archive: Archive | Path, path: Path, progress: Progress | None = None) -> Index:
    """The index of ``archive`` in folder ``path``, built first where it is missing or stale."""
    archive = _archive(archive)
    if stale(archive, path):
        build(archive, path, progress)
    return open_index(path)


def stale(archive: Archive | Path, path: Path) -> bool:
    """Whether the index in ``path`` is missing, of another version, or says less than the archive does now.

    Costs a look at each file's size and time, some microseconds apiece.
    """
    archive = _archive(archive)
    manifest = _read(path)
    return (
        manifest is None
        or manifest["files"] != _digest(_listing(archive))
        or manifest["decisions"] != _decisions(archive)
    )


def build(
    archive: Archive | Path,
    path: Path,
    progress: Progress | None = None,
    *,
    expected: Mapping[str, int] | None = None,
) -> Built:
    """Make the index in folder ``path`` say what ``archive`` (an Archive, or a paper's folder) holds.

    ``expected`` says how many articles each month (``2019-06``) is known to have had, for the histogram;
    left out, it stays as it was. Safe to run twice, at the same time too.
    """
    archive = _archive(archive)
    disk.make_folder(path)
    with _turn(path):
        listing = _listing(archive)
        decisions = _decisions(archive)
        before = _read(path)
        known = _known(path, before)
        changed = [name for name, state in listing.items() if known.get(name) != state]
        gone = [name for name in known if name not in listing]
        if before is not None and before["decisions"] != decisions:
            changed = sorted({*changed, *_decided(before["decisions"], decisions, listing)})
        expected = dict(expected) if expected is not None else (before or {}).get("expected", {})
        if before is not None and not changed and not gone and expected == before["expected"]:
            return Built(0, 0, _alive(before["segments"]))

        def documents() -> Iterator[Document]:
            for name in changed:
                record = archive.open(name)
                if isinstance(record, Record):
                    yield document(record, name)

        now = _Source(listing, decisions, expected)
        return _update(path, before, documents(), {*changed, *gone}, now, _teller(progress, len(changed)))


def build_from(documents: Iterable[Document], path: Path, progress: Progress | None = None, *, total: int = 0) -> Built:
    """An index in folder ``path`` of ``documents`` and nothing else: for what is no archive, and for benchmarks."""
    disk.make_folder(path)
    with _turn(path):
        return _update(path, None, iter(documents), set(), _Source(), _teller(progress, total))


@dataclass(frozen=True, slots=True)
class _Source:
    """What an index was built from: size and time of each file, digests of decisions, articles expected a month."""

    files: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, str] = field(default_factory=dict)
    expected: Mapping[str, int] = field(default_factory=dict)


def _teller(progress: Progress | None, todo: int) -> Callable[[int], None]:
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(done, max(done, todo))

    return tell


def _update(  # noqa: PLR0917  (one caller's one sentence)
    path: Path,
    before: dict[str, Any] | None,
    documents: Iterator[Document],
    replaced: set[str],
    now: _Source,
    tell: Callable[[int], None],
) -> Built:
    segments: list[dict[str, Any]] = list(before["segments"]) if before else []
    gone: set[str] = set()
    if replaced and segments:
        segments = [_without(path, segment, replaced, gone) for segment in segments]
    fresh = list(_written(path, documents, tell))
    for segment in fresh:
        gone.difference_update(Segment(path / segment["file"]).paths)
    read = sum(segment["count"] for segment in fresh)
    segments = _merged(path, segments + fresh)
    state = "".join(f"{value} {name}\n" for name, value in now.files.items())
    digest = _digest(now.files)
    disk.write(path / f"files-{digest[:16]}.txt", state.encode("utf-8", "surrogateescape"))
    manifest = {
        "layout": LAYOUT,
        "segments": segments,
        "files": digest,
        "decisions": dict(now.decisions),
        "expected": dict(now.expected),
    }
    disk.write(path / MANIFEST, json.dumps(manifest, ensure_ascii=False).encode())
    _sweep(path, manifest)
    return Built(read, len(gone), _alive(segments))


def _written(path: Path, documents: Iterator[Document], tell: Callable[[int], None]) -> Iterator[dict[str, Any]]:
    """Write documents into as many segments as they need; what the manifest says of each."""
    for first in documents:
        rest = _chain(first, documents)
        name = f"{secrets.token_hex(8)}.segment"
        count = write_segment(path / name, rest, tell)
        yield {"file": name, "count": count, "dead": []}


def _chain(first: Document, rest: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield from rest


def _without(path: Path, segment: dict[str, Any], replaced: set[str], gone: set[str]) -> dict[str, Any]:
    """What the manifest says of a segment once the articles of these files are dead in it; adds those that died to ``gone``."""
    paths = Segment(path / segment["file"]).paths
    before = set(segment["dead"])
    died = {number for number, name in enumerate(paths) if name in replaced} - before
    gone.update(paths[number] for number in died)
    return {**segment, "dead": sorted(before | died)}


def _merged(path: Path, segments: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Fewer segments where there are too many of a size, or too many dead in one."""
    segments = [s for s in segments if s["count"] > len(s["dead"])]
    while True:
        tired = [s for s in segments if len(s["dead"]) * 3 > s["count"]]
        tiers: dict[int, list[dict[str, Any]]] = {}
        for segment in segments:
            tiers.setdefault((segment["count"].bit_length() - 1) // 2, []).append(segment)
        crowded = next((tier for _, tier in sorted(tiers.items()) if len(tier) >= _TIER), None)
        chosen = crowded or tired[:1]
        if not chosen:
            return segments
        fresh = list(_written(path, _living(path, chosen), lambda _: None))
        segments = [s for s in segments if s not in chosen] + fresh
        if len(fresh) >= len(chosen) > 1:
            return segments  # segments so large that merging them gains nothing


def _living(path: Path, segments: Iterable[dict[str, Any]]) -> Iterator[Document]:
    """The articles of segments that are not dead, as they were put in."""
    for entry in segments:
        segment = Segment(path / entry["file"])
        dead = set(entry["dead"])
        for number in range(segment.count):
            if number not in dead:
                yield segment.document(number)


def _alive(segments: Iterable[dict[str, Any]]) -> int:
    return sum(s["count"] - len(s["dead"]) for s in segments)


# What the archive holds now, and held when the index was built


def _archive(archive: Archive | Path) -> Archive:
    return archive if isinstance(archive, Archive) else Archive(archive)


def _listing(archive: Archive) -> dict[str, str]:
    """Size and time of every record file, by its name below ``archive/``, sorted."""
    found: dict[str, str] = {}
    for top in ("articles", "pages"):
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                entries = os.scandir(archive.path / folder)
            except FileNotFoundError:
                continue
            with entries:
                for entry in entries:
                    name = f"{folder}/{entry.name}"
                    if entry.name.endswith(".md"):
                        stat = entry.stat(follow_symlinks=False)
                        found[name] = f"{stat.st_size} {stat.st_mtime_ns}"
                    elif entry.is_dir(follow_symlinks=False):
                        waiting.append(name)
    return dict(sorted(found.items()))


def _digest(listing: Mapping[str, str]) -> str:
    text = "\n".join(f"{state} {name}" for name, state in listing.items())
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _decisions(archive: Archive) -> dict[str, str]:
    """For each article that people decided about, a short digest of the decision: enough to see that one changed."""
    return {
        name: hashlib.blake2b(repr(archive.decisions.of(Record(id=name))).encode(), digest_size=8).hexdigest()
        for name in archive.decisions.articles
    }


def _decided(before: Mapping[str, str], now: Mapping[str, str], listing: Iterable[str]) -> list[str]:
    """Files that a change of decisions may concern: those of the ids named, or all, where it names anything else."""
    names = {name for name in {*before, *now} if before.get(name) != now.get(name)}
    files: dict[str, list[str]] = {}
    for name in listing:
        files.setdefault(name.rpartition("/")[2], []).append(name)
    found = [files.get(f"{file_name(name)}.md") for name in names]
    return list(listing) if None in found else [name for some in found for name in some or ()]


def _read(path: Path) -> dict[str, Any] | None:
    """The manifest of the index in ``path``; None if there is none of this version, whole."""
    try:
        manifest: dict[str, Any] = json.loads((path / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    if not isinstance(manifest, dict) or manifest.get("layout") != LAYOUT:
        return None
    try:
        for segment in manifest["segments"]:
            Segment(path / segment["file"])
    except (BrokenWorld, FileNotFoundError):
        return None
    return manifest


def _known(path: Path, manifest: dict[str, Any] | None) -> dict[str, str]:
    """Size and time of every record file when the index was built."""
    if manifest is None:
        return {}
    try:
        text = (path / f"files-{manifest['files'][:16]}.txt").read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return {}
    rows = (line.split(" ", 2) for line in text.split("\n") if line)
    return {name: f"{size} {time}" for size, time, name in rows}


def _sweep(path: Path, manifest: Mapping[str, Any]) -> None:
    """Remove what the manifest does not name: superseded segments, and what a killed build left."""
    keep = {s["file"] for s in manifest["segments"]} | {f"files-{manifest['files'][:16]}.txt", MANIFEST, ".lock"}
    for file in path.iterdir():
        if file.name not in keep and (file.suffix in (".segment", disk.TEMPORARY) or file.name.startswith("files-")):
            with contextlib.suppress(FileNotFoundError):
                file.unlink()


@contextlib.contextmanager
def _turn(path: Path) -> Iterator[None]:
    """Hold the index for one builder; a second waits, for then there is little left to do."""
    try:
        fd = os.open(path / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise BrokenWorld(
            f"could not write in {path}: {error.strerror}", "Choose a folder you may write to."
        ) from error
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)
