"""Addresses as they were: slugs that lost their letters, proven from revisions, titles and tags; misreadings undone.

Gives an address only where all that is known points to one; several that fit
are candidates, and are listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from backissue.adopt import garbled, slugs
from backissue.adopt.slugs import LOST, Slugs

__all__ = ["Address", "Addresses", "Entry", "Repaired", "split"]

_URL = re.compile(r"(https?://[^/?#]+)/?([^?#]*)(.*)", re.DOTALL)
_TAIL_NUMBER = re.compile(r"-(\d+)$")
_CANDIDATES = 8
_ID = 40


@dataclass(frozen=True, slots=True)
class Address:
    """An article's address in pieces: what stands up to its id, and the encoded segments after it."""

    root: str
    rest: tuple[str, ...]
    query: str
    ruined: bool


@dataclass(frozen=True, slots=True)
class Repaired:
    """The address as it was, how that is known; or candidates. ``title`` is the proven slug of the title."""

    url: str | None = None
    how: str = ""
    candidates: tuple[str, ...] = ()
    title: str = ""


@dataclass(slots=True)
class Entry:
    """What addresses are repaired from: one record."""

    id: str
    title: str
    tags: tuple[str, ...]
    address: Address
    pointer: str = ""
    group: str = ""


def split(url: str, identity: str) -> Address | None:
    """The pieces of ``url`` around the segment that is the article's id; None if it has none."""
    found = _URL.match(url)
    if not found:
        return None
    parts = found[2].split("/")
    if identity not in parts:
        return None
    at = parts.index(identity)
    root = "/".join([found[1], *parts[: at + 1]])
    path = "/".join(parts[at + 1 :])
    return Address(root, tuple(parts[at + 1 :]), found[3], "%EF%BF%BD" in path.upper() or LOST in path)


