"""What is sealed: files that only the holder of the secret key can read (age, https://age-encryption.org/v1).

``Seal`` has the public key and can only close; ``Key`` has the secret one and opens. Names
the places too: where a list may lie, and where not. Refuses a list or a key inside a
paper's folder or a git work tree, and a key beside its list: whoever copies the one must
not get the other by the way.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backissue import disk
from backissue.model import BadInstruction, BrokenWorld

__all__ = ["PUBLIC", "Key", "Seal", "make", "outside", "private"]

PUBLIC = "public.txt"
_STEP = 16_384
"""Lists are padded to whole steps: their size says next to nothing of how many are in them."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The public key: closes, and cannot open."""

    recipient: Any

    @classmethod
    def of(cls, folder: Path) -> Seal:
        """The public key of the list in ``folder``."""
        path = folder / PUBLIC
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise BadInstruction(f"there is no readable {PUBLIC} in {folder}", "Make a list with: backissue subscribers new") from None  # fmt: skip
        with _library() as pyrage:
            for line in lines:
                if line.startswith("age1"):
                    try:
                        return cls(pyrage.x25519.Recipient.from_str(line.strip()))
                    except pyrage.RecipientError:
                        break
        raise BadInstruction(f"{path} holds no public key of age", "It is one line that begins with age1.")

    def close(self, data: bytes, *, step: int = _STEP) -> bytes:
        """``data`` (JSON) sealed, padded with spaces to a multiple of ``step`` bytes."""
        with _library() as pyrage:
            sealed: bytes = pyrage.encrypt(data + b" " * (-len(data) % step), [self.recipient])
        return sealed


@dataclass(frozen=True, slots=True)
class Key:
    """The secret key: opens. It is not shown where it is printed."""

    identity: Any = field(repr=False)

    @classmethod
    def of(cls, file: Path, folder: Path) -> Key:
        """The secret key in ``file``, which must be that of the list in ``folder``."""
        outside(file.parent, "the secret key")
        if file.resolve().is_relative_to(folder.resolve()):
            raise BadInstruction("the secret key lies beside the list it opens", "Keep it elsewhere: whoever copies the list must not get the key.")  # fmt: skip
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise BadInstruction(f"cannot read the secret key in {file}", "Name its file with --key FILE.") from None
        if file.stat().st_mode & 0o077:
            raise BadInstruction(f"others on this machine may read {file}", f"Say: chmod 600 {file}")
        with _library() as pyrage:
            for line in lines:
                if line.startswith("AGE-SECRET-KEY-"):
                    try:
                        identity = pyrage.x25519.Identity.from_str(line.strip())
                    except pyrage.IdentityError:
                        break
                    if str(identity.to_public()) != str(Seal.of(folder).recipient):
                        raise BadInstruction(f"{file} is not the key of the list in {folder}", "Name the right one with --key FILE.")  # fmt: skip
                    return cls(identity)
        raise BadInstruction(f"{file} holds no secret key of age", "It is one line that begins with AGE-SECRET-KEY-1.")

    def open(self, data: bytes) -> bytes:
        """What was sealed; ValueError where it is no seal of this key, or is not whole."""
        with _library() as pyrage:
            try:
                opened: bytes = pyrage.decrypt(data, [self.identity])
            except pyrage.DecryptError:
                raise ValueError("not sealed with this key, or not whole") from None
        return opened


def make(folder: Path, key: Path, files: Mapping[str, bytes], sealed: Mapping[str, bytes]) -> None:
    """A new list's folder with its public key, ``files``, and ``sealed``; the secret key in the new file ``key``.

    The key is written first: a list whose key was lost would be no list.
    """
    outside(folder, "the list")
    outside(key.parent, "the secret key")
    if (folder / PUBLIC).exists():
        raise BadInstruction(f"{folder} holds a list already", "Name another folder.")
    if folder.is_dir() and any(p.name != ".lock" for p in folder.iterdir()):
        raise BadInstruction(f"{folder} holds something else already", "Name an empty or a new folder.")
    if key.exists():
        raise BadInstruction(f"{key} is there already", "Name a new file: a key is never written over.")
    if key.resolve().is_relative_to(folder.resolve()):
        raise BadInstruction("the secret key would lie beside the list it opens", "Name a file elsewhere with --key FILE.")  # fmt: skip
    with _library() as pyrage:
        identity = pyrage.x25519.Identity.generate()
    with private():
        public = str(identity.to_public())
        disk.write(key, f"# opens the list of letter readers whose public key is {public}\n{identity}\n".encode())
        disk.make_folder(folder)
        disk.make_folder(folder / "events")
        disk.make_folder(folder / "journals")
        seal = Seal(identity.to_public())
        for name, data in (dict(files) | {name: seal.close(data) for name, data in sealed.items()}).items():
            disk.write(folder / name, data)
        disk.write(folder / PUBLIC, f"{public}\n".encode())


def outside(folder: Path, what: str) -> None:
    """Nothing; BadInstruction where ``folder`` lies in a paper's folder, a built site or a git work tree."""
    here = folder.resolve()
    for place in (here, *here.parents):
        if (place / ".git").exists():
            raise BadInstruction(f"{what} would lie in a git work tree ({place})", "Keep it where nothing is ever published from.")  # fmt: skip
        paper = (place / "outlet.toml").exists() or (place / "archive" / "articles").exists()
        if paper or (place / "archive" / "ledger").exists() or (place / ".backissue-site").exists():
            raise BadInstruction(f"{what} would lie in a paper's folder ({place})", "Keep it where nothing is ever published from.")  # fmt: skip


@contextlib.contextmanager
def private() -> Iterator[None]:
    """Files made in the block are their owner's alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


@contextlib.contextmanager
def _library() -> Iterator[Any]:
    """The kept library that knows age; one clear line where it is not installed."""
    try:
        import pyrage  # type: ignore[import-untyped]
    except ImportError:
        raise BadInstruction("sealed lists need the library pyrage", 'Say: pip install "backissue[letters]"') from None
    try:
        yield pyrage
    except pyrage.EncryptError:
        raise BrokenWorld("could not seal") from None
