"""Writes a segment: articles in, one file out, in memory that does not grow with the paper.

Articles are cut into pairs, words and single characters some two million characters at a time; each
batch is sorted and set aside in a temporary file; at the end the batches are merged, one range of keys
after another, and written as lists. It refuses to decide what goes into a segment: ``building.py`` does.
"""

from __future__ import annotations

import contextlib
import json
import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import zstandard
from numpy.typing import NDArray

from backissue import disk
from backissue.search.documents import Document
from backissue.search.grams import LONGEST_WORD, SEPARATOR, WORD, classes, folded_codes
from backissue.search.postings import Directory, Writer
from backissue.search.runs import Runs
from backissue.search.segment import ALIGN, CHUNK, FIELD, ITEM, LAYOUT, MAGIC

__all__ = ["FULL", "write_segment"]

FULL = 1 << 30
"""A segment is closed at this many positions: what four bytes can address, with room to spare."""

_BATCH = 1 << 21
_TRAIN = 4000
"""Pieces that train the compressor; fewer than this and it works without (a dictionary would outweigh them)."""

U64 = NDArray[np.uint64]
U32 = NDArray[np.uint32]


def write_segment(path: Path, documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> int:
    """Write ``documents`` to ``path``, durably; returns how many. Stops taking more at FULL positions."""
    with (
        tempfile.TemporaryFile(dir=path.parent if path.parent.is_dir() else None) as aside,
        disk.replacing(path) as out,
    ):
        out.write(MAGIC)
        making = _Making(out, aside)
        for document in documents:
            making.take(document)
            if progress is not None:
                progress(1)
            if making.position >= FULL:
                break
        making.finish()
        return making.count


class _Making:
    """A segment being written."""

    def __init__(self, out: BinaryIO, aside: BinaryIO) -> None:
        self.out = out
        self.sections: dict[str, Any] = {}
        self.count = 0
        self.position = 0
        self._codes: list[U32] = []
        self._folded = 0
        self._batch_from = 0
        self._first = 0  # the batch's first article
        self._starts: list[int] = []
        self._lengths: list[int] = []
        self._title_sizes: list[int] = []
        self._days: list[int] = []
        self._paths: list[str] = []
        self._ids = np.zeros(0x110000, np.uint32)
        self._chars: list[U32] = []
        self._char_count = 0
        self._words: dict[str, int] = {}
        self._names: dict[str, dict[str, int]] = {"section": {}, "author": {}, "tag": {}}
        self._named: dict[str, list[tuple[int, int]]] = {"section": [], "author": [], "tag": []}
        self._pairs, self._singles, self._word_runs = Runs(aside), Runs(aside), Runs(aside)
        self._waiting: list[bytes | str] = []
        self._encoding = "utf-8"
        self._pieces = [0]
        self._piece_at = [0]
        self._blobs_from = out.tell()
        self._compressor: zstandard.ZstdCompressor | None = None
        self._trained = b""

    # -- taking articles ---------------------------------------------------------------------

    def take(self, document: Document) -> None:
        codes = folded_codes(document.text)
        number = self.count
        self.count += 1
        self._starts.append(self.position)
        self._lengths.append(len(codes))
        self._title_sizes.append(len(document.title))
        self._days.append(document.day.toordinal() if document.day else 0)
        self._paths.append(document.path)
        room = (len(codes) >> ALIGN) + 1 << ALIGN  # at least one empty position after every text
        padded = np.zeros(room, np.uint32)
        padded[: len(codes)] = codes
        self._codes.append(padded)
        self.position += room
        self._folded += room
        for kind, names in (("section", (document.section,)), ("author", document.authors), ("tag", document.tags)):
            known = self._names[kind]
            self._named[kind].extend(
                (number, known.setdefault(name, len(known))) for name in dict.fromkeys(names) if name
            )
        self._store(document)
        if self._folded >= _BATCH:
            self._cut()

    def _store(self, d: Document) -> None:
        authors = ITEM.join(map(_plain, d.authors))
        head = [*map(_plain, (d.path, d.id, d.title, d.date, d.url, d.section)), authors, d.kind, str(d.body)]
        text = d.text
        chunks = [text[at : at + CHUNK] for at in range(0, max(1, len(text)), CHUNK)]
        self._waiting += [FIELD.join(head).encode("utf-8", "replace"), *chunks]
        self._pieces.append(self._pieces[-1] + 1 + len(chunks))
        if self._compressor or len(self._waiting) >= _TRAIN:
            self._compress()

    def _compress(self) -> None:
        if self._compressor is None:
            texts = [some for some in self._waiting if isinstance(some, str)]
            # two bytes a character are quicker to read than three, and in Chinese .02 of the text smaller when compressed
            if sum(map(len, texts)) * 2 < sum(len(some.encode("utf-8", "replace")) for some in texts):
                self._encoding = "utf-16-le"
            if len(self._waiting) >= _TRAIN:
                samples = [some.encode(self._encoding, "replace") for some in texts]
                # swept at 50,000: 16 kB leave .464 of the text, 64 .414, 112 .404, and none is slower to read
                size = min(112 << 10, sum(map(len, samples)) // 32)
                with contextlib.suppress(zstandard.ZstdError):  # too little text to learn from
                    self._trained = zstandard.train_dictionary(size, list(samples)).as_bytes()
            dictionary = zstandard.ZstdCompressionDict(self._trained) if self._trained else None
            self._compressor = zstandard.ZstdCompressor(
                level=6, dict_data=dictionary, write_content_size=True, write_checksum=False, write_dict_id=False
            )
        for some in self._waiting:
            if isinstance(some, str):
                some = self._compressor.compress(some.encode(self._encoding, "replace"))
            self.out.write(some)
            self._piece_at.append(self._piece_at[-1] + len(some))
        self._waiting = []

    # -- cutting a batch -------------------------------------------------------------------

    def _cut(self) -> None:
        """Cut the batch's texts into pairs, words and single characters, and set them aside."""
        codes = np.concatenate(self._codes)
        kinds = classes(codes)
        ids = self._numbered(codes)
        base = self._batch_from
        visible = kinds != SEPARATOR
        both = visible[:-1] & visible[1:] & ~((kinds[:-1] == WORD) & (kinds[1:] == WORD))
        at = np.flatnonzero(both)
        pair = ids[at].astype(np.uint64) << np.uint64(48) | ids[at + 1].astype(np.uint64) << np.uint64(32)
        places: U64 = (at + base).astype(np.uint64)
        self._pairs.put(np.bitwise_or(pair, places))
        self._cut_singles(ids, visible)
        self._cut_words(codes, kinds == WORD)
        self._batch_from = self.position
        self._first = self.count
        self._codes, self._folded = [], 0

    def _numbered(self, codes: U32) -> U32:
        """Each character's number in this segment; the first 65,535 get one of their own, any others share the last."""
        fresh = np.unique(codes[self._ids[codes] == 0])
        fresh = fresh[fresh > 0]
        if len(fresh):
            self._chars.append(fresh)
            numbers = np.arange(self._char_count + 1, self._char_count + 1 + len(fresh))
            self._ids[fresh] = np.minimum(numbers, 0xFFFF)
            self._char_count += len(fresh)
        return self._ids[codes]

    def _cut_singles(self, ids: U32, visible: NDArray[np.bool_]) -> None:
        starts = np.array(self._starts[self._first :], np.int64) - self._batch_from
        rooms = np.diff(np.append(starts, len(ids)))
        article = np.repeat(np.arange(self._first, self.count, dtype=np.uint64), rooms)
        in_title = np.zeros(len(ids), np.uint64)
        for start, size in zip(starts.tolist(), self._title_sizes[self._first :], strict=True):
            in_title[start : start + size] = 1
        keys = (ids.astype(np.uint64) << np.uint64(32) | article)[visible] << np.uint64(1) | in_title[visible]
        keys.sort()
        same = keys >> np.uint64(1)
        heads = np.flatnonzero(np.concatenate(([True], same[1:] != same[:-1])))
        if not len(keys):
            return
        times = np.diff(np.append(heads, len(keys)))
        titled = np.add.reduceat(keys & np.uint64(1), heads) > 0
        weight = np.minimum(7, np.ceil(np.log2(times))).astype(np.uint64) | titled.astype(np.uint64) << np.uint64(3)
        # character (16 bits) | article (32) | weight (8): sorted by character, then article
        self._singles.put(same[heads] << np.uint64(8) | weight)

    def _cut_words(self, codes: U32, word: NDArray[np.bool_]) -> None:
        edges = np.diff(np.concatenate(([False], word, [False])).astype(np.int8))
        begins = np.flatnonzero(edges == 1)
        if not len(begins):
            return
        text = np.where(word, codes, np.uint32(32)).tobytes().decode("utf-32-le")
        known = self._words
        numbers = [known.setdefault(w[:LONGEST_WORD], len(known)) for w in re.split(" +", text.strip(" "))]
        at = (begins + self._batch_from).astype(np.uint64)
        self._word_runs.put(np.array(numbers, np.uint64) << np.uint64(32) | at)

    # -- the end -----------------------------------------------------------------------------

    def finish(self) -> None:
        """Merge what was set aside, and write all columns and the table of sections."""
        if self._folded:
            self._cut()
        self._compress()
        self.sections["blobs"] = [self._blobs_from, self.out.tell() - self._blobs_from]
        self._section("dictionary", self._trained)
        self._write_pairs()
        self._write_singles()
        self._write_words()
        self._write_columns()
        table = json.dumps(
            {**self.sections, "count": self.count, "layout": LAYOUT, "encoding": self._encoding}
        ).encode()
        self.out.write(table + len(table).to_bytes(8, "little") + MAGIC)

    def _section(self, name: str, data: bytes | NDArray[Any]) -> None:
        self.out.write(b"\0" * (-self.out.tell() % 64))
        raw = data if isinstance(data, bytes) else data.tobytes()
        self.sections[name] = [self.out.tell(), len(raw)]
        self.out.write(raw)

    def _lists(self, name: str, origin: int, directory: Directory) -> None:
        self.sections[f"{name}_lists"] = [origin, self.out.tell() - origin]
        for part in ("keys", "first", "offset", "size"):
            self._section(f"{name}_{part}", getattr(directory, part))

    def _begin(self) -> int:
        self.out.write(b"\0" * (-self.out.tell() % 64))
        return self.out.tell()

    def _write_pairs(self) -> None:
        origin = self._begin()
        writer = Writer(self.out, origin)
        for piece in self._pairs.merged():
            writer.add((piece >> np.uint64(32)).astype(np.uint32), piece.astype(np.uint32))
        self._lists("pair", origin, writer.directory())

    def _write_singles(self) -> None:
        origin = self._begin()
        writer = Writer(self.out, origin)
        weights, sizes = [], []
        # an article's number takes 23 bits (FULL >> ALIGN), so merged() never cuts within a character
        for piece in self._singles.merged():
            weights.append((piece & np.uint64(0xFF)).astype(np.uint8))
            characters = (piece >> np.uint64(40)).astype(np.uint32)
            sizes.append(np.unique(characters, return_counts=True)[1])
            writer.add(characters, (piece >> np.uint64(8)).astype(np.uint32))
        self._lists("single", origin, writer.directory())
        self._section("single_weight_at", np.cumsum(np.concatenate([[0], *sizes])).astype(np.uint32))
        flat = np.concatenate([np.zeros(0, np.uint8), *weights, np.zeros(1, np.uint8)])  # one more, to make it even
        flat = flat[: len(flat) // 2 * 2]
        self._section("single_weights", flat[::2] | flat[1::2] << np.uint8(4))

    def _write_words(self) -> None:
        ranked = sorted(self._words, key=str.encode)
        rank = np.zeros(len(ranked), np.uint64)
        rank[[self._words[w] for w in ranked]] = np.arange(len(ranked), dtype=np.uint64)
        origin = self._begin()
        writer = Writer(self.out, origin)
        by_rank = Runs(self._word_runs.file)
        for piece in self._word_runs.merged():
            by_rank.put(rank[piece >> np.uint64(32)] << np.uint64(32) | piece & np.uint64(0xFFFFFFFF))
        for piece in by_rank.merged():
            writer.add((piece >> np.uint64(32)).astype(np.uint32), piece.astype(np.uint32))
        self._lists("word", origin, writer.directory())
        raw = [w.encode() + b"\n" for w in ranked]
        self._section("word_at", np.cumsum([0, *map(len, raw)]).astype(np.uint32))
        self._section("word_text", b"".join(raw))

    def _write_columns(self) -> None:
        starts = np.array(self._starts, np.uint32)
        self._section("start", starts)
        self._section("day", np.array(self._days, np.uint32))
        self._section("length", np.array(self._lengths, np.uint32))
        self._section("title_size", np.array(self._title_sizes, np.uint32))
        blocks = np.diff(np.append(starts.astype(np.int64), self.position)) >> ALIGN
        self._section("owner", np.repeat(np.arange(self.count, dtype=np.uint32), blocks))
        self._section("pieces", np.array(self._pieces, np.uint32))
        self._section("piece_at", np.array(self._piece_at, np.uint32))
        chars = np.concatenate(self._chars) if self._chars else np.zeros(0, np.uint32)
        chars.sort()
        self._section("chars", chars)
        self._section("char_ids", self._ids[chars])
        for kind, known in self._names.items():
            pairs = np.array(self._named[kind], np.uint32).reshape(-1, 2)
            self._section(f"{kind}_names", json.dumps(list(known), ensure_ascii=False).encode("utf-8", "replace"))
            self._section(f"{kind}_of", pairs[:, 0])
            self._section(f"{kind}_is", pairs[:, 1])
        self._section("paths", json.dumps(self._paths, ensure_ascii=False).encode("utf-8", "replace"))


def _plain(text: str) -> str:
    """``text`` without what stands between the fields of a card."""
    return text.translate(_MARKS)


_MARKS = dict.fromkeys(map(ord, f"{FIELD}{ITEM}\n"), " ")
