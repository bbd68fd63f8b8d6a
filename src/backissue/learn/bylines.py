"""Where the byline stands, as printed: in an element of its own, or as the text's first or last line.

Signals: names that machines are told, names that listings print beside the same
article, links to authors' pages, a byline's words (``文：``, ``By``), and that authors come back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC

from backissue.learn.around import AUTHOR_PAGE, BESIDE, INLINE, around_links, around_names, within_them
from backissue.learn.fields import Learned, letters, look, shown_by
from backissue.learn.gaps import fillers, sources_of
from backissue.learn.guards import DESK, FACT, LEAD, SENTENCE, guard
from backissue.learn.labels import AFTER_NOUN, heads, parts
from backissue.learn.nouns import BY_NOUN, DATED, EDITED, REPORTS, SOURCE_AND_MORE, names_of, tells_more, unlabelled
from backissue.learn.selectors import choose
from backissue.learn.signs import asks, hints, introduced, leads_nobody, short, signs_whole
from backissue.learn.specimen import Specimen, commonest, inside, masked, says_who_took
from backissue.learn.spent import opening, placed, spent
from backissue.text import tree
from backissue.text.bylines import parse_byline
from backissue.text.dates import find_dates
from backissue.text.trade import SURNAMES
from backissue.text.tree import Element

__all__ = ["learn"]

_SHARE = re.compile(
    r"分享|轉推|转推|電郵|电邮|列印|打印|面書|脸书|臉書|收藏|微博|微信|轉發|转发|\b(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|line|telegram|copy link)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"[。！？]\s*[^\s」』”）)]|[a-z]{3}\. [A-Z]")
"""Sentences, a caption with its credit, a name with what is told of the writer: more than a byline."""
_NAMES = re.compile(rf"[{SURNAMES}][一-鿿]{{1,2}}(?:[、，, ]\s*[{SURNAMES}][一-鿿]{{1,2}}){{0,3}}")
"""Chinese names and nothing else."""
_HEADED = re.compile(r"[^\s:：]{1,12}\s?[:：]\s?\S")
_NAMES_LATIN = re.compile(
    r"[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][\w’'-]{1,20}(?:(?:, | and | & )[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][\w’'-]{1,20}){0,3}"
)
_LISTED = 3  # pages whose bylines listings print, to believe that others are signed alike
_SOURCED = re.compile(r"[^\w]*(?:[來来]源|稿源|[Ss]ource)\s*[:：]\s*([^\s|｜/／<>（()）【]{2,20})")
_TITLED = 0.3  # of the pages, on which a title such as ``, 記者`` stands behind the name
_DOUBTFUL = 0.7  # of a place, below which a byline that opens the text is believed rather
_CLEARLY = -0.7  # a headline, a date, a sentence, a menu's word: no byline whatever the paper


@dataclass
class _Clues:
    """What is known of the byline of one page."""

    told: list[str] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    signed: set[str] = field(default_factory=set)  # the names in what is printed, run together
    linked: set[str] = field(default_factory=set)
    zone: set[str] = field(default_factory=set)
    edited: bool = False  # machines are told who edited


def learn(  # noqa: PLR0917  (an era's page, and what is known of it)
    specimens: Sequence[Specimen],
    body: str,
    headlines: Sequence[str],
    taken: frozenset[str] = frozenset(),
    labelled: Sequence[str] = (),
    leading: Sequence[str] = (),
    sources: Sequence[str] = (),
    topics: Sequence[str] = (),
) -> tuple[Learned, dict[str, str], dict[str, str]]:
    """Picks for the byline; and where it stands within the text, what to drop and what to clean, with the reason.

    ``body`` is the era's selector of the text, ``headlines`` the pages' headlines as letters, ``taken`` are selectors
    that other fields have; ``sources`` are ways to whom an article was taken from, ``topics`` what the addresses of tags have.
    """
    lesson, drop, clean = _learn(specimens, body, headlines, taken, labelled, leading, sources, topics)
    values = [v for s in specimens for v in look(s, "byline", lesson.picks[0])[:1]] if lesson.picks else []
    for mark in (_MARK_BEHIND, _MARK_BEFORE):
        if sum(re.search(mark, v) is not None for v in values) >= max(3, 0.3 * len(values)):
            lesson.clean.append(mark)  # between the byline and what stands beside it
    return lesson, drop, clean


_MARK_BEHIND = r"\s*[—–|｜·•／/,，>»-]\s*$"
_MARK_BEFORE = r"^\s*[|｜·•／/,，>»]\s*"


def _learn(  # noqa: PLR0917  (an era's page, and what is known of it)
    specimens: Sequence[Specimen],
    body: str,
    headlines: Sequence[str],
    taken: frozenset[str] = frozenset(),
    labelled: Sequence[str] = (),
    leading: Sequence[str] = (),
    sources: Sequence[str] = (),
    topics: Sequence[str] = (),
) -> tuple[Learned, dict[str, str], dict[str, str]]:
    """The same, but for marks at the byline's ends."""
    menu: Counter[str] = Counter()
    recurring: Counter[str] = Counter()
    for s in specimens:
        menu.update({tree.clean(a.text) for a in s.document.iter_elements("a")})
        recurring.update({masked(part) for text in s.small if 2 <= len(text) <= 100 for part in parts(text)})
    common = frozenset(words for words, n in menu.items() if n >= 0.5 * len(specimens))
    if len(specimens) >= 3:  # a slogan, the paper's name, a box's heading
        texts = [{t for t in s.small if len(t) <= 60 and not LEAD.match(t)} for s in specimens]
        everywhere = Counter(alike for here in texts for alike in {masked(t) for t in here})
        least = 0.7 * len(specimens) if len(specimens) >= 8 else len(specimens)
        common |= frozenset(t for here in texts for t in here if everywhere[masked(t)] >= least)
        said = Counter(t for here in texts for t in here if t[0] in ",，、|｜/／")
        common |= frozenset(t for t, n in said.items() if n >= _TITLED * len(specimens))  # ``, 記者`` behind names
    titles = frozenset(h for h in headlines if h)
    own = headlines if len(headlines) == len(specimens) else [""] * len(specimens)
    clues = [_clues(s, common, titles, headline) for s, headline in zip(specimens, own, strict=True)]
    constant = commonest(Counter(tuple(c.told) for c in clues if c.told), 1)
    clerks = constant and constant[0][1] >= 0.8 * len(
        clues
    )  # one name on nearly every page is the clerk's, or the paper's
    if len(clues) >= 8 and (clerks or _unseen(specimens, clues)):
        for clue in clues:
            clue.told = []
    shown = shown_by(specimens, many=True)
    has_names = sum(1 for c in clues if c.told or c.linked) >= 0.5 * len(clues)

    taken_from = Counter(
        m[1] for s in specimens for m in {_SOURCED.match(text) for text in s.small if len(text) <= BESIDE * 4} if m
    )
    ours = {name for name, n in taken_from.items() if n >= 0.3 * len(specimens)}  # the paper itself
    edited = [c for s, c in zip(specimens, clues, strict=True) if any(map(EDITED.match, s.small))]
    beside = [c for c in edited if any(LEAD.match(w) and not EDITED.match(w) and not _SOURCED.match(w) for w in c.zone)]
    signed = len(beside) >= 0.4 * len(edited)  # editors stand beside bylines, and not in their place

    def aside(words: str) -> bool:
        """Whether words name who edited, where others wrote, or the paper itself as the source."""
        source = _SOURCED.match(words)
        return (signed and EDITED.match(words) is not None) or (source is not None and source[1] in ours)

    tagged = [
        {tree.clean(a.text) for a in s.document.iter_elements("a") if any(t in (a.attr("href") or "") for t in topics)}
        for s in specimens
    ]
    listed = sum(bool(c.printed) for c in clues) >= _LISTED

    def value(i: int, words: str) -> float:
        """How much these words look like the byline of page ``i``."""
        clue, bare = clues[i], letters(words)
        if bare in clue.printed:
            return 1.0
        if bare in titles or len(_SHARE.findall(words)) >= 2 or words in tagged[i]:
            return -0.8
        if SOURCE_AND_MORE.match(words):
            return -0.5
        if aside(words):
            return -0.8
        if tells_more(words, bare, clue.printed, clue.signed):
            return 1.02
        if _only_date(words) or sum(map(str.isalpha, words)) < 2 or leads_nobody(words):
            return -0.7
        if _TWO.search(words) and not clue.told:
            return -0.8
        if FACT.match(words) and not clue.told:
            return -0.8
        names = [letters(n) for n in clue.told] or [letters(n) for n in clue.linked]
        if names:
            have = [n for n in names if n and n in bare]
            if have:
                rest = 0 if signs_whole(words, names) else len(bare) - sum(map(len, have))
                lead = 0.04 if LEAD.match(words) else 0.0
                return (0.93 if rest <= 14 else 0.5) * min(1.0, len(have) / max(1, len(clue.told) or 1)) + lead
            if clue.told:
                return -0.8 if FACT.match(words) else -0.6
        if LEAD.match(words) or REPORTS.match(words):
            return 0.9
        if words in common or SENTENCE.search(words):
            return -0.8
        if _HEADED.match(words) and not any(a.role for a in parse_byline(words)):
            return -0.4  # 議會：班次減了
        if words in clue.zone and recurring[masked(words)] >= 2 and _NAMES.fullmatch(words):
            return 0.75
        if recurring[masked(words)] >= 2 and (words in clue.zone or parse_byline(words)) and short(words):
            return 0.6 if words in clue.zone else 0.35
        if words in clue.zone and (parse_byline(words) or DESK.search(words)) and short(words):
            return 0.5
        if listed and not clue.told and not clue.printed and (_NAMES.fullmatch(words) or _NAMES_LATIN.fullmatch(words)):
            return 0.2  # this page no listing tells of
        return -0.4

    targets = [(s.document, _element(s, c, recurring, common, aside)) for s, c in zip(specimens, clues, strict=True)]
    named = frozenset((*labelled, *(pick for pick in leading if AFTER_NOUN in pick)))

    def good(i: int, selector: str) -> float:
        found = shown(i, selector)
        if found is None:
            return 0.0
        if len(found) > 120 or selector in taken:
            return -1.0
        if selector in named:
            worth = value(i, found)
            if DATED.search(found):  # more than a name
                return worth - 0.5
            believed = worth > -0.5 or (not clues[i].told and worth > _CLEARLY)
            return max(worth, 0.95) if believed else worth
        if " -> " in selector:
            return value(i, found) - 0.02
        there = specimens[i].document.select(selector)[:6]
        parts = [w for e in there if (w := tree.clean(e.text[:400]))]
        score = min(value(i, part) for part in parts)
        if score > 0 and heads(there[0]):
            score -= 0.1  # the value has an element of its own
        elif hints(selector) and (score > 0 or not has_names) and score > -0.5:
            score = max(score, 0.7)
        if (
            (0 if len(parts) > 1 else -0.5) < score < 0.9
            and len(found) <= 40
            and (e := specimens[i].document.select_one(selector))
            and (introduced(e) or (LEAD.match(found) and not BY_NOUN.match(found) and not heads(e)))
        ):
            score = 0.9
        button = any(asks(e, common) for e in there)
        took = len(there) > 1 and any(map(says_who_took, there))  # credits of pictures may be called bylines
        return score - (0.4 if DATED.search(found) else 0.0) - (0.3 if button or took else 0.0)  # 追蹤, Follow

    best = choose(
        targets,
        good,
        least=0.45,
        beside=True,
        more=[
            *around_links(specimens),
            *around_names(targets),
            *within_them(specimens, targets),
            *labelled,
            *leading,
        ],
    )
    unprinted = Learned() if sum(c.edited for c in clues) >= 0.5 * len(clues) else _told_only(specimens)
    if not best or best[0][1] < _DOUBTFUL or _is_text(best[0][0], specimens, shown):
        inside, spared = opening(specimens)
        if inside.picks:
            return inside, {}, spared
    if not best or _is_text(best[0][0], specimens, shown):
        return unprinted, {}, {}
    near = [b[0] for b in best if b[1] >= best[0][1] - 0.1]
    bare = best[0][0] if AFTER_NOUN in best[0][0] else unlabelled(specimens, near, shown)
    if bare:
        best = [(bare, best[0][1])]
    top = [b for b in best if b[1] >= best[0][1] - 0.02][:14]
    label = next((b[0] for b in top if b[0] in labelled), None)
    if label is not None:  # what stands behind a day is the same, with the label
        more = [b for b in top if b[0] not in leading or b[0] in labelled]
        top = more if all(_ends_so(shown, len(specimens), b[0], label) for b in top if b not in more) else top

    def fullness(selector: str) -> float:
        lengths = [len(v) for i in range(len(specimens)) if (v := shown(i, selector)) and good(i, selector) > 0]
        return sum(lengths) / len(lengths) if lengths else 0.0

    # Of selectors as good as each other, the one that shows the whole line, role and place included.
    longest = max(fullness(b[0]) for b in top)
    pick = next(b[0] for b in top if fullness(b[0]) >= longest - 0.5)
    if ":nth" in pick and any(good(i, pick) < 0 for i in range(len(specimens))):  # a place shifts, a label does not
        pick = next((b[0] for b in best if b[0] in labelled and b[1] >= best[0][1] - 0.1), pick)
    values = [v for i in range(len(specimens)) if (v := shown(i, pick))]
    if len(set(values)) == 1 and len(values) >= (8 if LEAD.match(values[0]) else 3) and not has_names:
        return unprinted, {}, {}
    if len(values) < 0.1 * len(specimens) and (told := _told_only(specimens)).picks:
        return told, {}, {}
    evidence = f"a byline by names told, listings or its own words; {len(set(values))} different on {len(values)} of {len(specimens)} pages"
    if " -> " in pick:
        drop, clean = spent(specimens, pick, body)
        picks = [pick, *fillers(shown, len(specimens), pick, labelled)]
        return Learned([*picks, *sources_of(shown, len(specimens), picks, sources)], evidence), drop, clean
    lesson, drop, clean = placed(specimens, pick, body, evidence)
    both = [(v, value(i, v)) for i in range(len(specimens)) if (v := shown(i, pick))]
    wrong = [v for v, worth in both if worth <= _CLEARLY]
    by_place = ":" in pick or "+" in pick
    if (
        (wrong or by_place)
        and lesson.picks == [pick]
        and (right := guard([v for v, worth in both if worth >= 0], wrong))
    ):
        lesson.picks = [f"{pick} -> {right}"]
        lesson.evidence += f"; on {len(wrong)} pages something else stands there"
    return lesson, drop, clean


