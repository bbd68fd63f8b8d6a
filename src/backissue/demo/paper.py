"""The paper's plan: what it is, and every article it ever ran, each a function of seed and number.

Nothing is remembered from one article to the next, so a hundred thousand cost no more memory than one.
It refuses clocks: the first and last day are the paper's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Protocol
from urllib.parse import quote
from zoneinfo import ZoneInfo

from .stories import Block, Picture, Shape, Span, Story, chinese_name, english_name, tell

__all__ = ["Address", "Article", "Byline", "Card", "Era", "Look", "Paper", "Person", "Plan", "Printed", "Version"]


@dataclass(frozen=True, slots=True)
class Person:
    """One name of a byline: ``kind`` is person, desk or organisation."""

    name: str
    kind: str = "person"
    role: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Byline:
    """Who made it. ``form``: reporter, pair, photo (text and pictures), desk, agency, column, or none."""

    form: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article: under this id, first shown at this time."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    since: datetime
    updated: datetime | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, in the words of its newsroom; ``versions`` oldest first, the last is what stands."""

    index: int
    id: str
    section: str
    language: str
    published: datetime
    byline: Byline
    tags: tuple[str, ...]  # what the editor gave
    aliases: tuple[str, ...]  # what the site's search added
    label: str | None
    versions: tuple[Version, ...]
    column: bool = False

    @property
    def final(self) -> Version:
        """The text that stands."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a page of one design prints of an article, and what can be concluded from it."""

    author: str | None
    date: str | None
    updated: str | None
    category: str | None
    tags: tuple[str, ...] | None
    published: dt.date | datetime | None
    changed: dt.date | datetime | None
    people: tuple[Person, ...] | None = None  # with the roles and places it tells; nothing: all of the byline's


@dataclass(frozen=True, slots=True)
class Card:
    """An article as a listing shows it."""

    id: str
    url: str
    title: str
    section: str
    published: datetime
    author: str
    summary: str


class Look(Protocol):
    """A page design. ``charset`` is what the page's own meta tag says, or nothing."""

    name: str

    def printed(self, paper: Paper, article: Article, version: Version) -> Printed:
        """What a reader of this design sees of the fields."""
        ...

    def article(
        self,
        paper: Paper,
        article: Article,
        version: Version,
        *,
        charset: str | None,
        related: tuple[Card, ...],
        salt: int,
    ) -> str:
        """The whole page of one article."""
        ...

    def listing(
        self, paper: Paper, heading: str, cards: tuple[Card, ...], *, charset: str | None, older: str | None
    ) -> str:
        """A page of cards, newest first."""
        ...

    def page(self, paper: Paper, heading: str, paragraphs: tuple[str, ...], *, charset: str | None) -> str:
        """One of the paper's own pages."""
        ...


class Address(Protocol):
    """How a paper writes an article's address: path and query, beginning with a slash, percent-encoded."""

    def __call__(self, paper: Paper, article: Article, version: Version) -> str:
        """The address of one version."""
        ...


@dataclass(frozen=True, slots=True)
class Era:
    """One design and the day (paper's time) it began; ``scheme`` is how its links are written."""

    since: datetime
    look: Look
    scheme: str = "https"
    address: Address | None = None  # the paper's own, unless this era had another


_quoted = lru_cache(maxsize=64)(quote)  # an article's address is asked for at each of its captures


def long_slug(paper: Paper, article: Article, version: Version) -> str:
    """``/article/{id}/{tags}-{live id}/{title}``: the slug names the revision that stood when the link was made."""
    tags = "-".join((*article.tags, article.byline.people[0].name if article.byline.people else paper.name))
    words = f"{tags}-{version.id}/{version.title.replace(' ', '-')}"
    return f"/article/{article.id}/{_quoted(words)}"


