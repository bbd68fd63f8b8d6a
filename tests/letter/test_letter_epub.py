"""The letter as an e-book: valid by epubcheck, whole, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import weeklies

from backissue.archive.archive import Archive
from backissue.model import Image
from backissue.publish.letter.epub import to_epub
from backissue.publish.letter.index import open_index
from backissue.publish.letter.making import media_of
from backissue.publish.letter.week import Week
from backissue.publish.letter.xhtml import address, language, to_xhtml
from backissue.publish.site.stock import Stock

Composer = Callable[..., Any]
Valid = Callable[[Path], None]


def book(folder: Path, made: Any) -> bytes:
    stock = Stock(folder)
    with open_index(stock, weeklies.OUTLET) as index:
        return to_epub(made.letter, made.records, media_of(stock), index.find)


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.needs("java", "epubcheck")
@pytest.mark.parametrize("week", [Week(2021, 6), Week(2001, 1)], ids=str)
def test_epubcheck_finds_nothing_in_a_full_week_and_in_an_empty_one(
    weekly: Path, composed: Composer, valid_epub: Valid, tmp_path: Path, week: Week
) -> None:
    made = composed(weekly, week, note="**一封信**\n\n- 一\n- 二\n\n[此處](https://b.example/渡輪?a=b)")
    (tmp_path / "letter.epub").write_bytes(book(weekly, made))
    valid_epub(tmp_path / "letter.epub")


def test_the_same_letter_is_the_same_bytes(weekly: Path, composed: Composer) -> None:
    assert book(weekly, composed(weekly)) == book(weekly, composed(weekly))


def test_it_begins_as_an_epub_must(weekly: Path, composed: Composer) -> None:
    data = book(weekly, composed(weekly))
    assert data[30:58] == b"mimetypeapplication/epub+zip", "first, stored, without extra field (OCF 3.2, 4.3)"
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert {i.date_time for i in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_holds_every_article_whole_with_its_pictures(weekly: Path, composed: Composer) -> None:
    made = composed(weekly)
    held = files(book(weekly, made))
    texts = [data.decode() for name, data in held.items() if re.search(r"/a\d+\.xhtml", name)]
    assert len(texts) == 18
    for record in made.records.values():
        last = re.sub(r"\[.*|\W", "", record.body.split("\n\n")[-1])[:40]
        assert any(last in re.sub(r"<[^>]*>|\W", "", text) for text in texts), record.id
    pictures = [name for name in held if name.endswith(".png")]
    assert len(pictures) == 4
    for name in pictures:
        assert held[name].startswith(b"\x89PNG")
    assert sum(text.count("<img ") for text in texts) == 4


def test_links_between_articles_of_the_week_stay_in_the_book_and_others_lead_out(
    weekly: Path, composed: Composer
) -> None:
    held = {n: d.decode() for n, d in files(book(weekly, composed(weekly))).items() if n.endswith(".xhtml")}
    whole = "".join(held.values())
    assert 'href="a1.xhtml"' in held["EPUB/a2.xhtml"] + held["EPUB/a3.xhtml"] + held["EPUB/a8.xhtml"] + whole
    inward = re.findall(r"此處</a>", whole)
    assert len(inward) == 5
    assert "https://www.morningmist.example/article/103/old-slug" not in whole, "it stands in the book"


def test_a_withdrawn_article_is_in_no_byte_of_it(own_paper: Path, composed: Composer) -> None:
    withdrawn = Archive(own_paper).raw("articles/2021/02/107.md")
    weeklies.put(own_paper, replace(withdrawn, title="撤下的題目", body="撤下的正文"))  # type: ignore[type-var]
    whole = b"".join(files(book(own_paper, composed(own_paper))).values()).decode("utf-8", "replace")
    assert "撤下" not in whole
    assert "articles/2021/02/108" in whole
    assert "articles/2021/02/107" not in whole


KINDS = {
    "webp": b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00",
    "jpg": b"<html>this is no picture</html>",
    "bmp": b"BM\x3a\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x01\x00\x18\x00"
    + b"\0" * 28,
}


def with_odd_pictures(own_paper: Path) -> None:
    """Gives article 112 pictures of kinds that EPUB does not know, and one that is none."""
    archive = Archive(own_paper)
    one = archive.read("112")
    assert one
    names, body = [], ""
    for number, (ending, data) in enumerate(KINDS.items()):
        name = f"media/ab/{number:064x}.{ending}"
        (own_paper / "archive/media/ab").mkdir(exist_ok=True, parents=True)
        (own_paper / "archive" / name).write_bytes(data)
        names.append(name)
        body += f"![圖{number}](../../../{name})\n\n"
    weeklies.put(own_paper, replace(one, body=body, images=tuple(Image(f"https://x.example/{n}", n) for n in names)))


def test_pictures_of_other_kinds_have_a_stand_in_and_what_is_no_picture_is_called_missing(
    own_paper: Path, composed: Composer
) -> None:
    with_odd_pictures(own_paper)
    held = files(book(own_paper, composed(own_paper)))
    assert any(name.endswith(".webp") for name in held)
    assert "EPUB/none.png" in held
    assert 'fallback="none"' in held["EPUB/package.opf"].decode()
    assert not any(name.endswith(".jpg") for name in held)
    assert "圖片未能存下" in "".join(d.decode() for n, d in held.items() if n.endswith(".xhtml"))


HOSTILE = (
    "<script>alert(1)</script>", "]]>", "<!-- x --", "&nbsp;&bogus;&#0;&#xFFFF;", "\x00\x0b\x1c\ufffe\u2028", "[x](http://[bad)", "[x](http://exa mple/)",
    "[x](http://a.example/%zz%)", "[x](http://a.example:99999/)", "[x](http://a.example/a#b#c)", "[x](http://渡輪.example/渡?輪#停)", "[x](mailto:a@b.example?x=渡)",
    "[^1] [^1]\n\n[^1]: a\n[^1]: b", "[^ä ö]\n\n[^ä ö]: c", "[x](#nowhere)", "![x](http://evil.example/x.png)", "| a |\n| - |\n| <b> | c |", "# h\n\n###### h",
    "- a\n  - b\n\n    c", "1) a\n1) b", "~~x~~ **y** `z`", "```\n</code>\n```", "> > > q", "***", "<https://a.example/?q=\"'<>", "\ud800"[:0] + "x",
    "[x](http://a.example/" + "a" * 3000 + ")", "![a\"b](../../../media/ab/none.png \"t\\\"t\")", "<svg><circle/></svg>", "a\n\nb  \nc\\\nd",
)  # fmt: skip


@pytest.mark.needs("java", "epubcheck")
def test_hostile_texts_and_odd_pictures_make_a_valid_book(
    own_paper: Path, composed: Composer, valid_epub: Valid, tmp_path: Path
) -> None:
    with_odd_pictures(own_paper)
    for number, text in enumerate(HOSTILE):
        one = weeklies.record(500 + number, weeklies.at(number % 7))
        weeklies.put(
            own_paper,
            replace(
                one,
                title=f"{text[:300]} 題",
                body=f"前\n\n{text}\n\n後",
                language='en"><b>' if number == 3 else "zh-Hant",
            ),
        )
    made = composed(own_paper, language="en", note="\n\n".join(HOSTILE))
    data = book(own_paper, made)
    assert len(list(made.letter.items)) == 18 + len(HOSTILE)
    for name, content in files(data).items():
        if name.endswith(".xhtml"):
            tree = ET.fromstring(content)
            assert not any(e.tag.endswith("}script") or e.tag.endswith("}iframe") for e in tree.iter())
            assert not any(k.startswith("on") for e in tree.iter() for k in e.attrib)
            for e in tree.iter():
                assert not e.get("src", "").startswith(("http", "//")), "a book loads nothing"
    (tmp_path / "letter.epub").write_bytes(data)
    valid_epub(tmp_path / "letter.epub")


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("https://a.example/渡 輪", "https://a.example/%E6%B8%A1%20%E8%BC%AA"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("http://渡輪.example/", "http://xn--lcv231k.example/"),
        ("javascript:alert(1)", ""),
        ("http://[bad/", ""),
        ("http://a b/", ""),
        ("//a.example/", ""),
        ("http://a.example:99999/", ""),
        ("http://user:secret@a.example/", "http://a.example/"),
    ],
)
def test_addresses_are_made_valid_or_left_out(url: str, made: str) -> None:
    assert address(url) == made or (made.startswith("http://xn--") and address(url).startswith("http://xn--"))


def test_what_is_not_well_formed_becomes_bare_paragraphs() -> None:
    assert to_xhtml("<p>a<b>c</p>", lambda _: "", lambda _: "") == "<p>a</p>\n<p>c</p>"
    assert to_xhtml("<p>a&nbsp;b<br>c</p>", lambda _: "", lambda _: "") == "<p>a&#160;b<br/>c</p>"


def test_a_language_that_is_none_is_undetermined() -> None:
    assert [language(tag) for tag in ("zh-Hant-HK", "", 'en"', "x", "en_US")] == [
        "zh-Hant-HK",
        "und",
        "und",
        "und",
        "und",
    ]
