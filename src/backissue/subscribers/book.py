"""Both lists, opened for one run: who gets the letter, who asked, who left.

``opened`` holds the folder's lock, takes in what the server was asked, and writes back
what changed, each file whole. Nobody is mailed who has not said yes; who left is known by
a keyed hash in both lists and comes back only by asking, and saying yes, themselves.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from backissue import disk
from backissue.model import BrokenWorld
from backissue.subscribers import events, settings
from backissue.subscribers.addresses import BadAddress, checked
from backissue.subscribers.events import Event, Kind
from backissue.subscribers.rolls import Person, Roll, State, Support
from backissue.subscribers.vault import Key, Seal, make, outside, private

__all__ = ["LANGUAGES", "READERS", "SUPPORTERS", "Book", "Row", "begin", "opened"]

READERS, SUPPORTERS = "readers", "supporters"
LANGUAGES = ("zh-Hant", "en")

_WAIT = timedelta(days=14)
"""A request that nobody confirmed is forgotten after this."""
_AGAIN = timedelta(days=7)
"""Asking again sends another mail after this, and not before: the form is no way to pester a stranger."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an import: somebody with the day they said yes."""

    address: str
    consent: date
    language: str | None = None
    state: State = State.ACTIVE
    support: Support | None = None


class Book:
    """The two lists. ``today`` is the day, in UTC, on which whatever is done is done."""

    def __init__(self, readers: Roll, supporters: Roll, today: date) -> None:
        self.readers, self.supporters, self.today = readers, supporters, today

    @property
    def rolls(self) -> tuple[Roll, Roll]:
        """Supporters first: who stands on both lists is mailed as one."""
        return self.supporters, self.readers

    def ask(self, address: str, language: str | None = None, support: Support | None = None, *, myself: bool) -> str:
        """Somebody asks for the letter (``myself``: by the form), or is put down for it: pending until confirmed.

        Returns what became of it: added, again, already, or left. Raises BadAddress.
        """
        address = checked(address)
        roll = self.supporters if support else self.readers
        found = roll.find(address)
        if found is None:
            if not myself and roll.mark(address) in roll.left:
                return "left"
            person = Person(secrets.token_hex(8), address, State.PENDING, _known(language), self.today, None, support)
            roll.put(person)
            return "added"
        if found.state is State.ACTIVE or (found.asked and self.today - found.asked < _AGAIN):
            return "already"
        if found.state is State.BOUNCED and not myself:
            return "already"
        roll.put(replace(found, state=State.PENDING, asked=self.today, language=_known(language) or found.language))
        return "again"

    def confirm(self, address: str, day: date | None = None) -> str:
        """Somebody pending has said yes in another way than by the link; returns confirmed, already or unknown."""
        said = set()
        for roll in self.rolls:
            if found := roll.find(address):
                said.add(self._agree(roll, found, day or self.today))
        return min(said, key=("confirmed", "already").index) if said else "unknown"

    def leave(self, address: str) -> str:
        """Somebody leaves both lists; only keyed hashes remain. Returns removed or unknown."""
        address, known = checked(address), False
        for roll in self.rolls:
            if found := roll.find(address):
                roll.drop(found)
                known = True
        marked = any(roll.mark(address) in roll.left for roll in self.rolls)
        if known or marked:
            for roll in self.rolls:
                roll.left.add(roll.mark(address))
        return "removed" if known else "already" if marked else "unknown"

    def purge(self, address: str) -> str:
        """Nothing whatever remains of this address, not even that it left. Returns purged or unknown."""
        address, known = checked(address), False
        for roll in self.rolls:
            if found := roll.find(address):
                roll.drop(found)
                known = True
            if (mark := roll.mark(address)) in roll.left:
                roll.left.discard(mark)
                known = True
        return "purged" if known else "unknown"

    def bounce(self, address: str) -> str:
        """Mail to this address comes back: it gets no more. Returns bounced, already or unknown."""
        said = "unknown"
        for roll in self.rolls:
            found = roll.find(address)
            if found and found.state is not State.BOUNCED:
                roll.put(replace(found, state=State.BOUNCED))
                said = "bounced"
            elif found and said == "unknown":
                said = "already"
        return said

    def take(self, row: Row, name: str) -> str:
        """A line of an import into the list ``name``; never brings back who left, nor who bounced.

        Returns added, updated, already or left. Raises BadAddress.
        """
        roll = self.supporters if name == SUPPORTERS else self.readers
        address = checked(row.address)
        if roll.mark(address) in roll.left:
            return "left"
        found = roll.find(address)
        if found is None:
            roll.put(
                Person(secrets.token_hex(8), address, row.state, _known(row.language), None, row.consent, row.support)
            )
            return "added"
        state = State.BOUNCED if State.BOUNCED in (found.state, row.state) else State.ACTIVE
        made = replace(
            found,
            state=state,
            language=_known(row.language) or found.language,
            asked=None,
            consent=min(filter(None, (found.consent, row.consent))),
            support=row.support or found.support,
        )
        roll.put(made)
        return "already" if made == found else "updated"

    def leave_by(self, token: str) -> str:
        """The holder of an unsubscribe token leaves."""
        hashed = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        for roll in self.rolls:
            if holder := roll.holders("unsubscribe").get(hashed):
                return self.leave(roll.people[holder].address)
        return "unknown"

    def fold(self, asked: Iterable[Event]) -> Counter[str]:
        """Take in what the server was asked, in its order; how many of each ``kind: outcome``.

        What was taken in already, in a run that died before it could tidy up, is passed over.
        """
        done: Counter[str] = Counter()
        before = set(self.readers.folded)
        names = []
        confirms: dict[bytes, tuple[Roll, str]] = {}
        leaves: dict[bytes, tuple[Roll, str]] = {}
        for event in asked:
            if not leaves:
                confirms, leaves = self._holders()
            names.append(event.name)
            if event.name in before:
                continue
            hashed = hashlib.sha256(event.about.encode("utf-8", "replace")).digest()
            if event.kind is Kind.SIGN_UP:
                try:
                    outcome = self.ask(event.about, event.language, myself=True)
                except BadAddress:
                    outcome = "refused"
            else:
                roll, holder = (confirms if event.kind is Kind.CONFIRM else leaves).get(hashed, (self.readers, ""))
                found = roll.people.get(holder)
                if found is None:
                    outcome = "unknown"
                elif event.kind is Kind.CONFIRM:
                    outcome = self.confirm(found.address, event.at.date())
                else:
                    outcome = self.leave(found.address)
            done[f"{event.kind}: {outcome}"] += 1
        self.readers.folded = tuple(names)
        return done

    def mend(self) -> int:
        """Whoever left one list for good leaves the other, which a run that died half-way had not yet written; how many.

        Nobody who has said yes is marked as having left: saying yes takes the marks away.
        """
        half = [
            person.address
            for roll, other in (self.rolls, self.rolls[::-1])
            if other.left
            for person in roll
            if person.state is not State.PENDING and other.mark(person.address) in other.left
        ]
        for address in half:
            self.leave(address)
        return len(half)

    def forget(self) -> int:
        """Requests that nobody confirmed in time are dropped; how many."""
        old = [(r, p) for r in self.rolls for p in r if p.state is State.PENDING and p.asked and self.today - p.asked > _WAIT]  # fmt: skip
        for roll, person in old:
            roll.drop(person)
        return len(old)

    def receivers(self) -> list[tuple[Roll, Person]]:
        """Everybody who gets a letter today, each mailbox once: active supporters, then readers."""
        found: dict[str, tuple[Roll, Person]] = {}
        for roll in self.rolls:
            for person in roll:
                in_force = person.support is None or person.support.holds(self.today)
                if person.state is State.ACTIVE and person.consent and in_force:
                    found.setdefault(person.address.lower(), (roll, person))
        return sorted(found.values(), key=lambda both: both[1].id)

    def pending(self) -> list[tuple[Roll, Person]]:
        """Everybody whose yes is waited for, each mailbox once."""
        found: dict[str, tuple[Roll, Person]] = {}
        for roll in self.rolls:
            for person in roll:
                if person.state is State.PENDING:
                    found.setdefault(person.address.lower(), (roll, person))
        return sorted(found.values(), key=lambda both: both[1].id)

    def stats(self) -> dict[str, dict[str, int]]:
        """How many of each state are on each list, and how many left."""
        out = {}
        for roll in reversed(self.rolls):
            states = Counter(p.state.value for p in roll)
            out[roll.name] = {s.value: states[s.value] for s in State} | {"left": len(roll.left)}
            if roll is self.supporters:
                out[roll.name]["in force"] = sum(bool(p.state is State.ACTIVE and p.support and p.support.holds(self.today)) for p in roll)  # fmt: skip
        return out

    def _holders(self) -> tuple[dict[bytes, tuple[Roll, str]], dict[bytes, tuple[Roll, str]]]:
        """Who holds which token, hashed: to confirm, and to leave."""
        confirms = {h: (roll, i) for roll in self.rolls for h, i in roll.holders("confirm", State.PENDING).items()}
        return confirms, {h: (roll, i) for roll in self.rolls for h, i in roll.holders("unsubscribe").items()}

    def _agree(self, roll: Roll, person: Person, day: date) -> str:
        for each in self.rolls:
            each.left.discard(each.mark(person.address))
        if person.state is State.ACTIVE:
            return "already"
        roll.put(replace(person, state=State.ACTIVE, asked=None, consent=day))
        return "confirmed"


