"""list against servers that time out, listings that were lost in part, and listings that are asked for again."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.captures.front import Clock, Front, Held, paper
from tests.captures.test_fetching import client_for, gather, listed

from backissue import captures
from backissue.model import BrokenWorld, Capture, Finding


def lines_of(folder: Path) -> Counter[tuple[str, str, str]]:
    return Counter((c.key, c.timestamp, c.url) for c in listed(folder))


def truth(front: Front) -> Counter[tuple[str, str, str]]:
    return Counter((r[0], r[1], r[2]) for r in front.rows)


def codes(told: list[object]) -> list[str]:
    return [thing.code for thing in told if isinstance(thing, Finding)]


def listing(front: Front, folder: Path, clock: Clock, **more: object) -> list[object]:
    client = client_for(front, folder, clock)
    try:
        source = captures.source_of(front.cdx)
        return list(captures.list_source(source, ["news.example"], folder, client, this_year=2023, **more))  # type: ignore[arg-type]
    finally:
        client.close()


def crowded(days: int = 90) -> list[Held]:
    start = datetime(2019, 1, 1, tzinfo=UTC)
    return [
        Held(f"https://news.example/{n}", f"{start + timedelta(hours=6 * n):%Y%m%d%H%M%S}", body=b"x")
        for n in range(4 * days)
    ]


def test_a_year_that_times_out_is_asked_for_by_months_and_a_month_by_days(tmp_path: Path) -> None:
    clock = Clock()
    with Front(crowded(), clock, widest=100) as front:  # a year has 360, a month up to 124, a day 4
        told = gather(front, tmp_path, clock)
        assert lines_of(tmp_path) == truth(front)
        asked = [path for _, kind, path, _ in front.log if kind == "listing"]
        assert any("from=201901&" in path for path in asked)
        assert any("from=20190101&" in path for path in asked)
        assert any("from=201902&" in path for path in asked)
        assert codes(told) == ["list.split"]
        assert next(t for t in told if isinstance(t, Finding)).evidence["windows"][0] == "2019"
        before = len(front.log)
        again = gather(front, tmp_path, clock)
        assert len(front.log) == before
        assert codes(again) == ["list.split"]
        assert [t.lines for t in again if isinstance(t, captures.Standing)] == [360]


def test_a_window_that_breaks_off_goes_on_in_parts_from_where_it_was(tmp_path: Path) -> None:
    clock = Clock()
    with Front(crowded(), clock) as front:
        real = front._listing

        def tiring(path: str) -> object:
            late = "resumeKey" in path and "from=2019&" in path
            return (504, "Gateway Time-out", [], b"late") if late else real(path)

        front._listing = tiring  # type: ignore[method-assign, assignment]
        told = gather(front, tmp_path, clock, limit=50)
        assert lines_of(tmp_path) == truth(front)
        assert codes(told) == ["list.split"]
        months = [path for _, _, path, _ in front.log if "from=201901&" in path]
        assert months
        assert all("resumeKey" in path for path in months)
        # What was listed once is not listed again, even where nothing is left of work/ but the listings.
        shutil.rmtree(tmp_path / "work")
        told = gather(front, tmp_path, clock, limit=50)
        assert lines_of(tmp_path) == truth(front)


def test_a_killed_split_listing_goes_on_where_it_was(tmp_path: Path) -> None:
    clock = Clock()
    with Front(crowded(), clock, widest=100) as front:
        client = client_for(front, tmp_path, clock)
        work = captures.list_source(captures.source_of(front.cdx), ["news.example"], tmp_path, client, this_year=2023)
        for event in work:
            if isinstance(event, captures.Listed) and event.name.endswith("-20190105"):
                break
        work.close()  # type: ignore[attr-defined]
        client.close()
        before = len(front.log)
        gather(front, tmp_path, clock)
        assert lines_of(tmp_path) == truth(front)
        later = [path for _, _, path, _ in front.log[before:]]
        assert not any(f"from={span}&to={span}&" in path for path in later for span in ("2018", "2019", "20190104"))


def test_an_archive_that_only_fails_is_broken_and_no_window_too_wide(tmp_path: Path) -> None:
    clock = Clock()
    with Front(crowded(2), clock) as front:
        real = front._listing
        front._listing = lambda path: (503, "Service Unavailable", [], b"down")  # type: ignore[method-assign]
        with pytest.raises(BrokenWorld, match="does not list: status 503"):
            gather(front, tmp_path, clock)
        assert len(front.log) < 40
        front._listing = real  # type: ignore[method-assign]
        before = len(front.log)
        assert codes(gather(front, tmp_path, clock)) == []
        assert not any("from=199601" in path for _, _, path, _ in front.log[before:])
        assert lines_of(tmp_path) == truth(front)


def test_a_day_that_never_answers_is_named_and_asked_for_by_the_next_run(tmp_path: Path) -> None:
    clock = Clock()
    with Front(crowded(), clock) as front:
        real = front._listing

        def blind(path: str) -> object:
            inside = any(f"from={span}&" in path for span in ("2019", "201902", "20190214"))
            return (504, "Gateway Time-out", [], b"late") if inside and "page" not in path else real(path)

        front._listing = blind  # type: ignore[method-assign, assignment]
        told = gather(front, tmp_path, clock)
        lost = [t for t in told if isinstance(t, Finding) and t.code == "list.unanswered"]
        assert [t.evidence["window"] for t in lost] == ["20190214"]
        # The second witness, the paged listing, knows that day: nothing is lost in silence.
        assert "list.disagree" in codes(told)
        assert lines_of(tmp_path) == truth(front)
        front._listing = real  # type: ignore[method-assign]
        before = len(front.log)
        assert "list.unanswered" not in codes(gather(front, tmp_path, clock))
        assert any("from=20190214&" in path for _, _, path, _ in front.log[before:])


def test_a_second_witness_that_does_not_answer_is_told(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(60), clock) as front:
        real = front._listing
        front._listing = lambda path: (503, "No", [], b"") if "page=1" in path else real(path)  # type: ignore[method-assign]
        assert codes(gather(front, tmp_path, clock)) == ["list.unanswered"]
        front._listing = real  # type: ignore[method-assign]
        before = len(front.log)
        assert codes(gather(front, tmp_path, clock)) == []
        assert not any("page=0" in path for _, _, path, _ in front.log[before:])  # it goes on at the page it was at


def test_a_listing_asked_for_again_stands_beside_the_old_one(tmp_path: Path) -> None:
    clock = Clock()
    shots = paper(80)
    with Front(shots, clock) as front:
        gather(front, tmp_path, clock)
    old = {path.name: path.read_bytes() for path in captures.listings(tmp_path / "captures")}
    vanished, fresh = shots[0], Held("https://www.news.example/late", "20200202020202", body=b"<p>late</p>")
    clock.now += 40 * 86_400
    with Front([*shots[1:], fresh], clock, port=front.port) as front:
        before = len(front.log)
        (standing,) = [t for t in listing(front, tmp_path, clock) if isinstance(t, captures.Standing)]
        assert len(front.log) == before
        assert standing.lines == len(shots)
        assert standing.when is not None
        assert 39 <= (datetime.fromtimestamp(clock.now, UTC) - standing.when).days <= 40
        told = listing(front, tmp_path, clock, again=True)
        (found,) = [t for t in told if isinstance(t, Finding)]
        assert found.code == "list.disagree"
        assert found.evidence["only"] == {"the older listing": 1, "the new one": 1}
        assert vanished.stamp in found.evidence["examples"]["the older listing"][0]
        assert fresh.stamp in found.evidence["examples"]["the new one"][0]
        now = {path.name: path.read_bytes() for path in captures.listings(tmp_path / "captures")}
        assert {name: now[name] for name in old} == old
        named = {(c.key, c.timestamp) for c in listed(tmp_path)}
        assert named == {row.row()[:2] for row in (*shots, fresh)}
        # A plan knows each capture once, however often it was listed.
        offers = [c for p in captures.listings(tmp_path / "captures") for c in captures.read_offers(p)]
        for job in captures.make_plan(offers).jobs:
            assert len({(c.timestamp, c.key) for c in job.candidates}) == len(job.candidates)
        before = len(front.log)
        assert codes(listing(front, tmp_path, clock)) == ["list.disagree"]  # told again, asked nobody
        assert len(front.log) == before


def test_asking_again_that_was_killed_goes_on_with_the_same_new_listing(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(80), clock) as front:
        gather(front, tmp_path, clock)
        client = client_for(front, tmp_path, clock)
        source = captures.source_of(front.cdx)
        work = captures.list_source(source, ["news.example"], tmp_path, client, this_year=2023, again=True)
        while not getattr(next(work), "name", "").endswith("2018.2"):
            pass
        work.close()  # type: ignore[attr-defined]
        client.close()
        before = len(front.log)
        listing(front, tmp_path, clock, again=True)
        assert not any("from=2017&" in path for _, _, path, _ in front.log[before:])
        names = {path.name.partition("-")[2] for path in captures.listings(tmp_path / "captures")}
        assert {"2017.cdxj.gz", "2017.2.cdxj.gz"} <= names
        assert not any(".3." in name for name in names)


def test_a_host_without_captures_beside_others_that_have_some_is_a_finding(tmp_path: Path) -> None:
    clock = Clock()
    with Front(paper(30), clock) as front:
        client = client_for(front, tmp_path, clock)
        source = captures.source_of(front.cdx)
        hosts = ["news.example", "m.news.example"]
        told = list(captures.list_source(source, hosts, tmp_path, client, this_year=2023))
        client.close()
    assert [(t.code, t.subject) for t in told if isinstance(t, Finding)] == [("list.empty", "m.news.example")]
    assert any(isinstance(c, Capture) for c in listed(tmp_path))
