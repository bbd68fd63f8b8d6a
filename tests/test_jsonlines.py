"""Values survive the way through JSON lines."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from backissue import jsonlines
from backissue.model import Author, Capture, Fate, FateKind, Finding, Place, Record, Severity, Source

WHEN = datetime(2021, 8, 5, 4, 3, 29, tzinfo=UTC)
VALUES = [
    Capture("http://a.example/", "example,a)/", WHEN, 200, "text/html", "ABC", Place("x.warc.gz", 3, 9), revisit=True),
    Fate("x@3", "http://a.example/", WHEN, FateKind.ALTERNATE, "38092", "older"),
    Finding("page.empty", "x@3", "Nothing is there.", Severity.ERROR, {"chars": 0, "of": ["a", {"b": None}]}),
    Record("1", published=date(2021, 2, 11), updated=datetime(2021, 2, 11, 12, tzinfo=timezone(timedelta(hours=8)))),
    Record("2", tags=(), authors=(Author("甲", role="記者"),), source=Source("warc", WHEN), evidence={"title": "h1"}),
    Record("3", published_between=(date(2021, 1, 1), date(2021, 1, 2))),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_a_value_comes_back_equal(value):
    line = jsonlines.dumps(value)
    assert "\n" not in line
    assert jsonlines.loads(type(value), line) == value


def test_absent_and_empty_stay_apart():
    assert jsonlines.loads(Record, jsonlines.dumps(Record("1", tags=()))).tags == ()
    assert jsonlines.loads(Record, jsonlines.dumps(Record("1"))).tags is None


def test_equal_values_are_equal_bytes():
    one = Finding("c", "s", "x", evidence={"b": 1, "a": 2})
    two = Finding("c", "s", "x", evidence={"a": 2, "b": 1})
    assert jsonlines.dumps(one) == jsonlines.dumps(two)


def test_a_time_without_a_zone_does_not_get_in():
    raw = json.loads(jsonlines.dumps(VALUES[1])) | {"when": "2021-08-05T04:03:29"}
    with pytest.raises(ValueError, match="without a zone"):
        jsonlines.restore(Fate, raw)


def test_a_field_that_is_not_ours_is_refused():
    with pytest.raises(ValueError, match="no 'colour'"):
        jsonlines.restore(Finding, {"code": "c", "subject": "s", "sentence": "x", "colour": "red"})
