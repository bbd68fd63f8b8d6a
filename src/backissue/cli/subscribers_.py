"""``backissue subscribers``: the sealed list of people who get the letter."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backissue.cli.care import LIST, QuietGroup, careful, given, of_a_list, the_key, today
from backissue.cli.talk import Talk, as_json, print_json
from backissue.model import BadInstruction

if TYPE_CHECKING:
    from backissue.subscribers.book import Book

FILES = click.argument("files", nargs=-1, metavar="[FILE]...")
DAY = click.DateTime(["%Y-%m-%d"])
SUPPORTERS = click.option("--supporters", is_flag=True, help="The list of monthly supporters, not of readers.")


@click.group(cls=QuietGroup)
def command() -> None:
    """Keep the list of people who get the letter, sealed, outside the paper's folder.

    Addresses come by standard input or in files, one a line; never as arguments.
    docs/post.md says how, and what to beware of.
    """


@command.command()
@click.option("--list", "folder", type=LIST, required=True, metavar="DIR", help="A new folder, outside the paper's.")
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE", help="A new file for the secret key, elsewhere.")  # fmt: skip
def new(folder: Path, key: Path) -> None:
    """Begin a list: its folder, and the key that opens it."""
    from backissue.subscribers import book

    with careful():
        book.begin(folder, key)
    talk = Talk()
    talk.say(f"The list is in {folder}. Fill in {folder / 'letters.toml'}.")
    talk.say(f"The secret key is in {key}. Copy it to a safe place: without it nobody can open the list again.")


@command.command()
@of_a_list
@FILES
@click.option("--language", type=click.Choice(["zh-Hant", "en"]), help="The language to write to them in.")
@click.option("--supporter", is_flag=True, help="They pay, or have it as a gift: give --until, or --gift.")
@click.option("--since", type=DAY, metavar="DAY", help="Supporters: since when (default: today).")
@click.option("--until", type=DAY, metavar="DAY", help="Supporters: the last day that is paid.")
@click.option("--gift", is_flag=True, help="Supporters: given, with no end but --until.")
@as_json
def add(folder: Path, key: Path | None, files: tuple[str, ...], language: str | None, *, supporter: bool, since: datetime | None, until: datetime | None, gift: bool, json_: bool) -> None:  # fmt: skip
    """Put people down for the letter. Each is asked by mail first: backissue send --pending."""
    from backissue.subscribers.rolls import Support

    if supporter != bool(until or gift):
        raise BadInstruction("a supporter needs --until DAY or --gift, and a reader neither", "Say --supporter --until 2026-12-31, for example.")  # fmt: skip
    support = Support((since.date() if since else today()), until.date() if until else None, gift) if supporter else None  # fmt: skip
    _each(folder, key, files, lambda book, line: book.ask(line, language, support, myself=False), json_=json_)


@command.command()
@of_a_list
@FILES
@click.option("--on", "on", type=DAY, metavar="DAY", help="The day they said yes (default: today).")
@as_json
def confirm(folder: Path, key: Path | None, files: tuple[str, ...], on: datetime | None, *, json_: bool) -> None:
    """Note that people have said yes in another way: on paper, or by answering."""
    day: date | None = on.date() if on else None
    _each(folder, key, files, lambda book, line: book.confirm(line, day), json_=json_)


@command.command()
@of_a_list
@FILES
@as_json
def remove(folder: Path, key: Path | None, files: tuple[str, ...], *, json_: bool) -> None:
    """Take people off both lists; a keyed hash keeps any import from bringing them back.

    A line may also be the address to unsubscribe at, out of somebody's letter.
    """
    from backissue.subscribers.rolls import is_token

    _each(folder, key, files, lambda book, line: book.leave_by(line) if is_token(line) else book.leave(line), json_=json_)  # fmt: skip


@command.command()
@of_a_list
@FILES
@as_json
def purge(folder: Path, key: Path | None, files: tuple[str, ...], *, json_: bool) -> None:
    """Forget people altogether, even that they left. Copies of the list made before still have them."""
    _each(folder, key, files, lambda book, line: book.purge(line), json_=json_)


@command.command()
@of_a_list
@FILES
@as_json
def bounced(folder: Path, key: Path | None, files: tuple[str, ...], *, json_: bool) -> None:
    """Mark addresses whose mail comes back; they get no more.

    A file is addresses, one a line, or mail: the reports (DSN, RFC 3464) that came back,
    one or an mbox of them. Reports of delay count for nothing.
    """
    from backissue.subscribers import bounces

    counts: Counter[str] = Counter()
    with _open(folder, key) as book:
        for data in given(files):
            if bounces.is_mail(data):
                counts["files of reports"] += 1
                counts.update(book.bounce(address) for address in sorted(set(bounces.failed(data))))
            else:
                counts["files of addresses"] += 1
                _lines(data, book.bounce, counts)
    _tell(counts, json_=json_)


@command.command("import")
@of_a_list
@FILES
@SUPPORTERS
@click.option("--consent", type=DAY, metavar="DAY", help="The day of consent for lines that say none.")
@as_json
def import_(folder: Path, key: Path | None, files: tuple[str, ...], consent: datetime | None, *, supporters: bool, json_: bool) -> None:  # fmt: skip
    """Take in people who have said yes already, from CSV: address, language, consent (a day), state.

    Supporters have since, until and gift, too. Who left, or bounced, is not brought back.
    """
    from backissue.subscribers import book as books
    from backissue.subscribers import spreadsheet

    name = books.SUPPORTERS if supporters else books.READERS
    counts: Counter[str] = Counter()
    talk = Talk()
    with _open(folder, key) as book:
        for data in given(files):
            for row in spreadsheet.read(data, name, consent.date() if consent else None):
                if isinstance(row, spreadsheet.Refused):
                    counts["refused"] += 1
                    talk.say(f"line {row.line}: {row.why}")
                else:
                    counts[book.take(row, name)] += 1
    _tell(counts, json_=json_)


@command.command()
@of_a_list
@SUPPORTERS
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="A new file (default: standard output).")  # fmt: skip
def export(folder: Path, key: Path | None, out: Path | None, *, supporters: bool) -> None:
    """Write a list as CSV, in the clear, with the day of each consent. Delete it when it has served."""
    from backissue import disk
    from backissue.subscribers import spreadsheet, vault

    if out:
        vault.outside(out.parent, "the export")
        if out.exists():
            raise BadInstruction(f"{out} is there already", "Name a new file.")
    with _open(folder, key) as book:
        text = spreadsheet.write(book.supporters if supporters else book.readers)
        if out:
            disk.write(out, text.encode("utf-8-sig"))
        else:
            click.echo(text, nl=False)


@command.command()
@of_a_list
@as_json
def stats(folder: Path, key: Path | None, *, json_: bool) -> None:
    """Count the lists, and say nothing else of them."""
    with _open(folder, key) as book:
        found = book.stats()
    if json_:
        print_json(found)
        return
    for name, counts in found.items():
        click.echo(f"{name}: {', '.join(f'{n:,} {state}' for state, n in counts.items())}")


@contextlib.contextmanager
def _open(folder: Path, key: Path | None) -> Iterator[Book]:
    """The book, and word of what the server was asked since."""
    from backissue.subscribers.book import opened

    with careful(), opened(folder, the_key(folder, key), today()) as (book, folded):
        for what, count in sorted(folded.items()):
            Talk().say(f"from the server: {count:,} {what}")
        yield book


def _each(folder: Path, key: Path | None, files: tuple[str, ...], do: Callable[[Book, str], str], *, json_: bool) -> None:  # fmt: skip
    counts: Counter[str] = Counter()
    with _open(folder, key) as book:
        for data in given(files):
            _lines(data, lambda line: do(book, line), counts)
    _tell(counts, json_=json_)


def _lines(data: bytes, do: Callable[[str], str], counts: Counter[str]) -> None:
    from backissue.subscribers import bounces
    from backissue.subscribers.addresses import BadAddress

    for number, line in bounces.lines(data):
        try:
            counts[do(line)] += 1
        except BadAddress as error:
            counts["refused"] += 1
            Talk().say(f"line {number}: {error}")


def _tell(counts: Counter[str], *, json_: bool) -> None:
    if json_:
        print_json(dict(counts))
    else:
        click.echo(", ".join(f"{count:,} {what}" for what, count in counts.items()) or "nothing was given")
