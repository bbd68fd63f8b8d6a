"""What to fetch: for each article the best captures in order, every index page and feed that can witness.

A plan is data that a person can read before anything is asked. It knows what
an index says, never what a page holds: a candidate that proves bad by content
is for ``fetching`` to pass over.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import TypeVar

from backissue import outlets, urls
from backissue.captures.listing import Offer
from backissue.model import Capture, Outlet

__all__ = ["Job", "Plan", "make_plan"]

_T = TypeVar("_T")

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"}
)
_FEED_PATH = re.compile(r"(?:^|[/_.-])(?:rss|feeds?|atom|sitemap[\w-]*)(?:[/_.-]|$)", re.IGNORECASE)
_ASSET = re.compile(r"\.(?:css|js|json|woff2?|ttf|eot|svg|ico|png|jpe?g|gif|webp|mp[34]|zip)$", re.IGNORECASE)
_CANDIDATES = 8  # of one article; the ninth never helped on the recordings, and each costs the archive a request
_WITNESSES = 400  # distinct captures of one index page
_COMMON = 3  # articles that share one digest: that body is nobody's article


@dataclass(frozen=True, slots=True)
class Job:
    """Something wanted. ``kind``: article, listing, feed, page, media. ``wanted``: how many good captures are enough."""

    key: str
    kind: str
    candidates: tuple[Capture, ...]
    wanted: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """Jobs in the order they are done, and what was left out and why."""

    jobs: tuple[Job, ...]
    skipped: tuple[tuple[str, int], ...] = ()

    @property
    def requests(self) -> int:
        """How many captures are wanted, if every first candidate is good."""
        return sum(min(job.wanted, len(job.candidates)) for job in self.jobs)

    def kinds(self) -> dict[str, int]:
        """How many jobs of each kind."""
        return dict(sorted(Counter(job.kind for job in self.jobs).items()))

    def seconds(self, rate: float) -> float:
        """How long it takes at ``rate`` requests a second, if nothing goes wrong."""
        return self.requests / rate

    def sample(self, count: int) -> Plan:
        """``count`` articles spread evenly over all the years; a few index pages of each year, and the outlet's own pages.

        A larger sample holds every article of a smaller one taken by powers of two.
        """
        articles = sorted(
            (job for job in self.jobs if job.kind == "article"), key=lambda job: (job.candidates[0].when, job.key)
        )
        chosen = {job.key for job in _spread(articles, count)}
        jobs: list[Job] = []
        for job in self.jobs:
            if job.kind == "article":
                if job.key in chosen:
                    jobs.append(job)
            elif job.kind == "page":
                jobs.append(job)
            elif job.kind in ("listing", "feed"):
                first: dict[int, Capture] = {}
                for capture in job.candidates[: job.wanted]:
                    first.setdefault(capture.when.year, capture)
                jobs.append(replace(job, candidates=tuple(first.values()), wanted=len(first)))
        index = [job for job in jobs if job.kind in ("listing", "feed")]
        keep = {id(job) for job in _spread(index, max(20, count // 4))}
        return Plan(tuple(job for job in jobs if job.kind not in ("listing", "feed") or id(job) in keep), self.skipped)


def make_plan(
    lines: Iterable[Capture],
    outlet: Outlet | None = None,
    *,
    hosts: Collection[str] = (),
    media: Collection[str] = (),
) -> Plan:
    """The plan for listed captures.

    Lines of several archives compete; equal ones keep the order they come in.
    ``outlet`` tells articles from listings; without one every page is taken for
    an article, and ``/`` and feeds for listings. ``hosts``: only these (bare)
    are ours; empty takes all. ``media``: keys of images that are wanted.
    """
    groups: dict[tuple[str, str], list[Capture]] = {}
    sharing: dict[str, set[str]] = {}
    skipped: Counter[str] = Counter()
    ours = {urls.host(host) for host in hosts}
    kinds: dict[str, tuple[str, str]] = {}
    for capture in lines:
        if ours and urls.host(capture.url) not in ours and capture.key not in media:
            skipped["of another host"] += 1
            continue
        known = kinds.get(capture.key)
        if known is None:
            known = kinds[capture.key] = _kind(outlet, capture, media)
        kind, key = known
        if kind in ("article", "page", "listing") and not _may_be_page(capture):
            kind = "asset"
        if kind in ("asset", "ignore"):
            skipped["styles, scripts, images" if kind == "asset" else "the outlet's rules ignore them"] += 1
            continue
        if capture.status is not None and capture.status >= 400:
            skipped["archived errors"] += 1
            continue
        groups.setdefault((kind, key), []).append(capture)
        if kind == "article" and capture.digest:
            held = sharing.setdefault(capture.digest, set())
            if len(held) <= _COMMON:
                held.add(key)
    common = {digest for digest, keys in sharing.items() if len(keys) > _COMMON}
    closed = outlet.closed if outlet else None
    jobs = [_job(kind, key, group, common, closed) for (kind, key), group in groups.items()]
    order = {"feed": 0, "listing": 1, "page": 2, "article": 3, "media": 4}
    jobs.sort(key=lambda job: (order[job.kind], _shuffled(job.key)))
    return Plan(tuple(jobs), tuple(sorted(skipped.items())))


def _kind(outlet: Outlet | None, capture: Capture, media: Collection[str]) -> tuple[str, str]:
    if capture.key in media:
        return "media", capture.key
    path = capture.key.partition(")")[2]
    if (capture.mimetype or "") in _FEEDS or (_FEED_PATH.search(path.partition("?")[0]) and not _ASSET.search(path)):
        return "feed", capture.key
    kind = outlets.classify(outlet, capture.url)[0] if outlet else "unknown"
    if kind == "ignore":
        return "ignore", capture.key
    if path == "/" or kind == "listing":
        return "listing", capture.key
    if kind == "page":
        return "page", capture.key
    if _ASSET.search(path.partition("?")[0]):
        return "asset", capture.key
    return "article", outlets.article_key(outlet, capture.url)


def _may_be_page(capture: Capture) -> bool:
    return (
        capture.mimetype is None
        or capture.mimetype in _PAGES
        or capture.revisit
        or capture.status in (301, 302, 303, 307, 308)
    )


def _job(kind: str, key: str, group: list[Capture], common: Collection[str], closed: date | None) -> Job:
    sizes = [c.size for c in group if c.size and c.status == 200 and c.digest not in common]
    usual = median(sizes) if sizes else 0

    def rank(capture: Capture) -> tuple[object, ...]:
        redirect = capture.status is not None and 300 <= capture.status < 400
        return (
            redirect,
            capture.digest in common,
            bool(closed and capture.when.date() > closed),
            bool(usual and capture.size and capture.size < usual / 2 and not capture.revisit),
            capture.mimetype not in _PAGES and not capture.revisit and kind != "media",
            capture.revisit,
            -int(capture.timestamp),
            capture.url,
        )

    first: list[Capture] = []
    again: list[Capture] = []
    seen: set[str] = set()
    listed: set[tuple[str, str]] = set()
    for capture in sorted(group, key=rank):
        said = capture.timestamp, capture.source if isinstance(capture, Offer) else ""
        if said in listed:
            continue  # listed again, by another question or at another time
        listed.add(said)
        (again if capture.digest in seen else first).append(capture)
        if capture.digest:
            seen.add(capture.digest)
    # Equal payloads come last: they help only where playback of the first has vanished.
    if kind in ("listing", "feed"):
        first = list(_spread(sorted(first, key=lambda c: c.when), _WITNESSES))
        return Job(key, kind, (*first, *again[:_WITNESSES]), len(first))
    return Job(key, kind, tuple((first + again)[:_CANDIDATES]))


def _spread(things: list[_T], count: int) -> Iterator[_T]:
    if len(things) <= count:
        yield from things
        return
    for n in range(count):
        yield things[n * len(things) // count]


def _shuffled(key: str) -> bytes:
    """An order that is the same everywhere and favours no year, so that a fetch cut short is a fair sample."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
