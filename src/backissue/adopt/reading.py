"""One foreign record made a draft of ours, with what the whole archive says of it.

The first eight keys are kept to the letter. What is concluded stands under
keys of ours, with its evidence. Opens no file and knows no other record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from backissue import urls
from backissue.adopt import markup, template, who
from backissue.adopt.citations import citations_in
from backissue.adopt.findings import FINDINGS
from backissue.adopt.knowledge import Note
from backissue.adopt.opening import Foreign, Opened
from backissue.adopt.template import Template
from backissue.model import Author, Citation, Finding, Image, Record, Source
from backissue.records import FINDINGS as RECORDS
from backissue.records import Draft, Light
from backissue.records.languages import agrees
from backissue.records.likeness import Trace, trace
from backissue.text import dates, markdown
from backissue.text.fold import fold
from backissue.text.scripts import language_of

__all__ = ["Reader", "Settings", "stamped"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?")
_SHIELD = re.compile(r"\[email[\s\xa0]+protected\]")
_SAID = frozenset({"address.repaired", "date.between", "byline.from-text"})
"""Codes that say what was done and not what is wrong: a record says it in its evidence."""
_PARAGRAPH, _TOLD_BY = 30, 160
"""Characters from which a block is a paragraph, and how many of those tell a text's language."""
_REGIONS = {
    "Asia/Hong_Kong": "HK",
    "Asia/Taipei": "TW",
    "Asia/Macau": "MO",
    "Asia/Shanghai": "CN",
    "Asia/Singapore": "SG",
}
"""Zones of one territory: where bare times mean this, Chinese is that territory's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user says of the paper: never guessed. ``timezone`` is an IANA name; bare times mean it."""

    timezone: str | None = None
    publisher: str | None = None
    rights: str | None = None
    language: str | None = None


