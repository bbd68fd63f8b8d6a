"""``backissue list``: every capture line that a web archive has of a paper."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, from_archive, print_json, the_archive


@click.command("list")
@click.argument("source")
@click.option("--to", "folder", type=FOLDER, required=True, metavar="DIR", help="The paper's folder; made if need be.")
@from_archive
@as_json
def command(
    source: str,
    folder: Path,
    hosts: tuple[str, ...],
    contact: str | None,
    rate: float | None,
    proxy: str | None,
    *,
    json_: bool,
) -> None:
    """List what a web archive has of a paper, into DIR/captures/listings; fetches nothing.

    SOURCE is the paper's host, or a CDX server's address with --host. A listing
    that was killed goes on where it was.
    """
    from backissue import pipeline
    from backissue.model import BadInstruction

    talk = Talk()
    archive, _ = the_archive((source,), hosts, contact, rate, proxy)
    if archive is None:
        raise BadInstruction(f"{source} is no web archive", "Files are listed when rescue brings them in.")
    lines, findings = pipeline.list_captures(folder, archive, progress=talk)
    if json_:
        print_json({"lines": lines, "findings": [{"code": f.code, "sentence": f.sentence} for f in findings]})
    else:
        for finding in findings:
            talk.say(f"{finding.code}: {finding.sentence}")
        talk.say(f"{lines:,} lines in {folder / 'captures' / 'listings'}.")
