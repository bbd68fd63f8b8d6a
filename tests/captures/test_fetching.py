"""list and fetch against a Wayback-dialect front: polite, complete, resumable, and honest about what was served."""

from __future__ import annotations

import gzip
import json
import os
import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from tests.captures.front import OUTAGE, USUAL, Clock, Faults, Front, Held, RealClock, paper, recorded

from backissue import captures, urls
from backissue.captures import Found, walk
from backissue.captures import client as asking
from backissue.model import BadInstruction, BrokenWorld, Capture, Finding, PageKind, Verdict


def judge(body: bytes, capture: Capture) -> Verdict:
    return Verdict(PageKind.FAREWELL if b"farewell" in body else PageKind.ARTICLE)


def client_for(front: Front, folder: Path, clock: Clock | RealClock, **more: object) -> captures.Client:
    manners = captures.Manners(folder / "work" / "manners.json", clock.time, clock.sleep)
    return captures.Client(front.base, manners, agent="backissue/test (+desk@news.example)", **more)  # type: ignore[arg-type]


def listed(folder: Path) -> Iterator[Capture]:
    for path in captures.listings(folder / "captures"):
        yield from captures.read_listing(path)


def held(folder: Path) -> tuple[list[Capture], dict[str, bytes]]:
    """Every capture in the WARC files, and the bodies by ref; the files must be sound."""
    lines = []
    for path in sorted((folder / "captures").glob("*.warc.gz")):
        for thing in captures.index(folder / "captures", path.name):
            assert isinstance(thing, Capture), thing
            lines.append(thing)
    lines = list(captures.resolve(lines, folder / "work" / "scratch.db"))
    bodies = {}
    for capture in lines:
        payload = captures.open_capture(folder / "captures", capture)
        assert not payload.truncated
        assert [f for f in payload.findings if f.code == "capture.digest"] == []
        bodies[capture.ref] = payload.body
    return lines, bodies


def gather(front: Front, folder: Path, clock: Clock | RealClock, limit: int = 700) -> list[object]:
    client = client_for(front, folder, clock)
    try:
        source = captures.source_of(front.cdx)
        return list(captures.list_source(source, ["news.example"], folder, client, this_year=2023, limit=limit))
    finally:
        client.close()


def run(front: Front, folder: Path, clock: Clock | RealClock, **more: object) -> list[object]:
    client = client_for(front, folder, clock)
    try:
        plan = captures.make_plan(listed(folder), hosts=["news.example"])
        work = captures.fetch(
            plan,
            folder,
            [captures.Lender(captures.source_of(front.cdx), client)],
            software="backissue/test",
            agent="backissue/test",
            judge=judge,
            **more,
        )  # type: ignore[arg-type]
        return list(work)
    finally:
        client.close()


def assert_polite(front: Front, listing: float = 0.4, playback: float = 8.0) -> None:
    for kind, rate in (("listing", listing), ("playback", playback)):
        times = [t for t, k, _, _ in front.log if k == kind]
        assert all(later - earlier >= 1 / rate - 1e-6 for earlier, later in pairwise(times)), kind


def recoverable(front: Front) -> set[str]:
    return {
        urls.key(c.url)
        for c in front.captures
        if c.status == 200 and not c.vanished and not c.revisit and b"farewell" not in c.body
    }


def assert_rescued(front: Front, folder: Path) -> None:
    """Every recoverable article held, no error page stored, nothing twice, every time the one that was served."""
    lines, bodies = held(folder)
    good = {c.key for c in lines if c.status == 200 and b"farewell" not in bodies[c.ref]}
    assert recoverable(front) <= good
    assert all(OUTAGE not in body and b"<h1>503 Service</h1>" not in body for body in bodies.values())
    names = Counter((c.key, c.timestamp) for c in lines)
    assert max(names.values()) == 1
    truth = {(urls.key(c.url), c.stamp): c for c in front.captures}
    for capture in lines:  # what is stored under a time is what the archive has of that time, to the byte
        there = truth[capture.key, capture.timestamp]
        assert not there.vanished
        assert capture.digest == there.row()[5]
        assert capture.status == (200 if there.revisit else there.status)
    assert_provenance(front, folder)


