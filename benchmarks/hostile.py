"""The worst pages: each must come back, complete or with a finding, in under two seconds of CPU.

    python benchmarks/hostile.py

Pages are made by code: deep nesting, very many paragraphs, links or breaks, very many attributes
or class names, one line of ten megabytes, JSON that never closes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from backissue.records.generic import read
from backissue.text.tree import parse

LIMIT = 2.0
PROSE = "The ferry company said on Monday that the last boat would leave an hour earlier than before."


def pages() -> Iterator[tuple[str, str, int]]:
    """Name, HTML, and the characters of text that must come back where no finding does."""
    yield "256 nested divs", "<body>" + "<div>" * 256 + f"<p>{PROSE}</p>" * 50 + "</div>" * 256, 50 * len(PROSE)
    yield "20,000 nested divs", "<body>" + "<div>" * 20_000 + f"<p>{PROSE}</p>", len(PROSE)
    yield "20,000 nested bolds", "<body>" + "<b>" * 20_000 + PROSE, len(PROSE)
    yield "40,000 paragraphs", "<body><h1>Ferry</h1>" + f"<p>{PROSE}</p>" * 40_000, 1
    yield "40,000 paragraphs below 256 divs", "<body>" + "<div>" * 256 + f"<p>{PROSE}</p>" * 40_000, 1
    yield (
        "20,000 attributes on one tag",
        "<body><div " + " ".join(f"a{i}='v'" for i in range(20_000)) + f"><p>{PROSE}</p></div>",
        len(PROSE),
    )
    yield (
        "200,000 class names on one tag",
        "<body><div class='" + " ".join(f"article{i}" for i in range(200_000)) + f"'><p>{PROSE}</p></div>",
        len(PROSE),
    )
    yield "a line of 10 MB", "<body><p>" + "word " * 2_000_000 + "</p>", 9_999_999
    yield "a word of 10 MB", "<body><p>" + "a" * 10_000_000 + "</p>", 10_000_000
    yield "a Chinese line of 10 MB", "<body><p>" + "記者張三於2021年2月表示，" * 300_000 + "</p>", 1
    yield "200,000 breaks", "<body>" + "text here<br>" * 200_000, 1
    yield "100,000 links", "<body>" + "<a href=x>text here</a> " * 100_000, 0
    yield "40,000 items of a menu", "<body><ul>" + "<li><a href=x>text here</a></li>" * 40_000, 0
    yield "40,000 headings", "<title>Ferry leaves early</title><body>" + "<h1>Ferry leaves</h1>" * 40_000, 0
    yield "40,000 times", "<body>" + "<time datetime=x>2020-01-01</time>" * 40_000, 0
    yield "20,000 bylines", "<body>" + "<p class='byline author'>By Ada Lam and Ben Chow</p>" * 20_000, 0
    yield (
        "JSON-LD that never closes",
        "<script type='application/ld+json'>" + "[" * 100_000 + f"</script><body><p>{PROSE}</p>",
        len(PROSE),
    )
    yield "a title of 100,000 parts", "<title>" + "a - " * 100_000 + "</title><h1>" + "a | " * 100_000 + "</h1>", 0


def main() -> int:
    broken = 0
    for name, html, least in pages():
        begun = time.process_time()
        found = read(parse(html), "https://example.org/")
        took = time.process_time() - begun
        lost = len(found.text) < least and not found.findings
        broken += took >= LIMIT or lost
        print(
            f"{'BROKEN' if took >= LIMIT or lost else 'ok':7}{name:34}{took:6.2f} s  {len(found.text):>10,} characters  {', '.join(f.code for f in found.findings)}"
        )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
