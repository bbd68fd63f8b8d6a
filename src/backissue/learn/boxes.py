"""Blocks within the articles' text that are not theirs: sign-up calls, author boxes, related lists, cards, contents.

What recurs from page to page is the template's; what only leads to other articles, or to places of its own page, is no
text. Becomes selectors to drop. Pictures, tables and quotations are never taken for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from backissue import urls
from backissue.learn.bodies import Body
from backissue.learn.calls import drop_calls, is_call
from backissue.learn.selectors import candidates, plainness, simple
from backissue.learn.specimen import Specimen, beside_picture, boilerplate, masked, says_who_took
from backissue.pages.mentions import family
from backissue.records import figures
from backissue.records.beside import said
from backissue.records.live import ENOUGH, is_time
from backissue.records.notes import notes_of
from backissue.text import tree
from backissue.text.tree import Element

__all__ = ["DAY", "drop_boxes"]

DAY = re.compile(
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[:：]\d{2}"
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


def drop_boxes(body: Body, pages: list[tuple[Specimen, Element]], is_article: Callable[[str], bool]) -> None:
    """Selectors of elements within the text whose words recur, or which only lead to other articles.

    ``is_article`` says of an address whether the paper's articles have its form.
    """
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
            for name in [*simple(element)[:7], *bare, *_behind(element)]:
                if name in _KEPT or name in ("article", "main", "h1", "h2", "h3", "time"):
                    continue
                where[name].append((number, element))
                seen.add(name)
    _drop_heads(body, pages)
    _drop_contents(body, pages)
    drop_calls(body, pages)
    common = boilerplate([s for s, _ in pages], 0.1)
    own = [[x.block for x in s.lines if x.runs and masked(x.text) not in common] for s, _ in pages]
    found: dict[str, tuple[str, list[tuple[int, Element]]]] = {}
    for selector, places in where.items():
        numbers = {n for n, _ in places}
        if len(numbers) < 2:
            continue
        nameless = not any(mark in selector for mark in ".#[") or _LOOK.search(selector) is not None
        why = (
            (
                ""
                if _pictured(places, pages, is_article)
                else _is_junk(places, pages, own, sure=_NAMELESS if nameless else 0.6)
            )
            or _comments(selector, places, pages)
            or ("" if nameless else _repeats(places, pages))
        )
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


_LOOK = re.compile(r"\[(?:size|color|bgcolor|width|align|valign|face|style|cellpadding|border)=")
"""How letters or boxes are made to look names none of them: captions and headings look as menus do."""


def _behind(element: Element) -> list[str]:
    """Selectors of a list without names by what stands before it, by its name or as a heading: ``.subhead + ul``, ``h4 + ul``."""
    before = element.previous_sibling if element.tag in ("ul", "ol") and not simple(element) else None
    while before is not None and not isinstance(before, Element):
        before = before.previous_sibling
    if not isinstance(before, Element):
        return []
    names = [name for name in simple(before)[:3] if name[0] in ".#"]
    if not names and before.tag in _HEADINGS:
        names = [before.tag]
    return [f"{name} + {element.tag}" for name in names]


def _drop_heads(body: Body, pages: list[tuple[Specimen, Element]]) -> None:
    """Selectors of what stands within the text's element before the headline: a menu, the way to the page."""
    found: Counter[str] = Counter()
    before: list[set[Element]] = []
    for s, root in pages:
        here = _above_headline(s, root)
        before.append(here)
        found.update({c for e in here for c in candidates(e)})
    for selector, n in sorted(found.items(), key=lambda item: (-item[1], plainness(item[0]), item[0])):
        if n < max(3, 0.5 * len(pages)):
            break
        if all(e in above for (_, root), above in zip(pages, before, strict=True) for e in root.select(selector)):
            got = {e for (_, root) in pages for e in root.select(selector)}
            before = [above - got for above in before]
            if got and any(e in above for e in got for above in before) is False:
                body.drop[selector] = f"stands before the headline on {n} pages"


