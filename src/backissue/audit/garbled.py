"""Letters that were lost or misread on the way, in texts and in addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backissue.audit.books import Books, Held
from backissue.audit.words import LINK
from backissue.model import Finding, FindingKind, Record, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "letters.lost",
        Severity.WARNING,
        "Letters of the title or text were lost: each stands as U+FFFD.",
        "Fetch another capture, which may have them.",
    ),
    FindingKind(
        "letters.garbled",
        Severity.ERROR,
        "The title or text was read in a wrong encoding.",
        "Run repair: where the way back is exact, it is undone.",
    ),
    FindingKind(
        "letters.private",
        Severity.NOTE,
        "The text has private-use characters, which mean something only in the font they were set in.",
        "Compare with a picture of the page; correct the text by hand.",
    ),
    FindingKind(
        "address.ruined",
        Severity.WARNING,
        "Letters of the article's address were lost before it was captured, and the true address is not known.",
        "Run repair: titles, tags and other revisions may prove what it was.",
    ),
    FindingKind(
        "address.encoded-twice",
        Severity.NOTE,
        "The article's address was percent-encoded twice.",
        "Run repair, which undoes it.",
    ),
)

# What UTF-8 looks like when read as Latin-1 or Windows-1252: a lead byte's letter, then its followers'.
_FOLLOW = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN = re.compile(rf"(?:[\xe2-\xef][{_FOLLOW}]{{2}}){{2,}}|(?:[\xc3\xc2][{_FOLLOW}]){{2,}}")
# Bytes 80..FF whose sign was carried into 16 bits; ｢｣ are an author's own and lie outside.
_SIGNED = re.compile(r"[\uff80-\uffdf]{2,}|[\uffe0-\uffff](?=[\uff80-\uffdf])|[\uff80-\uffdf](?=[\uffe0-\uffff])")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ODD = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0530-\u06ff\u0e00-\u0e7f]")
# One look for anything that the patterns above begin with: most texts have none of it.
_SUSPECT = re.compile("[\x80-\x9f\xc2-\xef\u0370-\u06ff\u0e00-\u0e7f\ue000-\uf8ff\uff80-\uffff\U000f0000-\U0010ffff]")
_PROSE = 4000
_MANY = 40
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd\x80-\x84\x86-\x9f]")


def look(_books: Books, held: Held) -> Iterator[Finding]:
    """What the letters of one record tell."""
    record = held.record
    text = f"{record.title or ''}\n{record.author or ''}\n{record.body}"
    if _SUSPECT.search(text):
        if "\ufffd" in text:
            yield FINDINGS["letters.lost"].about(record.id, letters=text.count("\ufffd"))
        if sample := garbled(record, text):
            yield FINDINGS["letters.garbled"].about(record.id, sample=sample)
        if found := _PRIVATE.findall(text):
            yield FINDINGS["letters.private"].about(
                record.id, characters=sorted({f"U+{ord(c):04X}" for c in found})[:8]
            )
    address = record.canonical_url or record.original_url or ""
    if "%EF%BF%BD" in address.upper() or "\ufffd" in address:
        yield FINDINGS["address.ruined"].about(record.id, address=address[:300])
    if "%25" in address and re.search(r"%25[0-9A-Fa-f]{2}", address):
        yield FINDINGS["address.encoded-twice"].about(record.id, address=address[:300])


def garbled(record: Record, text: str) -> str | None:
    """A sample of what was misread, or None."""
    if found := _LATIN.search(text):
        try:
            found.group().encode("cp1252", "strict").decode()
        except UnicodeError:
            try:
                found.group().encode("latin-1").decode()
            except UnicodeError:
                found = None
        if found:
            return found.group()[:60]
    language = (record.language or "")[:2]
    if language != "ja" and (signed := _SIGNED.search(text)):
        return text[max(signed.start() - 4, 0) : signed.end() + 4]
    if language in ("zh", "ja", "ko", "") and len(_ODD.findall(text, 0, _PROSE)) >= _MANY:
        prose = LINK.sub("", text[:_PROSE])
        odd, cjk = len(_ODD.findall(prose)), len(_CJK.findall(prose))
        # A Greek or Cyrillic quotation is a part of its article; a misread one has hardly a character of its own.
        if odd >= _MANY and odd > 10 * cjk and (language or re.search(r"[\u0400-\u04ff][^\w\s][\u0400-\u04ff]", prose)):
            return prose.strip()[:60]
    return None
