"""Where the headline stands, and what all fields are learned with: the picks on which independent signals agree.

Signals are what the page tells machines, what it shows, its address, and what the paper's
listings say of the same article. A pick is tried on every specimen by the same code that will use it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from backissue.learn.selectors import choose
from backissue.learn.specimen import Specimen
from backissue.records.picking import Looker
from backissue.text import tree
from backissue.text.tree import Document, Element

__all__ = ["Learned", "apart", "common_prefix", "common_suffix", "letters", "look", "looker", "title"]


@dataclass
class Learned:
    """The picks of a field, best first, and a word of evidence; ``clean`` are patterns taken out of it."""

    picks: list[str] = field(default_factory=list)
    evidence: str = ""
    clean: list[str] = field(default_factory=list)


_LETTERS = re.compile(r"[\W_]+")
_MACHINE_TITLES = ("ld: headline", "meta: og:title", "meta: twitter:title", "meta: title")


def letters(words: str | None) -> str:
    """Letters and digits only, small."""
    return _LETTERS.sub("", words or "").casefold()


def look(specimen: Specimen, name: str, pick: str) -> tuple[str, ...]:
    """What a pick gives on a page, by the records room's own hand."""
    found = looker(specimen).first(name, (pick,))
    return found.values if found else ()


def looker(specimen: Specimen) -> Looker:
    """The page as the records room asks it by picks, made once."""
    found: Looker | None = specimen.__dict__.get("_looker")
    if found is None:
        found = specimen.__dict__["_looker"] = Looker(specimen.document, specimen.html, specimen.pick.url, {})
    return found


def common_suffix(titles: Sequence[str]) -> str:
    """What nearly all ``<title>``s end with, from its mark on: `` | 日報``; empty where there is none."""
    ends: Counter[str] = Counter()
    for words in set(titles):
        for mark in re.finditer(r"\s*(?:[|｜\-–—_·•»›:：<>-]|::|—|－)\s*(?=\S)", words):
            if mark.start() >= 1:
                ends[words[mark.start() :]] += 1
    good = [(end, n) for end, n in ends.items() if n >= 0.8 * len(set(titles)) and n >= 3]
    return max(good, key=lambda pair: (len(pair[0]), pair[1]))[0] if good else ""


def common_prefix(titles: Sequence[str]) -> str:
    """What nearly all ``<title>``s begin with, up to its mark: ``日報 - ``; empty where there is none."""
    starts: Counter[str] = Counter()
    for words in set(titles):
        for mark in re.finditer(r"\s*(?:[|｜–—_·•»›:：<>-]|::|—|－)\s*(?=\S)", words):
            if mark.start() >= 1:
                starts[words[: mark.end()]] += 1
        if bracketed := _BRACKETED.match(words):
            starts[bracketed.group()] += 1
    good = [(start, n) for start, n in starts.items() if n >= 0.8 * len(set(titles)) and n >= 3]
    return max(good, key=lambda pair: (len(pair[0]), pair[1]))[0] if good else ""


_BRACKETED = re.compile(r"^(?:【[^】]{1,20}】|\[[^\]]{1,30}\]|〔[^〕]{1,20}〕|「[^」]{1,20}」)\s*")

# Title


