"""Ten families that were written to judge a learner by, and have been looked at since: now they are built with.

Each has a design of its own (``early``, ``recent``), which its recipe names as ``look``; papers of these alone
(``templates="used"``) also have addresses of their own.
"""

from __future__ import annotations

import hashlib
from random import Random

from backissue.demo.families import early, recent
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.layout import named
from backissue.demo.families.recipe import Family, Recipe, choose
from backissue.demo.paper import Article, Paper, Version

__all__ = ["ADDRESSES", "USED"]

_OLD = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">'
_XHTML = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'


def _date(rng: Random, language: str, *chinese: str) -> str:
    return choose(rng, "en", "en-british", "en-week", "iso") if language == "en" else choose(rng, *chinese)


def _byline(rng: Random, language: str, *chinese: str) -> str:
    return choose(rng, "by", "by-plain", "by-name", "written") if language == "en" else choose(rng, *chinese)


def _update(rng: Random, language: str) -> str:
    return choose(rng, "", "iso-time", "en-short") if language == "en" else choose(rng, "", "iso-time", "han-time")


def fonts(rng: Random, language: str) -> Recipe:
    """2003: three columns of one table, everything by ``<font>`` and attributes."""
    return Recipe(
        "fonts", language, named({}), date_form=_date(rng, language, "han", "dmy", "iso", "numerals"), byline_form=_byline(rng, language, "bracket", "slash", "text"),
        title_suffix=choose(rng, " - {name}", "--{name}", ""), card="tr", card_date=_date(rng, language, "dmy", "iso"), card_byline=False, heading_tag="b", doctype=_OLD, look=early.Fonts,
    )  # fmt: skip


def defined(rng: Random, language: str) -> Recipe:
    """2006: a server's page with its facts in a definition list."""
    return Recipe(
        "defined", language, named({"list": 'class="newslist"', "sidebar": 'id="sub"', "date": 'class="d"'}), figure=choose(rng, "bare", "table"), heading_tag="h4", date_form=_date(rng, language, "iso", "iso-time", "slashes"),
        update_form=_update(rng, language), byline_form="by-name" if language == "en" else "name", tags="list", title_suffix=choose(rng, "_{name}", " : {name}"), card="li", card_date=_date(rng, language, "iso", "slashes"),
        card_byline=False, doctype=_XHTML, look=early.Defined,
    )  # fmt: skip


def columns(rng: Random, language: str) -> Recipe:
    """2009: two side columns, the day only in the bar above the masthead's story."""
    return Recipe(
        "columns", language, named({"card": 'class="nitem"', "list": 'class="nlist"', "related": 'class="also"', "signup": 'class="mailbox"', "date": 'class="nd"', "byline": 'class="nb"'}),
        figure="div", heading_tag="h3", date_form=choose(rng, "en-week", "en") if language == "en" else choose(rng, "han-week", "numerals", "han"), byline_form=_byline(rng, language, "space", "colon", "wrote"),
        tags="list", machine=choose(rng, (), ("canonical",)), title_suffix=choose(rng, " | {name}", " - {section} - {name}"), card=choose(rng, "li", "div"), card_date=_date(rng, language, "dots", "slashes"), look=early.Columns,
    )  # fmt: skip


def standfirst(rng: Random, language: str) -> Recipe:
    """2012: a lead apart from the text, and a colophon after it that says who and when."""
    return Recipe(
        "standfirst", language, named({"card": 'class="brick"', "list": 'class="wall"', "related": 'class="onward"', "signup": 'class="pitch"', "share": 'class="sharetools"', "figure": 'class="plate"', "caption": 'class="cutline"', "credit": 'class="lens"', "date": 'class="filed"', "byline": 'class="signed"'}),
        heading_tag="h2", date_form=_date(rng, language, "han-time", "slashes-time", "dots"), date_label="Filed " if language == "en" else choose(rng, "刊於", ""), update_form=_update(rng, language), update_label="revised" if language == "en" else "修訂",
        byline_form=_byline(rng, language, "text", "wrote", "author"), tags="list", machine=choose(rng, ("og",), ("og-suffix", "canonical"), ()), title_suffix=choose(rng, " / {name}", " | {name}"), card="div", card_date=_date(rng, language, "dots", "han"), look=early.Standfirst,
    )  # fmt: skip


def theme(rng: Random, language: str) -> Recipe:
    """2014: a blog engine's stock theme with a plugin's graph for machines."""
    return Recipe(
        "theme", language, named({"card": 'class="post hentry"', "list": 'class="site-main"', "date": 'class="posted-on"', "byline": 'class="byline"', "comments": 'class="comment-list"', "sidebar": 'class="widget"', "nav": 'class="nav-previous"', "signup": 'class="widget widget_form"'}),
        heading_tag="h3", date_form=_date(rng, language, "han", "slashes", "iso"), update_form=_update(rng, language), update_label="Updated" if language == "en" else "更新於", byline_form=_byline(rng, language, "name", "author", "wrote"), tags="list",
        machine=choose(rng, ("ld-graph", "og", "canonical"), ("ld-graph",), ("og", "canonical", "meta-date")), title_suffix=choose(rng, " – {name}", " - {name}"), card="article", card_date=_date(rng, language, "han", "slashes"), look=recent.Theme,
    )  # fmt: skip


