"""The plan for 50,000 captures: how long it takes, and what memory, from the listing on disk to what a person reads.

The floor: under 10 s of processor time and 300 MB, in a process that does nothing else.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

LINES = 50_000
SECONDS, MEGABYTES = 10.0, 300.0


def listing(folder: Path) -> None:
    """A paper of a third as many articles as captures, with its index pages, feeds and pictures."""
    from backissue import captures

    start = datetime(2012, 1, 1, tzinfo=UTC)

    def lines() -> list[str]:
        made = []
        for n in range(LINES):
            path = f"/article/{n // 3}/{'a-title-as-long-as-many-' * 3}{n // 3}"
            mime = "text/html"
            if n % 50 == 0:
                path = f"/section/{n % 7}?page={n % 400}"
            elif n % 50 == 1:
                path, mime = f"/images/{n}.jpg", "image/jpeg"
            elif n % 50 == 2:
                path, mime = "/feed/", "application/rss+xml"
            said = {
                "url": f"https://www.news.example{path}",
                "mime": mime,
                "status": "200",
                "digest": f"D{n // 2:031d}",
            }
            said |= {"length": str(4000 + n % 3000), "source": "archive.example"}
            made.append(f"example,news){path} {start + timedelta(hours=n):%Y%m%d%H%M%S} {json.dumps(said)}")
        return made

    captures.write_lines(folder / "captures", "made-all", lines(), {"source": "http://archive.example/web/cdx"})


def measure(folder: Path) -> None:
    """Prints one line of JSON; run in a process that did nothing else."""
    from backissue import captures

    before = time.process_time()
    offers = (offer for path in captures.listings(folder / "captures") for offer in captures.read_offers(path))
    plan = captures.make_plan(offers, hosts=["news.example"])
    left = captures.missing(plan, folder)
    told = {
        "requests": plan.requests,
        "missing": left.requests,
        "kinds": plan.kinds(),
        "cpu_s": round(time.process_time() - before, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    print(json.dumps(told))


def main() -> bool:
    """Print the figures; True if they are within the floor."""
    with tempfile.TemporaryDirectory() as folder:
        listing(Path(folder))
        command = [sys.executable, "-m", "benchmarks.plan", folder]
        told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    print(json.dumps(told))
    print(
        f"{LINES:,} captures planned in {told['cpu_s']} s (under {SECONDS:.0f}), {told['peak_mb']} MB (under {MEGABYTES:.0f})"
    )
    return told["cpu_s"] < SECONDS and told["peak_mb"] < MEGABYTES


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
    else:
        sys.exit(not main())
