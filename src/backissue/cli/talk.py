"""What commands share: their common options, progress bars and summaries on stderr, JSON on stdout."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress
from rich.text import Text

if TYPE_CHECKING:
    from backissue.model import Finding
    from backissue.pipeline import Online

Command = TypeVar("Command", bound=Callable[..., Any])

QUIET = 60.0
"""Seconds: where there is no terminal, progress is told no oftener, and waits only from this long."""

FOLDER = click.Path(path_type=Path, file_okay=False)


def in_folder(command: Command) -> Command:
    """Adds ``-C DIR``: the paper's folder, here if not given."""
    return click.option(
        "-C", "folder", type=FOLDER, default=Path(), metavar="DIR", help="The paper's folder (default: this one)."
    )(command)


def as_json(command: Command) -> Command:
    """Adds ``--json``: the report as one JSON value on stdout."""
    return click.option("--json", "json_", is_flag=True, help="Print the report as JSON on stdout.")(command)


def from_archive(command: Command) -> Command:
    """Adds what a web archive needs: ``--host``, ``--contact``, ``--rate``, ``--proxy``."""
    for option in (
        click.option("--proxy", metavar="URL", help="One fixed proxy (http:// or socks5h://) for privacy."),
        click.option("--rate", type=click.FloatRange(min=0.01), metavar="N", help="Requests a second, at most."),
        click.option(
            "--contact", metavar="ADDRESS", help="Whom the archive may write to; sent to it and to nobody else."
        ),
        click.option(
            "--host", "hosts", multiple=True, metavar="HOST", help="The paper's own host; may be given several times."
        ),
    ):
        command = option(command)
    return command


def the_archives(
    sources: tuple[str, ...], hosts: tuple[str, ...], contact: str | None, rate: float | None, proxy: str | None
) -> tuple[list[Online], list[Path]]:
    """The web archives among ``sources``, in their order, and the files; asks for a contact at a terminal where one is needed.

    Hosts that are named bare are those of every archive named beside them.
    """
    from backissue import pipeline
    from backissue.captures import is_near

    papers = [paper for source in sources if (paper := pipeline.paper_of(source))]
    every = tuple(dict.fromkeys((*hosts, *papers)))
    found = {source: pipeline.online(source, every) for source in sources}
    files = [Path(source) for source, archive in found.items() if archive is None]
    archives = list({archive.source.cdx: archive for archive in found.values() if archive}.values())
    if contact is None and interactive() and not all(is_near(archive.source.cdx) for archive in archives):
        contact = click.prompt("An address (a role's, rather than yours) that the archive may write to", err=True)
    return [replace(archive, contact=contact, rate=rate, proxy=proxy) for archive in archives], files


def print_json(value: Any) -> None:
    """One JSON value on stdout, keys as they come."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


class Talk:
    """Progress on stderr: bars at a terminal; elsewhere a line a minute, and one for every long wait."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._note = self._why = ""
        self._until: float | None = None
        self._told = time.monotonic()
        self._title = ""

    @contextlib.contextmanager
    def stage(self, title: str, total: int | None) -> Iterator[Callable[[int], None]]:
        """Shows a stage of ``total`` steps while the block runs."""
        self._title, self._note, self._told = title, "", time.monotonic()
        if not self.console.is_terminal:
            yield lambda _steps: None
            return
        counted = (MofNCompleteColumn(),) if total is not None else ()
        columns = (TextColumn("{task.description}"), BarColumn(24), *counted, TimeElapsedColumn(), _Beside(self))
        with RichProgress(*columns, console=self.console, transient=True) as bar:
            task = bar.add_task(title, total=total)
            yield lambda steps: bar.advance(task, steps)
        self._note, self._until = "", None

    def say(self, text: str) -> None:
        """One line on stderr, as it is."""
        self.console.print(text, markup=False)

    def findings(self, every: Sequence[Finding]) -> None:
        """What was found: one line a code, with how often and the first of them."""
        first: dict[str, list[Finding]] = {}
        for finding in every:
            first.setdefault(finding.code, []).append(finding)
        for code, found in first.items():
            self.say(f"{len(found):>9,} x {code}: {found[0].subject}: {found[0].sentence}")

    def note(self, text: str, seconds: float = 0.0) -> None:
        """Shown beside the bar; a wait with the seconds that are left of it."""
        if seconds:
            self._until, self._why = time.monotonic() + seconds, text
        else:
            self._until, self._note = None, text
        if not self.console.is_terminal and (
            seconds >= QUIET or (not seconds and time.monotonic() - self._told > QUIET)
        ):
            self._told = time.monotonic()
            self.say(f"{self._title}: {f'waiting {seconds:.0f} s: ' if seconds else ''}{text}")

    def beside(self) -> str:
        """What stands beside the bar just now."""
        left = (self._until or 0.0) - time.monotonic()
        return f"waiting {left:.0f} s: {self._why}" if left > 0 else self._note


class _Beside(ProgressColumn):
    """The note, as it is at each moment: a wait counts down."""

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self._talk = talk

    def render(self, task: Task) -> Text:  # noqa: ARG002  (rich's signature)
        """The text beside the bar."""
        return Text(self._talk.beside())


def interactive() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()
