"""Changes articles in the search of a static site without writing it anew.

An article whose text changed keeps its number, so the shards of the words and pairs that came or went are all
that differs; what is written is byte for byte what writing it anew would give. It refuses (returns False)
what moves other articles: one more, one less, another day, and other names to count by.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from backissue.search.documents import Document
from backissue.search.grams import SEPARATOR, WORD, classes, folded_codes
from backissue.search.shards import Lists, decoded, encoded, home, script
from backissue.search.static import LAYOUT, fold_of, place, row, words_of

__all__ = ["refresh_static"]

_DAY, _LINK, _SECTION, _TAGS, _BODY, _TEXT = 2, 3, 4, 6, 7, 8


def refresh_static(
    changed: Mapping[int, Document],
    out: Path,
    link: Callable[[Document], str],
    *,
    expected: Mapping[str, int] | None = None,
) -> bool:
    """Make the search in ``out`` say what ``changed`` articles, by their number, say now.

    The rest is as ``build_static`` was given it. False, and nothing written, where it must be built anew.
    """
    try:
        manifest = _read(out / "manifest.js")
    except (OSError, ValueError):
        return False
    if manifest.get("layout") != LAYOUT or manifest["expected"] != dict(expected or {}):
        return False
    try:
        work = _Refreshing(out, manifest)
        if not all(work.take(number, row(document, link(document))) for number, document in changed.items()):
            return False
        work.prepare()
    except (OSError, ValueError, IndexError):
        return False  # files are missing or torn
    work.write()
    return True


class _Refreshing:
    def __init__(self, out: Path, manifest: dict[str, Any]) -> None:
        self.out, self.manifest = out, manifest
        self.count: int = manifest["count"]
        self.texts: dict[int, list[list[Any]]] = {}
        self.changes: dict[int, list[tuple[str, int, bool | None]]] = {}  # shard: term, article, in its title or gone
        self.files: dict[str, bytes] = {}
        self.used: set[str] = set(manifest["to"])

    def take(self, number: int, now: list[Any]) -> bool:
        """Note what changes with an article; False where that cannot be done here."""
        per = self.manifest["texts"]
        if not 0 <= number < self.count:
            return False
        group = number // per
        rows = self.texts.setdefault(group, _read(self.out / place("t", group)))
        old = rows[number % per]
        if old[_DAY : _SECTION + 1] != now[_DAY : _SECTION + 1] or old[5 : _TAGS + 1] != now[5 : _TAGS + 1]:
            return False
        rows[number % per] = now
        before, after = (_terms(one[1], one[_TEXT]) for one in (old, now))
        shards = self.manifest["shards"]
        for term in before.keys() | after.keys():
            if before.get(term) != after.get(term):
                self.changes.setdefault(home(term) & (shards - 1), []).append((term, number, after.get(term)))
        return True

    def prepare(self) -> None:
        """Make the files that change."""
        for group, rows in self.texts.items():
            self.files[place("t", group)] = script(f"t{group}", rows)
        for shard, changes in self.changes.items():
            lists = decoded(_read(self.out / place("g", shard)), self.count)
            for term, number, titled in changes:
                self._change(lists, term, number, titled=titled)
            self.files[place("g", shard)] = script(f"g{shard}", _shard(lists, self.count))
        some, to = fold_of(self.used.__contains__)
        if to != self.manifest["to"]:
            self.files["manifest.js"] = script("manifest", {**self.manifest, "from": some, "to": to})

    def _change(
        self, lists: dict[str, tuple[list[int], list[int]]], term: str, number: int, *, titled: bool | None
    ) -> None:
        both = lists.setdefault(term, ([], []))
        for numbers in both:
            if number in numbers:
                numbers.remove(number)
        if titled is not None:
            mine = both[0 if titled else 1]
            mine.append(number)
            mine.sort()
        if not any(both):
            del lists[term]
        if len(term) == 1:
            (self.used.add if term in lists else self.used.discard)(term)

    def write(self) -> None:
        """Write them."""
        for name, data in self.files.items():
            (self.out / name).write_bytes(data)


def _read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return json.loads(f"[{text[text.index('(') + 1 : text.rindex(')')]}]")[1]


def _terms(title: str, text: str) -> dict[str, bool]:
    """The terms of an article's text, and whether the title holds them; names are no concern here."""
    codes = folded_codes(text)
    kinds = classes(codes)
    folded = codes.tobytes().decode("utf-32-le")
    size = len(title)
    found: dict[str, bool] = {}

    def put(terms: Iterable[str], at: int) -> None:
        for term in terms:
            found[term] = found.get(term, False) or at < size

    visible = (kinds != SEPARATOR).tolist()
    for at, c in enumerate(folded):
        if visible[at]:
            put((c, c + folded[at + 1]) if at + 1 < len(folded) and visible[at + 1] else (c,), at)
    words = np.where(kinds == WORD, codes, np.uint32(32)).tobytes().decode("utf-32-le")
    for word in re.finditer("[^ ]+", words):
        put(words_of((word[0],)), word.start())
    return found


def _shard(lists: Lists, total: int) -> list[Any]:
    terms = sorted(lists)
    entries = [n << 1 | 1 - flag for term in terms for flag in (0, 1) for n in lists[term][flag]]
    sizes = np.array([sum(map(len, lists[term])) for term in terms], np.int64)
    [(counts, data)] = encoded(np.array(entries, np.uint32), sizes, [len(terms)], total)
    return ["\n".join(terms), counts, data]
