"""Search: an index over the archive, disposable and rebuilt at will.

::

    index = search.ready(Archive(folder), folder / "work" / "index")  # built first if missing or stale
    results = index.query('林鄭 after:2019-06 "Carrie Lam"', limit=20, sort="newest", facets=10)

Substring-exact for Chinese from one character up, in either script; words and prefixes for Latin. It
refuses to change anything but its own folder.
"""

from backissue.search.building import Built, build, build_from, ready, stale
from backissue.search.documents import Document, document
from backissue.search.index import Hit, Index, Month, Results, open_index

__all__ = [
    "Built",
    "Document",
    "Hit",
    "Index",
    "Month",
    "Results",
    "build",
    "build_from",
    "document",
    "open_index",
    "ready",
    "stale",
]