def _unseen(specimens: Sequence[Specimen], clues: Sequence[_Clues]) -> bool:
    """Whether the names that machines are told hardly ever stand on the page: accounts of the system's, ``Administrator``."""
    told = [(c.told, letters(s.document.text)) for s, c in zip(specimens, clues, strict=True) if c.told]
    seen = sum(any(letters(name) in words for name in names) for names, words in told)
    return len(told) >= 8 and seen <= 0.1 * len(told)


def _ends_so(shown: Callable[[int, str], str | None], count: int, way: str, other: str) -> bool:
    """Whether what one way shows ends, wherever the other shows something, with that."""
    return all((shown(i, way) or "").endswith(v) for i in range(count) if (v := shown(i, other)))


def _is_text(way: str, specimens: Sequence[Specimen], shown: Callable[[int, str], str | None]) -> bool:
    """Whether what a way shows are mostly sentences: a byline may open them."""
    values = [v for i in range(len(specimens)) if (v := shown(i, way))]
    return sum(SENTENCE.search(v) is not None for v in values) >= 0.5 * len(values)


def _only_date(words: str) -> bool:
    """Whether words are a date and little else."""
    return any(len(words) - (f.end - f.start) <= 12 for f in find_dates(words[:120], UTC)) and not LEAD.match(words)


