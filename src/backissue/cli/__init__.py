"""The command line: text in, text out; one file a command, loaded when it is called.

Data goes to stdout, talk and progress to stderr. Exit codes are published in
``docs/commands.md``: 0 done; 1 ``--strict`` and there are findings; 2 asked for
something impossible; 3 the world failed, run it again.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
import sys
import traceback
from typing import Any

import click

from backissue import __version__
from backissue.model import Backissue, BadInstruction

COMMANDS = {
    "rescue": "bring a paper back: from its captures to a site",
    "search": "find articles in the archive",
    "serve": "read the site in a browser on this machine",
    "audit": "does the sum come out? what is missing, what is wrong",
    "site": "build the site that people read",
    "letter": "one week of the paper as a letter, an e-book and a feed",
    "list": "list what a web archive has of a paper",
    "fetch": "fetch what is worth having, or print the plan",
    "new": "begin a paper's folder with an outlet.toml",
    "extract": "make the records again from the captures held",
    "adopt": "take in an existing archive of Markdown files",
    "repair": "turn findings into work: repairs, and what to fetch again",
    "learn": "learn again where things stand on the paper's pages",
    "try": "read one page by the rules as they are now",
    "example": "keep a page with the record it must give",
    "test": "read every example again",
    "trust": "allow this paper's outlet.py to run",
    "verify": "check every file against its digest",
    "send": "send the letter to those who asked for it",
    "subscribers": "keep the sealed list of those who get the letter",
    "demo": "make a small dead paper, and rescue it",
}
"""The commands in the order of the help, each with its one line."""

DONE, FINDINGS, IMPOSSIBLE, WORLD = 0, 1, 2, 3


class _Commands(click.Group):
    """Loads a command's file only when it is asked for: ``--help`` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"backissue.cli.{cmd_name}_").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx) from None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="backissue")
def backissue() -> None:
    """Bring a closed newspaper back from the web archives.

    Begin with:  backissue rescue SOURCE... --to DIR
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit with a published code; every failure is one clear line."""
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    try:
        result: Any = backissue.main(args=args, prog_name="backissue", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return IMPOSSIBLE
    except (click.Abort, KeyboardInterrupt):
        return _fail("stopped", "Run the same command again: it goes on where it stopped.", WORLD)
    except BadInstruction as error:
        return _fail(str(error), error.hint, IMPOSSIBLE)
    except Backissue as error:
        return _fail(str(error), error.hint, WORLD)
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _fail(
            f"{error.strerror or error}: {error.filename or ''}".rstrip(": "), "Mend that and run this again.", WORLD
        )
    except sqlite3.OperationalError as error:  # the scratch files of a run: a full or failing disk
        return _fail(f"{error}", "Free some space and run this again: it goes on where it stopped.", WORLD)
    except Exception as error:  # noqa: BLE001  (the last line of defence: a fault of ours, told plainly)
        if os.environ.get("BACKISSUE_TRACEBACK"):
            traceback.print_exc()
        return _fail(
            f"a fault in Backissue itself: {type(error).__name__}: {error}",
            "Nothing is lost. Please report it, with what BACKISSUE_TRACEBACK=1 prints.",
            WORLD,
        )
    return result if isinstance(result, int) else DONE


def _fail(message: str, hint: str, code: int) -> int:
    click.echo(f"backissue: {message}", err=True)
    if hint:
        click.echo(f"hint: {hint}", err=True)
    return code
