"""The named families to build with: each draws templates of one kind of paper, from hand-made pages to a bundler's.

To add one, write a function ``(rng, language) -> Recipe`` and name it in ``TUNING``. What is meant to judge a
learner goes into ``held_out.py`` instead, and is not looked at here.
"""

from __future__ import annotations

from random import Random

from backissue.demo.families import namers
from backissue.demo.families.recipe import Family, Recipe, choose

__all__ = ["TUNING"]


def _dates(rng: Random, language: str, *chinese: str) -> str:
    """A date's form fit for the language."""
    return (
        choose(rng, "en", "en-british", "en-week", "en-short", "iso-time")
        if language == "en"
        else choose(rng, *chinese)
    )


def _byline(rng: Random, language: str, *chinese: str) -> str:
    return choose(rng, "by", "by-plain", "by-name", "written") if language == "en" else choose(rng, *chinese)


def _update(rng: Random, language: str) -> str:
    return (
        choose(rng, "", "iso-time", "en-short")
        if language == "en"
        else choose(rng, "", "iso-time", "iso-seconds", "slashes-time", "han-time")
    )


def _word(language: str, chinese: str, english: str) -> str:
    return english if language == "en" else chinese


def weblog(rng: Random, language: str) -> Recipe:
    """A blog engine's theme: semantic names, tags, comments, an author box; microdata or a graph of JSON-LD."""
    return Recipe(
        "weblog", language, namers.semantic(rng), title_tag=choose(rng, "h1", "h2"), wrapper="article", nest=1 + int(rng.random() * 3),
        header=choose(rng, ("title", "date", "byline"), ("section", "title", "byline", "date", "share"), ("date", "title", "byline")),
        date_form=_dates(rng, language, "han", "iso", "han-time"), update_form=_update(rng, language), update_label=_word(language, "最後更新", "Updated"),
        byline_form=_byline(rng, language, "author", "wrote", "name"), byline_link=True, machine=choose(rng, ("ld-graph", "og", "canonical"), ("itemprop", "og"), ("og", "meta-date")),
        title_suffix=choose(rng, " - {name}", " | {name}", " – {name}"), tags=choose(rng, "list", "line"), end=choose(rng, (), ("share",), ("signup",)),
        after=("author-box", "neighbours", "comments"), aside=("popular", "letter-form"), card="article", card_date=_dates(rng, language, "han", "iso"),
    )  # fmt: skip


def broadsheet(rng: Random, language: str) -> Recipe:
    """A daily's site by block and element: section, headline, figures with credits, a call inside the text, JSON-LD."""
    return Recipe(
        "broadsheet", language, namers.bem(rng), wrapper=choose(rng, "article", "main", "section"), nest=2,
        header=choose(rng, ("section", "title", "byline", "date", "share"), ("section", "title", "hero", "byline", "date"), ("title", "share", "date", "byline", "section")),
        date_form=_dates(rng, language, "iso-time", "slashes-time", "han-time"), date_label=_word(language, choose(rng, "", "發佈時間：", "出版："), choose(rng, "", "Published: ")),
        update_form=_update(rng, language), update_label=_word(language, "最後更新", "Last updated"), byline_form=_byline(rng, language, "slash", "colon", "wrote"),
        machine=choose(rng, ("ld", "og", "canonical"), ("ld", "meta-author"), ("og-suffix", "meta-date", "canonical")), title_suffix=choose(rng, " | {section} | {name}", " - {section} - {name}", " | {name}"),
        tags="list", tag_prefix=choose(rng, "", "#"), within=choose(rng, (), ("see-also",), ("advert",)), end=choose(rng, ("signup",), ("author-box", "signup"), ()),
        after=("related", "app"), before=choose(rng, (), ("ticker",)), card=choose(rng, "article", "div"), card_date=_dates(rng, language, "dd.mm.yy", "iso"),
    )  # fmt: skip


def bundled(rng: Random, language: str) -> Recipe:
    """A single-page application rendered on a server: hashed names, deep nests of div, everything in JSON-LD."""
    return Recipe(
        "bundled", language, namers.hashed(rng), title_tag=choose(rng, "h1", "div"), wrapper="div", nest=5 + int(rng.random() * 6), header_apart=rng.random() < 0.5,
        header=choose(rng, ("section", "title", "date", "byline"), ("title", "byline", "date", "share")), paragraphs=choose(rng, "p", "div"), heading_tag="h2",
        figure=choose(rng, "figure", "div"), date_form=_dates(rng, language, "han-time", "iso-time", "slashes"), update_form=_update(rng, language), update_label=_word(language, "更新", "Updated"),
        byline_form=_byline(rng, language, "name", "wrote"), machine=("ld", "og", "canonical", "meta-author"), title_suffix=choose(rng, " | {name}", "｜{name}"), tags="list",
        within=("advert",), end=("letter-form",), after=("related-cards", "comments"), before=("cookie",), aside=("popular",), weight=8 + int(rng.random() * 24), card="div",
        card_date=_dates(rng, language, "slashes", "iso"),
    )  # fmt: skip


