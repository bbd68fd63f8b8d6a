"""A Wayback-dialect archive of our own on loopback, proven against recordings of the real one, with faults by seed.

One thread, one connection at a time, its own small HTTP: so that answers can be
cut short, connections reset and the listener closed exactly when wanted. Time is
a ``Clock`` shared with the client; what was asked, and when, stands in ``log``.
"""

from __future__ import annotations

import bisect
import gzip
import hashlib
import random
import re
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl, quote_plus, unquote_plus, urlsplit

import yaml
from tests.captures.warcs import sha1

from backissue import urls

OUTAGE = b"<html><title>Internet Archive: Temporarily Offline</title><p>We will be back soon.</p></html>"


@dataclass
class Clock:
    """Virtual seconds; ``watch`` is called after every sleep."""

    now: float = 1_700_000_000.0
    slept: float = 0.0
    watch: Callable[[float], None] = lambda now: None

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += max(0.0, seconds)
        self.slept += max(0.0, seconds)
        self.watch(self.now)


@dataclass
class RealClock:
    slept: float = 0.0
    watch: Callable[[float], None] = lambda now: None

    def time(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(max(0.0, seconds))
        self.watch(time.time())


@dataclass(frozen=True)
class Held:
    """A capture of the front's. ``headers`` are the outlet's."""

    url: str
    stamp: str
    status: int = 200
    mime: str = "text/html"
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    revisit: bool = False
    digest: str = ""
    length: str = ""
    vanished: bool = False  # listed, but not played back

    def row(self) -> tuple[str, ...]:
        key = urls.key(self.url)
        mime, status = ("warc/revisit", "-") if self.revisit else (self.mime, str(self.status))
        return (
            key,
            self.stamp,
            self.url,
            mime,
            status,
            self.digest or sha1(self.body),
            self.length or str(len(self.body) // 3 + 300),
        )


@dataclass
class Faults:
    """Shares of requests that go wrong, in order of trial."""

    cut: float = 0.0
    busy: float = 0.0
    overloaded: float = 0.0
    reset: float = 0.0
    outage: float = 0.0
    loop: float = 0.0
    barren: float = 0.0
    close_every: int = 0  # requests until the listener closes
    close_for: float = 200.0
    retry_after: float = 60.0


USUAL = Faults(cut=0.1, busy=0.1, overloaded=0.1, reset=0.05, outage=0.05, loop=0.05, barren=0.05, close_every=900)


@dataclass(eq=False)
class Front:
    captures: list[Held]
    clock: Clock | RealClock
    faults: Faults = field(default_factory=Faults)
    seed: int = 1
    excluded: frozenset[str] = frozenset()
    widest: int = 0  # rows; a question for more (of a window, whatever its limit) times out with 504
    log: list[tuple[float, str, str, str]] = field(default_factory=list)  # time, kind, path, what was done
    port: int = 0

    def __post_init__(self) -> None:
        self.rows = sorted((c.row() for c in self.captures), key=lambda r: r[:2])
        self.names = [f"{r[0]} {r[1]}" for r in self.rows]
        self.by_key: dict[str, list[Held]] = {}
        for capture in sorted(self.captures, key=lambda c: c.stamp):
            self.by_key.setdefault(urls.key(capture.url), []).append(capture)
        self.chance = random.Random(self.seed)
        self._count = 0
        self._opens_at = 0.0
        self._open: socket.socket | None = None
        self._stop = threading.Event()
        self._lock = threading.Lock()

    # A server, by hand.

    def __enter__(self) -> Front:
        self._listen()
        self.clock.watch = self._watch
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._close()
        self._thread.join(10)
        assert not self._thread.is_alive()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def cdx(self) -> str:
        return f"{self.base}/cdx/search/cdx"

    def _listen(self) -> None:
        made = socket.socket()
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(("127.0.0.1", self.port))
        made.listen(16)
        made.settimeout(0.05)
        self.port = made.getsockname()[1]
        self._open = made

    def _close(self) -> None:
        with self._lock:
            if self._open:
                self._open.close()
                self._open = None

    def _watch(self, now: float) -> None:
        with self._lock:
            if self._open is None and not self._stop.is_set() and now >= self._opens_at:
                self._listen()

    def _serve(self) -> None:
        while not self._stop.is_set():
            listening = self._open
            if listening is None:
                time.sleep(0.001)
                continue
            try:
                connection, _ = listening.accept()
            except (TimeoutError, OSError):
                continue
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(0.2)
            with connection:
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        pending = b""
        while not self._stop.is_set():
            try:
                while b"\r\n\r\n" not in pending:
                    data = connection.recv(65536)
                    if not data:
                        return
                    pending += data
            except TimeoutError:
                continue
            except OSError:
                return
            head, _, pending = pending.partition(b"\r\n\r\n")
            if not self._reply(connection, head.split(b" ", 2)[1].decode()):
                return

    def _reply(self, connection: socket.socket, path: str) -> bool:
        """Answer one request; False if the connection is over."""
        self._count += 1
        listing = path.startswith("/cdx")
        status, reason, headers, body = self._listing(path) if listing else self._playback(path)
        fault = self._fault(listing)
        self.log.append((self.clock.time(), "listing" if listing else "playback", path, fault or str(status)))
        if fault == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        if fault == "closed":
            self._opens_at = self.clock.time() + self.faults.close_for
            self._close()
            return False
        if fault == "busy":
            after = self.faults.retry_after
            when = format_datetime(datetime.fromtimestamp(self.clock.time() + after, UTC), usegmt=True)
            said = when if self.chance.random() < 0.5 and after >= 2 else f"{after:.0f}"
            status, reason, headers, body = (
                429,
                "Too Many Requests",
                [("Retry-After", said), ("Content-Type", "text/html")],
                b"slow down",
            )
        elif fault == "overloaded":
            status, reason, headers, body = (
                503,
                "Service Unavailable",
                [("Content-Type", "text/html")],
                b"<h1>503 Service</h1>",
            )
        elif fault == "outage":
            status, reason, headers, body = 200, "OK", [("Content-Type", "text/html")], OUTAGE
        head = f"HTTP/1.1 {status} {reason}\r\n" + "".join(f"{n}: {v}\r\n" for n, v in headers)
        head += f"Content-Length: {len(body)}\r\n\r\n"
        data = head.encode("latin-1", "replace") + body
        if fault == "cut":
            data = data[: max(len(head) - 10, len(data) - 1 - self.chance.randrange(1 + len(body)))]
        try:
            connection.sendall(data)
        except OSError:
            return False
        return fault != "cut"

    def _fault(self, listing: bool) -> str:
        f = self.faults
        if f.close_every and self._count % f.close_every == 0:
            return "closed"
        draw = self.chance.random()
        for name in ("cut", "busy", "overloaded", "reset", "outage"):
            draw -= getattr(f, name)
            if draw < 0:
                return name
        return ""

    # The archive.

    def _listing(self, path: str) -> tuple[int, str, list[tuple[str, str]], bytes]:
        asked = parse_qsl(urlsplit(path).query, keep_blank_values=True)
        said = dict(asked)
        plain = [("Content-Type", "text/plain;charset=UTF-8")]
        url = said["url"] if "://" in said["url"] else f"http://{said['url']}"
        key = urls.key(url)
        if urls.host(url) in self.excluded:
            words = "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error"
            return 403, "Forbidden", [*plain, ("X-Archive-Wayback-Runtime-Error", words)], words.encode()
        kind = said.get("matchType", "exact")
        rows = [r for r in self._range(key, kind, said.get("resumeKey")) if self._wanted(r, asked, said)]
        if self.widest and len(rows) > self.widest and "page" not in said and "showNumPages" not in said:
            return 504, "Gateway Time-out", [("Content-Type", "text/html")], b"<h1>504 Gateway Time-out</h1>"
        if said.get("showNumPages") == "true":
            return 200, "OK", plain, b"%d\n" % (1 + len(rows) // 50)
        if "page" in said:
            n = int(said["page"])
            rows = rows[n * 50 : n * 50 + 50]
        limit = int(said.get("limit", 0))
        if limit < 0:
            rows = rows[limit:]
        hit = 0 < limit <= len(rows)
        rows = rows[:limit] if limit > 0 else rows
        resume = None
        if said.get("showResumeKey") == "true" and hit:
            last = rows[-1]
            resume = quote_plus(f"{last[0]} {last[1][:-1]}{chr(ord(last[1][-1]) + 1)}")
            if self.faults.loop and self.chance.random() < self.faults.loop and "resumeKey" in said:
                resume = said["resumeKey"]
            if self.faults.barren and self.chance.random() < self.faults.barren and "resumeKey" in said:
                rows, resume = [], said["resumeKey"]
        names = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
        fields = [names.index(n) for n in said["fl"].split(",")] if "fl" in said else range(7)
        lines = [" ".join(r[i] for i in fields) for r in rows]
        if resume:
            lines += ["", resume]
        return 200, "OK", plain, "".join(f"{line}\n" for line in lines).encode()

    def _range(self, key: str, kind: str, resume: str | None) -> list[tuple[str, ...]]:
        start = 0
        if resume:
            start = bisect.bisect_left(self.names, unquote_plus(unquote_plus(resume) if "%25" in resume else resume))
        if kind == "exact":
            low, high = bisect.bisect_left(self.names, f"{key} "), bisect.bisect_right(self.names, f"{key} ~")
            return self.rows[max(low, start) : high]
        prefix = key.partition(")")[0] + ")" if kind == "host" else key
        return [r for r in self.rows[start:] if r[0].startswith(prefix)]

    def _wanted(self, row: tuple[str, ...], asked: list[tuple[str, str]], said: dict[str, str]) -> bool:
        since, until = said.get("from", ""), said.get("to", "")
        if since and row[1] < since.ljust(14, "0"):
            return False
        if until and row[1] > until.ljust(14, "9"):
            return False
        names = {"urlkey": 0, "timestamp": 1, "original": 2, "mimetype": 3, "statuscode": 4, "digest": 5, "length": 6}
        for name, value in asked:
            if name == "filter":
                field_, _, pattern = value.lstrip("!").partition(":")
                if bool(re.fullmatch(pattern, row[names[field_]])) == value.startswith("!"):
                    return False
        return True

    def _playback(self, path: str) -> tuple[int, str, list[tuple[str, str]], bytes]:
        found = re.match(r"/web/(\d{14})id_/(.*)", path)
        assert found, path
        stamp, url = found.groups()
        held = [c for c in self.by_key.get(urls.key(url), []) if not c.vanished]
        if not held:
            return (
                404,
                "NOT FOUND",
                [("Content-Type", "text/html; charset=utf-8")],
                b"<html><title>Wayback Machine</title></html>",
            )
        exact = next((c for c in held if c.stamp == stamp), None)
        if exact is None:
            nearest = min(held, key=lambda c: abs(_seconds(c.stamp) - _seconds(stamp)))
            where = f"{self.base}/web/{nearest.stamp}id_/{nearest.url}"
            said = [("Location", where), ("x-archive-redirect-reason", f"found capture at {nearest.stamp}")]
            return 302, "FOUND", [*said, ("Content-Type", "text/plain; charset=utf-8")], b""
        source = exact
        if exact.revisit:
            source = next((c for c in self.captures if not c.revisit and c.row()[5] == exact.row()[5]), exact)
        headers = [
            ("Memento-Datetime", format_datetime(_when(exact.stamp), usegmt=True)),
            ("Link", f'<{exact.url}>; rel="original"'),
            ("x-archive-src", "front-00000.warc.gz"),
            ("Content-Type", source.mime),
        ]
        for name, value in source.headers:
            if name.lower() == "location":
                headers.append(("Location", f"{self.base}/web/{exact.stamp}id_/{value}"))
            elif name.lower() == "content-encoding":
                headers += [(name, value), (f"X-Archive-Orig-{name}", value)]
            else:
                headers.append((f"X-Archive-Orig-{name}", value))
        return source.status, "OK" if source.status == 200 else "Archived", headers, source.body


def _when(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _seconds(stamp: str) -> float:
    return _when(stamp).timestamp()


def recorded(path: Any) -> list[tuple[str, int, dict[str, str], bytes]]:
    """The exchanges of one recording: address, status, headers, body unpacked."""
    exchanges = []
    for exchange in yaml.safe_load(path.read_text("utf-8"))["interactions"]:
        answer = exchange["response"]
        body = answer["body"].get("string") or b""
        body = body.encode() if isinstance(body, str) else body
        headers = {name.lower(): values[0] for name, values in answer["headers"].items()}
        if "gzip" in headers.get("content-encoding", ""):
            body = gzip.decompress(body)
        exchanges.append((exchange["request"]["uri"], answer["status"]["code"], headers, body))
    return exchanges


def paper(count: int, seed: int = 1) -> list[Held]:
    """Captures of a small dead site: about ``count``, with all that goes wrong in them."""
    chance = random.Random(seed)
    held: list[Held] = []
    farewell = b"<html><body><p>farewell: we have closed</p></body></html>"
    start = datetime(2016, 1, 1, tzinfo=UTC)
    n = 0
    while len(held) < count:
        n += 1
        url = f"https://www.news.example/article/{n}"
        body = (
            f"<html><body><h1>{n}</h1><p>{hashlib.sha256(str(n).encode()).hexdigest() * 20}</p></body></html>".encode()
        )
        when = start + timedelta(days=chance.randrange(1800), seconds=chance.randrange(86400))
        shots = [Held(url, f"{when:%Y%m%d%H%M%S}", body=body, vanished=chance.random() < 0.05)]
        if chance.random() < 0.1:
            packed = gzip.compress(body, mtime=0)
            shots[0] = Held(url, shots[0].stamp, body=packed, headers=(("Content-Encoding", "gzip"),))
        if chance.random() < 0.4:
            shots.append(Held(url, f"{when + timedelta(days=40):%Y%m%d%H%M%S}", revisit=True, digest=shots[0].row()[5]))
        if chance.random() < 0.3:
            shots.append(
                Held(url, f"{when + timedelta(days=90):%Y%m%d%H%M%S}", body=body.replace(b"</p>", b" edited</p>"))
            )
        if chance.random() < 0.3:
            shots.append(Held(url, f"2022{chance.randrange(1, 13):02d}05000000", body=farewell))
        if chance.random() < 0.1:
            shots.append(Held(url, f"{when + timedelta(days=9):%Y%m%d%H%M%S}", status=404, body=b"gone"))
        if chance.random() < 0.05:
            shots.append(
                Held(
                    url, f"{when - timedelta(days=9):%Y%m%d%H%M%S}", status=301, headers=(("Location", f"{url}/slug"),)
                )
            )
        held += shots
    for year in range(2016, 2021):
        for month in range(1, 13):
            held.append(
                Held(
                    "https://www.news.example/",
                    f"{year}{month:02d}01120000",
                    body=f"<p>front {year}-{month}</p>".encode(),
                )
            )
    return held
