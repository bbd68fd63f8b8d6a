"""The tenth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``calico``, ``muslin``, ``chintz``, ``organza``, ``damask`` and ``velvet`` have the designs. They judged the learner once,
untuned (papers 1 to 20 of 100 articles): recall .999, three false records in one paper, body .987, title 1.000, author .608,
date 1.000, last change .993, section and tags .969; hour 1.000, people .766, pictures .934. They have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import calico, chintz, damask, muslin, organza, velvet
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "TENTH", "paper"]

_MODULES = (calico, muslin, chintz, organza, damask, velvet)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
TENTH: dict[str, Family] = {design.name: family(design) for module in _MODULES for design in module.DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
