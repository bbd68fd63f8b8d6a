"""The page extractor alone, for benchmarks: one page in, text and fields out.

In-process, and nothing is remembered from one call to the next. Parses as
:func:`backissue.text.tree.parse` does, but lets lone surrogates pass: nothing
is written here, and looking for them costs a tenth of a page.
"""

from __future__ import annotations

from typing import Any

from turbohtml import parse

from backissue.records.generic import read
from backissue.text.dates import day_of

__all__ = ["extract"]


def extract(html: str, url: str = "") -> dict[str, Any]:
    """``text`` (plain body), ``title``, ``authors`` (names), ``date`` (YYYY-MM-DD or None) of the article on a page; ``url`` may be empty."""
    found = read(parse(html, positions=False, scripting=True), url, spend=True)
    return {
        "text": found.text,
        "title": found.title,
        "authors": [author.name for author in found.authors],
        "date": day_of(found.published).isoformat() if found.published else None,
    }
