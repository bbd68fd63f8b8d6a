# ruff: noqa: SIM905, FURB136  (word lists read better as words; min() costs more than a row here may)
"""Which blocks of a page are the article's body.

Two small forests of decision trees (see :mod:`.forest`), fitted by
``benchmarks/fit.py``. The first judges the blocks that read like prose; the box
whose prose adds up to the most is the article's. The second judges every block
in and around that box. Refuses to look at anything but form: no site, no
selector, no words but those of :mod:`.vocabulary` and a few calls of the trade.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from operator import attrgetter
from typing import Final

from backissue.records.generic.blocks import Block, Box, Layout
from backissue.records.generic.forest import forests
from backissue.records.generic.vocabulary import (
    ARTICLE,
    BODY,
    BOX,
    COMMENT,
    CONTENT,
    FIGURE,
    META,
    NAMED,
    NAV,
    PROMO,
)

__all__ = ["Hints", "block_features", "body_of", "box_of", "prose_features"]

_ENDINGS: Final = dict.fromkeys('.!?…。！？”"’」』»', 1.0) | {":": 2.0, "：": 2.0}
"""How a text ends: as a sentence does, or on something else to come."""
_SQUEEZE = re.compile(r"\W+")
_CALLS: Final = frozenset(
    "read more related also newsletter newsletters subscribe subscribed subscriber sign follow click advertisement advertisements sponsored share copyright rights getty photo photos image images credit "
    "comment comments login log register cookie cookies lesen mehr thema lire aussi leia lea también leer foto fotos download whatsapp facebook twitter instagram telegram join app published updated posted written author editor "
    "© source: via: photo: image: credit: photograph: picture: foto: related: newsletter. newsletter! recommended abonnieren anmelden les også".split()
)
"""Words of what templates put between paragraphs; they only weigh, they never decide."""
_CALLS_WIDE = re.compile(
    "编辑[:：]|編輯[:：]|责任|責任|延伸|相关|相關|推荐|推薦|更多|来源|來源|版权|版權|转载|轉載|声明|聲明|扫|一篇|点击|關注|关注|微信|评论|評論|作者|记者|記者|打印|收藏"
)
_TAGS: Final = {
    t: float(i)
    for i, t in enumerate(
        "p br div section article main td li blockquote pre dd dt th h1 h2 h3 h4 h5 h6 figcaption label summary header aside footer ul ol figure address body tr table".split(),
        1,
    )
}


@dataclass(frozen=True, slots=True)
class Hints:
    """What else is known of the page: its title, what JSON-LD gives as the body, and its own summary."""

    title: str = ""
    stated: str = ""
    summary: str = ""


def squeeze(words: str) -> str:
    """Letters and digits only, lower case."""
    return _SQUEEZE.sub("", words).lower()


class Page:
    """A layout and what is known beside it: ``heading`` is the index of the block that prints the title."""

    __slots__ = ("blocks", "heading", "layout", "printed", "prose", "root", "stated", "summary", "title", "total")

    def __init__(self, layout: Layout, hints: Hints) -> None:
        self.layout = layout
        self.blocks = layout.blocks
        self.prose = layout.prose
        self.root = layout.boxes[0]
        layout.know(self.root)
        for b in self.prose:
            if b.box.name is None:
                layout.know(b.box)
        self.total = self.root.mass or 1
        self.printed = hints.title
        self.title = squeeze(hints.title)
        self.stated = hints.stated if len(hints.stated) > 200 else ""
        self.summary = hints.summary
        self.heading = self._heading()

    def _heading(self) -> int:
        """The index of the block that prints the title, the first heading otherwise; -1 for none."""
        title, blocks = self.title, self.blocks
        headings: list[int] = []
        for x in self.layout.boxes:
            if x.tag == "h1":
                for b in blocks[x.first : x.last + 1]:
                    if b.chars < 300 and (b.box is x or b.box.up is x):
                        if (words := squeeze(b.text)) and title.startswith(words):
                            return b.at
                        headings.append(b.at)
        first = headings[0] if headings else -1
        if start := self.printed[:3].lower():
            for b in blocks if first < 0 else blocks[:first]:
                if (
                    b.text[:3].lower() == start
                    and 8 < b.chars < 300
                    and len(words := squeeze(b.text)) > 5
                    and title.startswith(words)
                ):
                    return b.at
        return first


def prose_features(page: Page) -> list[tuple[float, ...]]:
    """What the first forest sees of each block that reads like prose."""
    total, root, n = page.total, page.root, len(page.blocks)
    heading, stated = float(page.heading), page.stated
    ladder: dict[Box, float] = {}
    if heading >= 0:
        rung: Box | None = page.blocks[page.heading].box
        while rung is not None:
            ladder[rung] = float(len(ladder))
            rung = rung.up
    sig: dict[tuple[str, str | None], float] = {}
    for b in page.prose:
        s = (b.box.tag, b.box.name)
        sig[s] = sig.get(s, 0.0) + (b.chars - b.linked) * b.weight
    ending = _ENDINGS.get
    out = []
    so_far = 0.0
    last = -10.0
    count = len(page.prose)
    whole = (log(1 + total), root.linked / (root.chars or 1), float(count))
    holders: dict[Box, tuple[float, ...]] = {}
    ways: dict[int, tuple[float, ...]] = {}
    nexts = [*[b.at for b in page.prose[1:]], n + 10][:count]
    for b, following in zip(page.prose, nexts, strict=True):
        x = b.box
        c = b.chars
        w = b.weight
        at = float(b.at)
        up = x.up or root
        holder = holders.get(up)
        if holder is None:
            holder = holders[up] = _holder(up, ladder, root, total)
        way = ways.get(path := x.path)
        if way is None:
            way = ways[path] = tuple([float(path & kind) for kind in _PATH])
        before, after = at - last, following - at
        out.append((
            log(c * w), b.linked / c, b.bold / c, 1.0 if ending(b.text[-1]) == 1.0 else 0.0,
            _TAGS.get(x.tag, 0.0), x.depth, at / n, at - heading if heading >= 0 else -1000.0,
            c / (x.chars or 1), sig[x.tag, x.name] / total, so_far / total,
            before if before < 30 else 30.0, after if after < 30 else 30.0,
            -1.0 if not stated else (1.0 if b.text[:60] in stated else 0.0),
            *holder, *way, *whole,
        ))  # fmt: skip
        so_far += (c - b.linked) * w
        last = at
    return out


_ABOVE: Final = (FIGURE, COMMENT, CONTENT, META)
_PATH: Final = (NAMED, BODY, COMMENT, PROMO, NAV, FIGURE, BOX)


def _holder(up: Box, ladder: Mapping[Box, float], root: Box, total: int) -> tuple[float, ...]:
    """What the first forest sees of the box that holds a block's box, told once for all blocks in it."""
    over = up.up or root
    box: Box | None = up
    while box is not None and box not in ladder:
        box = box.up
    bits = up.bits
    return (
        _TAGS.get(up.tag, 0.0),
        ladder[box] if box is not None else 99.0,
        up.mass / total,
        over.mass / total,
        up.linked / (up.chars or 1),
        over.linked / (over.chars or 1),
        float(up.blocks),
        float(up.prose),
        float(over.prose),
        *[float(bits & kind) for kind in _ABOVE],
    )


