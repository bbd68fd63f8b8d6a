"""Records that hold no article: a web archive's own page, a server's, the same text as many others, or nothing.

Judges by the text of the record alone, so that it can find what the extractor
let through. One text under many titles is no article, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backissue.audit.books import Books, Held
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "record.not-an-article",
        Severity.ERROR,
        "This record holds a page of a web archive or of a server, not an article.",
        "Delete the record and run rescue again, or fetch another capture of it.",
    ),
    FindingKind(
        "record.same-as-others",
        Severity.ERROR,
        "This record has the same text as others with other titles: no article, but perhaps a farewell page.",
        "Read it; if it is no article, fetch another capture or withdraw it.",
    ),
    FindingKind(
        "record.empty",
        Severity.WARNING,
        "This record has a title and no text, and no picture or embed either.",
        "Fetch another capture of it.",
    ),
)

_STRANGERS = re.compile(
    r"""
      internet\ archive(?:'s)?\ (?:services|servers|is)\b.{0,60}(?:offline|unavailable|down)
    | the\ wayback\ machine\ (?:has\ not\ archived|doesn[’']t\ have|is\ (?:temporarily|currently)|requires\ your\ browser)
    | this\ url\ has\ been\ excluded\ from\ the\ wayback\ machine
    | this\ page\ is\ not\ available\ on\ the\ web\b
    | wayback\ machine.{0,80}(?:temporarily|down\ for\ maintenance|unavailable)
    | (?:temporarily\ offline|be\ back\ soon).{0,200}internet\ archive
    | internet\ archive.{0,200}(?:temporarily\ offline|be\ back\ soon|undergoing\ maintenance)
    | ^\W*(?:4\d\d|5\d\d)\W{1,3}(?:not\ found|too\ many\ requests|service\ (?:temporarily\ )?unavailable|bad\ gateway|gateway\ time-?out|internal\ server\ error|forbidden)
    | ^\W*(?:service\ (?:temporarily\ )?unavailable|bad\ gateway|gateway\ time-?out|too\ many\ requests|internal\ server\ error|access\ denied|attention\ required!)\W*$
    | (?:this\ domain|the\ domain\ [\w.-]+)\ (?:is|may\ be)\ for\ sale | buy\ this\ domain
    | \A\s*temporarily\ offline\s*\Z | \A\s*internet\ archive\b.{0,40}\Z
    | error\ establishing\ a\ database\ connection
    """,  # the words of the Internet Archive's, nginx's, Cloudflare's, WordPress's and parking pages
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
# Every one of the above has one of these; most articles have none.
_HINTS = (
    "archive", "wayback", "excluded", "available", "offline", "gateway", "requests", "denied", "attention", "domain",
    "database", "server error", "not found", "forbidden",
)  # fmt: skip
_LONG = 1500
"""Characters of letters from which on a text is not judged by a stranger's words: an article may quote them."""
_COMPANY = 3
"""Records of one text and different titles; two may be one article printed twice."""


def look(_books: Books, held: Held) -> Iterator[Finding]:
    """What this one record's text tells."""
    record = held.record
    if record.kind == "page":
        return
    text = f"{record.title or ''}\n{record.body}"
    if len(text) <= _LONG and _hinted(text) and (found := _STRANGERS.search(text)):
        yield FINDINGS["record.not-an-article"].about(record.id, file=held.path, words=found.group()[:120])
    elif not re.search(r"\w", record.body) and not record.images and not record.embeds:
        yield FINDINGS["record.empty"].about(record.id, file=held.path)


def _hinted(text: str) -> bool:
    low = text.lower()
    return any(hint in low for hint in _HINTS)


def check(books: Books) -> Iterator[Finding]:
    """What only the company of records tells: one text under many titles, or one title over many undated or empty ones."""
    one_text = """
        SELECT id, path, (SELECT count(DISTINCT coalesce(s.title, s.id)) FROM record s WHERE s.body = r.body) FROM record r
        WHERE kind = 'article' AND body <> '' AND body IN
        (SELECT body FROM record WHERE body <> '' GROUP BY body HAVING count(DISTINCT coalesce(title, id)) >= ?)
    """
    one_title = """
        SELECT r.id, r.path, g.times FROM record r JOIN
        (SELECT title, body, count(DISTINCT id) AS times FROM record WHERE kind = 'article' AND title IS NOT NULL
         GROUP BY title, body HAVING times >= ? AND count(day) = 0) g ON g.title = r.title AND g.body = r.body
    """
    told = set()
    for question in (one_text, one_title):
        for identity, path, company in list(books.rows(question, _COMPANY)):
            if path not in told:
                told.add(path)
                yield FINDINGS["record.same-as-others"].about(identity, file=path, records=company)
