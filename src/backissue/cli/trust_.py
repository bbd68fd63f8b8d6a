"""``backissue trust``: a person allows a paper's own code to run."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, in_folder


@click.command()
@in_folder
def command(folder: Path) -> None:
    """Allow outlet.py of this paper, as it is now, to run on this machine.

    Read it first: it is code, and runs with your rights. A changed file is a
    stranger again.
    """
    from backissue import outlets

    digest = outlets.trust(folder)
    Talk().say(f"outlet.py is trusted on this machine while it stays as it is (SHA-256 {digest}).")
