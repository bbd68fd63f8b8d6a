"""Decisions of people: withdraw an article, hide a byline, correct a field.

They stand in ``decisions.toml``, dated, and outlive every new extraction. This
module obeys them, in whatever is written and again in whatever is read. It
never writes down who asked.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from backissue.model import Author, BadInstruction, Record

_KINDS = ("withdraw", "hide_byline", "correct")
_TEXTS = ("title", "author", "category", "language", "rights", "canonical_url", "publisher")
_TIMES = ("published", "updated")
_LISTS = ("tags", "editor_tags", "former_titles")
CORRECTABLE = (*_TEXTS, *_TIMES, *_LISTS, "authors")
"""Fields that a decision may correct; the date and address as printed stay as printed."""

# What stands around a name in a byline, and nothing else does: a line or bracket of these and the name goes.
_DRESS = re.compile(
    r"本報|特約|駐[^\s，。]{1,6}(?=記者)|撰文|採訪|采訪|整理|報道|報導|攝影|摄影|撰稿|編輯|翻譯|記者|文字|圖片|作者|文|圖|及|和|與"
    r"|(?i:\b(?:by|text|photos?|reporter|words|and)\b)|[\s:：／/|｜·・,，、&\-–—()（）【】\[\]*_]"
)
_BRACKET = re.compile(r"[（(【\[]([^（(【\[\]】)）\n]*)[)）】\]]")


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided about one article. ``withdrawn`` and ``hidden`` are the dates of the decisions."""

    withdrawn: date | None = None
    hidden: date | None = None
    corrections: Mapping[str, tuple[object, date]] = field(default_factory=dict)


class Decisions:
    """Decisions by article: an id, a revision's id, or an address of the article, exactly."""

    def __init__(self, by_article: Mapping[str, Decision] | None = None) -> None:
        self._by_article = dict(by_article or {})

    def __bool__(self) -> bool:
        return bool(self._by_article)

    @property
    def articles(self) -> tuple[str, ...]:
        """What the decisions name, in the file's order."""
        return tuple(self._by_article)

    def of(self, record: Record) -> Decision | None:
        """The decision that names this record by any of its names."""
        if not self._by_article:
            return None
        for name in names(record):
            if name in self._by_article:
                return self._by_article[name]
        return None

    def apply(self, record: Record) -> Record | None:
        """The record as people decided it shall be; None if it is withdrawn. Applying twice changes nothing more."""
        decision = self.of(record)
        return record if decision is None else obey(decision, record)


def names(record: Record) -> Iterable[str]:
    """What a decision may call this record: its ids and its addresses."""
    yield record.id
    yield from (revision.id for revision in record.revisions if revision.id)
    yield from (url for url in (record.canonical_url, record.original_url, record.url) if url)


def obey(decision: Decision, record: Record) -> Record | None:
    """``record`` under ``decision``, or None if withdrawn."""
    if decision.withdrawn:
        return None
    if decision.corrections:
        evidence = dict(record.evidence)
        for name, (_, day) in decision.corrections.items():
            evidence[name] = f"decision of {day.isoformat()}"
        changes: dict[str, Any] = {name: value for name, (value, _) in decision.corrections.items()}
        record = dataclasses.replace(record, **changes, evidence=evidence)
    return hide(record) if decision.hidden else record


def hide(record: Record, also: Iterable[str] = ()) -> Record:
    """The record without its byline: in its fields, at the edges of its text, and in its pictures' credits.

    ``also`` gives more names than the record's own, such as those of a newer revision.
    """
    known = known_names(record) | set(also)
    evidence = {k: v for k, v in record.evidence.items() if k not in ("author", "authors")}
    return dataclasses.replace(
        record,
        author=None if record.author is None else "",
        authors=(),
        byline="hidden",
        body=without_byline(record.body, known),
        images=tuple(
            dataclasses.replace(i, credit=None) if i.credit and any(n in i.credit for n in known) else i
            for i in record.images
        ),
        evidence={k: v for k, v in evidence.items() if not any(n in v for n in known)},
    )


def known_names(record: Record) -> set[str]:
    """The names of the record's byline, and the byline as printed, longer than one character."""
    found = {author.name for author in record.authors}
    if record.author:
        found |= {record.author, *re.split(r"[、,，／/&]| and ", record.author)}
    return {name.strip() for name in found if len(name.strip()) > 1}


