"""The letter as a page of the site and as an entry of a feed: the same parts, in the site's own dress or in none.

Made by joining strings, like the site's pages of articles; everything archived
is escaped here, where it enters, and the editor's note has passed nh3.
"""

from __future__ import annotations

from collections.abc import Iterator

from backissue.publish.letter.html import note_html
from backissue.publish.letter.letter import Item, Letter
from backissue.publish.letter.phrases import about, about_lost, defects, name, said
from backissue.publish.letter.words import Speech
from backissue.publish.render.escaping import escape

__all__ = ["Drawing", "entry"]


class Drawing:
    """The parts of a letter's page; ``root`` leads up to the site's folder, ``pictures`` says whether it has any."""

    def __init__(self, letter: Letter, root: str, *, pictures: bool) -> None:
        self.letter, self.root, self.pictures = letter, root, pictures
        self.say = Speech(letter.language)
        self.lang = f' lang="{letter.language}"'

    def head(self) -> str:
        """What stands over it: kind, week, who made it."""
        letter, say = self.letter, self.say
        week = say("letter_week", year=letter.week.year, n=letter.week.number)
        return (
            f"<h1{self.lang}>{escape(name(letter, say))}</h1>"
            f'<p class="sum"{self.lang}>{escape(letter.week.span(letter.language))} · {escape(week)}</p>'
            f'<p class="note"{self.lang}>{escape(said(letter, say))}</p>'
        )

    def body(self) -> str:
        """Note, sections, and what is missing."""
        letter, say = self.letter, self.say
        made = ""
        if note := note_html(letter, say):
            made += self._group(escape(say("letter_note")), f'<div class="body"{self.lang}>{note}</div>')
        if letter.lead:
            made += self._group(escape(say("letter_lead")), self._card(letter.lead))
        for section in letter.sections:
            title = (
                f'<span lang="{escape(letter.paper_language)}">{escape(section.name)}</span>' if section.name else ""
            )
            if not title and (letter.lead or len(letter.sections) > 1):
                title = escape(say("letter_no_section"))
            made += self._group(title, f'<ul class="list hits">{"".join(self._row(i) for i in section.items)}</ul>')
        if letter.missing:
            made += self._group(escape(say("letter_missing")), "".join(self._missing()))
        return made

    def _group(self, title: str, inside: str) -> str:
        heading = f"<h2{self.lang}>{title}</h2>" if title else ""
        return f'<section class="group">{heading}{inside}</section>\n'

    def _link(self, item: Item) -> str:
        return f'<a href="{self.root}{item.path}.html">{escape(item.title)}</a>'

    def _by(self, item: Item) -> str:
        partial = f" · {escape(self.say('letter_partial'))}" if item.partial else ""
        line = f"{escape(about(item, self.say))}{partial}"
        return f'<span class="by"{self.lang}>{line}</span>' if line else ""

    def _card(self, item: Item) -> str:
        image = ""
        if item.picture and self.pictures:
            image = f'<img src="{self.root}{item.picture.file}" alt="{escape(item.picture.caption)}" loading="lazy">'
        lead = f"<p>{escape(item.lead)}</p>" if item.lead else ""
        return (
            f'<article class="card{" pic" if image else ""}" lang="{escape(item.language)}">{image}'
            f'<h3>{self._link(item)}</h3>{lead}<p class="by">{self._by(item)}</p></article>'
        )

    def _row(self, item: Item) -> str:
        lead = f'<p class="snippet">{escape(item.lead)}</p>' if item.lead else ""
        return f'<li lang="{escape(item.language)}">{self._link(item)} {self._by(item)}{lead}</li>'

    def _missing(self) -> Iterator[str]:
        missing, say = self.letter.missing, self.say
        if missing.lost:
            yield f'<p class="note"{self.lang}>{escape(say("letter_lost", n=len(missing.lost) + missing.untold))}</p>'
            rows = []
            for one in missing.lost:
                title = f'<a href="{self.root}{one.path}.html">{escape(one.title or say("letter_untold_title"))}</a>'
                by = (
                    f' <span class="by"{self.lang}>{escape(about_lost(one, say))}</span>'
                    if about_lost(one, say)
                    else ""
                )
                rows.append(f"<li>{title}{by}</li>")
            yield f'<ul class="list" lang="{escape(self.letter.paper_language)}">{"".join(rows)}</ul>'
        if line := defects(self.letter, say):
            yield f'<p class="note"{self.lang}>{escape(line)}</p>'


def entry(letter: Letter, root: str) -> str:
    """The letter as bare HTML for a feed; ``root`` is the site's address, or the way up to it from the feed."""
    say = Speech(letter.language)
    drawing = Drawing(letter, root, pictures=False)
    return f"<p>{escape(said(letter, say))}</p>\n{drawing.body()}"
