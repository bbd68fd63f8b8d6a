"""A record as the text of its file, and back.

``dumps`` writes front matter with every key on one line, a heading, and the
body, and closes it with a seal; ``loads`` reads that, and what a person made of
it. Keys keep the order of the public archive the shape began with. Refuses to
read YAML aliases, tags, and what nests too deep or is too long.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Literal, TypeVar

from backissue.archive import yaml
from backissue.archive.yaml import Unreadable
from backissue.model import Author, Citation, Embed, Image, Note, Origin, Record, Revision, Source

__all__ = ["Unreadable", "clean", "dumps", "loads", "sealed", "split", "written"]

TO_THE_LETTER = ("title", "date", "last_updated", "author", "category", "tags", "url", "original_url")
"""The first eight keys: what the paper and the capture said."""

# C0 controls but tab and newline: no YAML stream may hold them, no reader wants them.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c]")
_DIRTY = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_CONTROL_BYTES = bytes([*range(9), *range(0x0B, 0x20)])
_WORDLESS = frozenset({date, datetime, bool, int, type(None)})
_SURROGATES = re.compile("[\ud800-\udfff]")
_SEAL = re.compile(r"seal: sha256:([0-9a-f]{64})\n")
_SEAL_LENGTH = len("seal: sha256:") + 64 + 1

_NAMES = tuple(f.name for f in dataclasses.fields(Record))

T = TypeVar("T")


def dumps(record: Record) -> str:
    """The record's file: UTF-8 without a byte order mark, LF, sealed; controls cleaned away (see ``clean``)."""
    return written(record)[0].decode()


def written(record: Record) -> tuple[bytes, Record, bool]:
    """The bytes of the record's file, the record as they have it (see ``clean``), and whether anything was cleaned away.

    What is written tells whether there was anything to clean: YAML of ours has such characters behind a backslash. To
    look for them in every string of every record took as long as the writing.
    """
    try:
        front, rest = _halves(record)
    except UnicodeEncodeError:  # a lone surrogate
        front, rest = b"\\", b""
    dirty = False
    if b"\\" in front or len(rest.translate(None, _CONTROL_BYTES)) != len(rest):
        record, dirty = clean(record)
        front, rest = _halves(record)
    seal = hashlib.sha256(front)
    seal.update(rest)
    return b"%bseal: sha256:%b\n%b" % (front, seal.hexdigest().encode(), rest), record, dirty


def _halves(record: Record) -> tuple[bytes, bytes]:
    """The file up to its seal, and what follows it."""
    lines = [f"{key}: {yaml.dump(value)}\n" for key, value in _fields(record)]
    title = " ".join((record.title or "").split())
    body = f"{record.body}\n" if record.body else ""
    heading = "" if record.title is None else f"# {title}\n" if title else "#\n"
    rest = "---\n" + "".join(f"\n{part}" for part in (heading, body) if part)
    return ("---\n" + "".join(lines)).encode(), rest.encode()


def loads(text: str, name: str = "") -> Record:
    """The record in ``text``; ``loads(dumps(r)) == clean(r)[0]``, and ``dumps(loads(text)) == text`` for our files.

    A person's file is read kindly: a key of the wrong type is turned into the
    right one or is absent, an unknown key is ignored, a time without a zone
    counts as its date. ``name`` is the id where the text gives none. Raises
    Unreadable where there is no front matter, no YAML in it, or no id.
    """
    front, rest = split(text)
    found = yaml.load(front)
    get = found.get
    identity = _text(get("id")) or name
    if not identity:
        raise Unreadable("the record has no id")
    title = _text(get("title"))
    return Record(
        id=identity,
        title=title,
        date=_text(get("date")),
        last_updated=_text(get("last_updated")),
        author=_text(get("author")),
        category=_text(get("category")),
        tags=_texts(get("tags")) if get("tags") is not None else None,
        url=_text(get("url")),
        original_url=_text(get("original_url")),
        kind=_text(get("kind")) or "article",
        canonical_url=_text(get("canonical_url")),
        published=_day_or_time(get("published")),
        published_between=_between(get("published_between")),
        updated=_day_or_time(get("updated")),
        language=_text(get("language")),
        publisher=_text(get("publisher")),
        rights=_text(get("rights")),
        authors=_each(get("authors"), _author),
        byline=_text(get("byline")),
        labels=_texts(get("labels")),
        editor_tags=_texts(get("editor_tags")),
        former_titles=_texts(get("former_titles")),
        revisions=_each(get("revisions"), _revision),
        citations=_each(get("citations"), _citation),
        embeds=_each(get("embeds"), _embed),
        images=_each(get("images"), _image),
        notes=_each(get("notes"), _note),
        republished_from=_origin(get("republished_from")),
        entries=_number(get("entries")),
        source=_source(get("source")),
        evidence=_evidence(get("evidence")),
        removed=_texts(get("removed")),
        findings=_texts(get("findings")),
        body=_body(rest, headed=title is not None),
    )


