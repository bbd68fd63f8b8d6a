"""One pass over the surveys: addresses with what was seen there, and which pages are worth opening.

Everything countless goes to a temporary SQLite file; what stays in memory is bounded by
the number of frames, not of captures. Refuses to open a page.
"""

from __future__ import annotations

import hashlib
import heapq
import itertools
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from backissue import urls
from backissue.model import PageKind
from backissue.pages.company import SAME_FRAME, Census, fold, identity
from backissue.pages.digests import hamming
from backissue.pages.judge import judge
from backissue.pages.mentions import Mention, family
from backissue.pages.survey import Survey

__all__ = ["Address", "Gathered", "Pick", "gather"]

_PER_FRAME = 60
_PER_VARIANT = 3
_FRAMES = 24
_COUNTED = frozenset((PageKind.ARTICLE, PageKind.LISTING, PageKind.UNKNOWN, PageKind.FAREWELL, PageKind.FEED))
_MENTIONED = frozenset(("card", "feed"))


@dataclass(frozen=True, slots=True)
class Pick:
    """A capture worth opening: its ref, its article's identity, the page's key and URL, and when it was taken."""

    ref: str
    identity: str
    key: str
    url: str
    when: datetime
    title: str | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """One URL key of the paper: how often it was seen as what, and how often named by cards, feeds and mere links.

    ``title`` is the folded title that its article showed, empty if none was seen.
    """

    key: str
    articles: int
    listings: int
    others: int
    cards: int
    links: int
    title: str = ""


@dataclass
class Gathered:
    """What one pass brought. ``frames`` are samples by skeleton, the commonest first.

    ``doubted`` are such samples of pages that look like listings: an article amid many cards looks like one, too.
    """

    db: sqlite3.Connection
    hosts: Counter[str] = field(default_factory=Counter)
    frames: list[tuple[str, int, list[Pick]]] = field(default_factory=list)
    doubted: list[tuple[str, int, list[Pick]]] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    farewell: datetime | None = None
    farewells: list[str] = field(default_factory=list)

    def addresses(self, host_family: str) -> Iterator[Address]:
        """Every address of the paper, in order of its key."""
        rows = self.db.execute(
            "SELECT key, sum(articles), sum(listings), sum(others), sum(cards), sum(links), max(title) FROM address"
            " WHERE family = ? GROUP BY key ORDER BY key",
            (host_family,),
        )
        return (Address(*row) for row in rows)

    def picks(self, keys: Iterable[str]) -> Iterator[Pick]:
        """For each of these addresses the newest whole capture that was judged an article or a listing, if there is one."""
        for key in keys:
            row = self.db.execute(
                "SELECT ref, url, moment, title, canonical FROM opened WHERE key = ? ORDER BY moment DESC, ref LIMIT 1",
                (key,),
            ).fetchone()
            if row:
                ref, url, moment, title, canonical = row
                yield Pick(ref, identity(key), key, url, datetime.fromisoformat(moment), title, canonical)

    def cards(self, who: str) -> list[Mention]:
        """What cards and feeds say of an article, by its identity."""
        rows = self.db.execute("SELECT DISTINCT title, day, byline, kind FROM card WHERE identity = ? LIMIT 20", (who,))
        return [Mention("", title, day, byline, kind) for title, day, byline, kind in rows]

    def listed(self, who: str) -> frozenset[str]:
        """The keys of the listings that name an article, by its identity; a section's listing tells the section."""
        rows = self.db.execute(
            "SELECT DISTINCT seen_in FROM card WHERE identity = ? AND seen_in != '' LIMIT 20", (who,)
        )
        return frozenset(key for (key,) in rows)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()


