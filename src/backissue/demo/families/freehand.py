"""Designs drawn free of the skeleton: each writes whole pages in its own way, and tells itself what it prints.

A design says its dates, stamps and signatures by methods of its own; :meth:`Freehand.printed` tells the truth from
the same methods, so that page and truth cannot part. Nothing is drawn at random once a design is made.
It shares no markup among designs: what they have in common is words, never tags.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from backissue.demo.families.recipe import Family, Recipe, choose
from backissue.demo.html import attr, esc, write
from backissue.demo.paper import Article, Card, Paper, Person, Printed, Version
from backissue.demo.stories import Block, Picture

__all__ = ["DAYS", "DAYS_ZH", "MONTHS", "MONTHS_ZH", "Copy", "Freehand", "Hand", "Shell", "clock", "family", "heads"]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_ZH = ("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月")
DAYS_ZH = "一二三四五六日"

_READERS = ("阿明", "路過的人", "老街坊", "Kelvin", "小陳", "望海", "不具名", "夜貓子")
_READERS_EN = ("oldtimer", "pier_walker", "M. Reid", "just_asking", "northbank", "Tess", "quiet reader", "dogwatch")
_SAID = ("終於有人寫出來了。", "數字對不上吧？上次說的不是這樣。", "我家樓下也一樣，沒有人管。", "第二段講得太客氣。", "請繼續追。", "看完只想嘆氣。", "有人知道幾時開會嗎？", "多謝，已轉發。")  # fmt: skip
_SAID_EN = ("About time somebody wrote this.", "The figures do not add up, do they?", "Same on our street and nobody cares.", "Too polite by half.", "Please stay on this one.", "Does anyone know when the hearing is?", "Shared with the whole block.", "I remember when it was a field.")  # fmt: skip


def clock(t: datetime, am: str = "AM", pm: str = "PM") -> str:
    """``9:05 PM``."""
    return f"{t.hour % 12 or 12}:{t.minute:02d} {am if t.hour < 12 else pm}"


def _quoted(form: str) -> str:
    """A form in which a backtick stands for the quotation mark of attributes, as forms within forms have it."""
    return form.replace("`", '"')


@dataclass(frozen=True, slots=True)
class Hand:
    """How a design signs: ``{a}`` and ``{b}`` names, ``{p}`` a place, ``{o}`` a desk or an agency; nothing where it prints no such thing."""

    one: str = "{a}"
    two: str = "{a}、{b}"
    placed: str = ""
    photo: str = ""
    desk: str = "{o}"
    agency: str = "{o}"
    role: str | None = None  # the role that the words give to writers
    roles: tuple[str, str] = ("文", "攝影")  # those that ``photo`` gives

    def sign(self, article: Article) -> tuple[str | None, tuple[Person, ...]]:
        """The words as printed and the people whom they name."""
        people, kind = article.byline.people, article.byline.form
        if not people:
            return None, ()
        names = [p.name for p in people]
        if kind in {"desk", "agency"}:
            return (self.desk if kind == "desk" else self.agency).format(o=names[0]), people
        if kind == "photo" and self.photo:
            return self.photo.format(a=names[0], b=names[1]), tuple(
                Person(n, role=r) for n, r in zip(names, self.roles, strict=True)
            )
        if kind == "pair":
            return self.two.format(a=names[0], b=names[1]), tuple(Person(n, role=self.role) for n in names)
        if self.placed and people[0].place:
            return self.placed.format(a=names[0], p=people[0].place), (
                Person(names[0], role=self.role, place=people[0].place),
            )
        return self.one.format(a=names[0]), (Person(names[0], role=self.role),)


@dataclass(frozen=True, slots=True)
class Shell:
    """What a frame is put around: ``main``, and what its head shall say."""

    paper: Paper
    title: str
    main: str
    charset: str | None
    head: str = ""
    section: str = ""
    is_story: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """One article on the compositor's table."""

    paper: Paper
    article: Article
    version: Version
    said: Printed
    related: tuple[Card, ...]
    url: str
    salt: int  # minutes since 1970 when the page was asked for

    def say(self, chinese: str, english: str) -> str:
        """The words in the paper's language, escaped; {name} and {letter} are the paper's."""
        words = english if self.paper.language.startswith("en") else chinese
        return esc(words.format(name=self.paper.name, letter=self.paper.letter))

    @property
    def title(self) -> str:
        """The headline, escaped."""
        return esc(self.version.title)

    @property
    def section(self) -> str:
        """The section's name, escaped."""
        return esc(self.article.section)

    @property
    def part(self) -> str:
        """The section's part of addresses."""
        return self.paper.sections.get(self.article.section, "news")

    @property
    def section_url(self) -> str:
        """The section's page."""
        return attr(self.paper.section_path.format(part=self.part))

    @property
    def by(self) -> str:
        """The byline as printed, escaped; empty where nobody signed."""
        return esc(self.said.author or "")

    @property
    def day(self) -> str:
        """The date as printed."""
        return self.said.date or ""

    @property
    def lead(self) -> str:
        """The opening words, cut, for descriptions."""
        return next((b.text for b in self.version.blocks if b.kind == "p"), "")[:70]

    def signed(self, form: str) -> str:
        """``form`` with the byline in it, or nothing."""
        return form.format(self.by) if self.said.author else ""

    def linked(self, form: str) -> str:
        """The byline as printed, each person's name set into ``form``; nothing where nobody signed."""
        words = self.by
        people = self.said.people or ()
        for at, person in enumerate(people if words else ()):
            words = words.replace(esc(person.name), f"\0{at}\0", 1)
        for at, person in enumerate(people if words else ()):
            words = words.replace(f"\0{at}\0", form.format(esc(person.name)))
        return words

    def changed(self, form: str) -> str:
        """``form`` with the stamp of the last change in it, or nothing."""
        return form.format(self.said.updated) if self.said.updated else ""

    def tags(self, form: str, join: str = "") -> str:
        """The tags, each in ``form`` ({tag}, {url}), or nothing."""
        form = _quoted(form)
        return join.join(form.format(tag=esc(t), url=attr(f"/tag/{t}")) for t in self.said.tags or ())

    def others(self, form: str, count: int = 4, join: str = "", skip: int = 0) -> str:
        """Other articles, each in ``form``: {url}, {title}, {section}, {by}, {day}, {lead}."""
        form = _quoted(form)
        return join.join(
            form.format(url=attr(c.url), title=esc(c.title), section=esc(c.section), by=esc(c.author), day=f"{c.published:%Y-%m-%d}", lead=esc(c.summary))
            for c in self.related[skip : skip + count]
        )  # fmt: skip

    def remarks(self, form: str, most: int = 3) -> str:
        """Readers' remarks, each in ``form``: {who}, {what}, {when} and {n}."""
        rng = Random(f"{self.article.id}/remarks/{self.salt // 9000}")  # noqa: S311  (invents remarks)
        english = self.paper.language.startswith("en")
        said = rng.sample(_SAID_EN if english else _SAID, int(rng.random() * (most + 1)))
        whose = _READERS_EN if english else _READERS
        posted = self.article.published
        out = []
        for text in said:
            posted += timedelta(minutes=17 + int(rng.random() * 900))
            out.append(
                form.format(
                    who=choose(rng, *whose),
                    what=esc(text),
                    when=f"{posted:%Y-%m-%d %H:%M}",
                    n=1 + int(rng.random() * 40),
                )
            )
        return "".join(out)

    def ago(self) -> str:
        """How long before the page was asked for the article ran: ``3 小時前``, ``2 weeks ago``."""
        minutes = max(1, self.salt - int(self.article.published.astimezone(UTC).timestamp()) // 60)
        for size, zh, en in (
            (525600, "年", "year"),
            (43200, "個月", "month"),
            (10080, "星期", "week"),
            (1440, "天", "day"),
            (60, "小時", "hour"),
        ):
            if minutes >= size:
                count = minutes // size
                return self.say(f"{count} {zh}前", f"{count} {en}{'s' if count > 1 else ''} ago")
        return self.say(f"{minutes} 分鐘前", f"{minutes} min ago")


class Freehand:
    """A design without a skeleton. Subclasses write :meth:`frame`, :meth:`story`, :meth:`cards` and :meth:`own`, and say what they print."""

    name = ""
    category = True  # whether a page tells the section
    tagged = True  # whether a page tells the tags
    timed = False  # whether the date comes with a time of day, anywhere on the page
    stamped = False  # whether a change is stamped
    stamp_timed = True
    hand = Hand()
    hand_en = Hand(two="{a} and {b}")

    def __init__(self, rng: Random, language: str) -> None:
        self.language = language
        self.english = language.startswith("en")
        self.draw(rng)

    def draw(self, rng: Random) -> None:
        """Draws what varies between papers of this design."""

    def day(self, t: datetime) -> str:
        """The date as pages print it; ``t`` in the paper's own time."""
        raise NotImplementedError

    def stamp(self, t: datetime) -> str:
        """The time of the last change as pages print it."""
        return self.day(t)

    def frame(self, page: Shell) -> str:
        """A whole page around what it holds."""
        raise NotImplementedError

    def story(self, copy: Copy) -> str:
        """Everything of an article's page that the frame does not have."""
        raise NotImplementedError

    def machine(self, copy: Copy) -> str:  # noqa: ARG002  (for designs that tell machines something)
        """What an article's head tells machines."""
        return ""

    def cards(self, heading: str, cards: tuple[Card, ...], older: str | None) -> str:
        """A listing's inside."""
        raise NotImplementedError

    def own(self, heading: str, paragraphs: tuple[str, ...]) -> str:
        """The inside of one of the paper's own pages."""
        raise NotImplementedError

    def picture(self, copy: Copy, picture: Picture) -> str:
        """One figure."""
        raise NotImplementedError

    def block(self, copy: Copy, block: Block) -> str:
        """One block of the text."""
        return write(block, lambda p: self.picture(copy, p))

    def blocks(self, copy: Copy, blocks: tuple[Block, ...] | None = None) -> list[str]:
        """The text, block by block."""
        return [self.block(copy, b) for b in (copy.version.blocks if blocks is None else blocks)]

    def word(self, chinese: str, english: str) -> str:
        """The words in the design's language."""
        return english if self.english else chinese

    def menu(self, paper: Paper, form: str, join: str = "", *, now: str = "", current: str = "") -> str:
        """Links to the sections, each in ``form``: {url}, {name}, and {on}, which is ``current`` for the section ``now``."""
        form = _quoted(form)
        return join.join(
            form.format(
                url=attr(paper.section_path.format(part=part)), name=esc(name), on=current if name == now else ""
            )
            for name, part in paper.sections.items()
        )

    def source(self, copy: Copy, picture: Picture) -> str:
        """A picture's address, for an attribute."""
        return attr(copy.paper.picture_url(copy.article, picture))

    def printed(self, paper: Paper, article: Article, version: Version) -> Printed:
        """What a reader of this design's pages sees of the fields."""
        into: Callable[[str], str] = paper.translate or str
        author, people = (self.hand_en if article.language.startswith("en") else self.hand).sign(article)
        moment = article.published.replace(second=0, microsecond=0)
        updated = version.updated if self.stamped else None
        words = into(self.stamp(updated)) if updated else None
        changed = (
            updated.replace(second=updated.second if words and words.count(":") == 2 else 0, microsecond=0)
            if updated
            else None
        )
        return Printed(
            author=into(author) if author else None, date=into(self.day(article.published)), updated=words,
            category=article.section if self.category else None, tags=(*article.tags, *article.aliases) if self.tagged else None,
            published=moment if self.timed else moment.date(), changed=changed if changed is None or self.stamp_timed else changed.date(),
            people=tuple(replace(p, role=p.role and into(p.role)) for p in people),
        )  # fmt: skip

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
        era = next((e for e in paper.eras if e.look is self), paper.eras[-1])
        copy = Copy(
            paper,
            article,
            version,
            self.printed(paper, article, version),
            related,
            paper.url(article, version, era),
            salt,
        )
        html = self.frame(
            Shell(paper, version.title, self.story(copy), charset, self.machine(copy), article.section, is_story=True)
        )
        return paper.translate(html) if paper.translate else html

    def listing(
        self, paper: Paper, heading: str, cards: tuple[Card, ...], *, charset: str | None, older: str | None
    ) -> str:
        """A page of cards, newest first."""
        html = self.frame(Shell(paper, heading, self.cards(heading, cards, older), charset))
        return paper.translate(html) if paper.translate else html

    def page(self, paper: Paper, heading: str, paragraphs: tuple[str, ...], *, charset: str | None) -> str:
        """One of the paper's own pages."""
        html = self.frame(Shell(paper, heading, self.own(heading, paragraphs), charset))
        return paper.translate(html) if paper.translate else html


def heads(charset: str | None, *, old: bool = False) -> str:
    """The tag that names a charset, in the form of its time, or nothing."""
    if not charset:
        return ""
    return (
        f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        if old
        else f'<meta charset="{charset}">'
    )


def family(design: type[Freehand]) -> Family:
    """The family that draws this design."""

    def drawn(rng: Random, language: str) -> Recipe:
        look = design(rng, language)
        return Recipe(design.name, language, lambda _role: "", look=lambda _recipe: look)

    return drawn
