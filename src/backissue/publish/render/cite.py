"""How to cite an article: BibTeX, RIS and CSL-JSON.

The words are the record's; what is unknown is left out, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from json.encoder import encode_basestring as q

__all__ = ["Work", "bibtex", "csl", "ris"]

_KEY = re.compile(r"[^A-Za-z0-9]+")
_BIBTEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", **{c: f"\\{c}" for c in "#$%&_"}}
_BIBTEX |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_SPECIAL = re.compile(r"[\\{}#$%&_~^]")


@dataclass(slots=True)
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
    names = [*map(_tex_word, work.people), *[f"{{{_tex_word(body)}}}" for body in work.bodies]]
    url = work.archived or work.url
    if "{" in url or "}" in url:
        url = url.replace("{", "%7B").replace("}", "%7D")
    made = f"@misc{{article{_KEY.sub('', work.id) or 'article'},\n"
    if names:
        made += f"  author = {{{' and '.join(names)}}},\n"
    made += f"  title = {{{{{_tex(work.title)}}}}},\n  howpublished = {{{_tex_word(work.paper)}}},\n"
    if work.published:
        made += f"  date = {{{work.published.isoformat()}}},\n  year = {{{work.published.year}}},\n"
    if url:
        made += f"  url = {{{_plain(url)}}},\n"
    if work.captured and work.archived:
        made += f"  urldate = {{{work.captured.isoformat()[:10]}}},\n"
    if work.language:
        made += f"  langid = {{{work.language}}},\n"
    return f"{made}}}"


def ris(work: Work) -> str:
    """A RIS record of type NEWS; one field a line."""
    authors = "".join([_ris_word("AU", name) for name in (*work.people, *work.bodies)])
    issued = f"PY  - {day.year}\nDA  - {_slashed(day.isoformat())}\n" if (day := work.published) else ""
    seen = f"Y2  - {_slashed(work.captured.isoformat()[:10])}\n" if work.captured else ""
    return (
        f"TY  - NEWS\n{authors}{_ris('TI', work.title)}{_ris_word('T2', work.paper)}{_ris_word('SE', work.section)}{issued}"
        f"{_ris_word('LA', work.language)}{_ris('UR', work.url)}{_ris('L2', work.archived)}{seen}{_ris('ID', work.id)}ER  - "
    )


def csl(work: Work) -> str:
    """A CSL-JSON item of type ``article-newspaper``."""
    made = f'[{{"id": {q(work.id)}, "type": "article-newspaper", "title": {q(work.title)}, "container-title": {_word(work.paper)}'
    names = ", ".join([f'{{"literal": {_word(name)}}}' for name in (*work.people, *work.bodies)])
    archived = q(work.archived) if work.archived else ""
    if names:
        made += f', "author": [{names}]'
    if work.published:
        made += f', "issued": {_parts(work.published)}'
    if work.section:
        made += f', "section": {_word(work.section)}'
    if work.url:
        made += f', "URL": {archived or q(work.url)}'
    if work.captured:
        made += f', "accessed": {_parts(work.captured)}'
    if archived:
        made += f', "archive": {archived}'
    if work.language:
        made += f', "language": {_word(work.language)}'
    return f"{made}}}]"


def _ris(tag: str, value: str) -> str:
    return f"{tag}  - {_plain(value)}\n" if value else ""


_ris_word = lru_cache(1 << 12)(_ris)
_word = lru_cache(1 << 12)(q)


def _slashed(iso: str) -> str:
    return f"{iso.replace('-', '/')}/"


def _parts(day: date) -> str:
    return f'{{"date-parts": [[{day.year}, {day.month}, {day.day}]]}}'


def _plain(text: str) -> str:
    return " ".join(text.split())


@lru_cache(1 << 12)
def _tex_word(text: str) -> str:
    return _tex(text)


def _tex(text: str) -> str:
    text = _plain(text)
    return _SPECIAL.sub(lambda m: _BIBTEX[m[0]], text) if _SPECIAL.search(text) else text
