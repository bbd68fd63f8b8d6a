"""Where the articles' text stands, and what stands in it that is not theirs.

Text that only one page has, and that is no link, is an article's own; what recurs is
the template's. Eras fall out of this: pages whose text is found by one selector are one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from backissue.learn.selectors import choose, simple
from backissue.learn.specimen import Line, Specimen, boilerplate, masked
from backissue.records.rules import outermost
from backissue.text import tree
from backissue.text.tree import Element

__all__ = ["Body", "find_bodies", "find_junk"]

_LEAVES = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "dd",
        "dt",
        "figure",
        "figcaption",
        "pre",
        "a",
        "span",
        "b",
        "strong",
        "em",
        "i",
        "font",
    ]
)
_KEPT = frozenset(
    (
        "figure",
        "figcaption",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "li",
        "p",
        "img",
    )
)
_EDITOR = re.compile(
    r"^(?:責任編輯|责任编辑|責編|责编|執行編輯|执行编辑|編輯|编辑|校對|校对|審核|审核|監製|监制|Editor|Edited by)\s*[:：]\s*"
)
_SHARE = 0.65  # a ticker or a caption outside may hold the rest


@dataclass
class Body:
    """One era: the selector of its text, its specimens, and what to take out. Evidence goes beside each."""

    selector: str
    specimens: list[Specimen]
    hits: int = 0
    has: str | None = None
    drop: dict[str, str] = field(default_factory=dict)
    cut: dict[str, str] = field(default_factory=dict)
    clean: dict[str, str] = field(default_factory=dict)


def find_bodies(specimens: Sequence[Specimen], common: frozenset[str]) -> list[Body]:
    """The eras of these pages, the commonest first; pages that fit none are left out."""
    for specimen in specimens:
        specimen.body = _own(specimen, common)
    left = [s for s in specimens if s.body is not None]
    least = 3 if len(left) < 40 else max(3, len(left) // 40)
    out: list[Body] = []
    while len(left) >= least and len(out) < 8:
        wanted = [(s.document, s.body) for s in left]

        def good(i: int, selector: str, pages: list[Specimen] = left) -> float:
            return _rightness(pages[i], selector)

        best = choose(wanted, good, least=0.0)
        if not best:
            break
        # A class or id is one design's; a place or an itemprop may be common to two, whose fields stand elsewhere.
        named = [
            b for b in best if re.search(r"[.#][^ >:\[]+$", b[0]) and b[1] * len(left) >= max(least, 0.12 * len(left))
        ]
        selector, _ = (named or best)[0]
        fitting = [s for s in left if s.document.select_one(selector) is not None]
        hits = sum(1 for s in fitting if _rightness(s, selector) >= 0.35)
        if hits < least or hits < 0.5 * len(fitting):
            break
        for s in fitting:
            found = outermost(s.document.select(selector)[:50])
            s.body = found[0] if found else s.body
        out.append(Body(selector, fitting, hits))
        taken = set(map(id, fitting))
        left = [s for s in left if id(s) not in taken]
    _tell_apart(out)
    return out


def _own(specimen: Specimen, common: frozenset[str]) -> Element | None:
    """The smallest element that holds nearly all the text of the page's own."""
    mass = specimen.mass
    titles = {words for a in specimen.document.iter_elements("a") if len(words := tree.clean(a.text)) >= 8}
    for line in specimen.lines:
        if not line.runs or masked(line.text) in common:
            continue
        if not line.linked and any(words in line.text for words in titles):  # a ticker says the headlines of others
            continue
        if _in_card(line):
            continue
        weight = len(line.text)
        mass[line.block] += weight
        for above in line.block.ancestors:
            if isinstance(above, Element):
                mass[above] += weight
    at = specimen.document.select_one("body")
    if at is None or mass[at] < 20:
        return None
    while True:
        inner = [c for c in at.children if isinstance(c, Element) and mass[c]]
        best = max(inner, key=lambda c: mass[c], default=None)
        if best is None or best.tag in _LEAVES or mass[best] < _SHARE * mass[at]:
            return None if at.tag == "body" and mass[at] < 60 else at
        at = best


