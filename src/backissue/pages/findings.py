"""The findings this room makes, with how much each hurts and what it means."""

from __future__ import annotations

from backissue.model import Finding, FindingKind, Severity, catalogue

__all__ = ["ENCODING_DAMAGED", "ENCODING_DECLARED_WRONG", "ENCODING_GUESSED", "FINDINGS", "finding"]

ENCODING_DECLARED_WRONG = "encoding.declared-wrong"
ENCODING_GUESSED = "encoding.guessed"
ENCODING_DAMAGED = "encoding.damaged"

FINDINGS = catalogue(
    FindingKind(
        ENCODING_DECLARED_WRONG,
        Severity.NOTE,
        "The page says it is in one encoding, and its bytes prove another. It was read by the bytes.",
        "Nothing: the text is right.",
    ),
    FindingKind(
        ENCODING_GUESSED,
        Severity.NOTE,
        "The page does not say in which encoding it is, and is not UTF-8; the most plausible reading was taken.",
        "Read a line of the record; if it is garbled, report the page.",
    ),
    FindingKind(
        ENCODING_DAMAGED,
        Severity.WARNING,
        "Some bytes of the page fit no encoding; each stands as U+FFFD in the text.",
        "Look for another capture of the page: it may have them.",
    ),
)


def finding(code: str, subject: str, sentence: str, **evidence: object) -> Finding:
    """The finding ``code`` about ``subject``, with the severity that the catalogue gives it."""
    return FINDINGS[code].about(subject, sentence, **evidence)
