"""The little language that says where a field stands on a page.

A pick is one line: ``ld: headline``, ``meta: og:title``, ``link: canonical``,
``url: {id}``, ``text: 文：(.+)``, ``html: "pub":"(.+?)"``, or a CSS selector,
with `` @attr`` for an attribute. Any of them may end in `` -> pattern``: the
pattern's first group (or all of its match) is then the value. This module
reads picks and refuses bad ones; looking at pages is the records room's work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import regex
import turbohtml

from backissue.outlets import patterns

__all__ = ["FIELDS", "BadPick", "Pick", "check_pattern", "check_selector", "parse"]

FIELDS: dict[str, str] = {
    "title": "the headline",
    "labels": "labels that stand apart from the headline, such as 【專訪】",
    "published": "when it came out",
    "clock": "the time of day when it came out, where that stands apart from the day",
    "updated": "when it was last changed",
    "byline": "who wrote it, as printed",
    "category": "the section or column",
    "tags": "tags, as printed; every match is one",
    "editor_tags": "tags that are proven to be the editor's own",
    "lead": "the box of the pictures that stand outside the body, above or below it, and its like right behind it",
    "language": "a language tag such as zh-Hant-HK",
    "canonical_url": "the address the paper itself gives the article",
    "publisher": "from whom the article was taken over",
    "notes": "a correction or an editor's note that stands outside the text; every match is one",
    "republished_from": "who published the article first",
}
"""The fields a pick may give, with a word on each."""

_KINDS = ("ld", "meta", "link", "url", "text", "html", "css")
_PREFIX = re.compile(r"(ld|meta|link|url|text|html|css):\s*(.*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"(.+?)\s+@([A-Za-z_][\w:.-]*)$")


class BadPick(ValueError):  # noqa: N818  (a word to whoever wrote it, not a failure)
    """A pick, selector or pattern that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One way to a field. ``kind`` is ld, meta, link, url, text, html or css.

    ``what`` is a dotted path, a name, a template, a pattern or a selector;
    ``text`` is the pick as written, for evidence.
    """

    kind: str
    what: str
    text: str
    attribute: str | None = None
    pattern: patterns.Pattern | None = None


@lru_cache(maxsize=4096)
def parse(text: str) -> Pick:
    """``text`` as a Pick; raises BadPick with the reason."""
    body, arrow, after = text.partition(" -> ")
    pattern = check_pattern(after.strip()) if arrow else None
    body = body.strip()
    known = _PREFIX.match(body)
    kind, what = (known.group(1), known.group(2).strip()) if known else ("css", body)
    if not what:
        raise BadPick("says nothing")
    attribute = None
    if kind in ("text", "html"):
        pattern, what = check_pattern(what), ""
        if arrow:
            raise BadPick("a text or html pick is a pattern already; '->' has no place in it")
    elif kind == "css":
        if with_attribute := _ATTRIBUTE.match(what):
            what, attribute = with_attribute.groups()
        check_selector(what)
    elif kind == "url" and "{" not in what:
        raise BadPick("a url pick is made of the names in the page's pattern, such as {id}")
    return Pick(kind, what, text, attribute, pattern)


def check_selector(selector: str) -> str:
    """``selector`` itself, where the HTML parser understands it; else raises BadPick."""
    try:
        _NOTHING.select_one(selector)
    except ValueError as error:
        raise BadPick(f"is no selector: {error}") from None
    return selector


def check_pattern(pattern: str) -> patterns.Pattern:
    """``pattern`` compiled, ``^`` and ``$`` meaning lines; raises BadPick where it is none."""
    try:
        return patterns.compiled(pattern, regex.MULTILINE)
    except regex.error as error:
        raise BadPick(f"is no pattern: {error}") from None


_NOTHING = turbohtml.parse("<p>")
