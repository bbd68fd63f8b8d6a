"""Where a page's links lead, an archive's prefix undone, and links as Markdown.

Most links of a paper lead to itself, by an address that means what it says: they are told by one pattern, for
joining addresses costs ten times as much. Refuses what nobody can follow: scripts, and addresses without a host.
"""

from __future__ import annotations

import re

from backissue import urls
from backissue.text import markdown
from backissue.text.markdown import BREAK

__all__ = ["LINE_EDGE", "Links", "written"]

LINE_EDGE = f" \u3000{BREAK}"
"""What stands at a line's edges and is no word of it."""

_ROOT = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?=/|$)")
_PLAIN_URL = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s\\]*)?")
_PLAIN_PATH = re.compile(r"/(?:[^\s/\\:][^\s\\]*)?")
# As nearly every link of a paper to itself: an address that means what it says, and that Markdown takes as it is.
_OWN = re.compile(
    r"(?:https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+)?(?:/(?!web/|email-protection|[./:])[^\s/\\<>()&#\x00-\x1f\x7f\x85]*+)++"
)
_MAIL = ("mailto:", "tel:", "ftp:")


class Links:
    """The addresses of one page, which stood at ``base``."""

    __slots__ = ("_base", "_root")

    def __init__(self, base: str) -> None:
        root = _ROOT.match(base)
        self._base = base
        self._root = root[0] if root and "/web/" not in base else ""

    def own(self, href: str) -> str:
        """The whole address of a link that Markdown takes as it is; empty where thought is needed."""
        if not _OWN.fullmatch(href) or href.find("http", 4) >= 0:
            return ""
        return href if href[0] != "/" else self._root and self._root + href

    def url(self, href: str) -> str:
        """Where a link leads, the archive's prefix undone; empty where nobody can follow it."""
        if own := self.own(href):
            return own
        if "http" not in href[4:] and "/web/" not in href and "/." not in href:
            if _PLAIN_URL.fullmatch(href):
                return href
            if self._root and _PLAIN_PATH.fullmatch(href):
                return self._root + href
        url = urls.original(href, self._base)
        return url if urls.is_web(url) or url.lower().startswith(_MAIL) else ""


def written(text: str, url: str, opening: str = markdown.LINK) -> str:
    """Escaped ``text`` as a link; the spaces at its edges stay outside."""
    words = text.strip(LINE_EDGE)
    if not words:
        return text
    shown = markdown.link(words.replace(BREAK, " ") if BREAK in words else words, url, opening)
    if len(words) == len(text):
        return shown
    before, _, after = text.partition(words)
    return f"{before}{shown}{after}"
