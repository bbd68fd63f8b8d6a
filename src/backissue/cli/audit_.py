"""``backissue audit``: does the sum come out, and what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json

_HOME = ":home:"  # --html without a file; an empty flag_value would be none


@click.command()
@in_folder
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    is_flag=False,
    flag_value=_HOME,
    metavar="[FILE]",
    help="Write the report as one page, with missing.csv and changes.csv beside it: FILE, or report/index.html in DIR.",
)
@click.option(
    "--strict", is_flag=True, help="Exit with 1 if the law is broken or there are findings of severity error."
)
@as_json
def command(folder: Path, page: Path | None, *, strict: bool, json_: bool) -> int:
    """Check the law and everything else that can be checked; never writes a record.

    The law: every capture has exactly one fate, and every article that anything
    speaks of is held, withdrawn, or the subject of a finding.
    """
    from backissue import pipeline

    talk = Talk()
    page = folder / "report" / "index.html" if page == Path(_HOME) else page
    report = pipeline.audit(folder, page=page, progress=talk)
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
        if page:
            talk.say(f"The report: {page}")
    return 1 if strict and not report.clean else 0
