"""Old addresses of the paper, each leading to its article: a map in small scripts, and one table to read.

The box on ``old/index.html`` works out the key of what is pasted, loads the one
piece of the map that may hold it, and goes there. ``old-addresses.tsv`` says the
same without a script.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from backissue.model import Outlet
from backissue.publish.site.light import Light, address_key, digest_of, key_of, plain_address
from backissue.publish.site.output import Output
from backissue.publish.site.past import Past
from backissue.publish.site.stock import Stock

__all__ = ["Addresses"]

_ONE_DIGIT = 20_000


class Addresses:
    """Where an old address leads now; made from lights, the ledger's past and the outlet's rules."""

    def __init__(self, articles: Sequence[Light], own: Sequence[Light], past: Past, outlet: Outlet | None) -> None:
        self._past = past
        self._rules = rules_of(outlet)
        self._hosts = sorted({h.lower().removeprefix("www.") for h in outlet.hosts}) if outlet else []
        self.by_id: dict[str, str] = {}
        self.by_key: dict[str, str] = {}
        for light in (*own, *articles):
            self.by_id[light.id] = light.path
            for twin in light.keys:
                self.by_id.setdefault(twin, light.path)
            for key in light.addresses:
                self.by_key[key] = light.path
        for key, identity in past.addresses.items():
            if identity in self.by_id:
                self.by_key.setdefault(key, self.by_id[identity])
        for lost in past.lost:
            if lost.url:
                self.by_key.setdefault(address_key(lost.url), lost.path)
            self.by_id.setdefault(lost.key, lost.path)

    def find(self, url: str) -> str | None:
        """The page of an address, without ending: by the address itself, else by the id that the outlet's rules see in it."""
        found = self.by_key.get(address_key(url))
        if found:
            return found
        bare = plain_address(url)
        host, _, path = bare.partition("/")
        if self._hosts and host not in self._hosts:
            return None
        for rule in self._rules:
            match = re.match(rule, f"/{path.partition('?')[0]}")
            if match and match[1] in self.by_id:
                return self.by_id[match[1]]
        return None

    def write(self, output: Output, code: str, stock: Stock) -> None:
        """The map's pieces, ``old/map.js`` that says how they are cut, and the table."""
        entries = dict(self.by_key)
        if self._rules:
            for identity, path in self.by_id.items():
                entries.setdefault(key_of(f"id:{identity}"), path)
        digits = 1 if len(entries) <= _ONE_DIGIT else 2
        pieces: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, path in sorted(entries.items()):
            pieces[key[:digits]].append((key, path))
        said = json.dumps({"digits": digits, "rules": self._rules, "hosts": self._hosts})
        output.put("old/map.js", digest_of(code, said), lambda: f"backissueOld.begin({said});\n")
        for piece, own in sorted(pieces.items()):
            text = f'backissueOld.piece("{piece}",{json.dumps(dict(own), separators=(",", ":"))});\n'
            output.put(f"old/{piece}.js", digest_of(text), text.encode)
        mark = digest_of(code, self._past.mark)
        if output.due("old-addresses.tsv", mark):
            output.stream("old-addresses.tsv", mark, self._table(stock))

    def _table(self, stock: Stock) -> Iterator[bytes]:
        for url, identity in stock.addresses():
            path = self.by_id.get(identity)
            if path:
                yield f"{_cell(url)}\t{path}.html\n".encode("utf-8", "replace")
        for lost in self._past.lost:
            if lost.url:
                yield f"{_cell(lost.url)}\t{lost.path}.html\n".encode("utf-8", "replace")


def rules_of(outlet: Outlet | None) -> list[str]:
    """The outlet's article rules with an id, as patterns that Python and JavaScript read alike; group 1 is the id."""
    return [
        _pattern(rule.match)
        for rule in (outlet.pages if outlet else ())
        if rule.kind == "article" and "{id}" in rule.match
    ]


_PARTS = re.compile(r"(\{id\}|/\*\*|\*\*|\*)")


def _pattern(match: str) -> str:
    pieces: Mapping[str, str] = {"{id}": "([^/]+)", "/**": "(?:/.*)?", "**": ".*", "*": "[^/]*"}
    made = [pieces.get(part) or re.sub(r"[^A-Za-z0-9_/%~-]", lambda m: "\\" + m[0], part) for part in _split(match)]
    return "^" + "".join(made) + "/?$"


def _split(match: str) -> Iterable[str]:
    return [part for part in _PARTS.split(match) if part]


def _cell(url: str) -> str:
    return url.replace("\t", "%09").replace("\n", "%0A").replace("\r", "%0D")
