"""``backissue example``: pages kept with the records they must give."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, in_folder


@click.group("example")
def command() -> None:
    """Keep pages as examples, for `backissue test` to read again after every change of the rules."""


@command.command("add")
@in_folder
@click.argument("url")
def add(folder: Path, url: str) -> None:
    """Keep the page at URL, and what the rules make of it now, below examples/.

    Read what is expected and correct it: a new example fails once, asking for that.
    """
    from backissue.pipeline import trying

    place = trying.keep(folder, url)
    Talk().say(
        f"Kept in {place}. Read example.toml and expected.md there, correct them, then run: backissue test -C {folder}"
    )
