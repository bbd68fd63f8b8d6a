"""``backissue site``: the paper as a folder of pages."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@click.option(
    "--out", type=FOLDER, metavar="DIR", help="Where the site goes (default: work/site in the paper's folder)."
)
@as_json
def command(folder: Path, out: Path | None, *, json_: bool) -> None:
    """Build the site: a folder that opens from disk and that any web server can hold.

    Only what changed is written again.
    """
    from backissue import pipeline
    from backissue.pipeline.report import site_as_json, site_summary

    talk = Talk()
    report = pipeline.site(folder, out, progress=talk)
    if json_:
        print_json(site_as_json(report))
    else:
        talk.say(site_summary(report))
        talk.say(f"It begins at {report.index}")
