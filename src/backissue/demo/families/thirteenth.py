"""The thirteenth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

Written when the learner was ready and frozen. They judged it once, untuned (papers 1 to 20 of 100 articles): recall 1.000, no
false record, body .984, title 1.000, author .937, date .999, last change .988, section 1.000, tags .993; hour .999, people
.956, pictures .929. In four of the papers the truth left out brackets that stood around the byline, and does no more; they have
been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import (
    cambric,
    denim,
    flannel,
    gabardine,
    hessian,
    lawn,
    madras,
    percale,
    seersucker,
    tweed,
)
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "THIRTEENTH", "paper"]

_MODULES = (cambric, denim, flannel, gabardine, hessian, lawn, madras, percale, seersucker, tweed)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
THIRTEENTH: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
