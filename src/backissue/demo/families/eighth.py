"""The eighth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``malvern``, ``tatra``, ``lushan`` and ``kinabalu`` have the designs: the ordinary middle of the field, systems and kits as
most small papers had them. They judged the learner once, untuned (papers 1 to 20 of 100 articles: recall .900, with two
papers that were one table lost whole; three false records in one paper; body .950, title .946, author .645, date .950, last
change .816, section and tags .864), and have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from backissue.demo.families import kinabalu, lushan, malvern, tatra
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "EIGHTH", "paper"]


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


ADDRESSES: dict[str, Form] = {
    "entry/id": Form(lambda _p, a, _v: f"/entry/{a.id}/"),
    "blog/year/month/day/slug": Form(lambda _p, a, _v: f"/blog/{a.published.year}/{a.published.month}/{a.published.day}/{ascii_slug(a)}", has_id=False),
    "content/month/slug": Form(lambda _p, a, _v: f"/content/{a.published:%Y/%m}/{ascii_slug(a)}", has_id=False),
    "index.php/section/item/id-slug": Form(lambda p, a, _v: f"/index.php/{_part(p, a)}/item/{a.id}-{ascii_slug(a)}"),
    "section/y/m/d/slug": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y/%m/%d}/{ascii_slug(a)}/", has_id=False),
    "newsview.php?cat&nid": Form(lambda p, a, _v: f"/newsview.php?cat={_part(p, a)}&nid={a.id}"),
    "Article/Class/id.asp": Form(lambda p, a, _v: f"/Article/{_part(p, a).title()}/{a.published:%Y%m}/{a.id}.asp"),
    "story/slug-id": Form(lambda _p, a, _v: f"/story/{ascii_slug(a)}-{a.id}"),
    "post/id": Form(lambda _p, a, _v: f"/post/{a.id}"),
    "section/year-month/day/c_id.htm": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y-%m/%d}/c_{a.id}.htm"),
}  # fmt: skip

EIGHTH: dict[str, Family] = {
    design.name: family(design)
    for design in (malvern.Bream, malvern.Dace, malvern.Gudgeon, tatra.Sprat, tatra.Turbot, tatra.Mullet, lushan.Tench, lushan.Perch, kinabalu.Herring, kinabalu.Carp)
}  # fmt: skip


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
