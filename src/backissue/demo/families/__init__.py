"""Papers at random: page templates nobody has seen, composed of parts, with the truth beside them.

::

    forms      how dates and bylines are printed      addresses   how an article's address is built
    noise      what stands around and inside a text   namers      what class names look like
    recipe     every choice of one page template      skeleton    a recipe made into a page design
    tuning     the named families to build with       used        those written to judge by, and used up since
    held_out   families never looked at, to judge by  layout      what designs beyond the skeleton stand on
    early, recent   the used families' designs, by decade
    third      a third ten to judge by, free of the skeleton (freehand): engines, themes, houses, platforms
    mastheads  names, hosts and years of papers       simplified  Traditional characters into Simplified

A family is a function of a random source that returns a :class:`Recipe`; a paper has one to three
eras, each a recipe of some family. Whoever tunes a learner looks at ``TUNING`` and ``USED`` only.
"""

from __future__ import annotations

from random import Random

from backissue.demo.families import held_out, third, used
from backissue.demo.families.addresses import FORMS
from backissue.demo.families.held_out import HELD_OUT
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.third import THIRD
from backissue.demo.families.tuning import TUNING
from backissue.demo.families.used import USED
from backissue.demo.paper import Paper

__all__ = ["HELD_OUT", "THIRD", "TUNING", "USED", "draw", "names"]

_POOLS = {"random": {**TUNING, **USED}, "used": USED, "held-out": HELD_OUT, "third": THIRD}


def names(*, judging: bool = False) -> list[str]:
    """The families to build with, or those to judge by."""
    return sorted(HELD_OUT if judging else {**TUNING, **USED})


def draw(templates: str, seed: int) -> Paper:
    """A paper whose pages follow the family of that name, or (``random``, ``used``, ``held-out``, ``third``) families drawn by the seed.

    Raises ValueError, with the names there are, for a family that is not there.
    """
    rng = Random(f"paper/{templates}/{seed}")  # noqa: S311  (invents papers, guards nothing)
    if templates in _POOLS:
        pool = _POOLS[templates]
        if not pool:
            raise ValueError("no family is held out: held_out.py is where they are written")
        eras = 1 + int(rng.random() * min(3, len(pool)))
        chosen = [pool[name] for name in rng.sample(sorted(pool), eras)]
        if pool is THIRD:  # each ten papers in a row have every family
            first = pool[sorted(pool)[seed % len(pool)]]
            chosen = [first, *(f for f in chosen if f is not first)][:eras]
    else:
        known = {**TUNING, **USED, **HELD_OUT, **THIRD}
        if templates not in known:
            raise ValueError(f"no family {templates!r}: there are {', '.join((*_POOLS, *sorted(known)))}")
        chosen = [known[templates]]
    if all(family in THIRD.values() for family in chosen):
        return third.paper(rng, seed, chosen)
    if all(family in HELD_OUT.values() for family in chosen):
        return masthead(rng, seed, chosen, held_out.ADDRESSES)
    if all(family in USED.values() for family in chosen):
        return masthead(rng, seed, chosen, used.ADDRESSES)
    return masthead(rng, seed, chosen, FORMS if templates != "random" else {**FORMS, **used.ADDRESSES})
