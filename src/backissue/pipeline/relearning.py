"""Learning again, because somebody asked: from what is held, into a file that is no person's.

What people wrote in ``outlet.toml`` is never written over: the proposal stands beside it as
``outlet.learned.toml``, and what differs is said. What the user's file says of hosts and zone is taken as said.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backissue import disk, learn, outlets
from backissue.model import BadInstruction, Outlet
from backissue.pipeline import collecting, gathering, learning, surveying
from backissue.pipeline.paper import Run
from backissue.run import Engine, Folder, Progress, Silent, inline

__all__ = ["BESIDE", "Proposal", "learn_again"]

BESIDE = "outlet.learned.toml"
"""The file beside a person's own."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was learned: the file it was written to, how many pages were opened, and the lines that differ from what stood there.

    ``by_hand`` says that people wrote ``outlet.toml``, which was left alone; ``zone_assumed`` that no page tells the zone.
    """

    path: Path
    by_hand: bool
    opened: int
    rules: int
    eras: int
    zone_assumed: bool
    difference: tuple[str, ...]

    def as_json(self) -> Mapping[str, Any]:
        """The proposal as what JSON holds; the path by its name."""
        return {**dataclasses.asdict(self), "path": self.path.name, "difference": list(self.difference)}

    def summary(self) -> str:
        """What came of it, for a person."""
        lines = [f"Learned from {self.opened} pages: {self.rules} rules for addresses, {self.eras} page templates."]
        if self.zone_assumed:
            lines.append("No page tells its time zone: see that `timezone` is right.")
        if self.by_hand:
            lines.append(f"outlet.toml is yours and was left as it is; the proposal is in {self.path.name}.")
        else:
            lines.append(f"Written to {self.path.name}. Read it, correct it: from then on it is yours.")
        if not self.difference:
            lines.append("It says what outlet.toml said." if self.by_hand else "Nothing changed.")
        elif self.by_hand:
            lines.append("What differs (- yours, + learned) is printed.")
        return "\n".join(lines)


def learn_again(
    folder: Path, *, timezone: str | None = None, engine: Engine = inline, progress: Progress | None = None
) -> Proposal:
    """Learn the paper in ``folder`` from the captures held; ``timezone`` (IANA) is what bare times mean, if the user says.

    Raises BadInstruction where there is nothing to learn from.
    """
    run = Run(Folder.existing(folder), engine, progress or Silent())
    with disk.locked(run.folder.path):
        stood = learning.written(run.folder)
        by_hand = stood is not None and not learning.is_ours(run.folder)
        gathering.gather(run)
        surveyed = surveying.survey(run, gathering.resolve(run, collecting.listed))
        counted = learning.census(run, surveyed)
        with run.progress.stage("learning the paper", None):
            surveys = (line.survey for line in surveying.lines(run, surveyed) if line.survey)
            open_page = functools.partial(learning.open_guarded, run.folder.captures)
            said = stood if by_hand and stood is not None else None
            lesson = learn.outlet(
                surveys,
                counted,
                open_page,
                hosts=said.hosts if said else (),
                timezone=timezone or (said.timezone if said else None),
                name=said.name if said else None,
            )
        if not lesson.opened:
            raise BadInstruction(
                "no page among the captures reads as an article", "Give `backissue rescue` more captures first."
            )
        path = run.folder.path / BESIDE if by_hand else run.folder.outlet
        text = lesson.toml.encode()
        if not by_hand:
            disk.write(learning.mark(run.folder), f"{hashlib.sha256(text).hexdigest()}\n".encode())
        disk.write(path, text)
    made = lesson.outlet
    return Proposal(
        path, by_hand, lesson.opened, len(made.pages), len(made.eras), lesson.zone_assumed, _difference(stood, made)
    )


def _difference(before: Outlet | None, after: Outlet) -> tuple[str, ...]:
    """The lines that differ, comments left out: ``-`` what stood there, ``+`` what was learned; headings of the tables between."""
    if before is None:
        return ()
    plain = dataclasses.replace(before, eras=tuple(dataclasses.replace(era, note="") for era in before.eras))
    lines = difflib.unified_diff(outlets.dumps(plain).splitlines(), outlets.dumps(after).splitlines(), lineterm="", n=1)
    return tuple(line for line in lines if not line.startswith(("---", "+++", "@@")))
