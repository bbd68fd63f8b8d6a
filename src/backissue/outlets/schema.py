"""The keys of ``outlet.toml``: one table, from which the reader and the JSON Schema are made.

Refuses nothing itself; reading.py does the checking.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backissue.outlets.picks import FIELDS

__all__ = ["SYNONYMS", "TABLES", "Key", "json_schema"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it holds, what it says, whether it must be there, and what it may be.

    ``kind`` is text, texts, date, zone, match, selector, selectors, pattern(s),
    picks, cleans, or tables (then ``table`` names the table of its keys).
    """

    kind: str
    words: str
    needed: bool = False
    choices: tuple[str, ...] = ()
    table: str = ""


_RULES = {
    "picks": Key("picks", "Where each field stands: the first pick that answers wins."),
    "drop": Key("selectors", "Selectors of what is taken out of the body."),
    "cut": Key("patterns", "Patterns: from the line that matches on, all is footer."),
    "clean": Key("cleans", "Patterns whose matches are taken out of a field."),
}

TABLES: dict[str, dict[str, Key]] = {
    "": {
        "name": Key("text", "The newspaper's name.", needed=True),
        "hosts": Key("texts", "Its hosts, without http://; '*.' before one means all below it."),
        "language": Key("text", "A language tag, such as zh-Hant-HK."),
        "timezone": Key("zone", "The IANA zone that bare times on its pages mean.", needed=True),
        "closed": Key("date", "The day it closed; later captures are suspect."),
        "rights": Key("text", "What to say of its rights."),
        "dates": Key("texts", "Forms such as DD.MM.YY that settle what a doubtful date means."),
        "sections": Key("texts", "The names of its sections."),
        "places": Key(
            "texts",
            "Places that its bylines name behind who wrote, as people are named; a mark and a star (`，*`): whatever stands behind that mark.",
        ),
        "page": Key("tables", "URL rules: the first that fits says what a page is.", table="page"),
        "card": Key("tables", "Where its listings name articles.", table="card"),
        **_RULES,
        "era": Key("tables", "Its page templates: the first that fits a page wins.", table="era"),
    },
    "page": {
        "kind": Key("text", "What such a page is.", needed=True, choices=("article", "listing", "page", "ignore")),
        "match": Key(
            "match", "A path: {id} and {name} name parts, * stays within a segment, ** is anything.", needed=True
        ),
        "id": Key("text", "How the record's id is made of the names; {id} unless said."),
    },
    "card": {
        "block": Key("selector", "The card of one article.", needed=True),
        "link": Key("selector", "Its link, within the card."),
        "title": Key("selector", "Its headline, within the card."),
        "date": Key("selector", "Its date, within the card."),
        "byline": Key("selector", "Its byline, within the card."),
    },
    "era": {
        "note": Key("text", "What this template is, for people."),
        "has": Key("selector", "What tells a page of this era; the body unless said."),
        "body": Key("selector", "The article's text: every outermost match, in order."),
        **_RULES,
    },
}

SYNONYMS = {
    "author": "byline",
    "authors": "byline",
    "section": "category",
    "date": "published",
    "last_updated": "updated",
    "headline": "title",
    "content": "body",
    "host": "hosts",
    "domain": "hosts",
    "tz": "timezone",
    "zone": "timezone",
    "lang": "language",
    "pages": "page",
    "eras": "era",
    "cards": "card",
    "url": "match",
    "path": "match",
    "pattern": "match",
    "remove": "drop",
    "type": "kind",
}
"""What people write when they mean one of ours; a hint, never read."""

_TEXT = {"type": "string"}
_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": _TEXT}]}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``outlet.toml`` as loaded from TOML, dates as strings."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "outlet.toml",
        "description": "What Backissue knows about one newspaper. docs/outlet.md explains it.",
        **_table(TABLES[""]),
    }


def _table(keys: dict[str, Key]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, key in keys.items() if key.needed],
        "properties": {name: {**_shape(key), "description": key.words} for name, key in keys.items()},
    }


def _shape(key: Key) -> dict[str, Any]:
    if key.kind == "tables":
        return {"type": "array", "items": _table(TABLES[key.table])}
    if key.kind == "picks":
        properties = {name: {**_ONE_OR_MORE, "description": words} for name, words in FIELDS.items()}
        return {"type": "object", "additionalProperties": False, "properties": properties}
    if key.kind == "cleans":
        properties = {name: {**_ONE_OR_MORE, "description": words} for name, words in FIELDS.items()}
        properties["body"] = {**_ONE_OR_MORE, "description": "the text, line by line"}
        return {"type": "object", "additionalProperties": False, "properties": properties}
    if key.kind in ("texts", "selectors", "patterns"):
        return dict(_ONE_OR_MORE)
    if key.kind == "date":
        return {"type": "string", "format": "date"}
    return {**_TEXT, "enum": list(key.choices)} if key.choices else dict(_TEXT)
