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
import sys
from codecs import utf_16_le_decode
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

__all__ = ["ALIGN", "CHUNK", "FIELD", "ITEM", "LAYOUT", "MAGIC", "NAMES", "Segment"]

MAGIC = b"BKISEG\x00\x01"
LAYOUT = 5
"""Raised whenever folding, cutting or the files change: an index of another layout is stale."""

ALIGN = 7
"""A text begins at a multiple of 2**7 positions."""

CHUNK = 512
"""Characters of text that are compressed together: a snippet is read without the rest of its article. Whole articles
are .03 of the text smaller, and the twenty snippets of an answer took three times as long."""

FIELD, ITEM = "\x1f", "\x1e"
"""Stand between the fields of a card, and between the items of a field."""

NAMES = ("section", "author", "tag")
"""What results are counted by."""

U32 = NDArray[np.uint32]


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
        self.title_end = self.start + self.column("title_size")
        self.length = self.column("length")
        self.owner = self.column("owner")
        # an article's pieces are its card, as it is, and the chunks of its text, each compressed
        self._pieces = self.column("pieces").data
        self._piece_at = self.column("piece_at").data
        self._blobs = self._bytes("blobs")
        self._chars, self._char_ids = self.column("chars").data, self.column("char_ids").data
        self._numbers: dict[str, int] = {}
        self._wide = self._sections["encoding"] == "utf-16-le"
        self._readers: list[zstandard.ZstdDecompressor] = []  # idle ones: each is one thread's while it is at work
        self.pairs = self._lists("pair")
        self.words = self._lists("word")
        self.singles = self._lists("single")
        self._single_weight_at = self.column("single_weight_at").data
        self._single_weights = self.column("single_weights", np.uint8)

    # -- columns -----------------------------------------------------------------------------

    def column(self, name: str, dtype: Any = np.uint32) -> NDArray[Any]:
        """A column of the file, without copying."""
        offset, size = self._sections[name]
        kind = np.dtype(dtype)  # named native where it is, so that memoryview reads it, too
        kind = kind if sys.byteorder == "little" else kind.newbyteorder("<")
        return np.frombuffer(self._whole, kind, size // kind.itemsize, offset)

    def _bytes(self, name: str) -> memoryview:
        offset, size = self._sections[name]
        return self._whole[offset : offset + size]

    def _lists(self, name: str) -> Lists:
        columns = (self.column(f"{name}_{part}") for part in ("keys", "first", "offset", "size"))
        origin, _ = self._sections[f"{name}_lists"]
        return Lists(
            Directory(*columns), self._whole[origin:]
        )  # to the end of the file, for lists are read past theirs

    # -- characters and words ----------------------------------------------------------------

    def char(self, c: str) -> int:
        """The number of a folded character in this segment, or -1 where no text has it."""
        number = self._numbers.get(c)
        if number is None:
            at = bisect.bisect_left(self._chars, ord(c))
            here = at < len(self._chars) and self._chars[at] == ord(c)
            number = self._char_ids[at] if here else -1
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
        low, high = self._single_weight_at[row], self._single_weight_at[row + 1]
        two = self._single_weights[low // 2 : (high + 1) // 2]
        both = np.empty(len(two) * 2, np.uint8)
        np.bitwise_and(two, 15, out=both[::2])
        np.right_shift(two, 4, out=both[1::2])
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
            row = bisect.bisect_right(self._words.at, at) - 1
            begin, end = self._words.at[row], self._words.at[row + 1] - 1
            if not suffix or at + len(raw) == end:
                found.append((row, len(whole[begin:at].decode())))
            at = whole.find(raw, at + 1)
        return found

    # -- articles ----------------------------------------------------------------------------

    def owners(self, positions: U32) -> U32:
        """The article at each position."""
        return self.owner.take(positions >> ALIGN)

    def head(self, number: int) -> list[str]:
        """Path, id, title, date, url, section, authors, kind of an article, and where its body ends: its card, as it is written."""
        piece = self._pieces[number]
        return str(self._blobs[self._piece_at[piece] : self._piece_at[piece + 1]], "utf-8").split(FIELD)

    def text(self, number: int, first: int = 0, end: int = 1 << 32) -> str:
        """Chunks ``first`` to ``end`` (exclusive, no further than there are any) of an article's text."""
        begin = self._pieces[number] + 1  # after its card
        stop = min(begin + end, self._pieces[number + 1])
        if begin + first + 1 == stop:
            return self._chunk(stop - 1)
        return "".join([self._chunk(piece) for piece in range(begin + first, stop)])

    def _chunk(self, piece: int) -> str:
        try:
            reader = self._readers.pop()
        except IndexError:
            reader = self._reader()
        raw = reader.decompress(self._blobs[self._piece_at[piece] : self._piece_at[piece + 1]])
        self._readers.append(reader)
        if self._wide:  # the codec itself: by its name it is looked up, and is a function in Python
            return utf_16_le_decode(raw, "replace", True)[0]  # noqa: FBT003  (it takes no names)
        return raw.decode("utf-8", "replace")

    def document(self, number: int) -> Document:
        """An article, to be put into another segment."""
        path, id_, title, shown, url, section, authors, kind, body = self.head(number)
        tags, of, is_ = self.names["tag"]
        mine = is_[of.searchsorted(np.uint32(number)) : of.searchsorted(np.uint32(number), "right")]
        day = self.day.item(number)
        return Document(
            path=path,
            id=id_,
            title=title,
            date=shown,
            url=url,
            text=self.text(number),
            body=int(body),
            day=date.fromordinal(day) if day else None,
            section=section,
            authors=tuple(authors.split(ITEM)) if authors else (),
            tags=tuple([tags[name] for name in mine.tolist()]),
            kind=kind,
        )

    def _reader(self) -> zstandard.ZstdDecompressor:
        trained = bytes(self._bytes("dictionary"))
        return zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(trained) if trained else None)

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
        self.at, self._text = at.data, text

    @cached_property
    def text(self) -> bytes:
        return bytes(self._text)

    def __len__(self) -> int:
        return len(self.at) - 1

    def __getitem__(self, row: int) -> bytes:
        return bytes(self._text[self.at[row] : self.at[row + 1] - 1])
