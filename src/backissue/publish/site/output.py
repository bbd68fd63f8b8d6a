"""The folder the site is built into: what is unchanged is not touched, what is gone is removed.

Every file has a fingerprint of what it is made from. Those of the last build lie
in a stamp under ``work/``; a page whose fingerprint is the same and whose file is
there is skipped before it is even rendered. It refuses to build into a folder
that holds something else.
"""
# ruff: noqa: PTH103, PTH106, PTH108, PTH116, PTH120, PTH123, PTH208
# (plain strings: a Path costs as much as the system call it wraps, and a site has a hundred thousand files)

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from backissue import disk
from backissue.model import BadInstruction, BrokenWorld

__all__ = ["MARK", "Output"]

MARK = ".backissue-site"
_MARK_TEXT = "A site made by Backissue. Its files are made anew, and removed, by `backissue site`.\n"
_OURS = ("articles", "pages", "sections", "authors", "tags", "today", "lost", "old", "changes", "years", "undated")
_OURS_TOO = ("assets", "letters", "media", "search", "sitemaps")


class Output:
    """One build into ``out``; ``stamp`` is the file that remembers it."""

    def __init__(self, out: Path, stamp: Path) -> None:
        _refuse_foreign(out)
        self.out, self._stamp_path = out, stamp
        self._begun_path = stamp.with_name(f"{stamp.name}.begun")
        self.files = self.bytes = self.written = self.removed = 0
        self._new: dict[str, tuple[str, int]] = {}
        self._made: set[str] = set()
        self._carried: set[str] = set()
        self.standing: object = None
        out.mkdir(parents=True, exist_ok=True)
        known = out / MARK
        self._old = self._remembered() if known.exists() else {}
        self._forgotten = known.exists() and not self._old
        if not known.exists():
            known.write_text(_MARK_TEXT, encoding="utf-8")

    @property
    def names(self) -> list[str]:
        """What this build has made or kept so far, sorted."""
        return sorted(self._new)

    def _remembered(self) -> dict[str, tuple[str, int]]:
        """The stamp; of a build that did not come to its end the names alone, which must all be looked at again."""
        pages, self.standing = _read_stamp(self._stamp_path)
        return pages or dict.fromkeys(_read_stamp(self._begun_path)[0], ("", 0))

    def intact(self, leave: tuple[str, ...]) -> bool:
        """Whether every file of the last build is there in its size, those aside whose names begin with one of ``leave``."""
        base = f"{self.out}/"
        try:
            for name, (_, size) in self._old.items():
                if os.stat(base + name).st_size != size and not name.startswith(leave):
                    return False
        except OSError:
            return False
        return bool(self._old)

    def carry(self, leave: tuple[str, ...]) -> None:
        """Count every file of the last build as kept, those aside whose names begin with one of ``leave``."""
        self._new = {name: entry for name, entry in self._old.items() if not name.startswith(leave)}
        self._carried = set(self._new)
        self.files, self.bytes = len(self._new), sum([size for _, size in self._new.values()])

    def begin(self) -> None:
        """From here on files change: until ``finish`` the stamp says only what must be looked at again."""
        if self._stamp_path.exists():
            disk.rename(self._stamp_path, self._begun_path)

    def put(self, name: str, fingerprint: str, make: Callable[[], str | bytes]) -> None:
        """The file ``name`` with what ``make`` returns, unless it is there already from the same fingerprint."""
        if not self.due(name, fingerprint):
            return
        self.write(name, fingerprint, make())

    def due(self, name: str, fingerprint: str) -> bool:
        """Whether ``name`` must be made; if not, it is counted as kept."""
        old = self._old.get(name)
        if old is None or old[0] != fingerprint:
            return True
        try:
            there = os.stat(f"{self.out}/{name}").st_size == old[1]
        except OSError:
            return True
        if there:
            self._count(name, old)
        return not there

    def write(self, name: str, fingerprint: str, data: str | bytes) -> None:
        """Write ``data`` to ``name``; text goes out as UTF-8 (lone surrogates as U+FFFD)."""
        raw = data if isinstance(data, bytes) else _encode(data)
        path = f"{self.out}/{name}"
        self._folder(name)
        try:
            there = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
            try:
                left = memoryview(raw)
                while left:
                    left = left[os.write(there, left) :]
            finally:
                os.close(there)
        except OSError as error:
            raise _trouble(path, error) from error
        self.written += 1
        self._count(name, (fingerprint, len(raw)))

    def stream(self, name: str, fingerprint: str, pieces: Iterable[bytes]) -> None:
        """Write ``pieces`` one after another to ``name``: for what is too long to be held whole."""
        path = f"{self.out}/{name}"
        self._folder(name)
        size = 0
        try:
            with open(path, "wb") as f:
                for piece in pieces:
                    size += f.write(piece)
        except OSError as error:
            raise _trouble(path, error) from error
        self.written += 1
        self._count(name, (fingerprint, size))

    def copy(self, name: str, source: Path, fingerprint: str) -> None:
        """A copy of ``source`` as ``name``."""
        if not self.due(name, fingerprint):
            return
        self._folder(name)
        try:
            shutil.copyfile(source, f"{self.out}/{name}")
        except OSError as error:
            raise _trouble(f"{self.out}/{name}", error) from error
        self.written += 1
        self._count(name, (fingerprint, os.stat(f"{self.out}/{name}").st_size))

    def kept(self, folder: str, name: str, fingerprint: str) -> bool:
        """Whether all of ``folder`` is as a build with this fingerprint left it; ``name`` stands for all of it."""
        if self._old.get(name, ("",))[0] != fingerprint:
            return False
        own = [(n, entry) for n, entry in self._old.items() if n.startswith(folder)]
        for n, entry in own:
            try:
                if os.stat(f"{self.out}/{n}").st_size != entry[1]:
                    return False
            except OSError:
                return False
        for n, entry in own:
            self._count(n, entry)
        return True

    def adopt(self, folder: str, fingerprint: str) -> None:
        """Take what somebody else wrote into ``folder`` as this build's."""
        for where, _, files in os.walk(f"{self.out}/{folder}"):
            inside = os.path.relpath(where, self.out).replace(os.sep, "/")
            for file in files:
                self._count(f"{inside}/{file}", (fingerprint, os.stat(f"{where}/{file}").st_size))
                self.written += 1

    def finish(self, standing: object) -> None:
        """Remove what this build did not make again, and remember what it made, with ``standing`` (JSON) beside it."""
        gone = [name for name in self._old if name not in self._new]
        if self._forgotten:
            gone += self._unknown()
        folders = set()
        for name in gone:
            try:
                os.unlink(f"{self.out}/{name}")
                self.removed += 1
            except FileNotFoundError:
                continue
            folders.add(os.path.dirname(name))
        for folder in sorted(folders, key=len, reverse=True):
            while folder:
                try:
                    os.rmdir(f"{self.out}/{folder}")
                except OSError:
                    break
                folder = os.path.dirname(folder)
        _write_stamp(self._stamp_path, self._new, standing)
        self._begun_path.unlink(missing_ok=True)

    def _count(self, name: str, entry: tuple[str, int]) -> None:
        if name in self._new:
            if name not in self._carried:
                raise RuntimeError(f"two pages want the name {name}")
            self._carried.remove(name)
            self.files -= 1
            self.bytes -= self._new[name][1]
        self._new[name] = entry
        self.files += 1
        self.bytes += entry[1]

    def _folder(self, name: str) -> None:
        folder = name.rpartition("/")[0]
        if folder and folder not in self._made:
            os.makedirs(f"{self.out}/{folder}", exist_ok=True)
            self._made.add(folder)

    def _unknown(self) -> list[str]:
        """Files of an earlier build whose stamp is lost: in our folders, of our kinds."""
        found = []
        for top in sorted(os.listdir(self.out)):
            if not (top in _OURS or top in _OURS_TOO or (top.isdigit() and len(top) == 4)):
                continue
            for folder, _, names in os.walk(self.out / top):
                inside = os.path.relpath(folder, self.out).replace(os.sep, "/")
                found += [f"{inside}/{n}" for n in sorted(names) if f"{inside}/{n}" not in self._new]
        return found


