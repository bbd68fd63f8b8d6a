"""The letters' server: GET shows, POST acts, and nobody learns from it who is on a list."""

from __future__ import annotations

import base64
import http.client
import json
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import post
import pytest
from post import Place

from backissue import disk
from backissue.model import BrokenWorld
from backissue.publish import serve_letters
from backissue.publish.limits import Limit, Limits
from backissue.publish.serve_letters import LIMITS, Letters
from backissue.subscribers.rolls import State

NOBODYS = "A" * 22


class Desk:
    """A server with a list behind it; its clock stands still until told."""

    def __init__(self, root: Path) -> None:
        self.place = Place(
            root, 25, post.TOML + '[[support]]\nname = "支持 <b>"\nurl = "https://pay.example.org/x?a=1&b=2"\n'
        )
        self.time = 0.0
        self.server = Letters(self.place.folder, clock=lambda: self.time)

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        named = {k.replace("_", "-"): v for k, v in headers.items()}
        connection.request(
            method,
            path,
            body or None,
            {"Host": "letters.example.org", "Content-Type": "application/x-www-form-urlencoded"} | named,
        )
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, text

    def raw(self, data: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=30) as there:
            try:
                there.sendall(data)
                there.shutdown(socket.SHUT_WR)
                return there.recv(200)
            except ConnectionError:
                return b""

    @property
    def events(self) -> int:
        return len(list((self.place.folder / "events").iterdir()))

    def links(self, address: str) -> tuple[str, str]:
        with self.place.book() as book:
            person = book.readers.find(address)
            return book.readers.token("confirm", person), book.readers.token("unsubscribe", person)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    with desk.server as server:
        threading.Thread(target=server.run, daemon=True).start()
        yield desk


def test_somebody_signs_up_confirms_and_leaves_by_one_click(desk):
    assert desk.ask("POST", "/subscribe", "address=Jo%40Example.org&lang=en")[0] == 200
    yes, no = desk.links("jo@example.org")
    assert desk.ask("POST", f"/confirm/{yes}", "lang=en")[0] == 200
    with desk.place.book() as book:
        assert book.readers.find("jo@example.org").state is State.ACTIVE
    # as RFC 8058, section 3.2, has it: no cookie, no origin, a body of one field
    assert desk.ask("POST", f"/unsubscribe/{no}", "List-Unsubscribe=One-Click")[0] == 200
    with desk.place.book() as book:
        assert book.readers.find("jo@example.org") is None


def test_one_click_as_multipart_works_too(desk):
    desk.place.fill(["jo@example.org"])
    _, no = desk.links("jo@example.org")
    body = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
    assert desk.ask("POST", f"/unsubscribe/{no}", body, Content_Type="multipart/form-data; boundary=b")[0] == 200
    with desk.place.book() as book:
        assert book.readers.find("jo@example.org") is None


def test_a_scanner_that_opens_every_link_a_thousand_times_changes_nothing_and_a_post_does(desk):
    people = [f"reader-{n}@example.org" for n in range(20)]
    desk.place.fill(people[10:])
    with desk.place.book() as book:
        for address in people[:10]:
            book.ask(address, "en", myself=True)
    links = [
        f"/{kind}/{token}"
        for a in people
        for kind, token in zip(("confirm", "unsubscribe"), desk.links(a), strict=True)
    ]
    before = {p.name: p.read_bytes() for p in desk.place.folder.rglob("*") if p.is_file()}
    asked = 0
    while asked < 1000:
        for link in links:
            for method in ("GET", "HEAD"):
                status, _, text = desk.ask(method, link + ("?lang=en&utm_source=scanner" if asked % 3 else ""))
                assert status == 200
                assert bool(text) is (method == "GET")
                asked += 1
    assert {p.name: p.read_bytes() for p in desk.place.folder.rglob("*") if p.is_file()} == before
    with desk.place.book() as book:
        assert len(list(book.readers)) == 20
    for link in links[:2] + links[-2:]:
        assert desk.ask("POST", link)[0] == 200
    with desk.place.book() as book:
        assert len(list(book.readers)) == 18


