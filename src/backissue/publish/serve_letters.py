"""The letters' server: sign up, confirm, leave. GET and HEAD show, POST acts.

Link scanners open every link of a mail, so no GET changes anything; the one-click POST of
RFC 8058 needs no cookie and no page. It holds the public key alone: what is asked is
sealed and put down, and carried out where the secret key is. It cannot tell a known
address or token from an unknown one, so neither can anybody who asks it. Keeps no log.
Refuses other hosts, large bodies, slow talk, and too much of anything.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from backissue.model import Backissue
from backissue.publish.letters_pages import CSP, LANGUAGES, Pages
from backissue.publish.limits import Limit, Limits
from backissue.publish.listening import HOSTS, Listener, host_and_port
from backissue.subscribers import settings
from backissue.subscribers.addresses import BadAddress, checked
from backissue.subscribers.events import Event, Events, Kind
from backissue.subscribers.rolls import is_token

__all__ = ["LIMITS", "Letters"]

LIMITS = {
    "subscribe": Limit(5, 1 / 60, 60, 1),
    "confirm": Limit(20, 1, 200, 20),
    "unsubscribe": Limit(200, 20, 2000, 100),
}
"""Large providers press the one-click button for many of their users from few addresses: to leave is hardly limited."""

_HEAD, _BODY = 8192, 4096
_PATIENCE = 10.0
"""Seconds for a whole request."""
_ASSETS = {"assets/site.css": "text/css; charset=utf-8", "assets/icon.svg": "image/svg+xml"}
_KINDS = {"confirm": Kind.CONFIRM, "unsubscribe": Kind.UNSUBSCRIBE}
_HEADERS = (
    f"Content-Security-Policy: {CSP}\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\nCross-Origin-Opener-Policy: same-origin\r\nX-Frame-Options: DENY\r\n"
    "X-Robots-Tag: noindex\r\nCache-Control: no-store\r\nConnection: close\r\n"
)


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked: ``path`` below the server's own address, ``asked`` the query."""

    method: str
    path: str
    asked: Mapping[str, str]
    headers: Mapping[str, str]
    client: str
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: HTTPStatus
    body: bytes
    kind: str = "text/html; charset=utf-8"


