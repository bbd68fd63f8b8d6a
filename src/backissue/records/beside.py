"""The words beside a picture: which element of a page is its caption, and which says who took it.

Tags and class names say so; pages of old had neither, and there the place and the look of a line decide.
Refuses paragraphs, however near they stand to a picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from backissue.records import figures
from backissue.records.figures import Figure
from backissue.text.tree import Element, Node, Text

__all__ = ["has_picture", "is_boxed_with", "listed", "looks_like_caption", "said", "take"]

_LONGEST = 300
_LONGEST_LINE = 140
_LONGEST_CREDIT = 80
_HIGHEST = 3  # levels up to a box that holds the picture as well
_NO_BOX = frozenset(("p", "body", "html", "article", "main", "section", "ul", "ol"))
_PICTURES = ("img", "amp-img", "p")
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_SMALL = frozenset(("small", "font"))
_SMALLEST = ("1", "-2")
_END = re.compile(r"[\W_]*(?:END|End|end|FIN|The End|完|全文完|本文完|待續|待续|\d+)?[\W_]*")  # marks of a text's end
_ICON = re.compile(r"\s*[1-4]?\d(?:px)?\s*")
_WHOLE = re.compile(r"[。！？!?」』”]\s*$|[a-z]\.\s*$")  # sentences
_MUCH = 0.25
_BREAKS = frozenset(("br", "hr", "wbr"))
_CREDIT_EDGE = " \u3000|/／-–—"


def said(node: Element) -> tuple[bool, bool]:
    """Whether tag or class say that a node is a caption, and whether they say that it is a credit."""
    names = node.attr("class") or ""
    is_caption = node.tag == "figcaption" or bool(names and figures.CAPTION.search(names))
    return is_caption, bool(names and figures.CREDIT.search(names))


def listed(node: Element) -> list[Element]:
    """The items of a list that are each called a caption or a credit: ``<ul><li class=credit>…<li class=caption>…``; else none.

    The caption first, for what stands alone is taken for one.
    """
    items = [c for c in node.children if isinstance(c, Element) and c.text.strip()]
    if not items or not all(any(said(item)) for item in items):
        return []
    return sorted(items, key=lambda item: not said(item)[0])


def has_picture(node: Element) -> bool:
    """Whether a picture stands in a node, which is the box of another picture then, and no caption; icons are none."""
    return any(
        figures.of_image(e, lambda _: "https:") is not None and not _ICON.fullmatch(e.attr("width") or "")
        for e in node.iter_elements(("img", "amp-img"))
        if not figures.picture_words(e)
    )


def is_boxed_with(node: Element, figure: Figure | None, picture: Element | None, roots: Collection[Node]) -> bool:
    """Whether a block stands with the picture before it in a box that has little else, or says again what its ``alt`` says.

    ``roots`` are the body's own nodes, which are no such box.
    """
    words = node.text.strip()
    if figure is None or picture is None or not words or len(words) > _LONGEST:
        return False
    if figure.caption and words.startswith(figure.caption):
        return isinstance(node.parent, Element) and picture in node.parent.iter_elements(picture.tag)
    at: Node | None = node.parent
    for _ in range(_HIGHEST):
        if not isinstance(at, Element) or at.tag in _NO_BOX or at in roots:
            return False
        if picture in at.iter_elements(picture.tag):
            break
        at = at.parent
    if not isinstance(at, Element) or picture not in at.iter_elements(picture.tag):
        return False
    if node.tag == "p" and (not node.attr("class") or len(words) > _LONGEST_LINE):  # a paragraph beside its picture
        return False
    called = [e for e in at.iter_elements(_PICTURES) if e != node and any(said(e))]  # what is called its caption
    others = [
        e
        for e in at.iter_elements(_PICTURES)
        if e != node
        and e not in called
        and picture not in e.iter_elements(picture.tag)
        and (e == picture or e.closest("noscript") is None)
        and (e == picture or e.tag == "p" or figures.of_image(e, lambda _: "https:") is not None)  # no spacer
    ]
    return len(at.text.strip()) <= len(words) + sum(len(e.text) for e in called) + 80 and len(others) == 1


def looks_like_caption(node: Element, figure: Figure | None = None) -> bool:
    """Whether a line below a picture is made to look like its caption: in the middle, or small or grey as a whole, and not bold.

    Of a ``figure`` that has its caption only who took it can still be said.
    """
    words = node.text.strip()
    if not 2 <= len(words) <= _LONGEST_LINE or _END.fullmatch(words):
        return False
    told = figure is not None and figure.settled
    if told and (len(words) > _LONGEST_CREDIT or _WHOLE.search(words)):
        return False
    if isinstance(node.parent, Element) and node.parent.tag in _BOLD and (told or node.attr("size") not in _SMALLEST):
        return False  # a heading between paragraphs
    style = (node.attr("style") or "").replace(" ", "").lower()
    middle = (node.attr("align") or "").lower() == "center" or "text-align:center" in style or node.tag == "center"
    inner = [e for e in (node, *node.iter_elements()) if e.tag in _BOLD or e.tag in _SMALL]
    if any(e.tag in _BOLD and len(e.text.strip()) > 0.5 * len(words) for e in inner):
        return False
    small = any(
        (e.tag == "small" or e.attr("color") or e.attr("size") in ("1", "2", "-1", "-2")) and e.text.strip() == words
        for e in inner
    )
    return (middle or small) and not _is_usual(node)


def _is_usual(node: Element) -> bool:
    """Whether much of what stands beside a node looks as it does and stands below no picture, so that its look says nothing."""
    words = node.text.strip()
    for _ in range(_HIGHEST):
        if isinstance(node.parent, Element) and node.parent.text.strip() == words:
            node = node.parent
    if node.parent is None:
        return False
    look, alike, before = _look(node), 0, node.parent
    for other in node.parent.children:
        if not isinstance(other, Element) or other.tag in _BREAKS:
            continue
        if (
            other != node
            and other.tag == node.tag
            and before.select_one("img, amp-img") is None
            and _look(other) == look
        ):
            alike += len(other.text.strip())
        before = other
    return alike > max(2 * len(words), _MUCH * len(node.parent.text))


def _look(node: Element) -> list[tuple[str, object]]:
    """Tags and attributes of an element, and of those in it that hold all it says."""
    out: list[tuple[str, object]] = []
    at: Element | None = node
    while at is not None:
        out.append((at.tag, {name: value for name, value in at.attrs.items() if name != "id"}))
        inner = [c for c in at.children if not (isinstance(c, Text) and not c.data.strip())]
        at = inner[0] if len(inner) == 1 and isinstance(inner[0], Element) else None
    return out


_COUNT = re.compile(r"[（(\[]?\s*\d{1,3}\s*[/／]\s*\d{1,3}\s*[）)\]]?")
"""Which of how many pictures it is: ``2/5``."""
_NUMBER = re.compile(r"\d{1,2}[.)．、]?")
"""The number of a picture in an element of its own, before its caption."""


def take(figure: Figure, node: Element, words_of: Callable[[Element], str]) -> bool:
    """Write a node's words into the figure as what :func:`said` tells, or else as what is still wanting; False where nothing is."""
    is_caption, is_credit = said(node)
    words = words_of(node)
    if _COUNT.fullmatch(words):
        return True
    first = next(iter(node.children), None) if words[:1].isdigit() else None
    if isinstance(first, Element) and _NUMBER.fullmatch(number := first.text.strip()):
        words = words.removeprefix(number).lstrip()
    if is_credit and not is_caption:
        figure.credit = figure.credit or words
        return True
    if figure.settled and words == figure.caption:  # the same picture, shown twice in a row
        return True
    if figure.settled and words and not is_caption and not figure.credit and len(words) <= _LONGEST_CREDIT:
        figure.credit = words
        return True
    if figure.settled and words and (node.tag == "figcaption" or (is_caption and not figure.named)):
        figure.credit, figure.settled = figure.credit or figure.caption, False  # what stood there said who took it
    if figure.settled or not words:
        return not words
    for part in node.select("[class]") if len(node) > 1 or type(node.children[0]) is Element else ():
        if figures.CREDIT.search(part.attr("class") or "") and (credit := words_of(part)) != words:
            figure.credit = credit
            words = words.removesuffix(credit).rstrip(_CREDIT_EDGE) if words.endswith(credit) else words
    figure.caption, figure.settled, figure.named = words, True, is_caption
    return True
