"""An article's page: what the record says, where it comes from, how to cite it.

Made in two steps. ``Maker.piece`` needs the record alone; ``Maker.page`` puts the
piece between its neighbours, which are known only when every record was seen.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from backissue import urls
from backissue.model import Author, Note, Origin, Record
from backissue.publish.render import article as render
from backissue.publish.render import body, cite, names
from backissue.publish.render.escaping import escape, word
from backissue.publish.render.escaping import quoted as q
from backissue.publish.render.escaping import quoted_word as qw
from backissue.publish.render.frame import Frame
from backissue.publish.render.words import CATALOGUE, long_date
from backissue.publish.site.light import Light, authors_of, day_of, one_line, plain_address, readable
from backissue.publish.site.settings import Settings

__all__ = ["Maker", "Piece", "Place", "Sheet", "changes_path"]

_LINK = re.compile(r'<a href="(https?://[^"]*)" rel="noopener noreferrer">')
_LINKS_KEPT = 60
_SHOWN = 200
_LONGEST_LINK = 1000
_SUMMARY = 100
_SIMPLE_WEB = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/").match
_LEFT_OUT = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A page's own parts, without its neighbours; ``links`` are the paper's own addresses in its text."""

    meta: str
    text: str
    tail: str
    summary: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece's three parts as they go into a file."""

    meta: bytes
    text: bytes
    tail: bytes

    @classmethod
    def of(cls, piece: Piece) -> Sheet:
        """The parts of ``piece`` in UTF-8 (lone surrogates as ``?``)."""
        return cls(_bytes(piece.meta), _bytes(piece.text), _bytes(piece.tail))