def _above_headline(s: Specimen, root: Element) -> set[Element]:
    """Children of the text's element that end before the headline begins; none where the headline stands elsewhere."""
    title = "".join(s.title.split())
    children = [c for c in root.children if isinstance(c, Element) and tree.clean(c.text)]
    for at, child in enumerate(children[:12]):
        for e in (child, *child.iter_elements(("h1", "h2", "h3", "h4", "b", "font", "div", "p", "td"))):
            bare = "".join(e.text.split())
            if len(bare) >= 4 and title.startswith(bare):
                return set(children[:at])
    return set()


def _drop_contents(body: Body, pages: list[tuple[Specimen, Element]]) -> None:
    """Lists that lead to places of their own page: tables of contents. Footnotes have words of their own."""
    for selector in ('ul:has(a[href^="#"])', 'ol:has(a[href^="#"])'):
        found = [e for _, root in pages for e in root.select(selector)]
        held = [
            sum(len(a.text.strip()) for a in e.select('a[href^="#"]')) >= 0.9 * len(tree.clean(e.text)) for e in found
        ]
        if len(found) >= 2 and all(held):
            body.drop[selector] = f"leads to places of its own page, {len(found)} times"


def _size(places: list[tuple[int, Element]]) -> int:
    return sum(len(e.text) for _, e in places)


def _is_junk(
    places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]], own: list[list[Element]], *, sure: float
) -> str:
    """Why the elements of one selector are no part of the text, or an empty string; ``sure`` is the share that must recur."""
    on = len({n for n, _ in places})
    count = len(pages)
    texts = [masked(e.text) for _, e in places]
    if sure < _NAMELESS and is_call(places, pages):
        return f"the same sentence on {on} pages, and nothing else under that name"
    lists = _linked_lists(places)
    boxed = not lists and on >= 2 and _linked_boxes(places, pages)
    cards = boxed or (not lists and on >= 2 and _cards(places, pages))
    constant = len(set(texts)) == 1 and on >= max(5, 0.5 * count)
    if all(e.tag in _KEPT or e.tag == "figure" for _, e in places) and not lists and not cards and not constant:
        return ""
    if not boxed and any(e.tag in ("figure", "figcaption") or e.closest("figure") is not None for _, e in places):
        return ""
    filled = [t for t in texts if t]
    if not filled or sum(says_who_took(e) for _, e in places) >= 0.9 * len(places):
        return ""
    if len(places) >= ENOUGH * on and all(map(is_time, (e.text for _, e in places))):
        return ""  # a live blog's times
    if (
        sum(bool(notes_of(e.text, labelled=True)) for _, e in places) >= 0.5 * len(places)
        and len(set(texts)) > 0.5 * on
    ):
        return ""  # corrections, each its own
    by_text: dict[str, set[int]] = defaultdict(set)
    for (n, _), t in zip(places, texts, strict=True):
        if t:
            by_text[t].add(n)
    top = max(len(ns) for ns in by_text.values())
    if on >= 3 and top >= max(3, 0.3 * count):
        share = sum(len(ns) for ns in by_text.values() if len(ns) >= 2) / sum(len(ns) for ns in by_text.values())
        alone = {t for t, ns in by_text.items() if len(ns) == 1}
        single = [place for place, t in zip(places, texts, strict=True) if t in alone]
        if share >= sure and not (
            _holds_own(e for _, e in single) or _own_headings(single, pages, own) or _captioned(single)
        ):
            return f"the same words on {top} of {count} pages"
    if lists and on >= 2:
        return f"nothing but links, on {on} of {count} pages"
    if cards:
        return f"other articles' headlines and summaries, on {on} of {count} pages"
    once = len(places) <= 1.1 * on
    edge = sum(_at_edge(pages[n][1], e, own[n]) for n, e in places) >= 0.9 * len(places)
    if once and edge and on >= 3 and not _own_pictures(places, pages) and (alike := _alike(filled)) >= 0.4:
        return f"one form of words ({alike:.0%} shared) at the text's end, on {on} of {count} pages"
    return ""


_NAMELESS = 0.98
"""The share of what has no name of its own that must recur."""


