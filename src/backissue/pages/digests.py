"""Fingerprints of text and of structure that survive small changes.

``text_digest`` says whether two texts are the same but for white space, case
and digits; ``simhash`` says how near two are; ``skeleton`` does the same for the frame
of a page: its elements with classes, not its words.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable
from functools import lru_cache

from backissue.text.tree import Document

__all__ = ["features", "hamming", "simhash", "skeleton", "text_digest"]

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+")
_HAN_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_FRAMING = "div section article main header footer nav aside ul ol dl table tr td form body h1 h2 h3 h4 time span p"
_FRAME = frozenset(_FRAMING.split())


def text_digest(lines: Iterable[str]) -> str:
    """32 hex digits for the words of ``lines``: white space, case and digits make no difference.

    Digits are left out because counters, dates and years change on a page that is otherwise the same.
    """
    whole = "".join("".join(lines).split()).casefold()
    return hashlib.blake2b(_DIGITS.sub("", whole).encode("utf-8", "replace"), digest_size=16).hexdigest()


def simhash(text: str) -> int:
    """A 64-bit simhash of the text's words (pairs of characters in Chinese, Japanese, Korean); 0 for none.

    Charikar, "Similarity estimation techniques from rounding algorithms" (2002).
    Every distinct feature counts once, so that a repeated phrase weighs no more.
    """
    lowered = text.casefold()
    grams: set[str] = set()
    for run in _WORD.findall(_DIGITS.sub("", lowered)):
        if _HAN_RUN.search(run):
            grams.update(run[i : i + 2] for i in range(len(run) - 1))
        else:
            grams.add(run)
    return _vote(grams)


def hamming(a: int, b: int) -> int:
    """In how many of 64 bits two simhashes differ."""
    return (a ^ b).bit_count()


def features(document: Document) -> set[str]:
    """The frame of a page: ``parent>child`` for elements that carry a class or an id, digits left out."""
    found: set[str] = set()
    names: dict[object, str] = {}
    for element in document.iter_elements(_FRAME):
        label = element.attr("class") or element.attr("id")
        if label is None:
            continue
        name = _token(element.tag, label)
        names[element] = name
        parent = element.parent
        found.add(f"{names.get(parent, '')}>{name}")
    return found


def skeleton(document: Document) -> str:
    """16 hex digits for the frame of a page; pages of one template differ in few bits."""
    return f"{_vote(features(document)):016x}"


@lru_cache(maxsize=8192)
def _token(tag: str, label: str) -> str:
    return f"{tag}.{'.'.join(sorted(_DIGITS.sub('', label).split()))}"


_LANES = tuple(b"".join((byte >> bit & 1).to_bytes(2) for bit in range(7, -1, -1)) for byte in range(256))
_MOST = 60000  # features; 64 counters of 16 bits are added in one number


@lru_cache(maxsize=131072)
def _lanes(feature: str) -> int:
    """The 64 bits of a feature's hash, each in 16 bits of its own, so that one addition counts all of them."""
    digest = hashlib.blake2b(feature.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(b"".join([_LANES[byte] for byte in digest]))


def _vote(grams: set[str]) -> int:
    counted = grams if len(grams) <= _MOST else set(sorted(grams)[:_MOST])
    half = len(counted) / 2
    votes = struct.unpack(">64H", sum(map(_lanes, counted)).to_bytes(128))
    out = 0
    for vote in votes:
        out = out << 1 | (vote > half)
    return out
