"""URLs as web archives know them: the canonical key, the host, and the archive's own prefix undone.

``key`` gives what CDX servers call the urlkey, by rules of our own that are
proven against recorded listings. Nothing here fetches, resolves a name, or
judges what a page is; a string that is no URL comes back as it is, never as an error.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote_from_bytes, unquote_to_bytes, urljoin

__all__ = ["host", "is_web", "key", "original", "playback", "timestamp_of"]

_WEB = re.compile(r"(?i)(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?")
_WWW = re.compile(r"www\d*\.(?=[^.]+\.)")
_PORTS = {"http": ":80", "https": ":443"}
_PLAIN_HOST = re.compile(r"[a-z0-9._-]+")
# A path and query of these characters and escaped non-ASCII, with no dot segment and no double slash, needs no rewriting.
_PLAIN_PATH = re.compile(r"(?:/(?!\.{1,2}(?:/|$))(?:[!$&-.0-;=@A-Z\[\]^-~]|%[89A-Fa-f][0-9A-Fa-f])+)*/?")
_PLAIN_QUERY = re.compile(r"[!$&-;=?@A-Z\[\]^-~]*")
_KEPT = bytes(range(0x21, 0x7F)).replace(b"%", b"").replace(b"#", b"").decode("ascii")
# Session ids say who asked, not what was shown; web archives drop these forms from their keys.
_SESSION_IN_PATH = re.compile(r";jsessionid=[0-9a-z]{32}$|(?<=/)\((?:[a-z]\([0-9a-z]{24}\))+\)/(?=[^?]+\.aspx)")
_SESSION_IN_QUERY = re.compile(
    r"(?:^|(?<=&))(?:(?:jsessionid|phpsessid|sid)=[0-9a-z]{32}|aspsessionid[a-z]{8}=[a-z]{24}|cfid=[^&]+&cftoken=[^&]+)(?:&|$)"
)

_NAMED = r"(?=(?:https?|ftp):/|(?:https?|ftp)%3a|//?[\w-]+\.[\w-])"
_NAMED_OR_BARE = rf"(?:{_NAMED}|(?=[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$)))"
# web.archive.org may have any timestamp, or none; another host or a bare path needs all 14 digits.
_PREFIX = re.compile(
    rf"(?:https?:)?//(?:web|wayback|www)\.archive\.org(?::\d+)?/web/(?:(?:(\d{{1,14}})\*?(?:[a-z]{{2}}_)?|\*)/{_NAMED_OR_BARE}|{_NAMED})|"
    rf"/web/(\d{{14}})(?:[a-z]{{2}}_)?/{_NAMED_OR_BARE}|"
    rf"(?:(?:https?:)?//[^/?#]+)?(?:/[^/?#]+){{0,2}}/(\d{{14}})(?:[a-z]{{2}}_)?/{_NAMED}",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SLASHES = re.compile(r"(?i)(https?|ftp):/*")
_UNSEEN = str.maketrans("", "", "\t\r\n")
_TRIM = "".join(map(chr, range(0x21)))


def key(url: str) -> str:
    """The canonical key of ``url``: ``com,hkcnews)/article/38092``.

    The scheme, user, default port, ``www.`` (and ``www1.``), fragment, session
    ids and a trailing slash are dropped; escapes are undone and made once;
    dot segments resolved; all in lower case; the query's arguments sorted.
    Anything that is not http(s) comes back in lower case, whole.
    """
    url = url.strip(_TRIM)
    found = _WEB.match(url)
    if not found:
        return url.lower()
    scheme, authority, path, query = found.groups()
    path = (path if _PLAIN_PATH.fullmatch(path) else _clean_path(path)).lower()
    if "jsessionid" in path or "(" in path:
        path = _SESSION_IN_PATH.sub("", path)
    path = path.rstrip("/") if path != "/" else path
    name = f"{_reversed_host(authority.lower(), scheme.lower())}){path or '/'}"
    if not query:
        return name
    query = (query if _PLAIN_QUERY.fullmatch(query) else _escape(query)).lower()
    if "id=" in query or "sessionid" in query:
        query = _SESSION_IN_QUERY.sub("", query).rstrip("&")
    if not query:
        return name
    if "&" in query:
        query = "&".join(sorted(query.split("&"), key=lambda pair: pair.split("=", 1)))
    return f"{name}?{query}"


def host(url: str) -> str:
    """The host of ``url`` in lower case, without ``www.``, user and port; empty if it has none.

    A bare host (``www.example.org``) is understood too.
    """
    url = url.strip(_TRIM)
    found = _WEB.match(url) or _WEB.match(f"http://{url.lstrip('/')}")
    return _bare_host(found[2].lower())[0] if found else ""


def is_web(url: str) -> bool:
    """Whether ``url`` is http or https and has a host."""
    found = _WEB.match(url.strip(_TRIM))
    return bool(found and _bare_host(found[2].lower())[0])


def playback(when: datetime, url: str) -> str:
    """Where the Wayback Machine shows ``url`` as it was at ``when`` (with a zone)."""
    if when.tzinfo is None:
        raise ValueError(f"a time without a zone: {when!r}")
    return f"https://web.archive.org/web/{when.astimezone(UTC):%Y%m%d%H%M%S}/{url}"


def timestamp_of(url: str) -> str | None:
    """The 14 digits of an archive's prefix (the outermost), or None."""
    found = _PREFIX.match(url.strip(_TRIM))
    stamp = (found[1] or found[2] or found[3]) if found else None
    return stamp if stamp and len(stamp) == 14 else None


