"""The demo paper: the same bytes anywhere, every trouble in it, files that outside readers accept."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import resource
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import zstandard
from fastwarc.warc import ArchiveIterator as FastWarc
from warcio.archiveiterator import ArchiveIterator
from warcio.digestverifyingreader import DigestChecker

from backissue import demo
from backissue.demo.defects import every
from backissue.demo.paper import Plan
from backissue.demo.truth import plain


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("demo") / "paper"
    demo.make(to)
    return to


@pytest.fixture(scope="module")
def truth(paper: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (paper / "truth.jsonl").read_text(encoding="utf-8").splitlines()]


def digest(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def articles(truth: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line for line in truth if line["is"] == "article"]


def warc_streams(paper: Path) -> dict[str, bytes]:
    """Every WARC and ARC of the demo, unpacked from zip and zstd but not from gzip."""
    found = {}
    for file in sorted((paper / "warcs").iterdir()):
        if file.suffix == ".wacz":
            with zipfile.ZipFile(file) as box:
                found[file.name] = box.read("archive/volunteer.warc.gz")
        elif file.suffix == ".zst":
            found[file.name] = (
                zstandard.ZstdDecompressor().stream_reader(file.read_bytes(), read_across_frames=True).read()
            )
        else:
            found[file.name] = file.read_bytes()
    return found


def test_the_same_seed_gives_the_same_bytes_under_another_hash_seed_and_time_zone(tmp_path: Path) -> None:
    demo.make(tmp_path / "a", articles=40, seed=3)
    for number, (hash_seed, zone) in enumerate((("1", "America/Sao_Paulo"), ("77", "Asia/Kathmandu"))):
        to = tmp_path / f"b{number}"
        code = (
            f"from pathlib import Path; from backissue.demo import make; make(Path({str(to)!r}), articles=40, seed=3)"
        )
        env = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", code], check=True, env=env, timeout=60)
        assert digest(to) == digest(tmp_path / "a")


def test_another_seed_gives_another_paper(tmp_path: Path) -> None:
    demo.make(tmp_path / "a", articles=5, seed=1)
    demo.make(tmp_path / "b", articles=5, seed=2)
    assert digest(tmp_path / "a") != digest(tmp_path / "b")


def test_every_registered_trouble_shows_at_three_hundred_articles(paper: Path, truth: list[dict[str, Any]]) -> None:
    told = json.loads((paper / "truth.json").read_text())["defects"]
    assert {d.name for d in every()} == set(told)
    shown = {why for line in truth if line["is"] == "capture" for why in line["why"]}
    missing = {d.name for d in every() if not d.name.startswith("only-")} - shown
    assert not missing, f"no capture shows {missing}"
    assert {a["why"] for a in articles(truth)} == {None, "only-listed", "only-bad-captures", "only-truncated"}


def test_three_hundred_articles_leave_over_a_thousand_captures_of_every_kind(paper: Path) -> None:
    sums = json.loads((paper / "truth.json").read_text())
    assert sums["captures"] >= 1200
    kinds = "article older-text rewritten truncated farewell outage parked error redirect revisit listing feed page media style foreign"
    assert set(kinds.split()) == set(sums["what"])
    assert {Path(f).suffix for f in sums["files"]} == {".gz", ".warc", ".zst", ".wacz"}


def test_each_capture_of_the_truth_lies_where_it_says_and_nothing_else_does(
    paper: Path, truth: list[dict[str, Any]]
) -> None:
    told = Counter((c["url"], c["timestamp"]) for c in truth if c["is"] == "capture")
    assert max(told.values()) == 1
    found: Counter[tuple[str, str]] = Counter()
    for data in warc_streams(paper).values():
        for record in ArchiveIterator(io.BytesIO(data), arc2warc=True):
            if record.rec_type in {"response", "revisit"}:
                when = record.rec_headers.get_header("WARC-Date")
                stamp = "".join(c for c in when if c.isdigit())[:14]
                found[record.rec_headers.get_header("WARC-Target-URI"), stamp] += 1
    assert found == told


def test_warcio_finds_every_digest_true(paper: Path) -> None:
    checked = 0
    for name, data in warc_streams(paper).items():
        for record in ArchiveIterator(io.BytesIO(data), check_digests=True):
            record.raw_stream.read()
            checker: DigestChecker = record.digest_checker
            assert checker is None or checker.passed is not False, (
                name,
                record.rec_headers.get_header("WARC-Target-URI"),
            )
            checked += checker is not None and checker.passed is True
    assert checked > 1000


def test_fastwarc_reads_as_many_records_as_warcio(paper: Path) -> None:
    for name, data in warc_streams(paper).items():
        if name.endswith(".arc.gz"):
            continue
        fast = Counter(str(r.record_type) for r in FastWarc(io.BytesIO(data), parse_http=False))
        slow = Counter(r.rec_type for r in ArchiveIterator(io.BytesIO(data)))
        assert fast == slow, name


def test_request_and_metadata_records_name_the_response_they_belong_to(paper: Path) -> None:
    seen = set()
    for record in ArchiveIterator(io.BytesIO((paper / "warcs/late-0001.warc.gz").read_bytes())):
        seen.add(record.rec_headers.get_header("WARC-Record-ID"))
        if record.rec_type in {"request", "metadata"}:
            assert record.rec_headers.get_header("WARC-Concurrent-To") in seen


def test_a_revisit_repeats_the_payload_of_a_capture_that_is_there(paper: Path) -> None:
    payloads, wanted = set(), set()
    for data in warc_streams(paper).values():
        for record in ArchiveIterator(io.BytesIO(data), arc2warc=True):
            head = record.rec_headers
            if record.rec_type == "response":
                payload = record.raw_stream.read()
                payloads.add((head.get_header("WARC-Target-URI"), hashlib.sha1(payload).hexdigest()))
            elif record.rec_type == "revisit":
                import base64

                sha = base64.b32decode(head.get_header("WARC-Payload-Digest").removeprefix("sha1:")).hex()
                wanted.add((head.get_header("WARC-Refers-To-Target-URI"), sha))
    assert wanted
    assert wanted <= payloads


def test_the_wacz_describes_what_it_holds(paper: Path) -> None:
    with zipfile.ZipFile(paper / "warcs/volunteer.wacz") as box:
        package = json.loads(box.read("datapackage.json"))
        for resource_ in package["resources"]:
            data = box.read(resource_["path"])
            assert resource_["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
            assert resource_["bytes"] == len(data)
        lines = gzip.decompress(box.read("indexes/index.cdx.gz")).decode().splitlines()
        assert lines == sorted(lines)
        warc = box.read("archive/volunteer.warc.gz")
        for line in lines:
            fields = json.loads(line.split(" ", 2)[2])
            start, length = int(fields["offset"]), int(fields["length"])
            assert fields["url"].encode() in gzip.decompress(warc[start : start + length])


def test_every_recoverable_article_has_a_capture_whose_page_holds_its_whole_text(
    paper: Path, truth: list[dict[str, Any]]
) -> None:
    pages: dict[tuple[str, str], str] = {}
    wanted = {(s["url"], s["timestamp"]) for a in articles(truth) for s in a["sources"]}
    plain_dress = {
        (c["url"], c["timestamp"])
        for c in truth
        if c["is"] == "capture" and not any(w.startswith(("coding", "charset", "chunked")) for w in c["why"])
    } & wanted
    for data in warc_streams(paper).values():
        for record in ArchiveIterator(io.BytesIO(data), arc2warc=True):
            if record.rec_type == "response":
                stamp = "".join(c for c in record.rec_headers.get_header("WARC-Date") if c.isdigit())[:14]
                place = (record.rec_headers.get_header("WARC-Target-URI"), stamp)
                if place in plain_dress:
                    pages[place] = record.raw_stream.read().decode("utf-8")
    assert len(pages) > 150
    for article in articles(truth):
        assert bool(article["sources"]) == article["recoverable"]
        for source in article["sources"]:
            page = pages.get((source["url"], source["timestamp"]))
            if page is None:
                continue
            from html import unescape

            page = unescape(page)
            assert article["title"] in page
            assert source["date_printed"] in page
            for block in article["blocks"]:
                if block["kind"] in {"h", "quote", "note"}:
                    assert block["text"] in page
                elif block["kind"] == "figure":
                    assert block["url"] in page
                    assert block["caption"] in page


def test_a_truncated_capture_lacks_the_end_of_its_article(paper: Path, truth: list[dict[str, Any]]) -> None:
    cut = {(c["url"], c["timestamp"]): c["article"] for c in truth if c["is"] == "capture" and "truncated" in c["why"]}
    last = {a["id"]: [b["text"] for b in a["blocks"] if b["kind"] == "p"][-1] for a in articles(truth)}
    met = 0
    for data in warc_streams(paper).values():
        for record in ArchiveIterator(io.BytesIO(data), arc2warc=True):
            stamp = "".join(c for c in record.rec_headers.get_header("WARC-Date") or "" if c.isdigit())[:14]
            place = (record.rec_headers.get_header("WARC-Target-URI"), stamp)
            if record.rec_type == "response" and place in cut:
                body = record.raw_stream.read()
                assert int(record.http_headers.get_header("Content-Length")) > len(body)
                assert last[cut[place]][-12:].encode() not in body
                met += 1
    assert met == len(cut) > 10


def test_an_article_that_only_a_listing_names_has_no_capture_and_stands_in_a_listing(
    truth: list[dict[str, Any]],
) -> None:
    captured = {c["article"] for c in truth if c["is"] == "capture"}
    lost = [a for a in articles(truth) if a["why"] == "only-listed"]
    assert lost
    for article in lost:
        assert article["id"] not in captured
        assert article["listed"]["title"]


def test_ids_make_a_run_without_holes(truth: list[dict[str, Any]]) -> None:
    ids = [int(i) for a in articles(truth) for i in a["ids"]]
    assert sorted(ids) == list(range(min(ids), min(ids) + len(ids)))


def test_an_article_is_the_same_whatever_was_asked_before() -> None:
    forward, backward = Plan(demo.PAPER, 50, 9), Plan(demo.PAPER, 50, 9)
    one = [forward.article(i) for i in range(10)]
    other = [backward.article(i) for i in reversed(range(10))]
    assert one == other[::-1]


def test_five_thousand_articles_have_five_thousand_texts() -> None:
    plan = Plan(demo.PAPER, 100_000, 1)
    texts = {plain(plan.article(i).final.blocks) for i in range(0, 100_000, 20)}
    assert len(texts) == 5000


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        demo.make(tmp_path, articles=3)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_memory_does_not_grow_with_the_paper(tmp_path: Path) -> None:
    peaks = []
    for size in (300, 1200):
        code = (
            "import resource; from pathlib import Path; from backissue.demo import make;"
            f"make(Path({str(tmp_path / str(size))!r}), articles={size}); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        peaks.append(
            int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=120).stdout)
        )
    assert peaks[1] < peaks[0] * 1.1, peaks
    assert resource.getpagesize() > 0


def test_the_outlet_file_names_the_paper_its_hosts_and_both_designs() -> None:
    import tomllib

    outlet = tomllib.loads(demo.OUTLET_TOML)
    assert outlet["name"] == demo.PAPER.name
    assert outlet["hosts"] == [demo.PAPER.host, demo.PAPER.home]
    assert outlet["timezone"] == demo.PAPER.timezone
    assert outlet["closed"] == demo.PAPER.closed
    assert len(outlet["era"]) == len(demo.PAPER.eras)


def test_nothing_of_the_demo_stands_in_the_rest_of_the_package() -> None:
    import backissue

    package = Path(backissue.__file__).parent
    found = [
        (str(file.relative_to(package)), mark)
        for file in sorted(package.rglob("*.py"))
        if "demo" not in file.relative_to(package).parts
        for mark in demo.MARKS
        if mark in file.read_text(encoding="utf-8")
    ]
    assert not found


def test_the_demo_imports_nothing_else_of_the_package() -> None:
    folder = Path(demo.__file__).parent
    for file in folder.rglob("*.py"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith(("import backissue", "from backissue")):
                assert line.startswith("from backissue.demo"), (file.name, line)


def test_a_file_hurt_on_purpose_is_hurt_where_it_says(paper: Path, tmp_path: Path) -> None:
    from backissue.demo import damage

    whole = paper / "warcs/after-0001.warc.gz"
    before = whole.read_bytes()
    places = damage.members(before)
    start, torn = damage.tear_member(whole, tmp_path / "torn.warc.gz", 3)
    assert start == places[3][0]
    assert torn.read_bytes()[:start] == before[:start]
    with pytest.raises((OSError, EOFError, zlib.error)):
        gzip.decompress(torn.read_bytes())
    shorter = damage.drop_member(whole, tmp_path / "dropped.warc.gz", 3)
    assert len(damage.members(shorter.read_bytes())) == len(places) - 1
    assert len(damage.cut(whole, tmp_path / "cut.warc.gz", -10).read_bytes()) == len(before) - 10
    flipped = damage.flip(whole, tmp_path / "flipped.warc.gz", 40).read_bytes()
    assert [i for i, (a, b) in enumerate(zip(before, flipped, strict=True)) if a != b] == [40]
    assert whole.read_bytes() == before