class Addresses:
    """All addresses of an archive; ``learn`` all of them first, then ``repair`` any."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._slugs = Slugs()
        self._numbers: Counter[tuple[int, int, bool]] = Counter()
        self._fits: Counter[tuple[int, str]] = Counter()
        self._known: Counter[str] = Counter()
        self._never: Counter[str] = Counter()
        self._groups: dict[str, list[str]] = {}
        self._links: dict[str, list[tuple[str, Address]]] = {}
        self._places: frozenset[tuple[int, int]] = frozenset()

    def add(self, identity: str, title: str, tags: Sequence[str], url: str) -> None:
        """Take note of a record."""
        address = split(url, identity)
        if address is None:
            return
        self.entries[identity] = Entry(identity, title, tuple(tags), address)
        for i, part in enumerate(address.rest):
            if number := _TAIL_NUMBER.search(part):
                self._numbers[len(address.rest), i, number[1] == identity] += 1

    def link(self, seen_in: str, url: str) -> None:
        """Take note of a link in a record's text; all records must have been added."""
        for part in _parts(url):
            entry = self.entries.get(part)
            address = split(url, part) if entry and part != seen_in else None
            if entry and address and not address.ruined and _place(address.root) == _place(entry.address.root):
                self._links.setdefault(part, []).append((seen_in, address))

    def learn(self) -> None:
        """Learn where pointers stand, who is whose revision, and how slugs are made."""
        sure = {
            (size, i)
            for size, i, same in self._numbers
            if same
            and self._numbers[size, i, True] >= 5
            and self._numbers[size, i, True] >= 0.2 * self._numbers[size, i, False]
        }
        self._places = frozenset(sure)
        for entry in self.entries.values():
            entry.pointer = self._pointer(entry)
            entry.group = f"-{entry.pointer}" if entry.pointer else entry.title
            self._groups.setdefault(entry.group, []).append(entry.id)
            if entry.title and entry.group != entry.title:
                self._groups.setdefault(entry.title, []).append(entry.id)
        clean = [e for e in self.entries.values() if e.title and e.address.rest and not e.address.ruined]
        for entry in clean:
            self._slugs.learn(entry.title, _decoded(entry.address.rest[-1]))
        for entry in clean:
            self._learn_fit(entry)
            self._learn_tags(entry)

    def pointer(self, identity: str) -> str | None:
        """The id of the live revision that the address of ``identity`` names; None if it names none."""
        entry = self.entries.get(identity)
        return entry.pointer or None if entry else None

    def group(self, identity: str) -> list[str]:
        """The ids that the same pointer unites with ``identity``, itself among them."""
        entry = self.entries.get(identity)
        return self._groups.get(f"-{entry.pointer}", [identity]) if entry and entry.pointer else [identity]

    def repair(self, identity: str) -> Repaired | None:
        """What the address was; None where nothing is wrong with it, or nothing is known."""
        entry = self.entries.get(identity)
        if entry is None or not entry.address.rest:
            return None
        if entry.address.ruined:
            return self._restore(entry)
        return _undo(entry)

    def editor_tags(self, identity: str, repaired: Repaired | None) -> tuple[tuple[str, ...], str]:
        """The tags that are an editor's own, by the slug, and how that is known."""
        entry = self.entries.get(identity)
        if entry is None or not entry.tags:
            return (), ""
        url = repaired.url if repaired and repaired.url else None
        address = split(url, identity) if url else entry.address
        parts = self._tag_parts(address, entry) if address and not address.ruined else None
        by_slug = {slugs.of_tag(tag): tag for tag in reversed(entry.tags)}
        if parts:
            own = [by_slug[part] for part in parts if part in by_slug]
            if len(own) == len(parts):
                if len(parts) >= 3:
                    own += [t for t in entry.tags if t not in own and self._known[slugs.of_tag(t)] >= 2]
                return tuple(dict.fromkeys(own)), "slug"
        own = [t for t in entry.tags if self._known[slugs.of_tag(t)] >= 2]
        return tuple(dict.fromkeys(own)), "slugs of other articles" if own else ""

    # How

    def _pointer(self, entry: Entry) -> str:
        rest = entry.address.rest
        for i, part in enumerate(rest):
            if (len(rest), i) in self._places and (found := _TAIL_NUMBER.search(part)):
                return found[1]
        return ""

    def _tag_parts(self, address: Address, entry: Entry) -> list[str] | None:
        """The parts of the slug that holds tags and a pointer, decoded; None if there is no such slug."""
        if not entry.pointer:
            return None
        for i, part in enumerate(address.rest):
            if (len(address.rest), i) in self._places:
                return _TAIL_NUMBER.sub("", _decoded(garbled.path_undone(part)[0])).split("-")
        return None

    def _learn_fit(self, entry: Entry) -> None:
        """Whether a title that has the mask of a slug is the slug's, for addresses of this shape."""
        slug = _decoded(entry.address.rest[-1]).strip("-")
        if not slug.isascii() and LOST not in slug and self._slugs.fits(entry.title, slugs.mask_of(slug)):
            self._fits[len(entry.address.rest), "right" if self._slugs.of_title(entry.title) == slug else "wrong"] += 1

    def _learn_tags(self, entry: Entry) -> None:
        parts = set(self._tag_parts(entry.address, entry) or ())
        if not parts:
            return
        for tag in dict.fromkeys(map(slugs.of_tag, entry.tags)):
            if tag in parts:
                self._known[tag] += 1
            else:
                self._never[tag] += 1

    def _siblings(self, entry: Entry) -> list[Entry]:
        ids = dict.fromkeys([*self._groups.get(entry.group, ()), *self._groups.get(entry.title, ())])
        return [self.entries[i] for i in ids if i != entry.id]

    def _restore(self, entry: Entry) -> Repaired:
        masks = [slugs.mask(part) for part in entry.address.rest]
        siblings = self._siblings(entry)
        whole: dict[tuple[str, ...], str] = {}
        for other in siblings:
            if other.address.ruined or len(other.address.rest) != len(masks):
                continue
            parts = tuple(_decoded(garbled.path_undone(part)[0]) for part in other.address.rest)
            if LOST not in "".join(parts) and [slugs.mask_of(part) for part in parts] == masks:
                whole.setdefault(parts, f"revision {other.id}")
        for seen_in, address in self._links.get(entry.id, ()):
            parts = tuple(_decoded(garbled.path_undone(part)[0]) for part in address.rest)
            if LOST not in "".join(parts) and [slugs.mask_of(part) for part in parts] == masks:
                whole.setdefault(parts, f"link in {seen_in}")
        title = masks[-1]
        titles = self._titles(entry, siblings, masks)
        if len(whole) == 1 and len(masks) > 1:
            ((found, whose),) = whole.items()
            return Repaired(_joined(entry, found), f"{whose} + byte mask", (), found[-1])
        titles |= {found[-1]: whose for found, whose in whole.items()}
        choices: list[list[str]] = []
        tagged = False
        for i, part in enumerate(masks):
            if LOST not in part:
                choices.append([part])
            elif i == len(masks) - 1:
                choices.append(sorted(titles))
            elif (len(masks), i) in self._places:
                choices.append(self._tag_slugs(entry, siblings, part))
                tagged = True
            else:
                choices.append([])
        proven_title = next(iter(titles)) if len(titles) == 1 and self._trusted(entry, title, titles) else ""
        if all(len(c) == 1 for c in choices) and (proven_title or LOST not in title):
            how = " and ".join(filter(None, (titles.get(proven_title, ""), "tags" if tagged else "")))
            return Repaired(
                _joined(entry, [c[0] for c in choices]), f"{how or 'pointer'} + byte mask", (), proven_title
            )
        if proven_title:  # what is proven is mended, what is not stays lost
            url = _joined(entry, [c[0] if len(c) == 1 else None for c in choices])
            return Repaired(
                url, f"{titles[proven_title]} + byte mask", tuple(self._candidates(entry, choices)), proven_title
            )
        return Repaired(None, "", tuple(self._candidates(entry, choices)), "")

    def _titles(self, entry: Entry, siblings: Iterable[Entry], masks: Sequence[str]) -> dict[str, str]:
        """Slugs of titles, of this record and its revisions, that have the mask, and whose they are."""
        out: dict[str, str] = {}
        for other in (entry, *(s for s in siblings if s.group == entry.group)):
            if other.title and self._slugs.fits(other.title, masks[-1]):
                mask = masks[-1]
                slug = self._slugs.of_title(other.title)
                slug = "-" * (len(mask) - len(mask.lstrip("-"))) + slug + "-" * (len(mask) - len(mask.rstrip("-")))
                out.setdefault(slug, "title" if other is entry else f"title of revision {other.id}")
        own = [slug for slug, whose in out.items() if whose == "title"]
        found = {own[0]: "title"} if own and len(masks) > 1 else out
        # Some editors put a tag where the title stands: one that fits is a rival.
        rivals = (slugs.of_tag(tag).replace("_", "-") for tag in entry.tags)
        return found | {tag: "tag" for tag in rivals if tag not in found and slugs.mask_of(tag) == masks[-1].strip("-")}

    def _trusted(self, entry: Entry, mask: str, titles: dict[str, str]) -> bool:
        """Whether a title that fits is proof, for addresses of this shape: clean ones must hardly ever deceive."""
        size = len(entry.address.rest)
        right, wrong = self._fits[size, "right"], self._fits[size, "wrong"]
        if right >= 20 and wrong * 200 <= right:
            return True
        structured = len(re.findall(r"[a-z0-9]+", mask)) >= 2 or mask.strip("-").count("-") >= 2
        return structured or any(whose.startswith(("revision", "link")) for whose in titles.values())

    def _tag_slugs(self, entry: Entry, siblings: Iterable[Entry], ruined: str) -> list[str]:
        """What the slug of tags may have been: a revision's, else made of the record's own tags."""
        found = {
            _decoded(garbled.path_undone(part)[0])
            for other in siblings
            if other.group == entry.group and not other.address.ruined
            for part in other.address.rest
        }
        found = {slug for slug in found if LOST not in slug}
        if fitting := sorted(slug for slug in found if slugs.mask_of(slug) == ruined):
            return fitting
        number = _TAIL_NUMBER.search(ruined)
        parts = _TAIL_NUMBER.sub("", ruined).split("-")
        runs = slugs.tag_runs(parts, entry.tags, self._known, self._never)
        made: list[list[str]] = [[]]
        for part, tags in zip(parts, runs, strict=True):
            options = [slugs.of_tag(tag) for tag in tags] if LOST in part else [part]
            made = [
                [*before, option] for before in made for option in options if option not in before or LOST not in part
            ][:_CANDIDATES]
        tail = number.group() if number else ""
        return ["-".join(m) + tail for m in made]

    def _candidates(self, entry: Entry, choices: Sequence[Sequence[str]]) -> list[str]:
        if any(not options for options in choices) or all(len(options) == 1 for options in choices):
            return []
        made: list[list[str]] = [[]]
        for options in choices:
            made = [[*before, option] for before in made for option in options][:_CANDIDATES]
        return [_joined(entry, parts) for parts in made]


