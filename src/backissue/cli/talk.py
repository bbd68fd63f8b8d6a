"""What commands share: their common options, progress bars and summaries on stderr, JSON on stdout."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

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
