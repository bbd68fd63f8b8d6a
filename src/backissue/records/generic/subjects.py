"""The section, the tags and the language that a page states of itself; nothing is guessed from its text."""

from __future__ import annotations

import re

from turbohtml import Document

from backissue.records.generic.statements import Statements, plain

__all__ = ["language_of", "subjects_of"]

_COMMAS = re.compile(r"[,，、;；]")
_WELL_FORMED = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")


def subjects_of(said: Statements) -> tuple[str | None, tuple[str, ...]]:
    """The section and the tags that the page states, tags in order, each once."""
    section = next((words for value in said.ld("articleSection") if (words := plain(value))), None) or said.say(
        "article:section", "section", "category"
    )
    tags: dict[str, None] = {}
    for value in said.meta.get("article:tag", []):
        tags.setdefault(" ".join(value.split()))
    for value in said.ld("keywords"):
        for item in value if isinstance(value, list) else [value]:
            for word in _COMMAS.split(plain(item)):
                if word.strip():
                    tags.setdefault(word.strip())
    if not tags:
        for value in said.meta.get("news_keywords", []) or said.meta.get("keywords", []):
            for word in _COMMAS.split(value):
                if word.strip():
                    tags.setdefault(word.strip())
    return (" ".join(section.split()) if section else None), tuple(tags)


def language_of(document: Document, said: Statements) -> str | None:
    """The language the page gives itself, as a BCP 47 tag; what its text is in is for others to tell."""
    root = document.root
    for value in [root.attr("lang") if root is not None else None, said.say("og:locale"), said.say("content-language")]:
        if value and _WELL_FORMED.match(value.strip()):
            return value.strip().replace("_", "-")
    return None
