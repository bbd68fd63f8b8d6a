"""The volunteer's loop: a page is shown with its picks, kept, and tested one field at a time."""

import dataclasses

import pytest

from backissue import outlets, records
from backissue.model import BadInstruction
from backissue.records import examples
from records.quay import OUTLET, TOML, page


@pytest.fixture
def kept(tmp_path):
    folder = tmp_path / "examples"
    examples.add(folder, page(), records.read(page(), OUTLET))
    return folder


def fails(folder, outlet=OUTLET):
    return [c for c in examples.check(folder, outlet) if not c.ok]


def test_the_margin_says_which_pick_gave_each_field():
    text = examples.shown(records.read(page(), OUTLET))
    lines = text.split("\n")
    assert "         meta: og:title  title: 【專訪】碼頭　夜話" in lines
    assert "                    .by  author: 記者陳大文／台北報道" in lines
    assert "                    .by  authors: 陳大文, kind person, role 記者, place 台北" in lines
    assert "                  .text  # 【專訪】碼頭　夜話" in lines
    assert lines[lines.index("taken out:") + 1] == "  drop .share"
    assert "海風吹過舊碼頭" in text


def test_a_pick_that_gives_nothing_is_told():
    bare = page("<main class=new><h1>題</h1><p>海風吹過舊碼頭。</p></main>")
    other = outlets.parse(TOML.replace('".by"', '".nobody"'))
    lines = examples.shown(records.read(bare, other), picks=examples.asked(bare, other)).split("\n")
    assert any(".nobody" in line for line in lines)
    assert any(line.endswith("author: nothing") for line in lines)


def test_what_was_found_is_told():
    assert "field.date-missing:" in examples.shown(records.read(page("<main class=new><h1>題</h1></main>"), OUTLET))


def test_a_new_example_fails_once_and_asks_to_be_read(kept):
    (only,) = fails(kept)
    assert only.unread
    assert "Read 7/example.toml" in str(only)
    assert fails(kept) == []


def test_an_example_is_a_folder_that_a_person_can_read(kept):
    assert sorted(p.name for p in (kept / "7").iterdir()) == ["example.toml", "expected.md", "page.html"]
    text = (kept / "7/example.toml").read_text("utf-8")
    assert 'tags = ["臺灣", "港", "港"]' in text
    assert 'authors = [{ name = "陳大文", kind = "person", role = "記者", place = "台北" }]' in text
    assert (kept / "7/expected.md").read_text("utf-8") == "海風吹過舊碼頭，居民在街市說起昨日的會議。\n"


def test_rules_that_change_fail_field_by_field(kept):
    fails(kept)
    other = outlets.parse(TOML.replace('".by"', '".nobody"').replace('".share"', '".none"'))
    assert [c.field for c in fails(kept, other)] == ["author", "authors", "body"]
    assert "expected  記者陳大文／台北報道\n  came      nothing" in str(fails(kept, other)[0])


def test_what_a_person_corrects_is_expected(kept):
    fails(kept)
    path = kept / "7/example.toml"
    path.write_text(path.read_text("utf-8").replace('category = "文化"\n', ""), "utf-8")
    assert [c.field for c in fails(kept)] == ["category"]


def test_an_example_is_never_overwritten(kept):
    with pytest.raises(BadInstruction, match="there is an example 7 already"):
        examples.add(kept, page(), records.read(page(), OUTLET))


def test_a_folder_without_examples_says_how_to_make_one(tmp_path):
    with pytest.raises(BadInstruction) as caught:
        list(examples.check(tmp_path / "examples", OUTLET))
    assert "example add" in caught.value.hint


@pytest.mark.parametrize(
    ("broken", "said"),
    [("url = 3\nwhen = 2020-01-01", "cannot be read"), ("[", "cannot be read"), ("", "cannot be read")],
)
def test_a_broken_example_names_itself(kept, broken, said):
    (kept / "7/example.toml").write_text(broken)
    with pytest.raises(BadInstruction, match=said):
        fails(kept)


def test_an_unknown_expectation_names_the_fields_there_are(kept):
    path = kept / "7/example.toml"
    path.write_text(path.read_text("utf-8") + 'headline = "x"\n', "utf-8")
    with pytest.raises(BadInstruction, match="'headline', which is no field"):
        fails(kept)


def test_every_field_of_an_example_is_a_field_of_a_record():
    assert set(examples.FIELDS) <= {f.name for f in dataclasses.fields(records.read(page(), OUTLET).record)}