@dataclass(slots=True)
class _Known:
    """What several parts of one page need."""

    record: Record
    path: str
    title: str
    section: str
    people: Sequence[Author]
    day: date | None
    original: str
    original_web: str
    capture: str
    when: datetime | None
    summary: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands: its neighbours, its relations, and how words and links of it lead on."""

    before: Light | None
    after: Light | None
    tags: Sequence[tuple[str, str]]
    aliases: Sequence[str]
    related: str
    links: dict[str, str]


class Maker:
    """Makes article pages for one paper."""

    def __init__(self, frame: Frame, settings: Settings, publisher: str, held: Callable[[str], bool]) -> None:
        self._frame, self._settings, self._publisher, self._held = frame, settings, publisher, held
        words = frame.words
        self._missing = f'<span lang="{frame.ui}">{words.picture_missing}</span>'
        self._picture = words.plain("pictures")
        self._foot = render.Foot(words)

    def piece(self, record: Record, path: str) -> Piece:
        """What the record alone says; ``path`` is its page."""
        frame, root = self._frame, names.root(path)
        day, people = day_of(record), authors_of(record)
        title = one_line(record.title or "")
        section = one_line(record.category or "")
        held = self._held if self._settings.media else _nothing
        text = body.to_html(record.body, root, held, self._missing, self._picture)
        original = record.canonical_url or record.original_url or ""
        own = plain_address(record.original_url or original).partition("/")[0]
        links: tuple[str, ...] = ()
        if own and own in text:
            hrefs = [html.unescape(m[1]) for m in _LINK.finditer(text)]
            links = tuple(
                sorted({h for h in hrefs if plain_address(h).partition("/")[0] == own and len(h) < 2048})[:_LINKS_KEPT]
            )
        published_iso, published = self._moment(record.published, day)
        updated_iso, updated = self._moment(record.updated, None)
        if updated_iso == published_iso:
            updated_iso = updated = ""
        former = [t for t in map(one_line, record.former_titles) if t and t != title]
        versions = sum(1 for r in record.revisions if not r.same_text)
        first, last = record.published_between or (None, None)
        head = render.Head(
            title=title,
            root=root,
            section=section,
            section_href=f"sections/{names.of(section)}.html",
            labels=[x for x in map(one_line, record.labels) if x and x not in title],
            hidden=record.byline == "hidden",
            signatures="".join(
                [
                    render.signature(f"{root}authors/{names.of(a.name)}.html", a.name, a.role or "", a.place or "")
                    for a in people
                ]
            ),
            published=(published_iso, published),
            updated=(updated_iso, updated),
            between=(first.isoformat(), last.isoformat()) if first and last else ("", ""),
            former=former,
            changes=changes_path(path) if versions and record.byline != "hidden" else "",
            versions=versions,
        )
        shown = f'{head.html(frame.words)}<div class="body">\n{text}</div>\n'
        if record.embeds or record.citations:
            shown += render.aside(
                frame.words,
                [(e.platform or "", e.title or _shown(e.url), _web(e.url)) for e in record.embeds],
                [
                    (c.platform, " · ".join(x for x in (c.kind, c.by, _shown(c.url or "")) if x), _web(c.url), c.held)
                    for c in record.citations
                ],
            )
        capture = _web(record.url)
        when = record.source.when if record.source and record.source.when else None
        if when is None and capture and (digits := urls.timestamp_of(capture)):
            when = _from_digits(digits)
        known = _Known(
            record,
            path,
            title,
            section,
            people,
            day,
            original,
            _web(original),
            capture,
            when,
            body.plain(record.body, _SUMMARY),
        )
        return Piece(
            meta=self._meta(known, published_iso, updated_iso),
            text=shown,
            tail=self._tail(known),
            summary=known.summary,
            links=links,
        )

    def page(self, light: Light, sheet: Sheet, place: Place) -> bytes:
        """The whole page."""
        frame, text = self._frame, sheet.text
        if place.links:
            text = _bytes(_LINK.sub(lambda m: _inward(m, place.links), text.decode()))
        root = names.root(light.path)
        rels = ""
        turns: list[render.Turn | None] = []
        for one, rel in ((place.before, "prev"), (place.after, "next")):
            turns.append(render.Turn(f"{root}{one.path}.html", one.title, one.language or frame.lang) if one else None)
            rels += f'<link rel="{rel}" href="{root}{one.path}.html">\n' if one else ""
        around = render.Surroundings(
            related=place.related,
            tags=[(tag, root + href if href else "") for tag, href in place.tags],
            aliases=place.aliases,
            before=turns[0],
            after=turns[1],
        ).html(frame.words, frame.lang)
        title = escape(light.title) or frame.words.plain("untitled")
        language = word(light.language or frame.lang)
        start, after_title, after_meta, end = frame.shell(root=root, here="", kind="article")
        return b"".join(
            (
                start,
                _bytes(f"{title}{after_title}"),
                sheet.meta,
                _bytes(f'{rels}{after_meta}<article lang="{language}">\n'),
                text,
                _bytes(around),
                sheet.tail,
                end,
            )
        )

    def _moment(self, said: date | datetime | None, day: date | None) -> tuple[str, str]:
        """A time as ISO and as readers write it, in the paper's own zone."""
        if isinstance(said, datetime):
            iso = said.isoformat()
            return iso, f"{long_date(said, self._frame.ui)} {iso[11:16]}"
        said = said or day
        return (said.isoformat(), long_date(said, self._frame.ui)) if said else ("", "")

    def _meta(self, known: _Known, published: str, updated: str) -> str:
        record, base = known.record, self._settings.url
        image = next((i.file for i in record.images if i.file and body.MEDIA.match(i.file) and self._held(i.file)), "")
        here = f"{base}{known.path}.html" if base else ""
        people = ",".join(
            [
                f'{{"@type":"{"Person" if a.kind == "person" else "Organization"}","name":{qw(a.name)}}}'
                for a in known.people
            ]
        )
        language = record.language or self._frame.lang
        data = f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":{q(known.title)}'
        if published:
            data += f',"datePublished":{q(published)}'
        if updated:
            data += f',"dateModified":{q(updated)}'
        if people:
            data += f',"author":[{people}]'
        data += f',"publisher":{{"@type":"NewsMediaOrganization","name":{qw(record.publisher or self._publisher)}}}'
        if language:
            data += f',"inLanguage":{qw(language)}'
        if known.section:
            data += f',"articleSection":{qw(known.section)}'
        if tags := record.editor_tags or record.tags:
            data += f',"keywords":[{",".join(map(qw, tags))}]'
        if image and base:
            data += f',"image":[{q(base + image)}]'
        if here:
            at = q(here)
            data += f',"url":{at},"mainEntityOfPage":{at}'
        if known.original:
            data += f',"isBasedOn":{q(known.original)}'
        if corrections := [q(n.text) for n in record.notes if n.kind != "editor"]:
            data += f',"correction":[{",".join(corrections)}]'
        if first := record.republished_from:
            at = f',"url":{q(first.url)}' if first.url else ""
            data += f',"sourceOrganization":{{"@type":"Organization","name":{qw(first.name)}{at}}}'
        if known.capture:
            data += f',"archivedAt":{q(known.capture)}'
        if record.rights:
            data += f',"copyrightNotice":{qw(record.rights)}'
        relations = [
            (rel, href)
            for rel, href in (("original", known.original_web), ("memento", known.capture))
            if len(href) <= _LONGEST_LINK and href
        ]
        return render.Meta(
            title=known.title,
            paper=self._frame.name,
            description=known.summary,
            published=published,
            updated=updated,
            section=known.section,
            here=here,
            image=base + image if base and image else "",
            relations=relations,
            data=f"{data}}}",
        ).html()

    def _tail(self, known: _Known) -> str:
        record, when, capture = known.record, known.when, known.capture
        source = record.source
        language = record.language or self._frame.lang
        work = cite.Work(
            id=record.id,
            title=known.title,
            paper=record.publisher or self._publisher,
            people=tuple(a.name for a in known.people if a.kind == "person"),
            bodies=tuple(a.name for a in known.people if a.kind != "person"),
            published=known.day,
            section=known.section,
            url=_shown(known.original_web, 400),
            archived=capture if len(capture) <= 400 else "",
            captured=when,
            language=language,
        )
        taken = ""
        if when:
            utc = when.astimezone(UTC)
            iso = utc.isoformat()[:19]
            taken = f'<time datetime="{iso}Z">{long_date(utc, self._frame.ui)} {iso[11:]} UTC</time>'
        stored = ""
        if source and source.file:
            where = f"{source.file} @ {source.offset}" if source.offset is not None else source.file
            kind = f"{self._frame.words.raw.get(source.kind)} " if source.kind in CATALOGUE else ""
            stored = f'{kind}<span class="url">{escape(where)}</span>'
        archive = _host(capture) if capture else ""
        digest = _digest(record)
        twins = ", ".join(r.id for r in record.revisions if r.same_text and r.id)
        facts = (
            ("archive_name", word(archive), ""),
            ("captured", taken, ""),
            ("original", escape(_shown(readable(known.original))), ' class="url"'),
            ("first_published", _first(record.republished_from), f' lang="{word(language)}"'),
            ("paper_notes", self._notes(record.notes), f' lang="{word(language)}"'),
            ("stored_in", stored, ""),
            ("digest", f"<code>{escape(digest)}</code>" if digest else "", ' class="url"'),
            ("record_id", f"<code>{escape(record.id)}</code>", ""),
            ("alternate_ids", escape(twins), ""),
            ("removed", _codes(_left_out(record.removed)), ""),
            ("doubts", _codes(record.findings), ""),
            ("rights", word(record.rights or ""), f' lang="{word(language)}"'),
        )
        citations = (("BibTeX", cite.bibtex(work)), ("RIS", cite.ris(work)), ("CSL-JSON", cite.csl(work)))
        return self._foot.html(facts, capture, archive, citations)

    def _notes(self, notes: Sequence[Note]) -> str:
        """What the paper says of its own article, each note after its kind."""
        made = []
        for note in notes:
            kind = self._frame.words.raw.get(note.kind) if note.kind in CATALOGUE else ""
            made.append(f'<span class="role" lang="{self._frame.ui}">{kind}</span> {escape(note.text)}')
        return "<br>".join(made)


