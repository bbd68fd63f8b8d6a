"""``backissue try``: one page, read by the rules as they are now."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import in_folder


@click.command("try")
@in_folder
@click.argument("url")
def command(folder: Path, url: str) -> None:
    """Show the record that a page gives: URL is an address of the paper's, a playback address, or an article's id.

    In the margin stands which pick gave each field; at the end, what was
    dropped. Change outlet.toml and try again.
    """
    from backissue.pipeline import trying

    click.echo(trying.attempt(folder, url))
