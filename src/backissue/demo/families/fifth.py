"""The fifth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``antiques``, ``notations``, ``periodicals`` and ``scaffolds`` have the designs: four plain, four middling, two of the
kind that makes one look twice. They judged the learner once, untuned (papers 1 to 20 of 100 articles: recall 1.000, 5
false records in all, body .993, title .966, author .607, date 1.000, last change .951, section .982, tags .789), and
have been looked at since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random

from backissue.demo.families import antiques, notations, periodicals, scaffolds
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "FIFTH", "paper"]


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


def _unique(article: Article) -> str:
    """Thirty-two hexadecimal digits in five groups that mean nothing."""
    d = hashlib.sha256(f"unique/{article.id}".encode()).hexdigest()
    return f"{d[:8]}-{d[8:12]}-{d[12:16]}-{d[16:20]}-{d[20:32]}"


ADDRESSES: dict[str, Form] = {
    "section/slug": Form(lambda p, a, _v: f"/{_part(p, a)}/{ascii_slug(a)}", has_id=False),
    "c/day/padded.shtml": Form(lambda _p, a, _v: f"/c/{a.published:%Y-%m-%d}/{int(a.id):08d}.shtml"),
    "component/section/id-slug": Form(lambda p, a, _v: f"/component/content/article/{40 + len(_part(p, a))}-{_part(p, a)}/{a.id}-{ascii_slug(a)}"),
    "story/unique": Form(lambda _p, a, _v: f"/story/{_unique(a)}", has_id=False),
    "m/section/id": Form(lambda p, a, _v: f"/m/{_part(p, a)}/{a.id}"),
    "issue/month/slug": Form(lambda _p, a, _v: f"/issue/{a.published:%Y-%m}/{ascii_slug(a)}", has_id=False),
    "dispatch/day/number.html": Form(lambda _p, a, _v: f"/dispatch/{a.published:%Y%m%d}/TD{a.id}.html"),
    "newscenter/month/day/t.htm": Form(lambda _p, a, _v: f"/newscenter/{a.published:%y%m}/{a.published:%d}/t{a.id}.htm"),
    "show.aspx?cid&aid": Form(lambda p, a, _v: f"/show.aspx?cid={_part(p, a)}&aid={a.id}"),
    "detail/id/section": Form(lambda p, a, _v: f"/detail/{a.id}/{_part(p, a)}"),
}  # fmt: skip

FIFTH: dict[str, Family] = {
    design.name: family(design)
    for design in (
        antiques.Channels, antiques.Verso, notations.Accelerated, notations.Scopes, notations.Triples,
        periodicals.Chapters, periodicals.Dispatches, scaffolds.Mounted, scaffolds.Notices, scaffolds.Swatch,
    )
}  # fmt: skip


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
