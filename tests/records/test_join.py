"""Revisions of one article come together, and nothing else does."""

import random
from datetime import UTC, datetime

import pytest

from backissue.model import Record
from backissue.records import Draft, Light, join, unite
from backissue.records.likeness import contained, jaccard, sketch, trace

LETTERS = (
    "海風吹過舊碼頭居民在街市說起昨日的會議記者翻查文件發現當局三年前已收到報告而工程至今仍未展開天星小輪乘客逐年下降"
)


def prose(seed, length=700):
    rng = random.Random(seed)
    return "".join(rng.choice(LETTERS) for _ in range(length))


def light(id_, text="", title="", day="", pointer=None, complete=True):
    left = trace(text)
    when = datetime(2020, 1, 1, tzinfo=UTC)
    return Light(id_, id_, title, day, left.sketch, left.digest, left.length, pointer, when, complete)


def members(*lights):
    return sorted(c.members for c in join(lights).clusters.values())


def test_likeness_is_told_within_a_tenth():
    whole, rng = prose(1, 3000), random.Random(7)
    for kept in (0.3, 0.5, 0.8):
        other = whole[: int(3000 * kept)] + prose(rng.random(), 3000 - int(3000 * kept))
        assert jaccard(sketch(whole), sketch(other)) == pytest.approx(kept / (2 - kept), abs=0.17)
    assert contained(sketch(whole[:900]), sketch(whole)) > 0.75
    assert jaccard(sketch(whole), sketch(prose(2, 3000))) < 0.05
    assert jaccard(sketch("一樣"), sketch("一樣")) == 1.0
    assert jaccard(sketch(""), sketch("")) == 0.0


def test_case_punctuation_and_space_leave_the_trace_alone():
    assert trace("Tide—comes in。") == trace("tide comes IN")
    assert trace("1 2 3").digest != trace("1 2 4").digest


def test_the_papers_own_pointer_joins_what_shares_a_title_or_text():
    old, new = light("38092", prose(1), "甲", pointer="38097"), light("38097", prose(1) + prose(2, 300), "乙")
    assert members(new, old) == [("38092", "38097")]


def test_two_that_point_to_a_revision_nobody_holds_are_one():
    assert members(light("1", prose(1), "甲", pointer="9"), light("2", prose(1), "甲", pointer="9")) == [("1", "2")]


def test_a_pointer_to_something_else_entirely_is_doubted():
    found = join([light("2020", prose(1), "甲"), light("38092", prose(2), "乙", pointer="2020")])
    assert not found.clusters
    assert [f.code for f in found.findings] == ["revision.pointer-doubted"]


def test_nearly_the_same_text_of_one_day_is_one_article():
    text = prose(1)
    assert members(light("5", text, "甲", "2019-03-01"), light("6", text + prose(9, 80), "乙", "2019-03-02")) == [
        ("5", "6")
    ]


def test_an_appended_correction_under_one_title_is_a_revision():
    text = prose(1, 300)
    assert members(light("5", text, "甲", "2019-03-01"), light("6", text + prose(3, 200), "甲", "2019-03-01")) == [
        ("5", "6")
    ]


@pytest.mark.parametrize(
    ("what", "one", "other"),
    [
        ("weekly column", light("1", prose(1), "潮間筆記", "2019-03-01"), light("2", prose(2), "潮間筆記", "2019-03-02")),
        ("form letter", light("1", prose(1) + prose(3, 200), "運程", "2019-03-01"), light("2", prose(1) + prose(4, 200), "運程", "2019-03-08")),
        ("translation", light("1", prose(1), "潮", "2019-03-01"), light("2", "The tide came over the pier. " * 20, "潮", "2019-03-01")),
        ("correction", light("1", prose(1), "甲", "2019-03-01"), light("2", "更正啟事：" + prose(1)[:60], "更正啟事", "2019-03-01")),
        ("same text, other title, years apart", light("1", prose(1), "甲", "2012-03-01"), light("2", prose(1), "乙", "2019-03-01")),
        ("no text at all", light("1", "", "甲", "2019-03-01"), light("2", "", "甲", "2019-03-01")),
    ],
)  # fmt: skip
def test_what_is_not_one_article_stays_two(what, one, other):
    assert members(one, other) == []


def test_the_order_of_arrival_makes_no_difference():
    lights = [light(str(i), prose(i // 3) + prose(100 + i, 40), f"題{i // 3}", "2019-03-01") for i in range(60)]
    lights += [light(f"x{i}", prose(i), "題", "2019-03-01", pointer=str(i)) for i in range(5)]
    first = join(lights)
    for seed in range(3):
        random.Random(seed).shuffle(lights)
        again = join(lights)
        assert (again.clusters, again.of, again.findings) == (first.clusters, first.of, first.findings)
    assert len(first.clusters) == 20
    assert first.article("4") == "3"
    assert first.article("nobody") == "nobody"


def draft(id_, text, title="題", when=1, day="2019-03-01", complete=True, **more):
    seen = datetime(2020, 1, when, tzinfo=UTC)
    left = trace(text)
    kept = Light(id_, id_, title, day, left.sketch, left.digest, left.length, None, seen, complete)
    return Draft(Record(id_, title, day, body=text, **more), kept)


def test_the_lowest_id_is_the_article_and_the_newest_whole_text_its_body():
    united = unite(
        [
            draft("38097", prose(1) + "更正", "新題"),
            draft("38092", prose(1), "舊題"),
            draft("38099", prose(1)[:300], complete=False),
        ]
    )
    assert united.record.id == "38092"
    assert united.record.body == prose(1) + "更正"
    assert united.record.title == "新題"
    assert set(united.record.former_titles) == {"舊題", "題"}
    assert [(r.id, r.same_text) for r in united.record.revisions] == [
        ("38092", False),
        ("38097", True),
        ("38099", False),
    ]
    assert [label for label, _ in united.older] == ["38092", "38099"]


def test_a_shred_never_takes_the_place_of_the_text():
    assert unite([draft("1", prose(1)), draft("2", "頁面維護中")]).record.body == prose(1)


def test_other_texts_of_one_address_are_revisions_by_their_time():
    united = unite([draft("5", prose(1) + "改", when=9)], [draft("5", prose(1), when=2)])
    assert united.record.body == prose(1) + "改"
    assert [(label, r.body) for label, r in united.older] == [("5-20200102000000", prose(1))]


def test_what_the_newest_lacks_comes_from_the_others():
    united = unite([draft("1", prose(1), category="港聞", tags=("a",)), draft("2", prose(1) + "改")])
    assert united.record.category == "港聞"
    assert united.record.tags == ("a",)


def test_an_article_alone_is_itself():
    alone = draft("1", prose(1))
    assert unite([alone]).record == alone.record
