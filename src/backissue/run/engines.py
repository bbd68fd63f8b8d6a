"""Engines carry tasks out: one function each, `(work, tasks) -> receipts in any order`.

A stage does not know where it runs. An engine keeps nothing: resuming is the
receipts' business.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from backissue.model import BrokenWorld, Receipt, Task
from backissue.run.child import Child, Overrun

Work: TypeAlias = Callable[[Task], Receipt]
Engine: TypeAlias = Callable[[Work, Iterable[Task]], Iterator[Receipt]]


def inline(work: Work, tasks: Iterable[Task]) -> Iterator[Receipt]:
    """Receipts of tasks done one after the other, here."""
    for task in tasks:
        yield work(task)


def processes(work: Work, tasks: Iterable[Task], *, workers: int | None = None) -> Iterator[Receipt]:
    """Receipts of tasks done by child processes, one a core; ``work`` must pickle.

    Each child is driven by a thread that only waits. The first failure ends
    all, and is raised here; what was done has been handed out before.
    """
    todo = iter(tasks)
    taking = threading.Lock()
    done: queue.SimpleQueue[Receipt | BaseException | None] = queue.SimpleQueue()
    stop = threading.Event()
    children = [Child() for _ in range(workers or os.cpu_count() or 1)]

    def drive(child: Child) -> None:
        try:
            while not stop.is_set():
                with taking:
                    task = next(todo, None)
                if task is None:
                    break
                done.put(child.call(work, task))
        except Overrun as overrun:
            done.put(
                BrokenWorld(
                    f"a worker process died ({overrun.kind})", "Free some memory and run this again: it resumes."
                )
            )
        except BaseException as error:  # noqa: BLE001  (handed over and raised in the caller's thread)
            done.put(error)
        finally:
            done.put(None)

    threads = [threading.Thread(target=drive, args=(child,), daemon=True) for child in children]
    for thread in threads:
        thread.start()
    running = len(threads)
    try:
        while running:
            got = done.get()
            if got is None:
                running -= 1
            elif isinstance(got, BaseException):
                raise got
            else:
                yield got
    finally:
        stop.set()
        for child in children:
            child.close()
        for thread in threads:
            thread.join()


ENGINES: dict[str, Engine] = {"inline": inline, "processes": processes}
