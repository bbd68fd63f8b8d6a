"""How much may be asked: of one client, and in all.

Keeps no addresses: a client is one of a few thousand slots, found by a hash whose key is
drawn when the server starts and dies with it. Memory is fixed, whoever asks.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
from array import array
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Limit", "Limits"]

_SLOTS = 4096


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and so many a second from then on: for one client, and for all together."""

    burst: float
    rate: float
    all_burst: float
    all_rate: float


class Limits:
    """The limits of several kinds of request; ``clock`` is in seconds. Safe to use from several threads."""

    def __init__(self, limits: dict[str, Limit], clock: Callable[[], float]) -> None:
        self._limits, self._clock = limits, clock
        self._key = secrets.token_bytes(16)
        self._lock = threading.Lock()
        now = clock()
        self._left = {kind: array("d", [limit.burst] * _SLOTS + [limit.all_burst]) for kind, limit in limits.items()}
        self._when = {kind: array("d", [now] * (_SLOTS + 1)) for kind in limits}

    def allow(self, kind: str, client: str) -> bool:
        """Whether ``client`` (an IP address) may ask one more thing of this kind now."""
        limit, now = self._limits[kind], self._clock()
        with self._lock:
            for slot, burst, rate in ((self._slot(client), limit.burst, limit.rate), (_SLOTS, limit.all_burst, limit.all_rate)):  # fmt: skip
                left, when = self._left[kind], self._when[kind]
                left[slot] = min(burst, left[slot] + (now - when[slot]) * rate)
                when[slot] = now
                if left[slot] < 1:
                    return False
            self._left[kind][self._slot(client)] -= 1
            self._left[kind][_SLOTS] -= 1
        return True

    def _slot(self, client: str) -> int:
        try:
            address = ipaddress.ip_address(client.strip())
        except ValueError:
            known = b"?"
        else:
            known = address.packed[:8] if address.version == 6 else address.packed  # who has one IPv6 address has a /64
        return int.from_bytes(hashlib.blake2b(known, digest_size=4, key=self._key).digest()) % _SLOTS
