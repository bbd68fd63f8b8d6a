"""Where the articles' text stands, and which designs there are.

Text that only one page has, and that is no link, is an article's own; what recurs is
the template's. Eras fall out of this: pages whose text is found by one selector are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC

from backissue.learn.moments import only_date
from backissue.learn.selectors import candidates, choose, plainness, simple
from backissue.learn.specimen import Line, Specimen, beside_picture, boilerplate, in_form, masked
from backissue.records.rules import outermost
from backissue.text import tree
from backissue.text.dates import find_dates
from backissue.text.tree import Element, Text

__all__ = ["Body", "find_bodies"]

_ENDS = re.compile(r"[。！？!?.…」』”）)]\s*$")
_LINES = "p li h1 h2 h3 h4 h5 h6 blockquote ul ol dl dd dt figure figcaption a b strong em i u label small"
_LEAVES = frozenset(_LINES.split())
_UNLABELLED = re.compile(r"^[^:：。，]{1,8}[:：]")  # 摘要：, Summary:
_SHARE = 0.65  # a ticker or a caption outside may hold the rest


@dataclass
class Body:
    """One era: the selector of its text, its specimens, and what to take out. Evidence goes beside each.

    ``parts`` are selectors of text that stands outside of that element: a lead above the picture.
    """

    selector: str
    specimens: list[Specimen]
    hits: int = 0
    parts: dict[str, str] = field(default_factory=dict)
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
    out = [part for body in out for part in _by_frame(body)]
    for body in out:  # another design's boxes may hold an article's first lines on many pages
        _find_parts(body, common & boilerplate(body.specimens))
    _tell_apart(out)
    return out


def _by_frame(body: Body) -> list[Body]:
    """The body's pages by template: a name such as ``.text`` may stand in two that share nothing else."""
    named = [{name for e in s.document.iter_elements(_FRAMING) for name in simple(e)[:3]} for s in body.specimens]
    groups: list[list[int]] = []
    for i, names in enumerate(named):
        near = [(_share(names, named[group[0]]), n) for n, group in enumerate(groups)]
        best, n = max(near, default=(0.0, 0))
        if best >= _ALIKE:
            groups[n].append(i)
        else:
            groups.append([i])
    least = max(_FEWEST, 0.1 * len(named))
    whole = [group for group in groups if len(group) >= least]
    if len(whole) < 2:
        return [body]
    for group in groups:
        if len(group) < least:  # odd pages go with those they are most like
            for i in group:
                max(whole, key=lambda g: _share(named[i], named[g[0]])).append(i)
    out = []
    for group in whole:
        fitting = [body.specimens[i] for i in sorted(group)]
        out.append(Body(body.selector, fitting, sum(1 for s in fitting if _rightness(s, body.selector) >= 0.35)))
    return out


def _share(some: set[str], others: set[str]) -> float:
    """How much two sets have in common (Jaccard)."""
    return len(some & others) / max(1, len(some | others))


_FRAMING = (
    "body",
    "div",
    "article",
    "main",
    "section",
    "header",
    "footer",
    "nav",
    "aside",
    "table",
    "td",
    "p",
    "span",
    "ul",
    "h1",
    "h2",
    "h3",
)
_ALIKE = 0.25
_FEWEST = 6


def _own(specimen: Specimen, common: frozenset[str]) -> Element | None:
    """The smallest element that holds nearly all the text of the page's own."""
    mass = specimen.mass
    titles = {words for a in specimen.document.iter_elements("a") if len(words := tree.clean(a.text)) >= 8}
    for line in specimen.lines:
        if not line.runs or masked(line.text) in common:
            continue
        if not line.linked and any(words in line.text for words in titles):  # a ticker says the headlines of others
            continue
        if _in_card(line, specimen) or _is_card(line):
            continue
        weight = len(line.text)
        mass[line.holder] += weight
        for above in line.holder.ancestors:
            if isinstance(above, Element):
                mass[above] += weight
    at = specimen.document.select_one("body")
    if at is None or mass[at] < 20:
        return None
    while True:
        inner = [c for c in at.children if isinstance(c, Element) and mass[c]]
        best = max(inner, key=lambda c: mass[c], default=None)
        single = best is not None and best.tag not in tree.BLOCK and best.select_one("br") is None and not _blocks(best)
        if (
            best is None
            or best.tag in _LEAVES
            or single
            or mass[best] < _SHARE * mass[at]
            or _spills(best)
            or _parted(best, inner)
        ):
            return None if at.tag == "body" and mass[at] < 60 else at
        at = best