def assert_provenance(front: Front, folder: Path) -> None:
    """The time, the address and the digest of every record are those of an answer that the front gave."""
    given = {path for _, kind, path, done in front.log if kind == "playback" and not done.isalpha()}
    told = 0
    for path in (folder / "captures").glob("*.warc.gz"):
        answer: Found | None = None
        for thing in walk(path):
            assert isinstance(thing, Found)
            if thing.type in ("response", "revisit"):
                answer = thing
            elif thing.type == "metadata":
                assert answer is not None
                assert answer.when is not None
                place = thing.place
                with path.open("rb") as file:
                    file.seek(place.offset)
                    text = gzip.decompress(file.read(place.length)).decode()
                said = dict(line.split(": ", 1) for line in text.split("\r\n\r\n", 1)[1].splitlines() if ": " in line)
                assert said["served"] == f"{answer.when:%Y%m%d%H%M%S}"
                assert said["via"] == f"{front.base}/web/{said['served']}id_/{answer.uri}"
                assert said["via"].removeprefix(front.base) in given
                assert f"/web/{said['asked']}id_/{answer.uri}" in {p for _, _, p, _ in front.log}
                told += 1
    assert told == sum(1 for _ in held(folder)[0])


def asked_for_good(front: Front) -> Counter[str]:
    """Playback addresses that were answered whole."""
    return Counter(path for _, kind, path, done in front.log if kind == "playback" and done in ("200", "301", "404"))


def test_every_recorded_listing_is_answered_as_the_real_one_did(data: Path, tmp_path: Path) -> None:
    proven = 0
    for path in sorted((data / "wayback_exchanges").glob("test_search*.yaml")):
        exchanges = [e for e in recorded(path) if "/cdx/" in e[0]]
        if any(status != 200 for _, status, _, _ in exchanges):
            continue
        counts: Counter[tuple[str, ...]] = Counter()
        order: dict[tuple[str, ...], int] = {}
        for _, _, _, body in exchanges:
            rows = [tuple(line.split(" ")) for line in body.decode().splitlines() if line.count(" ") == 6]
            for row, count in Counter(rows).items():
                counts[row] = max(counts[row], count)
            for row in rows:
                order.setdefault(row, len(order))
        front = Front([], Clock())
        front.rows = sorted((row for row in order for _ in range(counts[row])), key=lambda r: (r[:2], order[r]))
        front.names = [f"{r[0]} {r[1]}" for r in front.rows]
        for address, _, _, body in exchanges:
            status, _, _, answer = front._listing(address.partition("web.archive.org")[2])
            assert status == 200
            assert answer.decode().splitlines() == body.decode().splitlines(), address
            proven += 1
    assert proven >= 20


def test_every_recorded_playback_is_answered_as_the_real_one_did(data: Path) -> None:
    proven = 0
    for path in sorted((data / "wayback_exchanges").glob("test_get_memento*.yaml")):
        exchanges = [
            e for e in recorded(path) if "id_/" in e[0] and not (e[1] == 200 and "memento-datetime" not in e[2])
        ]
        held = []
        for address, status, headers, body in exchanges:
            if "memento-datetime" in headers:
                location = urls.original(headers.get("location", "")) if 300 <= status < 400 else ""
                said = (("Location", location),) if location else ()
                stamp = urls.timestamp_of(address) or ""
                held.append(Held(urls.original(address), stamp, status, headers.get("content-type", ""), body, said))
        for _, _, headers, _ in exchanges:
            found = headers.get("location", "")
            if "x-archive-redirect-reason" in headers and not any(c.stamp == urls.timestamp_of(found) for c in held):
                held.append(Held(urls.original(found), urls.timestamp_of(found) or ""))
        front = Front(held, Clock())
        for address, status, headers, body in exchanges:
            got, _, said, answer = front._playback(address.partition("web.archive.org")[2])
            pairs = {name.lower(): value for name, value in said}
            assert got == status, address
            for name in ("memento-datetime", "x-archive-redirect-reason"):
                assert pairs.get(name) == headers.get(name), address
            if "memento-datetime" in headers:
                assert answer == body
            proven += 1
    assert proven >= 25


