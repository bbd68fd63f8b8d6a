# ruff: noqa: SIM905  (word lists read better as words)
"""Who wrote an article: stated in JSON-LD or meta, marked as a byline, or printed where papers print it.

A page that names only itself as author is believed last. Refuses to take an
editor (責任編輯) for an author where somebody who wrote is named.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from turbohtml import Document, Element

from backissue.model import Author
from backissue.records.generic.blocks import Layout
from backissue.records.generic.statements import Statements, plain
from backissue.records.generic.titles import bare
from backissue.text.bylines import find_bylines, is_name, parse_byline, writers
from backissue.text.tree import own_lines

__all__ = ["authors_of"]

_AUTHOR_META: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "article.author",
    "authors",
    "og:article:author",
    "cxenseparse:author",
    "creator",
    "rbauthors",
)
_AUTHOR_SELECT: Final = "[itemprop=author] [itemprop=name],[itemprop=author],a[rel~=author],[class*=byline i],[class*=author i],[class*=autor i],[class*=auteur i],[id*=author i],[id*=byline i],[class*=writer i],[class*=zuozhe i]"
_AUTHOR_LIKE: Final = _AUTHOR_SELECT.replace("[class*=author i],[class*=autor i],[class*=auteur i]", "[class*=aut i]")
"""Finds all of them and a few more, at two thirds of the cost; what is too much is told from its class."""
_AUTHOR_CLASS = re.compile(r"byline|author|autor|auteur|writer|zuozhe", re.IGNORECASE | re.ASCII)
_JUNK_BOX = re.compile(
    r"comment|related|sidebar|footer|avatar|image|img|photo|bio\b|count|share|follow|more|widget|popular|recent",
    re.IGNORECASE,
)


def authors_of(
    document: Document, said: Statements, layout: Layout, *, host: str, span: tuple[int, int], title: str | None
) -> tuple[tuple[Author, ...], str | None, str]:
    """The authors, the byline as printed where one was found, and the evidence."""
    site = {bare(said.say("og:site_name") or ""), bare(host.removeprefix("www.").split(".")[0])}
    for node in said.article:
        site |= {bare(name) for name in _people(node.get("publisher"), said)}
    site.discard("")
    found: list[Author] = []
    spare: tuple[Author, ...] = ()
    for node in said.article:
        for key in ("author", "creator"):
            for name in _people(node.get(key), said):
                found += [Author(name)] if _WHOLE_NAME.match(name) else parse_byline(name)
            if found:
                got = _distinct(found, site)
                if not all(_own(a.name, site) for a in got):
                    return got, None, "json-ld"
                spare = spare or got
                found = []
    editors: tuple[Author, ...] = ()
    if title and _HAN.search(title):
        han = _chinese_byline(layout, span, title)
        wrote = tuple(a for a in writers(han) if a.role not in _EDITS)
        if wrote:
            return _distinct(wrote, site), None, "printed"
        editors = han
    for name in _AUTHOR_META:
        for value in said.meta.get(name, ()):
            if value.startswith(("http", "/", "@")):
                continue
            found += parse_byline(html.unescape(value))
        found = [a for a in found if not _NO_ONE.search(a.name)]
        if found:
            got = _distinct(found, site)
            if not all(_own(a.name, site) for a in got):
                return got, None, f"meta {name}"
            spare = spare or got
        found = []
    limit = 5 if spare else 12
    for element in islice(_signed(document), limit):
        names = element.attr("class") or ""
        if _JUNK_BOX.search(names):
            continue
        printed = own_lines(element)
        words = " ".join(printed)
        if not words or len(words) > 160:
            continue
        got = tuple(
            a for a in parse_byline("\n".join(printed) if len(printed) < 4 else words) if not _NO_ONE.search(a.name)
        )
        if got and all(is_name(a.name) and a.name.count(" ") <= 4 for a in got):
            got = _distinct(got, site)
            if all(_person(a) for a in got) if spare else not all(_own(a.name, site) for a in got):
                return got, _signing(words, got), "byline"
            spare = spare or got
    first = max(0, span[0])
    blocks = layout.blocks
    for at in [*range(min(first, len(blocks) - 1), max(-1, first - 15), -1)]:
        text = blocks[at].text
        if blocks[at].chars <= 120 and (m := _BY_LINE.search(text)):
            got = tuple(a for a in parse_byline(m[0]) if not _NO_ONE.search(a.name))
            if got and (not spare or all(_person(a) for a in got)):
                return _distinct(got, site), _signing(text, got), "printed"
    if editors:
        return _distinct(editors, site), None, "printed"
    return spare, None, "site" if spare else ""


def _signed(document: Document) -> Iterator[Element]:
    """The elements whose names or properties say that they name an author."""
    for element in document.select(_AUTHOR_LIKE):
        if _AUTHOR_CLASS.search(element.attr("class") or "") or element.matches(_AUTHOR_SELECT):
            yield element


def _signing(words: str, authors: tuple[Author, ...]) -> str:
    """Of a line of several facts (``X — published on … — filed under …``) those that name the authors."""
    parts = _PARTS.split(words)
    named = [part for part in parts if any(a.name in part for a in authors)]
    return " ".join(named) or words


_PARTS = re.compile(r"\s+[—–|｜·•]\s+")
_WHOLE_NAME = re.compile(r"^[\u3400-\u9fff]{1,4}[ \u3000][\u3400-\u9fff]{1,4}$")
_NO_ONE = re.compile(
    r"\d|[:{}]|^(?:by|author|e-?mail|print|sign in|log ?in|privacy|share|home|menu|search|written by|admin|posted|editor|guest|user|null|undefined|unknown|about|contact|profile|twitter.*|facebook.*|agenc(?:y|ies)|reviewed by.*)$|\.(?:extra|head)\b",
    re.IGNORECASE,
)
"""What stands where a name should, and is none."""


def _person(author: Author) -> bool:
    """Whether this is plainly somebody: strong enough to stand against a page that names only itself as author."""
    words = author.name.split()
    if author.kind != "person":
        return False
    return bool(_HAN.search(author.name)) or (2 <= len(words) <= 4 and all(w[0].isupper() for w in words))


def _own(name: str, site: set[str]) -> bool:
    """Whether a name is the site's own."""
    words = bare(name)
    return any(
        words == s or (len(s) > 3 and len(words) > 3 and (words.startswith(s) or s.startswith(words))) for s in site
    )