PROSE_NAMES: Final = (
    "log_chars linked bold ends tag depth position from_heading share same_kind so_far before after stated "
    "up_tag ladder up_mass over_mass up_linked over_linked up_blocks up_prose over_prose up_figure up_comment up_content up_meta "
    "path_named path_body path_comment path_promo path_nav path_figure path_box total page_linked count"
).split()


def box_of(page: Page, belief: Sequence[float], doubt: float | None = None) -> Box:
    """The box whose prose adds up to the most, each block counting its characters times (belief - doubt).

    Every box keeps its sum in ``value``. Of a row of boxes made alike, as posts
    of a thread are, the first that is believed is the article, the others answer it.
    """
    doubt = DOUBT if doubt is None else doubt
    boxes = page.layout.known
    for x in boxes:
        x.value = 0.0
    for b, q in zip(page.prose, belief, strict=True):
        b.box.value += (b.chars - b.linked) * b.weight * (q - doubt)
    best, most = page.root, -1e18
    for x in reversed(boxes):
        if x.mass:
            v = x.value
            if v > most:
                most, best = v, x
            if x.up is not None:
                x.up.value += v
    if best.name and best.tag not in _LEAVES:
        alike = [x for x in boxes if x.mass and x.tag == best.tag and x.depth == best.depth and x.name == best.name]
        if len(alike) > 1:
            for x in alike:
                if x is best or x.value > (THREAD - DOUBT) * x.mass:
                    return x
    return best


