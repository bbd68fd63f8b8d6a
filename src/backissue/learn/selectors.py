"""Selectors that people would write for an element, and how well each does over many pages.

Names that look like a page's own number or a build's hash are not used. Refuses
to be clever about one page: a selector is as good as the pages it is right on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from backissue.text.tree import Document, Element

__all__ = ["candidates", "choose", "escape", "plainness", "simple"]

_PASSING = re.compile(
    r"(?:^|[-_]|[a-z]{3})\d{4,}(?:$|[-_])|\d{6,}|^[a-z]{1,2}\d{3,}$|^(?:active|first|last|odd|even|clearfix|show|hide|hidden|left|right)$"
)
_PLAIN_NAME = re.compile(r"-?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*")
_WAY = 14  # steps from body to an element without names, at most; tables in tables are that deep
_ATTRIBUTES = ("itemprop", "role", "rel", "data-role", "data-testid", "data-type")


@lru_cache(maxsize=8192)
def escape(name: str) -> str:
    """A class name or id as CSS writes it."""
    if _PLAIN_NAME.fullmatch(name):
        return name
    return "".join(
        c if re.match(r"[\w-]", c) and not (i == 0 and c.isdigit()) else f"\\{ord(c):x} " for i, c in enumerate(name)
    )


def simple(element: Element) -> list[str]:
    """Selectors of the element by its own names, the plainest first: ``.body``, ``#main``, ``div.body.text``."""
    out: list[str] = []
    names = [n for n in (element.attr("class") or "").split() if not _PASSING.search(n)]
    out += [f".{escape(n)}" for n in names[:6]]
    name = element.attr("id")
    if name and not _PASSING.search(name) and not any(c.isspace() for c in name):
        out.append(f"#{escape(name)}")
    out += [f"{element.tag}.{escape(n)}" for n in names[:4]]
    if len(names) > 1:
        out.append("".join(f".{escape(n)}" for n in names[:4]))
    for attribute in _ATTRIBUTES:
        value = element.attr(attribute)
        if value and len(value) < 40 and '"' not in value and "\\" not in value:
            out.append(f'{element.tag}[{attribute}="{value}"]')
    if element.tag in ("article", "main", "h1", "h2", "h3", "time"):
        out.append(element.tag)
    if not out and element.attrs:
        out += _by_looks(element)
    return out


_LOOKS = ("size", "color", "bgcolor", "width", "align", "valign", "face", "style", "cellpadding", "border")


def _by_looks(element: Element) -> list[str]:
    """Selectors by how the element is made to look, where that is all it has: ``font[size="3"]``, as pages of old had."""
    pairs = []
    for attribute in _LOOKS:
        value = element.attr(attribute)
        if value and len(value) < 40 and '"' not in value and "\\" not in value:
            pairs.append(f'[{attribute}="{value}"]')
    out = [f"{element.tag}{pair}" for pair in pairs]
    if len(pairs) > 1:
        out.append(element.tag + "".join(pairs[:3]))
    return out


def candidates(element: Element, *, beside: bool = False) -> list[str]:
    """Selectors that find the element, by its own names or by those of the elements around it (``beside``: and before it)."""
    if element.tag == "body":
        return ["body"]
    own = simple(element)
    out = list(own)
    chain = element.tag
    nth = _nth(element)
    if nth is not None and own:
        out.append(f"{own[0]}:nth-of-type({nth})")
    tails = [element.tag] if nth is None else [element.tag, f"{element.tag}:nth-of-type({nth})"]
    if nth == 1:
        tails.append(f"{element.tag}:first-child")
    at = element.parent
    for depth in range(6):
        if not isinstance(at, Element) or at.tag == "html":
            break
        near = simple(at)[:5]
        for name in near:
            if depth == 0:
                out += [f"{name} > {tail}" for tail in tails]
                if element.parent is not None and _only_last(element):
                    out.append(f"{name} > {element.tag}:last-of-type")
            elif depth <= 3:
                out.append(f"{name} > {chain}")
            out += [f"{name} {tail}" for tail in own[:3]]
            if depth and not own:
                out.append(f"{name} {element.tag}")
            if depth and nth is not None:
                out.append(f"{name} {element.tag}:nth-of-type({nth})")
        chain = f"{at.tag} > {chain}"
        at = at.parent
    before = element.previous_sibling if beside else None
    while before is not None and not isinstance(before, Element):
        before = before.previous_sibling
    if isinstance(before, Element):
        for name in [*simple(before)[:3], before.tag]:
            out += [f"{name} + {tail}" for tail in (own[:1] or [element.tag])]
            if own:
                out.append(f"{name} + {element.tag}")
            out.append(f"{name} ~ {element.tag}")
    named = element.attr("class") or element.attr("id") or any(element.attr(a) for a in _ATTRIBUTES)
    if not named or element.tag in ("td", "th"):  # a cell's class is often but its letters' size
        out += _places(element)
    if beside or (element.tag == "td" and not named):
        out += _rows(element, own)
    return list(dict.fromkeys(out))