class Letters(Listener):
    """The server for the list in ``folder``, of which it reads ``letters.toml`` and the public key, and writes ``events/``."""

    def __init__(self, folder: Path, port: int = 0, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(port)
        self._settings = settings.load(folder)
        outside = urlsplit(self._settings.url)
        self._root = outside.path or "/"
        self._outside = (str(outside.hostname), str(outside.port or {"https": 443}.get(outside.scheme, 80)))
        self._pages = Pages(self._settings, self._root)
        self._events = Events(folder)
        self._limits = Limits(LIMITS, clock)
        self._clock = clock
        room = Path(__file__).parent / "render"
        self._assets = {name: (room / name).read_bytes() for name in _ASSETS}

    def talk(self, connection: socket.socket) -> None:
        """One request and its answer."""
        end = time.monotonic() + _PATIENCE
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        head, rest = _until_blank(connection, end)
        if head is None:
            connection.sendall(_wire(_plain(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)))
            return
        request = self._parsed(head, connection.getpeername()[0])
        if isinstance(request, _Request):
            long = request.headers.get("content-length", "0")
            if not long.isascii() or not long.isdigit() or "transfer-encoding" in request.headers:
                request = _plain(HTTPStatus.LENGTH_REQUIRED)
            elif int(long[:9]) > _BODY:
                request = _plain(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            else:
                while len(rest) < int(long):
                    connection.settimeout(max(0.01, end - time.monotonic()))
                    more = connection.recv(_BODY)
                    if not more:
                        return  # half a request is none
                    rest += more
                request = replace(request, body=rest[: int(long)])
        only_head = isinstance(request, _Request) and request.method == "HEAD"
        answer = request if isinstance(request, _Answer) else self._answered(request)
        connection.settimeout(_PATIENCE)
        connection.sendall(_wire(answer, only_head=only_head))

    def _parsed(self, head: bytes, peer: str) -> _Request | _Answer:
        lines = head.decode("latin-1").split("\r\n")
        parts = lines[0].split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1.") or not parts[1].startswith("/"):
            return _plain(HTTPStatus.BAD_REQUEST)
        headers = {name.strip().lower(): value.strip() for name, _, value in (x.partition(":") for x in lines[1:])}
        name, port = host_and_port(headers.get("host", ""))
        here = name in HOSTS and port == str(self.port)
        if not here and (name, port) not in (self._outside, (self._outside[0], "80")):
            return _plain(HTTPStatus.MISDIRECTED_REQUEST)
        path, _, query = parts[1].partition("?")
        path = unquote(path)
        path = path.removeprefix(self._root) if path.startswith(self._root) else path.lstrip("/")
        client = headers.get(self._settings.client_header.lower(), peer).rpartition(",")[2]
        return _Request(parts[0], path, _form(query.encode("latin-1", "replace")), headers, client)

    def _answered(self, request: _Request) -> _Answer:
        ui = self._language(request)
        try:
            if request.method in ("GET", "HEAD"):
                return self._shown(request, ui)
            if request.method == "POST":
                return self._done(request, ui)
        except Backissue:
            return self._said(ui, "full", HTTPStatus.SERVICE_UNAVAILABLE)
        return _plain(HTTPStatus.METHOD_NOT_ALLOWED)

    def _shown(self, request: _Request, ui: str) -> _Answer:
        what, _, token = request.path.partition("/")
        if request.path in _ASSETS:
            return _Answer(HTTPStatus.OK, self._assets[request.path], _ASSETS[request.path])
        if request.path in ("", "subscribe"):
            return _page(self._pages.sign_up(ui))
        if what in _KINDS and is_token(token):
            return _page(self._pages.button(ui, what, token))
        return self._said(ui, "missing", HTTPStatus.NOT_FOUND)

    def _done(self, request: _Request, ui: str) -> _Answer:
        what, _, token = request.path.partition("/")
        if request.path == "subscribe":
            return self._subscribed(request, ui)
        if what not in _KINDS or not is_token(token):
            return self._said(ui, "missing", HTTPStatus.NOT_FOUND)
        if not self._limits.allow(what, request.client):
            return self._said(ui, "too_many", HTTPStatus.TOO_MANY_REQUESTS)
        return self._taken(Event(_KINDS[what], token, _now()), ui, "confirmed" if what == "confirm" else "left")

    def _subscribed(self, request: _Request, ui: str) -> _Answer:
        if request.headers.get("sec-fetch-site", "none") == "cross-site":
            return self._said(ui, "refused", HTTPStatus.FORBIDDEN)
        form = _form(request.body)
        if not self._limits.allow("subscribe", request.client):
            return self._said(ui, "too_many", HTTPStatus.TOO_MANY_REQUESTS)
        try:
            address = checked(form.get("address", ""))
        except BadAddress:
            return _page(self._pages.sign_up(ui, wrong=True), HTTPStatus.BAD_REQUEST)
        return self._taken(Event(Kind.SIGN_UP, address, _now(), ui), ui, "asked")

    def _taken(self, event: Event, ui: str, then: str) -> _Answer:
        if not self._events.take(event):
            return self._said(ui, "full", HTTPStatus.SERVICE_UNAVAILABLE)
        return self._said(ui, then)

    def _said(self, ui: str, what: str, status: HTTPStatus = HTTPStatus.OK) -> _Answer:
        return _page(self._pages.said(ui, what), status)

    def _language(self, request: _Request) -> str:
        """What was chosen, else the first of ours that the browser asks for, else the paper's."""
        chosen = request.asked.get("lang") or _form(request.body).get("lang", "")
        if chosen in LANGUAGES:
            return chosen
        for part in request.headers.get("accept-language", "").split(","):
            language = part.partition(";")[0].strip().lower()
            if language[:2] in ("zh", "en"):
                return "zh-Hant" if language.startswith("zh") else "en"
        return self._settings.language


def _until_blank(connection: socket.socket, end: float) -> tuple[bytes | None, bytes]:
    """A request's head and what came after it; None for a head that is too long. OSError where nothing comes."""
    got = b""
    while b"\r\n\r\n" not in got:
        if len(got) > _HEAD:
            return None, b""
        connection.settimeout(max(0.01, end - time.monotonic()))
        more = connection.recv(_HEAD)
        if not more:
            raise ConnectionError
        got += more
    head, _, rest = got.partition(b"\r\n\r\n")
    return (head if len(head) <= _HEAD else None), rest


def _form(body: bytes) -> dict[str, str]:
    """The fields of a form, urlencoded; the last of each name. Nothing where it is no such form."""
    try:
        return {k: v[-1] for k, v in parse_qs(body.decode("utf-8"), max_num_fields=8).items()}
    except (UnicodeDecodeError, ValueError):
        return {}


def _now() -> datetime:
    return datetime.now(UTC)


def _page(text: str, status: HTTPStatus = HTTPStatus.OK) -> _Answer:
    return _Answer(status, text.encode("utf-8", "replace"))


def _plain(status: HTTPStatus) -> _Answer:
    return _Answer(status, status.phrase.encode() + b"\n", "text/plain; charset=utf-8")


def _wire(answer: _Answer, *, only_head: bool = False) -> bytes:
    retry = "Retry-After: 600\r\n" if answer.status in (429, 503) else ""
    head = f"HTTP/1.1 {answer.status.value} {answer.status.phrase}\r\nContent-Type: {answer.kind}\r\nContent-Length: {len(answer.body)}\r\n{retry}{_HEADERS}\r\n"
    return head.encode("latin-1") + (b"" if only_head else answer.body)
