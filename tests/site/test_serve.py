"""The server: what it gives, to whom, and what it refuses."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import dom
import pytest

from backissue.model import BadInstruction
from backissue.publish import listening
from backissue.publish.serve import Server, serving

REPORT = {"captures": {"listed": 3}, "articles": {"held": 41}, "findings": {"media.not-held": 8}, "law": True}


@pytest.fixture(scope="module")
def server(paper: Path, site: Path) -> Iterator[Server]:
    with serving(paper, site, audit=lambda: REPORT) as server:
        threading.Thread(target=server.run, daemon=True).start()
        yield server


def ask(server: Server, path: str, host: str = "", method: str = "GET") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{server.port}"})
    answer = connection.getresponse()
    body = answer.read().decode("utf-8")
    connection.close()
    return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body


def test_it_gives_the_sites_files_with_their_types(server: Server, site: Path) -> None:
    status, headers, body = ask(server, "/")
    assert (status, body) == (200, (site / "index.html").read_text("utf-8"))
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["x-content-type-options"] == "nosniff"
    assert ask(server, "/assets/site.css")[1]["content-type"].startswith("text/css")
    assert ask(server, "/sections")[1]["location"] == "/sections/index.html"
    assert ask(server, "/index.html", method="HEAD")[2] == ""


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:1", "", "127.0.0.1", "[::1]:1"])
def test_it_answers_only_to_a_host_that_is_this_machine(server: Server, host: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        raw.sendall(f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert raw.recv(64).startswith(b"HTTP/1.1 421 ")
    assert ask(server, "/", host=f"localhost:{server.port}")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/../paper/outlet.toml", "/%2e%2e/%2e%2e/etc/passwd", "/.backissue-site", "/articles/../../x", "/a%00b", "/..%5c..%5cx", "//etc/passwd", "/nothing.html", "/assets//site.css"],
)  # fmt: skip
def test_it_gives_nothing_outside_the_site(server: Server, path: str) -> None:
    assert ask(server, path)[0] == 404


def test_memory_goes_back_to_the_system_when_nobody_is_talking(
    paper: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested = threading.Event()
    listening._memory("there_is_no_such_function", 1)
    with serving(paper, site) as server:
        monkeypatch.setattr(server, "rest", rested.set)
        threading.Thread(target=server.run, daemon=True).start()
        with socket.create_connection(("127.0.0.1", server.port), timeout=20):
            assert ask(server, "/")[0] == 200
            assert not rested.is_set(), "somebody is still talking"
        assert rested.wait(20)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_it_takes_nothing(server: Server, method: str) -> None:
    assert ask(server, "/", method=method)[0] == 405


@pytest.mark.parametrize(
    "raw",
    [
        b"\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\x16\x03\x01\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * 9000,
        b"GET / FOO/9\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_the_server_lives(server: Server, raw: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as there:
        try:
            there.sendall(raw)
            answer = there.recv(64)
        except ConnectionError:
            answer = b""
    assert answer[:12] in (b"HTTP/1.1 400", b"HTTP/1.1 431", b"")
    assert ask(server, "/")[0] == 200


def test_one_connection_serves_many_requests(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    for path in ("/", "/about.html", "/nothing", "/assets/reader.js"):
        connection.request("GET", path)
        connection.getresponse().read()
    connection.close()


def test_searching_by_the_api_and_by_the_page_find_the_same(server: Server) -> None:
    status, _, body = ask(server, "/api/search?q=%E7%84%A1%E6%97%A5%E6%9C%9F&facets=5")
    found = json.loads(body)
    assert status == 200
    assert found["hits"][0]["title"] == "無日期的一篇"
    assert found["facets"]
    status, _, page = ask(server, "/search.html?q=%E7%84%A1%E6%97%A5%E6%9C%9F")
    assert status == 200
    assert "<mark>無日期</mark>" in page
    assert list(dom.troubles(page, "search.html")) == []


def test_a_query_that_attacks_is_shown_as_text(server: Server) -> None:
    page = ask(
        server,
        "/search.html?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&section=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&year=%3Cb%3E",
    )[2]
    assert list(dom.troubles(page, "search.html")) == []
    assert "<script>alert" not in page


def test_the_api_describes_itself_and_says_what_is_wrong(server: Server) -> None:
    described = json.loads(ask(server, "/api")[2])
    assert described["openapi"].startswith("3.")
    for path in described["paths"]:
        assert ask(server, path.replace("{id}", "8") + ("?q=x&url=x" if "search" in path or "old" in path else ""))[
            0
        ] in (200, 404)
    assert ask(server, "/api/search")[0] == 400
    assert ask(server, "/api/search?q=x&limit=-1")[0] == 400
    assert ask(server, "/api/search?q=after:yesterday")[0] == 400
    assert ask(server, "/api/article/no-such")[0] == 404
    assert json.loads(ask(server, "/api/article/8")[2])["id"] == "8"
    assert json.loads(ask(server, "/api/audit")[2]) == REPORT


def test_old_addresses_are_found_by_the_server_too(server: Server) -> None:
    status, headers, _ = ask(server, "/old/find?url=http://morningmist.example/article/8/old-slug?from=home")
    assert (status, headers["location"]) == (303, "/articles/2018/01/8.html")


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("https://www.morningmist.example/article/8/a-slug-that-nobody-ever-had", "articles/2018/01/8.html"),
        ("https://web.archive.org/web/2020/http://morningmist.example/article/7777/x", "lost/7777.html"),
    ],
)
def test_an_old_address_is_known_by_its_number_alone_as_in_the_browser(server: Server, asked: str, page: str) -> None:
    assert json.loads(ask(server, f"/api/old?url={asked}")[2]) == {"page": page}
    assert ask(server, "/api/old?url=https://elsewhere.example/article/8/x")[0] == 404


def test_the_operators_page_shows_the_sum(server: Server) -> None:
    status, _, page = ask(server, "/audit.html")
    assert status == 200
    assert "media.not-held" in page
    assert "law: true" in page


def test_a_folder_that_is_no_site_and_a_taken_port_are_told(
    server: Server, paper: Path, site: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadInstruction, match="no site"), serving(paper, tmp_path):
        pass
    with pytest.raises(BadInstruction, match="cannot be had"), serving(paper, site, port=server.port):
        pass