def _undo(entry: Entry) -> Repaired | None:
    """An address that was encoded twice or misread, as it was."""
    what: list[str] = []
    parts = []
    for part in entry.address.rest:
        undone, how = garbled.path_undone(part)
        parts.append(undone)
        what += [h for h in how.split(" and ") if h]
    if not what:
        return None
    names = {"twice": "percent-encoded twice, undone", "latin-1": "UTF-8 read as Latin-1, undone"}
    return Repaired(_joined(entry, [_decoded(p) for p in parts]), "; ".join(names[w] for w in dict.fromkeys(what)))


def _joined(entry: Entry, parts: Iterable[str | None]) -> str:
    """The address with decoded segments, as people read it; None stays as it came, a query of others is left out."""
    mended = (part if new is None else _readable(new) for part, new in zip(entry.address.rest, parts, strict=True))
    return "/".join([entry.address.root, *mended])


def _readable(text: str) -> str:
    return re.sub(
        "[\x00-\x20\x7f-\xa0%?#/\u2028\u2029\u3000]", lambda m: "".join(f"%{b:02X}" for b in m.group().encode()), text
    )


def _parts(url: str) -> list[str]:
    """The parts of a path that may be an article's id: those that are short."""
    found = _URL.match(url)
    return [part for part in found[2].split("/") if 0 < len(part) <= _ID] if found else []


def _place(root: str) -> str:
    """A root without scheme and ``www.``."""
    return root.partition("://")[2].removeprefix("www.")


@lru_cache(maxsize=4096)
def _decoded(part: str) -> str:
    return slugs.unquoted(part).decode("utf-8", "replace") if part.isascii() else unquote(part, errors="replace")
