"""Where title, dates, byline, category and tags stand: the picks on which independent signals agree.

Signals are what the page tells machines, what it shows, its address, and what the paper's
listings say of the same article. A pick is tried on every specimen by the same code that will use it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from backissue import urls
from backissue.learn.selectors import candidates, choose, simple
from backissue.learn.specimen import Specimen, inside
from backissue.pages.mentions import family
from backissue.records.picking import Looker
from backissue.text import tree
from backissue.text.tree import Document, Element

__all__ = ["Learned", "apart", "category", "common_suffix", "letters", "look", "tags", "title"]


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


# Title


def title(specimens: Sequence[Specimen], suffix: str) -> tuple[Learned, list[str]]:
    """Picks for the headline, and the headline of each specimen as letters."""
    wanted = [_headline(s, suffix) for s in specimens]
    targets: list[tuple[Document, Element | None]] = []
    for s, words in zip(specimens, wanted, strict=True):
        elements = [e for text, es in s.small.items() if words and letters(text) == words for e in es]
        elements = [e for e in elements if e.closest("a, nav, aside, li") is None] or elements
        headed = [e for e in elements if e.tag in ("h1", "h2", "h3", "h4")]
        targets.append((s.document, next(iter(headed or elements[-1:]), None)))
    shown = shown_by(specimens)

    def good(i: int, selector: str) -> float:
        found = shown(i, selector)
        return 0.0 if found is None else (1.0 if letters(found) == wanted[i] else -1.0)

    best = choose(targets, good, least=0.8, more=("h1", "h2"))
    learned = Learned()
    if best:
        learned.picks.append(best[0][0])
        learned.evidence = f"the headline that other signals name on {best[0][1]:.0%} of {len(specimens)} pages"
    ends = [""] if not suffix else ["", f" -> ^(.+?){re.escape(suffix)}$", f" -> ^(.+?){_MIDDLE}{re.escape(suffix)}$"]
    for pick in _MACHINE_TITLES[:2]:
        for end in ends:
            there = [(v[0], w) for s, w in zip(specimens, wanted, strict=True) if (v := look(s, "title", pick + end))]
            if len(there) >= 0.3 * len(specimens) and sum(letters(v) == w for v, w in there) >= 0.95 * len(there):
                learned.picks.append(pick + end)
                break
    return learned, wanted


_MIDDLE = r"\s*[|｜\-–—_·»:：]\s*[^|｜\-–—_·»:：]{1,16}"


def _headline(s: Specimen, suffix: str) -> str:
    """The headline that most signals agree on, as letters; a heading that ``<title>`` begins with is one."""
    told = [letters(v.removesuffix(suffix)) for pick in _MACHINE_TITLES for v in look(s, "title", pick)[:1]]
    told.append(letters(s.title.removesuffix(suffix) if suffix else s.title))
    cards = {letters(card.title) for card in s.cards}  # a listing may know a former headline
    headings = {letters(h.text) for h in s.document.select("h1, h2, h3, h4, .title, #title")[:12]}
    votes: Counter[str] = Counter()
    for words in {*told, *cards, *headings}:
        if len(words) < 2:
            continue
        votes[words] += 2 * told.count(words) + (words in cards) + (words in headings)
        votes[words] += sum(
            1.5 for t in told if t != words and t.startswith(words) and len(words) >= max(4, 0.4 * len(t))
        )  # type: ignore[assignment]
        if words not in told and words in headings and not any(t.startswith(words) for t in told):
            votes[words] -= 1
    return max(votes, key=lambda v: (votes[v], len(v), v), default="")


def shown_by(specimens: Sequence[Specimen], *, many: bool = False) -> Callable[[int, str], str | None]:
    """What a selector's first match (``many``: every match) shows on the page of a number, remembered."""
    known: dict[tuple[int, str], str | None] = {}

    def shown(i: int, selector: str) -> str | None:
        if (i, selector) not in known and " -> " in selector:
            known[i, selector] = "、".join(look(specimens[i], "byline" if many else "category", selector)) or None
        elif (i, selector) not in known:
            found = specimens[i].document.select(selector)[: 6 if many else 1]
            words = [w for e in found if (w := tree.clean(e.text[:2000]))]
            known[i, selector] = "、".join(words) or None
        return known[i, selector]

    return shown


# Category