def original(url: str, base: str | None = None) -> str:
    """The URL that a captured page meant by ``url``, with any archive's prefix undone, joined to ``base``.

    Understands absolute, scheme-less and relative prefixes, with a modifier
    (``im_``), nested ones, and ``https:/x`` where a slash was eaten. ``base``
    may carry a prefix itself. What cannot be joined comes back as it stands.

    >>> original("/web/20210805040329im_/https://a.example/b.jpg")
    'https://a.example/b.jpg'
    """
    url = _unwrap(url.strip(_TRIM).translate(_UNSEEN))
    if base is None or (_SCHEME.match(url) and not url.lower().startswith(("http:", "https:"))):
        return url
    try:
        return _unwrap(urljoin(_unwrap(base.strip(_TRIM)), url))
    except ValueError:  # an unfinished IPv6 bracket, written by hand on a page
        return url


def _unwrap(url: str) -> str:
    for _ in range(5):  # archives of archives exist; five deep is no page of anybody's
        found = _PREFIX.match(url)
        if not found:
            break
        url = url[found.end() :]
        if re.match(r"(?i)(?:https?|ftp)%3a", url):
            url = unquote_to_bytes(url).decode("utf-8", "replace")
        named = _SLASHES.match(url)
        url = f"{named[1]}://{url[named.end() :]}" if named else f"http://{url.lstrip('/')}"
    return url


@lru_cache(maxsize=4096)
def _reversed_host(authority: str, scheme: str) -> str:
    name, port = _bare_host(authority)
    tail = "" if port == _PORTS[scheme] else port
    if ":" in name or re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}", name):  # addresses are not turned round
        return name + tail
    return ",".join(reversed(name.split("."))) + tail


@lru_cache(maxsize=4096)
def _bare_host(authority: str) -> tuple[str, str]:
    """Host without ``www.``, and ``:port`` or nothing."""
    authority = authority.rpartition("@")[2]
    name, colon, port = authority.rpartition(":")
    if not colon or (port and not port.isdigit()):
        name, port = authority, ""
    if not _PLAIN_HOST.fullmatch(name) and not name.startswith("["):
        name = unquote_to_bytes(name).decode("utf-8", "replace").lower()
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            name = quote_from_bytes(name.encode("utf-8", "surrogatepass"), safe=_KEPT).lower()
    name = re.sub(r"\.{2,}", ".", name.strip("."))
    return _WWW.sub("", name, count=1) if name.startswith("www") else name, f":{port}" if port else ""


def _escape(text: str) -> str:
    """Undo every percent escape, again and again, then escape what must be, once."""
    raw = text.encode("utf-8", "surrogatepass")
    for _ in range(10):
        once = unquote_to_bytes(raw)
        if once == raw:
            break
        raw = once
    return quote_from_bytes(raw, safe=_KEPT)


def _clean_path(path: str) -> str:
    kept: list[str] = []
    for segment in _escape(path).split("/"):
        if segment == "..":
            if kept:
                kept.pop()
        elif segment not in ("", "."):
            kept.append(segment)
    return "/" + "/".join(kept)
