"""For machines: Atom (RFC 4287) and JSON Feed 1.1 of the paper and its shelves, and sitemaps.

A closed paper's feed holds its last articles and never changes again; it is there
for readers' programs and for libraries. Sitemaps need absolute addresses, so
they are written only where the site's own address is known.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from backissue.publish.render import names
from backissue.publish.site.light import Light
from backissue.publish.site.output import Output
from backissue.publish.site.settings import Settings

__all__ = ["Feeds"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PER_SITEMAP = 40_000
_NEVER = "1970-01-01T00:00:00Z"


class Feeds:
    """Writes feeds and sitemaps of one build. ``zone`` is the paper's: a bare day begins at its midnight.

    Where ``changed`` is given, only feeds of articles at those places are looked at.
    """

    def __init__(
        self,
        settings: Settings,
        output: Output,
        code: str,
        lights: Sequence[Light],
        *,
        name: str,
        host: str,
        language: str,
        zone: ZoneInfo | None,
        changed: frozenset[int] | None = None,
    ) -> None:
        self._settings, self._output, self._code, self._lights = settings, output, code, lights
        self._name, self._host, self._language, self._zone = name, host or "backissue.invalid", language, zone
        self._changed = changed

    def write(self, folder: str, title: str, members: Sequence[int], page: str) -> None:
        """``atom.xml`` and ``feed.json`` in ``folder`` (the site's own if empty) for the newest of ``members``."""
        places = members[-self._settings.feed_length :]
        if self._changed is not None and self._changed.isdisjoint(places):
            return
        newest = [self._lights[at] for at in places][::-1]
        h = hashlib.blake2b(f"{self._code}\0{title}\0{page}\0".encode("utf-8", "replace"), digest_size=10)
        for light in newest:
            h.update(light.digest.encode())
            h.update(light.path.encode())
        before = f"{folder}/" if folder else ""
        self._output.put(f"{before}atom.xml", h.hexdigest(), partial(self._atom, folder, title, newest, page))
        self._output.put(f"{before}feed.json", h.hexdigest(), partial(self._json, folder, title, newest, page))

    def sitemaps(self, pages: Sequence[str]) -> None:
        """``sitemap.xml`` and its parts, by year; ``pages`` are the listings. Nothing without an address."""
        base = self._settings.url
        if not base:
            return
        parts: dict[str, list[str]] = defaultdict(list)
        for light in self._lights:
            parts[light.day[:4] or "0000"].append(f"{light.path}.html")
        parts["pages"] = list(pages)
        files = []
        for part, own in sorted(parts.items()):
            for number, start in enumerate(range(0, len(own), _PER_SITEMAP)):
                name = f"sitemaps/{part}{f'-{number}' if number else ''}.xml"
                self._put_map(name, own[start : start + _PER_SITEMAP])
                files.append(name)
        index = "".join(f"<sitemap><loc>{escape(base + f)}</loc></sitemap>\n" for f in files)
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        whole = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{space}">\n{index}</sitemapindex>\n'
        self._output.put("sitemap.xml", hashlib.sha256(whole.encode()).hexdigest()[:20], lambda: whole)
        robots = f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
        self._output.put("robots.txt", hashlib.sha256(robots.encode()).hexdigest()[:20], lambda: robots)

    def _put_map(self, name: str, pages: Sequence[str]) -> None:
        base, space = self._settings.url, "http://www.sitemaps.org/schemas/sitemap/0.9"

        def make() -> str:
            locs = "".join(f"<url><loc>{escape(base + page)}</loc></url>\n" for page in pages)
            return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{locs}</urlset>\n'

        seal = hashlib.blake2b("\n".join((self._code, *pages)).encode(), digest_size=10).hexdigest()
        self._output.put(name, seal, make)

    def _atom(self, folder: str, title: str, newest: Sequence[Light], page: str) -> str:
        base = self._settings.url
        here = f"{folder}/atom.xml" if folder else "atom.xml"
        root = base or names.root(here)
        updated = max((self._stamp(light) for light in newest if light.day), default=_NEVER, key=_moment)
        name = title if title == self._name else f"{self._name}：{title}"
        entries = []
        for light in newest:
            authors = "".join(f"<author><name>{_xml(a)}</name></author>" for a in light.authors)
            section = f'<category term="{_xml(light.section)}"/>' if light.section else ""
            summary = f"<summary>{_xml(light.excerpt)}</summary>" if light.excerpt else ""
            published = f"<published>{self._stamp(light)}</published>" if light.day else ""
            entries.append(
                f'<entry><id>{self._tag(light)}</id><title>{_xml(light.title)}</title><link rel="alternate" type="text/html" '
                f'href="{_xml(root + light.path)}.html"/>{published}<updated>{self._stamp(light)}</updated>{authors}{section}{summary}</entry>\n'
            )
        return (
            f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(self._language)}">\n'
            f"<id>tag:{_xml(self._host)},2000:{_xml(folder or 'paper')}</id><title>{_xml(name)}</title><updated>{updated}</updated>\n"
            f'<author><name>{_xml(self._name)}</name></author><link rel="self" type="application/atom+xml" href="{_xml(root + here)}"/>'
            f'<link rel="alternate" type="text/html" href="{_xml(root + page)}"/><generator>Backissue</generator>\n'
            f"{''.join(entries)}</feed>\n"
        )

    def _json(self, folder: str, title: str, newest: Sequence[Light], page: str) -> str:
        base = self._settings.url
        feed: dict[str, Any] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title if title == self._name else f"{self._name}：{title}",
            "language": self._language,
            "authors": [{"name": self._name}],
        }
        if base:
            feed["home_page_url"] = base + page
            feed["feed_url"] = f"{base}{folder}/feed.json" if folder else f"{base}feed.json"
        found = []
        for light in newest:
            item: dict[str, Any] = {"id": self._tag(light), "title": light.title, "content_text": light.excerpt}
            if base:
                item["url"] = f"{base}{light.path}.html"
            if light.day:
                item["date_published"] = self._stamp(light)
            if light.authors:
                item["authors"] = [{"name": a} for a in light.authors]
            if light.tags:
                item["tags"] = light.tags
            if light.language:
                item["language"] = light.language
            found.append(item)
        feed["items"] = found
        return json.dumps(feed, ensure_ascii=False) + "\n"

    def _tag(self, light: Light) -> str:
        """An id that outlives every address (RFC 4151)."""
        return f"tag:{_xml(self._host)},{light.day or '2000'}:{_xml(light.path)}"

    def _stamp(self, light: Light) -> str:
        """RFC 3339; a bare day begins at midnight of the paper's zone."""
        if not light.day:
            return _NEVER
        if len(light.when) > 10:
            return light.when
        midnight = datetime.combine(date.fromisoformat(light.day), time(), self._zone or UTC)
        return midnight.isoformat().replace("+00:00", "Z")


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
