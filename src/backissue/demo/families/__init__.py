"""Papers at random: page templates nobody has seen, composed of parts, with the truth beside them.

::

    forms      how dates and bylines are printed      addresses   how an article's address is built
    noise      what stands around and inside a text   namers      what class names look like
    recipe     every choice of one page template      skeleton    a recipe made into a page design
    tuning     the named families to build with       layout      what designs beyond the skeleton stand on
    freehand   what designs without a skeleton stand on
    held_out   families never looked at, to judge by; nor are the modules of designs that it names
    used, second, third,  those written to judge by, and used up since: ``early`` and ``recent``; ``servers`` and
    … seventh             ``screens``; ``engines``, ``themes``, ``houses`` and ``platforms``; ``builders``,
                          ``presses``, ``stacks`` and ``relics``; ``antiques``, ``notations``, ``periodicals``
                          and ``scaffolds`` are the fifth's; ``cedar``, ``juniper``, ``basalt`` and ``flint`` the sixth's;
                          ``mersey``, ``danube``, ``yalu`` and ``kallang`` the seventh's
    eighth … nineteenth  ten more, used up since: ``malvern``, ``tatra``, ``lushan`` and ``kinabalu`` are the eighth's,
                          ``gingham``, ``poplin``, ``serge`` and ``twill`` the ninth's, ``calico``, ``muslin``, ``chintz``,
                          ``organza``, ``damask`` and ``velvet`` the tenth's, ``sateen``, ``nankeen``,
                          ``brocade``, ``moleskin``, ``taffeta`` and ``tulle`` the eleventh's,
                          ``jacquard`` and ``corduroy`` the twelfth's,
                          ``cambric`` … ``tweed`` the thirteenth's, ``buckram`` … ``jersey`` the fourteenth's,
                          ``kersey``, ``loden``, ``worsted`` and ``melton`` … ``tricot`` the fifteenth's,
                          ``grogram``, ``linsey``, ``osnaburg``, ``paduasoy`` and ``ticking`` … ``zephyr`` the sixteenth's,
                          ``domett`` … ``ratine`` the seventeenth's,
                          ``batiste``, ``dimity``, ``faille``, ``lisle`` … ``vicuna`` the eighteenth's, ``tussore`` and ``woolsey`` the nineteenth's
    mastheads  names, hosts and years of papers       simplified  Traditional characters into Simplified

A family is a function of a random source that returns a :class:`Recipe`; a paper has one to three
eras, each a recipe of some family. Whoever tunes a learner looks at all of them but ``HELD_OUT``. ``random`` draws from
``TUNING`` and ``USED``, as it always did, so that its papers stay the same.
"""

from __future__ import annotations

from random import Random

from backissue.demo.families import (
    eighteenth,
    eighth,
    eleventh,
    fifteenth,
    fifth,
    fourteenth,
    fourth,
    held_out,
    nineteenth,
    ninth,
    second,
    seventeenth,
    seventh,
    sixteenth,
    sixth,
    tenth,
    third,
    thirteenth,
    twelfth,
    used,
)
from backissue.demo.families.addresses import FORMS
from backissue.demo.families.eighteenth import EIGHTEENTH
from backissue.demo.families.eighth import EIGHTH
from backissue.demo.families.eleventh import ELEVENTH
from backissue.demo.families.fifteenth import FIFTEENTH
from backissue.demo.families.fifth import FIFTH
from backissue.demo.families.fourteenth import FOURTEENTH
from backissue.demo.families.fourth import FOURTH
from backissue.demo.families.held_out import HELD_OUT
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.nineteenth import NINETEENTH
from backissue.demo.families.ninth import NINTH
from backissue.demo.families.second import SECOND
from backissue.demo.families.seventeenth import SEVENTEENTH
from backissue.demo.families.seventh import SEVENTH
from backissue.demo.families.sixteenth import SIXTEENTH
from backissue.demo.families.sixth import SIXTH
from backissue.demo.families.tenth import TENTH
from backissue.demo.families.third import THIRD
from backissue.demo.families.thirteenth import THIRTEENTH
from backissue.demo.families.tuning import TUNING
from backissue.demo.families.twelfth import TWELFTH
from backissue.demo.families.used import USED
from backissue.demo.paper import Paper

