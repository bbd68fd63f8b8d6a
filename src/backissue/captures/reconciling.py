"""Listings stood against each other: what only one of them knows, counted, and in a few examples.

Everything is kept, whoever knows it. Memory is eight bytes a line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from backissue.captures.listing import read_listing
from backissue.model import Capture, Finding, Severity

if TYPE_CHECKING:
    import numpy as np

    Names = np.ndarray[tuple[int], np.dtype[np.uint64]]

__all__ = ["by_capture", "by_page", "differ", "known", "names"]

_EXAMPLES = 5

Named = Callable[[Capture], str]


def by_capture(capture: Capture) -> str:
    """What makes two lines of one archive the same: key and time."""
    return f"{capture.key} {capture.timestamp}"


def by_page(capture: Capture) -> str:
    """What two archives have in common: the page, for their times are their own."""
    return capture.key


def names(paths: Iterable[Path], named: Named = by_capture) -> Names:
    """What is named in listings, as sorted numbers of 64 bits."""
    import numpy as np

    return np.unique(np.fromiter((_number(named(c)) for path in paths for c in read_listing(path)), dtype=np.uint64))


def known(every: Names, capture: Capture, named: Named = by_capture) -> bool:
    """Whether ``capture`` is among ``every``."""
    number = _number(named(capture))
    at = int(every.searchsorted(number))
    return at < len(every) and int(every[at]) == number


def differ(
    groups: Mapping[str, Sequence[Path]], subject: str, named: Named, *, noun: str = "captures", what: str = ""
) -> Finding | None:
    """The finding of what each of ``groups`` (two or more) knows alone; None if all know the same.

    ``what`` is put before the sentence. A group is called by its name in it.
    """
    import numpy as np

    all_names = {group: names(paths, named) for group, paths in groups.items()}
    alone: dict[str, int] = {}
    examples: dict[str, list[str]] = {}
    for group, ours in all_names.items():
        others = [other for name, other in all_names.items() if name != group]
        only = np.setdiff1d(ours, np.unique(np.concatenate(others)), assume_unique=True)
        alone[group] = len(only)
        examples[group] = list(islice(_among(groups[group], only, named), _EXAMPLES)) if len(only) else []
    if not any(alone.values()):
        return None
    every = len(np.unique(np.concatenate(list(all_names.values()))))
    told = "; ".join(f"{count:,} {noun} only {group} knows" for group, count in alone.items())
    sentence = f"{what}Of {every:,} {noun}: {told}. All were kept."
    evidence = {"all": every, "only": alone, "examples": examples}
    return Finding("list.disagree", subject, sentence, Severity.NOTE, evidence)


def _among(paths: Sequence[Path], only: Names, named: Named) -> Iterator[str]:
    seen: set[str] = set()
    for path in paths:
        for capture in read_listing(path):
            name = named(capture)
            if name not in seen and known(only, capture, named):
                seen.add(name)
                yield name


def _number(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
