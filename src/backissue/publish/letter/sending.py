"""A letter sent to everybody who should get it, each at most once.

``send`` goes on where the last run stopped, by the journal; ``confirmations`` asks those
who signed up whether they meant it; ``test`` sends one copy to the operator. Whatever
happens the sum holds: eligible = sent + refused + deferred + doubtful + unsubscribed.
It never sends again what may have arrived.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from backissue.model import BadInstruction, BrokenWorld
from backissue.publish.letter import confirming
from backissue.publish.letter.journal import Fate, Journal, Lines, writing
from backissue.publish.letter.mail import Letter, Prepared, prepare
from backissue.publish.letter.relay import Cut, Talk
from backissue.subscribers.addresses import checked
from backissue.subscribers.book import READERS, SUPPORTERS, Book
from backissue.subscribers.rolls import Person, Roll, State
from backissue.subscribers.settings import Settings

__all__ = ["Fate", "Pace", "Report", "confirmations", "preview", "resolve", "send", "test"]

_LOST = 3
"""Connections lost one after another, from which on the mail server is left alone."""
_CONFIRMATIONS = "confirmations"


@dataclass
class Pace:
    """The clock: ``rate`` messages a second at most, by ``clock`` (seconds) and ``sleep``; ``now`` dates the messages."""

    rate: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _next: float = field(default=0.0, init=False)

    def wait(self) -> None:
        """Return when the next message may go."""
        here = self.clock()
        if here < self._next:
            self.sleep(self._next - here)
        self._next = max(here, self._next) + 1 / self.rate


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a letter so far; ``doubtful`` are ids with what stands before the @ of their Message-ID in the relay's log."""

    letter: str
    counts: Mapping[Fate, int]
    supporters: Mapping[Fate, int]
    doubtful: Mapping[str, str]
    stopped: str = ""

    @property
    def eligible(self) -> int:
        """Everybody it was meant for."""
        return sum(self.counts.values())

    def as_json(self) -> dict[str, Any]:
        """The report as plain values."""
        return {
            "letter": self.letter,
            "eligible": self.eligible,
            **{fate.value: self.counts.get(fate, 0) for fate in Fate},
            "supporters": {"eligible": sum(self.supporters.values())} | {f.value: n for f in Fate if (n := self.supporters.get(f, 0))},
            "to_decide": [{"id": i, "message_id": m} for i, m in sorted(self.doubtful.items())],
            "stopped": self.stopped or None,
        }  # fmt: skip

    def summary(self) -> str:
        """The sum, in one line."""
        parts = " + ".join(f"{self.counts.get(fate, 0):,} {fate.value}" for fate in Fate)
        return f"{self.eligible:,} eligible = {parts}."


@dataclass(frozen=True, slots=True)
class _Item:
    """One message to be sent: the name it has in the journal, where to, and how it is made when its turn comes."""

    id: str
    address: str = field(repr=False)
    make: Callable[[], bytes] = field(repr=False)


def send(book: Book, folder: Path, letter: Letter, settings: Settings, pace: Pace, *, changed: bool = False, progress: Callable[[int], None] = lambda _n: None) -> Report:  # fmt: skip
    """Send ``letter`` to all who have not got it; ``folder`` is the list's.

    Raises BadInstruction where its words are others than those sent so far, unless
    ``changed`` says that this is meant.
    """
    made = _prepared(letter, settings)
    with writing(_path(folder, letter)) as journal:
        _same_letter(journal, letter, changed=changed)
        for roll in book.rolls:
            journal.plan(roll.name, (p.id for p in _new(book, roll, journal.lines)))
        items = []
        for reader, fate in _open(journal.lines):
            roll, person = _who(book, reader)
            if person is not None and person.state is State.ACTIVE and fate in (None, Fate.DEFERRED):
                items.append(_item(roll, person, letter, made, settings, pace))
        stopped = _deliver(items, journal, settings, pace, progress)
        return _report(book, letter.id, journal.lines, stopped)


def preview(book: Book, folder: Path, letter: Letter, settings: Settings) -> Report:
    """What there is to do, and has been done, without doing any of it: those still to get it count as deferred."""
    _prepared(letter, settings)
    lines = Lines.read(_path(folder, letter))
    for roll in book.rolls:
        lines.take({"what": "plan", "list": roll.name, "ids": [p.id for p in _new(book, roll, lines)]})
    return _report(book, letter.id, lines, "")


