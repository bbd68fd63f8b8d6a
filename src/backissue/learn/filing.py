"""A section that is printed as a tag: ``收錄於 #文化 99篇``, one link on every page, to one of a few listings.

Tags are several on a page, or hardly two pages have the same; sections are few and take turns, and each page has one. So a
box that calls itself tags and has never more than one link, which leads to one of a few listings, holds the section.
Refuses boxes of several links, and those of so few pages that nothing is few.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from backissue import urls
from backissue.learn.specimen import Specimen
from backissue.text import tree
from backissue.text.tree import Element

__all__ = ["Filing", "filing", "uncounted", "unhashed"]

_LISTINGS = 16  # sections that take turns, at most
_FEWEST = 8  # pages that can show without a menu's word that few sections take turns
_HASH = re.compile(r"^[#＃]\s*")
_BOXED = re.compile(r"^[\[【〔「]\s*(.+?)\s*[\]】〕」]$")
_COUNT = re.compile(
    r"\s*[（(]?\s*\d+\s*(?:篇|則|则|條|条|個內容|个内容|posts?|stories|articles|items?|pieces)?\s*[）)]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Filing:
    """The sections' words, each with the key of its listing; and the hrefs that lead there, as printed."""

    words: dict[str, str] = field(default_factory=dict)
    hrefs: frozenset[str] = frozenset()


def filing(specimens: Sequence[Specimen], boxes: Sequence[Element | None], sections: Mapping[str, str]) -> Filing:
    """The sections that stand where tags would.

    ``boxes`` are what calls itself the tags on each page; ``sections`` are the menu's words of the paper's other designs,
    with the keys of the addresses that they lead to.
    """
    found: list[tuple[str, str, str]] = []
    for s, box in zip(specimens, boxes, strict=True):
        links = box.select("a[href]") if box is not None else []
        if len(links) > 1:
            return Filing()
        for a in links:
            href = a.attr("href") or ""
            found.append((_word(a), urls.key(urls.original(href, s.pick.url)), href))
    known = set(sections.values())
    keys = Counter(key for _, key, _ in found)
    few = len(found) >= _FEWEST and 1 < len(keys) <= min(_LISTINGS, 0.35 * len(found))
    if not found or not (few or all(key in known for key in keys)):
        return Filing()
    if len({(word, key) for word, key, _ in found}) != len(keys) or not all(word for word, _, _ in found):
        return Filing()
    return Filing({word: key for word, key, _ in found}, frozenset(href for _, _, href in found))


def _word(a: Element) -> str:
    """A link's word without its hash, and without how many articles there are, whether that has an element of its own or not."""
    for e in (*a.iter_elements(), a):
        if e != a and _HASH.match(words := tree.clean(e.text)):
            return uncounted(unhashed(words))
    return uncounted(unhashed(tree.clean(a.text)))


def unhashed(words: str) -> str:
    """Words without the hash before them, or the brackets around them."""
    return _BOXED.sub(r"\1", _HASH.sub("", words))


def uncounted(words: str) -> str:
    """Words without how many articles there are behind them."""
    return _COUNT.sub("", words)
