"""What the server knows beyond files: search, records and audit as JSON, and the pages drawn from them.

``/api`` describes itself by OpenAPI. Everything comes from the archive and its
index; nothing is written but the index, which is built when it is first asked for.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from backissue import search
from backissue.archive.archive import Archive
from backissue.jsonlines import plain as as_plain
from backissue.model import BadInstruction, Record
from backissue.publish.render import searching
from backissue.publish.render.escaping import escape
from backissue.publish.render.words import Words
from backissue.publish.serve_old import OldAddresses

__all__ = ["OPENAPI", "Api"]

_PAGE = 20
_MOST = 200

_QUERY = [
    {"name": "q", "in": "query", "required": True, "schema": {"type": "string"}, "description": "What to look for."},
    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 0, "maximum": _MOST, "default": _PAGE}},
    {"name": "from", "in": "query", "schema": {"type": "integer", "minimum": 0, "default": 0}},
    {"name": "sort", "in": "query", "schema": {"enum": ["relevance", "newest", "oldest"], "default": "relevance"}},
    {"name": "facets", "in": "query", "schema": {"type": "integer", "minimum": 0, "maximum": 50, "default": 0}},
]


def _answers(words: str, *more: str) -> dict[str, Any]:
    given = {"200": {"description": words, "content": {"application/json": {"schema": {"type": "object"}}}}}
    return given | {code: {"description": "The error, and what to do."} for code in more}


OPENAPI: Mapping[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Backissue", "version": "1", "description": "One rescued newspaper, on the machine that keeps it."},
    "paths": {
        "/api": {"get": {"summary": "This description", "responses": _answers("OpenAPI 3.1")}},
        "/api/search": {"get": {"summary": "Search the paper", "parameters": _QUERY, "responses": _answers("Hits", "400")}},
        "/api/article/{id}": {
            "get": {
                "summary": "One record, with its Markdown",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": _answers("The record", "404"),
            }
        },
        "/api/old": {
            "get": {
                "summary": "The page of an old address of the paper",
                "parameters": [{"name": "url", "in": "query", "required": True, "schema": {"type": "string"}}],
                "responses": _answers("The page", "404"),
            }
        },
        "/api/audit": {"get": {"summary": "What `backissue audit --json` prints", "responses": _answers("The report", "404")}},
    },
}  # fmt: skip


class Api:
    """Answers for the paper in ``folder``; safe to ask from several threads."""

    def __init__(self, folder: Path, site: Path, audit: Callable[[], Mapping[str, Any]] | None) -> None:
        self._folder, self._site, self._audit = folder, site, audit
        self._archive = Archive(folder)
        self._index: search.Index | None = None
        self._lock = threading.Lock()
        self._shell = _Shell.of((site / "search.html").read_text(encoding="utf-8"))
        self._old = OldAddresses(site)

    def answer(self, path: str, asked: Mapping[str, str]) -> tuple[int, Any]:
        """Status and JSON value for a path below ``/api``."""
        try:
            if path in ("/api", "/api/"):
                return 200, OPENAPI
            if path == "/api/search":
                return 200, self._found(asked).to_json()
            if path.startswith("/api/article/"):
                record = self._archive.read(path.removeprefix("/api/article/"))
                return (200, as_plain(record)) if isinstance(record, Record) else _none("There is no such article.")
            if path == "/api/old":
                page = self.old(asked.get("url", ""))
                return (200, {"page": f"{page}.html"}) if page else _none("This address is not known.")
            if path == "/api/audit" and self._audit:
                return 200, self._audit()
        except BadInstruction as error:
            return 400, {"error": str(error), "hint": error.hint}
        return _none("There is nothing at this address; /api says what there is.")

    def old(self, url: str) -> str | None:
        """The page of an old address, without ending."""
        return self._old.find(url)

    def page_of_results(self, asked: Mapping[str, str]) -> str:
        """The page of searching with what was found on it."""
        shell, words = self._shell, self._shell.words
        kept = {k: asked[k] for k in ("q", "sort", "section", "year") if asked.get(k)}
        content = searching.form(words, sections=shell.sections, years=shell.years, asked=kept, served=True)
        if kept.get("q") or kept.get("section") or kept.get("year"):
            try:
                found = self._found({**asked, "facets": "12"})
                content += searching.results(
                    words, total=found.total, hits=found.hits, facets=found.facets, months=found.histogram,
                    asked=kept, offset=_number(asked, "from", 0, 1 << 40), language=shell.language,
                )  # fmt: skip
            except BadInstruction as error:
                content += f'<p class="note" role="status">{escape(str(error))}</p>'
        return shell.page(words.plain("search"), content, searching=True)

    def page_of_audit(self) -> str:
        """The operator's page: the law as a sum, and what was found."""
        report = self._audit() if self._audit else {}
        tables = "".join(
            f'<h2>{escape(name)}</h2><table class="counts"><tbody>'
            + "".join(
                f'<tr><th scope="row"><code>{escape(str(k))}</code></th><td>{v:,}</td></tr>' for k, v in part.items()
            )
            + "</tbody></table>"
            for name, part in report.items()
            if isinstance(part, Mapping) and part
        )
        law = f'<p class="note"><code>law: {str(report.get("law", "")).lower()}</code></p>' if "law" in report else ""
        return self._shell.page(self._shell.words.plain("audit"), law + tables)

    def page_of_nothing(self) -> str:
        """The page for an address that leads nowhere."""
        words = self._shell.words
        content = f'<p><a href="/index.html">{words.front}</a></p>'
        made = self._shell.page(words.plain("not_found"), content)
        return made.replace('href="', 'href="/').replace('href="//', 'href="/').replace('src="', 'src="/')

    def _found(self, asked: Mapping[str, str]) -> search.Results:
        text = asked.get("q", "").strip()
        if asked.get("section"):
            text += f' section:"{asked["section"].replace(chr(34), " ")}"'
        year = asked.get("year", "")
        if len(year) == 4 and year.isdigit():
            text += f" after:{year}-01-01 before:{int(year) + 1:04d}-01-01"
        if not text:
            raise BadInstruction("nothing was asked for", "Give q=…")
        return self._open().query(
            text,
            limit=_number(asked, "limit", _PAGE, _MOST),
            sort=asked.get("sort") or "relevance",
            facets=_number(asked, "facets", 0, 50),
            offset=_number(asked, "from", 0, 1 << 40),
        )

    def _open(self) -> search.Index:
        """The index, opened once, and again when another has taken its place."""
        index = self._index
        if index is None or index.replaced():
            with self._lock:
                index = self._index = search.ready(self._archive, self._folder / "work" / "index")
        return index