def _spills(element: Element) -> bool:
    """Whether its last paragraph stands behind it: ``<font><p>…<p>…</font>``, which parsers part there.

    HTML Standard, 13.2.6.4.7, the adoption agency algorithm: formatting that ends within an open paragraph is begun again in it.
    Of what has a class both parts have it, and are found by it.
    """
    if element.tag not in _FORMATTING or element.attr("class"):
        return False
    behind = element.next_sibling
    while isinstance(behind, Text) and not behind.data.strip():
        behind = behind.next_sibling
    first = next(iter(behind.children), None) if isinstance(behind, Element) else None
    return isinstance(first, Element) and first.tag == element.tag and first.attrs == element.attrs


def _parted(best: Element, inner: Sequence[Element]) -> bool:
    """Whether something stands amid the text and parts it: other elements of the same class have text of the page's own, and no dates.

    An advertisement, a call to subscribe. Posts of a thread have their dates.
    """
    name = best.attr("class")
    twins = [e for e in inner if e.tag == best.tag and e.attr("class") == name] if name and best.tag in _PARTS else []
    if not 2 <= len(twins) <= _MOST_PARTS:
        return False
    return not any(find_dates(line, UTC) for e in twins for line in tree.own_lines(e) if len(line) <= _BESIDE)


_PARTS = frozenset(("div", "section"))
_MOST_PARTS = 4


def _begun_again(first: Element, other: Element) -> bool:
    """Whether an element is what a parser made of one that was to end within an open paragraph."""
    return first.tag in _FORMATTING and other.tag == first.tag and other.attrs == first.attrs


_FORMATTING = frozenset(("b", "big", "em", "font", "i", "small", "strong", "tt", "u"))


def _find_parts(body: Body, common: frozenset[str]) -> None:
    """Text of the articles' own between the headline and the text's element: said nowhere in it, no caption, on a fair share of pages."""
    found: Counter[str] = Counter()
    holders: list[list[Element]] = []
    for s in body.specimens:
        here = _before_text(s, common)
        holders.append(here)
        found.update({selector for element in here if simple(element) for selector in candidates(element)})
    for selector, n in sorted(found.items(), key=lambda item: (-item[1], plainness(item[0]), item[0])):
        if n < max(3, 0.25 * len(body.specimens)):
            break
        right = wrong = several = 0
        said: set[str] = set()
        for s, here in zip(body.specimens, holders, strict=True):
            got = s.document.select(selector)[:6]
            said.update(masked(tree.clean(e.text)) for e in got[:1])
            right += bool(got) and all(e in here for e in got)
            wrong += any(e not in here and not _opens(e, s, common) for e in got)
            several += len(got) > 1 and all(map(beside_picture, got))  # each picture has one: captions
        if (
            right >= max(3, 0.25 * len(body.specimens))
            and wrong <= 0.03 * right
            and not several
            and len(said) > 0.5 * right
        ):
            body.parts[selector] = f"text of the article's own above it, on {right} pages"
            return


def _dated(words: str) -> bool:
    """Whether a line is a date, or two, and little else: ``9:05pm Monday 8th March 2010 (updated 9:40pm)``."""
    found = find_dates(words, UTC) if len(words) <= _STAMPS else []
    return only_date(words) or (bool(found) and len(words) - sum(f.end - f.start for f in found) <= _BESIDE)


_STAMPS = 120
_BESIDE = 40
"""Characters: a line of stamps is no longer, and has no more beside them."""


