"""file: drafts become the archive. The only stage that writes ``archive/``; the last one that reads captures.

A shard is a bucket of ``extract``. Pictures are taken out of their captures
here, and their addresses in the text turned to the files that hold them.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from backissue import captures, disk, jsonlines, records
from backissue.archive import Archive
from backissue.model import Fate, FateKind, Finding, Image, Receipt, Record, Revision, Task
from backissue.pipeline import joining
from backissue.pipeline.extracting import Bundle
from backissue.pipeline.joining import Seat
from backissue.pipeline.media import MediaIndex
from backissue.pipeline.paper import Run, Unreadable
from backissue.pipeline.shelf import Shelf
from backissue.run import Folder, inline
from backissue.text import markdown

NOT_HELD = "media.not-held"
"""Stands in the findings of a record that lacks pictures; audit, which sees the files, tells the finding itself."""

WAY_HERE = "listing"
"""The shard of what was found before any article was looked at."""


def file(
    run: Run,
    extracted: list[Receipt],
    joined: Receipt,
    listed: list[Receipt],
    findings: Iterable[Finding],
    *,
    shelf: Shelf | None = None,
    brought: Mapping[str, str] | None = None,
    archive: Archive | None = None,
) -> list[Finding]:
    """Bring ``archive/`` to what the drafts say; what only a machine made and no draft holds any more is removed.

    ``brought`` gives SHA-256 by name of evidence (``captures/…``) that was hashed just now and was not there before.
    """
    shelf = shelf or Shelf(run.folder)
    archive = archive or Archive(run.folder.path)
    archive.recover()
    decisions = disk.sha256(run.folder.decisions) if run.folder.decisions.is_file() else ""
    tasks = []
    for drafts, seats in zip(extracted, joined.outputs, strict=False):
        digests = (*shelf.marks(drafts), seats[1])
        inputs = (shelf.stem(drafts), seats[0])
        tasks.append(run.task("file", drafts.bucket, *digests, decisions, inputs=inputs))
    work = functools.partial(_file, run.folder, archive, shelf, _decided(run.folder, archive, joined, shelf))
    done = run.perform("filing records", tasks, work, engine=inline)
    with archive.transaction(WAY_HERE) as shard:
        for finding in (*findings, *joining.findings(run, joined)):
            shard.finding(finding)
        for receipt in listed:
            for finding in jsonlines.read(Finding, run.folder.path / receipt.outputs[0][0]):
                shard.finding(finding)
    listings = dict(receipt.outputs[-1] for receipt in listed)  # the only evidence that a run may make anew
    return archive.finish([*(receipt.bucket for receipt in done), WAY_HERE], {**(brought or {}), **listings})


def _decided(folder: Folder, archive: Archive, joined: Receipt, shelf: Shelf) -> list[Record]:
    """The articles of several ids that people decided about: their revisions' lines stand in other shards, too."""
    if not archive.decisions:
        return []
    found = []
    for name, _ in joined.outputs[:-1]:
        for seat in jsonlines.read(Seat, folder.path / name):
            if len(seat.spots) > 1:
                record = records.unite([shelf.bundle(spot).main for spot in seat.spots]).record
                if archive.decisions.of(record):
                    found.append(record)
    return found


def _file(folder: Folder, archive: Archive, shelf: Shelf, decided: list[Record], task: Task) -> Receipt:
    stem, seats_file = task.inputs
    seats = {seat.id: seat for seat in jsonlines.read(Seat, folder.path / seats_file)}
    media = MediaIndex(folder.work / "media.sqlite")
    filed = []
    with archive.transaction(task.bucket) as shard:
        for record in decided:
            shard.cover(record)
        for seat in seats.values():
            if seat.article != seat.id:
                continue
            record, older = _united(folder, archive, media, [shelf.bundle(spot) for spot in seat.spots])
            files = {label: shard.revise(record.id, label, text) for label, text in older}
            record = replace(record, revisions=tuple(_listed(record, files)))
            shard.put(record)
            filed.append(record)
        for fate in shelf.fates(stem):
            shard.fate(_under(fate, seats))
        for witness in shelf.witnesses(stem):
            shard.witness(witness)
        for finding in shelf.findings(stem):
            shard.finding(finding)
    media.close()
    there = (f"archive/{archive.path_of(record)}" for record in filed)
    outputs = tuple((name, "") for name in there if os.path.exists(f"{folder.path}/{name}"))  # noqa: PTH110
    return Receipt(task.stage, task.bucket, task.fingerprint, outputs, {"records": len(filed)})


def _united(
    folder: Folder, archive: Archive, media: MediaIndex, bundles: list[Bundle]
) -> tuple[Record, list[tuple[str, Record]]]:
    """The article of a seat's bundles with its pictures in place, and its older texts by label."""
    united = records.unite([b.main for b in bundles], [draft for b in bundles for draft in b.others])
    place = functools.partial(_with_pictures, folder, archive, media)
    record = place(united.record, "../" if united.record.kind == "page" else "../../../")
    return record, [(label, place(text, "../../")) for label, text in united.older]


def _listed(record: Record, files: Mapping[str, str]) -> Iterator[Revision]:
    """The revisions with their files. A title that the file has, or that is the only former one, is not said again."""
    for revision in record.revisions:
        file = files.get(records.label_of(revision))
        told = file is not None or record.former_titles == (revision.title,)
        yield replace(revision, file=file, title=None if told else revision.title)


def _under(fate: Fate, seats: dict[str, Seat]) -> Fate:
    """A capture of a revision belongs to the article that the revision was joined to; one of them gave its text."""
    seat = seats.get(fate.subject or "")
    if seat is None:
        return fate
    if fate.kind is FateKind.SOURCE and seat.source != seat.id:
        told = f"it shows revision {seat.id} of the article"
        return replace(fate, kind=FateKind.ALTERNATE, subject=seat.article, reason=told)
    return replace(fate, subject=seat.article)


def _with_pictures(folder: Folder, archive: Archive, media: MediaIndex, record: Record, up: str) -> Record:
    """The record with every picture that is held in its place; ``up`` leads from the record's file to ``archive/``."""
    if not record.images:
        return record
    images, body = [], record.body
    for image in record.images:
        kept = _store(folder, archive, media, image)
        if kept is not None:
            image = replace(image, file=kept, sha256=Path(kept).name.partition(".")[0])
            body = markdown.retarget(body, image.url, f"{up}{kept}")
        images.append(image)
    record = replace(record, images=tuple(images), body=body)
    if all(image.file for image in images):
        return record
    return replace(record, findings=tuple(sorted({*record.findings, NOT_HELD})))


def _store(folder: Folder, archive: Archive, media: MediaIndex, image: Image) -> str | None:
    """The file below ``archive/`` that holds a picture, from the best capture of it that can be read; None if none can."""
    for capture in media.captures(image.url):
        try:
            payload = captures.open_capture(folder.captures, capture)
        except Unreadable:
            continue
        if payload.body and not payload.truncated:
            return archive.store_media(payload.body, payload.content_type)
    return None
