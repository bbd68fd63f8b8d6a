"""How a text is cut for the index: which characters make words, and which are found one by one.

A word is a run of letters or digits of a script that spaces its words (Latin, Greek, Cyrillic…), at
most 64 of them. Every other visible character is found by itself and by its neighbour: a *gram* is a
pair of neighbours that are not both of a word. Separators (line feeds, controls) end everything, so
nothing is found across them. Whoever builds and whoever asks must cut alike; both do it here.
"""

from __future__ import annotations

import functools
import re

import numpy as np
from numpy.typing import NDArray

from backissue.text.fold_table import FROM, TO

__all__ = ["LONGEST_WORD", "WORD", "classes", "folded_codes", "is_word", "is_wordlike"]

SEPARATOR, WORD, GRAM = 0, 1, 2
LONGEST_WORD = 64
_SPACED = ((0x0, 0xE00), (0x10A0, 0x1100), (0x1E00, 0x2000))
"""Scripts that put spaces between words: up to Arabic and the Indic ones, Georgian, Latin and Greek extensions."""

_HAS_GRAM = re.compile(r"[\u0e00-\u109f\u1100-\u1dff\u2e80-\U0010ffff]")


def is_word(c: str) -> bool:
    """Whether the folded character ``c`` is of a word, rather than found by itself."""
    return (c < "\u0e00" or "\u10a0" <= c < "\u1100" or "\u1e00" <= c < "\u2000") and c.isalnum()  # as _SPACED has it


def is_wordlike(text: str) -> bool:
    """Whether the folded ``text`` is made of words and punctuation only: no Chinese, kana, Hangul, Thai…"""
    return not _HAS_GRAM.search(text)


@functools.cache
def _classes() -> NDArray[np.uint8]:
    table = np.full(0x110000, GRAM, np.uint8)
    table[:32] = SEPARATOR
    table[127:160] = SEPARATOR
    table[[0x2028, 0x2029]] = SEPARATOR
    for a, b in _SPACED:
        table[[code for code in range(a, b) if chr(code).isalnum()]] = WORD
    return table


@functools.cache
def _fold() -> NDArray[np.uint32]:
    table = np.arange(0x110000, dtype=np.uint32)
    table[np.frombuffer(FROM.encode("utf-32-le"), np.uint32)] = np.frombuffer(TO.encode("utf-32-le"), np.uint32)
    return table


def folded_codes(text: str) -> NDArray[np.uint32]:
    """The folded code points of ``text``, as many as it has characters."""
    return _fold()[np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)]


def classes(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """SEPARATOR, WORD or GRAM for each folded code point."""
    return _classes()[codes]
