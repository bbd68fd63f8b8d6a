"""The server under wrk: mixed reading and searching, at its highest rate and at half of it; memory over 100,000 requests.

Makes a paper by chance, builds its site, serves it from a process of its own, and asks
for pages, listings, assets, searches (by page and by API) and old addresses in turn.
Half the rate is kept by a pause before each request. Floors: p95 at half the rate at
most 50 ms, no error, and after 100,000 requests at most 1.05 times the memory that
it had after the first 10,000. Without wrk it says so and measures nothing.

    python benchmarks/serve.py --articles 5000
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from search_paper import documents
from site_paper import OUTLET, make

REQUESTS = 100_000
P95_MS = 50.0
GROWTH = 1.05

SERVER = """
import sys
from pathlib import Path
from backissue.publish.serve import serving
with serving(Path(sys.argv[1]), Path(sys.argv[2])) as server:
    print(server.port, flush=True)
    server.run()
"""

WRK = """
local paths = {%s}
local pause = tonumber(os.getenv("PAUSE"))
at = 0
local seed = tonumber(os.getenv("SEED"))
function setup(thread)
  seed = seed + 7919
  thread:set("at", seed)
end
function request()
  at = at + 1
  return wrk.format("GET", paths[at %% #paths + 1])
end
if pause > 0 then
  function delay() return math.random(0, 2 * pause) end
end
function done(summary, latency, requests)
  local e = summary.errors
  print(string.format("FOUND %%d %%d %%d %%f %%f %%f", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
"""


@dataclass(frozen=True)
class Found:
    """What wrk saw: requests, requests a second, errors, and milliseconds."""

    requests: int
    rate: float
    errors: int
    p50: float
    p95: float
    p99: float


def addresses(site: Path, articles: int, count: int) -> list[str]:
    """Targets as readers mix them: six pages of articles to two listings, two searches, an asset and an old address."""
    dice = random.Random(11)
    pages = sorted(p.relative_to(site).as_posix() for p in (site / "articles").rglob("*.html"))
    lists = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html") if p.parts[-2] in ("tags", "authors", "sections", "today"))  # fmt: skip
    texts = [d.text for d in documents(200)]
    found = []
    for _ in range(count):
        text = dice.choice(texts)
        start = dice.randrange(len(text) - 6)
        words = re.sub(r"\W", "", text[start : start + dice.randint(2, 4)]) or "香港"
        asked = "".join(f"%{byte:02X}" for byte in words.encode())
        found += [f"/{dice.choice(pages)}" for _ in range(6)] + [f"/{dice.choice(lists)}" for _ in range(2)]
        found += [f"/search.html?q={asked}", f"/api/search?q={asked}&limit=20", "/assets/site.css"]
        found.append(f"/old/find?url=https://www.mist.example/article/{dice.randint(1, articles)}/slug")
    dice.shuffle(found)
    return found


def measure(url: str, script: Path, *, connections: int, seconds: int, pause: int) -> Found:
    """One run of wrk; ``pause`` is the mean of milliseconds before each request."""
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(script), url]
    made = subprocess.run(
        command, env={"PAUSE": str(pause), "SEED": str(seconds), "PATH": "/usr/bin:/usr/local/bin"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    line = re.search(r"FOUND (\d+) (\d+) (\d+) (\S+) (\S+) (\S+)", made.stdout)
    if not line:
        raise SystemExit(f"wrk said nothing that is understood:\n{made.stdout}{made.stderr}")
    count, took = int(line[1]), int(line[2]) / 1e6
    return Found(count, count / took, int(line[3]), float(line[4]), float(line[5]), float(line[6]))


def memory(process: int) -> float:
    """Megabytes of its own that a process holds now (Linux); files mapped into it are the system's to drop."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(r"RssAnon:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--requests", type=int, default=REQUESTS)
    parser.add_argument("--keep", type=Path, help="a folder to make the paper in, and to find it again")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        print("skipped: wrk is not installed, so nothing was measured")
        return 0
    from backissue import search
    from backissue.archive.archive import Archive
    from backissue.publish.site import Settings, build

    where = options.keep or Path(tempfile.mkdtemp(prefix="backissue-serve-"))
    paper, site = where / "paper", where / "site"
    if not paper.exists():
        make(paper, where / "unused", options.articles)
        shutil.rmtree(where / "unused")
    build(paper, site, outlet=OUTLET, settings=Settings(search=False))
    search.ready(Archive(paper), paper / "work" / "index")
    script = where / "mixed.lua"
    script.write_text(
        WRK % ",".join(json.dumps(path) for path in addresses(site, options.articles, 400)), encoding="utf-8"
    )
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(paper), str(site)], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        asked = errors = 0
        held: list[tuple[int, float]] = []  # memory, and after how many requests
        while asked < options.requests // 10:  # what is loaded once, and what is kept ready
            warm = measure(url, script, connections=options.connections, seconds=5, pause=0)
            errors, asked = errors + warm.errors, asked + warm.requests
        held.append((asked, memory(server.pid)))
        full = measure(url, script, connections=options.connections, seconds=10, pause=0)
        pause = max(1, round(1000 * options.connections / (full.rate / 2) - full.p50 / 2))
        half = measure(url, script, connections=options.connections, seconds=20, pause=pause)
        errors, asked = errors + full.errors + half.errors, asked + full.requests + half.requests
        held.append((asked, memory(server.pid)))
        while asked < options.requests:
            more = measure(url, script, connections=options.connections, seconds=15, pause=0)
            errors, asked = errors + more.errors, asked + more.requests
            held.append((asked, memory(server.pid)))
    finally:
        server.terminate()
        server.wait()
    print(f"highest rate {full.rate:7.0f} a second, p50 {full.p50:6.1f} p95 {full.p95:6.1f} p99 {full.p99:6.1f} ms")
    print(f"at {half.rate / full.rate:.2f} of it {half.rate:7.0f} a second, p50 {half.p50:6.1f} p95 {half.p95:6.1f} p99 {half.p99:6.1f} ms (p95 at most {P95_MS:.0f})")  # fmt: skip
    print(f"errors {errors} of {asked:,} requests (0)")
    begun, ended = held[0][1], held[-1][1]
    print("memory " + ", ".join(f"{mb:.1f} MB after {n:,}" for n, mb in held))
    print(f"memory at the end {ended / begun:.3f} of that after the first tenth (at most {GROWTH})")
    good = half.p95 <= P95_MS and not errors and ended <= begun * GROWTH and half.rate >= 0.4 * full.rate
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
