"""Receipts: the proof that a task is done, and the one loop over tasks.

A receipt is written after everything it speaks of is safely on disk. A task
whose receipt has the same fingerprint, and whose outputs are still there, is
not done again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from backissue import disk
from backissue.model import Receipt, Task
from backissue.run.engines import Engine, Work
from backissue.run.progress import Progress


def fingerprint(*parts: str) -> str:
    """SHA-256 (hex) over the parts in order; equal only for equal parts."""
    h = hashlib.sha256()
    for part in parts:
        data = part.encode()
        h.update(len(data).to_bytes(8, "little"))
        h.update(data)
    return h.hexdigest()


class Receipts:
    """The receipts below one folder (``work/receipts``), one file a task.

    ``root`` is the folder that the outputs' names are relative to.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root

    def find(self, task: Task) -> Receipt | None:
        """The receipt of this very task, if its outputs are still there."""
        receipt = self.last(task.stage, task.bucket)
        if receipt is None or receipt.fingerprint != task.fingerprint:
            return None
        there = all(os.path.exists(f"{self._root}/{name}") for name, _ in receipt.outputs)  # noqa: PTH110
        return receipt if there else None

    def last(self, stage: str, bucket: str) -> Receipt | None:
        """The last receipt for this stage and bucket, whatever its fingerprint."""
        try:
            raw = json.loads(self._path(stage, bucket).read_bytes())
            outputs = tuple((name, digest) for name, digest in raw.pop("outputs"))
            return Receipt(outputs=outputs, **raw)
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, KeyError):  # written by another version: do the work again
            return None

    def keep(self, receipt: Receipt) -> None:
        """Write a receipt; from here on its task is done."""
        said = {f.name: getattr(receipt, f.name) for f in fields(receipt)}  # asdict would copy every name there is
        text = json.dumps(said, ensure_ascii=False, sort_keys=True)
        disk.write(self._path(receipt.stage, receipt.bucket), text.encode() + b"\n")

    def forget_others(self, stage: str, buckets: Iterable[str]) -> list[Receipt]:
        """Remove this stage's receipts of buckets that no longer are, and return them."""
        kept = {self._path(stage, bucket).name for bucket in buckets}
        gone = []
        for path in sorted((self._folder / stage).glob("*.json")):
            if path.name not in kept:
                receipt = self.last(stage, path.name.removesuffix(".json"))
                disk.remove(path)
                if receipt:
                    gone.append(receipt)
        return gone

    def _path(self, stage: str, bucket: str) -> Path:
        return self._folder / stage / f"{bucket}.json"


def perform(
    work: Work, tasks: Iterable[Task], *, engine: Engine, receipts: Receipts, progress: Progress, title: str
) -> Iterator[Receipt]:
    """The receipts of all tasks, in the tasks' order; those not yet done are done by ``engine``."""
    tasks = list(tasks)
    found = {task.bucket: receipt for task in tasks if (receipt := receipts.find(task))}
    with progress.stage(title, total=len(tasks)) as advance:
        advance(len(found))
        for receipt in engine(work, [task for task in tasks if task.bucket not in found]):
            receipts.keep(receipt)
            found[receipt.bucket] = receipt
            advance(1)
    for task in tasks:
        yield found[task.bucket]
