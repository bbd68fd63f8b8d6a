"""``backissue serve``: the built site, on this machine."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from backissue.cli.care import careful
from backissue.cli.talk import FOLDER, Talk, in_folder
from backissue.model import BadInstruction


@click.command()
@in_folder
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.option("--browser/--no-browser", default=True, help="Open a browser, too.")
@click.option("--letters", is_flag=True, help="Serve the letters' pages instead: sign up, confirm, leave.")
@click.option("--list", "people", type=FOLDER, envvar="BACKISSUE_LIST", metavar="DIR", help="With --letters: the folder of the list (or BACKISSUE_LIST).")  # fmt: skip
def command(folder: Path, port: int, people: Path | None, *, browser: bool, letters: bool) -> None:
    """Serve the site on this machine only, until Ctrl-C. Builds it first if need be.

    With --letters it is the letters' own server, for a proxy with TLS to stand before:
    it reads letters.toml and the public key in --list, and seals what it is asked there.
    """
    if letters:
        _letters(people, port)
        return
    from backissue import pipeline

    pipeline.serve(folder, port=port, browser=browser, progress=Talk())


def _letters(people: Path | None, port: int) -> None:
    from backissue.publish.serve_letters import Letters

    if people is None:
        raise BadInstruction("which list?", "Name its folder with --list DIR; `backissue subscribers new` makes one.")
    with careful(), Letters(people, port) as server:
        Talk().say(f"The letters' pages are at {server.url} on this machine only; Ctrl-C ends it.")
        with contextlib.suppress(KeyboardInterrupt):
            server.run()