def _in_card(line: Line) -> bool:
    """Whether a line is the summary in a card: beside it, in a small box, stands a link with the headline."""
    box = line.block.parent
    if not isinstance(box, Element) or box.tag not in ("div", "li", "article", "td", "section"):
        return False
    if len(box.text) > 3 * len(line.text) + 120:
        return False
    paragraphs = sum(1 for c in box.children if isinstance(c, Element) and c.tag == line.block.tag)
    linked = max((len(tree.clean(a.text)) for a in box.iter_elements("a")), default=0)
    return paragraphs <= 2 and linked >= 8 and line.linked == 0 and box.select_one("h1") is None


def _rightness(specimen: Specimen, selector: str) -> float:
    """How right a selector of the text is on a page: 1 where it is the element found, less for what it leaves out or takes in."""
    found = outermost(specimen.document.select(selector)[:50])
    if not found:
        return 0.0
    if found == [specimen.body]:
        return 1.0
    root = specimen.document.select_one("body")
    whole = specimen.mass[root] if root is not None else 0
    if len(found) > 3 or not whole:
        return -1.0
    held = sum(specimen.mass[e] for e in found) / whole
    dense = sum(specimen.mass[e] for e in found) / max(1, sum(len(e.text) for e in found))
    return held * min(1.0, dense / 0.8) if held >= 0.4 and len(found) == 1 else -0.5


def _tell_apart(bodies: list[Body]) -> None:
    """Give an era whose selector stands on another era's pages one that does not, and put the particular first."""
    for body in bodies:
        others = [s for other in bodies if other is not body for s in other.specimens]
        if not any(s.document.select_one(body.selector) is not None for s in others):
            continue
        marks: Counter[str] = Counter()
        for specimen in body.specimens:
            found: set[str] = set()
            for element in specimen.document.iter_elements(
                ("body", "div", "article", "main", "section", "header", "h1", "h2", "table", "td")
            ):
                found.update(simple(element)[:3])
            marks.update(found)
        telling = [m for m, n in marks.items() if n >= 0.98 * len(body.specimens)]
        for mark in sorted(telling, key=lambda m: (len(m), m)):
            if not any(s.document.select_one(mark) is not None for s in others):
                body.has = mark
                break
    bodies.sort(
        key=lambda b: (
            b.has is None
            and any(
                s.document.select_one(b.selector) is not None
                for other in bodies
                if other is not b
                for s in other.specimens
            ),
            -len(b.specimens),
        )
    )


# What does not belong


def find_junk(body: Body) -> None:
    """Blocks and lines within the text that recur from page to page: what to drop, to cut and to clean."""
    pages = [(s, root) for s in body.specimens for root in outermost(s.document.select(body.selector)[:10])[:1]]
    _drop_blocks(body, pages)
    dropped = [_dropped(root, body.drop) for _, root in pages]
    lines = [
        [line for line in s.lines if _below(line.block, root, gone)]
        for (s, root), gone in zip(pages, dropped, strict=True)
    ]
    _cut_tails(body, lines)
    _clean_lines(body, lines)


def _dropped(root: Element, drop: dict[str, str]) -> set[Element]:
    return {e for selector in drop for e in root.select(selector)}


def _below(block: Element, root: Element, gone: set[Element]) -> bool:
    if block == root:
        return True
    if block in gone:
        return False
    for above in block.ancestors:
        if above == root:
            return True
        if above in gone:
            return False
    return False


