"""What an editor chose for one letter, in ``picks.toml``; every key may be left out.

::

    title = "The week the ferry stopped"  # the subject, instead of the usual one
    preheader = "What a mailbox shows after the subject"
    lead = "38092"  # the article that stands first and large
    first = ["38094", "38101"]  # these first, in this order, each in its section
    only = ["38092", "38094"]  # these and no others
    leave_out = ["38107"]
    sections = ["眾聞", "評論"]  # sections in this order; the rest after them

It refuses keys and ids that do not exist, naming the nearest, before anything is written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from backissue.model import BadInstruction

__all__ = ["Picks", "read_note"]

_NOTE = 40_000
_TITLE = 500


@dataclass(frozen=True, slots=True)
class Picks:
    """An editor's choice. Ids are as the records have them."""

    title: str = ""
    preheader: str = ""
    lead: str = ""
    first: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    @property
    def ids(self) -> Iterable[str]:
        """Every id that is named, once, in order."""
        return dict.fromkeys([*([self.lead] if self.lead else []), *self.first, *self.only, *self.leave_out])

    @classmethod
    def read(cls, path: Path) -> Picks:
        """The choice in a TOML file. Raises BadInstruction, naming file, key and nearest neighbour."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            raise BadInstruction(f"there is no file {path}", "Name the editor's picks, or leave --picks out.") from None
        except UnicodeDecodeError as error:
            raise BadInstruction(f"{path} is not UTF-8", "Save it as UTF-8.") from error
        return cls.parse(text, path.name)

    @classmethod
    def parse(cls, text: str, where: str = "picks.toml") -> Picks:
        """The choice in a TOML text."""
        try:
            found = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise BadInstruction(f"{where}: {error}", "Mend that line and run this again.") from error
        known = {f.name: f.default for f in fields(cls)}
        made: dict[str, Any] = {}
        for key, value in found.items():
            if key not in known:
                near = get_close_matches(key, known, 1, 0)
                raise BadInstruction(f"{where} has an unknown key {key!r}", f"Did you mean {near[0]!r}?")
            made[key] = _words(key, value, where) if known[key] == "" else _list(key, value, where)
        picks = cls(**made)
        if both := sorted({picks.lead, *picks.first, *picks.only} & set(picks.leave_out)):
            raise BadInstruction(f"{where}: {both[0]} is both chosen and left out", "Take it out of one of the two.")
        if picks.only and (more := [one for one in (picks.lead, *picks.first) if one and one not in picks.only]):
            raise BadInstruction(f"{where}: {more[0]} is not among `only`", "Name it there, too, or leave `only` out.")
        return picks

    def within(self, ids: Iterable[str], sections: Iterable[str]) -> Picks:
        """The choice without what the week does not have."""
        own, rooms = set(ids), set(sections)

        def there(named: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(one for one in named if one in own)

        return replace(
            self,
            lead=self.lead if self.lead in own else "",
            first=there(self.first),
            only=there(self.only) or self.only,  # none of them left is not the same as all
            leave_out=there(self.leave_out),
            sections=tuple(name for name in self.sections if name in rooms),
        )

    def check(self, ids: Iterable[str], sections: Iterable[str], explain: Callable[[str], str], where: str) -> None:
        """Raise BadInstruction for an id or a section that the week does not have; ``explain`` says what is near an id."""
        own, rooms = set(ids), sorted(set(sections))
        for one in self.ids:
            if one not in own:
                raise BadInstruction(f"{where}: this week has no article {one!r}", explain(one))
        for name in self.sections:
            if name not in rooms:
                near = get_close_matches(name, rooms, 1, 0)
                hint = f"Did you mean {near[0]!r}?" if near else "None of this week's articles has a section."
                raise BadInstruction(f"{where}: this week has no section {name!r}", hint)


def read_note(path: Path) -> str:
    """The editor's note, Markdown in UTF-8. Raises BadInstruction where it is not there, no text, or too long for a letter."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadInstruction(f"there is no file {path}", "Name the note, or leave --note out.") from None
    except UnicodeDecodeError as error:
        raise BadInstruction(f"{path} is not UTF-8", "Save it as UTF-8.") from error
    if len(text.encode()) > _NOTE:
        raise BadInstruction(
            f"{path} is longer than {_NOTE // 1000} kB", "A mail of 100 kB is cut off; say it shorter."
        )
    return text.strip()


def _words(key: str, value: object, where: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and key == "lead":
        return str(value)
    if not isinstance(value, str):
        raise BadInstruction(f"{where}: {key} must be text, not {value!r}", f'Write {key} = "…"')
    return value.strip()[: _TITLE * 20]


def _list(key: str, value: object, where: str) -> tuple[str, ...]:
    items = value if isinstance(value, list) else None
    if items is None or not all(isinstance(one, (str, int)) and not isinstance(one, bool) for one in items):
        raise BadInstruction(f"{where}: {key} must be a list of texts, not {value!r}", f'Write {key} = ["…", "…"]')
    return tuple(dict.fromkeys(str(one) for one in items))
