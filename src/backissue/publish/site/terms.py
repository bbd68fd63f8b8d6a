"""Sections, authors and tags: an index of each, and a listing for every one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from markupsafe import Markup, escape

from backissue.publish.render import names
from backissue.publish.render.words import long_month, trusted
from backissue.publish.site.listings import Group, Listings
from backissue.publish.site.shelves import Shelf

__all__ = ["ByTerm"]

_NEWEST = 100
_TERMS = 1500
_TOP_TERMS = 300


class ByTerm(Listings):
    """Writes the listings by section, author and tag."""

    def write(self) -> None:
        """All of them; authors and tags from as many articles up as the settings say."""
        for sort, shelves, least in (
            ("sections", self.shelves.sections, 1),
            ("authors", self.shelves.authors, self.settings.authors_from),
            ("tags", self.shelves.tags, self.settings.tags_from),
        ):
            shown = [s for s in shelves.values() if len(s.members) >= least]
            for shelf in shown:
                if not self.stands(shelf.members):
                    self._shelf(sort, shelf)
            self._index(sort, shown)

    def _shelf(self, sort: str, shelf: Shelf) -> None:
        stem = names.of(shelf.name)
        folder = f"{sort}/{stem}"
        n = len(shelf.members)
        feeds: tuple[tuple[str, str], ...] = ()
        if sort == "sections" or n >= self.settings.feeds_from:
            feeds = (("application/atom+xml", f"{stem}/atom.xml"), ("application/feed+json", f"{stem}/feed.json"))
            self.feeds.write(folder, shelf.name, shelf.members, f"{folder}.html")
        parts: list[tuple[str, str, list[int]]] = []
        if n > self.settings.one_page:
            parts = list(self._split(folder, self._by_year(shelf)))
        self.put(
            f"{folder}.html",
            shelf.members if not parts else shelf.members[-_NEWEST:],
            (sort, shelf.aliases, [(p[0], len(p[2])) for p in parts], n, feeds),
            partial(self._shelf_page, sort, shelf, feeds, parts),
        )
        for name, title, members in parts:
            self.put(
                name, members, (sort, shelf.name, title), partial(self._part_page, sort, shelf, name, title, members)
            )

    def _by_year(self, shelf: Shelf) -> dict[str, list[int]]:
        """The newest year first, and in each the newest article; what is undated under an empty year."""
        years: dict[str, list[int]] = defaultdict(list)
        for at in reversed(shelf.members):
            years[self.days[at][:4]].append(at)
        return years

    def _split(self, folder: str, by_year: dict[str, list[int]]) -> Iterator[tuple[str, str, list[int]]]:
        """A long listing by years, and a year that is too long by months: name, title, places."""
        words, ui = self.frame.words, self.frame.ui
        for year, members in by_year.items():
            title = words.plain("year", n=year) if year else words.plain("undated")
            if not year or len(members) <= self.settings.one_page:
                yield f"{folder}/{year or 'undated'}.html", title, members
                continue
            months: dict[str, list[int]] = defaultdict(list)
            for at in members:
                months[self.days[at][:7]].append(at)
            for month, own in months.items():
                yield f"{folder}/{month}.html", long_month(int(month[:4]), int(month[5:]), ui), own

    def _shelf_page(
        self,
        sort: str,
        shelf: Shelf,
        feeds: Sequence[tuple[str, str]],
        parts: list[tuple[str, str, list[int]]],
    ) -> str:
        words = self.frame.words
        name = f"{sort}/{names.of(shelf.name)}.html"
        extra = ""
        if parts:
            links = " ".join(f'<a href="../{n}">{escape(t)} <span class="n">{len(m)}</span></a>' for n, t, m in parts)
            extra = f'<nav class="jumps" aria-label="{words.plain("all_years")}">{links}</nav>'
            groups = [Group(self.list_dated(reversed(shelf.members[-_NEWEST:]), "../"), words.latest)]
        else:
            by_year = self._by_year(shelf)
            groups = [
                Group(
                    self.list_dated(members, "../"),
                    (words.put("year", n=year) if year else words.undated) if len(by_year) > 1 else "",
                    id=f"y{year or 0}",
                    count=str(len(members)) if len(by_year) > 1 else "",
                )
                for year, members in by_year.items()
            ]
        return self.listing(
            name,
            here=sort,
            sort=sort,
            title=shelf.name,
            heading_language=self.frame.lang,
            heading=shelf.name,
            groups=groups,
            crumbs=((words.get(sort), f"{sort}/index.html"),),
            total=len(shelf.members),
            span=self._span(shelf.members),
            feeds=feeds,
            aliases=shelf.aliases,
            extra=trusted(extra),
        )

    def _part_page(self, sort: str, shelf: Shelf, name: str, title: str, members: list[int]) -> str:
        words = self.frame.words
        return self.listing(
            name,
            here=sort,
            sort=sort,
            title=f"{shelf.name} {title}",
            heading_language=self.frame.lang,
            heading=f"{shelf.name} {title}",
            groups=[Group(self.list_dated(members, "../../"))],
            crumbs=((words.get(sort), f"{sort}/index.html"), (shelf.name, f"{sort}/{names.of(shelf.name)}.html")),
            total=len(members),
        )

    def _span(self, members: Sequence[int]) -> str:
        days = [self.days[at] for at in (members[0], members[-1])]
        dated = [d for d in days if d]
        return " – ".join(dict.fromkeys(d[:7] for d in dated))

    def _index(self, sort: str, shelves: list[Shelf]) -> None:
        counts = [(s.name, len(s.members), s.kind, s.aliases) for s in shelves]
        self.put(f"{sort}/index.html", (), counts, partial(self._index_page, sort, shelves))
        if sort != "tags" or len(shelves) <= _TOP_TERMS:
            return
        for number, chunk in self._chunks(shelves):
            more = [(s.name, len(s.members)) for s in chunk]
            self.put(
                f"tags/all-{number}.html", (), (more, len(shelves)), partial(self._chunk_page, shelves, number, chunk)
            )

    def _chunks(self, shelves: list[Shelf]) -> Iterator[tuple[int, list[Shelf]]]:
        by_name = sorted(shelves, key=lambda s: s.name)
        for number, start in enumerate(range(0, len(by_name), _TERMS), 1):
            yield number, by_name[start : start + _TERMS]

    def _terms(self, shelves: Iterable[Shelf]) -> Markup:
        return trusted(
            "".join(
                f'<li><a href="{names.of(s.name)}.html">{escape(s.name)}</a> <span class="n">{len(s.members)}</span></li>'
                for s in shelves
            )
        )

    def _jumps(self, shelves: list[Shelf]) -> list[tuple[str, str]]:
        return [
            (f"{chunk[0].name[:2]} – {chunk[-1].name[:2]}", f"all-{number}.html")
            for number, chunk in self._chunks(shelves)
        ]

    def _index_page(self, sort: str, shelves: list[Shelf]) -> str:
        words = self.frame.words
        ranked = sorted(shelves, key=lambda s: (-len(s.members), s.name))
        jumps: list[tuple[str, str]] = []
        groups: list[Group]
        if sort == "authors":
            groups = [
                Group(self._terms(own), words.get(word))
                for kind, word in (("person", "people"), ("desk", "desks"), ("organisation", "organisations"))
                if (own := [s for s in ranked if s.kind == kind])
            ]
        elif sort == "tags" and len(ranked) > _TOP_TERMS:
            groups = [Group(self._terms(ranked[:_TOP_TERMS]))]
            jumps = self._jumps(shelves)
        else:
            groups = [Group(self._terms(ranked))] if ranked else []
        return self._index_html(sort, groups, jumps)

    def _chunk_page(self, shelves: list[Shelf], number: int, chunk: list[Shelf]) -> str:
        return self._index_html("tags", [Group(self._terms(chunk))], self._jumps(shelves), number)

    def _index_html(self, sort: str, groups: list[Group], jumps: list[tuple[str, str]], number: int = 0) -> str:
        words = self.frame.words
        return self.frame.page(
            "index.html",
            root="../",
            here=sort,
            sort=sort,
            title=words.plain(sort) + (f" {number}" if number else ""),
            heading=words.get(sort),
            note="",
            extra="",
            jumps=jumps,
            groups=groups,
        )
