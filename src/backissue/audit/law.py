"""The law, as a sum that anyone can do.

Every capture in the evidence has exactly one fate, and the fate is borne out:
a source has its record and a record its source, an alternate belongs to a
record that is held, a witness has something to say, media are no pages, what is
foreign is not of our hosts, and a finding was written down. Every article that
anything names is held, withdrawn, or the subject of a finding.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from backissue import outlets
from backissue.audit.books import Books
from backissue.model import Finding, FindingKind, Severity, catalogue

_ERROR = Severity.ERROR
_AGAIN = "Restore archive/ledger from a copy, or run rescue again: it writes the ledger anew."

LAW = catalogue(
    FindingKind("ledger.no-fate", _ERROR, "A capture in the evidence has no fate in the ledger.", _AGAIN),
    FindingKind("ledger.two-fates", _ERROR, "A capture has more than one fate in the ledger.", _AGAIN),
    FindingKind(
        "ledger.no-capture", _ERROR, "The ledger has a fate for a capture that is not in the evidence.", _AGAIN
    ),
    FindingKind(
        "ledger.no-record", _ERROR, "The ledger says a capture is the source of a record that is not held.", _AGAIN
    ),
    FindingKind("ledger.two-sources", _ERROR, "Two captures are called the source of one record.", _AGAIN),
    FindingKind("ledger.no-source", _ERROR, "A record is held, but no capture is called its source.", _AGAIN),
    FindingKind("ledger.other-source", _ERROR, "A record names another source than the ledger does.", _AGAIN),
    FindingKind(
        "ledger.lost-alternate", _ERROR, "A capture is called an alternate of a record that is not held.", _AGAIN
    ),
    FindingKind(
        "ledger.contradicts",
        _ERROR,
        "What the ledger says of an article's captures contradicts itself: two records, or none.",
        _AGAIN,
    ),
    FindingKind(
        "ledger.silent-witness",
        _ERROR,
        "A capture at an article's address is called a witness, but no word of it is written down.",
        _AGAIN,
    ),
    FindingKind("ledger.media-is-a-page", _ERROR, "A capture that is called media is a page.", _AGAIN),
    FindingKind(
        "ledger.foreign-is-ours", _ERROR, "A capture that is called foreign is of the paper's own hosts.", _AGAIN
    ),
    FindingKind(
        "ledger.no-finding", _ERROR, "A capture's fate is called a finding, but no finding speaks of it.", _AGAIN
    ),
    FindingKind("ledger.unreadable", _ERROR, "The ledger cannot be read.", _AGAIN),
    FindingKind(
        "article.unaccounted",
        _ERROR,
        "Something names this article, but it is neither held nor withdrawn, and no finding speaks of it.",
        "Run rescue again; if it stays, this is a fault of the program and should be reported.",
    ),
    FindingKind(
        "damage.unsaid", _ERROR, "The evidence is damaged here, and no finding of the archive says so.", _AGAIN
    ),
    FindingKind(
        "listing.no-line",
        _ERROR,
        "A capture is in the evidence, but the listing of its file leaves it out.",
        "Restore captures/listings from a copy, or remove that listing and run rescue again.",
    ),
    FindingKind(
        "listing.no-record",
        _ERROR,
        "A listing names a record that is not in the evidence.",
        "Restore the file of evidence from a copy.",
    ),
    FindingKind("listing.unreadable", _ERROR, "A listing cannot be read.", "Restore captures/listings from a copy."),
    FindingKind(
        "decision.not-yet-done",
        _ERROR,
        "A withdrawn article is still in the archive's files.",
        "Run rescue or adopt again: they obey decisions.toml. What is built obeys it already.",
    ),
)
"""Codes that break the law."""

OTHERS_THAT_BREAK_IT = frozenset(
    {
        "archive.unfinished",
        "record.unreadable",
        "manifest.absent",
        "manifest.malformed",
        "manifest.missing-file",
        "manifest.changed-file",
        "evidence.absent",
        "evidence.missing-file",
        "evidence.changed-file",
        "evidence.unlisted-file",
    }
)
"""Codes of the archive room that break the law: what is summed is not what was written."""

_PAGES = ("text/html", "application/xhtml+xml")

# Code, and the question whose answers are (subject, more evidence as JSON or null).
_QUESTIONS: tuple[tuple[str, str], ...] = (
    (
        "ledger.no-fate",
        """
        SELECT c.ref, json_object('url', c.url) FROM capture c
        LEFT JOIN line l ON NOT c.held AND l.key = c.key AND l.stamp = c.stamp
        LEFT JOIN fate f ON f.capture = coalesce(l.ref, c.ref)
        GROUP BY c.ref HAVING count(f.capture) = 0
        """,
    ),
    (
        "ledger.two-fates",
        "SELECT capture, json_object('fates', count(*)) FROM fate GROUP BY capture HAVING count(*) > 1",
    ),
    (
        "ledger.two-fates",  # one capture named by several listings
        """
        SELECT min(l.ref), json_object('fates', count(*)) FROM line l JOIN fate f ON f.capture = l.ref
        GROUP BY l.key, l.stamp HAVING count(*) > 1 AND count(DISTINCT l.ref) > 1
        """,
    ),
    (
        "ledger.no-capture",
        """
        SELECT f.capture, json_object('url', f.url) FROM fate f
        WHERE f.capture NOT IN (SELECT ref FROM capture) AND f.capture NOT IN (SELECT ref FROM line)
        """,
    ),
    (
        "ledger.no-record",
        """
        SELECT f.capture, json_object('record', f.subject) FROM fate f WHERE f.kind = 'source' AND
        (f.subject IS NULL OR f.subject NOT IN (SELECT id FROM record UNION SELECT id FROM withdrawn))
        """,
    ),
    (
        "ledger.two-sources",
        """
        SELECT subject, json_object('sources', count(*)) FROM fate
        WHERE kind = 'source' AND subject IS NOT NULL GROUP BY subject HAVING count(*) > 1
        """,
    ),
    (
        "ledger.no-source",
        """
        SELECT r.id, json_object('file', r.path) FROM record r
        WHERE r.id NOT IN (SELECT subject FROM fate WHERE kind = 'source' AND subject IS NOT NULL)
        """,
    ),
    (
        "ledger.other-source",
        """
        SELECT r.id, json_object('record', r.ref, 'ledger', f.capture) FROM record r JOIN fate f ON f.subject = r.id
        JOIN capture c ON c.ref = f.capture
        WHERE f.kind = 'source' AND r.sealed AND r.ref IS NOT NULL AND r.ref <> c.place AND c.type <> 'revisit'
        """,
    ),
    (
        "ledger.lost-alternate",
        """
        SELECT f.capture, json_object('record', f.subject) FROM fate f WHERE f.kind = 'alternate' AND
        (f.subject IS NULL OR f.subject NOT IN (SELECT id FROM record UNION SELECT id FROM withdrawn))
        """,
    ),
    (
        "ledger.contradicts",
        """
        SELECT c.akey, json_object('records', count(DISTINCT f.subject)) FROM fate f JOIN capture c ON c.ref = f.capture
        WHERE f.kind IN ('source', 'alternate') AND c.akey IS NOT NULL
        GROUP BY c.akey HAVING count(DISTINCT f.subject) > 1
        """,
    ),
    (
        "ledger.silent-witness",
        """
        SELECT f.capture, json_object('url', c.url) FROM fate f JOIN capture c ON c.ref = f.capture
        WHERE f.kind = 'witness' AND (c.kind = 'article' OR c.akey IN (SELECT key FROM name))
        AND f.capture NOT IN (SELECT seen_in FROM witness)
        """,
    ),
    (
        "ledger.contradicts",  # what stands at a held article's address is its source, its alternate, or trouble
        """
        SELECT f.capture, json_object('url', c.url, 'fate', f.kind) FROM fate f JOIN capture c ON c.ref = f.capture
        WHERE f.kind = 'witness' AND c.kind = 'article'
        AND c.akey IN (SELECT n.key FROM name n JOIN record r ON r.id = n.id)
        """,
    ),
    (
        "ledger.no-finding",
        """
        SELECT f.capture, json_object('reason', f.reason) FROM fate f WHERE f.kind = 'finding'
        AND f.capture NOT IN (SELECT subject FROM finding WHERE told)
        AND coalesce(f.subject, '') NOT IN (SELECT subject FROM finding WHERE told)
        AND f.url NOT IN (SELECT subject FROM finding WHERE told)
        """,
    ),
    (
        "listing.no-line",
        """
        SELECT c.ref, json_object('url', c.url) FROM capture c WHERE c.held AND NOT c.listed AND c.file IN
        (SELECT file FROM capture WHERE listed AND file IS NOT NULL UNION SELECT file FROM listing)
        """,
    ),
    (
        "damage.unsaid",
        """
        SELECT d.subject, json_object('damage', d.code) FROM damage d WHERE NOT EXISTS
        (SELECT 1 FROM finding f WHERE f.told AND f.code = d.code AND f.subject = d.subject)
        """,
    ),
)


def check(books: Books) -> Iterator[Finding]:
    """Every breach of the law, one finding each."""
    for code, question in _QUESTIONS:
        for subject, evidence in list(books.rows(question)):
            yield LAW[code].about(str(subject), **(json.loads(evidence) if evidence else {}))
    media = "SELECT f.capture, c.url, c.mime FROM fate f JOIN capture c ON c.ref = f.capture WHERE f.kind = 'media'"
    for ref, url, mime in list(books.rows(media)):
        if (mime or "").partition(";")[0].strip().lower() in _PAGES:
            yield LAW["ledger.media-is-a-page"].about(ref, url=url, mimetype=mime)
    if books.outlet and books.outlet.hosts:
        foreign = "SELECT f.capture, c.url FROM fate f JOIN capture c ON c.ref = f.capture WHERE f.kind = 'foreign'"
        for ref, url in list(books.rows(foreign)):
            if url and outlets.is_ours(books.outlet, url):
                yield LAW["ledger.foreign-is-ours"].about(ref, url=url)
    yield from _unaccounted(books)


def _unaccounted(books: Books) -> Iterator[Finding]:
    question = (
        "SELECT m.key FROM missing m WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.told AND f.subject = m.key) "
        "AND NOT EXISTS (SELECT 1 FROM capture c JOIN finding f ON f.subject IN (c.ref, c.url) WHERE c.akey = m.key AND f.told) "
        "AND NOT EXISTS (SELECT 1 FROM witness w JOIN finding f ON f.subject = w.url WHERE w.key = m.key AND f.told)"
    )
    for (key,) in list(books.rows(question)):
        yield LAW["article.unaccounted"].about(key)


def fates(books: Books) -> dict[str, int]:
    """How many captures were listed, by audit's own walk, and how many the ledger gives each fate."""
    kinds = ("source", "alternate", "witness", "media", "foreign", "finding")
    counted = dict(books.rows("SELECT kind, count(*) FROM fate GROUP BY kind"))
    return {"listed": books.number("SELECT count(*) FROM capture")} | {kind: counted.get(kind, 0) for kind in kinds}


def adds_up(sums: dict[str, int]) -> bool:
    """True if the fates are exactly as many as the captures."""
    return sums["listed"] == sum(count for kind, count in sums.items() if kind != "listed")
