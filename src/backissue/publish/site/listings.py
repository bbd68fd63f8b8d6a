"""What all listings share: lines of articles, the frame of a listing, and making one only if what it lists has changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from markupsafe import Markup

from backissue.publish.render import items, names
from backissue.publish.render.frame import Frame
from backissue.publish.render.listing import Group, Listing
from backissue.publish.render.words import trusted
from backissue.publish.site.feeds import Feeds
from backissue.publish.site.light import Light
from backissue.publish.site.output import Output
from backissue.publish.site.settings import Settings
from backissue.publish.site.shelves import Shelves, sort_onto_shelves

__all__ = ["Group", "Listings", "Stacks"]


class Stacks:
    """The articles of one build, ready to be listed: each as a line and as a dated line, made when first asked for.

    One for all listings. ``lost`` is how many articles are known and not held. Where ``changed`` is given, all
    that no article at those places is on stands as it was made before, on these ``shelves``. ``days`` are by place.
    """

    def __init__(
        self,
        frame: Frame,
        settings: Settings,
        output: Output,
        *,
        code: str,
        lights: Sequence[Light],
        feeds: Feeds,
        lost: int,
        shelves: Shelves | None = None,
        changed: frozenset[int] | None = None,
    ) -> None:
        self.frame, self.settings, self.output, self.code = frame, settings, output, code
        self.lights, self.feeds, self.lost = lights, feeds, lost
        self.shelves = shelves or sort_onto_shelves(lights)
        self.changed = changed
        self.days = [""] * len(lights)
        for day, members in self.shelves.days.items():
            for at in members:
                self.days[at] = day
        self.untitled = str(frame.words.untitled)
        self.lines = _Lines(items.line, lights, self.untitled)
        self.dated = _Lines(items.dated, lights, self.untitled)


class _Lines(dict[int, str]):
    """The line of each article by its place, made when it is first asked for and kept: an article is on a dozen pages."""

    def __init__(self, make: Callable[[Light, str], str], lights: Sequence[Light], untitled: str) -> None:
        super().__init__()
        self._make, self._lights, self._untitled = make, lights, untitled

    def __missing__(self, at: int) -> str:
        made = self[at] = self._make(self._lights[at], self._untitled)
        return made


class Listings:
    """Some of the pages that list articles. Made from lights and shelves; no record is read here."""

    def __init__(self, stacks: Stacks) -> None:
        self.frame, self.settings, self.output, self.code = stacks.frame, stacks.settings, stacks.output, stacks.code
        self.lights, self.shelves, self.feeds, self.lost = stacks.lights, stacks.shelves, stacks.feeds, stacks.lost
        self.days = stacks.days
        self.untitled, self._changed = stacks.untitled, stacks.changed
        self._lines, self._dated = stacks.lines, stacks.dated

    def list(self, members: Iterable[int], root: str) -> Markup:
        """List items for a page that lies ``root`` below the site's folder."""
        lines = self._lines
        return trusted("".join([f'<li><a href="{root}{lines[at]}' for at in members]))

    def list_dated(self, members: Iterable[int], root: str) -> Markup:
        """The same with the day of each."""
        lines = self._dated
        return trusted("".join([f'<li><a href="{root}{lines[at]}' for at in members]))

    def cards(self, members: Iterable[int], root: str) -> Markup:
        """Cards with the beginning of each text."""
        picture = self.settings.media
        return trusted("".join(items.card(self.lights[at], root, self.untitled, picture=picture) for at in members))

    def stands(self, members: Iterable[int]) -> bool:
        """Whether a page that lists ``members`` is as it was made before."""
        return self._changed is not None and self._changed.isdisjoint(members)

    def put(self, name: str, members: Sequence[int], more: object, make: Callable[[], str]) -> None:
        """The page ``name``, if the articles on it or ``more`` have changed since it was last made."""
        if self.stands(members):
            return
        lights = self.lights
        said = f"{self.code}\0{more}\0{''.join([lights[at].mark for at in members])}"
        self.output.put(name, hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=10).hexdigest(), make)

    def listing(
        self, name: str, *, sort: str, title: str, heading: Markup | str, groups: Sequence[Group], **more: Any
    ) -> str:
        """A page of the common shape; ``more`` goes to ``Listing``, but ``here`` and ``feeds`` (type and address)."""
        root, base = names.root(name), self.settings.url
        here = more.pop("here", "archive")
        feeds: Sequence[tuple[str, str]] = more.pop("feeds", ())
        meta = "".join(
            [f'<link rel="alternate" type="{kind}" title="{escape(title)}" href="{href}">\n' for kind, href in feeds]
        )
        if base:
            meta += f'<link rel="canonical" href="{base}{name}">\n'
        main = Listing(root, self.frame.lang, heading, groups, feed=feeds[0][1] if feeds else "", **more)
        return self.frame.wrap(
            root=root, here=here, kind=f"listing by-{sort}", title=title, meta=meta, main=main.html(self.frame.words)
        )

    def held_by_month(self) -> dict[str, int]:
        """``2021-02`` to how many articles of that month are held."""
        counts: dict[str, int] = defaultdict(int)
        for day, members in self.shelves.days.items():
            counts[day[:7]] += len(members)
        return dict(counts)

    def say(self, n: int) -> str:
        """How many articles, in bare words."""
        return self.frame.words.plain("n_articles", n=n)