def _holds_own(elements: Iterable[Element]) -> bool:
    """Whether some of these hold what no template makes: a picture with its caption, a list without links, a quotation, a correction."""
    return any(
        notes_of(e.text, labelled=True)
        or e.select_one("figure:has(img), blockquote") is not None
        or any(found.select_one("a") is None for found in e.select("ul, ol"))
        for e in elements
    )


def _captioned(places: list[tuple[int, Element]]) -> bool:
    """Whether on three pages or more these are each a picture of its own with words that a name calls its caption or credit."""
    shown = {
        picture.attr("src") or picture.attr("data-src"): n
        for n, e in places
        if (picture := e.select_one("img, amp-img")) is not None
        and any(c.text.strip() and any(said(c)) for c in e.iter_elements(_CAPTIONS))
    }
    return len(set(shown.values())) >= _SOME


_CAPTIONS = ("p", "div", "span", "figcaption", "dd", "em", "small")


def _own_headings(
    places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]], own: list[list[Element]]
) -> bool:
    """Whether among these are headings amid the articles' own text, on three pages or more."""
    on = {
        n
        for n, e in places
        if e.tag in _HEADINGS and e.select_one("a") is None and not _at_edge(pages[n][1], e, own[n])
    }
    return len(on) >= _SOME and len(on) >= 0.5 * len({n for n, _ in places})


_SOME = 3


def _pictured(
    places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]], is_article: Callable[[str], bool]
) -> bool:
    """Whether among these are pictures of the article with linked captions: each has a page of its own, which is no article."""
    found = [e for n, e in places if _is_linked_picture(e, pages[n][0].pick.url, is_article)]
    return len(found) >= max(2, 0.02 * len(places)) and len({e.text for e in found}) > 0.5 * len(found)


def _is_linked_picture(element: Element, url: str, is_article: Callable[[str], bool]) -> bool:
    links = {a.attr("href") or "" for a in element.iter_elements("a")}
    if len(links) != 1 or element.select_one("img") is None or not element.text.strip():
        return False
    target = urls.original(next(iter(links)), url)
    return family(urls.host(target)) == family(urls.host(url)) and not is_article(target)


def _own_pictures(places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]]) -> bool:
    """Whether most of these hold a picture each or stand beside one, every one another: the articles' own, and their captions."""
    shown = [
        figure.url
        for n, e in places
        if (picture := e.select_one("img, amp-img") or beside_picture(e)) is not None
        and (figure := figures.of_image(picture, partial(urls.original, base=pages[n][0].pick.url))) is not None
    ]
    return len(shown) >= max(3, 0.5 * len(places)) and len(set(shown)) >= 0.9 * len(shown)


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
    """Whether nearly all words of these elements lie in links, several or with a heading before them that recurs."""
    shares = []
    headings = Counter(heading for _, e in places if (heading := _heading(e)))
    usual = {h for h, n in headings.items() if n >= max(3, 0.3 * len(places))}
    many = headed = 0
    for _, element in places:
        links = list(element.iter_elements("a"))
        inside = len(_letters("".join(a.text for a in links)))
        heading = _heading(element)
        whole = len(_letters(DAY.sub("", element.text))) - (len(_letters(heading)) if heading in usual else 0)
        marked = sum(
            len(_letters(DAY.sub("", h.text)))
            for h in element.iter_elements(("h2", "h3", "h4", "h5", "time", "strong"))
            if h.select_one("a") is None and h.closest("a") is None and tree.clean(h.text) != heading
        )
        shares.append(min(1.0, (inside + marked) / max(1, whole)) if inside else 0.0)
        many += len(links) >= 2
        headed += bool(links) and heading in usual
    own = sum(share < 0.5 and len(_letters(e.text)) > 12 for share, (_, e) in zip(shares, places, strict=True))
    if own > 0.02 * len(shares):
        return False
    shares.sort()
    return bool(shares) and shares[len(shares) // 2] >= 0.85 and max(many, headed) >= 0.5 * len(places)


def _repeats(places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]]) -> str:
    """Why elements are but quotations of the text they stand in: all they say stands in it once more; or an empty string."""
    on = {n for n, _ in places}
    if len(on) < 3 or len(places) > 3 * len(on) or any(len(e.text) > 400 or e.tag in _TABLE for _, e in places):
        return ""
    twice = telling = 0
    whole: dict[int, str] = {}
    for n, element in places:
        if n not in whole:
            whole[n] = "".join(_WORDS.findall(pages[n][1].text))
        words = "".join(_WORDS.findall(_LABEL.sub("", element.text)))
        again = whole[n].count(words) >= 2
        twice += again and len(words) >= _SAYING
        telling += again and len(words) >= _TELLING
    return (
        f"repeats words of the text, on {len(on)} pages"
        if twice >= 0.95 * len(places) and telling >= 0.7 * len(places)
        else ""
    )


