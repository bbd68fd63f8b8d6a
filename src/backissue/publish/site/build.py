"""The static site, whole: records in, a folder of pages out.

Records are read one by one; unchanged ones are not read at all, their lights
being kept from the last build. What a page is made from decides whether it is
written, so a build after one edit writes that article, its listings and its feeds.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from backissue import disk, urls
from backissue.model import BadInstruction, Outlet, Record
from backissue.publish.render import names, scripts
from backissue.publish.render.frame import BAR, Frame, fingerprint_of_room
from backissue.publish.render.words import as_script, language_for
from backissue.publish.site import light as lights_of
from backissue.publish.site.addresses import Addresses
from backissue.publish.site.article import Maker, Piece, Place, Sheet
from backissue.publish.site.changes import Changes
from backissue.publish.site.dates import ByDate
from backissue.publish.site.extras import Extras
from backissue.publish.site.feeds import Feeds
from backissue.publish.site.finder import write_search
from backissue.publish.site.front import FrontPage
from backissue.publish.site.light import Light
from backissue.publish.site.listings import Stacks
from backissue.publish.site.output import Output
from backissue.publish.site.past import read_past
from backissue.publish.site.settings import Settings
from backissue.publish.site.shelves import Shelves, kin
from backissue.publish.site.stock import Stock
from backissue.publish.site.terms import ByTerm

__all__ = ["SiteReport", "build"]

_ASSETS = Path(__file__).parent.parent / "render" / "assets"


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a build made. ``written`` and ``removed`` count this build's work, the rest what now lies there."""

    out: Path
    articles: int
    pages: int
    files: int
    bytes: int
    written: int
    removed: int
    index: Path


def build(folder: Path, out: Path, *, outlet: Outlet | None = None, settings: Settings | None = None) -> SiteReport:
    """The site of the paper in ``folder``, built into ``out``; settings come from its ``site.toml`` if not given.

    Raises BadInstruction where ``folder`` holds no archive or ``out`` holds
    something else, BrokenWorld where the disk fails or another build runs.
    """
    settings = settings or Settings.read(folder / "site.toml")
    stock = Stock(folder)
    _refuse_inside(folder, out)
    work = folder / "work" / "site-stamps"
    with disk.locked(work), _uncollected():
        disk.sweep(work)
        return _Build(stock, out, work, outlet, settings).run()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No search for reference cycles meanwhile: a build makes none, and looking through all its lights costs a tenth of it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _refuse_inside(folder: Path, out: Path) -> None:
    home, there = folder.resolve(), out.resolve()
    for precious in (home, home / "archive", home / "captures"):
        if there == precious or (precious != home and precious in there.parents) or there in home.parents:
            raise BadInstruction(
                f"{out} is where the paper itself lies", "Name a folder for the site alone, such as work/site."
            )