def title(
    specimens: Sequence[Specimen], suffix: str, prefix: str = "", sections: Collection[str] = ()
) -> tuple[Learned, list[str]]:
    """Picks for the headline, and the headline of each specimen as letters. ``sections`` are the words of the paper's menus."""
    seen: Counter[str] = Counter()
    for s in specimens:
        seen.update({letters(h.text) for h in s.document.select(_HEADINGS)[:12]})
    usual = frozenset(
        words for words, n in seen.items() if n >= max(3, 0.3 * len(specimens))
    )  # the masthead, a column's
    heads = {
        pick: common_prefix(told)
        for pick in _MACHINE_TITLES
        if (told := [v for s in specimens for v in look(s, "title", pick)[:1]])
    }
    named = Counter(words for s in specimens for words in set(_told(s, suffix, prefix, heads)))
    idle = frozenset(words for words, n in named.items() if n >= max(3, 0.5 * len(specimens)))  # the paper's name alone
    usual |= frozenset(map(letters, sections)) | _kinds_of(
        [s.title.removesuffix(suffix).removeprefix(prefix) for s in specimens]
    )
    wanted = [
        _headline(s, [t for t in _told(s, suffix, prefix, heads) if t not in idle], usual | idle) for s in specimens
    ]
    targets: list[tuple[Document, Element | None]] = []
    for s, words in zip(specimens, wanted, strict=True):
        elements = [e for text, es in s.small.items() if words and letters(text) == words for e in es]
        elements = [e for e in elements if e.closest("a, nav, aside, li") is None] or elements
        headed = [e for e in elements if e.tag in ("h1", "h2", "h3", "h4")]
        targets.append((s.document, next(iter(headed or elements[-1:]), None)))
    shown = shown_by(specimens)

    def good(i: int, selector: str) -> float:
        found = shown(i, selector)
        if (
            found is None or not wanted[i]
        ):  # a page that no listing names, in a paper that tells machines its name alone
            return 0.0
        return 1.0 if letters(found) == wanted[i] else -1.0

    best = choose(targets, good, least=0.8, more=("h1", "h2"))
    learned = Learned()
    if best:
        learned.picks.append(best[0][0])
        learned.evidence = f"the headline that other signals name on {best[0][1]:.0%} of {len(specimens)} pages"
    ends = [""] if not suffix else ["", f" -> ^(.+?){re.escape(suffix)}$", f" -> ^(.+?){_MIDDLE}{re.escape(suffix)}$"]
    if prefix:
        ends.append(f" -> ^{re.escape(prefix)}(.+?){re.escape(suffix)}$")
    ends += [f" -> ^{re.escape(head)}(.+)$" for head in dict.fromkeys(heads.values()) if head and head != prefix]
    for pick in (*_MACHINE_TITLES[:2], *(() if learned.picks else ("title",))):
        for end in ends:
            there = [(v[0], w) for s, w in zip(specimens, wanted, strict=True) if (v := look(s, "title", pick + end))]
            if len(there) >= 0.3 * len(specimens) and sum(letters(v) == w for v, w in there) >= 0.95 * len(there):
                learned.picks.append(pick + end)
                break
    for pick in learned.picks[:1]:
        if kind := _kind_before([v[0] for s in specimens if (v := look(s, "title", pick))], sections):
            learned.clean.append(kind)
    return learned, wanted


def _kinds_of(titles: Sequence[str]) -> frozenset[str]:
    """What most titles begin with, up to their first mark, if it is one of a few words: sections, as letters."""
    first = Counter(letters(t[: m.start()]) for t in titles if (m := _TITLE_MARK.search(t)))
    few = {words for words, n in first.items() if words and len(words) <= _KINDS and n >= max(2, 0.03 * len(titles))}
    return frozenset(few) if sum(first[w] for w in few) >= 0.7 * len(titles) and len(few) <= _KINDS else frozenset()


def _kind_before(values: Sequence[str], sections: Collection[str]) -> str | None:
    """A pattern for the section that stands before nearly every headline (``國際: …``, ``World | …``); None if none does.

    Where most of these words are sections of the menu, the rest of the menu stands there on other pages.
    """
    found = Counter(m[1] for v in values if (m := _BEFORE.match(v)))
    usual = {words: n for words, n in found.items() if n >= max(2, 0.03 * len(values))}
    if len(values) < 6 or len(usual) > _KINDS or sum(usual.values()) < 0.7 * len(values):
        return None
    kinds = {w for w in found if w in usual or w in sections}
    if sum(w in sections for w in usual) >= 0.5 * len(usual):
        kinds |= {w for w in sections if len(w) <= 16}
    words = "|".join(re.escape(w) for w in sorted(kinds, key=lambda w: (-len(w), w)))
    return rf"^(?:{words})\s*[:：|｜]\s*"


