"""The fourth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``builders``, ``presses``, ``stacks`` and ``relics`` have the designs. They judged the learner once, untuned (papers 1 to
20 of 100 articles: recall 1.000, 3 false records in all, body .996, title .904, author .937, date 1.000, last change
.946, section .904, tags .914), and have been looked at since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random

from backissue.demo.families import builders, presses, relics, stacks
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "FOURTH", "paper"]


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


def _code(article: Article) -> str:
    """Seven letters and digits that mean nothing."""
    number, out = int(hashlib.sha256(article.id.encode()).hexdigest()[:10], 16), ""
    while len(out) < 7:
        number, rest = divmod(number, 36)
        out += "0123456789abcdefghijklmnopqrstuvwxyz"[rest]
    return out


ADDRESSES: dict[str, Form] = {
    "post/slug": Form(lambda _p, a, _v: f"/post/{ascii_slug(a)}", has_id=False),
    "month/P0day-id.html": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y%m}/P0{a.published:%Y%m%d}{int(a.id):06d}.html"),
    "news/section/breakingnews/id": Form(lambda p, a, _v: f"/news/{_part(p, a)}/breakingnews/{a.id}"),
    "slug-month-day": Form(lambda _p, a, _v: f"/{ascii_slug(a).title()}-{a.published:%m-%d}", has_id=False),
    "stories/mdy/loc_id.shtml": Form(lambda _p, a, _v: f"/stories/{a.published:%m%d%Y}/loc_{a.id}.shtml"),
    "year/month/section/slug.html": Form(lambda p, a, _v: f"/{a.published:%Y/%m}/{_part(p, a)}/{ascii_slug(a)}.html", has_id=False),
    "articleView?idxno": Form(lambda _p, a, _v: f"/news/articleView.html?idxno={a.id}"),
    "section/slug?nid": Form(lambda p, a, _v: f"/{_part(p, a)}/{ascii_slug(a)}?nid={a.id}"),
    "s/code": Form(lambda _p, a, _v: f"/s/{_code(a)}", has_id=False),
    "news/section-news/slug-id": Form(lambda p, a, _v: f"/news/{_part(p, a)}-news/{ascii_slug(a)[:-5]}-{int(a.id) + 14000000}", has_id=False),
}  # fmt: skip

FOURTH: dict[str, Family] = {
    design.name: family(design)
    for design in (builders.Ricos, builders.Bindings, builders.Universal, presses.Bureau, presses.Reporter, presses.Shire, stacks.Entities, stacks.Promos, relics.Tables, relics.Instant)
}  # fmt: skip
_SECTIONLESS = ("post/slug", "slug-month-day", "stories/mdy/loc_id.shtml", "articleView?idxno", "s/code")


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families; where a page does not tell the section, its address does not either."""
    silent = any(f is FOURTH["instant"] for f in chosen)
    return masthead(rng, seed, chosen, {name: ADDRESSES[name] for name in _SECTIONLESS} if silent else ADDRESSES)
