"""What asks something of readers within the text: to buy or enlarge a picture beside it, to get the paper's application.

Says the same wherever it stands. Refuses captions and credits, which recur as well, and corrections.
"""

from __future__ import annotations

from collections import defaultdict

from backissue.learn.bodies import Body
from backissue.learn.selectors import plainness, simple
from backissue.learn.specimen import Specimen, beside_picture, masked, says_who_took
from backissue.records.notes import notes_of
from backissue.text.tree import Element

__all__ = ["drop_calls", "is_call"]

_SOME = 3  # articles


def drop_calls(body: Body, pages: list[tuple[Specimen, Element]]) -> None:
    """Links beside pictures, with a name of their own, that say the same on every page: ``購買照片``, ``Enlarge``.

    Above the text, too, for the article's own picture may stand there; beside an icon, which is the same everywhere, they
    are a menu's.
    """
    words: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, set[str]] = defaultdict(set)
    on: dict[str, set[int]] = defaultdict(set)
    for number, (s, _) in enumerate(pages):
        for a in s.document.iter_elements("a"):
            picture = _picture(a) if 0 < len(a.text.strip()) <= _CALL else None
            for name in simple(_whole(a)) if picture is not None else ():
                if picture is not None and name[0] in ".#":
                    words[name].add(masked(a.text))
                    shown[name].add(picture.attr("src") or "")
                    on[name].add(number)
    taken: set[Element] = set()
    for name, numbers in sorted(on.items(), key=lambda item: (-len(item[1]), plainness(item[0]), item[0])):
        least = max(_SOME, 0.03 * len(pages))
        if len(words[name]) > 1 or len(numbers) < least or len(shown[name]) < 0.5 * len(numbers):
            continue
        elements = [e for s, _ in pages for e in s.document.select(name)]
        if not taken.issuperset(elements) and all(_is_link(e) and _picture(e) is not None for e in elements):
            taken.update(elements)
            body.drop[name] = f"a link beside pictures that says the same on {len(numbers)} pages"


def _whole(link: Element) -> Element:
    """A link, or where it has no name the box that holds nothing else."""
    box = link.parent
    if link.attr("class") or not isinstance(box, Element) or box.tag not in _LINKED:
        return link
    return box if box.text.strip() == link.text.strip() else link


def _is_link(element: Element) -> bool:
    """Whether an element is a link, or holds one and nothing else."""
    link = element if element.tag == "a" else element.select_one("a")
    return link is not None and link.text.strip() == element.text.strip()


def _picture(element: Element) -> Element | None:
    """The picture beside an element that has none in itself; in a table also that of a row above its row."""
    if element.select_one("img, amp-img") is not None:
        return None
    row = element.closest("tr")
    return beside_picture(element) or (beside_picture(row) if row is not None else None)


_LINKED = frozenset(("td", "div", "p", "span", "li", "small"))
_CALL = 24
"""Characters: what a link calls one to do is said in fewer."""


def is_call(places: list[tuple[int, Element]], pages: list[tuple[Specimen, Element]]) -> bool:
    """Whether these are one sentence, in three articles or more, however few: what a system asks of readers."""
    first = places[0][1]
    if sum(map(str.isalpha, first.text)) < _CALLING or len({e.text.strip() for _, e in places}) > 1:
        return False
    articles = {pages[n][0].pick.identity for n, _ in places}
    own = any(
        e.tag in _OF_TABLES
        or (e.tag in _HEADINGS and e.attr("id"))
        or e.select_one("img, figure, iframe")
        or beside_picture(e)
        or says_who_took(e)
        for _, e in places
    )
    return len(articles) >= _SOME and not own and not notes_of(first.text, labelled=True)


_OF_TABLES = frozenset(("tr", "td", "th", "thead", "tbody", "caption"))  # articles' tables have the same heads
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))  # an article's own has its words for an id
_CALLING = 10
"""Letters: a dateline, a kind of article or a desk is said in fewer."""
