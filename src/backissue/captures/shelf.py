"""Where the listings of one question lie, and what is remembered of the asking.

Names on disk are made of what was asked, hashed; of the window; and, where the
question was asked for again, of which time that was: an older listing is never
touched by a newer one.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from backissue.captures import cdx
from backissue.captures.listing import ENDING, query_of, write_lines

__all__ = ["Shelf", "read_state"]


@dataclass(slots=True)
class Shelf:
    """The listings of ``target`` by ``source`` in the paper's ``folder``; ``generation`` is the one being made or in use."""

    folder: Path
    source: cdx.Source
    target: cdx.Target
    generation: int = 1

    @property
    def hash(self) -> str:
        """What was asked, as 12 hex digits."""
        asked = f"{self.source.cdx} {self.target.kind} {self.target.url}"
        return hashlib.sha256(asked.encode()).hexdigest()[:12]

    @property
    def marker(self) -> Path:
        """The file that knows whether the present generation is finished."""
        return self.folder / "work" / "list" / f"{self.hash}.json"

    def name(self, span: str) -> str:
        """A window's listing, as it is called."""
        again = f".{self.generation}" if self.generation > 1 else ""
        return f"{self.hash}-{span or 'all'}{again}"

    def path(self, span: str) -> Path:
        """A window's listing."""
        return self.folder / "captures" / "listings" / f"{self.name(span)}{ENDING}"

    def state(self, span: str) -> Path:
        """How far a window was asked for."""
        return self.folder / "work" / "list" / f"{self.name(span)}.json"

    def latest(self) -> int:
        """The highest generation of which there is a listing, or 1."""
        return max(map(_generation_of, self.listings()), default=1)

    def listings(self) -> list[Path]:
        """Every listing, of all generations."""
        return sorted((self.folder / "captures" / "listings").glob(f"{self.hash}-*{ENDING}"))

    def present(self) -> list[Path]:
        """The listings of the present generation."""
        return [path for path in self.listings() if _generation_of(path) == self.generation]

    def when(self) -> datetime | None:
        """When the present generation was last added to."""
        latest = max((str(query_of(path).get("listed", "")) for path in self.present()), default="")
        return datetime.fromisoformat(latest) if latest else None

    def finish(self, span: str, gathered: Path, now: float, **more: Any) -> int:
        """The lines in ``gathered`` as a listing, with the question on top; how many they are. None are no listing."""
        with gathered.open("rb") as every:
            count = sum(1 for _ in every)
        path = self.path(span)
        if count and not (path.exists() and query_of(path).get("lines") == count):
            asked = {"source": self.source.cdx, "url": self.target.url, "matchType": self.target.kind}
            asked |= {"from": span, "to": span} if span.isdigit() or not span else {"page": span.removeprefix("page")}
            when = datetime.fromtimestamp(now, UTC)
            said = {**asked, **more, "lines": count, "listed": f"{when:%Y-%m-%dT%H:%M:%SZ}"}
            with gathered.open(encoding="utf-8", newline="\n") as lines:
                write_lines(self.folder / "captures", self.name(span), (line.rstrip("\n") for line in lines), said)
        return count

    def whole(self, span: str) -> int | None:
        """How many lines a window's listing has, by its own word; None if it does not say, or broke off."""
        said = query_of(self.path(span)) if self.path(span).exists() else {}
        return int(said["lines"]) if "lines" in said and "broke_off" not in said else None

    def broken_off(self, span: str) -> dict[str, Any]:
        """The state of a window that is asked for in parts, out of its listing; empty if it is not."""
        path = self.path(span)
        said = query_of(path) if path.exists() and not self.state(span).with_suffix(".lines").exists() else {}
        if "broke_off" not in said:
            return {}
        return {"split": True, **{name: said[name] for name in ("lines", "resume", "edge")}}


def read_state(path: Path) -> dict[str, Any]:
    """What a file of state says; empty if it is not there, or was not finished."""
    try:
        state = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _generation_of(path: Path) -> int:
    found = re.search(r"\.(\d+)$", path.name.removesuffix(ENDING))
    return int(found[1]) if found else 1
