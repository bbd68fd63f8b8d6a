"""What the report shows, gathered from the books: months, trouble, changes, what is lost, what to do next.

Values only, in order, without language or markup. Names no machine, no person
and no moment: the same books give the same facts.
"""

from __future__ import annotations

import bisect
import difflib
import itertools
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from backissue import outlets, urls
from backissue.audit import words
from backissue.audit.books import Books
from backissue.audit.missing import Lost, lost
from backissue.audit.report import Report
from backissue.audit.steps import Step, steps
from backissue.model import Finding, Record, Severity

NO_ARTICLE = ("record.not-an-article", "record.same-as-others", "record.empty")
"""Codes of record files that hold no article."""

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_DATE = re.compile(r"((?:19|20)\d\d)\D{1,3}(\d{1,2})(?:\D|$)")


@dataclass(frozen=True, slots=True)
class Month:
    """``held`` are records dated in it; ``missing`` what a witness names; ``perhaps`` what a gap or a link hints at."""

    name: str  # 2021-02
    held: int
    missing: int
    perhaps: int


@dataclass(frozen=True, slots=True)
class Example:
    """One finding as the report shows it: a name to read, a file to open, and what there is to say."""

    name: str
    link: str | None
    original: str | None
    sentence: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of trouble, how often it was found, and some of it."""

    code: str
    severity: str
    count: int
    sentence: str
    examples: tuple[Example, ...]
    breaks_the_law: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A text or title that was changed after it was published. ``kind``: title or text.

    ``pieces`` are parts of what stood there before, each with whether it is gone
    now; ``out`` and ``added`` count letters of a text's blocks that went and came.
    """

    id: str
    title: str
    link: str
    kind: str
    before: str
    when: str | None
    older: str | None
    pieces: tuple[tuple[str, bool], ...] = ()
    out: int | None = None
    added: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything on the page. ``hollow`` counts record files that hold no article."""

    name: str
    language: str
    report: Report
    hollow: int
    undated: int
    first: str | None
    last: str | None
    pages: int
    months: tuple[Month, ...]
    trouble: tuple[Trouble, ...]
    lost: tuple[Lost, ...]
    changes: tuple[Change, ...]
    changed: int
    steps: tuple[Step, ...]


def gather(books: Books, report: Report, beside: Path, examples: int = 12) -> Facts:
    """The facts of a finished audit; ``beside`` is the folder that the report's links start from."""
    outlet = books.outlet
    hollow = len({s for code in NO_ARTICLE for (s,) in books.rows("SELECT subject FROM finding WHERE code = ?", code)})
    missing = tuple(_lost(books))
    changes = tuple(_changes(books, beside))
    first, last = next(books.rows("SELECT min(day), max(day) FROM record WHERE kind = 'article'"))
    return Facts(
        name=(outlet.name if outlet else _most(books.publishers)) or _host(books),
        language=(outlet.language if outlet else None) or _most(books.languages),
        report=report,
        hollow=hollow,
        undated=books.number("SELECT count(*) FROM record WHERE kind = 'article' AND day IS NULL"),
        first=first,
        last=last,
        pages=books.number("SELECT count(*) FROM record WHERE kind = 'page'"),
        months=tuple(_months(books, missing)),
        trouble=tuple(_trouble(books, report, beside, examples)),
        lost=missing,
        changes=changes,
        changed=len({change.id for change in changes}),
        steps=tuple(steps(books, report)),
    )


def _most(counted: Counter[str]) -> str:
    """What most records say; empty where most say nothing."""
    return counted.most_common(1)[0][0] if counted else ""


def _host(books: Books) -> str:
    """The host that most records come from, where nobody says what the paper is called."""
    hosts = Counter(urls.host(url) for (url,) in books.rows("SELECT url FROM record WHERE url IS NOT NULL"))
    return min(hosts, key=lambda host: (-hosts[host], host)) if hosts else ""


def _months(books: Books, missing: tuple[Lost, ...]) -> Iterator[Month]:
    question = "SELECT substr(day, 1, 7), count(*) FROM record WHERE kind = 'article' AND day IS NOT NULL GROUP BY 1"
    held: Counter[str] = Counter(dict(books.rows(question)))
    known: Counter[str] = Counter()
    perhaps: Counter[str] = Counter()
    for one in missing:
        if one.about:
            (known if one.known_by == "witness" else perhaps)[one.about] += 1
    names = sorted(held.keys() | known.keys() | perhaps.keys())
    if not names:
        return
    year, month = int(names[0][:4]), int(names[0][5:])
    while (name := f"{year:04}-{month:02}") <= names[-1]:
        yield Month(name, held[name], known[name], perhaps[name])
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _trouble(books: Books, report: Report, beside: Path, examples: int) -> Iterator[Trouble]:
    found = []
    # A withdrawn article is gone from everything that is built, its address and title too.
    veiled = {key for (key,) in books.rows("SELECT key FROM name WHERE id IN (SELECT id FROM withdrawn)")}
    for code, count in report.findings.items():
        severities = [Severity(s) for (s,) in books.rows("SELECT DISTINCT severity FROM finding WHERE code = ?", code)]
        worst = min(severities, key=_ORDER.__getitem__)
        some = (_example(books, finding, beside, veiled) for finding in books.findings(code, examples + len(veiled)))
        shown = tuple(itertools.islice((example for example in some if example), examples))
        sentence = shown[0].sentence if shown else code
        found.append(Trouble(code, worst.value, count, sentence, shown, code in report.breaches))
    yield from sorted(found, key=lambda t: (not t.breaks_the_law, _ORDER[Severity(t.severity)], -t.count, t.code))


