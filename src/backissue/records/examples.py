"""The volunteer's loop: see what the rules make of a page, keep it as an example, test all examples.

An example is a folder: ``page.html`` as decoded, ``example.toml`` with where it
is from and every field that is expected, ``expected.md`` with the body. A new
one fails once, asking to be read: what the rules made is only right when a
person says so. Refuses to change an example that is there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from backissue import disk, outlets, urls
from backissue.model import BadInstruction, Capture, Outlet, Page, PageKind, Record, Verdict
from backissue.outlets import Hooks
from backissue.records.drafts import Draft
from backissue.records.read import read
from backissue.records.rules import rules_for
from backissue.text import tree

__all__ = ["FIELDS", "Check", "add", "asked", "check", "load", "shown"]

FIELDS = (
    "title", "date", "last_updated", "author", "category", "tags", "published", "updated", "language", "authors",
    "labels", "editor_tags", "canonical_url", "publisher", "images", "embeds", "notes", "republished_from", "entries", "body",
)  # fmt: skip
"""What an example says of a record, in the order it is told."""

_PICKS = {
    "date": "published", "last_updated": "updated", "author": "byline", "authors": "byline",
    "images": "body", "embeds": "body",
}  # fmt: skip
"""Fields whose evidence stands under the name of the pick that gave them."""

_HINT = "Examples are made with `backissue example add URL`."


@dataclass(frozen=True, slots=True)
class Check:
    """One field of one example: what was expected, what came. ``unread`` asks for a person's eyes."""

    example: str
    field: str
    ok: bool
    expected: Any = None
    got: Any = None
    unread: bool = False

    def __str__(self) -> str:
        if self.unread:
            return f"{self.example}: new. Read {self.field}, correct what is wrong, and test again."
        if self.ok:
            return f"{self.example}: {self.field} is right"
        return f"{self.example}: {self.field}\n  expected  {_brief(self.expected)}\n  came      {_brief(self.got)}"


def asked(page: Page, outlet: Outlet) -> dict[str, tuple[str, ...]]:
    """The picks that the rules have for a page, by field."""
    return dict(rules_for(outlet, tree.parse(page.html)).picks)


def shown(draft: Draft, width: int = 24, picks: Mapping[str, Sequence[str]] | None = None) -> str:
    """A draft for a person to read: each field with, in the margin, the pick that gave it; then what was dropped.

    ``width`` is the margin's, in columns; a longer pick takes a line of its own. A field whose ``picks`` all
    gave nothing is told too.
    """
    record, lines = draft.record, []
    for name in FIELDS[:-1]:
        held = getattr(record, name)
        if held in (None, (), ""):
            if tried := (picks or {}).get(
                _PICKS.get(name, name) if name in ("date", "last_updated", "author") else name
            ):
                lines += _with_margin("; ".join(tried), f"{name}: nothing", width)
            continue
        lines += _with_margin(record.evidence.get(_PICKS.get(name, name), ""), f"{name}: {_brief(held, 200)}", width)
    lines.append("")
    lines += _with_margin(record.evidence.get("body", ""), f"# {record.title or ''}", width)
    lines += [f"{'':{width}} {line}".rstrip() for line in ("", *record.body.split("\n"))]
    if record.removed:
        lines += ["", "taken out:", *(f"  {what}" for what in record.removed)]
    if draft.findings:
        lines += ["", "found:", *(f"  {f.code}: {f.sentence}" for f in draft.findings)]
    return "\n".join(lines) + "\n"


def add(folder: Path, page: Page, draft: Draft) -> Path:
    """Keep ``page`` and what the rules make of it below ``folder`` (the paper's ``examples/``); the new folder."""
    name = re.sub(r"[^a-z0-9_-]+", "-", draft.record.id.lower()).strip("-")[:64] or "example"
    place = folder / name
    if place.exists():
        raise BadInstruction(f"there is an example {name} already", f"Remove {place} first, if it is to be made anew.")
    capture = page.capture
    head = {
        "url": capture.url,
        "when": capture.when,
        "kind": page.verdict.kind.value,
        "truncated": page.truncated or None,
    }
    lines = [
        "# What the rules made of page.html. Read it, and correct what is wrong: a key left out means nothing is expected."
    ]
    lines += [f"{k} = {outlets.toml(v)}" for k, v in head.items() if v is not None]
    lines += ["unread = true  # the first test takes this away, and fails", "", "[expected]"]
    lines += [f"{n} = {outlets.toml(v)}" for n, v in _values(draft.record).items() if n != "body"]
    disk.write(place / "page.html", page.html.encode("utf-8", "surrogatepass"))
    disk.write(place / "expected.md", f"{draft.record.body}\n".encode())
    disk.write(place / "example.toml", "\n".join([*lines, ""]).encode())
    return place


