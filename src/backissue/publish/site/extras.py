"""Pages beside the listings: lost articles, old addresses, search, about this site, the paper's own pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup, escape

from backissue.publish.render import names, searching
from backissue.publish.render.frame import Frame
from backissue.publish.render.words import CATALOGUE, trusted
from backissue.publish.site.light import Light, digest_of
from backissue.publish.site.output import Output
from backissue.publish.site.past import LostArticle
from backissue.text.dates import day_of_print

__all__ = ["Extras"]

_URL = ' class="url"'
_SHOWN = 200
_PER_PAGE = 1000
_BRIEF = 30


class Extras:
    """Writes those pages of one build."""

    def __init__(self, frame: Frame, output: Output, code: str) -> None:
        self._frame, self._output, self._code = frame, output, code

    def lost(self, lost: Sequence[LostArticle]) -> None:
        """An index of lost articles and a page for each."""
        words = self._frame.words
        for one in lost:
            self._plain(
                f"{one.path}.html",
                "missing_one",
                one.title or words.plain("missing_one"),
                self._lost_page(one),
                here="missing",
            )
        pages = [lost[i : i + _PER_PAGE] for i in range(0, len(lost), _PER_PAGE)] or [()]
        jumps = ""
        if len(pages) > 1:
            links = " ".join(f'<a href="{_page_name(n)}">{n + 1}</a>' for n in range(len(pages)))
            jumps = f'<nav class="jumps" aria-label="{words.plain("missing")}">{links}</nav>'
        for number, own in enumerate(pages):
            rows = "".join(_row(x) for x in own)
            intro = words.missing_intro if lost else words.missing_none
            content = f'<p class="note">{intro}</p><p class="sum">{words.count(len(lost)) if lost else ""}</p>{jumps}'
            content += f'<ul class="list" lang="{self._frame.lang}">{rows}</ul>' if rows else ""
            self._plain(f"lost/{_page_name(number)}", "missing", words.plain("missing"), content, here="missing")

    def _lost_page(self, one: LostArticle) -> str:
        words, lang = self._frame.words, self._frame.lang
        facts = [
            (words.title, one.title, lang),
            (words.date, one.date, lang),
            (words.byline, one.byline, lang),
            (words.address, _short(one.url), ""),
            (words.record_id, one.key if len(one.key) < 80 else "", ""),
        ]
        told = "".join(
            f"<dt>{name}</dt><dd{' ' + _speech(speech) if speech else _URL}>{escape(value)}</dd>"
            for name, value, speech in facts
            if value
        )
        seen = "".join(
            f"<li>{words.get('witness_' + kind) if 'witness_' + kind in CATALOGUE else escape(kind)}"
            f' <time datetime="{escape(when)}">{escape(_utc(when))}</time> <span class="url by">{escape(place)}</span></li>'
            for kind, place, when in one.seen
        )
        why = "".join(f'<p lang="en">{escape(r)}</p>' for r in one.reasons)
        return (
            f'<p class="note">{words.missing_intro}</p><dl>{told}</dl>'
            + (f"<h2>{words.why}</h2>{why}" if why else "")
            + (f'<h2>{words.witnesses}</h2><ul class="seen">{seen}</ul>' if seen else "")
            + f'<p class="note">{words.missing_help}</p>'
        )

    def old(self) -> None:
        """The box for dead links."""
        words = self._frame.words
        content = (
            f'<p class="note">{words.old_intro}</p><form class="paste find" id="old" hidden>'
            f'<label class="hidden" for="address">{words.old_box}</label>'
            f'<input id="address" type="text" inputmode="url" autocomplete="off" spellcheck="false" placeholder="https://">'
            f'<button>{words.old_go}</button></form><p id="found" role="status"></p>'
            f'<p class="note noscript">{words.old_script} <a href="../old-addresses.tsv">old-addresses.tsv</a></p>'
        )
        self._plain("old/index.html", "old", words.plain("old"), content, scripts=["assets/old.js"])

    def own_pages(self, own: Sequence[Light]) -> None:
        """A list of the paper's own pages."""
        words = self._frame.words
        rows = "".join(f'<li><a href="../{x.path}.html">{escape(x.title) or words.untitled}</a></li>' for x in own)
        content = f'<ul class="list" lang="{self._frame.lang}">{rows}</ul>'
        self._plain("pages/index.html", "own_pages", words.plain("own_pages"), content)

    def search(self, *, sections: Sequence[str], years: Sequence[str], built: bool) -> None:
        """The page of searching; its script and index do the work."""
        words = self._frame.words
        content = searching.form(words, sections=sections, years=years, asked={}, served=False)
        content += (
            f'<p class="note noscript">{words.search_script}</p>' if built else f'<p class="note">{words.not_built}</p>'
        )
        content += searching.vessel(words, self._frame.lang)
        scripts = ("search/client.js", "assets/search.js") if built else ()
        self._plain("search.html", "search", words.plain("search"), content, here="search", scripts=scripts)

    def about(self, counts: Sequence[tuple[str, str]], findings: Sequence[tuple[str, int]], *, sitemap: bool) -> None:
        """What this site is, what it holds, what went wrong."""
        words = self._frame.words
        rows = "".join(f"<dt>{words.get(key)}</dt><dd>{escape(value)}</dd>" for key, value in counts)
        troubles = "".join(
            f'<tr><td><code>{escape(code)}</code></td><td class="n">{n:,}</td></tr>' for code, n in findings
        )
        table = (
            f'<h2>{words.findings}</h2><table class="counts"><thead><tr><th scope="col">{words.code}</th><th scope="col">{words.get("count")}</th></tr></thead>'
            f"<tbody>{troubles}</tbody></table>"
            if troubles
            else ""
        )
        machines = ["atom.xml", "feed.json", "old-addresses.tsv", *(["sitemap.xml"] if sitemap else [])]
        links = " ".join(f'<a href="{name}">{name}</a>' for name in machines)
        content = (
            f"<p>{words.about_intro}</p><p>{words.about_text}</p><p>{words.about_privacy}</p><dl>{rows}</dl>"
            f'{table}<h2>{words.machines}</h2><p class="jumps">{links}</p><h2>{words.get("keys")}</h2><p>{words.keys_help}</p>'
        )
        self._plain("about.html", "about", words.plain("about"), content)

    def _plain(
        self, name: str, sort: str, title: str, content: str, *, here: str = "", scripts: Sequence[str] = ()
    ) -> None:
        heading: Markup | str = self._frame.words.get(sort) if sort != "missing_one" else title
        self._output.put(
            name,
            digest_of(self._code, title, content, *scripts),
            lambda: self._frame.page(
                "plain.html",
                root=names.root(name),
                here=here,
                sort=sort,
                title=title,
                heading=heading,
                content=trusted(content),
                scripts=scripts,
            ),
        )


def _row(one: LostArticle) -> str:
    more = "".join(
        f' <span class="by">{escape(text)}</span>'
        for text in (day_of_print(one.date) or one.date, _brief(one.byline))
        if text
    )
    return f'<li><a href="{one.path.partition("/")[2]}.html">{escape(one.title or _short(one.url) or one.key)}</a>{more}</li>'


def _brief(text: str) -> str:
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF]}…"


def _speech(language: str) -> str:
    return f'lang="{escape(language)}"'


def _page_name(number: int) -> str:
    return f"list-{number + 1}.html" if number else "index.html"


def _short(url: str) -> str:
    return url if len(url) <= _SHOWN else f"{url[: _SHOWN - 1]}…"


def _utc(when: str) -> str:
    return f"{datetime.fromisoformat(when):%Y-%m-%d %H:%M} UTC"
