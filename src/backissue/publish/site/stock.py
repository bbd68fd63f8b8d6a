"""What the archive holds for the site: record files with a mark of change, media, lost articles, old addresses.

Reads through ``Archive`` alone, which obeys people's decisions: what is withdrawn
or hidden never comes as far as this.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from backissue.archive.archive import Archive
from backissue.model import BadInstruction, FateKind, Record, Witness
from backissue.publish.render.body import MEDIA

__all__ = ["Lost", "Stock"]


@dataclass(slots=True)
class Lost:
    """An article that is known of and not held: every word about it, and the findings that say what happened."""

    key: str
    witnesses: list[Witness] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class Stock:
    """The archive of the paper in ``folder``, as the site sees it."""

    def __init__(self, folder: Path) -> None:
        if not (folder / "archive").is_dir():
            raise BadInstruction(
                f"{folder} holds no archive", "Name the paper's folder, or run `backissue rescue` first."
            )
        self.folder = folder
        self.archive = Archive(folder)

    def files(self) -> Iterator[tuple[str, str]]:
        """Each record's page (path below the site, without ending) and a mark that changes when its file does."""
        base = f"{self.archive.path}/"
        for name in self.archive.files():
            try:
                stat = os.stat(base + name)  # noqa: PTH116  (no Path for each of 50,000 files)
            except FileNotFoundError:
                continue
            yield name.removesuffix(".md"), f"{stat.st_size:x}-{stat.st_mtime_ns:x}-{stat.st_ino:x}"

    def read(self, path: str) -> Record | None:
        """The record of a page; None where it is withdrawn, gone or unreadable."""
        record = self.archive.open(f"{path}.md")
        return record if isinstance(record, Record) else None

    def older(self, file: str) -> Record | None:
        """An older text of an article, by its file below the archive."""
        record = self.archive.open(file)
        return record if isinstance(record, Record) else None

    def media(self) -> dict[str, str]:
        """The pictures that a page may show, with a mark that changes when the file does."""
        found: dict[str, str] = {}
        base = self.archive.path / "media"
        if not base.is_dir():
            return found
        for folder in sorted(base.iterdir()):
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                name = f"media/{folder.name}/{path.name}"
                if MEDIA.match(name) and path.is_file():
                    stat = path.stat()
                    found[name] = f"{stat.st_size:x}-{stat.st_mtime_ns:x}"
        return found

    @property
    def decisions(self) -> str:
        """A mark that changes with people's decisions."""
        return _digest_of_file(self.folder / "decisions.toml")

    def ledger_mark(self) -> str:
        """A mark that changes with the ledger and the findings."""
        h = hashlib.blake2b(digest_size=10)
        for part in ("ledger/fates", "ledger/witnesses", "ledger/withdrawn", "findings"):
            folder = self.archive.path / part
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                stat = path.stat()
                h.update(f"{part}/{path.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
        return h.hexdigest()

    def troubles(self) -> list[tuple[str, int]]:
        """Codes of findings and how often each was found, the most frequent first."""
        counts = Counter(finding.code for finding in self.archive.findings())
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every address under which an article was captured, and that article's id."""
        for fate in self.archive.fates():
            if fate.kind in (FateKind.SOURCE, FateKind.ALTERNATE) and fate.subject and fate.url:
                yield fate.url, fate.subject

    def lost(self, held: set[str]) -> list[Lost]:
        """Articles that witnesses name and nobody holds, in the order of their keys.

        ``held`` are the article keys of what is held: ids, and keys of addresses.
        What was withdrawn is not lost, and is not spoken of.
        """
        gone = {w.id for w in self.archive.withdrawn()} | set(self.archive.decisions.articles)
        found: dict[str, Lost] = {}
        for witness in self.archive.witnesses():
            if witness.key in held or witness.key in gone or not (witness.url or witness.title):
                continue
            found.setdefault(witness.key, Lost(witness.key)).witnesses.append(witness)
        for finding in self.archive.findings():
            lost = found.get(finding.subject)
            if lost and finding.sentence and finding.sentence not in lost.reasons:
                lost.reasons.append(finding.sentence)
        return [found[key] for key in sorted(found)]


def _digest_of_file(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:20]
    except FileNotFoundError:
        return ""