def test_our_questions_get_every_line_of_the_recordings(data: Path, tmp_path: Path) -> None:
    rows = set()
    for address, status, _, body in recorded(data / "wayback_exchanges" / "test_search_multipage.yaml"):
        assert status == 200, address
        rows |= {tuple(line.split(" ")) for line in body.decode().splitlines() if line.count(" ") == 6}
    clock = Clock()
    with Front([], clock) as front:
        front.rows = sorted(rows)
        front.names = [f"{r[0]} {r[1]}" for r in front.rows]
        client = client_for(front, tmp_path, clock)
        things = list(
            captures.list_source(
                captures.source_of(front.cdx), ["http://cnn.com/"[7:-1]], tmp_path, client, this_year=2002, limit=25
            )
        )
        client.close()
    assert [t for t in things if isinstance(t, Finding)] == []
    assert {(c.timestamp, c.url, c.digest) for c in listed(tmp_path)} == {(r[1], r[2], r[5]) for r in rows}


def test_thousands_of_captures_through_every_fault(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(5000 if os.environ.get("TORTURE") else 1200), clock, USUAL) as front:
        told = gather(front, tmp_path, clock)
        assert {(c.key, c.timestamp) for c in listed(tmp_path)} == {(r[0], r[1]) for r in front.rows}
        assert not [t for t in told if isinstance(t, Finding) and t.code != "list.disagree"]
        told = run(front, tmp_path, clock)
        for _ in range(3):  # what failed every time is asked for again by the next run
            if not any(isinstance(t, Finding) and t.code == "fetch.failed" for t in told):
                break
            told = run(front, tmp_path, clock)
        assert_rescued(front, tmp_path)
        assert_polite(front)
        whole = asked_for_good(front)
        assert max(whole.values()) == 1
        before = len(front.log)
        run(front, tmp_path, clock)
        assert len(front.log) == before
    print(f"{before:,} requests in {clock.slept / 3600:.1f} virtual hours")


def test_a_hundred_captures_in_real_time(tmp_path: Path) -> None:
    """The same faults by the real clock; no refusals, and a Retry-After of a second."""
    clock = RealClock()
    faults = replace(USUAL, close_every=0, retry_after=1)
    with Front(paper(40, seed=2)[:100], clock, seed=3) as front:
        assert len(front.captures) == 100
        client = client_for(front, tmp_path, clock)
        client.manners.stumble = 0.2
        client.manners.rates = {"listing": 20.0, "playback": 25.0}
        client.manners.ramp = False
        source = captures.source_of(front.cdx)
        list(captures.list_source(source, ["news.example"], tmp_path, client, this_year=2022, limit=50))
        front.faults = faults  # listing through all of them is tried in virtual time: 27 windows would wait for minutes
        plan = captures.make_plan(listed(tmp_path))
        list(captures.fetch(plan, tmp_path, [captures.Lender(source, client)], software="t", agent="t", judge=judge))
        client.close()
        assert_rescued(front, tmp_path)
        assert max(asked_for_good(front).values()) == 1
        faulty = Counter(done for _, _, _, done in front.log if done.isalpha())
        assert {"cut", "busy", "overloaded", "reset"} <= set(faulty)
        for kind, rate in (("listing", 20.0), ("playback", 25.0)):
            # By the server's log: in no window more than the rate allows, and one, for what a real clock is late by.
            times = [t for t, k, _, _ in front.log if k == kind]
            for first in range(len(times)):
                within = sum(1 for t in times[first:] if t < times[first] + 1.0)
                assert within <= rate + 1


def test_what_is_held_is_not_asked_for_again_where_the_archive_sends_us_there(tmp_path: Path) -> None:
    clock = Clock()
    url = "https://news.example/a"
    shots = [
        Held(url, "20200301000000", body=b"<p>farewell</p>"),
        Held(url, "20200101000000", body=b"<p>first</p>", vanished=True),
    ]
    with Front(shots, clock) as front:
        gather(front, tmp_path, clock)
        told = run(front, tmp_path, clock)
        assert [t.outcome for t in told if isinstance(t, captures.Fetched)] == ["bad", "bad"]
        assert max(asked_for_good(front).values()) == 1
        assert len(held(tmp_path)[0]) == 1


def test_an_excluded_site_is_a_finding_and_an_empty_list_is_asked_for_twice(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(20), clock, excluded=frozenset({"news.example"})) as front:
        assert [t.code for t in gather(front, tmp_path, clock) if isinstance(t, Finding)] == ["list.excluded"]
    with Front([], clock) as front:
        with pytest.raises(BrokenWorld, match="lists nothing"):
            gather(front, tmp_path / "b", clock)
        assert len([1 for _, _, path, _ in front.log if "from=1996&to=2023" in path]) == 1


