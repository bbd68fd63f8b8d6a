"""The eleventh ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``sateen``, ``nankeen``, ``brocade``, ``moleskin``, ``taffeta`` and ``tulle`` have the designs. They judged the learner once,
untuned (papers 1 to 20 of 100 articles): recall 1.000, no false record, body .994, title 1.000, author .943, date 1.000, last
change .997, section .999, tags 1.000; hour 1.000, people .910, pictures .732. They have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import brocade, moleskin, nankeen, sateen, taffeta, tulle
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "ELEVENTH", "paper"]

_MODULES = (sateen, nankeen, brocade, moleskin, taffeta, tulle)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
ELEVENTH: dict[str, Family] = {design.name: family(design) for module in _MODULES for design in module.DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
