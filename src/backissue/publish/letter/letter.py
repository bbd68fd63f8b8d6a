"""A letter as a value: everything that any form of it says, and nothing of how it looks.

HTML, plain text, mail, EPUB, the site's page and its feeds are made from this
alone, so that they cannot say different things. Texts are cleaned already: one
line, no controls, nothing that turns the direction of writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from backissue.publish.letter.week import Week

__all__ = ["Item", "Letter", "Lost", "Missing", "Picture", "Section"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A held picture: its file below ``archive/``, and what is printed under it."""

    file: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of the week.

    ``path`` is its page below the site without ending; ``link`` a whole
    address, or empty. ``when`` is its day in the paper's zone, None if only the
    week is known. ``lead`` is the beginning of the text. ``partial`` says that
    the text breaks off.
    """

    id: str
    path: str
    title: str
    byline: str = ""
    hidden: bool = False
    when: date | None = None
    lead: str = ""
    link: str = ""
    picture: Picture | None = None
    language: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the paper, best first; ``more`` counts those that had no room here. ``name`` may be empty."""

    name: str
    items: tuple[Item, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Lost:
    """An article of the week that is known of and not held; ``link`` leads to what is known of it, if anything does."""

    title: str
    byline: str = ""
    when: date | None = None
    path: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What the week lacks: lost articles, how many texts break off, how many pictures are not held.

    ``untold`` counts lost articles that had no room in the list.
    """

    lost: tuple[Lost, ...] = ()
    untold: int = 0
    partial: int = 0
    pictures: int = 0

    def __bool__(self) -> bool:
        return bool(self.lost or self.partial or self.pictures)


@dataclass(frozen=True, slots=True)
class Letter:
    """One week of the paper.

    ``language`` is of the frame (``LANGUAGES``), ``paper_language`` of the
    texts (BCP 47). ``note`` is Markdown by the archive's editor. ``held`` counts
    the week's articles, ``left_out`` those that the editor left out. ``site`` is
    the address of the archive's site with its last slash, or empty: then items
    link to captures. ``place`` is the page below the site where the week can be
    read. ``years_ago`` is how far back the week lies, if that was asked.
    """

    week: Week
    paper: str
    language: str
    paper_language: str
    title: str
    preheader: str
    lead: Item | None = None
    sections: tuple[Section, ...] = ()
    note: str = ""
    missing: Missing = Missing()
    held: int = 0
    left_out: int = 0
    thin: bool = False
    years_ago: int = 0
    site: str = ""
    place: str = "index.html"
    host: str = ""
    timezone: str = "UTC"
    closed: date | None = None
    rights: str = ""

    @property
    def items(self) -> Iterator[Item]:
        """Every article shown, the lead first."""
        if self.lead:
            yield self.lead
        for section in self.sections:
            yield from section.items

    @property
    def trimmed(self) -> int:
        """How many articles had no room."""
        return sum(section.more for section in self.sections)

    def trim(self, most: int, leads: int, *, rooms: int = 10_000, lost: int = 10_000) -> Letter:
        """The same with less in it, and how much less said.

        At most ``most`` articles of a section, the beginning of the text for
        the first ``leads`` of them, ``rooms`` sections (the last of which says
        how many articles the others have), and ``lost`` lost articles.
        """
        kept = [
            replace(
                section,
                items=tuple(
                    item if at < leads else replace(item, lead="", picture=None)
                    for at, item in enumerate(section.items[:most])
                ),
                more=section.more + max(0, len(section.items) - most),
            )
            for section in self.sections[:rooms]
        ]
        if over := sum(len(s.items) + s.more for s in self.sections[rooms:]):
            kept.append(Section("", (), over))
        gone = max(0, len(self.missing.lost) - lost)
        missing = replace(self.missing, lost=self.missing.lost[:lost], untold=self.missing.untold + gone)
        return replace(self, sections=tuple(kept), missing=missing)
