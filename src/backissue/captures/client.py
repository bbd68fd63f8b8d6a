"""Asking one archive over one kept connection, patiently and politely.

Gives answers as they came (nothing decoded, no redirect followed) and tries
again where that helps. Talks to the archive it was made for and to nobody else.
"""

from __future__ import annotations

import base64
import hashlib
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from backissue.captures.addresses import Forbidden, Resolver, allowed, is_private_name, origin, resolve_names
from backissue.captures.manners import Manners
from backissue.model import Backissue, BadInstruction, BrokenWorld

__all__ = ["TRIES", "Answer", "Client", "Exhausted", "user_agent"]

TRIES = 8
_TIMEOUT = 60.0
_TIMEOUT_NEAR = 15.0  # a machine of one's own
_LIMIT = 1 << 26
_HARD = {"listing": 30 / 60, "playback": 600 / 60}  # the Wayback Machine's own limits, requests a second (2026)
_STUMBLES = frozenset({500, 502, 503, 504, 520, 521, 522, 523, 524})

# All that a capture may be packed with: pywb unpacks what we do not accept, and loses some of it (brotli, wholly).
ENCODINGS = "gzip, deflate, br, zstd"

Connect = Callable[[str, int, float], socket.socket]


class Exhausted(Backissue):
    """One URL failed every time it was asked for; others may not.

    ``wide``: it may be that too much was asked for at once (an overload, a
    timeout, an answer too large or never whole).
    """

    def __init__(self, message: str, hint: str = "", *, wide: bool = False) -> None:
        super().__init__(message, hint)
        self.wide = wide


@dataclass(frozen=True, slots=True)
class Answer:
    """An archive's answer, as it came. ``body`` is not decoded; ``short``: less came than it said, every time."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    short: bool = False

    def get(self, name: str) -> str | None:
        """The first header called ``name``, in any case, or None."""
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def is_capture(self) -> bool:
        """Whether the outlet speaks, not the archive: Memento's own test (RFC 7089, 2.1.1)."""
        return self.get("Memento-Datetime") is not None


def user_agent(version: str, contact: str | None) -> str:
    """How we present ourselves; ``contact`` is what the operator gave, seen by the archive only."""
    return f"backissue/{version}" + (f" (+{contact})" if contact else "")


def _connect(address: str, port: int, timeout: float) -> socket.socket:
    made = socket.create_connection((address, port), timeout)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