_WORDS = re.compile(r"\w+")
_LABEL = re.compile(r"^\s*[^\s:：。，]{1,8}\s*[:：]\s*")
"""``摘要：``, ``Summary:``."""
_SAYING, _TELLING = 4, 8  # letters
_TABLE = frozenset(("td", "th", "tr", "table", "li", "figure", "figcaption", "img"))
_COMMENTS = re.compile(
    r"(?:^|[.#_-])(?:[a-z]+-)?(?:comments?|commentlist|comment-?list|respond|disqus|replies|trackbacks?|guestbook)(?:$|[_-])",
    re.IGNORECASE,
)


def _comments(selector: str, places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]]) -> str:
    """Why elements are what readers wrote below the text, by their name and by how little of it they are; or an empty string."""
    if not _COMMENTS.search(selector):
        return ""
    within: Counter[int] = Counter()
    for n, element in places:
        within[n] += len(element.text)
        if element.select_one("h1") is not None:
            return ""
    small = sum(size <= 0.6 * len(pages[n][1].text) for n, size in within.items())
    return f"what readers wrote, by its name, on {len(within)} pages" if small >= 0.8 * len(within) else ""


def _heading(element: Element) -> str:
    """The words of an element before its first link, if they are few: what a list is called."""
    first = element.select_one("a")
    if first is None:
        return ""
    before = tree.clean(element.text.partition(first.text)[0]) if first.text.strip() else ""
    return before if 2 <= len(before) <= 24 else ""


def _letters(words: str) -> str:
    return _NO_LETTER.sub("", words)


_NO_LETTER = re.compile(r"[\W\d_]+")


def _cards(places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]]) -> bool:
    """Whether each of these elements shows another article: its headline, linked and in a line of its own, and no more than a summary."""
    if any(e.tag == "p" or len(e.text) > 420 for _, e in places):
        return False
    right = 0
    for n, element in places:
        s, _ = pages[n]
        own = urls.key(s.pick.url)
        for a in element.iter_elements("a"):
            words = tree.clean(a.text)
            line = a.parent if isinstance(a.parent, Element) and a.parent.tag in _LINES else a
            least = 2 if line.tag in _HEADINGS else 20 if words.isascii() else 8
            if len(words) >= least and tree.clean(line.text) == words and line.tag != "p":
                url = urls.original(a.attr("href") or "", s.pick.url)
                if family(urls.host(url)) == family(urls.host(s.pick.url)) and urls.key(url) != own:
                    right += len(element.select("p")) <= 2 and len(element.text) <= 2 * len(words) + 200
                    break
    return right >= 0.9 * len(places)


def _linked_boxes(places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]]) -> bool:
    """Whether each of these elements is one link to another article of the paper, around a box of several parts."""
    for n, element in places:
        s, _ = pages[n]
        whole = len(_letters(element.text))
        around = next((a for a in element.iter_elements("a") if len(_letters(a.text)) >= 0.85 * whole), None)
        if (
            around is None
            or not 8 <= whole <= 420
            or around.select_one("div, p, h2, h3, h4, h5, time, span, img") is None
        ):
            return False
        url = urls.original(around.attr("href") or "", s.pick.url)
        if family(urls.host(url)) != family(urls.host(s.pick.url)) or urls.key(url) == urls.key(s.pick.url):
            return False
    return True


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINES = _HEADINGS.union(("div", "li", "dt", "dd", "strong", "b", "td"))
