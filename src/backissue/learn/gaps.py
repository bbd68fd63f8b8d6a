"""What says who wrote on the pages where the byline's place is empty: another label, or whom the article was taken from.

Refuses what also speaks where the byline does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from backissue.learn.specimen import commonest

__all__ = ["fillers", "sources_of"]


def fillers(shown: Callable[[int, str], str | None], count: int, pick: str, labelled: Sequence[str]) -> list[str]:
    """Labelled ways that say something on pages where ``pick`` says nothing, and nothing else where it does."""
    bare = [i for i in range(count) if not shown(i, pick)]
    out = []
    for way in labelled:
        if (
            way != pick
            and any(shown(i, way) for i in bare)
            and not any(shown(i, way) for i in range(count) if i not in bare)
        ):
            out.append(way)
            bare = [i for i in bare if not shown(i, way)]
    return out[:2]


def sources_of(
    shown: Callable[[int, str], str | None], count: int, picks: Sequence[str], sources: Sequence[str]
) -> list[str]:
    """A way to whom an article was taken from, where nobody signed and it is not the paper itself: ``來源：中央社``."""
    bare = [i for i in range(count) if not any(shown(i, pick) for pick in picks)]
    for way in sources:
        head = way.partition("(.{1,80}?)")[0]
        said = Counter(v for i in range(count) if (v := shown(i, f"{head}{_SOURCE}")))
        ours, n = commonest(said, 1)[0] if said else ("", 0)
        if ours.isascii() or n < max(_FEW, 0.3 * count, 0.7 * said.total()):
            continue
        other = f"{head}(?!{re.escape(ours)}){_SOURCE}"
        if any(shown(i, other) for i in bare):
            return [other]
    return []


_SOURCE = r"([^\s|｜/／<>（(]{2,20})"
_FEW = 4  # pages