def _drop_blocks(body: Body, pages: list[tuple[Specimen, Element]]) -> None:
    """Selectors of elements within the text whose words recur, or which only lead to other articles."""
    where: dict[str, list[tuple[int, Element]]] = defaultdict(list)
    for number, (_, root) in enumerate(pages):
        seen: set[str] = set()
        for element in root.iter_elements():
            if element.tag in (
                "img",
                "br",
                "a",
                "b",
                "strong",
                "em",
                "i",
                "script",
                "style",
                "iframe",
                "video",
                "source",
            ):
                continue
            bare = [element.tag] if element.tag in ("form", "aside", "nav", "footer") else []
            for name in [*simple(element)[:7], *bare]:
                if name in _KEPT or name in ("article", "main", "h1", "time"):
                    continue
                where[name].append((number, element))
                seen.add(name)
    common = boilerplate([s for s, _ in pages], 0.1)
    own = [[x.block for x in s.lines if x.runs and masked(x.text) not in common] for s, _ in pages]
    found: dict[str, tuple[str, list[tuple[int, Element]]]] = {}
    for selector, places in where.items():
        numbers = {n for n, _ in places}
        if len(numbers) < 2:
            continue
        why = _is_junk(places, pages, own)
        if why:
            found[selector] = (why, places)
    # Names of one element say the same: the plainest that covers most is enough.
    covered: set[Element] = set()
    for selector, (why, places) in sorted(found.items(), key=lambda item: (-_size(item[1][1]), len(item[0]), item[0])):
        elements = {e for _, e in places}
        fresh = {e for e in elements if e not in covered and not any(a in covered for a in e.ancestors)}
        if len(fresh) < 0.5 * len(elements):
            continue
        covered |= elements
        body.drop[selector] = why


def _size(places: list[tuple[int, Element]]) -> int:
    return sum(len(e.text) for _, e in places)


def _is_junk(places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]], own: list[list[Element]]) -> str:
    """Why the elements of one selector are no part of the text, or an empty string."""
    on = len({n for n, _ in places})
    count = len(pages)
    texts = [masked(e.text) for _, e in places]
    lists = _linked_lists(places)
    constant = len(set(texts)) == 1 and on >= max(5, 0.5 * count)
    if all(e.tag in _KEPT or e.tag == "figure" for _, e in places) and not lists and not constant:
        return ""
    if any(e.tag in ("figure", "figcaption") or e.closest("figure") is not None for _, e in places):
        return ""
    filled = [t for t in texts if t]
    if not filled:
        return ""
    by_text: dict[str, set[int]] = defaultdict(set)
    for (n, _), t in zip(places, texts, strict=True):
        if t:
            by_text[t].add(n)
    top = max(len(ns) for ns in by_text.values())
    if on >= 3 and top >= max(3, 0.3 * count):
        share = sum(len(ns) for ns in by_text.values() if len(ns) >= 2) / sum(len(ns) for ns in by_text.values())
        if share >= 0.6:
            return f"the same words on {top} of {count} pages"
    if lists and on >= 2:
        return f"nothing but links, on {on} of {count} pages"
    once = len(places) <= 1.1 * on
    edge = sum(_at_edge(pages[n][1], e, own[n]) for n, e in places) >= 0.9 * len(places)
    if once and edge and on >= 3 and (alike := _alike(filled)) >= 0.4:
        return f"one form of words ({alike:.0%} shared) at the text's end, on {on} of {count} pages"
    return ""


def _at_edge(root: Element, element: Element, own: list[Element]) -> bool:
    """Whether no text of the article's own stands after the element (or none before it) within the text."""
    order = {e: i for i, e in enumerate(root.iter_elements())}
    at = order.get(element, 0)
    inner = set(element.iter_elements())
    places = [order[block] for block in own if block in order and block not in inner and block != element]
    return not places or max(places) < at or min(places) > at


def _alike(texts: Sequence[str]) -> float:
    """The share of these texts that half of them share, by runs of four characters."""
    grams = [{t[i : i + 4] for i in range(max(1, len(t) - 3))} for t in texts]
    seen: Counter[str] = Counter(g for each in grams for g in each)
    common = {g for g, n in seen.items() if n >= max(2, 0.5 * len(texts))}
    shares = [len(each & common) / len(each) for each in grams if each]
    return sum(shares) / len(shares) if shares else 0.0


