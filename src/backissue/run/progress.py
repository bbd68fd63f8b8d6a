"""What long work tells while it goes on; who shows it, and how, is the caller's affair."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol


class Progress(Protocol):
    """Something that shows progress."""

    def stage(self, title: str, total: int | None) -> AbstractContextManager[Callable[[int], None]]:
        """A stage of ``total`` steps begins; the value advances it by so many."""
        ...

    def say(self, text: str) -> None:
        """One line worth reading while work goes on."""
        ...

    def note(self, text: str, seconds: float = 0.0) -> None:
        """How the stage in hand gets on, shown beside it; ``seconds``: it waits so long, and ``text`` is why."""
        ...


class Silent:
    """Shows nothing."""

    @contextlib.contextmanager
    def stage(self, title: str, total: int | None) -> Iterator[Callable[[int], None]]:  # noqa: ARG002  (the protocol's)
        """Counts nothing."""
        yield lambda _steps: None

    def say(self, text: str) -> None:
        """Says nothing."""

    def note(self, text: str, seconds: float = 0.0) -> None:
        """Notes nothing."""
