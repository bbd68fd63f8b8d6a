"""Reads the cards of a listing by the outlet's rules: which articles it names, and what it says of them.

Refuses to guess where no rule fits; finding cards without rules is the pages room's work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turbohtml import Document, Element

from backissue import urls
from backissue.model import CardRule

__all__ = ["Card", "read_cards"]


@dataclass(frozen=True, slots=True)
class Card:
    """An article as a listing names it: its original URL, and words as printed."""

    url: str
    title: str | None = None
    date: str | None = None
    byline: str | None = None


def read_cards(document: Document, rules: Sequence[CardRule], base: str) -> Iterator[Card]:
    """The cards of a page, in order; ``base`` is the page's address. Every match of a rule's block is a card."""
    for rule in rules:
        for block in document.select(rule.block):
            link = _link(block, rule.link)
            href = link.attr("href") if link is not None else None
            url = urls.original(href, base) if href else ""
            if link is None or not urls.is_web(url):
                continue
            title = _words(block, rule.title) if rule.title else _line(link)
            yield Card(url, title, _words(block, rule.date), _words(block, rule.byline))


def _link(block: Element, selector: str | None) -> Element | None:
    if selector:
        return block.select_one(selector)
    return block if block.tag == "a" else block.select_one("a[href]")


def _words(block: Element, selector: str | None) -> str | None:
    found = block.select_one(selector) if selector else None
    return _line(found) if found is not None else None


def _line(element: Element) -> str | None:
    return " ".join(element.text.split()) or None
