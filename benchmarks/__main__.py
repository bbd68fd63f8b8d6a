"""Runs every benchmark in turn, each in a process of its own, and says at the end which kept their floors.

    python -m benchmarks [NAME ...] [--list]

A benchmark is a file beside this one that can be run without arguments, prints what it
measured, and ends with a code other than 0 when a floor is broken. To add one, name it in ORDER.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ORDER = (
    "extraction",
    "hostile",
    "known_outlet",
    "learned",
    "adopt",
    "search",
    "site",
    "serve",
    "letter",
    "memory",
    "plan",
    "fetch",
)
HERE = Path(__file__).resolve().parent


def main(wanted: list[str]) -> int:
    if "--list" in wanted:
        print("\n".join(ORDER))
        return 0
    unknown = [name for name in wanted if name not in ORDER]
    if unknown:
        print(f"no benchmark is named {unknown[0]}; there are: {', '.join(ORDER)}", file=sys.stderr)
        return 2
    results: list[tuple[str, int, float]] = []
    for name in wanted or ORDER:
        file = HERE / f"{name}.py"
        if not file.exists():
            continue
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        code = subprocess.run([sys.executable, str(file)], cwd=HERE.parent, check=False).returncode
        results.append((name, code, time.monotonic() - begun))
    print()
    for name, code, took in results:
        print(f"{'ok' if code == 0 else 'BROKEN':7}{name:16}{took:8.0f} s")
    return max((min(code, 1) for _, code, _ in results), default=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
