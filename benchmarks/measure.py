"""The measure of page extraction: shingles of the body, fields letter by letter, CPU a page; and the reading of sets.

Body: precision and recall over runs of four words (single characters in Chinese, Japanese
and Korean), averaged over pages; F1 of the two means, as the scrapinghub benchmark does.
Fields: the share of pages whose truth has the field and whose answer equals it, letters and
digits only. A set is a ``*.jsonl.zst`` with id, url, html, body and, where known, fields.
"""

from __future__ import annotations

import io
import json
import os
import re
import statistics
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import zstandard

Extract = Callable[[str, str], Mapping[str, Any]]
Shingles = Counter[tuple[str, ...]]

_WIDE = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+")
_LEAD = re.compile(r"^(by|von|de|par|文|撰文|記者|记者|作者|責任編輯|责任编辑)[\s:：/｜|]+", re.IGNORECASE)


def folder() -> Path:
    """Where the sets are, from BACKISSUE_DATA; ends the run kindly where that is not set."""
    given = os.environ.get("BACKISSUE_DATA")
    if not given or not (Path(given) / "extraction").is_dir():
        print("skipped: set BACKISSUE_DATA to a folder with extraction/*.jsonl.zst", file=sys.stderr)
        sys.exit(0)
    return Path(given) / "extraction"


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        for line in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), "utf-8", errors="surrogatepass"):
            yield json.loads(line)


def tokens(text: str | None) -> list[str]:
    return _TOKEN.findall(text or "")


def shingles(words: Sequence[str]) -> Shingles:
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def overlap(truth: Shingles, answer: Shingles) -> tuple[float | None, float]:
    """Precision (None for an empty answer) and recall of one page."""
    hits = sum((truth & answer).values())
    return (hits / sum(answer.values()) if answer else None), hits / max(1, sum(truth.values()))


def bare(words: str | None) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words or "").lower())


def people(names: str | Sequence[str] | None) -> set[str]:
    return {bare(_LEAD.sub("", n)) for n in ([names] if isinstance(names, str) else names or []) if bare(n)}


def body_score(pairs: Sequence[tuple[float | None, float]]) -> dict[str, float]:
    precision = statistics.mean([p for p, _ in pairs if p is not None] or [0.0])
    recall = statistics.mean([r for _, r in pairs] or [0.0])
    whole = precision + recall
    return {
        "body_f1": round(2 * precision * recall / whole, 4) if whole else 0.0,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
    }


def score(rows: Sequence[Mapping[str, Any]], answers: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Everything the measure says of one extractor on one set."""
    pairs = [
        overlap(shingles(tokens(r["body"])), shingles(tokens(a.get("text"))))
        for r, a in zip(rows, answers, strict=True)
        if r.get("body")
    ]
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row, answer in zip(rows, answers, strict=True):
        if row.get("title"):
            asked["title"] += 1
            hits["title"] += bare(answer.get("title")) == bare(row["title"])
        if row.get("author"):
            asked["author"] += 1
            hits["author"] += people(answer.get("authors")) == people(row["author"])
        if row.get("date"):
            asked["date"] += 1
            hits["date"] += str(answer.get("date") or "")[:10] == row["date"]
    return body_score(pairs) | {name: round(hits[name] / asked[name], 4) for name in asked}
