"""``backissue serve``: the built site, on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.talk import Talk, in_folder


@click.command()
@in_folder
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.option("--browser/--no-browser", default=True, help="Open a browser, too.")
def command(folder: Path, port: int, *, browser: bool) -> None:
    """Serve the site on this machine only, until Ctrl-C. Builds it first if need be."""
    from backissue import pipeline

    pipeline.serve(folder, port=port, browser=browser, progress=Talk())
