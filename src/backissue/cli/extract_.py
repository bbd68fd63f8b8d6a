"""``backissue extract``: the records again, from the captures held."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@click.option(
    "--engine",
    type=click.Choice(["processes", "inline"]),
    default="processes",
    show_default=True,
    help="Where work runs.",
)
@as_json
def command(folder: Path, engine: str, *, json_: bool) -> None:
    """Make the records again from the captures held: after a rule was changed, say.

    What no change touches is not done again; what a person edited is kept.
    """
    from backissue import pipeline
    from backissue.run import ENGINES

    report = pipeline.extract(folder, engine=ENGINES[engine], progress=(talk := Talk()))
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
