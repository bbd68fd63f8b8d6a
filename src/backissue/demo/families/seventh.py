"""The seventh ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``mersey``, ``danube``, ``yalu`` and ``kallang`` have the designs. They judged the learner once, untuned (papers 1 to 20
of 100 articles: recall .944, no false record, body .823, title .730, author .856, date .827, last change .931, section
.679, tags .690), and have been looked at since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random

from backissue.demo.families import danube, kallang, mersey, yalu
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "SEVENTH", "paper"]


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


def _sign(article: Article) -> str:
    """Thirty-two hexadecimal digits, as a messenger signs its links."""
    return hashlib.sha256(f"sign/{article.id}".encode()).hexdigest()[:32]


ADDRESSES: dict[str, Form] = {
    "section/Slug.id.jp": Form(lambda p, a, _v: f"/{_part(p, a)}/{ascii_slug(a).title()}.{a.id}.jp"),
    "1/hi/section/id.stm": Form(lambda p, a, _v: f"/1/hi/{_part(p, a)}/{a.id}.stm"),
    "year/week/id.htm": Form(lambda _p, a, _v: f"/{a.published:%Y}/wk{1 + (a.published.timetuple().tm_yday - 1) // 7:02d}/{a.id}.htm"),
    "section/year-month/slug": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y-%m}/{ascii_slug(a)}", has_id=False),
    "spip.php?articleN": Form(lambda _p, a, _v: f"/spip.php?article{a.id}"),
    "section/archive/slug/view": Form(lambda p, a, _v: f"/{_part(p, a)}/archive/{ascii_slug(a)}/view", has_id=False),
    "n/day/id.htm": Form(lambda _p, a, _v: f"/n/{a.published:%y%m%d}/{a.id}.htm"),
    "s?__biz&mid&sn": Form(lambda _p, a, _v: f"/s?__biz=MzA5&mid={a.id}&idx=1&sn={_sign(a)}"),
    "News/Detail.aspx?NewsID": Form(lambda _p, a, _v: f"/News/Detail.aspx?NewsID={a.id}"),
    "section/stories/slug": Form(lambda p, a, _v: f"/{_part(p, a)}/stories/{ascii_slug(a)}", has_id=False),
}  # fmt: skip

SEVENTH: dict[str, Family] = {
    design.name: family(design)
    for design in (mersey.Plover, mersey.Smew, mersey.Coot, danube.Godwit, danube.Knot, danube.Turnstone, yalu.Bittern, yalu.Egret, kallang.Dotterel, kallang.Dunlin)
}  # fmt: skip


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    return masthead(rng, seed, chosen, ADDRESSES)