def portal(rng: Random, language: str) -> Recipe:
    """An old portal: short codes, paragraphs indented by wide spaces, a line of source and time, a responsible editor at the end."""
    return Recipe(
        "portal", language, namers.short(rng), title_tag=choose(rng, "h1", "h2", "div"), wrapper="div", nest=3, paragraphs=choose(rng, "indent", "p-br", "p"),
        header=("title", "date", "byline"), heading_tag="h4", figure=choose(rng, "bare", "table"), date_form=_dates(rng, language, "han-time", "iso-time", "iso-seconds"),
        update_form="", byline_form=_byline(rng, language, "author", "space", "colon"), machine=choose(rng, (), ("meta-author",)), title_suffix=choose(rng, "_{section}_{name}", "_{name}", "-{name}"),
        tags=choose(rng, "line", ""), end=("rights", "editor"), after=("share", "related"), aside=("popular",), before=("tools",), card="li", card_date="iso" if language != "en" else "en-british",
        card_byline=False, doctype='<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">', lang_attribute=False,
    )  # fmt: skip


def handmade(rng: Random, language: str) -> Recipe:
    """Pages of the first years: tables, lines broken by hand, no names, nothing for machines, dates in Chinese numerals."""
    return Recipe(
        "handmade", language, namers.nameless(rng), title_tag=choose(rng, "h2", "h3"), wrapper="table", nest=0, paragraphs="br", heading_tag="b", figure="table",
        header=choose(rng, ("title", "date", "byline"), ("date", "title", "byline")), date_form=_dates(rng, language, "numerals", "numerals-o", "dmy", "han"), update_form="",
        byline_form=_byline(rng, language, "bracket", "text", "slash"), byline_place="header", machine=(), title_suffix=choose(rng, " - {name}", "", "::{name}"), tags="", end=("signup-line",),
        after=("neighbours",), card="tr", card_date=_dates(rng, language, "dmy", "dots"), doctype='<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', lang_attribute=False,
    )  # fmt: skip


def bracketed(rng: Random, language: str) -> Recipe:
    """The byline is the text's first line, in brackets; the date stands above the headline."""
    return Recipe(
        "bracketed", language, namers.semantic(rng), header=choose(rng, ("date", "title", "section"), ("section", "date", "title")), wrapper="div", nest=2,
        paragraphs=choose(rng, "p", "indent"), date_form=_dates(rng, language, "han-week", "slashes", "numerals"), update_form=_update(rng, language), update_after=True,
        update_label=_word(language, "更新", " updated"), byline_form=_byline(rng, language, "bracket", "wrote-bracket"), byline_place="body-start", machine=choose(rng, ("og",), (), ("og-suffix", "canonical")),
        title_suffix="｜{name}", tags="line", end=("signup",), after=("related",), before=("ticker",), card="li", card_date=_dates(rng, language, "slashes", "dd.mm.yy"),
    )  # fmt: skip


def signed_below(rng: Random, language: str) -> Recipe:
    """The byline closes the text; the header has only a title and a date."""
    return Recipe(
        "signed-below", language, namers.ids(rng), header=("title", "date"), wrapper=choose(rng, "div", "section"), nest=1, figure="div", date_form=_dates(rng, language, "dots", "dmy-dots", "han-noon"),
        update_form="", byline_form=_byline(rng, language, "text", "wrote", "space"), byline_place="body-end", machine=choose(rng, (), ("meta-date",), ("canonical",)), title_suffix=choose(rng, " - {name}", " » {name}"),
        tags=choose(rng, "line", ""), after=("share", "related", "letter-form"), aside=("popular",), card="div", card_date=_dates(rng, language, "dots", "iso"), card_byline=False,
    )  # fmt: skip


def utilities(rng: Random, language: str) -> Recipe:
    """Utility classes that name no role, a cookie banner before all, a card list that looks like text after all."""
    return Recipe(
        "utilities", language, namers.utility(rng), header=choose(rng, ("section", "title", "byline", "date"), ("title", "date", "byline", "hero")), wrapper=choose(rng, "article", "div"), nest=4,
        figure="figure", heading_tag="h2", date_form=_dates(rng, language, "han", "iso", "slashes-time"), date_label=_word(language, "", ""), update_form=_update(rng, language), update_label=_word(language, "更新於", "Updated"),
        byline_form=_byline(rng, language, "name", "author", "text"), byline_link=True, machine=choose(rng, ("og", "canonical", "meta-date"), ("ld-graph",), ("ld", "og")), title_suffix=choose(rng, " · {name}", " — {name}"),
        tags="list", tag_prefix="#", within=("see-also",), end=("app",), before=("cookie", "ticker"), after=("related-cards",), card="article", card_date=_dates(rng, language, "han", "iso"), weight=4,
    )  # fmt: skip