def _told_only(specimens: Sequence[Specimen]) -> Learned:
    for pick in ("ld: author.name", "ld: author", "meta: author"):
        there = [v for s in specimens if (v := look(s, "byline", pick))]
        if len(there) >= 0.3 * len(specimens) and len(set(there)) > 1:
            return Learned([pick], f"told to machines on {len(there)} of {len(specimens)} pages")
    return Learned()


def _clues(s: Specimen, common: frozenset[str], titles: frozenset[str], headline: str) -> _Clues:
    lists = [c.byline for c in s.cards if c.byline]
    out = _Clues(printed=set(map(letters, lists)) - {""}, signed=set(map(names_of, lists)) - {""})
    for pick in ("ld: author.name", "ld: author", "meta: author", "meta: article:author"):
        values = [v for v in look(s, "byline", pick) if 1 < len(v) <= 60 and not v.startswith("http")]
        if values:
            out.told = values
            break
    if not out.told:
        for card in s.cards:
            names = [a.name for a in parse_byline(card.byline)] if card.byline else []
            if names and not SENTENCE.search(card.byline or "") and all(len(n) <= 24 for n in names):
                out.told = names
                break
    edited = "".join(text for text in s.small if len(text) <= 40 and EDITED.match(text))
    if out.told and all(name in edited for name in out.told):
        out.told, out.edited = [], True
    for a in s.document.iter_elements("a"):
        if AUTHOR_PAGE.search(a.attr("href") or "") and a.closest("nav, footer, aside") is None:
            words = tree.clean(a.text)
            if 2 <= len(words) <= 40 and words not in common:
                out.linked.add(words)
    out.zone = {
        words for words in _zone(s, headline) if letters(words) not in titles and len(_SHARE.findall(words)) < 2
    }
    return out