class Reader:
    """Makes drafts of the records of one archive, with what is known of all of it.

    What a text says by itself is worked out once for revisions that stand beside each other and share it.
    """

    def __init__(self, known: Template, settings: Settings) -> None:
        self.known = known
        self.settings = settings
        self.zone = dates.zone(settings.timezone)
        self._lately: dict[tuple[str, ...], _Said] = {}

    def read(self, opened: Opened, note: Note) -> Draft:
        """The draft of a record; takes ``opened``'s text apart. Findings' subject is the record's id."""
        foreign, text, stamps, tz = opened.foreign, opened.text, opened.stamps, self.zone
        found = _Found(note.id)
        evidence: dict[str, str] = {}
        title = foreign.text("title")
        if text.blocks and text.blocks[0].startswith("# "):
            heading = text.blocks[0][2:].split("\n")[0].strip()
            if not title or heading == title or fold(heading) == fold(title):
                title = title or heading
                text.blocks[0] = text.blocks[0].partition("\n")[2].strip()
                if not text.blocks[0]:
                    del text.blocks[0]
        said = self._said(tuple(text.blocks))
        url, original = foreign.text("url"), foreign.text("original_url")
        when = _served(url, stamps, found, foreign.path)
        printed, changed = foreign.text("date"), foreign.text("last_updated")
        published, updated = _moment(printed, tz), _moment(changed, tz)
        if printed:
            evidence["date"] = "page"
        if title:
            evidence["title"] = "page"
        author = foreign.text("author")
        told = who.authors_of(_names(foreign, author), said.byline, said.boxed)
        if told.how in ("text", "author's box"):
            evidence["authors"] = told.how
            if told.how == "text" and author and not _same(author, told.authors):
                found.add("byline.from-text", printed=author, names=[a.name for a in told.authors])
        if note.canonical_url:
            evidence["canonical_url"] = note.address_how
            found.add("address.repaired", how=note.address_how, address=note.canonical_url)
        if note.candidates or (original and not note.canonical_url and _lost(original)):
            found.add("address.candidates", candidates=list(note.candidates))
        if note.editor_tags:
            evidence["editor_tags"] = note.tags_how
        if note.between and published is None and note.between_ids:
            evidence["published_between"] = f"ids {note.between_ids[0]} and {note.between_ids[1]}"
            found.add(
                "date.between",
                first=note.between[0].isoformat(),
                last=note.between[1].isoformat(),
                ids=list(note.between_ids),
            )
        elif printed and published is None:
            found.records("field.date-unread", printed=printed)
        elif published is None:
            found.records("field.date-missing")
        embedded = {embed.platform for embed in text.embeds if embed.platform} if text.embeds else ()
        cited = tuple(post for post in said.posts if post.platform not in embedded)
        _letters(foreign, said.body, text, cited, found)
        if not said.body.strip():
            found.records("body.empty")
        record = Record(
            id=note.id,
            title=title,
            date=printed,
            last_updated=changed,
            author=author,
            category=foreign.text("category"),
            tags=foreign.texts("tags"),
            url=url,
            original_url=original,
            canonical_url=note.canonical_url,
            published=published,
            published_between=note.between if published is None else None,
            updated=updated,
            language=_language(title or "", said.blocks, self.settings),
            publisher=self.settings.publisher,
            rights=self.settings.rights,
            authors=told.authors,
            editor_tags=note.editor_tags,
            embeds=tuple(text.embeds),
            citations=cited,
            images=said.images,
            source=Source("adopted", when, f"captures/adopted/{foreign.path}", sha256=note.sha256),
            evidence=dict(sorted(evidence.items())),  # as it comes back from a file of JSON
            removed=said.removed,
            findings=found.codes,
            body=said.body,
        )
        light = Light(
            key=note.id,
            id=note.id,
            title=title or "",
            day=dates.day_of(published).isoformat() if published else "",
            sketch=said.trace.sketch,
            digest=said.trace.digest,
            length=said.trace.length,
            pointer=note.pointer,
            when=when,
        )
        return Draft(record, light, tuple(found.findings))

    def _said(self, blocks: tuple[str, ...]) -> _Said:
        said = self._lately.get(blocks)
        if said is None:
            if len(self._lately) >= _LATELY:
                del self._lately[next(iter(self._lately))]
            said = self._lately[blocks] = _say(blocks, self.known)
        return said


_LATELY = 64
"""Texts of which it is remembered what they say."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says by itself: its own blocks and what was taken from it, its byline, and the posts it does not link to."""

    blocks: tuple[str, ...]
    removed: tuple[str, ...]
    boxed: str
    body: str
    byline: tuple[Author, ...]
    posts: tuple[Citation, ...]
    images: tuple[Image, ...]
    trace: Trace


def _say(blocks: tuple[str, ...], known: Template) -> _Said:
    kept = template.cut(blocks, known)
    body = "\n\n".join(kept.blocks)
    plain = markdown.rough(body)
    return _Said(
        tuple(kept.blocks),
        tuple(kept.removed),
        kept.boxed,
        body,
        who.byline_in(kept.blocks),
        citations_in(plain, _linked(body)),
        markup.images(kept.blocks) if "![" in body else (),
        trace(plain),
    )


class _Found:
    """Findings about one record."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        self.findings: list[Finding] = []

    def add(self, code: str, **evidence: Any) -> None:
        """A finding of this room."""
        self.findings.append(FINDINGS[code].about(self.subject, **evidence))

    def records(self, code: str, **evidence: Any) -> None:
        """A finding that the room of records makes too."""
        self.findings.append(RECORDS[code].about(self.subject, **evidence))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, each once, sorted."""
        return tuple(sorted({finding.code for finding in self.findings} - _SAID))


def _served(url: str | None, stamps: Mapping[str, int], found: _Found, path: str) -> datetime | None:
    """When the capture that gave the text was served, UTC: what the text's own addresses say, else ``url``."""
    said = urls.timestamp_of(url) if url else None
    own = max(stamps, key=lambda stamp: (stamps[stamp], stamp == said)) if stamps else None
    if said and own and own != said and stamps.get(said, 0) < stamps[own]:
        found.add("provenance.redirected", url=said, served=own, file=path)
        return stamped(own) or stamped(said)
    return stamped(said or own)


