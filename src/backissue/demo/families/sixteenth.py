"""The sixteenth families written to judge a learner by, eight designs free of the skeleton, with addresses of their own.

Six of them are by hands that never saw the learner, ``osnaburg`` and ``paduasoy`` are not; all were written when it was ready
and frozen. They judged it once, untuned (papers 1 to 16 of 100 articles): recall 1.000, no false record, body .995, title
.904, author .576, date .950, last change .871, section 1.000, tags 1.000; hour .875, people .803, pictures .896. So the tens
before, of which few were by such hands, had flattered it. They have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import (
    grogram,
    linsey,
    osnaburg,
    paduasoy,
    ticking,
    voile,
    whipcord,
    zephyr,
)
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "SIXTEENTH", "paper"]

_MODULES = (grogram, linsey, osnaburg, paduasoy, ticking, voile, whipcord, zephyr)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
SIXTEENTH: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
