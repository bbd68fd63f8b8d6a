"""outlet.toml is read whole, and what is wrong with it is said kindly."""

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from backissue import outlets
from backissue.model import BadInstruction
from backissue.outlets.schema import TABLES, json_schema

ROOT = Path(__file__).parents[2]
HEAD = 'name = "海旁報"\ntimezone = "Asia/Taipei"\n'
WHOLE = r"""
name = "海旁報"
hosts = ["quay.example", "*.old.example"]
language = "zh-Hant-TW"
timezone = "Asia/Taipei"
closed = 2020-05-31
rights = "© 海旁報"
dates = ["DD.MM.YY"]
sections = ["港聞"]
drop = ".ad"

[[page]]
kind = "article"
match = "/{section}/{id:\\d+}"
id = "{section}-{id}"

[[card]]
block = ".card"
title = "h3"

[picks]
title = ["ld: headline", "h1"]
published = '.meta -> (\d{4}-\d\d-\d\d)'

[clean]
byline = "^記者"

[[era]]
note = "the first"
body = ".text"
drop = [".share"]
cut = ["^訂閱"]
[era.picks]
title = "h2"
"""


def complaint(text: str) -> BadInstruction:
    with pytest.raises(BadInstruction) as caught:
        outlets.parse(text, "outlet.toml")
    return caught.value


def test_everything_that_may_stand_in_the_file_is_read():
    outlet = outlets.parse(WHOLE)
    assert outlet.hosts == ("quay.example", "*.old.example")
    assert outlet.closed == dt.date(2020, 5, 31)
    assert outlet.pages[0].id == "{section}-{id}"
    assert outlet.cards[0].block == ".card"
    assert outlet.picks["published"] == (r".meta -> (\d{4}-\d\d-\d\d)",)
    assert outlet.drop == (".ad",)
    assert outlet.eras[0].cut == ("^訂閱",)
    assert outlet.eras[0].picks == {"title": ("h2",)}
    assert len(outlet.fingerprint) == 16


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (HEAD + 'hots = ["a.example"]', "unknown key 'hots'", "Did you mean 'hosts'?"),
        (HEAD + '[picks]\nauthor = "h1"', "unknown key 'author' in picks", "Did you mean 'byline'?"),
        (HEAD + '[[era]]\nbodi = "p"', "unknown key 'bodi' in [[era]]", "Did you mean 'body'?"),
        (HEAD + 'rights = 3', "rights is a number, and should be text", "Put it in quotes."),
        (HEAD + 'drop = [1]', "drop is a number", "quotes"),
        (HEAD + 'closed = "soon"', "closed = 'soon' is no date", "2022-01-04"),
        (HEAD + 'page = "x"', "page is not a list of tables", "[[page]]"),
        (HEAD + '[[page]]\nkind = "artcle"\nmatch = "/x"', "kind = 'artcle' is not one of", "'article'"),
        (HEAD + '[[page]]\nkind = "article"', "has no 'match'", "path"),
        (HEAD + '[[page]]\nkind = "article"\nmatch = "/{id"', "a brace is not closed", ""),
        (HEAD + '[[page]]\nkind = "article"\nmatch = "a/b"', "a path begins with '/'", ""),
        (HEAD + '[[page]]\nkind = "article"\nmatch = "/{id:[}"', "does not hold", ""),
        (HEAD + '[[page]]\nkind = "article"\nmatch = "/{id}"\nid = "{nr}"', "does not name", ""),
        (HEAD + '[[page]]\nkind = "article"\nmatch = "/{id}/{id}"', "twice", ""),
        (HEAD + '[[era]]\nbody = "a["', "[[era]] body: 'a[' is no selector", ""),
        (HEAD + '[[era]]\nbody = "p"\n[[era]]\nbody = "p"\ncut = "(["', "the second [[era]] cut: '([' is no pattern", ""),
        (HEAD + '[[era]]\nnote = "x"', "neither 'body' nor 'has'", ""),
        (HEAD + '[picks]\ntitle = "ld: "', "picks.title: 'ld: ' says nothing", ""),
        (HEAD + '[picks]\ntitle = "url: x"', "names in the page's pattern", ""),
        (HEAD + '[picks]\ntitle = "h1 -> ("', "is no pattern", ""),
        (HEAD + '[picks]\ntitle = "  "', "picks.title is empty", "Leave the key out"),
        (HEAD + 'hosts = "https://a.example/"', "is no host", "without http://"),
        ('name = "x"', "there is no 'timezone'", "IANA"),
        ('name = "x"\ntimezone = "Asia/Hongkong"', "is no time zone", "Asia/Hong_Kong"),
        ('name = "x"\ntimezone = "taipei"', "is no time zone", "Asia/Taipei"),
        ("name = ", "outlet.toml is no TOML", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_names_its_place_and_the_nearest_right_thing(text, said, hint):
    trouble = complaint(text)
    assert str(trouble).startswith("outlet.toml")
    assert said in str(trouble)
    assert hint in trouble.hint


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(BadInstruction, match=r"there is no outlet\.toml"):
        outlets.load(tmp_path)


def test_a_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "outlet.toml").write_bytes('name = "海旁報"'.encode("big5"))
    with pytest.raises(BadInstruction, match="not UTF-8"):
        outlets.load(tmp_path / "outlet.toml")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    (tmp_path / "outlet.toml").write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())
    assert outlets.load(tmp_path).name == "海旁報"


def test_the_fingerprint_follows_rules_and_not_words_for_people():
    first = outlets.parse(WHOLE)
    assert outlets.parse(WHOLE.replace("the first", "another word")).fingerprint == first.fingerprint
    assert outlets.parse(WHOLE.replace("^訂閱", "^訂")).fingerprint != first.fingerprint


def test_what_is_written_is_read_back_the_same():
    outlet = outlets.parse(WHOLE)
    text = outlets.dumps(outlet, {"": ["Drafted from 300 pages."], "era.0.body": ["on 298 of 300 pages"], "end": ["x"]})
    assert outlets.parse(text) == outlet
    assert "# on 298 of 300 pages\nbody = " in text
    assert text.startswith("# Drafted from 300 pages.\n")


@pytest.mark.parametrize("odd", ['a"b', "a'b", "a'b\"c\\d", "tab\there", "line\nend", r"\d+", "\x7f"])
def test_any_text_survives_writing(odd):
    outlet = outlets.parse(HEAD + f"rights = {json.dumps(odd)}")
    assert outlets.parse(outlets.dumps(outlet)).rights == odd


def test_the_schema_in_the_documentation_is_the_readers_own():
    assert json.loads((ROOT / "docs/outlet.schema.json").read_text("utf-8")) == json_schema()


def _as_json(value):
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        (WHOLE, True),
        (HEAD, True),
        ('name = "x"', False),
        (HEAD + 'nonsense = "x"', False),
        (HEAD + '[[page]]\nkind = "artcle"\nmatch = "/x"', False),
        (HEAD + '[picks]\nauthor = "h1"', False),
        (HEAD + "drop = [1]", False),
        (HEAD + '[[era]]\nbody = "p"\nclean = { body = ["x"] }', True),
    ],
)
def test_the_schema_and_the_reader_agree(text, valid):
    import tomllib

    validator = jsonschema.Draft202012Validator(json_schema())
    assert validator.is_valid(_as_json(tomllib.loads(text))) is valid
    if valid:
        outlets.parse(text)
    else:
        complaint(text)


def test_every_key_of_the_file_says_what_it_is_for():
    assert all(key.words.endswith(".") for table in TABLES.values() for key in table.values())
