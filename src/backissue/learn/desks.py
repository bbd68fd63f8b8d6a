"""Where the section stands: whatever of the menu's words, or of what machines are told, the page shows beside the article.

A menu names every section on every page; listings say which of them names the article, and have the last word. Refuses
words that hardly vary, and those in the cards of other articles.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC

from backissue import urls
from backissue.learn.fields import Learned, apart, letters, look, shown_by
from backissue.learn.filing import uncounted, unhashed
from backissue.learn.labels import FIELDS
from backissue.learn.selectors import candidates, choose, plainness
from backissue.learn.specimen import Specimen, commonest
from backissue.records.characters import printed
from backissue.text import tree
from backissue.text.dates import find_dates
from backissue.text.tree import Element

__all__ = ["branching", "category", "menu_of", "stem"]


def menu_of(specimens: Sequence[Specimen]) -> dict[str, str]:
    """The words of the links that stand on at least half of these pages, with the keys of the addresses they lead to."""
    leads: dict[str, Counter[str]] = defaultdict(Counter)
    for s in specimens:
        links = {(tree.clean(a.text), a.attr("href") or "") for a in s.document.iter_elements("a")}
        for words, href in links:
            if 1 < len(words) <= 24 and href and not href.startswith("#"):
                leads[words][urls.key(urls.original(href, s.pick.url))] += 1
    return {words: key for words in leads for key, n in commonest(leads[words], 1) if n >= 0.5 * len(specimens)}


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
    constant = commonest(Counter(t for t in told if t), 1)
    if constant and len(told) >= 8 and constant[0][1] >= 0.9 * sum(map(bool, told)):
        told = [""] * len(told)  # what a system says of every page
    ends = {**(sections or {}), **menu_of(specimens)}
    told = _as_printed(told, ends)
    labels = set(ends)
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
        place = best[0][0]
        right = {unhashed(v) for i in range(len(specimens)) if (v := shown(i, place)) and good(i, place) > 0}
        wrong = {
            v
            for i in range(len(specimens))
            if (v := shown(i, place)) and unhashed(v) not in labels and good(i, place) < 0
        }
        learned.picks.append(f"{place} -> {_only(right, ends)}" if wrong and right and " -> " not in place else place)
        learned.evidence = f"one of the menu's words, or what machines are told, on {min(1.0, best[0][1]):.0%} of {len(specimens)} pages"
        if any(unhashed(v) != v for s in specimens for v in look(s, "category", best[0][0])):
            learned.clean += [r"^[#＃\[【〔「]\s*", r"\s*[\]】〕」]$"]
    elif in_line := _worded(specimens, ends, shown):
        learned.picks.append(in_line)
        learned.evidence = "one of the menu's words in a line of facts"
    elif lit := _lit(specimens, ends):
        learned.picks.append(lit)
        learned.evidence = "the menu's word that is lit; the listings it leads to name the article"
    for way in ("ld: articleSection", "meta: article:section"):
        there = [stated for s in specimens if (stated := look(s, "category", way))]
        spelt = [value for values in there for value in values] if best else []
        if len(there) >= 0.3 * len(specimens) and len(set(there)) > 1 and _as_printed(spelt, ends) == spelt:
            learned.picks.append(way)
    return learned


def _as_printed(told: Sequence[str], ends: Mapping[str, str]) -> list[str]:
    """What machines are told as the menu prints it: ``city`` and ``local-news``, which are addresses' words, as ``City`` and ``Local News``."""
    words = {key.rstrip("/)").rpartition("/")[2].rpartition("=")[2].casefold(): w for w, key in ends.items()}
    words.update((w.casefold(), w) for w in ends)
    return [said if said in ends else words.get(said.casefold(), said) for said in told]


def _only(words: Collection[str], ends: Mapping[str, str]) -> str:
    """A pattern for these sections and the menu's others: on pages without a section something else stands in its place."""
    stems = {stem(ends[w]) for w in words if w in ends} - {""}
    every = {*words, *(w for w, key in ends.items() if stem(key) in stems and not key.endswith(")/"))}
    return f"^[#＃[【〔「]?({'|'.join(re.escape(w) for w in sorted(every, key=lambda w: (-len(w), w)))})[]】〕」]?$"


def stem(key: str) -> str:
    """What the addresses of a paper's sections share: all of a key but its last part."""
    return re.split(r"[^/=]*/?$", key)[0]


def branching(menu: Mapping[str, str]) -> set[str]:
    """What most of a menu's addresses share, if it is more than the paper's host: the stem of its sections, where no listing tells it."""
    best = commonest(Counter(key_stem for key in menu.values() if not (key_stem := stem(key)).endswith(")/")), 1)
    return {best[0][0]} if best and best[0][1] >= _FEW else set()


def _usually(counts: Sequence[int]) -> int:
    """How often a menu's word stands on a page: what most pages have; or, for a section of many articles, what the fewest have."""
    count, pages = commonest(Counter(counts), 1)[0]
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
    head, tail = (
        rf"(?:^|{marks}\s*|(?<=\s{{2}})|(?<=\u3000)|(?<=[\d日]\s))",
        rf"(?=版?\s*(?:$|{marks})|\s{{2}}|\u3000|\s\d)",
    )
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
            line = printed(elements[0])  # spaces as they stand: they may be all that parts
            if len(hits := list(compiled.finditer(line))) != 1 or _TAGS.search(line[: hits[0].start(1)]):
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
    if sum(map(bool, own)) < _FEW or len({*own} - {""}) < 2:  # few are listed, but a word may be called the current one
        lit = [_called_lit(s, leads) for s in specimens]
        if len({*lit} - {""}) < 3 or any(said and said != there for said, there in zip(own, lit, strict=True)):
            return None
        own = lit
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


