"""What was asked for before and what came of it: the memory of fetch, from one run to the next.

The WARC files are the truth; the journal under ``work/`` saves reading them
again, and remembers what left no record. Lost, it is made anew from the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from io import FileIO
from pathlib import Path
from typing import Any

from backissue import disk
from backissue.captures.listing import Offer
from backissue.captures.playback import name_of
from backissue.captures.writing import Kept, kept_in
from backissue.model import Capture

__all__ = ["Journal"]


@dataclass(slots=True)
class Journal:
    """The outcomes of everything asked for in one paper's ``folder``.

    An outcome is ``held``, ``bad`` (held, and no page of the outlet's), ``same``
    (another capture was served, which is held) or ``gone``. ``served``: what is
    held, by the stamp and key that was served, whoever gave it. ``payloads``:
    URL and stamp of what first had a digest.
    """

    folder: Path
    served: dict[str, str] = field(default_factory=dict)
    payloads: dict[str, tuple[str, str]] = field(default_factory=dict)
    _asked: dict[tuple[str, str], str] = field(default_factory=dict)  # CDX server, "stamp key" as asked -> outcome
    _same: dict[tuple[str, str], str] = field(default_factory=dict)  # the same -> "stamp key" as served
    _out: FileIO | None = None

    def load(self, *, looking: bool = False) -> None:
        """Remember what the files and the journal hold; ``looking`` notes nothing down."""
        captures = self.folder / "captures"
        known: set[str] = set()
        same: dict[tuple[str, str], str] = {}
        waiting: list[Kept] = []
        for entry in _entries(self._path):
            asked = str(entry.get("source", "")), str(entry.get("asked", ""))
            if "file" in entry:
                # What was kept is believed only with the file that holds it; of the open one, the file itself tells.
                if (captures / str(entry["file"])).exists():
                    known.add(str(entry["file"]))
                    for kept in waiting:
                        self._remember(kept)
                waiting = []
            elif "kept" in entry:
                waiting.append(Kept(**entry["kept"]))
            elif entry.get("outcome") == "gone":
                self._asked[asked] = "gone"
            elif entry.get("outcome") in ("same", "bad"):
                same[asked] = str(entry["served"])
        for path in sorted(captures.glob("*.warc.gz")):
            if path.name not in known:
                # A run died between naming the file and its last line: what is not written down now, the next run misses.
                learn = self._remember if looking else self.keep
                for kept in kept_in(path):
                    learn(kept)
                if not looking:
                    self.note_file(path.name)
        if looking:
            for kept in waiting:
                self._remember(kept)
        self._same = same
        self._settle()

    def recovered(self, every: Iterable[Kept]) -> None:
        """Remember what was found in the open file."""
        for kept in every:
            self.keep(kept)
        self._settle()

    def outcome(self, capture: Capture) -> str | None:
        """What came of a capture before, or None: it was never had, nor refused for good."""
        named = name_of(capture)
        return self.served.get(named) or self._asked.get((_source(capture), named)) or self._asked.get(("", named))

    def keep(self, kept: Kept) -> None:
        """A capture is held."""
        self._remember(kept)
        self._note({"kept": asdict(kept)})

    def came_to(self, capture: Capture, outcome: str, served: str) -> None:
        """A capture came to nothing new: ``gone``, or what was ``served`` instead is held."""
        self._asked[_source(capture), name_of(capture)] = outcome
        entry = {"asked": name_of(capture), "outcome": outcome, "served": served, "source": _source(capture)}
        self._note(entry)

    def note_file(self, name: str) -> None:
        """A file is complete: what was kept until now lies in it."""
        self._note({"file": name})

    def close(self) -> None:
        """Close the file."""
        if self._out is not None:
            self._out.close()
            self._out = None

    @property
    def _path(self) -> Path:
        return self.folder / "work" / "fetch" / "journal.jsonl"

    def _settle(self) -> None:
        self._asked.update(
            (asked, self.served[served]) for asked, served in self._same.items() if served in self.served
        )

    def _remember(self, kept: Kept) -> None:
        outcome = "bad" if kept.verdict else "held"
        # What was served instead of something else need not be asked for under its own time.
        self._asked[kept.source, f"{kept.asked} {kept.key}"] = self.served[f"{kept.served} {kept.key}"] = outcome
        if kept.digest and not kept.revisit:
            self.payloads.setdefault(kept.digest, (kept.url, kept.served))

    def _note(self, entry: Mapping[str, object]) -> None:
        if self._out is None:
            disk.make_folder(self._path.parent)
            self._out = self._path.open("ab", buffering=0)
        self._out.write(json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _source(capture: Capture) -> str:
    return capture.source if isinstance(capture, Offer) else ""


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.open("rb")
    except OSError:
        return
    with lines:
        for line in lines:
            try:
                entry = json.loads(line)
            except ValueError:
                continue  # the last line of a dead run
            if isinstance(entry, dict):
                yield entry