def split(text: str) -> tuple[str, str]:
    """Front matter without its fences, and what follows them; raises Unreadable where there is none.

    CRLF counts as LF, a byte order mark as nothing: an editor may have put them there.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not text.startswith("---\n"):
        raise Unreadable("the file does not begin with front matter (a line ---)")
    end = text.find("\n---\n", 3)
    if end >= 0:
        return text[4 : end + 1].removesuffix("\n"), text[end + 5 :]
    if text.endswith("\n---"):
        return text[4:-4], ""
    raise Unreadable("the front matter does not end (no second line ---)")


def sealed(text: str) -> bool:
    """True if a machine wrote this file and nobody has touched it since; such a file may be replaced.

    The seal is the last key: SHA-256 in hex of the file, LF line ends, UTF-8, seal line left out.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    end = text.find("\n---\n", 3) + 1
    start = end - _SEAL_LENGTH
    found = _SEAL.fullmatch(text, start, end) if start > 0 and text[start - 1] == "\n" else None
    if found is None or text.find("\nseal: ", 0, start - 1) >= 0:
        return False
    return found[1] == hashlib.sha256((text[:start] + text[end:]).encode("utf-8", "surrogatepass")).hexdigest()


def clean(record: Record) -> tuple[Record, bool]:
    """The record without what no file of text can hold, and whether there was any.

    C0 controls other than tab and newline go, line ends become LF, vertical tab
    and form feed too, and a lone surrogate becomes U+FFFD.
    """
    strings: list[str] = []
    _gather(record, strings)
    try:
        data = "".join(strings).encode()
        if len(data.translate(None, _CONTROL_BYTES)) == len(data):
            return record, False
    except UnicodeEncodeError:  # a lone surrogate
        pass
    changes = {}
    for name in _NAMES:
        value = getattr(record, name)
        cleaned = _clean(value)
        if cleaned is not value:
            changes[name] = cleaned
    return (dataclasses.replace(record, **changes), True) if changes else (record, False)


def _gather(value: Any, strings: list[str]) -> None:
    """All strings within ``value``."""
    kind: Any = type(value)
    if kind is str:
        strings.append(value)
    elif kind in _WORDLESS:
        return
    elif kind is tuple or kind is list:
        for item in value:
            _gather(item, strings)
    elif kind is dict:
        strings.extend(value)
        for item in value.values():
            _gather(item, strings)
    elif names := _names(kind):
        for name in names:
            item = getattr(value, name)
            if item is not None and item != ():
                _gather(item, strings)
    elif isinstance(value, str):
        strings.append(value)
    elif isinstance(value, Mapping):
        _gather(dict(value), strings)


@functools.cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of another class."""
    return tuple(f.name for f in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _clean(value: Any) -> Any:
    """``value`` itself if it is clean."""
    if isinstance(value, str):
        if not _DIRTY.search(value):
            return value
        return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _BREAKS.sub("\n", value)))
    if isinstance(value, tuple):
        items = tuple(_clean(item) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        pairs = [(_clean(k), _clean(v)) for k, v in value.items()]
        same = all(a is k and b is v for (a, b), (k, v) in zip(pairs, value.items(), strict=True))
        return value if same else dict(pairs)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for f in dataclasses.fields(value):
            old = getattr(value, f.name)
            new = _clean(old)
            if new is not old:
                changes[f.name] = new
        return dataclasses.replace(value, **changes) if changes else value
    return value


def _fields(record: Record) -> list[tuple[str, object]]:
    """Keys and values in the file's order; absent and empty ones of ours are left out."""
    pairs: list[tuple[str, object]] = [(key, getattr(record, key)) for key in TO_THE_LETTER]
    found = [(key, value) for key, value in pairs if value is not None]
    ours: list[tuple[str, object]] = [
        ("id", record.id),
        ("kind", record.kind if record.kind != "article" else None),
        ("canonical_url", record.canonical_url),
        ("published", record.published),
        ("published_between", record.published_between),
        ("updated", record.updated),
        ("language", record.language),
        ("publisher", record.publisher),
        ("rights", record.rights),
        ("authors", [_given(a) for a in record.authors] or None),
        ("byline", record.byline),
        ("labels", record.labels or None),
        ("editor_tags", record.editor_tags or None),
        ("former_titles", record.former_titles or None),
        ("revisions", [_given(r, same_text=r.same_text or None) for r in record.revisions] or None),
        ("citations", [_given(c, url=c.url, always=("url",)) for c in record.citations] or None),
        ("embeds", [_given(e) for e in record.embeds] or None),
        # that an image is not held is said, not left to be inferred
        ("images", [_given(i) | ({} if i.file else {"held": False}) for i in record.images] or None),
        ("notes", [_given(n) for n in record.notes] or None),
        ("republished_from", _given(record.republished_from) if record.republished_from else None),
        ("entries", record.entries),
        ("source", _given(record.source) if record.source else None),
        ("evidence", dict(record.evidence) or None),
        ("removed", record.removed or None),
        ("findings", record.findings or None),
    ]
    return found + [(key, value) for key, value in ours if value is not None]


