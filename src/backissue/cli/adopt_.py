"""``backissue adopt``: another's Markdown archive in."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, print_json


@click.command()
@click.argument("source", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The paper's folder; made if need be.")
@click.option("--timezone", metavar="ZONE", help="What bare times in the archive mean, e.g. Asia/Hong_Kong.")
@click.option("--publisher", metavar="NAME", help="Who published the paper.")
@click.option("--rights", metavar="TEXT", help="Who holds the rights to its texts.")
@click.option(
    "--profile",
    metavar="NAME",
    help="What the archive calls things: backissue, hugo or jekyll (default: told by its keys).",
)
@click.option(
    "--engine",
    type=click.Choice(["processes", "inline"]),
    default="inline",
    show_default=True,
    help="Where work runs.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if there are findings of severity error.")
@as_json
def command(
    source: Path,
    folder: Path,
    timezone: str | None,
    publisher: str | None,
    rights: str | None,
    profile: str | None,
    engine: str,
    *,
    strict: bool,
    json_: bool,
) -> int:
    """Take in an archive of Markdown files with front matter: clean it, join revisions, audit it.

    Every file of FOLDER is first kept as it came, below captures/adopted. What
    outlet.toml says of zone, publisher and rights counts where no option does.
    Safe to run twice.
    """
    from backissue.pipeline.adopting import adopt_archive
    from backissue.run import ENGINES

    report = adopt_archive(
        source,
        folder,
        timezone=timezone,
        publisher=publisher,
        rights=rights,
        profile=profile,
        engine=ENGINES[engine],
        progress=(talk := Talk()),
    )
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
    return 1 if strict and report.audit.errors else 0
