"""What only the whole archive can say of each of its files, learned in one pass over all of them.

Memory is about a kilobyte a file: texts are not kept. What comes out is small:
the template, and a note for each file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from backissue.adopt.addresses import Addresses
from backissue.adopt.between import intervals
from backissue.adopt.opening import Foreign, Opened, cleaned
from backissue.adopt.template import Tally, Template
from backissue.pages import wording
from backissue.text.fold import fold

__all__ = ["Knowledge", "Note", "survey"]

_EMPTY_OFTEN = 3
"""Files of one title and no text: one may be an article that lost its text, three are something else."""
_SAME_OFTEN = 5
_SHORT = 600
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(<?(https?://(?:[^()\s<>]|\([^()\s]*\))+)")
_DOWN = re.compile(
    r"\W*(?:temporarily offline|service (?:temporarily )?unavailable|(?:we.ll )?be back soon)\W*", re.IGNORECASE
)
_HEADING = re.compile(r"\s*# [^\n]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Note:
    """What the archive says of one file. ``id`` is empty for a file without front matter; ``not_article`` says why it is none.

    ``what`` is then the word for what it is (``outage``, ``farewell``…), as far as words tell. ``held_elsewhere`` says
    that another file is the same article's revision.
    """

    path: str
    sha256: str
    id: str = ""
    not_article: str = ""
    what: str = ""
    held_elsewhere: bool = False
    pointer: str | None = None
    canonical_url: str | None = None
    address_how: str = ""
    candidates: tuple[str, ...] = ()
    title_slug: str = ""
    editor_tags: tuple[str, ...] = ()
    tags_how: str = ""
    between: tuple[date, date] | None = None
    between_ids: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What was learned: the template of all, and a note for each file, in the order of the files."""

    template: Template
    notes: tuple[Note, ...] = field(default=())


@dataclass(slots=True)
class _Seen:
    path: str
    sha256: str
    names: tuple[str, ...] = ()
    title: str = ""
    day: date | None = None
    dated: bool = False
    tags: tuple[str, ...] = ()
    url: str = ""
    empty: bool = False
    short: str = ""
    links: tuple[str, ...] = ()
    id: str = ""


def survey(
    files: Iterable[tuple[str, str, Foreign | None]], keep: Callable[[str, Opened], object] | None = None
) -> Knowledge:
    """Learn from ``files``: path, SHA-256 and what was opened (None: no front matter). Read once, not kept.

    ``keep`` is given each path and its record with the text cleaned, for whoever wants to read it next.
    """
    tally = Tally()
    seen: list[_Seen] = []
    for path, digest, foreign in files:
        if foreign is None:
            seen.append(_Seen(path, digest))
            continue
        seen.append(_look(path, digest, foreign, tally, keep))
    _name(seen)
    addresses = Addresses()
    for one in seen:
        if one.id and one.url:
            addresses.add(one.id, "" if one.empty else one.title, one.tags, one.url)
    for one in seen:
        for url in one.links:
            addresses.link(one.id, url)
    addresses.learn()
    no_articles = _no_articles(seen)
    days = {int(s.id): s.day for s in seen if s.day and s.id.isdecimal() and s.path not in no_articles}
    wanted = [int(s.id) for s in seen if not s.dated and s.id.isdecimal() and s.path not in no_articles]
    spans = intervals(days, wanted)
    held = {s.id for s in seen if s.id and s.path not in no_articles}
    notes = []
    for one in seen:
        if not one.id:
            notes.append(Note(one.path, one.sha256))
            continue
        why = no_articles.get(one.path, "")
        pointer = addresses.pointer(one.id)
        repaired = addresses.repair(one.id)
        tags, how = ((), "") if why else addresses.editor_tags(one.id, repaired)
        span = spans.get(int(one.id)) if not one.dated and one.id.isdecimal() else None
        notes.append(
            Note(
                one.path,
                one.sha256,
                one.id,
                not_article=why,
                what=_what(one.title) if why else "",
                held_elsewhere=bool(why) and not held.isdisjoint({*addresses.group(one.id), pointer}),
                pointer=pointer,
                canonical_url=repaired.url if repaired else None,
                address_how=repaired.how if repaired else "",
                candidates=repaired.candidates if repaired else (),
                title_slug=repaired.title if repaired else "",
                editor_tags=tags,
                tags_how=how,
                between=(span.first, span.last) if span else None,
                between_ids=(span.before, span.after) if span else None,
            )
        )
    return Knowledge(tally.template(), tuple(notes))


