"""The findings this room makes, with how much each hurts and what it means."""

from __future__ import annotations

from backissue.model import Finding, Severity

__all__ = ["FINDINGS", "finding"]

TITLE_MISSING = "field.title-missing"
DATE_MISSING = "field.date-missing"
DATE_UNREAD = "field.date-unread"
DATE_AFTER_CAPTURE = "field.date-after-capture"
UPDATED_BEFORE_PUBLISHED = "field.updated-before-published"
BODY_EMPTY = "body.empty"
BODY_CUT_WHOLE = "body.cut-whole"
BODY_TOO_DEEP = "body.too-deep"
BODY_TRUNCATED = "body.truncated"
CHARACTERS_REMOVED = "text.characters-removed"
CHARACTERS_PRIVATE = "text.private-use"
CHARACTERS_LOST = "text.lost-bytes"
EMAIL_SHIELDED = "text.email-shielded"
ERA_UNKNOWN = "outlet.era-unknown"
PATTERN_SLOW = "outlet.pattern-too-slow"
HOOK_FAILED = "outlet.hook-failed"
POINTER_DOUBTED = "revision.pointer-doubted"

FINDINGS: dict[str, tuple[Severity, str]] = {
    TITLE_MISSING: (Severity.WARNING, "No rule and no guess found a headline on the page; the record has none."),
    DATE_MISSING: (Severity.WARNING, "The page says nowhere when the article came out; the record is undated."),
    DATE_UNREAD: (Severity.WARNING, "What the page prints as a date could not be read as one."),
    DATE_AFTER_CAPTURE: (
        Severity.WARNING,
        "The page prints a date later than the moment it was captured; it was not believed.",
    ),
    UPDATED_BEFORE_PUBLISHED: (
        Severity.NOTE,
        "The page says it was last changed before it came out. Both are kept as printed.",
    ),
    BODY_EMPTY: (Severity.ERROR, "The page is an article, and no text of it could be found."),
    BODY_CUT_WHOLE: (
        Severity.ERROR,
        "A pattern under `cut` matches the article's first line, so that nothing would be left; it was not applied.",
    ),
    BODY_TOO_DEEP: (
        Severity.NOTE,
        "Part of the page is nested deeper than any honest page; its words were kept without structure.",
    ),
    BODY_TRUNCATED: (Severity.ERROR, "The capture breaks off before the article ends; the text stops where it does."),
    CHARACTERS_REMOVED: (
        Severity.NOTE,
        "Control characters, zero-width characters or direction marks were in the text, and were taken out.",
    ),
    CHARACTERS_PRIVATE: (
        Severity.WARNING,
        "The text has private-use characters, which mean something only in some font nobody has; they were kept.",
    ),
    CHARACTERS_LOST: (
        Severity.WARNING,
        "The text has U+FFFD: bytes that were lost before the capture, or could not be read.",
    ),
    EMAIL_SHIELDED: (Severity.NOTE, "The page hid an e-mail address from robots, and the capture does not hold it."),
    ERA_UNKNOWN: (
        Severity.NOTE,
        "No era of outlet.toml fits the page; its text was found by the generic extractor.",
    ),
    PATTERN_SLOW: (
        Severity.WARNING,
        "A pattern of outlet.toml took too long on this page, and was left out. Make it simpler.",
    ),
    HOOK_FAILED: (Severity.ERROR, "A function of outlet.py failed on this page; the page was read without it."),
    POINTER_DOUBTED: (
        Severity.NOTE,
        "An address points to another id as its live revision, and the two have nothing in common; they stay two articles.",
    ),
}


def finding(code: str, subject: str, sentence: str, **evidence: object) -> Finding:
    """The finding ``code`` about ``subject``, with the severity that the catalogue gives it."""
    return Finding(code, subject, sentence, FINDINGS[code][0], evidence)
