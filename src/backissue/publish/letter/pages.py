"""The letters on the site: a page for each that is published, their index, and feeds of them.

Made from what stands in ``letters/`` of the paper's folder, each time from the
archive as it is now. Where nothing is published nothing is written, not a word
of it, and the site is the same as without this module.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from backissue.model import Outlet
from backissue.publish.letter import kept
from backissue.publish.letter.compose import Composed, compose
from backissue.publish.letter.epub import to_epub
from backissue.publish.letter.index import Index, open_index
from backissue.publish.letter.kept import FOLDER, Kept
from backissue.publish.letter.letter import Letter
from backissue.publish.letter.making import media_of
from backissue.publish.letter.phrases import name
from backissue.publish.letter.reading import Drawing, entry
from backissue.publish.letter.text import to_text
from backissue.publish.letter.words import CATALOGUE_OF_LETTERS, Speech
from backissue.publish.letter.xhtml import clean
from backissue.publish.render.escaping import escape
from backissue.publish.render.frame import Frame
from backissue.publish.render.words import language_for
from backissue.publish.site.light import digest_of
from backissue.publish.site.output import Output
from backissue.publish.site.settings import Settings
from backissue.publish.site.stock import Stock

__all__ = ["LetterPages"]

_ROOM = Path(__file__).parent
_STYLE = "assets/letter.css"
_FEEDS = (("application/atom+xml", "atom.xml"), ("application/feed+json", "feed.json"))


class LetterPages:
    """The published letters of one paper, for one build of its site."""

    def __init__(self, letters: Sequence[Kept]) -> None:
        self._letters = letters

    @classmethod
    def of(cls, folder: Path) -> LetterPages:
        """Those of the paper in ``folder``. Raises BadInstruction for a letter that cannot be read."""
        return cls(kept.every(folder))

    @property
    def bar(self) -> tuple[tuple[str, str], ...]:
        """The entry of the site's navigation, if there is anything to lead to."""
        return (("letters", "letters/index.html"),) if self._letters else ()

    @property
    def words(self) -> Mapping[str, tuple[str, str, str]]:
        """Words that the site needs beside its own."""
        return {"letters": CATALOGUE_OF_LETTERS["letters"]} if self._letters else {}

    def write(
        self, frame: Frame, output: Output, stock: Stock, *, settings: Settings, code: str, outlet: Outlet | None
    ) -> None:
        """All pages and feeds; nothing where nothing is published. An unchanged letter is not composed again."""
        if not self._letters:
            return
        with open_index(stock, outlet) as index:
            writer = _Writer(self._letters, frame, output, stock, index=index, settings=settings, outlet=outlet)
            writer.write(digest_of(code, _fingerprint()))


