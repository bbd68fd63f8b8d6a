"""Where an old address of the paper leads, for the server: read from the same pieces of the map that a browser loads.

``addresses.py`` writes them and ``assets/old.js`` reads them; this is the third of
the three. A piece is read when it is first asked for, and again when the site was
built anew. It refuses nothing: an address that is not known leads nowhere.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from backissue.publish.site.light import key_of, plain_address

__all__ = ["OldAddresses"]


class OldAddresses:
    """The map of the built site in ``site``; safe to ask from several threads."""

    def __init__(self, site: Path) -> None:
        self._folder = site / "old"
        self._pieces: dict[str, tuple[int, Any]] = {}

    def find(self, url: str) -> str | None:
        """The page of an address without ending; by the address itself, else by the id that the outlet's rules see in it."""
        known = self._value("map")
        if not known:
            return None
        digits = known["digits"]
        for key in _keys(plain_address(url), known):
            found = self._value(key[:digits])
            if found and key in found:
                return str(found[key])
        return None

    def _value(self, name: str) -> Any:
        """What the script ``old/{name}.js`` hands over, its last argument; None where there is no such script."""
        path = self._folder / f"{name}.js"
        try:
            made = path.stat().st_mtime_ns
            kept = self._pieces.get(name)
            if kept is None or kept[0] != made:
                text = path.read_text(encoding="utf-8")
                kept = self._pieces[name] = (made, json.loads(text[text.index("{") : text.rindex("}") + 1]))
        except (FileNotFoundError, ValueError):
            return None
        return kept[1]


def _keys(bare: str, known: dict[str, Any]) -> list[str]:
    host, _, path = bare.partition("/")
    found = [key_of(bare)]
    if not known["hosts"] or host in known["hosts"]:
        for rule in known["rules"]:
            match = re.match(rule, f"/{path.partition('?')[0]}")
            if match:
                found.append(key_of(f"id:{match[1]}"))
    return found
