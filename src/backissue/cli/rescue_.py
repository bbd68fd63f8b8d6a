"""``backissue rescue``: the main job, from evidence to a site."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, print_json


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The paper's folder; made if need be.")
@click.option(
    "--host", "hosts", multiple=True, metavar="HOST", help="The paper's own host; may be given several times."
)
@click.option("--timezone", metavar="ZONE", help="What bare times on the pages mean, e.g. Asia/Hong_Kong.")
@click.option(
    "--engine",
    type=click.Choice(["processes", "inline"]),
    default="processes",
    show_default=True,
    help="Where work runs.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if there are findings of severity error.")
@as_json
def command(
    sources: tuple[Path, ...],
    folder: Path,
    hosts: tuple[str, ...],
    timezone: str | None,
    engine: str,
    *,
    strict: bool,
    json_: bool,
) -> int:
    """Bring a paper back: SOURCES are WARC, ARC and WACZ files, or folders of them.

    Lists every capture, learns the paper, takes the best capture of each
    article, writes the archive, checks the sum, and builds the site. Stopped at
    any moment, the same command goes on where it was.
    """
    from backissue import pipeline
    from backissue.run import ENGINES

    report = pipeline.rescue(
        folder, sources, hosts=hosts, timezone=timezone, engine=ENGINES[engine], progress=(talk := Talk())
    )
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
    return 1 if strict and report.errors else 0