class _Writer:
    def __init__(
        self,
        letters: Sequence[Kept],
        frame: Frame,
        output: Output,
        stock: Stock,
        *,
        index: Index,
        settings: Settings,
        outlet: Outlet | None,
    ) -> None:
        self.letters, self.frame, self.settings, self.output = letters, frame, settings, output
        self.stock, self.outlet, self.index = stock, outlet, index
        self.zone = ZoneInfo(outlet.timezone if outlet else "UTC")
        self.made: dict[int, Composed] = {}

    def write(self, code: str) -> None:
        seals = [digest_of(code, repr(one), self.index.mark(one.week)) for one in self.letters]
        self.output.put(_STYLE, code, (_ROOM / "templates" / "page.css").read_bytes)
        for at, one in enumerate(self.letters):
            home = f"{FOLDER}/{one.week}"
            around = [str(n.week) for n in self.letters[max(0, at - 1) : at + 2]]
            self.output.put(f"{home}/index.html", digest_of(seals[at], *around), partial(self._page, at))
            self.output.put(f"{home}/letter.txt", seals[at], partial(self._text, at))
            self.output.put(f"{home}/letter.epub", seals[at], partial(self._book, at))
        whole = digest_of(*seals)
        self.output.put(f"{FOLDER}/index.html", whole, self._list)
        newest = sorted(range(len(self.letters)), key=lambda at: (self.letters[at].published, self.letters[at].week))
        newest = newest[::-1][: self.settings.feed_length]
        self.output.put(f"{FOLDER}/atom.xml", whole, partial(self._atom, newest))
        self.output.put(f"{FOLDER}/feed.json", whole, partial(self._json, newest))

    def _composed(self, at: int) -> Composed:
        if at not in self.made:
            one = self.letters[at]
            if len(self.made) > 60:
                self.made.clear()  # a site of ten years has 500 letters; their records need not all lie in memory
            choice = replace(one.choice, forgiving=True)
            self.made[at] = compose(
                self.stock, self.index, one.week, choice, outlet=self.outlet, site=self.settings.url
            )
        return self.made[at]

    def _letter(self, at: int) -> Letter:
        return self._composed(at).letter

    def _text(self, at: int) -> str:
        return to_text(self._letter(at), mail=False)

    def _book(self, at: int) -> bytes:
        made = self._composed(at)
        media = media_of(self.stock) if self.settings.media else _none
        return to_epub(made.letter, made.records, media, self.index.find)

    def _page(self, at: int) -> str:
        letter, w = self._letter(at), self.frame.words
        say = Speech(letter.language)
        drawing = Drawing(letter, "../../", pictures=self.settings.media)
        turn = ""
        for near, way, rel in ((at - 1, "previous", "prev"), (at + 1, "next", "next")):
            if 0 <= near < len(self.letters):
                kind = "before" if rel == "prev" else "after"
                span = self.letters[near].week.span(letter.language)
                turn += (
                    f'<a class="{kind}" rel="{rel}" href="../{self.letters[near].week}/index.html">'
                    f'<span class="way">{w.get(way)}</span> {escape(span)}</a>'
                )
        files = (
            f'<p class="jumps" lang="{letter.language}"><a href="letter.epub" type="application/epub+zip">{escape(say("letter_epub"))}</a> '
            f'<a href="letter.txt" type="text/plain">{escape(say("letter_plain"))}</a></p>'
        )
        main = (
            f'<header class="title"><p class="crumbs"><a href="../index.html">{w.get("letters")}</a></p>'
            f"{drawing.head()}{files}</header>\n{drawing.body()}\n"
            + (f'<nav class="turn" aria-label="{w.plain("turn")}" data-w-label="turn">{turn}</nav>\n' if turn else "")
        )
        return self._wrap(f"{FOLDER}/{letter.week}/index.html", letter.title, main, "../")

    def _list(self) -> str:
        w = self.frame.words
        say = Speech(self.frame.ui)
        years: dict[int, list[str]] = {}
        for one in reversed(self.letters):
            language = one.choice.language or language_for(self.frame.lang)
            own = Speech(language)
            title = f"{one.week.span(language)}" + (f"　{one.choice.picks.title}" if one.choice.picks.title else "")
            count = say("n_articles", n=len(self.index.week(one.week)))
            years.setdefault(one.week.year, []).append(
                f'<li><a href="{one.week}/index.html" lang="{language}">{escape(title)}</a> '
                f'<span class="by"><span>{escape(own("letter_week", year=one.week.year, n=one.week.number))}</span> '
                f"<span>{escape(count)}</span></span></li>"
            )
        groups = "".join(
            f'<section class="group" id="y{year}"><h2>{w.put("year", n=year)}</h2><ul class="list">{"".join(rows)}</ul></section>\n'
            for year, rows in years.items()
        )
        links = " ".join(f'<a href="{file}" type="{kind}">{file}</a>' for kind, file in _FEEDS)
        main = (
            f'<header class="title"><h1>{w.get("letters")}</h1><p class="note">{escape(say("letter_intro"))}</p>'
            f'<p class="jumps">{links}</p></header>\n{groups}'
        )
        return self._wrap(f"{FOLDER}/index.html", w.plain("letters"), main, "")

    def _wrap(self, page: str, title: str, main: str, up: str) -> str:
        meta = "".join(
            f'<link rel="alternate" type="{kind}" title="{escape(self.frame.words.plain("letters"))}" href="{up}{file}">\n'
            for kind, file in _FEEDS
        )
        if self.settings.url:
            meta += f'<link rel="canonical" href="{escape(self.settings.url + page)}">\n'
        root = "../" * page.count("/")
        meta += f'<link rel="stylesheet" href="{root}{_STYLE}">\n'
        return self.frame.wrap(root=root, here="letters", kind="listing letter", title=title, meta=meta, main=main)

    # feeds

    def _stamp(self, at: int) -> str:
        """When it was published: the midnight of that day in the paper's zone (RFC 3339)."""
        return datetime.combine(self.letters[at].published, time(), self.zone).isoformat().replace("+00:00", "Z")

    def _tag(self, at: int) -> str:
        """An id that outlives every address (RFC 4151)."""
        letter, one = self._letter(at), self.letters[at]
        return f"tag:{letter.host or 'backissue.invalid'},{one.week.first.isoformat()}:{FOLDER}/{one.week}"

    def _title(self) -> str:
        return f"{self.frame.name}：{self.frame.words.plain('letters')}"

    def _atom(self, newest: Sequence[int]) -> str:
        base = self.settings.url
        root = base or "../"
        host = self._letter(newest[0]).host or "backissue.invalid"
        entries = []
        for at in newest:
            letter = self._letter(at)
            entries.append(
                f"<entry><id>{clean(self._tag(at))}</id><title>{clean(letter.title)}</title>"
                f'<link rel="alternate" type="text/html" href="{clean(root)}{FOLDER}/{letter.week}/index.html"/>'
                f'<link rel="enclosure" type="application/epub+zip" href="{clean(root)}{FOLDER}/{letter.week}/letter.epub"/>'
                f"<published>{self._stamp(at)}</published><updated>{self._stamp(at)}</updated>"
                f"<summary>{clean(letter.preheader)}</summary>"
                f'<content type="html" xml:lang="{clean(letter.language)}">{clean(entry(letter, root))}</content></entry>\n'
            )
        return (
            f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{clean(self.frame.ui)}">\n'
            f"<id>tag:{clean(host)},2000:{FOLDER}</id><title>{clean(self._title())}</title>"
            f"<subtitle>{clean(Speech(self.frame.ui)('letter_label'))}</subtitle>"
            f"<updated>{max(map(self._stamp, newest))}</updated><author><name>Backissue</name></author>\n"
            f'<link rel="self" type="application/atom+xml" href="{clean(root)}{FOLDER}/atom.xml"/>'
            f'<link rel="alternate" type="text/html" href="{clean(root)}{FOLDER}/index.html"/><generator>Backissue</generator>\n'
            f"{''.join(entries)}</feed>\n"
        )

    def _json(self, newest: Sequence[int]) -> str:
        base = self.settings.url
        feed: dict[str, Any] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self._title(),
            "description": Speech(self.frame.ui)("letter_label"),
            "language": self.frame.ui,
        }
        if base:
            feed |= {"home_page_url": f"{base}{FOLDER}/index.html", "feed_url": f"{base}{FOLDER}/feed.json"}
        items = []
        for at in newest:
            letter = self._letter(at)
            item: dict[str, Any] = {
                "id": self._tag(at),
                "title": letter.title,
                "summary": letter.preheader,
                "content_html": entry(letter, base or "../"),
                "date_published": self._stamp(at),
                "language": letter.language,
                "tags": [name(letter, Speech(letter.language))],
            }
            if base:
                item["url"] = f"{base}{FOLDER}/{letter.week}/index.html"
                book = f"{base}{FOLDER}/{letter.week}/letter.epub"
                item["attachments"] = [{"url": book, "mime_type": "application/epub+zip"}]
            items.append(item)
        return json.dumps({**feed, "items": items}, ensure_ascii=False) + "\n"


def _none(_file: str) -> bytes | None:
    return None


def _fingerprint() -> str:
    """A hash over the code that letters are made by."""
    h = hashlib.blake2b(digest_size=10)
    for path in sorted([*_ROOM.glob("*.py"), *_ROOM.glob("templates/*")]):
        h.update(path.name.encode() + path.read_bytes())
    return h.hexdigest()
