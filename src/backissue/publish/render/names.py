"""Names of the site's files: safe on every file system and host, stable from one build to the next.

A name depends on nothing but the thing it names, so a link that somebody kept
goes on working. It refuses to put archived text into a file name: what is not
plain lower-case ASCII is named by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache

__all__ = ["of", "root"]

_PLAIN = re.compile(r"(?!x-)[a-z0-9][a-z0-9-]{0,47}\Z")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})
_TAKEN = frozenset({"index", "atom", "feed"})


@lru_cache(maxsize=1 << 16)
def of(text: str) -> str:
    """The file stem for a tag, author or section: ``text`` itself where that is safe, else ``x-`` and a hash.

    >>> of("opinion")
    'opinion'
    >>> of("../etc")[:2]
    'x-'
    """
    if _PLAIN.match(text) and text not in _DEVICES and text not in _TAKEN:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "x-" + base64.b32encode(digest)[:12].decode().lower()


def root(page: str) -> str:
    """The way from ``page`` (a path below the site) up to the site's folder: empty or ``../``, repeated."""
    return "../" * page.count("/")
