"""The fifteenth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

Written when the learner was ready and frozen; those of ``kersey``, ``loden`` and ``worsted`` by hands that never saw it. They
judged it once, untuned (papers 1 to 20 of 100 articles): recall 1.000, no false record, body 1.000, title 1.000, author .982,
date 1.000, last change .996, section .927, tags 1.000; hour .808, people .987, pictures .936. They have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import (
    kersey,
    loden,
    melton,
    ninon,
    ottoman,
    pique,
    pongee,
    russel,
    tricot,
    worsted,
)
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "FIFTEENTH", "paper"]

_MODULES = (kersey, loden, melton, ninon, ottoman, pique, pongee, russel, tricot, worsted)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
FIFTEENTH: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
