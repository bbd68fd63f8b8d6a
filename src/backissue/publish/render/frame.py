"""The frame of every page: head, masthead, footer, and the templates they wrap.

One ``Frame`` is made for a build or a server. What is the same on every page of
one depth is rendered once and kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from backissue.publish.render.words import Words, trusted

__all__ = ["CSP", "Frame", "fingerprint_of_room", "fingerprint_of_search"]

_ROOM = Path(__file__).parent

CSP = (
    "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; "
    "form-action 'self' file:; base-uri 'none'"
)
"""No inline script or style, nothing from another host. ``file:`` stands for a site opened from disk, where
``'self'`` names nothing; a page served over HTTP can load no file."""

BAR = (
    ("front", "index.html"),
    ("archive", "years/index.html"),
    ("sections", "sections/index.html"),
    ("authors", "authors/index.html"),
    ("tags", "tags/index.html"),
    ("today", "today/index.html"),
    ("missing", "lost/index.html"),
    ("search", "search.html"),
)


class Frame:
    """Templates bound to one paper and one interface language; ``more`` are words beside the catalogue's."""

    def __init__(
        self,
        *,
        name: str,
        ui: str,
        lang: str,
        closed: date | None = None,
        rights: str | None = None,
        has_pages: bool = False,
        bar: Sequence[tuple[str, str]] = BAR,
        csp: str = CSP,
        more: Mapping[str, tuple[str, str, str]] | None = None,
    ) -> None:
        self.name, self.ui, self.lang = name, ui, lang
        self.words = Words(ui, more)
        self._closed, self._rights, self._has_pages, self._bar, self._csp = closed, rights, has_pages, bar, csp
        self._env = Environment(
            loader=FileSystemLoader(_ROOM / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            undefined=StrictUndefined,
        )
        self._env.globals.update(frame=self, w=self.words, ui=ui, lang=lang, name=name)
        self._kept: dict[tuple[str, str, str], Markup] = {}
        self._shells: dict[tuple[str, str, str], tuple[str, str, str, str]] = {}
        self._shells_to_write: dict[tuple[str, str, str], tuple[bytes, str, str, bytes]] = {}

    def page(self, template: str, **values: Any) -> str:
        """A template with its values filled in; whatever is no ``Markup`` is escaped."""
        return self._env.get_template(template).render(values)

    def wrap(self, *, root: str, here: str, kind: str, title: str, meta: str, main: str) -> str:
        """A whole page around ``main``: the same as a page from ``base.html``, at the cost of joining strings.

        ``title`` is bare words; ``meta`` and ``main`` are safe HTML.
        """
        start, after_title, after_meta, end = self._shell(root, here, kind)
        return "".join((start, escape(title, quote=False), after_title, meta, after_meta, main, end))

    def shell(self, *, root: str, here: str, kind: str) -> tuple[bytes, str, str, bytes]:
        """What stands before the title, between it and ``meta``, between that and ``main``, and after it.

        The long ends come as UTF-8, for who writes thousands of pages around them.
        """
        key = (root, here, kind)
        found = self._shells_to_write.get(key)
        if found is None:
            start, after_title, after_meta, end = self._shell(root, here, kind)
            found = self._shells_to_write[key] = (start.encode(), after_title, after_meta, end.encode())
        return found

    def _shell(self, root: str, here: str, kind: str) -> tuple[str, str, str, str]:
        shell = self._shells.get((root, here, kind))
        if shell is None:
            made = self.page("shell.html", root=root, here=here, kind=kind)
            a, b, c, d = map(str, made.split("\0"))
            shell = self._shells[root, here, kind] = (a, b, c, d)
        return shell

    def head(self, root: str) -> Markup:
        """What stands in every ``head``."""
        return self._keep("head.html", root, csp=self._csp)

    def top(self, root: str, here: str = "") -> Markup:
        """Masthead and navigation; ``here`` is the key of the current entry."""
        return self._keep("top.html", root, here, bar=self._bar)

    def foot(self, root: str) -> Markup:
        """The footer."""
        return self._keep(
            "foot.html",
            root,
            closed=self._closed,
            rights=self._rights,
            has_pages=self._has_pages,
        )

    def _keep(self, template: str, root: str, here: str = "", **values: Any) -> Markup:
        key = (template, root, here)
        if key not in self._kept:
            self._kept[key] = trusted(self.page(template, root=root, here=here, **values))
        return self._kept[key]


def fingerprint_of_search() -> str:
    """A hash over the code that writes the static search."""
    h = hashlib.blake2b(digest_size=10)
    for room in ("search", "text"):
        for path in sorted((_ROOM.parent.parent / room).glob("*.*")):
            h.update(path.name.encode() + path.read_bytes())
    return h.hexdigest()


def fingerprint_of_room() -> str:
    """A hash over everything in ``publish`` that a page's bytes depend on: code, templates, assets."""
    h = hashlib.blake2b(digest_size=10)
    for folder in (_ROOM, _ROOM.parent / "site"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in {".py", ".html", ".css", ".js", ".svg", ".xml", ".json"}:
                h.update(path.relative_to(folder).as_posix().encode())
                h.update(path.read_bytes())
    return h.hexdigest()