def _given(value: Any, always: tuple[str, ...] = (), **instead: object) -> dict[str, object]:
    """A dataclass's fields that are not None, in order; times of captures in UTC."""
    found: dict[str, object] = {}
    kind: Any = type(value)
    for name in _names(kind):
        item = instead[name] if name in instead else getattr(value, name)
        if isinstance(item, datetime):
            item = item.astimezone(UTC)
        if item is not None or name in always:
            found[name] = item
    return found


def _body(rest: str, *, headed: bool) -> str:
    """What stands below the heading, without the newlines that the file adds."""
    rest = rest.removeprefix("\n")
    if headed and rest.startswith(("# ", "#\n")):
        rest = rest.partition("\n")[2].removeprefix("\n")
    return rest.removesuffix("\n")


# From YAML's values to ours: a person's slip becomes the nearest thing it can mean, or is absent.


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return ", ".join(value)
    return None


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        return ()
    return tuple(text for text in map(_text, value) if text is not None)


def _each(value: object, make: Callable[[dict[str, Any]], T | None]) -> tuple[T, ...]:
    if not isinstance(value, list):
        return ()
    made = (make(item) for item in value if isinstance(item, dict))
    return tuple(item for item in made if item is not None)


def _day_or_time(value: object) -> date | datetime | None:
    if not isinstance(value, str):
        return None
    try:
        if len(value) <= 10:
            return date.fromisoformat(value)
        when = datetime.fromisoformat(value)
    except ValueError:
        return None
    return when if when.tzinfo else when.date()


def _time(value: object) -> datetime | None:
    when = _day_or_time(value)
    return when if isinstance(when, datetime) else None


def _between(value: object) -> tuple[date, date] | None:
    match [_day_or_time(item) for item in value] if isinstance(value, list) else []:
        case [date() as first, date() as last]:
            return first, last
    return None


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _truth(value: object) -> Literal[True, False]:
    return value is True


def _author(m: dict[str, Any]) -> Author | None:
    name = _text(m.get("name"))
    if name is None:
        return None
    return Author(name, _text(m.get("kind")) or "person", _text(m.get("role")), _text(m.get("place")))


def _revision(m: dict[str, Any]) -> Revision:
    return Revision(
        id=_text(m.get("id")),
        when=_time(m.get("when")),
        title=_text(m.get("title")),
        same_text=_truth(m.get("same_text")),
        file=_text(m.get("file")),
    )


def _citation(m: dict[str, Any]) -> Citation:
    return Citation(
        platform=_text(m.get("platform")) or "",
        kind=_text(m.get("kind")) or "",
        by=_text(m.get("by")),
        url=_text(m.get("url")),
        held=_truth(m.get("held")),
    )


def _embed(m: dict[str, Any]) -> Embed:
    return Embed(_text(m.get("url")) or "", _text(m.get("platform")), _text(m.get("title")))


def _image(m: dict[str, Any]) -> Image:
    return Image(
        url=_text(m.get("url")) or "",
        file=_text(m.get("file")),
        sha256=_text(m.get("sha256")),
        caption=_text(m.get("caption")),
        credit=_text(m.get("credit")),
    )


def _note(m: dict[str, Any]) -> Note | None:
    kind, text = _text(m.get("kind")), _text(m.get("text"))
    return Note(kind, text) if kind and text else None


def _origin(m: object) -> Origin | None:
    name = _text(m.get("name")) if isinstance(m, dict) else None
    return Origin(name, _text(m.get("url"))) if name and isinstance(m, dict) else None


def _source(m: object) -> Source | None:
    if not isinstance(m, dict):
        return None
    return Source(
        kind=_text(m.get("kind")) or "",
        when=_time(m.get("when")),
        file=_text(m.get("file")),
        offset=_number(m.get("offset")),
        digest=_text(m.get("digest")),
        sha256=_text(m.get("sha256")),
    )


def _evidence(m: object) -> dict[str, str]:
    if not isinstance(m, dict):
        return {}
    return {key: text for key, value in m.items() if (text := _text(value)) is not None}