def _zone(s: Specimen, headline: str) -> set[str]:
    """Short lines between the headline and the text, the text's first and last lines, and names right after it.

    ``headline`` is the page's as letters: where it stands within the text, the lines below it count, too.
    """
    if s.body is None:
        return set()
    lines = s.lines
    inner = [i for i, line in enumerate(lines) if inside(line.block, (s.body,))]
    if not inner:
        return set()
    above = lines[max(0, inner[0] - 8) : inner[0]]
    title = "".join(s.title.split())
    titled = [i for i, x in enumerate(above) if len(bare := "".join(x.text.split())) >= 4 and title.startswith(bare)]
    if above_headline := above[: titled[-1]] if titled else []:  # its links are the way to the page
        above = [x for x in above_headline if not x.linked] + above[titled[-1] :]
    second = [] if lines[inner[0]].runs else [i for i in inner[1:2] if lines[i].block.tag != "li"]
    headed = [i for i in inner[:8] if headline and letters(lines[i].text) == headline]
    below = [i for i in inner if headed and headed[-1] < i <= headed[-1] + 2]
    around = above + [lines[i] for i in dict.fromkeys((inner[0], *second, *below, *inner[-3:]))]
    around += [x for x in lines[inner[-1] + 1 : inner[-1] + 4] if not x.linked and parse_byline(x.text)]
    facts = (*above, *(lines[i] for i in below))
    apart = [tree.clean(e.text) for line in facts for e in line.block.iter_elements(INLINE)]  # glued in their line
    said = [words for line in around for words in parts(line.text)]
    return {
        words
        for words in (*said, *apart)
        if len(words) <= 60 and not SENTENCE.search(words) and not DATED.search(words) and not _TWO.search(words)
    }


