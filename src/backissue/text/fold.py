"""Folding: one table, one character to one, so that a search in either script finds text in either.

Width and compatibility forms (NFKC), case, Traditional to Simplified, and variants such as 臺/台,
裏/裡, 羣/群, 眾/众 become one character. It refuses every change of length: an offset in the folded
text is an offset in the text, so that highlights are exact. The folded text is for comparing, never
for reading.
"""

from __future__ import annotations

from backissue.text.fold_table import FROM, TO

__all__ = ["TABLE", "fold"]

TABLE: dict[int, int] = str.maketrans(FROM, TO)
"""Code point to folded code point; what is not in it folds to itself."""


def fold(text: str) -> str:
    """``text`` with every character folded; as long as ``text``, and folding again changes nothing.

    >>> fold("眾新聞：2019年ＡＢＣ")
    '众新闻:2019年abc'
    """
    return text.lower() if text.isascii() else text.translate(TABLE)
