"""Pictures and posts that an article shows or speaks of, and whether they are held."""

from __future__ import annotations

from collections.abc import Iterator

from backissue.audit.books import Books, Held
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "media.not-held",
        Severity.NOTE,
        "The article shows pictures that are not held.",
        "Fetch them: other captures, or another archive, may have them.",
    ),
    FindingKind(
        "media.no-file",
        Severity.ERROR,
        "The record names a picture's file that is not in the archive.",
        "Restore media/ from a copy, or delete the record and run rescue again.",
    ),
    FindingKind(
        "post.not-held",
        Severity.NOTE,
        "The article speaks of posts elsewhere that are not held.",
        "Nothing needs doing; who wants them should look soon, since posts vanish.",
    ),
)


def look(books: Books, held: Held) -> Iterator[Finding]:
    """What one record needs beside itself."""
    record = held.record
    lacking = [image.url for image in record.images if not image.file]
    if lacking:
        yield FINDINGS["media.not-held"].about(record.id, pictures=len(lacking), example=lacking[0])
    wanted = {image.file for image in record.images if image.file}
    for _, target in held.links:
        if target.startswith("../"):
            wanted.add(target.lstrip("./"))
    for file in sorted(wanted):
        if ".." in file.split("/") or not (books.archive.path / file).is_file():
            yield FINDINGS["media.no-file"].about(record.id, file=held.path, media=file)
    posts = [citation for citation in record.citations if not citation.held]
    if posts and "media.mentioned-not-held" not in record.findings:  # adopting has told it
        yield FINDINGS["post.not-held"].about(record.id, posts=len(posts), platform=posts[0].platform)
