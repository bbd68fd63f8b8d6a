"""The findings this room makes, with how much each hurts and what it means."""

from __future__ import annotations

from backissue.model import Finding, Severity

__all__ = ["ENCODING_DAMAGED", "ENCODING_DECLARED_WRONG", "ENCODING_GUESSED", "FINDINGS", "finding"]

ENCODING_DECLARED_WRONG = "encoding.declared-wrong"
ENCODING_GUESSED = "encoding.guessed"
ENCODING_DAMAGED = "encoding.damaged"

FINDINGS: dict[str, tuple[Severity, str]] = {
    ENCODING_DECLARED_WRONG: (
        Severity.NOTE,
        "The page says it is in one encoding, and its bytes prove another. It was read by the bytes.",
    ),
    ENCODING_GUESSED: (
        Severity.NOTE,
        "The page does not say in which encoding it is, and is not UTF-8; the most plausible reading was taken.",
    ),
    ENCODING_DAMAGED: (
        Severity.WARNING,
        "Some bytes of the page fit no encoding; each stands as U+FFFD in the text. Another capture may have them.",
    ),
}


def finding(code: str, subject: str, sentence: str, **evidence: object) -> Finding:
    """The finding ``code`` about ``subject``, with the severity that the catalogue gives it."""
    return Finding(code, subject, sentence, FINDINGS[code][0], evidence)
