"""Search, measured side by side on one paper in one run: ours, SQLite's FTS5 with folded bigrams, a flat scan.

::

    python benchmarks/search.py --articles 50000 [--keep FOLDER] [--corpus ARCHIVE]

Prints what each costs to build, how large it is, how long 500 queries take warm and cold, the worst short
queries, and recall and precision against the scan. Warm is measured alike for all, in one process: every query
is asked of each once untimed and in five rounds timed, of which the middle one counts; nobody keeps answers.
--corpus measures on a real Markdown archive instead of a made paper; --keep reuses what an earlier run made in
FOLDER. Ratios matter, not milliseconds.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import zstandard

from backissue.archive import Unreadable, loads
from backissue.search import Document, build_from, document, open_index
from backissue.text.fold import fold

sys.path.insert(0, str(Path(__file__).parent))


def write_paper(kept: Path, count: int, corpus: Path | None) -> None:
    from search_paper import documents

    made: Iterator[Document] = documents(count) if corpus is None else adopted(corpus)
    with zstandard.open(kept, "wt", encoding="utf-8") as out:
        for d in made:
            out.write(json.dumps({**asdict(d), "day": d.day and d.day.isoformat()}, ensure_ascii=False) + "\n")


def adopted(corpus: Path) -> Iterator[Document]:
    for file in sorted(corpus.rglob("*.md")):
        try:
            yield document(loads(file.read_text(encoding="utf-8"), file.stem), str(file.relative_to(corpus)))
        except (Unreadable, UnicodeDecodeError):
            continue


def paper(kept: Path) -> Iterator[Document]:
    with zstandard.open(kept, "rt", encoding="utf-8") as lines:
        for line in lines:
            v = json.loads(line)
            day = v.pop("day")
            v["authors"], v["tags"] = tuple(v["authors"]), tuple(v["tags"])
            yield Document(**v, day=day and date.fromisoformat(day))


def spent() -> float:
    use = resource.getrusage(resource.RUSAGE_SELF)
    return use.ru_utime + use.ru_stime


def build_ours(folder: Path) -> dict[str, float]:
    documents = list(paper(folder / "paper.jsonl.zst"))
    before, kilobytes = spent(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall = time.perf_counter()
    build_from(documents, folder / "ours")
    return {
        "cpu": spent() - before,
        "wall": time.perf_counter() - wall,
        "MB over the paper": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - kilobytes) / 1024,
        "bytes": sum(f.stat().st_size for f in (folder / "ours").iterdir()),
        "articles": len(documents),
        "text": sum(len(d.text.encode()) for d in documents),
    }


_CJK = re.compile(r"[^\W\d_a-z\u0080-\u0dff]|[\w\u0080-\u0dff]+")


def bigrams(text: str) -> str:
    """Folded text as FTS5 should see it: words whole, every other character with the next."""
    out = []
    for run in re.findall(r"[\u2e80-\ufaff\U00020000-\U0003ffff]+|[^\W\u2e80-\ufaff\U00020000-\U0003ffff]+", text):
        if run[0] < "\u2e80":
            out.append(run)
        else:
            out.extend(run[i : i + 2] for i in range(len(run)))
    return " ".join(out)


def build_fts(folder: Path) -> dict[str, float]:
    documents = list(paper(folder / "paper.jsonl.zst"))
    file = folder / "fts.sqlite"
    file.unlink(missing_ok=True)
    before = spent()
    db = sqlite3.connect(file)
    db.execute("pragma journal_mode=off")
    db.execute("create virtual table t using fts5(x, content='', tokenize='unicode61 remove_diacritics 0')")
    with db:
        db.executemany(
            "insert into t(rowid, x) values(?, ?)", ((n, bigrams(fold(d.text))) for n, d in enumerate(documents))
        )
    db.execute("insert into t(t) values('optimize')")
    db.commit()
    return {"cpu": spent() - before, "bytes": file.stat().st_size}


def ask_fts(db: sqlite3.Connection, query: str) -> list[tuple[int]]:
    words = []
    for part in query.split(" "):
        grams = bigrams(fold(part)).split()
        if len(grams) > 1 and len(grams[-1]) == 1 and grams[-1] >= "\u2e80":
            grams = grams[:-1] if len(grams[-2]) == 2 else grams  # 香港人: 香港 港人, not 人 alone
        star = "*" if grams and len(grams[-1]) == 1 and grams[-1] >= "\u2e80" else ""
        words.append(f'"{" ".join(grams)}"{star}')
    return db.execute("select rowid from t where t match ? limit -1", (" AND ".join(words),)).fetchall()


def queries(documents: list[Document], count: int) -> list[tuple[str, str]]:
    """Kinds and queries: one to six characters of chance places, Simplified, mixed, variants, Latin, AND."""
    dice = random.Random(4)
    out: list[tuple[str, str]] = []
    while len(out) < count:
        kind = ("phrase", "phrase", "phrase", "simplified", "mixed", "latin", "and")[len(out) % 7]
        text = dice.choice(documents).text
        at = dice.randrange(max(1, len(text) - 8))
        if kind == "latin":
            found = re.search(r"[A-Za-z]{2,}", text[at:])
        elif kind == "mixed":
            found = re.search(r"[A-Za-z0-9]+[\u4e00-\u9fff]{1,3}", text[at:])
        else:
            found = re.match(rf"[\u4e00-\u9fff]{{{1 + len(out) // 7 % 6}}}", text[at:])
        if not found:
            continue
        query = found[0]
        if kind == "simplified":
            query = fold(query)
        elif kind == "and":
            other = re.search(r"[\u4e00-\u9fff]{2}", text[dice.randrange(max(1, len(text) - 8)) :])
            query = f"{query[:2]} {other[0]}" if other else query
        out.append((kind, query))
    return out


def truth(folded: list[str], kind: str, query: str) -> set[int]:
    if kind == "latin":
        word = re.compile(rf"(?<![^\W\u2e80-\U0010ffff]){re.escape(fold(query))}(?![^\W\u2e80-\U0010ffff])")
        return {n for n, text in enumerate(folded) if fold(query) in text and word.search(text)}
    parts = fold(query).split(" ")
    return {n for n, text in enumerate(folded) if all(part in text for part in parts)}


def timed(call: Any, *arguments: Any) -> tuple[float, Any]:
    """Milliseconds of this thread's own CPU, so that neighbours on a shared machine count little; and the result."""
    start = time.thread_time()
    result = call(*arguments)
    return (time.thread_time() - start) * 1000, result


