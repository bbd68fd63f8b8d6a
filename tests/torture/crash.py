"""Runs that die: at a step of ours, or at a moment of the clock's choosing.

``disk.step`` is called before and after every write, fsync, rename and remove.
A child process counts the calls and dies at the chosen one without a word, as
a power cut would have it (what the kernel has not been told to keep may still
be kept: fsync itself is trusted).
"""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable
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
