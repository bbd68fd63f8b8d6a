"""An article in a list: as a line, as a line with its day, as a card.

Made by hand and not by a template, because a site of 50,000 articles holds half
a million of them. Everything archived is escaped here.
"""

from __future__ import annotations

from typing import Protocol

from backissue.publish.render.escaping import escape, word

__all__ = ["Listed", "card", "dated", "line"]


class Listed(Protocol):
    """What a list needs to know of an article."""

    path: str
    title: str
    day: str
    when: str
    section: str
    authors: list[str]
    excerpt: str
    image: str
    language: str


def line(light: Listed, untitled: str) -> str:
    """What follows the way up to the site's folder: the rest of a list item, with section and byline."""
    by = _by(light)
    return f'{light.path}.html"{_lang(light)}>{escape(light.title) or untitled}</a>{by}</li>'


def dated(light: Listed, untitled: str) -> str:
    """The same with the day in front of the byline."""
    day = f' <time datetime="{light.day}">{light.day}</time>' if light.day else ""
    return f'{light.path}.html"{_lang(light)}>{escape(light.title) or untitled}</a>{day}{_by(light)}</li>'


def card(light: Listed, root: str, untitled: str, *, picture: bool, level: int = 3) -> str:
    """A card with the beginning of the text, and the first picture if there is one."""
    shown = f'<img src="{root}{light.image}" alt="" loading="lazy">' if picture and light.image else ""
    by = _by(light)
    excerpt = (
        f'<p lang="{word(light.language)}">{escape(light.excerpt)}</p>'
        if light.language
        else f"<p>{escape(light.excerpt)}</p>"
    )
    return (
        f'<article class="card{" pic" if shown else ""}">{shown}<h{level}><a href="{root}{light.path}.html"{_lang(light)}>'
        f'{escape(light.title) or untitled}</a></h{level}>{excerpt if light.excerpt else ""}<p class="by">{by}</p></article>'
    )


def _by(light: Listed) -> str:
    clock = light.when[11:16]
    parts = [f'<span class="s">{word(light.section)}</span>'] if light.section else []
    if light.authors:
        names = "、".join(light.authors[:3]) + ("…" if len(light.authors) > 3 else "")
        parts.append(f"<span>{word(names)}</span>")
    if clock:
        parts.append(f"<span>{clock}</span>")
    return f' <span class="by">{" ".join(parts)}</span>' if parts else ""


def _lang(light: Listed) -> str:
    return f' lang="{word(light.language)}"' if light.language else ""
