"""The ledger's files: what became of every capture, who witnessed what, which files a shard holds.

JSON lines, one file a shard and kind, lines sorted, so that equal contents are
equal bytes. A shard is whatever the caller cuts its work into; each writes its
own files and nobody else's. Refuses to know what a fate means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from backissue import jsonlines
from backissue.model import BadInstruction, Fate, Finding, Witness

T = TypeVar("T")

FATES = "ledger/fates"
WITNESSES = "ledger/witnesses"
WITHDRAWN = "ledger/withdrawn"
HELD = "ledger/held"
FINDINGS = "findings"
FOLDERS = (FATES, WITNESSES, WITHDRAWN, HELD, FINDINGS)

_SHARD = re.compile(r"[a-z0-9][a-z0-9_.-]{0,200}")


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article that people decided to withdraw, and the day of the decision."""

    id: str
    date: date


def shard_name(shard: str) -> str:
    """``shard`` itself, if it may be a file's name; BadInstruction otherwise."""
    if not _SHARD.fullmatch(shard):
        raise BadInstruction(f"{shard!r} cannot name a shard of the ledger", "Use lower case letters, digits, . _ -")
    return shard


def path(folder: str, shard: str) -> str:
    """A shard's file, relative to ``archive/``."""
    return f"{folder}/{shard}.{'txt' if folder == HELD else 'jsonl'}"


def lines(values: Iterable[Fate | Witness | Withdrawal | Finding]) -> bytes:
    """The bytes of a shard's file: each different line once, sorted by its bytes."""
    encoded = {f"{jsonlines.dumps(value)}\n".encode("utf-8", "replace") for value in values}
    return b"".join(sorted(encoded))


def shards(archive: Path, folder: str) -> list[str]:
    """The shards that have a file of this kind, sorted."""
    ending = ".txt" if folder == HELD else ".jsonl"
    try:
        return sorted(p.name.removesuffix(ending) for p in (archive / folder).iterdir() if p.name.endswith(ending))
    except FileNotFoundError:
        return []


def read(archive: Path, folder: str, cls: type[T]) -> Iterator[T]:
    """Everything of one kind, shard by shard; a line that cannot be read raises ValueError naming file and line."""
    decode = jsonlines.restore
    for shard in shards(archive, folder):
        name = path(folder, shard)
        with (archive / name).open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    yield decode(cls, json.loads(line))
                except (ValueError, TypeError, KeyError) as error:
                    raise ValueError(f"{name}, line {number}: {error}") from error


def held(archive: Path) -> Iterator[str]:
    """Names of the files that shards hold, relative to ``archive/``."""
    for shard in shards(archive, HELD):
        yield from (archive / path(HELD, shard)).read_text(encoding="utf-8").splitlines()