def _look(
    path: str, digest: str, foreign: Foreign, tally: Tally, keep: Callable[[str, Opened], object] | None
) -> _Seen:
    title = foreign.text("title") or ""
    printed = foreign.text("date") or ""
    body = foreign.body
    text = _HEADING.sub("", body, count=1)
    empty = not text or text.isspace()
    opened = cleaned(foreign)
    if not empty:
        blocks = opened.text.blocks
        tally.add(title, blocks[1:] if blocks and blocks[0].startswith("# ") else blocks)
    if keep:
        keep(path, opened)
    return _Seen(
        path,
        digest,
        foreign.names,
        title,
        _day(printed),
        bool(printed.strip()),
        foreign.texts("tags") or (),
        foreign.text("original_url") or "",
        empty,
        " ".join(text.split()) if len(text) < _SHORT else "",
        links=_links(foreign.text("original_url") or "", opened.text.blocks),
    )


def _links(own: str, blocks: Iterable[str]) -> tuple[str, ...]:
    """Addresses in a text that lie on its own host: what they say of other articles' addresses is evidence."""
    host = own.partition("://")[2].partition("/")[0].removeprefix("www.")
    if not host:
        return ()
    return tuple(
        url for block in blocks if host in block and "](" in block for url in _LINK.findall(block) if host in url
    )


def _day(printed: str) -> date | None:
    found = _DAY.match(printed)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _name(seen: list[_Seen]) -> None:
    """Give each file the best of its names that no other file has."""
    left = [one for one in seen if one.names]
    taken: set[str] = set()
    level = 0
    while left:
        names = Counter(one.names[min(level, len(one.names) - 1)] for one in left)
        rest = []
        for one in left:
            name = one.names[min(level, len(one.names) - 1)]
            if (names[name] == 1 and name not in taken) or level >= len(one.names) - 1:
                one.id = name
                taken.add(name)
            else:
                rest.append(one)
        left = rest
        level += 1


def _what(title: str) -> str:
    """What an empty file is by its title: the title of an archive's outage page says no more than that it is down."""
    verdict = wording.of_title(title)
    return verdict.kind.value if verdict else "outage" if _DOWN.fullmatch(title) else ""


def _no_articles(seen: list[_Seen]) -> dict[str, str]:
    """Why a file is no article, by its path: the words support it, the company of others decides."""
    empties = Counter(fold(one.title) for one in seen if one.id and one.empty)
    same: dict[tuple[str, str], set[str]] = {}
    for one in seen:
        if one.id and one.short:
            same.setdefault((fold(one.title), one.short), set()).add(one.url or one.id)
    out = {}
    for one in seen:
        if not one.id:
            continue
        if one.empty:
            title = fold(one.title)
            verdict = wording.of_title(one.title) if one.title else None
            if not title:
                out[one.path] = "it holds nothing"
            elif empties[title] >= _EMPTY_OFTEN:
                out[one.path] = f"{empties[title]} files have this title and no text"
            elif verdict and not one.dated:
                out[one.path] = verdict.why
        elif one.short and not one.dated and len(same[title := fold(one.title), one.short]) >= _SAME_OFTEN:
            verdict = wording.of_page(f"{one.title}\n{one.short}")
            if verdict:
                out[one.path] = (
                    f"{len(same[title, one.short])} addresses have this text, and it {verdict.why.removeprefix('its text ')}"
                )
    return out
