"""Decisions of people that cannot be obeyed, because they name nothing."""

from __future__ import annotations

from collections.abc import Iterator

from backissue import outlets, urls
from backissue.audit.books import Books
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "decision.no-article",
        Severity.WARNING,
        "decisions.toml names an article that is not in the archive.",
        "Check the id or address; a decision for an article that may come later can stay.",
    ),
)


def check(books: Books) -> Iterator[Finding]:
    """Each decision without an article."""
    for article in books.archive.decisions.articles:
        keys = {article, urls.key(article), outlets.article_key(books.outlet, article)}
        if not any(books.number("SELECT count(*) FROM name WHERE key = ? OR id = ?", key, key) for key in keys):
            yield FINDINGS["decision.no-article"].about(article)