def tabloid(rng: Random, language: str) -> Recipe:
    """More around the text than in it: tickers, adverts, comments, boxes in the middle of the story."""
    return Recipe(
        "tabloid", language, namers.bem(rng) if rng.random() < 0.5 else namers.short(rng), title_tag="h1", header=("section", "title", "share", "byline", "date"), wrapper="div", nest=6,
        paragraphs=choose(rng, "p", "div"), figure=choose(rng, "div", "figure"), date_form=_dates(rng, language, "dd.mm.yy", "dd.mm.yy-time", "dmy-time"), update_form=_update(rng, language), update_label=_word(language, "更新", "Updated"),
        byline_form=_byline(rng, language, "wrote", "space", "slash"), machine=choose(rng, ("og",), ("og-suffix", "meta-author"), ("ld",)), title_suffix=choose(rng, " | {name}", "【{name}】"), tags="list",
        before=("cookie", "ticker", "advert"), within=("advert", "see-also"), end=("signup", "share", "author-box"), after=("related", "related-cards", "comments", "app"), aside=("popular", "letter-form"), weight=10,
        card="div", card_date=_dates(rng, language, "dd.mm.yy", "dmy"),
    )  # fmt: skip


def gazette(rng: Random, language: str) -> Recipe:
    """A plain official-looking page: everything in div, one line of information, no pictures' captions apart, little noise."""
    return Recipe(
        "gazette", language, namers.ids(rng) if rng.random() < 0.5 else namers.short(rng), title_tag=choose(rng, "div", "h1", "h3"), header=choose(rng, ("title", "byline", "date"), ("section", "title", "date", "byline")),
        header_apart=True, wrapper="div", nest=2, paragraphs=choose(rng, "p", "div", "indent"), figure="bare", heading_tag="h4", date_form=_dates(rng, language, "iso", "han", "slashes"),
        date_label=_word(language, choose(rng, "日期：", "發布時間："), "Date: "), update_form="", byline_form=_byline(rng, language, "author", "wrote"), machine=("meta-date",) if rng.random() < 0.4 else (),
        title_suffix=choose(rng, "-{name}", " - {name}"), tags="", end=("rights",), after=("neighbours",), card="li", card_date="iso" if language != "en" else "en", card_byline=False, lang_attribute=rng.random() < 0.5,
    )  # fmt: skip


def magazine(rng: Random, language: str) -> Recipe:
    """A weekly: a picture above the story, the section as a kicker, microdata, tags in one line, few dates."""
    return Recipe(
        "magazine", language, namers.semantic(rng) if rng.random() < 0.5 else namers.bem(rng), title_tag=choose(rng, "h1", "h2"), header=("hero", "section", "title", "byline", "date"), wrapper="article", nest=1,
        heading_tag="h2", figure="figure", date_form=_dates(rng, language, "han", "dots", "numerals"), update_form="", byline_form=_byline(rng, language, "text", "wrote", "name"), byline_link=True,
        machine=choose(rng, ("itemprop", "og"), ("itemprop",), ("ld", "canonical")), title_suffix=" | {name}", tags="line", end=("author-box",), after=("related", "signup"), card="article",
        card_date=_dates(rng, language, "han", "dots"),
    )  # fmt: skip


def wire(rng: Random, language: str) -> Recipe:
    """An agency's bare page: headline, stamp to the second, text; names hashed or none."""
    return Recipe(
        "wire", language, namers.hashed(rng) if rng.random() < 0.5 else namers.nameless(rng), title_tag="h1", header=("title", "date", "byline"), wrapper=choose(rng, "main", "div"), nest=int(rng.random() * 3),
        date_form=_dates(rng, language, "iso-seconds", "slashes-time", "iso-time"), update_form=choose(rng, "", "iso-seconds"), update_label=_word(language, "更新時間", "Updated"),
        byline_form=_byline(rng, language, "slash", "space", "bracket"), machine=choose(rng, (), ("ld",), ("meta-date", "meta-author")), title_suffix=choose(rng, " - {name}", ""), tags="", end=("rights",),
        after=("related",), card="tr", card_date=_dates(rng, language, "iso-time", "iso"), card_byline=False,
    )  # fmt: skip


TUNING: dict[str, Family] = {
    "weblog": weblog, "broadsheet": broadsheet, "bundled": bundled, "portal": portal, "handmade": handmade, "bracketed": bracketed,
    "signed-below": signed_below, "utilities": utilities, "tabloid": tabloid, "gazette": gazette, "magazine": magazine, "wire": wire,
}  # fmt: skip
