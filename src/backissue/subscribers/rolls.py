"""One sealed list: the letter's readers, or the monthly supporters.

Holds as little of a person as will do, the keyed hashes of those who left, and the
key they were made with; equals a JSON text, both ways. Refuses a text of a later version.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from backissue.model import BrokenWorld
from backissue.subscribers.addresses import same

__all__ = ["TOKEN", "Person", "Roll", "State", "Support", "is_token"]

TOKEN = 22
"""Characters of a token: 128 bits in base64url."""

_VERSION = 1
_ALPHABET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


class State(StrEnum):
    """Where somebody stands. Who left stands nowhere: only a keyed hash is kept of them."""

    PENDING = "pending"
    ACTIVE = "active"
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True)
class Support:
    """What makes a supporter: since when, and until when it is paid; a gift may have no end."""

    since: date
    until: date | None = None
    gift: bool = False

    def holds(self, day: date) -> bool:
        """Whether it is in force on ``day``, the last day included."""
        return day <= self.until if self.until else self.gift


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a list. ``id`` is random and the only thing of them that journals know.

    ``asked`` is the day a pending request was made, ``consent`` the day they said yes.
    """

    id: str
    address: str = field(repr=False)
    state: State
    language: str | None = None
    asked: date | None = None
    consent: date | None = None
    support: Support | None = None


def is_token(text: str) -> bool:
    """Whether ``text`` has the form of a token."""
    return len(text) == TOKEN and _ALPHABET.issuperset(text)


@dataclass
class Roll:
    """One list, opened."""

    name: str
    key: bytes = field(repr=False)
    people: dict[str, Person] = field(default_factory=dict, repr=False)
    left: set[str] = field(default_factory=set, repr=False)
    folded: tuple[str, ...] = ()
    _ids: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def new(cls, name: str) -> Roll:
        """An empty list with a key of its own."""
        return cls(name, secrets.token_bytes(32))

    def __iter__(self) -> Iterator[Person]:
        return iter(self.people.values())

    def find(self, address: str) -> Person | None:
        """Who has this mailbox."""
        found = self._ids.get(same(address))
        return self.people[found] if found else None

    def put(self, person: Person) -> None:
        """Somebody, new or changed; the address was checked when it came in."""
        self.people[person.id] = person
        self._ids[person.address.lower()] = person.id

    def drop(self, person: Person) -> None:
        """Nothing is kept of them, and nothing remembers them."""
        del self.people[person.id]
        del self._ids[person.address.lower()]

    def mark(self, address: str) -> str:
        """The keyed hash by which somebody who left is known again, in hex."""
        return self._keyed("left", same(address)).hex()

    def token(self, purpose: str, person: Person) -> str:
        """The token of this person for ``purpose``: derived when needed, never stored."""
        about = f"{person.id} {person.asked}" if purpose == "confirm" else person.id
        return base64.urlsafe_b64encode(self._keyed(purpose, about)).rstrip(b"=").decode()

    def holders(self, purpose: str, state: State | None = None) -> dict[bytes, str]:
        """Ids by the SHA-256 of their token for ``purpose``: tokens are compared hashed."""
        return {
            hashlib.sha256(self.token(purpose, p).encode()).digest(): p.id
            for p in self
            if state is None or p.state is state
        }

    def stable(self, about: str, person: Person) -> str:
        """Hex that is always the same for this person and this letter, and says nothing of either."""
        return self._keyed("message", f"{about} {person.id}").hex()

    def _keyed(self, purpose: str, about: str) -> bytes:
        return hmac.digest(self.key, f"{purpose}\0{about}".encode(), "sha256")[:16]

    def to_json(self) -> bytes:
        """The list as JSON, UTF-8; people and marks in an order that says nothing of when they came."""
        value = {
            "version": _VERSION,
            "list": self.name,
            "key": self.key.hex(),
            "left": sorted(self.left),
            "folded": sorted(self.folded),
            "people": [_plain(self.people[i]) for i in sorted(self.people)],
        }
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_json(cls, data: bytes, name: str) -> Roll:
        """The list that ``to_json`` wrote; BrokenWorld where it is none."""
        try:
            value = json.loads(data)
            if value["version"] != _VERSION:
                raise BrokenWorld(f"the list of {name} was written by a later version", "Use that version.")
            if value["list"] != name:
                raise ValueError
            roll = cls(name, bytes.fromhex(value["key"]), left=set(value["left"]), folded=tuple(value["folded"]))
            for one in value["people"]:
                roll.put(_person(one))
        except (ValueError, KeyError, TypeError):
            raise BrokenWorld(f"the list of {name} is damaged", "Put back the last good copy of its file.") from None
        return roll


def _plain(person: Person) -> dict[str, Any]:
    support = person.support
    value = {
        "id": person.id,
        "address": person.address,
        "state": person.state.value,
        "language": person.language,
        "asked": person.asked and person.asked.isoformat(),
        "consent": person.consent and person.consent.isoformat(),
        "since": support and support.since.isoformat(),
        "until": support and support.until and support.until.isoformat(),
        "gift": (support and support.gift) or None,
    }
    return {k: v for k, v in value.items() if v is not None}


def _person(value: dict[str, Any]) -> Person:
    def day(name: str) -> date | None:
        return date.fromisoformat(value[name]) if name in value else None

    since = day("since")
    return Person(
        id=value["id"],
        address=value["address"],
        state=State(value["state"]),
        language=value.get("language"),
        asked=day("asked"),
        consent=day("consent"),
        support=Support(since, day("until"), bool(value.get("gift"))) if since else None,
    )
