"""What the tests of the post share: a list made for the test, a mail server, a letter, and a clock that only runs when asked."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from backissue.publish.letter import mail, sending
from backissue.subscribers import book, settings
from backissue.subscribers.book import READERS, Row

HERE = Path(__file__).parent
TODAY = date(2026, 2, 14)
NOW = datetime(2026, 2, 14, 9, 30, tzinfo=UTC)
CONSENT = date(2026, 1, 5)
HTML = '<!doctype html><html lang="zh-Hant"><p>每周時事：霧散了。<a href="{{unsubscribe}}">退訂</a></p></html>'
TEXT = "每周時事\n\n霧散了。\n.\n\n退訂：{{unsubscribe}}\n"

TOML = """\
paper = "霧報"
url = "https://letters.example.org/"
sender = "霧報 <letter@example.org>"
list_id = "霧報每周時事 <letter.example.org>"
test = "operator@example.org"
rate = 1000.0
[smtp]
host = "127.0.0.1"
port = {port}
tls = "none"
"""


class Place:
    """A list's folder and its key."""

    def __init__(self, root: Path, port: int = 25, toml: str = TOML) -> None:
        self.folder, self.key = root / "list", root / "safe" / "letters.key"
        book.begin(self.folder, self.key)
        (self.folder / settings.NAME).write_text(toml.replace("{port}", str(port)), encoding="utf-8")

    @property
    def settings(self) -> settings.Settings:
        return settings.load(self.folder)

    @contextlib.contextmanager
    def book(self, today: date = TODAY) -> Iterator[book.Book]:
        with book.opened(self.folder, self.key, today) as (opened, _):
            yield opened

    def fill(self, addresses, name: str = READERS, **more) -> None:
        with self.book() as opened:
            for address in addresses:
                assert opened.take(Row(address, CONSENT, **more), name) == "added"

    def send(self, letter: mail.Letter | None = None, today: date = TODAY, **more) -> sending.Report:
        with self.book(today) as opened:
            return sending.send(opened, self.folder, letter or a_letter(), self.settings, pace(), **more)

    def journal(self) -> str:
        return "".join(p.read_text() for p in sorted((self.folder / "journals").glob("*.jsonl")))


def a_letter(name: str = "2021-w06", text: str = TEXT) -> mail.Letter:
    return mail.Letter(f"{name}@letter.example.org", "每周時事", HTML, text, NOW)


def pace() -> sending.Pace:
    """Time passes only by being slept."""
    at = [0.0]

    def sleep(seconds: float) -> None:
        at[0] += seconds

    return sending.Pace(1000.0, lambda: at[0], sleep, lambda: NOW)


class Taken:
    """What the mail server took."""

    def __init__(self, port: int, log: Path, keep: Path | None) -> None:
        self.port, self.log, self.keep = port, log, keep

    @property
    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    @property
    def to(self) -> list[str]:
        return [line["to"] for line in self.lines]


@contextlib.contextmanager
def mailserver(root: Path, *, keep: bool = False, cert: Path | None = None, mode: str = "") -> Iterator[Taken]:
    log, kept = root / "taken.jsonl", root / "kept" if keep else None
    log.touch()
    if kept:
        kept.mkdir()
    command = [sys.executable, str(HERE / "mailserver.py"), str(log), str(kept or ""), str(cert or ""), mode]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            yield Taken(int(server.stdout.readline()), log, kept)
        finally:
            server.terminate()