def load(place: Path) -> tuple[Page, dict[str, Any], bool]:
    """An example's page, its expected fields (``body`` among them), and whether nobody has read it yet."""
    try:
        data = tomllib.loads((place / "example.toml").read_text("utf-8"))
        html = (place / "page.html").read_bytes().decode("utf-8", "surrogatepass")
        body = (place / "expected.md").read_text("utf-8")
        when, url, expected = data["when"], data["url"], data.get("expected", {})
        kind = PageKind(data.get("kind", "article"))
        capture = Capture(url, urls.key(url), when, 200, "text/html")
    except FileNotFoundError as error:
        raise BadInstruction(f"the example {place.name} has no {Path(error.filename).name}", _HINT) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadInstruction(f"{place.name}/example.toml cannot be read: {error}", _HINT) from None
    if unknown := set(expected) - set(FIELDS):
        raise BadInstruction(
            f"{place.name}/example.toml expects {min(unknown)!r}, which is no field", f"It may be: {', '.join(FIELDS)}."
        )
    page = Page(capture, html, "utf-8", "example", Verdict(kind), truncated=bool(data.get("truncated")))
    return page, {**expected, "body": body.strip("\n")}, bool(data.get("unread"))


def check(folder: Path, outlet: Outlet, hooks: Hooks | None = None) -> Iterator[Check]:
    """Every field of every example below ``folder``, one at a time; a new example fails once, and is new no more."""
    places = sorted(p for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []
    if not places:
        raise BadInstruction(f"there are no examples in {folder}", _HINT)
    for place in places:
        page, expected, unread = load(place)
        got = _values(read(page, outlet, hooks).record)
        for name in FIELDS:
            if name in expected or name in got:
                same = _plain(expected.get(name)) == _plain(got.get(name))
                yield Check(place.name, name, same, expected.get(name), got.get(name))
        if unread:
            path = place / "example.toml"
            text = re.sub(r"(?m)^unread *= *true.*\n", "", path.read_text("utf-8"))
            disk.write(path, text.encode())
            yield Check(place.name, f"{place.name}/example.toml and expected.md", ok=False, unread=True)


def _values(record: Record) -> dict[str, Any]:
    """What is there of a record, as TOML can hold it."""
    out: dict[str, Any] = {}
    for name in FIELDS:
        held = getattr(record, name)
        if held in (None, ()):
            continue
        if name in ("authors", "images", "embeds", "notes"):
            held = [{k: v for k, v in asdict(each).items() if v is not None} for each in held]
        elif name == "republished_from":
            held = {k: v for k, v in asdict(held).items() if v is not None}
        out[name] = held
    return out


def _plain(value: Any) -> Any:
    """A value as both sides have it: lists for tuples, the same moment in any zone the same."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.timestamp()
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return value.strip() if isinstance(value, str) else value


def _brief(value: Any, most: int = 400) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, date):
        text = value.isoformat()
    elif isinstance(value, (list, tuple)):
        text = "; ".join(_brief(v, most) for v in value)
    elif isinstance(value, Mapping):
        text = ", ".join(f"{k} {v}" for k, v in value.items())
    elif value is None:
        text = "nothing"
    else:
        held = {k: v for k, v in asdict(value).items() if v is not None}
        text = ", ".join(f"{v}" if i == 0 else f"{k} {v}" for i, (k, v) in enumerate(held.items()))
    text = text.replace("\n", "⏎")
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _with_margin(pick: str, text: str, width: int) -> list[str]:
    if len(pick) < width:
        return [f"{pick:>{width - 1}}  {text}".rstrip()]
    return [pick, f"{'':{width}} {text}".rstrip()]
