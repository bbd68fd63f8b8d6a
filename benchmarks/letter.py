"""A week's letter out of a whole paper: what it costs with a warm index, and what the index costs.

Makes one paper by chance (nobody's text), 50,000 articles over five years with links
between them; builds the letter's index once; then makes letters of several weeks, each in
a process of its own, all four files written. CPU seconds; the machine's load is printed.

    python benchmarks/letter.py --articles 50000 [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from search_paper import documents

from backissue import outlets
from backissue.archive import front, names
from backissue.model import Author, Outlet, PageRule, Record, Source

HKT = timezone(timedelta(hours=8))
OUTLET = Outlet(
    "晨霧報",
    ("mist.example",),
    "Asia/Hong_Kong",
    language="zh-Hant-HK",
    pages=(PageRule("article", "/article/{id}/**"),),
)
SECONDS = 1.0
"""The floor: a week's letter from 50,000 articles, all of it, with a warm index."""


def make(folder: Path, count: int) -> None:
    """An archive of ``count`` articles, of 2,000 different texts; every third links to an earlier one."""
    dice = random.Random(9)
    texts = list(documents(min(count, 2000)))
    start = datetime(2017, 1, 2, 6, tzinfo=HKT)
    for number in range(1, count + 1):
        document = texts[number % len(texts)]
        when = start + timedelta(minutes=number * 5 * 365 * 1440 // count)
        text = document.text[len(document.title) + 1 : document.body].replace("<", "").replace("\n", "")
        third = max(1, len(text) // 3)
        body = "\n\n".join(text[i : i + third] for i in range(0, len(text), third))
        if number % 3 == 0:
            other = max(1, number - int(dice.expovariate(1 / 200)))
            body += f"\n\n見[前文](https://www.mist.example/article/{other}/slug)。"
        address = f"https://www.mist.example/article/{number}/slug"
        record = Record(
            id=str(number),
            title=document.title.replace("<", "") or f"第{number}篇",
            date=when.date().isoformat(),
            author=f"記者{number % 90}",
            category=f"版面{number % 12}",
            tags=("一", "二"),
            url=f"https://web.archive.org/web/20220103040506/{address}",
            original_url=address,
            published=when,
            language="zh-Hant-HK",
            publisher=OUTLET.name,
            authors=(Author(f"記者{number % 90}", role="記者"),),
            source=Source("warc", datetime(2022, 1, 3, tzinfo=UTC), "captures/0123456789abcdef.warc.gz", number * 900),
            body=body,
        )
        path = folder / "archive" / names.record_path(record)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front.dumps(record), encoding="utf-8")
    (folder / "outlet.toml").write_text(outlets.dumps(OUTLET), encoding="utf-8")


def letter(folder: Path, week: str, out: Path) -> dict[str, float]:
    """One letter in this process: CPU and wall seconds from the call to the last file synced."""
    from backissue.publish.letter.making import Wish, make
    from backissue.publish.letter.week import Week

    outlet = outlets.load(folder / "outlet.toml")
    wall, cpu = time.perf_counter(), time.process_time()
    made = make(folder, out, Wish(Week.parse(week)), outlet=outlet, now=datetime(2026, 1, 5, tzinfo=UTC))
    return {
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "held": made.letter.held,
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "html": made.files["letter.html"],
        "epub": made.files["letter.epub"],
    }


def child(*words: str) -> dict[str, float]:
    """The same in a new process."""
    told = subprocess.run([sys.executable, __file__, *words], stdout=subprocess.PIPE, check=True, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--keep", type=Path, help="a folder to make the paper in, and to find it again")
    parser.add_argument("--one", nargs=3, metavar=("PAPER", "WEEK", "OUT"))
    options = parser.parse_args()
    if options.one:
        paper, week, out = options.one
        print(json.dumps(letter(Path(paper), week, Path(out))))
        return 0
    where = options.keep or Path(tempfile.mkdtemp(prefix="backissue-letter-"))
    paper, out = where / "paper", str(where / "out")
    if not (paper / "outlet.toml").exists():
        make(paper, options.articles)
    (paper / "work/letter-index.sqlite").unlink(missing_ok=True)
    cold = child("--one", str(paper), "2019-W20", out)
    size = (paper / "work/letter-index.sqlite").stat().st_size / 1e6
    print(f"{options.articles:,} articles; load {os.getloadavg()[0]:.1f}")
    print(f"index and first letter: {cold['cpu']:.1f} s CPU, {cold['MB']:.0f} MB; the index is {size:.1f} MB")
    weeks = ("2017-W10", "2018-W25", "2019-W20", "2020-W53", "2021-W06")
    warm = [child("--one", str(paper), week, out) for week in weeks]
    for week, one in zip(weeks, warm, strict=True):
        print(
            f"{week}: {one['held']:.0f} articles, {one['cpu']:.2f} s CPU, {one['wall']:.2f} s in all, "
            f"HTML {one['html'] / 1000:.0f} kB, EPUB {one['epub'] / 1000:.0f} kB, {one['MB']:.0f} MB"
        )
    middle, worst = statistics.median(w["cpu"] for w in warm), max(w["cpu"] for w in warm)
    broken = middle > SECONDS * max(1.0, options.articles / 50_000)
    print(
        f"a week's letter, warm: median {middle:.2f}, worst {worst:.2f} s CPU (floor {SECONDS}): {'BROKEN' if broken else 'kept'}"
    )
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