@dataclass(frozen=True, slots=True)
class Paper:
    """The facts of a paper."""

    name: str
    english: str
    letter: str  # its weekly letter
    host: str
    timezone: str
    language: str
    rights: str
    first: date
    closed: date
    eras: tuple[Era, ...]
    address: Address = long_slug
    www: bool = True
    sections: dict[str, str] = field(default_factory=dict)  # name to address part
    shape: Shape = field(default_factory=Shape)
    english_share: float = 0.1
    media_host: str = ""
    goodbye: tuple[str, ...] = ()  # the last article, about the end: its headline and paragraphs
    salt: str = ""  # what makes this paper's stories other than another's under one seed
    unsigned: float = 0.0  # the share of articles without a byline
    translate: Callable[[str], str] | None = None  # into another script
    has_id: bool = True  # the article's number stands in its address
    slugged: bool = True  # so do words, which may get lost
    short_address: str = "/article/{id}"  # what old links had
    section_path: str = "/section/{part}"
    archive_path: str = "/archive/{number}"
    revised_every: int = 37  # one article in so many has a second id

    @property
    def zone(self) -> ZoneInfo:
        """The zone that bare times on its pages mean."""
        return ZoneInfo(self.timezone)

    @property
    def home(self) -> str:
        """The host as its links have it."""
        return f"www.{self.host}" if self.www else self.host

    def era(self, when: datetime) -> Era:
        """The design in use at that time."""
        return next((e for e in reversed(self.eras) if when >= e.since), self.eras[0])

    def url(self, article: Article, version: Version, era: Era) -> str:
        """The address of one version of an article as that era's links have it."""
        return f"{era.scheme}://{self.home}{(era.address or self.address)(self, article, version)}"

    def picture_url(self, article: Article, picture: Picture) -> str:
        """Where a figure's file lies."""
        host = self.media_host or f"img.{self.host}"
        return f"https://{host}/{article.published:%Y/%m}/{picture.number}.{picture.suffix}"

    def card(self, article: Article, version: Version, url: str) -> Card:
        """How listings speak of an article."""
        names = "、".join(p.name for p in article.byline.people)
        summary = next((b.text for b in version.blocks if b.kind == "p"), "")[:60]
        return Card(article.id, url, version.title, article.section, article.published, names, summary)


ALIASES = {
    "巴士": ("公共交通", "Bus"),
    "公屋": ("房屋", "Public housing"),
    "龍舟": ("Dragon boat",),
    "颱風": ("風暴", "Typhoon"),
}


def _byline(rng: Random, paper: Paper, language: str, names: Mapping[str, tuple[str, ...]]) -> Byline:
    """Somebody to sign the story: a reporter, two, words and pictures, a desk or an agency."""
    places, desks, agencies = names["place"], names["desk"], names["agency"]
    name = english_name if language.startswith("en") else chinese_name
    chinese = not language.startswith("en")
    draw = rng.random()
    place = places[int(rng.random() * len(places))] if rng.random() < 0.4 else None
    first = name(rng)
    if draw < 0.42:
        return Byline("reporter", (Person(first, role="記者" if chinese else None, place=place),))
    if draw < 0.55:
        second = name(rng)
        second = second if second != first else name(rng)
        role = "記者" if chinese else None
        return Byline("pair", (Person(first, role=role), Person(second, role=role)))
    if draw < 0.68 and chinese:
        return Byline("photo", (Person(first, role="文"), Person(name(rng), role="攝影")))
    if draw < 0.9:
        desk = desks[int(rng.random() * len(desks))]
        return Byline("desk", (Person(f"{paper.name}{desk}" if chinese else f"{paper.english} {desk}", kind="desk"),))
    return Byline("agency", (Person(agencies[int(rng.random() * len(agencies))], kind="organisation"),))


def _translated(story: Story, byline: Byline, into: Callable[[str], str]) -> tuple[Story, Byline]:
    """A story and its byline in another script, word for word."""

    def span(s: Span) -> Span:
        return into(s) if isinstance(s, str) else (s[0], into(s[1]), s[2])

    def block(b: Block) -> Block:
        picture = b.picture and replace(
            b.picture, caption=into(b.picture.caption), credit=into(b.picture.credit) if b.picture.credit else None
        )
        rows = tuple(tuple(into(cell) for cell in row) for row in b.rows)
        return replace(b, spans=tuple(map(span, b.spans)), items=tuple(map(into, b.items)), rows=rows, picture=picture)

    story = replace(
        story, section=into(story.section), title=into(story.title), label=story.label and into(story.label), tags=tuple(map(into, story.tags)),
        blocks=tuple(map(block, story.blocks)), corrected_title=into(story.corrected_title), correction=tuple(map(block, story.correction)),
    )  # fmt: skip
    people = tuple(
        replace(p, name=into(p.name), role=p.role and into(p.role), place=p.place and into(p.place))
        for p in byline.people
    )
    return story, replace(byline, people=people)