def _rows(element: Element, own: Sequence[str]) -> list[str]:
    """Selectors of a cell by what stands in the row above its own: ``tr:has(.headline) + tr > td:first-child``."""
    row = element.parent
    above = row.previous_sibling if element.tag == "td" and isinstance(row, Element) and not simple(row) else None
    while above is not None and not isinstance(above, Element):
        above = above.previous_sibling
    if not isinstance(above, Element):
        return []
    nth = _nth(element)
    tails = [*own[:1], element.tag if nth is None else f"td:nth-of-type({nth})"]
    names = [name for cell in list(above.iter_elements())[:6] for name in simple(cell)[:2] if name[0] in ".#"]
    return [f"tr:has({name}) + tr > {tail}" for name in dict.fromkeys(names) for tail in tails]


def _places(element: Element) -> list[str]:
    """Selectors by place alone, for pages whose elements have no names: ``td > div:nth-of-type(2)``, and the whole way from ``body``."""
    steps: list[tuple[str, str]] = []
    at: object = element
    while isinstance(at, Element) and at.tag not in ("html", "body") and len(steps) < _WAY:
        nth = _nth(at)
        steps.append((at.tag, at.tag if nth is None else f"{at.tag}:nth-of-type({nth})"))
        at = at.parent
    out: list[str] = []
    for length in range(2, min(len(steps), 5) + 1):
        plain = [tag for tag, _ in reversed(steps[:length])]
        exact = [place for _, place in reversed(steps[:length])]
        out.append(" > ".join(plain))
        out.append(" > ".join([*plain[:-1], exact[-1]]))
        out.append(" > ".join([*plain[:-2], *exact[-2:]]))
        out.append(" > ".join(exact))
    if steps and isinstance(at, Element) and at.tag == "body":
        out.append("body > " + " > ".join(place for _, place in reversed(steps)))
    return out


def choose(
    wanted: Sequence[tuple[Document, Element | None]],
    good: Callable[[int, str], float],
    *,
    least: float = 0.5,
    more: Iterable[str] = (),
    beside: bool = False,
) -> list[tuple[str, float]]:
    """The selectors that do best, with their scores, the best first.

    ``wanted`` are pages with the element looked for (None where it is not there);
    ``good`` says how right a selector is on the page of that number, -1 to 1. Candidates come from the wanted elements;
    only those that stand on a fair share of the pages are tried.
    """
    counted: Counter[str] = Counter()
    for _, element in wanted:
        if element is not None:
            counted.update(candidates(element, beside=beside))
    there = sum(1 for _, element in wanted if element is not None)
    tried = [s for s, n in counted.most_common(120) if n >= 0.2 * there]
    have = frozenset(tried)
    tried += [s for s in more if s not in have]
    scored = []
    for selector in tried:
        total = sum(good(i, selector) for i in range(len(wanted)))
        score = total / max(1, there)
        if score >= least:
            scored.append((selector, round(score, 4)))
    return sorted(scored, key=lambda pair: (-pair[1], plainness(pair[0]), pair[0]))


def plainness(selector: str) -> tuple[int, int]:
    """How plain a selector is; smaller is plainer."""
    steps = len(selector.split())
    odd = selector.count(":nth") * 3 + selector.count(":last") * 2 + selector.count("[")
    bare = not any(mark in selector for mark in ".#[")
    return steps + odd + bare, len(selector)


def _nth(element: Element) -> int | None:
    """Its place among its siblings of the same tag, from 1; None where it is the only one."""
    parent = element.parent
    if parent is None:
        return None
    same = [e for e in parent.children if isinstance(e, Element) and e.tag == element.tag]
    if len(same) < 2 or same.index(element) > 12:
        return None
    return same.index(element) + 1


def _only_last(element: Element) -> bool:
    parent = element.parent
    if parent is None:
        return False
    same = [e for e in parent.children if isinstance(e, Element) and e.tag == element.tag]
    return len(same) > 1 and same[-1] == element
