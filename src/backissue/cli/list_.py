"""``backissue list``: every capture line that a web archive has of a paper."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, from_archive, print_json, the_archives


@click.command("list")
@click.argument("sources", nargs=-1, required=True)
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The paper's folder; made if need be.")
@click.option("--again", is_flag=True, help="List anew what was listed before; the older listing stays, too.")
@from_archive
@as_json
def command(
    sources: tuple[str, ...],
    folder: Path,
    hosts: tuple[str, ...],
    contact: str | None,
    rate: float | None,
    proxy: str | None,
    *,
    again: bool,
    json_: bool,
) -> None:
    """List what web archives have of a paper, into DIR/captures/listings; fetches nothing.

    A SOURCE is the paper's host, or a CDX server's address with --host. A listing
    that was killed goes on where it was; one that is finished stands, until it
    is asked for --again.
    """
    from backissue import pipeline
    from backissue.model import BadInstruction

    talk = Talk()
    archives, files = the_archives(sources, hosts, contact, rate, proxy)
    if files or not archives:
        raise BadInstruction(
            f"{', '.join(map(str, files))} is no web archive", "Files are listed when rescue brings them in."
        )
    tally, findings = pipeline.list_captures(folder, archives, again=again, progress=talk)
    if json_:
        told = [
            {"code": f.code, "subject": f.subject, "sentence": f.sentence, "evidence": dict(f.evidence)}
            for f in findings
        ]
        print_json({"lines": sum(tally.lines.values()), **tally.as_json(), "findings": told})
    else:
        talk.findings(findings)
        talk.say(tally.summary())
        talk.say(f"The listings: {folder / 'captures' / 'listings'}")
