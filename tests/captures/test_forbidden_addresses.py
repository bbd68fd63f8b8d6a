"""No spelling of a private address, and no answer of a name server, leads us there."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.captures.front import Clock, Front, Held

from backissue import captures
from backissue.captures.addresses import Forbidden, allowed, resolve_names
from backissue.model import Backissue, BadInstruction

PRIVATE = [
    *(f"127.{a}.{b}.{c}" for a, b, c in ((0, 0, 1), (0, 1, 1), (1, 2, 3), (255, 255, 254))),
    *(f"10.{a}.0.{b}" for a in (0, 1, 128, 255) for b in (1, 254)),
    *(f"172.{a}.0.1" for a in range(16, 32)),
    *(f"192.168.{a}.1" for a in (0, 1, 88, 255)),
    *(f"169.254.{a}.{b}" for a, b in ((169, 254), (0, 1), (1, 1))),
    *(f"100.{a}.0.1" for a in (64, 100, 127)),
    *("0.0.0.0", "0.1.2.3", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.19.255.1", "198.51.100.1", "203.0.113.9"),
    *(f"{a}.0.0.1" for a in (224, 232, 239, 240, 250, 255)),
    "255.255.255.255",
]
PRIVATE_6 = [
    *(
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "100::1",
        "fec0::1",
        "ff05::2",
        "fe80::dead:beef",
    ),
    *(f"::ffff:{a}" for a in PRIVATE),
    *(f"::{a}" for a in PRIVATE[:30]),
    *(f"64:ff9b::{a}" for a in PRIVATE[:30]),
    *("2002:7f00:1::", "2002:0a00:0001::1", "2002:c0a8:0101::1", "2001:0:7f00:1::1", "64:ff9b:1::7f00:1"),
]
SPELLINGS = [
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "127.1",
    "127.0.1",
    "0",
    "0x7f.0x0.0x0.0x1",
    "3232235777",
]
SPELLINGS += [
    "10.1",
    "0xa9fea9fe",
    "2852039166",
    "192.168.257",
    "0300.0250.1.1",
    "localhost",
    "LOCALHOST.",
    "foo.localhost",
]


def client_to(base: str, folder: Path, addresses: Sequence[str] | None, met: list[str]) -> captures.Client:
    clock = Clock()

    def connect(address: str, port: int, timeout: float) -> socket.socket:
        met.append(address)
        raise ConnectionRefusedError

    return captures.Client(
        base,
        captures.Manners(folder / "manners.json", clock.time, clock.sleep),
        agent="t",
        resolver=(lambda host, port: list(addresses)) if addresses is not None else resolve_names,
        connect=connect,
    )


def test_there_are_two_hundred_forms() -> None:
    forms = {*PRIVATE, *PRIVATE_6, *SPELLINGS}
    assert len(forms) >= 200


@pytest.mark.parametrize("address", PRIVATE + PRIVATE_6)
def test_a_name_that_leads_to_a_private_address_is_not_connected_to(tmp_path: Path, address: str) -> None:
    for answer in ([address], ["93.184.216.34", address], [address, "93.184.216.34"]):
        met: list[str] = []
        with pytest.raises(Forbidden, match="leads to"):
            client_to("https://archive.example/cdx", tmp_path, answer, met).ask(
                "https://archive.example/cdx?url=a.example", "listing"
            )
        assert met == []


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_a_private_address_passes_the_check(tmp_path: Path, spelling: str) -> None:
    met: list[str] = []
    client = client_to("https://archive.example/cdx", tmp_path, None, met)
    with pytest.raises(Forbidden):
        client.ask(f"https://{spelling}/cdx", "listing")
    assert met == []
    try:
        found = resolve_names(spelling, 80)
    except OSError:
        return  # this machine's resolver does not know the spelling
    with pytest.raises(Forbidden):
        allowed(found, private=False)


def test_rebinding_between_two_questions_is_seen(tmp_path: Path) -> None:
    answers, met = [["93.184.216.34"], ["127.0.0.1"]], []
    clock = Clock()

    def connect(address: str, port: int, timeout: float) -> socket.socket:
        met.append(address)
        raise TimeoutError

    client = captures.Client(
        "https://archive.example/cdx",
        captures.Manners(tmp_path / "m.json", clock.time, clock.sleep),
        agent="t",
        resolver=lambda host, port: answers.pop(0) if len(answers) > 1 else answers[0],
        connect=connect,
    )
    with pytest.raises(Forbidden):
        client.ask("https://archive.example/cdx?url=a.example", "listing")
    assert met == ["93.184.216.34"]


def test_public_addresses_are_connected_to(tmp_path: Path) -> None:
    for address in ("93.184.216.34", "207.241.237.3", "2606:2800:220:1::1", "::ffff:93.184.216.34"):
        met: list[str] = []
        with pytest.raises(Backissue):
            client_to("https://archive.example/cdx", tmp_path / address.replace(":", "_"), [address], met).ask(
                "https://archive.example/cdx", "listing"
            )
        assert set(met) == {address}


def test_a_private_source_is_fine_if_it_was_named_so(tmp_path: Path) -> None:
    met: list[str] = []
    client = client_to("http://192.168.1.5:8080/web/cdx", tmp_path, ["192.168.1.5"], met)
    with pytest.raises(Backissue):
        client.ask("http://192.168.1.5:8080/web/cdx", "listing")
    assert met == ["192.168.1.5"]


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/web/20200101000000id_/https://news.example/a",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "//10.0.0.1/web/20200101000000id_/https://news.example/a",
        "https://127.0.0.1/web/20200101000000id_/https://news.example/a",
        "http://[::1]/web/20200101000000id_/https://news.example/a",
        "http://user@10.0.0.1/web/20200101000000id_/https://news.example/a",
        "http://2130706433/web/20200101000000id_/https://news.example/a",
    ],
)
def test_a_redirect_elsewhere_is_not_followed(tmp_path: Path, target: str) -> None:
    clock = Clock()
    with Front([Held("https://news.example/a", "20200101000000")], clock) as front:
        front._playback = lambda path: (302, "FOUND", [("Location", target)], b"")  # type: ignore[method-assign]
        manners = captures.Manners(tmp_path / "m.json", clock.time, clock.sleep)
        client = captures.Client(front.base, manners, agent="t")
        line = 'example,news)/a 20200101000000 {"url":"https://news.example/a","source":"t"}'
        job = captures.Job("a", "article", (captures.from_line(line),))
        source = captures.source_of(front.cdx)
        things = list(
            captures.fetch(captures.Plan((job,)), tmp_path, [captures.Lender(source, client)], software="t", agent="t")
        )
        client.close()
        assert next(t.code for t in things if hasattr(t, "code")) in ("fetch.elsewhere", "fetch.not-there")
        assert len(front.log) == 1


def test_a_source_that_is_no_web_address_is_refused(tmp_path: Path) -> None:
    for base in ("file:///x/cdx", "127.0.0.1/cdx", "http://", "http://[::1/cdx", "http://a:99999/cdx"):
        with pytest.raises(BadInstruction):
            captures.source_of(base)
