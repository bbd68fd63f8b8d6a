"""The findings that only the wiring can make: about captures as wholes, and about what no room holds."""

from __future__ import annotations

import traceback
from pathlib import Path

from backissue.model import Finding, FindingKind, Severity, catalogue

SOURCE_UNREADABLE = FindingKind(
    "source.unreadable",
    Severity.ERROR,
    "One of the sources named could not be read; the others were.",
    "Check its spelling, fetch it again, and run rescue again.",
)
OVERRUN = FindingKind(
    "page.overrun",
    Severity.ERROR,
    "Reading this page was stopped at a limit of time or memory.",
    "Look at the page in a browser; if it is an article, report it: the page is worth a test.",
)
FAILED = FindingKind(
    "page.failed",
    Severity.ERROR,
    "Reading this page failed: a fault of this program's. The other pages were read.",
    "Report it, with the page's address and what the evidence says; rescue again with a newer version.",
)
NO_TEXT = FindingKind(
    "capture.no-text",
    Severity.WARNING,
    "This capture is an article by its address, and no text could be found in it.",
    "Look at it with `backissue try URL`; perhaps outlet.toml needs an era for its template.",
)
NOT_FETCHED = FindingKind(
    "capture.not-fetched",
    Severity.NOTE,
    "A web archive lists this capture; it has not been fetched.",
    "Run rescue again: it fetches what is worth having, and goes on where it was.",
)
UNKNOWN = FindingKind(
    "capture.unknown",
    Severity.NOTE,
    "What this page is could not be told; nothing speaks for an article.",
    "If it is an article, give its address a rule in outlet.toml.",
)
REDIRECT = FindingKind(
    "capture.redirect",
    Severity.NOTE,
    "This capture is a redirect that leads to no article of the paper.",
    "Nothing, unless its address was an article's.",
)
BAD = {
    kind: FindingKind(
        f"capture.{kind}",
        Severity.NOTE,
        sentence,
        "Nothing where the article is held from another capture; else look for one in other archives.",
    )
    for kind, sentence in (
        ("error", "This capture is an error page, not an article."),
        ("farewell", "This capture shows the outlet's goodbye under an article's address."),
        ("outage", "This capture shows the web archive's own trouble, not the outlet's page."),
        ("parked", "This capture shows the domain for sale, not the outlet's page."),
        ("empty", "This capture holds nothing."),
    )
}
NO_ZONE = FindingKind(
    "outlet.no-timezone",
    Severity.WARNING,
    "Nothing says what zone the times on the pages are in; they were read as UTC.",
    "Set timezone in outlet.toml, or give --timezone, and run rescue again.",
)

FINDINGS = catalogue(
    SOURCE_UNREADABLE, OVERRUN, FAILED, NO_TEXT, NOT_FETCHED, UNKNOWN, REDIRECT, *BAD.values(), NO_ZONE
)


def failed(subject: str, error: Exception) -> Finding:
    """The finding for a page whose reading raised what nobody foresaw: the error, and where in our code."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return FAILED.about(subject, error=f"{type(error).__name__}: {error}"[:500], where=where)
