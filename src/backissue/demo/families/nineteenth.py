"""The nineteenth families written to judge a learner by: designs free of the skeleton, by hands that never saw the learner.

``woolsey`` judged it once, untuned (papers 1 to 6 of 100 articles): recall 1.000, no false record, body, title, date, last change,
section, tags and hour 1.000; author .667, people .601, pictures .998. Then
``tussore`` (papers 1 to 6): hour .833, people .877, pictures 0 (a captcha), all else 1.000. ``wincey`` (papers 1 to 8): author 1.000, people .845, all else
1.000; in five other papers author .885 (one .425). ``challis`` (papers 1 to 6): body .998, author .640, people .768, pictures .998, all
else 1.000. ``crepon`` (papers 1 to 6): body .999, author .833, people .792, all else 1.000. ``samite`` (papers 1 to 6): people .765, all else 1.000.
``charmeuse`` (papers 1 to 6): author .745, people .797, all else 1.000.
``velveteen`` (papers 1 to 6): all 1.000; papers 7 to 14: last change .743, author .966, body .999. All have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import challis, charmeuse, crepon, samite, tussore, velveteen, wincey, woolsey
from backissue.demo.families.addresses import Form
from backissue.demo.families.freehand import Freehand, family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Paper

__all__ = ["ADDRESSES", "NINETEENTH", "paper"]

_MODULES = (challis, charmeuse, crepon, samite, tussore, velveteen, wincey, woolsey)
_DESIGNS: tuple[type[Freehand], ...] = tuple(design for module in _MODULES for design in module.DESIGNS)
ADDRESSES: dict[str, Form] = {name: form for module in _MODULES for name, form in module.ADDRESSES.items()}
NINETEENTH: dict[str, Family] = {design.name: family(design) for design in _DESIGNS}


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
