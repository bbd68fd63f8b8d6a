"""A stand-in for Common Crawl on loopback: an index in pages, in pywb's dialect, and a data host that serves byte ranges."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.captures.warcs import Made, sha1

from backissue import urls

FILE = "crawl-data/CC-MAIN-2020-10/segments/1581875141396.22/warc/CC-MAIN-20200216182139-20200216212139-00001.warc.gz"


@dataclass
class Crawl:
    """One crawl's index and file. ``log`` is (path, Range); ``answers`` are given to data requests before the true ones."""

    records: list[Made]
    page_size: int = 3
    log: list[tuple[str, str]] = field(default_factory=list)
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    ignore_ranges: bool = False
    lies: dict[str, dict[str, str]] = field(default_factory=dict)  # by URL: what its line says instead
    data: bytes = b""
    base: str = ""

    def lines(self) -> list[str]:
        import gzip

        out, self.data = (
            [],
            gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", mtime=0),
        )
        for record in self.records:
            member = gzip.compress(record.bytes(), mtime=0)
            stamp = "".join(c for c in record.date if c.isdigit())
            said = {
                "urlkey": urls.key(record.url),
                "timestamp": stamp,
                "url": record.url,
                "mime": "text/html",
                "mime-detected": "text/html",
                "status": record.head.split(b" ")[1].decode(),
                "digest": sha1(record.body),
                "length": str(len(member)),
                "offset": str(len(self.data)),
                "filename": FILE,
            }
            out.append(json.dumps(said | self.lies.get(record.url, {})))
            self.data += member
        return sorted(out)

    @property
    def index(self) -> str:
        return f"{self.base}/CC-MAIN-2020-10-index"

    def answer(self, path: str, span: str) -> tuple[int, bytes]:
        parts = urlsplit(path)
        if parts.path == "/CC-MAIN-2020-10-index":
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            assert asked["output"] == "json"
            host = urls.host(f"http://{asked['url']}")
            lines = [line for line in self.lines() if urls.host(json.loads(line)["url"]) == host]
            if not lines:
                return 404, b'{"message": "No Captures found for: %s"}' % asked["url"].encode()
            pages = -(-len(lines) // self.page_size)
            if "showNumPages" in asked:
                return 200, json.dumps({"pages": pages, "pageSize": 5, "blocks": pages}).encode()
            page = int(asked.get("page", 0))  # as pywb's zipped index: whoever names no page gets the first
            return 200, "".join(f"{x}\n" for x in lines[page * self.page_size :][: self.page_size]).encode()
        if self.answers:
            return self.answers.pop(0)
        self.lines()
        if parts.path != f"/{FILE}":
            return 404, b"<Error><Code>NoSuchKey</Code></Error>"
        if self.ignore_ranges:
            return 200, self.data
        first, last = map(int, span.removeprefix("bytes=").split("-"))
        return 206, self.data[first : last + 1]


@contextlib.contextmanager
def serving(crawl: Crawl) -> Iterator[Crawl]:
    """The crawl, served."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            span = self.headers.get("Range", "")
            crawl.log.append((self.path, span))
            status, body = crawl.answer(self.path, span)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    crawl.base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield crawl
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