ROUNDS = 5
"""Rounds that are timed, after one that is not."""


def warm(ways: Mapping[str, Callable[[str], Any]], asked: list[str]) -> dict[str, list[float]]:
    """Milliseconds of each query by each way: the middle one of ROUNDS, all of them after one that warms.

    A round asks all queries one way, one after another, then all of them the next way: so what a machine does
    besides falls on all ways alike, and each finds the processor's caches as its own work left them (a scan
    between two queries would sweep them for all but itself). Nobody keeps answers.
    """
    rounds: dict[str, list[list[float]]] = {name: [] for name in ways}
    for _ in range(1 + ROUNDS):
        for name, way in ways.items():
            rounds[name].append([timed(way, query)[0] for query in asked])
    return {name: [statistics.median(some) for some in zip(*every[1:], strict=True)] for name, every in rounds.items()}


def scanned(scan: Callable[[bytes], int], query: str) -> int:
    """How often the parts of a query stand in the paper."""
    return sum([scan(part) for part in fold(query).encode().split(b" ")])


def spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "p50": round(statistics.median(ordered), 3),
        "p95": round(ordered[int(len(ordered) * 0.95)], 3),
        "worst": round(ordered[-1], 3),
    }


def race(folder: Path) -> dict[str, Any]:
    """All that is measured warm beside a scan, in a process that holds no more than a server of each would."""
    flat = (folder / "flat.txt").read_bytes()
    asked = [query for _, query in json.loads((folder / "asked.json").read_text())]
    index = open_index(folder / "ours")
    db = sqlite3.connect(folder / "fts.sqlite") if (folder / "fts.sqlite").exists() else None
    try:
        from stringzilla import Str

        scans = {"stringzilla": Str(flat).count}
    except ImportError:
        scans = {"bytes.count": flat.count}
    ways: dict[str, Callable[[str], Any]] = {"first 20 with snippets": index.query}
    if db:
        ways["FTS5, all row numbers"] = functools.partial(ask_fts, db)
    ways |= {f"scan by {name}, count only": functools.partial(scanned, scan) for name, scan in scans.items()}
    times = warm(ways, asked)
    ours = spread(times.pop("first 20 with snippets"))
    best = min((spread(some) for name, some in times.items() if name.startswith("scan")), key=lambda some: some["p50"])
    out: dict[str, Any] = {"warm, first 20 with snippets": ours}
    out |= {f"warm, {name}": spread(some) for name, some in times.items()}
    out["scan / ours"] = {at: round(best[at] / ours[at], 1) for at in ("p50", "p95")}
    return out


