"""A story from parts: title and blocks in reading order, a function of a random source and nothing else.

A block is what a page shows and a record keeps; how a page writes it in HTML is the design's affair,
how a record writes it in Markdown the truth's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from . import english, prose, words
from .grammar import Cast, expand
from .prose import Kind

__all__ = ["Block", "Picture", "Shape", "Span", "Story", "tell"]

Span = str | tuple[str, str, str]  # text, or (a | b, text, URL)


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: the number that draws it, its caption and its credit as printed, its kind of file."""

    number: int
    caption: str
    credit: str | None
    suffix: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body. ``kind``: p, h, quote, ul, ol, table, figure, embed, note."""

    kind: str
    spans: tuple[Span, ...] = ()
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    picture: Picture | None = None
    url: str = ""
    title: str = ""

    @property
    def text(self) -> str:
        """The words alone; list items and table rows a line each, cells by tabs; nothing for figures and embeds."""
        if self.kind in {"ul", "ol"}:
            return "\n".join(self.items)
        if self.kind == "table":
            return "\n".join("\t".join(row) for row in self.rows)
        return "".join(s if isinstance(s, str) else s[1] for s in self.spans)


@dataclass(frozen=True, slots=True)
class Story:
    """What a desk hands in: section, headline, tags and blocks, and what a later correction would say."""

    section: str
    title: str
    label: str | None
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]
    corrected_title: str
    correction: tuple[Block, ...]  # what a corrected text has at its end and the first text had not


@dataclass(frozen=True, slots=True)
class Shape:
    """How often a story has what, as shares of one; and where its links, embeds and pictures live."""

    figures: float = 0.7
    embeds: float = 0.1
    tables: float = 0.07
    lists: float = 0.1
    quotes: float = 0.15
    links: float = 0.12
    column: float = 0.04
    link_url: str = "https://www.city-papers.example/doc/{number}"
    embed_url: str = "https://video.example/embed/{number}"
    paragraphs: tuple[int, int] = (3, 11)


@dataclass(frozen=True, slots=True)
class _Tongue:
    kinds: tuple[Kind, ...]
    column: Kind
    common: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]
    join: str
    marks: tuple[str, str]
    makers: dict[str, Callable[[Random], str]] = field(default_factory=dict)


def _pick(rng: Random, things: tuple[str, ...]) -> str:
    return things[int(rng.random() * len(things))]


def chinese_name(rng: Random) -> str:
    """A surname and a given name of two characters (one in eight has one)."""
    names = words.NAMES
    second = "" if rng.random() < 0.125 else _pick(rng, names["given"])
    return _pick(rng, names["surname"]) + _pick(rng, names["given"]) + second


def english_name(rng: Random) -> str:
    """Given name and surname."""
    return f"{_pick(rng, english.NAMES['given'])} {_pick(rng, english.NAMES['surname'])}"


def _makers(names: Mapping[str, tuple[str, ...]], *, chinese: bool) -> dict[str, Callable[[Random], str]]:
    def from_list(things: tuple[str, ...]) -> Callable[[Random], str]:
        return lambda rng: _pick(rng, things)

    makers = {key: from_list(value) for key, value in names.items()}
    makers["p"] = chinese_name if chinese else english_name
    makers["photographer"] = makers["p"]
    makers["w"] = lambda rng: _pick(rng, words.NAMES["surname"]) + _pick(rng, words.NAMES["honour"])
    first, days = (1, 28) if chinese else (4, 17)  # English days all end in "th"
    makers["day"] = lambda rng: str(first + int(rng.random() * days))
    makers["line"] = lambda rng: (
        _pick(rng, ("", "", "N", "K", "S")) + str(1 + int(rng.random() * 98)) + _pick(rng, ("", "", "A", "M", "X"))
    )
    if chinese:
        makers["month"] = lambda rng: str(1 + int(rng.random() * 12))
        makers["money"] = lambda rng: f"{2 + int(rng.random() * 97)}{_pick(rng, ('萬', '億', '千萬', '百萬'))}元"
    else:
        makers["money"] = lambda rng: f"${2 + int(rng.random() * 97)} {_pick(rng, ('million', 'million', 'billion'))}"
    return makers


_ZH = _Tongue(
    prose.KINDS, prose.COLUMN, words.COMMON, words.NAMES, "", ("「", "」"), _makers(words.NAMES, chinese=True)
)
_EN = _Tongue(
    english.KINDS, english.COLUMN, english.COMMON, english.NAMES, " ", ("“", "”"), _makers(english.NAMES, chinese=False)
)


def _figure(rng: Random, kind: Kind, tongue: _Tongue, cast: Cast) -> Block:
    credit = expand(_pick(rng, tongue.common["credits"]), cast) if rng.random() < 0.85 else None
    caption = expand(_pick(rng, kind.captions), cast)
    suffix = "jpg" if rng.random() < 0.6 else "png"
    return Block("figure", picture=Picture(int(rng.random() * 10**9), caption, credit, suffix))


def _table(rng: Random, tongue: _Tongue) -> Block:
    if tongue is _ZH:
        head, unit = ("地區", "宗數", "按年變化"), "宗"
    else:
        head, unit = ("District", "Cases", "Change"), ""
    places = rng.sample(tongue.names["place"], 3 + int(rng.random() * 3))
    rows = [
        (p, f"{20 + int(rng.random() * 900)}{unit}", f"{'+' if rng.random() < 0.6 else '-'}{rng.random() * 30:.1f}%")
        for p in places
    ]
    return Block("table", rows=(head, *rows))


def tell(
    rng: Random,
    *,
    language: str = "zh",
    shape: Shape = Shape(),
    kind: Kind | None = None,
    column: bool = False,
    year: int = 2014,
    paper: str = "本報",
) -> Story:
    """One story: a fresh cast, a kind of story drawn (or given), three to a dozen paragraphs and what breaks them up.

    Years that it speaks of lie before ``year``; ``paper`` is what its credits call the paper.
    """
    tongue = _EN if language == "en" else _ZH
    kind = kind or (tongue.column if column else tongue.kinds[int(rng.random() * len(tongue.kinds))])
    cast = Cast(rng, tongue.makers, year=str(year - 1 - int(rng.random() * 15)), paper=paper)
    which = int(rng.random() * len(kind.titles))
    title = expand(kind.titles[which], cast)
    title = title[0].upper() + title[1:]
    low, high = shape.paragraphs
    want = low + int(rng.random() * (high - low + 1))

    facts = list(kind.facts) + ([] if column else list(tongue.common["facts"]))
    rng.shuffle(facts)
    texts = [expand(kind.leads[which % len(kind.leads)], cast)]
    while facts and len(texts) < want:
        sentence = expand(facts.pop(), cast)
        if facts and rng.random() < 0.45:
            sentence += tongue.join + expand(facts.pop(), cast)
        texts.append(sentence[0].upper() + sentence[1:])
    if not column and want > 3 and rng.random() < 0.6:
        texts.append(expand(_pick(rng, tongue.common["closers"]), cast))

    open_mark, close_mark = tongue.marks
    sayings = list(kind.quotes)
    blocks: list[Block] = []
    heads = list(kind.heads) if len(texts) >= 6 else []
    for at, text in enumerate(texts):
        spans: tuple[Span, ...] = (text,)
        if at and rng.random() < shape.links:
            more = "（[文件|報告|全文]）" if tongue is _ZH else " ([report|document|full text])"
            word = expand(more, cast)
            mark = 1 if tongue is _ZH else 2
            url = shape.link_url.format(number=int(rng.random() * 10**6))
            spans = (text + word[:mark], ("a", word[mark:-1], url), word[-1])
        elif at == 0 and rng.random() < 0.08:
            cut = max(text.find("，"), text.find(", ")) + 1
            spans = (("b", text[:cut], ""), text[cut:]) if cut > 1 else (text,)
        if heads and at and at % 3 == 0:
            lead = expand(_pick(rng, tongue.common["headings"]), cast)
            blocks.append(Block("h", spans=(lead + expand(heads.pop(0), cast),)))
        blocks.append(Block("p", spans=spans))
        if at and sayings and not column and rng.random() < 0.3:
            saying = expand(_pick(rng, tongue.common["sayings"]), cast)
            said = sayings.pop(int(rng.random() * len(sayings)))
            blocks.append(Block("p", spans=(f"{saying}{open_mark}{said}{close_mark}",)))

    def put(block: Block, first: int = 1) -> None:
        at = first + int(rng.random() * (len(blocks) - first + 1))
        if at < len(blocks) and at > 0 and blocks[at - 1].kind == "h":
            at += 1  # a heading stays with its text
        blocks.insert(at, block)

    if sayings and rng.random() < shape.quotes:
        tail = expand(_pick(rng, tongue.common["tails"]), cast)
        put(Block("quote", spans=(sayings.pop() + tongue.join + tail,)))
    if rng.random() < shape.lists:
        items = tuple(expand(t, cast) for t in rng.sample(tongue.common["items"], 3 + int(rng.random() * 2)))
        put(Block("ol" if rng.random() < 0.4 else "ul", items=items))
    if rng.random() < shape.tables:
        put(_table(rng, tongue))
    if rng.random() < shape.embeds:
        number = 10**6 + int(rng.random() * 9 * 10**6)
        put(Block("embed", url=shape.embed_url.format(number=number), title=title))
    if rng.random() < shape.figures:
        put(_figure(rng, kind, tongue, cast), first=0)
        while rng.random() < 0.25:
            put(_figure(rng, kind, tongue, cast))

    label = title[1 : title.index("】")] if title.startswith("【") else None
    tags = tuple(rng.sample(kind.tags, min(len(kind.tags), 1 + int(rng.random() * 3))))
    if tongue is _ZH and rng.random() < 0.4:
        tags = (*tags, cast["place"])
    correction = (
        Block("p", spans=(expand(_pick(rng, tongue.common["corrected"]), cast),)),
        Block("note", spans=(expand(_pick(rng, tongue.common["notes"]), cast),)),
    )
    corrected = title + (
        f"（{_pick(rng, ('更新', '附回應', '更正版'))}）"
        if tongue is _ZH
        else f" ({_pick(rng, ('updated', 'with reply'))})"
    )
    return Story(kind.section, title, label, tags, tuple(blocks), corrected, correction)
