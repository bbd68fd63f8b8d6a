"""A schedule for the letter: a systemd service and timer, and the same as a cron line.

Every path in it was given by whoever asks; nothing of this machine or its user
is put in. It installs nothing.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from backissue.model import BadInstruction

__all__ = ["Schedule", "schedule"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Schedule:
    """Three texts, by the names of the files they belong in."""

    files: dict[str, str]

    def __str__(self) -> str:
        return "\n".join(f"# {name}\n\n{text}" for name, text in self.files.items())


def schedule(arguments: list[str], *, paths: list[Path], zone: str, day: int = 0, hour: int = 7) -> Schedule:
    """Run ``backissue letter`` with ``arguments`` once a week: on ``day`` (Monday is 0) at ``hour`` in ``zone`` (IANA).

    ``paths`` are those among the arguments. Raises BadInstruction where one of
    them is not whole, for a timer starts nowhere in particular.
    """
    for path in paths:
        if not path.is_absolute():
            raise BadInstruction(
                f"{path} is not a whole path", f"A timer starts in no folder: write /…/{path.name or 'paper'}."
            )
        if any(c in str(path) for c in "\n\r\0"):
            raise BadInstruction(f"{str(path)!r} cannot stand in a schedule", "Name a folder without line breaks.")
    words = ["backissue", "letter", *arguments]
    when = f"{_DAYS[day]} *-*-* {hour:02d}:00:00 {zone}"
    service = (
        "[Unit]\nDescription=The weekly letter\n\n[Service]\nType=oneshot\n"
        "# If systemd does not find backissue, put its whole path in the place of /usr/bin/env.\n"
        f"ExecStart=/usr/bin/env {' '.join(map(_for_systemd, words))}\n"
        "# To post it as well, name the folder of the list as docs/post.md says, in a second ExecStart= below.\n"
    )
    timer = (
        f"[Unit]\nDescription=The weekly letter, every week\n\n[Timer]\nOnCalendar={when}\n"
        "Persistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
    cron = (
        f"CRON_TZ={zone}\n"
        f"0 {hour} * * {(day + 1) % 7} {' '.join(shlex.quote(word) for word in words).replace('%', chr(92) + '%')}\n"
    )
    return Schedule({"backissue-letter.service": service, "backissue-letter.timer": timer, "crontab": cron})


def _for_systemd(word: str) -> str:
    """A word as ``ExecStart=`` takes it (systemd.service(5), systemd.syntax(7)): specifiers and variables are not meant."""
    word = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{word}"' if not word or any(c in word for c in " \t'\"\\;#") else word
