"""repair: findings turned into work. What can be repaired in place is; what must be fetched or read by a person is listed.

Repairs in place are made by reading the evidence again with what is known
today; what a person edited stays. Refuses to fetch: the list is for who does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from backissue import jsonlines, outlets, urls
from backissue.adopt import Settings
from backissue.archive import Archive
from backissue.model import BadInstruction
from backissue.pipeline.adopting import Adoption, adopt_archive, settings_of
from backissue.run import Folder, Progress, Silent

__all__ = ["Fetch", "Plan", "apply", "plan"]

_REFETCH = (
    "adopted.not-an-article",
    "article.missing",
    "body.truncated",
    "body.empty",
    "capture.outage",
    "capture.error",
    "capture.farewell",
    "page.farewell",
    "text.lost-bytes",
)
"""Codes that another capture of the address may mend, the surest first."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """An address of which another capture is wanted, and the code of the finding that says why."""

    id: str
    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to fetch, in the order of ids; and how many findings of each code a person would have to look at."""

    fetch: tuple[Fetch, ...]
    by_hand: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """What ``backissue repair --json`` prints."""
        return {"fetch": [asdict(one) for one in self.fetch], "by_hand": self.by_hand}

    def summary(self) -> str:
        """A few lines that a person would send to a friend."""
        lines = [f"{len(self.fetch):,} addresses are worth fetching again."]
        lines += [f"  {times:,} x {code}" for code, times in sorted(self.by_hand.items(), key=lambda i: (-i[1], i[0]))]
        return "\n".join(lines)


def plan(folder: Path) -> Plan:
    """The work that the findings of the archive in ``folder`` ask for; writes nothing."""
    archive = Archive(Folder.existing(folder).path)
    addresses = {w.key: w.url for w in archive.witnesses() if w.url}
    wanted: dict[str, Fetch] = {}
    by_hand: Counter[str] = Counter()
    for finding in archive.findings():
        if finding.code not in _REFETCH:
            by_hand[finding.code] += 1
            continue
        known = finding.evidence.get("url") or addresses.get(finding.subject) or finding.subject
        if not isinstance(known, str) or not urls.is_web(known):
            record = archive.read(finding.subject)
            known = (record.canonical_url or record.original_url or "") if record else ""
        old = wanted.get(finding.subject)
        if urls.is_web(known) and (old is None or _REFETCH.index(finding.code) < _REFETCH.index(old.why)):
            wanted[finding.subject] = Fetch(finding.subject, known, finding.code)
    order = sorted(wanted.values(), key=lambda one: (len(one.id) if one.id.isdecimal() else 99, one.id))
    return Plan(tuple(order), dict(sorted(by_hand.items())))


def apply(folder: Path, *, progress: Progress | None = None) -> Adoption:
    """Repair in place what is proven today: an adopted archive is read again from its evidence.

    Zone, publisher and rights are those it was adopted with, or outlet.toml's.
    Raises BadInstruction where nothing was adopted: `backissue extract` reads captures again.
    """
    paper = Folder.existing(folder)
    source = paper.captures / "adopted"
    if not source.is_dir():
        raise BadInstruction(f"{folder} holds no adopted archive", "Run `backissue extract`: it reads captures again.")
    kept = settings_of(paper)
    if not kept.is_file() and not paper.outlet.is_file():
        raise BadInstruction(
            "what the archive was adopted with is not known any more",
            "Run `backissue adopt` again with its options, or write outlet.toml.",
        )
    outlet = outlets.load(paper.outlet) if paper.outlet.is_file() else None
    said = jsonlines.loads(Settings, kept.read_bytes()) if kept.is_file() else Settings()
    return adopt_archive(
        source,
        paper.path,
        timezone=said.timezone or (outlet.timezone if outlet else None),
        publisher=said.publisher,
        rights=said.rights,
        progress=progress or Silent(),
    )
