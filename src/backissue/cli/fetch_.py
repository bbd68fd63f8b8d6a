"""``backissue fetch``: what is worth having from a web archive, or the plan for it."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, from_archive, print_json, the_archives

NAMES = {
    "article": ("article", "articles"),
    "feed": ("feed", "feeds"),
    "listing": ("index page", "index pages"),
    "media": ("picture", "pictures"),
    "page": ("page of the outlet's own", "pages of the outlet's own"),
}


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The paper's folder; made if need be.")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="N articles only, spread over all the years.")
@click.option(
    "--dry-run", is_flag=True, help="List, and print the plan: how many, and how long it takes. Fetch nothing."
)
@from_archive
@as_json
def command(
    sources: tuple[str, ...],
    folder: Path,
    sample: int | None,
    hosts: tuple[str, ...],
    contact: str | None,
    rate: float | None,
    proxy: str | None,
    *,
    dry_run: bool,
    json_: bool,
) -> None:
    """Fetch a paper's captures into DIR/captures; `backissue extract -C DIR` makes records of them.

    A SOURCE is the paper's host, or a CDX server's address with --host. Each
    capture is asked of the archive that listed it; what is held is not asked
    for again.
    """
    from backissue import pipeline
    from backissue.model import BadInstruction

    talk = Talk()
    archives, files = the_archives(sources, hosts, contact, rate, proxy)
    if files or not archives:
        raise BadInstruction(f"{', '.join(map(str, files))} is no web archive", "Files are brought in by rescue.")
    done = pipeline.fetch(folder, archives, sample=sample, dry_run=dry_run, progress=talk)
    seconds = done.missing.seconds(done.rate)
    if json_:
        print_json(
            {
                "requests": done.plan.requests,
                "missing": done.missing.requests,
                "kinds": done.plan.kinds(),
                "skipped": dict(done.plan.skipped),
                "seconds": round(seconds),
                "collected": done.tally.as_json(),
                "findings": [{"code": f.code, "subject": f.subject, "sentence": f.sentence} for f in done.findings],
            }
        )
        return
    talk.say("The plan:")
    for kind, count in done.plan.kinds().items():
        talk.say(f"{count:>9,} {NAMES[kind][count != 1]}")
    for why, count in done.plan.skipped:
        talk.say(f"{count:>9,} lines left out: {why}")
    if dry_run:
        held = done.plan.requests - done.missing.requests
        talk.say(
            f"{done.plan.requests:,} captures are wanted, {held:,} are held; the rest takes "
            f"{pipeline.span_of(seconds)} at {done.rate:g} a second, if nothing goes wrong. Nothing was fetched."
        )
        return
    talk.findings(done.findings)
    talk.say(done.tally.summary())
    talk.say(f"What came lies in {folder / 'captures'}; `backissue extract -C {folder}` makes records of it.")
