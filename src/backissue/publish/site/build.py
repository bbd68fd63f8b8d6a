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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from backissue import disk, urls
from backissue.model import BadInstruction, Outlet, Record
from backissue.publish.render import scripts
from backissue.publish.render.frame import BAR, Frame, fingerprint_of_room
from backissue.publish.render.words import as_script, language_for
from backissue.publish.site import light as lights_of
from backissue.publish.site.addresses import Addresses, rules_of
from backissue.publish.site.article import Maker, Piece, Place, Sheet
from backissue.publish.site.changes import Changes
from backissue.publish.site.dates import ByDate
from backissue.publish.site.extras import Extras
from backissue.publish.site.feeds import Feeds
from backissue.publish.site.finder import expected_by_month, write_search
from backissue.publish.site.front import FrontPage
from backissue.publish.site.light import Light
from backissue.publish.site.listings import Stacks
from backissue.publish.site.output import Output
from backissue.publish.site.pages import ArticlePages, around
from backissue.publish.site.past import read_past
from backissue.publish.site.remembered import Few, Remembered
from backissue.publish.site.settings import Settings
from backissue.publish.site.shelves import Shelves, kin
from backissue.publish.site.spool import Spool
from backissue.publish.site.standing import Standing, changed_of
from backissue.publish.site.stock import Stock
from backissue.publish.site.terms import ByTerm

__all__ = ["SiteReport", "build"]

