"""Every choice that one page template makes, as data; a family draws one, a skeleton follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Protocol, TypeVar

from backissue.demo.paper import Look

__all__ = ["Family", "Namer", "Recipe", "choose"]

Namer = Callable[[str], str]  # a role (title, byline, body …) to its class attribute, with a leading space, or nothing


@dataclass(frozen=True, slots=True)
class Recipe:
    """One template. Orders name their parts; every part left out of an order is not printed.

    ``header``: section, title, byline, date, hero, share, in order. ``after``: what follows the body.
    ``machine``: what is told to machines: ld, ld-graph, og, og-suffix, meta-date, meta-author, itemprop, canonical.
    """

    name: str
    language: str  # zh-Hant-…, zh-Hans-…, en
    namer: Namer
    title_tag: str = "h1"
    header: tuple[str, ...] = ("section", "title", "byline", "date")
    header_apart: bool = False  # the header stands outside the body's own wrapper
    wrapper: str = "div"  # what holds header and body: div, article, section, table
    nest: int = 1  # layers of div around it all
    paragraphs: str = "p"  # p, div, br, indent, p-br
    heading_tag: str = "h3"
    figure: str = "figure"  # figure, div, table, bare
    date_form: str = "iso"
    date_label: str = ""
    update_form: str = ""  # a date form with time, or nothing: no update stamp is printed
    update_label: str = "更新"
    update_after: bool = False  # 「2005-04-05 06:40更新」 rather than 「更新：2005-04-05 06:40」
    byline_form: str = "slash"
    byline_place: str = "header"  # header, body-start, body-end
    byline_link: bool = False
    machine: tuple[str, ...] = ()
    title_suffix: str = " - {name}"
    tags: str = ""  # list, line, or nothing
    tag_prefix: str = ""
    before: tuple[str, ...] = ()  # noise before the story
    within: tuple[str, ...] = ()  # noise inside the body's element
    end: tuple[str, ...] = ()  # noise at the body's end, inside its element
    after: tuple[str, ...] = ()  # noise after the story
    aside: tuple[str, ...] = ()  # noise in a side column
    card: str = "div"  # how listings show an article: div, li, tr, article
    card_date: str = "iso"
    card_byline: bool = True
    doctype: str = "<!doctype html>"
    lang_attribute: bool = True
    weight: int = 0  # kilobytes of inline style in the head
    look: Callable[[Recipe], Look] | None = None  # makes the pages, where a skeleton cannot


class Family(Protocol):
    """Draws one template of its kind for a paper of that language."""

    def __call__(self, rng: Random, language: str) -> Recipe:
        """One recipe."""
        ...


T = TypeVar("T")


def choose(rng: Random, *things: T) -> T:
    """One of the things."""
    return things[int(rng.random() * len(things))]