def test_the_answer_is_the_same_for_known_and_unknown_addresses_and_tokens(desk):
    desk.place.fill(["known@example.org", "left@example.org"])
    with desk.place.book() as book:
        book.leave("left@example.org")
    yes, no = desk.links("known@example.org")
    said = {
        json.dumps(desk.ask("POST", "/subscribe", f"lang=en&address={who}@example.org"))
        for who in ("known", "left", "new")
    }
    assert len(said) == 1
    for kind, known in (("confirm", yes), ("unsubscribe", no)):
        assert desk.ask("POST", f"/{kind}/{known}") == desk.ask("POST", f"/{kind}/{NOBODYS}")
        shown = {desk.ask("GET", f"/{kind}/{t}")[2].replace(t, "TOKEN") for t in (known, NOBODYS)}
        assert len(shown) == 1
    assert {len(p.read_bytes()) // 512 for p in (desk.place.folder / "events").iterdir()} == {1}


def test_every_page_is_strict_and_needs_no_script(desk):
    for path in ("/", f"/confirm/{NOBODYS}", f"/unsubscribe/{NOBODYS}", "/nothing"):
        for language in ("zh-Hant", "en"):
            _, headers, text = desk.ask("GET", f"{path}?lang={language}")
            assert headers["content-security-policy"].startswith("default-src 'none'")
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["x-frame-options"] == "DENY"
            assert headers["cache-control"] == "no-store"
            assert "set-cookie" not in headers
            assert f'<html lang="{language}">' in text
            assert "<script" not in text
            assert "style=" not in text


def test_words_of_the_configuration_are_escaped_and_its_links_lead_where_supporters_pay(desk):
    text = desk.ask("GET", "/?lang=en")[2]
    assert '<a href="https://pay.example.org/x?a=1&amp;b=2" rel="noopener noreferrer">支持 &lt;b&gt;</a>' in text


@pytest.mark.parametrize(
    ("asks", "language"),
    [
        ("zh-TW,zh;q=0.9", "zh-Hant"),
        ("en-GB,en", "en"),
        ("fr,de;q=0.5", "zh-Hant"),
        ("fr, en;q=0.4", "en"),
        ("", "zh-Hant"),
    ],
)
def test_a_page_is_in_the_language_the_browser_asks_for_or_the_papers(desk, asks, language):
    assert f'<html lang="{language}">' in desk.ask("GET", "/", Accept_Language=asks)[2]


def test_what_is_no_address_is_said_so_and_not_kept(desk):
    for wrong in ("", "x", "a@b", "a%0D%0AB%40c.example", "%FF%FE", "<script>@x.example"):
        status, _, text = desk.ask("POST", "/subscribe", f"address={wrong}&lang=en")
        assert status == 400
        assert 'role="alert"' in text
        assert "<script" not in text
        desk.time += 1000
    assert desk.events == 0


def test_a_form_of_another_site_signs_nobody_up(desk):
    assert desk.ask("POST", "/subscribe", "address=jo@example.org", Sec_Fetch_Site="cross-site")[0] == 403
    assert desk.events == 0


def test_one_client_may_ask_a_little_and_all_together_not_much_more(desk):
    def sign_up(client: str) -> int:
        return desk.ask("POST", "/subscribe", "address=jo@example.org", X_Forwarded_For=f"203.0.113.9, {client}")[0]

    limit = LIMITS["subscribe"]
    assert [sign_up("198.51.100.7") for _ in range(6)] == [200] * 5 + [429]
    assert sign_up("198.51.100.8") == 200
    assert [sign_up(f"2001:db8::{n}") for n in range(6)] == [200] * 5 + [429], "a /64 is one client"
    many = [sign_up(f"192.0.2.{n}") for n in range(60)]
    assert many.count(200) == limit.all_burst - 11
    desk.time += 61
    assert sign_up("198.51.100.7") == 200
    assert sign_up("198.51.100.7") == 429
    assert desk.ask("POST", f"/unsubscribe/{NOBODYS}")[0] == 200, "who leaves does not wait for those who come"


def test_limits_keep_no_addresses_and_take_no_more_memory_whoever_asks():
    limits = Limits({"x": Limit(1, 1, 10_000, 10_000)}, lambda: 0.0)
    size = sum(a.buffer_info()[1] for a in [*limits._left.values(), *limits._when.values()])
    for n in range(20_000):
        limits.allow("x", f"10.{n >> 16}.{(n >> 8) & 255}.{n & 255}")
    limits.allow("x", "no address at all")
    assert sum(a.buffer_info()[1] for a in [*limits._left.values(), *limits._when.values()]) == size
    assert set(vars(limits)) == {"_limits", "_clock", "_key", "_lock", "_left", "_when"}


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET / HTTP/1.1\r\n\r\n", b"421"),
        (b"GET http://letters.example.org/ HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"400"),
        (b"POST /subscribe HTTP/1.1\r\nHost: letters.example.org\r\nContent-Length: 5000\r\n\r\n", b"413"),
        (b"POST /subscribe HTTP/1.1\r\nHost: letters.example.org\r\nContent-Length: 99999999999999999999\r\n\r\n", b"413"),
        (b"POST /subscribe HTTP/1.1\r\nHost: letters.example.org\r\nContent-Length: -1\r\n\r\n", b"411"),
        (b"POST /subscribe HTTP/1.1\r\nHost: letters.example.org\r\nTransfer-Encoding: chunked\r\n\r\n1e\r\naddress=jo@example.org\r\n0\r\n\r\n", b"411"),
        (b"GET / HTTP/1.1\r\nHost: letters.example.org\r\nX: " + b"x" * 9000 + b"\r\n\r\n", b"431"),
        (b"DELETE / HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"405"),
        (b"\x16\x03\x01\x02\x00\r\n\r\n", b"400"),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"404"),
        (b"GET //[evil HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"404"),
        (b"GET /assets/../../../words.py HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"404"),
        (b"GET /?" + b"a=b&" * 400 + b" HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"200"),
        (b"GET /%FF%00?%FF=%00 HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"404"),
        (b"POST /unsubscribe/" + b"A" * 23 + b" HTTP/1.1\r\nHost: letters.example.org\r\n\r\n", b"404"),
        (b"POST /subscribe HTTP/1.1\r\nHost: letters.example.org\r\nContent-Length: 40\r\n\r\naddress=jo@example.org", b""),
        (b"GET / HTTP/1.1", b""),
    ],
    ids=range(18),
)  # fmt: skip
def test_a_strange_request_has_its_answer_and_changes_nothing(desk, data, status):
    answer = desk.raw(data)
    assert answer[9:12] == status
    assert desk.events == 0
    assert desk.ask("GET", "/")[0] == 200


def test_a_client_that_says_nothing_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(serve_letters, "_PATIENCE", 0.3)
    desk = Desk(tmp_path)
    with desk.server as server:
        threading.Thread(target=server.run, daemon=True).start()
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as slow:
            slow.sendall(b"GET / HTTP/1.1\r\n")
            assert slow.recv(10) == b""


def test_a_full_disk_is_said_and_nothing_half_written_stays(desk, monkeypatch):
    def full(path, data):
        raise BrokenWorld("could not write: no space left")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", full)
        status, headers, _ = desk.ask("POST", "/subscribe", "address=jo@example.org")
    assert (status, headers["retry-after"]) == (503, "600")
    assert desk.ask("POST", "/subscribe", "address=jo@example.org")[0] == 200
    assert desk.events == 1


def test_an_event_that_a_death_left_half_written_is_swept_away(desk):
    half = desk.place.folder / "events" / "0123.age.part"
    half.write_bytes(b"half")
    Letters(desk.place.folder)
    assert not half.exists()


def test_the_pages_may_lie_below_a_path(tmp_path):
    place = Place(
        tmp_path, 25, post.TOML.replace('"https://letters.example.org/"', '"https://news.example.org/letters"')
    )
    desk = Desk.__new__(Desk)
    desk.place, desk.time = place, 0.0
    desk.server = Letters(place.folder)
    with desk.server as server:
        threading.Thread(target=server.run, daemon=True).start()
        for path in ("/letters/", "/"):
            status, _, text = desk.ask("GET", path, Host="news.example.org")
            assert status == 200
            assert 'action="/letters/subscribe"' in text
            assert 'href="/letters/assets/site.css"' in text
        assert desk.ask("GET", "/letters/assets/site.css", Host="news.example.org")[1]["content-type"].startswith(
            "text/css"
        )
        assert desk.ask("POST", f"/letters/unsubscribe/{NOBODYS}", Host="news.example.org")[0] == 200


def _bytes_of(written: str) -> bytes:
    """The 32 bytes of a key of age (bech32, BIP 173)."""
    values = ["qpzry9x8gf2tvdw0s3jn54khce6mua7l".index(c) for c in written.lower().rpartition("1")[2]][:-6]
    bits = "".join(f"{v:05b}" for v in values)
    return bytes(int(bits[i : i + 8], 2) for i in range(0, 256, 8))


def _secret(key: Path) -> tuple[bytes, bytes]:
    """The secret key as it is written, and its 32 bytes."""
    written = next(line for line in key.read_text().splitlines() if line.startswith("AGE-SECRET-KEY-1"))
    return written.encode(), _bytes_of(written)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="reads the memory of a process as Linux shows it")
def test_the_servers_memory_and_disk_hold_no_secret_key(tmp_path):
    place = Place(tmp_path)
    place.fill([f"reader-{n}@example.org" for n in range(50)])
    command = [sys.executable, "-m", "backissue", "serve", "--letters", "--list", str(place.folder), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            port = int(re.search(r":(\d+)/", server.stderr.readline())[1])
            for n in range(20):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                connection.request("POST", f"/unsubscribe/{n:022}", "x")
                assert connection.getresponse().status == 200
                connection.close()
            seen, public = 0, _bytes_of((place.folder / "public.txt").read_text().strip())
            found = dict.fromkeys(("written", "raw", "public"), False)
            written, raw = _secret(place.key)
            needles = {"written": written, "raw": raw, "public": public}
            with open(f"/proc/{server.pid}/mem", "rb", 0) as memory:
                for line in Path(f"/proc/{server.pid}/maps").read_text().splitlines():
                    start, end = (int(x, 16) for x in line.split()[0].split("-"))
                    if "r" not in line.split()[1] or "[v" in line:
                        continue
                    memory.seek(start)
                    try:
                        data = memory.read(end - start)
                    except OSError:
                        continue
                    seen += len(data)
                    for what, needle in needles.items():
                        found[what] |= needle in data or base64.b64encode(needle) in data
        finally:
            server.terminate()
    assert seen > 10_000_000
    assert found == {"written": False, "raw": False, "public": True}, "the public key shows that memory was read"
    files = [p.read_bytes() for p in place.folder.rglob("*") if p.is_file()]
    assert len(files) > 20
    assert not any(n in data for n in (written, raw) for data in files)


def test_many_clients_at_once_are_all_answered(desk):
    answers: list[int] = []

    def client() -> None:
        answers.extend(desk.ask("GET", "/")[0] for _ in range(10))

    threads = [threading.Thread(target=client) for _ in range(20)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{len(answers)} pages in {time.monotonic() - began:.1f} s")
    assert answers == [200] * 200
