"""``backissue demo``: a small dead paper of our own, and its rescue."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click

from backissue.cli.talk import FOLDER, Talk, as_json, print_json


@click.command()
@click.option(
    "--to", "folder", type=FOLDER, default=Path("demo-paper"), show_default=True, metavar="DIR", help="Where."
)
@click.option(
    "--articles", type=click.IntRange(1), default=300, show_default=True, help="How many articles it published."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, another paper.")
@click.option("--only-captures", is_flag=True, help="Make the captures (in DIR) and their truth, and rescue nothing.")
@click.option("--by-hand", is_flag=True, help="Begin with rules written by hand, instead of learning the paper.")
@as_json
def command(folder: Path, articles: int, seed: int, *, only_captures: bool, by_hand: bool, json_: bool) -> None:
    """Make a small newspaper, kill it, leave it as web archives do, and bring it back.

    The captures and the truth about them are put in DIR-captures, the rescued
    paper in DIR. Run again, it goes on with what is there.
    """
    from backissue import demo, disk, pipeline
    from backissue.run import Folder, processes

    talk = Talk()
    if only_captures:
        demo.make(folder, articles=articles, seed=seed)
        talk.say(f"The captures lie in {folder / 'warcs'}, the truth about them in {folder / 'truth.jsonl'}.")
        return
    Folder.make(folder)
    lost = folder.parent / f"{folder.absolute().name}-captures"
    with talk.stage("a paper lives and dies", None):
        _live_and_die(lost, articles, seed)
    if by_hand and not Folder(folder).outlet.exists():
        disk.write(Folder(folder).outlet, demo.OUTLET_TOML.encode())
    report = pipeline.rescue(folder, [lost / "warcs"], engine=processes, progress=talk)
    if json_:
        print_json(report.as_json())
    else:
        talk.say(report.summary())
        talk.say(f"\nThe dead paper's captures: {lost / 'warcs'}\nRead it: backissue serve -C {folder}")


def _live_and_die(lost: Path, articles: int, seed: int) -> None:
    """The captures and the truth in ``lost``; what is there already is taken if it is the same paper."""
    from backissue import demo
    from backissue.model import BadInstruction

    told = lost / "truth.json"
    if told.is_file():
        made = json.loads(told.read_text(encoding="utf-8"))
        if (made["articles"], made["seed"]) == (articles, seed):
            return
        raise BadInstruction(
            f"{lost} holds another paper: {made['articles']} articles of seed {made['seed']}",
            "Remove that folder and the paper's, or name another with --to.",
        )
    if lost.is_dir() and {p.name for p in lost.iterdir()} <= {"warcs", "truth.jsonl"}:
        shutil.rmtree(lost)  # half made by a run that died
    demo.make(lost, articles=articles, seed=seed)
