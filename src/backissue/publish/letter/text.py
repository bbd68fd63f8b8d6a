"""The letter as plain text: what a terminal, a screen reader or a careful reader shows.

UTF-8, lines of at most 72 columns, addresses whole on lines of their own. It
holds ``mail.UNSUBSCRIBE`` where a reader's own address to leave by goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backissue.publish.letter.letter import Item, Letter
from backissue.publish.letter.mail import UNSUBSCRIBE
from backissue.publish.letter.phrases import about, about_lost, defects, label, name, told
from backissue.publish.letter.words import Speech
from backissue.publish.letter.wrap import COLUMNS, width, wrap

__all__ = ["to_text"]

_DOUBLE, _SINGLE = "=" * COLUMNS, "-" * COLUMNS


class _Links:
    """Addresses too long for a line are put at the end, under numbers."""

    def __init__(self) -> None:
        self.long: list[str] = []

    def after(self, title: str, link: str) -> tuple[str, str]:
        """The title, with a number if there is one, and the line of the address, if it is short."""
        if not link or width(link) <= COLUMNS - 2:
            return title, link
        self.long.append(link)
        return f"{title} [{len(self.long)}]", ""


def to_text(letter: Letter, *, mail: bool = True) -> str:
    """The letter's text, lines ended by LF; with a line to unsubscribe by where it is for ``mail``."""
    say, links = Speech(letter.language), _Links()
    parts = [*_head(letter, say)]
    if letter.note:
        parts += [_rule(say("letter_note")), *_note(letter.note)]
    if letter.lead:
        parts += [_rule(say("letter_lead")), _item(letter.lead, say, links)]
    named = any(section.name for section in letter.sections)
    for section in letter.sections:
        if section.name or named or letter.lead or not section.items:
            parts.append(_rule(section.name or say("letter_no_section")))
        parts += [_item(item, say, links) for item in section.items]
        if section.more:
            where = f" – {say('letter_more_where')}" if letter.site else ""
            parts.append(wrap(say("letter_more", n=section.more) + where, indent="  "))
    parts += _missing(letter, say, links)
    parts += _foot(letter, say, mail=mail)
    if links.long:
        lines = [f"[{number}] {link}" for number, link in enumerate(links.long, 1)]
        parts.append("\n".join([_rule(say("letter_links")), *lines]))
    return "\n\n".join(parts) + "\n"


def _head(letter: Letter, say: Speech) -> Iterator[str]:
    week = say("letter_week", year=letter.week.year, n=letter.week.number)
    dates = wrap(f"{letter.week.span(letter.language)} · {week}")
    yield f"{_DOUBLE}\n{_centred(letter.paper)}\n{_centred(name(letter, say))}\n{_DOUBLE}\n{dates}\n{wrap(label(letter, say))}"
    yield wrap(told(letter, say))


def _note(note: str) -> Iterator[str]:
    """The editor's Markdown as it was written, which reads well as it is; only long lines are wrapped."""
    for block in re.split(r"\n\s*\n", note):
        lines = block.split("\n")
        listed = any(re.match(r"\s*(?:[-*+>|]|\d+[.)])\s", line) for line in lines)
        yield "\n".join(wrap(line) for line in lines) if listed else wrap(" ".join(lines))


def _item(item: Item, say: Speech, links: _Links) -> str:
    indent = "  "
    title, link = links.after(item.title, item.link)
    lines = [wrap(title, indent=indent, first="* ")]
    partial = f"[{say('letter_partial')}]" if item.partial else ""
    if line := " · ".join(filter(None, (about(item, say), partial))):
        lines.append(wrap(line, indent=indent))
    if item.lead:
        lines.append(wrap(item.lead, indent=indent))
    if link:
        lines.append(indent + link)
    return "\n".join(lines)


def _missing(letter: Letter, say: Speech, links: _Links) -> Iterator[str]:
    missing = letter.missing
    if not missing:
        return
    yield _rule(say("letter_missing"))
    if missing.lost:
        lines = [wrap(say("letter_lost", n=len(missing.lost) + missing.untold))]
        for one in missing.lost:
            title, link = links.after(one.title or say("letter_untold_title"), one.link)
            lines.append(wrap(" · ".join(filter(None, (title, about_lost(one, say)))), indent="  ", first="- "))
            if link:
                lines.append(f"  {link}")
        if missing.untold:
            lines.append(wrap(say("letter_lost_more", n=missing.untold), indent="  "))
        yield "\n".join(lines)
    if line := defects(letter, say):
        yield wrap(line)


def _foot(letter: Letter, say: Speech, *, mail: bool) -> Iterator[str]:
    yield f"{_SINGLE}\n{wrap(say('letter_links_site' if letter.site else 'letter_links_capture'))}"
    if letter.site:
        yield f"{wrap(say('letter_read_site') + ':')}\n{letter.site}{letter.place}"
    if mail:
        yield f"{wrap(say('letter_no_tracking'))}\n{say('letter_leave')}:\n{UNSUBSCRIBE}"
    if letter.rights:
        yield wrap(letter.rights)


def _rule(title: str) -> str:
    """A heading under a line that spans the page."""
    return f"{_SINGLE}\n{wrap(title)}"


def _centred(text: str) -> str:
    """``text`` in the middle of the line; as it is where it is longer."""
    return wrap(text) if width(text) > COLUMNS else " " * ((COLUMNS - width(text)) // 2) + text
