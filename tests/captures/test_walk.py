"""The strict walk: every record that can be had is given, and nothing is lost in silence."""

from __future__ import annotations

import gzip
import random
import resource
import time
import zipfile
import zlib
from pathlib import Path

import pytest
import zstandard
from tests.captures.warcs import Made, arc, articles, gz, plain, wacz

from backissue import captures
from backissue.captures import Damage, Found, walk
from backissue.model import Finding


def walked(path: Path, data: bytes) -> tuple[list[Found], list[Damage]]:
    path.write_bytes(data)
    things = list(walk(path))
    return [t for t in things if isinstance(t, Found)], [t for t in things if isinstance(t, Damage)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.warc.gz"


RECORDS = articles(4)


def zst(*records: Made) -> bytes:
    return b"".join(zstandard.ZstdCompressor(write_checksum=True).compress(r.bytes()) for r in records)


def zst_with_dictionary(*records: Made) -> bytes:
    samples = [r.bytes() for r in articles(200, size=2000, seed=5)]
    dictionary = zstandard.train_dictionary(8192, samples)
    stored = zstandard.ZstdCompressor().compress(dictionary.as_bytes())
    frames = [zstandard.ZstdCompressor(dict_data=dictionary, write_checksum=True).compress(r.bytes()) for r in records]
    return b"\x5d\x2a\x4d\x18" + len(stored).to_bytes(4, "little") + stored + b"".join(frames)


PACKINGS = {
    "plain": plain,
    "gzip by record": gz,
    "gzip as a whole": lambda *r: gzip.compress(plain(*r), mtime=0),
    "gzip cut anywhere": lambda *r: b"".join(
        gzip.compress(plain(*r)[i : i + 300]) for i in range(0, len(plain(*r)), 300)
    ),
    "zstd by record": zst,
    "zstd as a whole": lambda *r: zstandard.ZstdCompressor().compress(plain(*r)),
    "zstd with a dictionary": zst_with_dictionary,
    "WACZ": lambda *r: wacz([("archive/data.warc.gz", gz(*r)), ("datapackage.json", b"{}")]),
    "WACZ, deflated": lambda *r: wacz([("archive/data.warc", plain(*r))], zipfile.ZIP_DEFLATED),
}


@pytest.mark.parametrize("packing", PACKINGS)
def test_every_packing_gives_the_same_records_and_each_opens_at_its_place(tmp_path: Path, packing: str) -> None:
    (tmp_path / "f").write_bytes(PACKINGS[packing](*RECORDS))
    assert not [t for t in walk(tmp_path / "f") if isinstance(t, Damage)]
    found = [c for c in captures.index(tmp_path, "f") if not isinstance(c, Finding)]
    assert [c.url for c in found] == [r.url for r in RECORDS]
    assert len({c.ref for c in found}) == len(found)
    for capture, record in reversed(list(zip(found, RECORDS, strict=True))):
        payload = captures.open_capture(tmp_path, capture)
        assert payload.body == record.body
        assert (payload.status, payload.findings, payload.truncated) == (200, (), False)
        assert payload.digest == capture.digest


@pytest.mark.parametrize("packing", [p for p in PACKINGS if "WACZ" not in p])
def test_no_truncation_passes_in_silence(file: Path, packing: str) -> None:
    whole = PACKINGS[packing](*RECORDS)
    file.write_bytes(whole)
    ends = {t.place.offset + t.place.length for t in walk(file) if isinstance(t, Found) and t.place.length}
    header = whole.index(b"\x28\xb5\x2f\xfd", 12) if "dictionary" in packing else 0
    cuts = range(1, len(whole), 17)
    quiet = []
    for cut in cuts:
        found, damages = walked(file, whole[:cut])
        lost = len(RECORDS) - sum(f.whole for f in found)
        # Between two records a cut cannot be seen by anything but a list of what there should be.
        if (
            lost
            and not damages
            and cut not in ends
            and not (packing == "plain" and any(0 <= e - cut <= 4 for e in ends))
        ):
            quiet.append(cut)
    assert [cut for cut in quiet if cut > header or header == 0] == [] if packing != "gzip cut anywhere" else True


def test_bit_flips_are_loud_wherever_a_checksum_sees_them(file: Path) -> None:
    whole = gz(*RECORDS)
    chance, silent = random.Random(7), []
    for _ in range(400):
        at = chance.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        found, damages = walked(file, bytes(flipped))
        if not damages and len(found) == len(RECORDS):
            silent.append(at)
    # Only gzip's own header (its time, its system) is covered by no checksum: 6 bytes of each member.
    starts = [f.place.offset for f in walked(file, whole)[0]]
    assert all(any(3 < at - start < 10 for start in starts) for at in silent), silent


def test_after_damage_the_rest_of_the_file_is_read(file: Path) -> None:
    whole = bytearray(gz(*articles(10)))
    file.write_bytes(whole)
    third = [t for t in walk(file) if isinstance(t, Found)][2]
    whole[third.place.offset + 200] ^= 0xFF
    found, damages = walked(file, bytes(whole))
    assert [f.uri for f in found if f.whole] == [f"https://news.example/article/{n}" for n in range(10) if n != 2]
    assert {d.offset for d in damages} == {third.place.offset}
    assert {"crc", "data"} & {d.kind for d in damages}


def test_bytes_between_records_are_told(file: Path) -> None:
    a, b = (gzip.compress(r.bytes()) for r in RECORDS[:2])
    found, damages = walked(file, a + b"rubbish!" + b)
    assert len(found) == 2
    assert [(d.offset, d.kind) for d in damages] == [(len(a), "garbage")]
    found, damages = walked(file, a + bytes(512) + b)
    assert (len(found), damages) == (2, [])
    found, damages = walked(file, b"some words first\r\n" + plain(*RECORDS[:2]))
    assert (len(found), [d.kind for d in damages]) == (2, ["garbage"])


def test_line_ends_rewritten_by_a_version_control_system_lose_nothing(file: Path) -> None:
    records = [Made(url=f"https://news.example/{n}", body=b"<p>a\r\nb\r\n" * 40, digests=False) for n in range(4)]
    found, damages = walked(file, plain(*records).replace(b"\r\n", b"\n"))
    assert [f.uri for f in found] == [r.url for r in records]
    assert {d.kind for d in damages} == {"length", "truncated"}
    assert all(d.held for d in damages)
    found, damages = walked(file, gzip.compress(plain(*records).replace(b"\r\n", b"\n")))
    assert [f.uri for f in found] == [r.url for r in records]
    assert damages


@pytest.mark.parametrize(
    ("name", "fields", "kinds"),
    [
        ("no length", {"Content-Length": None}, ["length"]),
        ("a length that is none", {"Content-Length": "many"}, ["length"]),
        ("a length far too large", {"Content-Length": "99999999"}, ["length"]),
        ("a length too small", {"Content-Length": "40"}, ["digest", "garbage"]),
        ("no date", {"WARC-Date": None}, ["date"]),
        ("no date but words", {"WARC-Date": "yesterday"}, ["date"]),
        ("no URL", {"WARC-Target-URI": None}, ["uri"]),
        ("a wrong digest", {"WARC-Block-Digest": "sha1:" + "A" * 32}, ["digest"]),
        ("an unheard of type", {"WARC-Type": "hearsay"}, ["type"]),
        ("one part of several", {"WARC-Segment-Number": "1"}, ["segment"]),
        ("brackets round the URL", {"WARC-Target-URI": "<https://news.example/article/1>"}, []),
        ("a folded header", {"WARC-Note": "one\r\n  two"}, []),
        ("a space in the URL", {"WARC-Target-URI": "https://news.example/a b"}, []),
    ],
)
def test_a_broken_header_costs_no_record(
    file: Path, name: str, fields: dict[str, str | None], kinds: list[str]
) -> None:
    before, after = articles(2)
    broken = Made(fields=fields)
    found, damages = walked(file, plain(before, broken, after))
    assert len(found) == 3
    assert (found[0].uri, found[2].uri) == (before.url, after.url)
    assert [d.kind for d in damages] == kinds


@pytest.mark.parametrize("version", ["WARC/1.1", "WARC/0.18", "warc/1.0"])
def test_every_version_there_was_is_read(file: Path, version: str) -> None:
    found, damages = walked(file, Made(version=version).bytes())
    assert (len(found), damages) == (1, [])


def test_a_version_that_never_was_is_read_and_told(file: Path) -> None:
    found, damages = walked(file, Made(version="WARC/7.3").bytes())
    assert (len(found), [(d.kind, d.held) for d in damages]) == (1, [("version", True)])


def test_a_record_quoted_inside_a_record_is_no_record(file: Path) -> None:
    quoting = Made(body=b"see:\n" + articles(1)[0].bytes() + b"end")
    found, damages = walked(file, plain(quoting, *articles(2)))
    assert [len(found), damages] == [3, []]
    assert found[0].length == len(quoting.head) + 2 + len(quoting.body)


def test_arc_is_read_plain_and_packed(file: Path) -> None:
    answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old</p>"
    made = arc(
        ("http://news.example/a b", answer),
        ("dns:news.example", b"20210211044629\n"),
        ("http://news.example/2", answer),
    )
    for data in (made, gzip.compress(made)):
        found, damages = walked(file, data)
        assert [f.type for f in found] == ["warcinfo", "response", "resource", "response"]
        assert damages == []
        assert [f.uri for f in found if captures.is_capture(f)] == ["http://news.example/a b", "http://news.example/2"]
        assert {f.status for f in found if captures.is_capture(f)} == {200}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\r\n", "no-record"),
        (b"hello", "no-record"),
        (bytes(5000), "no-record"),
        (b"PK\x05\x06" + bytes(18), "no-record"),
    ],
)
def test_a_file_without_records_says_so(file: Path, data: bytes, kind: str) -> None:
    assert walked(file, data)[0] == []
    assert [d.kind for d in walked(file, data)[1]] == [kind]


