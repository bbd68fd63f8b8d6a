"""Folding: one table, one character to one, so that a search in either script finds text in either.

Width and compatibility forms (NFKC), case, Traditional to Simplified, and variants such as 臺/台,
裏/裡, 羣/群, 眾/众 become one character. It refuses every change of length: an offset in the folded
text is an offset in the text, so that highlights are exact. The folded text is for comparing, never
for reading.
"""

from __future__ import annotations

from backissue.text.fold_table import FROM, TO

__all__ = ["fold"]


class _Seen(dict[int, int]):
    """The characters met so far: making all 9,212 entries at import would take longer than most searches."""

    def __missing__(self, code: int) -> int:
        at = FROM.find(chr(code))
        folded = self[code] = ord(TO[at]) if at >= 0 else code
        return folded


_seen = _Seen()


def fold(text: str) -> str:
    """``text`` with every character folded; as long as ``text``, and folding again changes nothing.

    >>> fold("眾新聞：2019年ＡＢＣ")
    '众新闻:2019年abc'
    """
    return text.lower() if text.isascii() else text.translate(_seen)
