"""``backissue fetch``: what is worth having from a web archive, or the plan for it."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, from_archive, print_json, the_archive


@click.command()
@click.argument("source")
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The paper's folder; made if need be.")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="N articles only, spread over all the years.")
@click.option(
    "--dry-run", is_flag=True, help="List, and print the plan: how many, and how long it takes. Fetch nothing."
)
@from_archive
@as_json
def command(
    source: str,
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

    SOURCE is the paper's host, or a CDX server's address with --host. What is
    held is not asked for again.
    """
    from backissue import pipeline
    from backissue.model import BadInstruction

    talk = Talk()
    archive, files = the_archive((source,), hosts, contact, rate, proxy)
    if archive is None:
        raise BadInstruction(f"{', '.join(map(str, files))} is no web archive", "Files are brought in by rescue.")
    plan, findings = pipeline.fetch(folder, archive, sample=sample, dry_run=dry_run, progress=talk)
    seconds = plan.seconds(rate or 8.0)
    if json_:
        print_json(
            {
                "requests": plan.requests,
                "kinds": plan.kinds(),
                "skipped": dict(plan.skipped),
                "seconds": round(seconds),
                "findings": [{"code": f.code, "subject": f.subject, "sentence": f.sentence} for f in findings],
            }
        )
        return
    for kind, count in plan.kinds().items():
        talk.say(f"{count:>9,} {kind}")
    for why, count in plan.skipped:
        talk.say(f"{count:>9,} left out: {why}")
    talk.say(
        f"{plan.requests:,} requests would take {seconds / 3600:.1f} hours at the rate allowed."
        if dry_run
        else f"{plan.requests:,} captures were wanted; what came lies in {folder / 'captures'}."
    )
