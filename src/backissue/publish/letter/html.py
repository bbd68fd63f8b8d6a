"""The letter as HTML for mail: one column, styles in their elements, nothing loaded from anywhere.

Tables only where mailboxes need one to centre a column; dark where the reader's
system is; at most 100 KB, because some mailboxes cut off what is longer. What
had no room is counted, never dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from backissue.model import BadInstruction
from backissue.publish.letter.letter import Item, Letter
from backissue.publish.letter.mail import UNSUBSCRIBE
from backissue.publish.letter.phrases import about, about_lost, defects, label, name, told
from backissue.publish.letter.words import Speech
from backissue.publish.render import body
from backissue.publish.render.words import language_for, trusted

__all__ = ["MOST", "fit", "note_html", "to_html"]

MOST = 100_000
"""Bytes of HTML; a widespread mailbox hides what comes after 102 kB."""

_FOR_PICTURES = 2_500
"""Bytes of six elements that show one."""

_COLOURS = {
    "bg": "#edeae1",
    "paper": "#fbfaf6",
    "ink": "#1d1b18",
    "soft": "#5c574e",
    "rule": "#d5cfc1",
    "accent": "#8a1c1c",
    "wash": "#f1eee5",
}
_FACES = {
    "zh-Hant": (
        "'Noto Serif CJK HK','Noto Serif CJK TC','Noto Serif TC','Songti TC','Microsoft JhengHei',Georgia,serif",
        "'PingFang HK','PingFang TC','Microsoft JhengHei','Noto Sans CJK HK','Noto Sans CJK TC',Helvetica,Arial,sans-serif",
    ),
    "zh-Hans": (
        "'Noto Serif CJK SC','Noto Serif SC','Songti SC','Microsoft YaHei',Georgia,serif",
        "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Helvetica,Arial,sans-serif",
    ),
    "en": ("Georgia,'Times New Roman','Noto Serif',serif", "Helvetica,Arial,'Noto Sans',sans-serif"),
}
_PADDING = trusted("&#8199;&#65279;&#847; " * 40)
"""Keeps a mailbox from showing the letter's first words after the preheader; none of it is seen."""

_SHORT = 12
"""Up to so many articles each has the beginning of its text; in a longer letter the first three of a section have."""

_STEPS = ((40, 4), (40, 2), (40, 1), (25, 1), (15, 1), (10, 1), (7, 1), (5, 1), (5, 0), (3, 0), (2, 0), (1, 0))


def to_html(letter: Letter, *, mail: bool = True, picture: Callable[[Item], str] = lambda _: "") -> str:
    """The whole page. For ``mail`` it holds ``UNSUBSCRIBE``; ``picture`` gives the address of an item's picture, or nothing."""
    say = Speech(letter.language)
    song, hei = _FACES[_face(letter)]

    def show(item: Item, first: bool) -> Markup:  # noqa: FBT001  (called by the template)
        return _item(item, first, picture(item) if item.picture else "", letter.language, song)

    return _templates()[0].render(
        letter=letter,
        say=say,
        c=_COLOURS,
        song=trusted(song),
        hei=trusted(hei),
        spacing=".12em" if _face(letter) != "en" else ".01em",
        padding=_PADDING,
        label=label(letter, say),
        name=name(letter, say),
        span=letter.week.span(letter.language),
        number=say("letter_week", year=letter.week.year, n=letter.week.number),
        told=told(letter, say),
        note=_dressed(note_html(letter, say)),
        named=any(s.name for s in letter.sections) or letter.lead is not None,
        show=show,
        whole=f"{letter.site}{letter.place}" if letter.site else "",
        about_lost=lambda one: about_lost(one, say),
        defects=defects(letter, say),
        unsubscribe=UNSUBSCRIBE if mail else "",
    )


@lru_cache(maxsize=4096)
def _item(item: Item, first: bool, picture: str, language: str, song: str) -> Markup:  # noqa: FBT001
    """One article; kept, because fitting a letter into its bytes draws most of them several times."""
    say = Speech(language)
    return trusted(
        _templates()[1].render(
            item=item,
            first=first,
            about=about(item, say),
            partial=say("letter_partial"),
            picture=picture,
            ui=language,
            c=_COLOURS,
            song=trusted(song),
        )
    )


def fit(letter: Letter) -> Letter:
    """The letter with as much of it as a mail of ``MOST`` bytes holds. Raises BadInstruction if the note alone is too long."""
    for smaller in _smaller(letter):
        if len(to_html(smaller).encode("utf-8", "replace")) <= MOST - _FOR_PICTURES:
            return smaller
    raise BadInstruction("the editor's note leaves no room for the letter", "A mail holds 100 kB; say it shorter.")


def _smaller(letter: Letter) -> Iterator[Letter]:
    items = len(list(letter.items))
    if items <= _SHORT and len(letter.missing.lost) <= 30:
        yield letter
    if items <= 60:
        yield letter.trim(60, 3, lost=30)
    for most, leads in _STEPS:
        yield letter.trim(most, leads, lost=30)
    yield letter.trim(1, 0, rooms=40, lost=10)
    yield letter.trim(0, 0, rooms=10, lost=0)


def note_html(letter: Letter, say: Speech) -> str:
    """The editor's note as safe HTML: sanitised like everything that was Markdown."""
    if not letter.note:
        return ""
    return body.to_html(letter.note, "", lambda _: False, say("picture_missing"), say("pictures"))


_DRESS = {
    "p": "margin:0 0 12px;font-size:15px;line-height:1.8",
    "ul": "margin:0 0 12px;padding:0 0 0 20px;font-size:15px;line-height:1.8",
    "ol": "margin:0 0 12px;padding:0 0 0 24px;font-size:15px;line-height:1.8",
    "h2": "margin:14px 0 6px;font-size:17px;line-height:1.5",
    "h3": "margin:14px 0 6px;font-size:16px;line-height:1.5",
    "blockquote": "margin:0 0 12px;padding:0 0 0 14px;border-left:3px solid #8a1c1c",
    "a": "color:#8a1c1c",
}
_TAG = re.compile(r"<(p|ul|ol|h2|h3|blockquote|a)(?=[ >])")


def _dressed(note: str) -> Markup:
    """Styles put into the elements of the note; its links have the class that the dark scheme recolours."""
    made = _TAG.sub(lambda m: f'<{m[1]}{" class=acc" if m[1] == "a" else ""} style="{_DRESS[m[1]]}"', note)
    return trusted(made.replace(" class=acc", ' class="acc"'))


def _face(letter: Letter) -> str:
    """Whose letterforms to ask for: the paper's where it is Chinese, else the frame's."""
    paper = language_for(letter.paper_language)
    return paper if paper != "en" else letter.language


@cache
def _templates() -> tuple[Template, Template]:
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        undefined=StrictUndefined,
    )
    return env.get_template("letter.html"), env.get_template("item.html")
