"""What reading hands to joining and filing: files of JSON lines, or what is still in memory.

A bucket kept in memory leaves no files behind, and its receipt lists none; a
later run that needs it has it read again. Keeps no more than there is room for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from backissue import jsonlines
from backissue.model import Fate, Finding, Receipt, Witness
from backissue.pipeline.extracting import Bundle, Settled
from backissue.records import Light
from backissue.run import Folder

__all__ = ["ROOM", "Shelf", "Spot"]

ROOM = 400 << 20
"""Bytes, about, that buckets may take up in memory; 1,000 articles of a Chinese paper take 12 MB."""
_DRAFT = 5000
"""Bytes of a draft beside its text and addresses, measured."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a bundle lies: a file below the paper's folder, and the bytes of its line; or its number in a bucket in memory.

    In memory, ``file`` is the stem that the bucket's files would have, and ``length`` is 0.
    """

    file: str
    offset: int
    length: int


@dataclass(slots=True)
class Shelf:
    """The buckets of one run. ``again`` settles a bucket (by its stem) that an earlier run kept in memory."""

    folder: Folder
    again: Callable[[str], Settled] | None = None
    room: int = field(default_factory=lambda: ROOM)
    full: bool = False
    _kept: dict[str, Settled] = field(default_factory=dict)
    _loose: dict[str, str] = field(default_factory=dict)  # bucket -> stem, of buckets that have no files

    @property
    def whole(self) -> bool:
        """Whether all that was kept had room so far."""
        return not self.full

    def clear(self) -> None:
        """Let go of everything."""
        self._kept.clear()

    def keep(self, stem: str, settled: Settled) -> bool:
        """Keep a bucket in memory, if there is room."""
        size = sum(
            _DRAFT + 2 * len(draft.record.body) + len(draft.record.url or "") + len(draft.record.original_url or "")
            for bundle in settled.bundles
            for draft in (bundle.main, *bundle.others)
        )
        if size > self.room:
            self.full = True
            return False
        self.room -= size
        self._kept[stem] = settled
        return True

    def stem(self, done: Receipt) -> str:
        """What the names of a bucket's files begin with, relative to the paper's folder."""
        if done.outputs:
            return done.outputs[0][0].removesuffix(".bundles.jsonl")
        stem = f"work/{done.stage.partition('-')[0]}/{done.bucket}"
        self._loose[stem] = done.bucket
        return stem

    def marks(self, done: Receipt) -> tuple[str, ...]:
        """What changes when a bucket's contents do."""
        return tuple(digest for _, digest in done.outputs) or (done.fingerprint,)

    def lights(self, done: Receipt) -> Iterator[tuple[Spot, Light, str]]:
        """For each bundle of a bucket where it lies, the light of its main draft, and that record's kind."""
        stem = self.stem(done)
        if stem in self._loose:
            for number, bundle in enumerate(self._settled(stem).bundles):
                yield Spot(stem, number, 0), bundle.main.light, bundle.main.record.kind
            return
        name, offset = done.outputs[0][0], 0
        with (self.folder.path / name).open("rb") as lines:
            for line in lines:
                main = json.loads(line)["main"]
                kind = main["record"].get("kind", "article")
                yield Spot(name, offset, len(line)), jsonlines.restore(Light, main["light"]), kind
                offset += len(line)

    def bundle(self, spot: Spot) -> Bundle:
        """The bundle that lies at a spot."""
        if not spot.length:
            self._loose.setdefault(spot.file, spot.file.rpartition("/")[2])
            return self._settled(spot.file).bundles[spot.offset]
        with (self.folder.path / spot.file).open("rb") as file:
            file.seek(spot.offset)
            return jsonlines.loads(Bundle, file.read(spot.length))

    def fates(self, stem: str) -> Iterator[Fate]:
        """What became of a bucket's captures."""
        if stem in self._loose:
            return iter(self._settled(stem).fates)
        return jsonlines.read(Fate, self.folder.path / f"{stem}.fates.jsonl")

    def witnesses(self, stem: str) -> Iterator[Witness]:
        """Word of other articles in a bucket."""
        if stem in self._loose:
            return iter(self._settled(stem).witnesses)
        return jsonlines.read(Witness, self.folder.path / f"{stem}.witnesses.jsonl")

    def findings(self, stem: str) -> Iterator[Finding]:
        """A bucket's trouble."""
        if stem in self._loose:
            return iter(self._settled(stem).findings)
        return jsonlines.read(Finding, self.folder.path / f"{stem}.findings.jsonl")

    def _settled(self, stem: str) -> Settled:
        if stem not in self._kept:
            assert self.again is not None, "only what can be read again is kept without files"
            settled = self.again(stem)
            if not self.keep(stem, settled):
                self._kept = {stem: settled}  # one at a time, then
        return self._kept[stem]
