"""What extraction hands on: a record that join has not seen yet, and what join needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from backissue.model import Finding, Record, Witness, _Zoned
from backissue.records.likeness import Sketch

__all__ = ["Draft", "Light"]


@dataclass(frozen=True, slots=True)
class Light(_Zoned):
    """A draft's fingerprint, under 1 kB, for ``join``.

    ``day`` is ISO or empty; ``pointer`` the id that the article's address gives
    as its live revision; ``digest`` is of the body's letters and digits;
    ``when`` the capture's time; ``complete`` is False where the capture broke off.
    """

    key: str
    id: str
    title: str = ""
    day: str = ""
    sketch: Sketch = field(default_factory=Sketch)
    digest: str = ""
    length: int = 0
    pointer: str | None = None
    when: datetime | None = None
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its best capture has it: the record, what it says of other articles, the trouble, the fingerprint."""

    record: Record
    light: Light
    findings: tuple[Finding, ...] = ()
    witnesses: tuple[Witness, ...] = ()