def _linked_lists(places: list[tuple[int, Element]]) -> bool:
    """Whether nearly all words of these elements lie in links, several or with a heading before them."""
    shares = []
    for _, element in places:
        whole = len(tree.clean(element.text))
        links = list(element.iter_elements("a"))
        if not whole or not links:
            shares.append(0.0)
            continue
        inside = sum(len(tree.clean(a.text)) for a in links)
        headings = sum(
            len(tree.clean(h.text))
            for h in element.iter_elements(("h2", "h3", "h4", "h5", "time", "strong"))
            if h.select_one("a") is None and h.closest("a") is None
        )
        shares.append(min(1.0, (inside + headings) / whole))
    shares.sort()
    return (
        bool(shares)
        and shares[len(shares) // 2] >= 0.85
        and sum(1 for _, e in places if len(e.select("a")) >= 2) >= 0.5 * len(places)
    )


def _cut_tails(body: Body, pages: list[list[Line]]) -> None:
    """Lines from which on, to the text's end, nothing is the article's own."""
    count = sum(1 for lines in pages if lines)
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({masked(line.text) for line in lines})
    least = max(3 if count >= 6 else 2, 0.12 * count)
    starts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for lines in pages:
        at = len(lines)
        while at and (seen[masked(lines[at - 1].text)] >= least or _leads_on(lines[at - 1])):
            at -= 1
        if at == 0:
            continue
        while at < len(lines) and seen[masked(lines[at].text)] < least:
            at += 1
        if at < len(lines):
            first = masked(lines[at].text)
            starts[first] += 1
            words.setdefault(first, lines[at].text)
    for first, n in starts.most_common(6):
        if n < least:
            break
        # The line must never stand before text of the article's own.
        before = sum(
            1
            for lines in pages
            for i, line in enumerate(lines)
            if masked(line.text) == first and any(x.runs and seen[masked(x.text)] < least for x in lines[i + 1 :])
        )
        if before > 0.02 * seen[first]:
            continue
        pattern = _pattern(words[first])
        body.cut[pattern] = f"ends the text on {n} of {count} pages"


def _leads_on(line: Line) -> bool:
    return line.linked >= 0.9 * len(line.text)


def _pattern(words: str) -> str:
    """A pattern for a line that recurs: its words, numbers free, at most forty characters of it."""
    short = words if len(words) <= 40 else words[:40]
    parts = re.split(r"(\d+)", short)
    whole = "".join(r"\d+" if p.isdigit() else _escaped(p) for p in parts)
    return f"^{whole}" + ("$" if len(words) <= 40 else "")


def _escaped(words: str) -> str:
    return re.sub(r"\s+", r"\\s+", re.sub(r"([\\.^$*+?{}\[\]|()])", r"\\\1", words))


def _clean_lines(body: Body, pages: list[list[Line]]) -> None:
    """Lines within the text that recur whole, or begin alike and then only lead to another article."""
    count = sum(1 for lines in pages if lines)
    seen: Counter[str] = Counter()
    words: dict[str, str] = {}
    leads: Counter[str] = Counter()
    for lines in pages:
        for key in {masked(line.text) for line in lines}:
            seen[key] += 1
        for line in lines:
            words.setdefault(masked(line.text), line.text)
            if 0.4 * len(line.text) <= line.linked < len(line.text):
                found = re.match(r"^[^：:︰】\]]{2,12}[：:︰】\]]", line.text)
                if found:
                    leads[found.group()] += 1
    least = max(4, 0.25 * count)
    cuts = [re.compile(p) for p in body.cut]
    for key, n in seen.most_common(60):
        if n < least:
            break
        if any(c.search(words[key]) for c in cuts) or len(key) < 2:
            continue
        body.clean[_pattern(words[key])] = f"the same line on {n} of {count} pages"
    labels: Counter[str] = Counter()
    for lines in pages:
        labels.update({found.group() for line in lines if (found := _EDITOR.match(line.text)) and len(line.text) <= 24})
    for label, n in labels.items():
        if n >= max(3, 0.2 * count):
            pattern = f"^{_escaped(label)}.{{1,20}}$"
            body.clean = {p: why for p, why in body.clean.items() if not p.startswith(f"^{_escaped(label)}")}
            body.clean[pattern] = f"an editor's line on {n} of {count} pages"
    for head, n in leads.items():
        if n >= max(3, 0.05 * count):
            body.clean[f"^{_escaped(head)}.*$"] = f"begins {n} lines that only lead to other pages"