class Plan:
    """All articles of a paper, by number: ``plan.article(i)`` for ``0 <= i < articles``."""

    def __init__(self, paper: Paper, articles: int, seed: int) -> None:
        self.paper = paper
        self.articles = articles
        self.seed = seed
        zone = paper.zone
        self.start = datetime(paper.first.year, paper.first.month, paper.first.day, 7, tzinfo=zone)
        end = datetime(paper.closed.year, paper.closed.month, paper.closed.day, tzinfo=zone) - timedelta(days=2)
        self.span = (end - self.start).total_seconds()

    def number(self, index: int) -> int:
        """The article's id: a run without holes, in which a second id follows each revised article's first."""
        every = self.paper.revised_every
        return 1001 + index + (index + every - 6) // every if every else 1001 + index

    def revised(self, index: int) -> bool:
        """Whether this article has a second id."""
        every = self.paper.revised_every
        return bool(every) and index % every == 5

    def when(self, index: int, rng: Random) -> datetime:
        """Publication, paper's time, in order of number; by day, except in papers of many articles a day."""
        step = self.span / max(1, self.articles)
        moment = self.start + timedelta(seconds=int(step * index + step * 0.9 * rng.random()))
        return moment.astimezone(UTC).astimezone(self.paper.zone)

    def article(self, index: int) -> Article:
        """Article number ``index``, the same whatever was asked before."""
        from . import english, words

        paper = self.paper
        rng = Random(f"{self.seed}{paper.salt}/article/{index}")  # noqa: S311  (invents news, guards nothing)
        published = self.when(index, rng)
        is_english = paper.language.startswith("en") or rng.random() < paper.english_share
        language = "en" if is_english and not paper.language.startswith("en") else paper.language
        column = rng.random() < paper.shape.column
        story = tell(
            rng,
            language="en" if is_english else "zh",
            shape=paper.shape,
            column=column,
            year=published.year,
            paper=paper.english if is_english else paper.name,
        )
        names = english.NAMES if is_english else words.NAMES
        byline = _byline(rng, paper, language, names)
        if paper.goodbye and index == self.articles - 1:  # a true article in the farewell's own words
            title, *texts = paper.goodbye
            story = replace(
                story, title=title, label=None, tags=("本報",), blocks=tuple(Block("p", spans=(t,)) for t in texts)
            )
            language, column = paper.language, False
        if column:
            byline = Byline("column", (Person("潮生" if not is_english else "Ada Kwan"),))
        if paper.unsigned and rng.random() < paper.unsigned:
            byline = Byline("none", ())
        if paper.language.startswith("en"):
            story = replace(story, section=english.SECTIONS[story.tags[0]])
        if paper.translate:
            story, byline = _translated(story, byline, paper.translate)
        number = self.number(index)
        versions = self._versions(index, number, published, story, rng)
        aliases = tuple(a for tag in story.tags for a in ALIASES.get(tag, ()))
        return Article(
            index=index, id=str(number), section=story.section, language=language, published=published, byline=byline,
            tags=story.tags, aliases=aliases, label=story.label, versions=versions, column=column,
        )  # fmt: skip

    def _versions(self, index: int, number: int, published: datetime, story: Story, rng: Random) -> tuple[Version, ...]:
        first = Version(str(number), story.title, story.blocks, published, None)
        if rng.random() < 0.3:
            first = replace(first, updated=published + timedelta(seconds=60 + int(rng.random() * 30000)))
        later = published + timedelta(hours=30, seconds=int(rng.random() * 80000))
        if self.revised(index):
            same = index // self.paper.revised_every % 3 == 2  # every third revision changes nothing but the title
            blocks = story.blocks if same else (*story.blocks, *story.correction)
            return (first, Version(str(number + 1), story.corrected_title, blocks, later, later))
        if index % 23 == 4:  # corrected in place, under its own address
            return (first, Version(str(number), story.title, (*story.blocks, *story.correction), later, later))
        return (first,)
