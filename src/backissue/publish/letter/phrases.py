"""What a letter says of itself and of each article, in sentences: the same in every form of it."""

from __future__ import annotations

import re

from backissue.publish.letter.letter import Item, Letter, Lost
from backissue.publish.letter.words import Speech
from backissue.publish.render.words import long_date

__all__ = ["about", "about_lost", "defects", "label", "name", "said", "told", "without_controls"]


def name(letter: Letter, say: Speech) -> str:
    """What kind of letter this is: the week in the paper, or this week so many years ago."""
    return say("letter_ago", n=letter.years_ago) if letter.years_ago else say("letter_name")


def label(letter: Letter, say: Speech) -> str:
    """Who made this, so that nobody takes it for the dead paper's own."""
    closed = say("closed_on", date=long_date(letter.closed, say.language)) if letter.closed else ""
    return f"{say('letter_label')}{' ' if say.language == 'en' else ''}{closed}".strip()


def told(letter: Letter, say: Speech) -> str:
    """How much of the week there is."""
    if not letter.held:
        return say("letter_empty")
    parts = [say("letter_held", n=letter.held) + (". " if say.language == "en" else "。").strip()]
    if letter.left_out:
        parts.append(say("letter_left_out", n=letter.left_out))
    if letter.thin:
        parts.append(say("letter_thin"))
    return (" " if say.language == "en" else "").join(parts)


def said(letter: Letter, say: Speech) -> str:
    """Both: who made it, and how much there is."""
    return f"{label(letter, say)}{' ' if say.language == 'en' else ''}{told(letter, say)}"


def defects(letter: Letter, say: Speech) -> str:
    """What is wrong with what is held: texts that break off, pictures that are gone."""
    missing, parts = letter.missing, []
    if missing.partial:
        parts.append(say("letter_partials", n=missing.partial))
    if missing.pictures:
        parts.append(say("letter_pictures", n=missing.pictures))
    return (" " if say.language == "en" else "").join(parts)


def about(item: Item, say: Speech) -> str:
    """Who wrote an article, and on which day."""
    return " · ".join(filter(None, (say("byline_hidden") if item.hidden else item.byline, say.day(item.when))))


def about_lost(lost: Lost, say: Speech) -> str:
    """Who wrote a lost article, and its day."""
    return " · ".join(filter(None, (lost.byline, say.day(lost.when))))


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def without_controls(text: str) -> str:
    """A text of several lines without controls, other line breaks than LF, and what turns the direction of writing."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