def test_a_bomb_takes_neither_memory_nor_minutes(file: Path) -> None:
    pack = zlib.compressobj(9, wbits=31)
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2021-01-01T00:00:00Z\r\nContent-Length: %d\r\n\r\n"
    data = pack.compress(head % (1 << 30)) + b"".join(pack.compress(bytes(1 << 24)) for _ in range(64)) + pack.flush()
    assert len(data) < 1_100_000
    for bomb in (data, zstandard.ZstdCompressor().compress(head % (1 << 29) + bytes(1 << 29))):
        before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
        found, damages = walked(file, bomb + gz(*RECORDS) if bomb is data else bomb)
        assert "bomb" in [d.kind for d in damages]
        assert time.monotonic() - started < 20
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024
        if bomb is data:
            assert [f.uri for f in found if f.whole] == [r.url for r in RECORDS]


def test_lengths_that_all_lie_do_not_cost_the_square_of_the_file(file: Path) -> None:
    liar = Made(fields={"Content-Length": "3000000"}, digests=False, body=b"x").bytes().rstrip() + b"\n"
    started = time.monotonic()
    found, _ = walked(file, liar * 8000)
    assert len(found) == 8000
    assert time.monotonic() - started < 30


def test_a_hostile_wacz_is_left_packed(file: Path) -> None:
    found, damages = walked(file, wacz([("archive/a.warc", bytes(1 << 28))], zipfile.ZIP_DEFLATED))
    assert (found, [d.kind for d in damages]) == ([], ["zip"])
    found, damages = walked(file, wacz([("../../etc/archive/a.warc", plain(*RECORDS))]))
    assert (len(found), damages) == (4, [])


