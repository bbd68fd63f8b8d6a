"""Search without a server: the index as scripts that a page loads by need, even from ``file://``.

Words, single characters and pairs, each with the articles that hold it, lie in shards of some ten kilobytes;
articles' texts lie beside them. ``static_client.js`` finds candidates in the first and proves each one on its
text before it is shown. docs/static-search.md specifies the files; ``refreshing.py`` changes one article.
It refuses to know what a page looks like, and a paper of more than two million articles.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from backissue.model import BadInstruction
from backissue.search.documents import Document
from backissue.search.grams import LONGEST_WORD, SEPARATOR, WORD, classes, folded_codes
from backissue.search.index import Index
from backissue.search.runs import Runs
from backissue.search.shards import MOST, PREFIX, encoded, home, homes, script, shards_for
from backissue.text.fold import fold
from backissue.text.fold_table import FROM, TO

__all__ = ["LAYOUT", "TEXTS", "Static", "build_static", "fold_of", "newest_first", "place", "row", "words_of"]

LAYOUT = 2

TEXTS = 1
"""Articles that share a file of texts. Two would halve the files and double what proving a candidate sends."""

_BATCH = 1 << 21
_GROUP = 1 << 21
"""Entries of lists that are written at a time."""

_CHARACTERS = 32 << 21
"""Keys from here on are characters, below it the ranks of words and names."""

_FACETS = {"section": 60, "author": 200, "tag": 200}
"""How many of the commonest names are counted by."""

U64 = NDArray[np.uint64]
U32 = NDArray[np.uint32]
I64 = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Static:
    """What was written: articles, files, bytes of the index (client, manifest, lists) and of the texts."""

    articles: int
    files: int
    index_bytes: int
    text_bytes: int


def newest_first(index: Index) -> Iterator[Document]:
    """The articles of ``index`` as ``build_static`` wants them: the newest first, undated ones last."""
    return index.documents()


def build_static(
    documents: Iterable[Document],
    out: Path,
    link: Callable[[Document], str],
    *,
    texts: int = TEXTS,
    expected: Mapping[str, int] | None = None,
) -> Static:
    """Write the search of a static site into the folder ``out``, which is emptied first.

    ``documents`` come in the order in which equals are shown, the newest first; ``link`` gives an article's
    page relative to the page that searches; ``texts`` is how many articles share a file; ``expected`` how many
    articles each month (``2019-06``) is known to have had. The same documents give the same bytes. Load
    ``client.js`` from a page to search.
    """
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    with tempfile.TemporaryFile(dir=out.parent) as aside, tempfile.TemporaryFile(dir=out.parent) as spool:
        making = _Making(out, aside, spool, link, texts, dict(expected or {}))
        for document in documents:
            making.take(document)
        return making.finish()


def row(document: Document, link: str) -> list[Any]:
    """What a file of texts says of an article."""
    d = document
    day = d.day.isoformat() if d.day else ""
    return [d.id, d.title, day, link, d.section, list(d.authors), list(d.tags), d.body, d.text, d.date]


def words_of(words: Iterable[str]) -> Iterator[str]:
    """The terms of words: each itself, and what it begins with."""
    for word in words:
        yield f"\x01{word[:LONGEST_WORD]}"
        for size in range(1, min(PREFIX, len(word) + 1)):
            yield f"\x03{word[:size]}"


def place(kind: str, number: int) -> str:
    """Where a file of lists (``g``) or texts (``t``) is."""
    return f"{kind}/{number // 500}/{number}.js"


def fold_of(used: Callable[[str], bool]) -> tuple[str, str]:
    """What folds to what, of all that folds to something ``used`` in the paper."""
    some = "".join(c for c, to in zip(FROM, TO, strict=True) if used(to))
    return some, fold(some) if some else ""


@dataclass
class _Piece:
    """Terms of a range of keys, set aside in the order of their shards: key, shard and number of entries of each."""

    keys: U64
    shards: U32
    sizes: I64
    offset: int

    def between(self, low: int, high: int, fd: int) -> tuple[U64, U32, I64, U32]:
        """Keys, shards, sizes and entries of the terms in shards ``low`` to ``high`` (exclusive)."""
        a, b = np.searchsorted(self.shards, [low, high])
        before, size = int(self.sizes[:a].sum()), int(self.sizes[a:b].sum())
        entries = np.frombuffer(os.pread(fd, size * 4, self.offset + before * 4), np.uint32)
        return self.keys[a:b], self.shards[a:b], self.sizes[a:b], entries


@dataclass
class _Making:
    out: Path
    aside: BinaryIO
    spool: BinaryIO
    link: Callable[[Document], str]
    texts: int
    expected: dict[str, int]
    count: int = 0
    files: int = 0
    text_bytes: int = 0
    index_bytes: int = 0
    _codes: list[U32] = field(default_factory=list)
    _titles: list[int] = field(default_factory=list)
    _size: int = 0
    _first: int = 0
    _waiting: list[list[Any]] = field(default_factory=list)
    _months: list[list[Any]] = field(default_factory=list)
    _tokens: dict[str, int] = field(default_factory=dict)
    _loose: list[U64] = field(default_factory=list)
    _pieces: list[_Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._pairs, self._named = Runs(self.aside), Runs(self.aside)
        self._used = np.zeros(0x110000, bool)
        self._counted: dict[str, dict[str, list[int]]] = {kind: {} for kind in _FACETS}

    # -- articles ----------------------------------------------------------------------------

    def take(self, document: Document) -> None:
        if self.count >= MOST:
            raise BadInstruction(f"a static site searches {MOST} articles at most", "Serve it instead.")
        codes = folded_codes(document.text)
        self._codes.append(np.append(codes, np.uint32(0)))
        self._titles.append(len(document.title))
        self._size += len(codes) + 1
        named = {"section": (document.section,), "author": document.authors, "tag": document.tags}
        for kind, names in named.items():
            known = self._counted[kind]
            for name in dict.fromkeys(names):
                if name:
                    known.setdefault(name, []).append(self.count)
        self._name_tokens(document)
        month = document.day.isoformat()[:7] if document.day else ""
        if not self._months or self._months[-1][0] != month:
            self._months.append([month, self.count])
        self._waiting.append(row(document, self.link(document)))
        self.count += 1
        if len(self._waiting) == self.texts:
            self._write_texts()
        if self._size >= _BATCH:
            self._cut()

    def _name_tokens(self, document: Document) -> None:
        names = [f"\x02s{document.section}"] if document.section else []
        names += [f"\x02a{name}" for name in document.authors] + [f"\x02t{name}" for name in document.tags]
        self._put_tokens([fold(name) for name in names], [self.count] * len(names), [0] * len(names))

    def _put_tokens(self, tokens: list[str], articles: list[int], titled: list[int]) -> None:
        known = self._tokens
        numbers = np.array([known.setdefault(token, len(known)) for token in tokens], np.uint64)
        tails = np.array(articles, np.uint64) << np.uint64(1) | np.array(titled, np.uint64)
        self._loose.append(np.bitwise_or(numbers << np.uint64(32), tails))

    def _write_texts(self) -> None:
        number = (self.count - 1) // self.texts
        self.text_bytes += self._write(place("t", number), f"t{number}", self._waiting)
        self._waiting = []

    def _write(self, name: str, key: str, value: object) -> int:
        path = self.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = script(key, value)
        path.write_bytes(data)
        self.files += 1
        return len(data)

    # -- lists -------------------------------------------------------------------------------

    def _cut(self) -> None:
        """Cut a batch into single characters, pairs and words, each once an article, and set them aside."""
        codes = np.concatenate(self._codes)
        kinds = classes(codes)
        sizes = [len(c) for c in self._codes]
        article = np.repeat(np.arange(self._first, self.count, dtype=np.uint64), sizes)
        titled = np.zeros(len(codes), np.uint64)
        begin = 0
        for size, title in zip(sizes, self._titles, strict=True):
            titled[begin : begin + title] = 1
            begin += size
        tail = article << np.uint64(1) | titled
        visible = kinds != SEPARATOR
        self._used[codes[visible]] = True
        wide = codes.astype(np.uint64)
        singles = wide[visible] << np.uint64(43) | tail[visible]
        both = visible[:-1] & visible[1:]
        pairs = (wide[:-1] << np.uint64(43) | wide[1:] << np.uint64(22) | tail[:-1])[both]
        self._pairs.put(_once(np.concatenate([singles, pairs])))
        word = kinds == WORD
        edges = np.diff(np.concatenate(([False], word, [False])).astype(np.int8))
        begins = np.flatnonzero(edges == 1)
        if len(begins):
            text = np.where(word, codes, np.uint32(32)).tobytes().decode("utf-32-le")
            many, of, flags = [], [], []
            for said, n, flag in zip(
                re.split(" +", text.strip(" ")), article[begins].tolist(), titled[begins].tolist(), strict=True
            ):
                terms = list(words_of((said,)))
                many += terms
                of += [n] * len(terms)
                flags += [flag] * len(terms)
            self._put_tokens(many, of, flags)
        self._named.put(_once(np.concatenate(self._loose)))
        self._loose = []
        self._codes, self._titles, self._size, self._first = [], [], 0, self.count

    def finish(self) -> Static:
        if self._waiting:
            self._write_texts()
        if self._codes:
            self._cut()
        self._shards = shards_for(self.count)
        self._ranked = sorted(self._tokens)
        rank = np.zeros(len(self._ranked), np.uint64)
        rank[[self._tokens[token] for token in self._ranked]] = np.arange(len(self._ranked), dtype=np.uint64)
        token_homes = np.array([home(token) for token in self._ranked], np.uint32)
        by_rank = Runs(self.aside)
        for piece in self._named.merged():
            by_rank.put(rank[piece >> np.uint64(32)] << np.uint64(32) | piece & np.uint64(0xFFFFFFFF))
        for piece in by_rank.merged():
            self._set_aside(piece >> np.uint64(32), piece.astype(np.uint32), lambda keys: token_homes[keys])
        mask = np.uint64((1 << 22) - 1)
        for piece in self._pairs.merged():
            self._set_aside(piece >> np.uint64(22), (piece & mask).astype(np.uint32), _homes)
        self._write_lists()
        self._write_facets()
        self._write_manifest()
        client = resources.files("backissue.search").joinpath("static_client.js").read_bytes()
        (self.out / "client.js").write_bytes(client)
        return Static(self.count, self.files + 1, self.index_bytes + len(client), self.text_bytes)

    def _set_aside(self, terms: U64, entries: U32, hashed: Callable[[U64], U32]) -> None:
        """Put a piece of sorted terms and their entries on the spool, ordered by shard."""
        heads = np.flatnonzero(np.concatenate(([True], terms[1:] != terms[:-1])))
        sizes = np.diff(np.append(heads, len(terms)))
        keys = terms[heads]
        shards = hashed(keys) & np.uint32(self._shards - 1)
        order = np.argsort(shards, kind="stable")
        self._pieces.append(_Piece(keys[order], shards[order], sizes[order], self.spool.seek(0, 2)))
        self.spool.write(entries[_spans(heads[order], sizes[order])].data)

    def _write_lists(self) -> None:
        """Write every shard, as many at a time as have some two million entries."""
        self.spool.flush()
        weights = np.zeros(self._shards, np.int64)
        for piece in self._pieces:
            np.add.at(weights, piece.shards, piece.sizes)
        sums = np.cumsum(weights)
        low = 0
        while low < self._shards:
            done = int(sums[low - 1]) if low else 0
            high = max(low + 1, int(np.searchsorted(sums, done + _GROUP, "right")))
            self._write_group(low, high)
            low = high

    def _write_group(self, low: int, high: int) -> None:
        parts = [piece.between(low, high, self.spool.fileno()) for piece in self._pieces]
        none = (np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.int64), np.zeros(0, np.uint32))
        keys, shards, sizes, entries = (np.concatenate(column) for column in zip(none, *parts, strict=True))
        heads = np.cumsum(sizes) - sizes
        order = np.argsort(shards, kind="stable")  # within a shard the terms stay in order: pieces have ranges of them
        ends = np.searchsorted(shards[order], np.arange(low, high), "right").tolist()
        ordered = entries[_spans(heads[order], sizes[order])]
        keys = keys[order]
        begin = 0
        lists = encoded(ordered, sizes[order], ends, self.count)
        for number, end, (counts, data) in zip(range(low, high), ends, lists, strict=True):
            value = [self._spelled(keys[begin:end]), counts, data]
            self.index_bytes += self._write(place("g", number), f"g{number}", value)
            begin = end

    def _spelled(self, keys: U64) -> str:
        """The terms of keys, one a line."""
        tokens = int(np.searchsorted(keys, _CHARACTERS))
        spelled = [self._ranked[key] for key in keys[:tokens].tolist()]
        if tokens < len(keys):
            spelled.append(_characters(keys[tokens:]))
        return "\n".join(spelled)

    def _write_facets(self) -> None:
        for kind, most in _FACETS.items():
            counted = sorted(self._counted[kind].items(), key=lambda item: (-len(item[1]), item[0]))[:most]
            entries = np.array([n << 1 for _, numbers in counted for n in numbers], np.uint32)
            sizes = np.array([len(numbers) for _, numbers in counted], np.int64)
            [(counts, data)] = encoded(entries, sizes, [len(counted)], self.count)
            names = "\n".join(name for name, _ in counted)
            self.index_bytes += self._write(f"f/{kind}.js", f"f{kind}", [names, counts, data])

    def _write_manifest(self) -> None:
        some, to = fold_of(lambda c: bool(self._used[ord(c)]))
        manifest = {
            "layout": LAYOUT,
            "count": self.count,
            "texts": self.texts,
            "shards": self._shards,
            "months": self._months,
            "expected": dict(sorted(self.expected.items())),
            "from": some,
            "to": to,
        }
        self.index_bytes += self._write("manifest.js", "manifest", manifest)


def _homes(keys: U64) -> U32:
    mask = np.uint64((1 << 21) - 1)
    return homes((keys >> np.uint64(21)).astype(np.uint32), (keys & mask).astype(np.uint32))


def _spans(heads: I64, sizes: I64) -> I64:
    """The indexes of all spans that begin at ``heads``, one after another."""
    shift: I64 = np.repeat(heads - (np.cumsum(sizes) - sizes), sizes)
    shift += np.arange(len(shift))
    return shift


def _once(keys: U64) -> U64:
    """Sorted, and of keys that differ in the title flag (the last bit) only the one that has it."""
    keys.sort()
    last = np.concatenate((keys[1:] >> np.uint64(1) != keys[:-1] >> np.uint64(1), [True])) if len(keys) else keys
    once: U64 = keys[last.astype(bool)]
    return once


def _characters(keys: U64) -> str:
    """The terms of keys, a character or two, one a line."""
    mask = np.uint64((1 << 21) - 1)
    ends = np.full(len(keys), 10, np.uint64)
    flat = np.stack([keys >> np.uint64(21), keys & mask, ends], axis=1).ravel().astype("<u4")
    text: str = flat[flat != 0].tobytes().decode("utf-32-le")
    return text[:-1]
