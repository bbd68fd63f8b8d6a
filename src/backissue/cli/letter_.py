"""``backissue letter``: one week of the paper as a letter."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, in_folder, print_json
from backissue.model import BadInstruction

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@in_folder
@click.option("--week", metavar="WEEK", help="An ISO week: 2021-W06; or `fullest`.")
@click.option("--on", "day", metavar="DAY", help="The week of a day: 2021-02-14.")
@click.option(
    "--years-ago", type=click.IntRange(1), metavar="N", help="This week, so many years ago, in the paper's zone."
)
@click.option("--out", type=FOLDER, metavar="FOLDER", help="Where letter.html, .txt, .eml and .epub go.")
@click.option("--language", metavar="TAG", help="Of the letter's frame: zh-Hant, zh-Hans or en (default: the paper's).")
@click.option(
    "--order",
    type=click.Choice(["linked", "longest"]),
    help="What comes first in a section: what other articles link to most (the default), or the longest.",
)
@click.option("--picks", type=FILE, metavar="FILE", help="An editor's picks.toml: what comes first, what is left out.")
@click.option("--note", type=FILE, metavar="FILE", help="An editor's note, in Markdown.")
@click.option("--least", type=click.IntRange(0), metavar="N", help="Fewer articles make a thin week (default: 3).")
@click.option("--skip-thin", is_flag=True, help="Make no letter of a thin week.")
@click.option("--images", is_flag=True, help="Put a few pictures into the mail itself; never any that are fetched.")
@click.option("--publish", is_flag=True, help="Keep it in letters/, for the site's archive of letters and its feeds.")
@click.option(
    "--schedule", "scheduled", is_flag=True, help="Print a systemd timer and a cron line that make it weekly."
)
@as_json
def command(
    folder: Path,
    week: str | None,
    day: str | None,
    years_ago: int | None,
    out: Path | None,
    language: str | None,
    order: str | None,
    picks: Path | None,
    note: Path | None,
    least: int | None,
    *,
    skip_thin: bool,
    images: bool,
    publish: bool,
    scheduled: bool,
    json_: bool,
) -> None:
    """Make one week of the paper into a letter: HTML and plain text for mail, and an e-book.

    Name the week by --week, --on or --years-ago. The letter says that it is
    compiled by the archive, and what is missing from its week. It needs no list
    of readers: files, feeds and the e-book reach them. docs/letter.md has the rest.
    """
    from backissue import outlets
    from backissue.run import Folder

    if sum(one is not None for one in (week, day, years_ago)) != 1:
        raise BadInstruction("which week?", "Name one: --week 2021-W06, --on 2021-02-14 or --years-ago 5.")
    paper = Folder.existing(folder)
    outlet = outlets.load(paper.outlet) if paper.outlet.is_file() else None
    talk = Talk()
    if scheduled:
        from backissue.publish.letter.schedule import schedule

        if years_ago is None or out is None:
            raise BadInstruction(
                "a schedule wants --years-ago and --out", "For example: --years-ago 5 --out /srv/letter"
            )
        files = [("--picks", picks), ("--note", note)]
        if any(path for _, path in files):
            raise BadInstruction("picks and a note are for one week", "Leave them out of a schedule.")
        words = ["-C", str(folder), "--years-ago", str(years_ago), "--out", str(out)]
        for name, value in (("--language", language), ("--order", order), ("--least", least)):
            words += [name, str(value)] if value is not None else []
        words += ["--skip-thin"] * skip_thin + ["--images"] * images + ["--publish"] * publish
        plan = schedule(words, paths=[folder, out], zone=outlet.timezone if outlet else "UTC")
        if json_:
            print_json(plan.files)
        else:
            click.echo(str(plan), nl=False)
        return
    if out is None and not publish:
        raise BadInstruction("where to?", "Name a folder with --out FOLDER, or publish it with --publish.")
    from backissue import disk
    from backissue.publish.letter.making import Wish, make
    from backissue.publish.letter.week import Week

    now = datetime.now(UTC)
    chosen: Week | None = None
    if years_ago is not None:
        chosen = Week.years_ago(years_ago, now, outlet.timezone if outlet else None)
    elif day is not None:
        chosen = Week.on(day)
    elif week != "fullest":
        chosen = Week.parse(week or "")
    wish = Wish(
        chosen,
        language=language,
        order=order,
        least=least,
        years_ago=years_ago or 0,
        picks=picks,
        note=note,
        skip_thin=skip_thin,
        images=images,
        publish=publish,
    )
    with disk.locked(paper.path), talk.stage("reading what changed", None) as step:
        made = make(paper.path, out, wish, outlet=outlet, now=now, step=step)
    if json_:
        print_json(made.as_json())
    else:
        talk.say(made.summary())
