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

from backissue import urls
from backissue.model import Author, Record
from backissue.publish.render import article as render
from backissue.publish.render import body, cite, names
from backissue.publish.render.escaping import escape
from backissue.publish.render.escaping import quoted as q
from backissue.publish.render.frame import Frame
from backissue.publish.render.words import CATALOGUE, long_date
from backissue.publish.site.light import Light, authors_of, day_of, one_line, plain_address, readable
from backissue.publish.site.settings import Settings

__all__ = ["Maker", "Piece", "Place", "changes_path"]

_LINK = re.compile(r'<a href="(https?://[^"]*)" rel="noopener noreferrer">')
_LINKS_KEPT = 60
_SHOWN = 200
_LONGEST_LINK = 1000
_SUMMARY = 100
_LEFT_OUT = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A page's own parts, without its neighbours; ``links`` are the paper's own addresses in its text."""

    meta: str
    text: str
    tail: str
    summary: str
    links: tuple[str, ...]


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
            authors=[
                render.Byline(a.name, f"authors/{names.of(a.name)}.html", tuple(x for x in (a.role, a.place) if x))
                for a in people
            ],
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
            record, path, title, section, people, day, original, capture, when, body.plain(record.body, _SUMMARY)
        )
        return Piece(
            meta=self._meta(known, published_iso, updated_iso),
            text=shown,
            tail=self._tail(known),
            summary=known.summary,
            links=links,
        )

    def page(self, light: Light, piece: Piece, place: Place) -> str:
        """The whole page."""
        frame, text = self._frame, piece.text
        if place.links:
            text = _LINK.sub(lambda m: _inward(m, place.links), text)
        root = names.root(light.path)
        meta = piece.meta
        turns: list[render.Turn | None] = []
        for one, rel in ((place.before, "prev"), (place.after, "next")):
            turns.append(render.Turn(f"{root}{one.path}.html", one.title, one.language or frame.lang) if one else None)
            meta += f'<link rel="{rel}" href="{root}{one.path}.html">\n' if one else ""
        page = render.Page(
            language=light.language or frame.lang,
            text=text,
            foot=piece.tail,
            related=place.related,
            tags=[(tag, root + href if href else "") for tag, href in place.tags],
            aliases=place.aliases,
            before=turns[0],
            after=turns[1],
        )
        return frame.wrap(
            root=root,
            here="",
            kind="article",
            title=light.title or frame.words.plain("untitled"),
            meta=meta,
            main=page.html(frame.words, frame.lang),
        )

    def _moment(self, said: date | datetime | None, day: date | None) -> tuple[str, str]:
        """A time as ISO and as readers write it, in the paper's own zone."""
        if isinstance(said, datetime):
            return said.isoformat(), f"{long_date(said.date(), self._frame.ui)} {said:%H:%M}"
        said = said or day
        return (said.isoformat(), long_date(said, self._frame.ui)) if said else ("", "")

    def _meta(self, known: _Known, published: str, updated: str) -> str:
        record, base = known.record, self._settings.url
        image = next((i.file for i in record.images if i.file and body.MEDIA.match(i.file) and self._held(i.file)), "")
        here = f"{base}{known.path}.html" if base else ""
        people = ",".join(
            [
                f'{{"@type":"{"Person" if a.kind == "person" else "Organization"}","name":{q(a.name)}}}'
                for a in known.people
            ]
        )
        language = record.language or self._frame.lang
        pairs = (
            ("headline", q(known.title)),
            ("datePublished", q(published) if published else ""),
            ("dateModified", q(updated) if updated else ""),
            ("author", f"[{people}]" if people else ""),
            ("publisher", f'{{"@type":"NewsMediaOrganization","name":{q(record.publisher or self._publisher)}}}'),
            ("inLanguage", q(language) if language else ""),
            ("articleSection", q(known.section) if known.section else ""),
            ("keywords", f"[{','.join(map(q, tags))}]" if (tags := record.editor_tags or record.tags) else ""),
            ("image", f"[{q(base + image)}]" if image and base else ""),
            ("url", q(here) if here else ""),
            ("mainEntityOfPage", q(here) if here else ""),
            ("isBasedOn", q(known.original) if known.original else ""),
            ("archivedAt", q(known.capture) if known.capture else ""),
            ("copyrightNotice", q(record.rights) if record.rights else ""),
        )
        data = "".join([f',"{name}":{value}' for name, value in pairs if value])
        relations = [
            (rel, href)
            for rel, href in (("original", known.original), ("memento", known.capture))
            if len(href) <= _LONGEST_LINK and _web(href)
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
            data=f'{{"@context":"https://schema.org","@type":"NewsArticle"{data}}}',
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
            url=_shown(known.original, 400) if _web(known.original) else "",
            archived=capture if len(capture) <= 400 else "",
            captured=when,
            language=language,
        )
        taken = ""
        if when:
            utc = when.astimezone(UTC)
            taken = f'<time datetime="{utc:%Y-%m-%dT%H:%M:%SZ}">{long_date(utc.date(), self._frame.ui)} {utc:%H:%M:%S} UTC</time>'
        stored = ""
        if source and source.file:
            where = f"{source.file} @ {source.offset}" if source.offset is not None else source.file
            kind = f"{self._frame.words.raw.get(source.kind)} " if source.kind in CATALOGUE else ""
            stored = f'{kind}<span class="url">{escape(where)}</span>'
        archive = urls.host(capture) if capture else ""
        digest = _digest(record)
        twins = ", ".join(r.id for r in record.revisions if r.same_text and r.id)
        facts = (
            ("archive_name", escape(archive), ""),
            ("captured", taken, ""),
            ("original", escape(_shown(readable(known.original))), ' class="url"'),
            ("stored_in", stored, ""),
            ("digest", f"<code>{escape(digest)}</code>" if digest else "", ' class="url"'),
            ("record_id", f"<code>{escape(record.id)}</code>", ""),
            ("alternate_ids", escape(twins), ""),
            ("removed", _codes(_left_out(record.removed)), ""),
            ("doubts", _codes(record.findings), ""),
            ("rights", escape(record.rights or ""), f' lang="{escape(language)}"'),
        )
        citations = (("BibTeX", cite.bibtex(work)), ("RIS", cite.ris(work)), ("CSL-JSON", cite.csl(work)))
        return render.Foot(facts, capture, archive, citations).html(self._frame.words)


def changes_path(path: str) -> str:
    """The page of an article's revisions."""
    return "changes/" + path.partition("/")[2] + ".html"


def _nothing(path: str) -> bool:  # noqa: ARG001
    return False


def _web(url: str | None) -> str:
    """The URL if a browser may be led there, else nothing."""
    return url if url and urls.is_web(url) else ""


def _shown(url: str, longest: int = _SHOWN) -> str:
    """A URL for reading: the middle of a very long one is left out."""
    return url if len(url) <= longest else f"{url[: longest - 45]}…{url[-44:]}"


def _digest(record: Record) -> str:
    if record.source and record.source.digest:
        return f"sha1:{record.source.digest}"
    return f"sha256:{record.source.sha256}" if record.source and record.source.sha256 else ""


def _left_out(removed: Sequence[str]) -> list[str]:
    """What was left out, as a reader may know it: the words of a footer, a name of a part; not a selector."""
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
