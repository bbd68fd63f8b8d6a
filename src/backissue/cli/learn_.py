"""``backissue learn``: the paper's rules, learned again from the captures held."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@click.option("--timezone", metavar="ZONE", help="What bare times on the pages mean, such as Asia/Taipei.")
@as_json
def command(folder: Path, timezone: str | None, *, json_: bool) -> None:
    """Learn from the captures held where things stand on the paper's pages.

    An outlet.toml that you wrote or changed is never written over: the proposal
    is put beside it as outlet.learned.toml, and the lines that differ are
    printed. Each line of it has its evidence in a comment.
    """
    from backissue.pipeline import relearning

    found = relearning.learn_again(folder, timezone=timezone, progress=(talk := Talk()))
    if json_:
        print_json(found.as_json())
        return
    for line in found.difference if found.by_hand else ():
        click.echo(line)
    talk.say(found.summary())
