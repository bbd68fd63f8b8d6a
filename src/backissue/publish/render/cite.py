"""How to cite an article: BibTeX, RIS and CSL-JSON.

The words are the record's; what is unknown is left out, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from json.encoder import encode_basestring as q

__all__ = ["Work", "bibtex", "csl", "ris"]

_KEY = re.compile(r"[^A-Za-z0-9]+")
_BIBTEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", **{c: f"\\{c}" for c in "#$%&_"}}
_BIBTEX |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_SPECIAL = re.compile(r"[\\{}#$%&_~^]")


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation says of an article. ``captured`` is UTC; ``people`` are persons, ``bodies`` desks and the like."""

    id: str
    title: str
    paper: str
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    published: date | None = None
    section: str = ""
    url: str = ""
    archived: str = ""
    captured: datetime | None = None
    language: str = ""


def bibtex(work: Work) -> str:
    """A BibTeX ``@misc`` entry, with the capture in ``note``; special characters are escaped."""
    names = [*work.people, *(f"{{{b}}}" for b in work.bodies)]
    fields = [
        ("author", " and ".join(_tex(n) if not n.startswith("{") else "{" + _tex(n[1:-1]) + "}" for n in names)),
        ("title", "{" + _tex(work.title) + "}"),
        ("howpublished", _tex(work.paper)),
        ("date", work.published.isoformat() if work.published else ""),
        ("year", str(work.published.year) if work.published else ""),
        ("url", _plain(work.archived or work.url).replace("{", "%7B").replace("}", "%7D")),
        ("urldate", work.captured.date().isoformat() if work.captured and work.archived else ""),
        ("langid", work.language),
    ]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    key = _KEY.sub("", work.id) or "article"
    return "\n".join([f"@misc{{article{key},", *lines, "}"])


def ris(work: Work) -> str:
    """A RIS record of type NEWS; one field a line."""
    day = work.published.strftime("%Y/%m/%d/") if work.published else ""
    fields = [
        ("TY", "NEWS"),
        *(("AU", name) for name in (*work.people, *work.bodies)),
        ("TI", work.title),
        ("T2", work.paper),
        ("SE", work.section),
        ("PY", str(work.published.year) if work.published else ""),
        ("DA", day),
        ("LA", work.language),
        ("UR", work.url),
        ("L2", work.archived),
        ("Y2", work.captured.strftime("%Y/%m/%d/") if work.captured else ""),
        ("ID", work.id),
    ]
    return "\n".join([*(f"{tag}  - {_plain(value)}" for tag, value in fields if value), "ER  - "])


def csl(work: Work) -> str:
    """A CSL-JSON item of type ``article-newspaper``."""
    names = ", ".join([f'{{"literal": {q(name)}}}' for name in (*work.people, *work.bodies)])
    pairs = [
        ("id", q(work.id)),
        ("type", '"article-newspaper"'),
        ("title", q(work.title)),
        ("container-title", q(work.paper)),
        ("author", f"[{names}]" if names else ""),
        ("issued", _parts(work.published) if work.published else ""),
        ("section", q(work.section) if work.section else ""),
        ("URL", q(work.archived or work.url) if work.url else ""),
        ("accessed", _parts(work.captured) if work.captured else ""),
        ("archive", q(work.archived) if work.archived else ""),
        ("language", q(work.language) if work.language else ""),
    ]
    return "[{" + ", ".join([f'"{name}": {value}' for name, value in pairs if value]) + "}]"


def _parts(day: date) -> str:
    return f'{{"date-parts": [[{day.year}, {day.month}, {day.day}]]}}'


def _plain(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    text = _plain(text)
    return _SPECIAL.sub(lambda m: _BIBTEX[m[0]], text) if _SPECIAL.search(text) else text
