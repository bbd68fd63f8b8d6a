"""The lists of a static search: which shard a term is in, and how lists of articles are written there.

A term's shard is told by a hash of it, so that no table says where terms are, and a change of one article
touches the shards of the terms that came or went and no others. docs/static-search.md specifies it all.
It refuses to know where terms come from: ``static.py`` does.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["MOST", "PREFIX", "Lists", "decoded", "encoded", "home", "homes", "script", "shards_for"]

MOST = 1 << 21
"""Articles that the keys have room for."""

PREFIX = 4
"""Words that begin with the same 4 letters are in one shard, so that ``climat*`` reads one; shorter beginnings are terms."""

U32 = NDArray[np.uint32]
U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]
Bits = NDArray[np.uint8]
Lists = Mapping[str, tuple[Sequence[int], Sequence[int]]]
"""For each term the articles whose title holds it, and the others that hold it, each ascending."""

_BASIS, _PRIME, _MIX = 2166136261, 16777619, 0x2C1B3C6D
_LOW = 0xFFFFFFFF


def shards_for(articles: int) -> int:
    """How many shards a paper of so many articles has: a power of two, one for 8 articles or fewer."""
    return 1 << max(0, (max(1, articles) - 1).bit_length() - 3)


def home(term: str) -> int:
    """The hash of a term; its lowest bits are the number of its shard. FNV-1a over code points, mixed once more."""
    h = _BASIS
    for c in term[: 1 + PREFIX] if term[0] == "\x01" else term:
        h = (h ^ ord(c)) * _PRIME & _LOW
    h = (h ^ h >> 15) * _MIX & _LOW
    return h ^ h >> 12


def homes(first: U32, second: U32) -> U32:
    """``home`` of many characters at once, or of pairs where ``second`` is not 0."""
    h = (np.uint32(_BASIS) ^ first) * np.uint32(_PRIME)
    h = np.where(second > 0, (h ^ second) * np.uint32(_PRIME), h)
    h = (h ^ h >> np.uint32(15)) * np.uint32(_MIX)
    mixed: U32 = h ^ h >> np.uint32(12)
    return mixed


def script(key: str, value: object) -> bytes:
    """A file of the search: a classic script that hands ``value`` to the client."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # the two line ends that were not allowed in scripts' strings before 2019
    said = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'Backissue.take("{key}",{said})\n'.encode("utf-8", "replace")


# -- lists as Rice codes ---------------------------------------------------------------------------


def encoded(entries: U32, sizes: I64, ends: Sequence[int], total: int) -> list[tuple[list[int], str]]:
    """Counts and data of several shards.

    ``entries`` are article and title flag (the lowest bit), term after term, ``sizes`` of them each; a shard
    has the terms up to its one of ``ends``. ``total`` is the number of articles.
    """
    rank = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    wide = entries.astype(np.uint64)
    # within a term: articles whose title holds it, then the rest, each ascending
    order = rank << np.uint64(22) | (wide & np.uint64(1) ^ np.uint64(1)) << np.uint64(21) | wide >> np.uint64(1)
    order.sort()
    articles = (order & np.uint64(MOST - 1)).astype(np.int64)
    if not len(articles):
        return [([], "") for _ in ends]
    heads = np.flatnonzero(np.concatenate(([True], (order >> np.uint64(21))[1:] != (order >> np.uint64(21))[:-1])))
    counts = np.diff(np.append(heads, len(articles)))
    gaps = np.empty(len(articles), np.int64)
    gaps[1:] = articles[1:] - articles[:-1] - 1
    gaps[heads] = articles[heads]
    parameters = np.repeat(_rice(counts, total), counts)
    bits = (gaps >> parameters) + 1 + parameters
    firsts = np.concatenate(([0], np.cumsum(sizes)))
    titled = np.add.reduceat((order & np.uint64(MOST) == 0).astype(np.int64), firsts[:-1])
    both = np.stack([titled, sizes - titled], axis=1)
    out, begin = [], 0
    for end in ends:
        a, b = int(firsts[begin]), int(firsts[end])
        data = _packed(gaps[a:b], parameters[a:b], bits[a:b])
        out.append((both[begin:end].ravel().tolist(), base64.b64encode(data).decode()))
        begin = end
    return out


def decoded(value: Sequence[Any], total: int) -> dict[str, tuple[list[int], list[int]]]:
    """The lists of a shard's ``[terms, counts, data]``."""
    names, counts, data = value
    bits = np.unpackbits(np.frombuffer(base64.b64decode(data), np.uint8))
    text = (bits + 48).tobytes().decode("ascii")
    at = 0
    lists: list[list[int]] = []
    for count, k in zip(counts, _rice(np.maximum(1, np.array(counts, np.int64)), total).tolist(), strict=True):
        numbers, last = [], -1
        for _ in range(count):
            stop = text.index("1", at)
            last += ((stop - at) << k) + (int(text[stop + 1 : stop + 1 + k], 2) if k else 0) + 1
            numbers.append(last)
            at = stop + 1 + k
        lists.append(numbers)
    return dict(zip(names.split("\n") if names else (), zip(lists[::2], lists[1::2], strict=True), strict=True))


def _rice(counts: I64, total: int) -> I64:
    """The Rice parameter of lists of ``counts`` numbers below ``total``: log2 of .69 of the mean gap, at least 0."""
    mean = np.maximum(1, total * 69 // (counts * 100))
    return np.floor(np.log2(mean)).astype(np.int64)


def _packed(gaps: I64, parameters: I64, bits: I64) -> bytes:
    """Rice codes, most significant bit first: as many zeros as the gap has whole steps, a one, the rest in k bits."""
    if not len(gaps):
        return b""
    ends = np.cumsum(bits)
    out: Bits = np.zeros(int(ends[-1]), np.uint8)
    out[ends - parameters - 1] = 1
    for j in range(int(parameters.max())):
        has = parameters > j
        # bit j counted from the least significant stands j + 1 before the end
        out[ends[has] - 1 - j] = (gaps[has] >> j) & 1
    return np.packbits(out).tobytes()
