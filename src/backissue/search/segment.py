"""One immutable file of the index: articles, and every list needed to find them.

All texts stand in one line of positions, each beginning at a multiple of 128, so that a position says
its article by one look-up. Pairs and words are lists of positions; single characters are lists of
articles. A segment is never changed: it is written whole by ``writing.py``, read through ``mmap``, and
superseded. It refuses files of another layout.
"""

from __future__ import annotations

import bisect
import json
import mmap
import os
import threading
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import zstandard
from numpy.typing import NDArray

from backissue.model import BrokenWorld
from backissue.search.documents import Document
from backissue.search.grams import LONGEST_WORD
from backissue.search.postings import Directory, Lists

__all__ = ["ALIGN", "FIELD", "ITEM", "LAYOUT", "MAGIC", "NAMES", "Card", "Segment"]

MAGIC = b"BKISEG\x00\x01"
LAYOUT = 3
"""Raised whenever folding, cutting or the files change: an index of another layout is stale."""

ALIGN = 7
"""A text begins at a multiple of 2**7 positions."""

FIELD, ITEM = "\x1f", "\x1e"
"""Stand between the fields of a card, and between the items of a field."""

NAMES = ("section", "author", "tag")
"""What results are counted by."""

U32 = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of an article, and its text; ``body`` is the length of title, body and captions."""

    path: str
    id: str
    title: str
    date: str
    url: str
    section: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    kind: str
    body: int
    text: str


class Segment:
    """A segment opened. Reading is safe from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        whole = memoryview(self._map)
        try:
            if bytes(whole[:8]) != MAGIC or bytes(whole[-8:]) != MAGIC:
                raise ValueError("it neither begins nor ends as one")
            length = int.from_bytes(whole[-16:-8], "little")
            self._sections: dict[str, Any] = json.loads(bytes(whole[-16 - length : -16]))
        except ValueError as error:
            raise BrokenWorld(
                f"{path} is no part of a search index", "Delete its folder: it is built again."
            ) from error
        self._whole = whole
        self.count = int(self._sections["count"])
        self.start = self.column("start")
        self.day = self.column("day")
        self.title_size = self.column("title_size")
        self.length = self.column("length")
        self.owner = self.column("owner")
        self._blob_at = self.column("blob_at", np.uint64)
        self._blobs = self._bytes("blobs")
        self._chars, self._char_ids = self.column("chars"), self.column("char_ids")
        self._numbers: dict[str, int] = {}
        self._local = threading.local()
        self.pairs = self._lists("pair")
        self.words = self._lists("word")
        self.singles = self._lists("single")

    # -- columns -----------------------------------------------------------------------------

    def column(self, name: str, dtype: Any = np.uint32) -> NDArray[Any]:
        """A column of the file, without copying."""
        offset, size = self._sections[name]
        return np.frombuffer(self._whole, np.dtype(dtype).newbyteorder("<"), size // np.dtype(dtype).itemsize, offset)

    def _bytes(self, name: str) -> memoryview:
        offset, size = self._sections[name]
        return self._whole[offset : offset + size]

    def _lists(self, name: str) -> Lists:
        columns = (self.column(f"{name}_{part}") for part in ("keys", "first", "offset", "size"))
        return Lists(Directory(*columns), self._bytes(f"{name}_lists"))

    # -- characters and words ----------------------------------------------------------------

    def char(self, c: str) -> int:
        """The number of a folded character in this segment, or -1 where no text has it."""
        number = self._numbers.get(c)
        if number is None:
            at = int(self._chars.searchsorted(np.uint32(ord(c))))
            here = at < len(self._chars) and int(self._chars[at]) == ord(c)
            number = int(self._char_ids[at]) if here else -1
            if here:
                self._numbers[c] = number
        return number

    def pair(self, two: str) -> int:
        """The row in ``pairs`` of two neighbouring characters, or -1."""
        a, b = self.char(two[0]), self.char(two[1])
        return -1 if a < 0 or b < 0 else self.pairs.find(a << 16 | b)

    def single(self, c: str) -> int:
        """The row in ``singles`` of a character, or -1."""
        number = self.char(c)
        return -1 if number < 0 else self.singles.find(number)

    def single_weights(self, row: int) -> NDArray[np.uint8]:
        """For each article of a single character's list: log2 of the times it is used (up to 7), and 8 if the title has it."""
        at = self.column("single_weight_at")
        low, high = int(at[row]), int(at[row + 1])
        two = self.column("single_weights", np.uint8)[low // 2 : (high + 1) // 2]
        both = np.stack([two & 15, two >> np.uint8(4)], axis=1).ravel()
        return both[low % 2 : low % 2 + high - low]

    @cached_property
    def _words(self) -> _Words:
        return _Words(self.column("word_at"), self._bytes("word_text"))

    def word(self, word: str) -> int:
        """The row in ``words`` of a whole word, or -1."""
        word = word[:LONGEST_WORD]
        at = bisect.bisect_left(self._words, word.encode())
        return at if at < len(self._words) and self._words[at] == word.encode() else -1

    def words_like(self, part: str, *, prefix: bool, suffix: bool) -> list[tuple[int, int]]:
        """Rows of words that hold ``part`` and how far into the word it stands.

        ``prefix``: it must begin the word; ``suffix``: it must end it. A word that
        holds it twice is told twice.
        """
        part = part[:LONGEST_WORD]
        raw = part.encode()
        if prefix:
            low = bisect.bisect_left(self._words, raw)
            high = bisect.bisect_left(self._words, raw + b"\xff", low)
            return [(row, 0) for row in range(low, high) if not suffix or self._words[row] == raw]
        whole = self._words.text
        found = []
        at = whole.find(raw)
        while at >= 0:
            row = int(np.searchsorted(self._words.at, at, "right")) - 1
            begin, end = int(self._words.at[row]), int(self._words.at[row + 1]) - 1
            if not suffix or at + len(raw) == end:
                found.append((row, len(whole[begin:at].decode())))
            at = whole.find(raw, at + 1)
        return found

    # -- articles ----------------------------------------------------------------------------

    def owners(self, positions: U32) -> U32:
        """The article at each position."""
        owners: U32 = self.owner[positions >> np.uint32(ALIGN)]
        return owners

    def card(self, number: int) -> Card:
        """An article as it was put in."""
        at, end = int(self._blob_at[number]), int(self._blob_at[number + 1])
        data = self._reader().decompress(self._blobs[at:end])
        head, _, text = data.partition(b"\n")
        path, id_, title, date, url, section, authors, tags, kind, body = head.decode("utf-8", "replace").split(FIELD)
        return Card(
            path,
            id_,
            title,
            date,
            url,
            section,
            tuple(authors.split(ITEM)) if authors else (),
            tuple(tags.split(ITEM)) if tags else (),
            kind,
            int(body),
            text.decode("utf-8", "replace"),
        )

    def document(self, number: int) -> Document:
        """An article, to be put into another segment."""
        c = self.card(number)
        day = int(self.day[number])
        when = date.fromordinal(day) if day else None
        return Document(
            c.path, c.id, c.title, c.date, c.url, c.text, c.body, when, c.section, c.authors, c.tags, c.kind
        )

    def _reader(self) -> zstandard.ZstdDecompressor:
        reader: zstandard.ZstdDecompressor | None = getattr(self._local, "reader", None)
        if reader is None:
            trained = bytes(self._bytes("dictionary"))
            reader = zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(trained) if trained else None)
            self._local.reader = reader
        return reader

    # -- names to count by -------------------------------------------------------------------

    @cached_property
    def names(self) -> dict[str, tuple[list[str], U32, U32]]:
        """For each of NAMES: the names, and for each article that has one, article and name by number (sorted by article)."""
        return {
            kind: (
                json.loads(bytes(self._bytes(f"{kind}_names"))),
                self.column(f"{kind}_of"),
                self.column(f"{kind}_is"),
            )
            for kind in NAMES
        }

    @cached_property
    def paths(self) -> list[str]:
        """The file of each article, below ``archive/``."""
        found: list[str] = json.loads(bytes(self._bytes("paths")))
        return found


class _Words:
    """The segment's words, sorted by their bytes, one a line."""

    def __init__(self, at: U32, text: memoryview) -> None:
        self.at, self._text = at, text

    @cached_property
    def text(self) -> bytes:
        return bytes(self._text)

    def __len__(self) -> int:
        return len(self.at) - 1

    def __getitem__(self, row: int) -> bytes:
        return bytes(self._text[int(self.at[row]) : int(self.at[row + 1]) - 1])