def begin(folder: Path, key: Path) -> None:
    """A new list in ``folder``, empty, with a letters.toml to fill in; its secret key in the new file ``key``."""
    files = {settings.NAME: settings.TEMPLATE.encode()}
    make(folder, key, files, {f"{name}.age": Roll.new(name).to_json() for name in (READERS, SUPPORTERS)})


@contextlib.contextmanager
def opened(folder: Path, key_file: Path, today: date) -> Iterator[tuple[Book, Counter[str]]]:
    """The book of the list in ``folder``, and what was folded in; what the block changes is written at its end.

    Nothing is written if the block raises, but for what was folded in before it. Raises
    BrokenWorld where another run holds the folder, or a file is damaged.
    """
    outside(folder, "the list")
    seal, key = Seal.of(folder), Key.of(key_file, folder)
    with private(), disk.locked(folder):
        disk.sweep(folder)
        were = {name: _read(folder, name, key) for name in (READERS, SUPPORTERS)}
        book = Book(were[READERS][1], were[SUPPORTERS][1], today)
        kept = {name: data for name, (data, _) in were.items()}
        mended = book.mend()
        asked = list(events.waiting(folder, key))
        folded = book.fold(e for e in asked if isinstance(e, Event))
        if strange := sum(isinstance(e, str) for e in asked):
            folded["strange file, left alone"] = strange
        if mended:
            folded["half-left: removed"] = mended
        if dropped := book.forget():
            folded["pending: forgotten"] = dropped
        _write(folder, book, kept, seal)
        disk.remove_all(folder / "events" / event.name for event in asked if isinstance(event, Event))
        yield book, folded
        _write(folder, book, kept, seal)


def _read(folder: Path, name: str, key: Key) -> tuple[bytes, Roll]:
    """The list's JSON and the list."""
    try:
        sealed = (folder / f"{name}.age").read_bytes()
    except OSError as error:
        raise BrokenWorld(f"cannot read {name}.age in {folder}: {error.strerror}", "Put back the last good copy of that file.") from None  # fmt: skip
    try:
        data = key.open(sealed).rstrip(b" ")
    except ValueError:
        raise BrokenWorld(f"the list of {name} cannot be opened", "Put back the last good copy of its file.") from None
    return data, Roll.from_json(data, name)


def _write(folder: Path, book: Book, kept: dict[str, bytes], seal: Seal) -> None:
    """Write what changed. Supporters first: the readers' file remembers which events both have taken in."""
    for roll in book.rolls:
        data = roll.to_json()
        if data != kept[roll.name]:
            disk.write(folder / f"{roll.name}.age", seal.close(data))
            kept[roll.name] = data


def _known(language: str | None) -> str | None:
    return language if language in LANGUAGES else None