def category(specimens: Sequence[Specimen], labelled: Sequence[str] = ()) -> Learned:
    """Picks for the section: what machines are told, or one of the menu's words standing by the article."""
    told = [
        next(iter(look(s, "category", "ld: articleSection") or look(s, "category", "meta: article:section")), "")
        for s in specimens
    ]
    menu: Counter[str] = Counter()
    for s in specimens:
        menu.update({tree.clean(a.text) for a in s.document.iter_elements("a")})
    labels = {words for words, n in menu.items() if 1 < len(words) <= 24 and n >= 0.5 * len(specimens)}
    usual = {words: Counter(len(s.small.get(words, ())) for s in specimens).most_common(1)[0][0] for words in labels}
    # A menu names every section once on every page; the article's own section stands there once more.
    own = [{words for words in labels if len(s.small.get(words, ())) > usual[words]} for s in specimens]
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

    def good(i: int, selector: str) -> float:
        found = shown(i, selector)
        if found is None:
            return 0.0
        if told[i]:
            return (
                1.0 if found == told[i] else (-0.2 if told[i] in found and len(found) < 2 * len(told[i]) + 4 else -1.0)
            )
        return 0.9 if found in own[i] else (-0.1 if found in labels and not own[i] else -0.8)

    best = [
        b for b in choose(targets, good, least=0.5, more=[*often, *labelled]) if _varies(shown, len(specimens), b[0])
    ]
    learned = Learned()
    if best:
        learned.picks.append(best[0][0])
        learned.evidence = (
            f"one of the menu's words, or what machines are told, on {best[0][1]:.0%} of {len(specimens)} pages"
        )
    for pick in ("ld: articleSection", "meta: article:section"):
        there = [v for s in specimens if (v := look(s, "category", pick))]
        if len(there) >= 0.3 * len(specimens) and len(set(there)) > 1:
            learned.picks.append(pick)
    return learned


def _category_elements(s: Specimen, said: str, labels: set[str]) -> list[Element]:
    """Elements that may be the section, the likeliest first."""
    found: list[tuple[int, int, Element]] = []
    for words in (said,) if said else sorted(labels):
        for element in s.small.get(words, ()):
            if apart(element):
                continue
            parent = element.parent
            around = parent.attr("class") if isinstance(parent, Element) else ""
            hint = _SECTION_HINT.search(f"{element.attr('class') or ''} {around or ''}")
            rank = (2 if hint else 1) - (1 if element.closest("ul, table") is not None and not hint else 0)
            found.append((-rank, len(found), element))
    return [element for _, _, element in sorted(found, key=lambda f: f[:2])]


_SECTION_HINT = re.compile(r"sect|categ|channel|column|crumb|path|label|kicker|topic|rubric|版", re.IGNORECASE)


def _varies(shown: Callable[[int, str], str | None], count: int, selector: str) -> bool:
    values = Counter(v for i in range(count) if (v := shown(i, selector)))
    return count < 6 or (len(values) >= 2 and values.most_common(1)[0][1] <= 0.95 * values.total())


# Tags

_TAG_ADDRESS = re.compile(
    r"/(?:tags?|keywords?|topics?|labels?|hashtags?|kw)(?:/|$|\?|=)|[?&](?:tag|keyword|kw)=", re.IGNORECASE
)
_TAG_HINT = re.compile(
    r"(?:^|[\s_-])(?:tags?|keywords?|kw|kws|labels?|topics?|hashtags?)(?:$|[\s_-])|[a-z](?:Tags?|Keywords?)(?:$|[\s_-])|標籤|关键",
    re.IGNORECASE,
)


def tags(specimens: Sequence[Specimen], labelled: Sequence[str] = ()) -> Learned:
    """Picks for the tags: links to tag pages, or words that machines are told, printed together."""
    told = [_tags_told(s) for s in specimens]
    marks = _tag_addresses(specimens)
    linked = _tag_links(specimens, marks)
    targets = [(s.document, _tag_box(s, words, links)) for s, words, links in zip(specimens, told, linked, strict=True)]
    there = sum(1 for (_, box), links in zip(targets, linked, strict=True) if box is not None or links)
    if there < max(2, 0.1 * len(specimens)):
        picks = [
            p
            for p in ("ld: keywords", "meta: keywords", "meta: news_keywords", "meta: article:tag")
            if _told_often(specimens, p)
        ]
        return Learned(picks[:1], "told to machines only" if picks else "")
    wanted = [
        {letters(tree.clean(a.text)) for a in links} if links else words
        for words, links in zip(told, linked, strict=True)
    ]
    ways = _tag_options(targets, linked, marks) | dict.fromkeys(labelled, 0.0)
    options = [(_agreement(specimens, wanted, targets, pick) + extra, pick) for pick, extra in ways.items()]
    best = max(options, key=lambda o: (round(o[0], 3), -len(o[1]), o[1]), default=(0.0, ""))
    if best[0] < 0.4:
        return Learned()
    values = [v for s in specimens for v in look(s, "tags", best[1])]
    learned = Learned(
        [best[1]],
        f"links to tag pages or the words machines are told, on {sum(1 for s in specimens if look(s, 'tags', best[1]))} of {len(specimens)} pages",
    )
    if values and sum(v.startswith(("#", "＃")) for v in values) >= 0.9 * len(values):
        learned.clean.append("^[#＃]\\s*")
    elif values and sum(v.endswith((",", "，", "、", ";", "；")) for v in values) >= 0.3 * len(values):
        learned.clean.append("[,，、;；]$")
    return learned


