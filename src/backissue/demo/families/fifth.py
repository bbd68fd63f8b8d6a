"""The fifth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families.addresses import Form
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "FIFTH", "paper"]

ADDRESSES: dict[str, Form] = {}
FIFTH: dict[str, Family] = {}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
