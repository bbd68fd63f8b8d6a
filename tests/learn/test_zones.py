"""The zone of a paper's times where no page tells it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from backissue.learn.zones import zone_of


@pytest.mark.parametrize(("language", "hours"), [("zh", 8), ("zh-Hant", 8), ("zh-Hans", 8), ("ja", 9), ("ko", 9)])
def test_where_a_language_is_written_with_one_clock_that_is_the_zone(language, hours):
    name, why = zone_of([], [language], "paper.example")
    assert datetime(2015, 7, 1, tzinfo=ZoneInfo(name)).utcoffset() == timedelta(hours=hours)
    assert why.startswith("no page tells its zone")


def test_a_language_of_many_zones_tells_none():
    assert zone_of([], ["en"], "paper.example") == (None, "no page tells its zone")
