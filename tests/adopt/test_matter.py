"""Foreign front matter."""

import pytest
import yaml

from backissue.adopt import matter


def read(text):
    fence, front, _ = matter.split(text)
    return matter.parse(fence, front)


PLAIN = '---\ntitle: "【東灣】渡輪　重開"\ndate: 2020-02-01\nauthor: 陳小明\ntags:\n  - "a: b"\n  - 交通\ncategory: \'本地\'\ndraft: false\n---\nbody\n'


def test_what_yaml_reads_is_read_alike():
    found = dict(read(PLAIN).fields)
    theirs = yaml.load(matter.split(PLAIN)[1], yaml.CSafeLoader)
    assert found == {**theirs, "date": "2020-02-01"}


@pytest.mark.parametrize("bad", ["\x03", "\x1c", "\x85\x86", "\ufffe"])
def test_a_character_that_yaml_refuses_costs_nothing_but_a_word_about_it(bad):
    found = read(f'---\ntitle: "東灣{bad}渡輪"\ndate: "2020-02-01"\ntags:\n  - "交通"\n---\n')
    assert found.refused
    assert found.fields == {"title": f"東灣{bad}渡輪", "date": "2020-02-01", "tags": ["交通"]}


def test_a_title_with_a_colon_or_a_quote_in_it_is_read_by_its_line():
    found = read('---\ntitle: He said: "no" and left: really\ndate: 2020-02-01\ntags:\n  - one\n---\n')
    assert found.fields == {"title": 'He said: "no" and left: really', "date": "2020-02-01", "tags": ["one"]}
    assert found.refused


def test_what_no_line_explains_is_told():
    assert read("---\ntitle: [a\n%%%\ndate: 2020-02-01\n---\n").lost == ("%%%",)


def test_toml_and_json_are_read_too():
    assert read('+++\ntitle = "A"\ndate = 2020-02-01\ntags = ["x"]\n+++\nbody').fields == {
        "title": "A",
        "date": "2020-02-01",
        "tags": ["x"],
    }
    assert read('{"title": "A", "weight": 3}\n\nbody').fields == {"title": "A", "weight": "3"}


def test_a_text_without_front_matter_has_none():
    assert matter.split("# A heading\n\n---\n\nText\n") is None
    assert matter.split("---\nnever: closed\n") is None
