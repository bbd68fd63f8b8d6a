"""``backissue audit``: does the sum come out, and what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@click.option(
    "--strict", is_flag=True, help="Exit with 1 if the law is broken or there are findings of severity error."
)
@as_json
def command(folder: Path, *, strict: bool, json_: bool) -> int:
    """Check the law and everything else that can be checked; never writes a record.

    The law: every capture has exactly one fate, and every article that anything
    speaks of is held, withdrawn, or the subject of a finding.
    """
    from backissue import pipeline

    talk = Talk()
    report = pipeline.audit(folder, progress=talk)
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
    return 1 if strict and not report.clean else 0
