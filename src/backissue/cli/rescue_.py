"""``backissue rescue``: the main job, from evidence to a site."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, from_archive, print_json, the_archives


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The paper's folder; made if need be.")
@click.option("--timezone", metavar="ZONE", help="What bare times on the pages mean, e.g. Asia/Hong_Kong.")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Fetch N articles only, spread over all the years.")
@from_archive
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
    sources: tuple[str, ...],
    folder: Path,
    timezone: str | None,
    sample: int | None,
    hosts: tuple[str, ...],
    contact: str | None,
    rate: float | None,
    proxy: str | None,
    engine: str,
    *,
    strict: bool,
    json_: bool,
) -> int:
    """Bring a paper back. A SOURCE is the paper's host (paper.example), a CDX
    server's address (with --host), or WARC, ARC and WACZ files and folders of them.

    Lists every capture, learns the paper, takes the best capture of each
    article, writes the archive, checks the sum, and builds the site. Stopped at
    any moment, the same command goes on where it was.
    """
    from backissue import pipeline
    from backissue.run import ENGINES

    talk = Talk()
    archives, files = the_archives(sources, hosts, contact, rate, proxy)
    report = pipeline.rescue(
        folder,
        files,
        archives=archives,
        sample=sample,
        hosts=hosts,
        timezone=timezone,
        engine=ENGINES[engine],
        progress=talk,
    )
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
    return 1 if strict and report.errors else 0
