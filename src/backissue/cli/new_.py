"""``backissue new``: a paper's folder with an outlet.toml to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--name", required=True, help="The paper's name, as it called itself.")
@click.option(
    "--host", "hosts", multiple=True, required=True, metavar="HOST", help="Its host; may be given several times."
)
@click.option(
    "--timezone", required=True, metavar="ZONE", help="What bare times on its pages mean, e.g. Asia/Hong_Kong."
)
def command(folder: Path, name: str, hosts: tuple[str, ...], timezone: str) -> None:
    """Begin a paper's folder: FOLDER/outlet.toml with what you know.

    Never overwrites an outlet.toml.
    """
    from backissue import pipeline

    path = pipeline.new(folder, name=name, hosts=hosts, timezone=timezone)
    Talk().say(f"Wrote {path}. Next: backissue rescue SOURCE... --to {folder}")