def gather(surveys: Iterable[Survey], known: Census) -> Gathered:
    """Everything the learner needs to know before it opens a page."""
    db = sqlite3.connect("", isolation_level=None)
    db.execute("PRAGMA journal_mode=OFF")
    db.execute("PRAGMA cache_size=-8000")
    db.execute(
        "CREATE TABLE address (key TEXT, family TEXT, articles INTEGER, listings INTEGER, others INTEGER,"
        " cards INTEGER, links INTEGER, title TEXT)"
    )
    db.execute("CREATE TABLE opened (key TEXT, ref TEXT, url TEXT, moment TEXT, title TEXT, canonical TEXT)")
    db.execute("CREATE TABLE card (identity TEXT, title TEXT, day TEXT, byline TEXT, kind TEXT, seen_in TEXT)")
    db.execute("BEGIN")
    out = Gathered(db)
    sampler, doubted = _Sampler(known), _Sampler(known)
    for survey in surveys:
        kind = judge(survey, known).kind
        url = urls.original(survey.url)
        host = urls.host(url)
        article = kind is PageKind.ARTICLE
        if kind in _COUNTED and (survey.template or kind is PageKind.FEED):
            listing = kind in (PageKind.LISTING, PageKind.FEED) and not survey.truncated
            other = not article and not listing
            said = fold(survey.title) if article else ""
            row = (survey.key, family(host), int(article), int(listing), int(other), 0, 0, said)
            db.execute("INSERT INTO address VALUES (?,?,?,?,?,?,?,?)", row)
        if article:
            out.hosts[host] += 1
            if survey.language:
                out.languages[survey.language] += 1
            if not survey.truncated and survey.status in (200, None):
                sampler.offer(survey, url)
        if (article or kind is PageKind.LISTING) and not survey.truncated and survey.status in (200, None):
            if not article:
                doubted.offer(survey, url)
            told = (survey.key, survey.ref, url, survey.when.isoformat(), survey.title, survey.canonical)
            db.execute("INSERT INTO opened VALUES (?,?,?,?,?,?)", told)
        if kind is PageKind.FAREWELL and not (
            survey.truncated and known.company(survey) is None
        ):  # half a page is no word
            out.farewell = min(out.farewell or survey.when, survey.when)
            if len(out.farewells) < 1000 and survey.key not in out.farewells:
                out.farewells.append(survey.key)
        if article or kind in (PageKind.LISTING, PageKind.FEED):
            _mentions(db, survey, kind)
    db.execute("CREATE INDEX by_identity ON card (identity)")
    db.execute("CREATE INDEX by_family ON address (family, key)")
    db.execute("CREATE INDEX by_key ON opened (key)")
    out.frames, out.doubted = sampler.frames(), doubted.frames()
    return out


def _mentions(db: sqlite3.Connection, survey: Survey, judged: PageKind) -> None:
    addresses = []
    cards = []
    listing = survey.key if judged is PageKind.LISTING else ""
    for m in survey.mentions:
        key = urls.key(m.url)
        named = m.kind == "feed" or (m.kind == "card" and m.date is not None)  # cards of tags and authors have no date
        addresses.append((key, family(urls.host(m.url)), 0, 0, 0, int(named), int(not named), ""))
        if m.kind in _MENTIONED or (m.title and len(m.title) >= 6):
            cards.append(
                (identity(key), m.title, m.date, m.byline, m.kind, listing if m.kind == "card" and m.date else "")
            )
    db.executemany("INSERT INTO address VALUES (?,?,?,?,?,?,?,?)", addresses)
    db.executemany("INSERT INTO card VALUES (?,?,?,?,?,?)", cards)


class _Sampler:
    """Keeps, for each frame, the captures whose hash is lowest: the same sample whatever the order.

    One page of each rare variant of a frame goes in first: the page with a correction, an update,
    an embed is what most pages are not.
    """

    def __init__(self, known: Census) -> None:
        self._leaders = [int(t.skeleton, 16) for t in known.templates]
        self._leader_of: dict[str, int | None] = {}
        self._held: dict[int, dict[str, tuple[int, Pick]]] = {}
        self._variants: dict[int, dict[str, list[tuple[int, Pick]]]] = {}
        self._count: Counter[int] = Counter()

    def offer(self, survey: Survey, url: str) -> None:
        leader = self._leader(survey.template)
        if leader is None:
            return
        self._count[leader] += 1
        who = identity(survey.key)
        rank = int.from_bytes(hashlib.blake2b(f"{who}|{survey.when}".encode(), digest_size=6).digest())
        pick = Pick(survey.ref, who, survey.key, url, survey.when, survey.title, survey.canonical)
        variants = self._variants.setdefault(leader, {})
        if survey.template in variants or len(variants) < 400:
            kept = variants.setdefault(survey.template, [])
            kept.append((rank, pick))
            kept.sort(key=lambda pair: (pair[0], pair[1].key, pair[1].ref))
            del kept[_PER_VARIANT:]
        held = self._held.setdefault(leader, {})
        if who in held and held[who][0] <= rank:
            return
        held[who] = (rank, pick)
        if len(held) > 4 * _PER_FRAME:
            best = heapq.nsmallest(2 * _PER_FRAME, held.items(), key=lambda item: (item[1][0], item[0]))
            self._held[leader] = dict(best)

    def frames(self) -> list[tuple[str, int, list[Pick]]]:
        out = []
        for leader, count in sorted(self._count.items(), key=lambda pair: (-pair[1], pair[0]))[:_FRAMES]:
            ranked = sorted(self._held[leader].values(), key=lambda pair: (pair[0], pair[1].key))[:_PER_FRAME]
            rare = sorted(self._variants[leader].items(), key=lambda pair: (pair[1][0][0], pair[0]))
            first = [p for at in range(_PER_VARIANT) for _, kept in rare if at < len(kept) for p in [kept[at][1]]]
            half = [p for pair in itertools.zip_longest(first, [p for _, p in ranked]) for p in pair if p is not None]
            out.append((f"{leader:016x}", count, half))
        return out

    def _leader(self, skeleton: str) -> int | None:
        if skeleton not in self._leader_of:
            value = int(skeleton or "0", 16)
            near = [at for at in self._leaders if hamming(at, value) <= SAME_FRAME]
            self._leader_of[skeleton] = near[0] if near else None
        return self._leader_of[skeleton]
