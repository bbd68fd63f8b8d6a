"""Fetching one by one against curl with one kept connection, for the same captures of a real pywb on loopback.

The floor: at most 1.3 times curl's time, the best of several turns each, taken
alternately. pywb is installed into an environment of its own (half a minute,
once). Nothing but loopback is talked to.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import urllib3

from backissue import captures, demo
from backissue.captures import Damage, walk
from backissue.captures.client import ENCODINGS

sys.path.insert(0, str(Path(__file__).parents[1]))

TURNS = 5
FLOOR = 1.3
ARTICLES = 40


def client_for(base: str, folder: Path) -> captures.Client:
    rates = {"listing": 1000.0, "playback": 1000.0}
    manners = captures.Manners(folder / "manners.json", time.time, time.sleep, rates=rates, ramp=False)
    return captures.Client(base, manners, agent="backissue/benchmark")


def readable(path: Path) -> bool:
    """Whether pywb can read the file: it knows no zstd and no WACZ, and dies on damage."""
    known = path.name.endswith((".warc.gz", ".warc", ".arc.gz", ".arc"))
    return known and not any(isinstance(thing, Damage) for thing in walk(path))


def wanted(base: str, folder: Path) -> list[tuple[captures.Offer, str]]:
    """Whole captures that the server plays back, with their addresses."""
    source = captures.source_of(f"{base}/web/cdx")
    client = client_for(base, folder)
    list(captures.list_source(source, [demo.PAPER.host], folder, client, this_year=2026))
    client.close()
    offers = [offer for path in captures.listings(folder / "captures") for offer in captures.read_offers(path)]
    whole = []
    pool = urllib3.PoolManager(timeout=3, retries=False)
    for offer in offers:
        if offer.status == 200 and offer.mimetype == "text/html":
            address = source.address(offer.timestamp, offer.url)
            with contextlib.suppress(urllib3.exceptions.HTTPError):  # captures cut short keep any client waiting
                if pool.request("GET", address, redirect=False).status == 200:
                    whole.append((offer, address))
    pool.clear()
    return whole[:150]


def measure(base: str, folder: Path) -> float:
    """Prints the times; returns the ratio of the best ones."""
    whole = wanted(base, folder / "listed")
    config = folder / "urls"
    config.write_text("".join(f'url = "{address}"\noutput = "/dev/null"\n' for _, address in whole))
    command = ["curl", "-s", "-H", f"Accept-Encoding: {ENCODINGS}", "-K", str(config)]
    jobs = tuple(captures.Job(f"{offer.key} {offer.timestamp}", "article", (offer,)) for offer, _ in whole)
    curl, ours = [], []
    for turn in range(TURNS):
        began = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        curl.append(time.monotonic() - began)
        paper = folder / str(turn)
        client = client_for(base, paper)
        lender = captures.Lender(captures.source_of(f"{base}/web/cdx"), client)
        began = time.monotonic()
        told = list(captures.fetch(captures.Plan(jobs), paper, [lender], software="benchmark", agent="benchmark"))
        ours.append(time.monotonic() - began)
        client.close()
        held = sum(isinstance(t, captures.Fetched) and t.outcome == "held" for t in told)
        assert held == len(whole), f"{held} of {len(whole)}"
    ratios = sorted(o / c for o, c in zip(ours, curl, strict=True))
    print(f"{len(whole)} captures, {TURNS} turns: curl {min(curl):.2f} s, ours {min(ours):.2f} s at best")
    print(
        f"{min(ours) / min(curl):.2f} times curl (at most {FLOOR}); by turns: {', '.join(f'{r:.2f}' for r in ratios)}"
    )
    return min(ours) / min(curl)


def main() -> bool:
    """True if the floor holds."""
    if not shutil.which("curl"):
        print("skipped: there is no curl on this machine")
        return True
    from tests.pywb.programs import pywb_programs, serving

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        demo.make(folder / "demo", articles=ARTICLES, seed=3)
        warcs = [path for path in sorted((folder / "demo" / "warcs").iterdir()) if readable(path)]
        with serving(pywb_programs(), folder / "pywb", warcs) as base:
            return measure(base, folder) <= FLOOR


if __name__ == "__main__":
    sys.exit(not main())
