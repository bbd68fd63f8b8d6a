"""The ninth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``gingham``, ``poplin``, ``serge`` and ``twill`` have the designs. They judged the learner twice, untuned (papers 1 to 20 of
100 articles): recall 1.000, three false records in one paper, body .998, title 1.000, author .943, date .992, last change
.947, section .983, tags 1.000; hour .919, people .937, pictures .931. After one mending that another ten's pages asked for
(a change printed before the publication): date .999, hour .935, the rest the same. They have been looked at since.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from urllib.parse import quote

from backissue.demo.families import gingham, poplin, serge, twill
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "NINTH", "paper"]


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


ADDRESSES: dict[str, Form] = {
    "year/monthday/section-id.htm": Form(lambda p, a, _v: f"/{a.published:%Y}/{a.published:%b%d}/{_part(p, a)}{a.id}.htm".lower()),
    "story.cfm?storyid": Form(lambda p, a, _v: f"/news/story.cfm?section={_part(p, a)}&storyid={a.id}"),
    "storage/day/section/Slug-id.shtml": Form(lambda p, a, _v: f"/storage/news/{a.published:%Y/%m/%d}/{_part(p, a).title()}/{ascii_slug(a).title().replace('-', '.')}-{a.id}.shtml"),
    "view/full_news/id/title": Form(lambda _p, a, v: f"/view/full_news/{a.id}/article-{quote(v.title.replace(' ', '-'))}", slugged=True),
    "section/xid/Slug": Form(lambda p, a, _v: f"/{_part(p, a)}/x{a.id}/{ascii_slug(a).title()}"),
    "issues/month-year/slug": Form(lambda _p, a, _v: f"/issues/{a.published:%B-%Y}/{ascii_slug(a)}".lower(), has_id=False),
    "news/day/slug/id": Form(lambda _p, a, _v: f"/news/{a.published:%Y-%m-%d}/{ascii_slug(a)[:-5]}/{a.id}"),
    "blog/y/m/d/slug": Form(lambda _p, a, _v: f"/blog/{a.published.year}/{a.published.month}/{a.published.day}/{ascii_slug(a)}", has_id=False),
    "p/slug": Form(lambda _p, a, _v: f"/p/{ascii_slug(a)}", has_id=False),
    "section/day-slug": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y-%m-%d}-{ascii_slug(a)}", has_id=False),
}  # fmt: skip

NINTH: dict[str, Family] = {
    design.name: family(design)
    for design in (gingham.Costard, gingham.Codlin, gingham.Catshead, poplin.Biffin, poplin.Pearmain, poplin.Russet, serge.Rennet, serge.Pippin, twill.Quarrender, twill.Bramley)
}  # fmt: skip


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
