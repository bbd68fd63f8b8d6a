"""The seventeenth families written to judge a learner by, six designs free of the skeleton, with addresses of their own.

``domett`` and ``ratine`` are by hands that never saw the learner, the others are not; all were written without regard to it.
They judged it once, untuned (four papers of 100 articles each): recall .997, a false record in one paper, body .980, title
1.000, author .912, date .963, last change .977, section 1.000, tags 1.000; hour .963, people .947, pictures .879. They have
been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import (
    domett,
    hopsack,
    linen,
    marocain,
    nainsook,
    ratine,
)
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "SEVENTEENTH", "paper"]

_MODULES = (domett, hopsack, linen, marocain, nainsook, ratine)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
SEVENTEENTH: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
