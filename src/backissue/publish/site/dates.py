"""The paper by date: years as calendars, months, days, and this day through the years."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import partial

from backissue.publish.render import charts, items, names
from backissue.publish.render.words import day_name, long_date, long_month, month_name, trusted
from backissue.publish.site.listings import Group, Listings

__all__ = ["ByDate"]

_LEAP = 2000


class ByDate(Listings):
    """Writes the listings by date."""

    def write(self) -> None:
        """All of them; a page for each day only where the settings want it."""
        self._years()
        self._months()
        if self.settings.days:
            self._days()
        self._undated()
        self._today()

    def _years(self) -> None:
        months = self.held_by_month()
        self.put("years/index.html", (), (months, len(self.shelves.undated)), partial(self._years_page, months))
        years = sorted({m[:4] for m in months})
        counts = {day: len(members) for day, members in self.shelves.days.items()}
        for at, year in enumerate(years):
            around = (years[at - 1] if at else "", years[at + 1] if at + 1 < len(years) else "")
            own = {d: n for d, n in counts.items() if d.startswith(year)}
            self.put(f"{year}/index.html", (), (own, around), partial(self._year_page, year, own, around))

    def _years_page(self, months: dict[str, int]) -> str:
        words = self.frame.words
        drawn = charts.bars(months, {}, words.plain("charts"))
        rows = []
        for year in sorted({m[:4] for m in months}, reverse=True):
            cells = []
            for m in range(1, 13):
                n = months.get(f"{year}-{m:02d}", 0)
                label = month_name(m, self.frame.ui)[:3]
                cells.append(
                    f'<td><a href="../{year}/{m:02d}/index.html">{label} <span class="n">{n}</span></a></td>'
                    if n
                    else f"<td>{label}</td>"
                )
            rows.append(f'<tr><th scope="row"><a href="../{year}/index.html">{year}</a></th>{"".join(cells)}</tr>')
        table = f'<div class="scroll" tabindex="0"><table class="years">{"".join(rows)}</table></div>'
        undated = ""
        if self.shelves.undated:
            undated = f'<p><a href="../undated/index.html">{words.undated}</a> <span class="n">{len(self.shelves.undated)}</span></p>'
        return self.listing(
            "years/index.html",
            sort="years",
            title=words.plain("archive"),
            heading=words.archive,
            groups=(),
            total=len(self.lights),
            extra=trusted(drawn + table + undated),
        )

    def _year_page(self, year: str, counts: dict[str, int], around: tuple[str, str]) -> str:
        words = self.frame.words
        tables = []
        for month in range(1, 13):
            key = f"{year}-{month:02d}"
            own = {d: n for d, n in counts.items() if d.startswith(key)}
            name = words.month(month)
            caption = f'<a href="{month:02d}/index.html">{name}</a>' if own else name
            tables.append(
                charts.month_table(
                    int(year),
                    month,
                    counts=own,
                    href=partial(self._day_href, ""),
                    caption=caption,
                    weekdays=words.plain("weekdays"),
                    say=self.say,
                )
            )
        return self.listing(
            f"{year}/index.html",
            sort="calendar",
            title=words.plain("year", n=year),
            heading=words.put("year", n=year),
            groups=(),
            crumbs=((words.archive, "years/index.html"),),
            total=sum(counts.values()),
            turn=[(y, f"{y}/index.html") if y else None for y in around],
            extra=trusted(f'<div class="months">{"".join(tables)}</div>'),
        )

    def _day_href(self, up: str, day: str) -> str:
        """A day's page seen from its year (``up`` is empty) or its month (``../``)."""
        if self.settings.days:
            return f"{day[5:7]}/{day[8:]}.html" if not up else f"{day[8:]}.html"
        return f"{day[5:7]}/index.html#d{day[8:]}" if not up else f"#d{day[8:]}"

    def _months(self) -> None:
        months = self.shelves.months()
        keys = list(months)
        for at, key in enumerate(keys):
            around = (keys[at - 1] if at else "", keys[at + 1] if at + 1 < len(keys) else "")
            members = [m for d in months[key] for m in self.shelves.days[d]]
            self.put(
                f"{key[:4]}/{key[5:]}/index.html", members, around, partial(self._month_page, key, months[key], around)
            )

    def _month_page(self, key: str, days: list[str], around: tuple[str, str]) -> str:
        words, ui = self.frame.words, self.frame.ui
        year, month = int(key[:4]), int(key[5:])
        name = f"{key[:4]}/{key[5:]}/index.html"
        root = names.root(name)
        counts = {d: len(self.shelves.days[d]) for d in days}
        table = charts.month_table(
            year,
            month,
            counts=counts,
            href=partial(self._day_href, "../"),
            caption="",
            weekdays=words.plain("weekdays"),
            say=self.say,
        )
        groups = [
            Group(
                self.list(self.shelves.days[d], root),
                words.day(date.fromisoformat(d)),
                f"{d[:4]}/{d[5:7]}/{d[8:]}.html" if self.settings.days else "",
                f"d{d[8:]}",
                str(counts[d]),
            )
            for d in days
        ]
        return self.listing(
            name,
            sort="month",
            title=long_month(year, month, ui),
            heading=words.month(month, year),
            groups=groups,
            crumbs=((words.archive, "years/index.html"), (words.put("year", n=year), f"{year}/index.html")),
            total=sum(counts.values()),
            turn=[
                (long_month(int(k[:4]), int(k[5:]), ui), f"{k[:4]}/{k[5:]}/index.html") if k else None for k in around
            ],
            extra=trusted(table.replace("<caption></caption>", "")),
        )

    def _days(self) -> None:
        days = list(self.shelves.days)
        for at, day in enumerate(days):
            around = (days[at - 1] if at else "", days[at + 1] if at + 1 < len(days) else "")
            members = self.shelves.days[day]
            if self.stands(members):
                continue
            name = f"{day[:4]}/{day[5:7]}/{day[8:]}.html"
            more = (around, [self.lights[m].digest for m in members])
            self.put(name, members, more, partial(self._day_page, name, day, around))

    def _day_page(self, name: str, day: str, around: tuple[str, str]) -> str:
        words, ui = self.frame.words, self.frame.ui
        when = date.fromisoformat(day)
        root = names.root(name)
        members = self.shelves.days[day]
        picture = self.settings.media
        cards = "".join(
            f"<li>{items.card(self.lights[m], root, self.untitled, picture=picture, level=2)}</li>" for m in members
        )
        return self.listing(
            name,
            sort="day",
            title=long_date(when, ui),
            heading=words.day(when),
            groups=[Group(trusted(cards), kind="cards")],
            crumbs=(
                (words.archive, "years/index.html"),
                (words.put("year", n=when.year), f"{day[:4]}/index.html"),
                (words.month(when.month), f"{day[:4]}/{day[5:7]}/index.html"),
            ),
            total=len(members),
            turn=[
                (long_date(date.fromisoformat(d), ui), f"{d[:4]}/{d[5:7]}/{d[8:]}.html") if d else None for d in around
            ],
        )

    def _undated(self) -> None:
        members = self.shelves.undated
        if members:
            words = self.frame.words
            self.put(
                "undated/index.html",
                members,
                "",
                lambda: self.listing(
                    "undated/index.html",
                    sort="undated",
                    title=words.plain("undated"),
                    heading=words.undated,
                    groups=[Group(self.list(members, "../"))],
                    crumbs=((words.archive, "years/index.html"),),
                    total=len(members),
                ),
            )

    def _today(self) -> None:
        by_day: dict[str, list[str]] = defaultdict(list)
        for day in self.shelves.days:
            by_day[day[5:]].append(day)
        counts = {d: sum(len(self.shelves.days[x]) for x in days) for d, days in by_day.items()}
        self.put("today/index.html", (), counts, partial(self._today_index, counts))
        for month_day, days in sorted(by_day.items()):
            members = [m for d in days for m in self.shelves.days[d]]
            name = f"today/{month_day}.html"
            self.put(name, members, days, partial(self._today_page, name, month_day, days))

    def _today_index(self, counts: dict[str, int]) -> str:
        words = self.frame.words
        as_leap = {f"{_LEAP}-{d}": n for d, n in counts.items()}
        tables = [
            charts.month_table(
                _LEAP,
                month,
                counts={d: n for d, n in as_leap.items() if d[5:7] == f"{month:02d}"},
                href=lambda d: f"{d[5:]}.html",
                caption=words.month(month),
                weekdays="",
                say=self.say,
            )
            for month in range(1, 13)
        ]
        return self.listing(
            "today/index.html",
            here="today",
            sort="calendar",
            title=words.plain("today"),
            heading=words.today,
            groups=(),
            note=words.today_help,
            extra=trusted(f'<p class="now"></p><div class="months" data-today="">{"".join(tables)}</div>'),
        )

    def _today_page(self, name: str, month_day: str, days: list[str]) -> str:
        words, ui = self.frame.words, self.frame.ui
        month, day = int(month_day[:2]), int(month_day[3:])
        groups = [
            Group(
                self.list(self.shelves.days[d], "../"),
                words.put("year", n=d[:4]),
                f"{d[:4]}/{d[5:7]}/{d[8:]}.html" if self.settings.days else "",
                f"y{d[:4]}",
                str(len(self.shelves.days[d])),
            )
            for d in reversed(days)
        ]
        return self.listing(
            name,
            here="today",
            sort="today",
            title=f"{words.plain('today')}：{day_name(month, day, ui)}",
            heading=day_name(month, day, ui),
            groups=groups,
            crumbs=((words.today, "today/index.html"),),
            total=sum(len(self.shelves.days[d]) for d in days),
        )