__all__ = [
    "EIGHTEENTH",
    "EIGHTH",
    "ELEVENTH",
    "FIFTEENTH",
    "FIFTH",
    "FOURTEENTH",
    "FOURTH",
    "HELD_OUT",
    "NINETEENTH",
    "NINTH",
    "SECOND",
    "SEVENTEENTH",
    "SEVENTH",
    "SIXTEENTH",
    "SIXTH",
    "TENTH",
    "THIRD",
    "THIRTEENTH",
    "TUNING",
    "TWELFTH",
    "USED",
    "draw",
    "names",
]

_POOLS = {
    "random": {**TUNING, **USED},
    "used": USED,
    "second": SECOND,
    "third": THIRD,
    "fourth": FOURTH,
    "fifth": FIFTH,
    "sixth": SIXTH,
    "seventh": SEVENTH,
    "eighth": EIGHTH,
    "ninth": NINTH,
    "tenth": TENTH,
    "eleventh": ELEVENTH,
    "twelfth": TWELFTH,
    "thirteenth": THIRTEENTH,
    "fourteenth": FOURTEENTH,
    "fifteenth": FIFTEENTH,
    "sixteenth": SIXTEENTH,
    "seventeenth": SEVENTEENTH,
    "eighteenth": EIGHTEENTH,
    "nineteenth": NINETEENTH,
    "held-out": HELD_OUT,
}
_LABELS = {
    "second": "held-out",
    "fourth": "held-out",
    "sixth": "held-out",
    "ninth": "held-out",
    "tenth": "held-out",
    "eleventh": "held-out",
    "twelfth": "held-out",
    "thirteenth": "held-out",
    "fourteenth": "held-out",
    "fifteenth": "held-out",
    "sixteenth": "held-out",
    "seventeenth": "held-out",
    "eighteenth": "held-out",
    "nineteenth": "held-out",
}  # their papers keep the seeds that they had when held out
_FREE = (
    (THIRD, third.paper),
    (FOURTH, fourth.paper),
    (FIFTH, fifth.paper),
    (SIXTH, sixth.paper),
    (SEVENTH, seventh.paper),
    (EIGHTH, eighth.paper),
    (NINTH, ninth.paper),
    (TENTH, tenth.paper),
    (ELEVENTH, eleventh.paper),
    (TWELFTH, twelfth.paper),
    (THIRTEENTH, thirteenth.paper),
    (FOURTEENTH, fourteenth.paper),
    (FIFTEENTH, fifteenth.paper),
    (SIXTEENTH, sixteenth.paper),
    (SEVENTEENTH, seventeenth.paper),
    (EIGHTEENTH, eighteenth.paper),
    (NINETEENTH, nineteenth.paper),
    (HELD_OUT, held_out.paper),
)
"""Pools of designs without a skeleton, each with what draws a paper of them."""


def names(*, judging: bool = False) -> list[str]:
    """The families to build with, or those to judge by."""
    return sorted(HELD_OUT if judging else {**TUNING, **USED})


def draw(templates: str, seed: int) -> Paper:
    """A paper whose pages follow the family of that name, or those that the seed draws from a pool.

    The pools are ``random``, ``used``, ``second`` to ``nineteenth``, and ``held-out``. Raises ValueError, with the names
    there are, for a family that is not there.
    """
    rng = Random(f"paper/{_LABELS.get(templates, templates)}/{seed}")  # noqa: S311  (invents papers, guards nothing)
    if templates in _POOLS:
        pool = _POOLS[templates]
        if not pool:
            raise ValueError("no family is held out: held_out.py is where they are written")
        eras = 1 + int(rng.random() * min(3, len(pool)))
        chosen = [pool[name] for name in rng.sample(sorted(pool), eras)]
        if any(pool is families for families, _ in _FREE):  # each ten papers in a row have every family
            first = pool[sorted(pool)[seed % len(pool)]]
            chosen = [first, *(f for f in chosen if f is not first)][:eras]
    else:
        known = {name: family for pool in _POOLS.values() for name, family in pool.items()}
        if templates not in known:
            raise ValueError(f"no family {templates!r}: there are {', '.join((*_POOLS, *sorted(known)))}")
        chosen = [known[templates]]
    for families, paper in _FREE:
        if all(family in families.values() for family in chosen):
            return paper(rng, seed, chosen)
    if all(family in SECOND.values() for family in chosen):
        return masthead(rng, seed, chosen, second.ADDRESSES)
    if all(family in USED.values() for family in chosen):
        return masthead(rng, seed, chosen, used.ADDRESSES)
    return masthead(rng, seed, chosen, FORMS if templates != "random" else {**FORMS, **used.ADDRESSES})
