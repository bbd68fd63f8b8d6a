"""The twelfth families written to judge a learner by, four designs free of the skeleton, with addresses of their own.

``jacquard`` and ``corduroy`` have the designs. They judged the learner once, untuned (papers 1 to 8 of 100 articles): recall
1.000, no false record, body .981, title 1.000, author .931, date, last change, section, tags and hour 1.000; people .717,
pictures .952. They have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import corduroy, jacquard
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "TWELFTH", "paper"]

_MODULES = (jacquard, corduroy)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
TWELFTH: dict[str, Family] = {design.name: family(design) for module in _MODULES for design in module.DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
