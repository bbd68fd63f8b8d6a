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
@click.option("--fit", is_flag=True, help="Count the site against what free hosts take, and say what to leave out.")
@as_json
def command(folder: Path, out: Path | None, *, fit: bool, json_: bool) -> None:
    """Build the site: a folder that opens from disk and that any web server can hold.

    Only what changed is written again. Its settings stand in site.toml beside outlet.toml.
    """
    from backissue import pipeline
    from backissue.pipeline.report import site_as_json, site_summary
    from backissue.publish import site as sites

    talk = Talk()
    report = pipeline.site(folder, out, progress=talk)
    if json_:
        print_json(site_as_json(report) | ({"fit": sites.fit(report.out).as_json()} if fit else {}))
    else:
        talk.say(site_summary(report))
        talk.say(f"It begins at {report.index}")
        if fit:
            talk.say(sites.fit(report.out).summary())