def lay_out(folder: Path) -> dict[str, Any]:
    """Write what a race needs: the folded paper in one piece, and what is asked."""
    documents = list(paper(folder / "paper.jsonl.zst"))
    asked = queries(documents, int(os.environ.get("QUERIES", "500")))
    (folder / "asked.json").write_text(json.dumps(asked, ensure_ascii=False))
    (folder / "flat.txt").write_bytes("\n".join([fold(d.text) for d in documents]).encode())
    return {"queries": len(asked)}


def ask(folder: Path) -> dict[str, Any]:
    """Recall and precision, and the worst of short queries."""
    documents = list(paper(folder / "paper.jsonl.zst"))
    folded = [fold(d.text) for d in documents]
    paths = {d.path: n for n, d in enumerate(documents)}
    asked = json.loads((folder / "asked.json").read_text())
    index = open_index(folder / "ours")
    out: dict[str, Any] = {}
    wrong = []
    right: Counter[str] = Counter()
    for kind, query in asked:
        true = truth(folded, kind, query)
        if len(true) > 2000:  # tens of thousands of snippets would only be thrown away: the number must do
            total = index.query(query, limit=0).total
            if total != len(true):
                wrong.append((kind, query, len(true), total))
            continue
        found = {paths[hit.path] for hit in index.query(query, limit=None).hits}
        right["found"] += len(found)
        right["true"] += len(true)
        right["both"] += len(found & true)
        if found != true:
            wrong.append((kind, query, len(true), len(found)))
    out["recall"], out["precision"] = right["both"] / right["true"], right["both"] / right["found"]
    out["queries that differ"] = wrong[:10]
    singles = Counter(c for text in folded[::50] for c in text if c.strip())
    pairs = Counter(a + b for text in folded[::50] for a, b in pairwise(text) if (a + b).strip() == a + b)
    short = [f'"{text}"' for text, _ in [*singles.most_common(25), *pairs.most_common(25)] if '"' not in text]
    for sort, facets in (("newest", 0), ("relevance", 20)):
        worst = []
        for query in short:
            ask_it = functools.partial(index.query, query, sort=sort, facets=facets)
            worst.append((min(timed(ask_it)[0] for _ in range(2)), query))
        out[f"worst of {len(short)} short queries, by {sort}{' with facets' if facets else ''}"] = max(worst)
    return out


def cold(folder: Path, query: str, dropped: str) -> list[float]:
    """Milliseconds to open the index and answer once, in a process that has imported the room; ``dropped``: with
    the index out of the page cache. A new process for each. Then CPU of the whole process up to there, imports too.
    """
    if dropped == "dropped":
        for file in (folder / "ours").iterdir():
            with file.open("rb") as opened:
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    start, cpu = time.perf_counter(), time.thread_time()
    open_index(folder / "ours").query(query)
    return [(time.perf_counter() - start) * 1000, (time.thread_time() - cpu) * 1000, spent() * 1000]


