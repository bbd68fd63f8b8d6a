"""Letters that are published: what each is made from, kept by people in ``letters/`` of the paper's folder.

A letter there is a folder named by its week: ``letter.toml`` (when it was
published, and what was chosen), ``picks.toml`` and ``note.md`` where there are
any. The site makes its page, its feeds and its e-book from these again whenever
it is built, so that what is withdrawn later leaves the letters, too. Nothing of
a reader is ever in it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from backissue import disk
from backissue.model import BadInstruction
from backissue.publish.letter.compose import Choice
from backissue.publish.letter.picks import Picks, read_note
from backissue.publish.letter.week import Week

__all__ = ["FOLDER", "Kept", "every", "find", "keep"]

FOLDER = "letters"

_KEYS = {"published": date, "language": str, "order": str, "least": int, "years_ago": int}


@dataclass(frozen=True, slots=True)
class Kept:
    """A published letter: its week, the day it was published, and everything that was chosen for it."""

    week: Week
    published: date
    choice: Choice


def every(folder: Path) -> list[Kept]:
    """All published letters of the paper in ``folder``, by week. Raises BadInstruction, naming file and key."""
    base = folder / FOLDER
    weeks = []
    for path in sorted(base.iterdir()) if base.is_dir() else ():
        if path.is_dir() and (path / "letter.toml").is_file():
            try:
                weeks.append(Week.parse(path.name))
            except BadInstruction as error:
                raise BadInstruction(f"{path} is named for no week: {error}", "Name it like 2021-W06.") from None
    return [one for week in sorted(weeks) if (one := find(folder, week))]


def find(folder: Path, week: Week) -> Kept | None:
    """The published letter of ``week``, if there is one."""
    home = folder / FOLDER / str(week)
    path = home / "letter.toml"
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInstruction(f"{path} cannot be read: {error}", "Mend it, or publish the letter again.") from error
    for key, value in said.items():
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1, 0)
            raise BadInstruction(f"{path} has an unknown key {key!r}", f"Did you mean {near[0]!r}?")
        if type(value) is not _KEYS[key]:
            raise BadInstruction(f"{path}: {key} is not of its kind: {value!r}", "Publish the letter again.")
    if "published" not in said:
        raise BadInstruction(f"{path} does not say when it was published", "Add a line like: published = 2026-02-08")
    published: date = said.pop("published")
    choice = Choice(**said, kept=True, picks_from=str(home / "picks.toml"))
    if (home / "picks.toml").is_file():
        choice = replace(choice, picks=Picks.read(home / "picks.toml"))
    if (home / "note.md").is_file():
        choice = replace(choice, note=read_note(home / "note.md"))
    return Kept(week, published, choice)


def keep(folder: Path, week: Week, choice: Choice, now: datetime, picks: str | None) -> Path:
    """Publish the letter of ``week``; returns its folder. ``picks`` is the text of picks.toml; None leaves what is there.

    The day of its first publishing stays. Safe to do again.
    """
    home = folder / FOLDER / str(week)
    before = find(folder, week)
    day = before.published if before else now.date()
    lines = [f"published = {day.isoformat()}"]
    usual = Choice()
    for name in ("language", "order", "least", "years_ago"):
        value = getattr(choice, name)
        if value != getattr(usual, name):
            lines.append(f"{name} = {value}" if isinstance(value, int) else f'{name} = "{value}"')
    files = {home / "letter.toml": ("\n".join(lines) + "\n").encode()}
    if picks is not None:
        files[home / "picks.toml"] = picks.encode()
    if choice.note:
        files[home / "note.md"] = f"{choice.note}\n".encode()
    disk.write_all(files)
    return home
