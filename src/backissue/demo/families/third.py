"""The third ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``engines``, ``themes``, ``houses`` and ``platforms`` have the designs. A design whose pages never say the day runs only
in papers whose addresses do. They judged the learner once, untuned (papers 1 to 10 of 100 articles: recall .998, 7 false
records in all, body .966, title .749, author .907, date 1.000, last change .944, section .723, tags .829), and have
been looked at since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from urllib.parse import quote

from backissue.demo.families import engines, houses, platforms, themes
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "THIRD", "paper"]


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


def _hex(article: Article, length: int) -> str:
    return hashlib.sha256(article.id.encode()).hexdigest()[:length]


ADDRESSES: dict[str, Form] = {
    "portal.php?aid": Form(lambda _p, a, _v: f"/portal.php?mod=view&aid={a.id}"),
    "index.php/section/id-slug": Form(lambda p, a, _v: f"/index.php/{_part(p, a)}/{a.id}-{ascii_slug(a)}"),
    "archives/padded.html": Form(lambda _p, a, _v: f"/archives/{int(a.id):06d}.html"),
    "wiki/title_(day)": Form(lambda _p, a, _v: f"/wiki/{quote(a.versions[0].title.replace(' ', '_'))}_({a.published:%Y-%m-%d})", has_id=False),
    "section/article_hex.html": Form(lambda p, a, _v: f"/{_part(p, a)}/article_{_hex(a, 8)}-{_hex(a, 12)[8:]}-5e11.html", has_id=False),
    "slug-hex": Form(lambda _p, a, _v: f"/{ascii_slug(a)}-{_hex(a, 12)}", has_id=False),
    "html/month/day/nw": Form(lambda _p, a, _v: f"/html/{a.published:%Y-%m/%d}/nw.D110000_{a.published:%Y%m%d}_{a.id}-A{1 + a.index % 8:02d}.htm"),
    "articles/AS": Form(lambda _p, a, _v: f"/articles/{a.published:%Y/%m/%d}/AS{a.id}.html"),
    "section/day/slug": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y/%m/%d}/{ascii_slug(a)}", has_id=False),
}  # fmt: skip
_DATED = ("html/month/day/nw", "articles/AS", "section/day/slug")

THIRD: dict[str, Family] = {
    design.name: family(design)
    for design in (engines.Pane, engines.Trackback, engines.Boards, themes.Wiki, themes.Blocks, houses.Edition, houses.Metered, platforms.Graf, platforms.Hydrated, houses.Morning)
}  # fmt: skip


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families."""
    dated = any(f is THIRD["hydrated"] for f in chosen)
    drawn = masthead(rng, seed, chosen, {name: ADDRESSES[name] for name in _DATED} if dated else ADDRESSES)
    return replace(drawn, eras=tuple(replace(e, address=None) for e in drawn.eras)) if dated else drawn