def phone(rng: Random, language: str) -> Recipe:
    """2017: a page for phones, of components."""
    return Recipe(
        "phone", language, named({"card": 'class="amp-card"', "list": 'class="amp-list"', "date": 'class="amp-dt"', "byline": 'class="amp-by"'}), heading_tag="h2", date_form=_date(rng, language, "han-noon", "iso-time", "slashes"),
        update_form=_update(rng, language), update_label="Updated" if language == "en" else "更新", byline_form=_byline(rng, language, "colon", "wrote", "name"), machine=choose(rng, ("ld", "canonical"), ("canonical",)),
        title_suffix=choose(rng, " | {name}", "｜{name}"), card="div", card_date=_date(rng, language, "iso", "slashes"), doctype="<!doctype html>", look=recent.Phone,
    )  # fmt: skip


def tailored(rng: Random, language: str) -> Recipe:
    """2020: utilities on every element, one flat column."""
    return Recipe(
        "tailored", language, named({"card": 'class="rounded-xl p-6 shadow hover:shadow-lg"', "list": 'class="grid gap-6 md:grid-cols-2"', "date": 'class="text-xs text-slate-500"', "byline": 'class="ml-2 text-xs"', "related": 'class="contents"'}),
        heading_tag=choose(rng, 'h2 class="mt-10 mb-4 text-2xl font-bold"', "h2"), date_form=_date(rng, language, "han", "iso-time", "dots"), update_form=_update(rng, language), update_label="Updated" if language == "en" else "更新",
        byline_form=_byline(rng, language, "name", "text"), tags="list", machine=choose(rng, ("og", "meta-date"), ("og",), ("ld", "og")), title_suffix=choose(rng, " · {name}", " | {name}"), card="div", card_date=_date(rng, language, "han", "dots"), look=recent.Tailored,
    )  # fmt: skip


def modules(rng: Random, language: str) -> Recipe:
    """2021: hashed modules, facts in a column beside the text."""
    return Recipe(
        "modules", language, named({"card": 'class="Card_root__p8Gt4"', "list": 'class="Feed_root__a3Jd0"', "date": 'class="Card_when__Rr41s"', "byline": 'class="Card_who__bN2x_"', "sidebar": 'class="Rank_root__zz8Lk"', "comments": 'class="Talk_root__u1Ro5"', "app": 'class="Promo_app__l9Qs7"'}),
        heading_tag="h3", date_form=_date(rng, language, "slashes-time", "han-time", "iso"), update_form=_update(rng, language), update_label="Updated" if language == "en" else "更新", byline_form=_byline(rng, language, "wrote", "name"),
        tags="list", machine=choose(rng, ("ld", "og"), ("og", "canonical"), ()), title_suffix=choose(rng, " | {name}", " - {name}"), card="div", card_date=_date(rng, language, "slashes", "iso"), look=recent.Modules,
    )  # fmt: skip


def elements(rng: Random, language: str) -> Recipe:
    """2022: elements of the paper's own making."""
    return Recipe(
        "elements", language, named({"signup": 'slot="promo"'}), heading_tag="h2", date_form=_date(rng, language, "iso", "han-time", "dmy"), update_form=_update(rng, language), update_label="Updated" if language == "en" else "更新",
        byline_form=_byline(rng, language, "slash", "space", "text"), tags="list", machine=choose(rng, ("og", "canonical"), ("meta-author", "canonical"), ()), title_suffix=choose(rng, " | {name}", " ({name})"),
        card=choose(rng, "x-teaser", "li"), card_date=_date(rng, language, "iso", "dmy"), look=recent.Elements,
    )  # fmt: skip


def itemised(rng: Random, language: str) -> Recipe:
    """2013: microdata without any class, on the story and on the teasers below it."""
    return Recipe(
        "itemised", language, named({}), heading_tag="h2", date_form=_date(rng, language, "han", "iso-time", "slashes"), date_label=choose(rng, "", "Published " if language == "en" else "發表於 "), byline_form=_byline(rng, language, "name", "slash", "text"),
        tags="list", machine=("itemprop",), title_suffix=choose(rng, " - {name}", " | {section} | {name}"), card="article", card_date=_date(rng, language, "han", "slashes"), look=recent.Itemised,
    )  # fmt: skip


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


def _opaque(_paper: Paper, article: Article, _version: Version) -> str:
    return f"/p/{hashlib.sha1(article.id.encode(), usedforsecurity=False).hexdigest()[:10]}"


ADDRESSES: dict[str, Form] = {
    "index.php?id": Form(lambda _p, a, _v: f"/index.php?option=com_content&view=article&id={a.id}"),
    "story.asp?sid": Form(lambda p, a, _v: f"/news/story.asp?cat={_part(p, a)}&sid={a.id}"),
    "t-day_id.htm": Form(lambda _p, a, _v: f"/n/{a.published:%Y/%m%d}/t{a.published:%Y%m%d}_{a.id}.htm"),
    "day/section/slug-id": Form(lambda p, a, _v: f"/{a.published:%Y-%m-%d}/{_part(p, a)}/{ascii_slug(a)}-{a.id}"),
    "section/month/slug": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y%m}/{ascii_slug(a)}.shtml", has_id=False),
    "p/opaque": Form(_opaque, has_id=False),
}  # fmt: skip

USED: dict[str, Family] = {
    "fonts": fonts, "defined": defined, "columns": columns, "standfirst": standfirst, "itemised": itemised,
    "theme": theme, "phone": phone, "tailored": tailored, "modules": modules, "elements": elements,
}  # fmt: skip