_BEFORE = re.compile(r"^([^\s:：|｜【《「][^:：|｜]{0,15}?)\s*[:：|｜]\s*(?=\S)")
_KINDS = 16


_MIDDLE = r"\s*[|｜\-–—_·»:：]\s*[^|｜\-–—_·»:：]{1,16}"


_HEADINGS = "h1, h2, h3, h4, .title, #title"


def _told(s: Specimen, suffix: str, prefix: str, heads: Mapping[str, str]) -> list[str]:
    """What the page tells machines of its headline, as letters; ``heads`` are what all pages say before it, for each way."""
    machine = [v.removeprefix(heads.get(pick, "")) for pick in _MACHINE_TITLES for v in look(s, "title", pick)[:1]]
    return [letters(v.removesuffix(suffix).removeprefix(prefix)) for v in (*machine, s.title)]


def _parts(title: str) -> list[str]:
    """What a title's marks part it into, and what is left of it without the last parts or the first."""
    marks = list(_TITLE_MARK.finditer(title))
    return [
        *(title[: m.start()] for m in marks),
        *(title[m.end() :] for m in marks),
        *(title[a.end() : b.start()] for a, b in pairwise(marks)),
    ]


_TITLE_MARK = re.compile(r"\s*[|｜–—_·•»›<>«]\s*|\s+-\s+|\s*::\s*")
_LEAST = 6
"""Letters: of fewer, a part of a title is a section or a name."""


def _headline(s: Specimen, told: Sequence[str], usual: frozenset[str]) -> str:
    """The headline that most signals agree on, as letters; a heading that ``<title>`` begins with is one.

    ``told`` is what the page tells machines of it, ``usual`` what stands on many pages.
    """
    cards = {letters(card.title) for card in s.cards}  # a listing may know a former headline
    headings = {letters(h.text) for h in s.document.select(_HEADINGS)[:12]} - usual
    votes: Counter[str] = Counter()
    shown = {letters(text) for text in s.small}
    parts = {words for words in map(letters, _parts(s.title)) if words in shown and len(words) >= _LEAST} - usual
    for words in {*told, *cards, *headings, *parts}:
        if len(words) < 2:
            continue
        votes[words] += 2 * told.count(words) + (words in cards) + (words in headings) + (words in shown)
        votes[words] += sum(
            1.5
            for t in told
            if t != words
            and (
                (t.startswith(words) and len(words) >= max(4, 0.4 * len(t)))
                or (t.endswith(words) and t.removesuffix(words) in usual)
            )
        )  # type: ignore[assignment]
        if words in headings - cards and words not in told and not any(t.startswith(words) for t in told):
            votes[words] -= 1
    return max(votes, key=lambda v: (votes[v], len(v), v), default="")


def shown_by(specimens: Sequence[Specimen], *, many: bool = False) -> Callable[[int, str], str | None]:
    """What a selector's first match (``many``: every match) shows on the page of a number, remembered."""
    known: dict[tuple[int, str], str | None] = {}

    def shown(i: int, selector: str) -> str | None:
        if (i, selector) not in known and (" -> " in selector or selector.startswith("text:")):
            known[i, selector] = "、".join(look(specimens[i], "byline" if many else "category", selector)) or None
        elif (i, selector) not in known:
            found = specimens[i].document.select(selector)[: 6 if many else 1]
            words = [w for e in found if (w := tree.clean(e.text[:2000]))]
            known[i, selector] = "、".join(words) or None
        return known[i, selector]

    return shown


def apart(element: Element) -> bool:
    """Whether an element stands in a menu or in the page's foot; an article's own foot is part of it."""
    if element.closest("nav, header nav") is not None:
        return True
    foot = element.closest("footer")
    return foot is not None and foot.closest("article, main") is None