DOUBT = 0.35
"""Of .25 to .6 the one that lost the fewest bodies, by folds over sites."""
THREAD: Final = 0.2
"""The first post of a thread need not be believed more than this."""

_LEAVES: Final = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote dd dt pre figcaption".split())
REACH: Final = 36
"""Blocks this far before and after the box's prose are still looked at (12 lost a point on pages in pieces)."""


def reach_of(page: Page, best: Box, belief: Sequence[float]) -> tuple[int, int, int, int]:
    """First and last index of blocks to look at, and of believed prose in the box; see :func:`place`."""
    for x in page.layout.boxes:
        x.climb = -1.0
    climbing: Box | None = best
    climb = 0.0
    while climbing is not None:
        climbing.climb, climbing.steps, climbing.branch = climb, 0.0, None
        climb += 1.0
        climbing = climbing.up
    first = last = -1
    for b, q in zip(page.prose, belief, strict=True):
        if q > 0.5 and best.first <= b.at <= best.last:
            if first < 0:
                first = b.at
            last = b.at
    end = min(len(page.blocks) - 1, MOST)
    if first < 0:
        return 0, end, 0, end
    end = max(end, last)
    if best.mass < 0.4 * page.total:
        return 0, end, first, last
    return max(0, first - REACH), min(len(page.blocks) - 1, last + REACH), first, last


def place(box: Box) -> None:
    """Find where a box lies to the article's box: its ``climb``, ``steps`` and ``branch``."""
    new = []
    while box.climb < 0:
        new.append(box)
        box = box.up or box  # the topmost has its place already
    climb, steps = box.climb, box.steps
    branch = box.branch if steps > 1 else box if steps else None
    while new:
        x = new.pop()
        steps += 1.0
        x.climb, x.steps, x.branch = climb, steps, branch
        if steps == 1:
            branch = x


