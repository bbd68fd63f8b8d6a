"""Archived text is hostile: whatever it tries, a page shows it as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import dom
import hostile
import lxml.html
import papers
import pytest

from backissue.model import Author, Embed, Image, Note, Origin, Record
from backissue.publish.render import body
from backissue.publish.site import Settings, build

WHERE = ("title", "body", "link", "caption", "tag", "author", "section")
COUNT = 7300


def batched(tricks: list[str], size: int) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(tricks), size):
        yield tuple(tricks[start : start + size])


def attacked(number: int, tricks: tuple[str, ...]) -> Record:
    """An article that has one hostile string in each place where archived text comes in."""
    title, text, link, caption, tag, author, section = (*tricks, *("x",) * 7)[:7]
    flat = caption.replace("\n", " ")
    return replace(
        papers.record(number),
        title=title,
        body=f"{text}\n\n[here]({link})\n\n[there](<{link}>)\n\n![{flat}]({link} \"{flat}\")\n\n![{flat}](../../../media/ab/abcdefabcdef.png)\n\nEnd.",
        tags=(tag,),
        editor_tags=(tag,),
        author=author,
        authors=(Author(author, role=author, place=author),),
        category=section,
        url=link,
        original_url=link,
        canonical_url=link,
        former_titles=(title + " ",),
        labels=(caption,),
        images=(Image(link, caption=caption, credit=caption),),
        embeds=(Embed(link, platform=tag, title=title),),
        notes=(Note("correction", caption), Note(tag, text)),
        republished_from=Origin(author, link),
        rights=section,
        publisher=author,
        removed=(caption,),
        findings=(tag,),
        language="zh-Hant-HK",
    )  # fmt: skip


@pytest.fixture(scope="module")
def stormed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a paper whose every word is a trick."""
    folder = tmp_path_factory.mktemp("hostile")
    tricks = hostile.strings(COUNT)
    papers.put(folder, *(attacked(n, own) for n, own in enumerate(batched(tricks, len(WHERE)), 1)))
    build(folder, folder / "out", settings=Settings(url="https://archive.example/"))
    return folder / "out"


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


def test_the_grammar_makes_as_many_different_strings_as_it_says() -> None:
    made = hostile.strings(COUNT)
    assert len(set(made)) == COUNT
    assert made == hostile.strings(COUNT)


def test_nothing_active_comes_out_of_any_hostile_string(stormed: Path) -> None:
    seen, found = 0, []
    for page, html in _pages(stormed):
        seen += 1
        found += list(dom.troubles(html, page))
    assert seen > COUNT // len(WHERE)
    assert found == []


def test_ids_and_names_of_a_page_are_its_own(stormed: Path) -> None:
    ours = {
        "text",
        "q",
        "search",
        "results",
        "old",
        "address",
        "found",
        "status",
        "more",
        "sort",
        "section",
        "year",
        "months",
        "narrow",
    }
    for page, html in _pages(stormed):
        for element in lxml.html.document_fromstring(html).iter():
            for kind in ("id", "name"):
                value = element.get(kind)
                if value and element.tag != "meta":
                    assert value in ours or re.fullmatch(r"fn-.*|[dy]\d{1,4}", value), (page, value)


def test_a_title_that_looks_like_html_is_shown_to_the_letter(stormed: Path) -> None:
    for number, own in list(enumerate(batched(hostile.strings(COUNT), len(WHERE)), 1))[:200]:
        (path,) = (stormed / "articles").rglob(f"{number}.html")
        shown = lxml.html.document_fromstring(path.read_text("utf-8")).findtext(".//h1") or ""
        assert (
            "".join(shown.split()) == "".join("".join(c for c in own[0] if c.isprintable()).split())
            or not own[0].isprintable()
        )


@pytest.mark.parametrize(
    "markdown",
    ["> " * 20000 + "x", "- " * 20000 + "x", "1. " * 20000 + "x", "[" * 20000, "*a " * 20000, "![[" * 5000, "<a " * 20000, "`" * 20001, "<" * 20000],
    ids=lambda m: repr(m[:3]),
)  # fmt: skip
def test_a_body_made_to_exhaust_the_reader_is_read_in_a_moment(markdown: str) -> None:
    made = body.to_html(markdown, "", lambda _: True, "gone", "picture")
    assert len(made) < 40 * len(markdown) + 1000
    assert list(dom.troubles(f"<html><body>{made}</body></html>", "x")) == []


@pytest.mark.parametrize(
    "bad",
    ["<script>x</script>", "<img src=https://a.example/x.png>", "<a href='javascript:x'>y</a>", "<p onclick=x>y</p>", "<svg><script>x</script></svg>",
     "<a href='//evil.example'>y</a>", "<a href='https://a.example/'>y</a>", "<iframe></iframe>", "<p style='x'>y</p>", "<!-- x -->", "<base href=x>"],
)  # fmt: skip
def test_the_walk_sees_what_it_is_there_to_see(bad: str) -> None:
    assert list(dom.troubles(f"<html><body><main>{bad}</main></body></html>", "x"))
