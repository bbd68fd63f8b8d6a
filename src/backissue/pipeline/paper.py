"""One run over one paper: what every stage needs to know, and how a stage's tasks are carried out."""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from backissue import __version__, disk
from backissue.captures import Unreadable
from backissue.model import Capture, Finding, Receipt, Task
from backissue.pages import Survey
from backissue.run import Child, Engine, Folder, Overrun, Progress, Receipts, Silent, fingerprint, inline, perform
from backissue.run.engines import Work

__all__ = ["Line", "Run", "Unreadable", "bucket_of", "guard", "guarded", "receipt"]

Item = TypeVar("Item")
Result = TypeVar("Result")

BUCKET = 500
"""Captures in a bucket, on average: one bucket's lines and drafts fit easily in memory."""

PAGE_SECONDS = 20.0
"""Processor time for a page in the guard; the worst page of the test sets takes under 2 s."""

PAGE_MEMORY = 3 << 30
"""Address space of the guard's child, in bytes: a 20 MB page parses within 1 GB."""

_VERSION = fingerprint(__version__)


@dataclass(frozen=True, slots=True)
class Line:
    """A capture, what survey saw of it (None where it was not read), and the trouble on the way."""

    capture: Capture
    survey: Survey | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A run: the folder, the engine, who watches."""

    folder: Folder
    engine: Engine = inline
    progress: Progress = field(default_factory=Silent)

    @property
    def receipts(self) -> Receipts:
        """The receipts of this paper."""
        return Receipts(self.folder.work / "receipts", self.folder.path)

    def task(self, stage: str, bucket: str, *parts: str, inputs: tuple[str, ...] = ()) -> Task:
        """A task whose fingerprint covers the version, the stage, the bucket and ``parts``."""
        return Task(stage, bucket, fingerprint(_VERSION, stage, bucket, *parts), inputs)

    def perform(self, title: str, tasks: Iterable[Task], work: Work, *, engine: Engine | None = None) -> list[Receipt]:
        """Do what is not done yet; the receipts in the tasks' order."""
        return list(
            perform(
                work,
                tasks,
                engine=engine or self.engine,
                receipts=self.receipts,
                progress=self.progress,
                title=title,
            )
        )


def receipt(folder: Folder, task: Task, files: dict[Path, bytes], **counts: int) -> Receipt:
    """Write the files of a task, and give its receipt."""
    outputs = []
    for path, data in files.items():
        outputs.append((path.relative_to(folder.path).as_posix(), disk.write(path, data)))
    return Receipt(task.stage, task.bucket, task.fingerprint, tuple(outputs), counts)


def bucket_of(key: str, buckets: int) -> int:
    """The bucket a key falls into; the same on every machine."""
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8], "big") % buckets


AT_ONCE = 25
"""Pages handed to the guard in one call: on a busy machine each call waits for its turn, twice."""

_guard: Child | None = None


def guard() -> Child:
    """The page guard of this process: a child that may be killed over a page."""
    global _guard  # noqa: PLW0603  (one a process, whatever runs here)
    if _guard is None:
        _guard = Child(seconds=PAGE_SECONDS, memory=PAGE_MEMORY)
    return _guard


def guarded(
    look: Callable[[Item], Result], items: Iterable[Item], stopped: Callable[[Item, Overrun], Result]
) -> Iterator[Result]:
    """``look(item)`` for each item, done in the guard; ``stopped(item, overrun)`` for one that ran into a limit.

    Both ``look`` and the items must pickle. Order is kept.
    """
    every = iter(items)
    several = functools.partial(_several, look)
    while batch := list(itertools.islice(every, AT_ONCE)):
        try:
            yield from guard().call(several, batch)
        except Overrun:
            for item in batch:
                try:
                    yield guard().call(look, item)
                except Overrun as overrun:
                    yield stopped(item, overrun)


def _several(look: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [look(item) for item in items]
