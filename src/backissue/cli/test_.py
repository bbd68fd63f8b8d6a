"""``backissue test``: every example read again, field by field."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from backissue.cli.talk import Talk, as_json, in_folder, print_json


@click.command("test")
@in_folder
@as_json
def command(folder: Path, *, json_: bool) -> int:
    """Read every example again by the rules as they are, and compare one field at a time.

    Exits with 1 if a field differs, or an example is new and nobody has read it.
    """
    from backissue.pipeline import trying

    checks = list(trying.check(folder))
    wrong = [check for check in checks if not check.ok]
    if json_:
        print_json(
            [{name: str(value) if value is not None else None for name, value in asdict(c).items()} for c in wrong]
        )
    else:
        for check in wrong:
            click.echo(str(check))
        Talk().say(f"{len(checks) - len(wrong):,} of {len(checks):,} fields as expected.")
    return 1 if wrong else 0
