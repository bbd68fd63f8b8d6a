"""A second ten families that were written to judge a learner by, and have been looked at since.

Each has a design of its own (``servers``, ``screens``), which its recipe names as ``look``; papers of these alone
(``templates="second"``) also have addresses of their own. They judged the learner once, untuned: recall .999, body
.970, author .676, category .853, the other fields 1.000, no false record.
"""

from __future__ import annotations

from random import Random

from backissue.demo.families import screens, servers
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.layout import named
from backissue.demo.families.recipe import Family, Recipe, choose
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "SECOND"]

_OLD = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">'
_XHTML = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN">'


def _date(rng: Random, language: str, *chinese: str) -> str:
    return choose(rng, "en", "en-british", "en-week", "iso-time") if language == "en" else choose(rng, *chinese)


def _byline(rng: Random, language: str, *chinese: str) -> str:
    return choose(rng, "by", "by-plain", "by-name", "written") if language == "en" else choose(rng, *chinese)


def _update(rng: Random, language: str) -> str:
    return (
        choose(rng, "", "iso-time", "en-short")
        if language == "en"
        else choose(rng, "", "iso-time", "slashes-time", "han-time")
    )


def _word(language: str, chinese: str, english: str) -> str:
    return english if language == "en" else chinese


def asp(rng: Random, language: str) -> Recipe:
    """2004: a bought system's tables."""
    return Recipe(
        "asp", language, named({"sidebar": 'class="left_tdbg"', "tools": 'class="tools"'}), date_form=_date(rng, language, "iso-seconds", "slashes-time", "iso"), date_label=_word(language, "發佈時間：", "Posted: "), update_form=_update(rng, language),
        update_label=_word(language, "更新時間", "Updated"), byline_form=_byline(rng, language, "author", "text", "wrote"), title_suffix=choose(rng, " - {name}", "_{section}_{name}"), heading_tag="b", card="tr", card_date=_date(rng, language, "iso", "slashes"), card_byline=False, doctype=_OLD,
        look=servers.Asp,
    )  # fmt: skip


def node(rng: Random, language: str) -> Recipe:
    """2011: a content system's node."""
    return Recipe(
        "node", language, named({"card": 'class="views-row"', "list": 'class="view-content"', "date": 'class="views-field views-field-created"', "byline": 'class="views-field-name"', "signup": 'class="block block-simplenews"'}), heading_tag="h3",
        date_form=_date(rng, language, "han-time", "slashes-time", "han-week"), date_label=_word(language, "", "on "), update_form=_update(rng, language), update_label=_word(language, "更新", "Updated"), byline_form=_byline(rng, language, "name", "slash", "author"), tags="list",
        machine=choose(rng, ("canonical",), (), ("og", "canonical")), title_suffix=" | {name}", card="div", card_date=_date(rng, language, "slashes", "han"), doctype=_XHTML, look=servers.Node,
    )  # fmt: skip


def portal_page(rng: Random, language: str) -> Recipe:
    """2012: a portal's story page."""
    return Recipe(
        "portal-page", language, named({"card": 'class="news-item"', "list": 'class="list_009"', "comments": 'class="comment-list"', "share": 'class="share-box"', "date": 'class="time"'}), date_form=_date(rng, language, "han-time", "han", "iso-time"), byline_form=_byline(rng, language, "slash", "space", "colon"),
        tags="list", machine=choose(rng, (), ("meta-date",), ("og",)), title_suffix=choose(rng, "|{section}_{name}", "_{name}", "-{name}"), card="li", card_date=_date(rng, language, "slashes", "iso"), card_byline=False, look=servers.Portal,
    )  # fmt: skip


def print_view(rng: Random, language: str) -> Recipe:
    """2008: what a print button opened."""
    return Recipe(
        "print-view", language, named({"card": 'class="row"', "list": 'class="rows"'}), heading_tag="h3", date_form=_date(rng, language, "iso", "han", "dmy"), update_form=_update(rng, language), update_label=_word(language, "更新", "Updated"), byline_form=_byline(rng, language, "slash", "text", "bracket"),
        title_suffix=choose(rng, " - {name}", " :: {name}"), card="li", card_date=_date(rng, language, "iso", "dmy"), look=servers.PrintView,
    )  # fmt: skip


def light(rng: Random, language: str) -> Recipe:
    """2018: a light page."""
    return Recipe(
        "light", language, named({}), heading_tag="h3", date_form=_date(rng, language, "iso", "han", "iso-time"), byline_form=_byline(rng, language, "slash", "wrote", "text"), machine=choose(rng, ("canonical",), ("og",), ("ld",)), title_suffix=choose(rng, " - {name}", ""), card="li",
        card_date=_date(rng, language, "iso", "han"), look=servers.Light,
    )  # fmt: skip


