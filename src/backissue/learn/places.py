"""The paper's own places, as its bylines name them behind who wrote: ``By Ada Lam, Old Market``, ``（李小明，東堤）``.

A place stands behind several people and never before one, nor alone. Refuses names joined as two writers are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from backissue.learn.fields import look
from backissue.learn.specimen import Specimen, era_of
from backissue.model import Era
from backissue.text.bylines import parse_byline
from backissue.text.trade import PLACE_ENDS, SURNAMES

__all__ = ["bylines", "places_of"]


def bylines(specimens: Sequence[Specimen], eras: Sequence[Era]) -> list[str]:
    """What the eras' picks find as these pages' bylines."""
    fitting = [(s, era) for s in specimens if (era := era_of(s, eras)) is not None]
    found = [[look(s, "byline", pick)[:1] for pick in era.picks.get("byline", ())] for s, era in fitting]
    return [next((v[0] for v in values if v), "") for values in found]


def places_of(bylines: Iterable[str]) -> dict[str, int]:
    """Places, with behind how many people's names each stands; ``bylines`` are as printed, each once or more.

    A mark that never stands before one who also wrote alone, where two writers are joined by another, stands before places:
    ``，*``, the mark and a star, says that of it. Where names run on into places, those behind several people are named.
    """
    behind: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    ahead: set[str] = set()
    filed: dict[str, set[str]] = defaultdict(set)  # by what may be a place that a name runs on into
    told: set[str] = set()
    joined = {True: 0, False: 0}  # by whether the names are of ASCII letters
    for byline in sorted(set(bylines)):
        authors = parse_byline(byline)
        for whole in (f"{a.name}{a.place}" for a in authors if a.place and f"{a.name}{a.place}" in byline):
            for at in range(_TWO, min(_GIVEN, len(whole) - _TWO) + 1):
                filed[whole[at:]].add(whole[:at])
        told.update(a.place for a in authors if a.place and f"{a.name}{a.place}" not in byline)
        people = [a.name for a in authors if a.kind == "person" and not a.place]
        ahead.update(people[:1])
        mark = _mark(byline, *people) if len(people) == _TWO else ""
        if mark:
            behind[mark][people[1]].add(people[0])
        else:
            ahead.update(people)
            joined[byline.isascii()] += len(people) > 1
    out: dict[str, int] = {}
    families = {name.split()[-1] for name in ahead if name.isascii() and " " in name}
    for mark, seconds in behind.items():
        like_people = sum(_like_person(name, families) for name in seconds)
        if like_people > _FEW * len(seconds):
            continue
        sure = joined[all(map(str.isascii, seconds))] >= _TWO and len(seconds) >= _SOME and not ahead & seconds.keys()
        out.update((n, len(who)) for n, who in seconds.items() if n not in ahead and (sure or len(who) >= _TWO))
        if sure and not like_people and sum(map(len, seconds.values())) >= _MANY:
            out[f"{mark}*"] = sum(map(len, seconds.values()))
    often = {place: len(who) for place, who in filed.items() if len(who) >= _TWO or place in told}
    out.update((p, n) for p, n in often.items() if not any(q != p and q.endswith(p) and often[q] >= n for q in often))
    return dict(sorted(out.items()))


def _like_person(name: str, families: set[str]) -> bool:
    """Whether a name could be a person's: its family name is another writer's, or a common Chinese one and no place ends so."""
    if name.isascii():
        return " " in name and name.rsplit(maxsplit=1)[-1] in families
    return len(name) <= _GIVEN and name[0] in SURNAMES and name[-1] not in PLACE_ENDS


def _mark(byline: str, first: str, second: str) -> str:
    """What stands between two names and is no word, nor the mark between Chinese names; else an empty string."""
    between = byline[byline.find(first) + len(first) : byline.rfind(second)]
    return (
        (between.strip() or " ") if between and not any(map(str.isalpha, between)) and not _WITH & set(between) else ""
    )


_WITH = frozenset("&+、×")
_TWO = 2
_SOME = 3
_MANY = 6
_FEW = 0.2
_GIVEN = 3  # characters