def _opens(element: Element, s: Specimen, common: frozenset[str]) -> bool:
    """Whether an element may open the text all the same: right before it stands something of the page's own that is no sentence, as a picture."""
    behind = element.next_sibling
    while isinstance(behind, Text) and not behind.data.strip():
        behind = behind.next_sibling
    return behind == s.body and masked(tree.clean(element.text)) not in common and len(element.select("a")) <= 1


def _before_text(s: Specimen, common: frozenset[str]) -> list[Element]:
    """Elements that hold a line of running text between headline and text."""
    if s.body is None:
        return []
    title = "".join(s.title.split())
    headline = False
    said = "".join(s.body.text.split())
    out: list[Element] = []
    for line in s.lines:
        if line.holder == s.body or s.body in line.holder.ancestors:
            break
        bare = "".join(line.text.split())
        if len(bare) >= 4 and (title.startswith(bare) or (bare in title and 2 * len(bare) >= len(title))):
            headline, out = True, []
        elif (
            headline and line.runs and _ENDS.search(line.text) and not line.linked and not _dated(line.text) and masked(line.text) not in common and not _in_card(line, s)
            and _UNLABELLED.sub("", bare)[:24] not in said and line.block.closest("figure, aside, nav, footer") is None and not in_form(line.block)
            and line.block not in s.body.ancestors
        ):  # fmt: skip
            out.append(line.block)
    for element in out[:]:  # a paragraph as all are, in a box that has a name
        box = element.parent
        while isinstance(box, Element) and box not in out and tree.clean(box.text) == tree.clean(element.text):
            out.append(box)
            box = box.parent
    return out


def _blocks(element: Element) -> bool:
    return any(e.tag in tree.BLOCK for e in element.iter_elements())


def _in_card(line: Line, s: Specimen) -> bool:
    """Whether a line is the summary in a card: beside it, in a small box, stands a link with the headline."""
    box = line.block.parent
    for _ in range(2):
        if not isinstance(box, Element) or box.tag in ("body", "html", "p"):
            return False
        if len(box.text) > 3 * len(line.text) + 120:
            return False
        links = [a for a in box.iter_elements("a") if len(said := tree.clean(a.text)) >= 8 and said[:40] not in s.title]
        if line.block.tag == "dd" and _links_above(line.block):
            return True
        if links:
            paragraphs = sum(1 for c in box.children if isinstance(c, Element) and c.tag == line.block.tag)
            own = any(h.select_one("a") is None for h in box.select("h1"))
            return paragraphs <= 2 and line.linked == 0 and not own
        box = box.parent
    return False


def _is_card(line: Line) -> bool:
    """Whether a line is an item of a list that begins with a linked headline: ``<li><a>…</a> summary</li>``."""
    link = line.block.select_one("a") if line.block.tag == "li" and line.linked else None
    words = tree.clean(link.text) if link is not None else ""
    return len(words) >= _HEADLINE and tree.clean(line.block.text).startswith(words)


_HEADLINE = 8  # characters


def _links_above(element: Element) -> bool:
    """Whether the term before a definition is a link and nothing else."""
    term = element.previous_sibling
    while isinstance(term, Text) and not term.data.strip():
        term = term.previous_sibling
    if not isinstance(term, Element) or term.tag != "dt" or (link := term.select_one("a")) is None:
        return False
    return tree.clean(link.text) == tree.clean(term.text)


def _rightness(specimen: Specimen, selector: str) -> float:
    """How right a selector of the text is on a page: 1 where it is the element found, less for what it leaves out or takes in."""
    found = outermost(specimen.document.select(selector)[:50])
    if not found:
        return 0.0
    if found == [specimen.body]:
        return 1.0
    if found[0] == specimen.body and len(found) <= 3 and all(_begun_again(found[0], e) for e in found[1:]):
        return 1.0
    if found[0].tag == "body":  # holds everything on every page
        return -0.5
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

    def shared(body: Body) -> int:
        others = [s for other in bodies if other is not body for s in other.specimens]
        return 0 if body.has else sum(s.document.select_one(body.selector) is not None for s in others)

    bodies[:] = sorted(bodies, key=lambda b: (shared(b), -len(b.specimens)))  # a list is empty while it sorts itself