def _trouble(path: str, error: OSError) -> BrokenWorld:
    return BrokenWorld(f"could not write {path}: {error.strerror or error}", "Free some space, then run this again.")


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()


def _refuse_foreign(out: Path) -> None:
    if out.is_dir():
        if (out / MARK).exists() or not any(out.iterdir()):
            return
        raise BadInstruction(
            f"{out} holds something else than a site made by Backissue",
            "Name an empty folder, or one that does not exist yet.",
        )
    if out.exists() or out.is_symlink():
        raise BadInstruction(f"{out} is no folder", "Name an empty folder, or one that does not exist yet.")


def _read_stamp(path: Path) -> tuple[dict[str, tuple[str, int]], object]:
    try:
        raw = json.loads(path.read_bytes())
        entries = zip(raw["seals"], raw["sizes"], strict=True)
        return dict(zip(raw["names"], entries, strict=True)), raw["standing"]
    except (OSError, ValueError, TypeError, KeyError):
        return {}, None  # a lost or torn stamp costs a full build, nothing else


def _write_stamp(path: Path, pages: dict[str, tuple[str, int]], standing: object) -> None:
    seals, sizes = [seal for seal, _ in pages.values()], [size for _, size in pages.values()]
    said = {"names": list(pages), "seals": seals, "sizes": sizes, "standing": standing}
    disk.write(path, json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
