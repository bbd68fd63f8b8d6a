"""The road of adoption on a part of a real archive. What is expected is read from that archive, or stands here as digests."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import Counter
from datetime import UTC, date, datetime
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from backissue.archive import front
from backissue.model import Author, Citation, Record, Revision, Source

HALF_WIDTH = "｢"
_FIELD = re.compile(r'^(\w+): "(.*)"$', re.MULTILINE)


def fields(text):
    """The plain fields of a foreign file, to the letter."""
    return dict(_FIELD.findall(text.split("\n---\n", 1)[0]))


def body(text):
    return text.split("\n---\n", 1)[1]


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def test_every_file_is_accounted_for_and_every_record_loads_again(sample):
    done = sample.done
    files = [path.relative_to(sample.source).as_posix() for path in sample.source.rglob("*.md")]
    assert done.read == len(files) == done.articles + done.revisions + done.non_articles
    assert done.audit.law
    assert len(sample.records) == done.articles
    kept = done.folder.captures / "adopted"
    assert all((kept / name).read_bytes() == (sample.source / name).read_bytes() for name in files)
    written = list(done.folder.archive.rglob("*.md"))
    assert len(written) >= done.articles
    for path in written:
        text = path.read_text()
        assert front.dumps(front.loads(text)) == text


def test_what_yaml_refused_is_a_record_all_the_same(sample):
    assert sample.done.findings["adopted.not-yaml"] == 4


def test_the_non_articles_are_those_without_a_text(sample):
    empty = sum(1 for path in sample.source.rglob("*.md") if not body(path.read_text()).strip())
    assert sample.done.non_articles == empty > 100


def test_nothing_of_the_template_is_left(sample):
    """The template's marks are those of the sample's own raw files, where each is common."""
    raw, left = Counter(), Counter()
    marks = {
        "prefix": lambda t: "/web/2" in t,
        "footer": lambda t: "#subscribe)" in t,
        "box": lambda t: "/uploads/avatars/" in t,
        "html": lambda t: "<figure" in t or "{{<" in t,
    }
    for record in sample.records.values():
        theirs = body(sample.theirs(record.source.file.rpartition("_")[2].removesuffix(".md")))
        for name, has in marks.items():
            raw[name] += has(theirs)
            left[name] += has(record.body)
    assert raw["prefix"] > 300
    assert raw["footer"] > 200
    assert raw["box"] > 50
    assert not left.total(), left


def test_the_record_that_the_format_shows_field_by_field(sample):
    theirs, former, live = (sample.theirs(number) for number in ("38092", "38093", "38097"))
    said, slug = fields(theirs), unquote(fields(live)["original_url"]).split("/")[5:]
    tags = tuple(re.findall(r'^  - "(.*)"$', theirs, re.MULTILINE))
    path = "articles/38001-39000/article_38092.md"
    text = body(theirs).split("\n---\n")[0].strip().partition("\n")[2].strip()
    expected = Record(
        **{key: said[key] for key in ("title", "date", "last_updated", "author", "category", "url", "original_url")},
        tags=tags,
        id="38092",
        canonical_url="/".join(["https://www.hkcnews.com/article/38092", *slug]),
        published=date(2021, 2, 11),
        updated=datetime(2021, 2, 11, 12, 46, 29, tzinfo=ZoneInfo("Asia/Hong_Kong")),
        language="zh-Hant-HK",
        publisher="眾新聞",
        rights="© 眾新聞",
        authors=(Author(said["author"], "desk"),),
        editor_tags=tags[2:],
        former_titles=(fields(former)["title"],),
        revisions=(Revision("38093"), Revision("38094"), Revision("38097", same_text=True)),
        citations=(Citation("Twitter", "post with photo", "1"), Citation("Twitter", "repost", "2")),
        source=Source(
            "adopted",
            datetime(2021, 8, 5, 4, 3, 29, tzinfo=UTC),
            f"captures/adopted/{path}",
            sha256=hashlib.sha256((sample.source / path).read_bytes()).hexdigest(),
        ),
        evidence={
            "title": "page",
            "date": "page",
            "canonical_url": "revision 38097 + byte mask",
            "editor_tags": "slug",
        },
        removed=("subscription-footer",),
        findings=("media.mentioned-not-held",),
        body=text,
    )
    record = sample.records["38092"]
    assert [digest(c.by) for c in record.citations] == ["87bf676f8f7527b5", "ee63ab9ceb88d89e"]
    found = dataclasses.replace(
        record, citations=tuple(dataclasses.replace(c, by=str(n)) for n, c in enumerate(record.citations, 1))
    )
    for field in dataclasses.fields(Record):
        if field.name != "seal":
            assert getattr(found, field.name) == getattr(expected, field.name), field.name
    written = (sample.done.folder.archive / "articles/2021/02/38092.md").read_text()
    order = [
        "title",
        "date",
        "last_updated",
        "author",
        "category",
        "tags",
        "url",
        "original_url",
        "id",
        "canonical_url",
    ]
    assert re.findall(r"^(\w+):", written, re.MULTILINE)[:10] == order
    assert f"\n\n# {record.title}\n\n{text}" in written


def test_a_new_heading_and_a_longer_text_are_a_revision_all_the_same(sample):
    record = sample.records["38091"]
    assert [r.id for r in record.revisions] == ["38103", "38104", "38105", "38116"]
    assert len(record.former_titles) == 2
    older = {r.id: r.file for r in record.revisions if r.file}
    assert "38103" in older
    shown = front.loads((sample.done.folder.archive / older["38103"]).read_text())
    assert shown.title in record.former_titles


def test_a_text_read_in_a_wrong_code_page_comes_back_to_the_letter(sample):
    """Every letter of the record, encoded again and read wrongly again, stands in the file that came in."""
    record, theirs = sample.records["43693"], sample.theirs("43693")
    assert record.language == "zh-Hant-HK"
    assert record.title.encode().decode("ptcp154") == fields(theirs)["title"]
    blocks = [b for b in record.body.split("\n\n") if not re.search(r"[\[\]*<>\\\xa0]", b)]
    assert len(blocks) >= 5
    for block in blocks:
        assert block.encode().decode("ptcp154") in theirs
    han = sum("\u4e00" <= char <= "\u9fff" for char in record.body)
    assert han > 0.8 * len(re.sub(r"\s|[!-~]", "", record.body)) > 300


def test_sign_extended_bytes_come_back_to_the_letter_and_nothing_else_changes(sample):
    record, theirs = sample.written["174"], sample.theirs("174")
    signed = re.compile("[\uff80-\uffff]{3,}")
    assert digest("".join(signed.findall(theirs))) == "889f038d5cb37c5f"
    mended = signed.sub(lambda m: bytes(ord(c) & 0xFF for c in m.group()).decode(), theirs)
    blocks = [b for b in record.body.split("\n\n") if not re.search(r"[\[\]*<>\\]", b)]
    assert blocks
    assert all(block in mended for block in blocks)
    assert any(block not in theirs for block in blocks)


def test_half_width_brackets_of_an_author_stay_to_the_letter(sample):
    lines = 0
    for record in sample.written.values():
        theirs = body((sample.done.folder.path / record.source.file).read_text())
        for line in theirs.split("\n"):
            for piece in re.split(r"\[[^\]]*\]\([^)]*\)", line):  # links are made plain
                if HALF_WIDTH in piece:
                    lines += 1
                    assert piece.strip() in record.body, record.id
    assert lines >= 3