def _called_lit(s: Specimen, leads: Collection[str]) -> str:
    """The one of the menu's words that is called the current one by a class, or looks otherwise than all the rest; else nothing."""
    found = {words: [e for e in s.small.get(words, ()) if e.tag == "a"][:1] for words in leads}
    items = {words: es[0] for words, es in found.items() if es}
    lit = [
        w
        for w, e in items.items()
        if any(_LIT.search(f"{x.attr('class') or ''} {x.attr('id') or ''}") for x in _with_around(e)[:2])
    ]
    if not lit and items:
        made = {words: [x.tag for x in _with_around(e)] for words, e in items.items()}
        usual = commonest(Counter(map(str, made.values())), 1)[0][0]
        looks = {words: _looks(e) for words, e in items.items() if str(made[words]) == usual}  # one menu's
        usual, n = commonest(Counter(looks.values()), 1)[0]
        lit = [words for words, look_ in looks.items() if look_ != usual] if n == len(looks) - 1 >= _FEW else []
    return lit[0] if len(lit) == 1 and items[lit[0]].closest("article, main, h1") is None else ""


def _with_around(element: Element) -> list[Element]:
    return [e for e in (element, *itertools.islice(element.ancestors, 2)) if isinstance(e, Element)]


def _looks(element: Element) -> str:
    """How an item of a menu is written, with the two elements around it: all of it but where it leads and what it says."""
    return str(
        [
            (e.tag, sorted((name, str(value)) for name, value in e.attrs.items() if name not in _OWN))
            for e in _with_around(element)
        ]
    )


_OWN = frozenset(("href", "title", "onclick", "onmouseover", "onmouseout"))
_LIT = re.compile(
    r"(?:^|[\s_-])(?:here|active|current|selected|sel|on|cur|now|lit|highlight|act)(?:$|[\s_-])", re.IGNORECASE
)
_FEW = 4  # pages whose section a listing tells; of fewer, a word that happens to be right is no proof


def _saying(s: Specimen, words: str) -> list[Element]:
    """The small elements that say these words and nothing else, with a hash before them or brackets around them or without."""
    return [e for form in _FORMS for e in s.small.get(form.format(words), ())]


_TAGS = re.compile(rf"(?:{FIELDS['tags']})\s*[:：]\s*$", re.IGNORECASE)
"""Ends where tags begin: the first of them may be called as a section is."""
_FORMS = ("{}", "#{}", "[{}]", "【{}】", "〔{}〕", "「{}」")


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
    """Whether an element lies within a link that says more than it, or stands in a small box with another article's headline linked.

    A box that has its own heading (``<h6>分類</h6>``) beside one of headlines is none.
    """
    link = element.closest("a")
    if link is not None and len(uncounted(tree.clean(link.text))) > len(element.text.strip()) + 4:
        return True
    below = element
    for above in itertools.islice(element.ancestors, 3):
        if not isinstance(above, Element) or above.tag in ("body", "main") or len(above.text) > 500:
            return False
        if any(h.select_one("a") is None and h.closest("a") is None for h in below.select("h3, h4, h5, h6")):
            return False  # a box with a heading of its own, beside others
        below = above
        if above.select_one("h1") is not None or _holds_headline(above, s):
            return False
        if any(_leads_away(e.closest("a") or e, s) for e in above.select("h2 a, h3 a, h4 a, a h2, a h3, a h4")):
            return True
        if len(above.text) <= 200 and any(_headlines(a, s) for a in above.iter_elements("a")):
            return True
        heads = [h for h in above.select("h2, h3, h4") if len(letters(h.text)) >= _HEADLINE]
        if heads and any(_NUMBER.search(a.attr("href") or "") and _leads_away(a, s) for a in above.iter_elements("a")):
            return True  # the next article, called by its headline and a button
    return False


_NUMBER = re.compile(r"\d{3}")


def _holds_headline(box: Element, s: Specimen) -> bool:
    """Whether a line of the box is the page's own headline, or most of it."""
    title = letters(s.title)
    return any(len(bare) >= _HEADLINE and bare in title for bare in map(letters, tree.own_lines(box)))


_HEADLINE = 8  # letters


def _headlines(a: Element, s: Specimen) -> bool:
    """Whether a link has as many words as a headline and leads to another page of the paper."""
    words, href = tree.clean(a.text), a.attr("href") or ""
    long = len(words) >= (20 if words.isascii() else 8)
    return long and bool(href) and not href.startswith(("#", "javascript:")) and _leads_away(a, s)


def _leads_away(a: Element, s: Specimen) -> bool:
    """Whether a link is not this page's own headline, which some papers link to the page itself."""
    key = urls.key(urls.original(a.attr("href") or "", s.pick.url))
    return key not in (s.pick.key, urls.key(s.pick.url)) and letters(a.text) not in letters(s.title)


_SECTION_HINT = re.compile(r"sect|categ|channel|column|crumb|path|label|kicker|topic|rubric|版", re.IGNORECASE)


def _varies(shown: Callable[[int, str], str | None], count: int, selector: str) -> bool:
    values = Counter(v for i in range(count) if (v := shown(i, selector)))
    return count < 6 or (len(values) >= 2 and values.most_common(1)[0][1] <= 0.95 * values.total())
