"""What somebody asked, as a tree: bare words mean AND, quotes an exact phrase, OR, NOT, brackets, fields.

::

    林鄭 2019年            both, anywhere
    "new york"            exactly these characters
    climat*               words that begin so
    (佔中 OR 反修例) -社評    brackets, OR, NOT (or a minus)
    author:陳 tag:"台灣"    a name that holds this; in quotes, the whole name
    after:2019-06 before:2020    from its first day on; earlier than its first day

It refuses what cannot be meant (a date that is none, more than 200 terms) and forgives what can: unclosed
quotes and brackets, operators with nothing beside them, any punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from backissue.model import BadInstruction
from backissue.search.grams import is_word, is_wordlike
from backissue.text.fold import fold

__all__ = ["All", "And", "Between", "Name", "Node", "Not", "Or", "Phrase", "parse"]

MOST_TERMS = 200
_OPERATORS = frozenset({"AND", "OR", "NOT"})
DEEPEST = 50

_TOKEN = re.compile(
    r"""(?P<open>[(（]) | (?P<close>[)）])
      | (?P<minus>(?<![^\s(（])-(?=[^\s\-]))
      | (?:(?P<field>author|tag|section|after|before)[:：])? (?: ["“”＂](?P<quoted>[^"“”＂]*)["“”＂]? | (?P<bare>[^\s()（）"“”＂]+) )
      | (?P<empty>(?:author|tag|section|after|before)[:：])""",
    re.VERBOSE | re.IGNORECASE,
)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class All:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded characters that must stand in the text.

    ``first`` and ``last``: the word at that end must begin or end there, not be part of a longer one.
    """

    text: str
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A section, author or tag: one that holds the folded ``text``, or is it."""

    kind: str
    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Dated articles from ``first`` on (a day's ordinal), earlier than ``end``."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that ``of`` does not find."""

    of: Node


@dataclass(frozen=True, slots=True)
class And:
    """Articles that all find."""

    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that any finds."""

    of: tuple[Node, ...]


Node = All | Phrase | Name | Between | Not | And | Or


def parse(text: str) -> Node:
    """The tree of ``text``; All for one that asks nothing. Raises BadInstruction, saying what to write instead."""
    words = text.split(" ")
    if all(map(str.isalnum, words)) and len(words) <= MOST_TERMS and _OPERATORS.isdisjoint(words):
        return _and([_bare(fold(word)) for word in words]) or All()  # as nearly all are: bare words
    tokens = list(_tokens(text))
    terms = sum(token.kind == "term" for token in tokens)
    if terms > MOST_TERMS:
        raise BadInstruction(f"this search has {terms} terms; {MOST_TERMS} is the most", "Search for less at a time.")
    return _Reader(tokens).read()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # ( ) - AND OR NOT term
    node: Node | None = None


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        if found["open"] or found["close"]:
            yield _Token("(" if found["open"] else ")")
        elif found["minus"]:
            yield _Token("NOT")
        elif found["bare"] in _OPERATORS and not found["field"]:
            yield _Token(found["bare"])
        elif not found["empty"] and (node := _term(found["field"], found["quoted"], found["bare"])):
            yield _Token("term", node)


def _term(field: str | None, quoted: str | None, bare: str | None) -> Node | None:
    said = _UNSEEN.sub(" ", quoted if quoted is not None else bare or "")
    kind = (field or "").lower()
    if kind in ("after", "before"):
        day = _day(said.strip(), kind)
        return Between(day, date.max.toordinal() + 1) if kind == "after" else Between(1, day)
    text = fold(said)
    if kind:
        text = text.strip()
        return Name(kind, text, whole=quoted is not None) if text else None
    if quoted is not None:
        return Phrase(text) if text.strip() else None
    prefix = text.endswith("*")
    text = text.strip(" *") if prefix else text.strip()
    return _bare(text, prefix=prefix) if text else None


def _bare(text: str, *, prefix: bool = False) -> Phrase:
    """A folded word that nothing stands around."""
    edged = is_wordlike(text)
    return Phrase(text, first=edged and is_word(text[0]), last=edged and is_word(text[-1]) and not prefix)


def _day(said: str, kind: str) -> int:
    found = _DATE.fullmatch(fold(said))
    try:
        if not found:
            raise ValueError(said)
        year, month, day = (int(part or 1) for part in found.groups())
        return date(year, month, day).toordinal()
    except ValueError:
        raise BadInstruction(
            f"{kind}: wants a date, and {said[:40]!r} is none",
            f"Write {kind}:2019, {kind}:2019-06 or {kind}:2019-06-12.",
        ) from None


class _Reader:
    """Reads tokens by descent, as deep as DEEPEST; brackets beyond that are passed over."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._at = tokens, 0

    def read(self) -> Node:
        parts = []
        while self._at < len(self._tokens):
            if (node := self._either(0)) is not None:
                parts.append(node)
            self._at += 1  # a closing bracket that closes nothing
        return _and(parts) or All()

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _either(self, depth: int) -> Node | None:
        parts = [self._all(depth)]
        while self._kind() == "OR":
            self._at += 1
            parts.append(self._all(depth))
        some = tuple(part for part in parts if part is not None)
        return Or(some) if len(some) > 1 else some[0] if some else None

    def _all(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while self._kind() not in ("", ")", "OR"):
            if (node := self._one(depth)) is not None:
                parts.append(node)
        return _and(parts)

    def _one(self, depth: int) -> Node | None:
        negative = False
        while self._kind() in ("NOT", "AND"):
            negative ^= self._kind() == "NOT"
            self._at += 1
        kind = self._kind()
        if kind in ("", ")", "OR"):
            return None
        token = self._tokens[self._at]
        self._at += 1
        if kind == "term":
            node = token.node
        elif depth < DEEPEST:
            node = self._either(depth + 1)
            if self._kind() == ")":
                self._at += 1
        else:
            return None
        return Not(node) if negative and node is not None else node


def _and(parts: list[Node]) -> Node | None:
    return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
