"""The built site on this machine: pages from the folder, search and a JSON API beside them, the operator's audit page.

Binds loopback and nothing else, answers only to a Host that names loopback (so
that no page of the web can reach it by a name of its own), reads nothing outside
the site's folder, keeps no log. Refuses methods other than GET and HEAD.
"""

from __future__ import annotations

import contextlib
import json
import mimetypes
import os
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from backissue.model import Backissue, BadInstruction, BrokenWorld
from backissue.publish.listening import HOSTS, Listener, host_and_port
from backissue.publish.serve_api import Api
from backissue.publish.site.output import MARK

__all__ = ["Answer", "Server", "serving"]

_LONGEST = 16_384
_IDLE = 30.0
_HEADERS = (
    b"X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n"
    b"X-Frame-Options: DENY\r\nCache-Control: no-cache\r\n"
)
_TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
          ".json": "application/json", ".xml": "application/xml", ".tsv": "text/tab-separated-values; charset=utf-8", ".svg": "image/svg+xml"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: status, type, bytes; ``location`` for a redirect."""

    status: int
    kind: str
    body: bytes
    location: str = ""

    @classmethod
    def json(cls, value: object, status: int = 200) -> Answer:
        """JSON, as UTF-8."""
        return cls(status, "application/json", json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))

    @classmethod
    def html(cls, text: str, status: int = 200) -> Answer:
        """A page."""
        return cls(status, _TYPES[".html"], text.encode("utf-8", "replace"))


class Server(Listener):
    """One site being served."""

    def __init__(self, site: Path, api: Api, port: int = 0) -> None:
        super().__init__(port)
        self.site, self.api = site, api

    def talk(self, connection: socket.socket) -> None:
        """One connection: requests one after another until either side has enough."""
        connection.settimeout(_IDLE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        waiting = b""
        while not self._ended.is_set():
            while b"\r\n\r\n" not in waiting:
                more = connection.recv(8192)
                if not more:
                    return
                waiting += more
                if len(waiting) > _LONGEST:
                    connection.sendall(_wire(_plain(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE), head=False, last=True))
                    return
            head, _, waiting = waiting.partition(b"\r\n\r\n")
            answer, only_head, last = self._read(head)
            connection.sendall(_wire(answer, head=only_head, last=last))
            if last:
                return

    def _read(self, head: bytes) -> tuple[Answer, bool, bool]:
        """An answer to a request's head, whether its body is left out, and whether it is the last on this connection."""
        lines = head.decode("latin-1").split("\r\n")
        parts = lines[0].split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
            return _plain(HTTPStatus.BAD_REQUEST), False, True
        headers = {
            name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
        }
        method, target = parts[0], parts[1]
        last = headers.get("connection", "").lower() == "close" or parts[2] == "HTTP/1.0"
        if headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
            last = True  # a body that nobody will read must not be taken for the next request
        if not _is_here(headers.get("host", ""), self.port):
            return (
                _plain(HTTPStatus.MISDIRECTED_REQUEST, "This server answers to 127.0.0.1 and localhost only."),
                False,
                True,
            )
        if method not in ("GET", "HEAD"):
            return _plain(HTTPStatus.METHOD_NOT_ALLOWED), False, True
        try:
            return self.answer(target), method == "HEAD", last
        except Backissue as error:
            return Answer.json({"error": str(error), "hint": error.hint}, 503), False, last

    def answer(self, target: str) -> Answer:
        """The answer to GET ``target``."""
        split = urlsplit(target)
        path = unquote(split.path)
        if path == "/search.html" and split.query:
            return Answer.html(self.api.page_of_results(dict(parse_qsl(split.query))))
        if path == "/api" or path.startswith("/api/"):
            status, value = self.api.answer(path, dict(parse_qsl(split.query)))
            return Answer.json(value, status)
        if path == "/audit.html":
            return Answer.html(self.api.page_of_audit())
        if path == "/old/find":
            found = self.api.old(dict(parse_qsl(split.query)).get("url", ""))
            return Answer(303, "text/plain", b"", f"/{found}.html") if found else self._missing()
        return self._file(path)

    def _file(self, path: str) -> Answer:
        name = path.lstrip("/") or "index.html"
        if name.endswith("/"):
            name += "index.html"
        parts = name.split("/")
        if "\0" in name or "\\" in name or any(p in ("", ".", "..") or p.startswith(".") for p in parts):
            return self._missing()
        place = Path(f"{self.site}/{name}")
        if place.is_dir():
            return Answer(301, "text/plain", b"", f"/{quote(name)}/index.html")
        try:
            fd = os.open(place, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        except OSError:
            return self._missing()
        with os.fdopen(fd, "rb") as file:
            return Answer(200, _kind(place.suffix.lower()), file.read())

    def _missing(self) -> Answer:
        return Answer.html(self.api.page_of_nothing(), 404)


@contextlib.contextmanager
def serving(
    folder: Path, site: Path, *, port: int = 0, audit: Callable[[], Mapping[str, Any]] | None = None
) -> Iterator[Server]:
    """A server for the paper in ``folder`` and its built ``site``, listening; ``run`` answers until ``close``.

    ``audit`` gives what the operator's page shows (as ``backissue audit --json`` prints it), asked when
    the page is. Raises BadInstruction where ``site`` is no built site or the port is taken.
    """
    if not (site / MARK).exists():
        raise BadInstruction(f"{site} is no site made by Backissue", "Run `backissue site` first.")
    with Server(site, Api(folder, site, audit), port) as server:
        yield server


@lru_cache(maxsize=64)
def _kind(ending: str) -> str:
    return _TYPES.get(ending) or mimetypes.types_map.get(ending, "application/octet-stream")


def _is_here(host: str, port: int) -> bool:
    """Whether the Host header names this server: a page elsewhere that points its own name at loopback is refused."""
    name, given = host_and_port(host)
    return name in HOSTS and given == str(port)


def _plain(status: HTTPStatus, words: str = "") -> Answer:
    return Answer(status.value, "text/plain; charset=utf-8", (words or status.phrase).encode() + b"\n")


def _wire(answer: Answer, *, head: bool, last: bool) -> bytes:
    try:
        phrase = HTTPStatus(answer.status).phrase
    except ValueError as error:
        raise BrokenWorld(f"no such status: {answer.status}") from error
    location = f"Location: {answer.location}\r\n" if answer.location else ""
    start = (
        f"HTTP/1.1 {answer.status} {phrase}\r\nContent-Type: {answer.kind}\r\nContent-Length: {len(answer.body)}\r\n"
        f"Connection: {'close' if last else 'keep-alive'}\r\n{location}"
    ).encode("latin-1", "replace")
    return start + _HEADERS + b"\r\n" + (b"" if head else answer.body)
