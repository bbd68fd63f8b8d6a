"""The journal of one letter's sending: what makes it at most once.

JSON lines, each on disk before the next step is taken: who is to get it; a line before a
message's text is handed over, a line after the mail server's answer. Somebody with a line
before and none after is doubtful: the letter may have arrived, so it is never sent again
but by a person's word. Knows random ids, and nothing else of anybody.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from backissue import disk
from backissue.model import BrokenWorld

__all__ = ["Fate", "Journal", "Lines", "writing"]


class Fate(StrEnum):
    """What became of one person's letter; exactly one of these for everybody it was meant for."""

    SENT = "sent"
    REFUSED = "refused"
    DEFERRED = "deferred"
    DOUBTFUL = "doubtful"
    UNSUBSCRIBED = "unsubscribed"


@dataclass
class Lines:
    """What a journal says so far: whom the letter is for, with their list; and what became of those it was tried for."""

    letter: str = ""
    eligible: dict[str, str] = field(default_factory=dict)
    fates: dict[str, Fate] = field(default_factory=dict)

    def take(self, line: dict[str, Any]) -> None:
        """One line more."""
        match line["what"]:
            case "letter":
                self.letter = line["digest"]
            case "plan":
                self.eligible.update(dict.fromkeys(line["ids"], line["list"]))
            case "before":
                self.fates[line["id"]] = Fate.DOUBTFUL
            case "after":
                self.fates[line["id"]] = Fate(line["fate"])
            case "resolved":
                if line["as"] == "again":
                    self.fates.pop(line["id"], None)
                else:
                    self.fates[line["id"]] = Fate(line["as"])

    @classmethod
    def read(cls, path: Path) -> Lines:
        """What the journal in ``path`` says; nothing where there is none. A torn last line was never written."""
        lines = cls()
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return lines
        for number, raw in enumerate(data[: data.rfind(b"\n") + 1].decode("utf-8", "replace").split("\n")[:-1], 1):
            try:
                lines.take(json.loads(raw))
            except (ValueError, KeyError, TypeError):
                raise BrokenWorld(f"line {number} of {path.name} is damaged", "Sending on could reach somebody twice: put back a good copy.") from None  # fmt: skip
        return lines


class Journal:
    """A journal that is being written: ``lines`` is what it says, on disk and here."""

    def __init__(self, path: Path, lines: Lines, out: BinaryIO) -> None:
        self.path, self.lines, self._out = path, lines, out

    def begin(self, digest: str) -> None:
        """Which letter this is, by the digest of its words."""
        self._write({"what": "letter", "digest": digest})

    def plan(self, name: str, ids: Iterable[str]) -> None:
        """Whom of the list ``name`` it is for: they stay in the sum, whatever becomes of them."""
        if new := [i for i in ids if i not in self.lines.eligible]:
            self._write({"what": "plan", "list": name, "ids": new})

    def before(self, reader: str) -> None:
        """The text is about to be handed over for ``reader``."""
        self._write({"what": "before", "id": reader})

    def after(self, reader: str, fate: Fate, code: int = 0, status: str = "") -> None:
        """The mail server has answered; of its words only the code and the enhanced status are kept."""
        self._write({"what": "after", "id": reader, "fate": fate.value, "code": code, "status": status})

    def resolve(self, reader: str, what: str) -> None:
        """A person says what became of a doubtful one: sent, refused, or again (to be tried again)."""
        self._write({"what": "resolved", "id": reader, "as": what})

    def _write(self, line: dict[str, Any]) -> None:
        data = json.dumps(line, separators=(",", ":")).encode() + b"\n"
        try:
            disk.step(f"before line {line['what']}", self.path)
            self._out.write(data)
            self._out.flush()
            disk.step(f"after line {line['what']}", self.path)
            os.fsync(self._out.fileno())
            disk.step(f"after fsync {line['what']}", self.path)
        except OSError as error:
            raise BrokenWorld(f"could not write {self.path}: {error.strerror}", "Run this again once that is mended: it goes on where it stopped.") from None  # fmt: skip
        self.lines.take(line)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Journal]:
    """The journal in ``path``, read and open for more; a line that a death tore is cut off first."""
    lines = Lines.read(path)
    if not path.exists():
        disk.write(path, b"")
    with path.open("r+b") as out:
        data = out.read()
        out.truncate(data.rfind(b"\n") + 1)
        out.seek(0, os.SEEK_END)
        yield Journal(path, lines, out)
