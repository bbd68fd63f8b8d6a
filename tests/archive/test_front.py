"""A record becomes a file, and the file the same record, whatever is in it."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from backissue.archive import front
from backissue.archive import yaml as lines
from backissue.model import Author, Citation, Embed, Image, Note, Origin, Record, Revision, Source

HKT = timezone(timedelta(hours=8))
AWKWARD = [
    "yes", "No", "on", "null", "~", "", " ", "true", "NaN", "1e3", "0o14", "012", "1:30", "2021-02-11", "=", "<<", "y",
    "a: b", "a #b", "a:", "- a", "-", "? a", "[a]", "{a}", "a, b", "'", "''", '"', "\\", "#a", "&a", "*a", "!a", "|", ">",
    "%a", "@a", "`a", "a\tb", "a\nb", "\n", "a ", " a", "a\u2028b", "\ufeff", "\u0085", "\x7f", "\u200b", "🗞", "【標題】",
    "，", "：", "a\x00b", "\r\n", "\r", "\x0c", "\ud800", "---", "...", "---\n", "# a", "\u3000", "\xa0", "a\xa0", "none",
    "http://a.example/b?c=d#e", "+1", ".5", "0x1f", "a'b", "a]b", "2021-02-11T12:46:29+08:00", "\uffff", "\ufffe",
]  # fmt: skip
text = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=20), st.text(alphabet=" :#'\"[]{},-?a1\n\\中", max_size=8))
maybe = st.none() | text
days = st.dates()
zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
times = st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=zones)
texts = st.lists(text, max_size=3).map(tuple)
records = st.builds(
    Record,
    id=text.filter(lambda s: front.clean(Record(s))[0].id != ""),
    title=maybe,
    date=maybe,
    last_updated=maybe,
    author=maybe,
    category=maybe,
    tags=st.none() | texts,
    url=maybe,
    original_url=maybe,
    kind=st.sampled_from(["article", "page"]),
    canonical_url=maybe,
    published=st.none() | days | times,
    published_between=st.none() | st.tuples(days, days),
    updated=st.none() | days | times,
    language=maybe,
    publisher=maybe,
    rights=maybe,
    authors=st.lists(st.builds(Author, name=text, kind=text.filter(lambda s: front._clean(s) != ""), role=maybe, place=maybe), max_size=2).map(tuple),
    byline=maybe,
    labels=texts,
    editor_tags=texts,
    former_titles=texts,
    revisions=st.lists(st.builds(Revision, id=maybe, when=st.none() | times, title=maybe, same_text=st.booleans(), file=maybe), max_size=2).map(tuple),
    citations=st.lists(st.builds(Citation, platform=text, kind=text, by=maybe, url=maybe, held=st.booleans()), max_size=2).map(tuple),
    embeds=st.lists(st.builds(Embed, url=text, platform=maybe, title=maybe), max_size=2).map(tuple),
    images=st.lists(st.builds(Image, url=text, file=maybe, sha256=maybe, caption=maybe, credit=maybe), max_size=2).map(tuple),
    source=st.none() | st.builds(Source, kind=text, when=st.none() | times, file=maybe, offset=st.none() | st.integers(0, 10**12), digest=maybe, sha256=maybe),
    evidence=st.dictionaries(text, text, max_size=3),
    removed=texts,
    findings=texts,
    body=text | st.text(max_size=200) | st.sampled_from(["# a", "\n\na\n", "---\nb", "a\n---\nb\n"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(records)
def test_what_is_written_is_read_back_whole(record: Record) -> None:
    written = front.dumps(record)
    clean, _ = front.clean(record)
    assert front.loads(written) == clean
    assert front.dumps(front.loads(written)) == written
    assert front.sealed(written)
    assert written.encode().decode() == written


@settings(max_examples=60, deadline=None)
@given(records)
def test_every_yaml_reader_sees_the_same_strings(record: Record) -> None:
    clean, _ = front.clean(record)
    head, _ = front.split(front.dumps(record))
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        seen = yaml.load(head, Loader=loader)
        for key in ("title", "date", "author", "category", "url", "canonical_url", "id"):
            assert seen.get(key) == getattr(clean, key)
        assert seen.get("tags") == (None if clean.tags is None else list(clean.tags))
        assert seen.get("labels", []) == list(clean.labels)
        assert [a["name"] for a in seen.get("authors", [])] == [a.name for a in clean.authors]
        assert seen.get("evidence", {}) == clean.evidence
    assert list(seen)[-1] == "seal"


@settings(max_examples=150, deadline=None)
@given(st.lists(text | st.text(alphabet="ab:# '\"[]{},\n-2T\\中\t", max_size=30), max_size=4))
def test_the_quick_reader_agrees_with_the_full_one_or_leaves_it_alone(values: list[str]) -> None:
    source = "\n".join(f"k{n}: {value}" for n, value in enumerate(values))
    try:
        quick = lines._quick(source)
    except lines._NotOurs:
        return
    assert quick == lines._full(source)


_PIECES = [
    "[",
    "]",
    "{",
    "}",
    ", ",
    ": ",
    "a: ",
    "b: ",
    "null: ",
    "'",
    "''",
    '"',
    "x",
    "中文",
    " #",
    " ",
    "1",
    "07",
    "null",
    "true",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from(["[]", "{}", "[{}]", "''"]))
def test_the_quick_reader_agrees_on_collections_too(pieces: list[str], fence: str) -> None:
    half = len(fence) // 2
    source = f"k: {fence[:half]}{''.join(pieces)}{fence[half:]}"
    try:
        quick = lines._quick(source)
    except lines._NotOurs:
        return
    assert quick == lines._full(source)


def test_our_own_files_take_the_quick_road() -> None:
    for word in AWKWARD:
        for value in (word, [word, word], {"a": word}):
            value = front._clean(tuple(value) if isinstance(value, list) else value)
            assert lines._quick(f"k: {lines.dump(value)}") == {"k": list(value) if isinstance(value, tuple) else value}


def test_the_file_looks_as_the_specification_shows() -> None:
    record = Record(
        id="38092",
        title="【拜登】標題",
        date="2021-02-11",
        tags=("臺灣", "yes"),
        url="https://web.archive.org/web/20210805040329/https://paper.example/article/38092/%EF%BF%BD",
        published=date(2021, 2, 11),
        updated=datetime(2021, 2, 11, 12, 46, 29, tzinfo=HKT),
        authors=(Author("中國組", "desk"),),
        revisions=(Revision("38093"), Revision("38097", same_text=True)),
        citations=(Citation("Twitter", "repost", "某人"),),
        images=(Image("https://paper.example/a.jpg", caption="圖"),),
        source=Source("adopted", datetime(2021, 8, 5, 4, 3, 29, tzinfo=UTC), "captures/adopted/a.md"),
        evidence={"title": "page", "canonical_url": "revision 38097 + byte mask"},
        body="第一段。\n\n第二段。",
    )
    written = front.dumps(record)
    shown, _, rest = written.partition("seal: sha256:")
    assert shown == (
        "---\n"
        "title: 【拜登】標題\n"
        "date: '2021-02-11'\n"
        "tags: [臺灣, 'yes']\n"
        "url: https://web.archive.org/web/20210805040329/https://paper.example/article/38092/%EF%BF%BD\n"
        "id: '38092'\n"
        "published: 2021-02-11\n"
        "updated: 2021-02-11T12:46:29+08:00\n"
        "authors: [{name: 中國組, kind: desk}]\n"
        "revisions: [{id: '38093'}, {id: '38097', same_text: true}]\n"
        "citations: [{platform: Twitter, kind: repost, by: 某人, url: null, held: false}]\n"
        "images: [{url: 'https://paper.example/a.jpg', caption: 圖, held: false}]\n"
        "source: {kind: adopted, when: 2021-08-05T04:03:29Z, file: captures/adopted/a.md}\n"
        "evidence: {title: page, canonical_url: revision 38097 + byte mask}\n"
    )
    assert rest[64:] == "\n---\n\n# 【拜登】標題\n\n第一段。\n\n第二段。\n"


def test_a_touched_file_has_a_broken_seal_and_other_line_ends_do_not_break_it() -> None:
    written = front.dumps(Record(id="1", title="a", body="b\n\nseal: sha256:" + "0" * 64))
    assert front.sealed(written)
    assert front.sealed(written.replace("\n", "\r\n"))
    assert not front.sealed(written.replace("b", "c"))
    assert not front.sealed(written.replace("title: a", "title: z"))
    assert not front.sealed("---\ntitle: a\n---\n")


def test_a_persons_file_is_read_kindly() -> None:
    record = front.loads(
        "---\r\n# mine\r\ntitle: Yes: and no\r\n---\r\n".replace("Yes: and", "'Yes' # and")
        + "\r\n# Another heading\r\n\r\nText\r\n",
        name="7",
    )
    assert (record.id, record.title, record.body) == ("7", "Yes", "Text")
    record = front.loads(
        "---\nid: 12\ntitle: yes\ndate: 2021-02-11\ntags: one\npublished: 2021-02-11 10:00\nupdated: soon\nauthors: [x]\n"
        "source: here\nextra: {a: [b]}\n---"
    )
    assert record == Record(id="12", title="yes", date="2021-02-11", tags=("one",), published=date(2021, 2, 11))


@pytest.mark.parametrize(
    ("front_matter", "why"),
    [
        ("a: &x [1]\nb: *x", "alias or anchor"),
        ("a: !!python/object:os.system x", "tag"),
        ("a: " + "[" * 40 + "]" * 40, "deeper"),
        ("a: " + "[" * 200_000, "deeper"),
        ("- a", "not a mapping"),
        ("a: 'b", "no YAML"),
        ("title: b", "no id"),
        ("a: " + "b" * (5 << 20), "longer"),
    ],
)
def test_what_could_hurt_a_reader_is_refused_in_one_line(front_matter: str, why: str) -> None:
    with pytest.raises(front.Unreadable, match=why):
        front.loads(f"---\n{front_matter}\n---\n")


def test_text_without_front_matter_is_refused() -> None:
    for bad in ("", "# A readme\n", "---\ntitle: a\n"):
        with pytest.raises(front.Unreadable):
            front.loads(bad)


def test_control_characters_are_cleaned_and_said_so() -> None:
    record, dirty = front.clean(Record(id="1", title="a\x08b", tags=("c\x1b",), body="d\r\ne\rf\x0cg"))
    assert dirty
    assert (record.title, record.tags, record.body) == ("ab", ("c",), "d\ne\nf\ng")
    same = Record(id="1", title="a\tb\n")
    assert front.clean(same) == (same, False)


def test_every_field_of_a_record_reaches_the_file() -> None:
    written = {key for key, _ in front._fields(dataclasses.replace(FULL))}
    assert written | {"body"} == {f.name for f in dataclasses.fields(Record)}


FULL = Record(
    *["x"] * 6, ("x",), "x", "x", "page", "x", date(2021, 1, 1), (date(2021, 1, 1), date(2021, 1, 2)), date(2021, 1, 1),
    "x", "x", "x", (Author("x"),), "x", ("x",), ("x",), ("x",), (Revision("x"),), (Citation("x", "x"),), (Embed("x"),),
    (Image("x"),), (Note("x", "x"),), Origin("x"), 3, Source("x"), {"x": "x"}, ("x",), ("x",), "x",
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(text | st.text(alphabet=" :#'\"[]{},-?!&*|>%@`a1\n\t\\中", max_size=12))
def test_any_string_survives_as_a_value_and_within_a_collection(value: str) -> None:
    value = front._clean(value)
    for shape in (value, [value, "x", value], {"a": value, "b": [value]}):
        line = f"k: {lines.dump(shape)}\nl: m"
        assert "\n" not in line.removesuffix("\nl: m")
        wanted = {"k": shape, "l": "m"}
        assert lines._quick(line) == wanted
        assert lines._full(line) == wanted
        assert yaml.load(line, Loader=yaml.CSafeLoader) == wanted
        assert yaml.load(line, Loader=yaml.SafeLoader) == wanted
