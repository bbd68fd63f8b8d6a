"""What only the whole archive can say of each of its files, learned in one pass over all of them.

Memory is about a kilobyte a file: texts are not kept. What comes out is small:
the template, and a note for each file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from backissue.adopt import markup
from backissue.adopt.addresses import Addresses
from backissue.adopt.between import intervals
from backissue.adopt.opening import Foreign
from backissue.adopt.template import Tally, Template
from backissue.pages import wording
from backissue.text.fold import fold

__all__ = ["Knowledge", "Note", "survey"]

_EMPTY_OFTEN = 3
"""Files of one title and no text: one may be an article that lost its text, three are something else."""
_SAME_OFTEN = 5
_SHORT = 600
_HEAD_CHARS, _TAIL_CHARS, _LOOKED_AT = 300, 1400, 2500
"""Characters at the edges of a text in which template is looked for."""
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_HEADING = re.compile(r"\s*# [^\n]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Note:
    """What the archive says of one file. ``id`` is empty for a file without front matter; ``not_article`` says why it is none.

    ``held_elsewhere`` says that another file is the same article's revision.
    """

    path: str
    sha256: str
    id: str = ""
    not_article: str = ""
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
    id: str = ""


def survey(files: Iterable[tuple[str, str, Foreign | None]]) -> Knowledge:
    """Learn from ``files``: path, SHA-256 and what was opened (None: no front matter). Read once, not kept."""
    tally = Tally()
    seen: list[_Seen] = []
    for path, digest, foreign in files:
        if foreign is None:
            seen.append(_Seen(path, digest))
            continue
        seen.append(_look(path, digest, foreign, tally))
    _name(seen)
    addresses = Addresses()
    for one in seen:
        if one.id and one.url:
            addresses.add(one.id, "" if one.empty else one.title, one.tags, one.url)
    addresses.learn()
    no_articles = _no_articles(seen)
    days = {int(s.id): s.day for s in seen if s.day and s.id.isdecimal() and s.path not in no_articles}
    wanted = [int(s.id) for s in seen if not s.dated and s.id.isdecimal() and s.path not in no_articles]
    spans = intervals(days, wanted)
    held = {s.id for s in seen if s.id and s.path not in no_articles}
    notes = []
    for one in seen:
        note = Note(one.path, one.sha256, one.id)
        if one.id:
            repaired = addresses.repair(one.id)
            note = replace(note, pointer=addresses.pointer(one.id))
            if repaired:
                note = replace(
                    note,
                    canonical_url=repaired.url,
                    address_how=repaired.how,
                    candidates=repaired.candidates,
                    title_slug=repaired.title,
                )
            if one.path in no_articles:
                company = {*addresses.group(one.id), note.pointer}
                note = replace(note, not_article=no_articles[one.path], held_elsewhere=bool(company & held))
            else:
                tags, how = addresses.editor_tags(one.id, repaired)
                note = replace(note, editor_tags=tags, tags_how=how)
            if not one.dated and one.id.isdecimal() and (span := spans.get(int(one.id))):
                note = replace(note, between=(span.first, span.last), between_ids=(span.before, span.after))
        notes.append(note)
    return Knowledge(tally.template(), tuple(notes))


def _look(path: str, digest: str, foreign: Foreign, tally: Tally) -> _Seen:
    title = foreign.text("title") or ""
    printed = foreign.text("date") or ""
    body = foreign.body
    text = _HEADING.sub("", body, count=1)
    empty = not text.strip()
    if not empty:
        tally.add(title, _blocks(body))
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
    )


def _blocks(body: str) -> list[str]:
    """The blocks at the text's edges, as reading will have them: what lies between is not looked at."""
    if len(body) > _LOOKED_AT:
        head = body.find("\n\n", _HEAD_CHARS)
        tail = body.rfind("\n\n", 0, len(body) - _TAIL_CHARS)
        if 0 < head < tail:
            body = body[:head] + body[tail:]
    text = markup.clean(markup.plain_addresses(body)[0]).blocks
    return text[1:] if text and text[0].startswith("# ") else text


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
        title = fold(one.title)
        if one.empty:
            verdict = wording.of_title(one.title) if one.title else None
            if not title:
                out[one.path] = "it holds nothing"
            elif empties[title] >= _EMPTY_OFTEN:
                out[one.path] = f"{empties[title]} files have this title and no text"
            elif verdict and not one.dated:
                out[one.path] = verdict.why
        elif one.short and not one.dated and len(same[title, one.short]) >= _SAME_OFTEN:
            verdict = wording.of_page(f"{one.title}\n{one.short}")
            if verdict:
                out[one.path] = (
                    f"{len(same[title, one.short])} addresses have this text, and it {verdict.why.removeprefix('its text ')}"
                )
    return out
