"""How a guest behaves: how often we ask, and how long we keep away when told to.

One ``Manners`` holds the limits of one archive for everything that asks it. The
time until which we keep away lies on disk, so that a restart cannot break it.
Clock and sleep are passed in. Limits may be lowered, never dodged.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path

from backissue import disk
from backissue.model import BrokenWorld

__all__ = ["Manners", "Wait"]

# The Archive's limits are 30 and 600 a minute (2026); it asks tools to default to 80% of them.
LISTING = 24 / 60
PLAYBACK = 8.0
_RAMP_FROM = 1.0  # requests a second
_RAMP_EVERY = 8  # good answers until one request a second more
_BUSY = 60.0
_REFUSED = (300.0, 3600.0)
_LONGEST = 6 * 3600.0
_SPREAD = 1e-4  # seconds of margin, so that rounding never shows as a request too many


@dataclass(frozen=True, slots=True)
class Wait:
    """We kept, or keep, away for ``seconds``, because of ``why``."""

    seconds: float
    why: str


@dataclass(slots=True)
class Manners:
    """The pace of one archive.

    ``rates``: requests a second, by kind (``listing``, ``playback``).
    ``state``: the file that keeps the deadline (made when needed).
    ``stumble``: seconds until a URL is tried again, doubled each time.
    ``refusal``: seconds to keep away after a refused connection, and after each one more.
    ``tell`` hears of every wait over a second before it begins. ``waits`` and
    ``waited`` count those beyond the pace, and their seconds.
    """

    state: Path
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    rates: dict[str, float] = field(default_factory=lambda: {"listing": LISTING, "playback": PLAYBACK})
    tell: Callable[[Wait], None] | None = None
    ramp: bool = True
    refusal: tuple[float, float] = _REFUSED
    stumble: float = 1.0
    _pace: float = _RAMP_FROM
    _good: int = 0
    _next: float = 0.0
    _last: dict[str, float] = field(default_factory=dict)
    _busy: int = 0
    _refused: int = 0
    _until: float | None = None
    _why: str = "the archive asked us to keep away"
    waits: int = 0
    waited: float = 0.0

    def before(self, kind: str) -> None:
        """Sleep until the next request of ``kind`` may go out."""
        until = self._deadline()
        now = self.clock()
        if until > now:
            self._wait(until - now, self._why)
        self._until = 0.0
        now = self.clock()
        rate = self.rates[kind]
        pace = min(rate, self._pace) if self.ramp else rate
        due = max(self._last.get(kind, -1e18) + 1 / pace + _SPREAD, self._next)
        if due > now:
            self.sleep(due - now)
            now = max(due, self.clock())
        self._last[kind] = now
        self._next = now + 1 / max(self.rates.values())

    def good(self) -> None:
        """An answer came: the pace may rise, and past refusals are forgotten."""
        self._busy = self._refused = 0
        self._good += 1
        if self._good % _RAMP_EVERY == 0:
            self._pace += 1.0

    def pause(self, seconds: float, why: str) -> None:
        """Wait before one URL is tried again."""
        self._wait(seconds, why)

    def slower(self) -> None:
        """The archive stumbled: halve the pace."""
        self._pace = max(_RAMP_FROM, self._pace / 2)
        self._good = 0

    def busy(self, retry_after: str | None) -> None:
        """429, or an overload with ``Retry-After``: keep away for what it says, or a minute; each time in a row, twice as long."""
        self.slower()
        self._busy += 1
        said = _seconds(retry_after, self.clock())
        base = _BUSY if said is None else max(said, 0.05)
        self._keep_away(min(base * 2 ** (self._busy - 1), max(_LONGEST, base)), "the archive asked us to slow down")

    def refused(self) -> None:
        """The connection was refused, which is how a firewall says no: five minutes, then an hour.

        Raises BrokenWorld the fifth time in a row.
        """
        self.slower()
        self._refused += 1
        if self._refused > 4:
            raise BrokenWorld(
                "the archive refuses every connection: it is not there, or has blocked this network for now",
                "Check its address; if it is right, wait some hours and run this again: it goes on where it stopped.",
            )
        self._keep_away(self.refusal[min(self._refused, 2) - 1], "the archive refused the connection")

    def _keep_away(self, seconds: float, why: str) -> None:
        self._until, self._why = self.clock() + seconds, why
        disk.write(self.state, json.dumps({"until": self._until}).encode())

    def _deadline(self) -> float:
        if self._until is None:
            try:
                self._until = float(json.loads(self.state.read_bytes())["until"])
            except (OSError, ValueError, KeyError, TypeError):
                self._until = 0.0
            # A clock that was set back must not keep us away for years.
            self._until = min(self._until, self.clock() + _LONGEST)
        return self._until

    def _wait(self, seconds: float, why: str) -> None:
        if seconds > 1 and self.tell:
            self.tell(Wait(seconds, why))
        self.waits += 1
        self.waited += seconds
        self.sleep(seconds)


def _seconds(value: str | None, now: float) -> float | None:
    """``Retry-After`` in seconds from now: a number or an HTTP date (RFC 9110, 10.2.3), or None."""
    if value is None:
        return None
    value = value.strip()
    if value.isdigit() and len(value) < 8:
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return max(0.0, (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - now)
