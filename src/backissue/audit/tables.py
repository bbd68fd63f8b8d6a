"""Tables to take away: CSV that a spreadsheet opens, and that cannot make it do anything.

UTF-8 with a byte order mark, since that is what spreadsheets know it by; a cell
that one would take for a formula begins with an apostrophe
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from backissue.audit.facts import Change
from backissue.audit.missing import Lost

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def missing(lost: Iterable[Lost]) -> bytes:
    """``missing.csv``: every article that is not held, with all that is known of it."""
    head = (
        "id",
        "known by",
        "title",
        "words of the address",
        "date as printed",
        "about",
        "byline",
        "address",
        "seen in",
        "times named",
    )
    rows = ((o.key, o.known_by, o.title, o.slug, o.date, o.about, o.byline, o.url, o.seen_in, o.times) for o in lost)
    return table(head, rows)


def changes(found: Iterable[Change]) -> bytes:
    """``changes.csv``: every title or text that was changed after it was published."""
    head = ("id", "title", "what changed", "before", "when", "letters out", "letters added", "older text", "record")
    return table(head, ((c.id, c.title, c.kind, c.before, c.when, c.out, c.added, c.older, c.link) for c in found))


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8", "replace")


def cell(value: object) -> str:
    """A value as a cell that is text to any spreadsheet."""
    text = "" if value is None else str(value).replace("\x00", "")
    text = " ".join(text.splitlines()) if "\n" in text or "\r" in text else text
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
