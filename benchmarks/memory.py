"""Peak memory from list to extract, at 10,000 and at 100,000 captures of the demo paper; and what join adds.

The floor: at ten times the captures at most 1.2 times the memory, and join at
most 1 kB an article more. Each size runs in a process of its own, inline, so
that its peak is its own; the page guard's child is counted too.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (2_300, 23_000)
"""Articles that give about 10,000 and 100,000 captures."""


def measure(folder: Path) -> dict[str, float]:
    """Peaks in MB of one paper; run in a process that did nothing else."""
    from backissue import demo
    from backissue.pipeline import collecting, cutting, extracting, gathering, joining, learning, surveying
    from backissue.pipeline.paper import Run, guard
    from backissue.run import Folder

    paper = Folder.make(folder / "paper")
    paper.outlet.write_text(demo.OUTLET_TOML)
    run = Run(paper)
    before = time.process_time()
    gathering.bring(run, [folder / "warcs"])
    gathering.gather(run)
    surveyed = surveying.survey(run, gathering.resolve(run, collecting.listed))
    census = learning.census(run, surveyed)
    outlet = learning.learned(run, census, surveyed, (), None).outlet
    cut = cutting.cut(run, surveyed, surveying.lines(run, surveyed), outlet)
    extracted = extracting.extract(run, cut, extracting.Knowledge(outlet, census, paper.path))
    peak = _peak()
    guard().close()  # a child's peak is known when it has ended
    joining.join(run, extracted)
    return {
        "captures": cut.counts["captures"],
        "articles": sum(done.counts["articles"] for done in extracted),
        "peak_mb": peak,
        "guard_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "join_more_mb": _peak() - peak,
        "cpu_s": time.process_time() - before,
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> bool:
    """Print the figures; True if they are within the floor."""
    rows = []
    for articles in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            make = f"from backissue import demo; from pathlib import Path; demo.make(Path({folder!r}), articles={articles}, seed=1)"
            subprocess.run([sys.executable, "-c", make], check=True)
            told = subprocess.run([sys.executable, "-m", "benchmarks.memory", folder], check=True, capture_output=True)
        rows.append(json.loads(told.stdout))
        print(json.dumps(rows[-1]), flush=True)
    first, second = (row["peak_mb"] + row["guard_mb"] for row in rows)
    ratio = second / first
    join = 1024 * rows[1]["join_more_mb"] / rows[1]["articles"]
    print(
        f"peak at ten times the captures: {ratio:.2f}x (at most 1.20); join: {join:.2f} kB an article more (at most 1)"
    )
    return ratio <= 1.2 and join <= 1.0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(Path(sys.argv[1]))))
    else:
        sys.exit(not main())