def _tag_options(
    targets: Sequence[tuple[Document, Element | None]],
    linked: Sequence[Sequence[Element]],
    marks: Sequence[str],
) -> dict[str, float]:
    """Selectors that may find the tags, with a little extra for the plain ones: within their box, or of the links themselves."""
    out: dict[str, float] = {'a[rel~="tag"]': 0.005}
    boxes = choose(targets, lambda i, selector: _right_box(targets[i], selector), least=0.6)
    inner = Counter(
        e.tag
        for _, box in targets
        if box is not None
        for e in box.iter_elements()
        if e.tag in ("a", "span", "li", "em", "b", "i", "p")
    )
    for selector, score in boxes[:4]:
        for tag in ("a", "li", "span", "em", "b", "i", "p"):
            if inner[tag]:
                out[f"{selector} {tag}"] = 0.01 * score
    own: Counter[str] = Counter()
    for links in linked:
        found: set[str] = set()
        for a in links:
            found.update(simple(a)[:4])
            for mark in marks:
                if mark in (a.attr("href") or ""):
                    found.add(f'a[href*="{mark}"]')
                    for above in itertools.islice(a.ancestors, 5):
                        if isinstance(above, Element) and above.tag not in ("body", "html"):
                            found.update(f'{name} a[href*="{mark}"]' for name in simple(above)[:3])
        own.update(found)
    for selector, n in own.most_common(60):
        if n >= 0.2 * sum(1 for links in linked if links):
            out.setdefault(selector, 0.0)
    return out


def _tag_addresses(specimens: Sequence[Specimen]) -> list[str]:
    """What stands in the addresses of tag pages: the usual words, or what recurring, co-occurring short links share."""
    seen: Counter[str] = Counter()
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    pages: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for s in specimens:
        texts.update({tree.clean(a.text) for a in s.document.iter_elements("a")})
    usual = {words for words, n in texts.items() if n > 0.5 * len(specimens)}  # menus and clouds
    for s in specimens:
        here: Counter[str] = Counter()
        for a in s.document.iter_elements("a"):
            href, words = (a.attr("href") or ""), tree.clean(a.text)
            if found := _TAG_ADDRESS.search(href):
                seen[found.group().rstrip("$")] += 1
                continue
            if words in usual or not 1 < len(words) <= (12 if not words.isascii() else 28) or _AUTHOR_LINK.search(href):
                continue
            if (mark := _address_mark(s, href)) and not apart(a) and not _in_prose(a):
                uses[mark][words] += 1
                here[mark] += 1
        pages.update(here.keys())
    if seen:
        return [mark for mark, n in seen.most_common(2) if n >= 0.2 * seen.total()]
    count = len(specimens)
    good = [
        (uses[mark].total(), mark)
        for mark, n in pages.items()
        if n >= max(3, 0.3 * count) and uses[mark].total() >= 1.5 * n and 6 <= len(uses[mark]) <= 0.7 * uses[mark].total()
    ]  # fmt: skip
    return [max(good)[1]] if good else []


_AUTHOR_LINK = re.compile(
    r"/(?:authors?|writers?|columnists?|reporters?|staff|people|profile|users?|members?)[/=?]", re.IGNORECASE
)


def _address_mark(s: Specimen, href: str) -> str:
    """What addresses of one kind share: all up to the last segment or the query's value; empty for bare and foreign ones."""
    url = urls.original(href.partition("#")[0], s.pick.url)
    if family(urls.host(url)) != family(urls.host(s.pick.url)):
        return ""
    bare = re.sub(r"^https?://[^/]+", "", url)
    if "?" in bare:
        head, _, query = bare.rpartition("?")
        return f"{head.rpartition('/')[2]}?{query.partition('=')[0]}="
    head = bare.rstrip("/").rpartition("/")[0]
    return f"{head}/" if head.strip("/") else ""


