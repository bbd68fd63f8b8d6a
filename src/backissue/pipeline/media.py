"""Pictures: which capture holds the bytes of a picture's URL, and their way into a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from backissue import jsonlines, urls
from backissue.model import Capture

PICTURES = ("image/",)


class MediaIndex:
    """A file that knows, for each picture's URL key, the captures that hold it, best first.

    Disposable. Best is: status 200, then the longest, then the earliest.
    """

    def __init__(self, path: Path, *, fresh: bool = False) -> None:
        if fresh:
            path.unlink(missing_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA cache_size=-2000")
        if fresh:
            self._db.execute("PRAGMA synchronous=OFF")  # made again if the run dies: the receipt is not there yet
            self._db.execute("PRAGMA journal_mode=OFF")
            self._db.execute("CREATE TABLE media (key TEXT, length INTEGER, moment TEXT, line TEXT)")
            self._db.execute("BEGIN")
        self._any = fresh or self._db.execute("SELECT 1 FROM media LIMIT 1").fetchone() is not None

    def add(self, capture: Capture) -> None:
        """Take note of a capture, if it is a picture that was served well."""
        if capture.status in (200, None) and is_picture(capture):
            row = (
                capture.key,
                -((capture.payload.length if capture.payload else None) or 0),
                capture.timestamp,
                jsonlines.dumps(capture),
            )
            self._db.execute("INSERT INTO media VALUES (?, ?, ?, ?)", row)

    def finish(self) -> None:
        """Make what was added findable."""
        self._db.execute("CREATE INDEX by_key ON media (key, length, moment, line)")
        self._db.execute("COMMIT")

    def captures(self, url: str) -> Iterator[Capture]:
        """The captures of this picture, best first."""
        if not self._any:
            return
        rows = self._db.execute("SELECT line FROM media WHERE key = ? ORDER BY length, moment, line", (urls.key(url),))
        for (line,) in rows.fetchall():
            yield jsonlines.loads(Capture, line)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def is_picture(capture: Capture) -> bool:
    """Whether a capture's index line calls it a picture."""
    return (capture.mimetype or "").lower().startswith(PICTURES)
