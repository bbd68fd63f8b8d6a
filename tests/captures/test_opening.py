"""Captures in and out: brought, indexed, listed, resolved, opened."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
import zstandard
from tests.captures.warcs import Made, articles, gz, plain, sha1

from backissue import captures
from backissue.model import BadInstruction, BrokenWorld, Capture, Finding

PAGE = "<html><p>眾聞報導，香港。</p>".encode() * 30
LONG = articles(1, size=4000)[0].body


def zipped(data):
    """The same bytes whenever it is asked: names of tests are made of them."""
    return gzip.compress(data, mtime=0)


def opened(folder: Path, made: Made, limits: captures.Limits = captures.LIMITS) -> captures.Payload:
    (folder / "f.warc").write_bytes(made.bytes())
    (capture,) = (c for c in captures.index(folder, "f.warc") if isinstance(c, Capture))
    return captures.open_capture(folder, capture, limits)


def answer(body: bytes, *headers: str, digests: bool = False) -> Made:
    head = "".join(f"{line}\r\n" for line in ("HTTP/1.1 200 OK", "Content-Type: text/html", *headers))
    return Made(body=body, head=head.encode(), digests=digests)


def chunked(data: bytes) -> bytes:
    pieces = [data[i : i + 100] for i in range(0, len(data), 100)]
    return b"".join(b"%x;ext=1\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


def raw_deflate(data: bytes) -> bytes:
    pack = zlib.compressobj(wbits=-15)
    return pack.compress(data) + pack.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ((), PAGE),
        (("Content-Encoding: identity",), PAGE),
        (("Content-Encoding: gzip",), zipped(PAGE)),
        (("content-encoding: X-GZIP",), zipped(PAGE)),
        (("Content-Encoding: gzip",), zipped(PAGE[:200]) + zipped(PAGE[200:])),
        (("Content-Encoding: gzip",), zipped(PAGE) + b"trailing"),
        (("Content-Encoding: br",), brotli.compress(PAGE)),
        (("Content-Encoding: zstd",), zstandard.compress(PAGE)),
        (("Content-Encoding: deflate",), zlib.compress(PAGE)),
        (("Content-Encoding: deflate",), raw_deflate(PAGE)),
        (("Content-Encoding: gzip, br",), brotli.compress(zipped(PAGE))),
        (("Content-Encoding: gzip", "Content-Encoding: gzip"), zipped(zipped(PAGE))),
        (("Transfer-Encoding: chunked",), chunked(PAGE)),
        (("Transfer-Encoding: chunked", "Content-Encoding: gzip"), chunked(zipped(PAGE))),
    ],
)
def test_every_encoding_is_undone(tmp_path: Path, headers: tuple[str, ...], body: bytes) -> None:
    payload = opened(tmp_path, answer(body, *headers))
    assert (payload.body, payload.truncated, payload.findings) == (PAGE, False, ())
    assert payload.content_type == "text/html"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (("Content-Encoding: gzip",), "capture.encoding"),
        (("Content-Encoding: br",), "capture.encoding"),
        (("Content-Encoding: zstd",), "capture.encoding"),
        (("Content-Encoding: deflate",), "capture.encoding"),
        (("Content-Encoding: sdch",), "capture.encoding"),
        (("Transfer-Encoding: chunked",), "capture.chunks"),
    ],
)
def test_an_encoding_that_is_claimed_and_not_there_is_told_and_harmless(
    tmp_path: Path, headers: tuple[str, ...], code: str
) -> None:
    payload = opened(tmp_path, answer(PAGE, *headers))
    assert (payload.body, payload.truncated, [f.code for f in payload.findings]) == (PAGE, False, [code])
    if code != "capture.encoding" or "sdch" not in headers[0]:
        assert opened(tmp_path, answer(PAGE, *headers, digests=True)).findings == ()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (("Content-Encoding: gzip",), zipped(PAGE)[:-9]),
        (("Content-Encoding: br",), brotli.compress(LONG)[:-40]),
        (("Content-Encoding: zstd",), zstandard.compress(LONG * 100)[:-9]),
        (("Transfer-Encoding: chunked",), chunked(PAGE)[:-120]),
        ((f"Content-Length: {len(PAGE) + 1}",), PAGE),
    ],
)
def test_a_body_cut_short_is_given_as_far_as_it_goes(tmp_path: Path, headers: tuple[str, ...], body: bytes) -> None:
    payload = opened(tmp_path, answer(body, *headers))
    assert payload.truncated
    assert [f.code for f in payload.findings] == ["capture.truncated"]
    assert len(payload.body) >= 200


def test_a_page_whose_first_line_is_a_number_is_not_chunked(tmp_path: Path) -> None:
    for body in (b"20210211\r\n<html>" + PAGE, b"7\r\n", b"ff\r\nno"):
        assert opened(tmp_path, answer(body, "Transfer-Encoding: chunked")).body == body


def test_gzip_that_nobody_declared_is_unpacked(tmp_path: Path) -> None:
    payload = opened(tmp_path, answer(zipped(PAGE)))
    assert (payload.body, [f.code for f in payload.findings]) == (PAGE, ["capture.encoding"])


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "deflate"])
def test_a_body_that_bursts_is_cut_at_the_limit(tmp_path: Path, encoding: str) -> None:
    pack = {"gzip": zipped, "br": brotli.compress, "zstd": zstandard.compress, "deflate": zlib.compress}[encoding]
    payload = opened(
        tmp_path, answer(pack(bytes(1 << 23)), f"Content-Encoding: {encoding}"), captures.Limits(body=1 << 20)
    )
    assert payload.truncated
    assert 1 << 20 <= len(payload.body) < 1 << 21
    assert [f.code for f in payload.findings] == ["capture.too-large"]


def test_a_changed_payload_is_told(tmp_path: Path) -> None:
    made = Made(body=PAGE, fields={"WARC-Block-Digest": None})
    (tmp_path / "f.warc").write_bytes(made.bytes().replace("香港".encode(), "台灣".encode(), 1))
    (capture,) = captures.index(tmp_path, "f.warc")
    assert isinstance(capture, Capture)
    assert [f.code for f in captures.open_capture(tmp_path, capture).findings] == ["capture.digest"]


@pytest.mark.parametrize("form", ["as sent", "unchunked", "unpacked"])
def test_whichever_bytes_the_crawler_took_the_digest_of_it_is_believed(tmp_path: Path, form: str) -> None:
    packed = zipped(PAGE)
    sent = chunked(packed)
    digest = sha1({"as sent": sent, "unchunked": packed, "unpacked": PAGE}[form])
    made = answer(sent, "Transfer-Encoding: chunked", "Content-Encoding: gzip")
    made.fields = {"WARC-Payload-Digest": f"sha1:{digest}"}
    assert opened(tmp_path, made).findings == ()


def revisit(date: str, url: str = "https://news.example/article/1", **fields: str) -> Made:
    return Made(
        type="revisit", url=url, date=date, body=b"", fields={"WARC-Payload-Digest": f"sha1:{sha1(PAGE)}", **fields}
    )


def test_revisits_find_what_they_repeat_within_and_across_files(tmp_path: Path) -> None:
    first = Made(body=PAGE, date="2021-01-01T00:00:00Z")
    later = Made(body=PAGE, date="2021-03-01T00:00:00Z")
    other = Made(body=PAGE, url="https://news.example/copy", date="2020-01-01T00:00:00Z")
    refers = {"WARC-Refers-To-Target-URI": other.url, "WARC-Refers-To-Date": other.date}
    (tmp_path / "a.warc").write_bytes(
        plain(revisit("2021-02-01T00:00:00Z"), first, later, revisit("2021-04-01T00:00:00Z"))
    )
    (tmp_path / "b.warc").write_bytes(
        plain(
            other,
            revisit("2021-05-01T00:00:00Z", **refers),
            revisit("2021-06-01T00:00:00Z", url="https://news.example/new"),
            Made(
                type="revisit",
                date="2021-07-01T00:00:00Z",
                body=b"",
                fields={"WARC-Payload-Digest": f"sha1:{'A' * 32}"},
            ),
        )
    )
    lines = [c for f in ("a.warc", "b.warc") for c in captures.index(tmp_path, f) if isinstance(c, Capture)]
    found = list(captures.resolve(lines, tmp_path / "scratch.db"))
    assert sorted(c.ref for c in found) == sorted(c.ref for c in lines)
    where = {c.when.month: c for c in found if c.revisit}
    origin = {c.place: c.when for c in found if not c.revisit}
    assert [origin.get(where[m].payload) and origin[where[m].payload].month for m in (2, 4)] == [1, 3]
    assert origin[where[5].payload] == datetime(2020, 1, 1, tzinfo=UTC)
    assert origin[where[6].payload].year == 2020
    assert captures.open_capture(tmp_path, where[5]).body == PAGE
    assert where[7].payload is None
    with pytest.raises(captures.Unreadable) as caught:
        captures.open_capture(tmp_path, where[7])
    assert caught.value.finding.code == "capture.no-payload"
    assert list(tmp_path.glob("scratch*")) == []


def test_only_answers_with_web_addresses_are_captures(tmp_path: Path) -> None:
    (tmp_path / "f.warc").write_bytes(
        plain(
            Made(type="warcinfo", digests=False),
            Made(type="request"),
            Made(type="metadata"),
            Made(url="dns:news.example", type="response"),
            Made(url="urn:pageinfo:x", type="resource"),
            Made(type="resource", url="https://news.example/r"),
            Made(type="conversion", url="https://news.example/c"),
            Made(),
        )
    )
    assert [c.url for c in captures.index(tmp_path, "f.warc") if isinstance(c, Capture)] == [
        "https://news.example/r",
        "https://news.example/c",
        "https://news.example/article/1",
    ]


def test_a_listing_gives_back_what_was_written_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    redirect = Made(
        head=b"HTTP/1.1 301 Moved\r\nLocation: /\xe5\x8f\xb0\r\n", url="https://news.example/台 灣?b=1", body=b""
    )
    (tmp_path / "f.warc.gz").write_bytes(gz(*articles(3), redirect, revisit("2021-02-01T00:00:00Z")))
    lines = [c for c in captures.index(tmp_path, "f.warc.gz") if isinstance(c, Capture)]
    assert (lines[3].location, lines[3].status, lines[3].mimetype) == ("/台", 301, None)
    assert captures.write_listing(tmp_path, "f", lines, {"file": "f.warc.gz"}) == 5
    (path,) = captures.listings(tmp_path)
    first = path.read_bytes()
    back = list(captures.read_listing(path))
    assert [c.listing for c in back] == [f"f.cdxj.gz#{n}" for n in range(1, 6)]
    assert [replace(c, listing="") for c in back] == lines
    assert captures.query_of(path) == {"file": "f.warc.gz"}
    captures.write_listing(tmp_path, "f", lines, {"file": "f.warc.gz"})
    assert path.read_bytes() == first
    path.write_bytes(first[:-20])
    with pytest.raises(BrokenWorld, match="cannot be read"):
        list(captures.read_listing(path))


def test_lines_of_a_server_are_understood() -> None:
    line = (
        'com,news)/a 20210101000000 {"url":"http://www.news.com:80/a","mime":"warc/revisit","status":"-","digest":"'
        + "A" * 32
        + '","length":"606","source":"wayback"}'
    )
    capture = captures.from_line(line, "x.cdxj.gz#1")
    assert (capture.key, capture.status, capture.mimetype, capture.revisit, capture.place) == (
        "com,news)/a",
        None,
        None,
        True,
        None,
    )
    assert capture.ref == "x.cdxj.gz#1"


def test_a_file_is_brought_under_its_digest_and_nothing_else_is_kept_of_its_name(tmp_path: Path) -> None:
    source = tmp_path / "home of somebody" / "my crawl.WARC.gz"
    source.parent.mkdir()
    source.write_bytes(gz(*articles(2)))
    name = captures.bring(source, tmp_path / "captures")
    assert captures.bring(source, tmp_path / "captures") == name
    assert name.endswith(".warc.gz")
    assert len(name) == 16 + len(".warc.gz")
    assert [p.name for p in (tmp_path / "captures").iterdir()] == [name]
    assert (tmp_path / "captures" / name).read_bytes() == source.read_bytes()
    assert captures.holds_records(tmp_path / "captures" / name)
    unnamed = tmp_path / "crawl"
    unnamed.write_bytes(plain(*articles(1)))
    assert captures.bring(unnamed, tmp_path / "captures").endswith(".warc")


def test_what_cannot_be_brought_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(BadInstruction, match="there is no file"):
        captures.bring(tmp_path / "none.warc.gz", tmp_path / "captures")
    with pytest.raises(BadInstruction, match="is no file"):
        captures.bring(tmp_path, tmp_path / "captures")
    assert not captures.holds_records(Path(__file__))


def test_damages_become_findings_that_name_their_place(tmp_path: Path) -> None:
    (tmp_path / "f.warc.gz").write_bytes(gz(*articles(2))[:-30])
    told = [f for f in captures.index(tmp_path, "f.warc.gz") if isinstance(f, Finding)]
    assert [f.code for f in told] == ["warc.truncated"]
    assert told[0].evidence["offset"] > 0
    assert told[0].subject.startswith("f.warc.gz@")