def magnate(rng: Random, language: str) -> Recipe:
    """2016: a magazine theme."""
    return Recipe(
        "magnate", language, named({"card": 'class="td_module_10 td_module_wrap"', "list": 'class="td-ss-main-content"', "date": 'class="td-post-date"', "byline": 'class="td-post-author-name"', "related": 'class="td_block_wrap td_block_related_posts"', "author-box": 'class="author-box"', "comments": 'class="comments"', "share": 'class="td-default-sharing"', "sidebar": 'class="td_block_7"'}),
        heading_tag="h2", date_form=_date(rng, language, "han", "slashes", "dots"), update_form=_update(rng, language), update_label=_word(language, "最後更新：", "Last updated:"), byline_form=_byline(rng, language, "wrote", "text", "name"), tags="list", machine=choose(rng, ("og", "canonical"), ("canonical",)),
        title_suffix=choose(rng, " - {name}", " | {name}"), card="div", card_date=_date(rng, language, "han", "slashes"), look=screens.Magnate,
    )  # fmt: skip


def railed(rng: Random, language: str) -> Recipe:
    """2015: a tabloid with a rail."""
    return Recipe(
        "railed", language, named({"card": 'class="article"', "list": 'class="femail"', "date": 'class="age"', "comments": 'class="reader-comments"', "app": 'class="app-puff"'}), heading_tag="h3", date_form=_date(rng, language, "han-time", "dmy-time", "iso-time"), date_label=_word(language, "發佈：", "Published: "),
        update_form=_update(rng, language), update_label=_word(language, "更新", "Updated"), byline_form=_byline(rng, language, "slash", "wrote", "space"), tags="list", machine=choose(rng, ("og",), ("og", "canonical"), ("meta-author",)), title_suffix=choose(rng, " | {name}", " - {name}"), card="div",
        card_date=_date(rng, language, "slashes", "dmy"), look=screens.Railed,
    )  # fmt: skip


def exported(rng: Random, language: str) -> Recipe:
    """2019: a static export."""
    return Recipe(
        "exported", language, named({"card": 'class="post-link-row"', "list": 'class="post-list"', "date": 'class="post-meta"'}), heading_tag="h2", date_form=_date(rng, language, "iso", "han", "slashes"), update_form=_update(rng, language), update_label=_word(language, "更新", "updated"),
        byline_form=_byline(rng, language, "name", "text", "author"), tags="list", machine=choose(rng, ("canonical",), ("og", "canonical"), ("ld", "og")), title_suffix=choose(rng, " | {name}", " — {name}"), card="li", card_date=_date(rng, language, "iso", "han"), look=screens.Exported,
    )  # fmt: skip


def endless(rng: Random, language: str) -> Recipe:
    """2020: a page that goes on."""
    return Recipe(
        "endless", language, named({"card": 'class="stream-card"', "list": 'class="stream-list"', "date": 'class="stream-card__time"', "byline": 'class="stream-card__author"', "share": 'class="stream-share"'}), heading_tag="h2", date_form=_date(rng, language, "iso-time", "slashes-time", "han-time"),
        update_form=_update(rng, language), update_label=_word(language, "更新", "Updated"), byline_form=_byline(rng, language, "name", "wrote", "space"), tags="list", machine=choose(rng, ("og", "canonical"), ("ld",), ("og",)), title_suffix=choose(rng, " | {name}", " · {name}"), card="article",
        card_date=_date(rng, language, "iso", "slashes"), look=screens.Endless,
    )  # fmt: skip


def columnist(rng: Random, language: str) -> Recipe:
    """2010: opinion in two languages' frame."""
    return Recipe(
        "columnist", language, named({"card": 'class="col-item"', "list": 'class="col-list"', "date": 'class="col-date"', "byline": 'class="col-name"', "signup": 'id="mail"', "sidebar": 'class="top10"'}), heading_tag="h4", date_form=_date(rng, language, "numerals", "han", "dots"),
        byline_form=_byline(rng, language, "name", "text", "author"), tags="list", machine=choose(rng, (), ("canonical",)), title_suffix=choose(rng, " | {name}", " - {section} - {name}"), card="div", card_date=_date(rng, language, "dots", "iso"), look=screens.Columnist,
    )  # fmt: skip


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


ADDRESSES: dict[str, Form] = {
    "ReadNews.asp": Form(lambda p, a, _v: f"/ReadNews.asp?NewsID={a.id}&BigClassName={_part(p, a)}"),
    "node/id": Form(lambda _p, a, _v: f"/node/{a.id}"),
    "section/day/time-id": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y-%m-%d}/{a.published:%H%M}{a.id}.shtml", has_id=False),
    "year/mon/day/slug": Form(lambda _p, a, _v: f"/{a.published:%Y}/{a.published:%b}/{a.published:%d}/{ascii_slug(a)}".lower(), has_id=False),
    "slug-id": Form(lambda _p, a, _v: f"/{ascii_slug(a)}-{a.id}"),
    "section/slug-aid.html": Form(lambda p, a, _v: f"/{_part(p, a)}/{ascii_slug(a)}-a{a.id}.html"),
    "view.php?parts": Form(lambda _p, a, _v: f"/view.php?date={a.published:%Y%m%d}&no={a.id}"),
    "content/slug": Form(lambda _p, a, _v: f"/content/{ascii_slug(a)}", has_id=False),
}  # fmt: skip

SECOND: dict[str, Family] = {
    "asp": asp, "node": node, "portal-page": portal_page, "print-view": print_view, "light": light,
    "magnate": magnate, "railed": railed, "exported": exported, "endless": endless, "columnist": columnist,
}  # fmt: skip
