"""Where title, dates, byline, category and tags stand: the picks on which independent signals agree.

Signals are what the page tells machines, what it shows, its address, and what the paper's
listings say of the same article. A pick is tried on every specimen by the same code that will use it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC

from backissue import urls
from backissue.learn.filing import uncounted, unhashed
from backissue.learn.selectors import candidates, choose, plainness
from backissue.learn.specimen import Specimen
from backissue.records.characters import printed
from backissue.records.picking import Looker
from backissue.text import tree
from backissue.text.dates import find_dates
from backissue.text.tree import Document, Element

__all__ = ["Learned", "apart", "category", "common_prefix", "common_suffix", "letters", "look", "title"]


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
    looker = specimen.__dict__.get("_looker")
    if looker is None:
        looker = specimen.__dict__["_looker"] = Looker(specimen.document, specimen.html, specimen.pick.url, {})
    found = looker.first(name, (pick,))
    return found.values if found else ()


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


def _headline(s: Specimen, told: Sequence[str], usual: frozenset[str]) -> str:
    """The headline that most signals agree on, as letters; a heading that ``<title>`` begins with is one.

    ``told`` is what the page tells machines of it, ``usual`` what stands on many pages.
    """
    cards = {letters(card.title) for card in s.cards}  # a listing may know a former headline
    headings = {letters(h.text) for h in s.document.select(_HEADINGS)[:12]} - usual
    votes: Counter[str] = Counter()
    for words in {*told, *cards, *headings}:
        if len(words) < 2:
            continue
        votes[words] += 2 * told.count(words) + (words in cards) + (words in headings)
        votes[words] += sum(
            1.5 for t in told if t != words and t.startswith(words) and len(words) >= max(4, 0.4 * len(t))
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


# Category


def menu_of(specimens: Sequence[Specimen]) -> dict[str, str]:
    """The words of the links that stand on at least half of these pages, with the keys of the addresses they lead to."""
    leads: dict[str, Counter[str]] = defaultdict(Counter)
    for s in specimens:
        links = {(tree.clean(a.text), a.attr("href") or "") for a in s.document.iter_elements("a")}
        for words, href in links:
            if 1 < len(words) <= 24 and href and not href.startswith("#"):
                leads[words][urls.key(urls.original(href, s.pick.url))] += 1
    return {words: key for words in leads for key, n in leads[words].most_common(1) if n >= 0.5 * len(specimens)}


def category(
    specimens: Sequence[Specimen], labelled: Sequence[str] = (), sections: Mapping[str, str] | None = None
) -> Learned:
    """Picks for the section: what machines are told, or one of the menu's words standing by the article.

    ``sections`` are the menu's words in the paper's other designs, with where they lead: some pages have no menu.
    """
    told = [
        next(iter(look(s, "category", "ld: articleSection") or look(s, "category", "meta: article:section")), "")
        for s in specimens
    ]
    constant = Counter(t for t in told if t).most_common(1)
    if constant and len(told) >= 8 and constant[0][1] >= 0.9 * sum(map(bool, told)):
        told = [""] * len(told)  # what a system says of every page
    ends = {**(sections or {}), **menu_of(specimens)}
    menu: Counter[str] = Counter()
    for s in specimens:
        menu.update({tree.clean(a.text) for a in s.document.iter_elements("a")})
    labels = {words for words, n in menu.items() if 1 < len(words) <= 24 and n >= 0.5 * len(specimens)} | ends.keys()
    shows = [{words: sum(not _in_card(e, s) for e in _saying(s, words)) for words in labels} for s in specimens]
    usual = {words: _usually([show[words] for show in shows]) for words in labels}
    # A menu names every section once on every page; the article's own section stands there once more.
    own = [{words for words in labels if show[words] > usual[words]} for show in shows]
    # And the listing of a section names its articles: where one of the menu's words leads to such a listing, that speaks for it.
    named = [
        {words for words, key in ends.items() if key in s.listed and words in extra}
        for s, extra in zip(specimens, own, strict=True)
    ]
    labels |= {t for t in told if t}
    more: Counter[str] = Counter()
    targets = []
    for s, said, extra in zip(specimens, told, own, strict=True):
        elements = _category_elements(s, said, extra)
        targets.append((s.document, elements[0] if elements else None))
        more.update({selector for element in elements[:6] for selector in candidates(element)})
    often = [
        selector for selector, n in sorted(more.items(), key=lambda p: (-p[1], p[0]))[:120] if n >= 0.3 * len(specimens)
    ]
    shown = shown_by(specimens)
    plain = frozenset(labelled)

    def good(i: int, selector: str) -> float:
        found = shown(i, selector)
        if found is None:
            return 0.0
        found = unhashed(found)
        if not told[i] and selector in plain:
            said = [key for key in ends.values() if key in specimens[i].listed and not key.endswith(")/")]
            return 0.85 if ends.get(found, "") in said or (not said and found in labels) else -0.3
        if told[i]:
            return (
                1.0 if found == told[i] else (-0.2 if told[i] in found and len(found) < 2 * len(told[i]) + 4 else -1.0)
            )
        if found not in own[i]:
            return -0.1 if found in labels and not own[i] else -0.8
        element = specimens[i].document.select_one(selector.partition(" -> ")[0])
        if element is not None and _in_card(element, specimens[i]):
            return 0.4
        return 0.9 if not named[i] else 1.0 if found in named[i] else -0.5

    best = [
        b for b in choose(targets, good, least=0.5, more=[*often, *labelled]) if _varies(shown, len(specimens), b[0])
    ]
    learned = Learned()
    if best:
        learned.picks.append(best[0][0])
        learned.evidence = f"one of the menu's words, or what machines are told, on {min(1.0, best[0][1]):.0%} of {len(specimens)} pages"
        if any(unhashed(v) != v for s in specimens for v in look(s, "category", best[0][0])):
            learned.clean.append(r"^[#＃]\s*")
    elif in_line := _worded(specimens, ends, shown):
        learned.picks.append(in_line)
        learned.evidence = "one of the menu's words in a line of facts"
    elif lit := _lit(specimens, ends):
        learned.picks.append(lit)
        learned.evidence = "the menu's word that is lit; the listings it leads to name the article"
    for pick in ("ld: articleSection", "meta: article:section"):
        there = [v for s in specimens if (v := look(s, "category", pick))]
        if len(there) >= 0.3 * len(specimens) and len(set(there)) > 1:
            learned.picks.append(pick)
    return learned


def _usually(counts: Sequence[int]) -> int:
    """How often a menu's word stands on a page: what most pages have; or, for a section of many articles, what the fewest have."""
    count, pages = Counter(counts).most_common(1)[0]
    return count if pages >= 0.7 * len(counts) else sorted(counts)[int(0.15 * len(counts))]