def _example(books: Books, finding: Finding, beside: Path, veiled: set[str]) -> Example | None:
    """The finding as it is shown; None for one about a withdrawn article."""
    url = finding.evidence.get("url")
    if veiled and (finding.subject in veiled or (url and outlets.article_key(books.outlet, str(url)) in veiled)):
        return None
    row = next(books.rows("SELECT title, path, url FROM record WHERE id = ? LIMIT 1", finding.subject), None)
    evidence = {k: v for k, v in finding.evidence.items() if k not in ("file", "url") and v not in (None, "")}
    details = tuple((key.replace("_", " "), _shown(value)) for key, value in evidence.items())
    file = str(finding.evidence.get("file") or "")
    if row:
        title, path, url = row
        if finding.subject in books.hidden:
            details = ()
        return Example(title or finding.subject, link(books, path, beside), url, finding.sentence, details)
    capture = next(books.rows("SELECT url, stamp, akey FROM capture WHERE ref = ?", finding.subject), None)
    if capture and capture[0]:
        url, stamp, key = capture
        if key in veiled:
            return None
        seen = (("captured", f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"), ("in", finding.subject))
        return Example(readable(url), None, url, finding.sentence, (*seen, *details))
    if not (file.endswith(".md") and (books.archive.path / file).is_file()):
        file = finding.subject if (books.archive.path / finding.subject).is_file() else ""
    named = next(books.rows("SELECT max(url), max(title) FROM witness WHERE key = ?", finding.subject))
    url = finding.evidence.get("url") or named[0]
    name = named[1] or finding.evidence.get("title") or readable(str(url)) if url else finding.subject
    details = tuple((key, value) for key, value in details if value != name)
    return Example(
        str(name), link(books, file, beside) if file else None, str(url) if url else None, finding.sentence, details
    )


def link(books: Books, path: str, beside: Path) -> str:
    """A file of the archive as an address relative to the report."""
    return quote(Path(os.path.relpath(books.archive.path / path, beside)).as_posix())


def readable(url: str) -> str:
    """An address with its letters instead of their escapes, and not too long."""
    text = unquote(url.split("://", 1)[-1])
    return text if len(text) <= 90 else f"{text[:87]}…"


def _shown(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 120 else f"{text[:117]}…"


class _Neighbours:
    """Months of the records nearest by id, where ids are numbers."""

    def __init__(self, books: Books) -> None:
        question = """
            SELECT CAST(id AS INTEGER) AS n, substr(day, 1, 7) FROM record WHERE kind = 'article' AND day IS NOT NULL
            AND id GLOB '[0-9]*' AND id NOT GLOB '*[^0-9]*' AND length(id) < 16 ORDER BY n
        """
        pairs = list(books.rows(question))
        self._ids = [n for n, _ in pairs]
        self._months = [month for _, month in pairs]

    def month(self, key: str) -> str | None:
        if not key.isascii() or not key.isdigit() or not self._ids:
            return None
        at = bisect.bisect(self._ids, int(key))
        if not 0 < at < len(self._ids):
            return None
        before, after = self._months[at - 1], self._months[at]
        return before if before[:4] == after[:4] else None


def _lost(books: Books) -> Iterator[Lost]:
    near = _Neighbours(books)
    for one in lost(books):
        about = _month_of(one.date) or near.month(one.key)
        yield replace(one, about=about)
    for finding in books.findings("link.to-missing"):
        e = finding.evidence
        about = near.month(finding.subject)
        yield Lost(
            finding.subject, e.get("url"), None, None, None, e.get("linked_from"), int(e.get("links", 1)), "link", about
        )
    for finding in books.findings("ids.gap"):
        for number in range(int(finding.evidence["first"]), int(finding.evidence["last"]) + 1):
            key = str(number)
            yield Lost(key, None, None, None, None, None, 0, "gap", near.month(key))


def _month_of(printed: str | None) -> str | None:
    found = _DATE.match(printed or "")
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    return f"{found[1]}-{int(found[2]):02}"


def _changes(books: Books, beside: Path) -> Iterator[Change]:
    for (path,) in list(books.rows("SELECT path FROM record WHERE former AND kind = 'article' ORDER BY day, id")):
        record = books.archive.open(path)
        if not isinstance(record, Record):
            continue
        here = link(books, path, beside)
        title = record.title or record.id
        for former in record.former_titles:
            if former != record.title:
                pieces = tuple(_pieces(former, title))
                yield Change(record.id, title, here, "title", former, _changed(record.updated), None, pieces)
        for revision in record.revisions:
            if revision.same_text or not revision.file:  # without a file of its own it differs in its title, told above
                continue
            older = link(books, revision.file, beside)
            when = revision.when.date().isoformat() if revision.when else _changed(record.updated)
            before = books.archive.open(revision.file)
            out, added = _moved(before.body, record.body) if isinstance(before, Record) else (None, None)
            yield Change(
                record.id, title, here, "text", revision.title or revision.id or "", when, older, (), out, added
            )


def _pieces(before: str, after: str) -> Iterator[tuple[str, bool]]:
    """Parts of ``before``, in order, with whether ``after`` lacks them."""
    for what, start, end, _, _ in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if end > start:
            yield before[start:end], what != "equal"


def _moved(before: str, after: str) -> tuple[int, int]:
    """Letters of the blocks that only the one text has, and of those that only the other has."""
    old, new = Counter(words.blocks(before)), Counter(words.blocks(after))

    def count(some: Counter[str]) -> int:
        return sum(len(words.letters(block)) * times for block, times in some.items())

    return count(old - new), count(new - old)


def _changed(when: date | None) -> str | None:
    return when.isoformat()[:10] if when else None
