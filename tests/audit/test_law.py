"""The law holds for an honest archive, and is not hollow: whatever is taken or moved is missed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from backissue.archive import Archive, front
from backissue.audit import audit


def rewrite(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = change(lines)
    assert changed != lines
    path.write_text("".join(changed), encoding="utf-8")


def bless(folder: Path) -> None:
    """Make the manifests agree with whatever is there now: damage that covers its tracks."""
    (folder / "archive/manifest-sha256.txt").unlink()
    (folder / "archive/ledger/evidence-sha256.txt").unlink(missing_ok=True)
    Archive(folder).finish()


def shard_with(folder: Path, kind: str) -> tuple[Path, int]:
    """A ledger file with a fate of this kind, and its line."""
    for path in sorted((folder / "archive/ledger/fates").iterdir()):
        for number, line in enumerate(path.read_text().splitlines()):
            if json.loads(line)["kind"] == kind:
                return path, number
    raise AssertionError(kind)


def relabel(folder: Path, which: str, /, **changes: object) -> None:
    path, number = shard_with(folder, which)

    def change(lines: list[str]) -> list[str]:
        found = {**json.loads(lines[number]), **changes}
        return [*lines[:number], json.dumps(found, ensure_ascii=False) + "\n", *lines[number + 1 :]]

    rewrite(path, change)


def test_the_law_holds_for_an_honest_archive_and_the_json_is_as_published(pristine: Path) -> None:
    report = audit(pristine)
    assert report.as_json() == {
        "captures": {
            "listed": 153,
            "source": 99,
            "alternate": 50,
            "witness": 1,
            "media": 1,
            "foreign": 1,
            "finding": 1,
        },
        "articles": {"expected": 100, "held": 98, "withdrawn": 1, "missing": 1},
        "findings": {"article.missing": 1, "page.farewell": 1},
        "law": True,
    }
    assert "The law holds" in report.summary()


def test_an_audit_writes_nothing(pristine: Path) -> None:
    def state() -> dict[Path, tuple[int, int]]:
        return {p: (p.stat().st_mtime_ns, p.stat().st_ino) for p in pristine.rglob("*")}

    before = state()
    audit(pristine)
    assert state() == before


def drop_record(folder: Path) -> None:
    (folder / "archive/articles/2020/03/5.md").unlink()


def drop_fate(folder: Path) -> None:
    path, number = shard_with(folder, "alternate")
    rewrite(path, lambda lines: lines[:number] + lines[number + 1 :])


def double_fate(folder: Path) -> None:
    path, number = shard_with(folder, "alternate")
    rewrite(path, lambda lines: [*lines, lines[number]])


def drop_listing_line(folder: Path) -> None:
    path = next((folder / "captures/listings").iterdir())
    lines = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
    path.write_bytes(gzip.compress(b"".join(lines[:5] + lines[6:]), mtime=0))


def outage_page(folder: Path) -> None:
    path = folder / "archive/articles/2020/03/5.md"
    record = front.loads(path.read_text())
    import dataclasses

    body = "Internet Archive services are temporarily offline.\n\nPlease check our official accounts."
    path.write_text(front.dumps(dataclasses.replace(record, body=body, images=())))


def no_finding(folder: Path) -> None:
    for path in (folder / "archive/findings").iterdir():
        path.unlink()


def extra_record(folder: Path) -> None:
    path = folder / "archive/articles/2020/03/5.md"
    record = front.loads(path.read_text())
    import dataclasses

    (folder / "archive/articles/2020/03/555.md").write_text(front.dumps(dataclasses.replace(record, id="555")))


def forget_witnesses(folder: Path) -> None:
    for path in (folder / "archive/ledger/witnesses").iterdir():
        path.unlink()


DAMAGE = [
    (drop_record, "ledger.no-record"),
    (drop_fate, "ledger.no-fate"),
    (double_fate, "ledger.two-fates"),
    (drop_listing_line, "listing.no-line"),
    (outage_page, "record.not-an-article"),
    (no_finding, "ledger.no-finding"),
    (no_finding, "article.unaccounted"),
    (extra_record, "ledger.no-source"),
    (lambda f: relabel(f, "alternate", kind="source"), "ledger.two-sources"),
    (lambda f: relabel(f, "alternate", kind="media"), "ledger.media-is-a-page"),
    (lambda f: relabel(f, "alternate", kind="foreign"), "ledger.foreign-is-ours"),
    (lambda f: relabel(f, "alternate", kind="witness"), "ledger.silent-witness"),
    (lambda f: relabel(f, "alternate", kind="finding"), "ledger.no-finding"),
    (lambda f: relabel(f, "alternate", subject="2"), "ledger.contradicts"),
    (lambda f: relabel(f, "alternate", subject="nobody"), "ledger.lost-alternate"),
    (lambda f: relabel(f, "source", kind="alternate"), "ledger.no-source"),
    (lambda f: relabel(f, "source", capture="0123456789abcdef.warc@7"), "ledger.no-capture"),
    (lambda f: relabel(f, "media", kind="nonsense"), "ledger.unreadable"),
]


@pytest.mark.parametrize(("damage", "code"), DAMAGE)
def test_damage_is_named_even_where_the_manifest_covers_it_up(
    paper: Path, damage: Callable[[Path], None], code: str
) -> None:
    damage(paper)
    if damage is not extra_record:  # which a run would remove at once
        bless(paper)
    report = audit(paper)
    assert code in report.findings
    assert report.law is (code == "record.not-an-article")
    assert not report.clean


@pytest.mark.parametrize("damage", [damage for damage, _ in DAMAGE])
def test_damage_breaks_the_law_where_the_manifest_remembers(paper: Path, damage: Callable[[Path], None]) -> None:
    damage(paper)
    assert not audit(paper).law


@pytest.mark.parametrize("at", [0, 300, 2500, -5])
def test_a_flipped_byte_in_the_evidence_breaks_the_law(paper: Path, at: int) -> None:
    path = paper / "captures/0123456789abcdef.warc"
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    report = audit(paper)
    assert "evidence.changed-file" in report.findings
    assert not report.law


def test_damage_in_the_evidence_that_no_finding_mentions_breaks_the_law(paper: Path) -> None:
    path = paper / "captures/0123456789abcdef.warc"
    path.write_bytes(path.read_bytes()[:-200])
    bless(paper)
    report = audit(paper)
    assert {"damage.unsaid", "listing.no-record"} & set(report.findings)
    assert not report.law


def test_a_run_that_died_breaks_the_law(paper: Path) -> None:
    Archive(paper).begin()
    assert "archive.unfinished" in audit(paper).breaches


def test_forgotten_witnesses_break_the_law(paper: Path) -> None:
    forget_witnesses(paper)
    assert not audit(paper).law


def test_a_line_of_a_servers_listing_is_a_capture_too(paper: Path) -> None:
    """A capture that was listed and never fetched wants a fate of its own; one that was fetched does not."""
    lines = [
        'example,paper)/article/1 20200610010100 {"url": "https://paper.example/article/1", "source": "s"}',
        'example,paper)/article/500 20200610010100 {"url": "https://paper.example/article/500", "source": "s"}',
        'example,paper)/article/500 20200610010100 {"url": "https://paper.example/article/500", "source": "t"}',
    ]
    path = paper / "captures/listings/server.cdxj.gz"
    path.write_bytes(gzip.compress(("!meta {}\n" + "\n".join(lines) + "\n").encode(), mtime=0))
    report = audit(paper)
    assert report.captures["listed"] == 154
    assert report.findings["ledger.no-fate"] == 1
