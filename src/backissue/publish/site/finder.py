"""The search of a site without a server: left alone, changed where articles changed, or written anew.

What it was made from is remembered in ``work/``. It refuses to know what is in the files: ``search`` does.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from backissue import disk
from backissue.publish.render.frame import fingerprint_of_search
from backissue.publish.site.light import Light, digest_of
from backissue.publish.site.output import Output
from backissue.publish.site.past import LostArticle
from backissue.publish.site.stock import Stock
from backissue.text.dates import day_of_print

__all__ = ["expected_by_month", "write_search"]

_MANY = 200
"""So many changed articles at 50,000 cost as much as writing all anew."""


def expected_by_month(lights: Sequence[Light], lost: Sequence[LostArticle]) -> dict[str, int]:
    """How many articles each month (``2019-06``) is known to have had, for months that lost some."""
    missing = Counter(day[:7] for one in lost if (day := day_of_print(one.date)))
    held = Counter(light.day[:7] for light in lights if light.day)
    return {month: held[month] + n for month, n in sorted(missing.items())}


def write_search(
    output: Output, stock: Stock, kept: Path, digests: Mapping[str, str], expected: Mapping[str, int]
) -> None:
    """Make ``search/`` of ``output`` say what is held now, and the index in ``work/`` too; ``kept`` remembers how.

    ``digests`` are those of all pages, by their path, and ``expected`` is what ``expected_by_month`` gives.
    """
    from backissue import search
    from backissue.search.refreshing import refresh_static
    from backissue.search.static import build_static, newest_first

    code = fingerprint_of_search()
    articles = {f"{path}.md": digest for path, digest in digests.items()}
    seal = digest_of(code, repr(expected), *articles, *articles.values())
    where = stock.folder / "work" / "index"
    if output.kept("search/", "search/manifest.js", seal):
        return
    search.build(stock.archive, where, expected=expected)
    index = search.open_index(where)
    folder = output.out / "search"
    before = _remembered(kept)
    kept.unlink(missing_ok=True)
    changed = _changed(before, articles)
    fresh = changed is None or before.get("code") != code or before.get("files") != _listing(folder)
    if not fresh and changed:
        numbers = {path: number for number, path in enumerate(index.paths())}
        fresh = numbers.keys() != articles.keys() or not refresh_static(
            {numbers[document.path]: document for document in index.documents(changed)},
            folder,
            _link,
            expected=expected,
        )
    elif not fresh:
        fresh = before.get("expected") != expected
    if fresh:
        build_static(newest_first(index), folder, _link, expected=expected)
    output.adopt("search/", seal)
    said = {"code": code, "files": _listing(folder), "expected": expected, "articles": articles}
    disk.write(kept, json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogateescape"))


def _link(document: Any) -> str:
    return f"{document.path[:-3]}.html"


def _remembered(kept: Path) -> dict[str, Any]:
    try:
        said = json.loads(kept.read_bytes())
    except (OSError, ValueError):
        return {}  # lost or torn: written anew, nothing else
    return said if isinstance(said, dict) else {}


def _changed(before: Mapping[str, Any], now: Mapping[str, str]) -> set[str] | None:
    """Articles that say something else than before; None where too many do, or where some came or went."""
    then = before.get("articles")
    if not isinstance(then, dict) or then.keys() != now.keys():
        return None
    changed = {path for path, digest in now.items() if then[path] != digest}
    return changed if len(changed) <= _MANY else None


def _listing(folder: Path) -> str:
    """A digest of the names and sizes of all files."""
    rows = []
    for where, _, files in os.walk(folder):
        rows += [f"{where}/{file} {os.stat(f'{where}/{file}').st_size}" for file in files]  # noqa: PTH116
    return hashlib.blake2b("\n".join(sorted(rows)).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
