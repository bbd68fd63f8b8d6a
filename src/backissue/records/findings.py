"""The findings this room makes, with how much each hurts and what it means."""

from __future__ import annotations

from backissue.model import Finding, FindingKind, Severity, catalogue

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

FINDINGS = catalogue(
    FindingKind(
        TITLE_MISSING,
        Severity.WARNING,
        "No rule and no guess found a headline on the page; the record has none.",
        "Look at the page with `backissue try URL`, and give the era a pick for `title`.",
    ),
    FindingKind(
        DATE_MISSING,
        Severity.WARNING,
        "The page says nowhere when the article came out; the record is undated.",
        "Look at the page with `backissue try URL`; if a date is there, give the era a pick for `published`.",
    ),
    FindingKind(
        DATE_UNREAD,
        Severity.WARNING,
        "What the page prints as a date could not be read as one.",
        "Say in outlet.toml, under `dates`, which form the paper wrote; or report the form.",
    ),
    FindingKind(
        DATE_AFTER_CAPTURE,
        Severity.WARNING,
        "The page prints a date later than the moment it was captured; it was not believed.",
        "Check `timezone` and `dates` in outlet.toml: day and month may be the other way round.",
    ),
    FindingKind(
        UPDATED_BEFORE_PUBLISHED,
        Severity.NOTE,
        "The page says it was last changed before it came out. Both are kept as printed.",
        "Nothing: both stand as the page has them.",
    ),
    FindingKind(
        BODY_EMPTY,
        Severity.ERROR,
        "The page is an article, and no text of it could be found.",
        "Look at the page with `backissue try URL`, and give the era a `body`.",
    ),
    FindingKind(
        BODY_CUT_WHOLE,
        Severity.ERROR,
        "A pattern under `cut` matches the article's first line, so that nothing would be left; it was not applied.",
        "Make the pattern under `cut` in outlet.toml match the footer alone.",
    ),
    FindingKind(
        BODY_TOO_DEEP,
        Severity.NOTE,
        "Part of the page is nested deeper than any honest page; its words were kept without structure.",
        "Nothing, unless the text reads badly: then look for another capture.",
    ),
    FindingKind(
        BODY_TRUNCATED,
        Severity.ERROR,
        "The capture breaks off before the article ends; the text stops where it does.",
        "Look for another capture of the article in other web archives.",
    ),
    FindingKind(
        CHARACTERS_REMOVED,
        Severity.NOTE,
        "Control characters, zero-width characters or direction marks were in the text, and were taken out.",
        "Nothing: no letter was taken out.",
    ),
    FindingKind(
        CHARACTERS_PRIVATE,
        Severity.WARNING,
        "The text has private-use characters, which mean something only in some font nobody has; they were kept.",
        "Compare with the page in a browser; a decision may correct the field.",
    ),
    FindingKind(
        CHARACTERS_LOST,
        Severity.WARNING,
        "The text has U+FFFD: bytes that were lost before the capture, or could not be read.",
        "Look for another capture: it may have the letters.",
    ),
    FindingKind(
        EMAIL_SHIELDED,
        Severity.NOTE,
        "The page hid an e-mail address from robots, and the capture does not hold it.",
        "Nothing: the address was never in the capture.",
    ),
    FindingKind(
        ERA_UNKNOWN,
        Severity.NOTE,
        "No era of outlet.toml fits the page; its text was found by the generic extractor.",
        "If many pages say so, add an era for their template to outlet.toml.",
    ),
    FindingKind(
        PATTERN_SLOW,
        Severity.WARNING,
        "A pattern of outlet.toml took too long on this page, and was left out. Make it simpler.",
        "Make the pattern in outlet.toml simpler: no repetition within a repetition.",
    ),
    FindingKind(
        HOOK_FAILED,
        Severity.ERROR,
        "A function of outlet.py failed on this page; the page was read without it.",
        "Mend the function in outlet.py, run `backissue trust`, and rescue again.",
    ),
    FindingKind(
        POINTER_DOUBTED,
        Severity.NOTE,
        "An address points to another id as its live revision, and the two have nothing in common; they stay two articles.",
        "Compare the two articles; where they are one, say so to the authors of this program.",
    ),
)


def finding(code: str, subject: str, sentence: str, **evidence: object) -> Finding:
    """The finding ``code`` about ``subject``, with the severity that the catalogue gives it."""
    return FINDINGS[code].about(subject, sentence, **evidence)