def _lost(url: str) -> bool:
    return "%EF%BF%BD" in url.upper() or "\ufffd" in url


def stamped(digits: str | None) -> datetime | None:
    """The moment (UTC) that a web archive's 14 digits stand for; None where they stand for none."""
    if not digits or len(digits) != 14 or not digits.isdecimal():
        return None
    try:
        return datetime.fromisoformat(f"{digits[:8]}T{digits[8:]}Z")
    except ValueError:
        return None


def _moment(printed: str | None, tz: tzinfo | None) -> date | datetime | None:
    """A printed date, or time with its zone; a bare time without a known zone counts as its date."""
    if not printed or not (printed := printed.strip()):
        return None
    if _DAY.fullmatch(printed):
        try:
            return date.fromisoformat(printed)
        except ValueError:
            return None
    found = _MOMENT.fullmatch(printed)
    if not found:
        return dates.parse_date(printed, tz)
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3] or ''}")
    except ValueError:
        return None
    if moment.tzinfo:
        return moment
    return moment.replace(tzinfo=tz) if tz else moment.date()


def _names(foreign: Foreign, author: str | None) -> str:
    """The byline, all names of a list."""
    several = foreign.fields.get("author")
    if isinstance(several, list):
        names = [
            item if isinstance(item, str) else item.get("name", "") for item in several if isinstance(item, (str, dict))
        ]
        return "、".join(filter(None, names))
    return author or ""


def _same(author: str, authors: tuple[Author, ...]) -> bool:
    return all(one.name in author for one in authors)


def _linked(body: str) -> frozenset[str]:
    """The platforms that a link of the text leads to: a post there is held, or can be."""
    return frozenset(name for name, host in _HOSTS.items() if host in body) if ".com" in body else frozenset()


_HOSTS = {name: f"{name.lower()}.com" for name in ("Twitter", "Facebook", "Instagram", "Telegram", "YouTube", "TikTok")}


def _letters(foreign: Foreign, body: str, text: markup.Text, cited: Sequence[Citation], found: _Found) -> None:
    """Trouble with the letters of the text, and of the file."""
    if foreign.refused:
        found.add("adopted.not-yaml", file=foreign.path, why=foreign.refused, lost=list(foreign.lost))
    if foreign.unknown:
        found.add("adopted.key-unknown", keys=list(foreign.unknown))
    if foreign.codec:
        found.add("text.encoding-undone", code_page=foreign.codec, file=foreign.path)
    if foreign.signs:
        found.add("text.signs-undone", runs=[list(run) for run in foreign.signs], file=foreign.path)
    if text.open_emphasis:
        found.add("text.emphasis-open", blocks=text.open_emphasis)
    if "email" in body and _SHIELD.search(body):
        found.records("text.email-shielded", times=len(_SHIELD.findall(body)))
    if "\ufffd" in body:
        found.records("text.lost-bytes", letters=body.count("\ufffd"))
    if cited:
        found.add("media.mentioned-not-held", platform=cited[0].platform)


def _language(title: str, blocks: Sequence[str], settings: Settings) -> str | None:
    """What the letters of the first paragraphs say, in the words of what is declared; captions and names do not count."""
    said = [title]
    for block in blocks:
        if len(block) > _PARAGRAPH and not block.startswith(("![", "[")):
            said.append(block[:_TOLD_BY])
            if sum(map(len, said)) > _TOLD_BY:
                break
    told = language_of("\n".join(said if len(said) > 1 else [title, *blocks])[: 2 * _TOLD_BY])
    if settings.language and (told is None or agrees(settings.language, told)):
        return settings.language
    region = _REGIONS.get(settings.timezone or "")
    if told and region and told in ("zh-Hant", "zh-Hans") and not settings.language:
        return f"{told}-{region}"
    return told
