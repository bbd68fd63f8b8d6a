"""What a paper's pages say of the paper: its name, its language, whose rights they are.

Machines are told the name, the root element the language, a line at the foot the rights. Refuses what pages disagree on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from backissue.learn import fields
from backissue.learn.specimen import Specimen, commonest

__all__ = ["language_of", "name_of", "rights_of"]

_RIGHTS = re.compile(
    r"(?:©|ⓒ|\(c\)|\bcopyright\b|(?:版權所有|版权所有)\s*[:：])\s*(?:©|ⓒ|\(c\)|:|：)?\s*"
    r"(?:(?:19|20)\d\d\s*(?:[-–—~～至]\s*(?:(?:19|20)?\d\d|now|present|今)?)?\s*年?\s*[,，]?\s*)?(?:by\s+)?(?P<holder>[^\d\s.。|｜•·∙,，;；©][^.。|｜•·∙,，;；©]{1,59})",
    re.IGNORECASE,
)
_REST = re.compile(
    r"[\s\u3000]*(?:\u3000|\s{2}|\ball rights\b|版權|版权|保留|未經|未经|不得|(?:19|20)\d\d).*$", re.IGNORECASE
)


def language_of(specimens: Sequence[Specimen], seen: str | None) -> str | None:
    """The tag most pages declare, if the text, which is ``seen`` to be in one, agrees; else that one, which also tells the script of a bare ``zh``."""
    told: Counter[str] = Counter()
    for s in specimens:
        if s.document.root is not None and (lang := (s.document.root.attr("lang") or "").strip()):
            told[lang] += 1
    for lang, _ in commonest(told):
        if seen is None or lang.split("-")[0].lower() == seen.split("-")[0].lower():
            return seen if seen and "-" not in lang and seen.lower().startswith(f"{lang.lower()}-") else lang
    return seen


def name_of(specimens: Sequence[Specimen], suffix: str, prefix: str) -> str | None:
    """The paper's name: what machines are told, else what titles end or begin with."""
    votes: Counter[str] = Counter()
    for s in specimens:
        for pick in ("meta: og:site_name", "ld: publisher.name", "meta: application-name"):
            for value in fields.look(s, "publisher", pick)[:1]:
                votes[value] += 1
    if votes:
        return commonest(votes, 1)[0][0][:80]
    bare = (suffix or prefix).strip(" \u3000|｜-–—_·•»›:：<>－\t")
    return bare[:80] or None


def rights_of(specimens: Sequence[Specimen], name: str) -> tuple[str | None, str]:
    """Whose rights most pages say theirs are, as ``© Name`` without the year, which is the page's; and the evidence."""
    votes: Counter[str] = Counter()
    for s in specimens:
        for line in reversed(s.lines):
            if found := _RIGHTS.search(line.text):
                holder = found["holder"].strip()
                holder = name if holder.startswith(name) else _REST.sub("", holder).strip(" \u3000-–—:：")
                votes[holder] += 1
                break
    for holder, count in commonest(votes, 1):
        if holder and count >= max(2, 0.5 * len(specimens)):
            return f"© {holder}", f"a line at the foot of {count} of {len(specimens)} pages"
    return None, ""
