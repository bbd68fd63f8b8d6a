"""Selectors of what stands around a name: the line that holds an author's link, the block with its label, the one element within.

Refuses to choose; that is ``bylines``'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from backissue.learn.nouns import DATED
from backissue.learn.selectors import candidates
from backissue.learn.specimen import Specimen, commonest
from backissue.text import tree
from backissue.text.tree import Document, Element

__all__ = ["AUTHOR_PAGE", "BESIDE", "INLINE", "around_links", "around_names", "within_them"]

AUTHOR_PAGE = re.compile(
    r"/(?:authors?|writers?|columnists?|reporters?|staff|people|profile|by|contributors?)[/=?]", re.IGNORECASE
)


def around_links(specimens: Sequence[Specimen]) -> list[str]:
    """Selectors of the elements that hold a link to an author's page: with ``作者：`` before it they are the whole line.

    Within a sentence of facts it is the link alone: ``本篇發表於 政治。作者：X。將固定網址加入書籤。``
    """
    seen: Counter[str] = Counter()
    for s in specimens:
        for a in s.document.iter_elements("a"):
            found = AUTHOR_PAGE.search(a.attr("href") or "")
            if found and isinstance(a.parent, Element) and a.parent.tag in ("div", "p", "span", "address", "footer"):
                link = f'a[href*="{found.group()}"]'
                long = len(tree.clean(a.parent.text)) > len(tree.clean(a.text)) + BESIDE
                seen[f"{a.parent.tag} > {link}" if long else f"{a.parent.tag}:has(> {link})"] += 1
    return [selector for selector, _ in commonest(seen, 4)]


def around_names(targets: Sequence[tuple[Document, Element | None]]) -> list[str]:
    """Selectors of the blocks around linked names that hold little else: ``記者：`` before them, a place behind."""
    seen: Counter[str] = Counter()
    for _, name in targets:
        block = name.parent if name is not None and name.tag in INLINE else None
        if isinstance(block, Element) and block.tag in ("div", "p", "span", "address", "td", "h4", "h5", "h6"):
            rest = tree.clean(block.text)
            for link in block.iter_elements(INLINE):
                rest = rest.replace(tree.clean(link.text), "", 1)
            if rest.strip() and len(rest) <= BESIDE and not DATED.search(rest):
                seen.update(candidates(block)[:24])
    least = max(2, 0.2 * sum(e is not None for _, e in targets))
    return [selector for selector, n in commonest(seen, 24) if n >= least]


INLINE = ("a", "b", "strong", "em", "i", "span")
BESIDE = 24
"""Characters beside the names of a byline: its label, where it was written, ``and``."""


def within_them(specimens: Sequence[Specimen], targets: Sequence[tuple[Document, Element | None]]) -> list[str]:
    """Selectors of the one element within a byline's that says all of it: ``p > i``, where every line is a ``p``."""
    seen: Counter[str] = Counter()
    for s, (_, element) in zip(specimens, targets, strict=True):
        if element is not None:
            inner = [e for e in s.small.get(tree.clean(element.text), ()) if element in e.ancestors]
            seen.update({selector for e in inner for selector in candidates(e)})
    least = max(2, 0.2 * sum(element is not None for _, element in targets))
    return [selector for selector, n in commonest(seen, 60) if n >= least]
