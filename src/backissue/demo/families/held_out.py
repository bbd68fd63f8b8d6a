"""Families to judge a learner by that it has never seen; whoever builds a learner looks at none of what stands here.

Their designs (``freehand``) stand in ``_MODULES``, which are not looked at either:
not their markup, not their docstrings, not the papers drawn from them, nor what a learner got wrong in those, but by its
sums. ``make(..., templates="held-out", template_seed=N)`` draws papers from these alone; as many seeds in a row as there are
families have every one. All four are by hands that never saw the learner; the pool grows to ten. Their sums, untuned
(papers 1 to 9 of 100 articles): recall 1.000, no false record, body 1.000, title 1.000, author 1.000, date 1.000, last change
1.000, section 1.000, tags 1.000; hour .764, people .824, pictures .980. Once they have
judged and been looked at, they move to a module of the used ones, as ``second`` to ``nineteenth`` are.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import (
    sendal,
    surah,
    tamise,
    tarlatan,
)
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "HELD_OUT", "paper"]

_MODULES = (sendal, surah, tamise, tarlatan)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
HELD_OUT: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
