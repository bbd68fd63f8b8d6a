"""Articles that something names and that are not held, with whatever is known of them.

What names an article: a listing's card, a link, a feed, and a good capture at
an article's address. Takes all that from the books; asks no extractor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from backissue.audit.books import Books
from backissue.model import Finding, FindingKind, Severity, catalogue
from backissue.text.dates import day_of_print

FINDINGS = catalogue(
    FindingKind(
        "article.missing",
        Severity.ERROR,
        "The paper published this article, and it is not held: no usable capture of it was found.",
        "Look for it in other web archives, or ask whoever wrote it; missing.csv lists what is known.",
    ),
)


@dataclass(frozen=True, slots=True)
class Lost:
    """An article that is not held, and what is known of it. ``seen_in`` is one of the captures that name it.

    ``known_by``: witness, link or gap; ``about`` is a month told by its date, or guessed from its neighbours.
    """

    key: str
    url: str | None
    title: str | None
    date: str | None
    byline: str | None
    seen_in: str | None
    times: int
    known_by: str = "witness"
    about: str | None = None

    @property
    def slug(self) -> str | None:
        """What the address calls the article, if it does: ``Ferry is back`` of ``/2021/ferry-is-back.html``."""
        return words_of(self.url) if self.url else None


def words_of(url: str) -> str | None:
    """The words in the last part of an address; None if they are lost, or are none."""
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    text = re.sub(r"[-_+\s]+", " ", re.sub(r"\.\w{2,5}$", "", last)).strip()
    letters = re.sub(r"[\W\d_]+", "", text)
    return text if "\ufffd" not in text and (len(letters) >= 8 or re.search(r"[\u3040-\u9fff]{3}", text)) else None


def expect(books: Books) -> dict[str, int]:
    """Work out what is expected, held, withdrawn and missing; enters the table ``missing`` in the books."""
    books.db.executescript(
        "CREATE TABLE expected (key TEXT PRIMARY KEY) WITHOUT ROWID;"
        "INSERT OR IGNORE INTO expected SELECT key FROM witness WHERE key <> '';"
        # A good answer at an article's address, that nothing explains as a witness or as somebody else's.
        "INSERT OR IGNORE INTO expected SELECT c.akey FROM capture c JOIN fate f ON f.capture = c.ref"
        " WHERE c.kind = 'article' AND c.akey IS NOT NULL AND coalesce(c.status, 200) = 200"
        " AND f.kind IN ('source', 'alternate', 'finding');"
        "CREATE TABLE missing (key TEXT PRIMARY KEY) WITHOUT ROWID;"
        "INSERT INTO missing SELECT key FROM expected WHERE key NOT IN (SELECT n.key FROM name n"
        " WHERE n.id IN (SELECT id FROM record) OR n.id IN (SELECT id FROM withdrawn));"
    )
    held = books.number("SELECT count(DISTINCT id) FROM record WHERE kind = 'article'")
    withdrawn = books.number("SELECT count(*) FROM withdrawn")
    missing = books.number("SELECT count(*) FROM missing")
    return {"expected": held + withdrawn + missing, "held": held, "withdrawn": withdrawn, "missing": missing}


def lost(books: Books) -> Iterator[Lost]:
    """The missing articles, by key, with the fullest word there is of each."""
    question = (
        "SELECT m.key, max(w.url), max(w.title), group_concat(w.date, char(31)), max(w.byline), min(w.seen_in), count(w.key), "
        "(SELECT min(c.url) FROM capture c WHERE c.akey = m.key) "
        "FROM missing m LEFT JOIN witness w ON w.key = m.key GROUP BY m.key ORDER BY m.key"
    )
    for key, url, title, dates, byline, seen_in, times, captured in books.rows(question):
        yield Lost(key, url or captured, title, _surest(dates), byline, seen_in, times)


def _surest(printed: str | None) -> str | None:
    """The day in the first of the printed dates that leaves no doubt, in ISO; else the first as it was printed."""
    dates = sorted(set(printed.split("\x1f"))) if printed else []
    return next((day for one in dates if (day := day_of_print(one))), dates[0] if dates else None)


def check(books: Books) -> Iterator[Finding]:
    """One finding for each missing article, with its title, date and byline where a listing told them."""
    for one in list(lost(books)):
        known = {
            "url": one.url,
            "title": one.title or one.slug,
            "date": one.date,
            "byline": one.byline,
            "seen_in": one.seen_in,
        }
        yield FINDINGS["article.missing"].about(one.key, **{k: v for k, v in known.items() if v})
