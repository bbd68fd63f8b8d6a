"""Characters that no reader was meant to see, and e-mail addresses that only browsers were.

Control characters, zero-width and direction marks go, with a finding that
counts them; private-use characters and lost bytes stay, with a finding. An
address behind an e-mail shield is decoded where the page holds the data.
Refuses to mend what cannot be proven.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

from backissue.text.markdown import FUSSY, squeeze
from backissue.text.tree import BLOCK, Element, Node, Text, hidden

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SHIELDED", "any_of", "count", "odd", "printed", "scrub", "signs", "unshield"]

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
_ZERO_WIDTH = "\u00ad\u200b\u2060\ufeff"  # joiners (U+200C, U+200D) make emoji and Persian, and stay
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_GOES = re.compile(f"[{_CONTROL}{_ZERO_WIDTH}{_DIRECTION}]")
_GOES_BUT_DIRECTION = re.compile(f"[{_CONTROL}{_ZERO_WIDTH}]")
_ODD = re.compile(f"[{_CONTROL}{_ZERO_WIDTH}{_DIRECTION}\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_ODD_ASCII = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

SHIELDED = "[email protected]"
"""What an e-mail shield leaves on the page where its script did not run (the space is a no-break one there)."""


def odd(text: str) -> bool:
    """Whether ``text`` has any of them."""
    if len(text) < 100 and text.isprintable() and "\ufffd" not in text:  # no other of them counts as printable
        return False
    return (not text.isascii() and _ODD.search(text) is not None) or _ODD_ASCII.search(text) is not None


def signs(text: str) -> tuple[list[str], bool]:
    """Which of Markdown's ``FUSSY`` signs ``text`` has, and whether it has odd characters.

    Long texts are looked at in numpy, fifteen times as fast as by patterns.
    """
    if len(text) < 400:
        return [sign for sign in FUSSY if sign in text], _ODD.search(text) is not None
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    met = int(np.bitwise_or.reduce(_traits().take(units)))
    found = [sign for i, sign in enumerate(FUSSY) if met >> i & 1 and (len(sign) == 1 or sign in text)]
    return found, bool(met & _HAS_ODD) and _ODD.search(text) is not None


def any_of(signs: Sequence[str]) -> Callable[[str], object] | None:
    """What asks of a text whether it has any of ``signs``; None where there are none to look for."""
    match signs:
        case []:
            return None
        case [only]:
            return lambda text: only in text
        case [one, other]:
            return lambda text: one in text or other in text
        case [one, other, third]:
            return lambda text: one in text or other in text or third in text
    return re.compile("|".join(map(re.escape, signs)) if "  " in signs else f"[{re.escape(''.join(signs))}]").search


_HAS_ODD = 1 << 15


@cache
def _traits() -> NDArray[np.uint16]:
    """For each UTF-16 unit a bit for each of ``FUSSY`` that begins with it, and the last bit where it is odd,
    or half of a private-use character of the last two planes.
    """
    import numpy as np

    halves = range(0xDB80, 0xDC00)
    table = np.array([_HAS_ODD * (c in halves or bool(_ODD.match(chr(c)))) for c in range(0x10000)], dtype=np.uint16)
    for i, sign in enumerate(FUSSY):
        table[ord(sign[0])] |= 1 << i
    return table


def count(text: str, into: Counter[str]) -> None:
    """Add how many odd characters ``text`` has to ``into``: control, zero-width, direction, private-use, lost."""
    for char, times in Counter(_ODD.findall(text)).items():
        if char == "\ufffd":
            into["lost"] += times
        elif char in _ZERO_WIDTH:
            into["zero-width"] += times
        elif char >= "\ue000" and char not in "\ufffe\uffff":
            into["private-use"] += times
        elif char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
            into["direction"] += times
        else:
            into["control"] += times


def scrub(text: str) -> str:
    """``text`` without what goes; direction marks stay where letters run right to left."""
    return (_GOES_BUT_DIRECTION if _RIGHT_TO_LEFT.search(text) else _GOES).sub("", text)


def printed(node: Node, drops: Collection[Element] = ()) -> str:
    """The visible text of ``node`` without ``drops`` in one line, to the letter: only HTML's own white space is collapsed.

    Blocks and breaks within it are set apart by a space; an ideographic space stays, but not at the ends.
    """
    children = node.children
    if len(children) == 1 and type(only := children[0]) is Text:
        return squeeze(only.data).strip(" \u3000")
    if all(type(child) is Text for child in children):
        return squeeze("".join(child.data for child in children)).strip(" \u3000")  # type: ignore[attr-defined]
    out: list[str] = []
    stack: list[Node | None] = list(reversed(children))
    while stack:
        here = stack.pop()
        if here is None:
            out.append(" ")
        elif isinstance(here, Text):
            out.append(here.data)
        elif isinstance(here, Element) and not hidden(here) and not (drops and here in drops):
            if here.tag in BLOCK:
                out.append(" ")
                stack.append(None)
            stack.extend(reversed(here.children))
    return squeeze("".join(out)).strip(" \u3000")


def unshield(node: Element) -> str | None:
    """The address that ``node`` hides (``data-cfemail``, or the fragment of its link), or None where the page has no data.

    The first byte is the key, each other byte is a character XOR the key.
    """
    data = node.attr("data-cfemail")
    if not data and "/email-protection#" in (href := node.attr("href") or ""):
        data = href.rpartition("#")[2]
    return address_in(data) if data else None


def address_in(data: str) -> str | None:
    """The address of e-mail in the shield's hexadecimal ``data``; None if there is none in it."""
    try:
        raw = bytes.fromhex(data)
    except ValueError:
        return None
    address = bytes(b ^ raw[0] for b in raw[1:]).decode("utf-8", "replace") if raw else ""
    return address if "@" in address and address.isprintable() else None
