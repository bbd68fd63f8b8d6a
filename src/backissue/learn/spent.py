"""What is left to do where a byline stands within the text: which element to drop, which line to clean, what to guard against.

Refuses to look for bylines; that is ``bylines``'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC

import regex

from backissue.learn.fields import Learned
from backissue.learn.guards import GUARDS, SENTENCE
from backissue.learn.specimen import Specimen
from backissue.text import tree
from backissue.text.dates import find_dates

__all__ = ["opening", "placed", "spent"]


def spent(specimens: Sequence[Specimen], pick: str, body: str) -> tuple[dict[str, str], dict[str, str]]:
    """What to drop or to clean for a pick with a pattern for a whole line, where that line lies within the text.

    The selector, if all it finds is such lines, or a byline with its day and nothing else; else, if they stand in brackets,
    the pattern where a line begins with it.
    """
    selector, _, pattern = pick.partition(" -> ")
    if not pattern.startswith("^"):
        lists = [e for s in specimens for root in s.document.select(body)[:1] for e in root.select(selector)]
        facts = all(e.tag == "dl" and len(e.text) <= _FACTS and not e.select("p, img, blockquote") for e in lists)
        return ({selector: f"a list of facts within the text, {len(lists)} times"} if lists and facts else {}), {}
    compiled = regex.compile(pattern)
    within = [
        [tree.clean(e.text) for e in root.select(selector)] for s in specimens for root in s.document.select(body)[:1]
    ]
    if not pattern.endswith("$"):
        dated = [words for page in within for words in page]
        spent = sum(_is_signed_and_dated(words, compiled) for words in dated)
        if spent < max(3, 0.3 * len(specimens), 0.98 * len(dated)):
            return {}, {}
        return {selector: f"the byline and the day, which stand within the text on {spent} pages"}, {}
    within = [words for words in within if words and compiled.search(words[0])]
    if len(within) < max(3, 0.3 * len(specimens)):
        return {}, {}
    why = f"the byline's line, which stands within the text on {len(within)} pages"
    if sum(all(map(compiled.search, words)) for words in within) >= 0.98 * len(within):
        return {selector: why}, {}
    if all(words[0][0] in _OPEN and words[0][-1] in _CLOSED for words in within):
        inner = pattern.removeprefix("^").removesuffix("$").replace("]?", "]")
        return {}, {rf"^\**{inner}\**": why}
    return {}, {}


def _is_signed_and_dated(words: str, byline: regex.Pattern[str]) -> bool:
    """Whether a line has a day and, but for a byline, nothing else."""
    found = byline.search(words)
    rest = words[: found.start(1)] + words[found.end(1) :] if found else words
    dates = find_dates(rest, UTC)
    for each in reversed(dates):
        rest = rest[: each.start] + rest[each.end :]
    return bool(dates) and sum(map(str.isalpha, rest)) <= _VERB


_VERB = 8
"""Letters: ``posted``, ``發表於``."""
_OPEN, _CLOSED = "（(【〔［[", "）)】〕］]"


def opening(specimens: Sequence[Specimen]) -> tuple[Learned, dict[str, str]]:
    """A pick for bylines in brackets that open the text, in its first line: ``【本報記者甲某地訊】渡輪…``, ``（5月15日／甲）渡輪…``; and what to clean of it.

    Nothing where less than half of the pages begin so.
    """
    for mark, end in ("【】", "〔〕", "［］", "（）", "[]", "()"):
        o, c = re.escape(mark), re.escape(end)
        pattern = rf"^{o}{_DAY}([^{o}{c}]{{2,60}}){c}(?=\s*\S)"
        found = _heads(specimens, pattern)
        if len(found) >= max(3, 0.5 * len(specimens)) and len(set(found)) > 1:
            evidence = f"behind the day at the head of the text on {len(found)} of {len(specimens)} pages; {len(set(found))} different"
            why = f"the day and the byline, which open the text on {len(found)} pages"
            return Learned([f"text: {pattern}"], evidence), {rf"^\**{o}{_DAY}[^{o}{c}]{{2,60}}{c}\**\s*": why}
        who = (
            rf"[^{c}]{{0,12}}[記记]者[^{c}]{{2,30}}|[^{c}]{{2,24}}(?:[訊讯電电組组社]|[報报][道導导])"
            rf"|(?:文|採訪|采访|撰文|[攝摄]影)\s*[:：／/][^{c}]{{2,30}}"
        )
        pattern = rf"^({o}(?:{who}){c})(?=\s*\S)"
        found = _heads(specimens, pattern)
        whatever = rf"[^{o}{c}]{{2,34}}"
        if _SURE * len(specimens) <= len(found) < len(_heads(specimens, rf"^({o}{whatever}{c})(?=\s*\S)")):
            who, pattern = whatever, rf"^({o}{whatever}{c})(?=\s*\S)"  # whoever else signed in such brackets
            found = _heads(specimens, pattern)
        if len(found) >= max(3, 0.5 * len(specimens)) and len(set(found)) > 1:
            evidence = f"in brackets at the head of the text on {len(found)} of {len(specimens)} pages; {len(set(found))} different"
            why = f"the byline, which opens the text on {len(found)} pages"
            return Learned([f"text: {pattern}"], evidence), {rf"^\**{o}(?:{who}){c}\**\s*": why}
    return Learned(), {}


def _heads(specimens: Sequence[Specimen], pattern: str) -> list[str]:
    """What a pattern finds in one of the first lines of each page's text."""
    compiled = re.compile(pattern)
    found: list[str] = []
    for s in specimens:
        lines = tree.own_lines(s.body) if s.body is not None else []
        found += [m[1] for line in lines[:_FIRST] if (m := compiled.match(line))][:1]
    return found


_DAY = r"(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日\s*[／/|｜，,、 \u3000]\s*"
_SURE = 0.3
_FIRST = 3  # lines
_FACTS = 240  # characters


def placed(
    specimens: Sequence[Specimen], pick: str, body: str, evidence: str
) -> tuple[Learned, dict[str, str], dict[str, str]]:
    """The pick, guarded where it stands within the text and is on some pages a line of the article's own."""
    within = [s for s in specimens if _within(s, body, pick)]
    if len(within) < 0.5 * sum(1 for s in specimens if s.document.select_one(pick) is not None):
        return Learned([pick], evidence), {}, {}
    words = [tree.clean(e.text) for s in within if (e := s.document.select_one(pick)) is not None]
    own = [w for w in words if len(w) > 60 or SENTENCE.search(w)]
    named = any(mark in re.split(r"[\s>+~]+", pick)[-1] for mark in ".#[")  # what only stands behind a name may be text
    if named and not own:
        return Learned([pick], evidence), {pick: f"the byline, which stands within the text on {len(within)} pages"}, {}
    # The reader takes an element out of the text that gave the byline and holds nothing else.
    return (
        Learned([f"{pick} -> {GUARDS[0]}"], f"{evidence}; on {len(own)} pages a sentence stands in its place"),
        {},
        {},
    )


def _within(s: Specimen, body: str, selector: str) -> bool:
    root = s.document.select_one(body)
    found = s.document.select_one(selector)
    return root is not None and found is not None and found != root and root in found.ancestors