_HAN = re.compile(r"[\u3400-\u9fff]")
_BY_LINE = re.compile(r"(?:^|[\s(（【])(?:by|von|par|por)\s+([A-ZÀ-Ý].{2,80})$", re.IGNORECASE)
_EDITS: Final = frozenset(
    "責任編輯 责任编辑 責編 责编 執行編輯 执行编辑 編輯 编辑 編譯 编译 校對 校对 審核 审核 監製 监制 主编 主編 總編輯 总编辑 攝影 摄影 攝影記者 摄影记者 攝 摄 圖 图 製圖 制图 翻譯 翻译 譯者 译者 譯 译 发布人 發布人".split()
)


def _chinese_byline(layout: Layout, span: tuple[int, int], title: str) -> tuple[Author, ...]:
    """Authors of the byline nearest to the body: above it, in its first and last lines, below it."""
    first, last = span
    blocks = layout.blocks
    if first < 0:
        first, last = 0, len(blocks) - 1
    top: list[Author] = []
    whole = bare(title)
    for at in range(max(0, first - 30), min(len(blocks), first + 6)):
        block = blocks[at]
        text = block.text if block.chars <= 200 else block.text[:120]
        if block.linked > 0.9 * block.chars and block.chars > 20:
            continue
        start = text[0]
        if (start in whole or not start.isalnum() or start != start.lower()) and (words := bare(text)) in whole:
            # 茉莉：我是怎樣… above a line that is nothing but 茉莉
            if (
                block.chars <= 5
                and (bare(blocks[at - 1].text) if at else "").startswith(words)
                and re.match(rf"{re.escape(text)}\s*[:：]", title)
            ):
                top.append(Author(text))
            continue
        near = first - 3 <= at <= first and at > 0 and block.chars <= 20
        top += find_bylines(text, alone=near and (at == first or bare(blocks[at - 1].text) in whole))
    bottom: list[Author] = []
    for at in range(max(first, last - 2), min(len(blocks), last + 25)):
        if at > last and any(a.role not in _EDITS for a in bottom):
            break
        block = blocks[at]
        text = block.text if block.chars <= 200 else block.text[-100:]
        if block.linked < 0.9 * block.chars:
            bottom += find_bylines(text, alone=block.chars <= 8 and text[:1] in "（(")
    for found in (top, bottom):
        wrote = tuple(a for a in found if a.role not in _EDITS)
        if wrote:
            return wrote
    return tuple(top + bottom)


def _people(value: Any, said: Statements) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _people(item, said)
    elif isinstance(value, dict):
        name = value.get("name")
        if not name and isinstance(value.get("@id"), str):
            name = said.nodes.get(value["@id"], {}).get("name")
        if isinstance(name, list):
            for item in name:
                yield plain(item)
        elif name:
            yield plain(name)


def _distinct(authors: Iterable[Author], site: set[str]) -> tuple[Author, ...]:
    """Each author once; the site's own name only where nobody else is named."""
    seen: dict[str, Author] = {}
    for author in authors:
        seen.setdefault(bare(author.name), author)
    people = [a for key, a in seen.items() if key not in site]
    return tuple(people or seen.values())
