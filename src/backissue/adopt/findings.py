"""What adopting can find wrong, and what to do about it."""

from __future__ import annotations

from backissue.model import FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "adopted.not-an-article",
        Severity.WARNING,
        "This file was kept as an article, and is none: a farewell, an outage page, or nothing at all.",
        "Look for another capture of the address: the article may be in other web archives.",
    ),
    FindingKind(
        "adopted.not-yaml",
        Severity.NOTE,
        "The file's front matter is no YAML; it was read line by line.",
        "Nothing, unless a field looks wrong: the file is kept as it came.",
    ),
    FindingKind(
        "adopted.unreadable",
        Severity.ERROR,
        "This file could not be read as a record.",
        "Open it below captures/adopted in a text editor; it is kept as it came.",
    ),
    FindingKind(
        "adopted.key-unknown",
        Severity.NOTE,
        "The front matter has keys that no field of a record stands for; they are in the file that was kept.",
        "Nothing, unless one of them matters: say so to the authors of this program.",
    ),
    FindingKind(
        "provenance.redirected",
        Severity.WARNING,
        "The text's own links bear another time than `url`: the web archive had redirected to another capture.",
        "Trust source.when; `url` was left as it came.",
    ),
    FindingKind(
        "text.encoding-undone",
        Severity.NOTE,
        "The text had been read in a wrong code page; the way back was exact, and was taken.",
        "Nothing: the file as it came is below captures/adopted.",
    ),
    FindingKind(
        "text.signs-undone",
        Severity.NOTE,
        "Some bytes had been read with their sign carried on; the way back was exact, and was taken.",
        "Nothing: the file as it came is below captures/adopted.",
    ),
    FindingKind(
        "text.emphasis-open",
        Severity.NOTE,
        "Emphasis in the text begins and does not end; it was left as it is.",
        "Read the paragraph, and mend it by hand.",
    ),
    FindingKind(
        "address.repaired",
        Severity.NOTE,
        "The address had been ruined or garbled; canonical_url has it as it was, and how that is known.",
        "Nothing: `url` and `original_url` stand as they came.",
    ),
    FindingKind(
        "address.candidates",
        Severity.WARNING,
        "Letters of the address were lost, and what they were cannot be proven.",
        "Choose among the candidates, if one of them is known to be right.",
    ),
    FindingKind(
        "date.between",
        Severity.NOTE,
        "The article is undated; the articles around it in the order of ids say between which days it came out.",
        "Nothing, unless the day is known: then enter it in decisions.toml.",
    ),
    FindingKind(
        "byline.from-text",
        Severity.NOTE,
        "The text itself says who wrote it; `author` has other words, which stand as they came.",
        "Nothing.",
    ),
    FindingKind(
        "media.mentioned-not-held",
        Severity.NOTE,
        "The text speaks of a post or picture elsewhere, and neither link nor picture of it is held.",
        "Look for it by hand, and soon: posts vanish.",
    ),
)
"""By code."""
