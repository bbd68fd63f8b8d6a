"""Links within the paper that lead nowhere, links still through a web archive, links that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backissue import outlets, urls
from backissue.audit.books import Books, Held
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "link.to-missing",
        Severity.WARNING,
        "Articles link to this article of the paper, and it is not held.",
        "Look for it in other web archives; missing.csv lists it.",
    ),
    FindingKind(
        "link.through-archive",
        Severity.WARNING,
        "The text still links through a web archive instead of to the original address.",
        "Run adopt or rescue again, which undoes that.",
    ),
    FindingKind(
        "link.malformed",
        Severity.NOTE,
        "A link in the text is no address.",
        "Nothing needs doing, unless it should be an article of the paper.",
    ),
)

_FINE = re.compile(r"(?:https?://[^/?#\s]|mailto:|tel:|#|\.\./|[\w./-]+\.(?:jpg|png)$)", re.IGNORECASE)


def look(books: Books, held: Held) -> Iterator[Finding]:
    """The links of one record; those within the paper are kept for the check."""
    record = held.record
    through, broken, inside = [], [], set()
    for picture, target in held.links:
        if urls.timestamp_of(target) or target.startswith("/web/"):
            through.append(target)
        elif not _FINE.match(target):
            broken.append(target)
        elif not picture and books.outlet and urls.is_web(target):
            kind, _ = outlets.classify(books.outlet, target)
            if kind == "article":
                inside.add((outlets.article_key(books.outlet, target), record.id, target))
    for row in sorted(inside):
        books.enter("inside", row)
    if through:
        yield FINDINGS["link.through-archive"].about(record.id, links=len(through), example=through[0][:200])
    if broken:
        yield FINDINGS["link.malformed"].about(record.id, links=len(broken), example=broken[0][:200])


def check(books: Books) -> Iterator[Finding]:
    """Articles that are linked to and not held; those that a witness names too are left to the missing."""
    question = """
        SELECT key, min(url), count(*), min(id) FROM inside WHERE key NOT IN (SELECT key FROM name)
        AND key NOT IN (SELECT key FROM missing) GROUP BY key
    """
    for key, url, times, first in list(books.rows(question)):
        yield FINDINGS["link.to-missing"].about(key, url=url, linked_from=first, links=times)
