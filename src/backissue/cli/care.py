"""What every command that touches a list of people does first: leave nothing of them behind by accident.

No core dumps, files for the owner's eyes alone, no address as an argument (others on the
machine can read those), and no fault whose words could hold one.
"""

from __future__ import annotations

import contextlib
import os
import re
import resource
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from backissue.model import Backissue, BadInstruction, BrokenWorld

Command = TypeVar("Command", bound=Callable[..., Any])

LIST = click.Path(path_type=Path, file_okay=False)


def of_a_list(command: Command) -> Command:
    """Adds ``--list DIR`` and ``--key FILE``."""
    command = click.option(
        "--key",
        "key",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="BACKISSUE_KEY",
        metavar="FILE",
        help="The file of the secret key (or BACKISSUE_KEY, or key in letters.toml).",
    )(command)
    return click.option(
        "--list",
        "folder",
        type=LIST,
        envvar="BACKISSUE_LIST",
        required=True,
        metavar="DIR",
        help="The folder of the list (or BACKISSUE_LIST).",
    )(command)


class Quiet(click.Command):
    """A command that does not repeat what looks like an address, where it complains of its arguments."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it."""
        with _unsaid():
            return super().parse_args(ctx, args)


class QuietGroup(click.Group):
    """The same for a group and all in it."""

    command_class = Quiet

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:  # fmt: skip
        """As click does it."""
        with _unsaid():
            return super().resolve_command(ctx, args)


@contextlib.contextmanager
def _unsaid() -> Iterator[None]:
    try:
        yield
    except click.UsageError as error:
        raise click.UsageError(re.sub(r"[^\s'\"()]*@[^\s'\"()]*", "…", error.format_message()), error.ctx) from None


def the_key(folder: Path, key: Path | None) -> Path:
    """The file of the secret key: as given, or as ``letters.toml`` has it."""
    from backissue.subscribers import settings

    found = key or settings.load(folder).key
    if found is None:
        raise BadInstruction("which secret key?", "Name its file with --key FILE, BACKISSUE_KEY, or key in letters.toml.")  # fmt: skip
    return found


def today() -> date:
    """The day, in UTC: a list says nothing of where its keeper is."""
    return datetime.now(UTC).date()


def given(files: tuple[str, ...]) -> Iterator[bytes]:
    """What stands in the files, or on standard input (``-``, or no file). Raises BadInstruction for an address."""
    for name in files or ("-",):
        if name == "-":
            if not files and sys.stdin.isatty():
                click.echo("One a line, then Ctrl-D:", err=True)
            yield sys.stdin.buffer.read()
            continue
        path = Path(name)
        if "@" in name and not path.exists():
            raise BadInstruction(
                "an address was given on the command line, where others on this machine can read it",
                "Give addresses by standard input, or name a file that holds them. Clear this one from your shell's history.",
            )
        try:
            yield path.read_bytes()
        except OSError as error:
            raise BadInstruction(f"cannot read a file that was named: {error.strerror}", "Give addresses by standard input, or name a file that holds them.") from None  # fmt: skip


@contextlib.contextmanager
def careful() -> Iterator[None]:
    """The block leaves no core dump, makes files of its own, and its faults say what kind they are and no more."""
    from backissue.subscribers.vault import private

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        with private():
            yield
    except (Backissue, click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except OSError as error:
        raise BrokenWorld(f"{error.strerror or type(error).__name__}", "Mend that and run this again.") from None
    except Exception as error:  # noqa: BLE001  (the words of any other error may hold an address)
        if os.environ.get("BACKISSUE_TRACEBACK"):
            click.echo("".join(traceback.format_tb(error.__traceback__)), err=True, nl=False)
        raise BrokenWorld(
            f"a fault in Backissue itself: {type(error).__name__}",
            "Nothing is lost. Please report it, with what BACKISSUE_TRACEBACK=1 prints; no address is in it.",
        ) from None
