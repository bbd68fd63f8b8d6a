"""Quality and speed of the page extractor on real pages, against the floors, and beside trafilatura where that is installed.

    BACKISSUE_DATA=folder python benchmarks/extraction.py [--set NAME ...] [--no-peer] [--raise] [--lower]

Floors are in ``floors.toml``. A figure below its floor breaks the run. ``--raise`` writes every
figure that is better than its floor (rounded down to three places) as the new floor; only
``--lower`` writes worse ones. The two extractors take turns page by page in one process; speed
is CPU, and its figure is the ratio of the medians.
The forests were fitted on these pages (see ``fit.py``, which also says how they do on sites not seen).
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from measure import Extract, folder, rows_of, score

from backissue.bench import extract

FLOORS = Path(__file__).with_name("floors.toml")
LOWER_IS_BETTER = frozenset(("ms_p99",))


def peer() -> Extract | None:
    try:
        import trafilatura
    except ImportError:
        return None

    def run(html: str, url: str) -> Mapping[str, Any]:
        found: Any = trafilatura.bare_extraction(html, url=url or None, with_metadata=True)
        found = found.as_dict() if hasattr(found, "as_dict") else (found or {})
        return {
            "text": found.get("raw_text") or found.get("text"),
            "title": found.get("title"),
            "authors": (found.get("author") or "").split("; "),
            "date": found.get("date"),
        }

    return run


def measured(path: Path, other: Extract | None) -> tuple[dict[str, float], dict[str, float]]:
    """Our figures and the peer's on one set."""
    rows = list(rows_of(path))
    tools: dict[str, Extract] = {"ours": extract} | ({"peer": other} if other else {})
    answers: dict[str, list[Mapping[str, Any]]] = {name: [] for name in tools}
    spent: dict[str, list[float]] = {name: [] for name in tools}
    for tool in tools.values():
        tool(rows[0]["html"], rows[0].get("url") or "")
    for row in rows:
        for name, tool in tools.items():
            begun = time.process_time()
            answers[name].append(tool(row["html"], row.get("url") or ""))
            spent[name].append(1000 * (time.process_time() - begun))
    out = []
    for name in ("ours", "peer"):
        if name in tools:
            times = sorted(spent[name])
            out.append(
                score(rows, answers[name])
                | {
                    "ms_median": round(statistics.median(times), 2),
                    "ms_p99": round(times[int(0.99 * (len(times) - 1))], 1),
                }
            )
    if other:
        out[0]["speedup"] = round(out[1]["ms_median"] / out[0]["ms_median"], 1)
    return out[0], (out[1] if other else {})


def write(floors: Mapping[str, Mapping[str, float]]) -> None:
    lines = ["# What benchmarks/extraction.py must keep; raised with --raise, lowered only with --lower.", ""]
    for name, figures in sorted(floors.items()):
        lines += [f"[{name}]", *(f"{key} = {value}" for key, value in figures.items()), ""]
    FLOORS.write_text("\n".join(lines), "utf-8")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", nargs="*", help="only these sets")
    options.add_argument("--no-peer", action="store_true", help="leave trafilatura out")
    options.add_argument("--raise", dest="raises", action="store_true", help="better figures become the floors")
    options.add_argument("--lower", action="store_true", help="worse figures become the floors")
    asked = options.parse_args()
    floors: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text("utf-8"))
    other = None if asked.no_peer else peer()
    broken = 0
    for path in sorted(folder().glob("*.jsonl.zst")):
        name = path.name.removesuffix(".jsonl.zst")
        if asked.set and name not in asked.set:
            continue
        ours, theirs = measured(path, other)
        print(name, json.dumps({"ours": ours} | ({"trafilatura": theirs} if theirs else {})), flush=True)
        kept = floors.setdefault(name, {})
        for key, value in ours.items():
            floor = kept.get(key)
            if floor is None:
                continue
            worse = value > floor if key in LOWER_IS_BETTER else value < floor
            if worse and not asked.lower:
                print(f"  {name}: {key} is {value}, its floor is {floor}")
                broken += 1
            if (worse and asked.lower) or (
                not worse and asked.raises and key not in LOWER_IS_BETTER and key != "speedup"
            ):
                kept[key] = math.floor(value * 1000) / 1000
    if asked.raises or asked.lower:
        write(floors)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
