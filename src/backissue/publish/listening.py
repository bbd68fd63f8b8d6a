"""A port of this machine with a thread for each connection: what the site's server and the letters' server share.

Binds loopback and nothing else. Refuses more than 128 connections at once; what is said on
one is for whoever inherits this.
"""

from __future__ import annotations

import contextlib
import ctypes
import socket
import threading
from typing import Self

from backissue.model import BadInstruction

__all__ = ["HOSTS", "MOST", "Listener", "host_and_port"]

HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""What a Host header may call this machine."""
MOST = 128
"""Connections at once; a browser uses six, a stress test less than this."""


class Listener:
    """``port`` is the one that was taken; 0 before ``open`` means any. As a context, it is open within the block."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self._socket: socket.socket | None = None
        self._room = threading.BoundedSemaphore(MOST)
        self._lock = threading.Lock()
        self._talking = 0
        self._ended = threading.Event()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        """Where a browser on this machine finds it."""
        return f"http://127.0.0.1:{self.port}/"

    def open(self) -> None:
        """Take the port; BadInstruction where it is taken."""
        there = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        there.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            there.bind(("127.0.0.1", self.port))
        except OSError as error:
            there.close()
            raise BadInstruction(
                f"port {self.port} cannot be had: {error.strerror}", "Give another with --port, or 0."
            ) from error
        there.listen(MOST)
        self.port = there.getsockname()[1]
        self._socket = there

    def run(self) -> None:
        """Answer until ``close``; a connection has a thread of its own."""
        assert self._socket is not None
        _memory("mallopt", _ARENA_MAX, 1)
        while not self._ended.is_set():
            self._room.acquire()
            try:
                connection, _ = self._socket.accept()
            except OSError:
                self._room.release()
                return
            with self._lock:
                self._talking += 1
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def close(self) -> None:
        """Stop taking connections."""
        self._ended.set()
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()

    def _answer(self, connection: socket.socket) -> None:
        try:
            self.talk(connection)
        except OSError:
            pass  # the other side went away, or said nothing for too long
        finally:
            connection.close()
            with self._lock:
                self._talking -= 1
                idle = not self._talking
            if idle:
                self.rest()
            self._room.release()

    def rest(self) -> None:
        """Nobody is talking any more: what memory is free goes back to the system."""
        _memory("malloc_trim", 0)

    def talk(self, connection: socket.socket) -> None:
        """One connection, from its first byte to its last."""
        raise NotImplementedError


_ARENA_MAX = -8
"""``M_ARENA_MAX`` of glibc's ``malloc.h``."""


def _memory(function: str, *values: int) -> None:
    """Calls one of glibc's functions about memory; nothing where the C library is another.

    glibc gives each thread an arena of its own, up to eight for a processor, and what one thread frees no other
    uses: a server grew by an eighth over its first 60,000 requests. One arena for all costs nothing, as Python's lock lets one
    thread allocate at a time anyway.
    """
    with contextlib.suppress(OSError, AttributeError):
        getattr(ctypes.CDLL(None), function)(*values)


def host_and_port(host: str) -> tuple[str, str]:
    """A Host header's name, in lower case, and its port; 80 where it says none."""
    name, colon, given = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    return (name.lower(), given) if colon else (host.lower(), "80")
