"""Papers at random: page templates nobody has seen, composed of parts, with the truth beside them.

::

    forms      how dates and bylines are printed      addresses   how an article's address is built
    noise      what stands around and inside a text   namers      what class names look like
    recipe     every choice of one page template      skeleton    a recipe made into a page design
    tuning     the named families to build with       held_out    families written later, to judge by
    layout     what the latter's designs stand on     early, recent   those designs, by decade
    mastheads  names, hosts and years of papers       simplified  Traditional characters into Simplified

A family is a function of a random source that returns a :class:`Recipe`; a paper has one to three
eras, each a recipe of some family. Whoever tunes a learner looks at ``TUNING`` only.
"""

from __future__ import annotations

from random import Random

from backissue.demo.families.held_out import ADDRESSES, HELD_OUT
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.tuning import TUNING
from backissue.demo.paper import Paper

__all__ = ["HELD_OUT", "TUNING", "draw", "names"]


def names(*, held_out: bool = False) -> list[str]:
    """The families to build with, or those to judge by."""
    return sorted(HELD_OUT if held_out else TUNING)


def draw(templates: str, seed: int) -> Paper:
    """A paper whose pages follow the family of that name, or (``random``, ``held-out``) families drawn by the seed.

    Raises ValueError, with the names there are, for a family that is not there.
    """
    rng = Random(f"paper/{templates}/{seed}")  # noqa: S311  (invents papers, guards nothing)
    if templates in {"random", "held-out"}:
        pool = HELD_OUT if templates == "held-out" else TUNING
        if not pool:
            raise ValueError("no family is held out yet: held_out.py is where they are written")
        eras = 1 + int(rng.random() * min(3, len(pool)))
        chosen = [pool[name] for name in rng.sample(sorted(pool), eras)]
    else:
        family = TUNING.get(templates) or HELD_OUT.get(templates)
        if family is None:
            raise ValueError(
                f"no family {templates!r}: there are random, held-out, {', '.join(sorted({*TUNING, *HELD_OUT}))}"
            )
        chosen = [family]
    if all(family in HELD_OUT.values() for family in chosen):
        return masthead(rng, seed, chosen, ADDRESSES)
    return masthead(rng, seed, chosen)