_OPTION = re.compile(r'<option value="([^"]+)"')
_SELECT = re.compile(r'<select name="(\w+)">(.*?)</select>', re.DOTALL)
_SCRIPTS = re.compile(r'<script src="[^"]*" defer></script>\n?')


@dataclass(frozen=True, slots=True)
class _Shell:
    """The built page of searching, opened up: its frame around other words."""

    before: str
    after: str
    words: Words
    language: str
    sections: tuple[str, ...]
    years: tuple[str, ...]

    @classmethod
    def of(cls, page: str) -> _Shell:
        start, _, rest = page.partition('<main id="text" tabindex="-1">')
        middle, _, end = rest.partition("</main>")
        choices = {name: tuple(map(unescape, _OPTION.findall(body))) for name, body in _SELECT.findall(middle)}
        ui = re.search(r'<html lang="([^"]+)"', start)
        speech = re.search(r'id="results" lang="([^"]*)"', middle)
        if not ui or not end:
            raise BadInstruction("the site is of another version", "Run `backissue site` again.")
        return cls(
            re.sub(r"<title>.*?</title>", "<title>\0</title>", _SCRIPTS.sub("", start), flags=re.DOTALL),
            end,
            Words(ui[1]),
            unescape(speech[1]) if speech else "",
            choices.get("section", ()),
            choices.get("year", ()),
        )

    def page(self, title: str, content: str, *, searching: bool = False) -> str:
        """A page of this title around ``content``, which is safe HTML."""
        head = self.before.replace("\0", escape(title))
        if not searching:  # the navigation of the page that this was cut from says that one is searching
            head = head.replace(' aria-current="page"', "")
        return f'{head}<main id="text" tabindex="-1">\n<header class="title"><h1>{escape(title)}</h1></header>\n{content}\n</main>{self.after}'


def _none(words: str) -> tuple[int, Any]:
    return 404, {"error": words}


def _number(asked: Mapping[str, str], name: str, usual: int, most: int) -> int:
    given = asked.get(name, "")
    if not given:
        return usual
    if not given.isascii() or not given.isdigit() or int(given) > most:
        raise BadInstruction(f"{name}={given} is no number from 0 to {most}", "")
    return int(given)