def _worded(
    specimens: Sequence[Specimen], ends: Mapping[str, str], shown: Callable[[int, str], str | None]
) -> str | None:
    """A way to one of the menu's words in a line of facts that gives it no element: ``民生 | 2013-04-05``.

    ``ends`` are the menu's words with the keys of the addresses they lead to. A line with several of them is a menu. Within
    the text it is a line with a date, as the head of a printed page is: ``Vol. 3, No. 7 – 5 May 2014 – City``.
    """
    ends = {w: key for w, key in ends.items() if not key.endswith(")/")}
    words = sorted(ends, key=lambda w: (-len(w), w))
    if not words:
        return None
    marks = r"(?:[|｜/／·•>»›：:,，]|(?<=\s)[–—-](?=\s))"
    parted = "|".join(re.escape(w) for w in words)
    head, tail = rf"(?:^|{marks}\s*|(?<=\s{{2}}))", rf"(?=版?\s*(?:$|{marks})|\s{{2}})"
    if not any(w.isascii() for w in words):
        head, tail = rf"(?:{head}|(?<=\s))", rf"(?:{tail}|(?=\s))"
    pattern = rf"{head}({parted}){tail}"
    compiled = re.compile(pattern)
    found: Counter[str] = Counter()
    for s in specimens:
        here: set[str] = set()
        for text, elements in s.small.items():
            if len(text) > 140 or text in ends or not any(word in text for word in words):
                continue
            if len(compiled.findall(printed(elements[0]))) != 1:  # spaces as they stand: they may be all that parts
                continue
            for e in elements[:2]:
                within = s.body is not None and s.body in e.ancestors
                if e.closest("a, nav, li, footer, title") is None and (not within or find_dates(text, UTC)):
                    here.update(candidates(e)[:30])
        found.update(here)
    for way, n in sorted(found.items(), key=lambda item: (-item[1], plainness(item[0]), item[0]))[:40]:
        pick = f"{way} -> {pattern}"
        there = [(said, s) for i, s in enumerate(specimens) if (said := shown(i, pick))]
        known = [ends[said] in s.listed for said, s in there if any(key in s.listed for key in ends.values())]
        if n >= 0.5 * len(specimens) and sum(known) >= 0.5 * len(known) and _varies(shown, len(specimens), pick):
            return pick
    return None