def _element(
    s: Specimen, clue: _Clues, recurring: Counter[str], common: frozenset[str], aside: Callable[[str], bool]
) -> Element | None:
    """The element that most likely is the byline."""
    best: tuple[float, int, Element] | None = None
    names = [letters(n) for n in (clue.told or sorted(clue.linked)) if letters(n)]
    for text, elements in s.small.items():
        if not 2 <= len(text) <= 120 or text in common:
            continue
        bare = letters(text)
        if leads_nobody(text) or aside(text):
            continue
        lead = bool(LEAD.match(text) or REPORTS.match(text))
        told = bare in clue.printed or any(n in bare for n in names)
        if bare in clue.printed:
            weight = 5.0
        elif told:
            weight = 4.0 - 0.02 * len(text) + 0.5 * lead
        elif lead and not clue.told:
            weight = 3.0 - 0.01 * len(text)
        elif not clue.told and len(text) <= 40 and any(map(introduced, elements)):
            weight = 2.6
        elif (
            text in clue.zone
            and not names
            and (recurring[masked(text)] >= 2 or parse_byline(text) or DESK.search(text))
        ):
            weight = 2.0 + 0.3 * (recurring[masked(text)] >= 2) + 0.3 * bool(DESK.search(text))
        else:
            weight = 0.0
        for element in elements:
            named = f"{element.attr('class') or ''} {element.attr('itemprop') or ''} {element.attr('rel') or ''} {element.attr('id') or ''}"
            extra = 1.0 if hints(named) else 0.0
            if (not weight and not (extra and not names)) or (not told and says_who_took(element)):
                continue
            if element.closest("nav, footer, aside, figure, script") is not None or (
                element.closest("li") is not None and text not in clue.zone
            ):
                extra -= 1.5
            if s.body is not None and inside(element, (s.body,)) and text not in clue.zone and not introduced(element):
                extra -= 1.5
            if asks(element, common):
                extra -= 1.5
            total = weight + extra - (1.0 if DATED.search(text) else 0.0)
            if best is None or total > best[0]:
                best = (total, len(text), element)
    return best[2] if best and best[0] > 0.4 else None
