"""The findings this room makes, with how much each hurts and what it means."""

from __future__ import annotations

from backissue.model import Finding, Severity

__all__ = ["FINDINGS", "hooks_not_trusted"]

HOOKS_NOT_TRUSTED = "outlet.hooks-not-trusted"

FINDINGS: dict[str, tuple[Severity, str]] = {
    HOOKS_NOT_TRUSTED: (
        Severity.WARNING,
        "An outlet.py that nobody on this machine has let run was left alone. Read it, then run `backissue trust`.",
    ),
}


def hooks_not_trusted(digest: str) -> Finding:
    """The finding for an ``outlet.py`` that may not run; ``digest`` is its SHA-256 in hex."""
    return Finding(
        HOOKS_NOT_TRUSTED,
        "outlet.py",
        "outlet.py was ignored: it is code that nobody here has trusted yet, or it changed since.",
        Severity.WARNING,
        {"sha256": digest},
    )
