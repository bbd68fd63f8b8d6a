"""Whether the files are what was written: manifest, evidence, seals, and a run that died."""

from __future__ import annotations

from collections.abc import Iterator

from backissue.audit.books import Books
from backissue.model import Finding


def check(books: Books) -> Iterator[Finding]:
    """The archive's own verdict on its files; a record.edited that the archive knows already is not said twice."""
    for finding in books.archive.verify(books.hashed):
        if finding.code == "record.edited":
            told = "SELECT count(*) FROM finding WHERE told AND code = 'record.edited' AND evidence LIKE ?"
            if books.number(told, f"%{finding.subject}%"):
                continue
        yield finding
