"""Families to judge a learner by that it has never seen; whoever builds a learner looks at none of what stands here.

To hold others out: write designs (``freehand``) in modules of their own, name them here, and move these to a module
of the used ones, as ``second`` to ``seventh`` are. ``make(..., templates="held-out", template_seed=N)`` draws papers
from these alone; ten seeds in a row have every family. At the moment there are none: all that were written have judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "HELD_OUT", "paper"]

ADDRESSES: dict[str, Form] = {}
HELD_OUT: dict[str, Family] = {}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
