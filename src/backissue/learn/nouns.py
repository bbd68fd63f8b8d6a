"""Labels that a system sets before every page's byline, and that are no part of it: ``作者：``, ``Written by``, ``[Author: X; Editor: Y]``.

What a person wrote before a name stays: a role, a verb that some pages have and others have not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from backissue.learn.fields import letters
from backissue.learn.guards import DESK, LEAD
from backissue.learn.labels import BEFORE_DATE, CHANGED, DATE_AHEAD, NOBODY
from backissue.learn.specimen import Specimen
from backissue.text import tree
from backissue.text.bylines import parse_byline
from backissue.text.tree import Element

__all__ = ["BY_NOUN", "DATED", "EDITED", "REPORTS", "SOURCE_AND_MORE", "names_of", "tells_more", "unlabelled"]

REPORTS = re.compile(
    r"^[^，。；]{2,20}[\s\u3000](?:合?[撰述著譯译]|撰[於于][一-鿿]{2,6})$|^[^，。；]{2,14}(?:報道|报道|報導|报导)\s*[】）)〕\]]?$|^[^，。；/／]{1,13}[^\s，。；/／][/／]\s*[一-鿿]{1,4}\s*[】）)〕\]]?$"
)
DATED = re.compile(
    r"\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}:\d{2}|\d\s*(?:分[鐘钟]|小[時时]|天|日|星期|[週周]|[個个]月|年)前|\d (?:minute|hour|day|week|month|year)s? ago\b|\b(?:19|20)\d{2}\b|年.{1,3}月|[〇零一二三四五六七八九]{4}年"
)


def unlabelled(
    specimens: Sequence[Specimen], selectors: Sequence[str], shown: Callable[[int, str], str | None]
) -> str | None:
    """A pick without the labels that a system sets before every page's byline, desks' and wires' too; else None.

    ``作者 <a>X</a>``, ``作者：X`` with ``供稿：某組``, ``Written by X``, ``[Author: X; Editor: Y]``. A role (``記者 X``) is a byline's own,
    and a noun that only some pages have was somebody's.
    """
    ways = [way for way in selectors if " -> " not in way or way.endswith(BEFORE_DATE)]

    def several(way: str) -> bool:
        """Whether a page has more elements of that place, as what readers wrote is signed, too."""
        return any(len(s.document.select(way.partition(" -> ")[0])) > 1 for s in specimens)

    for selector in sorted(ways, key=several):
        values = [v for i in range(len(specimens)) if (v := shown(i, selector)) and not EDITED.match(v)]
        nouns = Counter(found[1] if (found := _NOUN.match(v)) else "" for v in values)
        least = max(2, 0.04 * len(values)) if len(values) >= _MANY else 1
        kinds = [noun for noun, n in nouns.items() if noun and n >= least]
        told = sum(nouns[noun] for noun in kinds)
        if told < max(4, 0.93 * len(values)) or all(map(_WHOSE.fullmatch, kinds)):
            continue
        if any(map(_DID.fullmatch, kinds)) and not any(map(_nobody, values)):
            continue  # what somebody did, unless it stands before desks as well
        if sum(_TOOK.search(v) is not None for v in values) >= max(2, 0.02 * len(values)):
            continue  # who wrote beside who took the pictures: both are told by hand
        place = selector.partition(" -> ")[0]
        there = [e for s in specimens if (e := s.document.select_one(place)) is not None]
        own = sum(e.select_one("a, span, b") is not None for e in there) >= 0.9 * len(there)
        two = sum(_TWO_LABELS.search(v) is not None for v in values) >= 0.9 * len(values)
        of_all = len(kinds) > 1 if " -> " not in selector else all(noun.endswith(" by") for noun in kinds)
        in_line = " -> " in selector  # what else stands there has elements too
        if (
            (not in_line and own)
            or two
            or sum(map(_among_labels, there)) >= 0.9 * len(there)
            or (of_all and any(map(_nobody, values)))
        ):
            said = "|".join(re.escape(noun) for noun in sorted(nouns.keys() - {""}, key=lambda w: (-len(w), w)))
            end = DATE_AHEAD if " -> " in selector else rf"(?:[\s;；,，]+(?:{_EDITS})\s*[:：].*)?{_CLOSED}$"
            return rf"{place} -> ^[\[（(【]?+\s*+(?!(?:{_EDITS})\s*[:：]|{CHANGED}|{NOBODY})(?:(?:{said})\s*[:：]?\s+|(?:{said})\s*[:：]\s*)?+(\S.*?){end}"
    return None


_NOUN = re.compile(
    r"[\[（(【]?\s*(作\s?者|原作者|[張张][貼贴]者|[發发][佈布表文]者|投稿者|撰\s?文|文字|供稿|撰稿|來稿|来稿|[來来]源|稿源|[Aa]uthors?|[Ww]riters?|[Ss]ource|[Bb]y(?=\s*[:：])|[Ff]iled by(?=\s*[:：])"
    r"|(?:[Ww]ritten|[Ss]upplied|[Cc]ontributed|[Pp]osted|[Pp]ublished|[Ff]iled|[Ss]ubmitted) by)(?:\s*[:：]\s*|\s+)(?=\S)"
)
_MANY = 20
"""Bylines: of fewer, a label may stand before but one."""
_TOOK = re.compile(r"[\s/／|｜、,，;；](?:攝影?|摄影?|圖|图|圖片|图片|影|[Pp]hotos?(?: by)?|[Pp]ictures?)\s*[:：]")
_DID = re.compile(r"撰\s?文|文字")
_WHOSE = re.compile(r"[來来]源|稿源|[Ss]ource")
"""What tells whose a page is, and not who wrote it, where every page has it."""
_EDITS = "編輯|编辑|責編|责编|責任編輯|责任编辑|校對|校对|審核|审核|[Ee]ditor|[Ee]dited by"
EDITED = re.compile(rf"[\[（(【]?\s*(?:{_EDITS})(?: in charge)?\s*[:：]")
"""A line of who edited, which is no byline where somebody wrote."""


_CLOSED = r"(?:(?<!.[\[（(【][^\]）)】]*)[\]）)】])?"
"""The bracket that closes one before the label, and not one within: ``作者：甲（寄自某地）``."""
_TWO_LABELS = re.compile(rf"[\s;；,，](?:{_EDITS})\s*[:：]")


def _nobody(value: str) -> bool:
    """Whether a labelled byline names a desk or a wire, whom no person's label is set before by hand."""
    return any(a.kind != "person" for a in parse_byline(_NOUN.sub("", value).rstrip("]）)】")))


