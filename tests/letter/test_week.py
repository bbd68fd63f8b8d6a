"""The week of a letter: what the calendar allows, and what "years ago" means."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from backissue.model import BadInstruction
from backissue.publish.letter.week import Week, weeks_of


def test_a_week_is_monday_to_sunday() -> None:
    week = Week.parse("2021-W06")
    assert (week.first, week.last) == (date(2021, 2, 8), date(2021, 2, 14))
    assert str(week) == "2021-W06"
    assert Week.parse("2021w06") == week


def test_every_day_of_sixty_years_lies_in_its_own_week_and_each_week_follows_the_other() -> None:
    day, before = date(1990, 1, 1), None
    while day < date(2050, 1, 1):
        week = Week.of(day)
        assert week.first <= day <= week.last
        assert Week.parse(str(week)) == week
        if before and week != before:
            assert week.first == before.last + timedelta(days=1)
            assert week > before
        before, day = week, day + timedelta(days=1)


def test_week_53_is_refused_in_a_year_without_one_naming_the_last_and_the_next() -> None:
    assert Week.parse("2020-W53").last == date(2021, 1, 3)
    with pytest.raises(BadInstruction, match="2021 has no week 53: it has 52") as refused:
        Week.parse("2021-W53")
    assert "2021-W52" in refused.value.hint
    assert "2022-W01" in refused.value.hint


@pytest.mark.parametrize(
    "text", ["2021", "2021-06", "2021-W6", "2021-W00", "W06", "", "0000-W01", "9999-W01", "２０２１-W06x"]
)
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(BadInstruction):
        Week.parse(text)


def test_a_day_names_its_week_and_29_february_is_there_in_leap_years_only() -> None:
    assert str(Week.on("2021-02-14")) == "2021-W06"
    assert str(Week.on("2020-02-29")) == "2020-W09"
    assert str(Week.on("2021-01-01")) == "2020-W53", "1 January may belong to the year before"
    assert str(Week.on("2018-12-31")) == "2019-W01", "31 December may belong to the year after"
    for text in ("2021-02-29", "2021-02", "yesterday", "2021-13-01"):
        with pytest.raises(BadInstruction):
            Week.on(text)


def test_years_ago_counts_iso_years_in_the_papers_own_zone() -> None:
    sunday_night = datetime(2026, 2, 8, 20, tzinfo=UTC)
    assert str(Week.years_ago(5, sunday_night, None)) == "2021-W06"
    assert str(Week.years_ago(5, sunday_night, "Asia/Hong_Kong")) == "2021-W07", "there it is Monday already"
    assert str(Week.years_ago(0, sunday_night, None)) == "2026-W06"


def test_years_ago_on_29_february_is_the_week_of_the_same_number() -> None:
    assert str(Week.years_ago(1, datetime(2024, 2, 29, 12, tzinfo=UTC), None)) == "2023-W09"
    assert str(Week.years_ago(4, datetime(2024, 2, 29, 12, tzinfo=UTC), None)) == "2020-W09"


def test_years_ago_in_week_53_is_the_last_week_of_a_year_that_has_52() -> None:
    new_year = datetime(2021, 1, 1, 12, tzinfo=UTC)  # 2020-W53
    assert str(Week.years_ago(5, new_year, None)) == "2015-W53"
    assert str(Week.years_ago(1, new_year, None)) == "2019-W52"
    week = Week.years_ago(1, new_year, None)
    assert week.first <= date(2019, 12, 28) <= week.last


def test_years_ago_refuses_what_is_no_time_and_a_clock_without_zone() -> None:
    with pytest.raises(BadInstruction):
        Week.years_ago(-1, datetime(2024, 1, 1, tzinfo=UTC), None)
    with pytest.raises(BadInstruction):
        Week.years_ago(3000, datetime(2024, 1, 1, tzinfo=UTC), None)
    with pytest.raises(ValueError, match="without a zone"):
        Week.years_ago(1, datetime(2024, 1, 1), None)


@pytest.mark.parametrize(
    ("week", "chinese", "english"),
    [
        ("2021-W06", "2021年2月8日至14日", "8–14 February 2021"),
        ("2021-W13", "2021年3月29日至4月4日", "29 March – 4 April 2021"),
        ("2020-W53", "2020年12月28日至2021年1月3日", "28 December 2020 – 3 January 2021"),
    ],
)
def test_a_week_is_written_as_readers_write_it(week: str, chinese: str, english: str) -> None:
    assert Week.parse(week).span("zh-Hant") == chinese
    assert Week.parse(week).span("en") == english


def test_a_year_has_52_or_53_weeks() -> None:
    long = [y for y in range(2000, 2040) if weeks_of(y) == 53]
    assert long == [2004, 2009, 2015, 2020, 2026, 2032, 2037]