class _Build:
    def __init__(self, stock: Stock, out: Path, work: Path, outlet: Outlet | None, settings: Settings) -> None:
        self.stock, self.outlet, self.settings = stock, outlet, settings
        key = hashlib.sha256(str(out.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self.output = Output(out, work / f"stamp-{key}.json")
        self.searched = work / f"search-{key}.json"
        self.work = work
        self.code = lights_of.digest_of(fingerprint_of_room(), settings.fingerprint, _of_outlet(outlet))
        self.spool: BinaryIO | None = None
        self.spooled: dict[str, tuple[int, tuple[int, int, int]]] = {}

    def run(self) -> SiteReport:
        listed = dict(self.stock.files())
        self.name, self.language = self._paper(listed)
        self.ui = self.settings.language or language_for(self.language)
        closed = self.outlet.closed if self.outlet else None
        rights = self.outlet.rights if self.outlet else None
        has_pages = any(path.startswith("pages/") for path in listed)
        from backissue.publish.letter.pages import LetterPages  # the letter stands on this room, so not above

        self.letters = LetterPages.of(self.stock.folder)
        self.frame = Frame(
            name=self.name,
            ui=self.ui,
            lang=self.language,
            closed=closed,
            rights=rights,
            has_pages=has_pages,
            bar=(*BAR, *self.letters.bar),
            more=self.letters.words,
        )
        self.code = lights_of.digest_of(
            self.code, self.name, self.language, str(has_pages), *map(str, self.letters.bar)
        )
        known = self._known_lights()
        held = self.stock.media()
        self.maker = Maker(self.frame, self.settings, self.name, held.__contains__)
        with tempfile.TemporaryFile(dir=self.work) as spool:
            self.spool = spool
            every = self._lights(listed, known)
            articles = sorted((x for x in every if x.kind != "page"), key=lambda x: x.order)
            own = sorted((x for x in every if x.kind == "page"), key=lambda x: x.path)
            self.output.begin()
            self._assets()
            self._media(held)
            self._write(articles, own)
        self.output.finish()
        return SiteReport(
            out=self.output.out,
            articles=len(articles),
            pages=len(own),
            files=self.output.files,
            bytes=self.output.bytes,
            written=self.output.written,
            removed=self.output.removed,
            index=self.output.out / "index.html",
        )

    # reading

    def _paper(self, listed: dict[str, str]) -> tuple[str, str]:
        """The paper's name and language: the outlet's, else what the first record says."""
        if self.outlet:
            return self.outlet.name, self.outlet.language or self._first(listed).language or "und"
        first = self._first(listed)
        return first.publisher or urls.host(
            first.original_url or ""
        ) or self.stock.folder.resolve().name, first.language or "und"

    def _first(self, listed: dict[str, str]) -> Record:
        for path in sorted(listed):
            if path.startswith("articles/"):
                record = self.stock.read(path)
                if record:
                    return record
        return Record(id="0")

    def _lights(self, listed: dict[str, str], known: dict[str, tuple[str, Light]]) -> list[Light]:
        """The light of every record; changed records are read, and their pieces set aside for their pages."""
        found, kept = [], {}
        for path, signature in listed.items():
            old = known.get(path)
            if old and old[0] == signature:
                light = old[1]
            else:
                record = self.stock.read(path)
                if record is None:
                    continue
                piece = self.maker.piece(record, path)
                light = lights_of.light_of(record, path, piece.links, piece.summary)
                light.digest = self._set_aside(light, piece)
            found.append(light)
            kept[path] = (signature, light)
        self._keep_lights(kept, known)
        return found

    def _set_aside(self, light: Light, piece: Piece) -> str:
        """Puts the piece on the spool; returns a digest of it and of the light."""
        assert self.spool is not None
        sheet = Sheet.of(piece)
        raw = b"".join((sheet.meta, sheet.text, sheet.tail))
        self.spooled[light.path] = (self.spool.tell(), (len(sheet.meta), len(sheet.text), len(sheet.tail)))
        self.spool.write(raw)
        h = hashlib.blake2b(raw, digest_size=10)
        h.update(repr(lights_of.row(light)).encode("utf-8", "replace"))
        return h.hexdigest()

    def _sheet(self, light: Light) -> Sheet | None:
        """The parts of a page that must be written: from the spool, or from its record again."""
        place = self.spooled.get(light.path)
        if place is None:
            record = self.stock.read(light.path)
            return Sheet.of(self.maker.piece(record, light.path)) if record else None
        assert self.spool is not None
        start, (meta, text, tail) = place
        self.spool.seek(start)
        raw = self.spool.read(meta + text + tail)
        return Sheet(raw[:meta], raw[meta : meta + text], raw[meta + text :])

    @property
    def _lights_mark(self) -> str:
        return lights_of.digest_of(self.code, self.stock.decisions)

    @property
    def _lights_path(self) -> Path:
        return self.work / "lights"

    def _known_lights(self) -> dict[str, tuple[str, Light]]:
        """Lights of the last build, which lie in one file a year."""
        found: dict[str, tuple[str, Light]] = {}
        for path in sorted(self._lights_path.glob("*.json")):
            try:
                raw = json.loads(path.read_bytes())
                if raw["code"] == self._lights_mark:
                    found.update({r[1][0]: (r[0], lights_of.parse(r[1])) for r in raw["lights"]})
            except (OSError, ValueError, TypeError, KeyError, IndexError):
                continue  # lost or torn lights cost a reading of their year, nothing else
        return found

    def _keep_lights(self, kept: dict[str, tuple[str, Light]], known: dict[str, tuple[str, Light]]) -> None:
        """Writes the years in which a light is new, gone or changed."""
        years: dict[str, list[tuple[str, Light]]] = defaultdict(list)
        for path, entry in kept.items():
            years[_year_of(path)].append(entry)
        changed = {_year_of(p) for p in kept.keys() ^ known.keys()}
        changed |= {_year_of(p) for p, (signature, _) in kept.items() if p in known and known[p][0] != signature}
        for year in sorted(changed):
            file = self._lights_path / f"{year}.json"
            if year not in years:
                file.unlink(missing_ok=True)
                continue
            rows = [[signature, lights_of.row(light)] for signature, light in years[year]]
            text = json.dumps({"code": self._lights_mark, "lights": rows}, ensure_ascii=False, separators=(",", ":"))
            disk.write(file, text.encode("utf-8", "replace"))

    # writing

    def _write(self, articles: Sequence[Light], own: Sequence[Light]) -> None:
        zone = ZoneInfo(self.outlet.timezone) if self.outlet else None
        host = self.outlet.hosts[0] if self.outlet and self.outlet.hosts else ""
        feeds = Feeds(
            self.settings,
            self.output,
            self.code,
            articles,
            name=self.name,
            host=host,
            language=self.language,
            zone=zone,
        )
        past = read_past(self.stock, [*articles, *own], self.work / "past.json")
        addresses = Addresses(articles, own, past, self.outlet)
        stacks = Stacks(
            self.frame, self.settings, self.output, code=self.code, lights=articles, feeds=feeds, lost=len(past.lost)
        )
        shelves = stacks.shelves
        self._articles(stacks, addresses)
        self._own_pages(own)
        feeds.write("", self.name, range(len(articles)), "index.html")
        for listings in (FrontPage(stacks), ByDate(stacks), ByTerm(stacks)):
            listings.write()
        addresses.write(self.output, self.code, self.stock)
        extras = Extras(self.frame, self.output, self.code)
        extras.lost(past.lost)
        extras.old()
        if self.settings.search:
            write_search(self.output, self.stock, self.searched, [*articles, *own], past.lost)
        extras.search(
            sections=sorted(shelves.sections, key=lambda s: (-len(shelves.sections[s].members), s)),
            years=sorted({day[:4] for day in shelves.days}, reverse=True),
            built=self.settings.search,
        )
        if own:
            extras.own_pages(own)
        self.letters.write(
            self.frame, self.output, self.stock, settings=self.settings, code=self.code, outlet=self.outlet
        )
        counts = [("held", f"{len(articles):,}"), ("missing", f"{len(past.lost):,}")]
        counts += [(sort, f"{len(getattr(shelves, sort)):,}") for sort in ("sections", "authors", "tags")]
        extras.about(counts, self.stock.troubles(), sitemap=bool(self.settings.url))
        feeds.sitemaps(
            [n for n in self.output.names if n.endswith(".html") and not n.startswith(("articles/", "changes/"))]
        )

    def _articles(self, stacks: Stacks, addresses: Addresses) -> None:
        articles, shelves = stacks.lights, stacks.shelves
        relations = self._kin(articles, shelves)
        least = self.settings.tags_from
        href = {t: f"tags/{names.of(t)}.html" if len(s.members) >= least else "" for t, s in shelves.tags.items()}
        changes = Changes(self.frame, self.output, self.code, self.stock)
        turns = ["", *[f"{light.path}\0{light.title}" for light in articles], ""]
        for at, light in enumerate(articles):
            near = relations[at]
            inward = {u: f"../../../{to}.html" for u in light.links if (to := addresses.find(u)) is not None}
            seal = lights_of.digest_of(
                self.code,
                light.digest,
                turns[at],
                turns[at + 2],
                *[articles[n].mark for n in near],
                *inward.values(),
                *([href[tag] for tag in light.tags] if least > 1 else ()),
            )
            name = f"{light.path}.html"
            if light.revisions:
                changes.write(light)
            if not self.output.due(name, seal):
                continue
            sheet = self._sheet(light)
            if sheet is None:
                continue
            place = Place(
                before=articles[at - 1] if at else None,
                after=articles[at + 1] if at + 1 < len(articles) else None,
                tags=[(tag, href[tag]) for tag in light.tags],
                aliases=light.aliases,
                related="".join([f'<li><a href="../../../{stacks.dated[n]}' for n in near]),
                links=inward,
            )
            self.output.write(name, seal, self.maker.page(light, sheet, place))

    def _kin(self, articles: Sequence[Light], shelves: Shelves) -> Sequence[Sequence[int]]:
        """What ``kin`` says, kept until an article comes, goes, moves or is tagged otherwise."""
        mark = lights_of.digest_of(self.code, *["\1".join((light.path, *light.tags)) for light in articles])
        path = self.work / "kin.json"
        try:
            kept = json.loads(path.read_bytes())
            if kept["mark"] == mark and len(kept["kin"]) == len(articles):
                return [tuple(map(int, near)) for near in kept["kin"]]
        except (OSError, ValueError, TypeError, KeyError):
            pass  # lost or torn: they are looked for again
        found = kin(articles, shelves.tags.values())
        disk.write(path, json.dumps({"mark": mark, "kin": found}, separators=(",", ":")).encode())
        return found

    def _own_pages(self, own: Sequence[Light]) -> None:
        """The paper's own pages."""
        nowhere = Place(None, None, (), (), "", {})
        for light in own:
            seal = lights_of.digest_of(self.code, light.digest)
            name = f"{light.path}.html"
            if self.output.due(name, seal) and (sheet := self._sheet(light)) is not None:
                self.output.write(name, seal, self.maker.page(light, sheet, nowhere))

    def _assets(self) -> None:
        for path in sorted(_ASSETS.iterdir()):
            self.output.put(f"assets/{path.name}", lights_of.digest_of(self.code, path.name), path.read_bytes)
        self.output.put("assets/words.js", self.code, lambda: as_script(self.letters.words))
        self.output.put("assets/scripts.js", self.code, scripts.as_script)

    def _media(self, held: dict[str, str]) -> None:
        if self.settings.media:
            for path, signature in held.items():
                self.output.copy(path, self.stock.folder / "archive" / path, signature)


def _year_of(path: str) -> str:
    """The year in a record's path, ``undated`` as it may be; ``pages`` for a page of the paper's own."""
    folder, _, rest = path.partition("/")
    return rest.partition("/")[0] if folder == "articles" else folder


def _of_outlet(outlet: Outlet | None) -> str:
    return (
        repr((outlet.name, outlet.hosts, outlet.language, outlet.timezone, outlet.closed, outlet.rights))
        if outlet
        else ""
    )