def resolve(book: Book, folder: Path, letter: Letter, said: Mapping[str, str]) -> Report:
    """A person decides about doubtful ones: id to sent, refused, or again. ``all`` stands for every doubtful id."""
    with writing(_path(folder, letter)) as journal:
        doubtful = [i for i, fate in journal.lines.fates.items() if fate is Fate.DOUBTFUL]
        for name, what in said.items():
            if what not in ("sent", "refused", "again"):
                raise BadInstruction(f"{what!r} is no way to decide", "It is sent, refused or again.")
            for one in doubtful if name == "all" else [name]:
                if journal.lines.fates.get(one) is Fate.DOUBTFUL:
                    journal.resolve(one, what)
                elif name != "all":
                    raise BadInstruction(f"{name} is not doubtful", "`backissue send --dry-run` lists who is.")
        return _report(book, letter.id, journal.lines, "")


def test(letter: Letter, settings: Settings, pace: Pace) -> None:
    """Send one copy to the operator's own address; nothing is written down. BrokenWorld where it is not taken."""
    if not settings.test:
        raise BadInstruction("letters.toml names no address to test with", 'Write: test = "you@example.org"')
    made, token = _prepared(letter, settings), secrets.token_urlsafe(16)
    message = made.to(settings.test, unsubscribe=settings.unsubscribe(token), message_id=f"test.{secrets.token_hex(8)}@{_domain(settings)}", date=pace.now())  # fmt: skip
    talk = Talk(_relay(settings), made.sender.domain, Path())
    try:
        answer = talk.deliver(made.sender.addr_spec, checked(settings.test), message.as_bytes(), lambda: None)
    except Cut:
        raise BrokenWorld("the mail server broke off", "Run this again later.") from None
    finally:
        talk.close()
    if not answer.good:
        raise BrokenWorld(f"the mail server does not take the letter: {answer.code} {answer.status}".rstrip(), "Its log says why.")  # fmt: skip


def confirmations(book: Book, folder: Path, settings: Settings, pace: Pace, *, dry_run: bool = False, progress: Callable[[int], None] = lambda _n: None) -> Report:  # fmt: skip
    """Ask everybody who signed up whether they meant it; each request is answered by one mail at most."""
    sender, domain = _sender(settings), _domain(settings)
    waiting = {f"{p.id}.{p.asked:%Y%m%d}": (r, p) for r, p in book.pending() if p.asked}
    path = folder / "journals" / f"{_CONFIRMATIONS}.jsonl"

    def item(name: str, roll: Roll, person: Person) -> _Item:
        def make() -> bytes:
            made = confirming.mail(
                person.language or settings.language, settings, roll.token("confirm", person), sender
            )
            leave = settings.unsubscribe(roll.token("unsubscribe", person))
            message_id = f"{roll.stable(f'{_CONFIRMATIONS} {name}', person)}@{domain}"
            return made.to(person.address, unsubscribe=leave, message_id=message_id, date=pace.now()).as_bytes()

        return _Item(name, person.address, make)

    if dry_run:
        lines, stopped = Lines.read(path), ""
    else:
        with writing(path) as journal:
            lines = journal.lines
            items = [item(n, *who) for n, who in waiting.items() if lines.fates.get(n) in (None, Fate.DEFERRED)]
            stopped = _deliver(items, journal, settings, pace, progress)
    fates = {name: lines.fates.get(name, Fate.DEFERRED) for name in waiting}
    doubtful = {n: r.stable(f"{_CONFIRMATIONS} {n}", p) for n, (r, p) in waiting.items() if fates[n] is Fate.DOUBTFUL}  # fmt: skip
    return Report(_CONFIRMATIONS, Counter(fates.values()), {}, doubtful, stopped)


def _deliver(
    items: Iterable[_Item], journal: Journal, settings: Settings, pace: Pace, progress: Callable[[int], None]
) -> str:
    """Send the messages one after another; why it stopped early, or nothing."""
    made = prepare("-", "-", "-", _sender(settings), _list_id(settings))
    talk = Talk(_relay(settings), made.sender.domain, journal.path)
    lost = 0
    try:
        for item in items:
            pace.wait()
            lost = 0 if _one(item, talk, made.sender.addr_spec, journal) else lost + 1
            progress(1)
            if lost == _LOST:
                return "the mail server breaks off again and again"
    except BrokenWorld as error:
        return str(error)
    finally:
        talk.close()
    return ""


def _one(item: _Item, talk: Talk, sender: str, journal: Journal) -> bool:
    """Send one message and note what became of it; whether the mail server gave an answer."""
    try:
        data = item.make()
    except BadInstruction:  # an address that was good once, by the rules of another version
        journal.after(item.id, Fate.REFUSED)
        return True
    for last in (False, True):  # a server may close a talk that idled: the next one begins anew
        try:
            answer = talk.deliver(sender, item.address, data, lambda: journal.before(item.id))
        except Cut as cut:
            if cut.late:
                return False  # a line before and none after: doubtful
            if last:
                journal.after(item.id, Fate.DEFERRED)
        else:
            fate = Fate.SENT if answer.good else Fate.REFUSED if answer.final else Fate.DEFERRED
            journal.after(item.id, fate, answer.code, answer.status)
            return True
    return False


