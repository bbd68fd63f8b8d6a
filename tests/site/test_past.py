"""What the site tells of articles that are lost, out of what several witnesses printed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from backissue.model import Witness
from backissue.publish.site.past import lost_articles
from backissue.publish.site.stock import Lost
from backissue.text.dates import day_of_print

WHEN = datetime(2020, 1, 1, tzinfo=UTC)


class Shelf:
    """A stock that knows of lost articles only."""

    def __init__(self, **dates: tuple[str | None, ...]) -> None:
        self.dates = dates

    def lost(self, held: set[str]) -> list[Lost]:
        return [
            Lost(key, [Witness(key, "card", "x", WHEN, title=key, date=date) for date in dates])
            for key, dates in self.dates.items()
            if key not in held
        ]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Thu, 15 Jun 2017 19:30:47 +0800", "2017-06-15"),
        ("27.02.17", "2017-02-27"),
        ("2014-08-12T09:00", "2014-08-12"),
        ("2014年8月12日", "2014-08-12"),
        ("03/04/2021", ""),
        ("5 hours ago", ""),
        ("", ""),
    ],
)
def test_the_day_of_a_printed_date_is_told_where_there_is_no_doubt(printed: str, day: str) -> None:
    assert day_of_print(printed) == day


def test_the_first_witness_whose_date_leaves_no_doubt_dates_a_lost_article() -> None:
    shelf = Shelf(a=("5 hours ago", "03/04/2021", "12.04.21"), b=(None, "yesterday"), c=("2020年1月2日",))
    told = lost_articles(shelf, [], {})  # type: ignore[arg-type]
    assert [(one.key, one.date) for one in told] == [("c", "2020年1月2日"), ("a", "12.04.21"), ("b", "yesterday")]
