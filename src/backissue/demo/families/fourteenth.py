"""The fourteenth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

Written when the learner was ready and frozen. They judged it once, untuned (papers 1 to 20 of 100 articles): recall 1.000, no
false record, body .999, title 1.000, author .942, date 1.000, last change .997, section .949, tags 1.000; hour .960, people
.944, pictures 1.000. They have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import (
    buckram,
    cheviot,
    crepe,
    drill,
    duck,
    etamine,
    fustian,
    georgette,
    holland,
    jersey,
)
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "FOURTEENTH", "paper"]

_MODULES = (buckram, cheviot, crepe, drill, duck, etamine, fustian, georgette, holland, jersey)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
FOURTEENTH: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
