"""The law is not hollow: each kind of damage makes it false, or is named by its code."""

import gzip
import json

from backissue import pipeline
from backissue.archive import front


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def fates(paper, kind):
    """A shard of the ledger that has a fate of this kind, its lines, and the index of that one."""
    for path in sorted((paper / "archive" / "ledger" / "fates").glob("*.jsonl")):
        found = lines(path)
        for at, fate in enumerate(found):
            if (
                fate["kind"] == kind and fate.get("subject", "0").isdecimal()
            ):  # of an article, not of the outlet's pages
                return path, found, at
    raise AssertionError(kind)


def write(path, values):
    path.write_text(
        "".join(json.dumps(v, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n" for v in values)
    )


def without_manifest(paper):
    """The manifest says that something changed; what else does is asked here."""
    report = pipeline.audit(paper)
    return report, {code for code in report.findings if not code.startswith("manifest.")}


def test_an_untouched_archive_keeps_the_law(small):
    report = pipeline.audit(small.paper)
    assert report.law
    assert list(report.as_json()) == ["captures", "articles", "findings", "law"]


def test_a_deleted_record_breaks_it(hurt):
    next((hurt / "archive" / "articles").rglob("*.md")).unlink()
    report, codes = without_manifest(hurt)
    assert not report.law
    assert "ledger.no-record" in codes


def test_a_dropped_ledger_line_breaks_it(hurt):
    path, found, at = fates(hurt, "alternate")
    write(path, found[:at] + found[at + 1 :])
    report, codes = without_manifest(hurt)
    assert not report.law
    assert "ledger.no-fate" in codes
    assert report.captures["listed"] == sum(n for kind, n in report.captures.items() if kind != "listed") + 1


def test_a_dropped_listing_line_is_named(hurt):
    path = max((hurt / "captures" / "listings").glob("*.cdxj.gz"), key=lambda p: p.stat().st_size)
    kept = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(gzip.compress(b"".join(kept[:5] + kept[6:]), mtime=0))
    report, codes = without_manifest(hurt)
    assert not report.law
    assert "listing.no-line" in codes


def test_a_flipped_byte_in_the_evidence_is_named(hurt):
    path = max((p for p in (hurt / "captures").iterdir() if p.is_file()), key=lambda p: p.stat().st_size)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()  # it may be a hard link to what is not ours
    path.write_bytes(data)
    report = pipeline.audit(hurt)
    assert not report.law
    assert "evidence.changed-file" in report.findings


def test_a_relabelled_alternate_breaks_it(hurt):
    path, found, at = fates(hurt, "alternate")
    for kind, code in (("source", "ledger.two-sources"), ("witness", "ledger.contradicts")):
        changed = [dict(f) for f in found]
        changed[at]["kind"] = kind
        write(path, changed)
        report, codes = without_manifest(hurt)
        assert not report.law
        assert code in codes


def test_an_outage_page_in_a_record_is_named(hurt):
    path = next((hurt / "archive" / "articles").rglob("*.md"))
    record = front.loads(path.read_text(encoding="utf-8"))
    from dataclasses import replace

    body = (
        "The Wayback Machine is temporarily offline.\n\n"
        "Internet Archive services are unavailable; we apologize for the inconvenience. Please check back later."
    )
    path.write_text(front.dumps(replace(record, title="Temporarily Offline", body=body)), encoding="utf-8")
    report, codes = without_manifest(hurt)
    assert codes & {"record.outage", "record.not-an-article"} or any(
        "not-an-article" in c or "outage" in c for c in codes
    )
    assert not report.law
