"""A week's articles made into a letter: read from the archive, ranked, put into sections, and what is missing told.

Everything is decided here, once, before any form of the letter is made. It
reads records through ``Archive`` alone, so that people's decisions are obeyed;
and it refuses what an editor asks for and the week does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from backissue import urls
from backissue.model import BadInstruction, Outlet, Record
from backissue.publish.letter.beginning import beginning
from backissue.publish.letter.index import Entry, Index
from backissue.publish.letter.letter import Item, Letter, Lost, Missing, Picture, Section
from backissue.publish.letter.mail import clean
from backissue.publish.letter.phrases import without_controls
from backissue.publish.letter.picks import Picks
from backissue.publish.letter.week import Week
from backissue.publish.letter.words import Speech
from backissue.publish.render.body import MEDIA
from backissue.publish.render.words import LANGUAGES, language_for
from backissue.publish.site.light import authors_of, day_of
from backissue.publish.site.past import LostArticle
from backissue.publish.site.stock import Stock
from backissue.text.dates import day_of_print

__all__ = ["ORDERS", "THIN", "Choice", "Composed", "compose"]

ORDERS = ("linked", "longest")
THIN = 3
"""Fewer articles than this make a thin week, unless another number is chosen."""

_TITLE = 160
_NAME = 60
_LINK = 1900
_BREAKS_OFF = frozenset({"body.truncated", "record.breaks-off"})
_LEAD = (120, 260)
_FIRST = (220, 460)
"""Characters of the text that stand under a headline, in Chinese and in other scripts: three to five lines of either."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen for a letter.

    ``language`` empty is the paper's own; ``picks_from`` names
    the picks in errors. ``kept`` says that the site has a page for the letter,
    ``forgiving`` that picks of what is there no more are passed over: a letter
    that was right when it was published must not stop the site.
    """

    language: str = ""
    order: str = "linked"
    least: int = THIN
    years_ago: int = 0
    picks: Picks = field(default_factory=Picks)
    note: str = ""
    picks_from: str = "picks.toml"
    kept: bool = False
    forgiving: bool = False

    def __post_init__(self) -> None:
        if self.language and self.language not in LANGUAGES:
            raise BadInstruction(f"a letter does not speak {self.language!r}", f"Choose one of {', '.join(LANGUAGES)}.")
        if self.order not in ORDERS:
            raise BadInstruction(f"articles cannot be ordered by {self.order!r}", f"Choose one of {', '.join(ORDERS)}.")
        if self.least < 0:
            raise BadInstruction("a thin week has fewer than 0 articles", "Say a number from 0 up.")


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter, and the records of its articles by their path, for those forms that hold whole texts."""

    letter: Letter
    records: Mapping[str, Record]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every item of one letter needs to know of it."""

    say: Speech
    language: str
    site: str


def compose(stock: Stock, index: Index, week: Week, choice: Choice, *, outlet: Outlet | None, site: str) -> Composed:
    """The letter of ``week``. ``site`` is the address of the archive's site with its last slash, or empty.

    Raises BadInstruction where the editor's picks name what the week does not have.
    """
    read: list[tuple[Entry, Record]] = []
    for entry in index.week(week):
        record = stock.read(entry.path)
        if record is not None and record.kind == "article":
            read.append((entry, record))
    first = read[0][1] if read else Record(id="0")
    paper = clean(
        (outlet.name if outlet else "")
        or first.publisher
        or urls.host(first.original_url or "")
        or stock.folder.resolve().name,
        _NAME,
    )
    paper_language = (outlet.language if outlet else None) or first.language or "und"
    language = choice.language or language_for(paper_language)
    say = Speech(language)
    frame = _Frame(say, paper_language, site)
    picks = choice.picks
    rooms = {entry.path: clean(record.category or "", _NAME) for entry, record in read}
    named = (e.id for e, _ in read), filter(None, rooms.values())
    if choice.forgiving:
        picks = picks.within(*named)
    else:
        picks.check(*named, _explainer(index, week), choice.picks_from)
    shown = [
        (entry, record)
        for entry, record in read
        if entry.id not in picks.leave_out and (not picks.only or entry.id in picks.only)
    ]
    shown.sort(key=lambda pair: _rank(pair[0], picks, choice.order))
    lead = None
    if len(shown) > 1:
        at = next((n for n, (entry, _) in enumerate(shown) if entry.id == picks.lead), 0)
        entry, record = shown.pop(at)
        lead = _item(entry, record, frame, _FIRST)
    by_room: dict[str, list[Item]] = {}
    for entry, record in shown:
        by_room.setdefault(rooms[entry.path], []).append(_item(entry, record, frame, _LEAD))
    missing = Missing(
        lost=tuple(_lost(one, site) for one in index.lost(week)),
        partial=sum(1 for _, record in read if _partial(record)),
        pictures=sum(1 for _, record in read for image in record.images if not image.file),
    )
    order = _order_of_rooms(by_room, picks, outlet)
    letter = Letter(
        week=week,
        paper=paper,
        language=language,
        paper_language=paper_language,
        title=clean(picks.title or _title(week, paper, say, choice.years_ago), _TITLE),
        preheader=clean(picks.preheader, _TITLE) or _preheader(lead, [by_room[name] for name in order], say, len(read)),
        lead=lead,
        sections=tuple(Section(name, tuple(by_room[name])) for name in order),
        note=without_controls(choice.note),
        missing=missing,
        held=len(read),
        left_out=len(read) - len(shown) - (1 if lead else 0),
        thin=len(read) < choice.least,
        years_ago=choice.years_ago,
        site=site,
        place=_place(week, [record for _, record in read], kept=choice.kept),
        host=(outlet.hosts[0].removeprefix("*.") if outlet and outlet.hosts else urls.host(first.original_url or "")),
        timezone=outlet.timezone if outlet else "UTC",
        closed=outlet.closed if outlet else None,
        rights=clean((outlet.rights if outlet else None) or "", _TITLE),
    )
    return Composed(letter, {entry.path: record for entry, record in read})


def _explainer(index: Index, week: Week) -> Callable[[str], str]:
    def explain(identity: str) -> str:
        other = index.week_of(identity)
        if other and other != week:
            return f"It stands in {other}."
        near = index.near(identity, week)
        return f"Did you mean {' or '.join(near)}?" if near else "Its id stands in its file's front matter."

    return explain


def _rank(entry: Entry, picks: Picks, order: str) -> tuple[int, int, int, str, str]:
    """Best first: as the editor has it, then by links or length, then by time."""
    first = picks.first or picks.only
    place = first.index(entry.id) if entry.id in first else len(first)
    links = -entry.links if order == "linked" else 0
    return (place, links, -entry.chars, entry.day, entry.path)


def _order_of_rooms(by_room: Mapping[str, Sequence[Item]], picks: Picks, outlet: Outlet | None) -> list[str]:
    """Sections as the editor has them, then as the outlet does, then the fullest first; what has none comes last."""
    told = [*picks.sections, *(outlet.sections if outlet else ())]

    def key(name: str) -> tuple[bool, int, int, str]:
        return (not name, told.index(name) if name in told else len(told), -len(by_room[name]), name)

    return sorted(by_room, key=key)


def _item(entry: Entry, record: Record, frame: _Frame, room: tuple[int, int]) -> Item:
    wide = any("\u2e80" <= c <= "\uffef" for c in record.body[:80])
    people = [clean(a.name, _NAME) for a in authors_of(record)]
    image = next((i for i in record.images if i.file and MEDIA.match(i.file)), None)
    return Item(
        id=record.id,
        path=entry.path,
        title=clean(record.title or "", _TITLE) or frame.say("untitled"),
        byline="、".join(people[:4]) + ("…" if len(people) > 4 else "") if wide else ", ".join(people[:4]),
        hidden=record.byline == "hidden",
        when=day_of(record),
        lead=clean(beginning(record.body, room[0] if wide else room[1]), room[1] + 2),
        link=_link(record, entry.path, frame.site),
        picture=Picture(image.file or "", clean(image.caption or "", _TITLE)) if image else None,
        language=record.language or frame.language,
        partial=_partial(record),
    )


def _link(record: Record, path: str, site: str) -> str:
    """The article on the archive's site; without one, its capture, and never the paper's own dead address."""
    if site:
        return f"{site}{path}.html"
    url = record.url or ""
    if url and urls.is_web(url) and urls.timestamp_of(url) and len(url) <= _LINK and url.isprintable():
        return url
    return ""


def _partial(record: Record) -> bool:
    return not _BREAKS_OFF.isdisjoint(record.findings)


def _lost(one: LostArticle, site: str) -> Lost:
    link = f"{site}{one.path}.html" if site else ""
    when = date.fromisoformat(day_of_print(one.date))  # it was found by that day
    return Lost(clean(one.title, _TITLE), clean(one.byline, _NAME), when, one.path, link)


def _title(week: Week, paper: str, say: Speech, years: int) -> str:
    name = say("letter_ago", n=years) if years else say("letter_name")
    return say("letter_subject", paper=paper, name=name, span=week.span(say.language))


def _place(week: Week, records: Sequence[Record], *, kept: bool) -> str:
    """The page below the site where this week is read: the letter's own, else its month."""
    if kept:
        return f"letters/{week}/index.html"
    months = sorted({day for record in records if (day := day_of(record))})
    return f"{months[0]:%Y/%m}/index.html" if months else "index.html"


def _preheader(lead: Item | None, sections: Sequence[Sequence[Item]], say: Speech, held: int) -> str:
    """The headlines that come first: what a mailbox shows after the subject."""
    if not held:
        return say("letter_empty")
    heads = [*([lead] if lead else []), *(items[0] for items in sections if items)]
    return clean(("; " if say.language == "en" else "；").join(one.title for one in heads[:4]), _TITLE)
