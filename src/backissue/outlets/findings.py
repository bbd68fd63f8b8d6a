"""The findings this room makes, with how much each hurts and what it means."""

from __future__ import annotations

from backissue.model import Finding, FindingKind, Severity, catalogue

__all__ = ["FINDINGS", "hooks_not_trusted"]

HOOKS_NOT_TRUSTED = FindingKind(
    "outlet.hooks-not-trusted",
    Severity.WARNING,
    "outlet.py was ignored: it is code that nobody here has trusted yet, or it changed since.",
    "Read outlet.py; if it does what you want, run `backissue trust` and then rescue again.",
)

FINDINGS = catalogue(HOOKS_NOT_TRUSTED)


def hooks_not_trusted(digest: str) -> Finding:
    """The finding for an ``outlet.py`` that may not run; ``digest`` is its SHA-256 in hex."""
    return HOOKS_NOT_TRUSTED.about("outlet.py", sha256=digest)