def _in_prose(a: Element) -> bool:
    """Whether a link stands in a line that is more than links."""
    at = next((e for e in a.ancestors if isinstance(e, Element) and e.tag in tree.BLOCK), None)
    if at is None:
        return False
    return len(tree.clean(at.text)) > 30 + 2 * sum(len(tree.clean(other.text)) for other in at.iter_elements("a"))


def apart(element: Element) -> bool:
    """Whether an element stands in a menu or in the page's foot; an article's own foot is part of it."""
    if element.closest("nav, header nav") is not None:
        return True
    foot = element.closest("footer")
    return foot is not None and foot.closest("article, main") is None


def _tag_links(specimens: Sequence[Specimen], marks: Sequence[str]) -> list[list[Element]]:
    """Of each page the links to tag pages, without those that stand on most pages (a cloud, a menu)."""
    found: list[list[Element]] = []
    texts: Counter[str] = Counter()
    for s in specimens:
        links = [
            a
            for a in s.document.iter_elements("a")
            if ("tag" in (a.attr("rel") or "").split() or any(m in (a.attr("href") or "") for m in marks))
            and tree.clean(a.text)
            and "category" not in (a.attr("rel") or "").split()
            and not apart(a)
        ]
        found.append(links)
        texts.update({tree.clean(a.text) for a in links})
    cloud = {words for words, n in texts.items() if n >= max(6, 0.6 * len(specimens))}
    return [[a for a in links if tree.clean(a.text) not in cloud] for links in found]


def _told_often(specimens: Sequence[Specimen], pick: str) -> bool:
    values = [v for s in specimens if (v := look(s, "tags", pick))]
    return len(values) >= 0.3 * len(specimens) and len(set(values)) >= max(2, 0.3 * len(values))


def _tags_told(s: Specimen) -> set[str]:
    for pick in ("ld: keywords", "meta: news_keywords", "meta: keywords", "meta: article:tag"):
        if values := look(s, "tags", pick):
            return {letters(v) for v in values} - {""}
    return set()


def _tag_box(s: Specimen, told: set[str], links: list[Element]) -> Element | None:
    """The element that holds the article's tags."""
    if not links and told:
        links = [
            e
            for text, es in s.small.items()
            if letters(text) in told
            for e in es
            if e.closest("head") is None and not apart(e)
        ]
        if len({letters(e.text) for e in links}) < min(2, len(told)):
            links = []
    if not links:
        for text, es in s.small.items():
            for e in es:
                if (
                    len(text) <= 200
                    and _TAG_HINT.search(e.attr("class") or "")
                    and len(e.select("a")) >= 1
                    and not apart(e)
                ):
                    return e
        return None
    at: Element | None = links[0]
    wanted = set(links)
    best = None
    for _ in range(5):
        at = at.parent if at is not None and isinstance(at.parent, Element) else None
        if at is None or at.tag == "body":
            break
        held = [a for a in at.iter_elements() if a in wanted]
        if len(tree.clean(at.text)) > 30 + 2 * sum(len(tree.clean(a.text)) + 3 for a in held):
            break
        best = at
        if len(held) == len(wanted):
            break
    return best


def _right_box(target: tuple[Document, Element | None], selector: str) -> float:
    document, box = target
    found = document.select_one(selector)
    if found is None:
        return 0.0
    if box is None:
        return -0.3
    return 1.0 if found == box else (0.5 if inside(found, (box,)) or inside(box, (found,)) else -1.0)


def _agreement(
    specimens: Sequence[Specimen], wanted: list[set[str]], targets: Sequence[tuple[Document, Element | None]], pick: str
) -> float:
    total = there = 0.0
    for s, words, (_, box) in zip(specimens, wanted, targets, strict=True):
        values = look(s, "tags", pick)
        if box is None and not words and not values:
            continue
        there += 1
        got = {letters(v) for v in values}
        if words:
            total += (
                len(got & words) / max(1, len(got | words)) if got & words else 0.5 * (bool(got) and box is not None)
            )
        elif box is not None and values:
            whole = letters(box.text)
            total += min(1.0, sum(len(g) for g in got) / max(1, len(whole))) * (
                1.0 if len(values) > 1 or len(whole) < 20 else 0.7
            )
        elif values:
            total -= 0.5
    return total / max(1.0, there)
