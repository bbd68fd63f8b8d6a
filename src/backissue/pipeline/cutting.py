"""cut: the one shuffle. Captures go into buckets by article key, and so do witnesses; pictures into an index.

Memory is a fixed number of bytes, whatever the number of captures.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from backissue import disk, jsonlines, outlets
from backissue.model import Outlet, Receipt, Witness
from backissue.pipeline.media import MediaIndex
from backissue.pipeline.paper import BUCKET, Line, Run, bucket_of
from backissue.run import fingerprint

_HELD = 8 << 20
"""Characters of lines held in memory before they are written out."""


def cut(run: Run, surveyed: list[Receipt], lines: Iterable[Line], outlet: Outlet) -> Receipt:
    """Cut the lines into ``work/cut/NNNNN.jsonl`` (captures) and ``NNNNN.witnesses.jsonl``.

    The receipt names every file and its digest, and counts captures and buckets.
    """
    total = sum(done.counts["captures"] for done in surveyed)
    buckets = max(64, total // BUCKET)
    digests = fingerprint(*(digest for done in surveyed for _, digest in done.outputs))
    task = run.task("cut", "all", digests, outlet.fingerprint)
    if found := run.receipts.find(task):
        return found
    folder = run.folder.work / "cut"
    shutil.rmtree(folder, ignore_errors=True)
    disk.make_folder(folder)
    pile = _Pile(folder)
    media = MediaIndex(run.folder.work / "media.sqlite", fresh=True)
    with run.progress.stage("sorting captures", total) as advance:
        for line in lines:
            media.add(line.capture)
            key = outlets.article_key(outlet, line.capture.url)
            seen = line.survey.witnesses if line.survey else ()
            slim = replace(line, survey=replace(line.survey, mentions=())) if line.survey else line
            pile.put(f"{bucket_of(key, buckets):05d}.jsonl", jsonlines.dumps(slim))
            for witness in _of_articles(outlet, seen):
                pile.put(f"{bucket_of(witness.key, buckets):05d}.witnesses.jsonl", jsonlines.dumps(witness))
            advance(1)
    pile.write_out()
    media.finish()
    media.close()
    outputs = tuple((p.relative_to(run.folder.path).as_posix(), disk.sha256(p)) for p in sorted(folder.iterdir()))
    done = Receipt(task.stage, task.bucket, task.fingerprint, outputs, {"captures": total, "buckets": buckets})
    run.receipts.keep(done)
    return done


def _of_articles(outlet: Outlet, seen: Iterable[Witness]) -> Iterator[Witness]:
    """The witnesses that name an article by the outlet's rules, under the article's key."""
    for witness in seen:
        if witness.url and outlets.classify(outlet, witness.url)[0] == "article":
            yield replace(witness, key=outlets.article_key(outlet, witness.url))


class _Pile:
    """Lines on their way into many files, a few megabytes at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, list[str]] = {}
        self._size = 0

    def put(self, name: str, line: str) -> None:
        self._held.setdefault(name, []).append(line)
        self._size += len(line)
        if self._size > _HELD:
            self.write_out()

    def write_out(self) -> None:
        for name, lines in self._held.items():
            with (self._folder / name).open("ab") as out:
                out.write("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"))
        self._held.clear()
        self._size = 0
