"""``backissue send``: the letter to those who asked for it."""

from __future__ import annotations

from pathlib import Path

import click

from backissue.cli.care import Quiet, careful, of_a_list, the_key, today
from backissue.cli.talk import Talk, as_json, print_json
from backissue.model import BadInstruction


@click.command(cls=Quiet)
@click.argument("letter", required=False, type=click.Path(path_type=Path))
@of_a_list
@click.option("--dry-run", "how", flag_value="look", help="Say what there is to do, and do none of it.")
@click.option("--test", "how", flag_value="test", help="Send one copy to the address named in letters.toml.")
@click.option("--pending", "how", flag_value="pending", help="Ask those who signed up whether they meant it.")
@click.option("--decide", "decisions", multiple=True, metavar="ID=WHAT", help="Settle a doubtful one: sent, refused or again; ID may be all.")  # fmt: skip
@click.option("--changed", is_flag=True, help="The letter's words were changed since it began to be sent, and that is meant.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with 1 where somebody is refused or doubtful.")
@as_json
def command(letter: Path | None, folder: Path, key: Path | None, how: str | None, decisions: tuple[str, ...], *, changed: bool, strict: bool, json_: bool) -> int:  # fmt: skip
    """Send the LETTER in a folder made by `backissue letter` to everybody who should get it.

    Run it again to go on where it stopped: nobody gets a letter twice. One that may or
    may not have arrived is doubtful: it is listed for a person to decide, by what the mail
    server's own log says of its Message-ID. Exits with 3 where some are still to be sent.
    """
    from backissue.publish.letter import mail, sending
    from backissue.subscribers import book, settings

    talk = Talk()
    if (letter is None) != (how == "pending"):
        raise BadInstruction("which letter?" if letter is None else "--pending sends no letter", "Name the folder that `backissue letter` made.")  # fmt: skip
    with careful():
        said = settings.load(folder)
        pace = sending.Pace(said.rate)
        words = mail.read(letter) if letter else None
        if words and how == "test":
            sending.test(words, said, pace)
            talk.say("One copy went to the address named in letters.toml.")
            return 0
        with book.opened(folder, the_key(folder, key), today()) as (people, folded):
            for what, count in sorted(folded.items()):
                talk.say(f"from the server: {count:,} {what}")
            with talk.stage("sending", None) as progress:
                if words is None:
                    report = sending.confirmations(people, folder, said, pace, progress=progress)
                elif how == "look":
                    report = sending.preview(people, folder, words, said)
                elif decisions:
                    report = sending.resolve(people, folder, words, dict(_split(d) for d in decisions))
                else:
                    report = sending.send(people, folder, words, said, pace, changed=changed, progress=progress)
    if json_:
        print_json(report.as_json())
    else:
        click.echo(report.summary())
        for one, message_id in sorted(report.doubtful.items()):
            click.echo(f"doubtful: {one}  Message-ID {message_id}")
    if report.doubtful:
        talk.say("Look for each Message-ID in the mail server's log, then say: --decide ID=sent, or ID=again.")
    if report.stopped:
        talk.say(f"Stopped early: {report.stopped}.")
    waiting = report.counts.get(sending.Fate.DEFERRED, 0)
    if waiting and how != "look":
        talk.say(f"{waiting:,} are still to be sent: run this again later, it goes on where it stopped.")
        return 3
    doubts = report.counts.get(sending.Fate.REFUSED, 0) + len(report.doubtful)
    return 1 if strict and doubts else 0


def _split(decision: str) -> tuple[str, str]:
    one, _, what = decision.partition("=")
    return one, what
