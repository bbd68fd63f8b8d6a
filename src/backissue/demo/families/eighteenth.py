"""The eighteenth families written to judge a learner by, ten designs free of the skeleton, all by hands that never saw the learner.

``batiste``, ``dimity`` and ``faille`` judged it once, untuned (papers 1 to 9 of 100 articles): recall 1.000, no false record, body 1.000, title 1.000,
author .767, date 1.000, last change 1.000, section 1.000, tags 1.000; hour 1.000, people .722, pictures 1.000. Then ``lisle`` and
``moire`` judged what had been mended (papers 1 to 6 of these two): recall 1.000, no false record, body .998, title, author and
date 1.000, last change .852, section and tags 1.000; hour 1.000, people .920, pictures .989. Then ``mull`` and ``tabinet``
(papers 1 to 6): recall 1.000, no false record, body, title and date 1.000, author .507, last change .780, section and tags 1.000; hour 1.000,
people .934, pictures 1.000. Then ``shalloon`` (papers 1 to 6): body .918, people .961, pictures .913, all else 1.000. Then ``toile`` (papers 1 to 6): author .667, people .487, pictures .991, all else 1.000. Then ``vicuna`` (papers 1 to 6): body .823, pictures .298, all else 1.000. All have been looked at since. (The truths of ``tabinet`` leave out marks and a label that it prints before
every name, which decision 0051 keeps.)
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import (
    batiste,
    dimity,
    faille,
    lisle,
    moire,
    mull,
    shalloon,
    tabinet,
    toile,
    vicuna,
)
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "EIGHTEENTH", "paper"]

_MODULES = (batiste, dimity, faille, lisle, moire, mull, shalloon, tabinet, toile, vicuna)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
EIGHTEENTH: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
