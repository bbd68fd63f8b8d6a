"""What an address says: article, listing or page, and which one.

Turns the URL rules of an outlet into compiled patterns and applies them, first
rule first. Refuses to look at anything but the address; an address of another
host is unknown here, whatever its path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

import regex

from backissue import urls
from backissue.model import Outlet, PageRule
from backissue.outlets import patterns

__all__ = ["Address", "BadMatch", "arguments", "article_key", "classify", "compile_rule", "is_ours", "read"]

_LONGEST = 8192  # longer addresses are hostile, or data: URLs
_PIECE = re.compile(r"/\*\*$|/\*\*/|\*\*|\*|\{")
_NAME = re.compile(r"[a-z_][a-z0-9_]*")


class BadMatch(ValueError):  # noqa: N818  (a word to whoever wrote it, not a failure)
    """A URL pattern that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Address:
    """What the rules say of an address: its kind, its record's id, and the named parts, decoded."""

    kind: str
    id: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to use: patterns for host-and-path and for each query argument asked for."""

    kind: str
    path: patterns.Pattern
    with_host: bool
    query: tuple[tuple[str, patterns.Pattern], ...]
    id: str
    names: tuple[str, ...]

    def match(self, host: str, path: str, arguments: Mapping[str, str]) -> Address | None:
        """The address under this rule, or None where it does not fit."""
        try:
            found = self.path.fullmatch(host + path if self.with_host else path, timeout=patterns.LIMIT)
            if found is None:
                return None
            names = found.groupdict()
            for name, pattern in self.query:
                value = arguments.get(name)
                hit = None if value is None else pattern.fullmatch(value, timeout=patterns.LIMIT)
                if hit is None:
                    return None
                names.update(hit.groupdict())
        except TimeoutError:
            return None
        names = {k: v for k, v in names.items() if v}
        return Address(self.kind, fill(self.id, names), names)


def read(outlet: Outlet, url: str) -> Address:
    """What the outlet's rules say of ``url``; kind ``unknown`` where none fits.

    Paths are compared percent-decoded (UTF-8, ruined bytes as U+FFFD), without
    regard to case; the scheme, ``www.``, the port and the fragment play no part.
    """
    ours, rules = _rules(outlet.hosts, outlet.pages)
    host, path, arguments = _split(url)
    if not _is_ours(host, ours):
        return _UNKNOWN
    for rule in rules:
        if found := rule.match(host, path, arguments):
            return found
    return _UNKNOWN


def classify(outlet: Outlet, url: str) -> tuple[str, str | None]:
    """The kind (article, listing, page, ignore or unknown) and the id that the first fitting rule gives."""
    found = read(outlet, url)
    return found.kind, found.id


def article_key(outlet: Outlet | None, url: str) -> str:
    """The key that captures of one article are grouped by: its id where a rule gives one, else the URL's key."""
    if outlet is not None:
        found = read(outlet, url)
        if found.kind == "article" and found.id:
            return found.id
    return urls.key(url)


def is_ours(outlet: Outlet, url: str) -> bool:
    """Whether ``url`` is on one of the outlet's hosts (``*.paper.example`` means those below); any is if it names none."""
    ours, _ = _rules(outlet.hosts, outlet.pages)
    return _is_ours(urls.host(url), ours)


@lru_cache(maxsize=1024)
@lru_cache(maxsize=1024)
def compile_rule(rule: PageRule) -> Compiled:
    """``rule`` ready to use; raises BadMatch with the reason."""
    path, _, query = rule.match.partition("?") if "{" not in rule.match else _partition_query(rule.match)
    path = re.sub(r"^https?:(?=//)", "", path)
    with_host = path.startswith("//")
    if not path.startswith("/"):
        raise BadMatch("a path begins with '/', a host with '//'")
    pattern, names = _translate(path.removeprefix("//").removeprefix("www.") if with_host else path)
    asked = []
    for pair in query.split("&") if query else ():
        name, equals, value = pair.partition("=") if "=" in pair.partition("{")[0] else ("", "", pair)
        if not value or (equals and not name):
            raise BadMatch(f"the query part {pair!r} is neither name=value nor a value alone")
        inner, more = _translate(value, within=r"[^&]")
        asked.append((name.lower(), _compile(inner)))
        names += more
    if repeated := {n for n in names if names.count(n) > 1}:
        raise BadMatch(f"{{{min(repeated)}}} stands there twice")
    template = rule.id if "id" in names or rule.id != "{id}" else ""
    for name in _TEMPLATE.findall(template):
        if name not in names:
            raise BadMatch(f"the id is made of {{{name}}}, which the pattern does not name")
    return Compiled(rule.kind, _compile(pattern + "/?"), with_host, tuple(asked), template, tuple(names))


