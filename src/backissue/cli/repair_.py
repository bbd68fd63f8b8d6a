"""``backissue repair``: findings turned into work."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@click.option("--plan", "how", flag_value="plan", default=True, help="Print what there is to do (the default).")
@click.option("--apply", "how", flag_value="apply", help="Repair in place what is proven; then print what is left.")
@as_json
def command(folder: Path, how: str, *, json_: bool) -> None:
    """Turn findings into work: repairs in place, and a list of what to fetch again.

    Without --json the addresses to fetch go to stdout, one a line.
    """
    from backissue.pipeline import repairing

    talk = Talk()
    if how == "apply":
        repairing.apply(folder, progress=talk)
    found = repairing.plan(folder)
    if json_:
        print_json(found.as_json())
        return
    for one in found.fetch:
        click.echo(one.url)
    talk.say(found.summary())
