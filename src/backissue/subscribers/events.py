"""What people ask of the letters' server: sealed as it comes in, opened where the secret key is.

One event is one file, all of one size but for what age adds by lot, so that neither its
name nor its length says what is in it. The server holds the public key alone: what it has written it cannot read.
Refuses more waiting events than a disk is good for.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from backissue import disk
from backissue.subscribers.vault import Key, Seal

__all__ = ["Event", "Events", "Kind", "waiting"]

_SIZE = 512
"""Bytes of an event before it is sealed; the longest address leaves room to spare."""
_ENDING = ".age"
_MOST = {"sign-up": 10_000, "confirm": 20_000, "unsubscribe": 60_000}
"""Waiting files from which on one kind is refused: a flood of one leaves room for those who leave."""

_RECOUNT = 10.0
"""Seconds for which a count of the waiting files is good."""


class Kind(StrEnum):
    """What was asked."""

    SIGN_UP = "sign-up"
    CONFIRM = "confirm"
    UNSUBSCRIBE = "unsubscribe"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing asked. ``about`` is the address of a sign-up, the token of all else; ``name`` its file."""

    kind: Kind
    about: str = field(repr=False)
    at: datetime
    language: str | None = None
    name: str = ""


class Events:
    """The server's end: takes events in. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._seal = folder / "events", Seal.of(folder)
        disk.make_folder(self._folder)
        self._lock = threading.Lock()
        self._count, self._counted = 0, -_RECOUNT
        disk.sweep(self._folder)

    def take(self, event: Event) -> bool:
        """Keep ``event`` durably; False where too many wait already. BrokenWorld where the disk fails."""
        with self._lock:
            if time.monotonic() - self._counted >= _RECOUNT:  # others take files away
                self._count, self._counted = sum(1 for _ in self._folder.iterdir()), time.monotonic()
            if self._count >= _MOST[event.kind]:
                return False
            self._count += 1
        value = {"kind": event.kind.value, "about": event.about, "at": event.at.isoformat(), "language": event.language}
        data = json.dumps(value, separators=(",", ":")).encode()
        disk.write(self._folder / f"{secrets.token_hex(8)}{_ENDING}", self._seal.close(data, step=_SIZE))
        return True


def waiting(folder: Path, key: Key) -> Iterator[Event | str]:
    """The events that wait below the list's ``folder``, oldest first; the name of a file that is none.

    A file that cannot be opened may have been written by anybody: it is given by name and left alone.
    """
    events: list[Event] = []
    for path in sorted((folder / "events").glob(f"*{_ENDING}")):
        try:
            value = json.loads(key.open(path.read_bytes()))
            at = datetime.fromisoformat(value["at"])
            event = Event(Kind(value["kind"]), str(value["about"]), at.astimezone(UTC), value["language"], path.name)
        except (ValueError, KeyError, TypeError):
            yield path.name
        else:
            events.append(event)
    yield from sorted(events, key=lambda e: (e.at, e.name))