class Client:
    """One archive, one connection.

    ``proxy``: one fixed http or socks5h proxy, which then resolves names itself.
    ``resolver`` and ``connect`` stand between a name and a socket, for tests.
    """

    def __init__(
        self,
        base: str,
        manners: Manners,
        *,
        agent: str,
        proxy: str | None = None,
        resolver: Resolver = resolve_names,
        connect: Connect = _connect,
        timeout: float | None = None,
        limit: int = _LIMIT,
    ) -> None:
        self.origin = origin(base)
        self.manners, self._agent, self._limit = manners, agent, limit
        self.requests = 0
        scheme, host, port = self.origin
        self.private = is_private_name(host)
        if host == "web.archive.org":
            # Whatever rate was asked for: above these comes an hour's block, for the whole network.
            manners.rates = {kind: min(rate, _HARD[kind]) for kind, rate in manners.rates.items()}
        timeout = timeout or (_TIMEOUT_NEAR if self.private else _TIMEOUT)
        shared: dict[str, Any] = {
            "maxsize": 1,
            "block": True,
            "retries": False,
            "timeout": urllib3.Timeout(connect=min(timeout, 30.0), read=timeout),
        }
        self._pool: urllib3.HTTPConnectionPool | urllib3.PoolManager
        if proxy:
            self._pool = _proxied(proxy, shared)
        else:
            pool = (urllib3.HTTPSConnectionPool if scheme == "https" else urllib3.HTTPConnectionPool)(
                host, port, **shared
            )
            base_class = HTTPSConnection if scheme == "https" else HTTPConnection
            pool.ConnectionCls = _checked(base_class, resolver, connect, private=self.private)
            self._pool = pool

    def close(self) -> None:
        """Close the connection."""
        if isinstance(self._pool, urllib3.PoolManager):
            self._pool.clear()
        else:
            self._pool.close()

    def ask(
        self,
        url: str,
        kind: str,
        accept: Callable[[Answer], bool] | None = None,
        *,
        digest: str | None = None,
        span: tuple[int, int] | None = None,
        patience: int = TRIES,
    ) -> Answer:
        """The answer to GET ``url``; ``kind`` is listing or playback, for the pace.

        ``span``: only so many bytes from an offset on, as (offset, length); no
        more is read, whatever comes. ``patience``: how often it is tried.

        ``digest`` is the base32 SHA-1 that the body should have: a body that
        has it is whole, whatever length the headers promise (pywb repeats the
        length that a truncated capture once promised, and leaves us waiting).

        Tried again, ever more slowly, after 429, an overload, a broken
        connection, or an answer that ``accept`` turns down. Raises Exhausted
        when this URL fails every time, BrokenWorld when the archive does,
        Forbidden for a URL of anybody else.
        """
        self.check(url)
        pause, why = self.manners.stumble, "no answer"
        partial: Answer | None = None
        same = 0
        tries = 0.0
        wide = False
        while tries < patience:
            self.manners.before(kind)
            self.requests += 1
            try:
                answer = self._once(url, digest, span)
            except urllib3.exceptions.NameResolutionError as error:
                if self.requests == 1:
                    raise BrokenWorld(
                        f"the name {self.origin[1]} leads nowhere",
                        "Check its spelling and this machine's connection, then run this again.",
                    ) from None
                why = _in_words(error)
            except urllib3.exceptions.NewConnectionError as error:
                if isinstance(error.__cause__, Forbidden):
                    raise error.__cause__ from None
                if self.private and self.requests == 1:
                    raise BrokenWorld(
                        f"nothing listens at {self.origin[1]}:{self.origin[2]}",
                        "Start the server, then run this again.",
                    ) from None
                self.manners.refused()
                continue
            except _Short as error:
                why, wide = "an answer cut short", True
                same = same + 1 if partial and partial.body == error.answer.body else 0
                partial = error.answer
                if same >= 2 and partial.body and partial.is_capture:
                    self.manners.good()
                    return partial
            except (urllib3.exceptions.HTTPError, OSError) as error:
                if isinstance(error.__cause__, Forbidden):
                    raise error.__cause__ from None
                why, wide = _in_words(error), isinstance(error, urllib3.exceptions.ReadTimeoutError)
            else:
                if answer.status == 429 and not answer.is_capture:
                    self.manners.busy(answer.get("Retry-After"))
                    tries += 0.25  # a full archive is no fault of this URL's
                    continue
                if answer.status in _STUMBLES and not answer.is_capture:
                    why, wide = f"status {answer.status}", True
                    if answer.get("Retry-After"):
                        self.manners.busy(answer.get("Retry-After"))
                elif accept is None or accept(answer):
                    self.manners.good()
                    return answer
                else:
                    why, wide = f"an answer that is none (status {answer.status})", False
            tries += 1.0
            self.manners.slower()
            if tries < patience:
                self.manners.pause(pause, why)
                pause = min(pause * 2, 120.0)
        raise Exhausted(
            f"{why}, {patience} times", "Run this again later: it asks only for what is missing.", wide=wide
        )

    def check(self, url: str) -> None:
        """Raises Forbidden unless ``url`` is of the archive this client was made for."""
        try:
            found = origin(url)
        except BadInstruction as error:
            raise Forbidden(f"{url!r} is no web address") from error
        if found[1:] != self.origin[1:] or found[0] != self.origin[0]:
            raise Forbidden(f"{url!r} is not of {self.origin[1]}: nobody asked for it")

    def _once(self, url: str, digest: str | None, span: tuple[int, int] | None) -> Answer:
        headers = {"User-Agent": self._agent, "Accept-Encoding": ENCODINGS, "Accept": "*/*"}
        limit = self._limit
        if span:
            headers |= {"Accept-Encoding": "identity", "Range": f"bytes={span[0]}-{span[0] + span[1] - 1}"}
            limit = min(limit, span[1])
        target = url
        if isinstance(self._pool, urllib3.HTTPConnectionPool):
            target = "/" + url.split("/", 3)[3] if url.count("/") >= 3 else "/"
        response = self._pool.request(
            "GET", target, headers=headers, redirect=False, preload_content=False, decode_content=False
        )
        pairs = tuple((str(name), str(value)) for name, value in response.headers.iteritems())
        hashed = hashlib.sha1(usedforsecurity=False)
        pieces: list[bytes] = []
        size, short = 0, False
        try:
            while piece := response.read1(1 << 16, decode_content=False):
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    if span and response.status != 206:  # an error page, or the whole file: nothing we asked for
                        pieces = []
                        response.close()
                        break
                    raise Exhausted(f"the answer is larger than {limit:,} bytes", wide=True)
                if digest and response.length_remaining:
                    hashed.update(piece)
                    if base64.b32encode(hashed.digest()).decode("ascii") == digest:
                        response.close()  # what it still promises will never come
                        break
        except (urllib3.exceptions.HTTPError, OSError):
            short = True
            response.close()
        except BaseException:
            response.close()
            raise
        answer = Answer(url, response.status, response.reason or "", pairs, b"".join(pieces), short)
        if short:
            raise _Short(answer)
        response.release_conn()
        return answer