def build_site_search(folder: Path) -> dict[str, float]:
    from backissue.search.static import build_static, newest_first

    before = spent()
    index = open_index(folder / "ours")
    built = build_static(newest_first(index), folder / "site" / "search", lambda d: f"{d.path[:-3]}.html")
    return {**asdict(built), "cpu": spent() - before, "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def ask_site(folder: Path, count: int = 120) -> dict[str, Any]:
    """What a first query sends, compressed: every file that a fresh page loads in Chromium until ten are shown and proven."""
    from playwright.sync_api import sync_playwright

    (folder / "site" / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="search/client.js"></script>'
    )
    some = list(islice(paper(folder / "paper.jsonl.zst"), 3000))
    sent: list[float] = []
    lists: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for _, query in queries(some, count):
            page = browser.new_page()
            asked: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto((folder / "site" / "index.html").as_uri())
            # as assets/search.js asks: the first ten, and how many each section has
            page.evaluate(
                "(q) => Backissue.search(q, {limit: 10}).then((r) => r.facet('section')).then(() => null)", query
            )
            sizes = {
                url: len(gzip.compress(Path(url.removeprefix("file://")).read_bytes(), 6))
                for url in asked
                if "/search/" in url
            }
            sent.append(sum(sizes.values()) / 1000)
            lists.append(sum(size for url, size in sizes.items() if "/t/" not in url) / 1000)
            page.close()
        browser.close()
    fixed = {
        name: len(gzip.compress((folder / "site" / "search" / name).read_bytes(), 6))
        for name in ("client.js", "manifest.js")
    }
    return {"kB sent": spread(sent), "of them lists, manifest and client": spread(lists), "always": fixed}


def child(what: str, folder: Path, *more: str) -> Any:
    told = subprocess.run(
        [sys.executable, __file__, f"--{what}", str(folder), *more], stdout=subprocess.PIPE, check=True, text=True
    ).stdout
    return json.loads(told)


@dataclass
class Floors:
    """What must hold, said as it is seen; ``broken`` are those that did not."""

    broken: list[str] = field(default_factory=list)

    def keep(self, what: str, seen: float, floor: float) -> None:
        """``seen`` must be at most ``floor``."""
        kept = seen <= floor
        print(f"  {'kept' if kept else 'BROKEN'}: {what} {seen:.4g} (at most {floor:g})")
        if not kept:
            self.broken.append(what)


def measure_builds(folder: Path, floors: Floors) -> None:
    ours = child("build-ours", folder)
    print(f"{ours['articles']} articles, {ours['text'] / 1e6:.0f} MB of text")
    print("build:", {k: round(v, 1) for k, v in ours.items()})
    floors.keep("index / text", ours["bytes"] / ours["text"], 2.0)
    if not (folder / "fts.sqlite").exists() or not (folder / "fts.json").exists():
        (folder / "fts.json").write_text(json.dumps(child("build-fts", folder)))
    fts = json.loads((folder / "fts.json").read_text())
    print("build FTS5:", fts, f"{fts['bytes'] / ours['text']:.2f} of the text")
    floors.keep("CPU of building / of FTS5's", ours["cpu"] / fts["cpu"], 1.5)


def measure_answers(folder: Path, floors: Floors) -> None:
    if not (folder / "flat.txt").exists() or not (folder / "asked.json").exists():
        child("lay-out", folder)
    seen = {**child("race", folder), **child("ask", folder)}
    for name, value in seen.items():
        print(f"{name}: {value}")
    floors.keep("1 - recall", 1 - seen["recall"], 0)
    floors.keep("1 - precision", 1 - seen["precision"], 0)
    floors.keep("queries that differ", len(seen["queries that differ"]), 0)
    floors.keep("warm p50 / a scan's", 1 / seen["scan / ours"]["p50"], 1 / 20)
    floors.keep("warm p95 / a scan's", 1 / seen["scan / ours"]["p95"], 1 / 2)
    for name, value in seen.items():
        if name.startswith("worst of"):
            floors.keep(f"ms of the {name}", value[0], 150 if "facets" in name else 30)
    asked = [query for _, query in queries(list(islice(paper(folder / "paper.jsonl.zst"), 2000)), 21)]
    for how in ("cached", "dropped"):
        wall, cpu, whole = zip(*(child("cold", folder, query, how) for query in asked), strict=True)
        print(f"cold, open and first answer, {how}: wall {spread(list(wall))}, CPU {spread(list(cpu))}")
        print(f"  CPU of the whole process, imports of this benchmark too: {spread(list(whole))}")
        if how == "cached":
            floors.keep("CPU ms of a cold first answer, p50", spread(list(cpu))["p50"], 10)


def measure_static(folder: Path, floors: Floors) -> None:
    built = child("build-site", folder)
    print("static, build:", built)
    floors.keep("MB of its index for 49,118 articles", built["index_bytes"] / 1e6 / built["articles"] * 49_118, 120)
    floors.keep("MB to build it", built["MB"], 1024)
    seen = child("ask-site", folder)
    print("static, first query:", seen)
    floors.keep("kB of a first query, p50", seen["kB sent"]["p50"], 150)
    floors.keep("kB of a first query, p95", seen["kB sent"]["p95"], 300)


def main() -> int:
    stages = {"build-ours": build_ours, "build-fts": build_fts, "ask": ask, "cold": cold}
    stages |= {"lay-out": lay_out, "race": race}
    stages |= {"build-site": build_site_search, "ask-site": ask_site}
    if len(sys.argv) > 2 and sys.argv[1][2:] in stages:
        print(json.dumps(stages[sys.argv[1][2:]](Path(sys.argv[2]), *sys.argv[3:]), ensure_ascii=False))
        return 0
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--articles", type=int, default=50_000)
    options.add_argument("--corpus", type=Path)
    options.add_argument("--keep", type=Path)
    options.add_argument("--alone", action="store_true", help="the answers only, without the peer, on an index kept")
    options.add_argument("--static", action="store_true", help="the static site's search only, on an index kept")
    chosen = options.parse_args()
    folder = chosen.keep or Path(tempfile.mkdtemp(prefix="backissue-search-"))
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "paper.jsonl.zst").exists():
        write_paper(folder / "paper.jsonl.zst", chosen.articles, chosen.corpus)
    floors = Floors()
    if not (chosen.static or chosen.alone):
        measure_builds(folder, floors)
    if not chosen.static:
        measure_answers(folder, floors)
    if not chosen.alone:
        measure_static(folder, floors)
    if not chosen.keep:
        shutil.rmtree(folder)
    return int(bool(floors.broken))


if __name__ == "__main__":
    sys.exit(main())
