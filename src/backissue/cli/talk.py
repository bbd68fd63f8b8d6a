"""What commands share: their common options, progress bars and summaries on stderr, JSON on stdout."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from backissue.model import BadInstruction

if TYPE_CHECKING:
    from backissue.pipeline import Online

Command = TypeVar("Command", bound=Callable[..., Any])

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


def the_archive(
    sources: tuple[str, ...], hosts: tuple[str, ...], contact: str | None, rate: float | None, proxy: str | None
) -> tuple[Online | None, list[Path]]:
    """The web archive among ``sources``, if any, and the files; asks for a contact at a terminal where one is needed."""
    from backissue import pipeline
    from backissue.captures import is_near

    found = {source: pipeline.online(source, hosts) for source in sources}
    archives = [archive for archive in found.values() if archive]
    if len(archives) > 1:
        raise BadInstruction("one web archive at a time", "Run rescue once for each; what is held stays.")
    files = [Path(source) for source, archive in found.items() if archive is None]
    if not archives:
        return None, files
    (archive,) = archives
    if contact is None and not is_near(archive.source.cdx) and interactive():
        contact = click.prompt("An address (a role's, rather than yours) that the archive may write to", err=True)
    return replace(archive, contact=contact, rate=rate, proxy=proxy), files


def print_json(value: Any) -> None:
    """One JSON value on stdout, keys as they come."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


class Talk:
    """Progress on stderr: bars at a terminal, a line a stage elsewhere."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)

    @contextlib.contextmanager
    def stage(self, title: str, total: int | None) -> Iterator[Callable[[int], None]]:
        """Shows a stage of ``total`` steps while the block runs."""
        if not self.console.is_terminal:
            yield lambda _steps: None
            return
        columns = (TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with RichProgress(*columns, console=self.console, transient=True) as bar:
            task = bar.add_task(title, total=total)
            yield lambda steps: bar.advance(task, steps)

    def say(self, text: str) -> None:
        """One line on stderr, as it is."""
        self.console.print(text, markup=False)


def interactive() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()
