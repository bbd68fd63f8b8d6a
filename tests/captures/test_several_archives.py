"""Several archives for one paper: each capture is asked of whoever listed it, and all compete."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.captures.crawl import Crawl, serving
from tests.captures.front import Clock, Front, Held
from tests.captures.test_fetching import client_for, held, judge
from tests.captures.warcs import articles

from backissue import captures
from backissue.model import BrokenWorld, Finding

FAREWELL = b"<p>farewell: we have closed</p>"


def shot(n: int, stamp: str, body: bytes, **more: object) -> Held:
    return Held(f"https://news.example/{n}", stamp, body=body, **more)  # type: ignore[arg-type]


@contextlib.contextmanager
def two(first: list[Held], second: list[Held]) -> Iterator[tuple[Front, Front, Clock]]:
    clock = Clock()
    with Front(first, clock) as one, Front(second, clock) as other:
        yield one, other, clock


def collect(fronts: tuple[Front, ...], folder: Path, clock: Clock) -> list[object]:
    told: list[object] = []
    lenders = []
    for front in fronts:
        client = client_for(front, folder, clock)
        source = captures.source_of(front.cdx)
        told += captures.list_source(source, ["news.example"], folder, client, this_year=2023)
        lenders.append(captures.Lender(source, client))
    paths = captures.listings(folder / "captures")
    order = [front.cdx for front in fronts]
    paths.sort(key=lambda path: order.index(captures.query_of(path)["source"]))
    plan = captures.make_plan(offer for path in paths for offer in captures.read_offers(path))
    told += captures.fetch(plan, folder, lenders, software="t", agent="t", judge=judge)
    for lender in lenders:
        lender.client.close()
    return told


def played(front: Front) -> list[str]:
    return [path for _, kind, path, _ in front.log if kind == "playback"]


def codes(told: list[object]) -> list[str]:
    return [thing.code for thing in told if isinstance(thing, Finding)]


def test_each_capture_is_asked_of_the_archive_that_listed_it(tmp_path: Path) -> None:
    ours = [shot(n, "20200101000000", b"<p>one %d</p>" % n) for n in range(6)]
    theirs = [shot(n, "20190101000000", b"<p>two %d</p>" % n) for n in range(6, 12)]
    with two(ours, theirs) as (one, other, clock):
        assert codes(collect((one, other), tmp_path, clock)) == []
        assert {path[:18] for path in played(one)} == {"/web/2020010100000"}
        assert {path[:18] for path in played(other)} == {"/web/2019010100000"}
        lines, bodies = held(tmp_path)
        assert sorted(bodies[c.ref] for c in lines) == sorted(h.body for h in (*ours, *theirs))
        before = len(one.log) + len(other.log)
        collect((one, other), tmp_path, clock)
        assert len(one.log) + len(other.log) == before


def test_the_candidates_of_both_compete_and_the_next_is_the_others(tmp_path: Path) -> None:
    ours = [shot(1, "20210101000000", FAREWELL), shot(2, "20210101000000", b"<p>mine</p>", vanished=True)]
    theirs = [shot(1, "20180101000000", b"<p>theirs 1</p>"), shot(2, "20180101000000", b"<p>theirs 2</p>")]
    with two(ours, theirs) as (one, other, clock):
        told = collect((one, other), tmp_path, clock)
        assert set(codes(told)) == {"fetch.not-there"}
        lines, bodies = held(tmp_path)
        assert {bodies[c.ref] for c in lines} == {FAREWELL, b"<p>theirs 1</p>", b"<p>theirs 2</p>"}
        assert len(played(other)) == 2


def test_a_capture_that_both_hold_is_had_once_and_from_the_other_where_the_first_lost_it(tmp_path: Path) -> None:
    both = [shot(n, "20200101000000", b"<p>same %d</p>" % n) for n in range(4)]
    lost = [*both[:3], shot(3, "20200101000000", b"<p>same 3</p>", vanished=True)]
    with two(lost, both) as (one, other, clock):
        collect((one, other), tmp_path, clock)
        assert len(played(one)) == 4
        assert [path.rpartition("/")[2] for path in played(other)] == ["3"]
        lines, _ = held(tmp_path)
        assert Counter((c.key, c.timestamp) for c in lines) == Counter(
            (f"example,news)/{n}", "20200101000000") for n in range(4)
        )


def test_an_archive_that_fails_in_the_middle_does_not_keep_us_from_the_other(tmp_path: Path) -> None:
    ours = [shot(n, "20200101000000", b"<p>one %d</p>" % n) for n in range(5)]
    theirs = [shot(n, "20190101000000", b"<p>two %d</p>" % n) for n in range(4)]
    with two(ours, theirs) as (one, other, clock):
        clients = {front: client_for(front, tmp_path, clock) for front in (one, other)}
        sources = {front: captures.source_of(front.cdx) for front in (one, other)}
        for front in (one, other):
            list(captures.list_source(sources[front], ["news.example"], tmp_path, clients[front], this_year=2023))
        paths = captures.listings(tmp_path / "captures")
        plan = captures.make_plan(offer for path in paths for offer in captures.read_offers(path))
        lenders = [captures.Lender(sources[front], clients[front]) for front in (one, other)]

        def dead(*_: object, **__: object) -> None:
            raise BrokenWorld("the archive refuses every connection")

        clients[one].ask = dead  # type: ignore[method-assign, assignment]
        told = list(captures.fetch(plan, tmp_path, lenders, software="t", agent="t", judge=judge))
        assert codes(told).count("fetch.lost-archive") == 1
        assert [f.subject for f in told if isinstance(f, Finding) and f.code == "fetch.failed"] == ["example,news)/4"]
        _, bodies = held(tmp_path)
        assert sorted(bodies.values()) == [b"<p>two %d</p>" % n for n in range(4)]
        clients[other].ask = dead  # type: ignore[method-assign, assignment]
        more = captures.Plan((captures.Job("x", "article", plan.jobs[0].candidates[:1]), *plan.jobs))
        with pytest.raises(BrokenWorld):
            list(captures.fetch(more, tmp_path, lenders[:1], software="t", agent="t"))
        for client in clients.values():
            client.close()


def test_a_common_crawl_beside_a_wayback_lends_what_the_other_never_had(tmp_path: Path) -> None:
    made = articles(3)
    clock = Clock()
    ours = [Held(made[0].url, "20220101000000", body=b"<p>later</p>")]
    with Front(ours, clock) as front, serving(Crawl(made)) as crawl:
        wayback, common = captures.source_of(front.cdx), captures.source_of(crawl.index)
        asking = client_for(front, tmp_path, clock)
        index = captures.Client(crawl.base, asking.manners, agent="t")
        list(captures.list_source(wayback, ["news.example"], tmp_path, asking, this_year=2023))
        list(captures.list_source(common, ["news.example"], tmp_path, index, this_year=2023))
        paths = captures.listings(tmp_path / "captures")
        plan = captures.make_plan(offer for path in paths for offer in captures.read_offers(path))
        lenders = [captures.Lender(wayback, asking), captures.Lender(common, index, index)]
        list(captures.fetch(plan, tmp_path, lenders, software="t", agent="t"))
        lines, bodies = held(tmp_path)
        assert {bodies[c.ref] for c in lines} == {b"<p>later</p>", made[1].body, made[2].body}
        groups = {"wayback": [p for p in paths if captures.query_of(p)["source"] == front.cdx]}
        groups["common"] = [p for p in paths if p not in groups["wayback"]]
        found = captures.differ(groups, "news.example", captures.by_page, noun="pages")
        assert found is not None
        assert found.evidence["only"] == {"wayback": 0, "common": 2}
        assert "2 pages only common knows" in found.sentence
        asking.close()
        index.close()


def test_what_a_plan_still_misses_is_known_without_asking_or_writing(tmp_path: Path) -> None:
    ours = [shot(n, "20200101000000", b"<p>one %d</p>" % n) for n in range(6)]
    with two(ours, []) as (one, _, clock):
        collect((one,), tmp_path, clock)
        paths = captures.listings(tmp_path / "captures")
        plan = captures.make_plan(offer for path in paths for offer in captures.read_offers(path))
        before = sorted((p, p.stat().st_mtime_ns) for p in tmp_path.rglob("*") if p.is_file())
        assert plan.requests == 6
        assert captures.missing(plan, tmp_path).requests == 0
        assert captures.missing(plan, tmp_path / "empty").requests == 6
        assert sorted((p, p.stat().st_mtime_ns) for p in tmp_path.rglob("*") if p.is_file()) == before
