"""``backissue verify``: every file against its digest."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command()
@in_folder
@as_json
def command(folder: Path, *, json_: bool) -> int:
    """Check every file of the archive and the evidence against the manifest.

    Exits with 1 if one is missing, changed, or was never listed.
    """
    from backissue import jsonlines, pipeline

    talk = Talk()
    findings = pipeline.verify(folder, progress=talk)
    if json_:
        print_json({"findings": [jsonlines.plain(f) for f in findings]})
    else:
        for finding in findings:
            talk.say(f"{finding.code}  {finding.subject}: {finding.sentence}")
        talk.say(f"{len(findings)} files are not as they were." if findings else "Every file is as it was written.")
    return 1 if findings else 0
