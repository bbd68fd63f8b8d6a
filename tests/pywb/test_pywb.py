"""The demo paper rescued through pywb, in pywb's own dialect, and what we write accepted by pywb and warcio."""

from __future__ import annotations

import os
import subprocess
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3

from backissue import captures, demo, urls
from backissue.captures import Damage, walk
from backissue.model import Capture, Finding

ARTICLES = 60 if os.environ.get("TORTURE") else 25


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "paper"
    demo.make(folder, articles=ARTICLES, seed=3)
    return folder


@pytest.fixture(scope="module")
def warcs(made: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The demo's files that pywb can read (it knows no zstd and no WACZ)."""
    return [
        p
        for p in sorted((made / "warcs").iterdir())
        if p.name.endswith((".warc.gz", ".warc", ".arc.gz", ".arc")) and readable(p)
    ]


def readable(path: Path) -> bool:
    return not any(isinstance(thing, Damage) for thing in walk(path))


def truth(warcs: list[Path], folder: Path) -> dict[tuple[str, str], list[bytes]]:
    """Payloads as stored, by key and time."""
    lines = []
    for path in warcs:
        name = captures.bring(path, folder)
        lines += [c for c in captures.index(folder, name) if isinstance(c, Capture)]
    held: dict[tuple[str, str], list[bytes]] = {}
    for capture in captures.resolve(lines, folder / "scratch.db"):
        if capture.payload:
            held.setdefault((capture.key, capture.timestamp), []).append(captures.open_capture(folder, capture).body)
    return held


def client_for(base: str, folder: Path) -> captures.Client:
    import time

    manners = captures.Manners(
        folder / "manners.json", time.time, time.sleep, rates={"listing": 1000.0, "playback": 1000.0}, ramp=False
    )
    return captures.Client(base, manners, agent="backissue/test")


def listed(folder: Path) -> Iterator[Capture]:
    for path in captures.listings(folder / "captures"):
        yield from captures.read_listing(path)


@pytest.fixture(scope="module")
def rescued(
    pywb: Callable[..., object], warcs: list[Path], made: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[object]]:
    folder = tmp_path_factory.mktemp("rescued")
    hosts = sorted(
        {urls.host(c.url) for p in warcs for c in captures.index(p.parent, p.name) if isinstance(c, Capture)}
    )
    told: list[object] = []
    with pywb(folder / "pywb", warcs) as base:  # type: ignore[attr-defined]
        source = captures.source_of(f"{base}/web/cdx")
        client = client_for(base, folder)
        told += captures.list_source(source, hosts, folder / "paper", client, this_year=2026)
        jobs = tuple(
            captures.Job(f"{c.key} {c.timestamp}", "article", (c,))
            for c in listed(folder / "paper")
            if (c.status or 200) < 500
        )
        told += captures.fetch(
            captures.Plan(jobs), folder / "paper", source, client, software="backissue/test", agent="backissue/test"
        )
        client.close()
    return folder / "paper", told


def test_every_capture_of_the_demo_paper_comes_back_with_its_original_bytes(
    rescued: tuple[Path, list[object]], warcs: list[Path], tmp_path: Path
) -> None:
    folder, told = rescued
    wanted = truth(warcs, tmp_path)
    lines = [
        thing
        for path in sorted((folder / "captures").glob("*.warc.gz"))
        for thing in captures.index(folder / "captures", path.name)
    ]
    assert [f for f in lines if isinstance(f, Finding)] == []
    got: dict[tuple[str, str], bytes] = {}
    for capture in captures.resolve((c for c in lines if isinstance(c, Capture)), folder / "work" / "scratch.db"):
        got[capture.key, capture.timestamp] = captures.open_capture(folder / "captures", capture).body
    there = {(c.key, c.timestamp) for c in listed(folder)}
    assert len(there) > ARTICLES
    missing = sorted(name for name in there if name not in got)
    told_of = {f.subject for f in told if isinstance(f, Finding)}
    assert [m for m in missing if f"{m[1]} {m[0]}" not in told_of] == []
    assert len(missing) <= len(there) // 20
    wrong = [name for name, body in got.items() if name in wanted and body not in wanted[name]]
    assert wrong == []
    assert len(set(got) & set(wanted)) >= 0.9 * len(there)


def test_warcio_finds_nothing_wrong_with_what_we_write(rescued: tuple[Path, list[object]], pywb_programs: Path) -> None:
    files = sorted((rescued[0] / "captures").glob("*.warc.gz"))
    assert files
    program = pywb_programs / "warcio"  # its own brotli: warcio dies on today's
    done = subprocess.run([str(program), "check", "-v", *map(str, files)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    assert "digest failed" not in done.stdout


def test_pywb_replays_what_we_write_byte_for_byte(
    rescued: tuple[Path, list[object]], pywb: Callable[..., object], tmp_path: Path
) -> None:
    folder, _ = rescued
    files = sorted((folder / "captures").glob("*.warc.gz"))
    lines = [c for p in files for c in captures.index(folder / "captures", p.name) if isinstance(c, Capture)]
    checked = 0
    with pywb(tmp_path / "again", files) as base:  # type: ignore[attr-defined]
        pool = urllib3.PoolManager()
        for capture in captures.resolve(lines, tmp_path / "scratch.db"):
            if capture.status != 200:
                continue
            address = f"{base}/web/{capture.timestamp}id_/{urllib.parse.quote(capture.url, safe=':/?&=%#~!$()*+,;@[]')}"
            answer = pool.request("GET", address, redirect=False, decode_content=False)
            assert answer.status == 200, address
            payload = captures.open_capture(folder / "captures", capture)
            assert answer.data in (payload.raw, payload.body), address
            checked += 1
        pool.clear()
    assert checked > ARTICLES
