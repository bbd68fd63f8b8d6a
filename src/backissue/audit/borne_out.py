"""Whether a record's words stand in the capture it names: opened here anew, by no extractor.

A few runs of letters from all over the text are looked for in the bytes, in
whatever encoding they make sense. Of a large archive a fixed sample is looked
at, the same every time.
"""

from __future__ import annotations

import functools
import html
import itertools
import json
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from backissue import captures
from backissue.audit.books import Books, Held
from backissue.audit.words import LINK, letters
from backissue.model import Capture, Finding, FindingKind, Place, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "record.not-in-source",
        Severity.ERROR,
        "The text of this record does not stand in the capture it says it comes from.",
        "Delete the record and run rescue again; if a person wrote this text, say so by leaving the seal broken.",
    ),
)

SAMPLE = 2000
"""Records that are looked at: at 2 ms each, seconds."""
_PROBES, _RUNS_EACH = 8, 6
_LEAST = 8
_RUNS = re.compile(r"[^\W_]++(?: [^\W_]++)*+")
_TAGS = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def look(books: Books, held: Held) -> Iterator[Finding]:
    """Keeps probes of the record's text; finds nothing yet."""
    if held.sealed and held.record.source and held.record.source.file:
        runs = probes(held.record.body)
        if runs:
            books.enter("probe", (held.record.id, "\n".join(runs)))
    return iter(())


def probes(body: str) -> list[str]:
    """Runs of letters from all over the text, none across the edge of a line or link; single spaces may stand in them."""
    lines = [line for line in body.split("\n") if len(line) >= _LEAST and not line.startswith(("![", "<", "|"))]
    found = []
    for line in lines[:: max(1, len(lines) // _PROBES)][:_PROBES]:
        found_here = _RUNS.finditer(LINK.sub("\n", line) if "](" in line else line)
        if runs := list(itertools.islice((run for m in found_here if len(run := m[0]) >= _LEAST), _RUNS_EACH)):
            run = max(runs, key=len)
            start = len(run) // 3 if len(run) > 3 * _LEAST else 0
            found.append(run[start : start + 16].strip())
    return found


def check(books: Books) -> Iterator[Finding]:
    """Records none of whose probes, or hardly any, stand in their source."""
    question = """
        SELECT r.id, r.path, p.runs, c.place, c.file, c.part, c.offset, c.length FROM probe p JOIN record r USING (id)
        JOIN capture c ON c.place = r.ref WHERE c.type <> 'revisit' ORDER BY c.file, c.offset
    """
    many = books.number("SELECT count(*) FROM probe")
    misread = _misread(books)
    for identity, path, runs, _, file, part, offset, length in list(books.rows(question)):
        if many > SAMPLE and zlib.crc32(identity.encode()) % many >= SAMPLE:
            continue
        body = _body(books, file, part, offset, length)
        if body is None:
            continue
        wanted = [misread[file](run) for run in runs.split("\n")] if file in misread else runs.split("\n")
        if _stand(wanted, body.decode("utf-8", "ignore")):
            continue
        wanted = list(map(letters, wanted))
        if not any(_stand(wanted, text) for text in texts(body)):
            yield FINDINGS["record.not-in-source"].about(identity, file=path, looked_for=wanted[0])


def _misread(books: Books) -> dict[str, Callable[[str], str]]:
    """For each adopted file whose letters were put right, how it has the letters of its record: wrong, the way they came."""
    out: dict[str, Callable[[str], str]] = {}
    question = "SELECT code, evidence FROM finding WHERE told AND code IN ('text.encoding-undone', 'text.signs-undone')"
    for code, told in books.rows(question):
        evidence = json.loads(told)
        if not isinstance(file := evidence.get("file"), str):
            continue
        if code == "text.signs-undone":
            out[f"adopted/{file}"] = functools.partial(_signed, dict(evidence.get("runs", ())))
        elif isinstance(page := evidence.get("code_page"), str):
            out[f"adopted/{file}"] = functools.partial(_in_page, page)
    return out


def _signed(runs: dict[str, str], text: str) -> str:
    for wrong, right in runs.items():
        text = text.replace(right, wrong)
    return text


def _in_page(page: str, text: str) -> str:
    try:
        return text.encode().decode(page, "ignore")
    except LookupError:  # no code page: the ledger was edited
        return text


def _stand(wanted: list[str], text: str) -> bool:
    """Whether at least half of the runs stand in ``text``."""
    found = (run for run in wanted if run in text)
    half = (len(wanted) + 1) // 2
    return sum(1 for _ in itertools.islice(found, half)) == half


def _body(books: Books, file: str | None, part: str | None, offset: int | None, length: int | None) -> bytes | None:
    """The payload; None where it cannot be opened, which is another's finding."""
    folder = books.folder / "captures"
    if file is None:
        return None
    if offset is None:
        path = folder / file
        return path.read_bytes() if path.is_file() else None
    place = Place(file, offset, length, part or "")
    capture = Capture(url="", key="", when=datetime(2000, 1, 1, tzinfo=UTC), place=place, payload=place)
    try:
        return captures.open_capture(folder, capture).body
    except captures.Unreadable:
        return None


def texts(body: bytes) -> Iterator[str]:
    """The letters of a page, as each encoding has them that it may be in."""
    for encoding in ("utf-8", "big5hkscs", "gb18030", "cp1252"):
        text = body.decode(encoding, "ignore")
        plain = html.unescape(_TAGS.sub(" ", text))
        yield letters(plain)
        if encoding == "utf-8" and len(text) * 1.02 >= len(body):  # ASCII: the text may stand in a script, escaped
            yield letters(html.unescape(_TAGS.sub(" ", _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text))))
        if encoding == "utf-8":
            # markup may stand within a word, and a script may hold the text
            yield letters(html.unescape(re.sub(r"<[^>]*>", "", text)))
