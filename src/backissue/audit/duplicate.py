"""One article under two ids: the same text, or the same title on the same day."""

from __future__ import annotations

from collections.abc import Iterator

from backissue.audit.books import Books
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "record.duplicate",
        Severity.WARNING,
        "This record has the same text as another: two ids, but perhaps one article.",
        "If it is a revision of the other, adopt or rescue should have joined them; otherwise nothing needs doing.",
    ),
    FindingKind(
        "record.same-title",
        Severity.NOTE,
        "Another record of the same day has the same title and another text.",
        "Read both: one may be an earlier text of the other.",
    ),
)

_LONG = 60
"""Letters from which on equal texts are no accident: two captions may be alike."""


def check(books: Books) -> Iterator[Finding]:
    """Each record but the first of those that share a text or a title."""
    same_text = """
        SELECT id, path, (SELECT min(s.path || ' ' || s.id) FROM record s WHERE s.body = r.body) AS first FROM record r
        WHERE kind = 'article' AND chars >= ? AND body IN
        (SELECT body FROM record WHERE chars >= ? GROUP BY body HAVING count(DISTINCT id) BETWEEN 2 AND 20)
    """
    for identity, path, first in list(books.rows(same_text, _LONG, _LONG)):
        if first != f"{path} {identity}":
            yield FINDINGS["record.duplicate"].about(identity, file=path, other=first.rpartition(" ")[2])
    same_title = """
        SELECT r.id, r.path, min(s.id) FROM record r JOIN record s ON s.title = r.title AND s.day = r.day AND s.id < r.id
        WHERE r.kind = 'article' AND s.kind = 'article' AND r.body <> s.body AND r.chars >= ? AND s.chars >= ?
        GROUP BY r.id, r.path
    """
    for identity, path, other in list(books.rows(same_title, _LONG, _LONG)):
        yield FINDINGS["record.same-title"].about(identity, file=path, other=other)
