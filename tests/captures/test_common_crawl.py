"""Common Crawl: listed page by page, fetched by byte ranges of its files, and proven like every other capture."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from tests.captures.crawl import FILE, Crawl, serving
from tests.captures.front import Clock
from tests.captures.test_fetching import held
from tests.captures.warcs import Made, articles, sha1

from backissue import captures
from backissue.captures import Found, walk
from backissue.model import Capture, Finding


def manners(folder: Path, name: str, clock: Clock) -> captures.Manners:
    return captures.Manners(folder / "work" / f"{name}.json", clock.time, clock.sleep)


def collect(crawl: Crawl, folder: Path, hosts: tuple[str, ...] = ("news.example",)) -> tuple[list[object], Clock]:
    clock = Clock()
    source = captures.source_of(crawl.index)
    asking = captures.Client(crawl.base, manners(folder, "index", clock), agent="t")
    lending = captures.Client(source.records, manners(folder, "records", clock), agent="t")
    told: list[object] = list(captures.list_source(source, hosts, folder, asking, this_year=2023))
    offers = [c for p in captures.listings(folder / "captures") for c in captures.read_offers(p)]
    plan = captures.make_plan(offers)
    told += captures.fetch(plan, folder, [captures.Lender(source, asking, lending)], software="t", agent="t")
    asking.close()
    lending.close()
    return told, clock


def outcomes(told: list[object]) -> list[str]:
    return [t.outcome for t in told if isinstance(t, captures.Fetched)]


def test_every_page_of_the_index_is_listed_and_every_record_fetched_with_its_bytes(tmp_path: Path) -> None:
    made = articles(10)
    with serving(Crawl(made)) as crawl:
        told, _ = collect(crawl, tmp_path)
        assert [t for t in told if isinstance(t, Finding)] == []
        lines, bodies = held(tmp_path)
        assert {(c.url, c.timestamp): bodies[c.ref] for c in lines} == {
            (m.url, "".join(x for x in m.date if x.isdigit())): m.body for m in made
        }
        spans = [span for path, span in crawl.log if path == f"/{FILE}"]
        assert len(spans) == len(set(spans)) == 10
        assert all(span.startswith("bytes=") for span in spans)
        before = len(crawl.log)
        collect(crawl, tmp_path)
        assert len(crawl.log) == before  # nothing is asked for twice


def test_what_is_stored_says_where_it_came_from(tmp_path: Path) -> None:
    with serving(Crawl(articles(1))) as crawl:
        collect(crawl, tmp_path)
        (path,) = (tmp_path / "captures").glob("*.warc.gz")
        found = [thing for thing in walk(path) if isinstance(thing, Found)]
        assert [f.type for f in found] == ["warcinfo", "request", "response", "metadata"]
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        assert f"GET /{FILE} HTTP/1.1" in text
        assert "Range: bytes=" in text
        assert f"via: {crawl.base}/{FILE}" in text
        assert "range: bytes=" in text
        assert f"Backissue-Source: {crawl.index}" in text
        assert f"archive-src: {FILE.rpartition('/')[2]}" in text


def test_bytes_with_another_digest_are_told_and_a_record_of_another_page_is_not_taken(tmp_path: Path) -> None:
    good, changed, other = articles(3)
    crawl = Crawl([good, changed, other])
    crawl.lines()
    first = len(gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", mtime=0))
    length = len(gzip.compress(good.bytes(), mtime=0))
    crawl.lies[changed.url] = {"digest": sha1(b"what it was once")}
    crawl.lies[other.url] = {"offset": str(first), "length": str(length)}  # where the good one lies
    with serving(crawl):
        told, _ = collect(crawl, tmp_path)
    codes = sorted(t.code for t in told if isinstance(t, Finding))
    assert codes == ["fetch.digest", "fetch.gone", "fetch.not-there"]
    lines, bodies = held(tmp_path)
    assert {c.url: bodies[c.ref] for c in lines} == {good.url: good.body, changed.url: changed.body}


@pytest.mark.parametrize(("status", "body"), [(503, b"<Code>SlowDown</Code>"), (403, b"<Code>AccessDenied</Code>")])
def test_a_data_host_that_has_enough_is_left_alone_for_a_while_and_nothing_follows_from_it(
    tmp_path: Path, status: int, body: bytes
) -> None:
    with serving(Crawl(articles(2), answers=[(status, body)] * 3)) as crawl:
        told, clock = collect(crawl, tmp_path)
        assert outcomes(told) == ["held", "held"]
        assert clock.slept >= 1 + 2 + 4  # ever longer


def test_a_host_that_serves_no_ranges_is_not_read_to_the_end(tmp_path: Path) -> None:
    with serving(Crawl(articles(2, size=100_000), ignore_ranges=True)) as crawl:
        told, _ = collect(crawl, tmp_path)
        assert outcomes(told) == ["failed", "failed"]
        assert {t.code for t in told if isinstance(t, Finding)} == {"fetch.unanswered", "fetch.failed"}
    assert list((tmp_path / "captures").glob("*.warc.gz")) == []


def test_a_record_that_the_crawler_cut_short_stays_known_as_one(tmp_path: Path) -> None:
    cut = Made(fields={"WARC-Truncated": "length"}, body=b"<p>half a")
    with serving(Crawl([cut])) as crawl:
        told, _ = collect(crawl, tmp_path)
    assert [t.code for t in told if isinstance(t, Finding)] == ["fetch.short"]
    (path,) = (tmp_path / "captures").glob("*.warc.gz")
    (capture,) = [c for c in captures.index(tmp_path / "captures", path.name) if isinstance(c, Capture)]
    payload = captures.open_capture(tmp_path / "captures", capture)
    assert payload.truncated
    assert payload.body == b"<p>half a"
    assert capture.digest == sha1(cut.body)


def test_a_packed_body_keeps_its_packing_and_a_chunked_one_does_not(tmp_path: Path) -> None:
    text = b"<p>packed</p>" * 40
    packed = Made(
        url="https://news.example/packed",
        head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n",
        body=gzip.compress(text, mtime=0),
    )
    chunked = Made(
        url="https://news.example/chunked",
        head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n",
        body=b"5\r\nhello\r\n0\r\n\r\n",
    )
    with serving(Crawl([packed, chunked])) as crawl:
        told, _ = collect(crawl, tmp_path)
        assert [t for t in told if isinstance(t, Finding)] == []
        lines, bodies = held(tmp_path)
    assert {c.url: bodies[c.ref] for c in lines} == {packed.url: text, chunked.url: b"hello"}


def test_only_the_data_host_of_common_crawl_is_asked_for_its_files() -> None:
    source = captures.source_of("https://index.commoncrawl.org/CC-MAIN-2020-10-index")
    assert source.records == "https://data.commoncrawl.org/"
    assert source.record(FILE) == f"https://data.commoncrawl.org/{FILE}"
    assert source.record("//evil.example/x") == "https://data.commoncrawl.org/evil.example/x"
    assert source.record("a?b#c").endswith("/a%3Fb%23c")
    assert captures.source_of("https://index.commoncrawl.org.evil.example/CC-X-index").records.startswith(
        "https://index.commoncrawl.org.evil.example/"
    )
    assert captures.source_of("https://archive.example/web/cdx").records == ""
    assert captures.source_of(captures.ARCHIVE).records == ""


def test_a_file_that_a_playing_archive_names_is_not_asked_for(tmp_path: Path) -> None:
    line = 'example,news)/a 20200101000000 {"url":"https://news.example/a","filename":"x.warc.gz","offset":"1","length":"9","source":"s"}'
    captures.write_lines(tmp_path, "made", [line], {"source": "http://127.0.0.1:1/web/cdx"})
    (offer,) = captures.read_offers(tmp_path / "listings" / "made.cdxj.gz")
    assert offer.record is not None
    assert offer.place is None  # it is no file of ours
    (plain,) = captures.read_listing(tmp_path / "listings" / "made.cdxj.gz")
    assert plain.place is None
