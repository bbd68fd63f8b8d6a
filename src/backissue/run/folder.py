"""A paper's folder: where everything of one paper lies, and whether it may be used.

Refuses to move into a folder that holds something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from backissue import disk
from backissue.model import BadInstruction

_OURS = ("archive", "captures", "decisions.toml", "outlet.toml", "work")
_HARMLESS = frozenset({".git", ".gitignore", ".gitattributes", "README.md", ".DS_Store", ".lock"})


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one paper and the names in it."""

    path: Path

    @property
    def outlet(self) -> Path:
        """What is known of the newspaper, reviewed by people."""
        return self.path / "outlet.toml"

    @property
    def decisions(self) -> Path:
        """Dated decisions of people."""
        return self.path / "decisions.toml"

    @property
    def captures(self) -> Path:
        """Evidence: written once, never changed."""
        return self.path / "captures"

    @property
    def archive(self) -> Path:
        """The product."""
        return self.path / "archive"

    @property
    def work(self) -> Path:
        """Disposable."""
        return self.path / "work"

    @property
    def site(self) -> Path:
        """The built site; disposable like all of ``work``."""
        return self.work / "site"

    @classmethod
    def existing(cls, path: Path) -> Folder:
        """The paper in ``path``; BadInstruction if there is none."""
        folder = cls(path)
        if not path.is_dir():
            raise BadInstruction(f"there is no folder {path}", "Name a paper's folder with -C DIR.")
        if not any((path / name).exists() for name in ("captures", "archive", "outlet.toml")):
            raise BadInstruction(
                f"{path} is no paper's folder: it has no captures/, archive/ or outlet.toml",
                "Name one with -C DIR, or make one with: backissue rescue SOURCE --to DIR",
            )
        return folder

    @classmethod
    def make(cls, path: Path) -> Folder:
        """The paper in ``path``, made if need be; BadInstruction if something else lives there."""
        folder = cls(path)
        if path.exists() and not path.is_dir():
            raise BadInstruction(f"{path} is a file, not a folder", "Name another folder with --to DIR.")
        if path.is_dir():
            there = {p.name for p in path.iterdir()}
            if not there.intersection(_OURS) and there - _HARMLESS:
                example = min(there - _HARMLESS)
                raise BadInstruction(
                    f"{path} holds something else already ({example})",
                    "Name an empty or a new folder with --to DIR.",
                )
        disk.make_folder(path)
        return folder