def test_a_window_that_was_empty_by_mistake_is_found_out(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(300), clock) as front:
        real, lied = front._listing, []

        def forgetful(path: str) -> object:
            if "from=2018" in path and not lied:
                lied.append(path)
                return 200, "OK", [], b""
            return real(path)

        front._listing = forgetful  # type: ignore[method-assign, assignment]
        gather(front, tmp_path, clock)
    assert lied
    assert {(c.key, c.timestamp) for c in listed(tmp_path)} == {(r[0], r[1]) for r in front.rows}


def test_the_time_that_was_served_is_what_is_kept(tmp_path: Path) -> None:
    clock = Clock()
    url = "https://news.example/a"
    shots = [
        Held(url, "20200101000000", body=b"<p>first</p>", vanished=True),
        Held(url, "20200301000000", body=b"<p>second</p>"),
    ]
    with Front(shots, clock) as front:
        gather(front, tmp_path, clock)
        plan = captures.make_plan(c for c in listed(tmp_path) if c.timestamp == "20200101000000")
        client = client_for(front, tmp_path, clock)
        things = list(
            captures.fetch(
                plan, tmp_path, [captures.Lender(captures.source_of(front.cdx), client)], software="t", agent="t"
            )
        )
        client.close()
        assert [t.code for t in things if isinstance(t, Finding)] == ["fetch.served"]
        lines, bodies = held(tmp_path)
        assert [(c.timestamp, bodies[c.ref]) for c in lines] == [("20200301000000", b"<p>second</p>")]
        run(front, tmp_path, clock)
        lines, _ = held(tmp_path)
        assert len(lines) == 1


def test_one_payload_is_stored_once(tmp_path: Path) -> None:
    clock = Clock()
    shots = [Held(f"https://news.example/{n}", f"2020010100000{n}", body=b"<p>same</p>" * 50) for n in range(3)]
    with Front(shots, clock) as front:
        gather(front, tmp_path, clock)
        run(front, tmp_path, clock)
    lines, bodies = held(tmp_path)
    assert Counter(c.revisit for c in lines) == {False: 1, True: 2}
    assert set(bodies.values()) == {b"<p>same</p>" * 50}


def test_an_archived_error_is_data_and_an_archives_error_is_not(tmp_path: Path) -> None:
    clock = Clock()
    shot = Held("https://news.example/a", "20200101000000", status=429, body=b"archived: slow down")
    with Front([shot], clock) as front:
        client = client_for(front, tmp_path, clock)
        job = captures.Job("a", "article", (Capture(shot.url, urls.key(shot.url), datetime(2020, 1, 1, tzinfo=UTC)),))
        list(
            captures.fetch(
                captures.Plan((job,)),
                tmp_path,
                [captures.Lender(captures.source_of(front.cdx), client)],
                software="t",
                agent="t",
            )
        )
        client.close()
        assert len(front.log) == 1
    lines, bodies = held(tmp_path)
    assert [(c.status, bodies[c.ref]) for c in lines] == [(429, b"archived: slow down")]


def test_told_to_keep_away_we_keep_away_even_after_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(5), clock, Faults(busy=1.0, retry_after=90)) as front:
        client = client_for(front, tmp_path, clock)
        with pytest.raises(asking.Exhausted):
            client.ask(f"{front.base}/web/20200101000000id_/https://news.example/", "playback")
        client.close()
        times = [t for t, *_ in front.log]
        gaps = [later - earlier for earlier, later in pairwise(times)]
        assert all(gap >= 89 for gap in gaps)
        assert gaps[1] >= 2 * 89
        until = json.loads((tmp_path / "work" / "manners.json").read_bytes())["until"]
        assert until > clock.now
        front.faults = Faults()
        client = client_for(front, tmp_path, clock)
        client.ask(f"{front.base}/web/20200101000000id_/https://www.news.example/article/1", "playback")
        client.close()
        assert front.log[-1][0] >= until


def test_refused_we_wait_five_minutes_then_an_hour_then_give_up(tmp_path: Path) -> None:
    clock = Clock()
    front = Front(paper(5), clock)
    with front:
        client = client_for(front, tmp_path, clock)
        client.ask(f"{front.base}/web/20200101000000id_/https://www.news.example/article/1", "playback")
    started = clock.now
    with pytest.raises(BrokenWorld, match="refuses every connection"):
        client.ask(f"{front.base}/web/20200101000000id_/https://www.news.example/article/2", "playback")
    client.close()
    assert 300 + 3 * 3600 <= clock.now - started < 300 + 3 * 3600 + 60


