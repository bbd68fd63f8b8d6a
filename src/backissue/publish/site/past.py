"""What the ledger tells the site: old addresses of what is held, and articles that are lost.

Read from the ledger once, and kept in ``work/`` until the ledger or the set of
held articles changes. What was withdrawn is in neither.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from backissue import disk
from backissue.publish.render import names
from backissue.publish.site.light import Light, address_key, digest_of, one_line
from backissue.publish.site.stock import Lost, Stock
from backissue.text.dates import day_of_print

__all__ = ["Held", "LostArticle", "Past", "lost_articles", "read_past"]

_WITNESSES_TOLD = 12


@dataclass(frozen=True, slots=True)
class LostArticle:
    """What is known of an article that is not held; ``seen`` are kind, place and time (ISO, UTC) of each witness."""

    path: str
    key: str
    title: str
    date: str
    byline: str
    url: str
    reasons: tuple[str, ...]
    seen: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Past:
    """``addresses``: keys of addresses in the ledger, to the record's id; ``lost``: in order of date, then key."""

    addresses: Mapping[str, str]
    lost: Sequence[LostArticle]
    mark: str


class Held(Protocol):
    """What of an article that is held tells it from lost ones; a ``Light`` is one."""

    id: str
    addresses: list[str]
    keys: list[str]


def read_past(stock: Stock, lights: Sequence[Light], kept: Path) -> Past:
    """The past, from ``kept`` if nothing changed since it was written."""
    mark = digest_of(
        stock.ledger_mark(), stock.decisions, *(x for light in lights for x in (light.id, light.path, *light.keys))
    )
    try:
        raw = json.loads(kept.read_bytes())
        if raw["mark"] == mark:
            lost = [
                LostArticle(**{**x, "reasons": tuple(x["reasons"]), "seen": tuple((a, b, c) for a, b, c in x["seen"])})
                for x in raw["lost"]
            ]
            return Past(raw["addresses"], lost, mark)
    except (OSError, ValueError, TypeError, KeyError):
        pass  # lost or torn: the ledger is read again
    ids = {light.id for light in lights}
    addresses = {address_key(url): identity for url, identity in stock.addresses() if identity in ids}
    lost = lost_articles(stock, lights, addresses)
    text = json.dumps({"mark": mark, "addresses": addresses, "lost": [asdict(x) for x in lost]}, ensure_ascii=False)
    disk.write(kept, text.encode("utf-8", "replace"))
    return Past(addresses, lost, mark)


def lost_articles(stock: Stock, held_ones: Sequence[Held], addresses: Mapping[str, str]) -> list[LostArticle]:
    """Articles that witnesses name and nobody holds, in order of date, then key; ``addresses`` as in ``Past``."""
    held = {one.id for one in held_ones} | {key for one in held_ones for key in one.keys}
    own = {key for one in held_ones for key in one.addresses}
    return sorted(
        (
            _told(one)
            for one in stock.lost(held)
            if not any(w.url and ((k := address_key(w.url)) in own or k in addresses) for w in one.witnesses)
            and digest_of(one.key) not in held
        ),
        key=lambda x: (day_of_print(x.date) or "9999", x.key),
    )


def _told(lost: Lost) -> LostArticle:
    def first(field: str) -> str:
        return next((one_line(v) for w in lost.witnesses if (v := getattr(w, field))), "")

    seen = sorted({(w.kind, w.seen_in, w.when.isoformat()) for w in lost.witnesses}, key=lambda s: (s[2], s))
    return LostArticle(
        path=f"lost/{names.of(lost.key)}",
        key=lost.key,
        title=first("title"),
        date=next((one_line(w.date) for w in lost.witnesses if w.date and day_of_print(w.date)), "") or first("date"),
        byline=first("byline"),
        url=first("url"),
        reasons=tuple(lost.reasons[:6]),
        seen=tuple(seen[:_WITNESSES_TOLD]),
    )