def _among_labels(element: Element) -> bool:
    """Whether an element stands beside others of its line that begin with a label, too: ``來源：X　作者：Y``."""
    line = element.parent
    beside = [e for e in line.children if isinstance(e, Element) and e != element] if isinstance(line, Element) else []
    return any(_LABELLED.match(tree.clean(e.text)) for e in beside)


_LABELLED = re.compile(r"[^\s:：\d]{1,8}\s*[:：]\s*\S")


def tells_more(words: str, bare: str, printed: set[str], signed: set[str]) -> bool:
    """Whether a byline has a name that listings print alone, and says before or behind it what was done or where.

    ``printed`` are the listings' bylines as letters, ``signed`` the names in them, run together.
    """
    if len(words) > _LONGEST or "@" in words or DATED.search(words) or BY_NOUN.match(words):
        return False
    if LEAD.match(words) or REPORTS.match(words):
        return any(len(n) >= 2 and n in bare for n in printed)
    if DESK.search(words) and any(len(n) >= _DESK and bare.startswith(n) and bare != n for n in printed):
        return True  # a desk, and which of it
    return len(words) > _SHORTEST and not _NOUN.match(words) and names_of(words) in signed


def names_of(byline: str) -> str:
    """The letters of a byline's names, run together; empty where it names nobody."""
    return "".join(letters(a.name) for a in parse_byline(byline))


SOURCE_AND_MORE = re.compile(
    r"\s*(?:[來来]源|稿源|出[處处]|[Ss]ource)\s*[:：].*(?:作\s?者|[Aa]uthor|[Ww]riter|[Bb]y)\s*[:：]"
)
"""Two facts of one line: whose it is, and who wrote it."""
_LONGEST = 80
_SHORTEST = 4
_DESK = 5  # letters
BY_NOUN = re.compile(r"\s*(?:(?:原|本文|文章)?作\s?者|authors?\b|writers?\b|[來来]源|source\b|from\s*:)", re.IGNORECASE)
"""A label, and no word of the byline's own."""