def test_the_pace_begins_at_one_a_second_and_rises_to_the_limit(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(300), clock) as front:
        gather(front, tmp_path, clock)
        run(front, tmp_path, clock)
        times = [t for t, kind, _, _ in front.log if kind == "playback"]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert gaps[0] >= 0.99
    assert min(gaps) == pytest.approx(0.125, abs=0.001)
    assert_polite(front)


def test_a_sample_spreads_over_all_the_years_and_the_rest_follows(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(800), clock) as front:
        gather(front, tmp_path, clock)
        plan = captures.make_plan(listed(tmp_path), hosts=["www.news.example"])
        part = plan.sample(50)
        assert part.kinds()["article"] == 50
        years = Counter(j.candidates[0].when.year for j in part.jobs if j.kind == "article")
        assert set(years) >= {2016, 2017, 2018, 2019, 2020}
        assert 0 < part.seconds(8.0) < plan.seconds(8.0)
        source = captures.source_of(front.cdx)
        for wanted in (part, plan):
            client = client_for(front, tmp_path, clock)
            list(
                captures.fetch(
                    wanted, tmp_path, [captures.Lender(source, client)], software="t", agent="t", judge=judge
                )
            )
            client.close()
        assert_rescued(front, tmp_path)
        assert max(asked_for_good(front).values()) == 1


def test_nothing_of_the_operator_is_stored(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(30), clock) as front:
        gather(front, tmp_path, clock)
        run(front, tmp_path, clock)
    stored = b"".join(gzip.decompress(p.read_bytes()) for p in (tmp_path / "captures").rglob("*.gz"))
    for secret in (str(tmp_path), str(Path.home()), socket.gethostname(), "desk@news.example"):
        assert len(secret) < 5 or secret.encode() not in stored, secret


def test_a_source_that_is_none_is_refused_early() -> None:
    with pytest.raises(BadInstruction, match="is no CDX server"):
        captures.source_of("https://news.example/")
    with pytest.raises(BadInstruction, match="no web address"):
        captures.source_of("ftp://news.example/web/cdx")
    with pytest.raises(BadInstruction, match="is no host"):
        captures.target_of("not a host")
    assert captures.source_of("http://127.0.0.1:8099/web/cdx").playback == "http://127.0.0.1:8099/web/"
    assert captures.source_of(captures.ARCHIVE).playback == "https://web.archive.org/web/"
    assert captures.target_of("https://www.news.example").url == "news.example"
    assert captures.target_of("https://news.example/a/").kind == "prefix"
    assert captures.target_of("https://news.example/a").kind == "exact"


def test_no_rate_that_is_asked_for_passes_the_archives_own_limits(tmp_path: Path) -> None:
    manners = captures.Manners(
        tmp_path / "m.json", Clock().time, Clock().sleep, rates={"listing": 100.0, "playback": 100.0}
    )
    captures.Client(captures.ARCHIVE, manners, agent="t").close()
    assert manners.rates == {"listing": 0.5, "playback": 10.0}


def test_what_a_dead_run_left_open_can_be_settled_without_asking_anybody(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(40), clock) as front:
        gather(front, tmp_path, clock)
        client = client_for(front, tmp_path, clock)
        plan = captures.make_plan(listed(tmp_path), hosts=["news.example"])
        work = captures.fetch(
            plan,
            tmp_path,
            [captures.Lender(captures.source_of(front.cdx), client)],
            software="t",
            agent="t",
            judge=judge,
        )
        kept = [t for _, t in zip(range(10), work, strict=False) if isinstance(t, captures.Fetched) and t.kept]
        work.close()  # type: ignore[attr-defined]
        client.close()
    assert list((tmp_path / "captures").glob("*.warc.gz")) == []
    with (tmp_path / "captures" / "fetching.warc.gz.open").open("ab") as left:
        left.write(b"\x1f\x8b\x08half a member")
    name = captures.settle(tmp_path / "captures")
    assert name
    assert captures.settle(tmp_path / "captures") is None
    lines, _ = held(tmp_path)
    assert len(lines) == len(kept) > 0
