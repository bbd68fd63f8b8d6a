"""What is not the article and was left in it: blocks that recur over the archive, raw HTML, shortcodes, shields."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from backissue.audit.books import Books, Held
from backissue.audit.words import bare, without_code
from backissue.model import Finding, FindingKind, Severity, catalogue

FINDINGS = catalogue(
    FindingKind(
        "boilerplate.left",
        Severity.WARNING,
        "The text begins or ends with a block that many articles share: a footer, an author's box, a notice.",
        "Add a cut or drop rule to outlet.toml, or run adopt again.",
    ),
    FindingKind(
        "markup.left",
        Severity.NOTE,
        "The text holds raw HTML or a shortcode, which a reader of Markdown will not show as meant.",
        "Run adopt or rescue again; correct by hand what stays.",
    ),
    FindingKind(
        "markup.shielded-mail",
        Severity.NOTE,
        "An e-mail address in the text was masked by the paper's site.",
        "Run repair: some can be had back from the page.",
    ),
)

_HTML = re.compile(
    r"</?(?:figure|figcaption|div|span|p|img|iframe|script|style|table|td|tr|a|br|em|strong|center|font)\b[^>]*>|\{\{[<%]",
    re.IGNORECASE,
)
_SHIELD = re.compile(r"\[email[\s\xa0]+protected\]|/cdn-cgi/l/email-protection", re.IGNORECASE)
_SHORT = 12
"""Letters below which a block may recur by chance: a question, a name, a date."""
_ENOUGH = re.compile(rf"(?:[\W_]*[^\W_]){{{_SHORT}}}")
_OFTEN = 6
_SHARE = 0.005
"""A block at the edge of that many records, and of that share of all, is no part of any."""
_FIRST, _LAST = 2, 6
"""Blocks that are looked at: below a footer there may be an author's box of four blocks."""


def look(books: Books, held: Held) -> Iterator[Finding]:
    """Markup in one record; its first and last blocks are kept for the check."""
    record = held.record
    if record.kind == "page":
        return
    text = without_code(record.body)
    if ("<" in text or "{{" in text) and (found := _HTML.search(text)):
        yield FINDINGS["markup.left"].about(record.id, file=held.path, example=found.group()[:80])
    if "email" in text and _SHIELD.search(text):
        yield FINDINGS["markup.shielded-mail"].about(record.id, file=held.path)
    parts = [part for part in held.blocks if not part.startswith("![")]
    for part in parts[:_FIRST] + parts[_FIRST:][-_LAST:]:
        plain = bare(part)
        if _ENOUGH.match(plain):
            digest = hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=12).digest()
            books.enter("edge", (digest, record.id, plain[:80]))


def check(books: Books) -> Iterator[Finding]:
    """Records with a block at their edge that others have too; copies of one text do not count."""
    often = max(_OFTEN, int(_SHARE * books.number("SELECT count(*) FROM record")))
    books.db.execute("CREATE INDEX IF NOT EXISTS edge_digest ON edge (digest)")
    question = """
        SELECT e.id, min(e.text), max(n.times) FROM edge e JOIN
        (SELECT b.digest, count(DISTINCT r.body) AS times FROM edge b JOIN record r USING (id) GROUP BY b.digest
         HAVING times >= ?) n USING (digest) GROUP BY e.id
    """
    for identity, text, times in list(books.rows(question, often)):
        yield FINDINGS["boilerplate.left"].about(identity, text=text, records=times)
