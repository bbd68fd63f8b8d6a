"""Dates of the trade, one case a line."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from backissue.text import dates
from backissue.text.dates import day_of, find_dates, parse_date, zone

HK = zone("Asia/Hong_Kong")


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2021-02-11", (2021, 2, 11)),
        ("2021/2/11", (2021, 2, 11)),
        ("2021.02.11", (2021, 2, 11)),
        ("11.02.21", (2021, 2, 11)),
        ("11.02.2021", (2021, 2, 11)),
        ("1. 2. 2021", (2021, 2, 1)),
        ("31/12/1999", (1999, 12, 31)),
        ("12/31/1999", (1999, 12, 31)),
        ("05.11.98", (1998, 11, 5)),
        ("20210211", (2021, 2, 11)),
        ("二零二一年二月十一日", (2021, 2, 11)),
        ("二〇二一年十二月三十一日", (2021, 12, 31)),
        ("二○○五年四月廿五日", (2005, 4, 25)),
        ("一九九七年七月一日", (1997, 7, 1)),
        ("2021年2月11日", (2021, 2, 11)),
        ("2021 年 02 月 11 號 星期四", (2021, 2, 11)),
        ("２０２１年２月１１日", (2021, 2, 11)),
        ("民國110年2月11日", (2021, 2, 11)),
        ("令和3年2月11日", (2021, 2, 11)),
        ("平成元年1月8日", (1989, 1, 8)),
        ("2021년 2월 11일", (2021, 2, 11)),
        ("11 February 2021", (2021, 2, 11)),
        ("February 11th, 2021", (2021, 2, 11)),
        ("Feb. 11, 2021", (2021, 2, 11)),
        ("Thu, 11 Feb 2021", (2021, 2, 11)),
        ("11. Februar 2021", (2021, 2, 11)),
        ("3. Mai 2024", (2024, 5, 3)),
        ("11 de febrero de 2021", (2021, 2, 11)),
        ("11 février 2021", (2021, 2, 11)),
        ("1er mars 2021", (2021, 3, 1)),
        ("11 lutego 2021", (2021, 2, 11)),
        ("11 Şubat 2021", (2021, 2, 11)),
        ("11 февраля 2021", (2021, 2, 11)),
        ("發佈於：2021-02-11 政治", (2021, 2, 11)),
    ],
)
def test_a_printed_day_is_read(printed, day):
    assert parse_date(printed) == date(*day)


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2021-02-11 12:46:29", datetime(2021, 2, 11, 12, 46, 29, tzinfo=HK)),
        ("2021-02-11T12:46", datetime(2021, 2, 11, 12, 46, tzinfo=HK)),
        ("2021年2月11日 下午3:04", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("15:04 Thursday 11 February 2021", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("下午 3:04，2021年2月11日", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("下午3時04分 2021年2月11日", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("11 2月 2021 15:04", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("12月 11, 2021 3:04 pm", datetime(2021, 12, 11, 15, 4, tzinfo=HK)),
        ("3:04 PM Thu 11 Feb 2021", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("15:04 Tue 23 February 2021", datetime(2021, 2, 23, 15, 4, tzinfo=HK)),
        ("星期四, 二月 11, 2021 - 15:04", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("11/十二月/2021 3:04 下午", datetime(2021, 12, 11, 15, 4, tzinfo=HK)),
        ("2021.2.11｜15:04", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("2021 年 02 月 11 日 3:04 下午", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("2021/02/11 12:04 上午 更新", datetime(2021, 2, 11, 0, 4, tzinfo=HK)),
        ("2021年2月11日 3:04 下午茶", datetime(2021, 2, 11, 3, 4, tzinfo=HK)),
        ("2021年2月11日 凌晨12:04", datetime(2021, 2, 11, 0, 4, tzinfo=HK)),
        ("2021年2月11日 15時04分", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
        ("2021-02-11, 星期四 12:46", datetime(2021, 2, 11, 12, 46, tzinfo=HK)),
        ("2021年2月11日，星期四 12:46", datetime(2021, 2, 11, 12, 46, tzinfo=HK)),
        ("2021-02-11 Thu 12:46", datetime(2021, 2, 11, 12, 46, tzinfo=HK)),
        ("11. Februar 2021, 14.30 Uhr", datetime(2021, 2, 11, 14, 30, tzinfo=HK)),
        ("11.02.2021 - 14:30", datetime(2021, 2, 11, 14, 30, tzinfo=HK)),
        ("Feb 11, 2021 at 2:30 p.m.", datetime(2021, 2, 11, 14, 30, tzinfo=HK)),
        ("Feb 11, 2021 12:05 AM", datetime(2021, 2, 11, 0, 5, tzinfo=HK)),
        ("2021年2月11日 @ 12:46", datetime(2021, 2, 11, 12, 46, tzinfo=HK)),
        ("2021년 2월 11일 오후 3시 04분", datetime(2021, 2, 11, 15, 4, tzinfo=HK)),
    ],
)
def test_a_bare_time_means_the_zone_that_was_given(printed, moment):
    assert parse_date(printed, HK) == moment


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2021-02-11T04:46:29Z", datetime(2021, 2, 11, 4, 46, 29, tzinfo=UTC)),
        ("2021-02-11T04:46:29.123+0000", datetime(2021, 2, 11, 4, 46, 29, tzinfo=UTC)),
        ("2021-02-11T12:46:29+08:00", datetime(2021, 2, 11, 4, 46, 29, tzinfo=UTC)),
        ("Thu, 11 Feb 2021 04:46:29 GMT", datetime(2021, 2, 11, 4, 46, 29, tzinfo=UTC)),
        ("Feb 11, 2021 at 2:30 p.m. EST", datetime(2021, 2, 11, 19, 30, tzinfo=UTC)),
        ("1613018789", datetime(2021, 2, 11, 4, 46, 29, tzinfo=UTC)),
        ("1613018789000", datetime(2021, 2, 11, 4, 46, 29, tzinfo=UTC)),
    ],
)
def test_a_printed_zone_wins_over_the_given_one(printed, moment):
    assert parse_date(printed, HK) == moment


def test_a_bare_time_without_any_zone_leaves_the_day():
    assert parse_date("2021-02-11 12:46:29") == date(2021, 2, 11)


@pytest.mark.parametrize(
    "printed",
    [
        "2021",
        "2021-02",
        "May 2021",
        "2021年2月",
        "2021-02-30",
        "31.04.2021",
        "0000-00-00",
        "0001-01-01",
        "1970-01-01",
        "version 1.2.3.4",
        "call 020 7946 0958",
        "",
        "昨日",
        "Mayor 12, 2021x",
    ],
)
def test_what_is_no_day_is_none_and_is_never_padded(printed):
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    "printed",
    [
        "2005-04-05 06:40更新",
        "最後更新：2005-04-05",
        "Updated: April 5, 2005",
        "Aktualisiert am 05.04.2005",
        "Last modified on 5 April 2005",
    ],
)
def test_an_update_stamp_is_told_from_a_date_of_publication(printed):
    (found,) = find_dates(printed)
    assert found.updated
    assert day_of(found.value) == date(2005, 4, 5)


def test_published_and_updated_on_one_line_are_two_dates():
    first, second = find_dates("發佈 2021-02-11 12:00 ｜ 更新 2021-02-12 13:00", HK)
    assert (first.updated, second.updated) == (False, True)
    assert day_of(second.value) == date(2021, 2, 12)


def test_numbers_that_could_be_either_order_follow_the_hint_and_say_they_are_unsure():
    (unsure,) = find_dates("03/04/2021")
    assert unsure.value == date(2021, 4, 3)
    assert not unsure.sure
    assert parse_date("03/04/2021", order="mdy") == date(2021, 3, 4)
    assert parse_date("03.04.2021", order="mdy") == date(2021, 4, 3)


def test_nothing_after_the_capture_is_believed_but_a_day_of_clock_difference_is():
    capture = datetime(2021, 2, 11, tzinfo=UTC)
    assert parse_date("2021-02-12", latest=capture) == date(2021, 2, 12)
    assert parse_date("2021-02-13", latest=capture) is None
    assert parse_date("2035-01-01T00:00:00Z", latest=capture) is None
    assert parse_date("2021-02-20 (first seen 2021-02-01)", latest=capture) == date(2021, 2, 1)


def test_offsets_name_the_words_that_were_read():
    text = "香港 2021年2月11日 訊"
    (found,) = find_dates(text)
    assert text[found.start : found.end].startswith("2021年2月11日")


def test_a_zone_with_half_hours_is_kept():
    found = parse_date("2021-02-11T10:00:00+05:30")
    assert isinstance(found, datetime)
    assert found.utcoffset() == timedelta(hours=5, minutes=30)
    assert found.tzinfo == timezone(timedelta(hours=5, minutes=30))


def test_an_unknown_zone_name_is_no_zone():
    assert zone("Mars/Olympus") is None
    assert zone("") is None


def test_an_updates_word_between_two_dates_belongs_to_the_second():
    found = find_dates("日期 2003-09-12 更新 2003-09-13 22:57", UTC)
    assert [f.updated for f in found] == [False, True]
    assert find_dates("2003-09-13 22:57更新", UTC)[0].updated


def test_a_label_with_a_colon_may_touch_the_numbers():
    for words in ("更新：16/08/2016 09:18", "Updated:16/08/2016 09:18"):
        (found,) = find_dates(words, UTC)
        assert (found.value, found.updated) == (datetime(2016, 8, 16, 9, 18, tzinfo=UTC), True)


@pytest.mark.parametrize(
    ("text", "when", "updated"),
    [
        ("This page was last modified on 8 February 2013, at 12:31.", datetime(2013, 2, 8, 12, 31), True),
        ("Updated at 12:31 on 8 February 2013", datetime(2013, 2, 8, 12, 31), True),
        ("9:05 PM, Feb 8, 2013", datetime(2013, 2, 8, 21, 5), False),
        ("This article last modified at 6:18 p.m. on Friday, June 8, 2012", datetime(2012, 6, 8, 18, 18), True),
        ("Last Updated: Fri, Mar 08 2013. 09:05 PM", datetime(2013, 3, 8, 21, 5), True),
        ("10:05 am Monday 3 May 2004", datetime(2004, 5, 3, 10, 5), False),
    ],
)
def test_a_clock_may_stand_before_its_day_or_behind_a_comma(text, when, updated):
    (found,) = find_dates(text, UTC)
    assert (found.value, found.updated) == (when.replace(tzinfo=UTC), updated)


def test_a_clock_of_one_day_is_not_that_of_the_next():
    assert [f.value for f in find_dates("2013-02-08 12:31 2013-02-09", UTC)] == [
        datetime(2013, 2, 8, 12, 31, tzinfo=UTC),
        date(2013, 2, 9),
    ]


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2009-03-22（日） - 13:06", datetime(2009, 3, 22, 13, 6, tzinfo=HK)),
        ("2009/3/22(週日) 13:06", datetime(2009, 3, 22, 13, 6, tzinfo=HK)),
        ("22/03/2009 (Sun) - 13:06", datetime(2009, 3, 22, 13, 6, tzinfo=HK)),
        ("22 March 2009 (Sunday) 1:06 pm", datetime(2009, 3, 22, 13, 6, tzinfo=HK)),
        ("22:20，2007年10月13日", datetime(2007, 10, 13, 22, 20, tzinfo=HK)),
        ("22:20 – 13 October 2007", datetime(2007, 10, 13, 22, 20, tzinfo=HK)),
    ],
)
def test_a_weekday_in_brackets_or_a_wide_comma_does_not_part_a_day_from_its_hour(printed, moment):
    assert parse_date(printed, HK) == moment


def test_an_hour_that_stands_before_its_day_right_behind_the_word_of_a_change_is_read():
    (found,) = find_dates("更新：22:20，2007年10月13日", HK)
    assert found.value == datetime(2007, 10, 13, 22, 20, tzinfo=HK)
    assert found.updated


def test_words_in_brackets_that_are_no_weekday_leave_a_day_a_day():
    assert parse_date("2009-03-22（港聞） 13:06", HK) == date(2009, 3, 22)


def test_a_text_is_searched_for_every_month_that_has_a_name() -> None:
    for name, number in dates._MONTHS.items():
        found = [day_of(read.value) for read in find_dates(f"新聞 11 {name} 2021")]
        assert found == [date(2021, number, 11)] or len(name) < 3, name


def test_digits_and_marks_as_wide_as_characters_are_read() -> None:
    (found,) = find_dates("發佈時間：２０２１／０２／１１　１２：３１", HK)
    assert found.value == datetime(2021, 2, 11, 12, 31, tzinfo=HK)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("於 19:10", (19, 10)),
        ("Posted by Ada Lam at 3:27 PM", (15, 27)),
        ("下午3時27分", (15, 27)),
        ("3:27 下午", (15, 27)),
        ("3.27pm", (15, 27)),
        ("3.27", None),  # a price
        ("19:10, 20:15", None),
        ("10:30-12:30", None),
        ("2021-02-11 19:10", None),  # a date has its own
        ("第 27 頁", None),
    ],
)
def test_a_time_of_day_without_a_date_is_read_on_the_day_it_is_said_of(words, at):
    found = dates.on_the_clock(date(2021, 2, 11), words, HK)
    assert found == (at and datetime(2021, 2, 11, *at, tzinfo=HK))


def test_a_time_of_day_without_any_zone_is_no_moment():
    assert dates.on_the_clock(date(2021, 2, 11), "19:10", None) is None
    assert dates.on_the_clock(date(2021, 2, 11), "19:10 GMT", None) == datetime(2021, 2, 11, 19, 10, tzinfo=UTC)