def _lit(specimens: Sequence[Specimen], ends: Mapping[str, str]) -> str | None:
    """The pick of the menu's word that the page shows otherwise than the rest, where that section's listing names the article.

    ``ends`` are the menu's words with the keys of the addresses they lead to. None where no selector tells the word.
    """
    leads = {words: key for words, key in ends.items() if not key.endswith(")/")}
    sections = [[words for words, key in leads.items() if key in s.listed] for s in specimens]
    own = [words[0] if len(words) == 1 else "" for words in sections]
    if sum(map(bool, own)) < _FEW or len({*own} - {""}) < 2:
        return None
    shown = shown_by(specimens)
    targets = [
        (s.document, next(reversed(s.small.get(words, ())), None) if words else None)
        for s, words in zip(specimens, own, strict=True)
    ]

    def good(i: int, selector: str) -> float:
        found = shown(i, selector)
        if found is None or not own[i]:
            return 0.0 if found is None or found in leads else -1.0
        return 1.0 if found == own[i] else -1.0

    best = [b for b in choose(targets, good, least=0.8) if _varies(shown, len(specimens), b[0])]
    return best[0][0] if best else None


_FEW = 4  # pages whose section a listing tells; of fewer, a word that happens to be right is no proof


def _saying(s: Specimen, words: str) -> list[Element]:
    """The small elements that say these words and nothing else, with a hash before them or without."""
    return [*s.small.get(words, ()), *s.small.get(f"#{words}", ())]


def _category_elements(s: Specimen, said: str, labels: set[str]) -> list[Element]:
    """Elements that may be the section, the likeliest first."""
    found: list[tuple[int, int, Element]] = []
    for words in (said,) if said else sorted(labels):
        for element in _saying(s, words):
            if (apart(element) and not _on_the_way(element)) or _in_card(element, s):
                continue
            parent = element.parent
            around = parent.attr("class") if isinstance(parent, Element) else ""
            hint = _SECTION_HINT.search(f"{element.attr('class') or ''} {around or ''}")
            rank = (2 if hint else 1) - (1 if element.closest("ul, table") is not None and not hint else 0)
            found.append((-rank, len(found), element))
    return [element for _, _, element in sorted(found, key=lambda f: f[:2])]


def _on_the_way(element: Element) -> bool:
    """Whether an element stands in a ``nav`` that calls itself the way to the page."""
    nav = element.closest("nav")
    return nav is not None and any(
        _CRUMB.search(name) for name in (nav.attr("class"), nav.attr("id"), nav.attr("aria-label")) if name
    )


_CRUMB = re.compile(r"crumb|path|location|trail|麵包屑|面包屑|位置", re.IGNORECASE)


def _in_card(element: Element, s: Specimen) -> bool:
    """Whether an element lies within a link that says more than it, or stands in a small box with another article's headline linked."""
    link = element.closest("a")
    if link is not None and len(uncounted(tree.clean(link.text))) > len(element.text.strip()) + 4:
        return True
    for above in itertools.islice(element.ancestors, 3):
        if not isinstance(above, Element) or above.tag in ("body", "main") or len(above.text) > 500:
            return False
        if above.select_one("h1") is not None:
            return False
        if above.select_one("h2 a, h3 a, h4 a, a h2, a h3, a h4") is not None:
            return True
        if len(above.text) <= 200 and any(_headlines(a, s) for a in above.iter_elements("a")):
            return True
    return False


def _headlines(a: Element, s: Specimen) -> bool:
    """Whether a link has as many words as a headline and leads to another page of the paper."""
    words, href = tree.clean(a.text), a.attr("href") or ""
    if len(words) < (20 if words.isascii() else 8) or not href or href.startswith(("#", "javascript:")):
        return False
    url = urls.original(href, s.pick.url)
    return urls.key(url) not in (s.pick.key, urls.key(s.pick.url)) and letters(words) not in letters(s.title)


_SECTION_HINT = re.compile(r"sect|categ|channel|column|crumb|path|label|kicker|topic|rubric|版", re.IGNORECASE)


def _varies(shown: Callable[[int, str], str | None], count: int, selector: str) -> bool:
    values = Counter(v for i in range(count) if (v := shown(i, selector)))
    return count < 6 or (len(values) >= 2 and values.most_common(1)[0][1] <= 0.95 * values.total())


def apart(element: Element) -> bool:
    """Whether an element stands in a menu or in the page's foot; an article's own foot is part of it."""
    if element.closest("nav, header nav") is not None:
        return True
    foot = element.closest("footer")
    return foot is not None and foot.closest("article, main") is None
