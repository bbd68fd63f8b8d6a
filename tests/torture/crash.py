"""Runs that die: at a step of ours, or at a moment of the clock's choosing.

``disk.step`` is called before and after every write, fsync, rename and remove.
A child process counts the calls and dies at the chosen one without a word, as
a power cut would have it (what the kernel has not been told to keep may still
be kept: fsync itself is trusted). ``moments`` shows what every possible death
would leave behind, without dying: a folder that did not change between two
steps is the same death twice.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from backissue import disk
from backissue.pipeline import paper

DEATH = 137


class Here:
    """The page guard without its child: a death at a step of ours is no affair of the guard's, and starting one costs more than the run."""

    def call(self, function, argument):
        return function(argument)


def in_child(job: Callable[[], None], *, die_at: int | None = None) -> tuple[int, int]:
    """Runs ``job`` in a fork; returns its exit code and how many steps it took (0 if it died)."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reader)
            os.setpgid(0, 0)
            steps = 0

            def step(_what: str, _path: Path) -> None:
                nonlocal steps
                steps += 1
                if steps == die_at:
                    os._exit(DEATH)

            disk.step = step
            paper._guard = Here()
            job()
            os.write(writer, steps.to_bytes(8, "big"))
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writer)
    said = os.read(reader, 8)
    os.close(reader)
    _, status = os.waitpid(child, 0)
    end_group(child)
    return os.waitstatus_to_exitcode(status), int.from_bytes(said, "big")


def moments(job: Callable[[], None], folder: Path) -> Iterator[int]:
    """The steps of ``job`` at which ``folder`` stands as it stood at none before, and at last 0 when the job has ended.

    The job waits while the caller looks at the folder (and must not change it).
    Raises AssertionError when the job fails.
    """
    told, tell = os.pipe()
    waits, go = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(told)
            os.close(go)
            os.setpgid(0, 0)
            seen: bytes = b""
            steps = 0
            states = _States(folder)

            def step(_what: str, _path: Path) -> None:
                nonlocal steps, seen
                steps += 1
                if (now := states.digest()) != seen:
                    seen = now
                    os.write(tell, steps.to_bytes(8, "big"))
                    os.read(waits, 1)

            disk.step = step
            paper._guard = Here()
            job()
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(tell)
    os.close(waits)
    try:
        while said := os.read(told, 8):
            yield int.from_bytes(said, "big")
            os.write(go, b".")
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0, "the job failed although nothing disturbed it"
        yield 0
    finally:
        os.close(told)
        os.close(go)
        end_group(child)


class _States:
    """Tells whether a folder changed; reads again only the files that could have."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, tuple[tuple[int, int, int, int], bytes]] = {}

    def digest(self) -> bytes:
        told = hashlib.sha256()
        lately = time.time_ns() - 100_000_000
        for where, folders, files in os.walk(self._folder):
            folders.sort()
            told.update(where.encode())
            for name in sorted(files):
                path = os.path.join(where, name)
                is_ = os.stat(path)
                stamp = (is_.st_ino, is_.st_size, is_.st_mtime_ns, is_.st_ctime_ns)
                known = self._known.get(path)
                if known is None or known[0] != stamp or is_.st_mtime_ns > lately:
                    known = self._known[path] = (stamp, hashlib.sha256(Path(path).read_bytes()).digest())
                told.update(name.encode())
                told.update(known[1])
        return told.digest()


def copied(folder: Path, to: Path) -> Path:
    """The folder as a death at this moment would leave it, times of files and all."""
    shutil.copytree(folder, to, symlinks=True)
    return to


def end_group(leader: int) -> None:
    """Nobody of a dead run's processes may live on and write."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder, and its digest."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def temporary(folder: Path) -> list[str]:
    """Files that a run left half-made."""
    return [str(p) for p in folder.rglob(f"*{disk.TEMPORARY}")]