def test_a_wacz_cut_short_still_gives_its_records(file: Path) -> None:
    whole = wacz([("archive/data.warc.gz", gz(*RECORDS)), ("pages/pages.jsonl", b"{}")])
    found, damages = walked(file, whole[: len(whole) - 60])
    assert [f.uri for f in found] == [r.url for r in RECORDS]
    assert damages[0].kind == "zip"


def test_a_flipped_bit_in_a_wacz_is_told(file: Path) -> None:
    whole = bytearray(wacz([("archive/data.warc", plain(*[Made(digests=False)]))]))
    whole[whole.index(b"<p>text")] ^= 1
    assert "crc" in [d.kind for d in walked(file, bytes(whole))[1]]


def test_a_thousand_records_are_indexed_in_seconds(tmp_path: Path) -> None:
    body = "".join(random.Random(3).choices("報導眾聞香港台灣新記者abcdefgh \n", k=7600)).encode()
    (tmp_path / "f.warc.gz").write_bytes(gz(*(Made(url=f"https://news.example/{n}", body=body) for n in range(1000))))
    rates = []
    for _ in range(3):
        started = time.process_time()
        assert sum(1 for _ in captures.index(tmp_path, "f.warc.gz")) == 1000
        rates.append(1000 / (time.process_time() - started))
    print(f"records a second: {max(rates):,.0f}")
    assert max(rates) > 300  # 2,000 and more on a quiet machine