def _item(roll: Roll, person: Person, letter: Letter, made: Prepared, settings: Settings, pace: Pace) -> _Item:  # noqa: PLR0917  # fmt: skip
    def make() -> bytes:
        leave = settings.unsubscribe(roll.token("unsubscribe", person))
        message_id = f"{roll.stable(letter.id, person)}@{_domain(settings)}"
        return made.to(person.address, unsubscribe=leave, message_id=message_id, date=pace.now()).as_bytes()

    return _Item(person.id, person.address, make)


def _new(book: Book, roll: Roll, lines: Lines) -> list[Person]:
    """Those of one list who should get the letter and are not in its plan under any id."""
    planned = {p.address.lower() for i in lines.eligible if (p := _who(book, i)[1])}
    return [p for r, p in book.receivers() if r is roll and p.id not in lines.eligible and p.address.lower() not in planned]  # fmt: skip


def _open(lines: Lines) -> list[tuple[str, Fate | None]]:
    return [(reader, lines.fates.get(reader)) for reader in lines.eligible]


def _who(book: Book, reader: str) -> tuple[Roll, Person | None]:
    for roll in book.rolls:
        if found := roll.people.get(reader):
            return roll, found
    return book.readers, None


def _report(book: Book, name: str, lines: Lines, stopped: str) -> Report:
    counts: Counter[Fate] = Counter()
    supporters: Counter[Fate] = Counter()
    doubtful = {}
    for reader, of in lines.eligible.items():
        fate = lines.fates.get(reader, Fate.DEFERRED)
        roll, person = _who(book, reader)
        if fate is Fate.DEFERRED and (person is None or person.state is State.PENDING):
            fate = Fate.UNSUBSCRIBED
        elif fate is Fate.DEFERRED and person and person.state is State.BOUNCED:
            fate = Fate.REFUSED
        elif fate is Fate.DOUBTFUL:
            doubtful[reader] = roll.stable(name, person) if person else "(left since)"
        counts[fate] += 1
        supporters[fate] += of == SUPPORTERS
    assert set(lines.eligible.values()) <= {READERS, SUPPORTERS}
    return Report(name, counts, supporters, doubtful, stopped)


def _same_letter(journal: Journal, letter: Letter, *, changed: bool) -> None:
    pictures = "".join(hashlib.sha256(one.data).hexdigest() for one in letter.pictures)
    digest = hashlib.sha256("\0".join((letter.subject, letter.html, letter.text, pictures)).encode()).hexdigest()
    if journal.lines.letter == digest:
        return
    if journal.lines.letter and not changed:
        raise BadInstruction("this letter's words have changed since it began to be sent", "Put the letter back, or say --changed to send the rest of the readers its new words.")  # fmt: skip
    journal.begin(digest)


def _path(folder: Path, letter: Letter) -> Path:
    """The journal of a letter: its id where that can be a name, and a hash of it."""
    name = re.sub(r"[^a-z0-9]+", "-", letter.id.partition("@")[0].lower()).strip("-")[:40]
    return folder / "journals" / f"{name}-{hashlib.sha256(letter.id.encode()).hexdigest()[:8]}.jsonl"


def _prepared(letter: Letter, settings: Settings) -> Prepared:
    return prepare(letter.subject, letter.html, letter.text, _sender(settings), _list_id(settings), settings.reply_to, settings.mailto, letter.pictures)  # fmt: skip


def _sender(settings: Settings) -> str:
    if not settings.sender:
        raise BadInstruction("letters.toml names no sender", 'Write: sender = "Name <letter@example.org>"')
    return settings.sender


def _list_id(settings: Settings) -> str:
    if not settings.list_id:
        raise BadInstruction("letters.toml names no list_id", 'Write: list_id = "Name <letter.example.org>"')
    return settings.list_id


def _relay(settings: Settings) -> Any:
    if not settings.relay:
        raise BadInstruction("letters.toml names no mail server", "Give it a table [smtp] with host, and user if it wants one.")  # fmt: skip
    return settings.relay


def _domain(settings: Settings) -> str:
    """What stands after the @ of a Message-ID: the list's own name, which says nothing of this machine."""
    return _list_id(settings).rpartition("<")[2].strip("> ")
