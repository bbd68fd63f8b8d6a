"""Families written after a learner was frozen, to judge it by; never looked at while tuning one.

To add one: write a function ``(rng, language) -> Recipe`` below, as in ``tuning.py``, and name it in ``HELD_OUT``.
``make(..., templates="held-out", template_seed=N)`` then draws papers from these alone. What a recipe cannot
say (a new order of things, a new noise) may be a design of its own: anything that is a ``paper.Look`` will do.
"""

from __future__ import annotations

from backissue.demo.families.recipe import Family

__all__ = ["HELD_OUT"]

HELD_OUT: dict[str, Family] = {}
