"""Evidence files that nobody here made: no crash, no hang, and never fewer records than other readers find."""

from __future__ import annotations

import gzip
import time
import warnings
from pathlib import Path

import pytest

from backissue import captures
from backissue.captures import Damage, Found, walk
from backissue.model import Capture

FOLDERS = ("good", "newsportals", "statuses", "wacz", "damaged")


def files(data: Path, *folders: str) -> list[Path]:
    found = [p for folder in folders for p in sorted((data / "warc" / folder).iterdir()) if p.is_file()]
    assert found
    return found


def test_every_file_is_walked_to_its_end_and_accounted_for(data: Path) -> None:
    for path in files(data, *FOLDERS):
        started = time.monotonic()
        things = list(walk(path))
        assert time.monotonic() - started < 20, path.name
        assert things, path.name
        if path.stat().st_size and not any(isinstance(t, Found) for t in things):
            assert any(isinstance(t, Damage) and not t.held for t in things), path.name


def test_sound_files_show_no_damage(data: Path) -> None:
    for path in files(data, "good", "newsportals", "statuses"):
        assert [t for t in walk(path) if isinstance(t, Damage)] == [], path.name


def test_every_capture_opens_or_says_why_not(data: Path, tmp_path: Path) -> None:
    lines = []
    for path in files(data, *FOLDERS):
        name = captures.bring(path, tmp_path)
        lines += [c for c in captures.index(tmp_path, name) if isinstance(c, Capture)]
    assert len(lines) > 1000
    silent, codes = 0, set()
    for capture in captures.resolve(lines, tmp_path / "scratch.db"):
        try:
            payload = captures.open_capture(tmp_path, capture)
        except captures.Unreadable as error:
            codes.add(error.finding.code)
            continue
        silent += payload.truncated and not payload.findings and not capture.place
    assert silent == 0
    assert codes == {"capture.no-payload"}


def test_never_fewer_records_than_fastwarc_or_warcio(data: Path) -> None:
    fastwarc = pytest.importorskip("fastwarc.warc")
    streams = pytest.importorskip("fastwarc.stream_io")
    warcio = pytest.importorskip("warcio.archiveiterator")
    fewer = []
    for path in files(data, "good", "newsportals", "statuses", "damaged"):
        if path.suffix == ".wacz" or "headerversion" in path.name:  # lone version lines, which warcio calls records
            continue
        ours = sum(isinstance(t, Found) for t in walk(path))
        theirs = {"fastwarc": 0, "warcio": 0}
        try:
            packed = path.read_bytes()[:2] == b"\x1f\x8b"
            stream = streams.FileStream(str(path), "rb")
            for _ in fastwarc.ArchiveIterator(streams.GZipStream(stream) if packed else stream, parse_http=False):
                theirs["fastwarc"] += 1
        except Exception:  # what it cannot read it cannot count
            pass
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")
            try:
                for record in warcio.ArchiveIterator(file, no_record_parse=True, arc2warc=False):
                    theirs["warcio"] += record.rec_type is not None  # a bare version line is no record
            except Exception:
                pass
        fewer += [(path.name, ours, name, count) for name, count in theirs.items() if count > ours]
    assert fewer == []


def test_a_real_file_cut_anywhere_is_never_silent(data: Path, tmp_path: Path) -> None:
    whole = (data / "warc" / "good" / "example.warc.gz").read_bytes()
    cut_file = tmp_path / "cut.warc.gz"
    ends, at = set(), 0
    for thing in walk(data / "warc" / "good" / "example.warc.gz"):
        assert isinstance(thing, Found)
        at = thing.place.offset + (thing.place.length or 0)
        ends.add(at)
    assert at == len(whole)
    for cut in range(1, len(whole)):
        cut_file.write_bytes(whole[:cut])
        assert cut in ends or any(isinstance(t, Damage) for t in walk(cut_file)), cut


def test_unpacking_a_real_file_changes_nothing_but_places(data: Path, tmp_path: Path) -> None:
    path = data / "warc" / "good" / "iana.warc.gz"
    (tmp_path / "whole.warc.gz").write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), mtime=0))
    (tmp_path / "plain.warc").write_bytes(gzip.decompress(path.read_bytes()))

    def told(path: Path) -> list[tuple[object, ...]]:
        return [(t.type, t.uri, t.when, t.digest, t.length, t.status) for t in walk(path) if isinstance(t, Found)]

    assert told(path) == told(tmp_path / "whole.warc.gz") == told(tmp_path / "plain.warc")
