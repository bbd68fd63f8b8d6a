"""Whether a built site fits where people host for nothing, and what to leave out if it does not.

Counts files and bytes, by kind; for each host that the site is too large for, the
mildest choice of settings that would fit is worked out from what is there. It
uploads nothing and knows nobody's account.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from backissue.model import BadInstruction
from backissue.publish.site.output import MARK
from backissue.publish.site.settings import Settings

__all__ = ["HOSTS", "Counted", "Fit", "Host", "Offer", "fit"]


@dataclass(frozen=True, slots=True)
class Host:
    """What a host takes; None is no limit that it names. ``fullest`` is how many files one folder may hold.

    ``folders_too`` says that folders count as files.
    """

    name: str
    files: int | None
    bytes: int | None
    largest: int | None
    fullest: int | None = None
    folders_too: bool = False


_TERM = re.compile(r"(?:tags|authors)/(?!index\.|all-\d+\.)[^/]+\.html\Z")
_COUNT = re.compile(r"\d[\d,]*")

HOSTS: Sequence[Host] = (
    # developers.cloudflare.com/pages/platform/limits and /workers/platform/limits; still 20,000 after January 2026,
    # when paying accounts got 100,000
    Host("Cloudflare Pages or Workers", 20_000, None, 25 << 20),
    Host("GitHub Pages", None, 10**9, 100 << 20),  # docs.github.com: GitHub Pages limits
    Host("GitLab Pages", 200_000, 10**9, None, folders_too=True),  # docs.gitlab.com: GitLab.com settings
    Host("Netlify", None, None, None, fullest=54_000),  # docs.netlify.com/site-deploys/overview
)
"""Free plans as they stood in 2026; look at the host's own page before relying on one."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Files and bytes, in all and by kind; ``largest`` is the size of the largest file, ``fullest`` how many files
    the fullest folder holds.
    """

    files: int
    bytes: int
    largest: int
    kinds: Mapping[str, tuple[int, int]]
    folders: int = 0
    fullest: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """One host: whether the site fits as it is; if not, settings with which it would, and what it would then count.

    ``settings`` is None where it fits already, or where nothing that can be left out would do.
    """

    host: str
    fits: bool
    settings: Settings | None = None
    files: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Fit:
    """The count, and an offer for every host."""

    counted: Counted
    offers: tuple[Offer, ...]

    def summary(self) -> str:
        """The count and the offers in a few lines."""
        c = self.counted
        lines = [
            f"{c.files:,} files in {c.folders:,} folders, {c.bytes / 1e6:,.1f} MB; the largest has {c.largest / 1e6:,.1f} MB."
        ]
        lines += [f"  {kind}: {n:,} files, {b / 1e6:,.1f} MB" for kind, (n, b) in c.kinds.items()]
        for offer in self.offers:
            if offer.fits:
                lines.append(f"{offer.host}: fits.")
            elif offer.settings is None:
                lines.append(f"{offer.host}: too large, whatever is left out.")
            else:
                told = ", ".join(offer.settings.as_toml().splitlines())
                lines.append(
                    f"{offer.host}: too large; with {told} in site.toml it would count {offer.files:,} files, {offer.bytes / 1e6:,.1f} MB."
                )
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """JSON values."""
        return {
            "files": self.counted.files,
            "bytes": self.counted.bytes,
            "largest": self.counted.largest,
            "folders": self.counted.folders,
            "fullest_folder": self.counted.fullest,
            "kinds": {k: {"files": n, "bytes": b} for k, (n, b) in self.counted.kinds.items()},
            "hosts": [
                {"host": o.host, "fits": o.fits, "files": o.files, "bytes": o.bytes, "settings": o.settings.as_toml() if o.settings else None}
                for o in self.offers
            ],
        }  # fmt: skip


def fit(site: Path, settings: Settings | None = None) -> Fit:
    """What ``site`` counts and where it fits. Raises BadInstruction where it is no built site."""
    if not (site / MARK).exists():
        raise BadInstruction(f"{site} is no site made by Backissue", "Run `backissue site` first.")
    settings = settings or Settings()
    seen = _Seen.of(site)
    whole = seen.counted()
    return Fit(whole, tuple(_offer(host, seen, whole, settings) for host in HOSTS))


def _offer(host: Host, seen: _Seen, whole: Counted, settings: Settings) -> Offer:
    if _takes(host, whole):
        return Offer(host.name, fits=True, files=whole.files, bytes=whole.bytes)
    for less in _lesser(settings):
        counted = seen.without(less)
        if _takes(host, counted):
            return Offer(host.name, fits=False, settings=less, files=counted.files, bytes=counted.bytes)
    return Offer(host.name, fits=False, files=whole.files, bytes=whole.bytes)


def _lesser(settings: Settings) -> Iterator[Settings]:
    """Settings that leave out more and more, the least missed first."""
    now = settings
    for step in (2, 3, 5, 10, 20):
        if step > now.tags_from:
            now = replace(now, tags_from=step, feeds_from=max(now.feeds_from, 50))
            yield now
    for change in (
        {"days": False},
        {"authors_from": max(2, settings.authors_from)},
        {"search": False},
        {"media": False},
        {"tags_from": 100, "authors_from": 20},
    ):
        now = replace(now, **change)
        yield now


def _takes(host: Host, counted: Counted) -> bool:
    return (
        (host.files is None or counted.files + counted.folders * host.folders_too <= host.files)
        and (host.fullest is None or counted.fullest <= host.fullest)
        and (host.bytes is None or counted.bytes <= host.bytes)
        and (host.largest is None or counted.largest <= host.largest)
    )


@dataclass
class _Seen:
    """The files of a site, as kinds, with how many articles stand behind each tag's and author's page."""

    sizes: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Path) -> _Seen:
        seen = cls()
        for folder, _, names in os.walk(site):
            inside = os.path.relpath(folder, site).replace(os.sep, "/")
            for name in names:
                path = name if inside == "." else f"{inside}/{name}"
                size = (Path(folder) / name).stat().st_size
                seen.sizes.setdefault(_kind(path), []).append((path, size))
                if _TERM.match(path):
                    seen.members[path.removesuffix(".html")] = _listed(Path(folder) / name)
        return seen

    def counted(self) -> Counted:
        kinds = {kind: (len(own), sum(s for _, s in own)) for kind, own in sorted(self.sizes.items())}
        largest = max((s for own in self.sizes.values() for _, s in own), default=0)
        holds = Counter(path.rpartition("/")[0] for own in self.sizes.values() for path, _ in own)
        return Counted(
            sum(n for n, _ in kinds.values()),
            sum(b for _, b in kinds.values()),
            largest,
            kinds,
            folders=len(holds),
            fullest=max(holds.values(), default=0),
        )

    def without(self, settings: Settings) -> Counted:
        """The count under ``settings``, from what is there."""
        left = {kind: [(p, s) for p, s in own if self._stays(kind, p, settings)] for kind, own in self.sizes.items()}
        return _Seen({k: v for k, v in left.items() if v}).counted()

    def _stays(self, kind: str, path: str, settings: Settings) -> bool:
        if (kind == "days" and not settings.days) or (kind in ("search", "media") and not getattr(settings, kind)):
            return False
        if kind in ("tags", "authors"):
            parts = path.split("/")
            stem = "/".join(parts[:2]).removesuffix(".html")
            if stem not in self.members:
                return True
            least = settings.tags_from if kind == "tags" else settings.authors_from
            if self.members[stem] < least:
                return False
            return len(parts) < 3 or not path.endswith((".xml", ".json")) or self.members[stem] >= settings.feeds_from
        return True


def _kind(path: str) -> str:
    top, slash, rest = path.partition("/")
    if not slash:
        return "frame"
    if top.isdigit():
        return "days" if rest.count("/") == 1 and not rest.endswith("index.html") else "dates"
    return top


def _listed(page: Path) -> int:
    """How many articles a listing says it has, from its own words."""
    text = page.read_text(encoding="utf-8")
    _, _, rest = text.partition('<p class="sum">')
    found = _COUNT.search(rest[: rest.find("</span>")].rpartition(">")[2])
    return int(found[0].replace(",", "")) if found else 0