_ASSETS = Path(__file__).parent.parent / "render" / "assets"
_LEFT_TO_OTHERS = ("search/", "letters/", "assets/letter.css")
"""Files whose writers look at all they have written by themselves, whatever the build."""


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
        self.spool: Spool | None = None
        self.spooled: dict[str, tuple[tuple[int, int], int, int]] = {}

    def run(self) -> SiteReport:
        listed = dict(self.stock.files())
        self._frame(listed)
        held = self.stock.media()
        self.maker = Maker(self.frame, self.settings, self.name, held.__contains__)
        self.remembered = Remembered(self.work / "lights", lights_of.digest_of(self.code, self.stock.decisions))
        with Spool(self.work) as spool:
            self.spool = spool
            mark = self._mark(held)
            standing = self._after_few(listed, mark) or self._after_any(listed, held, mark)
        self.output.finish(standing.as_json())
        return SiteReport(
            out=self.output.out,
            articles=len(standing.articles),
            pages=len(standing.own),
            files=self.output.files,
            bytes=self.output.bytes,
            written=self.output.written,
            removed=self.output.removed,
            index=self.output.out / "index.html",
        )

    def _frame(self, listed: dict[str, str]) -> None:
        """What is the same on every page."""
        self.name, self.language = self._paper(listed)
        self.ui = self.settings.language or language_for(self.language)
        has_pages = any(path.startswith("pages/") for path in listed)
        from backissue.publish.letter.pages import LetterPages  # the letter stands on this room, so not above

        self.letters = LetterPages.of(self.stock.folder)
        self.frame = Frame(
            name=self.name,
            ui=self.ui,
            lang=self.language,
            closed=self.outlet.closed if self.outlet else None,
            rights=self.outlet.rights if self.outlet else None,
            has_pages=has_pages,
            bar=(*BAR, *self.letters.bar),
            more=self.letters.words,
        )
        self.code = lights_of.digest_of(
            self.code, self.name, self.language, str(has_pages), *map(str, self.letters.bar)
        )

    def _mark(self, held: dict[str, str]) -> str:
        """A mark of all that pages are made from, but records."""
        weeks = self.stock.folder / "letters"
        letters = sorted([path.name for path in weeks.iterdir()]) if weeks.is_dir() else []
        others = repr((held, rules_of(self.outlet), letters))
        return lights_of.digest_of(self.code, self.stock.decisions, self.stock.ledger_mark(), others)

    def _after_any(self, listed: dict[str, str], held: dict[str, str], mark: str) -> Standing:
        """A build that looks at everything."""
        every = self._lights(listed)
        articles = sorted((x for x in every if x.kind != "page"), key=lambda x: x.order)
        own = sorted((x for x in every if x.kind == "page"), key=lambda x: x.path)
        self.output.begin()
        self._assets()
        self._media(held)
        return self._write(listed, articles, own, mark)

    def _after_few(self, listed: dict[str, str], mark: str) -> Standing | None:
        """A build after edits of a few texts, on the standing of the last one; None where that is not what happened."""
        standing = Standing.of(self.output.standing)
        if standing is None or standing.mark != mark:
            return None
        changed = changed_of(standing, listed)
        if changed is None or not self.output.intact(_LEFT_TO_OTHERS):
            return None
        passed = {*standing.passed}
        lights = self.remembered.few(standing.articles, [path for path in listed if path not in passed])
        if lights is None:
            return None
        place = {path: at for at, path in enumerate(standing.articles)}
        fresh: dict[str, tuple[str, Light]] = {}
        for path in changed:
            light = self._light(path)
            if light is None or light.shape != standing.shapes[place[path]]:
                return None
            fresh[path] = (listed[path], light)
        digests = list(standing.digests)
        for path, (_, light) in fresh.items():
            lights.put(place[path], light)
            digests[place[path]] = light.digest
        self.remembered.keep_few(lights, fresh)
        standing = replace(standing, files=listed, digests=digests)
        self.output.begin()
        self.output.carry(_LEFT_TO_OTHERS)
        self._write_few(standing, lights, frozenset([place[path] for path in changed]))
        return standing

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

    def _lights(self, listed: dict[str, str]) -> list[Light]:
        """The light of every record; changed records are read, and their pieces set aside for their pages."""
        known = self.remembered.all()
        kept = {}
        for path, signature in listed.items():
            old = known.get(path)
            light = old[1] if old and old[0] == signature else self._light(path)
            if light is not None:
                kept[path] = (signature, light)
        self.remembered.keep(kept, known)
        return [light for _, light in kept.values()]

    def _light(self, path: str) -> Light | None:
        """The light of a record that is read now; None where it is withdrawn or unreadable."""
        record = self.stock.read(path)
        if record is None:
            return None
        piece = self.maker.piece(record, path)
        light = lights_of.light_of(record, path, piece.links, piece.summary)
        light.digest = self._set_aside(light, piece)
        return light

    def _set_aside(self, light: Light, piece: Piece) -> str:
        """Puts the piece on the spool; returns a digest of it and of the light."""
        assert self.spool is not None
        sheet = Sheet.of(piece)
        raw = b"".join((sheet.meta, sheet.text, sheet.tail))
        self.spooled[light.path] = (self.spool.put(raw), len(sheet.meta), len(sheet.text))
        h = hashlib.sha256(raw)
        h.update(repr(lights_of.row(light)).encode("utf-8", "replace"))
        return h.hexdigest()[:20]

    def _sheet(self, light: Light) -> Sheet | None:
        """The parts of a page that must be written: from the spool, or from its record again."""
        place = self.spooled.get(light.path)
        if place is None:
            record = self.stock.read(light.path)
            return Sheet.of(self.maker.piece(record, light.path)) if record else None
        assert self.spool is not None
        (start, size), meta, text = place
        raw = self.spool.get(start, size)
        return Sheet(raw[:meta], raw[meta : meta + text], raw[meta + text :])

    # writing

    def _feeds(self, articles: Sequence[Light], changed: frozenset[int] | None = None) -> Feeds:
        return Feeds(
            self.settings,
            self.output,
            self.code,
            articles,
            name=self.name,
            host=self.outlet.hosts[0] if self.outlet and self.outlet.hosts else "",
            language=self.language,
            zone=ZoneInfo(self.outlet.timezone) if self.outlet else None,
            changed=changed,
        )

    def _write(self, listed: dict[str, str], articles: Sequence[Light], own: Sequence[Light], mark: str) -> Standing:
        feeds = self._feeds(articles)
        past = read_past(self.stock, [*articles, *own], self.work / "past.json")
        addresses = Addresses(articles, own, past, self.outlet)
        stacks = Stacks(
            self.frame, self.settings, self.output, code=self.code, lights=articles, feeds=feeds, lost=len(past.lost)
        )
        shelves = stacks.shelves
        relations = self._kin(articles, shelves)
        every = [*articles, *own]
        seen = {light.path for light in every}
        standing = Standing(
            mark=mark,
            files=listed,
            passed=[path for path in listed if path not in seen],
            articles=[light.path for light in articles],
            own=[light.path for light in own],
            shapes=[light.shape for light in every],
            digests=[light.digest for light in every],
            shelves=shelves,
            kin=relations,
            inward={},
            expected=expected_by_month(articles, past.lost),
            lost=len(past.lost),
        )

        def inward(at: int, light: Light) -> Mapping[str, str]:
            found = {url: to for url in light.links if (to := addresses.find(url)) is not None}
            if found:
                standing.inward[at] = found
            return found

        self._articles(stacks).write(range(len(articles)), relations, inward)
        self._own_pages(own)
        self._listings(stacks, feeds)
        addresses.write(self.output, self.code, self.stock)
        extras = Extras(self.frame, self.output, self.code)
        extras.lost(past.lost)
        extras.old()
        self._search(standing)
        extras.search(
            sections=sorted(shelves.sections, key=lambda s: (-len(shelves.sections[s].members), s)),
            years=sorted({day[:4] for day in shelves.days}, reverse=True),
            built=self.settings.search,
        )
        if own:
            extras.own_pages(own)
        self._letters()
        counts = [("held", f"{len(articles):,}"), ("missing", f"{len(past.lost):,}")]
        counts += [(sort, f"{len(getattr(shelves, sort)):,}") for sort in ("sections", "authors", "tags")]
        extras.about(counts, self.stock.troubles(), sitemap=bool(self.settings.url))
        feeds.sitemaps(
            [n for n in self.output.names if n.endswith(".html") and not n.startswith(("articles/", "changes/"))]
        )
        return standing

    def _write_few(self, standing: Standing, lights: Few, changed: frozenset[int]) -> None:
        """What the texts of the articles at ``changed`` are on: all else stands as it stood."""
        feeds = self._feeds(lights, changed)
        stacks = Stacks(
            self.frame,
            self.settings,
            self.output,
            code=self.code,
            lights=lights,
            feeds=feeds,
            lost=standing.lost,
            shelves=standing.shelves,
            changed=changed,
        )
        places = around(changed, standing.kin, len(lights))
        self._articles(stacks).write(places, standing.kin, lambda at, _: standing.inward.get(at, {}))
        self._listings(stacks, feeds)
        self._search(standing)
        self._letters()

    def _articles(self, stacks: Stacks) -> ArticlePages:
        return ArticlePages(stacks, self.maker, self._sheet, Changes(self.frame, self.output, self.code, self.stock))

    def _listings(self, stacks: Stacks, feeds: Feeds) -> None:
        feeds.write("", self.name, range(len(stacks.lights)), "index.html")
        for listings in (FrontPage(stacks), ByDate(stacks), ByTerm(stacks)):
            listings.write()

    def _search(self, standing: Standing) -> None:
        if self.settings.search:
            digests = dict(zip([*standing.articles, *standing.own], standing.digests, strict=True))
            write_search(self.output, self.stock, self.searched, digests, standing.expected)

    def _letters(self) -> None:
        self.letters.write(
            self.frame, self.output, self.stock, settings=self.settings, code=self.code, outlet=self.outlet
        )

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


def _of_outlet(outlet: Outlet | None) -> str:
    return (
        repr((outlet.name, outlet.hosts, outlet.language, outlet.timezone, outlet.closed, outlet.rights))
        if outlet
        else ""
    )
