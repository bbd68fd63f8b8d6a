"""A child process that runs functions for us, within limits of time and memory.

One mechanism serves twice: the page guard (a hostile page may hang or swell a
parser written in C, where no signal handler of ours would run) and the engine
`processes`. The child dies with its parent, prints nothing, and is started
again when it is needed after it was killed.
"""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import select
import signal
import struct
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar

from backissue.model import Backissue, BrokenWorld

Argument = TypeVar("Argument")
Result = TypeVar("Result")

_HEADER = struct.Struct("<Q")
_WALL = 12
_STARTING = 300.0


class Overrun(Exception):  # noqa: N818  (it says what happened to the work, which becomes a finding)
    """The work was stopped at a limit. ``kind`` is time, memory or crash."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Child:
    """A worker process, started at the first call.

    ``seconds`` is processor time for one call (and a dozen times as much wall
    time, for what sleeps: a busy machine must not make a slow page of a good
    one); ``memory`` is the child's address space in bytes; None is no limit.
    Not for use from several threads at once.
    """

    def __init__(self, *, seconds: float | None = None, memory: int | None = None) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._known: Callable[..., Any] | None = None

    def call(self, function: Callable[[Argument], Result], argument: Argument) -> Result:
        """What ``function(argument)`` returns in the child; both must pickle.

        Raises :class:`Overrun` at a limit, and again here what the function
        raised, if it was ours; any other exception becomes a RuntimeError that
        carries the child's traceback.
        """
        try:
            process = self._process or self._start()
            if self._known is not function:
                self._send(process, ("function", function))
                self._known = function
            self._send(process, ("call", argument))
            reply = self._receive(process, None if self._seconds is None else _WALL * self._seconds)
        except (BrokenPipeError, EOFError):
            raise Overrun("time" if self.close(ended=True) == -signal.SIGXCPU else "crash") from None
        except TimeoutError:
            self.close()
            raise Overrun("time") from None
        except BaseException:
            self.close()  # interrupted half-way: the pipe's state is unknown
            raise
        kind, value = reply
        if kind == "ok":
            return value  # type: ignore[no-any-return]
        if kind == "memory":
            self.close()
            raise Overrun("memory")
        if kind == "ours":
            raise value
        raise RuntimeError(f"in a child process:\n{value}")

    def close(self, *, ended: bool = False) -> int | None:
        """End the child, at once; its exit code, negative for a signal, None if there was none.

        ``ended``: its pipe broke, so that it ends by itself; its own reason is waited for.
        """
        process, self._process, self._known = self._process, None, None
        if process is None:
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=1 if ended else 0)
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        return process.wait()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            self._process = subprocess.Popen(  # noqa: S603  (this interpreter, and numbers)
                [
                    sys.executable,
                    "-P",
                    "-c",
                    f"from backissue.run.child import serve; serve({self._memory or 0}, {os.getpid()})",
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        except OSError as error:
            raise BrokenWorld(
                f"could not start a worker process: {error.strerror}", "Close other programs and run this again."
            ) from error
        self._send(self._process, ("path", sys.path))
        self._send(self._process, ("seconds", self._seconds))
        self._receive(self._process, _STARTING)  # starting is not the work's time
        return self._process

    @staticmethod
    def _send(process: subprocess.Popen[bytes], message: tuple[str, Any]) -> None:
        assert process.stdin
        _write(process.stdin, message)

    @staticmethod
    def _receive(process: subprocess.Popen[bytes], limit: float | None) -> tuple[str, Any]:
        assert process.stdout
        end = None if limit is None else time.monotonic() + limit
        fd = process.stdout.fileno()

        def read(size: int) -> bytes:
            got = bytearray()
            while len(got) < size:
                if end is not None and not select.select([fd], [], [], max(0.0, end - time.monotonic()))[0]:
                    raise TimeoutError
                more = os.read(fd, min(1 << 20, size - len(got)))
                if not more:
                    raise EOFError
                got += more
            return bytes(got)

        (size,) = _HEADER.unpack(read(_HEADER.size))
        return pickle.loads(read(size))  # type: ignore[no-any-return]  # noqa: S301  (our own child)


def _write(pipe: BinaryIO | Any, message: object) -> None:
    data = pickle.dumps(message, protocol=5)
    pipe.write(_HEADER.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _die_with(parent: int) -> None:
    """Ask Linux to end this process when the parent ends; elsewhere the closed pipe does, a little later."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG, prctl(2)
        if os.getppid() != parent:
            os._exit(1)


def _allow(seconds: float | None) -> None:
    """So much processor time from now on; then SIGXCPU, which ends this process (setrlimit(2))."""
    if seconds is not None:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds), hard))


def serve(memory: int, parent: int) -> None:
    """The child's loop: functions and arguments in, results out, until the pipe closes."""
    _die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    if memory:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    take = os.fdopen(os.dup(0), "rb")
    give = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not speak into the pipe
    os.close(0)
    _write(give, ("ready", None))
    function: Callable[[Any], Any] | None = None
    seconds: float | None = None
    while header := take.read(_HEADER.size):
        kind, value = pickle.loads(take.read(_HEADER.unpack(header)[0]))  # noqa: S301  (our own parent)
        if kind == "path":  # so that the parent's functions are found where the parent found them
            sys.path[:] = value
            continue
        if kind == "seconds":
            seconds = value
            continue
        if kind == "function":
            function = value
            continue
        assert function is not None
        _allow(seconds)
        try:
            reply: tuple[str, Any] = ("ok", function(value))
        except MemoryError:
            reply = ("memory", None)
        except Backissue as error:
            reply = ("ours", error)
        except Exception:  # noqa: BLE001  (raised again in the parent, with this traceback)
            reply = ("error", traceback.format_exc())
        try:
            _write(give, reply)
        except MemoryError:
            _write(give, ("memory", None))
