"""An audit remembered: the report of the last one, as long as nothing that it reads has changed.

For runs that end in an audit and changed nothing. What is compared is the name,
size and time of change of every file, so a byte that flipped by itself is not
seen: whoever asks for an audit gets a full one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backissue import __version__, disk, jsonlines
from backissue.archive import manifest
from backissue.audit.report import Report
from backissue.model import Finding, Outlet

_READ = ("archive", "captures")
_BESIDE = ("decisions.toml", "outlet.toml")


def state(folder: Path, outlet: Outlet | None) -> str:
    """A digest of what an audit of ``folder`` would read, and of the rules it would read it by."""
    digest = hashlib.sha256(f"{__version__} {outlet.fingerprint if outlet else ''}\n".encode())
    for name in _names(folder):
        try:
            now = os.stat(f"{folder}/{name}", follow_symlinks=False)  # noqa: PTH116  (a third of the cost, 100,000 times)
        except FileNotFoundError:
            continue
        digest.update(os.fsencode(f"{name}\0{now.st_size} {now.st_mtime_ns}\n"))
    return digest.hexdigest()


def recall(path: Path, now: str) -> Report | None:
    """The report kept in ``path`` for the state ``now``; None if there is none, or of another state."""
    try:
        kept = json.loads(path.read_bytes())
        if kept["state"] != now:
            return None
        told: dict[str, Any] = kept["report"]
        told["examples"] = {
            code: tuple(jsonlines.restore(Finding, one) for one in some)
            for code, some in told.get("examples", {}).items()
        }
        told["breaches"] = tuple(told.get("breaches", ()))
        return Report(**told)
    except (FileNotFoundError, ValueError, KeyError, TypeError):  # written by another version: audit again
        return None


def keep(path: Path, now: str, report: Report) -> None:
    """Keep a report in ``path``."""
    text = json.dumps({"report": jsonlines.plain(report), "state": now}, ensure_ascii=False, sort_keys=True)
    disk.write(path, text.encode("utf-8", "replace") + b"\n")


def _names(folder: Path) -> Iterator[str]:
    yield from _BESIDE
    for below in _READ:
        for name in manifest.walk(folder / below):
            yield f"{below}/{name}"
