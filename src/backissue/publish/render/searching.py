"""The page of searching: its form, and, where a server answers, what was found.

In the static site the results come from a script; the server writes them here,
with counts by section, author and tag, and the months of what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from backissue.publish.render import charts
from backissue.publish.render.escaping import escape
from backissue.publish.render.words import Words

if TYPE_CHECKING:  # a site without search need not load the search
    from backissue.search import Hit, Month

__all__ = ["FACETS", "form", "results", "vessel"]

FACETS = {"section": "filter_section", "author": "filter_author", "tag": "filter_tag"}
_SORTS = (("relevance", "sort_relevance"), ("newest", "sort_newest"), ("oldest", "sort_oldest"))


def form(w: Words, *, sections: Iterable[str], years: Iterable[str], asked: Mapping[str, str], served: bool) -> str:
    """The form; ``asked`` is what its fields hold. Choices are hidden where only a script could act on them."""

    def choice(name: str, word: str, options: Iterable[tuple[str, str, str]]) -> str:
        rows = "".join(
            f'<option value="{escape(value)}"{" selected" if asked.get(name) == value else ""}{said}>{shown}</option>'
            for value, shown, said in options
        )
        return f'<label>{w.get(word)} <select name="{name}">{rows}</select></label> '

    def ours(value: str, word: str) -> tuple[str, str, str]:
        return value, escape(w.plain(word)), f' data-w="{word}"'

    everything = ours("", "filter_all")
    return (
        f'<form role="search" id="search" method="get" action="search.html"><div class="find"><label class="hidden" for="q">{w.search_box}</label>'
        f'<input id="q" name="q" type="search" value="{escape(asked.get("q", ""))}" autocomplete="off" spellcheck="false" enterkeyhint="search">'
        f'<button>{w.search}</button></div><p class="choose"{"" if served else " hidden"}>'
        + choice("sort", "sort", (ours(value, word) for value, word in _SORTS))
        + choice("section", "filter_section", [everything, *((s, escape(s), "") for s in sections)])
        + choice("year", "filter_year", [everything, *((y, y, "") for y in years)])
        + f'</p></form><p class="note help">{w.search_help}</p>'
    )


def vessel(w: Words, language: str) -> str:
    """Where the script of a static site puts what it finds: the sum, the months, the hits, what to narrow by."""
    aside = "".join(
        f'<details class="facet" data-kind="{name}"{" open" if name == "section" else ""} hidden>'
        f"<summary>{w.get(word)}</summary><ul></ul></details>"
        for name, word in FACETS.items()
    )
    return (
        '<p class="sum" id="status" role="status"></p>'
        f'<figure class="spread" id="months" hidden><figcaption>{w.chart_legend}</figcaption></figure>'
        f'<div class="found"><div><ul class="list hits" id="results" lang="{escape(language)}"></ul>'
        f'<p><button id="more" type="button" hidden>{w.show_more}</button></p></div><aside id="narrow">{aside}</aside></div>'
    )


def results(
    w: Words,
    *,
    total: int,
    hits: Sequence[Hit],
    facets: Mapping[str, Sequence[tuple[str, int]]],
    months: Sequence[Month],
    asked: Mapping[str, str],
    offset: int,
    language: str,
) -> str:
    """What was found, for the server's page."""
    if not total:
        return f'<p class="sum" role="status">{w.results_none}</p>'
    rows = "".join(_row(hit, w) for hit in hits)

    def say(month: str, found: int, held: int, expected: int) -> str:
        return w.put("chart_month", month=month, found=f"{found:,}", held=f"{held:,}", expected=f"{expected:,}")

    drawn = charts.found_by_month([(m.month, m.found, m.held, m.expected) for m in months], w.plain("chart_found"), say)
    drawn = drawn and f'<figure class="spread">{drawn}<figcaption>{w.chart_legend}</figcaption></figure>'
    aside = "".join(_facet(w, name, rows, asked) for name, rows in facets.items() if rows and name in FACETS)
    more = ""
    if offset + len(hits) < total:
        link = urlencode({**asked, "from": str(offset + len(hits))})
        more = f'<p><a rel="next" href="search.html?{escape(link)}">{w.show_more}</a></p>'
    return (
        f'<p class="sum" role="status">{w.put("results", n=f"{total:,}")}</p>{drawn}<div class="found">'
        f'<ul class="list hits" lang="{escape(language)}">{rows}</ul><aside>{aside}</aside></div>{more}'
    )


def _row(hit: Hit, w: Words) -> str:
    page = hit.path.removesuffix(".md") + ".html"
    by = "".join(f"<span>{escape(x)}</span>" for x in (hit.section, "、".join(hit.authors[:3])) if x)
    day = f' <time datetime="{escape(hit.date)}">{escape(hit.date)}</time>' if hit.date else ""
    title = _marked(hit.title, hit.title_highlights) or str(w.untitled)
    snippet = f'<p class="snippet">{_marked(hit.snippet, hit.highlights)}</p>' if hit.snippet else ""
    return f'<li><a href="{escape(page)}">{title}</a>{day} <span class="by">{by}</span>{snippet}</li>'


def _facet(w: Words, name: str, rows: Sequence[tuple[str, int]], asked: Mapping[str, str]) -> str:
    links = []
    for value, n in rows:
        plain = value.replace('"', " ")
        query = f'{asked.get("q", "")} {name}:"{plain}"'.strip()
        link = urlencode({**asked, "q": query})
        links.append(f'<li><a href="search.html?{escape(link)}">{escape(value)}</a> <span class="n">{n:,}</span></li>')
    return f'<details class="facet" open><summary>{w.get(FACETS[name])}</summary><ul>{"".join(links)}</ul></details>'


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    made, at = [], 0
    for start, end in spans:
        made.append(f"{escape(text[at:start])}<mark>{escape(text[start:end])}</mark>")
        at = end
    return "".join([*made, escape(text[at:])])
