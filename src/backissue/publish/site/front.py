"""The front page: the last day's articles, the paper's years, its sections."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import partial

from backissue.publish.render import charts, names
from backissue.publish.render.words import trusted
from backissue.publish.site.listings import Listings
from backissue.publish.site.shelves import Shelf

__all__ = ["FrontPage"]

_FRONT_CARDS = 9
_FRONT_SECTIONS = 8
_FRONT_LINES = 6


class FrontPage(Listings):
    """Writes ``index.html``."""

    def write(self) -> None:
        """The front page."""
        self._front()

    def _front(self) -> None:
        days = list(self.shelves.days)
        lead: list[int] = []
        for day in reversed(days):
            lead += self.shelves.days[day][::-1][: _FRONT_CARDS - len(lead)]
            if len(lead) >= _FRONT_CARDS:
                break
        pictured = next((at for at in lead if self.lights[at].image), None)
        if pictured is not None:
            lead.remove(pictured)
            lead.insert(0, pictured)
        sections = sorted(self.shelves.sections.values(), key=lambda s: (-len(s.members), s.name))[:_FRONT_SECTIONS]
        shown = [*lead, *(at for s in sections for at in s.members[-_FRONT_LINES:])]
        months = self.held_by_month()
        more = (
            self.lost,
            months,
            [(s.name, len(s.members)) for s in sections],
            [self.lights[a].digest for a in lead],
        )
        self.put("index.html", shown, more, partial(self._front_page, lead, sections, months))

    def _front_page(self, lead: list[int], sections: list[Shelf], months: dict[str, int]) -> str:
        days = list(self.shelves.days)
        words = self.frame.words
        years: dict[str, int] = defaultdict(int)
        for month, n in months.items():
            years[month[:4]] += n
        if days:
            first, last = (date.fromisoformat(d) for d in (days[0], days[-1]))
            if self.lost:
                dateline = words.put(
                    "held_of", held=f"{len(self.lights):,}", expected=f"{len(self.lights) + self.lost:,}"
                )
            else:
                dateline = words.put("held_all", held=f"{len(self.lights):,}", first=first, last=last)
        else:
            dateline = words.count(len(self.lights))
        return self.frame.page(
            "front.html",
            root="",
            here="front",
            dateline=dateline,
            summary=words.plain("rescued"),
            here_url=self.settings.url,
            lead=self.cards(lead, ""),
            last_day=words.day(date.fromisoformat(days[-1])) if days else "",
            chart=trusted(charts.bars(months, {}, words.plain("charts"))),
            years=sorted(years.items()),
            lost=self.lost,
            sections=[
                {
                    "name": s.name,
                    "href": f"sections/{names.of(s.name)}.html",
                    "count": f"{len(s.members):,}",
                    "rows": self.list_dated(reversed(s.members[-_FRONT_LINES:]), ""),
                }
                for s in sections
            ],
        )