def _first(origin: Origin | None) -> str:
    """Who published first, with the address that the article gives, to read and not to follow."""
    if origin is None:
        return ""
    return escape(origin.name) + (f' <span class="url">{escape(_shown(origin.url))}</span>' if origin.url else "")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def changes_path(path: str) -> str:
    """The page of an article's revisions."""
    return "changes/" + path.partition("/")[2] + ".html"


def _nothing(path: str) -> bool:  # noqa: ARG001
    return False


def _web(url: str | None) -> str:
    """The URL if a browser may be led there, else nothing."""
    return url if url and (_SIMPLE_WEB(url) or urls.is_web(url)) else ""


def _host(url: str) -> str:
    start = url.find("://")
    return _host_of(url[: url.find("/", start + 3) + 1] or url) if start > 0 else urls.host(url)


_host_of = lru_cache(1 << 10)(urls.host)


def _shown(url: str, longest: int = _SHOWN) -> str:
    """A URL for reading: the middle of a very long one is left out."""
    return url if len(url) <= longest else f"{url[: longest - 45]}…{url[-44:]}"


def _digest(record: Record) -> str:
    if record.source and record.source.digest:
        return f"sha1:{record.source.digest}"
    return f"sha256:{record.source.sha256}" if record.source and record.source.sha256 else ""


def _left_out(removed: Sequence[str]) -> list[str]:
    """What was left out, as a reader may know it: the words of a footer, a name of a part; not a selector."""
    if not removed:
        return []
    words = [r.removeprefix("cut ").strip("^$") for r in removed if not r.startswith("drop ")]
    return [w if len(w) <= _LEFT_OUT else f"{w[:_LEFT_OUT]}…" for w in words]


def _codes(codes: Sequence[str]) -> str:
    return f"<code>{escape(', '.join(codes))}</code>" if codes else ""


def _from_digits(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _inward(match: re.Match[str], links: dict[str, str]) -> str:
    local = links.get(html.unescape(match[1]))
    return f'<a class="inward" href="{local}">' if local else match[0]
