"""audit: every check over one paper's books, and the sum.

Reads evidence, ledger and records; writes nothing below the paper's folder. A
check is a file of its own with a ``check(books)`` or a ``look(held)``, and adding
one is adding it to the two lists here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from backissue import outlets
from backissue.archive import Archive, Hashed
from backissue.audit import (
    boilerplate,
    borne_out,
    dead_links,
    decided,
    duplicate,
    gaps,
    garbled,
    law,
    media,
    memory,
    missing,
    not_an_article,
    provenance,
    times,
    truncated,
    whole,
)
from backissue.audit.books import Books, Look
from backissue.audit.findings import FINDINGS
from backissue.audit.report import Report
from backissue.model import Finding, Outlet, Severity

LOOKS: tuple[Look, ...] = (
    not_an_article.look,
    truncated.look,
    times.look,
    provenance.look,
    media.look,
    dead_links.look,
    garbled.look,
    boilerplate.look,
    borne_out.look,
)
"""Checks of one record at a time, done as it is read."""

CHECKS: tuple[Callable[[Books], Iterable[Finding]], ...] = (
    whole.check,
    missing.check,
    gaps.check,
    not_an_article.check,
    duplicate.check,
    times.check,
    provenance.check,
    dead_links.check,
    boilerplate.check,
    borne_out.check,
    decided.check,
)
"""Checks over the books. The law comes last, since it asks what else was found."""

BREACHES = frozenset(law.LAW) | law.OTHERS_THAT_BREAK_IT
ECHOES = {
    "time.undated": "field.date-missing",
    "time.updated-before-published": "field.updated-before-published",
    "letters.lost": "text.lost-bytes",
    "letters.private": "text.private-use",
    "markup.shielded-mail": "text.email-shielded",
}
"""Our codes, and those under which whoever made a record may have told the same."""

EXAMPLES = 5


def _quiet(_what: str) -> None:
    """Tell nobody."""


@contextlib.contextmanager
def audited(
    folder: Path,
    outlet: Outlet | None = None,
    say: Callable[[str], None] = _quiet,
    *,
    archive: Archive | None = None,
    hashed: Mapping[str, Hashed] | None = None,
) -> Iterator[tuple[Books, Report]]:
    """The books after every check, and the report; the books close when the block ends.

    ``outlet`` is read from the folder's ``outlet.toml`` if not given. ``say``
    is told what is being done. ``archive`` may be the very object that has just
    written the archive, and ``hashed`` evidence that has just been hashed: what
    is still as they left it is then not parsed, or hashed, twice. Raises
    BadInstruction for a wrong outlet or wrong decisions, BrokenWorld where a
    file cannot be read.
    """
    if outlet is None and (folder / "outlet.toml").is_file():
        outlet = outlets.load(folder / "outlet.toml")
    books = Books(folder, outlet, archive, hashed)
    try:
        books.fill(LOOKS, say)
        articles = missing.expect(books)
        say("checking")
        for check in CHECKS:
            for finding in check(books):
                books.tell(finding)
        say("doing the sum")
        for finding in law.check(books):
            books.tell(finding)
        _hush(books)
        yield books, _report(books, articles)
    finally:
        books.close()


def audit(
    folder: Path,
    outlet: Outlet | None = None,
    say: Callable[[str], None] = _quiet,
    *,
    remembered: Path | None = None,
    archive: Archive | None = None,
    hashed: Mapping[str, Hashed] | None = None,
) -> Report:
    """The report on the paper in ``folder``; see ``audited``.

    ``remembered`` is a file that keeps the report, below ``work/``: if by size
    and time no file has changed since, the report is the one kept there.
    """
    if outlet is None and (folder / "outlet.toml").is_file():
        outlet = outlets.load(folder / "outlet.toml")
    now = memory.state(folder, outlet) if remembered else ""
    if remembered and (known := memory.recall(remembered, now)):
        return known
    with audited(folder, outlet, say, archive=archive, hashed=hashed) as (_, report):
        pass
    if remembered:
        memory.keep(remembered, now, report)
    return report


def _hush(books: Books) -> None:
    """Take back what the archive's own findings say of the same subject in other words, or what we know more of."""
    for ours, theirs in ECHOES.items():
        books.forget(ours, theirs)
    books.forget_told("article.missing")


def _report(books: Books, articles: dict[str, int]) -> Report:
    sums = law.fates(books)
    counts = dict(books.rows("SELECT code, count(*) FROM finding GROUP BY code ORDER BY code"))
    breaches = tuple(code for code in counts if code in BREACHES)
    examples = {code: tuple(books.findings(code, EXAMPLES)) for code in counts}
    errors = books.number("SELECT count(*) FROM finding WHERE severity = ?", Severity.ERROR.value)
    return Report(sums, articles, counts, law.adds_up(sums) and not breaches, errors, breaches, examples)


__all__ = ["BREACHES", "CHECKS", "FINDINGS", "LOOKS", "Report", "audit", "audited"]
