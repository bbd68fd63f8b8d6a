"""An outlet's rules for one template, put together once: its own, then its era's, compiled.

Refuses to look at a page except to tell its era.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from backissue import outlets
from backissue.model import Era, Outlet
from backissue.outlets import patterns, picks
from backissue.text.tree import Document, Element

__all__ = ["DEFAULTS", "Rules", "outermost", "rules_for"]

_FILED = r"^(?!\s*(?:[Uu]ncategori[sz]ed|未分[類类])\s*$)(.+)$"
"""A section's name, and not what systems say of pages that nobody filed."""
DEFAULTS: dict[str, tuple[str, ...]] = {
    "updated": ("ld: dateModified", "meta: article:modified_time", "meta: og:updated_time"),
    "category": tuple(f"{way} -> {_FILED}" for way in ("ld: articleSection", "meta: article:section")),
    "tags": ("meta: article:tag", "ld: keywords", "meta: news_keywords"),
    "canonical_url": ("link: canonical", "meta: og:url"),
}
"""Where fields stand on pages that keep to the web's conventions; for fields an outlet has no pick of."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for pages of one era. ``number`` counts eras from 1; 0 where none fits."""

    number: int = 0
    body: str | None = None
    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    cut: tuple[patterns.Pattern, ...] = ()
    clean: Mapping[str, tuple[patterns.Pattern, ...]] = field(default_factory=dict)
    order: str = ""

    def said(self, name: str) -> bool:
        """Whether the outlet itself has a pick for the field."""
        return name in self.picks

    def ways(self, name: str) -> tuple[str, ...]:
        """The picks of a field: the outlet's, else the web's conventions."""
        return self.picks.get(name) or DEFAULTS.get(name, ())


_NONE = Rules()
_made: dict[str, tuple[Rules, ...]] = {}


def rules_for(outlet: Outlet | None, document: Document) -> Rules:
    """The rules of the first era that fits ``document``; the outlet's own alone where none does."""
    if outlet is None:
        return _NONE
    name = outlet.fingerprint or outlets.fingerprint(outlet)
    made = _made.get(name)
    if made is None:
        if len(_made) > 32:
            _made.clear()
        made = _made[name] = tuple(_put_together(outlet, i) for i in range(len(outlet.eras) + 1))
    for number, era in enumerate(outlet.eras, 1):
        telling = era.has or era.body
        if telling and document.select_one(telling) is not None:
            return made[number]
    return made[0]


def _put_together(outlet: Outlet, number: int) -> Rules:
    era = outlet.eras[number - 1] if number else Era()
    clean: dict[str, tuple[patterns.Pattern, ...]] = {}
    for table in (outlet.clean, era.clean):
        for name, texts in table.items():
            clean[name] = clean.get(name, ()) + tuple(map(picks.check_pattern, texts))
    return Rules(
        number,
        era.body,
        {**outlet.picks, **era.picks},
        (*outlet.drop, *era.drop),
        tuple(map(picks.check_pattern, (*outlet.cut, *era.cut))),
        clean,
        order_of(outlet.dates),
    )


@lru_cache(maxsize=256)
def order_of(forms: tuple[str, ...]) -> str:
    """``dmy`` or ``mdy``, as the outlet's date forms (``DD.MM.YY``) have it; empty where they do not say."""
    for form in forms:
        upper = form.upper()
        day, month = upper.find("D"), upper.find("M")
        if day >= 0 and month >= 0 and not upper.startswith("Y"):
            return "dmy" if day < month else "mdy"
    return ""


def outermost(found: list[Element]) -> list[Element]:
    """Elements of a selection that lie in no other of it, in document order."""
    if len(found) < 2:
        return found
    chosen = set(found)
    return [e for e in found if not any(a in chosen for a in e.ancestors)]