def _in_words(error: Exception) -> str:
    """What went wrong with a connection, as a person would say it."""
    if isinstance(error, urllib3.exceptions.NameResolutionError):
        return "its name leads nowhere"
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "no answer in time"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate does not hold"
    return "a broken connection"


class _Short(Exception):  # noqa: N818
    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


def _proxied(proxy: str, shared: dict[str, Any]) -> urllib3.PoolManager:
    kind = {key: value for key, value in shared.items() if key not in ("maxsize", "block")}
    if proxy.startswith(("socks4a:", "socks5h:")):
        from urllib3.contrib.socks import SOCKSProxyManager

        return SOCKSProxyManager(proxy, num_pools=1, maxsize=1, **kind)
    if proxy.startswith(("http:", "https:")):
        return urllib3.ProxyManager(proxy, num_pools=1, maxsize=1, **kind)
    raise BadInstruction(f"{proxy!r} is no proxy", "Write it as socks5h://host:port or http://host:port.")


def _checked(
    base: type[HTTPConnection], resolver: Resolver, connect: Connect, *, private: bool
) -> type[HTTPConnection]:
    """A connection class that resolves, checks, and connects to what it checked."""

    class Checked(base):  # type: ignore[misc, valid-type]
        def _new_conn(self) -> socket.socket:
            timeout = self.timeout if isinstance(self.timeout, (int, float)) else 30.0
            try:
                addresses = allowed(resolver(self._dns_host, self.port), private=private)
            except Forbidden as error:
                raise urllib3.exceptions.NewConnectionError(self, str(error)) from error
            except OSError as error:
                raise urllib3.exceptions.NameResolutionError(self.host, self, error) from error  # type: ignore[arg-type]
            last: OSError | None = None
            for address in addresses:
                try:
                    return connect(address, self.port, timeout)
                except ConnectionRefusedError as error:
                    last = error
                except OSError as error:
                    last = error
            if isinstance(last, ConnectionRefusedError):
                raise urllib3.exceptions.NewConnectionError(self, "refused") from last
            raise urllib3.exceptions.ConnectTimeoutError(self, str(last)) from last

    return Checked
