"""Search without a server: the index as scripts that a page loads by need, even from ``file://``.

Words, single characters and pairs, each with the articles that hold it, are cut into shards of some ten
kilobytes; articles' texts go into shards of their own. ``static_client.js`` finds candidates in the first
and proves each one on its text before it is shown. docs/static-search.md specifies the files.
It refuses to know what a page looks like, and a paper of more than two million articles.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from backissue.model import BadInstruction
from backissue.search.documents import Document
from backissue.search.grams import LONGEST_WORD, SEPARATOR, WORD, classes, folded_codes
from backissue.search.index import Index
from backissue.search.runs import Runs
from backissue.text.fold import fold
from backissue.text.fold_table import FROM, TO

__all__ = ["Static", "build_static", "newest_first"]

LAYOUT = 1
MOST = 1 << 21
"""Articles that the keys have room for."""

_SHARD = 10_000
"""Bytes of lists in a shard. A query loads two to five, and the manifest names the first term of each: at 50,000
articles 6,000 to 16,000 send about the same in all, 10,000 the least."""

_BATCH = 1 << 21

U64 = NDArray[np.uint64]
U32 = NDArray[np.uint32]
Bits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Static:
    """What was written: articles, files, bytes of the index (manifest and lists) and of the texts."""

    articles: int
    files: int
    index_bytes: int
    text_bytes: int


def newest_first(index: Index) -> Iterator[Document]:
    """The articles of ``index`` as ``build_static`` wants them: the newest first, undated ones last."""
    return index.documents()


def build_static(
    documents: Iterable[Document], out: Path, link: Callable[[Document], str], *, texts: int = 1
) -> Static:
    """Write the search of a static site into the folder ``out``, which is emptied first.

    ``documents`` come in the order in which equals are shown, the newest first; ``link`` gives an article's
    page relative to the page that searches (the client can be told another base); ``texts`` is how many
    articles share a file: more make fewer files, and larger ones to prove each candidate on. The same documents give the same bytes. Load ``client.js`` from a page to search.
    """
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    with tempfile.TemporaryFile(dir=out.parent) as aside:
        making = _Making(out, aside, link, texts)
        for document in documents:
            making.take(document)
        return making.finish()


@dataclass
class _Making:
    out: Path
    aside: BinaryIO
    link: Callable[[Document], str]
    texts: int
    count: int = 0
    files: int = 0
    text_bytes: int = 0
    index_bytes: int = 0
    _codes: list[U32] = field(default_factory=list)
    _titles: list[int] = field(default_factory=list)
    _size: int = 0
    _first: int = 0
    _waiting: list[list[object]] = field(default_factory=list)
    _months: list[list[object]] = field(default_factory=list)
    _tokens: dict[str, int] = field(default_factory=dict)
    _loose: list[U64] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._pairs, self._named = Runs(self.aside), Runs(self.aside)
        self._used = np.zeros(0x110000, bool)
        self._starts: list[str] = []

    # -- articles ----------------------------------------------------------------------------

    def take(self, document: Document) -> None:
        if self.count >= MOST:
            raise BadInstruction(f"a static site searches {MOST} articles at most", "Serve it instead.")
        codes = folded_codes(document.text)
        self._codes.append(np.append(codes, np.uint32(0)))
        self._titles.append(len(document.title))
        self._size += len(codes) + 1
        self._name_tokens(document)
        day = document.day.isoformat() if document.day else ""
        if not self._months or self._months[-1][0] != day[:7]:
            self._months.append([day[:7], self.count])
        self._waiting.append(
            [document.id, document.title, day, self.link(document), document.section]  # noqa: RUF005  (short)
            + [list(document.authors), list(document.tags), document.body, document.text, document.date]
        )
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
        self.text_bytes += self._write(f"t/{number // 500}/{number}.js", f"t{number}", self._waiting)
        self._waiting = []

    def _write(self, name: str, key: str, value: object) -> int:
        path = self.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        # the two line ends that were not allowed in scripts' strings before 2019
        said = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        data = f'Backissue.take("{key}",{said})\n'.encode("utf-8", "replace")
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
            words = [f"\x01{w[:LONGEST_WORD]}" for w in re.split(" +", text.strip(" "))]
            self._put_tokens(words, article[begins].tolist(), titled[begins].tolist())
        self._named.put(_once(np.concatenate(self._loose)))
        self._loose = []
        self._codes, self._titles, self._size, self._first = [], [], 0, self.count

    def finish(self) -> Static:
        if self._waiting:
            self._write_texts()
        if self._codes:
            self._cut()
        ranked = sorted(self._tokens)
        rank = np.zeros(len(ranked), np.uint64)
        rank[[self._tokens[token] for token in ranked]] = np.arange(len(ranked), dtype=np.uint64)
        by_rank = Runs(self.aside)
        for piece in self._named.merged():
            by_rank.put(rank[piece >> np.uint64(32)] << np.uint64(32) | piece & np.uint64(0xFFFFFFFF))
        low = np.uint64(0xFFFFFFFF)
        for piece in by_rank.merged():
            self._shards(piece >> np.uint64(32), piece & low, lambda keys: "\n".join(ranked[k] for k in keys.tolist()))
        mask = np.uint64((1 << 22) - 1)
        for piece in self._pairs.merged():
            self._shards(piece >> np.uint64(22), piece & mask, _characters)
        self._write_manifest()
        client = resources.files("backissue.search").joinpath("static_client.js").read_bytes()
        (self.out / "client.js").write_bytes(client)
        return Static(self.count, self.files + 1, self.index_bytes + len(client), self.text_bytes)

    def _shards(self, terms: U64, tails: U64, spell: Callable[[U64], str]) -> None:
        """Write one piece of sorted terms, with their articles (number and title flag), as shards."""
        # within a term: articles whose title holds it, then the rest, each ascending
        rank = np.cumsum(np.concatenate(([False], terms[1:] != terms[:-1]))).astype(np.uint64)
        order = rank << np.uint64(22) | (tails & np.uint64(1) ^ np.uint64(1)) << np.uint64(21) | tails >> np.uint64(1)
        order.sort()
        articles = (order & np.uint64(MOST - 1)).astype(np.int64)
        titled = order & np.uint64(MOST) == 0
        new_term = np.concatenate(([True], terms[1:] != terms[:-1]))
        new_list = new_term | np.concatenate(([True], titled[1:] != titled[:-1]))
        heads = np.flatnonzero(new_list)
        counts = np.diff(np.append(heads, len(terms)))
        gaps = np.empty(len(articles), np.int64)
        gaps[0] = 0
        gaps[1:] = articles[1:] - articles[:-1] - 1
        gaps[heads] = articles[heads]
        parameters = np.repeat(rice(counts, self.count), counts)
        bits = (gaps >> parameters) + 1 + parameters
        term_heads = np.flatnonzero(new_term)
        # counts of titled and other articles, two for each term
        both = np.add.reduceat(np.stack([titled, ~titled]).astype(np.int64), term_heads, axis=1)
        sizes = np.cumsum(np.add.reduceat(bits, term_heads))
        keys = terms[term_heads]
        begin = 0
        while begin < len(keys):
            done = int(sizes[begin - 1]) if begin else 0
            end = max(begin + 1, int(np.searchsorted(sizes, done + _SHARD * 8, "right")))
            low = int(term_heads[begin])
            high = int(term_heads[end]) if end < len(keys) else len(terms)
            data = _pack(gaps[low:high], parameters[low:high], bits[low:high])
            number = len(self._starts)
            names = spell(keys[begin:end])
            self._starts.append(names.partition("\n")[0])
            value = [names, both[:, begin:end].T.ravel().tolist(), base64.b64encode(data).decode()]
            self.index_bytes += self._write(f"g/{number // 500}/{number}.js", f"g{number}", value)
            begin = end

    def _write_manifest(self) -> None:
        targets = [c for c, to in zip(FROM, TO, strict=True) if self._used[ord(to)]]
        manifest = {
            "layout": LAYOUT,
            "count": self.count,
            "texts": self.texts,
            "months": self._months,
            "from": "".join(targets),
            "to": fold("".join(targets)) if targets else "",
            "starts": "\n".join(self._starts),
        }
        self.index_bytes += self._write("manifest.js", "manifest", manifest)


def rice(counts: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    """The Rice parameter of lists of ``counts`` numbers below ``total``: log2 of .69 of the mean gap, at least 0."""
    mean = np.maximum(1, total * 69 // (counts * 100))
    return np.floor(np.log2(mean)).astype(np.int64)


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


def _pack(gaps: NDArray[np.int64], parameters: NDArray[np.int64], bits: NDArray[np.int64]) -> bytes:
    """Rice codes, most significant bit first: as many zeros as the gap has whole steps, a one, the rest in k bits."""
    ends = np.cumsum(bits)
    stops = ends - parameters - 1
    out: Bits = np.zeros(int(ends[-1]), np.uint8)
    out[stops] = 1
    for j in range(int(parameters.max(initial=0))):
        has = parameters > j
        # bit j counted from the least significant stands j + 1 before the end
        out[ends[has] - 1 - j] = (gaps[has] >> j) & 1
    return np.packbits(out).tobytes()
