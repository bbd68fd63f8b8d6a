"""``backissue audit``: does the sum come out, and what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report as one page, with missing.csv and changes.csv beside it.",
)
@click.option(
    "--strict", is_flag=True, help="Exit with 1 if the law is broken or there are findings of severity error."
)
@as_json
def command(folder: Path, html: Path | None, *, strict: bool, json_: bool) -> int:
    """Check the law and everything else that can be checked; never writes a record.

    The law: every capture has exactly one fate, and every article that anything
    speaks of is held, withdrawn, or the subject of a finding.
    """
    from backissue import pipeline

    talk = Talk()
    report = pipeline.audit(folder, page=html, progress=talk)
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
        if html:
            talk.say(f"The report: {html}")
    return 1 if strict and not report.clean else 0
