"""Reads ``outlet.toml``, and is kind about what is wrong with it.

Every complaint names the file, the table and the key, and the nearest thing
that would have been right. Refuses to guess: what it cannot read is a
BadInstruction, before any work has begun.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import hashlib
import json
import tomllib
import zoneinfo
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from backissue.model import BadInstruction, CardRule, Era, Outlet, PageRule
from backissue.outlets import addresses, picks
from backissue.outlets.schema import SYNONYMS, TABLES, Key

__all__ = ["fingerprint", "load", "parse"]

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def load(path: Path) -> Outlet:
    """The outlet written in ``path`` (``outlet.toml``, or the folder that holds it), with its fingerprint."""
    if path.is_dir():
        path = path / "outlet.toml"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadInstruction(
            f"there is no {path.name} in {path.parent}", "Write one, or let `learn` draft it."
        ) from None
    except UnicodeDecodeError as error:
        raise BadInstruction(f"{path.name} is not UTF-8 (byte {error.start})", "Save it as UTF-8.") from None
    except OSError as error:
        raise BadInstruction(f"cannot read {path}: {error.strerror or error}") from error
    return parse(text, path.name)


def parse(text: str, where: str = "outlet.toml") -> Outlet:
    """The outlet written in the TOML ``text``; ``where`` names it in complaints."""
    try:
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise BadInstruction(f"{where} is no TOML: {error}") from None
    values = _Reader(where).table(data, "", "")
    outlet = Outlet(
        name=values["name"],
        hosts=values.get("hosts", ()),
        timezone=values["timezone"],
        language=values.get("language"),
        closed=values.get("closed"),
        rights=values.get("rights"),
        dates=values.get("dates", ()),
        sections=values.get("sections", ()),
        places=values.get("places", ()),
        pages=tuple(PageRule(**v) for v in values.get("page", ())),
        cards=tuple(CardRule(**v) for v in values.get("card", ())),
        picks=values.get("picks", {}),
        drop=values.get("drop", ()),
        cut=values.get("cut", ()),
        clean=values.get("clean", {}),
        eras=tuple(Era(**v) for v in values.get("era", ())),
    )
    return dataclasses.replace(outlet, fingerprint=fingerprint(outlet))


def fingerprint(outlet: Outlet) -> str:
    """16 hex digits that change when any rule does; words for people and the order of keys play no part."""
    data = dataclasses.asdict(outlet)
    del data["fingerprint"]
    for era in data["eras"]:
        del era["note"]
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class _Reader:
    """One reading; knows the file's name, for complaints."""

    def __init__(self, where: str) -> None:
        self.where = where

    def table(self, data: Mapping[str, Any], table: str, place: str) -> dict[str, Any]:
        """The checked values of one table; ``place`` is how a person would point at it."""
        keys = TABLES[table]
        out: dict[str, Any] = {}
        for name, value in data.items():
            if name not in keys:
                self.unknown(name, place, list(keys))
            out[name] = self.value(keys[name], value, f"{place}{name}")
        for name, key in keys.items():
            if key.needed and name not in out:
                self.complain(f"{place or 'the file '}has no {name!r}" if place else f"there is no {name!r}", key.words)
        if table == "page":
            rule = PageRule(**out)
            try:
                addresses.compile_rule(rule)
            except addresses.BadMatch as error:
                self.complain(f"{place}match = {rule.match!r}: {error}")
        if table == "era" and not out.get("body") and not out.get("has"):
            self.complain(f"{place.strip()} has neither 'body' nor 'has'", "One of them must tell its pages.")
        return out

    def value(self, key: Key, value: Any, place: str) -> Any:
        """One value, checked and turned into what the model holds."""
        match key.kind:
            case "tables":
                if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
                    self.complain(f"{place} is not a list of tables", f"Write [[{place}]] above each.")
                return [self.table(v, key.table, _point(key.table, i, len(value))) for i, v in enumerate(value)]
            case "picks" | "cleans":
                return self.fields(key.kind, value, place)
            case "texts" | "selectors" | "patterns":
                return self.texts(key.kind, value, place)
            case "date":
                if isinstance(value, dt.datetime):
                    return value.date()
                if isinstance(value, dt.date):
                    return value
                try:
                    return dt.date.fromisoformat(self.text(value, place))
                except ValueError:
                    self.complain(f"{place} = {value!r} is no date", "Write it as 2022-01-04.")
        text = self.text(value, place)
        if key.choices and text not in key.choices:
            self.complain(f"{place} = {text!r} is not one of {', '.join(key.choices)}", _nearest(text, key.choices))
        if key.kind == "zone":
            self.zone(text, place)
        if key.kind == "selector":
            self.checked(picks.check_selector, text, place)
        return text

    def fields(self, kind: str, value: Any, place: str) -> dict[str, tuple[str, ...]]:
        """A table of fields, each with one text or several."""
        if not isinstance(value, dict):
            self.complain(f"{place} is {_kind_of(value)}, and should be a table", f"Write [{place}] above its keys.")
        known = [*picks.FIELDS, *(["body"] if kind == "cleans" else [])]
        out = {}
        for name, texts in value.items():
            if name not in known:
                self.unknown(name, f"{place}.", known)
            out[name] = self.texts("patterns" if kind == "cleans" else "picks", texts, f"{place}.{name}")
        return out

    def texts(self, kind: str, value: Any, place: str) -> tuple[str, ...]:
        """One text or a list of them, each checked for what it is."""
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list):
            self.complain(f"{place} is {_kind_of(value)}, and should be text or a list of texts")
        texts = tuple(self.text(v, place) for v in values)
        check = {"selectors": picks.check_selector, "patterns": picks.check_pattern, "picks": picks.parse}.get(kind)
        for text in texts:
            if check:
                self.checked(check, text, place)
        if place == "hosts" and (bad := [t for t in texts if "/" in t or ":" in t]):
            self.complain(f"hosts: {bad[0]!r} is no host", "Write it without http://, port and path.")
        return texts

    def text(self, value: Any, place: str) -> str:
        if not isinstance(value, str):
            self.complain(f"{place} is {_kind_of(value)}, and should be text", "Put it in quotes.")
        if not value.strip():
            self.complain(f"{place} is empty", "Leave the key out instead.")
        return value

    def zone(self, name: str, place: str) -> None:
        try:
            zoneinfo.ZoneInfo(name)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            known = sorted(zoneinfo.available_timezones())
            cities = {z.rpartition("/")[2]: z for z in known}
            near = _nearest(name, known) or _nearest(name.replace(" ", "_"), cities)
            self.complain(f"{place} = {name!r} is no time zone", near or "Write an IANA name, such as Asia/Taipei.")

    def checked(self, check: Any, text: str, place: str) -> None:
        try:
            check(text)
        except picks.BadPick as error:
            self.complain(f"{place}: {text!r} {error}")

    def unknown(self, name: str, place: str, known: Iterable[str]) -> NoReturn:
        at = place.rstrip(". ")
        self.complain(f"unknown key {name!r}{f' in {at}' if at else ''}", _nearest(name, known))

    def complain(self, what: str, hint: str = "") -> NoReturn:
        raise BadInstruction(f"{self.where}: {what}", hint)


def _point(table: str, index: int, of: int) -> str:
    """How a person would point at one of several tables: ``the second [[era]] ``."""
    if of == 1:
        return f"[[{table}]] "
    which = _ORDINALS[index] if index < len(_ORDINALS) else f"{index + 1}th"
    return f"the {which} [[{table}]] "


def _nearest(name: str, known: Iterable[str] | Mapping[str, str]) -> str:
    """'Did you mean …?', or all there is to choose from where nothing is near."""
    names = list(known)
    if SYNONYMS.get(name.lower()) in names:
        return f"Did you mean {SYNONYMS[name.lower()]!r}?"
    near = difflib.get_close_matches(name, names, 1, 0.6) or difflib.get_close_matches(
        name.lower(), [n for n in names if n.islower()], 1, 0.5
    )
    if near:
        return f"Did you mean {known[near[0]] if isinstance(known, Mapping) else near[0]!r}?"
    return f"It may be: {', '.join(names)}." if len(names) < 20 else ""


def _kind_of(value: Any) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "a table"
        case dt.date() | dt.time():
            return "a date"
    return "text"