def fill(template: str, names: Mapping[str, str]) -> str | None:
    """``template`` with its ``{names}`` filled in; None when one is missing, or the template is empty."""
    if not template:
        return None
    if template == "{id}":
        return names.get("id")
    if any(name not in names for name in _TEMPLATE.findall(template)):
        return None
    return _TEMPLATE.sub(lambda m: names[m.group(1)], template)


_TEMPLATE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_UNKNOWN = Address("unknown")


def _partition_query(match: str) -> tuple[str, str, str]:
    """``match`` cut at the first ``?`` that is not inside braces."""
    depth = 0
    for i, char in enumerate(match):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == "?" and depth == 0:
            return match[:i], "?", match[i + 1 :]
    return match, "", ""


def _translate(text: str, within: str = "[^/]") -> tuple[str, list[str]]:
    """A regular expression for ``text``, and the names in it."""
    out: list[str] = []
    names: list[str] = []
    at = 0
    while piece := _PIECE.search(text, at):
        out.append(regex.escape(unquote(text[at : piece.start()])))
        at = piece.end()
        if piece.group() != "{":
            out.append({"/**": "(?:/.*)?", "/**/": "/(?:.*/)?", "**": ".*", "*": f"{within}*"}[piece.group()])
            continue
        end = _closing(text, at)
        name, colon, inner = text[at:end].partition(":")
        if not _NAME.fullmatch(name):
            raise BadMatch(f"{{{text[at:end]}}} is no name; names are small letters, such as {{id}}")
        usual = "[0-9]+" if name == "live" else f"{within}+"
        out.append(f"(?P<{name}>{inner if colon else usual})")
        names.append(name)
        at = end + 1
    out.append(regex.escape(unquote(text[at:])))
    return "".join(out), names


def _closing(text: str, at: int) -> int:
    """Where the brace that opened just before ``at`` closes."""
    depth = 1
    for i in range(at, len(text)):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return i
    raise BadMatch("a brace is not closed")


def _compile(pattern: str) -> patterns.Pattern:
    try:
        return patterns.compiled(pattern, regex.IGNORECASE | regex.DOTALL)
    except regex.error as error:
        raise BadMatch(f"a pattern inside the braces does not hold: {error}") from None


@lru_cache(maxsize=64)
def _rules(hosts: tuple[str, ...], pages: tuple[PageRule, ...]) -> tuple[frozenset[str], tuple[Compiled, ...]]:
    ours = frozenset(h.lower().removeprefix("www.") for h in hosts)
    return ours, tuple(compile_rule(rule) for rule in pages)


def _is_ours(host: str, ours: frozenset[str]) -> bool:
    if not ours or host in ours:
        return True
    return any(o.startswith("*.") and (host.endswith(o[1:]) or host == o[2:]) for o in ours)


def _split(url: str) -> tuple[str, str, dict[str, str]]:
    """Host, decoded path and decoded first query arguments of ``url``; never raises."""
    url = url[:_LONGEST].partition("#")[0]
    _, slashes, rest = url.partition("://")
    if not slashes:
        rest = url.removeprefix("//")
    rest, _, query = rest.partition("?")
    host, _, path = rest.partition("/")
    host = host.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")
    path = "/" + path
    if "%" in path:
        path = "%2F".join(unquote(p, errors="replace") for p in re.split("%2[fF]", path))
    return host, path, arguments(query)


def arguments(query: str) -> dict[str, str]:
    """The first of each of a query's arguments, decoded; names in small letters. One without ``=`` is the value of ``""``."""
    out: dict[str, str] = {}
    for pair in query.split("&") if query else ():
        name, equals, value = pair.partition("=")
        if not equals:
            name, value = "", name
        out.setdefault(unquote(name).lower(), unquote(value.replace("+", " "), errors="replace"))
    return out
