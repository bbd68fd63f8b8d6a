"""Where a record says it comes from, against the capture, against itself; and whether its older texts are there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC

from backissue import urls
from backissue.audit.books import Books, Held
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "provenance.other-time",
        Severity.WARNING,
        "The address of the capture bears another time than the capture that was served.",
        "Trust source.when: the archive redirected to another capture when this was saved.",
    ),
    FindingKind(
        "provenance.other-address",
        Severity.WARNING,
        "The address of the capture is not that of the article.",
        "Look at both addresses; one of them is of another article.",
    ),
    FindingKind(
        "provenance.other-bytes",
        Severity.ERROR,
        "The record's digest of its source is not that of the capture in the evidence.",
        "Restore the record or the evidence from a copy, or delete the record and run rescue again.",
    ),
    FindingKind(
        "provenance.none",
        Severity.WARNING,
        "The record does not say which capture it comes from.",
        "Run rescue or adopt again; a record made by hand may say it in source.",
    ),
    FindingKind(
        "revision.no-file",
        Severity.ERROR,
        "The record names the file of an older text that is not in the archive.",
        "Restore revisions/ from a copy, or delete the record and run rescue again.",
    ),
)

_STAMP = re.compile(r"/web/(\d{14})")


def look(books: Books, held: Held) -> Iterator[Finding]:
    """What the record's own addresses, links and source say of each other."""
    record = held.record
    source = record.source
    if source is None or not source.file:
        yield FINDINGS["provenance.none"].about(record.id, file=held.path)
    stamp = m[1] if (m := _STAMP.search(record.url or "")) else None
    served = source.when.astimezone(UTC).strftime("%Y%m%d%H%M%S") if source and source.when else None
    within = {found[1] for _, target in held.links if (found := _STAMP.search(target))}
    if stamp and served and stamp != served:
        yield FINDINGS["provenance.other-time"].about(record.id, url=stamp, served=served)
    elif stamp and within and stamp not in within:
        yield FINDINGS["provenance.other-time"].about(record.id, url=stamp, served=min(within))
    if record.url and record.original_url and stamp and not record.url.endswith(f"/{record.original_url}"):
        captured = urls.original(record.url)
        if urls.key(captured) != urls.key(record.original_url):
            yield FINDINGS["provenance.other-address"].about(record.id, url=captured, original_url=record.original_url)
    for revision in record.revisions:
        if revision.file and not os.path.isfile(f"{books.archive.path}/{revision.file}"):  # noqa: PTH113
            yield FINDINGS["revision.no-file"].about(record.id, file=revision.file)


def check(books: Books) -> Iterator[Finding]:
    """Records against the captures they name."""
    question = """
        SELECT r.id, r.digest, c.digest FROM record r JOIN capture c ON c.place = r.ref
        WHERE r.digest IS NOT NULL AND c.digest IS NOT NULL AND r.digest <> c.digest AND c.type <> 'revisit'
    """
    for identity, said, true in list(books.rows(question)):
        yield FINDINGS["provenance.other-bytes"].about(identity, record=said, evidence=true)
