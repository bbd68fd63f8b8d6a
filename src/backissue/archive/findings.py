"""What this room can find wrong, and what to do about it."""

from __future__ import annotations

from backissue.model import FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "record.edited",
        Severity.NOTE,
        "This file is not as it was written: its seal does not match, so it is kept and never overwritten.",
        "If a person edited it, nothing needs doing. If nobody did, the disk erred: restore the file from a copy, or "
        "delete it and run rescue again.",
    ),
    FindingKind(
        "record.unreadable",
        Severity.ERROR,
        "This file of the archive cannot be read as a record.",
        "Open it in a text editor and mend the line named, or delete it and run rescue again.",
    ),
    FindingKind(
        "record.left-over",
        Severity.WARNING,
        "A file that a person edited belongs to no article any more; it was kept.",
        "Move it out of archive/, or enter what it says in decisions.toml.",
    ),
    FindingKind(
        "record.two-files",
        Severity.WARNING,
        "Two files hold the same article, because a person edited one of them.",
        "Keep one of the two files.",
    ),
    FindingKind(
        "text.controls",
        Severity.NOTE,
        "Control characters, which no text file can hold, were removed.",
        "Nothing needs doing; the capture still has them.",
    ),
    FindingKind(
        "byline.left-in-text",
        Severity.ERROR,
        "A byline was hidden by decision, but the name still stands in the text.",
        "Read the article, and edit its file, or withdraw it.",
    ),
    FindingKind(
        "archive.unfinished",
        Severity.ERROR,
        "A run died while it was writing the archive.",
        "Run the same command again: it goes on where it stopped.",
    ),
    FindingKind(
        "manifest.absent",
        Severity.ERROR,
        "The archive has no manifest, so nothing proves that its files are whole.",
        "Run rescue or adopt again.",
    ),
    FindingKind(
        "manifest.malformed",
        Severity.ERROR,
        "A line of a manifest is not a digest and a name.",
        "Restore the manifest from a copy.",
    ),
    FindingKind(
        "manifest.missing-file",
        Severity.ERROR,
        "A file that the manifest lists is not there.",
        "Restore it from a copy, or run rescue again.",
    ),
    FindingKind(
        "manifest.changed-file",
        Severity.ERROR,
        "A file is not what the manifest says: its bytes changed after it was written.",
        "Restore it from a copy, or delete it and run rescue again.",
    ),
    FindingKind(
        "manifest.unlisted-file",
        Severity.WARNING,
        "A file in the archive is not in its manifest.",
        "If it belongs there, run rescue again; if not, move it out of archive/.",
    ),
    FindingKind(
        "evidence.absent",
        Severity.WARNING,
        "The evidence that the archive rests on is not here: there is no folder captures/.",
        "If only archive/ was copied, nothing needs doing; otherwise restore captures/ from a copy.",
    ),
    FindingKind(
        "evidence.missing-file",
        Severity.ERROR,
        "A file of evidence is gone from captures/.",
        "Restore it from a copy: records rest on it.",
    ),
    FindingKind(
        "evidence.changed-file",
        Severity.ERROR,
        "A file of evidence is not as it came: its bytes changed.",
        "Restore it from a copy: evidence is written once and never changed.",
    ),
    FindingKind(
        "evidence.unlisted-file",
        Severity.WARNING,
        "A file in captures/ has not been taken in.",
        "Run rescue again, so that its captures are counted.",
    ),
)
"""By code."""
