"""Articles that break off: a teaser in place of the text, or a last sentence without its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backissue.audit.books import Books, Held
from backissue.audit.words import bare
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "record.teaser",
        Severity.WARNING,
        "The text ends in an invitation to read on: the capture may hold only the beginning.",
        "Look at the page; fetch the full page or another capture of it.",
    ),
    FindingKind(
        "record.breaks-off",
        Severity.WARNING,
        "The text ends in the middle of a sentence.",
        "Look at the capture; fetch another one if the page was cut short.",
    ),
)

_TEASER = re.compile(
    r"(?:閱讀全文|阅读全文|繼續閱讀|继续阅读|閱讀更多|查看全文|read (?:the full (?:story|article)|more)|continue reading|\[(?:…|\.\.\.)\])[\s.…»>→）)\]]*$",
    re.IGNORECASE,
)
# A comma, an opening bracket, or a word that only joins: nobody ends an article so.
_OPEN = re.compile(
    r"(?:[，、；：（「『《【〔,;(\[“‘]|[\s，。](?:和|與|及|但|而|因為|由於|如果|the|a|an|of|and|or|to|in|that|with|for|was|is))$",
    re.IGNORECASE,
)
_SKIPPED = ("#", "|", "-", "*", ">", "![", "1.", "[^")


def look(_books: Books, held: Held) -> Iterator[Finding]:
    """How the record's last paragraph ends."""
    record = held.record
    if record.kind == "page" or not record.body:
        return
    last = held.blocks[-1:]
    if not last or last[0].startswith(_SKIPPED):
        return
    text = bare(last[0])
    if _TEASER.search(text):
        yield FINDINGS["record.teaser"].about(record.id, file=held.path, ends=text[-40:])
    elif len(text) >= 15 and _OPEN.search(text):
        yield FINDINGS["record.breaks-off"].about(record.id, file=held.path, ends=text[-40:])