def without_byline(body: str, known: Iterable[str]) -> str:
    """The text without lines and brackets that are a byline with one of these names.

    A name within a sentence stays: taking it out would change what the article says.
    """
    either = "|".join(re.escape(name) for name in sorted(known, key=lambda n: (-len(n), n)))
    if not either:
        return body
    name = re.compile(either)
    credit = re.compile(rf' "[^"\n]*(?:{either})[^"\n]*"(?=\)$)')

    def is_byline(text: str) -> bool:
        """Whether nothing is left but a name's dress when the names are out."""
        return bool(name.search(text)) and not _DRESS.sub("", name.sub("", text))

    kept = []
    for text in body.split("\n"):
        if name.search(text):
            text = _BRACKET.sub(lambda m: "" if is_byline(m[1]) else m[0], text)
            text = credit.sub("", text) if text.startswith("![") else text
            if is_byline(text) or not text.strip():
                continue
        kept.append(text)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def read(path: Path) -> Decisions:
    """The decisions in a file; none if there is no file. A mistake raises BadInstruction, naming entry and key."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Decisions()
    except UnicodeDecodeError as error:
        raise BadInstruction(f"{path.name} is not UTF-8", "Save it as UTF-8.") from error
    return parse(text, path.name)


def parse(text: str, where: str = "decisions.toml") -> Decisions:
    """The decisions in a TOML text."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInstruction(f"{where}: {error}", "Mend that line and run this again.") from error
    found: dict[str, Decision] = {}
    for kind, entries in tables.items():
        _known(kind, _KINDS, where)
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise BadInstruction(f"{where}: {kind} is not a list of tables", f"Write [[{kind}]] above each decision.")
        for number, entry in enumerate(entries, 1):
            _take(found, kind, entry, f"{where}, {kind} {number}")
    return Decisions(found)


def _take(found: dict[str, Decision], kind: str, entry: dict[str, Any], where: str) -> None:
    for key in entry:
        _known(key, ("article", "date", "set") if kind == "correct" else ("article", "date"), where)
    article, day = entry.get("article"), entry.get("date")
    if isinstance(article, int):
        article = str(article)
    if not isinstance(article, str) or not article:
        raise BadInstruction(f"{where}: no article", 'Name it by its id or address: article = "38092"')
    if not isinstance(day, date) or isinstance(day, datetime):
        raise BadInstruction(f"{where}: no date", "Every decision is dated: date = 2026-11-22")
    decision = found.get(article, Decision())
    if kind == "withdraw":
        decision = dataclasses.replace(decision, withdrawn=day)
    elif kind == "hide_byline":
        decision = dataclasses.replace(decision, hidden=day)
    else:
        fields = entry.get("set")
        if not isinstance(fields, dict) or not fields:
            raise BadInstruction(f"{where}: nothing to correct", 'Say what is right: set = { title = "…" }')
        corrections = dict(decision.corrections)
        for name, value in fields.items():
            _known(name, CORRECTABLE, f"{where}, set")
            corrections[name] = (_value(name, value, where), day)
        decision = dataclasses.replace(decision, corrections=corrections)
    found[article] = decision


def _value(name: str, value: object, where: str) -> object:
    if name in _TEXTS and isinstance(value, str):
        return value
    if name in _LISTS and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if name == "authors" and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(Author(v) for v in value)
    if name in _TIMES and isinstance(value, date):
        if isinstance(value, datetime) and value.tzinfo is None:
            raise BadInstruction(f"{where}: {name} has no zone", "Write it like 2021-02-11T12:46:29+08:00.")
        return value
    wanted = "a date" if name in _TIMES else "text" if name in _TEXTS else "a list of texts"
    raise BadInstruction(f"{where}: {name} is not {wanted}", "Mend that value and run this again.")


def _known(key: str, allowed: tuple[str, ...], where: str) -> None:
    if key in allowed:
        return
    near = difflib.get_close_matches(key, allowed, 1, 0.5)
    hint = f"Did you mean {near[0]}?" if near else f"It may be one of: {', '.join(allowed)}."
    raise BadInstruction(f"{where}: unknown key {key!r}", hint)