def block_features(page: Page, belief: Sequence[float]) -> tuple[list[Block], list[tuple[float, ...]], list[Block]]:
    """The blocks worth a second look, what the second forest sees of each, and the blocks that need none.

    Measured over all sets: of prose in the box that is believed at .95 or more 99% is
    body, of what is outside and not believed 2%; so neither is looked at again.
    """
    blocks, heading = page.blocks, float(page.heading)
    root = page.root
    best = box_of(page, belief)
    start, stop, first, last = reach_of(page, best, belief)
    inside = range(max(start, best.first), min(stop, best.last) + 1)
    outside: list[int] = []
    kind: dict[tuple[str, str | None], float] = {}
    mass = 1.0
    for b, q in zip(page.prose, belief, strict=True):
        at = b.at
        if first <= at <= last:
            worth = b.chars * b.weight * q
            s = (b.box.tag, b.box.name)
            kind[s] = kind.get(s, 0.0) + worth
            mass += worth
        if q >= 0.5 and at not in inside and start <= at <= stop:
            outside.append(at)
    span = last - first
    whole = best.value if best.value > 1 else 1.0
    around = (log(mass), best.linked / (best.chars or 1), best.mass / page.total, float(span))
    know, ending = page.layout.know, _ENDINGS.get
    looked: list[Block] = []
    sure: list[Block] = []
    rows: list[tuple[float, ...]] = []
    seen: set[str] = set()
    holders: dict[Box, tuple[float, ...]] = {}
    limbs: dict[Box, tuple[float, ...]] = {}
    ways: dict[int, tuple[float, ...]] = {}
    so_far = back = 0.0
    end = len(blocks) - 1
    ahead = zip([*[b.at for b in page.prose], end + 1], [*belief, 0.0], strict=True)
    following, fore = next(ahead)
    for i in sorted([*inside, *outside]) if outside else inside:
        q = -1.0
        while following <= i:
            q = fore if following == i else -1.0
            following, fore = next(ahead)
        b = blocks[i]
        x = b.box
        c = b.chars
        w = b.weight
        linked = b.linked / c
        if q > 0.95 and i in inside:
            sure.append(b)
            so_far += c * w * q
            back = q
            continue
        if x.climb < 0:
            place(x)
        if linked > 0.9 and q < 0 and x.steps > 4:
            continue
        if x.name is None:
            know(x)
        t = b.text
        up = x.up or root
        branch = x.branch or x
        holder = holders.get(up)
        if holder is None:
            holder = holders[up] = (
                up.value / whole,
                _TAGS.get(up.tag, 0.0),
                up.linked / (up.chars or 1),
                float(up.blocks),
            )
        limb = limbs.get(branch)
        if limb is None:
            limb = limbs[branch] = (
                branch.value / whole,
                _TAGS.get(branch.tag, 0.0),
                branch.linked / (branch.chars or 1),
                float(branch.blocks),
                float(branch.prose),
            )
        inner = x.path & ~best.path | x.bits
        way = ways.get(inner)
        if way is None:
            way = ways[inner] = tuple([float(inner & kind) for kind in _INNER])
        short = t[:60]
        after = blocks[i + 1] if i < end else b
        room = after.chars * after.weight
        here = float(i)
        fore_run, hind_run = here - first, last - here
        looked.append(b)
        rows.append((
            q, back, fore,
            log(c * w), linked, ending(t[-1], 0.0),
            _TAGS.get(x.tag, 0.0), x.climb, x.steps,
            -hind_run, fore_run if fore_run < hind_run else hind_run, here - heading if heading >= 0 else -1000.0,
            kind.get((x.tag, x.name), 0.0) / mass, so_far / mass, x.value / whole,
            (1.0 if (_CALLS_WIDE.search(short) if w > 1 else not _CALLS.isdisjoint(t[:90].lower().split())) else 0.0) if c < 400 else 0.0,
            room if room < 400 else 400.0, after.linked / after.chars,
            -1.0 if not page.stated else (1.0 if short in page.stated else 0.0),
            1.0 if c > 8 and short in page.summary else 0.0,
            1.0 if short in seen else 0.0,
            *holder, *limb, *way, *around,
        ))  # fmt: skip
        if c > 20:
            seen.add(short)
        if q > 0:
            so_far += c * w * q
        if q >= 0:
            back = q
    return looked, rows, sure


_INNER: Final = (FIGURE, PROMO, NAV, ARTICLE)
BLOCK_NAMES: Final = (
    "belief back fore log_chars linked ends tag climb steps from_last inside from_heading same_kind so_far own_value "
    "calls after_chars after_linked stated summary seen up_value up_tag up_linked up_blocks "
    "branch_value branch_tag branch_linked branch_blocks branch_prose in_figure in_promo in_nav in_article mass best_linked best_mass span"
).split()


def body_of(layout: Layout, hints: Hints) -> list[Block]:
    """The blocks of the body, in order."""
    if not layout.blocks:
        return []
    page = Page(layout, hints)
    if len(page.prose) > MOST:
        belief = [1.0] * len(page.prose)
        best = box_of(page, belief)
        return [b for b in page.blocks[best.first : best.last + 1] if b.linked < 0.5 * b.chars]
    prose, block = forests()
    belief = [1.0 / (1.0 + exp(-prose(row))) for row in prose_features(page)]
    looked, rows, body = block_features(page, belief)
    body += [b for b, row in zip(looked, rows, strict=True) if block(row) > THRESHOLD]
    if not body and page.prose:
        best = max(page.layout.known, key=lambda x: x.value)
        body = [b for b in page.prose if b.box is best] or [max(page.prose, key=lambda b: b.chars)]
    body.sort(key=_AT)
    return body


_AT: Final = attrgetter("at")
MOST: Final = 5000
"""A page with more blocks of prose is a book or an attack: all of its largest box is taken, in linear time."""
THRESHOLD: Final = -0.2
"""In log odds."""
