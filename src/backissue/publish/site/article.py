"""An article's page: what the record says, where it comes from, how to cite it.

Made in two steps. ``Maker.piece`` needs the record alone; ``Maker.page`` puts the
piece between its neighbours, which are known only when every record was seen.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime
from typing import Any

from backissue import urls
from backissue.model import Author, Record
from backissue.publish.render import body, cite, names
from backissue.publish.render.frame import Frame
from backissue.publish.render.words import long_date, trusted
from backissue.publish.site.light import Light, authors_of, day_of, one_line, plain_address
from backissue.publish.site.settings import Settings

__all__ = ["Maker", "Piece", "Place", "changes_path"]

_LINK = re.compile(r'<a href="(https?://[^"]*)" rel="noopener noreferrer">')
_LINKS_KEPT = 60
_SHOWN = 200
_SPEECH = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A page's own parts, without its neighbours; ``links`` are the paper's own addresses in its text."""

    meta: str
    text: str
    tail: str
    links: tuple[str, ...]


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
        shown = frame.page(
            "text.html",
            root=root,
            title=title,
            section=section,
            section_href=f"sections/{names.of(section)}.html",
            labels=[x for x in map(one_line, record.labels) if x and x not in title],
            hidden=record.byline == "hidden",
            authors=[(a, f"authors/{names.of(a.name)}.html") for a in people],
            published=published,
            published_iso=published_iso,
            updated=updated,
            updated_iso=updated_iso,
            between=record.published_between if not published else None,
            former=former,
            changes=changes_path(path) if versions and record.byline != "hidden" else "",
            revisions=versions,
            body=trusted(text),
            embeds=[
                {"platform": e.platform, "title": e.title, "url": _shown(e.url), "href": _web(e.url)}
                for e in record.embeds
            ],
            mentions=[
                {
                    "platform": c.platform,
                    "kind": c.kind,
                    "by": c.by,
                    "held": c.held,
                    "url": _shown(c.url or ""),
                    "href": _web(c.url),
                }
                for c in record.citations
            ],
        )
        capture = _web(record.url)
        when = record.source.when if record.source and record.source.when else None
        if when is None and capture and (digits := urls.timestamp_of(capture)):
            when = _from_digits(digits)
        known: dict[str, Any] = {
            "record": record,
            "title": title,
            "section": section,
            "people": people,
            "original": original,
            "capture": capture,
            "when": when,
        }
        return Piece(
            meta=self._meta(**known, path=path, published=published_iso, updated=updated_iso),
            text=shown,
            tail=self._tail(**known, day=day),
            links=links,
        )

    def page(self, light: Light, piece: Piece, place: Place) -> str:
        """The whole page."""
        text = piece.text
        if place.links:
            text = _LINK.sub(lambda m: _inward(m, place.links), text)
        return self._frame.page(
            "article.html",
            root=names.root(light.path),
            here="",
            title=light.title or self._frame.words.plain("untitled"),
            lang=light.language or self._frame.lang,
            meta=trusted(piece.meta),
            text=trusted(text),
            tail=trusted(piece.tail),
            before=place.before,
            after=place.after,
            tags=place.tags,
            aliases=place.aliases,
            related=trusted(place.related),
        )

    def _moment(self, said: date | datetime | None, day: date | None) -> tuple[str, str]:
        """A time as ISO and as readers write it, in the paper's own zone."""
        if isinstance(said, datetime):
            return said.isoformat(), f"{long_date(said.date(), self._frame.ui)} {said:%H:%M}"
        said = said or day
        return (said.isoformat(), long_date(said, self._frame.ui)) if said else ("", "")

    def _meta(
        self,
        *,
        record: Record,
        path: str,
        title: str,
        section: str,
        people: Sequence[Author],
        published: str,
        updated: str,
        original: str,
        capture: str,
        when: datetime | None,
    ) -> str:
        base = self._settings.url
        description = body.plain(record.body, 140)
        image = next((i.file for i in record.images if i.file and body.MEDIA.match(i.file) and self._held(i.file)), "")
        ld: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title}
        if published:
            ld["datePublished"] = published
        if updated:
            ld["dateModified"] = updated
        if people:
            ld["author"] = [
                {"@type": "Person" if a.kind == "person" else "Organization", "name": a.name} for a in people
            ]
        ld["publisher"] = {"@type": "NewsMediaOrganization", "name": record.publisher or self._publisher}
        if record.language or self._frame.lang:
            ld["inLanguage"] = record.language or self._frame.lang
        if section:
            ld["articleSection"] = section
        if record.editor_tags or record.tags:
            ld["keywords"] = list(record.editor_tags or record.tags or ())
        if image and base:
            ld["image"] = [base + image]
        if base:
            ld["url"] = ld["mainEntityOfPage"] = f"{base}{path}.html"
        if original:
            ld["isBasedOn"] = original
        if capture:
            ld["archivedAt"] = capture
        if record.rights:
            ld["copyrightNotice"] = record.rights
        return self._frame.page(
            "meta.html",
            title=title,
            description=description,
            published_iso=published,
            updated_iso=updated,
            section=section,
            base=base,
            here_url=f"{base}{path}.html" if base else "",
            image=image,
            mementos=_mementos(original, capture, when),
            ld=trusted(json.dumps(ld, ensure_ascii=False, separators=(",", ":")).translate(_SPEECH)),
        )

    def _tail(
        self,
        *,
        record: Record,
        title: str,
        section: str,
        people: Sequence[Author],
        day: date | None,
        original: str,
        capture: str,
        when: datetime | None,
    ) -> str:
        source = record.source
        work = cite.Work(
            id=record.id,
            title=title,
            paper=record.publisher or self._publisher,
            people=tuple(a.name for a in people if a.kind == "person"),
            bodies=tuple(a.name for a in people if a.kind != "person"),
            published=day,
            section=section,
            url=_shown(original, 400) if _web(original) else "",
            archived=capture if len(capture) <= 400 else "",
            captured=when,
            language=record.language or self._frame.lang,
        )
        stored = ""
        if source and source.file:
            stored = f"{source.file} @ {source.offset}" if source.offset is not None else source.file
        return self._frame.page(
            "tail.html",
            archive=urls.host(capture) if capture else "",
            capture=capture,
            captured=f"{long_date(when.astimezone(UTC).date(), self._frame.ui)} {when.astimezone(UTC):%H:%M:%S} UTC"
            if when
            else "",
            captured_iso=when.astimezone(UTC).isoformat().replace("+00:00", "Z") if when else "",
            original=_shown(original),
            stored=stored,
            source_kind=source.kind if source else "",
            digest=_digest(record),
            id=record.id,
            twins=", ".join(r.id for r in record.revisions if r.same_text and r.id),
            removed=", ".join(record.removed),
            doubts=", ".join(record.findings),
            rights=record.rights,
            citations=(("BibTeX", cite.bibtex(work)), ("RIS", cite.ris(work)), ("CSL-JSON", cite.csl(work))),
        )


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


def _mementos(original: str, capture: str, when: datetime | None) -> list[dict[str, str]]:
    """RFC 7089 relations: the original, this article's capture with its time (UTC)."""
    found = []
    if _web(original) and len(original) <= 1000:
        found.append({"rel": "original", "href": original, "when": ""})
    if capture and len(capture) <= 1000:
        stamp = format_datetime(when.astimezone(UTC), usegmt=True) if when else ""
        found.append({"rel": "memento", "href": capture, "when": stamp})
    return found


def _from_digits(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _inward(match: re.Match[str], links: dict[str, str]) -> str:
    local = links.get(html.unescape(match[1]))
    return f'<a class="inward" href="{local}">' if local else match[0]
